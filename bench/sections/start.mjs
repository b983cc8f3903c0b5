// What a process pays before its first answer: the whole process, beside one that does nothing.
import { spawnSync } from "node:child_process";
import { root } from "../../scripts/run.mjs";
import { fixed } from "../figures.mjs";
import { quartiles } from "../measure.mjs";

const hours = JSON.stringify({ fri: ["09:00-17:00"], mon: ["09:00-17:00"] });
const answer = (/** @type {string} */ entry, /** @type {string} */ zone) =>
  `import("${entry}").then(({ compileCalendar, addWorkingTime }) => {
    const calendar = compileCalendar({ zone: "${zone}", hours: ${hours} });
    if (Number.isNaN(addWorkingTime(calendar, 1763715600000, 14400000))) throw new Error("no answer");
  })`;

const PROGRAMS = {
  "node alone": "0",
  "sla-clock/core, one answer in UTC": answer("sla-clock/core", "UTC"),
  "sla-clock/core, one answer in New York": answer("sla-clock/core", "America/New_York"),
  "sla-clock, one answer in UTC": answer("sla-clock", "UTC"),
};

/** @type {import("../section.mjs").Section} */
export function run({ quick }) {
  const samples = Object.keys(PROGRAMS).map(() => /** @type {number[]} */ ([]));
  for (let round = 0; round < (quick ? 3 : 15); round++) {
    Object.values(PROGRAMS).forEach((program, i) => {
      samples[i]?.push(processMs(program));
    });
  }
  const [bare = 0] = samples.map((ms) => quartiles(ms)[1]);
  const rows = Object.keys(PROGRAMS).map((name, i) => {
    const [low, middle, high] = quartiles(samples[i] ?? []);
    return [name, fixed(middle), `${fixed(low)}–${fixed(high)}`, fixed(middle - bare)];
  });
  const columns = ["a whole process", "median ms", "quartiles", "over node alone"];
  return {
    figures: { "start, ms": quartiles(samples[1] ?? [])[1] - bare },
    tables: [{ title: "Cold start", columns, rows }],
  };
}

/** @param {string} program */
function processMs(program) {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ["-e", program], { cwd: root, encoding: "utf8" });
  if (status !== 0) throw new Error(`node -e failed: ${stderr}`);
  return performance.now() - start;
}
