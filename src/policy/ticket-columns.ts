/** Tickets as columns, as they come in, and their reading: what all have in common, and indexes of keys for the rest. */
import { oneOf, type Path } from "../errors.js";
import { isSupportedInstant } from "../time/units.js";
import { type Zone, zoneOf } from "../time/zone.js";
import type { PolicyState } from "./binder.js";
import type { TicketKeys } from "./match.js";
import { type Data, isData, type Report } from "./shape.js";
import { OPENED_AT } from "./terms.js";
import { dimensionsOf, keyNamed, keysIn, LEVELS, tried } from "./ticket.js";

/** Indexes into a list of keys, one for each ticket; -1 is no key, in unsigned arrays, too, where it reads 255 or so. */
export type KeyIndexes = Uint8Array | Uint16Array | Uint32Array | Int8Array | Int16Array | Int32Array;

/**
 * The keys of many tickets: one key for all of them; or indexes of the policy's keys in its order, from 0 on
 * (`Object.keys(policy.definition.severities)`); or indexes of a list of one's own, in which keys and aliases stand.
 */
export type KeyColumn<Key extends string = string> = [Key] extends [never]
  ? never
  :
      | Key
      | KeyIndexes
      | {
          /** What the indexes mean: keys of the policy, or their aliases. */
          readonly keys: readonly Key[];
          /** One for each ticket. */
          readonly indexes: KeyIndexes;
        };

/**
 * Many tickets as columns, each as long as `openedAt`; what is absent no ticket has. Nothing besides these keys is
 * taken, so that no column is left out by a typing mistake.
 */
export interface TicketColumns<
  Tier extends string = string,
  Severity extends string = string,
  Channel extends string = string,
  Type extends string = string,
  Metric extends string = string,
> {
  /** When they were opened, in epoch milliseconds. */
  readonly openedAt: Float64Array;
  /** Keys of the policy's `tiers`. */
  readonly tier?: KeyColumn<Tier> | undefined;
  /** Keys of the policy's `severities`. */
  readonly severity?: KeyColumn<Severity> | undefined;
  /** Keys of the policy's `channels`. */
  readonly channel?: KeyColumn<Channel> | undefined;
  /** Keys of the policy's `types`. */
  readonly type?: KeyColumn<Type> | undefined;
  /** One for all, or for each 0 or 1. Default `false`. */
  readonly urgent?: boolean | KeyIndexes | undefined;
  /** The zone of all these customers, as a ticket's `zone`: local time of a policy with the zone `"local"`. */
  readonly zone?: string | undefined;
  /** Values of the policy's own dimensions, by name. */
  readonly attributes?: { readonly [dimension: string]: KeyColumn | undefined } | undefined;
  /** The metrics that are answered; others are not computed. Default: all of the policy, in the order of its rows. */
  readonly metrics?: readonly Metric[] | undefined;
}

/** Tickets as the policy reads them. */
export interface ColumnsReading {
  readonly openedAt: Float64Array;
  /** What all tickets have in common. */
  readonly keys: TicketKeys;
  /** Where they differ. */
  readonly varying: readonly VaryingKey[];
  readonly zone: Zone | undefined;
  readonly metrics: readonly string[];
  /** The columns that are read. */
  readonly memory: readonly Memory[];
}

/** What an array lies in. */
export type Memory = Pick<Float64Array, "buffer" | "byteOffset" | "byteLength" | "length">;

/** A condition in which tickets differ: each has one of the choices; the first one is that of a ticket without a key. */
export interface VaryingKey {
  readonly condition: string;
  readonly choices: readonly TicketKeys[string][];
  readonly indexes: Uint8Array | Uint16Array | Int32Array;
  /** The index that is none. */
  readonly none: number;
  /** The choice that an index means. */
  readonly choiceOf: Uint32Array;
}

/** What reading passes along. */
interface Reader {
  readonly state: PolicyState;
  readonly report: Report;
  readonly count: number;
  readonly keys: Record<string, TicketKeys[string]>;
  readonly varying: VaryingKey[];
}

const COLUMN_KEYS = ["openedAt", ...Object.keys(LEVELS), "urgent", "zone", "attributes", "metrics"];

