/** How long a promise is, in the unit that carries its meaning: text -> data -> text, in English and Chinese. */
import { fail, failOnIssues, type Issue, issue, oneOf, type Parsed, type Path, parsed } from "../errors.js";
import { type ParsedPromise, readPromise } from "./amount-promise.js";
import { readSignedLength, sum } from "./amount-reader.js";
import {
  type Amount,
  type AmountUnit,
  amountToMs,
  isTimeUnit,
  isUnit,
  type PromiseTerm,
  UNITS,
  type Wordless,
} from "./amount-unit.js";
import { PHRASES } from "./amount-words.js";

export type { ParsedPromise, PromiseNotice } from "./amount-promise.js";
export {
  type Amount,
  type AmountUnit,
  amountToMs,
  isCalendarUnit,
  isWorkingUnit,
  type PromiseTerm,
} from "./amount-unit.js";

/**
 * Reads a promise's words, in English, Chinese or ISO 8601: a length, `"immediate"`, `"notGuaranteed"` or `"byArrangement"`.
 *
 * Any case, full-width digits and punctuation, `"within …"` and `…内` are read. A compound becomes its smallest unit
 * (`"1h30m"`: 90 minutes, `"P1DT2H"`: 26 hours). `P1M` is a month, `PT1M` a minute. Zero is a length; no promise is negative.
 * Where the words also say when on the last day it ends ("next business day", "by 18:00 …"), this is the length alone;
 * {@link parsePromise} tells the rest.
 *
 * @throws SlaError `invalid_amount`, naming the part that could not be read; also for fractions of days, weeks and months,
 * for working and elapsed time in one compound, and for units that do not stand from large to small.
 *
 * @example
 * ```ts
 * import { parseAmount } from "sla-clock";
 *
 * parseAmount("4 working hours"); //=> { value: 4, unit: "workingHour" }
 * parseAmount("1h30m"); //=> { value: 90, unit: "minute" }
 * parseAmount("24小时内"); //=> { value: 24, unit: "hour" }
 * parseAmount("一个工作日内"); //=> { value: 1, unit: "workingDay" }
 * parseAmount("立即响应"); //=> "immediate"
 * ```
 */
export function parseAmount(text: string): PromiseTerm {
  return readPromise(text).term;
}

/**
 * Reads a promise's words as {@link parseAmount} does, and answers the issues instead of throwing them.
 *
 * @example
 * ```ts
 * import { safeParseAmount } from "sla-clock";
 *
 * safeParseAmount("2 days"); //=> { ok: true, value: { value: 2, unit: "day" } }
 * const wrong = safeParseAmount("1.5 days");
 * wrong.ok ? "read" : wrong.issues[0]?.code; //=> "invalid_amount"
 * ```
 */
export function safeParseAmount(text: string): Parsed<PromiseTerm> {
  return parsed(() => parseAmount(text));
}

/**
 * Reads a promise's words in full: the term as {@link parseAmount} reads it, with the time of the last day at which it
 * ends, and every reading that was taken by default.
 *
 * `"next business day"`, NBD and 次工作日 are one working day, due at its end (noted as `rule_by_default`); 次日 is one
 * calendar day likewise. `T+1` counts working days (`unit_by_default`), `"24-48 hours"` is its upper end
 * (`range_by_default`), `"4 hours during business hours"` are working hours (`unit_by_default`).
 *
 * @throws SlaError `invalid_amount`, naming the part that could not be read.
 *
 * @example
 * ```ts
 * import { parsePromise } from "sla-clock";
 *
 * parsePromise("by 18:00 next working day"); //=> { term: { value: 1, unit: "workingDay" }, by: "18:00", notices: [] }
 * parsePromise("end of next business day"); //=> { term: { value: 1, unit: "workingDay" }, rule: "endOfDay", notices: [] }
 * parsePromise("NBD").notices[0]?.code; //=> "rule_by_default"
 * ```
 */
export function parsePromise(text: string): ParsedPromise {
  return readPromise(text);
}

/**
 * Reads a promise's words as {@link parsePromise} does, and answers the issues instead of throwing them.
 *
 * @example
 * ```ts
 * import { safeParsePromise } from "sla-clock";
 *
 * const read = safeParsePromise("次日 18:00 前");
 * read.ok && read.value.by; //=> "18:00"
 * ```
 */
