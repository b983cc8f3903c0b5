/** Semantics 14 and 16–20, sentence by sentence, on policies made for the purpose. */
import { DateTime } from "luxon";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import {
  addWorkingTime,
  type CompiledPolicy,
  calendarOf,
  compilePolicy,
  type Deadline,
  type DueDeadline,
  deadlinesFor,
  type InstantInput,
  type Issue,
  isOpen,
  nextOpen,
  type Policy,
  type PolicyParameters,
  SlaError,
  type Target,
  type Ticket,
} from "../../src/index.js";
import { at } from "../support/at.js";

/** Wherever nothing else is said: an office in Shanghai, Monday to Friday 9:00 to 18:00, without holidays. */
const OFFICE: Policy = {
  name: "office",
  zone: "Asia/Shanghai",
  calendars: { office: { hours: "Mon-Fri 09:00-18:00", holidays: [] } },
  workingDayRule: "sameTime",
  targets: [],
};

type Promised = Omit<Target, "metric"> & { readonly metric?: string };

function policyOf(targets: readonly Promised[], more: Partial<Policy> = {}, parameters?: PolicyParameters) {
  const named = targets.map((target) => ({ metric: "resolution", ...target }));
  return compilePolicy({ ...OFFICE, ...more, targets: named } as Policy, parameters);
}

/** The only deadline of a ticket. */
function deadlineOf<At extends InstantInput>(policy: CompiledPolicy, ticket: Ticket<At>) {
  const [deadline, ...others] = deadlinesFor(policy, ticket);
  if (deadline?.promise !== "deadline" || others.length > 0) throw new Error("not one deadline");
  return deadline;
}

/** When a single promise is due. */
function dueOf(target: Promised, openedAt: string, more?: Partial<Policy>): number {
  return deadlineOf(policyOf([target], more), { openedAt: at(openedAt) }).dueAt;
}

function issuesOf(run: () => unknown): readonly Issue[] {
  try {
    run();
  } catch (error) {
    if (error instanceof SlaError) return error.issues;
    throw error;
  }
  throw new Error("nothing was refused");
}

function onlyIssue(run: () => unknown): Issue {
  const [issue, ...others] = issuesOf(run);
  if (issue === undefined || others.length > 0) throw new Error(`${others.length + 1} issues`);
  return issue;
}

const NEW_YORK: Partial<Policy> = { zone: "America/New_York" };

describe("deadlinesFor: units carry their meaning", () => {
  it.each([
    ["90 seconds", "Fri 2026-11-20 17:00 +08:00", "Fri 2026-11-20 17:01:30 +08:00"],
    ["15 minutes", "Fri 2026-11-20 17:50 +08:00", "Fri 2026-11-20 18:05 +08:00"],
    ["4 hours", "Fri 2026-11-20 17:00 +08:00", "Fri 2026-11-20 21:00 +08:00"],
    ["1h30m", "Sun 2026-11-22 23:00 +08:00", "Mon 2026-11-23 00:30 +08:00"],
    ["0 minutes", "Sun 2026-11-22 23:00 +08:00", "Sun 2026-11-22 23:00 +08:00"],
  ])("takes %s as elapsed time: %s to %s", (within, openedAt, dueAt) => {
    expect(dueOf({ within }, openedAt)).toBe(at(dueAt));
  });

  it.each([
    ["4 hours", "Sat 2026-03-07 23:00 -05:00", "Sun 2026-03-08 04:00 -04:00"],
    ["4 hours", "Sat 2026-10-31 23:00 -04:00", "Sun 2026-11-01 02:00 -05:00"],
    ["72 hours", "Fri 2026-03-06 17:00 -05:00", "Mon 2026-03-09 18:00 -04:00"],
    ["72 hours", "Fri 2026-10-30 17:00 -04:00", "Mon 2026-11-02 16:00 -05:00"],
  ])("lets %s elapse over a change of the clock: %s to %s", (within, openedAt, dueAt) => {
    expect(dueOf({ within }, openedAt, NEW_YORK)).toBe(at(dueAt));
  });

  it.each([
    ["3 days", "Fri 2026-03-06 17:00 -05:00", "Mon 2026-03-09 17:00 -04:00"],
    ["3 days", "Fri 2026-10-30 17:00 -04:00", "Mon 2026-11-02 17:00 -05:00"],
    ["1 week", "Wed 2026-03-04 09:00 -05:00", "Wed 2026-03-11 09:00 -04:00"],
    ["2 weeks", "Fri 2026-11-20 17:00 -05:00", "Fri 2026-12-04 17:00 -05:00"],
    ["30 days", "Fri 2026-11-20 17:00 -05:00", "Sun 2026-12-20 17:00 -05:00"],
    ["1 month", "Fri 2026-10-16 08:15 -04:00", "Mon 2026-11-16 08:15 -05:00"],
    // A month ends on its last day.
    ["1 month", "Sat 2026-01-31 10:00 -05:00", "Sat 2026-02-28 10:00 -05:00"],
    ["1 month", "Mon 2028-01-31 10:00 -05:00", "Tue 2028-02-29 10:00 -05:00"],
    ["3 months", "Mon 2026-11-30 10:00 -05:00", "Sun 2027-02-28 10:00 -05:00"],
    ["12 months", "Tue 2028-02-29 10:00 -05:00", "Wed 2029-02-28 10:00 -05:00"],
    // A time that the clock skips moves on by the gap, a time that it repeats is the first.
    ["1 day", "Sat 2026-03-07 02:30 -05:00", "Sun 2026-03-08 03:30 -04:00"],
    ["1 day", "Sat 2026-10-31 01:30 -04:00", "Sun 2026-11-01 01:30 -04:00"],
    ["0 days", "Fri 2026-11-20 17:00 -05:00", "Fri 2026-11-20 17:00 -05:00"],
  ])("keeps the local time of day over %s: %s to %s", (within, openedAt, dueAt) => {
    expect(dueOf({ within }, openedAt, NEW_YORK)).toBe(at(dueAt));
  });

  it("skips a date that never existed as the clock on the wall does", () => {
    // Apia went from the end of Thursday 29 to the beginning of Saturday 31 December 2011.
    const apia = { zone: "Pacific/Apia" };
    expect(dueOf({ within: "1 day" }, "Thu 2011-12-29 17:00 -10:00", apia)).toBe(at("Sat 2011-12-31 17:00 +14:00"));
    expect(dueOf({ within: "2 days" }, "Thu 2011-12-29 17:00 -10:00", apia)).toBe(at("Sat 2011-12-31 17:00 +14:00"));
    expect(dueOf({ within: "24 hours" }, "Thu 2011-12-29 17:00 -10:00", apia)).toBe(at("Sat 2011-12-31 17:00 +14:00"));
  });

  it.each([
    ["30 working minutes", "Fri 2026-11-20 17:45 +08:00", "Mon 2026-11-23 09:15 +08:00"],
    ["4 working hours", "Fri 2026-11-20 17:00 +08:00", "Mon 2026-11-23 12:00 +08:00"],
    ["4 working hours", "Sat 2026-11-21 10:00 +08:00", "Mon 2026-11-23 13:00 +08:00"],
    ["24 working hours", "Mon 2026-11-23 09:00 +08:00", "Wed 2026-11-25 15:00 +08:00"],
    // What is left before closing is used up at closing.
    ["1 working hour", "Fri 2026-11-20 17:00 +08:00", "Fri 2026-11-20 18:00 +08:00"],
    ["0 working hours", "Sat 2026-11-21 10:00 +08:00", "Sat 2026-11-21 10:00 +08:00"],
    ["1 working day", "Tue 2026-11-24 14:00 +08:00", "Wed 2026-11-25 14:00 +08:00"],
    ["1 working day", "Fri 2026-11-20 18:00 +08:00", "Tue 2026-11-24 09:00 +08:00"],
    ["0 working days", "Sat 2026-11-21 10:00 +08:00", "Mon 2026-11-23 09:00 +08:00"],
  ])("runs %s on the row's calendar: %s to %s", (within, openedAt, dueAt) => {
    expect(dueOf({ within, calendar: "office" }, openedAt)).toBe(at(dueAt));
  });

  it("takes an amount as data like its text", () => {
    const openedAt = "Fri 2026-11-20 17:00 +08:00";
    const asData = dueOf({ within: { value: 4, unit: "workingHour" }, calendar: "office" }, openedAt);
    expect(asData).toBe(dueOf({ within: "4 个工作小时", calendar: "office" }, openedAt));
    expect(dueOf({ within: { value: 1.5, unit: "hour" } }, openedAt)).toBe(at("Fri 2026-11-20 18:30 +08:00"));
  });

  it.each([
    ["close", "Fri 2026-11-20 18:00 +08:00"],
    ["nextOpen", "Mon 2026-11-23 09:00 +08:00"],
    [undefined, "Fri 2026-11-20 18:00 +08:00"],
  ] as const)("lets an answer on a closing stay or move on: atClose %s", (atClose, dueAt) => {
    const target = { within: "1 working hour", calendar: "office", ...(atClose && { atClose }) };
    expect(dueOf(target, "Fri 2026-11-20 17:00 +08:00")).toBe(at(dueAt));
  });

  it("never moves elapsed time, the end of a day or nothing at all away from a closing", () => {
    const openedAt = "Fri 2026-11-20 17:00 +08:00";
    const atClose = "nextOpen";
    expect(dueOf({ within: "1 hour", atClose }, openedAt)).toBe(at("Fri 2026-11-20 18:00 +08:00"));
    const endOfDay = { within: "0 working days", calendar: "office", rule: "endOfDay", atClose } as const;
    expect(dueOf(endOfDay, openedAt)).toBe(at("Fri 2026-11-20 18:00 +08:00"));
    const nothing = { within: "0 working hours", calendar: "office", atClose } as const;
    expect(dueOf(nothing, "Fri 2026-11-20 18:00 +08:00")).toBe(at("Fri 2026-11-20 18:00 +08:00"));
  });

  it("answers with the amount and the calendar that it was measured by", () => {
    const policy = policyOf([{ within: "4 hours" }, { within: "一个工作日内", calendar: "office" }]);
    const [elapsed, working] = deadlinesFor(policy, { openedAt: 0 });
    expect(elapsed).toMatchObject({ amount: { value: 4, unit: "hour" }, calendar: undefined });
    expect(working).toMatchObject({ amount: { value: 1, unit: "workingDay" }, calendar: "office" });
  });
});

