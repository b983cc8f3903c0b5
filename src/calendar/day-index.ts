/**
 * Counting working days: for each local date how many working days lie before it, and the n-th working day itself.
 * Both are one look-up; the index starts around its first use and doubles on a miss.
 */
import { FIRST_EPOCH_DAY, LAST_EPOCH_DAY } from "../time/units.js";
import type { CalendarState } from "./calendar.js";

/** Dates [firstDay, endDay): `before[d - firstDay]` working days lie before d; `workingDays` lists them. */
export interface DayIndex {
  readonly firstDay: number;
  readonly endDay: number;
  readonly before: Uint32Array;
  readonly workingDays: Int32Array;
}

/** The first instants of the range may have the date before; its last the date after. */
const FIRST_INDEXED_DAY = FIRST_EPOCH_DAY - 1;
const END_INDEXED_DAY = LAST_EPOCH_DAY + 2;

const FIRST_REACH_DAYS = 400;

/** Whether a local date owns any open time. */
export function isWorkingDate(state: CalendarState, epochDay: number): boolean {
  const { before, firstDay } = indexAt(state, epochDay);
  return before[epochDay + 1 - firstDay] !== before[epochDay - firstDay];
}

/** How many working days lie in [from, to), negative when `to` is before `from`. */
export function countWorkingDays(state: CalendarState, fromDay: number, toDay: number): number {
  indexAt(state, fromDay);
  const { before, firstDay } = indexAt(state, toDay);
  return (before[toDay - firstDay] as number) - (before[fromDay - firstDay] as number);
}

/**
 * The n-th working day strictly after a date, before it when `n` is negative, the date itself for 0; `undefined` where
 * the supported range has none.
 */
export function nthWorkingDay(state: CalendarState, epochDay: number, n: number): number | undefined {
  let index: DayIndex | undefined = indexAt(state, epochDay);
  if (n === 0) return epochDay;
  while (index !== undefined) {
    const { before, firstDay, workingDays } = index;
    const k: number = (before[epochDay + (n > 0 ? 1 : 0) - firstDay] as number) + (n > 0 ? n - 1 : n);
    if (k >= 0 && k < workingDays.length) return workingDays[k];
    index = n > 0 ? grownRight(state, index) : grownLeft(state, index);
  }
  return undefined;
}

function indexAt(state: CalendarState, epochDay: number): DayIndex {
  const index = state.dayIndex;
  if (index !== undefined && epochDay >= index.firstDay && epochDay < index.endDay) return index;
  if (index === undefined) return build(state, epochDay - FIRST_REACH_DAYS, epochDay + FIRST_REACH_DAYS);
  const reach = index.endDay - index.firstDay;
  if (epochDay < index.firstDay) return build(state, Math.min(epochDay, index.firstDay - reach), index.endDay);
  return build(state, index.firstDay, Math.max(epochDay + 1, index.endDay + reach));
}

function grownRight(state: CalendarState, { firstDay, endDay }: DayIndex): DayIndex | undefined {
  return endDay === END_INDEXED_DAY ? undefined : build(state, firstDay, 2 * endDay - firstDay);
}

function grownLeft(state: CalendarState, { firstDay, endDay }: DayIndex): DayIndex | undefined {
  return firstDay === FIRST_INDEXED_DAY ? undefined : build(state, 2 * firstDay - endDay, endDay);
}

function build(state: CalendarState, from: number, end: number): DayIndex {
  const firstDay = Math.max(from, FIRST_INDEXED_DAY);
  const endDay = Math.min(end, END_INDEXED_DAY);
  const before = new Uint32Array(endDay - firstDay + 1);
  const workingDays: number[] = [];
  for (let day = firstDay; day < endDay; day++) {
    if (state.piecesOf(day).length > 0) workingDays.push(day);
    before[day + 1 - firstDay] = workingDays.length;
  }
  state.dayIndex = { firstDay, endDay, before, workingDays: Int32Array.from(workingDays) };
  return state.dayIndex;
}
