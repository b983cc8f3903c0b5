/** Every row of the five documents as a deadline, reasoned by hand from the document's words. */
import { describe, expect, it } from "vitest";
import { ailib, chinanetcloud, goframe, tidbCloud, websoft9 } from "../../src/catalog.js";
import { type CompiledPolicy, compilePolicy, type Deadline, deadlinesFor, type Ticket } from "../../src/index.js";
import { at } from "../support/at.js";

/** What a row answers: its deadline on the wall clock, or the promise without one. */
type Answers = Readonly<Record<string, string>>;
type Keys = Omit<Ticket, "openedAt">;
/** When it was opened, the ticket's keys, and the answer of each metric. */
type Rows = readonly (readonly [openedAt: string, keys: Keys, answers: Answers])[];

const OFFSETS = { shanghai: "+08:00", newYork: "-05:00" } as const;

/** The answers of a ticket, each instant checked against the wall clock that is expected of it. */
function expectAnswers(policy: CompiledPolicy, [openedAt, keys, answers]: Rows[number], offset: string): Deadline[] {
  const deadlines = deadlinesFor(policy, { ...keys, openedAt: at(`${openedAt} ${offset}`) });
  const expected = Object.entries(answers).map(([metric, answer]) => {
    return { metric, answer: answer.includes(" ") ? at(`${answer} ${offset}`) : answer };
  });
  const found = deadlines.map((deadline) => {
    return { metric: deadline.metric, answer: deadline.promise === "deadline" ? deadline.dueAt : deadline.promise };
  });
  expect(found).toEqual(expected);
  return deadlines;
}

/** The rows that a table has asked for, in the policy's order. */
function rowsAsked(policy: CompiledPolicy, tables: readonly Rows[]): number[] {
  const rows = tables
    .flat()
    .flatMap(([openedAt, keys]) => deadlinesFor(policy, { ...keys, openedAt: at(`${openedAt} +00:00`) }));
  return [...new Set(rows.map(({ row }) => row))].sort((a, b) => a - b);
}

function allRows(policy: CompiledPolicy): number[] {
  return policy.definition.targets.map((_, row) => row);
}

function one(deadlines: readonly Deadline[]): Deadline {
  const [only] = deadlines;
  if (only === undefined || deadlines.length > 1) throw new Error(`${deadlines.length} deadlines`);
  return only;
}

