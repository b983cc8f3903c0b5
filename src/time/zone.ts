/**
 * Zones: names and offsets -> the stretches of time with one UTC offset. What the runtime knows of a zone is read
 * through `Intl` once, over the years in use, and kept; fixed offsets never touch `Intl`.
 */
import { fail, type Path } from "../errors.js";
import { DAY_MS, END_INSTANT_MS, FIRST_INSTANT_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from "./units.js";

/**
 * A zone and the part of its history that was read so far: from `starts[i]` up to `starts[i + 1]` (the last one: up to
 * `knownTo`) the wall clock shows UTC + `offsets[i]`. All in milliseconds. Zones of different modules are alike.
 */
export interface Zone {
  readonly name: string;
  readonly fixed: boolean;
  /** Reads the offsets of a zone that is not fixed. */
  readonly format?: Intl.DateTimeFormat;
  starts: number[];
  offsets: number[];
  /** End of what was read so far; its beginning is `starts[0]`. */
  knownTo: number;
}

/** Wall clocks may be this far from UTC; history stays below 16 hours, and a skipped day adds 24. */
const REACH_MS = 2 * DAY_MS;
const FIRST_READ_MS = FIRST_INSTANT_MS - 2 * REACH_MS;
const END_READ_MS = END_INSTANT_MS + 2 * REACH_MS;

/** No zone changes twice within so short a time (performance.md: measured over all zones; 30 days miss some). */
const SAMPLE_MS = 7 * DAY_MS;

const FIXED = /^(?:UTC|GMT|)([+-])(\d{1,2})(?::?([0-5]\d))?$/i;
const ZERO = /^(?:UTC|GMT|Z)$/i;
const MAX_OFFSET_MS = 14 * HOUR_MS;

const zones = new Map<string, Zone>();

/**
 * The zone of an IANA name (in any case), `"UTC"`, `"Z"`, or a fixed offset: `"UTC+8"`, `"GMT-3"`, `"+05:30"`.
 *
 * @throws SlaError `invalid_zone` where there is no such zone, or an offset lacks its sign or is beyond 14 hours.
 */
export function zoneOf(name: string, path: Path = []): Zone {
  const known = zones.get(name);
  if (known !== undefined) return known;
  const ascii = String(name).trim().replace("\u2212", "-");
  const zone = fixedZone(ascii) ?? namedZone(ascii);
  if (zone === undefined) fail("invalid_zone", path, ZONE_EXPECTED, name);
  const same = zones.get(zone.name) ?? zone;
  zones.set(same.name, same).set(name, same);
  return same;
}

/** What a zone may look like, for messages. */
const ZONE_EXPECTED = 'an IANA name ("Asia/Shanghai") or an offset up to 14 hours ("UTC+8")';

/** The UTC offset of the wall clock at an instant, in milliseconds. */
export function offsetAt(zone: Zone, epochMs: number): number {
  const segment = segmentAt(zone, epochMs); // may read history, and so comes first
  return zone.offsets[segment] as number;
}

/** The wall clock at an instant, as milliseconds since 1970-01-01T00:00 of that clock. */
export function localAt(zone: Zone, epochMs: number): number {
  return epochMs + offsetAt(zone, epochMs);
}

/**
 * The instant at which the wall clock reads `localMs`, "compatible": a repeated reading is the first, a skipped one
 * moves forward by the length of the gap.
 */
export function localToInstant(zone: Zone, localMs: number): number {
  readZone(zone, localMs - REACH_MS, localMs + REACH_MS);
  const { starts, offsets } = zone;
  const first = segmentAt(zone, localMs - REACH_MS);
  for (let i = first; i < starts.length; i++) {
    const epochMs = localMs - (offsets[i] as number);
    const end = starts[i + 1] ?? Number.POSITIVE_INFINITY;
    if (epochMs < end)
      return epochMs >= (starts[i] as number) || i === first ? epochMs : localMs - (offsets[i - 1] as number);
  }
  return localMs - (offsets.at(-1) as number);
}

/** The index into `starts` and `offsets` of the stretch that holds an instant; reads history as far as needed. */
export function segmentAt(zone: Zone, epochMs: number): number {
  if (zone.fixed) return 0;
  readZone(zone, epochMs, epochMs + 1);
  const { starts } = zone;
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) <= epochMs) low = middle;
    else high = middle;
  }
  return low;
}

/** Reads the zone's history over [from, to), as far as it was not read before. */
export function readZone(zone: Zone, from: number, to: number): void {
  if (zone.fixed) return;
  const first = Math.min(Math.max(FIRST_READ_MS, from), END_READ_MS);
  const last = Math.max(Math.min(END_READ_MS, to), first);
  const { starts, knownTo } = zone;
  if (starts[0] === undefined) scan(zone, first, last);
  // On the left it is read anew, from twice as far back, so that going back step by step stays cheap.
  else if (first < starts[0])
    scan(zone, Math.max(FIRST_READ_MS, Math.min(first, 2 * starts[0] - knownTo)), Math.max(last, knownTo));
  else if (last > knownTo) scan(zone, knownTo, last, zone);
}

