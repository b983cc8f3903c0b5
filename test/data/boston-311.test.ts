/** A year of a city's real cases: the deadlines that the city's own system computed, reproduced as a user would do it. */
import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { type CompiledPolicy, compilePolicy, deadlinesFor, type Policy } from "../../src/index.js";

const FOLDER = new URL("../../../shared/data/boston-311-2015/", import.meta.url);
const IS_HERE = existsSync(FOLDER);

/** The 2016 list was loaded by then; deadlines computed before stayed as they were. */
const LIST_OF_2016_FROM = "2015-12-14T11:00";

interface ServiceLevels {
  readonly zone: string;
  readonly hours: string;
  readonly holidays: readonly string[];
  readonly "holidaysFrom2015-12-14T11:00": readonly string[];
  readonly types: Readonly<Record<string, { amount: number; unit: "workingDay" | "calendarDay" }>>;
}

/** Local wall time without an offset, as the city writes it. */
interface Case {
  readonly type: string;
  readonly open: string;
  readonly target: string;
  readonly ok: string;
}

function readServiceLevels(): ServiceLevels {
  return JSON.parse(readFileSync(new URL("service-levels.json", FOLDER), "utf8")) as ServiceLevels;
}

function readCases(): Case[] {
  const [, ...lines] = gunzipSync(readFileSync(new URL("cases.csv.gz", FOLDER)))
    .toString("utf8")
    .trim()
    .split(/\r?\n/);
  return lines.map((line) => {
    const fields = /^("(?:[^"]|"")*"|[^,]*),([^,]*),([^,]*),([^,]*),([^,]*),([^,]*)$/.exec(line);
    if (fields === null) throw new Error(`no case: ${line}`);
    const [, type = "", open = "", target = "", , , ok = ""] = fields;
    return { type: type.startsWith('"') ? type.slice(1, -1).replaceAll('""', '"') : type, open, target, ok };
  });
}

/** The city's service levels as a policy: a row for each type. */
function policyOf({ zone, hours, types }: ServiceLevels, holidays: readonly string[]): Policy {
  const names = Object.keys(types);
  return {
    name: "boston-311",
    zone,
    calendars: { office: { hours, holidays } },
    types: Object.fromEntries(names.map((name) => [name, {}])),
    workingDayRule: "sameTime",
    targets: names.map((name) => {
      const { amount, unit } = types[name]!;
      const promise = { when: { type: name }, metric: "resolution" };
      return unit === "workingDay"
        ? { ...promise, within: { value: amount, unit }, calendar: "office" }
        : { ...promise, within: { value: amount, unit: "day" } };
    }),
  };
}

/** Whether the deadline of a case lies within the city's own, to 60 s on the wall clock. */
function isReproduced(policy: CompiledPolicy, zone: string, { type, open, target }: Case): boolean {
  const deadlines = deadlinesFor(policy, { openedAt: open, type, zone });
  const [deadline] = deadlines;
  if (deadlines.length !== 1 || deadline?.promise !== "deadline" || !deadline.binds)
    throw new Error(`${type}: no deadline`);
  return Math.abs(wallClock(deadline.dueAt.slice(0, 19)) - wallClock(target)) <= 60_000;
}

function wallClock(local: string): number {
  return Date.parse(`${local}Z`);
}

describe.skipIf(!IS_HERE)("deadlinesFor, of Boston's cases of 2015", () => {
  function reproduce(isWanted: (one: Case) => boolean) {
    const levels = readServiceLevels();
    const { zone, holidays, types } = levels;
    const before = compilePolicy(policyOf(levels, holidays));
    const since = compilePolicy(policyOf(levels, [...holidays, ...levels["holidaysFrom2015-12-14T11:00"]]));
    const cases = readCases().filter((one) => Object.hasOwn(types, one.type) && isWanted(one));
    const missed = cases.filter((one) => !isReproduced(one.open < LIST_OF_2016_FROM ? before : since, zone, one));
    return { cases: cases.length, missed };
  }

  it("reproduces every deadline of a type with a service level within 60 s", () => {
    const { cases, missed } = reproduce(({ ok }) => ok === "1");
    // biome-ignore lint/suspicious/noConsole: the count is to be read where the suite runs.
    console.info(`Boston 311, 2015: ${cases - missed.length} of ${cases} deadlines reproduced within 60 s`);
    expect(missed).toEqual([]);
    expect(cases).toBe(65_774);
  });

  it("does not reproduce what was set by hand, computed later or for another type", () => {
    const { cases, missed } = reproduce(({ ok }) => ok === "0");
    expect(cases).toBe(67_438 - 65_774);
    expect(missed).toHaveLength(cases);
  });

  it("knows one service level for each type", () => {
    const levels = readServiceLevels();
    expect(policyOf(levels, []).targets).toHaveLength(Object.keys(levels.types).length);
    expect(new Set(Object.values(levels.types).map(({ unit }) => unit))).toEqual(
      new Set(["workingDay", "calendarDay"]),
    );
  });

  it.each([
    // A case at closing time counts as outside: it moves to the next opening, and a deadline never stands at 17:00.
    ["2015-01-05T16:59:59", "2015-01-06T16:59:59"],
    ["2015-01-05T17:00:00", "2015-01-07T08:30:00"],
    // The Wednesday before Thanksgiving; a Saturday over Memorial Day.
    ["2015-11-25T10:00:00", "2015-11-27T10:00:00"],
    ["2015-05-23T12:00:00", "2015-05-27T08:30:00"],
  ])("moves one working day from %s to %s", (openedAt, dueAt) => {
    const levels = readServiceLevels();
    const policy = compilePolicy(policyOf(levels, levels.holidays));
    const [deadline] = deadlinesFor(policy, { openedAt, type: "CE Collection", zone: levels.zone });
    expect(deadline).toMatchObject({ amount: { value: 1, unit: "workingDay" }, beyondKnown: false });
    expect(deadline?.promise === "deadline" && deadline.dueAt.slice(0, 19)).toBe(dueAt);
  });
});
