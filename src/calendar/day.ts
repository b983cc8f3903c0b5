/**
 * The hours of one local date: which windows it owns, what breaks leave of them on the wall clock, and the instants at
 * which the wall clock reads so. Everything else is read from here, so that no two answers can disagree.
 */
import { weekdayOf } from "../time/local-date.js";
import type { Window } from "../time/time-of-day.js";
import { DAY_MS } from "../time/units.js";
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

/** Stretches as a flat list [from, to, from, to, …], half-open; local or UTC milliseconds as the function says. */
export type Stretches = number[];

/** Wall clocks are never further from UTC than this. */
const MAX_OFFSET_MS = DAY_MS;
/** A window ends at most two days after the midnight of its date, and that may be as much later in UTC. */
const STEADY_MS = 3 * DAY_MS;

/** The weekly hours in force on a date. */
export function weekInForce(rules: Pick<CalendarRules, "weeks">, epochDay: number): Week {
  const { weeks } = rules;
  let i = weeks.length - 1;
  while (i > 0 && (weeks[i] as Week).fromDay > epochDay) i--;
  return weeks[i] as Week;
}

/** The windows that a date has: those said of the date itself, else those of its weekday in the week in force. */
export function windowsOf(rules: CalendarRules, epochDay: number): readonly Window[] {
  const dated = rules.dated.get(epochDay);
  return dated ? dated.windows : (weekInForce(rules, epochDay).windows[weekdayOf(epochDay)] as readonly Window[]);
}

/** Whether every date of a calendar is one whole window: then it is open in any zone, and no date need be looked at. */
export function isAlwaysOpen({ weeks, dated, breaks }: CalendarRules): boolean {
  if (dated.size > 0 || breaks.size > 0) return false;
  return weeks.every(({ windows }) => windows.every(([first]) => first?.opensMs === 0 && first.closesMs === DAY_MS));
}

/** The stretches of the wall clock (local ms) that a date owns: its windows without what breaks close of them. */
function localStretchesOf(rules: CalendarRules, epochDay: number): Stretches {
  const midnight = epochDay * DAY_MS;
  const stretches: Stretches = [];
  for (const { opensMs, closesMs } of windowsOf(rules, epochDay))
    stretches.push(midnight + opensMs, midnight + closesMs);
  return rules.breaks.size === 0 ? stretches : withoutBreaks(rules, epochDay, stretches);
}

/**
 * The open pieces (UTC ms) that a date owns, ascending except where a clock that is set back repeats a part of two
 * windows. A date that never existed owns none.
 */
export function piecesOf(rules: CalendarRules, epochDay: number): Stretches {
  const pieces: Stretches = [];
  appendPieces(rules, epochDay, pieces);
  return sortStretches(pieces);
}

/** All open stretches that overlap [from, to): those of the dates around it, as a window may last until the next day. */
export function openStretchesOf(rules: CalendarRules, from: number, to: number): Stretches {
  if (isAlwaysOpen(rules)) return [from, to];
  const { zone, breaks } = rules;
  readZone(zone, from - STEADY_MS, to + 2 * STEADY_MS);
  const stretches: Stretches = [];
  const end = Math.floor(to / DAY_MS) + 3;
  for (let day = Math.floor(from / DAY_MS) - 3; day < end; day++) {
    // From two days before a date to three days after its midnight the clock is not changed: most dates are such.
    const segment = segmentAt(zone, day * DAY_MS - MAX_OFFSET_MS);
    const change = zone.starts[segment + 1] ?? Number.POSITIVE_INFINITY;
    const steadyEnd = Math.min(end, Math.floor((change - STEADY_MS) / DAY_MS));
    const offset = zone.offsets[segment] as number;
    for (; day < steadyEnd && !hasBreaksAround(breaks, day); day++) {
      const midnight = day * DAY_MS - offset;
      for (const { opensMs, closesMs } of windowsOf(rules, day))
        stretches.push(midnight + opensMs, midnight + closesMs);
    }
    if (day < end) appendPieces(rules, day, stretches);
  }
  return sortStretches(stretches);
}

