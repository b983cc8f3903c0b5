import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { catalog } from "../../src/catalog.js";
import {
  addWorkingTime,
  type Calendar,
  compileCalendar,
  compilePolicy,
  type Deadline,
  type DueExplanation,
  deadlinesFor,
  type Explanation,
  explainDeadline,
  explainWorkingTime,
  formatExplanation,
  isOpen,
  SlaError,
} from "../../src/index.js";
import { calendarCase } from "../../src/testing/arbitraries.js";
import { errorOf } from "../support/expect.js";

/** Every stretch begins where the one before ends, from the start to the deadline, and is as long as it says. */
function expectTiles({ startedAt, dueAt, stretches, countedMs }: DueExplanation<number>): void {
  const edges = stretches.flatMap(({ from, to }) => [from, to]);
  if (stretches.length > 0) expect([edges[0], edges.at(-1)]).toEqual([startedAt, dueAt]);
  else expect(dueAt).toBe(startedAt);
  stretches.slice(1).forEach((stretch, i) => {
    expect(stretch.from).toBe(stretches[i]?.to);
  });
  for (const { from, to, durationMs } of stretches) expect(durationMs).toBe(to - from);
  const counted = stretches.filter((stretch) => stretch.counted);
  expect(counted.reduce((sum, { durationMs }) => sum + durationMs, 0)).toBe(countedMs);
}

function compiled(make: () => Calendar): Calendar | undefined {
  try {
    return make();
  } catch (error) {
    if (error instanceof SlaError && error.code === "never_opens") return undefined;
    throw error;
  }
}

describe("explainWorkingTime", () => {
  it("tiles the time to the answer and counts exactly the amount, open time only, over generated calendars", () => {
    let explained = 0;
    fc.assert(
      fc.property(calendarCase, ({ data, instants, amounts }) => {
        const calendar = compiled(() => compileCalendar(data));
        fc.pre(calendar !== undefined);
        for (const from of instants) {
          for (const amountMs of amounts) {
            const why = answered(() => explainWorkingTime(calendar as Calendar, from, amountMs));
            if (why === undefined) continue; // the calendar closes for good
            expectTiles(why);
            expect([why.countedMs, why.dueAt]).toEqual([
              amountMs,
              addWorkingTime(calendar as Calendar, from, amountMs),
            ]);
            for (const stretch of why.stretches)
              expect(isOpen(calendar as Calendar, stretch.from)).toBe(stretch.counted);
            explained++;
          }
        }
      }),
      { numRuns: 150 },
    );
    expect(explained).toBeGreaterThan(500);
  });

  it("names the reasons: a holiday, a make-up day, a weekend", () => {
    const office = compileCalendar({ zone: "Asia/Shanghai", hours: "Mon-Fri 09:00-18:00", holidays: "CN" });
    // Thursday 8 and Friday 9 October have 9 hours each; two more end on the make-up Saturday at 11:00.
    const why = explainWorkingTime(office, "2026-10-07T12:00+08:00", "20h");
    expect(
      why.stretches.map(({ counted, reason, name }) => [counted, reason, name].filter((part) => part !== undefined)),
    ).toEqual([
      [false, "holiday", "国庆节"], // Wednesday from 12:00 on
      [false, "outsideHours"],
      [true, "open"], // Thursday
      [false, "outsideHours"],
      [true, "open"], // Friday
      [false, "outsideHours"],
      [true, "makeUpDay", "国庆节"], // Saturday, two hours
    ]);
    expect(why.dueAt).toBe("2026-10-10T11:00:00+08:00");
  });

  it("keeps its order where a clock set back over midnight repeats the windows of two dates by turns", () => {
    // Juneau, 30 October 1983: 02:00 at -07:00 became 00:00 at -09:00. Saturday's window ends and Sunday's begins twice.
    const hours = { sat: ["01:00-00:30"], sun: ["00:00-01:00"] };
    const why = explainWorkingTime(
      compileCalendar({ zone: "America/Juneau", hours }),
      "1983-10-30T00:00-07:00",
      "90 minutes",
    );
    expect(why.stretches.map(({ counted, reason, from, to }) => [counted, reason, from, to])).toEqual([
      [true, "open", "1983-10-30T00:00:00-07:00", "1983-10-30T01:00:00-07:00"],
      [false, "outsideHours", "1983-10-30T01:00:00-07:00", "1983-10-30T00:00:00-09:00"],
      [true, "open", "1983-10-30T00:00:00-09:00", "1983-10-30T00:30:00-09:00"],
    ]);
  });

  it("refuses a negative amount, which nothing explains", () => {
    const office = compileCalendar("5x8 from 09:00 UTC");
    expect(errorOf(() => explainWorkingTime(office, 0, "-1h")).code).toBe("invalid_amount");
  });
});

function answered<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch (error) {
    if (error instanceof SlaError && error.code === "never_opens") return undefined;
    throw error;
  }
}

