import { isDeepStrictEqual } from "node:util";
import { describe, expect, it } from "vitest";
import { safeParseHours } from "../../src/calendar/notation.js";
import { safeParsePromise } from "../../src/time/amount.js";
import { HOURS_CORPUS, PROMISE_CORPUS } from "./reader-corpus.js";

type Outcome = "right" | "refused" | "wrong";

/** What became of each string: its outcome, and what was read or why it was refused. */
interface Reading {
  readonly text: string;
  readonly outcome: Outcome;
  readonly told: string;
  /** Whether a week or a length can say what the string means. */
  readonly sayable: boolean;
}

function compare(text: string, read: { ok: boolean; told: unknown }, meant: unknown): Reading {
  const reading = { text, told: JSON.stringify(read.told), sayable: typeof meant === "object" };
  if (!read.ok) return { ...reading, outcome: "refused" };
  return { ...reading, outcome: isDeepStrictEqual(read.told, meant) ? "right" : "wrong" };
}

function readHours(text: string): { ok: boolean; told: unknown } {
  const parsed = safeParseHours(text);
  if (!parsed.ok) return { ok: false, told: parsed.issues[0]?.expected };
  const { notices: _, ...told } = parsed.value;
  return { ok: true, told };
}

function readPromise(text: string): { ok: boolean; told: unknown } {
  const parsed = safeParsePromise(text);
  if (!parsed.ok) return { ok: false, told: parsed.issues[0]?.expected };
  const { notices: _, ...told } = parsed.value;
  return { ok: true, told };
}

const hours = HOURS_CORPUS.map(([, text, meant]) => compare(text, readHours(text), meant));
const promises = PROMISE_CORPUS.map(([, text, meant]) => compare(text, readPromise(text), meant));

const count = (readings: readonly Reading[], outcome: Outcome): number =>
  readings.filter((reading) => reading.outcome === outcome).length;

const report = (name: string, readings: readonly Reading[]): string => {
  const rightly = readings.filter(({ outcome, sayable }) => outcome === "refused" && !sayable).length;
  const refused = `${count(readings, "refused")} refused (${rightly} that no week or length can say)`;
  return `${name}: ${readings.length} strings, ${count(readings, "right")} right, ${refused}, ${count(readings, "wrong")} wrong`;
};

const wrongOf = (readings: readonly Reading[]): readonly Reading[] =>
  readings.filter(({ outcome }) => outcome === "wrong");

describe("the reader, measured on public pages", () => {
  it("knows 200 strings or more, each once and with its source", () => {
    const rows = [...HOURS_CORPUS, ...PROMISE_CORPUS];
    expect(rows.length).toBeGreaterThanOrEqual(200);
    expect(new Set(HOURS_CORPUS.map(([, text]) => text)).size).toBe(HOURS_CORPUS.length);
    expect(new Set(PROMISE_CORPUS.map(([, text]) => text)).size).toBe(PROMISE_CORPUS.length);
    expect(rows.every(([source, text]) => source.length > 0 && text.length > 0)).toBe(true);
  });

  it(`reads none wrongly; ${report("hours", hours)}`, () => {
    expect(wrongOf(hours)).toEqual([]);
  });

  it(`reads none wrongly; ${report("response times", promises)}`, () => {
    expect(wrongOf(promises)).toEqual([]);
  });

  it("refuses less than a tenth, with what no week and no length can say", () => {
    const all = [...hours, ...promises];
    const refused = all.filter(({ outcome }) => outcome === "refused");
    const told = refused.map((reading) => `${reading.text}: ${reading.told}`).join("\n");
    expect(refused.length, told).toBeLessThan(all.length / 10);
  });
});
