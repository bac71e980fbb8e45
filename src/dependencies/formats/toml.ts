import { parse, TomlError } from 'smol-toml';

import type { Table } from './own-values.ts';
import { type Parsed, unreadable } from '../model.ts';
import { conflictMarker } from './conflict-marker.ts';

export type TomlRead =
  | { readonly ok: true; readonly data: Table }
  | { readonly ok: false; readonly parsed: Parsed };

/** The document, or why it cannot be read, with the place. */
export function readToml(text: string): TomlRead {
  try {
    return { ok: true, data: parse(text) };
  } catch (error) {
    return { ok: false, parsed: conflictMarker(text) ?? failure(error) };
  }
}

function failure(error: unknown): Parsed {
  if (!(error instanceof TomlError))
    return unreadable('not TOML: it is nested too deeply or too large to read');
  const reason = error.message.split('\n', 1)[0] ?? '';
  return unreadable(`not TOML: ${reason.replace('Invalid TOML document: ', '')}`, {
    line: error.line,
    column: error.column,
  });
}
