/** Zones that know nothing yet, read from a chosen source, and what reading them costs. */
import { vi } from "vitest";
import type { Zone } from "../../src/time/zone.js";

type Zones = typeof import("../../src/time/zone.js");

/** A copy of the module that has read nothing, while the runtime has this Temporal, or none. */
export async function freshZones(temporal: unknown): Promise<Zones> {
  vi.stubGlobal("Temporal", temporal);
  vi.resetModules();
  return import("../../src/time/zone.js");
}

/** The changes of a zone in (from, to), each with the offset after it. */
export function changesOf(zones: Zones, zone: Zone, from: number, to: number): [number, number][] {
  zones.readZone(zone, from, to);
  const changes = zone.starts.map((at, i): [number, number] => [at, zone.offsets[i] as number]);
  return changes.filter(([at]) => at > from && at < to);
}

/** How many texts `Intl` writes meanwhile. */
export function countFormats(action: () => void): number {
  let count = 0;
  const { prototype } = Intl.DateTimeFormat;
  const own = Object.getOwnPropertyDescriptor(prototype, "format") as PropertyDescriptor;
  Object.defineProperty(prototype, "format", {
    ...own,
    get(this: Intl.DateTimeFormat) {
      const format = own.get?.call(this) as Intl.DateTimeFormat["format"];
      return (at?: number) => {
        count++;
        return format(at);
      };
    },
  });
  try {
    action();
  } finally {
    Object.defineProperty(prototype, "format", own);
  }
  return count;
}
