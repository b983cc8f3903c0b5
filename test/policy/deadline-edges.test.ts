import { describe, expect, it } from "vitest";
import {
  compilePolicy,
  type Deadline,
  deadlinesFor,
  explainDeadline,
  type Policy,
  type Ticket,
} from "../../src/index.js";
import { errorOf } from "../support/expect.js";

const dueAt = (deadline: Deadline<string> | undefined) =>
  deadline?.promise === "deadline" ? deadline.dueAt : undefined;

describe("deadlinesFor", () => {
  it("is due when the clock starts where a count of 0 leaves a time that is over", () => {
    const policy = compilePolicy({
      name: "zero",
      zone: "UTC",
      calendars: { office: { hours: "Mon-Fri 09:00-18:00", holidays: [] } },
      targets: [
        { metric: "day", within: "0 days", by: "18:00" },
        { metric: "workingDay", within: "0 working days", calendar: "office", by: "08:00" },
      ],
    });
    const ticket = { openedAt: "2026-11-20T19:00Z" }; // a Friday evening: the office opens on Monday at 09:00
    expect(deadlinesFor(policy, ticket).map(dueAt)).toEqual(["2026-11-20T19:00:00Z", "2026-11-23T09:00:00Z"]);
    const why = explainDeadline(policy, ticket, "workingDay");
    expect(why.promise === "deadline" && why.stretches.at(-1)?.to).toBe("2026-11-23T09:00:00Z");
  });

  it("takes the ticket's zone before the parameter's where times are local", () => {
    const policy = compilePolicy(
      {
        name: "local",
        zone: "local",
        calendars: { office: { hours: "Mon-Fri 09:00-18:00", holidays: [] } },
        targets: [{ metric: "firstResponse", within: "1 working hour", calendar: "office" }],
      },
      { zone: "UTC" },
    );
    const openedAt = "2026-11-20T00:00Z"; // 09:00 in Tokyo, before the opening in UTC
    expect(dueAt(deadlinesFor(policy, { openedAt, zone: "Asia/Tokyo" })[0])).toBe("2026-11-20T10:00:00+09:00");
    expect(dueAt(deadlinesFor(policy, { openedAt })[0])).toBe("2026-11-20T10:00:00Z");
  });

  it("reads no holidays for calendar days, and so is never beyond them", () => {
    const policy = compilePolicy({
      name: "days",
      zone: "Asia/Shanghai",
      calendars: { office: { hours: "Mon-Fri 09:00-18:00", holidays: "CN" } },
      targets: [
        { metric: "days", within: "3 days", calendar: "office" },
        { metric: "workingDays", within: "3 working days", calendar: "office" },
      ],
    });
    const deadlines = deadlinesFor(policy, { openedAt: "2027-10-05T10:00+08:00" });
    expect(deadlines.map((deadline) => deadline.promise === "deadline" && deadline.beyondKnown)).toEqual([false, true]);
  });

  it("does not see what is done to the definition after it was compiled", () => {
    const targets = [{ metric: "firstResponse", within: "1 hour", when: { urgent: false } }];
    const policy = compilePolicy({ name: "changed", targets });
    targets.push({ metric: "resolution", within: "2 hours", when: { urgent: false } });
    for (const { when } of targets) when.urgent = true;
    expect(deadlinesFor(policy, { openedAt: "2026-11-20T10:00Z" }).map(dueAt)).toEqual(["2026-11-20T11:00:00Z"]);
  });

  it.each<[string, unknown, string, string]>([
    ["no object", 5, "invalid_type", "attributes"],
    ["a dimension with a typing mistake", { regoin: "EU" }, "unknown_key", "attributes.regoin"],
  ])("refuses attributes: %s", (_, attributes, code, path) => {
    const policy = compilePolicy({
      name: "regions",
      dimensions: { region: ["EU", "US"] },
      targets: [{ metric: "firstResponse", within: "1 hour" }],
    });
    const ticket = { openedAt: "2026-11-20T10:00Z", attributes } as Ticket<string>;
    const [first] = errorOf(() => deadlinesFor(policy, ticket)).issues;
    expect([first?.code, first?.path.join(".")]).toEqual([code, path]);
  });
});

describe("what belongs to running clocks", () => {
  const definition: Policy = {
    name: "clocks",
    metrics: { firstResponse: { pauses: ["customer"] } },
    reopen: "continue",
    targets: [{ metric: "firstResponse", within: "1 hour" }],
  };

  it("is kept with the policy, and noted as not read", () => {
    const { notices } = compilePolicy(definition);
    expect(notices.map(({ code, path }) => `${code} ${path.join(".")}`)).toEqual([
      "unused_option metrics",
      "unused_option reopen",
    ]);
    expect(deadlinesFor(compilePolicy(definition), { openedAt: "2026-11-20T10:00Z" })[0]?.notices).toEqual([]);
  });

  it("is refused in a ticket whose events would move the clock", () => {
    const ticket = { openedAt: "2026-11-20T10:00Z", respondedAt: "2026-11-20T10:30Z" };
    expect(deadlinesFor(compilePolicy(definition), { ...ticket, events: [] })).toHaveLength(1);
    const paused = { ...ticket, events: [{ at: "2026-11-20T10:10Z", type: "paused" }] };
    expect(errorOf(() => deadlinesFor(compilePolicy(definition), paused)).issues).toMatchObject([
      { code: "invalid_option", path: ["events"] },
    ]);
  });
});

describe("compilePolicy", () => {
  it("tells mistakes of meaning beside a key too many", () => {
    const policy = {
      name: "both",
      zone: "UTC",
      foo: 1,
      targets: [{ metric: "a", within: "1.5 days", calendar: "nope" }],
    } as unknown as Policy;
    expect(errorOf(() => compilePolicy(policy)).issues.map(({ code }) => code)).toEqual([
      "unknown_key",
      "invalid_amount",
      "unknown_calendar",
    ]);
  });

  it("refuses a condition that nothing can meet", () => {
    const policy: Policy = {
      name: "none",
      severities: { S1: {} },
      targets: [{ when: { severity: [] }, metric: "a", within: "1 hour" }],
    };
    expect(errorOf(() => compilePolicy(policy)).issues).toMatchObject([
      { code: "invalid_value", path: ["targets", 0, "when", "severity"] },
    ]);
  });
});
