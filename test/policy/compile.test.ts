import { describe, expect, it } from "vitest";
import { catalog, chinanetcloud } from "../../src/catalog.js";
import { china } from "../../src/holidays.js";
import {
  addWorkingTime,
  type CompiledPolicy,
  calendarOf,
  compilePolicy,
  deadlinesFor,
  isOpen,
  isWorkingDay,
  type Policy,
  type PolicyParameters,
  SlaError,
} from "../../src/index.js";
import { at } from "../support/at.js";
import { deepFreeze } from "../support/freeze.js";

/** A policy in order, into which each row of a table puts its mistake. */
const ORDERLY = {
  name: "orderly",
  zone: "Asia/Shanghai",
  calendars: { office: { hours: "Mon-Fri 09:00-18:00", holidays: [] } },
  tiers: { gold: {}, silver: {} },
  severities: { S1: {}, S2: {} },
  dimensions: { region: ["EU", "US"] },
  workingDayRule: "sameTime",
  targets: [{ when: { severity: "S1" }, metric: "firstResponse", within: "4 working hours", calendar: "office" }],
} as const satisfies Policy;

/** Code, path, expected, received. */
type Told = readonly [code: string, path: string, expected: string, received: string];

function issuesOf(policy: unknown, parameters?: unknown): Told[] {
  try {
    compilePolicy(policy as Policy, parameters as PolicyParameters);
  } catch (error) {
    if (!(error instanceof SlaError)) throw error;
    expect(error.code).toBe(error.issues[0]?.code);
    return error.issues.map(({ code, path, expected, received }) => [code, path.join("."), expected, received]);
  }
  throw new Error("nothing was refused");
}

/** One issue: its code, path and value exactly, its expectation in parts of it. */
function expectOnly(issues: readonly Told[], [code, path, expected, received]: Told): void {
  expect(issues).toEqual([[code, path, expect.stringContaining(expected), received]]);
}

/** ORDERLY with the first target changed. */
function withTarget(change: object): object {
  return { ...ORDERLY, targets: [{ ...ORDERLY.targets[0], ...change }] };
}

function noticesOf(policy: CompiledPolicy): string[] {
  return policy.notices.map(({ code, path }) => `${code} ${path.join(".")}`);
}

function codesAndPaths(issues: readonly Told[]): string[] {
  return issues.map(([code, path]) => `${code} ${path}`);
}

