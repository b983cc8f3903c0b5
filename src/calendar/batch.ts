/** The same arithmetic over columns of instants: numbers in, numbers out, nothing made per element. */
import { fail, type Issue, SlaError } from "../errors.js";
import { addTo, betweenIn } from "./arithmetic.js";
import { type Calendar, stateOf } from "./calendar.js";

/**
 * {@link addWorkingTime} for a column of instants, with one amount for all or one for each.
 *
 * @param from epoch milliseconds.
 * @param amountMs working time in milliseconds, a number or a column as long as `from`.
 * @param out where to write the answers; `from` itself is allowed. Default: a new array.
 * @returns `out`.
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
  out: Float64Array = new Float64Array(from.length),
): Float64Array {
  const state = stateOf(calendar);
  if (typeof amountMs !== "number") checkLength("amount", amountMs, from);
  checkLength("out", out, from);
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
 * @param out where to write the answers; `from` or `to` itself is allowed. Default: a new array.
 * @returns `out`, in milliseconds.
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
  out: Float64Array = new Float64Array(from.length),
): Float64Array {
  const state = stateOf(calendar);
  checkLength("to", to, from);
  checkLength("out", out, from);
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

function checkLength(name: string, column: Float64Array, from: Float64Array): void {
  if (column.length !== from.length) {
    fail("invalid_option", [name], `as many elements as from (${from.length})`, column.length);
  }
}
