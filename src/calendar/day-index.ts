/**
 * Counting working days: for each local date how many working days lie before it, the n-th working day itself, the open
 * pieces that a date owns, and the wall clock. Each is one look-up (day-rows.ts has the picture); the index starts around
 * its first use and doubles on a miss.
 */
import { DAY_MS, FIRST_EPOCH_DAY, LAST_EPOCH_DAY } from "../time/units.js";
import { readZone, segmentAt, type Zone } from "../time/zone.js";
import { BEFORE, CLOCK, type DayIndex, EDGE, INSTANT, NTH, ROW, TIME_OF_DAY } from "./day-rows.js";
import { type DateOwner, piecesOn } from "./pieces.js";

/** What working days are counted from, and the index built so far. */
export interface DayCount extends DateOwner {
  dayIndex: DayIndex | undefined;
}

/**
 * The instant that a step of working days moves, and its time on the clock of the date that owns it. V8 boxes an instant
 * that goes in or out of a call which it did not inline; what is handed on here is never boxed, so that a step of several
 * small functions allocates nothing.
 */
export const moving: Float64Array = /* @__PURE__ */ new Float64Array(2);

/** The first instants of the range may have the date before; its last the date after. */
const FIRST_INDEXED_DAY = FIRST_EPOCH_DAY - 1;
const END_INDEXED_DAY = LAST_EPOCH_DAY + 2;

const FIRST_REACH_DAYS = 400;

/** Whether a local date owns any open time. */
export function isWorkingDate(days: DayCount, epochDay: number): boolean {
  const { dates, firstDay } = indexAt(days, epochDay);
  const row = ROW * (epochDay - firstDay);
  return dates[row + EDGE] !== dates[row + ROW + EDGE];
}

/** How many working days lie in [from, to), negative when `to` is before `from`. */
export function countWorkingDays(days: DayCount, fromDay: number, toDay: number): number {
  indexAt(days, fromDay);
  const { dates, firstDay } = indexAt(days, toDay);
  return (dates[ROW * (toDay - firstDay) + BEFORE] as number) - (dates[ROW * (fromDay - firstDay) + BEFORE] as number);
}

/**
 * The n-th working day strictly after a date, before it when `n` is negative, the date itself for 0; `undefined` where
 * the supported range has none.
 */
export function nthWorkingDay(days: DayCount, epochDay: number, n: number): number | undefined {
  let index: DayIndex | undefined = indexAt(days, epochDay);
  if (n === 0) return epochDay;
  while (index !== undefined) {
    const { dates, firstDay } = index;
    const row = ROW * (epochDay - firstDay);
    const k: number = n > 0 ? (dates[row + ROW + BEFORE] as number) + n - 1 : (dates[row + BEFORE] as number) + n;
    if (k >= 0 && k < (dates[dates.length - ROW + BEFORE] as number)) return dates[ROW * k + NTH];
    index = n > 0 ? grownRight(days, index) : grownLeft(days, index);
  }
  return undefined;
}

/**
 * The local date of an instant, where the index at hand tells it without being built or grown; else NaN. What it tells is
 * a supported instant.
 */
export function indexedDayOf({ dayIndex }: DayCount, epochMs: number): number {
  if (dayIndex === undefined) return Number.NaN;
  const utcDay = Math.floor(epochMs / DAY_MS);
  const { firstDay, endDay, dates, instants } = dayIndex;
  if (!(utcDay > firstDay && utcDay + 1 < endDay)) return Number.NaN;
  const clock = dates[ROW * (utcDay - firstDay) + CLOCK] as number;
  const isChanged = +((instants[clock + 1] as number) <= epochMs);
  return utcDay + dayAhead(epochMs - utcDay * DAY_MS + (instants[clock + 2 * isChanged] as number));
}

/** How many dates a wall clock is ahead of the UTC day since whose midnight it reads so much: -1, 0 or 1. */
function dayAhead(timeMs: number): number {
  return +(timeMs >= DAY_MS) - +(timeMs < 0);
}

/** The wall clock at the moving instant, in milliseconds since it read the midnight of a date that is near. */
function timeOfMoving({ firstDay, dates, instants }: DayIndex, epochDay: number): number {
  const epochMs = moving[INSTANT] as number;
  const clock = dates[ROW * (epochDay - firstDay) + CLOCK] as number;
  const isChanged = +((instants[clock + 1] as number) <= epochMs);
  return (epochMs - epochDay * DAY_MS + (instants[clock + 2 * isChanged] as number)) | 0;
}

/** The date that owns the moving instant, which is an open one: its own local date first, then the one before. */
export function ownerOfMoving(days: DayCount): number {
  const utcDay = Math.floor((moving[INSTANT] as number) / DAY_MS) | 0;
  const index = indexAround(days, utcDay);
  const timeMs = timeOfMoving(index, utcDay);
  const ahead = dayAhead(timeMs);
  const back = +!ownsMoving(index, utcDay + ahead) - ahead;
  moving[TIME_OF_DAY] = timeMs + back * DAY_MS;
  return utcDay - back;
}

