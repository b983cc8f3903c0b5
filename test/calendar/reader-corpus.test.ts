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
}

function compare(text: string, read: { ok: boolean; told: unknown }, meant: unknown): Reading {
  const told = JSON.stringify(read.told);
  if (!read.ok) return { text, outcome: "refused", told };
  try {
    expect(read.told).toEqual(meant);
    return { text, outcome: "right", told };
  } catch {
    return { text, outcome: "wrong", told };
  }
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

const report = (name: string, readings: readonly Reading[]): string =>
  `${name}: ${readings.length} strings, ${count(readings, "right")} right, ${count(readings, "refused")} refused, ${count(readings, "wrong")} wrong`;

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

  it("refuses less than a tenth, of both and of each", () => {
    for (const readings of [[...hours, ...promises], hours, promises]) {
      const refused = readings.filter(({ outcome }) => outcome === "refused");
      expect(refused.length, refused.map(({ text, told }) => `${text}: ${told}`).join("\n")).toBeLessThan(
        readings.length / 10,
      );
    }
  });
});
