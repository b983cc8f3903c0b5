/**
 * Counting working days: for each local date how many working days lie before it, and the n-th working day itself.
 * Both are one look-up; the index starts around its first use and doubles on a miss.
 */
import { FIRST_EPOCH_DAY, LAST_EPOCH_DAY } from "../time/units.js";
import type { Stretches } from "./day.js";

/** Dates [firstDay, endDay): `before[d - firstDay]` working days lie before d; `workingDays` lists them. */
export interface DayIndex {
  readonly firstDay: number;
  readonly endDay: number;
  readonly before: Uint32Array;
  readonly workingDays: Int32Array;
}

/** What working days are counted from, and the index built so far. */
export interface DayCount {
  /** The open pieces (UTC ms) that a local date owns. */
  readonly piecesOf: (epochDay: number) => Stretches;
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
  const workingDays: number[] = [];
  for (let day = firstDay; day < endDay; day++) {
    if (days.piecesOf(day).length > 0) workingDays.push(day);
    before[day + 1 - firstDay] = workingDays.length;
  }
  days.dayIndex = { firstDay, endDay, before, workingDays: Int32Array.from(workingDays) };
  return days.dayIndex;
}
