import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { GitHubApi } from '../support/github-api/index.ts';
import {
  at,
  because,
  comment,
  gatedScene,
  label,
  push,
  pushedAt,
  remember,
  unlabel,
} from '../support/gated.ts';
import { grant, policy, skip } from '../support/exemptions.ts';
import { reportOf } from '../support/reports.ts';
import type { Scene } from '../support/scene.ts';
import { injections } from './support/clean.ts';

let scene: Scene;
let reset: () => void;

beforeAll(async () => {
  scene = await gatedScene({ policy });
  reset = remember(scene.api);
});

beforeEach(() => reset());

type Say = (api: GitHubApi) => void;

describe('an exemption that does not hold blocks as if there were none, and says why', () => {
  it.each<[string, Say, string]>([
    ['by a stranger', (api) => grant(api, skip, 'eve'), 'eve may not grant it'],
    [
      'by someone with triage, who may label',
      (api) => {
        api.state.collaborators['eve'] = 'triage';
        grant(api, 'by-writers', 'eve');
      },
      'eve may not grant it',
    ],
    ['by the author', (api) => grant(api, 'author-may-not', 'ada'), 'ada is the author'],
    ['from before the push', (api) => grant(api, skip, 'grace', -5), 'older than the last push'],
    ['in the second of the push', (api) => label(api, skip, 'grace', pushedAt), 'older than the last push'],
    [
      'after a push back to the same commit',
      (api) => {
        grant(api);
        push(api, 'feature/routing', scene.head, at(30));
      },
      'older than the last push',
    ],
    [
      'for another base, into which nobody minds what goes',
      (api) => {
        grant(api);
        api.state.timeline.push({ number: 89, event: 'base_ref_changed', actor: 'ada', at: at(30) });
      },
      'older than the change of the base branch',
    ],
    ['without a reason', (api) => label(api, skip, 'grace'), 'needs a reason'],
    [
      'with a comment that was edited later',
      (api) => {
        comment(api, 'grace', because, { createdAt: at(4), updatedAt: at(9) });
        label(api, skip, 'grace');
      },
      'needs a reason',
    ],
    [
      'with the reason of somebody else',
      (api) => {
        comment(api, 'eve', because);
        label(api, skip, 'grace');
      },
      'needs a reason',
    ],
    [
      'put on by two people in one second',
      (api) => {
        grant(api);
        unlabel(api, skip, 'eve', at(5));
        label(api, skip, 'eve');
      },
      'several people',
    ],
    [
      'with nothing in the timeline',
      (api) => {
        grant(api);
        api.state.timeline = [];
      },
      'does not tell who',
    ],
    ['after its time', (api) => grant(api, 'one-hour'), 'ended 1 hour after'],
    [
      'where nothing tells when the commit was pushed',
      (api) => {
        grant(api);
        api.state.activity = [];
      },
      'nothing tells when',
    ],
  ])('%s', async (_, say, why) => {
    say(scene.api);
    const run = await scene.run();
    expect(run.outputs).toMatchObject({ verdict: 'fail', 'regression-gate': 'fail' });
    expect(run.exitCode).toBe(1);
    const refused = reportOf(run).findings.find(({ rule }) => rule === 'trunk/exemption-refused');
    expect(refused?.message).toContain(why);
    expect(run.summary).toContain(why);
    expect(injections(run, scene)).toEqual([]);
  });

  it('dies with the next push', async () => {
    grant(scene.api);
    expect((await scene.run()).outputs['verdict']).toBe('exempt');
    push(scene.api, 'feature/routing', scene.head, at(60));
    expect((await scene.run()).outputs['verdict']).toBe('fail');
  });

  it('holds not on a fork, whose pushes nobody here can tell', async () => {
    grant(scene.api);
    const run = await scene.run({ pull: { fork: 'eve/qwen3-vl' } });
    expect(run.outputs['verdict']).toBe('fail');
    expect(run.summary).toContain('nothing tells when');
  });

  it.each([
    ['Skip-Full-Eval', 'exempt'],
    ['skip-full-ev\u0430l', 'fail'],
    ['s\u212Aip-full-eval', 'fail'],
    ['skip-full-eval ', 'fail'],
  ])('the label %s: %s, as GitHub takes labels for the same', async (name, verdict) => {
    grant(scene.api, name);
    expect((await scene.run()).outputs['verdict']).toBe(verdict);
  });

  it('is none while the label is off', async () => {
    grant(scene.api);
    unlabel(scene.api, skip, 'grace', at(7));
    const run = await scene.run();
    expect(run.outputs['verdict']).toBe('fail');
    expect(run.stdout).not.toContain('exemption-refused');
  });

  it('lifts no other gate than it names', async () => {
    grant(scene.api, 'other-gate');
    expect((await scene.run()).outputs).toMatchObject({ verdict: 'fail', 'regression-gate': 'fail' });
  });
});
