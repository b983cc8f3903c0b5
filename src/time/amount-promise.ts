/**
 * Promises in full: a length, and where on its last day it ends.
 *
 *     by 18:00 next working day          end days
 *     2 business days, end of day        length end
 *     次工作日 18:00 前                    days end
 */
import { fail } from "../errors.js";
import {
  type Cursor,
  EXPECTED,
  isAtEnd,
  newCursor,
  read,
  refuse,
  refuseRest,
  skipSpace,
  take,
} from "./amount-cursor.js";
import { type Length, readLength, sum } from "./amount-reader.js";
import {
  type Amount,
  type AmountUnit,
  isCalendarUnit,
  isTimeUnit,
  isWorkingUnit,
  type PromiseTerm,
  UNITS,
  WORKING,
  type Wordless,
} from "./amount-unit.js";
import { PHRASES, SCOPES } from "./amount-words.js";
import { formatTimeOfDay } from "./time-of-day.js";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "./units.js";
import { foldCase, foldWidth, wordAt } from "./words.js";

/** A reading that a promise's words leave open and that was taken by default, in words. */
export interface PromiseNotice {
  /** What was read by default: when on its last day the promise ends, its unit, or the end of a range. */
  readonly code: "rule_by_default" | "unit_by_default" | "range_by_default";
  /** The reading that was taken, and how to write another, in English. */
  readonly message: string;
  /** The same in Chinese. */
  readonly zh: string;
}

/** What a promise's words say: the term, when on the last day it ends where they say so, and what was read by default. */
export interface ParsedPromise {
  /** The length, or the promise that is none. */
  readonly term: PromiseTerm;
  /** Due at the end of the last day. */
  readonly rule?: "endOfDay";
  /** Due at this time of the last day, `"18:00"`. */
  readonly by?: string;
  /** What was read by default. */
  readonly notices: readonly PromiseNotice[];
}

/** When on its last day a promise ends. */
interface End {
  /** `undefined` for the end of the day. */
  readonly by: string | undefined;
  /** The end is that of the working hours: "close of business", 下班前. */
  readonly work: boolean;
  readonly from: number;
  readonly to: number;
}

/** What the words name before they say when it ends. */
interface Target {
  readonly amount: Amount;
  /** A day by its name, which says no time: "next business day". */
  readonly named: boolean;
  readonly notices: readonly PromiseNotice[];
  readonly from: number;
  readonly to: number;
}

/** promise = a whole phrase | within? end? (days | length) end? 内? */
export function readPromise(text: string): ParsedPromise {
  if (typeof text !== "string") fail("invalid_amount", [], EXPECTED, text);
  const cursor = newCursor(text);
  const phrase = phraseOf(text) ?? readPhrase(cursor);
  if (phrase !== undefined) return { term: phrase, notices: [] };
  refuseNotation(cursor);
  const prefix = readScope(cursor);
  skipLead(cursor);
  const before = readEnd(cursor);
  skipLead(cursor);
  const target = readScoped(cursor, readTarget(cursor), prefix);
  const end = readEnd(cursor, before) ?? before;
  while (take(cursor, "tail") !== undefined);
  if (!isAtEnd(cursor)) refuseRest(cursor);
  return promiseOf(cursor, target, end);
}

/** The promise that a whole text is, if it is no length. */
function phraseOf(text: string): Wordless | undefined {
  const folded = foldCase(foldWidth(text)).trim().replace(/ +/g, " ");
  return PHRASES.find(([phrase]) => phrase === folded)?.[1];
}

/** "Best effort (business hours)": when they try says nothing of when they are done. */
function readPhrase(cursor: Cursor): Wordless | undefined {
  const [phrase, meaning] = wordAt(PHRASES, cursor.folded, skipSpace(cursor)) ?? [""];
  const { at } = cursor;
  cursor.at += phrase.length;
  if (meaning === "notGuaranteed" && phrase.length > 1 && readScope(cursor) !== undefined && isAtEnd(cursor))
    return meaning;
  cursor.at = at;
  return undefined;
}

const NOTATION = / *\d{1,2} ?[x×*] ?\d{1,2}(?: ?[x×*] ?(?:\d{1,2}|nbd)| *小时| *$)/y;

/** 7×24×4 is hours and a response at once. */
function refuseNotation(cursor: Cursor): void {
  const found = read(cursor, NOTATION);
  if (found === undefined) return;
  refuse(cursor.text, 0, found.length, 'a length alone: "7×24" are hours, and of "7×24×4" parseHours reads both parts');
}

function skipLead(cursor: Cursor): void {
  while (take(cursor, "lead") !== undefined);
}

