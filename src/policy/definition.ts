/** A policy as plain data: a decision table of promises, in JSON, YAML or TypeScript. */
import type { CalendarSource, LocalDate, TimeOfDay } from "../calendar/definition.js";
import type { Amount } from "../time/amount.js";

/** Text for people: English always, Chinese where there is some. */
export interface Localized {
  /** The English text. */
  readonly en: string;
  /** The Chinese text. */
  readonly zh?: string;
}

/** One value or a list of them; a list matches when one of its values does. */
export type OneOrMany<T> = T | readonly T[];

/**
 * How working days become an instant (semantics 13): the same time on the n-th working day, that day's last closing,
 * or n times the hours of a day as working time.
 */
export type WorkingDayRule = "sameTime" | "endOfDay" | "workingHours";

/** What becomes of an answer on a closing instant: it stays there, or moves to the next opening. */
export type AtClose = "close" | "nextOpen";

/** What the tickets of a row have in common: each key one value or a list; absent keys match everything. */
export type Conditions<
  Tier extends string = string,
  Severity extends string = string,
  Channel extends string = string,
  Type extends string = string,
> = {
  /** Keys of the policy's `tiers`. */
  readonly tier?: OneOrMany<Tier>;
  /** Keys of the policy's `severities`. */
  readonly severity?: OneOrMany<Severity>;
  /** Keys of the policy's `channels`. */
  readonly channel?: OneOrMany<Channel>;
  /** Keys of the policy's `types`. */
  readonly type?: OneOrMany<Type>;
  /** An absent `urgent` of a ticket is `false`. */
  readonly urgent?: boolean;
} & { readonly [dimension: string]: OneOrMany<string> | boolean | undefined };

/** A tier, severity, channel or type: what it is called, and everything the document says of it. */
export interface Level {
  /** What it is called. */
  readonly title?: Localized;
  /** Other names under which a ticket may give it: `"CRITICAL"`, `"紧急"`; case does not matter. */
  readonly aliases?: readonly string[];
  /** What falls into it. */
  readonly criteria?: readonly Localized[];
  /** What it covers (services, questions). */
  readonly covers?: readonly Localized[];
  /** The media by which a tier may be reached; they are not the policy's channels. */
  readonly media?: readonly string[];
  /** The calendar that says when a channel is open. */
  readonly calendar?: string;
  /** The availability that is promised for it, in words. */
  readonly availability?: Localized;
  /** What it costs, in words. */
  readonly price?: Localized;
  /** Anything else the document says of it. */
  readonly notes?: readonly Localized[];
}

/** A set of levels by key. */
export type Levels<Key extends string = string> = { readonly [key in Key]: Level };

/** One row of the table: for which tickets, which metric, how soon, on which calendar. */
export interface Target<
  Tier extends string = string,
  Severity extends string = string,
  Channel extends string = string,
  Type extends string = string,
> {
  /** The tickets that it is for; absent: all. */
  readonly when?: Conditions<Tier, Severity, Channel, Type>;
  /** `firstResponse`, `nextResponse`, `periodicUpdate`, `resolution`, `limit`, or a name of the policy's own. */
  readonly metric: string;
  /** `"15 minutes"`, `"4 working hours"`, `"1 week"`, `"by 18:00 next working day"`, `"immediate"`, `"not guaranteed"`, `"by arrangement"`. */
  readonly within: string | Amount;
  /** The promise in the document's own words, where they say more than `within`. */
  readonly words?: Localized;
  /** The calendar that working amounts and "immediate" run on, and whose zone days are counted in. */
  readonly calendar?: string;
  /** The clock starts at this calendar's next open moment. */
  readonly startsOn?: string;
  /**
   * How working days end, and of days, weeks and months `sameTime` or `endOfDay`. Default: of working days the
   * parameter's, else the policy's, else `sameTime`; of the others `sameTime`.
   */
  readonly rule?: WorkingDayRule;
  /** Of working days: a start in open time at or after this time counts as the next working day's first opening. */
  readonly cutoff?: TimeOfDay;
  /** Due at this time of the last day, for working days, days, weeks and months. */
  readonly by?: TimeOfDay;
  /** Of the rule `workingHours`: the hours of one working day, above 0 and up to 24. */
  readonly hoursPerDay?: number;
  /** Default `close`. */
  readonly atClose?: AtClose;
  /** When a running clock is at risk: percent of the promise, or an amount before the deadline. */
  readonly warnAt?: readonly (number | Amount)[];
}

/** When the clocks of some tickets start: at the next open moment of `startsOn`. */
export interface IntakeRule<
  Tier extends string = string,
  Severity extends string = string,
  Channel extends string = string,
  Type extends string = string,
> {
  /** The tickets that it is for. */
  readonly when: Conditions<Tier, Severity, Channel, Type>;
  /** The calendar that is waited for, by its name in the policy. */
  readonly startsOn: string;
  /** The rule in the document's own words. */
  readonly words?: Localized;
}

