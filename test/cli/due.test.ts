import { describe, expect, it } from "vitest";
import { columns } from "../../src/explain/sentences.js";
import { at } from "../support/at.js";
import { cli } from "./session.js";

/** The lines of a table that begin with a text, their cells by the gaps between them. */
function cells(out: string, first: string): string[] {
  const line = out.split("\n").find((one) => one.trim().startsWith(first)) ?? "";
  return line.trim().split(/ {2,}/);
}

const L3 = 'due --policy chinanetcloud --severity L3 --opened "2026-11-20T20:00+08:00"';

describe("sla-clock due", () => {
  it("tells the deadlines of a ticket opened on a Friday evening", async () => {
    const { code, out, err } = await cli(L3);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain("ChinaNetCloud customer guide: severity L3 (MEDIUM)");
    expect(out).toContain("opened  Fri 2026-11-20 20:00 (Asia/Shanghai, UTC+08:00), 30 min ago");
    expect(out).toContain("office: Mon-Fri 09:30-18:00 Asia/Shanghai, holidays: CN, known until 2026-12-28");
    expect(cells(out, "first response")).toEqual([
      "first response",
      "4 hours",
      "Sat 2026-11-21 00:00",
      "in 3 h 30 min",
      "1",
    ]);
    // Outside office hours the working day counts from Monday 09:30 on.
    expect(cells(out, "resolution")).toEqual([
      "resolution",
      "1 working day",
      "Tue 2026-11-24 09:30",
      "in 3 d 13 h",
      "2 3",
    ]);
    expect(cells(out, "time limit")).toEqual([
      "time limit",
      "2 working days",
      "Wed 2026-11-25 09:30",
      "in 4 d 13 h",
      "2 3 4",
    ]);
  });

  it("numbers the readings that were taken, each with how to take another", async () => {
    const { out } = await cli(L3);
    const list = out.slice(out.indexOf("Readings taken"));
    expect(list).toMatch(/^ 1 {2}whether minutes and hours run 24×7/m);
    expect(list).toMatch(/^ 2 {2}what "1 working day" means/m);
    expect(list).toContain("to change: --rule sameTime|endOfDay|workingHours");
    expect(list).toContain("to change: --holidays CN|none|FILE");
    expect(list).toContain("sla-clock policies show chinanetcloud --format json > my.json");
  });

  it("no longer tells a reading that an option decided", async () => {
    const { out } = await cli(`${L3} --rule endOfDay --holidays none`);
    expect(out).not.toContain('what "1 working day" means');
    expect(out).not.toContain("which holidays are no working days");
    expect(cells(out, "resolution").slice(2, 3)).toEqual(["Tue 2026-11-24 18:00"]);
  });

  it.each([
    // 30 September is a Wednesday; 1–7 October are holidays; Saturday the 10th is worked instead.
    [
      "over National Day",
      "--policy chinanetcloud --severity L4 --metric resolution --opened 2026-09-30T10:00",
      ["2026-10-10T10:00:00+08:00"],
    ],
    [
      "by another name, in Chinese",
      "--policy chinanetcloud --severity 关键级 --opened 2026-11-20T20:00",
      ["2026-11-20T20:15:00+08:00", "2026-11-20T21:00:00+08:00", "2026-11-21T00:00:00+08:00"],
    ],
    [
      "a request before office hours",
      "--policy chinanetcloud --severity L3 --type REQUEST --opened '2026-11-24 08:00'",
      ["2026-11-24T13:30:00+08:00", "2026-11-25T09:30:00+08:00", "2026-11-26T09:30:00+08:00"],
    ],
    [
      "an urgent request",
      "--policy chinanetcloud --severity L3 --type REQUEST --urgent --metric firstResponse --opened '2026-11-24 08:00'",
      ["2026-11-24T12:00:00+08:00"],
    ],
    [
      "the sooner of two promises",
      "--policy ailib --tier premium --severity P2 --opened '2026-11-20 20:00'",
      ["2026-11-21T00:00:00+08:00", "2026-11-27T20:00:00+08:00"],
    ],
    [
      "a mail on a Saturday",
      "--policy ailib --channel technicalSupport --opened '2026-11-21 03:00'",
      ["2026-11-24T09:00:00+08:00"],
    ],
    [
      "a promise by arrangement",
      "--policy ailib --severity P3 --opened '2026-11-20 20:00'",
      ["2026-11-22T20:00:00+08:00", "byArrangement"],
    ],
    [
      "a plan without a zone",
      "--policy goframe --tier enterprise --opened 2026-11-20T20:00-05:00",
      ["2026-11-21T04:00:00-05:00"],
    ],
    [
      "a plan that guarantees nothing",
      "--policy goframe --tier community --opened 2026-11-20T20:00Z",
      ["notGuaranteed"],
    ],
    [
      "a phone before its hours",
      "--policy websoft9 --channel phone --opened '2026-11-22 07:59'",
      ["2026-11-22T08:00:00+08:00"],
    ],
    [
      "a chat group on a Saturday",
      "--policy websoft9 --channel qq --opened '2026-11-21 10:00'",
      ["2026-11-23T08:00:00+08:00"],
    ],
    [
      "another anchor of 5×8",
      "--policy websoft9 --channel qq --anchor 09:00 --opened '2026-11-21 10:00'",
      ["2026-11-23T09:00:00+08:00"],
    ],
    [
      "the customer's hours",
      "--policy tidb-cloud --tier developer --severity S1 --zone Europe/Berlin --opened '2026-11-20 17:00'",
      ["2026-11-23T12:00:00+01:00"],
    ],
    [
      "the policy's hours in another zone",
      "--policy websoft9 --channel phone --policy-zone Asia/Tokyo --opened '2026-11-22 07:59'",
      ["2026-11-22T08:00:00+09:00"],
    ],
    [
      "working hours a day",
      "--policy chinanetcloud --severity L3 --metric resolution --rule workingHours --hours-per-day 8 --opened '2026-11-20 17:00'",
      ["2026-11-23T16:30:00+08:00"],
    ],
  ])("tells what is due: %s", async (_, options, expected) => {
    const { code, out, err } = await cli(`due ${options} --print dueAt`);
    expect({ code, err, lines: out.trimEnd().split("\n") }).toEqual({ code: 0, err: "", lines: expected });
  });

  it("shows rows that do not bind as such, and why", async () => {
    const { out } = await cli("due --policy ailib --tier standard --severity P0 --opened '2026-11-20 20:00'");
    expect(cells(out, "first response").slice(0, 4)).toEqual([
      "first response",
      "4 hours",
      "severity P0",
      "Sat 2026-11-21 00:00",
    ]);
    expect(cells(out, "does not bind").slice(0, 4)).toEqual([
      "does not bind",
      "8 hours",
      "tier standard",
      "Sat 2026-11-21 04:00",
    ]);
    expect(out).toContain("the earliest deadline binds");
  });

  it("says why a clock starts later than the ticket was opened", async () => {
    const { out } = await cli("due --policy chinanetcloud --severity L3 --type request --opened '2026-11-20 20:00'");
    expect(out).toContain("type REQUEST");
    expect(out).toMatch(/^starts {2}Mon 2026-11-23 09:30, when office opens: a request that arrives outside normal/m);
    const several = await cli("due --policy ailib --tier basic --channel technicalSupport --opened '2026-11-21 03:00'");
    expect(several.out).toContain(
      "starts  Mon 2026-11-23 09:00, when office opens (first response for channel technicalSupport)",
    );
  });

  it("says in words that nothing is guaranteed", async () => {
    const { code, out } = await cli("due --policy goframe --tier community --opened now");
    expect(code).toBe(0);
    expect(cells(out, "first response").slice(0, 4)).toEqual([
      "first response",
      "not guaranteed",
      "not guaranteed",
      "no deadline",
    ]);
  });

  it("explains what counted and what did not, and the sum", async () => {
    const { out } = await cli(`${L3} --explain`);
    const why = out.slice(out.indexOf("Why"), out.indexOf("Readings taken"));
    expect(why).toMatch(/Fri 2026-11-20 20:00 → Sat 2026-11-21 00:00 +\+ 4 h/);
    expect(why).toMatch(/Sat 2026-11-21 00:00 → Mon 2026-11-23 00:00 .*weekend/);
    expect(why).toMatch(/Mon 2026-11-23 09:30 → Mon 2026-11-23 18:00 +\+ 8 h 30 min/);
    expect(why).toContain("Tue 2026-11-24");
    const holiday = await cli(
      "due --policy chinanetcloud --severity L4 --metric resolution --opened '2026-09-30 10:00' --explain",
    );
    expect(holiday.out).toMatch(/Thu 2026-10-01 00:00 → Thu 2026-10-08 00:00 .*holiday 国庆节/);
    expect(holiday.out).toMatch(/Sat 2026-10-10 09:30 → Sat 2026-10-10 10:00 .*make-up day 国庆节/);
  });

  it.each([
    // Thu 24: Fri 25, then Mon 28 and Tue 29, which the list does not know any more.
    ["reaches past the list", "2026-12-24 10:00", "resolution and time limit", "Tue 2026-12-29 10:00 !"],
    ["lies past the list", "2027-10-04 10:00", "first response, resolution and time limit", "Thu 2027-10-07 10:00 !"],
  ])("warns where the answer %s", async (_, opened, metrics, due) => {
    const { out } = await cli(`due --policy chinanetcloud --severity L4 --opened '${opened}'`, { columns: 200 });
    const warning = out.slice(out.indexOf("\n! ")).split("\n\n")[0]?.replaceAll(/\s+/g, " ");
    expect(warning).toContain(
      `The holiday list CN of office is known until 2026-12-28; what lies beyond may change: ${metrics}.`,
    );
    expect(cells(out, "resolution")[2]).toBe(due);
  });

  it("warns of a list that begins later", async () => {
    const { out } = await cli(
      "due --policy chinanetcloud --severity L3 --metric resolution --opened '2003-12-30 10:00'",
    );
    expect(out).toContain("begins on 2004-01-01");
  });

  it("warns on standard error beside a bare value", async () => {
    const { out, err } = await cli(
      "due --policy chinanetcloud --severity L4 --opened '2026-12-24 10:00' --metric limit --print dueAt",
    );
    expect(out).toBe("2026-12-31T10:00:00+08:00\n");
    expect(err).toContain("known until 2026-12-28");
  });
});

