/**
 * Zones: names and offsets -> the stretches of time with one UTC offset. What the runtime knows of a zone is read
 * once, over the years in use, and kept: from `Temporal` where the runtime has it, else through `Intl`. Fixed offsets
 * touch neither.
 */
import { fail, type Path } from "../errors.js";
import { parseTimeOfDay } from "./time-of-day.js";
import { DAY_MS, END_INSTANT_MS, FIRST_INSTANT_MS, HOUR_MS, SECOND_MS } from "./units.js";

/**
 * A zone and what was read of its history so far: from `starts[i]` up to `starts[i + 1]` the wall clock shows
 * UTC + `offsets[i]`, all in milliseconds; `NaN` is an offset that was not read yet. Reading more replaces both lists.
 * Zones of different copies of this module are alike.
 */
export interface Zone {
  name: string;
  starts: readonly number[];
  offsets: readonly number[];
  /** Reads the offsets where there is no `Temporal`. */
  format?: Intl.DateTimeFormat;
}

/** No zone changes twice within so short a time (performance.md: measured over all zones; 30 days miss some). */
const SAMPLE_MS = 7 * DAY_MS;
/** History is read by so much at a time, from the epoch on. */
const PIECE_MS = 52 * SAMPLE_MS;

const OFFSET = /^(?:UTC|GMT|Z$|(?=.))(?:([+-])(\d\d?)(?::?([0-5]\d))?)?$/i;

/** ICU takes "CST" for Chicago, though Shanghai means it too; of three letters IANA has only a few names. */
const NAME = /^(?:(?![a-z]{3}$)[a-z][\w+\-/]*|[cem]et|[ehm]st|wet|prc|ro[ck]|uct)$/i;

const zones = new Map<string, Zone>();

/** What a zone may look like, for messages. */
export const ZONE_EXPECTED = 'a zone ("Asia/Shanghai", "UTC+8")';

/**
 * The zone of an IANA name (in any case), `"UTC"`, `"Z"`, or a fixed offset: `"UTC+8"`, `"GMT-3"`, `"+05:30"`.
 *
 * @throws SlaError `invalid_zone` where there is no such zone, or an offset lacks its sign or is beyond 14 hours.
 */
export function zoneOf(name: string, path: Path = []): Zone {
  return findZone(name) ?? fail("invalid_zone", path, ZONE_EXPECTED, name);
}

/** Whether a zone has one offset for all time; only such zones are called UTC. */
export function isFixed({ name }: Zone): boolean {
  return name.startsWith("UTC");
}

/** {@link zoneOf}, or `undefined` where there is no such zone. */
export function findZone(name: string): Zone | undefined {
  const known = zones.get(name);
  if (known) return known;
  const ascii = String(name).trim().replace("\u2212", "-");
  const zone = fixedZone(ascii) ?? namedZone(ascii);
  if (!zone) return undefined;
  const same = zones.get(zone.name) ?? zone;
  zones.set(same.name, same).set(name, same);
  return same;
}

/** The UTC offset of the wall clock at an instant, in milliseconds. */
export function offsetAt(zone: Zone, epochMs: number): number {
  const segment = segmentAt(zone, epochMs); // may read history, and so comes first
  return zone.offsets[segment] as number;
}

/** The wall clock at an instant, as milliseconds since 1970-01-01T00:00 of that clock. */
export function localAt(zone: Zone, epochMs: number): number {
  return epochMs + offsetAt(zone, epochMs);
}

/** The local date at an instant, as days since 1970-01-01. */
export function localDayAt(zone: Zone, epochMs: number): number {
  return Math.floor(localAt(zone, epochMs) / DAY_MS);
}

/**
 * The instant at which the wall clock reads `localMs`, "compatible": a repeated reading is the first, a skipped one
 * moves forward by the length of the gap.
 */
export function localToInstant(zone: Zone, localMs: number): number {
  const segment = segmentAt(zone, localMs - DAY_MS);
  const before = zone.offsets[segment] as number;
  const first = localMs - before;
  const nextChange = zone.starts[segment + 1] as number; // none after the last, which then compares as false
  if (!(nextChange <= localMs + DAY_MS) || offsetAt(zone, first) === before) return first;
  const after = offsetAt(zone, localMs + DAY_MS);
  return offsetAt(zone, localMs - after) === after ? localMs - after : first;
}

/** The index into `starts` and `offsets` of the stretch that holds an instant; reads history as far as needed. */
export function segmentAt(zone: Zone, epochMs: number): number {
  const segment = knownSegmentAt(zone, epochMs);
  if (!Number.isNaN(zone.offsets[segment])) return segment;
  readZone(zone, epochMs, epochMs);
  return knownSegmentAt(zone, readable(epochMs));
}

function knownSegmentAt({ starts }: Zone, epochMs: number): number {
  let low = 0;
  for (let size = starts.length; size > 1; ) {
    const half = size >> 1;
    low += half * +((starts[low + half] as number) <= epochMs);
    size -= half;
  }
  return low;
}

/** Instants further out have the offset of the nearest one that is read; wall clocks are never a day from UTC. */
function readable(epochMs: number): number {
  return Math.max(FIRST_INSTANT_MS - 4 * DAY_MS, Math.min(END_INSTANT_MS + 4 * DAY_MS, epochMs));
}

