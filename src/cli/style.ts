/** Colours, where there is somebody to see them: NO_COLOR, FORCE_COLOR and the terminal decide, in this order. */
import { styleText } from "node:util";
import type { Io } from "./io.js";

/** What a text is, to the eye. */
type Look = "heading" | "strong" | "secondary" | "late" | "soon" | "warning" | "open" | "holiday" | "makeUpDay";

/** Makes a text look like something, or leaves it as it is. */
export type Style = (look: Look, text: string) => string;

const FORMATS = {
  heading: "bold",
  strong: "bold",
  secondary: "dim",
  late: "red",
  soon: "yellow",
  warning: "yellow",
  open: "green",
  holiday: "red",
  makeUpDay: "yellow",
} as const;

/** The style for standard output. */
export function styleFor(io: Io): Style {
  if (!hasColours(io)) return (_, text) => text;
  return (look, text) => styleText(FORMATS[look], text, { validateStream: false });
}

function hasColours({ env, isTerminal = false }: Io): boolean {
  const forced = env["FORCE_COLOR"];
  if (env["NO_COLOR"]) return false;
  if (forced !== undefined) return forced !== "0" && forced !== "false";
  return isTerminal && env["TERM"] !== "dumb";
}
