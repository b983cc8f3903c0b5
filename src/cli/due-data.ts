/** The answer of `sla-clock due` as data: for programs (`--json`) and for scripts (`--print`). */

import { oneOf } from "../errors.js";
import { formatInstant } from "../instant/instant.js";
import type { Policy } from "../policy/definition.js";
import { CliError } from "./cli-error.js";
import { type Answer, type AnswerRow, noticeNumbers } from "./due-answer.js";
import { usageForNotice } from "./reading-options.js";

/** Everything about one row; every key is always there, `null` where a row has no such thing. */
function rowData(row: AnswerRow, { notices, question }: Answer) {
  const { plan, explanation } = row;
  const { target, term, calendar = null } = plan.row;
  const due = explanation.promise === "deadline" ? explanation : undefined;
  return {
    metric: row.metric,
    promise: explanation.promise,
    dueAt: due?.dueAt ?? null,
    fromNowMs: plan.due === undefined ? null : plan.due.dueMs - question.nowMs,
    startedAt: due?.startedAt ?? null,
    startedBy: plan.due?.startedBy ?? null,
    within: target.within,
    amount: due === undefined ? null : term,
    words: target.words ?? null,
    calendar,
    row: plan.index,
    when: target.when ?? {},
    binds: plan.binds,
    beyondKnown: due?.beyondKnown ?? false,
    knownUntil: due?.knownUntil ?? null,
    notices: noticeNumbers(row, notices),
  };
}

/** The whole answer, ready for JSON; `notices` of a deadline are numbers (`id`) in the list. */
export function answerData(answer: Answer, explain: boolean) {
  const { question, rows, notices } = answer;
  const { policy, ticket, zone, nowMs } = question;
  const binding = rows.filter(({ plan }) => plan.binds);
  return {
    policy: policy.name,
    zone: zone.name,
    now: formatInstant(nowMs, zone),
    ticket,
    deadlines: rows.map((row) => rowData(row, answer)),
    notices: notices.map((notice, i) => ({
      id: i + 1,
      ...notice,
      option: usageForNotice(notice, policy.definition as Policy) ?? null,
    })),
    ...(explain && {
      explanations: binding.map((row) => ({ ...row.explanation, notices: noticeNumbers(row, notices) })),
    }),
  };
}

const FIELDS = [
  "dueAt",
  "startedAt",
  "metric",
  "promise",
  "fromNowMs",
  "calendar",
  "row",
  "beyondKnown",
  "knownUntil",
] as const;

/** The values of fields, a line for each binding row; a row without a deadline has its promise in the place of instants. */
export function printValues(answer: Answer, print: string): string {
  const fields = print.split(",").map(readField);
  const binding = answer.rows.filter(({ plan }) => plan.binds).map((row) => rowData(row, answer));
  const lines = binding.map((data) => fields.map((field) => fieldText(data, field)).join("\t"));
  return `${lines.join("\n")}\n`;
}

function readField(name: string): (typeof FIELDS)[number] {
  const field = FIELDS.find((known) => known === name.trim());
  if (field !== undefined) return field;
  throw new CliError(`--print: expected ${oneOf(FIELDS, name)}, received ${JSON.stringify(name)}`);
}

function fieldText(data: ReturnType<typeof rowData>, field: (typeof FIELDS)[number]): string {
  const instead = field === "dueAt" || field === "startedAt" ? data.promise : "";
  return String(data[field] ?? instead);
}
