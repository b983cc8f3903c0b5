/**
 * The grammar of hours: a text is days, times, NxM and a zone in any order that leaves one reading.
 *
 *     Mon-Thu 09:00-18:00, Fri 09:00-15:00 (UTC+8)      days times days times zone
 *     5x8 from 08:00                                    week
 */
import { parseTimeOfDay, type Window } from "../time/time-of-day.js";
import { DAY_MS, HOUR_MS } from "../time/units.js";
import type { Weekday } from "./definition.js";
import { kindAt, type Reader, refuse, refuseHere, take } from "./notation-reader.js";
import { isTimeAt, readOpening, readWindow } from "./notation-times.js";
import { chineseWeekday, type Token, tokenize } from "./notation-tokens.js";
import type { TokenKind } from "./notation-words.js";
import { WEEKDAYS } from "./weekday.js";

/** Where in the text something stands. */
export interface Place {
  readonly from: number;
  readonly to: number;
}

/** Days, the windows of days (none: closed), or both at once: `5x8`. */
export interface Element extends Place {
  readonly days?: readonly Weekday[];
  readonly windows?: readonly Window[];
  /** For `5x8` without an opening: the notation as it is written. */
  readonly anchoredByDefault?: string;
  /** Elements between two semicolons have the same number. */
  readonly part: number;
}

/** A text in its elements, in the order of the text. */
export interface Elements {
  readonly reader: Reader;
  readonly elements: readonly Element[];
  readonly zone: string | undefined;
  /** "Working hours" without any hours. */
  readonly own: boolean;
}

/** How to read the hours of `5x8`: from when, if the text does not say or whatever it says. */
export interface Anchor {
  readonly openingMs: number | undefined;
}

const DEFAULT_OPENING_MS = 9 * HOUR_MS;
const EXPECTED = 'days and times such as "Mon-Fri 09:00-18:00 UTC+8", "5x8 from 08:00" or "24x7"';

interface State {
  readonly reader: Reader;
  readonly anchor: Anchor;
  readonly elements: Element[];
  readonly brackets: Token[];
  zone: Token | undefined;
  part: number;
}

/** Reads all elements of a text; `own` tells "working hours" from a text without hours. */
export function readElements(text: string, anchor: Anchor): Elements {
  const reader: Reader = { text, tokens: tokenize(text), at: 0 };
  const own = skipLabels(reader);
  const state: State = { reader, anchor, elements: [], brackets: [], zone: undefined, part: 0 };
  while (reader.at < reader.tokens.length) {
    if (!skipMark(state) && !readZone(state)) state.elements.push(readElement(state));
  }
  const [open] = state.brackets;
  if (open) refuse(reader, open.from, text.length, "a closing bracket");
  const { elements } = state;
  if (elements.length === 0 && !own) refuse(reader, 0, text.length, EXPECTED);
  return { reader, elements, zone: state.zone?.value || undefined, own: own && elements.length === 0 };
}

/** Labels before the hours: "Business hours: Mon-Fri …". Answers whether one of them was the policy's own hours. */
function skipLabels(reader: Reader): boolean {
  const from = reader.at;
  const labels: readonly (TokenKind | undefined)[] = ["label", "own", "hours"];
  while (labels.includes(kindAt(reader, reader.at))) reader.at++;
  return reader.tokens.slice(from, reader.at).some(({ kind }) => kind === "own");
}

/** Skips what only separates. */
function skipMark(state: State): boolean {
  const { reader } = state;
  const token = reader.tokens[reader.at];
  switch (token?.kind) {
    case "comma":
    case "colon":
    case "slash":
      break;
    case "and":
      if (state.elements.length === 0 || !startsElement(reader, reader.at + 1)) return false;
      break;
    case "semicolon":
      state.part++;
      break;
    case "open":
      state.brackets.push(token);
      break;
    case "close":
      if (state.brackets.pop() === undefined) return false;
      break;
    default:
      return false;
  }
  reader.at++;
  return true;
}

