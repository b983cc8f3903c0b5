/** Deadlines of columns of tickets: how columns are read and written, and what is refused. */
import { describe, expect, it } from "vitest";
import { ailib, chinanetcloud, tidbCloud } from "../../src/catalog.js";
import {
  type BatchDeadlines,
  type CompiledPolicy,
  compilePolicy,
  deadlinesBatch,
  type KeyIndexes,
  type Policy,
  type TicketColumns,
} from "../../src/index.js";
import { at } from "../support/at.js";
import { errorOf, expectIssues } from "../support/expect.js";

type IssueAt = Parameters<typeof expectIssues>[1];

const HOUR = 3_600_000;
const FRIDAY = at("Fri 2026-11-20 17:00 +08:00");

const cloud = compilePolicy(chinanetcloud);

/** One promise for all tickets, in Shanghai. */
function policyOf(...targets: Policy["targets"]): CompiledPolicy {
  return compilePolicy({
    name: "columns",
    zone: "Asia/Shanghai",
    calendars: { office: { hours: "Mon-Fri 09:00-18:00", holidays: [] } },
    severities: { S1: { aliases: ["urgent", "P1"] }, S2: {}, S3: {} },
    dimensions: { region: ["EU", "US"] },
    workingDayRule: "sameTime",
    targets,
  } as Policy);
}

/** Hours by severity: the answer tells which key was read. */
const BY_SEVERITY = policyOf(
  { when: { severity: "S1" }, metric: "resolution", within: "1 hour" },
  { when: { severity: "S2" }, metric: "resolution", within: "2 hours" },
  { when: { severity: "S3" }, metric: "resolution", within: "3 hours" },
);

const openings = (count: number) => new Float64Array(count).fill(FRIDAY);

/** The hours after which each ticket of a metric is due. */
function hours(answer: BatchDeadlines, metric = "resolution"): number[] {
  return [...answer.deadlines[metric]!.dueAt].map((due) => (due - FRIDAY) / HOUR);
}

