/** When is it due: a ticket's deadlines, one for each matching row, and which of them bind. */
import { type Calendar, stateOf } from "../calendar/calendar.js";
import { isBeyondKnown } from "../calendar/coverage.js";
import { nextOpenAt } from "../calendar/query.js";
import { fail, failOnIssues } from "../errors.js";
import { type InstantInput, type SameKind, writerFor, zoneOfText } from "../instant/instant.js";
import type { Amount } from "../time/amount.js";
import { formatLocalDate, parseLocalDate } from "../time/local-date.js";
import { localDayAt, type Zone, zoneOf } from "../time/zone.js";
import { failOnMissingZone } from "./bind-calendars.js";
import type { PolicyState, Row } from "./binder.js";
import { type CompiledPolicy, policyStateOf } from "./compile.js";
import type { Policy } from "./definition.js";
import { bindingRows, matchingRows, meets, type TicketKeys } from "./match.js";
import type { AnswerTrace, Notice } from "./notices.js";
import { newReport } from "./shape.js";
import { OPENED_AT, type RowTerms, runsOnCalendar, type StartedBy, supportedDue, termsOf } from "./terms.js";
import { readTicket, type Ticket, type TicketReading } from "./ticket.js";

/** What every answer of a row says. */
interface RowAnswer {
  /** What is promised: `firstResponse`, `resolution`, `limit` or the policy's own. */
  readonly metric: string;
  /** The row of the policy's `targets`, by index. */
  readonly row: number;
  /** Whether this row is the one that counts for its metric. */
  readonly binds: boolean;
  /** The doubtful or default readings that the answer depends on. */
  readonly notices: readonly Notice[];
}

/** A promise with a deadline. */
export interface DueDeadline<At = InstantInput> extends RowAnswer {
  /** There is a deadline. */
  readonly promise: "deadline";
  /** The deadline. */
  readonly dueAt: At;
  /** When the clock started: at the opening, or at the next open moment of `startsOn`. */
  readonly startedAt: At;
  /** Present where the clock started later than the ticket was opened. */
  readonly startedBy?: StartedBy;
  /** How soon, in the unit that carries its meaning. */
  readonly amount: Amount | "immediate";
  /** The calendar on which it was measured; `undefined` for elapsed time. */
  readonly calendar: string | undefined;
  /** Whether a date between opening and due lies outside the coverage of a holiday list that was used. */
  readonly beyondKnown: boolean;
}

/** A promise without a deadline: a row that says so. */
export interface OpenDeadline extends RowAnswer {
  /** The row promises nothing, or a time by arrangement. */
  readonly promise: "notGuaranteed" | "byArrangement";
}

/** What a row promises a ticket; a union on `promise`. Instants are of the kind of the ticket's `openedAt`. */
export type Deadline<At = InstantInput> = DueDeadline<At> | OpenDeadline;

/**
 * The deadlines of a ticket without events: one for every row that it matches, in the policy's order; for each metric
 * exactly one binds.
 *
 * @param ticket its `openedAt` may be any kind of instant; the answers are of the same kind. Text answers are in
 * `ticket.zone`, else the parameter's zone, else the policy's, else the offset that came in.
 * @throws SlaError `no_matching_target` (with what was given and what would match), `unknown_value` (a severity that the
 * policy does not have), `missing_parameter` (a zone), `invalid_instant`, `out_of_range`, `never_opens`.
 * @example
 * ```ts
 * import { compilePolicy, deadlinesFor } from "sla-clock";
 * import { chinanetcloud } from "sla-clock/catalog";
 *
 * const policy = compilePolicy(chinanetcloud);
 * const deadlines = deadlinesFor(policy, { openedAt: "2026-11-20T20:00+08:00", severity: "L3" });
 * deadlines.map((deadline) => deadline.promise === "deadline" && `${deadline.metric} ${deadline.dueAt}`);
 * //=> ["firstResponse 2026-11-21T00:00:00+08:00", "resolution 2026-11-24T09:30:00+08:00", "limit 2026-11-25T09:30:00+08:00"]
 * ```
 */
export function deadlinesFor<
  Tier extends string,
  Severity extends string,
  Channel extends string,
  Type extends string,
  At extends InstantInput,
