/** Freezes a value and all that can be reached from it by its own keys, even through what was frozen before. */
export function deepFreeze<T>(value: T, seen = new Set<unknown>()): T {
  if (typeof value === "object" && value !== null && !seen.has(value)) {
    seen.add(value);
    Object.freeze(value);
    for (const key of Reflect.ownKeys(value)) deepFreeze((value as Record<string | symbol, unknown>)[key], seen);
  }
  return value;
}
