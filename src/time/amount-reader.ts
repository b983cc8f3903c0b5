/** The grammar of lengths: a text is items, each a number with its unit, which add up to one amount. */
import { fail } from "../errors.js";
import {
  type Amount,
  type AmountUnit,
  isCalendarUnit,
  isTimeUnit,
  isWorkingUnit,
  UNITS,
  WORKING,
  type Wordless,
} from "./amount-unit.js";
import { PHRASES, type Role, WORDS } from "./amount-words.js";
import { chineseNumber, failUnread, foldCase, foldWidth, nearestWord, wordAt } from "./words.js";

const EXPECTED =
  'a length such as "15 minutes", "4 working hours", "1 week" or "PT4H", or "immediate", "not guaranteed"';

/** A number with its unit, and where it stands in the text: `fraction` holds the decimals behind the whole number. */
export interface Item {
  readonly unit: AmountUnit;
  readonly whole: number;
  readonly fraction: string;
  readonly from: number;
  readonly to: number;
}

type Quantity = Pick<Item, "whole" | "fraction">;

/** A length as it is written, not yet added up. */
export interface Length {
  readonly text: string;
  readonly sign: 1 | -1;
  readonly items: readonly [Item, ...Item[]];
}

interface Cursor {
  readonly text: string;
  readonly folded: string;
  at: number;
}

/** The promise that a whole text is, if it is no length. */
export function phraseOf(text: string): Wordless | undefined {
  if (typeof text !== "string") fail("invalid_amount", [], EXPECTED, text);
  const folded = foldCase(foldWidth(text)).trim().replace(/ +/g, " ");
  return PHRASES.find(([phrase]) => phrase === folded)?.[1];
}

/** length = minus? (ISO 8601 | within? item (and? item)* 内?); the minus only where lengths may be `signed` */
export function readLength(text: string, signed: boolean): Length {
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
export function sum({ text, sign, items }: Length): Amount {
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
