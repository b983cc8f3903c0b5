/** `sla-clock hours`: how hours were read, as a picture of the week, of a month or of a year. */
import { epochDayOf } from "../time/local-date.js";
import { localDayAt, zoneOf } from "../time/zone.js";
import {
  calendarData,
  formatHoursLine,
  formatReadings,
  formatWarning,
  joinBlocks,
  type Layout,
  layoutFor,
} from "./calendar-lines.js";
import { CliError } from "./cli-error.js";
import { type GivenCalendar, onlyWord, readGivenCalendar } from "./given-calendar.js";
import { HOURS_OPTIONS, type HoursOptions } from "./hours-options.js";
import { EXIT, type Io } from "./io.js";
import { monthPicture } from "./month-picture.js";
import { readArguments } from "./options.js";
import { type Period, periodData, readPeriod } from "./picture-days.js";
import { weekData, weekOf, weekPicture } from "./week-picture.js";
import { hanging } from "./wrap.js";
import { yearPicture } from "./year-picture.js";

/** Runs the command and answers its exit code. */
export async function runHours(args: readonly string[], io: Io): Promise<number> {
  const { options, positionals } = readArguments(args, HOURS_OPTIONS);
  const hours = onlyWord(positionals, "HOURS", "Mon-Fri 9:00-18:00 UTC+8");
  const months = monthsOf(options);
  const given = await readGivenCalendar("HOURS", hours, options, io);
  checkZone(options.zone, given);
  const periods = months.map(({ year, month }) => readMonth(given, year, month));
  io.stdout(
    options.json ? `${JSON.stringify(hoursData(given, periods), null, 2)}\n` : text(given, periods, layoutFor(io)),
  );
  return EXIT.ok;
}

interface Month {
  readonly year: number;
  readonly month: number;
}

/** The months that were asked for: none, one, or twelve. */
function monthsOf({ month, year }: HoursOptions): Month[] {
  if (month !== undefined && year !== undefined) throw new CliError("--year: expected without --month");
  if (month !== undefined) {
    const [, y = "", m = ""] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(month.trim()) ?? [];
    if (isYear(y)) return [{ year: Number(y), month: Number(m) }];
    throw new CliError(
      `--month: expected a month from 1900-01 to 2200-12 ("2026-10"), received ${JSON.stringify(month)}`,
    );
  }
  if (year === undefined) return [];
  if (isYear(year.trim())) return Array.from({ length: 12 }, (_, i) => ({ year: Number(year), month: i + 1 }));
  throw new CliError(`--year: expected a year from 1900 to 2200, received ${JSON.stringify(year)}`);
}

function isYear(text: string): boolean {
  return /^\d{4}$/.test(text) && Number(text) >= 1900 && Number(text) <= 2200;
}

/** Pictures show the calendar's own wall clock. */
function checkZone(zone: string | undefined, { calendar }: GivenCalendar): void {
  if (zone === undefined || zoneOf(zone).name === calendar.zone) return;
  throw new CliError(
    `--zone: expected the zone of the hours, ${calendar.zone}, or none, as the picture shows their own clock, received ${JSON.stringify(zone)}`,
  );
}

function readMonth(given: GivenCalendar, year: number, month: number): Period {
  return readPeriod(given, epochDayOf(year, month, 1), epochDayOf(year, month + 1, 1));
}

function hoursData(given: GivenCalendar, periods: readonly Period[]) {
  return { ...weekData(weekOf(given, today(given))), ...periodData(periods), ...calendarData(given) };
}

function text(given: GivenCalendar, periods: readonly Period[], layout: Layout): string {
  const [first] = periods;
  const title = layout.style("heading", hanging("", formatHoursLine(given), layout.width));
  if (first === undefined) {
    return joinBlocks([title, weekPicture(given, weekOf(given, today(given)), layout), formatReadings(given, layout)]);
  }
  const picture = periods.length === 1 ? monthPicture(given, first, layout) : yearPicture(given, periods, layout);
  const warning = periods.find((period) => period.warning !== undefined)?.warning;
  return joinBlocks([title, picture, formatWarning(warning, layout), formatReadings(given, layout)]);
}

function today({ state, nowMs }: GivenCalendar): number {
  return localDayAt(state.source.zone, nowMs);
}
