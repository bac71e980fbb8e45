import { expect, test } from 'vitest';
import { emitVersion } from '../../../src/releases/gate/emit-version-tag.ts';
import { openRepository } from '../../../src/git/index.ts';
import { rememberingLog } from '../../support/log.ts';
import { samples } from '../../support/seed.ts';
import { createRepository, hermeticEnvironment, type TestRepository } from '../../support/repository.ts';
import { systemClock } from '../../../src/kernel/clock.ts';

const claimers = Array.from({ length: samples(40, 12) }, (_, index) => index);
const many = claimers.length;

/** As a job does it: its own repository object, the date of its own commit. */
async function claim(clone: TestRepository, sha: string, how: { claim: string } | { next: string }) {
  const log = rememberingLog();
  const repository = await openRepository({ cwd: clone.root, log, env: hermeticEnvironment() });
  const committedAt = await repository.commitDate(sha);
  return emitVersion(
    { sha, committedAt, prefix: '', ...how },
    { tags: repository.tagStore(), log, clock: systemClock },
  );
}

test('claimers of the next number on as many commits get as many numbers without a gap', async () => {
  const repository = createRepository();
  const shas = claimers.map((index) => repository.commit({ 'a.txt': String(index) }));
  const bare = repository.publish();
  const reports = await Promise.all(shas.map((sha) => claim(repository, sha, { next: 'v2.3' })));
  const tags = reports.map(({ facts }) => String(facts.tag));
  expect(reports.filter(({ facts }) => facts.created)).toHaveLength(many);
  expect(new Set(tags)).toEqual(new Set(claimers.map((index) => `v2.3.${index}`)));
  const peeled = tags.map((tag) => bare.git('rev-parse', `${tag}^{commit}`));
  expect(peeled).toEqual(shas);
});

test('many claimers of one tag on one commit: one creates it, the others find it there', async () => {
  const repository = createRepository();
  const sha = repository.commit({ 'a.txt': '' });
  const bare = repository.publish();
  const reports = await Promise.all(claimers.map(() => claim(repository, sha, { claim: 'v2.3.1' })));
  expect(reports.map(({ verdict }) => verdict)).toEqual(claimers.map(() => 'pass'));
  expect(reports.filter(({ facts }) => facts.created)).toHaveLength(1);
  expect(
    bare.git('for-each-ref', '--format=%(refname:short) %(objecttype) %(*objectname)', 'refs/tags'),
  ).toBe(`v2.3.1 tag ${sha}`);
});

test('many claimers of the next number on one commit agree on one number', async () => {
  const repository = createRepository();
  const sha = repository.commit({ 'a.txt': '' });
  const bare = repository.publish();
  const reports = await Promise.all(claimers.map(() => claim(repository, sha, { next: 'v2.3' })));
  expect(reports.map(({ facts }) => facts.tag)).toEqual(claimers.map(() => 'v2.3.0'));
  expect(reports.filter(({ facts }) => facts.created)).toHaveLength(1);
  expect(bare.git('tag')).toBe('v2.3.0');
});

test('two commits claim one tag: one has it, the other learns where it is', async () => {
  const repository = createRepository();
  const shas = [repository.commit({ 'a.txt': '1' }), repository.commit({ 'a.txt': '2' })];
  const bare = repository.publish();
  const reports = await Promise.all(shas.map((sha) => claim(repository, sha, { claim: 'v2.3.1' })));
  expect(reports.map(({ verdict }) => verdict).toSorted()).toEqual(['fail', 'pass']);
  const winner = shas[reports.findIndex(({ verdict }) => verdict === 'pass')];
  expect(bare.git('rev-parse', 'v2.3.1^{commit}')).toBe(winner);
});
