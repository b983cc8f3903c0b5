// Ten thousand tenants with a calendar each, asked at random; then each asked once for a year that nobody else uses.
import { addWorkingTime, addWorkingTimeBatch, compileCalendar } from "sla-clock/core";
import { loadKernel } from "../c/kernel.mjs";
import { checksum } from "../checksum.mjs";
import { fixed, megabytes, spread, whole } from "../figures.mjs";
import { quartiles } from "../measure.mjs";
import { memoryInUse } from "../memory.mjs";
import { randomInstants, randomNumbers, SEED } from "../random.mjs";
import { tableOf } from "../table-of.mjs";
import { SHARED, tenant } from "../tenants.mjs";
import { DAY_MS, HOUR_MS } from "../units.mjs";
import { compileWork, YEARS } from "../work.mjs";

/** @typedef {import("../work.mjs").Calendar} Calendar */

const AMOUNT = 4 * HOUR_MS;
const EPOCH = 0;
const FAR_FUTURE = Date.UTC(2190, 5, 15);
/** How many adds a round has. */
const SIZE = 100_000;

/** @type {import("../section.mjs").Section} */
export async function run({ quick }) {
  const count = quick ? 1_000 : 10_000;
  const shared = await measureTenants(count, false, quick);
  const distinct = await measureTenants(count, true, quick);
  const columns = [
    "tenants",
    "an add, ns",
    "MB",
    "RSS, MB",
    "compile and ask, s",
    "then once at epoch 0",
    "and in 2190",
    "and again in use",
  ];
  const rows = [
    [`${whole(count)}, ${SHARED} calendars`, ...shared.cells],
    [`${whole(count)}, all distinct`, ...distinct.cells],
  ];
  const notes = [
    "Tenant and instant (2024–2026) at random for every add. MB: heap and array buffers that the tenants keep.",
    `What memory allows: by hand on the bare arrays, without objects or checks on the way, ${shared.bare} and ${distinct.bare}.`,
    `And ${inC([1, SHARED, count], quick ? 5 : 21)}.`,
  ];
  return {
    figures: {
      "tenants, shared, ns": shared.ns,
      "tenants, shared, MB": shared.bytes / 1e6,
      "tenants, distinct, ns": distinct.ns,
      "tenants, distinct, MB": distinct.bytes / 1e6,
      "tenants, distinct, far, MB": distinct.farBytes / 1e6,
    },
    tables: [{ title: "Tenants", columns, rows, notes }],
  };
}

/**
 * @param {number} count
 * @param {boolean} distinct
 * @param {boolean} quick
 */
async function measureTenants(count, distinct, quick) {
  compileCalendar(tenant(0, distinct));
  const before = await memoryInUse();
  const start = performance.now();
  const calendars = Array.from({ length: count }, (_, number) => compileCalendar(tenant(number, distinct)));
  for (const calendar of calendars) askThroughYears(calendar);
  const seconds = (performance.now() - start) / 1000;
  const settled = await memoryInUse(); // first, so that nothing is swept while answers are timed
  const { own, bare } = addSamples(calendars, quick ? 5 : 21);
  const [low, middle, high] = quartiles(own);
  const bytes = settled.used - before.used;
  /** @type {number[]} */
  const later = [];
  for (const at of [EPOCH, FAR_FUTURE]) {
    for (const calendar of calendars) addWorkingTime(calendar, at, AMOUNT);
    later.push((await memoryInUse()).used - before.used);
  }
  const again = askAgain(calendars);
  later.push((await memoryInUse()).used - before.used);
  if (calendars.length !== count) throw new Error("tenants are missing"); // they were all in memory until here
  const changes = later.map((total) => `${total >= bytes ? "+" : "-"}${megabytes(Math.abs(total - bytes))}`);
  if (again < count) changes.push(`${changes.pop()} after ${whole(again)}`);
  const memory = [bytes, settled.rss - before.rss].map((size) => fixed(size / 1e6));
  const ns = `${fixed(middle)} (${spread({ lowNs: low, highNs: high })})`;
  const cells = [ns, ...memory, fixed(seconds), ...changes];
  return { ns: middle, bare: `${fixed(quartiles(bare)[1])} ns`, bytes, farBytes: Math.max(bytes, ...later), cells };
}

/** More than this is too much already. */
const MOST_BYTES = 2e9;

/**
 * Asks for the years in use again, a few times each; ends early where that takes too much memory. How many were asked.
 *
 * @param {readonly Calendar[]} calendars
 */
function askAgain(calendars) {
  let asked = 0;
  for (const calendar of calendars) {
    if (asked % 100 === 0 && process.memoryUsage().arrayBuffers > MOST_BYTES) break;
    askThroughYears(calendar);
    asked++;
  }
  return asked;
}

