// The callers of `addWorkingTime` of sla-clock, which takes every kind of instant: what they cost is asked in two sections.
import { addWorkingTime } from "sla-clock";
import { calendarCase, loopCase } from "./measure.mjs";
import { HOUR_MS } from "./units.mjs";
import { workInstants } from "./work.mjs";

export const AMOUNT = 4 * HOUR_MS;

/**
 * Numbers, an amount as text, dates.
 *
 * @param {import("./work.mjs").Calendar} office
 */
export function anyKindCases(office) {
  const instants = workInstants();
  const dates = [...instants].map((at) => new Date(at));
  return [
    calendarCase("sla-clock: add 4 h", instants, addWorkingTime, office, AMOUNT),
    calendarCase('sla-clock: add "4 working hours"', instants, addWorkingTime, office, "4 working hours"),
    calendarCase(
      "sla-clock: Date add 4 h",
      dates,
      (calendar, at, amount) => addWorkingTime(calendar, at, amount).getTime(),
      office,
      AMOUNT,
    ),
    loopCase("a Date made from a Date's number", dates, (date) => new Date(date.getTime() + 1).getTime()),
  ];
}
