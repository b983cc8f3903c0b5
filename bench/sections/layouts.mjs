// The same question put to calendars of other shapes, and to tables of other lengths, beside that of 9-5.
import { expectChecked, expectSame } from "../check-answers.mjs";
import { fixed, short, spread } from "../figures.mjs";
import { measure, ratio } from "../measure.mjs";
import { answersOf, ownAnswer, ownCase } from "../own-answers.mjs";
import { GOAL_QUESTIONS, question } from "../questions.mjs";
import { randomInstants } from "../random.mjs";
import { nearReference } from "../reference-answers.mjs";
import { askThrough, yearsBuilt } from "../table-of.mjs";
import { CALENDAR_TEXTS, COUNT, compileWork, DEFINITIONS, workInstants } from "../work.mjs";

/** @typedef {import("../work.mjs").CalendarName} CalendarName */

const ASKED = [question("add 4 h"), question("add 400 h"), question("between 30 days"), question("isOpen any")];
const FIVE = { name: "5-year table", from: 2023, to: 2028 };
const THIRTY = { name: "30-year table", from: 2010, to: 2040 };

/**
 * So many are asked of all years of a table at a time: the other cases of a round leave nothing of a large table in the
 * nearest memory, and with few instants it would be measured how long it takes to come back.
 */
const MANY = 10 * COUNT;

const NAMES = /** @type {CalendarName[]} */ (Object.keys(DEFINITIONS));

/** @type {import("../section.mjs").Sample} */
export async function sample({ quick, checksums }) {
  const calendars = NAMES.map((name) => {
    const calendar = compileWork(name);
    expectChecked(name, calendar, GOAL_QUESTIONS, checksums);
    return { text: name, calendar, instants: workInstants() };
  });
  const horizons = [FIVE, THIRTY].flatMap(horizonsOf);
  await checkHorizons(horizons, quick ? 20 : 40);
  const cases = [...calendars, ...horizons].flatMap(({ text, calendar, instants }) =>
    ASKED.map((asked) => ownCase(`${asked.id} · ${text}`, instants, calendar, asked)),
  );
  return measure(cases, quick ? { rounds: 15, warmUpMs: 20, sliceMs: 2 } : { rounds: 67, warmUpMs: 60, sliceMs: 5 });
}

/** @type {import("../section.mjs").Section} */
export function run(_, results) {
  const horizons = [FIVE, THIRTY].flatMap(horizonsOf);
  const ratioOf = (/** @type {string} */ a, /** @type {string} */ b) =>
    ratio(results.get(`add 4 h · ${a}`), results.get(`add 4 h · ${b}`));
  const rowOf = (/** @type {string} */ text, /** @type {string} */ title, /** @type {string} */ base) => {
    const cells = ASKED.map((asked) => results.get(`${asked.id} · ${text}`));
    const figures = cells.map((result) => (result ? `${short(result.medianNs)} (${spread(result)})` : "–"));
    return [title, ...figures, `${fixed(ratioOf(text, base), 2)}x`];
  };
  const columns = [...ASKED.map((asked) => `${asked.text}, ns`), "add 4 h / 9-5"];
  const notes = horizons.map(({ text, built }) => `${text}: the table spans ${fixed(built)} years.`);
  return {
    figures: {
      "lunch / 9-5": ratioOf("lunch", "office"),
      "nights / 9-5": ratioOf("nights", "office"),
      "lunch and nights / 9-5": ratioOf("lunchAndNights", "office"),
      "half days / 9-5": ratioOf("halfDays", "office"),
      "24x7 / 9-5": ratioOf("roundTheClock", "office"),
      "three zones / 9-5": ratioOf("threeZones", "office"),
      "30 / 5 years, instants 2024-2026": ratioOf(
        `${THIRTY.name}, instants 2024-2026`,
        `${FIVE.name}, instants 2024-2026`,
      ),
      "30 / 5 years, instants in all years": ratioOf(
        `${THIRTY.name}, instants in all its years`,
        `${FIVE.name}, instants in all its years`,
      ),
    },
    tables: [
      {
        title: "Calendars of every shape",
        columns: ["calendar", ...columns],
        rows: NAMES.map((name) => rowOf(name, CALENDAR_TEXTS[name], "office")),
      },
      {
        title: "Tables of 5 and of 30 years",
        columns: ["table and instants", ...columns],
        rows: horizons.map(({ text }) => rowOf(text, text, "office")),
        notes,
      },
    ],
  };
}

/** A table of some years, asked within the years of the work and within all of its own. @param {typeof FIVE} horizon */
function horizonsOf({ name, from, to }) {
  const calendar = compileWork("office");
  askThrough(ownAnswer(calendar, question("add 4 h")), from, to);
  const built = yearsBuilt(calendar, to - from);
  const all = randomInstants(MANY, `${from}-01-01T00:00Z`, `${to}-01-01T00:00Z`);
  return [
    { text: `${name}, instants 2024-2026`, calendar, instants: workInstants(), built },
    { text: `${name}, instants in all its years`, calendar, instants: all, built },
  ];
}

/**
 * Some of the instants, each against a reference that looks at the weeks around it.
 *
 * @param {ReturnType<typeof horizonsOf>} horizons
 * @param {number} count
 */
async function checkHorizons(horizons, count) {
  const truthOf = await nearReference("office");
  for (const { text, calendar, instants } of horizons) {
    const some = instants.subarray(0, count);
    for (const asked of [question("add 4 h"), question("isOpen any")]) {
      const truth = some.map((at) => truthOf(asked, at));
      expectSame(`${asked.id}, ${text}`, answersOf(ownAnswer(calendar, asked), some), truth, some);
    }
  }
}
