import * as jsYaml from 'js-yaml';

import { type Parsed, unreadable } from '../model.ts';
import { conflictMarker } from './conflict-marker.ts';

export type YamlRead =
  | { readonly ok: true; readonly data: unknown }
  | { readonly ok: false; readonly parsed: Parsed };

/** The document with every scalar as its text: a version `3.10` is not a number. Or why it cannot be read. */
export function readYaml(text: string): YamlRead {
  try {
    const data = jsYaml.load(text, { schema: jsYaml.FAILSAFE_SCHEMA });
    // No document without aliases has more nodes than its text has characters.
    const isBomb = text.includes('&') && countNodes(data, text.length) > text.length;
    return isBomb ? { ok: false, parsed: bomb } : { ok: true, data };
  } catch (error) {
    if (!(error instanceof jsYaml.YAMLException || error instanceof RangeError)) throw error;
    return { ok: false, parsed: conflictMarker(text) ?? failure(error) };
  }
}

const bomb = unreadable('its aliases repeat each other until it contains more than can be read', {
  help: 'Write it without aliases (`*name`), as the tools that lock do.',
});

/** Nodes with every alias followed, counted no further than just beyond `most`. */
function countNodes(value: unknown, most: number): number {
  if (typeof value !== 'object' || value === null) return 1;
  let count = 1;
  for (const child of Object.values(value)) {
    if (count > most) break;
    count += countNodes(child, most - count);
  }
  return count;
}

function failure(error: Error): Parsed {
  if (!(error instanceof jsYaml.YAMLException))
    return unreadable('not YAML: it is nested too deeply or too large to read');
  const { reason, mark } = error;
  const place = mark === undefined ? {} : { line: mark.line + 1, column: mark.column + 1 };
  return unreadable(`not YAML: ${reason}`, place);
}
