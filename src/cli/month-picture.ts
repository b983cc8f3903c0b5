/**
 * A month as a picture: a line for each week, and each date with a bar that shows what it is without any colour.
 *
 * ```text
 *  1 ░░░   holiday        8 ███   working day      10 ███+  make-up day
 * 14 █▌    short day     17 ·     closed           29?███   beyond the holiday list
 * ```
 */
import { columns, pad } from "../explain/sentences.js";
import { type Locale, weekdayName } from "../explain/time-text.js";
import { weekdayOf } from "../time/local-date.js";
import type { Layout, Words } from "./calendar-lines.js";
import type { GivenCalendar } from "./given-calendar.js";
import { namedDateRows } from "./named-dates.js";
import { type DayKind, formatHourSum, type Period, type PictureDay, totalsOf } from "./picture-days.js";
import type { Style } from "./style.js";
import { formatTable } from "./table.js";

const BARS: Readonly<Record<DayKind, string>> = {
  working: "███",
  short: "█▌ ",
  makeUpDay: "███",
  holiday: "░░░",
  closed: "·  ",
};

const LOOKS = {
  working: "open",
  short: "open",
  makeUpDay: "makeUpDay",
  holiday: "holiday",
  closed: "secondary",
} as const satisfies Readonly<Record<DayKind, Parameters<Style>[0]>>;

interface PictureWords {
  readonly title: (year: number, month: number) => string;
  readonly marks: Readonly<Partial<Record<DayKind, string>>>;
  readonly kinds: Readonly<Record<DayKind | "unknown", string>>;
  readonly total: (days: number, hours: string) => string;
  readonly week: (days: number, hours: string) => readonly [days: string, hours: string];
}

const EN_MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

const WORDS: Words<PictureWords> = {
  en: {
    title: (year, month) => `${EN_MONTHS[month - 1]} ${year}`,
    marks: { makeUpDay: "+" },
    kinds: {
      working: "working day",
      makeUpDay: "make-up day",
      short: "half or short day",
      holiday: "holiday",
      closed: "closed",
      unknown: "holidays not known",
    },
    total: (days, hours) => `${days} working day${days === 1 ? "" : "s"}, ${hours}`,
    week: (days, hours) => [`${days} day${days === 1 ? " " : "s"}`, hours],
  },
  zh: {
    title: (year, month) => `${year} 年 ${month} 月`,
    marks: { makeUpDay: "班", holiday: "休" },
    kinds: {
      working: "工作日",
      makeUpDay: "调休上班",
      short: "半天或短时",
      holiday: "节假日",
      closed: "休息",
      unknown: "节假日未知",
    },
    total: (days, hours) => `共 ${days} 个工作日，${hours}`,
    week: (days, hours) => [`${days} 天`, hours],
  },
};

/** The picture: title, weeks with their sums, legend, named dates, total. */
export function monthPicture({ locale }: GivenCalendar, { days, workingDays, openMs }: Period, layout: Layout): string {
  const { style, width } = layout;
  const words = WORDS[locale];
  const first = days[0] as PictureDay;
  const [year, month] = first.date.split("-").map(Number) as [number, number];
  const named = namedDateRows(days, locale).map((cells) => ({ cells }));
  return [
    style("heading", words.title(year, month)),
    "",
    style("heading", headOf(locale)),
    ...weekLines(days, locale, layout),
    "",
    ...legendLines(days, locale, style, width),
    ...(named.length === 0 ? [] : ["", formatTable(named, { width, rigid: [0] })]),
    "",
    style("strong", words.total(workingDays, formatHourSum(openMs, locale))),
  ].join("\n");
}

/** A number, a sign or a space, a bar, a mark and a gap. */
const CELL = 9;

function headOf(locale: Locale): string {
  const names = Array.from({ length: 7 }, (_, i) => pad(weekdayName(i, locale), CELL));
  return names.join("").trimEnd();
}

function weekLines(days: readonly PictureDay[], locale: Locale, { style, width }: Layout): string[] {
  const weeks = weeksOf(days);
  const sums = weekSums(weeks, locale);
  const hasRoom = 7 * CELL + 1 + columns(sums[0] as string) <= width;
  return weeks.map((week, i) => {
    const indent = " ".repeat(CELL * weekdayOf((week[0] as PictureDay).epochDay));
    const after = " ".repeat(CELL * (6 - weekdayOf((week.at(-1) as PictureDay).epochDay)));
    const cells = indent + week.map((day) => cellText(day, locale, style)).join("") + after;
    return hasRoom ? `${cells} ${style("secondary", sums[i] as string)}` : cells.trimEnd();
  });
}

/** "3 days  27 h" for each week, aligned. */
function weekSums(weeks: readonly (readonly PictureDay[])[], locale: Locale): string[] {
  const sums = weeks.map((week) => {
    const { workingDays, openMs } = totalsOf(week);
    return WORDS[locale].week(workingDays, formatHourSum(openMs, locale));
  });
  const widths = [0, 1].map((i) => Math.max(...sums.map((sum) => columns(sum[i] as string))));
  return sums.map((sum) => sum.map((text, i) => padStart(text, widths[i] as number)).join("  "));
}

function padStart(text: string, width: number): string {
  return " ".repeat(Math.max(0, width - columns(text))) + text;
}

/** Dates by weeks from Monday to Sunday. */
export function weeksOf<Day extends { readonly epochDay: number }>(days: readonly Day[]): Day[][] {
  const weeks: Day[][] = [];
  for (const day of days) {
    const week = weeks.at(-1);
    if (week === undefined || weekdayOf(day.epochDay) === 0) weeks.push([day]);
    else week.push(day);
  }
  return weeks;
}

function cellText({ date, kind, known }: PictureDay, locale: Locale, style: Style): string {
  const number = String(Number(date.slice(8))).padStart(2);
  const mark = WORDS[locale].marks[kind] ?? "";
  const drawn = BARS[kind] + mark;
  const gap = " ".repeat(CELL - 6 - columns(mark));
  return `${number}${known ? " " : "?"}${style(known ? LOOKS[kind] : "secondary", drawn)}${gap}`;
}

const KINDS: readonly DayKind[] = ["working", "short", "holiday", "makeUpDay", "closed"];

/** What the bars mean, of those that the picture has. */
function legendLines(days: readonly PictureDay[], locale: Locale, style: Style, width: number): string[] {
  const { kinds, marks } = WORDS[locale];
  const items = KINDS.filter((kind) => days.some((day) => day.kind === kind)).map((kind) => {
    const drawn = (BARS[kind] + (marks[kind] ?? "")).trimEnd();
    return { drawn: style(LOOKS[kind], drawn), text: `${drawn} ${kinds[kind]}`, name: kinds[kind] };
  });
  if (days.some(({ known }) => !known)) items.push({ drawn: "?", text: `? ${kinds.unknown}`, name: kinds.unknown });
  const lines: { text: string; columns: number }[] = [];
  for (const { drawn, text, name } of items) {
    const line = lines.at(-1);
    const size = columns(text);
    if (line === undefined || line.columns + 3 + size > width) lines.push({ text: `${drawn} ${name}`, columns: size });
    else lines[lines.length - 1] = { text: `${line.text}   ${drawn} ${name}`, columns: line.columns + 3 + size };
  }
  return lines.map(({ text }) => text);
}
