/**
 * The one table that answers. All open time of a calendar between `from` and `to`, merged, as pairs on the UTC axis:
 *
 *   pairs   [ 0, from | work₁, shift₁ | work₂, shift₂ | … | total, +∞ | NaN, NaN | NaN, NaN ]
 *             start                                         end          no answer
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
 * stretches. A bucket in which several pairs begin (a window of a minute beside years of long ones) holds `last + 2`
 * instead, the pair of no number: what is computed from it is NaN, and {@link pairAt} and {@link pairAtWork} bisect. So
 * slivers cost a few slow answers and not a table of minutes.
 *
 * Zones and daylight saving are paid for when the table is built, never when it is read.
 */
import type { Stretches } from "./day.js";

/** See the picture above. `last` is the index of the last real pair. */
export interface Table {
  readonly from: number;
  readonly to: number;
  readonly total: number;
  readonly last: number;
  readonly pairs: Float64Array;
  /** Time buckets, then, from `workBase` on, work buckets. */
  readonly grid: Uint16Array | Uint32Array;
  readonly timeScale: number;
  readonly workBase: number;
  readonly workScale: number;
}

/**
 * Twice the index of the last pair that opens at or before an instant of a table; that of the pair of no number where
 * the bucket cannot tell. The arguments are a table's parts, so that loops read them once.
 */
export function stepTo(
  pairs: Float64Array,
  grid: Uint16Array | Uint32Array,
  from: number,
  timeScale: number,
  epochMs: number,
): number {
  const at = 2 * (grid[((epochMs - from) * timeScale) | 0] as number);
  return at + 2 * +((pairs[at + 2] as number) + (pairs[at + 3] as number) <= epochMs);
}

/** The open time between a table's start and an instant of it, or NaN. */
export function workTo(
  pairs: Float64Array,
  grid: Uint16Array | Uint32Array,
  from: number,
  timeScale: number,
  epochMs: number,
): number {
  const at = stepTo(pairs, grid, from, timeScale, epochMs);
  const running = epochMs - (pairs[at + 1] as number);
  const closed = pairs[at + 2] as number;
  // The smaller of the two; Math.min and ?: are branches, and on random instants a branch is mispredicted.
  return (running + closed - Math.abs(running - closed)) * 0.5;
}

/** The shift of the last pair with at most `work` of open time before it, or NaN. */
export function shiftAt(
  pairs: Float64Array,
  grid: Uint16Array | Uint32Array,
  workBase: number,
  workScale: number,
  work: number,
): number {
  const at = 2 * (grid[((work * workScale) | 0) + workBase] as number);
  return pairs[at + 1 + 2 * +((pairs[at + 2] as number) <= work)] as number;
}

/** The index of the last pair that opens at or before an instant of the table. */
export function pairAt({ pairs, grid, from, timeScale, workBase, last }: Table, epochMs: number): number {
  const bucket = ((epochMs - from) * timeScale) | 0;
  const i = grid[bucket] as number;
  if (i <= last) return i + +((pairs[2 * i + 2] as number) + (pairs[2 * i + 3] as number) <= epochMs);
  return bisect(pairs, 1, epochMs, ...around(grid, bucket, 0, workBase, last));
}

/** The index of the last pair with at most `work` of open time before it. */
export function pairAtWork({ pairs, grid, workBase, workScale, last }: Table, work: number): number {
  const bucket = ((work * workScale) | 0) + workBase;
  const i = grid[bucket] as number;
  if (i <= last) return i + +((pairs[2 * i + 2] as number) <= work);
  return bisect(pairs, 0, work, ...around(grid, bucket, workBase, grid.length, last));
}

/** The first and the last pair that a bucket without an answer can mean, as its neighbours say. */
function around(
  grid: Uint16Array | Uint32Array,
  bucket: number,
  first: number,
  end: number,
  last: number,
): [low: number, high: number] {
  const before = bucket > first ? (grid[bucket - 1] as number) : 0;
  const after = bucket + 1 < end ? (grid[bucket + 1] as number) : last;
  return [before <= last ? before : 0, Math.min(after, last)];
}

/** The last index in [low, high] that begins at or before a value: of open time (0), or in time, shift included (1). */
function bisect(pairs: Float64Array, shift: 0 | 1, value: number, low: number, high: number): number {
  let first = low;
  let end = high + 1;
  while (end - first > 1) {
    const middle = (first + end) >> 1;
    if (begins(pairs, shift, middle) <= value) first = middle;
    else end = middle;
  }
  return first;
}

