import { HOLIDAYS, ZONE } from "../work.mjs";
import { dateFns } from "./date-fns.mjs";
import { dayjsBusinessTime } from "./dayjs-business-time.mjs";
import { luxonBusinessDays } from "./luxon-business-days.mjs";
import { momentBusinessTime } from "./moment-business-time.mjs";
import { openingHours } from "./opening-hours.mjs";

/** @typedef {import("./load.mjs").Peer} Peer */

/** How each is set up for the work, by its name on npm. @type {Record<string, () => Promise<Peer>>} */
const SETUPS = {
  opening_hours: () => openingHours(HOLIDAYS),
  "dayjs-business-time": () => dayjsBusinessTime(HOLIDAYS),
  "moment-business-time": () => momentBusinessTime(HOLIDAYS),
  "luxon-business-days": () => luxonBusinessDays(HOLIDAYS, ZONE),
  "date-fns": () => dateFns(),
};

/**
 * The peers that are installed, and those that are not with what stood in the way.
 *
 * @returns {Promise<{ peers: Peer[], missing: string[] }>}
 */
export async function loadPeers() {
  /** @type {Peer[]} */
  const peers = [];
  /** @type {string[]} */
  const missing = [];
  for (const [name, setUp] of Object.entries(SETUPS)) {
    try {
      peers.push(await setUp());
    } catch (error) {
      missing.push(`${name} (${error instanceof Error ? (error.message.split("\n")[0] ?? "") : error})`);
    }
  }
  return { peers, missing };
}