/** A deadline and its explanation are one; what was counted is the amount: steps of days, else milliseconds. */
function expectExplained(deadline: Deadline<number>, why: Explanation<number>): void {
  expect(why.promise).toBe(deadline.promise);
  if (why.promise !== "deadline" || deadline.promise !== "deadline") return;
  expect([why.dueAt, why.startedAt]).toEqual([deadline.dueAt, deadline.startedAt]);
  expectTiles(why);
  expect(why.steps?.length ?? why.countedMs).toBe(expectedCount(why));
}

function expectedCount({ amount, steps }: DueExplanation<number>): number {
  if (amount === "immediate") return 0;
  if (steps !== undefined) return amount.value;
  return amount.value * (amount.unit === "minute" ? 60_000 : 3_600_000);
}

describe("explainDeadline", () => {
  const openings = fc.integer({ min: Date.UTC(2026, 0), max: Date.UTC(2026, 10) });

  it.each(Object.keys(catalog))("explains every binding deadline of %s: tiles, sums and counted steps", (name) => {
    const policy = compilePolicy(catalog[name as "ailib"], name === "tidb-cloud" ? { zone: "America/New_York" } : {});
    const { definition } = policy;
    fc.assert(
      fc.property(openings, fc.nat(), (openedAt, pick) => {
        const target = definition.targets[pick % definition.targets.length];
        const ticket = { openedAt, ...(target?.when as object) };
        for (const deadline of deadlinesFor(policy, ticket).filter(({ binds }) => binds)) {
          expectExplained(deadline, explainDeadline(policy, ticket, deadline.metric));
        }
      }),
      { numRuns: 60 },
    );
  });

  it("names the calendar that was waited for, and what kept it closed", () => {
    const policy = compilePolicy(catalog.chinanetcloud);
    const ticket = { openedAt: "2026-11-20T20:00+08:00", severity: "L3", type: "REQUEST" } as const;
    const why = explainDeadline(policy, ticket, "firstResponse");
    expect(why).toMatchObject({ waitedFor: "office", startedAt: "2026-11-23T09:30:00+08:00" });
    expect(why.promise === "deadline" && why.waiting.map(({ reason }) => reason)).toEqual([
      "outsideHours",
      "weekend",
      "outsideHours",
    ]);
  });

  it("does not count open time before a start that the cut-off moved", () => {
    const policy = compilePolicy({
      name: "cut-off",
      zone: "UTC",
      calendars: { office: { hours: "Mon-Fri 09:00-18:00", holidays: [] } },
      targets: [
        { metric: "resolution", within: "1 working day", calendar: "office", cutoff: "16:00", rule: "sameTime" },
      ],
    });
    const why = explainDeadline(policy, { openedAt: "2026-11-19T17:00Z" }); // a Thursday
    expect(why).toMatchObject({
      dueAt: "2026-11-23T09:00:00Z",
      dayZero: { at: "2026-11-20T09:00:00Z", date: "2026-11-20" },
    });
    expect(why.promise === "deadline" && why.stretches[0]).toMatchObject({ reason: "afterCutoff", counted: false });
  });

  it("refuses a metric that no matching row has", () => {
    const policy = compilePolicy(catalog.goframe);
    const ask = () => explainDeadline(policy, { openedAt: 0, tier: "basic" }, "resolution");
    expect(errorOf(ask).issues).toMatchObject([{ code: "unknown_value", path: ["metric"], received: "resolution" }]);
  });
});

describe("formatExplanation", () => {
  const office = compileCalendar("Mon-Fri 9:00-18:00 UTC+8");
  const why = explainWorkingTime(office, "2026-11-20T17:00+08:00", "4h");

  it("writes the stretches, the reasons and the sum", () => {
    expect(formatExplanation(why).split("\n")).toEqual([
      "4 working hours",
      "  opened  Fri 2026-11-20 17:00  (UTC+8)",
      "  starts  Fri 2026-11-20 17:00",
      "  due     Mon 2026-11-23 12:00",
      "    Fri 2026-11-20 17:00 → Fri 2026-11-20 18:00  + 1 h             open",
      "    Fri 2026-11-20 18:00 → Sat 2026-11-21 00:00  –                 outside hours",
      "    Sat 2026-11-21 00:00 → Mon 2026-11-23 00:00  –                 weekend",
      "    Mon 2026-11-23 00:00 → Mon 2026-11-23 09:00  –                 outside hours",
      "    Mon 2026-11-23 09:00 → Mon 2026-11-23 12:00  + 3 h             open",
      "  total: 4 h of 4 working hours",
    ]);
  });

  it("writes Chinese, and times of another zone", () => {
    const text = formatExplanation(why, { locale: "zh", zone: "UTC" });
    expect(text).toContain("周五 2026-11-20 09:00");
    expect(text).toContain("周末");
  });

  it("shortens a long one in the middle without losing what counts", () => {
    const long = formatExplanation(explainWorkingTime(office, "2026-11-20T17:00+08:00", "400h"));
    expect(long.split("\n").length).toBeLessThan(45);
    expect(long).toMatch(/… \d+ more stretches, of which \d+ h count/);
  });

  it("refuses a language that it does not write", () => {
    expect(errorOf(() => formatExplanation(why, { locale: "fr" as "en" })).code).toBe("invalid_option");
  });
});
