/** What the command line refuses, in words that name options and places in files instead of keys. */
import { type Issue, SlaError } from "../errors.js";

/** A mistake of whoever typed the command: one message a line, no stack. */
export class CliError extends Error {
  readonly messages: readonly string[];

  constructor(...messages: readonly string[]) {
    super(messages.join("\n"));
    this.messages = messages;
  }
}

/** Where an issue stands for the person who reads of it: an option, a place in a file, or "". */
export type PlaceOf = (issue: Issue) => string;

/** Runs something of the library; each issue that it throws becomes one message, behind its place. */
export function refusing<T>(placeOf: PlaceOf, action: () => T): T {
  return rewording((issue) => atPlace(placeOf(issue), issue.message), action);
}

/** As {@link refusing}, with words of its own for an issue. */
export function rewording<T>(messageOf: (issue: Issue) => string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (!(error instanceof SlaError)) throw error;
    // A list that every calendar takes is wrong in every calendar: that is told once.
    throw new CliError(...new Set(error.issues.map(messageOf)));
  }
}

/** "--severity: Unknown value: …". */
export function atPlace(place: string, message: string): string {
  return place === "" ? message : `${place}: ${message}`;
}
