import { describe, expect, it } from "vitest";
import { cli } from "./session.js";

const OFFICE = '"Mon-Fri 9:00-18:00 UTC+8" --holidays none';
const CHINA = '"周一至周五 9:30-18:00" --zone Asia/Shanghai --holidays CN';

/** The first line of an answer. */
async function headline(line: string): Promise<{ code: number; first: string | undefined; err: string }> {
  const { code, out, err } = await cli(line);
  return { code, first: out.split("\n")[0], err };
}

describe("sla-clock open", () => {
  // 20 November 2026 is a Friday; 1 October 2026 is a Thursday.
  it.each([
    ["in hours", `${OFFICE} --at '2026-11-20 17:00'`, 0, "open until Fri 2026-11-20 18:00 (1 h later)"],
    ["at the opening", `${OFFICE} --at '2026-11-23 09:00'`, 0, "open until Mon 2026-11-23 18:00 (9 h later)"],
    [
      "at the closing",
      `${OFFICE} --at '2026-11-20 18:00'`,
      1,
      "closed: outside hours; opens Mon 2026-11-23 09:00 (2 d 15 h later)",
    ],
    [
      "on a Saturday",
      `${OFFICE} --at 2026-11-21T12:00+08:00`,
      1,
      "closed: weekend; opens Mon 2026-11-23 09:00 (1 d 21 h later)",
    ],
    ["now, a Friday at 20:30", OFFICE, 1, "closed: outside hours; opens Mon 2026-11-23 09:00 (in 2 d 12 h)"],
    ["at another now", `${OFFICE} --now '2026-11-20 17:30'`, 0, "open until Fri 2026-11-20 18:00 (in 30 min)"],
    [
      "on National Day",
      `${CHINA} --at '2026-10-01 10:00'`,
      1,
      "closed: 国庆节; opens Thu 2026-10-08 09:30 (6 d 23 h later)",
    ],
    [
      "on the weekend inside a holiday",
      `${CHINA} --at '2026-10-03 10:00'`,
      1,
      "closed: 国庆节; opens Thu 2026-10-08 09:30 (4 d 23 h later)",
    ],
    [
      "on a make-up day",
      `${CHINA} --at '2026-10-10 10:00'`,
      0,
      "open until Sat 2026-10-10 18:00 (make-up day 国庆节, 8 h later)",
    ],
    ["around the clock", "'24x7 UTC'", 0, "open, and never closes"],
    [
      "seen from another zone",
      `'Mon-Fri 9:00-18:00 Asia/Shanghai' --holidays none --zone Europe/Berlin --at '2026-11-20 10:00'`,
      0,
      "open until Fri 2026-11-20 11:00 (1 h later)",
    ],
    [
      "by a notation",
      `'5x8 Asia/Shanghai' --anchor 08:00 --holidays none --at '2026-11-20 16:30'`,
      1,
      "closed: outside hours; opens Mon 2026-11-23 08:00 (2 d 15 h later)",
    ],
    [
      "in Chinese",
      `${CHINA} --at '2026-10-01 10:00' --lang zh`,
      1,
      "关闭：国庆节；周四 2026-10-08 09:30 开放（6 天 23 小时后）",
    ],
    [
      "in Chinese, open",
      `${CHINA} --at '2026-10-10 10:00' --lang zh`,
      0,
      "开放至 周六 2026-10-10 18:00（调休工作日 国庆节，8 小时后）",
    ],
    ["in Chinese, around the clock", "'7x24小时 (UTC+8)' --lang zh", 0, "开放，且从不关闭"],
  ])("says by its exit code and in words whether it is open: %s", async (_, words, code, first) => {
    expect(await headline(`open ${words}`)).toEqual({ code, first, err: "" });
  });

  it("tells the instant, the hours and the readings below", async () => {
    const { out } = await cli("open '5x8 Asia/Shanghai' --at '2026-11-20 10:00'");
    expect(out).toBe(`open until Fri 2026-11-20 17:00 (7 h later)
at     Fri 2026-11-20 10:00 (Asia/Shanghai, UTC+08:00)
hours  Mon-Fri 09:00-17:00 Asia/Shanghai, holidays: none given

Readings taken where the hours leave something open
 1  5x8 read as Mon-Fri 09:00-17:00; write "5x8 from 08:00" for other hours
    to change: --anchor TIME
 2  no holidays were given, so none are applied; pass a list ([] where there are none)
    to change: --holidays CN|none|FILE
`);
  });

  it("warns where the holidays are not known", async () => {
    const { out } = await cli(`open ${CHINA} --at '2026-12-30 10:00' --lang zh`);
    expect(out).toBe(`开放至 周三 2026-12-30 18:00（8 小时后）
时刻  周三 2026-12-30 10:00（Asia/Shanghai, UTC+08:00）
时间  周一至周五 09:30-18:00 Asia/Shanghai，节假日：CN，已知至 2026-12-28

! 节假日列表 CN 仅已知至 2026-12-28，超出此范围的结果可能会变。
`);
    const before = await cli(`open ${CHINA} --at '2003-12-30 10:00'`);
    expect(before.out).toContain("! The holiday list CN begins on 2004-01-01; what lies before may be wrong.");
  });

  it("prints single values, and warns beside them", async () => {
    expect(await cli(`open ${CHINA} --at '2026-10-01 10:00' --print until,name`)).toEqual({
      code: 1,
      out: "2026-10-08T09:30:00+08:00\t国庆节\n",
      err: "",
    });
    expect(await cli(`open ${CHINA} --at '2026-12-28 20:00' --print until`)).toEqual({
      code: 1,
      out: "2026-12-29T09:30:00+08:00\n",
      err: "sla-clock open: The holiday list CN is known until 2026-12-28; what lies beyond may change.\n",
    });
    expect((await cli("open '24x7 UTC' --print until")).out).toBe("none\n");
  });

  it("tells everything as JSON", async () => {
    const { code, out } = await cli(`open ${CHINA} --at '2026-10-01 10:00' --json`);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual({
      open: false,
      at: "2026-10-01T10:00:00+08:00",
      until: "2026-10-08T09:30:00+08:00",
      reason: "holiday",
      name: "国庆节",
      beyondKnown: false,
      knownUntil: "2026-12-28",
      hours: "周一至周五 9:30-18:00",
      calendarZone: "Asia/Shanghai",
      zone: "Asia/Shanghai",
      now: "2026-11-20T20:30:00+08:00",
      holidays: "CN",
      notices: [],
    });
  });
});

