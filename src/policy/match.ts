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

/** A matching row with what it promises: the instant of its deadline, `undefined` for a promise without one. */
export interface Candidate {
  readonly row: number;
  readonly metric: string;
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

/** Whether a later row takes the place of an earlier one. */
function isBetter(policy: Policy, later: Candidate, earlier: Candidate): boolean {
  switch (policy.binding ?? "earliest") {
    case "first":
      return false;
    case "mostSpecific":
      return conditionCount(policy, later.row) > conditionCount(policy, earlier.row);
    case "earliest":
      return (later.dueMs ?? Number.POSITIVE_INFINITY) < (earlier.dueMs ?? Number.POSITIVE_INFINITY);
  }
}

function conditionCount(policy: Policy, row: number): number {
  return Object.values(policy.targets[row]?.when ?? {}).filter((wanted) => wanted !== undefined).length;
}
