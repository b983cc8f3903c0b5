/** AMOUNT of `sla-clock add`: working time or working days, forward or back. */
import type { WorkingDayRule } from "../calendar/working-days.js";
import { type Amount, amountToMs, formatAmount, parsePromise } from "../time/amount.js";
import { CliError, refusing } from "./cli-error.js";

/** An amount, read: a length of working time, or a number of working days. */
export interface GivenAmount {
  /** Without its sign. */
  readonly amount: Amount;
  readonly isBack: boolean;
  /** The length with its sign; `undefined` for working days. */
  readonly ms: number | undefined;
  /** The working days with their sign; `undefined` for a length. */
  readonly days: number | undefined;
  /** The rule that the words say, as "next business day" does. */
  readonly rule: WorkingDayRule | undefined;
}

const MINUS = /^\s*[-\u2212\uff0d]\s*(?=\S)/;

/** Reads the amount; what is neither working time nor working days is refused. */
export function readAmount(text: string): GivenAmount {
  const isBack = MINUS.test(text);
  const { term, rule, by, notices } = refusing(
    () => "AMOUNT",
    () => parsePromise(text.replace(MINUS, "")),
  );
  if (notices.some(({ code }) => code === "range_by_default")) {
    throw new CliError(`AMOUNT: expected one length, not a range, received ${JSON.stringify(text)}`);
  }
  const ms = typeof term === "string" ? undefined : amountToMs(term);
  const isDays = typeof term !== "string" && term.unit === "workingDay";
  if (typeof term === "string" || by !== undefined || (ms === undefined && !isDays)) return failOnPromise(text);
  const sign = isBack ? -1 : 1;
  // Not -0: nothing is nothing in both directions.
  const signed = (value: number) => (value === 0 ? 0 : sign * value);
  return {
    amount: term,
    isBack,
    ms: ms === undefined ? undefined : signed(ms),
    days: isDays ? signed(term.value) : undefined,
    rule,
  };
}

function failOnPromise(text: string): never {
  const given = JSON.stringify(text);
  throw new CliError(
    `AMOUNT: expected working time ("4 working hours", "90m") or working days ("2 working days"), received ${given}; for promises: sla-clock due --within`,
  );
}

/** "4 working hours", "-2 working days". */
export function formatGivenAmount({ amount, isBack }: GivenAmount, locale: "en" | "zh"): string {
  return (isBack ? "-" : "") + formatAmount(amount, locale);
}

/** `-4h` as a word of the command line: a minus before a digit is no option. */
export function keepNegativeAmounts(args: readonly string[]): string[] {
  return args.map((arg) => (/^-(?:[\d.]|PT?\d)/i.test(arg) ? `\u2212${arg.slice(1)}` : arg));
}
