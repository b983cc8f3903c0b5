// How much memory is in use, after everything that can go is gone.
import process from "node:process";
import { setImmediate } from "node:timers/promises";

/** @typedef {{ used: number, rss: number }} Memory Bytes: heap and array buffers; what the system gave the process. */

/** @returns {Promise<Memory>} */
export async function memoryInUse() {
  let memory = await afterCollection();
  // Finalizers (of weak references) run between turns of the event loop, and free more for the next collection.
  for (let calm = 0, turn = 0; calm < 3 && turn < 20; turn++) {
    const next = await afterCollection();
    calm = next.used < memory.used - 50_000 ? 0 : calm + 1;
    memory = next;
  }
  return memory;
}

async function afterCollection() {
  globalThis.gc?.();
  await setImmediate();
  const { heapUsed, arrayBuffers, rss } = process.memoryUsage();
  return { used: heapUsed + arrayBuffers, rss };
}
