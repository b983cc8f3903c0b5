// What a calendar has built inside. Opaque to users; here it is only looked at, to divide costs by the years built.
import { YEAR_MS } from "./units.mjs";

/** @typedef {import("./work.mjs").Calendar} Calendar */

/**
 * The table that a calendar keeps now.
 *
 * @param {Calendar} calendar
 * @returns {{ pairs: Float64Array, grid: Uint16Array | Uint32Array }}
 */
export function tableOf(calendar) {
  return calendar["~calendar"].table;
}

/**
 * The years that a calendar's table spans; `otherwise` where it kept none.
 *
 * @param {Calendar} calendar
 * @param {number} otherwise
 */
export function yearsBuilt(calendar, otherwise) {
  const [from = 0, to = 0] = tableOf(calendar).pairs;
  return to > from ? (to - from) / YEAR_MS : otherwise;
}

/**
 * The years of its zone's history that were read; `otherwise` where none were (a fixed offset).
 *
 * @param {Calendar} calendar
 * @param {number} otherwise
 */
export function zoneYearsRead(calendar, otherwise) {
  const { starts, offsets } = calendar["~calendar"].source.zone;
  const read = starts.reduce((sum, start, i) => {
    const length = (starts[i + 1] ?? start) - start;
    return Number.isNaN(offsets[i]) || !Number.isFinite(length) ? sum : sum + length;
  }, 0);
  return read > 0 ? read / YEAR_MS : otherwise;
}

/**
 * Asks a calendar once in each half year, so that it builds its table over these years.
 *
 * @param {(at: number) => number} answer
 * @param {number} firstYear
 * @param {number} endYear
 */
export function askThrough(answer, firstYear, endYear) {
  let sum = 0;
  // From the middle outwards, as a service comes by its years.
  const middle = Date.UTC(Math.floor((firstYear + endYear) / 2), 0);
  for (let at = middle; at < Date.UTC(endYear, 0); at += YEAR_MS / 2) sum += answer(Math.floor(at));
  for (let at = middle; at > Date.UTC(firstYear, 0); at -= YEAR_MS / 2) sum += answer(Math.floor(at));
  return sum + answer(Date.UTC(firstYear, 0)) + answer(Date.UTC(endYear, 0) - 1);
}
