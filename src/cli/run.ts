/** From the words of a command line to an exit code: finds the command, and tells what went wrong. */
import { version } from "../../package.json";
import { formatPath, nearest, SlaError } from "../errors.js";
import { ADD_HELP } from "./add-options.js";
import { BETWEEN_HELP } from "./between-options.js";
import { atPlace, CliError } from "./cli-error.js";
import { DUE_HELP } from "./due-options.js";
import { type CommandHelp, exitCodes, formatCommandHelp, section } from "./help.js";
import { HOURS_HELP } from "./hours-options.js";
import { EXIT, type Io, widthOf } from "./io.js";
import { NEXT_HELP } from "./next-options.js";
import { OPEN_HELP } from "./open-options.js";
import { POLICIES_HELP } from "./policies-options.js";
import { type Style, styleFor } from "./style.js";
import { formatTable } from "./table.js";
import { wrap } from "./wrap.js";

interface Command {
  readonly help: CommandHelp;
  /** Runs the command and answers its exit code; loaded only when it is asked for. */
  readonly run: (args: readonly string[], io: Io) => Promise<number>;
}

const COMMANDS: { readonly [name: string]: Command } = {
  due: { help: DUE_HELP, run: async (args, io) => (await import("./due.js")).runDue(args, io) },
  policies: { help: POLICIES_HELP, run: async (args, io) => (await import("./policies.js")).runPolicies(args, io) },
  open: { help: OPEN_HELP, run: async (args, io) => (await import("./open.js")).runOpen(args, io) },
  next: { help: NEXT_HELP, run: async (args, io) => (await import("./next.js")).runNext(args, io) },
  add: { help: ADD_HELP, run: async (args, io) => (await import("./add.js")).runAdd(args, io) },
  between: { help: BETWEEN_HELP, run: async (args, io) => (await import("./between.js")).runBetween(args, io) },
  hours: { help: HOURS_HELP, run: async (args, io) => (await import("./hours.js")).runHours(args, io) },
};

/** Runs a command line, without the names of node and of the script, and answers the exit code. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const [name = "", ...args] = argv;
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) return withoutCommand(name, args, io);
  if (asksForHelp(args)) return answer(io, formatCommandHelp(command.help, styleFor(io), widthOf(io)));
  try {
    return await command.run(args, io);
  } catch (error) {
    return explainFailure(error, name, io);
  }
}

function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf("--");
  return args.slice(0, end < 0 ? args.length : end).some((arg) => arg === "--help" || arg === "-h");
}

function answer(io: Io, text: string): number {
  io.stdout(text);
  return EXIT.ok;
}

function withoutCommand(name: string, args: readonly string[], io: Io): number {
  if (name === "--version" || name === "-v") return answer(io, `${version}\n`);
  if (name === "--help" || name === "-h") return answer(io, mainHelp(styleFor(io), widthOf(io)));
  if (name === "help") return helpOn(args[0], io);
  if (name === "")
    return refuse(
      io,
      mainHelp((_, text) => text, widthOf(io)),
    );
  return refuse(io, unknownCommand(name));
}

function helpOn(name: string | undefined, io: Io): number {
  const command = name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command !== undefined) return answer(io, formatCommandHelp(command.help, styleFor(io), widthOf(io)));
  return name === undefined ? answer(io, mainHelp(styleFor(io), widthOf(io))) : refuse(io, unknownCommand(name));
}

function unknownCommand(name: string): string {
  const known = Object.keys(COMMANDS);
  const meant = nearest(name, known);
  const hint = meant === undefined ? "" : ` (did you mean ${meant}?)`;
  const what = name.startsWith("-") ? "a command first" : `one of ${known.join(", ")}`;
  return `sla-clock: ${JSON.stringify(name)}: expected ${what}${hint}\nSee: sla-clock --help\n`;
}

function refuse(io: Io, text: string): number {
  io.stderr(text);
  return EXIT.refused;
}

/** What the user can mend in a line or two; what only we can mend with everything that helps to find it. */
function explainFailure(error: unknown, command: string, io: Io): number {
  const messages = messagesOf(error);
  if (messages !== undefined) {
    const lines = messages.map((message) => `sla-clock ${command}: ${message}`);
    return refuse(io, `${lines.join("\n")}\nSee: sla-clock ${command} --help\n`);
  }
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
  io.stderr(`sla-clock ${command}: this is a defect of sla-clock ${version}, please report it\n${details}\n`);
  return EXIT.defect;
}

function messagesOf(error: unknown): readonly string[] | undefined {
  if (error instanceof CliError) return error.messages;
  if (error instanceof SlaError) return error.issues.map(({ path, message }) => atPlace(formatPath(path), message));
  return undefined;
}

function mainHelp(style: Style, width: number): string {
  const commands = Object.entries(COMMANDS).map(([name, { help }]) => ({ cells: [name, help.summary] }));
  const about =
    "Deadlines from service levels: when is it due, on which calendar, and why. Answers go to standard output, mistakes to standard error.";
  const sections = [
    section("Usage", ["  sla-clock COMMAND [options]", "  sla-clock COMMAND --help", "  sla-clock --version"], style),
    wrap(about, width).join("\n"),
    section("Commands", [formatTable(commands, { width, indent: 2 })], style),
    section(
      "Examples",
      [`  ${DUE_HELP.examples[0]}`, `  ${POLICIES_HELP.examples[1]}`, `  ${HOURS_HELP.examples[1]}`],
      style,
    ),
    exitCodes(style, width),
  ];
  return `${sections.join("\n\n")}\n`;
}
