/** Coverage: how far a calendar's holidays are known. */
import { formatLocalDate } from "../time/local-date.js";
import { localDayAt } from "../time/zone.js";
import type { CalendarState } from "./calendar.js";
import type { LocalDate } from "./definition.js";

/** Whether a local date that [fromMs, toMs) touches lies outside what is known of the calendar's holidays. */
export function isBeyondKnown(
  { knownFromDay, knownUntilDay, wallClock }: CalendarState,
  fromMs: number,
  toMs: number,
): boolean {
  const firstDay = localDayAt(wallClock, fromMs);
  const lastDay = localDayAt(wallClock, Math.max(fromMs, toMs - 1));
  return firstDay < knownFromDay || lastDay > knownUntilDay;
}

/** The last date whose holidays are known; `undefined` where the list claims to be complete. */
export function knownUntilOf({ knownUntilDay }: CalendarState): LocalDate | undefined {
  return Number.isFinite(knownUntilDay) ? formatLocalDate(knownUntilDay) : undefined;
}
