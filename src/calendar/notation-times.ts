/** From words to windows: one time, then two of them and which hours of the day they must mean. */
import { parseTimeOfDay, type Window } from "../time/time-of-day.js";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "../time/units.js";
import { chineseNumber } from "../time/words.js";
import { kindAt, type Reader, refuse, refuseHere, take } from "./notation-reader.js";
import type { Token } from "./notation-tokens.js";

/** One time as it is written. */
interface WrittenTime {
  readonly ms: number;
  /** What stands before or behind it: "am", "pm", "morning" (上午), "afternoon" (下午) and so on. */
  readonly part: string | undefined;
  /** Noon and midnight need no am or pm. */
  readonly named: boolean;
  /** Written as people write on twelve hours: "9", "9:30". */
  readonly loose: boolean;
  /** It is said to be on the next day. */
  readonly nextDay: boolean;
  readonly from: number;
  readonly to: number;
}

/** Whether a time can begin at a word; "5" of "5x8" and "24" of "24 hours a day" are none. */
export function isTimeAt(reader: Reader, at: number): boolean {
  const kind = kindAt(reader, at);
  const behind = kindAt(reader, at + 1);
  if (kind === "numeral") return behind === "oclock";
  if (kind === "clock") return !NO_TIMES.includes(behind) && !isAllDayAt(reader, at);
  return kind === "moment" || kind === "dayPart" || (kind === "between" && isTimeAt(reader, at + 1));
}

const NO_TIMES: readonly (string | undefined)[] = ["times", "perWeek", "perYear"];

/** "24 hours", 24小时, 全天 */
export function isAllDayAt(reader: Reader, at: number): boolean {
  const [token, behind] = [reader.tokens[at], kindAt(reader, at + 1)];
  if (token?.kind === "allDay") return true;
  return token?.kind === "clock" && token.value === "24" && behind === "hours";
}

/** "24 hours a day" */
export function readAllDay(reader: Reader): Window {
  if (!take(reader, "allDay")) reader.at += 2;
  take(reader, "perDay");
  return { opensMs: 0, closesMs: DAY_MS };
}

/** window = time dash time, with "from" or "between" before it; `beforeMs` is the closing of the window before, if any. */
export function readWindow(reader: Reader, beforeMs: number | undefined): Window {
  take(reader, "from");
  const between = take(reader, "between") !== undefined;
  const opens = readTime(reader);
  const dash = take(reader, "dash") ?? (between ? take(reader, "and") : undefined);
  if (dash === undefined) refuseHere(reader, "a closing time");
  const closes = readTime(reader);
  return windowOf(reader, opens, closes, beforeMs);
}

/** The opening behind "from" in "5x8 from 08:00", in ms of the day. */
export function readOpening(reader: Reader): number {
  const opens = readTime(reader);
  return checkOpening(reader, opens, onItsOwn(reader, opens));
}

/** time = nextDay? (dayPart :?)? (clock | moment | numeral) (点 (半 | minutes 分?)?)? (am | pm | noon)? nextDay? */
function readTime(reader: Reader): WrittenTime {
  const start = reader.tokens[reader.at]?.from ?? 0;
  const early = take(reader, "nextDay") !== undefined;
  const before = take(reader, "dayPart");
  if (before) take(reader, "colon");
  const token =
    take(reader, "clock") ?? take(reader, "moment") ?? take(reader, "numeral") ?? refuseHere(reader, "a time");
  const ms = timeOf(token) ?? refuse(reader, token.from, token.to, "a time between 00:00 and 24:00");
  const past =
    token.kind !== "moment" && !token.value.includes(":") && take(reader, "oclock") ? readMinutes(reader) : 0;
  if (token.value.includes(":")) take(reader, "minutes") ?? take(reader, "hours");
  const behind = token.kind === "moment" ? undefined : (take(reader, "meridiem")?.value ?? readTwelve(reader, token));
  const late = take(reader, "nextDay") !== undefined;
  const to = (reader.tokens[reader.at - 1] ?? token).to;
  if (ms + past > DAY_MS) refuse(reader, token.from, to, "a time between 00:00 and 24:00");
  const loose = token.kind !== "moment" && /^(?:\d:|\D|\d+$)/.test(token.value);
  const named = token.kind === "moment";
  return { ms: ms + past, part: before?.value ?? behind, named, loose, nextDay: early || late, from: start, to };
}