describe("deadlinesFor: days end at another time", () => {
  it.each<[Promised, string, string]>([
    [{ within: "3 days", rule: "endOfDay" }, "Fri 2026-11-20 17:00 +08:00", "Tue 2026-11-24 00:00 +08:00"],
    [{ within: "0 days", rule: "endOfDay" }, "Fri 2026-11-20 17:00 +08:00", "Sat 2026-11-21 00:00 +08:00"],
    [{ within: "1 week", rule: "endOfDay" }, "Fri 2026-11-20 00:00 +08:00", "Sat 2026-11-28 00:00 +08:00"],
    [{ within: "1 month", rule: "endOfDay" }, "Sat 2026-01-31 10:00 +08:00", "Sun 2026-03-01 00:00 +08:00"],
    [{ within: "2 days", by: "18:00" }, "Fri 2026-11-20 17:00 +08:00", "Sun 2026-11-22 18:00 +08:00"],
    [{ within: "2 days", by: "9:00" }, "Fri 2026-11-20 17:00 +08:00", "Sun 2026-11-22 09:00 +08:00"],
    [{ within: "1 week", by: "18:00:30" }, "Fri 2026-11-20 20:00 +08:00", "Fri 2026-11-27 18:00:30 +08:00"],
    [{ within: "1 month", by: "24:00" }, "Fri 2026-11-20 20:00 +08:00", "Mon 2026-12-21 00:00 +08:00"],
    [{ within: "1 day", rule: "sameTime", by: "12:00" }, "Fri 2026-11-20 20:00 +08:00", "Sat 2026-11-21 12:00 +08:00"],
  ])("%j, of calendar time: %s to %s", (target, openedAt, dueAt) => {
    expect(dueOf(target, openedAt)).toBe(at(dueAt));
  });

  it("ends a day at its local midnight where the clock changes", () => {
    const endOfDay = { within: "1 day", rule: "endOfDay" } as const;
    expect(dueOf(endOfDay, "Sat 2026-03-07 17:00 -05:00", NEW_YORK)).toBe(at("Mon 2026-03-09 00:00 -04:00"));
    // Beirut's clock went from midnight to 1:00 on Sunday 29 March 2026: Saturday ended there.
    const beirut = { zone: "Asia/Beirut" };
    expect(dueOf(endOfDay, "Fri 2026-03-27 17:00 +02:00", beirut)).toBe(at("Sun 2026-03-29 01:00 +03:00"));
  });

  it.each<[Promised, string, string]>([
    [{ within: "1 working day", rule: "endOfDay" }, "Fri 2026-11-20 17:00 +08:00", "Mon 2026-11-23 18:00 +08:00"],
    [{ within: "0 working days", rule: "endOfDay" }, "Fri 2026-11-20 17:00 +08:00", "Fri 2026-11-20 18:00 +08:00"],
    [{ within: "1 working day", rule: "endOfDay" }, "Sat 2026-11-21 10:00 +08:00", "Tue 2026-11-24 18:00 +08:00"],
    [{ within: "1 working day", by: "12:00" }, "Fri 2026-11-20 17:00 +08:00", "Mon 2026-11-23 12:00 +08:00"],
    [{ within: "2 working days", by: "17:00" }, "Sat 2026-11-21 10:00 +08:00", "Wed 2026-11-25 17:00 +08:00"],
    [{ within: "1 working day", rule: "workingHours" }, "Fri 2026-11-20 17:00 +08:00", "Mon 2026-11-23 17:00 +08:00"],
    [
      { within: "1 working day", rule: "workingHours", hoursPerDay: 8 },
      "Fri 2026-11-20 17:00 +08:00",
      "Mon 2026-11-23 16:00 +08:00",
    ],
    [
      { within: "1 working day", rule: "workingHours", atClose: "nextOpen" },
      "Sat 2026-11-21 10:00 +08:00",
      "Tue 2026-11-24 09:00 +08:00",
    ],
  ])("%j, of working days: %s to %s", (target, openedAt, dueAt) => {
    expect(dueOf({ ...target, calendar: "office" }, openedAt)).toBe(at(dueAt));
  });

  it.each<[Omit<Promised, "within">, string, string]>([
    [{}, "Fri 2026-11-20 15:59:59 +08:00", "Mon 2026-11-23 15:59:59 +08:00"],
    [{}, "Fri 2026-11-20 16:00 +08:00", "Tue 2026-11-24 09:00 +08:00"],
    [{}, "Fri 2026-11-20 17:30 +08:00", "Tue 2026-11-24 09:00 +08:00"],
    // Closed time moves to the next opening anyway; the cut-off moves it no further.
    [{}, "Fri 2026-11-20 20:00 +08:00", "Tue 2026-11-24 09:00 +08:00"],
    [{}, "Fri 2026-11-20 07:00 +08:00", "Mon 2026-11-23 09:00 +08:00"],
    [{ rule: "endOfDay" }, "Fri 2026-11-20 15:00 +08:00", "Mon 2026-11-23 18:00 +08:00"],
    [{ rule: "endOfDay" }, "Fri 2026-11-20 16:00 +08:00", "Tue 2026-11-24 18:00 +08:00"],
    [{ rule: "workingHours" }, "Fri 2026-11-20 16:00 +08:00", "Mon 2026-11-23 18:00 +08:00"],
    [{ by: "12:00" }, "Fri 2026-11-20 16:00 +08:00", "Tue 2026-11-24 12:00 +08:00"],
  ])(
    "a cut-off at 16:00 with %j moves what comes later to the next working day: %s to %s",
    (target, openedAt, dueAt) => {
      const promise = { ...target, within: "1 working day", calendar: "office", cutoff: "16:00" };
      expect(dueOf(promise, openedAt)).toBe(at(dueAt));
    },
  );
});

