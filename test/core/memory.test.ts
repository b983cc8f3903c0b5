/** What calendars cost: bytes of tables, tables that are shared, tables that are not kept, and nothing per answer. */

import { beforeAll, describe, expect, it } from "vitest";
import type { Calendar, CalendarData } from "../../src/core.js";
import {
  addWorkingTime,
  compileCalendar,
  isOpen,
  nextOpen,
  workingTimeBetween,
  workingTimeBetweenBatch,
} from "../../src/core.js";
import type { Stretch } from "../../src/testing/reference.js";
import { bundledCore, type Core } from "../support/bundled-core.js";
import { DAILY, WORKING_DAYS, week } from "../support/calendars.js";
import { deepFreeze } from "../support/freeze.js";
import { bytesAllocated, bytesInUse, letGo, median } from "../support/garbage.js";
import { compileAnew, LAYOUTS, minutes, OFFICE, years } from "../support/layouts.js";
import { forSeeds, Random } from "../support/random.js";
import { countBuilds, heldBy, isHeld, type Shape, shapeOf, tableOf, widen } from "../support/table-inside.js";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const YEAR = 365.2425 * DAY;
const KIB = 1024;
/** Friday 2026-03-06 12:00 in Shanghai. */
const NOW = Date.UTC(2026, 2, 6, 4);
const EPOCH = 0;
const YEAR_2190 = Date.UTC(2190, 5, 1);

const LUNCH: CalendarData = { zone: "UTC+8", hours: week(WORKING_DAYS, "09:00-12:00", "13:00-18:00") };
const HOLIDAYS = Array.from({ length: 12 }, (_, month) =>
  new Date(Date.UTC(2026, month, 9)).toISOString().slice(0, 10),
);

/** The table of hours, asked until it holds a range. */
function laidOut(data: CalendarData, range: Stretch): Shape {
  return widen(compileAnew(data), range);
}

function bytesPerYear({ bytes, from, to }: Shape): number {
  return bytes / ((to - from) / YEAR);
}

describe("a table's bytes", () => {
  const ranges: readonly (readonly [string, Stretch])[] = [
    ["three years", years(2025, 2028)],
    ["five years", years(2023, 2028)],
    ["thirty years", years(2000, 2030)],
  ];

  it.each(ranges)("are at most 8 KiB a year for 9-5, over %s", (_, range) => {
    expect(bytesPerYear(laidOut(OFFICE, range))).toBeLessThanOrEqual(8 * KIB);
    const newYork = { zone: "America/New_York", hours: week(WORKING_DAYS, "09:00-17:00"), holidays: HOLIDAYS };
    expect(bytesPerYear(laidOut(newYork, range))).toBeLessThanOrEqual(8 * KIB);
  });

  it.each(ranges)("are at most 16 KiB a year with a lunch break, over %s", (_, range) => {
    expect(bytesPerYear(laidOut(LUNCH, range))).toBeLessThanOrEqual(16 * KIB);
    expect(bytesPerYear(laidOut({ ...LUNCH, zone: "Europe/London" }, range))).toBeLessThanOrEqual(16 * KIB);
  });

  const sundays = { ...week(WORKING_DAYS, "09:00-17:00"), sun: ["01:59-03:00"] };
  const slivers: readonly (readonly [string, CalendarData, CalendarData])[] = [
    [
      "a window of a minute on one date",
      { ...OFFICE, overrides: { "2026-03-11": ["09:00-17:00", "20:00-20:01"] } },
      OFFICE,
    ],
    ["a date that is open for a minute", { ...OFFICE, overrides: { "2026-03-11": ["09:00-09:01"] } }, OFFICE],
    ["a break that leaves a minute", { ...OFFICE, breaks: { "2026-03-11": ["09:01-17:00"] } }, OFFICE],
    ["a break that leaves a minute at both ends", { ...OFFICE, breaks: { "2026-03-11": ["09:01-16:59"] } }, OFFICE],
    // 01:59-02:00 is left on a Sunday in March, and comes before 01:59-03:00 on one in November.
    ["slivers of daylight saving", { zone: "America/New_York", hours: sundays }, { zone: "UTC-5", hours: sundays }],
  ];
  it.each(slivers)("are hardly more for %s", (_, data, without) => {
    const range = years(2024, 2029);
    const [shape, plain] = [laidOut(data, range), laidOut(without, range)];
    expect([shape.from, shape.to]).toEqual([plain.from, plain.to]);
    const added = shape.stretches - plain.stretches;
    expect(shape.bytes).toBeLessThanOrEqual(1.25 * plain.bytes + 16 * added);
    expect(shape.crowdedInTime + shape.crowdedInWork).toBeGreaterThan(0);
  });

  it("are no more a stretch than those of a lunch break may be for a minute on every date", () => {
    const shape = laidOut({ zone: "UTC+8", hours: week(DAILY, "09:00-17:00", "20:00-20:01") }, years(2024, 2029));
    // Twice 261 stretches a year in 16 KiB.
    expect(shape.bytes / shape.stretches).toBeLessThanOrEqual((16 * KIB) / 522);
  });

  it.each(LAYOUTS)("are at most 40 a stretch, 64 in a grid of 32 bits: $name", (layout) => {
    const calendar = layout.make();
    isOpen(calendar, layout.first);
    const { bytes, stretches, bits } = layout.held ? widen(calendar, layout.held) : shapeOf(tableOf(calendar));
    // Two numbers of 8 bytes, and in each of the two grids up to six entries.
    expect(bytes).toBeLessThanOrEqual(stretches * (bits === 16 ? 40 : 64) + 160);
  });

  it("are at most 40 a stretch for hundreds of windows on one date", () => {
    const shape = laidOut({ ...OFFICE, overrides: { "2026-03-11": minutes(700, 2, 1) } }, years(2024, 2029));
    expect(shape.bytes).toBeLessThanOrEqual(40 * shape.stretches + 160);
  });
});

