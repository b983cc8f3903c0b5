/** Options of a command: one table says what exists, what help tells of it, and how it is read. */
import { parseArgs } from "node:util";
import { nearest } from "../errors.js";
import { CliError } from "./cli-error.js";

/** An option as its command declares it. */
export interface OptionSpec {
  /** `text` takes one value, `list` may be given several times, `flag` takes none. */
  readonly kind: "text" | "list" | "flag";
  /** What help shows for the value: `"NAME|FILE"`. */
  readonly value?: string;
  /** What help says. */
  readonly about: string;
}

/** The options of a command by name, without the dashes. */
export type OptionSpecs = { readonly [name: string]: OptionSpec };

/** What was given: text or nothing, a list that may be empty, `true` or `false`. */
export type Options<Specs extends OptionSpecs> = {
  readonly [name in keyof Specs]: Specs[name]["kind"] extends "flag"
    ? boolean
    : Specs[name]["kind"] extends "list"
      ? readonly string[]
      : string | undefined;
};

/** Options, and the words between them. */
export interface Arguments<Specs extends OptionSpecs> {
  readonly options: Options<Specs>;
  readonly positionals: readonly string[];
}

/** Reads a command's arguments; everything that is wrong with them is told at once. */
export function readArguments<Specs extends OptionSpecs>(args: readonly string[], specs: Specs): Arguments<Specs> {
  const tokens = tokensOf(args, specs);
  const messages = tokens.filter((token) => token.kind === "option").flatMap((token) => objectionsTo(token, specs));
  const given = (name: string) => tokens.filter((token) => token.kind === "option" && token.name === name);
  for (const [name, { kind }] of Object.entries(specs)) {
    if (kind === "text" && given(name).length > 1)
      messages.push(`--${name}: expected once, received ${given(name).length} times`);
  }
  if (messages.length > 0) throw new CliError(...messages);
  const valuesOf = (name: string) => given(name).map((token) => (token as OptionToken).value ?? "");
  const options = Object.entries(specs).map(([name, { kind }]) => {
    const values = valuesOf(name);
    return [name, kind === "flag" ? values.length > 0 : kind === "list" ? values : values[0]];
  });
  const positionals = tokens.flatMap((token) => (token.kind === "positional" ? [token.value as string] : []));
  return { options: Object.fromEntries(options) as Options<Specs>, positionals };
}

interface OptionToken {
  readonly kind: "option";
  readonly name: string;
  readonly rawName: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}

type Token =
  | OptionToken
  | { readonly kind: "positional"; readonly value: string }
  | { readonly kind: "option-terminator" };

function tokensOf(args: readonly string[], specs: OptionSpecs): readonly Token[] {
  const options = Object.fromEntries(
    Object.entries(specs).map(([name, { kind }]) => [name, { type: kind === "flag" ? "boolean" : "string" } as const]),
  );
  // Not strict: its errors know neither what was meant nor what there is.
  return parseArgs({ args: [...args], options, strict: false, tokens: true }).tokens as readonly Token[];
}

function objectionsTo({ name, rawName, value, inlineValue }: OptionToken, specs: OptionSpecs): string[] {
  const spec = rawName.startsWith("--") && Object.hasOwn(specs, name) ? specs[name] : undefined;
  if (spec === undefined) return [unknownOption(rawName, name, Object.keys(specs))];
  if (spec.kind === "flag")
    return inlineValue ? [`--${name}: expected no value, received ${JSON.stringify(value)}`] : [];
  const isMissing = value === undefined || value === "" || (inlineValue === false && /^--?[a-z]/i.test(value));
  return isMissing
    ? [`--${name}: expected a value (${spec.value}), received ${value ? JSON.stringify(value) : "nothing"}`]
    : [];
}

function unknownOption(rawName: string, name: string, known: readonly string[]): string {
  const longer = known.filter((option) => option.startsWith(name) && name.length > 1);
  const meant = longer.length === 1 ? longer[0] : nearest(name, known);
  const expected = known.map((option) => `--${option}`).join(", ");
  return meant === undefined
    ? `${rawName}: unknown option, expected one of ${expected}`
    : `${rawName}: unknown option (did you mean --${meant}?)`;
}
