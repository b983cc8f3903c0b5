/** From the elements of a text to days with their windows: which hours belong to which days, and what holidays are. */
import type { Window } from "../time/time-of-day.js";
import { failUnread } from "../time/words.js";
import type { Weekday } from "./definition.js";
import type { Element, Elements, Place } from "./notation-grammar.js";
import { type Reader, refuse } from "./notation-reader.js";
import { WEEKDAYS } from "./weekday.js";

/** Days and their windows; none: they are closed. */
export interface Group extends Place {
  readonly days: readonly Weekday[];
  readonly windows: readonly Window[];
  readonly holidays: boolean;
  readonly part: number;
  /** The text names no opening (`5x8`) or no days (`9:00-18:00`), so one was taken: the notation as it is written. */
  readonly byDefault?: { readonly what: "anchor" | "days"; readonly written: string };
}

/** What the elements of a text come to. */
export interface Groups {
  /** Days with hours. */
  readonly open: readonly Group[];
  /** Days without, which go before. */
  readonly closed: readonly Group[];
  /** Days that are no exception. */
  readonly included: readonly Group[];
}

/** Pairs days with the hours that follow them, or hours with the days that follow them; one of both alone is refused. */
export function groupsOf({ reader, elements, everyYear }: Elements): Groups {
  const included = elements.filter((element) => element.included).map((element) => groupOf(element, []));
  const merged = merge(elements.filter((element) => !element.included));
  const closed = merged.filter(isClosed).map((element) => groupOf(element, []));
  const rest = merged.filter((element) => !isClosed(element));
  const [only] = rest;
  if (only && rest.length === 1 && only.days === undefined && only.windows?.length) {
    const isSaid = everyYear || closed.some(({ days }) => days.length > 0);
    return { open: [everyDay(reader, only, isSaid)], closed, included };
  }
  const open: Group[] = [];
  for (let i = 0; i < rest.length; i++) {
    const element = rest[i] as Element;
    open.push(wholeGroup(element) ?? pair(reader, element, rest[++i]));
  }
  return { open: open.filter((group) => !isSaidInFull(group, open)), closed, included };
}

/** "5x8 (Mon-Fri 9:00-17:00)": days by hours of which the text itself says when they are. */
function isSaidInFull({ days, windows, byDefault }: Group, open: readonly Group[]): boolean {
  if (byDefault?.what !== "anchor" || open.length !== 2) return false;
  const other = open.find((group) => group.byDefault === undefined);
  return other?.days.join() === days.join() && lengthOf(other.windows) === lengthOf(windows);
}

function lengthOf(windows: readonly Window[]): number {
  return windows.reduce((sum, { opensMs, closesMs }) => sum + closesMs - opensMs, 0);
}

function isClosed({ days, windows }: Element): boolean {
  return days !== undefined && windows?.length === 0;
}

function groupOf({ days = [], holidays = false, part, from, to }: Element, windows: readonly Window[]): Group {
  return { days, windows, holidays, part, from, to };
}

/** Elements that say one thing together: windows beside windows, days said twice, and "closed" behind its days. */
function merge(elements: readonly Element[]): readonly Element[] {
  const merged: Element[] = [];
  let windows: Window[] = [];
  for (const element of elements) {
    const last = merged.at(-1);
    const whole = last && wholeOf(last, element);
    if (whole) merged[merged.length - 1] = whole;
    else if (last && isMoreOf(last, element)) addWindows(windows, element.windows ?? []);
    else {
      windows = [...(element.windows ?? [])];
      merged.push(element.windows ? { ...element, windows } : element);
    }
  }
  return merged;
}

/** Two elements as the one that they are together, if they are. */
function wholeOf(last: Element, element: Element): Element | undefined {
  if (isSaidAgain(last, element)) return { ...last, to: element.to };
  if (isExplained(last, element)) return { ...element, from: last.from };
  return isClosing(last, element) ? { ...last, windows: [], to: element.to } : undefined;
}

/** More windows of the same days, unless they are the same in other words: "9 AM to 6 PM (0900-1800)". */
function addWindows(windows: Window[], more: readonly Window[]): void {
  const last = windows.slice(-more.length);
  const isSame = more.every(
    ({ opensMs, closesMs }, i) => last[i]?.opensMs === opensMs && last[i]?.closesMs === closesMs,
  );
  if (!isSame) for (const window of more) windows.push(window);
}

/** "9:00-12:00 (13:00-18:00)", also behind a semicolon: more windows of the same days. */
function isMoreOf(last: Element, element: Element): boolean {
  if (last.days || element.days) return false;
  return Boolean(last.windows?.length && element.windows?.length);
}

/** "weekdays (Monday-Friday)": the same days in other words. */
function isSaidAgain(last: Element, element: Element): boolean {
  if (last.windows || element.windows || last.part !== element.part || last.holidays || element.holidays) return false;
  return last.days?.join() === element.days?.join();
}

/** "weekdays 5x8": days, and then days by hours of the same days. */
function isExplained(last: Element, element: Element): boolean {
  return !last.windows && element.anchoredByDefault !== undefined && last.days?.join() === element.days?.join();
}