describe("--opened, --zone and --now", () => {
  it.each([
    ["local time of the policy", "--opened '2026-11-20 20:00'"],
    ["local time with a T", "--opened 2026-11-20T20:00"],
    ["another offset", "--opened 2026-11-20T12:00Z"],
    ["now", "--opened now --now 2026-11-20T20:00+08:00"],
    ["the clock", "--opened now --now now"],
  ])("reads %s", async (_, options) => {
    const world = { now: at("Fri 2026-11-20 20:00 +08:00") };
    const { out } = await cli(
      `due --policy chinanetcloud --severity L1 --metric limit ${options} --print dueAt`,
      world,
    );
    expect(out).toBe("2026-11-21T00:00:00+08:00\n");
  });

  it("reads local time in the ticket's zone and answers in it, on the policy's calendar", async () => {
    // 20:00 in New York is Sunday 08:00 in Shanghai; the clock there is set back on 1 November.
    const { out } = await cli(
      "due --policy chinanetcloud --severity L3 --zone America/New_York --opened '2026-10-31 20:00'",
    );
    expect(out).toContain("Sat 2026-10-31 20:00 (America/New_York, UTC-04:00)");
    expect(cells(out, "resolution")[2]).toBe("Mon 2026-11-02 20:30 UTC-05:00");
    expect(cells(out, "first response")[2]).toBe("Sun 2026-11-01 00:00");
  });

  it("marks what is past", async () => {
    const { out } = await cli(`${L3} --now 2026-11-21T03:20+08:00`);
    expect(cells(out, "first response")[3]).toBe("3 h 20 min ago");
  });
});

