// Writes src/holidays/china.ts from the package chinese-days and prints the coverage.
//
//   node scripts/update-china-holidays.mjs           writes the file
//   node scripts/update-china-holidays.mjs --check   writes nothing; exits 1 where the file is not what it would write
//
// Every autumn the State Council publishes the holidays of the next year: npm install -D chinese-days@latest, run this,
// read the difference beside the notice, and run the tests.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** @typedef {{ date: string, name: string, english: string }} Day */
/** @typedef {{ holidays: Day[], makeUpDays: Day[] }} Days */
/** @typedef {Record<"holidays" | "workdays" | "inLieuDays", Record<string, string>>} Source date -> "National Day,国庆节,3" */

const FILE = fileURLToPath(new URL("../src/holidays/china.ts", import.meta.url));
const PACKAGE = "chinese-days";

/** The notices write the names of three festivals in full. */
const IN_FULL = new Map([
  ["清明", "清明节"],
  ["端午", "端午节"],
  ["中秋", "中秋节"],
]);

/** Days that the notices name and chinese-days 1.5.7 lacks. One that a later version has is reported: take it out here. */
const MISSING = {
  makeUpDays: [
    // 国办发明电〔2005〕35号: 12月31日（星期六）上班
    { date: "2005-12-31", name: "元旦", english: "New Year's Day" },
  ],
  holidays: [
    // 国办发明电〔2010〕40号: 端午节：6月4日至6日放假公休
    { date: "2011-06-05", name: "端午节", english: "Dragon Boat Festival" },
    // 国办发明电〔2011〕45号: 端午节：6月22日至24日放假公休
    { date: "2012-06-23", name: "端午节", english: "Dragon Boat Festival" },
    // 国发明电〔2015〕1号: 9月3日至5日调休放假
    {
      date: "2015-09-05",
      name: "中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日",
      english: "Anti-Fascist 70th Day",
    },
  ],
};

main();

function main() {
  const root = dirname(createRequire(import.meta.url).resolve(`${PACKAGE}/package.json`));
  const { version } = readJson(join(root, "package.json"));
  const source = readJson(join(root, "dist/chinese-days.json"));
  const complaints = complaintsAbout(source, root);
  const days = daysOf(source, complaints);
  complain(complaints);
  const text = fileText(days, version);
  printCoverage(days, version);
  if (process.argv.includes("--check")) check(text);
  else writeFileSync(FILE, text);
}

/** @param {string} text */
function check(text) {
  let kept = "";
  try {
    kept = readFileSync(FILE, "utf8");
  } catch {
    // No file yet: as out of date as can be.
  }
  if (kept === text) console.log("src/holidays/china.ts is up to date.");
  else complain([`src/holidays/china.ts is not what ${PACKAGE} gives: run node scripts/update-china-holidays.mjs`]);
}

/** @param {string[]} complaints */
function complain(complaints) {
  if (complaints.length === 0) return;
  for (const complaint of complaints) console.error(complaint);
  process.exit(1);
}

/** @param {string} file */
function readJson(file) {
  return JSON.parse(readFileSync(file, "utf8"));
}

/**
 * What does not fit together in the package's data: its whole list beside its lists of years, and days in two roles.
 * @param {Source} source
 * @param {string} root
 */
function complaintsAbout(source, root) {
  const years = join(root, "dist/years");
  const files = readdirSync(years).filter((file) => /^\d{4}\.json$/.test(file));
  const ofYears = files.map((file) => /** @type {Source} */ (readJson(join(years, file))));
  const complaints = [];
  for (const role of /** @type {const} */ (["holidays", "workdays", "inLieuDays"])) {
    const merged = Object.assign({}, ...ofYears.map((year) => year[role]));
    const dates = new Set([...Object.keys(merged), ...Object.keys(source[role])]);
    for (const date of dates) {
      if (merged[date] !== source[role][date]) complaints.push(`${date}: the lists of ${role} differ in ${PACKAGE}`);
    }
  }
  for (const date of Object.keys(source.inLieuDays)) {
    if (!(date in source.holidays)) complaints.push(`${date} is a day in lieu, but no holiday`);
  }
  return complaints;
}

/**
 * @param {Source} source
 * @param {string[]} complaints
 * @returns {Days}
 */
function daysOf(source, complaints) {
  const holidays = rolesDays(source.holidays, MISSING.holidays, complaints);
  const makeUpDays = rolesDays(source.workdays, MISSING.makeUpDays, complaints);
  const closed = new Set(holidays.map(({ date }) => date));
  for (const { date } of makeUpDays) {
    if (closed.has(date)) complaints.push(`${date} is both a holiday and a make-up day`);
    if (![0, 6].includes(new Date(date).getUTCDay())) complaints.push(`${date} is a make-up day, but no weekend`);
  }
  return { holidays, makeUpDays };
}

