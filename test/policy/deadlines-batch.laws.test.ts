/** deadlinesBatch is deadlinesFor, ticket by ticket: on the documents of the catalog, and on generated policies. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { catalog } from "../../src/catalog.js";
import {
  type CompiledPolicy,
  compilePolicy,
  type Deadline,
  deadlinesBatch,
  deadlinesFor,
  type KeyIndexes,
  type Notice,
  type Policy,
  SlaError,
  type Target,
  type Ticket,
  type TicketColumns,
} from "../../src/index.js";
import { calendarCase } from "../../src/testing/arbitraries.js";
import { errorOf } from "../support/expect.js";

/** `LAW_RUNS=10` asks ten times as many questions, for a night. */
const FACTOR = Number(process.env["LAW_RUNS"] ?? 1);

type Tickets = readonly Ticket<number>[];
/** An answer as the batch gives it: due, row, beyondKnown. */
type Answer = readonly [dueAt: number, row: number, beyondKnown: number];

const KINDS = [Uint8Array, Uint16Array, Uint32Array, Int8Array, Int16Array, Int32Array] as const;
const LEVELS = { tier: "tiers", severity: "severities", channel: "channels", type: "types" } as const;

/** The tickets as columns, each key in another kind of array, from the `kind`-th on. */
function columnsOf({ definition }: CompiledPolicy, tickets: Tickets, kind = 0): TicketColumns {
  let next = kind;
  const indexesOf = (keys: readonly string[], given: readonly (string | undefined)[]): KeyIndexes =>
    (KINDS[next++ % KINDS.length] as typeof Int8Array).from(given.map((key) => keys.indexOf(key as string)));
  const ofLevels = Object.entries(LEVELS).map(([name, levels]) => {
    const given = tickets.map((ticket) => ticket[name as keyof typeof LEVELS]);
    return [name, indexesOf(Object.keys(definition[levels] ?? {}), given)];
  });
  const ofDimensions = Object.entries(definition.dimensions ?? {}).map(([name, values]) => {
    const given = tickets.map((ticket) => ticket.attributes?.[name]);
    return [name, indexesOf(values, given)];
  });
  return {
    openedAt: Float64Array.from(tickets, ({ openedAt }) => openedAt),
    ...Object.fromEntries(ofLevels),
    urgent: Uint8Array.from(tickets, ({ urgent }) => (urgent === true ? 1 : 0)),
    attributes: Object.fromEntries(ofDimensions),
  };
}

/** The deadlines of a ticket; none where it matches nothing. */
function deadlinesOf(policy: CompiledPolicy, ticket: Ticket<number>): Deadline<number>[] {
  try {
    return deadlinesFor(policy, ticket);
  } catch (error) {
    if (error instanceof SlaError && error.code === "no_matching_target") return [];
    throw error;
  }
}

function answerOf(deadlines: readonly Deadline<number>[], metric: string): Answer {
  const binding = deadlines.find((one) => one.metric === metric && one.binds);
  if (binding === undefined) return [Number.NaN, -1, 0];
  if (binding.promise !== "deadline") return [Number.NaN, binding.row, 0];
  return [binding.dueAt, binding.row, binding.beyondKnown ? 1 : 0];
}

const metricsOf = (policy: CompiledPolicy) => [...new Set(policy.definition.targets.map(({ metric }) => metric))];

/** The notices that any of the answers carries, in the order of the policy. */
function noticesOf(policy: CompiledPolicy, answers: readonly (readonly Deadline<number>[])[]): Notice[] {
  const used = new Set(answers.flat().flatMap(({ notices }) => notices));
  return policy.notices.filter((notice) => used.has(notice));
}

/** Asks both ways; gives how many deadlines there were. */
function expectTheSame(policy: CompiledPolicy, tickets: Tickets, more: Partial<TicketColumns> = {}, kind?: number) {
  const columns = { ...columnsOf(policy, tickets, kind), ...more };
  const { deadlines, notices } = deadlinesBatch(policy, columns);
  const single = tickets.map((ticket) => deadlinesOf(policy, { ...ticket, zone: columns.zone }));
  expect(Object.keys(deadlines)).toStrictEqual(metricsOf(policy));
  let count = 0;
  for (const [metric, { dueAt, row, beyondKnown }] of Object.entries(deadlines)) {
    const found = tickets.map((_, i): Answer => [dueAt[i]!, row[i]!, beyondKnown[i]!]);
    expect(found).toStrictEqual(single.map((one) => answerOf(one, metric)));
    count += dueAt.filter((due) => !Number.isNaN(due)).length;
  }
  expect(notices).toStrictEqual(noticesOf(policy, single));
  return count;
}

