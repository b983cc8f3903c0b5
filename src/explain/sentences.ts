/** Explanations as text for people, in English and Chinese. */
import { fail } from "../errors.js";
import { type InstantInput, readInstant } from "../instant/instant.js";
import type { Notice } from "../policy/notices.js";
import { formatAmount } from "../time/amount.js";
import { parseLocalDate } from "../time/local-date.js";
import { type Zone, zoneOf } from "../time/zone.js";
import type { CountedStep, DueExplanation, Explanation, Stretch } from "./explanation.js";
import { formatDay, formatLength, formatWallClock, formatZone, type Locale } from "./time-text.js";

/** How an explanation is written. */
export interface ExplanationFormat {
  /** The zone of the times; default: the explanation's own. */
  readonly zone?: string | undefined;
  /** Default `"en"`. */
  readonly locale?: Locale | undefined;
}

/**
 * An explanation as text of several lines: what was promised, when the clock started and why, each stretch with whether
 * it counted and why, the sum, and the readings that were taken by default or assumption.
 *
 * Long explanations are shortened in the middle: the stretches left out are summed up in one line.
 *
 * @throws SlaError `invalid_zone`, `invalid_option` (a locale other than `"en"` and `"zh"`).
 * @example
 * ```ts
 * import { compileCalendar, explainWorkingTime, formatExplanation } from "sla-clock";
 *
 * const office = compileCalendar("Mon-Fri 9:00-18:00 UTC+8");
 * const text = formatExplanation(explainWorkingTime(office, "2026-11-20T17:00+08:00", "4h"));
 * text.split("\n")[0]; //=> "4 working hours"
 * text.includes("weekend"); //=> true
 * ```
 */
export function formatExplanation(explanation: Explanation, format: ExplanationFormat = {}): string {
  const { locale = "en" } = format;
  if (locale !== "en" && locale !== "zh") fail("invalid_option", ["locale"], '"en" or "zh"', locale);
  const zone = zoneOf(format.zone ?? explanation.zone, ["zone"]);
  const writer: Writer = { words: WORDS[locale], locale, zone };
  const body = explanation.promise === "deadline" ? dueLines(writer, explanation) : openLines(writer, explanation);
  return [...body, ...noticeLines(writer, explanation.notices)].join("\n");
}

/** A notice in one line, with how to override it. */
function formatNotice({ message, zh, override }: Notice, locale: Locale): string {
  const text = locale === "zh" ? (zh ?? message) : message;
  if (override === undefined) return text;
  return `${text} [${WORDS[locale].override}: ${override}]`;
}

interface Writer {
  readonly words: (typeof WORDS)["en"];
  readonly locale: Locale;
  readonly zone: Zone;
}

const WORDS = {
  en: {
    opened: "opened",
    starts: "starts",
    due: "due",
    dayZero: "day 0",
    counts: "counts",
    not: "–",
    total: "total",
    of: "of",
    informative: "informative: days are counted, not hours",
    waits: "waits for",
    at: "at",
    none: "no deadline",
    notGuaranteed: "not guaranteed",
    byArrangement: "by arrangement",
    more: (count: number, length: string) => `… ${count} more stretches, of which ${length} count`,
    moreDays: (count: number) => `… ${count} more`,
    beyond: (until: string) => `reaches beyond what is known of the holidays (known until ${until})`,
    notes: "readings taken",
    override: "to change",
    dueAtOnce: "due at once",
    rules: {
      sameTime: "the same time on the last day",
      endOfDay: "the end of the last day",
      workingHours: "the hours of so many working days",
    },
  },
  zh: {
    opened: "创建",
    starts: "起算",
    due: "到期",
    dayZero: "第 0 天",
    counts: "计入",
    not: "–",
    total: "合计",
    of: "/",
    informative: "仅供参考：按天计数，不按小时",
    waits: "等待日历",
    at: "于",
    none: "没有截止时间",
    notGuaranteed: "不保证",
    byArrangement: "根据优先级安排",
    more: (count: number, length: string) => `……另有 ${count} 段，其中计入 ${length}`,
    moreDays: (count: number) => `……另有 ${count} 天`,
    beyond: (until: string) => `超出已知节假日的范围（已知至 ${until}）`,
    notes: "所采用的解读",
    override: "如需更改",
    dueAtOnce: "立即到期",
    rules: { sameTime: "最后一天的同一时刻", endOfDay: "最后一天结束时", workingHours: "相应工作日数的工作时长" },
  },
};

