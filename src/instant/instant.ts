/**
 * One codec for every kind of instant: whatever comes in is read as whole epoch milliseconds, and the answer is written
 * in the kind that came in. Foreign objects are known by their structure and made by their own class, so the codec
 * needs neither luxon nor Temporal.
 */
import { fail, type Path } from "../errors.js";
import { parseLocalDate } from "../time/local-date.js";
import { formatTimeOfDay, parseTimeOfDay } from "../time/time-of-day.js";
import { DAY_MS, HOUR_MS, isSupportedInstant, MINUTE_MS, SECOND_MS } from "../time/units.js";
import { localToInstant, offsetAt, type Zone, zoneOf } from "../time/zone.js";

/** A luxon `DateTime`, by structure: of any copy of luxon. */
export interface LuxonDateTimeLike {
  /** Whether it is an instant at all. */
  readonly isValid: boolean;
  /** Its zone, in which answers are made. */
  readonly zoneName: string | null;
  /** Its epoch milliseconds. */
  toMillis(): number;
}

/** A `Temporal.Instant`, by structure: the runtime's own or a polyfill's. */
export interface TemporalInstantLike {
  /** Its epoch milliseconds. */
  readonly epochMilliseconds: number;
  /** It is recognised by this method, which is never called. */
  toZonedDateTimeISO(timeZone: string): unknown;
}

/** A `Temporal.ZonedDateTime`, by structure: the runtime's own or a polyfill's. */
export interface TemporalZonedDateTimeLike {
  /** Its epoch milliseconds. */
  readonly epochMilliseconds: number;
  /** Its zone, in which answers are made. */
  readonly timeZoneId: string;
  /** Its calendar, which answers keep. */
  readonly calendarId: string;
}

/**
 * Everything that counts as an instant: epoch milliseconds, a `Date`, ISO 8601 text with an offset
 * (`"2026-11-20T17:00+08:00"`), a luxon `DateTime`, a `Temporal.Instant` or `Temporal.ZonedDateTime`. What is finer than
 * a millisecond is floored.
 */
export type InstantInput = number | string | Date | LuxonDateTimeLike | TemporalInstantLike | TemporalZonedDateTimeLike;

/** The kind of an answer: that of the instant that came in, with literals widened to `number` or `string`. */
export type SameKind<T> = T extends number ? number : T extends string ? string : T extends Date ? Date : T;

/** Writes an instant in the kind that its maker was shown; see {@link writerFor}. */
export type InstantWriter<T> = (epochMs: number) => SameKind<T>;

/** Whether a value can go to the arithmetic as it is: the way around this codec on which no object is made. */
export function isEpochMs(value: unknown): value is number {
  return typeof value === "number";
}

/** Whether a value is a Date with an answer: what services pass most besides numbers, with a short way of its own. */
export function isSupportedDate(value: unknown): value is Date {
  return value instanceof Date && isSupportedInstant(value.getTime());
}

/**
 * Any kind of instant as whole epoch milliseconds, floored.
 *
 * Text is `YYYY-MM-DD`, then `T` or one space, then `hh:mm`, `hh:mm:ss` or `hh:mm:ss.f…`, then `Z` or an offset up to 14
 * hours (`+08:00`, `+0800`, `+08`; `+08:05:43` as local mean time has it), then perhaps a zone in brackets, which must
 * have that offset then. Other forms of ISO 8601 (week and ordinal dates, dates alone, no separators, `24:00`, a second
 * 60) are refused. With `localZone`, text may lack the offset and is read on that zone's wall clock: a repeated time is
 * the first of both, a skipped one moves forward by the length of the gap.
 *
 * @throws SlaError `invalid_instant`, `out_of_range`, `invalid_zone` (an unknown zone in brackets).
 */
export function readInstant(value: unknown, path: Path, localZone?: Zone): number {
  const epochMs = Math.floor(codecOf(value, path).read(value, path, localZone));
  if (!isSupportedInstant(epochMs)) fail("out_of_range", path, SUPPORTED, receivedOf(value, epochMs));
  return epochMs;
}

/**
 * What writes answers in the kind of `value`: text in `zone`, a `DateTime` and a `ZonedDateTime` in their own zone and
 * with their own locale or calendar.
 *
 * @throws SlaError `invalid_instant` where `value` is no instant of any kind.
 */
export function writerFor<T>(value: T, zone: Zone, path: Path = []): InstantWriter<T> {
  return codecOf(value, path).writer(value, zone) as InstantWriter<T>;
}

