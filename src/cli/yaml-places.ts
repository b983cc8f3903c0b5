/** YAML as data with the place of every value; the one file that knows the yaml package, loaded when it is needed. */
import { isAlias, isMap, isScalar, isSeq, type Node, type ParsedNode, parseDocument } from "yaml";
import type { Path } from "../errors.js";
import { CliError } from "./cli-error.js";
import { type Places, placesIn } from "./places.js";

/** Reads a text of YAML; one that is none is refused with the place of the first mistake. */
export function readYaml(file: string, text: string): { readonly data: unknown; readonly places: Places } {
  const places = placesIn(file, text);
  const document = parseDocument(text, { prettyErrors: false });
  // The first mistake is the one that was made; the others follow from it.
  const [first] = document.errors;
  if (first !== undefined) throw new CliError(`${places.placeAt(first.pos[0])}: not YAML: ${first.message}`);
  if (document.contents !== null) addPlaces(document.contents, [], places);
  return { data: document.toJS(), places };
}

function addPlaces(node: Node, path: Path, places: Places): void {
  const from = (node as ParsedNode).range?.[0];
  if (from !== undefined) places.addValue(path, from);
  // An alias stands where it is written; what it repeats has its places there.
  if (isAlias(node)) return;
  if (isSeq(node)) for (const [i, item] of node.items.entries()) addPlaces(item as Node, [...path, i], places);
  if (!isMap(node)) return;
  for (const { key, value } of node.items) {
    if (!isScalar(key)) continue;
    const at = [...path, String(key.value)];
    if (key.range) places.addKey(at, key.range[0]);
    if (value !== null) addPlaces(value as Node, at, places);
  }
}
