import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { afterEach, describe, expect, it, vi } from "vitest";
import { SlaError } from "../../src/errors.js";
import { DAY_MS, END_INSTANT_MS, FIRST_INSTANT_MS, HOUR_MS, MINUTE_MS } from "../../src/time/units.js";
import { isFixed, localDayAt, localToInstant, offsetAt, zoneOf } from "../../src/time/zone.js";
import { IANA_NAMES } from "./iana-names.js";
import { changesOf, countFormats, freshZones } from "./zone-sources.js";

afterEach(() => {
  vi.unstubAllGlobals();
});

const utc = (text: string): number => Date.parse(text);

describe("zoneOf", () => {
  it.each([
    ["UTC", "UTC", 0],
    ["utc", "UTC", 0],
    ["Z", "UTC", 0],
    ["GMT", "UTC", 0],
    ["+00:00", "UTC", 0],
    ["UTC+8", "UTC+8", 8 * HOUR_MS],
    ["utc+08", "UTC+8", 8 * HOUR_MS],
    ["UTC+08:00", "UTC+8", 8 * HOUR_MS],
    ["+08:00", "UTC+8", 8 * HOUR_MS],
    ["+0800", "UTC+8", 8 * HOUR_MS],
    ["UTC+05:30", "UTC+05:30", 5.5 * HOUR_MS],
    ["-00:00", "UTC", 0],
    ["GMT-3", "UTC-3", -3 * HOUR_MS],
    ["UTC−3", "UTC-3", -3 * HOUR_MS],
    ["-09:30", "UTC-09:30", -9.5 * HOUR_MS],
    ["+14:00", "UTC+14", 14 * HOUR_MS],
  ])("reads the fixed offset %s", (text, name, offset) => {
    const zone = zoneOf(text);
    expect([zone.name, offsetAt(zone, 0), isFixed(zone)]).toEqual([name, offset, true]);
  });

  it.each([
    ["an IANA sign as IANA means it", "Etc/GMT-8", 8 * HOUR_MS],
    ["any case", "aMERICA/new_YORK", -4 * HOUR_MS],
  ])("takes %s", (_, name, offset) => {
    expect(offsetAt(zoneOf(name), utc("2026-07-01T00:00Z"))).toBe(offset);
  });

  // The bare abbreviations of UTC are fixed offsets here and lose nothing.
  const written = IANA_NAMES.map((name) => (/^GMT([+-]0)?$/.test(name) ? "UTC" : name));

  it.each([
    ["Intl", undefined],
    ["Temporal", Temporal],
  ])("writes every IANA name as IANA does, with %s", async (_, temporal) => {
    const zones = await freshZones(temporal);
    expect(IANA_NAMES.map((name) => zones.zoneOf(name).name)).toEqual(written);
  });

  it("mends the case of every IANA name with Temporal", async () => {
    const zones = await freshZones(Temporal);
    expect(IANA_NAMES.map((name) => zones.zoneOf(name.toUpperCase()).name)).toEqual(written);
    expect(zones.zoneOf("asia/KOLKATA")).toBe(zones.zoneOf("Asia/Kolkata"));
  });

  it("mends without Temporal the case of the names that Intl itself writes, and keeps others as they came", async () => {
    const zones = await freshZones(undefined);
    const own = Intl.supportedValuesOf("timeZone").filter((name) => name !== "UTC");
    expect(own.map((name) => zones.zoneOf(name.toLowerCase()).name)).toEqual(own);
    // A link: the runtime would say Asia/Calcutta, which nobody wrote.
    expect(zones.zoneOf("asia/kolkata").name).toBe("asia/kolkata");
  });

  it.each([
    "Asia/Shangai",
    "UTC8",
    "UTC+15",
    "UTC-14:30",
    "UTC+8:75",
    "+25:00",
    "CST",
    "PST",
    "IST",
    "",
    "Asia/",
    "local",
  ])("refuses %j", (name) => {
    expect(() => zoneOf(name, ["zone"])).toThrow(SlaError);
    try {
      zoneOf(name, ["zone"]);
    } catch (error) {
      expect((error as SlaError).issues[0]).toMatchObject({ code: "invalid_zone", path: ["zone"], received: name });
    }
  });
});

