import { describe, expect, expectTypeOf, it } from "vitest";
import {
  type AssumptionScope,
  ailib,
  type CatalogName,
  catalog,
  chinanetcloud,
  goframe,
  type Policy,
  tidbCloud,
  websoft9,
} from "../../src/catalog.js";
import { chineseOf, DOCUMENTS_ARE_HERE, readDocument } from "./documents.js";

const POLICIES: readonly (readonly [CatalogName, Policy])[] = [
  ["chinanetcloud", chinanetcloud],
  ["ailib", ailib],
  ["goframe", goframe],
  ["websoft9", websoft9],
  ["tidb-cloud", tidbCloud],
];

/** The fixed keys, copied by hand from the documents' README. */
const KEYS = {
  chinanetcloud: [[], ["L1", "L2", "L3", "L4"], [], ["ALERT", "REQUEST", "PROJECT", "TASK", "PROBLEM"]],
  ailib: [
    ["basic", "standard", "premium"],
    ["P0", "P1", "P2", "P3"],
    ["technicalSupport", "urgentSupport", "businessEnquiries"],
    [],
  ],
  goframe: [["community", "basic", "advanced", "enterprise"], [], [], []],
  websoft9: [[], [], ["ticket", "mail", "qq", "wechat", "phone"], []],
  "tidb-cloud": [["basic", "developer", "enterprise", "premium"], ["S1", "S2", "S3", "S4"], [], []],
};

const UNITS: readonly (readonly [RegExp, string])[] = [
  [/^\d+ minutes?$/, "minute"],
  [/^\d+ hours?$/, "hour"],
  [/^\d+ weeks?$/, "week"],
  [/^\d+ working hours?$/, "workingHour"],
  [/^\d+ working days?$/, "workingDay"],
  [/^immediate$/, "immediate"],
  [/^not guaranteed$/, "notGuaranteed"],
  [/^by arrangement$/, "byArrangement"],
];

function keysOf(policy: Policy): string[][] {
  return [policy.tiers, policy.severities, policy.channels, policy.types].map((levels) => Object.keys(levels ?? {}));
}

function listOf<T>(value: T | readonly T[] | undefined): readonly T[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value as T];
}

function unitOf(within: unknown): string | undefined {
  return UNITS.find(([form]) => form.test(String(within)))?.[1];
}

/** Every object with an `en` in it, with its path. */
function textsOf(value: unknown, path = ""): [string, { en?: unknown; zh?: unknown }][] {
  if (typeof value !== "object" || value === null) return [];
  if ("en" in value) return [[path, value]];
  return Object.entries(value).flatMap(([key, part]) => textsOf(part, `${path}.${key}`));
}

/** The calendars that a policy's rows and rules, levels and contacts name. */
function calendarsNamedIn(policy: Policy): string[] {
  const levels = [policy.tiers, policy.severities, policy.channels, policy.types].flatMap((set) =>
    Object.values(set ?? {}),
  );
  return [
    ...policy.targets.flatMap((target) => [target.calendar, target.startsOn]),
    ...(policy.intake ?? []).map((rule) => rule.startsOn),
    ...levels.map((level) => level.calendar),
    ...Object.values(policy.contacts ?? {}).map((contact) => contact.calendar),
  ].filter((name) => name !== undefined);
}

/** What a scope names that no row of the policy has: it would never apply. */
function strangersIn(policy: Policy, scope: AssumptionScope): string[] {
  const units = policy.targets.map((target) => unitOf(target.within));
  const metrics = policy.targets.map((target) => target.metric);
  const [tiers = [], severities = [], channels = [], types = []] = keysOf(policy);
  const rows = policy.targets.flatMap((target) => [target.calendar, target.startsOn]);
  const calendars = [...rows, ...(policy.intake ?? []).map((rule) => rule.startsOn)];
  return [
    ...listOf(scope.unit).filter((unit) => !units.includes(unit)),
    ...listOf(scope.metric).filter((metric) => !metrics.includes(metric)),
    ...listOf(scope.calendar).filter((name) => !calendars.includes(name)),
    ...listOf(scope.when?.tier).filter((key) => !tiers.includes(key)),
    ...listOf(scope.when?.severity).filter((key) => !severities.includes(key)),
    ...listOf(scope.when?.channel).filter((key) => !channels.includes(key)),
    ...listOf(scope.when?.type).filter((key) => !types.includes(key)),
    ...(scope.intake === true && policy.intake === undefined ? ["intake"] : []),
  ];
}

