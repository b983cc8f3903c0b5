/**
 * Answers by walking along a list of open stretches from its beginning, and such lists by plain arithmetic: slow, without
 * a table, and no code shared with what answers in production. For years of stretches, where looking at every minute as
 * `Reference` does would take too long.
 */

import type { CalendarData, TimeRange, Weekday } from "../../src/core.js";
import { BeyondSight, type Never, type Stretch } from "../../src/testing/reference.js";

const DAY = 86_400_000;
const WEEKDAYS: readonly Weekday[] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** What lies outside the sight of a scan: nobody knows, or closed time only. */
export type Beyond = "unknown" | "closed";

/** Walks along the open stretches (in order, apart, clipped to the sight); throws {@link BeyondSight} where it cannot know. */
export class PlainScan {
  readonly sight: Stretch;
  readonly edges: Float64Array;
  /** All open time in sight. */
  readonly total: number;
  readonly #beyond: Beyond;

  constructor(open: readonly Stretch[], sight: Stretch, beyond: Beyond = "unknown") {
    this.sight = sight;
    this.edges = Float64Array.from(open.flatMap(({ from, to }) => [from, to]));
    this.total = open.reduce((sum, { from, to }) => sum + to - from, 0);
    this.#beyond = beyond;
  }

  isOpen(at: number): boolean {
    return this.nextOpen(at) === Math.floor(at);
  }