describe("deadlinesBatch", () => {
  it("answers each metric with the deadlines that bind and their rows", () => {
    const { deadlines } = deadlinesBatch(cloud, {
      openedAt: Float64Array.of(FRIDAY, at("Sat 2026-11-21 10:00 +08:00"), at("Thu 2026-10-01 10:00 +08:00")),
      severity: Uint8Array.of(0, 2, 3),
    });
    const expected = {
      firstResponse: ["Fri 2026-11-20 17:15 +08:00", "Sat 2026-11-21 14:00 +08:00", "Fri 2026-10-09 09:30 +08:00"],
      resolution: ["Fri 2026-11-20 18:00 +08:00", "Tue 2026-11-24 09:30 +08:00", "Mon 2026-10-12 09:30 +08:00"],
      limit: ["Fri 2026-11-20 21:00 +08:00", "Wed 2026-11-25 09:30 +08:00", "Wed 2026-10-14 09:30 +08:00"],
    };
    const found = Object.entries(deadlines).map(([metric, { dueAt }]) => [metric, [...dueAt]]);
    expect(found).toStrictEqual(Object.entries(expected).map(([metric, dues]) => [metric, dues.map(at)]));
    expect([...deadlines["resolution"]!.row]).toStrictEqual([1, 7, 10]);
    expect([...deadlines["resolution"]!.beyondKnown]).toStrictEqual([0, 0, 0]);
  });

  it.each<[string, KeyIndexes]>([
    ["Uint8Array", Uint8Array.of(2, 0, -1, 1)],
    ["Uint16Array", Uint16Array.of(2, 0, -1, 1)],
    ["Uint32Array", Uint32Array.of(2, 0, -1, 1)],
    ["Int8Array", Int8Array.of(2, 0, -1, 1)],
    ["Int16Array", Int16Array.of(2, 0, -1, 1)],
    ["Int32Array", Int32Array.of(2, 0, -1, 1)],
  ])("reads indexes of the policy's keys from a %s, -1 being none", (_, severity) => {
    expect(hours(deadlinesBatch(BY_SEVERITY, { openedAt: openings(4), severity }))).toStrictEqual([
      3,
      1,
      Number.NaN,
      2,
    ]);
  });

  it("reads columns that begin within their memory", () => {
    const severity = new Int16Array([1, 1, 2, 0, -1]).subarray(2);
    const openedAt = openings(6).subarray(3);
    expect(hours(deadlinesBatch(BY_SEVERITY, { openedAt, severity }))).toStrictEqual([3, 1, Number.NaN]);
  });

  it.each<[string, TicketColumns["severity"], number[]]>([
    ["one key for all", "S2", [2, 2, 2]],
    ["one alias for all, in any case", "p1", [1, 1, 1]],
    [
      "keys of one's own, two of them aliases of one",
      { keys: ["P1", "S3", "URGENT"], indexes: Uint8Array.of(0, 1, 2) },
      [1, 3, 1],
    ],
    ["no keys of one's own", { keys: [], indexes: Int8Array.of(-1, -1, -1) }, [Number.NaN, Number.NaN, Number.NaN]],
    ["nothing", undefined, [Number.NaN, Number.NaN, Number.NaN]],
  ])("takes %s", (_, severity, expected) => {
    expect(hours(deadlinesBatch(BY_SEVERITY, { openedAt: openings(3), severity }))).toStrictEqual(expected);
  });

  it.each<[string, TicketColumns["urgent"], number[]]>([
    ["absent, as false", undefined, [8, 8, 8]],
    ["for all", true, [1, 1, 1]],
    ["for each", Uint8Array.of(1, 0, 1), [1, 8, 1]],
    ["for each, or not given", Int8Array.of(1, -1, 0), [1, 8, 8]],
  ])("takes urgent %s", (_, urgent, expected) => {
    const policy = policyOf(
      { when: { urgent: true }, metric: "resolution", within: "1 hour" },
      { when: { urgent: false }, metric: "resolution", within: "8 hours" },
    );
    expect(hours(deadlinesBatch(policy, { openedAt: openings(3), urgent }))).toStrictEqual(expected);
  });

  it("takes the policy's own dimensions among the attributes, beside other keys", () => {
    const policy = policyOf(
      { when: { region: "US", severity: "S1" }, metric: "resolution", within: "1 hour" },
      { when: { region: "EU" }, metric: "resolution", within: "2 hours" },
      { when: { severity: "S3" }, metric: "resolution", within: "3 hours" },
    );
    const answer = deadlinesBatch(policy, {
      openedAt: openings(5),
      severity: Uint8Array.of(0, 0, 2, 2, 0),
      attributes: { region: Uint8Array.of(1, 0, 0, -1, -1) },
    });
    expect(hours(answer)).toStrictEqual([1, 2, 2, 3, Number.NaN]);
    expect([...answer.deadlines["resolution"]!.row]).toStrictEqual([0, 1, 1, 2, -1]);
  });

  it("floors openings to the millisecond", () => {
    const { deadlines } = deadlinesBatch(BY_SEVERITY, { openedAt: Float64Array.of(FRIDAY + 0.9), severity: "S1" });
    expect(deadlines["resolution"]!.dueAt[0]).toBe(FRIDAY + HOUR);
  });

  it("says by the row why there is no deadline", () => {
    const policy = policyOf(
      { when: { severity: "S1" }, metric: "resolution", within: "not guaranteed" },
      { when: { severity: "S2" }, metric: "resolution", within: "by arrangement" },
      { when: { severity: "S2" }, metric: "firstResponse", within: "1 hour" },
    );
    const { deadlines } = deadlinesBatch(policy, { openedAt: openings(3), severity: Uint8Array.of(0, 1, 2) });
    expect([...deadlines["resolution"]!.dueAt]).toStrictEqual([Number.NaN, Number.NaN, Number.NaN]);
    expect([...deadlines["resolution"]!.row]).toStrictEqual([0, 1, -1]);
    expect([...deadlines["firstResponse"]!.row]).toStrictEqual([-1, 2, -1]);
    expect([...deadlines["firstResponse"]!.dueAt]).toStrictEqual([Number.NaN, FRIDAY + HOUR, Number.NaN]);
  });

  it.each<[Policy["binding"], number[], number[]]>([
    ["earliest", [3, 3], [2, 2]],
    ["first", [8, 8], [0, 0]],
    ["mostSpecific", [5, 3], [1, 2]],
  ])("binds the %s", (binding, expected, rows) => {
    const { definition } = policyOf(
      { metric: "resolution", within: "8 hours" },
      { when: { severity: "S1" }, metric: "resolution", within: "5 hours" },
      { when: { severity: ["S1", "S2"] }, metric: "resolution", within: "3 hours" },
      { metric: "resolution", within: "3 hours" },
      { metric: "resolution", within: "by arrangement" },
    );
    const policy = compilePolicy({ ...definition, ...(binding && { binding }) });
    const answer = deadlinesBatch(policy, { openedAt: openings(2), severity: Uint8Array.of(0, 1) });
    expect(hours(answer)).toStrictEqual(expected);
    expect([...answer.deadlines["resolution"]!.row]).toStrictEqual(rows);
  });

  it("knows the list until 28 December 2026, that day included, and says so of the row that binds", () => {
    const openedAt = Float64Array.of(at("Fri 2026-12-25 15:00 +08:00"), at("Thu 2027-09-30 17:00 +08:00"));
    const { deadlines } = deadlinesBatch(cloud, { openedAt, severity: "L3" });
    expect([...deadlines["firstResponse"]!.beyondKnown]).toStrictEqual([0, 0]);
    expect([...deadlines["resolution"]!.beyondKnown]).toStrictEqual([0, 1]);
    expect([...deadlines["limit"]!.beyondKnown]).toStrictEqual([1, 1]);
  });

  it("does not know whether a request of the last known evening is taken in on the next morning", () => {
    const openedAt = Float64Array.of(at("Mon 2026-12-28 19:00 +08:00"), at("Mon 2026-12-28 17:00 +08:00"));
    const { deadlines } = deadlinesBatch(cloud, { openedAt, severity: "L1", type: "REQUEST" });
    expect([...deadlines["firstResponse"]!.dueAt]).toStrictEqual([
      at("Tue 2026-12-29 09:45 +08:00"),
      at("Mon 2026-12-28 17:15 +08:00"),
    ]);
    expect([...deadlines["firstResponse"]!.beyondKnown]).toStrictEqual([1, 0]);
  });

  it("takes the zone of the columns before the parameter's where times are local", () => {
    const policy = compilePolicy(
      {
        name: "local",
        zone: "local",
        calendars: { office: { hours: "Mon-Fri 09:00-18:00", holidays: [] } },
        targets: [{ metric: "firstResponse", within: "1 working hour", calendar: "office" }],
      },
      { zone: "UTC" },
    );
    const openedAt = Float64Array.of(at("Fri 2026-11-20 00:00 Z")); // 09:00 in Tokyo, before the opening in UTC
    const dueIn = (zone?: string) => deadlinesBatch(policy, { openedAt, zone }).deadlines["firstResponse"]!.dueAt[0];
    expect(dueIn("Asia/Tokyo")).toBe(at("Fri 2026-11-20 10:00 +09:00"));
    expect(dueIn()).toBe(at("Fri 2026-11-20 10:00 Z"));
  });

  it("refuses local time without a zone before anything is computed", () => {
    const policy = compilePolicy({ ...tidbCloud, zone: "local" });
    expectIssues(() => deadlinesBatch(policy, { openedAt: openings(1) }), ["missing_parameter", "zone"]);
  });

  it("computes only the metrics that are asked for", () => {
    const policy = policyOf(
      { metric: "firstResponse", within: "1 hour" },
      { metric: "resolution", within: "2700 months" }, // beyond 2200
    );
    const { deadlines } = deadlinesBatch(policy, { openedAt: openings(1), metrics: ["firstResponse"] });
    expect(deadlines).toStrictEqual({
      firstResponse: { dueAt: Float64Array.of(FRIDAY + HOUR), row: Int32Array.of(0), beyondKnown: Uint8Array.of(0) },
    });
    expectIssues(() => deadlinesBatch(policy, { openedAt: openings(1) }), ["out_of_range", "openedAt.0"]);
  });

  it("tells the notices that any answer depends on once, in the order of the policy", () => {
    const policy = compilePolicy({
      name: "silent",
      zone: "UTC",
      calendars: { office: { hours: "5x8" }, hotline: { hours: "Mon-Fri 08:00-20:00" } },
      severities: { S1: {}, S2: {}, S3: {} },
      targets: [
        { when: { severity: "S1" }, metric: "resolution", within: "1 working day", calendar: "office" },
        { when: { severity: "S2" }, metric: "resolution", within: "1 working hour", calendar: "hotline" },
        { when: { severity: "S3" }, metric: "resolution", within: "1 hour" },
      ],
    });
    const codes = (severity: Uint8Array) =>
      deadlinesBatch(policy, { openedAt: openings(3), severity }).notices.map(({ code, path }) => `${code} ${path[1]}`);
    expect(codes(Uint8Array.of(2, 2, 2))).toStrictEqual([]);
    expect(codes(Uint8Array.of(1, 2, 1))).toStrictEqual(["no_holidays hotline"]);
    expect(codes(Uint8Array.of(1, 2, 0))).toStrictEqual([
      "anchor_by_default office",
      "no_holidays office",
      "no_holidays hotline",
      "rule_by_default 0",
    ]);
  });

  it.each<[string, string[], string[]]>([
    [
      "one that was",
      ["Fri 2026-11-20 00:00 +08:00", "Thu 2026-11-19 23:59 +08:00", "Wed 2026-11-18 00:00 +08:00"],
      ["2026-11-19"],
    ],
    ["none that was", ["Fri 2026-11-20 00:00 +08:00", "Sat 2026-11-21 00:00 +08:00"], []],
  ])("says of the first ticket that it was opened before the policy is in effect: %s", (_, opened, dates) => {
    const { definition } = policyOf({ metric: "resolution", within: "1 hour" });
    const policy = compilePolicy({ ...definition, effectiveFrom: "2026-11-20" });
    const { notices } = deadlinesBatch(policy, { openedAt: Float64Array.from(opened, at) });
    expect(notices.map(({ code, message }) => [code, /\d{4}-\d\d-\d\d/.exec(message)?.[0]])).toStrictEqual(
      dates.map((date) => ["before_effective", date]),
    );
  });

  it("has empty answers to empty columns", () => {
    const answer = deadlinesBatch(BY_SEVERITY, { openedAt: openings(0), severity: Uint8Array.of() });
    const empty = { dueAt: new Float64Array(0), row: new Int32Array(0), beyondKnown: new Uint8Array(0) };
    expect(answer).toStrictEqual({ deadlines: { resolution: empty }, notices: [] });
  });

  it("keeps many tickets with many combinations of keys apart", () => {
    const regions = Array.from({ length: 300 }, (_, i) => `R${i}`);
    const teams = Array.from({ length: 71 }, (_, i) => `T${i}`);
    const policy = compilePolicy({
      name: "many",
      dimensions: { region: regions, team: teams },
      binding: "mostSpecific",
      targets: [
        { metric: "resolution", within: "1000 hours" },
        ...regions.map((region, i) => ({ when: { region }, metric: "resolution", within: `${i + 1} hours` })),
        { when: { region: "R7", team: "T69" }, metric: "resolution", within: "500 hours" },
      ],
    });
    const count = 23_456;
    const region = Int16Array.from({ length: count }, (_, i) => ((i * 7919) % 301) - 1);
    const team = Uint8Array.from({ length: count }, (_, i) => (i * 31) % 71);
    const answer = deadlinesBatch(policy, { openedAt: openings(count), attributes: { region, team } });
    const expected = Array.from(region, (r, i) => (r === 7 && team[i] === 69 ? 500 : r === -1 ? 1000 : r + 1));
    expect(hours(answer)).toStrictEqual(expected);
    expect(expected).toContain(500);
  });

  it("changes nothing that is handed in", () => {
    const columns = {
      openedAt: Float64Array.of(FRIDAY + 0.5, FRIDAY),
      severity: { keys: ["S1", "S2"], indexes: Uint8Array.of(1, 255) },
      urgent: Uint8Array.of(0, 1),
      attributes: { region: "US" },
    };
    const before = structuredClone(columns);
    deadlinesBatch(BY_SEVERITY, columns);
    expect(columns).toStrictEqual(before);
  });
});

