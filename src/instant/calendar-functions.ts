/** The functions of the core for every kind of instant: same kind in, same kind out; numbers go straight through. */

import type { AddOptions } from "../calendar/arithmetic.js";
import * as arithmetic from "../calendar/arithmetic.js";
import { type Calendar, stateOf } from "../calendar/calendar.js";
import * as days from "../calendar/days.js";
import type { CalendarSource, LocalDate } from "../calendar/definition.js";
import * as query from "../calendar/query.js";
import type { WorkingDayOptions } from "../calendar/working-days.js";
import * as workingDays from "../calendar/working-days.js";
import { atPath, fail, failOnIssues, type Issue, oneOf, type Path } from "../errors.js";
import { readDefinition } from "../holidays/expand.js";
import { type Amount, amountToMs, checkAmount, parseDurationMs } from "../time/amount.js";
import { type InstantInput, isSupportedDate, readInstant, type SameKind, writerFor } from "./instant.js";

/** A length of working time: milliseconds, text (`"4 working hours"`, `"1h30m"`, `"PT4H"`) or an {@link Amount} of hours, minutes or seconds. */
export type WorkingTime = number | string | Amount;

/**
 * Compiles a calendar from text or from a definition. All mistakes are reported together.
 *
 * Text needs a zone: `"Mon-Fri 9:00-18:00 UTC+8"`, `"5x8 Asia/Shanghai"`, `"周一至周五 9:00-18:00 (UTC+8)"`.
 *
 * @throws SlaError `missing_zone`, `invalid_zone`, `invalid_hours`, `overlapping_windows`, `invalid_date`,
 * `unknown_holidays`, `missing_holidays` (hours "except public holidays" without a list), `unknown_key`, `never_opens`
 * and others, each with its path.
 * @example
 * ```ts
 * import { compileCalendar, isOpen } from "sla-clock";
 *
 * const office = compileCalendar({ zone: "Asia/Shanghai", hours: "Mon-Fri 09:30-18:00", holidays: "CN" });
 * isOpen(office, "2026-10-01T10:00+08:00"); //=> false
 * isOpen(office, "2026-10-10T10:00+08:00"); //=> true
 * ```
 */
export function compileCalendar(definition: CalendarSource): Calendar {
  const issues: Issue[] = [];
  const read = readDefinition(definition, {}, [], issues);
  failOnIssues(issues);
  return (read as { calendar: Calendar }).calendar;
}

/**
 * Whether the calendar is open at an instant: at the opening instant yes, at the closing instant no.
 *
 * @param at any kind of instant.
 * @throws SlaError `invalid_instant`, `out_of_range`.
 * @example
 * ```ts
 * import { compileCalendar, isOpen } from "sla-clock";
 *
 * const office = compileCalendar("Mon-Fri 9:00-18:00 UTC+8");
 * isOpen(office, "2026-11-20T09:00+08:00"); //=> true
 * isOpen(office, "2026-11-20T18:00+08:00"); //=> false
 * ```
 */
export function isOpen(calendar: Calendar, at: InstantInput): boolean {
  return query.isOpen(calendar, msOf(at, query.AT));
}

/**
 * The earliest open instant at or after `at`: `at` itself when open, `undefined` where the calendar never opens again.
 *
 * @param at any kind of instant; the answer is of the same kind, text in the calendar's zone.
 * @throws SlaError `invalid_instant`, `out_of_range`.
 * @example
 * ```ts
 * import { compileCalendar, nextOpen } from "sla-clock";
 *
 * nextOpen(compileCalendar("Mon-Fri 9:00-18:00 UTC+8"), "2026-11-20T18:00+08:00"); //=> "2026-11-23T09:00:00+08:00"
 * ```
 */
export function nextOpen<T extends InstantInput>(calendar: Calendar, at: T): SameKind<T> | undefined {
  return written(calendar, at, query.nextOpen(calendar, msOf(at, query.AT)));
}

/**
 * The earliest instant after `at` at which open turns to closed; `undefined` where there is none (a 24x7 calendar).
 *
 * @param at any kind of instant; the answer is of the same kind, text in the calendar's zone.
 * @throws SlaError `invalid_instant`, `out_of_range`.
 * @example
 * ```ts
 * import { compileCalendar, nextClose } from "sla-clock";
 *
 * nextClose(compileCalendar("Mon-Fri 9:00-18:00 UTC+8"), "2026-11-20T17:00+08:00"); //=> "2026-11-20T18:00:00+08:00"
 * ```
 */
