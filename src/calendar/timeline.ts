/**
 * The one table that answers. All open time of a calendar between `from` and `to`, merged, as pairs on the UTC axis:
 *
 *   pairs   from, to, total, …  | 0, from | work₁, shift₁ | work₂, shift₂ | … | total, max | NaN, NaN | …
 *           head                  start                                         end         no answer
 *
 *   UTC      from     opening₁▒▒▒▒▒▒closing₁      opening₂▒▒▒▒▒closing₂             to
 *   work     0        work₁=0       work₂ ────────work₂        work₃=total ─────── total
 *
 * `workᵢ` is the open time in [from, openingᵢ) and `shiftᵢ` is `openingᵢ − workᵢ`: what turns open time into an instant
 * while the stretch lasts. So openingᵢ = workᵢ + shiftᵢ, closingᵢ = workᵢ₊₁ + shiftᵢ, and with i the last pair that opens
 * at or before t, and j the last pair with workⱼ < w:
 *
 *   work(t) = min(t − shiftᵢ, workᵢ₊₁)       at(w) = w + shiftⱼ       add(t, amount) = at(work(t) + amount)
 *
 * Two uniform grids find the pair, one over time, one over work, in one array: for each bucket the last pair at or before
 * its start, so that at most one step is left, and that step is arithmetic, not a branch. Widths are chosen from typical
 * stretches. A bucket in which several pairs begin (a window of a minute beside years of long ones) holds the pair of no
 * number instead: what is computed from it is NaN, and {@link pairAt} and {@link pairAtWork} bisect. So slivers cost a few
 * slow answers and not a table of minutes.
 *
 * Everything is in two typed arrays, the head included: a look-up among ten thousand calendars waits for memory, and every
 * object on the way is one more wait.
 *
 * Zones and daylight saving are paid for when the table is built, never when it is read.
 */
import type { Stretches } from "./day.js";

/** See the picture above. The grid holds the time buckets, then the work buckets. */
export interface Table {
  readonly pairs: Float64Array;
  readonly grid: Grid;
}

export type Grid = Uint16Array | Uint32Array;

/** Where in the head which number stands. */
export const FROM_AT = 0;
export const TO_AT = 1;
export const TOTAL_AT = 2;
export const TIME_SCALE_AT = 3;
export const WORK_SCALE_AT = 4;
/** Where the work buckets begin in the grid. */
export const WORK_BASE_AT = 5;
/** Where the pairs begin. */
export const HEAD = 6;
/** The numbers that every table has: the head, and five pairs that are no stretch: the start, the end, thrice the one of no number. */
const FIXED = HEAD + 10;

/** Steps between pairs that are looked at to choose a width, and how many of them may be smaller than it. */
const SAMPLES = 127;
const SMALL = 4;
/** However small the steps, no more buckets than this for each pair. */
const MOST_BUCKETS = 6;
/** Samples at these distances (the golden ratio) fall into no rhythm with weeks. */
const STRIDE = 0.618;

/** The index of the last stretch; that of the pair of no number is two more. */
export function lastOf({ pairs }: Pick<Table, "pairs">): number {
  return (pairs.length - FIXED) / 2;
}

/** How the numbers of a table begin. */
export type Head = readonly [from: number, to: number, total: number];

/**
 * Where in `pairs` the last pair stands that opens at or before an instant of a table; the pair of no number where the
 * bucket cannot tell. The arguments are a table's parts, so that loops read them once.
 */
export function stepTo(pairs: Float64Array, grid: Grid, from: number, timeScale: number, epochMs: number): number {
  const at = HEAD + 2 * (grid[((epochMs - from) * timeScale) | 0] as number);
  return at + 2 * +((pairs[at + 2] as number) + (pairs[at + 3] as number) <= epochMs);
}

/** The open time between a table's start and an instant of it, or NaN. */
export function workTo(pairs: Float64Array, grid: Grid, from: number, timeScale: number, epochMs: number): number {
  return workBy(pairs, stepTo(pairs, grid, from, timeScale, epochMs), epochMs);
}

/** The open time up to an instant of which {@link stepTo} told the pair. */
export function workBy(pairs: Float64Array, at: number, epochMs: number): number {
  const running = epochMs - (pairs[at + 1] as number);
  const closed = pairs[at + 2] as number;
  // The smaller of the two; Math.min and ?: are branches, and on random instants a branch is mispredicted.
  return (running + closed - Math.abs(running - closed)) * 0.5;
}

/** The shift of the last pair with at most `work` of open time before it, or NaN. */
export function shiftAt(pairs: Float64Array, grid: Grid, workBase: number, workScale: number, work: number): number {
  const at = HEAD + 2 * (grid[((work * workScale) | 0) + workBase] as number);
  return pairs[at + 1 + 2 * +((pairs[at + 2] as number) <= work)] as number;
}

/** The index of the last pair that opens at or before an instant of the table. */
export function pairAt(table: Table, epochMs: number): number {
  const { pairs } = table;
  const bucket = ((epochMs - (pairs[FROM_AT] as number)) * (pairs[TIME_SCALE_AT] as number)) | 0;
  return pairIn(table, bucket, 1, epochMs);
}

