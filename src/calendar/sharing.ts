/** A calendar for several threads: its table lies in memory that all of them read, and goes to them without being copied. */
import { fail } from "../errors.js";
import { zoneOf } from "../time/zone.js";
import { type Calendar, type CalendarState, type Combination, stateOf } from "./calendar.js";
import { combine } from "./combine.js";
import { CompiledCalendar } from "./compiled-calendar.js";
import type { CalendarRules } from "./day.js";
import { stateFor } from "./interned.js";
import { FROM, TO, tableOver, wholeInstant } from "./query.js";
import { settle } from "./table-store.js";
import type { Table } from "./timeline.js";

/**
 * A calendar as `postMessage` and `workerData` take it; {@link receiveCalendar} makes a calendar of it in the other
 * thread. What is inside is the package's own affair and may differ between versions.
 */
export interface SharedCalendar {
  /** The calendar's zone. */
  readonly zone: string;
  /** @internal */
  readonly layout: typeof LAYOUT;
  /** @internal */
  readonly content: CalendarContent;
  /** @internal */
  readonly table: Table;
}

/** Another one for tables or contents that are written otherwise: threads of different versions must not guess. */
const LAYOUT = 1;

/** What a calendar was made of, as plain data. */
type CalendarContent =
  | { readonly rules: Omit<CalendarRules, "zone">; readonly zone: string }
  | { readonly kind: Combination["kind"]; readonly members: readonly CalendarContent[] };

/**
 * Prepares a calendar for other threads: its open time between two instants is laid out once, in shared memory, and the
 * calendar itself reads it from there, too. Where the runtime has no `SharedArrayBuffer` (a page that is not cross-origin
 * isolated), each thread gets a copy.
 *
 * The other threads answer for every instant, as this one does; beyond `from` and `to` each builds tables of its own.
 *
 * @param from epoch milliseconds, as early as the instants that will be asked for.
 * @param to epoch milliseconds, as late as the answers.
 * @throws SlaError `invalid_type` for what is no calendar, `invalid_instant`, `out_of_range`.
 * @example
 * ```ts
 * import { addWorkingTime, compileCalendar, receiveCalendar, shareCalendar } from "sla-clock/core";
 *
 * const office = compileCalendar({ zone: "UTC", hours: { fri: ["09:00-18:00"] } });
 * const shared = shareCalendar(office, Date.parse("2026-01-01T00:00Z"), Date.parse("2027-01-01T00:00Z"));
 *
 * const there = receiveCalendar(structuredClone(shared)); // as another thread receives it
 * addWorkingTime(there, Date.parse("2026-11-20T09:00Z"), 60_000); //=> 1_795_165_260_000
 * ```
 */
export function shareCalendar(calendar: Calendar, from: number, to: number): SharedCalendar {
  const state = stateOf(calendar);
  const { pairs, grid } = tableOver(state, wholeInstant(from, FROM), wholeInstant(to, TO));
  const table = { pairs: shared(pairs), grid: shared(grid) };
  settle(state, table);
  (calendar as CompiledCalendar).renew();
  return { zone: state.source.zone.name, layout: LAYOUT, content: contentOf(state), table };
}

/**
 * The calendar that another thread shared with {@link shareCalendar}: the same answers, from the same memory.
 *
 * @param shared what `shareCalendar` gave, as it arrived.
 * @throws SlaError `invalid_type` for anything else, and for what another version of the package shared.
 */
export function receiveCalendar(shared: SharedCalendar): Calendar {
  if (shared?.layout !== LAYOUT) fail("invalid_type", ["shared"], "a calendar shared by this version", shared);
  const calendar = calendarOf(shared.content);
  settle(stateOf(calendar), shared.table);
  return calendar;
}

/** The same numbers in memory that other threads can read. */
function shared<T extends Float64Array | Uint16Array | Uint32Array>(numbers: T): T {
  if (typeof SharedArrayBuffer === "undefined" || numbers.buffer instanceof SharedArrayBuffer) return numbers;
  const Numbers = numbers.constructor as new (buffer: SharedArrayBuffer) => T;
  const copy = new Numbers(new SharedArrayBuffer(numbers.byteLength));
  copy.set(numbers);
  return copy;
}

function contentOf({ source }: CalendarState): CalendarContent {
  if ("weeks" in source) {
    const { zone, ...others } = source;
    return { zone: zone.name, rules: others };
  }
  const { kind, members } = source;
  return { kind, members: members.map(contentOf) };
}

function calendarOf(content: CalendarContent): Calendar {
  if ("members" in content) return combine(content.kind, content.members.map(calendarOf));
  return new CompiledCalendar(stateFor({ ...content.rules, zone: zoneOf(content.zone) }));
}
