import { describe, expect, it } from "vitest";
import { hanging, wrap } from "../../src/cli/wrap.js";

describe("wrap", () => {
  it.each([
    ["one two three", 7, ["one two", "three"]],
    ["", 7, [""]],
    ["incomprehensibilities of words", 10, ["incomprehensibilities", "of words"]],
    // Chinese breaks anywhere, but never before its punctuation.
    ["节假日列表，仅已知", 10, ["节假日列", "表，仅已知"]],
    ["按 7×24 自然时间计算。", 14, ["按 7×24 自然时", "间计算。"]],
    ["（文中未列出）", 8, ["（文中未", "列出）"]],
  ])("breaks %j at %i columns", (text, width, lines) => {
    expect(wrap(text, width)).toEqual(lines);
  });
});

describe("hanging", () => {
  it("indents later lines as far as the mark", () => {
    expect(hanging(" 1  ", "one two three", 11)).toBe(" 1  one two\n    three");
  });
});
