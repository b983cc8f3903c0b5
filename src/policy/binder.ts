/** What is passed along while a policy is compiled, and what comes out: rows and calendars, bound. */
import type { Calendar } from "../calendar/calendar.js";
import type { CalendarSource, HolidayCalendar, HolidayEntry, TimeOfDay } from "../calendar/definition.js";
import { oneOf, type Path } from "../errors.js";
import type { PromiseTerm } from "../time/amount.js";
import type { Zone } from "../time/zone.js";
import type { Policy, Target, WorkingDayRule } from "./definition.js";
import type { ScopedNotice } from "./notices.js";
import type { Report } from "./shape.js";
import type { Names } from "./ticket.js";

/** What the caller decides for a policy; it goes before the policy's own defaults, and after what a row says. */
export interface PolicyParameters {
  /** The zone of calendars that name none, of days, and of text answers; needed where the policy's zone is `"local"`. */
  readonly zone?: string | undefined;
  /** Replaces the holidays of every calendar but `always`: a list, a {@link HolidayCalendar}, or `"CN"`. */
  readonly holidays?: string | HolidayCalendar | readonly HolidayEntry[] | undefined;
  /** The working-day rule of rows that name none. */
  readonly workingDayRule?: WorkingDayRule | undefined;
  /** The hours of a working day for the rule `"workingHours"`, of rows that name none. */
  readonly hoursPerDay?: number | undefined;
  /** The opening of hours that are given as "5x8", whatever they say themselves: `"09:00"`. */
  readonly anchor?: TimeOfDay | undefined;
  /** Calendars that replace those of the same name. */
  readonly calendars?: { readonly [name: string]: CalendarSource } | undefined;
}

/** A row, bound: what it promises in data, and by which calendars. */
export interface Row {
  readonly target: Target;
  readonly term: PromiseTerm;
  readonly calendar: string | undefined;
  readonly rule: WorkingDayRule;
  readonly hoursPerDay: number | undefined;
}

/** What a compiled policy is inside. */
export interface PolicyState {
  /** The policy's own copy: what the caller does to the definition afterwards changes no answer. */
  readonly policy: Policy;
  readonly rows: readonly Row[];
  readonly names: Names;
  readonly notices: readonly ScopedNotice[];
  /** The policy's own zone; `undefined` where it is the caller's ("local") or there is none. */
  readonly zone: Zone | undefined;
  readonly parameterZone: Zone | undefined;
  readonly calendarNames: readonly string[];
  /** The calendar of a name; one without a zone of its own runs in the given zone. */
  readonly calendarIn: (name: string, localZone: Zone | undefined) => Calendar;
}

/** What compiling passes along. */
export interface Binder {
  readonly policy: Policy;
  readonly parameters: PolicyParameters;
  readonly report: Report;
  readonly notices: ScopedNotice[];
  readonly zone: Zone | undefined;
  readonly calendarNames: readonly string[];
}

/** The calendar that exists in every policy, 24x7. */
export const ALWAYS = "always";

/** A row or a rule may only name calendars that the policy has. */
export function checkCalendarName({ calendarNames, report }: Binder, name: string, path: Path): void {
  if (!calendarNames.includes(name)) report.add("unknown_calendar", path, oneOf(calendarNames, name), name);
}
