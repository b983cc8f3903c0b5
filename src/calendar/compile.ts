/**
 * From plain data to a calendar: every statement is checked, all mistakes are reported together, and what is left is
 * the one normal form ({@link CalendarRules}).
 */
import { failOnIssues, type Issue, type IssueCode, issue, oneOf, type Path, type SlaError } from "../errors.js";
import { formatLocalDate, parseLocalDate, weekdayOf } from "../time/local-date.js";
import { formatTimeOfDay, parseTimeRange, type Window } from "../time/time-of-day.js";
import { DAY_MS, FIRST_EPOCH_DAY, LAST_EPOCH_DAY } from "../time/units.js";
import { type Zone, zoneOf } from "../time/zone.js";
import { type Calendar, type CalendarState, wrapCalendar } from "./calendar.js";
import {
  appendPieces,
  type CalendarRules,
  type DatedHours,
  localStretchesOf,
  piecesOf,
  type Stretches,
  sortStretches,
  type Week,
  weekInForce,
} from "./day.js";
import type { CalendarData, Weekday } from "./definition.js";

/** The days of the week, Monday first. */
export const WEEKDAYS: readonly Weekday[] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

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
  const reader: Reader = { path, issues };
  const before = issues.length;
  if (!isRecord(data)) {
    report(reader, "invalid_type", [], "an object with zone and hours", data);
    return undefined;
  }
  checkKeys(reader, [], data, KEYS);
  const zone = readZoneName(reader, data);
  const weeks = readWeeks(reader, data);
  const rules = { ...readDated(reader, data, weeks), zone: zone as Zone, weeks, breaks: readDates(reader, data, "breaks") };
  if (issues.length === before && !everOpens(rules)) {
    report(reader, "never_opens", [], "hours on some day between 1900 and 2201; this calendar never opens");
  }
  return issues.length === before ? wrapCalendar(newState(rules)) : undefined;
}

const KEYS = ["zone", "hours", "holidays", "makeUpDays", "overrides", "breaks", "changes", "knownUntil"];
const HOLIDAY_CALENDAR_KEYS = ["name", "knownFrom", "knownUntil", "holidays", "makeUpDays", "source", "version"];

function newState(rules: CalendarRules): CalendarState {
  return {
    zone: rules.zone,
    openStretches: (from, to) => openStretches(rules, from, to),
    piecesOf: (epochDay) => piecesOf(rules, epochDay),
    rules,
    table: undefined,
    dayIndex: undefined,
  };
}

/** All open stretches that overlap [from, to): those of the dates around it, as a window may last until the next day. */
function openStretches(rules: CalendarRules, from: number, to: number): Stretches {
  const stretches: Stretches = [];
  const lastDay = Math.floor(to / DAY_MS) + 2;
  for (let day = Math.floor(from / DAY_MS) - 3; day <= lastDay; day++) appendPieces(rules, day, stretches);
  return sortStretches(stretches);
}

/** Where a mistake is told: the place of the whole calendar, and the list of what was found so far. */
interface Reader {
  readonly path: Path;
  readonly issues: Issue[];
}

type Data = Readonly<Record<string, unknown>>;

function report(reader: Reader, code: IssueCode, path: Path, expected: string, ...received: [unknown?]): void {
  reader.issues.push(issue(code, [...reader.path, ...path], expected, ...received));
}

