/** `sla-clock policies`: which policies there are, and what each says. */
import { oneOf } from "../errors.js";
import type { Locale } from "../explain/time-text.js";
import { type CompiledPolicy, compilePolicy } from "../policy/compile.js";
import type { Policy } from "../policy/definition.js";
import { CliError, refusing } from "./cli-error.js";
import { EXIT, type Io, widthOf } from "./io.js";
import { readArguments } from "./options.js";
import { POLICIES_OPTIONS, type PoliciesOptions } from "./policies-options.js";
import { formatPolicyList, policyList } from "./policy-list.js";
import { sheetOf } from "./policy-sheet.js";
import { catalogPolicies, readPolicy } from "./policy-source.js";
import { formatSheetAsMarkdown } from "./sheet-markdown.js";
import { formatSheetAsText } from "./sheet-text.js";
import { styleFor } from "./style.js";
import { readLocale } from "./words.js";

const FORMATS = ["text", "markdown", "json"] as const;
type Format = (typeof FORMATS)[number];

/** Runs the command and answers its exit code. */
export async function runPolicies(args: readonly string[], io: Io): Promise<number> {
  const { options, positionals } = readArguments(args, POLICIES_OPTIONS);
  const [action, name, ...others] = positionals;
  const [format, locale] = [readFormat(options), readLocale(options.lang)];
  if (action === undefined) io.stdout(listed(format, locale, io));
  else if (action !== "show") throw new CliError(`expected show or nothing, received ${JSON.stringify(action)}`);
  else if (name === undefined || others.length > 0)
    throw new CliError(
      `show: expected one NAME|FILE, received ${name === undefined ? "nothing" : positionals.length - 1}`,
    );
  else io.stdout(await shown(name, format, locale, io));
  return EXIT.ok;
}

function readFormat({ format, json }: PoliciesOptions): Format {
  if (format === undefined) return json ? "json" : "text";
  const known = FORMATS.find((name) => name === format);
  if (json && known !== "json") throw new CliError("--json: expected without another --format");
  return known ?? fail(`--format: expected ${oneOf(FORMATS, format)}, received ${JSON.stringify(format)}`);
}

function fail(message: string): never {
  throw new CliError(message);
}

function listed(format: Format, locale: Locale, io: Io): string {
  if (format === "markdown") fail("--format: expected text or json for the list; markdown is for show NAME|FILE");
  if (format === "json") return `${JSON.stringify(policyList(catalogPolicies()), null, 2)}\n`;
  return formatPolicyList(catalogPolicies(), { locale, style: styleFor(io), width: widthOf(io) });
}

async function shown(name: string, format: Format, locale: Locale, io: Io): Promise<string> {
  const { policy, placeOf } = await readPolicy("show", name, io);
  const compiled = refusing(
    placeOf,
    (): CompiledPolicy => compilePolicy<string, string, string, string>(policy as Policy),
  );
  if (format === "json") return `${JSON.stringify(policy, null, 2)}\n`;
  const sheet = sheetOf(compiled, locale);
  return format === "markdown"
    ? formatSheetAsMarkdown(sheet)
    : formatSheetAsText(sheet, { style: styleFor(io), width: widthOf(io) });
}
