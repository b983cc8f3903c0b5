/** The answer of `sla-clock due` as a person reads it: what was asked, the table, what to mind, why. */
import { formatExplanation } from "../explain/sentences.js";
import { formatWallClock, formatZone, type Locale } from "../explain/time-text.js";
import type { Policy } from "../policy/definition.js";
import { offsetAt, type Zone } from "../time/zone.js";
import { describeCalendar, describeZone } from "./calendar-text.js";
import { type Answer, type AnswerRow, noticeNumbers } from "./due-answer.js";
import { formatNotices } from "./due-notices.js";
import type { Question } from "./due-question.js";
import { formatFromNow } from "./relative-time.js";
import type { Style } from "./style.js";
import { formatTable, type TableRow } from "./table.js";
import { aside, conditionName, formatList, formatPromise, inLanguage, metricName } from "./words.js";
import { hanging } from "./wrap.js";

/** How the text is laid out. */
export interface TextLayout {
  readonly style: Style;
  readonly width: number;
  /** Whether to add why. */
  readonly explain: boolean;
}

const WORDS = {
  en: {
    opened: "opened",
    starts: "starts",
    hours: "hours",
    head: { metric: "Metric", promise: "Promise", row: "Row", due: "Due", fromNow: "From now", notices: "Readings" },
    notBinding: "  not binding",
    noDeadline: "no deadline",
    everyTicket: "every ticket",
    or: " or ",
    holidays: (list: string) => `holidays: ${list}`,
    nextOpening: (calendar: string) => `the next opening of ${calendar}`,
    binding: {
      earliest: "Several rows promise the same: the earliest deadline binds.",
      first: "Several rows promise the same: the first row of the policy binds.",
      mostSpecific: "Several rows promise the same: the row with the most conditions binds.",
    },
    ends: (list: string, calendar: string, until: string, metrics: string) =>
      `! The holiday list ${list} of ${calendar} is known until ${until} only: ${metrics} may change.`,
    begins: (list: string, calendar: string, from: string, metrics: string) =>
      `! The holiday list ${list} of ${calendar} begins on ${from} only: ${metrics} may be wrong.`,
    why: "Why",
  },
  zh: {
    opened: "创建",
    starts: "起算",
    hours: "时间",
    head: { metric: "指标", promise: "承诺", row: "适用", due: "到期", fromNow: "距现在", notices: "解读" },
    notBinding: "  不作准",
    noDeadline: "没有截止时间",
    everyTicket: "所有工单",
    or: "或",
    holidays: (list: string) => `节假日：${list}`,
    nextOpening: (calendar: string) => `日历 ${calendar} 的下一次开放`,
    binding: {
      earliest: "多行承诺同一指标：以最早到期者为准。",
      first: "多行承诺同一指标：以政策中的第一行为准。",
      mostSpecific: "多行承诺同一指标：以条件最多的一行为准。",
    },
    ends: (list: string, calendar: string, until: string, metrics: string) =>
      `! ${calendar} 的节假日列表 ${list} 仅已知至 ${until}：${metrics}可能会变。`,
    begins: (list: string, calendar: string, from: string, metrics: string) =>
      `! ${calendar} 的节假日列表 ${list} 自 ${from} 起才有：${metrics}可能有误。`,
    why: "原因",
  },
} as const;

interface Writer extends TextLayout {
  readonly answer: Answer;
  readonly question: Question;
  readonly policy: Policy;
  readonly locale: Locale;
  readonly words: (typeof WORDS)[Locale];
}

