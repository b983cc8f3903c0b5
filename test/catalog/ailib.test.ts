import { describe, expect, it } from "vitest";
import { ailib } from "../../src/catalog/ailib.js";
import { chineseOf, DOCUMENTS_ARE_HERE, figureOf, keyOf, readDocument } from "./documents.js";

const TIERS = ["basic", "standard", "premium"] as const;
const SEVERITIES = ["P0", "P1", "P2", "P3"] as const;
const CHANNELS = ["technicalSupport", "urgentSupport", "businessEnquiries"] as const;

/** The document's three tables, copied by hand, in their order. */
const TARGETS = [
  { when: { tier: "basic" }, metric: "firstResponse", within: "24 hours" },
  { when: { tier: "standard" }, metric: "firstResponse", within: "8 hours" },
  { when: { tier: "premium" }, metric: "firstResponse", within: "4 hours" },
  { when: { severity: "P0" }, metric: "firstResponse", within: "4 hours" },
  { when: { severity: "P0" }, metric: "resolution", within: "24 hours" },
  { when: { severity: "P1" }, metric: "firstResponse", within: "8 hours" },
  { when: { severity: "P1" }, metric: "resolution", within: "72 hours" },
  { when: { severity: "P2" }, metric: "firstResponse", within: "24 hours" },
  { when: { severity: "P2" }, metric: "resolution", within: "1 week", words: { en: "1 week", zh: "1周" } },
  { when: { severity: "P3" }, metric: "firstResponse", within: "48 hours" },
  {
    when: { severity: "P3" },
    metric: "resolution",
    within: "by arrangement",
    words: { en: "by arrangement", zh: "根据优先级安排" },
  },
  { when: { channel: "technicalSupport" }, metric: "firstResponse", within: "24 hours", startsOn: "office" },
  {
    when: { channel: "urgentSupport" },
    metric: "firstResponse",
    within: "immediate",
    calendar: "always",
    words: { en: "immediate", zh: "立即响应" },
  },
  { when: { channel: "businessEnquiries" }, metric: "firstResponse", within: "48 hours", startsOn: "office" },
];

/** How each silent or contradictory point of the document begins, and the assumptions that answer it. */
const SILENT = [
  [
    "Standard availability is 99 %",
    ["standard availability is 99 % in the tier section and 99.5 % in the SLA section"],
  ],
  [
    'Whether a response of "24 hours"',
    [
      'whether a response of "24 hours" is elapsed or working time',
      "when the clock of a mail contact with stated hours starts",
    ],
  ],
  [
    "A ticket has a tier and a severity",
    ["which response binds when a ticket has several: a tier, a severity, a channel"],
  ],
  ['"1 week" is seven calendar days', ['what "1 week" (1周) is']],
  ["UTC+8 is a fixed offset, not a city", ["UTC+8 is a fixed offset, not a city", "no holidays are named"]],
] as const;

/** Not a bullet of its list of silent points: the document says it beside its contacts. */
const URGENT_SUPPORT = "who may use urgent support by phone: phone is listed for the premium tier only";

