import { describe, expect, it } from "vitest";
import {
  addWorkingDays,
  addWorkingTime,
  compileCalendar,
  daysOf,
  exceptCalendar,
  intersectCalendars,
  isKnown,
  isOpen,
  isWorkingDay,
  nextClose,
  nextOpen,
  uniteCalendars,
  workingTimeBetween,
} from "../../src/core.js";
import { at } from "../support/at.js";
import { daily, office, WORKING_DAYS, week } from "../support/calendars.js";
import { errorOf } from "../support/expect.js";

const HOUR = 3_600_000;
const cityOffice = (zone: string) => compileCalendar({ zone, hours: week(WORKING_DAYS, "09:00-18:00") });
const shanghai = cityOffice("Asia/Shanghai"); // 01:00-10:00 Z
const london = cityOffice("Europe/London"); // in November 09:00-18:00 Z
const newYork = cityOffice("America/New_York"); // in November 14:00-23:00 Z
const sun = uniteCalendars(shanghai, london, newYork);

describe("uniteCalendars", () => {
  it.each([
    ["Shanghai works", "Fri 2026-11-20 02:00 Z", true],
    ["nobody works yet", "Fri 2026-11-20 00:59:59.999 Z", false],
    ["London takes over from Shanghai", "Fri 2026-11-20 10:00 Z", true],
    ["New York works", "Fri 2026-11-20 22:59:59.999 Z", true],
    ["New York has closed", "Fri 2026-11-20 23:00 Z", false],
    ["it is a weekend everywhere", "Sat 2026-11-21 12:00 Z", false],
  ])("follows the sun: %s", (_, instant, open) => {
    expect(isOpen(sun, at(instant))).toBe(open);
  });

  it("is one stretch from the first opening to the last closing: 22 hours a day", () => {
    expect(nextClose(sun, at("Fri 2026-11-20 02:00 Z"))).toBe(at("Fri 2026-11-20 23:00 Z"));
    // Friday 20:00 Z: 3 hours are left; Monday from 01:00 Z on another 5 are 06:00 Z.
    expect(addWorkingTime(sun, at("Fri 2026-11-20 20:00 Z"), 8 * HOUR)).toBe(at("Mon 2026-11-23 06:00 Z"));
    expect(workingTimeBetween(sun, at("Mon 2026-11-16 00:00 Z"), at("Mon 2026-11-23 00:00 Z"))).toBe(5 * 22 * HOUR);
  });

  it("has the zone of its first member, and days cut at that zone's midnights", () => {
    // New York's Friday ends at 23:00 Z, Saturday 07:00 in Shanghai: Saturday is a working day there.
    expect(sun.zone).toBe("Asia/Shanghai");
    expect(isWorkingDay(sun, "2026-11-21")).toBe(true);
    expect(isWorkingDay(sun, "2026-11-22")).toBe(false);
    expect(daysOf(sun, "2026-11-20", "2026-11-23").map(({ hours }) => hours)).toEqual([
      ["00:00-07:00", "09:00-24:00"],
      ["00:00-07:00"],
      [],
    ]);
  });

  it("counts working days on its own days; hours need hoursPerDay", () => {
    expect(addWorkingDays(sun, "2026-11-20", 2)).toBe("2026-11-23");
    const from = at("Fri 2026-11-20 12:00 +08:00");
    expect(addWorkingDays(sun, from, 1, { rule: "endOfDay" })).toBe(at("Sat 2026-11-21 07:00 +08:00"));
    expect(errorOf(() => addWorkingDays(sun, from, 1, { rule: "workingHours" })).issues).toMatchObject([
      { code: "invalid_option", path: ["options", "hoursPerDay"] },
    ]);
    expect(addWorkingDays(sun, from, 1, { rule: "workingHours", hoursPerDay: 8 })).toBe(
      at("Fri 2026-11-20 20:00 +08:00"),
    );
  });
});

describe("intersectCalendars", () => {
  it("is open while all are: Shanghai and London share an hour", () => {
    const both = intersectCalendars(shanghai, london);
    expect(nextOpen(both, at("Fri 2026-11-20 00:00 Z"))).toBe(at("Fri 2026-11-20 09:00 Z"));
    expect(nextClose(both, at("Fri 2026-11-20 00:00 Z"))).toBe(at("Fri 2026-11-20 10:00 Z"));
  });

  it("makes 24x5 of whole weekdays and whole days", () => {
    const weekdays = compileCalendar({ zone: "UTC", hours: week(WORKING_DAYS, "00:00-24:00") });
    const always = daily("Asia/Shanghai", "00:00-24:00");
    const both = intersectCalendars(weekdays, always);
    expect(nextClose(both, at("Mon 2026-11-16 00:00 Z"))).toBe(at("Sat 2026-11-21 00:00 Z"));
  });

  it("is refused where nothing is common", () => {
    expect(errorOf(() => intersectCalendars(shanghai, newYork))).toMatchObject({ code: "never_opens" });
  });
});

describe("exceptCalendar", () => {
  const maintenance = compileCalendar({ zone: "Europe/London", hours: { fri: ["11:00-13:00"] } });

  it("takes the other's hours out", () => {
    const support = exceptCalendar(london, maintenance);
    expect(isOpen(support, at("Fri 2026-11-20 11:00 Z"))).toBe(false);
    expect(isOpen(support, at("Fri 2026-11-20 13:00 Z"))).toBe(true);
    expect(addWorkingTime(support, at("Fri 2026-11-20 10:00 Z"), 2 * HOUR)).toBe(at("Fri 2026-11-20 14:00 Z"));
  });

  it("is refused where nothing is left", () => {
    expect(errorOf(() => exceptCalendar(london, daily("UTC", "00:00-24:00")))).toMatchObject({ code: "never_opens" });
  });
});