/**
 * @param {Record<string, string>} list
 * @param {Day[]} missing
 * @param {string[]} complaints
 */
function rolesDays(list, missing, complaints) {
  const days = Object.entries(list).map(([date, text]) => {
    const [english = "", chinese = ""] = text.split(",");
    return { date, name: IN_FULL.get(chinese) ?? chinese, english };
  });
  for (const { date } of missing) {
    if (date in list) complaints.push(`${PACKAGE} has ${date} now: take it out of MISSING in this script`);
  }
  const all = [...days, ...missing].sort((a, b) => (a.date < b.date ? -1 : 1));
  for (const { date, name } of all) {
    const real = !Number.isNaN(Date.parse(date)) && new Date(date).toISOString().startsWith(date);
    if (!real || !/^\S+$/.test(name)) complaints.push(`${date} ${name}: no date or no name`);
  }
  return all;
}

/** @param {Days} days */
function coverage({ holidays, makeUpDays }) {
  const years = [...new Set([...holidays, ...makeUpDays].map(({ date }) => date.slice(0, 4)))].sort();
  const [first, last] = [years[0], years.at(-1)];
  return { years, knownFrom: `${first}-01-01`, knownUntil: `${last}-12-28` };
}

/**
 * One line for each holiday of each year: "2026 国庆节 10-01/10-07 +09-20 +10-10".
 * @param {Days} days
 */
function lines({ holidays, makeUpDays }) {
  /** @type {Map<string, string[]>} */
  const found = new Map();
  const lineOf = (/** @type {Day} */ { date, name }) => {
    const key = `${date.slice(0, 4)} ${name}`;
    const line = found.get(key) ?? [];
    found.set(key, line);
    return line;
  };
  for (const run of runs(holidays)) {
    const [from, to] = [run[0], run.at(-1)].map((day) => day?.date.slice(5));
    lineOf(/** @type {Day} */ (run[0])).push(from === to ? `${from}` : `${from}/${to}`);
  }
  for (const day of makeUpDays) lineOf(day).push(`+${day.date.slice(5)}`);
  return [...found].map(([key, parts]) => [key, ...parts].join(" ")).sort(byYearAndFirstDay);
}

/**
 * @param {string} a
 * @param {string} b
 */
function byYearAndFirstDay(a, b) {
  const key = (/** @type {string} */ line) => line.slice(0, 4) + line.split(" ")[2]?.replace("+", "");
  return key(a) < key(b) ? -1 : 1;
}

/**
 * Stretches of consecutive days of one year with the same name.
 * @param {Day[]} days
 */
function runs(days) {
  /** @type {Day[][]} */
  const found = [];
  for (const day of days) {
    const last = found.at(-1)?.at(-1);
    const goesOn =
      last !== undefined &&
      last.name === day.name &&
      last.date.slice(0, 4) === day.date.slice(0, 4) &&
      Date.parse(day.date) - Date.parse(last.date) === 86_400_000;
    if (goesOn) found.at(-1)?.push(day);
    else found.push([day]);
  }
  return found;
}

/**
 * @param {Days} days
 * @param {string} version
 */
function fileText(days, version) {
  const { knownFrom, knownUntil } = coverage(days);
  const english = new Map(days.holidays.map((day) => [day.name, day.english]));
  const names = [...english].map(([name, text]) => ` * ${name} ${text}`);
  return `/**
 * China's official holidays and make-up days, after the notices of the State Council.
 * Written by scripts/update-china-holidays.mjs from ${PACKAGE} ${version} (MIT); not edited by hand.
 *
${names.join("\n")}
 */

/** The first day of the first year that is listed. */
export const CHINA_KNOWN_FROM = "${knownFrom}";

/** 28 December of the last year that is listed: the notice of the year after may still change the days that follow. */
export const CHINA_KNOWN_UNTIL = "${knownUntil}";

/** The version of ${PACKAGE} that the list was taken from. */
export const CHINA_VERSION = "${version}";

/** A line each: year, holiday, its days (\`from/to\`, both inclusive), and with \`+\` the weekend days worked instead. */
export const CHINA_DAYS = \`
${lines(days).join("\n")}
\`;
`;
}

/**
 * @param {Days} days
 * @param {string} version
 */
function printCoverage(days, version) {
  const { years, knownFrom, knownUntil } = coverage(days);
  const count = (/** @type {Day[]} */ list, /** @type {string} */ year) =>
    String(list.filter(({ date }) => date.startsWith(year)).length).padStart(4);
  console.log(`China, ${PACKAGE} ${version}: known from ${knownFrom} until ${knownUntil}`);
  console.log("year  holidays  make-up days");
  const row = (/** @type {string} */ year) => `${count(days.holidays, year)}          ${count(days.makeUpDays, year)}`;
  for (const year of years) console.log(`${year}      ${row(year)}`);
  console.log(`all       ${row("")}`);
}
