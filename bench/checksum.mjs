/**
 * One number for a column of answers, in eight hexadecimal digits: of every bit and of their order. The same as
 * `checksum` in c/kernel.c.
 *
 * @param {Float64Array} answers
 */
export function checksum(answers) {
  const words = new Uint32Array(answers.buffer, answers.byteOffset, 2 * answers.length);
  let sum = 0;
  for (const word of words) {
    sum = Math.imul(sum ^ word, 0x9e3779b1);
    sum ^= sum >>> 15;
  }
  return (sum >>> 0).toString(16).padStart(8, "0");
}