describe("deadlinesFor: the zone of days", () => {
  const days = { within: "3 days" };
  const openedAt = "Fri 2026-03-06 17:00 -05:00";
  const kept = at("Mon 2026-03-09 17:00 -04:00");
  const elapsed = at("Mon 2026-03-09 18:00 -04:00");

  it("is the row's calendar's where the row names one, else the policy's", () => {
    const calendars = { newYork: { zone: "America/New_York", hours: "Mon-Fri 09:00-17:00", holidays: [] } };
    expect(dueOf({ ...days, calendar: "newYork" }, openedAt, { calendars })).toBe(kept);
    expect(dueOf(days, openedAt, { calendars })).toBe(elapsed);
  });

  it("is the parameter's before the policy's", () => {
    const policy = policyOf([days], {}, { zone: "America/New_York" });
    expect(deadlineOf(policy, { openedAt: at(openedAt) }).dueAt).toBe(kept);
  });

  it("is the ticket's where the policy's is the customer's", () => {
    const policy = policyOf([days], { zone: "local" });
    expect(deadlineOf(policy, { openedAt: at(openedAt), zone: "America/New_York" }).dueAt).toBe(kept);
    expect(deadlineOf(policy, { openedAt: at(openedAt), zone: "Asia/Shanghai" }).dueAt).toBe(elapsed);
  });

  it("is not the ticket's where the policy names one", () => {
    expect(deadlineOf(policyOf([days]), { openedAt: at(openedAt), zone: "America/New_York" }).dueAt).toBe(elapsed);
  });
});

describe("deadlinesFor: promises without a length", () => {
  const immediate = { within: "immediate", calendar: "office" };

  it.each([
    ["Fri 2026-11-20 17:00 +08:00", "Fri 2026-11-20 17:00 +08:00"],
    ["Fri 2026-11-20 18:00 +08:00", "Mon 2026-11-23 09:00 +08:00"],
    ["Sun 2026-11-22 03:00 +08:00", "Mon 2026-11-23 09:00 +08:00"],
  ])("is immediate at the calendar's next open moment: %s to %s", (openedAt, dueAt) => {
    expect(dueOf(immediate, openedAt)).toBe(at(dueAt));
    expect(dueOf({ ...immediate, within: "立即响应" }, openedAt)).toBe(at(dueAt));
  });

  it("is immediate at once where it names no calendar, or one that is always open", () => {
    const sunday = "Sun 2026-11-22 03:00 +08:00";
    expect(dueOf({ within: "immediate" }, sunday)).toBe(at(sunday));
    expect(dueOf({ within: "immediate", calendar: "always" }, sunday)).toBe(at(sunday));
    expect(deadlineOf(policyOf([{ within: "immediate" }]), { openedAt: 0 })).toMatchObject({ amount: "immediate" });
  });

  it("is immediate after the clock has started", () => {
    const calendars = { ...OFFICE.calendars, mail: "Daily 08:00-08:30" };
    const policy = policyOf([{ ...immediate, startsOn: "mail" }], { calendars });
    const deadline = deadlineOf(policy, { openedAt: at("Mon 2026-11-23 07:00 +08:00") });
    expect(deadline.startedAt).toBe(at("Mon 2026-11-23 08:00 +08:00"));
    expect(deadline.dueAt).toBe(at("Mon 2026-11-23 09:00 +08:00"));
  });

  it("has no deadline and no number where nothing is guaranteed or it is by arrangement", () => {
    const policy = policyOf([
      { within: "not guaranteed" },
      { within: "不保证" },
      { within: "-" },
      { within: "by arrangement" },
      { within: "根据优先级安排" },
    ]);
    const base = { metric: "resolution", notices: [] };
    expect(deadlinesFor(policy, { openedAt: 0 })).toEqual([
      { ...base, promise: "notGuaranteed", row: 0, binds: true },
      { ...base, promise: "notGuaranteed", row: 1, binds: false },
      { ...base, promise: "notGuaranteed", row: 2, binds: false },
      { ...base, promise: "byArrangement", row: 3, binds: false },
      { ...base, promise: "byArrangement", row: 4, binds: false },
    ]);
  });

  it("never asks where its clock would start", () => {
    const calendars = { ended: { hours: {}, overrides: { "2020-01-06": ["09:00-18:00"] }, holidays: [] } };
    const policy = policyOf([{ within: "not guaranteed", startsOn: "ended" }], { calendars });
    expect(deadlinesFor(policy, { openedAt: at("Fri 2026-11-20 17:00 +08:00") })).toHaveLength(1);
  });
});

describe("deadlinesFor: when the clock starts", () => {
  const calendars = {
    ...OFFICE.calendars,
    desk: { hours: "Daily 08:00-20:00", holidays: [] },
    weekend: { hours: "Sat-Sun 10:00-16:00", holidays: [] },
  };

  function startOf(target: Promised, openedAt: string, keys: Partial<Ticket> = {}, intake: Policy["intake"] = []) {
    const policy = policyOf([target], { calendars, intake, types: { REQUEST: {}, ALERT: {} } });
    const { startedAt, startedBy, dueAt } = deadlineOf(policy, { ...keys, openedAt: at(openedAt) } as Ticket<number>);
    return { startedAt, startedBy, dueAt };
  }

  it("is the opening where nothing is waited for", () => {
    const openedAt = "Sun 2026-11-22 03:00 +08:00";
    expect(startOf({ within: "1 hour" }, openedAt)).toEqual({
      startedAt: at(openedAt),
      startedBy: undefined,
      dueAt: at("Sun 2026-11-22 04:00 +08:00"),
    });
  });

  it("is the next open moment of the row's startsOn", () => {
    expect(startOf({ within: "30 minutes", startsOn: "desk" }, "Fri 2026-11-20 20:00 +08:00")).toEqual({
      startedAt: at("Sat 2026-11-21 08:00 +08:00"),
      startedBy: { calendar: "desk", path: ["targets", 0, "startsOn"] },
      dueAt: at("Sat 2026-11-21 08:30 +08:00"),
    });
  });

  it("is the opening, waiting for nobody, where startsOn is open", () => {
    const target = { within: "30 minutes", startsOn: "desk" };
    const openedAt = "Fri 2026-11-20 19:59 +08:00";
    expect(startOf(target, openedAt)).toMatchObject({ startedAt: at(openedAt), startedBy: undefined });
    const always = startOf({ within: "30 minutes", startsOn: "always" }, "Sun 2026-11-22 03:00 +08:00");
    expect(always).toMatchObject({ startedAt: at("Sun 2026-11-22 03:00 +08:00"), startedBy: undefined });
  });

  it.each([
    ["1 working hour", "Tue 2026-11-24 10:00 +08:00"],
    ["1 working day", "Wed 2026-11-25 09:00 +08:00"],
    ["2 days", "Thu 2026-11-26 08:00 +08:00"],
  ])("comes before %s on another calendar", (within, dueAt) => {
    // The desk takes it in on Tuesday 8:00, the office opens at 9:00.
    const openedAt = "Mon 2026-11-23 20:00 +08:00";
    expect(startOf({ within, startsOn: "desk", calendar: "office" }, openedAt)).toMatchObject({
      startedAt: at("Tue 2026-11-24 08:00 +08:00"),
      dueAt: at(dueAt),
    });
  });

  const INTAKE: Policy["intake"] = [
    { when: { type: "REQUEST", urgent: false }, startsOn: "office" },
    { when: { type: ["REQUEST", "ALERT"] }, startsOn: "weekend" },
  ];

  it.each<[string, string, Partial<Ticket>, string, object | undefined]>([
    // Wednesday: the office is open, the week end is the latest.
    [
      "Wed 2026-11-25 10:00 +08:00",
      "desk",
      { type: "REQUEST" },
      "Sat 2026-11-28 10:00 +08:00",
      { calendar: "weekend", path: ["intake", 1, "startsOn"] },
    ],
    // Saturday: the week end is open, the office is the latest.
    [
      "Sat 2026-11-21 11:00 +08:00",
      "desk",
      { type: "REQUEST" },
      "Mon 2026-11-23 09:00 +08:00",
      { calendar: "office", path: ["intake", 0, "startsOn"] },
    ],
    [
      "Sat 2026-11-21 11:00 +08:00",
      "desk",
      { type: "REQUEST", urgent: false },
      "Mon 2026-11-23 09:00 +08:00",
      { calendar: "office", path: ["intake", 0, "startsOn"] },
    ],
    [
      "Sat 2026-11-21 11:00 +08:00",
      "desk",
      { type: "REQUEST", urgent: true },
      "Sat 2026-11-21 11:00 +08:00",
      undefined,
    ],
    [
      "Sat 2026-11-21 07:00 +08:00",
      "desk",
      { type: "ALERT" },
      "Sat 2026-11-21 10:00 +08:00",
      { calendar: "weekend", path: ["intake", 1, "startsOn"] },
    ],
    // No rule is for tickets without a type: the row's own calendar is waited for.
    [
      "Sat 2026-11-21 07:00 +08:00",
      "desk",
      {},
      "Sat 2026-11-21 08:00 +08:00",
      { calendar: "desk", path: ["targets", 0, "startsOn"] },
    ],
    // The row is later than its intake rule.
    [
      "Sat 2026-11-21 11:00 +08:00",
      "office",
      { type: "ALERT" },
      "Mon 2026-11-23 09:00 +08:00",
      { calendar: "office", path: ["targets", 0, "startsOn"] },
    ],
  ])(
    "is the latest of row and intake rules: %s, row on %s, %j: %s",
    (openedAt, startsOn, keys, startedAt, startedBy) => {
      expect(startOf({ within: "1 hour", startsOn }, openedAt, keys, INTAKE)).toEqual({
        startedAt: at(startedAt),
        startedBy,
        dueAt: at(startedAt) + 3_600_000,
      });
    },
  );

  it("names the row where an intake rule waits for the same moment", () => {
    const intake = [{ when: {}, startsOn: "office" }];
    const start = startOf({ within: "1 hour", startsOn: "office" }, "Sat 2026-11-21 11:00 +08:00", {}, intake);
    expect(start.startedBy).toEqual({ calendar: "office", path: ["targets", 0, "startsOn"] });
  });

  it("refuses a start that never comes", () => {
    const ended = { hours: {}, overrides: { "2020-01-06": ["09:00-18:00"] }, holidays: [] };
    const policy = policyOf([{ within: "1 hour", startsOn: "ended" }], { calendars: { ended } });
    const issue = onlyIssue(() => deadlinesFor(policy, { openedAt: at("Fri 2026-11-20 17:00 +08:00") }));
    expect(issue).toMatchObject({ code: "never_opens", path: ["targets", 0, "startsOn"] });
    expect(issue.message).toContain("ended");
  });
});

