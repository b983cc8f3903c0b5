/** The opaque calendar, and what the functions of this floor keep inside it. */
import { fail } from "../errors.js";
import type { CalendarRules } from "./day.js";
import type { DayCount } from "./day-index.js";
import { NO_TABLE, type Timeline } from "./table-store.js";

/**
 * A compiled calendar: an opaque, frozen object, the same for every entry and module format of the package.
 * Its table of open time grows behind the scenes, around the instants that are asked for.
 */
export interface Calendar {
  /** The zone's name (`"Asia/Shanghai"`; in the case in which it was given where the runtime cannot tell), or `"UTC"`, `"UTC+8"`. */
  readonly zone: string;
  /** @internal */
  readonly "~calendar": CalendarState;
}

/**
 * What a calendar is inside, shared by equal ones: what it was made from, where its open time comes from, and what was
 * built of it so far.
 */
export interface CalendarState extends Timeline, DayCount {
  /** Its own rules, or what it was combined from. */
  readonly source: CalendarRules | Combination;
}

/** What a combined calendar was made of: it has the first member's zone, and is known as far as all members are. */
export interface Combination extends Pick<CalendarRules, "zone" | "knownFromDay" | "knownUntilDay"> {
  readonly kind: "unite" | "intersect" | "except";
  readonly members: readonly CalendarState[];
}

/** The inside of a new calendar, without a table yet: all are made here, so that all have one hidden class. */
export function newState(
  source: CalendarState["source"],
  openStretches: CalendarState["openStretches"],
): CalendarState {
  return { table: NO_TABLE, patience: 1, dayIndex: undefined, openStretches, source };
}

/** The inside of a calendar; refuses anything else. */
export function stateOf(calendar: Calendar): CalendarState {
  return calendar?.["~calendar"] ?? fail("invalid_type", ["calendar"], "a compiled calendar", calendar);
}
