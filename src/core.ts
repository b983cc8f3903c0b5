/**
 * The pure functional core: calendars from data and their arithmetic, on epoch milliseconds, without a dependency.
 *
 * @module
 */
export { type AddOptions, addWorkingTime, subtractWorkingTime, workingTimeBetween } from "./calendar/arithmetic.js";
export { addWorkingTimeBatch, workingTimeBetweenBatch } from "./calendar/batch.js";
export type { Calendar } from "./calendar/calendar.js";
export { exceptCalendar, intersectCalendars, uniteCalendars } from "./calendar/combine.js";
export { compileCalendar } from "./calendar/compile.js";
export { type CalendarDay, daysOf, isKnown } from "./calendar/days.js";
export type {
  CalendarData,
  Holiday,
  HolidayCalendar,
  HolidayEntry,
  HoursChange,
  LocalDate,
  MakeUpDay,
  TimeOfDay,
  TimeRange,
  Weekday,
  WeeklyHours,
} from "./calendar/definition.js";
export {
  isOpen,
  nextClose,
  nextOpen,
  type OpenInterval,
  openIntervals,
  previousClose,
  previousOpen,
} from "./calendar/query.js";
export type { StretchReason } from "./calendar/reasons.js";
export { receiveCalendar, type SharedCalendar, shareCalendar } from "./calendar/sharing.js";
export {
  addWorkingDays,
  isWorkingDay,
  type WorkingDayOptions,
  type WorkingDayRule,
  workingDaysBetween,
} from "./calendar/working-days.js";
export { type Issue, type IssueCode, type Path, SlaError } from "./errors.js";
