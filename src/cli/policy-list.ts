/** The policies of the catalog: their names, and what each asks of a ticket. */
import type { Locale } from "../explain/time-text.js";
import type { Policy } from "../policy/definition.js";
import type { Style } from "./style.js";
import { formatTable } from "./table.js";
import { inLanguage, metricName } from "./words.js";

/** How the list is laid out. */
interface ListLayout {
  readonly locale: Locale;
  readonly style: Style;
  readonly width: number;
}

const WORDS = {
  en: {
    metrics: "promises",
    customer: "the customer's zone",
    more: "sla-clock policies show NAME tells everything about one.",
  },
  zh: { metrics: "承诺", customer: "客户所在时区", more: "sla-clock policies show NAME 显示某一政策的全部内容。" },
};

/** The list as data. */
export function policyList(policies: readonly Policy[]) {
  return policies.map((policy) => ({
    name: policy.name,
    title: policy.title ?? null,
    source: policy.source ?? null,
    zone: policy.zone ?? null,
    tiers: Object.keys(policy.tiers ?? {}),
    severities: Object.keys(policy.severities ?? {}),
    channels: Object.keys(policy.channels ?? {}),
    types: Object.keys(policy.types ?? {}),
    urgent: conditionsOf(policy).has("urgent"),
    dimensions: policy.dimensions ?? {},
    metrics: metricsOf(policy),
  }));
}

/** The list as text: of each policy the options that its rows ask for, with their values. */
export function formatPolicyList(policies: readonly Policy[], { locale, style, width }: ListLayout): string {
  const entries = policies.map((policy) => {
    const title = policy.title === undefined ? "" : `  ${inLanguage(policy.title, locale)}`;
    const metrics = metricsOf(policy).map((metric) => metricName(metric, locale));
    const rows = [...optionRows(policy, locale), [WORDS[locale].metrics, metrics.join(", ")]];
    const table = formatTable(
      rows.map((cells) => ({ cells })),
      { width, indent: 4 },
    );
    return `${style("heading", policy.name)}${title}\n${table}`;
  });
  return `${[...entries, style("secondary", WORDS[locale].more)].join("\n\n")}\n`;
}

function optionRows(policy: Policy, locale: Locale): string[][] {
  const asked = conditionsOf(policy);
  const levels = { tier: policy.tiers, severity: policy.severities, channel: policy.channels, type: policy.types };
  const rows = Object.entries(levels).filter(([name]) => asked.has(name));
  const dimensions = Object.entries(policy.dimensions ?? {}).filter(([name]) => asked.has(name));
  return [
    ...rows.map(([name, known]) => [`--${name}`, Object.keys(known ?? {}).join(", ")]),
    ...(asked.has("urgent") ? [["--urgent", ""]] : []),
    ...dimensions.map(([name, values]) => [`--attribute ${name}=`, values.join(", ")]),
    ...(policy.zone === "local" ? [["--zone", WORDS[locale].customer]] : []),
  ];
}

/** The conditions that rows and intake rules ask for. */
function conditionsOf({ targets, intake = [] }: Policy): ReadonlySet<string> {
  return new Set([...targets, ...intake].flatMap(({ when }) => Object.keys(when ?? {})));
}

function metricsOf({ targets }: Policy): string[] {
  return [...new Set(targets.map(({ metric }) => metric))];
}
