import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { SlaError } from "../../src/errors.js";
import { HOUR_MS, MINUTE_MS } from "../../src/time/units.js";
import { localToInstant, offsetAt, readZone, zoneOf } from "../../src/time/zone.js";
import { IANA_NAMES } from "./iana-names.js";

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
    ["GMT-3", "UTC-3", -3 * HOUR_MS],
    ["UTC−3", "UTC-3", -3 * HOUR_MS],
    ["-09:30", "UTC-09:30", -9.5 * HOUR_MS],
    ["+14:00", "UTC+14", 14 * HOUR_MS],
  ])("reads the fixed offset %s", (text, name, offset) => {
    const zone = zoneOf(text);
    expect([zone.name, offsetAt(zone, 0), zone.fixed]).toEqual([name, offset, true]);
  });

  it.each([
    ["an IANA sign as IANA means it", "Etc/GMT-8", 8 * HOUR_MS],
    ["any case", "aMERICA/new_YORK", -4 * HOUR_MS],
  ])("takes %s", (_, name, offset) => {
    expect(offsetAt(zoneOf(name), utc("2026-07-01T00:00Z"))).toBe(offset);
  });

  it("writes every IANA name as IANA does, whatever case was typed", () => {
    const written = IANA_NAMES.map((name) => zoneOf(name.toUpperCase()).name);
    // The bare abbreviations of UTC are fixed offsets here and lose nothing.
    const expected = IANA_NAMES.map((name) => (/^GMT([+-]0)?$/.test(name) ? "UTC" : name));
    expect(written).toEqual(expected);
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

  function transitionsOfTemporal(name: string): [number, number][] {
    const transitions: [number, number][] = [];
    let at: Temporal.ZonedDateTime | null = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(name);
    for (;;) {
      at = at.getTimeZoneTransition("next");
      if (at === null || at.epochMilliseconds >= to) return transitions;
      transitions.push([at.epochMilliseconds, at.offsetNanoseconds / 1e6]);
    }
  }

  it("finds every transition of every zone from 1970 to 2050 that Temporal finds", { timeout: 120_000 }, () => {
    const names = Intl.supportedValuesOf("timeZone");
    const differing = names.filter((name) => {
      const zone = zoneOf(name);
      readZone(zone, from, to);
      const ours = zone.starts
        .map((at, i) => [at, zone.offsets[i]])
        .filter(([at]) => (at as number) > from && (at as number) < to);
      return JSON.stringify(ours) !== JSON.stringify(transitionsOfTemporal(name));
    });
    expect(differing, `time zone data ${process.versions.tz}`).toEqual([]);
    expect(names.length).toBeGreaterThan(400);
  });

  it("finds the same whichever part of history is read first", () => {
    const pieces = [
      ["2026-01-01T00:00Z", "2026-02-01T00:00Z"],
      ["2024-03-10T07:00Z", "2024-03-10T07:00:01Z"],
      ["1999-12-31T00:00Z", "2030-06-01T00:00Z"],
      ["1970-01-01T00:00Z", "2050-01-01T00:00Z"],
    ] as const;
    // A name of its own for each reading, as a zone is kept once it was read: these two are links to one history.
    const once = zoneOf("US/Eastern");
    readZone(once, from, to);
    const often = zoneOf("America/Detroit");
    const whole = zoneOf("US/Michigan");
    for (const [start, end] of pieces) readZone(often, utc(start), utc(end));
    readZone(whole, from, to);
    const within = ({ starts }: { starts: number[] }) => starts.filter((at) => at > from && at < to);
    expect(within(often)).toEqual(within(whole));
    expect(within(once).length).toBeGreaterThan(150);
  });

  it("keeps the seconds of local mean time: Monrovia left -00:44:30 in 1972", () => {
    const zone = zoneOf("Africa/Monrovia");
    expect(offsetAt(zone, utc("1972-01-07T00:44:29.999Z"))).toBe(-(44 * MINUTE_MS + 30_000));
    expect(offsetAt(zone, utc("1972-01-07T00:44:30Z"))).toBe(0);
  });
});

describe("localToInstant", () => {
  it.each([
    ["an ordinary time", "America/New_York", "2026-11-20T09:00", "2026-11-20T14:00Z"],
    ["a skipped time, moved forward by the gap", "America/New_York", "2026-03-08T02:30", "2026-03-08T07:30Z"],
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
});
