import { FAILSAFE_SCHEMA, load, YAMLException } from 'js-yaml';

import type { Parsed } from '../model.ts';
import { unreadable } from '../model.ts';
import { conflictMarker } from './text.ts';

export type YamlRead =
  | { readonly ok: true; readonly data: unknown }
  | { readonly ok: false; readonly parsed: Parsed };

/** The document with every scalar as its text: a version `3.10` is no number. Or why it cannot be read. */
export function readYaml(text: string): YamlRead {
  try {
    return { ok: true, data: load(text, { schema: FAILSAFE_SCHEMA }) };
  } catch (error) {
    if (!(error instanceof YAMLException || error instanceof RangeError)) throw error;
    return { ok: false, parsed: conflictMarker(text) ?? failure(error) };
  }
}

function failure(error: Error): Parsed {
  if (!(error instanceof YAMLException))
    return unreadable('not YAML: it is nested too deeply or too large to read');
  const { reason, mark } = error;
  const place = mark === undefined ? {} : { line: mark.line + 1, column: mark.column + 1 };
  return unreadable(`not YAML: ${reason}`, place);
}
