/** What a thread of its own runs to hash parts of files: a text, for a bundle has no second file to start. Asked for one part at a time. */
export const hashWorker = `
const { parentPort } = require('node:worker_threads');
const { createHash } = require('node:crypto');
const { closeSync, openSync, readSync } = require('node:fs');
const buffer = Buffer.allocUnsafe(4 << 20);
let blake3;
const hasher = async ({ algorithm, address }) => {
  if (address === undefined) return createHash(algorithm);
  if (blake3 === undefined) {
    const library = await import(address);
    blake3 = await (library.createBLAKE3 ?? library.default.createBLAKE3)();
  }
  return blake3.init();
};
parentPort.on('message', async ({ at, file, start, end, ...how }) => {
  try {
    const hash = await hasher(how);
    const open = openSync(file, 'r');
    try {
      for (let offset = start; offset < end;) {
        const read = readSync(open, buffer, 0, Math.min(buffer.length, end - offset), offset);
        if (read === 0) throw new Error('it ends early');
        hash.update(buffer.subarray(0, read));
        offset += read;
        parentPort.postMessage({ read });
      }
    } finally {
      closeSync(open);
    }
    parentPort.postMessage({ at, digest: hash.digest('hex') });
  } catch (error) {
    parentPort.postMessage({ at, problem: error.message });
  }
});
`;
