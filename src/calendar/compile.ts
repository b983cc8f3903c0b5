/**
 * From plain data to a calendar: every statement is checked, all mistakes are reported together, and what is left is
 * the one normal form ({@link CalendarRules}).
 */
import { failOnIssues, type Issue, type IssueCode, issue, oneOf, type Path, type SlaError } from "../errors.js";
import { parseLocalDate } from "../time/local-date.js";
import { parseTimeRange, type Window } from "../time/time-of-day.js";
import { FIRST_EPOCH_DAY, LAST_EPOCH_DAY } from "../time/units.js";
import { type Zone, zoneOf } from "../time/zone.js";
import { type Calendar, type CalendarState, wrapCalendar } from "./calendar.js";
import { type CalendarRules, type DatedHours, openStretchesOf, piecesOf, type Week, weekInForce } from "./day.js";
import type { CalendarData, Weekday } from "./definition.js";
import { internedState } from "./interned.js";
import { everOpens, NO_TABLE } from "./table-store.js";
import { WEEKDAYS } from "./weekday.js";

/**
 * Compiles a calendar from data. It is checked whole: the error lists every mistake of the definition.
 *
 * The core takes weekly hours per weekday; `sla-clock` also takes text ("Mon-Fri 09:00-18:00") and holidays by name.
 *
 * @throws SlaError `invalid_zone`, `missing_zone`, `invalid_hours`, `overlapping_windows`, `invalid_date`, `unknown_key`,
 * `invalid_type`, `out_of_range`, `never_opens` (no hours at all) and others, each with its path.
 * @example
 * ```ts
 * import { compileCalendar, isOpen } from "sla-clock/core";
 *
 * const office = compileCalendar({
 *   zone: "Asia/Shanghai",
 *   hours: { mon: ["09:00-12:00", "13:00-18:00"], fri: ["22:00-06:00"] },
 *   holidays: [{ date: "2026-11-23", name: "Inventory" }],
 * });
 * isOpen(office, Date.parse("2026-11-23T10:00+08:00")); //=> false
 * ```
 */
export function compileCalendar(definition: CalendarData): Calendar {
  const issues: Issue[] = [];
  const calendar = readCalendar(definition, [], issues);
  failOnIssues(issues);
  return calendar as Calendar;
}

/** Compiles a calendar that stands at `path` of something larger, or adds what is wrong with it to `issues`. */
export function readCalendar(data: CalendarData, path: Path, issues: Issue[]): Calendar | undefined {
  const place: Place = { path, issues, value: data };
  const before = issues.length;
  if (!isRecord(place, "{ zone, hours }", KEYS)) return undefined;
  const zone = readZoneName(at(place, "zone")) as Zone;
  const weeks = readWeeks(place);
  const breaks = readDates(at(place, "breaks"), true);
  const rules = { ...readDated(place, weeks), zone, weeks, breaks };
  if (issues.length > before) return undefined;
  const state = stateFor(rules);
  if (everOpens(state)) return wrapCalendar(state);
  issues.push(issue("never_opens", path, "hours on some day from 1900 to 2200", "a calendar that never opens"));
  return undefined;
}

const KEYS = ["zone", "hours", "holidays", "makeUpDays", "overrides", "breaks", "changes", "knownUntil"];
const HOLIDAY_CALENDAR_KEYS = ["name", "knownFrom", "knownUntil", "holidays", "makeUpDays", "source", "version"];
const HOLIDAY_KEYS = ["date", "name"];
const MAKE_UP_KEYS = ["date", "hoursOf", "name"];

/** The state of a calendar with these rules, one for all calendars that are alike. */
export function stateFor(rules: CalendarRules): CalendarState {
  return internedState(rules, () => newState(rules));
}

function newState(rules: CalendarRules): CalendarState {
  return {
    table: NO_TABLE,
    strays: 0,
    dayIndex: undefined,
    zone: rules.zone,
    rules,
    combination: undefined,
    openStretches: (from, to) => openStretchesOf(rules, from, to),
    piecesOf: (epochDay) => piecesOf(rules, epochDay),
    knownFromDay: rules.knownFromDay,
    knownUntilDay: rules.knownUntilDay,
  };
}

/** A value with its place in the definition, and the list of what was found to be wrong so far. */
interface Place {
  readonly path: Path;
  readonly issues: Issue[];
  readonly value: unknown;
}

/** What stands under a key of a place. */
function at({ path, issues, value }: Place, key: string | number): Place {
  return { path: [...path, key], issues, value: (value as Record<string | number, unknown>)[key] };
}

