// How many bytes a user's bundle gets from dist/: for the check of sizes and for the benchmark.
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { root } from "./run.mjs";

/** What a service that adds working hours imports. */
export const CORE_USE = 'export { compileCalendar, addWorkingTime } from "./dist/core.js";';

/**
 * A bundle for browsers, as a user's bundler makes it; packages stay outside.
 *
 * @param {string} contents
 */
export async function bundle(contents) {
  const { outputFiles, metafile } = await build({
    stdin: { contents, resolveDir: root, sourcefile: "use.js" },
    bundle: true,
    minify: true,
    treeShaking: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    packages: "external",
    metafile: true,
    write: false,
    logLevel: "error",
  });
  const code = outputFiles[0]?.contents ?? new Uint8Array();
  const imports = Object.values(metafile.outputs).flatMap((output) => output.imports.map(({ path }) => path));
  return { minified: code.length, gzip: gzipSync(code, { level: 9 }).length, imports: [...new Set(imports)] };
}
