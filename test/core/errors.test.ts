/** What is refused, by code and path, and that all mistakes of one definition come together. */

import { describe, expect, it } from "vitest";
import {
  addWorkingDays,
  addWorkingTime,
  addWorkingTimeBatch,
  type CalendarData,
  compileCalendar,
  isOpen,
  isWorkingDay,
  nextClose,
  nextOpen,
  openIntervals,
  previousClose,
  previousOpen,
  SlaError,
  subtractWorkingTime,
  workingDaysBetween,
  workingTimeBetween,
  workingTimeBetweenBatch,
} from "../../src/core.js";
import type { IssueCode } from "../../src/errors.js";
import { compileCalendar as compileAnyCalendar } from "../../src/index.js";
import { at } from "../support/at.js";
import { daily, office, WORKING_DAYS, week } from "../support/calendars.js";
import { errorOf, expectIssues } from "../support/expect.js";

const HOURS = week(WORKING_DAYS, "09:00-18:00");
const FRIDAY = at("Fri 2026-03-06 09:00 +08:00");

/** Compiles what the types would refuse. */
function compile(data: unknown): void {
  compileCalendar(data as Parameters<typeof compileCalendar>[0]);
}

/** An hour of Monday, written as given. */
function hour(range: unknown): unknown {
  return { zone: "UTC", hours: { mon: ["07:00-08:00", range] } };
}

