/** The zone among the words of a text: it may stand anywhere, in brackets or not, and is taken out before the rest is read. */
import { failUnread, foldWidth } from "../time/words.js";
import { isFixed, offsetAt, readZone, type Zone, zoneOf } from "../time/zone.js";
import type { Token } from "./notation-tokens.js";
import type { TokenKind } from "./notation-words.js";

/** What "EST" was read as, and what it says by the letter. */
export interface SeasonZone {
  readonly written: string;
  readonly zone: string;
  readonly offset: string;
}

/** The zone that a text names, as it writes it, and all its other words. */
export interface ZonedTokens {
  readonly zone: string | undefined;
  /** The zone was named by half a year's time, "EST", and read with its summer time. */
  readonly season: SeasonZone | undefined;
  readonly tokens: readonly Token[];
}

/** Takes the zone out; of several names, all but one must say the same in other words: "Beijing time (UTC+8)". */
export function readZones(text: string, all: readonly Token[]): ZonedTokens {
  const tokens: Token[] = [];
  let zone: Token | undefined;
  for (let i = 0; i < all.length; i++) {
    const token = all[i] as Token;
    const offset = negativeOffset(text, tokens, token, all[i + 1]);
    if (offset !== undefined) i++;
    const named = offset ?? (token.kind === "zone" || token.kind === "seasonZone" ? token : undefined);
    if (token.kind === "unclearZone") refuseUnclear(text, token);
    if (named !== undefined) zone = zone === undefined ? named : oneZone(text, zone, named);
    else if (!closesZone(tokens, token, all[i - 1])) tokens.push(token);
  }
  if (zone?.kind !== "seasonZone") return { zone: zone?.value || undefined, season: undefined, tokens };
  const [name = "", letter = ""] = zone.value.split(" ");
  const season = { written: text.slice(zone.from, zone.to), zone: name, offset: letter };
  return { zone: name, season, tokens };
}

/** Drops the brackets around a zone: the opening one is taken back when the closing one comes. */
function closesZone(tokens: Token[], token: Token, before: Token | undefined): boolean {
  const isEmptyPair = token.kind === "close" && tokens.at(-1)?.kind === "open" && before?.kind !== "open";
  if (isEmptyPair) tokens.pop();
  return isEmptyPair;
}

function refuseUnclear(text: string, { from, to }: Token): never {
  const expected = "a zone by its full name or offset (Asia/Shanghai, UTC+8), as these letters stand for several";
  return failUnread("invalid_hours", text, from, to, expected);
}

/** "09:00-18:00 -05:00": behind whole hours a dash and hours with minutes are an offset, if they stand apart. */
function negativeOffset(
  text: string,
  before: readonly Token[],
  dash: Token,
  clock: Token | undefined,
): Token | undefined {
  if (dash.value !== "-" || !dash.apart || clock?.kind !== "clock" || clock.from !== dash.to) return undefined;
  const written = foldWidth(text.slice(clock.from, clock.to));
  if (!/^\d{2}:?\d{2}$/.test(written) || !endsHours(before)) return undefined;
  return { ...clock, kind: "zone", value: `-${written}`, from: dash.from };
}

const SIGNS: readonly (TokenKind | undefined)[] = ["times", "slash", "from"];
const WHOLE_ENDS: readonly (TokenKind | undefined)[] = ["closed", "allDay", "perDay", "holiday"];
const TIME_ENDS: readonly (TokenKind | undefined)[] = [
  "clock",
  "moment",
  "meridiem",
  "oclock",
  "half",
  "minutes",
  "hours",
];

/** Whether the words so far end with a whole window, or with days by hours. */
function endsHours(before: readonly Token[]): boolean {
  const kinds = before.slice(-6).map(({ kind }) => kind);
  while (kinds.at(-1) === "open") kinds.pop();
  if (WHOLE_ENDS.includes(kinds.at(-1))) return true;
  if (!TIME_ENDS.includes(kinds.at(-1))) return false;
  while (kinds.length > 0 && kinds.at(-1) !== "clock" && kinds.at(-1) !== "moment") kinds.pop();
  const [opening, sign] = kinds.slice(-3);
  return SIGNS.includes(sign) || (sign === "dash" && TIME_ENDS.includes(opening));
}

/** Of two names the one that says more, if they agree: a zone whose only offset in our time is the other. */
function oneZone(text: string, first: Token, second: Token): Token {
  if (first.value === "" || first.value === second.value) return second;
  if (second.value === "") return first;
  const [a, b] = [zoneNamed(first), zoneNamed(second)];
  if (a && b && a.name === b.name) return first;
  if (a && b && isAlways(a, b)) return first;
  if (a && b && isAlways(b, a)) return second;
  return failUnread("invalid_hours", text, second.from, second.to, "one zone");
}

function zoneNamed({ value }: Token): Zone | undefined {
  try {
    return zoneOf(value.split(" ")[0] as string);
  } catch {
    return undefined; // told where the zone is compiled
  }
}

const FROM_MS = Date.UTC(2000, 0, 1);
const TO_MS = Date.UTC(2051, 0, 1);

/** Whether a named zone keeps one offset from 2000 to 2050, the given one: Asia/Shanghai and UTC+8, not Europe/Berlin and UTC+1. */
function isAlways(zone: Zone, offset: Zone): boolean {
  if (isFixed(zone) || !isFixed(offset)) return false;
  readZone(zone, FROM_MS, TO_MS);
  const offsetMs = offsetAt(offset, FROM_MS);
  const during = zone.offsets.filter((_, i) => {
    const [start, end = Number.POSITIVE_INFINITY] = [zone.starts[i] as number, zone.starts[i + 1]];
    return end > FROM_MS && start < TO_MS;
  });
  return during.every((one) => one === offsetMs);
}