describe("deadlinesBatch at the edges of what has answers", () => {
  const FIRST = -2_208_988_800_000;
  const LAST = 7_289_654_400_000 - 1;

  it("answers the first and the last millisecond as single tickets", () => {
    const policy = policyOf(
      { metric: "atOnce", within: "immediate" },
      { metric: "open", within: "immediate", calendar: "always" },
      { metric: "starts", within: "0 minutes", startsOn: "always" },
    );
    const { deadlines } = deadlinesBatch(policy, { openedAt: Float64Array.of(FIRST, LAST, FRIDAY) });
    for (const { dueAt } of Object.values(deadlines)) expect([...dueAt]).toStrictEqual([FIRST, LAST, FRIDAY]);
  });

  it("refuses the first ticket whose deadline cannot be told, and writes those before it", () => {
    const policy = policyOf({ metric: "resolution", within: "1 working hour", calendar: "office" });
    const out = deadlinesBatch(policy, { openedAt: openings(5_000) });
    const openedAt = openings(5_000).fill(at("Mon 2026-11-23 09:00 +08:00"));
    openedAt[4_321] = LAST;
    openedAt[4_500] = LAST;
    expectIssues(() => deadlinesBatch(policy, { openedAt }, out), ["never_opens", "openedAt.4321"]);
    const { dueAt } = out.deadlines["resolution"]!;
    expect(new Set(dueAt.subarray(0, 4_321))).toStrictEqual(new Set([at("Mon 2026-11-23 10:00 +08:00")]));
  });
});

