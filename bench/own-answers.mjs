// How the questions are put to `sla-clock/core`: numbers in, numbers out.
import {
  addWorkingDays,
  addWorkingTime,
  isOpen,
  nextClose,
  nextOpen,
  previousClose,
  previousOpen,
  subtractWorkingTime,
  workingDaysBetween,
  workingTimeBetween,
} from "sla-clock/core";
import { calendarCase } from "./measure.mjs";

/** @typedef {import("./work.mjs").Calendar} Calendar */
/** @typedef {(calendar: Calendar, at: number, amount: number) => number} Answer */

/** What answers a kind of question; `amount` is the question's. @type {Record<import("./questions.mjs").Kind, Answer>} */
const OWN_ANSWERS = {
  add: (calendar, at, amount) => addWorkingTime(calendar, at, amount),
  subtract: (calendar, at, amount) => subtractWorkingTime(calendar, at, amount),
  between: (calendar, at, length) => workingTimeBetween(calendar, at, at + length),
  isOpen: (calendar, at) => Number(isOpen(calendar, at)),
  addDays: (calendar, at, days) => addWorkingDays(calendar, at, days),
  nextOpen: (calendar, at) => nextOpen(calendar, at) ?? Number.NaN,
  nextClose: (calendar, at) => nextClose(calendar, at) ?? Number.NaN,
  previousOpen: (calendar, at) => previousOpen(calendar, at) ?? Number.NaN,
  previousClose: (calendar, at) => previousClose(calendar, at) ?? Number.NaN,
  workingDaysBetween: (calendar, at, length) => workingDaysBetween(calendar, at, at + length),
};

/**
 * The function that answers a question.
 *
 * @param {Calendar} calendar
 * @param {import("./questions.mjs").Question} question
 * @returns {(at: number) => number}
 */
export function ownAnswer(calendar, { kind, amount }) {
  const answer = OWN_ANSWERS[kind];
  return (at) => answer(calendar, at, amount);
}

/**
 * A case of a question, timed (measure.mjs).
 *
 * @param {string} name
 * @param {Float64Array} instants
 * @param {Calendar} calendar
 * @param {import("./questions.mjs").Question} question
 */
export function ownCase(name, instants, calendar, { kind, amount }) {
  return calendarCase(name, instants, OWN_ANSWERS[kind], calendar, amount);
}

/**
 * The answers for a column of instants.
 *
 * @param {(at: number) => number} answer
 * @param {Float64Array} instants
 */
export function answersOf(answer, instants) {
  return instants.map((at) => answer(at));
}
