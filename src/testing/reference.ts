/**
 * The slow truth: what a calendar means, worked out by looking at the clock on the wall, step by step.
 *
 * Nothing here is clever and nothing is shared with the table that answers in production: an instant is open when the
 * wall clock at that instant reads an open time; everything else is counted from one scan over all steps of a stretch of
 * time. A step is a minute, or as many seconds as the definition and the zone ask for. The data must be valid: what
 * `compileCalendar` refuses is not noticed here.
 */

import type { CalendarData, HolidayEntry, MakeUpDay, TimeRange, Weekday, WeeklyHours } from "../calendar/definition.js";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WEEKDAYS: readonly Weekday[] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** A stretch of time in epoch milliseconds, or of one date in milliseconds since its midnight; half-open. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

interface GrowingStretch {
  readonly from: number;
  to: number;
}

/** What a wall clock reads: the day (0 is 1970-01-01) and the milliseconds since that day's 00:00. */
export interface WallClock {
  readonly day: number;
  readonly time: number;
}

/** The answer of arithmetic that runs out of open time: the error code with which the real function throws. */
export type Never = "never_opens";

/** What addWorkingDays may be told besides its amount. */
export interface WorkingDayOptions {
  readonly rule?: "sameTime" | "endOfDay" | "workingHours";
  readonly cutoff?: string;
  readonly hoursPerDay?: number;
  readonly atClose?: "close" | "nextOpen";
}

/** What one local date holds, in milliseconds since its 00:00. */
interface Sheet {
  /** The windows that start on the date. */
  readonly own: readonly Stretch[];
  /** Those of the date before, counted from this date's midnight. */
  readonly before: readonly Stretch[];
  readonly breaks: readonly Stretch[];
}

const CLOSED: readonly number[] = [];

/** Thrown where an answer lies, or may lie, outside the stretch that a {@link Reference} has looked at. */
export class BeyondSight extends Error {
  override readonly name: string = "BeyondSight";
}

/**
 * Reads the distance of a zone's wall clock from UTC, in milliseconds, straight from `Intl`.
 *
 * An hour that begins and ends with the same offset has it throughout; within other hours every second is asked.
 */
export function offsetReader(zone: string): (at: number) => number {
  const fixed = fixedOffset(zone);
  if (fixed !== undefined) return () => fixed;
  const format = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset" });
  const atSecond = memoised((second) => parseOffset(zoneName(format.formatToParts(second * SECOND))));
  const throughout = memoised((hour) => {
    const offset = atSecond(hour * 3600);
    return offset === atSecond((hour + 1) * 3600) ? offset : Number.NaN;
  });
  return (at) => {
    const offset = throughout(Math.floor(at / HOUR));
    return Number.isNaN(offset) ? atSecond(Math.floor(at / SECOND)) : offset;
  };
}

function zoneName(parts: readonly Intl.DateTimeFormatPart[]): string {
  return parts.find((part) => part.type === "timeZoneName")?.value ?? "";
}

/** "UTC+8", "UTC+05:30", "-03:00", "UTC"; anything else is a name that `Intl` knows. */
function fixedOffset(zone: string): number | undefined {
  if (/^(UTC|GMT|Z)$/i.test(zone)) return 0;
  const match = /^(?:UTC|GMT)?([+-])(\d{1,2})(?::?(\d\d))?$/i.exec(zone);
  if (match === null) return undefined;
  return (match[1] === "-" ? -1 : 1) * (Number(match[2]) * HOUR + Number(match[3] ?? 0) * MINUTE);
}

