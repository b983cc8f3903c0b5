/**
 * What is open and closed, and the arithmetic on it: the rules 1 to 10 of docs/semantics.md, a row for each sentence.
 * Every expectation was worked out by hand. 2026-03-06 is a Friday; times in Shanghai unless they say otherwise.
 */

import { describe, expect, it } from "vitest";
import {
  addWorkingDays,
  addWorkingTime,
  addWorkingTimeBatch,
  compileCalendar,
  isOpen,
  isWorkingDay,
  nextClose,
  nextOpen,
  openIntervals,
  previousClose,
  previousOpen,
  subtractWorkingTime,
  workingTimeBetween,
  workingTimeBetweenBatch,
} from "../../src/core.js";
import { at } from "../support/at.js";
import { DAILY, daily, nights, office, WORKING_DAYS, week } from "../support/calendars.js";
import { errorOf, expectAt, expectIntervals, expectIssues } from "../support/expect.js";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** The open stretches between two instants given as text. */
function open(calendar: Parameters<typeof openIntervals>[0], from: string, to: string) {
  return openIntervals(calendar, at(from), at(to));
}

/** The open time between two instants given as text. */
function between(calendar: Parameters<typeof openIntervals>[0], from: string, to: string) {
  return workingTimeBetween(calendar, at(from), at(to));
}

describe("isOpen", () => {
  const rows: readonly (readonly [string, ReturnType<typeof office>, string, boolean])[] = [
    ["is true at the opening instant", office(), "Fri 2026-03-06 09:00 +08:00", true],
    ["is false a millisecond before", office(), "Fri 2026-03-06 08:59:59.999 +08:00", false],
    ["is true a millisecond before the closing", office(), "Fri 2026-03-06 17:59:59.999 +08:00", true],
    ["is false at the closing instant", office(), "Fri 2026-03-06 18:00 +08:00", false],
    ["is false on a weekday without hours", office(), "Sat 2026-03-07 12:00 +08:00", false],
    ["reads the wall clock of the calendar's zone", office(), "Fri 2026-03-06 01:00 Z", true],
    ["is true after midnight in a window of the date before", nights(), "Sat 2026-03-07 05:59 +08:00", true],
    ["is false after midnight when nothing started the date before", nights(), "Mon 2026-03-09 05:59 +08:00", false],
    ["is true until 24:00", daily("UTC", "12:00-24:00"), "Fri 2026-03-06 23:59:59.999 Z", true],
    ["is false at 24:00", daily("UTC", "12:00-24:00"), "Sat 2026-03-07 00:00 Z", false],
    ["knows seconds", daily("UTC", "09:00:30-09:00:45"), "Fri 2026-03-06 09:00:44.999 Z", true],
    ["knows seconds before the opening", daily("UTC", "09:00:30-09:00:45"), "Fri 2026-03-06 09:00:29.999 Z", false],
    ["reads 9:00 as 09:00", daily("UTC", "9:00-10:00"), "Fri 2026-03-06 09:00 Z", true],
    ["knows UTC+8", daily("UTC+8", "09:00-10:00"), "Fri 2026-03-06 01:30 Z", true],
    ["knows UTC+05:30", daily("UTC+05:30", "09:00-10:00"), "Fri 2026-03-06 03:30 Z", true],
    ["knows -03:00", daily("-03:00", "09:00-10:00"), "Fri 2026-03-06 12:30 Z", true],
    ["knows GMT-3", daily("GMT-3", "09:00-10:00"), "Fri 2026-03-06 12:30 Z", true],
    ["knows Z", daily("Z", "09:00-10:00"), "Fri 2026-03-06 09:30 Z", true],
    [
      "reads Etc/GMT-8 as IANA does: east of Greenwich",
      daily("Etc/GMT-8", "09:00-10:00"),
      "Fri 2026-03-06 01:30 Z",
      true,
    ],
    ["knows zones in whatever case", daily("asia/shanghai", "09:00-10:00"), "Fri 2026-03-06 01:30 Z", true],
  ];
  it.each(rows)("%s", (_, calendar, instant, expected) => {
    expect(isOpen(calendar, at(instant))).toBe(expected);
  });

  it("floors what is finer than a millisecond, towards the past also before 1970", () => {
    const calendar = daily("UTC", "00:00-12:00");
    expect(isOpen(calendar, at("Fri 2026-03-06 12:00 Z") - 0.5)).toBe(true);
    expect(isOpen(calendar, at("Fri 2026-03-06 00:00 Z") - 0.5)).toBe(false);
    expect(isOpen(calendar, -0.5)).toBe(false); // 1969-12-31 23:59:59.999
    expect(isOpen(calendar, 0.5)).toBe(true);
  });
});

