// What the peers answer, beside this library's answers; and what they answer in a process of another zone, where
// run.mjs starts this section a second time.
import { whole } from "../figures.mjs";
import { compareAnswers, differencesTable } from "../peers/compare.mjs";
import { loadPeers } from "../peers/peers.mjs";
import { PEER_QUESTIONS, question } from "../questions.mjs";
import { compileWork, ZONE } from "../work.mjs";

/** @type {import("../section.mjs").Section} */
export async function run({ quick }) {
  const { peers } = await loadPeers();
  const effort = { budgetMs: quick ? 20 : 100, atLeast: quick ? 3 : 10 };
  const office = compileWork("office");
  if (process.env["TZ"] !== ZONE) return { tables: [otherZoneTable(peers, office, effort)] };
  const differences = compareAnswers(peers, PEER_QUESTIONS, office, effort);
  const differing = differences.filter(({ differ }) => differ > 0).map((one) => `${one.question} · ${one.peer}`);
  return { differing, tables: [differencesTable(differences)] };
}

/**
 * @param {readonly import("../peers/load.mjs").Peer[]} peers
 * @param {import("../work.mjs").Calendar} office
 * @param {import("../peers/compare.mjs").Effort} effort
 * @returns {import("../section.mjs").Table}
 */
function otherZoneTable(peers, office, effort) {
  const questions = [question("add 4 h"), question("add 5 days")];
  const rows = compareAnswers(peers, questions, office, effort).map((difference) => {
    const { peer, question: asked, of, differ, example = ["", "", ""] } = difference;
    return [peer, asked, `${whole(differ)} of ${whole(of)}`, ...example];
  });
  return {
    title: "The same in a process that runs in another zone",
    columns: ["peer", "question", "differ", "start", "sla-clock", "peer"],
    rows,
    notes: [
      `A calendar of ${ZONE} asked in a process that runs in UTC; everywhere else here the process runs in ${ZONE}. A peer that differs here and not there knows no zone but the process's.`,
    ],
  };
}
