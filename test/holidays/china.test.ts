import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { china } from "../../src/holidays.js";
import { parseLocalDate, weekdayOf } from "../../src/time/local-date.js";

const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const weekday = (date: string): string | undefined => WEEKDAYS[weekdayOf(parseLocalDate(date) as number)];

const names = new Map(china.holidays.map(({ date, name }) => [date, name]));
const makeUps = new Map((china.makeUpDays ?? []).map(({ date, name }) => [date, name]));

/** What the list says of a date, with the weekday: "Thu closed 国庆节", "Sat worked 国庆节", "Wed as usual". */
function verdict(date: string): string {
  const closed = names.has(date) ? `closed ${names.get(date)}` : undefined;
  const worked = makeUps.has(date) ? `worked ${makeUps.get(date)}` : undefined;
  return `${weekday(date)} ${[closed, worked].filter(Boolean).join(" and ") || "as usual"}`;
}

describe("china", () => {
  // Read off the notices of the State Council by hand, not off the package.
  const WAR_ENDED = "中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日";
  it.each([
    // 2004 to 2007: three golden weeks, no 清明节, 端午节 or 中秋节.
    ["2004-01-22", "Thu closed 春节"],
    ["2004-01-28", "Wed closed 春节"],
    ["2004-01-17", "Sat worked 春节"],
    ["2004-01-18", "Sun worked 春节"],
    ["2004-04-04", "Sun as usual"],
    ["2004-05-07", "Fri closed 劳动节"],
    ["2004-05-08", "Sat worked 劳动节"],
    ["2004-10-07", "Thu closed 国庆节"],
    ["2004-10-10", "Sun worked 国庆节"],
    ["2005-02-09", "Wed closed 春节"],
    ["2005-02-15", "Tue closed 春节"],
    ["2005-02-05", "Sat worked 春节"],
    ["2005-02-06", "Sun worked 春节"],
    ["2005-02-16", "Wed as usual"],
    // 国办发明电〔2005〕35号: 元旦 1月1日—3日; 12月31日上班. 十一: 9月30日、10月8日上班.
    ["2005-12-31", "Sat worked 元旦"],
    ["2006-01-01", "Sun closed 元旦"],
    ["2006-01-03", "Tue closed 元旦"],
    ["2006-01-04", "Wed as usual"],
    ["2006-02-05", "Sun worked 春节"],
    ["2006-09-30", "Sat worked 国庆节"],
    ["2006-10-08", "Sun worked 国庆节"],
    // 国办发明电〔2006〕49号
    ["2006-12-30", "Sat worked 元旦"],
    ["2006-12-31", "Sun worked 元旦"],
    ["2007-02-17", "Sat worked 春节"],
    ["2007-02-25", "Sun worked 春节"],
    ["2007-05-07", "Mon closed 劳动节"],
    ["2007-09-30", "Sun worked 国庆节"],
    // 2008: 劳动节 has one day from now on, and the three festivals are new. 元旦 began in 2007.
    ["2007-12-29", "Sat worked 元旦"],
    ["2007-12-31", "Mon closed 元旦"],
    ["2008-02-06", "Wed closed 春节"],
    ["2008-02-03", "Sun worked 春节"],
    ["2008-04-04", "Fri closed 清明节"],
    ["2008-05-02", "Fri closed 劳动节"],
    ["2008-05-04", "Sun worked 劳动节"],
    ["2008-05-05", "Mon as usual"],
    ["2008-06-09", "Mon closed 端午节"],
    ["2008-09-15", "Mon closed 中秋节"],
    ["2008-09-29", "Mon closed 国庆节"],
    ["2008-10-06", "Mon as usual"],
    // 国办发明电〔2010〕40号: 端午节 6月4日至6日, the Sunday included.
    ["2011-06-04", "Sat closed 端午节"],
    ["2011-06-05", "Sun closed 端午节"],
    ["2011-06-06", "Mon closed 端午节"],
    ["2011-10-08", "Sat worked 国庆节"],
    // 国办发明电〔2011〕45号: 端午节 6月22日至24日; 中秋节、国庆节 9月30日至10月7日.
    ["2011-12-31", "Sat worked 元旦"],
    ["2012-03-31", "Sat worked 清明节"],
    ["2012-04-01", "Sun worked 清明节"],
    ["2012-06-22", "Fri closed 端午节"],
    ["2012-06-23", "Sat closed 端午节"],
    ["2012-06-24", "Sun closed 端午节"],
    ["2012-06-25", "Mon as usual"],
    ["2012-09-29", "Sat worked 国庆节"],
    // 2014: 端午节 6月2日 and 中秋节 9月8日, each beside a weekend.
    ["2014-01-26", "Sun worked 春节"],
    ["2014-02-08", "Sat worked 春节"],
    ["2014-06-02", "Mon closed 端午节"],
    ["2014-09-08", "Mon closed 中秋节"],
    // 国发明电〔2015〕1号: 9月3日至5日; 9月6日上班.
    ["2015-09-03", `Thu closed ${WAR_ENDED}`],
    ["2015-09-04", `Fri closed ${WAR_ENDED}`],
    ["2015-09-05", `Sat closed ${WAR_ENDED}`],
    ["2015-09-06", `Sun worked ${WAR_ENDED}`],
    // 2017: 中秋节、国庆节 10月1日至8日; 9月30日上班.
    ["2017-01-02", "Mon closed 元旦"],
    ["2017-09-30", "Sat worked 国庆节"],
    ["2017-10-04", "Wed closed 中秋节"],
    ["2017-10-08", "Sun closed 国庆节"],
    ["2018-12-31", "Mon closed 元旦"],
    // 国办发明电〔2019〕16号, and 〔2020〕1号, which made 春节 longer: until 2月2日, so 2月1日 is not worked.
    ["2020-01-19", "Sun worked 春节"],
    ["2020-01-31", "Fri closed 春节"],
    ["2020-02-01", "Sat closed 春节"],
    ["2020-02-02", "Sun closed 春节"],
    ["2020-02-03", "Mon as usual"],
    ["2020-10-08", "Thu closed 国庆节"],
    ["2023-09-29", "Fri closed 中秋节"],
    ["2023-10-06", "Fri closed 国庆节"],
    ["2023-10-08", "Sun worked 国庆节"],
    // 2025: one day more of 春节 and of 劳动节.
    ["2025-01-28", "Tue closed 春节"],
    ["2025-02-04", "Tue closed 春节"],
    ["2025-05-05", "Mon closed 劳动节"],
    ["2025-10-06", "Mon closed 中秋节"],
    ["2025-10-11", "Sat worked 国庆节"],
    // The notice of 4 November 2025.
    ["2026-01-04", "Sun worked 元旦"],
    ["2026-02-14", "Sat worked 春节"],
    ["2026-02-15", "Sun closed 春节"],
    ["2026-02-23", "Mon closed 春节"],
    ["2026-02-28", "Sat worked 春节"],
    ["2026-04-06", "Mon closed 清明节"],
    ["2026-05-09", "Sat worked 劳动节"],
    ["2026-06-19", "Fri closed 端午节"],
    ["2026-09-20", "Sun worked 国庆节"],
    ["2026-09-25", "Fri closed 中秋节"],
    ["2026-10-01", "Thu closed 国庆节"],
    ["2026-10-07", "Wed closed 国庆节"],
    ["2026-10-08", "Thu as usual"],
    ["2026-10-10", "Sat worked 国庆节"],
  ])("says of %s: %s", (date, expected) => {
    expect(verdict(date)).toBe(expected);
  });

  it("is known from 2004 until 28 December of its last year", () => {
    const { name, knownFrom, knownUntil, source, version } = china;
    expect({ name, knownFrom, knownUntil, version }).toEqual({
      name: "China",
      knownFrom: "2004-01-01",
      knownUntil: "2026-12-28",
      version: "1.5.7",
    });
    expect(source).toContain("chinese-days");
  });

  it("has no date twice, and none that is both a holiday and a make-up day", () => {
    const all = [...china.holidays, ...(china.makeUpDays ?? [])].map(({ date }) => date);
    expect(new Set(all).size).toBe(all.length);
  });

  it("is in the order of the dates", () => {
    for (const list of [china.holidays, china.makeUpDays ?? []]) {
      const dates = list.map(({ date }) => date);
      expect(dates).toEqual([...dates].sort());
    }
  });

  it("makes up on Saturdays and Sundays only", () => {
    expect(new Set([...makeUps.keys()].map(weekday))).toEqual(new Set(["Sat", "Sun"]));
  });

  it("makes up for no more working days than holidays took", () => {
    for (let year = 2004; year <= 2026; year++) {
      const of = (dates: Iterable<string>) => [...dates].filter((date) => date.startsWith(String(year)));
      const takenFromTheWeek = of(names.keys()).filter((date) => !["Sat", "Sun"].includes(weekday(date) as string));
      expect(of(makeUps.keys()).length).toBeLessThan(takenFromTheWeek.length);
    }
  });

  it("gives the same lists each time and survives copying", () => {
    expect(china.holidays).toBe(china.holidays);
    expect(structuredClone({ ...china })).toEqual(china);
    expect(JSON.parse(JSON.stringify(china))).toEqual(china);
  });
});