describe("openIntervals", () => {
  it("joins touching windows", () => {
    const calendar = daily("UTC", "09:00-12:00", "12:00-17:00");
    expectIntervals(open(calendar, "Fri 2026-03-06 00:00 Z", "Sat 2026-03-07 00:00 Z"), [
      ["Fri 2026-03-06 09:00 Z", "Fri 2026-03-06 17:00 Z"],
    ]);
  });

  it("joins windows that touch at midnight", () => {
    const calendar = daily("UTC", "00:00-02:00", "20:00-24:00");
    expectIntervals(open(calendar, "Fri 2026-03-06 12:00 Z", "Sat 2026-03-07 12:00 Z"), [
      ["Fri 2026-03-06 20:00 Z", "Sat 2026-03-07 02:00 Z"],
    ]);
  });

  it("joins overlapping windows of different dates", () => {
    const calendar = compileCalendar({ zone: "UTC", hours: { thu: ["22:00-06:00"], fri: ["05:00-10:00"] } });
    expectIntervals(open(calendar, "Mon 2026-03-02 00:00 Z", "Mon 2026-03-09 00:00 Z"), [
      ["Thu 2026-03-05 22:00 Z", "Fri 2026-03-06 10:00 Z"],
    ]);
  });

  it("takes windows in whatever order they are written", () => {
    const calendar = daily("UTC", "14:00-15:00", "09:00-12:00");
    expectIntervals(open(calendar, "Fri 2026-03-06 00:00 Z", "Sat 2026-03-07 00:00 Z"), [
      ["Fri 2026-03-06 09:00 Z", "Fri 2026-03-06 12:00 Z"],
      ["Fri 2026-03-06 14:00 Z", "Fri 2026-03-06 15:00 Z"],
    ]);
  });

  it("clips to what was asked", () => {
    expectIntervals(open(office(), "Fri 2026-03-06 10:00 +08:00", "Mon 2026-03-09 09:00:00.001 +08:00"), [
      ["Fri 2026-03-06 10:00 +08:00", "Fri 2026-03-06 18:00 +08:00"],
      ["Mon 2026-03-09 09:00 +08:00", "Mon 2026-03-09 09:00:00.001 +08:00"],
    ]);
  });

  it("is empty where nothing is open, and for an empty stretch", () => {
    expectIntervals(open(office(), "Fri 2026-03-06 18:00 +08:00", "Mon 2026-03-09 09:00 +08:00"), []);
    expectIntervals(open(office(), "Fri 2026-03-06 12:00 +08:00", "Fri 2026-03-06 12:00 +08:00"), []);
  });

  it("is one interval around the clock", () => {
    expectIntervals(open(daily("Asia/Shanghai", "00:00-24:00"), "Mon 2026-03-02 12:00 Z", "Mon 2026-03-09 12:00 Z"), [
      ["Mon 2026-03-02 12:00 Z", "Mon 2026-03-09 12:00 Z"],
    ]);
  });

  it("reads a closing time before the opening time as the next day", () => {
    expectIntervals(open(nights(), "Fri 2026-03-06 12:00 +08:00", "Mon 2026-03-09 12:00 +08:00"), [
      ["Fri 2026-03-06 22:00 +08:00", "Sat 2026-03-07 06:00 +08:00"],
    ]);
  });

  it("reads equal ends as 24 hours from that time", () => {
    const calendar = compileCalendar({ zone: "UTC", hours: { fri: ["22:00-22:00"] } });
    expectIntervals(open(calendar, "Mon 2026-03-02 00:00 Z", "Mon 2026-03-09 00:00 Z"), [
      ["Fri 2026-03-06 22:00 Z", "Sat 2026-03-07 22:00 Z"],
    ]);
  });

  it("reads 00:00-00:00 and 00:00-24:00 as the whole day", () => {
    for (const range of ["00:00-00:00", "00:00-24:00"]) {
      const calendar = compileCalendar({ zone: "UTC", hours: { fri: [range] } });
      expectIntervals(open(calendar, "Mon 2026-03-02 00:00 Z", "Mon 2026-03-09 00:00 Z"), [
        ["Fri 2026-03-06 00:00 Z", "Sat 2026-03-07 00:00 Z"],
      ]);
    }
  });

  it("reads 18:00-00:00 as until midnight", () => {
    const calendar = compileCalendar({ zone: "UTC", hours: { fri: ["18:00-00:00"] } });
    expectIntervals(open(calendar, "Mon 2026-03-02 00:00 Z", "Mon 2026-03-09 00:00 Z"), [
      ["Fri 2026-03-06 18:00 Z", "Sat 2026-03-07 00:00 Z"],
    ]);
  });
});