describe("compilePolicy: the shape of a policy", () => {
  it.each<[string, unknown, Told]>([
    ["no object", null, ["invalid_type", "", "an object", "null"]],
    ["a text", "policy.yaml", ["invalid_type", "", "an object", "policy.yaml"]],
    ["a list", [], ["invalid_type", "", "an object", "a list of 0"]],
    ["a name that is no text", { ...ORDERLY, name: 5 }, ["invalid_type", "name", "text", "5"]],
    ["an empty name", { ...ORDERLY, name: "" }, ["invalid_type", "name", "text", ""]],
    [
      "targets that are no list",
      { ...ORDERLY, targets: { metric: "x" } },
      ["invalid_type", "targets", "a list", "{ metric }"],
    ],
    [
      "a target that is no object",
      { ...ORDERLY, targets: ["4 hours"] },
      ["invalid_type", "targets.0", "an object", "4 hours"],
    ],
    ["levels that are a list", { ...ORDERLY, tiers: ["gold"] }, ["invalid_type", "tiers", "an object", "a list of 1"]],
    [
      "a level that is nothing",
      { ...ORDERLY, tiers: { gold: null } },
      ["invalid_type", "tiers.gold", "an object", "null"],
    ],
    [
      "aliases that are a text",
      { ...ORDERLY, tiers: { gold: { aliases: "VIP" } } },
      ["invalid_type", "tiers.gold.aliases", "a list", "VIP"],
    ],
    [
      "an alias that is no text",
      { ...ORDERLY, tiers: { gold: { aliases: [1] } } },
      ["invalid_type", "tiers.gold.aliases.0", "text", "1"],
    ],
    ["a title that is a text", { ...ORDERLY, title: "Desk" }, ["invalid_type", "title", "an object", "Desk"]],
    [
      "a dimension that is no list",
      { ...ORDERLY, dimensions: { region: "EU" } },
      ["invalid_type", "dimensions.region", "a list", "EU"],
    ],
    [
      "hours per day that are no number",
      withTarget({ hoursPerDay: "8" }),
      ["invalid_type", "targets.0.hoursPerDay", "a finite number", "8"],
    ],
    [
      "hours per day that are not finite",
      withTarget({ hoursPerDay: Number.NaN }),
      ["invalid_type", "targets.0.hoursPerDay", "a finite number", "NaN"],
    ],
    [
      "conditions that are no object",
      withTarget({ when: "S1" }),
      ["invalid_type", "targets.0.when", "conditions by name", "S1"],
    ],
    [
      "an urgency that is a text",
      withTarget({ when: { urgent: "yes" } }),
      ["invalid_type", "targets.0.when.urgent", "true or false", "yes"],
    ],
    [
      "an intake flag that is a text",
      { ...ORDERLY, assumptions: [{ about: "a", reading: { en: "b" }, usedBy: [{ intake: "yes" }] }] },
      ["invalid_type", "assumptions.0.usedBy.0.intake", "true or false", "yes"],
    ],
    [
      "a calendar that is a number",
      { ...ORDERLY, calendars: { ...ORDERLY.calendars, night: 5 } },
      ["invalid_type", "calendars.night", "zone, hours", "5"],
    ],
    [
      "no name",
      { ...ORDERLY, name: undefined },
      ["missing_key", "name", "name, which every such entry has", "nothing"],
    ],
    ["no targets", { ...ORDERLY, targets: undefined }, ["missing_key", "targets", "targets", "nothing"]],
    [
      "a target without a metric",
      withTarget({ metric: undefined }),
      ["missing_key", "targets.0.metric", "metric", "nothing"],
    ],
    [
      "a target without a promise",
      withTarget({ within: undefined }),
      ["missing_key", "targets.0.within", "within", "nothing"],
    ],
    [
      "an intake rule for nobody",
      { ...ORDERLY, intake: [{ startsOn: "office" }] },
      ["missing_key", "intake.0.when", "when", "nothing"],
    ],
    [
      "an intake rule that waits for nothing",
      { ...ORDERLY, intake: [{ when: {} }] },
      ["missing_key", "intake.0.startsOn", "startsOn", "nothing"],
    ],
    ["a title without English", { ...ORDERLY, title: { zh: "服务台" } }, ["missing_key", "title.en", "en", "nothing"]],
    [
      "a contact without a medium",
      { ...ORDERLY, contacts: { desk: { title: { en: "Desk" } } } },
      ["missing_key", "contacts.desk.medium", "medium", "nothing"],
    ],
    [
      "a statement without its text",
      { ...ORDERLY, statements: [{ about: "hours" }] },
      ["missing_key", "statements.0.text", "text", "nothing"],
    ],
    [
      "a compensation without its measure",
      { ...ORDERLY, compensation: [{ text: { en: "10 %" } }] },
      ["missing_key", "compensation.0.for", "for", "nothing"],
    ],
    [
      "an assumption without its reading",
      { ...ORDERLY, assumptions: [{ about: "hours" }] },
      ["missing_key", "assumptions.0.reading", "reading", "nothing"],
    ],
    [
      "a calendar without hours",
      { ...ORDERLY, calendars: { office: {} } },
      ["missing_key", "calendars.office.hours", '{ mon: ["09:00-18:00"] }', "nothing"],
    ],
    [
      "an unknown binding",
      { ...ORDERLY, binding: "latest" },
      ["unknown_value", "binding", "one of earliest, first, mostSpecific", "latest"],
    ],
    [
      "an unknown rule",
      withTarget({ rule: "endofday" }),
      ["unknown_value", "targets.0.rule", "did you mean endOfDay?", "endofday"],
    ],
    [
      "an unknown rule of the policy",
      { ...ORDERLY, workingDayRule: 1 },
      ["unknown_value", "workingDayRule", "one of sameTime, endOfDay, workingHours", "1"],
    ],
    [
      "an unknown place at closing",
      withTarget({ atClose: "open" }),
      ["unknown_value", "targets.0.atClose", "one of close, nextOpen", "open"],
    ],
    [
      "an unknown measure of compensation",
      { ...ORDERLY, compensation: [{ for: "downtimes", text: { en: "10 %" } }] },
      ["unknown_value", "compensation.0.for", "did you mean downtime?", "downtimes"],
    ],
  ])("refuses %s", (_, policy, told) => {
    expectOnly(issuesOf(policy), told);
  });

  const READING = { about: "hours", reading: { en: "elapsed" } };

  it.each<[string, object, string]>([
    ["severitys", { ...ORDERLY, severitys: {} }, "severities"],
    ["target", { ...ORDERLY, target: [] }, "targets"],
    ["title.ch", { ...ORDERLY, title: { en: "Desk", ch: "服务台" } }, "zh"],
    ["tiers.gold.aliase", { ...ORDERLY, tiers: { gold: { aliase: [] }, silver: {} } }, "aliases"],
    ["severities.S1.criterias", { ...ORDERLY, severities: { S1: { criterias: [] } } }, "criteria"],
    ["channels.mail.calender", { ...ORDERLY, channels: { mail: { calender: "office" } } }, "calendar"],
    ["types.ALERT.note", { ...ORDERLY, types: { ALERT: { note: [] } } }, "notes"],
    [
      "severities.S1.criteria.0.eng",
      { ...ORDERLY, severities: { S1: { criteria: [{ en: "down", eng: "down" }] } } },
      "en",
    ],
    ["targets.0.metrics", withTarget({ metrics: "x" }), "metric"],
    ["targets.0.startOn", withTarget({ startOn: "office" }), "startsOn"],
    ["targets.0.words.zw", withTarget({ words: { en: "x", zw: "x" } }), "zh"],
    ["targets.0.when.severty", withTarget({ when: { severty: "S1" } }), "severity"],
    ["targets.0.when.regions", withTarget({ when: { regions: "EU" } }), "region"],
    ["targets.0.within.units", withTarget({ within: { value: 4, unit: "workingHour", units: "h" } }), "unit"],
    ["intake.0.startOn", { ...ORDERLY, intake: [{ when: {}, startsOn: "office", startOn: "office" }] }, "startsOn"],
    ["intake.0.when.urgnt", { ...ORDERLY, intake: [{ when: { urgnt: true }, startsOn: "office" }] }, "urgent"],
    [
      "contacts.desk.mediun",
      { ...ORDERLY, contacts: { desk: { title: { en: "Desk" }, medium: "mail", mediun: "mail" } } },
      "medium",
    ],
    [
      "availability.0.texts",
      { ...ORDERLY, availability: [{ about: "all", text: { en: "99 %" }, texts: "99 %" }] },
      "text",
    ],
    [
      "compensation.0.texts",
      { ...ORDERLY, compensation: [{ for: "breach", text: { en: "10 %" }, texts: "10 %" }] },
      "text",
    ],
    ["exclusions.0.zhe", { ...ORDERLY, exclusions: [{ en: "hardware", zhe: "硬件" }] }, "zh"],
    ["assumptions.0.overide", { ...ORDERLY, assumptions: [{ ...READING, overide: "ask" }] }, "override"],
    [
      "assumptions.0.usedBy.0.metrics",
      { ...ORDERLY, assumptions: [{ ...READING, usedBy: [{ metrics: "limit" }] }] },
      "metric",
    ],
    [
      "assumptions.0.usedBy.0.when.severty",
      { ...ORDERLY, assumptions: [{ ...READING, usedBy: [{ when: { severty: "S1" } }] }] },
      "severity",
    ],
    ["calendars.office.hour", { ...ORDERLY, calendars: { office: { hours: "5x8 from 09:00", hour: "5x8" } } }, "hours"],
    [
      "calendars.office.hours.tues",
      { ...ORDERLY, calendars: { office: { hours: { mon: ["09:00-18:00"], tues: [] } } } },
      "tue",
    ],
    [
      "calendars.office.changes.0.fromm",
      {
        ...ORDERLY,
        calendars: {
          office: { hours: "5x8 from 09:00", changes: [{ from: "2026-12-01", fromm: "x", hours: "24x7" }] },
        },
      },
      "from",
    ],
    [
      "calendars.office.holidays.0.names",
      {
        ...ORDERLY,
        calendars: { office: { hours: "5x8 from 09:00", holidays: [{ date: "2026-12-25", names: "x" }] } },
      },
      "name",
    ],
    [
      "calendars.office.holidays.version_",
      {
        ...ORDERLY,
        calendars: { office: { hours: "5x8 from 09:00", holidays: { name: "x", holidays: [], version_: "1" } } },
      },
      "version",
    ],
  ])("refuses the unknown key %s and names the nearest known one", (path, policy, near) => {
    const key = path.split(".").at(-1) as string;
    expectOnly(issuesOf(policy), ["unknown_key", path, `(did you mean ${near}?)`, key]);
  });

  it("names all known keys where none is near", () => {
    const expected = "one of name, title, source, effectiveFrom, zone, calendars, tiers, severities, channels, types";
    expectOnly(issuesOf({ ...ORDERLY, escalation: [] }), ["unknown_key", "escalation", expected, "escalation"]);
  });

  it("takes a key that is undefined as absent", () => {
    expect(compilePolicy({ ...ORDERLY, title: undefined, intake: undefined } as unknown as Policy).notices).toEqual([]);
  });
});