/** "Sunday (closed)" */
function isClosing(last: Element, element: Element): boolean {
  return last.days !== undefined && !last.windows && element.days === undefined && element.windows?.length === 0;
}

function everyDay(reader: Reader, element: Element, isSaid: boolean): Group {
  const { windows = [], from, to } = element;
  const group: Group = { ...groupOf(element, windows), days: WEEKDAYS };
  return isSaid ? group : { ...group, byDefault: { what: "days", written: reader.text.slice(from, to) } };
}

function wholeGroup(element: Element): Group | undefined {
  const { days, windows, anchoredByDefault } = element;
  if (days === undefined || windows === undefined) return undefined;
  const group = groupOf(element, windows);
  return anchoredByDefault === undefined
    ? group
    : { ...group, byDefault: { what: "anchor", written: anchoredByDefault } };
}

function pair(reader: Reader, element: Element, next: Element | undefined): Group {
  const mate = next?.part === element.part ? next : undefined;
  const days = element.days ?? (mate?.windows === undefined ? mate?.days : undefined);
  const windows = element.windows ?? (mate?.days === undefined ? mate?.windows : undefined);
  const { part, from, to } = element;
  if (days === undefined) return refuse(reader, from, to, "days for these hours");
  if (windows === undefined) return refuse(reader, from, to, "hours for these days");
  const holidays = element.holidays ?? mate?.holidays ?? false;
  return { days, windows, holidays, part, from, to: mate?.to ?? to };
}

/** What the groups so far say of a day. */
interface Said extends Place {
  readonly part: number;
  readonly windows: Window[];
}

/** The windows of each day. A day may be named again behind a comma, with more hours, but not to say something else. */
export function windowsByDay(reader: Reader, { open, closed, included }: Groups): (day: Weekday) => readonly Window[] {
  const said = new Map<Weekday, Said>();
  for (const group of open) {
    for (const day of group.days) {
      const before = said.get(day) ?? { part: group.part, windows: [], from: group.from, to: group.to };
      if (before.part !== group.part) refuse(reader, group.from, group.to, `the hours of ${day} once`);
      for (const window of group.windows) before.windows.push(window);
      said.set(day, before);
    }
  }
  for (const group of closed) close(reader, said, group, open);
  checkOpen(reader, said, closed);
  for (const { days, from, to } of included) {
    if (!days.every((day) => said.has(day))) refuse(reader, from, to, "hours for these days");
  }
  for (const { windows, from, to } of said.values()) checkApart(reader, windows, { from, to });
  return (day) => said.get(day)?.windows ?? [];
}

/** Windows of one day that overlap are a slip, or the same hours for somebody else. */
function checkApart(reader: Reader, windows: readonly Window[], { from, to }: Place): void {
  const sorted = [...windows].sort((a, b) => a.opensMs - b.opensMs);
  const overlap = sorted.some(({ closesMs }, i) => closesMs > (sorted[i + 1]?.opensMs ?? Number.POSITIVE_INFINITY));
  if (overlap) failUnread("overlapping_windows", reader.text, from, to, "windows of a day that do not overlap");
}

/** Closed days go before wider ones, as in "Daily …, closed on Sundays"; what leaves nothing of other hours contradicts them. */
function close(reader: Reader, said: Map<Weekday, unknown>, closed: Group, open: readonly Group[]): void {
  const touched = open.filter(({ days }) => days.some((day) => closed.days.includes(day)));
  const isException = touched.every(({ days }) => days.length > closed.days.length && includesAll(days, closed.days));
  if (!isException) refuse(reader, closed.from, closed.to, "days that are not closed and open at once");
  for (const day of closed.days) said.delete(day);
}

function includesAll(days: readonly Weekday[], others: readonly Weekday[]): boolean {
  return others.every((day) => days.includes(day));
}

/** Closed days alone leave the hours of the others open, unless all are closed. */
function checkOpen(reader: Reader, said: ReadonlyMap<Weekday, unknown>, closed: readonly Group[]): void {
  const [first] = closed;
  const days = new Set(closed.flatMap((group) => group.days));
  if (first && said.size === 0 && days.size < 7) refuse(reader, first.from, first.to, "the hours of the other days");
}

/** What a text says of holidays: nothing, that they are closed ("except"), or that they are like any day ("included"). */
export function holidaysOf(reader: Reader, groups: Groups, everyYear: boolean): "except" | "included" | undefined {
  const { open, closed, included } = groups;
  const except = closed.find(({ holidays }) => holidays);
  const like = included.some(({ holidays }) => holidays) || everyYear;
  const withHours = open.find(({ holidays }) => holidays);
  const isEveryDay = withHours !== undefined && withHours.days.length === 7;
  if (except && (like || withHours)) refuse(reader, except.from, except.to, "one statement about holidays");
  if (withHours && !isEveryDay) {
    refuse(
      reader,
      withHours.from,
      withHours.to,
      "no hours of holidays, which a week cannot say; give overrides for their dates",
    );
  }
  return except ? "except" : like || isEveryDay ? "included" : undefined;
}