describe("equal calendars", () => {
  it("share what is inside from the second one on, however they are written", () => {
    const first = compileCalendar({ zone: "UTC+8", hours: { mon: ["09:00-12:34"], fri: ["09:00-17:00"] } });
    const second = compileCalendar({ zone: "UTC+8", hours: { mon: ["09:00-12:34"], fri: ["09:00-17:00"] } });
    const third = compileCalendar({ hours: { fri: ["9:00-17:00"], mon: ["9:00-12:34"] }, zone: "UTC+08:00" });
    expect(third["~calendar"]).toBe(second["~calendar"]);
    nextOpen(second, NOW);
    expect(isHeld(third, NOW)).toBe(true);
    expect(nextOpen(first, NOW)).toBe(nextOpen(third, NOW));
  });

  it("are objects of their own, which users cannot write on", () => {
    const data: CalendarData = { zone: "UTC+8", hours: { mon: ["09:00-12:37"] } };
    const calendars = [compileCalendar(data), compileCalendar(data), compileCalendar(data)];
    expect(new Set(calendars).size).toBe(calendars.length);
    for (const calendar of calendars) {
      expect(Object.isFrozen(calendar)).toBe(true);
      expect(() => Object.assign(calendar, { tenant: "Acme" })).toThrow(TypeError);
      expect(JSON.stringify(calendar)).toBe('{"zone":"UTC+8"}');
    }
  });

  it("answer on, and for each other, when users freeze all that they can reach", () => {
    const data: CalendarData = { zone: "UTC+8", hours: { mon: ["09:00-12:38"] } };
    const calendars = [compileCalendar(data), compileCalendar(data), compileCalendar(data)];
    deepFreeze(calendars);
    for (const at of [NOW, EPOCH, NOW, EPOCH, NOW + 1_000 * DAY]) {
      for (const calendar of calendars) {
        const opensAt = nextOpen(calendar, at)!;
        expect(new Date(opensAt).getUTCDay()).toBe(1);
        expect(addWorkingTime(calendar, at, 60_000)).toBe(opensAt + 60_000);
        expect(workingTimeBetween(calendar, at, opensAt + 60_000)).toBe(60_000);
      }
    }
  });

  it("share nothing with calendars that differ in anything", () => {
    const base: CalendarData = { zone: "UTC+8", hours: { mon: ["09:00-12:35"] } };
    const others: readonly CalendarData[] = [
      base,
      { ...base, zone: "Asia/Shanghai" },
      { ...base, hours: { tue: ["09:00-12:35"] } },
      { ...base, hours: { mon: ["09:00-12:36"] } },
      { ...base, holidays: [] },
      { ...base, holidays: ["2026-03-09"] },
      { ...base, holidays: [{ date: "2026-03-09", name: "Inventory" }] },
      { ...base, overrides: { "2026-03-09": [] } },
      { ...base, breaks: { "2026-03-09": ["10:00-11:00"] } },
      { ...base, changes: [{ from: "2026-03-09", hours: { mon: ["09:00-12:35"] } }] },
      { ...base, knownUntil: "2026-12-28" },
    ];
    const twice = [...others, ...others].map((data) => compileCalendar(data)["~calendar"]);
    expect(new Set(twice.slice(others.length)).size).toBe(others.length);
  });

  it("are 10,000 tenants with 630 different hours in no more than twice 630 tables", () => {
    const random = new Random(630);
    const tenants = Array.from({ length: 10_000 }, (_, i) => {
      const opens = `0${7 + ((i % 630) % 3)}:${String((((i % 630) / 3) % 60) | 0).padStart(2, "0")}`;
      const closes = `${17 + Math.floor((i % 630) / 180)}:30`;
      return compileCalendar({ zone: "UTC+8", hours: week(WORKING_DAYS, `${opens}-${closes}`) });
    });
    for (let asked = 0; asked < 20_000; asked++) {
      addWorkingTime(random.one(tenants), NOW + random.between(-300 * DAY, 300 * DAY), 4 * HOUR);
    }
    const insides = tenants.map((tenant) => tenant["~calendar"]);
    expect(new Set(insides.slice(0, 630)).size).toBe(630);
    expect(new Set(insides.slice(1_260)).size).toBe(630);
    expect(new Set(insides).size).toBeLessThanOrEqual(2 * 630);
  });
});