/** Which answers an assumption bears on; all keys that are given must hold. */
export interface AssumptionScope {
  /** The ticket meets these conditions. */
  readonly when?: Conditions;
  /** The row's metric is one of these. */
  readonly metric?: OneOrMany<string>;
  /** The unit of the row's promise is one of these; a promise that is no length stands for itself. */
  readonly unit?: OneOrMany<Amount["unit"] | "immediate" | "notGuaranteed" | "byArrangement">;
  /** The row is measured on one of these calendars, or its clock starts on one of them. */
  readonly calendar?: OneOrMany<string>;
  /** The clock of the answer was moved by an intake rule. */
  readonly intake?: true;
}

/** Where a document is silent or contradicts itself: the statement, the reading taken, and how to choose another. */
export interface Assumption {
  /** The statement that is silent, unclear or contradictory. */
  readonly about: string;
  /** The reading that was taken. */
  readonly reading: Localized;
  /** How to override the reading: the parameter or the key of the policy, in words or as code. */
  readonly override?: string;
  /** The parameter of `compilePolicy` that overrides the reading: where it is passed, the assumption is not taken. */
  readonly parameter?: "zone" | "holidays" | "workingDayRule" | "anchor";
  /** The answers that depend on it. Absent: all. Empty: none (it concerns the document, not an answer). */
  readonly usedBy?: readonly AssumptionScope[];
}

/** A way to reach support, and when. */
export interface Contact {
  /** What it is called. */
  readonly title: Localized;
  /** How it is reached: `mail`, `phone` and so on, as the document has it. */
  readonly medium: string;
  /** The calendar that says when it is open, by its name in the policy. */
  readonly calendar?: string;
  /** Anything else the document says of it. */
  readonly notes?: readonly Localized[];
}

/** What a document says besides figures: kept as data, so that nothing of it is lost; it makes no deadline. */
export interface Statement {
  /** What it is about, in a few words. */
  readonly about: string;
  /** What the document says. */
  readonly text: Localized;
}

/** What is due for a breach, and by which measure. */
export interface Compensation {
  /** The measure of the breach. */
  readonly for: "downtime" | "responseDelay" | "resolutionDelay" | "breach";
  /** What the document says is due. */
  readonly text: Localized;
}

/**
 * A policy: who may ask for what, how soon, on which calendar. Plain data; `compilePolicy` checks and binds it.
 * Its keys are type parameters, so that a severity the policy does not have does not compile.
 */
export interface Policy<
  Tier extends string = string,
  Severity extends string = string,
  Channel extends string = string,
  Type extends string = string,
> {
  /** Its name, for answers and messages. */
  readonly name: string;
  /** What it is called. */
  readonly title?: Localized;
  /** The document that it was taken from. */
  readonly source?: string;
  /** The policy's rules hold for tickets opened from this date on (in the policy's zone). */
  readonly effectiveFrom?: LocalDate;
  /** The default zone; `"local"`: the caller must pass one, as a parameter or with the ticket. */
  readonly zone?: string;
  /** Calendars by name; `"always"` (24x7) exists without being defined. */
  readonly calendars?: { readonly [name: string]: CalendarSource };
  /** The tiers (plans) that a ticket may have, by key. */
  readonly tiers?: Levels<Tier>;
  /** The severities that a ticket may have, by key. */
  readonly severities?: Levels<Severity>;
  /** The channels by which a ticket may come, by key. */
  readonly channels?: Levels<Channel>;
  /** The types that a ticket may be of, by key. */
  readonly types?: Levels<Type>;
  /** Conditions of the policy's own; their values come in `ticket.attributes`. */
  readonly dimensions?: { readonly [name: string]: readonly string[] };
  /** The rows of the table, in order. */
  readonly targets: readonly Target<NoInfer<Tier>, NoInfer<Severity>, NoInfer<Channel>, NoInfer<Type>>[];
  /** Which of several matching rows binds, for each metric: the earliest deadline (default), the first row, or the most conditions. */
  readonly binding?: "earliest" | "first" | "mostSpecific";
  /** When clocks start later than the ticket was opened; every rule that a ticket meets counts, and the latest start. */
  readonly intake?: readonly IntakeRule<NoInfer<Tier>, NoInfer<Severity>, NoInfer<Channel>, NoInfer<Type>>[];
  /** Rules for running clocks, which this version does not have: kept, and noted; no deadline depends on them. */
  readonly metrics?: Readonly<Record<string, unknown>>;
  /** What a change of severity does to running clocks; see `metrics`. */
  readonly onChange?: unknown;
  /** What reopening does to running clocks; see `metrics`. */
  readonly reopen?: unknown;
  /** The working-day rule of rows that name none. */
  readonly workingDayRule?: WorkingDayRule;
  /** Ways to reach support, by name; they make no deadline. */
  readonly contacts?: { readonly [name: string]: Contact };
  /** Availability statements; they make no deadline. */
  readonly availability?: readonly Statement[];
  /** What is due for a breach; it makes no deadline. */
  readonly compensation?: readonly Compensation[];
  /** What the document excludes; it changes no deadline. */
  readonly exclusions?: readonly Localized[];
  /** Whatever else the document says. */
  readonly statements?: readonly Statement[];
  /** Where the document is silent or contradicts itself, and the reading taken. */
  readonly assumptions?: readonly Assumption[];
}
