/** How long a promise is, in the unit that carries its meaning: text -> data -> text, in English and Chinese. */
import {
  fail,
  failOnIssues,
  type Issue,
  type IssueCode,
  issue,
  nearest,
  oneOf,
  type Path,
  SlaError,
} from "../errors.js";
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from "./units.js";

/**
 * The unit of an {@link Amount} carries its meaning: seconds, minutes and hours are elapsed time; the working units run
 * on a calendar; days, weeks and months are calendar time, which keeps the local clock.
 */
export type AmountUnit =
  | "second"
  | "minute"
  | "hour"
  | "day"
  | "week"
  | "month"
  | "workingSecond"
  | "workingMinute"
  | "workingHour"
  | "workingDay";

/** `{ value: 4, unit: "workingHour" }`; days, weeks, months and working days are whole. */
export interface Amount {
  /** How many; whole for days, weeks, months and working days. */
  readonly value: number;
  /** Of what. */
  readonly unit: AmountUnit;
}

/**
 * What a promise's words can mean: a length, `"immediate"` (the next open moment), or one of the two promises without
 * a deadline.
 */
export type PromiseTerm = Amount | "immediate" | "notGuaranteed" | "byArrangement";

/** What a reader of text answers instead of throwing: the value, or every issue. */
export type Parsed<T> =
  | {
      /** The text was read. */
      readonly ok: true;
      /** What it says. */
      readonly value: T;
    }
  | {
      /** The text could not be read. */
      readonly ok: false;
      /** Why not, all of it. */
      readonly issues: readonly Issue[];
    };

/** Seconds to hours, elapsed or working: units with a fixed length of their own. */
type TimeUnit = Exclude<AmountUnit, CalendarUnit | "workingDay">;
type WorkingUnit = "workingSecond" | "workingMinute" | "workingHour" | "workingDay";
type CalendarUnit = "day" | "week" | "month";

/** How a unit is written, and how long it is in a compound (`"1 day 2 hours"` is 26 hours); 0: it joins none. */
interface UnitNames {
  readonly compoundMs: number;
  readonly en: string;
  readonly zh: string;
}

const UNITS: { readonly [unit in AmountUnit]: UnitNames } = {
  second: { compoundMs: SECOND_MS, en: "second", zh: "秒" },
  minute: { compoundMs: MINUTE_MS, en: "minute", zh: "分钟" },
  hour: { compoundMs: HOUR_MS, en: "hour", zh: "小时" },
  day: { compoundMs: DAY_MS, en: "day", zh: "天" },
  week: { compoundMs: 7 * DAY_MS, en: "week", zh: "周" },
  month: { compoundMs: 0, en: "month", zh: "个月" },
  workingSecond: { compoundMs: SECOND_MS, en: "working second", zh: "个工作秒" },
  workingMinute: { compoundMs: MINUTE_MS, en: "working minute", zh: "个工作分钟" },
  workingHour: { compoundMs: HOUR_MS, en: "working hour", zh: "个工作小时" },
  workingDay: { compoundMs: 0, en: "working day", zh: "个工作日" },
};

/** What "working" makes of a unit; there is no working week. */
const WORKING: { readonly [unit in AmountUnit]?: WorkingUnit } = {
  second: "workingSecond",
  minute: "workingMinute",
  hour: "workingHour",
  day: "workingDay",
};

type Wordless = Exclude<PromiseTerm, Amount>;

/** Promises that are no length, as whole texts; the first of each is the canonical one of its language. */
const PHRASES: readonly (readonly [phrase: string, meaning: Wordless])[] = [
  ["immediate", "immediate"],
  ["immediately", "immediate"],
  ["immediate response", "immediate"],
  ["at once", "immediate"],
  ["立即响应", "immediate"],
  ["立即", "immediate"],
  ["立即回复", "immediate"],
  ["立即處理", "immediate"],
  ["立即处理", "immediate"],
  ["即时响应", "immediate"],
  ["即时", "immediate"],
  ["立刻响应", "immediate"],
  ["立刻", "immediate"],
  ["not guaranteed", "notGuaranteed"],
  ["no guarantee", "notGuaranteed"],
  ["不保证", "notGuaranteed"],
  ["不保證", "notGuaranteed"],
  ["无保证", "notGuaranteed"],
  ["-", "notGuaranteed"],
  ["--", "notGuaranteed"],
  ["by arrangement", "byArrangement"],
  ["by priority", "byArrangement"],
  ["根据优先级安排", "byArrangement"],
  ["按优先级安排", "byArrangement"],
];

