import type { Io } from "./io.js";
export async function runPolicies(args: readonly string[], io: Io): Promise<number> {
  return 0;
}
