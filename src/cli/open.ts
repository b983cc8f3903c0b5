/** `sla-clock open`: whether hours are open, until when, and why not. */

import * as query from "../calendar/query.js";
import type { ReasonedStretch } from "../calendar/reasons.js";
import { reasonsBetween } from "../calendar/reasons.js";
import { formatReason } from "../explain/sentences.js";
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
  type Words,
} from "./calendar-lines.js";
import { type GivenCalendar, onlyWord, readGivenCalendar } from "./given-calendar.js";
import { EXIT, type Io } from "./io.js";
import { OPEN_OPTIONS } from "./open-options.js";
import { readTime } from "./option-values.js";
import { readArguments } from "./options.js";
import { checkOutput, tellAnswer } from "./print-option.js";
import { aside } from "./words.js";

/** Whether a calendar is open at an instant, and what comes next. */
interface OpenState {
  readonly given: GivenCalendar;
  readonly atMs: number;
  readonly stretch: ReasonedStretch;
  /** The closing when open, the opening when closed; `undefined` where it stays so. */
  readonly untilMs: number | undefined;
  readonly warning: string | undefined;
}

/** Runs the command and answers its exit code. */
export async function runOpen(args: readonly string[], io: Io): Promise<number> {
  const { options, positionals } = readArguments(args, OPEN_OPTIONS);
  checkOutput(options);
  const hours = onlyWord(positionals, "HOURS", "Mon-Fri 9:00-18:00 UTC+8");
  const given = await readGivenCalendar("HOURS", hours, options, io);
  const state = openStateAt(given, readTime("--at", options.at ?? "now", given.nowMs, given.zone));
  const { open } = state.stretch;
  const fields = openData(state);
  tellAnswer("open", options, io, {
    json: () => ({ ...fields, ...calendarData(given) }),
    fields,
    absent: "none",
    warning: state.warning,
    text: () => openText(state, layoutFor(io)),
  });
  return open ? EXIT.ok : EXIT.no;
}

/** Looks a calendar up at an instant. */
function openStateAt(given: GivenCalendar, atMs: number): OpenState {
  const { calendar, state } = given;
  const [stretch] = reasonsBetween(state, atMs, atMs + 1) as [ReasonedStretch];
  const untilMs = stretch.open ? query.nextClose(calendar, atMs) : query.nextOpen(calendar, atMs);
  return { given, atMs, stretch, untilMs, warning: beyondWarning(given, atMs, (untilMs ?? atMs) + 1) };
}

function openData({ given, atMs, stretch, untilMs, warning }: OpenState) {
  const { zone } = given;
  return {
    open: stretch.open,
    at: formatInstant(atMs, zone),
    until: untilMs === undefined ? null : formatInstant(untilMs, zone),
    reason: stretch.reason,
    name: stretch.name ?? null,
    beyondKnown: warning !== undefined,
    knownUntil: calendarData(given).knownUntil,
  };
}

const WORDS: Words<{
  readonly open: (until: string) => string;
  readonly always: string;
  readonly closed: (why: string, until: string) => string;
  readonly forGood: (why: string) => string;
  readonly at: string;
}> = {
  en: {
    open: (until) => `open until ${until}`,
    always: "open, and never closes",
    closed: (why, until) => `closed: ${why}; opens ${until}`,
    forGood: (why) => `closed: ${why}; never opens again`,
    at: "at",
  },
  zh: {
    open: (until) => `开放至 ${until}`,
    always: "开放，且从不关闭",
    closed: (why, until) => `关闭：${why}；${until} 开放`,
    forGood: (why) => `关闭：${why}；不再开放`,
    at: "时刻",
  },
};

function openText(state: OpenState, layout: Layout): string {
  const { given, atMs, warning } = state;
  const facts = [[WORDS[given.locale].at, formatMoment(atMs, given)]];
  return joinBlocks([
    `${headline(state, layout)}\n${formatFacts(given, facts, layout)}`,
    formatWarning(warning, layout),
    formatReadings(given, layout),
  ]);
}

/** "open until Fri 2026-11-20 18:00 (in 1 h)", "closed: 国庆节; opens Thu 2026-10-08 09:30 (in 7 d)". */
function headline({ given, atMs, stretch, untilMs }: OpenState, { style }: Layout): string {
  const { locale, zone } = given;
  const words = WORDS[locale];
  const until = untilMs === undefined ? undefined : formatWallClock(untilMs, zone, locale);
  const far = untilMs === undefined ? [] : [formatAfter(untilMs, atMs, given)];
  const why = stretch.open && stretch.reason === "open" ? [] : [reasonOf(stretch, given)];
  if (stretch.open) {
    const said = style("strong", until === undefined ? words.always : words.open(until));
    return said + asideOf([...why, ...far], given);
  }
  const reason = stretch.reason === "holiday" ? (stretch.name ?? why.join()) : why.join();
  return (
    style("strong", until === undefined ? words.forGood(reason) : words.closed(reason, until)) + asideOf(far, given)
  );
}

function asideOf(texts: readonly string[], { locale }: GivenCalendar): string {
  return texts.length === 0 ? "" : aside(texts.join(locale === "zh" ? "，" : ", "), locale);
}

/** "weekend", "make-up day 国庆节". */
function reasonOf({ reason, name }: ReasonedStretch, { locale }: GivenCalendar): string {
  return formatReason(name === undefined ? { reason } : { reason, name }, locale);
}
