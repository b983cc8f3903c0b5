/** `--print`: single values of an answer, for scripts. */
import { oneOf } from "../errors.js";
import { CliError } from "./cli-error.js";
import type { Io } from "./io.js";

type Fields = Readonly<Record<string, string | number | boolean | null>>;

/** An answer in the three ways that it can be told. */
interface Answer {
  readonly json: () => object;
  readonly fields: Fields;
  readonly absent: "never" | "none";
  /** What to mind; beside printed fields it goes to standard error. */
  readonly warning: string | undefined;
  readonly text: () => string;
}

/** Tells an answer as the options ask for: as JSON, as single fields, or as text. */
export function tellAnswer(
  command: string,
  options: { readonly json: boolean; readonly print?: string | undefined },
  io: Io,
  { json, fields, absent, warning, text }: Answer,
): void {
  if (options.json) io.stdout(`${JSON.stringify(json(), null, 2)}\n`);
  else if (options.print !== undefined) {
    io.stdout(printFields(options.print, fields, absent));
    if (warning !== undefined) io.stderr(`sla-clock ${command}: ${warning}\n`);
  } else io.stdout(text());
}

/** The values of the fields that were asked for, separated by tabs; what there is none of is "never" or "none". */
function printFields(print: string, data: Fields, absent: "never" | "none"): string {
  const known = Object.keys(data);
  const fields = print.split(",").map((name) => readField(name.trim(), known));
  return `${fields.map((field) => String(data[field] ?? absent)).join("\t")}\n`;
}

function readField(name: string, known: readonly string[]): string {
  const field = known.find((one) => one === name);
  if (field !== undefined) return field;
  throw new CliError(`--print: expected ${oneOf(known, name)}, received ${JSON.stringify(name)}`);
}

/** Answers are told in one way. */
export function checkOutput(options: {
  readonly json: boolean;
  readonly print?: string | undefined;
  readonly explain?: boolean;
}): void {
  if (options.print === undefined) return;
  if (options.json) throw new CliError("--print: expected without --json");
  if (options.explain) throw new CliError("--print: expected without --explain");
}
