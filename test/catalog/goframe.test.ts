import { describe, expect, it } from "vitest";
import { goframe } from "../../src/catalog/goframe.js";
import { chineseOf, DOCUMENTS_ARE_HERE, figureOf, keyOf, readDocument } from "./documents.js";

const PLANS = ["community", "basic", "advanced", "enterprise"] as const;

/** Plan, its Chinese name, price, figure: the document's table, copied by hand. */
const ROWS = [
  ["community", "开源社区", "free", "not guaranteed"],
  ["basic", "基础版", "listed 280 a month (580 struck out)", "24 hours"],
  ["advanced", "高级版", "in preparation", "12 hours"],
  ["enterprise", "企业版", "in preparation", "8 hours"],
] as const;

/** Which plans have which services: the document's sentence, spread out by hand. */
const SERVICES = [
  ["usage consulting", ["community", "basic", "advanced", "enterprise"]],
  ["upgrade guarantee", ["basic", "advanced", "enterprise"]],
  ["priority response", ["basic", "advanced", "enterprise"]],
  ["problem diagnosis", ["advanced", "enterprise"]],
  ["remote assistance", ["advanced", "enterprise"]],
  ["custom development", ["advanced", "enterprise"]],
  ["performance tuning", ["enterprise"]],
  ["training: 1 course", ["advanced"]],
  ["training: 2 courses", ["enterprise"]],
] as const;

/** How each silent point of the document begins, and the assumption that answers it. */
const SILENT = [
  ["No severities", "no severities are named"],
  ["No service hours", "no service hours are named"],
  ["No resolution promise", "no resolution is promised"],
  ["The community plan has a row", 'the community plan\'s row says "not guaranteed" (不保证)'],
  [
    '"At once" (第一时间响应)',
    '"at once" (第一时间响应) and "in the shortest time" (最短的时间内) are said without a figure',
  ],
  ["No working days are named", "no working days are named"],
] as const;

function coversOf(plan: (typeof PLANS)[number]): readonly string[] {
  return goframe.tiers?.[plan].covers?.map((cover) => cover.en) ?? [];
}

describe("goframe", () => {
  it.each(ROWS)("promises for %s (%s, %s) a first response within %s", (tier, zh, price, within) => {
    const held = goframe.targets.filter((target) => target.when?.tier === tier);
    expect(held.map((target) => [target.metric, target.within])).toEqual([["firstResponse", within]]);
    expect(goframe.tiers?.[tier].title).toEqual({ en: tier, zh });
    expect(goframe.tiers?.[tier].price?.en).toBe(price);
  });

  it("has no other targets, and none of them on a calendar", () => {
    expect(goframe.targets).toHaveLength(4);
    expect(goframe.targets.every((target) => target.calendar === undefined && target.startsOn === undefined)).toBe(
      true,
    );
  });

  it("has the document's keys", () => {
    expect(Object.keys(goframe.tiers ?? {})).toEqual(PLANS);
    expect(goframe.severities).toBeUndefined();
    expect(goframe.channels).toBeUndefined();
    expect(goframe.types).toBeUndefined();
  });

  it("names no zone and no calendar, as the document does", () => {
    expect(goframe.zone).toBeUndefined();
    expect(goframe.calendars).toBeUndefined();
  });

  it("keeps the community plan's own words", () => {
    expect(goframe.targets[0]?.words).toEqual({ en: "not guaranteed", zh: "不保证" });
  });

  it.each(SERVICES)("has %s in the plans %j", (service, plans) => {
    expect(PLANS.filter((plan) => coversOf(plan).some((cover) => cover.startsWith(service)))).toEqual(plans);
  });

  it.each([
    ["community", ["issue", "group chat"], "usage consulting (by issue and group chat)"],
    ["basic", ["private group"], "usage consulting (by private group)"],
    ["advanced", ["private group"], "usage consulting (by private group)"],
    ["enterprise", ["private group"], "usage consulting (by private group, many-to-one)"],
  ] as const)("consults for %s by %j", (plan, media, cover) => {
    expect(goframe.tiers?.[plan].media).toEqual(media);
    expect(coversOf(plan)[0]).toBe(cover);
  });

  it.each([
    ["ticket", "ticket", "online ticket system"],
    ["remoteAssistance", "remote assistance", "remote assistance"],
    ["onlineChat", "chat", "online chat (QQ, WeChat)"],
  ])("is reached by %s", (name, medium, title) => {
    expect([goframe.contacts?.[name]?.medium, goframe.contacts?.[name]?.title.en]).toEqual([medium, title]);
  });

  it.each([
    ["security holes and performance bottlenecks are assessed and handled first", "优先评估和处理安全漏洞与性能瓶颈"],
    ["at once", "第一时间响应"],
    ["in the shortest time", "最短的时间内"],
  ])("keeps a statement without a figure: %s", (en, zh) => {
    expect(goframe.statements?.map((statement) => statement.text)).toContainEqual({ en, zh });
  });

  it("answers every silent point with an assumption, and the zone", () => {
    const abouts = SILENT.map(([, about]) => about);
    expect(goframe.assumptions?.map((one) => one.about)).toEqual([...abouts, "no time zone is named"]);
  });
});

describe.skipIf(!DOCUMENTS_ARE_HERE)("goframe beside its document", () => {
  it("has every row of the table of plans", () => {
    const rows = readDocument("goframe").table("plan");
    const read = rows.map((row) => [
      keyOf(row["plan"]),
      chineseOf(row["plan"]),
      row["price"]?.replace(/ \(筹备中\)/, ""),
      figureOf(row["response 响应时效"]),
      chineseOf(row["response 响应时效"]),
    ]);
    const held = goframe.targets.map((target) => {
      const level = PLANS.filter((plan) => plan === target.when?.tier).map((plan) => goframe.tiers?.[plan])[0];
      return [target.when?.tier, level?.title?.zh, level?.price?.en, target.within, target.words?.zh];
    });
    expect(held).toEqual(read);
    expect(goframe.tiers?.advanced.price?.zh).toBe(chineseOf(rows[2]?.["price"]));
  });

  it.each([
    ["usage consulting"],
    ["by issue and group chat"],
    ["by private group"],
    ["many-to-one"],
    ["upgrade guarantee"],
    ["priority response"],
    ["problem diagnosis"],
    ["remote assistance"],
    ["custom development"],
    ["performance tuning"],
    ["1 course"],
    ["2 courses"],
    ["online ticket system"],
    ["online chat (QQ, WeChat)"],
    ["ecurity holes and performance bottlenecks are assessed and handled first"],
    ["第一时间响应"],
    ["最短的时间内"],
  ])("says as the document does: %s", (words) => {
    expect(readDocument("goframe").text).toContain(words);
    expect(JSON.stringify(goframe)).toContain(words);
  });

  it("answers every bullet of the silent points, in order", () => {
    const bullets = readDocument("goframe").bullets("Silent, and our reading");
    expect(bullets.map((bullet, index) => bullet.slice(0, SILENT[index]?.[0].length))).toEqual(
      SILENT.map(([opening]) => opening),
    );
  });
});