describe("readZone", () => {
  const from = utc("1970-01-01T00:00Z");
  const to = utc("2050-01-01T00:00Z");

  it.each([
    "Asia/Shanghai",
    "America/New_York",
    "Africa/Casablanca",
    "Australia/Lord_Howe",
    "America/St_Johns",
    "Pacific/Apia",
    "Africa/Monrovia",
    "America/Boa_Vista",
  ])("finds the changes of %s that Temporal lists", async (name) => {
    const zones = await freshZones(undefined);
    const listed: [number, number][] = [];
    const first = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(name);
    let at = first.getTimeZoneTransition("next");
    for (; at !== null && at.epochMilliseconds < to; at = at.getTimeZoneTransition("next"))
      listed.push([at.epochMilliseconds, at.offsetNanoseconds / 1e6]);
    expect(changesOf(zones, zones.zoneOf(name), from, to)).toEqual(listed);
  });

  it("finds the same whichever part of history is read first", async () => {
    const names = ["America/Detroit", "Asia/Gaza", "Africa/El_Aaiun", "Antarctica/Troll"];
    const zones = await freshZones(undefined);
    const whole = names.map((name) => changesOf(zones, zones.zoneOf(name), from, to));
    const instant = fc.integer({ min: FIRST_INSTANT_MS / DAY_MS, max: END_INSTANT_MS / DAY_MS });
    const pieces = fc.array(fc.tuple(instant, fc.nat({ max: 3_000 })), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: names.length - 1 }), pieces, async (i, read) => {
        const fresh = await freshZones(Temporal);
        const zone = fresh.zoneOf(names[i] as string);
        for (const [day, days] of read) {
          fresh.readZone(zone, day * DAY_MS, (day + days) * DAY_MS);
          // What was asked for is read; no stretch is empty, and no two that meet are alike.
          expect(fresh.offsetAt(zone, day * DAY_MS)).not.toBeNaN();
          expect(fresh.offsetAt(zone, (day + days) * DAY_MS)).not.toBeNaN();
          const { starts, offsets } = zone;
          for (let k = 1; k < starts.length; k++) {
            expect(starts[k]).toBeGreaterThan(starts[k - 1] as number);
            expect(offsets[k]).not.toBe(offsets[k - 1]);
          }
        }
        expect(changesOf(fresh, zone, from, to)).toEqual(whole[i]);
      }),
      { numRuns: 30 },
    );
  });

  it("reads near a far instant only, and then nothing between", async () => {
    const zones = await freshZones(undefined);
    const zone = zones.zoneOf("America/New_York");
    zones.readZone(zone, utc("2025-01-01T00:00Z"), utc("2027-01-01T00:00Z"));
    for (const far of [0, utc("2190-06-01T00:00Z"), FIRST_INSTANT_MS, END_INSTANT_MS - 1]) {
      expect(countFormats(() => zones.offsetAt(zone, far))).toBeLessThan(100);
    }
    expect(zones.offsetAt(zone, 0)).toBe(-5 * HOUR_MS);
    expect(zones.offsetAt(zone, utc("2190-06-01T00:00Z"))).toBe(-4 * HOUR_MS);
    expect(zone.starts.length).toBeLessThan(25);
  });

  it("answers beyond the supported instants with the nearest offset", () => {
    const zone = zoneOf("America/Los_Angeles");
    for (const at of [8.64e15, END_INSTANT_MS + 40 * DAY_MS]) expect(offsetAt(zone, at)).toBe(-8 * HOUR_MS);
    expect(offsetAt(zone, -8.64e15)).toBe(-8 * HOUR_MS);
    expect(localToInstant(zone, 8.64e15)).toBe(8.64e15 + 8 * HOUR_MS);
    expect(localToInstant(zone, -8.64e15)).toBe(-8.64e15 + 8 * HOUR_MS);
  });

  it("keeps the seconds of local mean time: Monrovia left -00:44:30 in 1972", () => {
    const zone = zoneOf("Africa/Monrovia");
    expect(offsetAt(zone, utc("1972-01-07T00:44:29.999Z"))).toBe(-(44 * MINUTE_MS + 30_000));
    expect(offsetAt(zone, utc("1972-01-07T00:44:30Z"))).toBe(0);
  });
});

