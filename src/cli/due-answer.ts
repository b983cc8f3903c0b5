/** What the library answers to a question, laid out for every way of telling it. */
import { type CalendarState, stateOf } from "../calendar/calendar.js";
import { isBeyondKnown, knownUntilOf } from "../calendar/coverage.js";
import { type Issue, oneOf } from "../errors.js";
import { explainRow } from "../explain/explain.js";
import type { Explanation } from "../explain/explanation.js";
import { formatInstant } from "../instant/instant.js";
import { policyStateOf } from "../policy/compile.js";
import { planTicket, type RowPlan, type TicketPlan } from "../policy/deadline.js";
import type { Conditions } from "../policy/definition.js";
import { meets, type TicketKeys } from "../policy/match.js";
import type { Notice } from "../policy/notices.js";
import { newReport } from "../policy/shape.js";
import { readTicket } from "../policy/ticket.js";
import { formatLocalDate } from "../time/local-date.js";
import { localDayAt } from "../time/zone.js";
import { atPlace, CliError, rewording } from "./cli-error.js";
import type { Question } from "./due-question.js";

/** A row that matched: its numbers, and the explanation with its instants as text. */
export interface AnswerRow {
  readonly plan: RowPlan;
  readonly metric: string;
  readonly explanation: Explanation<string>;
  /** The calendars whose holiday lists do not reach as far as the answer. */
  readonly beyond: readonly BeyondCalendar[];
}

/** A calendar of which the answer needs days that nobody knows yet, or that its list leaves out. */
export interface BeyondCalendar {
  readonly calendar: string;
  /** The answer reads days before the list begins, and not days after it ends. */
  readonly isBefore: boolean;
  /** The date on which the list begins or ends. */
  readonly bound: string | undefined;
}

/** The answer: metrics in the policy's order, of each metric the binding row first. */
export interface Answer {
  readonly question: Question;
  readonly rows: readonly AnswerRow[];
  /** The ticket's keys, as the policy writes them. */
  readonly keys: TicketKeys;
  /** What the answers were read by, each once; they are told by number, from 1. */
  readonly notices: readonly Notice[];
}

/** Computes the answer; of all metrics, or of one. */
export function answerQuestion(question: Question, metric: string | undefined): Answer {
  const plan = rewording(
    (issue) => ticketMessage(issue, question),
    () => planTicket(question.policy, question.ticket),
  );
  const write = (epochMs: number) => formatInstant(epochMs, question.zone);
  const rows = plan.rows.map((row) => ({
    plan: row,
    metric: row.row.target.metric,
    explanation: explainRow(plan, row, question.zone, write),
    beyond: beyondCalendars(row, startNamesOf(plan, row)),
  }));
  const wanted = wantedMetrics([...new Set(rows.map((row) => row.metric))], metric);
  const shown = wanted.flatMap((name) => bindingFirst(rows.filter((row) => row.metric === name)));
  const notices = shown.flatMap(({ explanation }) => explanation.notices);
  return {
    question,
    rows: shown,
    keys: plan.reading.keys,
    notices: [...new Map(notices.map((notice) => [keyOf(notice), notice])).values()],
  };
}

/** The numbers of a row's notices in the answer's list, from 1. */
export function noticeNumbers({ explanation }: AnswerRow, notices: readonly Notice[]): number[] {
  const keys = notices.map(keyOf);
  return explanation.notices.map((notice) => keys.indexOf(keyOf(notice)) + 1).sort((a, b) => a - b);
}

function keyOf({ path, message }: Notice): string {
  // The same default, taken for several rows, is told once.
  return path[0] === "targets" ? message : JSON.stringify(path) + message;
}

function bindingFirst(rows: readonly AnswerRow[]): AnswerRow[] {
  return [...rows.filter(({ plan }) => plan.binds), ...rows.filter(({ plan }) => !plan.binds)];
}

