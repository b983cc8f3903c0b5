/**
 * A calendar for every layout that a table can have, each with its open stretches found without a table: by plain
 * arithmetic where the zone has a fixed offset, else by `Reference`.
 */

import {
  type Calendar,
  type CalendarData,
  compileCalendar,
  exceptCalendar,
  intersectCalendars,
  receiveCalendar,
  shareCalendar,
  type TimeRange,
  uniteCalendars,
} from "../../src/core.js";
import { offsetsOf } from "../../src/testing/arbitraries.js";
import { Reference, type Stretch } from "../../src/testing/reference.js";
import { DAILY, WORKING_DAYS, week } from "./calendars.js";
import { type Beyond, common, gaps, joined, type PlainData, plainOpen } from "./plain-scan.js";
import type { Shape } from "./table-inside.js";

const DAY = 86_400_000;
/** What a first question builds around an instant, on either side. */
const REACH = 128 * DAY;

export interface Layout {
  readonly name: string;
  /** A calendar with a table of its own. */
  readonly make: () => Calendar;
  /** What is asked first, so that the table lies as meant. */
  readonly first: number;
  /** What the table is widened to hold, if anything. */
  readonly held?: Stretch;
  /** Whether a table is laid out as the name says. */
  readonly isMeant: (shape: Shape) => boolean;
  /** Where the truth is known, and what is beyond. */
  readonly sight: Stretch;
  readonly beyond?: Beyond;
  readonly openWithin: (range: Stretch) => readonly Stretch[];
  /** Whether there is truth for instants a century away, too. */
  readonly isPlain: boolean;
  /** So many pairs that one calendar must do for all questions. */
  readonly isLarge?: boolean;
}

export function years(from: number, to: number): Stretch {
  return { from: Date.UTC(from, 0, 1), to: Date.UTC(to, 0, 1) };
}

let compiled = 0;

/** Compiles hours so that they share no table: how far holidays are known says nothing about when it is open. */
export function compileAnew(data: CalendarData): Calendar {
  const knownUntil = new Date(Date.UTC(2100, 0, 1) + (compiled++ % 30_000) * DAY).toISOString().slice(0, 10);
  return compileCalendar({ ...data, knownUntil });
}

/** Windows of some minutes, one at every so many minutes from midnight on. */
export function minutes(count: number, every: number, length: number): TimeRange[] {
  const text = (minute: number) => new Date(minute * 60_000).toISOString().slice(11, 16);
  return Array.from({ length: count }, (_, i) => `${text(i * every)}-${text(i * every + length)}`);
}

export const OFFICE: PlainData = { zone: "UTC+8", hours: week(WORKING_DAYS, "09:00-17:00") };
/** Friday 2026-03-06 12:00 in Shanghai. */
const NOON = Date.UTC(2026, 2, 6, 4);
const SIGHT = years(2023, 2030);

type More = Partial<Layout> & Pick<Layout, "name" | "isMeant">;

function plain(data: PlainData, more: More): Layout {
  return {
    make: () => compileAnew(data),
    first: NOON,
    sight: SIGHT,
    openWithin: (range) => plainOpen(data, range),
    isPlain: true,
    ...more,
  };
}

/** Real zones: as far as a reference can look in good time. */
function zoned(data: CalendarData, sight: Stretch, more: More): Layout {
  return {
    make: () => compileAnew(data),
    first: (sight.from + sight.to) / 2,
    sight,
    openWithin: (range) => new Reference(data, range, offsetsOf(data.zone)).open,
    isPlain: false,
    ...more,
  };
}

function combined(
  combine: (...calendars: [Calendar, Calendar, Calendar]) => Calendar,
  open: (...lists: [Stretch[], Stretch[], Stretch[]]) => Stretch[],
  more: More,
): Layout {
  const shanghai: PlainData = { zone: "UTC+8", hours: week(WORKING_DAYS, "09:00-12:00", "13:00-18:00") };
  const london: PlainData = { zone: "UTC", hours: week(WORKING_DAYS, "08:30-17:15") };
  const newYork: PlainData = { zone: "UTC-5", hours: week(DAILY, "04:00-12:30") };
  return plain(shanghai, {
    make: () => combine(compileCalendar(shanghai), compileCalendar(london), compileCalendar(newYork)),
    openWithin: (range) => open(plainOpen(shanghai, range), plainOpen(london, range), plainOpen(newYork, range)),
    ...more,
  });
}

