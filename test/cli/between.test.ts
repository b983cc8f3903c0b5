import { describe, expect, it } from "vitest";
import { cli } from "./session.js";

const OFFICE = '"Mon-Fri 9:00-18:00 UTC+8" --holidays none';
const CHINA = '"周一至周五 9:30-18:00 (UTC+8)" --holidays CN';

describe("sla-clock between", () => {
  it.each([
    // An hour of Friday and three of Monday; of the dates from Friday to Sunday only Friday is worked.
    ["over a weekend", `${OFFICE} --from '2026-11-20 17:00' --to '2026-11-23 12:00'`, "4", "1"],
    ["backwards", `${OFFICE} --from '2026-11-23 12:00' --to '2026-11-20 17:00'`, "-4", "-1"],
    ["until now, a Friday at 20:30", `${OFFICE} --from '2026-11-19 17:00'`, "10", "1"],
    ["nothing", `${OFFICE} --from now --to now`, "0", "0"],
    // 22 weekdays, less 5 of the holiday, and Saturday the 10th: 18 days of 8.5 hours.
    ["the dates of October 2026 in China", `${CHINA} --from 2026-10-01 --to 2026-11-01`, "153", "18"],
    ["a holiday", `${CHINA} --from '2026-10-01 00:00' --to '2026-10-08 00:00'`, "0", "0"],
  ])("tells working hours and days: %s", async (_, words, hours, days) => {
    expect(await cli(`between ${words} --print workingHours,workingDays`)).toEqual({
      code: 0,
      out: `${hours}\t${days}\n`,
      err: "",
    });
  });

  it("explains which stretches are open", async () => {
    const { out } = await cli(`between ${OFFICE} --from '2026-11-20 17:00' --to '2026-11-23 12:00' --explain`);
    expect(out).toBe(`4 h of working time, 1 working day
from   Fri 2026-11-20 17:00 (UTC+8)
to     Mon 2026-11-23 12:00 (UTC+8)
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

  it("tells dates in Chinese", async () => {
    const { out } = await cli(`between ${CHINA} --from 2026-10-01 --to 2026-11-01 --lang zh`);
    expect(out).toBe(`工作时间 153 小时，18 个工作日
起    周四 2026-10-01
止    周日 2026-11-01
时间  周一至周五 09:30-18:00 UTC+8，节假日：CN，已知至 2026-12-28
`);
  });

  it("tells everything as JSON", async () => {
    const { out } = await cli(`between ${OFFICE} --from '2026-11-20 17:00' --to '2026-11-23 12:00' --json --explain`);
    const data = JSON.parse(out);
    expect(data).toMatchObject({
      from: "2026-11-20T17:00:00+08:00",
      to: "2026-11-23T12:00:00+08:00",
      workingMs: 14_400_000,
      workingHours: 4,
      workingDays: 1,
      elapsedMs: 67 * 3_600_000,
      beyondKnown: false,
      knownUntil: null,
    });
    expect(data.stretches.map(({ reason }: { reason: string }) => reason)).toEqual([
      "open",
      "outsideHours",
      "weekend",
      "outsideHours",
      "open",
    ]);
  });

  it("warns where the holidays are not known", async () => {
    // The last date is not part of the range.
    expect((await cli(`between ${CHINA} --from 2026-12-01 --to 2026-12-29`)).out).not.toContain("!");
    expect((await cli(`between ${CHINA} --from 2026-12-01 --to 2026-12-30`)).out).toContain("! The holiday list CN");
  });

  it.each([
    ["no beginning", `${OFFICE}`, ["--from: expected an instant or a date"]],
    [
      "a date and an instant",
      `${OFFICE} --from 2026-11-20 --to now`,
      ["--to: expected a date, as --from is one (2026-11-20)"],
    ],
    ["an instant and a date", `${OFFICE} --from now --to 2026-11-20`, ["--to: expected an instant, as --from is one"]],
    ["a date that never was", `${OFFICE} --from 2026-02-30 --to 2026-03-01`, ["--from: expected a date that exists"]],
    ["a date out of range", `${OFFICE} --from 2026-02-03 --to 2999-03-01`, ["--to: Out of range: "]],
    ["an unknown field", `${OFFICE} --from now --print hours`, ["--print: expected one of from, to, workingMs"]],
  ])("refuses %s", async (_, words, parts) => {
    const { code, out, err } = await cli(`between ${words}`);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    for (const part of parts) expect(err).toContain(part);
  });
});
