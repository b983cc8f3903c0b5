// The batch against the same algorithm in C, turn by turn, on the same instants.
import { addWorkingTimeBatch } from "sla-clock/core";
import { loadKernel } from "../c/kernel.mjs";
import { expectChecked } from "../check-answers.mjs";
import { checksum } from "../checksum.mjs";
import { fixed, whole } from "../figures.mjs";
import { median, quartiles } from "../measure.mjs";
import { question } from "../questions.mjs";
import { DAY_MS, HOUR_MS } from "../units.mjs";
import { COUNT, compileWork, workInstants, YEARS } from "../work.mjs";

const AMOUNT = 4 * HOUR_MS;
const SPAN = { from: Date.parse(YEARS.from) - 60 * DAY_MS, to: Date.parse(YEARS.to) + 60 * DAY_MS };
const TITLE = "The batch against the same algorithm in C";

/** @type {import("../section.mjs").Section} */
export function run({ quick, checksums }) {
  const office = compileWork("office");
  expectChecked("office", office, [question("add 4 h")], checksums);
  /** @type {Record<string, number>} */
  const figures = {};
  /** @type {string[][]} */
  const rows = [];
  let compiler = "";
  for (const size of [1_000_000, COUNT]) {
    const instants = workInstants("any", size);
    const kernel = loadKernel(office, SPAN, instants, AMOUNT);
    if (typeof kernel === "string") {
      return { tables: [{ title: TITLE, columns: ["not measured"], rows: [[kernel]] }] };
    }
    compiler = kernel.compiler;
    const found = turns(kernel, office, instants, quick ? 3 : 15, size === COUNT ? 200 : 5);
    kernel.remove();
    figures[`batch / C, ${size}`] = found.ratio;
    rows.push([whole(size), text(found.own), text(found.c), `${fixed(found.ratio, 2)}x`, "equal"]);
  }
  const columns = ["random instants", "addWorkingTimeBatch, ns", "C, ns", "ratio", "checksums"];
  return { figures, tables: [{ title: TITLE, columns, rows, notes: [`${compiler}; turns of one process each.`] }] };
}

/** @param {readonly number[]} samples */
function text(samples) {
  const [low, middle, high] = quartiles(samples).map((ns) => fixed(ns, 2));
  return `${middle} (${low}–${high})`;
}

/**
 * Turns of C and of JavaScript: the median of each turn, and the median ratio of two turns that follow each other.
 *
 * @param {import("../c/kernel.mjs").Kernel} kernel
 * @param {import("../work.mjs").Calendar} office
 * @param {Float64Array} instants
 * @param {number} turnCount
 * @param {number} rounds
 */
function turns(kernel, office, instants, turnCount, rounds) {
  const out = new Float64Array(instants.length);
  const round = () => {
    const start = performance.now();
    addWorkingTimeBatch(office, instants, AMOUNT, out);
    return ((performance.now() - start) * 1e6) / instants.length;
  };
  for (let i = 0; i < 2 * rounds; i++) round();
  /** @type {number[]} */
  const own = [];
  /** @type {number[]} */
  const c = [];
  for (let turn = 0; turn < turnCount; turn++) {
    const { samples, sum } = kernel.run(rounds);
    if (sum !== checksum(out)) throw new Error(`kernel.c answers differently: checksum ${sum}, ours ${checksum(out)}`);
    c.push(median(samples));
    round(); // the other process had the caches
    own.push(median(Array.from({ length: rounds }, round)));
  }
  return { own, c, ratio: median(own.map((ns, turn) => ns / (c[turn] ?? Number.NaN))) };
}
