/** What calendars and policies make of the readings that go beyond a week or a length. */
import { describe, expect, it } from "vitest";
import { SlaError } from "../../src/errors.js";
import { compileCalendar, isOpen } from "../../src/instant/calendar-functions.js";
import type { PolicyParameters } from "../../src/policy/binder.js";
import { compilePolicy } from "../../src/policy/compile.js";
import { deadlinesFor } from "../../src/policy/deadline.js";
import type { Target } from "../../src/policy/definition.js";
import { at } from "../support/at.js";

function errorOf(call: () => unknown): SlaError {
  try {
    call();
  } catch (error) {
    if (error instanceof SlaError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}

const NATIONAL_DAY = at("Thu 2026-10-01 10:00 +08:00");

describe("compileCalendar, of hours that speak of holidays", () => {
  it.each([
    "Mon-Fri 9:00-18:00 except public holidays",
    "周一至周五 9:00-18:00，法定节假日除外",
    "Mo-Fr 09:00-18:00; PH off",
  ])("demands a list for %j", (hours) => {
    const error = errorOf(() => compileCalendar({ zone: "Asia/Shanghai", hours }));
    expect(error.issues).toMatchObject([{ code: "missing_holidays", path: ["holidays"] }]);
    expect(isOpen(compileCalendar({ zone: "Asia/Shanghai", hours, holidays: "CN" }), NATIONAL_DAY)).toBe(false);
    expect(isOpen(compileCalendar({ zone: "Asia/Shanghai", hours, holidays: [] }), NATIONAL_DAY)).toBe(true);
  });

  it("takes no list beside hours that are open on holidays", () => {
    const hours = "24x7x365";
    const error = errorOf(() => compileCalendar({ zone: "Asia/Shanghai", hours, holidays: "CN" }));
    expect(error.issues).toMatchObject([{ code: "invalid_value", path: ["holidays"] }]);
    expect(isOpen(compileCalendar({ zone: "Asia/Shanghai", hours }), NATIONAL_DAY)).toBe(true);
  });

  it("refuses hours with a response, which has no place in a calendar", () => {
    const error = errorOf(() => compileCalendar("7×24×4 UTC+8"));
    expect(error.issues).toMatchObject([{ code: "invalid_hours", received: "7×24×4 UTC+8" }]);
    expect(error.message).toContain('a response of 4 hours is a promise, for a row\'s "within"');
  });
});

/** When a promise given on Friday 20 November 2026, 10:00, is due, with the codes of what was read by default. */
function dueOf(target: Partial<Target>, parameters: PolicyParameters = {}): [due: string, ...codes: string[]] {
  const policy = compilePolicy(
    {
      name: "desk",
      zone: "Asia/Shanghai",
      calendars: { office: { hours: "Mon-Fri 09:00-18:00", holidays: [] } },
      targets: [{ metric: "firstResponse", within: "1 hour", calendar: "office", ...target }],
    },
    parameters,
  );
  const [deadline] = deadlinesFor(policy, { openedAt: "2026-11-20T10:00+08:00" });
  const due = deadline?.promise === "deadline" ? deadline.dueAt.slice(5, 16) : "none";
  return [due, ...(deadline?.notices ?? []).map(({ code }) => code)];
}

describe("compilePolicy, of promises that say when the last day ends", () => {
  it.each<[within: string, due: readonly string[]]>([
    ["next business day", ["11-23T18:00", "rule_by_default"]],
    ["次工作日", ["11-23T18:00", "rule_by_default"]],
    ["by 12:00 next working day", ["11-23T12:00"]],
    ["end of next business day", ["11-23T18:00"]],
    ["same business day", ["11-20T18:00", "rule_by_default"]],
    ["次日", ["11-22T00:00", "rule_by_default"]],
    ["次日 18:00 前", ["11-21T18:00"]],
    ["T+1", ["11-23T18:00", "unit_by_default", "rule_by_default"]],
    ["1-2 working days", ["11-24T10:00", "rule_by_default", "range_by_default"]],
    ["4 hours during business hours", ["11-20T14:00", "unit_by_default"]],
  ])("reads %s", (within, due) => {
    const [instant, ...codes] = dueOf({ within });
    expect([instant, ...codes.sort()]).toEqual([due[0], ...due.slice(1).sort()]);
  });

  it("lets the row, the parameter and the policy say otherwise where the words leave it open", () => {
    expect(dueOf({ within: "NBD", rule: "sameTime" })).toEqual(["11-23T10:00"]);
    expect(dueOf({ within: "NBD", by: "12:00" })).toEqual(["11-23T12:00"]);
    expect(dueOf({ within: "NBD" }, { workingDayRule: "sameTime" })).toEqual(["11-23T10:00"]);
  });

  it("keeps what the words say against the parameter", () => {
    expect(dueOf({ within: "end of next business day" }, { workingDayRule: "sameTime" })).toEqual(["11-23T18:00"]);
    expect(dueOf({ within: "by 12:00 next working day" }, { workingDayRule: "endOfDay" })).toEqual(["11-23T12:00"]);
  });

  it.each<[target: Partial<Target>, key: string]>([
    [{ within: "by 12:00 next working day", by: "13:00" }, "by"],
    [{ within: "end of next business day", rule: "sameTime" }, "rule"],
    [{ within: "end of next business day", by: "12:00" }, "by"],
  ])("refuses a row that contradicts its own words: %j", (target, key) => {
    const error = errorOf(() => dueOf(target));
    expect(error.issues[0]).toMatchObject({ code: "invalid_option", path: ["targets", 0, key] });
  });

  it("points at the words where they cannot be read", () => {
    const error = errorOf(() => dueOf({ within: "by 5:00 next working day" }));
    expect(error.issues).toMatchObject([{ code: "invalid_amount", path: ["targets", 0, "within"] }]);
  });
});
