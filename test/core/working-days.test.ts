/**
 * Working days: the rules 11 to 13 of docs/semantics.md, a row for each sentence, worked out by hand.
 * 2026-03-06 is a Friday; times in Shanghai unless they say otherwise.
 */

import { describe, expect, it } from "vitest";
import {
  addWorkingDays,
  compileCalendar,
  isWorkingDay,
  type WorkingDayOptions,
  workingDaysBetween,
} from "../../src/core.js";
import { at } from "../support/at.js";
import { daily, nights, office, WORKING_DAYS, week } from "../support/calendars.js";
import { expectAt } from "../support/expect.js";

type Row = readonly [rule: string, from: string, days: number, expected: string];

/** Rows of one calendar under the same options. */
function holds(calendar: ReturnType<typeof office>, options: WorkingDayOptions, rows: readonly Row[]): void {
  it.each(rows)("%s", (_, from, days, expected) => {
    expectAt(addWorkingDays(calendar, at(from), days, options), expected);
  });
}

const FRIDAY_HALF = { ...week(WORKING_DAYS, "09:00-18:00"), fri: ["09:00-12:00"] };
const FRIDAY_LATE = { ...week(WORKING_DAYS, "09:00-18:00"), fri: ["10:00-12:00", "13:00-18:00"] };
const APIA = daily("Pacific/Apia", "09:00-17:00");

describe("isWorkingDay", () => {
  const rows: readonly (readonly [string, ReturnType<typeof office>, string, boolean])[] = [
    ["is true of a date with hours", office(), "2026-03-06", true],
    ["is false of a weekday without hours", office(), "2026-03-07", false],
    ["is false of a holiday", office({ holidays: ["2026-03-06"] }), "2026-03-06", false],
    ["is true of a make-up day", office({ makeUpDays: ["2026-03-07"] }), "2026-03-07", true],
    ["is true of an override with hours", office({ overrides: { "2026-03-07": ["10:00-11:00"] } }), "2026-03-07", true],
    ["is false of an override without", office({ overrides: { "2026-03-06": [] } }), "2026-03-06", false],
    [
      "is false when breaks close all of it",
      office({ breaks: { "2026-03-06": ["08:00-19:00"] } }),
      "2026-03-06",
      false,
    ],
    ["is true when breaks leave a minute", office({ breaks: { "2026-03-06": ["09:01-18:00"] } }), "2026-03-06", true],
    ["is false of the date on which a night only ends", nights(), "2026-03-07", false],
    ["is true of the date on which a night starts", nights(), "2026-03-06", true],
    // Friday still owns Saturday 00:00-06:00.
    ["counts the part after midnight", nights({ breaks: { "2026-03-06": ["22:00-24:00"] } }), "2026-03-06", true],
    [
      "is false when breaks of two dates close a night",
      nights({ breaks: { "2026-03-06": ["22:00-24:00"], "2026-03-07": ["00:00-06:00"] } }),
      "2026-03-06",
      false,
    ],
    ["is false of a date that never was", APIA, "2011-12-30", false],
    ["is true of the dates around it", APIA, "2011-12-29", true],
    ["is true of the dates around it", APIA, "2011-12-31", true],
  ];
  it.each(rows)("%s", (_, calendar, date, expected) => {
    expect(isWorkingDay(calendar, date)).toBe(expected);
  });

  it("asks an instant's local date in the calendar's zone, open or not", () => {
    expect(isWorkingDay(office(), at("Fri 2026-03-06 23:59 +08:00"))).toBe(true);
    expect(isWorkingDay(office(), at("Fri 2026-03-06 16:00 Z"))).toBe(false); // Saturday 00:00 in Shanghai
    // Open, in Friday's night, but Saturday owns nothing.
    expect(isWorkingDay(nights(), at("Sat 2026-03-07 02:00 +08:00"))).toBe(false);
    expect(isWorkingDay(nights(), at("Fri 2026-03-06 12:00 +08:00"))).toBe(true);
  });
});

