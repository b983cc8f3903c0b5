// Deadlines of tickets under the five documents of the catalog: one ticket at a time, and columns of them.
import { compilePolicy, deadlinesBatch, deadlinesFor } from "sla-clock";
import { catalog } from "sla-clock/catalog";
import { fixed, spread, whole } from "../figures.mjs";
import { quartiles } from "../measure.mjs";
import { randomInstants, randomNumbers, SEED } from "../random.mjs";
import { YEARS } from "../work.mjs";

/** @typedef {import("sla-clock").CompiledPolicy} CompiledPolicy */
/** @typedef {import("sla-clock").Ticket<number>} Ticket */

const LEVELS = /** @type {const} */ ({ tier: "tiers", severity: "severities", channel: "channels", type: "types" });

/**
 * Columns of tickets: openings, and for each kind of key its index in the policy's own order.
 * @typedef {{ openedAt: Float64Array } & Partial<Record<keyof typeof LEVELS, Uint8Array>>} Columns
 */

/** @type {import("../section.mjs").Section} */
export function run({ quick }) {
  /** @type {Record<string, number>} */
  const figures = {};
  const rows = Object.values(catalog).map((definition) => {
    const policy = /** @type {CompiledPolicy} */ (compilePolicy(definition, { zone: "Asia/Shanghai" }));
    const combinations = answerable(policy);
    const tickets = ticketsOf(combinations, quick ? 1_000 : 5_000);
    const single = samplesOf(quick ? 5 : 11, tickets.length, () => {
      for (const ticket of tickets) deadlinesFor(policy, ticket);
    });
    const [, ns] = quartiles(single);
    figures[`tickets a second, ${policy.name}`] = 1e9 / ns;
    const cells = [whole(combinations.length), `${fixed(ns)} (${spread(lowHigh(single))})`, whole(1e9 / ns)];
    const many = ticketsOf(combinations, quick ? 20_000 : 500_000);
    const columns = columnsOf(policy, many);
    const out = deadlinesBatch(policy, columns);
    expectSameDeadlines(policy, many.slice(0, 2_000), out);
    const batch = samplesOf(quick ? 5 : 21, many.length, () => deadlinesBatch(policy, columns, out));
    const [, rowNs] = quartiles(batch);
    figures[`rows a second, ${policy.name}`] = 1e9 / rowNs;
    return [policy.name, ...cells, `${fixed(rowNs)} (${spread(lowHigh(batch))})`, whole(1e9 / rowNs)];
  });
  const columns = ["document", "kinds of tickets", "deadlinesFor, ns a ticket", "tickets a second"];
  columns.push("deadlinesBatch, ns a row", "rows a second");
  const notes = [
    "Random openings 2024–2026 as numbers; every combination of keys that the document answers, in turn by chance.",
  ];
  return { figures, tables: [{ title: "Tickets under the five documents", columns, rows, notes }] };
}

/**
 * A column's deadlines are those of single tickets.
 *
 * @param {CompiledPolicy} policy
 * @param {readonly Ticket[]} tickets
 * @param {import("sla-clock").BatchDeadlines} answers
 */
function expectSameDeadlines(policy, tickets, { deadlines }) {
  tickets.forEach((ticket, i) => {
    for (const deadline of deadlinesFor(policy, ticket)) {
      if (!deadline.binds) continue;
      const column = deadlines[deadline.metric];
      const due = deadline.promise === "deadline" ? deadline.dueAt : Number.NaN;
      if (Object.is(column?.dueAt[i], due) && column?.row[i] === deadline.row) continue;
      const found = `row ${column?.row[i]} due ${column?.dueAt[i]}`;
      throw new Error(`${policy.name}, ${JSON.stringify(ticket)}: ${found}, not row ${deadline.row} due ${due}`);
    }
  });
}

/** @param {readonly number[]} samples */
function lowHigh(samples) {
  const [lowNs, , highNs] = quartiles(samples);
  return { lowNs, highNs };
}

/** The combinations of a policy's keys that it has an answer for. @param {CompiledPolicy} policy */
function answerable(policy) {
  /** @type {Record<string, string>[]} */
  let combinations = [{}];
  for (const [key, levels] of Object.entries(LEVELS)) {
    const names = Object.keys(policy.definition[levels] ?? {});
    if (names.length > 0) combinations = combinations.flatMap((one) => names.map((name) => ({ ...one, [key]: name })));
  }
  return combinations.filter((keys) => {
    try {
      return deadlinesFor(policy, { openedAt: Date.parse(YEARS.from), ...keys }).length > 0;
    } catch {
      return false;
    }
  });
}

/**
 * @param {readonly Record<string, string>[]} combinations
 * @param {number} count
 * @returns {Ticket[]}
 */
function ticketsOf(combinations, count) {
  const random = randomNumbers(SEED + 3);
  const openings = [...randomInstants(count, YEARS.from, YEARS.to)];
  return openings.map((openedAt) => ({ openedAt, ...combinations[Math.floor(random() * combinations.length)] }));
}

/** @param {CompiledPolicy} policy @param {readonly Ticket[]} tickets @returns {Columns} */
function columnsOf(policy, tickets) {
  /** @type {Columns} */
  const columns = { openedAt: Float64Array.from(tickets, ({ openedAt }) => openedAt) };
  for (const key of /** @type {(keyof typeof LEVELS)[]} */ (Object.keys(LEVELS))) {
    const names = Object.keys(policy.definition[LEVELS[key]] ?? {});
    if (names.length > 0) columns[key] = Uint8Array.from(tickets, (ticket) => names.indexOf(ticket[key] ?? ""));
  }
  return columns;
}

/**
 * Nanoseconds for each element, by round, after three for warming up.
 *
 * @param {number} rounds
 * @param {number} size
 * @param {() => unknown} work
 */
function samplesOf(rounds, size, work) {
  const samples = Array.from({ length: rounds + 3 }, () => {
    const start = performance.now();
    work();
    return ((performance.now() - start) * 1e6) / size;
  });
  return samples.slice(3);
}
