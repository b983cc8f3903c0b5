/**
 * From a calendar as people write it to the one normal form: text becomes weekly hours, names become holiday lists.
 * What was read by default or in doubt is noted.
 */
import type { Calendar } from "../calendar/calendar.js";
import { exceptCalendar, intersectCalendars, uniteCalendars } from "../calendar/combine.js";
import { readCalendar } from "../calendar/compile.js";
import { isAlwaysOpen, rulesOf } from "../calendar/day.js";
import type {
  CalendarData,
  CalendarDefinition,
  CalendarSource,
  HolidayCalendar,
  HolidayEntry,
  HoursDefinition,
  TimeOfDay,
  WeeklyHours,
} from "../calendar/definition.js";
import { type HoursNotice, type ParsedHours, safeParseHours } from "../calendar/notation.js";
import { type Issue, issue, oneOf, type Path, SlaError, withGuess } from "../errors.js";
import { type Amount, formatAmount } from "../time/amount.js";
import { zoneOf } from "../time/zone.js";
import { holidayCalendarByName, holidayCalendarNames } from "./calendar.js";

/** What a calendar's surroundings say of it. */
export interface CalendarContext {
  /** The zone of calendars that name none. */
  readonly zone?: string | undefined;
  /** The opening of hours given as "5x8", whatever they say themselves. */
  readonly anchor?: TimeOfDay | undefined;
  /** Holidays that replace those of the definition. */
  readonly holidays?: CalendarDefinition["holidays"] | undefined;
  /** The calendars that a combination may name. */
  readonly named?: ((name: string) => NamedCalendar | undefined) | undefined;
  /** The names inside which this one is read, so that a combination of itself is found. */
  readonly inside?: readonly string[] | undefined;
}

/** A calendar that a combination names. */
export interface NamedCalendar {
  readonly source: CalendarSource;
  /** The holidays of the context do not replace its own. */
  readonly keepsHolidays?: true;
}

/** Something that was read by default or in doubt, and where. */
export interface CalendarNotice extends Omit<HoursNotice, "code"> {
  readonly code: Exclude<HoursNotice["code"], "response_by_default"> | "no_holidays";
  readonly path: Path;
}

/** A compiled calendar with what was read by default. */
export interface ReadCalendar {
  readonly calendar: Calendar;
  readonly notices: readonly CalendarNotice[];
}

/** Compiles a calendar as people write it; what is wrong with it is added to `issues`. */
export function readDefinition(
  definition: CalendarSource,
  context: CalendarContext,
  path: Path,
  issues: Issue[],
): ReadCalendar | undefined {
  const kind = combinationKind(definition);
  if (kind !== undefined) return readCombination(kind, definition as object, context, path, issues);
  return readOne(definition as CalendarDefinition | string, context, path, issues);
}

type Kind = "unite" | "intersect" | "except";
const KINDS: readonly Kind[] = ["unite", "intersect", "except"];

function combinationKind(definition: unknown): Kind | undefined {
  if (typeof definition !== "object" || definition === null) return undefined;
  return KINDS.find((kind) => Object.hasOwn(definition, kind));
}

function readCombination(
  kind: Kind,
  definition: object,
  context: CalendarContext,
  path: Path,
  issues: Issue[],
): ReadCalendar | undefined {
  const before = issues.length;
  for (const key of Object.keys(definition)) {
    if (key !== kind) issues.push(issue("unknown_key", [...path, key], `only ${kind}, the calendars to combine`, key));
  }
  const sources = (definition as Record<Kind, unknown>)[kind];
  if (!Array.isArray(sources) || sources.length < (kind === "except" ? 2 : 1)) {
    issues.push(issue("invalid_type", [...path, kind], `a list of calendars to ${kind}`, sources));
    return undefined;
  }
  const members = sources.map((source, i) => readMember(source, context, [...path, kind, i], issues));
  if (issues.length > before) return undefined;
  const read = members as ReadCalendar[];
  const calendar = tryCombine(
    kind,
    read.map((member) => member.calendar),
    path,
    issues,
  );
  return calendar && { calendar, notices: read.flatMap((member) => member.notices) };
}

