/** Working days: which dates are, how many lie between, and the n-th one after a date or an instant. */
import { fail, oneOf, type Path } from "../errors.js";
import { formatLocalDate, parseLocalDate } from "../time/local-date.js";
import { parseTimeOfDay } from "../time/time-of-day.js";
import { DAY_MS, FIRST_EPOCH_DAY, HOUR_MS, isSupportedInstant, LAST_EPOCH_DAY, wholeMs } from "../time/units.js";
import { localAt, localDayAt, localToInstant } from "../time/zone.js";
import { type AddOptions, addTo, checkAtClose } from "./arithmetic.js";
import { type Calendar, type CalendarState, stateOf } from "./calendar.js";
import { type CalendarRules, type Week, weekInForce } from "./day.js";
import { countWorkingDays, edgesOn, isWorkingDate, nthWorkingDay, ownsInstant, settledOn } from "./day-index.js";
import type { LocalDate, TimeOfDay } from "./definition.js";
import { AT, checkInstant, FROM, nextOpenAt, previousCloseAt, TO, wholeInstant } from "./query.js";

/** How working days become an instant: see {@link addWorkingDays}. */
export type WorkingDayRule = "sameTime" | "endOfDay" | "workingHours";

/** Options of {@link addWorkingDays} for instants; plain dates need none. */
export interface WorkingDayOptions extends AddOptions {
  /** Default `"sameTime"`. */
  readonly rule?: WorkingDayRule | undefined;
  /** A start in open time at or after this time of its day counts as the next working day's first opening. */
  readonly cutoff?: TimeOfDay | undefined;
  /** Hours of one working day for the rule `"workingHours"`; default: the most frequent ones of the week in force. */
  readonly hoursPerDay?: number | undefined;
}

/**
 * Whether a local date, or the local date of an instant, owns any open time.
 *
 * A night window belongs to the date on which it starts. A date that daylight saving skipped is never a working day.
 *
 * @param date a date of the calendar's zone, or epoch milliseconds.
 * @throws SlaError `invalid_date`, `invalid_instant`, `out_of_range`.
 * @example
 * ```ts
 * import { compileCalendar, isWorkingDay } from "sla-clock/core";
 *
 * const office = compileCalendar({ zone: "UTC", hours: { fri: ["09:00-18:00"] } });
 * isWorkingDay(office, "2026-11-20"); //=> true
 * ```
 */
export function isWorkingDay(calendar: Calendar, date: LocalDate | number): boolean {
  const state = stateOf(calendar);
  return isWorkingDate(state, epochDayFor(state, date, AT));
}

/**
 * The working days in [from, to), negative when `to` is before `from`; of two instants their local dates are taken.
 *
 * @param from a date of the calendar's zone, or epoch milliseconds.
 * @param to the same kind as `from`.
 * @throws SlaError `invalid_date`, `invalid_instant`, `out_of_range`, `invalid_type` (a date mixed with an instant).
 * @example
 * ```ts
 * import { compileCalendar, workingDaysBetween } from "sla-clock/core";
 *
 * const office = compileCalendar({ zone: "UTC", hours: { thu: ["09:00-18:00"], fri: ["09:00-18:00"] } });
 * workingDaysBetween(office, "2026-11-16", "2026-11-23"); //=> 2
 * ```
 */
export function workingDaysBetween(calendar: Calendar, from: LocalDate | number, to: LocalDate | number): number {
  const state = stateOf(calendar);
  if (typeof from !== typeof to) fail("invalid_type", TO, `the same kind as from, ${kindOf(from)}`, to);
  return countWorkingDays(state, epochDayFor(state, from, FROM), epochDayFor(state, to, TO));
}

/**
 * The n-th working day after a date, or the instant `days` working days after an instant.
 *
 * Of a plain date: the n-th working day strictly after it (before it for a negative n; 0 gives the date). Of an instant:
 * a start in closed time first moves to the next opening; day 0 is the date that owns its window; then
 * - `sameTime`: the same time on the n-th working day after day 0 (a closed time moves to that day's next opening, else
 *   its last closing);
 * - `endOfDay`: that day's last closing;
 * - `workingHours`: n times the hours of a day, as working time.
 *
 * Negative n is the mirror image: back to the previous closing, and first openings instead of last closings.
 *
 * @param from a date of the calendar's zone, or epoch milliseconds.
 * @param days a whole number.
 * @returns the same kind as `from`.
 * @throws SlaError `invalid_amount` (not a whole number), `invalid_date`, `invalid_instant`, `invalid_option`,
 * `out_of_range`, `never_opens` (there are not so many working days).
 * @example
 * ```ts
 * import { addWorkingDays, compileCalendar } from "sla-clock/core";
 *
 * const office = compileCalendar({ zone: "UTC", hours: { thu: ["09:00-18:00"], fri: ["09:00-12:00"] } });
 * addWorkingDays(office, "2026-11-20", 1); //=> "2026-11-26"
 * const due = addWorkingDays(office, Date.parse("2026-11-19T15:00Z"), 1);
 * new Date(due).toISOString(); //=> "2026-11-20T12:00:00.000Z"
 * ```
 */
