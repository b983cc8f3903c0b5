/** JSON with the place of every value, for messages that name line and column: what JSON.parse does not tell. */
import { CliError } from "./cli-error.js";
import { type Places, placesIn } from "./places.js";

/** Finds every value's place; a text that is no JSON is refused with the place of the first mistake. */
export function readJsonPlaces(file: string, text: string): Places {
  const places = placesIn(file, text);
  const scanner: Scanner = {
    text,
    at: 0,
    places,
    refuse: (expected) => {
      const found = text[scanner.at] === undefined ? "the end of the file" : JSON.stringify(text[scanner.at]);
      throw new CliError(`${places.placeAt(scanner.at)}: not JSON: expected ${expected}, received ${found}`);
    },
  };
  scanValue(scanner, []);
  if (!isAtEnd(scanner)) scanner.refuse("the end of the file");
  return places;
}

interface Scanner {
  readonly text: string;
  at: number;
  readonly places: Places;
  readonly refuse: (expected: string) => never;
}

type Path = readonly (string | number)[];

const STRING = /"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/uy;
const PLAIN = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.])/y;
const SPACE = /[ \t\n\r]*/y;

function scanValue(scanner: Scanner, path: Path): void {
  skipSpace(scanner);
  scanner.places.addValue(path, scanner.at);
  if (takeSign(scanner, "{")) scanObject(scanner, path);
  else if (takeSign(scanner, "[")) scanList(scanner, path);
  else if (take(scanner, STRING) === undefined && take(scanner, PLAIN) === undefined) scanner.refuse("a value");
}

function scanObject(scanner: Scanner, path: Path): void {
  const seen = new Set<string>();
  if (takeSign(scanner, "}")) return;
  do {
    skipSpace(scanner);
    const from = scanner.at;
    const key = JSON.parse(take(scanner, STRING) ?? scanner.refuse("a key in double quotes")) as string;
    scanner.places.addKey([...path, key], from);
    if (seen.has(key)) throw new CliError(`${scanner.places.placeAt(from)}: duplicate key ${JSON.stringify(key)}`);
    seen.add(key);
    if (!takeSign(scanner, ":")) scanner.refuse('":"');
    scanValue(scanner, [...path, key]);
  } while (takeSign(scanner, ","));
  if (!takeSign(scanner, "}")) scanner.refuse('"," or "}"');
}

function scanList(scanner: Scanner, path: Path): void {
  if (takeSign(scanner, "]")) return;
  let index = 0;
  do scanValue(scanner, [...path, index++]);
  while (takeSign(scanner, ","));
  if (!takeSign(scanner, "]")) scanner.refuse('"," or "]"');
}

function take(scanner: Scanner, sticky: RegExp): string | undefined {
  sticky.lastIndex = scanner.at;
  const taken = sticky.exec(scanner.text)?.[0];
  scanner.at += taken?.length ?? 0;
  return taken;
}

function takeSign(scanner: Scanner, sign: string): boolean {
  skipSpace(scanner);
  if (scanner.text[scanner.at] !== sign) return false;
  scanner.at++;
  return true;
}

function skipSpace(scanner: Scanner): void {
  take(scanner, SPACE);
}

function isAtEnd(scanner: Scanner): boolean {
  skipSpace(scanner);
  return scanner.at >= scanner.text.length;
}
