/**
 * Speed is not bought with errors: every layout that a table can have (test/support/layouts.ts) gives the answers that
 * walking along the open stretches gives, obeys the laws, and is known to be the layout that is meant.
 */

import { describe, expect, it } from "vitest";
import type { Calendar } from "../../src/core.js";
import * as core from "../../src/core.js";
import {
  addSplits,
  agreesWithReference,
  answerOf,
  atCloseMovesOnlyClosings,
  batchEqualsScalar,
  betweenInvertsAdd,
  betweenIsAdditive,
  intervalsAreMaximal,
  isOpenAgreesWithIntervals,
  neighboursAgreeWithIntervals,
  subtractMirrorsAdd,
} from "../../src/testing/laws.js";
import { Reference, type Stretch } from "../../src/testing/reference.js";
import { DAILY, week } from "../support/calendars.js";
import { errorOf } from "../support/expect.js";
import { compileAnew, LAYOUTS, type Layout, OFFICE, years } from "../support/layouts.js";
import { known, type PlainData, PlainScan, plainOpen } from "../support/plain-scan.js";
import { forSeeds, type Random } from "../support/random.js";
import { heldBy, isHeld, shapeOf, tableOf, widen } from "../support/table-inside.js";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const FIRST = Date.UTC(1900, 0, 1);
const END = Date.UTC(2201, 0, 1);

/** Amounts that whole columns get. */
const SAME = [4 * HOUR, -HOUR, 0, 0.5, 1, 30 * HOUR + 1, -90 * HOUR];

/** A row of a batch, with all that is true of it. */
interface Row {
  readonly at: number;
  readonly amount: number;
  readonly due: number;
  readonly between: number;
  /** What the amounts of {@link SAME} give, where it is known. */
  readonly sums: readonly (number | string | undefined)[];
}

// ---- questions ---------------------------------------------------------------------------------------------------

/** What is asked of a calendar: an instant and an amount, where mistakes live, and the truth about them. */
class Questioner {
  readonly #random: Random;
  readonly #scan: PlainScan;
  /** The edges of the shortest stretches and gaps. */
  readonly #tight: readonly number[];

  constructor(random: Random, scan: PlainScan, tight: readonly number[]) {
    this.#random = random;
    this.#scan = scan;
    this.#tight = tight;
  }

  /** Near an edge, near an end of the table, or anywhere. */
  instant(calendar: Calendar): number {
    const random = this.#random;
    const { from, to } = heldBy(calendar);
    const { sight } = this.#scan;
    const near = [
      random.one([from, to]),
      random.between(from, to),
      random.between(sight.from, sight.to),
      this.#edge(),
      this.#edge(),
    ];
    const at = random.one(near) + random.one([0, 0, 0, -1, 1, -0.5, 0.5, random.between(-2 * HOUR, 2 * HOUR)]);
    return Math.min(Math.max(at, sight.from), sight.to - 1);
  }

