// Compiles kernel.c, feeds it with a calendar's open intervals and instants, and reads its rounds.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openIntervals } from "sla-clock/core";

const SOURCE = fileURLToPath(new URL("kernel.c", import.meta.url));

/**
 * @typedef {object} Kernel
 * @property {string} compiler
 * @property {(rounds: number, tenants?: number) => { samples: number[], sum: string }} run nanoseconds for one answer,
 * and the checksum; with tenants each instant is asked of one of as many tables
 * @property {() => void} remove
 */

/**
 * The kernel, compiled with -O3 and loaded with its work; without a compiler what stands in the way.
 *
 * @param {import("../work.mjs").Calendar} calendar
 * @param {{ from: number, to: number }} span of the table
 * @param {Float64Array} instants
 * @param {number} amount
 * @returns {Kernel | string}
 */
export function loadKernel(calendar, span, instants, amount) {
  const folder = mkdtempSync(join(tmpdir(), "sla-clock-kernel-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const [program, data] = [join(folder, "kernel"), join(folder, "data")];
  const compiled = spawnSync("cc", ["-O3", "-o", program, SOURCE, "-lm"], { encoding: "utf8" });
  if (compiled.status !== 0) {
    remove();
    return compiled.error === undefined ? `the C compiler failed: ${compiled.stderr}` : "no C compiler (cc)";
  }
  const intervals = openIntervals(calendar, span.from, span.to);
  const head = [intervals.length, instants.length, span.from, span.to, amount];
  const numbers = [head, intervals.flatMap(({ from, to }) => [from, to])].map((part) => Float64Array.from(part));
  writeFileSync(data, Buffer.concat([...numbers, instants].map(({ buffer }) => Buffer.from(buffer))));
  const run = (/** @type {number} */ rounds, /** @type {number | undefined} */ tenants) => {
    const counts = tenants === undefined ? [rounds] : [rounds, tenants];
    const { stdout, stderr, status } = spawnSync(program, [data, ...counts.map(String)], { encoding: "utf8" });
    if (status !== 0) throw new Error(`kernel.c ended with ${status}: ${stderr}`);
    const lines = stdout.trim().split("\n");
    return { samples: lines.slice(0, -1).map(Number), sum: lines.at(-1) ?? "" };
  };
  const version = spawnSync("cc", ["--version"], { encoding: "utf8" }).stdout.split("\n")[0] ?? "cc";
  return { compiler: `${version}, -O3`, run, remove };
}