/** Infers a policy's keys as `compilePolicy` and `deadlinesFor` do. */
function ticketFor<Tier extends string, Severity extends string, Channel extends string, Type extends string>(
  _policy: Policy<Tier, Severity, Channel, Type>,
  ticket: {
    readonly tier?: NoInfer<Tier>;
    readonly severity?: NoInfer<Severity>;
    readonly channel?: NoInfer<Channel>;
    readonly type?: NoInfer<Type>;
  },
): object {
  return ticket;
}

describe("catalog", () => {
  it("holds the five policies by their names", () => {
    expect(Object.entries(catalog)).toEqual(POLICIES);
    expect(Object.values(catalog).map((policy) => policy.name)).toEqual(Object.keys(catalog));
  });

  it.each(POLICIES)("has in %s the fixed keys", (name, policy) => {
    expect(keysOf(policy)).toEqual(KEYS[name]);
  });

  it.each([
    ["chinanetcloud", "003_adddac541ffbabd8.txt"],
    ["ailib", "000_00f67aa88edc8baa.txt"],
    ["goframe", "001_13e2a1515cf54d46.txt"],
    ["websoft9", "002_e47684bf67c50b4b.txt"],
    ["tidb-cloud", "004_73e12451bbd6beb2.txt"],
  ] as const)("names the source of %s", (name, seed) => {
    expect(catalog[name].source).toContain(seed);
  });

  it.each(POLICIES)("is in %s plain data that survives JSON", (_name, policy) => {
    expect(JSON.parse(JSON.stringify(policy))).toEqual(policy);
  });

  it.each(POLICIES)(
    "defines in %s every calendar that is named, and has no calendar without hours",
    (_name, policy) => {
      const defined = ["always", ...Object.keys(policy.calendars ?? {})];
      expect(calendarsNamedIn(policy).filter((name) => !defined.includes(name))).toEqual([]);
    },
  );

  it.each(POLICIES)("gives in %s a working amount a calendar, and an elapsed amount none", (_name, policy) => {
    for (const target of policy.targets) {
      const needed = /working|immediate/.test(String(target.within));
      expect([target.within, target.calendar !== undefined]).toEqual([target.within, needed]);
    }
  });

  it.each(POLICIES)("writes in %s every promise in a form that is known", (_name, policy) => {
    expect(policy.targets.filter((target) => unitOf(target.within) === undefined)).toEqual([]);
  });

  it.each(POLICIES)("says everything in %s in English and in Chinese", (_name, policy) => {
    const texts = textsOf(policy);
    expect(texts.length).toBeGreaterThan(10);
    expect(texts.filter(([, text]) => typeof text.en !== "string" || text.en.trim() === "")).toEqual([]);
    expect(texts.filter(([, text]) => typeof text.zh !== "string" || text.zh.trim() === "")).toEqual([]);
  });

  it.each(POLICIES)(
    "gives in %s every assumption a reading in both languages, an override and a use",
    (_name, policy) => {
      for (const assumption of policy.assumptions ?? []) {
        expect(assumption.reading.en).toMatch(/^[A-Z0-9"].*\.$/);
        expect(assumption.reading.zh).toMatch(/\p{Script=Han}.*。$/u);
        expect(assumption.override).toMatch(/\.$/);
        expect(assumption.usedBy).toBeDefined();
      }
    },
  );

  it.each(POLICIES)("lets in %s every assumption bear only on rows that exist", (_name, policy) => {
    const scopes = (policy.assumptions ?? []).flatMap((assumption) => assumption.usedBy ?? []);
    expect(scopes.flatMap((scope) => strangersIn(policy, scope))).toEqual([]);
  });

  it.each(POLICIES)("gives in %s no two keys the same name", (_name, policy) => {
    for (const levels of [policy.tiers, policy.severities, policy.channels, policy.types]) {
      const names = Object.entries(levels ?? {}).flatMap(([key, level]) => [key, ...(level.aliases ?? [])]);
      expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    }
  });

  it("keeps the types of each policy's keys", () => {
    expectTypeOf(chinanetcloud).toEqualTypeOf<
      Policy<never, "L1" | "L2" | "L3" | "L4", never, "ALERT" | "REQUEST" | "PROJECT" | "TASK" | "PROBLEM">
    >();
    expectTypeOf(catalog["tidb-cloud"]).toEqualTypeOf<typeof tidbCloud>();
    expectTypeOf<CatalogName>().toEqualTypeOf<"chinanetcloud" | "ailib" | "goframe" | "websoft9" | "tidb-cloud">();
    expectTypeOf(chinanetcloud).toExtend<Policy>();
  });

  it("does not compile with a key that a policy does not have", () => {
    expect(ticketFor(chinanetcloud, { severity: "L3", type: "REQUEST" })).toBeDefined();
    // @ts-expect-error: ChinaNetCloud has no severity L9.
    expect(ticketFor(chinanetcloud, { severity: "L9" })).toBeDefined();
    // @ts-expect-error: ChinaNetCloud has no tiers.
    expect(ticketFor(chinanetcloud, { tier: "basic" })).toBeDefined();
    // @ts-expect-error: ai-lib has no tier "gold".
    expect(ticketFor(ailib, { tier: "gold" })).toBeDefined();
    // @ts-expect-error: GoFrame has no severities.
    expect(ticketFor(goframe, { severity: "S1" })).toBeDefined();
    // @ts-expect-error: Websoft9 has no channel "fax".
    expect(ticketFor(catalog.websoft9, { channel: "fax" })).toBeDefined();
    // @ts-expect-error: TiDB Cloud has no severity S5.
    expect(ticketFor(catalog["tidb-cloud"], { severity: "S5" })).toBeDefined();
    // @ts-expect-error: nor may a row name a severity that the policy does not have.
    const row: (typeof chinanetcloud.targets)[number] = { when: { severity: "L9" }, metric: "limit", within: "1 hour" };
    expect(row).toBeDefined();
  });
});

describe.skipIf(!DOCUMENTS_ARE_HERE)("catalog beside the documents", () => {
  it("has every key of the table of keys", () => {
    const read = readDocument("README")
      .table("policy")
      .map((row) => [row["policy"], row["tiers"], row["severities"], row["channels"], row["types"]])
      .map((cells) => cells.map((cell) => [...(cell ?? "").matchAll(/`([^`]+)`/g)].map((match) => match[1])));
    expect(POLICIES.map(([name, policy]) => [[name], ...keysOf(policy)])).toEqual(read);
  });

  it("has every document of the table of documents, with its seed file", () => {
    const files = readDocument("README").table("file");
    expect(files).toHaveLength(POLICIES.length);
    for (const [name, policy] of POLICIES) {
      const row = files.find((candidate) => candidate["file"] === `\`${name}.md\``);
      const [, seed = "none"] = /`(\d{3}_\w+\.txt)`/.exec(row?.["document (seed file)"] ?? "") ?? [];
      expect(policy.source).toContain(seed);
    }
  });

  it.each(POLICIES)("holds every Chinese term of the document of %s", (name, policy) => {
    const { text } = readDocument(name);
    expect(chineseOf(text)).toBeDefined();
    const terms = [...text.matchAll(/[\p{Script=Han}]+/gu)].map((match) => match[0]);
    expect([...new Set(terms)].filter((term) => !JSON.stringify(policy).includes(term))).toEqual([]);
  });
});
