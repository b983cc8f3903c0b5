// The compact set under other versions of Node, which npm brings.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

const RUN = fileURLToPath(new URL("run.mjs", import.meta.url));
const OTHERS = ["22", "24", "26"];

/** What is run under each: what goes without peers and without other programs. */
export const COMPACT_SECTIONS = ["answers", "scalar", "layouts", "batch", "allocation", "compile", "bytes", "zones"];

/** @typedef {{ version: string, figures: Record<string, number> }} NodeRun */

/**
 * The figures of the other versions, and which could not be had.
 *
 * @param {readonly string[]} args
 */
export function measureNodes(args) {
  const folder = mkdtempSync(join(tmpdir(), "sla-clock-nodes-"));
  /** @type {NodeRun[]} */
  const runs = [];
  /** @type {string[]} */
  const notes = [];
  for (const version of OTHERS.filter((other) => other !== process.versions.node.split(".")[0])) {
    console.log(`\n== the compact set under Node ${version}`);
    const file = join(folder, `${version}.json`);
    const run = [RUN, "--compact", `--json=${file}`, ...args];
    const { status } = spawnSync("npx", ["-y", "--fetch-retries=0", "-p", `node@${version}`, "node", ...run], {
      stdio: ["ignore", "ignore", "inherit"],
      shell: process.platform === "win32",
    });
    const found = readRun(file);
    if (found !== undefined) runs.push(found);
    else
      notes.push(
        `Node ${version}: not measured; npx could not bring it (without network it cannot), or its run failed (exit code ${status}).`,
      );
  }
  rmSync(folder, { recursive: true, force: true });
  return { runs, notes };
}

/** @param {string} file @returns {NodeRun | undefined} */
function readRun(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}
