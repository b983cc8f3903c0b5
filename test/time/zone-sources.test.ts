import { Temporal } from "temporal-polyfill";
import { afterEach, describe, expect, it, vi } from "vitest";
import { DAY_MS, END_INSTANT_MS, FIRST_INSTANT_MS, HOUR_MS } from "../../src/time/units.js";
import { changesOf, countFormats, freshZones } from "./zone-sources.js";

type Core = typeof import("../../src/core.js");

afterEach(() => {
  vi.unstubAllGlobals();
});

const NAMES = Intl.supportedValuesOf("timeZone");
const utc = (text: string): number => Date.parse(text);

describe("Intl and Temporal", () => {
  // Reading does not depend on the process zone; of the three under which the suite runs, one is enough for all history.
  const isFirstZone = (process.env.TZ ?? "America/New_York") === "America/New_York";
  const from = isFirstZone ? FIRST_INSTANT_MS : utc("2015-01-01T00:00Z");
  // From 2040 on the rules only repeat, but in Morocco: every tenth zone is read to the end.
  const endOf = (i: number): number =>
    isFirstZone && (i % 10 === 0 || /Casablanca|Aaiun/.test(NAMES[i] as string))
      ? END_INSTANT_MS
      : utc("2040-01-01T00:00Z");

  it("say the same of every zone, from 1900 to 2201", { timeout: 300_000 }, async () => {
    const intl = await freshZones(undefined);
    const byIntl = NAMES.map((name, i) => changesOf(intl, intl.zoneOf(name), from, endOf(i)));
    const temporal = await freshZones(Temporal);
    const differing = NAMES.filter((name, i) => {
      const zone = temporal.zoneOf(name);
      const changes = changesOf(temporal, zone, from, endOf(i));
      expect(zone.format, name).toBeUndefined();
      return JSON.stringify(changes) !== JSON.stringify(byIntl[i]);
    });
    expect(differing, `time zone data ${process.versions.tz}`).toEqual([]);
    expect(NAMES.length).toBeGreaterThan(400);
    expect(byIntl.flat().length).toBeGreaterThan(isFirstZone ? 30_000 : 4_000);
  });

  it("say the same where Temporal lists changes that leave the offset as it was", async () => {
    const at = (epochMilliseconds: number): object => ({
      epochMilliseconds,
      offsetNanoseconds: epochMilliseconds < 5 * DAY_MS ? 0 : 3_600e9,
      timeZoneId: "Europe/Paris",
      getTimeZoneTransition: () => (epochMilliseconds < 9 * DAY_MS ? at(epochMilliseconds + DAY_MS) : null),
    });
    const zones = await freshZones(temporalOf(at));
    expect(changesOf(zones, zones.zoneOf("Europe/Paris"), DAY_MS, 20 * DAY_MS)).toEqual([[5 * DAY_MS, HOUR_MS]]);
  });

  it.each([
    ["lacks the list of changes", temporalOf(() => ({ epochMilliseconds: 0, offsetNanoseconds: 0, timeZoneId: "x" }))],
    ["is something else", { Workflow: {} }],
    [
      "does not know the zone",
      temporalOf(() => {
        throw new RangeError("no such zone");
      }),
    ],
  ])("Intl is asked where Temporal %s", async (_, temporal) => {
    const zones = await freshZones(temporal);
    const zone = zones.zoneOf("europe/paris");
    expect(zone.name).toBe("Europe/Paris");
    expect(zones.offsetAt(zone, utc("2026-07-01T00:00Z"))).toBe(2 * HOUR_MS);
    expect(() => zones.zoneOf("Europe/Pariss")).toThrow();
  });
});

describe("texts that Intl writes", () => {
  it.each([
    ["Asia/Shanghai", 0],
    ["America/New_York", 9],
    ["Europe/Berlin", 9],
    ["Australia/Lord_Howe", 21],
  ])("are 52 for a year in %s, and at most %i for a change", async (name, perChange) => {
    const zones = await freshZones(undefined);
    const zone = zones.zoneOf(name);
    const [from, to] = [utc("2010-01-01T00:00Z"), utc("2029-06-01T00:00Z")];
    const count = countFormats(() => zones.readZone(zone, from, to));
    const known = zone.starts.filter((_, i) => !Number.isNaN(zone.offsets[i]));
    const weeks = ((zone.starts.at(-1) as number) - (known[0] as number)) / (7 * DAY_MS);
    expect(count).toBeGreaterThanOrEqual(weeks);
    expect(count).toBeLessThanOrEqual(weeks + 1 + known.length * perChange);
    expect(count / (weeks / 52)).toBeLessThan(perChange === 21 ? 96 : 72);
    expect(countFormats(() => zones.readZone(zone, from, to))).toBe(0);
    for (let at = from; at < to; at += 11 * DAY_MS) {
      expect(countFormats(() => zones.localToInstant(zone, zones.localAt(zone, at)))).toBe(0);
    }
  });

  it("are written once per zone, whoever asks for it", async () => {
    await freshZones(undefined);
    const core: Core = await import("../../src/core.js");
    const monday = utc("2026-11-16T00:00Z");
    const ask = (hours: string): number =>
      countFormats(() => {
        const calendar = core.compileCalendar({ zone: "Europe/Madrid", hours: { mon: [hours], thu: [hours] } });
        for (let week = 0; week < 8; week++) core.addWorkingTime(calendar, monday + week * 7 * DAY_MS, 9 * HOUR_MS);
      });
    expect(ask("09:00-17:00")).toBeGreaterThan(50);
    expect(ask("09:00-17:00")).toBe(0);
    expect(ask("08:00-15:30")).toBe(0);
  });
});

describe("UTC and fixed offsets", () => {
  it.each(["UTC", "Z", "UTC+8", "+05:30", "GMT-3"])("never touch Intl or Temporal: %s", async (name) => {
    await freshZones(undefined);
    const core: Core = await import("../../src/core.js");
    const refuse = (): never => {
      throw new Error("touched");
    };
    const untouchable = new Proxy({}, { get: refuse, has: refuse });
    vi.stubGlobal("Intl", untouchable);
    vi.stubGlobal("Temporal", untouchable);
    const calendar = core.compileCalendar({
      zone: name,
      hours: { mon: ["09:00-12:00", "13:00-17:00"], tue: ["22:00-06:00"] },
      holidays: ["2026-11-17"],
    });
    const monday = utc("2026-11-16T00:00Z");
    const due = core.addWorkingTime(calendar, monday, 3 * HOUR_MS);
    expect(core.subtractWorkingTime(calendar, due, 3 * HOUR_MS)).toBe(core.nextOpen(calendar, monday));
    expect(core.workingTimeBetween(calendar, monday, due)).toBe(3 * HOUR_MS);
    expect(core.isOpen(calendar, due - 1)).toBe(true);
    expect(core.isWorkingDay(calendar, "2026-11-17")).toBe(false);
    expect(core.addWorkingDays(calendar, monday, 2)).toBeGreaterThan(monday);
    expect(core.daysOf(calendar, "2026-11-16", "2026-11-23")).toHaveLength(7);
  });
});

/** A Temporal with nothing but what zones are read through. */
function temporalOf(at: (epochMs: number) => object): object {
  return { Instant: { fromEpochMilliseconds: (epochMs: number) => ({ toZonedDateTimeISO: () => at(epochMs) }) } };
}
