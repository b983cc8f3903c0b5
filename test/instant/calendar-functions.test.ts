import { DateTime } from "luxon";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import {
  addWorkingDays,
  addWorkingTime,
  type Calendar,
  type CalendarDefinition,
  compileCalendar,
  type InstantInput,
  type Issue,
  isOpen,
  isWorkingDay,
  nextClose,
  nextOpen,
  openIntervals,
  previousClose,
  previousOpen,
  SlaError,
  subtractWorkingTime,
  type WorkingTime,
  workingDaysBetween,
  workingTimeBetween,
} from "../../src/index.js";
import { at } from "../support/at.js";

const OFFICE = compileCalendar({ zone: "Asia/Shanghai", hours: "Mon-Fri 09:00-18:00", holidays: [] });
const ALWAYS = compileCalendar("24x7 Asia/Shanghai");
/** Open on one day of its life. */
const ONCE = compileCalendar({ zone: "UTC", hours: {}, overrides: { "2026-11-20": ["09:00-18:00"] } });

const FRIDAY = at("Fri 2026-11-20 17:00 +08:00");
const SATURDAY = at("Sat 2026-11-21 10:00 +08:00");

function onlyIssue(run: () => unknown): Issue {
  try {
    run();
  } catch (error) {
    if (!(error instanceof SlaError)) throw error;
    expect(error.issues).toHaveLength(1);
    return error.issues[0] as Issue;
  }
  throw new Error("nothing was refused");
}

describe("compileCalendar", () => {
  it.each<[string | CalendarDefinition, string]>([
    ["Mon-Fri 9:00-18:00 UTC+8", "UTC+8"],
    ["Mon-Fri 9:00–18:00 (UTC+8)", "UTC+8"],
    ["周一至周五 9:00-18:00 (UTC+8)", "UTC+8"],
    ["周一至周五，北京时间 9：00-18：00", "Asia/Shanghai"],
    ["5x9 from 09:00 Asia/Shanghai", "Asia/Shanghai"],
    [{ zone: "asia/shanghai", hours: "Mon-Fri 09:00-18:00" }, "Asia/Shanghai"],
    [{ hours: "Mon-Fri 09:00-18:00 +08:00" }, "UTC+8"],
  ])("reads %j", (definition, zone) => {
    const calendar = compileCalendar(definition);
    expect(calendar.zone).toBe(zone);
    expect(addWorkingTime(calendar, FRIDAY, "4h")).toBe(at("Mon 2026-11-23 12:00 +08:00"));
  });

  it("anchors 5x8 at 9:00, with China's holidays by their name", () => {
    const office = compileCalendar({ hours: "5x8 Asia/Shanghai", holidays: "CN" });
    expect(nextOpen(office, at("Thu 2026-10-01 10:00 +08:00"))).toBe(at("Thu 2026-10-08 09:00 +08:00"));
    expect(isOpen(office, at("Sat 2026-10-10 16:59 +08:00"))).toBe(true);
    expect(isOpen(office, at("Sat 2026-10-10 17:00 +08:00"))).toBe(false);
  });

  it.each<[unknown, Issue["code"], string]>([
    ["Mon-Fri 9:00-18:00", "missing_zone", "zone"],
    ["5x8", "missing_zone", "zone"],
    [{ hours: { mon: ["09:00-18:00"] } }, "missing_zone", "zone"],
    ["Mon-Fri 9:00-18:00 Asia/Shangai", "invalid_zone", "zone"],
    [{ zone: "Asia/Tokyo", hours: "Mon-Fri 9:00-18:00 UTC+8" }, "invalid_zone", "zone"],
    [{ zone: "UTC", hours: "Mon-Funday 9:00-18:00" }, "invalid_hours", "hours"],
    [{ zone: "UTC", hours: "working hours" }, "missing_calendar", "hours"],
    [{ zone: "UTC", hours: "5x8", holidays: "XX" }, "unknown_holidays", "holidays"],
    [{ zone: "UTC", hours: "5x8", holidays: ["2026-02-30"] }, "invalid_date", "holidays.0"],
    [{ zone: "UTC", hours: "5x8", hour: "5x8" }, "unknown_key", "hour"],
    [{ zone: "UTC", hours: {} }, "never_opens", ""],
    [null, "invalid_type", ""],
    [8, "invalid_type", ""],
  ])("refuses %j", (definition, code, path) => {
    const issue = onlyIssue(() => compileCalendar(definition as string));
    expect([issue.code, issue.path.join(".")]).toEqual([code, path]);
  });

  it("tells all mistakes together", () => {
    const definition = {
      zone: "Mars/Olympus",
      hours: { mon: ["9-5"], tue: ["09:00-13:00", "12:00-18:00"] },
      holidays: ["XX"],
    };
    expect(() => compileCalendar(definition)).toThrow(/^4 issues\n/);
  });

  it("changes nothing of the definition", () => {
    const hours = Object.freeze({ mon: Object.freeze(["13:00-18:00", "09:00-12:00"]) });
    const definition = Object.freeze({ zone: "UTC", hours, holidays: Object.freeze(["2026-11-23"]) });
    expect(isOpen(compileCalendar(definition), at("Mon 2026-11-30 12:30 Z"))).toBe(false);
    expect(definition).toEqual({
      zone: "UTC",
      hours: { mon: ["13:00-18:00", "09:00-12:00"] },
      holidays: ["2026-11-23"],
    });
  });
});

