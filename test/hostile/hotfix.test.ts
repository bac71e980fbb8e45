import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { GitHubApi } from '../support/github-api/index.ts';
import { at, comment, gatedScene, label, remember, review } from '../support/gated.ts';
import { branch, checked, green, policy } from '../support/hotfix.ts';
import { rulesOf } from '../support/reports.ts';
import type { Scene } from '../support/scene.ts';
import { injections } from './support/clean.ts';

let scene: Scene;
let reset: () => void;

beforeAll(async () => {
  scene = await gatedScene({ policy, branch });
  reset = remember(scene.api);
});

beforeEach(() => reset());

type Say = (api: GitHubApi) => void;

describe('a hotfix that nobody entitled approved is blocked', () => {
  it.each<[string, Say]>([
    ['not approved', () => undefined],
    ['by its author, though a release manager', (api) => review(api, 'ada', 'APPROVED', scene.head)],
    ['by a stranger', (api) => review(api, 'eve', 'APPROVED', scene.head)],
    [
      'by a maintainer, where the policy asks for an admin',
      (api) => {
        api.state.collaborators['mia'] = 'maintain';
        review(api, 'mia', 'APPROVED', scene.head);
      },
    ],
    ['on the commit before', (api) => review(api, 'rita', 'APPROVED', scene.base)],
    ['dismissed', (api) => review(api, 'rita', 'DISMISSED', scene.head)],
    [
      'followed by requested changes',
      (api) => {
        review(api, 'rita', 'APPROVED', scene.head, at(10));
        review(api, 'rita', 'CHANGES_REQUESTED', scene.head, at(11));
      },
    ],
    [
      'and dismissed in the same second, whichever GitHub tells first',
      (api) => {
        review(api, 'rita', 'DISMISSED', scene.head, at(10));
        review(api, 'rita', 'APPROVED', scene.head, at(10));
      },
    ],
    [
      'before its author pointed it at trunk',
      (api) => {
        review(api, 'rita', 'APPROVED', scene.head, at(10));
        api.state.timeline.push({ number: 89, event: 'base_ref_changed', actor: 'ada', at: at(11) });
      },
    ],
    ['only by a comment that says so', (api) => comment(api, 'rita', 'APPROVED, merge it')],
    ['only by a label', (api) => label(api, 'hotfix', 'rita')],
  ])('%s', async (_, say) => {
    checked(scene.api, scene.head);
    say(scene.api);
    const run = await scene.run();
    expect(run.outputs['verdict']).toBe('fail');
    expect(run.exitCode).toBe(1);
    expect(rulesOf(run)).toContain('trunk/hotfix-needs-approval');
    expect(run.summary).toContain(scene.head.slice(0, 8));
    expect(injections(run, scene)).toEqual([]);
  });

  it('but not because strangers have approved it before the one who may', async () => {
    checked(scene.api, scene.head);
    for (let stranger = 0; stranger < 25; stranger += 1)
      review(scene.api, `eve-${stranger}`, 'APPROVED', scene.head, at(10));
    scene.api.state.collaborators['root'] = 'admin';
    review(scene.api, 'root', 'APPROVED', scene.head, at(11));
    const run = await scene.run();
    expect(run.outputs['verdict']).toBe('exempt');
    expect(scene.api.requests.length).toBeLessThanOrEqual(30);
  });

  it('where reviews cannot be read', async () => {
    checked(scene.api, scene.head);
    review(scene.api, 'rita', 'APPROVED', scene.head);
    scene.api.failNext({ method: 'GET', path: /\/reviews$/, status: 403 });
    const run = await scene.run();
    expect(run.outputs['verdict']).toBe('fail');
    expect(rulesOf(run)).toEqual(
      expect.arrayContaining(['trunk/authority-unread', 'trunk/hotfix-needs-approval']),
    );
  });
});

describe('a required check is what GitHub would take for it', () => {
  it.each<[string, Say]>([
    [
      'a commit status of its name, which anybody who may push can set, makes no failed check green',
      (api) => {
        green(api, 'unit-tests', scene.head, 'failure');
        api.state.statuses.push({ sha: scene.head, context: 'unit-tests', state: 'success' });
      },
    ],
    [
      'a run of its name by another app makes no failed check green',
      (api) => {
        green(api, 'unit-tests', scene.head, 'failure');
        green(api, 'unit-tests', scene.head);
        Object.assign(api.state.checkRuns.at(-1) ?? {}, { app: 'eve-ci' });
      },
    ],
    [
      'a newer run that was cancelled counts over the green one before',
      (api) => {
        green(api, 'unit-tests', scene.head);
        green(api, 'unit-tests', scene.head, 'cancelled');
      },
    ],
  ])('%s', async (_, say) => {
    scene.api.state.statuses.push({ sha: scene.head, context: 'security-scan', state: 'success' });
    review(scene.api, 'rita', 'APPROVED', scene.head);
    say(scene.api);
    const run = await scene.run();
    expect(run.outputs['verdict']).toBe('fail');
    expect(rulesOf(run)).toContain('trunk/hotfix-check-not-green');
  });

  it.each([
    ['first', false],
    ['last', true],
  ])('a run that was cancelled for a newer one blocks nothing, given %s', async (_, last) => {
    green(scene.api, 'unit-tests', scene.head, 'cancelled');
    checked(scene.api, scene.head);
    if (last) scene.api.state.checkRuns.reverse();
    review(scene.api, 'rita', 'APPROVED', scene.head);
    expect((await scene.run()).outputs['verdict']).toBe('exempt');
  });
});
