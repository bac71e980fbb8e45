import { describe, expect, test } from 'vitest';
import type { NewTag, Tag, TagStore } from '../../../src/ports/tags.ts';
import { emitVersion } from '../../../src/releases/gate/emit-version-tag.ts';
import type { VersionPorts, VersionRequest } from '../../../src/releases/gate/version-request.ts';
import { rememberingLog } from '../../support/log.ts';
import { UserError } from '../../../src/kernel/user-error.ts';
import { impatientClock } from '../../support/clock.ts';

const sha = (letter: string) => letter.repeat(40);

/** Tags in memory; `lag` hides the newest ones from lists, as a replica of a forge does. */
function tagsOf(
  initial: Readonly<Record<string, string>>,
  lag = 0,
): TagStore & { readonly made: NewTag[]; readonly all: Map<string, string> } {
  const all = new Map(Object.entries(initial));
  const made: NewTag[] = [];
  const list = (prefix: string): Tag[] =>
    [...all]
      .slice(0, Math.max(0, all.size - lag))
      .map(([name, at]) => ({ name, sha: at }))
      .filter(({ name }) => name.startsWith(prefix));
  return {
    all,
    made,
    list: async (prefix) => list(prefix),
    create: async (tag) => {
      made.push(tag);
      const there = all.get(tag.tag);
      if (there === undefined) all.set(tag.tag, tag.sha);
      return there === undefined ? { created: true } : { created: false, sha: there };
    },
  };
}

const emit = (tags: TagStore, request: Partial<VersionRequest> = {}, more: Partial<VersionPorts> = {}) =>
  emitVersion(
    { sha: sha('c'), committedAt: '2026-11-22T10:00:00Z', prefix: '', ...request },
    { tags, log: rememberingLog(), clock: impatientClock, ...more },
  );

const since = (...messages: string[]) => ({
  since: async () => ({
    commits: messages.map((message, at) => ({ sha: sha(String(at)), message })),
    paths: [],
    base: 'v2.3.1',
    cut: false,
  }),
});

describe('reading a version', () => {
  test('gives the highest tag and all that follows from it', async () => {
    const report = await emit(tagsOf({ 'v2.3.0': sha('a'), 'v2.3.1': sha('c'), 'v2.3.1-rc.1': sha('c') }));
    expect(report).toMatchObject({
      gate: 'emit-version-tag',
      verdict: 'pass',
      title: 'cccccccc is v2.3.1',
      findings: [],
    });
    expect(report.facts).toMatchObject({
      version: 'v2.3.1',
      tag: 'v2.3.1',
      created: false,
      isRelease: true,
      previousTag: 'v2.3.0',
      channel: 'stable',
      dockerTag: 'v2.3.1',
      pep440: '2.3.1',
    });
  });

  test('names a commit without a tag after itself, and claims nothing', async () => {
    const tags = tagsOf({ 'v2.3.0': sha('a') });
    const report = await emit(tags, { next: 'auto', branch: 'main', pullRequest: 89 });
    expect(report.facts).toMatchObject({
      version: 'dev-cccccccc',
      tag: null,
      created: false,
      isRelease: false,
      previousTag: 'v2.3.0',
      channel: 'pr',
      dockerTag: 'pr-89',
      pep440: '2.3.1.dev0+gcccccccc',
    });
    expect(tags.made).toEqual([]);
  });

  test('fails when the tags cannot be read: never a development version instead', async () => {
    const tags = { ...tagsOf({}), list: () => Promise.reject(new Error('unreachable')) };
    await expect(emit(tags)).rejects.toThrow('unreachable');
  });
});

