/** Lengths of time in milliseconds, and the range of instants that have answers. */

export const SECOND_MS = 1_000;
export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;

/** The first supported instant, 1900-01-01T00:00Z. */
export const FIRST_INSTANT_MS = -2_208_988_800_000;
/** The end of the supported instants, 2201-01-01T00:00Z, itself not supported. */
export const END_INSTANT_MS = 7_289_654_400_000;

/** The first and the last supported local date, as days since 1970-01-01. */
export const FIRST_EPOCH_DAY = -25_567;
export const LAST_EPOCH_DAY = 84_370;

/** Whether an instant is one of the supported ones; `false` for NaN. */
export function isSupportedInstant(epochMs: number): boolean {
  return epochMs >= FIRST_INSTANT_MS && epochMs < END_INSTANT_MS;
}

/** A computed length in whole milliseconds: floored, but 8.2 hours are 29,520,000 ms although a float falls short of it. */
export function wholeMs(ms: number): number {
  const nearest = Math.round(ms);
  return Math.abs(ms - nearest) < 1e-3 ? nearest : Math.floor(ms);
}
