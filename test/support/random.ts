/** Random numbers that one seed tells, so that a failure can be repeated. */

import * as fc from "fast-check";

/** `LAW_RUNS=10` asks ten times as many questions, for a night. */
const FACTOR = Number(process.env["LAW_RUNS"] ?? 1);

/** A source of random numbers: mulberry32. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** A fraction in [0, 1). */
  fraction(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 0x1_0000_0000;
  }

  /** A whole number in [from, to). */
  between(from: number, to: number): number {
    return from + Math.floor(this.fraction() * (to - from));
  }

  /** One of a list. */
  one<T>(list: ArrayLike<T>): T {
    return list[this.between(0, list.length)] as T;
  }

  /** As many as wanted. */
  list<T>(length: number, make: () => T): T[] {
    return Array.from({ length }, make);
  }
}

/** Runs a check with `runs` seeds that are new each time; a failure tells its seed. */
export function forSeeds(runs: number, check: (random: Random, seed: number) => void): void {
  fc.assert(
    fc.property(fc.noShrink(fc.integer()), (seed) => check(new Random(seed), seed)),
    { numRuns: Math.ceil(runs * FACTOR) },
  );
}