/** A kind of instant: made from milliseconds, and how its answers look. */
interface Kind {
  readonly make: (epochMs: number) => InstantInput;
  readonly show: (answer: unknown) => unknown;
}

const KINDS: Readonly<Record<string, Kind>> = {
  number: { make: (epochMs) => epochMs, show: (answer) => answer },
  Date: { make: (epochMs) => new Date(epochMs), show: (answer) => answer },
  // Whatever offset came in: text answers are in the calendar's zone.
  "text in UTC": { make: (epochMs) => new Date(epochMs).toISOString(), show: (answer) => answer },
  "luxon DateTime": {
    make: (epochMs) => DateTime.fromMillis(epochMs, { zone: "America/New_York" }),
    show: (answer) => answer instanceof DateTime && answer.toISO(),
  },
  "Temporal.Instant": {
    make: (epochMs) => Temporal.Instant.fromEpochMilliseconds(epochMs),
    show: (answer) => answer instanceof Temporal.Instant && answer.toString(),
  },
  "Temporal.ZonedDateTime": {
    make: (epochMs) => Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO("America/New_York"),
    show: (answer) => answer instanceof Temporal.ZonedDateTime && answer.toString(),
  },
};

/** The same instant in every kind: Monday 9:00 in Shanghai is Sunday 20:00 in New York. */
function shown(epochMs: number): Readonly<Record<string, unknown>> {
  const local = (offsetHours: number) => new Date(epochMs + offsetHours * 3_600_000).toISOString();
  return {
    number: epochMs,
    Date: new Date(epochMs),
    "text in UTC": `${local(8).slice(0, 19)}+08:00`,
    "luxon DateTime": `${local(-5).slice(0, 23)}-05:00`,
    "Temporal.Instant": `${local(0).slice(0, 19)}Z`,
    "Temporal.ZonedDateTime": `${local(-5).slice(0, 19)}-05:00[America/New_York]`,
  };
}

type Asked = (calendar: Calendar, from: InstantInput) => unknown;

