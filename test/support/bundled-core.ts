/**
 * The core as one file, as it is published: the test runner hands every import from module to module through getters,
 * which the compiler of the engine does not see through, so what is fast or allocates nothing cannot be seen there.
 */

import { fileURLToPath } from "node:url";
import { build } from "esbuild";

export type Core = typeof import("../../src/core.js");

/** @param name another one for a core of its own, which has learned nothing from other tests. */
export async function bundledCore(name = "shared"): Promise<Core> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("../../src/core.ts", import.meta.url))],
    bundle: true,
    format: "esm",
    target: "es2022",
    minifySyntax: true,
    write: false,
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0]!.contents).toString("base64")}#${name}`);
}