/** A source of numbers in [0, 1) from a seed. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Tickets with any keys of a policy, or none, opened between two instants. */
function randomTickets({ definition }: CompiledPolicy, count: number, from: number, to: number): Ticket<number>[] {
  const random = randomFrom(count);
  const pick = (keys: readonly string[]) => keys[Math.floor(random() * (keys.length + 1))];
  return Array.from({ length: count }, () => ({
    openedAt: from + random() * (to - from),
    ...Object.fromEntries(
      Object.entries(LEVELS).map(([name, levels]) => [name, pick(Object.keys(definition[levels] ?? {}))]),
    ),
    urgent: random() < 0.3,
    attributes: Object.fromEntries(
      Object.entries(definition.dimensions ?? {}).flatMap(([name, values]) => {
        const value = pick(values);
        return value === undefined ? [] : [[name, value]];
      }),
    ),
  }));
}

describe("deadlinesBatch is deadlinesFor, ticket by ticket", () => {
  it.each(Object.entries(catalog))("of %s, holidays known and not", (_, document) => {
    for (const zone of document.zone === "local" ? ["Asia/Shanghai", "America/New_York"] : [undefined]) {
      const policy = compilePolicy(document as Policy);
      const tickets = randomTickets(policy, 5_000, Date.UTC(2025, 8), Date.UTC(2027, 8));
      expect(expectTheSame(policy, tickets, { zone })).toBeGreaterThan(1_000);
    }
  });

  /** Every way to promise something; `own` is the generated calendar. */
  const PROMISES: readonly Partial<Target>[] = [
    { within: "90 minutes" },
    { within: "0 minutes" },
    { within: "4 hours", startsOn: "own" },
    { within: "1 working hour", calendar: "own" },
    { within: "90 working minutes", calendar: "own", atClose: "nextOpen" },
    { within: "0 working hours", calendar: "own", atClose: "nextOpen" },
    { within: "2 working hours", calendar: "always" },
    { within: "2 working hours", calendar: "office", startsOn: "own" },
    { within: "1 working day", calendar: "own", rule: "sameTime" },
    { within: "1 working day", calendar: "own", rule: "endOfDay", cutoff: "14:00" },
    { within: "2 working days", calendar: "office", rule: "workingHours", atClose: "nextOpen" },
    { within: "2 working days", calendar: "own", by: "18:00" },
    { within: "0 working days", calendar: "own", rule: "endOfDay" },
    { within: "1 day", calendar: "own" },
    { within: "1 day", rule: "endOfDay" },
    { within: "1 week", by: "09:00" },
    { within: "1 month" },
    { within: "immediate" },
    { within: "immediate", calendar: "own" },
    { within: "immediate", calendar: "office", startsOn: "own" },
    { within: "not guaranteed" },
    { within: "by arrangement" },
  ];

  const some = <T>(values: readonly T[]) => fc.subarray([...values], { minLength: 1 });
  const conditions = fc.record(
    {
      severity: fc.oneof(fc.constantFrom("S1", "S2", "S3"), some(["S1", "S2", "S3"])),
      type: fc.constantFrom("question", "fault"),
      urgent: fc.boolean(),
      region: fc.constantFrom("EU", "US"),
    },
    { requiredKeys: [] },
  );
  const target = fc.record({
    when: fc.oneof(fc.constant({}), conditions),
    metric: fc.constantFrom("firstResponse", "resolution"),
    promise: fc.constantFrom(...PROMISES),
  });
  const rules = fc.record({
    targets: fc.array(target, { minLength: 1, maxLength: 8 }),
    intake: fc.array(fc.record({ when: conditions, startsOn: fc.constantFrom("own", "office") }), { maxLength: 2 }),
    binding: fc.constantFrom("earliest", "first", "mostSpecific"),
    knownUntil: fc.constantFrom("2012-01-01", "2025-03-30", "2026-02-17", undefined),
  });
  const keys = fc.array(
    fc.record(
      {
        severity: fc.constantFrom("S1", "S2", "S3"),
        type: fc.constantFrom("question", "fault", undefined),
        urgent: fc.boolean(),
        attributes: fc.constantFrom({}, { region: "EU" }, { region: "US" }),
      },
      { requiredKeys: ["type", "urgent", "attributes"] },
    ),
    { minLength: 1, maxLength: 12 },
  );

  it("of generated policies on generated calendars, around everything that clocks do", () => {
    const runs = Math.ceil(400 * FACTOR);
    let deadlines = 0;
    let refused = 0;
    fc.assert(
      fc.property(
        calendarCase,
        rules,
        keys,
        fc.nat(5),
        ({ data, instants }, { targets, intake, binding, knownUntil }, given, kind) => {
          const definition = {
            name: "generated",
            zone: data.zone,
            calendars: {
              own: { holidays: [], ...data, ...(knownUntil !== undefined && { knownUntil }) },
              office: { hours: "Mon-Fri 09:00-12:30 & 13:30-18:00", holidays: "CN" },
            },
            severities: { S1: {}, S2: {}, S3: {} },
            types: { question: {}, fault: {} },
            dimensions: { region: ["EU", "US"] },
            assumptions: [{ about: "urgent", reading: { en: "urgent" }, usedBy: [{ when: { urgent: true } }] }],
            targets: targets.map(({ promise, ...row }) => ({ ...row, ...promise })),
            intake,
            binding,
          } as Policy;
          const policy = compiled(definition);
          fc.pre(policy !== undefined);
          const tickets = instants.flatMap((openedAt) => given.map((one) => ({ ...one, openedAt })));
          const isAnswered = tickets.every((ticket) => answers(policy, ticket));
          if (isAnswered) deadlines += expectTheSame(policy, tickets, {}, kind);
          else refused++;
        },
      ),
      { numRuns: runs },
    );
    expect(deadlines).toBeGreaterThan(10 * runs);
    expect(refused).toBeLessThan(runs / 4);
  });

  /** A calendar that can never open makes no policy. */
  function compiled(definition: Policy): CompiledPolicy | undefined {
    try {
      return compilePolicy(definition);
    } catch (error) {
      if (error instanceof SlaError && error.code === "never_opens") return undefined;
      throw error;
    }
  }

  function answers(policy: CompiledPolicy, ticket: Ticket<number>): boolean {
    try {
      deadlinesOf(policy, ticket);
      return true;
    } catch {
      return false;
    }
  }
});