describe("same kind in, same kind out", () => {
  const FUNCTIONS: readonly (readonly [string, Asked, string, string])[] = [
    ["nextOpen", nextOpen, "Sat 2026-11-21 10:00 +08:00", "Mon 2026-11-23 09:00 +08:00"],
    ["nextClose", nextClose, "Sat 2026-11-21 10:00 +08:00", "Mon 2026-11-23 18:00 +08:00"],
    ["previousOpen", previousOpen, "Sat 2026-11-21 10:00 +08:00", "Fri 2026-11-20 09:00 +08:00"],
    ["previousClose", previousClose, "Sat 2026-11-21 10:00 +08:00", "Fri 2026-11-20 18:00 +08:00"],
    [
      "addWorkingTime",
      (calendar, from) => addWorkingTime(calendar, from, "4 working hours"),
      "Fri 2026-11-20 17:00 +08:00",
      "Mon 2026-11-23 12:00 +08:00",
    ],
    [
      "subtractWorkingTime",
      (calendar, from) => subtractWorkingTime(calendar, from, 4 * 3_600_000),
      "Mon 2026-11-23 12:00 +08:00",
      "Fri 2026-11-20 17:00 +08:00",
    ],
    [
      "addWorkingDays",
      (calendar, from) => addWorkingDays(calendar, from, 2),
      "Sat 2026-11-21 10:00 +08:00",
      "Wed 2026-11-25 09:00 +08:00",
    ],
  ];

  const rows = FUNCTIONS.flatMap(([name, ask, from, expected]) =>
    Object.keys(KINDS).map((kind) => [name, kind, ask, from, expected] as const),
  );

  it.each(rows)("%s of a %s", (_, kind, ask, from, expected) => {
    const { make, show } = KINDS[kind] as Kind;
    expect(show(ask(OFFICE, make(at(from))))).toEqual(shown(at(expected))[kind]);
  });

  it("writes milliseconds of text only where there are some", () => {
    expect(addWorkingTime(OFFICE, "2026-11-20T17:00:00.250+08:00", "1m")).toBe("2026-11-20T17:01:00.250+08:00");
    expect(addWorkingTime(OFFICE, "2026-11-20T09:00Z", "1m")).toBe("2026-11-20T17:01:00+08:00");
    expect(nextOpen(compileCalendar("24x7 UTC"), "2026-11-20T17:00+08:00")).toBe("2026-11-20T09:00:00Z");
  });

  it("answers a Date with a new one, also where nothing is moved", () => {
    const given = new Date(FRIDAY);
    const answer = nextOpen(OFFICE, given);
    expect(answer).toEqual(given);
    expect(answer).not.toBe(given);
  });

  it("reads every kind where the answer is no instant", () => {
    for (const { make } of Object.values(KINDS)) {
      expect(isOpen(OFFICE, make(FRIDAY))).toBe(true);
      expect(isOpen(OFFICE, make(SATURDAY))).toBe(false);
      expect(isWorkingDay(OFFICE, make(FRIDAY))).toBe(true);
      expect(isWorkingDay(OFFICE, make(SATURDAY))).toBe(false);
      expect(workingTimeBetween(OFFICE, make(FRIDAY), make(SATURDAY))).toBe(3_600_000);
      expect(workingTimeBetween(OFFICE, make(SATURDAY), make(FRIDAY))).toBe(-3_600_000);
      expect(workingDaysBetween(OFFICE, make(FRIDAY), make(SATURDAY))).toBe(1);
      expect(openIntervals(OFFICE, make(FRIDAY), make(SATURDAY))).toEqual([
        { from: FRIDAY, to: at("Fri 2026-11-20 18:00 +08:00") },
      ]);
    }
  });

  it("takes two kinds of instants for one question", () => {
    const monday = "2026-11-23T12:00+08:00";
    expect(workingTimeBetween(OFFICE, new Date(FRIDAY), monday)).toBe(4 * 3_600_000);
    expect(workingDaysBetween(OFFICE, FRIDAY, monday)).toBe(1);
    expect(openIntervals(OFFICE, FRIDAY, monday)).toHaveLength(2);
  });
});

describe("where there is none", () => {
  const later = at("Sat 2026-11-21 00:00 Z");
  const earlier = at("Thu 2026-11-19 00:00 Z");

  it.each<[string, Asked, Calendar, number]>([
    ["nextOpen", nextOpen, ONCE, later],
    ["nextClose", nextClose, ONCE, later],
    ["previousOpen", previousOpen, ONCE, earlier],
    ["previousClose", previousClose, ONCE, earlier],
    ["nextClose", nextClose, ALWAYS, FRIDAY],
    ["previousOpen", previousOpen, ALWAYS, FRIDAY],
    ["previousClose", previousClose, ALWAYS, FRIDAY],
  ])("%s answers nothing, in every kind", (_, ask, calendar, from) => {
    for (const { make } of Object.values(KINDS)) expect(ask(calendar, make(from))).toBeUndefined();
  });

  it("is always open now", () => {
    expect(nextOpen(ALWAYS, "2026-11-21T10:00+08:00")).toBe("2026-11-21T10:00:00+08:00");
  });

  it.each<[string, () => unknown]>([
    ["addWorkingTime", () => addWorkingTime(ONCE, new Date(later), "1h")],
    ["addWorkingTime, of more than there is", () => addWorkingTime(ONCE, new Date(earlier), "10h")],
    ["subtractWorkingTime", () => subtractWorkingTime(ONCE, "2026-11-19T00:00Z", "1h")],
    ["addWorkingDays", () => addWorkingDays(ONCE, new Date(earlier), 1)],
    ["addWorkingDays, of dates", () => addWorkingDays(ONCE, "2026-11-20", 1)],
  ])("%s says that the calendar never opens", (_, run) => {
    expect(onlyIssue(run).code).toBe("never_opens");
  });
});