/** Reads every change in (from, to] by samples and bisection, after what is known up to `from` or from nothing. */
function scan(zone: Zone, from: number, to: number, known?: Zone): void {
  const starts = known?.starts ?? [from];
  const offsets = known?.offsets ?? [offsetIn(zone, from)];
  let offset = offsets.at(-1) as number;
  for (let at = from; at < to; ) {
    const next = Math.min(at + SAMPLE_MS, to);
    const after = offsetIn(zone, next);
    while (offset !== after) {
      at = changeIn(zone, at, next, offset);
      offset = offsetIn(zone, at);
      starts.push(at);
      offsets.push(offset);
    }
    at = next;
  }
  Object.assign(zone, { starts, offsets, knownTo: to });
}

/** The first whole second in (from, to] at which the offset is no longer `before`. */
function changeIn(zone: Zone, from: number, to: number, before: number): number {
  let low = Math.floor(from / SECOND_MS);
  let high = Math.floor(to / SECOND_MS);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetIn(zone, middle * SECOND_MS) === before) low = middle;
    else high = middle;
  }
  return high * SECOND_MS;
}

const OFFSET = /GMT(?:([+\-\u2212])(\d{1,2}):?(\d{2})?(?::?(\d{2}))?)?/;

/** The zone's offset at an instant, through the one `Intl` format that is cheap and has seconds: "1949, GMT-00:44:30". */
function offsetIn({ format }: Zone, epochMs: number): number {
  const match = OFFSET.exec((format as Intl.DateTimeFormat).format(epochMs)) as RegExpExecArray;
  return match[1] === undefined ? 0 : offsetMs(match[1], match[2], match[3], match[4]);
}

function offsetMs(sign: string, hours = "0", minutes = "0", seconds = "0"): number {
  const ms = Number(hours) * HOUR_MS + Number(minutes) * MINUTE_MS + Number(seconds) * SECOND_MS;
  return sign === "+" || ms === 0 ? ms : -ms;
}

function fixedZone(name: string): Zone | undefined {
  const match = FIXED.exec(name);
  if (match === null && !ZERO.test(name)) return undefined;
  const ms = match === null ? 0 : offsetMs(match[1] as string, match[2], match[3]);
  if (Math.abs(ms) > MAX_OFFSET_MS) return undefined;
  return {
    name: fixedName(ms),
    fixed: true,
    starts: [Number.NEGATIVE_INFINITY],
    offsets: [ms],
    knownTo: Number.POSITIVE_INFINITY,
  };
}

/** "UTC", "UTC+8", "UTC-03:30". */
function fixedName(ms: number): string {
  if (ms === 0) return "UTC";
  const size = Math.abs(ms);
  const written = size % HOUR_MS === 0 ? size / HOUR_MS : new Date(size).toISOString().slice(11, 16);
  return `UTC${ms < 0 ? "-" : "+"}${written}`;
}

function namedZone(name: string): Zone | undefined {
  if (!/^[a-z][\w+\-/]*$/i.test(name) || isAbbreviation(name)) return undefined;
  try {
    const format = new Intl.DateTimeFormat("en-US", { timeZone: name, year: "numeric", timeZoneName: "longOffset" });
    return { name: ianaName(name), fixed: false, format, starts: [], offsets: [], knownTo: Number.NEGATIVE_INFINITY };
  } catch {
    return undefined;
  }
}

/** ICU takes "CST" for Chicago, though Shanghai means it too; of three letters IANA has only a few names. */
function isAbbreviation(name: string): boolean {
  return /^[a-z]{3}$/i.test(name) && !/^(?:[cem]et|[ehm]st|wet|prc|ro[ck]|uct)$/i.test(name);
}

/** The words of names that IANA does not write with one capital in front. */
const AS_WRITTEN =
  "ACT BajaNorte BajaSur CET CHAT ComodRivadavia CST6CDT DeNoronha DumontDUrville EasterIsland EET EST EST5EDT GB GMT " +
  "GMT0 HST IN LHI McMurdo MET MST MST7MDT NSW NZ PRC PST8PDT ROC ROK SU UCT US UTC WET au es of";

/** A name that the runtime took in any case, as IANA writes it. */
function ianaName(name: string): string {
  return name.toLowerCase().replace(/[a-z0-9]+/g, (word) => {
    const written = AS_WRITTEN.split(" ").find((exception) => exception.toLowerCase() === word);
    return written ?? word.replace(/^./, (letter) => letter.toUpperCase());
  });
}
