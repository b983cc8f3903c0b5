/**
 * The ground floor: one error class, one closed union of codes, one catalogue of wording.
 * A message reads "Invalid zone: expected …, received …", with the place in front of it.
 */

/**
 * What kind of mistake an {@link Issue} reports; a closed union, safe to switch on. The code is the wording, too:
 * `invalid_zone` begins its messages with "Invalid zone".
 */
export type IssueCode =
  | "invalid_type"
  | "unknown_key"
  | "missing_key"
  | "invalid_value"
  | "unknown_value"
  | "duplicate_value"
  | "invalid_zone"
  | "missing_zone"
  | "invalid_date"
  | "invalid_time"
  | "invalid_hours"
  | "overlapping_windows"
  | "invalid_amount"
  | "invalid_instant"
  | "invalid_option"
  | "out_of_range"
  | "never_opens"
  | "missing_calendar"
  | "unknown_calendar"
  | "unused_calendar"
  | "unknown_holidays"
  | "missing_holidays"
  | "missing_parameter"
  | "no_matching_target";

/** Where in a definition, an argument list or a batch something is: keys and indexes, outermost first. */
export type Path = readonly (string | number)[];

/** One mistake: what kind, where, what was expected there and what came. */
export interface Issue {
  /** What kind of mistake. */
  readonly code: IssueCode;
  /** Where it is. */
  readonly path: Path;
  /** The mistake in a sentence, without its place. */
  readonly message: string;
  /** What should have come, in words. */
  readonly expected: string;
  /** What came, as text. */
  readonly received: string;
}

const BRAND = Symbol.for("sla-clock.SlaError");

/**
 * The one error this package throws. `code` is that of the first issue; `issues` holds every mistake that was found
 * in the same definition or call.
 *
 * `instanceof` holds across the ES module and the CommonJS copy of the package.
 *
 * @example
 * ```ts
 * import { compileCalendar, SlaError } from "sla-clock/core";
 *
 * try {
 *   compileCalendar({ zone: "Asia/Shangai", hours: { mon: ["09:00-25:00"] } });
 * } catch (error) {
 *   if (!(error instanceof SlaError)) throw error;
 *   error.code; //=> "invalid_zone"
 *   error.issues.map((issue) => issue.path.join(".")); //=> ["zone", "hours.mon.0"]
 * }
 * ```
 */
export class SlaError extends Error {
  /** Always `"SlaError"`. */
  override readonly name: string = "SlaError";
  /** The code of the first issue. */
  declare readonly code: IssueCode;
  /** Every mistake that was found, at least one. */
  declare readonly issues: readonly Issue[];

  /** @param issues every mistake, at least one; the first gives the error its code. */
  constructor(issues: readonly Issue[]) {
    super(summary(issues));
    this.code = (issues[0] as Issue).code;
    this.issues = issues;
    // Not as a member of the class: --isolatedDeclarations takes no computed names.
    Object.defineProperty(this, BRAND, { value: true });
  }