/** The index of the last pair with at most `work` of open time before it. */
export function pairAtWork(table: Table, work: number): number {
  const { pairs } = table;
  const bucket = ((work * (pairs[WORK_SCALE_AT] as number)) | 0) + ((pairs[WORK_BASE_AT] as number) | 0);
  return pairIn(table, bucket, 0, work);
}

/** Of the pairs that a bucket can mean the last that begins at or before a value: in open time (0), or in time (1). */
function pairIn(table: Table, bucket: number, shift: 0 | 1, value: number): number {
  const { pairs, grid } = table;
  const last = lastOf(table);
  const i = grid[bucket] as number;
  if (i <= last) return i + +(begins(pairs, shift, i + 1) <= value);
  let first = 0;
  let end = last + 1;
  while (end - first > 1) {
    const middle = (first + end) >> 1;
    if (begins(pairs, shift, middle) <= value) first = middle;
    else end = middle;
  }
  return first;
}

/** Where a pair begins: in open time (0), or in time, shift included (1). */
function begins(pairs: Float64Array, shift: 0 | 1, i: number): number {
  return (pairs[HEAD + 2 * i] as number) + shift * (pairs[HEAD + 2 * i + 1] as number);
}

/** What turns open time into an instant while the stretch of a pair lasts. */
export function shiftOf({ pairs }: Table, i: number): number {
  return pairs[HEAD + 2 * i + 1] as number;
}

/** The open time between the table's start and an instant of the table. */
export function workAt(table: Table, epochMs: number): number {
  return workBy(table.pairs, HEAD + 2 * pairAt(table, epochMs), epochMs);
}

/** Where the stretch of a pair opens. */
export function openingOf({ pairs }: Table, i: number): number {
  return begins(pairs, 1, i);
}

/** Where the stretch of a pair closes. */
export function closingOf(table: Table, i: number): number {
  return begins(table.pairs, 0, i + 1) + shiftOf(table, i);
}

/** Lays stretches out as a table, clipped to [from, to). */
export function buildTable(stretches: Stretches, from: number, to: number): Table {
  const numbers = new Float64Array(FIXED + stretches.length);
  numbers[HEAD + 1] = from;
  let at = HEAD + 2;
  let work = 0;
  for (let i = 0; i < stretches.length; i += 2) {
    const opening = Math.max(stretches[i] as number, from);
    const open = Math.min(stretches[i + 1] as number, to) - opening;
    if (open <= 0) continue;
    numbers[at++] = work;
    numbers[at++] = opening - work;
    work += open;
  }
  // Not Infinity, of which none is still no number.
  numbers.set([work, 1e300, NaN, NaN, NaN, NaN, NaN, NaN], at);
  // Without the room of stretches that lay outside: a few, at the edges.
  const pairs = numbers.slice(0, at + 8);
  const last = lastOf({ pairs });
  const timeScale = scaleFor(pairs, 1, last, to - from);
  const workScale = scaleFor(pairs, 0, last, work);
  const workBase = Math.floor((to - from) * timeScale) + 1;
  const buckets = workBase + Math.floor(work * workScale) + 1;
  const grid = new (last + 2 > 0xffff ? Uint32Array : Uint16Array)(buckets);
  pairs.set([from, to, work, timeScale, workScale, workBase]);
  fill(grid.subarray(0, workBase), pairs, 1, last, timeScale);
  fill(grid.subarray(workBase), pairs, 0, last, workScale);
  return { pairs, grid };
}

/** The reciprocal of a bucket width: as wide as the smallest of typical steps between pairs. */
function scaleFor(pairs: Float64Array, shift: 0 | 1, last: number, length: number): number {
  const steps = new Float64Array(SAMPLES).map((_, k) => {
    const i = 1 + Math.floor(((k * STRIDE) % 1) * (last - 1));
    return begins(pairs, shift, i + 1) - begins(pairs, shift, i);
  });
  // A little less than the step, so that equal steps never end in the bucket where they began.
  const typical = last > 1 ? 0.999 * (steps.sort()[SMALL] as number) : length;
  return 1 / Math.max(typical, length / (MOST_BUCKETS * last + 1), 1);
}

/** For each bucket the last pair at or before its start; where more than one pair begins in it, the pair of no number. */
function fill(grid: Grid, pairs: Float64Array, shift: 0 | 1, last: number, scale: number): void {
  // Buckets are told by the very expression that look-ups use: no rounding can put a pair on the other side.
  const origin = begins(pairs, shift, 0);
  let next = 0; // the first bucket without a value
  for (let i = +(begins(pairs, shift, 1) <= origin); i < last; i++) {
    const bucket = ((begins(pairs, shift, i + 1) - origin) * scale) | 0;
    if (bucket < next) grid[bucket] = last + 2;
    while (next <= bucket) grid[next++] = i;
  }
  grid.fill(last, next);
}