describe("compilePolicy: the meaning of a policy", () => {
  const mayBe = 'a length such as "15 minutes"';

  it.each<[unknown, Told]>([
    ["4 workng hours", ["invalid_amount", "targets.0.within", 'unread part "workng hours"', "4 workng hours"]],
    ["soon", ["invalid_amount", "targets.0.within", mayBe, "soon"]],
    ["", ["invalid_amount", "targets.0.within", mayBe, ""]],
    ["1.5 days", ["invalid_amount", "targets.0.within", "a whole number of days", "1.5 days"]],
    ["0.5 working days", ["invalid_amount", "targets.0.within", "a whole number of working days", "0.5 working days"]],
    ["-4 hours", ["invalid_amount", "targets.0.within", mayBe, "-4 hours"]],
    [
      "4 working hours 30 minutes",
      ["invalid_amount", "targets.0.within", "not both in one length", "4 working hours 30 minutes"],
    ],
    [4, ["invalid_amount", "targets.0.within", "an amount such as", "4"]],
    [null, ["invalid_amount", "targets.0.within", "an amount such as", "null"]],
    [["4 hours"], ["invalid_amount", "targets.0.within", "an amount such as", "a list of 1"]],
    [{ value: Number.NaN, unit: "hour" }, ["invalid_amount", "targets.0.within.value", "a number of hours", "NaN"]],
    [
      { value: Number.POSITIVE_INFINITY, unit: "hour" },
      ["invalid_amount", "targets.0.within.value", "a number of hours, at most", "Infinity"],
    ],
    [{ value: "4", unit: "hour" }, ["invalid_amount", "targets.0.within.value", "a number of hours", "4"]],
    [{ value: -4, unit: "hour" }, ["invalid_amount", "targets.0.within.value", "a number of hours, 0 or more", "-4"]],
    [{ value: 1.5, unit: "day" }, ["invalid_amount", "targets.0.within.value", "a whole number of days", "1.5"]],
    [{ value: 1.5, unit: "week" }, ["invalid_amount", "targets.0.within.value", "a whole number of weeks", "1.5"]],
    [{ value: 1.5, unit: "month" }, ["invalid_amount", "targets.0.within.value", "a whole number of months", "1.5"]],
    [
      { value: 1.5, unit: "workingDay" },
      ["invalid_amount", "targets.0.within.value", "a whole number of working days", "1.5"],
    ],
    [{ value: 4, unit: "hours" }, ["invalid_amount", "targets.0.within.unit", "(did you mean hour?)", "hours"]],
    [{ value: 4 }, ["invalid_amount", "targets.0.within.unit", "one of second, minute, hour", "nothing"]],
  ])("refuses %j as a promise", (within, told) => {
    expectOnly(issuesOf(withTarget({ within })), told);
  });

  it.each(["hour", "minute", "second"])(
    "refuses a calendar beside elapsed %ss and hints at what may be meant",
    (unit) => {
      const hint = `no calendar beside elapsed ${unit}s (did you mean working ${unit}s, or startsOn?)`;
      const told: Told = ["unused_calendar", "targets.0.calendar", hint, "office"];
      expectOnly(issuesOf(withTarget({ within: `4 ${unit}s` })), told);
      expectOnly(issuesOf(withTarget({ within: { value: 4, unit } })), told);
      const always = issuesOf(withTarget({ within: `4 ${unit}s`, calendar: "always" }));
      expectOnly(always, ["unused_calendar", "targets.0.calendar", hint, "always"]);
    },
  );

  it.each(["3 days", "1 week", "1 month", "immediate", "not guaranteed", "4 working minutes", "1 working day"])(
    "takes a calendar beside %s",
    (within) => {
      expect(compilePolicy(withTarget({ within }) as Policy).notices).toEqual([]);
    },
  );

  it("runs working time on the only calendar, and says so", () => {
    const policy = compilePolicy(withTarget({ calendar: undefined }) as Policy);
    expect(noticesOf(policy)).toEqual(["calendar_by_default targets.0.calendar"]);
    expect(policy.notices[0]).toMatchObject({
      message: "working time runs on office, the only calendar of the policy",
      zh: "工作时间按本政策唯一的日历 office 计算",
      override: "targets[0].calendar",
    });
    const [deadline] = deadlinesFor(policy, { openedAt: at("Fri 2026-11-20 17:00 +08:00"), severity: "S1" });
    expect(deadline).toMatchObject({ calendar: "office", dueAt: at("Mon 2026-11-23 12:00 +08:00") });
    expect(deadline?.notices).toEqual(policy.notices);
  });

  it.each(["working hours", "工作时间"])("takes %s for a name of the only calendar", (calendar) => {
    const policy = compilePolicy(withTarget({ calendar }) as Policy);
    expect(noticesOf(policy)).toEqual(["calendar_by_default targets.0.calendar"]);
  });

  it("refuses working time without a calendar, never 9 to 5", () => {
    const promise = { when: { severity: "S1" }, metric: "firstResponse", within: "4 working hours" };
    const none = { ...ORDERLY, calendars: {}, targets: [promise] };
    const told: Told = ["missing_calendar", "targets.0.calendar", "it defines none", "nothing"];
    expectOnly(issuesOf(none), told);
    expectOnly(issuesOf({ ...none, calendars: undefined }), told);
    const named = { ...none, targets: [{ ...promise, calendar: "working hours" }] };
    expectOnly(issuesOf(named), told);
  });

  it("refuses to choose among calendars", () => {
    const calendars = { ...ORDERLY.calendars, night: "Daily 22:00-06:00" };
    const told: Told = ["missing_calendar", "targets.0.calendar", "one of office, night", "nothing"];
    expectOnly(issuesOf({ ...withTarget({ calendar: undefined }), calendars }), told);
  });

  it("refuses a calendar whose hours are only said to be the working hours", () => {
    const calendars = { office: { hours: "working hours" } };
    expectOnly(issuesOf({ ...ORDERLY, calendars }), [
      "missing_calendar",
      "calendars.office.hours",
      "never 9-5",
      "working hours",
    ]);
  });

  it.each<[string, object, Told]>([
    [
      "a row",
      withTarget({ calendar: "ofice" }),
      ["unknown_calendar", "targets.0.calendar", "one of office, always (did you mean office?)", "ofice"],
    ],
    [
      "a row's start",
      withTarget({ startsOn: "desk" }),
      ["unknown_calendar", "targets.0.startsOn", "one of office, always", "desk"],
    ],
    [
      "an intake rule",
      { ...ORDERLY, intake: [{ when: {}, startsOn: "offices" }] },
      ["unknown_calendar", "intake.0.startsOn", "did you mean office?", "offices"],
    ],
    [
      "a tier",
      { ...ORDERLY, tiers: { gold: { calendar: "desk" } } },
      ["unknown_calendar", "tiers.gold.calendar", "one of office, always", "desk"],
    ],
    [
      "a severity",
      { ...ORDERLY, severities: { S1: { calendar: "desk" } } },
      ["unknown_calendar", "severities.S1.calendar", "one of office, always", "desk"],
    ],
    [
      "a channel",
      { ...ORDERLY, channels: { mail: { calendar: "desk" } } },
      ["unknown_calendar", "channels.mail.calendar", "one of office, always", "desk"],
    ],
    [
      "a type",
      { ...ORDERLY, types: { ALERT: { calendar: "desk" } } },
      ["unknown_calendar", "types.ALERT.calendar", "one of office, always", "desk"],
    ],
    [
      "a contact",
      { ...ORDERLY, contacts: { desk: { title: { en: "Desk" }, medium: "mail", calendar: "desk" } } },
      ["unknown_calendar", "contacts.desk.calendar", "one of office, always", "desk"],
    ],
  ])("refuses an unknown calendar of %s", (_, policy, told) => {
    expectOnly(issuesOf(policy), told);
  });

  it.each<[string, object, Told]>([
    ["a severity", { severity: "S9" }, ["unknown_value", "targets.0.when.severity", "one of S1, S2", "S9"]],
    [
      "a severity in a list",
      { severity: ["S1", "S9"] },
      ["unknown_value", "targets.0.when.severity.1", "one of S1, S2", "S9"],
    ],
    [
      "a severity in another case",
      { severity: "s1" },
      ["unknown_value", "targets.0.when.severity", "did you mean S1?", "s1"],
    ],
    ["a tier", { tier: "bronze" }, ["unknown_value", "targets.0.when.tier", "one of gold, silver", "bronze"]],
    [
      "a channel where there are none",
      { channel: "mail" },
      ["unknown_value", "targets.0.when.channel", "none (nothing is defined here)", "mail"],
    ],
    ["a dimension's value", { region: "UK" }, ["unknown_value", "targets.0.when.region", "one of EU, US", "UK"]],
    ["a value that is no text", { severity: 1 }, ["unknown_value", "targets.0.when.severity", "one of S1, S2", "1"]],
  ])("refuses %s that the policy does not define in a condition", (_, when, told) => {
    expectOnly(issuesOf(withTarget({ when })), told);
    const path = told[1].replace("targets.0", "intake.0");
    expectOnly(issuesOf({ ...ORDERLY, intake: [{ when, startsOn: "office" }] }), [told[0], path, told[2], told[3]]);
    const assumption = { about: "a", reading: { en: "b" }, usedBy: [{ when }] };
    const inScope = told[1].replace("targets.0", "assumptions.0.usedBy.0");
    expectOnly(issuesOf({ ...ORDERLY, assumptions: [assumption] }), [told[0], inScope, told[2], told[3]]);
  });

  it("refuses an alias in a condition: rows are written with keys", () => {
    const policy = {
      ...withTarget({ when: { severity: "critical" } }),
      severities: { S1: { aliases: ["critical"] }, S2: {} },
    };
    expectOnly(issuesOf(policy), ["unknown_value", "targets.0.when.severity", "one of S1, S2", "critical"]);
  });

  it.each<[string, object, Told]>([
    [
      "two keys by their case",
      { tiers: { gold: {}, GOLD: {} } },
      ["duplicate_value", "tiers.GOLD", "a name that gold does not have", "GOLD"],
    ],
    [
      "an alias and another key",
      { tiers: { gold: { aliases: ["Silver"] }, silver: {} } },
      ["duplicate_value", "tiers.gold.aliases.0", "a name that silver does not have", "Silver"],
    ],
    [
      "two aliases",
      { severities: { S1: { aliases: ["urgent", "高"] }, S2: { aliases: ["高"] } } },
      ["duplicate_value", "severities.S2.aliases.0", "a name that S1 does not have", "高"],
    ],
    [
      "two aliases by their width",
      { channels: { mail: { aliases: ["E1"] }, phone: { aliases: ["Ｅ１"] } } },
      ["duplicate_value", "channels.phone.aliases.0", "a name that mail does not have", "Ｅ１"],
    ],
    [
      "two values of a dimension",
      { dimensions: { region: ["EU", "US", "eu"] } },
      ["duplicate_value", "dimensions.region.2", "a name that EU does not have", "eu"],
    ],
    [
      "a dimension and a condition",
      { dimensions: { region: ["EU"], urgent: ["yes"] } },
      ["duplicate_value", "dimensions.urgent", "a name that is no condition already", "urgent"],
    ],
    [
      "a calendar and always",
      { calendars: { ...ORDERLY.calendars, always: "5x8 from 09:00" } },
      ["duplicate_value", "calendars.always", "another name", "always"],
    ],
  ])("refuses one name for two things: %s", (_, change, told) => {
    expectOnly(issuesOf({ ...ORDERLY, ...change }), told);
  });

  it("takes one name for things of different kinds, and an alias that repeats its own key", () => {
    const change = {
      tiers: { basic: { aliases: ["Basic", "BASIC"] } },
      channels: { basic: {} },
      severities: { S1: {}, S2: {} },
    };
    expect(compilePolicy({ ...ORDERLY, ...change } as Policy).name).toBe("orderly");
  });

  it.each<[string, object, Told]>([
    [
      "a zone",
      { ...ORDERLY, calendars: {}, targets: [], zone: "Asia/Shangai" },
      ["invalid_zone", "zone", "a zone (", "Asia/Shangai"],
    ],
    [
      "a zone of a calendar",
      { ...ORDERLY, calendars: { office: { zone: "Mars/Olympus", hours: "5x8 from 09:00" } } },
      ["invalid_zone", "calendars.office.zone", "a zone (", "Mars/Olympus"],
    ],
    [
      "a date of effect",
      { ...ORDERLY, effectiveFrom: "2026-02-30" },
      ["invalid_date", "effectiveFrom", "a date that exists", "2026-02-30"],
    ],
    [
      "a cut-off",
      withTarget({ within: "1 working day", cutoff: "25:00" }),
      ["invalid_time", "targets.0.cutoff", "a time of day", "25:00"],
    ],
    [
      "a time to be due by",
      withTarget({ within: "1 working day", by: "18.00" }),
      ["invalid_time", "targets.0.by", "a time of day", "18.00"],
    ],
    [
      "hours of a day",
      withTarget({ within: "1 working day", hoursPerDay: 25 }),
      ["invalid_option", "targets.0.hoursPerDay", "hours above 0 and up to 24", "25"],
    ],
    [
      "no hours of a day",
      withTarget({ within: "1 working day", hoursPerDay: 0 }),
      ["invalid_option", "targets.0.hoursPerDay", "hours above 0 and up to 24", "0"],
    ],
    [
      "working hours of calendar days",
      withTarget({ within: "3 days", rule: "workingHours" }),
      ["invalid_option", "targets.0.rule", '"sameTime" or "endOfDay"', "workingHours"],
    ],
    [
      "two ends of a day",
      withTarget({ within: "3 days", rule: "endOfDay", by: "18:00" }),
      ["invalid_option", "targets.0.by", "either by or the rule endOfDay", "18:00"],
    ],
    [
      "a warning below nothing",
      withTarget({ warnAt: [80, -1] }),
      ["invalid_option", "targets.0.warnAt.1", "percent, 0 or more", "-1"],
    ],
    [
      "a warning at infinity",
      withTarget({ warnAt: [Number.POSITIVE_INFINITY] }),
      ["invalid_option", "targets.0.warnAt.0", "percent, 0 or more", "Infinity"],
    ],
    [
      "a warning that is no amount",
      withTarget({ warnAt: [{ value: 1.5, unit: "day" }] }),
      ["invalid_amount", "targets.0.warnAt.0.value", "a whole number of days", "1.5"],
    ],
    [
      "a warning as text",
      withTarget({ warnAt: ["80%"] }),
      ["invalid_amount", "targets.0.warnAt.0", "an amount such as", "80%"],
    ],
    [
      "hours",
      { ...ORDERLY, calendars: { office: { hours: "Mon-Funday 09:00-18:00" } } },
      ["invalid_hours", "calendars.office.hours", "Funday", "Mon-Funday 09:00-18:00"],
    ],
    [
      "hours after midnight",
      { ...ORDERLY, calendars: { office: { hours: { mon: ["09:00-25:00"] } } } },
      ["invalid_hours", "calendars.office.hours.mon.0", "a window (", "09:00-25:00"],
    ],
    [
      "overlapping windows",
      { ...ORDERLY, calendars: { office: { hours: { mon: ["09:00-13:00", "12:00-18:00"] } } } },
      ["overlapping_windows", "calendars.office.hours.mon", "do not overlap", "09:00-13:00, 12:00-18:00"],
    ],
    [
      "a calendar that never opens",
      { ...ORDERLY, calendars: { office: { hours: {} } } },
      ["never_opens", "calendars.office", "open time from 1900", "{ hours, zone }"],
    ],
    [
      "an unknown list of holidays",
      { ...ORDERLY, calendars: { office: { hours: "5x8 from 09:00", holidays: "XX" } } },
      ["unknown_holidays", "calendars.office.holidays", "one of CN", "XX"],
    ],
    [
      "a holiday that does not exist",
      { ...ORDERLY, calendars: { office: { hours: "5x8 from 09:00", holidays: ["2026-02-30"] } } },
      ["invalid_date", "calendars.office.holidays.0", "a date that exists", "2026-02-30"],
    ],
    [
      "a make-up day without hours",
      {
        ...ORDERLY,
        calendars: { office: { hours: "5x8 from 09:00", makeUpDays: [{ date: "2026-11-21", hoursOf: "sun" }] } },
      },
      ["invalid_value", "calendars.office.makeUpDays.0.hoursOf", "hours in that week", "sun"],
    ],
    [
      "two changes on a date",
      {
        ...ORDERLY,
        calendars: {
          office: {
            hours: "5x8 from 09:00",
            changes: [
              { from: "2026-12-01", hours: "24x7" },
              { from: "2026-12-01", hours: "24x7" },
            ],
          },
        },
      },
      ["duplicate_value", "calendars.office.changes.1.from", "another date", "2026-12-01"],
    ],
    [
      "a date before 1900",
      { ...ORDERLY, calendars: { office: { hours: "5x8 from 09:00", holidays: ["1899-12-31"] } } },
      ["out_of_range", "calendars.office.holidays.0", "a date from 1900 to 2200", "1899-12-31"],
    ],
  ])("refuses %s that cannot be", (_, policy, told) => {
    expectOnly(issuesOf(policy), told);
  });

  it.each([[[]], [[0, 50, 100, 150]], [[{ value: 30, unit: "minute" }, 80.5]]])("takes %j as warnings", (warnAt) => {
    expect(compilePolicy(withTarget({ warnAt }) as Policy).notices).toEqual([]);
  });

  it("tells a wrong zone of the policy once, not again for its calendars", () => {
    expectOnly(issuesOf({ ...ORDERLY, zone: "Asia/Shangai" }), ["invalid_zone", "zone", "a zone (", "Asia/Shangai"]);
  });

  it.each<[string, Told]>([
    ["3 days", ["missing_zone", "targets.0.within", "to count days in", "nothing"]],
    ["1 week", ["missing_zone", "targets.0.within", "to count weeks in", "nothing"]],
    ["1 month", ["missing_zone", "targets.0.within", "to count months in", "nothing"]],
  ])("refuses %s of no zone", (within, told) => {
    const policy: Policy = { name: "bare", targets: [{ metric: "resolution", within }] };
    expectOnly(issuesOf(policy), told);
    expect(compilePolicy(policy, { zone: "UTC" }).name).toBe("bare");
    expect(compilePolicy({ ...policy, zone: "local" }).name).toBe("bare");
  });

  it("refuses a calendar of no zone, and needs none for elapsed time", () => {
    const targets = [{ metric: "resolution", within: "4 hours" }];
    const calendars = { office: { hours: "5x8 from 09:00", holidays: [] }, night: "Daily 22:00-06:00" };
    const issues = issuesOf({ name: "bare", calendars, targets });
    expect(codesAndPaths(issues)).toEqual(["missing_zone calendars.office.zone", "missing_zone calendars.night.zone"]);
    expect(compilePolicy({ name: "bare", targets }).notices).toEqual([]);
    expect(compilePolicy({ name: "bare", calendars, targets }, { zone: "UTC" }).name).toBe("bare");
  });

  it("tells all mistakes of one definition together", () => {
    const issues = issuesOf({
      name: "hopeless",
      zone: "Asia/Shanghai",
      effectiveFrom: "2026-13-01",
      calendars: {
        office: { hours: { mon: ["25:00-26:00"], tue: ["09:00-13:00", "12:00-18:00"] }, holidays: ["2026-02-30"] },
      },
      tiers: { gold: { calendar: "desk" }, GOLD: {} },
      targets: [
        { when: { tier: "bronze" }, metric: "a", within: "soon" },
        { metric: "b", within: "4 hours", calendar: "office", startsOn: "desk" },
        { metric: "c", within: "1 working day", calendar: "office", cutoff: "noon" },
      ],
      intake: [{ when: { colour: "red" }, startsOn: "desk" }],
    });
    expect(codesAndPaths(issues).sort()).toEqual([
      "duplicate_value tiers.GOLD",
      "invalid_amount targets.0.within",
      "invalid_date calendars.office.holidays.0",
      "invalid_date effectiveFrom",
      "invalid_hours calendars.office.hours.mon.0",
      "invalid_time targets.2.cutoff",
      "overlapping_windows calendars.office.hours.tue",
      "unknown_calendar intake.0.startsOn",
      "unknown_calendar targets.1.startsOn",
      "unknown_calendar tiers.gold.calendar",
      "unknown_key intake.0.when.colour",
      "unknown_value targets.0.when.tier",
      "unused_calendar targets.1.calendar",
    ]);
  });

  it("tells all mistakes of shape together, before it looks for meaning", () => {
    const policy = { naam: "x", targets: [{ metrics: "a" }, 5], binding: "last", zone: 8 };
    expect(codesAndPaths(issuesOf(policy, { anchr: "09:00" })).sort()).toEqual([
      "invalid_type targets.1",
      "invalid_type zone",
      "missing_key name",
      "missing_key targets.0.metric",
      "missing_key targets.0.within",
      "unknown_key naam",
      "unknown_key parameters.anchr",
      "unknown_key targets.0.metrics",
      "unknown_value binding",
    ]);
  });

  it("shows every issue in the message, each with its place", () => {
    const policy = {
      ...ORDERLY,
      targets: [
        { metric: "a", within: "soon" },
        { metric: "b", within: "4 hours", calendar: "office" },
      ],
    };
    expect(() => compilePolicy(policy)).toThrow(
      /^2 issues\n- targets\[0\]\.within: Invalid amount: .*\n- targets\[1\]\.calendar: Unused calendar: .*$/,
    );
  });
});

