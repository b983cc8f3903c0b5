/**
 * The one table that answers. All open time of a calendar between `from` and `to`, merged, as pairs on the UTC axis:
 *
 *   pairs   [ from, 0 | opening₁, work₁ | opening₂, work₂ | … | +∞, total ]
 *             sentinel                                          sentinel
 *
 *   UTC      from     opening₁▒▒▒▒▒▒closing₁      opening₂▒▒▒▒▒closing₂             to
 *   work     0        work₁=0       work₂ ────────work₂        work₃=total ─────── total
 *
 * `workᵢ` is the open time in [from, openingᵢ), so closingᵢ = openingᵢ + workᵢ₊₁ − workᵢ need not be stored. Two uniform
 * grids, one over time and one over work, hold for each bucket the last pair at or before the bucket's start, so that a
 * look-up is a shift and a step or two in both directions:
 *
 *   workAt(t): time -> open time since `from`;   instantAt(x): its inverse;   add = instantAt(workAt(t) + amount).
 *
 * Bucket widths are powers of two: a bucket's number is then exact. Where a bucket holds many pairs (minutes-long
 * windows beside years of long ones), a bisection inside it bounds the steps.
 *
 * The table starts around its first use and doubles on a miss, up to the supported range; zones and daylight saving
 * are paid for when it is built, never when it is read.
 */
import { DAY_MS, END_INSTANT_MS, FIRST_INSTANT_MS } from "../time/units.js";
import type { Stretches } from "./day.js";

/** See the picture above. `last` is the index of the last real pair. */
export interface Table {
  readonly from: number;
  readonly to: number;
  readonly total: number;
  readonly last: number;
  readonly pairs: Float64Array;
  readonly timeGrid: Uint32Array;
  readonly timeScale: number;
  readonly workGrid: Uint32Array;
  readonly workScale: number;
}

/** What a timeline is built from, and the table built so far. */
export interface Timeline {
  /** The open stretches (UTC ms, sorted, joined) that overlap [from, to). */
  readonly openStretches: (from: number, to: number) => Stretches;
  table: Table | undefined;
}

/** An ordinary month answers for nearly all calendars; the others are looked through as a whole. */
const ORDINARY_MONTH = { from: 1_704_067_200_000, to: 1_706_745_600_000 } as const; // January 2024

/** Whether there is any open time at all. */
export function everOpens({ openStretches }: Timeline): boolean {
  const inOrdinaryMonth = openStretches(ORDINARY_MONTH.from, ORDINARY_MONTH.to);
  return inOrdinaryMonth.length > 0 || openStretches(FIRST_INSTANT_MS, END_INSTANT_MS).length > 0;
}

/** How much is built around the first instant that is asked for, on either side. */
const FIRST_REACH_MS = 400 * DAY_MS;

/** More pairs than this in one bucket are bisected. */
const MAX_STEPS = 4;

/** A table that reaches further to the left; `undefined` where there is nothing further. */
export function grownLeft(timeline: Timeline, table: Table): Table | undefined {
  return table.from === FIRST_INSTANT_MS ? undefined : grow(timeline, table.from - 1);
}

/** A table that reaches further to the right; `undefined` where there is nothing further. */
export function grownRight(timeline: Timeline, table: Table): Table | undefined {
  return table.to === END_INSTANT_MS ? undefined : grow(timeline, table.to);
}

/** The index of the last pair whose opening is at or before an instant of the table. */
export function pairAt(table: Table, epochMs: number): number {
  const { pairs, timeGrid } = table;
  const bucket = Math.floor((epochMs - table.from) * table.timeScale);
  const end = timeGrid[bucket + 1] as number;
  let i = timeGrid[bucket] as number;
  if (end - i > MAX_STEPS) return bisect(pairs, 0, epochMs, i, end);
  while ((pairs[2 * i + 2] as number) <= epochMs) i++;
  return i;
}