describe("the list beside chinese-days", () => {
  const root = dirname(createRequire(import.meta.url).resolve("chinese-days/package.json"));
  const years = readdirSync(join(root, "dist/years")).filter((file) => file.endsWith(".json"));

  /** What the notices name and the package lacks: here by hand, apart from the script's own list. */
  const ADDED: Record<string, { holidays: number; workdays: number }> = {
    "2005": { holidays: 0, workdays: 1 },
    "2011": { holidays: 1, workdays: 0 },
    "2012": { holidays: 1, workdays: 0 },
    "2015": { holidays: 1, workdays: 0 },
  };

  it.each(years.map((file) => file.slice(0, 4)))(
    "has every day of %s, and no other than those known to lack",
    (year) => {
      const theirs = JSON.parse(readFileSync(join(root, `dist/years/${year}.json`), "utf8"));
      const added = ADDED[year] ?? { holidays: 0, workdays: 0 };
      const of = (days: Map<string, unknown>) => [...days.keys()].filter((date) => date.startsWith(year));
      expect(of(names)).toEqual(expect.arrayContaining(Object.keys(theirs.holidays)));
      expect(of(names)).toEqual(expect.arrayContaining(Object.keys(theirs.inLieuDays)));
      expect(of(makeUps)).toEqual(expect.arrayContaining(Object.keys(theirs.workdays)));
      expect(of(names).length).toBe(Object.keys(theirs.holidays).length + added.holidays);
      expect(of(makeUps).length).toBe(Object.keys(theirs.workdays).length + added.workdays);
    },
  );

  it("covers 2004 to 2026", () => {
    expect(years.map((file) => file.slice(0, 4)).sort()).toEqual(
      Array.from({ length: 23 }, (_, i) => String(2004 + i)),
    );
  });
});

