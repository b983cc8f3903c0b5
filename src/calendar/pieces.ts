/** The open time that a local date owns, of any calendar. */
import { DAY_MS } from "../time/units.js";
import { localToInstant, type Zone } from "../time/zone.js";
import { type CalendarRules, piecesOf, rulesOf, type Stretches } from "./day.js";

/** What owns dates: a calendar of its own, made from rules, or a combination. */
export interface DateOwner {
  readonly source: CalendarRules | { readonly zone: Zone };
  readonly openStretches: (from: number, to: number) => Stretches;
}

/**
 * The open pieces (UTC ms) that a date owns: its windows, which may last until the next date; of a combination, which has
 * no windows, its open stretches between the midnights of its zone.
 */
export function piecesOn({ source, openStretches }: DateOwner, epochDay: number): Stretches {
  const rules = rulesOf(source);
  if (rules !== undefined) return piecesOf(rules, epochDay);
  const from = localToInstant(source.zone, epochDay * DAY_MS);
  const to = localToInstant(source.zone, (epochDay + 1) * DAY_MS);
  return from < to ? openStretches(from, to) : [];
}
