/** Local dates as days since 1970-01-01 ("epoch days"): numbers and text, no zone. */
import { DAY_MS } from "./units.js";

const DATE = /^\d{4}-(0[1-9]|1[0-2])-\d\d$/;

/** The epoch day of `"2026-11-20"`; `undefined` where the text is no date of the calendar (2026-02-30). */
export function parseLocalDate(text: string): number | undefined {
  const date = new Date(text);
  // Midnight in UTC, as of all dates alone. A day beyond its month has run over into the next one, or is none.
  return DATE.test(text) && date.getUTCDate() === Number(text.slice(8)) ? date.getTime() / DAY_MS : undefined;
}

/** `"2026-11-20"` of an epoch day. */
export function formatLocalDate(epochDay: number): string {
  return new Date(epochDay * DAY_MS).toISOString().slice(0, 10);
}

/** Monday 0 … Sunday 6. */
export function weekdayOf(epochDay: number): number {
  return ((epochDay % 7) + 10) % 7;
}

/** The epoch day of a proleptic Gregorian date; months and days beyond their range run over. */
export function epochDayOf(year: number, month: number, day: number): number {
  return Math.floor(new Date(0).setUTCFullYear(year, month - 1, day) / DAY_MS);
}

/** The date `months` later, clamped to the last day of its month: 31 January + 1 month = 28 or 29 February. */
export function addMonths(epochDay: number, months: number): number {
  const date = new Date(epochDay * DAY_MS);
  const month = date.getUTCMonth() + 1 + months;
  const lastOfMonth = epochDayOf(date.getUTCFullYear(), month + 1, 0);
  const firstOfMonth = epochDayOf(date.getUTCFullYear(), month, 1);
  return Math.min(firstOfMonth + date.getUTCDate() - 1, lastOfMonth);
}
