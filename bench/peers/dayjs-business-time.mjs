import { HOUR_MS, MINUTE_MS } from "../units.mjs";
import { load, versionsOf } from "./load.mjs";

/**
 * @param {readonly string[]} holidays
 * @returns {Promise<import("./load.mjs").Peer>}
 */
export async function dayjsBusinessTime(holidays) {
  const { default: dayjs } = await load("dayjs");
  const { default: businessTime } = await load("dayjs-business-time");
  dayjs.extend(businessTime); // its default hours are Monday to Friday, 09:00 to 17:00
  dayjs.setHolidays([...holidays]);
  const minutes = "it counts whole minutes: a start within a minute loses or gains up to one";
  return {
    name: "dayjs-business-time",
    versions: versionsOf("dayjs-business-time", "dayjs"),
    how: "dayjs(at).addBusinessHours(hours), subtractBusinessHours, businessMinutesDiff, isBusinessTime, addBusinessDays",
    answers: {
      add: (amount) => (at) =>
        dayjs(at)
          .addBusinessHours(amount / HOUR_MS)
          .valueOf(),
      subtract: (amount) => (at) =>
        dayjs(at)
          .subtractBusinessHours(amount / HOUR_MS)
          .valueOf(),
      between: (length) => (at) => dayjs(at).businessMinutesDiff(dayjs(at + length)) * MINUTE_MS,
      isOpen: () => (at) => Number(dayjs(at).isBusinessTime()),
      addDays: (days) => (at) => dayjs(at).addBusinessDays(days).valueOf(),
    },
    reasons: { add: minutes, subtract: minutes, between: minutes },
  };
}
