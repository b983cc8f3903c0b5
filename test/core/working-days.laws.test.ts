import { describe, expect, it } from "vitest";
import * as core from "../../src/core.js";
import { agreesWithReference, workingDaysInvert } from "../../src/testing/laws.js";
import { Reference } from "../../src/testing/reference.js";
import { DAILY, week } from "../support/calendars.js";
import { forAllCases } from "../support/core-cases.js";
import { forSeeds } from "../support/random.js";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe("addWorkingDays", () => {
  it("is inverted by workingDaysBetween and by its own way back", () => {
    forAllCases(800, (calendar, { dates, days }) => {
      for (const date of dates) for (const n of days) workingDaysInvert(core, calendar, date, n);
    });
  });

  // Before the change, on its date and after it; a step over it, and one that lands on it.
  it.each([
    ["New York goes forward", "America/New_York", "2025-03-09"],
    ["New York goes back", "America/New_York", "2025-11-02"],
    ["Lord Howe goes by half an hour", "Australia/Lord_Howe", "2025-10-05"],
    ["Beirut goes forward at midnight", "Asia/Beirut", "2024-03-31"],
    ["Azores go back at midnight", "Atlantic/Azores", "2024-10-27"],
    ["Apia leaves out a date", "Pacific/Apia", "2011-12-30"],
  ])("agrees with the reference around a change of the clock: %s", (_, zone, date) => {
    const data = { zone, hours: week(DAILY, "00:15-03:00", "09:00-17:00", "22:30-02:45") };
    const around = Date.parse(date);
    const reference = new Reference(data, { from: around - 40 * DAY, to: around + 40 * DAY });
    const calendar = core.compileCalendar(data);
    forSeeds(10, (random) => {
      const instants = random.list(8, () => around + random.between(-5 * DAY, 5 * DAY));
      const questions = { instants, dates: [date], amounts: [HOUR], days: [1, -1, 4, -4], cutoff: "00:40" };
      expect(agreesWithReference(core, calendar, reference, questions)).toBeGreaterThan(100);
    });
  });
});
