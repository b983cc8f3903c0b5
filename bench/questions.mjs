// What is asked: the eleven questions of the benchmark of biz (the Ruby gem), those of the goals, and days.
//
// biz asks each for one fixed instant; here each is asked for many random ones. What biz calls a year is half of one
// (2006-01-02 to 2006-07-02); here it is 365 days.
import { DAY_MS, HOUR_MS } from "./units.mjs";

/**
 * @typedef {"add" | "subtract" | "between" | "isOpen" | "addDays" | "nextOpen" | "nextClose" | "previousOpen"
 *   | "previousClose" | "workingDaysBetween"} Kind
 *
 * A question: `amount` is milliseconds of working time (add, subtract), of elapsed time (between, workingDaysBetween) or
 * working days (addDays); `starts` says for which instants it is asked.
 * @typedef {{ id: string, text: string, kind: Kind, amount: number, starts: "any" | "open" | "closed" }} Question
 */

/** @param {number} hours @returns {Question} */
const add = (hours) => ({
  id: `add ${hours} h`,
  text: `add ${hours.toLocaleString("en")} h`,
  kind: "add",
  amount: hours * HOUR_MS,
  starts: "any",
});

/** @param {number} hours @returns {Question} */
const subtract = (hours) => ({
  ...add(hours),
  id: `subtract ${hours} h`,
  text: `subtract ${hours.toLocaleString("en")} h`,
  kind: "subtract",
});

/** @param {number} amount @param {string} text @returns {Question} */
const between = (amount, text) => ({
  id: `between ${text}`,
  text: `between, ${text} apart`,
  kind: "between",
  amount,
  starts: "any",
});

/** @param {"any" | "open" | "closed"} starts @param {string} text @returns {Question} */
const isOpen = (starts, text) => ({ id: `isOpen ${starts}`, text, kind: "isOpen", amount: 0, starts });

/** @param {Kind} kind @param {string} text @param {number} [amount] @returns {Question} */
const other = (kind, text, amount = 0) => ({ id: text, text, kind, amount, starts: "any" });

/** The eleven of biz. */
export const BIZ_QUESTIONS = [
  add(1),
  add(100),
  add(10_000),
  subtract(1),
  subtract(100),
  subtract(10_000),
  between(HOUR_MS, "1 hour"),
  between(7 * DAY_MS, "1 week"),
  between(365 * DAY_MS, "1 year"),
  isOpen("open", "isOpen: yes"),
  isOpen("closed", "isOpen: no"),
];

/** Those of the goals. */
export const GOAL_QUESTIONS = [add(4), add(40), add(400), between(30 * DAY_MS, "30 days"), isOpen("any", "isOpen")];

/** Of starts in open time, for the peers know no rule for others. @type {Question[]} */
const DAY_QUESTIONS = [
  { id: "add 5 days", text: "add 5 working days, start in open time", kind: "addDays", amount: 5, starts: "open" },
];

/** What the peers are asked, too. */
export const PEER_QUESTIONS = [...BIZ_QUESTIONS, ...GOAL_QUESTIONS, ...DAY_QUESTIONS];

/** What only this library is asked. */
export const OWN_QUESTIONS = [
  subtract(4),
  between(DAY_MS, "1 day"),
  other("nextOpen", "nextOpen"),
  other("nextClose", "nextClose"),
  other("previousOpen", "previousOpen"),
  other("previousClose", "previousClose"),
  other("addDays", "add 5 working days", 5),
  other("addDays", "add -5 working days", -5),
  other("workingDaysBetween", "workingDaysBetween, 30 days apart", 30 * DAY_MS),
];

export const ALL_QUESTIONS = [...PEER_QUESTIONS, ...OWN_QUESTIONS];

/**
 * A question by its id.
 *
 * @param {string} id
 */
export function question(id) {
  const found = ALL_QUESTIONS.find((one) => one.id === id);
  if (found === undefined) throw new Error(`there is no question ${id}`);
  return found;
}