/** The whole text, with a line break at its end. */
export function formatAnswer(answer: Answer, layout: TextLayout): string {
  const { question } = answer;
  const { locale } = question;
  const policy = question.policy.definition as Policy;
  const writer: Writer = { ...layout, answer, question, policy, locale, words: WORDS[locale] };
  const blocks = [
    heading(writer),
    promiseTable(writer),
    warnings(writer).join("\n"),
    layout.explain ? explanations(writer) : "",
    formatNotices(answer.notices, question, layout),
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

function heading(writer: Writer): string {
  const { policy, locale, style, question, words } = writer;
  const { openedMs, nowMs, zone } = question;
  const ticket = ticketWords(writer);
  const title = policy.title === undefined ? policy.name : inLanguage(policy.title, locale);
  const fromNow = formatFromNow(openedMs, nowMs, locale);
  const opened = `${formatWallClock(openedMs, zone, locale)}  ${fromNow}${aside(formatZone(zone, openedMs), locale)}`;
  const rows = [[words.opened, opened], ...startRows(writer), ...hoursRows(writer)];
  return [
    style("heading", ticket === "" ? title : `${title}${locale === "zh" ? "：" : ": "}${ticket}`),
    formatTable(
      rows.map((cells) => ({ cells })),
      writer,
    ),
  ].join("\n");
}

/** "severity L3 (MEDIUM), urgent". */
function ticketWords({ question, policy, locale }: Writer): string {
  const { tier, severity, channel, type, urgent, attributes } = question.ticket;
  const levels = [
    ["tier", tier, policy.tiers],
    ["severity", severity, policy.severities],
    ["channel", channel, policy.channels],
    ["type", type, policy.types],
  ] as const;
  const given = levels.flatMap(([name, key, known]) => {
    const title = key === undefined ? undefined : known?.[key]?.title;
    const written = title === undefined ? undefined : inLanguage(title, locale);
    const also = written === undefined || written === key ? "" : aside(written, locale);
    return key === undefined ? [] : [`${conditionName(name, locale)} ${key}${also}`];
  });
  const others = Object.entries(attributes ?? {}).map(([name, value]) => `${name} ${value}`);
  return [...given, ...others, ...(urgent ? [conditionName("urgent", locale)] : [])].join(
    locale === "zh" ? "，" : ", ",
  );
}

/** When clocks start later than the ticket was opened, and what says so. */
function startRows(writer: Writer): string[][] {
  const { answer, locale, words, question, policy } = writer;
  const starts = new Map<string, { text: string; rows: AnswerRow[] }>();
  const due = answer.rows.filter(({ plan }) => plan.due !== undefined);
  for (const row of due) {
    const { startedBy, startedMs = 0 } = row.plan.due ?? {};
    if (startedBy === undefined) continue;
    const rule = startedBy.path[0] === "intake" ? policy.intake?.[startedBy.path[1] as number]?.words : undefined;
    const why =
      words.nextOpening(startedBy.calendar) +
      (rule ? `${locale === "zh" ? "：" : ": "}${inLanguage(rule, locale)}` : "");
    const text = `${clock(startedMs, question, locale)}  ${why}`;
    starts.set(text, { text, rows: [...(starts.get(text)?.rows ?? []), row] });
  }
  return [...starts.values()].map(({ text, rows }) => {
    const which = rows.length === due.length ? "" : aside(namesOf(writer, rows), locale);
    return [words.starts, text + which];
  });
}

/** "first response, tier standard": rows by their metric, and by their conditions where there are several. */
function namesOf(writer: Writer, rows: readonly AnswerRow[]): string {
  const { answer, locale } = writer;
  const names = rows.map((row) => {
    const alone = answer.rows.filter(({ metric }) => metric === row.metric).length === 1;
    return metricName(row.metric, locale) + (alone ? "" : ` ${conditionsOf(writer, row)}`);
  });
  return formatList([...new Set(names)], locale);
}

/** The calendars that were measured on or waited for. */
function hoursRows({ answer, policy, question, locale, words }: Writer): string[][] {
  const names = answer.rows.flatMap(({ plan }) => [plan.row.calendar, plan.due?.startedBy?.calendar]);
  const used = [...new Set(names)].filter((name) => name !== undefined && name !== "always");
  const { parameters } = question.policy;
  return used.map((name) => {
    const { hours, zone, holidays } = describeCalendar(policy, name as string, parameters, locale);
    const where =
      zone ?? parameters.zone ?? (policy.zone === "local" ? question.zone.name : describeZone(policy.zone, locale));
    const label = policy.name === "command line" ? "" : `${name}: `;
    return [words.hours, `${label}${hours} ${where}${locale === "zh" ? "，" : ", "}${words.holidays(holidays)}`];
  });
}

function promiseTable(writer: Writer): string {
  const { answer, words, style, locale, policy } = writer;
  const several = answer.rows.some(({ plan }) => !plan.binds);
  const { metric, promise, row, due, fromNow, notices } = words.head;
  const cells = [
    metric,
    promise,
    ...(several ? [row] : []),
    due,
    fromNow,
    ...(answer.notices.length > 0 ? [notices] : []),
  ];
  const head: TableRow = { cells, paint: (line) => style("heading", line) };
  const rows = answer.rows.map((one) => promiseRow(writer, one, several));
  const rule = several ? `\n${style("secondary", words.binding[policy.binding ?? "earliest"])}` : "";
  return formatTable([head, ...rows], { width: writer.width }) + rule + (locale === "zh" ? "" : "");
}

function promiseRow(writer: Writer, row: AnswerRow, several: boolean): TableRow {
  const { answer, words, style, locale, question } = writer;
  const { plan, metric } = row;
  const dueMs = plan.due?.dueMs;
  const due = dueMs === undefined ? words.noDeadline : clock(dueMs, question, locale);
  const fromNow = dueMs === undefined ? "" : formatFromNow(dueMs, question.nowMs, locale);
  const mark = row.beyond.length > 0 ? " !" : "";
  const cells = [
    plan.binds ? metricName(metric, locale) : words.notBinding,
    formatPromise(plan.row.term, plan.row.target.words, locale),
    ...(several ? [conditionsOf(writer, row)] : []),
    due + mark,
    fromNow,
    noticeNumbers(row, answer.notices).join(" "),
  ];
  if (!plan.binds) return { cells, paint: (line) => style("secondary", line) };
  const isLate = dueMs !== undefined && dueMs < question.nowMs;
  const dueColumn = several ? 3 : 2;
  return {
    cells,
    paintCell: {
      [dueColumn]: (cell) => style("strong", cell),
      ...(isLate ? { [dueColumn + 1]: (cell: string) => style("late", cell) } : {}),
    },
  };
}

/** "tier premium, severity S1 or S2": for which tickets a row is. */
function conditionsOf({ locale, words }: Writer, { plan }: AnswerRow): string {
  const conditions = Object.entries(plan.row.target.when ?? {}).filter(([, wanted]) => wanted !== undefined);
  const texts = conditions.map(([name, wanted]) => {
    const values = (Array.isArray(wanted) ? wanted : [wanted]).map(String);
    const isUrgency = name === "urgent" && values[0] === "true";
    return isUrgency ? conditionName(name, locale) : `${conditionName(name, locale)} ${values.join(words.or)}`;
  });
  return texts.join(locale === "zh" ? "，" : ", ") || words.everyTicket;
}

/** A wall clock; its offset too, where it is not the one of the opening. */
function clock(epochMs: number, { zone, openedMs }: Question, locale: Locale): string {
  const time = formatWallClock(epochMs, zone, locale);
  return offsetAt(zone, epochMs) === offsetAt(zone, openedMs) ? time : `${time} ${offsetText(zone, epochMs)}`;
}

function offsetText(zone: Zone, epochMs: number): string {
  return formatZone(zone, epochMs).split(", ").at(-1) as string;
}

export function formatWarnings(_answer: Answer): string {
  return "";
}
function warnings(writer: Writer): string[] {
  const { answer, policy, question, locale, words, style, width } = writer;
  const found = answer.rows.flatMap((row) => row.beyond);
  const distinct = [...new Map(found.map((one) => [`${one.calendar} ${one.isBefore}`, one])).values()];
  return distinct.map(({ calendar, isBefore, bound = "" }) => {
    const rows = answer.rows.filter(({ beyond }) =>
      beyond.some((one) => one.calendar === calendar && one.isBefore === isBefore),
    );
    const { holidays } = describeCalendar(policy, calendar, question.policy.parameters, locale);
    const text = words[isBefore ? "begins" : "ends"](holidays, calendar, bound, namesOf(writer, rows));
    return style("warning", hanging("", text, width));
  });
}

/** Why each binding deadline is what it is. */
function explanations({ answer, question, locale, words, style }: Writer): string {
  const binding = answer.rows.filter(({ plan }) => plan.binds);
  const texts = binding.map(({ metric, explanation }) =>
    formatExplanation(
      { ...explanation, metric: metricName(metric, locale), notices: [] },
      { zone: question.zone.name, locale },
    ),
  );
  return [style("heading", words.why), texts.join("\n\n")].join("\n");
}
