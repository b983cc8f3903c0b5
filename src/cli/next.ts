/** `sla-clock next`: the next opening and closing of hours. */
import * as query from "../calendar/query.js";
import { formatWallClock } from "../explain/time-text.js";
import { formatInstant } from "../instant/instant.js";
import {
  beyondWarning,
  calendarData,
  formatAfter,
  formatFacts,
  formatMoment,
  formatReadings,
  formatWarning,
  joinBlocks,
  type Layout,
  layoutFor,
} from "./calendar-lines.js";
import { type GivenCalendar, onlyWord, readGivenCalendar } from "./given-calendar.js";
import { EXIT, type Io } from "./io.js";
import { NEXT_OPTIONS } from "./next-options.js";
import { readTime } from "./option-values.js";
import { readArguments } from "./options.js";
import { checkOutput, tellAnswer } from "./print-option.js";
import { formatTable, type TableRow } from "./table.js";

interface Next {
  readonly given: GivenCalendar;
  readonly atMs: number;
  readonly open: boolean;
  readonly opensMs: number | undefined;
  readonly closesMs: number | undefined;
  readonly warning: string | undefined;
}

/** Runs the command and answers its exit code. */
export async function runNext(args: readonly string[], io: Io): Promise<number> {
  const { options, positionals } = readArguments(args, NEXT_OPTIONS);
  checkOutput(options);
  const hours = onlyWord(positionals, "HOURS", "Mon-Fri 9:00-18:00 UTC+8");
  const given = await readGivenCalendar("HOURS", hours, options, io);
  const next = nextFrom(given, readTime("--at", options.at ?? "now", given.nowMs, given.zone));
  const fields = nextData(next);
  tellAnswer("next", options, io, {
    json: () => ({ ...fields, ...calendarData(given) }),
    fields,
    absent: "never",
    warning: next.warning,
    text: () => nextText(next, layoutFor(io)),
  });
  return EXIT.ok;
}

/** While open, the opening after this closing; while closed, the closing after the next opening. */
function nextFrom(given: GivenCalendar, atMs: number): Next {
  const { calendar } = given;
  const open = query.isOpen(calendar, atMs);
  const closesMs = query.nextClose(calendar, atMs);
  const from = open ? closesMs : atMs;
  const opensMs = from === undefined ? undefined : query.nextOpen(calendar, from);
  const warning = beyondWarning(given, atMs, Math.max(opensMs ?? atMs, closesMs ?? atMs) + 1);
  return { given, atMs, open, opensMs, closesMs, warning };
}

function nextData({ given, atMs, open, opensMs, closesMs, warning }: Next) {
  const write = (epochMs: number | undefined) => (epochMs === undefined ? null : formatInstant(epochMs, given.zone));
  return {
    open,
    at: write(atMs),
    opensAt: write(opensMs),
    closesAt: write(closesMs),
    beyondKnown: warning !== undefined,
    knownUntil: calendarData(given).knownUntil,
  };
}

const WORDS = {
  en: { open: "open", closed: "closed", opens: "opens", closes: "closes", never: "never", at: "at" },
  zh: { open: "开放", closed: "关闭", opens: "开放", closes: "关闭", never: "从不", at: "时刻" },
};

function nextText(next: Next, layout: Layout): string {
  const { given, atMs, open, opensMs, closesMs, warning } = next;
  const words = WORDS[given.locale];
  const [opens, closes] = [row(next, words.opens, opensMs, layout), row(next, words.closes, closesMs, layout)];
  const state = aside(next);
  return joinBlocks([
    formatTable(open ? [closes, opens] : [opens, closes], layout),
    formatFacts(given, [[words.at, `${formatMoment(atMs, given)}${state}`]], layout),
    formatWarning(warning, layout),
    formatReadings(given, layout),
  ]);
}

function aside({ given, open }: Next): string {
  const words = WORDS[given.locale];
  return `${given.locale === "zh" ? "，" : ", "}${open ? words.open : words.closed}`;
}

function row({ given, atMs }: Next, label: string, epochMs: number | undefined, { style }: Layout): TableRow {
  const { locale, zone } = given;
  const cells =
    epochMs === undefined
      ? [label, WORDS[locale].never]
      : [label, formatWallClock(epochMs, zone, locale), formatAfter(epochMs, atMs, given)];
  return { cells, paintCell: { 1: (cell) => style("strong", cell) } };
}
