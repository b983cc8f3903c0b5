// From a definition to the first answer, the zone being known: many different calendars, by the years that were built.
import { addWorkingTime, compileCalendar, workingTimeBetween } from "sla-clock/core";
import { fixed, spread } from "../figures.mjs";
import { quartiles } from "../measure.mjs";
import { ownAnswer } from "../own-answers.mjs";
import { question } from "../questions.mjs";
import { askThrough, yearsBuilt } from "../table-of.mjs";
import { variants } from "../tenants.mjs";
import { week, ZONE } from "../work.mjs";

/** @typedef {import("../work.mjs").Calendar} Calendar */

const SHAPES = {
  "9-5": week("09:00-17:00"),
  "9-5 with lunch": week("09:00-12:00", "13:00-17:00"),
  "three windows": week("09:00-12:00", "13:00-17:00", "22:00-02:00"),
};
const TEN_YEARS = /** @type {const} */ ([2020, 2030]);
const AT = Date.UTC(2025, 5, 15);
const FOUR_HOURS = question("add 4 h");

/** @type {import("../section.mjs").Section} */
export function run({ quick }) {
  const count = quick ? 60 : 400;
  /** @type {Record<string, number>} */
  const figures = {};
  // The first shape pays for V8's compiling of everything: it comes once before, and does not count.
  /** @type {readonly (readonly [string, import("sla-clock/core").WeeklyHours])[]} */
  const shapes = [["warm-up", SHAPES["9-5"]], ...Object.entries(SHAPES)];
  const rows = shapes.map(([name, hours], shape) => {
    const definitions = variants({ zone: ZONE, hours }, 4 * count * (shape + 1)).slice(-4 * count);
    const [bare, first, decade, through] = USES.map((use, i) =>
      costOf(definitions.slice(i * count, (i + 1) * count), use, i < 2 ? 0 : TEN_YEARS[1] - TEN_YEARS[0]),
    );
    if (!bare || !first || !decade || !through) throw new Error("a use is missing");
    figures[`compile, µs a calendar-year, ${name}`] = decade.eachYear[1];
    figures[`compile and first answer, µs, ${name}`] = first.each[1];
    const years = fixed(decade.years);
    return [
      name,
      text(bare.each),
      text(first.each),
      text(decade.each),
      years,
      text(decade.eachYear),
      text(through.each),
    ];
  });
  rows.shift();
  const columns = ["calendar", "compile alone, µs", "and a first answer", "and ten years at once", "years built"];
  columns.push("µs a calendar-year", "and each half of ten years, µs");
  const notes = [
    "Different calendars each time, their zone known. A calendar-year: compiling and asking for the open time of ten years, by the years built.",
    "The last: asked in one half year after the other, as years go by, where the table grows several times.",
  ];
  return { figures, tables: [{ title: "Compile, warm", columns, rows, notes }] };
}

/** What is asked of a calendar that was just compiled. @type {readonly ((calendar: Calendar) => number)[]} */
const USES = [
  () => 0,
  (calendar) => addWorkingTime(calendar, AT, FOUR_HOURS.amount),
  (calendar) => workingTimeBetween(calendar, Date.UTC(TEN_YEARS[0], 0), Date.UTC(TEN_YEARS[1], 0)),
  (calendar) => askThrough(ownAnswer(calendar, FOUR_HOURS), ...TEN_YEARS),
];

/** @param {readonly [number, number, number]} quartiles of microseconds */
function text([lowNs, middle, highNs]) {
  return `${fixed(middle)} (${spread({ lowNs, highNs })})`;
}

/**
 * Microseconds for each calendar and for each of its years, after as many for warming up.
 *
 * @param {readonly import("../work.mjs").CalendarData[]} definitions
 * @param {(calendar: Calendar) => number} use
 * @param {number} askedYears that were built at least, even where they were not kept
 */
function costOf(definitions, use, askedYears) {
  const half = Math.floor(definitions.length / 2);
  /** @type {{ us: number, years: number }[]} */
  const costs = definitions.map((definition) => {
    const start = performance.now();
    const calendar = compileCalendar(definition);
    const sum = use(calendar);
    const us = (performance.now() - start) * 1000;
    if (Number.isNaN(sum)) throw new Error("a calendar gave no number");
    return { us, years: Math.max(askedYears, yearsBuilt(calendar, askedYears)) };
  });
  const warm = costs.slice(half);
  return {
    each: quartiles(warm.map(({ us }) => us)),
    eachYear: quartiles(warm.map(({ us, years }) => us / years)),
    years: quartiles(warm.map(({ years }) => years))[1],
  };
}
