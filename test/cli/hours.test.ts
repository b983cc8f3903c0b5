import { describe, expect, it } from "vitest";
import { columns } from "../../src/explain/sentences.js";
import { cli } from "./session.js";

const OFFICE = '"Mon-Fri 9:00-18:00 Asia/Shanghai" --holidays CN';

/** A week in which Monday to Friday have the same hours. */
const weekdays = (...hours: string[]) => ({
  mon: hours,
  tue: hours,
  wed: hours,
  thu: hours,
  fri: hours,
  sat: [],
  sun: [],
});
const daily = (...hours: string[]) => ({ ...weekdays(...hours), sat: hours, sun: hours });

describe("sla-clock hours, a month", () => {
  // October 2026 begins on a Thursday. The State Council: holidays from 1 to 7 October, Saturday the 10th is worked.
  // 22 weekdays, less Thu 1, Fri 2, Mon 5, Tue 6 and Wed 7, and Sat 10: 18 days of 9 hours.
  it("draws October 2026 in China", async () => {
    const { code, out, err } = await cli(`hours ${OFFICE} --month 2026-10`);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toBe(`Mon-Fri 09:00-18:00 Asia/Shanghai, holidays: CN, known until 2026-12-28

October 2026

Mon      Tue      Wed      Thu      Fri      Sat      Sun
                            1 ░░░    2 ░░░    3 ░░░    4 ░░░    0 days   0 h
 5 ░░░    6 ░░░    7 ░░░    8 ███    9 ███   10 ███+  11 ·      3 days  27 h
12 ███   13 ███   14 ███   15 ███   16 ███   17 ·     18 ·      5 days  45 h
19 ███   20 ███   21 ███   22 ███   23 ███   24 ·     25 ·      5 days  45 h
26 ███   27 ███   28 ███   29 ███   30 ███   31 ·               5 days  45 h

███ working day   ░░░ holiday   ███+ make-up day   · closed

国庆节  Thu 1 – Wed 7 Oct; make-up day Sat 10 Oct

18 working days, 162 h
`);
  });

  it("draws it in Chinese, aligned", async () => {
    const { out } = await cli('hours "周一至周五 9:00-18:00 (UTC+8)" --holidays CN --month 2026-10 --lang zh');
    expect(out).toBe(`周一至周五 09:00-18:00 UTC+8，节假日：CN，已知至 2026-12-28

2026 年 10 月

周一     周二     周三     周四     周五     周六     周日
                            1 ░░░休  2 ░░░休  3 ░░░休  4 ░░░休  0 天   0 小时
 5 ░░░休  6 ░░░休  7 ░░░休  8 ███    9 ███   10 ███班 11 ·      3 天  27 小时
12 ███   13 ███   14 ███   15 ███   16 ███   17 ·     18 ·      5 天  45 小时
19 ███   20 ███   21 ███   22 ███   23 ███   24 ·     25 ·      5 天  45 小时
26 ███   27 ███   28 ███   29 ███   30 ███   31 ·               5 天  45 小时

███ 工作日   ░░░休 节假日   ███班 调休上班   · 休息

国庆节  10月1日周四 至 10月7日周三；调休上班 10月10日周六

共 18 个工作日，162 小时
`);
    const grid = out.split("\n").slice(5, 10);
    expect(new Set(grid.map(columns))).toEqual(new Set([77]));
  });

  // December 2026 begins on a Tuesday: 23 weekdays of 9 hours and 4 Saturdays of 3.
  it("marks half days, and dates that the holiday list does not know", async () => {
    const { out } = await cli('hours "Mon-Fri 9:00-18:00; Sat 9-12 Asia/Shanghai" --holidays CN --month 2026-12');
    expect(out).toBe(`Mon-Fri 09:00-18:00; Sat 09:00-12:00 Asia/Shanghai, holidays: CN, known until 2026-12-28

December 2026

Mon      Tue      Wed      Thu      Fri      Sat      Sun
          1 ███    2 ███    3 ███    4 ███    5 █▌     6 ·      5 days  39 h
 7 ███    8 ███    9 ███   10 ███   11 ███   12 █▌    13 ·      6 days  48 h
14 ███   15 ███   16 ███   17 ███   18 ███   19 █▌    20 ·      6 days  48 h
21 ███   22 ███   23 ███   24 ███   25 ███   26 █▌    27 ·      6 days  48 h
28 ███   29?███   30?███   31?███                               4 days  36 h

███ working day   █▌ half or short day   · closed   ? holidays not known

27 working days, 219 h

! The holiday list CN is known until 2026-12-28; what lies beyond may change.
`);
  });

  it("leaves the sums of weeks out where there is no room for them", async () => {
    const { out } = await cli(`hours ${OFFICE} --month 2026-10`, { columns: 70 });
    expect(out).toContain(" 5 ░░░    6 ░░░    7 ░░░    8 ███    9 ███   10 ███+  11 ·\n12 ███   ");
  });

  it("names overrides and breaks, and follows a change of the hours", async () => {
    const files = {
      "office.yaml": `zone: Asia/Shanghai
hours: Mon-Fri 9-18
holidays:
  - { date: 2026-10-12, name: Inventory }
overrides:
  2026-10-13: ["09:00-12:00"]
  2026-10-14: []
breaks:
  2026-10-15: ["10:00-11:00"]
changes:
  - { from: 2026-10-26, hours: "Mon-Fri 10:00-14:00" }
`,
    };
    const { out } = await cli("hours office.yaml --month 2026-10", { files });
    const lines = out.split("\n");
    const from = lines.indexOf("October 2026");
    expect(lines.slice(from + 3)).toEqual([
      "                            1 ███    2 ███    3 ·      4 ·      2 days  18 h",
      " 5 ███    6 ███    7 ███    8 ███    9 ███   10 ·     11 ·      5 days  45 h",
      "12 ░░░   13 █▌    14 ·     15 ███   16 ███   17 ·     18 ·      3 days  20 h",
      "19 ███   20 ███   21 ███   22 ███   23 ███   24 ·     25 ·      5 days  45 h",
      "26 █▌    27 █▌    28 █▌    29 █▌    30 █▌    31 ·               5 days  20 h",
      "",
      "███ working day   █▌ half or short day   ░░░ holiday   · closed",
      "",
      "Inventory           Mon 12 Oct",
      "open by override    Tue 13 Oct 09:00-12:00",
      "closed by override  Wed 14 Oct",
      "break               Thu 15 Oct 09:00-10:00, 11:00-18:00",
      "",
      "20 working days, 148 h",
      "",
    ]);
  });

  it("says of a date that never was that it never was", async () => {
    const { out } = await cli('hours "24x7 Pacific/Apia" --month 2011-12');
    expect(out).toContain("30 ·");
    expect(out).toContain("this date never was  Fri 30 Dec\n\n30 working days, 720 h\n");
  });

  it("is coloured where the terminal has colours, and aligned as without", async () => {
    const painted = await cli(`hours ${OFFICE} --month 2026-10`, { isTerminal: true });
    const plain = await cli(`hours ${OFFICE} --month 2026-10`);
    expect(painted.out).toContain("\u001b[31m░░░");
    expect(painted.out).toContain("\u001b[33m███+");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what colours are made of.
    expect(painted.out.replaceAll(/\u001b\[\d+m/g, "")).toBe(plain.out);
  });
});

describe("sla-clock hours, a year", () => {
  // 261 weekdays, less 19 in holidays, and 6 make-up days.
  it("draws twelve small months and names the holidays", async () => {
    const { out } = await cli(`hours "5x8 Asia/Shanghai" --holidays CN --year 2026`);
    expect(out).toBe(`Mon-Fri 09:00-17:00 Asia/Shanghai, holidays: CN, known until 2026-12-28

2026

Jan       21 d 168 h    Feb       16 d 128 h    Mar       22 d 176 h    Apr       21 d 168 h
Mo Tu We Th Fr Sa Su    Mo Tu We Th Fr Sa Su    Mo Tu We Th Fr Sa Su    Mo Tu We Th Fr Sa Su
         ░░ ░░ ░░  4+                      ·                       ·           1  2  3 ░░ ░░
 5  6  7  8  9  ·  ·     2  3  4  5  6  ·  ·     2  3  4  5  6  ·  ·    ░░  7  8  9 10  ·  ·
12 13 14 15 16  ·  ·     9 10 11 12 13 14+░░     9 10 11 12 13  ·  ·    13 14 15 16 17  ·  ·
19 20 21 22 23  ·  ·    ░░ ░░ ░░ ░░ ░░ ░░ ░░    16 17 18 19 20  ·  ·    20 21 22 23 24  ·  ·
26 27 28 29 30  ·       ░░ 24 25 26 27 28+      23 24 25 26 27  ·  ·    27 28 29 30
                                                30 31

May       19 d 152 h    Jun       21 d 168 h    Jul       23 d 184 h    Aug       21 d 168 h
Mo Tu We Th Fr Sa Su    Mo Tu We Th Fr Sa Su    Mo Tu We Th Fr Sa Su    Mo Tu We Th Fr Sa Su
            ░░ ░░ ░░     1  2  3  4  5  ·  ·           1  2  3  ·  ·                    ·  ·
░░ ░░  6  7  8  9+ ·     8  9 10 11 12  ·  ·     6  7  8  9 10  ·  ·     3  4  5  6  7  ·  ·
11 12 13 14 15  ·  ·    15 16 17 18 ░░ ░░ ░░    13 14 15 16 17  ·  ·    10 11 12 13 14  ·  ·
18 19 20 21 22  ·  ·    22 23 24 25 26  ·  ·    20 21 22 23 24  ·  ·    17 18 19 20 21  ·  ·
25 26 27 28 29  ·  ·    29 30                   27 28 29 30 31          24 25 26 27 28  ·  ·
                                                                        31

Sep       22 d 176 h    Oct       18 d 144 h    Nov       21 d 168 h    Dec       23 d 184 h
Mo Tu We Th Fr Sa Su    Mo Tu We Th Fr Sa Su    Mo Tu We Th Fr Sa Su    Mo Tu We Th Fr Sa Su
    1  2  3  4  ·  ·             ░░ ░░ ░░ ░░                       ·        1  2  3  4  ·  ·
 7  8  9 10 11  ·  ·    ░░ ░░ ░░  8  9 10+ ·     2  3  4  5  6  ·  ·     7  8  9 10 11  ·  ·
14 15 16 17 18  · 20+   12 13 14 15 16  ·  ·     9 10 11 12 13  ·  ·    14 15 16 17 18  ·  ·
21 22 23 24 ░░ ░░ ░░    19 20 21 22 23  ·  ·    16 17 18 19 20  ·  ·    21 22 23 24 25  ·  ·
28 29 30                26 27 28 29 30  ·       23 24 25 26 27  ·  ·    28 29?30?31?
                                                30

░░ holiday   + make-up day   · closed   ? holidays not known

元旦    Thu 1 – Sat 3 Jan; make-up day Sun 4 Jan
春节    Sun 15 – Mon 23 Feb; make-up days Sat 14 Feb, Sat 28 Feb
清明节  Sat 4 – Mon 6 Apr
劳动节  Fri 1 – Tue 5 May; make-up day Sat 9 May
端午节  Fri 19 – Sun 21 Jun
国庆节  Thu 1 – Wed 7 Oct; make-up days Sun 20 Sep, Sat 10 Oct
中秋节  Fri 25 – Sun 27 Sep

248 working days, 1984 h

! The holiday list CN is known until 2026-12-28; what lies beyond may change.

Readings taken where the hours leave something open
 1  5x8 read as Mon-Fri 09:00-17:00; write "5x8 from 08:00" for other hours
    to change: --anchor TIME
`);
  });

  it.each([60, 80, 100])("fits %i columns, in both languages", async (width) => {
    for (const lang of ["en", "zh"]) {
      const { out } = await cli(`hours '周一至周五 9:30-18:00 (UTC+8)' --holidays CN --year 2026 --lang ${lang}`, {
        columns: width,
      });
      const months = out.split("\n").slice(4, 36);
      for (const line of months) expect(columns(line), line).toBeLessThanOrEqual(width);
    }
  });

  it("says in Chinese what the months hold", async () => {
    const { out } = await cli("hours '周一至周五 9:30-18:00 (UTC+8)' --holidays CN --year 2026 --lang zh");
    expect(out).toContain(
      "9月     22天 187小时    10月    18天 153小时    11月  21天 178.5小时    12月  23天 195.5小时\n",
    );
    expect(out).toContain(
      " 7  8  9 10 11  ·  ·    休 休 休  8  9 10+ ·     2  3  4  5  6  ·  ·     7  8  9 10 11  ·  ·\n",
    );
    expect(out).toContain("全年 248 个工作日，2108 小时\n");
  });
});

describe("sla-clock hours, the week", () => {
  it("draws bars of half hours", async () => {
    const { out } = await cli("hours 'Mon-Thu 9:15-12:00, 13:00-18:00; Fri 22:00-06:00 UTC+8'");
    expect(out).toBe(`Mon-Thu 09:15-12:00, 13:00-18:00; Fri 22:00-06:00 UTC+8, holidays: none given

     0     3     6     9     12    15    18    21    24
Mon  ··················▒█████··██████████············  09:15-12:00, 13:00-18:00  7 h 45 min
Tue  ··················▒█████··██████████············  09:15-12:00, 13:00-18:00  7 h 45 min
Wed  ··················▒█████··██████████············  09:15-12:00, 13:00-18:00  7 h 45 min
Thu  ··················▒█████··██████████············  09:15-12:00, 13:00-18:00  7 h 45 min
Fri  ············································████  22:00-06:00  8 h
Sat  ████████████····································  until 06:00
Sun  ················································  closed
     ▒ open for a part of it

5 working days and 39 h a week

Readings taken where the hours leave something open
 1  no holidays were given, so none are applied; pass a list ([] where there are none)
    to change: --holidays CN|none|FILE
`);
  });

  it("draws bars of hours where there is less room, in Chinese", async () => {
    const { out } = await cli("hours '周一至周五 9:00-18:00 (UTC+8)' --holidays none --lang zh", { columns: 60 });
    expect(out).toBe(`周一至周五 09:00-18:00 UTC+8，节假日：无

      0  3  6  9  12 15 18 21 24
周一  ·········█████████······  09:00-18:00  9 小时
周二  ·········█████████······  09:00-18:00  9 小时
周三  ·········█████████······  09:00-18:00  9 小时
周四  ·········█████████······  09:00-18:00  9 小时
周五  ·········█████████······  09:00-18:00  9 小时
周六  ························  休息
周日  ························  休息

每周 5 个工作日，共 45 小时
`);
  });

  it("draws the week around now of a combination, which has no weekly hours", async () => {
    const files = {
      "sun.yaml":
        "unite:\n- Mon-Fri 9-18 Asia/Shanghai\n- Mon-Fri 9-18 Europe/London\n- Mon-Fri 9-18 America/New_York\n",
    };
    const { out } = await cli("hours sun.yaml --holidays none", { files });
    // In November New York closes at 18:00 -05:00, which is 07:00 in Shanghai.
    expect(out).toContain(`The week from Mon 2026-11-16
     0     3     6     9     12    15    18    21    24
Mon  ··················██████████████████████████████  09:00-24:00  15 h
Tue  ██████████████····██████████████████████████████  00:00-07:00, 09:00-24:00  22 h
`);
    expect(out).toContain("America/New_York, on the clock of Asia/Shanghai, holidays: none");
    expect(out).toContain("Sat  ██████████████··································  00:00-07:00  7 h\n");
    expect(out).toContain("6 working days and 110 h a week\n");
  });

  // The hours of the five documents, as they stand there.
  it.each([
    ["ailib, in English", "Monday–Friday 9:00–18:00 (UTC+8)", weekdays("09:00-18:00"), 45],
    ["ailib", "周一至周五 9:00-18:00 (UTC+8)", weekdays("09:00-18:00"), 45],
    ["ailib, urgent", "7×24", daily("00:00-24:00"), 168],
    ["chinanetcloud, in English", "Monday to Friday, Beijing time, 9:30–18:00", weekdays("09:30-18:00"), 42.5],
    ["chinanetcloud", "周一至周五，北京时间 9：30-18：00", weekdays("09:30-18:00"), 42.5],
    ["chinanetcloud, round the clock", "24×7", daily("00:00-24:00"), 168],
    ["websoft9", "Monday to Friday, 8:00–17:30", weekdays("08:00-17:30"), 47.5],
    ["websoft9, in Chinese", "周一至周五 / 8:00--17:30", weekdays("08:00-17:30"), 47.5],
    ["websoft9, by channel", "5×8", weekdays("09:00-17:00"), 40],
    ["websoft9, by phone", "7×8", daily("09:00-17:00"), 56],
    ["websoft9, by mail", "7×24小时", daily("00:00-24:00"), 168],
    ["tidb-cloud", "local time 9:00–18:00, Monday to Friday", weekdays("09:00-18:00"), 45],
    // goframe names no hours: all of its promises run around the clock.
    ["goframe", "7×24", daily("00:00-24:00"), 168],
  ])("reads the hours of a document: %s", async (_, hours, week, weekHours) => {
    const zone = /UTC|Beijing|北京/.test(hours) ? "" : "--zone Asia/Shanghai";
    const { code, out, err } = await cli(`hours "${hours}" ${zone} --json`);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(JSON.parse(out)).toMatchObject({ week, weekMs: weekHours * 3_600_000 });
  });
});

describe("sla-clock hours --json", () => {
  it("tells every date of the period", async () => {
    const { out } = await cli(`hours ${OFFICE} --month 2026-10 --json`);
    const data = JSON.parse(out);
    expect(data).toMatchObject({
      week: weekdays("09:00-18:00"),
      weekOf: null,
      workingDays: 18,
      workingMs: 162 * 3_600_000,
      beyondKnown: false,
      knownUntil: "2026-12-28",
      calendarZone: "Asia/Shanghai",
    });
    expect(data.days).toHaveLength(31);
    expect(data.days[9]).toEqual({
      date: "2026-10-10",
      working: true,
      hours: ["09:00-18:00"],
      openMs: 9 * 3_600_000,
      reason: "makeUpDay",
      name: "国庆节",
      known: true,
    });
  });
});

describe("what sla-clock hours refuses", () => {
  it.each([
    ["no hours", "hours", ["expected HOURS"]],
    ["somebody's own hours", "hours 'working hours' --zone UTC", ["HOURS: Missing calendar: "]],
    ["no zone", "hours 'Mon-Fri 9-18'", ['HOURS: expected a zone in "Mon-Fri 9-18"', "or --zone"]],
    ["another zone", `hours ${OFFICE} --zone UTC`, ["--zone: expected the zone of the hours, Asia/Shanghai, or none"]],
    [
      "a month that never was",
      `hours ${OFFICE} --month 2026-13`,
      ["--month: expected a month from 1900-01 to 2200-12"],
    ],
    ["a month out of range", `hours ${OFFICE} --month 2201-01`, ["--month: expected a month"]],
    ["a year that is none", `hours ${OFFICE} --year 26`, ["--year: expected a year from 1900 to 2200"]],
    ["a month and a year", `hours ${OFFICE} --month 2026-10 --year 2026`, ["--year: expected without --month"]],
    ["an unknown option", `hours ${OFFICE} --mont 2026-10`, ["--mont: unknown option (did you mean --month?)"]],
  ])("tells what was expected: %s", async (_, line, parts) => {
    const { code, out, err } = await cli(line);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    for (const part of parts) expect(err).toContain(part);
    expect(err).toMatch(/See: sla-clock hours --help\n$/);
  });
});