describe("--within", () => {
  it.each([
    [
      "working hours",
      "'4 working hours' --hours 'Mon-Fri 9:00-18:00 UTC+8' --opened '2026-11-20 17:00'",
      "2026-11-23T12:00:00+08:00",
    ],
    [
      "hours in Chinese",
      "'4 个工作小时' --hours '周一至周五 9:00-18:00 (UTC+8)' --opened '2026-11-20 17:00'",
      "2026-11-23T12:00:00+08:00",
    ],
    [
      "a zone beside the hours",
      "'4 working hours' --hours 'Mon-Fri 9:00-18:00' --zone UTC+8 --opened '2026-11-20 17:00'",
      "2026-11-23T12:00:00+08:00",
    ],
    [
      "holidays",
      "'1 working hour' --hours 'Mon-Fri 9:00-18:00 UTC+8' --holidays CN --opened '2026-09-30 18:00'",
      "2026-10-08T10:00:00+08:00",
    ],
    [
      "working days by a rule",
      "'2 working days' --hours 'Mon-Fri 9:00-18:00 UTC+8' --rule endOfDay --opened '2026-11-20 17:00'",
      "2026-11-24T18:00:00+08:00",
    ],
    ["elapsed hours", "'4 hours' --opened 2026-11-20T22:00+08:00", "2026-11-21T02:00:00+08:00"],
    [
      "elapsed hours from the next opening",
      "'4 hours' --hours 'Mon-Fri 9:00-18:00 UTC+8' --starts-when-open --opened '2026-11-21 08:00'",
      "2026-11-23T13:00:00+08:00",
    ],
    [
      "the next opening",
      "immediate --hours '5x8 from 08:00 Asia/Shanghai' --opened '2026-11-21 08:00'",
      "2026-11-23T08:00:00+08:00",
    ],
    ["a month", "'1 month' --zone Asia/Tokyo --opened '2026-01-31 17:00'", "2026-02-28T17:00:00+09:00"],
    [
      "days on the hours' own clock",
      "'2 days' --hours 'Mon-Fri 9:00-18:00 Europe/Berlin' --opened '2026-03-28 12:00'",
      "2026-03-30T12:00:00+02:00",
    ],
  ])("tells one deadline: %s", async (_, options, expected) => {
    const { code, out, err } = await cli(`due --within ${options} --print dueAt`);
    expect({ code, out, err }).toEqual({ code: 0, out: `${expected}\n`, err: "" });
  });

  it("says that hours are elapsed time where --hours is given, and asks what was meant", async () => {
    const { out } = await cli("due --within '4 hours' --hours 'Mon-Fri 9:00-18:00 UTC+8' --opened '2026-11-20 17:00'");
    expect(cells(out, "deadline")[2]).toBe("Fri 2026-11-20 21:00");
    expect(out.replaceAll(/\s+/g, " ")).toContain('--hours is not used. Did you mean "4 working hours"?');
  });

  it("explains and writes JSON as with a policy", async () => {
    const line =
      "due --within '4 working hours' --hours 'Mon-Fri 9:00-18:00 UTC+8' --opened '2026-11-20 17:00' --explain";
    expect((await cli(line)).out).toMatch(/Mon 2026-11-23 09:00 → Mon 2026-11-23 12:00 +\+ 3 h/);
    const data = JSON.parse((await cli(`${line} --json`)).out);
    expect(data.explanations[0].countedMs).toBe(4 * 3_600_000);
    expect(data.notices.map((notice: { code: string }) => notice.code)).toEqual(["no_holidays"]);
  });
});

