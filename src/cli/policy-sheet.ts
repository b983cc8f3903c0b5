/** Everything that a policy says, laid out in sections. */
import type { Locale } from "../explain/time-text.js";
import type { CompiledPolicy } from "../policy/compile.js";
import type { Level, Levels, Localized, Policy, Statement } from "../policy/definition.js";
import { describeCalendar, describeZone } from "./calendar-text.js";
import { formatLevel, promiseSections } from "./promise-tables.js";
import { usageOfParameter } from "./reading-options.js";
import type { Sheet, SheetBlock, SheetItem, SheetSection } from "./sheet.js";
import { formatConditions, inLanguage } from "./words.js";

const WORDS = {
  en: {
    colon: ": ",
    facts: "Policy",
    name: "name",
    source: "source",
    zone: "zone",
    effectiveFrom: "in effect from",
    binding: "binding",
    bindings: {
      earliest: "of several rows the earliest deadline",
      first: "of several rows the first one",
      mostSpecific: "of several rows the one with the most conditions",
    },
    hours: "Hours",
    calendarHead: ["calendar", "hours", "zone", "holidays", "besides"],
    tiers: "Tiers",
    severities: "Severities",
    channels: "Channels",
    types: "Types",
    dimensions: "Other conditions",
    aliases: "also",
    covers: "covers",
    media: "by",
    levelCalendar: "hours",
    availability: "availability",
    price: "price",
    intake: "When clocks start",
    startsOn: (when: string, calendar: string) => `${when}: when ${calendar} opens`,
    contacts: "Contacts",
    contactHead: ["contact", "medium", "hours", "notes"],
    availabilities: "Availability",
    compensation: "Compensation",
    compensations: {
      downtime: "downtime",
      responseDelay: "late response",
      resolutionDelay: "late resolution",
      breach: "breach",
    },
    exclusions: "Not covered",
    statements: "Also said",
    assumptions: "Assumptions: where the document is silent or contradicts itself",
    override: "to change",
    workingDays: "working days",
    rules: {
      sameTime: "end at the same time of day (sameTime)",
      endOfDay: "end when the day closes (endOfDay)",
      workingHours: "are so many times the hours of a day (workingHours)",
    },
  },
  zh: {
    colon: "：",
    facts: "政策",
    name: "名称",
    source: "来源",
    zone: "时区",
    effectiveFrom: "生效日",
    binding: "多行时",
    bindings: {
      earliest: "以最早到期者为准",
      first: "以第一行为准",
      mostSpecific: "以条件最多的一行为准",
    },
    hours: "服务时间",
    calendarHead: ["日历", "时间", "时区", "节假日", "其他"],
    tiers: "服务等级",
    severities: "严重级别",
    channels: "渠道",
    types: "类型",
    dimensions: "其他条件",
    aliases: "又称",
    covers: "包含",
    media: "方式",
    levelCalendar: "时间",
    availability: "可用性",
    price: "价格",
    intake: "何时起算",
    startsOn: (when: string, calendar: string) => `${when}：${calendar} 开放之时`,
    contacts: "联系方式",
    contactHead: ["联系方式", "媒介", "时间", "说明"],
    availabilities: "可用性",
    compensation: "补偿",
    compensations: { downtime: "中断", responseDelay: "响应延误", resolutionDelay: "解决延误", breach: "违约" },
    exclusions: "不包含",
    statements: "其他说明",
    assumptions: "假设：文件未说明或自相矛盾之处",
    override: "如需更改",
    workingDays: "工作日",
    rules: {
      sameTime: "截至当日同一时刻（sameTime）",
      endOfDay: "截至当日结束（endOfDay）",
      workingHours: "按每日工作时长折算（workingHours）",
    },
  },
};

interface Reader {
  readonly policy: Policy;
  readonly locale: Locale;
  readonly words: (typeof WORDS)[Locale];
  readonly say: (text: Localized) => string;
  /** "covers: usage consulting": a label and what it labels. */
  readonly label: (label: string, text: string) => string;
}

/** Lays a policy out; sections that would be empty are left out. */
export function sheetOf(compiled: CompiledPolicy, locale: Locale): Sheet {
  const policy = compiled.definition as Policy;
  const words = WORDS[locale];
  const say = (text: Localized) => inLanguage(text, locale);
  const label = (name: string, text: string) => name + words.colon + text;
  const reader: Reader = { policy, locale, words, say, label };
  const promises = promiseSections(compiled, locale);
  const sections = [
    facts(reader, promises.length > 1),
    ...promises,
    calendars(reader),
    ...(["tiers", "severities", "channels", "types"] as const).map((key) => levels(reader, words[key], policy[key])),
    dimensions(reader),
    intake(reader),
    contacts(reader),
    statements(reader, words.availabilities, policy.availability),
    compensation(reader),
    plainList(words.exclusions, (policy.exclusions ?? []).map(say)),
    statements(reader, words.statements, policy.statements),
    assumptions(reader),
  ];
  const title = policy.title === undefined ? policy.name : say(policy.title);
  return { title, sections: sections.filter(({ blocks }) => blocks.some(isFilled)) };
}

