/**
 * Which table answers, and what is kept of what was built. A calendar keeps one table: it starts around the first use and
 * grows where it is asked next. What lies far from it is answered from a stray table that the calendar does not keep, so
 * that one old ticket costs no decades; only where a calendar is asked far away again and again does it move there.
 */
import { DAY_MS, END_INSTANT_MS, FIRST_INSTANT_MS } from "../time/units.js";
import type { Stretches } from "./day.js";
import { buildTable, FROM_AT, lastOf, type Table, TO_AT, TOTAL_AT } from "./timeline.js";

/** What a timeline is built from, and what of it is kept. */
export interface Timeline {
  /** The open stretches (UTC ms, sorted, joined) that overlap [from, to). */
  readonly openStretches: (from: number, to: number) => Stretches;
  /** {@link NO_TABLE} before the first use. */
  table: Table;
  /** How often a stray table answered since the calendar last moved. */
  strays: number;
}

/** The table that holds no instant: it begins where it ends. */
export const NO_TABLE: Table = buildTable([], 0, 0);

/** An ordinary month answers for nearly all calendars; the others are looked through as a whole. */
const ORDINARY_MONTH = { from: 1_704_067_200_000, to: 1_706_745_600_000 } as const; // January 2024

/** Whether there is any open time at all. */
export function everOpens({ openStretches }: Timeline): boolean {
  const inOrdinaryMonth = openStretches(ORDINARY_MONTH.from, ORDINARY_MONTH.to);
  return inOrdinaryMonth.length > 0 || openStretches(FIRST_INSTANT_MS, END_INSTANT_MS).length > 0;
}

/** What is built around an instant at least, on either side. */
const REACH_MS = 128 * DAY_MS;
/** Nearer than this to the table, or than the table is long, is not far. */
const FAR_MS = 800 * DAY_MS;
/** Up to so many pairs, decades of ordinary hours, a table may grow at once. */
const FEW_PAIRS = 4_096;
/** After so many answers from stray tables a calendar moves to the newest. */
const PATIENCE = 4;

/** The newest stray tables, one for each of a few calendars; of large ones only the newest. */
const strays = new Map<Timeline, Table>();
const MOST_STRAYS = 256;

/** Whether a table can answer for an instant. */
export function holds({ pairs }: Table, epochMs: number): boolean {
  return epochMs >= (pairs[FROM_AT] as number) && epochMs < (pairs[TO_AT] as number);
}

/** A table that holds an instant; it must be a supported one. */
export function tableAt(timeline: Timeline, epochMs: number): Table {
  const { table } = timeline;
  if (holds(table, epochMs)) return table;
  const stray = strays.get(timeline);
  if (stray !== undefined && holds(stray, epochMs)) {
    return ++timeline.strays < PATIENCE ? stray : movedTo(timeline, stray);
  }
  const { from, to, span } = reachOf(table);
  const distance = Math.max(from - epochMs, epochMs - to);
  if (span > 0 && distance <= Math.max(FAR_MS, span)) return extended(timeline, table, epochMs);
  const own = built(timeline, epochMs - REACH_MS, epochMs + REACH_MS);
  if (span > 0) return ++timeline.strays < PATIENCE ? leftStray(timeline, own) : movedTo(timeline, own);
  timeline.table = own;
  return own;
}

/** The calendar keeps another table from now on; the one it kept becomes the stray. */
function movedTo(timeline: Timeline, table: Table): Table {
  leftStray(timeline, timeline.table);
  timeline.strays = 0;
  timeline.table = table;
  return table;
}

/** A table that holds all that another one holds and an instant besides. */
export function extended(timeline: Timeline, table: Table, epochMs: number): Table {
  const { from, to, span } = reachOf(table);
  const more = Math.max(REACH_MS, span / 4);
  const wider = built(timeline, epochMs < from ? epochMs - more : from, epochMs >= to ? epochMs + more : to);
  const isKept = table === timeline.table && lastOf(wider) <= Math.max(FEW_PAIRS, 2 * lastOf(table));
  if (!isKept) return ++timeline.strays < PATIENCE ? leftStray(timeline, wider) : movedTo(timeline, wider);
  timeline.table = wider;
  return wider;
}

/** Remembers a table for a while, without the calendar keeping it. */
function leftStray(timeline: Timeline, table: Table): Table {
  if (lastOf(table) > FEW_PAIRS) strays.clear();
  strays.delete(timeline);
  strays.set(timeline, table);
  if (strays.size > MOST_STRAYS) strays.delete(strays.keys().next().value as Timeline);
  return table;
}

/** A table that reaches further to the left; `undefined` where there is nothing further. */
export function grownLeft(timeline: Timeline, table: Table): Table | undefined {
  const { from, span } = reachOf(table);
  if (from === FIRST_INSTANT_MS) return undefined;
  return extended(timeline, table, Math.max(FIRST_INSTANT_MS, from - span));
}

/**
 * A table that reaches further to the right; `undefined` where there is nothing further.
 *
 * @param missing how much more open time is wanted; without it the table doubles.
 */
export function grownRight(timeline: Timeline, table: Table, missing?: number): Table | undefined {
  const { to, span, total } = reachOf(table);
  if (to === END_INSTANT_MS) return undefined;
  const wanted = missing === undefined || total === 0 ? span : (span / total) * missing;
  return extended(timeline, table, Math.min(END_INSTANT_MS - 1, to + wanted));
}

function reachOf({ pairs }: Table): { from: number; to: number; span: number; total: number } {
  const from = pairs[FROM_AT] as number;
  const to = pairs[TO_AT] as number;
  return { from, to, span: to - from, total: pairs[TOTAL_AT] as number };
}

function built({ openStretches }: Timeline, wantedFrom: number, wantedTo: number): Table {
  const from = Math.max(FIRST_INSTANT_MS, Math.floor(wantedFrom));
  const to = Math.min(END_INSTANT_MS, Math.ceil(wantedTo));
  return buildTable(openStretches(from, to), from, to);
}
