/** Times of day and windows of a date, as milliseconds since the local midnight on which they start. */
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from "./units.js";

const TIME = /^(\d?\d):([0-5]\d)(?::([0-5]\d))?$/;

/** `"9:00"`, `"09:00:30"`, `"24:00"` as milliseconds since midnight; `undefined` for anything past 24:00 or unreadable. */
export function parseTimeOfDay(text: string): number | undefined {
  const match = TIME.exec(text);
  if (!match) return undefined;
  const ms = Number(match[1]) * HOUR_MS + Number(match[2]) * MINUTE_MS + Number(match[3] ?? 0) * SECOND_MS;
  return ms <= DAY_MS ? ms : undefined;
}

/** `"09:00"`, with seconds only where there are some; hours run on past 24 for windows over midnight. */
export function formatTimeOfDay(ms: number): string {
  const pad = (value: number) => String(value).padStart(2, "0");
  const seconds = Math.floor(ms / SECOND_MS) % 60;
  const minutes = `${pad(Math.floor(ms / HOUR_MS))}:${pad(Math.floor(ms / MINUTE_MS) % 60)}`;
  return seconds === 0 ? minutes : `${minutes}:${pad(seconds)}`;
}

/** A window on the axis of its date: `opensMs` before 24:00, `closesMs` after it and at most 48:00. */
export interface Window {
  readonly opensMs: number;
  readonly closesMs: number;
}

/** The window of `"09:00-18:00"`; `undefined` where it is no window (semantics 2, 3). */
export function parseTimeRange(text: string): Window | undefined {
  const times = text.split("-").map((time) => parseTimeOfDay(time.trim()));
  const [opensMs, closes] = times;
  if (times.length !== 2 || opensMs === undefined || closes === undefined || opensMs === DAY_MS) return undefined;
  return { opensMs, closesMs: closes > opensMs ? closes : closes + DAY_MS };
}
