/**
 * What must hold for every calendar. Each law takes the functions under test, a calendar and a question, and throws an
 * error that says what was broken; a question that the calendar cannot answer (`never_opens`) is no question.
 */

import type { LocalDate } from "../calendar/definition.js";
import { BeyondSight, type Reference, type Stretch, type WorkingDayOptions } from "./reference.js";

type AtClose = { readonly atClose?: "close" | "nextOpen" };

/** The functions that the laws are about, on epoch milliseconds, for whatever a calendar is to them. */
export interface CalendarFunctions<Calendar> {
  isOpen(calendar: Calendar, at: number): boolean;
  nextOpen(calendar: Calendar, at: number): number | undefined;
  nextClose(calendar: Calendar, at: number): number | undefined;
  previousOpen(calendar: Calendar, at: number): number | undefined;
  previousClose(calendar: Calendar, at: number): number | undefined;
  addWorkingTime(calendar: Calendar, from: number, amountMs: number, options?: AtClose): number;
  subtractWorkingTime(calendar: Calendar, from: number, amountMs: number): number;
  workingTimeBetween(calendar: Calendar, from: number, to: number): number;
  openIntervals(calendar: Calendar, from: number, to: number): readonly Stretch[];
  isWorkingDay(calendar: Calendar, date: LocalDate | number): boolean;
  addWorkingDays(
    calendar: Calendar,
    from: LocalDate | number,
    days: number,
    options?: WorkingDayOptions,
  ): LocalDate | number;
  workingDaysBetween(calendar: Calendar, from: LocalDate | number, to: LocalDate | number): number;
  addWorkingTimeBatch(
    calendar: Calendar,
    from: Float64Array,
    amountMs: number | Float64Array,
    out?: Float64Array,
  ): Float64Array;
  workingTimeBetweenBatch(calendar: Calendar, from: Float64Array, to: Float64Array, out?: Float64Array): Float64Array;
}

/** The law about an added amount and the time between: nothing is lost, and there is no earlier such instant. */
export function betweenInvertsAdd<C>(api: CalendarFunctions<C>, calendar: C, from: number, amountMs: number): void {
  const due = answerOf(() => api.addWorkingTime(calendar, from, amountMs));
  if (typeof due !== "number") return;
  equal("between(from, add(from, a))", api.workingTimeBetween(calendar, from, due), amountMs);
  if (amountMs > 0)
    equal("a ms before, a is not yet up", api.workingTimeBetween(calendar, from, due - 1), amountMs - 1);
}

/** Adding in two steps is adding at once. */
export function addSplits<C>(
  api: CalendarFunctions<C>,
  calendar: C,
  from: number,
  first: number,
  second: number,
): void {
  const once = answerOf(() => api.addWorkingTime(calendar, from, first + second));
  const twice = answerOf(() => api.addWorkingTime(calendar, api.addWorkingTime(calendar, from, first), second));
  equal("add(add(from, a), b) and add(from, a + b)", twice, once);
  const back = answerOf(() => api.subtractWorkingTime(calendar, from, first + second));
  const backTwice = answerOf(() =>
    api.subtractWorkingTime(calendar, api.subtractWorkingTime(calendar, from, first), second),
  );
  equal("subtract(subtract(from, a), b) and subtract(from, a + b)", backTwice, back);
}

