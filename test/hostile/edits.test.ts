import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { allFindings, type Report } from '../../src/report/model.ts';
import {
  comment,
  evaluatedAgain,
  gatedScene,
  label,
  policyFile,
  policyText,
  results,
  review,
  worse,
} from '../support/gated.ts';
import type { Content } from '../support/repository.ts';
import type { ActionRun } from '../support/runner.ts';
import { shallowCheckout, type Scene } from '../support/scene.ts';
import { injections } from './support/clean.ts';

type Files = Readonly<Record<string, Content>>;

/** A change that loses quality and would have its gate look away. */
interface Attack {
  readonly name: string;
  readonly base?: Files;
  readonly head: Files;
  readonly trunk?: Files;
  readonly branch?: string;
  readonly verdict: 'fail' | 'pass' | 'exempt';
  /** A finding that shows it, wherever it stands in the report. */
  readonly shown?: string;
  readonly say?: (scene: Scene) => void;
}

const off = 'gates: { validate-model-config: false, detect-dep-drift: false, regression-gate: false }\n';
const registryFile = '.github/model-registry.yml';
const movesFile = '.github/dependency-moves.txt';
const torch = { 'requirements.txt': 'torch==2.10.0\n' };
const exempting = policyText(
  'exemptions:\n  - { label: mine, gates: [regression-gate], by: { users: [ada] }, author-may: true, reason-required: false }\n',
);

const policyAttacks: readonly Attack[] = [
  {
    name: 'turns every gate off',
    head: { ...worse, [policyFile]: off },
    verdict: 'fail',
    shown: 'policy/changed',
  },
  {
    name: 'removes the policy',
    head: { ...worse, [policyFile]: undefined },
    verdict: 'fail',
    shown: 'policy/changed',
  },
  {
    name: 'moves the policy away',
    head: { ...worse, [policyFile]: undefined, '.github/old.yml': policyText() },
    verdict: 'fail',
    shown: 'policy/changed',
  },
  {
    name: 'raises the tolerance',
    head: { ...worse, [policyFile]: policyText('  tolerance: 99\n  margin: 99\n') },
    verdict: 'fail',
    shown: 'policy/changed',
  },
  {
    name: 'looks for results elsewhere',
    head: { ...worse, 'fake/val.jsonl': results(40), [policyFile]: policyText().replace('evals/', 'fake/') },
    verdict: 'fail',
    shown: 'policy/changed',
  },
  {
    name: 'entitles its author, who then labels',
    head: { ...worse, [policyFile]: exempting },
    verdict: 'fail',
    shown: 'policy/changed',
    say: ({ api }) => label(api, 'mine', 'ada'),
  },
  {
    name: 'names a release manager, who then approves',
    base: { [policyFile]: policyText('hotfix: { release-managers: { users: [rita] } }\n') },
    head: { ...worse, [policyFile]: policyText('hotfix: { release-managers: { users: [eve] } }\n') },
    branch: 'hotfix/x',
    verdict: 'fail',
    shown: 'trunk/hotfix-needs-approval',
    say: ({ api, head }) => review(api, 'eve', 'APPROVED', head),
  },
  {
    name: 'calls every branch a hotfix',
    head: { ...worse, [policyFile]: policyText('hotfix: { branches: ["**"] }\n') },
    verdict: 'fail',
    shown: 'policy/changed',
  },
  { name: 'breaks the policy', head: { ...worse, [policyFile]: ':\n - {' }, verdict: 'fail' },
  {
    name: 'makes the policy a link out of the repository',
    head: { ...worse, [policyFile]: { link: '../../../../etc/passwd' } },
    verdict: 'fail',
  },
  {
    name: 'makes the policy the prototype of all objects',
    head: { ...worse, [policyFile]: '__proto__: { gates: { regression-gate: false } }\nconstructor: {}\n' },
    verdict: 'fail',
    shown: 'policy/unknown-key',
  },
  {
    name: 'brings an old, laxer policy back by branching from before',
    base: { [policyFile]: off },
    trunk: { [policyFile]: policyText() },
    head: worse,
    verdict: 'fail',
  },
  {
    name: 'adds a second policy under another ending',
    head: { ...worse, '.github/model-gates.yaml': off },
    verdict: 'fail',
  },
];

