/** A ticket as it comes in, and its reading: keys as the policy writes them, the opening in milliseconds. */
import { nearest, oneOf, type Path, SlaError } from "../errors.js";
import { type InstantInput, readInstant } from "../instant/instant.js";
import { type Zone, zoneOf } from "../time/zone.js";
import type { Policy } from "./definition.js";
import type { TicketKeys } from "./match.js";
import { isData, type Report } from "./shape.js";

/**
 * A ticket: when it was opened, and the keys that rows ask for. A key may be given by one of its aliases.
 * Everything besides the known keys is left alone.
 */
export interface Ticket<
  At extends InstantInput = InstantInput,
  Tier extends string = string,
  Severity extends string = string,
  Channel extends string = string,
  Type extends string = string,
> {
  /** Any kind of instant; answers come in the same kind. Local text is read in `zone` or the policy's parameter. */
  readonly openedAt: At;
  /** A key of the policy's `tiers`, or one of its aliases. */
  readonly tier?: Tier | undefined;
  /** A key of the policy's `severities`, or one of its aliases. */
  readonly severity?: Severity | undefined;
  /** A key of the policy's `channels`, or one of its aliases. */
  readonly channel?: Channel | undefined;
  /** A key of the policy's `types`, or one of its aliases. */
  readonly type?: Type | undefined;
  /** Default `false`. */
  readonly urgent?: boolean | undefined;
  /** The customer's zone: local time of a policy with the zone `"local"`, and the zone of text answers. */
  readonly zone?: string | undefined;
  /** When it was answered; no deadline depends on it. */
  readonly respondedAt?: InstantInput | undefined;
  /** When it was resolved; no deadline depends on it. */
  readonly resolvedAt?: InstantInput | undefined;
  /** Pauses, replies and the like move running clocks, which this version does not have: refused unless empty. */
  readonly events?: readonly unknown[] | undefined;
  /** Values of the policy's own dimensions, by name. */
  readonly attributes?: Readonly<Record<string, string>> | undefined;
}

/** A ticket as the policy reads it. */
export interface TicketReading {
  readonly keys: TicketKeys;
  readonly openedMs: number;
  readonly zone: Zone | undefined;
}

/** The policy's levels by the condition that names them. */
export const LEVELS = { tier: "tiers", severity: "severities", channel: "channels", type: "types" } as const;
/** The keys on which a deadline depends. */
const TICKET_KEYS = ["openedAt", ...Object.keys(LEVELS), "urgent", "zone", "attributes"];

/** For each condition its keys, by every name that a ticket may use. */
export type Names = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** How names are compared: full width as half width, without regard to case or outer space. */
function foldName(name: string): string {
  return name.normalize("NFKC").trim().toLowerCase();
}

/** The key that a ticket means by a name; `undefined` where there is none. */
export function keyNamed(names: ReadonlyMap<string, string>, given: unknown): string | undefined {
  return typeof given === "string" ? names.get(foldName(given)) : undefined;
}

/** The keys of a level or a dimension, as the policy writes them, in its order. */
export function keysIn(names: ReadonlyMap<string, string>): string[] {
  return [...new Set(names.values())];
}

/** The names of all levels and dimensions; two keys with one name are an issue. */
export function readNames(policy: Policy, report: Report): Names {
  const names = new Map<string, Map<string, string>>();
  for (const [condition, levels] of Object.entries(LEVELS)) {
    const byName = new Map<string, string>();
    for (const key of Object.keys(policy[levels] ?? {})) addName(byName, key, key, [levels, key], report);
    for (const [key, level] of Object.entries(policy[levels] ?? {})) {
      level.aliases?.forEach((alias, i) => {
        addName(byName, alias, key, [levels, key, "aliases", i], report);
      });
    }
    names.set(condition, byName);
  }
  for (const [dimension, values] of Object.entries(policy.dimensions ?? {})) {
    const byName = new Map<string, string>();
    values.forEach((value, i) => {
      addName(byName, value, value, ["dimensions", dimension, i], report);
    });
    names.set(dimension, byName);
  }
  return names;
}

function addName(names: Map<string, string>, name: string, key: string, path: Path, report: Report): void {
  const other = names.get(foldName(name));
  if (other !== undefined && other !== key)
    report.add("duplicate_value", path, `a name that ${other} does not have`, name);
  names.set(foldName(name), key);
}

/** Reads a ticket's keys, opening and zone; what is wrong with them is reported together. */
export function readTicket(ticket: Ticket, names: Names, localZone: Zone | undefined, report: Report): TicketReading {
  if (!isData(ticket)) {
    report.add("invalid_type", ["ticket"], "a ticket, { openedAt, … }", ticket);
    return { keys: {}, openedMs: Number.NaN, zone: undefined };
  }
  checkTypingMistakes(ticket, TICKET_KEYS, [], report);
  if (ticket.attributes !== undefined && !isData(ticket.attributes)) {
    report.add("invalid_type", ["attributes"], "values by the name of their dimension", ticket.attributes);
  } else checkTypingMistakes(ticket.attributes ?? {}, dimensionsOf(names), ["attributes"], report);
  if (Array.isArray(ticket.events) && ticket.events.length > 0) {
    report.add(
      "invalid_option",
      ["events"],
      "no events: this version tells deadlines, not running clocks",
      ticket.events,
    );
  }
  const zone = tried(report, () => (ticket.zone === undefined ? undefined : zoneOf(ticket.zone, ["zone"])));
  const openedMs = tried(report, () => readInstant(ticket.openedAt, ["openedAt"], zone ?? localZone));
  return { keys: readKeys(ticket, names, report), openedMs: openedMs ?? Number.NaN, zone };
}

/** Runs a reader that throws; its issues are added to the others. */
export function tried<T>(report: Report, read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof SlaError)) throw error;
    report.issues.push(...error.issues);
    return undefined;
  }
}

function readKeys(ticket: Ticket, names: Names, report: Report): TicketKeys {
  const keys: Record<string, string | boolean | undefined> = { urgent: ticket.urgent ?? false };
  if (typeof keys["urgent"] !== "boolean") report.add("invalid_type", ["urgent"], "true or false", ticket.urgent);
  for (const [name, byName] of names) {
    const isLevel = Object.hasOwn(LEVELS, name);
    const given = isLevel ? ticket[name as keyof typeof LEVELS] : ticket.attributes?.[name];
    if (given === undefined) continue;
    const key = keyNamed(byName, given);
    if (key === undefined)
      report.add("unknown_value", isLevel ? [name] : ["attributes", name], oneOf(keysIn(byName), given), given);
    else keys[name] = key;
  }
  return keys;
}

/** The policy's own dimensions. */
export function dimensionsOf(names: Names): string[] {
  return [...names.keys()].filter((name) => !Object.hasOwn(LEVELS, name));
}

/** A ticket may carry whatever its system knows of it, but not a known key with a typing mistake. */
function checkTypingMistakes(given: object, known: readonly string[], path: Path, report: Report): void {
  for (const key of Object.keys(given)) {
    const meant = known.includes(key) ? undefined : nearest(key, known);
    if (meant !== undefined && !Object.hasOwn(given, meant)) {
      report.add("unknown_key", [...path, key], oneOf(known, key), key);
    }
  }
}
