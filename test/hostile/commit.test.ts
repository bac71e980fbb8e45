/** One commit is judged: what lies in the workspace counts only where it belongs to that commit. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { allFindings } from '../../src/report/model.ts';
import {
  mergeGroupEvent,
  pullRequestEvent,
  pushEvent,
  scheduleEvent,
  workflowDispatchEvent,
} from '../support/events.ts';
import { gatedScene, policyText, results } from '../support/gated.ts';
import { reportOf } from '../support/reports.ts';
import { createRepository, repositoryAt, temporaryFolder } from '../support/repository.ts';
import type { ActionRun, RunnerEvent } from '../support/runner.ts';
import { shallowCheckout, type Scene } from '../support/scene.ts';

const rule = 'runtime/another-commit';
const better = { 'evals/val.jsonl': results(0) };

/** A change that loses quality; another branch has results that nobody would block. */
let scene: Scene;
let other: string;
/** What GitHub would merge of the same head once trunk has moved. */
let youngerMerge: string;
/** The same head and base, with results of its own: a merge that GitHub did not make. */
let forgedMerge: string;
/** Squashed onto trunk: the head is not a parent of it. */
let squashed: string;
let tag: string;

beforeAll(async () => {
  scene = await gatedScene();
  const work = scene.origin.clone();
  const merge = (base: string, head: string) => {
    work.git('checkout', '--quiet', '--detach', base);
    work.git(...person, 'merge', '--quiet', '--no-ff', '--no-edit', head);
    return work.git('rev-parse', 'HEAD');
  };
  work.git('checkout', '--quiet', '--detach', scene.base);
  other = work.commit(better, 'Results of another branch');
  work.git('checkout', '--quiet', '--detach', scene.base);
  youngerMerge = merge(work.commit({ 'docs/a.md': 'Meanwhile\n' }, 'Meanwhile'), scene.head);
  merge(scene.base, scene.head);
  work.write(better);
  work.git(...person, 'commit', '--quiet', '--all', '--amend', '--no-edit');
  forgedMerge = work.git('rev-parse', 'HEAD');
  work.git('checkout', '--quiet', '--detach', scene.base);
  work.git(...person, 'merge', '--quiet', '--squash', scene.head);
  squashed = work.commit({}, 'Change the routing (#89)');
  work.git(...person, 'tag', '--annotate', '--message=v9.0.0', 'v9.0.0', scene.head);
  tag = work.git('rev-parse', 'refs/tags/v9.0.0');
  const refs = { other, forged: forgedMerge, squashed, younger: youngerMerge };
  const pushed = Object.entries(refs).map(([name, sha]) => `${sha}:refs/heads/${name}`);
  work.git('push', '--quiet', 'origin', ...pushed, 'refs/tags/v9.0.0');
});

const person = ['-c', 'user.name=a', '-c', 'user.email=a@example.org'];

function pull(
  name = 'pull_request',
  more: Partial<Parameters<typeof pullRequestEvent>[0]> = {},
): RunnerEvent {
  const sides = { base: { sha: scene.base }, head: { ref: 'feature/routing', sha: scene.head } };
  return { ...pullRequestEvent({ ...sides, mergeCommit: scene.merge, ...more }), name };
}

const group = () => mergeGroupEvent({ base: { sha: scene.base }, head: { sha: scene.head } });
const push = (after = scene.head, ref = 'refs/heads/main') => pushEvent({ ref, before: scene.base, after });

async function ran(
  checkedOut: string,
  event: RunnerEvent,
  more: Parameters<Scene['run']>[0] = {},
): Promise<ActionRun> {
  const { root } = shallowCheckout(scene.origin, checkedOut);
  return scene.run({ workspace: root, event, ...more });
}

function found(run: ActionRun): string[] {
  return allFindings(reportOf(run)).map((finding) => finding.rule);
}

describe('another commit in the workspace fails', () => {
  it.each<[string, () => [string, RunnerEvent], ref: string]>([
    ['the base', () => [scene.base, pull()], 'pull_request.head.sha'],
    ['another branch', () => [other, pull()], 'pull_request.head.sha'],
    ['another branch, after a review', () => [other, pull('pull_request_review')], 'pull_request.head.sha'],
    ['a merge that GitHub did not make', () => [forgedMerge, pull()], 'pull_request.head.sha'],
    ['a squash of what is not merged', () => [squashed, pull()], 'pull_request.head.sha'],
    [
      'another branch than the pull request that is merged',
      () => [other, pull('pull_request', { merged: true, mergeCommit: squashed })],
      'pull_request.merge_commit_sha',
    ],
    ['the commit before a push', () => [scene.base, push()], 'github.sha'],
    [
      'another commit than the tag that is pushed',
      () => [other, push(tag, 'refs/tags/v9.0.0')],
      'github.sha',
    ],
    ['the base of a merge group', () => [scene.base, group()], 'merge_group.head_sha'],
    ['another branch than the merge group', () => [other, group()], 'merge_group.head_sha'],
  ])('%s', async (_, given, ref) => {
    const run = await ran(...given());
    expect(run.exitCode).toBe(1);
    expect(run.outputs).toMatchObject({ verdict: 'fail', 'regression-gate': 'fail' });
    expect(found(run)).toContain(rule);
    expect(run.stdout).toContain(`${ref} }}`);
  });

  it.each([
    ['workflow_dispatch', workflowDispatchEvent()],
    ['schedule', scheduleEvent()],
  ])('another branch than the one that %s runs on', async (_, event) => {
    const run = await ran(other, event, { action: 'regression-gate', env: { GITHUB_SHA: scene.head } });
    expect(run.outputs['verdict']).toBe('fail');
    expect(found(run)).toContain(rule);
  });

  it.each(['.', 'regression-gate'])('pull_request_target, by name, in %s', async (action) => {
    const run = await ran(scene.base, pull('pull_request_target'), { action });
    expect(run.outputs['verdict']).toBe('fail');
    expect(run.stdout).toMatch(/pull_request_target checks out the base branch .*run it on pull_request/);
  });
});