describe("HOURS in a file", () => {
  const files = {
    "sun.yaml": `unite:
  - Mon-Fri 9:00-18:00 Asia/Shanghai
  - Mon-Fri 9:00-18:00 Europe/London
`,
    "office.json":
      '{ "zone": "Asia/Shanghai", "hours": "Mon-Fri 9-18", "holidays": "CN", "overrides": { "2026-11-20": [] } }',
    "once.json":
      '{ "zone": "UTC", "hours": "Mon 9-17", "holidays": [], "changes": [{ "from": "2026-01-01", "hours": {} }] }',
    "wrong.yaml": "zone: Asia/Shangai\nhours: Mon-Fri 9-18\nhoildays: CN\n",
    "bare.json": '{ "hours": "Mon-Fri 9-18" }',
    "text.yaml": "Mon-Fri 9:00-18:00 UTC+8\n",
  };

  it.each([
    // London opens at 17:00 in Shanghai and closes at 02:00 of Saturday.
    [
      "a combination",
      "sun.yaml --holidays none --at 2026-11-20T20:00+08:00",
      "open until Sat 2026-11-21 02:00 (6 h later)",
    ],
    [
      "a combination, closed",
      "sun.yaml --at '2026-11-20 08:00'",
      "closed: outside hours; opens Fri 2026-11-20 09:00 (1 h later)",
    ],
    [
      "a definition",
      "office.json --at '2026-11-20 10:00'",
      "closed: closed by override; opens Mon 2026-11-23 09:00 (2 d 23 h later)",
    ],
    [
      "its holidays replaced",
      "office.json --holidays none --at '2026-10-01 10:00'",
      "open until Thu 2026-10-01 18:00 (8 h later)",
    ],
    ["hours that ended for good", "once.json", "closed: no hours on this weekday; never opens again"],
    [
      "a zone that it lacks",
      "bare.json --zone UTC+8 --at '2026-11-20 10:00'",
      "open until Fri 2026-11-20 18:00 (8 h later)",
    ],
    ["text", "text.yaml --at '2026-11-20 10:00'", "open until Fri 2026-11-20 18:00 (8 h later)"],
  ])("may be %s", async (_, words, first) => {
    const { out, err } = await cli(`open ${words}`, { files });
    expect({ first: out.split("\n")[0], err }).toEqual({ first, err: "" });
  });

  it.each([
    [
      "wrong.yaml",
      ["wrong.yaml:3:1: hoildays: Unknown key: ", "did you mean holidays?", "wrong.yaml:1:7: zone: Invalid zone: "],
    ],
    ["bare.json", ["HOURS: expected a zone in bare.json, or --zone"]],
    ["absent.yaml", ['HOURS: no such file: "absent.yaml"']],
  ])("is refused with the places of its mistakes: %s", async (name, parts) => {
    const { code, out, err } = await cli(`open ${name}`, { files });
    expect({ code, out }).toEqual({ code: 2, out: "" });
    for (const part of parts) expect(err).toContain(part);
  });
});

