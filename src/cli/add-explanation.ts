/** Why a sum ends where it does: the stretches between its ends, and for working days the days that were counted. */
import { stateOf } from "../calendar/calendar.js";
import { reasonsBetween } from "../calendar/reasons.js";
import { dayStartOf, workingDayFrom } from "../calendar/working-days.js";
import type { Stretch } from "../explain/explanation.js";
import { formatStretches } from "../explain/sentences.js";
import { formatDay, formatLength } from "../explain/time-text.js";
import { formatInstant } from "../instant/instant.js";
import { formatLocalDate } from "../time/local-date.js";
import type { Zone } from "../time/zone.js";
import type { Sum } from "./add-sum.js";
import type { Layout, Words } from "./calendar-lines.js";
import type { GivenCalendar } from "./given-calendar.js";

/** What lies between the ends of a sum. */
export interface AddExplanation {
  readonly stretches: readonly Stretch<number>[];
  readonly countedMs: number;
  /** The working days that were counted, in the order of counting; none for lengths. */
  readonly countedDays: readonly number[];
  /** The date that the count starts from. */
  readonly dayZero: number | undefined;
}

/** Lays a sum out. */
export function explainAdd(sum: Sum): AddExplanation {
  const { given, fromMs, resultMs } = sum;
  const stretches = stretchesBetween(given, Math.min(fromMs, resultMs), Math.max(fromMs, resultMs));
  return { stretches, countedMs: openMsOf(stretches), ...countedDaysOf(sum) };
}

/** The stretches that tile [from, to), open ones counted. */
export function stretchesBetween({ calendar }: GivenCalendar, from: number, to: number): Stretch<number>[] {
  return reasonsBetween(stateOf(calendar), from, to).map(({ open, name, ...stretch }) => ({
    from: stretch.from,
    to: stretch.to,
    durationMs: stretch.to - stretch.from,
    counted: open,
    reason: stretch.reason,
    ...(name !== undefined && { name }),
  }));
}

function openMsOf(stretches: readonly Stretch<number>[]): number {
  return stretches.reduce((sum, { counted, durationMs }) => sum + (counted ? durationMs : 0), 0);
}

function countedDaysOf({ given, amount, options, fromMs }: Sum): Pick<AddExplanation, "countedDays" | "dayZero"> {
  const { days } = amount;
  if (days === undefined || options.rule === "workingHours") return { countedDays: [], dayZero: undefined };
  const { state } = given;
  const { day } = dayStartOf(state, fromMs, days, options.cutoff);
  const step = Math.sign(days);
  const countedDays = Array.from({ length: Math.abs(days) }, (_, i) => workingDayFrom(state, day, step * (i + 1)));
  return { countedDays, dayZero: day };
}

/** The explanation, ready for JSON. */
export function explanationData({ stretches, countedMs, countedDays, dayZero }: AddExplanation, zone: Zone) {
  return {
    explanation: {
      stretches: stretches.map((stretch) => ({
        ...stretch,
        from: formatInstant(stretch.from, zone),
        to: formatInstant(stretch.to, zone),
      })),
      countedMs,
      ...(dayZero !== undefined && {
        dayZero: formatLocalDate(dayZero),
        countedDays: countedDays.map(formatLocalDate),
      }),
    },
  };
}

const WORDS: Words<{
  readonly why: string;
  readonly total: string;
  readonly dayZero: string;
  readonly days: string;
  readonly more: (count: number) => string;
  readonly comma: string;
}> = {
  en: {
    why: "Why",
    total: "total: ",
    dayZero: "day 0: ",
    days: "counted: ",
    more: (count) => `… ${count} more`,
    comma: ", ",
  },
  zh: {
    why: "原因",
    total: "合计：",
    dayZero: "第 0 天：",
    days: "计入：",
    more: (count) => `……另有 ${count} 天`,
    comma: "、",
  },
};

/** So many days are shown at either end of a long count. */
const DAYS_AT_ENDS = 4;

/** The explanation as text. */
export function formatAddExplanation(explanation: AddExplanation, { given }: Sum, { style }: Layout): string {
  const { stretches, countedMs, countedDays, dayZero } = explanation;
  const { locale, zone } = given;
  const words = WORDS[locale];
  const total =
    dayZero === undefined
      ? [`  ${words.total}${formatLength(countedMs, locale)}`]
      : [`  ${words.dayZero}${formatDay(dayZero, locale)}`, `  ${words.days}${dayList(countedDays, given)}`];
  return [style("heading", words.why), ...formatStretches(stretches, zone, locale), ...total].join("\n");
}

/** The stretches and their sum as text, for a range without an amount. */
export function formatRangeExplanation(
  stretches: readonly Stretch<number>[],
  given: GivenCalendar,
  { style }: Layout,
): string {
  const { locale, zone } = given;
  const words = WORDS[locale];
  const total = `  ${words.total}${formatLength(openMsOf(stretches), locale)}`;
  return [style("heading", words.why), ...formatStretches(stretches, zone, locale), total].join("\n");
}

function dayList(days: readonly number[], { locale }: GivenCalendar): string {
  const texts = days.map((day) => formatDay(day, locale));
  const { more, comma } = WORDS[locale];
  if (texts.length <= 2 * DAYS_AT_ENDS + 1) return texts.join(comma);
  const hidden = more(texts.length - 2 * DAYS_AT_ENDS);
  return [...texts.slice(0, DAYS_AT_ENDS), hidden, ...texts.slice(-DAYS_AT_ENDS)].join(comma);
}