function startsElement(reader: Reader, at: number): boolean {
  return isDayAt(reader, at) || isTimeAt(reader, at) || kindAt(reader, at) === "clock";
}

function readZone(state: State): boolean {
  const { reader } = state;
  const zone = take(reader, "zone") ?? negativeOffset(state);
  if (zone === undefined) return false;
  if (state.zone && state.zone.value !== zone.value) refuse(reader, zone.from, zone.to, "one zone");
  state.zone = zone;
  return true;
}

/** "09:00-18:00 -05:00": behind whole windows a dash and hours with minutes are an offset, if they stand apart. */
function negativeOffset({ reader, elements }: State): Token | undefined {
  const [dash, clock] = [reader.tokens[reader.at], reader.tokens[reader.at + 1]];
  if (dash?.value !== "-" || !dash.apart || clock?.from !== dash.to || !/^\d{2}:?\d{2}$/.test(clock.value))
    return undefined;
  if (elements.at(-1)?.windows === undefined) return undefined;
  reader.at += 2;
  return { ...clock, kind: "zone", value: `-${clock.value}`, from: dash.from };
}

function readElement({ reader, anchor, part }: State): Element {
  const from = reader.tokens[reader.at]?.from ?? 0;
  const read = isDayAt(reader, reader.at) ? { days: readDays(reader) } : readTimes(reader, anchor);
  return { ...read, part, from, to: reader.tokens[reader.at - 1]?.to ?? from };
}

function readTimes(reader: Reader, anchor: Anchor): Pick<Element, "days" | "windows" | "anchoredByDefault"> {
  if (take(reader, "closed")) return { windows: [] };
  if (isWeekAt(reader)) return readWeek(reader, anchor);
  if (!isTimeAt(reader, reader.at) && kindAt(reader, reader.at) !== "from") refuseHere(reader, EXPECTED);
  return isDayAt(reader, reader.at + 1) ? { days: readDaysBehindFrom(reader) } : { windows: readWindows(reader) };
}

/* ------------------------------------------------------------------------------------------------- days */

function isDayAt(reader: Reader, at: number): boolean {
  const kind = kindAt(reader, at);
  return kind === "day" || kind === "days";
}

/** "from Monday to Friday" */
function readDaysBehindFrom(reader: Reader): Weekday[] {
  if (take(reader, "from") === undefined) refuseHere(reader, EXPECTED);
  return readDays(reader);
}

/** days = (day (dash day)? | Daily) (separator days)? */
function readDays(reader: Reader): Weekday[] {
  const days = new Set<Weekday>();
  do {
    for (const day of readDayRange(reader)) days.add(day);
  } while (skipToDay(reader));
  return WEEKDAYS.filter((day) => days.has(day));
}

function readDayRange(reader: Reader): readonly Weekday[] {
  const token = reader.tokens[reader.at++] as Token;
  if (token.kind === "days") return daysBetween(...(token.value.split("-") as [Weekday, Weekday]));
  const first = dayOf(token);
  if (kindAt(reader, reader.at) !== "dash") return [first];
  reader.at++;
  if (!isDayAt(reader, reader.at) && !isNumeralDayAt(reader, reader.at)) refuseHere(reader, "a day");
  const last = reader.tokens[reader.at++] as Token;
  if (last.kind === "days" || dayOf(last) === first) refuse(reader, token.from, last.to, "two different days");
  return daysBetween(first, dayOf(last));
}

function dayOf({ kind, value }: Token): Weekday {
  return (kind === "day" ? value : chineseWeekday(value)) as Weekday;
}

/** 五 of 周一至五; not the numeral of a time, 五点. */
function isNumeralDayAt(reader: Reader, at: number): boolean {
  const token = reader.tokens[at];
  return token?.kind === "numeral" && chineseWeekday(token.value) !== undefined && kindAt(reader, at + 1) !== "oclock";
}

const SEPARATORS: readonly (TokenKind | undefined)[] = ["comma", "and", "slash"];