const REASONS: Readonly<Record<Locale, Readonly<Record<Stretch["reason"], string>>>> = {
  en: {
    open: "open",
    makeUpDay: "make-up day",
    override: "open by override",
    outsideHours: "outside hours",
    break: "break",
    weekend: "weekend",
    noHours: "no hours on this weekday",
    holiday: "holiday",
    closedByOverride: "closed by override",
    excepted: "excepted",
    elapsed: "elapsed time",
    afterCutoff: "after the cut-off",
  },
  zh: {
    open: "开放",
    makeUpDay: "调休工作日",
    override: "特别安排（开放）",
    outsideHours: "服务时间之外",
    break: "休息",
    weekend: "周末",
    noHours: "当日不开放",
    holiday: "节假日",
    closedByOverride: "特别安排（关闭）",
    excepted: "除外时段",
    elapsed: "自然时间",
    afterCutoff: "截单时间之后",
  },
};

/** "weekend", "holiday 国庆节", "make-up day 国庆节": why a stretch counted or not, in words. */
export function formatReason({ reason, name }: Pick<Stretch, "reason" | "name">, locale: Locale): string {
  return name === undefined ? REASONS[locale][reason] : `${REASONS[locale][reason]} ${name}`;
}

function openLines(writer: Writer, explanation: Explanation): string[] {
  const { words } = writer;
  const said = explanation.promise === "notGuaranteed" ? words.notGuaranteed : words.byArrangement;
  return [
    titleOf(writer, explanation, said),
    `  ${words.opened}  ${clock(writer, explanation.openedAt)}`,
    `  ${words.none}`,
  ];
}

function titleOf(writer: Writer, { metric, words }: Explanation, promised: string): string {
  const said = words === undefined ? promised : `${promised} (${words[writer.locale] ?? words.en})`;
  return metric === undefined || said === metric ? said : `${metric}: ${said}`;
}

function dueLines(writer: Writer, explanation: DueExplanation): string[] {
  const { words } = writer;
  const { amount, openedAt, startedAt, dueAt, waiting, waitedFor, dayZero, calendar } = explanation;
  const on = calendar === undefined ? "" : `, ${calendar}`;
  const waited = waitedFor === undefined ? "" : `  (${words.waits} ${waitedFor})`;
  const zero = dayZero === undefined ? [] : [[words.dayZero, clock(writer, dayZero.at)] as const];
  const rows: (readonly [string, string])[] = [
    [words.opened, `${clock(writer, openedAt)}  (${formatZone(writer.zone, msOf(openedAt))})`],
    [words.starts, `${clock(writer, startedAt)}${waited}`],
    ...zero,
    [words.due, `${clock(writer, dueAt)}${byRule(writer, explanation)}`],
  ];
  const width = Math.max(...rows.map(([label]) => columns(label)));
  return [
    titleOf(writer, explanation, formatAmount(amount, writer.locale)) + on,
    ...rows.map(([label, text]) => `  ${pad(label, width)}  ${text}`),
    ...stretchLines(writer, [...waiting, ...explanation.stretches]),
    ...sumLines(writer, explanation),
    ...beyondLines(writer, explanation),
  ];
}

function byRule({ words }: Writer, { rule, by }: DueExplanation): string {
  if (by !== undefined) return `  (${words.at} ${by})`;
  return rule === undefined ? "" : `  (${words.rules[rule]})`;
}

