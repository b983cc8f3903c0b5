// Packs what would be published and lets publint (the manifest) and attw (the types under every module resolution) read
// that one tarball. --ignore-scripts: what is in dist/ now is what is checked, `prepare` is not run again.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "./run.mjs";

const folder = mkdtempSync(join(tmpdir(), "sla-clock-pack-"));
try {
  const packed = run("npm", ["pack", "--ignore-scripts", "--json", "--pack-destination", folder], {
    stdio: ["ignore", "pipe", "inherit"],
    encoding: "utf8",
  });
  if (packed.status !== 0) process.exit(packed.status ?? 1);
  const [{ filename, size, files }] = JSON.parse(String(packed.stdout));
  console.log(`${filename}: ${files.length} files, ${(size / 1000).toFixed(1)} kB`);

  const tarball = join(folder, filename);
  const failed = [run("publint", ["run", tarball, "--strict"]), run("attw", [tarball])].some(
    ({ status }) => status !== 0,
  );
  process.exitCode = failed ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