describe('claiming a tag', () => {
  test('creates it once, with the date of the commit and the verdicts', async () => {
    const tags = tagsOf({ 'v2.3.0': sha('a') });
    const request = { claim: 'v2.3.1', verdicts: [{ gate: 'regression-gate', verdict: 'pass' }] } as const;
    const first = await emit(tags, request);
    expect(first).toMatchObject({
      verdict: 'pass',
      title: 'v2.3.1 now names cccccccc',
      facts: { version: 'v2.3.1', created: true, previousTag: 'v2.3.0' },
    });
    expect(tags.made).toEqual([
      {
        tag: 'v2.3.1',
        sha: sha('c'),
        taggerDate: '2026-11-22T10:00:00Z',
        message: 'v2.3.1\n\nGate: regression-gate=pass',
      },
    ]);
    const again = await emit(tags, request);
    expect(again).toMatchObject({
      verdict: 'pass',
      title: 'v2.3.1 names cccccccc already: nothing to do',
      facts: { version: 'v2.3.1', created: false },
    });
  });

  test('fails when the tag is at another commit, and leaves it there', async () => {
    const tags = tagsOf({ 'v2.3.1': sha('a') });
    const report = await emit(tags, { claim: 'v2.3.1' });
    expect(report).toMatchObject({
      verdict: 'fail',
      findings: [{ rule: 'version/tag-exists-elsewhere', severity: 'error' }],
      facts: { version: null, tag: null, created: false },
    });
    expect(tags.all.get('v2.3.1')).toBe(sha('a'));
  });

  test.each([
    ['v2.3.1', '2.3.1'],
    ['2.3.1', 'v2.3.1'],
  ])('%s fails where %s, the same version, is at another commit', async (claim, there) => {
    const tags = tagsOf({ [there]: sha('a') });
    expect(await emit(tags, { claim })).toMatchObject({
      verdict: 'fail',
      title: `${there} is already at aaaaaaaa, and ${claim} is the same version, so cccccccc cannot have it; a tag is never moved`,
    });
    expect(tags.made).toEqual([]);
  });

  test('of another build, or of the same commit, is another tag', async () => {
    const tags = tagsOf({ 'v2.3.1+cuda.126': sha('a'), '2.3.1': sha('c') });
    expect((await emit(tags, { claim: 'v2.3.1' })).facts).toMatchObject({ tag: 'v2.3.1', created: true });
  });

  test('asks once more where the refusal does not tell the commit', async () => {
    const there = tagsOf({ 'v2.3.1': sha('a') });
    const tags: TagStore = { ...there, create: async () => ({ created: false }) };
    const lists = [[], await there.list('')];
    const late = { ...tags, list: async () => lists.shift() ?? [] };
    expect(await emit(late, { claim: 'v2.3.1' })).toMatchObject({
      verdict: 'fail',
      findings: [{ rule: 'version/tag-exists-elsewhere' }],
    });
    await expect(emit(late, { claim: 'v2.3.1' })).rejects.toThrow('was there and is gone again');
  });

  test('of a commit that has it asks for no permission to write', async () => {
    const tags = tagsOf({ 'v2.3.1': sha('c') });
    expect((await emit(tags, { claim: 'v2.3.1' })).facts).toMatchObject({ tag: 'v2.3.1', created: false });
    expect(tags.made).toEqual([]);
  });

  test.each([
    ['v2.3', 'version/invalid-tag'],
    ['latest', 'version/invalid-tag'],
  ])('%s fails with %s and asks nothing of the remote', async (claim, rule) => {
    const tags = tagsOf({});
    expect(await emit(tags, { claim })).toMatchObject({ verdict: 'fail', findings: [{ rule }] });
    expect(tags.made).toEqual([]);
  });

  test.each([
    ['v2.4.0', 'release/v2.3', ['version/outside-line']],
    ['v2.30.0', 'release/v2.3', ['version/outside-line']],
    ['v2.3.9', 'release/v2.3', []],
    ['v2.4.0', 'main', []],
  ])('%s on %s warns of %j', async (claim, branch, rules) => {
    const report = await emit(tagsOf({}), { claim, branch });
    expect(report.verdict).toBe('pass');
    expect(report.findings.map(({ rule }) => rule)).toEqual(rules);
  });
});

describe('claiming the next number', () => {
  test.each([
    [{ next: 'v2.3' }, 'v2.3.2'],
    [{ next: 'auto', branch: 'release/v2.2' }, 'v2.2.0'],
    [{ next: 'auto', branch: 'main', mergedBranch: 'hotfix/nan' }, 'v2.3.2'],
    [{ next: 'patch', branch: 'release/v2.2' }, 'v2.2.0'],
    [{ next: 'patch', branch: 'main' }, 'v2.3.2'],
    [{ next: 'minor' }, 'v2.4.0'],
    [{ next: 'minor', preRelease: 'rc' }, 'v2.4.0-rc.1'],
    [{ next: 'conventional', ...since('feat!: new tokenizer') }, 'v3.0.0'],
    [{ next: 'conventional', ...since('feat: x'), labels: ['version:patch'] }, 'v2.3.2'],
    [{ next: 'patch', prefix: 'qwen3-vl/' }, 'qwen3-vl/v0.0.1'],
  ])('%j takes %s', async (request, tag) => {
    const report = await emit(tagsOf({ 'v2.3.0': sha('a'), 'v2.3.1': sha('b') }), request);
    expect(report.facts).toMatchObject({ tag, created: true });
  });

  test('gives the same commit the number that it has', async () => {
    const tags = tagsOf({ 'v2.3.0': sha('c'), 'v2.3.1': sha('b') });
    expect((await emit(tags, { next: 'v2.3' })).facts).toMatchObject({ tag: 'v2.3.0', created: false });
    expect(tags.all.size).toBe(2);
  });

  test('goes on to the next number where the list lags behind', async () => {
    const tags = tagsOf({ 'v2.3.0': sha('a'), 'v2.3.1': sha('b'), 'v2.3.2': sha('d') }, 2);
    expect((await emit(tags, { next: 'v2.3' })).facts).toMatchObject({ tag: 'v2.3.3', created: true });
  });

  test('gives up after a hundred numbers that others were faster to take', async () => {
    const tags: TagStore = { ...tagsOf({}), create: async () => ({ created: false, sha: sha('f') }) };
    expect(await emit(tags, { next: 'v2.3' })).toMatchObject({
      verdict: 'fail',
      findings: [{ rule: 'version/contended' }],
    });
  });
});

