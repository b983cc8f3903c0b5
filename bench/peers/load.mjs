import { readFileSync } from "node:fs";

/**
 * @typedef {(at: number) => number} Answer
 *
 * A library that is compared with. `answers` says how the kinds of questions are put to it, with the question's amount;
 * what it cannot answer is absent. `reasons` says for a kind of question why its answers differ, where they do.
 * @typedef {object} Peer
 * @property {string} name
 * @property {string} versions
 * @property {string} how how it is asked
 * @property {Partial<Record<import("../questions.mjs").Kind, (amount: number) => Answer>>} answers
 * @property {Partial<Record<import("../questions.mjs").Kind, string>>} reasons
 */

/**
 * A module of bench/peers/node_modules. (The name is no literal where it is imported: the project is checked without
 * the peers, and so without their types.)
 *
 * @param {string} name
 * @returns {Promise<any>}
 */
export function load(name) {
  return import(name);
}

/**
 * Names with their installed versions: "dayjs 1.11.23".
 *
 * @param {readonly string[]} names
 */
export function versionsOf(...names) {
  const version = (/** @type {string} */ name) =>
    JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, import.meta.url), "utf8")).version;
  return names.map((name) => `${name} ${version(name)}`).join(", ");
}
