// Columns: a million random instants and ten thousand, beside a copy of them and as many empty calls.
import { addWorkingTime, addWorkingTimeBatch, workingTimeBetweenBatch } from "sla-clock/core";
import { expectChecked, expectSame } from "../check-answers.mjs";
import { fixed, short, spread, whole } from "../figures.mjs";
import { copyCase, emptyCall, emptyCallWithoutArgument, loopCase, measure, ratio } from "../measure.mjs";
import { question } from "../questions.mjs";
import { randomNumbers, SEED } from "../random.mjs";
import { DAY_MS, HOUR_MS } from "../units.mjs";
import { COUNT, compileWork, workInstants } from "../work.mjs";

/** @typedef {import("../work.mjs").Calendar} Calendar */

const AMOUNT = 4 * HOUR_MS;
const MILLION = 1_000_000;
const COPY = "raw copy loop";
const EMPTY = "un-inlined empty call with the instant";
const EMPTY_WITHOUT = "un-inlined empty call without argument";
const ADD = "addWorkingTimeBatch, 4 h";

/** @type {import("../section.mjs").Section} */
export function run({ quick, checksums }) {
  const office = compileWork("office");
  const lunch = compileWork("lunchAndNights");
  expectChecked("office", office, [question("add 4 h")], checksums);
  expectChecked("lunchAndNights", lunch, [question("add 4 h")], checksums);
  const sizes = [quick ? MILLION / 5 : MILLION, COUNT];
  const found = sizes.map((size) => {
    const cases = casesOf(office, lunch, size);
    const rounds = (quick ? 11 : 101) * (size === COUNT ? 3 : 1);
    const results = measure(cases, { rounds, warmUpMs: quick ? 30 : 200, sliceMs: 50 });
    return { size, results };
  });
  const [first] = found;
  const ratioOf = (/** @type {string} */ unit) => ratio(first?.results.get(ADD), first?.results.get(unit));
  return {
    figures: {
      "batch / copy": ratioOf(COPY),
      "batch / empty call": ratioOf(EMPTY),
      "batch / empty call without argument": ratioOf(EMPTY_WITHOUT),
      "batch, ns": first?.results.get(ADD)?.medianNs ?? Number.NaN,
    },
    tables: found.map(({ size, results }) => ({
      title: `Batch, ${whole(size)} random instants`,
      columns: ["case", "median ns", "quartiles", "x copy", "x empty call", "x call without argument", "M a second"],
      rows: [...results].map(([name, result]) => [
        name,
        fixed(result.medianNs, 2),
        spread(result),
        ...[COPY, EMPTY, EMPTY_WITHOUT].map((unit) => `${short(ratio(result, results.get(unit)))}x`),
        whole(1000 / result.medianNs),
      ]),
    })),
  };
}

/**
 * @param {Calendar} office
 * @param {Calendar} lunch
 * @param {number} size
 * @returns {import("../measure.mjs").Case[]}
 */
function casesOf(office, lunch, size) {
  const from = workInstants("any", size);
  const random = randomNumbers(SEED + 1);
  const amounts = from.map(() => Math.floor(random() * 40 * HOUR_MS) + 1);
  const to = from.map((at) => at + 30 * DAY_MS);
  const out = new Float64Array(size);
  checkColumns(office, from, amounts);
  /** @param {string} name @param {() => unknown} column @returns {import("../measure.mjs").Case} */
  const column = (name, column) => ({
    name,
    inputs: size,
    whole: true,
    run: () => {
      column();
      return /** @type {number} */ (out[size - 1]);
    },
  });
  return [
    copyCase(COPY, from, out),
    { ...loopCase(EMPTY, from, emptyCall), whole: true },
    { ...loopCase(EMPTY_WITHOUT, from, () => emptyCallWithoutArgument()), whole: true },
    column(ADD, () => addWorkingTimeBatch(office, from, AMOUNT, out)),
    column("addWorkingTimeBatch, 400 h", () => addWorkingTimeBatch(office, from, 100 * AMOUNT, out)),
    column("addWorkingTimeBatch, one amount for each", () => addWorkingTimeBatch(office, from, amounts, out)),
    column("addWorkingTimeBatch, lunch and nights", () => addWorkingTimeBatch(lunch, from, AMOUNT, out)),
    column("workingTimeBetweenBatch, 30 days", () => workingTimeBetweenBatch(office, from, to, out)),
  ];
}

/**
 * A column's answers are those of single calls, which were compared with the reference.
 *
 * @param {Calendar} office
 * @param {Float64Array} from
 * @param {Float64Array} amounts
 */
function checkColumns(office, from, amounts) {
  const single = from.map((at) => addWorkingTime(office, at, AMOUNT));
  expectSame("addWorkingTimeBatch", addWorkingTimeBatch(office, from, AMOUNT), single, from);
  const each = from.map((at, i) => addWorkingTime(office, at, /** @type {number} */ (amounts[i])));
  expectSame("addWorkingTimeBatch, one amount for each", addWorkingTimeBatch(office, from, amounts), each, from);
}