function wantedMetrics(metrics: readonly string[], wanted: string | undefined): readonly string[] {
  if (wanted === undefined) return metrics;
  const fold = (name: string) => name.replace(/[\s_-]/g, "").toLowerCase();
  const found = metrics.filter((metric) => fold(metric) === fold(wanted));
  if (found.length > 0) return found;
  throw new CliError(`--metric: expected ${oneOf(metrics, wanted)}, received ${JSON.stringify(wanted)}`);
}

function beyondCalendars({ row, due, openedMs }: RowPlan, startNames: readonly string[]): BeyondCalendar[] {
  if (due === undefined) return [];
  const own = due.calendar && beyondOne(row.calendar as string, stateOf(due.calendar), openedMs, due.dueMs);
  const starts = due.startCalendars.map((calendar, i) =>
    beyondOne(startNames[i] as string, stateOf(calendar), openedMs, due.startedMs),
  );
  const found = [own, ...starts].filter((one) => one !== undefined);
  return [...new Map(found.map((one) => [one.calendar, one])).values()];
}

function beyondOne(calendar: string, state: CalendarState, fromMs: number, toMs: number): BeyondCalendar | undefined {
  if (!isBeyondKnown(state, fromMs, toMs)) return undefined;
  const isBefore = localDayAt(state.source.zone, fromMs) < state.source.knownFromDay;
  return { calendar, isBefore, bound: isBefore ? formatLocalDate(state.source.knownFromDay) : knownUntilOf(state) };
}

/** The calendars that a row's clock waits for: the row's own, then those of intake rules, as deadlines are computed. */
function startNamesOf({ definition, reading }: TicketPlan, { row }: RowPlan): string[] {
  const ofIntake = (definition.intake ?? []).filter(({ when }) => meets(reading.keys, when));
  return [
    ...(row.target.startsOn === undefined ? [] : [row.target.startsOn]),
    ...ofIntake.map(({ startsOn }) => startsOn),
  ];
}

const TICKET_OPTIONS: Readonly<Record<string, string>> = {
  openedAt: "--opened",
  tier: "--tier",
  severity: "--severity",
  channel: "--channel",
  type: "--type",
  urgent: "--urgent",
  zone: "--zone",
};

function ticketMessage(issue: Issue, question: Question): string {
  const { code, path, message } = issue;
  const [first = "", second] = path;
  const { name } = question.policy;
  if (code === "no_matching_target") return noMatchMessage(question) ?? message;
  if (code === "missing_parameter") {
    return `--zone: expected a zone ("Asia/Shanghai", "UTC+8"), since the hours of ${name} are local time, received nothing`;
  }
  if (first === "attributes") return atPlace(`--attribute ${String(second)}`, message);
  return atPlace(TICKET_OPTIONS[first] ?? "", message);
}

/** What to give besides, where some row would match then. */
function noMatchMessage({ policy, ticket }: Question): string | undefined {
  const { keys } = readTicket(ticket, policyStateOf(policy).names, undefined, newReport());
  const possible = policy.definition.targets.map(({ when = {} }) => when).filter((when) => isPossible(when, keys));
  const missing = possible.map((when) => Object.keys(when).filter((name) => keys[name] === undefined));
  const names = [...new Set(missing.flat())];
  if (names.length === 0) return undefined;
  const all = missing.every((one) => one.length === names.length);
  const options = names.map((name) => `${optionOf(name)} (${valuesOf(possible, name).join(", ")})`);
  return `${policy.name} promises nothing to such a ticket: expected also ${options.join(all ? " and " : " or ")}`;
}

function isPossible(when: Conditions, keys: TicketKeys): boolean {
  return Object.entries(when).every(([name, wanted]) => keys[name] === undefined || meets(keys, { [name]: wanted }));
}

function optionOf(condition: string): string {
  return TICKET_OPTIONS[condition] ?? `--attribute ${condition}=…`;
}

function valuesOf(rows: readonly Conditions[], name: string): string[] {
  return [...new Set(rows.flatMap((when) => when[name] ?? []).map(String))];
}