describe('in every gate that reads the workspace', () => {
  it.each([
    ['validate-model-config', { checkpoint: 'weights' }],
    ['validate-model-config', { checkpoint: 'weights/model.safetensors' }],
    ['validate-model-config', { checkpoint: 'weights/model.safetensors.index.json' }],
    ['detect-dep-drift', { environment: 'true' }],
    ['detect-dep-drift', { python: '/usr/bin/python3', snapshot: 'snapshot.json' }],
  ])('%s with %o', async (action, inputs) => {
    const changed = { 'configs/train.yaml': 'optimizer:\n  lr: 3.0e-5\n' };
    const own = await gatedScene({ head: changed });
    const { root } = shallowCheckout(own.origin, own.base);
    const run = await own.run({ action, inputs, workspace: root });
    expect(run.outputs['verdict']).toBe('fail');
    expect(found(run)).toContain(rule);
  });

  it('an evaluation is not even started', async () => {
    const policy = policyText().replace(
      'regression:\n',
      'regression:\n  evaluate: node eval.cjs {ids} {out}\n',
    );
    const started = path.join(temporaryFolder(), 'started');
    const base = { 'eval.cjs': `require('node:fs').writeFileSync(${JSON.stringify(started)}, '')\n` };
    const own = await gatedScene({ policy, base });
    const { root } = shallowCheckout(own.origin, own.base);
    const run = await own.run({ action: 'regression-gate', workspace: root, spawn: true });
    expect(found(run)).toContain(rule);
    expect(() => readFileSync(started)).toThrow(/ENOENT/);
  });

  it('a gate that reads commits alone judges all the same', async () => {
    for (const action of ['validate-model-config', 'detect-dep-drift', 'plan-gates']) {
      const run = await ran(scene.base, pull('pull_request_target'), { action });
      expect([action, run.exitCode, found(run)]).toEqual([action, 0, []]);
    }
  });
});

describe('where nobody can tell which commit it is', () => {
  it('a folder of results without a checkout', async () => {
    const folder = temporaryFolder();
    repositoryAt(folder).write(better);
    const run = await scene.run({ workspace: folder });
    expect(run.exitCode).toBe(1);
    expect(run.stdout).toMatch(/this is not a git repository.*actions\/checkout/s);
  });

  it('a repository in which nothing is checked out', async () => {
    const empty = createRepository();
    empty.track(scene.origin);
    empty.write(better);
    const run = await scene.run({ workspace: empty.root });
    expect(run.outputs['regression-gate']).toBe('fail');
    expect(found(run)).toContain(rule);
    expect(run.stdout).toContain('HEAD names no commit');
  });
});

describe('the right commit is judged', () => {
  it.each<[string, () => [string, RunnerEvent]]>([
    ['the merge that a checkout gets by itself', () => [scene.merge, pull()]],
    ['the head', () => [scene.head, pull()]],
    ['the head under pull_request_target', () => [scene.head, pull('pull_request_target')]],
    [
      'a merged pull request',
      () => [squashed, pull('pull_request', { merged: true, mergeCommit: squashed })],
    ],
    ['a push', () => [scene.head, push()]],
    ['the commit of an annotated tag', () => [scene.head, push(tag, 'refs/tags/v9.0.0')]],
    ['a merge group', () => [scene.head, group()]],
    [
      'the branch of a dispatch',
      () => [scene.head, workflowDispatchEvent({ ref: 'refs/heads/feature/routing' })],
    ],
  ])('%s', async (_, given) => {
    const run = await ran(...given(), { action: 'regression-gate' });
    expect(found(run)).toContain('regression/drop');
    expect(found(run)).not.toContain(rule);
  });

  it('the merge of the same head that GitHub has made meanwhile, and no other', async () => {
    const before = await ran(youngerMerge, pull(), { action: 'regression-gate' });
    expect(found(before)).toContain(rule);
    scene.origin.git('update-ref', 'refs/pull/89/merge', youngerMerge);
    const run = await ran(youngerMerge, pull(), { action: 'regression-gate' });
    scene.origin.git('update-ref', 'refs/pull/89/merge', scene.merge);
    expect(found(run)).not.toContain(rule);
  });

  it('what a nightly job checks out and names a base for', async () => {
    const inputs = { base: scene.base };
    const env = { GITHUB_SHA: scene.base };
    const run = await ran(scene.head, scheduleEvent(), { action: 'regression-gate', inputs, env });
    expect(found(run)).not.toContain(rule);
    expect(run.outputs['verdict']).toBe('fail');
  });
});
