// The slow truth about the calendars of the work: `Reference` of src/testing, which shares no code with what is timed.
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { DAY_MS } from "./units.mjs";
import { DEFINITIONS } from "./work.mjs";

/** @typedef {import("../src/testing/reference.js").Reference} Reference */
/** @typedef {(at: number) => number | string | undefined} Truth */

/** The slow reference, which the package does not ship yet: bundled from its source. */
async function loadReference() {
  const entry = fileURLToPath(new URL("../src/testing/reference.ts", import.meta.url));
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, format: "esm", write: false });
  const code = Buffer.from(outputFiles[0]?.contents ?? []).toString("base64");
  /** @type {typeof import("../src/testing/reference.js")} */
  const { Reference } = await import(`data:text/javascript;base64,${code}`);
  return Reference;
}

/**
 * What knows the answers of one calendar between two dates; of united calendars the open time of all of them.
 *
 * @param {import("./work.mjs").CalendarName} name
 * @param {string} from
 * @param {string} to
 * @returns {Promise<(question: import("./questions.mjs").Question) => Truth>}
 */
export async function referenceOf(name, from, to) {
  const Reference = await loadReference();
  const sight = { from: Date.parse(from), to: Date.parse(to) };
  const [first, ...others] = DEFINITIONS[name].map((definition) => new Reference(definition, sight));
  if (first === undefined) throw new Error(`${name} has no definition`);
  if (others.length === 0) return (question) => truthOf(first, question);
  const open = joined([first, ...others].flatMap((member) => member.open));
  return (question) => truthOfStretches(open, question);
}

/**
 * The same for instants of any year: a reference for each, which looks at the two weeks around it.
 *
 * @param {import("./work.mjs").CalendarName} name
 * @returns {Promise<(question: import("./questions.mjs").Question, at: number) => number>}
 */
export async function nearReference(name) {
  const Reference = await loadReference();
  const [definition] = DEFINITIONS[name];
  if (definition === undefined) throw new Error(`${name} has no definition`);
  return (question, at) => {
    const reference = new Reference(definition, { from: at - 2 * DAY_MS, to: at + 12 * DAY_MS });
    return Number(truthOf(reference, question)(at));
  };
}

/**
 * @param {Reference} reference
 * @param {import("./questions.mjs").Question} question
 * @returns {Truth}
 */
function truthOf(reference, { kind, amount }) {
  switch (kind) {
    case "add":
      return (at) => reference.addWorkingTime(at, amount);
    case "subtract":
      return (at) => reference.subtractWorkingTime(at, amount);
    case "between":
      return (at) => reference.workingTimeBetween(at, at + amount);
    case "isOpen":
      return (at) => Number(reference.isOpen(at));
    case "addDays":
      return (at) => reference.addWorkingDays(at, amount);
    case "workingDaysBetween":
      return (at) => reference.workingDaysBetween(at, at + amount);
    default:
      return (at) => reference[kind](at);
  }
}

/** @typedef {import("../src/testing/reference.js").Stretch} Stretch */

/**
 * Stretches as one list in which none touch.
 *
 * @param {readonly Stretch[]} stretches
 */
function joined(stretches) {
  /** @type {{ from: number, to: number }[]} */
  const open = [];
  for (const { from, to } of [...stretches].sort((a, b) => a.from - b.from)) {
    const last = open.at(-1);
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
    else open.push({ from, to });
  }
  return open;
}

/**
 * What a list of open stretches says: for calendars that are united, of which there is no definition.
 *
 * @param {readonly Stretch[]} open
 * @param {import("./questions.mjs").Question} question
 * @returns {Truth}
 */
function truthOfStretches(open, { kind, amount }) {
  if (kind === "isOpen") return (at) => Number(open.some(({ from, to }) => from <= at && at < to));
  if (kind === "between") return (at) => openTime(open, at, at + amount);
  if (kind !== "add") throw new Error(`no reference for ${kind} of united calendars`);
  return (at) => {
    let left = amount;
    for (const { from, to } of open) {
      const begin = Math.max(from, at);
      if (to - begin >= left) return begin + left;
      left -= Math.max(0, to - begin);
    }
    return undefined;
  };
}

/**
 * @param {readonly Stretch[]} open
 * @param {number} from
 * @param {number} to
 */
function openTime(open, from, to) {
  return open.reduce((sum, stretch) => sum + Math.max(0, Math.min(stretch.to, to) - Math.max(stretch.from, from)), 0);
}
