/** The grammar of lengths: a text is items, each a number with its unit, which add up to one amount. */
import { type Cursor, isAtEnd, newCursor, read, refuse, refuseRest, skipSpace, take } from "./amount-cursor.js";
import {
  type Amount,
  type AmountUnit,
  isCalendarUnit,
  isTimeUnit,
  isWorkingUnit,
  UNITS,
  WORKING,
} from "./amount-unit.js";
import { chineseNumber } from "./words.js";

/** A number with its unit, and where it stands in the text: `fraction` holds the decimals behind the whole number. */
export interface Item {
  readonly unit: AmountUnit;
  readonly whole: number;
  readonly fraction: string;
  /** Of "24-48 hours", whose upper end was read. */
  readonly ranged: boolean;
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

/** A whole text as a length to add or subtract: minus? items 内?, without ranges. */
export function readSignedLength(text: string): Length {
  const cursor = newCursor(text);
  skipSpace(cursor);
  const sign = read(cursor, /-(?=[\dp])/y) === undefined ? 1 : -1;
  take(cursor, "lead");
  const items = readItems(cursor);
  take(cursor, "tail");
  if (!isAtEnd(cursor)) refuseRest(cursor);
  const ranged = items.find((item) => item.ranged);
  if (ranged) refuse(text, ranged.from, ranged.to, "one length, not a range");
  return checked({ text, sign, items });
}

/** The length that stands at the cursor: ISO 8601, or item (and? item)* */
export function readLength(cursor: Cursor): Length {
  return checked({ text: cursor.text, sign: 1, items: readItems(cursor) });
}

function readItems(cursor: Cursor): [Item, ...Item[]] {
  skipSpace(cursor);
  if (read(cursor, /p(?=[\dt])/y) !== undefined) return readIsoItems(cursor);
  const items: [Item, ...Item[]] = [readItem(cursor)];
  while (skipToItem(cursor)) items.push(readItem(cursor));
  return items;
}

/** Steps over "and" and commas, if a number stands behind them or follows at once: "1 hour, 30 minutes", "1h30m". */
function skipToItem(cursor: Cursor): boolean {
  const from = cursor.at;
  while (take(cursor, "and") !== undefined);
  const behind = skipSpace(cursor);
  if (cursor.at > from && isAtEnd(cursor) && behind > from) refuseRest(cursor);
  const follows = readQuantity(cursor) !== undefined && read(cursor, NO_QUANTITY) === undefined;
  cursor.at = follows ? behind : from;
  return follows;
}

/** What makes a number a time of day or a notation of hours: "18:00", "5 pm", "18点", "24/7", "24x7". */
const NO_QUANTITY = /[:/点點]| ?[x×*]| ?[ap]\.?m(?![a-z])/y;

/** item = quantity (- quantity)? "-"? (个 半?)? unit 半?, as in "4 working hours", "30-minute", "一个半小时", "1小时半" */
function readItem(cursor: Cursor): Item {
  const from = skipSpace(cursor);
  const lower = readQuantity(cursor) ?? refuseRest(cursor);
  const upper = readUpperEnd(cursor);
  if (upper && !isLess(lower, upper)) refuse(cursor.text, from, cursor.at, "a range from less to more");
  const { whole, fraction } = upper ?? lower;
  read(cursor, /-(?=[a-z])/y);
  const counted = take(cursor, "measure") !== undefined;
  const inner = read(cursor, counted ? /半|½/y : /½/y) !== undefined;
  const unit = readUnit(cursor, from);
  const half = inner || read(cursor, /半/y) !== undefined;
  if (half && fraction !== "") refuse(cursor.text, from, cursor.at, "one fraction of a unit");
  return { unit, whole, fraction: half ? "5" : fraction, ranged: upper !== undefined, from, to: cursor.at };
}

/** "-48" of "24-48 hours": where a promise is a range, its upper end is what is kept. */
function readUpperEnd(cursor: Cursor): Quantity | undefined {
  const from = cursor.at;
  const dash = read(cursor, / ?(?:-|~|to(?![a-z])|至|到) ?/y);
  const upper = dash === undefined ? undefined : readQuantity(cursor);
  if (upper === undefined) cursor.at = from;
  return upper;
}

function isLess(a: Quantity, b: Quantity): boolean {
  return Number(`${a.whole}.${a.fraction}`) < Number(`${b.whole}.${b.fraction}`);
}

/** A number; of contracts also twice: "two (2)", "2 (two)". */
function readQuantity(cursor: Cursor): Quantity | undefined {
  const from = skipSpace(cursor);
  const quantity = readNumber(cursor);
  const end = cursor.at;
  if (quantity === undefined || read(cursor, / ?\(/y) === undefined) return quantity;
  const again = readNumber(cursor);
  if (again === undefined || read(cursor, /\)/y) === undefined) {
    cursor.at = end;
    return quantity;
  }
  const same = quantity.whole === again.whole && quantity.fraction === again.fraction;
  return same ? quantity : refuse(cursor.text, from, cursor.at, "the same number in words and in digits");
}

function readNumber(cursor: Cursor): Quantity | undefined {
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
    items.push({ ...decimalQuantity(digits), unit, ranged: false, from, to: cursor.at });
    from = cursor.at;
    digits = read(cursor, number);
  }
  return items;
}

/** What the grammar lets through and no length can mean. */
function checked(length: Length): Length {
  const { text, sign, items } = length;
  items.forEach((item, index) => {
    const reason = objectionTo(item, items[index - 1], index === items.length - 1, sign);
    if (reason !== undefined) refuse(text, item.from, item.to, reason);
  });
  return length;
}

function objectionTo(item: Item, previous: Item | undefined, last: boolean, sign: number): string | undefined {
  const timeUnit = isTimeUnit(item.unit);
  if (item.fraction !== "" && !timeUnit) return `a whole number of ${UNITS[item.unit].en}s`;
  if (item.ranged && previous) return "a range of one unit only";
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
