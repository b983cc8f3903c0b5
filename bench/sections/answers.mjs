// The answers of every question that is timed, against the slow reference; a difference ends the benchmark.

import { checksumKey, expectSame } from "../check-answers.mjs";
import { checksum } from "../checksum.mjs";
import { whole } from "../figures.mjs";
import { answersOf, ownAnswer } from "../own-answers.mjs";
import { ALL_QUESTIONS, GOAL_QUESTIONS, OWN_QUESTIONS } from "../questions.mjs";
import { referenceOf } from "../reference-answers.mjs";
import { CALENDAR_TEXTS, compileWork, DEFINITIONS, workInstants } from "../work.mjs";

/** @typedef {import("../work.mjs").CalendarName} CalendarName */
/** @typedef {import("../questions.mjs").Question} Question */

/** What is asked of each calendar, and how far its answers reach: 10,000 working hours are five years. */
const OFFICE = { questions: ALL_QUESTIONS, from: "2018-01-01", to: "2033-01-01", count: 10_000, quickCount: 400 };
const OTHERS = {
  questions: [...GOAL_QUESTIONS, ...OWN_QUESTIONS],
  from: "2022-06-01",
  to: "2028-06-01",
  count: 2_000,
  quickCount: 200,
};
/** United calendars have no definition for the reference, and what is open for good has no next closing. */
const FEW = { ...OTHERS, questions: GOAL_QUESTIONS };

/** @param {CalendarName} name */
function planOf(name) {
  if (name === "office") return OFFICE;
  return name === "threeZones" || name === "roundTheClock" ? FEW : OTHERS;
}

/** @type {import("../section.mjs").Section} */
export async function run({ quick }) {
  /** @type {import("../check-answers.mjs").Checksums} */
  const checksums = {};
  /** @type {string[][]} */
  const rows = [];
  for (const name of /** @type {CalendarName[]} */ (Object.keys(DEFINITIONS))) {
    const plan = planOf(name);
    const count = quick ? plan.quickCount : plan.count;
    const calendar = compileWork(name);
    const reference = await referenceOf(name, plan.from, plan.to);
    for (const question of plan.questions) {
      const instants = workInstants(question.starts).subarray(0, count);
      const truth = instants.map((at) => Number(reference(question)(at)));
      const key = checksumKey(name, question);
      expectSame(key, answersOf(ownAnswer(calendar, question), instants), truth, instants);
      checksums[key] = { count, sum: checksum(truth) };
    }
    const sums = plan.questions.map((question) =>
      Number.parseInt(checksums[checksumKey(name, question)]?.sum ?? "", 16),
    );
    const together = checksum(Float64Array.from(sums));
    rows.push([CALENDAR_TEXTS[name], whole(plan.questions.length), whole(count), together, "equal"]);
  }
  const columns = ["calendar", "questions", "instants each", "checksum", "to the slow reference"];
  return { checksums, tables: [{ title: "Answers, checked before anything is timed", columns, rows }] };
}
