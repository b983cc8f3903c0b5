// A batch on two threads that share the columns and the table, beside the same batch on one.
import { once } from "node:events";
import os from "node:os";
import { Worker } from "node:worker_threads";
import { addWorkingTimeBatch, shareCalendar } from "sla-clock/core";
import { expectChecked, expectSame } from "../check-answers.mjs";
import { fixed, whole } from "../figures.mjs";
import { median, quartiles } from "../measure.mjs";
import { question } from "../questions.mjs";
import { DAY_MS, HOUR_MS } from "../units.mjs";
import { compileWork, workInstants, YEARS } from "../work.mjs";

const AMOUNT = 4 * HOUR_MS;
const SIZE = 1_000_000;
const TITLE = "A batch on two threads";

/** @typedef {{ begin: number, end: number }} Part */

/** @type {import("../section.mjs").Section} */
export async function run({ quick, checksums }) {
  if (os.availableParallelism() < 2) {
    return { tables: [{ title: TITLE, columns: ["not measured"], rows: [["this machine has one core"]] }] };
  }
  const office = compileWork("office");
  expectChecked("office", office, [question("add 4 h")], checksums);
  const [instants, out] = [sharedColumn(), sharedColumn()];
  instants.set(workInstants("any", SIZE));
  const calendar = shareCalendar(office, Date.parse(YEARS.from), Date.parse(YEARS.to) + 7 * DAY_MS);
  const workerData = { calendar, instants, out, amount: AMOUNT };
  const threads = [1, 2].map(() => new Worker(new URL("../thread.mjs", import.meta.url), { workerData }));
  const [first] = threads;
  const half = SIZE / 2;
  const one = () => timedMs([first], [{ begin: 0, end: SIZE }]);
  const two = () =>
    timedMs(threads, [
      { begin: 0, end: half },
      { begin: half, end: SIZE },
    ]);
  for (let i = 0; i < 10; i++) await two();
  expectSame("two threads", out, addWorkingTimeBatch(office, instants, AMOUNT), instants);
  /** @type {number[][]} */
  const turns = [];
  for (let round = 0; round < (quick ? 9 : 61); round++) turns.push([await one(), await two()]);
  await Promise.all(threads.map((thread) => thread.terminate()));
  const gain = median(turns.map(([alone = 0, both = 1]) => alone / both));
  const rows = ["one thread", "two threads"].map((name, i) => {
    const [low, middle, high] = quartiles(turns.map((turn) => turn[i] ?? Number.NaN));
    return [name, fixed(middle, 2), `${fixed(low, 2)}–${fixed(high, 2)}`, whole(SIZE / middle / 1000)];
  });
  return {
    figures: { "two threads": gain, "two threads, ms": median(turns.map(([, both = Number.NaN]) => both)) },
    tables: [
      {
        title: TITLE,
        columns: ["addWorkingTimeBatch, 1,000,000 random instants", "median ms", "quartiles", "M a second"],
        rows,
        notes: [
          `Two threads are ${fixed(gain, 2)}x as fast as one. Both wait for their work and tell when it is done.`,
        ],
      },
    ],
  };
}

function sharedColumn() {
  return new Float64Array(new SharedArrayBuffer(SIZE * Float64Array.BYTES_PER_ELEMENT));
}

/** @param {readonly (Worker | undefined)[]} threads @param {readonly Part[]} parts */
async function timedMs(threads, parts) {
  const start = performance.now();
  await Promise.all(threads.map((thread, i) => ask(thread, parts[i])));
  return performance.now() - start;
}

/** A part of the work, until a thread says that it is done. @param {Worker | undefined} thread @param {Part | undefined} part */
async function ask(thread, part) {
  if (thread === undefined) return;
  const done = once(thread, "message"); // rejects where the thread fails
  thread.postMessage(part);
  await done;
}
