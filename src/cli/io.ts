/** What a command needs of the world: the process in earnest, plain values in tests. */

/** Where a command writes and what it reads; the only clock it knows is `now`. */
export interface Io {
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The time now, in epoch milliseconds. */
  readonly now: () => number;
  /** The folder in which relative file names are looked up. */
  readonly cwd: string;
  /** The text of a file, by its absolute path; rejects as `node:fs` does. */
  readonly readFile: (path: string) => Promise<string>;
  /** Whether standard output is a terminal; default `false`. */
  readonly isTerminal?: boolean | undefined;
  /** The width of the terminal, in columns. */
  readonly columns?: number | undefined;
}

/** What a command says when it ends; the help of `sla-clock` documents them. */
export const EXIT = { ok: 0, no: 1, refused: 2, defect: 3 } as const;

/** Lines are no longer than this, even on a wider terminal. */
const MAX_COLUMNS = 100;
const MIN_COLUMNS = 60;

/** How many columns a line may take. */
export function widthOf({ columns = MAX_COLUMNS }: Io): number {
  return Math.min(Math.max(columns, MIN_COLUMNS), MAX_COLUMNS);
}
