import { load, versionsOf } from "./load.mjs";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/**
 * It has no function that adds: its iterator steps from change to change, and the open stretches are added up. It steps
 * forward only, so it cannot subtract.
 *
 * @param {readonly string[]} holidays
 * @returns {Promise<import("./load.mjs").Peer>}
 */
export async function openingHours(holidays) {
  const { default: OpeningHours } = await load("opening_hours");
  const days = holidays.map((date) => `${date.slice(0, 4)} ${MONTHS[Number(date.slice(5, 7)) - 1]} ${date.slice(8)}`);
  const hours = new OpeningHours(`Mo-Fr 09:00-17:00; ${days.join(",")} off`);
  return {
    name: "opening_hours",
    versions: versionsOf("opening_hours"),
    how: "getIterator(at), advance() until the open stretches add up; getOpenDuration(from, to); getState(at)",
    answers: {
      add: (amount) => (at) => addByIterator(hours.getIterator(new Date(at)), at, amount),
      between: (length) => (at) => hours.getOpenDuration(new Date(at), new Date(at + length))[0],
      isOpen: () => (at) => Number(hours.getState(new Date(at))),
    },
    reasons: {},
  };
}

/**
 * @param {{ getState(): boolean, getDate(): Date, advance(): boolean }} iterator
 * @param {number} at
 * @param {number} amount
 */
function addByIterator(iterator, at, amount) {
  let left = amount;
  let from = at;
  let open = iterator.getState();
  while (iterator.advance()) {
    const to = iterator.getDate().getTime();
    if (open && left <= to - from) return from + left;
    if (open) left -= to - from;
    from = to;
    open = iterator.getState();
  }
  return Number.NaN;
}
