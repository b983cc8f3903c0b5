/**
 * Counting working days: for each local date how many working days lie before it, the n-th working day itself, and the
 * open pieces that a date owns. Each is one look-up; the index starts around its first use and doubles on a miss.
 */
import { FIRST_EPOCH_DAY, LAST_EPOCH_DAY } from "../time/units.js";
import { type DateOwner, piecesOn } from "./pieces.js";

/**
 * Dates [firstDay, endDay): `before[d - firstDay]` working days lie before d; `workingDays` lists them. The edges (UTC ms)
 * of the pieces that d owns are those of `edges` from `firstEdge[d - firstDay]` up to `firstEdge[d + 1 - firstDay]`.
 */
export interface DayIndex {
  readonly firstDay: number;
  readonly endDay: number;
  readonly before: Uint32Array;
  readonly workingDays: Int32Array;
  readonly firstEdge: Uint32Array;
  readonly edges: Float64Array;
}

/** What working days are counted from, and the index built so far. */
export interface DayCount extends DateOwner {
  dayIndex: DayIndex | undefined;
}

/** The first instants of the range may have the date before; its last the date after. */
const FIRST_INDEXED_DAY = FIRST_EPOCH_DAY - 1;
const END_INDEXED_DAY = LAST_EPOCH_DAY + 2;

const FIRST_REACH_DAYS = 400;

/** Whether a local date owns any open time. */
export function isWorkingDate(days: DayCount, epochDay: number): boolean {
  const { before, firstDay } = indexAt(days, epochDay);
  return before[epochDay + 1 - firstDay] !== before[epochDay - firstDay];
}

/** How many working days lie in [from, to), negative when `to` is before `from`. */
export function countWorkingDays(days: DayCount, fromDay: number, toDay: number): number {
  indexAt(days, fromDay);
  const { before, firstDay } = indexAt(days, toDay);
  return (before[toDay - firstDay] as number) - (before[fromDay - firstDay] as number);
}

/**
 * The n-th working day strictly after a date, before it when `n` is negative, the date itself for 0; `undefined` where
 * the supported range has none.
 */
export function nthWorkingDay(days: DayCount, epochDay: number, n: number): number | undefined {
  let index: DayIndex | undefined = indexAt(days, epochDay);
  if (n === 0) return epochDay;
  while (index !== undefined) {
    const { before, firstDay, workingDays } = index;
    const k: number = (before[epochDay + (n > 0 ? 1 : 0) - firstDay] as number) + (n > 0 ? n - 1 : n);
    if (k >= 0 && k < workingDays.length) return workingDays[k];
    index = n > 0 ? grownRight(days, index) : grownLeft(days, index);
  }
  return undefined;
}

/** The edges of the open pieces that a date owns, opening and closing by turns; empty for a date that is none. */
export function edgesOn(days: DayCount, epochDay: number): Float64Array {
  const { firstDay, firstEdge, edges } = indexAt(days, epochDay);
  return edges.subarray(firstEdge[epochDay - firstDay], firstEdge[epochDay + 1 - firstDay]);
}

/** Whether an instant lies in a piece that a date owns. */
export function ownsInstant(days: DayCount, epochDay: number, epochMs: number): boolean {
  const { firstDay, firstEdge, edges } = indexAt(days, epochDay);
  const end = firstEdge[epochDay + 1 - firstDay] as number;
  for (let i = firstEdge[epochDay - firstDay] as number; i < end; i += 2) {
    if ((edges[i] as number) <= epochMs && epochMs < (edges[i + 1] as number)) return true;
  }
  return false;
}

/**
 * An instant of a working day: itself where the day is open then, else the day's next opening, else its last closing;
 * backward its previous closing, else its first opening.
 */
export function settledOn(days: DayCount, epochDay: number, epochMs: number, isForward: boolean): number {
  const { firstDay, firstEdge, edges } = indexAt(days, epochDay);
  const first = firstEdge[epochDay - firstDay] as number;
  const end = firstEdge[epochDay + 1 - firstDay] as number;
  let settled = edges[isForward ? end - 1 : first] as number;
  for (let i = isForward ? end - 2 : first; i >= first && i < end; i += isForward ? -2 : 2) {
    const opening = edges[i] as number;
    const closing = edges[i + 1] as number;
    if (opening <= epochMs && epochMs < closing) return epochMs;
    if (isForward && opening > epochMs) settled = opening;
    if (!isForward && closing <= epochMs) settled = closing;
  }
  return settled;
}

function indexAt(days: DayCount, epochDay: number): DayIndex {
  const index = days.dayIndex;
  if (index !== undefined && epochDay >= index.firstDay && epochDay < index.endDay) return index;
  if (index === undefined) return build(days, epochDay - FIRST_REACH_DAYS, epochDay + FIRST_REACH_DAYS);
  const reach = index.endDay - index.firstDay;
  if (epochDay < index.firstDay) return build(days, Math.min(epochDay, index.firstDay - reach), index.endDay);
  return build(days, index.firstDay, Math.max(epochDay + 1, index.endDay + reach));
}

function grownRight(days: DayCount, { firstDay, endDay }: DayIndex): DayIndex | undefined {
  return endDay === END_INDEXED_DAY ? undefined : build(days, firstDay, 2 * endDay - firstDay);
}

function grownLeft(days: DayCount, { firstDay, endDay }: DayIndex): DayIndex | undefined {
  return firstDay === FIRST_INDEXED_DAY ? undefined : build(days, 2 * firstDay - endDay, endDay);
}

function build(days: DayCount, from: number, end: number): DayIndex {
  const firstDay = Math.max(from, FIRST_INDEXED_DAY);
  const endDay = Math.min(end, END_INDEXED_DAY);
  const before = new Uint32Array(endDay - firstDay + 1);
  const firstEdge = new Uint32Array(before.length);
  const workingDays: number[] = [];
  const edges: number[] = [];
  for (let day = firstDay; day < endDay; day++) {
    const pieces = piecesOn(days, day);
    if (pieces.length > 0) workingDays.push(day);
    for (const edge of pieces) edges.push(edge);
    before[day + 1 - firstDay] = workingDays.length;
    firstEdge[day + 1 - firstDay] = edges.length;
  }
  const lists = { workingDays: new Int32Array(workingDays), edges: new Float64Array(edges) };
  days.dayIndex = { firstDay, endDay, before, firstEdge, ...lists };
  return days.dayIndex;
}
