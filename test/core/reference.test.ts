/** The slow truth itself, on rows worked out by hand; what is compared with it is worth no more than this. */

import * as fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import type { CalendarData } from "../../src/core.js";
import { calendarCase, offsetsOf, PLACES } from "../../src/testing/arbitraries.js";
import { BeyondSight, offsetReader, Reference } from "../../src/testing/reference.js";
import { at } from "../support/at.js";
import { WORKING_DAYS, week } from "../support/calendars.js";
import { expectAt, expectIntervals } from "../support/expect.js";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The reference of a calendar that looks three weeks around an instant. */
function around(instant: string, data: Partial<CalendarData>): Reference {
  const sight = { from: at(instant) - 21 * DAY, to: at(instant) + 21 * DAY };
  return new Reference({ zone: "Asia/Shanghai", hours: week(WORKING_DAYS, "09:00-18:00"), ...data }, sight);
}

/** An answer that is not never_opens. */
function instant(answer: number | string): number {
  if (typeof answer === "string") throw new Error(answer);
  return answer;
}

const FRIDAY = "Fri 2026-03-06 17:00 +08:00";
const office = around(FRIDAY, {});
const nights = around(FRIDAY, { hours: week(WORKING_DAYS, "22:00-06:00") });

describe("offsetReader", () => {
  it("reads fixed offsets", () => {
    expect(
      ["UTC", "Z", "UTC+8", "+08:00", "UTC+05:30", "-03:00", "GMT-3"].map((zone) => offsetReader(zone)(0) / HOUR),
    ).toEqual([0, 0, 8, 8, 5.5, -3, -3]);
  });

  it("reads local mean time to the second, and the change to the millisecond", () => {
    const monrovia = offsetReader("Africa/Monrovia");
    const change = at("Fri 1972-01-07 00:44:30 Z");
    expect([monrovia(change - 1), monrovia(change)]).toEqual([-2670_000, 0]);
  });

  it("agrees with Temporal around every place of the generated calendars", () => {
    for (const { zone, instant } of PLACES.filter(({ zone }) => zone.includes("/"))) {
      for (let at = Date.parse(instant) - 3 * HOUR; at <= Date.parse(instant) + 3 * HOUR; at += 30_000) {
        const truth = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).offsetNanoseconds / 1e6;
        expect(offsetsOf(zone)(at), `${zone} ${new Date(at).toISOString()}`).toBe(truth);
      }
    }
  });
});

describe("PLACES", () => {
  it("change their clocks at their instants, unless they never do", () => {
    for (const { zone, instant, what } of PLACES) {
      const [before, after] = [Date.parse(instant) - 1, Date.parse(instant)].map(offsetsOf(zone));
      expect(before !== after, `${zone}: ${what}`).toBe(!/no change|fixed/.test(what));
    }
  });
});