export function nextClose<T extends InstantInput>(calendar: Calendar, at: T): SameKind<T> | undefined {
  return written(calendar, at, query.nextClose(calendar, msOf(at, query.AT)));
}

/**
 * The latest opening instant at or before `at`; `undefined` where there is none.
 *
 * @param at any kind of instant; the answer is of the same kind, text in the calendar's zone.
 * @throws SlaError `invalid_instant`, `out_of_range`.
 * @example
 * ```ts
 * import { compileCalendar, previousOpen } from "sla-clock";
 *
 * previousOpen(compileCalendar("Mon-Fri 9:00-18:00 UTC+8"), "2026-11-20T17:00+08:00"); //=> "2026-11-20T09:00:00+08:00"
 * ```
 */
export function previousOpen<T extends InstantInput>(calendar: Calendar, at: T): SameKind<T> | undefined {
  return written(calendar, at, query.previousOpen(calendar, msOf(at, query.AT)));
}

/**
 * The latest closing instant at or before `at`; `undefined` where there is none.
 *
 * @param at any kind of instant; the answer is of the same kind, text in the calendar's zone.
 * @throws SlaError `invalid_instant`, `out_of_range`.
 * @example
 * ```ts
 * import { compileCalendar, previousClose } from "sla-clock";
 *
 * previousClose(compileCalendar("Mon-Fri 9:00-18:00 UTC+8"), "2026-11-20T17:00+08:00"); //=> "2026-11-19T18:00:00+08:00"
 * ```
 */
export function previousClose<T extends InstantInput>(calendar: Calendar, at: T): SameKind<T> | undefined {
  return written(calendar, at, query.previousClose(calendar, msOf(at, query.AT)));
}

/**
 * The earliest instant by which an amount of open time has passed since `from`.
 *
 * Using up exactly what is left before closing gives the closing instant, unless `atClose` is `"nextOpen"`. Zero gives
 * `from` itself, open or not; a negative amount subtracts. Hours here are open time, with or without "working".
 *
 * @param from any kind of instant; the answer is of the same kind, text in the calendar's zone.
 * @throws SlaError `invalid_instant`, `out_of_range`, `invalid_amount` (days and weeks are no length: see
 * {@link addWorkingDays}), `never_opens` (not enough open time is left before 2201).
 * @example
 * ```ts
 * import { addWorkingTime, compileCalendar } from "sla-clock";
 *
 * const office = compileCalendar("Mon-Fri 9:00-18:00 UTC+8");
 * addWorkingTime(office, "2026-11-20T17:00+08:00", "4 working hours"); //=> "2026-11-23T12:00:00+08:00"
 * ```
 */
export function addWorkingTime<T extends InstantInput>(
  calendar: Calendar,
  from: T,
  amount: WorkingTime,
  options?: AddOptions,
): SameKind<T> {
  // Numbers go straight to the arithmetic, so that both are compiled into the loop that calls them.
  if (typeof from === "number" && typeof amount === "number" && options === undefined) {
    return arithmetic.addTo(calendar, from, amount, undefined) as SameKind<T>;
  }
  return moved(arithmetic.addWorkingTime, calendar, from, amount, options);
}

/**
 * The latest instant with exactly that amount of open time between it and `from`: the mirror image of
 * {@link addWorkingTime}.
 *
 * @param from any kind of instant; the answer is of the same kind, text in the calendar's zone.
 * @throws SlaError `invalid_instant`, `out_of_range`, `invalid_amount`, `never_opens`.
 * @example
 * ```ts
 * import { compileCalendar, subtractWorkingTime } from "sla-clock";
 *
 * const office = compileCalendar("Mon-Fri 9:00-18:00 UTC+8");
 * subtractWorkingTime(office, "2026-11-23T12:00+08:00", "4h"); //=> "2026-11-20T17:00:00+08:00"
 * ```
 */
export function subtractWorkingTime<T extends InstantInput>(
  calendar: Calendar,
  from: T,
  amount: WorkingTime,
  options?: AddOptions,
): SameKind<T> {
  // Numbers go straight to the arithmetic, so that both are compiled into the loop that calls them.
  if (typeof from === "number" && typeof amount === "number" && options === undefined) {
    return arithmetic.addTo(calendar, from, -amount, undefined) as SameKind<T>;
  }
  return moved(arithmetic.subtractWorkingTime, calendar, from, amount, options);
}