describe("addWorkingDays of a date", () => {
  const rows: readonly (readonly [string, string, number, string])[] = [
    ["is the next working day", "2026-03-05", 1, "2026-03-06"],
    ["leaves out days without hours", "2026-03-06", 1, "2026-03-09"],
    ["is strictly after a closed date", "2026-03-07", 1, "2026-03-09"],
    ["counts several", "2026-03-06", 6, "2026-03-16"],
    ["goes back", "2026-03-09", -1, "2026-03-06"],
    ["is strictly before a closed date", "2026-03-07", -1, "2026-03-06"],
    ["goes back several", "2026-03-09", -6, "2026-02-27"],
    ["is the date for 0", "2026-03-06", 0, "2026-03-06"],
    ["is the date for 0, even closed", "2026-03-07", 0, "2026-03-07"],
  ];
  it.each(rows)("%s", (_, from, days, expected) => {
    expect(addWorkingDays(office(), from, days)).toBe(expected);
  });

  it("leaves out holidays and counts make-up days", () => {
    const calendar = office({ holidays: ["2026-03-09"], makeUpDays: ["2026-03-07"] });
    expect(addWorkingDays(calendar, "2026-03-06", 1)).toBe("2026-03-07");
    expect(addWorkingDays(calendar, "2026-03-06", 2)).toBe("2026-03-10");
  });

  it("leaves out a date that never was", () => {
    expect(addWorkingDays(APIA, "2011-12-29", 1)).toBe("2011-12-31");
    expect(addWorkingDays(APIA, "2011-12-31", -1)).toBe("2011-12-29");
  });

  it("crosses years and leap days", () => {
    expect(addWorkingDays(office(), "2024-02-28", 2)).toBe("2024-03-01");
    expect(addWorkingDays(office(), "2026-03-06", 52 * 5)).toBe("2027-03-05");
    expect(addWorkingDays(office(), "2027-03-05", -52 * 5)).toBe("2026-03-06");
  });
});

describe("workingDaysBetween", () => {
  const rows: readonly (readonly [string, string, string, number])[] = [
    ["counts the first date and not the last", "2026-03-06", "2026-03-09", 1],
    ["counts a week", "2026-03-06", "2026-03-13", 5],
    ["is negative backwards", "2026-03-13", "2026-03-06", -5],
    ["is 0 of a date and itself", "2026-03-06", "2026-03-06", 0],
    ["is 0 over a weekend", "2026-03-07", "2026-03-09", 0],
  ];
  it.each(rows)("%s", (_, from, to, expected) => {
    expect(workingDaysBetween(office(), from, to)).toBe(expected);
  });

  it("takes the local dates of two instants", () => {
    const days = (from: string, to: string) => workingDaysBetween(office(), at(from), at(to));
    expect(days("Fri 2026-03-06 23:00 +08:00", "Mon 2026-03-09 01:00 +08:00")).toBe(1);
    // 16:30 in London is half past midnight on Saturday in Shanghai.
    expect(days("Fri 2026-03-06 16:30 Z", "Mon 2026-03-09 15:00 Z")).toBe(0);
    expect(days("Fri 2026-03-06 09:00 +08:00", "Fri 2026-03-06 18:00 +08:00")).toBe(0);
    expect(days("Mon 2026-03-09 01:00 +08:00", "Fri 2026-03-06 23:00 +08:00")).toBe(-1);
  });

  it("counts no date that never was", () => {
    expect(workingDaysBetween(APIA, "2011-12-29", "2012-01-01")).toBe(2);
    expect(workingDaysBetween(APIA, "2011-12-30", "2011-12-31")).toBe(0);
  });
});

