/** A policy's calendars in one line each: their hours, zone and holidays. */
import type { CalendarDefinition, HolidayCalendar } from "../calendar/definition.js";
import { formatHours, safeParseHours } from "../calendar/notation.js";
import type { Locale } from "../explain/time-text.js";
import type { PolicyParameters } from "../policy/compile.js";
import type { Policy } from "../policy/definition.js";

/** What a calendar is, in words. */
export interface CalendarText {
  readonly hours: string;
  /** The zone that the calendar names itself. */
  readonly zone: string | undefined;
  readonly holidays: string;
}

const WORDS = {
  en: {
    none: "none",
    notSaid: "none given",
    dates: (count: number) => (count === 1 ? "1 date" : `${count} dates`),
    local: "local time",
  },
  zh: { none: "无", notSaid: "未提供", dates: (count: number) => `${count} 天`, local: "当地时间" },
};

/** A calendar of a policy, with what the caller chose in the place of the policy's own. */
export function describeCalendar(
  policy: Policy,
  name: string,
  parameters: PolicyParameters,
  locale: Locale,
): CalendarText {
  const own = parameters.calendars?.[name] ?? policy.calendars?.[name];
  if (own === undefined)
    return { hours: formatHours({ hours: ALL_WEEK }, locale), zone: undefined, holidays: WORDS[locale].none };
  const definition: CalendarDefinition = typeof own === "string" ? { hours: own } : own;
  const { hours, zone } = describeHours(definition.hours, parameters.anchor, locale);
  return {
    hours,
    zone: definition.zone ?? zone,
    holidays: describeHolidays(parameters.holidays ?? definition.holidays, locale),
  };
}

const ALL_WEEK = Object.fromEntries(
  ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map((day) => [day, ["00:00-24:00"]]),
);

function describeHours(hours: CalendarDefinition["hours"], anchor: string | undefined, locale: Locale) {
  if (typeof hours !== "string") return { hours: formatHours({ hours }, locale), zone: undefined };
  const parsed = safeParseHours(hours, anchor === undefined ? {} : { anchor });
  if (!parsed.ok) return { hours, zone: undefined };
  return { hours: formatHours({ hours: parsed.value.hours }, locale), zone: parsed.value.zone };
}

/** "CN", "none", "3 dates", "Team days": what a list of holidays is called. */
function describeHolidays(holidays: CalendarDefinition["holidays"], locale: Locale): string {
  const words = WORDS[locale];
  if (holidays === undefined) return words.notSaid;
  if (typeof holidays === "string") return holidays;
  if (isHolidayCalendar(holidays)) return holidays.name;
  const lists = holidays.flatMap((entry) => (typeof entry !== "string" && "holidays" in entry ? [entry.name] : []));
  const dates = holidays.length - lists.length;
  return [...lists, ...(dates > 0 ? [words.dates(dates)] : [])].join(", ") || words.none;
}

function isHolidayCalendar(holidays: NonNullable<CalendarDefinition["holidays"]>): holidays is HolidayCalendar {
  return !Array.isArray(holidays);
}

/** "Asia/Shanghai": the zone of a policy's hours, as it says it. */
export function describeZone(zone: string | undefined, locale: Locale): string {
  if (zone === "local") return WORDS[locale].local;
  return zone ?? WORDS[locale].notSaid;
}
