/** emit-version-tag and `model-gates version` as built, on real git and GitHub's API on loopback. */
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { VersionFacts } from '../../src/releases/index.ts';
import type { Report } from '../../src/report/model.ts';
import { reportOf } from '../support/reports.ts';
import { pushEvent } from '../support/events.ts';
import { modelGates } from '../support/registration.ts';
import { createRepository, temporaryFolder, type TestRepository } from '../support/repository.ts';
import type { ActionRun } from '../support/runner.ts';
import { pullRequestScene, shallowCheckout, type Scene } from '../support/scene.ts';

const action = 'emit-version-tag';

async function scene(): Promise<Scene> {
  const files = { 'configs/a.yaml': 'lr: 1\n' };
  return pullRequestScene({ base: files, head: { 'configs/a.yaml': 'lr: 2\n' } });
}

/** A push of a commit to a branch, from a checkout of depth 1. */
function pushed(
  { run, base, merge }: Scene,
  ref: string,
  inputs: Record<string, string> = {},
): Promise<ActionRun> {
  return run({ action, inputs, event: pushEvent({ ref: `refs/heads/${ref}`, before: base, after: merge }) });
}

describe('a checkout of depth 1', () => {
  let all: Scene;
  beforeAll(async () => {
    all = await scene();
  });

  test('of a pull request is named after its head, never after the merge commit', async () => {
    const { outputs } = await all.run({ action });
    const short = all.head.slice(0, 8);
    expect(outputs).toMatchObject({
      version: `dev-${short}`,
      tag: '',
      created: 'false',
      sha: all.head,
      'is-release': 'false',
      'previous-tag': '',
      channel: 'pr',
      'docker-tag': 'pr-89',
      pep440: `0.0.0.dev0+g${short}`,
      'job-name': `pr-89-${short}`,
    });
    expect(outputs['labels']?.split('\n')).toEqual([
      `org.opencontainers.image.version=dev-${short}`,
      `org.opencontainers.image.revision=${all.head}`,
      expect.stringMatching(/^org\.opencontainers\.image\.created=\d{4}-\d\d-\d\dT/),
      'org.opencontainers.image.source=https://github.com/acme/qwen3-vl',
    ]);
  });

  test('of trunk claims nothing', async () => {
    const { outputs } = await pushed(all, 'main');
    expect(outputs).toMatchObject({
      version: `dev-${all.merge.slice(0, 8)}`,
      created: 'false',
      channel: 'dev',
    });
  });

  test('of a release branch claims its next patch once', async () => {
    const first = await pushed(all, 'release/v2.3');
    expect(first.outputs).toMatchObject({
      version: 'v2.3.0',
      tag: 'v2.3.0',
      created: 'true',
      channel: 'stable',
    });
    const again = await pushed(all, 'release/v2.3');
    expect(again.outputs).toMatchObject({ version: 'v2.3.0', created: 'false', 'is-release': 'true' });
    expect(all.origin.git('rev-parse', 'v2.3.0^{commit}')).toBe(all.merge);
    const { outputs } = await all.run({
      action,
      inputs: { sha: all.base, next: 'v2.3', 'pre-release': 'rc' },
    });
    expect(outputs).toMatchObject({
      version: 'v2.3.1-rc.1',
      channel: 'rc',
      'previous-tag': 'v2.3.0',
      pep440: '2.3.1rc1',
      'is-release': 'false',
    });
  });

  test('gets a tag of the model that the prefix names', async () => {
    const { outputs } = await pushed(all, 'main', { prefix: 'qwen3-vl/', claim: 'v1.0.0-alpha' });
    expect(outputs).toMatchObject({
      version: 'v1.0.0-alpha',
      tag: 'qwen3-vl/v1.0.0-alpha',
      'docker-tag': 'qwen3-vl-v1.0.0-alpha',
      channel: 'alpha',
      pep440: '1.0.0a0',
    });
  });
});