describe("scripts/update-china-holidays.mjs", () => {
  const script = fileURLToPath(new URL("../../scripts/update-china-holidays.mjs", import.meta.url));

  it("finds the file up to date, and prints the coverage", () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, "--check"], { encoding: "utf8" });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toContain("known from 2004-01-01 until 2026-12-28");
    expect(stdout).toMatch(/^2026 +33 +6$/m);
  });

  it("says so and exits with 1 where the file is missing or another, and writes the very file that ships", () => {
    const folder = mkdtempSync(join(tmpdir(), "sla-clock-china-"));
    try {
      for (const part of ["scripts", "src/holidays"]) mkdirSync(join(folder, part), { recursive: true });
      cpSync(script, join(folder, "scripts/update.mjs"));
      symlinkSync(fileURLToPath(new URL("../../node_modules", import.meta.url)), join(folder, "node_modules"));
      const file = join(folder, "src/holidays/china.ts");
      const run = (...args: string[]) =>
        spawnSync(process.execPath, [join(folder, "scripts/update.mjs"), ...args], { encoding: "utf8" });

      expect(run("--check")).toMatchObject({ status: 1, stderr: expect.stringContaining("run node scripts/") });
      expect(run()).toMatchObject({ status: 0, stderr: "" });
      expect(readFileSync(file, "utf8")).toBe(
        readFileSync(new URL("../../src/holidays/china.ts", import.meta.url), "utf8"),
      );
      expect(run("--check")).toMatchObject({ status: 0, stderr: "" });
      writeFileSync(file, readFileSync(file, "utf8").replace("10-01/10-07", "10-01/10-06"));
      expect(run("--check")).toMatchObject({ status: 1, stderr: expect.stringContaining("src/holidays/china.ts") });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
