/** Explanations computed: the same plan and the same calendars that gave the deadline, laid out as stretches. */
import { type Calendar, type CalendarState, stateOf } from "../calendar/calendar.js";
import { isBeyondKnown, knownUntilOf } from "../calendar/coverage.js";
import { rulesOf } from "../calendar/day.js";
import type { LocalDate } from "../calendar/definition.js";
import { FROM } from "../calendar/query.js";
import { reasonsBetween } from "../calendar/reasons.js";
import { addDaysTo, dayStartOf, workingDayFrom } from "../calendar/working-days.js";
import { fail, oneOf } from "../errors.js";
import { addWorkingTime, lengthOf, type WorkingTime } from "../instant/calendar-functions.js";
import { type InstantInput, type InstantWriter, readInstant, type SameKind, writerFor } from "../instant/instant.js";
import type { Row } from "../policy/binder.js";
import type { CompiledPolicy } from "../policy/compile.js";
import { answerZone, type DuePlan, planTicket, type RowPlan, type TicketPlan } from "../policy/deadline.js";
import { calendarDayAfter, runsOnCalendar } from "../policy/terms.js";
import type { Ticket } from "../policy/ticket.js";
import type { Amount } from "../time/amount.js";
import { formatLocalDate } from "../time/local-date.js";
import { HOUR_MS, MINUTE_MS, SECOND_MS } from "../time/units.js";
import { localDayAt, type Zone } from "../time/zone.js";
import type { CountedStep, DueExplanation, Explanation, Stretch } from "./explanation.js";

/**
 * Why a ticket's deadline is what it is: the binding row of a metric, laid out in stretches that tile the time from the
 * clock's start to the deadline, each counted or not, with its reason.
 *
 * For elapsed and working time the counted milliseconds sum exactly to the amount; for days and working days the counted
 * steps are as many as the amount, and the milliseconds are informative.
 *
 * @param metric default: that of the first matching row.
 * @throws SlaError as {@link deadlinesFor}, and `unknown_value` for a metric that no matching row has.
 * @example
 * ```ts
 * import { compilePolicy, explainDeadline } from "sla-clock";
 * import { chinanetcloud } from "sla-clock/catalog";
 *
 * const ticket = { openedAt: "2026-11-20T17:00+08:00", severity: "L3" } as const;
 * const why = explainDeadline(compilePolicy(chinanetcloud), ticket, "resolution");
 * why.promise === "deadline" && why.stretches.map(({ reason, counted }) => `${reason} ${counted}`);
 * //=> ["open true", "outsideHours false", "weekend false", "outsideHours false", "open true"]
 * ```
 */
export function explainDeadline<
  Tier extends string,
  Severity extends string,
  Channel extends string,
  Type extends string,
  At extends InstantInput,
>(
  policy: CompiledPolicy<Tier, Severity, Channel, Type>,
  ticket: Ticket<At, NoInfer<Tier>, NoInfer<Severity>, NoInfer<Channel>, NoInfer<Type>>,
  metric?: string,
): Explanation<SameKind<At>> {
  const plan = planTicket(policy as unknown as CompiledPolicy, ticket as Ticket);
  const zone = answerZone(plan.state, ticket as Ticket, plan.reading);
  return explainRow(plan, bindingRow(plan, metric), zone, writerFor(ticket.openedAt, zone));
}

/**
 * Why a sum of working time ends where it does: the stretches from `from` to the answer of {@link addWorkingTime}.
 *
 * @param from any kind of instant; the explanation's instants are of the same kind.
 * @param amount working time that is not negative: milliseconds, text or an {@link Amount}.
 * @throws SlaError as {@link addWorkingTime}, and `invalid_amount` for a negative amount.
 * @example
 * ```ts
 * import { compileCalendar, explainWorkingTime } from "sla-clock";
 *
 * const office = compileCalendar("Mon-Fri 9:00-18:00 UTC+8");
 * const why = explainWorkingTime(office, "2026-11-20T17:00+08:00", "4h");
 * why.countedMs; //=> 14_400_000
 * why.dueAt; //=> "2026-11-23T12:00:00+08:00"
 * ```
 */
