import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { addWorkingTime, isOpen, workingTimeBetween } from "sla-clock/core";

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** The slow reference, which the package does not ship yet: bundled from its source. */
async function loadReference() {
  const entry = fileURLToPath(new URL("../src/testing/reference.ts", import.meta.url));
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, format: "esm", write: false });
  const code = Buffer.from(outputFiles[0]?.contents ?? []).toString("base64");
  /** @type {typeof import("../src/testing/reference.js")} */
  const { Reference } = await import(`data:text/javascript;base64,${code}`);
  return Reference;
}

/**
 * Stops the benchmark unless every timed function gives the slow reference's answer.
 *
 * @param {import("../src/calendar/definition.js").CalendarData} definition
 * @param {import("../src/calendar/calendar.js").Calendar} calendar
 * @param {Float64Array} instants
 */
export async function checkAnswers(definition, calendar, instants) {
  const Reference = await loadReference();
  for (const at of instants) {
    const truth = new Reference(definition, { from: at - 2 * DAY_MS, to: at + 40 * DAY_MS });
    expectSame("isOpen", isOpen(calendar, at), truth.isOpen(at), at);
    for (const hours of [4, 40]) {
      const amount = hours * HOUR_MS;
      expectSame(`add ${hours} h`, addWorkingTime(calendar, at, amount), truth.addWorkingTime(at, amount), at);
    }
    const to = at + 30 * DAY_MS;
    expectSame("between", workingTimeBetween(calendar, at, to), truth.workingTimeBetween(at, to), at);
  }
}

/**
 * @param {string} what
 * @param {unknown} answer
 * @param {unknown} truth
 * @param {number} at
 */
function expectSame(what, answer, truth, at) {
  if (answer !== truth) throw new Error(`${what} at ${new Date(at).toISOString()}: ${answer}, reference ${truth}`);
}
