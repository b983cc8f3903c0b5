/** The opaque calendar, and what the functions of this floor keep inside it. */
import { fail } from "../errors.js";
import type { Zone } from "../time/zone.js";
import type { CalendarRules } from "./day.js";
import type { DayCount } from "./day-index.js";
import type { Timeline } from "./table-store.js";

/**
 * A compiled calendar: opaque, immutable to its users, and the same for every entry and module format of the package.
 * Its table of open time grows behind the scenes, around the instants that are asked for.
 */
export interface Calendar {
  /** The zone's name (`"Asia/Shanghai"`; in the case in which it was given where the runtime cannot tell), or `"UTC"`, `"UTC+8"`. */
  readonly zone: string;
  /** @internal */
  readonly "~calendar": CalendarState;
}

/**
 * What a calendar is inside: its rules, where its open time comes from, and what was built of it so far. All are made
 * with the same keys in the same order, the table first: one hidden class, and the table beside its head in memory.
 */
export interface CalendarState extends Timeline, DayCount {
  readonly zone: Zone;
  /** The rules of a calendar of its own; a combination has none. */
  readonly rules: CalendarRules | undefined;
  readonly combination: Combination | undefined;
  /** How far the holidays are known, both inclusive; infinite where the lists claim to be complete. */
  readonly knownFromDay: number;
  readonly knownUntilDay: number;
}

/** What a combined calendar was made of: the first member's zone is its own. */
export interface Combination {
  readonly kind: "unite" | "intersect" | "except";
  readonly members: readonly CalendarState[];
}

/** Wraps a state as the opaque type. */
export function wrapCalendar(state: CalendarState): Calendar {
  // Not enumerable: a calendar that is logged or written as JSON does not print its table.
  return Object.defineProperty({ zone: state.zone.name } as Calendar, "~calendar", { value: state });
}

/** The inside of a calendar; refuses anything else. */
export function stateOf(calendar: Calendar): CalendarState {
  return calendar?.["~calendar"] ?? fail("invalid_type", ["calendar"], "a compiled calendar", calendar);
}