/** A member of a combination: the name of another calendar, text, or a definition. */
function readMember(
  source: CalendarSource,
  context: CalendarContext,
  path: Path,
  issues: Issue[],
): ReadCalendar | undefined {
  const named = isText(source) ? context.named?.(source) : undefined;
  if (named === undefined) return readDefinition(source, context, path, issues);
  const inside = context.inside ?? [];
  if (inside.includes(source as string)) {
    issues.push(issue("invalid_value", path, `a calendar that is not made of ${inside.at(-1)} itself`, source));
    return undefined;
  }
  const holidays = named.keepsHolidays ? undefined : context.holidays;
  return readDefinition(named.source, { ...context, holidays, inside: [...inside, source as string] }, path, issues);
}

function tryCombine(kind: Kind, members: readonly Calendar[], path: Path, issues: Issue[]): Calendar | undefined {
  const [first, ...others] = members as [Calendar, ...Calendar[]];
  try {
    if (kind === "except") return others.reduce(exceptCalendar, first);
    return kind === "unite" ? uniteCalendars(first, ...others) : intersectCalendars(first, ...others);
  } catch (error) {
    if (!(error instanceof SlaError)) throw error;
    issues.push(...error.issues.map((one) => ({ ...one, path })));
    return undefined;
  }
}

function readOne(
  definition: CalendarDefinition | string,
  context: CalendarContext,
  path: Path,
  issues: Issue[],
): ReadCalendar | undefined {
  const reader: Expander = { context, issues, notices: [], inText: undefined };
  const before = issues.length;
  const data = typeof definition === "string" ? textAsData(reader, definition, path) : expand(reader, definition, path);
  const found: Issue[] = [];
  const calendar = readCalendar({ value: data, path, issues: found });
  issues.push(...found.map(withGuess));
  if (calendar === undefined || issues.length > before) return undefined;
  const lacksHolidays = noHolidaysNotice(calendar, path);
  return { calendar, notices: [...reader.notices, ...lacksHolidays] };
}

interface Expander {
  readonly context: CalendarContext;
  readonly issues: Issue[];
  readonly notices: CalendarNotice[];
  /** What the hours themselves say of holidays. */
  inText: { readonly says: "except" | "included"; readonly hours: string } | undefined;
}

/** Stands in for hours that could not be read, so that everything else is still checked. */
const ANY_HOURS: WeeklyHours = { mon: ["00:00-24:00"] };
const ANY_ZONE = "UTC";

function textAsData(reader: Expander, text: string, path: Path): CalendarData {
  const { hours, zone, fallbackZone } = readHours(reader, text, path);
  return withContext(reader, { hours, zone: zone ?? reader.context.zone ?? fallbackZone }, path);
}

function expand(reader: Expander, definition: CalendarDefinition, path: Path): CalendarData {
  if (typeof definition !== "object" || definition === null || Array.isArray(definition)) {
    return definition as CalendarData; // refused where calendars are compiled
  }
  const { hours, zone: inText, fallbackZone } = readHours(reader, definition.hours, [...path, "hours"]);
  const zone = oneZone(reader, definition.zone, inText, [...path, "zone"]) ?? reader.context.zone ?? fallbackZone;
  const data = { ...definition, hours, zone };
  if (!Array.isArray(definition.changes)) return withContext(reader, data, path);
  const changes = definition.changes.map((change, i) =>
    expandChange(reader, change, zone, [...path, "changes", i, "hours"]),
  );
  return withContext(reader, { ...data, changes }, path);
}

/** New hours may name the calendar's zone, but not move it. */
function expandChange(reader: Expander, change: { hours?: unknown }, zone: unknown, path: Path): unknown {
  if (!isText(change?.hours)) return change;
  const { hours, zone: inText } = readHours(reader, change.hours, path);
  if (inText !== undefined && typeof zone === "string" && !sameZone(zone, inText)) {
    reader.issues.push(issue("invalid_zone", path, `the calendar's zone, ${zone}, or none`, inText));
  }
  return { ...change, hours };
}

function withContext(reader: Expander, data: object, path: Path): CalendarData {
  const given = (data as CalendarDefinition).holidays;
  const chosen = holidaysInText(reader, given, [...path, "holidays"]) ?? reader.context.holidays ?? given;
  const holidays = resolveHolidays(reader, chosen, [...path, "holidays"]);
  return (holidays === undefined ? data : { ...data, holidays }) as CalendarData;
}