const isOrdinary = ({ bits, stretches }: Shape) => bits === 16 && stretches > 20;
const crowdsTime = (shape: Shape) => isOrdinary(shape) && shape.crowdedInTime > 0;
const crowdsWork = (shape: Shape) => isOrdinary(shape) && shape.crowdedInWork > 0;
const crowdsBoth = (shape: Shape) => crowdsTime(shape) && crowdsWork(shape);
/** Open where the table begins and where it ends. */
const isCut = ({ from, firstOpening, to, lastClosing }: Shape) => firstOpening === from && lastClosing === to;
const crowdsNowhere = (shape: Shape) => isOrdinary(shape) && shape.crowdedInTime + shape.crowdedInWork === 0;

const NEW_YORK = { from: Date.UTC(2025, 1, 10), to: Date.UTC(2025, 10, 20) };
const LORD_HOWE = { from: Date.UTC(2025, 2, 1), to: Date.UTC(2025, 10, 1) };
const FOLLOW_THE_SUN = { from: Date.UTC(2025, 2, 10), to: Date.UTC(2025, 3, 20) };

function followTheSun(zone: string): CalendarData {
  return { zone, hours: week(WORKING_DAYS, "09:00-18:00") };
}

const SHARED = years(2025, 2027);
const SLIVERED: PlainData = { ...OFFICE, breaks: { "2026-03-12": ["09:01-16:59"] } };