describe("compileCalendar", () => {
  const rows: readonly (readonly [string, unknown, IssueCode, string])[] = [
    ["an unknown zone", { zone: "Asia/Shangai", hours: HOURS }, "invalid_zone", "zone"],
    ["an offset without a sign", { zone: "UTC8", hours: HOURS }, "invalid_zone", "zone"],
    ["an offset out of range", { zone: "UTC+25", hours: HOURS }, "invalid_zone", "zone"],
    ["minutes of an offset out of range", { zone: "+08:60", hours: HOURS }, "invalid_zone", "zone"],
    ["no zone", { hours: HOURS }, "missing_zone", "zone"],
    ["no hours", { zone: "UTC" }, "missing_key", "hours"],
    ["hours as text, which the core does not read", { zone: "UTC", hours: "24x7" }, "invalid_type", "hours"],
    ["something that is no definition", "5x8 UTC", "invalid_type", ""],
    ["nothing", null, "invalid_type", ""],
    ["25:00", hour("09:00-25:00"), "invalid_hours", "hours.mon.1"],
    ["a closing after 24:00", hour("09:00-24:01"), "invalid_hours", "hours.mon.1"],
    ["an opening at 24:00", hour("24:00-02:00"), "invalid_hours", "hours.mon.1"],
    ["an opening after 24:00", hour("25:00-26:00"), "invalid_hours", "hours.mon.1"],
    ["60 minutes", hour("09:60-10:00"), "invalid_hours", "hours.mon.1"],
    ["60 seconds", hour("09:00:60-10:00"), "invalid_hours", "hours.mon.1"],
    ["words for times", hour("nine-five"), "invalid_hours", "hours.mon.1"],
    ["a window without an end", hour("09:00"), "invalid_hours", "hours.mon.1"],
    [
      "overlapping windows",
      { zone: "UTC", hours: { mon: ["09:00-12:00", "11:00-13:00"] } },
      "overlapping_windows",
      "hours.mon",
    ],
    [
      "the same window twice",
      { zone: "UTC", hours: { mon: ["09:00-12:00", "09:00-12:00"] } },
      "overlapping_windows",
      "hours.mon",
    ],
    [
      "a window inside a night",
      { zone: "UTC", hours: { mon: ["22:00-06:00", "23:00-24:00"] } },
      "overlapping_windows",
      "hours.mon",
    ],
    [
      "overlapping windows of an override",
      { zone: "UTC", hours: HOURS, overrides: { "2026-03-06": ["09:00-12:00", "11:00-13:00"] } },
      "overlapping_windows",
      "overrides.2026-03-06",
    ],
    [
      "overlapping windows of a change",
      { zone: "UTC", hours: HOURS, changes: [{ from: "2026-03-06", hours: { mon: ["09:00-12:00", "11:00-13:00"] } }] },
      "overlapping_windows",
      "changes.0.hours.mon",
    ],
    [
      "a holiday that never was",
      { zone: "UTC", hours: HOURS, holidays: ["2026-01-01", "2026-02-30"] },
      "invalid_date",
      "holidays.1",
    ],
    [
      "a named holiday that never was",
      { zone: "UTC", hours: HOURS, holidays: [{ date: "2026-02-30" }] },
      "invalid_date",
      "holidays.0.date",
    ],
    [
      "a listed holiday that never was",
      { zone: "UTC", hours: HOURS, holidays: { name: "list", holidays: [{ date: "2026-02-30" }] } },
      "invalid_date",
      "holidays.holidays.0.date",
    ],
    [
      "a make-up day that never was",
      { zone: "UTC", hours: HOURS, makeUpDays: ["2026-02-30"] },
      "invalid_date",
      "makeUpDays.0",
    ],
    [
      "an override that never was",
      { zone: "UTC", hours: HOURS, overrides: { "2026-02-30": [] } },
      "invalid_date",
      "overrides.2026-02-30",
    ],
    [
      "a break that never was",
      { zone: "UTC", hours: HOURS, breaks: { "2026-02-30": ["12:00-13:00"] } },
      "invalid_date",
      "breaks.2026-02-30",
    ],
    [
      "a change that never was",
      { zone: "UTC", hours: HOURS, changes: [{ from: "2026-02-30", hours: HOURS }] },
      "invalid_date",
      "changes.0.from",
    ],
    ["a date without its zeros", { zone: "UTC", hours: HOURS, holidays: ["2026-2-3"] }, "invalid_date", "holidays.0"],
    [
      "two changes from one date",
      {
        zone: "UTC",
        hours: HOURS,
        changes: [
          { from: "2026-03-06", hours: HOURS },
          { from: "2026-03-06", hours: HOURS },
        ],
      },
      "duplicate_value",
      "changes.1.from",
    ],
    // There is no weekday with hours in the week in force.
    [
      "a make-up day without hours to have",
      { zone: "UTC", hours: HOURS, changes: [{ from: "2026-03-06", hours: {} }], makeUpDays: ["2026-03-07"] },
      "invalid_value",
      "makeUpDays.0",
    ],
    [
      "hoursOf no weekday",
      { zone: "UTC", hours: HOURS, makeUpDays: [{ date: "2026-03-07", hoursOf: "tues" }] },
      "unknown_value",
      "makeUpDays.0.hoursOf",
    ],
    ["an unknown key", { zone: "UTC", hours: HOURS, holiday: [] }, "unknown_key", "holiday"],
    ["an unknown weekday", { zone: "UTC", hours: { ...HOURS, thur: ["09:00-10:00"] } }, "unknown_key", "hours.thur"],
    [
      "an unknown key of a make-up day",
      { zone: "UTC", hours: HOURS, makeUpDays: [{ date: "2026-03-07", hourOf: "mon" }] },
      "unknown_key",
      "makeUpDays.0.hourOf",
    ],
  ];
  it.each(rows)("refuses %s", (_, data, code, path) => {
    expectIssues(() => compile(data), [code, path]);
  });

  it("lists the keys that it knows, and in sla-clock guesses which one was meant", () => {
    const told = (by: (data: CalendarData) => unknown, data: object) =>
      errorOf(() => by({ zone: "UTC", hours: HOURS, ...data } as CalendarData)).issues[0]?.message;
    expect(told(compileCalendar, { holiday: [] })).toMatch(/one of zone, hours, holidays, .*, received "holiday"/);
    expect(told(compileAnyCalendar, { holiday: [] })).toContain("holidays?");
    expect(told(compileAnyCalendar, { overides: {} })).toContain("overrides?");
    expect(told(compileAnyCalendar, { hours: { mond: ["09:00-10:00"] } })).toContain("mon?");
  });

  it("says what was expected and what was received", () => {
    const [issue] = errorOf(() => compile(hour("09:00-25:00"))).issues;
    expect(issue?.expected).toContain('a window ("09:00-18:00"');
    expect(issue?.received).toBe("09:00-25:00");
  });

  it("tells all mistakes of one definition together", () => {
    const mistakes = {
      zone: "Asia/Shangai",
      hours: { mon: ["09:00-25:00"], tue: ["09:00-12:00", "11:00-13:00"], wen: [] },
      holidays: ["2026-02-30"],
      overides: {},
      changes: [{ from: "soon", hours: { mon: ["early"] } }],
    };
    expectIssues(
      () => compile(mistakes),
      ["invalid_zone", "zone"],
      ["invalid_hours", "hours.mon.0"],
      ["overlapping_windows", "hours.tue"],
      ["unknown_key", "hours.wen"],
      ["invalid_date", "holidays.0"],
      ["unknown_key", "overides"],
      ["invalid_date", "changes.0.from"],
      ["invalid_hours", "changes.0.hours.mon.0"],
    );
  });

  it("accepts touching windows, windows of two dates that overlap, and overlapping breaks", () => {
    compile({ zone: "UTC", hours: { mon: ["09:00-12:00", "12:00-13:00"] } });
    compile({ zone: "UTC", hours: { mon: ["22:00-06:00"], tue: ["05:00-13:00"] } });
    compile({ zone: "UTC", hours: { mon: ["22:00-06:00", "05:00-22:00"] } });
    compile({ zone: "UTC", hours: HOURS, breaks: { "2026-03-06": ["09:00-12:00", "11:00-13:00"] } });
  });

  it("leaves the definition as it was, and is not changed with it", () => {
    const monday = ["14:00-15:00", "09:00-10:00"];
    const data = { zone: "UTC", hours: { mon: monday }, holidays: ["2026-03-09"] };
    const copy = structuredClone(data);
    const calendar = compileCalendar(data);
    expect(data).toEqual(copy);
    monday.push("16:00-17:00");
    expect(isOpen(calendar, at("Mon 2026-03-02 16:30 Z"))).toBe(false);
  });
});

