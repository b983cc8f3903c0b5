/** The same arithmetic over columns of instants: numbers in, numbers out, nothing made per element. */
import { fail, type Issue, SlaError } from "../errors.js";
import { addTo, betweenIn } from "./arithmetic.js";
import { type Calendar, stateOf } from "./calendar.js";

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
  const state = stateOf(calendar);
  checkColumn("from", from, from?.length);
  if (typeof amountMs !== "number") checkColumn("amount", amountMs, from.length);
  const out = answers ?? new Float64Array(from.length);
  checkColumn("out", out, from.length);
  let i = 0;
  try {
    for (; i < from.length; i++) {
      const amount = typeof amountMs === "number" ? amountMs : (amountMs[i] as number);
      out[i] = addTo(state, from[i] as number, amount, undefined);
    }
  } catch (error) {
    throw ofElement(error, i);
  }
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
    for (; i < from.length; i++) out[i] = betweenIn(state, from[i] as number, to[i] as number);
  } catch (error) {
    throw ofElement(error, i);
  }
  return out;
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
