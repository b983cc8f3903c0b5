/** Above the table: what was asked, when clocks start, and which hours they run on. */
import { formatWallClock, formatZone } from "../explain/time-text.js";
import type { Level, Levels } from "../policy/definition.js";
import { describeCalendar, describeZone } from "./calendar-text.js";
import type { AnswerRow } from "./due-answer.js";
import { formatClock, formatRowNames, type Writer } from "./due-writer.js";
import { formatFromNow } from "./relative-time.js";
import { formatTable } from "./table.js";
import { aside, conditionName, inLanguage } from "./words.js";
import { hanging } from "./wrap.js";

const WORDS = {
  en: {
    opened: "opened",
    starts: "starts",
    hours: "hours",
    colon: ": ",
    comma: ", ",
    holidays: (list: string) => `holidays: ${list}`,
    opening: (calendar: string) => `when ${calendar} opens`,
    nextOpening: "at the next opening",
  },
  zh: {
    opened: "创建",
    starts: "起算",
    hours: "时间",
    colon: "：",
    comma: "，",
    holidays: (list: string) => `节假日：${list}`,
    opening: (calendar: string) => `${calendar} 开放之时`,
    nextOpening: "下一次开放之时",
  },
};

/** The title and the lines below it. */
export function formatHeading(writer: Writer): string {
  const { policy, locale, style, width } = writer;
  const title = policy.title === undefined ? policy.name : inLanguage(policy.title, locale);
  const ticket = ticketWords(writer);
  const rows = [openedRow(writer), ...startRows(writer), ...hoursRows(writer)];
  return [
    style("heading", hanging("", ticket === "" ? title : title + WORDS[locale].colon + ticket, width)),
    formatTable(
      rows.map((cells) => ({ cells })),
      writer,
    ),
  ].join("\n");
}

/** "severity L3 (MEDIUM), urgent". */
function ticketWords({ answer, question, policy, locale }: Writer): string {
  const { keys } = answer;
  const levels: Readonly<Record<string, Levels | undefined>> = {
    tier: policy.tiers,
    severity: policy.severities,
    channel: policy.channels,
    type: policy.types,
  };
  const given = Object.entries(keys).filter(([name]) => name !== "urgent");
  const texts = given.map(([name, key]) => {
    const level: Level | undefined = levels[name]?.[String(key)];
    const title = level?.title === undefined ? String(key) : inLanguage(level.title, locale);
    return `${conditionName(name, locale)} ${key}${title === key ? "" : aside(title, locale)}`;
  });
  const urgent = question.ticket.urgent ? [conditionName("urgent", locale)] : [];
  return [...texts, ...urgent].join(WORDS[locale].comma);
}

function openedRow({ question, locale }: Writer): string[] {
  const { openedMs, nowMs, zone } = question;
  const time = formatWallClock(openedMs, zone, locale);
  const where = aside(formatZone(zone, openedMs), locale);
  return [WORDS[locale].opened, `${time}${where}${WORDS[locale].comma}${formatFromNow(openedMs, nowMs, locale)}`];
}

/** When clocks start later than the ticket was opened, and what says so. */
function startRows(writer: Writer): string[][] {
  const due = writer.answer.rows.filter(({ plan }) => plan.due !== undefined);
  const starts = new Map<string, AnswerRow[]>();
  for (const row of due) {
    const text = startText(writer, row);
    if (text !== undefined) starts.set(text, [...(starts.get(text) ?? []), row]);
  }
  return [...starts].map(([text, rows]) => {
    const which = rows.length === due.length ? "" : aside(formatRowNames(writer, rows), writer.locale);
    return [WORDS[writer.locale].starts, text + which];
  });
}

function startText(writer: Writer, { plan }: AnswerRow): string | undefined {
  const { startedBy, startedMs = 0 } = plan.due ?? {};
  if (startedBy === undefined) return undefined;
  const { locale, policy, question } = writer;
  const words = WORDS[locale];
  const [key, index] = startedBy.path;
  const rule = key === "intake" ? policy.intake?.[index as number]?.words : undefined;
  const opening = question.source === "options" ? words.nextOpening : words.opening(startedBy.calendar);
  const why = rule === undefined ? opening : opening + words.colon + inLanguage(rule, locale);
  return formatClock(writer, startedMs) + words.comma + why;
}

/** The calendars that were measured on or waited for. */
function hoursRows({ answer, policy, question, locale }: Writer): string[][] {
  const names = answer.rows.flatMap(({ plan }) => [plan.row.calendar, plan.due?.startedBy?.calendar]);
  const used = [...new Set(names)].filter((name) => name !== undefined && name !== "always") as string[];
  const { parameters } = question.policy;
  const localZone = policy.zone === "local" ? question.zone.name : describeZone(policy.zone, locale);
  return used.map((name) => {
    const { hours, zone, coverage } = describeCalendar(policy, name, parameters, locale);
    const label = question.source === "options" ? "" : name + WORDS[locale].colon;
    const list = WORDS[locale].comma + WORDS[locale].holidays(coverage);
    return [WORDS[locale].hours, `${label}${hours} ${zone ?? parameters.zone ?? localZone}${list}`];
  });
}
