/** Text in lines of a width: words stay whole, Chinese breaks between characters but not before its punctuation. */
import { columns } from "../explain/sentences.js";

const WIDE = "\\u2e80-\\uffef";
const CLOSING = "，。、；：！？）》」』】”’,.;:!?)\\]";
const OPENING = "（《「『【“‘(\\[";
/** What is never broken: an opening mark with what follows, a word or one Chinese character, closing marks. */
const PIECES = new RegExp(`\\s+|[${OPENING}]*(?:[${WIDE}]|[^\\s${WIDE}${OPENING}]+|.)[${CLOSING}]*`, "gu");

/** The lines of a text, none wider than `width` unless a single word is. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of text.match(PIECES) ?? []) {
    if (line !== "" && columns(line + piece.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else line += piece;
  }
  return [...lines, line.trimEnd()];
}

/** A text behind a mark (`"1  "`, `"- "`), its later lines as far in as the first one's. */
export function hanging(mark: string, text: string, width: number): string {
  const indent = columns(mark);
  const [first = "", ...rest] = wrap(text, width - indent);
  return [mark + first, ...rest.map((line) => " ".repeat(indent) + line)].join("\n");
}
