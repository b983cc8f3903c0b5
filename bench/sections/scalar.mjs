// One answer at a time: numbers, text and dates, beside what a copy and an empty call cost in the same process.
import { addWorkingTime as addAnyKind, workingTimeBetween as betweenAnyKind, isOpen as isOpenAnyKind } from "sla-clock";
import { addWorkingTime as addFrom, addWorkingDays } from "sla-clock/core";
import { AMOUNT, anyKindCases } from "../callers.mjs";
import { expectChecked } from "../check-answers.mjs";
import { short, spread } from "../figures.mjs";
import {
  calendarCase,
  copyCase,
  emptyCall,
  emptyCallWithoutArgument,
  excess,
  loopCase,
  measure,
  ratio,
  variableCase,
} from "../measure.mjs";
import { ownCase } from "../own-answers.mjs";
import { BIZ_QUESTIONS, GOAL_QUESTIONS, OWN_QUESTIONS } from "../questions.mjs";
import { DAY_MS } from "../units.mjs";
import { COUNT, compileWork, workInstants } from "../work.mjs";

const QUESTIONS = [...GOAL_QUESTIONS, ...BIZ_QUESTIONS, ...OWN_QUESTIONS];
const EMPTY = "un-inlined empty call with the instant";
const COPY = "raw copy loop";

/** @type {import("../section.mjs").Sample} */
export function sample({ quick, checksums }) {
  const office = compileWork("office");
  expectChecked("office", office, QUESTIONS, checksums);
  const cases = [
    ...unitCases(),
    ...QUESTIONS.map((question) => ownCase(question.id, workInstants(question.starts), office, question)),
    ...publicCases(office),
  ];
  expectSameSums(cases);
  return measure(cases, quick ? { rounds: 15, warmUpMs: 30, sliceMs: 2 } : { rounds: 41, warmUpMs: 80, sliceMs: 5 });
}

/** @type {import("../section.mjs").Section} */
export function run(_, results) {
  const nsOf = (/** @type {string} */ name) => results.get(name)?.medianNs ?? Number.NaN;
  const ratioOf = (/** @type {string} */ a, /** @type {string} */ b) => ratio(results.get(a), results.get(b));
  const rows = [...results].map(([name, result]) => {
    const ratios = [COPY, EMPTY].map((unit) => `${short(ratio(result, results.get(unit)))}x`);
    return [name, short(result.medianNs), spread(result), ...ratios];
  });
  return {
    figures: {
      "add 4 h, ns": nsOf("add 4 h"),
      "add 400 h / add 4 h": ratioOf("add 400 h", "add 4 h"),
      "between 1 year / 1 day": ratioOf("between 1 year", "between 1 day"),
      "sla-clock / core": ratioOf("sla-clock: add 4 h", "add 4 h"),
      "text / number": ratioOf('sla-clock: add "4 working hours"', "sla-clock: add 4 h"),
      "Date - number, ns": excess(results.get("sla-clock: Date add 4 h"), results.get("sla-clock: add 4 h")),
    },
    tables: [
      {
        title: "One answer at a time",
        columns: ["function of sla-clock/core, unless named", "median ns", "quartiles", "x copy", "x empty call"],
        rows,
        notes: [
          "What a Date costs over a number is held against its goal by the process that was disturbed least.",
          "V8 boxes the instant that is handed to a call which it does not inline; the call without an argument has no such cost.",
        ],
      },
    ],
  };
}

/** What the others are held against. */
function unitCases() {
  const instants = workInstants();
  return [
    copyCase(COPY, instants, new Float64Array(COUNT)),
    loopCase(EMPTY, instants, emptyCall),
    loopCase("un-inlined empty call without argument", instants, () => emptyCallWithoutArgument()),
  ];
}

/**
 * The functions of `sla-clock`, which take every kind of instant.
 *
 * @param {import("../work.mjs").Calendar} office
 */
function publicCases(office) {
  const instants = workInstants();
  const texts = [...instants].map((at) => new Date(at).toISOString());
  const localDates = texts.map((text) => text.slice(0, 10));
  return [
    variableCase("add 4 h, calendar and amount no constants", instants, addFrom, office, AMOUNT),
    ...anyKindCases(office),
    calendarCase(
      "sla-clock: ISO text add 4 h",
      texts,
      (calendar, at, amount) => addAnyKind(calendar, at, amount).length,
      office,
      AMOUNT,
    ),
    calendarCase("sla-clock: between 30 days", instants, betweenFrom, office, 30 * DAY_MS),
    calendarCase("sla-clock: isOpen", instants, (calendar, at) => Number(isOpenAnyKind(calendar, at)), office, 0),
    calendarCase(
      "add 5 working days to a plain date",
      localDates,
      (calendar, date, days) => addWorkingDays(calendar, date, days).length,
      office,
      5,
    ),
  ];
}

/** @param {import("../work.mjs").Calendar} calendar @param {number} at @param {number} length */
function betweenFrom(calendar, at, length) {
  return betweenAnyKind(calendar, at, at + length);
}

/** Every way of adding 4 h gives the same. @param {readonly import("../measure.mjs").Case[]} cases */
function expectSameSums(cases) {
  const sumOf = (/** @type {string} */ name) => cases.find((one) => one.name === name)?.run(0, COUNT);
  for (const name of ["sla-clock: add 4 h", 'sla-clock: add "4 working hours"', "sla-clock: Date add 4 h"]) {
    if (sumOf(name) !== sumOf("add 4 h")) throw new Error(`${name} answers differently from add 4 h of the core`);
  }
}
