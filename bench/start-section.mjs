// Runs a section (section.mjs) in a process of its own; those that time short answers in several.
import { fork } from "node:child_process";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { merged } from "./measure.mjs";

/** @typedef {import("./section.mjs").Findings} Findings */
/** @typedef {import("./section.mjs").Options} Options */
/** @typedef {import("./measure.mjs").Results} Results */

const SECTION = fileURLToPath(new URL("section.mjs", import.meta.url));

/** In how many processes a section takes its samples, where it takes some apart. @type {Record<string, number>} */
const PROCESSES = { peers: 3, scalar: 5, layouts: 3 };

/**
 * What a section found; an error where it failed, and so where an answer was wrong.
 *
 * @param {string} name
 * @param {Options} options
 * @param {string} zone of the process
 * @returns {Promise<Findings>}
 */
export async function startSection(name, options, zone) {
  /** @type {Results[]} */
  const results = [];
  const count = PROCESSES[name] ?? 0;
  const most = options.quick ? 1 : options.compact ? 2 : count;
  for (let i = 0; i < Math.min(most, count); i++) {
    results.push(await ask({ name, options, step: "sample" }, zone));
  }
  return ask({ name, options, step: "run", results: merged(results) }, zone);
}

/**
 * @param {object} request
 * @param {string} zone
 * @returns {Promise<any>}
 */
function ask(request, zone) {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, TZ: zone };
    const child = fork(SECTION, [], { execArgv: ["--expose-gc"], env, serialization: "advanced" });
    /** @type {{ answer?: unknown, error?: string }} */
    let reply = { error: "it ended without an answer" };
    child.on("message", (message) => {
      reply = /** @type {typeof reply} */ (message);
    });
    child.on("error", reject);
    child.on("close", () => {
      if (reply.error === undefined) resolve(reply.answer);
      else reject(new Error(reply.error));
    });
    child.send(request);
  });
}
