/** Runs a law over generated calendars, each compiled once; a calendar that can never open is no case. */

import * as fc from "fast-check";
import type { Calendar } from "../../src/core.js";
import * as core from "../../src/core.js";
import { type Case, calendarCase } from "../../src/testing/arbitraries.js";
import { answerOf } from "../../src/testing/laws.js";

/** `LAW_RUNS=10` asks ten times as many questions, for a night. */
const FACTOR = Number(process.env["LAW_RUNS"] ?? 1);

/** Checks a law for `runs` generated calendars and gives how many of them could open. */
export function forAllCases(runs: number, law: (calendar: Calendar, example: Case) => void): number {
  let count = 0;
  fc.assert(
    fc.property(calendarCase, (example) => {
      const calendar = answerOf(() => core.compileCalendar(example.data));
      fc.pre(calendar !== "never_opens");
      law(calendar as Calendar, example);
      count++;
    }),
    { numRuns: Math.ceil(runs * FACTOR) },
  );
  return count;
}

/** Every pair of neighbours of a list. */
export function pairs<T>(list: readonly T[]): readonly (readonly [T, T])[] {
  return list.slice(1).map((second, index) => [list[index]!, second] as const);
}
