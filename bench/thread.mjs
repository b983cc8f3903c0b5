// A thread of the section "threads": gets a calendar and columns once, then parts of them to work on.
import { parentPort, workerData } from "node:worker_threads";
import { addWorkingTimeBatch, receiveCalendar } from "sla-clock/core";

/**
 * @typedef {{ calendar: import("sla-clock/core").SharedCalendar, instants: Float64Array, out: Float64Array, amount: number }} Shared
 */

const { calendar, instants, out, amount } = /** @type {Shared} */ (workerData);
const office = receiveCalendar(calendar);
parentPort?.on("message", (/** @type {{ begin: number, end: number }} */ { begin, end }) => {
  addWorkingTimeBatch(office, instants.subarray(begin, end), amount, out.subarray(begin, end));
  parentPort?.postMessage("done");
});