/** Whether a break can reach into the windows of a date. */
function hasBreaksAround(breaks: CalendarRules["breaks"], day: number): boolean {
  return breaks.size > 0 && (breaks.has(day - 1) || breaks.has(day) || breaks.has(day + 1));
}

/** Appends the open pieces (UTC ms) of a date to a list. */
function appendPieces(rules: CalendarRules, epochDay: number, pieces: Stretches): void {
  const stretches = localStretchesOf(rules, epochDay);
  if (stretches.length === 0 || !dateExists(rules.zone, epochDay)) return;
  for (let i = 0; i < stretches.length; i += 2) {
    appendReadings(rules.zone, stretches[i] as number, stretches[i + 1] as number, pieces);
  }
}

/** Whether any instant has this local date: Apia skipped 2011-12-30. */
export function dateExists(zone: Zone, epochDay: number): boolean {
  if (zone.fixed) return true;
  const day: Stretches = [];
  appendReadings(zone, epochDay * DAY_MS, (epochDay + 1) * DAY_MS, day);
  return day.length > 0;
}

/** Appends the stretches of UTC during which the wall clock reads a time in [localFrom, localTo). */
export function appendReadings(zone: Zone, localFrom: number, localTo: number, pieces: Stretches): void {
  if (zone.fixed) {
    const offset = zone.offsets[0] as number;
    pieces.push(localFrom - offset, localTo - offset);
    return;
  }
  readZone(zone, localFrom - MAX_OFFSET_MS, localTo + MAX_OFFSET_MS);
  const latest = localTo + MAX_OFFSET_MS;
  for (
    let k = segmentAt(zone, localFrom - MAX_OFFSET_MS);
    k < zone.starts.length && (zone.starts[k] as number) < latest;
    k++
  ) {
    const offset = zone.offsets[k] as number;
    const from = Math.max(localFrom - offset, zone.starts[k] as number);
    const to = Math.min(localTo - offset, zone.starts[k + 1] ?? Number.POSITIVE_INFINITY);
    if (from < to) pieces.push(from, to);
  }
}

/** Sorts and joins stretches that overlap or touch; in place where they are in order already. */
export function sortStretches(stretches: Stretches): Stretches {
  for (let i = 2; i < stretches.length; i += 2) {
    if ((stretches[i - 1] as number) >= (stretches[i] as number)) return joined(stretches);
  }
  return stretches;
}

function joined(stretches: Stretches): Stretches {
  const pairs: [number, number][] = [];
  for (let i = 0; i < stretches.length; i += 2) pairs.push([stretches[i] as number, stretches[i + 1] as number]);
  pairs.sort((a, b) => a[0] - b[0]);
  const result: Stretches = [];
  for (const [from, to] of pairs) {
    const end = result.length - 1;
    if (end > 0 && from <= (result[end] as number)) result[end] = Math.max(result[end] as number, to);
    else result.push(from, to);
  }
  return result;
}

/** Cuts the breaks of the date and of its neighbours out of a date's stretches; breaks and windows may pass midnight. */
function withoutBreaks(rules: CalendarRules, epochDay: number, stretches: Stretches): Stretches {
  let open = stretches;
  for (let day = epochDay - 1; day <= epochDay + 1; day++) {
    if (!rules.breaks.has(day) || !dateExists(rules.zone, day)) continue;
    for (const { opensMs, closesMs } of rules.breaks.get(day) as readonly Window[]) {
      open = cut(open, day * DAY_MS + opensMs, day * DAY_MS + closesMs);
    }
  }
  return open;
}

function cut(stretches: Stretches, from: number, to: number): Stretches {
  const left: Stretches = [];
  for (let i = 0; i < stretches.length; i += 2) {
    const start = stretches[i] as number;
    const end = stretches[i + 1] as number;
    if (start < Math.min(end, from)) left.push(start, Math.min(end, from));
    if (Math.max(start, to) < end) left.push(Math.max(start, to), end);
  }
  return left;
}
