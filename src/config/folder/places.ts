import type { Finding } from '../../report/model.ts';
import type { Found, Rule } from '../../report/rule.ts';
import type { ConfigDocument } from '../../documents/document.ts';
import type { Path } from '../../documents/tree/node.ts';
import type { ModelFolder } from './folder.ts';

export interface Spot {
  readonly document: ConfigDocument;
  readonly path: Path;
}

/** A finding at one place of a document. */
export function findingAt(
  rule: Rule,
  document: ConfigDocument,
  path: Path,
  found: Omit<Found, 'file' | 'line' | 'column'>,
): Finding {
  const place =
    document.place(path, 'value') ?? document.place(path, 'key') ?? document.place(path.slice(0, -1), 'key');
  return rule.finding({ ...found, file: document.file, ...place });
}

/** A finding about two files: it stands in the one that the change touches, at `at` where that is both or neither. */
export function pairFinding(
  { judged }: ModelFolder,
  rule: Rule,
  {
    at,
    other,
    ...found
  }: Omit<Found, 'file' | 'line' | 'column'> & { readonly at: Spot; readonly other?: Spot },
): Finding {
  const isElsewhere = other !== undefined && !judged.has(at.document.file) && judged.has(other.document.file);
  const spot = isElsewhere ? other : at;
  const side = isElsewhere ? at : other;
  const where = side === undefined ? '' : ` (${placeText(side)})`;
  return findingAt(rule, spot.document, spot.path, { ...found, message: `${found.message}${where}` });
}

function placeText({ document, path }: Spot): string {
  const line = document.place(path, 'value')?.line;
  return line === undefined ? document.file : `${document.file}:${line}`;
}
