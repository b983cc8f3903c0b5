/** Reading primitives shared by amounts and hours: folded text, tables of words, Chinese numerals, marked refusals. */
import { fail, type IssueCode, nearest } from "../errors.js";

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