/** Hours may themselves say what holidays are: "except public holidays" needs a list, "24x7x365" takes none. */
function holidaysInText(
  { inText, context, issues }: Expander,
  given: CalendarDefinition["holidays"],
  path: Path,
): CalendarDefinition["holidays"] {
  if (inText === undefined) return undefined;
  const { says, hours } = inText;
  if (says === "except") {
    const expected = `a list of holidays ("CN", dates, [] where there are none), as the hours are closed on them: ${JSON.stringify(hours)}`;
    if (given === undefined && context.holidays === undefined)
      issues.push(issue("missing_holidays", path, expected, undefined));
    return undefined;
  }
  if (given !== undefined && !(Array.isArray(given) && given.length === 0)) {
    issues.push(
      issue("invalid_value", path, `no holidays, as the hours are open on them: ${JSON.stringify(hours)}`, given),
    );
  }
  return [];
}

/** Hours that were given, and the zone in them; where they cannot be read, a zone that may have stood there is not missed. */
interface ReadHours extends Pick<ParsedHours, "hours" | "zone"> {
  readonly fallbackZone?: string;
}

function readHours(reader: Expander, hours: HoursDefinition, path: Path): ReadHours {
  if (!isText(hours)) return { hours };
  const { anchor } = reader.context;
  const parsed = safeParseHours(hours, anchor === undefined ? {} : { anchor });
  if (!parsed.ok) {
    reader.issues.push(...parsed.issues.map((one) => ({ ...one, path: [...path, ...one.path] })));
    return { hours: ANY_HOURS, fallbackZone: ANY_ZONE };
  }
  for (const { code, ...words } of parsed.value.notices) {
    if (code !== "response_by_default") reader.notices.push({ ...words, code, path });
  }
  if (parsed.value.response !== undefined) refuseResponse(reader, hours, parsed.value.response, path);
  if (parsed.value.holidays !== undefined) reader.inText = { says: parsed.value.holidays, hours };
  return parsed.value;
}

/** Of 7x24x4 a calendar has no place for the 4. */
function refuseResponse(reader: Expander, hours: string, response: Amount, path: Path): void {
  const expected = `hours alone: a response of ${formatAmount(response)} is a promise, for a row's "within"`;
  reader.issues.push(issue("invalid_hours", path, expected, hours));
}

/** A zone may stand in the text, beside it, or in both places if it is the same one. */
function oneZone(reader: Expander, beside: unknown, inText: string | undefined, path: Path): string | undefined {
  if (inText === undefined || beside === undefined || !isZone(beside)) return (beside as string | undefined) ?? inText;
  if (!sameZone(beside, inText)) {
    reader.issues.push(issue("invalid_zone", path, `the zone that the hours name, ${inText}, or none`, beside));
  }
  return inText;
}

/** Whether two names mean one zone; a name that means none is told where zones are read. */
function sameZone(a: string, b: string): boolean {
  return !isZone(a) || !isZone(b) || zoneOf(a).name === zoneOf(b).name;
}

function isZone(name: unknown): name is string {
  try {
    return zoneOf(name as string) !== undefined;
  } catch {
    return false;
  }
}

function resolveHolidays(
  reader: Expander,
  holidays: CalendarDefinition["holidays"],
  path: Path,
): CalendarData["holidays"] {
  if (isText(holidays)) return namedHolidays(reader, holidays, path) as CalendarData["holidays"];
  if (!Array.isArray(holidays)) return holidays as CalendarData["holidays"];
  return holidays.map((entry: HolidayEntry, i) =>
    isText(entry) && !/^\d/.test(entry) ? namedHolidays(reader, entry, [...path, i]) : entry,
  );
}

function namedHolidays(reader: Expander, name: string, path: Path): HolidayCalendar {
  const calendar = holidayCalendarByName(name);
  if (calendar !== undefined) return calendar;
  const known = `a holiday calendar or a list of dates; by name, ${oneOf(holidayCalendarNames(), name)}`;
  reader.issues.push(issue("unknown_holidays", path, known, name));
  return { name, holidays: [] };
}

/** A calendar that closes at all, but was given no list of holidays, not even an empty one. */
function noHolidaysNotice(calendar: Calendar, path: Path): CalendarNotice[] {
  const rules = rulesOf(calendar["~calendar"].source);
  if (rules === undefined || rules.holidaysGiven || isAlwaysOpen(rules)) return [];
  return [
    {
      code: "no_holidays",
      path: [...path, "holidays"],
      message: "no holidays were given, so none are applied; pass a list ([] where there are none)",
      zh: "未提供节假日列表，因此不扣除任何节假日；如确无节假日请传入 []",
    },
  ];
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}