/** Whether the moving instant lies in a piece that a date owns. */
function ownsMoving({ firstDay, dates, instants }: DayIndex, epochDay: number): boolean {
  const epochMs = moving[INSTANT] as number;
  const row = ROW * (epochDay - firstDay);
  const end = dates[row + ROW + EDGE] as number;
  let i = dates[row + EDGE] as number;
  while (i < end && (instants[i + 1] as number) <= epochMs) i += 2;
  return i < end && (instants[i] as number) <= epochMs;
}

/** Moves to an edge of the pieces that a date owns, its first opening or its last closing; to NaN where it owns none. */
export function moveToEdge(days: DayCount, epochDay: number, isLast: boolean): void {
  const { firstDay, dates, instants } = indexAt(days, epochDay);
  const row = ROW * (epochDay - firstDay);
  const first = dates[row + EDGE] as number;
  const end = dates[row + ROW + EDGE] as number;
  moving[INSTANT] = first < end ? (instants[isLast ? end - 1 : first] as number) : Number.NaN;
}

/** Moves to the first opening of a working day, and tells its time on that day's clock. */
export function moveToOpeningOf(days: DayCount, epochDay: number): void {
  moveToEdge(days, epochDay, false);
  moving[TIME_OF_DAY] = timeOfMoving(indexAt(days, epochDay), epochDay);
}

/**
 * Moves to the time of day of a working day: to itself where the day is open then, else to the day's next opening, else
 * to its last closing; backward to its previous closing, else to its first opening.
 */
export function moveToTimeOn(days: DayCount, epochDay: number, isForward: boolean): void {
  const index = indexAt(days, epochDay);
  moveToReading(index, epochDay);
  const epochMs = moving[INSTANT] as number;
  const { firstDay, dates, instants } = index;
  const row = ROW * (epochDay - firstDay);
  const first = dates[row + EDGE] as number;
  const end = dates[row + ROW + EDGE] as number;
  // The last piece that opens by then, if any.
  let i = end - 2;
  while (i >= first && (instants[i] as number) > epochMs) i -= 2;
  if (i >= first && epochMs < (instants[i + 1] as number)) return;
  moving[INSTANT] = instants[isForward ? Math.min(i + 2, end - 1) : Math.max(i + 1, first)] as number;
}

/**
 * Moves to where a date's own clock, which may run past 24:00, reads the time of day: `localToInstant` of `time/zone.ts`,
 * where the first reading is the one before the clock changes, and a time that is skipped has none after it.
 */
function moveToReading({ firstDay, dates, instants }: DayIndex, epochDay: number): void {
  const timeMs = moving[TIME_OF_DAY] as number;
  const localMs = epochDay * DAY_MS + timeMs;
  // The change is looked for from the UTC day before the reading on: wall clocks are never a day from UTC.
  const clock = dates[ROW * (epochDay - firstDay + +(timeMs >= DAY_MS)) + CLOCK] as number;
  const change = instants[clock + 1] as number;
  const first = localMs - (instants[clock] as number);
  const second = localMs - (instants[clock + 2] as number);
  moving[INSTANT] = first >= change && second >= change ? second : first;
}

/** An index that holds a UTC day and the dates on either side of it. */
function indexAround(days: DayCount, utcDay: number): DayIndex {
  const index = days.dayIndex;
  if (index !== undefined && utcDay > index.firstDay && utcDay + 1 < index.endDay) return index;
  indexAt(days, utcDay - 1);
  return indexAt(days, utcDay + 1);
}

function indexAt(days: DayCount, epochDay: number): DayIndex {
  const index = days.dayIndex;
  if (index !== undefined && epochDay >= index.firstDay && epochDay < index.endDay) return index;
  return builtAt(days, index, epochDay);
}

function builtAt(days: DayCount, index: DayIndex | undefined, epochDay: number): DayIndex {
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
  const dates = new Int32Array(ROW * (endDay - firstDay + 1));
  const instants = changesOver(days.source.zone, (firstDay - 1) * DAY_MS, (endDay + 3) * DAY_MS);
  let clock = 0;
  let count = 0;
  for (let day = firstDay; day <= endDay; day++) {
    const row = ROW * (day - firstDay);
    if ((instants[clock + 1] as number) <= (day - 1) * DAY_MS) clock += 2;
    dates[row + BEFORE] = count;
    dates[row + EDGE] = instants.length;
    dates[row + CLOCK] = clock;
    if (day === endDay) break;
    const pieces = piecesOn(days, day);
    for (const edge of pieces) instants.push(edge);
    if (pieces.length > 0) dates[ROW * count++ + NTH] = day;
  }
  days.dayIndex = { firstDay, endDay, dates, instants: new Float64Array(instants) };
  return days.dayIndex;
}

/** The offsets of a zone between two instants and the changes between them: offset, change, offset, change, …, offset. */
function changesOver(zone: Zone, from: number, to: number): number[] {
  readZone(zone, from, to);
  const first = segmentAt(zone, from);
  const last = segmentAt(zone, to);
  const changes = [zone.offsets[first] as number];
  for (let i = first + 1; i <= last; i++) changes.push(zone.starts[i] as number, zone.offsets[i] as number);
  // No further change; two numbers, so that what stands after a change is always an offset.
  changes.push(Number.POSITIVE_INFINITY, 0);
  return changes;
}
