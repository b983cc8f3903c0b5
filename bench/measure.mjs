/**
 * @typedef {{ medianNs: number, lowNs: number, highNs: number }} Result
 */

const WARM_UP_ROUNDS = 30;
const ROUNDS = 101;

/**
 * What a call costs that V8 does not inline: behind a condition that never holds stands more code than V8 inlines.
 */
export const emptyCall = /** @type {(at: number) => number} */ (
  new Function("at", `if (at === -1) { ${"at = at * 3 + 1; ".repeat(400)} } return at;`)
);

/**
 * Times cases in interleaved rounds: each round runs every case once, so that a machine whose speed drifts is equally
 * unfair to all. Nanoseconds for one input: the median of the rounds, and their quartiles.
 *
 * @param {Record<string, () => number>} cases
 * @param {number} inputs how many inputs one run of a case has
 * @returns {Map<string, Result>}
 */
export function measure(cases, inputs) {
  /** @type {Map<string, number[]>} */
  const samples = new Map(Object.keys(cases).map((name) => [name, []]));
  let sum = 0; // takes every result in, so that no run is dead code
  for (let round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
    for (const [name, run] of Object.entries(cases)) {
      const start = process.hrtime.bigint();
      sum += run();
      const ns = Number(process.hrtime.bigint() - start) / inputs;
      if (round >= 0) samples.get(name)?.push(ns);
    }
  }
  if (Number.isNaN(sum)) throw new Error("a case gave no number");
  return new Map([...samples].map(([name, ns]) => [name, summary(ns)]));
}

/** @param {number[]} samples */
function summary(samples) {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (/** @type {number} */ share) => sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN;
  return { medianNs: at(0.5), lowNs: at(0.25), highNs: at(0.75) };
}
