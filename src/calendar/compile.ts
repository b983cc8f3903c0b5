/**
 * From plain data to a calendar: every statement is checked, all mistakes are reported together, and what is left is
 * the one normal form ({@link CalendarRules}).
 */
import { type Issue, type IssueCode, issue, listOf, type Path, SlaError } from "../errors.js";
import { parseLocalDate } from "../time/local-date.js";
import { parseTimeRange, type Window } from "../time/time-of-day.js";
import { DAY_MS, isSupportedInstant } from "../time/units.js";
import { findZone, ZONE_EXPECTED, type Zone } from "../time/zone.js";
import type { Calendar } from "./calendar.js";
import { CompiledCalendar } from "./compiled-calendar.js";
import { type CalendarRules, type DatedHours, type Week, weekInForce } from "./day.js";
import type { CalendarData, Weekday } from "./definition.js";
import { stateFor } from "./interned.js";
import { everOpens } from "./table-store.js";
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
  const calendar = readCalendar({ value: definition, path: [], issues });
  if (calendar === undefined) throw new SlaError(issues);
  return calendar;
}

/** A value with its place in the definition, and the list of what was found to be wrong so far. */
export interface Place {
  readonly value: unknown;
  readonly path: Path;
  readonly issues: Issue[];
}

/** Compiles a calendar that may stand inside something larger, or puts what is wrong with it into the empty list of issues. */
export function readCalendar(place: Place): Calendar | undefined {
  if (!isRecord(place, "{ zone, hours }", KEYS)) return undefined;
  const zone = readZoneName(at(place, "zone")) as Zone;
  const weeks = readWeeks(place);
  const breaks = readDates(at(place, "breaks"), readWindows);
  const rules = { zone, weeks, breaks, ...readDated(place, weeks) };
  if (place.issues.length > 0) return undefined;
  const state = stateFor(rules);
  return everOpens(state) ? new CompiledCalendar(state) : refuse(place, "never_opens", "open time from 1900 to 2200");
}

const KEYS = ["zone", "hours", "holidays", "makeUpDays", "overrides", "breaks", "changes", "knownUntil"];
const HOLIDAY_CALENDAR_KEYS = ["name", "source", "version", "holidays", "makeUpDays", "knownFrom", "knownUntil"];
const HOLIDAY_KEYS = ["date", "name"];
const MAKE_UP_KEYS = ["date", "name", "hoursOf"];

/** What stands under a key of a place. */
function at({ value, path, issues }: Place, key: string | number): Place {
  const inside = value as Record<string | number, unknown> | null | undefined;
  return { value: inside?.[key], path: [...path, key], issues };
}

/** Tells that the value of a place is wrong. */
function refuse(place: Place, code: IssueCode, expected: string, received = place.value): undefined {
  place.issues.push(issue(code, place.path, expected, received));
}