/** What a word does in an amount. */
type Role = "unit" | "working" | "calendar" | "number" | "article" | "half" | "measure" | "lead" | "tail" | "and";

/** The words of amounts; the longest one that fits is read. Units and numbers say what they mean. */
const WORDS: readonly (readonly [word: string, role: Role, meaning?: string])[] = [
  ["seconds", "unit", "second"],
  ["second", "unit", "second"],
  ["secs", "unit", "second"],
  ["sec", "unit", "second"],
  ["s", "unit", "second"],
  ["秒钟", "unit", "second"],
  ["秒鐘", "unit", "second"],
  ["秒", "unit", "second"],
  ["minutes", "unit", "minute"],
  ["minute", "unit", "minute"],
  ["mins", "unit", "minute"],
  ["min", "unit", "minute"],
  ["m", "unit", "minute"],
  ["分钟", "unit", "minute"],
  ["分鐘", "unit", "minute"],
  ["分", "unit", "minute"],
  ["hours", "unit", "hour"],
  ["hour", "unit", "hour"],
  ["hrs", "unit", "hour"],
  ["hr", "unit", "hour"],
  ["h", "unit", "hour"],
  ["小时", "unit", "hour"],
  ["小時", "unit", "hour"],
  ["钟头", "unit", "hour"],
  ["days", "unit", "day"],
  ["day", "unit", "day"],
  ["d", "unit", "day"],
  ["天", "unit", "day"],
  ["日", "unit", "day"],
  ["自然日", "unit", "day"],
  ["日历日", "unit", "day"],
  ["weeks", "unit", "week"],
  ["week", "unit", "week"],
  ["wks", "unit", "week"],
  ["wk", "unit", "week"],
  ["w", "unit", "week"],
  ["周", "unit", "week"],
  ["週", "unit", "week"],
  ["星期", "unit", "week"],
  ["礼拜", "unit", "week"],
  ["自然周", "unit", "week"],
  ["months", "unit", "month"],
  ["month", "unit", "month"],
  ["mos", "unit", "month"],
  ["mo", "unit", "month"],
  // Never 月 alone: 3月 is March.
  ["个月", "unit", "month"],
  ["個月", "unit", "month"],
  ["自然月", "unit", "month"],
  ["workdays", "unit", "workingDay"],
  ["workday", "unit", "workingDay"],
  ["bds", "unit", "workingDay"],
  ["bd", "unit", "workingDay"],
  ["working", "working"],
  ["business", "working"],
  ["work", "working"],
  ["工作", "working"],
  ["calendar", "calendar"],
  ["natural", "calendar"],
  ["one", "number", "1"],
  ["two", "number", "2"],
  ["three", "number", "3"],
  ["four", "number", "4"],
  ["five", "number", "5"],
  ["six", "number", "6"],
  ["seven", "number", "7"],
  ["eight", "number", "8"],
  ["nine", "number", "9"],
  ["ten", "number", "10"],
  ["eleven", "number", "11"],
  ["twelve", "number", "12"],
  ["fifteen", "number", "15"],
  ["twenty", "number", "20"],
  ["twenty-four", "number", "24"],
  ["twenty four", "number", "24"],
  ["thirty", "number", "30"],
  ["forty-eight", "number", "48"],
  ["forty eight", "number", "48"],
  ["sixty", "number", "60"],
  ["seventy-two", "number", "72"],
  ["seventy two", "number", "72"],
  ["ninety", "number", "90"],
  ["an", "article", "1"],
  ["a", "article", "1"],
  ["half", "half"],
  ["半", "half"],
  ["½", "half"],
  ["个", "measure"],
  ["個", "measure"],
  ["within", "lead"],
  ["in", "lead"],
  ["under", "lead"],
  ["less than", "lead"],
  ["up to", "lead"],
  ["at most", "lead"],
  ["<", "lead"],
  ["<=", "lead"],
  ["≤", "lead"],
  ["在", "lead"],
  ["不超过", "lead"],
  ["最长", "lead"],
  ["内", "tail"],
  ["內", "tail"],
  ["之内", "tail"],
  ["之內", "tail"],
  ["以内", "tail"],
  ["以內", "tail"],
  ["and", "and"],
  [",", "and"],
];

