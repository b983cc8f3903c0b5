/** The rows of a policy as tables: one for each set of conditions that rows have, laid out as documents lay them out. */
import type { Locale } from "../explain/time-text.js";
import type { Row } from "../policy/binder.js";
import type { CompiledPolicy } from "../policy/compile.js";
import { policyStateOf } from "../policy/compile.js";
import type { Level, Levels, Policy } from "../policy/definition.js";
import { describeCalendar } from "./calendar-text.js";
import type { SheetBlock, SheetSection } from "./sheet.js";
import { aside, conditionName, formatPromise, inLanguage, metricName } from "./words.js";

const WORDS = {
  en: {
    colon: ": ",
    promises: "Promises",
    by: (names: string) => `Promises by ${names}`,
    and: " and ",
    metric: "metric",
    promise: "promise",
    price: "price",
    hours: "hours",
    yes: "yes",
    no: "no",
    startsOn: (calendar: string) => ` from when ${calendar} opens`,
    on: (calendar: string) => ` (on ${calendar})`,
    runsOn: (calendar: string) => `Working time runs on the calendar ${calendar}.`,
  },
  zh: {
    colon: "：",
    promises: "承诺",
    by: (names: string) => `按${names}的承诺`,
    and: "和",
    metric: "指标",
    promise: "承诺",
    price: "价格",
    hours: "服务时间",
    yes: "是",
    no: "否",
    startsOn: (calendar: string) => `（自 ${calendar} 开放时起算）`,
    on: (calendar: string) => `（按 ${calendar}）`,
    runsOn: (calendar: string) => `工作时间按日历 ${calendar} 计算。`,
  },
};

/** The conditions in the order of columns; a policy's own dimensions come behind. */
const ORDER = ["tier", "severity", "channel", "type", "urgent"];

/** One combination of values, and a row that is for it. */
interface Cell {
  readonly values: readonly string[];
  readonly row: Row;
}

interface Layout {
  readonly policy: Policy;
  readonly locale: Locale;
  /** The conditions of the rows. */
  readonly names: readonly string[];
  readonly cells: readonly Cell[];
  readonly metrics: readonly string[];
}

/** A section for each set of conditions, in the order of the policy. */
export function promiseSections(compiled: CompiledPolicy, locale: Locale): SheetSection[] {
  const groups = new Map<string, Row[]>();
  for (const row of policyStateOf(compiled).rows) {
    const names = namesOf(row).join(" ");
    groups.set(names, [...(groups.get(names) ?? []), row]);
  }
  return [...groups.values()].map((rows) => section(compiled.definition, rows, locale));
}

function namesOf({ target }: Row): string[] {
  const names = Object.entries(target.when ?? {}).flatMap(([name, wanted]) => (wanted === undefined ? [] : [name]));
  const rank = (name: string) => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length);
  return names.sort((a, b) => rank(a) - rank(b));
}

function section(policy: Policy, rows: readonly Row[], locale: Locale): SheetSection {
  const names = namesOf(rows[0] as Row);
  const cells = rows.flatMap((row) =>
    combinations(names.map((name) => valuesOf(row, name, locale))).map((values) => ({ values, row })),
  );
  const metrics = [...new Set(rows.map(({ target }) => target.metric))];
  const layout: Layout = { policy, locale, names, cells, metrics };
  const isMatrix = names.length === 2 && metrics.length === 1;
  const words = WORDS[locale];
  const by = names.map((name) => conditionName(name, locale)).join(words.and);
  const only = isMatrix ? words.colon + metricName(metrics[0] as string, locale) : "";
  const heading = (names.length === 0 ? words.promises : words.by(by)) + only;
  return { heading, blocks: [isMatrix ? matrix(layout) : list(layout), ...runsOn(layout)] };
}

function valuesOf({ target }: Row, name: string, locale: Locale): string[] {
  const wanted = target.when?.[name];
  if (typeof wanted === "boolean") return [WORDS[locale][wanted ? "yes" : "no"]];
  return [wanted ?? []].flat();
}

function combinations(lists: readonly (readonly string[])[]): string[][] {
  return lists.reduce<string[][]>(
    (found, values) => found.flatMap((one) => values.map((value) => [...one, value])),
    [[]],
  );
}

