/** A policy by the name that a user gives: of the catalog, or of a file. */
import { catalog } from "../catalog/catalog.js";
import { formatPath, type Issue, nearest } from "../errors.js";
import type { Policy } from "../policy/definition.js";
import { CliError } from "./cli-error.js";
import { isDataFileName, readDataFile } from "./data-file.js";
import type { Io } from "./io.js";

/** A policy as data, not yet checked, and where its statements stand. */
export interface PolicySource {
  readonly policy: Policy;
  readonly source: "catalog" | "file";
  /** "my.yaml:12:5: targets[0].within" for a file; the path for the catalog. */
  readonly placeOf: (issue: Issue) => string;
}

/** Finds a policy of the catalog, or reads one from a file; `given` is the option or word that named it. */
export async function readPolicy(given: string, nameOrFile: string, io: Io): Promise<PolicySource> {
  const policy = catalogPolicy(nameOrFile);
  if (policy !== undefined) return { policy, source: "catalog", placeOf: ({ path }) => formatPath(path) };
  if (!isDataFileName(nameOrFile)) throw new CliError(`${given}: ${unknownPolicy(nameOrFile)}`);
  const { data, places } = await readDataFile(given, nameOrFile, io);
  return { policy: data as Policy, source: "file", placeOf: (issue) => withPath(places.placeOf(issue), issue) };
}

/** The policies of the catalog, in its order. */
export function catalogPolicies(): readonly Policy[] {
  return Object.values(catalog) as unknown as Policy[];
}

function catalogPolicy(name: string): Policy | undefined {
  return catalogPolicies().find((policy) => policy.name === name.toLowerCase());
}

function unknownPolicy(name: string): string {
  const names = Object.keys(catalog);
  const meant = nearest(name, names);
  const hint = meant === undefined ? "" : ` (did you mean ${meant}?)`;
  return `expected one of ${names.join(", ")}${hint}, or a file that ends in .json, .yaml or .yml, received ${JSON.stringify(name)}`;
}

function withPath(place: string, { path }: Issue): string {
  return path.length === 0 ? place : `${place}: ${formatPath(path)}`;
}