describe("deadlinesFor, of chinanetcloud", () => {
  const policy = compilePolicy(chinanetcloud) as CompiledPolicy;

  const INSIDE: Rows = [
    [
      "Fri 2026-11-20 17:00",
      { severity: "L1" },
      { firstResponse: "Fri 2026-11-20 17:15", resolution: "Fri 2026-11-20 18:00", limit: "Fri 2026-11-20 21:00" },
    ],
    [
      "Fri 2026-11-20 17:00",
      { severity: "L2" },
      { firstResponse: "Fri 2026-11-20 17:30", resolution: "Fri 2026-11-20 19:00", limit: "Fri 2026-11-20 23:00" },
    ],
    [
      "Fri 2026-11-20 17:00",
      { severity: "L3" },
      { firstResponse: "Fri 2026-11-20 21:00", resolution: "Mon 2026-11-23 17:00", limit: "Tue 2026-11-24 17:00" },
    ],
    [
      "Fri 2026-11-20 17:00",
      { severity: "L4" },
      { firstResponse: "Mon 2026-11-23 17:00", resolution: "Wed 2026-11-25 17:00", limit: "Fri 2026-11-27 17:00" },
    ],
    // "1 working day" from Tuesday 14:00 is Wednesday 14:00.
    [
      "Tue 2026-11-24 14:00",
      { severity: "L3" },
      { firstResponse: "Tue 2026-11-24 18:00", resolution: "Wed 2026-11-25 14:00", limit: "Thu 2026-11-26 14:00" },
    ],
  ];

  const OUTSIDE: Rows = [
    [
      "Sat 2026-11-21 10:00",
      { severity: "L1" },
      { firstResponse: "Sat 2026-11-21 10:15", resolution: "Sat 2026-11-21 11:00", limit: "Sat 2026-11-21 14:00" },
    ],
    [
      "Sat 2026-11-21 10:00",
      { severity: "L2" },
      { firstResponse: "Sat 2026-11-21 10:30", resolution: "Sat 2026-11-21 12:00", limit: "Sat 2026-11-21 16:00" },
    ],
    [
      "Sat 2026-11-21 10:00",
      { severity: "L3" },
      { firstResponse: "Sat 2026-11-21 14:00", resolution: "Tue 2026-11-24 09:30", limit: "Wed 2026-11-25 09:30" },
    ],
    [
      "Sat 2026-11-21 10:00",
      { severity: "L4" },
      { firstResponse: "Tue 2026-11-24 09:30", resolution: "Thu 2026-11-26 09:30", limit: "Mon 2026-11-30 09:30" },
    ],
    // The closing instant is outside, the opening instant inside.
    [
      "Fri 2026-11-20 18:00",
      { severity: "L3" },
      { firstResponse: "Fri 2026-11-20 22:00", resolution: "Tue 2026-11-24 09:30", limit: "Wed 2026-11-25 09:30" },
    ],
    [
      "Fri 2026-11-20 09:30",
      { severity: "L3" },
      { firstResponse: "Fri 2026-11-20 13:30", resolution: "Mon 2026-11-23 09:30", limit: "Tue 2026-11-24 09:30" },
    ],
    [
      "Fri 2026-11-20 09:29",
      { severity: "L3" },
      { firstResponse: "Fri 2026-11-20 13:29", resolution: "Mon 2026-11-23 09:30", limit: "Tue 2026-11-24 09:30" },
    ],
  ];

  /** Off: 25–27 September and 1–7 October; worked: Sunday 20 September and Saturday 10 October. */
  const HOLIDAYS: Rows = [
    [
      "Wed 2026-09-30 17:00",
      { severity: "L4" },
      { firstResponse: "Thu 2026-10-08 17:00", resolution: "Sat 2026-10-10 17:00", limit: "Tue 2026-10-13 17:00" },
    ],
    [
      "Wed 2026-09-30 17:00",
      { severity: "L3" },
      { firstResponse: "Wed 2026-09-30 21:00", resolution: "Thu 2026-10-08 17:00", limit: "Fri 2026-10-09 17:00" },
    ],
    [
      "Thu 2026-10-01 10:00",
      { severity: "L3" },
      { firstResponse: "Thu 2026-10-01 14:00", resolution: "Fri 2026-10-09 09:30", limit: "Sat 2026-10-10 09:30" },
    ],
    [
      "Fri 2026-09-18 12:00",
      { severity: "L3" },
      { firstResponse: "Fri 2026-09-18 16:00", resolution: "Sun 2026-09-20 12:00", limit: "Mon 2026-09-21 12:00" },
    ],
    [
      "Sun 2026-09-20 12:00",
      { severity: "L4" },
      { firstResponse: "Mon 2026-09-21 12:00", resolution: "Wed 2026-09-23 12:00", limit: "Mon 2026-09-28 12:00" },
    ],
    [
      "Thu 2026-09-24 15:00",
      { severity: "L3" },
      { firstResponse: "Thu 2026-09-24 19:00", resolution: "Mon 2026-09-28 15:00", limit: "Tue 2026-09-29 15:00" },
    ],
    [
      "Sat 2026-10-10 17:00",
      { severity: "L4" },
      { firstResponse: "Mon 2026-10-12 17:00", resolution: "Wed 2026-10-14 17:00", limit: "Fri 2026-10-16 17:00" },
    ],
    [
      "Sat 2026-10-10 19:00",
      { severity: "L4" },
      { firstResponse: "Tue 2026-10-13 09:30", resolution: "Thu 2026-10-15 09:30", limit: "Mon 2026-10-19 09:30" },
    ],
    // Critical faults are handled on holidays too.
    [
      "Thu 2026-10-01 10:00",
      { severity: "L1" },
      { firstResponse: "Thu 2026-10-01 10:15", resolution: "Thu 2026-10-01 11:00", limit: "Thu 2026-10-01 14:00" },
    ],
  ];

  const REQUESTS: Rows = [
    [
      "Tue 2026-11-24 08:00",
      { severity: "L1", type: "REQUEST" },
      { firstResponse: "Tue 2026-11-24 09:45", resolution: "Tue 2026-11-24 10:30", limit: "Tue 2026-11-24 13:30" },
    ],
    [
      "Fri 2026-11-20 18:00",
      { severity: "L2", type: "REQUEST" },
      { firstResponse: "Mon 2026-11-23 10:00", resolution: "Mon 2026-11-23 11:30", limit: "Mon 2026-11-23 15:30" },
    ],
    [
      "Fri 2026-11-20 20:00",
      { severity: "L3", type: "REQUEST", urgent: false },
      { firstResponse: "Mon 2026-11-23 13:30", resolution: "Tue 2026-11-24 09:30", limit: "Wed 2026-11-25 09:30" },
    ],
    [
      "Fri 2026-11-20 20:00",
      { severity: "L4", type: "REQUEST" },
      { firstResponse: "Tue 2026-11-24 09:30", resolution: "Thu 2026-11-26 09:30", limit: "Mon 2026-11-30 09:30" },
    ],
    [
      "Sun 2026-09-20 08:00",
      { severity: "L1", type: "REQUEST" },
      { firstResponse: "Sun 2026-09-20 09:45", resolution: "Sun 2026-09-20 10:30", limit: "Sun 2026-09-20 13:30" },
    ],
    [
      "Thu 2026-10-01 10:00",
      { severity: "L1", type: "REQUEST" },
      { firstResponse: "Thu 2026-10-08 09:45", resolution: "Thu 2026-10-08 10:30", limit: "Thu 2026-10-08 13:30" },
    ],
    [
      "Fri 2026-11-20 17:00",
      { severity: "L1", type: "REQUEST" },
      { firstResponse: "Fri 2026-11-20 17:15", resolution: "Fri 2026-11-20 18:00", limit: "Fri 2026-11-20 21:00" },
    ],
  ];

  it.each(INSIDE)("runs inside office hours from %s, %j: %j", (...row) => {
    for (const deadline of expectAnswers(policy, row, OFFSETS.shanghai)) {
      expect(deadline).toMatchObject({ binds: true, beyondKnown: false, startedAt: at(`${row[0]} +08:00`) });
    }
  });

  it.each(OUTSIDE)("runs elapsed time at once and working days from the next opening, from %s, %j: %j", (...row) => {
    for (const deadline of expectAnswers(policy, row, OFFSETS.shanghai)) {
      expect(deadline).toMatchObject({ binds: true, beyondKnown: false });
      expect(deadline).not.toHaveProperty("startedBy");
    }
  });

  it.each(HOLIDAYS)("counts China's working days, from %s, %j: %j", (...row) => {
    expectAnswers(policy, row, OFFSETS.shanghai);
  });

  it.each(REQUESTS)("takes a request in at office hours, from %s, %j: %j", (...row) => {
    expectAnswers(policy, row, OFFSETS.shanghai);
  });

  it("says why a request's clock started late", () => {
    const deadlines = deadlinesFor(policy, { openedAt: "2026-11-24T08:00+08:00", severity: "L1", type: "request" });
    const startedBy = { calendar: "office", path: ["intake", 0, "startsOn"] };
    expect(deadlines).toHaveLength(3);
    for (const deadline of deadlines)
      expect(deadline).toMatchObject({ startedAt: "2026-11-24T09:30:00+08:00", startedBy });
  });

  it.each([
    ["an urgent request", { type: "REQUEST", urgent: true }],
    ["an alert", { type: "ALERT" }],
    ["a project", { type: "PROJECT" }],
    ["a task", { type: "TASK" }],
    ["a problem", { type: "PROBLEM" }],
    ["a ticket without a type", {}],
  ])("starts %s at any hour", (_, keys) => {
    const openedAt = "Tue 2026-11-24 08:00";
    const answers = {
      firstResponse: "Tue 2026-11-24 08:15",
      resolution: "Tue 2026-11-24 09:00",
      limit: "Tue 2026-11-24 12:00",
    };
    expectAnswers(policy, [openedAt, { severity: "L1", ...keys }, answers], OFFSETS.shanghai);
  });

  it("answers every row of the document", () => {
    expect(rowsAsked(policy, [INSIDE])).toEqual(allRows(policy));
    expect(rowsAsked(policy, [OUTSIDE])).toEqual(allRows(policy));
  });

  it("answers an October after the last known list, and says so of the rows in working days", () => {
    const openedAt = at("Thu 2027-09-30 17:00 +08:00");
    const l3 = deadlinesFor(policy, { openedAt, severity: "L3" });
    expect(l3).toMatchObject([
      { metric: "firstResponse", dueAt: at("Thu 2027-09-30 21:00 +08:00"), beyondKnown: false },
      { metric: "resolution", dueAt: at("Fri 2027-10-01 17:00 +08:00"), beyondKnown: true },
      { metric: "limit", dueAt: at("Mon 2027-10-04 17:00 +08:00"), beyondKnown: true },
    ]);
    const october = deadlinesFor(policy, { openedAt: at("Fri 2027-10-15 10:00 +08:00"), severity: "L4" });
    expect(october.map((deadline) => deadline.promise === "deadline" && deadline.beyondKnown)).toEqual([
      true,
      true,
      true,
    ]);
    const l1 = deadlinesFor(policy, { openedAt, severity: "L1" });
    expect(l1.map((deadline) => deadline.promise === "deadline" && deadline.beyondKnown)).toEqual([
      false,
      false,
      false,
    ]);
  });

  it("knows the list until 28 December 2026, that day included", () => {
    const l3 = deadlinesFor(policy, { openedAt: at("Fri 2026-12-25 15:00 +08:00"), severity: "L3" });
    expect(l3).toMatchObject([
      { metric: "firstResponse", beyondKnown: false },
      { metric: "resolution", dueAt: at("Mon 2026-12-28 15:00 +08:00"), beyondKnown: false },
      { metric: "limit", dueAt: at("Tue 2026-12-29 15:00 +08:00"), beyondKnown: true },
    ]);
  });

  it("does not know whether a request of the last known evening is taken in on the next morning", () => {
    const ticket = { openedAt: at("Mon 2026-12-28 19:00 +08:00"), severity: "L1" };
    const request = deadlinesFor(policy, { ...ticket, type: "REQUEST" });
    expect(request[0]).toMatchObject({ dueAt: at("Tue 2026-12-29 09:45 +08:00"), beyondKnown: true });
    expect(deadlinesFor(policy, ticket)[0]).toMatchObject({ beyondKnown: false });
  });

  it.each([
    [{ workingDayRule: "endOfDay" }, "Wed 2026-11-25 18:00"],
    [{ workingDayRule: "sameTime" }, "Wed 2026-11-25 14:00"],
    // 8.5 hours: four until 18:00, four and a half from 9:30. Eight hours: four and four.
    [{ workingDayRule: "workingHours" }, "Wed 2026-11-25 14:00"],
    [{ workingDayRule: "workingHours", hoursPerDay: 8 }, "Wed 2026-11-25 13:30"],
  ] as const)("takes another working-day convention as a parameter: %j", (parameters, dueAt) => {
    const other = compilePolicy(chinanetcloud, parameters);
    const openedAt = at("Tue 2026-11-24 14:00 +08:00");
    expect(deadlinesFor(other, { openedAt, severity: "L3" })[1]).toMatchObject({ dueAt: at(`${dueAt} +08:00`) });
  });

  it("takes other holidays as a parameter", () => {
    const none = compilePolicy(chinanetcloud, { holidays: [] }) as CompiledPolicy;
    const answers = {
      firstResponse: "Thu 2026-10-01 17:00",
      resolution: "Mon 2026-10-05 17:00",
      limit: "Wed 2026-10-07 17:00",
    };
    expectAnswers(none, ["Wed 2026-09-30 17:00", { severity: "L4" }, answers], OFFSETS.shanghai);
  });

  it.each(["L3", "l3", "MEDIUM", "medium", "中级"])("knows L3 as %j", (severity) => {
    const rows = deadlinesFor(policy, { openedAt: 0, severity }).map(({ row }) => row);
    expect(rows).toEqual([6, 7, 8]);
  });
});

