/** From a policy as data to a bound one: every statement checked, all mistakes together, every default noted. */
import type { Calendar } from "../calendar/calendar.js";
import { fail, failOnIssues, type Issue, oneOf, type Path } from "../errors.js";
import { readDefinition } from "../holidays/expand.js";
import { parseLocalDate } from "../time/local-date.js";
import { type Zone, zoneOf } from "../time/zone.js";
import { bindCalendars } from "./bind-calendars.js";
import { bindRow } from "./bind-row.js";
import { ALWAYS, type Binder, checkCalendarName, type PolicyParameters, type PolicyState } from "./binder.js";
import { checkConditions } from "./conditions.js";
import type { Conditions, Policy } from "./definition.js";
import { BUILT_IN_CONDITIONS } from "./match.js";
import { assumptionNotice, type Notice } from "./notices.js";
import { checkParametersShape, checkPolicyShape, copyOf, newReport, type Report } from "./shape.js";
import { type Names, readNames, tried } from "./ticket.js";

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
  // Meaning is read only of what has the right kinds of values; a key too many does not stand in its way.
  if (report.issues.some(({ code }) => code !== "unknown_key" && code !== "unknown_value")) failOnIssues(report.issues);
  const state = bind(copyOf(policy) as unknown as Policy, parameters, report);
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
  const { calendarNames, calendarIn, parameterZone } = policyStateOf(policy);
  if (!calendarNames.includes(name)) fail("unknown_calendar", ["name"], oneOf(calendarNames, name), name);
  return calendarIn(name, parameterZone);
}

function bind(policy: Policy, parameters: PolicyParameters, report: Report): PolicyState {
  const parameterZone = readZone(parameters.zone, ["parameters", "zone"], report);
  const zone = policy.zone === "local" ? undefined : (parameterZone ?? readZone(policy.zone, ["zone"], report));
  const calendarNames = [...Object.keys(policy.calendars ?? {}), ALWAYS];
  const forCalendars = checkedParameters(parameters, report);
  const binder: Binder = { policy, parameters: forCalendars, report, notices: [], zone, calendarNames };
  const calendarIn = bindCalendars(binder);
  const names = readNames(policy, report);
  checkDates(binder);
  const rows = policy.targets.map((target, i) => bindRow(binder, names, target, ["targets", i]));
  policy.intake?.forEach((rule, i) => {
    checkConditions(report, names, rule.when, ["intake", i, "when"]);
    checkCalendarName(binder, rule.startsOn, ["intake", i, "startsOn"]);
  });
  checkPlaces(binder, names);
  noteClockRules(binder);
  policy.assumptions?.forEach((assumption, i) => {
    const { parameter } = assumption;
    const isOverridden = parameter !== undefined && parameters[parameter] !== undefined;
    if (!isOverridden) binder.notices.push(assumptionNotice(assumption, i));
  });
  return { policy, rows, names, notices: binder.notices, zone, parameterZone, calendarNames, calendarIn };
}

/** The parameters without those that are wrong: that is told once, not again for every calendar. */
function checkedParameters(parameters: PolicyParameters, report: Report): PolicyParameters {
  const issues: Issue[] = [];
  const { holidays, anchor } = parameters;
  readDefinition(
    { zone: "UTC", hours: "7x8", ...(holidays !== undefined && { holidays }) },
    { anchor },
    ["parameters"],
    issues,
  );
  // What the hours say of an anchor stands at the hours; here it stands at the parameter.
  report.issues.push(
    ...issues.map((one) => (one.code === "invalid_time" ? { ...one, path: ["parameters", "anchor"] } : one)),
  );
  return issues.length === 0 ? parameters : { ...parameters, holidays: undefined, anchor: undefined };
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

/** Rules for running clocks are kept for a version that has clocks, and said not to be read. */
function noteClockRules({ policy, notices }: Binder): void {
  for (const key of ["metrics", "onChange", "reopen"] as const) {
    if (policy[key] === undefined) continue;
    const message = `${key} is for running clocks, which this version does not have; no deadline depends on it`;
    const zh = `${key} 用于运行中的计时，本版本尚不支持；截止时间与其无关`;
    notices.push({ notice: { code: "unused_option", path: [key], message, zh }, isUsedBy: () => false });
  }
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
      checkConditions(report, names, when as Conditions, ["assumptions", i, "usedBy", j, "when"]);
    });
  });
}