describe("addWorkingDays of an instant, sameTime", () => {
  describe("in office hours", () => {
    holds(office(), {}, [
      ["keeps the time of day", "Thu 2026-03-05 15:00 +08:00", 1, "Fri 2026-03-06 15:00 +08:00"],
      ["leaves out days without hours", "Fri 2026-03-06 15:00:00.001 +08:00", 1, "Mon 2026-03-09 15:00:00.001 +08:00"],
      ["gives the start for 0", "Fri 2026-03-06 15:00 +08:00", 0, "Fri 2026-03-06 15:00 +08:00"],
      [
        "moves a start in closed time to the next opening",
        "Sat 2026-03-07 12:00 +08:00",
        0,
        "Mon 2026-03-09 09:00 +08:00",
      ],
      // Moved to Monday 09:00, so day 0 is Monday.
      ["counts from the day of the moved start", "Sat 2026-03-07 12:00 +08:00", 1, "Tue 2026-03-10 09:00 +08:00"],
      [
        "moves a start before the opening within its day",
        "Fri 2026-03-06 07:00 +08:00",
        1,
        "Mon 2026-03-09 09:00 +08:00",
      ],
      ["moves a start at the closing to the next day", "Fri 2026-03-06 18:00 +08:00", 1, "Tue 2026-03-10 09:00 +08:00"],
    ]);
    it("is the default rule", () => {
      const from = at("Fri 2026-03-06 15:00 +08:00");
      expectAt(addWorkingDays(office(), from, 1, { rule: "sameTime" }), "Mon 2026-03-09 15:00 +08:00");
    });
    it("floors what is finer than a millisecond", () => {
      const from = at("Fri 2026-03-06 15:00 +08:00");
      expectAt(addWorkingDays(office(), from + 0.5, 1), "Mon 2026-03-09 15:00 +08:00");
    });
  });

  describe("in a night shift", () => {
    holds(nights(), {}, [
      // Saturday 02:00 is Friday's 26:00; Monday's 26:00 is Tuesday 02:00.
      ["counts from the date that owns the night", "Sat 2026-03-07 02:00 +08:00", 1, "Tue 2026-03-10 02:00 +08:00"],
      ["keeps the evening's time", "Fri 2026-03-06 23:00 +08:00", 1, "Mon 2026-03-09 23:00 +08:00"],
      ["gives the start for 0", "Sat 2026-03-07 02:00 +08:00", 0, "Sat 2026-03-07 02:00 +08:00"],
      ["goes back on the night's own clock", "Tue 2026-03-10 02:00 +08:00", -1, "Sat 2026-03-07 02:00 +08:00"],
    ]);
  });

  describe("where the target is shorter", () => {
    describe("half a day on Friday", () => {
      holds(office({ hours: FRIDAY_HALF }), {}, [
        ["gives its last closing after it", "Thu 2026-03-05 15:00 +08:00", 1, "Fri 2026-03-06 12:00 +08:00"],
        ["keeps a time that is open", "Thu 2026-03-05 11:00 +08:00", 1, "Fri 2026-03-06 11:00 +08:00"],
        // 12:00 is no longer open; the last closing is the same instant.
        ["gives the closing at it", "Thu 2026-03-05 12:00 +08:00", 1, "Fri 2026-03-06 12:00 +08:00"],
      ]);
    });
    describe("a late start and a lunch hour on Friday", () => {
      holds(office({ hours: FRIDAY_LATE }), {}, [
        ["gives its next opening before it", "Thu 2026-03-05 09:30 +08:00", 1, "Fri 2026-03-06 10:00 +08:00"],
        ["gives its next opening in the lunch hour", "Thu 2026-03-05 12:30 +08:00", 1, "Fri 2026-03-06 13:00 +08:00"],
      ]);
    });
    describe("a break on the target", () => {
      holds(office({ breaks: { "2026-03-06": ["14:00-16:00"] } }), {}, [
        ["gives the opening after the break", "Thu 2026-03-05 15:00 +08:00", 1, "Fri 2026-03-06 16:00 +08:00"],
      ]);
    });
    describe("a day amid nights", () => {
      // Wednesday's 26:00 becomes Thursday's 26:00. Thursday works 09:00-12:00 only, so its last closing is 12:00, although
      // Thursday 26:00 is Friday 02:00 and Friday's own night would open at 22:00.
      holds(nights({ overrides: { "2026-03-05": ["09:00-12:00"] } }), {}, [
        ["looks at that day's own windows only", "Thu 2026-03-05 02:00 +08:00", 1, "Thu 2026-03-05 12:00 +08:00"],
      ]);
    });
    describe("a night into a long day", () => {
      const hours = { wed: ["10:00-12:00"], thu: ["22:00-06:00"], fri: ["05:00-11:00"] };
      holds(compileCalendar({ zone: "Asia/Shanghai", hours }), {}, [
        // Friday 05:30 is open in Friday's window and in Thursday's; its own date's comes first.
        [
          "takes the window of the instant's own date first",
          "Fri 2026-03-06 05:30 +08:00",
          1,
          "Wed 2026-03-11 10:00 +08:00",
        ],
        ["takes the night's where only it is open", "Fri 2026-03-06 04:30 +08:00", 1, "Fri 2026-03-06 11:00 +08:00"],
      ]);
    });
  });

  describe("over changes of the clock", () => {
    describe("around the clock in New York", () => {
      holds(daily("America/New_York", "00:00-24:00"), {}, [
        ["moves a skipped time by the gap", "Sat 2026-03-07 02:30 -05:00", 1, "Sun 2026-03-08 03:30 -04:00"],
        ["takes the first of a repeated time", "Sat 2026-10-31 01:30 -04:00", 1, "Sun 2026-11-01 01:30 -04:00"],
        ["keeps the clock's time from the second", "Sun 2026-11-01 01:30 -05:00", 1, "Mon 2026-11-02 01:30 -05:00"],
        ["gives the start for 0, the second too", "Sun 2026-11-01 01:30 -05:00", 0, "Sun 2026-11-01 01:30 -05:00"],
        ["takes the first of a repeated time back", "Mon 2026-11-02 01:30 -05:00", -1, "Sun 2026-11-01 01:30 -04:00"],
        [
          "moves a skipped time by the gap, going back",
          "Mon 2026-03-09 02:30 -04:00",
          -1,
          "Sun 2026-03-08 03:30 -04:00",
        ],
      ]);
    });
    describe("in Lord Howe", () => {
      // 2026-10-04 02:00 +10:30 becomes 02:30 +11:00.
      holds(daily("Australia/Lord_Howe", "00:00-24:00"), {}, [
        ["moves a skipped time by half an hour", "Sat 2026-10-03 02:10 +10:30", 1, "Sun 2026-10-04 02:40 +11:00"],
      ]);
    });
    describe("in hours that the gap cuts", () => {
      holds(daily("America/New_York", "01:00-03:15"), {}, [
        // 02:30 becomes 03:30, past the closing, and nothing opens later that day.
        ["gives the last closing past it", "Sat 2026-03-07 02:30 -05:00", 1, "Sun 2026-03-08 03:15 -04:00"],
      ]);
    });
    describe("in hours that the gap swallows", () => {
      holds(daily("America/New_York", "02:00-03:00"), {}, [
        ["does not count the day", "Sat 2026-03-07 02:30 -05:00", 1, "Mon 2026-03-09 02:30 -04:00"],
      ]);
    });
    describe("in Apia", () => {
      holds(APIA, {}, [
        ["skips the date that never was", "Thu 2011-12-29 10:00 -10:00", 1, "Sat 2011-12-31 10:00 +14:00"],
        ["skips it back", "Sat 2011-12-31 10:00 +14:00", -1, "Thu 2011-12-29 10:00 -10:00"],
      ]);
    });
  });
});