describe("deadlinesFor, of ailib", () => {
  const policy = compilePolicy(ailib) as CompiledPolicy;

  const INSIDE: Rows = [
    ["Fri 2026-11-20 17:00", { tier: "basic" }, { firstResponse: "Sat 2026-11-21 17:00" }],
    ["Fri 2026-11-20 17:00", { tier: "standard" }, { firstResponse: "Sat 2026-11-21 01:00" }],
    ["Fri 2026-11-20 17:00", { tier: "premium" }, { firstResponse: "Fri 2026-11-20 21:00" }],
    [
      "Fri 2026-11-20 17:00",
      { severity: "P0" },
      { firstResponse: "Fri 2026-11-20 21:00", resolution: "Sat 2026-11-21 17:00" },
    ],
    [
      "Fri 2026-11-20 17:00",
      { severity: "P1" },
      { firstResponse: "Sat 2026-11-21 01:00", resolution: "Mon 2026-11-23 17:00" },
    ],
    [
      "Fri 2026-11-20 17:00",
      { severity: "P2" },
      { firstResponse: "Sat 2026-11-21 17:00", resolution: "Fri 2026-11-27 17:00" },
    ],
    [
      "Fri 2026-11-20 17:00",
      { severity: "P3" },
      { firstResponse: "Sun 2026-11-22 17:00", resolution: "byArrangement" },
    ],
    ["Fri 2026-11-20 17:00", { channel: "technicalSupport" }, { firstResponse: "Sat 2026-11-21 17:00" }],
    ["Fri 2026-11-20 17:00", { channel: "urgentSupport" }, { firstResponse: "Fri 2026-11-20 17:00" }],
    ["Fri 2026-11-20 17:00", { channel: "businessEnquiries" }, { firstResponse: "Sun 2026-11-22 17:00" }],
  ];

  const OUTSIDE: Rows = [
    ["Sat 2026-11-21 03:00", { tier: "basic" }, { firstResponse: "Sun 2026-11-22 03:00" }],
    ["Sat 2026-11-21 03:00", { tier: "standard" }, { firstResponse: "Sat 2026-11-21 11:00" }],
    ["Sat 2026-11-21 03:00", { tier: "premium" }, { firstResponse: "Sat 2026-11-21 07:00" }],
    [
      "Sat 2026-11-21 03:00",
      { severity: "P0" },
      { firstResponse: "Sat 2026-11-21 07:00", resolution: "Sun 2026-11-22 03:00" },
    ],
    [
      "Sat 2026-11-21 03:00",
      { severity: "P1" },
      { firstResponse: "Sat 2026-11-21 11:00", resolution: "Tue 2026-11-24 03:00" },
    ],
    [
      "Sat 2026-11-21 03:00",
      { severity: "P2" },
      { firstResponse: "Sun 2026-11-22 03:00", resolution: "Sat 2026-11-28 03:00" },
    ],
    [
      "Sat 2026-11-21 03:00",
      { severity: "P3" },
      { firstResponse: "Mon 2026-11-23 03:00", resolution: "byArrangement" },
    ],
    // A mail is taken in at the next opening, Monday 9:00, and then runs as elapsed time.
    ["Sat 2026-11-21 03:00", { channel: "technicalSupport" }, { firstResponse: "Tue 2026-11-24 09:00" }],
    ["Sat 2026-11-21 03:00", { channel: "urgentSupport" }, { firstResponse: "Sat 2026-11-21 03:00" }],
    ["Sat 2026-11-21 03:00", { channel: "businessEnquiries" }, { firstResponse: "Wed 2026-11-25 09:00" }],
    ["Fri 2026-11-20 18:00", { channel: "technicalSupport" }, { firstResponse: "Tue 2026-11-24 09:00" }],
    // No holidays are named: 1 October is a Thursday like any other.
    ["Thu 2026-10-01 10:00", { channel: "technicalSupport" }, { firstResponse: "Fri 2026-10-02 10:00" }],
  ];

  it.each(INSIDE)("answers inside the contacts' hours, from %s, %j: %j", (...row) => {
    expectAnswers(policy, row, OFFSETS.shanghai);
  });

  it.each(OUTSIDE)("answers outside the contacts' hours, from %s, %j: %j", (...row) => {
    expectAnswers(policy, row, OFFSETS.shanghai);
  });

  it("answers every row of the document", () => {
    expect(rowsAsked(policy, [INSIDE])).toEqual(allRows(policy));
    expect(rowsAsked(policy, [OUTSIDE])).toEqual(allRows(policy));
  });

  it.each<[string, Keys, [promise: string, binds: boolean][]]>([
    [
      "the severity",
      { tier: "basic", severity: "P0" },
      [
        ["Sat 2026-11-21 17:00", false],
        ["Fri 2026-11-20 21:00", true],
      ],
    ],
    [
      "the tier",
      { tier: "premium", severity: "P3" },
      [
        ["Fri 2026-11-20 21:00", true],
        ["Sun 2026-11-22 17:00", false],
      ],
    ],
    [
      "the first of two that are as soon",
      { tier: "standard", severity: "P1" },
      [
        ["Sat 2026-11-21 01:00", true],
        ["Sat 2026-11-21 01:00", false],
      ],
    ],
    [
      "the phone",
      { tier: "premium", severity: "P0", channel: "urgentSupport" },
      [
        ["Fri 2026-11-20 21:00", false],
        ["Fri 2026-11-20 21:00", false],
        ["Fri 2026-11-20 17:00", true],
      ],
    ],
  ])("shows every response promise and lets the sooner one bind: %s", (_, keys, expected) => {
    const deadlines = deadlinesFor(policy, { ...keys, openedAt: at("Fri 2026-11-20 17:00 +08:00") });
    const responses = deadlines.filter(({ metric }) => metric === "firstResponse");
    expect(responses.map((deadline) => deadline.promise === "deadline" && [deadline.dueAt, deadline.binds])).toEqual(
      expected.map(([dueAt, binds]) => [at(`${dueAt} +08:00`), binds]),
    );
    const resolutions = deadlines.filter(({ metric }) => metric === "resolution");
    expect(resolutions.map(({ binds }) => binds)).toEqual([true]);
  });

  it("keeps the local time of a week in another zone over a change of its clock", () => {
    const newYork = compilePolicy(ailib, { zone: "America/New_York" });
    const openedAt = at("Fri 2026-10-30 17:00 -04:00");
    const [response, resolution] = deadlinesFor(newYork, { openedAt, severity: "P2" });
    expect(response).toMatchObject({ dueAt: at("Sat 2026-10-31 17:00 -04:00") });
    expect(resolution).toMatchObject({ dueAt: at("Fri 2026-11-06 17:00 -05:00") });
  });

  it("writes text in UTC+8", () => {
    const deadlines = deadlinesFor(policy, { openedAt: "2026-11-20T09:00Z", tier: "premium" });
    expect(one(deadlines)).toMatchObject({ dueAt: "2026-11-20T21:00:00+08:00" });
  });
});