describe("instants", () => {
  const calendar = office();
  const functions: readonly (readonly [string, string, (at: number) => unknown])[] = [
    ["isOpen", "at", (at) => isOpen(calendar, at)],
    ["nextOpen", "at", (at) => nextOpen(calendar, at)],
    ["nextClose", "at", (at) => nextClose(calendar, at)],
    ["previousOpen", "at", (at) => previousOpen(calendar, at)],
    ["previousClose", "at", (at) => previousClose(calendar, at)],
    ["isWorkingDay", "at", (at) => isWorkingDay(calendar, at)],
    ["addWorkingTime", "from", (at) => addWorkingTime(calendar, at, 1)],
    ["addWorkingTime of 0", "from", (at) => addWorkingTime(calendar, at, 0)],
    ["subtractWorkingTime", "from", (at) => subtractWorkingTime(calendar, at, 1)],
    ["workingTimeBetween", "from", (at) => workingTimeBetween(calendar, at, FRIDAY)],
    ["workingTimeBetween", "to", (at) => workingTimeBetween(calendar, FRIDAY, at)],
    ["openIntervals", "from", (at) => openIntervals(calendar, at, FRIDAY)],
    ["openIntervals", "to", (at) => openIntervals(calendar, FRIDAY, at)],
    ["addWorkingDays", "from", (at) => addWorkingDays(calendar, at, 1)],
    ["workingDaysBetween", "from", (at) => workingDaysBetween(calendar, at, FRIDAY)],
    ["workingDaysBetween", "to", (at) => workingDaysBetween(calendar, FRIDAY, at)],
    ["addWorkingTimeBatch", "1", (at) => addWorkingTimeBatch(calendar, Float64Array.of(FRIDAY, at), 1)],
    [
      "workingTimeBetweenBatch from",
      "1",
      (at) => between(Float64Array.of(FRIDAY, at), Float64Array.of(FRIDAY, FRIDAY)),
    ],
    ["workingTimeBetweenBatch to", "1", (at) => between(Float64Array.of(FRIDAY, FRIDAY), Float64Array.of(FRIDAY, at))],
  ];
  function between(from: Float64Array, to: Float64Array): unknown {
    return workingTimeBetweenBatch(calendar, from, to);
  }

  it.each(functions)("are refused by %s (%s) when not finite", (_, path, call) => {
    for (const bad of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      expectIssues(() => call(bad), ["invalid_instant", path]);
    }
  });

  it.each(functions)("are refused by %s (%s) outside [1900, 2201)", (_, path, call) => {
    for (const bad of ["Sun 1899-12-31 23:59:59.999 Z", "Thu 2201-01-01 00:00 Z"]) {
      expectIssues(() => call(at(bad)), ["out_of_range", path]);
    }
    call(at("Mon 1900-01-08 00:00 Z"));
  });

  it("are taken at both ends of the range", () => {
    const always = daily("UTC", "00:00-24:00");
    const [first, last] = [at("Mon 1900-01-01 00:00 Z"), at("Wed 2200-12-31 23:59:59.999 Z")];
    expect(isOpen(always, first)).toBe(true);
    expect(isOpen(always, last)).toBe(true);
    expect(workingTimeBetween(always, first, last)).toBe(last - first);
    expect(addWorkingTime(always, first, last - first)).toBe(last);
    expect(subtractWorkingTime(always, last, last - first)).toBe(first);
    expect(openIntervals(always, first, last)).toEqual([{ from: first, to: last }]);
  });

  it("as text are not read by the core", () => {
    expectIssues(() => isOpen(calendar, "2026-03-06T09:00:00+08:00" as unknown as number), ["invalid_instant", "at"]);
  });
});

