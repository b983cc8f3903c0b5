/** What `sla-clock add` adds: checked, read and computed. */
import * as arithmetic from "../calendar/arithmetic.js";
import { addWorkingDays, type WorkingDayOptions } from "../calendar/working-days.js";
import type { Issue } from "../errors.js";
import { parseLocalDate } from "../time/local-date.js";
import { DAY_MS } from "../time/units.js";
import { localToInstant } from "../time/zone.js";
import type { GivenAmount } from "./add-amount.js";
import type { AddCommandOptions } from "./add-options.js";
import { beyondWarning } from "./calendar-lines.js";
import { CliError, refusing } from "./cli-error.js";
import type { GivenCalendar } from "./given-calendar.js";
import { isDate, readNumber, readTime } from "./option-values.js";

/** A sum: what was added to what, and what came of it. */
export interface Sum {
  readonly given: GivenCalendar;
  readonly amount: GivenAmount;
  readonly options: WorkingDayOptions;
  /** The date that was given in the place of an instant; the result is a date then. */
  readonly fromDate: string | undefined;
  readonly fromMs: number;
  readonly resultDate: string | undefined;
  readonly resultMs: number;
  readonly warning: string | undefined;
}

const FOR_DAYS = ["rule", "cutoff", "hours-per-day"] as const;

/** Options that need each other, or exclude each other. */
export function checkAdd(options: AddCommandOptions, { days, rule }: GivenAmount): void {
  const messages: string[] = [];
  if (options.hours === undefined)
    messages.push('--hours: expected the hours that it runs on, such as "Mon-Fri 9:00-18:00 UTC+8", received nothing');
  const isPlain = options.from !== undefined && isDate(options.from);
  if (days === undefined) {
    messages.push(
      ...FOR_DAYS.filter((name) => options[name] !== undefined).map((name) => `--${name}: expected with working days`),
    );
    if (isPlain) messages.push('--from: expected an instant, as hours are added, such as "2026-11-20 17:00"');
  } else if (isPlain) {
    const besides = [...FOR_DAYS, "at-close" as const].filter((name) => options[name] !== undefined);
    messages.push(...besides.map((name) => `--${name}: expected with an instant; --from is a date`));
    if (options.explain) messages.push("--explain: expected with an instant; --from is a date");
    if (rule !== undefined) messages.push("--from: expected an instant, as the amount says at which time it ends");
  }
  if (messages.length > 0) throw new CliError(...messages);
}

/** Adds. */
export function addTo(given: GivenCalendar, amount: GivenAmount, options: AddCommandOptions): Sum {
  const { calendar, state, nowMs, zone } = given;
  const from = options.from ?? "now";
  const dayOptions = dayOptionsOf(options, amount);
  if (isDate(from)) {
    const fromDate = from.trim();
    const resultDate = refusing(placeOf, () => addWorkingDays(calendar, fromDate, amount.days as number));
    const [fromMs, resultMs] = [midnightOf(fromDate, given), midnightOf(resultDate, given)];
    const warning = warningFor(given, fromMs, resultMs);
    return { given, amount, options: dayOptions, fromDate, fromMs, resultDate, resultMs, warning };
  }
  const fromMs = readTime("--from", from, nowMs, zone);
  const resultMs = refusing(placeOf, () =>
    amount.days === undefined
      ? arithmetic.addWorkingTime(calendar, fromMs, amount.ms as number, { atClose: dayOptions.atClose })
      : addWorkingDays(calendar, fromMs, amount.days, dayOptions),
  );
  const warning = warningFor({ ...given, state }, fromMs, resultMs);
  const dates = { fromDate: undefined, resultDate: undefined };
  return { given, amount, options: dayOptions, ...dates, fromMs, resultMs, warning };
}

function warningFor(given: GivenCalendar, a: number, b: number): string | undefined {
  return beyondWarning(given, Math.min(a, b), Math.max(a, b) + 1);
}

function midnightOf(date: string, { state }: GivenCalendar): number {
  return localToInstant(state.source.zone, (parseLocalDate(date) as number) * DAY_MS);
}

function dayOptionsOf(options: AddCommandOptions, { rule }: GivenAmount): WorkingDayOptions {
  const hoursPerDay = options["hours-per-day"];
  return {
    rule: (options.rule as WorkingDayOptions["rule"]) ?? rule,
    cutoff: options.cutoff,
    hoursPerDay: hoursPerDay === undefined ? undefined : readNumber("--hours-per-day", hoursPerDay),
    atClose: options["at-close"] as WorkingDayOptions["atClose"],
  };
}

const OPTIONS: Readonly<Record<string, string>> = {
  rule: "--rule",
  cutoff: "--cutoff",
  hoursPerDay: "--hours-per-day",
  atClose: "--at-close",
  from: "--from",
};

function placeOf({ path }: Issue): string {
  return OPTIONS[String(path.at(-1))] ?? "AMOUNT";
}
