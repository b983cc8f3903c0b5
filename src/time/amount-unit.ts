/** The units of lengths, what they mean, and what a promise can say. */
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from "./units.js";

/**
 * The unit of an {@link Amount} carries its meaning: seconds, minutes and hours are elapsed time; the working units run
 * on a calendar; days, weeks and months are calendar time, which keeps the local clock.
 */
export type AmountUnit =
  | "second"
  | "minute"
  | "hour"
  | "day"
  | "week"
  | "month"
  | "workingSecond"
  | "workingMinute"
  | "workingHour"
  | "workingDay";

/** `{ value: 4, unit: "workingHour" }`; days, weeks, months and working days are whole. */
export interface Amount {
  /** How many; whole for days, weeks, months and working days. */
  readonly value: number;
  /** Of what. */
  readonly unit: AmountUnit;
}

/**
 * What a promise's words can mean: a length, `"immediate"` (the next open moment), or one of the two promises without
 * a deadline.
 */
export type PromiseTerm = Amount | "immediate" | "notGuaranteed" | "byArrangement";

/** Seconds to hours, elapsed or working: units with a fixed length of their own. */
export type TimeUnit = Exclude<AmountUnit, CalendarUnit | "workingDay">;
export type WorkingUnit = "workingSecond" | "workingMinute" | "workingHour" | "workingDay";
export type CalendarUnit = "day" | "week" | "month";

/** How a unit is written, and how long it is in a compound (`"1 day 2 hours"` is 26 hours); 0: it joins none. */
interface UnitNames {
  readonly compoundMs: number;
  readonly en: string;
  readonly zh: string;
}

export const UNITS: { readonly [unit in AmountUnit]: UnitNames } = {
  second: { compoundMs: SECOND_MS, en: "second", zh: "秒" },
  minute: { compoundMs: MINUTE_MS, en: "minute", zh: "分钟" },
  hour: { compoundMs: HOUR_MS, en: "hour", zh: "小时" },
  day: { compoundMs: DAY_MS, en: "day", zh: "天" },
  week: { compoundMs: 7 * DAY_MS, en: "week", zh: "周" },
  month: { compoundMs: 0, en: "month", zh: "个月" },
  workingSecond: { compoundMs: SECOND_MS, en: "working second", zh: "个工作秒" },
  workingMinute: { compoundMs: MINUTE_MS, en: "working minute", zh: "个工作分钟" },
  workingHour: { compoundMs: HOUR_MS, en: "working hour", zh: "个工作小时" },
  workingDay: { compoundMs: 0, en: "working day", zh: "个工作日" },
};

/** What "working" makes of a unit; there is no working week. */
export const WORKING: { readonly [unit in AmountUnit]?: WorkingUnit } = {
  second: "workingSecond",
  minute: "workingMinute",
  hour: "workingHour",
  day: "workingDay",
};

/** A promise that is no length. */
export type Wordless = Exclude<PromiseTerm, Amount>;

/** Whether the unit runs on a calendar: working seconds, minutes, hours and days. */
export function isWorkingUnit(unit: AmountUnit): unit is WorkingUnit {
  return unit.startsWith("working");
}

/** Whether the unit is calendar time, which keeps the local clock: days, weeks and months. */
export function isCalendarUnit(unit: AmountUnit): unit is CalendarUnit {
  return unit === "day" || unit === "week" || unit === "month";
}

/** Whether the unit has a fixed length: seconds, minutes and hours, elapsed or working. */
export function isTimeUnit(unit: AmountUnit): unit is TimeUnit {
  return unit !== "workingDay" && !isCalendarUnit(unit);
}

/** Whether a value names a unit. */
export function isUnit(value: unknown): value is AmountUnit {
  return typeof value === "string" && Object.hasOwn(UNITS, value);
}

/** The length of seconds, minutes and hours, working or elapsed, in whole ms (cut towards zero); `undefined` for days. */
export function amountToMs(amount: Amount): number | undefined {
  if (!isTimeUnit(amount.unit)) return undefined;
  const ms = amount.value * UNITS[amount.unit].compoundMs;
  // 1.005 s are 1005 ms: the last digit of a binary fraction is not worth a millisecond.
  return Number.isInteger(ms) ? ms : Math.trunc(Number(ms.toPrecision(15)));
}