describe("deadlinesBatch refuses", () => {
  const three = openings(3);
  const manyKeys = Array.from({ length: 256 }, (_, i) => `K${i}`);
  const rows: readonly [string, unknown, ...IssueAt[]][] = [
    ["no columns", undefined, ["invalid_type", "columns"]],
    ["no openings", { severity: "S1" }, ["invalid_type", "openedAt"]],
    ["a list of openings", { openedAt: [FRIDAY] }, ["invalid_type", "openedAt"]],
    ["openings in 32 bits", { openedAt: Float32Array.of(1) }, ["invalid_type", "openedAt"]],
    ["an opening that is no number", { openedAt: Float64Array.of(0, Number.NaN) }, ["invalid_instant", "openedAt.1"]],
    ["an opening before 1900", { openedAt: Float64Array.of(-1e14, 0) }, ["out_of_range", "openedAt.0"]],
    [
      "an opening at the end of 2200",
      { openedAt: Float64Array.of(0, 7_289_654_400_000) },
      ["out_of_range", "openedAt.1"],
    ],
    ["a column with a typing mistake", { openedAt: three, severities: "S1" }, ["unknown_key", "severities"]],
    [
      "a dimension with a typing mistake",
      { openedAt: three, attributes: { regoin: "EU" } },
      ["unknown_key", "attributes.regoin"],
    ],
    ["attributes that are none", { openedAt: three, attributes: ["EU"] }, ["invalid_type", "attributes"]],
    ["an unknown key for all", { openedAt: three, severity: "S9" }, ["unknown_value", "severity"]],
    ["an unknown index", { openedAt: three, severity: Uint8Array.of(0, 2, 3) }, ["unknown_value", "severity.2"]],
    ["a negative index", { openedAt: three, severity: Int8Array.of(-1, -2, -3) }, ["unknown_value", "severity.1"]],
    [
      "a negative index in 32 bits",
      { openedAt: three, severity: Int32Array.of(-1, 0, -2) },
      ["unknown_value", "severity.2"],
    ],
    [
      "an index of a level that the policy lacks",
      { openedAt: three, tier: Uint8Array.of(255, 0, 0) },
      ["unknown_value", "tier.1"],
    ],
    [
      "a dimension's unknown index",
      { openedAt: three, attributes: { region: Uint16Array.of(0, 1, 2) } },
      ["unknown_value", "attributes.region.2"],
    ],
    [
      "an unknown key of one's own",
      { openedAt: three, severity: { keys: ["S1", "S9"], indexes: new Uint8Array(3) } },
      ["unknown_value", "severity.keys.1"],
    ],
    [
      "an index beyond one's own keys",
      { openedAt: three, severity: { keys: ["S1"], indexes: Uint8Array.of(0, 0, 1) } },
      ["unknown_value", "severity.indexes.2"],
    ],
    ["keys without indexes", { openedAt: three, severity: { keys: ["S1"] } }, ["invalid_type", "severity"]],
    [
      "a key too many beside indexes",
      { openedAt: three, severity: { keys: ["S1"], indexes: new Uint8Array(3), size: 3 } },
      ["unknown_key", "severity.size"],
    ],
    ["a list of keys", { openedAt: three, severity: ["S1", "S2", "S3"] }, ["invalid_type", "severity"]],
    ["indexes in floats", { openedAt: three, severity: Float64Array.of(0, 1, 2) }, ["invalid_type", "severity"]],
    ["a column that is too short", { openedAt: three, severity: Uint8Array.of(0) }, ["invalid_option", "severity"]],
    ["a column that is too long", { openedAt: three, urgent: new Uint8Array(4) }, ["invalid_option", "urgent"]],
    [
      "keys that an array cannot hold",
      { openedAt: three, severity: { keys: manyKeys.fill("S1"), indexes: new Uint8Array(3) } },
      ["invalid_type", "severity.indexes"],
    ],
    ["urgent as text", { openedAt: three, urgent: "yes" }, ["invalid_type", "urgent"]],
    ["urgent as 2", { openedAt: three, urgent: Uint8Array.of(0, 1, 2) }, ["unknown_value", "urgent.2"]],
    ["a zone that does not exist", { openedAt: three, zone: "Asia/Shangai" }, ["invalid_zone", "zone"]],
    [
      "a metric that the policy lacks",
      { openedAt: three, metrics: ["resolution", "limit"] },
      ["unknown_value", "metrics.1"],
    ],
    ["metrics that are no list", { openedAt: three, metrics: "resolution" }, ["invalid_type", "metrics"]],
    [
      "everything wrong at once",
      {
        openedAt: three.map((_, i) => (i === 1 ? Number.NaN : 0)),
        severity: Uint8Array.of(9, 9, 9),
        tier: "gold",
        zone: "Nowhere",
      },
      ["invalid_instant", "openedAt.1"],
      ["unknown_value", "severity.0"],
      ["unknown_value", "tier"],
      ["invalid_zone", "zone"],
    ],
  ];

  it.each(rows)("%s", (_, columns, ...issues) => {
    expectIssues(() => deadlinesBatch(BY_SEVERITY, columns as TicketColumns), ...issues);
  });

  it("before anything is written", () => {
    const out = deadlinesBatch(BY_SEVERITY, { openedAt: three, severity: "S1" });
    const before = structuredClone(out);
    errorOf(() => deadlinesBatch(BY_SEVERITY, { openedAt: three, severity: Uint8Array.of(1, 1, 9) }, out));
    expect(out).toStrictEqual(before);
  });

  it("saying what was expected of an index", () => {
    const [first] = errorOf(() =>
      deadlinesBatch(BY_SEVERITY, { openedAt: three, severity: Int8Array.of(0, -7, 0) }),
    ).issues;
    expect(first).toMatchObject({ expected: "0 to 2 (S1, S2, S3), or -1 for none", received: "-7" });
  });

  it("what is no policy", () => {
    expectIssues(() => deadlinesBatch({} as CompiledPolicy, { openedAt: three }), ["invalid_type", "policy"]);
  });
});