/**
 * `"2026-11-23T09:30:00+08:00"`: an instant on the wall clock of a zone. Milliseconds are written only when they are not
 * zero, the offset of the zone UTC as `Z`, seconds of an offset where there are some: {@link readInstant} reads back
 * exactly the instant.
 */
export function formatInstant(epochMs: number, zone: Zone): string {
  const offsetMs = offsetAt(zone, epochMs);
  const local = new Date(epochMs + offsetMs).toISOString().slice(0, epochMs % SECOND_MS === 0 ? 19 : 23);
  return local + (zone.name === "UTC" ? "Z" : formatOffset(offsetMs));
}

/**
 * The zone that a text brings along: the one in brackets, else its offset; `undefined` where it has neither, or an
 * offset with seconds, which no zone is called by.
 */
export function zoneOfText(text: string, path: Path = []): Zone | undefined {
  const [, , , , , offset, bracketed] = ISO_TEXT.exec(text) ?? [];
  if (bracketed !== undefined) return zoneOf(bracketed, path);
  return offset === undefined || OFFSET.exec(offset)?.[4] !== undefined ? undefined : zoneOf(offset, path);
}

const SUPPORTED = "an instant from 1900 to the end of 2200, UTC";

/** How one kind of instant is told from the others, read, and written. */
interface Codec {
  is(value: unknown): boolean;
  read(value: unknown, path: Path, localZone?: Zone): number;
  writer(value: unknown, zone: Zone): (epochMs: number) => unknown;
}

function codecOf(value: unknown, path: Path): Codec {
  // What services pass most is told first, and fast.
  if (typeof value === "number") return NUMBER;
  if (typeof value === "string") return TEXT;
  if (value instanceof Date) return DATE;
  for (const codec of CODECS) if (codec.is(value)) return codec;
  return fail("invalid_instant", path, ANY_KIND, value);
}

const ANY_KIND =
  'epoch milliseconds, a Date, ISO 8601 text with an offset ("2026-11-20T17:00+08:00"), a luxon DateTime, ' +
  "a Temporal.Instant or a Temporal.ZonedDateTime";

const NUMBER: Codec = {
  is: isEpochMs,
  read(value: number, path) {
    return Number.isFinite(value) ? value : fail("invalid_instant", path, "epoch milliseconds, a finite number", value);
  },
  writer: () => asItIs,
};

const TEXT: Codec = {
  is: (value) => typeof value === "string",
  read: readText,
  writer: (_, zone) => (epochMs) => formatInstant(epochMs, zone),
};

const DATE: Codec = {
  // Not instanceof: a Date of another realm (a frame, a test environment) is one too.
  is: (value) => Object.prototype.toString.call(value) === "[object Date]",
  read(value: Date, path) {
    const epochMs = value.getTime();
    return Number.isNaN(epochMs) ? fail("invalid_instant", path, "a valid Date", value) : epochMs;
  },
  writer: () => (epochMs) => new Date(epochMs),
};

interface ZonedDateTimeClass {
  new (epochNanoseconds: bigint, timeZoneId: string, calendarId: string): unknown;
}

const ZONED_DATE_TIME: Codec = {
  is: (value) => has(value, "epochMilliseconds", "number") && has(value, "timeZoneId", "string"),
  read: (value: TemporalZonedDateTimeLike) => value.epochMilliseconds,
  writer(value: TemporalZonedDateTimeLike) {
    const ZonedDateTime = value.constructor as unknown as ZonedDateTimeClass;
    const { timeZoneId, calendarId } = value;
    return (epochMs) => new ZonedDateTime(BigInt(epochMs) * 1_000_000n, timeZoneId, calendarId);
  },
};

interface InstantClass {
  fromEpochMilliseconds(epochMs: number): unknown;
}

const INSTANT: Codec = {
  is: (value) => has(value, "epochMilliseconds", "number") && has(value, "toZonedDateTimeISO", "function"),
  read: (value: TemporalInstantLike) => value.epochMilliseconds,
  writer(value: TemporalInstantLike) {
    const Instant = value.constructor as unknown as InstantClass;
    return (epochMs) => Instant.fromEpochMilliseconds(epochMs);
  },
};

/** What a luxon DateTime has besides what is asked of one. */
interface LuxonDateTime extends LuxonDateTimeLike {
  readonly zone: unknown;
  readonly locale: unknown;
  readonly numberingSystem: unknown;
  readonly outputCalendar: unknown;
  readonly invalidReason: string | null;
  readonly invalidExplanation: string | null;
}

interface LuxonClass {
  fromMillis(epochMs: number, options: object): unknown;
}

