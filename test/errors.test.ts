import { runInNewContext } from "node:vm";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { fail, failOnIssues, formatPath, type Issue, issue, nearest, oneOf, SlaError } from "../src/errors.js";
import * as api from "../src/index.js";

const ZONE = issue("invalid_zone", ["zone"], "an IANA name", "Asia/Shangai");
const HOURS = issue("invalid_hours", ["calendars", "office", "hours", "mon", 0], "a window", "9-5");

describe("SlaError", () => {
  it("is an error with every issue, and the code of the first", () => {
    const error = new SlaError([ZONE, HOURS]);
    expect(error).toBeInstanceOf(Error);
    expect([error.name, error.code]).toEqual(["SlaError", "invalid_zone"]);
    expect(error.issues).toEqual([ZONE, HOURS]);
    expect(error.stack).toContain("errors.test.ts");
  });

  it("says in its message where, what was expected and what came", () => {
    const message = 'zone: Invalid zone: expected an IANA name, received "Asia/Shangai"';
    expect(new SlaError([ZONE]).message).toBe(message);
    expect(String(new SlaError([ZONE]))).toBe(`SlaError: ${message}`);
  });

  it("has a line for each of several issues", () => {
    expect(new SlaError([ZONE, HOURS]).message).toBe(
      [
        "2 issues",
        '- zone: Invalid zone: expected an IANA name, received "Asia/Shangai"',
        '- calendars.office.hours.mon[0]: Invalid hours: expected a window, received "9-5"',
      ].join("\n"),
    );
  });

  it("names no place where the whole is meant", () => {
    const error = new SlaError([issue("invalid_type", [], "an object", 5)]);
    expect(error.message).toBe("Invalid type: expected an object, received 5");
  });

  it("shows its code and issues when it is logged as JSON, and keeps its brand to itself", () => {
    const shown = JSON.parse(JSON.stringify(new SlaError([ZONE]))) as object;
    expect(shown).toMatchObject({ code: "invalid_zone", issues: [ZONE] });
    expect(Object.getOwnPropertySymbols({ ...new SlaError([ZONE]) })).toEqual([]);
  });

  it.each([
    ["another error", new Error("no")],
    [
      "an error that looks like one",
      Object.assign(new Error("no"), { name: "SlaError", code: "invalid_zone", issues: [] }),
    ],
    ["a plain object", { name: "SlaError", code: "invalid_zone", issues: [] }],
    ["text", "SlaError"],
    ["a function", () => SlaError],
    ["null", null],
    ["nothing", undefined],
  ])("is not %s", (_, value) => {
    expect(value instanceof SlaError).toBe(false);
  });
});

describe("SlaError of two copies of the package", () => {
  let copy: typeof api;

  beforeAll(async () => {
    vi.resetModules();
    copy = await import("../src/index.js");
  });

  function thrownBy(face: typeof api): unknown {
    try {
      face.compileCalendar("5x8 Asia/Shangai");
    } catch (error) {
      return error;
    }
    throw new Error("nothing was refused");
  }

  it("is another class", () => {
    expect(copy.SlaError).not.toBe(api.SlaError);
    expect(Object.getPrototypeOf(thrownBy(copy))).not.toBe(Object.getPrototypeOf(thrownBy(api)));
  });

  it("is recognised by either", () => {
    for (const error of [thrownBy(api), thrownBy(copy)]) {
      expect(error instanceof api.SlaError).toBe(true);
      expect(error instanceof copy.SlaError).toBe(true);
      expect(error instanceof Error).toBe(true);
    }
    expect(new Error("no") instanceof copy.SlaError).toBe(false);
  });

  it("does not stop a calendar or a policy of one from working in the other", () => {
    const office = api.compileCalendar({ zone: "Asia/Shanghai", hours: "Mon-Fri 09:00-18:00", holidays: [] });
    expect(copy.addWorkingTime(office, "2026-11-20T17:00+08:00", "4h")).toBe("2026-11-23T12:00:00+08:00");
    const targets = [{ metric: "firstResponse", within: "4 hours" }];
    const policy = api.compilePolicy({ name: "one", zone: "Asia/Shanghai", targets });
    expect(copy.deadlinesFor(policy, { openedAt: 0 })).toMatchObject([{ dueAt: 4 * 3_600_000 }]);
    expect(copy.isOpen(copy.calendarOf(policy, "always"), 0)).toBe(true);
  });

  it("is recognised where it comes from another realm, by its brand", () => {
    const foreign = runInNewContext(`
      const error = new Error("no");
      Object.defineProperty(error, Symbol.for("sla-clock.SlaError"), { value: true });
      error`) as unknown;
    expect(foreign instanceof Error).toBe(false);
    expect(foreign instanceof SlaError).toBe(true);
  });
});

