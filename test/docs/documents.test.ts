import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { safeParseHours } from "../../src/calendar/notation.js";
import { safeParsePromise } from "../../src/time/amount.js";
import { HOURS_CORPUS, PROMISE_CORPUS } from "../calendar/reader-corpus.js";
import { blocksOfDocument, documents, filesIn, root } from "./blocks.js";

const textOf = (file: string) => readFileSync(join(root, file), "utf8");

/** The text of a document without what stands in fences. */
const proseOf = (file: string) => textOf(file).replace(/^ *```[\s\S]*?^ *```/gm, "");

describe("the documents", () => {
  it.each(documents)("%s links only to what exists", (file) => {
    const links = [...proseOf(file).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target as string);
    const dead = links.filter((link) => !/^https?:/.test(link) && !resolves(file, link));
    expect(dead).toStrictEqual([]);
  });
});

function resolves(file: string, link: string): boolean {
  const [path = "", anchor] = link.split("#");
  const target = path === "" ? file : join(dirname(file), path);
  if (!existsSync(join(root, target))) return false;
  return anchor === undefined || anchorsOf(target).includes(anchor);
}

/** The anchors of the headings, as GitHub makes them. */
function anchorsOf(file: string): string[] {
  return [...proseOf(file).matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .replace(/\s/g, "-"),
  );
}

describe("README.md", () => {
  it("gives the numbers of the reader's corpus as they are", () => {
    const hours = HOURS_CORPUS.map(([, text]) => safeParseHours(text).ok);
    const promises = PROMISE_CORPUS.map(([, text]) => safeParsePromise(text).ok);
    const read = [...hours, ...promises];
    expect(textOf("README.md")).toContain(`held to ${read.length} hours and response times`);
    expect(textOf("README.md")).toContain(`${read.filter((ok) => !ok).length} are refused`);
  });
});

describe("CONTRIBUTING.md", () => {
  const text = textOf("CONTRIBUTING.md");
  const changes = blocksOfDocument("CONTRIBUTING.md").flatMap((block) => {
    if (block.language !== "diff") return [];
    const before = text.split("\n").slice(0, block.line).join("\n");
    const file = [...before.matchAll(/`((?:src|test)\/[^`]+\.ts)`/g)].at(-1)?.[1] ?? "";
    return block.text
      .split("\n")
      .map((line) => ({ file, isNew: line.startsWith("+"), line: line.replace(/^\+/, "").trim() }));
  });

  it("has an example whose lines are there, and whose new lines are new", () => {
    expect(changes.map(({ isNew }) => isNew)).toContain(true);
    for (const { file, isNew, line } of changes)
      expect([line, textOf(file).includes(line)]).toStrictEqual([line, !isNew]);
  });
});

describe("docs/semantics.md", () => {
  const rules = textOf("docs/semantics.md")
    .split(/^(?=##)/m)
    .map((section) => ({ number: Number(/^### (\d+)\./.exec(section)?.[1]), section }))
    .filter(({ number }) => number > 0);
  const held = textOf("docs/semantics.md")
    .split("\n\n")
    .filter((paragraph) => paragraph.startsWith("Held by "));

  it("has the rules 1 to 20, in order", () => {
    expect(rules.map(({ number }) => number)).toStrictEqual(Array.from({ length: 20 }, (_, i) => i + 1));
  });

  it.each(rules)("gives rule $number a reason, an example and tests", (rule) => {
    expect(rule.section).toMatch(/^Why: /m);
    expect(rule.section).toMatch(/\/\/=> /);
    expect(rule.section).toMatch(/^Held by `test\//m);
  });

  const tests = held.flatMap((paragraph) =>
    [...paragraph.matchAll(/`(test\/[^`]+)`\s\(((?:“[^”]+”;?\s?)+)\)/g)].flatMap(([, file = "", names = ""]) =>
      [...names.replaceAll(/\s+/g, " ").matchAll(/“([^”]+)”/g)].map(([, name = ""]) => [file, name] as const),
    ),
  );

  it.each(tests)("names a test of %s: %s", (file, name) => {
    expect(textOf(file)).toContain(name);
  });

  it("quotes every test behind its file", () => {
    const quoted = held.flatMap((paragraph) => paragraph.match(/“/g) ?? []);
    expect(tests).toHaveLength(quoted.length);
  });
});

describe("docs/architecture.md", () => {
  const folders = ["src/", ...new Set(filesIn("src", ".ts").map((file) => `${dirname(file)}/`))];
  const text = proseOf("docs/architecture.md");

  it("names only files that exist", () => {
    const named = [...text.matchAll(/`([\w./-]+\.(?:ts|mjs|cjs))`/g)].map(([, file]) => file as string);
    const missing = named.filter((file) => ["", ...folders].every((folder) => !existsSync(join(root, folder, file))));
    expect([...new Set(missing)]).toStrictEqual([]);
  });

  it("names every folder of src/", () => {
    const rooms = folders.map((folder) => folder.slice("src/".length)).filter((folder) => folder !== "");
    expect(rooms.filter((folder) => !text.includes(`\`${folder}\``))).toStrictEqual([]);
  });
});
