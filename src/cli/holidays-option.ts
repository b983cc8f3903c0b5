/** `--holidays`: a list by its name, none, or a file. */
import { oneOf } from "../errors.js";
import { holidayCalendarNames } from "../holidays/calendar.js";
import type { PolicyParameters } from "../policy/binder.js";
import { CliError, type PlaceOf } from "./cli-error.js";
import { isDataFileName, readDataFile } from "./data-file.js";
import type { Io } from "./io.js";

/** What was given, and where a mistake in it stands. */
export interface GivenHolidays {
  readonly holidays: PolicyParameters["holidays"];
  /** The place of an issue, its path counted from the list itself. */
  readonly placeOf: PlaceOf;
}

/** Reads the option; what a file says is checked where calendars are compiled. */
export async function readHolidays(value: string | undefined, io: Io): Promise<GivenHolidays | undefined> {
  if (value === undefined) return undefined;
  const placeOf = () => "--holidays";
  if (value.toLowerCase() === "none") return { holidays: [], placeOf };
  if (isDataFileName(value)) {
    const { data, places } = await readDataFile("--holidays", value, io);
    return { holidays: data as PolicyParameters["holidays"], placeOf: places.placeOf };
  }
  const names = holidayCalendarNames();
  const name = names.find((known) => known === value.toUpperCase());
  if (name !== undefined) return { holidays: name, placeOf };
  const known = `${oneOf([...names, "none"], value)}, or a file that ends in .json, .yaml or .yml`;
  throw new CliError(`--holidays: expected ${known}, received ${JSON.stringify(value)}`);
}