/** The second condition down, the first one across: severities × plans. */
function matrix(layout: Layout): SheetBlock {
  const { names, cells, locale } = layout;
  const [across, down] = [0, 1].map((i) => [...new Set(cells.map(({ values }) => values[i] as string))]) as [
    string[],
    string[],
  ];
  const head = [conditionName(names[1] as string, locale), ...across.map((value) => levelName(layout, 0, value))];
  const rows = down.map((value) => [
    levelName(layout, 1, value),
    ...across.map((other) =>
      promisesOf(
        layout,
        cells.filter(({ values }) => values[0] === other && values[1] === value),
      ),
    ),
  ]);
  return { kind: "table", head, rows };
}

/** A combination a line, its metrics across, with what else the document tells beside them. */
function list(layout: Layout): SheetBlock {
  const { names, cells, metrics, locale } = layout;
  const words = WORDS[locale];
  if (names.length === 0) {
    const rows = metrics.map((metric) => [metricName(metric, locale), promisesOf(layout, ofMetric(cells, metric))]);
    return { kind: "table", head: [words.metric, words.promise], rows };
  }
  const keys = [...new Set(cells.map(({ values }) => JSON.stringify(values)))];
  const extras = EXTRAS.filter((extra) => keys.some((key) => extraOf(layout, extra, JSON.parse(key)) !== ""));
  const head = [
    ...names.map((name) => conditionName(name, locale)),
    ...extras.map((extra) => words[extra]),
    ...metrics.map((metric) => metricName(metric, locale)),
  ];
  const rows = keys.map((key) => {
    const values = JSON.parse(key) as string[];
    const own = cells.filter((cell) => JSON.stringify(cell.values) === key);
    return [
      ...values.map((value, i) => levelName(layout, i, value)),
      ...extras.map((extra) => extraOf(layout, extra, values)),
      ...metrics.map((metric) => promisesOf(layout, ofMetric(own, metric))),
    ];
  });
  return { kind: "table", head, rows };
}

const EXTRAS = ["price", "hours"] as const;

/** What a document tells of a level in its table of promises, where rows are by one level. */
function extraOf({ names, policy, locale }: Layout, extra: (typeof EXTRAS)[number], values: readonly string[]): string {
  const level = names.length === 1 ? levelsOf(policy, names[0] as string)?.[values[0] as string] : undefined;
  if (extra === "price") return level?.price === undefined ? "" : inLanguage(level.price, locale);
  return level?.calendar === undefined ? "" : describeCalendar(policy, level.calendar, {}, locale).hours;
}

function ofMetric(cells: readonly Cell[], metric: string): Cell[] {
  return cells.filter(({ row }) => row.target.metric === metric);
}

function promisesOf(layout: Layout, cells: readonly Cell[]): string {
  const { locale } = layout;
  const words = WORDS[locale];
  const isOne = calendarsOf(layout).length < 2;
  const texts = cells.map(({ row, values }) => {
    const { target, term, calendar } = row;
    const isTold = isOne || calendar === undefined || extraOf(layout, "hours", values) !== "";
    const starts = target.startsOn === undefined ? "" : words.startsOn(target.startsOn);
    return formatPromise(term, target.words, locale) + starts + (isTold ? "" : words.on(calendar));
  });
  return texts.join(" / ");
}

function calendarsOf({ cells }: Layout): string[] {
  return [...new Set(cells.flatMap(({ row }) => row.calendar ?? []))].filter((name) => name !== "always");
}

function runsOn(layout: Layout): SheetBlock[] {
  const [only, ...others] = calendarsOf(layout);
  if (only === undefined || others.length > 0) return [];
  return [{ kind: "text", text: WORDS[layout.locale].runsOn(only) }];
}

/** "L1 (CRITICAL)": a key, and what it is called. */
function levelName({ policy, names, locale }: Layout, index: number, key: string): string {
  return formatLevel(key, levelsOf(policy, names[index] as string)?.[key], locale);
}

/** "L1 (CRITICAL)", "basic": a key, and its title where that says more. */
export function formatLevel(key: string, level: Level | undefined, locale: Locale): string {
  const title = level?.title === undefined ? key : inLanguage(level.title, locale);
  return title.toLowerCase() === key.toLowerCase() ? key : key + aside(title, locale);
}

function levelsOf(policy: Policy, name: string): Levels | undefined {
  const levels = { tier: policy.tiers, severity: policy.severities, channel: policy.channels, type: policy.types };
  return Object.hasOwn(levels, name) ? levels[name as keyof typeof levels] : undefined;
}