const EXPECTED =
  'a length such as "15 minutes", "4 working hours", "1 week" or "PT4H", or "immediate", "not guaranteed"';

/**
 * Reads a promise's words, in English, Chinese or ISO 8601: a length, `"immediate"`, `"notGuaranteed"` or `"byArrangement"`.
 *
 * Any case, full-width digits and punctuation, `"within …"` and `…内` are read. A compound becomes its smallest unit
 * (`"1h30m"`: 90 minutes, `"P1DT2H"`: 26 hours). `P1M` is a month, `PT1M` a minute. Zero is a length; no promise is negative.
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
  return phraseOf(text) ?? sum(readLength(text, false));
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

/** The length of seconds, minutes and hours, working or elapsed, in whole ms (cut towards zero); `undefined` for days. */
export function amountToMs(amount: Amount): number | undefined {
  if (!isTimeUnit(amount.unit)) return undefined;
  const ms = amount.value * UNITS[amount.unit].compoundMs;
  // 1.005 s are 1005 ms: the last digit of a binary fraction is not worth a millisecond.
  return Number.isInteger(ms) ? ms : Math.trunc(Number(ms.toPrecision(15)));
}

/**
 * The working time that a text names, in whole ms: seconds, minutes and hours with or without "working"; a leading minus
 * subtracts.
 *
 * @throws SlaError `invalid_amount` for anything else: days, weeks and months have no length in working time.
 */
export function parseDurationMs(text: string): number {
  const length = phraseOf(text) === undefined ? readLength(text, true) : undefined;
  if (length?.items.every((item) => isTimeUnit(item.unit))) return amountToMs(sum(length)) as number;
  fail(
    "invalid_amount",
    [],
    'working time in seconds, minutes or hours, such as "4h", "1h30m" or "4 working hours"',
    text,
  );
}

/** Whether the unit runs on a calendar: working seconds, minutes, hours and days. */
export function isWorkingUnit(unit: AmountUnit): unit is WorkingUnit {
  return unit.startsWith("working");
}

/** Whether the unit is calendar time, which keeps the local clock: days, weeks and months. */
export function isCalendarUnit(unit: AmountUnit): unit is CalendarUnit {
  return unit === "day" || unit === "week" || unit === "month";
}