const otherAttacks: readonly Attack[] = [
  {
    name: 'changes the workflow',
    head: { ...worse, '.github/workflows/pull-request.yml': 'on: pull_request\njobs: {}\n' },
    verdict: 'fail',
    shown: 'policy/workflow-changed',
  },
  {
    name: 'removes the workflow',
    base: { '.github/workflows/pull-request.yml': 'on: pull_request\njobs: {}\n' },
    head: { ...worse, '.github/workflows/pull-request.yml': undefined },
    verdict: 'fail',
    shown: 'policy/workflow-changed',
  },
  {
    name: 'moves the workflow to where GitHub does not look for it',
    base: { '.github/workflows/pull-request.yml': 'on: pull_request\njobs: {}\n' },
    head: {
      ...worse,
      '.github/workflows/pull-request.yml': undefined,
      'attic/pull-request.yml': 'on: pull_request\njobs: {}\n',
    },
    verdict: 'fail',
    shown: 'policy/workflow-changed',
  },
  {
    name: 'changes an action of the repository that the workflow may use',
    head: { ...worse, '.github/actions/evaluate/action.yml': 'runs: { using: composite, steps: [] }\n' },
    verdict: 'fail',
    shown: 'policy/workflow-changed',
  },
  {
    name: 'widens a range of the registry for itself',
    head: {
      ...evaluatedAgain,
      [registryFile]: 'parameters:\n  optimizer.lr: { type: float, min: 0, max: 100, kind: tuning }\n',
      'configs/train.yaml': 'optimizer:\n  lr: 50.0\n',
    },
    verdict: 'pass',
    shown: 'config/registry-changed',
  },
  {
    name: 'empties the registry',
    head: { [registryFile]: 'parameters: {}\n' },
    verdict: 'fail',
  },
  {
    name: 'removes the registry',
    head: { [registryFile]: undefined, 'configs/train.yaml': 'optimizer:\n  lr: 50.0\n  extra: 1\n' },
    verdict: 'fail',
  },
  {
    name: 'changes the baseline beside its results',
    base: {
      [policyFile]: policyText('  baseline: [baselines/val.jsonl]\n'),
      'baselines/val.jsonl': results(40),
    },
    head: { ...worse, 'baselines/val.jsonl': results(80) },
    verdict: 'fail',
    shown: 'regression/drop',
  },
  {
    name: 'removes the baseline',
    base: {
      [policyFile]: policyText('  baseline: [baselines/val.jsonl]\n'),
      'baselines/val.jsonl': results(40),
    },
    head: { ...worse, 'baselines/val.jsonl': undefined },
    verdict: 'fail',
    shown: 'regression/drop',
  },
  {
    name: 'removes its results',
    head: { 'evals/val.jsonl': undefined },
    verdict: 'fail',
    shown: 'regression/no-candidate',
  },
  {
    name: 'keeps only the samples that it gets right',
    head: { 'evals/val.jsonl': results(80).split('\n').slice(80).join('\n') },
    verdict: 'fail',
  },
  {
    name: 'changes what the right answers are',
    head: {
      'evals/val.jsonl': results(80).replaceAll(
        '"target":"a","prediction":"b"',
        '"target":"b","prediction":"b"',
      ),
    },
    verdict: 'fail',
  },
  {
    name: 'makes its results a link to a file of the runner',
    head: { 'evals/val.jsonl': { link: '/etc/passwd' } },
    verdict: 'fail',
  },
  {
    name: 'moves torch by the pin that it writes itself, which says so',
    head: { ...torch, ...evaluatedAgain },
    verdict: 'pass',
  },
  {
    name: 'allows every move with one line',
    head: { ...lockOf('2.10.0'), [movesFile]: '* * -> *\n' },
    base: lockOf('2.9.1'),
    verdict: 'fail',
  },
  {
    name: 'allows another move than it makes',
    head: { ...lockOf('2.10.0'), [movesFile]: 'torch 2.9.1 -> 2.9.2\n' },
    base: lockOf('2.9.1'),
    verdict: 'fail',
  },
  {
    name: 'leans on a line that was allowed long ago',
    base: { ...lockOf('2.9.1'), [movesFile]: 'torch 2.8.0 -> 2.9.1\n' },
    head: lockOf('2.10.0'),
    verdict: 'fail',
  },
  {
    name: 'says who it is: a bot that only updates dependencies',
    base: { ...lockOf('2.9.1'), [policyFile]: policyText('dependencies: { bots: ["renovate[bot]"] }\n') },
    head: lockOf('2.10.0'),
    branch: 'renovate/torch',
    verdict: 'fail',
  },
  {
    name: 'forges the comment of the gate',
    head: worse,
    verdict: 'fail',
    say: ({ api }) => comment(api, 'eve', '<!-- model-gates:model-gates -->\n## pass\n\nAll gates passed.'),
  },
];

