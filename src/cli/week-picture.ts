/** The week as bars: what the wall clock shows of open time, Monday to Sunday. */

import { rulesOf, weekInForce } from "../calendar/day.js";
import { daysOf } from "../calendar/days.js";
import * as query from "../calendar/query.js";
import { WEEKDAYS } from "../calendar/weekday.js";
import { formatDay, type Locale, weekdayName } from "../explain/time-text.js";
import { formatLocalDate, weekdayOf } from "../time/local-date.js";
import { formatTimeOfDay } from "../time/time-of-day.js";
import { DAY_MS, HOUR_MS } from "../time/units.js";
import { localAt, localToInstant } from "../time/zone.js";
import type { Layout, Words } from "./calendar-lines.js";
import type { GivenCalendar } from "./given-calendar.js";
import { formatHourSum } from "./picture-days.js";

/** One weekday. */
interface WeekRow {
  /** The windows that start on it: "09:00-18:00". */
  readonly hours: readonly string[];
  readonly openMs: number;
  /** When the wall clock of this day is open, nights of the day before included; ms since its midnight. */
  readonly stretches: readonly (readonly [fromMs: number, toMs: number])[];
}

/** A week, Monday first. */
export interface WeekRows {
  readonly rows: readonly WeekRow[];
  /** Of a combination, which has no weekly hours: the Monday of the week that is shown. */
  readonly monday: number | undefined;
}

/** The weekly hours in force on a date; of a combination the week around it. */
export function weekOf(given: GivenCalendar, epochDay: number): WeekRows {
  const rules = rulesOf(given.state.source);
  if (rules === undefined) return datedWeek(given, epochDay - weekdayOf(epochDay));
  const { windows } = weekInForce(rules.weeks, epochDay);
  const rows = windows.map((ofDay, i) => ({
    hours: ofDay.map(
      ({ opensMs, closesMs }) =>
        `${formatTimeOfDay(opensMs)}-${formatTimeOfDay(closesMs > DAY_MS ? closesMs - DAY_MS : closesMs)}`,
    ),
    openMs: ofDay.reduce((sum, { opensMs, closesMs }) => sum + closesMs - opensMs, 0),
    stretches: [
      ...(windows[(i + 6) % 7] ?? []).map(({ closesMs }) => [0, closesMs - DAY_MS] as const),
      ...ofDay.map(({ opensMs, closesMs }) => [opensMs, Math.min(closesMs, DAY_MS)] as const),
    ].filter(([from, to]) => to > from),
  }));
  return { rows, monday: undefined };
}

function datedWeek({ calendar, state }: GivenCalendar, monday: number): WeekRows {
  const { zone } = state.source;
  const rows = daysOf(calendar, formatLocalDate(monday), formatLocalDate(monday + 7)).map(({ hours, openMs }, i) => {
    const midnight = (monday + i) * DAY_MS;
    const [from, to] = [localToInstant(zone, midnight), localToInstant(zone, midnight + DAY_MS)];
    const stretches = query
      .openIntervals(calendar, from, to)
      .map((open) => [localAt(zone, open.from) - midnight, localAt(zone, open.to - 1) + 1 - midnight] as const);
    return { hours, openMs, stretches };
  });
  return { rows, monday };
}

/** The week, ready for JSON. */
export function weekData({ rows, monday }: WeekRows) {
  return {
    week: Object.fromEntries(WEEKDAYS.map((day, i) => [day, rows[i]?.hours ?? []])),
    weekOf: monday === undefined ? null : formatLocalDate(monday),
    weekMs: weekMsOf(rows),
  };
}

function weekMsOf(rows: readonly WeekRow[]): number {
  return rows.reduce((sum, { openMs }) => sum + openMs, 0);
}

const WORDS: Words<{
  readonly closed: string;
  readonly total: (days: number, hours: string) => string;
  readonly weekOf: (day: string) => string;
  readonly part: string;
  readonly until: (time: string) => string;
}> = {
  en: {
    closed: "closed",
    total: (days, hours) => `${days} working day${days === 1 ? "" : "s"} and ${hours} a week`,
    weekOf: (day) => `The week from ${day}`,
    part: "open for a part of it",
    until: (time) => `until ${time}`,
  },
  zh: {
    closed: "休息",
    total: (days, hours) => `每周 ${days} 个工作日，共 ${hours}`,
    weekOf: (day) => `${day} 起的一周`,
    part: "部分时间开放",
    until: (time) => `至 ${time}`,
  },
};

const OPEN = "█";
const PART = "▒";
const CLOSED = "·";

/** The bars under their clock, and the sum. */
export function weekPicture({ locale }: GivenCalendar, { rows, monday }: WeekRows, { style, width }: Layout): string {
  const words = WORDS[locale];
  const texts = rows.map((row) => rowText(row, locale));
  const labels = rows.map((_, i) => weekdayName(i, locale));
  const indent = locale === "zh" ? 6 : 5;
  // Half hours where there is room for them, else hours.
  const perHour = indent + 48 + 2 + Math.max(...texts.map((text) => text.length)) <= width ? 2 : 1;
  const bars = rows.map((row) => barOf(row, perHour));
  const lines = rows.map((row, i) => {
    const look = row.stretches.length === 0 ? "secondary" : "open";
    const text = row.openMs === 0 ? style("secondary", texts[i] as string) : texts[i];
    return `${labels[i]}  ${style(look, bars[i] as string)}  ${text}`;
  });
  const days = rows.filter(({ openMs }) => openMs > 0).length;
  return [
    ...(monday === undefined ? [] : [words.weekOf(formatDay(monday, locale))]),
    style("secondary", `${" ".repeat(indent)}${axis(perHour)}`),
    ...lines,
    ...(bars.some((bar) => bar.includes(PART)) ? [`${" ".repeat(indent)}${PART} ${words.part}`] : []),
    "",
    style("strong", words.total(days, formatHourSum(weekMsOf(rows), locale))),
  ].join("\n");
}

/** "09:00-18:00  9 h"; of a day that only ends the night of the one before, until when. */
function rowText({ hours, openMs, stretches }: WeekRow, locale: Locale): string {
  if (openMs > 0) return `${hours.join(", ")}  ${formatHourSum(openMs, locale)}`;
  const [night] = stretches;
  return night === undefined ? WORDS[locale].closed : WORDS[locale].until(formatTimeOfDay(night[1]));
}

/** "0     3     6 …": every third hour over its column. */
function axis(perHour: number): string {
  const marks = Array.from({ length: 9 }, (_, i) => String(3 * i).padEnd(3 * perHour));
  return marks.join("").trimEnd();
}

function barOf({ stretches }: WeekRow, perHour: number): string {
  const cellMs = HOUR_MS / perHour;
  const cells = Array.from({ length: 24 * perHour }, (_, i) => {
    const openMs = stretches.reduce(
      (sum, [from, to]) => sum + Math.max(0, Math.min(to, (i + 1) * cellMs) - Math.max(from, i * cellMs)),
      0,
    );
    return openMs <= 0 ? CLOSED : openMs < cellMs ? PART : OPEN;
  });
  return cells.join("");
}
