/** Working days: which dates are, how many lie between, and the n-th one after a date or an instant. */
import { fail, oneOf, type Path } from "../errors.js";
import { formatLocalDate, parseLocalDate } from "../time/local-date.js";
import { parseTimeOfDay } from "../time/time-of-day.js";
import { FIRST_EPOCH_DAY, HOUR_MS, isSupportedInstant, LAST_EPOCH_DAY, wholeMs } from "../time/units.js";
import { localDayAt } from "../time/zone.js";
import { type AddOptions, addTo, checkAtClose } from "./arithmetic.js";
import { type Calendar, type CalendarState, stateOf } from "./calendar.js";
import { type CalendarRules, rulesOf, type Week, weekInForce } from "./day.js";
import {
  countWorkingDays,
  indexedDayOf,
  isWorkingDate,
  moveToEdge,
  moveToOpeningOf,
  moveToTimeOn,
  moving,
  nthWorkingDay,
  ownerOfMoving,
} from "./day-index.js";
import { INSTANT, TIME_OF_DAY } from "./day-rows.js";
import type { LocalDate, TimeOfDay } from "./definition.js";
import { AT, checkInstant, FROM, nextOpenAt, previousCloseAt, TO } from "./query.js";
import { FROM_AT, HEAD, type Table, TIME_SCALE_AT, TO_AT } from "./timeline.js";

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
  if (typeof from === "string") return addToDate(state, from, days) as T extends number ? number : LocalDate;
  return addDaysTo(calendar, from, days, options ?? DEFAULTS) as T extends number ? number : LocalDate;
}

/** Weeks whose usual day was worked out before; they go with their calendars. */
const usualDays = new WeakMap<Week, number | undefined>();

/** The hours of one working day: the most frequent daily length of the week in force, the longest on a tie, in ms. */
function usualDayMs(rules: CalendarRules, epochDay: number): number | undefined {
  const week = weekInForce(rules.weeks, epochDay);
  const known = usualDays.get(week);
  if (known !== undefined) return known;
  const usual = usualDayOf(week);
  usualDays.set(week, usual);
  return usual;
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
  moving[INSTANT] = at;
  const day = moveToStart(state, days, cutoff);
  return { at: moving[INSTANT] as number, day, timeOfDayMs: moving[TIME_OF_DAY] as number };
}

function addToDate(state: CalendarState, from: LocalDate, days: number): LocalDate {
  const day = nthWorkingDay(state, epochDayFor(state, from, FROM), days);
  if (day === undefined || day < FIRST_EPOCH_DAY || day > LAST_EPOCH_DAY) failForGood(days);
  return formatLocalDate(day);
}

/** {@link addWorkingDays} of an instant, of the inside of a calendar. */
export function addDaysTo(calendar: Calendar, from: number, days: number, options: WorkingDayOptions): number {
  if (typeof from !== "number") checkInstant(from, FROM);
  moving[INSTANT] = Math.floor(from);
  moveByDays(stateOf(calendar), days, options, calendar);
  return moving[INSTANT] as number;
}

/** Moves the start of a count of working days to what is due. */
function moveByDays(state: CalendarState, days: number, options: WorkingDayOptions, calendar: Calendar): void {
  const day = moveToStart(state, days, options.cutoff);
  RULES[options.rule ?? "sameTime"](state, day, days, options, calendar);
  if (!isSupportedInstant(moving[INSTANT] as number)) failForGood(days);
}

/** Moves the start, which a date owns, to what is due. */
type Rule = (state: CalendarState, day: number, days: number, options: WorkingDayOptions, calendar: Calendar) => void;

/** Found by name, so that V8 compiles each by itself: with all in one function it inlines too little of `addTo`. */
const RULES: Readonly<Record<WorkingDayRule, Rule>> = {
  sameTime(state, day, days) {
    if (days !== 0) moveToTimeOn(state, workingDayFrom(state, day, days), days > 0);
  },

  endOfDay(state, day, days) {
    moveToEdge(state, workingDayFrom(state, day, days), days >= 0);
  },

  workingHours(state, day, days, options, calendar) {
    const dayMs = options.hoursPerDay === undefined ? defaultDayMs(state, day) : checkedDayMs(options);
    moving[INSTANT] = addTo(calendar, moving[INSTANT] as number, days * dayMs, options.atClose);
  },
};

const DEFAULTS: WorkingDayOptions = {};
const OPTIONS = ["rule", "cutoff", "hoursPerDay", "atClose"];

/** All options are checked, whether the rule reads them or not. */
function checkOptions(options: WorkingDayOptions): void {
  if (typeof options !== "object" || options === null) fail("invalid_option", ["options"], "an object", options);
  // A loop over the keys makes no list of them; what it finds may be inherited, which is no concern of ours.
  for (const key in options) if (!OPTIONS.includes(key)) checkKeys(options);
  const { rule = "sameTime", cutoff, hoursPerDay, atClose } = options;
  if (!Object.hasOwn(RULES, rule)) fail("invalid_option", ["options", "rule"], oneOf(Object.keys(RULES), rule), rule);
  if (cutoff !== undefined) checkedCutoff(cutoff);
  if (hoursPerDay !== undefined) checkedDayMs(options);
  if (atClose !== undefined) checkAtClose(atClose);
}

function checkKeys(options: WorkingDayOptions): void {
  const unknown = Object.keys(options).find((key) => !OPTIONS.includes(key));
  if (unknown !== undefined) fail("unknown_key", ["options", unknown], oneOf(OPTIONS, unknown), unknown);
}

