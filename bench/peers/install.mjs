import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL(".", import.meta.url));

/** @typedef {{ packages: Record<string, { version?: string }> }} Lock */

/**
 * Installs the peers as the lock file says, unless they are. Says so, and says what went wrong; what is missing then is
 * missing from the table.
 */
export function installPeers() {
  if (isInstalled()) return;
  console.log("Installing the peers: npm ci in bench/peers/ (skip with --no-peers)");
  const args = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=0", "--fetch-timeout=30000"];
  const { status, stderr, error } = spawnSync("npm", args, {
    cwd: folder,
    stdio: ["ignore", "ignore", "pipe"],
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  if (status === 0) return;
  const lines = stderr?.split("\n").filter((line) => line.startsWith("npm error")) ?? [];
  console.log(`That failed: ${error?.message ?? lines.slice(0, 3).join(" · ")}`);
}

/** Whether node_modules holds exactly what the lock file names. */
function isInstalled() {
  const wanted = versions("package-lock.json");
  const found = versions("node_modules/.package-lock.json");
  return Object.entries(wanted).every(([path, { version }]) => path === "" || found[path]?.version === version);
}

/** @param {string} file */
function versions(file) {
  try {
    return /** @type {Lock} */ (JSON.parse(readFileSync(`${folder}${file}`, "utf8"))).packages;
  } catch {
    return {};
  }
}
