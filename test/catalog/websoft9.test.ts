import { describe, expect, it } from "vitest";
import { websoft9 } from "../../src/catalog/websoft9.js";
import { chineseOf, DOCUMENTS_ARE_HERE, readDocument } from "./documents.js";

const CHANNELS = ["ticket", "mail", "qq", "wechat", "phone"] as const;

/** Channel, its names, service hours, calendar, what for: the document's table, copied by hand. */
const ROWS = [
  ["ticket", "ticket", "工单", "7×24", "always", ["faults"]],
  ["mail", "mail", "邮箱", "7×24", "always", ["faults", "partnership"]],
  ["qq", "QQ group", "QQ群", "5×8", "5x8", ["discussion"]],
  ["wechat", "WeChat", "微信", "5×8", "5x8", ["discussion"]],
  ["phone", "phone", "电话", "7×8", "7x8", ["pre-sales", "urgent faults"]],
] as const;

/** How each silent or contradictory point of the document begins, and the assumptions that answer it. */
const SILENT = [
  ["No time zone is named", ["no time zone is named"]],
  [
    "Which eight hours 5×8 and 7×8 are",
    ["which eight hours 5×8 and 7×8 are is not said, and the standard working hours 8:00–17:30 are nine and a half"],
  ],
  [
    'The promise is "answered while the channel is open"',
    [
      "what is promised inside a channel's hours",
      "real-time answers are said only of the standard working hours, Monday to Friday 8:00–17:30",
    ],
  ],
  ["No working days are named", ["no working days are named"]],
] as const;

describe("websoft9", () => {
  it.each(ROWS)(
    "answers a contact by %s (%s, %s) at once in its service hours, %s",
    (channel, en, zh, hours, calendar) => {
      expect(websoft9.targets.filter((target) => target.when?.channel === channel)).toEqual([
        {
          when: { channel },
          metric: "firstResponse",
          within: "immediate",
          calendar,
          words: { en: `service hours ${hours}`, zh: `服务时间 ${hours}` },
        },
      ]);
      expect(websoft9.channels?.[channel].title).toEqual({ en, zh });
      expect(websoft9.channels?.[channel].calendar).toBe(calendar);
    },
  );

  it("has no other targets", () => {
    expect(websoft9.targets).toHaveLength(5);
  });

  it("has the document's keys", () => {
    expect(Object.keys(websoft9.channels ?? {})).toEqual(CHANNELS);
    expect(websoft9.tiers).toBeUndefined();
    expect(websoft9.severities).toBeUndefined();
    expect(websoft9.types).toBeUndefined();
  });

  it("anchors 5×8 and 7×8 at the standard opening, and keeps the standard hours apart", () => {
    expect(websoft9.zone).toBe("Asia/Shanghai");
    expect(websoft9.calendars).toEqual({
      "5x8": { hours: "5x8 from 08:00", holidays: [] },
      "7x8": { hours: "7x8 from 08:00", holidays: [] },
      standard: { hours: "Mon-Fri 08:00-17:30", holidays: [] },
    });
  });

  it.each(ROWS)("says what %s is for", (channel, _en, _zh, _hours, _calendar, covers) => {
    expect(websoft9.channels?.[channel].covers?.map((cover) => cover.en)).toEqual(covers);
  });

  it("recommends tickets", () => {
    expect(websoft9.channels?.ticket.notes).toEqual([{ en: "recommended", zh: "推荐" }]);
  });

  it.each(ROWS)("is reached by %s in the hours of the channel", (channel, _en, _zh, _hours, calendar) => {
    expect(websoft9.contacts?.[channel]).toMatchObject({ medium: channel, calendar });
  });

  it.each([
    ["wangwang", "wangwang", "for paid images"],
    ["githubIssue", "issue", "for free images"],
  ])("is reached by %s without stated hours", (name, medium, note) => {
    const contact = websoft9.contacts?.[name];
    expect([contact?.medium, contact?.calendar, contact?.notes?.[0]?.en]).toEqual([medium, undefined, note]);
  });

  it("keeps the statements that make no deadline", () => {
    expect(websoft9.statements?.map((statement) => statement.about)).toEqual([
      "N×M notation",
      "standard working hours",
      "when nobody can be reached",
      "response time",
      "paid and free images",
    ]);
  });

  it("answers every silent or contradictory point with an assumption", () => {
    const abouts = SILENT.flatMap(([, assumptions]) => assumptions);
    expect(websoft9.assumptions?.map((assumption) => assumption.about)).toEqual(abouts);
  });

  it("names the anchor as the parameter that moves 5×8 and 7×8", () => {
    expect(websoft9.assumptions?.[1]?.override).toContain("`anchor`");
    expect(websoft9.assumptions?.[1]?.usedBy).toEqual([{ calendar: ["5x8", "7x8"] }]);
  });
});

describe.skipIf(!DOCUMENTS_ARE_HERE)("websoft9 beside its document", () => {
  it("has every row of the table of channels", () => {
    const rows = readDocument("websoft9").table("channel");
    const read = rows.map((row) => [row["channel"]?.replace(" (recommended)", ""), row["service hours"], row["for"]]);
    const held = websoft9.targets.map((target) => {
      const level = CHANNELS.filter((key) => key === target.when?.channel).map((key) => websoft9.channels?.[key])[0];
      return [
        `${level?.title?.en} ${level?.title?.zh}`,
        target.words?.en.replace("service hours ", ""),
        level?.covers?.map((cover) => cover.en).join(", "),
      ];
    });
    expect(held).toEqual(read);
    expect(
      rows.filter((row) => row["channel"]?.includes("(recommended)")).map((row) => chineseOf(row["channel"])),
    ).toEqual([websoft9.channels?.ticket.title?.zh]);
  });

  it("puts every channel on the calendar of its notation", () => {
    const calendars: Readonly<Record<string, string>> = { "7×24": "always", "5×8": "5x8", "7×8": "7x8" };
    const read = readDocument("websoft9")
      .table("channel")
      .map((row) => calendars[row["service hours"] ?? ""]);
    expect(websoft9.targets.map((target) => target.calendar)).toEqual(read);
  });

  it.each([
    ["5 days a week, 8 hours a day; likewise 7×24 and 7×8"],
    ["Monday to Friday, 8:00–17:30; in them support answers in real time"],
    ["nside a channel's hours someone can be reached, but lines may be busy, at lunch, and so on"],
    ["then wait or take another channel"],
    ["o response time in hours is promised"],
    ["aid images get human support by phone, QQ or Wangwang"],
    ["mail or ticket; free images by GitHub issue"],
    ["旺旺"],
  ])("says as the document does: %s", (words) => {
    expect(readDocument("websoft9").text).toContain(words);
    expect(JSON.stringify(websoft9)).toContain(words);
  });

  it("answers every bullet of the silent points, in order", () => {
    const bullets = readDocument("websoft9").bullets("Silent, contradictory");
    expect(bullets.map((bullet, index) => bullet.slice(0, SILENT[index]?.[0].length))).toEqual(
      SILENT.map(([opening]) => opening),
    );
  });
});
