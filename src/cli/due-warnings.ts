/** What to mind about an answer: days whose holidays nobody knows yet. */
import type { Policy } from "../policy/definition.js";
import { describeCalendar } from "./calendar-text.js";
import type { Answer } from "./due-answer.js";
import { formatList, metricName } from "./words.js";

/** What the list is called, of which calendar, the date on which it begins or ends, the metrics that depend on it. */
type Warning = (list: string, calendar: string, bound: string, metrics: string) => string;

const WORDS: Readonly<Record<"en" | "zh", { readonly ends: Warning; readonly begins: Warning }>> = {
  en: {
    ends: (list, calendar, until, metrics) =>
      `The holiday list ${list} of ${calendar} is known until ${until}; what lies beyond may change: ${metrics}.`,
    begins: (list, calendar, from, metrics) =>
      `The holiday list ${list} of ${calendar} begins on ${from}; what lies before may be wrong: ${metrics}.`,
  },
  zh: {
    ends: (list, calendar, until, metrics) =>
      `${calendar} 的节假日列表 ${list} 仅已知至 ${until}，超出此范围的结果可能会变：${metrics}。`,
    begins: (list, calendar, from, metrics) =>
      `${calendar} 的节假日列表 ${list} 自 ${from} 起才有，早于此日期的结果可能有误：${metrics}。`,
  },
};

/** One sentence for each list that does not reach far enough. */
export function warningsOf({ question, rows }: Answer): string[] {
  const { locale, policy } = question;
  const found = rows.flatMap(({ beyond }) => beyond);
  const distinct = new Map(found.map((one) => [`${one.calendar} ${one.isBefore}`, one]));
  return [...distinct.values()].map(({ calendar, isBefore, bound = "" }) => {
    const isSame = (one: { calendar: string; isBefore: boolean }) =>
      one.calendar === calendar && one.isBefore === isBefore;
    const metrics = rows.filter(({ beyond }) => beyond.some(isSame)).map(({ metric }) => metricName(metric, locale));
    const { holidays } = describeCalendar(policy.definition as Policy, calendar, policy.parameters, locale);
    return WORDS[locale][isBefore ? "begins" : "ends"](
      holidays,
      calendar,
      bound,
      formatList([...new Set(metrics)], locale),
    );
  });
}