describe("deadlinesFor: which row binds", () => {
  const levels: Partial<Policy> = { severities: { S1: {}, S2: {} }, tiers: { gold: {}, silver: {} } };
  const ticket = { openedAt: at("Fri 2026-11-20 17:00 +08:00"), severity: "S1", tier: "gold" };

  function bindingOf(binding: Policy["binding"], targets: readonly Promised[], more = {}): [number[], number[]] {
    const policy = policyOf(targets, { ...levels, ...(binding && { binding }), ...more });
    const deadlines = deadlinesFor(policy, ticket);
    return [deadlines.map(({ row }) => row), deadlines.filter(({ binds }) => binds).map(({ row }) => row)];
  }

  it.each<[string, string[], number]>([
    ["the earliest deadline", ["8 hours", "4 hours", "24 hours"], 1],
    ["the first on a tie", ["8 hours", "4 hours", "240 minutes"], 1],
    ["a deadline before a promise without one", ["not guaranteed", "24 hours", "by arrangement"], 1],
    ["the first where none has a deadline", ["by arrangement", "not guaranteed"], 0],
    ["what is immediate before what is soon", ["1 minute", "immediate"], 1],
  ])("is by default %s: of %j the row %i", (_, withins, row) => {
    const targets = withins.map((within) => ({ within }));
    const all = withins.map((_within, index) => index);
    expect(bindingOf(undefined, targets)).toEqual([all, [row]]);
    expect(bindingOf("earliest", targets)).toEqual([all, [row]]);
  });

  it("compares deadlines, not amounts", () => {
    // Friday 17:00: four working hours end on Monday, eight hours in the night.
    const targets = [{ within: "4 working hours", calendar: "office" }, { within: "8 hours" }];
    expect(bindingOf("earliest", targets)).toEqual([[0, 1], [1]]);
  });

  it.each(["8 hours", "not guaranteed"])("is the first row by decision table, though it says %s", (within) => {
    expect(bindingOf("first", [{ within }, { within: "1 hour" }])).toEqual([[0, 1], [0]]);
  });

  it("is the first row that matches, not the first of the table", () => {
    const targets = [{ when: { severity: "S2" }, within: "1 hour" }, { within: "8 hours" }, { within: "4 hours" }];
    expect(bindingOf("first", targets)).toEqual([[1, 2], [1]]);
  });

  it.each<[string, NonNullable<Promised["when"]>[], number]>([
    ["the most conditions", [{}, { severity: "S1", tier: "gold" }, { severity: "S1" }], 1],
    ["the first on a tie", [{}, { severity: "S1" }, { tier: "gold" }], 1],
    ["conditions that are given", [{ severity: "S1", tier: undefined } as never, { severity: "S1", urgent: false }], 1],
    ["a list as one condition", [{ severity: ["S1", "S2"] }, { severity: "S1", urgent: false }], 1],
  ])("is, if asked for, the row with %s: of %j the row %i", (_, whens, row) => {
    const targets = whens.map((when, index) => ({ when, within: `${index + 1} hours` }));
    expect(bindingOf("mostSpecific", targets)).toEqual([whens.map((_when, index) => index), [row]]);
  });

  it("is the most specific one though it has no deadline", () => {
    const targets = [{ within: "1 hour" }, { when: { severity: "S1" }, within: "not guaranteed" }];
    expect(bindingOf("mostSpecific", targets)).toEqual([[0, 1], [1]]);
  });

  it("is exactly one for each metric, in the order of the policy", () => {
    const policy = policyOf(
      [
        { within: "4 hours", metric: "firstResponse" },
        { within: "8 hours", metric: "resolution" },
        { within: "2 hours", metric: "firstResponse" },
        { within: "by arrangement", metric: "hand-over" },
        { within: "9 hours", metric: "resolution" },
      ],
      levels,
    );
    const deadlines = deadlinesFor(policy, ticket);
    expect(deadlines.map(({ row, metric, binds }) => [row, metric, binds])).toEqual([
      [0, "firstResponse", false],
      [1, "resolution", true],
      [2, "firstResponse", true],
      [3, "hand-over", true],
      [4, "resolution", false],
    ]);
  });
});

