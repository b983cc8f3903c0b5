/** From a policy as data to a bound one: every statement checked, all mistakes together, every default noted. */
import type { Calendar } from "../calendar/calendar.js";
import type { CalendarSource, HolidayCalendar, HolidayEntry, TimeOfDay } from "../calendar/definition.js";
import { isOwnWorkingHours } from "../calendar/notation.js";
import { fail, failOnIssues, type Issue, oneOf, type Path } from "../errors.js";
import { type CalendarNotice, readDefinition } from "../holidays/expand.js";
import {
  type Amount,
  checkAmount,
  isCalendarUnit,
  isWorkingUnit,
  type PromiseTerm,
  parseAmount,
} from "../time/amount.js";
import { parseLocalDate } from "../time/local-date.js";
import { parseTimeOfDay } from "../time/time-of-day.js";
import { type Zone, zoneOf } from "../time/zone.js";
import type { Conditions, Policy, Target, WorkingDayRule } from "./definition.js";
import { BUILT_IN_CONDITIONS } from "./match.js";
import { assumptionNotice, type Notice, type ScopedNotice } from "./notices.js";
import { checkParametersShape, checkPolicyShape, isData, newReport, type Report } from "./shape.js";
import { type Names, readNames, tried } from "./ticket.js";

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

/**
 * A policy that was checked and bound to its calendars. Its keys are type parameters, so that a ticket with a severity
 * that the policy does not have does not compile.
 */
export interface CompiledPolicy<
  Tier extends string = string,
  Severity extends string = string,
  Channel extends string = string,
  Type extends string = string,
