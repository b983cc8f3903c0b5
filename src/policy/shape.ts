/** The shape of a policy as data: which keys exist where, and of which kind their values are. */
import { type Issue, type IssueCode, issue, oneOf, type Path } from "../errors.js";

/** Data of unknown shape, by key. */
export type Data = Readonly<Record<string, unknown>>;

/** Collects what is wrong with a definition, each with its place. */
export interface Report {
  readonly issues: Issue[];
  add(code: IssueCode, path: Path, expected: string, received: unknown): void;
}

/** A report that has found nothing so far. */
export function newReport(): Report {
  const issues: Issue[] = [];
  return { issues, add: (code, path, expected, received) => void issues.push(issue(code, path, expected, received)) };
}

/** What a value may be: a kind, a list of one, a record of one, an object with known keys, or one of several words. */
type Shape =
  | "text"
  | "number"
  | "flag"
  | "anything"
  | { readonly listOf: Shape }
  | { readonly recordOf: Shape }
  | { readonly keys: { readonly [key: string]: Shape }; readonly needs?: readonly string[] }
  | { readonly words: readonly string[] };

const RULES: Shape = { words: ["sameTime", "endOfDay", "workingHours"] };
const LOCALIZED: Shape = { keys: { en: "text", zh: "text" }, needs: ["en"] };
const LOCALIZED_LIST: Shape = { listOf: LOCALIZED };
const STATEMENTS: Shape = { listOf: { keys: { about: "text", text: LOCALIZED }, needs: ["about", "text"] } };
const LEVELS: Shape = {
  recordOf: {
    keys: {
      title: LOCALIZED,
      aliases: { listOf: "text" },
      criteria: LOCALIZED_LIST,
      covers: LOCALIZED_LIST,
      media: { listOf: "text" },
      calendar: "text",
      availability: LOCALIZED,
      price: LOCALIZED,
      notes: LOCALIZED_LIST,
    },
  },
};
const TARGET: Shape = {
  keys: {
    when: "anything",
    metric: "text",
    within: "anything",
    words: LOCALIZED,
    calendar: "text",
    startsOn: "text",
    rule: RULES,
    cutoff: "text",
    by: "text",
    hoursPerDay: "number",
    atClose: { words: ["close", "nextOpen"] },
    warnAt: { listOf: "anything" },
  },
  needs: ["metric", "within"],
};
const SCOPE: Shape = {
  keys: { when: "anything", metric: "anything", unit: "anything", calendar: "anything", intake: "flag" },
};
const POLICY: Shape = {
  keys: {
    name: "text",
    title: LOCALIZED,
    source: "text",
    effectiveFrom: "text",
    zone: "text",
    calendars: { recordOf: "anything" },
    tiers: LEVELS,
    severities: LEVELS,
    channels: LEVELS,
    types: LEVELS,
    dimensions: { recordOf: { listOf: "text" } },
    targets: { listOf: TARGET },
    binding: { words: ["earliest", "first", "mostSpecific"] },
    intake: {
      listOf: { keys: { when: "anything", startsOn: "text", words: LOCALIZED }, needs: ["when", "startsOn"] },
    },
    workingDayRule: RULES,
    metrics: { recordOf: "anything" },
    onChange: "anything",
    reopen: "anything",
    contacts: {
      recordOf: {
        keys: { title: LOCALIZED, medium: "text", calendar: "text", notes: LOCALIZED_LIST },
        needs: ["title", "medium"],
      },
    },
    availability: STATEMENTS,
    compensation: {
      listOf: {
        keys: { for: { words: ["downtime", "responseDelay", "resolutionDelay", "breach"] }, text: LOCALIZED },
        needs: ["for", "text"],
      },
    },
    exclusions: LOCALIZED_LIST,
    statements: STATEMENTS,
    assumptions: {
      listOf: {
        keys: {
          about: "text",
          reading: LOCALIZED,
          override: "text",
          parameter: { words: ["zone", "holidays", "workingDayRule", "anchor"] },
          usedBy: { listOf: SCOPE },
        },
        needs: ["about", "reading"],
      },
    },
  },
  needs: ["name", "targets"],
};

/** Checks a policy's shape, at every depth; meaning is checked where the policy is compiled. */
export function checkPolicyShape(policy: unknown, report: Report): void {
  checkShape(policy, POLICY, [], report);
}

/** What compilePolicy takes besides the policy. */
const PARAMETERS: Shape = {
  keys: {
    zone: "text",
    holidays: "anything",
    workingDayRule: RULES,
    hoursPerDay: "number",
    anchor: "text",
    calendars: { recordOf: "anything" },
  },
};

/** Checks the shape of a policy's parameters. */
export function checkParametersShape(parameters: unknown, report: Report): void {
  checkShape(parameters, PARAMETERS, ["parameters"], report);
}

/** A copy of plain data, at every depth: what is done to the original afterwards does not touch it. */
export function copyOf<T>(value: T): T {
  if (Array.isArray(value)) return value.map(copyOf) as T;
  if (!isData(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copyOf(item)])) as T;
}

/** Whether a value is an object with keys. */
export function isData(value: unknown): value is Data {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const KINDS = {
  text: { holds: (value: unknown) => typeof value === "string" && value !== "", expected: "text" },
  number: {
    holds: (value: unknown) => typeof value === "number" && Number.isFinite(value),
    expected: "a finite number",
  },
  flag: { holds: (value: unknown) => typeof value === "boolean", expected: "true or false" },
  anything: { holds: () => true, expected: "" },
};

function checkShape(value: unknown, shape: Shape, path: Path, report: Report): void {
  if (typeof shape === "string") {
    const { holds, expected } = KINDS[shape];
    if (!holds(value)) report.add("invalid_type", path, expected, value);
  } else if ("words" in shape) {
    if (!shape.words.includes(value as string)) report.add("unknown_value", path, oneOf(shape.words, value), value);
  } else if ("listOf" in shape) {
    if (!Array.isArray(value)) report.add("invalid_type", path, "a list", value);
    else for (const [i, item] of value.entries()) checkShape(item, shape.listOf, [...path, i], report);
  } else if (!isData(value)) report.add("invalid_type", path, "an object", value);
  else if ("recordOf" in shape) {
    for (const [key, item] of Object.entries(value)) checkShape(item, shape.recordOf, [...path, key], report);
  } else checkKeys(value, shape.keys, shape.needs ?? [], path, report);
}

function checkKeys(
  value: Data,
  keys: Readonly<Record<string, Shape>>,
  needs: readonly string[],
  path: Path,
  report: Report,
): void {
  for (const [key, item] of Object.entries(value)) {
    const shape = Object.hasOwn(keys, key) ? keys[key] : undefined;
    if (shape === undefined) report.add("unknown_key", [...path, key], oneOf(Object.keys(keys), key), key);
    else if (item !== undefined) checkShape(item, shape, [...path, key], report);
  }
  for (const key of needs) {
    if (value[key] === undefined)
      report.add("missing_key", [...path, key], `${key}, which every such entry has`, undefined);
  }
}
