// Timing: every case in a loop of its own, all cases in turn in each round, medians with their quartiles.

/** @typedef {import("./work.mjs").Calendar} Calendar */

/**
 * A case runs `count` of its inputs from the `first` on and gives a number in which every answer has a part.
 * `whole` means that it always runs all of them.
 * @typedef {{ name: string, inputs: number, run: (first: number, count: number) => number, whole?: boolean }} Case
 *
 * Nanoseconds for one input. `samples` is by round; a slow case is not in every round.
 * @typedef {{ medianNs: number, lowNs: number, highNs: number, inputs: number, samples: (number | undefined)[], medians?: number[] }} Result
 *
 * `medians` are those of the processes, where there were several.
 *
 * By the name of the case.
 * @typedef {Map<string, Result>} Results
 *
 * `rounds`; how long a case warms up before the first; how long one run of a case may take (it gets fewer inputs).
 * @typedef {{ rounds: number, warmUpMs: number, sliceMs: number }} Pace
 */

/**
 * What a call costs that V8 does not inline: behind a condition that never holds stands more code than V8 inlines. Its
 * argument is an instant, which V8 boxes for such a call.
 */
export const emptyCall = /** @type {(at: number) => number} */ (
  new Function("at", `if (at === -1) { ${"at = at * 3 + 1; ".repeat(400)} } return at;`)
);

/** The same without an argument: a call and nothing else. */
export const emptyCallWithoutArgument = /** @type {() => number} */ (
  new Function(`if (this === 0) { ${"Math.random(); ".repeat(400)} } return 0;`)
);

/**
 * A case that calls `answer` for each input. The loop is compiled for this case alone, so that V8 sees one function
 * called in it, as in a user's own loop, and may inline it.
 *
 * @template T
 * @param {string} name
 * @param {Float64Array | readonly T[]} inputs
 * @param {(input: T) => number} answer
 * @returns {Case}
 */
export function loopCase(name, inputs, answer) {
  return { name, inputs: inputs.length, run: ownLoop("answer(inputs[i])", inputs, answer) };
}

/**
 * The same for functions of a calendar and an amount, which are constants of the loop as they are of a user's module.
 *
 * @template T
 * @template Amount
 * @param {string} name
 * @param {Float64Array | readonly T[]} inputs
 * @param {(calendar: Calendar, input: T, amount: Amount) => number} answer
 * @param {Calendar} calendar
 * @param {Amount} amount
 * @returns {Case}
 */
export function calendarCase(name, inputs, answer, calendar, amount) {
  const run = ownLoop("answer(calendar, inputs[i], amount)", inputs, answer, calendar, amount);
  return { name, inputs: inputs.length, run };
}

/**
 * The same where calendar and amount are no constants: those of a customer, of a ticket.
 *
 * @param {string} name
 * @param {Float64Array} inputs
 * @param {(calendar: Calendar, input: number, amount: number) => number} answer
 * @param {Calendar} calendar
 * @param {number} amount
 * @returns {Case}
 */
export function variableCase(name, inputs, answer, calendar, amount) {
  const code = loopOver("answer(calendar, inputs[i], amount)");
  const loop = new Function("first", "count", "inputs", "answer", "calendar", "amount", code);
  return { name, inputs: inputs.length, run: (first, count) => loop(first, count, inputs, answer, calendar, amount) };
}

/**
 * A case that copies instants and does nothing else.
 *
 * @param {string} name
 * @param {Float64Array} from
 * @param {Float64Array} to
 * @returns {Case}
 */
export function copyCase(name, from, to) {
  const code = `${ownText()}
    for (let i = 0; i < from.length; i++) to[i] = from[i];
    return to[to.length - 1];`;
  const copy = new Function("from", "to", code);
  return { name, inputs: from.length, whole: true, run: () => copy(from, to) };
}

/**
 * A loop in a module of its own, as it were: what it uses are constants there.
 *
 * @param {string} expression
 * @param {readonly unknown[]} used inputs, answer, calendar, amount
 * @returns {Case["run"]}
 */
function ownLoop(expression, ...used) {
  const code = `const [inputs, answer, calendar, amount] = used; return (first, count) => { ${loopOver(expression)} };`;
  return new Function("used", code)(used);
}

/** @param {string} expression */
function loopOver(expression) {
  return `${ownText()}
    let sum = 0;
    const end = first + count;
    for (let i = first; i < end; i++) sum += ${expression};
    return sum;`;
}

let texts = 0;

/** No two loops have the same text, else V8 would share what it learns in them. */
function ownText() {
  return `// loop ${texts++}`;
}

/**
 * Times cases in interleaved rounds: each round runs every case once, so that a machine whose speed drifts is equally
 * unfair to all. A case that is too slow for its slice of a round gets fewer inputs, others in each round; one that is
 * too slow even for a single input is in fewer rounds.
 *
 * @param {readonly Case[]} cases
 * @param {Pace} pace
 * @returns {Results}
 */
