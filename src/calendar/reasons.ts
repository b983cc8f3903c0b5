/** Why a calendar is open or closed: the stretches of a range, each with its reason, read from the same rules. */
import { weekdayOf } from "../time/local-date.js";
import { DAY_MS } from "../time/units.js";
import { localAt, localToInstant } from "../time/zone.js";
import type { CalendarState } from "./calendar.js";
import { appendReadings, type CalendarRules, type Stretches, weekInForce } from "./day.js";

/** Why a stretch is open (the first three) or closed; a closed union. */
export type StretchReason =
  | "open"
  | "makeUpDay"
  | "override"
  | "outsideHours"
  | "break"
  | "weekend"
  | "noHours"
  | "holiday"
  | "closedByOverride";

/** A stretch of time, open or closed for one reason, in epoch milliseconds. */
export interface ReasonedStretch {
  readonly from: number;
  readonly to: number;
  readonly open: boolean;
  readonly reason: StretchReason;
  /** What the holiday, make-up day or override is called. */
  readonly name: string | undefined;
}

/** The stretches that tile [from, to), in order; neighbours differ in their reason or its name. */
export function reasonsBetween(state: CalendarState, from: number, to: number): ReasonedStretch[] {
  const tiles: ReasonedStretch[] = [];
  let at = from;
  for (const open of openTiles(state, from, to)) {
    closedTiles(state, at, open.from, tiles);
    append(tiles, open);
    at = open.to;
  }
  closedTiles(state, at, to, tiles);
  return tiles;
}

/** The open stretches in [from, to), by the date that owns them; where windows of two dates overlap, the earlier date's. */
function openTiles(state: CalendarState, from: number, to: number): ReasonedStretch[] {
  const tiles: ReasonedStretch[] = [];
  const lastDay = dayAt(state, to) + 1;
  let at = from;
  for (let day = dayAt(state, from) - 2; day <= lastDay; day++) {
    const pieces = state.piecesOf(day);
    for (let i = 0; i < pieces.length; i += 2) {
      const start = Math.max(pieces[i] as number, at);
      const end = Math.min(pieces[i + 1] as number, to);
      if (start >= end) continue;
      tiles.push({ from: start, to: end, open: true, ...openReason(state.rules, day) });
      at = end;
    }
  }
  return tiles;
}

/** The closed stretch [from, to), cut where the date or a break changes the reason. */
function closedTiles(state: CalendarState, from: number, to: number, tiles: ReasonedStretch[]): void {
  if (from >= to) return;
  const lastDay = dayAt(state, to);
  let at = from;
  for (let day = dayAt(state, from); day <= lastDay; day++) {
    const end = Math.min(to, localToInstant(state.zone, (day + 1) * DAY_MS));
    if (end <= at) continue;
    closedOnDate(state, day, at, end, tiles);
    at = end;
  }
  // A clock that was set back over midnight shows a date that is already behind.
  closedOnDate(state, dayAt(state, at), at, to, tiles);
}

function closedOnDate(state: CalendarState, day: number, from: number, to: number, tiles: ReasonedStretch[]): void {
  const reason = { open: false, ...closedReason(state.rules, day) };
  let at = from;
  for (const [start, end] of breaksIn(state, day, from, to)) {
    append(tiles, { from: at, to: start, ...reason });
    append(tiles, { from: start, to: end, open: false, reason: "break", name: undefined });
    at = end;
  }
  append(tiles, { from: at, to, ...reason });
}

/** The breaks of a date and of the one before, as far as they lie in [from, to), in order and without overlap. */
function breaksIn({ rules, zone }: CalendarState, day: number, from: number, to: number): [number, number][] {
  const readings: Stretches = [];
  for (const owner of [day - 1, day]) {
    for (const { opensMs, closesMs } of rules.breaks.get(owner) ?? []) {
      appendReadings(zone, owner * DAY_MS + opensMs, owner * DAY_MS + closesMs, readings);
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0; i < readings.length; i += 2) {
    const start = Math.max(readings[i] as number, from, pairs.at(-1)?.[1] ?? from);
    const end = Math.min(readings[i + 1] as number, to);
    if (start < end) pairs.push([start, end]);
  }
  return pairs;
}

function append(tiles: ReasonedStretch[], tile: ReasonedStretch): void {
  if (tile.from >= tile.to) return;
  const last = tiles.at(-1);
  const isSame = last?.to === tile.from && last.open === tile.open && last.reason === tile.reason && last.name === tile.name;
  if (isSame) tiles[tiles.length - 1] = { ...last, to: tile.to };
  else tiles.push(tile);
}

function openReason(rules: CalendarRules, day: number): Pick<ReasonedStretch, "reason" | "name"> {
  const dated = rules.dated.get(day);
  if (dated === undefined || dated.reason === "holiday") return { reason: "open", name: undefined };
  return { reason: dated.reason, name: dated.name };
}

function closedReason(rules: CalendarRules, day: number): Pick<ReasonedStretch, "reason" | "name"> {
  const dated = rules.dated.get(day);
  if (dated?.reason === "holiday") return { reason: "holiday", name: dated.name };
  if (dated?.reason === "override" && dated.windows.length === 0) return { reason: "closedByOverride", name: dated.name };
  const hasHours = (dated?.windows ?? weekInForce(rules, day).windows[weekdayOf(day)])?.length;
  if (hasHours) return { reason: "outsideHours", name: undefined };
  return { reason: weekdayOf(day) >= 5 ? "weekend" : "noHours", name: undefined };
}

function dayAt({ zone }: CalendarState, epochMs: number): number {
  return Math.floor(localAt(zone, epochMs) / DAY_MS);
}
