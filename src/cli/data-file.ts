/** Files of data: JSON and YAML, with the places of what they say. */
import { resolve } from "node:path";
import { CliError } from "./cli-error.js";
import type { Io } from "./io.js";
import { readJsonPlaces } from "./json-places.js";
import type { Places } from "./places.js";

/** What a file says, and where. */
export interface DataFile {
  readonly data: unknown;
  readonly places: Places;
}

const YAML = /\.ya?ml$/i;
const JSON_FILE = /\.json$/i;

/** Whether a value of an option is the name of a data file, and no other name. */
export function isDataFileName(name: string): boolean {
  return YAML.test(name) || JSON_FILE.test(name);
}

/** Reads a file whose name ends in .json, .yaml or .yml. */
export async function readDataFile(option: string, name: string, io: Io): Promise<DataFile> {
  const text = (await readText(option, name, io)).replace(/^\ufeff/, "");
  if (JSON_FILE.test(name)) {
    const places = readJsonPlaces(name, text);
    return { data: JSON.parse(text), places };
  }
  const { readYaml } = await import("./yaml-places.js");
  return readYaml(name, text);
}

async function readText(option: string, name: string, io: Io): Promise<string> {
  const path = resolve(io.cwd, name);
  try {
    return await io.readFile(path);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const where = path === name ? "" : ` (looked for ${path})`;
    throw new CliError(`${option}: ${code === "ENOENT" ? "no such file" : message}: ${JSON.stringify(name)}${where}`);
  }
}
