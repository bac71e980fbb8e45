/** Trunk is the branch of the remote: whoever may push a tag, and every step of the job, can give its name to something else. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { BranchFacts } from '../../src/branches/index.ts';
import { allFindings } from '../../src/report/model.ts';
import { pushEvent, scheduleEvent, workflowDispatchEvent } from '../support/events.ts';
import { gatedScene, policyFile, worse } from '../support/gated.ts';
import { reportOf } from '../support/reports.ts';
import { createRepository, type TestRepository } from '../support/repository.ts';
import type { ActionRun, RunOptions } from '../support/runner.ts';
import { shallowCheckout, type Scene } from '../support/scene.ts';

const topic = 'refs/heads/feature/routing';
const off = 'gates: { validate-model-config: false, detect-dep-drift: false, regression-gate: false }\n';

/** A branch that loses quality, and a commit beside it that would let it pass: as base it has the same results, and its policy is off. */
let scene: Scene;
let lenient: string;
let trunk: string;

beforeAll(async () => {
  scene = await gatedScene({ head: worse });
  const work = scene.origin.clone();
  work.git('checkout', '--quiet', '--detach', scene.base);
  work.commit({ 'docs/a.md': 'Meanwhile\n' }, 'Meanwhile');
  trunk = work.commit({ 'docs/b.md': 'Meanwhile\n' }, 'Meanwhile');
  work.git('checkout', '--quiet', '--detach', scene.head);
  lenient = work.commit({ [policyFile]: off }, 'Gates off');
  const refs = [`${trunk}:refs/heads/main`, `${lenient}:refs/heads/lenient`];
  work.git('push', '--quiet', 'origin', ...refs);
});

/** A full clone as `fetch-depth: 0` leaves it, without a branch of its own. */
function full(change: (clone: TestRepository) => void, checkedOut = scene.head): TestRepository {
  const clone = scene.origin.clone();
  clone.git('checkout', '--quiet', '--detach', checkedOut);
  clone.git('branch', '--quiet', '--delete', '--force', 'main');
  change(clone);
  return clone;
}

/** Where git looks for `main` and `origin/main`, in its own order. */
const places: readonly [string, (clone: TestRepository) => void][] = [
  ['a tag', (clone) => clone.git('tag', 'main', lenient)],
  ['an annotated tag', (clone) => clone.git(...person, 'tag', '--annotate', '--message=x', 'main', lenient)],
  ['a branch of the clone', (clone) => clone.git('update-ref', 'refs/heads/main', lenient)],
  [
    "the clone's notion of the remote",
    (clone) => clone.git('update-ref', 'refs/remotes/origin/main', lenient),
  ],
  ['a tag called origin/main', (clone) => clone.git('tag', 'origin/main', lenient)],
  ['a branch called origin/main', (clone) => clone.git('update-ref', 'refs/heads/origin/main', lenient)],
  ['a ref beside the branches', (clone) => clone.git('update-ref', 'refs/main', lenient)],
  ['a file of git itself', ({ root }) => writeFileSync(path.join(root, '.git/main'), `${lenient}\n`)],
];

/** Whichever of them is taken for trunk, the drop is not seen. */
const everywhere = (clone: TestRepository) => {
  for (const [, change] of places.slice(1)) change(clone);
};

const person = ['-c', 'user.name=a', '-c', 'user.email=a@example.org'];

const dispatch = () => workflowDispatchEvent({ ref: topic });
const firstPush = () => pushEvent({ ref: topic, after: scene.head });

function judge(workspace: TestRepository, more: Partial<RunOptions>): Promise<ActionRun> {
  return scene.run({ workspace: workspace.root, ...more });
}

function found(run: ActionRun): string[] {
  return allFindings(reportOf(run)).map(({ rule }) => rule);
}

describe.each([
  ['workflow_dispatch', dispatch],
  ['the first push of a branch', firstPush],
])('on %s', (_, event) => {
  it.each(places)('%s is not trunk', async (__, change) => {
    const run = await judge(full(change), { event: event() });
    expect(run.outputs).toMatchObject({ verdict: 'fail', 'regression-gate': 'fail' });
    expect(found(run)).toContain('regression/drop');
  });

  it('a tag of the remote is not trunk, in a clone of any depth', async () => {
    scene.origin.git('tag', 'main', lenient);
    try {
      const shallow = shallowCheckout(scene.origin, scene.head);
      for (const clone of [full(() => undefined), shallow])
        expect(found(await judge(clone, { event: event() }))).toContain('regression/drop');
    } finally {
      scene.origin.git('tag', '--delete', 'main');
    }
  });

  it.each(['main', 'origin/main', 'refs/heads/main', 'refs/remotes/origin/main'])(
    'by the input base %s trunk is meant',
    async (base) => {
      const run = await judge(full(everywhere), { event: event(), inputs: { base } });
      expect(found(run)).toContain('regression/drop');
    },
  );

  it('a remote without trunk fails, rather than take what is here', async () => {
    const clone = full((one) => one.git('tag', 'main', lenient));
    clone.git('remote', 'set-url', 'origin', createRepository().root);
    const run = await judge(clone, { event: event(), token: '' });
    expect([run.exitCode, run.outputs['verdict']]).toEqual([1, 'fail']);
    expect(run.stdout).toContain('has no branch "main"');
  });

  it('a remote that does not answer fails too', async () => {
    const clone = full((one) => one.git('tag', 'main', lenient));
    clone.git('remote', 'set-url', 'origin', path.join(clone.root, 'nowhere'));
    const run = await judge(clone, { event: event(), token: '' });
    expect([run.exitCode, run.outputs['verdict']]).toEqual([1, 'fail']);
  });
});

it('the policy of a branch that is pushed for the first time is that of trunk, whatever base is given', async () => {
  const inputs = { base: lenient };
  const run = await judge(
    full(() => undefined),
    { event: firstPush(), inputs, action: 'plan-gates' },
  );
  expect(run.outputs['plan']).not.toContain('"off"');
});

describe('a clone in which commits have other parents than they say', () => {
  it.each<[string, (clone: TestRepository) => void]>([
    ['a graft that cuts the branch off', (clone) => graft(clone, scene.head)],
    [
      'grafts that put trunk behind the branch',
      (clone) => graft(clone, `${trunk} ${scene.head}`, scene.head),
    ],
    [
      'grafts that make the branch a merge of trunk',
      (clone) => graft(clone, `${scene.head} ${scene.base} ${trunk}`),
    ],
    ['a replacement of trunk', (clone) => clone.git('replace', trunk, scene.head)],
    ['a replacement of the branch', (clone) => clone.git('replace', scene.head, scene.base)],
  ])('%s', async (_, change) => {
    for (const action of ['regression-gate', '.']) {
      const run = await judge(full(change), { event: firstPush(), token: '', action });
      expect(found(run)).toContain('regression/drop');
    }
  });
});

function graft({ root }: TestRepository, ...lines: readonly string[]): void {
  writeFileSync(path.join(root, '.git/info/grafts'), lines.map((line) => `${line}\n`).join(''));
}

it.each(places)('in the night the policy is that of trunk: %s', async (_, change) => {
  const run = await judge(full(change, trunk), { event: scheduleEvent(), action: 'plan-gates' });
  expect(run.outputs['verdict']).toBe('pass');
  expect(run.outputs['plan']).not.toContain('"off"');
});

it.each(places)('a branch is behind trunk, and not behind %s', async (_, change) => {
  const run = await judge(full(change), { event: firstPush(), action: 'check-branch', token: '' });
  expect(reportOf<BranchFacts>(run).facts.behind).toBe(2);
});
