/**
 * How the index of days (day-index.ts) lies in memory, in two typed arrays:
 *
 *   dates     a row for each date d from firstDay on, and one for the end
 *             before    how many working days lie before d
 *             edge      where in `instants` the pieces begin that d owns; they end where those of the next row begin
 *             clock     where in `instants` the offset stands with which the UTC day before d begins
 *             nth       of row k: the working day with k working days before it
 *
 *   instants  offset₀, change₁, offset₁, change₂, offset₂, … no change | opening, closing, opening, closing, …
 *             the zone over those dates                                  the edges of all pieces, date by date
 *
 * No zone changes twice within a week, so that from `clock` on one step along the changes suffices for all that a date has
 * to do with: no instant need be searched for.
 *
 * The constants are alone here because a file that imports nothing is one whose constants esbuild puts in their place.
 */

/** See the picture above: dates [firstDay, endDay). */
export interface DayIndex {
  readonly firstDay: number;
  readonly endDay: number;
  readonly dates: Int32Array;
  readonly instants: Float64Array;
}

/** The columns of `dates`. */
export const BEFORE = 0;
export const EDGE = 1;
export const CLOCK = 2;
export const NTH = 3;
export const ROW = 4;

/** What `moving` (day-index.ts) holds. */
export const INSTANT = 0;
export const TIME_OF_DAY = 1;
