/**
 * The hours of one local date: which windows it owns, what breaks leave of them on the wall clock, and the instants at
 * which the wall clock reads so. Everything else is read from here, so that no two answers can disagree.
 */
import { weekdayOf } from "../time/local-date.js";
import type { Window } from "../time/time-of-day.js";
import { DAY_MS, HOUR_MS } from "../time/units.js";
import { readZone, segmentAt, type Zone } from "../time/zone.js";

/** The weekly hours in force from a date on, Monday first. */
export interface Week {
  readonly fromDay: number;
  readonly windows: readonly (readonly Window[])[];
}

/** What is said of one date besides the week in force. */
export interface DatedHours {
  readonly reason: "holiday" | "makeUpDay" | "override";
  readonly name: string | undefined;
  readonly windows: readonly Window[];
}

/** A calendar's rules, checked and in numbers: the normal form that every notation ends in. Days are epoch days. */
export interface CalendarRules {
  readonly zone: Zone;
  /** At least one; ascending; the first holds from the beginning of time. */
  readonly weeks: readonly Week[];
  readonly dated: ReadonlyMap<number, DatedHours>;
  readonly breaks: ReadonlyMap<number, readonly Window[]>;
  /** Whether a list of holidays was given at all, even an empty one. */
  readonly holidaysGiven: boolean;
  /** The coverage of the holiday lists, both inclusive; infinite where they claim to be complete. */
  readonly knownFromDay: number;
  readonly knownUntilDay: number;
}

/** The rules from which a calendar was made; `undefined` for a combination. */
export function rulesOf(source: CalendarRules | { readonly zone: Zone }): CalendarRules | undefined {
  return "weeks" in source ? source : undefined;
}

/** Stretches as a flat list [from, to, from, to, …], half-open; local or UTC milliseconds as the function says. */
export type Stretches = number[];

/** Wall clocks are never further from UTC than this; Manila's came nearest to it, with 15:56 before 1845. */
const MAX_OFFSET_MS = 16 * HOUR_MS;
/** A window ends at most two days after the midnight of its date, and that may be as much later in UTC. */
const STEADY_MS = 48 * HOUR_MS + MAX_OFFSET_MS;

/** The weekly hours in force on a date. */
export function weekInForce(weeks: readonly Week[], epochDay: number): Week {
  let i = weeks.length - 1;
  while ((weeks[i] as Week).fromDay > epochDay) i--;
  return weeks[i] as Week;
}

/** The windows that a date has: those said of the date itself, else those of its weekday in the week in force. */
export function windowsOf(rules: CalendarRules, epochDay: number): readonly Window[] {
  const dated = rules.dated.get(epochDay);
  return dated ? dated.windows : (weekInForce(rules.weeks, epochDay).windows[weekdayOf(epochDay)] as readonly Window[]);
}

/** Whether every date of a calendar is one whole window: then it is open in any zone, and no date need be looked at. */
export function isAlwaysOpen({ weeks, dated, breaks }: CalendarRules): boolean {
  return (
    dated.size + breaks.size === 0 &&
    weeks.every(({ windows }) => windows.every(([first]) => first?.opensMs === 0 && first.closesMs === DAY_MS))
  );
}

/** Appends the windows of the date that begins at `midnight`, in the milliseconds of whatever clock that is. */
function appendWindows(windows: readonly Window[], midnight: number, stretches: Stretches): void {
  for (const { opensMs, closesMs } of windows) {
    stretches.push(midnight + opensMs, midnight + closesMs);
  }
}

/**
 * The open pieces (UTC ms) that a date owns, ascending except where a clock that is set back repeats a part of two
 * windows. A date that never existed owns none.
 */
export function piecesOf(rules: CalendarRules, epochDay: number): Stretches {
  const { zone, breaks } = rules;
  const pieces: Stretches = [];
  const segment = segmentAt(zone, epochDay * DAY_MS - MAX_OFFSET_MS);
  const isSteady = (zone.starts[segment + 1] ?? Infinity) >= epochDay * DAY_MS + STEADY_MS;
  if (isSteady && !hasBreaksAround(breaks, epochDay)) {
    appendWindows(windowsOf(rules, epochDay), epochDay * DAY_MS - (zone.offsets[segment] as number), pieces);
  } else appendPieces(rules, epochDay, pieces);
  return sortStretches(pieces);
}

