/**
 * The same arithmetic over columns of instants: numbers in, numbers out, nothing made per element.
 *
 * The loops over what the table at hand can tell take four elements a turn, because a turn costs checks of its own
 * (are these still the same arrays?), and leave at the first element that needs more: that one is answered like a single
 * one, which may build a larger table.
 */
import { fail, type Issue, SlaError } from "../errors.js";
import { addTo, betweenIn } from "./arithmetic.js";
import { type Calendar, stateOf } from "./calendar.js";
import {
  FROM_AT,
  pairAtWork,
  shiftAt,
  shiftOf,
  type Table,
  TIME_SCALE_AT,
  TO_AT,
  TOTAL_AT,
  WORK_BASE_AT,
  WORK_SCALE_AT,
  workTo,
} from "./timeline.js";

/**
 * {@link addWorkingTime} for a column of instants, with one amount for all or one for each.
 *
 * @param from epoch milliseconds.
 * @param amountMs working time in milliseconds, a number or a column as long as `from`.
 * @param answers where to write the answers; `from` itself is allowed. Default: a new array.
 * @returns the answers.
 * @throws SlaError as {@link addWorkingTime}, with the path `[index]` of the bad element; elements before it are written.
 * @example
 * ```ts
 * import { addWorkingTimeBatch, compileCalendar } from "sla-clock/core";
 *
 * const office = compileCalendar({ zone: "UTC", hours: { fri: ["09:00-18:00"] } });
 * addWorkingTimeBatch(office, Float64Array.of(Date.parse("2026-11-20T09:00Z")), 60_000)[0]; //=> 1_795_165_260_000
 * ```
 */
export function addWorkingTimeBatch(
  calendar: Calendar,
  from: Float64Array,
  amountMs: number | Float64Array,
  answers?: Float64Array,
): Float64Array {
  stateOf(calendar); // refuses what is no calendar
  checkColumn("from", from, from?.length);
  if (typeof amountMs !== "number") checkColumn("amount", amountMs, from.length);
  const out = answers ?? new Float64Array(from.length);
  checkColumn("out", out, from.length);
  if (typeof amountMs !== "number") addEach(calendar, from, amountMs, out);
  else addToAll(calendar, from, amountMs, out);
  return out;
}

/**
 * {@link workingTimeBetween} for two columns of instants.
 *
 * @param from epoch milliseconds.
 * @param to epoch milliseconds, as many as `from`.
 * @param answers where to write the answers; `from` or `to` itself is allowed. Default: a new array.
 * @returns the answers, in milliseconds.
 * @throws SlaError as {@link workingTimeBetween}, with the path `[index]` of the bad element.
 * @example
 * ```ts
 * import { compileCalendar, workingTimeBetweenBatch } from "sla-clock/core";
 *
 * const always = compileCalendar({ zone: "UTC", hours: { sun: ["00:00-24:00"] } });
 * workingTimeBetweenBatch(always, Float64Array.of(0), Float64Array.of(60_000))[0]; //=> 0
 * ```
 */
export function workingTimeBetweenBatch(
  calendar: Calendar,
  from: Float64Array,
  to: Float64Array,
  answers?: Float64Array,
): Float64Array {
  const state = stateOf(calendar);
  checkColumn("from", from, from?.length);
  checkColumn("to", to, from.length);
  const out = answers ?? new Float64Array(from.length);
  checkColumn("out", out, from.length);
  let i = 0;
  try {
    while (i < from.length) {
      i = differences(state.table, from, to, out, i);
      if (i < from.length) {
        out[i] = betweenIn(state, from[i] as number, to[i] as number);
        i++;
      }
    }
  } catch (error) {
    throw ofElement(error, i);
  }
  return out;
}

/** An amount of its own for each element. */
function addEach(calendar: Calendar, from: Float64Array, amounts: Float64Array, out: Float64Array): void {
  let i = 0;
  try {
    for (; i < from.length; i++) out[i] = addTo(calendar, from[i] as number, amounts[i] as number, undefined);
  } catch (error) {
    throw ofElement(error, i);
  }
}

/** So many elements are on their way at once: their open time stays in the nearest memory until it is read again. */
const BLOCK = 512;

/** One amount for all: open time into `out`, then instants, block by block. */
function addToAll(calendar: Calendar, from: Float64Array, amountMs: number, out: Float64Array): void {
  const state = stateOf(calendar);
  const amount = Math.trunc(amountMs);
  let i = 0;
  try {
    while (i < from.length) {
      const { table } = state;
      const blockEnd = Math.min(from.length, i + BLOCK);
      const end = amount === 0 ? i : worksAfter(table, from, amount, out, i, blockEnd);
      // On a tie the stretch that closes there, not the one that opens next; backward the other way around.
      worksToInstants(table, amount > 0 ? 1 : 0, out, i, end);
      i = end;
      if (i < blockEnd) {
        out[i] = addTo(calendar, from[i] as number, amountMs, undefined);
        i++;
      }
    }
  } catch (error) {
    throw ofElement(error, i);
  }
}

