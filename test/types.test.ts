/** What must not compile, held by the compiler: each `@ts-expect-error` is an error of `npm run typecheck` once it is not one. */
import { DateTime } from "luxon";
import { Temporal } from "temporal-polyfill";
import { describe, expect, expectTypeOf, it } from "vitest";
import { ailib, chinanetcloud, goframe, tidbCloud } from "../src/catalog.js";
import {
  type Amount,
  addWorkingDays,
  addWorkingTime,
  type CompiledPolicy,
  calendarOf,
  compileCalendar,
  compilePolicy,
  type Deadline,
  type DueDeadline,
  deadlinesFor,
  type InstantInput,
  nextOpen,
  type OpenDeadline,
  type Policy,
  type SameKind,
  SlaError,
} from "../src/index.js";
import { at } from "./support/at.js";

const FRIDAY = at("Fri 2026-11-20 17:00 +08:00");
const TEXT = "2026-11-20T17:00+08:00";

/** Runs what does not compile: at run time it is refused with a code. */
function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof SlaError) return error.code;
    throw error;
  }
  return "nothing was refused";
}

describe("a policy of the catalog", () => {
  const cloud = compilePolicy(chinanetcloud);
  const lib = compilePolicy(ailib);

  it("has its own keys", () => {
    expectTypeOf(cloud).toEqualTypeOf<
      CompiledPolicy<never, "L1" | "L2" | "L3" | "L4", never, "ALERT" | "REQUEST" | "PROJECT" | "TASK" | "PROBLEM">
    >();
    expect(deadlinesFor(cloud, { openedAt: FRIDAY, severity: "L1", type: "ALERT" })).toHaveLength(3);
  });

  it("takes no other severity", () => {
    // @ts-expect-error L9 is no level
    expect(codeOf(() => deadlinesFor(cloud, { openedAt: FRIDAY, severity: "L9" }))).toBe("unknown_value");
    // @ts-expect-error a misspelt severity
    expect(codeOf(() => deadlinesFor(lib, { openedAt: FRIDAY, severity: "P00" }))).toBe("unknown_value");
  });

  it("takes no other tier, channel or type", () => {
    // @ts-expect-error no such tier
    expect(codeOf(() => deadlinesFor(lib, { openedAt: FRIDAY, tier: "gold" }))).toBe("unknown_value");
    // @ts-expect-error no such channel
    expect(codeOf(() => deadlinesFor(lib, { openedAt: FRIDAY, channel: "fax" }))).toBe("unknown_value");
    // @ts-expect-error no such type
    expect(codeOf(() => deadlinesFor(cloud, { openedAt: FRIDAY, severity: "L1", type: "INCIDENT" }))).toBe(
      "unknown_value",
    );
  });

  it("takes no severity where it has none", () => {
    const frame = compilePolicy(goframe);
    // @ts-expect-error this policy has no severities
    expect(codeOf(() => deadlinesFor(frame, { openedAt: FRIDAY, tier: "basic", severity: "L1" }))).toBe(
      "unknown_value",
    );
  });

  it("takes text of unknown content only where it is said to be a key", () => {
    const severity: string = "L1";
    // @ts-expect-error text is not a key
    expect(deadlinesFor(cloud, { openedAt: FRIDAY, severity })).toHaveLength(3);
    expect(deadlinesFor(cloud as CompiledPolicy, { openedAt: FRIDAY, severity })).toHaveLength(3);
  });

  it("needs an opening", () => {
    // @ts-expect-error openedAt is missing
    expect(codeOf(() => deadlinesFor(cloud, { severity: "L1" }))).toBe("invalid_instant");
    const openedAt = Temporal.PlainDateTime.from("2026-11-20T17:00");
    // @ts-expect-error a plain date-time is no instant
    const run = () => deadlinesFor(cloud, { openedAt, severity: "L1" });
    expect(codeOf(run)).toBe("invalid_instant");
  });

  it("gives its calendars whatever its keys are", () => {
    expect(calendarOf(cloud, "office").zone).toBe("Asia/Shanghai");
    expect(calendarOf(compilePolicy(tidbCloud, { zone: "UTC" }), "working").zone).toBe("UTC");
  });

  it("is compiled with known parameters only", () => {
    // @ts-expect-error no such rule
    expect(codeOf(() => compilePolicy(chinanetcloud, { workingDayRule: "noon" }))).toBe("unknown_value");
    // @ts-expect-error no such parameter
    expect(codeOf(() => compilePolicy(chinanetcloud, { holiday: "CN" }))).toBe("unknown_key");
  });

  it("is not taken before it is compiled", () => {
    // @ts-expect-error not compiled
    expect(codeOf(() => deadlinesFor(chinanetcloud, { openedAt: FRIDAY, severity: "L1" }))).toBe("invalid_type");
  });
});

