import { describe, expect, it } from "vitest";
import type { CalendarDefinition, HolidayCalendar } from "../../src/calendar/definition.js";
import type { Issue } from "../../src/errors.js";
import { china } from "../../src/holidays/calendar.js";
import { type CalendarContext, readDefinition } from "../../src/holidays/expand.js";
import { isOpen, isWorkingDay } from "../../src/index.js";
import { at } from "../support/at.js";

type Definition = CalendarDefinition | string;

/** What is read of a definition that stands at `calendars.office`, or what is wrong with it. */
function read(definition: unknown, context: CalendarContext = {}) {
  const issues: Issue[] = [];
  const found = readDefinition(definition as Definition, context, ["calendars", "office"], issues);
  return { found, issues };
}

function calendarOf(definition: Definition, context?: CalendarContext) {
  const { found, issues } = read(definition, context);
  expect(issues).toEqual([]);
  if (found === undefined) throw new Error("nothing was read, and nothing was said of it");
  return found.calendar;
}

function noticesOf(definition: Definition, context?: CalendarContext): string[] {
  return read(definition, context).found?.notices.map(({ code, path }) => `${code} ${path.join(".")}`) ?? [];
}

function codesOf(definition: unknown, context?: CalendarContext): string[] {
  const { found, issues } = read(definition, context);
  expect(found).toBeUndefined();
  return issues.map(({ code, path }) => `${code} ${path.join(".")}`);
}

const HOURS = { mon: ["09:00-18:00"], tue: ["09:00-18:00"] };

describe("readDefinition: hours", () => {
  it.each<[string, Definition]>([
    ["text with its zone", "Mon-Fri 09:00-18:00 Asia/Shanghai"],
    ["text in Chinese", "周一至周五 9:00-18:00 (UTC+8)"],
    ["text beside a zone", { zone: "Asia/Shanghai", hours: "Mon-Fri 09:00-18:00" }],
    ["N×M with its opening", { zone: "UTC+8", hours: "5x9 from 09:00" }],
    [
      "hours per weekday",
      {
        zone: "Asia/Shanghai",
        hours: Object.fromEntries(["mon", "tue", "wed", "thu", "fri"].map((day) => [day, ["09:00-18:00"]])),
      },
    ],
  ])("reads %s", (_, definition) => {
    const office = calendarOf(definition);
    expect(isOpen(office, at("Fri 2026-11-20 17:59 +08:00"))).toBe(true);
    expect(isOpen(office, at("Fri 2026-11-20 18:00 +08:00"))).toBe(false);
    expect(isOpen(office, at("Sat 2026-11-21 10:00 +08:00"))).toBe(false);
    expect(isOpen(office, at("Mon 2026-11-23 09:00 +08:00"))).toBe(true);
  });

  it("reads text in changes of the weekly hours", () => {
    const changes = [{ from: "2026-12-01", hours: "24x7" }];
    const office = calendarOf({ zone: "Asia/Shanghai", hours: "Mon-Fri 09:00-18:00", changes });
    expect(isOpen(office, at("Mon 2026-11-30 20:00 +08:00"))).toBe(false);
    expect(isOpen(office, at("Tue 2026-12-01 20:00 +08:00"))).toBe(true);
    expect(isOpen(office, at("Sun 2026-12-06 03:00 +08:00"))).toBe(true);
  });

  it("keeps all else that is said of a calendar", () => {
    const office = calendarOf({
      zone: "Asia/Shanghai",
      hours: "Mon-Fri 09:00-18:00",
      makeUpDays: ["2026-11-21"],
      overrides: { "2026-11-23": ["20:00-21:00"] },
      breaks: { "2026-11-24": ["12:00-13:00"] },
    });
    expect(isOpen(office, at("Sat 2026-11-21 10:00 +08:00"))).toBe(true);
    expect(isOpen(office, at("Mon 2026-11-23 10:00 +08:00"))).toBe(false);
    expect(isOpen(office, at("Mon 2026-11-23 20:30 +08:00"))).toBe(true);
    expect(isOpen(office, at("Tue 2026-11-24 12:30 +08:00"))).toBe(false);
  });

  it.each<[unknown, string[]]>([
    ["Mon-Funday 09:00-18:00", ["invalid_hours calendars.office"]],
    [{ hours: "Mon-Funday 09:00-18:00" }, ["invalid_hours calendars.office.hours"]],
    [{ hours: { mon: ["09:00-25:00"] } }, ["invalid_hours calendars.office.hours.mon.0"]],
    [
      { hours: "5x8", changes: [{ from: "2026-12-01", hours: "5x" }] },
      ["invalid_hours calendars.office.changes.0.hours"],
    ],
    [
      { hours: "5x8", changes: [{ from: "2026-12-01", hours: { mon: ["9"] } }] },
      ["invalid_hours calendars.office.changes.0.hours.mon.0"],
    ],
    [{ hours: "5x8", changes: ["24x7"] }, ["invalid_type calendars.office.changes.0"]],
    [{ hours: "5x8", changes: { from: "2026-12-01", hours: "24x7" } }, ["invalid_type calendars.office.changes"]],
    [{ hours: "工作时间" }, ["missing_calendar calendars.office.hours"]],
    [{ hours: 8 }, ["invalid_type calendars.office.hours"]],
    [{}, ["missing_key calendars.office.hours"]],
    [{ hours: {} }, ["never_opens calendars.office"]],
    [8, ["invalid_type calendars.office"]],
    [null, ["invalid_type calendars.office"]],
    [["5x8"], ["invalid_type calendars.office"]],
  ])("refuses %j with its place", (definition, expected) => {
    expect(codesOf(definition, { zone: "UTC" })).toEqual(expected);
  });

  it("tells everything that is wrong together, and goes on where it can", () => {
    const definition = {
      zone: "Mars/Olympus",
      hours: "Mon-Funday 09:00-18:00",
      holidays: ["XX", "2026-02-30"],
      overrides: { "2026-02-31": [] },
      hour: "5x8",
    };
    expect(codesOf(definition).sort()).toEqual([
      "invalid_date calendars.office.holidays.1",
      "invalid_date calendars.office.overrides.2026-02-31",
      "invalid_hours calendars.office.hours",
      "invalid_zone calendars.office.zone",
      "unknown_holidays calendars.office.holidays.0",
      "unknown_key calendars.office.hour",
    ]);
  });

  it("adds to the issues that were found before, and is not stopped by them", () => {
    const issues: Issue[] = [{ code: "missing_key", path: [], message: "", expected: "", received: "" }];
    expect(readDefinition("5x8 UTC", {}, [], issues)?.calendar.zone).toBe("UTC");
    expect(issues).toHaveLength(1);
  });
});

