/** Coverage: how far a calendar's holidays are known. */
import { formatLocalDate } from "../time/local-date.js";
import { localDayAt } from "../time/zone.js";
import type { CalendarState } from "./calendar.js";
import type { LocalDate } from "./definition.js";

/** Whether a local date that [fromMs, toMs) touches lies outside what is known of the calendar's holidays. */
export function isBeyondKnown({ source }: CalendarState, fromMs: number, toMs: number): boolean {
  const { zone, knownFromDay, knownUntilDay } = source;
  const firstDay = localDayAt(zone, fromMs);
  const lastDay = localDayAt(zone, Math.max(fromMs, toMs - 1));
  return firstDay < knownFromDay || lastDay > knownUntilDay;
}

/** The last date whose holidays are known; `undefined` where the list claims to be complete. */
export function knownUntilOf({ source }: CalendarState): LocalDate | undefined {
  const { knownUntilDay } = source;
  return Number.isFinite(knownUntilDay) ? formatLocalDate(knownUntilDay) : undefined;
}