/** Subtracting gives the latest instant with the amount open before `from`, and adding finds the way back. */
export function subtractMirrorsAdd<C>(api: CalendarFunctions<C>, calendar: C, from: number, amountMs: number): void {
  const start = answerOf(() => api.subtractWorkingTime(calendar, from, amountMs));
  equal(
    "add(from, -a) and subtract(from, a)",
    answerOf(() => api.addWorkingTime(calendar, from, -amountMs)),
    start,
  );
  const due = answerOf(() => api.addWorkingTime(calendar, from, amountMs));
  equal(
    "subtract(from, -a) and add(from, a)",
    answerOf(() => api.subtractWorkingTime(calendar, from, -amountMs)),
    due,
  );
  if (typeof start !== "number") return;
  equal("between(subtract(from, a), from)", api.workingTimeBetween(calendar, start, from), amountMs);
  if (amountMs === 0) {
    equal("subtract(from, 0)", start, from);
    return;
  }
  equal("a ms later, less than a is left", api.workingTimeBetween(calendar, start + 1, from), amountMs - 1);
  const end = api.isOpen(calendar, from - 1) ? from : api.previousClose(calendar, from);
  equal("add(subtract(from, a), a)", api.addWorkingTime(calendar, start, amountMs), end);
}

/** An answer on a closing moves to the next opening when asked to, and no other answer moves. */
export function atCloseMovesOnlyClosings<C>(
  api: CalendarFunctions<C>,
  calendar: C,
  from: number,
  amountMs: number,
): void {
  const due = answerOf(() => api.addWorkingTime(calendar, from, amountMs));
  const moved = answerOf(() => api.addWorkingTime(calendar, from, amountMs, { atClose: "nextOpen" }));
  if (typeof due !== "number" || typeof moved !== "number") return;
  const next = amountMs > 0 ? api.nextOpen(calendar, due) : due;
  equal("add with atClose nextOpen", moved, next);
}

/** Intervals are clipped, not empty, in order, apart, and end only where the calendar closes. */
export function intervalsAreMaximal<C>(api: CalendarFunctions<C>, calendar: C, from: number, to: number): void {
  let end = Number.NEGATIVE_INFINITY;
  for (const interval of api.openIntervals(calendar, from, to)) {
    demand(interval.from >= from && interval.to <= to, `${show(interval)} is clipped to ${show({ from, to })}`);
    demand(interval.from < interval.to, `${show(interval)} is not empty`);
    demand(interval.from > end, `${show(interval)} lies apart from what ended at ${end}`);
    demand(api.isOpen(calendar, interval.from), `open at the start of ${show(interval)}`);
    demand(api.isOpen(calendar, interval.to - 1), `open until the end of ${show(interval)}`);
    demand(interval.from === from || !api.isOpen(calendar, interval.from - 1), `closed before ${show(interval)}`);
    demand(interval.to === to || !api.isOpen(calendar, interval.to), `closed after ${show(interval)}`);
    end = interval.to;
  }
}

/** An instant is open exactly when an interval holds it, and time between is the length of the intervals. */
export function isOpenAgreesWithIntervals<C>(
  api: CalendarFunctions<C>,
  calendar: C,
  within: Stretch,
  at: number,
): void {
  const intervals = api.openIntervals(calendar, within.from, within.to);
  equal(`isOpen(${at})`, api.isOpen(calendar, at), holds(intervals, at));
  const sum = intervals.reduce((length, interval) => length + interval.to - interval.from, 0);
  equal(
    "working time between and the intervals' length",
    api.workingTimeBetween(calendar, within.from, within.to),
    sum,
  );
}

/** Next and previous opening and closing are those of the intervals, where they lie inside the stretch. */
export function neighboursAgreeWithIntervals<C>(
  api: CalendarFunctions<C>,
  calendar: C,
  within: Stretch,
  at: number,
): void {
  const intervals = api.openIntervals(calendar, within.from, within.to);
  const openings = intervals.map((interval) => interval.from).filter((opening) => opening !== within.from);
  const closings = intervals.map((interval) => interval.to).filter((closing) => closing !== within.to);
  const inside = (found: number | undefined) =>
    found !== undefined && found > within.from && found < within.to ? found : undefined;
  const nextOpening = holds(intervals, at) ? at : openings.find((opening) => opening >= at);
  equal(`nextOpen(${at})`, inside(api.nextOpen(calendar, at)), nextOpening);
  equal(
    `nextClose(${at})`,
    inside(api.nextClose(calendar, at)),
    closings.find((closing) => closing > at),
  );
  equal(
    `previousOpen(${at})`,
    inside(api.previousOpen(calendar, at)),
    openings.findLast((opening) => opening <= at),
  );
  equal(
    `previousClose(${at})`,
    inside(api.previousClose(calendar, at)),
    closings.findLast((closing) => closing <= at),
  );
}