describe("addWorkingTime: amounts", () => {
  it.each<[WorkingTime, string]>([
    [4 * 3_600_000, "Mon 2026-11-23 12:00 +08:00"],
    ["4h", "Mon 2026-11-23 12:00 +08:00"],
    ["4 hours", "Mon 2026-11-23 12:00 +08:00"],
    ["4 working hours", "Mon 2026-11-23 12:00 +08:00"],
    ["4 个工作小时", "Mon 2026-11-23 12:00 +08:00"],
    ["PT4H", "Mon 2026-11-23 12:00 +08:00"],
    ["240 working minutes", "Mon 2026-11-23 12:00 +08:00"],
    [{ value: 4, unit: "hour" }, "Mon 2026-11-23 12:00 +08:00"],
    [{ value: 4, unit: "workingHour" }, "Mon 2026-11-23 12:00 +08:00"],
    [{ value: 14_400, unit: "workingSecond" }, "Mon 2026-11-23 12:00 +08:00"],
    ["1h30m", "Mon 2026-11-23 09:30 +08:00"],
    ["1.5 hours", "Mon 2026-11-23 09:30 +08:00"],
    [{ value: 1.5, unit: "hour" }, "Mon 2026-11-23 09:30 +08:00"],
    ["15 分钟", "Fri 2026-11-20 17:15 +08:00"],
    ["1h", "Fri 2026-11-20 18:00 +08:00"],
    ["0h", "Fri 2026-11-20 17:00 +08:00"],
    [0, "Fri 2026-11-20 17:00 +08:00"],
    [0.9, "Fri 2026-11-20 17:00 +08:00"],
    // What is negative is subtracted, however it is written.
    [-4 * 3_600_000, "Fri 2026-11-20 13:00 +08:00"],
    ["-4h", "Fri 2026-11-20 13:00 +08:00"],
    [{ value: -4, unit: "hour" }, "Fri 2026-11-20 13:00 +08:00"],
  ])("adds %j", (amount, expected) => {
    expect(addWorkingTime(OFFICE, FRIDAY, amount)).toBe(at(expected));
    expect(addWorkingTime(OFFICE, FRIDAY, amount)).toBe(at(expected)); // text is remembered
  });

  it("subtracts what it adds", () => {
    const monday = at("Mon 2026-11-23 12:00 +08:00");
    for (const amount of [4 * 3_600_000, "4h", "4 working hours", { value: 4, unit: "hour" }] as const) {
      expect(subtractWorkingTime(OFFICE, monday, amount)).toBe(FRIDAY);
    }
    expect(subtractWorkingTime(OFFICE, FRIDAY, "-4h")).toBe(monday);
  });

  it("moves an answer on a closing only where asked to", () => {
    expect(addWorkingTime(OFFICE, FRIDAY, "1h", { atClose: "close" })).toBe(at("Fri 2026-11-20 18:00 +08:00"));
    expect(addWorkingTime(OFFICE, FRIDAY, "1h", { atClose: "nextOpen" })).toBe(at("Mon 2026-11-23 09:00 +08:00"));
    expect(addWorkingTime(OFFICE, "2026-11-20T17:00+08:00", "1h", { atClose: "nextOpen" })).toBe(
      "2026-11-23T09:00:00+08:00",
    );
  });

  it.each<[unknown]>([
    ["1 day"],
    ["1 working day"],
    ["1 个工作日"],
    ["1 week"],
    ["1 month"],
    ["P1D"],
    ["1 day 2 hours"],
    ["immediate"],
    ["not guaranteed"],
    ["-"],
    ["4 workng hours"],
    ["four-ish hours"],
    ["4"],
    [""],
    [{ value: 1, unit: "day" }],
    [{ value: 1, unit: "workingDay" }],
    [{ value: 1, unit: "hours" }],
    [{ value: Number.NaN, unit: "hour" }],
    [{ value: Number.POSITIVE_INFINITY, unit: "hour" }],
    [{ value: 4, unit: "hour", calendar: "office" }],
    [Number.NaN],
    [Number.POSITIVE_INFINITY],
    [null],
    [undefined],
    [true],
    [["4h"]],
  ])("refuses %j", (amount) => {
    for (const from of [FRIDAY, "2026-11-20T17:00+08:00"]) {
      for (const run of [addWorkingTime, subtractWorkingTime]) {
        const issue = onlyIssue(() => run(OFFICE, from, amount as WorkingTime));
        expect(["invalid_amount", "unknown_key"]).toContain(issue.code);
      }
    }
  });

  it.each<[unknown, string]>([
    [Number.NaN, "amount"],
    [null, "amount"],
    [{ value: 1, unit: "day" }, "amount"],
    [{ value: Number.NaN, unit: "hour" }, "amount.value"],
    [{ value: 1, unit: "hours" }, "amount.unit"],
    [{ value: 4, unit: "hour", calendar: "office" }, "amount.calendar"],
    ["1 day", "amount"],
    ["4 workng hours", "amount"],
  ])("refuses %j at its place", (amount, path) => {
    const issue = onlyIssue(() => addWorkingTime(OFFICE, FRIDAY, amount as WorkingTime));
    expect(issue.path.join(".")).toBe(path);
  });
});