describe("readDefinition: the anchor", () => {
  it("opens N×M, whatever the text says itself, and nothing else", () => {
    const opens = (definition: Definition) => {
      const office = calendarOf(definition, { zone: "UTC", anchor: "10:00" });
      return ["09:00", "10:00", "17:00", "18:00"].map((time) => isOpen(office, at(`Mon 2026-11-23 ${time} Z`)));
    };
    expect(opens("5x8")).toEqual([false, true, true, false]);
    expect(opens({ hours: "5x8 from 08:00" })).toEqual([false, true, true, false]);
    expect(opens({ hours: HOURS, changes: [{ from: "2026-11-01", hours: "7x8" }] })).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(opens("Mon-Fri 09:00-17:30")).toEqual([true, true, true, false]);
    expect(opens("24x7")).toEqual([true, true, true, true]);
  });
});

describe("readDefinition: the zone", () => {
  it.each<[string, Definition, string | undefined, string]>([
    ["in the text", "5x8 Asia/Shanghai", undefined, "Asia/Shanghai"],
    ["in the text of hours", { hours: "Mon-Fri 9:00-18:00 (UTC+8)" }, undefined, "UTC+8"],
    ["beside", { zone: "asia/shanghai", hours: "5x8" }, undefined, "Asia/Shanghai"],
    ["around", "5x8", "Asia/Shanghai", "Asia/Shanghai"],
    ["in the text before what is around", "5x8 Asia/Shanghai", "UTC", "Asia/Shanghai"],
    ["beside before what is around", { zone: "Asia/Shanghai", hours: "5x8" }, "UTC", "Asia/Shanghai"],
    [
      "in both places, if it is the same",
      { zone: "Asia/Shanghai", hours: "5x8 asia/shanghai" },
      undefined,
      "Asia/Shanghai",
    ],
    ["in both places in other words", { zone: "+08:00", hours: "5x8 UTC+8" }, "UTC", "UTC+8"],
    ["in words", { hours: "周一至周五，北京时间 9：30-18：00" }, undefined, "Asia/Shanghai"],
  ])("may stand %s", (_, definition, zone, expected) => {
    expect(calendarOf(definition, { zone }).zone).toBe(expected);
  });

  it.each<[string, unknown, string[]]>([
    ["text without one", "5x8", ["missing_zone calendars.office.zone"]],
    ["a definition without one", { hours: HOURS }, ["missing_zone calendars.office.zone"]],
    ["two different ones", { zone: "Asia/Tokyo", hours: "5x8 UTC+8" }, ["invalid_zone calendars.office.zone"]],
    ["an unknown one in the text", "5x8 Asia/Shangai", ["invalid_zone calendars.office.zone"]],
    [
      "an unknown one in the text, a known one beside",
      { zone: "UTC", hours: "5x8 Asia/Shangai" },
      ["invalid_zone calendars.office.zone"],
    ],
    [
      "a known one in the text, an unknown one beside",
      { zone: "Mars/Olympus", hours: "5x8 UTC+8" },
      ["invalid_zone calendars.office.zone"],
    ],
    ["a number", { zone: 8, hours: HOURS }, ["invalid_zone calendars.office.zone"]],
    ["a number beside one in the text", { zone: 8, hours: "5x8 UTC+8" }, ["invalid_zone calendars.office.zone"]],
  ])("is refused: %s", (_, definition, expected) => {
    expect(codesOf(definition)).toEqual(expected);
  });

  it("is not missed where it stands in a text that cannot be read", () => {
    expect(codesOf("Mon-Funday 09:00-18:00 UTC+8")).toEqual(["invalid_hours calendars.office"]);
  });

  it("of a change of the hours is that of the calendar", () => {
    const changing = (hours: string) => ({ zone: "UTC", hours: "5x8", changes: [{ from: "2026-12-01", hours }] });
    expect(calendarOf(changing("24x7 UTC")).zone).toBe("UTC");
    expect(codesOf(changing("Mon-Fri 09:00-18:00 Asia/Tokyo"))).toEqual([
      "invalid_zone calendars.office.changes.0.hours",
    ]);
  });
});