describe('what a conventional number follows', () => {
  test.each([
    [{ ...since('fix: c', 'feat: b', 'feat: a') }, ['11111111 feat: b', '22222222 feat: a'], 'v2.4.0'],
    [{ ...since('feat!: a', 'feat: b'), labels: ['version:patch'] }, ['label version:patch'], 'v2.3.2'],
    [{ ...since('fix: c') }, [], 'v2.3.2'],
  ])('is reported: %j', async (request, decidedBy, tag) => {
    const report = await emit(tagsOf({ 'v2.3.1': sha('b') }), { next: 'conventional', ...request });
    expect(report.facts).toMatchObject({ tag, decidedBy });
    expect(report.sections?.map(({ title }) => title)).toHaveLength(2);
  });

  test('is a minor for what breaks before 1.0.0', async () => {
    const request = { next: 'conventional', ...since('feat!: a') };
    const report = await emit(tagsOf({ 'v0.3.1': sha('b') }), request);
    expect(report.facts.tag).toBe('v0.4.0');
    expect(JSON.stringify(report.sections)).toContain('before 1.0.0');
    expect((await emit(tagsOf({ 'v0.3.1': sha('b') }), { next: 'major' })).facts.tag).toBe('v1.0.0');
  });

  test('says that it covers a part where there are too many commits', async () => {
    const cut = async () => ({ commits: [], paths: [], base: 'v1.0.0', cut: true });
    const report = await emit(tagsOf({ 'v1.0.0': sha('b') }), { next: 'conventional', since: cut });
    expect(report.findings.map(({ rule }) => rule)).toEqual(['version/commits-unread']);
  });
});

describe('a patch that does not contain what it patches is reported', () => {
  const contained = (answer: boolean | Error) => ({
    contains: async () => {
      if (answer instanceof Error) throw answer;
      return answer;
    },
  });
  const tags = { 'v2.4.0': sha('a'), 'v2.5.0': sha('b') };

  test.each<[string, Partial<VersionRequest>, boolean | Error, string[]]>([
    [
      'a hotfix to main',
      { next: 'auto', branch: 'main', mergedBranch: 'hotfix/x' },
      false,
      ['version/not-contained'],
    ],
    ['an exact claim', { claim: 'v2.5.7' }, false, ['version/not-contained']],
    ['a patch that has it', { next: 'v2.5' }, true, []],
    ['a minor', { next: 'minor' }, false, []],
    ['a pre-release', { next: 'v2.5', preRelease: 'rc' }, false, []],
    ['the first of a line', { next: 'v2.6' }, false, []],
    ['what cannot be asked', { next: 'v2.5' }, new UserError('could not compare'), ['version/not-contained']],
  ])('%s', async (_, request, answer, rules) => {
    const report = await emit(tagsOf(tags), request, contained(answer));
    expect([report.verdict, report.findings.map(({ rule }) => rule)]).toEqual(['pass', rules]);
  });

  test('with the branch where it belongs', async () => {
    const report = await emit(tagsOf(tags), { next: 'patch' }, contained(false));
    expect(report.findings[0]?.message).toContain('v2.5.1 is a patch of v2.5.0');
    expect(report.findings[0]?.help).toContain('release/v2.5');
  });
});

describe('what a claim overlooks is reported', () => {
  test.each<[string[], string, string[]]>([
    [['v1.0.0', 'v1.2.3.4'], 'v1.0.1', ['version/unread-tags']],
    [['v1.0.0', '2026.04.1'], 'v1.0.1', ['version/unread-tags']],
    [['v1.0.0', '2026.11.0'], 'v1.0.1', ['version/calendar-tags']],
    [['v1.0.0', 'v1', 'v1.0', 'latest', 'nightly-2026.11'], 'v1.0.1', []],
    [['v0.10.0rc1', 'v0.6.3.post1'], 'v0.6.4', []],
  ])('%j, next is %s', async (names, tag, rules) => {
    const report = await emit(tagsOf(Object.fromEntries(names.map((name) => [name, sha('a')]))), {
      next: 'patch',
    });
    expect(report.facts.tag).toBe(tag);
    expect(report.findings.map(({ rule }) => rule)).toEqual(rules);
  });

  test.each([
    [false, ['version/unpublished']],
    [true, []],
    [undefined, []],
  ])('a commit that a branch of the remote contains: %s', async (answer, rules) => {
    const report = await emit(tagsOf({}), { next: 'patch' }, { published: async () => answer });
    expect(report.findings.map(({ rule }) => rule)).toEqual(rules);
  });
});
