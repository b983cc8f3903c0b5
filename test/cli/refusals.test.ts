import { describe, expect, it } from "vitest";
import { cli } from "./session.js";

const O = "--opened 2026-11-20T20:00+08:00";
const L3 = `due --policy chinanetcloud --severity L3 ${O}`;

describe("what is refused", () => {
  it.each([
    [
      "an unknown severity",
      `due --policy chinanetcloud --severity L5 ${O}`,
      ['--severity: Unknown value: expected one of L1, L2, L3, L4, received "L5"'],
    ],
    [
      "a severity that a policy does not have",
      `due --policy goframe --tier basic --severity L1 ${O}`,
      ["--severity: ", "none (nothing is defined here)"],
    ],
    ["no severity", `due --policy chinanetcloud ${O}`, ["--severity (L1, L2, L3, L4)"]],
    [
      "neither of two conditions",
      `due --policy tidb-cloud ${O}`,
      ["--tier (basic, developer, enterprise, premium) and --severity (S1, S2, S3, S4)"],
    ],
    [
      "none of three conditions",
      `due --policy ailib ${O}`,
      ["--tier (basic, standard, premium) or --severity (P0, P1, P2, P3) or --channel"],
    ],
    [
      "an unknown policy",
      `due --policy chinanetclud ${O}`,
      ["--policy: ", "one of chinanetcloud, ailib, goframe, websoft9, tidb-cloud", "did you mean chinanetcloud?"],
    ],
    [
      "a file that is not there",
      `due --policy my.yaml ${O}`,
      ['--policy: no such file: "my.yaml" (looked for /work/somewhere/my.yaml)'],
    ],
    ["no policy and no opening", "due", ["--policy: ", "--within", "--opened: "]],
    ["a policy and an amount", `${L3} --within 4h`, ["--within: expected either --policy or --within, received both"]],
    ["hours beside a policy", `${L3} --hours 5x8`, ["--hours: expected without --policy"]],
    ["a severity without a policy", `due --within 4h --severity L3 ${O}`, ["--severity: expected without --within"]],
    [
      "the missing zone of local hours",
      `due --policy tidb-cloud --tier developer --severity S1 ${O}`,
      ["--zone: expected a zone"],
    ],
    ["an unknown zone", `${L3} --zone Asia/Shangai`, ["--zone: Invalid zone: ", '"Asia/Shangai"']],
    [
      "local time without a zone",
      "due --policy goframe --tier basic --opened '2026-11-20 17:00'",
      ["--opened: expected --zone for local time, or an offset"],
    ],
    [
      "a date that never was",
      "due --policy chinanetcloud --severity L3 --opened '2026-02-30 10:00'",
      ["--opened: Invalid instant: ", '"2026-02-30 10:00"'],
    ],
    ["a date alone", "due --policy chinanetcloud --severity L3 --opened 2026-11-20", ["--opened: Invalid instant: "]],
    [
      "an instant out of range",
      "due --policy chinanetcloud --severity L3 --opened 1899-11-20T10:00Z",
      ["--opened: Out of range: "],
    ],
    ["a wrong now", `${L3} --now yesterday`, ["--now: Invalid instant: "]],
    [
      "a value that lost its quotes",
      "due --policy chinanetcloud --severity L3 --opened 2026-11-20 17:00",
      ['received "17:00"', "in quotes"],
    ],
    ["an unknown option", `${L3} --sevrity L1`, ["--sevrity: unknown option (did you mean --severity?)"]],
    ["the beginning of an option", `${L3} --expl`, ["--expl: unknown option (did you mean --explain?)"]],
    ["an option without a likeness", `${L3} --colour`, ["--colour: unknown option, expected one of --opened, --zone"]],
    ["a short option", `${L3} -z`, ["-z: unknown option"]],
    [
      "an option without its value",
      `due --policy --severity L3 ${O}`,
      ['--policy: expected a value (NAME|FILE), received "--severity"'],
    ],
    [
      "an option at the end without its value",
      `${L3} --metric`,
      ["--metric: expected a value (METRIC), received nothing"],
    ],
    ["a value for a flag", `${L3} --json=yes`, ['--json: expected no value, received "yes"']],
    ["an option given twice", `${L3} --severity L1`, ["--severity: expected once, received 2 times"]],
    [
      "an unknown metric",
      `${L3} --metric respond`,
      ["--metric: expected one of firstResponse, resolution, limit", '"respond"'],
    ],
    ["an unknown field", `${L3} --print dueat`, ["--print: expected one of dueAt, ", "did you mean dueAt?"]],
    ["two kinds of output", `${L3} --print dueAt --json`, ["--print: expected without --json"]],
    ["an unknown rule", `${L3} --rule sametime`, ["--rule: ", "did you mean sameTime?"]],
    [
      "hours that are no number",
      `${L3} --rule workingHours --hours-per-day eight`,
      ['--hours-per-day: expected a number, received "eight"'],
    ],
    ["hours beyond a day", `${L3} --rule workingHours --hours-per-day 25`, ["--hours-per-day: Invalid option: "]],
    ["a wrong anchor", `due --policy websoft9 --channel qq --anchor 25:00 ${O}`, ["--anchor: Invalid time: "]],
    ["an unknown list of holidays", `${L3} --holidays US`, ["--holidays: expected one of CN, none", '"US"']],
    ["an unknown language", `${L3} --lang de`, ["--lang: expected one of en, zh"]],
    [
      "an amount that cannot be read",
      `due --within '4 workin hours' ${O}`,
      ["--within: Invalid amount: ", 'unread part "workin hours"'],
    ],
    [
      "working hours without hours",
      `due --within '4 working hours' ${O}`,
      ["--hours: expected the hours that 4 working hours run on"],
    ],
    [
      "hours without a zone",
      `due --within '4 working hours' --hours 'Mon-Fri 9:00-18:00' ${O}`,
      ["--hours: expected a zone in", "--zone"],
    ],
    [
      "hours that cannot be read",
      `due --within '4 working hours' --hours 'Mon-Funday 9-18 UTC' ${O}`,
      ["--hours: Invalid hours: ", "unread part"],
    ],
    [
      "somebody's own working hours",
      `due --within '4 working hours' --hours 'working hours' --zone UTC ${O}`,
      ["--hours: Missing calendar: "],
    ],
    ["days without a zone", `due --within '2 days' ${O}`, ["--zone: expected a zone to count days in"]],
    [
      "holidays that nothing reads",
      `due --within '2 hours' --holidays CN ${O}`,
      ["--holidays: expected together with --hours or --policy"],
    ],
    ["an attribute without a value", `${L3} --attribute region`, ["--attribute: expected NAME=VALUE"]],
    ["an attribute that no policy asks for", `${L3} --attribute region=EU`, ["--attribute: expected none"]],
    ["an unknown action", "policies shwo", ['expected show or nothing, received "shwo"']],
    ["a show of nothing", "policies show", ["show: expected one NAME|FILE, received nothing"]],
    ["a show of an unknown policy", "policies show websoft8", ["did you mean websoft9?"]],
    ["an unknown format", "policies show ailib --format pdf", ["--format: expected one of text, markdown, json"]],
    ["a list as Markdown", "policies --format markdown", ["--format: expected text or json for the list"]],
  ])("tells what was expected: %s", async (_, line, parts) => {
    const { code, out, err } = await cli(line);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    for (const part of parts) expect(err).toContain(part);
    expect(err).toMatch(/^sla-clock \w+: /);
    expect(err).toMatch(/See: sla-clock \w+ --help\n$/);
    expect(err).not.toMatch(/^\s+at /m);
  });

  it("tells every mistake of a command at once", async () => {
    const { err } = await cli("due --polcy ailib --json=1 --severity");
    expect(err.split("\n").slice(0, 3)).toEqual([
      "sla-clock due: --polcy: unknown option (did you mean --policy?)",
      'sla-clock due: --json: expected no value, received "1"',
      "sla-clock due: --severity: expected a value (KEY), received nothing",
    ]);
  });

  it("tells a defect as one, with its stack and a code of its own", async () => {
    const env = {
      get FORCE_COLOR(): string {
        throw new Error("broken");
      },
    };
    const { code, err } = await cli(L3, { env });
    expect(code).toBe(3);
    expect(err).toContain("this is a defect of sla-clock");
    expect(err).toMatch(/^\s+at /m);
  });
});

