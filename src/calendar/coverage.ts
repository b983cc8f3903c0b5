/** Coverage: how far a calendar's holidays are known. */
import { formatLocalDate } from "../time/local-date.js";
import { DAY_MS } from "../time/units.js";
import { localAt } from "../time/zone.js";
import type { CalendarState } from "./calendar.js";
import type { LocalDate } from "./definition.js";

/** Whether a local date that [fromMs, toMs) touches lies outside what is known of the calendar's holidays. */
export function isBeyondKnown(
  { knownFromDay, knownUntilDay, zone }: CalendarState,
  fromMs: number,
  toMs: number,
): boolean {
  const firstDay = Math.floor(localAt(zone, fromMs) / DAY_MS);
  const lastDay = Math.floor(localAt(zone, Math.max(fromMs, toMs - 1)) / DAY_MS);
  return firstDay < knownFromDay || lastDay > knownUntilDay;
}

/** The last date whose holidays are known; `undefined` where the list claims to be complete. */
export function knownUntilOf({ knownUntilDay }: CalendarState): LocalDate | undefined {
  return Number.isFinite(knownUntilDay) ? formatLocalDate(knownUntilDay) : undefined;
}
