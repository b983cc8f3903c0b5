/** Is it open, when does it open or close: read straight from the table. */
import { fail, type Path } from "../errors.js";
import { isSupportedInstant } from "../time/units.js";
import { type Calendar, type CalendarState, stateOf } from "./calendar.js";
import { extended, firstTableOver, grown, holds, isNew, tableAt } from "./table-store.js";
import { closingOf, FROM_AT, lastOf, openingOf, pairAt, stepTo, type Table, TIME_SCALE_AT, TO_AT } from "./timeline.js";

/** A stretch of open time, half-open, in epoch milliseconds. */
export interface OpenInterval {
  /** The opening, epoch milliseconds; open at it. */
  readonly from: number;
  /** The closing, epoch milliseconds; closed at it. */
  readonly to: number;
}

/** Where an argument stands, for errors. Constants, so that the hot path makes no arrays. */
export const AT: Path = ["at"];
export const FROM: Path = ["from"];
export const TO: Path = ["to"];
export const AMOUNT: Path = ["amount"];

/** A table that holds an instant in whole milliseconds; refuses what is no supported instant. */
export function tableFor(state: CalendarState, epochMs: number, path: Path): Table {
  if (holds(state.table, epochMs)) return state.table;
  checkInstant(epochMs, path);
  return tableAt(state, epochMs);
}

/** A table that holds both ends of a stretch, whichever is the later. */
export function tableOver(state: CalendarState, from: number, to: number): Table {
  if (isNew(state)) {
    checkInstant(from, FROM);
    checkInstant(to, TO);
    return firstTableOver(state, Math.min(from, to), Math.max(from, to));
  }
  const table = tableFor(state, from, FROM);
  if (holds(table, to)) return table;
  checkInstant(to, TO);
  return extended(state, table, to);
}

/** An instant in whole milliseconds; what is no number goes no further. */
export function wholeInstant(epochMs: number, path: Path): number {
  if (typeof epochMs !== "number") checkInstant(epochMs, path);
  return Math.floor(epochMs);
}

/** Refuses what is not a number (`invalid_instant`) and what lies outside the supported range (`out_of_range`). */
export function checkInstant(epochMs: number, path: Path): void {
  const expected = "epoch milliseconds from 1900 to 2200";
  if (!Number.isFinite(epochMs)) fail("invalid_instant", path, expected, epochMs);
  if (!isSupportedInstant(epochMs)) fail("out_of_range", path, expected, epochMs);
}

/**
 * Whether the calendar is open at an instant: at the opening instant yes, at the closing instant no.
 *
 * @param at epoch milliseconds.
 * @throws SlaError `invalid_instant`, `out_of_range`.
 * @example
 * ```ts
 * import { compileCalendar, isOpen } from "sla-clock/core";
 *
 * const office = compileCalendar({ zone: "UTC+8", hours: { fri: ["09:00-18:00"] } });
 * isOpen(office, Date.parse("2026-11-20T18:00+08:00")); //=> false
 * ```
 */
export function isOpen(calendar: Calendar, at: number): boolean {
  const epochMs = wholeInstant(at, AT);
  const table = tableFor(stateOf(calendar), epochMs, AT);
  const { pairs, grid } = table;
  const i = stepTo(pairs, grid, pairs[FROM_AT] as number, pairs[TIME_SCALE_AT] as number, epochMs);
  const running = epochMs - (pairs[i + 1] as number);
  // The pair of no number: NaN is neither open nor closed.
  if (Number.isNaN(running)) return epochMs < closingOf(table, pairAt(table, epochMs));
  return running < (pairs[i + 2] as number);
}

/**
 * The earliest open instant at or after `at`: `at` itself when open, `undefined` where the calendar never opens again.
 *
 * @param at epoch milliseconds.
 * @throws SlaError `invalid_instant`, `out_of_range`.
 * @example
 * ```ts
 * import { compileCalendar, nextOpen } from "sla-clock/core";
 *
 * const office = compileCalendar({ zone: "UTC+8", hours: { mon: ["09:00-18:00"] } });
 * const at = nextOpen(office, Date.parse("2026-11-20T18:00+08:00")) as number;
 * new Date(at).toISOString(); //=> "2026-11-23T01:00:00.000Z"
 * ```
 */
export function nextOpen(calendar: Calendar, at: number): number | undefined {
  return nextOpenAt(stateOf(calendar), wholeInstant(at, AT), AT);
}

/** {@link nextOpen} of the inside of a calendar. */
export function nextOpenAt(state: CalendarState, epochMs: number, path: Path): number | undefined {
  let table: Table | undefined = tableFor(state, epochMs, path);
  while (table) {
    const i = pairAt(table, epochMs);
    if (epochMs < closingOf(table, i)) return epochMs;
    if (i < lastOf(table)) return openingOf(table, i + 1);
    table = grown(state, table, 1);
  }
  return undefined;
}