/** Reads the zone's history from one instant to another, both included, as far as it was not read before. */
export function readZone(zone: Zone, from: number, to: number): void {
  const last = readable(to);
  for (let at = Math.floor(readable(from) / PIECE_MS) * PIECE_MS; at <= last; at += PIECE_MS) {
    const segment = knownSegmentAt(zone, at);
    if (Number.isNaN(zone.offsets[segment])) readGap(zone, segment, at, last);
  }
}

/** Takes in the offset from an instant on; instants come in ascending order, and a later word of one instant counts. */
type Put = (epochMs: number, offset: number) => void;

/** Reads the pieces from one at `from` to the one that holds `last`, as far as the stretch `gap` goes. */
function readGap(zone: Zone, gap: number, from: number, last: number): void {
  const to = Math.min(zone.starts[gap + 1] ?? Infinity, Math.floor(last / PIECE_MS + 1) * PIECE_MS);
  const starts: number[] = [];
  const offsets: number[] = [];
  const put: Put = (epochMs, offset) => {
    if (starts.at(-1) === epochMs) {
      starts.pop();
      offsets.pop();
    }
    if (Object.is(offsets.at(-1), offset)) return;
    starts.push(epochMs);
    offsets.push(offset);
  };
  zone.starts.forEach((start, i) => {
    put(start, zone.offsets[i] as number);
    if (i !== gap) return;
    readChanges(zone, from, to, put);
    put(to, NaN);
  });
  zone.starts = starts;
  zone.offsets = offsets;
}

/** Puts the offset at `from` and every change after it, up to `to`. */
function readChanges(zone: Zone, from: number, to: number, put: Put): void {
  let zoned: Zoned | null | undefined = zonedAt(zone.name, from);
  if (!zoned) sampleChanges(zone, from, to, put);
  for (; zoned && zoned.epochMilliseconds < to; zoned = zoned.getTimeZoneTransition("next"))
    put(zoned.epochMilliseconds, zoned.offsetNanoseconds / 1e6);
}

/** What is used of Temporal.ZonedDateTime. */
interface Zoned {
  readonly epochMilliseconds: number;
  readonly offsetNanoseconds: number;
  readonly timeZoneId: string;
  getTimeZoneTransition(direction: "next"): Zoned | null;
}

interface WithTemporal {
  Temporal?: { Instant: { fromEpochMilliseconds(epochMs: number): { toZonedDateTimeISO(zone: string): Zoned } } };
}

/** An instant as `Temporal` knows it; nothing where there is none, or not all of it, or where it does not know the zone. */
function zonedAt(name: string, epochMs: number): Zoned | undefined {
  try {
    const { Temporal } = globalThis as WithTemporal;
    const zoned = Temporal?.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(name);
    return zoned?.getTimeZoneTransition && zoned;
  } catch {
    return undefined; // a few old names are known to Intl alone
  }
}

/** The same by samples of `Intl` and bisection, to the hour and then to the second: most changes come on the hour. */
function sampleChanges(zone: Zone, from: number, to: number, put: Put): void {
  const format = formatOf(zone);
  const search = (low: number, before: string, high: number, after: string): void => {
    const size = high - low;
    if (size <= SAMPLE_MS && before === after) return;
    if (size === SECOND_MS) {
      put(high, msOf(after));
      return;
    }
    const step = size > SAMPLE_MS ? SAMPLE_MS : size > HOUR_MS ? HOUR_MS : SECOND_MS;
    const middle = size === HOUR_MS ? high - SECOND_MS : Math.floor((low + high) / 2 / step) * step;
    const between = offsetIn(format, middle);
    search(low, before, middle, between);
    search(middle, between, high, after);
  };
  const first = offsetIn(format, from);
  put(from, msOf(first));
  search(from, first, to, offsetIn(format, to));
}

function formatOf(zone: Zone): Intl.DateTimeFormat {
  zone.format ??= new Intl.DateTimeFormat("en-US", {
    timeZone: zone.name,
    weekday: "narrow",
    timeZoneName: "longOffset",
  });
  return zone.format;
}

/** The offset at an instant as text: of "F, GMT-00:44:30", the cheapest that `Intl` writes, "-00:44:30"; of "F, GMT" "". */
function offsetIn(format: Intl.DateTimeFormat, epochMs: number): string {
  return (/[+-][\d:]+|$/.exec(format.format(epochMs)) as RegExpExecArray)[0];
}

function msOf(offset: string): number {
  const ms = parseTimeOfDay(offset.slice(1)) ?? 0;
  return offset[0] === "+" ? ms : 0 - ms;
}

function fixedZone(name: string): Zone | undefined {
  const match = OFFSET.exec(name);
  if (!match) return undefined;
  const [, sign, hours = "0", minutes = "00"] = match;
  const size = parseTimeOfDay(`${hours}:${minutes}`) ?? DAY_MS;
  if (size > 14 * HOUR_MS) return undefined;
  const written = minutes === "00" ? Number(hours) : `${hours.padStart(2, "0")}:${minutes}`;
  return makeZone(size === 0 ? "UTC" : `UTC${sign}${written}`, sign === "+" ? size : 0 - size);
}

function namedZone(name: string): Zone | undefined {
  if (!NAME.test(name)) return undefined;
  try {
    const zone = makeZone(name, NaN);
    const own = zonedAt(name, 0)?.timeZoneId ?? formatOf(zone).resolvedOptions().timeZone;
    if (own.toLowerCase() === name.toLowerCase()) zone.name = own;
    return zone;
  } catch {
    return undefined;
  }
}

function makeZone(name: string, offset: number): Zone {
  return { name, starts: [-Infinity], offsets: [offset] };
}
