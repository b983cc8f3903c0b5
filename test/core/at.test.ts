import { describe, expect, it } from "vitest";
import { at } from "../support/at.js";

describe("at", () => {
  const rows: readonly (readonly [string, string])[] = [
    ["Fri 2026-03-06 17:00 +08:00", "2026-03-06T09:00:00.000Z"],
    ["Fri 2026-03-06 17:00:01.5 Z", "2026-03-06T17:00:01.500Z"],
    ["Thu 1972-01-06 09:00 -00:44:30", "1972-01-06T09:44:30.000Z"],
    ["Sun 2026-11-01 01:30 -05:00 [America/New_York]", "2026-11-01T06:30:00.000Z"],
    ["Sun 2026-11-01 03:30 [America/New_York]", "2026-11-01T08:30:00.000Z"],
  ];
  it.each(rows)("reads %s", (text, expected) => {
    expect(new Date(at(text)).toISOString()).toBe(expected);
  });

  const wrong: readonly (readonly [string, RegExp])[] = [
    ["Sat 2026-03-06 17:00 +08:00", /is a Fri/],
    ["Mon 2026-02-30 17:00 +08:00", /never was/],
    ["Fri 2026-03-06 17:00", /0 instants/],
    ["Sun 2026-11-01 01:30 [America/New_York]", /2 instants/],
    ["Sun 2026-03-08 02:30 [America/New_York]", /0 instants/],
    ["Sun 2026-11-01 03:30 -04:00 [America/New_York]", /another offset/],
    ["2026-03-06T17:00+08:00", /is not like/],
  ];
  it.each(wrong)("refuses %s", (text, message) => {
    expect(() => at(text)).toThrow(message);
  });
});
