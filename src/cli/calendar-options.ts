/** The options that commands on bare hours have in common. */
import { COMMON_OPTIONS } from "./help.js";
import type { OptionSpecs, Options } from "./options.js";

/** What bears on the hours themselves. */
export const CALENDAR_OPTIONS = {
  zone: {
    kind: "text",
    value: "ZONE",
    about:
      'The zone of hours that name none; local times are read in it and answers written in it. "Asia/Shanghai", "UTC+8".',
  },
  holidays: {
    kind: "text",
    value: "CN|none|FILE",
    about: "The holidays: China's official ones, none, or a list in a file (.json, .yaml).",
  },
  anchor: { kind: "text", value: "TIME", about: 'When hours written as "5x8" begin: 09:00.' },
} as const satisfies OptionSpecs;

/** How the answer is told. */
export const ANSWER_OPTIONS = {
  json: { kind: "flag", about: "Everything as JSON." },
  lang: { kind: "text", value: "en|zh", about: "The language of the answer; default en." },
  now: { kind: "text", value: "INSTANT", about: "The time to take for now in place of the clock." },
  ...COMMON_OPTIONS,
} as const satisfies OptionSpecs;

/** What was given of both. */
export type CalendarOptions = Omit<Options<typeof CALENDAR_OPTIONS & typeof ANSWER_OPTIONS>, "help">;

/** What HOURS may be, for the help of every command that takes them. */
export const ABOUT_HOURS =
  'HOURS is text with a zone, "Mon-Fri 9:00-18:00 UTC+8", "5x8 from 08:00 Asia/Shanghai", "周一至周五 9:00-18:00 (UTC+8)", or a file (.json, .yaml, .yml) with a calendar, or with several to unite, intersect or except.';
