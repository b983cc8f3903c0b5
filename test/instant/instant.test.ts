import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { DateTime, FixedOffsetZone } from "luxon";
import { Temporal } from "temporal-polyfill";
import { describe, expect, expectTypeOf, it } from "vitest";
import { type IssueCode, SlaError } from "../../src/errors.js";
import {
  formatInstant,
  type InstantInput,
  isEpochMs,
  readInstant,
  type SameKind,
  writerFor,
  zoneOfText,
} from "../../src/instant/instant.js";
import { END_INSTANT_MS, FIRST_INSTANT_MS } from "../../src/time/units.js";
import { zoneOf } from "../../src/time/zone.js";
import { at } from "../support/at.js";

const SHANGHAI = zoneOf("Asia/Shanghai");
const NEW_YORK = zoneOf("America/New_York");
const FRIDAY = at("Fri 2026-11-20 17:00 +08:00");
const SIXTIES = at("Mon 1962-04-09 12:00 Z");

/** The one issue that reading gives. */
function issueOf(value: unknown, ...zone: Parameters<typeof zoneOf> | []) {
  try {
    readInstant(value, ["openedAt"], zone[0] === undefined ? undefined : zoneOf(zone[0]));
  } catch (error) {
    if (!(error instanceof SlaError)) throw error;
    expect(error.issues).toHaveLength(1);
    return error.issues[0];
  }
  throw new Error("nothing was refused");
}

describe("isEpochMs", () => {
  it("is true of numbers only", () => {
    expect([0, -1, 0.5, Number.NaN].map(isEpochMs)).toEqual([true, true, true, true]);
    expect(["0", new Date(0), null, undefined, 0n].map(isEpochMs)).toEqual([false, false, false, false, false]);
  });
});