/** All open stretches that overlap [from, to): those of the dates around it, as a window may last until the next day. */
export function openStretchesOf(rules: CalendarRules, from: number, to: number): Stretches {
  if (isAlwaysOpen(rules)) return [from, to];
  const { zone, breaks } = rules;
  const stretches: Stretches = [];
  const end = Math.floor(to / DAY_MS) + 3;
  let steadyEnd = -Infinity;
  let offset = 0;
  for (let day = Math.floor(from / DAY_MS) - 3; day < end; day++) {
    if (day >= steadyEnd) {
      // From before a date's midnight until after its last window the clock is not changed: most dates are such.
      const segment = segmentAt(zone, day * DAY_MS - MAX_OFFSET_MS);
      steadyEnd = Math.floor(((zone.starts[segment + 1] ?? Infinity) - STEADY_MS) / DAY_MS) + 1;
      offset = zone.offsets[segment] as number;
    }
    if (day < steadyEnd && !hasBreaksAround(breaks, day))
      appendWindows(windowsOf(rules, day), day * DAY_MS - offset, stretches);
    else appendPieces(rules, day, stretches);
  }
  return sortStretches(stretches);
}

/** Whether a break can reach into the windows of a date. */
function hasBreaksAround(breaks: CalendarRules["breaks"], day: number): boolean {
  return breaks.size > 0 && [day - 1, day, day + 1].some((near) => breaks.has(near));
}

/** Appends the open pieces (UTC ms) of a date to a list. */
function appendPieces(rules: CalendarRules, epochDay: number, pieces: Stretches): void {
  const { zone, breaks } = rules;
  const windows = windowsOf(rules, epochDay);
  if (windows.length === 0 || !dateExists(zone, epochDay)) return;
  // Closed is what lies around the windows, and the breaks; those of its neighbours, too, for breaks may pass midnight.
  const closed: Stretches = [-Infinity];
  appendWindows(windows, epochDay * DAY_MS, closed);
  closed.push(Infinity);
  for (const day of [epochDay - 1, epochDay, epochDay + 1]) {
    const broken = breaks.get(day);
    if (broken && dateExists(zone, day)) appendWindows(broken, day * DAY_MS, closed);
  }
  const edges = sortStretches(closed);
  for (let i = 1; i < edges.length - 1; i += 2)
    appendReadings(zone, edges[i] as number, edges[i + 1] as number, pieces);
}

/** Whether any instant has this local date: Apia skipped 2011-12-30. */
export function dateExists(zone: Zone, epochDay: number): boolean {
  return appendReadings(zone, epochDay * DAY_MS, (epochDay + 1) * DAY_MS, []).length > 0;
}

/** Appends the stretches of UTC during which the wall clock reads a time in [localFrom, localTo). */
export function appendReadings(zone: Zone, localFrom: number, localTo: number, pieces: Stretches): Stretches {
  const earliest = localFrom - MAX_OFFSET_MS;
  const latest = localTo + MAX_OFFSET_MS;
  readZone(zone, earliest, latest);
  for (let k = segmentAt(zone, earliest); (zone.starts[k] as number) < latest; k++) {
    const offset = zone.offsets[k] as number;
    const from = Math.max(localFrom - offset, zone.starts[k] as number);
    const to = Math.min(localTo - offset, zone.starts[k + 1] ?? Infinity);
    if (from < to) pieces.push(from, to);
  }
  return pieces;
}

/** Sorts and joins stretches that overlap or touch; in place where they are in order already. */
export function sortStretches(stretches: Stretches): Stretches {
  for (let i = 2; i < stretches.length; i += 2) {
    if ((stretches[i - 1] as number) >= (stretches[i] as number)) return joined(stretches);
  }
  return stretches;
}

/** The same in any order: where as many have closed as have opened before, there is a gap. */
function joined(stretches: Stretches): Stretches {
  const openings = new Float64Array(stretches.filter((_, i) => i % 2 === 0)).sort();
  const closings = new Float64Array(stretches.filter((_, i) => i % 2 === 1)).sort();
  const result: Stretches = [];
  openings.forEach((opening, i) => {
    if (opening <= (result.at(-1) as number)) result.pop();
    else result.push(opening);
    result.push(closings[i] as number);
  });
  return result;
}