/** The open time up to each instant, with the amount, into `out`; gives the first index that the table cannot tell. */
function worksAfter(
  table: Table,
  instants: Float64Array,
  amount: number,
  out: Float64Array,
  begin: number,
  end: number,
): number {
  const { pairs, grid } = table;
  const from = pairs[FROM_AT] as number;
  const to = pairs[TO_AT] as number;
  const total = pairs[TOTAL_AT] as number;
  const timeScale = pairs[TIME_SCALE_AT] as number;
  let i = begin;
  for (; i + 4 <= end; i += 4) {
    const a = Math.floor(instants[i] as number);
    const b = Math.floor(instants[i + 1] as number);
    const c = Math.floor(instants[i + 2] as number);
    const d = Math.floor(instants[i + 3] as number);
    if (!(a >= from && a < to && b >= from && b < to && c >= from && c < to && d >= from && d < to)) break;
    const workA = workTo(pairs, grid, from, timeScale, a) + amount;
    const workB = workTo(pairs, grid, from, timeScale, b) + amount;
    const workC = workTo(pairs, grid, from, timeScale, c) + amount;
    const workD = workTo(pairs, grid, from, timeScale, d) + amount;
    // NaN passes neither comparison.
    if (!(workA >= 0 && workA < total && workB >= 0 && workB < total)) break;
    if (!(workC >= 0 && workC < total && workD >= 0 && workD < total)) break;
    out[i] = workA;
    out[i + 1] = workB;
    out[i + 2] = workC;
    out[i + 3] = workD;
  }
  for (; i < end; i++) {
    const at = Math.floor(instants[i] as number);
    if (!(at >= from && at < to)) break;
    const work = workTo(pairs, grid, from, timeScale, at) + amount;
    if (!(work >= 0 && work < total)) break;
    out[i] = work;
  }
  return i;
}

/** Turns the open time in `out` into instants; `tie` is 1 where a tie means the earlier stretch. */
function worksToInstants(table: Table, tie: 0 | 1, out: Float64Array, begin: number, end: number): void {
  const { pairs, grid } = table;
  const workBase = (pairs[WORK_BASE_AT] as number) | 0;
  const workScale = pairs[WORK_SCALE_AT] as number;
  let i = begin;
  while (i < end) {
    for (; i + 4 <= end; i += 4) {
      const a = out[i] as number;
      const b = out[i + 1] as number;
      const c = out[i + 2] as number;
      const d = out[i + 3] as number;
      const atA = shiftAt(pairs, grid, workBase, workScale, a - tie) + a;
      const atB = shiftAt(pairs, grid, workBase, workScale, b - tie) + b;
      const atC = shiftAt(pairs, grid, workBase, workScale, c - tie) + c;
      const atD = shiftAt(pairs, grid, workBase, workScale, d - tie) + d;
      const sum = atA + atB + atC + atD;
      if (Number.isNaN(sum)) break; // a crowded bucket
      out[i] = atA;
      out[i + 1] = atB;
      out[i + 2] = atC;
      out[i + 3] = atD;
    }
    for (const stop = Math.min(i + 4, end); i < stop; i++) {
      const work = out[i] as number;
      out[i] = shiftOf(table, pairAtWork(table, work - tie)) + work;
    }
  }
}

/** The open time between two columns, into `out`; gives the first index that the table cannot tell. */
function differences(table: Table, starts: Float64Array, ends: Float64Array, out: Float64Array, begin: number): number {
  const { pairs, grid } = table;
  const from = pairs[FROM_AT] as number;
  const to = pairs[TO_AT] as number;
  const timeScale = pairs[TIME_SCALE_AT] as number;
  let i = begin;
  for (; i + 2 <= out.length; i += 2) {
    const a = Math.floor(starts[i] as number);
    const b = Math.floor(ends[i] as number);
    const c = Math.floor(starts[i + 1] as number);
    const d = Math.floor(ends[i + 1] as number);
    if (!(a >= from && a < to && b >= from && b < to && c >= from && c < to && d >= from && d < to)) break;
    const first = workTo(pairs, grid, from, timeScale, b) - workTo(pairs, grid, from, timeScale, a);
    const second = workTo(pairs, grid, from, timeScale, d) - workTo(pairs, grid, from, timeScale, c);
    const sum = first + second;
    if (Number.isNaN(sum)) break; // a crowded bucket
    out[i] = first;
    out[i + 1] = second;
  }
  return i;
}

/** The error of one element says which one. */
function ofElement(error: unknown, index: number): unknown {
  if (!(error instanceof SlaError)) return error;
  return new SlaError(error.issues.map((one): Issue => ({ ...one, path: [index] })));
}

function checkColumn(name: string, column: Float64Array, length: number): void {
  // By its tag: a column of another realm (a frame, a worker) is one too.
  if (Object.prototype.toString.call(column) !== "[object Float64Array]") {
    fail("invalid_type", [name], "a Float64Array", column);
  }
  if (column.length !== length) fail("invalid_option", [name], `as many elements as from (${length})`, column.length);
}