function isTimeUnit(unit: AmountUnit): unit is TimeUnit {
  return unit !== "workingDay" && !isCalendarUnit(unit);
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

function isUnit(value: unknown): value is AmountUnit {
  return typeof value === "string" && Object.hasOwn(UNITS, value);
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

/* ------------------------------------------------------------------------------------ reading a length */

/** A number with its unit, and where it stands in the text: `fraction` holds the decimals behind the whole number. */
interface Item {
  readonly unit: AmountUnit;
  readonly whole: number;
  readonly fraction: string;
  readonly from: number;
  readonly to: number;
}

type Quantity = Pick<Item, "whole" | "fraction">;

interface Length {
  readonly text: string;
  readonly sign: 1 | -1;
  readonly items: readonly [Item, ...Item[]];
}

interface Cursor {
  readonly text: string;
  readonly folded: string;
  at: number;
}

function phraseOf(text: string): Wordless | undefined {
  if (typeof text !== "string") fail("invalid_amount", [], EXPECTED, text);
  const folded = foldCase(foldWidth(text)).trim().replace(/ +/g, " ");
  return PHRASES.find(([phrase]) => phrase === folded)?.[1];
}

/** length = minus? (ISO 8601 | within? item (and? item)* 内?); the minus only where lengths may be `signed` */
function readLength(text: string, signed: boolean): Length {
  const cursor: Cursor = { text, folded: foldCase(foldWidth(text)).trimEnd(), at: 0 };
  skipSpace(cursor);
  const sign = signed && read(cursor, /-(?=[\dp])/y) !== undefined ? -1 : 1;
  const items = read(cursor, /p(?=[\dt])/y) === undefined ? readItems(cursor) : readIsoItems(cursor);
  if (!isAtEnd(cursor)) refuseRest(cursor);
  const length: Length = { text, sign, items };
  checkItems(length);
  return length;
}

function readItems(cursor: Cursor): [Item, ...Item[]] {
  take(cursor, "lead");
  const items: [Item, ...Item[]] = [readItem(cursor)];
  while (!isAtEnd(cursor) && take(cursor, "tail") === undefined) {
    while (take(cursor, "and") !== undefined);
    items.push(readItem(cursor));
  }
  return items;
}

/** item = quantity "-"? (个 半?)? unit 半?, as in "4 working hours", "30-minute", "一个半小时", "1小时半" */
function readItem(cursor: Cursor): Item {
  const from = skipSpace(cursor);
  const { whole, fraction } = readQuantity(cursor) ?? refuseRest(cursor);
  read(cursor, /-(?=[a-z])/y);
  const counted = take(cursor, "measure") !== undefined;
  const inner = read(cursor, counted ? /半|½/y : /½/y) !== undefined;
  const unit = readUnit(cursor, from);
  const half = inner || read(cursor, /半/y) !== undefined;
  if (half && fraction !== "") refuse(cursor.text, from, cursor.at, "one fraction of a unit");
  return { unit, whole, fraction: half ? "5" : fraction, from, to: cursor.at };
}

function readQuantity(cursor: Cursor): Quantity | undefined {
  const digits = read(cursor, /\d+(?:\.\d+)?/y);
  if (digits !== undefined) return decimalQuantity(digits);
  const word = take(cursor, "number") ?? readNumerals(cursor);
  if (word !== undefined) return { whole: Number(word), fraction: "" };
  const article = take(cursor, "article");
  const half = take(cursor, "half");
  if (half === undefined) return article === undefined ? undefined : { whole: 1, fraction: "" };
  if (article === undefined) take(cursor, "article");
  return { whole: 0, fraction: "5" };
}

function decimalQuantity(digits: string): Quantity {
  const [whole, fraction = ""] = digits.split(".");
  return { whole: Number(whole), fraction: /^0*$/.test(fraction) ? "" : fraction };
}

function readNumerals(cursor: Cursor): number | undefined {
  const from = cursor.at;
  const value = chineseNumber(read(cursor, /[一二两兩三四五六七八九十百零]+/y) ?? "");
  if (value === undefined) cursor.at = from;
  return value;
}

function readUnit(cursor: Cursor, itemFrom: number): AmountUnit {
  const from = skipSpace(cursor);
  const working = take(cursor, "working") !== undefined;
  const calendar = !working && take(cursor, "calendar") !== undefined;
  const unit = take(cursor, "unit") as AmountUnit | undefined;
  if (unit === undefined) {
    return isAtEnd(cursor) ? refuse(cursor.text, itemFrom, cursor.at, "a unit after the number") : refuseRest(cursor);
  }
  const meant = working ? WORKING[unit] : calendar && !isCalendarUnit(unit) ? undefined : unit;
  return (
    meant ??
    refuse(cursor.text, from, cursor.at, "working seconds, minutes, hours or days, or calendar days, weeks or months")
  );
}

const ISO_DATE_UNITS: { readonly [letter: string]: AmountUnit } = { m: "month", w: "week", d: "day" };
const ISO_TIME_UNITS: { readonly [letter: string]: AmountUnit } = { h: "hour", m: "minute", s: "second" };

/** What follows the P of an ISO 8601 duration. */
function readIsoItems(cursor: Cursor): [Item, ...Item[]] {
  const dates = readIsoPart(cursor, ISO_DATE_UNITS, /\d+(?:\.\d+)?(?=[mwd])/y);
  const times =
    read(cursor, /t/y) === undefined ? undefined : readIsoPart(cursor, ISO_TIME_UNITS, /\d+(?:\.\d+)?(?=[hms])/y);
  const [first, ...rest] = [...dates, ...(times ?? [])];
  return first === undefined || times?.length === 0 ? refuseRest(cursor) : [first, ...rest];
}

function readIsoPart(cursor: Cursor, units: typeof ISO_DATE_UNITS, number: RegExp): Item[] {
  const items: Item[] = [];
  for (let from = cursor.at, digits = read(cursor, number); digits !== undefined; ) {
    const unit = units[cursor.folded[cursor.at++] as string] as AmountUnit;
    items.push({ ...decimalQuantity(digits), unit, from, to: cursor.at });
    from = cursor.at;
    digits = read(cursor, number);
  }
  return items;
}

/** What the grammar lets through and no length can mean. */
function checkItems({ text, sign, items }: Length): void {
  items.forEach((item, index) => {
    const reason = objectionTo(item, items[index - 1], index === items.length - 1, sign);
    if (reason !== undefined) refuse(text, item.from, item.to, reason);
  });
}

function objectionTo(item: Item, previous: Item | undefined, last: boolean, sign: number): string | undefined {
  const timeUnit = isTimeUnit(item.unit);
  if (item.fraction !== "" && !timeUnit) return `a whole number of ${UNITS[item.unit].en}s`;
  if (item.fraction !== "" && !last) return "a fraction only in the last part";
  if (sign < 0 && !timeUnit) return "no minus before days, weeks and months";
  return previous && objectionToPair(previous.unit, item.unit);
}

function objectionToPair(larger: AmountUnit, smaller: AmountUnit): string | undefined {
  const [{ compoundMs: first }, { compoundMs: second }] = [UNITS[larger], UNITS[smaller]];
  if (isWorkingUnit(larger) !== isWorkingUnit(smaller)) return "working time or elapsed time, not both in one length";
  if (first === 0 || second === 0) return "no other unit beside months and working days, which have no fixed length";
  return first > second ? undefined : "units from large to small, each once";
}

/** All items in the unit of the last one. */
function sum({ text, sign, items }: Length): Amount {
  const { unit, fraction } = items[items.length - 1] as Item;
  const scale = (item: Item) => (item.unit === unit ? 1 : UNITS[item.unit].compoundMs / UNITS[unit].compoundMs);
  const whole = items.reduce((total, item) => total + item.whole * scale(item), 0);
  const value = fraction === "" ? whole : Number(`${whole}.${fraction}`);
  if (!(value <= Number.MAX_SAFE_INTEGER)) refuse(text, 0, text.length, `at most ${Number.MAX_SAFE_INTEGER} ${unit}s`);
  return { value: sign < 0 && value > 0 ? -value : value, unit };
}

/** The word of a role at the cursor: what it means, else itself. */
function take(cursor: Cursor, role: Role): string | undefined {
  const row = wordAt(WORDS, cursor.folded, skipSpace(cursor));
  if (row?.[1] !== role) return undefined;
  cursor.at += row[0].length;
  return row[2] ?? row[0];
}

/** What a sticky pattern matches at the cursor. */
function read(cursor: Cursor, sticky: RegExp): string | undefined {
  sticky.lastIndex = cursor.at;
  const matched = sticky.exec(cursor.folded)?.[0];
  cursor.at += matched?.length ?? 0;
  return matched;
}

function skipSpace(cursor: Cursor): number {
  while (cursor.folded[cursor.at] === " ") cursor.at++;
  return cursor.at;
}

function isAtEnd(cursor: Cursor): boolean {
  return skipSpace(cursor) >= cursor.folded.length;
}

/** Refuses what stands from the cursor on, with the word that is nearest to it. */
function refuseRest(cursor: Cursor): never {
  const near = nearestWord(WORDS, cursor.folded, skipSpace(cursor));
  return failUnread("invalid_amount", cursor.text, cursor.at, cursor.text.length, EXPECTED, near);
}

function refuse(text: string, from: number, to: number, expected: string): never {
  return failUnread("invalid_amount", text, from, to, expected);
}

/* -------------------------------------------------------------- reading words, here and in calendar/notation */

/** A row of a table of words: the word in small letters, and what it is. */
export type WordRow = readonly [word: string, ...rest: readonly (string | undefined)[]];

/** The row of the longest word that stands in a folded text at a place; letters are not cut ("m" is not in "mo"). */
export function wordAt<Row extends WordRow>(rows: readonly Row[], folded: string, at: number): Row | undefined {
  let best: Row | undefined;
  for (const row of rows) {
    const longer = best === undefined || row[0].length > best[0].length;
    if (longer && folded.startsWith(row[0], at) && !cutsLetters(folded, at + row[0].length)) best = row;
  }
  return best;
}

function cutsLetters(folded: string, at: number): boolean {
  return isLetter(folded.charCodeAt(at - 1)) && isLetter(folded.charCodeAt(at));
}

function isLetter(code: number): boolean {
  return code >= 97 && code <= 122;
}

/** The English word that the letters at a place are a slip of, if one is near enough; of words that mean the same the first. */
export function nearestWord(rows: readonly WordRow[], folded: string, at: number): string | undefined {
  const word = /^[a-z]{3,16}(?![a-z])/.exec(folded.slice(at, at + 17))?.[0];
  if (word === undefined) return undefined;
  const firsts = new Map<string, string>();
  for (const [name, ...meaning] of rows) {
    if (/^[a-z]{3}/.test(name) && !firsts.has(meaning.join())) firsts.set(meaning.join(), name);
  }
  return nearest(word, [...firsts.values()]);
}

/** Makes full-width characters, dashes, tildes, signs and blanks plain, one for one: every place stays where it is. */
export function foldWidth(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\s\u200b]/g, " ")
    .replace(/[\u2010-\u2015\u2212\u2e3a\u2e3b\ufe58\ufe63]/g, "-")
    .replace(/[\u02dc\u223c\u301c]/g, "~")
    .replace(/[\u2715\u2716\u2a09]/g, "×")
    .replace(/、/g, ",")
    .replace(/。/g, ".")
    .replace(/[\u2236\ufe30]/g, ":");
}

