/** HOURS of a command line: text or a file, with the options that bear on them, compiled to a calendar. */
import { type Calendar, type CalendarState, stateOf } from "../calendar/calendar.js";
import type { CalendarSource } from "../calendar/definition.js";
import { failOnIssues, formatPath, type Issue } from "../errors.js";
import type { Locale } from "../explain/time-text.js";
import { type CalendarNotice, type ReadCalendar, readDefinition } from "../holidays/expand.js";
import type { PolicyParameters } from "../policy/binder.js";
import { type Zone, zoneOf } from "../time/zone.js";
import type { CalendarOptions } from "./calendar-options.js";
import { atPlace, CliError, type PlaceOf, refusing, rewording } from "./cli-error.js";
import { isDataFileName, readDataFile } from "./data-file.js";
import { type GivenHolidays, readHolidays } from "./holidays-option.js";
import type { Io } from "./io.js";
import { readTime } from "./option-values.js";
import { readLocale } from "./words.js";

/** The calendar, and everything that answers about it are told with. */
export interface GivenCalendar {
  readonly calendar: Calendar;
  readonly state: CalendarState;
  /** The hours as they were given. */
  readonly source: CalendarSource;
  /** What options say in the place of the source. */
  readonly parameters: PolicyParameters;
  /** What was read by default, each once. */
  readonly notices: readonly CalendarNotice[];
  /** The zone that local times are read in and answers written in. */
  readonly zone: Zone;
  readonly nowMs: number;
  readonly locale: Locale;
}

/** Reads the hours that `place` (the word or option that gave them) names. */
export async function readGivenCalendar(
  place: "HOURS" | "--hours",
  hours: string,
  options: CalendarOptions,
  io: Io,
): Promise<GivenCalendar> {
  const locale = readLocale(options.lang);
  const ownZone = options.zone === undefined ? undefined : readZone(options.zone);
  const holidays = await readHolidays(options.holidays, io);
  const source = await readSource(place, hours, io);
  const parameters = { anchor: options.anchor, holidays: holidays?.holidays };
  const { calendar, notices } = compile({ place, hours, source, options, holidays });
  const state = stateOf(calendar);
  const zone = ownZone ?? state.source.zone;
  return {
    calendar,
    state,
    source: source.data as CalendarSource,
    parameters,
    notices: [...new Map(notices.map((notice) => [notice.message, notice])).values()],
    zone,
    nowMs: readTime("--now", options.now ?? "now", io.now(), zone),
    locale,
  };
}

function readZone(name: string): Zone {
  return refusing(
    () => "--zone",
    () => zoneOf(name),
  );
}

interface Source {
  readonly data: unknown;
  /** Where a file says what an issue is about; text has no such places. */
  readonly placeOf?: PlaceOf;
}

async function readSource(place: string, hours: string, io: Io): Promise<Source> {
  if (!isDataFileName(hours)) return { data: hours };
  const { data, places } = await readDataFile(place, hours, io);
  const placeOf = (issue: Issue) => [places.placeOf(issue), formatPath(issue.path)].filter(Boolean).join(": ");
  return { data, placeOf };
}

interface Given {
  readonly place: string;
  readonly hours: string;
  readonly source: Source;
  readonly options: CalendarOptions;
  readonly holidays: GivenHolidays | undefined;
}

function compile(given: Given): ReadCalendar {
  const { source, options, holidays } = given;
  const issues: Issue[] = [];
  const context = { zone: options.zone, anchor: options.anchor, holidays: holidays?.holidays };
  return rewording(
    (issue) => messageOf(issue, given),
    () => {
      const read = readDefinition(source.data as CalendarSource, context, [], issues);
      failOnIssues(withoutFollowing(issues));
      return read as ReadCalendar;
    },
  );
}

/** Text that could not be read is not missing a zone. */
function withoutFollowing(issues: readonly Issue[]): readonly Issue[] {
  const others = issues.filter(({ code }) => code !== "missing_zone");
  return others.length > 0 ? others : issues;
}

function messageOf(issue: Issue, given: Given): string {
  if (issue.code === "missing_zone") return missingZone(given);
  return atPlace(placeOf(issue, given), issue.message);
}

function missingZone({ place, hours, source }: Given): string {
  if (source.placeOf !== undefined) return `${place}: expected a zone in ${hours}, or --zone`;
  const text = JSON.stringify(hours);
  return `${place}: expected a zone in ${text}, such as "${hours} Asia/Shanghai" or "${hours} UTC+8", or --zone`;
}

function placeOf(issue: Issue, { place, source, holidays }: Given): string {
  const inList = issue.path.indexOf("holidays");
  if (holidays !== undefined && inList >= 0) return holidays.placeOf({ ...issue, path: issue.path.slice(inList + 1) });
  if (issue.path.at(-1) === "anchor") return "--anchor";
  return source.placeOf?.(issue) ?? place;
}

/** The one word of a command, which has spaces more often than not. */
export function onlyWord(positionals: readonly string[], name: string, example: string): string {
  const [word, ...others] = positionals;
  if (word !== undefined && others.length === 0) return word;
  if (word === undefined) throw new CliError(`expected ${name}, such as ${JSON.stringify(example)}, received nothing`);
  const words = positionals.map((one) => JSON.stringify(one)).join(", ");
  throw new CliError(
    `expected one ${name}, received ${words}; put values with spaces in quotes: ${JSON.stringify(example)}`,
  );
}