describe("deadlinesBatch refuses what deadlinesFor refuses", () => {
  /** Open on the Fridays up to 2030, and never again. */
  const CLOSING: Policy = {
    name: "closing",
    zone: "UTC",
    calendars: { own: { hours: { fri: ["09:00-18:00"] }, holidays: [], changes: [{ from: "2030-01-01", hours: {} }] } },
    severities: { work: {}, days: {}, opening: {}, start: {}, far: {}, fine: {} },
    workingDayRule: "sameTime",
    targets: [
      { when: { severity: "work" }, metric: "resolution", within: "10 working hours", calendar: "own" },
      { when: { severity: "days" }, metric: "resolution", within: "2 working days", calendar: "own" },
      { when: { severity: "opening" }, metric: "resolution", within: "immediate", calendar: "own" },
      { when: { severity: "start" }, metric: "resolution", within: "1 hour", startsOn: "own" },
      { when: { severity: "far" }, metric: "resolution", within: "171 months" },
      { metric: "firstResponse", within: "1 hour" },
      { when: { severity: "fine" }, metric: "resolution", within: "1 hour" },
    ],
  };
  const policy = compilePolicy(CLOSING);

  it("naming the first ticket with an error, by its code; those before it are written", () => {
    const random = randomFrom(7);
    const codes = new Set<string>();
    for (let run = 0; run < 40; run++) {
      // 5,000 tickets, the last of which are opened late enough to fail.
      const late = Math.floor(random() * 4_990);
      const [early, last] = [Date.UTC(2020, 0), Date.UTC(run % 2 === 0 ? 2029 : 2190, 11, 20)];
      const tickets = randomTickets(policy, 5_000 + run, 0, 1).map((ticket, i) => {
        return { ...ticket, openedAt: Math.floor((i < late ? early : last) + random() * 20 * 86_400_000) };
      });
      const first = tickets.findIndex((ticket, i) => i >= late && !isAnswered(ticket));
      const expected = errorOf(() => deadlinesFor(policy, tickets[first] as Ticket<number>));
      const out = deadlinesBatch(
        policy,
        columnsOf(
          policy,
          tickets.map((ticket) => ({ ...ticket, openedAt: early })),
        ),
      );
      const error = errorOf(() => deadlinesBatch(policy, columnsOf(policy, tickets, run), out));
      expect(error.issues).toStrictEqual([{ ...expected.issues[0], path: ["openedAt", first] }]);
      codes.add(error.code);
      for (const i of [0, late - 1, first - 1].filter((place) => place >= 0 && place < first)) {
        const { dueAt, row, beyondKnown } = out.deadlines["resolution"]!;
        const answer = answerOf(deadlinesOf(policy, tickets[i] as Ticket<number>), "resolution");
        expect([dueAt[i], row[i], beyondKnown[i]]).toStrictEqual(answer);
      }
    }
    expect([...codes].sort()).toStrictEqual(["never_opens", "out_of_range"]);
  });

  function isAnswered(ticket: Ticket<number>): boolean {
    try {
      return deadlinesFor(policy, ticket).length > 0;
    } catch {
      return false;
    }
  }
});
