/** The calendars that the tables of the core share. */

import { type Calendar, type CalendarData, compileCalendar, type TimeRange, type Weekday } from "../../src/core.js";

export const WORKING_DAYS: readonly Weekday[] = ["mon", "tue", "wed", "thu", "fri"];
export const DAILY: readonly Weekday[] = [...WORKING_DAYS, "sat", "sun"];

/** The same windows on each of some weekdays. */
export function week(days: readonly Weekday[], ...ranges: readonly TimeRange[]): CalendarData["hours"] {
  return Object.fromEntries(days.map((day) => [day, ranges]));
}

/** Monday to Friday, 09:00-18:00 in Shanghai, whose clock does not change. */
export function office(more: Partial<CalendarData> = {}): Calendar {
  return compileCalendar({ zone: "Asia/Shanghai", hours: week(WORKING_DAYS, "09:00-18:00"), ...more });
}

/** The nights of Monday to Friday, 22:00-06:00 in Shanghai. */
export function nights(more: Partial<CalendarData> = {}): Calendar {
  return compileCalendar({ zone: "Asia/Shanghai", hours: week(WORKING_DAYS, "22:00-06:00"), ...more });
}

/** The same windows on every day. */
export function daily(zone: string, ...ranges: readonly TimeRange[]): Calendar {
  return compileCalendar({ zone, hours: week(DAILY, ...ranges) });
}