/**
 * The open time in [from, to) in milliseconds, negative when `to` is before `from`.
 *
 * @param from any kind of instant.
 * @param to any kind of instant.
 * @throws SlaError `invalid_instant`, `out_of_range`.
 * @example
 * ```ts
 * import { compileCalendar, workingTimeBetween } from "sla-clock";
 *
 * const office = compileCalendar("Mon-Fri 9:00-18:00 UTC+8");
 * workingTimeBetween(office, "2026-11-20T17:00+08:00", "2026-11-23T12:00+08:00"); //=> 14_400_000
 * ```
 */
export function workingTimeBetween(calendar: Calendar, from: InstantInput, to: InstantInput): number {
  return arithmetic.workingTimeBetween(calendar, msOf(from, query.FROM), msOf(to, query.TO));
}

/**
 * The maximal open intervals between two instants, clipped to [from, to), in epoch milliseconds.
 *
 * @param from any kind of instant.
 * @param to any kind of instant.
 * @throws SlaError `invalid_instant`, `out_of_range`.
 * @example
 * ```ts
 * import { compileCalendar, openIntervals } from "sla-clock";
 *
 * const office = compileCalendar("Mon-Fri 9:00-12:00, 13:00-18:00 UTC+8");
 * openIntervals(office, "2026-11-20T10:00+08:00", "2026-11-21T00:00+08:00").length; //=> 2
 * ```
 */
export function openIntervals(calendar: Calendar, from: InstantInput, to: InstantInput): query.OpenInterval[] {
  return query.openIntervals(calendar, msOf(from, query.FROM), msOf(to, query.TO));
}

/**
 * Whether a local date, or the local date of an instant, owns any open time.
 *
 * @param date a date of the calendar's zone (`"2026-11-20"`), or any kind of instant.
 * @throws SlaError `invalid_date`, `invalid_instant`, `out_of_range`.
 * @example
 * ```ts
 * import { compileCalendar, isWorkingDay } from "sla-clock";
 *
 * const office = compileCalendar("Mon-Fri 9:00-18:00 UTC+8");
 * isWorkingDay(office, "2026-11-20"); //=> true
 * isWorkingDay(office, "2026-11-20T23:00+08:00"); //=> true
 * ```
 */
export function isWorkingDay(calendar: Calendar, date: LocalDate | InstantInput): boolean {
  return workingDays.isWorkingDay(calendar, dateOrMs(date, query.AT));
}

/**
 * The n-th working day after a date, or the instant `days` working days after an instant (negative: before).
 *
 * A start in closed time first moves to the next opening. Then, by `rule`: `"sameTime"` (default) on the n-th working
 * day, `"endOfDay"` (its last closing), or `"workingHours"` (n times the hours of a day). `cutoff` moves a start at or
 * after that time to the next working day.
 *
 * @param from a date of the calendar's zone, or any kind of instant; the answer is of the same kind.
 * @param days a whole number.
 * @throws SlaError `invalid_amount`, `invalid_date`, `invalid_instant`, `invalid_option`, `out_of_range`, `never_opens`.
 * @example
 * ```ts
 * import { addWorkingDays, compileCalendar } from "sla-clock";
 *
 * const office = compileCalendar("Mon-Fri 9:00-18:00 UTC+8");
 * addWorkingDays(office, "2026-11-20", 1); //=> "2026-11-23"
 * addWorkingDays(office, "2026-11-20T14:00+08:00", 1); //=> "2026-11-23T14:00:00+08:00"
 * addWorkingDays(office, "2026-11-20T14:00+08:00", 1, { rule: "endOfDay" }); //=> "2026-11-23T18:00:00+08:00"
 * ```
 */
export function addWorkingDays<T extends LocalDate | InstantInput>(
  calendar: Calendar,
  from: T,
  days: number,
  options?: WorkingDayOptions,
): SameKind<T> {
  const start = dateOrMs(from, query.FROM);
  const result = workingDays.addWorkingDays(calendar, start, days, options);
  return typeof result === "number" ? written(calendar, from, result) : (result as SameKind<T>);
}