/** Reads columns of tickets, every element of them; what is wrong is reported together, of each column the first place. */
export function readColumns(columns: TicketColumns, state: PolicyState, report: Report): ColumnsReading | undefined {
  if (!isData(columns)) {
    report.add("invalid_type", ["columns"], "columns of tickets, { openedAt, … }", columns);
    return undefined;
  }
  checkKeys(columns, COLUMN_KEYS, [], report);
  const { openedAt, zone, metrics } = columns;
  if (tagOf(openedAt) !== "Float64Array") {
    report.add("invalid_type", OPENED_AT, "a Float64Array of epoch milliseconds", openedAt);
    return undefined;
  }
  checkOpenings(openedAt, report);
  const reader: Reader = { state, report, count: openedAt.length, keys: { urgent: false }, varying: [] };
  for (const [condition, levels] of Object.entries(LEVELS)) {
    readLevel(reader, condition, [condition], columns[condition as keyof typeof LEVELS], state.policy[levels]);
  }
  readUrgent(reader, columns.urgent);
  readAttributes(reader, columns.attributes);
  const { keys, varying } = reader;
  return {
    openedAt,
    keys,
    varying,
    zone: tried(report, () => (zone === undefined ? undefined : zoneOf(zone, ["zone"]))),
    metrics: readMetrics(state, metrics, report),
    memory: [openedAt, ...varying.map(({ indexes }) => indexes)],
  };
}

/** Of what realm or kind of memory an array is does not matter, so it is known by its tag. */
export function tagOf(value: unknown): string {
  return Object.prototype.toString.call(value).slice("[object ".length, -1);
}

/** Whether a column has an element for each ticket; else that is reported. */
export function isLongEnough(column: { length: number }, count: number, path: Path, report: Report): boolean {
  if (column.length === count) return true;
  report.add("invalid_option", path, `as many elements as openedAt (${count})`, column.length);
  return false;
}

function checkKeys(given: object, known: readonly string[], path: Path, report: Report): void {
  for (const key of Object.keys(given)) {
    if (!known.includes(key)) report.add("unknown_key", [...path, key], oneOf(known, key), key);
  }
}

function checkOpenings(openedAt: Float64Array, report: Report): void {
  for (let i = 0; i < openedAt.length; i++) {
    if (isSupportedInstant(openedAt[i] as number)) continue;
    const path = [...OPENED_AT, i];
    const openedMs = openedAt[i];
    if (!Number.isFinite(openedMs))
      report.add("invalid_instant", path, "epoch milliseconds, a finite number", openedMs);
    else report.add("out_of_range", path, "an instant from 1900 to the end of 2200, UTC", openedMs);
    return;
  }
}

function readAttributes(reader: Reader, attributes: unknown): void {
  const { state, report } = reader;
  if (attributes === undefined) return;
  if (!isData(attributes)) {
    report.add("invalid_type", ["attributes"], "columns by the name of their dimension", attributes);
    return;
  }
  const dimensions = dimensionsOf(state.names);
  checkKeys(attributes, dimensions, ["attributes"], report);
  for (const name of dimensions) {
    readLevel(reader, name, ["attributes", name], attributes[name], state.policy.dimensions?.[name]);
  }
}

/** One key for all tickets, or a column; `levels` are the policy's, a record by key or a list of keys. */
function readLevel(reader: Reader, condition: string, path: Path, given: unknown, levels: object | undefined): void {
  const { report, keys, state } = reader;
  if (given === undefined) return;
  const names = state.names.get(condition) ?? new Map<string, string>();
  const read = (name: unknown, at: Path) => {
    const key = keyNamed(names, name);
    if (key === undefined) report.add("unknown_value", at, oneOf(keysIn(names), name), name);
    return key;
  };
  const own = Array.isArray(levels) ? levels : Object.keys(levels ?? {});
  if (typeof given === "string") keys[condition] = read(given, path);
  else if (isIndexes(given)) readIndexes(reader, condition, path, given, own);
  else if (isList(given)) {
    checkKeys(given, ["keys", "indexes"], path, report);
    const meant = given.keys.map((name, i) => read(name, [...path, "keys", i]));
    readIndexes(reader, condition, [...path, "indexes"], given.indexes, meant);
  } else report.add("invalid_type", path, `a key for all tickets, ${INDEXES}, or { keys, indexes }`, given);
}

