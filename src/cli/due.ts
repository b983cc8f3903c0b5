/** `sla-clock due`: when a ticket is due, and why. */
import { CliError } from "./cli-error.js";
import { type Answer, answerQuestion } from "./due-answer.js";
import { answerData, printValues } from "./due-data.js";
import { DUE_OPTIONS, type DueOptions } from "./due-options.js";
import { readQuestion } from "./due-question.js";
import { formatAnswer } from "./due-text.js";
import { warningsOf } from "./due-warnings.js";
import { EXIT, type Io, widthOf } from "./io.js";
import { readArguments } from "./options.js";
import { styleFor } from "./style.js";

/** Runs the command and answers its exit code. */
export async function runDue(args: readonly string[], io: Io): Promise<number> {
  const { options, positionals } = readArguments(args, DUE_OPTIONS);
  if (positionals.length > 0) failOnPositionals(positionals);
  const answer = answerQuestion(await readQuestion(options, io), options.metric);
  io.stdout(tell(answer, options, io));
  // A value alone cannot say that it may change.
  if (options.print !== undefined)
    io.stderr(
      warningsOf(answer)
        .map((warning) => `sla-clock due: ${warning}\n`)
        .join(""),
    );
  return EXIT.ok;
}

function tell(answer: Answer, options: DueOptions, io: Io): string {
  if (options.json) return `${JSON.stringify(answerData(answer, options.explain), null, 2)}\n`;
  if (options.print !== undefined) return printValues(answer, options.print);
  return formatAnswer(answer, options.explain, { style: styleFor(io), width: widthOf(io) });
}

/** A word too many is most often a value that lost its quotes: `--opened 2026-11-20 17:00`. */
function failOnPositionals(positionals: readonly string[]): never {
  const words = positionals.map((word) => JSON.stringify(word)).join(", ");
  throw new CliError(
    `expected only options, received ${words}; put values with spaces in quotes: --opened "2026-11-20 17:00"`,
  );
}
