/** How much memory is in use, after everything that can go is gone. */

import { setImmediate } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as (only?: { readonly type: "minor" }) => void;

/** Bytes of heap and array buffers in use, within one job: what weak references hold for the job's sake still counts. */
export function bytesInUse(): number {
  collectGarbage();
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** Lets go of everything that nothing holds any more. */
export async function letGo(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) {
    await setImmediate();
    collectGarbage();
  }
}

/** Bytes of heap that a task allocates, garbage included: what is small enough to be collected later is there to be seen. */
export function bytesAllocated(task: () => unknown): number {
  collectGarbage({ type: "minor" });
  const before = process.memoryUsage().heapUsed;
  task();
  return process.memoryUsage().heapUsed - before;
}

/** The middle one of some numbers. */
export function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1]!;
}