/* --------------------------------------------------------------------------------- which day, how long */

function readTarget(cursor: Cursor): Target {
  const from = skipSpace(cursor);
  const named = readNamedDays(cursor) ?? readTradingDays(cursor);
  if (named !== undefined) return { ...named, named: true, from, to: cursor.at };
  const length = readLength(cursor);
  const amount = sum(length);
  const notices = rangeNotice(length, amount);
  while (take(cursor, "tail") !== undefined);
  return { amount, named: false, notices, from, to: cursor.at };
}

/** "next business day", "same-day", 次日 */
function readNamedDays(cursor: Cursor): Pick<Target, "amount" | "notices"> | undefined {
  const hyphened = cursor.folded.indexOf("-", cursor.at);
  const plain = hyphened < 0 || hyphened > cursor.at + 16 ? cursor : { ...cursor, folded: withoutHyphens(cursor) };
  const meaning = take(plain, "named");
  if (meaning === undefined) return undefined;
  cursor.at = plain.at;
  const [unit, value] = meaning.split(" ") as [AmountUnit, string];
  return { amount: { value: Number(value), unit }, notices: [] };
}

function withoutHyphens({ folded, at }: Cursor): string {
  return folded.slice(0, at) + folded.slice(at).replace(/-(?=[a-z])/g, " ");
}

/** T+1, T+3 个工作日: working days unless the text says otherwise. */
function readTradingDays(cursor: Cursor): Pick<Target, "amount" | "notices"> | undefined {
  const from = cursor.at;
  const days = read(cursor, /t ?\+ ?(\d{1,3})(?!\d|[.:])/y);
  if (days === undefined) return undefined;
  const value = Number(days.slice(days.indexOf("+") + 1));
  const says = read(cursor, / ?(?:个?工作日|(?:business|working) days?)/y);
  const natural = says === undefined && read(cursor, / ?(?:个?自然日|calendar days?)/y) !== undefined;
  const unit = natural ? "day" : "workingDay";
  const written = cursor.text.slice(from, cursor.at).trim();
  const notices = says === undefined && !natural ? [tradingNotice(written, value)] : [];
  return { amount: { value, unit }, notices };
}

function tradingNotice(written: string, days: number): PromiseNotice {
  const plural = days === 1 ? "" : "s";
  return {
    code: "unit_by_default",
    message: `${written} read as ${days} working day${plural}; write "${days} calendar day${plural}" instead`,
    zh: `${written} 按 ${days} 个工作日理解；如为自然日，请写“${days} 个自然日”`,
  };
}

function rangeNotice({ text, items: [first, ...others] }: Length, { value, unit }: Amount): PromiseNotice[] {
  if (!first.ranged || others.length > 0) return [];
  const written = text.slice(first.from, first.to).trim();
  const { en, zh } = UNITS[unit];
  return [
    {
      code: "range_by_default",
      message: `${written} read as its upper end, ${value} ${en}s`,
      zh: `${written} 按上限 ${value} ${zh}理解`,
    },
  ];
}

/* ------------------------------------------------------------------------------- "during business hours" */

type Scope = "working" | "always";

/** A scope before or behind the amount: "(business hours)", "24x7", 工作时间内. */
function readScope(cursor: Cursor): Scope | undefined {
  const from = cursor.at;
  while (take(cursor, "and") !== undefined);
  skipSpace(cursor);
  const isOpen = read(cursor, /\(/y) !== undefined;
  const [words, scope] = wordAt(SCOPES, cursor.folded, skipSpace(cursor)) ?? [""];
  cursor.at += words.length;
  skipSpace(cursor);
  if (scope !== undefined && (!isOpen || read(cursor, /\)/y) !== undefined)) return scope;
  cursor.at = from;
  return undefined;
}

function readScoped(cursor: Cursor, target: Target, prefix: Scope | undefined): Target {
  const scope = readScope(cursor) ?? prefix;
  if (scope === undefined) return target;
  const { amount, notices, from } = target;
  if (!isTimeUnit(amount.unit) || (scope === "always" && isWorkingUnit(amount.unit))) {
    refuse(cursor.text, from, cursor.at, "hours or minutes beside the hours in which they are counted");
  }
  if (scope === "always" || isWorkingUnit(amount.unit)) return target;
  const unit = WORKING[amount.unit] as AmountUnit;
  const written = cursor.text.slice(from, cursor.at).trim();
  const notice = scopeNotice(written, { value: amount.value, unit });
  return { ...target, amount: { value: amount.value, unit }, notices: [...notices, notice] };
}