describe("an instant far from the rest", () => {
  it("leaves a calendar the bytes it had", () => {
    const calendar = compileAnew(OFFICE);
    const { bytes } = widen(calendar, years(2024, 2028));
    const held = heldBy(calendar);
    isOpen(calendar, EPOCH);
    addWorkingTime(calendar, YEAR_2190, 400 * HOUR);
    expect(shapeOf(tableOf(calendar)).bytes).toBe(bytes);
    expect(heldBy(calendar)).toEqual(held);
  });

  it.each([
    ["an instant", (calendar: Calendar) => isOpen(calendar, NOW)],
    ["a column", (calendar: Calendar) => workingTimeBetweenBatch(calendar, Float64Array.of(NOW), Float64Array.of(NOW))],
    ["a span", (calendar: Calendar) => workingTimeBetween(calendar, NOW, NOW + 3 * YEAR)],
    ["an instant near 1970", (calendar: Calendar) => isOpen(calendar, EPOCH + 400 * DAY)],
  ])("moves no calendar, whatever was asked of it first: %s", (_, ask) => {
    const calendar = compileAnew(OFFICE);
    ask(calendar);
    const held = heldBy(calendar);
    expect(held.to - held.from).toBeLessThan(4 * YEAR);
    for (const at of [Date.UTC(1950, 0), YEAR_2190]) addWorkingTime(calendar, at, 4 * HOUR);
    expect(heldBy(calendar)).toEqual(held);
  });

  it("leaves a thousand calendars the bytes they had, and holds no more than some tables for a while", async () => {
    const calendars = Array.from({ length: 1_000 }, () => compileAnew(OFFICE));
    for (const calendar of calendars) isOpen(calendar, NOW);
    await letGo();
    const before = bytesInUse();
    const tables = calendars.map(tableOf);
    for (const calendar of calendars) addWorkingTime(calendar, EPOCH, 40 * HOUR);
    expect(calendars.map(tableOf)).toEqual(tables);
    await letGo();
    // A table of 256 days is 4 KiB; 256 of them with their frames.
    expect(bytesInUse() - before).toBeLessThan(256 * 8 * KIB);
  });

  it("that came first does not keep the table when all others are now", () => {
    forSeeds(5, (random) => {
      const calendar = compileAnew(OFFICE);
      isOpen(calendar, EPOCH);
      for (let asked = 0; asked < 1_000; asked++) isOpen(calendar, NOW + random.between(-400 * DAY, 400 * DAY));
      expect(isHeld(calendar, NOW)).toBe(true);
      expect(isHeld(calendar, EPOCH)).toBe(false);
      const { bytes, from, to } = shapeOf(tableOf(calendar));
      expect(to - from).toBeLessThan(5 * YEAR);
      expect(bytes).toBeLessThan(40 * KIB);
    });
  });

  it("is answered without building when it is asked again and again", () => {
    const calendars = [compileAnew(OFFICE), compileAnew(OFFICE), compileAnew(LUNCH)];
    const builds = calendars.map(countBuilds);
    for (let asked = 0; asked < 1_000; asked++) {
      for (const calendar of calendars) addWorkingTime(calendar, asked % 3 === 0 ? EPOCH : NOW, 4 * HOUR);
    }
    for (const count of builds) expect(count()).toBeLessThanOrEqual(5);
  });

  it("is answered without building when instants of twenty years were asked", () => {
    const random = new Random(20);
    for (const data of [OFFICE, LUNCH]) {
      const calendar = compileAnew(data);
      const ask = () => isOpen(calendar, NOW - random.between(0, 20 * YEAR));
      for (let asked = 0; asked < 2_000; asked++) ask();
      const builds = countBuilds(calendar);
      for (let asked = 0; asked < 1_000; asked++) ask();
      expect(builds()).toBeLessThanOrEqual(2);
    }
  });
});

