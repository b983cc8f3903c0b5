/** Tables of text, their columns aligned; Chinese characters count two columns. */
import { columns, pad } from "../explain/sentences.js";
import { wrap } from "./wrap.js";

/** A row of cells. */
export interface TableRow {
  readonly cells: readonly string[];
  /** The look of whole lines. */
  readonly paint?: (line: string) => string;
  /** The look of single cells, by column. */
  readonly paintCell?: Readonly<Record<number, (cell: string) => string>>;
}

/** How a table is laid out. */
export interface TableLayout {
  /** The table is no wider than this, as far as its words allow. */
  readonly width: number;
  /** Spaces in front of every line. */
  readonly indent?: number;
  /** Columns that are never wrapped, by index. */
  readonly rigid?: readonly number[];
}

const GAP = "  ";
/** No column is made narrower than this, or than its longest word. */
const NARROWEST = 6;

/** The table's lines. Where it is too wide, the widest columns are wrapped. */
export function formatTable(rows: readonly TableRow[], { width, indent = 0, rigid = [] }: TableLayout): string {
  const widths = columnWidths(rows, width - indent, rigid);
  return rows.map((row) => formatRow(row, widths, " ".repeat(indent))).join("\n");
}

/** How many columns the table takes where nothing is wrapped. */
export function tableWidth(rows: readonly TableRow[]): number {
  const widths = fullWidths(rows);
  return sum(widths) + GAP.length * (widths.length - 1);
}

function fullWidths(rows: readonly TableRow[]): number[] {
  const count = Math.max(0, ...rows.map(({ cells }) => cells.length));
  return Array.from({ length: count }, (_, i) => Math.max(...rows.map(({ cells }) => columns(cells[i] ?? ""))));
}

function columnWidths(rows: readonly TableRow[], width: number, rigid: readonly number[]): number[] {
  const widths = fullWidths(rows);
  const leasts = widths.map((full, i) => (rigid.includes(i) ? full : leastWidth(rows, i)));
  const available = width - GAP.length * (widths.length - 1);
  for (let excess = sum(widths) - available; excess > 0; excess--) {
    const flexible = widths.map((columnWidth, i) => (columnWidth > (leasts[i] as number) ? columnWidth : 0));
    const widest = Math.max(...flexible);
    if (widest === 0) break;
    widths[flexible.indexOf(widest)] = widest - 1;
  }
  return widths;
}

function leastWidth(rows: readonly TableRow[], column: number): number {
  const pieces = rows.flatMap(({ cells }) => wrap(cells[column] ?? "", 1));
  return Math.max(NARROWEST, ...pieces.map(columns));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function formatRow(row: TableRow, widths: readonly number[], indent: string): string {
  const cells = widths.map((width, i) => wrap(row.cells[i] ?? "", width));
  const height = Math.max(...cells.map((lines) => lines.length));
  const lines = Array.from({ length: height }, (_, line) => formatLine(row, cells, line, widths));
  return lines.map((line) => indent + (row.paint?.(line) ?? line)).join("\n");
}

function formatLine(row: TableRow, cells: readonly string[][], line: number, widths: readonly number[]): string {
  const last = cells.findLastIndex((lines) => (lines[line] ?? "") !== "");
  const texts = cells.slice(0, last + 1).map((lines, i) => {
    const text = lines[line] ?? "";
    const padding = i === last ? "" : pad("", (widths[i] as number) - columns(text));
    return (row.paintCell?.[i]?.(text) ?? text) + padding;
  });
  return texts.join(GAP);
}
