/**
 * Calendars and questions about them for property tests with fast-check: zones with every kind of transition, nights,
 * breaks, make-up days, and instants where mistakes live. Everything shrinks towards a plain week in UTC.
 */

import * as fc from "fast-check";
import type { CalendarData, LocalDate, MakeUpDay, TimeRange, Weekday, WeeklyHours } from "../calendar/definition.js";
import { offsetReader, type Stretch } from "./reference.js";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WEEKDAYS: readonly Weekday[] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** How far the questions of a {@link Case} lie from its place's instant, and how far a reference looks. */
const QUESTION_DAYS = 10;
const SIGHT_DAYS = 28;

/** A zone and an instant near which its clock does something, or nothing. */
export interface Place {
  readonly zone: string;
  readonly instant: string;
  readonly what: string;
}

/** The places of the generated calendars, the plainest first. All time zone data of the supported runtimes agree there. */
export const PLACES: readonly Place[] = [
  { zone: "UTC", instant: "2025-03-10T00:00:00Z", what: "no change ever" },
  { zone: "UTC+8", instant: "2025-03-09T16:00:00Z", what: "a fixed offset" },
  { zone: "UTC+05:30", instant: "2025-03-09T18:30:00Z", what: "a fixed half hour" },
  { zone: "-03:00", instant: "2025-03-10T03:00:00Z", what: "a fixed offset in the west" },
  { zone: "Asia/Shanghai", instant: "2026-02-16T16:00:00Z", what: "no change any more" },
  { zone: "Asia/Shanghai", instant: "1988-09-10T17:00:00Z", what: "an hour repeated at 02:00" },
  { zone: "America/New_York", instant: "2025-03-09T07:00:00Z", what: "an hour skipped at 02:00" },
  { zone: "America/New_York", instant: "2025-11-02T06:00:00Z", what: "an hour repeated at 02:00" },
  { zone: "Europe/London", instant: "2025-03-30T01:00:00Z", what: "an hour skipped at 01:00" },
  { zone: "Europe/London", instant: "2025-10-26T01:00:00Z", what: "an hour repeated at 02:00" },
  { zone: "Australia/Lord_Howe", instant: "2025-10-04T15:30:00Z", what: "half an hour skipped" },
  { zone: "Australia/Lord_Howe", instant: "2025-04-05T15:00:00Z", what: "half an hour repeated" },
  { zone: "Antarctica/Troll", instant: "2025-03-30T01:00:00Z", what: "two hours skipped" },
  { zone: "Africa/Casablanca", instant: "2025-02-23T02:00:00Z", what: "Ramadan begins: an hour repeated" },
  { zone: "Africa/Casablanca", instant: "2025-04-06T02:00:00Z", what: "Ramadan is over: an hour skipped" },
  { zone: "Africa/Casablanca", instant: "2012-07-20T02:00:00Z", what: "two of four changes within a year" },
  { zone: "America/Sao_Paulo", instant: "2017-10-15T03:00:00Z", what: "the hour after midnight skipped" },
  { zone: "America/Sao_Paulo", instant: "2018-02-18T02:00:00Z", what: "the hour before midnight repeated" },
  { zone: "Asia/Beirut", instant: "2025-03-29T22:00:00Z", what: "the hour after midnight skipped" },
  { zone: "Asia/Beirut", instant: "2025-10-25T21:00:00Z", what: "the hour before midnight repeated" },
  { zone: "America/St_Johns", instant: "2006-04-02T03:31:00Z", what: "an hour skipped a minute after midnight" },
  {
    zone: "America/St_Johns",
    instant: "2006-10-29T02:31:00Z",
    what: "back to the day before, a minute after midnight",
  },
  { zone: "Pacific/Apia", instant: "2011-12-30T10:00:00Z", what: "a whole day skipped, Friday 2011-12-30" },
  { zone: "Pacific/Kwajalein", instant: "1993-08-21T12:00:00Z", what: "a whole day skipped, 1993-08-21" },
  { zone: "America/Juneau", instant: "1983-10-30T09:00:00Z", what: "two hours back to midnight" },
  { zone: "Africa/Monrovia", instant: "1972-01-07T00:44:30Z", what: "local mean time with seconds ends" },
];

