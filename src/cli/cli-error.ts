/** What the command line refuses, in words that name options instead of keys. */
import { formatPath, type Issue, SlaError } from "../errors.js";

/** A mistake of whoever typed the command: one message a line, no stack. */
export class CliError extends Error {
  readonly messages: readonly string[];

  constructor(...messages: readonly string[]) {
    super(messages.join("\n"));
    this.messages = messages;
  }
}

/** Where an issue stands, as the person who reads it would look for it: an option, or a place in a file. */
type PlaceOf = (issue: Issue) => string;

/** The name of an issue's place in data that the user never saw: its path. */
export function pathPlace({ path }: Issue): string {
  return formatPath(path);
}

/** Runs something of the library; what it refuses becomes messages that begin with the place. */
export function refusing<T>(placeOf: PlaceOf, action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (!(error instanceof SlaError)) throw error;
    throw new CliError(...new Set(error.issues.map((issue) => message(placeOf(issue), issue))));
  }
}

function message(place: string, issue: Issue): string {
  return place === "" ? issue.message : `${place}: ${issue.message}`;
}