describe("deadlinesFor, of goframe", () => {
  const policy = compilePolicy(goframe) as CompiledPolicy;

  const WEEKDAY: Rows = [
    ["Fri 2026-11-20 17:00", { tier: "community" }, { firstResponse: "notGuaranteed" }],
    ["Fri 2026-11-20 17:00", { tier: "basic" }, { firstResponse: "Sat 2026-11-21 17:00" }],
    ["Fri 2026-11-20 17:00", { tier: "advanced" }, { firstResponse: "Sat 2026-11-21 05:00" }],
    ["Fri 2026-11-20 17:00", { tier: "enterprise" }, { firstResponse: "Sat 2026-11-21 01:00" }],
  ];

  const SUNDAY_NIGHT: Rows = [
    ["Sun 2026-11-22 03:00", { tier: "community" }, { firstResponse: "notGuaranteed" }],
    ["Sun 2026-11-22 03:00", { tier: "basic" }, { firstResponse: "Mon 2026-11-23 03:00" }],
    ["Sun 2026-11-22 03:00", { tier: "advanced" }, { firstResponse: "Sun 2026-11-22 15:00" }],
    ["Sun 2026-11-22 03:00", { tier: "enterprise" }, { firstResponse: "Sun 2026-11-22 11:00" }],
  ];

  it.each([...WEEKDAY, ...SUNDAY_NIGHT])("answers at any hour, from %s, %j: %j", (...row) => {
    const deadline = one(expectAnswers(policy, row, OFFSETS.shanghai));
    expect(deadline.binds).toBe(true);
    if (deadline.promise === "deadline") expect(deadline).toMatchObject({ calendar: undefined, beyondKnown: false });
  });

  it("answers every row of the document", () => {
    expect(rowsAsked(policy, [WEEKDAY])).toEqual(allRows(policy));
    expect(rowsAsked(policy, [SUNDAY_NIGHT])).toEqual(allRows(policy));
  });

  it("says of the community plan that nothing is guaranteed, without a number", () => {
    const deadline = one(deadlinesFor(policy, { openedAt: "2026-11-20T17:00+08:00", tier: "开源社区" }));
    expect(Object.keys(deadline).sort()).toEqual(["binds", "metric", "notices", "promise", "row"]);
    expect(deadline).toMatchObject({ metric: "firstResponse", promise: "notGuaranteed", row: 0, binds: true });
  });

  it("writes text with the offset that came in, as no zone is named", () => {
    const deadline = one(deadlinesFor(policy, { openedAt: "2026-11-20T17:00-08:00", tier: "enterprise" }));
    expect(deadline).toMatchObject({ dueAt: "2026-11-21T01:00:00-08:00" });
  });
});

