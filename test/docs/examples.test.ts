import { describe, expect, it } from "vitest";
import { type Block, blocksOfDocument, blocksOfSource, documents, filesIn } from "./blocks.js";
import { type Modules, runExample } from "./run-example.js";
import { typeCheck } from "./type-check.js";

const modules: Modules = {
  "sla-clock": await import("../../src/index.js"),
  "sla-clock/core": await import("../../src/core.js"),
  "sla-clock/catalog": await import("../../src/catalog.js"),
  "sla-clock/holidays": await import("../../src/holidays.js"),
  luxon: await import("luxon"),
};

const blocks = [...filesIn("src", ".ts").flatMap(blocksOfSource), ...documents.flatMap(blocksOfDocument)].filter(
  ({ language }) => language === "ts",
);

function check(block: Block): void {
  for (const { line, statement, actual, expected } of runExample(block.text, modules)) {
    expect(actual, `${block.file}:${block.line + line - 1}: ${statement}`).toStrictEqual(expected);
  }
}

describe("examples", () => {
  it.each(blocks.map((block) => [`${block.file}:${block.line}`, block] as const))(
    "%s gives what it says",
    (_, block) => {
      check(block);
    },
  );

  it("compile under the repository's strict settings", () => {
    expect(typeCheck(blocks)).toStrictEqual([]);
  });
});

describe("the runner of examples", () => {
  const example = (text: string): Block => ({ file: "example", line: 1, language: "ts", text });

  it.each([
    ["a wrong value", "1 + 1; //=> 3"],
    ["a wrong value on the next line", "1 + 1;\n//=> 3"],
    ["a wrong value of a declaration", "const sum: number = 1 + 1; //=> 3"],
    ["a wrong value deep inside", "({ a: [1, { b: 2 }] }); //=> { a: [1, { b: 3 }] }"],
    ["a key that is undefined in place of none", "({ a: undefined }); //=> {}"],
    ["an error in place of a value", 'throw new Error("no"); 1; //=> 1'],
    [
      "another code than the one thrown",
      'import { parseHours } from "sla-clock";\nparseHours("5x"); //=> throws invalid_zone',
    ],
    ["no error where one is expected", "1; //=> throws invalid_hours"],
    ["an expectation that is never reached", "if (1 > 2) {\n  1; //=> 1\n}"],
    ["an expectation that follows no statement", "function two() {\n  return 2; //=> 2\n}"],
    ["a package that is none of ours", 'import { z } from "zod";\nz; //=> 1'],
  ])("refuses %s", (_, text) => {
    expect(() => check(example(text))).toThrow();
  });

  it.each([
    ["values, on the line and on the next", "1 + 1; //=> 2\n[1,\n  2];\n//=> [1, 2]"],
    ["declarations", "const sum: number = 1 + 1; //=> 2\nsum * 2; //=> 4"],
    ["codes of errors", 'import { parseHours } from "sla-clock";\nparseHours("5x"); //=> throws invalid_hours'],
    ["statements inside of others", "for (const n of [1]) {\n  n; //=> 1\n}"],
  ])("reads %s", (_, text) => {
    expect(() => check(example(text))).not.toThrow();
  });

  it("names the place of what does not compile", () => {
    expect(typeCheck([{ ...example("const n = 1;\nn.foo; //=> undefined"), line: 7 }])).toStrictEqual([
      "example:8: Property 'foo' does not exist on type '1'.",
    ]);
  });
});
