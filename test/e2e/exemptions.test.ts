import { readFileSync } from 'node:fs';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PlanFacts } from '../../src/policy/index.ts';
import { mergeGroupEvent, pushEvent } from '../support/events.ts';
import type { GitHubApi } from '../support/github-api/index.ts';
import { at, because, comment, gatedScene, label, remember, unlabel } from '../support/gated.ts';
import { grant, policy, skip } from '../support/exemptions.ts';
import { reportOf } from '../support/reports.ts';
import type { Scene } from '../support/scene.ts';

let scene: Scene;
let reset: () => void;

beforeAll(async () => {
  scene = await gatedScene({ policy });
  reset = remember(scene.api);
});

beforeEach(() => reset());

type Say = (api: GitHubApi) => void;

describe('an exemption that holds', () => {
  it('is reported with who, when, on which commit and why, and the step is green', async () => {
    grant(scene.api);
    const run = await scene.run();
    expect(run.exitCode).toBe(0);
    expect(run.outputs).toMatchObject({ verdict: 'exempt', 'regression-gate': 'exempt' });
    const reason = 'the cluster is down until Monday';
    const exemption = { by: 'grace', at: at(5), sha: scene.head, label: skip, reason };
    expect(reportOf(run).reports?.[3]).toMatchObject({ verdict: 'exempt', exemption });
    for (const text of [run.summary, scene.api.state.comments.at(-1)?.body ?? ''])
      for (const told of ['grace', scene.head.slice(0, 8), reason]) expect(text).toContain(told);
    expect(scene.api.violations).toEqual([]);
    expect(scene.api.requests.length).toBeLessThanOrEqual(10);
  });

  it.each<[string, Say]>([
    [
      'by permission in the repository',
      (api) => {
        api.state.collaborators['grace'] = 'maintain';
        grant(api, 'by-maintainers');
      },
    ],
    [
      'by a team, with a token that may see teams',
      (api) => {
        api.state.teams['acme/leads'] = ['grace'];
        api.state.tokenPermissions = { ...api.state.tokenPermissions, members: 'read' };
        grant(api, 'by-team');
      },
    ],
    ['by the author, where the policy lets the author', (api) => label(api, 'author-may', 'ada')],
    ['without a reason, where none is asked for', (api) => label(api, 'no-reason', 'grace')],
    ['sticky, from before the last push', (api) => grant(api, 'sticky', 'grace', -10)],
    [
      'put on again by someone entitled after a stranger',
      (api) => {
        label(api, skip, 'eve', at(1));
        unlabel(api, skip, 'eve', at(2));
        grant(api);
      },
    ],
    [
      'among a thousand other labels and comments',
      (api) => {
        for (let index = 0; index < 1000; index += 1) label(api, `topic-${index}`, 'eve', at(3));
        for (let index = 0; index < 300; index += 1) comment(api, 'eve', `/exempt ${skip} because ${index}`);
        grant(api);
      },
    ],
  ])('%s', async (_, say) => {
    say(scene.api);
    const run = await scene.run();
    expect(run.outputs['regression-gate']).toBe('exempt');
    expect(run.exitCode).toBe(0);
  });
});

/** What is refused says what to do, and whoever does that to the letter gets what it says. */
describe('a refused exemption counts once its message was followed', () => {
  const refusals: readonly (readonly [string, string, Say])[] = [
    ['the label without a reason', skip, (api) => label(api, skip, 'grace')],
    [
      'the reason was edited',
      skip,
      (api) => {
        comment(api, 'grace', because, { createdAt: at(4), updatedAt: at(9) });
        label(api, skip, 'grace');
      },
    ],
    [
      'the reason is by somebody else',
      skip,
      (api) => {
        comment(api, 'eve', because);
        label(api, skip, 'grace');
      },
    ],
    ['label and reason from before the push', skip, (api) => grant(api, skip, 'grace', -5)],
    [
      'the label alone from before the push',
      skip,
      (api) => {
        label(api, skip, 'grace', at(-5));
        comment(api, 'grace', because);
      },
    ],
    [
      'from before the base was edited',
      skip,
      (api) => {
        grant(api);
        api.state.timeline.push({ number: 89, event: 'base_ref_changed', actor: 'ada', at: at(6) });
      },
    ],
    ['its time is over', 'one-hour', (api) => grant(api, 'one-hour')],
    [
      'put on by two people at once',
      skip,
      (api) => {
        label(api, skip, 'eve');
        label(api, skip, 'grace');
      },
    ],
    [
      'nothing in the timeline',
      skip,
      (api) => {
        label(api, skip, 'grace');
        api.state.timeline = [];
      },
    ],
    ['a label of several words', 'skip the eval', (api) => label(api, 'skip the eval', 'grace')],
  ];

  const refusal = (run: Awaited<ReturnType<Scene['run']>>): string =>
    reportOf(run).findings.find(({ rule }) => rule === 'trunk/exemption-refused')?.message ?? '';
  const soon = (seconds: number): string =>
    new Date(Date.now() + seconds * 1000).toISOString().replace(/\.\d+/, '');

  const commentAsTold = (message: string): void => {
    const command = /write a new comment "(.*) …" on a line of its own/.exec(message)?.[1];
    if (command !== undefined)
      comment(scene.api, 'grace', `${command} the cluster is down`, { createdAt: soon(0) });
  };

  it.each(refusals)('by putting it on again: %s', async (_, name, say) => {
    say(scene.api);
    const refused = await scene.run();
    expect(refused.outputs['verdict']).toBe('fail');
    const message = refusal(refused);
    expect(message).toContain('must');
    commentAsTold(message);
    expect(message).toContain('take the label off and put it on again');
    unlabel(scene.api, name, 'grace', soon(1));
    label(scene.api, name, 'grace', soon(2));
    const run = await scene.run({ pull: { action: 'labeled', labels: [name], sender: 'grace' } });
    expect(run.outputs).toMatchObject({ verdict: 'exempt', 'regression-gate': 'exempt' });
    expect(refusal(run)).toBe('');
  });

  it.each(refusals.slice(0, 3))('by running the job again: %s', async (_, __, say) => {
    say(scene.api);
    const message = refusal(await scene.run());
    expect(message).toContain('run this job again');
    commentAsTold(message);
    expect((await scene.run()).outputs['verdict']).toBe('exempt');
  });
});

