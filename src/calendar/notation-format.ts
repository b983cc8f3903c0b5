/** From weekly hours to text, so that the reader of notations reads the same week back. */
import { fail, oneOf } from "../errors.js";
import { formatTimeOfDay, parseTimeRange, type Window } from "../time/time-of-day.js";
import { DAY_MS } from "../time/units.js";
import type { TimeRange, Weekday, WeeklyHours } from "./definition.js";
import { WEEKDAYS } from "./weekday.js";

/** The words in which hours are written. */
interface Style {
  readonly names: { readonly [day in Weekday]: string };
  readonly to: string;
  readonly and: string;
  readonly next: string;
  readonly daily: string;
  readonly always: string;
  readonly closed: string;
  readonly holidays: { readonly [says in "except" | "included"]: string };
  zone(zone: string): string;
}

const STYLES: { readonly en: Style; readonly zh: Style } = {
  en: {
    names: { mon: "Mon", tue: "Tue", wed: "Wed", thu: "Thu", fri: "Fri", sat: "Sat", sun: "Sun" },
    to: "-",
    and: ", ",
    next: "; ",
    daily: "Daily",
    always: "24x7",
    closed: "closed",
    holidays: { except: ", except public holidays", included: ", including public holidays" },
    zone: (zone) => ` ${zone}`,
  },
  zh: {
    names: { mon: "周一", tue: "周二", wed: "周三", thu: "周四", fri: "周五", sat: "周六", sun: "周日" },
    to: "至",
    and: "、",
    next: "；",
    daily: "每天",
    always: "7x24小时",
    closed: "休息",
    holidays: { except: "，法定节假日除外", included: "，含法定节假日" },
    zone: (zone) => ` (${zone})`,
  },
};

/** Weekly hours with what a text may say beside them. */
export interface FormattableHours {
  /** The week. */
  readonly hours: WeeklyHours;
  /** Its zone. */
  readonly zone?: string;
  /** Whether holidays are closed, or are like any day. */
  readonly holidays?: "except" | "included";
}

/**
 * Writes weekly hours as text that `parseHours` reads back to the same week: days with equal windows together, times as
 * `HH:MM`, a closing at midnight as `24:00`. A week without any hours is `"Daily closed"`.
 *
 * @throws SlaError `invalid_hours` for a window that is none, `unknown_key` for a day that is none.
 *
 * @example
 * ```ts
 * import { formatHours, parseHours } from "sla-clock";
 *
 * formatHours({ mon: ["9:00-12:00", "13:00-18:00"], sat: ["10:00-12:00"] }); //=> "Mon 09:00-12:00, 13:00-18:00; Sat 10:00-12:00"
 * formatHours(parseHours("Mon-Fri 9:00–18:00 (UTC+8)"), "zh"); //=> "周一至周五 09:00-18:00 (UTC+8)"
 * formatHours(parseHours("7×24")); //=> "24x7"
 * ```
 */
export function formatHours(hours: WeeklyHours | FormattableHours, locale: "en" | "zh" = "en"): string {
  const { hours: week, zone, holidays }: FormattableHours = "hours" in hours ? hours : { hours };
  const style = STYLES[locale];
  const text = formatWeek(normalHours(week), style) + (zone === undefined ? "" : style.zone(zone));
  return holidays === undefined ? text : text + style.holidays[holidays];
}

function formatWeek(hours: WeeklyHours, style: Style): string {
  const groups = new Map<string, Weekday[]>();
  for (const day of WEEKDAYS) {
    const windows = hours[day]?.join(style.and);
    if (windows !== undefined) groups.set(windows, [...(groups.get(windows) ?? []), day]);
  }
  if (groups.size === 0) return `${style.daily} ${style.closed}`;
  if (groups.get("00:00-24:00")?.length === 7) return style.always;
  return [...groups].map(([windows, days]) => `${formatDays(days, style)} ${windows}`).join(style.next);
}

/** "Mon-Wed, Fri"; in Chinese "周一至周三、周五". */
function formatDays(days: readonly Weekday[], style: Style): string {
  if (days.length === 7) return style.daily;
  const runs: Weekday[][] = [];
  for (const day of days) {
    const run = runs.at(-1);
    const follows = WEEKDAYS.indexOf(day) === WEEKDAYS.indexOf(run?.at(-1) ?? day) + 1;
    if (follows) run?.push(day);
    else runs.push([day]);
  }
  return runs.map((run) => formatRun(run, style)).join(style.and);
}

function formatRun(run: readonly Weekday[], { names, to }: Style): string {
  const [first, last] = [run[0] as Weekday, run.at(-1) as Weekday];
  return first === last ? names[first] : `${names[first]}${to}${names[last]}`;
}

/** The normal form of weekly hours given as data: only open days, padded times, windows in the order of the day. */
function normalHours(hours: WeeklyHours): WeeklyHours {
  for (const key of Object.keys(hours)) {
    if (!WEEKDAYS.some((day) => day === key)) fail("unknown_key", [key], oneOf(WEEKDAYS, key), key);
  }
  return hoursOf((day) => (hours[day] ?? []).map((range, index) => windowOf(range, day, index)));
}

function windowOf(range: TimeRange, day: Weekday, index: number): Window {
  return parseTimeRange(range) ?? fail("invalid_hours", [day, index], 'a window such as "09:00-18:00"', range);
}

/** Weekly hours in their normal form, from the windows of each day. */
export function hoursOf(windowsOf: (day: Weekday) => readonly Window[]): WeeklyHours {
  const hours: { [day in Weekday]?: readonly TimeRange[] } = {};
  for (const day of WEEKDAYS) {
    const windows = [...windowsOf(day)].sort((a, b) => a.opensMs - b.opensMs);
    if (windows.length > 0) hours[day] = windows.map(formatWindow);
  }
  return hours;
}

/** A window as `"09:00-18:00"`. */
export function formatWindow({ opensMs, closesMs }: Window): TimeRange {
  return `${formatTimeOfDay(opensMs)}-${formatTimeOfDay(closesMs > DAY_MS ? closesMs - DAY_MS : closesMs)}`;
}