describe("readInstant", () => {
  it.each<[string, InstantInput, number]>([
    ["a number", FRIDAY, FRIDAY],
    ["a fractional number", FRIDAY + 0.999, FRIDAY],
    ["a negative fraction", SIXTIES - 0.001, SIXTIES - 1],
    ["a Date", new Date(FRIDAY), FRIDAY],
    ["a Date of the sixties", new Date(SIXTIES - 1), SIXTIES - 1],
    ["a Date of another realm", runInNewContext(`new Date(${FRIDAY})`) as Date, FRIDAY],
    ["a luxon DateTime", DateTime.fromMillis(FRIDAY, { zone: "America/New_York" }), FRIDAY],
    [
      "a luxon DateTime of a fixed offset",
      DateTime.fromMillis(FRIDAY, { zone: FixedOffsetZone.instance(480) }),
      FRIDAY,
    ],
    ["a Temporal.Instant", Temporal.Instant.from("2026-11-20T09:00:00.000999999Z"), FRIDAY],
    ["a Temporal.Instant of the sixties", Temporal.Instant.from("1962-04-09T11:59:59.999999999Z"), SIXTIES - 1],
    ["a Temporal.Instant a nanosecond before 1970", new Temporal.Instant(-1n), -1],
    ["a Temporal.ZonedDateTime", Temporal.ZonedDateTime.from("2026-11-20T17:00+08:00[Asia/Shanghai]"), FRIDAY],
    [
      "a Temporal.ZonedDateTime of the sixties",
      new Temporal.ZonedDateTime(BigInt(SIXTIES) * 1_000_000n - 1n, "Asia/Tokyo"),
      SIXTIES - 1,
    ],
  ])("reads %s", (_, value, expected) => {
    expect(readInstant(value, [])).toBe(expected);
  });

  it.each<[string, number]>([
    ["2026-11-20T17:00+08:00", FRIDAY],
    ["2026-11-20T17:00:00+08:00", FRIDAY],
    ["2026-11-20T17:00:00.000+08:00", FRIDAY],
    ["2026-11-20 17:00+08:00", FRIDAY],
    ["2026-11-20t17:00+08:00", FRIDAY],
    ["2026-11-20T17:00+0800", FRIDAY],
    ["2026-11-20T17:00+08", FRIDAY],
    ["2026-11-20T09:00Z", FRIDAY],
    ["2026-11-20T09:00z", FRIDAY],
    ["2026-11-20T09:00+00:00", FRIDAY],
    ["2026-11-20T09:00-00:00", FRIDAY],
    ["2026-11-20T04:00-05:00", FRIDAY],
    ["2026-11-20T04:00\u221205:00", FRIDAY],
    ["2026-11-20T14:30+0530", FRIDAY],
    ["2026-11-20T23:00+14:00", FRIDAY],
    ["2026-11-19T19:00-14:00", FRIDAY],
    // A zone in brackets must agree; "Z" beside it agrees with any.
    ["2026-11-20T17:00+08:00[Asia/Shanghai]", FRIDAY],
    ["2026-11-20T17:00+08:00[asia/shanghai]", FRIDAY],
    ["2026-11-20T09:00Z[Asia/Shanghai]", FRIDAY],
    ["2026-11-01T01:30-04:00[America/New_York]", at("Sun 2026-11-01 01:30 -04:00")],
    ["2026-11-01T01:30-05:00[America/New_York]", at("Sun 2026-11-01 01:30 -05:00")],
    // Fractions of a second are floored, before 1970 too.
    ["2026-11-20T17:00:00.5+08:00", FRIDAY + 500],
    ["2026-11-20T17:00:00,25+08:00", FRIDAY + 250],
    ["2026-11-20T17:00:00.0009+08:00", FRIDAY],
    ["2026-11-20T17:00:59.99999999999999999999+08:00", FRIDAY + 59_999],
    ["1962-04-09T11:59:59.9999Z", SIXTIES - 1],
    ["1962-04-09T12:00:00.0009Z", SIXTIES],
    // Local mean time has seconds.
    ["1900-12-31T12:00:00+08:05:43", at("Mon 1900-12-31 12:00 +08:05:43")],
    ["1900-12-31T12:00:00+080543", at("Mon 1900-12-31 12:00 +08:05:43")],
    ["1930-01-01T00:00-00:44:30", at("Wed 1930-01-01 00:00 -00:44:30")],
    ["1900-12-31T12:00:00+08:05:43[Asia/Shanghai]", at("Mon 1900-12-31 12:00 +08:05:43")],
    ["2024-02-29T00:00Z", at("Thu 2024-02-29 00:00 Z")],
  ])("reads %s", (text, expected) => {
    expect(readInstant(text, [])).toBe(expected);
    expect(readInstant(text, [], NEW_YORK)).toBe(expected);
  });

  it.each<[string, string, number]>([
    ["2026-11-20 17:00", "Asia/Shanghai", FRIDAY],
    ["2026-11-20T17:00", "Asia/Shanghai", FRIDAY],
    ["2026-11-20T17:00:00.25", "Asia/Shanghai", FRIDAY + 250],
    ["2026-11-20 17:00", "UTC+8", FRIDAY],
    ["2026-11-20 09:00", "UTC", FRIDAY],
    // Compatible: a skipped time moves forward by the gap, of a repeated one the first is meant.
    ["2026-03-08 02:30", "America/New_York", at("Sun 2026-03-08 03:30 -04:00")],
    ["2026-11-01 01:30", "America/New_York", at("Sun 2026-11-01 01:30 -04:00")],
    ["2011-12-30 12:00", "Pacific/Apia", at("Sat 2011-12-31 12:00 +14:00")],
  ])("reads the local text %s in %s", (text, zone, expected) => {
    expect(readInstant(text, [], zoneOf(zone))).toBe(expected);
  });

  it.each<[string, unknown, string, string]>([
    ["NaN", Number.NaN, "epoch milliseconds, a finite number", "NaN"],
    ["Infinity", Number.POSITIVE_INFINITY, "epoch milliseconds, a finite number", "Infinity"],
    ["an invalid Date", new Date(Number.NaN), "a valid Date", "an invalid date"],
    ["nothing", undefined, "epoch milliseconds, a Date", "nothing"],
    ["null", null, "ISO 8601 text with an offset", "null"],
    ["a boolean", true, "a luxon DateTime", "true"],
    ["a bigint", 0n, "a Temporal.Instant or a Temporal.ZonedDateTime", "0"],
    ["an object", { ms: 0 }, "epoch milliseconds, a Date", "{ ms }"],
    ["an array", [0], "epoch milliseconds, a Date", "a list of 1"],
    [
      "a Temporal.PlainDateTime",
      Temporal.PlainDateTime.from("2026-11-20T17:00"),
      "epoch milliseconds, a Date",
      "2026-11-20T17:00",
    ],
    ["an empty text", "", "a date, a time and an offset", ""],
    [
      "text without an offset",
      "2026-11-20T17:00",
      'an offset, which is missing, as in "2026-11-20T17:00+08:00"',
      "2026",
    ],
    ["text with a zone but no offset", "2026-11-20T17:00[Asia/Tokyo]", "an offset, which is missing", "[Asia/Tokyo]"],
    ["a date", "2026-11-20", "a date, a time and an offset", "2026-11-20"],
    ["a date with an offset", "2026-11-20Z", "a date, a time and an offset", "2026-11-20Z"],
    ["a year", "2026", "a date, a time and an offset", "2026"],
    ["a time", "17:00Z", "a date, a time and an offset", "17:00Z"],
    ["an hour without minutes", "2026-11-20T17Z", "a date, a time and an offset", "17Z"],
    ["fractional minutes", "2026-11-20T17:00.5Z", "a date, a time and an offset", ".5Z"],
    ["text without separators", "20261120T170000Z", "a date, a time and an offset", "20261120"],
    ["a week date", "2026-W47-5T17:00Z", "a date, a time and an offset", "W47"],
    ["an ordinal date", "2026-324T17:00Z", "a date, a time and an offset", "324"],
    ["a long year", "+002026-11-20T17:00Z", "a date, a time and an offset", "+002026"],
    ["text in front", " 2026-11-20T17:00Z", "a date, a time and an offset", " 2026"],
    ["text behind", "2026-11-20T17:00Z!", "a date, a time and an offset", "Z!"],
    ["30 February", "2026-02-30T17:00Z", "a date of the calendar", "2026-02-30T17:00Z"],
    ["a 13th month", "2026-13-01T17:00Z", "a date of the calendar", "2026-13-01"],
    ["24:00", "2026-11-20T24:00Z", "a time of day from 00:00 to 23:59:59", "24:00Z"],
    ["25:00", "2026-11-20T25:00Z", "a time of day from 00:00 to 23:59:59", "25:00Z"],
    ["23:60", "2026-11-20T23:60Z", "a time of day", "23:60Z"],
    ["a leap second", "2026-12-31T23:59:60Z", "a time of day", ":60Z"],
    ["an offset beyond 14 hours", "2026-11-20T17:00+14:01", "an offset up to 14 hours", "+14:01"],
    ["an offset of 99 hours", "2026-11-20T17:00+99:00", "an offset up to 14 hours", "+99:00"],
    ["an offset with 99 minutes", "2026-11-20T17:00+08:99", "an offset up to 14 hours", "+08:99"],
    [
      "a zone that contradicts",
      "2026-11-20T17:00+08:00[Asia/Tokyo]",
      "the offset of the zone in brackets, +09:00",
      "[A",
    ],
  ])("refuses %s", (_, value, expected, received) => {
    const issue = issueOf(value);
    expect(issue).toMatchObject({ code: "invalid_instant", path: ["openedAt"] });
    expect(issue?.expected).toContain(expected);
    expect(issue?.received).toContain(received);
    expect(issue?.message).toContain(`Invalid instant: expected ${issue?.expected}`);
  });

  it("says what local text looks like where a zone is known", () => {
    expect(issueOf("tomorrow", "UTC")?.expected).toContain('as in "2026-11-20 17:00"');
    expect(issueOf("2026-11-20T17:00[Asia/Tokyo]", "UTC")?.expected).toContain("an offset, which is missing");
    expect(issueOf("2026-02-30 17:00", "UTC")?.expected).toBe("a date of the calendar");
  });

  it("refuses an invalid luxon DateTime with luxon's reason", () => {
    const issue = issueOf(DateTime.fromObject({ year: 2026, month: 2, day: 30 }));
    expect(issue).toMatchObject({ code: "invalid_instant", expected: "a valid luxon DateTime" });
    expect(issue?.received).toContain("unit out of range: you specified 30");
    expect(issueOf(DateTime.invalid("just because"))?.received).toBe("just because");
  });

  it("refuses an unknown zone in brackets as a zone", () => {
    expect(issueOf("2026-11-20T17:00+08:00[Asia/Shangai]")).toMatchObject({ code: "invalid_zone", path: ["openedAt"] });
  });

  it.each<[string, InstantInput, InstantInput]>([
    ["numbers", FIRST_INSTANT_MS - 0.001, END_INSTANT_MS],
    ["Dates", new Date(FIRST_INSTANT_MS - 1), new Date(END_INSTANT_MS)],
    ["text", "1899-12-31T23:59:59.999Z", "2201-01-01T08:00+08:00"],
    ["luxon", DateTime.fromMillis(FIRST_INSTANT_MS - 1), DateTime.fromMillis(END_INSTANT_MS)],
    ["Temporal.Instant", new Temporal.Instant(-2208988800000000001n), Temporal.Instant.from("2201-01-01T00:00Z")],
    [
      "Temporal.ZonedDateTime",
      Temporal.ZonedDateTime.from("1899-12-31T23:59Z[UTC]"),
      Temporal.ZonedDateTime.from("2201-01-01T00:00Z[Asia/Tokyo]"),
    ],
  ])("takes instants from 1900 up to, not including, 2201: %s", (_, before, end) => {
    for (const value of [before, end]) {
      expect(issueOf(value)).toMatchObject({ code: "out_of_range" satisfies IssueCode, path: ["openedAt"] });
    }
    expect(issueOf(before)?.expected).toContain("from 1900 to the end of 2200");
  });

  it("takes the first and the last instant of the range", () => {
    expect(readInstant("1900-01-01T00:00Z", [])).toBe(FIRST_INSTANT_MS);
    expect(readInstant(END_INSTANT_MS - 0.5, [])).toBe(END_INSTANT_MS - 1);
    expect(readInstant("1899-12-31T19:00-05:00", [])).toBe(FIRST_INSTANT_MS);
  });

  it("shows text and dates out of range as they came", () => {
    expect(issueOf("1850-01-01T00:00Z")?.received).toBe("1850-01-01T00:00Z");
    expect(issueOf(new Date("2300-01-01T00:00Z"))?.received).toContain("2300-01-01");
  });

  it("reads text as Temporal and luxon do, wherever it takes it (law)", () => {
    const digits = (min: number, max: number, width: number) =>
      fc.integer({ min, max }).map((value) => String(value).padStart(width, "0"));
    const text = fc
      .tuple(
        digits(1901, 2200, 4),
        digits(0, 13, 2),
        digits(0, 32, 2),
        fc.constantFrom("T", " "),
        digits(0, 24, 2),
        digits(0, 60, 2),
        fc.option(digits(0, 59, 2).map((seconds) => `:${seconds}`)),
        fc.option(fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: 1, maxLength: 9 })),
        fc.constantFrom("Z", "+08:00", "-05:30", "+1400", "-09"),
      )
      .map(([year, month, day, space, hour, minute, second, fraction, offset]) => {
        const time = `${hour}:${minute}${second ?? ""}${second !== null && fraction !== null ? `.${fraction}` : ""}`;
        return `${year}-${month}-${day}${space}${time}${offset}`;
      });
    fc.assert(
      fc.property(text, (iso) => {
        const theirs = readBy(() => Temporal.Instant.from(iso).epochMilliseconds);
        const ours = readBy(() => readInstant(iso, []));
        expect(ours).toBe(theirs);
        const luxons = DateTime.fromISO(iso.replace(" ", "T"), { setZone: true });
        if (ours !== undefined) expect(luxons.toMillis()).toBe(ours);
      }),
      { numRuns: 3000 },
    );
  });
});

