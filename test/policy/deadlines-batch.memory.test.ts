/** Nothing is made for a ticket: what a run leaves on the heap, of the package as it is bundled. */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";
import { root } from "../docs/blocks.js";

// As the tests load sources, functions of other files are never compiled into the loops that call them.
const outfile = join(mkdtempSync(join(tmpdir(), "sla-clock-")), "index.mjs");
await build({ entryPoints: [join(root, "src/index.ts")], outfile, bundle: true, format: "esm", target: "node20" });
const { compilePolicy, deadlinesBatch }: typeof import("../../src/index.js") = await import(
  /* @vite-ignore */ pathToFileURL(outfile).href
);

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

const COUNT = 40_000;
const FRIDAY = Date.UTC(2026, 10, 20);
const DAY = 86_400_000;

/** How many bytes a run adds for each ticket, with no collection in between: the median of the later ones. */
function bytesEach(run: () => unknown): number {
  const looks = Array.from({ length: 60 }, () => {
    const before = process.memoryUsage().heapUsed;
    run();
    return (process.memoryUsage().heapUsed - before) / COUNT;
  });
  collect();
  return looks.slice(30).sort((a, b) => a - b)[15] as number;
}

describe("deadlinesBatch makes nothing for a ticket", () => {
  it("but would be found out", () => {
    const kept: unknown[] = new Array(COUNT);
    const made = bytesEach(() => {
      for (let i = 0; i < COUNT; i++) kept[i] = { i };
    });
    expect(made).toBeGreaterThan(8);
  });

  it.each([
    ["elapsed time", { within: "4 hours" }],
    ["working time", { within: "4 working hours", calendar: "office" }],
    ["working time placed at the next opening", { within: "4 working hours", calendar: "office", atClose: "nextOpen" }],
    ["immediate", { within: "immediate", calendar: "office" }],
    ["a clock that starts later", { within: "4 hours", startsOn: "office" }],
    ["days", { within: "3 days" }],
    ["weeks", { within: "1 week", by: "18:00" }],
    ["no deadline", { within: "not guaranteed" }],
  ] as const)("with a promise of %s", (_, promise) => {
    const policy = compilePolicy({
      name: "columns",
      zone: "Asia/Shanghai",
      calendars: { office: { hours: "Mon-Fri 09:00-18:00", holidays: "CN" } },
      severities: { S1: {}, S2: {}, S3: {} },
      targets: [
        { when: { severity: "S1" }, metric: "resolution", within: "1 hour" },
        { metric: "resolution", ...promise },
      ],
    });
    const openedAt = Float64Array.from({ length: COUNT }, (_, i) => FRIDAY - ((i * 7_919_777) % (300 * DAY)));
    const severity = Int8Array.from({ length: COUNT }, (_, i) => (i % 4) - 1);
    const out = deadlinesBatch(policy, { openedAt, severity });
    expect(bytesEach(() => deadlinesBatch(policy, { openedAt, severity }, out))).toBeLessThan(3);
  });
});
