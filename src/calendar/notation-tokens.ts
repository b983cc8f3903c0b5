/** From a text of hours to its words, each with its place: one pass, every character once. */
import { foldCase, foldWidth, wordAt } from "../time/words.js";
import type { Weekday } from "./definition.js";
import { type TokenKind, WORDS } from "./notation-words.js";
import { WEEKDAYS } from "./weekday.js";

/** One word: what it does, what it says, and where it stands; `apart` when a blank or a bracket is before it. */
export interface Token {
  readonly kind: TokenKind;
  readonly value: string;
  readonly from: number;
  readonly to: number;
  readonly apart: boolean;
}

/** The words of a text. The first piece that is none ends it, as one token "unknown" for all the rest. */
export function tokenize(text: string): readonly Token[] {
  const wide = foldWidth(text);
  const folded = foldCase(wide);
  const tokens: Token[] = [];
  for (let at = skipBlanks(folded, 0); at < folded.length; at = skipBlanks(folded, at)) {
    const { kind, value, length } = wordOf(wide, folded, at);
    const apart = at === 0 || folded[at - 1] === " " || folded[at - 1] === "(";
    tokens.push({ kind, value, from: at, to: at + length, apart });
    at += length;
  }
  return tokens;
}

/** Blanks, quotation marks, and the dots of abbreviations and of the end: `Mon.`, `a.m.`. */
function skipBlanks(folded: string, from: number): number {
  let at = from;
  while (BLANKS.includes(folded[at] ?? "x") || isIdleDot(folded, at)) at++;
  return at;
}

const BLANKS = ' "“”';

function isIdleDot(folded: string, at: number): boolean {
  return folded[at] === "." && (/[a-z]/.test(folded[at - 1] ?? "") || at === folded.length - 1);
}

interface Word {
  readonly kind: TokenKind;
  readonly value: string;
  readonly length: number;
}

const CLOCK = /\d+(?::\d{2}(?::\d{2})?)?/y;
// 8.30 and 0830, where the minutes are such as hours have: not the date 01.05, nor the number 7.5.
const DOTTED = /(\d{1,2})\.(00|15|30|45)(?![\d:]|\.\d)/y;
const MILITARY = /([01]\d|2[0-4])(00|15|30|45)(?![\d:]|\.\d)/y;
const DASH = /[-~]+/y;
const NUMERAL = /[零一二两兩三四五六七八九十]+/y;
const CHINESE_DAY = /(?:周|週|星期|礼拜|禮拜)([一二三四五六日天1-7])/y;
const HOLIDAY = new RegExp(
  "(?:(?:all|any|the|uk|us|u\\.s\\.|english|scottish|irish|indian|australian|swiss|german|canadian|chinese|local|company|" +
    "corporate|major|official|observed|university|public|bank|national|statutory|federal|legal|state|religious)" +
    "(?: and | or | & |/| ))*holidays?(?![a-z])|ph(?![a-z])|" +
    "(?:国家|國家|中国)?(?:法定)?(?:公众|公眾|公共|国定)?(?:节假日|節假日|节日|假日|假期)",
  "y",
);
// "HP holidays": whoever's holidays they are, the list of them comes from outside; those of schools and seasons are others.
const NAMED_HOLIDAY =
  /(?!school|summer|winter|spring|christmas|easter|non|half|weekend)[a-z]+(?:'s)? (?:(?:public|bank|national|company|official) )?holidays(?![a-z])/y;
const UTC_OFFSET = /(?:utc|gmt)(?: ?[-+]\d{1,2}(?::?\d{2})?)?(?![a-z0-9:+])/y;
// Not "+1" alone: behind a closing time it means the next day.
const OFFSET = /\+\d{2}:?\d{2}(?!\d)/y;
const ZONE_NAME = /[a-z_]+(?:\/[a-z][a-z0-9_+-]*)+/y;

function wordOf(wide: string, folded: string, at: number): Word {
  const pattern = (kind: TokenKind, sticky: RegExp) => matchAt(kind, sticky, folded, at);
  const word = clockAt(folded, at) ?? pattern("dash", DASH) ?? chineseDay(folded, at) ?? pattern("numeral", NUMERAL);
  if (word !== undefined) return word;
  const holiday = pattern("holiday", HOLIDAY);
  if (holiday !== undefined) return holiday;
  const row = wordAt(WORDS, folded, at);
  const zone = row?.[0] === "gmt/bst" ? undefined : (pattern("zone", UTC_OFFSET) ?? pattern("zone", OFFSET));
  if (zone !== undefined) return { ...zone, value: zone.value.replace(" ", "").toUpperCase() };
  const name = pattern("zone", ZONE_NAME);
  // "Pacific/Apia" is no Pacific time, but "Mon/Wed" are days.
  const isName = name !== undefined && (row === undefined || row[1] === "zone") && name.length > (row?.[0].length ?? 0);
  if (isName) return { ...name, value: wide.slice(at, at + name.length) };
  if (row !== undefined) return { kind: row[1], value: row[2] ?? row[0], length: row[0].length };
  const named = pattern("holiday", NAMED_HOLIDAY);
  if (named !== undefined) return named;
  return { kind: "unknown", value: "", length: folded.length - at };
}

/** 9, 9:30, 8.30, 0830: the value is always written with a colon where there are minutes. */
function clockAt(folded: string, at: number): Word | undefined {
  for (const sticky of [DOTTED, MILITARY]) {
    sticky.lastIndex = at;
    const [whole, hour, minutes] = sticky.exec(folded) ?? [];
    if (whole !== undefined) return { kind: "clock", value: `${hour}:${minutes}`, length: whole.length };
  }
  return matchAt("clock", CLOCK, folded, at);
}

function matchAt(kind: TokenKind, sticky: RegExp, folded: string, at: number): Word | undefined {
  sticky.lastIndex = at;
  const value = sticky.exec(folded)?.[0];
  return value === undefined ? undefined : { kind, value, length: value.length };
}

/** The day that a numeral means behind 周, or behind another day: 周一至五. */
export function chineseWeekday(numeral: string): Weekday | undefined {
  const index = "一二三四五六日天".indexOf(numeral);
  const digit = "1234567".indexOf(numeral);
  return numeral.length === 1 ? WEEKDAYS[index < 0 ? digit : Math.min(index, 6)] : undefined;
}

function chineseDay(folded: string, at: number): Word | undefined {
  const word = matchAt("day", CHINESE_DAY, folded, at);
  const day = word && chineseWeekday(word.value.slice(-1));
  return day === undefined ? undefined : { kind: "day", value: day, length: word?.length ?? 0 };
}
