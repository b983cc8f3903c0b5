import { HOUR_MS } from "../units.mjs";
import { load, versionsOf } from "./load.mjs";

/**
 * @param {readonly string[]} holidays
 * @returns {Promise<import("./load.mjs").Peer>}
 */
export async function momentBusinessTime(holidays) {
  const { default: moment } = await load("moment-business-time"); // moment itself, with its own functions added
  moment.updateLocale(moment.locale(), { holidays }); // its default hours are Monday to Friday, 09:00 to 17:00
  return {
    name: "moment-business-time",
    versions: versionsOf("moment-business-time", "moment"),
    how: 'moment(at).addWorkingTime(hours, "hours"), subtractWorkingTime, workingDiff, isWorkingTime',
    answers: {
      add: (amount) => (at) =>
        moment(at)
          .addWorkingTime(amount / HOUR_MS, "hours")
          .valueOf(),
      subtract: (amount) => (at) =>
        moment(at)
          .subtractWorkingTime(amount / HOUR_MS, "hours")
          .valueOf(),
      between: (length) => (at) => moment(at + length).workingDiff(moment(at), "milliseconds"),
      isOpen: () => (at) => Number(moment(at).isWorkingTime()),
      addDays: (days) => (at) => moment(at).addWorkingTime(days, "days").valueOf(),
    },
    reasons: {},
  };
}