  /** Whether a value is an error of this package, made by whichever copy of it. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return BRAND in Object(value);
  }
}

/** Builds an issue; `received` is shown as a person would type it, `undefined` as "nothing". */
export function issue(code: IssueCode, path: Path, expected: string, received: unknown): Issue {
  const thing = (code[0] as string).toUpperCase() + code.slice(1).replaceAll("_", " ");
  const came = plain(received);
  const shown = typeof received === "string" ? `"${came}"` : came;
  return { code, path, message: `${thing}: expected ${expected}, received ${shown}`, expected, received: came };
}

/** Throws one issue as an {@link SlaError}. */
export function fail(code: IssueCode, path: Path, expected: string, received: unknown): never {
  throw new SlaError([issue(code, path, expected, received)]);
}

/** Throws all issues together, or does nothing where there are none. */
export function failOnIssues(issues: readonly Issue[]): void {
  if (issues.length > 0) throw new SlaError(issues);
}

/** "one of L1, L2, L3, L4": the known names, without a guess at the one that was meant, so that bundles of the core go without. */
export function listOf(known: readonly string[]): string {
  return `one of ${known.join(", ")}`;
}

/** "one of L1, L2, L3, L4 (did you mean L4?)": the known names, the nearest one first to the eye. */
export function oneOf(known: readonly string[], received: unknown): string {
  const near = typeof received === "string" ? nearest(received, known) : undefined;
  const list = known.length > 0 ? listOf(known) : "none (nothing is defined here)";
  return near === undefined ? list : `${list} (did you mean ${near}?)`;
}

/** The issue with a guess at the name that was meant, where it expects one of several and one of them is near. */
export function withGuess(given: Issue): Issue {
  const { code, path, expected, received } = given;
  const names = /^one of (.+)$/.exec(expected)?.[1]?.split(", ") ?? [];
  return nearest(received, names) === undefined ? given : issue(code, path, oneOf(names, received), received);
}

/** Runs a reader that knows no places; its issues are thrown with `path` in front of theirs. */
export function atPath<T>(path: Path, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof SlaError)) throw error;
    throw new SlaError(error.issues.map((one) => ({ ...one, path: [...path, ...one.path] })));
  }
}

/** The known name that is fewest typing mistakes away, if it is near enough to be meant and no other is as near. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  const distances = known.map((candidate) => slips(name.toLowerCase(), candidate.toLowerCase()));
  const least = Math.min(...distances);
  const alone = distances.indexOf(least) === distances.lastIndexOf(least);
  return alone && least <= Math.max(1, Math.floor(name.length / 3)) ? known[distances.indexOf(least)] : undefined;
}

/** "calendars.office.hours.mon[0]": a path as a person writes it. */
export function formatPath(path: Path): string {
  return path.map((key, index) => (typeof key === "number" ? `[${key}]` : index > 0 ? `.${key}` : key)).join("");
}

/** What a reader of text answers instead of throwing: the value, or every issue. */
export type Parsed<T> =
  | {
      /** The text was read. */
      readonly ok: true;
      /** What it says. */
      readonly value: T;
    }
  | {
      /** The text could not be read. */
      readonly ok: false;
      /** Why not, all of it. */
      readonly issues: readonly Issue[];
    };

/** Turns a reader that throws {@link SlaError} into one that answers its issues. */
export function parsed<T>(reader: () => T): Parsed<T> {
  try {
    return { ok: true, value: reader() };
  } catch (error) {
    if (error instanceof SlaError) return { ok: false, issues: error.issues };
    throw error;
  }
}

function summary(issues: readonly Issue[]): string {
  const lines = issues.map(({ path, message }) => (path.length > 0 ? `${formatPath(path)}: ${message}` : message));
  return lines.length > 1 ? `${lines.length} issues\n- ${lines.join("\n- ")}` : (lines[0] as string);
}

function plain(value: unknown): string {
  if (value === undefined) return "nothing";
  if (Object(value) !== value) return String(value);
  if (Array.isArray(value)) return `a list of ${value.length}`;
  // A date, a moment of some library: what it says of itself, and never what depends on the process's zone.
  const said = (value as { toJSON?: () => unknown }).toJSON?.();
  return said === undefined ? `{ ${Object.keys(value as object).join(", ")} }` : String(said ?? "an invalid date");
}

/** The typing mistakes between two names; letters in another order ("teir") are one. */
function slips(a: string, b: string): number {
  return [...a].sort().join() === [...b].sort().join() ? Number(a !== b) : editDistance(a, b);
}

/** Levenshtein distance, one row at a time; names here are short. */
function editDistance(a: string, b: string): number {
  const row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 0; i < a.length; i++) {
    let diagonal = i;
    row[0] = i + 1;
    for (let j = 0; j < b.length; j++) {
      const above = row[j + 1] as number;
      row[j + 1] = Math.min(diagonal + (a[i] === b[j] ? 0 : 1), above + 1, (row[j] as number) + 1);
      diagonal = above;
    }
  }
  return row[b.length] as number;
}