describe("--json", () => {
  it("has the same keys in every deadline", async () => {
    const { out } = await cli(
      "due --policy ailib --severity P3 --channel technicalSupport --opened '2026-11-21 03:00' --json",
    );
    const data = JSON.parse(out);
    expect(Object.keys(data)).toEqual(["policy", "zone", "now", "ticket", "deadlines", "notices"]);
    expect(data).toMatchObject({ policy: "ailib", zone: "UTC+8", now: "2026-11-20T20:30:00+08:00" });
    expect(data.ticket).toEqual({ severity: "P3", channel: "technicalSupport", openedAt: "2026-11-21T03:00:00+08:00" });
    const keys = Object.keys(data.deadlines[0]);
    for (const deadline of data.deadlines) expect(Object.keys(deadline)).toEqual(keys);
    // 48 hours from Saturday 03:00 end on Monday 03:00; the mail is taken in on Monday 09:00 only.
    expect(
      data.deadlines.map(({ metric, promise, dueAt, binds }: Record<string, unknown>) => ({
        metric,
        promise,
        dueAt,
        binds,
      })),
    ).toEqual([
      { metric: "firstResponse", promise: "deadline", dueAt: "2026-11-23T03:00:00+08:00", binds: true },
      { metric: "firstResponse", promise: "deadline", dueAt: "2026-11-24T09:00:00+08:00", binds: false },
      { metric: "resolution", promise: "byArrangement", dueAt: null, binds: true },
    ]);
    expect(data.deadlines[1].startedBy).toEqual({ calendar: "office", path: ["targets", 11, "startsOn"] });
  });

  it("tells notices by number, and with --explain the explanations of what binds", async () => {
    const data = JSON.parse((await cli(`${L3} --json --explain`)).out);
    const ids = data.notices.map(({ id }: { id: number }) => id);
    expect(ids).toEqual([1, 2, 3, 4]);
    expect(data.deadlines.map(({ notices }: { notices: number[] }) => notices)).toEqual([[1], [2, 3], [2, 3, 4]]);
    expect(data.notices[1]).toMatchObject({ code: "assumption", option: "--rule sameTime|endOfDay|workingHours" });
    expect(data.explanations.map(({ metric }: { metric: string }) => metric)).toEqual([
      "firstResponse",
      "resolution",
      "limit",
    ]);
    expect(data.explanations[0].stretches).toHaveLength(1);
  });
});