/** One generated calendar with questions to ask it, and the stretch in which a reference must look for the answers. */
export interface Case {
  readonly data: CalendarData;
  readonly sight: Stretch;
  readonly instants: readonly number[];
  readonly dates: readonly LocalDate[];
  readonly amounts: readonly number[];
  readonly days: readonly number[];
  readonly cutoff: string;
}

// ---- hours -------------------------------------------------------------------------------------------------------

/** Lengths and gaps: mostly half hours, sometimes minutes, seldom quarters of a minute. */
function length(min: number, max: number): fc.Arbitrary<number> {
  const of = (unit: number) =>
    fc.integer({ min: Math.ceil(min / unit), max: Math.floor(max / unit) }).map((n) => n * unit);
  return fc.oneof(
    { arbitrary: of(30 * MINUTE), weight: 12 },
    { arbitrary: of(MINUTE), weight: 4 },
    { arbitrary: of(15 * SECOND), weight: 1 },
  );
}

/** Ranges of one date, in order and apart or touching; the last may run over midnight, for at most 24 hours. */
const timeRanges: fc.Arbitrary<readonly TimeRange[]> = fc
  .array(
    fc.record({
      gap: length(0, 14 * HOUR),
      length: length(MINUTE, 24 * HOUR),
      midnight: fc.constantFrom("24:00", "00:00"),
    }),
    {
      maxLength: 3,
    },
  )
  .map((pieces) => {
    const ranges: TimeRange[] = [];
    let cursor = 0;
    for (const piece of pieces) {
      const open = cursor + piece.gap;
      if (open >= DAY) break;
      cursor = open + piece.length;
      ranges.push(`${timeText(open)}-${cursor === DAY ? piece.midnight : timeText(cursor % DAY)}`);
    }
    return ranges;
  });

const shift: fc.Arbitrary<readonly TimeRange[]> = fc.constantFrom<(readonly TimeRange[])[]>(
  ["09:00-18:00"],
  ["09:00-12:00", "13:00-18:00"],
  ["22:00-06:00"],
  ["00:00-24:00"],
  ["22:00-22:00"],
  ["00:00-06:00", "18:00-24:00"],
  ["09:00-12:00", "12:00-17:00"],
  ["00:30-02:30"],
  ["01:15-01:45", "23:30-00:30"],
);

function week(days: readonly Weekday[], ranges: readonly TimeRange[]): WeeklyHours {
  return Object.fromEntries(days.map((day) => [day, ranges]));
}

/** Weeks: the same shift on the working days or daily, or hours of its own for each weekday; may be empty. */
export const weeklyHours: fc.Arbitrary<WeeklyHours> = fc.oneof(
  {
    arbitrary: fc
      .tuple(fc.constantFrom(WEEKDAYS.slice(0, 5), WEEKDAYS), shift)
      .map(([days, ranges]) => week(days, ranges)),
    weight: 3,
  },
  {
    arbitrary: fc.tuple(fc.subarray([...WEEKDAYS]), timeRanges).map(([days, ranges]) => week(days, ranges)),
    weight: 2,
  },
  {
    arbitrary: fc
      .tuple(...WEEKDAYS.map(() => timeRanges))
      .map((ranges) => Object.fromEntries(WEEKDAYS.map((day, index) => [day, ranges[index] ?? []]))),
    weight: 3,
  },
);

// ---- dates -------------------------------------------------------------------------------------------------------

/** Days counted from the place's own date. */
const dayOffset = fc.integer({ min: -QUESTION_DAYS - 2, max: QUESTION_DAYS + 2 });

