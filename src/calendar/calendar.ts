/** The opaque calendar, and what the functions of this floor keep inside it. */
import { fail } from "../errors.js";
import type { Zone } from "../time/zone.js";
import type { CalendarRules, Stretches } from "./day.js";
import type { DayIndex } from "./day-index.js";
import type { Table } from "./timeline.js";

/**
 * A compiled calendar: opaque, immutable to its users, and the same for every entry and module format of the package.
 * Its table of open time grows behind the scenes, around the instants that are asked for.
 */
export interface Calendar {
  /** The zone's name as IANA writes it (`"Asia/Shanghai"`), or `"UTC"`, `"UTC+8"`. */
  readonly zone: string;
  /** @internal */
  readonly "~calendar": CalendarState;
}

/** What a calendar is inside: where its open time comes from, and what was built of it so far. */
export interface CalendarState {
  readonly zone: Zone;
  /** Appends the open stretches (UTC ms, sorted, joined) that overlap [from, to). */
  readonly openStretches: (from: number, to: number) => Stretches;
  /** The open pieces (UTC ms) that a local date owns. */
  readonly piecesOf: (epochDay: number) => Stretches;
  readonly rules: CalendarRules;
  table: Table | undefined;
  dayIndex: DayIndex | undefined;
}

/** Wraps a state as the opaque type. */
export function wrapCalendar(state: CalendarState): Calendar {
  return { zone: state.zone.name, "~calendar": state };
}

/** The inside of a calendar; refuses anything else. */
export function stateOf(calendar: Calendar): CalendarState {
  const state = calendar?.["~calendar"];
  if (state === undefined) fail("invalid_type", ["calendar"], "a calendar made by compileCalendar", calendar);
  return state;
}
