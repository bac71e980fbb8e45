import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TagStore } from '../../../src/ports/tags.ts';
import { emitVersion } from '../../../src/releases/gate/emit-version-tag.ts';
import { rememberingLog } from '../../support/log.ts';
import { impatientClock } from '../../support/clock.ts';

/** A remote whose every answer comes when the scheduler lets it; tags are created one at a time, as a server does. */
function remote(scheduler: fc.Scheduler, tags: Map<string, string>, tells: boolean): TagStore {
  const later = <T>(label: string, answer: () => T) =>
    scheduler.schedule(Promise.resolve(label)).then(answer);
  return {
    list: (prefix) =>
      later('list', () =>
        [...tags].map(([name, sha]) => ({ name, sha })).filter(({ name }) => name.startsWith(prefix)),
      ),
    create: ({ tag, sha }) =>
      later('create', () => {
        const there = tags.get(tag);
        if (there === undefined) tags.set(tag, sha);
        // As git tells it, and as GitHub does.
        if (there === undefined) return { created: true };
        return tells ? { created: false, sha: there } : { created: false };
      }),
  };
}

const commit = fc.constantFrom('a', 'b', 'c', 'd').map((letter) => letter.repeat(40));

test('however claims interleave, each commit gets one number, and numbers have no gap', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.array(commit, { minLength: 1, maxLength: 8 }),
      fc.boolean(),
      async (scheduler, commits, tells) => {
        const tags = new Map([['v2.3.0', '0'.repeat(40)]]);
        const ports = {
          tags: remote(scheduler, tags, tells),
          log: rememberingLog(),
          clock: impatientClock,
        };
        const claims = commits.map((sha) =>
          emitVersion({ sha, committedAt: '2026-11-22T10:00:00Z', prefix: '', next: 'v2.3' }, ports),
        );
        await scheduler.waitFor(Promise.all(claims));
        const reports = await Promise.all(claims);
        const distinct = new Set(commits);
        expect([...tags.keys()]).toEqual(['v2.3.0', ...[...distinct].map((_, index) => `v2.3.${index + 1}`)]);
        expect(reports.map(({ facts }) => tags.get(String(facts.tag)))).toEqual(commits);
        expect(reports.filter(({ facts }) => facts.created)).toHaveLength(distinct.size);
      },
    ),
  );
});