describe("deadlinesFor: which rows match", () => {
  const policy: CompiledPolicy = compilePolicy<string, string, string, string>({
    ...OFFICE,
    tiers: { gold: { aliases: ["黄金"] }, silver: {} },
    severities: { S1: { aliases: ["CRITICAL", "紧急", "Ｐ１"] }, S2: { aliases: ["high"] }, S3: {} },
    channels: { mail: {}, phone: {} },
    types: { REQUEST: {}, ALERT: {} },
    dimensions: { region: ["EU", "US", "华东"], organisation: ["acme", "globex"] },
    targets: [
      { when: { severity: "S1" }, metric: "severity", within: "1 hour" },
      { when: { severity: ["S2", "S3"] }, metric: "severities", within: "1 hour" },
      { when: { tier: "gold", channel: "phone" }, metric: "both", within: "1 hour" },
      { when: { urgent: true }, metric: "urgent", within: "1 hour" },
      { when: { urgent: false, type: "REQUEST" }, metric: "notUrgent", within: "1 hour" },
      { when: { region: "EU" }, metric: "region", within: "1 hour" },
      { when: { region: ["US", "华东"], organisation: "acme" }, metric: "dimensions", within: "1 hour" },
    ],
  });

  function metricsOf(keys: Omit<Ticket, "openedAt">): string[] {
    return deadlinesFor(policy, { ...keys, openedAt: 0 }).map(({ metric }) => metric);
  }

  it.each<[Omit<Ticket, "openedAt">, string[]]>([
    [{ severity: "S1" }, ["severity"]],
    [{ severity: "S2" }, ["severities"]],
    [{ severity: "S3" }, ["severities"]],
    [{ tier: "gold", channel: "phone" }, ["both"]],
    [{ tier: "gold", channel: "phone", severity: "S1", urgent: true }, ["severity", "both", "urgent"]],
    [{ type: "REQUEST" }, ["notUrgent"]],
    [{ type: "REQUEST", urgent: false }, ["notUrgent"]],
    [{ type: "REQUEST", urgent: undefined }, ["notUrgent"]],
    [{ type: "REQUEST", urgent: true }, ["urgent"]],
    [{ attributes: { region: "EU" } }, ["region"]],
    [{ attributes: { region: "US", organisation: "acme" } }, ["dimensions"]],
    [{ attributes: { region: "华东", organisation: "acme" } }, ["dimensions"]],
    // What is no dimension of the policy is the business of others.
    [{ attributes: { region: "EU", colour: "green", severity: "S9" } }, ["region"]],
  ])("answers %j by %j", (keys, metrics) => {
    expect(metricsOf(keys)).toEqual(metrics);
  });

  it.each<[Omit<Ticket, "openedAt">]>([
    [{}],
    [{ tier: "gold" }],
    [{ tier: "silver", channel: "phone" }],
    [{ attributes: { region: "US" } }],
    [{ attributes: { region: "US", organisation: "globex" } }],
    [{ type: "ALERT" }],
  ])("finds no row for %j", (keys) => {
    expect(onlyIssue(() => metricsOf(keys)).code).toBe("no_matching_target");
  });

  it.each(["S1", "s1", "critical", "Critical", " CRITICAL ", "ＣＲＩＴＩＣＡＬ", "紧急", "Ｓ１", "P1", "ｐ１"])(
    "knows a severity by its key and its aliases, in any case and width: %j",
    (severity) => {
      expect(metricsOf({ severity })).toEqual(["severity"]);
    },
  );

  it("knows every level and dimension so", () => {
    expect(metricsOf({ tier: "黄金", channel: "PHONE" })).toEqual(["both"]);
    expect(metricsOf({ type: "request" })).toEqual(["notUrgent"]);
    expect(metricsOf({ attributes: { region: "ｅｕ" } })).toEqual(["region"]);
  });

  it("says of a ticket that matches nothing what was given and what would match", () => {
    const issue = onlyIssue(() =>
      metricsOf({ tier: "gold", severity: undefined, attributes: { organisation: "acme" } }),
    );
    expect(issue).toMatchObject({ code: "no_matching_target", received: "tier gold, organisation acme" });
    for (const wanted of [
      "severity S1;",
      "severity S2 or S3;",
      "tier gold, channel phone;",
      "urgent true;",
      "type REQUEST",
      "region EU;",
      "region US or 华东, organisation acme",
    ]) {
      expect(issue.expected).toContain(wanted);
    }
    expect(onlyIssue(() => metricsOf({})).received).toBe("no conditions");
  });

  it("names each set of conditions once, and no more than a dozen", () => {
    const severities = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`S${i}`, {}]));
    const targets = Object.keys(severities).flatMap((severity) => [
      { when: { severity }, within: "1 hour" },
      { when: { severity }, within: "2 hours" },
    ]);
    const issue = onlyIssue(() => deadlinesFor(policyOf(targets, { severities }), { openedAt: 0 }));
    expect(issue.expected?.split("; ")).toHaveLength(13);
    expect(issue.expected).toContain("; and 8 more");
  });

  it.each<[string, Omit<Ticket, "openedAt">, (string | number)[], string, string]>([
    ["a severity", { severity: "S4" }, ["severity"], "one of S1, S2, S3", "S4"],
    ["a tier", { tier: "golden" }, ["tier"], "one of gold, silver (did you mean gold?)", "golden"],
    ["a channel", { channel: "fone" }, ["channel"], "one of mail, phone", "fone"],
    ["a type", { type: "REQEST" }, ["type"], "one of REQUEST, ALERT (did you mean REQUEST?)", "REQEST"],
    [
      "a dimension",
      { attributes: { organisation: "globx" } },
      ["attributes", "organisation"],
      "one of acme, globex (did you mean globex?)",
      "globx",
    ],
  ])("refuses %s that the policy does not have: %j", (_, keys, path, expected, received) => {
    expect(onlyIssue(() => metricsOf(keys))).toMatchObject({ code: "unknown_value", path, expected, received });
  });

  it("says so where a policy has no such levels at all", () => {
    const issue = onlyIssue(() => deadlinesFor(policyOf([{ within: "1 hour" }]), { openedAt: 0, severity: "S1" }));
    expect(issue).toMatchObject({
      code: "unknown_value",
      path: ["severity"],
      expected: "none (nothing is defined here)",
    });
  });

  it.each([
    ["severty", "severity"],
    ["Severity", "severity"],
    ["tiers", "tier"],
    ["chanel", "channel"],
    ["urgnet", "urgent"],
    ["atributes", "attributes"],
    ["Zone", "zone"],
  ])("refuses a ticket's %j as a slip of %j", (slip, meant) => {
    const ticket = { openedAt: 0, [slip]: "S1" } as Ticket<number>;
    const issue = issuesOf(() => deadlinesFor(policy, ticket))[0];
    expect(issue).toMatchObject({ code: "unknown_key", path: [slip], received: slip });
    expect(issue?.expected).toContain(`did you mean ${meant}?`);
  });

  it("leaves everything else of a ticket alone", () => {
    const ticket = { openedAt: 0, severity: "S1", id: 4711, subject: "down", assignee: null, tags: ["a"] };
    expect(deadlinesFor(policy, ticket)).toHaveLength(1);
  });

  it("tells every mistake of a ticket together", () => {
    const ticket = {
      openedAt: "2026-11-20T17:00",
      tier: "bronze",
      severity: "S9",
      zone: "Mars/Olympus",
      urgent: "yes",
    };
    const issues = issuesOf(() => deadlinesFor(policy, ticket as unknown as Ticket));
    expect(issues.map(({ code, path }) => `${code} ${path.join(".")}`).sort()).toEqual([
      "invalid_instant openedAt",
      "invalid_type urgent",
      "invalid_zone zone",
      "unknown_value severity",
      "unknown_value tier",
    ]);
  });

  it.each([[undefined], [null], ["2026-11-20T17:00+08:00"], [[]]])("refuses %j for a ticket", (ticket) => {
    expect(issuesOf(() => deadlinesFor(policy, ticket as unknown as Ticket)).length).toBeGreaterThan(0);
  });

  it("refuses a policy that was not compiled", () => {
    const issue = onlyIssue(() => deadlinesFor(OFFICE as unknown as CompiledPolicy, { openedAt: 0 }));
    expect(issue).toMatchObject({ code: "invalid_type", path: ["policy"] });
  });
});

