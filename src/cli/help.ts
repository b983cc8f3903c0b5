/** Help as text: usage, options in two columns, examples that work, exit codes. */
import type { OptionSpec, OptionSpecs } from "./options.js";
import type { Style } from "./style.js";
import { formatTable } from "./table.js";
import { wrap } from "./wrap.js";

/** What a command tells of itself. */
export interface CommandHelp {
  /** One line, for the list of commands. */
  readonly summary: string;
  readonly usage: readonly string[];
  readonly about: string;
  /** Options under headings, in the order of the help. */
  readonly groups: readonly { readonly heading: string; readonly options: OptionSpecs }[];
  readonly examples: readonly string[];
}

/** Every command takes these. */
export const COMMON_OPTIONS = {
  help: { kind: "flag", about: "Show this help." },
} as const satisfies OptionSpecs;

/** The names of exit codes, as help and docs tell them. */
const EXIT_CODES: readonly (readonly [code: string, meaning: string])[] = [
  ["0", "fine, also where a row promises no deadline"],
  ["1", 'the answer is "no" (closed, breached): for commands that ask whether'],
  ["2", "refused: a mistake in the command, a file or the ticket, told on standard error"],
  ["3", "a defect of sla-clock itself"],
];

/** The help of one command. */
export function formatCommandHelp(help: CommandHelp, style: Style, width: number): string {
  const paragraphs = help.about.split("\n").map((paragraph) => wrap(paragraph, width).join("\n"));
  const sections = [
    section(
      "Usage",
      help.usage.map((line) => `  ${line}`),
      style,
    ),
    paragraphs.join("\n"),
    ...help.groups.map(({ heading, options }) => section(heading, [optionTable(options, width)], style)),
    section(
      "Examples",
      help.examples.map((line) => `  ${line}`),
      style,
    ),
    exitCodes(style, width),
  ];
  return `${sections.join("\n\n")}\n`;
}

/** "Exit codes" with their meanings. */
export function exitCodes(style: Style, width: number): string {
  const rows = EXIT_CODES.map((cells) => ({ cells }));
  return section("Exit codes", [formatTable(rows, { width, indent: 2 })], style);
}

/** Lines under a heading. */
export function section(heading: string, lines: readonly string[], style: Style): string {
  return [style("heading", heading), ...lines].join("\n");
}

/** "  --policy NAME|FILE  …": a table of options. */
function optionTable(options: OptionSpecs, width: number): string {
  const rows = Object.entries(options).map(([name, spec]) => ({ cells: [usageOf(name, spec), spec.about] }));
  return formatTable(rows, { width, indent: 2 });
}

function usageOf(name: string, { value }: OptionSpec): string {
  return value === undefined ? `--${name}` : `--${name} ${value}`;
}