describe("deadlinesFor, of websoft9", () => {
  const policy = compilePolicy(websoft9) as CompiledPolicy;

  const INSIDE: Rows = ["ticket", "mail", "qq", "wechat", "phone"].map((channel) => {
    return ["Fri 2026-11-20 15:59", { channel }, { firstResponse: "Fri 2026-11-20 15:59" }] as const;
  });

  const OUTSIDE: Rows = [
    ["Fri 2026-11-20 16:00", { channel: "ticket" }, { firstResponse: "Fri 2026-11-20 16:00" }],
    ["Fri 2026-11-20 16:00", { channel: "mail" }, { firstResponse: "Fri 2026-11-20 16:00" }],
    ["Fri 2026-11-20 16:00", { channel: "qq" }, { firstResponse: "Mon 2026-11-23 08:00" }],
    ["Fri 2026-11-20 16:00", { channel: "wechat" }, { firstResponse: "Mon 2026-11-23 08:00" }],
    ["Fri 2026-11-20 16:00", { channel: "phone" }, { firstResponse: "Sat 2026-11-21 08:00" }],
  ];

  const MORE: Rows = [
    ["Sun 2026-11-22 03:00", { channel: "ticket" }, { firstResponse: "Sun 2026-11-22 03:00" }],
    ["Sun 2026-11-22 03:00", { channel: "mail" }, { firstResponse: "Sun 2026-11-22 03:00" }],
    ["Sun 2026-11-22 03:00", { channel: "phone" }, { firstResponse: "Sun 2026-11-22 08:00" }],
    ["Sun 2026-11-22 10:00", { channel: "phone" }, { firstResponse: "Sun 2026-11-22 10:00" }],
    ["Sun 2026-11-22 10:00", { channel: "qq" }, { firstResponse: "Mon 2026-11-23 08:00" }],
    ["Mon 2026-11-23 07:59", { channel: "wechat" }, { firstResponse: "Mon 2026-11-23 08:00" }],
    // Inside the standard hours, but after the eight of 5×8.
    ["Fri 2026-11-20 17:00", { channel: "qq" }, { firstResponse: "Mon 2026-11-23 08:00" }],
    // No working days are named: National Day is a Thursday like any other.
    ["Thu 2026-10-01 10:00", { channel: "qq" }, { firstResponse: "Thu 2026-10-01 10:00" }],
  ];

  it.each(INSIDE)("answers at once inside a channel's hours, from %s, %j: %j", (...row) => {
    expect(one(expectAnswers(policy, row, OFFSETS.shanghai))).toMatchObject({ amount: "immediate", binds: true });
  });

  it.each([...OUTSIDE, ...MORE])("answers at the channel's next opening, from %s, %j: %j", (...row) => {
    expect(one(expectAnswers(policy, row, OFFSETS.shanghai))).toMatchObject({ amount: "immediate", binds: true });
  });

  it("answers every row of the document", () => {
    expect(rowsAsked(policy, [INSIDE])).toEqual(allRows(policy));
    expect(rowsAsked(policy, [OUTSIDE])).toEqual(allRows(policy));
  });

  it("anchors the eight hours where the parameter says", () => {
    const nine = compilePolicy(websoft9, { anchor: "09:00" }) as CompiledPolicy;
    expectAnswers(
      nine,
      ["Fri 2026-11-20 16:30", { channel: "qq" }, { firstResponse: "Fri 2026-11-20 16:30" }],
      OFFSETS.shanghai,
    );
    expectAnswers(
      nine,
      ["Fri 2026-11-20 08:00", { channel: "phone" }, { firstResponse: "Fri 2026-11-20 09:00" }],
      OFFSETS.shanghai,
    );
  });

  it.each(["wechat", "WeChat", "微信"])("knows the channel as %j", (channel) => {
    expect(one(deadlinesFor(policy, { openedAt: 0, channel })).row).toBe(3);
  });
});

