/** The options of `sla-clock add` and its help; apart from the command, so that `--help` loads nothing else. */
import { ABOUT_HOURS, ANSWER_OPTIONS, CALENDAR_OPTIONS } from "./calendar-options.js";
import type { CommandHelp } from "./help.js";
import type { OptionSpecs, Options } from "./options.js";

const HOURS = {
  hours: { kind: "text", value: "HOURS", about: "The hours that the amount runs on: text or a file." },
  ...CALENDAR_OPTIONS,
} as const satisfies OptionSpecs;

const WHEN = {
  from: {
    kind: "text",
    value: "INSTANT",
    about:
      'The start: "2026-11-20T17:00+08:00", local time ("2026-11-20 17:00"), for working days also a date ("2026-11-20"); default now.',
  },
} as const satisfies OptionSpecs;

const READINGS = {
  "at-close": {
    kind: "text",
    value: "close|nextOpen",
    about: "Where an amount ends just when it closes: at this closing (default) or at the next opening.",
  },
  rule: {
    kind: "text",
    value: "RULE",
    about: "Working days: sameTime (default), endOfDay, or workingHours (so many hours of working time).",
  },
  cutoff: {
    kind: "text",
    value: "TIME",
    about: "Working days: a start at or after this time counts from the next one.",
  },
  "hours-per-day": { kind: "text", value: "NUMBER", about: "The hours of a working day, for --rule workingHours." },
} as const satisfies OptionSpecs;

const OUTPUT = {
  explain: { kind: "flag", about: "Show which stretches of time counted, which did not, and why." },
  print: {
    kind: "text",
    value: "FIELD",
    about: "Only this value: result, from, fromNowMs, beyondKnown, knownUntil; several with commas between.",
  },
  ...ANSWER_OPTIONS,
} as const satisfies OptionSpecs;

/** Every option of the command. */
export const ADD_OPTIONS = { ...HOURS, ...WHEN, ...READINGS, ...OUTPUT } as const satisfies OptionSpecs;

/** What was given on the command line. */
export type AddCommandOptions = Options<typeof ADD_OPTIONS>;

export const ADD_HELP: CommandHelp = {
  summary: "Add working time or working days to an instant, or take them away.",
  usage: ["sla-clock add AMOUNT --hours HOURS [--from INSTANT] [--zone ZONE] [--holidays CN|none|FILE] …"],
  about: `Tells the instant that lies so much working time, or so many working days, after another one; a minus goes back ("-4h"). Hours, minutes and seconds are open time here, with or without the word "working".\n${ABOUT_HOURS}`,
  groups: [
    { heading: "The hours", options: HOURS },
    { heading: "When", options: WHEN },
    { heading: "Readings", options: READINGS },
    { heading: "The answer", options: OUTPUT },
  ],
  examples: [
    'sla-clock add "4 working hours" --hours "Mon-Fri 9:00-18:00 UTC+8" --from "2026-11-20 17:00" \\\n      --explain',
    'sla-clock add "2 working days" --hours "5x8 Asia/Shanghai" --holidays CN \\\n      --from "2026-09-30 10:00" --rule endOfDay',
    'sla-clock add -4h --hours "Mon-Fri 9:00-18:00 UTC+8" --from "2026-11-23 10:00" --print result',
    'sla-clock add "10 个工作日" --hours "周一至周五 9:30-18:00 (UTC+8)" --holidays CN \\\n      --from 2026-09-25 --lang zh',
  ],
};
