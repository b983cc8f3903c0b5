import { describe, expect, it } from "vitest";
import { chinanetcloud } from "../../src/catalog/chinanetcloud.js";
import { chineseOf, DOCUMENTS_ARE_HERE, figureOf, keyOf, readDocument } from "./documents.js";

const LEVELS = ["L1", "L2", "L3", "L4"] as const;
const TYPES = ["ALERT", "REQUEST", "PROJECT", "TASK", "PROBLEM"] as const;

/** Level, metric, figure, calendar: the document's table, copied by hand. */
const FIGURES = [
  ["L1", "firstResponse", "15 minutes", undefined],
  ["L1", "resolution", "60 minutes", undefined],
  ["L1", "limit", "4 hours", undefined],
  ["L2", "firstResponse", "30 minutes", undefined],
  ["L2", "resolution", "2 hours", undefined],
  ["L2", "limit", "6 hours", undefined],
  ["L3", "firstResponse", "4 hours", undefined],
  ["L3", "resolution", "1 working day", "office"],
  ["L3", "limit", "2 working days", "office"],
  ["L4", "firstResponse", "1 working day", "office"],
  ["L4", "resolution", "3 working days", "office"],
  ["L4", "limit", "5 working days", "office"],
] as const;

/** How each silent or unclear point of the document begins, and the assumptions that answer it. */
const SILENT = [
  ['Whether "4 hours" of L3 runs', ["whether minutes and hours run 24×7 or in office hours (the 4 hours of L3)"]],
  ['What "1 working day" from Tuesday', ['what "1 working day" means']],
  ['"Handled on the next working day"', ['when a request that is "handled on the next working day" starts']],
  [
    "A section puts change requests under 24×7",
    [
      "change requests stand under 24×7 in one section and under office hours in another",
      '"version upgrade" stands under L3 and under L4',
    ],
  ],
  ["What the time limit (时间上限) limits", ["what the time limit (时间上限) limits"]],
  ["No holidays are named", ["which holidays are no working days (工作日)"]],
] as const;

/** Not a bullet of its list of silent points: the document says it beside its ticket types. */
const FIFTH_TYPE = 'the fifth ticket type is printed as "PROJECT 问题", and the text speaks of four';

function targetOf(severity: string, metric: string) {
  return chinanetcloud.targets.filter((target) => target.when?.severity === severity && target.metric === metric);
}

function assumptionOf(about: string) {
  return chinanetcloud.assumptions?.find((assumption) => assumption.about === about);
}

describe("chinanetcloud", () => {
  it.each(FIGURES)("promises for %s a %s within %s", (severity, metric, within, calendar) => {
    expect(targetOf(severity, metric)).toEqual([
      { when: { severity }, metric, within, ...(calendar === undefined ? {} : { calendar }) },
    ]);
  });

  it("has no other targets", () => {
    expect(chinanetcloud.targets).toHaveLength(12);
  });

  it("has the document's keys", () => {
    expect(Object.keys(chinanetcloud.severities ?? {})).toEqual(LEVELS);
    expect(Object.keys(chinanetcloud.types ?? {})).toEqual(TYPES);
    expect(chinanetcloud.tiers).toBeUndefined();
    expect(chinanetcloud.channels).toBeUndefined();
  });

  it("opens the office from Monday to Friday, 9:30 to 18:00 Beijing time, on China's working days", () => {
    expect(chinanetcloud.zone).toBe("Asia/Shanghai");
    expect(chinanetcloud.calendars).toEqual({
      office: { zone: "Asia/Shanghai", hours: "Mon-Fri 09:30-18:00", holidays: "CN" },
    });
  });

  it.each([
    ["L1", ["CRITICAL", "关键级"], 3],
    ["L2", ["HIGH", "高级"], 3],
    ["L3", ["MEDIUM", "中级"], 5],
    ["L4", ["LOW", "低级"], 5],
  ] as const)("knows %s also as %j, with %i criteria", (severity, aliases, criteria) => {
    expect(chinanetcloud.severities?.[severity].aliases).toEqual(aliases);
    expect(chinanetcloud.severities?.[severity].title).toEqual({ en: aliases[0], zh: aliases[1] });
    expect(chinanetcloud.severities?.[severity].criteria).toHaveLength(criteria);
  });

  it("takes a request that is not urgent in office hours, of every severity", () => {
    expect(chinanetcloud.intake).toMatchObject([{ when: { type: "REQUEST", urgent: false }, startsOn: "office" }]);
  });

  it("handles an ALERT 24×7 and tells the expected completion of a REQUEST", () => {
    expect(chinanetcloud.types?.ALERT.notes?.[0]?.en).toBe("an ALERT is handled 24×7");
    expect(chinanetcloud.types?.REQUEST.notes?.[0]?.en).toContain("told the expected completion of a REQUEST");
  });

  it.each([
    ["mail", "mail", "always", "tickets go there at any hour"],
    ["officePhone", "phone", "office", "in office hours"],
    ["nightPhone", "phone", undefined, "at night and at week ends"],
  ])("is reached by %s: %s on the calendar %s, %s", (name, medium, calendar, note) => {
    const contact = chinanetcloud.contacts?.[name];
    expect([contact?.medium, contact?.calendar, contact?.notes?.[0]?.en]).toEqual([medium, calendar, note]);
  });

  it("names the contract's penalty for a breach", () => {
    expect(chinanetcloud.compensation?.map((compensation) => compensation.for)).toEqual(["breach"]);
    expect(chinanetcloud.compensation?.[0]?.text.en).toContain("the penalty named in the contract");
  });

  it("excludes what the document excludes, waiting for third parties among it", () => {
    expect(chinanetcloud.exclusions).toHaveLength(3);
    expect(chinanetcloud.exclusions?.[2]?.en).toContain("time spent waiting for a third party stops the clock");
  });

  it("keeps the statements that make no deadline", () => {
    expect(chinanetcloud.statements?.map((statement) => statement.about)).toEqual([
      "24×7 support",
      "working-day support",
      "change requests",
      "urgent requests",
      "review of alerts and mails",
    ]);
  });

  it("answers every silent or unclear point with an assumption, and the print of the fifth type", () => {
    const abouts = SILENT.flatMap(([, assumptions]) => assumptions);
    expect(chinanetcloud.assumptions?.map((assumption) => assumption.about)).toEqual([...abouts, FIFTH_TYPE]);
  });

  it.each([
    ['what "1 working day" means', "workingDayRule", [{ unit: "workingDay" }]],
    ["which holidays are no working days (工作日)", "`holidays`", [{ calendar: "office" }]],
    ["what the time limit (时间上限) limits", "`limit`", [{ metric: "limit" }]],
    ['when a request that is "handled on the next working day" starts', "`intake`", [{ intake: true }]],
  ])("says of %s how to override it and which answers use it", (about, override, usedBy) => {
    expect(assumptionOf(about)?.override).toContain(override);
    expect(assumptionOf(about)?.usedBy).toEqual(usedBy);
  });
});

