/** The seed of all random inputs. */
export const SEED = 20261121;

/**
 * Whole milliseconds at random in [from, to), unsorted, the same in every run.
 *
 * @param {number} count
 * @param {string} from
 * @param {string} to
 */
export function randomInstants(count, from, to) {
  const start = Date.parse(from);
  const length = Date.parse(to) - start;
  const next = randomNumbers(SEED);
  return Float64Array.from({ length: count }, () => Math.floor(start + next() * length));
}

/**
 * A small generator of numbers in [0, 1): mulberry32.
 *
 * @param {number} seed
 */
export function randomNumbers(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