describe("deadlinesBatch writes an earlier answer again", () => {
  const three = openings(3);
  const answer = () => deadlinesBatch(BY_SEVERITY, { openedAt: three, severity: Uint8Array.of(0, 1, 2) });

  it("in its own columns, leaving nothing of what stood there", () => {
    const first = answer();
    const second = deadlinesBatch(BY_SEVERITY, { openedAt: three, severity: Uint8Array.of(2, -1, 0) }, first);
    for (const column of ["dueAt", "row", "beyondKnown"] as const) {
      expect(second.deadlines["resolution"]![column]).toBe(first.deadlines["resolution"]![column]);
    }
    expect(hours(second)).toStrictEqual([3, Number.NaN, 1]);
    expect([...second.deadlines["resolution"]!.row]).toStrictEqual([2, -1, 0]);
  });

  it("in columns of the caller's own, on shared memory", () => {
    const dueAt = new Float64Array(new SharedArrayBuffer(24));
    const row = new Int32Array(new SharedArrayBuffer(12));
    const beyondKnown = new Uint8Array(new SharedArrayBuffer(3));
    deadlinesBatch(
      BY_SEVERITY,
      { openedAt: three, severity: "S3" },
      { deadlines: { resolution: { dueAt, row, beyondKnown } } },
    );
    expect([...dueAt]).toStrictEqual([FRIDAY + 3 * HOUR, FRIDAY + 3 * HOUR, FRIDAY + 3 * HOUR]);
    expect([...row]).toStrictEqual([2, 2, 2]);
  });

  const columns = () => answer().deadlines["resolution"]!;
  const refused: readonly [string, () => unknown, ...IssueAt[]][] = [
    ["no answer", () => 5, ["invalid_type", "out"]],
    ["an answer without deadlines", () => ({}), ["invalid_type", "out"]],
    [
      "an answer without the metric",
      () => ({ deadlines: { firstResponse: columns() } }),
      ["invalid_type", "out.deadlines.resolution.dueAt"],
      ["invalid_type", "out.deadlines.resolution.row"],
      ["invalid_type", "out.deadlines.resolution.beyondKnown"],
    ],
    [
      "a column of another kind",
      () => ({ deadlines: { resolution: { ...columns(), row: new Float64Array(3) } } }),
      ["invalid_type", "out.deadlines.resolution.row"],
    ],
    [
      "a column of another length",
      () => ({ deadlines: { resolution: { ...columns(), dueAt: new Float64Array(2) } } }),
      ["invalid_option", "out.deadlines.resolution.dueAt"],
    ],
    [
      "the openings themselves",
      () => ({ deadlines: { resolution: { ...columns(), dueAt: three } } }),
      ["invalid_option", "out.deadlines.resolution.dueAt"],
    ],
  ];

  it.each(refused)("but not %s", (_, out, ...issues) => {
    expectIssues(() => deadlinesBatch(BY_SEVERITY, { openedAt: three }, out() as BatchDeadlines), ...issues);
  });

  it("but not in columns that overlap each other or what is read", () => {
    const buffer = new ArrayBuffer(64);
    const openedAt = new Float64Array(buffer, 0, 3);
    const overlapping = {
      dueAt: new Float64Array(buffer, 16, 3),
      row: new Int32Array(buffer, 36, 3),
      beyondKnown: new Uint8Array(3),
    };
    const apart = {
      dueAt: new Float64Array(buffer, 24, 3),
      row: new Int32Array(buffer, 48, 3),
      beyondKnown: new Uint8Array(3),
    };
    const run = (resolution: typeof apart) => deadlinesBatch(BY_SEVERITY, { openedAt }, { deadlines: { resolution } });
    expectIssues(
      () => run(overlapping),
      ["invalid_option", "out.deadlines.resolution.dueAt"],
      ["invalid_option", "out.deadlines.resolution.row"],
    );
    expect([...run(apart).deadlines["resolution"]!.row]).toStrictEqual([-1, -1, -1]);
  });
});