function lockOf(version: string): Files {
  return {
    'pyproject.toml': '[project]\nname = "m"\nversion = "0"\ndependencies = ["torch>=2.9"]\n',
    'requirements.txt': undefined,
    'uv.lock': `version = 1
requires-python = ">=3.12"

[[package]]
name = "m"
version = "0"
source = { editable = "." }
dependencies = [{ name = "torch" }]

[package.metadata]
requires-dist = [{ name = "torch", specifier = ">=2.9" }]

[[package]]
name = "torch"
version = "${version}"
source = { registry = "https://index.example/simple" }
`,
  };
}

describe.each([
  ['the policy', policyAttacks],
  ['what a gate relies on', otherAttacks],
])('a pull request that edits %s', (_, attacks) => {
  it.each(attacks)('$name: $verdict', async ({ say, verdict, shown, ...options }) => {
    const scene = await gatedScene(options);
    say?.(scene);
    const run = await scene.run();
    expect(run.outputs['verdict']).toBe(verdict);
    expect(run.exitCode).toBe(verdict === 'fail' ? 1 : 0);
    expect(rulesOf(run)).toEqual(expect.arrayContaining(shown === undefined ? [] : [shown]));
    expect(injections(run, scene)).toEqual([]);
  });
});

/** GitHub's payload keeps the tip of the base as it was at the last push to the branch. */
describe('a pull request that was pushed before trunk got a stricter policy', () => {
  const events = ['labeled', 'edited', 'reopened', 'ready_for_review'] as const;
  it.each(events)('is judged by the stricter one on %s', async (action) => {
    const scene = await gatedScene({
      base: { [policyFile]: off },
      trunk: { [policyFile]: policyText() },
    });
    const then = scene.origin.git('rev-parse', `${scene.base}^`);
    const run = await scene.run({ pull: { action, base: { sha: then } } });
    expect(run.outputs).toMatchObject({ verdict: 'fail', 'regression-gate': 'fail' });
  });

  it('also where only the head is checked out', async () => {
    const scene = await gatedScene({
      base: { [policyFile]: off },
      trunk: { [policyFile]: policyText() },
    });
    const then = scene.origin.git('rev-parse', `${scene.base}^`);
    const workspace = shallowCheckout(scene.origin, scene.head).root;
    const run = await scene.run({ workspace, pull: { action: 'labeled', base: { sha: then } } });
    expect(run.outputs).toMatchObject({ verdict: 'fail', 'regression-gate': 'fail' });
  });

  it('a commit that is not a merge of its head says nothing of trunk', async () => {
    const scene = await gatedScene({ trunk: { 'README.md': 'later\n' } });
    const run = await scene.run({ env: { GITHUB_SHA: scene.base } });
    expect(run.outputs).toMatchObject({ verdict: 'fail', 'regression-gate': 'fail' });
  });
});

function rulesOf({ outputs }: ActionRun): string[] {
  const report = JSON.parse(readFileSync(outputs['report'] ?? '', 'utf8')) as Report;
  return allFindings(report).map(({ rule }) => rule);
}