/** The index of the last pair with at most `work` of open time before it. */
export function pairAtWork(table: Table, work: number): number {
  const { pairs, workGrid } = table;
  const bucket = Math.floor(work * table.workScale);
  const end = workGrid[bucket + 1] as number;
  let i = workGrid[bucket] as number;
  if (end - i > MAX_STEPS) return bisect(pairs, 1, work, i, end);
  while (i < table.last && (pairs[2 * i + 3] as number) <= work) i++;
  return i;
}

/** The open time between the table's start and an instant of the table. */
export function workAt(table: Table, epochMs: number): number {
  const i = pairAt(table, epochMs);
  const before = table.pairs[2 * i + 1] as number;
  return Math.min(before + epochMs - (table.pairs[2 * i] as number), table.pairs[2 * i + 3] as number);
}

/** Where the stretch of a pair opens. */
export function openingOf(table: Table, i: number): number {
  return table.pairs[2 * i] as number;
}

/** Where the stretch of a pair closes. */
export function closingOf(table: Table, i: number): number {
  const { pairs } = table;
  return (pairs[2 * i] as number) + (pairs[2 * i + 3] as number) - (pairs[2 * i + 1] as number);
}

/** The last index in [low, high] whose column (0 openings, 1 work) is at or before a value. */
function bisect(pairs: Float64Array, column: 0 | 1, value: number, low: number, high: number): number {
  let first = low;
  let end = high + 1;
  while (end - first > 1) {
    const middle = (first + end) >> 1;
    if ((pairs[2 * middle + column] as number) <= value) first = middle;
    else end = middle;
  }
  return first;
}

/** Builds the calendar's table anew, around an instant that it does not hold: twice what there was, or more. */
export function grow(timeline: Timeline, epochMs: number): Table {
  const { table } = timeline;
  const { from, to } = table ?? { from: epochMs, to: epochMs };
  const reach = Math.max(to - from, FIRST_REACH_MS);
  const grownFrom = table === undefined || epochMs < from ? Math.max(FIRST_INSTANT_MS, epochMs - reach) : from;
  const grownTo = table === undefined || epochMs >= to ? Math.min(END_INSTANT_MS, epochMs + reach) : to;
  timeline.table = build(timeline.openStretches(grownFrom, grownTo), grownFrom, grownTo);
  return timeline.table;
}

/** Lays stretches out as a table, clipped to [from, to). */
function build(stretches: Stretches, from: number, to: number): Table {
  const pairs = new Float64Array(stretches.length + 4);
  pairs[0] = from;
  let last = 0;
  let work = 0;
  for (let i = 0; i < stretches.length; i += 2) {
    const opening = Math.max(stretches[i] as number, from);
    const closing = Math.min(stretches[i + 1] as number, to);
    if (opening >= closing) continue;
    last++;
    pairs[2 * last] = opening;
    pairs[2 * last + 1] = work;
    work += closing - opening;
  }
  pairs[2 * last + 2] = Number.POSITIVE_INFINITY;
  pairs[2 * last + 3] = work;
  const timeScale = scaleFor(to - from, last);
  const workScale = scaleFor(work, last);
  const timeGrid = grid(pairs, 0, last, from, to - from, timeScale);
  const workGrid = grid(pairs, 1, last, 0, work, workScale);
  return { from, to, total: work, last, pairs, timeGrid, timeScale, workGrid, workScale };
}

/** The reciprocal of a bucket width, a power of two, that makes one to two buckets for each stretch. */
function scaleFor(length: number, stretches: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(stretches, 1) / Math.max(length, 1)));
}

/** For each bucket, and one past the last, the last pair at or before its start. */
function grid(
  pairs: Float64Array,
  column: 0 | 1,
  last: number,
  origin: number,
  length: number,
  scale: number,
): Uint32Array {
  const buckets = new Uint32Array(Math.floor(length * scale) + 2);
  let i = 0;
  for (let bucket = 0; bucket < buckets.length; bucket++) {
    const start = origin + bucket / scale;
    while (i < last && (pairs[2 * i + 2 + column] as number) <= start) i++;
    buckets[bucket] = i;
  }
  return buckets;
}
