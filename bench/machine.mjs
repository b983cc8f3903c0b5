// Where and when the benchmark ran.
import { spawnSync } from "node:child_process";
import os from "node:os";
import process from "node:process";
import { root } from "../scripts/run.mjs";
import { SEED } from "./random.mjs";

/**
 * What a reader must know of a run, by name.
 *
 * @param {readonly string[]} args
 * @returns {Record<string, string>}
 */
export function machine(args) {
  const [cpu] = os.cpus();
  const load = os.loadavg()[0] ?? 0;
  return {
    machine: `${cpu?.model.trim() ?? "unknown"}, ${os.cpus().length} cores, ${Math.round(os.totalmem() / 2 ** 30)} GiB`,
    system: `${os.type()} ${os.release()} ${os.arch()}, load ${load.toFixed(2)} at the start`,
    Node: `${process.version}, V8 ${process.versions.v8}, time zone data ${process.versions["tz"]}`,
    date: new Date().toISOString().slice(0, 16).replace("T", " "),
    commit: commit(),
    seed: String(SEED),
    command: ["npm run bench", ...(args.length > 0 ? ["--", ...args] : [])].join(" "),
  };
}

/** The commit, and whether files differ from it. */
function commit() {
  const git = (/** @type {string[]} */ ...args) => spawnSync("git", args, { cwd: root, encoding: "utf8" });
  const head = git("rev-parse", "--short", "HEAD");
  if (head.status !== 0) return "unknown";
  const isChanged = git("status", "--porcelain", "--", "src", "bench").stdout.trim() !== "";
  return `${head.stdout.trim()}${isChanged ? ", with changes" : ""}`;
}
