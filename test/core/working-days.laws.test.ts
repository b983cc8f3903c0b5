import { describe, it } from "vitest";
import * as core from "../../src/core.js";
import { workingDaysInvert } from "../../src/testing/laws.js";
import { forAllCases } from "../support/core-cases.js";

describe("addWorkingDays", () => {
  it("is inverted by workingDaysBetween and by its own way back", () => {
    forAllCases(800, (calendar, { dates, days }) => {
      for (const date of dates) for (const n of days) workingDaysInvert(core, calendar, date, n);
    });
  });
});