describe("compileCalendar: zones", () => {
  // New York: Sunday 2026-03-08 02:00 -05:00 becomes 03:00 -04:00; Sunday 2026-11-01 02:00 -04:00 becomes 01:00 -05:00.
  const newYork = (...ranges: string[]) => compileCalendar({ zone: "America/New_York", hours: { sun: ranges } });
  const SPRING = ["Sun 2026-03-08 00:00 -05:00", "Mon 2026-03-09 00:00 -04:00"] as const;
  const AUTUMN = ["Sun 2026-11-01 00:00 -04:00", "Mon 2026-11-02 00:00 -05:00"] as const;

  it("never opens in an hour that is skipped", () => {
    const calendar = newYork("02:00-03:00");
    expectIntervals(open(calendar, ...SPRING), []);
    expectAt(nextOpen(calendar, at(SPRING[0])), "Sun 2026-03-15 02:00 -04:00");
    expect(isWorkingDay(calendar, "2026-03-08")).toBe(false);
  });

  it("opens at the change when the opening time is skipped", () => {
    // 01:59:59 is followed by 03:00:00, which lies within 02:30-04:00.
    expectIntervals(open(newYork("02:30-04:00"), ...SPRING), [
      ["Sun 2026-03-08 03:00 -04:00", "Sun 2026-03-08 04:00 -04:00"],
    ]);
  });

  it("closes at the change when the closing time is skipped", () => {
    // Open from 01:00 -05:00; the next reading after 01:59:59 is 03:00, past 02:30.
    expectIntervals(open(newYork("01:00-02:30"), ...SPRING), [
      ["Sun 2026-03-08 01:00 -05:00", "Sun 2026-03-08 03:00 -04:00"],
    ]);
  });

  it("joins windows on both sides of a skipped hour", () => {
    expectIntervals(open(newYork("01:00-02:00", "03:00-04:00"), ...SPRING), [
      ["Sun 2026-03-08 01:00 -05:00", "Sun 2026-03-08 04:00 -04:00"],
    ]);
    expect(between(newYork("01:00-02:00", "03:00-04:00"), ...SPRING)).toBe(2 * HOUR);
  });

  it("is open twice in an hour that is repeated", () => {
    expectIntervals(open(newYork("01:00-02:00"), ...AUTUMN), [
      ["Sun 2026-11-01 01:00 -04:00", "Sun 2026-11-01 02:00 -05:00"],
    ]);
    expect(between(newYork("01:00-02:00"), ...AUTUMN)).toBe(2 * HOUR);
  });

  it("opens and closes twice within an hour that is repeated", () => {
    const calendar = newYork("01:15-01:45");
    expectIntervals(open(calendar, ...AUTUMN), [
      ["Sun 2026-11-01 01:15 -04:00", "Sun 2026-11-01 01:45 -04:00"],
      ["Sun 2026-11-01 01:15 -05:00", "Sun 2026-11-01 01:45 -05:00"],
    ]);
    expectAt(addWorkingTime(calendar, at("Sun 2026-11-01 01:15 -04:00"), 30 * MINUTE), "Sun 2026-11-01 01:45 -04:00");
    expectAt(addWorkingTime(calendar, at("Sun 2026-11-01 01:15 -04:00"), 31 * MINUTE), "Sun 2026-11-01 01:16 -05:00");
    expectAt(nextClose(calendar, at("Sun 2026-11-01 01:45 -04:00")), "Sun 2026-11-01 01:45 -05:00");
    expectAt(previousOpen(calendar, at("Sun 2026-11-01 01:14 -05:00")), "Sun 2026-11-01 01:15 -04:00");
  });

  it("closes for the change when a closing time past it is read earlier again", () => {
    // 00:30-01:30: open until the first 01:30; the clock turns back to 01:00 at 06:00Z and 01:00-01:30 is read again.
    expectIntervals(open(newYork("00:30-01:30"), ...AUTUMN), [
      ["Sun 2026-11-01 00:30 -04:00", "Sun 2026-11-01 01:30 -04:00"],
      ["Sun 2026-11-01 01:00 -05:00", "Sun 2026-11-01 01:30 -05:00"],
    ]);
  });

  it("has 23 and 25 hours in a day around the clock when the clock changes", () => {
    expect(between(newYork("00:00-24:00"), ...SPRING)).toBe(23 * HOUR);
    expect(between(newYork("00:00-24:00"), ...AUTUMN)).toBe(25 * HOUR);
    expect(between(newYork("00:00-24:00"), "Sun 2026-03-15 00:00 -04:00", "Mon 2026-03-16 00:00 -04:00")).toBe(
      24 * HOUR,
    );
  });

  it("has 23 and 25 hours between equal ends over a change", () => {
    const calendar = compileCalendar({ zone: "America/New_York", hours: { sat: ["22:00-22:00"] } });
    expect(between(calendar, "Sat 2026-03-07 12:00 -05:00", "Mon 2026-03-09 12:00 -04:00")).toBe(23 * HOUR);
    expect(between(calendar, "Sat 2026-10-31 12:00 -04:00", "Mon 2026-11-02 12:00 -05:00")).toBe(25 * HOUR);
  });

  it("knows Lord Howe's half hours", () => {
    // 2026-04-05 02:00 +11:00 becomes 01:30 +10:30; 2026-10-04 02:00 +10:30 becomes 02:30 +11:00.
    const calendar = compileCalendar({ zone: "Australia/Lord_Howe", hours: { sun: ["01:00-03:00"] } });
    expectIntervals(open(calendar, "Sun 2026-04-05 00:00 +11:00", "Mon 2026-04-06 00:00 +10:30"), [
      ["Sun 2026-04-05 01:00 +11:00", "Sun 2026-04-05 03:00 +10:30"],
    ]);
    expect(between(calendar, "Sun 2026-04-05 00:00 +11:00", "Mon 2026-04-06 00:00 +10:30")).toBe(150 * MINUTE);
    expect(between(calendar, "Sun 2026-10-04 00:00 +10:30", "Mon 2026-10-05 00:00 +11:00")).toBe(90 * MINUTE);
  });

  it("knows the hour after midnight that Sao Paulo skips", () => {
    // Sunday 2017-10-15 00:00 -03:00 becomes 01:00 -02:00.
    const sundays = compileCalendar({ zone: "America/Sao_Paulo", hours: { sun: ["00:00-08:00"] } });
    expectIntervals(open(sundays, "Sat 2017-10-14 12:00 -03:00", "Sun 2017-10-15 12:00 -02:00"), [
      ["Sun 2017-10-15 01:00 -02:00", "Sun 2017-10-15 08:00 -02:00"],
    ]);
    const saturdays = compileCalendar({ zone: "America/Sao_Paulo", hours: { sat: ["22:00-06:00"] } });
    expectIntervals(open(saturdays, "Sat 2017-10-14 12:00 -03:00", "Sun 2017-10-15 12:00 -02:00"), [
      ["Sat 2017-10-14 22:00 -03:00", "Sun 2017-10-15 06:00 -02:00"],
    ]);
    expect(between(saturdays, "Sat 2017-10-14 12:00 -03:00", "Sun 2017-10-15 12:00 -02:00")).toBe(7 * HOUR);
  });

  it("knows the hour before midnight that Sao Paulo repeats", () => {
    // Sunday 2018-02-18 00:00 -02:00 becomes Saturday 23:00 -03:00.
    const until24 = compileCalendar({ zone: "America/Sao_Paulo", hours: { sat: ["09:00-24:00"] } });
    expectIntervals(open(until24, "Sat 2018-02-17 00:00 -02:00", "Mon 2018-02-19 00:00 -03:00"), [
      ["Sat 2018-02-17 09:00 -02:00", "Sun 2018-02-18 00:00 -03:00"],
    ]);
    expect(between(until24, "Sat 2018-02-17 00:00 -02:00", "Mon 2018-02-19 00:00 -03:00")).toBe(16 * HOUR);
    const late = compileCalendar({ zone: "America/Sao_Paulo", hours: { sat: ["23:00-23:30"] } });
    expectIntervals(open(late, "Sat 2018-02-17 00:00 -02:00", "Mon 2018-02-19 00:00 -03:00"), [
      ["Sat 2018-02-17 23:00 -02:00", "Sat 2018-02-17 23:30 -02:00"],
      ["Sat 2018-02-17 23:00 -03:00", "Sat 2018-02-17 23:30 -03:00"],
    ]);
  });

  it("knows Beirut's changes at midnight", () => {
    // Sunday 2025-03-30 00:00 +02:00 becomes 01:00 +03:00; Sunday 2025-10-26 00:00 +03:00 becomes Saturday 23:00 +02:00.
    const calendar = daily("Asia/Beirut", "00:00-24:00");
    expectAt(addWorkingTime(calendar, at("Sun 2025-03-30 01:00 +03:00") - 1, 1), "Sun 2025-03-30 01:00 +03:00");
    const sundays = compileCalendar({ zone: "Asia/Beirut", hours: { sun: ["00:00-24:00"] } });
    expect(between(sundays, "Sat 2025-03-29 12:00 +02:00", "Mon 2025-03-31 12:00 +03:00")).toBe(23 * HOUR);
    // The repeated hour is Saturday's, so Sunday has its 24 hours and Saturday 25.
    expect(between(sundays, "Sat 2025-10-25 12:00 +03:00", "Mon 2025-10-27 12:00 +02:00")).toBe(24 * HOUR);
    const saturdays = compileCalendar({ zone: "Asia/Beirut", hours: { sat: ["00:00-24:00"] } });
    expect(between(saturdays, "Fri 2025-10-24 12:00 +03:00", "Mon 2025-10-27 12:00 +02:00")).toBe(25 * HOUR);
  });

  it("knows that St. John's clock once went back to the day before", () => {
    // Sunday 2006-10-29 00:01 -02:30 becomes Saturday 23:01 -03:30: Sunday's first minute is read twice, an hour apart.
    const sundays = compileCalendar({ zone: "America/St_Johns", hours: { sun: ["00:00-00:30"] } });
    expectIntervals(open(sundays, "Sat 2006-10-28 12:00 -02:30", "Sun 2006-10-29 12:00 -03:30"), [
      ["Sun 2006-10-29 00:00 -02:30", "Sat 2006-10-28 23:01 -03:30"],
      ["Sun 2006-10-29 00:00 -03:30", "Sun 2006-10-29 00:30 -03:30"],
    ]);
  });

  it("knows that Morocco's clock changes for Ramadan", () => {
    // Sunday 2025-02-23 03:00 +01:00 becomes 02:00 +00:00; Sunday 2025-04-06 02:00 +00:00 becomes 03:00 +01:00.
    const calendar = compileCalendar({
      zone: "Africa/Casablanca",
      hours: { sun: ["02:00-03:00"], mon: ["09:00-17:00"] },
    });
    expect(between(calendar, "Sun 2025-02-23 00:00 +01:00", "Mon 2025-02-24 00:00 Z")).toBe(2 * HOUR);
    expectAt(nextOpen(calendar, at("Sun 2025-02-23 12:00 Z")), "Mon 2025-02-24 09:00 Z");
    expectAt(nextOpen(calendar, at("Sun 2025-04-06 00:00 Z")), "Mon 2025-04-07 09:00 +01:00");
    expectAt(previousOpen(calendar, at("Sun 2025-02-23 00:00 +01:00")), "Mon 2025-02-17 09:00 +01:00");
  });

  it("knows local mean time with seconds: Monrovia until 1972", () => {
    // Friday 1972-01-07 00:00 -00:44:30 becomes 00:44:30 Z.
    const calendar = compileCalendar({
      zone: "Africa/Monrovia",
      hours: { thu: ["09:00-17:00"], fri: ["00:00-01:00"] },
    });
    expectIntervals(open(calendar, "Thu 1972-01-06 00:00 Z", "Sat 1972-01-08 00:00 Z"), [
      ["Thu 1972-01-06 09:44:30 Z", "Thu 1972-01-06 17:44:30 Z"],
      ["Fri 1972-01-07 00:44:30 Z", "Fri 1972-01-07 01:00 Z"],
    ]);
  });

  it("knows local mean time with seconds: Shanghai until 1901", () => {
    // Tuesday 1901-01-01 00:00 +08:05:43 becomes Monday 23:54:17 +08:00, so that Monday lasts 343 seconds longer.
    const calendar = compileCalendar({ zone: "Asia/Shanghai", hours: { mon: ["00:00-24:00"] } });
    expectIntervals(open(calendar, "Sun 1900-12-30 00:00 Z", "Wed 1901-01-02 00:00 Z"), [
      ["Mon 1900-12-31 00:00 +08:05:43", "Tue 1901-01-01 00:00 +08:00"],
    ]);
    expect(between(calendar, "Sun 1900-12-30 00:00 Z", "Wed 1901-01-02 00:00 Z")).toBe(24 * HOUR + 343 * SECOND);
  });

  describe("Apia, where Friday 2011-12-30 never was", () => {
    // Thursday 2011-12-29 24:00 -10:00 is Saturday 2011-12-31 00:00 +14:00.
    const days = daily("Pacific/Apia", "09:00-17:00");
    const always = daily("Pacific/Apia", "00:00-24:00");
    const nightly = daily("Pacific/Apia", "22:00-06:00");

    it("is open around the change as the clock reads", () => {
      expect(isOpen(days, at("Thu 2011-12-29 16:59:59.999 -10:00"))).toBe(true);
      expect(isOpen(days, at("Thu 2011-12-29 17:00 -10:00"))).toBe(false);
      expect(isOpen(days, at("Sat 2011-12-31 08:59:59.999 +14:00"))).toBe(false);
      expect(isOpen(days, at("Sat 2011-12-31 09:00 +14:00"))).toBe(true);
      expectAt(nextOpen(days, at("Thu 2011-12-29 17:00 -10:00")), "Sat 2011-12-31 09:00 +14:00");
    });

    it("goes on without a gap around the clock", () => {
      expectIntervals(open(always, "Thu 2011-12-29 00:00 -10:00", "Sun 2012-01-01 00:00 +14:00"), [
        ["Thu 2011-12-29 00:00 -10:00", "Sun 2012-01-01 00:00 +14:00"],
      ]);
      expect(between(always, "Thu 2011-12-29 00:00 -10:00", "Sun 2012-01-01 00:00 +14:00")).toBe(48 * HOUR);
    });

    it("starts nothing on the date that never was, and loses Thursday's part after midnight", () => {
      expectIntervals(open(nightly, "Thu 2011-12-29 12:00 -10:00", "Sun 2012-01-01 12:00 +14:00"), [
        ["Thu 2011-12-29 22:00 -10:00", "Sat 2011-12-31 00:00 +14:00"],
        ["Sat 2011-12-31 22:00 +14:00", "Sun 2012-01-01 06:00 +14:00"],
      ]);
    });

    it("starts nothing there for an override or a break either", () => {
      const calendar = compileCalendar({
        zone: "Pacific/Apia",
        hours: { sat: ["00:00-06:00"] },
        overrides: { "2011-12-30": ["20:00-04:00"] },
        breaks: { "2011-12-30": ["22:00-05:00"] },
      });
      expectIntervals(open(calendar, "Thu 2011-12-29 00:00 -10:00", "Sun 2012-01-01 12:00 +14:00"), [
        ["Sat 2011-12-31 00:00 +14:00", "Sat 2011-12-31 06:00 +14:00"],
      ]);
    });
  });
});

