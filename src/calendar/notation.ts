/** Hours as people write them -> weekly hours: "5x8", "Mon-Fri 9:00–18:00 (UTC+8)", "周一至周五，北京时间 9：30-18：00". */
import { fail, type Parsed, parsed } from "../errors.js";
import { type Amount, formatAmount } from "../time/amount.js";
import type { TimeOfDay, WeeklyHours } from "./definition.js";
import { formatHours, formatWindow, hoursOf } from "./notation-format.js";
import { type Elements, readElements } from "./notation-grammar.js";
import { type Group, groupsOf, holidaysOf, windowsByDay } from "./notation-groups.js";
import type { ClockReading } from "./notation-reader.js";
import { tokenize } from "./notation-tokens.js";
import { parseOpening, type Response } from "./notation-week.js";
import type { SeasonZone } from "./notation-zone.js";

export { type FormattableHours, formatHours } from "./notation-format.js";

/** A reading that the text leaves open and that was taken by default, in words. */
export interface HoursNotice {
  /**
   * What was read by default: the opening of `N×M`, the days of hours without days, am and pm of "9 to 5", the zone of
   * "EST", or what the third part of `5×8×4` counts.
   */
  readonly code:
    | "anchor_by_default"
    | "days_by_default"
    | "clock_by_default"
    | "zone_by_default"
    | "response_by_default";
  /** The reading that was taken, and how to write another, in English. */
  readonly message: string;
  /** The same in Chinese. */
  readonly zh: string;
}

/**
 * What a text of hours says: the week in its normal form (only open days, padded times, windows in the order of the day),
 * the zone as it is written ("UTC+8", "Asia/Shanghai"; not yet checked), and what was read by default.
 */
export interface ParsedHours {
  /** The week in its normal form. */
  readonly hours: WeeklyHours;
  /** The zone as the text names it; absent where it names none. */
  readonly zone?: string;
  /**
   * What the text says of holidays: `"except"` that they are closed ("except public holidays", 法定节假日除外), which demands
   * a list of them; `"included"` that they are like any day ("24x7x365", 全年无休). Absent where it says nothing.
   */
  readonly holidays?: "except" | "included";
  /** The response that `7×24×4` and `8x5xNBD` name behind the hours: a promise, for a row's `within`. */
  readonly response?: Amount;
  /** What was read by default. */
  readonly notices: readonly HoursNotice[];
}

/** How {@link parseHours} reads. */
export interface HoursOptions {
  /** The opening of every `N×M` below 24 hours, whatever the text itself says. */
  readonly anchor?: TimeOfDay;
}

/**
 * Reads hours as people write them, in English or Chinese, and the weekly rules of OSM: `"5x8"`, `"24x7"`,
 * `"Mon-Fri 9:00–18:00 (UTC+8)"`, `"周一至周五，北京时间 9：30-18：00"`, `"Mo-Fr 08:00-12:00,13:00-17:30; Sa 09:00-12:00; PH off"`.
 *
 * `N×M` is N days from Monday on, M hours a day from 09:00 unless the text says `from` (noted as `anchor_by_default`); 24 is
 * always the hours. Hours without days are every day (noted as `days_by_default`). A closing time at or before the opening
 * is on the next day; a clock of twelve hours without am and pm (`"weekdays 9 to 5"`) is read by day where that is the one
 * reading (noted as `clock_by_default`) and refused where there are two (`1-5`). A zone named by half a year's time (`EST`) is
 * that zone in summer and winter (noted as `zone_by_default`); letters of several zones (`CST`) are refused. Two names of a zone
 * are read where they agree: `北京时间 (UTC+8)`.
 *
 * `holidays` tells what the text says of holidays, `response` the third part of `7×24×4` and `8x5xNBD`.
 *
 * @throws SlaError `invalid_hours`, naming the part that could not be read, also for what a week cannot say (大小周, hours on
 * holidays); `missing_calendar` for "working hours" and 工作时间, which mean the policy's or the caller's own calendar and
 * never 9-5; `invalid_time` for an anchor that is no time.
 *
 * @example
 * ```ts
 * import { parseHours } from "sla-clock";
 *
 * parseHours("Sat 22:00-06:00 UTC+8"); //=> { hours: { sat: ["22:00-06:00"] }, zone: "UTC+8", notices: [] }
 * parseHours("5x8 from 08:00").hours.fri; //=> ["08:00-16:00"]
 * parseHours("5x8").notices[0]?.message; //=> '5x8 read as Mon-Fri 09:00-17:00; write "5x8 from 08:00" for other hours'
 * parseHours("周一至周五 9:00-18:00，法定节假日除外").holidays; //=> "except"
 * parseHours("7×24×4").response; //=> { value: 4, unit: "hour" }
 * ```
 */
