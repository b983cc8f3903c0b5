/** A policy made of `--within` and `--hours`, so that one deadline is told, explained and written like any other. */
import type { CalendarDefinition } from "../calendar/definition.js";
import { type ParsedHours, safeParseHours } from "../calendar/notation.js";
import type { Issue } from "../errors.js";
import type { Assumption, Policy, Target } from "../policy/definition.js";
import { formatAmount, type PromiseTerm, parseAmount } from "../time/amount.js";
import { isCalendarUnit, isWorkingUnit } from "../time/amount-unit.js";
import { CliError, refusing } from "./cli-error.js";
import type { DueOptions } from "./due-options.js";

/** The one calendar of the policy. */
const HOURS = "hours";

/** Makes the policy; the zone of its days is that of the hours, else `--zone`. */
export function adHocPolicy(within: string, options: DueOptions, holidays: CalendarDefinition["holidays"]): Policy {
  const { hours, zone } = options;
  const term = refusing(
    () => "--within",
    () => parseAmount(within),
  );
  if (hours === undefined) checkWithoutHours(term, options);
  const ownZone = hours === undefined ? undefined : zoneOfHours(hours, options.anchor);
  if (hours !== undefined && ownZone === undefined && zone === undefined) failWithoutZone(hours);
  const policyZone = ownZone ?? zone;
  if (policyZone === undefined) checkNeedsNoZone(term);
  return {
    name: "command line",
    title: {
      en: [within, hours].filter(Boolean).join(", "),
      zh: [formatAmount(term, "zh"), hours].filter(Boolean).join("，"),
    },
    ...(policyZone === undefined ? {} : { zone: policyZone }),
    ...(hours === undefined
      ? {}
      : { calendars: { [HOURS]: { hours, ...(holidays === undefined ? {} : { holidays }) } } }),
    targets: [targetOf(term, within, options)],
    assumptions: hours === undefined || options["starts-when-open"] ? [] : elapsedDespiteHours(term),
  };
}

/** The option that an issue of the policy is about. */
export function adHocPlace({ path }: Issue): string {
  const [first, , third] = path;
  if (first === "targets") return third === "within" ? "--within" : "--hours";
  if (path.at(-1) === "anchor") return "--anchor";
  return first === "zone" || path.at(-1) === "zone" ? "--zone" : "--hours";
}

function checkNeedsNoZone(term: PromiseTerm): void {
  if (typeof term === "string" || !isCalendarUnit(term.unit)) return;
  throw new CliError(`--zone: expected a zone to count ${term.unit}s in, such as Asia/Shanghai, received nothing`);
}

function targetOf(term: PromiseTerm, within: string, options: DueOptions): Target {
  const hasHours = options.hours !== undefined;
  const startsOn = options["starts-when-open"] ? { startsOn: HOURS } : {};
  const calendar = hasHours && !isElapsed(term) ? { calendar: HOURS } : {};
  return { metric: "deadline", within, ...calendar, ...startsOn };
}

function isElapsed(term: PromiseTerm): boolean {
  return typeof term !== "string" && ["second", "minute", "hour"].includes(term.unit);
}

function checkWithoutHours(term: PromiseTerm, options: DueOptions): void {
  const messages: string[] = [];
  const example = 'such as "Mon-Fri 9:00-18:00 Asia/Shanghai"';
  if (typeof term !== "string" && isWorkingUnit(term.unit)) {
    messages.push(`--hours: expected the hours that ${formatAmount(term)} run on, ${example}, received nothing`);
  } else if (options["starts-when-open"])
    messages.push(`--hours: expected the hours that open, ${example}, received nothing`);
  if (options.holidays !== undefined) messages.push("--holidays: expected together with --hours or --policy");
  if (messages.length > 0) throw new CliError(...messages);
}

/** The zone that stands in the hours; what is wrong with them is told where they are compiled. */
function zoneOfHours(hours: string, anchor: string | undefined): string | undefined {
  const parsed = safeParseHours(hours, anchor === undefined ? {} : { anchor });
  const unread: Pick<ParsedHours, "zone"> = { zone: "UTC" };
  return (parsed.ok ? parsed.value : unread).zone;
}

function failWithoutZone(hours: string): never {
  const text = JSON.stringify(hours);
  throw new CliError(
    `--hours: expected a zone in ${text}, such as "${hours} Asia/Shanghai" or "${hours} UTC+8", or --zone`,
  );
}

/** Hours were given and are not used: that is said, in the place where readings are told. */
function elapsedDespiteHours(term: PromiseTerm): Assumption[] {
  if (typeof term === "string" || !isElapsed(term)) return [];
  const [en, zh] = [formatAmount(term), formatAmount(term, "zh")];
  const unit = `working${term.unit.charAt(0).toUpperCase()}${term.unit.slice(1)}` as "workingHour";
  const [working, workingZh] = [formatAmount({ ...term, unit }), formatAmount({ ...term, unit }, "zh")];
  return [
    {
      about: `${en} are elapsed time`,
      reading: {
        en: `They run through nights, weekends and holidays, and --hours is not used. Did you mean "${working}"?`,
        zh: `${zh}按自然时间连续计算，包括夜间、周末和节假日；未使用 --hours。是否应为“${workingZh}”？`,
      },
      override: `--within "${working}", --starts-when-open`,
    },
  ];
}