/**
 * The earliest instant after `at` at which open turns to closed; `undefined` where there is none (a 24x7 calendar).
 *
 * @param at epoch milliseconds.
 * @throws SlaError `invalid_instant`, `out_of_range`.
 * @example
 * ```ts
 * import { compileCalendar, nextClose } from "sla-clock/core";
 *
 * const office = compileCalendar({ zone: "UTC", hours: { fri: ["09:00-18:00"] } });
 * const at = nextClose(office, Date.parse("2026-11-20T12:00Z")) as number;
 * new Date(at).toISOString(); //=> "2026-11-20T18:00:00.000Z"
 * ```
 */
export function nextClose(calendar: Calendar, at: number): number | undefined {
  const state = stateOf(calendar);
  const epochMs = wholeInstant(at, AT);
  let table: Table | undefined = tableFor(state, epochMs, AT);
  while (table !== undefined) {
    const i = pairAt(table, epochMs);
    const open = epochMs < closingOf(table, i) ? i : i + 1;
    if (open <= lastOf(table) && closingOf(table, open) < (table.pairs[TO_AT] as number)) return closingOf(table, open);
    table = grown(state, table, 1);
  }
  return undefined;
}

/**
 * The latest opening instant at or before `at`; `undefined` where there is none.
 *
 * @param at epoch milliseconds.
 * @throws SlaError `invalid_instant`, `out_of_range`.
 * @example
 * ```ts
 * import { compileCalendar, previousOpen } from "sla-clock/core";
 *
 * const office = compileCalendar({ zone: "UTC", hours: { fri: ["09:00-18:00"] } });
 * const at = previousOpen(office, Date.parse("2026-11-20T12:00Z")) as number;
 * new Date(at).toISOString(); //=> "2026-11-20T09:00:00.000Z"
 * ```
 */
export function previousOpen(calendar: Calendar, at: number): number | undefined {
  const state = stateOf(calendar);
  const epochMs = wholeInstant(at, AT);
  let table: Table | undefined = tableFor(state, epochMs, AT);
  while (table !== undefined) {
    const opening = openingOf(table, pairAt(table, epochMs));
    if (opening > (table.pairs[FROM_AT] as number)) return opening;
    table = grown(state, table, -1);
  }
  return undefined;
}

/**
 * The latest closing instant at or before `at`; `undefined` where there is none.
 *
 * @param at epoch milliseconds.
 * @throws SlaError `invalid_instant`, `out_of_range`.
 * @example
 * ```ts
 * import { compileCalendar, previousClose } from "sla-clock/core";
 *
 * const office = compileCalendar({ zone: "UTC", hours: { fri: ["09:00-18:00"] } });
 * const at = previousClose(office, Date.parse("2026-11-23T12:00Z")) as number;
 * new Date(at).toISOString(); //=> "2026-11-20T18:00:00.000Z"
 * ```
 */
export function previousClose(calendar: Calendar, at: number): number | undefined {
  return previousCloseAt(stateOf(calendar), wholeInstant(at, AT), AT);
}

/** {@link previousClose} of the inside of a calendar. */
export function previousCloseAt(state: CalendarState, epochMs: number, path: Path): number | undefined {
  let table: Table | undefined = tableFor(state, epochMs, path);
  while (table !== undefined) {
    const i = pairAt(table, epochMs);
    const closed = closingOf(table, i) <= epochMs ? i : i - 1;
    if (closed > 0) return closingOf(table, closed);
    table = grown(state, table, -1);
  }
  return undefined;
}

/**
 * The maximal open intervals between two instants, clipped to [from, to); empty when `to` is not after `from`.
 *
 * @param from epoch milliseconds.
 * @param to epoch milliseconds.
 * @throws SlaError `invalid_instant`, `out_of_range`.
 * @example
 * ```ts
 * import { compileCalendar, openIntervals } from "sla-clock/core";
 *
 * const office = compileCalendar({ zone: "UTC", hours: { fri: ["09:00-12:00", "13:00-18:00"] } });
 * openIntervals(office, Date.parse("2026-11-20T10:00Z"), Date.parse("2026-11-21T00:00Z")).length; //=> 2
 * ```
 */
export function openIntervals(calendar: Calendar, from: number, to: number): OpenInterval[] {
  const state = stateOf(calendar);
  const start = wholeInstant(from, FROM);
  const end = wholeInstant(to, TO);
  const table = tableOver(state, start, end);
  const intervals: OpenInterval[] = [];
  for (let i = pairAt(table, start); i <= lastOf(table) && openingOf(table, i) < end; i++) {
    const opening = Math.max(openingOf(table, i), start);
    const closing = Math.min(closingOf(table, i), end);
    if (opening < closing) intervals.push({ from: opening, to: closing });
  }
  return intervals;
}
