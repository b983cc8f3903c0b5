// What a user's bundle pays, and what the built entries load. Reads dist/, so build first.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { bundle, CORE_USE } from "./bundle.mjs";
import { root } from "./run.mjs";

// A service that adds working hours carries this much. The aim is 4 kB.
const CORE_LIMIT_BYTES = 6000;

// What an entry may import at run time (api.md, the table of entries); each is one file, so there is no chunk either.
/** @type {Record<string, readonly string[]>} */
const MAY_IMPORT = { index: [], core: [], catalog: [], holidays: [] };

/** @type {string[]} */
const faults = [];

for (const [entry, allowed] of Object.entries(MAY_IMPORT)) {
  const file = join("dist", `${entry}.js`);
  if (!existsSync(join(root, file))) {
    faults.push(`${file} is missing: run \`npm run build\``);
    continue;
  }
  const { minified, gzip, imports } = await bundle(`export * from "./dist/${entry}.js";`);
  const imported = imports.length > 0 ? `imports ${imports.join(", ")}` : "imports nothing";
  console.log(`${entry.padEnd(10)} ${minified} bytes minified, ${gzip} gzip; ${imported}`);
  const extra = imports.filter((name) => !allowed.includes(name));
  if (extra.length > 0) faults.push(`${file} imports ${extra.join(", ")}; allowed: ${allowed.join(", ") || "nothing"}`);
}

if (faults.length === 0) {
  try {
    const { minified, gzip } = await bundle(CORE_USE);
    console.log(`compileCalendar + addWorkingTime from sla-clock/core: ${minified} bytes minified, ${gzip} gzip`);
    if (gzip > CORE_LIMIT_BYTES) faults.push(`that is ${gzip} bytes gzip, more than ${CORE_LIMIT_BYTES}`);
  } catch (error) {
    faults.push(`the bundle of the core cannot be made: ${error instanceof Error ? error.message : String(error)}`);
  }
}

for (const fault of faults) console.error(`size: ${fault}`);
process.exitCode = faults.length > 0 ? 1 : 0;
