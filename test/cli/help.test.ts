import { describe, expect, it } from "vitest";
import { version } from "../../package.json";
import { columns } from "../../src/explain/sentences.js";
import { cli } from "./session.js";

describe("sla-clock --help", () => {
  it.each(["--help", "-h", "help"])("%s tells the commands and the exit codes", async (line) => {
    const { code, out, err } = await cli(line);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    for (const word of ["due", "policies", "open", "next", "add", "between", "hours", "Exit codes", "--version"])
      expect(out).toContain(word);
  });

  it("is what a command line without a command gets, as a mistake", async () => {
    const { code, out, err } = await cli("");
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toBe((await cli("--help")).out);
  });

  it.each([
    ["dues", 'sla-clock: "dues": expected one of due, policies, open, next, add, between, hours (did you mean due?)'],
    ["help polices", "(did you mean policies?)"],
    ["--policy", 'sla-clock: "--policy": expected a command first'],
    ["constructor", 'sla-clock: "constructor": expected one of due, policies'],
  ])("is pointed to where the command is unknown: %s", async (line, message) => {
    const { code, out, err } = await cli(line);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(message);
    expect(err).toContain("See: sla-clock --help");
  });

  it.each(["--version", "-v"])("%s is that of the package", async (line) => {
    expect(await cli(line)).toEqual({ code: 0, out: `${version}\n`, err: "" });
  });
});

describe.each(["due", "policies", "open", "next", "add", "between", "hours"])("sla-clock %s --help", (command) => {
  it("tells usage, options, examples and exit codes within 100 columns", async () => {
    const { code, out } = await cli(`${command} --help`);
    expect(code).toBe(0);
    for (const word of ["Usage", "--lang", "Examples", "Exit codes"]) expect(out).toContain(word);
    for (const line of out.split("\n")) expect(columns(line), line).toBeLessThanOrEqual(100);
  });

  it("is the same by every way, whatever else is wrong", async () => {
    const { out } = await cli(`${command} --help`);
    for (const line of [`${command} -h`, `help ${command}`, `${command} --nonsense --help`]) {
      expect(await cli(line)).toEqual({ code: 0, out, err: "" });
    }
  });

  it("has examples that work", async () => {
    const { out } = await cli(`${command} --help`);
    const examples = out.slice(out.indexOf("Examples"), out.indexOf("Exit codes")).replaceAll(/\\\n\s*/g, "");
    const lines = examples.match(/(?<=^ {2}sla-clock ).*$/gm) ?? [];
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) expect({ line, code: (await cli(line)).code }).toEqual({ line, code: 0 });
  });
});
