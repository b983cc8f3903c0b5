// Where a peer answers differently: how often, one example, and the reason where it is known.
import { whole } from "../figures.mjs";
import { ownAnswer } from "../own-answers.mjs";
import { MINUTE_MS } from "../units.mjs";
import { workInstants, ZONE } from "../work.mjs";

/** @typedef {import("./load.mjs").Peer} Peer */
/** @typedef {import("../questions.mjs").Question} Question */

/**
 * How many of `of` answers differ, and how many by a minute or more.
 * @typedef {{ peer: string, question: string, of: number, differ: number, byMinutes: number, example?: string[], reason: string }} Difference
 */

/** How long instants are compared, and how many at least. @typedef {{ budgetMs: number, atLeast: number }} Effort */

/**
 * Asks every peer every question that it can be asked, for as many instants as the time allows.
 *
 * @param {readonly Peer[]} peers
 * @param {readonly Question[]} questions
 * @param {import("../work.mjs").Calendar} office
 * @param {Effort} effort for each question and peer
 */
export function compareAnswers(peers, questions, office, effort) {
  return questions.flatMap((question) =>
    peers.flatMap((peer) => {
      const answer = peer.answers[question.kind]?.(question.amount);
      return answer === undefined ? [] : [compare(peer, question, answer, ownAnswer(office, question), effort)];
    }),
  );
}

/**
 * @param {Peer} peer
 * @param {Question} question
 * @param {import("./load.mjs").Answer} theirs
 * @param {import("./load.mjs").Answer} ours
 * @param {Effort} effort
 */
function compare(peer, question, theirs, ours, { budgetMs, atLeast }) {
  /** @type {Difference} */
  const found = { peer: peer.name, question: question.id, of: 0, differ: 0, byMinutes: 0, reason: "" };
  const end = performance.now() + budgetMs;
  let widest = 0;
  for (const at of workInstants(question.starts)) {
    if (found.of >= atLeast && performance.now() > end) break;
    found.of++;
    const [own, other] = [ours(at), theirs(at)];
    if (own === other) continue;
    const distance = Math.abs(own - other);
    found.differ++;
    if (!(distance < MINUTE_MS)) found.byMinutes++;
    if (!(distance <= widest)) {
      widest = distance;
      found.example = [local(at), answerText(question, own), answerText(question, other)];
    }
  }
  if (found.differ > 0) found.reason = peer.reasons[question.kind] ?? "not found out";
  return found;
}

/** @param {readonly Difference[]} differences @returns {import("../section.mjs").Table} */
export function differencesTable(differences) {
  const all = differences.filter(({ differ }) => differ > 0);
  /** @type {Set<string>} */
  const reasons = new Set();
  const rows = all.map(({ peer, question, of, differ, byMinutes, example = [], reason }) => {
    reasons.add(`${peer}: ${reason}.`);
    return [peer, question, `${whole(differ)} of ${whole(of)}`, whole(byMinutes), ...example];
  });
  const same = differences.filter(({ differ }) => differ === 0).length;
  return {
    title: "Where a peer answers differently",
    columns: ["peer", "question", "differ", "by a minute or more", "the widest: start", "sla-clock", "peer"],
    rows,
    notes: [
      `Of ${differences.length} pairs of peer and question, ${same} agree on every instant that was compared.`,
      ...reasons,
    ],
  };
}

/** @param {Question} question @param {number} answer */
function answerText({ kind }, answer) {
  if (kind === "isOpen") return answer === 1 ? "open" : "closed";
  return kind === "between" ? `${answer / MINUTE_MS} min` : local(answer);
}

/** The wall clock of the work's zone. @param {number} at */
function local(at) {
  if (!Number.isFinite(at)) return String(at);
  const date = new Date(at);
  const text = date.toLocaleString("sv-SE", { timeZone: ZONE, dateStyle: "short", timeStyle: "medium" });
  const weekday = date.toLocaleString("en", { timeZone: ZONE, weekday: "short" });
  return `${weekday} ${text}.${String(date.getUTCMilliseconds()).padStart(3, "0")}`;
}
