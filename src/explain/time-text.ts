/** Instants and lengths as a person reads them, in English and Chinese. */
import { formatLocalDate, weekdayOf } from "../time/local-date.js";
import { formatTimeOfDay } from "../time/time-of-day.js";
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from "../time/units.js";
import { isFixed, localAt, offsetAt, type Zone } from "../time/zone.js";

/** The languages that explanations are written in. */
export type Locale = "en" | "zh";

const WEEKDAYS: Readonly<Record<Locale, readonly string[]>> = {
  en: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
  zh: ["周一", "周二", "周三", "周四", "周五", "周六", "周日"],
};

/** "Fri 2026-11-20 20:00": a wall clock, with seconds only where there are some. */
export function formatWallClock(epochMs: number, zone: Zone, locale: Locale): string {
  const localMs = localAt(zone, epochMs);
  const day = Math.floor(localMs / DAY_MS);
  const timeMs = localMs - day * DAY_MS;
  return `${formatDay(day, locale)} ${formatTimeOfDay(timeMs)}${formatMs(timeMs)}`;
}

/** "Mon" of Monday, 0, to "Sun" of 6. */
export function weekdayName(weekday: number, locale: Locale): string {
  return WEEKDAYS[locale][weekday] as string;
}

/** "Fri 2026-11-20". */
export function formatDay(epochDay: number, locale: Locale): string {
  return `${WEEKDAYS[locale][weekdayOf(epochDay)]} ${formatLocalDate(epochDay)}`;
}

/** "Asia/Shanghai, UTC+08:00": a zone with its offset at an instant. */
export function formatZone(zone: Zone, epochMs: number): string {
  const offset = offsetAt(zone, epochMs);
  const written = `UTC${offset < 0 ? "-" : "+"}${formatTimeOfDay(Math.abs(offset))}`;
  return isFixed(zone) ? zone.name : `${zone.name}, ${written}`;
}

const UNITS: readonly (readonly [ms: number, en: string, zh: string])[] = [
  [HOUR_MS, "h", "小时"],
  [MINUTE_MS, "min", "分钟"],
  [SECOND_MS, "s", "秒"],
  [1, "ms", "毫秒"],
];

/** "8 h 30 min", "45 s", "0 min": hours, minutes, seconds and milliseconds, exact. */
export function formatLength(ms: number, locale: Locale): string {
  const parts: string[] = [];
  let rest = ms;
  for (const [unitMs, en, zh] of UNITS) {
    const count = Math.floor(rest / unitMs);
    if (count > 0) parts.push(`${count} ${locale === "zh" ? zh : en}`);
    rest -= count * unitMs;
  }
  return parts.join(" ") || (locale === "zh" ? "0 分钟" : "0 min");
}

function formatMs(ms: number): string {
  const fraction = ms % SECOND_MS;
  if (fraction === 0) return "";
  const seconds = ms % MINUTE_MS < SECOND_MS ? ":00" : "";
  return `${seconds}.${String(fraction).padStart(3, "0")}`;
}
