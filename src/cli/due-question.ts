/** What `sla-clock due` was asked: a policy, a ticket, and how the answer is to be told. */
import { formatPath, type Issue, oneOf } from "../errors.js";
import type { Locale } from "../explain/time-text.js";
import { formatInstant, zoneOfText } from "../instant/instant.js";
import type { PolicyParameters } from "../policy/binder.js";
import { type CompiledPolicy, compilePolicy, policyStateOf } from "../policy/compile.js";
import type { Policy } from "../policy/definition.js";
import type { Ticket } from "../policy/ticket.js";
import { type Zone, zoneOf } from "../time/zone.js";
import { adHocPlace, adHocPolicy } from "./ad-hoc-policy.js";
import { CliError, type PlaceOf, refusing } from "./cli-error.js";
import type { DueOptions } from "./due-options.js";
import { type GivenHolidays, readHolidays } from "./holidays-option.js";
import type { Io } from "./io.js";
import { isNow, readNumber, readTime } from "./option-values.js";
import { catalogPolicies, readPolicy } from "./policy-source.js";
import { optionOfParameter } from "./reading-options.js";
import { readLocale } from "./words.js";

/** Where the policy came from; `options`: from `--within` and `--hours`. */
type PolicyOrigin = "catalog" | "file" | "options";

/** A question, read and checked. */
export interface Question {
  readonly policy: CompiledPolicy;
  readonly source: PolicyOrigin;
  /** Its opening is text in `zone`. */
  readonly ticket: Ticket<string>;
  readonly openedMs: number;
  readonly nowMs: number;
  /** The zone that times are told in. */
  readonly zone: Zone;
  readonly locale: Locale;
}

/** Reads the options; whatever is wrong is told in words that name them. */
export async function readQuestion(options: DueOptions, io: Io): Promise<Question> {
  checkTogether(options);
  const locale = readLocale(options.lang);
  const { policy, source } = await readCompiledPolicy(options, io);
  const ticketZone =
    options.zone === undefined
      ? undefined
      : refusing(
          () => "--zone",
          () => zoneOf(options.zone as string),
        );
  const localZone = ticketZone ?? policyStateOf(policy).zone;
  const clockMs = io.now();
  const nowMs = readTime("--now", options.now ?? "now", clockMs, localZone);
  const opened = options.opened as string;
  const openedMs = readTime("--opened", opened, nowMs, localZone);
  const zone = localZone ?? (isNow(opened) ? undefined : zoneOfText(opened)) ?? zoneOf("UTC");
  const ticket = { ...readTicketKeys(options, policy.definition), openedAt: formatInstant(openedMs, zone) };
  return { policy, source, ticket, openedMs, nowMs, zone, locale };
}

/** Options that need each other, or exclude each other. */
function checkTogether(options: DueOptions): void {
  const messages: string[] = [];
  const given = (name: keyof DueOptions) => {
    const value = options[name];
    return typeof value === "object" ? value.length > 0 : value !== undefined && value !== false;
  };
  if (!given("policy") && !given("within")) {
    const names = catalogPolicies().map(({ name }) => name);
    messages.push(`--policy: expected a policy (${names.join(", ")} or a file), or --within with an amount`);
  }
  if (given("policy") && given("within"))
    messages.push("--within: expected either --policy or --within, received both");
  if (!given("opened"))
    messages.push('--opened: expected an instant ("2026-11-20T17:00+08:00"), local time or now, received nothing');
  const [asked, other] = given("policy") ? (["policy", AD_HOC_ONLY] as const) : (["within", POLICY_ONLY] as const);
  if (given(asked)) {
    messages.push(
      ...other
        .filter(given)
        .map(
          (name) =>
            `--${name}: expected without --${asked}; it belongs to --${asked === "policy" ? "within" : "policy"}`,
        ),
    );
  }
  if (given("json") && given("print")) messages.push("--print: expected without --json");
  if (given("print") && given("explain")) messages.push("--print: expected without --explain");
  if (messages.length > 0) throw new CliError(...messages);
}

const AD_HOC_ONLY = ["hours", "starts-when-open"] as const;
const POLICY_ONLY = ["severity", "tier", "channel", "type", "urgent", "attribute", "policy-zone"] as const;

async function readCompiledPolicy(options: DueOptions, io: Io): Promise<Pick<Question, "policy" | "source">> {
  const given = await readHolidays(options.holidays, io);
  const parameters = parametersOf(options);
  if (options.policy === undefined) {
    const made = adHocPolicy(options.within as string, options, given?.holidays);
    return { policy: compile(made, parameters, given, adHocPlace), source: "options" };
  }
  const { policy, placeOf, source } = await readPolicy("--policy", options.policy, io);
  return { policy: compile(policy, { ...parameters, holidays: given?.holidays }, given, placeOf), source };
}

function parametersOf(options: DueOptions): PolicyParameters {
  const hoursPerDay = options["hours-per-day"];
  return {
    zone: options["policy-zone"],
    workingDayRule: options.rule as PolicyParameters["workingDayRule"],
    hoursPerDay: hoursPerDay === undefined ? undefined : readNumber("--hours-per-day", hoursPerDay),
    anchor: options.anchor,
  };
}

function compile(
  policy: Policy,
  parameters: PolicyParameters,
  given: GivenHolidays | undefined,
  placeOf: PlaceOf,
): CompiledPolicy {
  const placeOfIssue = (issue: Issue): string => {
    const [first, second, third] = issue.path;
    const placeInList = (depth: number) => given?.placeOf({ ...issue, path: issue.path.slice(depth) });
    if (first === "parameters" && second === "holidays") return placeInList(2) ?? "--holidays";
    if (first === "parameters") return optionOfParameter(String(second)) ?? formatPath(issue.path);
    if (issue.path.at(-1) === "anchor") return "--anchor";
    return (first === "calendars" && third === "holidays" && placeInList(3)) || placeOf(issue);
  };
  return refusing(placeOfIssue, () => compilePolicy(policy, parameters));
}

type TicketKeys = Omit<Ticket<string>, "openedAt">;

function readTicketKeys(
  { tier, severity, channel, type, urgent, zone, attribute }: DueOptions,
  policy: Policy,
): TicketKeys {
  const attributes = readAttributes(attribute, Object.keys(policy.dimensions ?? {}));
  const keys = { tier, severity, channel, type, zone };
  const given = Object.fromEntries(Object.entries(keys).filter(([, value]) => value !== undefined));
  return { ...given, ...(urgent && { urgent }), ...(attribute.length > 0 && { attributes }) };
}

function readAttributes(texts: readonly string[], known: readonly string[]): Record<string, string> {
  const messages: string[] = [];
  const pairs = texts.map((text): [string, string] => {
    const [name = "", ...value] = text.split("=");
    if (value.length === 0) messages.push(`--attribute: expected NAME=VALUE, received ${JSON.stringify(text)}`);
    else if (!known.includes(name))
      messages.push(`--attribute: expected ${oneOf(known, name)}, received ${JSON.stringify(name)}`);
    return [name, value.join("=")];
  });
  if (messages.length > 0) throw new CliError(...messages);
  return Object.fromEntries(pairs);
}
