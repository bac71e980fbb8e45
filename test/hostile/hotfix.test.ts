import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { GitHubApi } from '../support/github-api/index.ts';
import { at, comment, gatedScene, label, remember, review } from '../support/gated.ts';
import { branch, checked, policy } from '../support/hotfix.ts';
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
