/** The options of `sla-clock between` and its help; apart from the command, so that `--help` loads nothing else. */
import { ABOUT_HOURS, ANSWER_OPTIONS, CALENDAR_OPTIONS } from "./calendar-options.js";
import type { CommandHelp } from "./help.js";
import type { OptionSpecs } from "./options.js";

const RANGE = {
  from: {
    kind: "text",
    value: "INSTANT",
    about:
      'Its beginning: "2026-11-20T17:00+08:00", local time ("2026-11-20 17:00"), or a date ("2026-11-20") if --to is one.',
  },
  to: { kind: "text", value: "INSTANT", about: "Its end, not part of it; default now." },
} as const satisfies OptionSpecs;

const OUTPUT = {
  explain: { kind: "flag", about: "Show which stretches of time are open, which are not, and why." },
  print: {
    kind: "text",
    value: "FIELD",
    about:
      "Only this value: workingMs, workingHours, workingDays, elapsedMs, from, to, beyondKnown, knownUntil; several with commas between.",
  },
  ...ANSWER_OPTIONS,
} as const satisfies OptionSpecs;

/** Every option of the command. */
export const BETWEEN_OPTIONS = { ...RANGE, ...CALENDAR_OPTIONS, ...OUTPUT } as const satisfies OptionSpecs;

export const BETWEEN_HELP: CommandHelp = {
  summary: "Tell the working time and the working days between two instants.",
  usage: ["sla-clock between HOURS --from INSTANT [--to INSTANT] [--zone ZONE] [--holidays CN|none|FILE] …"],
  about: `Tells how much working time lies between two instants, and how many working days: those of the dates from the first up to, and without, the last. Negative where the end comes first.\n${ABOUT_HOURS}`,
  groups: [
    { heading: "The range", options: RANGE },
    { heading: "The hours", options: CALENDAR_OPTIONS },
    { heading: "The answer", options: OUTPUT },
  ],
  examples: [
    'sla-clock between "Mon-Fri 9:00-18:00 UTC+8" --from "2026-11-20 17:00" \\\n      --to "2026-11-23 12:00" --explain',
    'sla-clock between "周一至周五 9:30-18:00 (UTC+8)" --holidays CN \\\n      --from 2026-10-01 --to 2026-11-01 --lang zh',
    'sla-clock between "5x8 Europe/Berlin" --from 2026-11-16T09:30+01:00 --to now --print workingHours',
  ],
};
