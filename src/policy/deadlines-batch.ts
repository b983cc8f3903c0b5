/** When are they due: the binding deadlines of millions of tickets, columns in, columns out. */
import { failOnIssues, type Issue, SlaError } from "../errors.js";
import { parseLocalDate } from "../time/local-date.js";
import { DAY_MS } from "../time/units.js";
import type { Zone } from "../time/zone.js";
import { checkAnswers, clear, type MetricDeadlines, newAnswers, write } from "./answer-columns.js";
import { failOnMissingZone } from "./bind-calendars.js";
import type { PolicyState, Row } from "./binder.js";
import { type CompiledPolicy, policyStateOf } from "./compile.js";
import { beforeEffective, noticesOf } from "./deadline.js";
import { findCombinations, type KeyTree, keysAt, newKeyTree } from "./key-tree.js";
import { type MetricRow, matchingRows, rowsToCompare, type TicketKeys } from "./match.js";
import type { Notice } from "./notices.js";
import {
  answerBlock,
  answerExactly,
  answerQuickly,
  BLOCK_LENGTH,
  type Block,
  type ClockStart,
  newBlock,
  type RowAnswer,
  type RowColumns,
  rowColumns,
} from "./promise-columns.js";
import { newReport } from "./shape.js";
import { OPENED_AT, type RowTerms, termsOf } from "./terms.js";
import { type ColumnsReading, readColumns, type TicketColumns } from "./ticket-columns.js";

/** What {@link deadlinesBatch} answers. */
export interface BatchDeadlines<Metric extends string = string> {
  /** Columns by metric, each as long as `openedAt`. */
  readonly deadlines: { readonly [metric in Metric]: MetricDeadlines };
  /** The doubtful or default readings that any of the answers depends on. */
  readonly notices: readonly Notice[];
}

/**
 * {@link deadlinesFor} for columns of tickets: for each metric the deadline that binds, the row that promises it, and
 * whether its holidays are known. The same answers, and nothing is made per ticket.
 *
 * Tickets that match no row are values here, not errors. Notices are told once for all. Rows that cannot bind (`binding`
 * is `first` or `mostSpecific`) and metrics that are not asked for are not computed.
 *
 * @param columns everything in them is checked before anything is computed.
 * @param out an answer of the same metrics and length, whose columns are written again; they must not share memory with
 * the columns that are read. Default: new columns.
 * @throws SlaError for the columns: `invalid_type`, `invalid_option` (another length), `unknown_key`, `unknown_value`
 * (with the path `["severity", index]`), `invalid_instant` and `out_of_range` (`["openedAt", index]`), `missing_parameter`
 * (a zone). For the first ticket whose deadline cannot be told: `never_opens`, `out_of_range`, with the path
 * `["openedAt", index]`; those before it are written.
 * @example
 * ```ts
 * import { compilePolicy, deadlinesBatch } from "sla-clock";
 * import { chinanetcloud } from "sla-clock/catalog";
 *
 * const policy = compilePolicy(chinanetcloud); // with the severities L1, L2, L3 and L4
 * const friday = Date.parse("2026-11-20T20:00+08:00");
 * const { deadlines } = deadlinesBatch(policy, {
 *   openedAt: Float64Array.of(friday, friday, friday),
 *   severity: Uint8Array.of(0, 2, -1),
 *   metrics: ["resolution"],
 * });
 * [...deadlines.resolution.dueAt].map((due) => (Number.isNaN(due) ? "none" : new Date(due).toISOString()));
 * //=> ["2026-11-20T13:00:00.000Z", "2026-11-24T01:30:00.000Z", "none"]
 * [...deadlines.resolution.row]; //=> [1, 7, -1]
 * ```
 */
export function deadlinesBatch<
  Tier extends string,
  Severity extends string,
  Channel extends string,
  Type extends string,
  Metric extends string = string,
