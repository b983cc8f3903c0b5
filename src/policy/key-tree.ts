/** Combinations of keys: each is found with one look-up for each column, and numbered when it first comes. */
import type { TicketKeys } from "./match.js";
import type { ColumnsReading, VaryingKey } from "./ticket-columns.js";

/** A step down the tree: for each combination of the columns before and each choice of this one what both are. */
interface KeyLevel {
  readonly key: VaryingKey;
  /** At `combination × choices + choice` the number of the longer combination, plus 1; 0: none of them has come yet. */
  next: Int32Array;
  /** For each combination the first ticket that has it. */
  readonly found: number[];
}

/** The combinations of keys that tickets have. */
export interface KeyTree {
  readonly levels: readonly KeyLevel[];
  /** For each combination the first ticket that has it. */
  readonly found: readonly number[];
}

/** The tree of some columns, in which no ticket was looked up yet. */
export function newKeyTree({ varying, openedAt }: ColumnsReading): KeyTree {
  const levels = varying.map((key) => ({ key, next: new Int32Array(0), found: [] }));
  return { levels, found: levels.at(-1)?.found ?? (openedAt.length > 0 ? [0] : []) };
}

/** Writes the numbers of the combinations that the tickets from `from` on have. */
export function findCombinations({ levels }: KeyTree, from: number, count: number, combinations: Int32Array): void {
  combinations.fill(0, 0, count);
  let before = 1;
  for (const level of levels) {
    goDown(level, before, from, count, combinations);
    before = level.found.length;
  }
}

function goDown(level: KeyLevel, before: number, from: number, count: number, combinations: Int32Array): void {
  const { indexes, none, choiceOf, choices } = level.key;
  const width = choices.length;
  if (level.next.length < before * width) level.next = grown(level.next, before * width);
  const { next, found } = level;
  for (let j = 0; j < count; j++) {
    const index = indexes[from + j] as number;
    const place = (combinations[j] as number) * width + (index === none ? 0 : (choiceOf[index] as number));
    if (next[place] === 0) next[place] = found.push(from + j);
    combinations[j] = (next[place] as number) - 1;
  }
}

function grown(list: Int32Array, length: number): Int32Array {
  const longer = new Int32Array(Math.max(length, 2 * list.length));
  longer.set(list);
  return longer;
}

/** The keys of a ticket in the columns. */
export function keysAt({ keys, varying }: ColumnsReading, ticket: number): TicketKeys {
  const own = varying.map(({ condition, indexes, none, choiceOf, choices }) => {
    const index = indexes[ticket] as number;
    return [condition, choices[index === none ? 0 : (choiceOf[index] as number)]];
  });
  return { ...keys, ...Object.fromEntries(own) };
}
