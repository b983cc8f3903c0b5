/** A place in the words of a text, and how a reader refuses what it cannot read there. */
import type { Window } from "../time/time-of-day.js";
import { failUnread, foldCase, nearestWord } from "../time/words.js";
import type { Token } from "./notation-tokens.js";
import { type TokenKind, WORDS } from "./notation-words.js";

/** The words of a text, and the index of the next one. */
export interface Reader {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Windows on a clock of twelve hours that says no am or pm, as they were read: for the notices. */
  readonly readings: ClockReading[];
  at: number;
}

/** A window that was read as the one that a clock of twelve hours can mean, and how it is written. */
export interface ClockReading {
  readonly written: string;
  readonly window: Window;
}

/** A reader before the first word. */
export function newReader(text: string, tokens: readonly Token[]): Reader {
  return { text, tokens, readings: [], at: 0 };
}

export function kindAt(reader: Reader, at: number): TokenKind | undefined {
  return reader.tokens[at]?.kind;
}

/** The next word, if it is of that kind; the reader then stands behind it. */
export function take(reader: Reader, kind: TokenKind): Token | undefined {
  if (kindAt(reader, reader.at) !== kind) return undefined;
  return reader.tokens[reader.at++];
}

export function refuse(reader: Reader, from: number, to: number, expected: string): never {
  return failUnread("invalid_hours", reader.text, from, to, expected);
}

/** Refuses everything from the next word on. */
export function refuseHere(reader: Reader, expected: string): never {
  const { text, tokens, at } = reader;
  const from = tokens[at]?.from ?? text.length;
  const near = tokens[at]?.kind === "unknown" ? nearestWord(WORDS, foldCase(text), from) : undefined;
  return failUnread("invalid_hours", text, from, text.length, expected, near);
}