describe("deadlinesBatch and the compiler", () => {
  const openedAt = openings(1);
  const lib = compilePolicy(ailib);

  it("knows the policy's keys", () => {
    // @ts-expect-error L9 is no level
    expectIssues(() => deadlinesBatch(cloud, { openedAt, severity: "L9" }), ["unknown_value", "severity"]);
    // @ts-expect-error no such tier
    const gold = () => deadlinesBatch(lib, { openedAt, tier: { keys: ["gold"], indexes: Uint8Array.of(0) } });
    expectIssues(gold, ["unknown_value", "tier.keys.0"]);
    // @ts-expect-error this policy has no tiers
    expectIssues(() => deadlinesBatch(cloud, { openedAt, tier: Uint8Array.of(0) }), ["unknown_value", "tier.0"]);
  });

  it("knows the metrics that were asked for", () => {
    const { deadlines } = deadlinesBatch(cloud, { openedAt, severity: "L1", metrics: ["limit", "resolution"] });
    expect(deadlines.limit.dueAt[0]).toBe(FRIDAY + 4 * HOUR);
    // @ts-expect-error it was not asked for
    expect(deadlines.firstResponse).toBeUndefined();
    const all = deadlinesBatch(cloud, { openedAt, severity: "L1" }).deadlines;
    // @ts-expect-error it may be undefined, as nobody said that there is one
    expect(all["limit"].dueAt[0]).toBe(FRIDAY + 4 * HOUR);
  });
});
