import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const face = (name: string): string => fileURLToPath(new URL(`./src/${name}.ts`, import.meta.url));

export default defineConfig({
  resolve: {
    // Examples import the package by its name, as a user does; the tests that run them get the sources.
    alias: [
      { find: /^sla-clock$/, replacement: face("index") },
      { find: /^sla-clock\/(core|catalog|holidays)$/, replacement: face("$1") },
    ],
  },
  test: {
    include: ["test/**/*.test.ts"],
    // Whole worlds are checked in one test (every zone, every row of a city's data).
    testTimeout: 120_000,
    coverage: {
      provider: "v8",
      include: ["src/**/*.ts"],
      reporter: ["text-summary", "html", "json-summary"],
      reportsDirectory: "coverage",
    },
  },
});
