/** A row of a policy, bound: its promise read, its calendar found, its options checked, its defaults noted. */
import { isOwnWorkingHours } from "../calendar/notation.js";
import { atPath, oneOf, type Path } from "../errors.js";
import {
  type Amount,
  checkAmount,
  isCalendarUnit,
  isWorkingUnit,
  type ParsedPromise,
  type PromiseNotice,
  type PromiseTerm,
  parsePromise,
} from "../time/amount.js";
import { parseTimeOfDay } from "../time/time-of-day.js";
import { ALWAYS, type Binder, checkCalendarName, type Row } from "./binder.js";
import { checkConditions } from "./conditions.js";
import type { Target, WorkingDayRule } from "./definition.js";
import type { ScopedNotice } from "./notices.js";
import type { Report } from "./shape.js";
import { type Names, tried } from "./ticket.js";

export function bindRow(binder: Binder, names: Names, written: Target, path: Path): Row {
  checkConditions(binder.report, names, written.when, [...path, "when"]);
  if (written.startsOn !== undefined) checkCalendarName(binder, written.startsOn, [...path, "startsOn"]);
  const promise = readPromise(binder, written.within, [...path, "within"]);
  const { term } = promise;
  const target = withEnd(binder, written, promise, path);
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

/** The promise, or "immediate" in the place of one that could not be read, so that the rest is still checked. */
function readPromise({ report }: Binder, within: string | Amount, path: Path): ParsedPromise {
  if (typeof within !== "string") {
    const issues = checkAmount(within, path);
    report.issues.push(...issues);
    return { term: issues.length === 0 ? within : "immediate", notices: [] };
  }
  return tried(report, () => atPath(path, () => parsePromise(within))) ?? { term: "immediate", notices: [] };
}

/**
 * The row with the end of the last day that the words of `within` name. Where they leave it open ("next business day"),
 * the end of the day is read by default: it yields to the row, the parameter and the policy.
 */
function withEnd(binder: Binder, target: Target, promise: ParsedPromise, path: Path): Target {
  const { rule, by, notices } = promise;
  const byDefault = notices.find(({ code }) => code === "rule_by_default");
  for (const notice of notices) if (notice !== byDefault) noteWords(binder, notice, path);
  if (rule === undefined && by === undefined) return target;
  if (byDefault === undefined) {
    checkEnd(binder, target, promise, path);
    return { ...target, ...(by === undefined ? { rule: target.rule ?? "endOfDay" } : { by }) };
  }
  if (target.rule !== undefined || target.by !== undefined || chosenRule(binder, promise.term) !== undefined)
    return target;
  noteWords(binder, byDefault, path);
  return { ...target, rule: "endOfDay" };
}

/** The working-day rule that the caller or the policy chose for all rows. */
function chosenRule({ policy, parameters }: Binder, term: PromiseTerm): WorkingDayRule | undefined {
  const isWorkingDays = typeof term !== "string" && term.unit === "workingDay";
  return isWorkingDays ? (parameters.workingDayRule ?? policy.workingDayRule) : undefined;
}

/** What the words say and what the row says beside them must be one thing. */
function checkEnd({ report }: Binder, target: Target, { rule, by }: ParsedPromise, path: Path): void {
  if (target.by !== undefined && target.by !== by) {
    report.add(
      "invalid_option",
      [...path, "by"],
      `the end that the words of within name, ${by ?? rule}, or none`,
      target.by,
    );
  }
  if (target.rule !== undefined && target.rule !== rule) {
    report.add(
      "invalid_option",
      [...path, "rule"],
      `the end that the words of within name, ${by ?? rule}, or none`,
      target.rule,
    );
  }
}

function noteWords(binder: Binder, { code, message, zh }: PromiseNotice, path: Path): void {
  const row = path[1] as number;
  const override = `targets[${row}].${code === "rule_by_default" ? "rule or by" : "within"}`;
  binder.notices.push({
    notice: { code, path: [...path, "within"], message, zh, override },
    isUsedBy: (answer) => answer.row === row,
  });
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
