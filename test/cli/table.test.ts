import { describe, expect, it } from "vitest";
import { formatTable } from "../../src/cli/table.js";

const rows = (...cells: string[][]) => cells.map((row) => ({ cells: row }));

describe("formatTable", () => {
  it("aligns columns, of which Chinese characters take two", () => {
    expect(formatTable(rows(["指标", "承诺"], ["a", "b"]), { width: 80 })).toBe("指标  承诺\na     b");
  });

  it("leaves no spaces at the ends of lines", () => {
    expect(formatTable(rows(["long cell", ""], ["a", "b"]), { width: 80, indent: 2 })).toBe(
      "  long cell\n  a          b",
    );
  });

  it("wraps the widest column where the table is too wide, and never a rigid one", () => {
    const texts = rows(["Tue 2026-11-24 09:30", "one two three four five"]);
    expect(formatTable(texts, { width: 36, rigid: [0] })).toBe(
      "Tue 2026-11-24 09:30  one two three\n                      four five",
    );
  });

  it("paints lines and cells without counting the paint", () => {
    const paint = (text: string) => `<${text}>`;
    const table = formatTable(
      [
        { cells: ["a", "b"], paint },
        { cells: ["ccc", "d"], paintCell: { 0: paint } },
      ],
      { width: 80 },
    );
    expect(table).toBe("<a    b>\n<ccc>  d");
  });
});
