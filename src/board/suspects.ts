/** How likely each merge was the one at which a metric fell, by the search that named it. */
import type { LineageRecord } from '../lineage/index.ts';

/** Full SHA → from 0 to 1. */
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
