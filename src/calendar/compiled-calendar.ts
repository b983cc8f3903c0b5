/** The object that users hold: it answers by itself what the table at hand can tell. */
import { HOUR_MS } from "../time/units.js";
import type { Calendar, CalendarState } from "./calendar.js";
import { NO_TABLE } from "./table-store.js";
import {
  FROM_AT,
  shiftAt,
  stepTo,
  TIME_SCALE_AT,
  TO_AT,
  TOTAL_AT,
  WORK_BASE_AT,
  WORK_SCALE_AT,
  workBy,
} from "./timeline.js";

/**
 * A calendar with a copy of its own of what the fast way reads: the two arrays of the table that its inside kept when it
 * last took the slow way, and the first numbers of their head. Among thousands of calendars a look-up waits for memory at
 * each step of the way; this saves the two through the inside and the head. A copy that is out of date still answers, for
 * its own years.
 *
 * The object is frozen, and what changes is private: no freezing reaches that.
 */
export class CompiledCalendar implements Calendar {
  #pairs = NO_TABLE.pairs;
  #grid = NO_TABLE.grid;
  #from = 0;
  #to = 0;
  #timeScale = 0;
  readonly #state: CalendarState;
  declare readonly zone: string;

  constructor(state: CalendarState) {
    this.zone = state.source.zone.name;
    this.#state = state;
    Object.freeze(this);
  }

  /** The inside; of what only pretends to be a calendar (a proxy of one) there is none, and it is refused. */
  get "~calendar"(): CalendarState {
    return (#state in this ? this.#state : undefined) as CalendarState;
  }

  /** Takes over the table that the inside keeps now. */
  renew(): void {
    const { pairs, grid } = this.#state.table;
    this.#pairs = pairs;
    this.#grid = grid;
    this.#from = pairs[FROM_AT] as number;
    this.#to = pairs[TO_AT] as number;
    this.#timeScale = pairs[TIME_SCALE_AT] as number;
  }

  /**
   * What is due as far as the table can tell, or NaN. Open time is whole milliseconds: what is one less comes before a tie,
   * of which 1 takes the stretch that closes there, 0 the next one.
   */
  due(start: number, amount: number, tie: 0 | 1): number {
    const from = this.#from;
    if (amount && start >= from && start < this.#to) {
      const pairs = this.#pairs;
      const grid = this.#grid;
      const at = stepTo(pairs, grid, from, this.#timeScale, start);
      const work = workBy(pairs, at, start) + amount;
      const last = work - tie;
      // Not a constant of this file, which would be a variable to V8 (esbuild keeps it as one): that costs half the time again.
      if (amount > 0 && amount <= 8 * HOUR_MS) {
        // Most such promises end in this stretch or the next two, which are at hand: the second grid is not. For the sums see workBy.
        const near = at + 2 * (+((pairs[at + 2] as number) <= last) + +((pairs[at + 4] as number) <= last));
        // Inside that stretch, or not here: its very end may be the end of the supported range.
        if (work < (pairs[near + 2] as number)) return (pairs[near + 1] as number) + work;
      }
      // NaN passes neither; for the very end see above.
      if (work >= 0 && work < (pairs[TOTAL_AT] as number)) {
        return shiftAt(pairs, grid, (pairs[WORK_BASE_AT] as number) | 0, pairs[WORK_SCALE_AT] as number, last) + work;
      }
    }
    return Number.NaN;
  }
}