describe("Reference", () => {
  it("reads the wall clock", () => {
    expect(office.wallClock(at(FRIDAY))).toEqual({ day: Date.parse("2026-03-06") / DAY, time: 17 * HOUR });
    expect(office.isOpen(at(FRIDAY))).toBe(true);
    expect(office.isOpen(at("Fri 2026-03-06 18:00 +08:00"))).toBe(false);
    expect(nights.isOpen(at("Sat 2026-03-07 05:59:59.999 +08:00"))).toBe(true);
  });

  it("collects maximal intervals", () => {
    expectIntervals(office.openIntervals(at(FRIDAY), at("Mon 2026-03-09 10:00 +08:00")), [
      [FRIDAY, "Fri 2026-03-06 18:00 +08:00"],
      ["Mon 2026-03-09 09:00 +08:00", "Mon 2026-03-09 10:00 +08:00"],
    ]);
  });

  it("counts working time to the millisecond", () => {
    expectAt(instant(office.addWorkingTime(at(FRIDAY), 4 * HOUR + 1)), "Mon 2026-03-09 12:00:00.001 +08:00");
    expectAt(instant(office.addWorkingTime(at(FRIDAY), HOUR)), "Fri 2026-03-06 18:00 +08:00");
    expectAt(instant(office.addWorkingTime(at(FRIDAY), HOUR, { atClose: "nextOpen" })), "Mon 2026-03-09 09:00 +08:00");
    expectAt(
      instant(office.subtractWorkingTime(at("Mon 2026-03-09 12:00 +08:00"), 3 * HOUR)),
      "Mon 2026-03-09 09:00 +08:00",
    );
    expect(office.workingTimeBetween(at("Mon 2026-03-09 12:00 +08:00"), at(FRIDAY))).toBe(-4 * HOUR);
  });

  it("finds neighbours", () => {
    expectAt(office.nextOpen(at("Fri 2026-03-06 18:00 +08:00")), "Mon 2026-03-09 09:00 +08:00");
    expectAt(office.nextClose(at("Fri 2026-03-06 18:00 +08:00")), "Mon 2026-03-09 18:00 +08:00");
    expectAt(office.previousOpen(at(FRIDAY)), "Fri 2026-03-06 09:00 +08:00");
    expectAt(office.previousClose(at("Fri 2026-03-06 18:00 +08:00")), "Fri 2026-03-06 18:00 +08:00");
  });

  it("counts working days", () => {
    expect(office.addWorkingDays("2026-03-06", 1)).toBe("2026-03-09");
    expect(office.workingDaysBetween("2026-03-13", "2026-03-06")).toBe(-5);
    expect(nights.isWorkingDay("2026-03-07")).toBe(false);
    const friday26 = at("Sat 2026-03-07 02:00 +08:00");
    expectAt(instant(nights.addWorkingDays(friday26, 1)), "Tue 2026-03-10 02:00 +08:00");
    expectAt(instant(nights.addWorkingDays(friday26, 1, { rule: "endOfDay" })), "Tue 2026-03-10 06:00 +08:00");
    expectAt(instant(nights.addWorkingDays(friday26, 0, { cutoff: "23:00" })), "Mon 2026-03-09 22:00 +08:00");
    expectAt(instant(office.addWorkingDays(at(FRIDAY), 1, { rule: "workingHours" })), "Mon 2026-03-09 17:00 +08:00");
    expectAt(instant(office.addWorkingDays(at("Sat 2026-03-07 12:00 +08:00"), -1)), "Thu 2026-03-05 18:00 +08:00");
  });

  it("prefers overrides, make-up days, holidays, the week; cuts breaks out", () => {
    const calendar = around(FRIDAY, {
      holidays: ["2026-03-09", "2026-03-10", "2026-03-11"],
      makeUpDays: ["2026-03-10", "2026-03-11"],
      overrides: { "2026-03-11": ["10:00-12:00"] },
      breaks: { "2026-03-10": ["10:00-17:00"] },
    });
    expectIntervals(calendar.openIntervals(at("Mon 2026-03-09 00:00 +08:00"), at("Thu 2026-03-12 00:00 +08:00")), [
      ["Tue 2026-03-10 09:00 +08:00", "Tue 2026-03-10 10:00 +08:00"],
      ["Tue 2026-03-10 17:00 +08:00", "Tue 2026-03-10 18:00 +08:00"],
      ["Wed 2026-03-11 10:00 +08:00", "Wed 2026-03-11 12:00 +08:00"],
    ]);
  });

  it("steps as finely as definition and zone ask for", () => {
    const seconds = around(FRIDAY, { hours: { fri: ["17:00:05-17:00:10"] } });
    expect(seconds.workingTimeBetween(at(FRIDAY), at(FRIDAY) + HOUR)).toBe(5000);
    const monrovia = around("Fri 1972-01-07 00:44:30 Z", { zone: "Africa/Monrovia", hours: { fri: ["00:00-01:00"] } });
    expectAt(monrovia.nextOpen(at("Fri 1972-01-07 00:00 Z")), "Fri 1972-01-07 00:44:30 Z");
    expectAt(monrovia.nextClose(at("Fri 1972-01-07 00:00 Z")), "Fri 1972-01-07 01:00 Z");
  });

  it("knows that a skipped date never was", () => {
    const apia = around("Fri 2011-12-30 10:00 Z", { zone: "Pacific/Apia", hours: week(WORKING_DAYS, "22:00-06:00") });
    expect(apia.isWorkingDay("2011-12-30")).toBe(false);
    expectAt(apia.nextClose(at("Thu 2011-12-29 23:00 -10:00")), "Sat 2011-12-31 00:00 +14:00");
    expect(apia.addWorkingDays("2011-12-29", 1)).toBe("2012-01-02");
  });

  it("moves a skipped time forward by the gap and takes the first of a repeated one", () => {
    const newYork = around("Sun 2026-03-08 12:00 Z", {
      zone: "America/New_York",
      hours: week(["sat", "sun"], "00:00-24:00"),
    });
    expectAt(instant(newYork.addWorkingDays(at("Sat 2026-03-07 02:30 -05:00"), 1)), "Sun 2026-03-08 03:30 -04:00");
    const autumn = around("Sun 2026-11-01 12:00 Z", {
      zone: "America/New_York",
      hours: week(["sat", "sun"], "00:00-24:00"),
    });
    expectAt(instant(autumn.addWorkingDays(at("Sat 2026-10-31 01:30 -04:00"), 1)), "Sun 2026-11-01 01:30 -04:00");
  });

  it("knows when a calendar is closed for good, and when it only does not see", () => {
    const closing = around(FRIDAY, { changes: [{ from: "2026-03-07", hours: {} }] });
    expect(closing.addWorkingTime(at(FRIDAY), HOUR + 1)).toBe("never_opens");
    expect(closing.addWorkingDays("2026-03-06", 1)).toBe("never_opens");
    expect(closing.nextOpen(at("Mon 2026-03-09 12:00 +08:00"))).toBeUndefined();
    expect(() => closing.subtractWorkingTime(at(FRIDAY), 1000 * HOUR)).toThrow(BeyondSight);
    expect(() => office.addWorkingTime(at(FRIDAY), 1000 * HOUR)).toThrow(BeyondSight);
    expect(() => office.isWorkingDay("2027-03-06")).toThrow(BeyondSight);
  });

  it("agrees with Temporal about the generated calendars' dates", () => {
    fc.assert(
      fc.property(calendarCase, ({ data, sight, instants }) => {
        if (!data.zone.includes("/")) return;
        const reference = new Reference(
          { ...data, hours: {} },
          { from: sight.from, to: sight.from + DAY },
          offsetsOf(data.zone),
        );
        for (const instant of instants) {
          const clock = Temporal.Instant.fromEpochMilliseconds(Math.floor(instant)).toZonedDateTimeISO(data.zone);
          const date = new Date(reference.wallClock(Math.floor(instant)).day * DAY).toISOString().slice(0, 10);
          expect(date).toBe(clock.toPlainDate().toString());
        }
      }),
      { numRuns: 200 },
    );
  });
});