describe("addWorkingDays of an instant, backwards", () => {
  describe("in office hours", () => {
    holds(office(), {}, [
      ["keeps the time of day", "Mon 2026-03-09 15:00 +08:00", -1, "Fri 2026-03-06 15:00 +08:00"],
      ["keeps an opening", "Mon 2026-03-09 09:00 +08:00", -1, "Fri 2026-03-06 09:00 +08:00"],
      // Moved back to Friday 18:00, so day 0 is Friday; Thursday is closed at 18:00 and its previous closing is 18:00.
      [
        "moves a start in closed time to the previous closing",
        "Sat 2026-03-07 12:00 +08:00",
        -1,
        "Thu 2026-03-05 18:00 +08:00",
      ],
      [
        "moves a start before the opening to the day before",
        "Mon 2026-03-09 08:00 +08:00",
        -1,
        "Thu 2026-03-05 18:00 +08:00",
      ],
      [
        "takes a start at the closing for that closing",
        "Fri 2026-03-06 18:00 +08:00",
        -1,
        "Thu 2026-03-05 18:00 +08:00",
      ],
    ]);
  });

  describe("where the target is shorter", () => {
    holds(office({ hours: FRIDAY_HALF }), {}, [
      ["gives its previous closing", "Mon 2026-03-09 15:00 +08:00", -1, "Fri 2026-03-06 12:00 +08:00"],
    ]);
    describe("a late start and a lunch hour on Friday", () => {
      holds(office({ hours: FRIDAY_LATE }), {}, [
        ["gives its first opening before it", "Mon 2026-03-09 09:30 +08:00", -1, "Fri 2026-03-06 10:00 +08:00"],
        [
          "gives its previous closing in the lunch hour",
          "Mon 2026-03-09 12:30 +08:00",
          -1,
          "Fri 2026-03-06 12:00 +08:00",
        ],
      ]);
    });
  });

  describe("from a closing at midnight", () => {
    holds(compileCalendar({ zone: "UTC", hours: week(WORKING_DAYS, "08:00-24:00") }), {}, [
      // Moved back to Friday 24:00; Thursday's 24:00 is its closing.
      ["takes 24:00 for the time", "Sat 2026-03-07 12:00 Z", -1, "Fri 2026-03-06 00:00 Z"],
    ]);
  });

  describe("from a closing at a change", () => {
    const apia = compileCalendar({
      zone: "Pacific/Apia",
      hours: { thu: ["14:00-24:00"] },
      overrides: { "2011-12-28": ["12:00-02:00"] },
    });
    holds(apia, {}, [
      // Saturday 08:00 moves back to Thursday's closing, 24:00 on Thursday's own clock although the wall reads Saturday
      // 00:00 then. Wednesday's 24:00 lies in its window.
      ["takes the closing's own clock", "Sat 2011-12-31 08:00 +14:00", -1, "Thu 2011-12-29 00:00 -10:00"],
    ]);
  });

  describe("from the first instant after a skipped hour", () => {
    // London: Sunday 2025-03-30 01:00 Z becomes 02:00 +01:00. The start is open, so it stays, and the wall clock reads 02:00.
    holds(daily("Europe/London", "00:00-24:00"), {}, [
      ["takes the time that the wall clock reads", "Sun 2025-03-30 02:00 +01:00", -1, "Sat 2025-03-29 02:00 Z"],
    ]);
    const london = compileCalendar({
      zone: "Europe/London",
      hours: week(WORKING_DAYS, "22:00-06:00"),
      makeUpDays: ["2025-03-29"],
    });
    holds(london, {}, [
      // Found by the law "every answer equals the reference's": Saturday's 26:00 becomes Friday's 26:00.
      ["takes it in a night too", "Sun 2025-03-30 02:00 +01:00", -1, "Sat 2025-03-29 02:00 Z"],
      ["takes it forwards", "Sun 2025-03-30 02:00 +01:00", 1, "Tue 2025-04-01 02:00 +01:00"],
    ]);
  });

  describe("endOfDay", () => {
    holds(office(), { rule: "endOfDay" }, [
      ["gives the first opening of the day", "Mon 2026-03-09 15:00 +08:00", -1, "Fri 2026-03-06 09:00 +08:00"],
      ["counts from the moved start's day", "Sat 2026-03-07 12:00 +08:00", -1, "Thu 2026-03-05 09:00 +08:00"],
    ]);
  });

  describe("workingHours", () => {
    holds(office(), { rule: "workingHours" }, [
      ["takes working time back", "Mon 2026-03-09 10:00 +08:00", -1, "Fri 2026-03-06 10:00 +08:00"],
      // 9 hours back from Friday 18:00 is Friday's opening.
      ["takes it from the previous closing", "Sat 2026-03-07 12:00 +08:00", -1, "Fri 2026-03-06 09:00 +08:00"],
    ]);
  });

  describe("with a cut-off", () => {
    holds(office(), { cutoff: "16:00" }, [
      ["pays no attention to it", "Fri 2026-03-06 16:30 +08:00", -1, "Thu 2026-03-05 16:30 +08:00"],
    ]);
  });
});