describe("readDefinition: holidays", () => {
  /** A holiday of the list below, National Day, a make-up day for it, and a plain Monday. */
  const DATES = ["2026-11-24", "2026-10-01", "2026-10-10", "2026-11-23"];
  const INVENTORY: HolidayCalendar = { name: "Inventory", holidays: [{ date: "2026-11-24", name: "Inventory" }] };

  it.each<[string, CalendarDefinition["holidays"], boolean[]]>([
    ["nothing", undefined, [true, true, false, true]],
    ["an empty list", [], [true, true, false, true]],
    ["dates", ["2026-11-24"], [false, true, false, true]],
    ["named dates", [{ date: "2026-11-24", name: "Inventory" }], [false, true, false, true]],
    ["a calendar", INVENTORY, [false, true, false, true]],
    ["a calendar by its name, with its make-up days", "CN", [true, false, true, true]],
    ["a name in small letters", "cn", [true, false, true, true]],
    ["a name in a list", ["CN"], [true, false, true, true]],
    ["all of them together", ["CN", INVENTORY, "2026-11-23"], [false, false, true, false]],
    ["China's own calendar", china, [true, false, true, true]],
  ])("are given as %s", (_, holidays, worked) => {
    const office = calendarOf({ zone: "Asia/Shanghai", hours: "Mon-Fri 09:00-18:00", ...(holidays && { holidays }) });
    expect(DATES.map((date) => isWorkingDay(office, date))).toEqual(worked);
  });

  it("may be taken without their make-up days", () => {
    const definition = {
      zone: "Asia/Shanghai",
      hours: "Mon-Fri 09:00-18:00",
      holidays: "CN",
      makeUpDays: false,
    } as const;
    expect(DATES.map((date) => isWorkingDay(calendarOf(definition), date))).toEqual([true, false, false, true]);
  });

  it("of the surroundings replace those of the definition", () => {
    const definition = { hours: "Mon-Fri 09:00-18:00", holidays: ["2026-11-24"] };
    const worked = (context: CalendarContext, of: Definition = definition) =>
      DATES.map((date) => isWorkingDay(calendarOf(of, { zone: "UTC", ...context }), date));
    expect(worked({})).toEqual([false, true, false, true]);
    expect(worked({ holidays: undefined })).toEqual([false, true, false, true]);
    expect(worked({ holidays: [] })).toEqual([true, true, false, true]);
    expect(worked({ holidays: "CN" })).toEqual([true, false, true, true]);
    expect(worked({ holidays: ["2026-11-23"] }, "Mon-Fri 09:00-18:00")).toEqual([true, true, false, false]);
  });

  it.each<[unknown, string[]]>([
    ["XX", ["unknown_holidays calendars.office.holidays"]],
    ["China", ["unknown_holidays calendars.office.holidays"]],
    ["", ["unknown_holidays calendars.office.holidays"]],
    [["CN", "XX"], ["unknown_holidays calendars.office.holidays.1"]],
    [["2026-02-30"], ["invalid_date calendars.office.holidays.0"]],
    [["2026-2-3"], ["invalid_date calendars.office.holidays.0"]],
    [[5], ["invalid_date calendars.office.holidays.0"]],
    [5, ["invalid_type calendars.office.holidays"]],
    [{ name: "x" }, ["missing_key calendars.office.holidays.holidays"]],
    [{ name: "x", holidays: "CN" }, ["invalid_type calendars.office.holidays.holidays"]],
  ])("are refused as %j", (holidays, expected) => {
    expect(codesOf({ zone: "UTC", hours: "5x8", holidays })).toEqual(expected);
  });

  it("names those that are known", () => {
    const [issue] = read({ zone: "UTC", hours: "5x8", holidays: "US" }).issues;
    expect(issue).toMatchObject({ expected: expect.stringContaining("by name, one of CN"), received: "US" });
  });
});

