// `npm test`: the suite once under each of three process zones, then one line with the sum.
//
//   npm test                            all zones
//   npm test -- --zone Asia/Shanghai    one zone (may be given several times)
//   npm test -- test/core -t "add"      everything else goes to vitest
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { root, run } from "./run.mjs";

// West of UTC with daylight saving, east of UTC without, and the zone that skipped a day in 2011.
const ZONES = ["America/New_York", "Asia/Shanghai", "Pacific/Apia"];

/**
 * The numbers of one run, and what failed in words.
 *
 * @typedef {{ passed: number, failed: number, skipped: number, failures: string[] }} Count
 */

/**
 * What this script reads of vitest's JSON report.
 *
 * @typedef {{ fullName: string, status: string, failureMessages?: string[] }} Assertion
 * @typedef {{ name: string, status: string, message?: string, assertionResults: Assertion[] }} TestFile
 * @typedef {{ testResults: TestFile[] }} Report
 */

/** @param {readonly string[]} args */
function splitArguments(args) {
  const zones = [];
  const rest = [];
  for (let index = 0; index < args.length; index++) {
    const arg = args[index] ?? "";
    if (arg === "--zone") zones.push(args[++index] ?? "");
    else if (arg.startsWith("--zone=")) zones.push(arg.slice("--zone=".length));
    else rest.push(arg);
  }
  return { zones: zones.length > 0 ? zones : ZONES, rest };
}

/**
 * @param {string} zone
 * @param {readonly string[]} args
 * @param {string} folder
 * @returns {Count}
 */
function testUnder(zone, args, folder) {
  console.log(`\n== TZ=${zone}`);
  const file = join(folder, `${zone.replaceAll("/", "-")}.json`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const { status, signal, error } = run("vitest", ["run", ...reporters, ...args], { env: { TZ: zone } });
  const end = error?.message ?? signal ?? `exit code ${status}`;
  const count = read(file);
  if (count === undefined) return broken(`vitest gave no report (${end})`);
  if (count.passed + count.failed === 0) return broken(`no test ran (${end})`);
  // An error outside of any test, a threshold that was not met, a crash: a failure without a name.
  if (status !== 0 && count.failed === 0) return add(count, broken(`vitest ended with an error, see above (${end})`));
  return count;
}

/**
 * @param {string} file
 * @returns {Count | undefined}
 */
function read(file) {
  let report;
  try {
    report = /** @type {Report} */ (JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return undefined;
  }
  return report.testResults.map(countFile).reduce(add, { passed: 0, failed: 0, skipped: 0, failures: [] });
}

/**
 * @param {TestFile} file
 * @returns {Count}
 */
function countFile({ name, status, message, assertionResults }) {
  const path = relative(root, name);
  const failed = assertionResults.filter((test) => test.status === "failed");
  const passed = assertionResults.filter((test) => test.status === "passed").length;
  const count = {
    passed,
    failed: failed.length,
    skipped: assertionResults.length - passed - failed.length,
    failures: failed.map((test) => `${path} > ${test.fullName}\n${indent(test.failureMessages?.join("\n") ?? "")}`),
  };
  // A file that does not load has no tests to fail.
  return status === "failed" && failed.length === 0 ? add(count, broken(`${path}\n${indent(message ?? "")}`)) : count;
}

/**
 * @param {string} why
 * @returns {Count}
 */
function broken(why) {
  return { passed: 0, failed: 1, skipped: 0, failures: [why] };
}

/**
 * @param {Count} a
 * @param {Count} b
 * @returns {Count}
 */
function add(a, b) {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
    failures: [...a.failures, ...b.failures],
  };
}

/** The first lines of a message, below its title. @param {string} text */
function indent(text) {
  const lines = text.split("\n").filter((line) => !line.includes("node_modules"));
  return lines
    .slice(0, 20)
    .map((line) => `    ${line}`)
    .join("\n");
}

const { zones, rest } = splitArguments(process.argv.slice(2));
const folder = mkdtempSync(join(tmpdir(), "sla-clock-test-"));
/** @type {Count} */
let total = { passed: 0, failed: 0, skipped: 0, failures: [] };
try {
  for (const zone of zones) {
    const count = testUnder(zone, rest, folder);
    total = add(total, { ...count, failures: count.failures.map((failure) => `[TZ=${zone}] ${failure}`) });
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

if (total.failures.length > 0) console.log(`\n== failures (time zone data ${process.versions["tz"]})\n`);
for (const failure of total.failures) console.log(`${failure}\n`);
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : "";
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
process.exitCode = total.failed > 0 ? 1 : 0;
