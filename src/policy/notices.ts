/** Doubtful readings as data: what a policy took by default or by assumption, and which answers depend on it. */
import type { Path } from "../errors.js";
import type { PromiseTerm } from "../time/amount.js";
import type { Assumption, AssumptionScope, Conditions, OneOrMany } from "./definition.js";

/** Why a {@link Notice} was given; a closed union. */
export type NoticeCode =
  | "assumption"
  | "anchor_by_default"
  | "days_by_default"
  | "clock_by_default"
  | "zone_by_default"
  | "unit_by_default"
  | "range_by_default"
  | "no_holidays"
  | "rule_by_default"
  | "calendar_by_default"
  | "unused_option"
  | "before_effective";

/** A default or doubtful reading that was taken: where, what, and how to choose another. */
export interface Notice {
  /** Why it was given. */
  readonly code: NoticeCode;
  /** The place in the policy. */
  readonly path: Path;
  /** The reading that was taken, in English. */
  readonly message: string;
  /** The same in Chinese, where there is a text. */
  readonly zh?: string;
  /** How to override it. */
  readonly override?: string;
}

/** What an answer depended on, to tell which notices it carries. */
export interface AnswerTrace {
  readonly row: number;
  readonly metric: string;
  readonly term: PromiseTerm;
  /** The calendar of the row, and those on which its clock starts. */
  readonly calendars: readonly string[];
  /** Whether an intake rule moved the clock. */
  readonly intake: boolean;
  /** Whether the ticket meets conditions. */
  readonly meets: (when: Conditions) => boolean;
}

/** A notice and the answers that carry it. */
export interface ScopedNotice {
  readonly notice: Notice;
  readonly isUsedBy: (answer: AnswerTrace) => boolean;
}

/** The notice of an assumption of the policy, carried by the answers in its scope. */
export function assumptionNotice(assumption: Assumption, index: number): ScopedNotice {
  const { about, reading, override, usedBy } = assumption;
  const notice = { code: "assumption", path: ["assumptions", index], message: `${about}: ${reading.en}` } as const;
  return {
    notice: {
      ...notice,
      ...(reading.zh === undefined ? {} : { zh: reading.zh }),
      ...(override === undefined ? {} : { override }),
    },
    isUsedBy: (answer) => usedBy === undefined || usedBy.some((scope) => isWithin(scope, answer)),
  };
}

function isWithin(scope: AssumptionScope, answer: AnswerTrace): boolean {
  const unit = typeof answer.term === "string" ? answer.term : answer.term.unit;
  return (
    includes(scope.metric, answer.metric) &&
    includes(scope.unit, unit) &&
    (scope.calendar === undefined || answer.calendars.some((name) => includes(scope.calendar, name))) &&
    (scope.intake === undefined || answer.intake) &&
    (scope.when === undefined || answer.meets(scope.when))
  );
}

function includes<T>(wanted: OneOrMany<T> | undefined, value: T): boolean {
  return wanted === undefined || (Array.isArray(wanted) ? wanted.includes(value) : wanted === value);
}