describe("amounts", () => {
  const calendar = office();
  it("of working time are refused when not finite", () => {
    for (const bad of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      expectIssues(() => addWorkingTime(calendar, FRIDAY, bad), ["invalid_amount", "amount"]);
      expectIssues(() => subtractWorkingTime(calendar, FRIDAY, bad), ["invalid_amount", "amount"]);
      const amounts = Float64Array.of(1, bad);
      expectIssues(
        () => addWorkingTimeBatch(calendar, Float64Array.of(FRIDAY, FRIDAY), amounts),
        ["invalid_amount", "1"],
      );
    }
  });

  it("of working days are whole numbers", () => {
    for (const bad of [1.5, -0.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      expectIssues(() => addWorkingDays(calendar, FRIDAY, bad), ["invalid_amount", "days"]);
      expectIssues(() => addWorkingDays(calendar, "2026-03-06", bad), ["invalid_amount", "days"]);
    }
  });
});

describe("dates", () => {
  const calendar = office();
  it("that never were are refused", () => {
    for (const bad of ["2026-02-30", "2026-13-01", "2026-2-3", "tomorrow", "2026-03-06T09:00:00Z"]) {
      expectIssues(() => isWorkingDay(calendar, bad), ["invalid_date", "at"]);
      expectIssues(() => addWorkingDays(calendar, bad, 1), ["invalid_date", "from"]);
      expectIssues(() => workingDaysBetween(calendar, bad, "2026-03-06"), ["invalid_date", "from"]);
      expectIssues(() => workingDaysBetween(calendar, "2026-03-06", bad), ["invalid_date", "to"]);
    }
  });

  it("outside the supported range are refused", () => {
    for (const bad of ["1899-12-31", "2201-01-01"]) {
      expectIssues(() => isWorkingDay(calendar, bad), ["out_of_range", "at"]);
      expectIssues(() => addWorkingDays(calendar, bad, 1), ["out_of_range", "from"]);
    }
  });

  it("are not mixed with instants", () => {
    const mixed = workingDaysBetween as (calendar: unknown, from: unknown, to: unknown) => number;
    expectIssues(() => mixed(calendar, "2026-03-06", FRIDAY), ["invalid_type", "to"]);
    expectIssues(() => mixed(calendar, FRIDAY, "2026-03-06"), ["invalid_type", "to"]);
  });
});

describe("options", () => {
  const calendar = office();
  const days = (options: object) => () => addWorkingDays(calendar, FRIDAY, 1, options);
  it("with unknown values are refused", () => {
    expectIssues(days({ rule: "endofday" }), ["invalid_option", "options.rule"]);
    expectIssues(days({ cutoff: "25:00" }), ["invalid_option", "options.cutoff"]);
    expectIssues(days({ cutoff: "four" }), ["invalid_option", "options.cutoff"]);
    for (const hoursPerDay of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expectIssues(days({ rule: "workingHours", hoursPerDay }), ["invalid_option", "options.hoursPerDay"]);
    }
    const wrong = { atClose: "open" } as unknown as { atClose: "close" };
    expectIssues(() => addWorkingTime(calendar, FRIDAY, 1, wrong), ["invalid_option", "options.atClose"]);
    expectIssues(days({ rule: "workingHours", ...wrong }), ["invalid_option", "options.atClose"]);
  });
});

describe("calendars and arrays", () => {
  it("that are not compiled are refused", () => {
    const data = { zone: "UTC", hours: HOURS } as unknown as ReturnType<typeof office>;
    expectIssues(() => isOpen(data, FRIDAY), ["invalid_type", "calendar"]);
    expectIssues(() => addWorkingTime(data, FRIDAY, 1), ["invalid_type", "calendar"]);
  });

  it("of other lengths are refused", () => {
    const two = Float64Array.of(FRIDAY, FRIDAY);
    const one = Float64Array.of(1);
    expectIssues(() => addWorkingTimeBatch(office(), two, one), ["invalid_option", "amount"]);
    expectIssues(() => addWorkingTimeBatch(office(), two, 1, new Float64Array(1)), ["invalid_option", "out"]);
    expect(errorOf(() => workingTimeBetweenBatch(office(), two, one))).toBeInstanceOf(SlaError);
  });
});
