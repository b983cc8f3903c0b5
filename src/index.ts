/**
 * SLA deadlines: when is it due, how does it stand, and why. Calendars, notation, policies and deadlines for every kind
 * of instant.
 *
 * @module
 */
export type { AddOptions } from "./calendar/arithmetic.js";
export { addWorkingTimeBatch, workingTimeBetweenBatch } from "./calendar/batch.js";
export type { Calendar } from "./calendar/calendar.js";
export { exceptCalendar, intersectCalendars, uniteCalendars } from "./calendar/combine.js";
export { type CalendarDay, daysOf } from "./calendar/days.js";
export type {
  CalendarCombination,
  CalendarData,
  CalendarDefinition,
  CalendarSource,
  Holiday,
  HolidayCalendar,
  HolidayEntry,
  HoursChange,
  HoursDefinition,
  LocalDate,
  MakeUpDay,
  TimeOfDay,
  TimeRange,
  Weekday,
  WeeklyHours,
} from "./calendar/definition.js";
export {
  type FormattableHours,
  formatHours,
  type HoursNotice,
  type HoursOptions,
  type ParsedHours,
  parseHours,
  safeParseHours,
} from "./calendar/notation.js";
export type { OpenInterval } from "./calendar/query.js";
export type { StretchReason } from "./calendar/reasons.js";
export { receiveCalendar, type SharedCalendar, shareCalendar } from "./calendar/sharing.js";
export type { WorkingDayOptions, WorkingDayRule } from "./calendar/working-days.js";
export { type Issue, type IssueCode, type Parsed, type Path, SlaError } from "./errors.js";
export { explainDeadline, explainWorkingTime } from "./explain/explain.js";
export type { CountedStep, DueExplanation, Explanation, OpenExplanation, Stretch } from "./explain/explanation.js";
export { type ExplanationFormat, formatExplanation } from "./explain/sentences.js";
export type { Locale } from "./explain/time-text.js";
export {
  addWorkingDays,
  addWorkingTime,
  compileCalendar,
  isKnown,
  isOpen,
  isWorkingDay,
  nextClose,
  nextOpen,
  openIntervals,
  previousClose,
  previousOpen,
  subtractWorkingTime,
  type WorkingTime,
  workingDaysBetween,
  workingTimeBetween,
} from "./instant/calendar-functions.js";
export type {
  InstantInput,
  LuxonDateTimeLike,
  SameKind,
  TemporalInstantLike,
  TemporalZonedDateTimeLike,
} from "./instant/instant.js";
export type { MetricDeadlines } from "./policy/answer-columns.js";
export type { PolicyParameters } from "./policy/binder.js";
export { type CompiledPolicy, calendarOf, compilePolicy } from "./policy/compile.js";
export { type Deadline, type DueDeadline, deadlinesFor, type OpenDeadline } from "./policy/deadline.js";
export { type BatchDeadlines, deadlinesBatch } from "./policy/deadlines-batch.js";
export type * from "./policy/definition.js";
export type { Notice, NoticeCode } from "./policy/notices.js";
export type { StartedBy } from "./policy/terms.js";
export type { Ticket } from "./policy/ticket.js";
export type { KeyColumn, KeyIndexes, TicketColumns } from "./policy/ticket-columns.js";
export {
  type Amount,
  type AmountUnit,
  formatAmount,
  type ParsedPromise,
  type PromiseNotice,
  type PromiseTerm,
  parseAmount,
  parsePromise,
  safeParseAmount,
  safeParsePromise,
} from "./time/amount.js";
