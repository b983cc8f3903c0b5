/** The built-in holiday calendars, and their names. */
import type { Holiday, HolidayCalendar, MakeUpDay } from "../calendar/definition.js";
import { formatLocalDate, parseLocalDate } from "../time/local-date.js";
import { CHINA_DAYS, CHINA_KNOWN_FROM, CHINA_KNOWN_UNTIL, CHINA_VERSION } from "./china.js";

/**
 * China's official holidays and make-up days, with the names that the State Council's notices give them ("国庆节"). A
 * make-up day has the name of the holiday that it makes up for. Holidays that fall on weekends are listed too, so the
 * list also holds for places that work on weekends.
 *
 * `knownUntil` is 28 December of the last year that was published: the next notice may still change the days after.
 *
 * @example
 * ```ts
 * import { china } from "sla-clock/holidays";
 *
 * china.holidays.find(({ date }) => date === "2026-10-01")?.name; //=> "国庆节"
 * china.makeUpDays?.some(({ date }) => date === "2026-10-10"); //=> true
 * china.knownUntil; //=> "2026-12-28"
 * ```
 */
export const china: HolidayCalendar = {
  name: "China",
  knownFrom: CHINA_KNOWN_FROM,
  knownUntil: CHINA_KNOWN_UNTIL,
  get holidays(): readonly Holiday[] {
    return chinaDays().holidays;
  },
  get makeUpDays(): readonly MakeUpDay[] {
    return chinaDays().makeUpDays;
  },
  source: "State Council of China, annual notices, through chinese-days (https://github.com/vsme/chinese-days)",
  version: CHINA_VERSION,
};

/** The names by which definitions may call a built-in holiday calendar: `["CN"]`. */
export function holidayCalendarNames(): string[] {
  return ["CN"];
}

/** The built-in holiday calendar of a name, in any case; `undefined` where there is none. */
export function holidayCalendarByName(name: string): HolidayCalendar | undefined {
  return name.toUpperCase() === "CN" ? china : undefined;
}

interface Days {
  readonly holidays: Holiday[];
  readonly makeUpDays: MakeUpDay[];
}

let kept: Days | undefined;

function chinaDays(): Days {
  kept ??= readDays(CHINA_DAYS);
  return kept;
}

/** Reads lines such as `"2026 国庆节 10-01/10-07 +09-20 +10-10"`; both lists are in the order of the dates. */
function readDays(text: string): Days {
  const holidays: Holiday[] = [];
  const makeUpDays: MakeUpDay[] = [];
  for (const line of text.trim().split("\n")) {
    const [year, name, ...stretches] = line.split(" ") as [string, string, ...string[]];
    for (const stretch of stretches) {
      const worked = stretch.startsWith("+");
      const days = datesOf(year, worked ? stretch.slice(1) : stretch).map((date) => ({ date, name }));
      (worked ? makeUpDays : holidays).push(...days);
    }
  }
  return { holidays: holidays.sort(byDate), makeUpDays: makeUpDays.sort(byDate) };
}

/** The dates of `"10-01/10-07"` or `"10-01"` in a year. */
function datesOf(year: string, stretch: string): string[] {
  const [from, to = from] = stretch.split("/").map((day) => parseLocalDate(`${year}-${day}`) as number);
  return Array.from({ length: (to as number) - (from as number) + 1 }, (_, i) => formatLocalDate((from as number) + i));
}

function byDate(a: Holiday, b: Holiday): number {
  return a.date < b.date ? -1 : 1;
}