const LUXON: Codec = {
  is: (value) => has(value, "toMillis", "function") && has(value, "isValid", "boolean"),
  read(value: LuxonDateTime, path) {
    if (value.isValid) return value.toMillis();
    const reason = [value.invalidReason, value.invalidExplanation].filter(Boolean).join(": ");
    return fail("invalid_instant", path, "a valid luxon DateTime", reason);
  },
  writer(value: LuxonDateTime) {
    const DateTime = value.constructor as unknown as LuxonClass;
    const { zone, locale, numberingSystem, outputCalendar } = value;
    return (epochMs) => DateTime.fromMillis(epochMs, { zone, locale, numberingSystem, outputCalendar });
  },
};

/** In the order of trying. A `ZonedDateTime` comes before an `Instant`, since it could pass for one. */
const CODECS: readonly Codec[] = [NUMBER, TEXT, DATE, ZONED_DATE_TIME, INSTANT, LUXON];

function asItIs(epochMs: number): number {
  return epochMs;
}

function has(value: unknown, key: string, type: "number" | "string" | "boolean" | "function"): boolean {
  return typeof value === "object" && value !== null && typeof (value as Record<string, unknown>)[key] === type;
}

/** Date, time to the minute, seconds, their fraction, offset, zone in brackets. */
const ISO_TEXT =
  /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?::(\d\d)(?:[.,](\d+))?)?(Z|[+\-\u2212]\d\d(?::?\d\d){0,2})?(?:\[([^\]]+)\])?$/i;

function readText(text: string, path: Path, localZone?: Zone): number {
  const refuse = (expected: string): never => fail("invalid_instant", path, expected, text);
  const match = ISO_TEXT.exec(text) ?? refuse(localZone === undefined ? ISO_EXPECTED : LOCAL_EXPECTED);
  const [, date = "", time = "", seconds = "00", fraction = "", offset, bracketed] = match;
  const epochDay = parseLocalDate(date) ?? refuse("a date of the calendar");
  const timeMs = parseTimeOfDay(`${time}:${seconds}`) ?? DAY_MS;
  if (timeMs === DAY_MS) return refuse("a time of day from 00:00 to 23:59:59");
  const localMs = epochDay * DAY_MS + timeMs + Number(fraction.slice(0, 3).padEnd(3, "0"));
  if (offset === undefined) {
    return localZone === undefined || bracketed !== undefined
      ? refuse(OFFSET_MISSING)
      : localToInstant(localZone, localMs);
  }
  const epochMs = localMs - (parseOffset(offset) ?? refuse('an offset up to 14 hours, as in "+08:00"'));
  if (bracketed === undefined) return epochMs;
  const zoneMs = offsetAt(zoneOf(bracketed, path), epochMs);
  // "Z" beside a zone says which instant it is and nothing about that zone's clock (RFC 9557).
  if (zoneMs === localMs - epochMs || ZULU.test(offset)) return epochMs;
  return refuse(`the offset of the zone in brackets, ${formatOffset(zoneMs)}`);
}

const ISO_EXPECTED = 'a date, a time and an offset, as in "2026-11-20T17:00+08:00" or "2026-11-20T09:00Z"';
const LOCAL_EXPECTED = 'a date and a time, as in "2026-11-20 17:00", "2026-11-20T17:00" or "2026-11-20T17:00+08:00"';
const OFFSET_MISSING = 'an offset, which is missing, as in "2026-11-20T17:00+08:00" or "2026-11-20T09:00Z"';

const ZULU = /^z$/i;
const OFFSET = /^([+\-\u2212])(\d\d)(?::?([0-5]\d)(?::?([0-5]\d))?)?$/;

/** No wall clock of the years in use is farther from UTC. */
const MAX_OFFSET_MS = 14 * HOUR_MS;

function parseOffset(text: string): number | undefined {
  if (ZULU.test(text)) return 0;
  const [, sign, hours, minutes = 0, seconds = 0] = OFFSET.exec(text) ?? [];
  const ms = Number(hours) * HOUR_MS + Number(minutes) * MINUTE_MS + Number(seconds) * SECOND_MS;
  if (!(ms <= MAX_OFFSET_MS)) return undefined;
  return sign === "+" ? ms : 0 - ms;
}

/** `"+08:00"`, `"-00:44:30"`. */
function formatOffset(offsetMs: number): string {
  return (offsetMs < 0 ? "-" : "+") + formatTimeOfDay(Math.abs(offsetMs));
}

/** What a message shows of an instant that is out of range: what came, or for foreign objects the milliseconds. */
function receivedOf(value: unknown, epochMs: number): unknown {
  return typeof value === "string" || DATE.is(value) ? value : epochMs;
}
