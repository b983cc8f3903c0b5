import { describe, expect, it } from "vitest";
import { cli } from "./session.js";

const OFFICE = '"Mon-Fri 9:00-18:00 UTC+8" --holidays none';

describe("sla-clock next", () => {
  it.each([
    // While open: this closing, and the opening after it.
    [
      "on a Friday afternoon",
      `${OFFICE} --at '2026-11-20 17:00'`,
      "2026-11-20T18:00:00+08:00",
      "2026-11-23T09:00:00+08:00",
    ],
    // While closed: the next opening, and its closing.
    ["on a Saturday", `${OFFICE} --at '2026-11-21 12:00'`, "2026-11-23T18:00:00+08:00", "2026-11-23T09:00:00+08:00"],
    ["at the closing", `${OFFICE} --at '2026-11-20 18:00'`, "2026-11-23T18:00:00+08:00", "2026-11-23T09:00:00+08:00"],
    [
      "before National Day",
      "'Mon-Fri 9:30-18:00 Asia/Shanghai' --holidays CN --at '2026-09-30 20:00'",
      "2026-10-08T18:00:00+08:00",
      "2026-10-08T09:30:00+08:00",
    ],
    [
      "over midnight",
      "'Sat 22:00-04:00 Europe/Berlin' --holidays none --at '2026-11-21 23:00'",
      "2026-11-22T04:00:00+01:00",
      "2026-11-28T22:00:00+01:00",
    ],
    ["around the clock", "'24x7 UTC' --at 2026-11-20T10:00Z", "never", "never"],
  ])("tells the next closing and opening: %s", async (_, words, closesAt, opensAt) => {
    expect(await cli(`next ${words} --print closesAt,opensAt`)).toEqual({
      code: 0,
      out: `${closesAt}\t${opensAt}\n`,
      err: "",
    });
  });

  it("tells them in the order in which they come", async () => {
    expect((await cli(`next ${OFFICE} --at '2026-11-20 17:00'`)).out).toBe(`closes  Fri 2026-11-20 18:00  1 h later
opens   Mon 2026-11-23 09:00  2 d 16 h later

at     Fri 2026-11-20 17:00 (UTC+8), open
hours  Mon-Fri 09:00-18:00 UTC+8, holidays: none
`);
    expect((await cli(`next ${OFFICE}`)).out).toBe(`opens   Mon 2026-11-23 09:00  in 2 d 12 h
closes  Mon 2026-11-23 18:00  in 2 d 21 h

at     Fri 2026-11-20 20:30 (UTC+8), closed
hours  Mon-Fri 09:00-18:00 UTC+8, holidays: none
`);
  });

  it("tells them in Chinese", async () => {
    const line = "next '周一至周五 9:30-18:00 (UTC+8)' --holidays CN --at '2026-09-30 20:00' --lang zh";
    expect((await cli(line)).out).toBe(`开放  周四 2026-10-08 09:30  7 天 13 小时后
关闭  周四 2026-10-08 18:00  7 天 22 小时后

时刻  周三 2026-09-30 20:00（UTC+8），关闭
时间  周一至周五 09:30-18:00 UTC+8，节假日：CN，已知至 2026-12-28
`);
    expect((await cli("next '7x24小时 (UTC+8)' --lang zh")).out).toContain("关闭  从不\n开放  从不\n");
  });

  it("tells everything as JSON, and what it does not know", async () => {
    const line = "next '5x8 Asia/Shanghai' --holidays CN --at '2026-12-28 18:00'";
    const { out } = await cli(`${line} --json`);
    expect(JSON.parse(out)).toMatchObject({
      open: false,
      at: "2026-12-28T18:00:00+08:00",
      opensAt: "2026-12-29T09:00:00+08:00",
      closesAt: "2026-12-29T17:00:00+08:00",
      beyondKnown: true,
      knownUntil: "2026-12-28",
      notices: [{ code: "anchor_by_default", option: "--anchor TIME" }],
    });
    const { err } = await cli(`${line} --print opensAt`);
    expect(err).toBe("sla-clock next: The holiday list CN is known until 2026-12-28; what lies beyond may change.\n");
  });
});