describe("deadlinesFor, of tidb-cloud", () => {
  const policy = compilePolicy(tidbCloud, { zone: "America/New_York" }) as CompiledPolicy;

  const BASIC: Rows = ["S1", "S2", "S3", "S4"].map((severity) => {
    return ["Fri 2026-11-20 17:00", { tier: "basic", severity }, { firstResponse: "notGuaranteed" }] as const;
  });

  /** An hour is left on Friday; nine on each day after. */
  const INSIDE: Rows = [
    ["Fri 2026-11-20 17:00", { tier: "developer", severity: "S1" }, { firstResponse: "Mon 2026-11-23 12:00" }],
    ["Fri 2026-11-20 17:00", { tier: "developer", severity: "S2" }, { firstResponse: "Mon 2026-11-23 16:00" }],
    ["Fri 2026-11-20 17:00", { tier: "developer", severity: "S3" }, { firstResponse: "Tue 2026-11-24 11:00" }],
    ["Fri 2026-11-20 17:00", { tier: "developer", severity: "S4" }, { firstResponse: "Wed 2026-11-25 14:00" }],
    ["Fri 2026-11-20 17:00", { tier: "enterprise", severity: "S1" }, { firstResponse: "Fri 2026-11-20 18:00" }],
    ["Fri 2026-11-20 17:00", { tier: "enterprise", severity: "S2" }, { firstResponse: "Fri 2026-11-20 19:00" }],
    ["Fri 2026-11-20 17:00", { tier: "enterprise", severity: "S3" }, { firstResponse: "Mon 2026-11-23 16:00" }],
    ["Fri 2026-11-20 17:00", { tier: "enterprise", severity: "S4" }, { firstResponse: "Wed 2026-11-25 14:00" }],
    ["Fri 2026-11-20 17:00", { tier: "premium", severity: "S1" }, { firstResponse: "Fri 2026-11-20 17:30" }],
    ["Fri 2026-11-20 17:00", { tier: "premium", severity: "S2" }, { firstResponse: "Fri 2026-11-20 18:00" }],
    ["Fri 2026-11-20 17:00", { tier: "premium", severity: "S3" }, { firstResponse: "Mon 2026-11-23 12:00" }],
    ["Fri 2026-11-20 17:00", { tier: "premium", severity: "S4" }, { firstResponse: "Wed 2026-11-25 14:00" }],
  ];

  /** From Monday's opening, 24 working hours are two days of nine hours and six more. */
  const OUTSIDE: Rows = [
    ["Sun 2026-11-22 03:00", { tier: "developer", severity: "S1" }, { firstResponse: "Mon 2026-11-23 13:00" }],
    ["Sun 2026-11-22 03:00", { tier: "developer", severity: "S2" }, { firstResponse: "Mon 2026-11-23 17:00" }],
    ["Sun 2026-11-22 03:00", { tier: "developer", severity: "S3" }, { firstResponse: "Tue 2026-11-24 12:00" }],
    ["Sun 2026-11-22 03:00", { tier: "developer", severity: "S4" }, { firstResponse: "Wed 2026-11-25 15:00" }],
    ["Sun 2026-11-22 03:00", { tier: "enterprise", severity: "S1" }, { firstResponse: "Sun 2026-11-22 04:00" }],
    ["Sun 2026-11-22 03:00", { tier: "enterprise", severity: "S2" }, { firstResponse: "Sun 2026-11-22 05:00" }],
    ["Sun 2026-11-22 03:00", { tier: "enterprise", severity: "S3" }, { firstResponse: "Mon 2026-11-23 17:00" }],
    ["Sun 2026-11-22 03:00", { tier: "enterprise", severity: "S4" }, { firstResponse: "Wed 2026-11-25 15:00" }],
    ["Sun 2026-11-22 03:00", { tier: "premium", severity: "S1" }, { firstResponse: "Sun 2026-11-22 03:30" }],
    ["Sun 2026-11-22 03:00", { tier: "premium", severity: "S2" }, { firstResponse: "Sun 2026-11-22 04:00" }],
    ["Sun 2026-11-22 03:00", { tier: "premium", severity: "S3" }, { firstResponse: "Mon 2026-11-23 13:00" }],
    ["Sun 2026-11-22 03:00", { tier: "premium", severity: "S4" }, { firstResponse: "Wed 2026-11-25 15:00" }],
  ];

  it.each(BASIC)("guarantees the plan Basic nothing, from %s, %j: %j", (...row) => {
    expect(one(expectAnswers(policy, row, OFFSETS.newYork))).toMatchObject({ binds: true });
  });

  it.each(INSIDE)("answers inside working hours, from %s, %j: %j", (...row) => {
    expect(one(expectAnswers(policy, row, OFFSETS.newYork))).toMatchObject({ binds: true, beyondKnown: false });
  });

  it.each(OUTSIDE)("answers outside working hours, from %s, %j: %j", (...row) => {
    expect(one(expectAnswers(policy, row, OFFSETS.newYork))).toMatchObject({ binds: true, beyondKnown: false });
  });

  it("answers every row of the document", () => {
    expect(rowsAsked(policy, [BASIC, INSIDE])).toEqual(allRows(policy));
    expect(rowsAsked(policy, [BASIC, OUTSIDE])).toEqual(allRows(policy));
  });

  it("keeps working hours on the customer's wall clock over a change of it, and plain hours elapsed", () => {
    const s1 = deadlinesFor(policy, { openedAt: at("Fri 2026-10-30 17:00 -04:00"), tier: "developer", severity: "S1" });
    expect(one(s1)).toMatchObject({ dueAt: at("Mon 2026-11-02 12:00 -05:00") });
    const s2 = deadlinesFor(policy, {
      openedAt: at("Sun 2026-11-01 00:30 -04:00"),
      tier: "enterprise",
      severity: "S2",
    });
    expect(one(s2)).toMatchObject({ dueAt: at("Sun 2026-11-01 01:30 -05:00") });
  });

  it.each([
    ["Asia/Shanghai", "2026-11-20T17:00+08:00", "2026-11-23T12:00:00+08:00"],
    ["America/New_York", "2026-11-20T17:00-05:00", "2026-11-23T12:00:00-05:00"],
    // 17:00 in Shanghai is 22:00 in Auckland, after hours.
    ["Pacific/Auckland", "2026-11-20T17:00+08:00", "2026-11-23T13:00:00+13:00"],
    ["Asia/Kolkata", "2026-11-20 17:00", "2026-11-23T12:00:00+05:30"],
  ])("runs on the clock of the ticket's zone %s", (zone, openedAt, dueAt) => {
    const local = compilePolicy(tidbCloud);
    expect(one(deadlinesFor(local, { openedAt, zone, tier: "developer", severity: "S1" }))).toMatchObject({ dueAt });
  });

  it("takes the customer's holidays as a parameter", () => {
    const holidays = [{ date: "2026-11-26", name: "Thanksgiving" }, "2026-11-27"];
    const withHolidays = compilePolicy(tidbCloud, { zone: "America/New_York", holidays }) as CompiledPolicy;
    const keys = { tier: "developer", severity: "S3" };
    // An hour on Wednesday, nine on Monday, two on Tuesday.
    const row = ["Wed 2026-11-25 17:00", keys, { firstResponse: "Tue 2026-12-01 11:00" }] as const;
    expectAnswers(withHolidays, row, OFFSETS.newYork);
  });
});
