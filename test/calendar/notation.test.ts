import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TimeRange, Weekday, WeeklyHours } from "../../src/calendar/definition.js";
import { formatHours, isOwnWorkingHours, parseHours, safeParseHours } from "../../src/calendar/notation.js";
import { SlaError } from "../../src/errors.js";

const WEEK: readonly Weekday[] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** The week in which some days ("mon tue") have these windows. */
function on(days: string, ...windows: TimeRange[]): WeeklyHours {
  return Object.fromEntries(days.split(" ").map((day) => [day, windows]));
}

const weekdays = (...windows: TimeRange[]): WeeklyHours => on("mon tue wed thu fri", ...windows);
const daily = (...windows: TimeRange[]): WeeklyHours => on("mon tue wed thu fri sat sun", ...windows);
const ALWAYS = daily("00:00-24:00");

function errorOf(call: () => unknown): SlaError {
  try {
    call();
  } catch (error) {
    if (error instanceof SlaError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}

describe("parseHours", () => {
  it.each<[text: string, hours: WeeklyHours]>([
    ["5x8", weekdays("09:00-17:00")],
    ["5×8", weekdays("09:00-17:00")],
    ["5X8", weekdays("09:00-17:00")],
    ["5 x 8", weekdays("09:00-17:00")],
    ["5*8小时", weekdays("09:00-17:00")],
    ["8x5", weekdays("09:00-17:00")],
    ["６×８", on("mon tue wed thu fri sat", "09:00-17:00")],
    ["7×8", daily("09:00-17:00")],
    ["5x6", weekdays("09:00-15:00")],
    ["7x15", daily("09:00-24:00")],
    ["7x24", ALWAYS],
    ["24x7", ALWAYS],
    ["7×24", ALWAYS],
    ["7x24小时", ALWAYS],
    ["7*24小时", ALWAYS],
    ["24x7 hours", ALWAYS],
    ["24/7", ALWAYS],
    ["24×5", weekdays("00:00-24:00")],
    ["5x24", weekdays("00:00-24:00")],
    ["5x8 from 08:00", weekdays("08:00-16:00")],
    ["5x8 from 8", weekdays("08:00-16:00")],
    ["5x8 从8:30", weekdays("08:30-16:30")],
    ["5x8 from 16:00", weekdays("16:00-24:00")],
    ["5x8 from 20:00", weekdays("20:00-04:00")],
    ["5x16 from 06:00", weekdays("06:00-22:00")],
    ["5x24 from 08:00", weekdays("08:00-08:00")],
  ])("reads days by hours: %s", (text, hours) => {
    expect(parseHours(text).hours).toEqual(hours);
  });

  it.each<[text: string, hours: WeeklyHours, zone?: string]>([
    ["Mon-Fri 09:00-18:00", weekdays("09:00-18:00")],
    ["Mon-Fri 9:00–18:00 (UTC+8)", weekdays("09:00-18:00"), "UTC+8"],
    ["Mon-Fri 09:00-12:00, 13:00-18:00", weekdays("09:00-12:00", "13:00-18:00")],
    ["Mon-Fri 13:00-18:00, 09:00-12:00", weekdays("09:00-12:00", "13:00-18:00")],
    ["Daily 22:00-06:00", daily("22:00-06:00")],
    ["Mon-Fri 9:00-18:00 America/New_York", weekdays("09:00-18:00"), "America/New_York"],
    ["monday to friday 9:00–18:00", weekdays("09:00-18:00")],
    ["from Monday to Friday from 9:00 to 18:00", weekdays("09:00-18:00")],
    ["Mo-Fr 9-17", weekdays("09:00-17:00")],
    ["Mon.-Fri. 9:00-18:00.", weekdays("09:00-18:00")],
    ["weekdays 9:00-18:00", weekdays("09:00-18:00")],
    ["Mon-Fri: 09:00 – 18:00", weekdays("09:00-18:00")],
    ["9:00–18:00, Monday to Friday", weekdays("09:00-18:00")],
    ["local time 9:00–18:00, Monday to Friday", weekdays("09:00-18:00")],
    ["Mon,Wed,Fri 10:00-12:00", on("mon wed fri", "10:00-12:00")],
    ["Mon, Wed and Fri 10:00-12:00", on("mon wed fri", "10:00-12:00")],
    ["Sun-Thu 08:00-16:00", on("mon tue wed thu sun", "08:00-16:00")],
    ["Sat-Sun 22:00-06:00", on("sat sun", "22:00-06:00")],
    ["Mon-Thu 09:00-18:00, Fri 09:00-15:00", { ...weekdays("09:00-18:00"), fri: ["09:00-15:00"] }],
    ["Mo-Th 09:00-18:00; Fr 09:00-15:00", { ...weekdays("09:00-18:00"), fri: ["09:00-15:00"] }],
    ["Mon-Fri 09:00-12:00, Mon 13:00-18:00", { ...weekdays("09:00-12:00"), mon: ["09:00-12:00", "13:00-18:00"] }],
    ["Mon-Fri 09:00-18:00, Sat-Sun closed", weekdays("09:00-18:00")],
    ["24x5; Sat 10:00-14:00", { ...weekdays("00:00-24:00"), sat: ["10:00-14:00"] }],
    ["Mon-Fri 00:00-00:00", weekdays("00:00-24:00")],
    ["Mon 22:00-22:00", on("mon", "22:00-22:00")],
    ["Mon 18:00-0:00", on("mon", "18:00-24:00")],
    ["Mon 09:00:30-18:00:00", on("mon", "09:00:30-18:00")],
    ["Business hours: Mon-Fri 9:00-18:00", weekdays("09:00-18:00")],
  ])("reads days and times: %s", (text, hours, zone) => {
    const parsed = parseHours(text);
    expect(parsed).toEqual({ hours, notices: [], ...(zone && { zone }) });
    expect(Object.keys(parsed.hours)).toEqual(WEEK.filter((day) => hours[day]));
  });

  it.each<[text: string, hours: WeeklyHours, zone?: string]>([
    ["周一至周五 9:00-18:00 (UTC+8)", weekdays("09:00-18:00"), "UTC+8"],
    ["周一至周五，北京时间 9：30-18：00", weekdays("09:30-18:00"), "Asia/Shanghai"],
    ["周一至周五 / 8:00--17:30", weekdays("08:00-17:30")],
    ["周一至周五（９：００－１８：００）", weekdays("09:00-18:00")],
    ["星期一到星期五 9:00-18:00", weekdays("09:00-18:00")],
    ["周一~周六 9:00～18:00", on("mon tue wed thu fri sat", "09:00-18:00")],
    ["周一至五 9:00-18:00", weekdays("09:00-18:00")],
    ["周一、三、五 9:00-12:00", on("mon wed fri", "09:00-12:00")],
    ["周一，九点半至十一点", on("mon", "09:30-11:00")],
    ["工作日 9:00-18:00", weekdays("09:00-18:00")],
    ["周六周日 9:00-12:00", on("sat sun", "09:00-12:00")],
    ["每天 8:00-20:00", daily("08:00-20:00")],
    ["周一至周五 9:00-12:00，13:30-18:00", weekdays("09:00-12:00", "13:30-18:00")],
    ["周一至周五 9:00-18:00；周六 9:00-12:00", { ...weekdays("09:00-18:00"), sat: ["09:00-12:00"] }],
    ["周一至周五 9:00-18:00，周末休息", weekdays("09:00-18:00")],
    ["周一到周五上午9点至下午6点", weekdays("09:00-18:00")],
    ["周一至周五 九点半至十八点", weekdays("09:30-18:00")],
    ["周一至周五 9点30分到18点", weekdays("09:30-18:00")],
    ["工作时间：周一至周五 9:00-18:00", weekdays("09:00-18:00")],
  ])("reads Chinese: %s", (text, hours, zone) => {
    expect(parseHours(text)).toEqual({ hours, notices: [], ...(zone && { zone }) });
  });

  it.each<[text: string, range: TimeRange]>([
    ["9am-5:30pm", "09:00-17:30"],
    ["9 a.m. to 5 p.m.", "09:00-17:00"],
    ["9am-noon", "09:00-12:00"],
    ["noon-5pm", "12:00-17:00"],
    ["6pm-midnight", "18:00-24:00"],
    ["midnight-6am", "00:00-06:00"],
    ["12am-12pm", "00:00-12:00"],
    ["10pm-6am", "22:00-06:00"],
    ["9am-17:00", "09:00-17:00"],
    ["9-11am", "09:00-11:00"],
    ["上午9:00-12:00", "09:00-12:00"],
    ["下午13:30-18:00", "13:30-18:00"],
    ["下午1:30-下午6:00", "13:30-18:00"],
    ["0-24", "00:00-24:00"],
    ["22-6", "22:00-06:00"],
    ["10:00-06:00", "10:00-06:00"],
    ["12:00-11:00", "12:00-11:00"],
  ])("reads clocks of twelve and of 24 hours: %s", (text, range) => {
    expect(parseHours(`Mon ${text}`).hours).toEqual(on("mon", range));
  });

  it.each<[text: string, ranges: readonly TimeRange[]]>([
    ["9 to 5", ["09:00-17:00"]],
    ["9-5", ["09:00-17:00"]],
    ["9:00-6:00", ["09:00-18:00"]],
    ["8:30-5:30", ["08:30-17:30"]],
    ["8-8", ["08:00-20:00"]],
    ["9-12, 1-5", ["09:00-12:00", "13:00-17:00"]],
    ["9:00-12:00, 1:30-6:00", ["09:00-12:00", "13:30-18:00"]],
    ["9-5pm", ["09:00-17:00"]],
    ["1-5pm", ["13:00-17:00"]],
    ["12-5pm", ["12:00-17:00"]],
    ["8:30-12pm", ["08:30-12:00"]],
    ["9am-5", ["09:00-17:00"]],
    ["1pm-5", ["13:00-17:00"]],
    ["下午1:30-6:00", ["13:30-18:00"]],
    ["晚上6点-9点", ["18:00-21:00"]],
    ["中午12点-2点", ["12:00-14:00"]],
  ])("reads a clock of twelve hours by day, and notes it: %s", (text, ranges) => {
    const { hours, notices } = parseHours(`Mon ${text}`);
    expect(hours).toEqual(on("mon", ...ranges));
    expect(notices).toMatchObject([{ code: "clock_by_default", message: expect.stringContaining("read as") }]);
  });

  it.each<[text: string, ranges: readonly TimeRange[]]>([
    ["8.30am to 5.00pm", ["08:30-17:00"]],
    ["08.30 - 17.30", ["08:30-17:30"]],
    ["0900 - 1700", ["09:00-17:00"]],
    ["0900 hrs to 1700 hrs", ["09:00-17:00"]],
    ["between 9am and 5pm", ["09:00-17:00"]],
    ["7am through to 6pm", ["07:00-18:00"]],
    ["12 noon - 12 midnight", ["12:00-24:00"]],
    ["早上9点至晚上9点", ["09:00-21:00"]],
    ["上午：9:00-12:00 下午：14:00-18:00", ["09:00-12:00", "14:00-18:00"]],
    ["上午9:00-12:00，下午13:30-18:00", ["09:00-12:00", "13:30-18:00"]],
    ["九点半至十八点", ["09:30-18:00"]],
    ["20:00-次日2:00", ["20:00-02:00"]],
    ["8pm to 2am the next day", ["20:00-02:00"]],
    ["晚上8点-晚上12点", ["20:00-24:00"]],
    ["凌晨1点-5点", ["01:00-05:00"]],
    ["24 hours", ["00:00-24:00"]],
    ["全天", ["00:00-24:00"]],
  ])("reads times in other words: %s", (text, ranges) => {
    expect(parseHours(`Mon ${text}`)).toEqual({ hours: on("mon", ...ranges), notices: [] });
  });

  it.each<[text: string, hours: WeeklyHours, holidays?: "except" | "included"]>([
    ["Mon-Fri 9:00-18:00 except public holidays", weekdays("09:00-18:00"), "except"],
    ["Mon-Fri (excluding bank holidays) 9:00-18:00", weekdays("09:00-18:00"), "except"],
    ["周一至周五 9:00-18:00，法定节假日除外", weekdays("09:00-18:00"), "except"],
    ["周一至周五（国家法定节假日除外）9:00-18:00", weekdays("09:00-18:00"), "except"],
    ["除法定节假日外，每天 9:00-18:00", daily("09:00-18:00"), "except"],
    ["工作日 9:00-18:00（周末及法定节假日休息）", weekdays("09:00-18:00"), "except"],
    ["9:00-18:00，周末休息", weekdays("09:00-18:00")],
    ["9am-5pm, closed on weekends and public holidays", weekdays("09:00-17:00"), "except"],
    ["Mon-Fri 9:00-18:00, closed HP holidays", weekdays("09:00-18:00"), "except"],
    [
      "Mo-Fr 08:00-12:00,13:00-17:30; Sa 09:00-12:00; PH off",
      { ...weekdays("08:00-12:00", "13:00-17:30"), sat: ["09:00-12:00"] },
      "except",
    ],
    ["Mo-Sa 08:00-18:00; Su,PH off", on("mon tue wed thu fri sat", "08:00-18:00"), "except"],
    ["Mo-Fr 08:00-18:00; We off", on("mon tue thu fri", "08:00-18:00")],
    ["Daily 09:00-18:00, Sun closed", on("mon tue wed thu fri sat", "09:00-18:00")],
    ["Daily except Sunday 9am-6pm", on("mon tue wed thu fri sat", "09:00-18:00")],
    ["Mon-Fri 9:00-18:00, Sat (closed)", weekdays("09:00-18:00")],
    ["Mo-Su,PH 10:00-18:00", daily("10:00-18:00"), "included"],
    ["Mon-Fri 9:00-18:00 including bank holidays", weekdays("09:00-18:00"), "included"],
    ["每天 9:00-18:00，节假日无休", daily("09:00-18:00"), "included"],
    ["7×24小时，全年无休", ALWAYS, "included"],
    ["24x7x365", ALWAYS, "included"],
    ["24/7/365", ALWAYS, "included"],
    ["24 hours a day, 7 days a week, 365 days a year", ALWAYS, "included"],
    ["8am to 8pm, seven days a week", daily("08:00-20:00")],
    ["weekdays (Monday–Friday) 9:00-18:00", weekdays("09:00-18:00")],
    ["工作日(周一至周五)营业时段:08:30-17:30", weekdays("08:30-17:30")],
    ["周六日 9:00-12:00", on("sat sun", "09:00-12:00")],
    ["周一至周五 9:00-12:00；13:00-18:00", weekdays("09:00-12:00", "13:00-18:00")],
    ["5×8小时（工作日 9:00-17:00）", weekdays("09:00-17:00")],
    ["Mon-Fri 9:00 AM to 6:00 PM (0900-1800)", weekdays("09:00-18:00")],
    ["每周一至周五 9:00-18:00", weekdays("09:00-18:00")],
    ["every Saturday from 11 a.m. until 3 p.m.", on("sat", "11:00-15:00")],
    ["7 days, 8am-10pm", daily("08:00-22:00")],
    ["周1至周5 9:00-18:00", weekdays("09:00-18:00")],
    ["M-F 9:00-18:00", weekdays("09:00-18:00")],
  ])("reads closed days, holidays and days in other words: %s", (text, hours, holidays) => {
    expect(parseHours(text)).toEqual({ hours, notices: [], ...(holidays && { holidays }) });
  });

  it.each<[text: string, hours: WeeklyHours, response: object, code?: string]>([
    ["7×24×4", ALWAYS, { value: 4, unit: "hour" }],
    ["24x7x4h", ALWAYS, { value: 4, unit: "hour" }],
    ["5x8x4 from 09:00", weekdays("09:00-17:00"), { value: 4, unit: "workingHour" }, "response_by_default"],
    ["24x7xNBD", ALWAYS, { value: 1, unit: "workingDay" }, "response_by_default"],
  ])("reads the response of %s beside the hours", (text, hours, response, code) => {
    const parsed = parseHours(text);
    expect(parsed).toMatchObject({ hours, response });
    expect(parsed.notices.map((notice) => notice.code)).toEqual(code === undefined ? [] : [code]);
  });

  it.each<[text: string, zone: string]>([
    ["Mon-Fri 9:00-18:00 EST", "America/New_York"],
    ["Mon-Fri 9am EDT - 6pm EDT", "America/New_York"],
    ["Mon-Fri 9:00-18:00 (Pacific Standard Time)", "America/Los_Angeles"],
    ["Mon-Fri 9:00-18:00 BST", "Europe/London"],
  ])("reads the zone that half a year's time belongs to, and notes it: %s", (text, zone) => {
    expect(parseHours(text)).toMatchObject({
      hours: weekdays("09:00-18:00"),
      zone,
      notices: [{ code: "zone_by_default" }],
    });
  });

  it.each<[zone: string, read: string]>([
    ["北京时间 (UTC+8)", "Asia/Shanghai"],
    ["UTC+8 Beijing time", "Asia/Shanghai"],
    ["Asia/Tokyo (UTC+9)", "Asia/Tokyo"],
    ["UTC+8 (+08:00)", "UTC+8"],
    ["Asia/Shanghai 北京时间", "Asia/Shanghai"],
    ["ET", "America/New_York"],
    ["CET/CEST", "CET"],
    ["EST/EDT", "America/New_York"],
    ["(UK time)", "Europe/London"],
    ["Japan", "Japan"],
    ["singapore", "Singapore"],
  ])("reads one zone in two names, and zones by other names: %s", (zone, read) => {
    expect(parseHours(`Mon-Fri 9:00-18:00 ${zone}`)).toEqual({
      hours: weekdays("09:00-18:00"),
      zone: read,
      notices: [],
    });
  });

  it.each<[zone: string, read: string | undefined]>([
    ["UTC", "UTC"],
    ["utc+8", "UTC+8"],
    ["UTC +8", "UTC+8"],
    ["UTC＋８", "UTC+8"],
    ["UTC−3", "UTC-3"],
    ["UTC+05:30", "UTC+05:30"],
    ["UTC+0530", "UTC+0530"],
    ["GMT+8", "GMT+8"],
    ["Z", "Z"],
    ["+08:00", "+08:00"],
    ["-05:00", "-05:00"],
    ["-0500", "-0500"],
    ["(-05:00)", "-05:00"],
    ["(UTC+8)", "UTC+8"],
    ["Asia/Shanghai", "Asia/Shanghai"],
    ["asia/shanghai", "asia/shanghai"],
    ["America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires"],
    ["America/Port-au-Prince", "America/Port-au-Prince"],
    ["Etc/GMT-8", "Etc/GMT-8"],
    ["Mars/Olympus", "Mars/Olympus"],
    ["北京时间", "Asia/Shanghai"],
    ["Beijing time", "Asia/Shanghai"],
    ["当地时间", undefined],
  ])("reads the zone %s and leaves its validity to the compiler", (zone, read) => {
    for (const hours of ["Mon-Fri 09:00-18:00", "5x8 from 09:00"]) {
      expect(parseHours(`${hours} ${zone}`).zone).toBe(read);
    }
  });

  it("reads every IANA name with a slash as it is written", () => {
    const names = Intl.supportedValuesOf("timeZone").filter((name) => name.includes("/"));
    expect(names.length).toBeGreaterThan(300);
    expect(names.filter((name) => parseHours(`Mon-Fri 09:00-18:00 ${name}`).zone !== name)).toEqual([]);
    expect(names.filter((name) => parseHours(`${name.toLowerCase()} 24x7`).zone !== name.toLowerCase())).toEqual([]);
  });

  it("reads the zone wherever it stands", () => {
    const zones = ["UTC+8 Mon-Fri 9:00-18:00", "Mon-Fri UTC+8 9:00-18:00", "Mon-Fri (UTC+8), 9:00-18:00"];
    expect(zones.map((text) => parseHours(text).zone)).toEqual(["UTC+8", "UTC+8", "UTC+8"]);
    expect(parseHours("Mon-Fri 9:00-12:00 UTC, 13:00-18:00 UTC").hours).toEqual(weekdays("09:00-12:00", "13:00-18:00"));
  });

  it("notes the opening that it took for days by hours", () => {
    expect(parseHours("5×8").notices).toEqual([
      {
        code: "anchor_by_default",
        message: '5×8 read as Mon-Fri 09:00-17:00; write "5×8 from 08:00" for other hours',
        zh: "5×8 按周一至周五 09:00-17:00 理解；如为其他时间，请写“5×8 from 08:00”",
      },
    ]);
    expect(["7x24", "5x8 from 08:00", "5x24"].flatMap((text) => parseHours(text).notices)).toEqual([]);
  });

  it("takes hours without days for every day and notes it", () => {
    const { hours, zone, notices } = parseHours("9:00–18:00 UTC+8");
    expect([hours, zone]).toEqual([daily("09:00-18:00"), "UTC+8"]);
    expect(notices).toMatchObject([{ code: "days_by_default" }]);
    expect(notices[0]?.message).toContain("read as Daily 09:00-18:00");
    expect(notices[0]?.zh).toContain("每天 09:00-18:00");
  });

  it.each<[text: string, anchor: string, hours: WeeklyHours]>([
    ["5x8", "08:00", weekdays("08:00-16:00")],
    ["5x8 from 09:00", "08:00", weekdays("08:00-16:00")],
    ["5x16", "8:00", weekdays("08:00-24:00")],
    ["7x8", "20:00", daily("20:00-04:00")],
    ["7x24", "08:00", ALWAYS],
    ["Mon-Fri 09:00-18:00", "08:00", weekdays("09:00-18:00")],
  ])("takes the opening of %s from the anchor %s", (text, anchor, hours) => {
    expect(parseHours(text, { anchor })).toEqual({ hours, notices: [] });
  });

  it.each(["24:00", "25:00", "8", "early"])("refuses the anchor %s", (anchor) => {
    const error = errorOf(() => parseHours("5x8", { anchor }));
    expect([error.code, error.issues[0]?.path]).toEqual(["invalid_time", ["anchor"]]);
  });

  it.each(["working hours", "Business Hours", "during office hours", "工作时间", " 工作时间 ", "working hours UTC+8"])(
    "refuses %s: it is the policy's or the caller's own calendar",
    (text) => {
      const error = errorOf(() => parseHours(text));
      expect(error.code).toBe("missing_calendar");
      expect(error.message).toContain("never 9-5");
    },
  );

  it.each([
    ["", "the text ends too early"],
    ["   ", "the text ends too early"],
    ["whenever", 'unread part "whenever"'],
    ["Mon-Funday 9:00-17:00", 'a day; unread part "Funday 9:00-17:00" (did you mean "sunday"?)'],
    ["大小周", 'unread part "大小周"'],
    ["NBD", 'a response by the next business day is a promise ("within"), not hours; unread part "NBD"'],
    ["大小周，9:00-18:00", "one week for all weeks: weekly hours cannot alternate"],
    ["every other Saturday 9:00-12:00", "one week for all weeks"],
    [
      "Mon-Fri 9:00-18:00 CST",
      "a zone by its full name or offset (Asia/Shanghai, UTC+8), as these letters stand for several",
    ],
    ["Mon-Fri 9:00-18:00 IST", 'unread part "IST"'],
    ["Mon-Fri 09:00-18:00, Berlin time", 'unread part "Berlin time"'],
    ["Mon-Fri 9:00-18:00 Europe/Berlin (UTC+1)", 'one zone; unread part "UTC+1"'],
    ["10am-6pm ET (7am-3pm PT)", 'one zone; unread part "PT"'],
    ["7×24×400", "365 days or a response of 1 to 72 hours"],
    ["9:00-12:00; 13:00-18:00; Sat", "days for these hours"],
    ["Mon 9-12; 13-18 Tue", "hours for these days"],
    ["5x8, Mon-Fri 8:00-18:00 and Sat 9:00-12:00", "windows of a day that do not overlap"],
    ["Mon 9:00-18:00, 9:00-18:00, 17:00-19:00", "windows of a day that do not overlap"],
    ["周末休息", 'the hours of the other days; unread part "周末休息"'],
    ["法定节假日除外", "the hours of the other days"],
    ["except holidays", "the hours of the other days"],
    ["Sat-Sun closed", "the hours of the other days"],
    ["Mon-Sat 9:00-18:00, closed on weekends", "days that are not closed and open at once"],
    ["Sat 9:00-12:00, Sat closed", "days that are not closed and open at once"],
    ["Mon-Fri 9:00-18:00 except lunch", 'unread part "lunch"'],
    ["Mon-Fri 9:00-18:00 except 12:00-13:00", "days or holidays"],
    ["Mon-Fri 9:00-18:00, except school holidays", "days or holidays"],
    ["Mo-Fr 09:00-18:00; PH 10:00-12:00", "no hours of holidays, which a week cannot say"],
    ["Sa,Su,PH 10:00-12:00", "no hours of holidays, which a week cannot say"],
    ["24x7x365 except public holidays", "one statement about holidays"],
    ["Mon-Fri 9:00-18:00 including weekends", "hours for these days"],
    ["5 days a week 9:00-18:00", "which days of the week"],
    ["48 hours", "a time between 00:00 and 24:00"],
    ["Mo-Fr 18:00+", "unread part"],
    ["Mo-Fr sunrise-sunset", 'unread part "sunrise-sunset"'],
    ["Mon-Fri 01.05-30.09", "unread part"],
    ["Mon 1-5", 'as these may be either; unread part "1-5"'],
    ["Mon 6-10", "as these may be either"],
    ["Mon 2:00-6:00", "as these may be either"],
    ["Mon 三点半至五点", "as these may be either"],
    ["Mon 12-8", "as these may be either"],
    ["Mon 11-2", "as these may be either"],
    ["Mon 9:00-06:00", "as these may be either"],
    ["Mon 9-11pm", 'am or pm, or 上午 or 下午, at both times or at none; unread part "9"'],
    ["Mon 5pm-8", 'unread part "8"'],
    ["Mon 上午9点-5点", 'unread part "5点"'],
    ["Mon 9:00-次日10:00", 'a window of 24 hours at most; unread part "9:00-次日10:00"'],
    ["Mon 9:00 次日-10:00", "an opening on the day itself"],
    ["Mon 晚上3点-晚上9点", "an hour that its am or pm can mean"],
    ["UTC+8", 'unread part "UTC+8"'],
    ["Mon-Fri", 'hours for these days; unread part "Mon-Fri"'],
    ["Mon-Fri 9:00-18:00, Sat", 'hours for these days; unread part "Sat"'],
    ["9:00-18:00 Mon-Fri 9:00-12:00", 'days for these hours; unread part "9:00-12:00"'],
    ["9:00-18:00; Sat", 'days for these hours; unread part "9:00-18:00"'],
    ["Mon-Fri 09:00", "a closing time; the text ends too early"],
    ["Mon-Fri 09:00-", "a time; the text ends too early"],
    ["Mon-Fri 09:00-12:00-18:00", 'unread part "-18:00"'],
    ["Mon-Fri 09:00-25:00", 'a time between 00:00 and 24:00; unread part "25:00"'],
    ["Mon-Fri 09:60-18:00", 'a time between 00:00 and 24:00; unread part "09:60"'],
    ["Mon-Fri 09:00-24:30", 'a time between 00:00 and 24:00; unread part "24:30"'],
    ["Mon-Fri 24:00-06:00", 'an opening before 24:00; unread part "24:00"'],
    ["Mon-Mon 9:00-18:00", 'two different days; unread part "Mon-Mon"'],
    ["Mon-weekend 9:00-18:00", 'two different days; unread part "Mon-weekend"'],
    ["Mon-Fri 09:00-18:00; Fri 09:00-15:00", 'the hours of fri once; unread part "Fri 09:00-15:00"'],
    ["Mon-Fri (09:00-18:00", 'a closing bracket; unread part "(09:00-18:00"'],
    ["Mon-Fri 09:00-18:00)", 'unread part ")"'],
    ["Mon-Fri 09:00-18:00 and", 'unread part "and"'],
    ["Mon-Fri 09:00-18:00 UTC Asia/Shanghai", 'one zone; unread part "Asia/Shanghai"'],
    ["Mon 22:00-06:00 +1", 'unread part "+1"'],
    ["Mon 9-12 -5", 'unread part "-5"'],
    ["Mon-Fri -05:00 9:00-18:00", 'unread part "-05:00 9:00-18:00"'],
    ["Mon 上午12点-下午6点", 'an hour that its am or pm can mean; unread part "上午12点"'],
    ["Mon 13am-14:00", 'an hour that its am or pm can mean; unread part "13am"'],
    ["Mon 9点75分-18点", 'minutes below 60; unread part "75"'],
    ["5x16", 'an opening ("5x16 from 08:00"), as 16 hours from 09:00 pass midnight; unread part "5x16"'],
    ["8x8", 'days by hours, up to 7x24; unread part "8x8"'],
    ["5x0", 'unread part "5x0"'],
    ["5x25", 'unread part "5x25"'],
    ["5/8", "unread part"],
    ["5x8 from", "a time; the text ends too early"],
    ["5x8 from 24:00", 'an opening before 24:00; unread part "24:00"'],
  ])("refuses %j and marks what it could not read", (text, mark) => {
    const error = errorOf(() => parseHours(text));
    expect(error.code).toBe(mark.includes("overlap") ? "overlapping_windows" : "invalid_hours");
    expect(error.message).toContain(mark);
    expect(error.issues[0]).toMatchObject({ path: [], received: text, expected: expect.any(String) });
  });

  it("refuses what is no text", () => {
    expect(errorOf(() => parseHours(undefined as unknown as string)).code).toBe("invalid_hours");
  });
});

describe("safeParseHours", () => {
  it("answers the hours, or the issues that parseHours throws", () => {
    expect(safeParseHours("Mon 9:00-12:00")).toEqual({
      ok: true,
      value: { hours: on("mon", "09:00-12:00"), notices: [] },
    });
    expect(safeParseHours("Mon 9:00")).toEqual({ ok: false, issues: errorOf(() => parseHours("Mon 9:00")).issues });
    expect(safeParseHours("5x8", { anchor: "08:00" })).toMatchObject({ ok: true, value: { notices: [] } });
  });

  it("never throws, whatever the text", () => {
    const words =
      "Mon|-Fri|Sat|周一|至|五|每天|9:00|-18:00|9|-|,|;|:|/|(|)| |x|5x8|24|from|to|and|am|pm|上午|点|半|UTC+8|-05:00|Asia/Shanghai|closed|noon|.|九|except |holidays|PH|除外|法定节假日|including|x4|xNBD|365|EST|北京时间|hours|a day|days a week|次日|between|0900|8.30|全年无休|休息|的";
    const texts = fc.array(fc.constantFrom(...words.split("|")), { maxLength: 10 }).map((all) => all.join(""));
    const any = fc.oneof(fc.string({ unit: "binary" }), fc.string(), texts);
    fc.assert(
      fc.property(any, (text) => typeof safeParseHours(text).ok === "boolean"),
      { numRuns: 10_000 },
    );
  });

  it("reads only windows that are windows, whatever the text", () => {
    const words =
      "Mon|-Fri|,|;| |9|5|9:30|12|18:00|-|am|pm|上午|下午|晚上|凌晨|中午|点|半|noon|midnight|5x8|from|次日|0900|24 hours|closed";
    const texts = fc.array(fc.constantFrom(...words.split("|")), { maxLength: 9 }).map((all) => `Mon ${all.join("")}`);
    const holds = (text: string): void => {
      const parsed = safeParseHours(text);
      const windows = parsed.ok ? Object.values(parsed.value.hours).flat() : [];
      for (const window of windows) expect(window).toMatch(/^([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00)$/);
    };
    fc.assert(fc.property(texts, holds), { numRuns: 5_000 });
  });

  it.each([
    "Mon,",
    "9:00-18:00,",
    "Mon 9:00-18:00,",
    "5x8,",
    "(",
    "()",
    "-",
    "1",
    "a",
    "/a",
    "A/b",
    "周一、",
    " ",
    ". ",
    "九",
    "closed;",
    "public ",
    "all uk ",
    "holidays,",
    "except ",
    "a holidays",
    "x365",
    "UTC+8 ",
    "Asia/Shanghai ",
    "open ",
    "9-5,",
    "a b ",
  ])("takes time in proportion to the length of %j repeated", (part) => {
    const started = performance.now();
    safeParseHours(part.repeat(100_000 / part.length));
    safeParseHours(`Mon-Fri 9:00-18:00 ${part.repeat(100_000 / part.length)}`);
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it("reads a very long list", () => {
    const clock = (second: number) => new Date(second * 1000).toISOString().slice(11, 19);
    const windows = Array.from({ length: 40_000 }, (_, i) => `${clock(2 * i)}-${clock(2 * i + 1)}`);
    const parsed = safeParseHours(`Mon ${windows.join(",")}`);
    expect(parsed.ok && parsed.value.hours.mon?.length).toBe(40_000);
  });
});

describe("formatHours", () => {
  it.each<[hours: WeeklyHours | { hours: WeeklyHours; zone: string }, en: string, zh: string]>([
    [{ hours: weekdays("9:00-18:00"), zone: "UTC+8" }, "Mon-Fri 09:00-18:00 UTC+8", "周一至周五 09:00-18:00 (UTC+8)"],
    [ALWAYS, "24x7", "7x24小时"],
    [{ hours: ALWAYS, zone: "Asia/Shanghai" }, "24x7 Asia/Shanghai", "7x24小时 (Asia/Shanghai)"],
    [weekdays("00:00-24:00"), "Mon-Fri 00:00-24:00", "周一至周五 00:00-24:00"],
    [daily("22:00-06:00"), "Daily 22:00-06:00", "每天 22:00-06:00"],
    [weekdays("13:00-18:00", "09:00-12:00"), "Mon-Fri 09:00-12:00, 13:00-18:00", "周一至周五 09:00-12:00、13:00-18:00"],
    [
      { ...weekdays("09:00-18:00"), fri: ["09:00-15:00"], sun: [] },
      "Mon-Thu 09:00-18:00; Fri 09:00-15:00",
      "周一至周四 09:00-18:00；周五 09:00-15:00",
    ],
    [on("mon tue wed fri", "10:00-12:00"), "Mon-Wed, Fri 10:00-12:00", "周一至周三、周五 10:00-12:00"],
    [on("sat sun", "18:00-00:00"), "Sat-Sun 18:00-24:00", "周六至周日 18:00-24:00"],
    [on("mon", "09:00:30-18:00"), "Mon 09:00:30-18:00", "周一 09:00:30-18:00"],
    [{}, "Daily closed", "每天 休息"],
  ])("writes %j", (hours, en, zh) => {
    expect([formatHours(hours), formatHours(hours, "zh")]).toEqual([en, zh]);
  });

  /** A time of day, sometimes with seconds. */
  const time = (minute: number, second: number): string =>
    [Math.floor(minute / 60), minute % 60, ...(second > 0 ? [second] : [])]
      .map((part) => `${part}`.padStart(2, "0"))
      .join(":");

  /** Windows of one day in their normal form: ascending, apart, the last one perhaps over midnight. */
  const windows = fc
    .record({
      ends: fc.uniqueArray(fc.integer({ min: 0, max: 1440 }), { maxLength: 6 }),
      seconds: fc.constantFrom(0, 0, 30),
      night: fc.option(fc.integer({ min: 1, max: 1439 })),
    })
    .map(({ ends, seconds, night }) => {
      const times = [...ends].sort((a, b) => a - b);
      const ranges: TimeRange[] = [];
      for (let i = 0; i + 1 < times.length; i += 2) {
        const [opens = 0, closes = 0] = times.slice(i);
        ranges.push(`${time(opens, seconds)}-${time(closes, closes < 1440 ? seconds : 0)}`);
      }
      const last = times[times.length - 1] ?? 0;
      if (night !== null && last < night) ranges.push(`${time(night, 0)}-${time(night, 0)}`);
      return ranges;
    });

  const weeks = fc
    .record(Object.fromEntries(WEEK.map((day) => [day, windows])))
    .map((week) => Object.fromEntries(Object.entries(week).filter(([, ranges]) => ranges.length > 0)) as WeeklyHours);
  const sameWeeks = windows.map((ranges): WeeklyHours => (ranges.length === 0 ? {} : daily(...ranges)));
  const zones = fc.constantFrom(
    "UTC",
    "UTC+8",
    "UTC-03:30",
    "GMT-3",
    "+08:00",
    "-05:00",
    "Z",
    "Asia/Shanghai",
    "Etc/GMT-8",
  );

  it.each(["en", "zh"] as const)("is read back by parseHours to the same normal form (%s)", (locale) => {
    const holds = (hours: WeeklyHours, zone: string, holidays: "except" | "included"): void => {
      expect(parseHours(formatHours({ hours, zone, holidays }, locale))).toEqual({
        hours,
        zone,
        holidays,
        notices: [],
      });
      expect(parseHours(formatHours({ hours, zone }, locale))).toEqual({ hours, zone, notices: [] });
      expect(parseHours(formatHours(hours, locale))).toEqual({ hours, notices: [] });
    };
    const says = fc.constantFrom("except" as const, "included" as const);
    fc.assert(fc.property(fc.oneof(weeks, sameWeeks), zones, says, holds), { numRuns: 1_000 });
  });

  it.each<[hours: unknown, code: string, path: readonly (string | number)[]]>([
    [{ mon: ["09:00-25:00"] }, "invalid_hours", ["mon", 0]],
    [{ mon: ["09:00-12:00", "noon"] }, "invalid_hours", ["mon", 1]],
    [{ monday: ["09:00-12:00"] }, "unknown_key", ["monday"]],
  ])("refuses %j", (hours, code, path) => {
    const error = errorOf(() => formatHours(hours as WeeklyHours));
    expect([error.code, error.issues[0]?.path]).toEqual([code, path]);
  });
});

describe("isOwnWorkingHours", () => {
  it.each([
    ["working hours", true],
    ["Business hours", true],
    ["during working hours", true],
    ["工作时间", true],
    ["working hours: Mon-Fri 9:00-18:00", false],
    ["service hours", false],
    ["5x8", false],
    ["office", false],
    ["", false],
  ])("%j: %s", (text, own) => {
    expect(isOwnWorkingHours(text)).toBe(own);
  });
});