describe("compileCalendar: holidays, make-up days, overrides, breaks, changes", () => {
  const FRIDAY = ["Fri 2026-03-06 00:00 +08:00", "Sat 2026-03-07 00:00 +08:00"] as const;
  const SATURDAY = ["Sat 2026-03-07 00:00 +08:00", "Sun 2026-03-08 00:00 +08:00"] as const;
  const WEEKEND = ["Fri 2026-03-06 12:00 +08:00", "Mon 2026-03-09 12:00 +08:00"] as const;

  it("closes a holiday, however it is given", () => {
    const list = { name: "list", holidays: [{ date: "2026-03-06" }] };
    for (const holidays of [["2026-03-06"], [{ date: "2026-03-06", name: "A day" }], list, ["2026-05-01", list]]) {
      expect(between(office({ holidays }), ...FRIDAY)).toBe(0);
    }
  });

  it("removes the whole night window that starts on a holiday", () => {
    expectIntervals(open(nights({ holidays: ["2026-03-06"] }), ...WEEKEND), []);
  });

  it("cuts nothing from the window of the date before a holiday", () => {
    const calendar = nights({ holidays: ["2026-03-06"] });
    expectIntervals(open(calendar, "Thu 2026-03-05 12:00 +08:00", WEEKEND[1]), [
      ["Thu 2026-03-05 22:00 +08:00", "Fri 2026-03-06 06:00 +08:00"],
    ]);
  });

  it("replaces the whole night window that starts on the date of an override", () => {
    const calendar = nights({ overrides: { "2026-03-06": ["23:00-01:00"] } });
    expectIntervals(open(calendar, ...WEEKEND), [["Fri 2026-03-06 23:00 +08:00", "Sat 2026-03-07 01:00 +08:00"]]);
  });

  it("cuts nothing from the window of the date before an override", () => {
    for (const ranges of [[], ["10:00-11:00"]]) {
      const calendar = nights({ overrides: { "2026-03-06": ranges } });
      expect(isOpen(calendar, at("Fri 2026-03-06 05:59:59.999 +08:00"))).toBe(true);
      expect(isOpen(calendar, at("Fri 2026-03-06 23:00 +08:00"))).toBe(false);
    }
  });

  it("closes a break on its date, whoever's window it cuts", () => {
    // Friday's break lies in Thursday's night.
    const calendar = nights({ breaks: { "2026-03-06": ["02:00-03:00"] } });
    expectIntervals(open(calendar, "Thu 2026-03-05 12:00 +08:00", "Fri 2026-03-06 12:00 +08:00"), [
      ["Thu 2026-03-05 22:00 +08:00", "Fri 2026-03-06 02:00 +08:00"],
      ["Fri 2026-03-06 03:00 +08:00", "Fri 2026-03-06 06:00 +08:00"],
    ]);
  });

  it("lets a break run over midnight, into the next date's own windows too", () => {
    const calendar = compileCalendar({
      zone: "Asia/Shanghai",
      hours: week(DAILY, "00:00-24:00"),
      breaks: { "2026-03-06": ["23:00-01:00"] },
    });
    expectIntervals(open(calendar, ...WEEKEND), [
      ["Fri 2026-03-06 12:00 +08:00", "Fri 2026-03-06 23:00 +08:00"],
      ["Sat 2026-03-07 01:00 +08:00", "Mon 2026-03-09 12:00 +08:00"],
    ]);
  });

  it("cuts a night window with a break over midnight", () => {
    const calendar = nights({ breaks: { "2026-03-06": ["23:00-01:00"] } });
    expectIntervals(open(calendar, ...WEEKEND), [
      ["Fri 2026-03-06 22:00 +08:00", "Fri 2026-03-06 23:00 +08:00"],
      ["Sat 2026-03-07 01:00 +08:00", "Sat 2026-03-07 06:00 +08:00"],
    ]);
  });

  it("does not cut the part after midnight by a break of the evening's date at that hour", () => {
    // 02:00-03:00 on Friday is early Friday, not the 26:00-27:00 of Friday's night.
    const calendar = nights({ breaks: { "2026-03-06": ["02:00-03:00"] } });
    expectIntervals(open(calendar, ...WEEKEND), [["Fri 2026-03-06 22:00 +08:00", "Sat 2026-03-07 06:00 +08:00"]]);
  });

  it("closes a break in overrides and make-up days too", () => {
    const breaks = { "2026-03-07": ["12:00-13:00"] };
    expect(between(office({ overrides: { "2026-03-07": ["10:00-14:00"] }, breaks }), ...SATURDAY)).toBe(3 * HOUR);
    expect(between(office({ makeUpDays: ["2026-03-07"], breaks }), ...SATURDAY)).toBe(8 * HOUR);
  });

  it("counts overlapping breaks once", () => {
    const calendar = office({ breaks: { "2026-03-06": ["11:00-13:00", "12:00-14:00"] } });
    expect(between(calendar, ...FRIDAY)).toBe(6 * HOUR);
  });

  it("prefers an override to a make-up day, a make-up day to a holiday, a holiday to the week", () => {
    const overrides = { "2026-03-06": ["10:00-12:00"] };
    const makeUpDays = [{ date: "2026-03-06", hoursOf: "mon" }] as const;
    const holidays = ["2026-03-06"];
    const hours = { mon: ["08:00-13:00"], fri: ["09:00-18:00"] };
    expect(between(office({ hours, overrides, makeUpDays, holidays }), ...FRIDAY)).toBe(2 * HOUR);
    expect(between(office({ hours, overrides, holidays }), ...FRIDAY)).toBe(2 * HOUR);
    expect(between(office({ hours, overrides: { "2026-03-06": [] }, makeUpDays }), ...FRIDAY)).toBe(0);
    expect(between(office({ hours, makeUpDays, holidays }), ...FRIDAY)).toBe(5 * HOUR);
    expect(between(office({ hours, holidays }), ...FRIDAY)).toBe(0);
    expect(between(office({ hours }), ...FRIDAY)).toBe(9 * HOUR);
  });

  it("gives a make-up day the hours of hoursOf", () => {
    const hours = { ...week(WORKING_DAYS, "09:00-18:00"), fri: ["09:00-12:00"] };
    expect(between(office({ hours, makeUpDays: [{ date: "2026-03-07", hoursOf: "fri" }] }), ...SATURDAY)).toBe(
      3 * HOUR,
    );
  });

  it("gives a make-up day without hoursOf the hours of the first weekday from Monday that has hours", () => {
    const hours = { mon: [], wed: ["10:00-11:00"], thu: ["09:00-18:00"] };
    expectIntervals(open(office({ hours, makeUpDays: ["2026-03-07"] }), ...SATURDAY), [
      ["Sat 2026-03-07 10:00 +08:00", "Sat 2026-03-07 11:00 +08:00"],
    ]);
  });

  it("gives a make-up day the hours of the week in force on its date", () => {
    const changes = [{ from: "2026-03-01", hours: { tue: ["14:00-15:00"], thu: ["16:00-19:00"] } }];
    expectIntervals(open(office({ changes, makeUpDays: ["2026-03-07"] }), ...SATURDAY), [
      ["Sat 2026-03-07 14:00 +08:00", "Sat 2026-03-07 15:00 +08:00"],
    ]);
    const named = [{ date: "2026-03-07", hoursOf: "thu" }] as const;
    expectIntervals(open(office({ changes, makeUpDays: named }), ...SATURDAY), [
      ["Sat 2026-03-07 16:00 +08:00", "Sat 2026-03-07 19:00 +08:00"],
    ]);
  });

  it("works a make-up day that has the hours of a night past midnight", () => {
    const calendar = nights({ makeUpDays: ["2026-03-07"] });
    expectIntervals(open(calendar, "Sat 2026-03-07 12:00 +08:00", "Mon 2026-03-09 12:00 +08:00"), [
      ["Sat 2026-03-07 22:00 +08:00", "Sun 2026-03-08 06:00 +08:00"],
    ]);
  });

  it("works the make-up days of a list of holidays, unless makeUpDays is false", () => {
    const holidays = { name: "list", holidays: [{ date: "2026-03-06" }], makeUpDays: [{ date: "2026-03-07" }] };
    expect(between(office({ holidays }), ...SATURDAY)).toBe(9 * HOUR);
    expect(between(office({ holidays: ["2026-05-01", holidays] }), ...SATURDAY)).toBe(9 * HOUR);
    expect(between(office({ holidays, makeUpDays: ["2026-03-08"] }), ...SATURDAY)).toBe(9 * HOUR);
    expect(between(office({ holidays, makeUpDays: false }), ...SATURDAY)).toBe(0);
    expect(between(office({ holidays, makeUpDays: false }), ...FRIDAY)).toBe(0);
  });

  it("replaces the week from the date of a change on, in whatever order the changes are written", () => {
    const changes = [
      { from: "2026-03-13", hours: week(WORKING_DAYS, "09:00-10:00") },
      { from: "2026-03-06", hours: week(WORKING_DAYS, "09:00-12:00") },
    ];
    const calendar = office({ changes });
    const hoursOf = (date: string) => between(calendar, `${date} 00:00 +08:00`, `${date} 23:59 +08:00`);
    expect(hoursOf("Thu 2026-03-05")).toBe(9 * HOUR);
    expect(hoursOf("Fri 2026-03-06")).toBe(3 * HOUR);
    expect(hoursOf("Thu 2026-03-12")).toBe(3 * HOUR);
    expect(hoursOf("Fri 2026-03-13")).toBe(1 * HOUR);
  });

  it("leaves the night before a change whole", () => {
    const calendar = nights({ changes: [{ from: "2026-03-06", hours: { mon: ["09:00-10:00"] } }] });
    expectIntervals(open(calendar, "Thu 2026-03-05 12:00 +08:00", "Mon 2026-03-09 12:00 +08:00"), [
      ["Thu 2026-03-05 22:00 +08:00", "Fri 2026-03-06 06:00 +08:00"],
      ["Mon 2026-03-09 09:00 +08:00", "Mon 2026-03-09 10:00 +08:00"],
    ]);
  });
});