test('the merge of a hotfix branch claims the next patch', async () => {
  const all = await scene();
  all.origin.git('tag', 'v2.3.1', all.base);
  const [pull] = all.api.state.pulls;
  Object.assign(pull ?? {}, { state: 'closed', mergedAt: '2026-11-22T10:00:00Z', mergeCommit: all.merge });
  Object.assign(pull?.head ?? {}, { ref: 'hotfix/image-bias' });
  expect((await pushed(all, 'main')).outputs).toMatchObject({
    version: 'v2.3.2',
    created: 'true',
    'previous-tag': 'v2.3.1',
  });
});

test('the merge of a fork’s branch claims nothing, whatever the fork calls it', async () => {
  const all = await scene();
  all.origin.git('tag', 'v2.3.1', all.base);
  const [pull] = all.api.state.pulls;
  Object.assign(pull ?? {}, { state: 'closed', mergedAt: '2026-11-22T10:00:00Z', mergeCommit: all.merge });
  Object.assign(pull?.head ?? {}, { ref: 'hotfix/image-bias', repository: 'eve/qwen3-vl' });
  expect((await pushed(all, 'main')).outputs).toMatchObject({ created: 'false', 'is-release': 'false' });
  const closed = await all.run({
    action,
    inputs: { sha: all.merge, next: 'auto' },
    pull: {
      action: 'closed',
      merged: true,
      mergeCommit: all.merge,
      fork: 'eve/qwen3-vl',
      head: { ref: 'hotfix/image-bias', sha: all.head },
    },
  });
  expect(closed.outputs).toMatchObject({ created: 'false', 'is-release': 'false' });
  expect(all.origin.git('tag')).toBe('v2.3.1');
});

describe('the workflow that follows a merged hotfix', () => {
  const branch = 'hotfix/image-bias';
  /** As model-hotfix.yml asks, on `pull_request: closed`. */
  const closed = (all: Scene, ref: string) =>
    all.run({
      action,
      inputs: { sha: all.merge, next: 'patch' },
      pull: {
        action: 'closed',
        merged: true,
        mergeCommit: all.merge,
        base: { ref, sha: all.base },
        head: { ref: branch, sha: all.head },
      },
    });

  test.each([
    ['main', 'v2.4.1', 'v2.4.0'],
    ['release/v2.3', 'v2.3.6', 'v2.3.5'],
  ])('on %s claims %s, and the push of the merge finds it', async (ref, tag, previous) => {
    const all = await scene();
    for (const there of ['v2.3.5', 'v2.4.0']) all.origin.git('tag', there, all.base);
    const { outputs } = await closed(all, ref);
    expect(outputs).toMatchObject({ tag, created: 'true', 'previous-tag': previous, channel: 'stable' });
    const [pull] = all.api.state.pulls;
    Object.assign(pull ?? {}, { state: 'closed', mergedAt: '2026-11-22T10:00:00Z', mergeCommit: all.merge });
    Object.assign(pull?.head ?? {}, { ref: branch });
    expect((await pushed(all, ref)).outputs).toMatchObject({ tag, created: 'false' });
  });
});

test('the message of a tag says what the gates said, and its date is the commit’s', async () => {
  const all = await scene();
  const report = path.join(temporaryFolder(), 'report.json');
  const one = (gate: string, verdict: string, more: object = {}) => ({ gate, verdict, title: 'x', ...more });
  const exemption = { by: 'grace', at: '2026-11-22T10:00:00Z', sha: all.head, label: 'x' };
  const reports = [one('validate-model-config', 'pass'), one('regression-gate', 'exempt', { exemption })];
  writeFileSync(report, JSON.stringify(one('model-gates', 'exempt', { reports })));
  await pushed(all, 'main', { claim: 'v1.0.0', reports: report });
  const told = all.origin.git('for-each-ref', '--format=%(taggerdate:unix) %(contents)', 'refs/tags/v1.0.0');
  const date = all.origin.git('show', '-s', '--format=%ct', all.merge);
  expect(told.split('\n').filter((line) => line !== '')).toEqual([
    `${date} v1.0.0`,
    'Gate: model-gates=exempt',
    `Gate: regression-gate=exempt (by grace on ${all.head.slice(0, 8)})`,
    'Gate: validate-model-config=pass',
  ]);
});

