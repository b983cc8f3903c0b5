/** A policy as plain data: a decision table of promises, in JSON, YAML or TypeScript. */
import type { CalendarDefinition, LocalDate, TimeOfDay } from "../calendar/definition.js";
import type { Amount } from "../time/amount.js";

/** Text for people: English always, Chinese where there is some. */
export interface Localized {
  readonly en: string;
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
  readonly tier?: OneOrMany<Tier>;
  readonly severity?: OneOrMany<Severity>;
  readonly channel?: OneOrMany<Channel>;
  readonly type?: OneOrMany<Type>;
  /** An absent `urgent` of a ticket is `false`. */
  readonly urgent?: boolean;
} & { readonly [dimension: string]: OneOrMany<string> | boolean | undefined };

/** A tier, severity, channel or type: what it is called, and everything the document says of it. */
export interface Level {
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
  readonly availability?: Localized;
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
  readonly when?: Conditions<Tier, Severity, Channel, Type>;
  /** `firstResponse`, `nextResponse`, `periodicUpdate`, `resolution`, `limit`, or a name of the policy's own. */
  readonly metric: string;
  /** `"15 minutes"`, `"4 working hours"`, `"1 week"`, `"immediate"`, `"not guaranteed"`, `"by arrangement"`. */
  readonly within: string | Amount;
  /** The promise in the document's own words, where they say more than `within`. */
  readonly words?: Localized;
  /** The calendar that working amounts and "immediate" run on, and whose zone days are counted in. */
  readonly calendar?: string;
  /** The clock starts at this calendar's next open moment. */
  readonly startsOn?: string;
  readonly rule?: WorkingDayRule;
  readonly cutoff?: TimeOfDay;
  /** Due at this time of the last day, for working days, days, weeks and months. */
  readonly by?: TimeOfDay;
  readonly hoursPerDay?: number;
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
  readonly when: Conditions<Tier, Severity, Channel, Type>;
  readonly startsOn: string;
  readonly words?: Localized;
}

/** Which answers an assumption bears on; all keys that are given must hold. */
export interface AssumptionScope {
  readonly when?: Conditions;
  readonly metric?: OneOrMany<string>;
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
  readonly reading: Localized;
  /** How to override the reading: the parameter or the key of the policy, in words or as code. */
  readonly override?: string;
  /** The answers that depend on it. Absent: all. Empty: none (it concerns the document, not an answer). */
  readonly usedBy?: readonly AssumptionScope[];
}

/** A way to reach support, and when. */
export interface Contact {
  readonly title: Localized;
  readonly medium: string;
  readonly calendar?: string;
  readonly notes?: readonly Localized[];
}

/** What a document says besides figures: kept as data, so that nothing of it is lost; it makes no deadline. */
export interface Statement {
  readonly about: string;
  readonly text: Localized;
}

/** What is due for a breach, and by which measure. */
export interface Compensation {
  readonly for: "downtime" | "responseDelay" | "resolutionDelay" | "breach";
  readonly text: Localized;
}

/**
 * A policy: who may ask for what, how soon, on which calendar. Plain data; {@link compilePolicy} checks and binds it.
 * Its keys are type parameters, so that a severity the policy does not have does not compile.
 */
export interface Policy<
  Tier extends string = string,
  Severity extends string = string,
  Channel extends string = string,
  Type extends string = string,
> {
  readonly name: string;
  readonly title?: Localized;
  readonly source?: string;
  /** The policy's rules hold for tickets opened from this date on (in the policy's zone). */
  readonly effectiveFrom?: LocalDate;
  /** The default zone; `"local"`: the caller must pass one, as a parameter or with the ticket. */
  readonly zone?: string;
  /** Calendars by name; `"always"` (24x7) exists without being defined. */
  readonly calendars?: { readonly [name: string]: CalendarDefinition | string };
  readonly tiers?: Levels<Tier>;
  readonly severities?: Levels<Severity>;
  readonly channels?: Levels<Channel>;
  readonly types?: Levels<Type>;
  /** Conditions of the policy's own; their values come in `ticket.attributes`. */
  readonly dimensions?: { readonly [name: string]: readonly string[] };
  readonly targets: readonly Target<Tier, Severity, Channel, Type>[];
  readonly binding?: "earliest" | "first" | "mostSpecific";
  readonly intake?: readonly IntakeRule<Tier, Severity, Channel, Type>[];
  /** The working-day rule of rows that name none. */
  readonly workingDayRule?: WorkingDayRule;
  readonly contacts?: { readonly [name: string]: Contact };
  readonly availability?: readonly Statement[];
  readonly compensation?: readonly Compensation[];
  readonly exclusions?: readonly Localized[];
  readonly statements?: readonly Statement[];
  readonly assumptions?: readonly Assumption[];
}
