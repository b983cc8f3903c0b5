import { defineConfig } from "tsup";

export default defineConfig([
  {
    name: "library",
    // The faces: a file each in src/, an entry each in package.json ("exports" and "typesVersions").
    entry: ["src/index.ts", "src/core.ts", "src/catalog.ts", "src/holidays.ts"],
    format: ["esm", "cjs"],
    // Browsers too: nothing is resolved the Node way.
    platform: "neutral",
    target: "es2022",
    tsconfig: "tsconfig.build.json",
    // tsup hands TypeScript a `baseUrl`, which TypeScript 6 calls deprecated; nowhere else is that silenced.
    dts: { compilerOptions: { ignoreDeprecations: "6.0" } },
    // One self-contained file per entry: dist/core.js imports nothing, not even a chunk. What two entries share exists
    // twice when both are loaded; that is safe because values carry their own data (no registry, no instanceof).
    splitting: false,
    // Constants are inlined here, where they are still known to be constants: a user's bundler sees `var` and cannot.
    esbuildOptions(options) {
      options.minifySyntax = true;
    },
    // The build script empties dist/ once; two configs that clean the same folder at once would race.
    clean: false,
  },
  {
    name: "command line",
    entry: { cli: "src/cli/main.ts" },
    format: ["esm"],
    // Not "node": that condition picks the CommonJS copy of yaml, whose require() fails in an ES module.
    platform: "neutral",
    target: "node20",
    // Started often and for a short time: one file to read instead of a tree of packages.
    noExternal: [/^(?!node:)/],
    external: [/^node:/],
    // `node:` stays in front of the names of Node's own modules.
    removeNodeProtocol: false,
    // A dynamic import() becomes a file of its own, read only when it is needed (a YAML parser, say).
    splitting: true,
    esbuildOptions(options) {
      options.chunkNames = "cli/[name]-[hash]";
    },
    dts: false,
    clean: false,
  },
]);