export function safeParsePromise(text: string): Parsed<ParsedPromise> {
  return parsed(() => readPromise(text));
}

/**
 * Writes a promise in the words of a language, so that {@link parseAmount} reads the same promise back. Of time to add
 * ({@link Amount}s in seconds, minutes and hours) it also writes a minus.
 *
 * @throws SlaError `invalid_amount` for what is no amount: NaN, Infinity, fractional or negative days, unknown units.
 *
 * @example
 * ```ts
 * import { formatAmount } from "sla-clock";
 *
 * formatAmount({ value: 4, unit: "workingHour" }); //=> "4 working hours"
 * formatAmount({ value: 1, unit: "workingDay" }, "zh"); //=> "1 个工作日"
 * formatAmount("byArrangement"); //=> "by arrangement"
 * ```
 */
export function formatAmount(amount: PromiseTerm, locale: "en" | "zh" = "en"): string {
  if (typeof amount === "string") return formatPhrase(amount, locale);
  failOnIssues(checkAmount(amount, [], true));
  const { en, zh } = UNITS[amount.unit];
  const plural = Math.abs(amount.value) === 1 ? "" : "s";
  return `${decimal(amount.value)} ${locale === "zh" ? zh : en + plural}`;
}

function formatPhrase(meaning: Wordless, locale: "en" | "zh"): string {
  const rows = PHRASES.filter(([, known]) => known === meaning);
  const row = rows.find(([phrase]) => /[a-z]/.test(phrase) === (locale === "en"));
  return (
    row?.[0] ?? fail("invalid_amount", [], oneOf(["immediate", "notGuaranteed", "byArrangement"], meaning), meaning)
  );
}

/** A number without an exponent: 1e-7 is "0.0000001". */
function decimal(value: number): string {
  const [digits, exponent] = String(Math.abs(value)).split("e-");
  const sign = value < 0 ? "-" : "";
  return sign + (exponent ? `0.${"0".repeat(Number(exponent) - 1)}${digits?.replace(".", "")}` : digits);
}

/**
 * The working time that a text names, in whole ms: seconds, minutes and hours with or without "working"; a leading minus
 * subtracts.
 *
 * @throws SlaError `invalid_amount` for anything else: days, weeks and months have no length in working time.
 */
export function parseDurationMs(text: string): number {
  const length = typeof text === "string" ? readSignedLength(text) : undefined;
  if (length?.items.every((item) => isTimeUnit(item.unit))) return amountToMs(sum(length)) as number;
  fail(
    "invalid_amount",
    [],
    'working time in seconds, minutes or hours, such as "4h", "1h30m" or "4 working hours"',
    text,
  );
}

/** What is wrong with an {@link Amount} that came as data; `signed`: seconds, minutes and hours may be negative. */
export function checkAmount(value: unknown, path: Path, signed: boolean = false): readonly Issue[] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return [issue("invalid_amount", path, 'an amount such as { value: 4, unit: "workingHour" }', value)];
  }
  const { value: number, unit, ...others } = value as { value?: unknown; unit?: unknown };
  const issues = Object.keys(others).map((key) =>
    issue("unknown_key", [...path, key], oneOf(["value", "unit"], key), key),
  );
  if (!isUnit(unit)) issues.push(issue("invalid_amount", [...path, "unit"], oneOf(Object.keys(UNITS), unit), unit));
  const expected = expectedNumber(number, isUnit(unit) ? unit : "hour", signed);
  if (expected) issues.push(issue("invalid_amount", [...path, "value"], expected, number));
  return issues;
}

/** What should have stood in place of a number, or nothing where it may stand. */
function expectedNumber(value: unknown, unit: AmountUnit, signed: boolean): string | undefined {
  const whole = !isTimeUnit(unit);
  const rule = `a ${whole ? "whole " : ""}number of ${UNITS[unit].en}s`;
  if (typeof value !== "number" || Number.isNaN(value)) return rule;
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER) return `${rule}, at most ${Number.MAX_SAFE_INTEGER}`;
  if (whole && !Number.isInteger(value)) return rule;
  return value < 0 && (whole || !signed) ? `${rule}, 0 or more` : undefined;
}