/** Where a pair begins: in open time (0), or in time, shift included (1). */
function begins(pairs: Float64Array, shift: 0 | 1, i: number): number {
  return (pairs[2 * i] as number) + shift * (pairs[2 * i + 1] as number);
}

/** The open time between the table's start and an instant of the table. */
export function workAt(table: Table, epochMs: number): number {
  const i = pairAt(table, epochMs);
  return Math.min(epochMs - (table.pairs[2 * i + 1] as number), table.pairs[2 * i + 2] as number);
}

/** Where the stretch of a pair opens. */
export function openingOf({ pairs }: Table, i: number): number {
  return (pairs[2 * i] as number) + (pairs[2 * i + 1] as number);
}

/** Where the stretch of a pair closes. */
export function closingOf({ pairs }: Table, i: number): number {
  return (pairs[2 * i + 2] as number) + (pairs[2 * i + 1] as number);
}

/** Lays stretches out as a table, clipped to [from, to). */
export function buildTable(stretches: Stretches, from: number, to: number): Table {
  const pairs = new Float64Array(stretches.length + 8);
  pairs[1] = from;
  let last = 0;
  let work = 0;
  for (let i = 0; i < stretches.length; i += 2) {
    const opening = Math.max(stretches[i] as number, from);
    const closing = Math.min(stretches[i + 1] as number, to);
    if (opening >= closing) continue;
    last++;
    pairs[2 * last] = work;
    pairs[2 * last + 1] = opening - work;
    work += closing - opening;
  }
  pairs.set([work, Number.POSITIVE_INFINITY, Number.NaN, Number.NaN, Number.NaN, Number.NaN], 2 * last + 2);
  const timeScale = scaleFor(pairs, 1, last, to - from);
  const workScale = scaleFor(pairs, 0, last, work);
  const workBase = Math.floor((to - from) * timeScale) + 1;
  const buckets = workBase + Math.floor(work * workScale) + 1;
  const grid = last + 2 > 0xffff ? new Uint32Array(buckets) : new Uint16Array(buckets);
  fill(grid, 0, workBase, pairs, 1, last, from, timeScale);
  fill(grid, workBase, buckets, pairs, 0, last, 0, workScale);
  return { from, to, total: work, last, pairs, grid, timeScale, workBase, workScale };
}

/** Steps between pairs that are looked at to choose a width, and how many of them may be smaller than it. */
const SAMPLES = 127;
const SMALL = 4;
/** However small the steps, no more buckets than this for each pair. */
const MOST_BUCKETS = 6;
/** Samples at these distances (the golden ratio) fall into no rhythm with weeks. */
const STRIDE = 0.618033988749895;

/** The reciprocal of a bucket width: as wide as the smallest of typical steps between pairs. */
function scaleFor(pairs: Float64Array, shift: 0 | 1, last: number, length: number): number {
  const steps = new Float64Array(SAMPLES);
  for (let k = 0; k < SAMPLES; k++) {
    const i = 1 + Math.floor((((k + 1) * STRIDE) % 1) * (last - 1));
    steps[k] = begins(pairs, shift, i + 1) - begins(pairs, shift, i);
  }
  // A little less than the step, so that equal steps never end in the bucket where they began.
  const typical = last > 1 ? 0.999 * (steps.sort()[SMALL] as number) : length;
  return 1 / Math.max(typical, length / (MOST_BUCKETS * last + 1), 1);
}

/** For each bucket the last pair at or before its start; where more than one pair begins in it, the pair of no number. */
function fill(
  grid: Uint16Array | Uint32Array,
  base: number,
  end: number,
  pairs: Float64Array,
  shift: 0 | 1,
  last: number,
  origin: number,
  scale: number,
): void {
  // Buckets are told by the very expression that look-ups use: no rounding can put a pair on the other side.
  let next = base; // the first bucket without a value
  for (let i = last > 0 && begins(pairs, shift, 1) <= origin ? 1 : 0; i < last; i++) {
    const bucket = base + (((begins(pairs, shift, i + 1) - origin) * scale) | 0);
    if (bucket < next) grid[bucket] = last + 2;
    while (next <= bucket) grid[next++] = i;
  }
  grid.fill(last, next, end);
}
