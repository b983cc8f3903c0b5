/** How far away an instant is, as a person says it: "in 2 d 3 h", "3 h 20 min ago". */
import type { Locale } from "../explain/time-text.js";
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from "../time/units.js";

const UNITS: readonly (readonly [ms: number, en: string, zh: string])[] = [
  [DAY_MS, "d", "天"],
  [HOUR_MS, "h", "小时"],
  [MINUTE_MS, "min", "分钟"],
  [SECOND_MS, "s", "秒"],
];

/**
 * "in 2 d 3 h", "3 h 20 min ago", "now": the two largest units, cut down. A day is 24 hours here, so that the words mean
 * the same length everywhere.
 */
export function formatFromNow(epochMs: number, nowMs: number, locale: Locale): string {
  const ms = epochMs - nowMs;
  if (Math.abs(ms) < SECOND_MS) return locale === "zh" ? "现在" : "now";
  const length = formatRoughly(Math.abs(ms), locale);
  if (locale === "zh") return ms > 0 ? `${length}后` : `${length}前`;
  return ms > 0 ? `in ${length}` : `${length} ago`;
}

function formatRoughly(ms: number, locale: Locale): string {
  const largest = UNITS.findIndex(([unitMs]) => ms >= unitMs);
  let restMs = ms;
  const parts = UNITS.slice(largest, largest + 2).map(([unitMs, en, zh]) => {
    const count = Math.floor(restMs / unitMs);
    restMs -= count * unitMs;
    return count === 0 ? "" : `${count} ${locale === "zh" ? zh : en}`;
  });
  return parts.filter((part) => part !== "").join(" ");
}
