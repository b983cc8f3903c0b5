/** The options of `sla-clock hours` and its help; apart from the command, so that `--help` loads nothing else. */
import { ABOUT_HOURS, ANSWER_OPTIONS, CALENDAR_OPTIONS } from "./calendar-options.js";
import type { CommandHelp } from "./help.js";
import type { OptionSpecs, Options } from "./options.js";

const PERIOD = {
  month: { kind: "text", value: "YYYY-MM", about: "Show a month as a picture, each date with what it is." },
  year: { kind: "text", value: "YYYY", about: "Show a year as twelve small months." },
} as const satisfies OptionSpecs;

/** Every option of the command. */
export const HOURS_OPTIONS = { ...PERIOD, ...CALENDAR_OPTIONS, ...ANSWER_OPTIONS } as const satisfies OptionSpecs;

/** What was given on the command line. */
export type HoursOptions = Options<typeof HOURS_OPTIONS>;

export const HOURS_HELP: CommandHelp = {
  summary: "Show hours as a picture: the week as bars, a month or a year as a calendar.",
  usage: ["sla-clock hours HOURS [--month YYYY-MM | --year YYYY] [--zone ZONE] [--holidays CN|none|FILE] …"],
  about: `Shows how hours were read. Without a month or a year: the week as bars, and its working hours. A month or a year shows working days, holidays, make-up days and short days, names them, and counts days and hours; dates that the holiday list does not know are marked.\n${ABOUT_HOURS}`,
  groups: [
    { heading: "The period", options: PERIOD },
    { heading: "The hours", options: CALENDAR_OPTIONS },
    { heading: "The answer", options: ANSWER_OPTIONS },
  ],
  examples: [
    'sla-clock hours "Mon-Thu 9:00-12:00, 13:00-18:00; Fri 9:00-15:00 UTC+8"',
    'sla-clock hours "Mon-Fri 9:00-18:00 Asia/Shanghai" --holidays CN --month 2026-10',
    'sla-clock hours "周一至周五 9:00-18:00 (UTC+8)" --holidays CN --month 2026-10 --lang zh',
    'sla-clock hours "5x8 Asia/Shanghai" --holidays CN --year 2026',
  ],
};
