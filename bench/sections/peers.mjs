// The same questions put to this library and to the peers, in one process and in the same rounds. The process runs in the zone of the work, as most peers know no other than the process's.
import { expectChecked } from "../check-answers.mjs";
import { short, spread, time, whole } from "../figures.mjs";
import { loopCase, measure, ratio } from "../measure.mjs";
import { ownCase } from "../own-answers.mjs";
import { loadPeers } from "../peers/peers.mjs";
import { PEER_QUESTIONS as QUESTIONS } from "../questions.mjs";
import { compileWork, workInstants } from "../work.mjs";

/** @typedef {import("../questions.mjs").Question} Question */
/** @typedef {import("../peers/load.mjs").Peer} Peer */
/** @typedef {import("../measure.mjs").Results} Results */

const OWN = "sla-clock";

/** @type {import("../section.mjs").Sample} */
export async function sample({ quick, checksums, askPeers }) {
  const { peers } = await peersAsked(askPeers);
  const office = compileWork("office");
  expectChecked("office", office, QUESTIONS, checksums);
  const cases = QUESTIONS.flatMap((question) => casesOf(question, peers, office));
  return measure(cases, quick ? { rounds: 7, warmUpMs: 30, sliceMs: 1 } : { rounds: 16, warmUpMs: 80, sliceMs: 3 });
}

/** @type {import("../section.mjs").Section} */
export async function run({ askPeers, differing }, results) {
  const { peers, missing } = await peersAsked(askPeers);
  return {
    figures: figuresOf(results, peers),
    tables: [mainTable(results, peers, missing, new Set(differing)), detailTable(results)],
  };
}

/** @param {boolean} askPeers */
async function peersAsked(askPeers) {
  return askPeers ? loadPeers() : { peers: [], missing: ["all of them (--no-peers)"] };
}

/** @param {string} name @param {Question} question */
const caseName = (name, question) => `${question.id} · ${name}`;

/**
 * @param {Question} question
 * @param {readonly Peer[]} peers
 * @param {import("../work.mjs").Calendar} office
 */
function casesOf(question, peers, office) {
  const instants = workInstants(question.starts);
  const cases = [ownCase(caseName(OWN, question), instants, office, question)];
  for (const { name, answers } of peers) {
    const answer = answers[question.kind]?.(question.amount);
    if (answer !== undefined) cases.push(loopCase(caseName(name, question), instants, answer));
  }
  return cases;
}

/** How many times slower each peer is: `add 4 h · opening_hours`. @param {Results} results @param {readonly Peer[]} peers */
function figuresOf(results, peers) {
  /** @type {Record<string, number>} */
  const figures = {};
  for (const question of QUESTIONS) {
    for (const { name } of peers) {
      const result = results.get(caseName(name, question));
      if (result) figures[caseName(name, question)] = ratio(result, results.get(caseName(OWN, question)));
    }
  }
  return figures;
}

/**
 * @param {Results} results
 * @param {readonly Peer[]} peers
 * @param {readonly string[]} missing
 * @param {ReadonlySet<string>} differing
 * @returns {import("../section.mjs").Table}
 */
function mainTable(results, peers, missing, differing) {
  const rows = QUESTIONS.map((question) => {
    const own = results.get(caseName(OWN, question));
    const cells = peers.map(({ name }) => {
      const result = results.get(caseName(name, question));
      if (result === undefined) return "–";
      return `${time(result.medianNs)} ${short(ratio(result, own))}x${differing.has(caseName(name, question)) ? " †" : ""}`;
    });
    return [question.text, time(own?.medianNs ?? Number.NaN), ...cells];
  });
  const notes = [
    "Medians for one answer, and how many times slower than sla-clock. – means that it cannot be asked; † that some of its answers differ, see below.",
    ...peers.map(({ name, versions, how }) => `${name}: ${versions}; asked by ${how}.`),
  ];
  if (missing.length > 0) notes.push(`Missing: ${missing.join(", ")}.`);
  const columns = ["question", "sla-clock/core", ...peers.map(({ name }) => name)];
  return { title: "Against the peers: biz's eleven questions, those of the goals, and days", columns, rows, notes };
}

/** @param {Results} results @returns {import("../section.mjs").Table} */
function detailTable(results) {
  const rows = [...results].map(([name, result]) => {
    const taken = result.samples.filter((ns) => ns !== undefined).length;
    return [name, short(result.medianNs), spread(result), whole(result.inputs), whole(taken)];
  });
  const columns = ["question · library", "median ns", "quartiles", "inputs a round", "rounds"];
  const notes = ["Slow cases get fewer inputs, others in each round; the slowest are in fewer rounds."];
  return { title: "The same in full", columns, rows, notes, detail: true };
}