/** A policy with two mistakes: 25:00 and a calendar with a typing mistake. */
const YAML = `name: helpdesk
zone: Asia/Shanghai
calendars:
  office:
    hours: Mon-Fri 09:00-25:00
severities:
  S1: {}
targets:
  - when: { severity: S1 }
    metric: firstResponse
    within: 4 working hours
    calendar: ofice
`;

const JSON_TEXT = `{
  "name": "helpdesk",
  "zone": "Asia/Shanghai",
  "calendars": { "office": { "hours": "Mon-Fri 09:00-25:00" } },
  "targets": [
    {
      "metric": "firstResponse",
      "within": "4 working hours",
      "calendar": "ofice"
    }
  ]
}
`;

describe("mistakes in files", () => {
  it.each([
    [
      "YAML",
      "my.yaml",
      YAML,
      [
        "my.yaml:5:12: calendars.office.hours: Invalid hours: ",
        "my.yaml:12:15: targets[0].calendar: Unknown calendar: ",
      ],
    ],
    [
      "JSON",
      "my.json",
      JSON_TEXT,
      [
        "my.json:4:39: calendars.office.hours: Invalid hours: ",
        "my.json:9:19: targets[0].calendar: Unknown calendar: ",
      ],
    ],
  ])("are told all at once with their places in %s", async (_, name, text, places) => {
    for (const line of [`due --policy ${name} --severity S1 ${O}`, `policies show ${name}`]) {
      const { code, err } = await cli(line, { files: { [name]: text } });
      expect(code).toBe(2);
      const lines = err.split("\n").slice(0, 2);
      lines.forEach((message, i) => {
        expect(message).toContain(places[i]);
      });
    }
  });

  it.each([
    [
      "an unknown key",
      "my.yaml",
      YAML.replace("calendar: ofice", "calender: office"),
      "my.yaml:12:5: targets[0].calender: Unknown key: ",
    ],
    [
      "a missing key",
      "my.yaml",
      YAML.replace("    metric: firstResponse\n", ""),
      "my.yaml:9:5: targets[0].metric: Missing key: ",
    ],
    ["a missing key of the whole", "my.json", "{}", "my.json:1:1: name: Missing key: "],
    ["a list in the place of a policy", "my.yaml", "- a\n", "my.yaml:1:1: "],
    ["an empty file", "my.yaml", "", "my.yaml:1:1: "],
    ["YAML that is none", "my.yaml", "name: [a\nzone: b\n", "my.yaml:2:1: not YAML: "],
    ["a key given twice in YAML", "my.yaml", "name: a\nname: b\n", "my.yaml:2:1: not YAML: "],
    [
      "a comma too many in JSON",
      "my.json",
      '{\n  "name": "a",\n}',
      'my.json:3:1: not JSON: expected a key in double quotes, received "}"',
    ],
    [
      "a list that goes on",
      "my.json",
      '{ "targets": [1, 2',
      'my.json:1:19: not JSON: expected "," or "]", received the end of the file',
    ],
    ["a missing colon in JSON", "my.json", '{ "name" "a" }', 'my.json:1:10: not JSON: expected ":"'],
    [
      "a word that JSON does not have",
      "my.json",
      '{ "name": yes }',
      'my.json:1:11: not JSON: expected a value, received "y"',
    ],
    ["more than one value in JSON", "my.json", "{} {}", "my.json:1:4: not JSON: expected the end of the file"],
    ["a key given twice in JSON", "my.json", '{ "name": "a",\n "name": "b" }', 'my.json:2:2: duplicate key "name"'],
    ["a byte order mark", "my.json", "\ufeff{}", "my.json:1:1: name: Missing key: "],
  ])("have a place: %s", async (_, name, text, message) => {
    const { code, err } = await cli(`policies show ${name}`, { files: { [name]: text } });
    expect(code).toBe(2);
    expect(err).toContain(message);
  });

  it("in a list of holidays are told once, with their place in that list", async () => {
    const files = { "days.yaml": "name: Team\nholidays:\n  - 2026-11-23\n  - 2026-13-01\n" };
    const { code, err } = await cli(`due --policy websoft9 --channel qq --holidays days.yaml ${O}`, { files });
    expect(code).toBe(2);
    expect(err.match(/days\.yaml:4:5: Invalid date: /g)).toHaveLength(1);
  });
});