/** "12 noon", "12 midnight" */
function readTwelve(reader: Reader, { value }: Token): string | undefined {
  if (!/^12(?::00)?$/.test(value)) return undefined;
  const moment = take(reader, "moment");
  return moment && (moment.value === "12:00" ? "pm" : "am");
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
function windowOf(reader: Reader, opens: WrittenTime, closes: WrittenTime, beforeMs: number | undefined): Window {
  if (opens.nextDay) refuse(reader, opens.from, opens.to, "an opening on the day itself");
  const plain = onTwelve(reader, opens, closes, beforeMs);
  if (plain !== undefined) return plain;
  const opensMs = checkOpening(reader, opens, besideMs(reader, opens, closes));
  const closing = besideMs(reader, closes, opens);
  const closesMs = closing === 0 && !closes.nextDay ? DAY_MS : closing;
  if (closes.nextDay && closesMs > opensMs) refuse(reader, opens.from, closes.to, "a window of 24 hours at most");
  return { opensMs, closesMs: closesMs > opensMs ? closesMs : closesMs + DAY_MS };
}

function checkOpening(reader: Reader, opens: WrittenTime, ms: number): number {
  return ms < DAY_MS ? ms : refuse(reader, opens.from, opens.to, "an opening before 24:00");
}

/**
 * A window on a clock of twelve hours that leaves am and pm out: "9 to 5", "9-5pm", "9am-5", and "1-5" behind "9-12".
 * It is read where only one reading is a window by day, and noted; where there are two it is refused.
 */
function onTwelve(
  reader: Reader,
  opens: WrittenTime,
  closes: WrittenTime,
  beforeMs: number | undefined,
): Window | undefined {
  const window = bothBare(reader, opens, closes, beforeMs) ?? oneBare(reader, opens, closes);
  if (window === undefined) return undefined;
  const written = reader.text.slice(opens.from, closes.to).trim();
  reader.readings.push({ written, window });
  return window;
}

/** No am or pm at all: "9-5" closes in the afternoon; "1-5" may be either half of the day, but not behind "9-12". */
function bothBare(
  reader: Reader,
  opens: WrittenTime,
  closes: WrittenTime,
  beforeMs: number | undefined,
): Window | undefined {
  if (!(opens.loose || closes.loose) || closes.nextDay || !isBare(opens) || !isBare(closes)) return undefined;
  const inOrder = opens.ms < closes.ms;
  if (opens.loose && opens.ms < EARLIEST_BARE_MS) {
    const afternoon = { opensMs: opens.ms + HALF_DAY_MS, closesMs: closes.ms + HALF_DAY_MS };
    const isBehind = beforeMs !== undefined && beforeMs >= opens.ms && beforeMs <= afternoon.opensMs;
    return inOrder && isBehind ? afternoon : refuseBare(reader, opens, closes);
  }
  if (inOrder) return undefined;
  const lengthMs = closes.ms + HALF_DAY_MS - opens.ms;
  const isByDay = closes.loose && opens.ms < HALF_DAY_MS && lengthMs >= SHORTEST_BARE_MS;
  return isByDay ? { opensMs: opens.ms, closesMs: closes.ms + HALF_DAY_MS } : refuseBare(reader, opens, closes);
}

const HALF_DAY_MS = 12 * HOUR_MS;
/** Before seven a bare hour of the morning is as likely one of the evening. */
const EARLIEST_BARE_MS = 7 * HOUR_MS;
/** "11-2" is as likely a long night as a short day. */
const SHORTEST_BARE_MS = 4 * HOUR_MS;

function refuseBare(reader: Reader, opens: WrittenTime, closes: WrittenTime): never {
  return refuse(reader, opens.from, closes.to, "24-hour times (09:00-17:00) or am and pm, as these may be either");
}

/** "9-5pm" and "9am-5" are from morning to afternoon; "1-5pm" and 下午1:30-6:00 are one half of the day. */
function oneBare(reader: Reader, opens: WrittenTime, closes: WrittenTime): Window | undefined {
  if (closes.nextDay || opens.named || closes.named) return undefined;
  if (isBare(opens) && isSaid(closes)) return bareOpening(opens.ms, closes.part, onItsOwn(reader, closes));
  if (isSaid(opens) && isBare(closes)) return bareClosing(opens.part, onItsOwn(reader, opens), closes.ms);
  return undefined;
}

/** "9-5pm", "1-5pm", "12-5pm"; "9-11pm" may be both. */
function bareOpening(bareMs: number, part: string | undefined, closesMs: number): Window | undefined {
  if (part !== "pm") return undefined;
  const isSameHalf = bareMs % HALF_DAY_MS < closesMs - HALF_DAY_MS;
  if (!isSameHalf) return bareMs < HALF_DAY_MS ? { opensMs: bareMs, closesMs } : undefined;
  const isPlain = bareMs < EARLIEST_BARE_MS || bareMs >= HALF_DAY_MS;
  return isPlain ? { opensMs: (bareMs % HALF_DAY_MS) + HALF_DAY_MS, closesMs } : undefined;
}

/** "9am-5", "1pm-5", 下午1:30-6:00; "5pm-8" may be the next morning. */
function bareClosing(part: string | undefined, opensMs: number, bareMs: number): Window | undefined {
  const closesMs = bareMs + HALF_DAY_MS;
  if (bareMs >= HALF_DAY_MS) return undefined;
  if (part === "am") return bareMs <= opensMs ? { opensMs, closesMs } : undefined;
  const isPlain = part === "pm" ? opensMs < 17 * HOUR_MS : part !== "morning" && part !== "night";
  return isPlain && closesMs > opensMs ? { opensMs, closesMs } : undefined;
}

/** On a clock of twelve hours, with a word which half of the day. */
function isSaid(time: WrittenTime): boolean {
  return time.part !== undefined && time.ms < 13 * HOUR_MS;
}

/** On a clock of twelve hours, without a word which half of the day; 13:00 and 0:30 are on one of 24. */
function isBare(time: WrittenTime): boolean {
  return time.part === undefined && !time.named && time.ms >= HOUR_MS && time.ms < 13 * HOUR_MS;
}

/** A time beside the other end of its window, in ms of the day. */
function besideMs(reader: Reader, time: WrittenTime, other: WrittenTime): number {
  if (time.part !== undefined || other.part === undefined || time.named) return onItsOwn(reader, time);
  if (time.nextDay || isPlainBeside(time, other)) return time.ms;
  return refuse(reader, time.from, time.to, "am or pm, or 上午 or 下午, at both times or at none");
}

/** Of two times one says am or pm: the other is plain where a clock of twelve and one of 24 hours agree on it. */
function isPlainBeside(time: WrittenTime, other: WrittenTime): boolean {
  if (time.ms >= 13 * HOUR_MS || time.ms < HOUR_MS) return true;
  const morning = other.part === "am" || other.part === "morning" || other.part === "night";
  const inOrder = time.from < other.from ? time.ms < other.ms : time.ms > other.ms;
  return morning && inOrder && other.ms < 12 * HOUR_MS;
}

function onItsOwn(reader: Reader, time: WrittenTime): number {
  const ms = time.part === undefined ? time.ms : onTwentyFour(time.ms, time.part);
  return ms ?? refuse(reader, time.from, time.to, "an hour that its am or pm can mean");
}

/** 12am is midnight, 12pm noon, 下午13:30 is 13:30, 晚上12点 is 24:00; 上午12点 may be either and is none. */
function onTwentyFour(ms: number, part: string): number | undefined {
  const afternoon = ms < HALF_DAY_MS ? ms + HALF_DAY_MS : ms;
  const isTwelve = ms >= HALF_DAY_MS && ms < 13 * HOUR_MS;
  switch (part) {
    case "am":
      return within(isTwelve ? ms - HALF_DAY_MS : ms, 0, 12);
    case "morning":
      return within(ms, 0, 12);
    case "night":
      return within(ms, 0, 7);
    case "midday":
      return within(ms < 3 * HOUR_MS ? afternoon : ms, 11, 15);
    case "evening":
      return within(ms === HALF_DAY_MS ? DAY_MS : afternoon, 17, 25);
    default:
      return within(ms, 1, 25) && afternoon;
  }
}

/** The time, if it lies in these hours. */
function within(ms: number, fromHour: number, toHour: number): number | undefined {
  return ms >= fromHour * HOUR_MS && ms < toHour * HOUR_MS ? ms : undefined;
}
