import { load, versionsOf } from "./load.mjs";

/**
 * @param {readonly string[]} holidays
 * @param {string} zone
 * @returns {Promise<import("./load.mjs").Peer>}
 */
export async function luxonBusinessDays(holidays, zone) {
  const { DateTime } = (await load("luxon-business-days")).default; // luxon's own, with its own functions added
  const days = new Set(holidays);
  // A matcher of one's own is how it is told of days off; the business days are Monday to Friday.
  DateTime.prototype.setupBusiness({
    holidayMatchers: [(/** @type {{ toISODate(): string }} */ date) => days.has(date.toISODate())],
  });
  return {
    name: "luxon-business-days",
    versions: versionsOf("luxon-business-days", "luxon"),
    how: "DateTime.fromMillis(at, { zone }).plusBusiness({ days })",
    answers: {
      addDays: (amount) => (at) => DateTime.fromMillis(at, { zone }).plusBusiness({ days: amount }).toMillis(),
    },
    reasons: {},
  };
}
