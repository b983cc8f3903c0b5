import { describe, expect, it } from "vitest";
import { tidbCloud } from "../../src/catalog/tidb-cloud.js";
import { chineseOf, DOCUMENTS_ARE_HERE, figureOf, readDocument } from "./documents.js";

const PLANS = ["basic", "developer", "enterprise", "premium"] as const;
const SEVERITIES = ["S1", "S2", "S3", "S4"] as const;

/** Severity, plan, figure, calendar: the document's table, copied by hand. */
const FIGURES = [
  ["S1", "basic", "not guaranteed", undefined],
  ["S1", "developer", "4 working hours", "working"],
  ["S1", "enterprise", "1 hour", undefined],
  ["S1", "premium", "30 minutes", undefined],
  ["S2", "basic", "not guaranteed", undefined],
  ["S2", "developer", "8 working hours", "working"],
  ["S2", "enterprise", "2 hours", undefined],
  ["S2", "premium", "1 hour", undefined],
  ["S3", "basic", "not guaranteed", undefined],
  ["S3", "developer", "12 working hours", "working"],
  ["S3", "enterprise", "8 working hours", "working"],
  ["S3", "premium", "4 working hours", "working"],
  ["S4", "basic", "not guaranteed", undefined],
  ["S4", "developer", "24 working hours", "working"],
  ["S4", "enterprise", "24 working hours", "working"],
  ["S4", "premium", "24 working hours", "working"],
] as const;

/** Which plans have which services: the document's sentence, spread out by hand. */
const SERVICES = [
  ["billing support", ["basic", "developer", "enterprise", "premium"]],
  ["ticket support", ["developer", "enterprise", "premium"]],
  ["database guidance", ["developer", "enterprise", "premium"]],
  ["Clinic", ["enterprise", "premium"]],
  ["IM chat", ["enterprise", "premium"]],
  ["alert subscription", ["enterprise", "premium"]],
  ["IM tickets", ["enterprise", "premium"]],
  ["IM ticket interaction", ["premium"]],
  ["a technical account manager", ["premium"]],
] as const;

/** How each silent point of the document begins, and the assumptions that answer it. */
const SILENT = [
  ['"Local time" is whose?', ['whose time "local time" is']],
  ["No resolution target is promised", ["no resolution is promised"]],
  ["24 working hours at nine a day", ["what 24 working hours (工作小时) are"]],
  ["No holidays are named", ["no holidays are named"]],
  ["Basic has rows", ['the rows of Basic say "-"']],
  ["What S1–S4 are is not defined", ["what S1–S4 are", "7×24 is said of Enterprise only"]],
] as const;

