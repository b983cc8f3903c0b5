/** `sla-clock between`: the working time and the working days between two instants or dates. */
import * as arithmetic from "../calendar/arithmetic.js";
import { workingDaysBetween } from "../calendar/working-days.js";
import { formatDay, formatLength } from "../explain/time-text.js";
import { formatInstant } from "../instant/instant.js";
import { parseLocalDate } from "../time/local-date.js";
import { DAY_MS, HOUR_MS } from "../time/units.js";
import { localToInstant } from "../time/zone.js";
import { formatRangeExplanation, stretchesBetween } from "./add-explanation.js";
import { BETWEEN_OPTIONS } from "./between-options.js";
import {
  beyondWarning,
  calendarData,
  formatFacts,
  formatMoment,
  formatReadings,
  formatWarning,
  joinBlocks,
  type Layout,
  layoutFor,
  type Words,
} from "./calendar-lines.js";
import { CliError, refusing } from "./cli-error.js";
import { type GivenCalendar, onlyWord, readGivenCalendar } from "./given-calendar.js";
import { EXIT, type Io } from "./io.js";
import { isDate, readTime } from "./option-values.js";
import { readArguments } from "./options.js";
import { checkOutput, tellAnswer } from "./print-option.js";

/** One end of a range: an instant, or the midnight of a date. */
interface End {
  readonly ms: number;
  readonly date: string | undefined;
}

interface Range {
  readonly given: GivenCalendar;
  readonly from: End;
  readonly to: End;
  readonly workingMs: number;
  readonly workingDays: number;
  readonly warning: string | undefined;
}

/** Runs the command and answers its exit code. */
export async function runBetween(args: readonly string[], io: Io): Promise<number> {
  const { options, positionals } = readArguments(args, BETWEEN_OPTIONS);
  checkOutput(options);
  const hours = onlyWord(positionals, "HOURS", "Mon-Fri 9:00-18:00 UTC+8");
  const [from, to] = [options.from, options.to ?? "now"];
  if (from === undefined) throw new CliError('--from: expected an instant or a date ("2026-11-20"), received nothing');
  if (isDate(from) !== isDate(to)) failOnMixed(from, to);
  const given = await readGivenCalendar("HOURS", hours, options, io);
  const range = rangeOf(given, readEnd("--from", from, given), readEnd("--to", to, given));
  const fields = rangeData(range);
  tellAnswer("between", options, io, {
    json: () => ({
      ...fields,
      ...(options.explain && { stretches: stretchData(range) }),
      ...calendarData(given),
    }),
    fields,
    absent: "none",
    warning: range.warning,
    text: () => {
      const why = options.explain ? formatRangeExplanation(stretchesOf(range), given, layoutFor(io)) : "";
      return rangeText(range, why, layoutFor(io));
    },
  });
  return EXIT.ok;
}

function failOnMixed(from: string, to: string): never {
  throw new CliError(
    `--to: expected ${isDate(from) ? `a date, as --from is one (${from})` : "an instant, as --from is one"}, received ${JSON.stringify(to)}`,
  );
}

function readEnd(option: string, text: string, { nowMs, zone, state }: GivenCalendar): End {
  if (!isDate(text)) return { ms: readTime(option, text, nowMs, zone), date: undefined };
  const date = text.trim();
  const day = parseLocalDate(date);
  if (day === undefined) throw new CliError(`${option}: expected a date that exists, received ${JSON.stringify(date)}`);
  return { ms: localToInstant(state.source.zone, day * DAY_MS), date };
}

function rangeOf(given: GivenCalendar, from: End, to: End): Range {
  const { calendar } = given;
  const placeOf = ({ path }: { path: readonly (string | number)[] }) => (path[0] === "to" ? "--to" : "--from");
  const [workingMs, workingDays] = refusing(placeOf, () => [
    arithmetic.workingTimeBetween(calendar, from.ms, to.ms),
    workingDaysBetween(calendar, from.date ?? from.ms, to.date ?? to.ms),
  ]) as [number, number];
  const warning = beyondWarning(given, Math.min(from.ms, to.ms), Math.max(from.ms, to.ms));
  return { given, from, to, workingMs, workingDays, warning };
}

function rangeData({ given, from, to, workingMs, workingDays, warning }: Range) {
  const write = ({ ms, date }: End) => date ?? formatInstant(ms, given.zone);
  return {
    from: write(from),
    to: write(to),
    workingMs,
    workingHours: Math.round((workingMs / HOUR_MS) * 1e4) / 1e4,
    workingDays,
    elapsedMs: to.ms - from.ms,
    beyondKnown: warning !== undefined,
    knownUntil: calendarData(given).knownUntil,
  };
}

function stretchesOf({ given, from, to }: Range) {
  return stretchesBetween(given, Math.min(from.ms, to.ms), Math.max(from.ms, to.ms));
}

function stretchData(range: Range) {
  const { zone } = range.given;
  return stretchesOf(range).map((stretch) => ({
    ...stretch,
    from: formatInstant(stretch.from, zone),
    to: formatInstant(stretch.to, zone),
  }));
}

const WORDS: Words<{
  readonly time: (length: string) => string;
  readonly days: (count: number) => string;
  readonly from: string;
  readonly to: string;
  readonly comma: string;
}> = {
  en: {
    time: (length) => `${length} of working time`,
    days: (count) => `${count} working day${Math.abs(count) === 1 ? "" : "s"}`,
    from: "from",
    to: "to",
    comma: ", ",
  },
  zh: {
    time: (length) => `工作时间 ${length}`,
    days: (count) => `${count} 个工作日`,
    from: "起",
    to: "止",
    comma: "，",
  },
};

function rangeText({ given, from, to, workingMs, workingDays, warning }: Range, why: string, layout: Layout): string {
  const { locale } = given;
  const words = WORDS[locale];
  const length = (workingMs < 0 ? "-" : "") + formatLength(Math.abs(workingMs), locale);
  const facts = [
    [words.from, endText(from, given)],
    [words.to, endText(to, given)],
  ];
  return joinBlocks([
    `${layout.style("strong", words.time(length) + words.comma + words.days(workingDays))}\n${formatFacts(given, facts, layout)}`,
    formatWarning(warning, layout),
    why,
    formatReadings(given, layout),
  ]);
}

function endText({ ms, date }: End, given: GivenCalendar): string {
  return date === undefined ? formatMoment(ms, given) : formatDay(parseLocalDate(date) as number, given.locale);
}
