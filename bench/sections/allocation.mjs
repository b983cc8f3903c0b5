// Bytes allocated for each answer, by the growth of the heap between two looks at it, no collection in between.
import {
  addWorkingDays,
  addWorkingTime,
  addWorkingTimeBatch,
  isWorkingDay,
  workingTimeBetweenBatch,
} from "sla-clock/core";
import { AMOUNT, anyKindCases } from "../callers.mjs";
import { fixed } from "../figures.mjs";
import { calendarCase, median } from "../measure.mjs";
import { ownCase } from "../own-answers.mjs";
import { question } from "../questions.mjs";
import { DAY_MS } from "../units.mjs";
import { COUNT, compileWork, workInstants } from "../work.mjs";

/** @typedef {import("../measure.mjs").Case} Case */
/** @typedef {import("sla-clock/core").WorkingDayOptions} WorkingDayOptions */

const RESULT = "un-inlined call (calendar, at, amount) that returns at + 1";

/** Allocates nothing but the number that goes in and the number that comes out, which V8 boxes. */
const returnNext = /** @type {(calendar: unknown, at: number, amount: number) => number} */ (
  new Function("calendar", "at", "amount", `if (at === -1) { ${"at = at * 3 + 1; ".repeat(400)} } return at + 1;`)
);

/** @type {import("../section.mjs").Section} */
export function run({ quick }) {
  const office = compileWork("office");
  const [batch, days, others] = [batchCases(office), dayCases(office), scalarCases(office)];
  const bytes = new Map([...batch, ...others, ...days].map((one) => [one.name, bytesEach(one, quick)]));
  const result = bytes.get(RESULT) ?? 0;
  const most = (/** @type {readonly string[]} */ names) =>
    Math.max(...names.map((name) => bytes.get(name) ?? Number.NaN));
  return {
    figures: {
      "bytes each, batch": most(batch.map(({ name }) => name)),
      "bytes each, scalar beyond the result": Math.max(0, most(SCALAR) - result),
      "bytes each, working days beyond the result": Math.max(0, most(days.map(({ name }) => name)) - result),
    },
    tables: [
      {
        title: "Allocation",
        columns: ["case", "bytes each"],
        rows: [...bytes].map(([name, each]) => [name, fixed(each, 2)]),
        notes: [
          "A number that is no small integer is boxed in 16 bytes when it crosses a call that V8 did not inline, one for the argument and one for the result: the un-inlined call shows that cost, which no library can avoid. An inlined call has none.",
        ],
      },
    ],
  };
}

const SCALAR = ["add 4 h", "add 40 h", "subtract 4 h", "between 30 days", "isOpen any", "nextOpen", "previousClose"];

const DAYS = ["add 5 working days", "add -5 working days", "workingDaysBetween, 30 days apart"];

/** Ways of adding working days. @type {readonly (readonly [days: number, options: WorkingDayOptions])[]} */
const RULES = [
  [5, { cutoff: "16:00" }],
  [5, { rule: "endOfDay" }],
  [-5, { rule: "endOfDay" }],
  [5, { rule: "endOfDay", cutoff: "16:00" }],
  [5, { rule: "workingHours" }],
  [-5, { rule: "workingHours" }],
  [5, { rule: "workingHours", cutoff: "16:00", hoursPerDay: 7.5 }],
  [0, { rule: "sameTime" }],
];

/** @param {import("../work.mjs").Calendar} office @returns {Case[]} */
function batchCases(office) {
  const from = workInstants();
  const to = from.map((at) => at + 30 * DAY_MS);
  const amounts = from.map((at) => 1 + (at % AMOUNT));
  const out = new Float64Array(COUNT);
  /** @param {string} name @param {() => Float64Array} column */
  const column = (name, column) => ({ name, inputs: COUNT, run: () => column()[0] ?? 0 });
  return [
    column("addWorkingTimeBatch", () => addWorkingTimeBatch(office, from, AMOUNT, out)),
    column("addWorkingTimeBatch, one amount for each", () => addWorkingTimeBatch(office, from, amounts, out)),
    column("workingTimeBetweenBatch", () => workingTimeBetweenBatch(office, from, to, out)),
  ];
}

/** Steps of working days by every rule, and what else is asked of days. @param {import("../work.mjs").Calendar} office @returns {Case[]} */
function dayCases(office) {
  const instants = workInstants();
  return [
    ...DAYS.map((id) => ownCase(id, instants, office, question(id))),
    ...RULES.map(([days, options]) => {
      const name = `add ${days} working days, ${JSON.stringify(options)}`;
      /** @type {(calendar: import("../work.mjs").Calendar, at: number, days: number) => number} */
      const add = (calendar, at, count) => addWorkingDays(calendar, at, count, options);
      return calendarCase(name, instants, add, office, days);
    }),
    calendarCase("isWorkingDay", instants, (calendar, at) => Number(isWorkingDay(calendar, at)), office, 0),
  ];
}

/** @param {import("../work.mjs").Calendar} office @returns {Case[]} */
function scalarCases(office) {
  const instants = workInstants();
  return [
    calendarCase(RESULT, instants, returnNext, office, AMOUNT),
    ...SCALAR.map((id) => ownCase(id, instants, office, question(id))),
    calendarCase('add 4 h, { atClose: "nextOpen" }', instants, addToNextOpen, office, AMOUNT),
    ...anyKindCases(office),
  ];
}

const NEXT_OPEN = /** @type {const} */ ({ atClose: "nextOpen" });

/** @param {import("../work.mjs").Calendar} calendar @param {number} at @param {number} amount */
function addToNextOpen(calendar, at, amount) {
  return addWorkingTime(calendar, at, amount, NEXT_OPEN);
}

/**
 * The median of many looks, what looking costs taken off.
 *
 * @param {Case} one
 * @param {boolean} quick
 */
function bytesEach({ inputs, run }, quick) {
  const end = performance.now() + (quick ? 40 : 400);
  let sum = 0;
  while (performance.now() < end) sum += run(0, inputs);
  const looks = quick ? 5 : 25;
  const looking = median(Array.from({ length: looks }, () => grown(() => sum)));
  const found = median(Array.from({ length: looks }, () => grown(() => run(0, inputs))));
  return Math.max(0, found - looking) / inputs;
}

/** @param {() => number} run */
function grown(run) {
  globalThis.gc?.(); // the young generation is empty, so that nothing is collected while `run` runs
  const before = process.memoryUsage().heapUsed;
  run();
  return process.memoryUsage().heapUsed - before;
}