describe("addWorkingDays: dates and instants", () => {
  it.each([
    ["2026-11-20", 1, "2026-11-23"],
    ["2026-11-20", 5, "2026-11-27"],
    ["2026-11-21", 1, "2026-11-23"],
    ["2026-11-21", 0, "2026-11-21"],
    ["2026-11-23", -1, "2026-11-20"],
    ["2026-11-22", -1, "2026-11-20"],
  ])("counts from the date %s by %i to the date %s", (from, days, expected) => {
    expect(addWorkingDays(OFFICE, from, days)).toBe(expected);
  });

  it("counts from an instant to an instant, though it is text", () => {
    expect(addWorkingDays(OFFICE, "2026-11-20T17:00+08:00", 1)).toBe("2026-11-23T17:00:00+08:00");
    expect(addWorkingDays(OFFICE, "2026-11-20T09:00Z", 1, { rule: "endOfDay" })).toBe("2026-11-23T18:00:00+08:00");
    expect(addWorkingDays(OFFICE, FRIDAY, 1, { cutoff: "16:00" })).toBe(at("Tue 2026-11-24 09:00 +08:00"));
    const hours = { rule: "workingHours", hoursPerDay: 8 } as const;
    expect(addWorkingDays(OFFICE, new Date(FRIDAY), 1, hours)).toEqual(new Date(at("Mon 2026-11-23 16:00 +08:00")));
  });

  it("asks the local date of the calendar's zone", () => {
    // Sunday 23:00 UTC is Monday 7:00 in Shanghai.
    expect(isWorkingDay(OFFICE, "2026-11-22T23:00Z")).toBe(true);
    expect(isWorkingDay(OFFICE, "2026-11-22")).toBe(false);
    expect(workingDaysBetween(OFFICE, "2026-11-22T23:00Z", "2026-11-23T23:00Z")).toBe(1);
    expect(workingDaysBetween(OFFICE, "2026-11-22T10:00Z", "2026-11-22T15:59Z")).toBe(0);
  });

  it.each([
    ["2026-11-20", "2026-11-23", 1],
    ["2026-11-20", "2026-11-27", 5],
    ["2026-11-21", "2026-11-23", 0],
    ["2026-11-27", "2026-11-20", -5],
    ["2026-11-20", "2026-11-20", 0],
  ])("counts between the dates %s and %s: %i", (from, to, expected) => {
    expect(workingDaysBetween(OFFICE, from, to)).toBe(expected);
  });

  it.each<[string, InstantInput, InstantInput]>([
    ["a date and text", "2026-11-20", "2026-11-23T12:00+08:00"],
    ["text and a date", "2026-11-20T12:00+08:00", "2026-11-23"],
    ["a date and a number", "2026-11-20", FRIDAY],
    ["a Date and a date", new Date(FRIDAY), "2026-11-23"],
  ])("refuses %s mixed", (_, from, to) => {
    expect(onlyIssue(() => workingDaysBetween(OFFICE, from, to))).toMatchObject({ code: "invalid_type", path: ["to"] });
  });

  it.each<[string, () => unknown, Issue["code"], string]>([
    ["a date that never was", () => addWorkingDays(OFFICE, "2026-02-30", 1), "invalid_date", "from"],
    ["a date that never was, asked for", () => isWorkingDay(OFFICE, "2026-02-30"), "invalid_date", "at"],
    [
      "a date that never was, at the end",
      () => workingDaysBetween(OFFICE, "2026-02-01", "2026-02-30"),
      "invalid_date",
      "to",
    ],
    ["a date before 1900", () => addWorkingDays(OFFICE, "1899-12-31", 1), "out_of_range", "from"],
    ["a date written otherwise", () => addWorkingDays(OFFICE, "20.11.2026", 1), "invalid_instant", "from"],
    ["half a day", () => addWorkingDays(OFFICE, FRIDAY, 0.5), "invalid_amount", "days"],
    ["no number of days", () => addWorkingDays(OFFICE, FRIDAY, Number.NaN), "invalid_amount", "days"],
    ["endless days", () => addWorkingDays(OFFICE, "2026-11-20", Number.POSITIVE_INFINITY), "invalid_amount", "days"],
    [
      "an unknown rule",
      () => addWorkingDays(OFFICE, FRIDAY, 1, { rule: "noon" as never }),
      "invalid_option",
      "options.rule",
    ],
    [
      "a cut-off that is no time",
      () => addWorkingDays(OFFICE, FRIDAY, 1, { cutoff: "noon" }),
      "invalid_option",
      "options.cutoff",
    ],
    [
      "an unknown place at closing",
      () => addWorkingTime(OFFICE, FRIDAY, "1h", { atClose: "open" as never }),
      "invalid_option",
      "options.atClose",
    ],
  ])("refuses %s", (_, run, code, path) => {
    const issue = onlyIssue(run);
    expect([issue.code, issue.path.join(".")]).toEqual([code, path]);
  });
});

