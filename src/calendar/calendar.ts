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
 * What a calendar is inside: its rules, where its open time comes from, and what was built of it so far. It is the opaque
 * object itself, and the arrays of its table stand in it: among thousands of calendars a look-up waits for memory at each
 * step of the way.
 */
export interface CalendarState extends Calendar, Timeline, DayCount {
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

/** A new calendar, without a table yet. */
export function newCalendar(
  { zone, knownFromDay, knownUntilDay }: Pick<CalendarRules, "zone" | "knownFromDay" | "knownUntilDay">,
  openStretches: CalendarState["openStretches"],
  rules?: CalendarRules,
  combination?: Combination,
): CalendarState {
  // Begun empty, V8 keeps the first four properties inside the object itself.
  const calendar = {} as CalendarState;
  const inside: Omit<CalendarState, "zone"> = {
    "~calendar": calendar,
    ...NO_TABLE,
    wallClock: zone,
    openStretches,
    rules,
    combination,
    knownFromDay,
    knownUntilDay,
    strays: 0,
    dayIndex: undefined,
  };
  for (const [key, value] of Object.entries(inside)) Object.defineProperty(calendar, key, { value, writable: true });
  return Object.defineProperty(calendar, "zone", { value: zone.name, enumerable: true });
}

/** The inside of a calendar, which is the calendar itself; refuses anything else. */
export function stateOf(calendar: Calendar): CalendarState {
  if (calendar?.["~calendar"] === undefined) fail("invalid_type", ["calendar"], "a compiled calendar", calendar);
  return calendar as CalendarState;
}
