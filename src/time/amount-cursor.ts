/** A place in a promise's words, and how a reader takes the next one or refuses the rest. */
import { type Role, WORDS } from "./amount-words.js";
import { failUnread, foldCase, foldWidth, nearestWord, wordAt } from "./words.js";

/** What should have stood in place of a text that is no promise. */
export const EXPECTED =
  'a length such as "15 minutes", "4 working hours", "1 week" or "PT4H", or "immediate", "not guaranteed"';

/** A text, the same in small letters and plain characters, and the place of the next word. */
export interface Cursor {
  readonly text: string;
  readonly folded: string;
  at: number;
}

/** A cursor before the first word; a full stop or the mark of a footnote at the end says nothing. */
export function newCursor(text: string): Cursor {
  const folded = foldCase(foldWidth(text)).trimEnd();
  const last = folded.at(-1) ?? "";
  return { text, folded: ".*†".includes(last) ? folded.slice(0, -1).trimEnd() : folded, at: 0 };
}

/** The word of a role at the cursor: what it means, else itself. */
export function take(cursor: Cursor, role: Role): string | undefined {
  const row = wordAt(WORDS, cursor.folded, skipSpace(cursor));
  if (row?.[1] !== role) return undefined;
  cursor.at += row[0].length;
  return row[2] ?? row[0];
}

/** What a sticky pattern matches at the cursor. */
export function read(cursor: Cursor, sticky: RegExp): string | undefined {
  sticky.lastIndex = cursor.at;
  const matched = sticky.exec(cursor.folded)?.[0];
  cursor.at += matched?.length ?? 0;
  return matched;
}

/** Steps over blanks, and answers where it stands. */
export function skipSpace(cursor: Cursor): number {
  while (cursor.folded[cursor.at] === " ") cursor.at++;
  return cursor.at;
}

/** Whether nothing but blanks is left. */
export function isAtEnd(cursor: Cursor): boolean {
  return skipSpace(cursor) >= cursor.folded.length;
}

/** Refuses what stands from the cursor on, with the word that is nearest to it. */
export function refuseRest(cursor: Cursor): never {
  const near = nearestWord(WORDS, cursor.folded, skipSpace(cursor));
  return failUnread("invalid_amount", cursor.text, cursor.at, cursor.text.length, EXPECTED, near);
}

/** Refuses one part of the text. */
export function refuse(text: string, from: number, to: number, expected: string): never {
  return failUnread("invalid_amount", text, from, to, expected);
}