>(
  policy: CompiledPolicy<Tier, Severity, Channel, Type>,
  ticket: Ticket<At, NoInfer<Tier>, NoInfer<Severity>, NoInfer<Channel>, NoInfer<Type>>,
): Deadline<SameKind<At>>[] {
  const { state, rows, reading } = planTicket(policy as CompiledPolicy, ticket as Ticket);
  const write = writerFor(ticket.openedAt, answerZone(state, ticket as Ticket, reading));
  return rows.map((plan) => toDeadline(plan, write));
}

/** A ticket's matching rows, computed: numbers inside, to be written or explained. */
export interface TicketPlan {
  readonly state: PolicyState;
  readonly definition: Policy;
  readonly reading: TicketReading;
  readonly rows: readonly RowPlan[];
}

/** What a row promises a ticket, in epoch milliseconds. */
export interface RowPlan {
  readonly index: number;
  readonly row: Row;
  readonly openedMs: number;
  readonly binds: boolean;
  readonly notices: readonly Notice[];
  /** `undefined` for a promise without a deadline. */
  readonly due: DuePlan | undefined;
}

/** A deadline with everything that it was computed from. */
export interface DuePlan {
  readonly dueMs: number;
  readonly startedMs: number;
  readonly startedBy: StartedBy | undefined;
  /** The calendar that moved the start, where one did. */
  readonly startedOn: Calendar | undefined;
  /** The row's calendar; `undefined` for elapsed time and for days without a calendar. */
  readonly calendar: Calendar | undefined;
  /** What the clock waited for before it started, and the calendars of these. */
  readonly starts: readonly StartedBy[];
  readonly startCalendars: readonly Calendar[];
  /** The zone in which days were counted, where days were counted. */
  readonly dayZone: Zone | undefined;
  readonly beyondKnown: boolean;
}

/** Matches a ticket and computes every matching row. */
export function planTicket(policy: CompiledPolicy, ticket: Ticket): TicketPlan {
  const state = policyStateOf(policy);
  const { policy: definition } = state;
  const report = newReport();
  const reading = readTicket(ticket, state.names, state.parameterZone, report);
  failOnIssues(report.issues);
  const matching = matchingRows(definition, reading.keys);
  if (matching.length === 0) failToMatch(definition, reading);
  const localZone = reading.zone ?? state.parameterZone;
  if (definition.zone === "local" && localZone === undefined) failOnMissingZone(definition);
  const { keys, openedMs } = reading;
  const computed = matching.map((index) => {
    const terms = termsOf(state, index, keys, localZone);
    return { index, terms, due: terms && computeRow(terms, openedMs) };
  });
  const binding = bindingRows(
    definition,
    computed.map(({ index, due }) => ({ row: index, metric: metricOf(state, index), dueMs: due?.dueMs })),
  );
  const early = beforeEffective(state, openedMs, localZone);
  const rows = computed.map(({ index, terms, due }) => ({
    index,
    row: state.rows[index] as Row,
    openedMs,
    binds: binding.has(index),
    notices: [...noticesOf(state, index, keys, terms?.starts ?? []), ...early],
    due,
  }));
  return { state, definition, reading, rows };
}

/** The zone of text answers. */
export function answerZone(state: PolicyState, ticket: Ticket, reading: TicketReading): Zone {
  const offset = typeof ticket.openedAt === "string" ? zoneOfText(ticket.openedAt) : undefined;
  return reading.zone ?? state.parameterZone ?? state.zone ?? offset ?? zoneOf("UTC");
}

function metricOf(state: PolicyState, index: number): string {
  return (state.rows[index] as Row).target.metric;
}

function toDeadline<At>(plan: RowPlan, write: (epochMs: number) => At): Deadline<At> {
  const { index, row, binds, notices, due } = plan;
  const base = { metric: row.target.metric, row: index, binds, notices };
  if (due === undefined) return { ...base, promise: row.term as OpenDeadline["promise"] };
  return {
    ...base,
    promise: "deadline",
    dueAt: write(due.dueMs),
    startedAt: write(due.startedMs),
    ...(due.startedBy && { startedBy: due.startedBy }),
    amount: row.term as Amount | "immediate",
    calendar: row.calendar,
    beyondKnown: due.beyondKnown,
  };
}