describe("a policy in place", () => {
  const desk = compilePolicy({
    name: "desk",
    zone: "Asia/Shanghai",
    tiers: { gold: {}, silver: {} },
    severities: { S1: {}, S2: {} },
    dimensions: { region: ["EU", "US"] },
    targets: [
      { when: { severity: "S1", tier: ["gold", "silver"], region: "EU" }, metric: "firstResponse", within: "1 hour" },
      { when: { severity: ["S1", "S2"] }, metric: "resolution", within: { value: 1, unit: "day" } },
    ],
    intake: [{ when: { severity: "S2" }, startsOn: "always" }],
  });

  it("has the keys that it defines", () => {
    expectTypeOf(desk).toExtend<CompiledPolicy<"gold" | "silver", "S1" | "S2">>();
    expect(deadlinesFor(desk, { openedAt: FRIDAY, severity: "S2", tier: "gold" })).toHaveLength(1);
    // @ts-expect-error S3 is not defined
    expect(codeOf(() => deadlinesFor(desk, { openedAt: FRIDAY, severity: "S3" }))).toBe("unknown_value");
    // @ts-expect-error bronze is not defined
    expect(codeOf(() => deadlinesFor(desk, { openedAt: FRIDAY, tier: "bronze" }))).toBe("unknown_value");
  });

  it("has the keys that it defines, though no row is for them", () => {
    const policy = compilePolicy({
      name: "desk",
      severities: { S1: {}, S2: {} },
      targets: [{ when: { severity: "S1" }, metric: "firstResponse", within: "1 hour" }],
    });
    expectTypeOf(policy).toExtend<CompiledPolicy<string, "S1" | "S2">>();
    expect(codeOf(() => deadlinesFor(policy, { openedAt: FRIDAY, severity: "S2" }))).toBe("no_matching_target");
  });

  it("has rows for the keys that it defines, and no others", () => {
    const run = () =>
      compilePolicy({
        name: "desk",
        severities: { S1: {} },
        // @ts-expect-error S9 is not defined
        targets: [{ when: { severity: "S9" }, metric: "firstResponse", within: "1 hour" }],
      });
    expect(codeOf(run)).toBe("unknown_value");
  });

  it("takes any text where it defines no keys", () => {
    const policy = compilePolicy({ name: "bare", targets: [{ metric: "firstResponse", within: "1 hour" }] });
    expectTypeOf(policy).toEqualTypeOf<CompiledPolicy<string, string, string, string>>();
  });

  it("has units, rules and bindings that exist", () => {
    // @ts-expect-error no such unit
    const amount: Amount = { value: 1, unit: "hours" };
    expect(codeOf(() => compilePolicy({ name: "x", targets: [{ metric: "m", within: amount }] }))).toBe(
      "invalid_amount",
    );
    // @ts-expect-error no such binding
    const policy: Policy = { name: "x", targets: [], binding: "latest" };
    expect(codeOf(() => compilePolicy(policy))).toBe("unknown_value");
  });

  it("may be readonly all through", () => {
    const frozen = {
      name: "x",
      severities: { S1: {} },
      targets: [{ when: { severity: ["S1"] }, metric: "m", within: "1 hour" }],
    } as const;
    expect(deadlinesFor(compilePolicy(frozen), { openedAt: FRIDAY, severity: "S1" })).toHaveLength(1);
  });
});

