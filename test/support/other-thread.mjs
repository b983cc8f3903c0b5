// The other thread of test/core/sharing.test.ts: it has the built package, and nothing but what it was sent.
import { parentPort, workerData } from "node:worker_threads";
import { addWorkingTime, isOpen, isWorkingDay, receiveCalendar, workingTimeBetween } from "../../dist/core.js";

const { shared, instants, amountMs } = workerData;
const calendar = receiveCalendar(shared);
parentPort?.postMessage({
  zone: calendar.zone,
  answers: Array.from(instants, (/** @type {number} */ at) => [
    isOpen(calendar, at),
    isWorkingDay(calendar, at),
    addWorkingTime(calendar, at, amountMs),
    workingTimeBetween(calendar, instants[0], at),
  ]),
});
