/** Why a deadline is what it is, as data: stretches that tile the time from start to due, and whose parts sum up. */
import type { LocalDate } from "../calendar/definition.js";
import type { StretchReason } from "../calendar/reasons.js";
import type { InstantInput } from "../instant/instant.js";
import type { Localized } from "../policy/definition.js";
import type { Notice } from "../policy/notices.js";
import type { Amount } from "../time/amount.js";

/** A stretch of time that counted, or did not, and why. */
export interface Stretch<At = InstantInput> {
  /** Its first instant. */
  readonly from: At;
  /** Its end, not part of it. */
  readonly to: At;
  /** Its real elapsed length. */
  readonly durationMs: number;
  /** Whether it counted towards the amount. */
  readonly counted: boolean;
  /** Why the calendar was open or closed; `elapsed` where every moment counts, `afterCutoff` before a moved start. */
  readonly reason: StretchReason | "elapsed" | "afterCutoff";
  /** What a holiday, a make-up day or an override is called. */
  readonly name?: string;
}

/** One of the days, weeks or months that were counted. */
export interface CountedStep {
  /** 1 for the first. */
  readonly n: number;
  /** The local date that was counted. */
  readonly date: LocalDate;
  /** What the day is called, where it is a make-up day or an override with a name. */
  readonly name?: string;
}

/** What every explanation says. */
interface ExplanationBase<At> {
  /** When the ticket was opened; for plain working time, the start. */
  readonly openedAt: At;
  /** The zone in which days and hours were read. */
  readonly zone: string;
  /** The promise in words, where the policy has some besides the amount. */
  readonly words?: Localized;
  /** Of a policy: the metric. */
  readonly metric?: string;
  /** Of a policy: the row of its `targets`, by index. */
  readonly row?: number;
  /** Of a policy: whether the row is the one that counts for its metric. */
  readonly binds?: boolean;
  /** Of a policy: its name. */
  readonly policy?: string;
  /** The doubtful or default readings that the answer depends on. */
  readonly notices: readonly Notice[];
}

/** The explanation of a deadline. */
export interface DueExplanation<At = InstantInput> extends ExplanationBase<At> {
  /** There is a deadline. */
  readonly promise: "deadline";
  /** How soon, in the unit that carries its meaning. */
  readonly amount: Amount | "immediate";
  /** When the clock started. */
  readonly startedAt: At;
  /** The deadline. */
  readonly dueAt: At;
  /** The calendar that was measured on, by its name in the policy. */
  readonly calendar?: string;
  /** What the clock waited for before it started: stretches that tile [openedAt, startedAt), none counted. */
  readonly waiting: readonly Stretch<At>[];
  /** The calendar that was waited for. */
  readonly waitedFor?: string;
  /** Stretches that tile [startedAt, dueAt). */
  readonly stretches: readonly Stretch<At>[];
  /** The sum of the counted stretches; for elapsed and working time exactly the amount, for days informative. */
  readonly countedMs: number;
  /** For days, weeks, months and working days: what was counted, as many as the amount. */
  readonly steps?: readonly CountedStep[];
  /** For working days: the start after moving out of closed time and past the cut-off, and its date, day 0. */
  readonly dayZero?: {
    /** The start after it was moved. */
    readonly at: At;
    /** Day 0. */
    readonly date: LocalDate;
  };
  /** For days, weeks, months and working days: how they end. */
  readonly rule?: "sameTime" | "endOfDay" | "workingHours";
  /** Days end at this time, where the row says so. */
  readonly by?: string;
  /** Whether a date between opening and due lies outside the coverage of a holiday list that was used. */
  readonly beyondKnown: boolean;
  /** Until when the holiday list that was used is known, where it ends. */
  readonly knownUntil?: LocalDate;
}

/** The explanation of a row that promises no deadline. */
export interface OpenExplanation<At = InstantInput> extends ExplanationBase<At> {
  /** The row promises nothing, or a time by arrangement. */
  readonly promise: "notGuaranteed" | "byArrangement";
}

/** Why a deadline is what it is; a union on `promise`. Instants are of the kind that came in. */
export type Explanation<At = InstantInput> = DueExplanation<At> | OpenExplanation<At>;