/** A row's deadline for a ticket. */
export function computeRow(terms: RowTerms, openedMs: number): DuePlan {
  const { row, calendar, starts, startCalendars, dayZone } = terms;
  const start = startOf(terms, openedMs);
  const dueMs = supportedDue(terms.dueFrom(start.ms));
  return {
    dueMs,
    startedMs: start.ms,
    startedBy: start.by,
    startedOn: start.on,
    calendar,
    starts,
    startCalendars,
    dayZone,
    beyondKnown:
      (calendar !== undefined && runsOnCalendar(row.term) && isBeyondKnown(stateOf(calendar), openedMs, dueMs)) ||
      startCalendars.some((one) => isBeyondKnown(stateOf(one), openedMs, start.ms)),
  };
}

interface Start {
  readonly ms: number;
  readonly by: StartedBy | undefined;
  readonly on: Calendar | undefined;
}

/** When the clock starts (semantics 17): the latest of the next open moments of `startsOn`, of the row and of intake. */
function startOf({ starts, startCalendars }: RowTerms, openedMs: number): Start {
  let ms = openedMs;
  let by: StartedBy | undefined;
  let on: Calendar | undefined;
  for (const [i, waitsFor] of starts.entries()) {
    const calendar = startCalendars[i] as Calendar;
    const opensMs = nextOpenAt(stateOf(calendar), openedMs, OPENED_AT) ?? failToStart(waitsFor);
    if (opensMs > ms) [ms, by, on] = [opensMs, waitsFor, calendar];
  }
  return { ms, by, on };
}

function failToStart({ calendar, path }: StartedBy): never {
  fail("never_opens", path, `an opening of ${calendar} after the ticket was opened`, undefined);
}

/** The readings that the answers of a row depend on, whenever the ticket was opened. */
export function noticesOf(
  state: PolicyState,
  index: number,
  keys: TicketKeys,
  starts: readonly StartedBy[],
): readonly Notice[] {
  const row = state.rows[index] as Row;
  const trace: AnswerTrace = {
    row: index,
    metric: row.target.metric,
    term: row.term,
    calendars: [...(row.calendar === undefined ? [] : [row.calendar]), ...starts.map(({ calendar }) => calendar)],
    intake: starts.some(({ path }) => path[0] === "intake"),
    meets: (when) => meets(keys, when),
  };
  return state.notices.filter(({ isUsedBy }) => isUsedBy(trace)).map(({ notice }) => notice);
}

/** A ticket from before the policy was in effect is answered, and told so. */
export function beforeEffective(state: PolicyState, openedMs: number, localZone: Zone | undefined): readonly Notice[] {
  const { effectiveFrom } = state.policy;
  if (effectiveFrom === undefined) return [];
  const openedDay = localDayAt(state.zone ?? localZone ?? zoneOf("UTC"), openedMs);
  if (openedDay >= (parseLocalDate(effectiveFrom) as number)) return [];
  const message = `opened on ${formatLocalDate(openedDay)}, before the policy is in effect (${effectiveFrom})`;
  const zh = `工单创建于 ${formatLocalDate(openedDay)}，早于本政策生效日 ${effectiveFrom}`;
  return [{ code: "before_effective", path: ["effectiveFrom"], message, zh }];
}

function failToMatch(definition: Policy, { keys }: TicketReading): never {
  const given = describe(keys);
  const rows = definition.targets.map(({ when }) => describe(when ?? {}));
  const distinct = [...new Set(rows)];
  const shown = distinct.slice(0, 12).join("; ");
  const more = distinct.length > 12 ? `; and ${distinct.length - 12} more` : "";
  fail("no_matching_target", [], `a ticket with one of: ${shown}${more}`, given);
}

/** "tier premium, severity S1 or S2" */
function describe(conditions: Readonly<Record<string, unknown>>): string {
  const given = Object.entries(conditions).filter(
    ([name, value]) => value !== undefined && !(name === "urgent" && value === false),
  );
  const words = given.map(([name, value]) => `${name} ${Array.isArray(value) ? value.join(" or ") : String(value)}`);
  return words.join(", ") || "no conditions";
}