function isRecord(value: unknown): value is Data {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function checkKeys(reader: Reader, path: Path, data: Data, known: readonly string[]): void {
  for (const key of Object.keys(data)) {
    if (!known.includes(key)) report(reader, "unknown_key", [...path, key], oneOf(known, key), key);
  }
}

function readZoneName(reader: Reader, data: Data): Zone | undefined {
  if (data.zone === undefined) {
    report(reader, "missing_zone", ["zone"], 'a zone ("Asia/Shanghai", "UTC+8")', undefined);
    return undefined;
  }
  try {
    return zoneOf(data.zone as string, [...reader.path, "zone"]);
  } catch (error) {
    reader.issues.push(...(error as SlaError).issues);
    return undefined;
  }
}

function readWeeks(reader: Reader, data: Data): readonly Week[] {
  const weeks = [{ fromDay: Number.NEGATIVE_INFINITY, windows: readWeek(reader, ["hours"], data.hours) }];
  list(reader, ["changes"], data.changes).forEach((change, i) => {
    if (!isRecord(change)) return report(reader, "invalid_type", ["changes", i], "{ from, hours }", change);
    checkKeys(reader, ["changes", i], change, ["from", "hours"]);
    const fromDay = readDate(reader, ["changes", i, "from"], change.from);
    const windows = readWeek(reader, ["changes", i, "hours"], change.hours);
    if (fromDay === undefined) return;
    if (weeks.some((week) => week.fromDay === fromDay)) {
      report(reader, "duplicate_value", ["changes", i, "from"], "one change for each date", change.from);
    }
    weeks.push({ fromDay, windows });
  });
  return weeks.sort((a, b) => a.fromDay - b.fromDay);
}

function readWeek(reader: Reader, path: Path, hours: unknown): readonly (readonly Window[])[] {
  if (!isRecord(hours)) {
    const expected = 'hours per weekday ({ mon: ["09:00-18:00"] }); text is read by compileCalendar of "sla-clock"';
    report(reader, hours === undefined ? "missing_key" : "invalid_hours", path, expected, hours);
    return WEEKDAYS.map(() => []);
  }
  checkKeys(reader, path, hours, WEEKDAYS);
  return WEEKDAYS.map((day) => (hours[day] === undefined ? [] : readWindows(reader, [...path, day], hours[day])));
}

/** The windows of one date, in order; overlapping ones are refused, touching ones are one. */
function readWindows(reader: Reader, path: Path, ranges: unknown, mayOverlap = false): readonly Window[] {
  const windows: Window[] = [];
  list(reader, path, ranges).forEach((range, i) => {
    const window = typeof range === "string" ? parseTimeRange(range) : undefined;
    if (window) windows.push(window);
    else report(reader, "invalid_hours", [...path, i], RANGE_EXPECTED, range);
  });
  windows.sort((a, b) => a.opensMs - b.opensMs);
  windows.forEach((window, i) => {
    const before = windows[i - 1];
    if (mayOverlap || before === undefined || before.closesMs <= window.opensMs) return;
    const both = `${formatWindow(before)} and ${formatWindow(window)}`;
    report(reader, "overlapping_windows", path, "windows of one date that do not overlap", both);
  });
  return windows;
}

const RANGE_EXPECTED =
  'a window such as "09:00-18:00" or "22:00-06:00", opening before 24:00 and closing at 24:00 at the latest';

function formatWindow({ opensMs, closesMs }: Window): string {
  return `${formatTimeOfDay(opensMs)}-${formatTimeOfDay(closesMs > DAY_MS ? closesMs - DAY_MS : closesMs)}`;
}

function readDate(reader: Reader, path: Path, date: unknown): number | undefined {
  const day = typeof date === "string" ? parseLocalDate(date) : undefined;
  if (day === undefined) report(reader, "invalid_date", path, 'a date that exists ("2026-11-20")', date);
  else if (day < FIRST_EPOCH_DAY || day > LAST_EPOCH_DAY) {
    report(reader, "out_of_range", path, "a date from 1900-01-01 to 2200-12-31", date);
    return undefined;
  }
  return day;
}

/** Windows by date: overrides and breaks. */
function readDates(reader: Reader, data: Data, key: "overrides" | "breaks"): Map<number, readonly Window[]> {
  const dates = new Map<number, readonly Window[]>();
  const given = data[key] ?? {};
  if (!isRecord(given)) {
    report(reader, "invalid_type", [key], '{ "2026-11-20": ["12:00-13:00"] }', given);
    return dates;
  }
  for (const [date, ranges] of Object.entries(given)) {
    const day = readDate(reader, [key, date], date);
    const windows = readWindows(reader, [key, date], ranges, key === "breaks");
    if (day !== undefined) dates.set(day, windows);
  }
  return dates;
}

type Dated = Pick<CalendarRules, "dated" | "holidaysGiven" | "knownFromDay" | "knownUntilDay">;

/** What is said of single dates: holidays, over them make-up days, over them overrides. */
function readDated(reader: Reader, data: Data, weeks: readonly Week[]): Dated {
  const lists = readHolidays(reader, data);
  const dated = new Map<number, DatedHours>();
  for (const { day, name } of lists.holidays) {
    if (!dated.get(day)?.name) dated.set(day, { reason: "holiday", name, windows: [] });
  }
  const makeUpDays = data.makeUpDays === false ? [] : [...lists.makeUpDays, ...readMakeUpDays(reader, [], data.makeUpDays)];
  for (const makeUpDay of makeUpDays) {
    const windows = makeUpWindows(reader, makeUpDay, weeks);
    dated.set(makeUpDay.day, { reason: "makeUpDay", name: makeUpDay.name, windows });
  }
  for (const [day, windows] of readDates(reader, data, "overrides")) {
    dated.set(day, { reason: "override", name: dated.get(day)?.name, windows });
  }
  const { knownFromDay, knownUntilDay } = lists;
  return { dated, holidaysGiven: data.holidays !== undefined, knownFromDay, knownUntilDay };
}

interface NamedDay {
  readonly day: number;
  readonly name: string | undefined;
}

interface MakeUp extends NamedDay {
  readonly hoursOf: Weekday | undefined;
  readonly path: Path;
}

interface HolidayLists {
  readonly holidays: NamedDay[];
  readonly makeUpDays: MakeUp[];
  knownFromDay: number;
  knownUntilDay: number;
}

function readHolidays(reader: Reader, data: Data): HolidayLists {
  const lists: HolidayLists = {
    holidays: [],
    makeUpDays: [],
    knownFromDay: Number.NEGATIVE_INFINITY,
    knownUntilDay: Number.POSITIVE_INFINITY,
  };
  readCoverage(reader, [], data, lists);
  if (isRecord(data.holidays)) readHolidayCalendar(reader, ["holidays"], data.holidays, lists);
  else list(reader, ["holidays"], data.holidays).forEach((entry, i) => readHolidayEntry(reader, ["holidays", i], entry, lists));
  return lists;
}

function readHolidayEntry(reader: Reader, path: Path, entry: unknown, lists: HolidayLists): void {
  if (isRecord(entry) && "holidays" in entry) return readHolidayCalendar(reader, path, entry, lists);
  const holiday = readNamedDay(reader, path, entry, ["date", "name"]);
  if (holiday) lists.holidays.push(holiday);
}

function readHolidayCalendar(reader: Reader, path: Path, data: Data, lists: HolidayLists): void {
  checkKeys(reader, path, data, HOLIDAY_CALENDAR_KEYS);
  if (data.holidays === undefined) report(reader, "missing_key", [...path, "holidays"], "a list of dates", undefined);
  readCoverage(reader, path, data, lists);
  list(reader, [...path, "holidays"], data.holidays).forEach((entry, i) => {
    const holiday = readNamedDay(reader, [...path, "holidays", i], entry, ["date", "name"]);
    if (holiday) lists.holidays.push(holiday);
  });
  lists.makeUpDays.push(...readMakeUpDays(reader, path, data.makeUpDays));
}

/** What is known is known to every list: the latest beginning and the earliest end count. */
function readCoverage(reader: Reader, path: Path, data: Data, lists: HolidayLists): void {
  const bound = (key: string) => (data[key] === undefined ? undefined : readDate(reader, [...path, key], data[key]));
  lists.knownFromDay = Math.max(lists.knownFromDay, bound("knownFrom") ?? lists.knownFromDay);
  lists.knownUntilDay = Math.min(lists.knownUntilDay, bound("knownUntil") ?? lists.knownUntilDay);
}

function readMakeUpDays(reader: Reader, path: Path, makeUpDays: unknown): MakeUp[] {
  const days: MakeUp[] = [];
  list(reader, [...path, "makeUpDays"], makeUpDays).forEach((entry, i) => {
    const at: Path = [...path, "makeUpDays", i];
    const day = readNamedDay(reader, at, entry, ["date", "hoursOf", "name"]);
    const hoursOf = isRecord(entry) ? entry.hoursOf : undefined;
    if (hoursOf !== undefined && !WEEKDAYS.includes(hoursOf as Weekday)) {
      report(reader, "unknown_value", [...at, "hoursOf"], oneOf(WEEKDAYS, hoursOf), hoursOf);
    } else if (day) days.push({ ...day, hoursOf: hoursOf as Weekday | undefined, path: at });
  });
  return days;
}

function readNamedDay(reader: Reader, path: Path, entry: unknown, keys: readonly string[]): NamedDay | undefined {
  if (isRecord(entry)) checkKeys(reader, path, entry, keys);
  const day = isRecord(entry) ? readDate(reader, [...path, "date"], entry.date) : readDate(reader, path, entry);
  const name = isRecord(entry) && typeof entry.name === "string" ? entry.name : undefined;
  return day === undefined ? undefined : { day, name };
}

/** A make-up day's hours: those of `hoursOf`, else of the first weekday that has some in the week in force. */
function makeUpWindows(reader: Reader, { day, hoursOf, path }: MakeUp, weeks: readonly Week[]): readonly Window[] {
  const { windows } = weekInForce({ weeks }, day);
  const found = hoursOf ? windows[WEEKDAYS.indexOf(hoursOf)] : windows.find((ofDay) => ofDay.length > 0);
  if (found && found.length > 0) return found;
  const expected = hoursOf ? "a weekday that has hours" : "a week in force that has hours, or an override";
  report(reader, "invalid_value", hoursOf ? [...path, "hoursOf"] : path, expected, hoursOf ?? formatLocalDate(day));
  return [];
}

function list(reader: Reader, path: Path, value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  if (Array.isArray(value)) return value;
  report(reader, "invalid_type", path, "a list", value);
  return [];
}

/**
 * Whether the calendar can open at all. Weekly hours that leave open wall-clock time on three dates count without a
 * look at the zone, as no zone skips three; few dates are looked at exactly.
 */
function everOpens(rules: CalendarRules): boolean {
  const candidates: number[] = [];
  rules.weeks.forEach((week, i) => {
    if (week.windows.every((windows) => windows.length === 0)) return;
    const end = Math.min(rules.weeks[i + 1]?.fromDay ?? LAST_EPOCH_DAY + 1, LAST_EPOCH_DAY + 1);
    const enough = candidates.length + 3;
    for (let day = Math.max(week.fromDay, FIRST_EPOCH_DAY); day < end && candidates.length < enough; day++) {
      if (week.windows[weekdayOf(day)]?.length && localStretchesOf(rules, day).length > 0) candidates.push(day);
    }
  });
  if (candidates.length >= 3) return true;
  return [...candidates, ...rules.dated.keys()].some((day) => piecesOf(rules, day).length > 0);
}