>(
  policy: CompiledPolicy<Tier, Severity, Channel, Type>,
  columns: TicketColumns<NoInfer<Tier>, NoInfer<Severity>, NoInfer<Channel>, NoInfer<Type>, Metric>,
  out?: Pick<BatchDeadlines<NoInfer<Metric>>, "deadlines">,
): BatchDeadlines<Metric> {
  const state = policyStateOf(policy as CompiledPolicy);
  const report = newReport();
  const reading = readColumns(columns as TicketColumns, state, report);
  if (reading !== undefined && out !== undefined) checkAnswers(out, reading, report);
  failOnIssues(report.issues);
  const batch = newBatch(state, reading as ColumnsReading, out?.deadlines);
  const notices = matchAll(batch);
  answerAll(batch);
  return { deadlines: Object.fromEntries(batch.answers), notices } as BatchDeadlines<Metric>;
}

/** Columns of tickets on their way to answers. */
interface Batch {
  readonly state: PolicyState;
  readonly reading: ColumnsReading;
  readonly localZone: Zone | undefined;
  readonly answers: ReadonlyMap<string, MetricDeadlines>;
  /** The combinations of keys, and the promises of each by its number. */
  readonly tree: KeyTree;
  readonly promises: Promises[];
  /** The promises by the rows that they are made of: most combinations of keys match the same. */
  readonly promisesOfRows: Map<string, Promises>;
  readonly starts: Map<string, ClockStart>;
  readonly combinations: Int32Array;
  /** Tickets of the same promises, as a list: from each of a block the next one. */
  readonly next: Int32Array;
  readonly block: Block;
}

/** What some tickets are promised: for each metric the rows of which one binds. */
interface Promises {
  readonly metrics: readonly MetricRows[];
  /** The first ticket of a block with these promises; -1 for none. */
  first: number;
}

interface MetricRows {
  readonly answers: MetricDeadlines;
  readonly rows: readonly RowColumns[];
}

function newBatch(state: PolicyState, reading: ColumnsReading, out: BatchDeadlines["deadlines"] | undefined): Batch {
  const { openedAt, metrics } = reading;
  const length = Math.min(openedAt.length, BLOCK_LENGTH);
  return {
    state,
    reading,
    localZone: reading.zone ?? state.parameterZone,
    answers: new Map(metrics.map((metric) => [metric, out?.[metric] ?? newAnswers(openedAt.length)])),
    tree: newKeyTree(reading),
    promises: [],
    promisesOfRows: new Map(),
    starts: new Map(),
    combinations: new Int32Array(length),
    next: new Int32Array(length),
    block: newBlock(length),
  };
}

/** Finds what each ticket is promised, before anything is computed, and gives the notices of all. */
function matchAll(batch: Batch): readonly Notice[] {
  const { state, localZone, reading, tree, promises, combinations } = batch;
  if (state.policy.zone === "local" && localZone === undefined) failOnMissingZone(state.policy);
  const used = new Set<Notice>();
  let early: readonly Notice[] = [];
  forEachBlock(reading.openedAt.length, (from, count) => {
    findCombinations(tree, from, count, combinations);
    while (promises.length < tree.found.length) {
      promises.push(promisesFor(batch, keysAt(reading, tree.found[promises.length] as number), used));
    }
    if (early.length === 0) early = earlyIn(batch, from, count);
  });
  return [...state.notices.flatMap(({ notice }) => (used.has(notice) ? [notice] : [])), ...early];
}

function forEachBlock(length: number, run: (from: number, count: number) => void): void {
  for (let from = 0; from < length; from += BLOCK_LENGTH) run(from, Math.min(BLOCK_LENGTH, length - from));
}

/** That a ticket which is promised something was opened before the policy was in effect: the first one. */
function earlyIn(batch: Batch, from: number, count: number): readonly Notice[] {
  const { state, reading, localZone, promises, combinations } = batch;
  const { effectiveFrom } = state.policy;
  if (effectiveFrom === undefined) return [];
  // Wherever the day before ends, a day later it has ended.
  const surelyInEffect = ((parseLocalDate(effectiveFrom) as number) + 1) * DAY_MS;
  for (let j = 0; j < count; j++) {
    const openedMs = reading.openedAt[from + j] as number;
    if (openedMs >= surelyInEffect || promises[combinations[j] as number]?.metrics.length === 0) continue;
    const early = beforeEffective(state, Math.floor(openedMs), localZone);
    if (early.length > 0) return early;
  }
  return [];
}

