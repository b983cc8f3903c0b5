import { load, versionsOf } from "./load.mjs";

/** @returns {Promise<import("./load.mjs").Peer>} */
export async function dateFns() {
  const { addBusinessDays } = await load("date-fns");
  return {
    name: "date-fns",
    versions: versionsOf("date-fns"),
    how: "addBusinessDays(new Date(at), days)",
    answers: { addDays: (days) => (at) => addBusinessDays(new Date(at), days).getTime() },
    reasons: { addDays: "it knows week ends and no holidays" },
  };
}
