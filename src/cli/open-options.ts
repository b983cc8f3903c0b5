/** The options of `sla-clock open` and its help; apart from the command, so that `--help` loads nothing else. */
import { ABOUT_HOURS, ANSWER_OPTIONS, CALENDAR_OPTIONS } from "./calendar-options.js";
import type { CommandHelp } from "./help.js";
import type { OptionSpecs } from "./options.js";

const WHEN = {
  at: {
    kind: "text",
    value: "INSTANT",
    about: 'The instant to ask about: "2026-11-20T17:00+08:00", local time ("2026-11-20 17:00"); default now.',
  },
} as const satisfies OptionSpecs;

const PRINT = {
  print: {
    kind: "text",
    value: "FIELD",
    about: "Only this value: until, open, reason, name, at, beyondKnown, knownUntil; several with commas between.",
  },
} as const satisfies OptionSpecs;

/** Every option of the command. */
export const OPEN_OPTIONS = {
  ...WHEN,
  ...CALENDAR_OPTIONS,
  ...PRINT,
  ...ANSWER_OPTIONS,
} as const satisfies OptionSpecs;

export const OPEN_HELP: CommandHelp = {
  summary: "Ask whether it is open: exit code 0 for open, 1 for closed.",
  usage: ["sla-clock open HOURS [--at INSTANT] [--zone ZONE] [--holidays CN|none|FILE] …"],
  about: `Tells whether hours are open, until when, and why they are closed. The exit code says it to scripts: 0 open, 1 closed.\n${ABOUT_HOURS}`,
  groups: [
    { heading: "When", options: WHEN },
    { heading: "The hours", options: CALENDAR_OPTIONS },
    { heading: "The answer", options: { ...PRINT, ...ANSWER_OPTIONS } },
  ],
  examples: [
    'sla-clock open "Mon-Fri 9:00-18:00 UTC+8" --at "2026-11-20 17:00"',
    'sla-clock open "周一至周五 9:30-18:00" --zone Asia/Shanghai --holidays CN \\\n      --at "2026-10-10 10:00" --lang zh',
    'sla-clock open "24x7 UTC" --json',
    'sla-clock open "5x8 from 08:00 Asia/Shanghai" --at "2026-11-20 08:30" --print until',
  ],
};
