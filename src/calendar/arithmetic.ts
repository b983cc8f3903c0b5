/** Adding, subtracting and measuring working time: two look-ups in the table, whatever the distance. */
import { fail } from "../errors.js";
import { isSupportedInstant } from "../time/units.js";
import { type Calendar, type CalendarState, stateOf } from "./calendar.js";
import type { CompiledCalendar } from "./compiled-calendar.js";
import { AMOUNT, FROM, TO, tableFor, tableOver, wholeInstant } from "./query.js";
import { grown, holds } from "./table-store.js";
import { FROM_AT, pairAtWork, shiftOf, type Table, TIME_SCALE_AT, TOTAL_AT, workAt, workTo } from "./timeline.js";

/** How an answer is placed. */
export interface AddOptions {
  /** `"close"` (default): an answer on a closing instant stays there. `"nextOpen"`: it moves to the next opening. */
  readonly atClose?: "close" | "nextOpen" | undefined;
}

/**
 * The earliest instant by which `amountMs` of open time has passed since `from`.
 *
 * Using up exactly what is left before closing gives the closing instant, unless `atClose` is `"nextOpen"`. Zero gives
 * `from` itself, open or not; a negative amount subtracts.
 *
 * @param from epoch milliseconds.
 * @param amountMs working time in milliseconds; fractions are dropped.
 * @throws SlaError `invalid_instant`, `out_of_range`, `invalid_amount` (not finite), `never_opens` (not enough open time
 * is left before 2201).
 * @example
 * ```ts
 * import { addWorkingTime, compileCalendar } from "sla-clock/core";
 *
 * const office = compileCalendar({ zone: "UTC+8", hours: { fri: ["09:00-18:00"], mon: ["09:00-18:00"] } });
 * const due = addWorkingTime(office, Date.parse("2026-11-20T17:00+08:00"), 4 * 3_600_000);
 * new Date(due).toISOString(); //=> "2026-11-23T04:00:00.000Z"
 * ```
 */
export function addWorkingTime(calendar: Calendar, from: number, amountMs: number, options?: AddOptions): number {
  return addTo(calendar, from, amountMs, options?.atClose);
}

/**
 * The latest instant with exactly `amountMs` of open time between it and `from`: the mirror image of
 * {@link addWorkingTime}. Zero gives `from` itself; a negative amount adds.
 *
 * @param from epoch milliseconds.
 * @param amountMs working time in milliseconds; fractions are dropped.
 * @throws SlaError `invalid_instant`, `out_of_range`, `invalid_amount`, `never_opens`.
 * @example
 * ```ts
 * import { compileCalendar, subtractWorkingTime } from "sla-clock/core";
 *
 * const office = compileCalendar({ zone: "UTC", hours: { fri: ["09:00-18:00"], mon: ["09:00-18:00"] } });
 * const start = subtractWorkingTime(office, Date.parse("2026-11-23T12:00Z"), 4 * 3_600_000);
 * new Date(start).toISOString(); //=> "2026-11-20T17:00:00.000Z"
 * ```
 */
export function subtractWorkingTime(calendar: Calendar, from: number, amountMs: number, options?: AddOptions): number {
  // What is no number goes on as it is, to be refused: minus "4" would be one.
  const amount = typeof amountMs === "number" ? -amountMs : amountMs;
  return addTo(calendar, from, amount, options?.atClose);
}

/**
 * The open time in [from, to), in milliseconds; negative when `to` is before `from`.
 *
 * @param from epoch milliseconds.
 * @param to epoch milliseconds.
 * @throws SlaError `invalid_instant`, `out_of_range`.
 * @example
 * ```ts
 * import { compileCalendar, workingTimeBetween } from "sla-clock/core";
 *
 * const office = compileCalendar({ zone: "UTC", hours: { fri: ["09:00-18:00"], mon: ["09:00-18:00"] } });
 * workingTimeBetween(office, Date.parse("2026-11-20T17:00Z"), Date.parse("2026-11-23T12:00Z")); //=> 14_400_000
 * ```
 */
export function workingTimeBetween(calendar: Calendar, from: number, to: number): number {
  return betweenIn(stateOf(calendar), from, to);
}

