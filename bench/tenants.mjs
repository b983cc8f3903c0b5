// Many calendars that are all alike and all different, as tenants of one service have them.
import { HOLIDAYS, week } from "./work.mjs";

/** @typedef {import("./work.mjs").CalendarData} CalendarData */

const ZONES = [
  ...["America/New_York", "America/Los_Angeles", "America/Sao_Paulo", "Europe/London", "Europe/Berlin"],
  ...["Europe/Warsaw", "Asia/Shanghai", "Asia/Tokyo", "Asia/Kolkata", "Australia/Sydney"],
];
const OPENINGS = ["07:00", "07:30", "08:00", "08:30", "09:00", "09:30", "10:00"];
const CLOSINGS = ["16:00", "16:30", "17:00", "17:30", "18:00", "18:30", "19:00", "19:30", "20:00"];

/** How many calendars {@link tenants} has when they share: 630. */
export const SHARED = ZONES.length * OPENINGS.length * CLOSINGS.length;

/** The weekdays of a year that are no holidays yet. @param {number} year */
function workingDates(year) {
  const days = Array.from({ length: 366 }, (_, day) => new Date(Date.UTC(year, 0, 1 + day)));
  return days
    .filter((day) => day.getUTCFullYear() === year && day.getUTCDay() % 6 !== 0)
    .map((day) => day.toISOString().slice(0, 10))
    .filter((date) => !HOLIDAYS.includes(date));
}

const FREE_DATES = [2024, 2025, 2026].map(workingDates);

/** A day off in each of three years; no two numbers below 16 million have all three in common. @param {number} number */
function ownHolidays(number) {
  let rest = number;
  return FREE_DATES.map((dates) => {
    const date = dates[rest % dates.length] ?? "";
    rest = Math.floor(rest / dates.length);
    return date;
  });
}

/**
 * A calendar with days off of its own, which differ for every number.
 *
 * @param {Pick<CalendarData, "zone" | "hours">} calendar
 * @param {number} number
 * @returns {CalendarData}
 */
export function variant(calendar, number) {
  return { ...calendar, holidays: [...HOLIDAYS, ...ownHolidays(number)] };
}

/** @param {Pick<CalendarData, "zone" | "hours">} calendar @param {number} count */
export function variants(calendar, count) {
  return Array.from({ length: count }, (_, number) => variant(calendar, number));
}

/**
 * The calendar of a tenant: one of 630 of ten zones, seven openings and nine closings; or, all distinct, with days off
 * of its own besides.
 *
 * @param {number} number
 * @param {boolean} distinct
 * @returns {CalendarData}
 */
export function tenant(number, distinct) {
  const zone = ZONES[number % ZONES.length] ?? "UTC";
  const opening = OPENINGS[Math.floor(number / ZONES.length) % OPENINGS.length];
  const closing = CLOSINGS[Math.floor(number / ZONES.length / OPENINGS.length) % CLOSINGS.length];
  const calendar = { zone, hours: week(`${opening}-${closing}`) };
  return distinct ? variant(calendar, number) : { ...calendar, holidays: HOLIDAYS };
}
