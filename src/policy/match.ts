/** Which rows a ticket matches, and which of them binds. */
import type { Conditions, Policy } from "./definition.js";

/** A ticket's conditions, every key as the policy writes it; `urgent` is always there. */
export type TicketKeys = Readonly<Record<string, string | boolean | undefined>>;

/** The conditions that every policy has; a dimension must not be called like one. */
export const BUILT_IN_CONDITIONS = ["tier", "severity", "channel", "type", "urgent"] as const;

/** Whether a ticket meets all conditions; an empty set is met by every ticket. */
export function meets(keys: TicketKeys, when: Conditions | undefined): boolean {
  return Object.entries(when ?? {}).every(([name, wanted]) => {
    if (wanted === undefined) return true;
    return Array.isArray(wanted) ? wanted.includes(keys[name]) : wanted === keys[name];
  });
}

/** The rows that a ticket matches, by index, in the order of the policy. */
export function matchingRows(policy: Policy, keys: TicketKeys): number[] {
  const rows = policy.targets.map((_, row) => row);
  return rows.filter((row) => meets(keys, policy.targets[row]?.when));
}

/** A matching row and what it promises. */
export interface MetricRow {
  readonly row: number;
  readonly metric: string;
}

/** A matching row with the instant of its deadline, `undefined` for a promise without one. */
export interface Candidate extends MetricRow {
  readonly dueMs: number | undefined;
}

/** The row that binds for each metric, by the policy's `binding` (semantics 18). */
export function bindingRows(policy: Policy, candidates: readonly Candidate[]): ReadonlySet<number> {
  const binding = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const best = binding.get(candidate.metric);
    if (best === undefined || isBetter(policy, candidate, best)) binding.set(candidate.metric, candidate);
  }
  return new Set([...binding.values()].map(({ row }) => row));
}

/**
 * Of the matching rows those that may bind whenever a ticket was opened, in the order of the policy: all of them where
 * the earliest deadline binds, else for each metric the one that does.
 */
export function rowsToCompare(policy: Policy, matching: readonly MetricRow[]): readonly MetricRow[] {
  if (bindingOf(policy) === "earliest") return matching;
  const binding = bindingRows(
    policy,
    matching.map((one) => ({ ...one, dueMs: undefined })),
  );
  return matching.filter(({ row }) => binding.has(row));
}

/** Whether a later row's deadline binds in place of an earlier one's; a promise without a deadline is due at infinity. */
export function isEarlier(laterMs: number, earlierMs: number): boolean {
  return laterMs < earlierMs;
}

function bindingOf({ binding }: Policy): NonNullable<Policy["binding"]> {
  return binding ?? "earliest";
}

/** Whether a later row takes the place of an earlier one. */
function isBetter(policy: Policy, later: Candidate, earlier: Candidate): boolean {
  switch (bindingOf(policy)) {
    case "first":
      return false;
    case "mostSpecific":
      return conditionCount(policy, later.row) > conditionCount(policy, earlier.row);
    case "earliest":
      return isEarlier(later.dueMs ?? Number.POSITIVE_INFINITY, earlier.dueMs ?? Number.POSITIVE_INFINITY);
  }
}

function conditionCount(policy: Policy, row: number): number {
  return Object.values(policy.targets[row]?.when ?? {}).filter((wanted) => wanted !== undefined).length;
}
