/**
 * The grammar of hours: a text is days, times, NxM, closed days and a zone in any order that leaves one reading.
 *
 *     Mon-Thu 09:00-18:00, Fri 09:00-15:00 (UTC+8)      days times days times zone
 *     9am-5pm daily except public holidays              times days closed
 *     5x8 from 08:00                                    week
 */
import type { Window } from "../time/time-of-day.js";
import type { Weekday } from "./definition.js";
import { isDayAt, readDays } from "./notation-days.js";
import { kindAt, newReader, type Reader, refuse, refuseHere, take } from "./notation-reader.js";
import { isAllDayAt, isTimeAt, readAllDay, readWindow } from "./notation-times.js";
import { type Token, tokenize } from "./notation-tokens.js";
import { type Anchor, isWeekAt, type Response, readWeek } from "./notation-week.js";
import type { TokenKind } from "./notation-words.js";
import { readZones, type SeasonZone } from "./notation-zone.js";

/** Where in the text something stands. */
export interface Place {
  readonly from: number;
  readonly to: number;
}

/** Days, the windows of days (none: closed), or both at once: `5x8`, "closed on Sundays". */
export interface Element extends Place {
  readonly days?: readonly Weekday[];
  readonly windows?: readonly Window[];
  /** Of days: holidays are named among them. */
  readonly holidays?: boolean;
  /** These days are no exception: "including weekends and holidays". */
  readonly included?: boolean;
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
  readonly season: SeasonZone | undefined;
  /** "Working hours" without any hours. */
  readonly own: boolean;
  /** The third part of `7x24x4`. */
  readonly response: Response | undefined;
  /** "365 days a year", 全年无休. */
  readonly everyYear: boolean;
}

const EXPECTED = 'days and times such as "Mon-Fri 09:00-18:00 UTC+8", "5x8 from 08:00" or "24x7"';

interface State {
  readonly reader: Reader;
  readonly anchor: Anchor;
  readonly elements: Element[];
  readonly brackets: Token[];
  own: boolean;
  response: Response | undefined;
  everyYear: boolean;
  part: number;
}

/** Reads all elements of a text; `own` tells "working hours" from a text without hours. */
export function readElements(text: string, anchor: Anchor): Elements {
  const { zone, season, tokens } = readZones(text, tokenize(text));
  const reader = newReader(text, tokens);
  const state: State = {
    reader,
    anchor,
    elements: [],
    brackets: [],
    own: false,
    response: undefined,
    everyYear: false,
    part: 0,
  };
  while (reader.at < reader.tokens.length) {
    if (!skipMark(state) && !skipLabel(state) && !readEveryYear(state)) state.elements.push(readElement(state));
  }
  const [open] = state.brackets;
  if (open) refuse(reader, open.from, text.length, "a closing bracket");
  const { elements, own, response, everyYear } = state;
  if (elements.length === 0 && !own) refuse(reader, 0, text.length, EXPECTED);
  return { reader, elements, zone, season, own: own && elements.length === 0, response, everyYear };
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

const ELEMENT_STARTS: readonly (TokenKind | undefined)[] = [
  "clock",
  "closed",
  "except",
  "included",
  "allDay",
  "from",
  "between",
];

function startsElement(reader: Reader, at: number): boolean {
  return isDayAt(reader, at) || isTimeAt(reader, at) || ELEMENT_STARTS.includes(kindAt(reader, at));
}

/** Labels: "Business hours: Mon-Fri …", "open on Mondays"; whether the policy's own hours are named is kept. */
function skipLabel(state: State): boolean {
  const { reader } = state;
  const own = take(reader, "own") !== undefined;
  const label = own || take(reader, "label") !== undefined || (state.elements.length === 0 && isHoursLabel(reader));
  if (own) state.own = true;
  return label;
}

function isHoursLabel(reader: Reader): boolean {
  return take(reader, "hours") !== undefined;
}

const YEARS: readonly (TokenKind | undefined)[] = ["perYear", "perWeek"];

/** "365 days a year", 全年无休: holidays are no exception. */
function readEveryYear(state: State): boolean {
  const { reader } = state;
  const counted = reader.tokens[reader.at]?.value === "365" && YEARS.includes(kindAt(reader, reader.at + 1));
  if (counted) reader.at += 2;
  else if (take(reader, "everyYear") === undefined) return false;
  state.everyYear = true;
  return true;
}

function readElement(state: State): Element {
  const { reader, part } = state;
  const from = reader.tokens[reader.at]?.from ?? 0;
  const read = readDayElement(reader) ?? readTimes(state);
  return { ...read, part, from, to: reader.tokens[reader.at - 1]?.to ?? from };
}

type Read = Omit<Element, "from" | "to" | "part">;

/** Days, days that are closed ("closed on Sundays", 周末休息), or days that are no exception ("including holidays"). */
function readDayElement(reader: Reader): Read | undefined {
  const { at } = reader;
  if (take(reader, "nonHolidays")) return { days: [], holidays: true, windows: [] };
  const lead = take(reader, "closed") ?? take(reader, "except") ?? take(reader, "included");
  skipOn(reader);
  if (kindAt(reader, reader.at) === "from" && isDayAt(reader, reader.at + 1)) reader.at++;
  if (!isDayAt(reader, reader.at)) {
    if (lead?.kind === "except" || lead?.kind === "included") refuseHere(reader, "days or holidays");
    reader.at = at;
    return undefined;
  }
  const days = readDays(reader);
  if (lead !== undefined) return { ...days, ...(lead.kind === "included" ? { included: true } : { windows: [] }) };
  const before = reader.at;
  while (take(reader, "colon") || take(reader, "label"));
  const behind = take(reader, "closed") ?? (isDayAt(reader, reader.at + 1) ? undefined : take(reader, "included"));
  if (behind?.kind === "closed") return { ...days, windows: [] };
  if (behind?.kind === "included") return { ...days, included: true };
  reader.at = before;
  return days;
}

function skipOn(reader: Reader): void {
  while (reader.tokens[reader.at]?.kind === "label") reader.at++;
}

const REASONS: { readonly [kind in TokenKind]?: string } = {
  nbd: 'hours; a response by the next business day is a promise ("within"), not hours',
  alternating:
    "one week for all weeks: weekly hours cannot alternate; name the working Saturdays as makeUpDays or overrides",
};

function readTimes(state: State): Read {
  const { reader } = state;
  if (take(reader, "closed")) return { windows: [] };
  if (isAllDayAt(reader, reader.at)) return { windows: [readAllDay(reader)] };
  if (isWeekAt(reader)) {
    const { response, everyYear, ...week } = readWeek(reader, state.anchor);
    state.response = response;
    state.everyYear ||= everyYear;
    return week;
  }
  const kind = kindAt(reader, reader.at);
  if (!isTimeAt(reader, reader.at) && kind !== "from") refuseHere(reader, (kind && REASONS[kind]) ?? EXPECTED);
  return { windows: readWindows(reader) };
}

/** windows = window (separator window)* */
function readWindows(reader: Reader): Window[] {
  const windows = [readWindow(reader, undefined)];
  while (skipToTime(reader)) windows.push(readWindow(reader, windows.at(-1)?.closesMs));
  return windows;
}

const SEPARATORS: readonly (TokenKind | undefined)[] = ["comma", "and", "slash"];

function skipToTime(reader: Reader): boolean {
  let at = reader.at;
  while (SEPARATORS.includes(kindAt(reader, at))) at++;
  if (at === reader.at || !isTimeAt(reader, at) || isWeekAt(reader, at) || isDayAt(reader, at)) return false;
  reader.at = at;
  return true;
}