/** Moves an instant to where the count starts; the date that owns it. */
function moveToStart(state: CalendarState, days: number, cutoff: TimeOfDay | undefined): number {
  if (days < 0) return moveBackToStart(state);
  const wasOpen = moveToOpen(state);
  const day = ownerOfMoving(state);
  if (cutoff === undefined || !wasOpen || (moving[TIME_OF_DAY] as number) < checkedCutoff(cutoff)) return day;
  const next = workingDayFrom(state, day, 1);
  moveToOpeningOf(state, next);
  return next;
}

function moveBackToStart(state: CalendarState): number {
  if (moveToClosed(state)) return ownerOfMoving(state);
  const closed = moving[INSTANT] as number;
  // The clock of the day runs up to its closing, even where the wall clock changes at that instant.
  moving[INSTANT] = closed - 1;
  const day = ownerOfMoving(state);
  moving[INSTANT] = closed;
  moving[TIME_OF_DAY] = (moving[TIME_OF_DAY] as number) + 1;
  return day;
}

/** Moves an instant in closed time to the next opening; whether it was in open time. The table at hand tells most. */
function moveToOpen(state: CalendarState): boolean {
  const at = moving[INSTANT] as number;
  const { pairs } = state.table;
  if (at >= (pairs[FROM_AT] as number) && at < (pairs[TO_AT] as number)) {
    const i = stepToMoving(state.table);
    if (at - (pairs[i + 1] as number) < (pairs[i + 2] as number)) return true;
    // The end of the table lies beyond it, and NaN is nowhere.
    const opening = (pairs[i + 2] as number) + (pairs[i + 3] as number);
    if (opening < (pairs[TO_AT] as number)) {
      moving[INSTANT] = opening;
      return false;
    }
  }
  return moveToOpenSlowly(state, at);
}

function moveToOpenSlowly(state: CalendarState, at: number): boolean {
  const opened =
    nextOpenAt(state, at, FROM) ?? fail("never_opens", FROM, "a start before the calendar closes for good", at);
  moving[INSTANT] = opened;
  return opened === at;
}

/** Moves an instant in closed time back to the previous closing; whether it was in open time. */
function moveToClosed(state: CalendarState): boolean {
  const at = moving[INSTANT] as number;
  const { pairs } = state.table;
  if (at >= (pairs[FROM_AT] as number) && at < (pairs[TO_AT] as number)) {
    const i = stepToMoving(state.table);
    const closing = (pairs[i + 2] as number) + (pairs[i + 1] as number);
    if (at < closing) return true;
    // The start of the table is no closing, and NaN is none.
    if (closing > (pairs[FROM_AT] as number)) {
      moving[INSTANT] = closing;
      return false;
    }
  }
  return moveToClosedSlowly(state, at);
}

function moveToClosedSlowly(state: CalendarState, at: number): boolean {
  if (nextOpenAt(state, at, FROM) === at) return true;
  moving[INSTANT] =
    previousCloseAt(state, at, FROM) ?? fail("never_opens", FROM, "a start after the calendar first closes", at);
  return false;
}

/**
 * `stepTo` of timeline.ts, of the moving instant, which the table holds. Written out, for that one takes three numbers which
 * V8 would box: these functions call one another too deeply for all of them to be inlined.
 */
function stepToMoving({ pairs, grid }: Table): number {
  const at = moving[INSTANT] as number;
  const bucket = ((at - (pairs[FROM_AT] as number)) * (pairs[TIME_SCALE_AT] as number)) | 0;
  const i = HEAD + 2 * (grid[bucket] as number);
  return i + 2 * +((pairs[i + 2] as number) + (pairs[i + 3] as number) <= at);
}

/** The n-th working day after a date, where there is one. */
export function workingDayFrom(state: CalendarState, day: number, days: number): number {
  return nthWorkingDay(state, day, days) ?? failForGood(days);
}

function defaultDayMs(state: CalendarState, day: number): number {
  const rules = rulesOf(state.source);
  const usual = rules && usualDayMs(rules, day);
  if (usual !== undefined) return usual;
  return fail(
    "invalid_option",
    ["options", "hoursPerDay"],
    "hours above 0, as the calendar has no weekly hours of its own",
    undefined,
  );
}

/** The length of the day of some options. They are taken whole, for 7.5 hours alone would be boxed. */
function checkedDayMs({ hoursPerDay }: WorkingDayOptions): number {
  if (typeof hoursPerDay === "number" && hoursPerDay > 0 && hoursPerDay <= 24) return wholeMs(hoursPerDay * HOUR_MS);
  fail("invalid_option", ["options", "hoursPerDay"], "hours above 0 and up to 24", hoursPerDay);
}

/** Cut-offs that were read before, for reading one allocates. */
const cutoffs = new Map<TimeOfDay, number>();
const MOST_CUTOFFS = 256;

function checkedCutoff(cutoff: TimeOfDay): number {
  return cutoffs.get(cutoff) ?? readCutoff(cutoff);
}

function readCutoff(cutoff: TimeOfDay): number {
  const cutoffMs =
    (typeof cutoff === "string" ? parseTimeOfDay(cutoff) : undefined) ??
    fail("invalid_option", ["options", "cutoff"], 'a time of day ("16:00")', cutoff);
  if (cutoffs.size >= MOST_CUTOFFS) cutoffs.clear();
  cutoffs.set(cutoff, cutoffMs);
  return cutoffMs;
}

/** The epoch day of a date, or of an instant in the calendar's zone. */
export function epochDayFor(state: CalendarState, date: LocalDate | number, path: Path): number {
  if (typeof date !== "string") {
    const day = typeof date === "number" ? indexedDayOf(state, date) : Number.NaN;
    if (!Number.isNaN(day)) return day | 0;
    checkInstant(date, path);
    return localDayAt(state.source.zone, Math.floor(date));
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