describe("addWorkingDays of an instant, endOfDay", () => {
  describe("in office hours", () => {
    holds(office({ hours: FRIDAY_LATE }), { rule: "endOfDay" }, [
      ["gives the last closing of the n-th day", "Thu 2026-03-05 10:00 +08:00", 1, "Fri 2026-03-06 18:00 +08:00"],
      ["gives the last closing of day 0 for 0", "Fri 2026-03-06 10:30 +08:00", 0, "Fri 2026-03-06 18:00 +08:00"],
      ["moves a start in closed time first", "Sat 2026-03-07 12:00 +08:00", 0, "Mon 2026-03-09 18:00 +08:00"],
      ["counts from the moved start's day", "Fri 2026-03-06 18:00 +08:00", 1, "Tue 2026-03-10 18:00 +08:00"],
    ]);
  });
  describe("in a night shift", () => {
    holds(nights(), { rule: "endOfDay" }, [
      ["gives the end of the night for 0", "Fri 2026-03-06 23:00 +08:00", 0, "Sat 2026-03-07 06:00 +08:00"],
      ["gives the end of the n-th night", "Sat 2026-03-07 02:00 +08:00", 1, "Tue 2026-03-10 06:00 +08:00"],
    ]);
  });
  describe("with a night that a long day follows", () => {
    const hours = { thu: ["22:00-06:00"], fri: ["05:00-10:00"] };
    holds(compileCalendar({ zone: "Asia/Shanghai", hours }), { rule: "endOfDay" }, [
      // Open until Friday 10:00, but Thursday's own windows end at 06:00.
      ["ends with the day's own windows", "Thu 2026-03-05 23:00 +08:00", 0, "Fri 2026-03-06 06:00 +08:00"],
    ]);
  });
  describe("around the clock", () => {
    holds(daily("UTC", "00:00-24:00"), { rule: "endOfDay" }, [
      ["gives the midnight after the day", "Fri 2026-03-06 12:00 Z", 1, "Sun 2026-03-08 00:00 Z"],
    ]);
  });
  describe("with atClose nextOpen", () => {
    holds(office(), { rule: "endOfDay", atClose: "nextOpen" }, [
      ["stays at the closing", "Thu 2026-03-05 10:00 +08:00", 1, "Fri 2026-03-06 18:00 +08:00"],
    ]);
  });
  describe("with a break at the end of the day", () => {
    holds(office({ breaks: { "2026-03-06": ["16:00-20:00"] } }), { rule: "endOfDay" }, [
      ["gives the last closing before the break", "Thu 2026-03-05 10:00 +08:00", 1, "Fri 2026-03-06 16:00 +08:00"],
    ]);
  });
});

