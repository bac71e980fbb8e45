/** What a pull request costs of the API's limit: the figures of docs/plan.md. */
import { expect, it } from 'vitest';
import {
  because,
  comment,
  exemptionPolicy,
  gatedScene,
  label,
  policyText,
  review,
} from '../support/gated.ts';
import { pushEvent } from '../support/events.ts';
import type { Scene } from '../support/scene.ts';

const managed = 'hotfix: { release-managers: { users: [rita] }, required-checks: [unit-tests] }\n';
const byPermission = policyText(
  'exemptions: [{ label: skip-full-eval, gates: [regression-gate], by: { permission: write } }]\n',
);

function granted({ api }: Scene): void {
  comment(api, 'grace', because);
  label(api, 'skip-full-eval', 'grace');
}

interface Case {
  readonly name: string;
  readonly policy?: string;
  readonly branch?: string;
  readonly say?: (scene: Scene) => void;
  readonly requests: number;
}

const cases: readonly Case[] = [
  { name: 'no exemption, no hotfix in the policy', requests: 3 },
  { name: 'exemptions in the policy, no such label', policy: exemptionPolicy, requests: 4 },
  { name: 'a label that the policy knows', policy: exemptionPolicy, say: granted, requests: 7 },
  {
    name: 'a label, decided by permission',
    policy: byPermission,
    say: (scene) => {
      scene.api.state.collaborators['grace'] = 'write';
      granted(scene);
    },
    requests: 8,
  },
  {
    name: 'a hotfix with required checks',
    policy: policyText(managed),
    branch: 'hotfix/bias',
    say: ({ api, head }) => review(api, 'rita', 'APPROVED', head),
    requests: 7,
  },
];

it.each(cases)('$name: $requests requests', async ({ say, requests, ...options }) => {
  const scene = await gatedScene(options);
  say?.(scene);
  await scene.run();
  expect(scene.api.requests.map(({ method, path }) => `${method} ${path}`)).toHaveLength(requests);
  expect(scene.api.violations).toEqual([]);
});

/** Requests that an action makes on the pull request of the scene, or for its merge. */
const actions: readonly [string, number, Readonly<Record<string, string>>?][] = [
  ['validate-model-config', 1],
  ['detect-dep-drift', 1],
  ['detect-input-drift', 1],
  ['regression-gate', 1],
  ['plan-gates', 1],
  ['check-branch', 5],
  ['sweep-branches', 4],
  ['record-lineage', 3],
  ['trace-lineage', 5, { id: 'job-1' }],
  ['build-dashboard', 6],
];

const afterMerge: readonly [string, number, Readonly<Record<string, string>>?][] = [
  ['emit-version-tag', 2],
  ['trigger-pipeline', 4, { workflow: 'train.yml' }],
];

it('every action, each in a process of its own: the table of docs/plan.md', async () => {
  const scene = await gatedScene();
  const push = pushEvent({ before: scene.base, after: scene.base });
  const recorded = { from: `commit ${scene.head}`, to: 'job job-1' };
  const counted: [string, number][] = [];
  const count = async (options: Parameters<Scene['run']>[0] & { action: string }) => {
    const before = scene.api.requests.length;
    const { outputs } = await scene.run({ ...options, spawn: true });
    expect(outputs).toHaveProperty('verdict');
    counted.push([options.action, scene.api.requests.length - before]);
  };
  for (const [action, , inputs = action === 'record-lineage' ? recorded : {}] of actions)
    await count({ action, inputs });
  for (const [action, , inputs = {}] of afterMerge) await count({ action, inputs, event: push });
  expect(counted).toEqual([...actions, ...afterMerge].map(([action, requests]) => [action, requests]));
});