describe("addWorkingTime", () => {
  const rows: readonly (readonly [string, string, number, string])[] = [
    ["counts within a window", "Fri 2026-03-06 10:00 +08:00", 2 * HOUR, "Fri 2026-03-06 12:00 +08:00"],
    ["goes on after a closed stretch", "Fri 2026-03-06 17:00 +08:00", 4 * HOUR, "Mon 2026-03-09 12:00 +08:00"],
    ["counts nothing of closed time", "Sat 2026-03-07 12:00 +08:00", 1 * HOUR, "Mon 2026-03-09 10:00 +08:00"],
    ["gives the closing when just used up", "Fri 2026-03-06 14:00 +08:00", 4 * HOUR, "Fri 2026-03-06 18:00 +08:00"],
    ["gives the closing after whole days", "Sat 2026-03-07 12:00 +08:00", 18 * HOUR, "Tue 2026-03-10 18:00 +08:00"],
    [
      "goes on for one millisecond more",
      "Fri 2026-03-06 14:00 +08:00",
      4 * HOUR + 1,
      "Mon 2026-03-09 09:00:00.001 +08:00",
    ],
    ["starts at a closing in closed time", "Fri 2026-03-06 18:00 +08:00", 1, "Mon 2026-03-09 09:00:00.001 +08:00"],
    ["gives the start for 0, in open time", "Fri 2026-03-06 10:00 +08:00", 0, "Fri 2026-03-06 10:00 +08:00"],
    ["gives the start for 0, in closed time", "Sat 2026-03-07 12:00 +08:00", 0, "Sat 2026-03-07 12:00 +08:00"],
    ["subtracts a negative amount", "Mon 2026-03-09 12:00 +08:00", -4 * HOUR, "Fri 2026-03-06 17:00 +08:00"],
    ["crosses years", "Fri 2026-03-06 09:00 +08:00", 52 * 45 * HOUR + 1, "Fri 2027-03-05 09:00:00.001 +08:00"],
  ];
  it.each(rows)("%s", (_, from, amount, expected) => {
    expectAt(addWorkingTime(office(), at(from), amount), expected);
  });

  const atClose: readonly (readonly [string, string, number, string])[] = [
    ["moves a closing to the next opening", "Fri 2026-03-06 14:00 +08:00", 4 * HOUR, "Mon 2026-03-09 09:00 +08:00"],
    ["leaves other answers", "Fri 2026-03-06 14:00 +08:00", 3 * HOUR, "Fri 2026-03-06 17:00 +08:00"],
    ["does not apply to 0", "Fri 2026-03-06 18:00 +08:00", 0, "Fri 2026-03-06 18:00 +08:00"],
    // Back to Monday's opening; nothing to move.
    ["does not apply to negative amounts", "Tue 2026-03-10 09:00 +08:00", -9 * HOUR, "Mon 2026-03-09 09:00 +08:00"],
  ];
  it.each(atClose)("with atClose nextOpen %s", (_, from, amount, expected) => {
    expectAt(addWorkingTime(office(), at(from), amount, { atClose: "nextOpen" }), expected);
  });

  it("with atClose nextOpen sees no closing where windows touch", () => {
    const calendar = daily("UTC", "09:00-12:00", "12:00-17:00");
    expectAt(
      addWorkingTime(calendar, at("Fri 2026-03-06 09:00 Z"), 3 * HOUR, { atClose: "nextOpen" }),
      "Fri 2026-03-06 12:00 Z",
    );
  });

  it("gives the closing with atClose close, the default", () => {
    const from = at("Fri 2026-03-06 14:00 +08:00");
    expectAt(addWorkingTime(office(), from, 4 * HOUR, { atClose: "close" }), "Fri 2026-03-06 18:00 +08:00");
    expectAt(addWorkingTime(office(), from, 4 * HOUR, {}), "Fri 2026-03-06 18:00 +08:00");
  });

  it("counts real elapsed time over a change of the clock", () => {
    // Sunday 2026-03-08 has 23 hours in New York.
    const calendar = daily("America/New_York", "00:00-24:00");
    expectAt(addWorkingTime(calendar, at("Sat 2026-03-07 12:00 -05:00"), 24 * HOUR), "Sun 2026-03-08 13:00 -04:00");
    expectAt(addWorkingTime(calendar, at("Sat 2026-10-31 12:00 -04:00"), 24 * HOUR), "Sun 2026-11-01 11:00 -05:00");
  });

  it("floors what is finer than a millisecond", () => {
    const from = at("Fri 2026-03-06 10:00 +08:00");
    expect(addWorkingTime(office(), from + 0.9, 1.9)).toBe(from + 1);
    expect(addWorkingTime(office(), from + 0.9, 0.9)).toBe(from);
    expect(addWorkingTime(office(), from, -2.7)).toBe(subtractWorkingTime(office(), from, 2.7));
  });

  it("rounds nothing", () => {
    const from = at("Fri 2026-03-06 17:59:59.997 +08:00");
    expectAt(addWorkingTime(office(), from, 3), "Fri 2026-03-06 18:00 +08:00");
    expectAt(addWorkingTime(office(), from, 4), "Mon 2026-03-09 09:00:00.001 +08:00");
  });
});

