/** The options of `sla-clock due` and its help; apart from the command, so that `--help` loads nothing else. */
import { COMMON_OPTIONS, type CommandHelp } from "./help.js";
import type { OptionSpecs, Options } from "./options.js";

const WHEN = {
  opened: {
    kind: "text",
    value: "INSTANT",
    about:
      'When the ticket was opened: "2026-11-20T17:00+08:00", local time in --zone, else in the zone of the policy ("2026-11-20 17:00"), or now.',
  },
  zone: {
    kind: "text",
    value: "ZONE",
    about: 'The zone of the ticket: local times are read in it and answers written in it. "Asia/Shanghai", "UTC+8".',
  },
} as const satisfies OptionSpecs;

const POLICY = {
  policy: {
    kind: "text",
    value: "NAME|FILE",
    about: "A built-in policy (see sla-clock policies), or a file of your own: .json, .yaml, .yml.",
  },
  severity: { kind: "text", value: "KEY", about: "Severity: its key or another name that the policy gives it." },
  tier: { kind: "text", value: "KEY", about: "Tier of support." },
  channel: { kind: "text", value: "KEY", about: "Channel by which the ticket came." },
  type: { kind: "text", value: "KEY", about: "Type of the ticket." },
  urgent: { kind: "flag", about: "The ticket is urgent." },
  attribute: {
    kind: "list",
    value: "NAME=VALUE",
    about: "A condition of the policy's own, such as region=EU; may be given several times.",
  },
} as const satisfies OptionSpecs;

const AD_HOC = {
  within: {
    kind: "text",
    value: "AMOUNT",
    about: '"4 working hours", "24 hours" (elapsed), "2 working days", "1 week", "immediate".',
  },
  hours: {
    kind: "text",
    value: "HOURS",
    about: '"Mon-Fri 9:00-18:00 UTC+8", "5x8 from 08:00 Asia/Shanghai", "周一至周五 9:00-18:00 (UTC+8)".',
  },
  "starts-when-open": { kind: "flag", about: "The clock starts at the next opening of --hours." },
} as const satisfies OptionSpecs;

const READINGS = {
  holidays: {
    kind: "text",
    value: "CN|none|FILE",
    about: "The holidays of every calendar: China's official ones, none, or a list in a file (.json, .yaml).",
  },
  rule: {
    kind: "text",
    value: "RULE",
    about: "What a working day is where no row says it: sameTime, endOfDay or workingHours.",
  },
  "hours-per-day": { kind: "text", value: "NUMBER", about: "The hours of a working day, for --rule workingHours." },
  anchor: { kind: "text", value: "TIME", about: 'When hours written as "5x8" begin: 09:00.' },
  "policy-zone": {
    kind: "text",
    value: "ZONE",
    about: "The zone in which the policy's own hours and days run, in place of the one it names.",
  },
} as const satisfies OptionSpecs;

const OUTPUT = {
  metric: { kind: "text", value: "METRIC", about: "Only this metric: firstResponse, resolution, limit, …" },
  explain: { kind: "flag", about: "Show which stretches of time counted, which did not, and why." },
  json: { kind: "flag", about: "Everything as JSON." },
  print: {
    kind: "text",
    value: "FIELD",
    about:
      "Only this value of each binding row, one a line: dueAt, startedAt, metric, … Several, as in metric,dueAt, are separated by tabs.",
  },
  lang: { kind: "text", value: "en|zh", about: "The language of the answer; default en." },
  now: { kind: "text", value: "INSTANT", about: "The time to count from in place of the clock." },
  ...COMMON_OPTIONS,
} as const satisfies OptionSpecs;

/** Every option of the command. */
export const DUE_OPTIONS = { ...WHEN, ...POLICY, ...AD_HOC, ...READINGS, ...OUTPUT } as const satisfies OptionSpecs;

/** What was given on the command line. */
export type DueOptions = Options<typeof DUE_OPTIONS>;

export const DUE_HELP: CommandHelp = {
  summary: "Tell when a ticket is due, and why.",
  usage: [
    "sla-clock due --policy NAME|FILE --opened INSTANT [--severity KEY] [--tier KEY] …",
    "sla-clock due --within AMOUNT [--hours HOURS] --opened INSTANT …",
  ],
  about:
    "Tells every deadline that a policy promises a ticket, or one deadline from an amount and hours. Where several rows promise the same metric, one binds and the others are shown as such. A row that guarantees nothing is an answer too.",
  groups: [
    { heading: "The ticket", options: WHEN },
    { heading: "With a policy", options: POLICY },
    { heading: "Without a policy", options: AD_HOC },
    { heading: "Readings, where the policy leaves them open", options: READINGS },
    { heading: "The answer", options: OUTPUT },
  ],
  examples: [
    'sla-clock due --policy chinanetcloud --severity L3 --opened "2026-11-20T20:00+08:00" --explain',
    'sla-clock due --policy tidb-cloud --tier developer --severity S1 --zone Europe/Berlin \\\n      --opened "2026-11-20 17:00"',
    "sla-clock due --policy chinanetcloud --severity L1 --opened now --metric resolution --print dueAt",
    'sla-clock due --within "4 working hours" --hours "Mon-Fri 9:00-18:00 UTC+8" --holidays CN \\\n      --opened "2026-11-20 17:00"',
  ],
};
