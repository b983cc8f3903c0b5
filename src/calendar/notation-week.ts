/** Days by hours: 5x8, 24x7, 24/7, 5x8 from 08:00, 24x7x365, 7x24x4, 8x5xNBD. */
import { parseTimeOfDay, type Window } from "../time/time-of-day.js";
import { DAY_MS, HOUR_MS } from "../time/units.js";
import type { Weekday } from "./definition.js";
import { kindAt, type Reader, refuse, take } from "./notation-reader.js";
import { isTimeAt, readOpening } from "./notation-times.js";
import type { Token } from "./notation-tokens.js";
import { WEEKDAYS } from "./weekday.js";

/** How to read the hours of `5x8`: from when, if the text does not say or whatever it says. */
export interface Anchor {
  readonly openingMs: number | undefined;
}

/** The third part of `7x24x4`, as it is written and as it is meant: hours that pass, hours of these hours, or NBD. */
export interface Response {
  readonly value: number;
  readonly unit: "hour" | "workingHour" | "workingDay";
  readonly written: string;
  readonly from: number;
}

/** What days by hours say. */
interface Week {
  readonly days: readonly Weekday[];
  readonly windows: readonly Window[];
  readonly anchoredByDefault?: string;
  readonly response: Response | undefined;
  readonly everyYear: boolean;
}

const DEFAULT_OPENING_MS = 9 * HOUR_MS;

/** 5x8, 24x7, 24/7: two plain numbers; with a slash only where one is 24. */
export function isWeekAt(reader: Reader, at: number = reader.at): boolean {
  const [first, sign, second] = [reader.tokens[at], kindAt(reader, at + 1), reader.tokens[at + 2]];
  if (first?.kind !== "clock" || second?.kind !== "clock") return false;
  return sign === "times" || (sign === "slash" && (first.value === "24" || second.value === "24"));
}

/** week = N x M hours? (x response)? (from time)? */
export function readWeek(reader: Reader, anchor: Anchor): Week {
  const [first, , second] = reader.tokens.slice(reader.at, reader.at + 3) as [Token, Token, Token];
  const { days, hours } = daysAndHours(reader, first, second);
  reader.at += 3;
  const { response, everyYear } = readThird(reader, first, days * hours === 7 * 24);
  const end = reader.tokens[reader.at - 1]?.to ?? second.to;
  take(reader, "hours");
  const said = kindAt(reader, reader.at) === "from" && isTimeAt(reader, reader.at + 1) ? readFrom(reader) : undefined;
  const openingMs = anchor.openingMs ?? said;
  const isWhole = hours === 24 && said === undefined;
  const window = isWhole ? { opensMs: 0, closesMs: DAY_MS } : windowFrom(reader, [first, second], openingMs, hours);
  const byDefault = hours < 24 && openingMs === undefined;
  const written = reader.text.slice(first.from, response === undefined ? end : second.to);
  return {
    days: WEEKDAYS.slice(0, days),
    windows: [window],
    ...(byDefault && { anchoredByDefault: written }),
    response,
    everyYear,
  };
}

/** "x365", "x4", "xNBD" behind NxM; "/365" too. */
function readThird(reader: Reader, first: Token, always: boolean): Pick<Week, "response" | "everyYear"> {
  const [sign, third] = [kindAt(reader, reader.at), reader.tokens[reader.at + 1]];
  const isXnbd =
    reader.tokens[reader.at]?.kind === "nbd" && reader.text[reader.tokens[reader.at]?.from ?? 0]?.toLowerCase() === "x";
  if (isXnbd || (sign === "times" && third?.kind === "nbd")) {
    reader.at += isXnbd ? 1 : 2;
    return { response: responseOf(reader, first, 1, "workingDay"), everyYear: false };
  }
  if (third?.kind !== "clock" || (sign !== "times" && !(sign === "slash" && third.value === "365"))) {
    return { response: undefined, everyYear: false };
  }
  reader.at += 2;
  if (third.value === "365") return { response: undefined, everyYear: true };
  const hours = Number(third.value);
  if (!(hours >= 1 && hours <= 72)) refuse(reader, third.from, third.to, "365 days or a response of 1 to 72 hours");
  take(reader, "hours");
  return { response: responseOf(reader, first, hours, always ? "hour" : "workingHour"), everyYear: false };
}

function responseOf(reader: Reader, first: Token, value: number, unit: Response["unit"]): Response {
  const end = reader.tokens[reader.at - 1]?.to ?? first.to;
  return { value, unit, written: reader.text.slice(first.from, end), from: first.from };
}

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

function windowFrom(reader: Reader, ends: [Token, Token], openingMs: number | undefined, hours: number): Window {
  const opensMs = openingMs ?? DEFAULT_OPENING_MS;
  const closesMs = opensMs + hours * HOUR_MS;
  if (openingMs === undefined && closesMs > DAY_MS) {
    const expected = `an opening ("5x16 from 08:00"), as ${hours} hours from 09:00 pass midnight`;
    refuse(reader, ends[0].from, ends[1].to, expected);
  }
  return { opensMs, closesMs };
}

/** A given opening of `5x8`, in ms of the day; `undefined` for what is no opening. */
export function parseOpening(text: string): number | undefined {
  const ms = parseTimeOfDay(text);
  return ms === DAY_MS ? undefined : ms;
}
