/** The plain data that a calendar is made of. Text notations expand to it; nothing else is compiled. */

/** A date of the calendar's zone, `"2026-11-20"`. */
export type LocalDate = string;

/** A time of day, `"09:00"`, `"9:00"` or `"09:00:30"`; `"24:00"` only as a closing time. */
export type TimeOfDay = string;

/**
 * A window of one local date, open at the first time and closed at the second: `"09:00-18:00"`. A second time at or
 * before the first is on the next day (`"22:00-06:00"`, `"22:00-22:00"` is 24 hours); `"00:00-24:00"` is the whole day.
 */
export type TimeRange = string;

/** A day of the week, Monday first. */
export type Weekday = "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun";

/** The windows of each day of a week; a day that is absent or empty is closed. */
export type WeeklyHours = { readonly [day in Weekday]?: readonly TimeRange[] };

/** A date on which a calendar does not open, and what it is called. */
export interface Holiday {
  /** The date, in the calendar's zone. */
  readonly date: LocalDate;
  /** What it is called, in any language. */
  readonly name?: string;
}

/** A date that is worked although its weekday is not: it has the hours of `hoursOf` (default: of the first weekday from Monday on that has some). */
export interface MakeUpDay {
  /** The date, in the calendar's zone. */
  readonly date: LocalDate;
  /** The weekday whose hours it has; default: the first one from Monday on that has hours in the week in force. */
  readonly hoursOf?: Weekday;
  /** What it is called: the holiday that it makes up for, say. */
  readonly name?: string;
}

/**
 * A list of holidays with its coverage: what the list knows lies from `knownFrom` to `knownUntil`, both inclusive.
 * Absent bounds mean that the list claims to be complete on that side.
 */
export interface HolidayCalendar {
  /** Its name, for people. */
  readonly name: string;
  /** The first date that the list knows. */
  readonly knownFrom?: LocalDate;
  /** The last date that the list knows. */
  readonly knownUntil?: LocalDate;
  /** The dates that are holidays, in any order. */
  readonly holidays: readonly Holiday[];
  /** The dates that are worked instead. */
  readonly makeUpDays?: readonly MakeUpDay[];
  /** Where the list comes from. */
  readonly source?: string;
  /** Which edition of the source it is. */
  readonly version?: string;
}

/** One entry of a list of holidays: a bare date, a named date, or a whole calendar with its make-up days and coverage. */
export type HolidayEntry = LocalDate | Holiday | HolidayCalendar;

/** New weekly hours that replace the week from a date on. */
export interface HoursChange {
  /** The first date of the new week. */
  readonly from: LocalDate;
  /** The windows of each day from then on. */
  readonly hours: WeeklyHours;
}

/**
 * A calendar as the core compiles it: the one normal form, all data and no notation.
 * The more particular statement wins: overrides, then make-up days, then holidays, then the week in force.
 */
export interface CalendarData {
  /** `"Asia/Shanghai"`, `"UTC"`, `"UTC+8"`, `"+08:00"`. */
  readonly zone: string;
  /** The week that is in force until a change. */
  readonly hours: WeeklyHours;
  /** Dates on which it does not open; a holiday calendar brings its make-up days and its coverage with it. */
  readonly holidays?: HolidayCalendar | readonly HolidayEntry[];
  /** Dates worked besides; `false` means that the make-up days of the holiday calendars are not worked here. */
  readonly makeUpDays?: readonly (LocalDate | MakeUpDay)[] | false;
  /** The hours that replace those of a date; an empty list closes it. */
  readonly overrides?: Readonly<Record<LocalDate, readonly TimeRange[]>>;
  /** Stretches of the wall clock that are closed on a date, whoever's window they cut. */
  readonly breaks?: Readonly<Record<LocalDate, readonly TimeRange[]>>;
  /** New weekly hours from a date on, in any order. */
  readonly changes?: readonly HoursChange[];
  /** Until when the holidays are known, inclusive; the earliest of this and of the holiday calendars' bounds counts. */
  readonly knownUntil?: LocalDate;
}

/**
 * Calendars combined as instants: open when one of them is, when all are, or when the first is and no other one. Each is
 * a definition, text, or inside a policy the name of another calendar. The zone is that of the first.
 */
export type CalendarCombination =
  | {
      /** Open whenever one of them is. */
      readonly unite: readonly CalendarSource[];
    }
  | {
      /** Open while all of them are. */
      readonly intersect: readonly CalendarSource[];
    }
  | {
      /** Open while the first is and none of the others. */
      readonly except: readonly CalendarSource[];
    };

/** Everything that a calendar can be made from as data. */
export type CalendarSource = string | CalendarDefinition | CalendarCombination;

/** Weekly hours as people hand them in: per weekday, or as text for the reader of notations (`"5x8 from 08:00"`). */
export type HoursDefinition = string | WeeklyHours;

/**
 * A calendar as a person writes it: {@link CalendarData} with the hours as text where that is handier, and holidays
 * by name. The `zone` may be absent inside a policy (the policy's zone) and where the hours' text names one.
 */
export interface CalendarDefinition extends Omit<CalendarData, "zone" | "hours" | "holidays" | "changes"> {
  /** An IANA name, `UTC` or a fixed offset. */
  readonly zone?: string;
  /** The week that is in force until a change: data, or text such as `Mon-Fri 09:00-18:00`. */
  readonly hours: HoursDefinition;
  /** A {@link HolidayCalendar}, its built-in name (`"CN"`), or a list of dates and calendars. */
  readonly holidays?: string | HolidayCalendar | readonly HolidayEntry[];
  /** New weekly hours from a date on, in any order. */
  readonly changes?: readonly {
    /** The first date of the new week. */
    readonly from: LocalDate;
    /** The hours from then on. */
    readonly hours: HoursDefinition;
  }[];
}
