// How long an answer takes, as ratios inside one process: `npm run bench`. Inputs are random, from a stated seed, and
// never sorted; rounds are interleaved; what is timed was checked against the slow reference first.
import { addWorkingTime as addFromIndex } from "sla-clock";
import {
  addWorkingDays,
  addWorkingTime,
  addWorkingTimeBatch,
  compileCalendar,
  isOpen,
  workingTimeBetween,
  workingTimeBetweenBatch,
} from "sla-clock/core";
import { checkAnswers } from "./check-answers.mjs";
import { emptyCall, measure } from "./measure.mjs";
import { randomInstants, SEED } from "./random.mjs";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const COUNT = 10_000;

const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri"];
/** @param {readonly string[]} windows */
const week = (windows) => Object.fromEntries(WEEKDAYS.map((day) => [day, windows]));
const holidays = ["01-01", "01-20", "02-17", "05-26", "07-04", "09-01", "12-25"].flatMap((day) =>
  [2024, 2025, 2026].map((year) => `${year}-${day}`),
);
const definition = { zone: "America/New_York", hours: week(["09:00-17:00"]), holidays };
const office = compileCalendar(definition);
const lunch = compileCalendar({ ...definition, hours: week(["09:00-12:00", "13:00-17:00", "22:00-02:00"]) });

const from = randomInstants(COUNT, "2024-01-01T00:00Z", "2027-01-01T00:00Z");
const to = from.map((at) => at + 30 * DAY_MS);
const out = new Float64Array(COUNT);

await checkAnswers(definition, office, from.subarray(0, 60));

/**
 * A loop over all inputs that calls `answer` once each and keeps the sum, so that nothing can be left out.
 *
 * @param {(at: number) => number} answer
 */
const each = (answer) => () => {
  let sum = 0;
  for (let i = 0; i < COUNT; i++) sum += answer(/** @type {number} */ (from[i]));
  return sum;
};

/** @type {Record<string, () => number>} */
const cases = {
  "un-inlined empty call": each(emptyCall),
  "raw copy loop": () => {
    for (let i = 0; i < COUNT; i++) out[i] = /** @type {number} */ (from[i]);
    return /** @type {number} */ (out[COUNT - 1]);
  },
  "add 4 h (core)": each((at) => addWorkingTime(office, at, 4 * HOUR_MS)),
  "add 40 h (core)": each((at) => addWorkingTime(office, at, 40 * HOUR_MS)),
  "add 400 h (core)": each((at) => addWorkingTime(office, at, 400 * HOUR_MS)),
  "add 4 h (sla-clock)": each((at) => addFromIndex(office, at, 4 * HOUR_MS)),
  "add 4 h, text (sla-clock)": each((at) => addFromIndex(office, at, "4 working hours")),
  "add 4 h, lunch and nights": each((at) => addWorkingTime(lunch, at, 4 * HOUR_MS)),
  "add 4 h, batch": () => addWorkingTimeBatch(office, from, 4 * HOUR_MS, out)[COUNT - 1] ?? 0,
  "between 30 d (core)": each((at) => workingTimeBetween(office, at, at + 30 * DAY_MS)),
  "between 30 d, batch": () => workingTimeBetweenBatch(office, from, to, out)[COUNT - 1] ?? 0,
  "isOpen (core)": each((at) => Number(isOpen(office, at))),
  "add 5 working days (core)": each((at) => addWorkingDays(office, at, 5)),
};

const results = measure(cases, COUNT);
const empty = /** @type {import("./measure.mjs").Result} */ (results.get("un-inlined empty call")).medianNs;
console.log(`${COUNT} random instants 2024-2026, seed ${SEED}, Node ${process.version}; answers checked first\n`);
console.log("case".padEnd(28), "median ns".padStart(10), "spread".padStart(14), "x empty call".padStart(13));
for (const [name, { medianNs, lowNs, highNs }] of results) {
  const spread = `${lowNs.toFixed(1)}-${highNs.toFixed(1)}`;
  const ratio = (medianNs / empty).toFixed(2);
  console.log(name.padEnd(28), medianNs.toFixed(1).padStart(10), spread.padStart(14), ratio.padStart(13));
}
const flat = (results.get("add 400 h (core)")?.medianNs ?? 0) / (results.get("add 4 h (core)")?.medianNs ?? 1);
console.log(`\nflatness: add 400 h / add 4 h = ${flat.toFixed(2)}`);
