/** From the elements of a text to days with their windows: which hours belong to which days. */
import type { Window } from "../time/time-of-day.js";
import type { Weekday } from "./definition.js";
import type { Element, Elements, Place } from "./notation-grammar.js";
import { type Reader, refuse } from "./notation-reader.js";
import { WEEKDAYS } from "./weekday.js";

/** Days and their windows; none: they are closed. */
export interface Group extends Place {
  readonly days: readonly Weekday[];
  readonly windows: readonly Window[];
  readonly part: number;
  /** The text names no opening (`5x8`) or no days (`9:00-18:00`), so one was taken: the notation as it is written. */
  readonly byDefault?: { readonly what: "anchor" | "days"; readonly written: string };
}

/** Pairs days with the hours that follow them, or hours with the days that follow them; one of both alone is refused. */
export function groupsOf({ reader, elements }: Elements): readonly Group[] {
  const merged = merge(elements);
  const [only] = merged;
  if (only && merged.length === 1 && only.days === undefined && only.windows?.length) return [everyDay(reader, only)];
  const groups: Group[] = [];
  for (let i = 0; i < merged.length; i++) {
    const element = merged[i] as Element;
    groups.push(wholeGroup(element) ?? pair(reader, element, merged[++i]));
  }
  return groups;
}

/** Windows beside windows, as in "9:00-12:00 (13:00-18:00)", are one element. */
function merge(elements: readonly Element[]): readonly Element[] {
  const merged: Element[] = [];
  let windows: Window[] = [];
  for (const element of elements) {
    const last = merged.at(-1);
    if (last && isMoreOf(last, element)) {
      for (const window of element.windows ?? []) windows.push(window);
    } else {
      windows = [...(element.windows ?? [])];
      merged.push(element.windows ? { ...element, windows } : element);
    }
  }
  return merged;
}

/** More windows of the same days. */
function isMoreOf(last: Element, element: Element): boolean {
  if (last.days || element.days || last.part !== element.part) return false;
  return Boolean(last.windows?.length && element.windows?.length);
}

function everyDay(reader: Reader, { windows = [], part, from, to }: Element): Group {
  return { days: WEEKDAYS, windows, part, from, to, byDefault: { what: "days", written: reader.text.slice(from, to) } };
}

function wholeGroup({ days, windows, anchoredByDefault, ...place }: Element): Group | undefined {
  if (days === undefined || windows === undefined) return undefined;
  if (anchoredByDefault === undefined) return { days, windows, ...place };
  return { days, windows, ...place, byDefault: { what: "anchor", written: anchoredByDefault } };
}

function pair(reader: Reader, element: Element, next: Element | undefined): Group {
  const mate = next?.part === element.part ? next : undefined;
  const days = element.days ?? (mate?.windows === undefined ? mate?.days : undefined);
  const windows = element.windows ?? (mate?.days === undefined ? mate?.windows : undefined);
  const { part, from, to } = element;
  if (days === undefined) return refuse(reader, from, to, "days for these hours");
  if (windows === undefined) return refuse(reader, from, to, "hours for these days");
  return { days, windows, part, from, to: mate?.to ?? to };
}

/** The windows of each day. A day may be named again behind a comma, with more hours, but not to say something else. */
export function windowsByDay(reader: Reader, groups: readonly Group[]): (day: Weekday) => readonly Window[] {
  const said = new Map<Weekday, { part: number; windows: Window[] }>();
  for (const group of groups) {
    for (const day of group.days) {
      const before = said.get(day) ?? { part: group.part, windows: [] };
      if (said.has(day) && !addsTo(before, group)) refuse(reader, group.from, group.to, `the hours of ${day} once`);
      for (const window of group.windows) before.windows.push(window);
      said.set(day, before);
    }
  }
  return (day) => said.get(day)?.windows ?? [];
}

function addsTo(before: { part: number; windows: readonly Window[] }, group: Group): boolean {
  return before.part === group.part && before.windows.length > 0 && group.windows.length > 0;
}