describe("deadlinesFor: coverage", () => {
  /** Known from 2026-01-01 until Friday 2026-11-27, both included. */
  const known = {
    name: "known",
    knownFrom: "2026-01-01",
    knownUntil: "2026-11-27",
    holidays: [{ date: "2026-11-24", name: "A Tuesday off" }],
  };
  const calendars = {
    office: { hours: "Mon-Fri 09:00-18:00", holidays: known },
    complete: { hours: "Mon-Fri 09:00-18:00", holidays: ["2026-11-24"] },
    dated: { hours: "Mon-Fri 09:00-18:00", holidays: ["2026-11-24"], knownUntil: "2026-11-27" },
    both: { hours: "Mon-Fri 09:00-18:00", holidays: [known, "2026-12-25"], knownUntil: "2027-12-31" },
    ops: "24x7",
  };

  function coverageOf(target: Promised, openedAt: string): [due: number, beyondKnown: boolean] {
    const { dueAt, beyondKnown } = deadlineOf(policyOf([target], { calendars }), { openedAt: at(openedAt) });
    return [dueAt, beyondKnown];
  }

  it.each<[string, string, string, boolean]>([
    // Due on the last known date, and on the first unknown one.
    ["2 working days", "Wed 2026-11-25 17:00 +08:00", "Fri 2026-11-27 17:00 +08:00", false],
    ["3 working days", "Wed 2026-11-25 17:00 +08:00", "Mon 2026-11-30 17:00 +08:00", true],
    ["1 working day", "Mon 2026-11-23 17:00 +08:00", "Wed 2026-11-25 17:00 +08:00", false],
    ["1 working hour", "Fri 2026-11-27 17:00 +08:00", "Fri 2026-11-27 18:00 +08:00", false],
    ["2 working hours", "Fri 2026-11-27 17:00 +08:00", "Mon 2026-11-30 10:00 +08:00", true],
    ["1 working hour", "Fri 2026-11-27 19:00 +08:00", "Mon 2026-11-30 10:00 +08:00", true],
    ["immediate", "Mon 2026-11-30 10:00 +08:00", "Mon 2026-11-30 10:00 +08:00", true],
    ["immediate", "Fri 2026-11-27 17:00 +08:00", "Fri 2026-11-27 17:00 +08:00", false],
    // Before the list begins.
    ["1 working hour", "Wed 2025-12-31 10:00 +08:00", "Wed 2025-12-31 11:00 +08:00", true],
    ["1 working hour", "Wed 2025-12-31 19:00 +08:00", "Thu 2026-01-01 10:00 +08:00", true],
    ["1 working hour", "Thu 2026-01-01 10:00 +08:00", "Thu 2026-01-01 11:00 +08:00", false],
  ])("says of %s from %s, due %s, whether it needs unknown dates: %s", (within, openedAt, dueAt, beyondKnown) => {
    expect(coverageOf({ within, calendar: "office" }, openedAt)).toEqual([at(dueAt), beyondKnown]);
  });

  it("counts bare dates without an end as complete", () => {
    const [, beyondKnown] = coverageOf(
      { within: "3 working days", calendar: "complete" },
      "Wed 2125-11-21 17:00 +08:00",
    );
    expect(beyondKnown).toBe(false);
  });

  it("takes the earliest end where several are given", () => {
    const openedAt = "Wed 2026-11-25 17:00 +08:00";
    for (const calendar of ["dated", "both"]) {
      expect(coverageOf({ within: "2 working days", calendar }, openedAt)[1]).toBe(false);
      expect(coverageOf({ within: "3 working days", calendar }, openedAt)[1]).toBe(true);
    }
  });

  it.each<[string, Promised]>([
    ["elapsed time", { within: "4 hours" }],
    ["days without a calendar", { within: "30 days" }],
    ["always", { within: "4 working hours", calendar: "always" }],
    ["a 24×7 calendar of the policy's own", { within: "4 working hours", calendar: "ops" }],
    ["what is immediate at any hour", { within: "immediate", calendar: "always" }],
  ])("never lies beyond what is known of %s", (_, target) => {
    expect(coverageOf(target, "Thu 2027-10-14 17:00 +08:00")[1]).toBe(false);
  });

  it("reads a calendar that the clock waits for until the clock starts", () => {
    const target = { within: "30 days", startsOn: "office" };
    // Waits from Friday evening, the last known date, to Monday; from Thursday evening only to Friday.
    expect(coverageOf(target, "Fri 2026-11-27 19:00 +08:00")[1]).toBe(true);
    expect(coverageOf(target, "Thu 2026-11-26 19:00 +08:00")[1]).toBe(false);
    expect(coverageOf(target, "Mon 2026-11-30 10:00 +08:00")[1]).toBe(true);
  });

  it("reads dates in the calendar's zone", () => {
    // Monday 30 November in Shanghai is, until its 13:00, still Sunday the 29th in New York.
    const office = {
      zone: "America/New_York",
      hours: "Daily 00:00-24:00",
      holidays: { ...known, knownUntil: "2026-11-29" },
    };
    const policy = policyOf([{ within: "1 working hour", calendar: "office" }], { calendars: { office } });
    const beyond = (openedAt: string) => deadlineOf(policy, { openedAt: at(openedAt) }).beyondKnown;
    expect(beyond("Mon 2026-11-30 08:00 +08:00")).toBe(false);
    // Due at New York's midnight: nothing of the 30th is read.
    expect(beyond("Mon 2026-11-30 12:00 +08:00")).toBe(false);
    expect(beyond("Mon 2026-11-30 12:01 +08:00")).toBe(true);
  });
});

describe("deadlinesFor: same kind out", () => {
  const policy = policyOf([{ within: "4 working hours", calendar: "office", startsOn: "office" }]);
  const openedMs = at("Sat 2026-11-21 10:00 +08:00");
  const startedMs = at("Mon 2026-11-23 09:00 +08:00");
  const dueMs = at("Mon 2026-11-23 13:00 +08:00");

  it("answers numbers with numbers and floors what is finer than a millisecond", () => {
    const deadline = deadlineOf(policy, { openedAt: openedMs + 0.75 });
    expect(deadline).toMatchObject({ startedAt: startedMs, dueAt: dueMs });
    const [elapsed] = deadlinesFor(policyOf([{ within: "1 hour" }]), { openedAt: openedMs + 0.75 });
    expect(elapsed).toMatchObject({ startedAt: openedMs, dueAt: openedMs + 3_600_000 });
  });

  it("answers a Date with Dates and leaves the given one alone", () => {
    const openedAt = new Date(openedMs);
    expect(deadlineOf(policy, { openedAt })).toMatchObject({ startedAt: new Date(startedMs), dueAt: new Date(dueMs) });
    expect(openedAt.getTime()).toBe(openedMs);
  });

  it("answers text with text", () => {
    expect(deadlineOf(policy, { openedAt: "2026-11-21T10:00+08:00" })).toMatchObject({
      startedAt: "2026-11-23T09:00:00+08:00",
      dueAt: "2026-11-23T13:00:00+08:00",
    });
  });

  it("answers a luxon DateTime in its own zone", () => {
    const openedAt = DateTime.fromMillis(openedMs, { zone: "America/New_York", locale: "fr" });
    const { startedAt, dueAt } = deadlineOf(policy, { openedAt, zone: "Asia/Tokyo" });
    expect([startedAt.toISO(), dueAt.toISO()]).toEqual([
      "2026-11-22T20:00:00.000-05:00",
      "2026-11-23T00:00:00.000-05:00",
    ]);
    expect([dueAt.zoneName, dueAt.locale]).toEqual(["America/New_York", "fr"]);
  });

  it("answers Temporal's instants and zoned date-times by their own class, in their own zone", () => {
    const instant = Temporal.Instant.fromEpochMilliseconds(openedMs);
    expect(deadlineOf(policy, { openedAt: instant }).dueAt.toString()).toBe("2026-11-23T05:00:00Z");
    const openedAt = instant.toZonedDateTimeISO("America/New_York");
    const { startedAt, dueAt } = deadlineOf(policy, { openedAt, zone: "Asia/Tokyo" });
    expect(startedAt.toString()).toBe("2026-11-22T20:00:00-05:00[America/New_York]");
    expect(dueAt.toString()).toBe("2026-11-23T00:00:00-05:00[America/New_York]");
  });

  it.each([
    ["a number that is none", Number.NaN, "invalid_instant"],
    ["infinity", Number.POSITIVE_INFINITY, "invalid_instant"],
    ["an invalid Date", new Date("never"), "invalid_instant"],
    ["an invalid DateTime", DateTime.invalid("never"), "invalid_instant"],
    ["a date alone", "2026-11-20", "invalid_instant"],
    ["text without an offset", "2026-11-20T17:00", "invalid_instant"],
    ["nothing", undefined, "invalid_instant"],
    ["an instant before 1900", "1899-12-31T23:59Z", "out_of_range"],
    ["an instant from 2201 on", "2201-01-01T00:00Z", "out_of_range"],
  ] as const)("refuses %s", (_, openedAt, code) => {
    const issue = onlyIssue(() => deadlinesFor(policy, { openedAt: openedAt as InstantInput }));
    expect(issue).toMatchObject({ code, path: ["openedAt"] });
  });

  it.each([
    ["1600000 hours"],
    ["100000 days"],
    ["10000 weeks"],
    ["3000 months"],
    ["9007199254740991 hours"],
    ["9007199254740991 months"],
  ])("refuses a deadline beyond what is supported: %s", (within) => {
    const issue = onlyIssue(() => deadlinesFor(policyOf([{ within }]), { openedAt: openedMs }));
    expect(issue).toMatchObject({ code: "out_of_range", path: ["openedAt"] });
  });

  it.each([["1000000 working hours"], ["100000 working days"]])("refuses %s that are never worked", (within) => {
    const run = () => deadlinesFor(policyOf([{ within, calendar: "office" }]), { openedAt: openedMs });
    expect(onlyIssue(run).code).toBe("never_opens");
  });
});