describe("addWorkingDays of an instant, workingHours", () => {
  describe("in office hours", () => {
    holds(office(), { rule: "workingHours" }, [
      // 9 hours: 8 on Friday, 1 on Monday.
      ["adds a day's hours as working time", "Fri 2026-03-06 10:00 +08:00", 1, "Mon 2026-03-09 10:00 +08:00"],
      ["gives the closing when just used up", "Fri 2026-03-06 09:00 +08:00", 1, "Fri 2026-03-06 18:00 +08:00"],
      ["gives the moved start for 0", "Sat 2026-03-07 12:00 +08:00", 0, "Mon 2026-03-09 09:00 +08:00"],
      ["multiplies", "Fri 2026-03-06 10:00 +08:00", 3, "Wed 2026-03-11 10:00 +08:00"],
    ]);
  });
  describe("with atClose nextOpen", () => {
    holds(office(), { rule: "workingHours", atClose: "nextOpen" }, [
      ["moves a closing to the next opening", "Fri 2026-03-06 09:00 +08:00", 1, "Mon 2026-03-09 09:00 +08:00"],
    ]);
  });
  describe("with hoursPerDay", () => {
    holds(office(), { rule: "workingHours", hoursPerDay: 7.5 }, [
      ["adds the hours given", "Fri 2026-03-06 09:00 +08:00", 1, "Fri 2026-03-06 16:30 +08:00"],
      ["multiplies the hours given", "Fri 2026-03-06 09:00 +08:00", 2, "Mon 2026-03-09 15:00 +08:00"],
    ]);
  });
  describe("with half a day on Friday", () => {
    holds(office({ hours: FRIDAY_HALF }), { rule: "workingHours" }, [
      // The most frequent length is 9 hours: 3 on Friday, 6 on Monday.
      ["takes the most frequent length", "Fri 2026-03-06 09:00 +08:00", 1, "Mon 2026-03-09 15:00 +08:00"],
    ]);
  });
  describe("with two lengths as frequent", () => {
    const hours = {
      mon: ["09:00-15:00"],
      tue: ["09:00-17:00"],
      wed: ["09:00-15:00"],
      thu: ["09:00-12:00", "13:00-18:00"],
    };
    holds(office({ hours }), { rule: "workingHours" }, [
      // 6 and 8 hours twice each: 8. Monday has 6, Tuesday 2 more.
      ["takes the longest", "Mon 2026-03-09 09:00 +08:00", 1, "Tue 2026-03-10 11:00 +08:00"],
    ]);
  });
  describe("with a change of the week", () => {
    const changes = [{ from: "2026-03-09", hours: week(WORKING_DAYS, "09:00-13:00") }];
    holds(office({ changes }), { rule: "workingHours" }, [
      ["takes the week in force before it", "Thu 2026-03-05 09:00 +08:00", 1, "Thu 2026-03-05 18:00 +08:00"],
      ["takes the week in force after it", "Mon 2026-03-09 09:00 +08:00", 1, "Mon 2026-03-09 13:00 +08:00"],
    ]);
  });
  describe("in a night shift", () => {
    holds(nights(), { rule: "workingHours" }, [
      ["counts the hours past midnight too", "Fri 2026-03-06 22:00 +08:00", 1, "Sat 2026-03-07 06:00 +08:00"],
    ]);
  });
});

