import { readFileSync } from 'node:fs';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Report } from '../../src/report/model.ts';
import type { GitHubApi } from '../support/github-api/index.ts';
import {
  at,
  because,
  comment,
  gatedScene,
  label,
  policyText,
  push,
  pushedAt,
  remember,
  unlabel,
} from '../support/gated.ts';
import type { ActionRun } from '../support/runner.ts';
import type { Scene } from '../support/scene.ts';
import { injections } from './support/clean.ts';

const skip = 'skip-full-eval';

/** One label for each way in which a policy may let people lift the evaluation. */
const policy = policyText(`exemptions:
  - { label: ${skip}, gates: [regression-gate], by: { users: [grace] } }
  - { label: by-maintainers, gates: [regression-gate], by: { permission: maintain } }
  - { label: by-writers, gates: [regression-gate], by: { permission: write } }
  - { label: by-team, gates: [regression-gate], by: { teams: [acme/leads] } }
  - { label: author-may, gates: [regression-gate], by: { users: [ada] }, author-may: true, reason-required: false }
  - { label: author-may-not, gates: [regression-gate], by: { users: [ada] } }
  - { label: no-reason, gates: [regression-gate], by: { users: [grace] }, reason-required: false }
  - { label: sticky, gates: [regression-gate], by: { users: [grace] }, sticky: true }
  - { label: one-hour, gates: [regression-gate], by: { users: [grace] }, hours: 1 }
  - { label: light, gates: [regression-gate], by: { users: [grace] }, effect: light }
  - { label: other-gate, gates: [detect-dep-drift], by: { users: [grace] } }
`);

let scene: Scene;
let reset: () => void;

beforeAll(async () => {
  scene = await gatedScene({ policy });
  reset = remember(scene.api);
});

beforeEach(() => reset());

/** As it must be: the reason, then the label, both after the push. */
function grant(api: GitHubApi, name = skip, by = 'grace', minute = 5): void {
  comment(api, by, `/exempt ${name} because the cluster is down until Monday`, { createdAt: at(minute - 1) });
  label(api, name, by, at(minute));
}

function reportOf(run: ActionRun): Report {
  return JSON.parse(readFileSync(run.outputs['report'] ?? '', 'utf8')) as Report;
}

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