/** Small letters, one for one: every place stays where it is. */
export function foldCase(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

const HUNDREDS =
  /^([一二两兩三四五六七八九])百(?:零([一二三四五六七八九])|([一二三四五六七八九])十([一二三四五六七八九])?)?$/;
const TENS = /^([一二三四五六七八九])?十([一二三四五六七八九])?$/;

/** Chinese numerals up to 999 as people write amounts and hours: `"两"`, `"十五"`, `"四十八"`, `"一百二十"`. */
export function chineseNumber(text: string): number | undefined {
  const digit = (numeral: string | undefined) =>
    "零一二三四五六七八九".indexOf(numeral?.replace(/[两兩]/, "二") ?? "零");
  const hundreds = HUNDREDS.exec(text);
  if (hundreds) return digit(hundreds[1]) * 100 + digit(hundreds[3]) * 10 + digit(hundreds[2] ?? hundreds[4]);
  const tens = TENS.exec(text);
  if (tens) return (tens[1] ? digit(tens[1]) : 1) * 10 + digit(tens[2]);
  return text.length === 1 && digit(text) >= 0 ? digit(text) : undefined;
}

/** Refuses a text and marks the part of it that could not be read, or says that it ends too early. */
export function failUnread(
  code: IssueCode,
  text: string,
  from: number,
  to: number,
  expected: string,
  near?: string,
): never {
  const part = text.slice(from, to).trim();
  const mark = part === "" ? "the text ends too early" : `unread part ${JSON.stringify(clip(part))}`;
  const hint = near === undefined ? "" : ` (did you mean "${near}"?)`;
  return fail(code, [], `${expected}; ${mark}${hint}`, clip(text));
}

function clip(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

/** Turns a reader that throws {@link SlaError} into one that answers its issues. */
export function parsed<T>(reader: () => T): Parsed<T> {
  try {
    return { ok: true, value: reader() };
  } catch (error) {
    if (error instanceof SlaError) return { ok: false, issues: error.issues };
    throw error;
  }
}