/** Time between adds up over any point on the way, and changes its sign with its direction. */
export function betweenIsAdditive<C>(api: CalendarFunctions<C>, calendar: C, a: number, b: number, c: number): void {
  const between = (from: number, to: number) => api.workingTimeBetween(calendar, from, to);
  equal("between(a, b) + between(b, c)", between(a, b) + between(b, c), between(a, c));
  equal("between(a, b) + between(b, a)", between(a, b) + between(b, a), 0);
  demand(Math.abs(between(a, b)) <= Math.abs(b - a), "working time is no longer than elapsed time");
}

/** The n-th working day is a working day, n of them lie between, and the way back leads to the start. */
export function workingDaysInvert<C>(api: CalendarFunctions<C>, calendar: C, date: LocalDate, n: number): void {
  const target = answerOf(() => api.addWorkingDays(calendar, date, n));
  if (target === "never_opens") return;
  if (n === 0) {
    equal("addWorkingDays(date, 0)", target, date);
    return;
  }
  const day = String(target);
  const worked = api.isWorkingDay(calendar, date);
  demand(api.isWorkingDay(calendar, day), `${day} is a working day`);
  const between = n > 0 && !worked ? n - 1 : n;
  equal(`workingDaysBetween(${date}, ${day})`, api.workingDaysBetween(calendar, date, day), between);
  equal(`workingDaysBetween(${day}, ${date})`, api.workingDaysBetween(calendar, day, date), 0 - between);
  if (worked) equal(`addWorkingDays(${day}, ${-n})`, api.addWorkingDays(calendar, day, -n), date);
}

/** The batch forms give what the single forms give, into whichever array. */
export function batchEqualsScalar<C>(
  api: CalendarFunctions<C>,
  calendar: C,
  from: readonly number[],
  amountsMs: readonly number[],
): void {
  const pairs = from.flatMap((at) =>
    amountsMs.map((amount) => [at, amount, singleAdd(api, calendar, at, amount)] as const),
  );
  const known = pairs.filter((pair): pair is readonly [number, number, number] => typeof pair[2] === "number");
  const starts = Float64Array.from(known, ([at]) => at);
  const amounts = Float64Array.from(known, ([, amount]) => amount);
  const dues = known.map(([, , due]) => due);
  same("addWorkingTimeBatch", api.addWorkingTimeBatch(calendar, starts, amounts), dues);
  same(
    "the starts after a batch",
    starts,
    known.map(([at]) => at),
  );
  const between = known.map(([at, , due]) => api.workingTimeBetween(calendar, at, due));
  same("workingTimeBetweenBatch", api.workingTimeBetweenBatch(calendar, starts, Float64Array.from(dues)), between);
  for (const [at, amount, due] of known.slice(0, 2)) {
    same("with one amount for all", api.addWorkingTimeBatch(calendar, Float64Array.of(at, at), amount), [due, due]);
  }
  const out = starts.slice();
  demand(api.addWorkingTimeBatch(calendar, out, amounts, out) === out, "a batch answers the array it was given");
  same("addWorkingTimeBatch with from as out", out, dues);
  const spans = starts.slice();
  api.workingTimeBetweenBatch(calendar, spans, Float64Array.from(dues), spans);
  same("workingTimeBetweenBatch with from as out", spans, between);
}

function singleAdd<C>(api: CalendarFunctions<C>, calendar: C, from: number, amountMs: number): unknown {
  return answerOf(() => api.addWorkingTime(calendar, from, amountMs));
}

