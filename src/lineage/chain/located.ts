/** Records of a search that named the merge at which a metric fell. */
import type { LineageRecord } from '../record/model.ts';

/** Full SHA of the merge that the record names; `undefined` for a record of anything else. */
export function locatedCommit({
  inputs,
  outputs,
}: Pick<LineageRecord, 'inputs' | 'outputs'>): string | undefined {
  const sha = inputs.find(({ kind }) => kind === 'commit')?.id;
  return outputs.some(({ kind, id }) => kind === 'verdict' && id === `located-${sha}`) ? sha : undefined;
}

/** How likely each merge was the one. Full SHA → from 0 to 1. */
export type Suspicion = (sha: string) => number | undefined;

/** More are not written down by a search. */
const most = 40;

/** `locate_posterior`: `4f1c22d0a1b2:0.93 …`, each merge by the beginning of its SHA. Whatever else stands there says nothing. */
export function suspicionIn({ parameters }: Pick<LineageRecord, 'parameters'>): Suspicion {
  const written = parameters?.['locate_posterior'];
  const pairs = typeof written === 'string' ? written.split(' ').slice(0, most) : [];
  const known = pairs.flatMap((pair): [string, number][] => {
    const [, start = '', share = ''] = /^([0-9a-f]{7,64}):([01](?:\.\d+)?)$/.exec(pair) ?? [];
    return start === '' || Number(share) > 1 ? [] : [[start, Number(share)]];
  });
  return (sha) => known.find(([start]) => sha.startsWith(start))?.[1];
}