describe("ailib", () => {
  it.each(TARGETS)("promises for $when a $metric within $within", (target) => {
    const { when, metric } = target;
    const held = ailib.targets.filter(
      (candidate) => candidate.metric === metric && JSON.stringify(candidate.when) === JSON.stringify(when),
    );
    expect(held).toEqual([target]);
  });

  it("has no other targets, and the soonest binds", () => {
    expect(ailib.targets).toEqual(TARGETS);
    expect(ailib.binding).toBe("earliest");
  });

  it("has the document's keys", () => {
    expect(Object.keys(ailib.tiers ?? {})).toEqual(TIERS);
    expect(Object.keys(ailib.severities ?? {})).toEqual(SEVERITIES);
    expect(Object.keys(ailib.channels ?? {})).toEqual(CHANNELS);
    expect(ailib.types).toBeUndefined();
  });

  it("opens the office from Monday to Friday, 9:00 to 18:00 at UTC+8, without holidays", () => {
    expect(ailib.zone).toBe("UTC+8");
    expect(ailib.calendars).toEqual({ office: { zone: "UTC+8", hours: "Mon-Fri 09:00-18:00", holidays: [] } });
  });

  it.each([
    ["basic", "基础支持", ["mail"], ["basic usage questions", "technical consulting"], "99 %"],
    ["standard", "标准支持", ["mail", "online"], ["production problems", "performance"], "99.5 %"],
    [
      "premium",
      "高级支持",
      ["mail", "phone", "online"],
      ["urgent problems", "architecture", "custom development"],
      "99.9 %",
    ],
  ] as const)("offers the tier %s (%s) by %j", (tier, zh, media, covers, availability) => {
    const level = ailib.tiers?.[tier];
    expect(level?.title).toEqual({ en: tier, zh });
    expect(level?.media).toEqual(media);
    expect(level?.covers?.map((cover) => cover.en)).toEqual(covers);
    expect(level?.availability?.en).toBe(availability);
  });

  it.each([
    ["P0", ["urgent", "紧急"], "production completely unavailable"],
    ["P1", ["high", "高优先级"], "a function severely affected"],
    ["P2", ["medium", "中优先级"], "a function partly affected"],
    ["P3", ["low", "低优先级"], "enhancement or suggestion"],
  ] as const)("knows %s also as %j: %s", (severity, aliases, criterion) => {
    expect(ailib.severities?.[severity].aliases).toEqual(aliases);
    expect(ailib.severities?.[severity].criteria?.map((one) => one.en)).toEqual([criterion]);
  });

  it.each([
    ["technicalSupport", "mail", "office"],
    ["urgentSupport", "phone", "always"],
    ["businessEnquiries", "mail", "office"],
  ] as const)("is reached for %s by %s on the calendar %s", (channel, medium, calendar) => {
    expect(ailib.contacts?.[channel]).toMatchObject({ medium, calendar });
    expect(ailib.channels?.[channel].calendar).toBe(calendar);
  });

  it("promises nothing in community channels", () => {
    expect(ailib.contacts?.["community"]?.notes?.[0]?.en).toBe("they promise nothing");
    expect(ailib.contacts?.["community"]?.calendar).toBeUndefined();
  });

  it("keeps every availability that the document states, the contradictory one too", () => {
    expect(ailib.availability?.map((statement) => [statement.about, statement.text.en])).toEqual([
      ["standard, tier section", "99 %"],
      ["premium, tier section", "99.9 %"],
      ["basic, SLA section", "99 %"],
      ["standard, SLA section", "99.5 %"],
      ["premium, SLA section", "99.9 %"],
    ]);
  });

  it("compensates by downtime, response delay and resolution delay, without figures", () => {
    expect(ailib.compensation?.map((one) => one.for)).toEqual(["downtime", "responseDelay", "resolutionDelay"]);
    expect(ailib.statements?.find((one) => one.about === "compensation")?.text.en).toBe("no figures given");
  });

  it("excludes what the document does not cover", () => {
    expect(ailib.exclusions?.map((exclusion) => exclusion.en)).toEqual([
      "third-party services",
      "custom development beyond the standard (premium lists custom development as covered)",
      "basic programming training",
      "hardware",
    ]);
  });

  it("repeats the response guarantees by urgency as P0 to P3 promise them", () => {
    const repeated = ailib.statements?.find((one) => one.about === "response by urgency, SLA section")?.text.en ?? "";
    const read = [...repeated.matchAll(/(urgent|high|medium|low) (\d+) h/g)].map((match) => [match[1], match[2]]);
    const held = SEVERITIES.map((severity) => {
      const row = ailib.targets.find((one) => one.when?.severity === severity && one.metric === "firstResponse");
      return [ailib.severities?.[severity].title?.en, String(row?.within).replace(" hours", "")];
    });
    expect(read).toEqual(held);
  });

  it("answers every silent or contradictory point with an assumption, and who may use urgent support", () => {
    const abouts = SILENT.flatMap(([, assumptions]) => assumptions);
    expect(ailib.assumptions?.map((assumption) => assumption.about)).toEqual([...abouts, URGENT_SUPPORT]);
  });

  it("takes 99.5 % for the standard tier and names the 99 %", () => {
    const [assumption] = ailib.assumptions ?? [];
    expect(assumption?.reading.en).toContain("99.5 %");
    expect(assumption?.reading.en).toContain("99 %");
    expect(assumption?.usedBy).toEqual([]);
  });
});

