// `npm run bench`: how long answers take and what they cost, beside the goals and beside the peers; writes RESULTS.md.
//
//   npm run bench                        everything, in some seven minutes; installs the peers into bench/peers
//   npm run bench -- --no-peers          without them
//   npm run bench -- --nodes             a compact set under Node 22, 24 and 26 besides
//   npm run bench -- --long              a million calendars that come and go instead of 200,000
//   npm run bench -- --quick             a rough look in half a minute; RESULTS.md stays
//   npm run bench -- --only batch,c      some sections (section.mjs); RESULTS.md stays
//
// Ends with 0 even where a goal is missed, but not where an answer differs from the slow reference.
import { writeFileSync } from "node:fs";
import process from "node:process";
import { parseArgs } from "node:util";
import { machine } from "./machine.mjs";
import { COMPACT_SECTIONS, measureNodes } from "./nodes.mjs";
import { installPeers } from "./peers/install.mjs";
import { consoleText, goalTable, markdownText, nodesTable } from "./report.mjs";
import { startSection } from "./start-section.mjs";

const ZONE = "America/New_York";
const SECTIONS = [
  ...["answers", "peer-answers", "peers", "scalar", "layouts", "batch", "c", "threads", "policies"],
  ...["allocation", "compile", "bytes", "zones", "tenants", "churn", "size", "start"],
];

const args = process.argv.slice(2);
const { values } = parseArgs({
  args,
  options: {
    quick: { type: "boolean", default: false },
    long: { type: "boolean", default: false },
    "no-peers": { type: "boolean", default: false },
    nodes: { type: "boolean", default: false },
    only: { type: "string" },
    // For nodes.mjs: the compact set, its figures written to a file.
    compact: { type: "boolean", default: false },
    json: { type: "string" },
  },
});

/** The sections to run; the answers are always checked first. */
function chosenSections() {
  if (values.compact) return COMPACT_SECTIONS;
  if (values.only === undefined) return SECTIONS;
  const only = values.only.split(",");
  const unknown = only.filter((name) => !SECTIONS.includes(name));
  if (unknown.length > 0) throw new Error(`--only: ${unknown.join(", ")}; there are ${SECTIONS.join(", ")}`);
  const needed = only.includes("peers") ? ["answers", "peer-answers"] : ["answers"];
  return SECTIONS.filter((name) => needed.includes(name) || only.includes(name));
}

/** @typedef {import("./section.mjs").Table} Table */

async function main() {
  const about = machine(args);
  for (const [name, text] of Object.entries(about)) console.log(`${name.padEnd(8)} ${text}`);
  const askPeers = !values["no-peers"];
  const sections = chosenSections().filter((name) => askPeers || name !== "peer-answers");
  if (askPeers && sections.includes("peer-answers")) installPeers();
  /** @type {import("./section.mjs").Options} */
  const options = {
    quick: values.quick,
    compact: values.compact,
    long: values.long,
    askPeers,
    checksums: {},
    differing: [],
  };
  /** @type {Record<string, number>} */
  const figures = {};
  /** @type {Table[]} */
  const tables = [];
  const show = (/** @type {Table} */ table) => {
    tables.push(table);
    if (table.detail !== true) console.log(consoleText(table));
  };
  for (const name of sections) {
    const start = performance.now();
    const found = await startSection(name, options, ZONE);
    if (name === "peer-answers") found.tables?.push(...((await startSection(name, options, "UTC")).tables ?? []));
    Object.assign(options.checksums, found.checksums);
    options.differing.push(...(found.differing ?? []));
    Object.assign(figures, found.figures);
    found.tables?.forEach(show);
    console.log(`(${name}: ${((performance.now() - start) / 1000).toFixed(1)} s)`);
  }
  if (values.json !== undefined) {
    writeFileSync(values.json, JSON.stringify({ version: process.versions.node, figures }));
    return;
  }
  if (values.nodes) {
    const own = { version: process.versions.node, figures };
    const { runs, notes } = measureNodes(values.quick ? ["--quick"] : []);
    show(nodesTable([own, ...runs], notes));
  }
  const goals = goalTable(figures, values.only === undefined);
  if (goals.rows.length > 0) show(goals);
  if (values.quick || values.only !== undefined) return;
  writeResults(about, [goals, ...tables.filter((table) => table !== goals)]);
}

/**
 * @param {Record<string, string>} about
 * @param {readonly Table[]} tables
 */
function writeResults(about, tables) {
  const head = [
    "# Results of the benchmark",
    "",
    "Written by `npm run bench`, not by hand. Nanoseconds drift with the machine; the ratios, taken inside one process, are what counts.",
    "",
    ...Object.entries(about).map(([name, text]) => `- ${name}: ${text}`),
    "",
  ];
  const file = new URL("RESULTS.md", import.meta.url);
  writeFileSync(file, [...head, ...tables.map(markdownText)].join("\n"));
  console.log("\nWritten to bench/RESULTS.md.");
}

try {
  await main();
} catch (error) {
  console.error(`\nbench: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
