import type { Hashes } from '../record/model.ts';

/** UUIDv5 (RFC 9562 5.5): the same name gives the same id on every machine. */
export function uuidV5(name: string, { sha1 }: Hashes, namespace: string = urlNamespace): string {
  const prefix = Uint8Array.from(namespace.replaceAll('-', '').match(/../g) ?? [], (pair) =>
    Number.parseInt(pair, 16),
  );
  const bytes = new TextEncoder().encode(name);
  const joined = new Uint8Array(prefix.length + bytes.length);
  joined.set(prefix);
  joined.set(bytes, prefix.length);
  const hex = sha1(joined).slice(0, 32);
  const variant = ((Number.parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16);
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `5${hex.slice(13, 16)}`,
    `${variant}${hex.slice(18, 20)}`,
    hex.slice(20, 32),
  ];
  return parts.join('-');
}

/** Namespace for URLs, RFC 9562 6.6. */
export const urlNamespace = '6ba7b811-9dad-11d1-80b4-00c04fd430c8';
