/** A policy's calendars in words: their hours, zone and holidays, and what is said of single dates. */
import type {
  CalendarCombination,
  CalendarDefinition,
  CalendarSource,
  HolidayCalendar,
} from "../calendar/definition.js";
import { formatHours, safeParseHours } from "../calendar/notation.js";
import type { Locale } from "../explain/time-text.js";
import { holidayCalendarByName } from "../holidays/calendar.js";
import type { PolicyParameters } from "../policy/binder.js";
import type { Policy } from "../policy/definition.js";

/** What a calendar is, in words. */
export interface CalendarText {
  readonly hours: string;
  /** The zone that the calendar names itself. */
  readonly zone: string | undefined;
  /** What the list of holidays is called. */
  readonly holidays: string;
  /** The list, and until when it is known: "CN, known until 2026-12-28". */
  readonly coverage: string;
  /** Changes, overrides, breaks and make-up days, or "". */
  readonly besides: string;
}

const WORDS = {
  en: {
    none: "none",
    noneGiven: "none given",
    dates: (count: number) => (count === 1 ? "1 date" : `${count} dates`),
    until: (date: string) => `, known until ${date}`,
    local: "local time",
    from: (date: string, hours: string) => `from ${date} ${hours}`,
    overrides: (dates: string) => `other hours on ${dates}`,
    breaks: (dates: string) => `breaks on ${dates}`,
    makeUpDays: (dates: string) => `worked too: ${dates}`,
    noMakeUpDays: "no make-up days",
    combined: { unite: " or ", intersect: " and ", except: " except " },
  },
  zh: {
    none: "无",
    noneGiven: "未提供",
    dates: (count: number) => `${count} 天`,
    until: (date: string) => `，已知至 ${date}`,
    local: "当地时间",
    from: (date: string, hours: string) => `自 ${date} 起 ${hours}`,
    overrides: (dates: string) => `${dates} 另有安排`,
    breaks: (dates: string) => `${dates} 有休息时段`,
    makeUpDays: (dates: string) => `调休上班：${dates}`,
    noMakeUpDays: "不调休上班",
    combined: { unite: " 或 ", intersect: " 且 ", except: " 除去 " },
  },
};

const ALWAYS: CalendarDefinition = { hours: "24x7", holidays: [] };

/** A calendar of a policy, with what the caller chose in the place of the policy's own. */
export function describeCalendar(
  policy: Policy,
  name: string,
  parameters: PolicyParameters,
  locale: Locale,
): CalendarText {
  const source = parameters.calendars?.[name] ?? policy.calendars?.[name] ?? ALWAYS;
  return describeSource({ policy, parameters, locale }, source);
}

interface Context {
  readonly policy: Policy;
  readonly parameters: PolicyParameters;
  readonly locale: Locale;
}

function describeSource(context: Context, source: CalendarSource): CalendarText {
  const definition: CalendarDefinition | CalendarCombination = typeof source === "string" ? { hours: source } : source;
  if (!("hours" in definition)) return describeCombination(context, definition);
  const { parameters, locale } = context;
  const { anchor } = parameters;
  const list = parameters.holidays ?? definition.holidays;
  const holidays = nameOfList(list, locale);
  const knownUntil = knownUntilOfList(list);
  return {
    ...describeHours(definition, anchor, locale),
    holidays,
    coverage: knownUntil === undefined ? holidays : holidays + WORDS[locale].until(knownUntil),
    besides: besidesOf(definition, anchor, locale).join(locale === "zh" ? "；" : "; "),
  };
}

/** A combination by its members: those that are calendars of the policy by their names, others by their hours. */
function describeCombination(context: Context, combination: CalendarCombination): CalendarText {
  const { policy, locale } = context;
  const [kind, members] = Object.entries(combination)[0] as [CombinationKind, readonly CalendarSource[]];
  const isNamed = (member: CalendarSource) =>
    typeof member === "string" && Object.hasOwn(policy.calendars ?? {}, member);
  const told = members.map((member) => {
    const source = isNamed(member) ? (policy.calendars?.[member as string] as CalendarSource) : member;
    const text = describeSource(context, source);
    return { ...text, called: isNamed(member) ? String(member) : [text.hours, text.zone].filter(Boolean).join(" ") };
  });
  const distinct = (texts: readonly string[]) => [...new Set(texts)].join(locale === "zh" ? "；" : "; ");
  return {
    hours: told.map(({ called }) => called).join(WORDS[locale].combined[kind]),
    zone: told[0]?.zone,
    holidays: distinct(told.map(({ holidays }) => holidays)),
    coverage: distinct(told.map(({ coverage }) => coverage)),
    besides: "",
  };
}

type CombinationKind = "unite" | "intersect" | "except";

function describeHours(
  { hours, zone }: Pick<CalendarDefinition, "hours" | "zone">,
  anchor: string | undefined,
  locale: Locale,
) {
  if (typeof hours !== "string") return { hours: formatHours({ hours }, locale), zone };
  const parsed = safeParseHours(hours, anchor === undefined ? {} : { anchor });
  if (!parsed.ok) return { hours, zone };
  return { hours: formatHours({ hours: parsed.value.hours }, locale), zone: zone ?? parsed.value.zone };
}

function besidesOf(definition: CalendarDefinition, anchor: string | undefined, locale: Locale): string[] {
  const words = WORDS[locale];
  const { changes = [], overrides = {}, breaks = {}, makeUpDays = [] } = definition;
  const changed = changes.map(({ from, hours }) => words.from(from, describeHours({ hours }, anchor, locale).hours));
  const dated = [
    [words.overrides, Object.keys(overrides)],
    [words.breaks, Object.keys(breaks)],
    [words.makeUpDays, (makeUpDays || []).map((day) => (typeof day === "string" ? day : day.date))],
  ] as const;
  const told = dated.flatMap(([say, dates]) => (dates.length === 0 ? [] : [say(dates.join(", "))]));
  return [...changed, ...told, ...(makeUpDays === false ? [words.noMakeUpDays] : [])];
}

/** "CN", "none", "3 dates", "Team days": what a list of holidays is called. */
function nameOfList(holidays: CalendarDefinition["holidays"], locale: Locale): string {
  const words = WORDS[locale];
  if (holidays === undefined) return words.noneGiven;
  if (typeof holidays === "string") return holidays;
  if (isHolidayCalendar(holidays)) return holidays.name;
  const lists = holidays.flatMap((entry) => (typeof entry !== "string" && "holidays" in entry ? [entry.name] : []));
  const dates = holidays.length - lists.length;
  return [...lists, ...(dates > 0 ? [words.dates(dates)] : [])].join(", ") || words.none;
}

function knownUntilOfList(holidays: CalendarDefinition["holidays"]): string | undefined {
  if (typeof holidays === "string") return holidayCalendarByName(holidays)?.knownUntil;
  return holidays !== undefined && isHolidayCalendar(holidays) ? holidays.knownUntil : undefined;
}

function isHolidayCalendar(
  holidays: Exclude<CalendarDefinition["holidays"], string | undefined>,
): holidays is HolidayCalendar {
  return !Array.isArray(holidays);
}

/** "Asia/Shanghai": the zone of a policy's hours, as it says it. */
export function describeZone(zone: string | undefined, locale: Locale): string {
  if (zone === "local") return WORDS[locale].local;
  return zone ?? WORDS[locale].noneGiven;
}