/** A row that tickets match, for a metric that is asked for. */
interface Matching extends MetricRow {
  readonly terms: RowTerms | undefined;
}

function promisesFor(batch: Batch, keys: TicketKeys, used: Set<Notice>): Promises {
  const { state, answers, localZone, promisesOfRows } = batch;
  const matching = matchingRows(state.policy, keys).flatMap((row): Matching[] => {
    const { metric } = (state.rows[row] as Row).target;
    return answers.has(metric) ? [{ row, metric, terms: termsOf(state, row, keys, localZone) }] : [];
  });
  for (const { row, terms } of matching) {
    for (const notice of noticesOf(state, row, keys, terms?.starts ?? [])) used.add(notice);
  }
  const name = JSON.stringify(matching.map(({ row, terms }) => [row, terms?.starts]));
  const promises = promisesOfRows.get(name) ?? newPromises(batch, matching);
  promisesOfRows.set(name, promises);
  return promises;
}

function newPromises({ state, answers, starts }: Batch, matching: readonly Matching[]): Promises {
  const compared = new Set(rowsToCompare(state.policy, matching).map(({ row }) => row));
  const metrics = [...new Set(matching.map(({ metric }) => metric))].map((metric) => ({
    answers: answers.get(metric) as MetricDeadlines,
    rows: matching
      .filter((one) => one.metric === metric && compared.has(one.row))
      .map(({ row, terms }) => rowColumns(row, terms, starts)),
  }));
  return { metrics, first: NOBODY };
}

/** The end of a list of tickets. */
const NOBODY = -1;

function answerAll(batch: Batch): void {
  forEachBlock(batch.reading.openedAt.length, (from, count) => {
    try {
      answerTickets(batch, from, count, answerQuickly);
    } catch (error) {
      if (!(error instanceof SlaError)) throw error;
      for (let i = from; i < from + count; i++) answerOne(batch, i);
    }
  });
}

/** Answers a ticket alone; its error says which one it is. */
function answerOne(batch: Batch, i: number): void {
  try {
    answerTickets(batch, i, 1, answerExactly);
  } catch (error) {
    if (!(error instanceof SlaError)) throw error;
    throw new SlaError(error.issues.map((one): Issue => ({ ...one, path: [...OPENED_AT, i] })));
  }
}

function answerTickets(batch: Batch, from: number, count: number, answer: RowAnswer): void {
  const { answers, tree, promisesOfRows, combinations, block } = batch;
  for (const columns of answers.values()) clear(columns, from, count);
  findCombinations(tree, from, count, combinations);
  sortOut(batch, count);
  for (const promises of promisesOfRows.values()) {
    if (promises.first === NOBODY) continue;
    gather(batch, promises.first, from);
    for (const { answers: columns, rows } of promises.metrics) {
      answerBlock(block, rows, answer);
      write(block, columns);
    }
  }
}

/** Lists the tickets of a block by what they are promised, each list in their order. */
function sortOut({ promises, promisesOfRows, combinations, next }: Batch, count: number): void {
  for (const one of promisesOfRows.values()) one.first = NOBODY;
  for (let j = count - 1; j >= 0; j--) {
    const one = promises[combinations[j] as number] as Promises;
    next[j] = one.first;
    one.first = j;
  }
}

/** Brings the tickets of a list together. */
function gather({ block, next, reading }: Batch, first: number, from: number): void {
  const { places, opened } = block;
  const { openedAt } = reading;
  let count = 0;
  for (let j = first; j !== NOBODY; j = next[j] as number) {
    places[count] = from + j;
    opened[count] = Math.floor(openedAt[from + j] as number);
    count++;
  }
  block.count = count;
  block.startedBy = undefined;
}
