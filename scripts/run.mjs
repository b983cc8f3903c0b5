// How scripts start other programs: without a shell, from the root of the repository.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The root of the repository. */
export const root = fileURLToPath(new URL("..", import.meta.url));

/**
 * Runs a program of node_modules/.bin, or `node` or `npm`, and waits for it.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import("node:child_process").SpawnSyncOptions} [options]
 */
export function run(command, args, options = {}) {
  const path = [`${root}node_modules/.bin`, process.env["PATH"]].join(process.platform === "win32" ? ";" : ":");
  return spawnSync(command, args, {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    shell: process.platform === "win32",
    ...options,
    env: { ...process.env, PATH: path, ...options.env },
  });
}
