import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRepository, type TestRepository } from '../../support/repository.ts';
import { samples } from '../../support/seed.ts';
import { open } from '../../unit/git/setup.ts';

/** Of each commit those that it is laid on, as how far back they are. */
const histories = fc.array(fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 2 }), {
  minLength: 4,
  maxLength: 14,
});
/** Further than the first fetch looks: the clones stay shallow. */
const trunk = 50;

function commits(
  repository: TestRepository,
  below: readonly string[],
  parents: readonly (readonly number[])[],
): string[] {
  const shas = [...below];
  const tree = repository.git('rev-parse', 'HEAD^{tree}');
  for (const back of parents) {
    const on = [...new Set(back.map((far) => shas.at(-far) ?? ''))].flatMap((sha) => ['-p', sha]);
    shas.push(repository.git('commit-tree', tree, ...on, '-m', `commit ${shas.length}`));
  }
  return shas.slice(below.length);
}

test('the merge base that a shallow clone finds is the one of the whole history', async () => {
  const repository = createRepository();
  const below = [repository.commit({ a: '' })];
  below.push(
    ...commits(
      repository,
      below,
      Array.from({ length: trunk }, () => [1]),
    ),
  );
  await fc.assert(
    fc.asyncProperty(
      histories,
      fc.nat(3),
      fc.nat(3),
      fc.nat(2),
      fc.nat(3),
      async (parents, a, b, more, named) => {
        const shas = commits(repository, below, parents);
        const [one = '', other = ''] = [shas.at(-1 - a), shas.at(-1 - b)];
        // Whether refs of the server name neither, one of them, or both.
        for (const [at, sha] of [one, other].entries())
          if ((named & (1 << at)) > 0) repository.git('update-ref', `refs/heads/${sha}`, sha);
        const bases = repository.git('merge-base', '--all', one, other).split('\n');
        const clone = createRepository();
        clone.git('remote', 'add', 'origin', `file://${repository.root}`);
        clone.git('fetch', '--quiet', `--depth=${1 + more * 12}`, 'origin', one, other);
        expect(bases).toContain(await (await open(clone)).mergeBase(one, other));
      },
    ),
    { numRuns: samples(600, 30) },
  );
});