describe('is refused, and no tag is made or moved', () => {
  let all: Scene;
  beforeAll(async () => {
    all = await scene();
    all.origin.git('tag', 'v2.3.1', all.base);
  });

  test.each<[string, Record<string, string>, string]>([
    ['a tag that exists elsewhere', { claim: 'v2.3.1' }, 'version/tag-exists-elsewhere'],
    ['what is not a version', { claim: 'v2.3' }, 'version/invalid-tag'],
    ['a line break', { claim: 'v2.3.2\nv9.9.9' }, 'version/invalid-tag'],
    ['10 kB', { claim: `v1.0.0-${'a'.repeat(10_000)}` }, 'version/invalid-tag'],
    ['digits of another script', { claim: 'v２.3.1' }, 'version/invalid-tag'],
    ['a direction mark', { claim: 'v2.3.2\u202E' }, 'version/invalid-tag'],
    ['a prefix that leaves refs/tags', { claim: 'v2.3.2', prefix: '../heads/' }, 'version/invalid-tag'],
    ['two wishes', { claim: 'v2.3.2', next: 'patch' }, 'version/invalid-next'],
    ['a step that is none', { next: 'v2' }, 'version/invalid-next'],
  ])('%s', async (_name, inputs, rule) => {
    const before = all.origin.git('for-each-ref');
    const run = await pushed(all, 'main', inputs);
    expect(run.exitCode).toBe(1);
    expect(run.outputs).toMatchObject({ verdict: 'fail', version: '', tag: '', created: 'false' });
    expect(reportOf(run).findings.map((finding) => finding.rule)).toEqual([rule]);
    expect(all.origin.git('for-each-ref')).toBe(before);
  });

  test('a report that is none', async () => {
    const file = path.join(temporaryFolder(), 'report.json');
    writeFileSync(file, '{"gate": "x", "verdict": "fine"}');
    const run = await pushed(all, 'main', { claim: 'v3.0.0', reports: file });
    expect(run.exitCode).toBe(1);
    expect(run.stdout).toContain('is not the report of a gate');
    expect(all.origin.git('tag', '--list', 'v3.0.0')).toBe('');
  });

  test('an API that will not tell the tags, which is not a development version', async () => {
    const other = await scene();
    other.api.failNext({ path: /\/tags/, status: 401 });
    const run = await pushed(other, 'main');
    expect(run.exitCode).toBe(1);
    expect(run.outputs).not.toHaveProperty('version', expect.stringMatching(/^dev-/));
    expect(run.stdout).toContain('The token is wrong or expired');
  });

  test('a token that may not write, with what to add', async () => {
    all.api.state.tokenPermissions = { contents: 'read', metadata: 'read', 'pull-requests': 'read' };
    const run = await pushed(all, 'main', { claim: 'v3.0.0' });
    expect(run.exitCode).toBe(1);
    expect(run.stdout).toContain('contents: write');
  });
});

async function named(clone: TestRepository, ...more: string[]) {
  const { stdout } = await modelGates(clone, ['version', ...more, '--json']);
  const { facts, findings } = JSON.parse(stdout) as Report<VersionFacts>;
  return { ...facts, rules: findings.map(({ rule }) => rule) };
}

