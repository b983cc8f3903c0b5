/** The answer of `sla-clock due` as a person reads it: what was asked, the table, what to mind, why. */
import { formatExplanation } from "../explain/sentences.js";
import type { Policy } from "../policy/definition.js";
import type { Answer } from "./due-answer.js";
import { formatHeading } from "./due-heading.js";
import { formatNotices } from "./due-notices.js";
import { formatPromises } from "./due-table.js";
import { warningsOf } from "./due-warnings.js";
import type { TextLayout, Writer } from "./due-writer.js";
import { metricName } from "./words.js";
import { hanging } from "./wrap.js";

const WHY = { en: "Why", zh: "原因" };

/** The whole text, with a line break at its end; `explain` adds why. */
export function formatAnswer(answer: Answer, explain: boolean, layout: TextLayout): string {
  const { question } = answer;
  const policy = question.policy.definition as Policy;
  const writer: Writer = { ...layout, answer, question, policy, locale: question.locale };
  const blocks = [
    formatHeading(writer),
    formatPromises(writer),
    formatWarnings(writer),
    explain ? formatExplanations(writer) : "",
    formatNotices(writer),
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

function formatWarnings({ answer, style, width }: Writer): string {
  const lines = warningsOf(answer).map((warning) => hanging("! ", warning, width));
  return lines.length === 0 ? "" : style("warning", lines.join("\n"));
}

/** Why each binding deadline is what it is; notices are told once, in their own list. */
function formatExplanations({ answer, question, locale, style }: Writer): string {
  const binding = answer.rows.filter(({ plan }) => plan.binds);
  const texts = binding.map(({ metric, explanation }) => {
    const told = { ...explanation, metric: metricName(metric, locale), notices: [] };
    const [title = "", ...lines] = formatExplanation(told, { zone: question.zone.name, locale }).split("\n");
    return [style("strong", title), ...lines].join("\n");
  });
  return [style("heading", WHY[locale]), texts.join("\n\n")].join("\n");
}