describe("subtractWorkingTime", () => {
  const rows: readonly (readonly [string, string, number, string])[] = [
    ["counts back within a window", "Fri 2026-03-06 12:00 +08:00", 2 * HOUR, "Fri 2026-03-06 10:00 +08:00"],
    ["goes on before a closed stretch", "Mon 2026-03-09 12:00 +08:00", 4 * HOUR, "Fri 2026-03-06 17:00 +08:00"],
    // Between Friday 18:00 and Monday 09:00 all starts have 3 hours before Monday 12:00; the latest is the opening.
    ["gives the latest such instant", "Mon 2026-03-09 12:00 +08:00", 3 * HOUR, "Mon 2026-03-09 09:00 +08:00"],
    ["counts nothing of closed time", "Sat 2026-03-07 12:00 +08:00", 1 * HOUR, "Fri 2026-03-06 17:00 +08:00"],
    ["starts at an opening before it", "Mon 2026-03-09 09:00 +08:00", 1, "Fri 2026-03-06 17:59:59.999 +08:00"],
    ["gives the start for 0", "Sat 2026-03-07 12:00 +08:00", 0, "Sat 2026-03-07 12:00 +08:00"],
    ["adds a negative amount", "Fri 2026-03-06 17:00 +08:00", -4 * HOUR, "Mon 2026-03-09 12:00 +08:00"],
  ];
  it.each(rows)("%s", (_, from, amount, expected) => {
    expectAt(subtractWorkingTime(office(), at(from), amount), expected);
  });
});

