// What a user's bundle pays: scripts/bundle.mjs, as `npm run size` has it.
import { bundle, CORE_USE } from "../../scripts/bundle.mjs";
import { whole } from "../figures.mjs";

const USES = {
  "sla-clock/core: compileCalendar (from data) and addWorkingTime": CORE_USE,
  "sla-clock/core, everything": 'export * from "./dist/core.js";',
  "sla-clock: compileCalendar (text too) and addWorkingTime":
    'export { compileCalendar, addWorkingTime } from "./dist/index.js";',
  "sla-clock: compilePolicy and deadlinesFor": 'export { compilePolicy, deadlinesFor } from "./dist/index.js";',
  "sla-clock, everything": 'export * from "./dist/index.js";',
};

/** @type {import("../section.mjs").Section} */
export async function run() {
  const sizes = await Promise.all(Object.values(USES).map((contents) => bundle(contents)));
  const rows = Object.keys(USES).map((name, i) => {
    return [name, ...[sizes[i]?.minified, sizes[i]?.gzip].map((size) => whole(size ?? Number.NaN))];
  });
  return {
    figures: { "core, kB gzip": (sizes[0]?.gzip ?? Number.NaN) / 1000 },
    tables: [{ title: "Bundle size", columns: ["what is imported", "bytes minified", "gzip"], rows }],
  };
}