export const LAYOUTS: readonly Layout[] = [
  plain(OFFICE, { name: "ordinary hours in a grid of 16 bits", isMeant: crowdsNowhere }),
  plain(OFFICE, {
    name: "ten years of ordinary hours",
    sight: years(2016, 2036),
    held: years(2021, 2031),
    isMeant: (shape) => crowdsNowhere(shape) && shape.stretches > 2_600,
  }),
  plain(
    { zone: "UTC+8", hours: week(WORKING_DAYS, "09:00-12:00", "13:00-18:00") },
    { name: "a lunch break", isMeant: crowdsNowhere },
  ),
  plain(
    { zone: "UTC+8", hours: week(DAILY, "22:00-06:00", "05:00-05:30") },
    { name: "nights that the windows of two dates make", isMeant: crowdsNowhere },
  ),
  plain(
    // More than 65,533 pairs: 48 a day for more than four years.
    { zone: "UTC-3", hours: week(DAILY, ...minutes(48, 30, 20)) },
    {
      name: "a grid of 32 bits",
      sight: years(2022, 2029),
      held: years(2023, 2028),
      isMeant: ({ bits, stretches }) => bits === 32 && stretches > 65_533,
      isLarge: true,
    },
  ),
  plain(
    { zone: "UTC-3", hours: week(DAILY, ...minutes(48, 30, 20)), overrides: { "2025-06-01": minutes(720, 2, 1) } },
    {
      name: "a grid of 32 bits with crowded buckets",
      sight: years(2022, 2029),
      held: years(2023, 2028),
      isMeant: ({ bits, crowdedInTime, crowdedInWork }) => bits === 32 && crowdedInTime > 10 && crowdedInWork > 10,
      isLarge: true,
    },
  ),
  plain(
    { ...OFFICE, overrides: { "2026-03-11": minutes(700, 2, 1) } },
    {
      name: "years of ordinary hours beside a date with 700 windows of a minute",
      held: years(2024, 2029),
      isMeant: crowdsBoth,
    },
  ),
  plain(
    { ...OFFICE, overrides: { "2026-03-11": ["09:00-09:01"] } },
    { name: "a window of a minute on one date", isMeant: crowdsWork },
  ),
  plain(
    { zone: "UTC+8", hours: week(DAILY, "09:00-17:00", "20:00-20:01") },
    { name: "a window of a minute on every date", isMeant: crowdsWork },
  ),
  plain(
    { zone: "UTC+8", hours: week(DAILY, "09:00-17:00", "17:01-17:02", "17:03-17:04", "17:05-17:06") },
    { name: "windows of a minute, minutes apart", isMeant: crowdsBoth },
  ),
  plain(
    { ...OFFICE, breaks: { "2026-03-11": ["09:01-17:00"], "2026-03-12": ["09:01-16:59"] } },
    {
      name: "breaks that leave a minute at one end, or at both",
      isMeant: crowdsBoth,
    },
  ),
  plain(
    { zone: "UTC", hours: week(DAILY, "00:00:00-00:00:01", "12:30:15-12:30:16") },
    { name: "windows of a second", isMeant: crowdsNowhere },
  ),
  plain(
    { zone: "UTC+8", hours: week(DAILY, "00:00-24:00"), holidays: ["2026-01-01", "2026-02-17", "2026-05-01"] },
    {
      name: "24x7 with holidays, cut at both ends",
      isMeant: (shape) => shape.stretches === 4 && isCut(shape),
    },
  ),
  plain(
    { zone: "UTC", hours: week(DAILY, "00:00-24:00") },
    { name: "one pair from end to end", isMeant: (shape) => shape.stretches === 1 && isCut(shape) },
  ),
  plain(
    { zone: "UTC", hours: {}, overrides: { "2026-03-06": ["09:00-09:01"] } },
    {
      name: "one pair amid closed time",
      beyond: "closed",
      isMeant: ({ stretches, total }) => stretches === 1 && total === 60_000,
    },
  ),
  plain(
    { zone: "UTC", hours: {}, overrides: { "2029-03-06": ["09:00-17:00"], "2023-03-06": ["09:00-17:00"] } },
    { name: "no pair", beyond: "closed", isMeant: ({ stretches, total }) => stretches === 0 && total === 0 },
  ),
  plain(
    { zone: "UTC", hours: {}, overrides: { "2026-07-06": ["09:00-17:00"], "2026-07-07": minutes(300, 4, 2) } },
    {
      name: "a few crowded days in years without hours",
      held: years(2023, 2029),
      beyond: "closed",
      isMeant: crowdsTime,
    },
  ),
  plain(OFFICE, {
    name: "a first pair that opens where the table begins",
    first: Date.UTC(2026, 2, 6, 1) + REACH,
    isMeant: ({ from, firstOpening }) => firstOpening === from,
  }),
  plain(OFFICE, {
    name: "a first pair that was cut in its middle, and the last one too",
    first: Date.UTC(2026, 2, 6, 3) + REACH,
    isMeant: (shape) => shape.from === Date.UTC(2026, 2, 6, 3) && isCut(shape),
  }),
  plain(OFFICE, {
    name: "a table that ends where a stretch closes",
    first: Date.UTC(2026, 2, 6, 9) - REACH,
    isMeant: ({ to, lastClosing }) => to === Date.UTC(2026, 2, 6, 9) && lastClosing === to,
  }),
  plain(OFFICE, {
    name: "a table that ends where a stretch opens",
    first: Date.UTC(2026, 2, 6, 1) - REACH,
    isMeant: ({ to, lastClosing }) => to === Date.UTC(2026, 2, 6, 1) && lastClosing === to - 16 * 3_600_000,
  }),
  plain(OFFICE, {
    name: "a table that ends a millisecond into a stretch",
    first: Date.UTC(2026, 2, 6, 1) + 1 - REACH,
    isMeant: ({ to, lastOpening }) => lastOpening === to - 1,
  }),
  zoned(
    { zone: "America/New_York", hours: { ...week(WORKING_DAYS, "09:00-17:00"), sun: ["00:30-01:30", "01:59-03:00"] } },
    NEW_YORK,
    { name: "slivers that daylight saving leaves", isMeant: crowdsBoth },
  ),
  zoned({ zone: "Australia/Lord_Howe", hours: week(DAILY, "01:15-01:45", "09:00-17:00", "23:59-00:00") }, LORD_HOWE, {
    name: "half an hour skipped and repeated",
    isMeant: crowdsWork,
  }),
  {
    name: "three real zones united",
    make: () => {
      const [first, ...others] = ["Asia/Shanghai", "Europe/London", "America/New_York"].map((zone) =>
        compileCalendar(followTheSun(zone)),
      );
      return uniteCalendars(first!, ...others);
    },
    first: (FOLLOW_THE_SUN.from + FOLLOW_THE_SUN.to) / 2,
    sight: FOLLOW_THE_SUN,
    openWithin: (range) =>
      joined(
        ["Asia/Shanghai", "Europe/London", "America/New_York"].flatMap(
          (zone) => new Reference(followTheSun(zone), range, offsetsOf(zone)).open,
        ),
      ),
    isPlain: false,
    isMeant: isOrdinary,
  },
  combined(uniteCalendars, (...lists) => joined(lists.flat()), { name: "three zones united", isMeant: isOrdinary }),
  combined(intersectCalendars, common, {
    name: "what three zones have in common",
    isMeant: isOrdinary,
  }),
  combined(
    (a, b, c) => exceptCalendar(uniteCalendars(a, c), b),
    (a, b, c) => common(joined([...a, ...c]), gaps(b)),
    { name: "two zones without a third", isMeant: isOrdinary },
  ),
  plain(SLIVERED, {
    name: "a table that was laid in memory for all threads",
    make: () => {
      const calendar = compileAnew(SLIVERED);
      shareCalendar(calendar, SHARED.from, SHARED.to);
      return calendar;
    },
    isMeant: (shape) => shape.isShared && crowdsBoth(shape),
  }),
  plain(SLIVERED, {
    name: "a table that came from another thread",
    make: () => receiveCalendar(structuredClone(shareCalendar(compileAnew(SLIVERED), SHARED.from, SHARED.to))),
    isMeant: (shape) => shape.isShared && crowdsBoth(shape),
  }),
];