/** {@link workingTimeBetween} of the inside of a calendar. */
export function betweenIn(state: CalendarState, from: number, to: number): number {
  const start = wholeInstant(from, FROM);
  const end = wholeInstant(to, TO);
  const { table } = state;
  if (holds(table, start) && holds(table, end)) {
    const { pairs, grid } = table;
    const origin = pairs[FROM_AT] as number;
    const scale = pairs[TIME_SCALE_AT] as number;
    const work = workTo(pairs, grid, origin, scale, end) - workTo(pairs, grid, origin, scale, start);
    if (!Number.isNaN(work)) return work;
  }
  return betweenSlowly(state, start, end, ...NOTHING);
}

/** What the table at hand cannot tell. */
function betweenSlowly(state: CalendarState, from: number, to: number): number {
  const table = tableOver(state, from, to);
  return workAt(table, to) - workAt(table, from);
}

/**
 * {@link addWorkingTime} without an object of options; a negative amount goes back. Here are only the answers that the
 * table at hand has: small enough to be compiled into the loop that calls it.
 */
export function addTo(calendar: Calendar, from: number, amountMs: number, atClose: AddOptions["atClose"]): number {
  stateOf(calendar); // refuses what is no calendar
  if (atClose !== undefined) checkAtClose(atClose);
  if (typeof from === "number" && typeof amountMs === "number") {
    const amount = Math.trunc(amountMs);
    const due = (calendar as CompiledCalendar).due(Math.floor(from), amount, tieOf(amount, atClose));
    if (!Number.isNaN(due)) return due;
  }
  // The plus says that it is a number, which keeps both ways unboxed.
  return +addSlowly(calendar, from, amountMs, atClose, ...NOTHING);
}

/**
 * Where one stretch closes and the next one has not opened, as much open time has passed: 1 takes the one that closes, 0
 * the next one. Forward it closes there, unless the next opening is wanted; backward it is the one that opens there.
 */
function tieOf(amount: number, atClose: AddOptions["atClose"]): 0 | 1 {
  return +(amount > 0 && atClose !== "nextOpen") as 0 | 1;
}

/**
 * Spread into the call of the slow way, it keeps V8 from compiling that into the fast one. Where many first answers came
 * before (a service starts with all its tenants), that would make the fast way too long to be compiled into loops.
 */
const NOTHING: readonly [] = [];

/** Every other answer: a table to be built first, crowded buckets, no amount at all, and what is refused. */
function addSlowly(calendar: Calendar, from: number, amountMs: number, atClose: AddOptions["atClose"]): number {
  const start = wholeInstant(from, FROM);
  if (!Number.isFinite(amountMs)) fail("invalid_amount", AMOUNT, "milliseconds", amountMs);
  const amount = Math.trunc(amountMs);
  const state = stateOf(calendar);
  const table = tableFor(state, start, FROM);
  if (amount === 0) return start;
  const due = moved(state, table, start, amount, tieOf(amount, atClose));
  (calendar as CompiledCalendar).renew();
  return isSupportedInstant(due) ? due : failForGood(amount);
}

/** Refuses what is no way to place an answer. */
export function checkAtClose(atClose: AddOptions["atClose"]): void {
  if (atClose !== "close" && atClose !== "nextOpen") {
    fail("invalid_option", ["options", "atClose"], '"close" or "nextOpen"', atClose);
  }
}

/** The instant with an amount of open time between it and `from`, which a table holds. */
function moved(state: CalendarState, table: Table, from: number, amount: number, tie: 0 | 1): number {
  const work = workAt(table, from) + amount;
  const total = table.pairs[TOTAL_AT] as number;
  const missing = work - total;
  if (work >= 0 && missing < tie) return shiftOf(table, pairAtWork(table, work - tie)) + work;
  // Of a table without any open time as much again.
  const wider = grown(state, table, work < 0 ? -1 : total > 0 ? missing / total : 1);
  return moved(state, wider ?? failForGood(amount), from, amount, tie);
}

function failForGood(amountMs: number): never {
  fail("never_opens", AMOUNT, "enough open time from 1900 to 2200", `${amountMs} ms`);
}