describe("workingTimeBetween", () => {
  const rows: readonly (readonly [string, string, string, number])[] = [
    ["counts open time", "Fri 2026-03-06 17:00 +08:00", "Mon 2026-03-09 12:00 +08:00", 4 * HOUR],
    ["is negative backwards", "Mon 2026-03-09 12:00 +08:00", "Fri 2026-03-06 17:00 +08:00", -4 * HOUR],
    ["is 0 within closed time", "Fri 2026-03-06 18:00 +08:00", "Mon 2026-03-09 09:00 +08:00", 0],
    ["is 0 of an instant and itself", "Fri 2026-03-06 12:00 +08:00", "Fri 2026-03-06 12:00 +08:00", 0],
    ["counts single milliseconds", "Fri 2026-03-06 17:59:59.999 +08:00", "Mon 2026-03-09 09:00:00.001 +08:00", 2],
    ["counts years", "Fri 2026-03-06 00:00 +08:00", "Fri 2027-03-05 00:00 +08:00", 52 * 45 * HOUR],
  ];
  it.each(rows)("%s", (_, from, to, expected) => {
    expect(workingTimeBetween(office(), at(from), at(to))).toBe(expected);
  });
});

describe("nextOpen, nextClose, previousOpen, previousClose", () => {
  const FRIDAY_09 = "Fri 2026-03-06 09:00 +08:00";
  const FRIDAY_18 = "Fri 2026-03-06 18:00 +08:00";
  const THURSDAY_09 = "Thu 2026-03-05 09:00 +08:00";
  const THURSDAY_18 = "Thu 2026-03-05 18:00 +08:00";
  const MONDAY_09 = "Mon 2026-03-09 09:00 +08:00";
  const MONDAY_18 = "Mon 2026-03-09 18:00 +08:00";
  const NOON = "Fri 2026-03-06 12:00 +08:00";
  const NIGHT = "Fri 2026-03-06 03:00 +08:00";
  const SATURDAY = "Sat 2026-03-07 12:00 +08:00";
  const rows: readonly (readonly [string, string, string, string, string, string])[] = [
    // when, instant, next opening, next closing, previous opening, previous closing
    ["before the opening", NIGHT, FRIDAY_09, FRIDAY_18, THURSDAY_09, THURSDAY_18],
    ["at the opening", FRIDAY_09, FRIDAY_09, FRIDAY_18, FRIDAY_09, THURSDAY_18],
    ["in open time", NOON, NOON, FRIDAY_18, FRIDAY_09, THURSDAY_18],
    ["at the closing", FRIDAY_18, MONDAY_09, MONDAY_18, FRIDAY_09, FRIDAY_18],
    ["in closed time", SATURDAY, MONDAY_09, MONDAY_18, FRIDAY_09, FRIDAY_18],
  ];
  it.each(rows)("answer %s", (_, instant, opening, closing, lastOpening, lastClosing) => {
    expectAt(nextOpen(office(), at(instant)), opening);
    expectAt(nextClose(office(), at(instant)), closing);
    expectAt(previousOpen(office(), at(instant)), lastOpening);
    expectAt(previousClose(office(), at(instant)), lastClosing);
  });

  it("see no opening and no closing where windows touch", () => {
    const calendar = daily("UTC", "09:00-12:00", "12:00-17:00");
    expectAt(nextClose(calendar, at("Fri 2026-03-06 10:00 Z")), "Fri 2026-03-06 17:00 Z");
    expectAt(previousOpen(calendar, at("Fri 2026-03-06 13:00 Z")), "Fri 2026-03-06 09:00 Z");
  });

  it("are undefined where there is none", () => {
    const calendar = office({
      hours: {},
      changes: [
        { from: "2026-03-06", hours: { fri: ["09:00-18:00"] } },
        { from: "2026-03-07", hours: {} },
      ],
    });
    expectAt(nextOpen(calendar, at(FRIDAY_18)), undefined);
    expectAt(nextClose(calendar, at(FRIDAY_18)), undefined);
    expectAt(previousOpen(calendar, at(FRIDAY_09) - 1), undefined);
    expectAt(previousClose(calendar, at(FRIDAY_18) - 1), undefined);
    expectAt(nextOpen(calendar, at("Mon 1990-01-01 00:00 Z")), FRIDAY_09);
    expectAt(previousClose(calendar, at("Mon 2190-01-04 00:00 Z")), FRIDAY_18);
  });

  it("know neither openings nor closings around the clock, not even at the edges of the supported range", () => {
    for (const zone of ["UTC", "Asia/Shanghai", "-03:00"]) {
      const calendar = daily(zone, "00:00-24:00");
      for (const instant of [
        at("Mon 1900-01-01 00:00 Z"),
        at("Fri 2026-03-06 12:00 Z"),
        at("Wed 2200-12-31 23:59:59.999 Z"),
      ]) {
        expect(nextOpen(calendar, instant)).toBe(instant);
        expectAt(nextClose(calendar, instant), undefined);
        expectAt(previousOpen(calendar, instant), undefined);
        expectAt(previousClose(calendar, instant), undefined);
      }
    }
  });

  it("take no edge of the range for an opening or a closing of a window that it cuts", () => {
    // At -03:00 the range begins on Sunday 1899-12-31 at 21:00 and ends on Wednesday 2200-12-31 at 21:00.
    const calendar = daily("-03:00", "20:00-22:00");
    const first = at("Mon 1900-01-01 00:00 Z");
    const last = at("Wed 2200-12-31 23:59:59.999 Z");
    expect(isOpen(calendar, first)).toBe(true);
    expectAt(previousOpen(calendar, first), undefined);
    expectAt(previousClose(calendar, first), undefined);
    expectAt(nextClose(calendar, first), "Mon 1900-01-01 01:00 Z");
    expect(isOpen(calendar, last)).toBe(true);
    expectAt(nextClose(calendar, last), undefined);
    expectAt(previousOpen(calendar, last), "Wed 2200-12-31 23:00 Z");
  });
});

