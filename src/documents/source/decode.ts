/** Largest config that is read: real ones are a few KiB, and every later step costs a multiple of it. */
export const maxConfigBytes = 4 * 1024 * 1024;

export type Decoded =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly message: string; readonly help: string };

/** Bytes as the text that Python's `open(path, encoding='utf-8')` would give; never guesses another encoding. */
export function decodeText(input: string | Uint8Array): Decoded {
  const size = typeof input === 'string' ? input.length : input.byteLength;
  if (size > maxConfigBytes) return tooLarge(size);
  const text = typeof input === 'string' ? input : utf8(input);
  if (text === undefined) {
    return { ok: false, message: 'the file is not UTF-8 text', help: 'save the file as UTF-8' };
  }
  const nul = text.indexOf('\0');
  if (nul < 0) return { ok: true, text };
  return {
    ok: false,
    message: `the file contains a NUL byte (at offset ${nul}): it is not a text file`,
    help: 'save the file as UTF-8 text, without NUL bytes',
  };
}

function tooLarge(size: number): Decoded {
  return {
    ok: false,
    message: `the file is ${mebibytes(size)}; configs are read up to ${mebibytes(maxConfigBytes)}`,
    help: 'keep data out of the config, or leave this file out of the files that are judged',
  };
}

function mebibytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
}

/** A byte order mark stays: Python's utf-8 codec keeps it too, and each reader decides. */
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}
