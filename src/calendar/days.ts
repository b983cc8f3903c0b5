/** A calendar date by date: which dates are worked, from when to when, why, and how far that is known. */
import { fail } from "../errors.js";
import { formatLocalDate } from "../time/local-date.js";
import { formatTimeOfDay } from "../time/time-of-day.js";
import { DAY_MS } from "../time/units.js";
import { localAt, localToInstant } from "../time/zone.js";
import { type Calendar, type CalendarState, stateOf } from "./calendar.js";
import { dateExists, rulesOf, type Stretches } from "./day.js";
import type { LocalDate, TimeRange } from "./definition.js";
import { piecesOn } from "./pieces.js";
import { AT, FROM, TO } from "./query.js";
import { dateReason, reasonsBetween, type StretchReason } from "./reasons.js";
import { epochDayFor } from "./working-days.js";

/** One local date of a calendar. */
export interface CalendarDay {
  /** The date in the calendar's zone. */
  readonly date: LocalDate;
  /** Whether the date owns any open time. */
  readonly working: boolean;
  /** Its hours on the wall clock, after breaks; a closing past midnight is on the next day. Empty where closed. */
  readonly hours: readonly TimeRange[];
  /** Their real length in milliseconds, 23 or 25 hours on a day that daylight saving changes. */
  readonly openMs: number;
  /** Why it is worked or closed; `skipped` for a date that never existed. */
  readonly reason: StretchReason | "skipped";
  /** What the holiday, make-up day or override is called. */
  readonly name?: string;
}

/**
 * The dates in [from, to), each with its hours and the reason.
 *
 * @param from a date of the calendar's zone.
 * @param to the date after the last one.
 * @throws SlaError `invalid_date`, `out_of_range`.
 * @example
 * ```ts
 * import { compileCalendar, daysOf } from "sla-clock";
 *
 * const office = compileCalendar({ zone: "Asia/Shanghai", hours: "Mon-Fri 09:30-18:00", holidays: "CN" });
 * daysOf(office, "2026-10-07", "2026-10-11").map(({ date, reason }) => `${date} ${reason}`);
 * //=> ["2026-10-07 holiday", "2026-10-08 open", "2026-10-09 open", "2026-10-10 makeUpDay"]
 * ```
 */
export function daysOf(calendar: Calendar, from: LocalDate, to: LocalDate): CalendarDay[] {
  const state = stateOf(calendar);
  if (typeof from !== "string") fail("invalid_date", FROM, 'a date ("2026-11-20")', from);
  if (typeof to !== "string") fail("invalid_date", TO, 'a date ("2026-11-20")', to);
  const firstDay = epochDayFor(state, from, FROM);
  const count = Math.max(0, epochDayFor(state, to, TO) - firstDay);
  return Array.from({ length: count }, (_, i) => dayOf(state, firstDay + i));
}

/**
 * Whether the calendar's holidays are known on a date: whether it lies inside the coverage of all its holiday lists.
 *
 * A calendar without holidays, or with bare dates and no `knownUntil`, is known everywhere.
 *
 * @param at a date of the calendar's zone, or epoch milliseconds.
 * @throws SlaError `invalid_date`, `invalid_instant`, `out_of_range`.
 * @example
 * ```ts
 * import { compileCalendar, isKnown } from "sla-clock/core";
 * import { china } from "sla-clock/holidays";
 *
 * const office = compileCalendar({ zone: "Asia/Shanghai", hours: { mon: ["09:00-18:00"] }, holidays: china });
 * isKnown(office, "2026-12-28"); //=> true
 * isKnown(office, "2026-12-29"); //=> false
 * ```
 */
export function isKnown(calendar: Calendar, at: LocalDate | number): boolean {
  const state = stateOf(calendar);
  const day = epochDayFor(state, at, AT);
  return day >= state.source.knownFromDay && day <= state.source.knownUntilDay;
}

function dayOf(state: CalendarState, epochDay: number): CalendarDay {
  const pieces = piecesOn(state, epochDay);
  const { reason, name } = reasonOf(state, epochDay, pieces);
  return {
    date: formatLocalDate(epochDay),
    working: pieces.length > 0,
    hours: wallClockRanges(state, epochDay, pieces),
    openMs: pieces.reduce((sum, edge, i) => (i % 2 === 0 ? sum - edge : sum + edge), 0),
    reason,
    ...(name !== undefined && { name }),
  };
}

/** The pieces of a date as its wall clock shows them; touching readings are one window. */
function wallClockRanges({ source }: CalendarState, epochDay: number, pieces: Stretches): TimeRange[] {
  const ranges: TimeRange[] = [];
  for (let i = 0; i < pieces.length; i += 2) {
    const opensMs = localAt(source.zone, pieces[i] as number) - epochDay * DAY_MS;
    const closesMs = localAt(source.zone, (pieces[i + 1] as number) - 1) + 1 - epochDay * DAY_MS;
    ranges.push(`${formatTimeOfDay(opensMs)}-${formatTimeOfDay(closesMs > DAY_MS ? closesMs - DAY_MS : closesMs)}`);
  }
  return ranges;
}

function reasonOf(state: CalendarState, epochDay: number, pieces: Stretches): Pick<CalendarDay, "reason" | "name"> {
  if (!dateExists(state.source.zone, epochDay)) return { reason: "skipped" };
  const rules = rulesOf(state.source);
  const { reason, name } = rules
    ? dateReason(rules, epochDay, pieces.length > 0)
    : reasonOfDate(state, epochDay, pieces);
  return name === undefined ? { reason } : { reason, name };
}

/** A date of a combination: the reason that its closed time has throughout, else that it is outside hours. */
function reasonOfDate(state: CalendarState, epochDay: number, pieces: Stretches): ReturnType<typeof dateReason> {
  if (pieces.length > 0) return { reason: "open", name: undefined };
  const from = localToInstant(state.source.zone, epochDay * DAY_MS);
  const [first, ...others] = reasonsBetween(state, from, localToInstant(state.source.zone, (epochDay + 1) * DAY_MS));
  return first && others.length === 0 ? first : { reason: "outsideHours", name: undefined };
}
