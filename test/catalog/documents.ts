/** Reads the five documents' tables and bullets, where the folder that holds them lies beside the project. */
import { existsSync, readFileSync } from "node:fs";

const FOLDER = new URL("../../../shared/documents/", import.meta.url);

/** The rows of a table, each cell under the heading of its column. */
export type Row = Readonly<Record<string, string>>;

export interface SourceDocument {
  /** The whole text, with every run of white space as one space. */
  readonly text: string;
  /** The rows of the table whose first heading is `heading`. */
  readonly table: (heading: string) => readonly Row[];
  /** The bullets under the line that begins with `opening`, each on one line. */
  readonly bullets: (opening: string) => readonly string[];
}

/** Whether the documents are there; tests that read them are skipped where they are not. */
export const DOCUMENTS_ARE_HERE: boolean = existsSync(FOLDER);

export function readDocument(name: string): SourceDocument {
  const lines = readFileSync(new URL(`${name}.md`, FOLDER), "utf8").split("\n");
  return {
    text: lines.join(" ").replace(/\s+/g, " "),
    table: (heading) => rowsFrom(lines, lineWith(lines, `| ${heading} |`)),
    bullets: (opening) => bulletsFrom(lines, lineWith(lines, opening)),
  };
}

/**
 * A cell's figure: `"within 24 hours"` is `"24 hours"`, `"1 week (1周)"` is `"1 week"`, `"none (-)"` is
 * `"not guaranteed"`.
 */
export function figureOf(cell: string | undefined): string {
  const figure = (cell ?? "")
    .replace(/\(.*\)/, "")
    .replace(/^within /, "")
    .trim();
  return figure === "none" ? "not guaranteed" : figure;
}

/** The first word of a cell that holds a key and its Chinese name: `"basic 基础支持"` is `"basic"`. */
export function keyOf(cell: string | undefined): string {
  return (cell ?? "").split(" ")[0] ?? "";
}

/** A cell's own Chinese words, in brackets or at its end. */
export function chineseOf(cell: string | undefined): string | undefined {
  return /\p{Script=Han}[\p{Script=Han}]*|\d+\p{Script=Han}+/u.exec(cell ?? "")?.[0];
}

function lineWith(lines: readonly string[], opening: string): number {
  const found = lines.findIndex((line) => line.startsWith(opening));
  if (found < 0) throw new Error(`The document has no line that begins with "${opening}".`);
  return found;
}

function rowsFrom(lines: readonly string[], first: number): readonly Row[] {
  const end = lines.findIndex((line, index) => index > first && !line.startsWith("|"));
  const [headings = [], , ...rows] = lines.slice(first, end < 0 ? lines.length : end).map(cellsOf);
  return rows.map((cells) => Object.fromEntries(headings.map((heading, index) => [heading, cells[index] ?? ""])));
}

function cellsOf(line: string): string[] {
  return line
    .split("|")
    .slice(1, -1)
    .map((cell) => cell.trim());
}

function bulletsFrom(lines: readonly string[], heading: number): readonly string[] {
  const bullets: string[] = [];
  for (const line of lines.slice(heading + 1)) {
    if (line.startsWith("- ")) bullets.push(line.slice(2));
    else if (line.startsWith("  ")) bullets.push(`${bullets.pop() ?? ""} ${line.trim()}`);
    else break;
  }
  return bullets;
}