> {
  /** The policy's name. */
  readonly name: string;
  /** The policy as it was handed in. */
  readonly definition: Policy<Tier, Severity, Channel, Type>;
  /** What the caller decided for it. */
  readonly parameters: PolicyParameters;
  /** The doubtful or default readings that were taken, with their places. */
  readonly notices: readonly Notice[];
  /** @internal */
  readonly "~policy": PolicyState;
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

const ALWAYS = "always";

/**
 * Checks a policy and binds it to its calendars. The error lists every mistake of the definition, each with its place.
 *
 * @throws SlaError `unknown_key`, `missing_key`, `invalid_type`, `unknown_value`, `duplicate_value`, `invalid_amount`,
 * `unknown_calendar`, `missing_calendar` (a working amount without a calendar), `unused_calendar` (an elapsed amount with
 * one), `missing_zone`, `invalid_option`, and everything that {@link compileCalendar} throws.
 * @example
 * ```ts
 * import { compilePolicy, deadlinesFor } from "sla-clock";
 *
 * const policy = compilePolicy({
 *   name: "helpdesk",
 *   zone: "Asia/Shanghai",
 *   calendars: { office: { hours: "Mon-Fri 09:00-18:00", holidays: "CN" } },
 *   severities: { S1: {}, S2: {} },
 *   targets: [
 *     { when: { severity: "S1" }, metric: "firstResponse", within: "4 working hours", calendar: "office" },
 *     { when: { severity: "S2" }, metric: "firstResponse", within: "1 working day", calendar: "office" },
 *   ],
 * });
 * const [deadline] = deadlinesFor(policy, { openedAt: "2026-11-20T17:00+08:00", severity: "S1" });
 * deadline?.promise === "deadline" && deadline.dueAt; //=> "2026-11-23T12:00:00+08:00"
 * policy.notices.map(({ code, path }) => `${code} at ${path.join(".")}`); //=> ["rule_by_default at targets.1.rule"]
 * ```
 */
export function compilePolicy<
  Tier extends string = string,
  Severity extends string = string,
  Channel extends string = string,
  Type extends string = string,
>(
  policy: Policy<Tier, Severity, Channel, Type>,
  parameters: PolicyParameters = {},
): CompiledPolicy<Tier, Severity, Channel, Type> {
  const report = newReport();
  checkPolicyShape(policy, report);
  checkParametersShape(parameters, report);
  failOnIssues(report.issues); // meaning is read only of what has the right shape
  const state = bind(policy as unknown as Policy, parameters, report);
  failOnIssues(report.issues);
  const notices = state.notices.map(({ notice }) => notice);
  return { name: policy.name, definition: policy, parameters, notices, "~policy": state };
}

/** The inside of a compiled policy; refuses anything else. */
export function policyStateOf(policy: CompiledPolicy<never, never, never, never> | CompiledPolicy): PolicyState {
  const state = policy?.["~policy"];
  if (state === undefined) fail("invalid_type", ["policy"], "a policy made by compilePolicy", policy);
  return state;
}

/**
 * A calendar of a policy, for plain arithmetic; `"always"` exists in every policy.
 *
 * @throws SlaError `unknown_calendar`; `missing_parameter` where the policy's zone is `"local"` and none was passed.
 * @example
 * ```ts
 * import { calendarOf, compilePolicy, isOpen } from "sla-clock";
 * import { chinanetcloud } from "sla-clock/catalog";
 *
 * const office = calendarOf(compilePolicy(chinanetcloud), "office");
 * isOpen(office, "2026-11-20T09:30+08:00"); //=> true
 * ```
 */
export function calendarOf(
  policy: CompiledPolicy<never, never, never, never> | CompiledPolicy,
  name: string,
): Calendar {
  const { calendarNames, calendarIn } = policyStateOf(policy);
  if (!calendarNames.includes(name)) fail("unknown_calendar", ["name"], oneOf(calendarNames, name), name);
  return calendarIn(name, undefined);
}

/** What compiling passes along. */
interface Binder {
  readonly policy: Policy;
  readonly parameters: PolicyParameters;
  readonly report: Report;
  readonly notices: ScopedNotice[];
  readonly zone: Zone | undefined;
  readonly calendarNames: readonly string[];
}

function bind(policy: Policy, parameters: PolicyParameters, report: Report): PolicyState {
  const parameterZone = readZone(parameters.zone, ["parameters", "zone"], report);
  const zone = parameterZone ?? (policy.zone === "local" ? undefined : readZone(policy.zone, ["zone"], report));
  const calendarNames = [...Object.keys(policy.calendars ?? {}), ALWAYS];
  const binder: Binder = { policy, parameters, report, notices: [], zone, calendarNames };
  const calendarIn = bindCalendars(binder);
  const names = readNames(policy, report);
  checkDates(binder);
  const rows = policy.targets.map((target, i) => bindRow(binder, names, target, ["targets", i]));
  policy.intake?.forEach((rule, i) => {
    checkConditions(binder, names, rule.when, ["intake", i, "when"]);
    checkCalendarName(binder, rule.startsOn, ["intake", i, "startsOn"]);
  });
  checkPlaces(binder, names);
  policy.assumptions?.forEach((assumption, i) => {
    const { parameter } = assumption;
    const isOverridden = parameter !== undefined && parameters[parameter] !== undefined;
    if (!isOverridden) binder.notices.push(assumptionNotice(assumption, i));
  });
  return { rows, names, notices: binder.notices, zone, parameterZone, calendarNames, calendarIn };
}

function readZone(name: string | undefined, path: Path, report: Report): Zone | undefined {
  return name === undefined ? undefined : tried(report, () => zoneOf(name, path));
}

function checkDates({ policy, report }: Binder): void {
  const { effectiveFrom } = policy;
  if (effectiveFrom !== undefined && parseLocalDate(effectiveFrom) === undefined) {
    report.add("invalid_date", ["effectiveFrom"], 'a date that exists ("2026-11-20")', effectiveFrom);
  }
}

type CalendarIn = PolicyState["calendarIn"];

/** Compiles every calendar once, in the policy's zone; those of a "local" policy again for each zone that asks. */
function bindCalendars(binder: Binder): CalendarIn {
  const { policy, report, zone } = binder;
  checkCalendarKeys(binder);
  const compiled = new Map<string, Calendar>();
  const notSeenYet = zone?.name ?? (policy.zone === "local" ? "UTC" : undefined);
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
    const key = `${name} ${localZone.name}`;
    const inZone = compiled.get(key) ?? readNamed(binder, name, localZone.name, [])?.calendar;
    compiled.set(key, inZone as Calendar);
    return inZone as Calendar;
  };
}

/** A zone is needed and nobody gave one. */
export function failOnMissingZone(policy: Policy): never {
  const why = policy.zone === "local" ? "the policy's times are local time" : "the policy names no zone";
  fail("missing_parameter", ["zone"], `a zone ("Asia/Shanghai"), as a parameter or as ticket.zone: ${why}`, undefined);
}