describe("zones of several copies of the package", () => {
  it("are alike", async () => {
    const [one, other] = [await freshZones(undefined), await freshZones(Temporal)];
    const zone = one.zoneOf("Europe/Paris");
    expect(one.offsetAt(zone, utc("2026-01-01T00:00Z"))).toBe(HOUR_MS);
    expect(other.offsetAt(zone, utc("2036-07-01T00:00Z"))).toBe(2 * HOUR_MS);
    vi.unstubAllGlobals();
    vi.stubGlobal("Temporal", undefined);
    expect(other.offsetAt(zone, utc("2016-07-01T00:00Z"))).toBe(2 * HOUR_MS);
    expect(one.localToInstant(zone, utc("2056-07-01T00:00Z"))).toBe(utc("2056-06-30T22:00Z"));
  });
});

describe("localDayAt", () => {
  it.each([
    ["Asia/Shanghai", "2026-11-20T15:59:59.999Z", "2026-11-20"],
    ["Asia/Shanghai", "2026-11-20T16:00Z", "2026-11-21"],
    ["UTC-3", "1969-12-31T02:59Z", "1969-12-30"],
  ])("in %s at %s", (zone, at, date) => {
    expect(localDayAt(zoneOf(zone), utc(at))).toBe(utc(date) / DAY_MS);
  });
});

describe("localToInstant", () => {
  it.each([
    ["an ordinary time", "America/New_York", "2026-11-20T09:00", "2026-11-20T14:00Z"],
    ["a skipped time, moved forward by the gap", "America/New_York", "2026-03-08T02:30", "2026-03-08T07:30Z"],
    ["a time after a skipped one, west of UTC", "America/New_York", "2026-03-08T03:30", "2026-03-08T07:30Z"],
    ["a time after a skipped one, east of UTC", "Europe/Berlin", "2026-03-29T03:30", "2026-03-29T01:30Z"],
    ["a repeated time, the first", "America/New_York", "2026-11-01T01:30", "2026-11-01T05:30Z"],
    ["a skipped half hour", "Australia/Lord_Howe", "2026-10-04T02:15", "2026-10-03T15:45Z"],
    ["a skipped day, moved forward by a day", "Pacific/Apia", "2011-12-30T12:00", "2011-12-30T22:00Z"],
    ["the day after a skipped one", "Pacific/Apia", "2011-12-31T12:00", "2011-12-30T22:00Z"],
    ["a skipped midnight", "America/Sao_Paulo", "2017-10-15T00:00", "2017-10-15T03:00Z"],
  ])("reads %s", (_, zone, local, instant) => {
    expect(new Date(localToInstant(zoneOf(zone), utc(`${local}Z`))).toISOString()).toBe(
      new Date(utc(instant)).toISOString(),
    );
  });

  it.each([
    "America/New_York",
    "Europe/Berlin",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "Pacific/Kwajalein",
    "America/Boa_Vista",
    "Africa/Casablanca",
    "Asia/Manila",
  ])("reads as Temporal does around every change of %s", async (name) => {
    const zones = await freshZones(undefined);
    const zone = zones.zoneOf(name);
    const changes = changesOf(zones, zone, utc("1970-01-01T00:00Z"), utc("2045-01-01T00:00Z"));
    for (const [at] of changes) {
      for (const hours of [-48, -25, -24, -12.25, -5, -3, -2, -1, -0.5, 0, 0.5, 1, 2, 3, 5, 12.25, 24, 25, 48]) {
        const localMs = at + hours * HOUR_MS + zones.offsetAt(zone, at);
        expect(zones.localToInstant(zone, localMs), `${name} ${new Date(localMs).toISOString()}`).toBe(
          temporalInstant(name, localMs),
        );
      }
    }
    expect(changes.length).toBeGreaterThan(0);
  });

  it("reads as Temporal does at the ends of the supported instants, whichever is asked first", async () => {
    const fresh = await freshZones(undefined);
    for (const name of Intl.supportedValuesOf("timeZone")) {
      for (const end of [FIRST_INSTANT_MS, END_INSTANT_MS]) {
        const zone = fresh.zoneOf(name);
        expect(fresh.localToInstant(zone, end), name).toBe(temporalInstant(name, end));
      }
    }
  });

  function temporalInstant(name: string, localMs: number): number {
    const local = Temporal.Instant.fromEpochMilliseconds(localMs).toZonedDateTimeISO("UTC").toPlainDateTime();
    return local.toZonedDateTime(name).epochMilliseconds;
  }
});