describe("readDefinition: notices", () => {
  it.each<[Definition, string[]]>([
    ["Mon-Fri 09:00-18:00", ["no_holidays calendars.office.holidays"]],
    [{ hours: HOURS }, ["no_holidays calendars.office.holidays"]],
    [{ hours: HOURS, holidays: [] }, []],
    [{ hours: HOURS, holidays: "CN" }, []],
    // Make-up days and overrides are no list of holidays.
    [{ hours: HOURS, makeUpDays: ["2026-11-21"] }, ["no_holidays calendars.office.holidays"]],
    [{ hours: HOURS, overrides: { "2026-12-25": [] } }, ["no_holidays calendars.office.holidays"]],
    ["24x7", []],
    [{ hours: "7x24小时" }, []],
    // Around the clock until it is not.
    [{ hours: "24x7", changes: [{ from: "2026-12-01", hours: HOURS }] }, ["no_holidays calendars.office.holidays"]],
    ["5x24", ["no_holidays calendars.office.holidays"]],
    [{ hours: "5x24", holidays: [] }, []],
    ["5x8", ["anchor_by_default calendars.office", "no_holidays calendars.office.holidays"]],
    [{ hours: "5x8", holidays: [] }, ["anchor_by_default calendars.office.hours"]],
    [{ hours: "5x8 from 09:00", holidays: [] }, []],
    [{ hours: "09:00-18:00", holidays: [] }, ["days_by_default calendars.office.hours"]],
    [
      { hours: "24x7", holidays: [], changes: [{ from: "2026-12-01", hours: "7x8" }] },
      ["anchor_by_default calendars.office.changes.0.hours"],
    ],
  ])("of %j are %j", (definition, expected) => {
    expect(noticesOf(definition, { zone: "UTC" })).toEqual(expected);
  });

  it("of the anchor vanish where one is given", () => {
    expect(noticesOf({ hours: "5x8", holidays: [] }, { zone: "UTC", anchor: "09:00" })).toEqual([]);
  });

  it("of holidays vanish where the surroundings give some, or none on purpose", () => {
    expect(noticesOf("Mon-Fri 09:00-18:00", { zone: "UTC", holidays: [] })).toEqual([]);
    expect(noticesOf("Mon-Fri 09:00-18:00", { zone: "UTC", holidays: "CN" })).toEqual([]);
  });

  it("say in both languages what was taken", () => {
    const notices = read("5x8 UTC").found?.notices ?? [];
    expect(notices.map(({ message }) => message)).toEqual([
      '5x8 read as Mon-Fri 09:00-17:00; write "5x8 from 08:00" for other hours',
      "no holidays were given, so none are applied; pass a list ([] where there are none)",
    ]);
    for (const { zh } of notices) expect(zh).toMatch(/\p{Script=Han}/u);
  });
});