export function addWorkingDays<T extends LocalDate | number>(
  calendar: Calendar,
  from: T,
  days: number,
  options?: WorkingDayOptions,
): T extends number ? number : LocalDate {
  const state = stateOf(calendar);
  if (!Number.isSafeInteger(days)) fail("invalid_amount", ["days"], "a whole number of working days", days);
  if (options !== undefined) checkOptions(options);
  const result =
    typeof from === "string"
      ? addToDate(state, from, days)
      : addDaysTo(state, wholeInstant(from, FROM), days, options ?? DEFAULTS);
  return result as T extends number ? number : LocalDate;
}

/** Weeks whose usual day was worked out before; they go with their calendars. */
const usualDays = new WeakMap<Week, number | undefined>();

/** The hours of one working day: the most frequent daily length of the week in force, the longest on a tie, in ms. */
function usualDayMs(rules: CalendarRules, epochDay: number): number | undefined {
  const week = weekInForce(rules.weeks, epochDay);
  if (!usualDays.has(week)) usualDays.set(week, usualDayOf(week));
  return usualDays.get(week);
}

function usualDayOf(week: Week): number | undefined {
  const lengths = week.windows.map((windows) =>
    windows.reduce((sum, { opensMs, closesMs }) => sum + closesMs - opensMs, 0),
  );
  const times = (length: number) => lengths.filter((other) => other === length).length;
  const [usual] = lengths.filter((length) => length > 0).sort((a, b) => times(b) - times(a) || b - a);
  return usual;
}

/** Where the counting of working days starts: the moved instant and the date that owns its window (day 0). */
export interface DayStart {
  readonly at: number;
  readonly day: number;
  /** The time on that day's own clock: 26:00 is 02:00 of the date after. */
  readonly timeOfDayMs: number;
}

/** The start of a count of working days (semantics 13): moved out of closed time, then past the cut-off. */
export function dayStartOf(state: CalendarState, at: number, days: number, cutoff?: TimeOfDay): DayStart {
  const cutoffMs = cutoff === undefined ? Number.POSITIVE_INFINITY : checkedCutoff(cutoff);
  return days < 0 ? startBackward(state, at) : startForward(state, at, cutoffMs);
}

function addToDate(state: CalendarState, from: LocalDate, days: number): LocalDate {
  const day = nthWorkingDay(state, epochDayFor(state, from, FROM), days);
  if (day === undefined || day < FIRST_EPOCH_DAY || day > LAST_EPOCH_DAY) failForGood(days);
  return formatLocalDate(day);
}

/** {@link addWorkingDays} of an instant, of the inside of a calendar. */
export function addDaysTo(state: CalendarState, from: number, days: number, options: WorkingDayOptions): number {
  const { rule = "sameTime", cutoff } = options;
  const due = RULES[rule](state, dayStartOf(state, from, days, cutoff), days, options);
  return isSupportedInstant(due) ? due : failForGood(days);
}

const DEFAULTS: WorkingDayOptions = {};
const OPTIONS = ["rule", "cutoff", "hoursPerDay", "atClose"];

/** All options are checked, whether the rule reads them or not. */
function checkOptions(options: WorkingDayOptions): void {
  if (typeof options !== "object" || options === null) fail("invalid_option", ["options"], "an object", options);
  const unknown = Object.keys(options).find((key) => !OPTIONS.includes(key));
  if (unknown !== undefined) fail("unknown_key", ["options", unknown], oneOf(OPTIONS, unknown), unknown);
  const { rule = "sameTime", cutoff, hoursPerDay, atClose } = options;
  if (!Object.hasOwn(RULES, rule)) fail("invalid_option", ["options", "rule"], oneOf(Object.keys(RULES), rule), rule);
  if (cutoff !== undefined) checkedCutoff(cutoff);
  if (hoursPerDay !== undefined) checkedDayMs(hoursPerDay);
  checkAtClose(atClose);
}