describe("issue", () => {
  it.each<[Issue["code"], string]>([
    ["invalid_type", "Invalid type"],
    ["unknown_key", "Unknown key"],
    ["missing_zone", "Missing zone"],
    ["overlapping_windows", "Overlapping windows"],
    ["never_opens", "Never opens"],
    ["no_matching_target", "No matching target"],
    ["unused_calendar", "Unused calendar"],
    ["out_of_range", "Out of range"],
  ])("words %s as %s", (code, words) => {
    expect(issue(code, [], "this", "that").message).toBe(`${words}: expected this, received "that"`);
  });

  it.each<[string, unknown, string, string]>([
    ["text in quotes", "L5", "L5", '"L5"'],
    ["empty text, too", "", "", '""'],
    ["numbers", 5, "5", "5"],
    ["numbers that are none", Number.NaN, "NaN", "NaN"],
    ["flags", false, "false", "false"],
    ["null", null, "null", "null"],
    ["undefined as nothing", undefined, "nothing", "nothing"],
    ["big integers", 5n, "5", "5"],
    ["symbols", Symbol("x"), "Symbol(x)", "Symbol(x)"],
    ["lists by their length", ["a", "b"], "a list of 2", "a list of 2"],
    ["objects by their keys", { value: 4, unit: "h" }, "{ value, unit }", "{ value, unit }"],
    ["Dates", new Date(0), "1970-01-01T00:00:00.000Z", "1970-01-01T00:00:00.000Z"],
  ])("shows %s", (_, value, received, inMessage) => {
    expect(issue("invalid_value", ["x"], "something else", value)).toEqual({
      code: "invalid_value",
      path: ["x"],
      message: `Invalid value: expected something else, received ${inMessage}`,
      expected: "something else",
      received,
    });
  });

  it.each([
    ["an object of no class", Object.create(null)],
    ["an object without keys", {}],
    ["an invalid Date", new Date("never")],
    ["a function", () => 5],
  ])("shows %s in words", (_, value) => {
    const { received } = issue("invalid_value", [], "something else", value);
    expect(received).not.toBe("");
    expect(received).not.toMatch(/\[object|null/);
  });
});

describe("fail", () => {
  it("throws one issue", () => {
    expect(() => fail("invalid_zone", ["zone"], "an IANA name", "Asia/Shangai")).toThrow(new SlaError([ZONE]));
  });
});

describe("failOnIssues", () => {
  it("throws all issues together, or does nothing where there are none", () => {
    expect(() => failOnIssues([ZONE, HOURS])).toThrow(new SlaError([ZONE, HOURS]));
    expect(() => failOnIssues([])).not.toThrow();
  });
});

describe("oneOf", () => {
  it.each<[string[], unknown, string]>([
    [["L1", "L2"], "L9", "one of L1, L2"],
    [["gold", "silver"], "sliver", "one of gold, silver (did you mean silver?)"],
    [["gold", "silver"], "GOLD", "one of gold, silver (did you mean gold?)"],
    [["gold"], "bronze", "one of gold"],
    [["gold"], 5, "one of gold"],
    [["gold"], undefined, "one of gold"],
    [[], "gold", "none (nothing is defined here)"],
  ])("of %j for %j is %s", (known, received, expected) => {
    expect(oneOf(known, received)).toBe(expected);
  });
});

describe("nearest", () => {
  const KEYS = ["severity", "tier", "channel", "urgent", "zone"];

  it.each<[string, string | undefined]>([
    ["severity", "severity"],
    ["Severity", "severity"],
    ["severty", "severity"],
    ["severities", "severity"],
    ["chanel", "channel"],
    ["urgnet", "urgent"],
    ["zon", "zone"],
    ["colour", undefined],
    ["", undefined],
  ])("to %j is %s", (name, expected) => {
    expect(nearest(name, KEYS)).toBe(expected);
  });

  it("is nobody where two are as near", () => {
    expect(nearest("L5", ["L1", "L2", "L3", "L4"])).toBeUndefined();
    expect(nearest("L1", ["L1", "L2", "L3", "L4"])).toBe("L1");
    expect(nearest("x", [])).toBeUndefined();
  });

  it("of short names allows one slip, of longer ones a third", () => {
    expect(nearest("CM", ["CN"])).toBe("CN");
    expect(nearest("US", ["CN"])).toBeUndefined();
    expect(nearest("holydays", ["holidays"])).toBe("holidays");
    expect(nearest("holydais", ["holidays"])).toBe("holidays");
    expect(nearest("holydaiz", ["holidays"])).toBeUndefined();
  });
});

describe("formatPath", () => {
  it.each<[(string | number)[], string]>([
    [[], ""],
    [["zone"], "zone"],
    [["calendars", "office", "hours", "mon", 0], "calendars.office.hours.mon[0]"],
    [["targets", 3, "when", "severity", 1], "targets[3].when.severity[1]"],
    [[7], "[7]"],
  ])("writes %j as %s", (path, expected) => {
    expect(formatPath(path)).toBe(expected);
  });
});
