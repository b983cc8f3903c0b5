// Runs a section (section.mjs) in a process of its own; those that time short answers in several.
import { fork } from "node:child_process";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { short } from "./figures.mjs";
import { merged } from "./measure.mjs";

/** @typedef {import("./section.mjs").Findings} Findings */
/** @typedef {import("./section.mjs").Options} Options */
/** @typedef {import("./measure.mjs").Results} Results */

const SECTION = fileURLToPath(new URL("section.mjs", import.meta.url));

/** In how many processes a section takes its samples, where it takes some apart. @type {Record<string, number>} */
const PROCESSES = { peers: 3, scalar: 5, layouts: 3 };

/**
 * Sections whose goals are microseconds or need two whole cores run several times, and of these counts the process that was
 * disturbed least: whoever else uses the machine can make everything half as slow again, and nothing faster. By which figure.
 *
 * @type {Record<string, { times: number, by: string }>}
 */
const LEAST_DISTURBED = {
  compile: { times: 5, by: "compile, µs a calendar-year, 9-5" },
  zones: { times: 15, by: "zone, µs a zone-year" },
  threads: { times: 5, by: "two threads, ms" },
  tenants: { times: 6, by: "tenants, distinct, ns" },
};

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
  const request = /** @type {const} */ ({ name, options, step: "run", results: merged(results) });
  const { times = 1, by = "" } = options.quick ? {} : (LEAST_DISTURBED[name] ?? {});
  /** @type {Findings[]} */
  const found = [];
  for (let i = 0; i < times; i++) found.push(await ask(request, zone));
  return leastDisturbed(found, by);
}

/** @param {readonly Findings[]} found @param {string} by @returns {Findings} */
function leastDisturbed(found, by) {
  const values = found.map(({ figures }) => figures?.[by] ?? Number.NaN);
  const best = found[Math.max(0, values.indexOf(Math.min(...values)))] ?? {};
  if (found.length > 1) {
    const all = values.map((value) => short(value)).join(", ");
    best.tables?.at(-1)?.notes?.push(`Of ${found.length} processes the one that was disturbed least (${by}: ${all}).`);
  }
  return best;
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
