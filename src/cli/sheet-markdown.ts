/** A sheet as Markdown, to be kept, or compared with the document that it was made from. */
import type { Sheet, SheetBlock, SheetItem } from "./sheet.js";

/** The whole sheet, with a line break at its end. */
export function formatSheetAsMarkdown({ title, sections }: Sheet): string {
  const parts = sections.flatMap(({ heading, blocks }) => [`## ${heading}`, ...blocks.map(formatBlock)]);
  return `${[`# ${title}`, ...parts].join("\n\n")}\n`;
}

function formatBlock(block: SheetBlock): string {
  if (block.kind === "text") return block.text;
  if (block.kind === "table") {
    return [formatRow(block.head), formatRow(block.head.map(() => "---")), ...block.rows.map(formatRow)].join("\n");
  }
  return block.items.map((item, i) => formatItem(item, block.kind === "numbers" ? `${i + 1}. ` : "- ")).join("\n");
}

function formatRow(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}

function formatItem({ text, details }: SheetItem, mark: string): string {
  const indent = " ".repeat(mark.length);
  return [mark + text, ...details.map((detail) => `${indent}- ${detail}`)].join("\n");
}