export function measure(cases, pace) {
  for (const one of cases) meet(one, pace);
  const plans = cases.map((one) => plan(one, pace));
  for (let round = 0; round < pace.rounds; round++) {
    for (const { count, every, samples, ...one } of plans) {
      if (round % every !== 0) continue;
      const first = count === one.inputs ? 0 : (round * count) % (one.inputs - count);
      samples[round] = timed(one, first, count);
    }
  }
  return new Map(plans.map(({ name, count, samples }) => [name, summary(samples, count)]));
}

let sink = 0; // takes every result in, so that no run is dead code

/**
 * Nanoseconds for one input.
 *
 * @param {Pick<Case, "name" | "run">} one
 * @param {number} first
 * @param {number} count
 */
function timed({ name, run }, first, count) {
  const start = performance.now();
  const result = run(first, count);
  const ns = ((performance.now() - start) * 1e6) / count;
  sink += result;
  if (Number.isNaN(sink)) throw new Error(`${name} gave no number`);
  return ns;
}

/**
 * Runs a case for the first time, a slice at most: so V8 has seen what all cases do before it compiles the first for good.
 *
 * @param {Case} one
 * @param {Pace} pace
 */
function meet(one, { sliceMs }) {
  if (one.whole === true) timed(one, 0, one.inputs);
  const end = performance.now() + sliceMs;
  for (let first = 0; one.whole !== true && first < one.inputs && performance.now() < end; first += 1) {
    timed(one, first, 1);
  }
}

/**
 * Warms a case up and decides how many inputs it gets, and in which rounds it is.
 *
 * @param {Case} one
 * @param {Pace} pace
 */
function plan(one, { rounds, warmUpMs, sliceMs }) {
  const end = performance.now() + warmUpMs;
  let count = one.whole === true ? one.inputs : 1;
  let ns = timed(one, 0, count);
  while (performance.now() < end) {
    count = one.whole === true ? one.inputs : Math.min(one.inputs, 2 * count);
    ns = timed(one, 0, Math.min(count, inSlice(ns, sliceMs)));
  }
  if (one.whole !== true) count = Math.min(one.inputs, inSlice(ns, sliceMs));
  const tooLong = (ns * count) / 1e6 / (4 * sliceMs);
  const every = Math.max(1, Math.min(Math.floor(rounds / 4), Math.ceil(tooLong)));
  return { ...one, count, every, samples: new Array(rounds).fill(undefined) };
}

/** @param {number} ns @param {number} sliceMs */
function inSlice(ns, sliceMs) {
  return Math.max(1, Math.floor((sliceMs * 1e6) / ns));
}

/**
 * The results of several processes as one. What V8 inlines depends on when it compiles, and by that a short answer may
 * take half as long again in one process as in the next; here each counts as much as the others.
 *
 * @param {readonly Results[]} processes
 * @returns {Results}
 */
export function merged(processes) {
  const [first = new Map()] = processes;
  return new Map(
    [...first].map(([name, { inputs }]) => {
      const samples = processes.flatMap((results) => results.get(name)?.samples ?? []);
      return [name, { ...summary(samples, inputs), medians: processes.map(medianOf(name)) }];
    }),
  );
}

/** @param {string} name @returns {(results: Results) => number} */
const medianOf = (name) => (results) => results.get(name)?.medianNs ?? Number.NaN;

/**
 * How many nanoseconds more `a` takes than `b`, in the process that was disturbed least.
 *
 * @param {Result | undefined} a
 * @param {Result | undefined} b
 */
export function excess(a, b) {
  const differences = a?.medians?.map((ns, process) => ns - (b?.medians?.[process] ?? Number.NaN)) ?? [];
  return differences.length === 0 ? Number.NaN : Math.min(...differences);
}

/**
 * @param {(number | undefined)[]} samples
 * @param {number} inputs
 * @returns {Result}
 */
function summary(samples, inputs) {
  const [lowNs, medianNs, highNs] = quartiles(samples.filter((ns) => ns !== undefined));
  return { medianNs, lowNs, highNs, inputs, samples };
}

/**
 * The lower quartile, the median and the upper quartile.
 *
 * @param {readonly number[]} values
 * @returns {[number, number, number]}
 */
export function quartiles(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (/** @type {number} */ share) => sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN;
  return [at(0.25), at(0.5), at(0.75)];
}

/** @param {readonly number[]} values */
export function median(values) {
  return quartiles(values)[1];
}

/**
 * How many times slower `a` is than `b`: the median of the rounds' ratios, where a drift of the machine cancels out.
 *
 * @param {Result | undefined} a
 * @param {Result | undefined} b
 */
export function ratio(a, b) {
  if (a === undefined || b === undefined) return Number.NaN;
  return median(
    a.samples.flatMap((ns, round) => {
      const other = b.samples[round];
      return ns === undefined || other === undefined ? [] : [ns / other];
    }),
  );
}
