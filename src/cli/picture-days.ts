/** The dates of a month, each with what a picture shows of it. */
import { rulesOf } from "../calendar/day.js";
import { type CalendarDay, daysOf, isKnown } from "../calendar/days.js";
import type { Locale } from "../explain/time-text.js";
import { formatLength } from "../explain/time-text.js";
import { formatLocalDate, parseLocalDate } from "../time/local-date.js";
import { DAY_MS, HOUR_MS } from "../time/units.js";
import { localToInstant } from "../time/zone.js";
import { beyondWarning } from "./calendar-lines.js";
import type { GivenCalendar } from "./given-calendar.js";

/** What a date is to the eye. */
export type DayKind = "working" | "short" | "makeUpDay" | "holiday" | "closed";

/** A date of a picture. */
export interface PictureDay extends CalendarDay {
  readonly epochDay: number;
  readonly kind: DayKind;
  /** Whether the holiday list covers it. */
  readonly known: boolean;
  /** A break shortens it. */
  readonly hasBreak: boolean;
}

/** Dates with their totals. */
export interface Period {
  readonly days: readonly PictureDay[];
  readonly workingDays: number;
  readonly openMs: number;
  readonly warning: string | undefined;
}

/** The dates in [fromDay, toDay). */
export function readPeriod(given: GivenCalendar, fromDay: number, toDay: number): Period {
  const { calendar, state } = given;
  const dates = daysOf(calendar, formatLocalDate(fromDay), formatLocalDate(toDay));
  const usualMs = usualLength(dates);
  const days = dates.map((day) => {
    const epochDay = parseLocalDate(day.date) as number;
    const hasBreak = rulesOf(state.source)?.breaks.has(epochDay) ?? false;
    return { ...day, epochDay, kind: kindOf(day, usualMs), known: isKnown(calendar, day.date), hasBreak };
  });
  const midnight = (day: number) => localToInstant(state.source.zone, day * DAY_MS);
  return { days, ...totalsOf(days), warning: beyondWarning(given, midnight(fromDay), midnight(toDay)) };
}

/** The working days among dates, and their hours. */
export function totalsOf(days: readonly PictureDay[]): Pick<Period, "workingDays" | "openMs"> {
  return {
    workingDays: days.filter(({ working }) => working).length,
    openMs: days.reduce((sum, { openMs }) => sum + openMs, 0),
  };
}

/** The most frequent length of a working day, the longest on a tie. */
function usualLength(days: readonly CalendarDay[]): number {
  const counts = new Map<number, number>();
  for (const { openMs } of days) if (openMs > 0) counts.set(openMs, (counts.get(openMs) ?? 0) + 1);
  const [usual] = [...counts].sort(([a, timesA], [b, timesB]) => timesB - timesA || b - a);
  return usual?.[0] ?? 0;
}

/** A day of at most this part of the usual hours is a short one. */
const SHORT = 0.75;

function kindOf({ working, reason, openMs }: CalendarDay, usualMs: number): DayKind {
  if (reason === "makeUpDay") return "makeUpDay";
  if (!working) return reason === "holiday" ? "holiday" : "closed";
  return openMs <= usualMs * SHORT ? "short" : "working";
}

/** "153 h", "25.5 h", "8 h 20 min": hours in a sum. */
export function formatHourSum(ms: number, locale: Locale): string {
  const hours = ms / HOUR_MS;
  if (!Number.isInteger(hours * 10)) return formatLength(ms, locale);
  return locale === "zh" ? `${hours} 小时` : `${hours} h`;
}

/** The hours of a sum where there is little room: to a tenth. */
export function roundHours(ms: number): number {
  return Math.round((ms / HOUR_MS) * 10) / 10;
}

/** Periods, ready for JSON; nothing where none was asked for. */
export function periodData(periods: readonly Period[]) {
  if (periods.length === 0) return {};
  const days = periods.flatMap((period) => period.days);
  const sum = totalsOf(days);
  return {
    workingDays: sum.workingDays,
    workingMs: sum.openMs,
    beyondKnown: days.some(({ known }) => !known),
    days: days.map(({ date, working, hours, openMs, reason, name = null, known }) => ({
      date,
      working,
      hours,
      openMs,
      reason,
      name,
      known,
    })),
  };
}
