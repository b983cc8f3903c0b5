import { describe, expect, it } from "vitest";
import { china, holidayCalendarByName, holidayCalendarNames } from "../../src/holidays.js";

describe("holidayCalendarByName", () => {
  it.each(["CN", "cn", "Cn"])("finds China by %s", (name) => {
    expect(holidayCalendarByName(name)).toBe(china);
  });

  it.each(["", "CNY", "China", "US", "constructor"])("knows no %j", (name) => {
    expect(holidayCalendarByName(name)).toBeUndefined();
  });
});

describe("holidayCalendarNames", () => {
  it("lists names that are found", () => {
    expect(holidayCalendarNames()).toEqual(["CN"]);
    for (const name of holidayCalendarNames()) expect(holidayCalendarByName(name)).toBeDefined();
  });
});
