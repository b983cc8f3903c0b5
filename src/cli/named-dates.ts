/** Below a picture: which holidays, make-up days and other dated hours there are, by name. */
import { formatReason } from "../explain/sentences.js";
import { type Locale, weekdayName } from "../explain/time-text.js";
import { weekdayOf } from "../time/local-date.js";
import { DAY_MS } from "../time/units.js";
import type { Words } from "./calendar-lines.js";
import type { PictureDay } from "./picture-days.js";

/** A name, and what it says of which dates. */
interface NamedDates {
  readonly name: string;
  readonly texts: readonly string[];
}

const WORDS: Words<{
  readonly makeUpDay: (dates: string) => string;
  readonly skipped: string;
  readonly to: string;
  readonly and: string;
  readonly broken: string;
}> = {
  en: {
    makeUpDay: (dates) => `make-up day${dates.includes(", ") ? "s" : ""} ${dates}`,
    skipped: "this date never was",
    to: " – ",
    and: ", ",
    broken: "break",
  },
  zh: { makeUpDay: (dates) => `调休上班 ${dates}`, skipped: "没有这一天", to: " 至 ", and: "、", broken: "休息" },
};

const EN_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** The dates that are other than their weekday says, grouped by name. */
function namedDates(days: readonly PictureDay[], locale: Locale): NamedDates[] {
  const dated = days.filter(isDated);
  const names = [...new Set(dated.map((day) => titleOf(day, locale)))];
  return names.map((name) => {
    const ofName = dated.filter((day) => titleOf(day, locale) === name);
    return { name, texts: textsOf(ofName, locale) };
  });
}

function isDated({ reason, hasBreak, working }: PictureDay): boolean {
  if (["holiday", "makeUpDay", "override", "closedByOverride", "skipped", "excepted"].includes(reason)) return true;
  return reason === "break" || (hasBreak && working);
}

/** A holiday and its make-up days have one name; the rest is called by its reason. */
function titleOf({ reason, name, hasBreak }: PictureDay, locale: Locale): string {
  if (reason === "skipped") return WORDS[locale].skipped;
  if (name !== undefined) return name;
  return hasBreak && reason !== "holiday" ? WORDS[locale].broken : formatReason({ reason }, locale);
}

function textsOf(days: readonly PictureDay[], locale: Locale): string[] {
  const isMakeUp = ({ reason, name }: PictureDay) => reason === "makeUpDay" && name !== undefined;
  const isOpened = (day: PictureDay) => day.working && !isMakeUp(day);
  const closed = runsOf(days.filter(({ working }) => !working)).map((run) => runText(run, locale));
  const opened = days.filter(isOpened).map((day) => `${dateText(day, locale)} ${day.hours.join(", ")}`);
  const made = days.filter(isMakeUp).map((day) => dateText(day, locale));
  return [...closed, ...opened, ...(made.length === 0 ? [] : [WORDS[locale].makeUpDay(made.join(WORDS[locale].and))])];
}

/** Dates that follow one another. */
function runsOf(days: readonly PictureDay[]): PictureDay[][] {
  const runs: PictureDay[][] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run?.at(-1)?.epochDay === day.epochDay - 1) run.push(day);
    else runs.push([day]);
  }
  return runs;
}

/** "Thu 1 – Wed 7 Oct", "10月1日周四 至 10月7日周三". */
function runText(run: readonly PictureDay[], locale: Locale): string {
  const [first, last] = [run[0] as PictureDay, run.at(-1) as PictureDay];
  if (first === last) return dateText(first, locale);
  const isOneMonth = first.date.slice(0, 7) === last.date.slice(0, 7);
  const from = dateText(first, locale);
  const short = locale === "en" && isOneMonth ? from.slice(0, from.lastIndexOf(" ")) : from;
  return short + WORDS[locale].to + dateText(last, locale);
}

/** "Sat 10 Oct", "10月10日周六". */
function dateText({ epochDay }: PictureDay, locale: Locale): string {
  const date = new Date(epochDay * DAY_MS);
  const [day, month] = [date.getUTCDate(), date.getUTCMonth()];
  const weekday = weekdayName(weekdayOf(epochDay), locale);
  return locale === "zh" ? `${month + 1}月${day}日${weekday}` : `${weekday} ${day} ${EN_MONTHS[month]}`;
}

/** Names and dates in two columns, in lines of a width. */
export function namedDateRows(days: readonly PictureDay[], locale: Locale): string[][] {
  const separator = locale === "zh" ? "；" : "; ";
  return namedDates(days, locale).map(({ name, texts }) => [name, texts.join(separator)]);
}
