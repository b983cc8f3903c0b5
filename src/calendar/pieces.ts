/** The open time that a local date owns, of any calendar. */
import { DAY_MS } from "../time/units.js";
import { localToInstant, type Zone } from "../time/zone.js";
import { type CalendarRules, piecesOf, type Stretches } from "./day.js";

/** What owns dates: a calendar of its own has rules, a combination has none. */
export interface DateOwner {
  readonly wallClock: Zone;
  readonly rules: CalendarRules | undefined;
  readonly openStretches: (from: number, to: number) => Stretches;
}

/**
 * The open pieces (UTC ms) that a date owns: its windows, which may last until the next date; of a combination, which has
 * no windows, its open stretches between the midnights of its zone.
 */
export function piecesOn({ wallClock, rules, openStretches }: DateOwner, epochDay: number): Stretches {
  if (rules !== undefined) return piecesOf(rules, epochDay);
  const from = localToInstant(wallClock, epochDay * DAY_MS);
  const to = localToInstant(wallClock, (epochDay + 1) * DAY_MS);
  return from < to ? openStretches(from, to) : [];
}