describe("SameKind", () => {
  it("widens literals and keeps objects", () => {
    expectTypeOf<SameKind<5>>().toEqualTypeOf<number>();
    expectTypeOf<SameKind<"2026-11-20T09:00Z">>().toEqualTypeOf<string>();
    expectTypeOf<SameKind<Date>>().toEqualTypeOf<Date>();
    expectTypeOf<SameKind<DateTime<true>>>().toEqualTypeOf<DateTime<true>>();
    expectTypeOf<SameKind<Temporal.ZonedDateTime>>().toEqualTypeOf<Temporal.ZonedDateTime>();
    expectTypeOf<SameKind<number | Date>>().toEqualTypeOf<number | Date>();
  });

  it("is the kind of every function's answer", () => {
    const office = compileCalendar("Mon-Fri 9:00-18:00 UTC+8");
    expectTypeOf(addWorkingTime(office, 5, "4h")).toEqualTypeOf<number>();
    expectTypeOf(addWorkingTime(office, "2026-11-20T17:00+08:00", "4h")).toEqualTypeOf<string>();
    expectTypeOf(nextOpen(office, new Date(FRIDAY))).toEqualTypeOf<Date | undefined>();
    expectTypeOf(nextOpen(office, 5 as const)).toEqualTypeOf<number | undefined>();
    expectTypeOf(addWorkingDays(office, "2026-11-20", 1)).toEqualTypeOf<string>();
    expectTypeOf(
      addWorkingDays(office, Temporal.Instant.fromEpochMilliseconds(0), 1),
    ).toEqualTypeOf<Temporal.Instant>();
    const due = addWorkingTime(office, TEXT as InstantInput, "4h");
    expect(due).toBe("2026-11-23T12:00:00+08:00");
  });

  it("is the kind of the deadlines", () => {
    const policy = compilePolicy(goframe);
    const text = deadlinesFor(policy, { openedAt: TEXT, tier: "basic" });
    expectTypeOf(text).toEqualTypeOf<Deadline<string>[]>();
    expectTypeOf(deadlinesFor(policy, { openedAt: 5, tier: "basic" })).toEqualTypeOf<Deadline<number>[]>();
    const luxon = deadlinesFor(policy, { openedAt: DateTime.fromMillis(FRIDAY) as DateTime<true>, tier: "basic" });
    expectTypeOf(luxon).toEqualTypeOf<Deadline<DateTime<true>>[]>();
    expect(text).toMatchObject([{ dueAt: "2026-11-21T17:00:00+08:00" }]);
  });
});

describe("Deadline", () => {
  it("is told apart by its promise", () => {
    const [deadline] = deadlinesFor(compilePolicy(goframe), { openedAt: TEXT, tier: "community" });
    if (deadline === undefined) throw new Error("no deadline");
    expectTypeOf(deadline.promise).toEqualTypeOf<"deadline" | "notGuaranteed" | "byArrangement">();
    if (deadline.promise === "deadline") {
      expectTypeOf(deadline).toEqualTypeOf<DueDeadline<string>>();
      expectTypeOf(deadline.dueAt).toEqualTypeOf<string>();
      expectTypeOf(deadline.amount).toEqualTypeOf<Amount | "immediate">();
    } else {
      expectTypeOf(deadline).toEqualTypeOf<OpenDeadline>();
      // @ts-expect-error a promise without a deadline is due at no time
      expect(deadline.dueAt).toBeUndefined();
    }
    // @ts-expect-error not before the promise is looked at
    expect(deadline.dueAt).toBeUndefined();
    expect(deadline.promise).toBe("notGuaranteed");
  });

  it("is for reading", () => {
    const [deadline] = deadlinesFor(compilePolicy(goframe), { openedAt: FRIDAY, tier: "basic" });
    const change = (due: DueDeadline<number>) => {
      // @ts-expect-error readonly
      due.dueAt = 0;
    };
    expectTypeOf(change).toBeFunction();
    expect(deadline?.binds).toBe(true);
  });
});
