#!/usr/bin/env node
/** The bin: hands the process to {@link run}. */
import { readFile } from "node:fs/promises";
import { run } from "./run.js";

// Whoever reads the answer may have read enough (`… | head -1`).
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  // A full disk is no "no": 1 is for answers.
  if (error.code !== "EPIPE") process.exit(3);
});

process.exitCode = await run(process.argv.slice(2), {
  stdout: (text) => void process.stdout.write(text),
  stderr: (text) => void process.stderr.write(text),
  env: process.env,
  // Nobody asks for the milliseconds of now.
  now: () => Math.floor(Date.now() / 1000) * 1000,
  cwd: process.cwd(),
  readFile: (path) => readFile(path, "utf8"),
  isTerminal: process.stdout.isTTY,
  columns: process.stdout.columns,
});