describe("--print and --metric", () => {
  it("prints several values separated by tabs", async () => {
    const { out } = await cli(`${L3} --print metric,dueAt`);
    expect(out.split("\n")[1]).toBe("resolution\t2026-11-24T09:30:00+08:00");
  });

  it("prints when clocks start", async () => {
    const { out } = await cli(
      "due --policy chinanetcloud --severity L1 --type REQUEST --opened '2026-11-21 10:00' --metric limit --print startedAt",
    );
    expect(out).toBe("2026-11-23T09:30:00+08:00\n");
  });

  it.each(["firstResponse", "first response", "firstresponse"])("takes the metric as %s", async (metric) => {
    const { out } = await cli(`${L3} --metric '${metric}' --print metric`);
    expect(out).toBe("firstResponse\n");
  });
});

describe("--lang zh", () => {
  it("answers in Chinese", async () => {
    const { out } = await cli(`${L3} --explain --lang zh`);
    expect(out).toContain("云络（ChinaNetCloud）客户指南：严重级别 L3（中级）");
    expect(out).toContain("创建  周五 2026-11-20 20:00（Asia/Shanghai, UTC+08:00），30 分钟前");
    expect(cells(out, "首次响应")).toEqual(["首次响应", "4 小时", "周六 2026-11-21 00:00", "3 小时 30 分钟后", "1"]);
    expect(cells(out, "解决时间").slice(0, 3)).toEqual(["解决时间", "1 个工作日", "周二 2026-11-24 09:30"]);
    expect(out).toContain("周末");
    expect(out).toContain("按自然时间连续计算");
    expect(out).toContain("如需更改：--holidays CN|none|FILE");
  });

  it("uses the document's own words", async () => {
    const { out } = await cli("due --policy ailib --severity P2 --lang zh --opened '2026-11-20 20:00'");
    expect(cells(out, "解决时间").slice(0, 3)).toEqual(["解决时间", "1周", "周五 2026-11-27 20:00"]);
  });
});

