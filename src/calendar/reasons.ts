/** Why a calendar is open or closed: the stretches of a range, each with its reason, read from the same rules. */
import { weekdayOf } from "../time/local-date.js";
import { DAY_MS } from "../time/units.js";
import { localDayAt, localToInstant, type Zone } from "../time/zone.js";
import type { CalendarState, Combination } from "./calendar.js";
import { appendReadings, type CalendarRules, piecesOf, rulesOf, type Stretches, windowsOf } from "./day.js";

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
  | "closedByOverride"
  | "excepted";

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
  const rules = rulesOf(state.source);
  if (rules === undefined) return combinedReasons(state.source as Combination, from, to);
  const tiles: ReasonedStretch[] = [];
  let at = from;
  for (const open of openTiles(state, rules, from, to)) {
    closedTiles(state.source.zone, rules, at, open.from, tiles);
    append(tiles, open);
    at = open.to;
  }
  closedTiles(state.source.zone, rules, at, to, tiles);
  return tiles;
}

/**
 * A combination has the reason of the member that decides: of a union the first that is open, else the first; of an
 * intersection the first that is closed, else the first; what an exception closes has a reason of its own.
 */
function combinedReasons({ kind, members }: Combination, from: number, to: number): ReasonedStretch[] {
  const byMember = members.map((member) => reasonsBetween(member, from, to));
  const edges = [...new Set(byMember.flat().map((tile) => tile.from)), to].sort((a, b) => a - b);
  const tiles: ReasonedStretch[] = [];
  const at = members.map(() => 0);
  edges.slice(0, -1).forEach((start, i) => {
    const here = byMember.map((ofMember, m) => {
      while ((ofMember[at[m] as number] as ReasonedStretch).to <= start) at[m] = (at[m] as number) + 1;
      return ofMember[at[m] as number] as ReasonedStretch;
    });
    append(tiles, { ...decisive(kind, here), from: start, to: edges[i + 1] as number });
  });
  return tiles;
}

function decisive(kind: Combination["kind"], here: readonly ReasonedStretch[]): ReasonedStretch {
  const [first, second] = here as readonly [ReasonedStretch, ReasonedStretch | undefined];
  if (kind === "except") {
    return first.open && second?.open ? { ...first, open: false, reason: "excepted", name: second.name } : first;
  }
  return here.find(({ open }) => open === (kind === "unite")) ?? first;
}

/**
 * The open stretches in [from, to), in order, by the date that owns them: where windows of two dates overlap, the one
 * that began first, on a tie the earlier date's. A clock that is set back over midnight repeats windows of both dates by
 * turns, so the order of the dates is not that of their stretches.
 */
function openTiles(state: CalendarState, rules: CalendarRules, from: number, to: number): ReasonedStretch[] {
  const owned: { from: number; to: number; day: number }[] = [];
  const lastDay = localDayAt(state.source.zone, to) + 1;
  for (let day = localDayAt(state.source.zone, from) - 2; day <= lastDay; day++) {
    const pieces = piecesOf(rules, day);
    for (let i = 0; i < pieces.length; i += 2) {
      owned.push({ from: pieces[i] as number, to: pieces[i + 1] as number, day });
    }
  }
  owned.sort((a, b) => a.from - b.from || a.day - b.day);
  const tiles: ReasonedStretch[] = [];
  let at = from;
  for (const { from: start, to: end, day } of owned) {
    const tile = { from: Math.max(start, at), to: Math.min(end, to) };
    if (tile.from >= tile.to) continue;
    tiles.push({ ...tile, open: true, ...openReason(rules, day) });
    at = tile.to;
  }
  return tiles;
}

/** The closed stretch [from, to), cut where the date or a break changes the reason. */
function closedTiles(zone: Zone, rules: CalendarRules, from: number, to: number, tiles: ReasonedStretch[]): void {
  if (from >= to) return;
  const lastDay = localDayAt(zone, to);
  let at = from;
  for (let day = localDayAt(zone, from); day <= lastDay; day++) {
    const end = Math.min(to, localToInstant(zone, (day + 1) * DAY_MS));
    if (end <= at) continue;
    closedOnDate(zone, rules, day, { from: at, to: end }, tiles);
    at = end;
  }
  // A clock that was set back over midnight shows a date that is already behind.
  closedOnDate(zone, rules, localDayAt(zone, at), { from: at, to }, tiles);
}

interface Range {
  readonly from: number;
  readonly to: number;
}

function closedOnDate(
  zone: Zone,
  rules: CalendarRules,
  day: number,
  { from, to }: Range,
  tiles: ReasonedStretch[],
): void {
  const reason = { open: false, ...closedReason(rules, day) };
  let at = from;
  for (const pause of breaksIn(zone, rules, day, { from, to })) {
    append(tiles, { from: at, to: pause.from, ...reason });
    append(tiles, { ...pause, open: false, reason: "break", name: undefined });
    at = pause.to;
  }
  append(tiles, { from: at, to, ...reason });
}

/** The breaks of a date and of the one before, as far as they lie in a range, in order and without overlap. */
function breaksIn(zone: Zone, rules: CalendarRules, day: number, range: Range): Range[] {
  const readings: Stretches = [];
  for (const owner of [day - 1, day]) {
    for (const { opensMs, closesMs } of rules.breaks.get(owner) ?? []) {
      appendReadings(zone, owner * DAY_MS + opensMs, owner * DAY_MS + closesMs, readings);
    }
  }
  const breaks: Range[] = [];
  for (let i = 0; i < readings.length; i += 2) {
    const from = Math.max(readings[i] as number, range.from, breaks.at(-1)?.to ?? range.from);
    const to = Math.min(readings[i + 1] as number, range.to);
    if (from < to) breaks.push({ from, to });
  }
  return breaks;
}

function append(tiles: ReasonedStretch[], tile: ReasonedStretch): void {
  if (tile.from >= tile.to) return;
  const last = tiles.at(-1);
  const isSame =
    last?.to === tile.from && last.open === tile.open && last.reason === tile.reason && last.name === tile.name;
  if (isSame) tiles[tiles.length - 1] = { ...last, to: tile.to };
  else tiles.push(tile);
}

/** Why a date is worked or closed as a whole; windows of which breaks or a skipped hour leave nothing are a break. */
export function dateReason(
  rules: CalendarRules,
  day: number,
  isWorked: boolean,
): Pick<ReasonedStretch, "reason" | "name"> {
  const { reason, name } = isWorked ? openReason(rules, day) : closedReason(rules, day);
  return { reason: reason === "outsideHours" ? "break" : reason, name };
}

function openReason(rules: CalendarRules, day: number): Pick<ReasonedStretch, "reason" | "name"> {
  const dated = rules.dated.get(day);
  if (dated === undefined || dated.reason === "holiday") return { reason: "open", name: undefined };
  return { reason: dated.reason, name: dated.name };
}

function closedReason(rules: CalendarRules, day: number): Pick<ReasonedStretch, "reason" | "name"> {
  const dated = rules.dated.get(day);
  if (dated?.reason === "holiday") return { reason: "holiday", name: dated.name };
  if (dated?.reason === "override" && dated.windows.length === 0)
    return { reason: "closedByOverride", name: dated.name };
  const hasHours = windowsOf(rules, day).length > 0;
  if (hasHours) return { reason: "outsideHours", name: undefined };
  return { reason: weekdayOf(day) >= 5 ? "weekend" : "noHours", name: undefined };
}
