// A large batch on several threads: the instants, the answers and the calendar's table lie in shared memory; nothing is
// copied. Worth it from some 100,000 instants on, with workers that are kept.
//
//   node examples/worker-threads.mjs
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { addWorkingTimeBatch, compileCalendar, receiveCalendar, shareCalendar } from "sla-clock";

const HOUR_MS = 3_600_000;
const COUNT = 1_000_000;
const THREADS = 2;

if (isMainThread) await main();
else work();

async function main() {
  const office = compileCalendar({ zone: "America/New_York", hours: "Mon-Fri 9:00-17:00" });
  const from = Date.parse("2024-01-01T00:00Z");
  const to = Date.parse("2027-01-01T00:00Z");

  // Columns in shared memory: each thread reads and writes a part of its own.
  const instants = column();
  for (let i = 0; i < COUNT; i++) instants[i] = from + Math.random() * (to - from);
  const due = column();

  // The table covers the answers, too; each worker gets it once, when it starts.
  const calendar = shareCalendar(office, from, to + 7 * 24 * HOUR_MS);
  const workers = Array.from({ length: THREADS }, () => {
    return new Worker(new URL(import.meta.url), { workerData: { calendar, instants, due } });
  });

  const part = Math.ceil(COUNT / THREADS);
  await Promise.all(workers.map((worker, i) => ask(worker, { begin: i * part, end: (i + 1) * part })));

  const alone = addWorkingTimeBatch(office, instants, 4 * HOUR_MS);
  const different = due.filter((at, i) => at !== alone[i]).length;
  console.log(`${COUNT} deadlines on ${THREADS} threads, ${different} other than on one`);
  await Promise.all(workers.map((worker) => worker.terminate()));
}

/**
 * A part for a worker, and its word that it is done.
 *
 * @param {Worker} worker
 * @param {{ begin: number, end: number }} part
 */
function ask(worker, part) {
  return new Promise((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.postMessage(part);
  });
}

function work() {
  const { instants, due } = workerData;
  const office = receiveCalendar(workerData.calendar);
  parentPort?.on("message", ({ begin, end }) => {
    addWorkingTimeBatch(office, instants.subarray(begin, end), 4 * HOUR_MS, due.subarray(begin, end));
    parentPort?.postMessage("done");
  });
}

function column() {
  return new Float64Array(new SharedArrayBuffer(8 * COUNT));
}

// Prints:
//
//   1000000 deadlines on 2 threads, 0 other than on one
