/** From the elements of a text to days with their windows: which hours belong to which days, and what holidays are. */
import type { Window } from "../time/time-of-day.js";
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
  return { open, closed, included };
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
    if (last && isMoreOf(last, element)) {
      for (const window of element.windows ?? []) windows.push(window);
    } else if (last && isSaidAgain(last, element)) {
      merged[merged.length - 1] = { ...last, to: element.to };
    } else if (last && isClosing(last, element)) {
      merged[merged.length - 1] = { ...last, windows: [], to: element.to };
    } else {
      windows = [...(element.windows ?? [])];
      merged.push(element.windows ? { ...element, windows } : element);
    }
  }
  return merged;
}

/** "9:00-12:00 (13:00-18:00)": more windows of the same days. */
function isMoreOf(last: Element, element: Element): boolean {
  if (last.days || element.days || last.part !== element.part) return false;
  return Boolean(last.windows?.length && element.windows?.length);
}

/** "weekdays (Monday-Friday)": the same days in other words. */
function isSaidAgain(last: Element, element: Element): boolean {
  if (last.windows || element.windows || last.part !== element.part || last.holidays || element.holidays) return false;
  return last.days?.join() === element.days?.join();
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

/** The windows of each day. A day may be named again behind a comma, with more hours, but not to say something else. */
export function windowsByDay(reader: Reader, { open, closed, included }: Groups): (day: Weekday) => readonly Window[] {
  const said = new Map<Weekday, { part: number; windows: Window[] }>();
  for (const group of open) {
    for (const day of group.days) {
      const before = said.get(day) ?? { part: group.part, windows: [] };
      if (said.has(day) && before.part !== group.part) refuse(reader, group.from, group.to, `the hours of ${day} once`);
      for (const window of group.windows) before.windows.push(window);
      said.set(day, before);
    }
  }
  for (const group of closed) close(reader, said, group, open);
  checkOpen(reader, said, closed);
  for (const { days, from, to } of included) {
    if (!days.every((day) => said.has(day))) refuse(reader, from, to, "hours for these days");
  }
  return (day) => said.get(day)?.windows ?? [];
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
