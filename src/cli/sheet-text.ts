/** A sheet as text for a terminal. */
import type { Sheet, SheetBlock, SheetItem } from "./sheet.js";
import type { Style } from "./style.js";
import { formatTable } from "./table.js";
import { hanging } from "./wrap.js";

/** How the text is laid out. */
interface SheetLayout {
  readonly style: Style;
  readonly width: number;
}

/** The whole sheet, with a line break at its end. */
export function formatSheetAsText({ title, sections }: Sheet, layout: SheetLayout): string {
  const parts = sections.map(({ heading, blocks }) =>
    [layout.style("heading", heading), ...blocks.map((block) => formatBlock(block, layout))].join("\n"),
  );
  return `${[layout.style("heading", hanging("", title, layout.width)), ...parts].join("\n\n")}\n`;
}

function formatBlock(block: SheetBlock, layout: SheetLayout): string {
  if (block.kind === "text") return hanging("  ", block.text, layout.width);
  if (block.kind === "table") {
    const head = { cells: block.head, paint: (line: string) => layout.style("secondary", line) };
    const rows = block.rows.map((cells) => ({ cells }));
    const hasHead = block.head.some((cell) => cell !== "");
    return formatTable(hasHead ? [head, ...rows] : rows, { width: layout.width, indent: 2 });
  }
  const marks = block.items.map((_, i) => (block.kind === "numbers" ? `${String(i + 1).padStart(3)}  ` : "  "));
  return block.items.map((item, i) => formatItem(item, marks[i] as string, layout.width)).join("\n");
}

function formatItem({ text, details }: SheetItem, mark: string, width: number): string {
  const indent = " ".repeat(Math.max(mark.length, 4));
  return [hanging(mark, text, width), ...details.map((detail) => hanging(`${indent}- `, detail, width))].join("\n");
}