function readUrgent(reader: Reader, urgent: unknown): void {
  if (typeof urgent === "boolean") reader.keys["urgent"] = urgent;
  else if (isIndexes(urgent)) readIndexes(reader, "urgent", ["urgent"], urgent, [false, true], false);
  else if (urgent !== undefined) {
    reader.report.add("invalid_type", ["urgent"], `true or false for all tickets, or ${INDEXES}`, urgent);
  }
}

/** A column of indexes: `meant` are the keys of 0, 1, 2, …, and `absent` that of a ticket without one. */
function readIndexes(
  { report, count, varying }: Reader,
  condition: string,
  path: Path,
  given: KeyIndexes,
  meant: readonly TicketKeys[string][],
  absent?: TicketKeys[string],
): void {
  const { none, most, view } = KINDS[tagOf(given)] as IndexKind;
  if (!isLongEnough(given, count, path, report)) return;
  if (meant.length > most) {
    report.add("invalid_type", path, `an array that can hold the indexes of ${meant.length} keys`, tagOf(given));
    return;
  }
  const choices = [...new Set([absent, ...meant])];
  const choiceOf = Uint32Array.from(meant, (key) => choices.indexOf(key));
  const indexes = view(given);
  const bad = firstUnknown(indexes, none, meant.length);
  if (bad === undefined) varying.push({ condition, choices, indexes, none, choiceOf });
  else report.add("unknown_value", [...path, bad], expectedIndex(meant), given[bad]);
}

function firstUnknown(indexes: VaryingKey["indexes"], none: number, end: number): number | undefined {
  for (let i = 0; i < indexes.length; i++) {
    const index = indexes[i] as number;
    if (!(index >= 0 && index < end) && index !== none) return i;
  }
  return undefined;
}

function expectedIndex(meant: readonly unknown[]): string {
  const last = meant.length - 1;
  return last < 0 ? "-1 for none (nothing is defined here)" : `0 to ${last} (${meant.join(", ")}), or -1 for none`;
}

/** How an array of indexes is read: signed ones in unsigned memory, so that fewer kinds meet in the loops. */
interface IndexKind {
  readonly none: number;
  /** How many keys it can tell apart. */
  readonly most: number;
  readonly view: (given: KeyIndexes) => VaryingKey["indexes"];
}

const BYTES = ({ buffer, byteOffset, length }: KeyIndexes) => new Uint8Array(buffer, byteOffset, length);
const SHORTS = ({ buffer, byteOffset, length }: KeyIndexes) => new Uint16Array(buffer, byteOffset, length);
const WORDS = ({ buffer, byteOffset, length }: KeyIndexes) => new Int32Array(buffer, byteOffset, length);

const KINDS: { readonly [tag: string]: IndexKind } = {
  Uint8Array: { none: 0xff, most: 0xff, view: BYTES },
  Int8Array: { none: 0xff, most: 0x80, view: BYTES },
  Uint16Array: { none: 0xffff, most: 0xffff, view: SHORTS },
  Int16Array: { none: 0xffff, most: 0x8000, view: SHORTS },
  Uint32Array: { none: -1, most: 0x7fffffff, view: WORDS },
  Int32Array: { none: -1, most: 0x7fffffff, view: WORDS },
};

const INDEXES = `indexes (${Object.keys(KINDS).join(", ")})`;

function isIndexes(value: unknown): value is KeyIndexes {
  return Object.hasOwn(KINDS, tagOf(value));
}

function isList(value: unknown): value is { keys: readonly unknown[]; indexes: KeyIndexes } & Data {
  return isData(value) && Array.isArray(value["keys"]) && isIndexes(value["indexes"]);
}

function readMetrics(state: PolicyState, metrics: unknown, report: Report): readonly string[] {
  const known = [...new Set(state.rows.map(({ target }) => target.metric))];
  if (metrics === undefined) return known;
  if (!Array.isArray(metrics)) {
    report.add("invalid_type", ["metrics"], "a list of metrics", metrics);
    return [];
  }
  for (const [i, metric] of metrics.entries()) {
    if (!known.includes(metric)) report.add("unknown_value", ["metrics", i], oneOf(known, metric), metric);
  }
  return [...new Set(metrics)];
}
