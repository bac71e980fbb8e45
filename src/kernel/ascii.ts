import { isAscii as areAscii } from 'node:buffer';

/** Whether bytes are ASCII, and so certainly UTF-8: a hundred times as fast as decoding them. */
export function isAscii(bytes: Uint8Array): boolean {
  return areAscii(bytes);
}
