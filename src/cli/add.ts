/** `sla-clock add`: working time or working days after an instant or before it. */
import { formatDay, formatWallClock } from "../explain/time-text.js";
import { formatInstant } from "../instant/instant.js";
import { parseLocalDate } from "../time/local-date.js";
import { formatGivenAmount, keepNegativeAmounts, readAmount } from "./add-amount.js";
import { explainAdd, explanationData, formatAddExplanation } from "./add-explanation.js";
import { ADD_OPTIONS } from "./add-options.js";
import { addTo, checkAdd, type Sum } from "./add-sum.js";
import {
  calendarData,
  formatFacts,
  formatMoment,
  formatReadings,
  formatWarning,
  joinBlocks,
  type Layout,
  layoutFor,
  type Words,
} from "./calendar-lines.js";
import { onlyWord, readGivenCalendar } from "./given-calendar.js";
import { EXIT, type Io } from "./io.js";
import { readArguments } from "./options.js";
import { checkOutput, tellAnswer } from "./print-option.js";
import { formatFromNow } from "./relative-time.js";
import { aside } from "./words.js";

/** Runs the command and answers its exit code. */
export async function runAdd(args: readonly string[], io: Io): Promise<number> {
  const { options, positionals } = readArguments(keepNegativeAmounts(args), ADD_OPTIONS);
  checkOutput(options);
  const amount = readAmount(onlyWord(positionals, "AMOUNT", "4 working hours"));
  checkAdd(options, amount);
  const given = await readGivenCalendar("--hours", options.hours as string, options, io);
  const sum = addTo(given, amount, options);
  const explanation = options.explain ? explainAdd(sum) : undefined;
  tellAnswer("add", options, io, {
    json: () => ({
      ...sumData(sum),
      ...(explanation && explanationData(explanation, given.zone)),
      ...calendarData(given),
    }),
    fields: printable(sum),
    absent: "none",
    warning: sum.warning,
    text: () => sumText(sum, explanation && formatAddExplanation(explanation, sum, layoutFor(io)), layoutFor(io)),
  });
  return EXIT.ok;
}

function printable({ given, fromDate, fromMs, resultDate, resultMs, warning }: Sum) {
  return {
    result: resultDate ?? formatInstant(resultMs, given.zone),
    from: fromDate ?? formatInstant(fromMs, given.zone),
    fromNowMs: resultDate === undefined ? resultMs - given.nowMs : null,
    beyondKnown: warning !== undefined,
    knownUntil: calendarData(given).knownUntil,
  };
}

function sumData(sum: Sum) {
  const { amount, options } = sum;
  const sign = amount.isBack ? -1 : 1;
  return {
    ...printable(sum),
    amount: { ...amount.amount, value: amount.amount.value === 0 ? 0 : sign * amount.amount.value },
    rule: amount.days === undefined || sum.fromDate !== undefined ? null : (options.rule ?? "sameTime"),
  };
}

const WORDS: Words<{ readonly from: string; readonly add: string; readonly rules: Record<string, string> }> = {
  en: {
    from: "from",
    add: "add",
    rules: {
      sameTime: "at the same time",
      endOfDay: "at the end of the day",
      workingHours: "as working hours",
    },
  },
  zh: {
    from: "起",
    add: "加",
    rules: { sameTime: "同一时刻", endOfDay: "当日结束时", workingHours: "按工作时长" },
  },
};

function sumText(sum: Sum, explanation: string | undefined, layout: Layout): string {
  const { given, warning } = sum;
  const words = WORDS[given.locale];
  const facts = [
    [words.from, fromText(sum)],
    [words.add, amountText(sum)],
  ];
  return joinBlocks([
    `${headline(sum, layout)}\n${formatFacts(given, facts, layout)}`,
    formatWarning(warning, layout),
    explanation ?? "",
    formatReadings(given, layout),
  ]);
}

function headline({ given, resultDate, resultMs }: Sum, { style }: Layout): string {
  const { zone, locale, nowMs } = given;
  if (resultDate !== undefined) return style("strong", formatDay(parseLocalDate(resultDate) as number, locale));
  const far = aside(formatFromNow(resultMs, nowMs, locale), locale);
  return style("strong", formatWallClock(resultMs, zone, locale)) + far;
}

function fromText({ given, fromDate, fromMs }: Sum): string {
  return fromDate === undefined
    ? formatMoment(fromMs, given)
    : formatDay(parseLocalDate(fromDate) as number, given.locale);
}

function amountText({ given, amount, options, fromDate }: Sum): string {
  const text = formatGivenAmount(amount, given.locale);
  if (amount.days === undefined || fromDate !== undefined) return text;
  return text + aside(WORDS[given.locale].rules[options.rule ?? "sameTime"] as string, given.locale);
}
