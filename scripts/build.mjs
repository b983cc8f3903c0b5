// Builds dist/: empties it, then tsup. (tsup builds both configs at once, and one's `clean` would take the other's files.)
//
//   node scripts/build.mjs               builds
//   node scripts/build.mjs --if-stale    builds unless dist/ is younger than everything it is made from
//
// The second is npm's `prepare`: `npm ci` builds a fresh clone, and the first `npx sla-clock` in a clone, for which npm
// runs `prepare` again, neither waits for a second build nor finds dist/ empty while another one reads it.
import { chmodSync, existsSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { root, run } from "./run.mjs";

const dist = join(root, "dist");
const cli = join(dist, "cli.js");
const SOURCES = ["src", "package.json", "package-lock.json", "tsconfig.json", "tsconfig.build.json", "tsup.config.ts"];

/**
 * When a file, or a folder and everything in it, was changed. A folder's own time tells of files that went.
 *
 * @param {string} path
 * @returns {number[]}
 */
function changeTimes(path) {
  const stat = statSync(path);
  const inside = stat.isDirectory() ? readdirSync(path).flatMap((name) => changeTimes(join(path, name))) : [];
  return [stat.mtimeMs, ...inside];
}

function isFresh() {
  if (!existsSync(cli)) return false;
  const built = Math.min(...changeTimes(dist));
  return SOURCES.every((source) => Math.max(...changeTimes(join(root, source))) < built);
}

function build() {
  rmSync(dist, { recursive: true, force: true });
  const { status, error } = run("tsup", ["--silent"]);
  if (error !== undefined) console.error(error.message);
  if (status !== 0) {
    // Half a build would pass for a whole one.
    rmSync(dist, { recursive: true, force: true });
    process.exit(status ?? 1);
  }
  // `npx sla-clock` in a clone starts this very file.
  chmodSync(cli, 0o755);
}

if (!(process.argv.includes("--if-stale") && isFresh())) build();
