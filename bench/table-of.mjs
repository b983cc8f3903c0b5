// What a calendar has built inside. Opaque to users; here it is only looked at, to divide costs by the years built.
import { YEAR_MS } from "./units.mjs";

/** @typedef {import("./work.mjs").Calendar} Calendar */

/**
 * The years that a calendar's table spans; `otherwise` where no table can be found in it.
 *
 * @param {Calendar} calendar
 * @param {number} otherwise
 */
export function yearsBuilt(calendar, otherwise) {
  const span = tableSpan(calendar["~calendar"], 4);
  return span === undefined ? otherwise : span / YEAR_MS;
}

/**
 * The length of the first table inside: a thing with a grid and pairs, at whose head stand its beginning and its end.
 *
 * @param {unknown} value
 * @param {number} depth
 * @returns {number | undefined}
 */
function tableSpan(value, depth) {
  if (depth === 0 || typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return undefined;
  const { pairs, grid } = /** @type {{ pairs?: unknown, grid?: unknown }} */ (value);
  if (pairs instanceof Float64Array && grid !== undefined) {
    const [from = 0, to = 0] = pairs;
    return to > from ? to - from : undefined;
  }
  for (const part of Object.values(value)) {
    const span = tableSpan(part, depth - 1);
    if (span !== undefined) return span;
  }
  return undefined;
}

/**
 * The years of its zone's history that were read; `otherwise` where that cannot be found.
 *
 * @param {Calendar} calendar
 * @param {number} otherwise
 */
export function zoneYearsRead(calendar, otherwise) {
  const { zone } = /** @type {{ zone?: { starts?: readonly number[], offsets?: readonly number[] } }} */ (
    calendar["~calendar"]
  );
  const { starts, offsets } = zone ?? {};
  if (starts === undefined || offsets === undefined) return otherwise;
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
