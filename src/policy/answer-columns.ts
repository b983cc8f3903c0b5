/** Deadlines as columns: new ones, those of an earlier answer to be written again, and how a block is written. */
import type { Path } from "../errors.js";
import type { Block } from "./promise-columns.js";
import { isData, type Report } from "./shape.js";
import { type ColumnsReading, isLongEnough, type Memory, tagOf } from "./ticket-columns.js";

/** The binding deadlines of a metric, one for each ticket. */
export interface MetricDeadlines {
  /** The deadlines in epoch milliseconds; NaN where there is none, and then `row` says why. */
  readonly dueAt: Float64Array;
  /**
   * The row of the policy's `targets` that binds, by index. -1: the ticket matches no row for this metric (of all metrics:
   * `no_matching_target` of a single ticket). A row beside NaN promises nothing, or a time by arrangement.
   */
  readonly row: Int32Array;
  /** 1 where a date between opening and due lies outside the coverage of a holiday list that was used, else 0. */
  readonly beyondKnown: Uint8Array;
}

/** No row of a metric matches. */
const NO_ROW = -1;

/** Columns without answers. */
export function newAnswers(length: number): MetricDeadlines {
  return { dueAt: new Float64Array(length), row: new Int32Array(length), beyondKnown: new Uint8Array(length) };
}

/** Says of some tickets that they match nothing, until an answer is written. */
export function clear({ dueAt, row, beyondKnown }: MetricDeadlines, from: number, count: number): void {
  dueAt.fill(Number.NaN, from, from + count);
  row.fill(NO_ROW, from, from + count);
  beyondKnown.fill(0, from, from + count);
}

/** Takes the answers of a block to where its tickets stand. */
export function write({ best, places, count }: Block, { dueAt, row, beyondKnown }: MetricDeadlines): void {
  const { dues, rows, beyond } = best;
  for (let k = 0; k < count; k++) {
    const place = places[k] as number;
    const due = dues[k] as number;
    dueAt[place] = due < Number.POSITIVE_INFINITY ? due : Number.NaN;
    row[place] = rows[k] as number;
    beyondKnown[place] = beyond[k] as number;
  }
}

const ANSWER_TAGS = { dueAt: "Float64Array", row: "Int32Array", beyondKnown: "Uint8Array" } as const;

/** Columns to be written again must be those of this answer, and nobody else's memory. */
export function checkAnswers(out: unknown, { metrics, openedAt, memory }: ColumnsReading, report: Report): void {
  const deadlines = isData(out) ? out["deadlines"] : undefined;
  if (!isData(deadlines)) {
    report.add("invalid_type", ["out"], "an answer, { deadlines }", out);
    return;
  }
  const taken = [...memory];
  for (const metric of metrics) {
    for (const [name, tag] of Object.entries(ANSWER_TAGS)) {
      const path = ["out", "deadlines", metric, name];
      const column = isData(deadlines[metric]) ? deadlines[metric][name] : undefined;
      if (tagOf(column) !== tag) report.add("invalid_type", path, `a ${tag}`, column);
      else if (isLongEnough(column as Memory, openedAt.length, path, report))
        checkApart(column as Memory, taken, path, report);
    }
  }
}

function checkApart(column: Memory, taken: Memory[], path: Path, report: Report): void {
  const other = taken.find((one) => overlap(one, column));
  if (other !== undefined) report.add("invalid_option", path, "memory of its own", "that of another column");
  taken.push(column);
}

function overlap(a: Memory, b: Memory): boolean {
  return (
    a.buffer === b.buffer && a.byteOffset < b.byteOffset + b.byteLength && b.byteOffset < a.byteOffset + a.byteLength
  );
}