function readBy(read: () => number): number | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

describe("writerFor", () => {
  const due = at("Mon 2026-11-23 09:30 +08:00");

  it("answers numbers with numbers, by one and the same function", () => {
    expect(writerFor(FRIDAY, SHANGHAI)(due)).toBe(due);
    expect(writerFor(0, SHANGHAI)).toBe(writerFor(1, NEW_YORK));
  });

  it("answers a Date with a new Date", () => {
    const given = new Date(FRIDAY);
    const answer = writerFor(given, SHANGHAI)(due);
    expect(answer).toEqual(new Date(due));
    expect(writerFor(given, SHANGHAI)(FRIDAY)).not.toBe(given);
    expect(given.getTime()).toBe(FRIDAY);
  });

  it("answers text with text in the zone, whatever offset came in", () => {
    expect(writerFor("2026-11-20T09:00Z", SHANGHAI)(due)).toBe("2026-11-23T09:30:00+08:00");
    expect(writerFor("2026-11-20T17:00+08:00", NEW_YORK)(due)).toBe("2026-11-22T20:30:00-05:00");
  });

  it("answers a luxon DateTime by its own class, in its own zone, with its own locale", () => {
    const given = DateTime.fromMillis(FRIDAY, {
      zone: "America/New_York",
      locale: "zh-CN",
      numberingSystem: "hanidec",
      outputCalendar: "chinese",
    });
    const answer = writerFor(given, SHANGHAI)(due);
    expect(answer).toBeInstanceOf(DateTime);
    expect(answer.toMillis()).toBe(due);
    expect(answer.zone).toBe(given.zone);
    expect([answer.locale, answer.numberingSystem, answer.outputCalendar]).toEqual(["zh-CN", "hanidec", "chinese"]);
    expect(answer.equals(given.set({ day: 22, hour: 20, minute: 30 }))).toBe(true);
  });

  it("answers a luxon DateTime of another copy of luxon by that copy", () => {
    class OtherDateTime {
      readonly isValid = true;
      readonly ms: number;
      readonly zone: unknown;
      constructor(ms: number, zone: unknown) {
        this.ms = ms;
        this.zone = zone;
      }
      static fromMillis(ms: number, options: { zone: unknown }) {
        return new OtherDateTime(ms, options.zone);
      }
      get zoneName() {
        return "Moon/Tycho";
      }
      toMillis() {
        return this.ms;
      }
    }
    const answer = writerFor(new OtherDateTime(FRIDAY, "a zone of its own"), SHANGHAI)(due);
    expect(answer).toEqual(new OtherDateTime(due, "a zone of its own"));
  });

  it("answers a Temporal.Instant by its own class", () => {
    const answer = writerFor(Temporal.Instant.fromEpochMilliseconds(FRIDAY), SHANGHAI)(due);
    expect(answer).toBeInstanceOf(Temporal.Instant);
    expect(answer.toString()).toBe("2026-11-23T01:30:00Z");
  });

  it("answers a Temporal.ZonedDateTime by its own class, in its own zone and calendar", () => {
    const given = new Temporal.ZonedDateTime(BigInt(FRIDAY) * 1_000_000n, "America/New_York", "gregory");
    const answer = writerFor(given, SHANGHAI)(due);
    expect(answer).toBeInstanceOf(Temporal.ZonedDateTime);
    expect(answer.toString()).toBe("2026-11-22T20:30:00-05:00[America/New_York][u-ca=gregory]");
    expect(writerFor(given, SHANGHAI)(-1).epochNanoseconds).toBe(-1_000_000n);
  });

  it.each([
    ["null", null],
    ["an object", {}],
    ["nothing", undefined],
  ])("refuses %s", (_, value) => {
    expect(() => writerFor(value, SHANGHAI, ["at"])).toThrow(SlaError);
  });

  it("types its answer: literals widen, objects keep their type", () => {
    expectTypeOf(writerFor(5 as const, SHANGHAI)(0)).toEqualTypeOf<number>();
    expectTypeOf(writerFor("2026-11-20T09:00Z" as const, SHANGHAI)(0)).toEqualTypeOf<string>();
    expectTypeOf(writerFor(new Date(), SHANGHAI)(0)).toEqualTypeOf<Date>();
    expectTypeOf<SameKind<5 | Date>>().toEqualTypeOf<number | Date>();
    expectTypeOf(writerFor(DateTime.now(), SHANGHAI)(0)).toEqualTypeOf<DateTime<true>>();
    expectTypeOf(writerFor(Temporal.Now.instant(), SHANGHAI)(0)).toEqualTypeOf<Temporal.Instant>();
    expectTypeOf<DateTime>().toExtend<InstantInput>();
    expectTypeOf<DateTime<false>>().toExtend<InstantInput>();
    expectTypeOf<Temporal.Instant>().toExtend<InstantInput>();
    expectTypeOf<Temporal.ZonedDateTime>().toExtend<InstantInput>();
    expectTypeOf<Temporal.PlainDateTime>().not.toExtend<InstantInput>();
  });

  it("writes every kind so that reading gives the instant back (law)", () => {
    const givens: InstantInput[] = [
      0,
      "2026-11-20T09:00Z",
      new Date(0),
      DateTime.fromMillis(0, { zone: "Asia/Shanghai" }),
      Temporal.Instant.fromEpochMilliseconds(0),
      Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO("America/New_York"),
    ];
    const instants = fc.integer({ min: FIRST_INSTANT_MS, max: END_INSTANT_MS - 1 });
    fc.assert(
      fc.property(instants, fc.constantFrom(...givens), (epochMs, given) => {
        expect(readInstant(writerFor(given, SHANGHAI)(epochMs), [])).toBe(epochMs);
      }),
    );
  });
});

