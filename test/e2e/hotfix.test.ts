import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { pullRequestEvent } from '../support/events.ts';
import type { GitHubApi } from '../support/github-api/index.ts';
import { at, baseFiles, gatedScene, label, remember, review, results } from '../support/gated.ts';
import { branch, checked, green, policy } from '../support/hotfix.ts';
import { reportOf, rulesOf } from '../support/reports.ts';
import type { Scene } from '../support/scene.ts';

let scene: Scene;
let reset: () => void;

beforeAll(async () => {
  scene = await gatedScene({ policy, branch });
  reset = remember(scene.api);
});

beforeEach(() => reset());

type Say = (api: GitHubApi) => void;

describe('an approved hotfix', () => {
  it('goes without its evaluation, in the name of who approved which commit', async () => {
    checked(scene.api, scene.head);
    review(scene.api, 'rita', 'APPROVED', scene.head);
    const run = await scene.run();
    expect(run.exitCode).toBe(0);
    expect(run.outputs).toMatchObject({ verdict: 'exempt', 'regression-gate': 'exempt' });
    const report = reportOf(run);
    expect(report.facts).toMatchObject({ mode: 'hotfix' });
    expect(report.reports?.[3]?.exemption).toMatchObject({
      by: 'rita',
      at: at(10),
      sha: scene.head,
      label: 'hotfix',
      review: true,
    });
    expect(run.summary).toContain('must follow within 24 hours');
    expect(scene.api.violations).toEqual([]);
    expect(scene.api.requests.length).toBeLessThanOrEqual(10);
  });

  it.each<[string, Say]>([
    [
      'by someone with the permission that the policy asks for',
      (api) => {
        api.state.collaborators['amin'] = 'admin';
        review(api, 'amin', 'APPROVED', scene.head);
      },
    ],
    [
      'again after it was dismissed',
      (api) => {
        review(api, 'rita', 'DISMISSED', scene.head, at(9));
        review(api, 'rita', 'APPROVED', scene.head, at(12));
      },
    ],
    [
      'and commented on afterwards',
      (api) => {
        review(api, 'rita', 'APPROVED', scene.head);
        review(api, 'rita', 'COMMENTED', scene.head, at(12));
      },
    ],
    [
      'after the approvals of thirty strangers',
      (api) => {
        for (let index = 0; index < 30; index += 1) review(api, `bot-${index}`, 'APPROVED', scene.head);
        review(api, 'rita', 'APPROVED', scene.head);
      },
    ],
  ])('%s', async (_, say) => {
    checked(scene.api, scene.head);
    say(scene.api);
    expect((await scene.run()).outputs['verdict']).toBe('exempt');
  });
});

it('the approval itself starts the gate', async () => {
  checked(scene.api, scene.head);
  review(scene.api, 'rita', 'APPROVED', scene.head);
  const sides = { base: { sha: scene.base }, head: { ref: branch, sha: scene.head } };
  const { payload } = pullRequestEvent({ ...sides, mergeCommit: scene.merge });
  const run = await scene.run({ event: { name: 'pull_request_review', payload } });
  expect(run.outputs['verdict']).toBe('exempt');
  expect(run.exitCode).toBe(0);
});

describe('the checks that the policy requires', () => {
  it.each<[string, Say, string[]]>([
    ['missing', () => undefined, ['unit-tests', 'security-scan']],
    [
      'red',
      (api) => (checked(api, scene.head), green(api, 'unit-tests', scene.head, 'failure')),
      ['unit-tests'],
    ],
    [
      'skipped, which GitHub counts as passed',
      (api) => (checked(api, scene.head), green(api, 'unit-tests', scene.head, 'skipped')),
      ['unit-tests'],
    ],
    [
      'neutral',
      (api) => (checked(api, scene.head), green(api, 'unit-tests', scene.head, 'neutral')),
      ['unit-tests'],
    ],
    [
      'green on another commit only',
      (api) => {
        green(api, 'unit-tests', scene.base);
        api.state.statuses.push({ sha: scene.head, context: 'security-scan', state: 'success' });
      },
      ['unit-tests'],
    ],
    [
      'pending',
      (api) => {
        green(api, 'unit-tests', scene.head);
        api.state.statuses.push({ sha: scene.head, context: 'security-scan', state: 'pending' });
      },
      ['security-scan'],
    ],
  ])('block while %s', async (_, say, names) => {
    review(scene.api, 'rita', 'APPROVED', scene.head);
    say(scene.api);
    const run = await scene.run();
    expect(run.outputs['verdict']).toBe('fail');
    const told = reportOf(run).findings.filter(({ rule }) => rule === 'trunk/hotfix-check-not-green');
    expect(told.map(({ message }) => /"(.*?)"/.exec(message)?.[1])).toEqual(names);
  });
});

describe('a hotfix is excused from its evaluation and from nothing else', () => {
  const broken = { 'configs/train.yaml': 'optimizer:\n  lr: 1e-5\n', 'evals/val.jsonl': results(80) };

  it('its config blocks', async () => {
    const other = await gatedScene({ policy, branch, head: broken });
    checkedFor(other);
    review(other.api, 'rita', 'APPROVED', other.head);
    expect((await other.run()).outputs).toMatchObject({
      verdict: 'fail',
      'validate-model-config': 'fail',
      'regression-gate': 'exempt',
    });
  });

  it('no label lifts another gate', async () => {
    checked(scene.api, scene.head);
    review(scene.api, 'rita', 'APPROVED', scene.head);
    label(scene.api, 'skip-deps', 'grace');
    const run = await scene.run();
    expect(reportOf(run).findings[0]?.message).toContain('never lifted');
  });

  function checkedFor({ api, head }: Scene): void {
    green(api, 'unit-tests', head);
    api.state.statuses.push({ sha: head, context: 'security-scan', state: 'success' });
  }
});

describe('what is not a hotfix', () => {
  it.each([
    ['a fork, whoever approved', { fork: 'eve/qwen3-vl' }, 'standard'],
    ['a draft', { draft: true }, 'draft'],
  ])('%s', async (_, pull, mode) => {
    checked(scene.api, scene.head);
    review(scene.api, 'rita', 'APPROVED', scene.head);
    const run = await scene.run({ pull });
    expect(reportOf(run).facts).toMatchObject({ mode });
    expect(run.outputs['regression-gate']).not.toBe('exempt');
  });

  it('a policy without release managers: every gate runs', async () => {
    const other = await gatedScene({ branch, base: baseFiles });
    review(other.api, 'rita', 'APPROVED', other.head);
    const run = await other.run();
    expect(run.outputs['regression-gate']).toBe('fail');
    expect(rulesOf(run)).toContain('trunk/hotfix-without-managers');
  });
});
