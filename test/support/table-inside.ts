/** A look at the table inside a calendar: tests of layouts must know that they meet the layout they mean. */

import {
  closingOf,
  FROM_AT,
  lastOf,
  openingOf,
  type Table,
  TO_AT,
  TOTAL_AT,
  WORK_BASE_AT,
} from "../../src/calendar/timeline.js";
import { type Calendar, isOpen } from "../../src/core.js";
import type { Stretch } from "../../src/testing/reference.js";

type Inside = Calendar["~calendar"];

/** A table as tests see it. */
export interface Shape {
  readonly from: number;
  readonly to: number;
  readonly total: number;
  /** How many stretches it holds. */
  readonly stretches: number;
  /** Where the first one opens and the last one closes; `NaN` where there is none. */
  readonly firstOpening: number;
  readonly lastOpening: number;
  readonly lastClosing: number;
  /** Bits of an entry of the grid. */
  readonly bits: 16 | 32;
  /** How many buckets, over time and over open time, hold the pair of no number. */
  readonly crowdedInTime: number;
  readonly crowdedInWork: number;
  readonly bytes: number;
  /** Whether other threads can read it. */
  readonly isShared: boolean;
}

/** The table that a calendar keeps now: what is built later is not seen in it. */
export function tableOf(calendar: Calendar): Table {
  return calendar["~calendar"].table;
}

export function shapeOf(table: Table): Shape {
  const { pairs, grid } = table;
  const stretches = lastOf(table);
  const crowded = (entries: Table["grid"]) => entries.filter((pair) => pair > stretches).length;
  const workBase = pairs[WORK_BASE_AT]!;
  return {
    from: pairs[FROM_AT]!,
    to: pairs[TO_AT]!,
    total: pairs[TOTAL_AT]!,
    stretches,
    firstOpening: stretches > 0 ? openingOf(table, 1) : Number.NaN,
    lastOpening: stretches > 0 ? openingOf(table, stretches) : Number.NaN,
    lastClosing: stretches > 0 ? closingOf(table, stretches) : Number.NaN,
    bits: grid instanceof Uint16Array ? 16 : 32,
    crowdedInTime: crowded(grid.subarray(0, workBase)),
    crowdedInWork: crowded(grid.subarray(workBase)),
    bytes: pairs.byteLength + grid.byteLength,
    isShared: [pairs, grid].every(({ buffer }) => buffer instanceof SharedArrayBuffer),
  };
}

/** What the table that a calendar keeps can answer for. */
export function heldBy(calendar: Calendar): Stretch {
  const { pairs } = tableOf(calendar);
  return { from: pairs[FROM_AT]!, to: pairs[TO_AT]! };
}

/** Whether the table that a calendar keeps can answer for an instant. */
export function isHeld(calendar: Calendar, at: number): boolean {
  const { from, to } = heldBy(calendar);
  return at >= from && at < to;
}

/** Asks until the calendar's own table holds a range: step by step, as large steps make tables that are not kept. */
export function widen(calendar: Calendar, { from, to }: Stretch): Shape {
  if (!isHeld(calendar, heldBy(calendar).from)) isOpen(calendar, Math.floor((from + to) / 2));
  for (let asked = 0; asked < 100; asked++) {
    const held = heldBy(calendar);
    if (held.from <= from && held.to >= to) return shapeOf(tableOf(calendar));
    isOpen(calendar, held.to < to ? held.to : held.from - 1);
  }
  throw new Error("the table does not grow");
}

/** Counts how often open stretches are asked of a calendar from now on: once for every table that is built. */
export function countBuilds(calendar: Calendar): () => number {
  const inside = calendar["~calendar"] as { -readonly [K in keyof Inside]: Inside[K] };
  const { openStretches } = inside;
  let count = 0;
  inside.openStretches = (from, to) => {
    count++;
    return openStretches(from, to);
  };
  return () => count;
}