describe("compilePolicy: its parameters", () => {
  it.each<[string, unknown, Told]>([
    ["nothing at all", null, ["invalid_type", "parameters", "an object", "null"]],
    ["an unknown key", { holiday: "CN" }, ["unknown_key", "parameters.holiday", "did you mean holidays?", "holiday"]],
    ["a zone that is no text", { zone: 8 }, ["invalid_type", "parameters.zone", "text", "8"]],
    ["an unknown zone", { zone: "Asia/Shangai" }, ["invalid_zone", "parameters.zone", "a zone (", "Asia/Shangai"]],
    [
      "an unknown rule",
      { workingDayRule: "sametime" },
      ["unknown_value", "parameters.workingDayRule", "did you mean sameTime?", "sametime"],
    ],
    [
      "hours of a day that no day has",
      { hoursPerDay: 25 },
      ["invalid_option", "parameters.hoursPerDay", "hours above 0 and up to 24", "25"],
    ],
    [
      "an unknown calendar",
      { calendars: { ofice: "24x7" } },
      ["unknown_calendar", "parameters.calendars.ofice", "one of office (did you mean office?)", "ofice"],
    ],
    [
      "another always",
      { calendars: { always: "5x8 from 09:00" } },
      ["unknown_calendar", "parameters.calendars.always", "one of office", "always"],
    ],
    [
      "hours of a calendar that cannot be read",
      { calendars: { office: "Mon-Funday 9:00-18:00" } },
      ["invalid_hours", "parameters.calendars.office", "Funday", "Mon-Funday 9:00-18:00"],
    ],
    [
      "holidays that do not exist",
      { holidays: ["2026-12-25", "2026-02-30"] },
      ["invalid_date", "parameters.holidays.1", "a date that exists", "2026-02-30"],
    ],
    ["an empty name of holidays", { holidays: "" }, ["unknown_holidays", "parameters.holidays", "one of CN", ""]],
    ["unknown holidays", { holidays: "XX" }, ["unknown_holidays", "parameters.holidays", "one of CN", "XX"]],
    [
      "an anchor that is no time",
      { anchor: "25:00" },
      ["invalid_time", "parameters.anchor", "a time before 24:00", "25:00"],
    ],
  ])("refuse %s", (_, parameters, told) => {
    expectOnly(issuesOf(ORDERLY, parameters), told);
  });

  it("tell a mistake once, however many calendars it concerns", () => {
    const policy = { ...ORDERLY, calendars: { ...ORDERLY.calendars, night: "Daily 22:00-06:00", other: "24x7" } };
    expectOnly(issuesOf(policy, { holidays: "XX" }), ["unknown_holidays", "parameters.holidays", "one of CN", "XX"]);
    expectOnly(issuesOf(policy, { anchor: "noon" }), [
      "invalid_time",
      "parameters.anchor",
      "a time before 24:00",
      "noon",
    ]);
  });

  it("refuse a wrong anchor though no hours ask for it", () => {
    const policy = { ...ORDERLY, calendars: { office: { hours: { mon: ["09:00-18:00"] }, holidays: [] } } };
    expectOnly(issuesOf(policy, { anchor: "noon" }), [
      "invalid_time",
      "parameters.anchor",
      "a time before 24:00",
      "noon",
    ]);
  });

  it("give calendars without a zone theirs, and leave the others", () => {
    const calendars = {
      office: { hours: "Mon-Fri 09:00-18:00", holidays: [] },
      london: "Mon-Fri 09:00-17:30 Europe/London",
    };
    const policy = compilePolicy({ ...ORDERLY, calendars } as Policy, { zone: "america/new_york" });
    expect(calendarOf(policy, "office").zone).toBe("America/New_York");
    expect(calendarOf(policy, "always").zone).toBe("America/New_York");
    expect(calendarOf(policy, "london").zone).toBe("Europe/London");
  });

  it("replace the holidays of every calendar but always", () => {
    const calendars = {
      office: { hours: "Mon-Fri 09:00-18:00", holidays: ["2026-11-23"] },
      desk: "Daily 08:00-20:00",
      china: { hours: "Mon-Fri 09:00-18:00", holidays: "CN" },
    };
    const policy = compilePolicy({ ...ORDERLY, calendars } as Policy, { holidays: ["2026-11-24"] });
    const openOn = (name: string) =>
      ["Mon 2026-11-23", "Tue 2026-11-24", "Thu 2026-10-01"].map((date) =>
        isOpen(calendarOf(policy, name), at(`${date} 10:00 +08:00`)),
      );
    expect(openOn("office")).toEqual([true, false, true]);
    expect(openOn("desk")).toEqual([true, false, true]);
    expect(openOn("china")).toEqual([true, false, true]);
    expect(openOn("always")).toEqual([true, true, true]);
    expect(noticesOf(policy)).toEqual([]);
  });

  it("replace holidays by a calendar, its name, or none", () => {
    const makeUpDay = "2026-10-10";
    const workedWith = (holidays: PolicyParameters["holidays"]) => {
      const office = calendarOf(compilePolicy({ ...ORDERLY } as Policy, { holidays }), "office");
      return ["2026-10-01", makeUpDay].map((date) => isWorkingDay(office, date));
    };
    expect(workedWith("CN")).toEqual([false, true]);
    expect(workedWith(china)).toEqual([false, true]);
    expect(workedWith(["2026-10-02", china])).toEqual([false, true]);
    expect(workedWith([])).toEqual([true, false]);
    expect(workedWith(undefined)).toEqual([true, false]);
  });

  it("bring make-up days that are worked by the hours of each calendar", () => {
    const holidays = { name: "list", holidays: [], makeUpDays: [{ date: "2026-11-22", hoursOf: "sat" }] } as const;
    const calendars = { desk: "Mon-Sat 10:00-16:00" };
    const desk = calendarOf(compilePolicy({ ...ORDERLY, calendars, targets: [] } as Policy, { holidays }), "desk");
    expect(isOpen(desk, at("Sun 2026-11-22 10:00 +08:00"))).toBe(true);
    expect(codesAndPaths(issuesOf(ORDERLY, { holidays }))[0]).toMatch(/^invalid_value .*makeUpDays\.0\.hoursOf$/);
  });

  it("replace the holidays of a calendar that they bring along, too", () => {
    const calendars = { office: { hours: "Mon-Fri 10:00-16:00", holidays: ["2026-11-23"] } };
    const office = calendarOf(compilePolicy({ ...ORDERLY } as Policy, { calendars, holidays: [] }), "office");
    expect(isOpen(office, at("Mon 2026-11-23 10:00 +08:00"))).toBe(true);
    expect(isOpen(office, at("Mon 2026-11-23 09:00 +08:00"))).toBe(false);
  });

  it("replace a calendar by one of the same name", () => {
    const policy = compilePolicy({ ...ORDERLY } as Policy, {
      calendars: { office: "Daily 10:00-16:00 America/New_York" },
    });
    const office = calendarOf(policy, "office");
    expect(office.zone).toBe("America/New_York");
    expect(isOpen(office, at("Sun 2026-11-22 10:00 -05:00"))).toBe(true);
    expect(noticesOf(policy)).toEqual(["no_holidays parameters.calendars.office.holidays"]);
  });

  it("anchor hours given as N×M, whatever these say themselves", () => {
    const calendars = { five: "5x8", seven: { hours: "7x8 from 08:00", holidays: [] }, plain: "Mon-Fri 09:30-18:00" };
    const policy = compilePolicy({ ...ORDERLY, calendars, targets: [] } as Policy, { anchor: "10:30" });
    const opens = (name: string) =>
      ["08:00", "09:30", "10:29", "10:30", "18:29", "18:30"].map((time) =>
        isOpen(calendarOf(policy, name), at(`Mon 2026-11-23 ${time} +08:00`)),
      );
    expect(opens("five")).toEqual([false, false, false, true, true, false]);
    expect(opens("seven")).toEqual([false, false, false, true, true, false]);
    expect(opens("plain")).toEqual([false, true, true, true, false, false]);
    expect(noticesOf(policy)).toEqual(["no_holidays calendars.five.holidays", "no_holidays calendars.plain.holidays"]);
  });

  /** Friday 17:00 and one working day: the same time on Monday, its closing, or eight hours of work. */
  const MONDAY = { sameTime: "17:00", endOfDay: "18:00", workingHours: "16:00" } as const;
  type Rule = keyof typeof MONDAY;

  it.each<[row: Rule | undefined, parameter: Rule | undefined, policy: Rule | undefined, taken: Rule]>([
    ["endOfDay", "workingHours", "sameTime", "endOfDay"],
    ["sameTime", "workingHours", "endOfDay", "sameTime"],
    ["workingHours", undefined, "sameTime", "workingHours"],
    ["endOfDay", undefined, undefined, "endOfDay"],
    [undefined, "workingHours", "endOfDay", "workingHours"],
    [undefined, "sameTime", "endOfDay", "sameTime"],
    [undefined, "endOfDay", undefined, "endOfDay"],
    [undefined, undefined, "endOfDay", "endOfDay"],
    [undefined, undefined, "workingHours", "workingHours"],
    [undefined, undefined, undefined, "sameTime"],
  ])("come after the row and before the policy: %s, %s, %s give %s", (rule, workingDayRule, ofPolicy, taken) => {
    const definition = {
      ...withTarget({ within: "1 working day", ...(rule && { rule }) }),
      workingDayRule: ofPolicy,
    } as Policy;
    const policy = compilePolicy(definition, { workingDayRule, hoursPerDay: 8 });
    const [deadline] = deadlinesFor(policy, { openedAt: at("Fri 2026-11-20 17:00 +08:00"), severity: "S1" });
    expect(deadline).toMatchObject({ dueAt: at(`Mon 2026-11-23 ${MONDAY[taken]} +08:00`) });
    const byDefault = rule === undefined && workingDayRule === undefined && ofPolicy === undefined;
    expect(noticesOf(policy)).toEqual(byDefault ? ["rule_by_default targets.0.rule"] : []);
  });

  it("give the hours of a day to rows that name none", () => {
    const dueWith = (target: object, parameters?: PolicyParameters) => {
      const policy = compilePolicy(
        withTarget({ within: "1 working day", rule: "workingHours", ...target }) as Policy,
        parameters,
      );
      const [deadline] = deadlinesFor(policy, { openedAt: at("Mon 2026-11-23 09:00 +08:00"), severity: "S1" });
      return deadline?.promise === "deadline" && deadline.dueAt;
    };
    expect(dueWith({})).toBe(at("Mon 2026-11-23 18:00 +08:00"));
    expect(dueWith({}, { hoursPerDay: 8 })).toBe(at("Mon 2026-11-23 17:00 +08:00"));
    expect(dueWith({ hoursPerDay: 7.5 }, { hoursPerDay: 8 })).toBe(at("Mon 2026-11-23 16:30 +08:00"));
  });

  it("are kept with the policy", () => {
    const parameters = { zone: "UTC", workingDayRule: "endOfDay" } as const;
    const policy = compilePolicy(ORDERLY, parameters);
    expect(policy).toMatchObject({ name: "orderly", parameters });
    expect(policy.definition).toBe(ORDERLY);
    expect(compilePolicy(ORDERLY).parameters).toEqual({});
  });
});