function readNamed({ policy, parameters }: Binder, name: string, zone: string | undefined, issues: Issue[]) {
  const always: CalendarSource = { zone: zone ?? "UTC", hours: "24x7", holidays: [] };
  if (name === ALWAYS) return readDefinition(always, {}, ["calendars", ALWAYS], issues);
  const named = (other: string): CalendarSource | undefined => {
    return parameters.calendars?.[other] ?? policy.calendars?.[other] ?? (other === ALWAYS ? always : undefined);
  };
  const isGiven = parameters.calendars?.[name] !== undefined;
  const path = isGiven ? ["parameters", "calendars", name] : ["calendars", name];
  const { anchor, holidays } = parameters;
  return readDefinition(named(name) ?? "", { zone, anchor, holidays, named, inside: [name] }, path, issues);
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

function bindRow(binder: Binder, names: Names, target: Target, path: Path): Row {
  checkConditions(binder, names, target.when, [...path, "when"]);
  if (target.startsOn !== undefined) checkCalendarName(binder, target.startsOn, [...path, "startsOn"]);
  const term = readTerm(binder, target.within, [...path, "within"]);
  const calendar = readRowCalendar(binder, target, term, path);
  const rule = readRule(binder, target, term, path);
  checkTimes(binder, target, term, path);
  const hoursPerDay = target.hoursPerDay ?? binder.parameters.hoursPerDay;
  if (hoursPerDay !== undefined && !(hoursPerDay > 0 && hoursPerDay <= 24)) {
    const place = target.hoursPerDay === undefined ? ["parameters", "hoursPerDay"] : [...path, "hoursPerDay"];
    binder.report.add("invalid_option", place, "hours above 0 and up to 24", hoursPerDay);
  }
  return { target, term, calendar, rule, hoursPerDay };
}

/** The term, or "immediate" in the place of one that could not be read, so that the rest is still checked. */
function readTerm({ report }: Binder, within: string | Amount, path: Path): PromiseTerm {
  if (typeof within !== "string") {
    const issues = checkAmount(within, path);
    report.issues.push(...issues);
    return issues.length === 0 ? within : "immediate";
  }
  const before = report.issues.length;
  const term = tried(report, () => parseAmount(within));
  for (const [i, one] of report.issues.entries()) if (i >= before) report.issues[i] = { ...one, path };
  return term ?? "immediate";
}

function readRowCalendar(binder: Binder, target: Target, term: PromiseTerm, path: Path): string | undefined {
  const { calendar } = target;
  const unit = typeof term === "string" ? term : term.unit;
  const isWorking = typeof term !== "string" && isWorkingUnit(term.unit);
  if (calendar === undefined)
    return isWorking ? ownWorkingCalendar(binder, [...path, "calendar"]) : withoutCalendar(binder, unit, path);
  if (isOwnWorkingHours(calendar) && !binder.calendarNames.includes(calendar)) {
    return ownWorkingCalendar(binder, [...path, "calendar"]);
  }
  checkCalendarName(binder, calendar, [...path, "calendar"]);
  if (unit === "second" || unit === "minute" || unit === "hour") {
    const expected = `no calendar beside elapsed ${unit}s (did you mean working ${unit}s, or startsOn?)`;
    binder.report.add("unused_calendar", [...path, "calendar"], expected, calendar);
  }
  return calendar;
}

/** Days need a zone: the policy's, where the row names no calendar. */
function withoutCalendar(binder: Binder, unit: string, path: Path): undefined {
  const { policy, zone, report } = binder;
  if (!isCalendarUnit(unit as Amount["unit"]) || zone !== undefined || policy.zone === "local") return;
  report.add(
    "missing_zone",
    [...path, "within"],
    `a zone of the policy or a calendar of the row, to count ${unit}s in`,
    undefined,
  );
}

/** "Working hours" without a name are the policy's own ones: its only calendar, never nine to five. */
function ownWorkingCalendar(binder: Binder, path: Path): string | undefined {
  const own = binder.calendarNames.filter((name) => name !== ALWAYS);
  const [only] = own;
  if (only === undefined || own.length > 1) {
    const expected =
      only === undefined ? "a calendar of the policy's own to run on; it defines none" : oneOf(own, undefined);
    binder.report.add("missing_calendar", path, expected, undefined);
    return undefined;
  }
  const row = path[1] as number;
  const message = `working time runs on ${only}, the only calendar of the policy`;
  const zh = `工作时间按本政策唯一的日历 ${only} 计算`;
  binder.notices.push({
    notice: { code: "calendar_by_default", path, message, zh, override: `targets[${row}].calendar` },
    isUsedBy: (answer) => answer.row === row,
  });
  return only;
}

function checkCalendarName({ calendarNames, report }: Binder, name: string, path: Path): void {
  if (!calendarNames.includes(name)) report.add("unknown_calendar", path, oneOf(calendarNames, name), name);
}

/** Row, then parameter, then the policy's default, then "sameTime", which is noted. */
function readRule(binder: Binder, target: Target, term: PromiseTerm, path: Path): WorkingDayRule {
  const { policy, parameters, notices } = binder;
  const isWorkingDays = typeof term !== "string" && term.unit === "workingDay";
  if (!isWorkingDays) return target.rule ?? "sameTime";
  const given = target.rule ?? parameters.workingDayRule ?? policy.workingDayRule;
  if (given !== undefined || target.by !== undefined) return given ?? "sameTime";
  const row = path[1] as number;
  notices.push({
    notice: {
      code: "rule_by_default",
      path: [...path, "rule"],
      message: "working days end at the same time of day (sameTime), as no rule was given",
      zh: "未指定工作日规则，按“同一时刻”（sameTime）计算",
      override: 'parameters.workingDayRule: "endOfDay" or "workingHours"',
    },
    isUsedBy: (answer) => answer.row === row,
  });
  return "sameTime";
}

/** `cutoff`, `by`, `rule` and `hoursPerDay` belong to days; elsewhere they would be read by nobody, which is noted. */
function checkTimes(binder: Binder, target: Target, term: PromiseTerm, path: Path): void {
  const { report } = binder;
  for (const key of ["cutoff", "by"] as const) {
    const time = target[key];
    if (time !== undefined && parseTimeOfDay(time) === undefined) {
      report.add("invalid_time", [...path, key], 'a time of day ("18:00")', time);
    }
  }
  const unit = typeof term === "string" ? term : term.unit;
  if (isCalendarUnit(unit as Amount["unit"]) && target.rule === "workingHours") {
    report.add("invalid_option", [...path, "rule"], '"sameTime" or "endOfDay" for calendar days', target.rule);
  }
  if (target.by !== undefined && target.rule !== undefined && target.rule !== "sameTime") {
    report.add("invalid_option", [...path, "by"], `either by or the rule ${target.rule}`, target.by);
  }
  checkWarnings(report, target, path);
  for (const key of unusedOptions(target, unit)) binder.notices.push(unusedOption([...path, key], unit));
}

function unusedOptions(target: Target, unit: string): string[] {
  const isDays = unit === "workingDay" || isCalendarUnit(unit as Amount["unit"]);
  const used: Readonly<Record<string, boolean>> = {
    cutoff: unit === "workingDay",
    by: isDays,
    rule: isDays,
    hoursPerDay: unit === "workingDay",
  };
  return Object.keys(used).filter((key) => target[key as keyof Target] !== undefined && !used[key]);
}

function unusedOption(path: Path, unit: string): ScopedNotice {
  const key = path.at(-1);
  const message = `${key} has no meaning for a promise in ${unit}, and is not used`;
  return {
    notice: { code: "unused_option", path, message, zh: `${key} 对以 ${unit} 计的承诺没有意义，未使用` },
    isUsedBy: ({ row }) => row === path[1],
  };
}

function checkWarnings(report: Report, target: Target, path: Path): void {
  target.warnAt?.forEach((warning, i) => {
    const at = [...path, "warnAt", i];
    if (typeof warning !== "number") report.issues.push(...checkAmount(warning, at));
    else if (!(warning >= 0 && Number.isFinite(warning)))
      report.add("invalid_option", at, "percent, 0 or more", warning);
  });
}

/** Conditions name levels and dimensions that exist; aliases are for tickets, not for rows. */
function checkConditions({ report }: Binder, names: Names, when: unknown, path: Path): void {
  if (when === undefined) return;
  if (!isData(when)) return report.add("invalid_type", path, "conditions by name", when);
  const known = [...names.keys(), "urgent"];
  for (const [name, wanted] of Object.entries(when)) {
    const at = [...path, name];
    if (name === "urgent") {
      if (typeof wanted !== "boolean") report.add("invalid_type", at, "true or false", wanted);
    } else if (!known.includes(name)) report.add("unknown_key", at, oneOf(known, name), name);
    else if (Array.isArray(wanted)) wanted.forEach((value, i) => checkKey(report, names, name, value, [...at, i]));
    else if (wanted !== undefined) checkKey(report, names, name, wanted, at);
  }
}

function checkKey(report: Report, names: Names, name: string, value: unknown, path: Path): void {
  const keys = [...new Set(names.get(name)?.values())];
  if (!keys.includes(value as string)) report.add("unknown_value", path, oneOf(keys, value), value);
}

/** Everything else that names a calendar, a level or a dimension. */
function checkPlaces(binder: Binder, names: Names): void {
  const { policy, report } = binder;
  for (const dimension of Object.keys(policy.dimensions ?? {})) {
    if ((BUILT_IN_CONDITIONS as readonly string[]).includes(dimension)) {
      report.add("duplicate_value", ["dimensions", dimension], "a name that is no condition already", dimension);
    }
  }
  for (const key of ["tiers", "severities", "channels", "types", "contacts"] as const) {
    for (const [name, { calendar }] of Object.entries(policy[key] ?? {})) {
      if (calendar !== undefined) checkCalendarName(binder, calendar, [key, name, "calendar"]);
    }
  }
  policy.assumptions?.forEach(({ usedBy }, i) => {
    usedBy?.forEach(({ when }, j) => {
      checkConditions(binder, names, when as Conditions, ["assumptions", i, "usedBy", j, "when"]);
    });
  });
}