  /** Nothing, little, much, a fraction, until exactly an edge, until an end of the table. */
  amount(calendar: Calendar, at: number): number {
    const random = this.#random;
    const { from, to } = heldBy(calendar);
    const until = (end: number) => known(() => this.#scan.between(at, end))?.answer ?? HOUR;
    const amounts = [
      () => random.one([0, 1, -1, 0.5, -0.5, -0, 1.999, -1.999]),
      () => Math.floor(this.#some() * 9),
      () => this.#some(),
      () => until(random.between(this.#scan.sight.from, this.#scan.sight.to)),
      () => until(this.#edge()) + random.one([0, 0, 0, 1, -1]),
      () => until(this.#edge()) + random.one([0, 0, 0, 1, -1]),
      () => until(random.one([from, to])) + random.one([0, 1, -1]),
    ];
    return random.one(amounts)();
  }

  /** So many instants with amounts whose sums exist and are known. */
  rows(calendar: Calendar, length: number): Row[] {
    const { sight } = this.#scan;
    const rows: Row[] = [];
    while (rows.length < length) {
      const at = this.instant(calendar);
      const amount = this.amount(calendar, at);
      const due = known(() => this.#scan.add(at, amount))?.answer;
      if (typeof due !== "number" || at < sight.from || at >= sight.to) continue;
      const sums = SAME.map((same) => known(() => this.#scan.add(at, same))?.answer);
      rows.push({ at, amount, due, between: this.#scan.between(at, due), sums });
    }
    return rows;
  }

  /** What is open in some days, as a fraction of a millisecond may be. */
  #some(): number {
    const { from, to } = this.#scan.sight;
    return ((this.#random.fraction() - 0.5) * 2 * DAY * this.#scan.total) / (to - from);
  }

  #edge(): number {
    const edges = this.#random.one([this.#tight, this.#scan.edges]);
    return edges.length > 0 ? this.#random.one(edges) : this.#scan.sight.from;
  }
}

/** The edges of the shortest stretches and gaps. */
function tightEdges({ edges }: PlainScan): readonly number[] {
  const order = Array.from(edges.keys()).slice(1);
  const length = (i: number) => edges[i]! - edges[i - 1]!;
  return order
    .sort((a, b) => length(a) - length(b))
    .slice(0, 60)
    .flatMap((i) => [edges[i - 1]!, edges[i]!]);
}

const ABOUT_INSTANTS: readonly (readonly [
  string,
  (calendar: Calendar, at: number) => unknown,
  (scan: PlainScan, at: number) => unknown,
])[] = [
  ["isOpen", core.isOpen, (scan, at) => scan.isOpen(at)],
  ["nextOpen", core.nextOpen, (scan, at) => scan.nextOpen(at)],
  ["nextClose", core.nextClose, (scan, at) => scan.nextClose(at)],
  ["previousOpen", core.previousOpen, (scan, at) => scan.previousOpen(at)],
  ["previousClose", core.previousClose, (scan, at) => scan.previousClose(at)],
];

/** Compares all single answers about an instant; gives how many were known. */
function compareAt(calendar: Calendar, scan: PlainScan, at: number, other: number, amounts: readonly number[]): number {
  let compared = 0;
  const check = (question: string, ours: () => unknown, truth: () => unknown): void => {
    const expected = known(truth);
    if (expected === undefined) return;
    compared++;
    const answer = answerOf(ours);
    if (Object.is(answer, expected.answer)) return;
    throw new Error(`${question}: expected ${String(expected.answer)}, received ${String(answer)}`);
  };
  for (const [name, ours, truth] of ABOUT_INSTANTS) {
    check(
      `${name}(${at})`,
      () => ours(calendar, at),
      () => truth(scan, at),
    );
  }
  check(
    `workingTimeBetween(${at}, ${other})`,
    () => core.workingTimeBetween(calendar, at, other),
    () => scan.between(at, other),
  );
  const until = at + (other - at) / Math.max(1, Math.abs(other - at) / (20 * DAY));
  check(
    `openIntervals(${at}, ${until})`,
    () => JSON.stringify(core.openIntervals(calendar, at, until)),
    () => JSON.stringify(scan.openIntervals(at, until)),
  );
  for (const amount of amounts) {
    for (const atClose of ["close", "nextOpen"] as const) {
      check(
        `addWorkingTime(${at}, ${amount}, ${atClose})`,
        () => core.addWorkingTime(calendar, at, amount, { atClose }),
        () => scan.add(at, amount, atClose),
      );
    }
    check(
      `addWorkingTime(${at}, ${amount})`,
      () => core.addWorkingTime(calendar, at, amount),
      () => scan.add(at, amount),
    );
    check(
      `subtractWorkingTime(${at}, ${amount})`,
      () => core.subtractWorkingTime(calendar, at, amount),
      () => scan.add(at, -amount),
    );
  }
  return compared;
}

// ---- columns -----------------------------------------------------------------------------------------------------

function expectColumn(question: string, actual: Float64Array, expected: readonly number[]): void {
  const wrong = expected.findIndex((answer, i) => !Object.is(actual[i], answer));
  if (wrong < 0 && actual.length === expected.length) return;
  throw new Error(`${question} [${wrong}]: expected ${expected[wrong]}, received ${actual[wrong]}`);
}

/** Compares the batch forms, into a new array and into each of those that are read; `same` is an index of {@link SAME}. */
function compareColumns(make: () => Calendar, rows: readonly Row[], same: number): void {
  const starts = Float64Array.from(rows, ({ at }) => at);
  const amounts = Float64Array.from(rows, ({ amount }) => amount);
  const dues = Float64Array.from(rows, ({ due }) => due);
  const untouched = starts.slice();
  expectColumn("an amount for each", core.addWorkingTimeBatch(make(), starts, amounts), Array.from(dues));
  expectColumn("into from", core.addWorkingTimeBatch(make(), ...twice(starts, amounts)), Array.from(dues));

  const one = rows.filter(({ sums }) => typeof sums[same] === "number");
  const oneStarts = Float64Array.from(one, ({ at }) => at);
  const oneDues = one.map(({ sums }) => sums[same] as number);
  const amount = SAME[same]!;
  expectColumn(`${amount} for all`, core.addWorkingTimeBatch(make(), oneStarts, amount), oneDues);
  expectColumn(`${amount} into from`, core.addWorkingTimeBatch(make(), ...twice(oneStarts, amount)), oneDues);

  const between = rows.map((row) => row.between);
  const [into, ends] = [starts.slice(), dues.slice()];
  expectColumn("the time between", core.workingTimeBetweenBatch(make(), starts, dues), between);
  expectColumn("between, into from", core.workingTimeBetweenBatch(make(), into, dues, into), between);
  expectColumn("between, into to", core.workingTimeBetweenBatch(make(), starts, ends, ends), between);
  expect(starts).toEqual(untouched);
}

/** Arguments of a batch that writes over what it reads. */
function twice<T>(starts: Float64Array, amount: T): [Float64Array, T, Float64Array] {
  const copy = starts.slice();
  return [copy, amount, copy];
}

// ---- layouts -----------------------------------------------------------------------------------------------------

/** Far from every table that is asked about otherwise, before and after. */
const FAR = [years(1930, 1932), years(2117, 2119)];

/** What is known about a layout, worked out once. */
function truthAbout({ openWithin, sight, beyond, isPlain }: Layout) {
  const scan = new PlainScan(openWithin(sight), sight, beyond);
  const far = isPlain && beyond !== "closed" ? FAR.map((range) => new PlainScan(openWithin(range), range)) : [];
  return { scan, tight: tightEdges(scan), far: far.map((scan) => ({ scan, tight: tightEdges(scan) })) };
}

/** A calendar of a layout, asked until its table lies as meant. */
function laidOut(layout: Layout): Calendar {
  const calendar = layout.make();
  core.isOpen(calendar, layout.first);
  if (layout.held !== undefined) widen(calendar, layout.held);
  const shape = shapeOf(tableOf(calendar));
  if (!layout.isMeant(shape)) throw new Error(`this is not ${layout.name}: ${JSON.stringify(shape)}`);
  return calendar;
}

describe.each(LAYOUTS)("$name", (layout) => {
  const { isLarge = false } = layout;
  const { scan, tight, far } = truthAbout(layout);
  /** Each run starts with the layout that is meant, which then grows as it is asked. */
  const forRuns = (runs: number, check: (calendar: Calendar, questioner: Questioner, random: Random) => void) =>
    forSeeds(isLarge ? 1 : runs, (random) => check(laidOut(layout), new Questioner(random, scan, tight), random));

  it("gives the answers of a walk along the open stretches", () => {
    let rounds = 0;
    let compared = 0;
    forRuns(4, (calendar, questioner, random) => {
      for (let round = 0; round < (isLarge ? 4 : 8); round++) {
        const [at, other] = [questioner.instant(calendar), questioner.instant(calendar)];
        const amounts = random.list(5, () => questioner.amount(calendar, at));
        compared += compareAt(calendar, scan, at, other, amounts);
        rounds++;
      }
    });
    // Seven questions and twenty additions a round, of which a few have their answer out of sight.
    expect(compared).toBeGreaterThan(14 * rounds);
  });

  it("gives these answers in columns of any length", () => {
    forRuns(1, (calendar, questioner, random) => {
      const rows = questioner.rows(calendar, isLarge ? 20 : 60);
      const lengths = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 511, 512, 513, random.between(1_000, 1_700)];
      for (const length of lengths) {
        const column = random.list(length, () => random.one(rows));
        compareColumns(() => calendar, column, random.between(0, SAME.length));
      }
    });
  });

  it("gives these answers to columns that find a table of their own, and far instants in their middle", () => {
    forRuns(2, (calendar, questioner, random) => {
      const rows = questioner.rows(calendar, random.between(3, 40));
      for (const { scan, tight } of far) {
        const strangers = new Questioner(random, scan, tight).rows(calendar, 3);
        rows.splice(random.between(1, rows.length), 0, ...strangers);
      }
      compareColumns(isLarge ? () => calendar : () => laidOut(layout), rows, random.between(0, SAME.length));
    });
  });

  it("names the element of a column that is refused, and has written those before it", () => {
    forRuns(2, (calendar, questioner, random) => {
      const rows = questioner.rows(calendar, random.between(1, 30));
      expectRefusals(calendar, rows, random.between(0, rows.length));
    });
  });

  it("obeys the laws", () => {
    forRuns(5, (calendar, questioner, random) => {
      const at = Math.floor(questioner.instant(calendar));
      const [other, third] = [at + random.between(-20 * DAY, 20 * DAY), at + random.between(-DAY, 20 * DAY)];
      const within = { from: at - 10 * DAY, to: at + 10 * DAY };
      const [amount, more] = [0, 1].map(() => Math.floor(Math.abs(questioner.amount(calendar, at)))) as [
        number,
        number,
      ];
      betweenInvertsAdd(core, calendar, at, amount);
      addSplits(core, calendar, at, amount, more);
      subtractMirrorsAdd(core, calendar, at, amount);
      atCloseMovesOnlyClosings(core, calendar, at, amount);
      intervalsAreMaximal(core, calendar, within.from, within.to);
      isOpenAgreesWithIntervals(core, calendar, within, at);
      neighboursAgreeWithIntervals(core, calendar, within, at);
      betweenIsAdditive(core, calendar, at, other, third);
      batchEqualsScalar(core, calendar, [at, other, third], [amount, more, -amount, 0]);
    });
  });
});

/** Every kind of bad element, at `bad`. */
function expectRefusals(calendar: Calendar, rows: readonly Row[], bad: number): void {
  const starts = Float64Array.from(rows, ({ at }) => at);
  const amounts = Float64Array.from(rows, ({ amount }) => amount);
  const dues = Float64Array.from(rows, ({ due }) => due);
  const refused = (code: string, before: readonly number[], call: (out: Float64Array) => unknown) => {
    const out = new Float64Array(rows.length);
    expect(errorOf(() => call(out)).issues.map(({ code, path }) => [code, path])).toEqual([[code, [bad]]]);
    expectColumn(code, out.subarray(0, bad), before.slice(0, bad));
  };
  const badStarts: readonly (readonly [number, string])[] = [
    [Number.NaN, "invalid_instant"],
    [Number.POSITIVE_INFINITY, "invalid_instant"],
    [END, "out_of_range"],
    [FIRST - 1, "out_of_range"],
  ];
  const sums = Array.from(dues);
  const nothingAdded = rows.map(({ at }) => Math.floor(at));
  const between = rows.map((row) => row.between);
  for (const [start, code] of badStarts) {
    const wrong = starts.with(bad, start);
    refused(code, sums, (out) => core.addWorkingTimeBatch(calendar, wrong, amounts, out));
    refused(code, nothingAdded, (out) => core.addWorkingTimeBatch(calendar, wrong, 0, out));
    refused(code, between, (out) => core.workingTimeBetweenBatch(calendar, wrong, dues, out));
    refused(code, between, (out) => core.workingTimeBetweenBatch(calendar, starts, dues.with(bad, start), out));
  }
  const same = rows.findIndex(({ sums }) => typeof sums[0] !== "number");
  if (same < 0) {
    const four = rows.map((row) => row.sums[0] as number);
    refused("invalid_instant", four, (out) => core.addWorkingTimeBatch(calendar, starts.with(bad, NaN), SAME[0]!, out));
  }
  for (const amount of [Number.NaN, Number.NEGATIVE_INFINITY]) {
    refused("invalid_amount", sums, (out) =>
      core.addWorkingTimeBatch(calendar, starts, amounts.with(bad, amount), out),
    );
  }
}

describe("the ends of the supported range", () => {
  const always = { zone: "UTC", hours: week(DAILY, "00:00-24:00") };
  // Open for seven hours when the range ends, 16:00 there; and for ten hours more when it begins, 08:00 there.
  const west = { zone: "UTC-8", hours: week(DAILY, "09:00-18:00") };
  const east = { zone: "UTC+8", hours: week(DAILY, "07:00-18:00") };
  const ways: readonly (readonly [string, (calendar: Calendar, at: number, amount: number) => number])[] = [
    ["alone", (calendar, at, amount) => core.addWorkingTime(calendar, at, amount)],
    ["in a column", (calendar, at, amount) => core.addWorkingTimeBatch(calendar, Float64Array.of(at), amount)[0]!],
  ];
  /** Cold, where a table is laid out first, and warm, where one holds the end already. */
  function bothTimes(data: core.CalendarData, held: Stretch, check: (calendar: Calendar) => void): void {
    check(compileAnew(data));
    const warm = compileAnew(data);
    widen(warm, held);
    for (const distance of [HOUR, 30 * DAY]) {
      core.addWorkingTime(warm, held.from + 30 * DAY, distance);
      core.addWorkingTime(warm, held.to - 30 * DAY, -distance);
    }
    check(warm);
  }

  const ending = [1, 4, 6].flatMap((hours) => [west, always].map((data) => [hours, data] as const));
  it.each(ways)("have no answer at the end, and one a millisecond before it: %s", (_, add) => {
    for (const [hours, data] of [...ending, [8, always] as const, [9, always] as const, [400, always] as const]) {
      bothTimes(data, { from: END - 400 * DAY, to: END }, (calendar) => {
        const [from, amount] = [END - hours * HOUR, hours * HOUR];
        expect(errorOf(() => add(calendar, from, amount)).issues[0]?.code).toBe("never_opens");
        expect(add(calendar, from - 1, amount)).toBe(END - 1);
        expect(add(calendar, from, amount - 1)).toBe(END - 1);
      });
    }
  });

  const beginning = [1, 4, 9].flatMap((hours) => [east, always].map((data) => [hours, data] as const));
  it.each(ways)("have an answer at the start, and none before it: %s", (_, add) => {
    for (const [hours, data] of [...beginning, [400, always] as const]) {
      bothTimes(data, { from: FIRST, to: FIRST + 400 * DAY }, (calendar) => {
        const [from, amount] = [FIRST + hours * HOUR, -hours * HOUR];
        expect(add(calendar, from, amount)).toBe(FIRST);
        expect(add(calendar, from + 1, amount)).toBe(FIRST + 1);
        expect(errorOf(() => add(calendar, from, amount - 1)).issues[0]?.code).toBe("never_opens");
      });
    }
  });
});

it.each(LAYOUTS.filter(({ name }) => /^ordinary|^years|zones united$/.test(name)))(
  "a column tells for which element there is never enough open time: $name",
  (layout) => {
    const calendar = laidOut(layout);
    const noon = layout.first;
    for (const [amount, bad] of [
      [1e15, 5],
      [-1e15, 0],
    ] as const) {
      const amounts = new Float64Array(7).fill(HOUR).with(bad, amount);
      const error = errorOf(() => core.addWorkingTimeBatch(calendar, new Float64Array(7).fill(noon), amounts));
      expect(error.issues.map(({ code, path }) => [code, path])).toEqual([["never_opens", [bad]]]);
    }
  },
);

describe("slivers of real zones", () => {
  it.each([
    ["New York", { zone: "America/New_York", hours: week(["sun"], "00:30-01:30", "01:59-03:00") }, "2025-11-02"],
    ["New York", { zone: "America/New_York", hours: week(["sun"], "00:30-01:30", "01:59-03:00") }, "2025-03-09"],
    ["Lord Howe", { zone: "Australia/Lord_Howe", hours: week(DAILY, "01:15-01:45", "23:59-00:00") }, "2025-10-04"],
  ])("have the reference's answers, also about days, in %s", (_, data, date) => {
    const around = Date.parse(date);
    const reference = new Reference(data, { from: around - 30 * DAY, to: around + 30 * DAY });
    forSeeds(10, (random) => {
      const calendar = compileAnew(data);
      const instants = random.list(4, () => around + random.between(-3 * DAY, 3 * DAY));
      const amounts = random.list(3, () => random.between(0, 4 * HOUR));
      const questions = { instants, dates: [date], amounts, days: [1, -1], cutoff: "01:20" };
      expect(agreesWithReference(core, calendar, reference, questions)).toBeGreaterThan(50);
    });
  });
});

// ---- any hours ---------------------------------------------------------------------------------------------------

/** Hours of any lengths from a second on, dates with hundreds of windows, breaks that leave little. */
function anyHours(random: Random): PlainData {
  const windows = (most: number) => {
    const grain = random.one([1, 1, 60, 60, 900]);
    const cuts = new Set(random.list(2 * random.between(0, most + 1), () => grain * random.between(0, 86_400 / grain)));
    const sorted = [...cuts].sort((a, b) => a - b);
    return sorted.flatMap((from, i) => (i % 2 === 0 && i + 1 < sorted.length ? [rangeOf(from, sorted[i + 1]!)] : []));
  };
  const dates = () => random.list(random.between(0, 4), () => dateText(random.between(-100, 100)));
  const shared = windows(3);
  return {
    zone: `UTC+${random.between(0, 14)}`,
    hours: Object.fromEntries(DAILY.map((day) => [day, random.one([shared, shared, windows(4), []])])),
    holidays: dates(),
    overrides: Object.fromEntries(dates().map((date) => [date, windows(random.one([2, 40, 300]))])),
    breaks: Object.fromEntries(dates().map((date) => [date, windows(3)])),
  };
}

const MIDDLE = Date.UTC(2026, 2, 6);

function dateText(offset: number): string {
  return new Date(MIDDLE + offset * DAY).toISOString().slice(0, 10);
}

function rangeOf(from: number, to: number): string {
  const text = (second: number) => new Date(second * 1000).toISOString().slice(11, 19);
  return `${text(from)}-${text(to)}`;
}

describe("any hours", () => {
  it("give the answers of a walk along the open stretches, and crowd the buckets of many a table", () => {
    const sight = { from: MIDDLE - 500 * DAY, to: MIDDLE + 500 * DAY };
    let [compared, crowdedInTime, crowdedInWork] = [0, 0, 0];
    forSeeds(50, (random) => {
      const data = anyHours(random);
      const calendar = answerOf(() => compileAnew(data)) as Calendar | "never_opens";
      if (calendar === "never_opens") return;
      const scan = new PlainScan(plainOpen(data, sight), sight);
      const questioner = new Questioner(random, scan, tightEdges(scan));
      core.isOpen(calendar, MIDDLE + random.between(-50 * DAY, 50 * DAY));
      crowdedInTime += Math.sign(shapeOf(tableOf(calendar)).crowdedInTime);
      crowdedInWork += Math.sign(shapeOf(tableOf(calendar)).crowdedInWork);
      for (let round = 0; round < 6; round++) {
        const at = questioner.instant(calendar);
        const amounts = random.list(5, () => questioner.amount(calendar, at));
        compared += compareAt(calendar, scan, at, questioner.instant(calendar), amounts);
      }
      if (scan.edges.length < 100) return;
      const rows = questioner.rows(calendar, random.between(1, 30));
      compareColumns(() => calendar, rows, random.between(0, SAME.length));
    });
    expect(compared).toBeGreaterThan(3_000);
    expect(Math.min(crowdedInTime, crowdedInWork)).toBeGreaterThan(10);
  });
});

// ---- which table answers -----------------------------------------------------------------------------------------

/** What a question did to the table that a calendar keeps. */
function whatBecame(before: Stretch, calendar: Calendar, at: number): "kept" | "stray" | "moved" | "grown" {
  const after = heldBy(calendar);
  if (!isHeld(calendar, at)) return "stray";
  if (after.from > before.to || after.to < before.from) return "moved";
  return after.from < before.from || after.to > before.to ? "grown" : "kept";
}

describe("the tables of a calendar", () => {
  const sight = { from: FIRST + 3 * DAY, to: END - 3 * DAY };
  const scan = new PlainScan(plainOpen(OFFICE, sight), sight);
  const eras = [1901, 1931, 1970, 1999, 2023, 2026, 2029, 2117, 2199].map((year) => Date.UTC(year, 5, 1));

  it("give the same answers whether kept, stray, moved or grown", () => {
    forSeeds(2, (random) => {
      const calendar = compileAnew(OFFICE);
      core.isOpen(calendar, MIDDLE);
      const seen = new Set<string>();
      for (const era of [MIDDLE, ...eras, ...eras]) {
        for (const days of [0, 10, 150]) {
          const at = era + days * DAY + random.between(-DAY, DAY);
          const before = heldBy(calendar);
          core.isOpen(calendar, at);
          seen.add(whatBecame(before, calendar, at));
          compareAt(calendar, scan, at, at + random.between(-DAY, DAY), [random.between(-DAY, DAY)]);
          seen.add(whatBecame(before, calendar, at)); // so many questions there make a calendar move
        }
      }
      expect([...seen].sort()).toEqual(["grown", "kept", "moved", "stray"]);
    });
  });

  it("give the same answers over centuries", () => {
    forSeeds(3, (random) => {
      const calendar = compileAnew(OFFICE);
      for (let round = 0; round < 12; round++) {
        const [at, other] = [random.one(eras), random.one(eras)];
        const century = Math.floor(scan.total / 3);
        const amounts = [random.between(-DAY, DAY), random.between(-century, century)];
        compareAt(calendar, scan, at + random.between(-200 * DAY, 200 * DAY), other, amounts);
      }
    });
  });

  it("give the same answers where hundreds of calendars are asked far away by turns", () => {
    forSeeds(1, (random) => {
      const calendars = random.list(400, () => compileAnew(OFFICE));
      const near = calendars.map((calendar) => core.nextOpen(calendar, MIDDLE + DAY));
      // 2026-03-07 is a Saturday; Monday 09:00 in Shanghai is 01:00 UTC.
      expect(new Set(near)).toEqual(new Set([Date.UTC(2026, 2, 9, 1)]));
      for (let round = 0; round < 1_000; round++) {
        const at = random.one(eras) + random.between(-DAY, DAY);
        const calendar = random.one(calendars);
        // Nine hours of the first day, and the rest on a Monday: no more than two weeks are walked along.
        const weeks = { from: at - 10 * DAY, to: at + 10 * DAY };
        const nearby = new PlainScan(plainOpen(OFFICE, weeks), weeks);
        compareAt(calendar, nearby, at, at + random.between(-DAY, DAY), [random.between(-DAY, DAY)]);
      }
    });
  });

  it("are one table where calendars are equal, whichever of them is asked", () => {
    forSeeds(2, (random, seed) => {
      const knownUntil = new Date(Date.UTC(2199, 0, 1) - Math.abs(seed % 9_000) * DAY).toISOString().slice(0, 10);
      const calendars = random.list(3, () => core.compileCalendar({ ...OFFICE, knownUntil }));
      for (let round = 0; round < 20; round++) {
        const at = random.one(eras) + random.between(-200 * DAY, 200 * DAY);
        compareAt(random.one(calendars), scan, at, random.one(eras), [random.between(-1e10, 1e10)]);
      }
      expect(tableOf(calendars[1]!).pairs).toBe(tableOf(calendars[2]!).pairs);
    });
  });
});