describe("addWorkingDays of an instant, cutoff", () => {
  describe("at 16:00 in office hours", () => {
    holds(office(), { cutoff: "16:00" }, [
      ["leaves a start before it", "Fri 2026-03-06 15:59:59.999 +08:00", 1, "Mon 2026-03-09 15:59:59.999 +08:00"],
      // Moved to Monday 09:00, so day 0 is Monday.
      ["moves a start at it to the next working day", "Fri 2026-03-06 16:00 +08:00", 1, "Tue 2026-03-10 09:00 +08:00"],
      ["moves a start after it", "Thu 2026-03-05 17:30 +08:00", 1, "Mon 2026-03-09 09:00 +08:00"],
      ["moves for 0 too", "Thu 2026-03-05 17:30 +08:00", 0, "Fri 2026-03-06 09:00 +08:00"],
      // In closed time: Thursday 19:00 moves to Friday 09:00 as without a cut-off.
      ["does not move a start in closed time twice", "Thu 2026-03-05 19:00 +08:00", 1, "Mon 2026-03-09 09:00 +08:00"],
    ]);
  });
  describe("before all opening hours", () => {
    const evenings = office({ hours: week(WORKING_DAYS, "17:00-23:00") });
    holds(evenings, { cutoff: "16:00" }, [
      // The start itself is closed; that its next opening is past the cut-off does not matter.
      ["leaves a start in closed time", "Fri 2026-03-06 12:00 +08:00", 1, "Mon 2026-03-09 17:00 +08:00"],
      ["moves a start in open time", "Fri 2026-03-06 18:00 +08:00", 1, "Tue 2026-03-10 17:00 +08:00"],
    ]);
  });
  describe("in a night shift", () => {
    holds(nights(), { cutoff: "23:00" }, [
      ["leaves a start before it", "Fri 2026-03-06 22:30 +08:00", 1, "Mon 2026-03-09 22:30 +08:00"],
      // Saturday 02:00 is Friday's 26:00, past 23:00.
      ["measures on the night's own clock", "Sat 2026-03-07 02:00 +08:00", 1, "Tue 2026-03-10 22:00 +08:00"],
    ]);
  });
  describe("with endOfDay", () => {
    holds(office(), { rule: "endOfDay", cutoff: "16:00" }, [
      ["gives the next working day's closing for 0", "Fri 2026-03-06 16:30 +08:00", 0, "Mon 2026-03-09 18:00 +08:00"],
      ["counts from the next working day", "Fri 2026-03-06 16:30 +08:00", 1, "Tue 2026-03-10 18:00 +08:00"],
    ]);
  });
  describe("with workingHours", () => {
    holds(office(), { rule: "workingHours", cutoff: "16:00" }, [
      ["adds from the next working day's opening", "Fri 2026-03-06 16:30 +08:00", 1, "Mon 2026-03-09 18:00 +08:00"],
    ]);
  });
  describe("with a next working day that opens inside the one after it", () => {
    const overlapping = compileCalendar({
      zone: "UTC",
      hours: { tue: ["09:00-18:00"], wed: ["22:00-06:00"], thu: ["01:00-18:00"] },
      breaks: { "2026-03-04": ["20:00-02:00"] },
    });
    holds(overlapping, { rule: "endOfDay", cutoff: "16:00" }, [
      // Found by the law: the break leaves Thursday 02:00-06:00 of Wednesday's night, which is Thursday's time as well.
      ["takes the next working day for day 0", "Tue 2026-03-03 17:00 Z", 0, "Thu 2026-03-05 06:00 Z"],
    ]);
  });
  describe("around the clock", () => {
    holds(daily("UTC", "00:00-24:00"), { cutoff: "16:00" }, [
      ["takes midnight for the next day's opening", "Fri 2026-03-06 16:00 Z", 1, "Sun 2026-03-08 00:00 Z"],
    ]);
  });
});
