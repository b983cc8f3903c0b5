import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SlaError } from "../../src/errors.js";
import {
  type Amount,
  type AmountUnit,
  amountToMs,
  checkAmount,
  formatAmount,
  isCalendarUnit,
  isWorkingUnit,
  type PromiseTerm,
  parseAmount,
  parseDurationMs,
  parsePromise,
  safeParseAmount,
  safeParsePromise,
} from "../../src/time/amount.js";
import { chineseNumber } from "../../src/time/words.js";

const TIME_UNITS = ["second", "minute", "hour", "workingSecond", "workingMinute", "workingHour"] as const;
const WHOLE_UNITS = ["day", "week", "month", "workingDay"] as const;

function errorOf(call: () => unknown): SlaError {
  try {
    call();
  } catch (error) {
    if (error instanceof SlaError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}

describe("parseAmount", () => {
  it.each<[text: string, value: number, unit: AmountUnit]>([
    ["15 minutes", 15, "minute"],
    ["15m", 15, "minute"],
    ["30 min", 30, "minute"],
    ["60 minutes", 60, "minute"],
    ["4h", 4, "hour"],
    ["4 H", 4, "hour"],
    ["4 Hours", 4, "hour"],
    ["24 hrs", 24, "hour"],
    ["1.5 hours", 1.5, "hour"],
    ["90 seconds", 90, "second"],
    ["30s", 30, "second"],
    ["30 days", 30, "day"],
    ["7 calendar days", 7, "day"],
    ["1 week", 1, "week"],
    ["2w", 2, "week"],
    ["1 month", 1, "month"],
    ["0 minutes", 0, "minute"],
    ["1.0 days", 1, "day"],
    ["4-hour", 4, "hour"],
    ["  4   hours  ", 4, "hour"],
    ["４ｈ", 4, "hour"],
    ["４　hours", 4, "hour"],
  ])("reads %s", (text, value, unit) => {
    expect(parseAmount(text)).toEqual({ value, unit });
  });

  it.each<[text: string, value: number, unit: AmountUnit]>([
    ["4 working hours", 4, "workingHour"],
    ["4 business hours", 4, "workingHour"],
    ["30 working minutes", 30, "workingMinute"],
    ["90 working seconds", 90, "workingSecond"],
    ["1 working day", 1, "workingDay"],
    ["2 working days", 2, "workingDay"],
    ["2 Business Days", 2, "workingDay"],
    ["3 workdays", 3, "workingDay"],
    ["2 bd", 2, "workingDay"],
    ["4 个工作小时", 4, "workingHour"],
    ["4工作小时", 4, "workingHour"],
    ["30 个工作分钟", 30, "workingMinute"],
    ["1 个工作日", 1, "workingDay"],
    ["３个工作日", 3, "workingDay"],
    ["5个工作天", 5, "workingDay"],
  ])("reads working time: %s", (text, value, unit) => {
    expect(parseAmount(text)).toEqual({ value, unit });
  });

  it.each<[text: string, value: number, unit: AmountUnit]>([
    ["15 分钟", 15, "minute"],
    ["15分", 15, "minute"],
    ["24小时内", 24, "hour"],
    ["24 小时之内", 24, "hour"],
    ["在4个小时以内", 4, "hour"],
    ["不超过8小时", 8, "hour"],
    ["两小时", 2, "hour"],
    ["四十八小时", 48, "hour"],
    ["一百二十分钟", 120, "minute"],
    ["半小时", 0.5, "hour"],
    ["半个小时", 0.5, "hour"],
    ["一个半小时", 1.5, "hour"],
    ["1小时半", 1.5, "hour"],
    ["1周", 1, "week"],
    ["两个星期", 2, "week"],
    ["3个自然日", 3, "day"],
    ["30天", 30, "day"],
    ["5日内", 5, "day"],
    ["1个月", 1, "month"],
    ["一个工作日内", 1, "workingDay"],
    ["24小時內", 24, "hour"],
  ])("reads Chinese: %s", (text, value, unit) => {
    expect(parseAmount(text)).toEqual({ value, unit });
  });

  it.each<[text: string, value: number, unit: AmountUnit]>([
    ["within 24 hours", 24, "hour"],
    ["Within 24 hrs", 24, "hour"],
    ["in 2 days", 2, "day"],
    ["up to 4 hours", 4, "hour"],
    ["< 1 hour", 1, "hour"],
    ["≤ 4h", 4, "hour"],
    ["one hour", 1, "hour"],
    ["an hour", 1, "hour"],
    ["two business days", 2, "workingDay"],
    ["twenty-four hours", 24, "hour"],
    ["half an hour", 0.5, "hour"],
    ["a half hour", 0.5, "hour"],
    ["1½ hours", 1.5, "hour"],
  ])("reads the words around and instead of a number: %s", (text, value, unit) => {
    expect(parseAmount(text)).toEqual({ value, unit });
  });

  it.each<[text: string, value: number, unit: AmountUnit]>([
    ["1h30m", 90, "minute"],
    ["1h 30min", 90, "minute"],
    ["1 hour 30 minutes", 90, "minute"],
    ["1 hour and 30 minutes", 90, "minute"],
    ["1 hour, 30 minutes and 15 seconds", 5415, "second"],
    ["1小时30分钟", 90, "minute"],
    ["1 working hour 30 working minutes", 90, "workingMinute"],
    ["1 day 2 hours", 26, "hour"],
    ["1 week 2 days", 9, "day"],
    ["1h 1.1m", 61.1, "minute"],
    ["0h 0m", 0, "minute"],
  ])("reads a compound as its smallest unit: %s", (text, value, unit) => {
    expect(parseAmount(text)).toEqual({ value, unit });
  });

  it.each<[text: string, value: number, unit: AmountUnit]>([
    ["PT4H", 4, "hour"],
    ["pt4h", 4, "hour"],
    ["PT1H30M", 90, "minute"],
    ["PT1.5H", 1.5, "hour"],
    ["PT90S", 90, "second"],
    ["P30D", 30, "day"],
    ["P1W", 1, "week"],
    ["P1M", 1, "month"],
    ["PT1M", 1, "minute"],
    ["P1DT2H", 26, "hour"],
  ])("reads ISO 8601: %s", (text, value, unit) => {
    expect(parseAmount(text)).toEqual({ value, unit });
  });

  it.each<[text: string, term: PromiseTerm]>([
    ["immediate", "immediate"],
    ["Immediately", "immediate"],
    ["立即响应", "immediate"],
    ["立即", "immediate"],
    ["not guaranteed", "notGuaranteed"],
    ["Not  Guaranteed", "notGuaranteed"],
    ["不保证", "notGuaranteed"],
    ["-", "notGuaranteed"],
    ["–", "notGuaranteed"],
    ["——", "notGuaranteed"],
    ["by arrangement", "byArrangement"],
    ["根据优先级安排", "byArrangement"],
  ])("reads a promise that is no length: %s", (text, term) => {
    expect(parseAmount(text)).toBe(term);
  });

  it.each([
    ["4 hurs", 'unread part "hurs" (did you mean "hours"?)'],
    ["4 workin hours", 'unread part "workin hours" (did you mean "working"?)'],
    ["4 hours answer", 'unread part "answer"'],
    ["soon", 'unread part "soon"'],
    ["4", 'a unit after the number; unread part "4"'],
    ["1h30", 'unread part "30"'],
    ["1,000 minutes", 'unread part ",000 minutes"'],
    ["2-1 hours", 'a range from less to more; unread part "2-1"'],
    ["1-2", "a unit after the number"],
    ["1 day 1-2 hours", 'a range of one unit only; unread part "1-2 hours"'],
    ["two (3) days", 'the same number in words and in digits; unread part "two (3)"'],
    ["7×24×4", "parseHours reads both parts"],
    ["24x7", "parseHours reads both parts"],
    ["4 days during business hours", "hours or minutes beside the hours in which they are counted"],
    ["4 working hours, 24/7", "hours or minutes beside the hours in which they are counted"],
    ["1 hour by 18:00", 'days beside the time at which the last of them ends; unread part "by 18:00"'],
    ["by 5:00 next working day", 'a time of day that is plain: 05:00 or 17:00; unread part "5:00"'],
    ["by 13pm next working day", "a time of day that is plain"],
    ["by 25:00 next working day", "a time of day"],
    ["by 18:00 next working day by 19:00", "one time at which it ends"],
    ["次日下班前", 'a working day, as calendar days close at no business hour; unread part "下班"'],
    ["end of day", "the text ends too early"],
    ["3月", 'unread part "月"'],
    ["一百二小时", 'unread part "一百二小时"'],
    ["PT4X", 'unread part "4X"'],
    ["P1Y", 'unread part "1Y"'],
    ["P", 'unread part "P"'],
    ["PT", "the text ends too early"],
    ["P1DT", "the text ends too early"],
    ["", "the text ends too early"],
    ["1 hour and", "the text ends too early"],
    ["NaN hours", 'unread part "NaN hours"'],
    ["1e3 hours", 'unread part "e3 hours"'],
    ["2 working weeks", 'unread part "working weeks"'],
    ["4 calendar hours", 'unread part "calendar hours"'],
    ["1 working hour 30 minutes", 'working time or elapsed time, not both in one length; unread part "30 minutes"'],
    ["1.5 days", 'a whole number of days; unread part "1.5 days"'],
    ["半个工作日", 'a whole number of working days; unread part "半个工作日"'],
    ["0.5 weeks", 'a whole number of weeks; unread part "0.5 weeks"'],
    ["1.5h 10m", 'a fraction only in the last part; unread part "1.5h"'],
    ["30m 1h", 'units from large to small, each once; unread part "1h"'],
    ["1h 1h", 'units from large to small, each once; unread part "1h"'],
    ["1 month 2 days", 'unread part "2 days"'],
    ["1 working day 2 working hours", 'unread part "2 working hours"'],
    ["99999999999999999999 hours", "at most 9007199254740991 hours"],
    ["-4h", 'unread part "-4h"'],
    ["-1 day", 'unread part "-1 day"'],
    ["by 18:00", "the text ends too early"],
    ["T+", 'unread part "T+"'],
    ["next month", 'unread part "next month"'],
  ])("refuses %j and marks what it could not read", (text, mark) => {
    const error = errorOf(() => parseAmount(text));
    expect(error.code).toBe("invalid_amount");
    expect(error.message).toContain(mark);
    expect(error.issues[0]).toMatchObject({ received: text, expected: expect.any(String) });
  });

  it("refuses what is no text", () => {
    expect(errorOf(() => parseAmount(4 as unknown as string)).code).toBe("invalid_amount");
  });

  it("shows long texts in part", () => {
    expect(errorOf(() => parseAmount("4 ".repeat(10_000))).message.length).toBeLessThan(500);
  });
});

describe("parsePromise", () => {
  it.each<[text: string, value: number, unit: AmountUnit, end: object, codes: readonly string[]]>([
    ["next business day", 1, "workingDay", { rule: "endOfDay" }, ["rule_by_default"]],
    ["Next-business-day", 1, "workingDay", { rule: "endOfDay" }, ["rule_by_default"]],
    ["by the next working day", 1, "workingDay", { rule: "endOfDay" }, ["rule_by_default"]],
    ["NBD", 1, "workingDay", { rule: "endOfDay" }, ["rule_by_default"]],
    ["次工作日", 1, "workingDay", { rule: "endOfDay" }, ["rule_by_default"]],
    ["下一个工作日内", 1, "workingDay", { rule: "endOfDay" }, ["rule_by_default"]],
    ["same business day", 0, "workingDay", { rule: "endOfDay" }, ["rule_by_default"]],
    ["次日", 1, "day", { rule: "endOfDay" }, ["rule_by_default"]],
    ["当日", 0, "day", { rule: "endOfDay" }, ["rule_by_default"]],
    ["T+1", 1, "workingDay", { rule: "endOfDay" }, ["unit_by_default", "rule_by_default"]],
    ["T+3 个工作日", 3, "workingDay", { rule: "endOfDay" }, ["rule_by_default"]],
    ["T+2 calendar days", 2, "day", { rule: "endOfDay" }, ["rule_by_default"]],
    ["end of next business day", 1, "workingDay", { rule: "endOfDay" }, []],
    ["by close of business the following working day", 1, "workingDay", { rule: "endOfDay" }, []],
    ["2 business days, end of day", 2, "workingDay", { rule: "endOfDay" }, []],
    ["次工作日下班前", 1, "workingDay", { rule: "endOfDay" }, []],
    ["by 18:00 next working day", 1, "workingDay", { by: "18:00" }, []],
    ["next business day by 6pm", 1, "workingDay", { by: "18:00" }, []],
    ["by noon next working day", 1, "workingDay", { by: "12:00" }, []],
    ["within 2 working days, by 9:30 a.m.", 2, "workingDay", { by: "09:30" }, []],
    ["次工作日 18:00 前", 1, "workingDay", { by: "18:00" }, []],
    ["次日下午6点半前", 1, "day", { by: "18:30" }, []],
    ["2个工作日18点前", 2, "workingDay", { by: "18:00" }, []],
    ["T+1 12:00前", 1, "workingDay", { by: "12:00" }, ["unit_by_default"]],
    ["24-48 hours", 48, "hour", {}, ["range_by_default"]],
    ["1～3个工作日", 3, "workingDay", {}, ["range_by_default"]],
    ["4 hours during business hours", 4, "workingHour", {}, ["unit_by_default"]],
    ["4 hours (business)", 4, "workingHour", {}, ["unit_by_default"]],
    ["工作时间内2小时响应", 2, "workingHour", {}, ["unit_by_default"]],
    ["1 hour, 24/7", 1, "hour", {}, []],
    ["two (2) business days", 2, "workingDay", {}, []],
    ["4 business hours", 4, "workingHour", {}, []],
    ["30分钟内响应", 30, "minute", {}, []],
    ["2小时内到达现场", 2, "hour", {}, []],
    ["every two hours", 2, "hour", {}, []],
    ["1 hour or less", 1, "hour", {}, []],
    ["4 hrs.", 4, "hour", {}, []],
    ["4 Business Hours*", 4, "workingHour", {}, []],
  ])("reads %s", (text, value, unit, end, codes) => {
    const { notices, ...promise } = parsePromise(text);
    expect(promise).toEqual({ term: { value, unit }, ...end });
    expect(notices.map(({ code }) => code)).toEqual(codes);
    expect(parseAmount(text)).toEqual({ value, unit });
  });

  it("tells the reading that it took in both languages", () => {
    const [unit, rule] = parsePromise("T+1").notices;
    expect(unit?.message).toBe('T+1 read as 1 working day; write "1 calendar day" instead');
    expect(rule?.message).toBe(
      'T+1 read as 1 working day, due at the end of that day; write "by 12:00 T+1" for a time',
    );
    expect([unit?.zh, rule?.zh].every((text) => text?.includes("1 个工作日"))).toBe(true);
  });

  it.each<[text: string, term: PromiseTerm]>([
    ["Best Efforts", "notGuaranteed"],
    ["Best effort (business hours)", "notGuaranteed"],
    ["N/A", "notGuaranteed"],
    ["实时", "immediate"],
    ["by arrangement", "byArrangement"],
  ])("reads a promise that is no length: %s", (text, term) => {
    expect(parsePromise(text)).toEqual({ term, notices: [] });
  });

  it("refuses what parseAmount refuses, and safeParsePromise answers it", () => {
    expect(safeParsePromise("soon")).toEqual(safeParseAmount("soon"));
    expect(safeParsePromise("NBD")).toMatchObject({ ok: true, value: { rule: "endOfDay" } });
  });
});

describe("safeParseAmount", () => {
  it("answers the value, or the issues that parseAmount throws", () => {
    expect(safeParseAmount("2 days")).toEqual({ ok: true, value: { value: 2, unit: "day" } });
    const issues = errorOf(() => parseAmount("4 hurs")).issues;
    expect(safeParseAmount("4 hurs")).toEqual({ ok: false, issues });
  });

  it("never throws, whatever the text", () => {
    const words = fc.constantFrom(
      "4",
      "1.5",
      "h",
      "working",
      "days",
      "half",
      "半",
      "个",
      "工作",
      "日",
      "P",
      "T",
      "-",
      "内",
      " ",
      "by ",
      "18:00",
      "前",
      "next business day",
      "T+1",
      "(",
      ")",
      "24/7",
      "business hours",
      "to",
      "end of ",
      ",",
    );
    const texts = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(words, { maxLength: 8 }).map((all) => all.join("")),
    );
    fc.assert(
      fc.property(texts, (text) => typeof safeParseAmount(text).ok === "boolean"),
      { numRuns: 5_000 },
    );
  });

  it.each([
    "1h",
    "1",
    "0.",
    "1-",
    "(1)",
    "two (2) ",
    "by ",
    "end of ",
    "next-day",
    "(24/7)",
    "response ",
    "the ",
    "half ",
    "and ",
    "一",
    "P1D",
    "小时",
    " ",
    "-",
    "1 hour, ",
  ])("takes time in proportion to the length of %j repeated", (part) => {
    const started = performance.now();
    safeParseAmount(part.repeat(100_000 / part.length));
    safeParseAmount(`1.${part.repeat(100_000 / part.length)}`);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

describe("formatAmount", () => {
  it.each<[amount: PromiseTerm, en: string, zh: string]>([
    [{ value: 4, unit: "workingHour" }, "4 working hours", "4 个工作小时"],
    [{ value: 1, unit: "workingDay" }, "1 working day", "1 个工作日"],
    [{ value: 2, unit: "workingDay" }, "2 working days", "2 个工作日"],
    [{ value: 30, unit: "workingMinute" }, "30 working minutes", "30 个工作分钟"],
    [{ value: 15, unit: "minute" }, "15 minutes", "15 分钟"],
    [{ value: 24, unit: "hour" }, "24 hours", "24 小时"],
    [{ value: 1.5, unit: "hour" }, "1.5 hours", "1.5 小时"],
    [{ value: 0, unit: "second" }, "0 seconds", "0 秒"],
    [{ value: 1, unit: "week" }, "1 week", "1 周"],
    [{ value: 30, unit: "day" }, "30 days", "30 天"],
    [{ value: 1, unit: "month" }, "1 month", "1 个月"],
    [{ value: -4, unit: "hour" }, "-4 hours", "-4 小时"],
    [{ value: 1e-7, unit: "second" }, "0.0000001 seconds", "0.0000001 秒"],
    ["immediate", "immediate", "立即响应"],
    ["notGuaranteed", "not guaranteed", "不保证"],
    ["byArrangement", "by arrangement", "根据优先级安排"],
  ])("writes %j", (amount, en, zh) => {
    expect([formatAmount(amount), formatAmount(amount, "zh")]).toEqual([en, zh]);
  });

  const whole = fc.record({ value: fc.maxSafeNat(), unit: fc.constantFrom(...WHOLE_UNITS, ...TIME_UNITS) });
  const fractional = fc.record({
    value: fc.double({ min: 0, max: Number.MAX_SAFE_INTEGER, noNaN: true }).map((value) => value + 0),
    unit: fc.constantFrom(...TIME_UNITS),
  });
  const terms = fc.oneof(whole, fractional, fc.constantFrom("immediate", "notGuaranteed", "byArrangement"));
  const locales = fc.constantFrom("en", "zh");

  it("is read back by parseAmount, in both languages", () => {
    const holds = (term: PromiseTerm, locale: "en" | "zh"): void => {
      expect(parseAmount(formatAmount(term, locale))).toEqual(term);
    };
    fc.assert(fc.property(terms as fc.Arbitrary<PromiseTerm>, locales as fc.Arbitrary<"en" | "zh">, holds));
  });

  it("writes a minus that parseDurationMs reads back", () => {
    const holds = (amount: Amount, locale: "en" | "zh") => {
      const negative = { ...amount, value: -amount.value };
      expect(parseDurationMs(formatAmount(negative, locale)) + 0).toBe((amountToMs(negative) as number) + 0);
    };
    fc.assert(fc.property(fractional as fc.Arbitrary<Amount>, locales as fc.Arbitrary<"en" | "zh">, holds));
  });

  it.each([
    { value: Number.NaN, unit: "hour" },
    { value: 1.5, unit: "day" },
    { value: -1, unit: "workingDay" },
    { value: 1, unit: "fortnight" },
    "someday",
  ])("refuses %j", (amount) => {
    expect(errorOf(() => formatAmount(amount as PromiseTerm)).code).toBe("invalid_amount");
  });
});

describe("amountToMs", () => {
  it.each<[value: number, unit: AmountUnit, ms: number | undefined]>([
    [4, "hour", 14_400_000],
    [4, "workingHour", 14_400_000],
    [15, "minute", 900_000],
    [15, "workingMinute", 900_000],
    [90, "second", 90_000],
    [90, "workingSecond", 90_000],
    [1.005, "second", 1005],
    [0.0019, "second", 1],
    [-0.0019, "second", -1],
    [-1.5, "hour", -5_400_000],
    [1, "day", undefined],
    [1, "week", undefined],
    [1, "month", undefined],
    [1, "workingDay", undefined],
  ])("of %d %s is %s", (value, unit, ms) => {
    expect(amountToMs({ value, unit })).toBe(ms);
  });
});

describe("parseDurationMs", () => {
  it.each([
    ["4h", 14_400_000],
    ["-4h", -14_400_000],
    ["−PT4H", -14_400_000],
    ["1h30m", 5_400_000],
    ["PT4H", 14_400_000],
    ["4 working hours", 14_400_000],
    ["4 个工作小时", 14_400_000],
    ["0.001s", 1],
    ["-0h", 0],
  ])("reads %s", (text, ms) => {
    expect(parseDurationMs(text)).toBe(ms);
  });

  it.each([
    "1 day",
    "1 day 2 hours",
    "P1DT2H",
    "1 week",
    "1 month",
    "1 working day",
    "immediate",
    "-",
    "-1 day",
    "4",
    "--4h",
    "next business day",
    "T+1",
    "1-2 hours",
  ])("refuses %j, which has no length in working time", (text) => {
    const error = errorOf(() => parseDurationMs(text));
    expect(error.code).toBe("invalid_amount");
    expect(error.issues[0]).toMatchObject({ received: text });
  });
});

describe("checkAmount", () => {
  it.each<[amount: unknown]>([
    [{ value: 4, unit: "workingHour" }],
    [{ value: 0, unit: "day" }],
    [{ value: 1.5, unit: "hour" }],
  ])("has nothing against %j", (amount) => {
    expect(checkAmount(amount, [])).toEqual([]);
  });

  it.each<[amount: unknown, at: string, expected: string]>([
    [{ value: Number.NaN, unit: "hour" }, "within.value", "a number of hours"],
    [{ value: Number.POSITIVE_INFINITY, unit: "hour" }, "within.value", "a number of hours, at most 9007199254740991"],
    [{ value: -1, unit: "hour" }, "within.value", "a number of hours, 0 or more"],
    [{ value: 1.5, unit: "day" }, "within.value", "a whole number of days"],
    [{ value: 0.5, unit: "workingDay" }, "within.value", "a whole number of working days"],
    [{ value: "4", unit: "hour" }, "within.value", "a number of hours"],
    [{ value: 4, unit: "hours" }, "within.unit", "did you mean hour?"],
    [{ value: 4, unit: "constructor" }, "within.unit", "one of second, minute"],
    [{ value: 4, unit: "hour", units: 1 }, "within.units", "did you mean unit?"],
    [{ unit: "hour" }, "within.value", "a number of hours"],
    ["4h", "within", "an amount such as"],
    [null, "within", "an amount such as"],
    [[4, "hour"], "within", "an amount such as"],
  ])("objects to %j", (amount, at, expected) => {
    const [issue, ...others] = checkAmount(amount, ["within"]);
    expect(others).toEqual([]);
    expect(issue?.path.join(".")).toBe(at);
    expect(issue?.expected).toContain(expected);
  });

  it("tells all mistakes at once", () => {
    expect(checkAmount({ value: Number.NaN, unit: "hr", per: 1 }, [])).toHaveLength(3);
  });

  it("lets seconds, minutes and hours be negative where lengths are signed, and never days", () => {
    expect(checkAmount({ value: -4, unit: "workingHour" }, [], true)).toEqual([]);
    expect(checkAmount({ value: -4, unit: "day" }, [], true)).toHaveLength(1);
  });
});

describe("isWorkingUnit, isCalendarUnit", () => {
  it.each<[unit: AmountUnit, working: boolean, calendar: boolean]>([
    ["second", false, false],
    ["hour", false, false],
    ["day", false, true],
    ["week", false, true],
    ["month", false, true],
    ["workingHour", true, false],
    ["workingDay", true, false],
  ])("%s", (unit, working, calendar) => {
    expect([isWorkingUnit(unit), isCalendarUnit(unit)]).toEqual([working, calendar]);
  });
});

describe("chineseNumber", () => {
  it.each([
    ["两", 2],
    ["九", 9],
    ["十", 10],
    ["十五", 15],
    ["二十", 20],
    ["四十八", 48],
    ["一百", 100],
    ["一百零五", 105],
    ["一百二十", 120],
    ["九百九十九", 999],
    ["一百二", undefined],
    ["二四", undefined],
    ["十十", undefined],
    ["", undefined],
  ])("reads %s", (text, value) => {
    expect(chineseNumber(text)).toBe(value);
  });
});