export function explainWorkingTime<At extends InstantInput>(
  calendar: Calendar,
  from: At,
  amount: WorkingTime,
): DueExplanation<SameKind<At>> {
  const amountMs = Math.trunc(typeof amount === "number" ? amount : lengthOf(amount));
  if (amountMs < 0) fail("invalid_amount", ["amount"], "an amount that is not negative, to explain", amount);
  const state = stateOf(calendar);
  const write = writerFor(from, state.source.zone) as InstantWriter<At>;
  const startMs = readInstant(from, FROM);
  const dueMs = addWorkingTime(calendar, startMs, amountMs);
  const stretches = writtenStretches(openCounts(state, startMs, dueMs), write);
  return {
    promise: "deadline",
    amount: workingAmount(amountMs),
    openedAt: write(startMs),
    startedAt: write(startMs),
    dueAt: write(dueMs),
    zone: state.source.zone.name,
    waiting: [],
    stretches,
    countedMs: countedIn(stretches),
    beyondKnown: isBeyondKnown(state, startMs, dueMs),
    ...known([state]),
    notices: [],
  };
}

/** The plan of the row that binds for a metric. */
function bindingRow(plan: TicketPlan, metric: string | undefined): RowPlan {
  const metrics = [...new Set(plan.rows.map(({ row }) => row.target.metric))];
  const wanted = metric ?? metrics[0];
  const bound = plan.rows.find(({ row, binds }) => binds && row.target.metric === wanted);
  return bound ?? fail("unknown_value", ["metric"], oneOf(metrics, metric), metric);
}

/** The explanation of one row of a ticket's plan, its instants written by `write`. */
export function explainRow<At>(
  plan: TicketPlan,
  rowPlan: RowPlan,
  textZone: Zone,
  write: (epochMs: number) => At,
): Explanation<At> {
  const { row, index, binds, notices, openedMs, due } = rowPlan;
  const { words, metric } = row.target;
  const policy = plan.definition.name;
  const base = { policy, metric, row: index, binds, notices, openedAt: write(openedMs), ...(words && { words }) };
  if (due === undefined) {
    return { ...base, promise: row.term as "notGuaranteed" | "byArrangement", zone: textZone.name };
  }
  const calendar = due.calendar && stateOf(due.calendar);
  const days = daysOf(rowPlan, due);
  const stretches = writtenStretches(tilesOf(rowPlan, due, days), write);
  return {
    ...base,
    promise: "deadline",
    zone: (calendar?.source.zone ?? due.dayZone ?? textZone).name,
    amount: row.term as Amount | "immediate",
    startedAt: write(due.startedMs),
    dueAt: write(due.dueMs),
    ...(row.calendar !== undefined && { calendar: row.calendar }),
    waiting: writtenStretches(waitingOf(openedMs, due), write),
    ...(due.startedBy && { waitedFor: due.startedBy.calendar }),
    stretches,
    countedMs: countedIn(stretches),
    ...(days && { steps: days.steps, rule: days.rule }),
    ...(days?.dayZero && { dayZero: { at: write(days.dayZero.at), date: formatLocalDate(days.dayZero.day) } }),
    ...(days && row.target.by !== undefined && { by: row.target.by }),
    beyondKnown: due.beyondKnown,
    ...known([...(calendar ? [calendar] : []), ...due.startCalendars.map(stateOf)]),
  };
}

/** A stretch in epoch milliseconds. */
type Tile = Omit<Stretch<number>, "durationMs">;

function writtenStretches<At>(tiles: readonly Tile[], write: (epochMs: number) => At): Stretch<At>[] {
  return tiles.map((tile) => ({
    ...tile,
    from: write(tile.from),
    to: write(tile.to),
    durationMs: tile.to - tile.from,
  }));
}

function countedIn(stretches: readonly Stretch<unknown>[]): number {
  return stretches.reduce((sum, { counted, durationMs }) => sum + (counted ? durationMs : 0), 0);
}

/** What was waited for between opening and start: closed time of the calendar that moved the start. */
function waitingOf(openedMs: number, { startedMs, startedOn }: DuePlan): Tile[] {
  return startedOn === undefined ? [] : openCounts(stateOf(startedOn), openedMs, startedMs);
}

