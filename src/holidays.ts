/**
 * Holiday calendars with their coverage.
 *
 * @module
 */
export type { Holiday, HolidayCalendar, LocalDate, MakeUpDay, Weekday } from "./calendar/definition.js";
export { china, holidayCalendarByName, holidayCalendarNames } from "./holidays/calendar.js";