/** Questions for {@link agreesWithReference}. */
export interface Questions {
  readonly instants: readonly number[];
  readonly dates: readonly LocalDate[];
  readonly amounts: readonly number[];
  readonly days: readonly number[];
  readonly cutoff: string;
}

/** Every answer equals the reference's; gives the number of answers compared. */
export function agreesWithReference<C>(
  api: CalendarFunctions<C>,
  calendar: C,
  reference: Reference,
  questions: Questions,
): number {
  let compared = 0;
  const check = (question: string, ours: () => unknown, truth: () => unknown): void => {
    const expected = seen(truth);
    if (expected === undefined) return;
    equal(question, answerOf(ours), expected.answer);
    compared++;
  };
  for (const at of questions.instants) checkInstant(api, calendar, reference, at, check);
  checkTime(api, calendar, reference, questions, check);
  checkDays(api, calendar, reference, questions, check);
  return compared;
}

type Check = (question: string, ours: () => unknown, truth: () => unknown) => void;

function checkInstant<C>(api: CalendarFunctions<C>, calendar: C, reference: Reference, at: number, check: Check): void {
  check(
    `isOpen(${at})`,
    () => api.isOpen(calendar, at),
    () => reference.isOpen(at),
  );
  check(
    `nextOpen(${at})`,
    () => api.nextOpen(calendar, at),
    () => reference.nextOpen(at),
  );
  check(
    `nextClose(${at})`,
    () => api.nextClose(calendar, at),
    () => reference.nextClose(at),
  );
  check(
    `previousOpen(${at})`,
    () => api.previousOpen(calendar, at),
    () => reference.previousOpen(at),
  );
  check(
    `previousClose(${at})`,
    () => api.previousClose(calendar, at),
    () => reference.previousClose(at),
  );
  check(
    `isWorkingDay(${at})`,
    () => api.isWorkingDay(calendar, at),
    () => reference.isWorkingDay(at),
  );
}

function checkTime<C>(
  api: CalendarFunctions<C>,
  calendar: C,
  reference: Reference,
  { instants, amounts }: Questions,
  check: Check,
): void {
  const spans = instants.slice(1).map((to, index) => [instants[index]!, to] as const);
  const lengths = spans.map(([from, to]) => Math.abs(reference.workingTimeBetween(from, to)));
  for (const [from, to] of spans) {
    const [first, last] = [Math.min(from, to), Math.max(from, to)];
    check(
      `workingTimeBetween(${from}, ${to})`,
      () => api.workingTimeBetween(calendar, from, to),
      () => reference.workingTimeBetween(from, to),
    );
    check(
      `openIntervals(${first}, ${last})`,
      () => plain(api.openIntervals(calendar, first, last)),
      () => plain(reference.openIntervals(first, last)),
    );
  }
  for (const at of instants) {
    for (const amount of [...amounts, ...lengths, ...exactlyUntilClosing(reference, at)]) {
      checkAmount(api, calendar, reference, at, amount, check);
    }
  }
}

function checkAmount<C>(
  api: CalendarFunctions<C>,
  calendar: C,
  reference: Reference,
  at: number,
  amount: number,
  check: Check,
): void {
  for (const atClose of ["close", "nextOpen"] as const) {
    check(
      `addWorkingTime(${at}, ${amount}, ${atClose})`,
      () => api.addWorkingTime(calendar, at, amount, { atClose }),
      () => reference.addWorkingTime(at, amount, { atClose }),
    );
  }
  check(
    `subtractWorkingTime(${at}, ${amount})`,
    () => api.subtractWorkingTime(calendar, at, amount),
    () => reference.subtractWorkingTime(at, amount),
  );
}

/** The amounts that use up exactly what is left before a closing, where half-open rules go wrong. */
function exactlyUntilClosing(reference: Reference, at: number): readonly number[] {
  const close = seen(() => reference.nextClose(at))?.answer;
  return typeof close === "number" ? [reference.workingTimeBetween(at, close)] : [];
}

