/** The options of `sla-clock next` and its help; apart from the command, so that `--help` loads nothing else. */
import { ABOUT_HOURS, ANSWER_OPTIONS, CALENDAR_OPTIONS } from "./calendar-options.js";
import type { CommandHelp } from "./help.js";
import type { OptionSpecs } from "./options.js";

const WHEN = {
  at: {
    kind: "text",
    value: "INSTANT",
    about: 'The instant to look ahead from: "2026-11-20T17:00+08:00", local time ("2026-11-20 17:00"); default now.',
  },
} as const satisfies OptionSpecs;

const PRINT = {
  print: {
    kind: "text",
    value: "FIELD",
    about: "Only this value: opensAt, closesAt, open, at, beyondKnown, knownUntil; several with commas between.",
  },
} as const satisfies OptionSpecs;

/** Every option of the command. */
export const NEXT_OPTIONS = {
  ...WHEN,
  ...CALENDAR_OPTIONS,
  ...PRINT,
  ...ANSWER_OPTIONS,
} as const satisfies OptionSpecs;

export const NEXT_HELP: CommandHelp = {
  summary: "Tell the next opening and the next closing of hours.",
  usage: ["sla-clock next HOURS [--at INSTANT] [--zone ZONE] [--holidays CN|none|FILE] …"],
  about: `Tells when hours open and close next. While they are open: this closing, and the opening after it.\n${ABOUT_HOURS}`,
  groups: [
    { heading: "When", options: WHEN },
    { heading: "The hours", options: CALENDAR_OPTIONS },
    { heading: "The answer", options: { ...PRINT, ...ANSWER_OPTIONS } },
  ],
  examples: [
    'sla-clock next "Mon-Fri 9:00-18:00 UTC+8"',
    'sla-clock next "周一至周五 9:30-18:00 (UTC+8)" --holidays CN \\\n      --at "2026-09-30 20:00" --lang zh',
    'sla-clock next "Sat 22:00-04:00 Europe/Berlin" --print opensAt,closesAt',
  ],
};