describe("deadlinesFor: the zone of text", () => {
  const targets = [{ within: "1 hour" }];
  const bare: Policy = { name: "bare", targets: [{ metric: "resolution", within: "1 hour" }] };

  function textOf(policy: CompiledPolicy, openedAt: string, zone?: string): string {
    return deadlineOf(policy, { openedAt, ...(zone === undefined ? {} : { zone }) }).dueAt;
  }

  it("is the ticket's, else the parameter's, else the policy's, else the offset that came in", () => {
    const openedAt = "2026-11-20T17:00-08:00";
    const parameters = { zone: "America/New_York" };
    expect(textOf(policyOf(targets, {}, parameters), openedAt, "Asia/Tokyo")).toBe("2026-11-21T11:00:00+09:00");
    expect(textOf(policyOf(targets, {}, parameters), openedAt)).toBe("2026-11-20T21:00:00-05:00");
    expect(textOf(policyOf(targets), openedAt, "Asia/Tokyo")).toBe("2026-11-21T11:00:00+09:00");
    expect(textOf(policyOf(targets), openedAt)).toBe("2026-11-21T10:00:00+08:00");
    expect(textOf(compilePolicy(bare), openedAt, "Asia/Tokyo")).toBe("2026-11-21T11:00:00+09:00");
    expect(textOf(compilePolicy(bare, parameters), openedAt)).toBe("2026-11-20T21:00:00-05:00");
    expect(textOf(compilePolicy(bare), openedAt)).toBe("2026-11-20T18:00:00-08:00");
    expect(textOf(compilePolicy(bare), "2026-11-21T01:00Z")).toBe("2026-11-21T02:00:00Z");
    expect(textOf(compilePolicy(bare), "2026-10-31T23:30-04:00[America/New_York]")).toBe("2026-11-01T00:30:00-04:00");
  });

  it("is one for all answers of a ticket, whatever zones its calendars have", () => {
    const calendars = { newYork: { zone: "America/New_York", hours: "24x7" } };
    const policy = policyOf([{ within: "1 hour" }, { within: "1 working hour", calendar: "newYork" }], { calendars });
    const deadlines = deadlinesFor(policy, { openedAt: "2026-11-20T09:00Z" }) as DueDeadline<string>[];
    expect(deadlines.map(({ dueAt }) => dueAt)).toEqual(["2026-11-20T18:00:00+08:00", "2026-11-20T18:00:00+08:00"]);
  });

  it.each([
    ["2026-11-20T17:00", "2026-11-20T18:00:00+08:00"],
    ["2026-11-20 17:00", "2026-11-20T18:00:00+08:00"],
    ["2026-11-20 17:00:30.500", "2026-11-20T18:00:30.500+08:00"],
    // An offset in the text says more than the zone.
    ["2026-11-20T09:00Z", "2026-11-20T18:00:00+08:00"],
  ])("reads local text where the ticket or the parameter names it: %s", (openedAt, dueAt) => {
    expect(textOf(compilePolicy(bare), openedAt, "Asia/Shanghai")).toBe(dueAt);
    expect(textOf(compilePolicy(bare, { zone: "Asia/Shanghai" }), openedAt)).toBe(dueAt);
  });

  it("reads local text in the ticket's zone before the parameter's", () => {
    const policy = compilePolicy(bare, { zone: "America/New_York" });
    expect(textOf(policy, "2026-11-20 17:00", "Asia/Shanghai")).toBe("2026-11-20T18:00:00+08:00");
  });

  it("refuses local text where only the policy names a zone", () => {
    const issue = onlyIssue(() => textOf(policyOf(targets), "2026-11-20 17:00"));
    expect(issue).toMatchObject({ code: "invalid_instant", path: ["openedAt"] });
    expect(issue.expected).toContain("an offset, which is missing");
  });
});

describe("deadlinesFor: the customer's zone", () => {
  const targets = [
    { when: { severity: "S1" }, within: "4 working hours", calendar: "office" },
    { when: { severity: "S2" }, within: "3 days" },
    { when: { severity: "S3" }, within: "1 hour", startsOn: "office" },
    { when: { severity: "S4" }, within: "1 hour" },
  ];
  const severities = { S1: {}, S2: {}, S3: {}, S4: {} };
  const local = { zone: "local", severities };
  const openedAt = "2026-11-20T17:00-05:00";

  it.each(["S1", "S2", "S3", "S4"])("must be passed: %s without one names what is missing", (severity) => {
    const issue = onlyIssue(() => deadlinesFor(policyOf(targets, local), { openedAt, severity }));
    expect(issue).toMatchObject({ code: "missing_parameter", path: ["zone"] });
    expect(issue.message).toContain("ticket.zone");
  });

  it("is the parameter's or the ticket's", () => {
    const byParameter = policyOf(targets, local, { zone: "America/New_York" });
    const dueAt = "2026-11-23T12:00:00-05:00";
    expect(deadlineOf(byParameter, { openedAt, severity: "S1" }).dueAt).toBe(dueAt);
    const policy = policyOf(targets, local);
    expect(deadlineOf(policy, { openedAt, severity: "S1", zone: "America/New_York" }).dueAt).toBe(dueAt);
    // The same instant is Saturday 6:00 in Shanghai: Monday 13:00 there.
    const shanghai = deadlineOf(policy, { openedAt, severity: "S1", zone: "Asia/Shanghai" });
    expect(shanghai.dueAt).toBe("2026-11-23T13:00:00+08:00");
  });

  it("takes no calendar for another by its name and zone", () => {
    const calendars = {
      office: { hours: "Mon-Fri 09:00-18:00", holidays: [] },
      "office UTC": { zone: "UTC", hours: "Mon-Fri 12:00-13:00", holidays: [] },
    };
    const policy = policyOf([{ within: "1 working hour", calendar: "office" }], { zone: "local", calendars });
    const deadline = deadlineOf(policy, { openedAt: "2026-11-20T09:00Z", zone: "UTC" });
    expect(deadline.dueAt).toBe("2026-11-20T10:00:00Z");
  });

  it("leaves calendars that name a zone where they are", () => {
    const calendars = { office: { zone: "Asia/Shanghai", hours: "Mon-Fri 09:00-18:00", holidays: [] } };
    const policy = policyOf(targets, { ...local, calendars });
    const deadline = deadlineOf(policy, { openedAt, severity: "S1", zone: "America/New_York" });
    expect(deadline.dueAt).toBe("2026-11-23T00:00:00-05:00");
  });
});

