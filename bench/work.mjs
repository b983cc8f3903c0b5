// What is worked with: the calendars that are asked, and the instants that they are asked for.
import { compileCalendar, isOpen, uniteCalendars } from "sla-clock/core";
import { randomInstants } from "./random.mjs";

/** @typedef {import("sla-clock/core").Calendar} Calendar */
/** @typedef {import("sla-clock/core").CalendarData} CalendarData */

/** The zone of the work, and of the process while peers that know no other are asked. */
export const ZONE = "America/New_York";

/** What is asked for lies in these years. */
export const YEARS = /** @type {const} */ ({ from: "2024-01-01T00:00Z", to: "2027-01-01T00:00Z" });

/** How many instants a question is asked for. */
export const COUNT = 10_000;

/** Twenty days off, all on weekdays. */
export const HOLIDAYS = [
  ...["2024-01-01", "2024-01-15", "2024-02-19", "2024-05-27", "2024-07-04", "2024-09-02", "2024-11-28", "2024-12-25"],
  ...["2025-01-01", "2025-05-26", "2025-07-04", "2025-09-01", "2025-11-27", "2025-12-25"],
  ...["2026-01-01", "2026-05-25", "2026-07-03", "2026-09-07", "2026-11-26", "2026-12-25"],
];

/** @type {readonly import("sla-clock/core").Weekday[]} */
const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri"];

/**
 * The same windows on each weekday.
 *
 * @param {readonly string[]} windows
 * @returns {import("sla-clock/core").WeeklyHours}
 */
export const week = (...windows) => Object.fromEntries(WEEKDAYS.map((day) => [day, windows]));

const holidays = HOLIDAYS;
const NINE_TO_FIVE = "09:00-17:00";
const allDay = ["00:00-24:00"];
const everyDay = { ...week(...allDay), sat: allDay, sun: allDay };

/** A half day before each day off, and the year's last. */
const halfDays = Object.fromEntries(
  ["2024-07-03", "2024-11-27", "2024-12-24", "2024-12-31", "2025-07-03", "2025-11-26", "2025-12-24", "2025-12-31"]
    .concat(["2026-07-02", "2026-11-25", "2026-12-24", "2026-12-31"])
    .map((date) => [date, ["09:00-13:00"]]),
);

/**
 * The calendars by name; several definitions are united.
 *
 * @type {Record<CalendarName, readonly CalendarData[]>}
 * @typedef {"office" | "lunch" | "nights" | "lunchAndNights" | "halfDays" | "roundTheClock" | "threeZones"} CalendarName
 */
export const DEFINITIONS = {
  office: [{ zone: ZONE, hours: week(NINE_TO_FIVE), holidays }],
  lunch: [{ zone: ZONE, hours: week("09:00-12:00", "13:00-17:00"), holidays }],
  nights: [{ zone: ZONE, hours: week("22:00-06:00"), holidays }],
  lunchAndNights: [{ zone: ZONE, hours: week("09:00-12:00", "13:00-17:00", "22:00-02:00"), holidays }],
  halfDays: [{ zone: ZONE, hours: week(NINE_TO_FIVE), holidays, overrides: halfDays }],
  roundTheClock: [{ zone: ZONE, hours: everyDay, holidays }],
  threeZones: [ZONE, "Europe/London", "Asia/Shanghai"].map((zone) => ({ zone, hours: week(NINE_TO_FIVE), holidays })),
};

/** What the calendars are in words. @type {Record<CalendarName, string>} */
export const CALENDAR_TEXTS = {
  office: "9-5: Mon-Fri 09:00-17:00",
  lunch: "lunch: Mon-Fri 09:00-12:00, 13:00-17:00",
  nights: "nights: Mon-Fri 22:00-06:00",
  lunchAndNights: "lunch and nights: both, three windows a day",
  halfDays: "9-5 with twelve half days",
  roundTheClock: "24x7 with holidays",
  threeZones: "9-5 in New York, London and Shanghai, united",
};

/**
 * A calendar of the work, freshly compiled.
 *
 * @param {CalendarName} name
 * @returns {Calendar}
 */
export function compileWork(name) {
  const [first, ...others] = DEFINITIONS[name].map((definition) => compileCalendar(definition));
  if (first === undefined) throw new Error(`${name} has no definition`);
  return others.length === 0 ? first : uniteCalendars(first, ...others);
}

/** @type {Map<string, Float64Array>} */
const columns = new Map();

/**
 * The instants of the work: at random and never sorted. Of `open` and `closed` ones only those at which the office is.
 * The same array each time.
 *
 * @param {"any" | "open" | "closed"} [starts]
 * @param {number} [count]
 */
export function workInstants(starts = "any", count = COUNT) {
  const key = `${starts} ${count}`;
  const instants = columns.get(key) ?? drawnInstants(starts, count);
  columns.set(key, instants);
  return instants;
}

/** @param {"any" | "open" | "closed"} starts @param {number} count */
function drawnInstants(starts, count) {
  if (starts === "any") return randomInstants(count, YEARS.from, YEARS.to);
  const office = compileWork("office");
  const wanted = starts === "open";
  return randomInstants(6 * count, YEARS.from, YEARS.to)
    .filter((at) => isOpen(office, at) === wanted)
    .slice(0, count);
}
