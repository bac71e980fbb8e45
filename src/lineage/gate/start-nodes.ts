import { isNodeKind } from '../record/layout.ts';
import type { LineageNode } from '../record/model.ts';
import type { RecordReader } from './reader.ts';

/** The artifacts of an id, or of `kind:id`. */
export async function startNodes(
  id: string,
  reader: Pick<RecordReader, 'named'>,
): Promise<readonly LineageNode[]> {
  const found = await reader.named(id);
  if (found.length > 0) return found;
  const [, kind = '', rest = ''] = /^([a-z]+):(.+)$/.exec(id) ?? [];
  return isNodeKind(kind) ? (await reader.named(rest)).filter((node) => node.kind === kind) : [];
}
