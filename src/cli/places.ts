/** Where the keys and values of a data file stand, as `file:line:column`. */
import type { Issue, Path } from "../errors.js";

/** The places of one file; filled by whoever reads it. */
export interface Places {
  addKey(path: Path, offset: number): void;
  addValue(path: Path, offset: number): void;
  /** "policy.yaml:12:5": the place of an offset. */
  placeAt(offset: number): string;
  /** The place to look at for an issue: a key that should not be there, else the value, else what is around it. */
  placeOf(issue: Pick<Issue, "code" | "path">): string;
}

/** The places of a file, none of them known yet. */
export function placesIn(file: string, text: string): Places {
  const keys = new Map<string, number>();
  const values = new Map<string, number>();
  const placeAt = (offset: number) => `${file}:${lineAndColumn(text, offset)}`;
  const find = (path: Path, code: Issue["code"]): number => {
    const name = JSON.stringify(path);
    const offset = code === "unknown_key" ? (keys.get(name) ?? values.get(name)) : (values.get(name) ?? keys.get(name));
    return offset ?? (path.length === 0 ? 0 : find(path.slice(0, -1), "invalid_value"));
  };
  return {
    addKey: (path, offset) => void keys.set(JSON.stringify(path), offset),
    addValue: (path, offset) => void values.set(JSON.stringify(path), offset),
    placeAt,
    placeOf: ({ code, path }) => placeAt(find(path, code)),
  };
}

function lineAndColumn(text: string, offset: number): string {
  const before = text.slice(0, offset).split("\n");
  return `${before.length}:${[...(before.at(-1) ?? "")].length + 1}`;
}