/** Whether the value is an object; its keys must be known ones, where such are given. */
function isRecord(place: Place, expected: string, known?: readonly string[]): boolean {
  const { value } = place;
  if (!isObject(value)) {
    refuse(place, value === undefined ? "missing_key" : "invalid_type", expected);
    return false;
  }
  for (const key of Object.keys(value)) {
    if (known?.includes(key) === false) refuse(at(place, key), "unknown_key", listOf(known), key);
  }
  return true;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The places in a list; none where it is absent. */
function items(place: Place): readonly Place[] {
  if (Array.isArray(place.value)) return [...place.value].map((_, i) => at(place, i));
  if (place.value !== undefined) refuse(place, "invalid_type", "a list");
  return [];
}

/** What a text says; refuses what cannot be read, and what is no text. */
function readText<T>(
  place: Place,
  parse: (text: string) => T | undefined,
  code: IssueCode,
  expected: string,
): T | undefined {
  const read = typeof place.value === "string" ? parse(place.value) : undefined;
  return read ?? refuse(place, code, expected);
}

function readZoneName(place: Place): Zone | undefined {
  return readText(place, findZone, place.value === undefined ? "missing_zone" : "invalid_zone", ZONE_EXPECTED);
}

function readWeeks(place: Place): readonly Week[] {
  const weeks: Week[] = [{ fromDay: -Infinity, windows: readWeek(at(place, "hours")) }];
  for (const change of items(at(place, "changes"))) {
    if (!isRecord(change, "{ from, hours }", ["from", "hours"])) continue;
    const from = at(change, "from");
    const fromDay = readDate(from);
    const windows = readWeek(at(change, "hours"));
    if (weeks.some((week) => week.fromDay === fromDay)) refuse(from, "duplicate_value", "another date");
    if (fromDay !== undefined) weeks.push({ fromDay, windows });
  }
  return weeks.sort((a, b) => a.fromDay - b.fromDay);
}

function readWeek(place: Place): readonly (readonly Window[])[] {
  isRecord(place, '{ mon: ["09:00-18:00"] }', WEEKDAYS);
  return WEEKDAYS.map((day) => readHours(at(place, day)));
}

/** The windows of one date, in order; overlapping ones are refused. */
function readHours(place: Place): readonly Window[] {
  const windows = readWindows(place);
  if (windows.some(({ opensMs }, i) => opensMs < (windows[i - 1]?.closesMs as number))) {
    refuse(place, "overlapping_windows", "windows that do not overlap", (place.value as string[]).join(", "));
  }
  return windows;
}

/** Windows in order, which may overlap. */
function readWindows(place: Place): readonly Window[] {
  return items(place)
    .flatMap((item) => readText(item, parseTimeRange, "invalid_hours", 'a window ("09:00-18:00", "22:00-06:00")') ?? [])
    .sort((a, b) => a.opensMs - b.opensMs);
}

function readDate(place: Place): number | undefined {
  const day = readText(place, parseLocalDate, "invalid_date", 'a date that exists ("2026-11-20")');
  if (day === undefined || isSupportedInstant(day * DAY_MS)) return day;
  return refuse(place, "out_of_range", "a date from 1900 to 2200");
}

/** Windows by date: overrides and breaks. */
function readDates(place: Place, read: (windows: Place) => readonly Window[]): Map<number, readonly Window[]> {
  const dates = new Map<number, readonly Window[]>();
  const isGiven = place.value !== undefined && isRecord(place, '{ "2026-11-20": ["12:00-13:00"] }');
  for (const date of isGiven ? Object.keys(place.value as object) : []) {
    // A date that is refused is in nobody's way: there will be no calendar.
    dates.set(readDate({ ...at(place, date), value: date }) as number, read(at(place, date)));
  }
  return dates;
}

type Dated = Pick<CalendarRules, "dated" | "holidaysGiven" | "knownFromDay" | "knownUntilDay">;

/** What is said of single dates: holidays, over them make-up days, over them overrides. */
function readDated(place: Place, weeks: readonly Week[]): Dated {
  const dated = new Map<number, DatedHours>();
  const given = at(place, "holidays");
  const calendars = readHolidays(given, dated);
  const isWorked = at(place, "makeUpDays").value !== false;
  for (const source of isWorked ? [...calendars, place] : calendars) {
    for (const date of items(at(source, "makeUpDays"))) {
      readEntry(date, MAKE_UP_KEYS, isWorked ? dated : new Map(), isWorked ? weeks : undefined);
    }
  }
  for (const [day, windows] of readDates(at(place, "overrides"), readHours)) {
    dated.set(day, { reason: "override", name: dated.get(day)?.name, windows });
  }
  // What is known is known to every list: the latest beginning and the earliest end count; of none they are infinite.
  const knownFromDay = Math.max(...readBounds([place, ...calendars], "knownFrom"));
  const knownUntilDay = Math.min(...readBounds([place, ...calendars], "knownUntil"));
  return { dated, holidaysGiven: given.value !== undefined, knownFromDay, knownUntilDay };
}

/** Takes in a holiday calendar, or a list of dates and holiday calendars; answers the holiday calendars. */
function readHolidays(place: Place, dated: Map<number, DatedHours>): readonly Place[] {
  const isOne = isObject(place.value);
  const calendars: Place[] = [];
  for (const item of isOne ? [place] : items(place)) {
    if (isOne || (isObject(item.value) && "holidays" in item.value)) {
      isRecord(item, "", HOLIDAY_CALENDAR_KEYS);
      const dates = at(item, "holidays");
      if (dates.value === undefined) refuse(dates, "missing_key", "a list");
      for (const date of items(dates)) readEntry(date, HOLIDAY_KEYS, dated);
      calendars.push(item);
    } else readEntry(item, HOLIDAY_KEYS, dated);
  }
  return calendars;
}

/** The dates that stand under a key of some places. */
function readBounds(places: readonly Place[], key: string): readonly number[] {
  return places.flatMap((place) => {
    const bound = at(place, key);
    return bound.value === undefined ? [] : (readDate(bound) as number);
  });
}

/** Takes in a holiday, or given `weeks` a make-up day: a bare date, or `{ date, … }` with the given keys. */
function readEntry(
  place: Place,
  keys: readonly string[],
  dated: Map<number, DatedHours>,
  weeks?: readonly Week[],
): void {
  const { value } = place;
  const { name: given, hoursOf }: { name?: unknown; hoursOf?: Weekday } = isObject(value) ? value : {};
  const day = readDate(isObject(value) && isRecord(place, "", keys) ? at(place, "date") : place);
  const name = typeof given === "string" ? given : undefined;
  if (hoursOf !== undefined && !WEEKDAYS.includes(hoursOf)) {
    refuse(at(place, "hoursOf"), "unknown_value", listOf(WEEKDAYS));
  } else if (day !== undefined && !weeks) {
    dated.set(day, { reason: "holiday", name: dated.get(day)?.name ?? name, windows: [] });
  } else if (day !== undefined && weeks) {
    const { windows } = weekInForce(weeks, day);
    const found = hoursOf ? windows[WEEKDAYS.indexOf(hoursOf)] : windows.find((ofDay) => ofDay.length > 0);
    if (found?.length) dated.set(day, { reason: "makeUpDay", name, windows: found });
    else refuse(hoursOf ? at(place, "hoursOf") : place, "invalid_value", "hours in that week");
  }
}
