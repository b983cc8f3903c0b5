/** The words of the command line's answers, in English and Chinese. */
import type { Locale } from "../explain/time-text.js";
import type { Conditions, Localized } from "../policy/definition.js";
import { formatAmount, type PromiseTerm } from "../time/amount.js";
import { CliError } from "./cli-error.js";

/** Reads `--lang`. */
export function readLocale(lang: string | undefined): Locale {
  if (lang === undefined || lang === "en" || lang === "zh") return lang ?? "en";
  throw new CliError(`--lang: expected one of en, zh, received ${JSON.stringify(lang)}`);
}

/** The text of a language, or the English one. */
export function inLanguage(text: Localized, locale: Locale): string {
  return text[locale] ?? text.en;
}

/** Metrics that every policy may have; others are called by their own names. */
const METRICS: Readonly<Record<string, Required<Localized>>> = {
  firstResponse: { en: "first response", zh: "首次响应" },
  nextResponse: { en: "next response", zh: "后续响应" },
  periodicUpdate: { en: "periodic update", zh: "定期更新" },
  resolution: { en: "resolution", zh: "解决时间" },
  limit: { en: "time limit", zh: "时间上限" },
  deadline: { en: "deadline", zh: "期限" },
};

/** "first response": what a metric is called. */
export function metricName(metric: string, locale: Locale): string {
  const name = Object.hasOwn(METRICS, metric) ? METRICS[metric] : undefined;
  return name?.[locale] ?? metric;
}

const CONDITIONS: Readonly<Record<string, Required<Localized>>> = {
  tier: { en: "tier", zh: "服务等级" },
  severity: { en: "severity", zh: "严重级别" },
  channel: { en: "channel", zh: "渠道" },
  type: { en: "type", zh: "类型" },
  urgent: { en: "urgent", zh: "紧急" },
};

/** "severity": what a condition is called. */
export function conditionName(condition: string, locale: Locale): string {
  const name = Object.hasOwn(CONDITIONS, condition) ? CONDITIONS[condition] : undefined;
  return name?.[locale] ?? condition;
}

/** "first response, resolution and time limit". */
export function formatList(items: readonly string[], locale: Locale): string {
  if (locale === "zh") return items.join("、");
  return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}

/** A promise in the words of its document, else in those of its amount. */
export function formatPromise(term: PromiseTerm, words: Localized | undefined, locale: Locale): string {
  return words === undefined ? formatAmount(term, locale) : inLanguage(words, locale);
}

/** "(MEDIUM)", "（中级）": an aside. */
export function aside(text: string, locale: Locale): string {
  return locale === "zh" ? `（${text}）` : ` (${text})`;
}

const CONDITION_WORDS = {
  en: { or: " or ", and: ", ", every: "every ticket", not: "not " },
  zh: { or: "或", and: "，", every: "所有工单", not: "非" },
};

/** "tier premium, severity S1 or S2": for which tickets something is. */
export function formatConditions(when: Conditions | undefined, locale: Locale): string {
  const words = CONDITION_WORDS[locale];
  const texts = Object.entries(when ?? {}).flatMap(([name, wanted]) => {
    if (wanted === undefined) return [];
    if (typeof wanted === "boolean") return [(wanted ? "" : words.not) + conditionName(name, locale)];
    return [`${conditionName(name, locale)} ${typeof wanted === "string" ? wanted : wanted.join(words.or)}`];
  });
  return texts.join(words.and) || words.every;
}
