/** `--print`: single values of an answer, for scripts. */
import { oneOf } from "../errors.js";
import { CliError } from "./cli-error.js";

/** The values of the fields that were asked for, separated by tabs; what there is none of is "never" or "none". */
export function printFields<Field extends string>(
  print: string,
  data: Readonly<Record<Field, string | number | boolean | null>>,
  absent: "never" | "none",
): string {
  const known = Object.keys(data) as Field[];
  const fields = print.split(",").map((name) => readField(name.trim(), known));
  return `${fields.map((field) => String(data[field] ?? absent)).join("\t")}\n`;
}

function readField<Field extends string>(name: string, known: readonly Field[]): Field {
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