describe("instants that are none", () => {
  const FUNCTIONS: readonly (readonly [string, (at: InstantInput) => unknown])[] = [
    ["at", (value) => isOpen(OFFICE, value)],
    ["at", (value) => nextOpen(OFFICE, value)],
    ["at", (value) => nextClose(OFFICE, value)],
    ["at", (value) => previousOpen(OFFICE, value)],
    ["at", (value) => previousClose(OFFICE, value)],
    ["at", (value) => isWorkingDay(OFFICE, value)],
    ["from", (value) => addWorkingTime(OFFICE, value, "1h")],
    ["from", (value) => subtractWorkingTime(OFFICE, value, "1h")],
    ["from", (value) => addWorkingDays(OFFICE, value, 1)],
    ["from", (value) => workingTimeBetween(OFFICE, value, 0)],
    ["to", (value) => workingTimeBetween(OFFICE, 0, value)],
    ["from", (value) => openIntervals(OFFICE, value, 0)],
    ["to", (value) => openIntervals(OFFICE, 0, value)],
    ["from", (value) => workingDaysBetween(OFFICE, value, 0)],
    ["to", (value) => workingDaysBetween(OFFICE, 0, value)],
  ];

  it.each<[string, unknown, Issue["code"]]>([
    ["text without an offset", "2026-11-20T17:00", "invalid_instant"],
    ["words", "tomorrow", "invalid_instant"],
    ["NaN", Number.NaN, "invalid_instant"],
    ["infinity", Number.NEGATIVE_INFINITY, "invalid_instant"],
    ["an invalid Date", new Date("never"), "invalid_instant"],
    ["an invalid DateTime", DateTime.invalid("never"), "invalid_instant"],
    ["a big integer", 5n, "invalid_instant"],
    ["a plain object", { epochMs: 0 }, "invalid_instant"],
    ["null", null, "invalid_instant"],
    ["nothing", undefined, "invalid_instant"],
    ["an instant before 1900", at("Sun 1899-12-31 23:59 Z"), "out_of_range"],
    ["text from 2201 on", "2201-01-01T00:00Z", "out_of_range"],
  ])("are refused by every function, with their place: %s", (_, value, code) => {
    for (const [path, ask] of FUNCTIONS) {
      expect(onlyIssue(() => ask(value as InstantInput))).toMatchObject({ code, path: [path] });
    }
  });

  it.each([[undefined], [null], ["5x8 UTC"], [{ zone: "UTC", hours: "5x8" }]])("%j is no calendar", (calendar) => {
    const issue = onlyIssue(() => isOpen(calendar as unknown as Calendar, 0));
    expect(issue).toMatchObject({ code: "invalid_type", path: ["calendar"] });
  });
});

describe("addWorkingTime and subtractWorkingTime, their options", () => {
  it.each<[string, unknown, string]>([
    ["an option with a typing mistake", { atclose: "nextOpen" }, "unknown_key options.atclose"],
    ["text", "nextOpen", "invalid_option options"],
    ["null", null, "invalid_option options"],
  ])("refuse %s", (_, options, expected) => {
    const office = compileCalendar("5x8 UTC");
    for (const move of [addWorkingTime, subtractWorkingTime]) {
      try {
        move(office, 0, "1h", options as object);
        expect.unreachable("nothing was thrown");
      } catch (error) {
        const [issue] = (error as SlaError).issues;
        expect(`${issue?.code} ${issue?.path.join(".")}`).toBe(expected);
      }
    }
  });
});
