import type { LineageNode, LineageRecord } from './model.ts';

/** The serving version that `node` took the place of: as its record says, else the one of its service recorded before it. */
export function previousServing(
  node: LineageNode,
  mentions: readonly LineageRecord[],
): { readonly id: string; readonly digest?: string } | undefined {
  const own = mentions.filter(({ outputs }) => outputs.some((output) => isVersion(output, node)));
  const replaces = own.find((record) => record.replaces !== undefined)?.replaces;
  if (replaces !== undefined) return { id: replaces };
  const [first] = own.map(({ at }) => at).toSorted();
  if (node.service === undefined || first === undefined) return undefined;
  const [before] = mentions
    .filter(({ at }) => at < first)
    .toSorted((a, b) => (a.at > b.at ? -1 : 1))
    .flatMap(({ outputs }) => outputs)
    .filter(
      (output) => output.kind === 'serving' && output.service === node.service && !isVersion(output, node),
    );
  return before;
}

function isVersion(output: LineageNode, node: LineageNode): boolean {
  return output.kind === 'serving' && output.id === node.id;
}
