/** Interned by content: equal calendars share one inside, and so one table: a thousand tenants with the same hours cost as much as one. */
import type { CalendarState } from "./calendar.js";
import type { CalendarRules } from "./day.js";

/**
 * Every content that was compiled, up to {@link MOST_TEXT} characters of them, and from its second time on the state that
 * its calendars share. It is held weakly, so that it goes with its calendars. And not from the first time on, because
 * weakly held objects outlast the job in which they were made: a loop over a million different calendars would keep all.
 */
const seen = new Map<string, WeakRef<CalendarState> | undefined>();
const MOST_TEXT = 4_000_000;
let text = 0;

/** The state that calendars with these rules share, or the one that `make` gives. */
export function internedState(rules: CalendarRules, make: () => CalendarState): CalendarState {
  const { zone, weeks, dated, breaks, holidaysGiven, knownFromDay, knownUntilDay } = rules;
  const content = JSON.stringify([
    zone.name,
    weeks,
    [...dated],
    [...breaks],
    holidaysGiven,
    knownFromDay,
    knownUntilDay,
  ]);
  const known = seen.get(content)?.deref();
  if (known !== undefined) return known;
  const state = make();
  const isAgain = seen.has(content);
  if (!isAgain) text += content.length;
  if (text > MOST_TEXT) {
    seen.clear();
    text = content.length;
  }
  seen.set(content, isAgain ? new WeakRef(state) : undefined);
  return state;
}
