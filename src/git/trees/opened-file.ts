import { closeSync, constants, fstatSync, openSync, readlinkSync, readSync } from 'node:fs';

/** Neither through a link, nor waiting for who writes into a pipe. Linux says of an open file where it is. */
const how =
  process.platform === 'linux' ? constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK : undefined;

/**
 * Content of a plain file to whose path no link leads: it is opened first and then asked where it is, so that it takes half the time of a
 * look at each folder, and nothing else can come in its place meanwhile. `undefined` where somebody has to look more closely, as at any path
 * that is written in another way than Linux writes it.
 */
export function readOpened(root: string, path: string, maxBytes: number): Uint8Array | undefined {
  if (how === undefined || /(?:^|\/)\.git(?:\/|$)/i.test(path)) return undefined;
  const full = `${root}/${path}`;
  let file: number | undefined;
  try {
    file = openSync(full, how);
    const stats = fstatSync(file);
    if (!stats.isFile() || stats.size > maxBytes) return undefined;
    return readlinkSync(`/proc/self/fd/${file}`) === full ? readAll(file, stats.size) : undefined;
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** `undefined` of a file that is cut meanwhile. */
function readAll(file: number, size: number): Uint8Array | undefined {
  const bytes = new Uint8Array(size);
  let at = 0;
  for (let read = 1; at < size && read !== 0; at += read) read = readSync(file, bytes, at, size - at, null);
  return at === size ? bytes : undefined;
}