type Rule = (state: CalendarState, start: DayStart, days: number, options: WorkingDayOptions) => number;

const RULES: Readonly<Record<WorkingDayRule, Rule>> = {
  sameTime(state, start, days) {
    if (days === 0) return start.at;
    const day = workingDayFrom(state, start.day, days);
    const target = localToInstant(state.zone, day * DAY_MS + start.timeOfDayMs);
    return settledOn(state, day, target, days > 0);
  },

  endOfDay(state, start, days) {
    const edges = edgesOn(state, workingDayFrom(state, start.day, days));
    return edges[days < 0 ? 0 : edges.length - 1] as number;
  },

  workingHours(state, start, days, { hoursPerDay, atClose }) {
    const dayMs = hoursPerDay === undefined ? defaultDayMs(state, start.day) : checkedDayMs(hoursPerDay);
    return addTo(state, start.at, days * dayMs, atClose);
  },
};

function startForward(state: CalendarState, at: number, cutoffMs: number): DayStart {
  const opened = nextOpenAt(state, at, FROM);
  if (opened === undefined) fail("never_opens", FROM, "a start before the calendar closes for good", at);
  const day = ownerOf(state, opened);
  const start = startAt(state, opened, day);
  if (opened !== at || start.timeOfDayMs < cutoffMs) return start;
  const next = workingDayFrom(state, day, 1);
  return startAt(state, edgesOn(state, next)[0] as number, next);
}

function startBackward(state: CalendarState, at: number): DayStart {
  if (nextOpenAt(state, at, FROM) === at) return startAt(state, at, ownerOf(state, at));
  const closed = previousCloseAt(state, at, FROM);
  if (closed === undefined) fail("never_opens", FROM, "a start after the calendar first closes", at);
  // The clock of the day runs up to its closing, even where the wall clock changes at that instant.
  const before = startAt(state, closed - 1, ownerOf(state, closed - 1));
  return { ...before, at: closed, timeOfDayMs: before.timeOfDayMs + 1 };
}

function startAt(state: CalendarState, at: number, day: number): DayStart {
  return { at, day, timeOfDayMs: localAt(state.zone, at) - day * DAY_MS };
}

/** The date whose window holds an open instant: its own local date first, then the one before. */
function ownerOf(state: CalendarState, at: number): number {
  const date = localDayAt(state.zone, at);
  return ownsInstant(state, date, at) ? date : date - 1;
}

/** The n-th working day after a date, where there is one. */
export function workingDayFrom(state: CalendarState, day: number, days: number): number {
  return nthWorkingDay(state, day, days) ?? failForGood(days);
}

function defaultDayMs(state: CalendarState, day: number): number {
  const usual = state.rules && usualDayMs(state.rules, day);
  if (usual !== undefined) return usual;
  return fail(
    "invalid_option",
    ["options", "hoursPerDay"],
    "hours above 0, as the calendar has no weekly hours of its own",
    undefined,
  );
}

function checkedDayMs(hoursPerDay: number): number {
  if (typeof hoursPerDay === "number" && hoursPerDay > 0 && hoursPerDay <= 24) return wholeMs(hoursPerDay * HOUR_MS);
  fail("invalid_option", ["options", "hoursPerDay"], "hours above 0 and up to 24", hoursPerDay);
}

function checkedCutoff(cutoff: TimeOfDay): number {
  return (
    (typeof cutoff === "string" ? parseTimeOfDay(cutoff) : undefined) ??
    fail("invalid_option", ["options", "cutoff"], 'a time of day ("16:00")', cutoff)
  );
}

/** The epoch day of a date, or of an instant in the calendar's zone. */
export function epochDayFor(state: CalendarState, date: LocalDate | number, path: Path): number {
  if (typeof date !== "string") {
    checkInstant(date, path);
    return localDayAt(state.zone, Math.floor(date));
  }
  const day = parseLocalDate(date) ?? fail("invalid_date", path, 'a date that exists ("2026-11-20")', date);
  // The end of a range is not in it, and may be the date after the last one.
  const last = path === TO ? LAST_EPOCH_DAY + 1 : LAST_EPOCH_DAY;
  if (day >= FIRST_EPOCH_DAY && day <= last) return day;
  fail("out_of_range", path, "a date from 1900-01-01 to 2200-12-31", date);
}

function kindOf(value: LocalDate | number): string {
  return typeof value === "number" ? "epoch milliseconds" : "a date";
}

function failForGood(days: number): never {
  fail("never_opens", [], "enough working days between 1900 and 2201", `${days} working days`);
}