describe("never_opens", () => {
  // Closed for good from Saturday 2026-03-07 on, and before Friday 2026-03-06.
  const once = office({
    hours: {},
    changes: [
      { from: "2026-03-06", hours: { fri: ["09:00-18:00"] } },
      { from: "2026-03-07", hours: {} },
    ],
  });
  const from = at("Fri 2026-03-06 17:00 +08:00");

  it("is not the answer where the open time just suffices", () => {
    expectAt(addWorkingTime(once, from, HOUR), "Fri 2026-03-06 18:00 +08:00");
    expectAt(subtractWorkingTime(once, from, 8 * HOUR), "Fri 2026-03-06 09:00 +08:00");
    expectAt(addWorkingTime(once, at("Mon 1990-01-01 00:00 Z"), 9 * HOUR), "Fri 2026-03-06 18:00 +08:00");
  });

  const rows: readonly (readonly [string, () => unknown])[] = [
    ["add", () => addWorkingTime(once, from, HOUR + 1)],
    ["add from closed time", () => addWorkingTime(once, at("Mon 2026-03-09 00:00 Z"), 1)],
    ["subtract", () => subtractWorkingTime(once, from, 8 * HOUR + 1)],
    ["add a negative amount", () => addWorkingTime(once, from, -8 * HOUR - 1)],
    ["add working days to a date", () => addWorkingDays(once, "2026-03-06", 1)],
    ["take working days from a date", () => addWorkingDays(once, "2026-03-06", -1)],
    ["add working days to an instant", () => addWorkingDays(once, from, 1)],
    ["take working days from an instant", () => addWorkingDays(once, from, -1)],
    ["move a start to an opening", () => addWorkingDays(once, at("Mon 2026-03-09 00:00 Z"), 0)],
    ["move a start back to a closing", () => addWorkingDays(once, at("Mon 2026-03-02 00:00 Z"), -1)],
    ["add the hours of working days", () => addWorkingDays(once, from, 1, { rule: "workingHours", hoursPerDay: 8 })],
    ["move a start past the cut-off", () => addWorkingDays(once, from, 0, { cutoff: "16:00" })],
    ["add past the supported range", () => addWorkingTime(daily("UTC", "00:00-24:00"), from, 1e15)],
    ["subtract past the supported range", () => subtractWorkingTime(daily("UTC", "00:00-24:00"), from, 1e15)],
    ["add working days past the supported range", () => addWorkingDays(office(), "2026-03-06", 1_000_000)],
  ];
  it.each(rows)("is the error where there is too little open time left to %s", (_, call) => {
    const before = performance.now();
    expect(errorOf(call).code).toBe("never_opens");
    expect(performance.now() - before).toBeLessThan(2000);
  });

  const never: readonly (readonly [string, Parameters<typeof compileCalendar>[0]])[] = [
    ["no hours", { zone: "UTC", hours: {} }],
    ["empty hours", { zone: "UTC", hours: { mon: [], tue: [] } }],
    ["only a closed date", { zone: "UTC", hours: {}, overrides: { "2026-03-06": [] } }],
    [
      "only a date that a break closes",
      {
        zone: "UTC",
        hours: {},
        overrides: { "2026-03-06": ["09:00-10:00"] },
        breaks: { "2026-03-06": ["08:00-11:00"] },
      },
    ],
    ["only a date that never was", { zone: "Pacific/Apia", hours: {}, overrides: { "2011-12-30": ["09:00-10:00"] } }],
    ["hours from a date on that are none", { zone: "UTC", hours: {}, changes: [{ from: "2026-03-06", hours: {} }] }],
  ];
  it.each(never)("refuses to compile %s", (_, data) => {
    expectIssues(() => compileCalendar(data), ["never_opens", ""]);
  });

  it("compiles a calendar that opens once", () => {
    const calendar = compileCalendar({ zone: "UTC", hours: {}, overrides: { "2026-03-06": ["09:00-10:00"] } });
    expectAt(nextOpen(calendar, at("Mon 1900-01-01 00:00 Z")), "Fri 2026-03-06 09:00 Z");
  });
});

describe("addWorkingTimeBatch", () => {
  const from = Float64Array.of(at("Fri 2026-03-06 17:00 +08:00"), at("Sat 2026-03-07 12:00 +08:00"));

  it("adds one amount to all", () => {
    const due = addWorkingTimeBatch(office(), from, 4 * HOUR);
    expect(Array.from(due)).toEqual([at("Mon 2026-03-09 12:00 +08:00"), at("Mon 2026-03-09 13:00 +08:00")]);
  });

  it("adds an amount to each", () => {
    const due = addWorkingTimeBatch(office(), from, Float64Array.of(1 * HOUR, -1 * HOUR));
    expect(Array.from(due)).toEqual([at("Fri 2026-03-06 18:00 +08:00"), at("Fri 2026-03-06 17:00 +08:00")]);
  });

  it("writes into out, which may be from", () => {
    const own = from.slice();
    expect(addWorkingTimeBatch(office(), own, HOUR, own)).toBe(own);
    expect(Array.from(own)).toEqual([at("Fri 2026-03-06 18:00 +08:00"), at("Mon 2026-03-09 10:00 +08:00")]);
  });

  it("leaves from alone otherwise, and takes none", () => {
    const copy = from.slice();
    addWorkingTimeBatch(office(), copy, HOUR);
    expect(copy).toEqual(from);
    expect(addWorkingTimeBatch(office(), new Float64Array(0), HOUR)).toHaveLength(0);
  });
});

describe("workingTimeBetweenBatch", () => {
  it("counts for each, into out, which may be from or to", () => {
    const from = Float64Array.of(at("Fri 2026-03-06 17:00 +08:00"), at("Mon 2026-03-09 12:00 +08:00"));
    const to = from.slice().reverse();
    expect(Array.from(workingTimeBetweenBatch(office(), from, to))).toEqual([4 * HOUR, -4 * HOUR]);
    expect(Array.from(workingTimeBetweenBatch(office(), from, to, to))).toEqual([4 * HOUR, -4 * HOUR]);
  });
});
