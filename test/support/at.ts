/** Instants as a person writes them, with the weekday checked, so that a table cannot lie about the calendar. */

const PATTERN =
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun) (\d{4}-\d\d-\d\d) (\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?)(?: (Z|[+-]\d\d:\d\d(?::\d\d)?))?(?: \[([\w/+-]+)\])?$/;
const WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const DAY = 86_400_000;

/**
 * `at("Fri 2026-03-06 17:00 +08:00")` as epoch milliseconds. Seconds, milliseconds, `Z`, and a zone in brackets are
 * understood: beside an offset the zone must have that offset then, without one the local time must be unambiguous.
 * Throws where the weekday is another, the date does not exist or the zone disagrees.
 */
export function at(text: string): number {
  const match = PATTERN.exec(text);
  if (match === null) throw new Error(`"${text}" is not like "Fri 2026-03-06 17:00 +08:00"`);
  const [, weekday, date, time, offset, zone] = match;
  const local = Date.parse(`${date}T${time}Z`);
  if (Number.isNaN(local) || !new Date(local).toISOString().startsWith(`${date}`))
    throw new Error(`"${text}" never was`);
  const actual = WEEKDAYS[new Date(local).getUTCDay()];
  if (actual !== weekday) throw new Error(`"${text}" is a ${actual}`);
  if (offset === undefined) return only(text, instantsOf(local, zone));
  const instant = local - offsetMs(offset);
  if (zone !== undefined && !instantsOf(local, zone).includes(instant)) throw new Error(`"${text}" has another offset`);
  return instant;
}

function only(text: string, instants: readonly number[]): number {
  const [instant] = instants;
  if (instant === undefined || instants.length > 1) throw new Error(`"${text}" is ${instants.length} instants`);
  return instant;
}

/** All instants at which the zone's wall clock reads this local time. */
function instantsOf(local: number, zone: string | undefined): readonly number[] {
  if (zone === undefined) return [];
  const offsets = new Set([local - DAY, local, local + DAY].map((around) => zoneOffset(zone, around)));
  return [...offsets]
    .map((offset) => local - offset)
    .filter((instant) => instant + zoneOffset(zone, instant) === local);
}

function zoneOffset(zone: string, instant: number): number {
  const format = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset" });
  const name = format.formatToParts(instant).find((part) => part.type === "timeZoneName")?.value ?? "";
  return offsetMs(name.slice("GMT".length) || "Z");
}

function offsetMs(text: string): number {
  if (text === "Z") return 0;
  const [hours = 0, minutes = 0, seconds = 0] = text.slice(1).split(":").map(Number);
  return (text.startsWith("-") ? -1000 : 1000) * (hours * 3600 + minutes * 60 + seconds);
}
