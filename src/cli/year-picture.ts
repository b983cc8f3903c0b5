/**
 * A year as twelve small months: worked dates by their numbers, dots where it is closed, and marks that need no colour.
 *
 * ```text
 * ░░  holiday      10+  make-up day      14-  short day      ·  closed      29?  beyond the holiday list
 * ```
 */
import { columns } from "../explain/sentences.js";
import type { Locale } from "../explain/time-text.js";
import { weekdayOf } from "../time/local-date.js";
import type { Layout, Words } from "./calendar-lines.js";
import type { GivenCalendar } from "./given-calendar.js";
import { weeksOf } from "./month-picture.js";
import { namedDateRows } from "./named-dates.js";
import { type DayKind, formatHourSum, type Period, type PictureDay, roundHours, totalsOf } from "./picture-days.js";
import type { Style } from "./style.js";
import { formatTable } from "./table.js";

const MARKS: Readonly<Record<DayKind, string>> = {
  working: " ",
  short: "-",
  makeUpDay: "+",
  holiday: " ",
  closed: " ",
};

const LOOKS = {
  short: "open",
  makeUpDay: "makeUpDay",
  holiday: "holiday",
  closed: "secondary",
} as const satisfies Readonly<Partial<Record<DayKind, Parameters<Style>[0]>>>;

interface YearWords {
  readonly months: readonly string[];
  readonly weekdays: string;
  readonly sum: (days: number, hours: number) => string;
  readonly holiday: string;
  readonly total: (days: number, hours: string) => string;
  readonly kinds: Readonly<Record<DayKind | "unknown", string>>;
}

const WORDS: Words<YearWords> = {
  en: {
    months: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    holiday: "░░",
    weekdays: "Mo Tu We Th Fr Sa Su",
    sum: (days, hours) => `${days} d ${hours} h`,
    total: (days, hours) => `${days} working days, ${hours}`,
    kinds: {
      working: "working day",
      makeUpDay: "make-up day",
      short: "half or short day",
      holiday: "holiday",
      closed: "closed",
      unknown: "holidays not known",
    },
  },
  zh: {
    months: Array.from({ length: 12 }, (_, i) => `${i + 1}月`),
    holiday: "休",
    weekdays: "一 二 三 四 五 六 日",
    sum: (days, hours) => `${days}天 ${hours}小时`,
    total: (days, hours) => `全年 ${days} 个工作日，${hours}`,
    kinds: {
      working: "工作日",
      makeUpDay: "调休上班",
      short: "半天或短时",
      holiday: "节假日",
      closed: "休息",
      unknown: "节假日未知",
    },
  },
};

const CELL = 3;
const MONTH_WIDTH = 7 * CELL;
const GAP = "   ";

/** The picture: the year, its months in rows, legend, named dates, total. */
export function yearPicture({ locale }: GivenCalendar, months: readonly Period[], { style, width }: Layout): string {
  const days = months.flatMap((month) => month.days);
  const { workingDays, openMs } = totalsOf(days);
  const named = namedDateRows(days, locale).map((cells) => ({ cells }));
  const perRow = 4 * MONTH_WIDTH + 3 * GAP.length <= width ? 4 : width >= 3 * MONTH_WIDTH + 2 * GAP.length ? 3 : 2;
  const blocks = months.map((month, i) => monthBlock(month, i, locale, style));
  const rows = Array.from({ length: 12 / perRow }, (_, i) => sideBySide(blocks.slice(i * perRow, (i + 1) * perRow)));
  return [
    style("heading", (days[0] as PictureDay).date.slice(0, 4)),
    "",
    rows.join("\n\n"),
    "",
    legend(days, locale, style),
    ...(named.length === 0 ? [] : ["", formatTable(named, { width, rigid: [0] })]),
    "",
    style("strong", WORDS[locale].total(workingDays, formatHourSum(openMs, locale))),
  ].join("\n");
}

/** A line of a month: its text with the paint, and how many columns it takes. */
interface Line {
  readonly text: string;
  readonly columns: number;
}

function monthBlock({ days, workingDays, openMs }: Period, index: number, locale: Locale, style: Style): Line[] {
  const words = WORDS[locale];
  const name = words.months[index] as string;
  const sum = words.sum(workingDays, roundHours(openMs));
  const space = " ".repeat(Math.max(1, MONTH_WIDTH - 1 - columns(name) - columns(sum)));
  const head = `${style("heading", name)}${space}${style("secondary", sum)}`;
  return [
    { text: head, columns: columns(name + space + sum) },
    { text: style("secondary", words.weekdays), columns: columns(words.weekdays) },
    ...weeksOf(days).map((week) => weekLine(week, locale, style)),
  ];
}

function weekLine(week: readonly PictureDay[], locale: Locale, style: Style): Line {
  const indent = CELL * weekdayOf((week[0] as PictureDay).epochDay);
  const cells = week.map((day) => cellText(day, locale, style)).join("");
  return { text: " ".repeat(indent) + cells, columns: indent + CELL * week.length };
}

function cellText({ date, kind, known }: PictureDay, locale: Locale, style: Style): string {
  const drawn = kind === "holiday" ? WORDS[locale].holiday : kind === "closed" ? " ·" : undefined;
  const text = (drawn ?? String(Number(date.slice(8))).padStart(2)) + (known ? MARKS[kind] : "?");
  if (!known) return style("secondary", text);
  return kind === "working" ? text : style(LOOKS[kind], text);
}

function sideBySide(blocks: readonly Line[][]): string {
  const height = Math.max(...blocks.map((block) => block.length));
  const lines = Array.from({ length: height }, (_, i) => {
    const cells = blocks.map((block) => {
      const { text, columns: size } = block[i] ?? { text: "", columns: 0 };
      return text + " ".repeat(Math.max(0, MONTH_WIDTH - size));
    });
    return cells.join(GAP).trimEnd();
  });
  return lines.join("\n");
}

function legend(days: readonly PictureDay[], locale: Locale, style: Style): string {
  const { kinds } = WORDS[locale];
  const has = (kind: DayKind) => days.some((day) => day.kind === kind);
  const items: string[] = [];
  if (has("holiday")) items.push(`${style("holiday", WORDS[locale].holiday)} ${kinds.holiday}`);
  if (has("makeUpDay")) items.push(`${style("makeUpDay", "+")} ${kinds.makeUpDay}`);
  if (has("short")) items.push(`${style("open", "-")} ${kinds.short}`);
  if (has("closed")) items.push(`${style("secondary", "·")} ${kinds.closed}`);
  if (days.some(({ known }) => !known)) items.push(`? ${kinds.unknown}`);
  return items.join("   ");
}