describe("deadlinesFor: notices", () => {
  it("carries the readings that an answer used, and no others", () => {
    const policy = policyOf(
      [
        { within: "1 hour" },
        { within: "1 working day", calendar: "office" },
        { within: "1 hour", startsOn: "five" },
        { within: "2 working hours", calendar: "five", rule: "endOfDay" },
      ],
      {
        workingDayRule: undefined as never,
        calendars: { office: "Mon-Fri 09:00-18:00", five: { hours: "5x8", holidays: [] } },
      },
    );
    const notices = deadlinesFor(policy, { openedAt: 0 }).map((deadline) =>
      deadline.notices.map(({ code, path }) => `${code} ${path.join(".")}`),
    );
    expect(notices).toEqual([
      [],
      ["no_holidays calendars.office.holidays", "rule_by_default targets.1.rule"],
      ["anchor_by_default calendars.five.hours"],
      ["anchor_by_default calendars.five.hours", "unused_option targets.3.rule"],
    ]);
  });

  const assumed = (usedBy: NonNullable<Policy["assumptions"]>[number]["usedBy"]) => [
    { about: "who", reading: { en: "we", zh: "我们" }, override: "ask", ...(usedBy && { usedBy }) },
  ];
  const about = { code: "assumption", path: ["assumptions", 0], message: "who: we", zh: "我们", override: "ask" };

  it.each<[string, NonNullable<Policy["assumptions"]>[number]["usedBy"], number[]]>([
    ["everything, where nothing is said", undefined, [0, 1, 2, 3]],
    ["nothing, where the list is empty", [], []],
    ["a metric", [{ metric: "firstResponse" }], [0, 1]],
    ["several metrics", [{ metric: ["firstResponse", "hand-over"] }], [0, 1, 3]],
    ["a unit", [{ unit: "workingDay" }], [1]],
    ["a promise without a length", [{ unit: ["byArrangement", "hour"] }], [0, 2, 3]],
    ["a calendar of the row or of its start", [{ calendar: "office" }], [1, 2]],
    ["an intake rule", [{ intake: true }], []],
    ["a condition of the ticket", [{ when: { severity: "S1" } }], [0, 1, 2, 3]],
    ["no condition of other tickets", [{ when: { severity: "S2" } }], []],
    ["all keys of one scope together", [{ metric: "firstResponse", unit: "hour" }], [0]],
    ["any of several scopes", [{ metric: "hand-over" }, { unit: "workingDay" }], [1, 3]],
  ])("carries an assumption where it bears on %s", (_, usedBy, rows) => {
    const policy = compilePolicy<string, string, string, string>({
      ...OFFICE,
      severities: { S1: {}, S2: {} },
      targets: [
        { metric: "firstResponse", within: "1 hour" },
        { metric: "firstResponse", within: "1 working day", calendar: "office" },
        { metric: "resolution", within: "1 hour", startsOn: "office" },
        { metric: "hand-over", within: "by arrangement" },
      ],
      assumptions: assumed(usedBy),
    });
    const deadlines = deadlinesFor(policy, { openedAt: 0, severity: "S1" });
    expect(deadlines.filter(({ notices }) => notices.length > 0).map(({ row }) => row)).toEqual(rows);
    for (const { notices } of deadlines) expect(notices.every((notice) => notice.code === "assumption")).toBe(true);
    expect(deadlines.find(({ row }) => row === rows[0])?.notices ?? [about]).toEqual([about]);
  });

  it("carries an assumption on intake for the tickets that an intake rule takes in", () => {
    const intake = [{ when: { type: "REQUEST" }, startsOn: "office" }];
    const more = { types: { REQUEST: {}, ALERT: {} }, intake, assumptions: assumed([{ intake: true }]) };
    const policy = policyOf([{ within: "1 hour" }], more);
    const openedAt = at("Sun 2026-11-22 10:00 +08:00");
    expect(deadlineOf(policy, { openedAt, type: "REQUEST" }).notices).toEqual([about]);
    expect(deadlineOf(policy, { openedAt, type: "ALERT" }).notices).toEqual([]);
  });

  it("tells a ticket from before the policy was in effect", () => {
    const policy = policyOf([{ within: "1 hour" }], { effectiveFrom: "2026-11-20" });
    const noticesOf = (openedAt: string) => deadlineOf(policy, { openedAt: at(openedAt) }).notices;
    expect(noticesOf("Fri 2026-11-20 00:00 +08:00")).toEqual([]);
    const [notice, ...others] = noticesOf("Thu 2026-11-19 23:59 +08:00");
    expect(others).toEqual([]);
    expect(notice).toMatchObject({ code: "before_effective", path: ["effectiveFrom"] });
    expect(notice?.message).toContain("2026-11-19");
    expect(notice?.message).toContain("2026-11-20");
  });
});

describe("deadlinesFor: what is handed in", () => {
  it("is answered as often as asked, in the same way", () => {
    const policy = policyOf([{ within: "4 working hours", calendar: "office" }]);
    const ticket = Object.freeze({ openedAt: "2026-11-20T17:00+08:00", attributes: Object.freeze({ region: "EU" }) });
    const first = deadlinesFor(policy, ticket);
    expect(deadlinesFor(policy, ticket)).toEqual(first);
    expect(JSON.parse(JSON.stringify(first))).toEqual(first);
  });
});

describe("calendarOf", () => {
  const policy = policyOf([{ within: "1 hour" }], {
    calendars: {
      office: { hours: "Mon-Fri 09:00-18:00", holidays: [] },
      newYork: "Mon-Fri 09:00-17:00 America/New_York",
    },
  });
  const sunday = at("Sun 2026-11-22 03:00 +08:00");

  it("gives a calendar of the policy for plain arithmetic", () => {
    const office = calendarOf(policy, "office");
    expect(office.zone).toBe("Asia/Shanghai");
    expect(nextOpen(office, "2026-11-22T03:00+08:00")).toBe("2026-11-23T09:00:00+08:00");
    expect(addWorkingTime(office, at("Fri 2026-11-20 17:00 +08:00"), "4h")).toBe(at("Mon 2026-11-23 12:00 +08:00"));
    expect(calendarOf(policy, "newYork").zone).toBe("America/New_York");
  });

  it("has always in every policy, in the policy's zone", () => {
    expect(isOpen(calendarOf(policy, "always"), sunday)).toBe(true);
    expect(calendarOf(policy, "always").zone).toBe("Asia/Shanghai");
    expect(isOpen(calendarOf(compilePolicy({ name: "bare", targets: [] }, { zone: "UTC" }), "always"), sunday)).toBe(
      true,
    );
  });

  it("gives one and the same calendar each time", () => {
    expect(calendarOf(policy, "office")).toBe(calendarOf(policy, "office"));
  });

  it("refuses a name that the policy does not have, with the nearest one", () => {
    const issue = onlyIssue(() => calendarOf(policy, "ofice"));
    const expected = "one of office, newYork, always (did you mean office?)";
    expect(issue).toMatchObject({ code: "unknown_calendar", path: ["name"], expected, received: "ofice" });
  });

  it("needs the zone that a policy leaves to the caller", () => {
    const local = { ...OFFICE, zone: "local" };
    expect(onlyIssue(() => calendarOf(compilePolicy(local), "office"))).toMatchObject({
      code: "missing_parameter",
      path: ["zone"],
    });
    expect(calendarOf(compilePolicy(local, { zone: "America/New_York" }), "office").zone).toBe("America/New_York");
  });

  it("refuses what is no compiled policy", () => {
    const issue = onlyIssue(() => calendarOf(OFFICE as unknown as CompiledPolicy, "office"));
    expect(issue).toMatchObject({ code: "invalid_type", path: ["policy"] });
  });
});

describe("Deadline", () => {
  it("has all that a reader needs, and nothing undefined in its place", () => {
    const policy = policyOf([{ within: "4 working hours", calendar: "office" }]);
    const expected: Deadline<number> = {
      metric: "resolution",
      row: 0,
      binds: true,
      notices: [],
      promise: "deadline",
      dueAt: at("Mon 2026-11-23 12:00 +08:00"),
      startedAt: at("Fri 2026-11-20 17:00 +08:00"),
      amount: { value: 4, unit: "workingHour" },
      calendar: "office",
      beyondKnown: false,
    };
    expect(deadlinesFor(policy, { openedAt: at("Fri 2026-11-20 17:00 +08:00") })).toStrictEqual([expected]);
  });
});