/** So many stretches are shown at either end of a long explanation. */
const SHOWN_AT_ENDS = 14;

function stretchLines(writer: Writer, stretches: readonly Stretch[]): string[] {
  if (stretches.length === 0) return [`  ${writer.words.dueAtOnce}`];
  if (stretches.length <= 2 * SHOWN_AT_ENDS + 1) return stretches.map((stretch) => stretchLine(writer, stretch));
  const hidden = stretches.slice(SHOWN_AT_ENDS, -SHOWN_AT_ENDS);
  const countedMs = hidden.reduce((sum, { counted, durationMs }) => sum + (counted ? durationMs : 0), 0);
  return [
    ...stretches.slice(0, SHOWN_AT_ENDS).map((stretch) => stretchLine(writer, stretch)),
    `    ${writer.words.more(hidden.length, formatLength(countedMs, writer.locale))}`,
    ...stretches.slice(-SHOWN_AT_ENDS).map((stretch) => stretchLine(writer, stretch)),
  ];
}

/** Stretches a line each, as explanations have them; of many the first and the last. */
export function formatStretches(stretches: readonly Stretch[], zone: Zone, locale: Locale): string[] {
  return stretchLines({ words: WORDS[locale], locale, zone }, stretches);
}

function stretchLine(writer: Writer, stretch: Stretch): string {
  const { locale, words } = writer;
  const counted = stretch.counted ? `+ ${formatLength(stretch.durationMs, locale)}` : words.not;
  const times = `${clock(writer, stretch.from)} → ${clock(writer, stretch.to)}`;
  return `    ${times}  ${pad(counted, 16)}  ${formatReason(stretch, locale)}`;
}

function sumLines(writer: Writer, { amount, countedMs, steps, rule }: DueExplanation): string[] {
  const { words, locale } = writer;
  if (amount === "immediate") return [];
  if (steps === undefined || rule === "workingHours") {
    return [`  ${words.total}: ${formatLength(countedMs, locale)} ${words.of} ${formatAmount(amount, locale)}`];
  }
  const days = stepTexts(writer, steps).join(", ");
  return [`  ${words.total}: ${steps.length} ${words.of} ${formatAmount(amount, locale)}: ${days}`];
}

/** So many days are shown at either end of a long count. */
const STEPS_AT_ENDS = 4;

function stepTexts(writer: Writer, steps: readonly CountedStep[]): string[] {
  const texts = steps.map(({ date, name }) => {
    const day = formatDay(parseLocalDate(date) as number, writer.locale);
    return name === undefined ? day : `${day} (${name})`;
  });
  if (texts.length <= 2 * STEPS_AT_ENDS + 1) return texts;
  const hidden = texts.length - 2 * STEPS_AT_ENDS;
  return [...texts.slice(0, STEPS_AT_ENDS), writer.words.moreDays(hidden), ...texts.slice(-STEPS_AT_ENDS)];
}

function beyondLines({ words }: Writer, { beyondKnown, knownUntil }: DueExplanation): string[] {
  return beyondKnown ? [`  ! ${words.beyond(knownUntil ?? "?")}`] : [];
}

function noticeLines({ words, locale }: Writer, notices: readonly Notice[]): string[] {
  if (notices.length === 0) return [];
  return [`  ${words.notes}:`, ...notices.map((notice) => `    - ${formatNotice(notice, locale)}`)];
}

function clock({ zone, locale }: Writer, at: InstantInput): string {
  return formatWallClock(msOf(at), zone, locale);
}

function msOf(at: InstantInput): number {
  return readInstant(at, ["explanation"]);
}

/** How many columns a text takes on a terminal: Chinese characters take two. */
export function columns(text: string): number {
  return [...text].reduce((sum, character) => sum + (/[\u1100-\u115f\u2e80-\uffef]/.test(character) ? 2 : 1), 0);
}

/** Fills a text with spaces up to a number of columns. */
export function pad(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - columns(text)));
}