describe("formatInstant", () => {
  it.each<[string, number, string]>([
    ["Asia/Shanghai", at("Mon 2026-11-23 09:30 +08:00"), "2026-11-23T09:30:00+08:00"],
    ["Asia/Shanghai", at("Mon 2026-11-23 09:30:05.070 +08:00"), "2026-11-23T09:30:05.070+08:00"],
    ["UTC+8", at("Mon 2026-11-23 09:30 +08:00"), "2026-11-23T09:30:00+08:00"],
    ["UTC", at("Mon 2026-11-23 01:30 Z"), "2026-11-23T01:30:00Z"],
    ["Europe/London", at("Mon 2026-11-23 01:30 Z"), "2026-11-23T01:30:00+00:00"],
    ["America/New_York", at("Sun 2026-11-01 01:30 -04:00"), "2026-11-01T01:30:00-04:00"],
    ["America/New_York", at("Sun 2026-11-01 01:30 -05:00"), "2026-11-01T01:30:00-05:00"],
    ["Asia/Kathmandu", at("Mon 2026-11-23 09:30 +05:45"), "2026-11-23T09:30:00+05:45"],
    ["UTC", -1, "1969-12-31T23:59:59.999Z"],
    ["Asia/Shanghai", at("Mon 1900-12-31 12:00 +08:05:43"), "1900-12-31T12:00:00+08:05:43"],
    ["Africa/Monrovia", at("Wed 1930-01-01 00:00 -00:44:30"), "1930-01-01T00:00:00-00:44:30"],
    ["America/New_York", FIRST_INSTANT_MS, "1899-12-31T19:00:00-05:00"],
    ["Asia/Shanghai", END_INSTANT_MS - 1, "2201-01-01T07:59:59.999+08:00"],
  ])("writes on the wall clock of %s: %d is %s", (zone, epochMs, expected) => {
    expect(formatInstant(epochMs, zoneOf(zone))).toBe(expected);
    expect(readInstant(expected, [])).toBe(epochMs);
  });

  it("is read back to the same instant in every zone (law)", () => {
    const zones = [...Intl.supportedValuesOf("timeZone"), "UTC", "UTC-3", "+05:30", "Z"];
    const instants = fc.oneof(
      fc.integer({ min: FIRST_INSTANT_MS, max: END_INSTANT_MS - 1 }),
      // Local mean time, with its seconds, ended in these years.
      fc.integer({ min: FIRST_INSTANT_MS, max: at("Mon 1940-01-01 00:00 Z") }),
    );
    fc.assert(
      fc.property(instants, fc.constantFrom(...zones), (epochMs, zone) => {
        const text = formatInstant(epochMs, zoneOf(zone));
        expect(readInstant(text, [])).toBe(epochMs);
        expect(text).toMatch(/(Z|[+-]\d\d:\d\d(:\d\d)?)$/);
      }),
      { numRuns: 250 },
    );
  });

  it("writes what Temporal writes, for whole seconds and offsets of whole minutes (law)", () => {
    const instants = fc.integer({ min: 0, max: (END_INSTANT_MS - 1000) / 1000 }).map((seconds) => seconds * 1000);
    const zones = ["Asia/Shanghai", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca", "Pacific/Apia"];
    fc.assert(
      fc.property(instants, fc.constantFrom(...zones), (epochMs, zone) => {
        const theirs = Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(zone);
        expect(formatInstant(epochMs, zoneOf(zone))).toBe(theirs.toString({ timeZoneName: "never" }));
      }),
    );
  });
});

describe("zoneOfText", () => {
  it.each([
    ["2026-11-20T17:00+08:00", "UTC+8"],
    ["2026-11-20 17:00-0330", "UTC-03:30"],
    ["2026-11-20T09:00Z", "UTC"],
    ["2026-11-20T09:00z", "UTC"],
    ["2026-11-20T17:00+08:00[Asia/Shanghai]", "Asia/Shanghai"],
    ["2026-11-20T09:00Z[Asia/Shanghai]", "Asia/Shanghai"],
    ["2026-11-20T17:00", undefined],
    ["1900-12-31T12:00:00+08:05:43", undefined],
    ["tomorrow", undefined],
  ])("of %s is %s", (text, expected) => {
    expect(zoneOfText(text)?.name).toBe(expected);
  });
});
