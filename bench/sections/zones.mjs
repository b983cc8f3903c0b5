// Reading a zone's transitions, once per zone: the first calendar of a zone against the second, both asked through the
// same years, in a process that has not seen the zone.
import { compileCalendar, workingTimeBetween } from "sla-clock/core";
import { fixed, spread } from "../figures.mjs";
import { quartiles } from "../measure.mjs";
import { zoneYearsRead } from "../table-of.mjs";
import { variant } from "../tenants.mjs";
import { week } from "../work.mjs";

const ZONES = [
  ...["America/Chicago", "America/Denver", "America/Los_Angeles", "America/Anchorage", "America/Halifax"],
  ...["America/St_Johns", "America/Havana", "Europe/Lisbon", "Europe/Madrid", "Europe/Paris", "Europe/Rome"],
  ...["Europe/Vienna", "Europe/Prague", "Europe/Athens", "Europe/Helsinki", "Europe/Kyiv", "Europe/Bucharest"],
  ...["Asia/Jerusalem", "Asia/Beirut", "Australia/Adelaide", "Australia/Hobart", "Pacific/Auckland", "Pacific/Chatham"],
  ...["America/Toronto", "America/Winnipeg", "Europe/Dublin", "Europe/Oslo", "Europe/Stockholm", "Europe/Zurich"],
];
const YEARS = /** @type {const} */ ([2020, 2030]);

/** @type {import("../section.mjs").Section} */
export function run() {
  for (let number = 0; number < 40; number++) askedMs("UTC+1", number); // the code is warm, Intl is not
  const firstUse = askedMs("America/New_York", 0).ms - askedMs("America/New_York", 1).ms;
  const costs = ZONES.map((zone) => {
    const first = askedMs(zone, 0);
    const second = Math.min(...[1, 2, 3].map((number) => askedMs(zone, number).ms));
    return (Math.max(0, first.ms - second) * 1000) / first.years;
  });
  const [low, middle, high] = quartiles(costs);
  const temporal = "Temporal" in globalThis;
  const rows = [
    ["µs a zone-year", `${fixed(middle)} (${spread({ lowNs: low, highNs: high })})`],
    ["the first zone of the process, with the start of Intl, ms", fixed(firstUse)],
    ["Temporal in this runtime", temporal ? "yes" : "no"],
  ];
  const notes = [
    `${ZONES.length} zones with daylight saving, ${YEARS.join(" to ")}; median and quartiles of the zones.`,
  ];
  return {
    figures: { "zone, µs a zone-year": middle, "zone, has Temporal": Number(temporal) },
    tables: [{ title: "Zones", columns: ["reading a zone", ""], rows, notes }],
  };
}

/** How long a new calendar takes that is asked through the years, in milliseconds. @param {string} zone @param {number} number */
function askedMs(zone, number) {
  const start = performance.now();
  const calendar = compileCalendar(variant({ zone, hours: week("09:00-17:00") }, number));
  const open = workingTimeBetween(calendar, Date.UTC(YEARS[0], 0), Date.UTC(YEARS[1], 0));
  if (!(open > 0)) throw new Error(`${zone}: never open`);
  return { ms: performance.now() - start, years: zoneYearsRead(calendar, YEARS[1] - YEARS[0]) };
}
