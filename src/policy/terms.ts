/** What a row promises tickets of the same keys and zone: all that a deadline is computed from, but the opening. */
import { addTo } from "../calendar/arithmetic.js";
import { type Calendar, stateOf } from "../calendar/calendar.js";
import { nextOpenAt } from "../calendar/query.js";
import { addDaysTo, dayStartOf, workingDayFrom } from "../calendar/working-days.js";
import { fail, type Path } from "../errors.js";
import { type Amount, amountToMs, isWorkingUnit, type PromiseTerm } from "../time/amount.js";
import { addMonths } from "../time/local-date.js";
import { parseTimeOfDay } from "../time/time-of-day.js";
import { DAY_MS, isSupportedInstant } from "../time/units.js";
import { localAt, localToInstant, type Zone } from "../time/zone.js";
import { failOnMissingZone } from "./bind-calendars.js";
import type { PolicyState, Row } from "./binder.js";
import { meets, type TicketKeys } from "./match.js";

/** Where an opening stands, for errors: a constant, so that the hot path makes no lists. */
export const OPENED_AT: Path = ["openedAt"];

/** Why a clock started later than the ticket was opened. */
export interface StartedBy {
  /** The calendar whose next open moment was waited for. */
  readonly calendar: string;
  /** Where the policy says so: `["targets", 3, "startsOn"]` or `["intake", 0, "startsOn"]`. */
  readonly path: Path;
}

/** A row on which tickets of the same keys and zone get a deadline: all that it is computed from, but the opening. */
export interface RowTerms {
  readonly index: number;
  readonly row: Row;
  /** The row's calendar; `undefined` for elapsed time and for days without a calendar. */
  readonly calendar: Calendar | undefined;
  /** What the clock waits for before it starts, and the calendars of these. */
  readonly starts: readonly StartedBy[];
  readonly startCalendars: readonly Calendar[];
  /** The zone in which days are counted, where days are counted. */
  readonly dayZone: Zone | undefined;
  /** The deadline of a clock that starts at an instant, in epoch milliseconds. */
  readonly dueFrom: (startMs: number) => number;
}

/** The terms of a row; `undefined` for a promise without a deadline. */
export function termsOf(
  state: PolicyState,
  index: number,
  keys: TicketKeys,
  localZone: Zone | undefined,
): RowTerms | undefined {
  const row = state.rows[index] as Row;
  if (row.term === "notGuaranteed" || row.term === "byArrangement") return undefined;
  const { calendar: name } = row;
  const calendar = name === undefined ? undefined : state.calendarIn(name, localZone);
  const starts = startsOf(state, index, keys);
  const startCalendars = starts.map((waitsFor) => state.calendarIn(waitsFor.calendar, localZone));
  const dayZone = needsDayZone(row.term)
    ? ((calendar && stateOf(calendar).source.zone) ?? state.zone ?? localZone ?? failOnMissingZone(state.policy))
    : undefined;
  const dueFrom = dueFunction(row, calendar, dayZone);
  return { index, row, calendar, starts, startCalendars, dayZone, dueFrom };
}

/** Refuses a deadline that lies outside what has answers. */
export function supportedDue(dueMs: number): number {
  return isSupportedInstant(dueMs) ? dueMs : fail("out_of_range", OPENED_AT, "a deadline before 2201-01-01", dueMs);
}

/** Whether a promise reads its calendar's hours; days, weeks and months take only its zone. */
export function runsOnCalendar(term: PromiseTerm): boolean {
  return term === "immediate" || (typeof term !== "string" && isWorkingUnit(term.unit));
}

function needsDayZone(term: PromiseTerm): boolean {
  return typeof term !== "string" && ["day", "week", "month", "workingDay"].includes(term.unit);
}

function startsOf({ policy, rows }: PolicyState, index: number, keys: TicketKeys): StartedBy[] {
  const { startsOn } = (rows[index] as Row).target;
  const ofRow = startsOn === undefined ? [] : [{ calendar: startsOn, path: ["targets", index, "startsOn"] }];
  const ofIntake = (policy.intake ?? []).flatMap((rule, i) =>
    meets(keys, rule.when) ? [{ calendar: rule.startsOn, path: ["intake", i, "startsOn"] }] : [],
  );
  return [...ofRow, ...ofIntake];
}

/** The deadline by the meaning of the unit (semantics 14, 16). */
function dueFunction(row: Row, calendar: Calendar | undefined, dayZone: Zone | undefined): RowTerms["dueFrom"] {
  const { term, target } = row;
  if (typeof term === "string") return calendar === undefined ? atOnce : (startMs) => immediate(calendar, startMs, row);
  const amountMs = amountToMs(term) as number;
  switch (term.unit) {
    case "second":
    case "minute":
    case "hour":
      return (startMs) => startMs + amountMs;
    case "day":
    case "week":
    case "month":
      return calendarDays(row, term, dayZone as Zone);
    case "workingDay":
      return workingDays(row, term.value, calendar as Calendar);
    default:
      return (startMs) => addTo(calendar as Calendar, startMs, amountMs, target.atClose);
  }
}

function atOnce(startMs: number): number {
  return startMs;
}

function immediate(calendar: Calendar, startMs: number, row: Row): number {
  return (
    nextOpenAt(stateOf(calendar), startMs, OPENED_AT) ??
    fail("never_opens", OPENED_AT, `an opening of ${row.calendar} after the ticket was opened`, undefined)
  );
}

function workingDays(row: Row, days: number, calendar: Calendar): RowTerms["dueFrom"] {
  const { cutoff, by, atClose } = row.target;
  if (by === undefined) {
    const options = { rule: row.rule, cutoff, atClose, hoursPerDay: row.hoursPerDay };
    return (startMs) => addDaysTo(calendar, startMs, days, options);
  }
  const byMs = parseTimeOfDay(by) as number;
  const state = stateOf(calendar);
  return (startMs) => {
    const start = dayStartOf(state, startMs, days, cutoff);
    const day = workingDayFrom(state, start.day, days);
    // A count of 0 may leave a time that is over when the clock starts: then it is due at once.
    return Math.max(start.at, localToInstant(state.source.zone, day * DAY_MS + byMs));
  };
}

/** The date so many days, weeks or months after another one. */
export function calendarDayAfter(epochDay: number, count: number, unit: Amount["unit"]): number {
  return unit === "month" ? addMonths(epochDay, count) : epochDay + count * (unit === "week" ? 7 : 1);
}

/** Calendar time keeps the local clock; "endOfDay" is the midnight that ends the last date. */
function calendarDays({ target }: Row, { value, unit }: Amount, zone: Zone): RowTerms["dueFrom"] {
  const byMs = target.by === undefined ? undefined : (parseTimeOfDay(target.by) as number);
  return (startMs) => {
    const localMs = localAt(zone, startMs);
    const startDay = Math.floor(localMs / DAY_MS);
    const day = calendarDayAfter(startDay, value, unit);
    const timeOfDayMs = byMs ?? localMs - startDay * DAY_MS;
    const localDueMs = target.rule === "endOfDay" ? (day + 1) * DAY_MS : day * DAY_MS + timeOfDayMs;
    return Math.max(startMs, localToInstant(zone, localDueMs));
  };
}
