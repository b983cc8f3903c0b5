/** The options of `sla-clock policies` and its help; apart from the command, so that `--help` loads nothing else. */
import { COMMON_OPTIONS, type CommandHelp } from "./help.js";
import type { OptionSpecs, Options } from "./options.js";

/** Every option of the command. */
export const POLICIES_OPTIONS = {
  format: {
    kind: "text",
    value: "FORMAT",
    about:
      "text (default); markdown, to compare with a document (show); json: the policy as data, ready to be changed and used as a file.",
  },
  json: { kind: "flag", about: "The same as --format json." },
  lang: { kind: "text", value: "en|zh", about: "The language of the answer; default en." },
  ...COMMON_OPTIONS,
} as const satisfies OptionSpecs;

/** What was given on the command line. */
export type PoliciesOptions = Options<typeof POLICIES_OPTIONS>;

export const POLICIES_HELP: CommandHelp = {
  summary: "List the built-in policies, or show one: its tables, hours and assumptions.",
  usage: ["sla-clock policies", "sla-clock policies show NAME|FILE [--format text|markdown|json] [--lang en|zh]"],
  about:
    "Lists the policies that come with sla-clock and the keys they ask for, or shows everything that one of them says: what it promises and to whom, its hours, levels, contacts, and how it was read where the document is silent. A file of your own (.json, .yaml, .yml) is checked and shown in the same way.",
  groups: [{ heading: "Options", options: POLICIES_OPTIONS }],
  examples: [
    "sla-clock policies",
    "sla-clock policies show chinanetcloud",
    "sla-clock policies show ailib --format markdown --lang zh",
    "sla-clock policies show websoft9 --format json",
  ],
};
