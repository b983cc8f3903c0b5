// What a calendar keeps, by its years: many different calendars, each asked through the same years.
import { compileCalendar } from "sla-clock/core";
import { fixed } from "../figures.mjs";
import { memoryInUse } from "../memory.mjs";
import { ownAnswer } from "../own-answers.mjs";
import { question } from "../questions.mjs";
import { askThrough, yearsBuilt } from "../table-of.mjs";
import { variants } from "../tenants.mjs";
import { week, ZONE } from "../work.mjs";

/** @typedef {import("../work.mjs").Calendar} Calendar */

const SHAPES = {
  "9-5": week("09:00-17:00"),
  lunch: week("09:00-12:00", "13:00-17:00"),
  "9-5 and a window of one minute": { ...week("09:00-17:00"), sat: ["12:00-12:01"] },
};
const YEARS = /** @type {const} */ ([2016, 2036]);

/** @type {import("../section.mjs").Section} */
export async function run({ quick }) {
  /** @type {Record<string, number>} */
  const figures = {};
  /** @type {string[][]} */
  const rows = [];
  /** Nothing goes while the next shape is measured. @type {Calendar[][]} */
  const kept = [];
  for (const [name, hours] of Object.entries(SHAPES)) {
    const definitions = variants({ zone: ZONE, hours }, quick ? 40 : 200);
    askedCalendars(definitions.slice(0, 20)); // the zone and the code are not the calendars' bytes
    const before = await memoryInUse();
    const calendars = askedCalendars(definitions);
    kept.push(calendars);
    const bytes = (await memoryInUse()).used - before.used;
    const asked = calendars.length * (YEARS[1] - YEARS[0]);
    const built = calendars.reduce((sum, calendar) => sum + yearsBuilt(calendar, YEARS[1] - YEARS[0]), 0);
    figures[`KiB a calendar-year, ${name}`] = bytes / built / 1024;
    const cells = [bytes / built, bytes / asked].map((each) => fixed(each / 1024, 2));
    rows.push([name, fixed(bytes / calendars.length / 1024), fixed(built / calendars.length), ...cells]);
  }
  const columns = ["calendar", "KiB", "years built", "KiB a year built", "KiB a year asked"];
  const notes = [
    `Heap and array buffers of calendars with different holidays, each asked through ${YEARS.join(" to ")}.`,
  ];
  if (kept.length !== rows.length) throw new Error("calendars are missing");
  return { figures, tables: [{ title: "Bytes", columns, rows, notes }] };
}

/** @param {readonly import("../work.mjs").CalendarData[]} definitions */
function askedCalendars(definitions) {
  return definitions.map((definition) => {
    const calendar = compileCalendar(definition);
    askThrough(ownAnswer(calendar, question("add 4 h")), ...YEARS);
    return calendar;
  });
}
