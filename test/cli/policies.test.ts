import { describe, expect, it } from "vitest";
import { catalog } from "../../src/catalog/catalog.js";
import { columns } from "../../src/explain/sentences.js";
import { cli } from "./session.js";

describe("sla-clock policies", () => {
  it("lists the policies with what they ask for", async () => {
    const { code, out } = await cli("policies");
    expect(code).toBe(0);
    for (const name of Object.keys(catalog)) expect(out).toMatch(new RegExp(`^${name}  `, "m"));
    expect(out).toMatch(/^ +--severity {2}L1, L2, L3, L4$/m);
    expect(out).toMatch(/^ +--zone +the customer's zone$/m);
    expect(out).toMatch(/^ +--urgent$/m);
  });

  it("lists them in Chinese", async () => {
    const { out } = await cli("policies --lang zh");
    expect(out).toContain("chinanetcloud  云络（ChinaNetCloud）客户指南");
  });

  it("lists them as JSON", async () => {
    const data = JSON.parse((await cli("policies --json")).out);
    expect(data.map(({ name }: { name: string }) => name)).toEqual(Object.keys(catalog));
    expect(data[0]).toMatchObject({
      severities: ["L1", "L2", "L3", "L4"],
      urgent: true,
      metrics: ["firstResponse", "resolution", "limit"],
    });
  });
});

/** The tables of promises as the documents have them; titles behind the keys are ours. */
const TABLES: readonly (readonly [name: string, lang: string, rows: readonly string[]])[] = [
  [
    "chinanetcloud",
    "en",
    [
      "| severity | first response | resolution | time limit |",
      "| L1 (CRITICAL) | 15 minutes | 60 minutes | 4 hours |",
      "| L2 (HIGH) | 30 minutes | 2 hours | 6 hours |",
      "| L3 (MEDIUM) | 4 hours | 1 working day | 2 working days |",
      "| L4 (LOW) | 1 working day | 3 working days | 5 working days |",
      "| office | Mon-Fri 09:30-18:00 | Asia/Shanghai | CN, known until 2026-12-28 |",
    ],
  ],
  [
    "chinanetcloud",
    "zh",
    [
      "| 严重级别 | 首次响应 | 解决时间 | 时间上限 |",
      "| L3（中级） | 4 小时 | 1 个工作日 | 2 个工作日 |",
      "| office | 周一至周五 09:30-18:00 | Asia/Shanghai | CN，已知至 2026-12-28 |",
    ],
  ],
  [
    "ailib",
    "en",
    [
      "| basic | 24 hours |",
      "| standard | 8 hours |",
      "| premium | 4 hours |",
      "| P0 (urgent) | 4 hours | 24 hours |",
      "| P1 (high) | 8 hours | 72 hours |",
      "| P2 (medium) | 24 hours | 1 week |",
      "| P3 (low) | 48 hours | by arrangement |",
      "| technicalSupport (technical support, mail) | Mon-Fri 09:00-18:00 | 24 hours from when office opens |",
      "| urgentSupport (urgent support, phone) | 24x7 | immediate |",
      "| businessEnquiries (business enquiries, mail) | Mon-Fri 09:00-18:00 | 48 hours from when office opens |",
    ],
  ],
  [
    "goframe",
    "en",
    [
      "| tier | price | first response |",
      "| community | free | not guaranteed |",
      "| basic | listed 280 a month (580 struck out) | 24 hours |",
      "| advanced | in preparation | 12 hours |",
      "| enterprise | in preparation | 8 hours |",
    ],
  ],
  [
    "websoft9",
    "en",
    [
      "| channel | hours | first response |",
      "| ticket | 24x7 | service hours 7×24 |",
      "| mail | 24x7 | service hours 7×24 |",
      "| qq (QQ group) | Mon-Fri 08:00-16:00 | service hours 5×8 |",
      "| wechat | Mon-Fri 08:00-16:00 | service hours 5×8 |",
      "| phone | Daily 08:00-16:00 | service hours 7×8 |",
    ],
  ],
  [
    "tidb-cloud",
    "en",
    [
      "| severity | basic | developer | enterprise | premium |",
      "| S1 | none (-) | 4 working hours | 1 hour | 30 minutes |",
      "| S2 | none (-) | 8 working hours | 2 hours | 1 hour |",
      "| S3 | none (-) | 12 working hours | 8 working hours | 4 working hours |",
      "| S4 | none (-) | 24 working hours | 24 working hours | 24 working hours |",
      "| working | Mon-Fri 09:00-18:00 | local time | none |",
    ],
  ],
];

describe("sla-clock policies show", () => {
  it.each(TABLES)("writes the tables of %s as its document has them (%s)", async (name, lang, rows) => {
    const { code, out } = await cli(`policies show ${name} --format markdown --lang ${lang}`);
    expect(code).toBe(0);
    const lines = out.split("\n");
    for (const row of rows) expect(lines).toContain(row);
  });

  it.each(Object.keys(catalog))("shows all that %s says, in English and Chinese, within 100 columns", async (name) => {
    for (const lang of ["en", "zh"] as const) {
      const { code, out } = await cli(`policies show ${name} --lang ${lang}`);
      expect(code).toBe(0);
      for (const line of out.split("\n")) expect(columns(line), line).toBeLessThanOrEqual(100);
      const told = (await cli(`policies show ${name} --lang ${lang} --format markdown`)).out;
      for (const text of textsOf(catalog[name as keyof typeof catalog], lang)) expect(told).toContain(text);
    }
  });

  it.each(Object.keys(catalog))("writes %s as data", async (name) => {
    for (const option of ["--format json", "--json"]) {
      expect(JSON.parse((await cli(`policies show ${name} ${option}`)).out)).toEqual(
        catalog[name as keyof typeof catalog],
      );
    }
  });

  it("numbers the assumptions, with the option that overrides them where there is one", async () => {
    const { out } = await cli("policies show websoft9");
    expect(out).toMatch(/^ {2}2 {2}which eight hours 5×8 and 7×8 are is not said/m);
    expect(out).toContain("- to change: --anchor TIME");
    expect(out).toContain("- to change: In `targets`, another `within`.");
  });

  it("shows a file of one's own, and what else its calendars say", async () => {
    const text = `name: mine
zone: UTC
calendars:
  office:
    hours: { mon: ["09:00-12:00", "13:00-18:00"] }
    changes: [{ from: "2027-01-01", hours: "Tue 09:00-17:00" }]
    overrides: { "2026-12-24": [] }
    makeUpDays: ["2026-12-20"]
types: { BUG: {} }
targets:
  - { metric: acknowledged, within: 1 working hour, calendar: office }
  - { when: { type: BUG, urgent: true }, metric: acknowledged, within: 5 minutes }
  - { when: { type: BUG, urgent: true }, metric: resolution, within: 1 day, by: "18:00" }
`;
    const { code, out } = await cli("policies show mine.yaml --format markdown", { files: { "mine.yaml": text } });
    expect(code).toBe(0);
    expect(out).toContain(
      "| office | Mon 09:00-12:00, 13:00-18:00 | UTC | none given | from 2027-01-01 Tue 09:00-17:00; other hours on 2026-12-24; worked too: 2026-12-20 |",
    );
    expect(out).toContain("| acknowledged | 1 working hour |");
    expect(out).toContain("| BUG | yes | 5 minutes | 1 day |");
  });
});

/** Every text for people that a policy holds, in a language; the titles of levels aside, which stand beside their keys. */
function textsOf(value: unknown, lang: "en" | "zh"): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => textsOf(item, lang));
  if (typeof value !== "object" || value === null) return [];
  const { en, zh } = value as { en?: unknown; zh?: unknown };
  if (typeof en === "string") return [lang === "zh" && typeof zh === "string" ? zh : en];
  return Object.entries(value).flatMap(([key, item]) => (key === "title" ? [] : textsOf(item, lang)));
}