describe("compilePolicy: the zone local", () => {
  const local = { ...ORDERLY, zone: "local" } as Policy;

  it("compiles without a zone, and needs one where calendars are asked for", () => {
    const policy = compilePolicy(local);
    expect(policy.notices).toEqual([]);
    expect(() => calendarOf(policy, "office")).toThrow(expect.objectContaining({ code: "missing_parameter" }));
    const ticket = { openedAt: at("Fri 2026-11-20 17:00 -05:00"), severity: "S1" } as const;
    expect(() => deadlinesFor(policy, ticket)).toThrow(expect.objectContaining({ code: "missing_parameter" }));
    const [deadline] = deadlinesFor(policy, { ...ticket, zone: "America/New_York" });
    expect(deadline).toMatchObject({ dueAt: at("Mon 2026-11-23 12:00 -05:00") });
  });

  it("is bound by the parameter", () => {
    const office = calendarOf(compilePolicy(local, { zone: "America/New_York" }), "office");
    expect(office.zone).toBe("America/New_York");
    expect(addWorkingTime(office, at("Fri 2026-11-20 17:00 -05:00"), "4h")).toBe(at("Mon 2026-11-23 12:00 -05:00"));
  });

  it("checks its calendars all the same", () => {
    const calendars = { office: { hours: { mon: ["09:00-25:00"] } } };
    expectOnly(issuesOf({ ...local, calendars }), [
      "invalid_hours",
      "calendars.office.hours.mon.0",
      "a window",
      "09:00-25:00",
    ]);
  });
});

