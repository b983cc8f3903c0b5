/**
 * Which table answers, and what is kept of what was built. A calendar keeps one table: it starts around the first use and
 * grows where it is asked next. What lies far from it is answered from a stray table that the calendar does not keep, so
 * that one old ticket costs no decades; only where a calendar is asked far away again and again does it move there.
 */
import { DAY_MS, END_INSTANT_MS, FIRST_INSTANT_MS, isSupportedInstant } from "../time/units.js";
import type { Stretches } from "./day.js";
import { buildTable, FROM_AT, type Head, lastOf, type Table, TO_AT } from "./timeline.js";

/** Up to so many pairs, decades of ordinary hours, a table may grow at once. */
const FEW_PAIRS = 4_000;
/** After so many answers from stray tables a calendar moves to the newest. */
const PATIENCE = 4;
const MOST_STRAYS = 256;
/** What is built around an instant at least, on either side. */
const REACH_MS = 128 * DAY_MS;
/** Nearer than this to the table, or than the table is long, is not far. */
const FAR_MS = 800 * DAY_MS;

/** What a timeline is built from, and what of it is kept. */
export interface Timeline {
  /** {@link NO_TABLE} before the first one. */
  table: Table;
  /** The open stretches (UTC ms, sorted, joined) that overlap [from, to). */
  readonly openStretches: (from: number, to: number) => Stretches;
  /** After so many answers from stray tables the calendar moves to the newest: a new one to the first. */
  patience: number;
}

/** The table that holds no instant, for it begins where it ends; and far from every one. */
export const NO_TABLE: Table = buildTable([], 1e15, 1e15);

/** Whether a calendar has no table yet. Other entries have a NO_TABLE of their own. */
export function isNew({ table }: Timeline): boolean {
  return table.pairs[FROM_AT] === table.pairs[TO_AT];
}

/** Whether there is any open time at all. */
export function everOpens({ openStretches }: Timeline): boolean {
  // An ordinary month (October 2024) answers for nearly all calendars; the others are looked through as a whole.
  const inOrdinaryMonth = openStretches(20_000 * DAY_MS, 20_030 * DAY_MS);
  return inOrdinaryMonth.length > 0 || openStretches(FIRST_INSTANT_MS, END_INSTANT_MS).length > 0;
}

/** The newest stray tables, one for each of a few calendars; of large ones only the newest. */
const strays = new Map<Timeline, Table>();

/** Whether a table can answer for an instant. */
export function holds({ pairs }: Table, epochMs: number): boolean {
  return epochMs >= (pairs[FROM_AT] as number) && epochMs < (pairs[TO_AT] as number);
}

/** A table that holds an instant which the calendar's own does not; it must be a supported one. */
export function tableAt(timeline: Timeline, epochMs: number): Table {
  const stray = strays.get(timeline);
  if (stray && holds(stray, epochMs)) return answeringStray(timeline, stray);
  const { table } = timeline;
  const [from, to] = table.pairs as unknown as Head;
  const isNear = Math.max(from - epochMs, epochMs - to) <= Math.max(FAR_MS, to - from);
  if (isNear) return extended(timeline, table, epochMs);
  return answeringStray(timeline, built(timeline, epochMs - REACH_MS, epochMs + REACH_MS));
}

/** The first table of a calendar that is asked over a long time at once: no shorter one is built before it. */
export function firstTableOver(timeline: Timeline, from: number, to: number): Table {
  return extended(timeline, buildTable([], from, from), to);
}

/** Keeps a table that was not built for a single instant. */
export function settle(timeline: Timeline, table: Table): void {
  timeline.table = table;
  timeline.patience = PATIENCE;
}

/** A stray table that answers, and is remembered for a while; after a few such answers the calendar moves to it. */
function answeringStray(timeline: Timeline, table: Table): Table {
  let left = table;
  if (--timeline.patience === 0) {
    left = timeline.table;
    timeline.table = table;
    timeline.patience = PATIENCE;
  }
  if (lastOf(left) > FEW_PAIRS || strays.size > MOST_STRAYS) strays.clear();
  if (lastOf(left) > 0) strays.set(timeline, left);
  return table;
}

/** A table that holds all that another one holds and an instant besides. */
export function extended(timeline: Timeline, table: Table, epochMs: number): Table {
  const [from, to] = table.pairs as unknown as Head;
  const more = Math.max(REACH_MS, (to - from) / 4);
  const wider = built(timeline, Math.min(from, epochMs - more), Math.max(to, epochMs + more));
  const isKept = table === timeline.table && lastOf(wider) <= Math.max(FEW_PAIRS, 2 * lastOf(table));
  if (!isKept) return answeringStray(timeline, wider);
  timeline.table = wider;
  return wider;
}

/**
 * A table that reaches further; `undefined` where there is nothing further.
 *
 * @param share by how much of its length at least: to the right, or where it is negative to the left.
 */
export function grown(timeline: Timeline, table: Table, share: number): Table | undefined {
  const [from, to] = table.pairs as unknown as Head;
  const next = share < 0 ? from - 1 : to;
  return isSupportedInstant(next) ? extended(timeline, table, next + share * (to - from)) : undefined;
}

/** What is wanted, as far as it is supported. */
function built({ openStretches }: Timeline, wantedFrom: number, wantedTo: number): Table {
  const from = Math.max(FIRST_INSTANT_MS, Math.floor(wantedFrom));
  const to = Math.min(END_INSTANT_MS, Math.ceil(wantedTo));
  return buildTable(openStretches(from, to), from, to);
}
