import { describe, expect, it } from "vitest";
import { cli } from "./session.js";

const OFFICE = '--hours "Mon-Fri 9:00-18:00 UTC+8" --holidays none';
const CHINA = '--hours "5x8 Asia/Shanghai" --holidays CN';

describe("sla-clock add", () => {
  it.each([
    ["hours over a weekend", `"4 working hours" ${OFFICE} --from '2026-11-20 17:00'`, "2026-11-23T12:00:00+08:00"],
    ["hours without the word", `4h ${OFFICE} --from 2026-11-20T17:00+08:00`, "2026-11-23T12:00:00+08:00"],
    ["hours in Chinese", `"4 个工作小时" ${OFFICE} --from '2026-11-20 17:00'`, "2026-11-23T12:00:00+08:00"],
    ["up to the closing", `1h ${OFFICE} --from '2026-11-20 17:00'`, "2026-11-20T18:00:00+08:00"],
    [
      "and on to the opening",
      `1h ${OFFICE} --from '2026-11-20 17:00' --at-close nextOpen`,
      "2026-11-23T09:00:00+08:00",
    ],
    ["nothing", `0h ${OFFICE} --from '2026-11-21 12:00'`, "2026-11-21T12:00:00+08:00"],
    // An hour of Monday, and three of Friday.
    ["back", `-4h ${OFFICE} --from '2026-11-23 10:00'`, "2026-11-20T15:00:00+08:00"],
    ["back, by words", `"-4 working hours" ${OFFICE} --from '2026-11-23 10:00'`, "2026-11-20T15:00:00+08:00"],
    [
      "back, behind a double dash",
      `${OFFICE} --from '2026-11-23 10:00' --print result -- -4h`,
      "2026-11-20T15:00:00+08:00",
    ],
    ["from now, a Friday at 20:30", `90m ${OFFICE}`, "2026-11-23T10:30:00+08:00"],
    // 1 to 7 October are holidays, Saturday the 10th is worked.
    [
      "working days over National Day",
      `"2 working days" ${CHINA} --from '2026-09-30 10:00'`,
      "2026-10-09T10:00:00+08:00",
    ],
    ["to a make-up day", `"3 working days" ${CHINA} --from '2026-09-30 10:00'`, "2026-10-10T10:00:00+08:00"],
    ["to the end of the day", `"2 bd" ${CHINA} --from '2026-09-30 10:00' --rule endOfDay`, "2026-10-09T17:00:00+08:00"],
    // 7 hours of the 30th, 8 of the 8th, and one more.
    [
      "as hours",
      `"2 working days" ${CHINA} --from '2026-09-30 10:00' --rule workingHours`,
      "2026-10-09T10:00:00+08:00",
    ],
    [
      "as fewer hours",
      `"2 working days" ${CHINA} --from '2026-09-30 10:00' --rule workingHours --hours-per-day 4`,
      "2026-10-08T10:00:00+08:00",
    ],
    [
      "after the cut-off",
      `"1 working day" ${CHINA} --from '2026-11-20 16:30' --cutoff 16:00`,
      "2026-11-24T09:00:00+08:00",
    ],
    [
      "by the words of a promise",
      `"next business day" ${CHINA} --from '2026-11-20 10:00'`,
      "2026-11-23T17:00:00+08:00",
    ],
    ["working days back", `"-2 working days" ${CHINA} --from '2026-10-09 10:00'`, "2026-09-30T10:00:00+08:00"],
    ["to a date", `"2 working days" ${CHINA} --from 2026-09-30`, "2026-10-09"],
    // 28, 29, 30 September; 8, 9, 10, 12, 13, 14, 15 October.
    ["from a holiday to a date", `"10 个工作日" ${CHINA} --from 2026-09-25`, "2026-10-15"],
    ["in another zone", `4h ${OFFICE} --zone Europe/Berlin --from '2026-11-20 10:00'`, "2026-11-23T05:00:00+01:00"],
  ])("adds %s", async (_, words, result) => {
    const print = words.includes("--print") ? "" : "--print result";
    const [amount, ...rest] = words.split(/ (?=--hours)/);
    const line = words.startsWith("--hours") ? `add ${words}` : `add ${amount} ${print} ${rest.join(" ")}`;
    expect(await cli(line)).toEqual({ code: 0, out: `${result}\n`, err: "" });
  });

  it("explains which stretches counted", async () => {
    const { out } = await cli(`add "4 working hours" ${OFFICE} --from '2026-11-20 17:00' --explain`);
    expect(out).toBe(`Mon 2026-11-23 12:00 (in 2 d 15 h)
from   Fri 2026-11-20 17:00 (UTC+8)
add    4 working hours
hours  Mon-Fri 09:00-18:00 UTC+8, holidays: none

Why
    Fri 2026-11-20 17:00 → Fri 2026-11-20 18:00  + 1 h             open
    Fri 2026-11-20 18:00 → Sat 2026-11-21 00:00  –                 outside hours
    Sat 2026-11-21 00:00 → Mon 2026-11-23 00:00  –                 weekend
    Mon 2026-11-23 00:00 → Mon 2026-11-23 09:00  –                 outside hours
    Mon 2026-11-23 09:00 → Mon 2026-11-23 12:00  + 3 h             open
  total: 4 h
`);
  });

  it("explains backwards, too", async () => {
    const { out } = await cli(`add -4h ${OFFICE} --from '2026-11-23 10:00' --explain`);
    expect(out).toContain("Fri 2026-11-20 15:00 (5 h 30 min ago)\n");
    expect(out).toContain("add    -4 hours\n");
    expect(out).toContain("    Fri 2026-11-20 15:00 → Fri 2026-11-20 18:00  + 3 h             open\n");
    expect(out).toContain("    Mon 2026-11-23 09:00 → Mon 2026-11-23 10:00  + 1 h             open\n  total: 4 h\n");
  });

  it("explains which working days counted, in Chinese", async () => {
    const line = `add "3 个工作日" --hours "周一至周五 9:30-18:00 (UTC+8)" --holidays CN --from '2026-09-30 20:00' --explain --lang zh`;
    const { out } = await cli(line);
    expect(out).toBe(`周一 2026-10-12 09:30（39 天 11 小时前）
起    周三 2026-09-30 20:00（UTC+8）
加    3 个工作日（同一时刻）
时间  周一至周五 09:30-18:00 UTC+8，节假日：CN，已知至 2026-12-28

原因
    周三 2026-09-30 20:00 → 周四 2026-10-01 00:00  –                 服务时间之外
    周四 2026-10-01 00:00 → 周四 2026-10-08 00:00  –                 节假日 国庆节
    周四 2026-10-08 00:00 → 周四 2026-10-08 09:30  –                 服务时间之外
    周四 2026-10-08 09:30 → 周四 2026-10-08 18:00  + 8 小时 30 分钟  开放
    周四 2026-10-08 18:00 → 周五 2026-10-09 09:30  –                 服务时间之外
    周五 2026-10-09 09:30 → 周五 2026-10-09 18:00  + 8 小时 30 分钟  开放
    周五 2026-10-09 18:00 → 周六 2026-10-10 09:30  –                 服务时间之外
    周六 2026-10-10 09:30 → 周六 2026-10-10 18:00  + 8 小时 30 分钟  调休工作日 国庆节
    周六 2026-10-10 18:00 → 周日 2026-10-11 00:00  –                 服务时间之外
    周日 2026-10-11 00:00 → 周一 2026-10-12 00:00  –                 周末
    周一 2026-10-12 00:00 → 周一 2026-10-12 09:30  –                 服务时间之外
  第 0 天：周四 2026-10-08
  计入：周五 2026-10-09、周六 2026-10-10、周一 2026-10-12
`);
  });

  it("tells a date without a time", async () => {
    const { out } = await cli(`add "10 working days" ${CHINA} --anchor 09:00 --from 2026-09-25`);
    expect(out.split("\n").slice(0, 3)).toEqual(["Thu 2026-10-15", "from   Fri 2026-09-25", "add    10 working days"]);
  });

  it("shortens a long count of days in the middle", async () => {
    const { out } = await cli(`add "20 working days" ${OFFICE} --from '2026-11-02 10:00' --explain`);
    // Twenty working days are four weeks.
    expect(out).toMatch(/^Mon 2026-11-30 10:00 /);
    expect(out).toContain("day 0: Mon 2026-11-02\n");
    expect(out).toMatch(/counted: Tue 2026-11-03, .*Fri 2026-11-06, … 12 more, Wed 2026-11-25, .*Mon 2026-11-30\n/);
  });

  it("tells everything as JSON", async () => {
    const { out } = await cli(`add "-1 working day" ${CHINA} --from '2026-10-08 10:00' --json --explain`);
    expect(JSON.parse(out)).toMatchObject({
      result: "2026-09-30T10:00:00+08:00",
      from: "2026-10-08T10:00:00+08:00",
      amount: { value: -1, unit: "workingDay" },
      rule: "sameTime",
      beyondKnown: false,
      knownUntil: "2026-12-28",
      explanation: { countedMs: 8 * 3_600_000, dayZero: "2026-10-08", countedDays: ["2026-09-30"] },
      hours: "5x8 Asia/Shanghai",
    });
  });

  it("warns where the holidays are not known", async () => {
    const line = `add "2 working days" ${CHINA} --from '2026-12-28 10:00'`;
    expect((await cli(line)).out).toContain(
      "! The holiday list CN is known until 2026-12-28; what lies beyond may change.",
    );
    expect((await cli(`${line} --print result,beyondKnown`)).out).toBe("2026-12-30T10:00:00+08:00\ttrue\n");
  });

  it.each([
    ["no amount", `${OFFICE}`, ['expected AMOUNT, such as "4 working hours", received nothing']],
    ["no hours", "4h", ["--hours: expected the hours that it runs on"]],
    ["calendar days", `"2 days" ${OFFICE}`, ["AMOUNT: expected working time", '"2 days"', "sla-clock due --within"]],
    ["a promise without a length", `immediate ${OFFICE}`, ["AMOUNT: expected working time"]],
    ["an amount that cannot be read", `"4 workin hours" ${OFFICE}`, ["AMOUNT: Invalid amount: "]],
    ["a range", `"24-48 hours" ${OFFICE}`, ["AMOUNT: expected one length, not a range"]],
    ["half a working day", `"1.5 working days" ${OFFICE}`, ["AMOUNT: Invalid amount: "]],
    ["a rule for hours", `4h ${OFFICE} --rule endOfDay`, ["--rule: expected with working days"]],
    ["hours from a date", `4h ${OFFICE} --from 2026-11-20`, ["--from: expected an instant, as hours are added"]],
    ["a rule for dates", `2bd ${OFFICE} --from 2026-11-20 --rule endOfDay`, ["--rule: expected with an instant"]],
    ["an explanation of dates", `2bd ${OFFICE} --from 2026-11-20 --explain`, ["--explain: expected with an instant"]],
    ["an unknown rule", `2bd ${OFFICE} --rule sametime`, ["--rule: Invalid option: ", "did you mean sameTime?"]],
    ["an unknown end", `2h ${OFFICE} --at-close nextopen`, ["--at-close: "]],
    ["a wrong cut-off", `2bd ${OFFICE} --cutoff noon`, ["--cutoff: "]],
    ["a date that never was", `2bd ${OFFICE} --from 2026-02-30`, ["--from: Invalid date: "]],
    [
      "hours that are no number",
      `2bd ${OFFICE} --rule workingHours --hours-per-day ten`,
      ["--hours-per-day: expected a number"],
    ],
    ["a zone that is missing", "4h --hours 'Mon-Fri 9-18'", ['--hours: expected a zone in "Mon-Fri 9-18"']],
    ["more than there is", `99999999h ${OFFICE}`, ["AMOUNT: Never opens: "]],
    ["two kinds of output", `4h ${OFFICE} --print result --explain`, ["--print: expected without --explain"]],
  ])("refuses %s", async (_, words, parts) => {
    const { code, out, err } = await cli(`add ${words}`);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    for (const part of parts) expect(err).toContain(part);
  });
});
