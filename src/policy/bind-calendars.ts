/** The calendars of a policy: compiled in its zone, or for each zone that asks. */
import type { Calendar } from "../calendar/calendar.js";
import type { CalendarSource } from "../calendar/definition.js";
import { fail, type Issue, oneOf } from "../errors.js";
import { type CalendarNotice, type NamedCalendar, type ReadCalendar, readDefinition } from "../holidays/expand.js";
import { ALWAYS, type Binder, type PolicyState } from "./binder.js";
import type { Policy } from "./definition.js";
import type { ScopedNotice } from "./notices.js";

type CalendarIn = PolicyState["calendarIn"];

/** Compiles every calendar once, in the policy's zone; those of a "local" policy again for each zone that asks. */
export function bindCalendars(binder: Binder): CalendarIn {
  const { policy, report, zone } = binder;
  checkCalendarKeys(binder);
  const compiled = new Map<string, Calendar>();
  const byZone = new Map<string, Calendar>();
  // Any zone will do for the check where the caller's is still to come, or where the policy's is wrong already.
  const notSeenYet = zone?.name ?? (policy.zone === undefined ? undefined : "UTC");
  for (const name of binder.calendarNames) {
    const read = readNamed(binder, name, notSeenYet, report.issues);
    if (read === undefined) continue;
    binder.notices.push(...read.notices.map((notice) => calendarNotice(notice, name)));
    const bound = zone !== undefined || hasOwnZone(binder, name);
    if (bound) compiled.set(name, read.calendar);
  }
  return (name, localZone) => {
    const bound = compiled.get(name);
    if (bound !== undefined) return bound;
    if (localZone === undefined) return failOnMissingZone(policy);
    const key = `${localZone.name}\n${name}`; // no zone has a line break in its name
    const inZone = byZone.get(key) ?? readNamed(binder, name, localZone.name, [])?.calendar;
    byZone.set(key, inZone as Calendar);
    return inZone as Calendar;
  };
}

/** A zone is needed and nobody gave one. */
export function failOnMissingZone(policy: Policy): never {
  const why = policy.zone === "local" ? "the policy's times are local time" : "the policy names no zone";
  fail("missing_parameter", ["zone"], `a zone ("Asia/Shanghai"), as a parameter or as ticket.zone: ${why}`, undefined);
}

/** Reads the calendar of a name: the caller's, else the policy's. Holidays that the caller passes never touch `always`. */
function readNamed(binder: Binder, name: string, zone: string | undefined, issues: Issue[]): ReadCalendar | undefined {
  const { policy, parameters } = binder;
  const named = (other: string): NamedCalendar | undefined => {
    const source = parameters.calendars?.[other] ?? policy.calendars?.[other];
    if (source !== undefined) return { source };
    return other === ALWAYS ? { source: always(zone), keepsHolidays: true } : undefined;
  };
  if (name === ALWAYS) return readDefinition(always(zone), {}, ["calendars", ALWAYS], issues);
  const isGiven = parameters.calendars?.[name] !== undefined;
  const path = isGiven ? ["parameters", "calendars", name] : ["calendars", name];
  const { anchor, holidays } = parameters;
  const { source } = named(name) as NamedCalendar;
  return readDefinition(source, { zone, anchor, holidays, named, inside: [name] }, path, issues);
}

function always(zone: string | undefined): CalendarSource {
  return { zone: zone ?? "UTC", hours: "24x7", holidays: [] };
}

/** Whether a calendar names its zone itself, and so needs none from outside. */
function hasOwnZone(binder: Binder, name: string): boolean {
  return name !== ALWAYS && readNamed(binder, name, undefined, []) !== undefined;
}

function checkCalendarKeys({ policy, parameters, report, calendarNames }: Binder): void {
  if (policy.calendars !== undefined && Object.hasOwn(policy.calendars, ALWAYS)) {
    report.add("duplicate_value", ["calendars", ALWAYS], `another name: ${ALWAYS} is 24x7 in every policy`, ALWAYS);
  }
  for (const name of Object.keys(parameters.calendars ?? {})) {
    if (!calendarNames.includes(name) || name === ALWAYS) {
      const known = calendarNames.filter((other) => other !== ALWAYS);
      report.add("unknown_calendar", ["parameters", "calendars", name], oneOf(known, name), name);
    }
  }
}

function calendarNotice({ code, path, message, zh }: CalendarNotice, name: string): ScopedNotice {
  const override =
    code === "no_holidays"
      ? "parameters.holidays"
      : `parameters.${code === "anchor_by_default" ? "anchor" : "calendars"}`;
  return { notice: { code, path, message, zh, override }, isUsedBy: ({ calendars }) => calendars.includes(name) };
}