describe("compilePolicy: notices", () => {
  it("lists every default that it took, with its place and how to choose another", () => {
    const policy = compilePolicy({
      name: "tacit",
      zone: "Asia/Shanghai",
      calendars: { five: { hours: "5x8" }, text: "7x8", daily: { hours: "09:00-12:00", holidays: [] }, ops: "24x7" },
      targets: [
        { metric: "a", within: "1 working day", calendar: "five" },
        { metric: "b", within: "1 working day", calendar: "text", by: "12:00" },
        { metric: "c", within: "4 hours", cutoff: "16:00", by: "18:00", hoursPerDay: 8 },
        { metric: "d", within: "3 days", cutoff: "16:00", rule: "endOfDay", hoursPerDay: 8 },
        { metric: "e", within: "immediate", rule: "endOfDay" },
      ],
      assumptions: [{ about: "who", reading: { en: "we" } }],
    });
    expect(noticesOf(policy).sort()).toEqual([
      "anchor_by_default calendars.five.hours",
      "anchor_by_default calendars.text",
      "assumption assumptions.0",
      "days_by_default calendars.daily.hours",
      "no_holidays calendars.five.holidays",
      "no_holidays calendars.text.holidays",
      "rule_by_default targets.0.rule",
      "unused_option targets.2.by",
      "unused_option targets.2.cutoff",
      "unused_option targets.2.hoursPerDay",
      "unused_option targets.3.cutoff",
      "unused_option targets.3.hoursPerDay",
      "unused_option targets.4.rule",
    ]);
    const overrides = new Map(policy.notices.map(({ path, override }) => [path.join("."), override]));
    expect(overrides.get("calendars.five.hours")).toBe("parameters.anchor");
    expect(overrides.get("calendars.daily.hours")).toBe("parameters.calendars");
    expect(overrides.get("calendars.five.holidays")).toBe("parameters.holidays");
    expect(overrides.get("targets.0.rule")).toContain("parameters.workingDayRule");
    for (const { message, zh, code } of policy.notices) {
      expect(message).not.toBe("");
      if (code !== "assumption") expect(zh).toMatch(/\p{Script=Han}/u);
    }
  });

  it("says how hours by default were read", () => {
    const { notices } = compilePolicy({ ...ORDERLY, calendars: { office: { hours: "5x8", holidays: [] } } } as Policy);
    expect(notices).toHaveLength(1);
    expect(notices[0]?.message).toBe('5x8 read as Mon-Fri 09:00-17:00; write "5x8 from 08:00" for other hours');
  });

  it("takes an empty list of holidays for an answer", () => {
    expect(compilePolicy(ORDERLY).notices).toEqual([]);
    const { holidays: _, ...without } = ORDERLY.calendars.office;
    expect(noticesOf(compilePolicy({ ...ORDERLY, calendars: { office: without } } as Policy))).toEqual([
      "no_holidays calendars.office.holidays",
    ]);
  });

  it("does not take an assumption where its parameter is passed", () => {
    const assumptions = [
      { about: "holidays", reading: { en: "none" }, parameter: "holidays" },
      { about: "days", reading: { en: "the same time" }, parameter: "workingDayRule" },
      { about: "who", reading: { en: "we" } },
    ] as const;
    const policy = { ...ORDERLY, assumptions };
    expect(noticesOf(compilePolicy(policy))).toEqual([
      "assumption assumptions.0",
      "assumption assumptions.1",
      "assumption assumptions.2",
    ]);
    const passed = compilePolicy(policy, { holidays: "CN", workingDayRule: "endOfDay" });
    expect(noticesOf(passed)).toEqual(["assumption assumptions.2"]);
  });

  it.each(Object.entries(catalog))("of %s are its assumptions, and no default besides", (_, policy) => {
    const { notices } = compilePolicy(policy as unknown as Policy);
    const assumptions = notices.filter(({ code }) => code === "assumption");
    expect(assumptions).toHaveLength(policy.assumptions?.length ?? 0);
    expect(notices).toEqual(assumptions);
  });
});

