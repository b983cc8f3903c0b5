/** What the answers about bare hours have in common: the hours in words, coverage, and the readings that were taken. */
import { isBeyondKnown, knownUntilOf } from "../calendar/coverage.js";
import { rulesOf } from "../calendar/day.js";
import { formatWallClock, formatZone, type Locale } from "../explain/time-text.js";
import { formatInstant } from "../instant/instant.js";
import type { Policy } from "../policy/definition.js";
import { formatLocalDate } from "../time/local-date.js";
import { localDayAt } from "../time/zone.js";
import { type CalendarText, describeCalendar } from "./calendar-text.js";
import type { GivenCalendar } from "./given-calendar.js";
import { type Io, widthOf } from "./io.js";
import { usageForReading } from "./reading-options.js";
import { formatFromNow } from "./relative-time.js";
import { type Style, styleFor } from "./style.js";
import { formatTable } from "./table.js";
import { aside } from "./words.js";
import { hanging } from "./wrap.js";

/** How a text is laid out. */
export interface Layout {
  readonly style: Style;
  readonly width: number;
}

/** The layout of standard output. */
export function layoutFor(io: Io): Layout {
  return { style: styleFor(io), width: widthOf(io) };
}

const WORDS = {
  en: {
    hours: "hours",
    comma: ", ",
    clock: (zone: string) => `on the clock of ${zone}`,
    holidays: (list: string) => `holidays: ${list}`,
    ends: (list: string, until: string) =>
      `The holiday list ${list} is known until ${until}; what lies beyond may change.`,
    begins: (list: string, from: string) =>
      `The holiday list ${list} begins on ${from}; what lies before may be wrong.`,
    readings: "Readings taken where the hours leave something open",
    change: "to change: ",
  },
  zh: {
    hours: "时间",
    comma: "，",
    clock: (zone: string) => `按 ${zone} 的时间`,
    holidays: (list: string) => `节假日：${list}`,
    ends: (list: string, until: string) => `节假日列表 ${list} 仅已知至 ${until}，超出此范围的结果可能会变。`,
    begins: (list: string, from: string) => `节假日列表 ${list} 自 ${from} 起才有，早于此日期的结果可能有误。`,
    readings: "时间未写明之处所采用的解读",
    change: "如需更改：",
  },
};

/** "Fri 2026-11-20 17:00 (Asia/Shanghai, UTC+08:00)". */
export function formatMoment(epochMs: number, { zone, locale }: GivenCalendar): string {
  return formatWallClock(epochMs, zone, locale) + aside(formatZone(zone, epochMs), locale);
}

/** How far an instant lies from another one that was asked about: "in 3 h" from now, "3 h later" from elsewhere. */
export function formatAfter(epochMs: number, atMs: number, { nowMs, locale }: GivenCalendar): string {
  const text = formatFromNow(epochMs, atMs, locale);
  return locale === "en" && atMs !== nowMs ? text.replace(/^in (.*)$/, "$1 later") : text;
}

/** The hours in words: what they are, their list of holidays and what is said of single dates. */
function describeGiven({ source, parameters, locale }: GivenCalendar): CalendarText {
  const policy: Pick<Policy, "calendars"> = { calendars: { hours: source } };
  return describeCalendar(policy as Policy, "hours", parameters, locale);
}

/** "Mon-Fri 09:00-18:00 UTC+8, holidays: CN, known until 2026-12-28". */
export function formatHoursLine(given: GivenCalendar): string {
  const { hours, coverage, besides } = describeGiven(given);
  const { comma, clock, holidays } = WORDS[given.locale];
  // A combination is of instants; its zone is only the clock that it is shown on.
  const isCombined = rulesOf(given.state.source) === undefined;
  const { zone } = given.calendar;
  const parts = [isCombined ? hours + comma + clock(zone) : `${hours} ${zone}`, holidays(coverage), besides];
  return parts.filter((part) => part !== "").join(comma);
}

/** Lines with labels, the hours last. */
export function formatFacts(given: GivenCalendar, facts: readonly (readonly string[])[], { width }: Layout): string {
  const rows = [...facts, [WORDS[given.locale].hours, formatHoursLine(given)]];
  return formatTable(
    rows.map((cells) => ({ cells })),
    { width },
  );
}

/** What to mind where dates between two instants lie outside the coverage of the holidays, or nothing. */
export function beyondWarning(given: GivenCalendar, fromMs: number, toMs: number): string | undefined {
  const { state, locale } = given;
  if (!isBeyondKnown(state, fromMs, toMs)) return undefined;
  const { holidays } = describeGiven(given);
  const isBefore = localDayAt(state.source.zone, fromMs) < state.source.knownFromDay;
  return isBefore
    ? WORDS[locale].begins(holidays, formatLocalDate(state.source.knownFromDay))
    : WORDS[locale].ends(holidays, knownUntilOf(state) as string);
}

/** A warning as a block of text, or "". */
export function formatWarning(warning: string | undefined, { style, width }: Layout): string {
  return warning === undefined ? "" : style("warning", hanging("! ", warning, width));
}

/** The readings taken by default, numbered, each with how to choose another; or "". */
export function formatReadings({ notices, locale }: GivenCalendar, { style, width }: Layout): string {
  if (notices.length === 0) return "";
  const items = notices.flatMap(({ code, message, zh }, i) => {
    const mark = `${String(i + 1).padStart(2)}  `;
    const usage = usageForReading(code);
    const change = usage && style("secondary", hanging("    ", WORDS[locale].change + usage, width));
    return [hanging(mark, locale === "zh" ? zh : message, width), ...(change === undefined ? [] : [change])];
  });
  return [style("heading", WORDS[locale].readings), ...items].join("\n");
}

/** Blocks with an empty line between them, and a line break at the end. */
export function joinBlocks(blocks: readonly string[]): string {
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

/** What every answer as JSON says of its calendar. */
export function calendarData(given: GivenCalendar) {
  const { source, calendar, zone, notices, state, nowMs } = given;
  return {
    hours: source,
    calendarZone: calendar.zone,
    zone: zone.name,
    now: formatInstant(nowMs, zone),
    holidays: describeGiven({ ...given, locale: "en" }).holidays,
    knownUntil: knownUntilOf(state) ?? null,
    notices: notices.map((notice) => ({ ...notice, option: usageForReading(notice.code) ?? null })),
  };
}

/** A language's words. */
export type Words<T> = Readonly<Record<Locale, T>>;
