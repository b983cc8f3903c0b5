import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { filesIn, root } from "./blocks.js";

const built = existsSync(join(root, "dist/cli.js"));

/** What an example says it prints: the comment at its end. */
function promisedOutput(file: string): string {
  const [, comment] = readFileSync(join(root, file), "utf8").split("\n// Prints:\n//\n");
  if (comment === undefined) throw new Error(`${file} does not say what it prints`);
  return comment.replaceAll(/^\/\/ {0,3}/gm, "");
}

describe("the programs in examples/", () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it.each(filesIn("examples", ".mjs"))("%s prints what it says", async (file) => {
    const lines: string[] = [];
    vi.spyOn(console, "log").mockImplementation((...values) => void lines.push(values.join(" ")));
    await import(join(root, file));
    expect(`${lines.join("\n")}\n`).toBe(promisedOutput(file));
  });

  it.skipIf(!built).each(filesIn("examples", ".mjs"))("%s prints it from the built package, too", (file) => {
    const { stdout, stderr } = spawnSync(process.execPath, [file], { cwd: root, encoding: "utf8" });
    expect(stderr).toBe("");
    expect(stdout).toBe(promisedOutput(file));
  });
});

describe.skipIf(!built || process.platform === "win32")("examples/ci-gate.sh", () => {
  const gate = (...args: string[]) => {
    const env = { ...process.env, SLA_CLOCK: `${process.execPath} dist/cli.js` };
    return spawnSync(join(root, "examples/ci-gate.sh"), args, { cwd: root, encoding: "utf8", env });
  };
  // L3 is answered within 4 hours.
  const friday = "2026-11-20T20:00+08:00";

  it("passes up to the deadline, exactly at it too", () => {
    const { status, stdout } = gate(friday, "L3", "2026-11-21T00:00:00+08:00");
    expect([status, stdout]).toStrictEqual([0, "in time: due 2026-11-21T00:00:00+08:00\n"]);
  });

  it("fails after it", () => {
    const { status, stdout } = gate(friday, "L3", "2026-11-21T00:00:01+08:00");
    expect([status, stdout]).toStrictEqual([1, "overdue: was due 2026-11-21T00:00:00+08:00\n"]);
  });

  it("fails in another way where the question is refused", () => {
    const { status, stderr } = gate(friday, "L9", friday);
    expect(status).toBe(2);
    expect(stderr).toContain("L1, L2, L3, L4");
  });
});
