/** From words to windows: one time, then two of them and which hours of the day they must mean. */

import { parseTimeOfDay, type Window } from "../time/time-of-day.js";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "../time/units.js";
import { chineseNumber } from "../time/words.js";
import { kindAt, type Reader, refuse, refuseHere, take } from "./notation-reader.js";
import type { Token } from "./notation-tokens.js";

/** One time as it is written. */
interface WrittenTime {
  readonly ms: number;
  /** What stands before or behind it: "am", "pm", "morning" (上午), "afternoon" (下午). */
  readonly part: string | undefined;
  /** Noon and midnight need no am or pm. */
  readonly named: boolean;
  /** Written as people write on twelve hours: "9", "9:30". */
  readonly loose: boolean;
  readonly from: number;
  readonly to: number;
}

/** Whether a time can begin at a word; "5" of "5x8" is none. */
export function isTimeAt(reader: Reader, at: number): boolean {
  const kind = kindAt(reader, at);
  if (kind === "numeral") return kindAt(reader, at + 1) === "oclock";
  if (kind === "clock") return kindAt(reader, at + 1) !== "times";
  return kind === "moment" || kind === "dayPart";
}

/** window = time dash time, with "from" before it where people put it. */
export function readWindow(reader: Reader): Window {
  take(reader, "from");
  const opens = readTime(reader);
  if (take(reader, "dash") === undefined) refuseHere(reader, "a closing time");
  const closes = readTime(reader);
  return windowOf(reader, opens, closes);
}

/** The opening behind "from" in "5x8 from 08:00", in ms of the day. */
export function readOpening(reader: Reader): number {
  const opens = readTime(reader);
  return checkOpening(reader, opens, onItsOwn(reader, opens));
}

/** time = dayPart? (clock | moment | numeral) (点 (半 | minutes 分?)?)? (am | pm)? */
function readTime(reader: Reader): WrittenTime {
  const before = take(reader, "dayPart");
  const token =
    take(reader, "clock") ?? take(reader, "moment") ?? take(reader, "numeral") ?? refuseHere(reader, "a time");
  const ms = timeOf(token) ?? refuse(reader, token.from, token.to, "a time between 00:00 and 24:00");
  const past =
    token.kind !== "moment" && !token.value.includes(":") && take(reader, "oclock") ? readMinutes(reader) : 0;
  const behind = token.kind === "moment" ? undefined : take(reader, "meridiem");
  const last = reader.tokens[reader.at - 1] ?? token;
  const loose = token.kind !== "moment" && /^(?:\d:|\D|\d+$)/.test(token.value);
  const part = before?.value ?? behind?.value;
  if (ms + past > DAY_MS) refuse(reader, token.from, last.to, "a time between 00:00 and 24:00");
  return { ms: ms + past, part, named: token.kind === "moment", loose, from: (before ?? token).from, to: last.to };
}

function timeOf({ kind, value }: Token): number | undefined {
  const clock = kind === "numeral" ? `${chineseNumber(value)}` : value;
  return parseTimeOfDay(clock.includes(":") ? clock : `${clock}:00`);
}

/** What follows 点: 半, 30, 30分, 三十分 or nothing. */
function readMinutes(reader: Reader): number {
  if (take(reader, "half")) return 30 * MINUTE_MS;
  const kind = kindAt(reader, reader.at);
  if (kind !== "clock" && kind !== "numeral") return 0;
  const token = reader.tokens[reader.at++] as Token;
  const minutes = kind === "numeral" ? chineseNumber(token.value) : Number(token.value);
  if (minutes === undefined || !(minutes < 60)) refuse(reader, token.from, token.to, "minutes below 60");
  take(reader, "minutes");
  return minutes * MINUTE_MS;
}

/** Two times as a window, in the one way that can be meant; where there are two ways, they are refused. */
function windowOf(reader: Reader, opens: WrittenTime, closes: WrittenTime): Window {
  const opensMs = checkOpening(reader, opens, besideMs(reader, opens, closes));
  const closing = besideMs(reader, closes, opens);
  const closesMs = closing === 0 ? DAY_MS : closing;
  if (isAmbiguous(opens, closes) && closesMs <= opensMs) {
    refuse(reader, opens.from, closes.to, "24-hour times (09:00-17:00) or am and pm, as this closes before it opens");
  }
  return { opensMs, closesMs: closesMs > opensMs ? closesMs : closesMs + DAY_MS };
}

function checkOpening(reader: Reader, opens: WrittenTime, ms: number): number {
  return ms < DAY_MS ? ms : refuse(reader, opens.from, opens.to, "an opening before 24:00");
}

/** "9-5", "9:00-6:00", "12:00-8:00" on a clock of twelve hours; "22:00-6:00", "10:00-06:00" and "noon" are plain. */
function isAmbiguous(opens: WrittenTime, closes: WrittenTime): boolean {
  const onTwelve = (time: WrittenTime) => time.part === undefined && time.ms >= HOUR_MS && time.ms < 13 * HOUR_MS;
  return (opens.loose || closes.loose) && onTwelve(opens) && onTwelve(closes);
}

/** A time beside the other end of its window, in ms of the day. */
function besideMs(reader: Reader, time: WrittenTime, other: WrittenTime): number {
  if (time.part !== undefined || other.part === undefined || time.named) return onItsOwn(reader, time);
  if (isPlainBeside(time, other)) return time.ms;
  return refuse(reader, time.from, time.to, "am or pm, or 上午 or 下午, at both times or at none");
}

/** Of two times one says am or pm: the other is plain where a clock of twelve and one of 24 hours agree on it. */
function isPlainBeside(time: WrittenTime, other: WrittenTime): boolean {
  if (time.ms >= 13 * HOUR_MS || time.ms < HOUR_MS) return true;
  const morning = other.part === "am" || other.part === "morning";
  const inOrder = time.from < other.from ? time.ms < other.ms : time.ms > other.ms;
  return morning && inOrder && other.ms < 12 * HOUR_MS;
}

function onItsOwn(reader: Reader, time: WrittenTime): number {
  const ms = time.part === undefined ? time.ms : onTwentyFour(time.ms, time.part);
  return ms ?? refuse(reader, time.from, time.to, "an hour that its am or pm can mean");
}

/** 12am is midnight, 12pm noon, 下午13:30 is 13:30; 上午12点 may be either and is none. */
function onTwentyFour(ms: number, part: string): number | undefined {
  const twelve = ms >= 12 * HOUR_MS && ms < 13 * HOUR_MS;
  if (part === "am") return twelve ? ms - 12 * HOUR_MS : ms < 12 * HOUR_MS ? ms : undefined;
  if (part === "morning") return ms < 12 * HOUR_MS ? ms : undefined;
  if (ms < HOUR_MS) return undefined;
  return ms < 12 * HOUR_MS ? ms + 12 * HOUR_MS : ms;
}