export function parseHours(text: string, options: HoursOptions = {}): ParsedHours {
  if (typeof text !== "string") fail("invalid_hours", [], "text", text);
  const elements = readElements(text, { openingMs: openingOf(options.anchor) });
  if (elements.own) fail("missing_calendar", [], OWN_EXPECTED, text.trim());
  const { reader, zone, response } = elements;
  const groups = groupsOf(elements);
  const hours = hoursOf(windowsByDay(reader, groups));
  const holidays = holidaysOf(reader, groups, elements.everyYear);
  return {
    hours,
    ...(zone === undefined ? {} : { zone }),
    ...(holidays === undefined ? {} : { holidays }),
    ...(response === undefined ? {} : { response: { value: response.value, unit: response.unit } }),
    notices: noticesOf(groups.open, elements),
  };
}

const OWN_EXPECTED =
  'hours such as "Mon-Fri 09:00-18:00": these words mean the working calendar of the policy or the caller, never 9-5';

/**
 * Reads hours as {@link parseHours} does, and answers the issues instead of throwing them.
 *
 * @example
 * ```ts
 * import { safeParseHours } from "sla-clock";
 *
 * const wrong = safeParseHours("Mon-Funday 9:00-18:00");
 * wrong.ok ? "read" : wrong.issues[0]?.code; //=> "invalid_hours"
 * ```
 */
export function safeParseHours(text: string, options: HoursOptions = {}): Parsed<ParsedHours> {
  return parsed(() => parseHours(text, options));
}

/** Whether a text says no hours but "working hours" or 工作时间: the policy's or the caller's own working calendar. */
export function isOwnWorkingHours(text: string): boolean {
  const kinds = tokenize(text).map(({ kind }) => kind);
  return kinds.includes("own") && kinds.every((kind) => kind === "own" || kind === "label");
}

function openingOf(anchor: TimeOfDay | undefined): number | undefined {
  if (anchor === undefined) return undefined;
  return parseOpening(anchor) ?? fail("invalid_time", ["anchor"], 'a time before 24:00, such as "08:00"', anchor);
}

function noticesOf(groups: readonly Group[], { reader, season, response }: Elements): readonly HoursNotice[] {
  const all = [
    ...groups.map(noticeOf),
    ...reader.readings.map(clockNotice),
    zoneNotice(season),
    responseNotice(response),
  ];
  const notices = all.filter((notice) => notice !== undefined);
  return [...new Map(notices.map((notice) => [notice.message, notice])).values()];
}

function noticeOf({ days, windows, byDefault }: Group): HoursNotice | undefined {
  if (byDefault === undefined) return undefined;
  const { what, written } = byDefault;
  const week = hoursOf((day) => (days.includes(day) ? windows : []));
  const [en, zh] = [formatHours(week), formatHours(week, "zh")];
  if (what === "days") {
    return {
      code: "days_by_default",
      message: `${written} names no days, read as ${en}; write "Mon-Fri ${written}" for other days`,
      zh: `${written} 未写明星期几，按${zh} 理解；如为其他日子，请写明，例如“周一至周五 ${written}”`,
    };
  }
  return {
    code: "anchor_by_default",
    message: `${written} read as ${en}; write "${written} from 08:00" for other hours`,
    zh: `${written} 按${zh} 理解；如为其他时间，请写“${written} from 08:00”`,
  };
}

function clockNotice({ written, window }: ClockReading): HoursNotice {
  const range = formatWindow(window);
  return {
    code: "clock_by_default",
    message: `${written} read as ${range}; write 24-hour times or am and pm for other hours`,
    zh: `${written} 按 ${range} 理解；如为其他时间，请用 24 小时制或注明上午、下午`,
  };
}

/** Around the clock four hours are four hours; on other hours it is by custom that they are counted in them. */
function responseNotice(response: Response | undefined): HoursNotice | undefined {
  if (response === undefined || response.unit === "hour") return undefined;
  const { value, unit, written } = response;
  return {
    code: "response_by_default",
    message: `${written} read as these hours and a response within ${formatAmount({ value, unit })} of them`,
    zh: `${written} 按上述服务时间内 ${formatAmount({ value, unit }, "zh")}响应理解`,
  };
}

function zoneNotice(season: SeasonZone | undefined): HoursNotice | undefined {
  if (season === undefined) return undefined;
  const { written, zone, offset } = season;
  return {
    code: "zone_by_default",
    message: `${written} read as ${zone}, in summer and winter; write ${offset} for that offset all year`,
    zh: `${written} 按 ${zone} 理解，含夏令时；如全年为固定时差，请写 ${offset}`,
  };
}