describe("what commands on hours refuse", () => {
  it.each([
    ["no hours", "open", ['expected HOURS, such as "Mon-Fri 9:00-18:00 UTC+8", received nothing']],
    [
      "hours that lost their quotes",
      "open Mon-Fri 9-18",
      ['expected one HOURS, received "Mon-Fri", "9-18"', "in quotes"],
    ],
    [
      "somebody's own hours",
      "open 'working hours'",
      ["HOURS: Missing calendar: ", "the policy or the caller, never 9-5"],
    ],
    ["somebody's own hours in Chinese", "next 工作时间", ["HOURS: Missing calendar: "]],
    [
      "no zone",
      "open 'Mon-Fri 9:00-18:00'",
      ['HOURS: expected a zone in "Mon-Fri 9:00-18:00", such as "Mon-Fri 9:00-18:00 Asia/Shanghai"', "or --zone"],
    ],
    ["an unknown zone in the hours", "next 'Mon-Fri 9-18 Asia/Shangai'", ["HOURS: Invalid zone: ", '"Asia/Shangai"']],
    ["an unknown zone", "next 5x8 --zone Asia/Shangai", ["--zone: Invalid zone: "]],
    ["hours that cannot be read", "next 'Mon-Funday 9-18 UTC'", ["HOURS: Invalid hours: "]],
    ["an unknown list of holidays", "open '5x8 UTC' --holidays US", ["--holidays: expected one of CN, none"]],
    ["a wrong anchor", "open '5x8 UTC' --anchor 25:00", ["--anchor: Invalid time: "]],
    ["a wrong instant", "open '5x8 UTC' --at 2026-02-30T10:00", ["--at: Invalid instant: "]],
    ["an instant out of range", "next '5x8 UTC' --at 1899-11-20T10:00Z", ["--at: Out of range: "]],
    ["a wrong now", "open '5x8 UTC' --now tomorrow", ["--now: Invalid instant: "]],
    [
      "an unknown field",
      "open '5x8 UTC' --print untill",
      ["--print: expected one of open, at, until", "did you mean until?"],
    ],
    ["two kinds of output", "next '5x8 UTC' --print opensAt --json", ["--print: expected without --json"]],
    ["an unknown option", "open '5x8 UTC' --holiday CN", ["--holiday: unknown option (did you mean --holidays?)"]],
    ["an unknown language", "open '5x8 UTC' --lang de", ["--lang: expected one of en, zh"]],
    ["an unknown command", "opne '5x8 UTC'", ["did you mean open?"]],
  ])("tells what was expected: %s", async (_, line, parts) => {
    const { code, out, err } = await cli(line);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    for (const part of parts) expect(err).toContain(part);
    expect(err).not.toMatch(/^\s+at /m);
  });

  it("has a place for mistakes in a list of holidays", async () => {
    const files = { "days.yaml": "- 2026-11-23\n- 2026-13-01\n" };
    const { code, err } = await cli("open '5x8 UTC' --holidays days.yaml", { files });
    expect(code).toBe(2);
    expect(err).toContain("days.yaml:2:3: Invalid date: ");
  });
});
