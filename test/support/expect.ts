/** Expectations that read well in a table: instants as text with the weekday, errors by code and path. */

import { expect } from "vitest";
import { type IssueCode, SlaError } from "../../src/errors.js";
import { at } from "./at.js";

/** Expects an instant, given as `at` reads it, or none; a failure shows ISO text rather than milliseconds. */
export function expectAt(actual: number | undefined, expected: string | undefined): void {
  expect(iso(actual)).toBe(iso(expected === undefined ? undefined : at(expected)));
}

/** Expects intervals, each as the two texts of its ends. */
export function expectIntervals(
  actual: readonly { readonly from: number; readonly to: number }[],
  expected: readonly (readonly [string, string])[],
): void {
  expect(actual.map(({ from, to }) => [iso(from), iso(to)])).toEqual(
    expected.map(([from, to]) => [iso(at(from)), iso(at(to))]),
  );
}

/** The error that a call throws, which must be ours. */
export function errorOf(call: () => unknown): SlaError {
  try {
    call();
  } catch (error) {
    if (error instanceof SlaError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}

/** Expects exactly these issues, in whatever order: code and path ("hours.mon.0", "" for the whole). */
export function expectIssues(call: () => unknown, ...issues: readonly (readonly [IssueCode, string])[]): SlaError {
  const error = errorOf(call);
  const found = error.issues.map(({ code, path }) => [code, path.join(".")] as const);
  expect([...found].sort()).toEqual([...issues].sort());
  expect(error.code).toBe(error.issues[0]?.code);
  return error;
}

function iso(instant: number | undefined): string {
  return instant === undefined ? "none" : new Date(instant).toISOString();
}