function tilesOf({ row }: RowPlan, { calendar, startedMs, dueMs }: DuePlan, days: CountedDays | undefined): Tile[] {
  if (startedMs >= dueMs) return [];
  if (calendar === undefined || !runsOnCalendar(row.term)) {
    return [{ from: startedMs, to: dueMs, counted: true, reason: "elapsed" }];
  }
  const state = stateOf(calendar);
  const countsFrom = days?.dayZero?.at ?? startedMs;
  return [
    ...afterCutoff(openCounts(state, startedMs, countsFrom)),
    ...openCounts(state, Math.max(startedMs, countsFrom), dueMs),
  ];
}

/** The stretches of [from, to), where open time counts. */
function openCounts(state: CalendarState, from: number, to: number): Tile[] {
  return reasonsBetween(state, from, to).map(({ open, name, ...stretch }) => ({
    from: stretch.from,
    to: stretch.to,
    counted: open,
    reason: stretch.reason,
    ...(name !== undefined && { name }),
  }));
}

/** Open time before a start that the cut-off moved does not count. */
function afterCutoff(tiles: readonly Tile[]): Tile[] {
  return tiles.map((tile) => (tile.counted ? { ...tile, counted: false, reason: "afterCutoff" } : tile));
}

interface CountedDays {
  readonly rule: "sameTime" | "endOfDay" | "workingHours";
  readonly steps: readonly CountedStep[];
  readonly dayZero: { readonly at: number; readonly day: number } | undefined;
}

/** The days, weeks or months that a promise counted; `undefined` for promises that count none. */
function daysOf({ row }: RowPlan, { calendar, startedMs, dayZone }: DuePlan): CountedDays | undefined {
  const { term, rule, target } = row;
  if (typeof term === "string" || dayZone === undefined) return undefined;
  const { value, unit } = term;
  if (unit !== "workingDay") {
    const startDay = localDayAt(dayZone, startedMs);
    const dayOf = (n: number) => calendarDayAfter(startDay, n, unit);
    return { rule, steps: stepsOf(value, dayOf), dayZero: undefined };
  }
  const state = stateOf(calendar as Calendar);
  const dayZero = dayStartOf(state, startedMs, value, target.cutoff);
  const dayOf =
    rule === "workingHours" ? usedUpOn(calendar as Calendar, row, startedMs) : workingDayAfter(state, dayZero.day);
  return { rule, steps: stepsOf(value, dayOf, state), dayZero };
}

function workingDayAfter(state: CalendarState, day: number): (n: number) => number {
  return (n) => workingDayFrom(state, day, n);
}

/** The date on which the hours of the n-th day are used up. */
function usedUpOn(calendar: Calendar, { target, hoursPerDay }: Row, startedMs: number): (n: number) => number {
  const options = { rule: "workingHours", hoursPerDay, cutoff: target.cutoff } as const;
  const { zone } = stateOf(calendar).source;
  return (n) => localDayAt(zone, addDaysTo(calendar, startedMs, n, options) - 1);
}

function stepsOf(count: number, dayOf: (n: number) => number, state?: CalendarState): CountedStep[] {
  return Array.from({ length: count }, (_, i) => {
    const day = dayOf(i + 1);
    const name = (state && rulesOf(state.source))?.dated.get(day)?.name;
    return { n: i + 1, date: formatLocalDate(day), ...(name !== undefined && { name }) };
  });
}

/** Until when all the calendars' holidays are known, where a list ends. */
function known(states: readonly CalendarState[]): { knownUntil?: LocalDate } {
  const [first] = states.flatMap((state) => knownUntilOf(state) ?? []).sort();
  return first === undefined ? {} : { knownUntil: first };
}

/** Milliseconds as working hours, minutes or seconds: the largest unit that leaves no rest. */
function workingAmount(amountMs: number): Amount {
  if (amountMs % HOUR_MS === 0) return { value: amountMs / HOUR_MS, unit: "workingHour" };
  if (amountMs % MINUTE_MS === 0) return { value: amountMs / MINUTE_MS, unit: "workingMinute" };
  return { value: amountMs / SECOND_MS, unit: "workingSecond" };
}
