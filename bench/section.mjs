// One part of the benchmark, in a process of its own, so that no part inherits the heap and the compiled code of
// another: gets its name and options from run.mjs and sends back what it found.
import process from "node:process";

/**
 * A table of the report; `detail` means that only RESULTS.md has it.
 * @typedef {{ title: string, columns: string[], rows: string[][], notes?: string[], detail?: boolean }} Table
 *
 * `differing` are the pairs of peer and question of which some answers differ.
 * @typedef {object} Options
 * @property {boolean} quick
 * @property {boolean} compact
 * @property {boolean} long
 * @property {boolean} askPeers
 * @property {import("./check-answers.mjs").Checksums} checksums
 * @property {string[]} differing
 *
 * What a section found: `figures` are what the goals are held against (goals.mjs), by name.
 * @typedef {object} Findings
 * @property {Record<string, number>} [figures]
 * @property {Table[]} [tables]
 * @property {import("./check-answers.mjs").Checksums} [checksums]
 * @property {string[]} [differing]
 *
 * @typedef {import("./measure.mjs").Results} Results
 * @typedef {(options: Options) => Results | Promise<Results>} Sample what is timed, in each of several processes
 * @typedef {(options: Options, results: Results) => Findings | Promise<Findings>} Section with the results of all
 */

/** @type {Record<string, () => Promise<{ sample?: Sample, run: Section }>>} */
const SECTIONS = {
  answers: () => import("./sections/answers.mjs"),
  "peer-answers": () => import("./sections/peer-answers.mjs"),
  peers: () => import("./sections/peers.mjs"),
  scalar: () => import("./sections/scalar.mjs"),
  layouts: () => import("./sections/layouts.mjs"),
  batch: () => import("./sections/batch.mjs"),
  c: () => import("./sections/c.mjs"),
  threads: () => import("./sections/threads.mjs"),
  policies: () => import("./sections/policies.mjs"),
  allocation: () => import("./sections/allocation.mjs"),
  compile: () => import("./sections/compile.mjs"),
  bytes: () => import("./sections/bytes.mjs"),
  zones: () => import("./sections/zones.mjs"),
  tenants: () => import("./sections/tenants.mjs"),
  churn: () => import("./sections/churn.mjs"),
  size: () => import("./sections/size.mjs"),
  start: () => import("./sections/start.mjs"),
};

/** @typedef {{ name: string, options: Options, step: "sample" | "run", results: Results }} Request */

process.once("message", async (message) => {
  const { name, options, step, results } = /** @type {Request} */ (message);
  try {
    const section = await SECTIONS[name]?.();
    if (section === undefined) throw new Error(`there is no section ${name}`);
    const answer = step === "sample" ? await section.sample?.(options) : await section.run(options, results);
    process.send?.({ answer });
  } catch (error) {
    process.send?.({ error: error instanceof Error ? error.message : String(error) });
  }
  process.disconnect();
});
