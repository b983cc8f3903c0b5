/** A command line in process: nothing of the machine but what a test says. */
import { join } from "node:path";
import { run } from "../../src/cli/run.js";

/** What the command finds around it. */
export interface World {
  /** The time on the clock; default Fri 2026-11-20 20:30 +08:00. */
  readonly now?: number;
  readonly files?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly isTerminal?: boolean;
  readonly columns?: number;
}

/** What came of it. */
export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

const FOLDER = join("/", "work", "somewhere");

/** Runs `sla-clock` with the words of a line; quotes hold words together as in a shell. */
export async function cli(line: string, world: World = {}): Promise<Outcome> {
  const written = { out: "", err: "" };
  const code = await run(wordsOf(line), {
    stdout: (text) => {
      written.out += text;
    },
    stderr: (text) => {
      written.err += text;
    },
    env: world.env ?? {},
    now: () => world.now ?? Date.parse("2026-11-20T20:30:00+08:00"),
    cwd: FOLDER,
    readFile: async (path) => fileIn(world.files ?? {}, path),
    isTerminal: world.isTerminal,
    columns: world.columns,
  });
  return { code, ...written };
}

function fileIn(files: Readonly<Record<string, string>>, path: string): string {
  const name = Object.keys(files).find((file) => join(FOLDER, file) === path);
  if (name !== undefined) return files[name] as string;
  throw Object.assign(new Error(`ENOENT: no such file or directory, open '${path}'`), { code: "ENOENT" });
}

function wordsOf(line: string): string[] {
  const words = line.match(/(?:[^\s"']|"[^"]*"|'[^']*')+/g) ?? [];
  return words.map((word) => word.replace(/"([^"]*)"|'([^']*)'/g, (_, double, single) => double ?? single));
}
