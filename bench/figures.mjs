// How figures are written.

/** @param {number} value @param {number} [digits] */
export function fixed(value, digits = 1) {
  return Number.isFinite(value)
    ? value.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits })
    : "–";
}

/** Three digits that count, at most: 0.52, 8.5, 44, 1,550. @param {number} value */
export function short(value) {
  const size = Math.abs(value);
  return fixed(value, size < 1 ? 2 : size < 20 ? 1 : 0);
}

/** @param {number} ns */
export function time(ns) {
  if (ns < 1000) return `${short(ns)} ns`;
  return ns < 1e6 ? `${short(ns / 1000)} µs` : `${short(ns / 1e6)} ms`;
}

/** @param {number} bytes */
export function megabytes(bytes) {
  return `${short(bytes / 1e6)} MB`;
}

/** @param {{ lowNs: number, highNs: number }} result */
export function spread({ lowNs, highNs }) {
  return `${short(lowNs)}–${short(highNs)}`;
}

/** @param {number} count */
export function whole(count) {
  return fixed(count, 0);
}