describe("a distance longer than a table", () => {
  const EARLY = Date.UTC(2006, 0, 1);
  const asks: readonly (readonly [string, (calendar: Calendar) => unknown])[] = [
    ["working time between", (calendar) => workingTimeBetween(calendar, EARLY, NOW)],
    ["working time added", (calendar) => addWorkingTime(calendar, NOW, 20 * 2_000 * HOUR)],
    ["working time subtracted", (calendar) => addWorkingTime(calendar, NOW, -20 * 2_000 * HOUR)],
    [
      "a column",
      (calendar) => workingTimeBetweenBatch(calendar, new Float64Array(9).fill(EARLY), new Float64Array(9).fill(NOW)),
    ],
  ];
  it.each(asks)("is built a few times at most, and not for each answer: %s", (_, ask) => {
    for (const data of [OFFICE, LUNCH]) {
      const calendar = compileAnew(data);
      const builds = countBuilds(calendar);
      for (let asked = 0; asked < 100; asked++) ask(calendar);
      expect(builds()).toBeLessThanOrEqual(10);
    }
  });
});

describe("the core as it is published", () => {
  let core: Core;
  beforeAll(async () => {
    core = await bundledCore();
  });

  it("leaves the heap flat over 30,000 different calendars in one job, each asked once", () => {
    let compiled = 0;
    const use = (count: number) => {
      for (const last = compiled + count; compiled < last; compiled++) {
        const date = new Date(Date.UTC(1950, 0, 1) + compiled * DAY).toISOString().slice(0, 10);
        const calendar = core.compileCalendar({ ...OFFICE, overrides: { [date]: ["09:00-10:00"] } });
        core.isOpen(calendar, NOW);
      }
    };
    use(6_000);
    const before = bytesInUse();
    use(24_000);
    // Their tables alone are 100 MiB; a few MiB of contents that were seen may be remembered.
    expect(bytesInUse() - before).toBeLessThan(12 * KIB * KIB);
  });

  it("remembers no more of long contents than of short ones", () => {
    const use = (first: number, count: number) => {
      for (let i = first; i < first + count; i++) {
        // Two years of overrides: some 45,000 characters each.
        const dates = Array.from({ length: 730 }, (_, day) => {
          return new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10);
        });
        const overrides = Object.fromEntries(dates.map((date) => [date, ["09:00-10:00"]]));
        core.compileCalendar({ ...OFFICE, knownUntil: dates[i % 730]!, holidays: [dates[(i * 7) % 730]!], overrides });
      }
    };
    use(0, 100);
    const before = bytesInUse();
    use(100, 400);
    // All 400 contents would be 18 MB or more; 4 million characters of them may stay.
    expect(bytesInUse() - before).toBeLessThan(9 * KIB * KIB);
  });

  it("lets tables go with their calendars", async () => {
    const tables = ((): readonly WeakRef<object>[] =>
      Array.from({ length: 200 }, (_, i) => {
        // The second hundred are the first again: of these the inside is remembered, but weakly.
        const knownUntil = `21${String(i % 100).padStart(2, "0")}-01-01`;
        const calendar = core.compileCalendar({ ...OFFICE, knownUntil });
        core.isOpen(calendar, NOW);
        return new WeakRef(tableOf(calendar).pairs);
      }))();
    await letGo();
    expect(tables.filter((table) => table.deref() !== undefined)).toEqual([]);
  });

  /** So few that what they allocate is not collected while it is counted: 16 bytes each are a third of a MiB. */
  const COUNT = 20_000;
  const random = new Random(COUNT);
  const starts = Float64Array.from({ length: COUNT }, () => NOW + random.between(-100 * DAY, 100 * DAY));
  const ends = Float64Array.from({ length: COUNT }, () => NOW + random.between(-100 * DAY, 100 * DAY));
  const amounts = Float64Array.from({ length: COUNT }, () => random.between(-20 * HOUR, 20 * HOUR));
  const out = new Float64Array(COUNT);

  /** The bytes that an answer allocates, warm: the middle of twenty looks. */
  function bytesEach(task: () => unknown): number {
    for (let round = 0; round < 60; round++) task();
    const looks = Array.from({ length: 20 }, () => bytesAllocated(task));
    return median(looks) / COUNT;
  }

  const batches: readonly (readonly [string, (core: Core, calendar: Calendar) => unknown])[] = [
    ["an amount for all", (core, calendar) => core.addWorkingTimeBatch(calendar, starts, 4 * HOUR, out)],
    ["an amount for all, back", (core, calendar) => core.addWorkingTimeBatch(calendar, starts, -4 * HOUR, out)],
    ["an amount for each", (core, calendar) => core.addWorkingTimeBatch(calendar, starts, amounts, out)],
    ["the time between", (core, calendar) => core.workingTimeBetweenBatch(calendar, starts, ends, out)],
  ];
  it.each(batches)("allocates nothing for an element of a batch: %s", (_, task) => {
    const calendar = core.compileCalendar(LUNCH);
    expect(bytesEach(() => task(core, calendar))).toBeLessThan(1);
  });

  /** A number that is not kept in a register is 16 bytes: the answer, or an instant handed on to a helper. */
  const NUMBER = 16;
  const scalars: readonly (readonly [string, number, (core: Core, calendar: Calendar, i: number) => number])[] = [
    ["addWorkingTime", 1, (core, calendar, i) => core.addWorkingTime(calendar, starts[i]!, 4 * HOUR)],
    ["subtractWorkingTime", 1, (core, calendar, i) => core.subtractWorkingTime(calendar, starts[i]!, 4 * HOUR)],
    ["workingTimeBetween", 1, (core, calendar, i) => core.workingTimeBetween(calendar, starts[i]!, ends[i]!)],
    ["isOpen", 1, (core, calendar, i) => +core.isOpen(calendar, starts[i]!)],
    ["nextOpen", 3, (core, calendar, i) => core.nextOpen(calendar, starts[i]!) ?? 0],
    ["nextClose", 2, (core, calendar, i) => core.nextClose(calendar, starts[i]!) ?? 0],
    ["previousOpen", 2, (core, calendar, i) => core.previousOpen(calendar, starts[i]!) ?? 0],
    ["previousClose", 3, (core, calendar, i) => core.previousClose(calendar, starts[i]!) ?? 0],
    ["addWorkingDays", 2, (core, calendar, i) => core.addWorkingDays(calendar, starts[i]!, 5)],
    ["addWorkingDays back", 2, (core, calendar, i) => core.addWorkingDays(calendar, starts[i]!, -5)],
    ["workingDaysBetween", 2, (core, calendar, i) => core.workingDaysBetween(calendar, starts[i]!, ends[i]!)],
  ];
  it.each(scalars)("allocates nothing but numbers for a single answer: %s", (_, numbers, ask) => {
    const calendar = core.compileCalendar(LUNCH);
    const task = () => {
      let sum = 0;
      for (let i = 0; i < COUNT; i++) sum += ask(core, calendar, i);
      return sum;
    };
    expect(bytesEach(task)).toBeLessThan(NUMBER * numbers + 1);
  });

  it("keeps the fast way short enough for loops where thousands of first answers came before", async () => {
    const own = await bundledCore("after first answers");
    // Each of them lays out tables: half of the answers that V8 sees before it compiles anything for good are slow ones.
    for (let day = 0; day < 1_000; day++) {
      const knownUntil = new Date(Date.UTC(2100, 0, day)).toISOString().slice(0, 10);
      const calendar = own.compileCalendar({ ...OFFICE, knownUntil });
      for (let quarter = 0; quarter < 12; quarter++) own.addWorkingTime(calendar, NOW + quarter * 91 * DAY, 4 * HOUR);
    }
    const calendar = own.compileCalendar(LUNCH);
    const task = () => {
      let sum = 0;
      for (let i = 0; i < COUNT; i++) sum += own.addWorkingTime(calendar, starts[i]!, 4 * HOUR);
      return sum;
    };
    expect(bytesEach(task)).toBeLessThan(NUMBER + 1);
  });
});
