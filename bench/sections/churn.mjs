// Calendars come and go: what is left of many different ones that were compiled, asked once and dropped.
import { setImmediate } from "node:timers/promises";
import { addWorkingTime, compileCalendar } from "sla-clock/core";
import { fixed, megabytes, whole } from "../figures.mjs";
import { memoryInUse } from "../memory.mjs";
import { tenant, variant } from "../tenants.mjs";
import { HOUR_MS } from "../units.mjs";

const AT = Date.UTC(2025, 5, 15);

/** @type {import("../section.mjs").Section} */
export async function run({ quick, long }) {
  const count = quick ? 4_000 : long ? 1_000_000 : 200_000;
  const budgetMs = long ? Number.POSITIVE_INFINITY : 60_000;
  await compileMany(0, count / 4); // what the first ones leave behind (code, zones) is not growth
  const before = await memoryInUse();
  const start = performance.now();
  /** @type {string[][]} */
  const rows = [];
  let done = 0;
  let growth = 0;
  for (let quarter = 1; quarter <= 4 && performance.now() - start < budgetMs; quarter++) {
    await compileMany(count / 4 + done, count / 4);
    done += count / 4;
    const now = await memoryInUse();
    growth = now.used - before.used;
    rows.push([whole(done), megabytes(growth), fixed(growth / done, 2), megabytes(now.rss - before.rss)]);
  }
  const us = ((performance.now() - start) * 1000) / done;
  const columns = ["compiled, asked once, dropped", "growth", "bytes each", "RSS"];
  const notes = [`Heap and array buffers; ${fixed(us)} µs each. With --long a million.`];
  return {
    figures: { "churn, MB": growth / 1e6 },
    tables: [{ title: "Different calendars that come and go", columns, rows, notes }],
  };
}

/** @param {number} first @param {number} count */
async function compileMany(first, count) {
  for (let number = first; number < first + count; number++) {
    const calendar = compileCalendar(variant(tenant(number, false), number));
    addWorkingTime(calendar, AT, HOUR_MS);
    // As a service, which answers requests in between: finalizers run only then.
    if (number % 500 === 0) await setImmediate();
  }
}
