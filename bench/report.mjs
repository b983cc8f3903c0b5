// The findings as tables: aligned for the console, as Markdown for RESULTS.md.
import { GOALS, judge, withUnit } from "./goals.mjs";

/** @typedef {import("./section.mjs").Table} Table */
/** @typedef {Record<string, number>} Figures */

/**
 * The goals beside what was found.
 *
 * @param {Figures} figures
 * @param {boolean} all those without a figure, too
 * @returns {Table}
 */
export function goalTable(figures, all) {
  let [must, aim, measured] = [0, 0, 0];
  const rows = GOALS.filter(({ figure }) => all || figure in figures).map((goal) => {
    const limits = [goal.must, goal.aim].map((limit) => withUnit(limit, goal.unit));
    const judged = judge(goal, figures);
    if (judged === undefined) return [goal.text, "–", ...limits, "not measured"];
    measured++;
    must += Number(judged.holdsMust);
    aim += Number(judged.holdsAim);
    const { verdict } = judged;
    const own = [judged.must, judged.aim].map((limit) => withUnit(limit, goal.unit));
    return [goal.text, withUnit(judged.value, goal.unit), ...own, verdict];
  });
  const notes = [`Of ${measured} goals measured, ${must} hold their "must" and ${aim} their "aim".`];
  return { title: "Goals", columns: ["goal", "found", "must", "aim", ""], rows, notes };
}

/**
 * What several versions of Node found, side by side; of the first, which ran everything, what the others have as well.
 *
 * @param {readonly { version: string, figures: Figures }[]} runs
 * @param {readonly string[]} notes
 * @returns {Table}
 */
export function nodesTable(runs, notes) {
  const rows = GOALS.flatMap((goal) => {
    const judged = runs.map(({ figures }) => judge(goal, figures));
    if (runs.length > 1 && judged.slice(1).every((one) => one === undefined)) return [];
    const cells = judged.map((one) => (one === undefined ? "–" : `${withUnit(one.value, goal.unit)} ${mark(one)}`));
    return [[goal.text, ...cells]];
  });
  const legend = "A compact set for the others. ✓✓ must and aim hold, ✓ must holds, ✗ short of the must.";
  const columns = ["goal", ...runs.map(({ version }) => `Node ${version}`)];
  return { title: "Versions of Node, side by side", columns, rows, notes: [legend, ...notes] };
}

/** @param {{ holdsMust: boolean, holdsAim: boolean }} judged */
function mark({ holdsMust, holdsAim }) {
  if (!holdsMust) return "✗";
  return holdsAim ? "✓✓" : "✓";
}

/**
 * Aligned columns, the first to the left.
 *
 * @param {Table} table
 */
export function consoleText({ title, columns, rows, notes = [] }) {
  const widths = columns.map((column, i) => Math.max(column.length, ...rows.map((row) => (row[i] ?? "").length)));
  const line = (/** @type {readonly string[]} */ cells) =>
    cells
      .map((cell, i) =>
        i === 0 || (cells.length > 3 && cell.length > 40) ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0),
      )
      .join("  ")
      .trimEnd();
  return [`\n== ${title}`, line(columns), ...rows.map(line), ...notes].join("\n");
}

/** @param {Table} table */
export function markdownText({ title, columns, rows, notes = [] }) {
  const line = (/** @type {readonly string[]} */ cells) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  const rule = `|${columns.map((_, i) => (i === 0 ? "---|" : "---:|")).join("")}`;
  const table = rows.length > 0 ? [line(columns), rule, ...rows.map(line)] : [];
  return [`## ${title}`, "", ...table, ...notes.flatMap((note) => ["", note]), ""].join("\n");
}
