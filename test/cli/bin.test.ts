import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { version } from "../../package.json";

const BIN = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));

function start(...args: string[]) {
  const env = { ...process.env, NO_COLOR: "1", FORCE_COLOR: undefined };
  return spawnSync(process.execPath, [BIN, ...args], { encoding: "utf8", env });
}

// `npm ci` builds it; a test of sources alone has none.
describe.skipIf(!existsSync(BIN))("dist/cli.js", () => {
  it("tells its version", () => {
    expect(start("--version")).toMatchObject({ status: 0, stdout: `${version}\n`, stderr: "" });
  });

  it("prints a deadline", () => {
    const { status, stdout } = start(
      "due",
      "--policy",
      "tidb-cloud",
      "--tier",
      "developer",
      "--severity",
      "S1",
      "--zone",
      "UTC+8",
      "--opened",
      "2026-11-20 17:00",
      "--print",
      "dueAt",
    );
    expect({ status, stdout }).toEqual({ status: 0, stdout: "2026-11-23T12:00:00+08:00\n" });
  });

  it("refuses what it does not know, on standard error", () => {
    const { status, stdout, stderr } = start("due", "--policy", "no-such-file.yaml", "--opened", "now");
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain("no such file");
  });
});