function checkDays<C>(
  api: CalendarFunctions<C>,
  calendar: C,
  reference: Reference,
  { instants, dates, days, cutoff }: Questions,
  check: Check,
): void {
  for (const [index, date] of dates.entries()) {
    const other = dates[(index + 1) % dates.length]!;
    check(
      `isWorkingDay(${date})`,
      () => api.isWorkingDay(calendar, date),
      () => reference.isWorkingDay(date),
    );
    check(
      `workingDaysBetween(${date}, ${other})`,
      () => api.workingDaysBetween(calendar, date, other),
      () => reference.workingDaysBetween(date, other),
    );
    for (const n of days) {
      check(
        `addWorkingDays(${date}, ${n})`,
        () => api.addWorkingDays(calendar, date, n),
        () => reference.addWorkingDays(date, n),
      );
    }
  }
  for (const [index, at] of instants.entries()) {
    const other = instants[(index + 1) % instants.length]!;
    check(
      `workingDaysBetween(${at}, ${other})`,
      () => api.workingDaysBetween(calendar, at, other),
      () => reference.workingDaysBetween(at, other),
    );
    for (const n of [0, ...days]) checkWorkingDays(api, calendar, reference, at, n, cutoff, check);
  }
}

function checkWorkingDays<C>(
  api: CalendarFunctions<C>,
  calendar: C,
  reference: Reference,
  at: number,
  n: number,
  cutoff: string,
  check: Check,
): void {
  const options: readonly WorkingDayOptions[] = [
    {},
    { cutoff },
    { rule: "sameTime", atClose: "nextOpen" },
    { rule: "endOfDay" },
    { rule: "endOfDay", cutoff, atClose: "nextOpen" },
    { rule: "workingHours" },
    { rule: "workingHours", cutoff, atClose: "nextOpen" },
    { rule: "workingHours", hoursPerDay: 7.5 },
  ];
  for (const option of options) {
    check(
      `addWorkingDays(${at}, ${n}, ${JSON.stringify(option)})`,
      () => api.addWorkingDays(calendar, at, n, option),
      () => reference.addWorkingDays(at, n, option),
    );
  }
}

// ---- small things ------------------------------------------------------------------------------------------------

/** What a function answers, or `"never_opens"` where it throws that; other errors go on their way. */
export function answerOf(ask: () => unknown): unknown {
  try {
    return ask();
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "never_opens") return error.code;
    throw error;
  }
}

/** The answer of a reference, if it lies within its sight. */
function seen(truth: () => unknown): { readonly answer: unknown } | undefined {
  try {
    return { answer: truth() };
  } catch (error) {
    if (error instanceof BeyondSight) return undefined;
    throw error;
  }
}

function plain(intervals: readonly Stretch[]): string {
  return intervals.map(show).join(" ");
}

function holds(intervals: readonly Stretch[], at: number): boolean {
  return intervals.some(({ from, to }) => from <= at && at < to);
}

function same(what: string, actual: Float64Array, expected: readonly number[]): void {
  equal(what, Array.from(actual, show).join(" "), expected.map(show).join(" "));
}

function equal(what: string, actual: unknown, expected: unknown): void {
  if (!Object.is(actual, expected)) throw new Error(`${what}: expected ${show(expected)}, received ${show(actual)}`);
}

function demand(condition: boolean, what: string): void {
  if (!condition) throw new Error(`Not so: ${what}`);
}

/** Numbers that look like instants are shown as such too. */
function show(value: unknown): string {
  if (typeof value === "object" && value !== null && "from" in value && "to" in value) {
    return `[${show(value.from)}, ${show(value.to)})`;
  }
  if (typeof value !== "number" || Math.abs(value) < 1e10 || !Number.isFinite(value)) return String(value);
  return Math.abs(value) < 8e15 ? `${value} (${new Date(value).toISOString()})` : String(value);
}
