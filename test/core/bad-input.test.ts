import { describe, expect, it } from "vitest";
import {
  addWorkingDays,
  addWorkingTime,
  addWorkingTimeBatch,
  type Calendar,
  type CalendarData,
  compileCalendar,
  daysOf,
  isOpen,
  nextClose,
  nextOpen,
  previousOpen,
  subtractWorkingTime,
  workingDaysBetween,
  workingTimeBetween,
  workingTimeBetweenBatch,
} from "../../src/core.js";
import { at } from "../support/at.js";
import { daily, office } from "../support/calendars.js";
import { errorOf } from "../support/expect.js";

const calendar = office();
const FRIDAY = at("Fri 2026-03-06 10:00 +08:00");

function told(call: () => unknown): string {
  const [issue] = errorOf(call).issues;
  return `${issue?.code} ${issue?.path.join(".")}`;
}

describe("instants that are no numbers", () => {
  it.each([null, undefined, "2026-03-06", new Date(FRIDAY), {}, true, 5n, Symbol("at")])("are refused: %s", (value) => {
    expect(told(() => isOpen(calendar, value as number))).toBe("invalid_instant at");
    expect(told(() => nextOpen(calendar, value as number))).toBe("invalid_instant at");
    expect(told(() => addWorkingTime(calendar, value as number, 1))).toBe("invalid_instant from");
    expect(told(() => subtractWorkingTime(calendar, value as number, 1))).toBe("invalid_instant from");
    expect(told(() => workingTimeBetween(calendar, FRIDAY, value as number))).toBe("invalid_instant to");
  });
});

describe("amounts that are no numbers", () => {
  it.each([null, undefined, "4", "4h", {}, true, 5n, Symbol("amount")])("are refused: %s", (value) => {
    expect(told(() => addWorkingTime(calendar, FRIDAY, value as number))).toBe("invalid_amount amount");
    expect(told(() => subtractWorkingTime(calendar, FRIDAY, value as number))).toBe("invalid_amount amount");
  });
});

describe("what is no calendar, or only looks like one", () => {
  it.each<[string, unknown]>([
    ["undefined", undefined],
    ["null", null],
    ["text", "5x8"],
    ["its data", { zone: "UTC", hours: {} }],
    ["a clone", structuredClone(calendar)],
    ["a copy", { ...calendar }],
    ["a proxy of one", new Proxy(calendar, {})],
    ["an heir of one", Object.create(calendar)],
  ])("is refused: %s", (_, value) => {
    for (const call of [
      () => addWorkingTime(value as Calendar, FRIDAY, 1),
      () => subtractWorkingTime(value as Calendar, FRIDAY, 1),
      () => workingTimeBetween(value as Calendar, FRIDAY, FRIDAY),
      () => isOpen(value as Calendar, FRIDAY),
      () => addWorkingDays(value as Calendar, FRIDAY, 1),
      () => addWorkingTimeBatch(value as Calendar, Float64Array.of(FRIDAY), 1),
    ]) {
      expect(told(call)).toBe("invalid_type calendar");
    }
  });
});

describe("compileCalendar", () => {
  it("takes a hole in a list for a mistake at its place", () => {
    const holidays: string[] = ["2026-01-01", "2026-01-02"];
    delete holidays[0];
    const data: CalendarData = { zone: "UTC", hours: { mon: ["09:00-18:00"] }, holidays };
    expect(told(() => compileCalendar(data))).toBe("invalid_date holidays.0");
  });
});

describe("addWorkingDays", () => {
  it.each<[string, unknown, string]>([
    ["null", null, "invalid_option options"],
    ["an unknown option", { cutof: "16:00" }, "unknown_key options.cutof"],
    ["an unknown rule, of a date too", { rule: "bogus" }, "invalid_option options.rule"],
    ["hours as text", { rule: "workingHours", hoursPerDay: "8" }, "invalid_option options.hoursPerDay"],
    ["hours that the rule does not read", { hoursPerDay: Number.NaN }, "invalid_option options.hoursPerDay"],
    ["a cut-off that is no time", { cutoff: "25:00" }, "invalid_option options.cutoff"],
    ["a place that is none", { atClose: "later" }, "invalid_option options.atClose"],
  ])("refuses %s", (_, options, expected) => {
    expect(told(() => addWorkingDays(calendar, FRIDAY, 1, options as object))).toBe(expected);
    expect(told(() => addWorkingDays(calendar, "2026-03-06", 1, options as object))).toBe(expected);
  });
});

describe("the batch forms", () => {
  const instants = Float64Array.of(FRIDAY);

  it.each<[string, () => unknown, string]>([
    ["no column", () => addWorkingTimeBatch(calendar, null as unknown as Float64Array, 1), "invalid_type from"],
    ["a list", () => addWorkingTimeBatch(calendar, [FRIDAY] as unknown as Float64Array, 1), "invalid_type from"],
    [
      "a column that would round instants",
      () => addWorkingTimeBatch(calendar, instants, 1, new Float32Array(1) as unknown as Float64Array),
      "invalid_type out",
    ],
    [
      "a column that is too short",
      () => addWorkingTimeBatch(calendar, instants, 1, new Float64Array(0)),
      "invalid_option out",
    ],
    [
      "no end",
      () => workingTimeBetweenBatch(calendar, instants, undefined as unknown as Float64Array),
      "invalid_type to",
    ],
  ])("refuse %s", (_, call, expected) => {
    expect(told(call)).toBe(expected);
  });
});

describe("a calendar that never closes", () => {
  it("has no opening and no closing, in any zone", () => {
    const always = daily("America/New_York", "00:00-24:00");
    expect([nextClose(always, FRIDAY), previousOpen(always, FRIDAY)]).toEqual([undefined, undefined]);
    expect(nextOpen(always, FRIDAY)).toBe(FRIDAY);
  });
});

describe("the last supported date", () => {
  it("can be counted: the end of a range is the date after it", () => {
    // 31 December 2200 is a Wednesday.
    expect(workingDaysBetween(calendar, "2200-12-31", "2201-01-01")).toBe(1);
    expect(daysOf(calendar, "2200-12-31", "2201-01-01").map(({ reason }) => reason)).toEqual(["open"]);
    expect(told(() => workingDaysBetween(calendar, "2201-01-01", "2201-01-01"))).toBe("out_of_range from");
  });
});

describe("JSON.stringify", () => {
  it("does not write a calendar's table", () => {
    isOpen(calendar, FRIDAY);
    expect(JSON.stringify(calendar)).toBe('{"zone":"Asia/Shanghai"}');
  });
});