  nextOpen(at: number): number | undefined {
    const start = this.#seen(at);
    const opening = this.edges[this.#endingAfter(start)];
    return opening === undefined ? this.#nothing() : Math.max(opening, start);
  }

  nextClose(at: number): number | undefined {
    const closing = this.edges[this.#endingAfter(this.#seen(at)) + 1];
    return closing === undefined ? this.#nothing() : this.#inside(closing);
  }

  previousOpen(at: number): number | undefined {
    const opening = this.edges[this.#begunBefore(this.#seen(at) + 1)];
    return opening === undefined ? this.#nothing() : this.#inside(opening);
  }

  previousClose(at: number): number | undefined {
    // The stretch before the one that has not ended yet.
    const closing = this.edges[this.#endingAfter(this.#seen(at)) - 1];
    return closing ?? this.#nothing();
  }

  openIntervals(from: number, to: number): Stretch[] {
    const [start, end] = [this.#seen(from), this.#seen(to)];
    const found: Stretch[] = [];
    for (let i = this.#endingAfter(start); this.edges[i]! < end; i += 2) {
      const interval = { from: Math.max(this.edges[i]!, start), to: Math.min(this.edges[i + 1]!, end) };
      if (interval.from < interval.to) found.push(interval);
    }
    return found;
  }

  between(from: number, to: number): number {
    if (to < from) return 0 - this.between(to, from);
    return this.openIntervals(from, to).reduce((sum, interval) => sum + interval.to - interval.from, 0);
  }

  add(from: number, amount: number, atClose: "close" | "nextOpen" = "close"): number | Never {
    const start = this.#seen(from);
    let left = Math.trunc(amount);
    if (left < 0) return this.#subtract(start, -left);
    if (left === 0) return start;
    for (let i = this.#endingAfter(start); i < this.edges.length; i += 2) {
      const opening = Math.max(this.edges[i]!, start);
      const length = this.edges[i + 1]! - opening;
      if (left < length) return opening + left;
      if (left === length) {
        const closing = this.#inside(this.edges[i + 1]!);
        return atClose === "close" ? closing : (this.nextOpen(closing) ?? "never_opens");
      }
      left -= length;
    }
    return this.#nothing() ?? "never_opens";
  }

  #subtract(start: number, amount: number): number | Never {
    let left = amount;
    for (let i = this.#begunBefore(start); i >= 0; i -= 2) {
      const closing = Math.min(this.edges[i + 1]!, start);
      const length = closing - this.edges[i]!;
      if (left < length) return closing - left;
      if (left === length) return this.#inside(this.edges[i]!);
      left -= length;
    }
    return this.#nothing() ?? "never_opens";
  }

  /** The first stretch that ends after an instant. */
  #endingAfter(at: number): number {
    let i = 0;
    while (this.edges[i + 1]! <= at) i += 2;
    return i;
  }

  /** The last stretch that begins before an instant; -2 where there is none. */
  #begunBefore(at: number): number {
    let i = this.edges.length - 2;
    while (this.edges[i]! >= at) i -= 2;
    return i;
  }

  #seen(at: number): number {
    const start = Math.floor(at);
    const { from, to } = this.sight;
    if (this.#beyond === "unknown" && (start < from || start >= to)) throw new BeyondSight(`${at} is not within sight`);
    return start;
  }

  /** What opens or closes on the edge of the sight may go on beyond it. */
  #inside(edge: number): number {
    const { from, to } = this.sight;
    if (this.#beyond === "unknown" && (edge <= from || edge >= to))
      throw new BeyondSight(`${edge} is an edge of sight`);
    return edge;
  }

  #nothing(): undefined {
    if (this.#beyond === "unknown") throw new BeyondSight("nothing within sight");
    return undefined;
  }
}

/** An answer that lies within sight; `undefined` is none of them. */
export function known<T>(truth: () => T): { readonly answer: T } | undefined {
  try {
    return { answer: truth() };
  } catch (error) {
    if (error instanceof BeyondSight) return undefined;
    throw error;
  }
}

// ---- lists of stretches ------------------------------------------------------------------------------------------

/** What {@link plainOpen} understands: a zone with a fixed offset in whole hours, bare holidays, breaks within their date. */
export interface PlainData extends CalendarData {
  readonly zone: "UTC" | `UTC+${number}` | `UTC-${number}`;
  readonly holidays?: readonly string[];
}

/** The open stretches of a calendar in a zone with a fixed offset, clipped to a range. */
export function plainOpen(data: PlainData, { from, to }: Stretch): Stretch[] {
  const offset = Number(data.zone.slice("UTC".length)) * 3_600_000;
  const holidays = new Set(data.holidays);
  const stretches: Stretch[] = [];
  for (let day = Math.floor(from / DAY) - 3; day < to / DAY + 3; day++) {
    const date = new Date(day * DAY).toISOString().slice(0, 10);
    const ofWeek = holidays.has(date) ? [] : data.hours[WEEKDAYS[(new Date(day * DAY).getUTCDay() + 6) % 7]!];
    const windows = (data.overrides?.[date] ?? ofWeek ?? []).map(parsed);
    const breaks = (data.breaks?.[date] ?? []).map(parsed);
    const midnight = day * DAY - offset;
    for (const window of breaks.reduce(withoutBreak, windows)) {
      stretches.push({ from: midnight + window.from, to: midnight + window.to });
    }
  }
  return clipped(joined(stretches), { from, to });
}

/** Milliseconds since midnight; a closing time at or before the opening time is on the next day. */
function parsed(range: TimeRange): Stretch {
  const [from = 0, to = 0] = range.split("-").map((time) => {
    const [hours = 0, minutes = 0, seconds = 0] = time.split(":").map(Number);
    return ((hours * 60 + minutes) * 60 + seconds) * 1000;
  });
  return { from, to: to > from ? to : to + DAY };
}

function withoutBreak(windows: readonly Stretch[], closed: Stretch): Stretch[] {
  return windows
    .flatMap(({ from, to }) => [
      { from, to: Math.min(to, closed.from) },
      { from: Math.max(from, closed.to), to },
    ])
    .filter(({ from, to }) => from < to);
}

/** In order, and one where they touch or overlap. */
export function joined(stretches: readonly Stretch[]): Stretch[] {
  const found: { from: number; to: number }[] = [];
  for (const { from, to } of stretches.toSorted((a, b) => a.from - b.from)) {
    const last = found.at(-1);
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
    else found.push({ from, to });
  }
  return found;
}

function clipped(stretches: readonly Stretch[], { from, to }: Stretch): Stretch[] {
  return stretches
    .map((stretch) => ({ from: Math.max(stretch.from, from), to: Math.min(stretch.to, to) }))
    .filter((stretch) => stretch.from < stretch.to);
}

const ALWAYS = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY } as const;

/** The gaps that a list leaves in a range. */
export function gaps(stretches: readonly Stretch[], range: Stretch = ALWAYS): Stretch[] {
  const edges = [range.from, ...clipped(stretches, range).flatMap(({ from, to }) => [from, to]), range.to];
  return edges
    .flatMap((from, i) => (i % 2 === 0 ? [{ from, to: edges[i + 1]! }] : []))
    .filter(({ from, to }) => from < to);
}

/** What lies in all of some lists: what lies in no gap of any. */
export function common(...lists: readonly (readonly Stretch[])[]): Stretch[] {
  return gaps(joined(lists.flatMap((list) => gaps(list))));
}
