import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { run } from "../../src/cli/run.js";
import { type Block, blocksOfDocument, documents, root } from "./blocks.js";

/** Documents tell how far a deadline is away; they do so as of this instant, a Friday evening in Shanghai. */
const NOW = "2026-11-20T20:00+08:00";

/** The words of a line of shell, quotes taken off; `&&` is a word. */
function wordsOf(line: string): string[] {
  const words = line.match(/(?:[^\s"']|"[^"]*"|'[^']*')+/g) ?? [];
  return words.map((word) => word.replaceAll(/"([^"]*)"|'([^']*)'/g, "$1$2"));
}

/** The arguments of each call of the command line in a block of shell. */
function callsIn(text: string): string[][] {
  const lines = text.replaceAll(/\\\n\s*/g, "").split("\n");
  const commands = lines.filter((line) => !line.startsWith("#")).flatMap((line) => line.split(" && ").map(wordsOf));
  return commands.flatMap((words) => {
    if (words[0] === "sla-clock") return [words.slice(1)];
    const [first, second, ...args] = words;
    const isCall = (first === "npx" && second === "sla-clock") || (first === "node" && second === "dist/cli.js");
    return isCall ? [args] : [];
  });
}

async function outputOf(argv: readonly string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  let [stdout, stderr] = ["", ""];
  const code = await run(argv, {
    stdout: (text) => {
      stdout += text;
    },
    stderr: (text) => {
      stderr += text;
    },
    env: {},
    now: () => Date.parse(NOW),
    cwd: root,
    readFile: (path) => readFile(path, "utf8"),
  });
  return { code, stdout, stderr };
}

interface Shown {
  readonly place: string;
  readonly argv: readonly (readonly string[])[];
  /** The block of text that follows directly, if one does. */
  readonly output: string | undefined;
}

const shown: Shown[] = documents.flatMap((file) =>
  blocksOfDocument(file).flatMap((block: Block, i, blocks) => {
    const argv = block.language === "sh" ? callsIn(block.text) : [];
    const next = blocks[i + 1];
    const output = next?.language === "text" ? `${next.text}\n` : undefined;
    return argv.length === 0 ? [] : [{ place: `${file}:${block.line}`, argv, output }];
  }),
);

describe("the commands in documents", () => {
  it.each(shown)("$place print what stands below them", async ({ argv, output }) => {
    const results = await Promise.all(argv.map(outputOf));
    // Only a calendar that is closed ends with 1.
    const expected = results.map(({ stdout }) => (stdout.startsWith("closed") ? "1 " : "0 "));
    expect(results.map(({ code, stderr }) => `${code} ${stderr}`)).toStrictEqual(expected);
    if (output !== undefined) expect(results.map(({ stdout }) => stdout).join("")).toBe(output);
  });
});

describe("the reader of commands", () => {
  it("finds calls by any of their names, joins lines and takes quotes off", () => {
    const text =
      'npm ci && node dist/cli.js due --opened "2026-11-20 17:00" \\\n  --json\n# sla-clock no\nnpx sla-clock policies';
    expect(callsIn(text)).toStrictEqual([["due", "--opened", "2026-11-20 17:00", "--json"], ["policies"]]);
  });
});
