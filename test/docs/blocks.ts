/** The fenced blocks of documents and of docstrings, each with its place. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

/** The root of the repository. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

/** A fenced block: its language, its text, and the line of the file on which the text begins (1 is the first). */
export interface Block {
  readonly file: string;
  readonly line: number;
  readonly language: string;
  readonly text: string;
}

/** All files below a folder whose names end so, sorted; none where there is no such folder. */
export function filesIn(folder: string, ending: string): string[] {
  const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .sort();
}

/** The documents written by hand. */
export const documents: readonly string[] = [
  "README.md",
  "CHANGELOG.md",
  "CONTRIBUTING.md",
  ...filesIn("docs", ".md").filter((file) => !file.startsWith("docs/api/")),
].filter((file) => existsSync(join(root, file)));

/** The fenced blocks of a Markdown file. */
export function blocksOfDocument(file: string): Block[] {
  return fencedBlocks(file, readFileSync(join(root, file), "utf8").split("\n"));
}

/** The fenced blocks in the docstrings of a source file. */
export function blocksOfSource(file: string): Block[] {
  let inside = false;
  const lines = readFileSync(join(root, file), "utf8")
    .split("\n")
    .map((line) => {
      const starts = /^\s*\/\*\*/.test(line);
      inside = inside || starts;
      const text = inside && !starts ? line.replace(/^\s*\*(?:\/.*| )?/, "") : "";
      if (line.includes("*/")) inside = false;
      return text;
    });
  return fencedBlocks(file, lines);
}

function fencedBlocks(file: string, lines: readonly string[]): Block[] {
  const blocks: Block[] = [];
  let open: { language: string; indent: number; line: number; text: string[] } | undefined;
  lines.forEach((line, i) => {
    const [, blanks = "", language = ""] = /^( *)```(\S*)/.exec(line) ?? [];
    const isFence = /^ *```/.test(line);
    if (open === undefined) {
      if (isFence) open = { language, indent: blanks.length, line: i + 2, text: [] };
    } else if (isFence) {
      blocks.push({ file, line: open.line, language: open.language, text: open.text.join("\n") });
      open = undefined;
    } else open.text.push(line.slice(Math.min(open.indent, line.search(/\S|$/))));
  });
  if (open !== undefined) throw new Error(`${file}:${open.line - 1}: a fence that is never closed`);
  return blocks;
}
