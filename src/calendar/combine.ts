/**
 * Combined calendars: sets of instants, whatever zones their members are in. A combination has its first member's zone;
 * its days are its open stretches cut at that zone's midnights, and it is known as far as all of its members are.
 */
import { fail } from "../errors.js";
import { type Calendar, type CalendarState, type Combination, newState, stateOf } from "./calendar.js";
import { CompiledCalendar } from "./compiled-calendar.js";
import { type Stretches, sortStretches } from "./day.js";
import { everOpens } from "./table-store.js";

/**
 * Open whenever one of the calendars is: follow the sun, or the business hours of either office.
 *
 * @throws SlaError `invalid_type` for what is no calendar.
 * @example
 * ```ts
 * import { compileCalendar, isOpen, uniteCalendars } from "sla-clock";
 *
 * const shanghai = compileCalendar("Mon-Fri 9:00-18:00 Asia/Shanghai");
 * const london = compileCalendar("Mon-Fri 9:00-18:00 Europe/London");
 * isOpen(uniteCalendars(shanghai, london), "2026-11-20T17:00Z"); //=> true
 * ```
 */
export function uniteCalendars(first: Calendar, ...others: readonly Calendar[]): Calendar {
  return combine("unite", [first, ...others]);
}

/**
 * Open only while all of the calendars are: the hours in which two offices can talk.
 *
 * @throws SlaError `invalid_type` for what is no calendar, `never_opens` where no instant is common to all.
 * @example
 * ```ts
 * import { compileCalendar, intersectCalendars, nextOpen } from "sla-clock";
 *
 * const shanghai = compileCalendar("Mon-Fri 9:00-18:00 Asia/Shanghai");
 * const london = compileCalendar("Mon-Fri 9:00-18:00 Europe/London");
 * nextOpen(intersectCalendars(shanghai, london), "2026-11-20T00:00Z"); //=> "2026-11-20T17:00:00+08:00"
 * ```
 */
export function intersectCalendars(first: Calendar, ...others: readonly Calendar[]): Calendar {
  return combine("intersect", [first, ...others]);
}

/**
 * Open while the first calendar is and the other one is not: support hours without maintenance windows.
 *
 * @throws SlaError `invalid_type` for what is no calendar, `never_opens` where nothing is left.
 * @example
 * ```ts
 * import { compileCalendar, exceptCalendar, workingTimeBetween } from "sla-clock";
 *
 * const support = compileCalendar("24x7 UTC");
 * const maintenance = compileCalendar("Sun 02:00-04:00 UTC");
 * workingTimeBetween(exceptCalendar(support, maintenance), "2026-11-22T00:00Z", "2026-11-23T00:00Z"); //=> 79_200_000
 * ```
 */
export function exceptCalendar(calendar: Calendar, other: Calendar): Calendar {
  return combine("except", [calendar, other]);
}

/** A combination of calendars; the first one's zone is its own. */
export function combine(kind: Combination["kind"], calendars: readonly Calendar[]): Calendar {
  const members = calendars.map(stateOf);
  const state = newState(
    {
      zone: (members[0] as CalendarState).source.zone,
      knownFromDay: Math.max(...members.map(({ source }) => source.knownFromDay)),
      knownUntilDay: Math.min(...members.map(({ source }) => source.knownUntilDay)),
      kind,
      members,
    },
    (from, to) => clip(COMBINED[kind](members.map((member) => member.openStretches(from, to))), from, to),
  );
  if (!everOpens(state))
    fail("never_opens", [], "an instant at which the combination is open", `nothing left to ${kind}`);
  return new CompiledCalendar(state);
}

const COMBINED: Readonly<Record<Combination["kind"], (members: readonly Stretches[]) => Stretches>> = {
  unite: (members) => sortStretches(members.flat()),
  intersect: (members) => members.reduce(common),
  except: ([open = [], closed = []]) => without(open, closed),
};

/** What lies in both of two lists of stretches. */
function common(a: Stretches, b: Stretches): Stretches {
  const both: Stretches = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const from = Math.max(a[i] as number, b[j] as number);
    const [endOfA, endOfB] = [a[i + 1] as number, b[j + 1] as number];
    if (from < Math.min(endOfA, endOfB)) both.push(from, Math.min(endOfA, endOfB));
    if (endOfA < endOfB) i += 2;
    else j += 2;
  }
  return both;
}

/** What lies in the first of two lists of stretches and not in the second. */
function without(open: Stretches, closed: Stretches): Stretches {
  const gaps: Stretches = [Number.NEGATIVE_INFINITY];
  for (const edge of closed) gaps.push(edge);
  gaps.push(Number.POSITIVE_INFINITY);
  return common(open, gaps);
}

/** The parts of stretches that lie in [from, to). */
function clip(stretches: Stretches, from: number, to: number): Stretches {
  return common(stretches, [from, to]);
}