/**
 * Whether the calendar's holidays are known on a date: whether it lies inside the coverage of all its holiday lists.
 *
 * A calendar without holidays, or with bare dates and no `knownUntil`, is known everywhere.
 *
 * @param at a date of the calendar's zone, or any kind of instant.
 * @throws SlaError `invalid_date`, `invalid_instant`, `out_of_range`.
 * @example
 * ```ts
 * import { compileCalendar, isKnown } from "sla-clock";
 *
 * const office = compileCalendar({ zone: "Asia/Shanghai", hours: "5x8", holidays: "CN" });
 * isKnown(office, "2026-12-28"); //=> true
 * isKnown(office, "2026-12-29T10:00+08:00"); //=> false
 * ```
 */
export function isKnown(calendar: Calendar, at: LocalDate | InstantInput): boolean {
  return days.isKnown(calendar, dateOrMs(at, query.AT));
}

/**
 * The working days in [from, to), negative when `to` is before `from`; of two instants their local dates are taken.
 *
 * @param from a date of the calendar's zone, or any kind of instant.
 * @param to a date if `from` is one, else any kind of instant.
 * @throws SlaError `invalid_date`, `invalid_instant`, `out_of_range`, `invalid_type` (a date mixed with an instant).
 * @example
 * ```ts
 * import { compileCalendar, workingDaysBetween } from "sla-clock";
 *
 * const office = compileCalendar({ zone: "Asia/Shanghai", hours: "5x8", holidays: "CN" });
 * workingDaysBetween(office, "2026-10-01", "2026-10-12"); //=> 3
 * ```
 */
export function workingDaysBetween(
  calendar: Calendar,
  from: LocalDate | InstantInput,
  to: LocalDate | InstantInput,
): number {
  return workingDays.workingDaysBetween(calendar, dateOrMs(from, query.FROM), dateOrMs(to, query.TO));
}

/** Adds or subtracts for every kind of instant and of amount. */
function moved<T extends InstantInput>(
  move: typeof arithmetic.addWorkingTime,
  calendar: Calendar,
  from: T,
  amount: WorkingTime,
  options: AddOptions | undefined,
): SameKind<T> {
  const amountMs = typeof amount === "number" ? amount : lengthOf(amount);
  if (options !== undefined) checkOptions(options);
  if (isSupportedDate(from)) return new Date(move(calendar, from.getTime(), amountMs, options)) as SameKind<T>;
  return written(calendar, from, move(calendar, msOf(from, query.FROM), amountMs, options));
}

const OPTIONS = ["atClose"];

function checkOptions(options: AddOptions): void {
  if (typeof options !== "object" || options === null) fail("invalid_option", ["options"], "an object", options);
  const unknown = Object.keys(options).find((key) => !OPTIONS.includes(key));
  if (unknown !== undefined) fail("unknown_key", ["options", unknown], oneOf(OPTIONS, unknown), unknown);
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;

function msOf(at: InstantInput, path: Path): number {
  return typeof at === "number" ? at : readInstant(at, path);
}

function dateOrMs(value: LocalDate | InstantInput, path: Path): LocalDate | number {
  return typeof value === "string" && DATE.test(value) ? value : msOf(value as InstantInput, path);
}

/** An answer in the kind that came in, text in the calendar's zone; where there is none, there is none. */
function written<T, E extends number | undefined>(
  calendar: Calendar,
  from: T,
  epochMs: E,
): SameKind<T> | (E & undefined) {
  if (typeof from === "number" || epochMs === undefined) return epochMs as unknown as SameKind<T> | (E & undefined);
  return writerFor(from, stateOf(calendar).source.zone)(epochMs);
}

/** Texts of amounts that were read before: services pass the same few again and again. */
const lengths = new Map<string, number>();
const MOST_LENGTHS = 1_000;

/** Working time as text or data in milliseconds; text is remembered. */
export function lengthOf(amount: string | Amount): number {
  if (typeof amount !== "string") return lengthOfAmount(amount);
  const kept = lengths.get(amount);
  if (kept !== undefined) return kept;
  const ms = atPath(query.AMOUNT, () => parseDurationMs(amount));
  if (lengths.size >= MOST_LENGTHS) lengths.clear();
  lengths.set(amount, ms);
  return ms;
}

function lengthOfAmount(amount: Amount): number {
  failOnIssues(checkAmount(amount, query.AMOUNT, true));
  const ms = amountToMs(amount);
  return (
    ms ?? fail("invalid_amount", query.AMOUNT, "hours, minutes or seconds; days are for addWorkingDays", amount.unit)
  );
}