/** "GMT", "GMT+08:00", "GMT-00:44:30". */
function parseOffset(text: string): number {
  if (text === "GMT") return 0;
  const match = /^GMT([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(text);
  if (match === null) throw new Error(`Intl wrote an offset that cannot be read: ${text}`);
  const [, sign, hours, minutes, seconds] = match;
  return (sign === "-" ? -1 : 1) * (Number(hours) * HOUR + Number(minutes) * MINUTE + Number(seconds ?? 0) * SECOND);
}

/**
 * The slow truth about one calendar within one stretch of time, its sight; every method is named after the function of
 * the core whose answers it knows. Only answers inside the sight are given, everything else throws {@link BeyondSight};
 * calendars that are closed for good beyond their sight answer `undefined` and `"never_opens"`.
 */
export class Reference {
  /** All maximal open stretches within the sight, in order. */
  readonly open: readonly Stretch[];
  /** The sight, widened to whole days. */
  readonly sight: Stretch;
  readonly #data: CalendarData;
  readonly #offsetAt: (at: number) => number;
  /** The open stretches of each day's own windows. */
  readonly #own = new Map<number, GrowingStretch[]>();
  readonly #exists = memoised((day) => this.#isReadSomewhere(day));
  readonly #sheet = memoised((day) => this.#readSheet(day));
  readonly #makeUpDays: ReadonlyMap<string, MakeUpDay>;
  readonly #holidays: ReadonlySet<string>;

  constructor(data: CalendarData, sight: Stretch, offsetAt: (at: number) => number = offsetReader(data.zone)) {
    this.#data = data;
    this.#offsetAt = offsetAt;
    this.#makeUpDays = new Map(makeUpDaysOf(data).map((makeUp) => [makeUp.date, makeUp]));
    this.#holidays = new Set(holidayEntries(data).flatMap(holidayDates));
    this.sight = { from: Math.floor(sight.from / DAY) * DAY, to: Math.ceil(sight.to / DAY) * DAY };
    this.open = this.#scan();
  }

  // ---- open and closed: the wall clock decides -----------------------------------------------------------------

  /** What the wall clock of the calendar's zone reads at an instant. */
  wallClock(at: number): WallClock {
    const local = at + this.#offsetAt(at);
    const day = Math.floor(local / DAY);
    return { day, time: local - day * DAY };
  }

  isOpen(at: number): boolean {
    return this.#owners(Math.floor(at)).length > 0;
  }

  /** The days whose windows hold an instant: the wall clock's own date, and the date before for its part after midnight. */
  #owners(at: number): readonly number[] {
    const { day, time } = this.wallClock(at);
    const { breaks, own, before } = this.#sheet(day);
    if (holds(breaks, time)) return CLOSED;
    const today = holds(own, time);
    const yesterday = holds(before, time);
    return today ? (yesterday ? [day, day - 1] : [day]) : yesterday ? [day - 1] : CLOSED;
  }

  /** All that may happen on a date: its windows, what the windows of the date before leave after midnight, its breaks. */
  #readSheet(day: number): Sheet {
    const before = this.#readWindows(day - 1).map(afterMidnight);
    const breaks = [...this.#readBreaks(day), ...this.#readBreaks(day - 1).map(afterMidnight)];
    return { own: this.#readWindows(day), before, breaks };
  }

  /** Whether any clock in the zone ever showed this date. */
  #isReadSomewhere(day: number): boolean {
    for (let at = day * DAY - 26 * HOUR; at <= day * DAY + 50 * HOUR; at += HOUR) {
      if (this.wallClock(at).day === day) return true;
    }
    return false;
  }

  /** The windows that start on a date: overrides, else make-up days, else holidays, else the week in force. */
  #readWindows(day: number): readonly Stretch[] {
    if (!this.#exists(day)) return [];
    const date = dateText(day);
    const week = this.#weekInForce(date);
    const override = this.#data.overrides?.[date];
    if (override !== undefined) return override.map(parseRange);
    const makeUp = this.#makeUpDays.get(date);
    if (makeUp !== undefined) return windowsOf(week, makeUp.hoursOf ?? firstWorkedWeekday(week));
    if (this.#holidays.has(date)) return [];
    return windowsOf(week, weekdayOf(day));
  }

  #readBreaks(day: number): readonly Stretch[] {
    if (!this.#exists(day)) return [];
    return (this.#data.breaks?.[dateText(day)] ?? []).map(parseRange);
  }

  #weekInForce(date: string): WeeklyHours {
    const begun = (this.#data.changes ?? []).filter((change) => change.from <= date);
    const latest = begun.reduce((best, change) => (change.from > best ? change.from : best), "");
    return begun.find((change) => change.from === latest)?.hours ?? this.#data.hours;
  }

  // ---- the scan ------------------------------------------------------------------------------------------------

  #scan(): readonly Stretch[] {
    const open: GrowingStretch[] = [];
    const step = this.#step();
    for (let at = this.sight.from; at < this.sight.to; at += step) {
      const owners = this.#owners(at);
      if (owners.length > 0) extend(open, at, at + step);
      for (const day of owners) extend(entry(this.#own, day), at, at + step);
    }
    return open;
  }

  /** The longest step of at most a minute that no opening, closing or change of the zone falls into. */
  #step(): number {
    const times = rangesOf(this.#data).flatMap(({ from, to }) => [from, to]);
    const changes: number[] = [];
    for (let at = this.sight.from; at < this.sight.to; at += HOUR) {
      if (this.#offsetAt(at) === this.#offsetAt(at + HOUR)) continue;
      changes.push(this.#offsetAt(at), this.#offsetAt(at + HOUR), this.#changeWithin(at, at + HOUR));
    }
    return [this.#offsetAt(this.sight.from), ...changes, ...times].map(Math.abs).reduce(greatestCommonDivisor, MINUTE);
  }

  #changeWithin(from: number, to: number): number {
    for (let at = from; at < to; at += SECOND) {
      if (this.#offsetAt(at) === this.#offsetAt(to)) return at;
    }
    return to;
  }

  /** Refuses answers on the edge of the sight: what seems to end there may go on. */
  #inside(at: number): number {
    if (at <= this.sight.from || at >= this.sight.to) throw new BeyondSight(`${at} is not within sight`);
    return at;
  }

  /** Nothing was found on that side: certain where the definition is closed for good there, else out of sight. */
  #nothing(side: "before" | "after"): undefined {
    const edge = this.wallClock(side === "after" ? this.sight.to : this.sight.from).day;
    const date = dateText(edge + (side === "after" ? -3 : 3));
    const statements = [
      ...(this.#data.changes ?? []).map((change) => change.from),
      ...Object.keys(this.#data.overrides ?? {}),
      ...this.#makeUpDays.keys(),
    ];
    const later = statements.some((statement) => (side === "after" ? statement >= date : statement <= date));
    if (later || isWorked(this.#weekInForce(date))) throw new BeyondSight(`nothing within sight, perhaps ${side} it`);
    return undefined;
  }

  // ---- queries -------------------------------------------------------------------------------------------------

  nextOpen(at: number): number | undefined {
    const start = this.#inside(Math.floor(at));
    if (this.isOpen(start)) return start;
    return this.open.find((stretch) => stretch.from >= start)?.from ?? this.#nothing("after");
  }

  nextClose(at: number): number | undefined {
    const start = this.#inside(Math.floor(at));
    const stretch = this.open.find(({ to }) => to > start);
    return stretch === undefined ? this.#nothing("after") : this.#inside(stretch.to);
  }

  previousOpen(at: number): number | undefined {
    const start = this.#inside(Math.floor(at));
    const stretch = this.open.findLast(({ from }) => from <= start);
    return stretch === undefined ? this.#nothing("before") : this.#inside(stretch.from);
  }

  previousClose(at: number): number | undefined {
    const start = this.#inside(Math.floor(at));
    return this.open.findLast(({ to }) => to <= start)?.to ?? this.#nothing("before");
  }

  openIntervals(from: number, to: number): Stretch[] {
    const [start, end] = [this.#inside(Math.floor(from)), this.#inside(Math.floor(to))];
    return this.open
      .map((stretch) => ({ from: Math.max(stretch.from, start), to: Math.min(stretch.to, end) }))
      .filter((stretch) => stretch.from < stretch.to);
  }

  // ---- arithmetic ----------------------------------------------------------------------------------------------

  workingTimeBetween(from: number, to: number): number {
    if (Math.floor(to) < Math.floor(from)) return 0 - this.workingTimeBetween(to, from);
    return this.openIntervals(from, to).reduce((sum, stretch) => sum + (stretch.to - stretch.from), 0);
  }

  addWorkingTime(
    from: number,
    amountMs: number,
    options: { readonly atClose?: "close" | "nextOpen" } = {},
  ): number | Never {
    if (amountMs < 0) return this.subtractWorkingTime(from, -amountMs);
    const start = this.#inside(Math.floor(from));
    let left = Math.floor(amountMs);
    if (left === 0) return start;
    for (const stretch of this.open) {
      const begin = Math.max(stretch.from, start);
      const length = Math.max(0, stretch.to - begin);
      if (left < length) return begin + left;
      if (left === length) {
        const close = this.#inside(stretch.to);
        return options.atClose === "nextOpen" ? (this.nextOpen(close) ?? "never_opens") : close;
      }
      left -= length;
    }
    return this.#nothing("after") ?? "never_opens";
  }

  subtractWorkingTime(from: number, amountMs: number): number | Never {
    if (amountMs < 0) return this.addWorkingTime(from, -amountMs);
    const start = this.#inside(Math.floor(from));
    let left = Math.floor(amountMs);
    if (left === 0) return start;
    for (const stretch of this.open.toReversed()) {
      const end = Math.min(stretch.to, start);
      const length = Math.max(0, end - stretch.from);
      if (left <= length) return this.#inside(end - left);
      left -= length;
    }
    return this.#nothing("before") ?? "never_opens";
  }

  // ---- working days --------------------------------------------------------------------------------------------

  isWorkingDay(date: string | number): boolean {
    return this.#ownStretches(this.#dayOf(date)).length > 0;
  }

  workingDaysBetween(from: string | number, to: string | number): number {
    const [first, last] = [this.#dayOf(from), this.#dayOf(to)];
    const count = days(Math.min(first, last), Math.max(first, last)).filter((day) => this.#isWorked(day)).length;
    return last < first ? 0 - count : count;
  }

  addWorkingDays(from: string, n: number, options?: WorkingDayOptions): string | Never;
  addWorkingDays(from: number, n: number, options?: WorkingDayOptions): number | Never;
  addWorkingDays(from: string | number, n: number, options?: WorkingDayOptions): string | number | Never;
  addWorkingDays(from: string | number, n: number, options: WorkingDayOptions = {}): string | number | Never {
    if (typeof from === "string") {
      const day = this.#workingDayFrom(this.#dayOf(from), n);
      return day === undefined ? "never_opens" : dateText(day);
    }
    const answer = n < 0 ? this.#daysBack(from, n, options) : this.#daysOn(from, n, options);
    return answer ?? "never_opens";
  }

  #daysOn(from: number, n: number, options: WorkingDayOptions): number | Never | undefined {
    const moved = this.#moved(this.#inside(Math.floor(from)), options.cutoff);
    if (moved === undefined) return undefined;
    const { start, dayZero } = moved;
    if (options.rule === "workingHours") {
      return this.addWorkingTime(start, n * this.#hoursPerDay(dayZero, options), options);
    }
    if (options.rule === "endOfDay") return this.#lastClosing(this.#workingDayFrom(dayZero, n));
    if (n === 0) return start;
    const target = this.#workingDayFrom(dayZero, n);
    if (target === undefined) return undefined;
    const at = this.#instantOf(target, this.#ownClock(dayZero, start));
    const own = this.#ownStretches(target);
    if (own.some((stretch) => stretch.from <= at && at < stretch.to)) return at;
    return own.find((stretch) => stretch.from >= at)?.from ?? this.#lastClosing(target);
  }

  /**
   * The mirror image: a closing takes the place of an opening, so a start that was moved back to a closing is a time of
   * what lies before it, which ends at 24:00 and not at the 00:00 or, after a change, later that the wall clock reads.
   */
  #daysBack(from: number, n: number, options: WorkingDayOptions): number | Never | undefined {
    const given = this.#inside(Math.floor(from));
    const open = this.isOpen(given);
    const start = open ? given : this.previousClose(given);
    if (start === undefined) return undefined;
    const dayZero = this.#owner(open ? start : start - 1);
    const time = open ? this.#ownClock(dayZero, start) : this.#ownClock(dayZero, start - 1) + 1;
    if (options.rule === "workingHours") {
      return this.subtractWorkingTime(start, -n * this.#hoursPerDay(dayZero, options));
    }
    const target = this.#workingDayFrom(dayZero, n);
    if (target === undefined || options.rule === "endOfDay") return this.#firstOpening(target);
    const at = this.#instantOf(target, time);
    const own = this.#ownStretches(target);
    if (own.some((stretch) => stretch.from <= at && at < stretch.to)) return at;
    return own.findLast((stretch) => stretch.to <= at)?.to ?? this.#firstOpening(target);
  }

  /** The start and its day, moved to the next opening when closed; when open and past the cut-off, to the next working day. */
  #moved(from: number, cutoff: string | undefined): { start: number; dayZero: number } | undefined {
    const start = this.nextOpen(from);
    if (start === undefined) return undefined;
    const dayZero = this.#owner(start);
    if (start !== from || cutoff === undefined || this.#ownClock(dayZero, from) < parseTime(cutoff)) {
      return { start, dayZero };
    }
    const next = this.#workingDayFrom(dayZero, 1);
    const opening = this.#firstOpening(next);
    return next === undefined || opening === undefined ? undefined : { start: opening, dayZero: next };
  }

  /** The n-th working day strictly after (before, when n < 0) a day; the day itself for n = 0. */
  #workingDayFrom(day: number, n: number): number | undefined {
    const direction = Math.sign(n);
    let at = day;
    for (let left = Math.abs(n); left > 0; ) {
      at += direction;
      if (!this.#sees(at)) return this.#nothing(direction > 0 ? "after" : "before");
      if (this.#isWorked(at)) left--;
    }
    return at;
  }

  /** The day that an open instant belongs to: its own date's windows first, then those of the date before. */
  #owner(at: number): number {
    return this.#owners(at)[0]!;
  }

  /** The time on a day's own clock, which goes on past 24:00 for its part after midnight. */
  #ownClock(day: number, at: number): number {
    const clock = this.wallClock(at);
    return (clock.day - day) * DAY + clock.time;
  }

  #isWorked(day: number): boolean {
    return this.#ownStretches(day).length > 0;
  }

  #firstOpening(day: number | undefined): number | undefined {
    return day === undefined ? undefined : this.#ownStretches(day)[0]?.from;
  }

  #lastClosing(day: number | undefined): number | undefined {
    return day === undefined ? undefined : this.#ownStretches(day).at(-1)?.to;
  }

  /** The open stretches of the windows that start on a day. */
  #ownStretches(day: number): readonly Stretch[] {
    if (!this.#sees(day)) throw new BeyondSight(`${dateText(day)} is not within sight`);
    return this.#own.get(day) ?? [];
  }

  #sees(day: number): boolean {
    return (day - 1) * DAY > this.sight.from && (day + 3) * DAY < this.sight.to;
  }

  #dayOf(date: string | number): number {
    return typeof date === "string" ? parseDate(date) : this.wallClock(Math.floor(date)).day;
  }

  /**
   * The first instant at which the wall clock reads a time of a day (which may lie past 24:00). A reading that is
   * skipped moves forward by the length of the gap, which is what the clock would have read without the change.
   */
  #instantOf(day: number, time: number): number {
    const local = day * DAY + time;
    const hours = Array.from({ length: 53 }, (_, index) => local + (index - 26) * HOUR);
    const readings = hours.map((at) => local - this.#offsetAt(at)).filter((at) => at + this.#offsetAt(at) === local);
    return readings.length > 0 ? Math.min(...readings) : local - this.#offsetBefore(local);
  }

  /** The offset in force when the wall clock last read less than `local`. */
  #offsetBefore(local: number): number {
    let last = local - 26 * HOUR;
    for (let at = last; at <= local + 26 * HOUR; at += SECOND * 30) {
      if (at + this.#offsetAt(at) < local) last = at;
    }
    return this.#offsetAt(last);
  }

  /** Given, or the most frequent daily open length of the week in force, the longest on a tie; in milliseconds. */
  #hoursPerDay(day: number, options: WorkingDayOptions): number {
    if (options.hoursPerDay !== undefined) return options.hoursPerDay * HOUR;
    const week = this.#weekInForce(dateText(day));
    const lengths = WEEKDAYS.map((weekday) =>
      windowsOf(week, weekday).reduce((sum, { from, to }) => sum + to - from, 0),
    );
    const worked = lengths.filter((length) => length > 0);
    if (worked.length === 0) throw new BeyondSight("the week in force has no open length");
    const frequency = (length: number) => worked.filter((other) => other === length).length;
    return worked.reduce((best, length) =>
      frequency(length) > frequency(best) || (frequency(length) === frequency(best) && length > best) ? length : best,
    );
  }
}

// ---- reading the definition --------------------------------------------------------------------------------------

/** Days since 1970-01-01. */
function parseDate(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY;
}

function dateText(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

function weekdayOf(day: number): Weekday {
  return WEEKDAYS[(new Date(day * DAY).getUTCDay() + 6) % 7]!;
}

/** "9:00", "09:00:30", "24:00" as milliseconds since midnight. */
function parseTime(text: string): number {
  const [hours, minutes, seconds] = text.split(":").map(Number);
  return (hours ?? 0) * HOUR + (minutes ?? 0) * MINUTE + (seconds ?? 0) * SECOND;
}

/** A closing time at or before the opening time is on the next day. */
function parseRange(range: TimeRange): Stretch {
  const [from = 0, to = 0] = range.split("-").map(parseTime);
  return { from, to: to > from ? to : to + DAY };
}

function windowsOf(week: WeeklyHours, weekday: Weekday | undefined): readonly Stretch[] {
  return (weekday === undefined ? [] : (week[weekday] ?? [])).map(parseRange);
}

function firstWorkedWeekday(week: WeeklyHours): Weekday | undefined {
  return WEEKDAYS.find((weekday) => (week[weekday] ?? []).length > 0);
}

function isWorked(week: WeeklyHours): boolean {
  return firstWorkedWeekday(week) !== undefined;
}

function holidayEntries(data: CalendarData): readonly HolidayEntry[] {
  const { holidays = [] } = data;
  return "name" in holidays ? [holidays] : holidays;
}

function holidayDates(entry: HolidayEntry): readonly string[] {
  if (typeof entry === "string") return [entry];
  return "holidays" in entry ? entry.holidays.map(({ date }) => date) : [entry.date];
}

/** The make-up days of the calendar and of its lists of holidays, unless it works none. */
function makeUpDaysOf(data: CalendarData): readonly MakeUpDay[] {
  if (data.makeUpDays === false) return [];
  const listed = holidayEntries(data).flatMap((entry) =>
    typeof entry === "object" && "holidays" in entry ? (entry.makeUpDays ?? []) : [],
  );
  const own = (data.makeUpDays ?? []).map((day) => (typeof day === "string" ? { date: day } : day));
  return [...listed, ...own];
}

function rangesOf(data: CalendarData): readonly Stretch[] {
  const weeks = [data.hours, ...(data.changes ?? []).map((change) => change.hours)];
  const dated = [...Object.values(data.overrides ?? {}), ...Object.values(data.breaks ?? {})];
  return [...weeks.flatMap((week) => Object.values(week).flat()), ...dated.flat()].map(parseRange);
}

// ---- small things ------------------------------------------------------------------------------------------------

function holds(stretches: readonly Stretch[], time: number): boolean {
  for (const { from, to } of stretches) {
    if (from <= time && time < to) return true;
  }
  return false;
}

function afterMidnight({ from, to }: Stretch): Stretch {
  return { from: from - DAY, to: to - DAY };
}

/** Adds a step to the last stretch where it follows on, else as a stretch of its own. */
function extend(stretches: GrowingStretch[], from: number, to: number): void {
  const last = stretches.at(-1);
  if (last?.to === from) last.to = to;
  else stretches.push({ from, to });
}

function entry<T>(map: Map<number, T[]>, key: number): T[] {
  const found = map.get(key);
  if (found !== undefined) return found;
  const created: T[] = [];
  map.set(key, created);
  return created;
}

/** The days from one on and before another. */
function days(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

function memoised<T>(compute: (key: number) => T): (key: number) => T {
  const known = new Map<number, T>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const value = compute(key);
    known.set(key, value);
    return value;
  };
}
