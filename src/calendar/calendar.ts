/** The opaque calendar, and what the functions of this floor keep inside it. */
import { fail } from "../errors.js";
import type { Zone } from "../time/zone.js";
import type { CalendarRules } from "./day.js";
import type { DayCount } from "./day-index.js";
import { NO_TABLE, type Timeline } from "./table-store.js";

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
 * What a calendar is inside: its rules, where its open time comes from, and what was built of it so far. It is its own
 * table, whose arrays stand in it: among thousands of calendars a look-up waits for memory at each step of the way.
 */
export interface CalendarState extends Timeline, DayCount {
  readonly wallClock: Zone;
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

/** The inside of a new calendar, without a table yet: all are made here, so that all have one hidden class. */
export function newState(
  { zone, knownFromDay, knownUntilDay }: Pick<CalendarRules, "zone" | "knownFromDay" | "knownUntilDay">,
  openStretches: CalendarState["openStretches"],
  rules?: CalendarRules,
  combination?: Combination,
): CalendarState {
  return {
    pairs: NO_TABLE.pairs,
    grid: NO_TABLE.grid,
    strays: 0,
    dayIndex: undefined,
    wallClock: zone,
    openStretches,
    rules,
    combination,
    knownFromDay,
    knownUntilDay,
  };
}

/** Wraps a state as the opaque type, which users may freeze, compare and write on: what grows is not in it. */
export function wrapCalendar(state: CalendarState): Calendar {
  // Begun empty, V8 keeps both properties inside the object.
  const calendar = {} as { zone: string };
  calendar.zone = state.wallClock.name;
  // Not enumerable: a calendar that is logged or written as JSON does not print its table.
  return Object.defineProperty(calendar as Calendar, "~calendar", { value: state });
}

/** The inside of a calendar; refuses anything else. */
export function stateOf(calendar: Calendar): CalendarState {
  return calendar?.["~calendar"] ?? fail("invalid_type", ["calendar"], "a compiled calendar", calendar);
}