/** As in use for years: asked in each quarter. @param {Calendar} calendar */
function askThroughYears(calendar) {
  const [from, to] = [Date.parse(YEARS.from), Date.parse(YEARS.to)];
  for (let i = 0; i < 12; i++) addWorkingTime(calendar, from + ((to - from) / 12) * i, AMOUNT);
}

/**
 * Nanoseconds for an add, of which each has a tenant and an instant of its own; then those of the bare arithmetic.
 *
 * @param {readonly Calendar[]} calendars
 * @param {number} rounds
 */
function addSamples(calendars, rounds) {
  const instants = randomInstants(SIZE, YEARS.from, YEARS.to);
  const random = randomNumbers(SEED + 2);
  const order = Uint32Array.from({ length: SIZE * 2 }, () => Math.floor(random() * calendars.length));
  const tables = calendars.map(tableOf);
  const [pairs, grids] = [tables.map((table) => table.pairs), tables.map((table) => table.grid)];
  const loops = {
    own: (/** @type {number} */ shift) => addAll(calendars, order, instants, shift),
    bare: (/** @type {number} */ shift) => addBarely(pairs, grids, order, instants, shift),
  };
  if (loops.own(0) !== loops.bare(0)) throw new Error("the bare arithmetic answers differently");
  const round = (/** @type {"own" | "bare"} */ name, /** @type {number} */ shift) => {
    const start = performance.now();
    const sum = loops[name](shift);
    if (Number.isNaN(sum)) throw new Error("a tenant gave no number");
    return ((performance.now() - start) * 1e6) / SIZE;
  };
  const samplesOf = (/** @type {"own" | "bare"} */ name) => {
    for (let i = 0; i < 3; i++) round(name, i);
    return Array.from({ length: rounds }, (_, i) => round(name, (i * 4789) % SIZE)); // other pairs in each round
  };
  return { own: samplesOf("own"), bare: samplesOf("bare") };
}

/**
 * @param {readonly Calendar[]} calendars
 * @param {Uint32Array} order
 * @param {Float64Array} instants
 * @param {number} shift
 */
function addAll(calendars, order, instants, shift) {
  let sum = 0;
  for (let i = 0; i < SIZE; i++) {
    const calendar = /** @type {Calendar} */ (calendars[/** @type {number} */ (order[i + shift])]);
    sum += addWorkingTime(calendar, /** @type {number} */ (instants[i]), AMOUNT);
  }
  return sum;
}

/**
 * What addWorkingTime comes to where a table holds the instant and the answer is near: the least that JavaScript can do with
 * tables of this layout (timeline.ts).
 *
 * @param {readonly Float64Array[]} pairsOf
 * @param {readonly (Uint16Array | Uint32Array)[]} gridOf
 * @param {Uint32Array} order
 * @param {Float64Array} instants
 * @param {number} shift
 */
function addBarely(pairsOf, gridOf, order, instants, shift) {
  let sum = 0;
  for (let i = 0; i < SIZE; i++) {
    const tenant = /** @type {number} */ (order[i + shift]);
    const pairs = /** @type {any} */ (pairsOf[tenant]);
    const grid = /** @type {any} */ (gridOf[tenant]);
    const at = /** @type {number} */ (instants[i]);
    let pair = 6 + 2 * grid[((at - pairs[0]) * pairs[3]) | 0];
    pair += 2 * +(pairs[pair + 2] + pairs[pair + 3] <= at);
    const work = Math.min(at - pairs[pair + 1], pairs[pair + 2]) + AMOUNT;
    pair += 2 * +(pairs[pair + 2] < work);
    sum += pairs[pair + 1] + work;
  }
  return sum;
}

/**
 * The same in C, with as many tables in memory of their own: no objects on the way, and nothing but the arithmetic.
 *
 * @param {readonly number[]} counts
 * @param {number} rounds
 */
function inC(counts, rounds) {
  const office = compileWork("office");
  const span = { from: Date.parse(YEARS.from) - 60 * DAY_MS, to: Date.parse(YEARS.to) + 60 * DAY_MS };
  const instants = randomInstants(SIZE, YEARS.from, YEARS.to);
  const kernel = loadKernel(office, span, instants, AMOUNT);
  if (typeof kernel === "string") return kernel;
  const expected = checksum(addWorkingTimeBatch(office, instants, AMOUNT));
  const texts = counts.map((count) => {
    const { samples, sum } = kernel.run(rounds, count);
    if (sum !== expected) throw new Error(`kernel.c answers differently: checksum ${sum}, ours ${expected}`);
    const [low, middle, high] = quartiles(samples);
    return `${fixed(middle)} ns (${spread({ lowNs: low, highNs: high })}) for ${whole(count)}`;
  });
  kernel.remove();
  return `the same in C with a copy of one table for each, ${texts.join(", ")}`;
}