/** Tells that the value of a place is wrong. */
function refuse({ path, issues, value }: Place, code: IssueCode, expected: string): undefined {
  issues.push(issue(code, path, expected, value));
}

/** Whether the value is an object; its keys must be known ones, where such are given. */
function isRecord(place: Place, expected: string, known?: readonly string[]): boolean {
  if (!isObject(place.value)) {
    refuse(place, place.value === undefined ? "missing_key" : "invalid_type", expected);
    return false;
  }
  for (const key of Object.keys(place.value)) {
    if (known?.includes(key) !== false) continue;
    refuse({ ...at(place, key), value: key }, "unknown_key", oneOf(known, key));
  }
  return true;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The places in a list; none where it is absent. */
function items(place: Place): readonly Place[] {
  if (Array.isArray(place.value)) return Array.from(place.value, (_, i) => at(place, i));
  if (place.value !== undefined) refuse(place, "invalid_type", "a list");
  return [];
}

function readZoneName(place: Place): Zone | undefined {
  if (place.value === undefined) return refuse(place, "missing_zone", 'a zone ("Asia/Shanghai", "UTC+8")');
  try {
    return zoneOf(place.value as string, place.path);
  } catch (error) {
    place.issues.push(...(error as SlaError).issues);
    return undefined;
  }
}

function readWeeks(place: Place): readonly Week[] {
  const weeks: Week[] = [{ fromDay: Number.NEGATIVE_INFINITY, windows: readWeek(at(place, "hours")) }];
  for (const change of items(at(place, "changes"))) {
    if (!isRecord(change, "{ from, hours }", ["from", "hours"])) continue;
    const from = at(change, "from");
    const fromDay = readDate(from);
    const windows = readWeek(at(change, "hours"));
    if (weeks.some((week) => week.fromDay === fromDay)) refuse(from, "duplicate_value", "one change for each date");
    if (fromDay !== undefined) weeks.push({ fromDay, windows });
  }
  return weeks.sort((a, b) => a.fromDay - b.fromDay);
}

function readWeek(place: Place): readonly (readonly Window[])[] {
  const isWeek = isRecord(place, HOURS_EXPECTED, WEEKDAYS);
  return WEEKDAYS.map((day) => (isWeek ? readWindows(at(place, day)) : []));
}

const HOURS_EXPECTED = 'hours per weekday, { mon: ["09:00-18:00"] }; text is for "sla-clock"';

/** The windows of one date, in order; overlapping ones are refused, touching ones are one. */
function readWindows(place: Place, mayOverlap = false): readonly Window[] {
  const windows = items(place).flatMap((item) => {
    const window = typeof item.value === "string" ? parseTimeRange(item.value) : undefined;
    return window ?? refuse(item, "invalid_hours", RANGE_EXPECTED) ?? [];
  });
  windows.sort((a, b) => a.opensMs - b.opensMs);
  const overlaps = windows.some((window, i) => window.opensMs < (windows[i - 1]?.closesMs ?? 0));
  if (overlaps && !mayOverlap) {
    const given = (place.value as string[]).join(", ");
    refuse({ ...place, value: given }, "overlapping_windows", "windows of one date that do not overlap");
  }
  return windows;
}

const RANGE_EXPECTED = 'a window such as "09:00-18:00" or "22:00-06:00", until 24:00 at the latest';

function readDate(place: Place): number | undefined {
  const day = typeof place.value === "string" ? parseLocalDate(place.value) : undefined;
  if (day === undefined) return refuse(place, "invalid_date", 'a date that exists ("2026-11-20")');
  if (day >= FIRST_EPOCH_DAY && day <= LAST_EPOCH_DAY) return day;
  return refuse(place, "out_of_range", "a date from 1900-01-01 to 2200-12-31");
}

/** Windows by date: overrides and breaks. */
function readDates(place: Place, mayOverlap = false): Map<number, readonly Window[]> {
  const dates = new Map<number, readonly Window[]>();
  if (place.value === undefined || !isRecord(place, '{ "2026-11-20": ["12:00-13:00"] }')) return dates;
  for (const date of Object.keys(place.value as object)) {
    const day = readDate({ ...at(place, date), value: date });
    const windows = readWindows(at(place, date), mayOverlap);
    if (day !== undefined) dates.set(day, windows);
  }
  return dates;
}

type Dated = Pick<CalendarRules, "dated" | "holidaysGiven" | "knownFromDay" | "knownUntilDay">;

/** What is said of single dates: holidays, over them make-up days, over them overrides. */
function readDated(place: Place, weeks: readonly Week[]): Dated {
  const holidays = at(place, "holidays");
  const lists: HolidayLists = {
    holidays: [],
    makeUpDays: [],
    knownFromDay: Number.NEGATIVE_INFINITY,
    knownUntilDay: Number.POSITIVE_INFINITY,
  };
  readCoverage(place, lists);
  readHolidays(holidays, lists);
  const own = at(place, "makeUpDays");
  const makeUpDays = own.value === false ? [] : [...lists.makeUpDays, ...readEntries(own, MAKE_UP_KEYS)];
  const dated = new Map<number, DatedHours>();
  for (const { day, name } of lists.holidays) {
    dated.set(day, { reason: "holiday", name: dated.get(day)?.name ?? name, windows: [] });
  }
  for (const makeUpDay of makeUpDays) {
    const windows = makeUpWindows(makeUpDay, weeks);
    dated.set(makeUpDay.day, { reason: "makeUpDay", name: makeUpDay.name, windows });
  }
  for (const [day, windows] of readDates(at(place, "overrides"))) {
    dated.set(day, { reason: "override", name: dated.get(day)?.name, windows });
  }
  const { knownFromDay, knownUntilDay } = lists;
  return { dated, holidaysGiven: holidays.value !== undefined, knownFromDay, knownUntilDay };
}

/** A date of a list, with what it is called and, of a make-up day, whose hours it has. */
interface DatedEntry {
  readonly day: number;
  readonly name: string | undefined;
  readonly hoursOf: Weekday | undefined;
  readonly place: Place;
}

interface HolidayLists {
  readonly holidays: DatedEntry[];
  readonly makeUpDays: DatedEntry[];
  knownFromDay: number;
  knownUntilDay: number;
}

/** Reads one holiday calendar, or a list of dates and holiday calendars. */
function readHolidays(place: Place, lists: HolidayLists): void {
  if (isObject(place.value)) readHolidayCalendar(place, lists);
  else
    for (const item of items(place)) {
      if (isObject(item.value) && "holidays" in item.value) readHolidayCalendar(item, lists);
      else lists.holidays.push(...readEntry(item, HOLIDAY_KEYS));
    }
}

function readHolidayCalendar(place: Place, lists: HolidayLists): void {
  isRecord(place, "", HOLIDAY_CALENDAR_KEYS);
  const holidays = at(place, "holidays");
  if (holidays.value === undefined) refuse(holidays, "missing_key", "a list of dates");
  readCoverage(place, lists);
  lists.holidays.push(...readEntries(holidays, HOLIDAY_KEYS));
  lists.makeUpDays.push(...readEntries(at(place, "makeUpDays"), MAKE_UP_KEYS));
}

/** What is known is known to every list: the latest beginning and the earliest end count. */
function readCoverage(place: Place, lists: HolidayLists): void {
  const bound = (key: string) => (at(place, key).value === undefined ? undefined : readDate(at(place, key)));
  lists.knownFromDay = Math.max(lists.knownFromDay, bound("knownFrom") ?? lists.knownFromDay);
  lists.knownUntilDay = Math.min(lists.knownUntilDay, bound("knownUntil") ?? lists.knownUntilDay);
}

function readEntries(place: Place, keys: readonly string[]): DatedEntry[] {
  return items(place).flatMap((item) => readEntry(item, keys));
}

/** A bare date, or `{ date, … }` with the given keys; nothing where it is wrong. */
function readEntry(place: Place, keys: readonly string[]): DatedEntry[] {
  const isBare = !isObject(place.value);
  if (!isBare) isRecord(place, "", keys);
  const day = readDate(isBare ? place : at(place, "date"));
  const { name, hoursOf } = (isBare ? {} : place.value) as { name?: unknown; hoursOf?: Weekday };
  if (hoursOf !== undefined && !WEEKDAYS.includes(hoursOf)) {
    refuse(at(place, "hoursOf"), "unknown_value", oneOf(WEEKDAYS, hoursOf));
    return [];
  }
  return day === undefined ? [] : [{ day, name: typeof name === "string" ? name : undefined, hoursOf, place }];
}

/** A make-up day's hours: those of `hoursOf`, else of the first weekday that has some in the week in force. */
function makeUpWindows({ day, hoursOf, place }: DatedEntry, weeks: readonly Week[]): readonly Window[] {
  const { windows } = weekInForce({ weeks }, day);
  const found = hoursOf ? windows[WEEKDAYS.indexOf(hoursOf)] : windows.find((ofDay) => ofDay.length > 0);
  if (found && found.length > 0) return found;
  if (hoursOf) refuse(at(place, "hoursOf"), "invalid_value", "a weekday that has hours");
  else refuse(place, "invalid_value", "a date in a week that has hours, or an override");
  return [];
}