function isFilled(block: SheetBlock): boolean {
  if (block.kind === "text") return true;
  return block.kind === "table" ? block.rows.length > 0 : block.items.length > 0;
}

function facts({ policy, words, locale }: Reader, mayCollide: boolean): SheetSection {
  const rows = [
    [words.name, policy.name],
    [words.source, policy.source],
    [words.zone, describeZone(policy.zone, locale)],
    [words.effectiveFrom, policy.effectiveFrom],
    [words.workingDays, policy.workingDayRule && words.rules[policy.workingDayRule]],
    [words.binding, mayCollide || policy.binding ? words.bindings[policy.binding ?? "earliest"] : undefined],
  ];
  const told = rows.filter((row): row is [string, string] => row[1] !== undefined);
  return { heading: words.facts, blocks: [{ kind: "table", head: ["", ""], rows: told }] };
}

function calendars({ policy, words, locale }: Reader): SheetSection {
  const rows = Object.keys(policy.calendars ?? {}).map((name) => {
    const { hours, zone, coverage, besides } = describeCalendar(policy, name, {}, locale);
    return [name, hours, zone ?? describeZone(policy.zone, locale), coverage, besides];
  });
  return { heading: words.hours, blocks: [withoutEmptyColumns(words.calendarHead, rows)] };
}

function withoutEmptyColumns(head: readonly string[], rows: readonly (readonly string[])[]): SheetBlock {
  const isFilledColumn = (_: string, i: number) => rows.some((cells) => cells[i] !== "");
  return { kind: "table", head: head.filter(isFilledColumn), rows: rows.map((cells) => cells.filter(isFilledColumn)) };
}

function levels(reader: Reader, heading: string, all: Levels | undefined): SheetSection {
  const items = Object.entries(all ?? {}).map(([key, level]) => levelItem(reader, key, level));
  return { heading, blocks: [{ kind: "list", items }] };
}

function levelItem({ words, say, label, locale, policy }: Reader, key: string, level: Level): SheetItem {
  const title = level.title === undefined ? "" : say(level.title);
  const aliases = (level.aliases ?? []).filter((alias) => alias !== title);
  const separator = locale === "zh" ? "；" : "; ";
  const covers = (level.covers ?? []).map(say).join(separator);
  const details = [
    ...(level.criteria ?? []).map(say),
    ...(covers === "" ? [] : [label(words.covers, covers)]),
    ...(level.media === undefined ? [] : [label(words.media, level.media.join(", "))]),
    ...(level.calendar === undefined
      ? []
      : [label(words.levelCalendar, describeCalendar(policy, level.calendar, {}, locale).hours)]),
    ...(level.availability === undefined ? [] : [label(words.availability, say(level.availability))]),
    ...(level.price === undefined ? [] : [label(words.price, say(level.price))]),
    ...(level.notes ?? []).map(say),
    ...(aliases.length === 0 ? [] : [label(words.aliases, aliases.join(", "))]),
  ];
  return { text: formatLevel(key, level, locale), details };
}

function dimensions({ policy, words, label }: Reader): SheetSection {
  const items = Object.entries(policy.dimensions ?? {}).map(([name, values]) => label(name, values.join(", ")));
  return plainList(words.dimensions, items);
}

function intake({ policy, words, say, label, locale }: Reader): SheetSection {
  const items = (policy.intake ?? []).map((rule) => {
    const start = words.startsOn(formatConditions(rule.when, locale), rule.startsOn);
    return rule.words === undefined ? start : label(start, say(rule.words));
  });
  return plainList(words.intake, items);
}

function contacts({ policy, words, say, locale }: Reader): SheetSection {
  const rows = Object.values(policy.contacts ?? {}).map(({ title, medium, calendar, notes }) => [
    say(title),
    medium,
    calendar === undefined ? "" : describeCalendar(policy, calendar, {}, locale).hours,
    (notes ?? []).map(say).join(locale === "zh" ? "；" : "; "),
  ]);
  return { heading: words.contacts, blocks: [withoutEmptyColumns(words.contactHead, rows)] };
}

function statements({ say, label }: Reader, heading: string, all: readonly Statement[] = []): SheetSection {
  return plainList(
    heading,
    all.map(({ about, text }) => label(about, say(text))),
  );
}

function compensation({ policy, words, say, label }: Reader): SheetSection {
  const items = (policy.compensation ?? []).map((one) => label(words.compensations[one.for], say(one.text)));
  return plainList(words.compensation, items);
}

function assumptions({ policy, words, say, label }: Reader): SheetSection {
  const items = (policy.assumptions ?? []).map(({ about, reading, override, parameter }) => {
    const change = parameter === undefined ? override : usageOfParameter(parameter);
    return { text: label(about, say(reading)), details: change === undefined ? [] : [label(words.override, change)] };
  });
  return { heading: words.assumptions, blocks: [{ kind: "numbers", items }] };
}

function plainList(heading: string, texts: readonly string[]): SheetSection {
  return { heading, blocks: [{ kind: "list", items: texts.map((text) => ({ text, details: [] })) }] };
}
