import { describe, it } from "vitest";
import * as core from "../../src/core.js";
import {
  intervalsAreMaximal,
  isOpenAgreesWithIntervals,
  neighboursAgreeWithIntervals,
} from "../../src/testing/laws.js";
import { forAllCases, pairs } from "../support/core-cases.js";

describe("openIntervals", () => {
  it("gives maximal, ordered, disjoint intervals inside what was asked", () => {
    forAllCases(600, (calendar, { instants, sight }) => {
      for (const [a, b] of pairs(instants)) intervalsAreMaximal(core, calendar, Math.min(a, b), Math.max(a, b));
      intervalsAreMaximal(core, calendar, sight.from, sight.to);
    });
  });
});

describe("isOpen", () => {
  it("agrees with the intervals, as the time between does", () => {
    forAllCases(600, (calendar, { instants, sight }) => {
      for (const at of instants) isOpenAgreesWithIntervals(core, calendar, sight, at);
    });
  });
});

describe("nextOpen, nextClose, previousOpen, previousClose", () => {
  it("agree with the intervals", () => {
    forAllCases(600, (calendar, { instants, sight }) => {
      for (const at of instants) neighboursAgreeWithIntervals(core, calendar, sight, at);
    });
  });
});
