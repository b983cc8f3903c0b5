/** Conditions of rows, rules and assumptions: they name levels and dimensions that the policy has. */
import { oneOf, type Path } from "../errors.js";
import { isData, type Report } from "./shape.js";
import type { Names } from "./ticket.js";

/** Conditions name levels and dimensions that exist; aliases are for tickets, not for rows. */
export function checkConditions(report: Report, names: Names, when: unknown, path: Path): void {
  if (when === undefined) return;
  if (!isData(when)) {
    report.add("invalid_type", path, "conditions by name", when);
    return;
  }
  const known = [...names.keys(), "urgent"];
  for (const [name, wanted] of Object.entries(when)) {
    const at = [...path, name];
    if (name === "urgent") {
      if (typeof wanted !== "boolean") report.add("invalid_type", at, "true or false", wanted);
    } else if (!known.includes(name)) report.add("unknown_key", at, oneOf(known, name), name);
    else if (Array.isArray(wanted)) {
      if (wanted.length === 0) report.add("invalid_value", at, "at least one value, or no condition", wanted);
      for (const [i, value] of wanted.entries()) checkKey(report, names, name, value, [...at, i]);
    } else if (wanted !== undefined) checkKey(report, names, name, wanted, at);
  }
}

function checkKey(report: Report, names: Names, name: string, value: unknown, path: Path): void {
  const keys = [...new Set(names.get(name)?.values())];
  if (!keys.includes(value as string)) report.add("unknown_value", path, oneOf(keys, value), value);
}