describe("tidbCloud", () => {
  it.each(FIGURES)("promises for %s in the plan %s a first response: %s", (severity, tier, within, calendar) => {
    const held = tidbCloud.targets.filter(({ when }) => when?.severity === severity && when?.tier === tier);
    expect(held.map((target) => [target.metric, target.within, target.calendar])).toEqual([
      ["firstResponse", within, calendar],
    ]);
  });

  it("has no other targets", () => {
    expect(tidbCloud.targets).toHaveLength(16);
  });

  it('keeps the "-" of Basic', () => {
    const basic = tidbCloud.targets.filter((target) => target.when?.tier === "basic");
    expect(basic.map((target) => target.words)).toEqual(Array(4).fill({ en: "none (-)", zh: "-" }));
  });

  it("has the document's keys", () => {
    expect(Object.keys(tidbCloud.tiers ?? {})).toEqual(PLANS);
    expect(Object.keys(tidbCloud.severities ?? {})).toEqual(SEVERITIES);
    expect(tidbCloud.channels).toBeUndefined();
    expect(tidbCloud.types).toBeUndefined();
  });

  it("works nine hours a day, Monday to Friday 9:00 to 18:00 in the zone that the caller gives", () => {
    expect(tidbCloud.zone).toBe("local");
    expect(tidbCloud.calendars).toEqual({ working: { hours: "Mon-Fri 09:00-18:00", holidays: [] } });
  });

  it.each([
    ["basic", "Basic", "基础版"],
    ["developer", "Developer", "开发者版"],
    ["enterprise", "Enterprise", "企业版"],
    ["premium", "Premium", "高级版"],
  ] as const)("calls the plan %s %s, %s", (plan, en, zh) => {
    expect(tidbCloud.tiers?.[plan].title).toEqual({ en, zh });
    expect(tidbCloud.tiers?.[plan].aliases).toEqual([zh]);
  });

  it.each(SERVICES)("has %s in the plans %j", (service, plans) => {
    expect(PLANS.filter((plan) => tidbCloud.tiers?.[plan].covers?.some((cover) => cover.en === service))).toEqual(
      plans,
    );
  });

  it("keeps what is said of Enterprise only", () => {
    expect(tidbCloud.tiers?.enterprise.notes?.map((note) => note.en)).toEqual(["fast 7x24 response"]);
  });

  it("answers every silent point with an assumption", () => {
    const abouts = SILENT.flatMap(([, assumptions]) => assumptions);
    expect(tidbCloud.assumptions?.map((assumption) => assumption.about)).toEqual(abouts);
  });

  it("says that Premium's plain hours and minutes run 7×24 by our reading", () => {
    expect(tidbCloud.assumptions?.at(-1)?.usedBy).toEqual([{ when: { tier: "premium" }, unit: ["minute", "hour"] }]);
  });
});

describe.skipIf(!DOCUMENTS_ARE_HERE)("tidbCloud beside its document", () => {
  it("has every figure of the table of plans and severities", () => {
    const read = readDocument("tidb-cloud")
      .table("severity")
      .flatMap(({ severity, ...plans }) =>
        Object.entries(plans).map(([plan, cell]) => [severity, plan.split(" ")[0]?.toLowerCase(), figureOf(cell)]),
      );
    expect(read).toHaveLength(16);
    const held = tidbCloud.targets.map(({ when, within }) => [when?.severity, when?.tier, within]);
    expect(held).toEqual(read);
  });

  it("has every plan's names", () => {
    const [first = {}] = readDocument("tidb-cloud").table("severity");
    const headings = Object.keys(first).slice(1);
    const held = PLANS.map((plan) => [tidbCloud.tiers?.[plan].title?.en, tidbCloud.tiers?.[plan].title?.zh]);
    expect(held).toEqual(headings.map((heading) => [heading.split(" ")[0], chineseOf(heading)]));
  });

  it("measures on the working calendar exactly what is given in working hours", () => {
    const onCalendar = tidbCloud.targets.filter((target) => target.calendar === "working");
    const inWorkingHours = tidbCloud.targets.filter((target) => String(target.within).includes("working hours"));
    expect(onCalendar).toEqual(inWorkingHours);
    expect(onCalendar).toHaveLength(8);
  });

  it.each([
    ["ocal time 9:00–18:00, Monday to Friday (nine hours a day)"],
    ["fast 7x24 response"],
    ["billing support"],
    ["ticket support"],
    ["database guidance"],
    ["Clinic"],
    ["IM chat"],
    ["alert subscription"],
    ["IM tickets"],
    ["IM ticket interaction"],
    ["a technical account manager"],
  ])("says as the document does: %s", (words) => {
    expect(readDocument("tidb-cloud").text).toContain(words);
    expect(JSON.stringify(tidbCloud)).toContain(words);
  });

  it("answers every bullet of the silent points, in order", () => {
    const bullets = readDocument("tidb-cloud").bullets("Silent, and our reading");
    expect(bullets.map((bullet, index) => bullet.slice(0, SILENT[index]?.[0].length))).toEqual(
      SILENT.map(([opening]) => opening),
    );
  });
});
