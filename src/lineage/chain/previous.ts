import { uniqueBy } from '../../kernel/group.ts';
import { byTime } from '../record/read.ts';
import type { LineageNode, LineageRecord } from '../record/model.ts';
import { nodeKey } from './walk.ts';

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
    .toSorted((a, b) => byTime(b, a))
    .flatMap(({ outputs }) => outputs)
    .filter(
      (output) => output.kind === 'serving' && output.service === node.service && !isVersion(output, node),
    );
  return before;
}

/**
 * The version of a service that was deployed last, by the time of the records. What a record says it took the place of was there
 * before it, whatever the clocks say: where only one deployment of that is known, it does not count as the later.
 */
export function latestServing(records: readonly LineageRecord[], service: string): LineageNode | undefined {
  const known = uniqueBy(records, ({ id }) => id);
  const deployed = known
    .flatMap((record) => record.outputs.map((node) => ({ record, node })))
    .filter(({ node }) => node.kind === 'serving' && node.service === service)
    .toSorted((a, b) => byTime(a.record, b.record))
    .toReversed();
  const wrong = deployed.filter(({ node, record }) => {
    if (deployed.filter((one) => nodeKey(one.node) === nodeKey(node)).length > 1) return false;
    const after = known.filter(({ replaces, at }) => replaces === node.id && at < record.at);
    // It may have come back itself, over the one that took its place.
    return after.some(({ outputs }) => outputs.every(({ id }) => id !== record.replaces));
  });
  return (deployed.find((one) => !wrong.includes(one)) ?? deployed[0])?.node;
}

function isVersion(output: LineageNode, node: LineageNode): boolean {
  return output.kind === 'serving' && output.id === node.id;
}
