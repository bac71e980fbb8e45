/** The version that was served before the one that a trace is about. */
import { previousServing, rootCommit, type LineageNode } from '../index.ts';
import type { Step } from '../chain/walk.ts';
import type { RecordReader } from './reader.ts';
import { traceFrom, type Traced, type TracePorts } from './traced.ts';

export interface Before {
  readonly id: string;
  /** Full SHA; absent where its chain leads to no single commit. */
  readonly commit?: string;
  /** Absent where nothing of it is recorded. */
  readonly traced?: Traced;
}

/** `since`: what somebody named in place of it. `undefined` where none is recorded. */
export async function versionBefore(
  since: string | undefined,
  traced: Traced,
  reader: RecordReader,
  { now }: Pick<TracePorts, 'now'>,
): Promise<Before | undefined> {
  const id = since ?? (await previousOf(traced, reader));
  if (id === undefined) return undefined;
  const before = await traceFrom(id, reader, { now });
  const commit = before === undefined ? undefined : rootCommit(before.chain);
  return {
    id,
    ...(before === undefined ? {} : { traced: before }),
    ...(commit === undefined ? {} : { commit }),
  };
}

export function namedBefore({ id, commit }: Before): { readonly id: string; readonly commit?: string } {
  return { id, ...(commit === undefined ? {} : { commit }) };
}

/**
 * What answered: the version that a request or an id leads to, traced by itself, so that both get the same answer. Where a log names
 * weights or an image, the only version that has them. `undefined` for what is not served.
 */
export async function servedBy(
  traced: Traced,
  reader: RecordReader,
  { now }: Pick<TracePorts, 'now'>,
  isRequest: boolean,
): Promise<Traced | undefined> {
  const isServing = ({ node }: Step) => node.kind === 'serving';
  const [below, second] = isRequest ? traced.down.steps.filter(isServing) : [];
  const step = traced.up.steps.find(isServing) ?? (second === undefined ? below : undefined);
  if (step === undefined) return undefined;
  const [first, ...others] = traced.start;
  if (first?.kind === 'serving' && others.length === 0) return traced;
  return traceFrom(`serving:${step.node.digest ?? step.node.id}`, reader, { now });
}

async function previousOf({ up }: Traced, reader: RecordReader): Promise<string | undefined> {
  const step = up.steps.find(({ node }) => node.kind === 'serving');
  if (step === undefined) return undefined;
  const { service } = step.node;
  const group: readonly LineageNode[] = service === undefined ? [] : [{ kind: 'serving', id: service }];
  const [mentions = []] = await reader.mentioning(group);
  const previous = previousServing(step.node, [...step.mentions, ...mentions]);
  return previous?.digest ?? previous?.id;
}
