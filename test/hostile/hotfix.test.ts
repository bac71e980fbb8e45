import { readFileSync } from 'node:fs';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Report } from '../../src/report/model.ts';
import type { GitHubApi } from '../support/github-api/index.ts';
import { at, comment, gatedScene, label, policyText, remember, review } from '../support/gated.ts';
import type { ActionRun } from '../support/runner.ts';
import type { Scene } from '../support/scene.ts';
import { injections } from './support/clean.ts';

const branch = 'hotfix/image-bias';
const policy = policyText(`hotfix:
  release-managers: { users: [rita, ada], permission: admin }
  required-checks: [unit-tests, security-scan]
exemptions:
  - { label: skip-deps, gates: [detect-dep-drift], by: { users: [grace] }, reason-required: false }
`);

let scene: Scene;
let reset: () => void;

beforeAll(async () => {
  scene = await gatedScene({ policy, branch });
  reset = remember(scene.api);
});

beforeEach(() => reset());

function green(api: GitHubApi, name: string, conclusion = 'success', sha = scene.head): void {
  const id = 500 + api.state.checkRuns.length;
  const output = { title: '', summary: '' };
  api.state.checkRuns.push({
    id,
    name,
    sha,
    status: 'completed',
    conclusion,
    output,
    annotations: [],
    app: 'github-actions',
  });
}

/** Both required checks, one as a check run and one as a commit status. */
function checked(api: GitHubApi): void {
  green(api, 'unit-tests');
  api.state.statuses.push({ sha: scene.head, context: 'security-scan', state: 'success' });
}

function reportOf(run: ActionRun): Report {
  return JSON.parse(readFileSync(run.outputs['report'] ?? '', 'utf8')) as Report;
}

function rulesOf(run: ActionRun): string[] {
  return reportOf(run).findings.map(({ rule }) => rule);
}

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
    checked(scene.api);
    say(scene.api);
    const run = await scene.run();
    expect(run.outputs['verdict']).toBe('fail');
    expect(run.exitCode).toBe(1);
    expect(rulesOf(run)).toContain('trunk/hotfix-needs-approval');
    expect(run.summary).toContain(scene.head.slice(0, 8));
    expect(injections(run, scene)).toEqual([]);
  });

  it('where reviews cannot be read', async () => {
    checked(scene.api);
    review(scene.api, 'rita', 'APPROVED', scene.head);
    scene.api.failNext({ method: 'GET', path: /\/reviews$/, status: 403 });
    const run = await scene.run();
    expect(run.outputs['verdict']).toBe('fail');
    expect(rulesOf(run)).toEqual(
      expect.arrayContaining(['trunk/authority-unread', 'trunk/hotfix-needs-approval']),
    );
  });
});