function dated<T>(value: fc.Arbitrary<T>, maxLength: number): fc.Arbitrary<readonly (readonly [number, T])[]> {
  return fc.uniqueArray(fc.tuple(dayOffset, value), { maxLength, selector: ([offset]) => offset });
}

const particulars = fc.record({
  holidays: dated(fc.constantFrom("bare", "named", "listed"), 5),
  makeUpDays: dated(fc.record({ pick: fc.option(fc.nat(6)), kind: fc.constantFrom("bare", "listed") }), 4),
  worked: fc.oneof({ arbitrary: fc.constant(true), weight: 7 }, { arbitrary: fc.constant(false), weight: 1 }),
  overrides: dated(fc.oneof(timeRanges, shift), 3),
  breaks: dated(fc.oneof(timeRanges, fc.constantFrom(["12:00-13:00"], ["23:00-01:00"], ["02:00-03:00"])), 4),
  changes: dated(
    fc.oneof({ arbitrary: weeklyHours, weight: 5 }, { arbitrary: fc.constant<WeeklyHours>({}), weight: 1 }),
    2,
  ),
});
type Particulars = typeof particulars extends fc.Arbitrary<infer T> ? T : never;

function definition(place: Place, hours: WeeklyHours, parts: Particulars): CalendarData {
  const date = (offset: number) => dateText(placeDay(place) + offset);
  const changes = parts.changes.map(([offset, changed]) => ({ from: date(offset), hours: changed }));
  const inForce = (on: LocalDate) =>
    changes.filter(({ from }) => from <= on).sort((a, b) => (a.from < b.from ? 1 : -1))[0]?.hours ?? hours;
  const makeUpDays = parts.makeUpDays.flatMap(([offset, { pick, kind }]) => {
    const makeUp = makeUpDay(date(offset), pick, inForce(date(offset)));
    return makeUp === undefined ? [] : [{ makeUp, listed: kind === "listed" }];
  });
  const listed = {
    name: "a list",
    holidays: parts.holidays.filter(([, kind]) => kind === "listed").map(([offset]) => ({ date: date(offset) })),
    makeUpDays: makeUpDays.filter(({ listed }) => listed).map(({ makeUp }) => makeUp),
  };
  const single = parts.holidays
    .filter(([, kind]) => kind !== "listed")
    .map(([offset, kind]) => (kind === "bare" ? date(offset) : { date: date(offset), name: "a holiday" }));
  return {
    zone: place.zone,
    hours,
    holidays: single.length > 0 ? [...single, listed] : listed,
    makeUpDays: parts.worked ? makeUpDays.filter(({ listed }) => !listed).map(({ makeUp }) => makeUp) : false,
    overrides: Object.fromEntries(parts.overrides.map(([offset, ranges]) => [date(offset), ranges])),
    breaks: Object.fromEntries(parts.breaks.map(([offset, ranges]) => [date(offset), ranges])),
    changes,
  };
}

/** A make-up day with the hours of a worked weekday, or of the first one; none where the week in force has no hours. */
function makeUpDay(date: LocalDate, pick: number | null, hours: WeeklyHours): MakeUpDay | undefined {
  const worked = WEEKDAYS.filter((day) => (hours[day] ?? []).length > 0);
  if (worked.length === 0) return undefined;
  return pick === null ? { date } : { date, hoursOf: worked[pick % worked.length]! };
}

// ---- questions ---------------------------------------------------------------------------------------------------

const jitter = fc.oneof(fc.constantFrom(0, -1, 1, SECOND, -SECOND), fc.integer({ min: -2 * HOUR, max: 2 * HOUR }));
const question = fc.oneof(
  fc.record({ near: fc.constant("edge" as const), offset: dayOffset, pick: fc.nat(20), jitter }),
  fc.record({ near: fc.constant("change" as const), minutes: fc.integer({ min: -200, max: 200 }), jitter }),
  fc.record({
    near: fc.constant("nothing" as const),
    ms: fc.integer({ min: -QUESTION_DAYS * DAY, max: QUESTION_DAYS * DAY }),
  }),
);
type Question = typeof question extends fc.Arbitrary<infer T> ? T : never;

