/**
 * What tickets with the same matching rows are promised, computed a block at a time: one short loop over numbers for each
 * step (when clocks start, when they are due, how far holidays are known, which row binds), with nothing made per ticket.
 *
 * The loops know only the usual case. A block in which one of them fails is answered again, ticket by ticket, by
 * {@link answerExactly}, which computes each as `deadlinesFor` does.
 */
import { addTo } from "../calendar/arithmetic.js";
import { addWorkingTimeBatch } from "../calendar/batch.js";
import { type Calendar, type CalendarState, stateOf } from "../calendar/calendar.js";
import { isBeyondKnown } from "../calendar/coverage.js";
import { amountToMs, isCalendarUnit } from "../time/amount.js";
import { DAY_MS, isSupportedInstant } from "../time/units.js";
import { computeRow } from "./deadline.js";
import { isEarlier } from "./match.js";
import { type RowTerms, runsOnCalendar, supportedDue } from "./terms.js";

/** So many tickets are computed at once: few enough to stay in the nearest memory. */
export const BLOCK_LENGTH = 2048;

/** Some tickets with the same matching rows, and room for their answers. Only the first `count` elements count. */
export interface Block {
  count: number;
  /** Where the tickets stand in their columns. */
  readonly places: Int32Array;
  /** When they were opened, in whole epoch milliseconds. */
  readonly opened: Float64Array;
  /** When their clocks started, where `startedBy` was waited for. */
  readonly started: Float64Array;
  startedBy: ClockStart | undefined;
  /** Room for the openings of one of the calendars that clocks wait for. */
  readonly openings: Float64Array;
  /** The answers of the best row so far, and of the one to compare it with. */
  readonly best: RowAnswers;
  readonly other: RowAnswers;
}

/** A row's answers to a block of tickets. */
interface RowAnswers {
  /** Deadlines; infinity for a promise without one. */
  readonly dues: Float64Array;
  readonly rows: Int32Array;
  /** 1 where a date that was read lies outside the coverage of a calendar. */
  readonly beyond: Uint8Array;
}

/** A block without tickets. */
export function newBlock(length: number): Block {
  return {
    count: 0,
    places: new Int32Array(length),
    opened: new Float64Array(length),
    started: new Float64Array(length),
    startedBy: undefined,
    openings: new Float64Array(length),
    best: newAnswers(length),
    other: newAnswers(length),
  };
}

function newAnswers(length: number): RowAnswers {
  return { dues: new Float64Array(length), rows: new Int32Array(length), beyond: new Uint8Array(length) };
}

/** A row's promise to tickets that it matches. */
export interface RowColumns {
  readonly index: number;
  /** `undefined` for a promise without a deadline. */
  readonly promise: RowPromise | undefined;
}

interface RowPromise {
  readonly terms: RowTerms;
  /** `undefined`: clocks start when tickets are opened. */
  readonly start: ClockStart | undefined;
  readonly dueColumn: DueColumn;
  /** The calendars whose coverage ends: that on which the promise runs, and those that its clock waits for. */
  readonly ownCoverage: readonly CalendarState[];
  readonly startCoverage: readonly CalendarState[];
}

/** What clocks wait for before they start: the latest opening of these. */
export type ClockStart = readonly Calendar[];

/** Writes the deadlines of clocks that start at some instants. */
type DueColumn = (starts: Float64Array, count: number, dues: Float64Array) => void;

/** A row for columns; `terms` are `undefined` for a promise without a deadline. Equal starts are made one. */
export function rowColumns(index: number, terms: RowTerms | undefined, starts: Map<string, ClockStart>): RowColumns {
  if (terms === undefined) return { index, promise: undefined };
  const { row, calendar } = terms;
  const start = clockStart(terms, starts);
  const ownCoverage = calendar !== undefined && runsOnCalendar(row.term) ? [stateOf(calendar)].filter(isEnding) : [];
  const startCoverage = (start ?? []).map(stateOf).filter(isEnding);
  return { index, promise: { terms, start, dueColumn: dueColumnOf(terms), ownCoverage, startCoverage } };
}

function clockStart({ starts, startCalendars }: RowTerms, known: Map<string, ClockStart>): ClockStart | undefined {
  if (starts.length === 0) return undefined;
  const name = JSON.stringify(starts.map(({ calendar }) => calendar));
  const start = known.get(name) ?? startCalendars;
  known.set(name, start);
  return start;
}

function isEnding({ source }: CalendarState): boolean {
  const { knownFromDay, knownUntilDay } = source;
  return Number.isFinite(knownFromDay) || Number.isFinite(knownUntilDay);
}

function dueColumnOf({ row, calendar, dueFrom }: RowTerms): DueColumn {
  const { term, target } = row;
  if (typeof term === "string") return calendar === undefined ? laterBy(0) : nextOpening(calendar);
  const amountMs = amountToMs(term);
  if (amountMs === undefined) return isCalendarUnit(term.unit) ? laterByDays(dueFrom) : laterByWorkingDays(dueFrom);
  if (calendar === undefined || amountMs === 0) return laterBy(amountMs);
  return laterByWork(calendar, amountMs, target.atClose === "nextOpen");
}

function laterBy(amountMs: number): DueColumn {
  return (starts, count, dues) => {
    for (let k = 0; k < count; k++) dues[k] = (starts[k] as number) + amountMs;
  };
}

