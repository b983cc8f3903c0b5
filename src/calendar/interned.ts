/** Interned by content: equal calendars share one inside, and so one table: a thousand tenants with the same hours cost as much as one. */
import { type CalendarState, newState } from "./calendar.js";
import { type CalendarRules, openStretchesOf } from "./day.js";

const MOST_TEXT = 4_000_000;

/**
 * Every content that was compiled, up to {@link MOST_TEXT} characters of them, and from its second time on the state that
 * its calendars share. It is held weakly, so that it goes with its calendars. And not from the first time on, because
 * weakly held objects outlast the job in which they were made: a loop over a million different calendars would keep all.
 */
const seen = new Map<string, WeakRef<CalendarState> | null>();
let text = 0;

/** The state of a calendar with these rules, one for all calendars that are alike. */
export function stateFor(rules: CalendarRules): CalendarState {
  const { zone, dated, breaks, ...others } = rules;
  const content = JSON.stringify([zone.name, [...dated], [...breaks], others]);
  const ref = seen.get(content);
  const known = ref?.deref();
  if (known) return known;
  const state = newState(rules, (from, to) => openStretchesOf(rules, from, to));
  text += content.length;
  if (text > MOST_TEXT) {
    seen.clear();
    text = 0;
  }
  seen.set(content, ref === undefined ? null : new WeakRef(state));
  return state;
}