describe("a policy from a file", () => {
  const HELPDESK = `name: helpdesk
zone: Europe/Berlin
calendars:
  office: { hours: "Mon-Fri 09:00-17:00", holidays: [{ date: "2026-12-25", name: Christmas }] }
dimensions: { region: [EU, US] }
severities: { S1: {} }
targets:
  - { when: { severity: S1, region: EU }, metric: firstResponse, within: 4 working hours, calendar: office }
  - { when: { severity: S1, region: US }, metric: firstResponse, within: 1 hour }
`;

  it.each(["helpdesk.yaml", "helpdesk.yml", "folder/helpdesk.YAML"])("reads %s", async (name) => {
    const line = `due --policy ${name} --severity S1 --attribute region=eu --opened '2026-12-24 16:00'`;
    const { code, out } = await cli(line, { files: { [name]: HELPDESK } });
    expect(code).toBe(0);
    expect(out).toContain("helpdesk: severity S1, region EU");
    expect(cells(out, "first response").slice(1, 3)).toEqual(["4 working hours", "Mon 2026-12-28 12:00"]);
    expect(out).not.toContain("policies show");
  });

  it("reads what `policies show --format json` wrote", async () => {
    const files = { "my.json": (await cli("policies show chinanetcloud --format json")).out };
    const own = await cli("due --policy my.json --severity L3 --opened '2026-11-20 20:00' --json", { files });
    const built = await cli("due --policy chinanetcloud --severity L3 --opened '2026-11-20 20:00' --json");
    expect(own.out).toBe(built.out);
  });

  it("reads holidays from a file", async () => {
    const team = JSON.stringify({
      name: "Team",
      knownUntil: "2026-11-30",
      holidays: [{ date: "2026-11-23", name: "Team day" }],
    });
    const line =
      "due --policy chinanetcloud --severity L3 --holidays team.json --metric limit --opened '2026-11-27 10:00' --explain";
    const { out } = await cli(line, { files: { "team.json": team } });
    expect(cells(out, "time limit")[2]).toBe("Tue 2026-12-01 10:00 !");
    expect(out).toContain("The holiday list Team of office is known until 2026-11-30");
    const list = await cli(`${L3} --metric resolution --holidays days.yaml --print dueAt`, {
      files: { "days.yaml": "- 2026-11-23\n" },
    });
    expect(list.out).toBe("2026-11-25T09:30:00+08:00\n");
  });
});

describe("lines", () => {
  const LINES = [
    L3,
    "due --policy ailib --tier standard --severity P0 --channel technicalSupport --opened '2026-11-21 03:00'",
    "due --policy websoft9 --channel qq --opened '2026-11-21 03:00'",
    "due --policy tidb-cloud --tier developer --severity S4 --zone UTC+8 --opened '2026-11-21 03:00'",
    "policies",
  ];

  it.each([
    ["en", 80],
    ["en", 100],
    ["zh", 80],
    ["zh", 100],
  ])("fit the terminal: %s, %i columns", async (lang, width) => {
    for (const line of width === 100 ? [...LINES, `${L3} --explain`] : LINES) {
      const { out } = await cli(`${line} --lang ${lang}`, { columns: width });
      for (const text of out.split("\n")) expect(columns(text), text).toBeLessThanOrEqual(width);
    }
  });

  it("have colours only where somebody sees them", async () => {
    const colour = "\u001b[";
    expect((await cli(L3)).out).not.toContain(colour);
    expect((await cli(L3, { isTerminal: true })).out).toContain(colour);
    expect((await cli(L3, { env: { FORCE_COLOR: "1" } })).out).toContain(colour);
    expect((await cli(L3, { isTerminal: true, env: { FORCE_COLOR: "0" } })).out).not.toContain(colour);
    expect((await cli(L3, { isTerminal: true, env: { NO_COLOR: "1", FORCE_COLOR: "1" } })).out).not.toContain(colour);
    expect((await cli(`${L3} --json`, { isTerminal: true })).out).not.toContain(colour);
  });
});
