// Before anything is timed: the answers of what will be timed are those of the slow reference. They are compared one by
// one in the section "answers"; the sections that time compare the checksums, in their own process.
import { checksum } from "./checksum.mjs";
import { answersOf, ownAnswer } from "./own-answers.mjs";
import { workInstants } from "./work.mjs";

/**
 * Of the reference's answers to the first `count` instants, by calendar and question ("office: add 4 h").
 * @typedef {Record<string, { count: number, sum: string }>} Checksums
 */

/**
 * @param {import("./work.mjs").CalendarName} name
 * @param {import("./questions.mjs").Question} question
 */
export const checksumKey = (name, question) => `${name}: ${question.id}`;

/**
 * Stops the benchmark unless every answer is the true one.
 *
 * @param {string} what
 * @param {Float64Array} answers
 * @param {Float64Array} truth
 * @param {Float64Array} instants
 */
export function expectSame(what, answers, truth, instants) {
  if (checksum(answers) === checksum(truth)) return;
  const index = answers.findIndex((answer, i) => !Object.is(answer, truth[i]));
  const at = new Date(instants[index] ?? Number.NaN).toISOString();
  throw new Error(`${what} at ${at}: ${answers[index]}, but the truth is ${truth[index]}`);
}

/**
 * Stops the benchmark unless a calendar still gives the answers that were compared with the reference.
 *
 * @param {import("./work.mjs").CalendarName} name
 * @param {import("./work.mjs").Calendar} calendar
 * @param {readonly import("./questions.mjs").Question[]} questions
 * @param {Checksums} checksums
 */
export function expectChecked(name, calendar, questions, checksums) {
  for (const question of questions) {
    const key = checksumKey(name, question);
    const { count, sum } = checksums[key] ?? { count: 0, sum: "missing" };
    const instants = workInstants(question.starts).subarray(0, count);
    const found = checksum(answersOf(ownAnswer(calendar, question), instants));
    if (found !== sum) throw new Error(`${key}: the checksum of the answers is ${found}, the reference's ${sum}`);
  }
}
