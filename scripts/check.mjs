// `npm run check`: every check, in order, each under its heading. All of them run, so that one run shows all that is
// wrong; it fails if any failed. (The tests are `npm test`.)
import { run } from "./run.mjs";

/** Heading and npm script. @type {readonly (readonly [heading: string, script: string])[]} */
const CHECKS = [
  ["types (tsc, strict; isolated declarations)", "typecheck"],
  ["lint and format (Biome)", "lint"],
  ["floors (dependency-cruiser)", "floors"],
  ["dead code (knip)", "unused"],
  ["build (tsup)", "build"],
  ["package (publint, attw)", "package-check"],
  ["docs of public names (typedoc)", "docs:check"],
  ["size of the core and imports of the entries", "size"],
];

const results = CHECKS.map(([heading, script]) => {
  console.log(`\n== ${heading}: npm run ${script}`);
  const started = performance.now();
  const { status } = run("npm", ["run", "--silent", script]);
  return { heading, ok: status === 0, seconds: (performance.now() - started) / 1000 };
});

console.log("\n== checks");
for (const { heading, ok, seconds } of results) {
  console.log(`${ok ? "ok    " : "FAILED"}  ${heading} (${seconds.toFixed(1)} s)`);
}
process.exitCode = results.every(({ ok }) => ok) ? 0 : 1;