test('the CLI asks the remote in a shallow clone and in one without tags, else the clone', async () => {
  const work = createRepository();
  const sha = work.commit({ a: '1' });
  const origin = work.publish();
  const clones = [shallowCheckout(origin, sha), origin.clone(), origin.clone('--no-tags')];
  origin.git('tag', 'v1.0.0', sha);
  for (const clone of clones) expect((await named(clone)).version).toBe('v1.0.0');
  const own = origin.clone();
  origin.git('tag', 'v1.1.0', sha);
  expect((await named(own)).version).toBe('v1.0.0');
  rmSync(origin.root, { recursive: true });
  expect(await named(clones[1] ?? own)).toMatchObject({
    version: `dev-${sha.slice(0, 8)}`,
    rules: ['version/tags-unread'],
  });
});

test('a patch on another line, and a commit that was never pushed, are reported', async () => {
  const work = createRepository();
  work.commit({ a: '1' });
  work.branch('release/v2.5');
  work.commit({ a: '2' });
  work.git('tag', 'v2.5.0');
  work.git('checkout', '-q', 'main');
  work.commit({ b: '1' });
  const origin = work.publish();
  expect(await named(work, '--next', 'patch')).toMatchObject({
    tag: 'v2.5.1',
    rules: ['version/not-contained'],
    latest: true,
  });
  const clone = origin.clone('--branch=release/v2.5');
  clone.commit({ a: '3' });
  expect(await named(clone, '--claim', 'v2.5.2')).toMatchObject({
    rules: ['version/not-contained', 'version/unpublished'],
  });
});

test.each<[string, Record<string, unknown>, string]>([
  ['the folder that the prefix names', {}, 'vision/v1.0.1'],
  ['the files that the policy names', { 'vision/': ['vision/**', 'text/**'] }, 'vision/v2.0.0'],
])('what breaks elsewhere does not count: %s', async (_, paths, tag) => {
  const work = createRepository();
  const policy = JSON.stringify({ versioning: { paths } });
  work.commit({ 'vision/a': '1', 'text/a': '1', '.github/model-gates.yml': policy });
  work.git('tag', 'vision/v1.0.0');
  work.commit({ 'text/a': '2' }, 'feat!: another tokenizer');
  work.commit({ 'vision/a': '2' }, 'fix: a pixel');
  work.publish();
  expect((await named(work, '--next', 'conventional', '--prefix', 'vision/')).tag).toBe(tag);
});

/** Clones of one repository, each at a commit of its own or all at one. */
function claimers(count: number, own: boolean): { origin: TestRepository; clones: TestRepository[] } {
  const work = createRepository();
  const first = work.commit({ a: '0' }, 'First');
  const commits = Array.from({ length: count }, (_, at) =>
    own ? work.commit({ a: String(at + 1) }, `Change ${at}`) : first,
  );
  const origin = work.publish();
  return { origin, clones: commits.map((sha) => shallowCheckout(origin, sha)) };
}

describe('of ten processes at once', () => {
  test('each gets a number of its own, without gaps', async () => {
    const { origin, clones } = claimers(10, true);
    const runs = await Promise.all(
      clones.map((clone) => modelGates(clone, ['version', '--next', 'v2.3', '--json'])),
    );
    const got = runs.map(({ stdout }) => (JSON.parse(stdout) as { facts: { tag: string } }).facts.tag);
    const wanted = Array.from({ length: 10 }, (_, patch) => `v2.3.${patch}`);
    expect(got.toSorted()).toEqual(wanted);
    expect(origin.git('tag').split('\n').toSorted()).toEqual(wanted);
  });

  test('one makes the tag, and the others find it', async () => {
    const { origin, clones } = claimers(10, false);
    const runs = await Promise.all(
      clones.map((clone) => modelGates(clone, ['version', '--claim', 'v2.3.0', '--json'])),
    );
    const created = runs.map(
      ({ stdout }) => (JSON.parse(stdout) as { facts: { created: boolean } }).facts.created,
    );
    expect(created.filter(Boolean)).toHaveLength(1);
    expect(runs.map(({ exitCode }) => exitCode)).toEqual(Array.from({ length: 10 }, () => 0));
    expect(origin.git('tag')).toBe('v2.3.0');
  });
});
