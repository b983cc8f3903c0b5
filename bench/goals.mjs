// The goals, as ../shared/design/performance.md set them: what must hold and what is aimed at.
import { short } from "./figures.mjs";

/**
 * A goal is held against one figure that a section found. `atLeast` means that more is better.
 * @typedef {{ text: string, figure: string, unit: string, must: number, aim: number, atLeast?: boolean }} Goal
 */

/** @param {string} question @param {string} peer @param {number} must @param {number} aim @returns {Goal} */
const against = (question, peer, must, aim) => {
  return { text: `${question} against ${peer}`, figure: `${question} · ${peer}`, unit: "x", must, aim, atLeast: true };
};

/** @param {string} text @param {string} unit @param {number} must @param {number} [aim] @param {string} [figure] @returns {Goal} */
const atMost = (text, unit, must, aim = must, figure = text) => ({ text, figure, unit, must, aim });

/** @type {readonly Goal[]} */
export const GOALS = [
  against("add 4 h", "opening_hours", 1_500, 2_500),
  against("add 40 h", "opening_hours", 6_000, 9_000),
  against("add 400 h", "opening_hours", 60_000, 80_000),
  against("add 4 h", "dayjs-business-time", 3_000, 4_500),
  against("add 40 h", "dayjs-business-time", 20_000, 36_000),
  atMost("flatness: add 400 h / 4 h", "x", 1.3, 1.15, "add 400 h / add 4 h"),
  atMost("flatness: between 365 d / 1 d", "x", 1.3, 1.15, "between 1 year / 1 day"),
  atMost("flatness: 30-year / 5-year table, same instants", "x", 1.3, 1.15, "30 / 5 years, instants 2024-2026"),
  atMost(
    "flatness: 30-year / 5-year table, each over all its years",
    "x",
    1.3,
    1.15,
    "30 / 5 years, instants in all years",
  ),
  atMost("lunch / 9-5", "x", 1.5, 1.2),
  atMost("nights / 9-5", "x", 1.5, 1.2),
  atMost("lunch and nights / 9-5", "x", 1.5, 1.2),
  atMost("batch against a raw copy loop, 1,000,000 instants", "x", 12, 5, "batch / copy"),
  atMost("batch against an un-inlined empty call", "x", 1.5, 1, "batch / empty call"),
  atMost("batch against the same algorithm in C -O3", "x", 2.5, 1.5, "batch / C, 1000000"),
  {
    text: "batch of 1,000,000 on two threads against one",
    figure: "two threads",
    unit: "x",
    must: 1.8,
    aim: 1.95,
    atLeast: true,
  },
  atMost("allocation in batch, for each element", "bytes", 0.1, 0.1, "bytes each, batch"),
  atMost("allocation in scalar calls, beyond the result", "bytes", 0.1, 0.1, "bytes each, scalar beyond the result"),
  atMost(
    "allocation in working-day steps, beyond the result",
    "bytes",
    0.1,
    0.1,
    "bytes each, working days beyond the result",
  ),
  atMost("addWorkingTime of sla-clock / of the core", "x", 1.3, 1.3, "sla-clock / core"),
  atMost("Date in, Date out, over the number path", "ns", 100, 100, "Date - number, ns"),
  atMost("compile, warm, for each calendar-year of 9-5", "µs", 30, 10, "compile, µs a calendar-year, 9-5"),
  atMost("zone transitions, for each zone-year", "µs", 150, 80, "zone, µs a zone-year"),
  atMost("bytes for each calendar-year, 9-5", "KiB", 8, 5.2, "KiB a calendar-year, 9-5"),
  atMost("bytes for each calendar-year, lunch", "KiB", 16, 13.4, "KiB a calendar-year, lunch"),
  atMost("sla-clock/core, compileCalendar and addWorkingTime, gzip", "kB", 6, 4, "core, kB gzip"),
  atMost("10,000 tenants, all distinct, an add", "ns", 250, 120, "tenants, distinct, ns"),
  atMost("10,000 tenants, all distinct, memory", "MB", 300, 120, "tenants, distinct, MB"),
  atMost("the same after one question each at epoch 0 and in 2190", "MB", 300, 120, "tenants, distinct, far, MB"),
  atMost("200,000 different calendars that come and go, growth of the heap", "MB", 5, 1, "churn, MB"),
];

/** With Temporal a zone-year is a matter of a few calls. */
const WITH_TEMPORAL = { must: 150, aim: 2 };

/**
 * A goal beside what was found: `must holds · aim short`. `undefined` where nothing was measured.
 *
 * @param {Goal} goal
 * @param {Record<string, number>} figures
 */
export function judge(goal, figures) {
  const value = figures[goal.figure];
  if (value === undefined || Number.isNaN(value)) return undefined;
  const byTemporal = goal.figure.startsWith("zone,") && figures["zone, has Temporal"] === 1;
  const { must, aim } = byTemporal ? WITH_TEMPORAL : goal;
  const holds = (/** @type {number} */ limit) => (goal.atLeast === true ? value >= limit : value <= limit);
  const word = (/** @type {number} */ limit) => (holds(limit) ? "holds" : "short");
  const verdict = must === aim ? `must ${word(must)}` : `must ${word(must)} · aim ${word(aim)}`;
  return { value, must, aim, holdsMust: holds(must), holdsAim: holds(aim), verdict };
}

/** A figure with its unit: 1,512x, 8.2 µs. @param {number} value @param {string} unit */
export function withUnit(value, unit) {
  const text = Math.abs(value) < 10 ? String(Number(value.toFixed(2))) : short(value);
  return unit === "x" ? `${text}x` : `${text} ${unit}`;
}