function instantOf(place: Place, data: CalendarData, asked: Question): number {
  const instant = Date.parse(place.instant);
  if (asked.near === "nothing") return instant + asked.ms;
  if (asked.near === "change") return instant + asked.minutes * MINUTE + asked.jitter;
  const day = placeDay(place) + asked.offset;
  const edges = [...rangesAround(data, day)].flatMap((range) => range.split("-")).map(parseTime);
  const local = day * DAY + (edges[asked.pick % edges.length] ?? 12 * HOUR);
  return local - offsetsOf(place.zone)(local) + asked.jitter;
}

/** Whatever may open, close or break on a day or the day before, so that questions fall near its edges. */
function rangesAround(data: CalendarData, day: number): readonly TimeRange[] {
  const weeks = [data.hours, ...(data.changes ?? []).map(({ hours }) => hours)];
  return [day, day - 1].flatMap((around) => [
    ...weeks.flatMap((hours) => hours[weekdayOf(around)] ?? []),
    ...(data.overrides?.[dateText(around)] ?? []),
    ...(data.breaks?.[dateText(around)] ?? []),
  ]);
}

const amount = fc.oneof(
  fc.constantFrom(0, 1, MINUTE, HOUR, 8 * HOUR, 24 * HOUR),
  length(0, 60 * HOUR),
  fc.integer({ min: 0, max: 40 * HOUR }),
);

/** A calendar, half a dozen instants, some dates, amounts and numbers of working days. */
export const calendarCase: fc.Arbitrary<Case> = fc
  .record({
    place: fc.constantFrom(...PLACES),
    hours: weeklyHours,
    parts: particulars,
    questions: fc.array(question, { minLength: 2, maxLength: 6 }),
    dates: fc.array(dayOffset, { minLength: 2, maxLength: 3 }),
    amounts: fc.array(amount, { minLength: 2, maxLength: 3 }),
    days: fc.array(fc.integer({ min: -7, max: 7 }), { minLength: 1, maxLength: 3 }),
    cutoff: length(0, DAY - MINUTE).map(timeText),
  })
  .map(({ place, hours, parts, questions, dates, amounts, days, cutoff }) => {
    const data = definition(place, hours, parts);
    const instant = Date.parse(place.instant);
    return {
      data,
      sight: { from: instant - SIGHT_DAYS * DAY, to: instant + SIGHT_DAYS * DAY },
      instants: questions.map((asked) => instantOf(place, data, asked)),
      dates: dates.map((offset) => dateText(placeDay(place) + offset)),
      amounts,
      days,
      cutoff,
    };
  });

// ---- small things ------------------------------------------------------------------------------------------------

function placeDay(place: Place): number {
  const instant = Date.parse(place.instant);
  return Math.floor((instant + offsetsOf(place.zone)(instant)) / DAY);
}

const readers = new Map<string, (at: number) => number>();

/** The reader of a zone's offsets, kept, because it remembers what it asked. */
export function offsetsOf(zone: string): (at: number) => number {
  const reader = readers.get(zone) ?? offsetReader(zone);
  readers.set(zone, reader);
  return reader;
}

function dateText(day: number): LocalDate {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

function weekdayOf(day: number): Weekday {
  return WEEKDAYS[(new Date(day * DAY).getUTCDay() + 6) % 7]!;
}

function timeText(time: number): string {
  const text = new Date(time).toISOString().slice(11, 19);
  return text.endsWith(":00") ? text.slice(0, 5) : text;
}

function parseTime(text: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = text.split(":").map(Number);
  return hours * HOUR + minutes * MINUTE + seconds * SECOND;
}
