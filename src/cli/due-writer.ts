/** What the parts of the text of `sla-clock due` have in common: the answer, its language, and its times. */
import { formatWallClock, formatZone, type Locale } from "../explain/time-text.js";
import type { Policy } from "../policy/definition.js";
import { offsetAt } from "../time/zone.js";
import type { Answer, AnswerRow } from "./due-answer.js";
import type { Question } from "./due-question.js";
import type { Style } from "./style.js";
import { formatConditions, formatList, metricName } from "./words.js";

/** How the text is laid out. */
export interface TextLayout {
  readonly style: Style;
  readonly width: number;
}

/** An answer to be written. */
export interface Writer extends TextLayout {
  readonly answer: Answer;
  readonly question: Question;
  readonly policy: Policy;
  readonly locale: Locale;
}

/** A wall clock in the zone of the answer; its offset too, where it is not the one of the opening. */
export function formatClock({ question, locale }: Writer, epochMs: number): string {
  const { zone, openedMs } = question;
  const time = formatWallClock(epochMs, zone, locale);
  if (offsetAt(zone, epochMs) === offsetAt(zone, openedMs)) return time;
  return `${time} ${formatZone(zone, epochMs).split(", ").at(-1)}`;
}

const FOR = {
  en: (metric: string, conditions: string) => `${metric} for ${conditions}`,
  zh: (metric: string, conditions: string) => `${conditions} 的${metric}`,
};

/** "resolution and first response for tier basic": rows by their metrics, and conditions where a metric has several. */
export function formatRowNames({ answer, locale }: Writer, rows: readonly AnswerRow[]): string {
  const names = rows.map(({ metric, plan }) => {
    const isAlone = answer.rows.filter((row) => row.metric === metric).length === 1;
    const name = metricName(metric, locale);
    return isAlone ? name : FOR[locale](name, formatConditions(plan.row.target.when, locale));
  });
  return formatList([...new Set(names)], locale);
}
