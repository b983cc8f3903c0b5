/** From words to days: one day, a range, a list, and the holidays that stand among them. */
import type { Weekday } from "./definition.js";
import { kindAt, type Reader, refuse, refuseHere, take } from "./notation-reader.js";
import { chineseWeekday, type Token } from "./notation-tokens.js";
import type { TokenKind } from "./notation-words.js";
import { WEEKDAYS } from "./weekday.js";

/** Some days of the week; `holidays`: holidays were named among them, as in "Sa, Su, PH". */
export interface Days {
  readonly days: readonly Weekday[];
  readonly holidays: boolean;
}

/** Whether days can begin at a word. */
export function isDayAt(reader: Reader, at: number): boolean {
  const kind = kindAt(reader, at);
  return kind === "day" || kind === "days" || kind === "holiday" || isCountedWeekAt(reader, at);
}

/** "7 days a week" */
function isCountedWeekAt(reader: Reader, at: number): boolean {
  return kindAt(reader, at) === "clock" && kindAt(reader, at + 1) === "perWeek";
}

/** days = (day (dash day)? | Daily | holidays) (separator days)? */
export function readDays(reader: Reader): Days {
  const days = new Set<Weekday>();
  let holidays = false;
  do {
    if (take(reader, "holiday")) holidays = true;
    else for (const day of readDayRange(reader)) days.add(day);
  } while (skipToDay(reader));
  return { days: WEEKDAYS.filter((day) => days.has(day)), holidays };
}

function readDayRange(reader: Reader): readonly Weekday[] {
  const token = reader.tokens[reader.at++] as Token;
  if (token.kind === "clock") return readCountedWeek(reader, token);
  if (token.kind === "days") return daysBetween(...(token.value.split("-") as [Weekday, Weekday]));
  const first = dayOf(token);
  if (kindAt(reader, reader.at) !== "dash") return [first];
  reader.at++;
  const last = reader.tokens[reader.at];
  if (last === undefined || (last.kind !== "day" && last.kind !== "days" && !isNumeralDayAt(reader, reader.at))) {
    refuseHere(reader, "a day");
  }
  reader.at++;
  if (last.kind === "days" || dayOf(last) === first) refuse(reader, token.from, last.to, "two different days");
  return daysBetween(first, dayOf(last));
}

function readCountedWeek(reader: Reader, { value, from }: Token): readonly Weekday[] {
  const behind = reader.tokens[reader.at++] as Token;
  return value === "7" ? WEEKDAYS : refuse(reader, from, behind.to, "which days of the week");
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

/** Skips separators, if a day stands behind them; 周六周日 and 周六日 need none. */
function skipToDay(reader: Reader): boolean {
  let at = reader.at;
  while (SEPARATORS.includes(kindAt(reader, at))) at++;
  const isClose = at === reader.at;
  if (isClose && isRestatement(reader, at)) return false;
  if (!isDayAt(reader, at) && !(isNumeralDayAt(reader, at) && (!isClose || isSundayBehind(reader, at)))) return false;
  reader.at = at;
  return true;
}

/** "weekdays Monday-Friday": days by name behind a word for them say them again, and are read on their own. */
function isRestatement(reader: Reader, at: number): boolean {
  return kindAt(reader, at - 1) === "days" && isDayAt(reader, at);
}

/** 日 of 周六日 */
function isSundayBehind(reader: Reader, at: number): boolean {
  const [before, token] = [reader.tokens[at - 1], reader.tokens[at]];
  return before?.kind === "day" && before.to === token?.from && token.value === "日";
}

/** Both ends included, over the end of the week where the last day is before the first: Sun-Thu. */
function daysBetween(first: Weekday, last: Weekday): readonly Weekday[] {
  const from = WEEKDAYS.indexOf(first);
  const length = ((WEEKDAYS.indexOf(last) - from + 7) % 7) + 1;
  return [...WEEKDAYS, ...WEEKDAYS].slice(from, from + length);
}
