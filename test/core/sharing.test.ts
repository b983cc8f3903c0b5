/** Calendars for other threads. Within one thread a clone proves little: equal calendars share their inside there anyway. */
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { describe, expect, it } from "vitest";
import {
  addWorkingTime,
  addWorkingTimeBatch,
  type Calendar,
  compileCalendar,
  exceptCalendar,
  intersectCalendars,
  isOpen,
  isWorkingDay,
  receiveCalendar,
  type SharedCalendar,
  shareCalendar,
  uniteCalendars,
  workingTimeBetween,
} from "../../src/core.js";
import { root } from "../docs/blocks.js";
import { at } from "../support/at.js";
import { daily, nights, office } from "../support/calendars.js";
import { errorOf } from "../support/expect.js";
import { tableOf } from "../support/table-inside.js";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const FROM = at("Thu 2026-01-01 00:00 Z");
const TO = at("Fri 2027-01-01 00:00 Z");

/** What another thread says of a calendar that it was sent. */
async function askThere(shared: SharedCalendar, instants: Float64Array, amountMs: number): Promise<unknown> {
  const worker = new Worker(new URL("../support/other-thread.mjs", import.meta.url), {
    workerData: { shared, instants, amountMs },
  });
  const [answer] = await once(worker, "message");
  await worker.terminate();
  return answer;
}

describe("shareCalendar and receiveCalendar", () => {
  const newYork = compileCalendar({
    zone: "America/New_York",
    hours: { mon: ["09:00-12:00", "13:00-17:00"], fri: ["22:00-02:00"] },
    holidays: { name: "a list", knownUntil: "2026-12-28", holidays: [{ date: "2026-07-06", name: "Inventory" }] },
    breaks: { "2026-03-09": ["10:00-10:30"] },
    overrides: { "2026-11-21": ["10:00-11:00"] },
    changes: [{ from: "2026-06-01", hours: { tue: ["08:00-20:00"] } }],
  });
  const calendars: readonly (readonly [string, Calendar])[] = [
    ["an office", office()],
    ["nights", nights()],
    ["hours with all that a definition can say", newYork],
    ["a union over zones", uniteCalendars(newYork, office())],
    [
      "what a union has in common with days",
      intersectCalendars(uniteCalendars(newYork, nights()), daily("UTC", "08:00-20:00")),
    ],
    ["an exception", exceptCalendar(office(), newYork)],
  ];

  it.skipIf(!existsSync(join(root, "dist/core.js"))).each(calendars)(
    "gives another thread the same answers: %s",
    async (_, here) => {
      // Every five days and some minutes, from two years before what was shared to two years after it.
      const count = Math.floor((TO - FROM + 1460 * DAY) / (5 * DAY + 97 * MINUTE));
      const instants = Float64Array.from({ length: count }, (_, i) => FROM - 730 * DAY + i * (5 * DAY + 97 * MINUTE));
      const answers = Array.from(instants, (instant) => [
        isOpen(here, instant),
        isWorkingDay(here, instant),
        addWorkingTime(here, instant, 40 * HOUR),
        workingTimeBetween(here, instants[0] as number, instant),
      ]);
      const shared = shareCalendar(here, FROM, TO);
      expect(await askThere(shared, instants, 40 * HOUR)).toEqual({ zone: here.zone, answers });
    },
  );

  it("lays the table in shared memory, from which the calendar itself then answers", () => {
    const here = office();
    const { table } = shareCalendar(here, FROM, TO);
    expect(table.pairs.buffer).toBeInstanceOf(SharedArrayBuffer);
    expect(table.grid.buffer).toBeInstanceOf(SharedArrayBuffer);
    expect(tableOf(here).pairs).toBe(table.pairs);
    expect(tableOf(here).grid).toBe(table.grid);
  });

  it("lets a receiver answer from that memory, and build nothing within what was shared", () => {
    const there = receiveCalendar(structuredClone(shareCalendar(office(), FROM, TO)));
    const received = tableOf(there);
    expect(received.pairs.buffer).toBeInstanceOf(SharedArrayBuffer);
    addWorkingTimeBatch(there, Float64Array.of(FROM + DAY, TO - 30 * DAY), 4 * HOUR);
    for (const at of [Date.UTC(1970, 0), Date.UTC(2190, 0)]) addWorkingTime(there, at, 4 * HOUR);
    expect(tableOf(there).pairs).toBe(received.pairs);
    expect(tableOf(there).grid).toBe(received.grid);
  });

  it("shares a calendar a second time without copying again", () => {
    const here = office();
    expect(shareCalendar(here, FROM, TO).table.pairs).toBe(shareCalendar(here, FROM, TO).table.pairs);
  });

  it("refuses what is no shared calendar, and what another version shared", () => {
    const shared = shareCalendar(office(), FROM, TO);
    for (const wrong of [undefined, {}, office(), { ...shared, layout: 0 }]) {
      const error = errorOf(() => receiveCalendar(wrong as SharedCalendar));
      expect([error.code, error.issues[0]?.path]).toEqual(["invalid_type", ["shared"]]);
    }
    expect(errorOf(() => shareCalendar(office(), Number.NaN, TO)).code).toBe("invalid_instant");
    expect(errorOf(() => shareCalendar(office(), FROM, 1e15)).code).toBe("out_of_range");
  });
});
