/** Values of options that several commands take: instants, dates, numbers. */
import { readInstant } from "../instant/instant.js";
import type { Zone } from "../time/zone.js";
import { CliError, refusing } from "./cli-error.js";

/** Whether a value means the time of the clock. */
export function isNow(text: string): boolean {
  return text.trim().toLowerCase() === "now";
}

/** An instant with an offset, local time, or "now". */
export function readTime(option: string, text: string, nowMs: number, localZone: Zone | undefined): number {
  if (isNow(text)) return nowMs;
  const written = text.trim();
  if (localZone === undefined && LOCAL.test(written)) {
    const example = `"${written}+08:00"`;
    throw new CliError(
      `${option}: expected --zone for local time, or an offset, as in ${example}, received ${JSON.stringify(text)}`,
    );
  }
  return refusing(
    () => option,
    () => readInstant(written, [], localZone),
  );
}

/** A date and a time, and nothing behind it. */
const LOCAL = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d)?$/i;

/** Whether a value is written as a date alone. */
export function isDate(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text.trim());
}

/** A number that is not negative. */
export function readNumber(option: string, text: string): number {
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text);
  throw new CliError(`${option}: expected a number, received ${JSON.stringify(text)}`);
}