describe.skipIf(!DOCUMENTS_ARE_HERE)("chinanetcloud beside its document", () => {
  const COLUMNS = {
    firstResponse: "first response 响应时间",
    resolution: "resolution 解决时间",
    limit: "time limit 时间上限",
  };

  it("has every figure of the table of levels", () => {
    const rows = readDocument("chinanetcloud").table("level");
    const read = rows.flatMap((row) =>
      Object.entries(COLUMNS).map(([metric, column]) => [keyOf(row["level"]), metric, figureOf(row[column])]),
    );
    expect(read).toHaveLength(12);
    const held = chinanetcloud.targets.map((target) => [target.when?.severity, target.metric, target.within]);
    expect(held).toEqual(read);
  });

  it("has every level's names", () => {
    const rows = readDocument("chinanetcloud").table("level");
    const read = rows.map((row) => [row["level"]?.split(" ")[1], chineseOf(row["level"])]);
    expect(LEVELS.map((level) => chinanetcloud.severities?.[level].aliases)).toEqual(read);
  });

  it("has every level's criteria, word for word", () => {
    const bullets = readDocument("chinanetcloud").bullets("What falls in a level");
    const read = bullets.map((bullet) => /^(L\d)[^:]*: (.*)\.$/.exec(bullet)).map((match) => match?.slice(1));
    const held = LEVELS.map((level) => {
      const criteria = chinanetcloud.severities?.[level].criteria ?? [];
      return [level, criteria.map((criterion) => criterion.en).join("; ")];
    });
    expect(held).toEqual(read);
    expect(bullets[3]).toContain(chinanetcloud.severities?.L4.notes?.[0]?.en);
  });

  it("has every ticket type and what it is", () => {
    const [line = ""] = /Ticket types: [^.]*\./.exec(readDocument("chinanetcloud").text) ?? [];
    const read = [...line.matchAll(/\b([A-Z]{4,})(?: \(([^)]*)\))?/g)].map((match) => [match[1], match[2] ?? ""]);
    const held = TYPES.map((type) => {
      const criteria = chinanetcloud.types?.[type].criteria ?? [];
      return [type, criteria.map((criterion) => criterion.en).join(", ")];
    });
    expect(held).toEqual(read);
  });

  it.each([
    ["24×7 support for production servers: monitoring, alert response, critical and urgent faults, restarts"],
    ["everything of 24×7 plus non-urgent customer requests"],
    ["customers send change requests in normal working time"],
    ["is handled on the next working day"],
    ["the team answers as soon as possible"],
    ["has a senior engineer handle it"],
    ["the day's engineer or the customer's team"],
    ["an ALERT is handled 24×7"],
    ["all alerts and mails are reviewed each working morning and evening"],
    ["the customer is told the expected completion of a REQUEST by its difficulty"],
    ["in office hours"],
    ["the 400 number"],
    ["at night and at week ends"],
    ["not answering, not resolving or not carrying out within these times brings the penalty named in the contract"],
    ["matters outside the scope of work"],
    ["tasks that cannot be done in the stated time"],
    ["reasonable time for physical work and for third parties (hardware vendors, network providers)"],
    ["time spent waiting for a third party stops the clock"],
  ])("says as the document does: %s", (words) => {
    expect(readDocument("chinanetcloud").text).toContain(words);
    expect(JSON.stringify(chinanetcloud)).toContain(words);
  });

  it("answers every bullet of the silent points, in order", () => {
    const bullets = readDocument("chinanetcloud").bullets("Silent or unclear");
    expect(bullets.map((bullet, index) => bullet.slice(0, SILENT[index]?.[0].length))).toEqual(
      SILENT.map(([opening]) => opening),
    );
  });
});
