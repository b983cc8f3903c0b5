/** Why a deadline is what it is, as data: stretches that tile the time from start to due, and whose parts sum up. */
import type { LocalDate } from "../calendar/definition.js";
import type { StretchReason } from "../calendar/reasons.js";
import type { InstantInput } from "../instant/instant.js";
import type { Localized } from "../policy/definition.js";
import type { Notice } from "../policy/notices.js";
import type { Amount } from "../time/amount.js";

/** A stretch of time that counted, or did not, and why. */
export interface Stretch<At = InstantInput> {
  readonly from: At;
  readonly to: At;
  readonly durationMs: number;
  readonly counted: boolean;
  readonly reason: StretchReason | "elapsed";
  /** What a holiday, a make-up day or an override is called. */
  readonly name?: string;
}

/** One of the days, weeks or months that were counted. */
export interface CountedStep {
  /** 1 for the first. */
  readonly n: number;
  readonly date: LocalDate;
  /** What the day is called, where it is a make-up day or an override with a name. */
  readonly name?: string;
}

/** What every explanation says. */
interface ExplanationBase<At> {
  readonly openedAt: At;
  /** The zone in which days and hours were read. */
  readonly zone: string;
  /** The promise in words, where the policy has some besides the amount. */
  readonly words?: Localized;
  /** Of a policy: the metric, the row by index, whether it binds, and the policy's name. */
  readonly metric?: string;
  readonly row?: number;
  readonly binds?: boolean;
  readonly policy?: string;
  readonly notices: readonly Notice[];
}

/** The explanation of a deadline. */
export interface DueExplanation<At = InstantInput> extends ExplanationBase<At> {
  readonly promise: "deadline";
  readonly amount: Amount | "immediate";
  readonly startedAt: At;
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
  readonly dayZero?: { readonly at: At; readonly date: LocalDate };
  readonly rule?: "sameTime" | "endOfDay" | "workingHours";
  /** Days end at this time, where the row says so. */
  readonly by?: string;
  readonly beyondKnown: boolean;
  /** Until when the holiday list that was used is known, where it ends. */
  readonly knownUntil?: LocalDate;
}

/** The explanation of a row that promises no deadline. */
export interface OpenExplanation<At = InstantInput> extends ExplanationBase<At> {
  readonly promise: "notGuaranteed" | "byArrangement";
}

/** Why a deadline is what it is; a union on `promise`. Instants are of the kind that came in. */
export type Explanation<At = InstantInput> = DueExplanation<At> | OpenExplanation<At>;