function laterByWork(calendar: Calendar, amountMs: number, atNextOpen: boolean): DueColumn {
  return (starts, count, dues) => {
    addWork(calendar, starts, count, amountMs, dues);
    if (atNextOpen) findOpenings(calendar, dues, count, dues);
  };
}

function nextOpening(calendar: Calendar): DueColumn {
  return (starts, count, dues) => findOpenings(calendar, starts, count, dues);
}

/** The next open moments: each a millisecond before that by which one of open time has passed. */
function findOpenings(calendar: Calendar, from: Float64Array, count: number, openings: Float64Array): void {
  addWork(calendar, from, count, 1, openings);
  for (let k = 0; k < count; k++) openings[k] = (openings[k] as number) - 1;
}

/** So few tickets are not worth the views that a column of them takes. */
const FEW = 16;

function addWork(calendar: Calendar, from: Float64Array, count: number, amountMs: number, out: Float64Array): void {
  if (count >= FEW) {
    addWorkingTimeBatch(calendar, from.subarray(0, count), amountMs, out.subarray(0, count));
    return;
  }
  for (let k = 0; k < count; k++) out[k] = addTo(calendar, from[k] as number, amountMs, undefined);
}

function laterByDays(dueFrom: RowTerms["dueFrom"]): DueColumn {
  return (starts, count, dues) => {
    for (let k = 0; k < count; k++) dues[k] = dueFrom(starts[k] as number);
  };
}

/** A loop of its own: one loop that called different functions would make objects of the numbers that pass. */
function laterByWorkingDays(dueFrom: RowTerms["dueFrom"]): DueColumn {
  return (starts, count, dues) => {
    for (let k = 0; k < count; k++) dues[k] = dueFrom(starts[k] as number);
  };
}

/** How a row's answers to a block are found; see {@link answerQuickly} and {@link answerExactly}. */
export type RowAnswer = (block: Block, promise: RowPromise, answers: RowAnswers) => void;

/** The answers of the row that binds, into `block.best`: of several the one with the earliest deadline. */
export function answerBlock(block: Block, rows: readonly RowColumns[], answer: RowAnswer): void {
  const { best, other, count } = block;
  for (let i = 0; i < rows.length; i++) {
    const { index, promise } = rows[i] as RowColumns;
    const answers = i === 0 ? best : other;
    answers.rows.fill(index, 0, count);
    answers.beyond.fill(0, 0, count);
    if (promise === undefined) answers.dues.fill(Number.POSITIVE_INFINITY, 0, count);
    else answer(block, promise, answers);
    if (i > 0) keepEarlier(best, other, count);
  }
}

function keepEarlier(best: RowAnswers, other: RowAnswers, count: number): void {
  for (let k = 0; k < count; k++) {
    if (!isEarlier(other.dues[k] as number, best.dues[k] as number)) continue;
    best.dues[k] = other.dues[k] as number;
    best.rows[k] = other.rows[k] as number;
    best.beyond[k] = other.beyond[k] as number;
  }
}

/** A row's answers, column by column. */
export function answerQuickly(block: Block, promise: RowPromise, { dues, beyond }: RowAnswers): void {
  const { count, opened } = block;
  const starts = promise.start === undefined ? opened : startsIn(block, promise.start);
  promise.dueColumn(starts, count, dues);
  for (let k = 0; k < count; k++) if (!isSupportedInstant(dues[k] as number)) supportedDue(dues[k] as number);
  for (const state of promise.ownCoverage) markBeyond(state, opened, dues, count, beyond);
  for (const state of promise.startCoverage) markBeyond(state, opened, starts, count, beyond);
}

/** A row's answers, each as that of a single ticket. */
export function answerExactly({ count, opened }: Block, { terms }: RowPromise, { dues, beyond }: RowAnswers): void {
  for (let k = 0; k < count; k++) {
    const { dueMs, beyondKnown } = computeRow(terms, opened[k] as number);
    dues[k] = dueMs;
    beyond[k] = beyondKnown ? 1 : 0;
  }
}

/** When clocks start. Rows with the same start mostly follow each other, and share it. */
function startsIn(block: Block, start: ClockStart): Float64Array {
  const { opened, started, openings, count } = block;
  if (block.startedBy === start) return started;
  block.startedBy = undefined; // until all are there
  for (let k = 0; k < count; k++) started[k] = opened[k] as number;
  for (const calendar of start) {
    findOpenings(calendar, opened, count, openings);
    for (let k = 0; k < count; k++) {
      if ((openings[k] as number) > (started[k] as number)) started[k] = openings[k] as number;
    }
  }
  block.startedBy = start;
  return started;
}

/** Marks where a date in [from, to) is not known. A wall clock is never a day from UTC: nearer the ends it is asked. */
function markBeyond(
  state: CalendarState,
  from: Float64Array,
  to: Float64Array,
  count: number,
  beyond: Uint8Array,
): void {
  const surelyFrom = (state.source.knownFromDay + 1) * DAY_MS;
  const surelyUntil = state.source.knownUntilDay * DAY_MS;
  for (let k = 0; k < count; k++) {
    const fromMs = from[k] as number;
    const toMs = to[k] as number;
    if (fromMs >= surelyFrom && fromMs < surelyUntil && toMs < surelyUntil) continue;
    if (isBeyondKnown(state, fromMs, toMs)) beyond[k] = 1;
  }
}
