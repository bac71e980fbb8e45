import type { Fix } from '../report/model.ts';
import type { ConfigDocument } from './document.ts';
import type { Path } from './tree/node.ts';

/** An edit that writes one word for another, in the quotes that are there; `undefined` where the text says it in another way. */
export function respelled(
  document: ConfigDocument,
  { path, what, from, to }: { path: Path; what: 'key' | 'value'; from: unknown; to: string },
): Fix | undefined {
  const fix = document.edit(path, what, to);
  const [, quote = '', written] = /^(["']?)(.*)\1$/.exec(fix?.at?.before ?? '') ?? [];
  return fix === undefined || written !== from ? undefined : { ...fix, text: quote + to + quote };
}