describe("nested combinations", () => {
  it("combine like others", () => {
    const eitherWithoutNoon = exceptCalendar(uniteCalendars(shanghai, london), daily("UTC", "11:00-12:00"));
    expect(nextClose(eitherWithoutNoon, at("Fri 2026-11-20 02:00 Z"))).toBe(at("Fri 2026-11-20 11:00 Z"));
    expect(nextOpen(eitherWithoutNoon, at("Fri 2026-11-20 11:00 Z"))).toBe(at("Fri 2026-11-20 12:00 Z"));
  });

  it("do not change their members", () => {
    const before = openOn(london);
    exceptCalendar(london, shanghai);
    expect(openOn(london)).toBe(before);
  });
});

function openOn(calendar: typeof london): number {
  return workingTimeBetween(calendar, at("Mon 2026-11-16 00:00 Z"), at("Mon 2026-11-23 00:00 Z"));
}

describe("isKnown", () => {
  const until = (knownUntil: string) => office({ holidays: { name: "List", knownUntil, holidays: [] } });

  it("is so to the last date of the coverage, inclusive", () => {
    const calendar = until("2026-12-28");
    expect([isKnown(calendar, "2026-12-28"), isKnown(calendar, "2026-12-29")]).toEqual([true, false]);
    // 23:59 in Shanghai is 15:59 Z of the same date.
    expect(isKnown(calendar, at("Mon 2026-12-28 23:59 +08:00"))).toBe(true);
    expect(isKnown(calendar, at("Tue 2026-12-29 00:00 +08:00"))).toBe(false);
  });

  it("ends for a combination with the shortest of its members", () => {
    const both = uniteCalendars(until("2026-12-28"), until("2025-12-28"));
    expect([isKnown(both, "2025-12-28"), isKnown(both, "2025-12-29")]).toEqual([true, false]);
  });

  it("holds everywhere without a list", () => {
    expect(isKnown(office(), "2200-12-31")).toBe(true);
  });
});

describe("daysOf", () => {
  const calendar = office({
    holidays: [{ date: "2026-10-01", name: "国庆节" }],
    makeUpDays: [{ date: "2026-10-10", hoursOf: "fri", name: "国庆节" }],
    overrides: { "2026-10-02": [], "2026-10-05": ["09:00-12:00"] },
    breaks: { "2026-10-06": ["12:00-13:00"], "2026-10-07": ["00:00-24:00"] },
  });

  it.each([
    ["2026-09-30", true, ["09:00-18:00"], 9, "open", undefined],
    ["2026-10-01", false, [], 0, "holiday", "国庆节"],
    ["2026-10-02", false, [], 0, "closedByOverride", undefined],
    ["2026-10-03", false, [], 0, "weekend", undefined],
    ["2026-10-05", true, ["09:00-12:00"], 3, "override", undefined],
    ["2026-10-06", true, ["09:00-12:00", "13:00-18:00"], 8, "open", undefined],
    ["2026-10-07", false, [], 0, "break", undefined],
    ["2026-10-10", true, ["09:00-18:00"], 9, "makeUpDay", "国庆节"],
  ])("tells %s with its hours and reason", (date, working, hours, openHours, reason, name) => {
    const expected = { date, working, hours, openMs: openHours * HOUR, reason, ...(name !== undefined && { name }) };
    expect(daysOf(calendar, "2026-09-30", "2026-10-31").filter((day) => day.date === date)).toEqual([expected]);
  });

  it("leaves the last date out, and is empty where there is none", () => {
    expect(daysOf(calendar, "2026-10-05", "2026-10-07").map(({ date }) => date)).toEqual(["2026-10-05", "2026-10-06"]);
    expect(daysOf(calendar, "2026-10-05", "2026-10-05")).toEqual([]);
  });

  it("shows a night with its closing on the next day, and 23 hours where the clock skips one", () => {
    const night = compileCalendar({ zone: "America/New_York", hours: { fri: ["22:00-06:00"] } });
    expect(daysOf(night, "2026-11-20", "2026-11-21")[0]).toMatchObject({ hours: ["22:00-06:00"], openMs: 8 * HOUR });
    const whole = daily("America/New_York", "00:00-24:00");
    expect(daysOf(whole, "2026-03-08", "2026-03-09")[0]).toMatchObject({ hours: ["00:00-24:00"], openMs: 23 * HOUR });
  });

  it("tells a date that never existed", () => {
    expect(daysOf(daily("Pacific/Apia", "00:00-24:00"), "2011-12-30", "2011-12-31")).toEqual([
      { date: "2011-12-30", working: false, hours: [], openMs: 0, reason: "skipped" },
    ]);
  });

  it("refuses instants and dates that do not exist", () => {
    expect(errorOf(() => daysOf(calendar, "2026-02-30", "2026-03-01")).issues).toMatchObject([
      { code: "invalid_date", path: ["from"] },
    ]);
    expect(errorOf(() => daysOf(calendar, "2026-02-01", 5 as unknown as string)).issues).toMatchObject([
      { code: "invalid_date", path: ["to"] },
    ]);
  });
});