/** Skips separators, if a day stands behind them; 周六周日 need none. */
function skipToDay(reader: Reader): boolean {
  let at = reader.at;
  while (SEPARATORS.includes(kindAt(reader, at))) at++;
  if (!isDayAt(reader, at) && (at === reader.at || !isNumeralDayAt(reader, at))) return false;
  reader.at = at;
  return true;
}

/** Both ends included, over the end of the week where the last day is before the first: Sun-Thu. */
function daysBetween(first: Weekday, last: Weekday): readonly Weekday[] {
  const from = WEEKDAYS.indexOf(first);
  const length = ((WEEKDAYS.indexOf(last) - from + 7) % 7) + 1;
  return [...WEEKDAYS, ...WEEKDAYS].slice(from, from + length);
}

/* ------------------------------------------------------------------------------------------ windows, NxM */

/** windows = window (separator window)* */
function readWindows(reader: Reader): Window[] {
  const windows = [readWindow(reader)];
  while (skipToTime(reader)) windows.push(readWindow(reader));
  return windows;
}

function skipToTime(reader: Reader): boolean {
  let at = reader.at;
  while (SEPARATORS.includes(kindAt(reader, at))) at++;
  if (at === reader.at || !isTimeAt(reader, at) || isWeekAt(reader, at)) return false;
  reader.at = at;
  return true;
}

/** 5x8, 24x7, 24/7: two plain numbers; with a slash only where one is 24. */
function isWeekAt(reader: Reader, at: number = reader.at): boolean {
  const [first, sign, second] = [reader.tokens[at], kindAt(reader, at + 1), reader.tokens[at + 2]];
  if (first?.kind !== "clock" || second?.kind !== "clock") return false;
  return sign === "times" || (sign === "slash" && (first.value === "24" || second.value === "24"));
}

/** week = N x M hours? (from time)? */
function readWeek(reader: Reader, anchor: Anchor): Pick<Element, "days" | "windows" | "anchoredByDefault"> {
  const [first, , second] = reader.tokens.slice(reader.at, reader.at + 3) as [Token, Token, Token];
  const written = reader.text.slice(first.from, second.to);
  const { days, hours } = daysAndHours(reader, first, second);
  reader.at += 3;
  take(reader, "hours");
  const said = kindAt(reader, reader.at) === "from" && isTimeAt(reader, reader.at + 1) ? readFrom(reader) : undefined;
  const place = { from: first.from, to: second.to };
  const windows = [
    hours === 24 && said === undefined ? WHOLE_DAY : windowFrom(reader, place, anchor.openingMs ?? said, hours),
  ];
  const byDefault = hours < 24 && said === undefined && anchor.openingMs === undefined;
  return { days: WEEKDAYS.slice(0, days), windows, ...(byDefault && { anchoredByDefault: written }) };
}

const WHOLE_DAY: Window = { opensMs: 0, closesMs: DAY_MS };

function readFrom(reader: Reader): number {
  reader.at++;
  return readOpening(reader);
}

/** Days come first, unless only the second number can be days: 8x5, 24x7. */
function daysAndHours(reader: Reader, first: Token, second: Token): { days: number; hours: number } {
  const [a, b] = [Number(first.value), Number(second.value)];
  const [days, hours] = a > 7 ? [b, a] : [a, b];
  if (days >= 1 && days <= 7 && hours >= 1 && hours <= 24) return { days, hours };
  return refuse(reader, first.from, second.to, "days by hours, up to 7x24");
}

function windowFrom(reader: Reader, place: Place, openingMs: number | undefined, hours: number): Window {
  const opensMs = openingMs ?? DEFAULT_OPENING_MS;
  const closesMs = opensMs + hours * HOUR_MS;
  if (openingMs === undefined && closesMs > DAY_MS) {
    refuse(reader, place.from, place.to, `an opening ("5x16 from 08:00"), as ${hours} hours from 09:00 pass midnight`);
  }
  return { opensMs, closesMs };
}

/** A given opening of `5x8`, in ms of the day; `undefined` for what is no opening. */
export function parseOpening(text: string): number | undefined {
  const ms = parseTimeOfDay(text);
  return ms === DAY_MS ? undefined : ms;
}