describe.skipIf(!DOCUMENTS_ARE_HERE)("ailib beside its document", () => {
  it("has every row of the table of tiers", () => {
    const rows = readDocument("ailib").table("tier");
    const read = rows.map((row) => [
      keyOf(row["tier"]),
      chineseOf(row["tier"]),
      figureOf(row["response"]),
      row["channels"],
      row["covers"],
      row["availability in the tier section"],
      row["availability in the SLA section"],
    ]);
    const stated = (about: string) => ailib.availability?.find((one) => one.about === about)?.text.en ?? "(none)";
    const held = TIERS.map((tier) => [
      tier,
      ailib.tiers?.[tier].title?.zh,
      ailib.targets.find((target) => target.when?.tier === tier)?.within,
      ailib.tiers?.[tier].media?.join(", "),
      ailib.tiers?.[tier].covers?.map((cover) => cover.en).join(", "),
      stated(`${tier}, tier section`),
      stated(`${tier}, SLA section`),
    ]);
    expect(held).toEqual(read);
    expect(TIERS.map((tier) => ailib.tiers?.[tier].availability?.en)).toEqual(read.map((row) => row[6]));
  });

  it("has every row of the table of severities", () => {
    const rows = readDocument("ailib").table("severity");
    const read = rows.map((row) => [
      keyOf(row["severity"]),
      chineseOf(row["severity"]),
      row["severity"]?.split(" ")[2],
      row["criterion"],
      figureOf(row["response"]),
      figureOf(row["resolution"]),
      chineseOf(row["resolution"]),
    ]);
    const held = SEVERITIES.map((severity) => {
      const level = ailib.severities?.[severity];
      const rowOf = (metric: string) =>
        ailib.targets.find((target) => target.when?.severity === severity && target.metric === metric);
      return [
        severity,
        level?.title?.zh,
        level?.title?.en,
        level?.criteria?.[0]?.en,
        rowOf("firstResponse")?.within,
        rowOf("resolution")?.within,
        rowOf("resolution")?.words?.zh,
      ];
    });
    expect(held).toEqual(read);
  });

  it("has every row of the table of contacts and their hours", () => {
    const rows = readDocument("ailib").table("contact");
    const read = rows.map((row) => [
      row["contact"],
      figureOf(row["response"]),
      chineseOf(row["response"]),
      row["hours"],
    ]);
    const hours = { office: "Monday–Friday 9:00–18:00 (UTC+8)", always: "7×24" };
    const held = CHANNELS.map((channel) => {
      const target = ailib.targets.find((one) => one.when?.channel === channel);
      const open = target?.startsOn ?? target?.calendar;
      return [
        ailib.channels?.[channel].title?.en,
        target?.within,
        target?.words?.zh,
        hours[open as keyof typeof hours],
      ];
    });
    expect(held).toEqual(read);
  });

  it.each([
    ["third-party services"],
    ["custom development beyond the standard (premium lists custom development as covered)"],
    ["basic programming training"],
    ["hardware"],
    ["ommunity channels (GitHub issues, discussions)"],
    ["promise nothing"],
    ["for an interruption by its length"],
    ["for a response later than promised"],
    ["for a problem not solved in time"],
    ["no figures given"],
    ["urgent 4 h, high 8 h, medium 24 h, low 48 h (they agree with P0–P3)"],
  ])("says as the document does: %s", (words) => {
    expect(readDocument("ailib").text).toContain(words);
    expect(JSON.stringify(ailib)).toContain(words);
  });

  it("answers every bullet of the silent points, in order", () => {
    const bullets = readDocument("ailib").bullets("Silent, contradictory");
    expect(bullets.map((bullet, index) => bullet.slice(0, SILENT[index]?.[0].length))).toEqual(
      SILENT.map(([opening]) => opening),
    );
  });
});