describe("compilePolicy: policies as data", () => {
  it.each(Object.entries(catalog))("compiles %s from JSON to the same answers", (_, policy) => {
    const compiled = compilePolicy(policy as unknown as Policy);
    const again = compilePolicy(JSON.parse(JSON.stringify(policy)) as Policy);
    expect(again.notices).toEqual(compiled.notices);
    policy.targets.forEach(({ when = {} }) => {
      const ticket = { openedAt: "2026-11-20T17:00+08:00", zone: "Asia/Shanghai", ...(when as object) };
      expect(deadlinesFor(again, ticket)).toEqual(deadlinesFor(compiled, ticket));
    });
  });

  it("changes nothing that is handed in", () => {
    const policy = deepFreeze(structuredClone(chinanetcloud)) as typeof chinanetcloud;
    const holidays = deepFreeze([{ date: "2026-11-23", name: "Inventory" }, "2026-11-24"]);
    const calendars = deepFreeze({
      office: {
        hours: { mon: ["13:00-18:00", "09:00-12:00"] },
        changes: [{ from: "2027-01-01", hours: "5x8 from 09:00" }],
      },
    });
    const compiled = compilePolicy(
      policy,
      deepFreeze({ zone: "Asia/Shanghai", holidays, calendars, workingDayRule: "endOfDay" }),
    );
    const ticket = deepFreeze({
      openedAt: new Date(at("Fri 2026-11-20 17:00 +08:00")),
      severity: "L4",
      attributes: { region: "EU" },
    } as const);
    expect(deadlinesFor(compiled, ticket)).toHaveLength(3);
    expect(policy).toEqual(chinanetcloud);
  });

  it("takes a level or a dimension of any name", () => {
    const odd = ["constructor", "__proto__", "toString", "0", " "];
    const severities = JSON.parse(`{${odd.map((name) => `${JSON.stringify(name)}:{}`).join(",")}}`) as object;
    const targets = odd.map((severity) => ({ when: { severity }, metric: severity, within: "1 hour" }));
    const policy = compilePolicy({ name: "odd", severities, targets } as Policy);
    for (const severity of odd) {
      expect(deadlinesFor(policy, { openedAt: 0, severity }).map(({ metric }) => metric)).toEqual([severity]);
    }
    expect(() => deadlinesFor(policy, { openedAt: 0, severity: "valueOf" })).toThrow(SlaError);
  });
});