function scopeNotice(written: string, { value, unit }: Amount): PromiseNotice {
  const { en, zh } = UNITS[unit];
  return {
    code: "unit_by_default",
    message: `${written} read as ${value} ${en}s`,
    zh: `${written} 按 ${value} ${zh}理解`,
  };
}

/* -------------------------------------------------------------------------------------- when on that day */

/** end = ","? by? ("end of" | COB | time) 前?; "by" alone stands before days that say no time */
function readEnd(cursor: Cursor, already?: End): End | undefined {
  const start = cursor.at;
  while (take(cursor, "and") !== undefined);
  const from = skipSpace(cursor);
  const led = take(cursor, "by") !== undefined;
  const kind = take(cursor, "end");
  const by = kind === undefined ? readTime(cursor) : undefined;
  if (kind === undefined && by === undefined) {
    if (!led || already !== undefined) cursor.at = start;
    return undefined;
  }
  if (already !== undefined) refuse(cursor.text, from, cursor.at, "one time at which it ends");
  const to = cursor.at;
  take(cursor, "before");
  return { by, work: kind === "work", from, to };
}

const TIME =
  /(上午|早上|下午|晚上)? ?(\d{1,2})(?::([0-5]\d)| ?[点點](半|[0-5]?\d分?)?)? ?(am|pm|a\.m\.?|p\.m\.?)?(?![\w:])/y;

/** A time of day as "18:00": "6pm", "noon", 下午6点半. A bare number, and an early one without am or pm, is none. */
function readTime(cursor: Cursor): string | undefined {
  const from = skipSpace(cursor);
  if (read(cursor, /noon(?![a-z])|中午12[点點]?/y) !== undefined) return "12:00";
  TIME.lastIndex = from;
  const match = TIME.exec(cursor.folded);
  if (match === null) return undefined;
  const [whole, part, hour = "", minute, past, meridiem] = match;
  const isTime = minute !== undefined || meridiem !== undefined || /[点點]/.test(whole);
  if (!isTime) return undefined;
  cursor.at += whole.length;
  const half = /[apm]/.exec(meridiem ?? "")?.[0] ?? part;
  const ms =
    onTwentyFour(Number(hour), half) ??
    refuse(cursor.text, from, cursor.at, "a time of day that is plain: 05:00 or 17:00");
  const minutes = past === "半" ? 30 : Number.parseInt(minute ?? past ?? "0", 10);
  const timeMs = ms + minutes * MINUTE_MS;
  return timeMs <= DAY_MS ? formatTimeOfDay(timeMs) : refuse(cursor.text, from, cursor.at, "a time of day");
}

/** The hour as it is meant; a single small digit may be either half of the day. */
function onTwentyFour(hour: number, half: string | undefined): number | undefined {
  const isMorning = half === "a" || half === "上午" || half === "早上";
  if (half === undefined) return hour >= 7 || hour === 0 ? hour * HOUR_MS : undefined;
  if (hour > 12) return isMorning || hour > 24 || half === "p" ? undefined : hour * HOUR_MS;
  if (hour === 12 && part12(half)) return undefined;
  return ((hour % 12) + (isMorning ? 0 : 12)) * HOUR_MS;
}

/** 上午12点 and 晚上12点 may be noon or midnight. */
function part12(half: string): boolean {
  return half === "上午" || half === "早上" || half === "晚上";
}

/* ----------------------------------------------------------------------------------- what it comes to */

function promiseOf(cursor: Cursor, { amount, named, notices, from, to }: Target, end: End | undefined): ParsedPromise {
  if (end === undefined) {
    if (!named) return { term: amount, notices };
    const written = cursor.text.slice(from, to).trim();
    return { term: amount, rule: "endOfDay", notices: [...notices, endNotice(written, amount)] };
  }
  const isDays = amount.unit === "workingDay" || isCalendarUnit(amount.unit);
  if (!isDays) refuse(cursor.text, end.from, end.to, "days beside the time at which the last of them ends");
  if (end.work && amount.unit !== "workingDay") {
    refuse(cursor.text, end.from, end.to, "a working day, as calendar days close at no business hour");
  }
  return end.by === undefined ? { term: amount, rule: "endOfDay", notices } : { term: amount, by: end.by, notices };
}

function endNotice(written: string, { value, unit }: Amount): PromiseNotice {
  const { en, zh } = UNITS[unit];
  const plural = value === 1 ? "" : "s";
  return {
    code: "rule_by_default",
    message: `${written} read as ${value} ${en}${plural}, due at the end of that day; write "by 12:00 ${written}" for a time`,
    zh: `${written} 按 ${value} ${zh}理解，当日结束前到期；如为具体时刻，请写明，例如“${written} 12:00 前”`,
  };
}