describe('where GitHub does not answer, nothing is lifted', () => {
  it.each([
    ['labels', /\/issues\/89\/labels$/],
    ['the timeline', /\/timeline$/],
    ['comments', /\/issues\/89\/comments$/],
    ['pushes', /\/activity$/],
  ])('%s', async (_, path) => {
    grant(scene.api);
    scene.api.failNext({ method: 'GET', path, status: 403, message: 'Resource not accessible' });
    const run = await scene.run();
    expect(run.outputs).toMatchObject({ verdict: 'fail', 'regression-gate': 'fail' });
    const unread = reportOf(run).findings.find(({ rule }) => rule === 'trunk/authority-unread');
    expect(unread?.help).toMatch(/permissions: /);
  });

  it('a team that this token may not see', async () => {
    grant(scene.api, 'by-team');
    const run = await scene.run();
    expect(run.outputs['verdict']).toBe('fail');
    const [unread] = reportOf(run).findings;
    expect(unread?.rule).toBe('trunk/authority-unread');
    expect(unread?.help).toContain('members: read');
  });

  it('no token', async () => {
    grant(scene.api);
    expect((await scene.run({ token: '' })).outputs['verdict']).toBe('fail');
  });
});

it('a light evaluation still blocks for a drop that it shows', async () => {
  grant(scene.api, 'light');
  const run = await scene.run();
  expect(run.outputs['regression-gate']).toBe('fail');
  expect(reportOf<PlanFacts>(run).facts.plan).toMatchObject([{}, {}, {}, { decision: 'light', run: true }]);
});

it('in the merge queue what was granted on the head of the pull request holds for its group', async () => {
  grant(scene.api);
  const event = mergeGroupEvent({ base: { sha: scene.base }, head: { sha: scene.merge } });
  const run = await scene.run({ event });
  expect(run.outputs['verdict']).toBe('exempt');
  expect(reportOf(run).reports?.[3]?.exemption).toMatchObject({ by: 'grace', sha: scene.head });
  expect(scene.api.requests.length).toBeLessThanOrEqual(10);
});

describe('after the merge', () => {
  function merged(): void {
    const [pull] = scene.api.state.pulls;
    Object.assign(pull ?? {}, { state: 'closed', mergedAt: at(30), mergeCommit: scene.merge });
  }

  it('the push of the merge is judged by what was granted on the head, so that the ledger can keep it', async () => {
    grant(scene.api);
    merged();
    const run = await scene.run({ event: pushEvent({ before: scene.base, after: scene.merge }) });
    expect(run.outputs['verdict']).toBe('exempt');
    expect(reportOf(run).reports?.[3]?.exemption).toMatchObject({ by: 'grace', sha: scene.head });
  });

  it('a push that is not a merge has no exemption', async () => {
    grant(scene.api);
    const run = await scene.run({ event: pushEvent({ before: scene.base, after: scene.head }) });
    expect(run.outputs['verdict']).toBe('fail');
    expect(run.stdout).not.toContain('trunk/');
  });
});

it('is kept in the ledger: who, when, on which commit and why, and a trace tells it', async () => {
  grant(scene.api);
  const judged = await scene.run();
  const recorded = await scene.run({
    action: 'record-lineage',
    inputs: {
      from: `commit ${scene.merge}`,
      to: `verdict merge-${scene.merge}`,
      reports: judged.outputs['report'] ?? '',
    },
  });
  expect(recorded.outputs).toMatchObject({ verdict: 'pass', created: 'true' });
  const traced = await scene.run({ action: 'trace-lineage', inputs: { id: `merge-${scene.merge}` } });
  const { facts } = JSON.parse(readFileSync(traced.outputs['report'] ?? '', 'utf8')) as {
    facts: { chain: { verdicts?: Record<string, string>[] }[] };
  };
  expect(facts.chain[0]?.verdicts).toContainEqual({
    gate: 'regression-gate',
    verdict: 'exempt',
    title: expect.any(String) as string,
    exempted_by: 'grace',
    exempted_at: new Date(at(5)).toISOString(),
    exempted_sha: scene.head,
    reason: 'the cluster is down until Monday',
  });
  expect(traced.summary).toContain(`exempt by grace on \`${scene.head.slice(0, 8)}\``);
});
