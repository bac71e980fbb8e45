import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { evaluated } from '../support/contract/expressions.ts';
import { initialFiles } from '../../src/init/init.ts';
import { memoryTree } from '../support/trees.ts';
import { asWorkflow, yamlBlocks } from '../support/contract/snippets.ts';
import { documentation, filesUnder, sourceFile } from '../support/contract/sources.ts';
import { missedSituations, situations } from '../support/contract/triggers.ts';
import { workflowProblems } from '../support/contract/workflow-lint.ts';

interface Step {
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly 'timeout-minutes'?: number;
}

const workflows = ['.github/workflows', 'examples']
  .flatMap((folder) => filesUnder(folder, ['.yml', '.yaml']))
  .filter(({ file }) => file.includes('workflows/'));

const shown = documentation()
  .flatMap(yamlBlocks)
  .flatMap(({ place, text }) => {
    const workflow = asWorkflow(text);
    return workflow === undefined ? [] : [{ place, workflow }];
  });

test.each(workflows.map(({ file }) => file))('%s is valid', async (file) => {
  expect(await workflowProblems(sourceFile(file).text)).toEqual([]);
});

test.each(shown)('the workflow at $place is valid', async ({ workflow }) => {
  expect(await workflowProblems(workflow)).toEqual([]);
});

/** A job that calls a workflow and grants less than a job of it asks for does not start at all. */
function notGranted(workflow: string): string[] {
  const { jobs = {} } = load(workflow) as WorkflowJobs;
  return Object.entries(jobs).flatMap(([name, { uses = '', permissions = {} }]) => {
    const file = /^model-gates\/model-gates\/(\.github\/workflows\/[\w-]+\.yml)@/.exec(uses)?.[1];
    if (file === undefined) return [];
    const called = load(sourceFile(file).text) as WorkflowJobs;
    const asked = Object.values(called.jobs ?? {}).flatMap((job) => Object.entries(job.permissions ?? {}));
    return asked
      .filter(([scope, access]) => access !== permissions[scope] && permissions[scope] !== 'write')
      .map(([scope, access]) => `${name}: ${scope}: ${access}`);
  });
}

interface WorkflowJobs {
  readonly jobs?: Readonly<
    Record<string, { readonly uses?: string; readonly permissions?: Readonly<Record<string, string>> }>
  >;
}

test.each([...workflows.map(({ file, text }) => ({ place: file, workflow: text })), ...shown])(
  'the workflow at $place grants what it calls',
  ({ workflow }) => {
    expect(notGranted(workflow)).toEqual([]);
  },
);

test('a caller that grants too little is found', () => {
  const { text } = sourceFile('examples/qwen3-vl/.github/workflows/merge.yml');
  expect(notGranted(text.replace('statuses: write', 'statuses: read'))).toEqual(['merged: statuses: write']);
});

test('there are workflows to judge', () => {
  expect(workflows).not.toEqual([]);
  expect(shown).not.toEqual([]);
});

describe('no required check is satisfied by being skipped', () => {
  const { jobs, on } = load(sourceFile('.github/workflows/model-pull-request.yml').text) as {
    jobs: Record<string, { if?: string; name?: string; steps?: { id?: string; if?: string }[] }>;
    on: Record<string, unknown>;
  };

  test('the gate runs whatever came of the jobs before it, and judges in a step without a condition', () => {
    expect(jobs['gate']?.if).toBe('always()');
    expect(jobs['gate']?.steps?.find(({ id }) => id === 'gate')).toEqual(
      expect.not.objectContaining({ if: expect.anything() as unknown }),
    );
    expect(Object.keys(on)).toEqual(['workflow_call']);
  });

  test('of a draft, and into a branch that is neither trunk nor a release, it has another name', () => {
    const name = /^\$\{\{ (.*) \}\}$/s.exec(jobs['gate']?.name ?? '')?.[1] ?? '';
    const gateOf = (pull: object | undefined, trunk = '') =>
      evaluated(name, {
        github: { event: { pull_request: pull, repository: { default_branch: 'main' } } },
        inputs: { trunk },
      });
    const into = (ref: string, draft = false) => ({ draft, base: { ref } });
    expect(gateOf(undefined)).toBe('gate');
    expect(gateOf(into('main'))).toBe('gate');
    expect(gateOf(into('release/v2.3'))).toBe('gate');
    expect(gateOf(into('develop'), 'develop')).toBe('gate');
    expect(gateOf(into('main', true))).toBe('gate (draft)');
    expect(gateOf(into('feature/below'))).toBe('gate (not into trunk)');
    expect(gateOf(into('main'), 'develop')).toBe('gate (not into trunk)');
  });

  const callers = workflows.filter(({ text }) =>
    /uses: model-gates\/model-gates(?:@|\/.*model-pull-request)/.test(text),
  );

  test.each(callers.filter(({ file }) => file.startsWith('examples/')).map(({ file }) => file))(
    '%s: no filter of paths, no condition on the job',
    (file) => {
      const workflow = load(sourceFile(file).text) as { on: unknown; jobs: Record<string, { if?: string }> };
      expect(JSON.stringify(workflow.on)).not.toContain('paths');
      expect(Object.values(workflow.jobs).flatMap((job) => job.if ?? [])).toEqual([]);
    },
  );
});

describe('a workflow that gates pull requests starts a run whenever the verdict may be another', async () => {
  const made = await initialFiles(memoryTree({}), 'main');
  const gating = [
    ...workflows.map(({ file, text }) => ({ place: file, text })),
    ...documentation().flatMap(yamlBlocks),
    ...made
      .filter(({ path }) => path.includes('workflows/'))
      .map(({ content }) => ({ place: 'model-gates init', text: content })),
  ].flatMap(({ place, text }) => {
    const missed = missedSituations(text);
    return missed === undefined ? [] : [{ place, missed }];
  });

  test.each(gating)('$place', ({ missed }) => {
    expect(missed).toEqual([]);
  });

  test('those of every kind are judged', () => {
    const kinds = [
      /^README\.md/,
      /^docs\//,
      /^actions\/regression-gate\//,
      /^examples\//,
      /^model-gates init$/,
    ];
    expect(kinds.filter((kind) => !gating.some(({ place }) => kind.test(place)))).toEqual([]);
  });

  const all = situations.map(({ name }) => name);
  const types = 'types: [opened, synchronize, reopened, edited, ready_for_review, labeled, unlabeled]';
  const action = 'uses: model-gates/model-gates@v1';
  const job = `{ steps: [{ ${action} }] }`;
  const later = ['a draft becomes ready', 'a label is put on', 'a label is taken off', 'the base is edited'];
  test.each<[string, string, string[] | undefined]>([
    ['all of them', `on: { pull_request: { ${types} }, merge_group: }\njobs: { a: ${job} }`, []],
    ['the default types', `on: pull_request\njobs: { a: ${job} }`, [...later, 'the merge queue']],
    ['a list of events', `on: [pull_request, merge_group]\njobs: { a: ${job} }`, later],
    ['no merge queue', `on: { pull_request: { ${types} } }\njobs: { a: ${job} }`, ['the merge queue']],
    [
      'another base',
      `on: { pull_request: { ${types}, branches: ['release/**'] }, merge_group: }\njobs: { a: ${job} }`,
      all.filter((name) => name !== 'the merge queue'),
    ],
    [
      'trunk ignored',
      `on: { pull_request: { ${types}, branches-ignore: main }, merge_group: }\njobs: { a: ${job} }`,
      all.filter((name) => name !== 'the merge queue'),
    ],
    [
      'some paths',
      `on: { pull_request: { ${types}, paths: [configs/**] }, merge_group: }\njobs: { a: ${job} }`,
      all.filter((name) => name !== 'the merge queue'),
    ],
    [
      'the event of the default branch',
      `on: { pull_request_target: { ${types} }, merge_group: }\njobs: { a: ${job} }`,
      all.filter((name) => name !== 'the merge queue'),
    ],
    [
      'a job that is not for forks',
      `on: { pull_request: { ${types} }, merge_group: }\njobs: { a: { if: "!github.event.pull_request.head.repo.fork", steps: [{ ${action} }] } }`,
      ['a fork'],
    ],
    [
      'a job that is not for the merge queue',
      `on: { pull_request: { ${types} }, merge_group: }\njobs: { a: { if: "\${{ github.event_name == 'pull_request' }}", steps: [{ ${action} }] } }`,
      ['the merge queue'],
    ],
    [
      'a reusable workflow',
      'on: pull_request\njobs: { a: { uses: model-gates/model-gates/.github/workflows/model-pull-request.yml@v1 } }',
      [...later, 'the merge queue'],
    ],
    [
      "one gate's own action",
      'on: pull_request\njobs: { a: { steps: [{ uses: ./ }, { uses: model-gates/model-gates/actions/regression-gate@v1 }] } }',
      [...later, 'the merge queue'],
    ],
    ['no gate', 'on: pull_request\njobs: { a: { steps: [{ uses: actions/checkout@v6 }] } }', undefined],
    ['closed ones', `on: { pull_request: { types: [closed] } }\njobs: { a: ${job} }`, undefined],
    ['pushes', `on: push\njobs: { a: ${job} }`, undefined],
  ])('%s', (_, text, missed) => {
    expect(missedSituations(text)).toEqual(missed);
  });
});

describe('the reusable workflows', () => {
  const ours = workflows.filter(
    ({ file }) => /\.github\/workflows\/model-[\w-]+\.yml$/.test(file) && !file.startsWith('examples/'),
  );

  test.each(ours)('$file: nothing is allowed but job by job, each permission with its reason', ({ text }) => {
    expect(text).toMatch(/^permissions: \{\}$/m);
    const granted = text.split('\n').filter((line) => /^ +[a-z-]+: (?:read|write)\b/.test(line));
    expect(granted.filter((line) => !/# \S/.test(line))).toEqual([]);
  });

  test.each(['merge', 'hotfix'])('model-%s.yml: no tag waits for long on what the gates say', (name) => {
    const { jobs } = load(sourceFile(`.github/workflows/model-${name}.yml`).text) as {
      jobs: Record<string, { 'timeout-minutes': number; steps: Step[] }>;
    };
    const { version } = jobs;
    const gate = version?.steps.find(({ id }) => id === 'gate');
    expect(gate).toMatchObject({ 'continue-on-error': true });
    expect(gate?.['timeout-minutes']).toBeLessThanOrEqual((version?.['timeout-minutes'] ?? 0) / 2);
  });

  test.each(ours)('$file: a record that could not be written is kept as an artifact', ({ text }) => {
    const { jobs } = load(text) as { jobs: Record<string, { steps?: Step[] }> };
    const all = Object.values(jobs).flatMap(({ steps = [] }) =>
      steps.map((step, at) => [step, steps[at + 1]]),
    );
    const writers = all.filter(
      ([step]) => step?.uses?.includes('/record-lineage@') === true && step.with?.['compact'] === undefined,
    );
    for (const [step, next] of writers) {
      const replay = `steps.${step?.id ?? 'none'}.outputs.replay`;
      expect(next?.if).toBe(`always() && ${replay} != ''`);
      expect(next?.with?.['path']).toBe(`\${{ ${replay} }}`);
    }
  });

  test.each(ours)(
    '$file: a run that is repeated can upload again: an artifact of one name is made once',
    ({ text }) => {
      const { jobs } = load(text) as { jobs: Record<string, { steps?: Step[] }> };
      const uploads = Object.values(jobs)
        .flatMap(({ steps = [] }) => steps)
        .filter(({ uses = '' }) => uses.startsWith('actions/upload-artifact@'))
        .map(({ with: given = {} }) => given);
      const once = uploads.filter(
        ({ name, overwrite }) => overwrite !== true && !String(name).includes('github.run_attempt'),
      );
      expect(once).toEqual([]);
    },
  );

  test.each(ours)('$file: actions of others are pinned to a commit, ours to v1', ({ text }) => {
    const used = [...text.matchAll(/^ *(?:- )?uses: (\S+)/gm)].map(([, name = '']) => name);
    const loose = used.filter(
      (name) =>
        !/@[0-9a-f]{40}$/.test(name) &&
        !/^model-gates\/model-gates\S*@v1$/.test(name) &&
        !name.startsWith('./'),
    );
    expect(loose).toEqual([]);
  });

  test('there are some', () => {
    expect(ours.length).toBeGreaterThanOrEqual(4);
  });
});

describe('what is wrong in a workflow is found', () => {
  test.each([
    [
      'an input that the action has not',
      step('uses: acme/model-gates@v1', 'with: { polcy: x }'),
      "Invalid action input 'polcy'",
    ],
    [
      'an input of a local action that it has not',
      step('uses: ./actions/regression-gate', 'with: { metric: x }'),
      "Invalid action input 'metric'",
    ],
    [
      'an action that is not there',
      step('uses: acme/model-gates/actions/no-such@v1'),
      'Unable to resolve action',
    ],
    [
      'an output that the action has not',
      `${step('uses: acme/model-gates@v1', 'id: gate')}      - run: echo '\${{ steps.gate.outputs.verdit }}'\n`,
      'has no such output',
    ],
    ['a key that workflows have not', step('runs: true'), "Unexpected value 'runs'"],
    ['an unknown context', step("run: echo '${{ github.no_such }}'"), 'no_such'],
    [
      'an untrusted text in a script',
      step("run: echo '${{ github.event.pull_request.title }}'"),
      'potentially untrusted',
    ],
    [
      "another action's misspelt input",
      step('uses: actions/checkout@v4', 'with: { fetch-dept: 0 }'),
      'fetch-dept',
    ],
    [
      'an unknown event',
      'on: pull_requst\njobs: { a: { runs-on: ubuntu-latest, steps: [{ run: "true" }] } }',
      'pull_requst',
    ],
  ])('%s', async (_, workflow, message) => {
    expect(await workflowProblems(workflow)).toContainEqual(expect.stringContaining(message));
  });

  test('and nothing in one that is right', async () => {
    const right = `${step('uses: acme/model-gates@v1', 'id: gate')}      - run: echo '\${{ steps.gate.outputs.verdict }}'\n`;
    expect(await workflowProblems(right)).toEqual([]);
    expect(await workflowProblems(step('uses: ./actions/regression-gate', 'with: { candidate: x }'))).toEqual(
      [],
    );
  });
});

describe('what documentation shows is taken for what it is', () => {
  test.each([
    ['- uses: a/b@v1\n  with: { c: 1 }\n', true],
    ['steps:\n  - run: x\n', true],
    ['jobs: { a: { runs-on: x, steps: [] } }\n', true],
    ['config:\n  strict: true\n', false],
    ['- torch\n- numpy\n', false],
  ])('%j', (text, isWorkflow) => {
    expect(asWorkflow(text) !== undefined).toBe(isWorkflow);
  });

  test('a step that is spoken of and not shown is the merge gate', async () => {
    const shown = (output: string): string =>
      asWorkflow(`- run: echo '\${{ steps.gate.outputs.${output} }}'\n`) ?? '';
    expect(await workflowProblems(shown('verdict'))).toEqual([]);
    expect(await workflowProblems(shown('verdit'))).toEqual([expect.stringContaining('has no such output')]);
  });

  test('a block in a list loses its indentation', () => {
    const text = 'Text\n\n1. One:\n   ```yaml\n   a:\n     b: 1\n   ```\n';
    expect(yamlBlocks({ file: 'a.md', text })).toEqual([{ place: 'a.md:5', text: 'a:\n  b: 1\n' }]);
  });
});

function step(...lines: string[]): string {
  return `on: pull_request\njobs:\n  job:\n    runs-on: ubuntu-latest\n    steps:\n      - ${lines.join('\n        ')}\n`;
}

describe('release lines at night', () => {
  interface Job {
    readonly if?: string;
    readonly permissions: Readonly<Record<string, string>>;
    readonly steps: readonly Step[];
  }
  const { jobs, on } = load(sourceFile('.github/workflows/model-nightly.yml').text) as {
    jobs: Record<string, Job>;
    on: { workflow_call: { inputs: Record<string, { default?: unknown }> } };
  };
  const modes = Object.entries(jobs).flatMap(([name, job]) =>
    job.steps.flatMap(({ with: given }) => {
      const mode = given?.['forward-port'];
      return mode === undefined ? [] : [[mode, name, Object.values(job.permissions).includes('write')]];
    }),
  );

  test('are listed by a job that may write nothing, and carried over by another, in whole clones', () => {
    expect(modes).toEqual([
      ['list', 'forward-port', false],
      ['open', 'open-forward-ports', true],
    ]);
    for (const name of ['forward-port', 'open-forward-ports'])
      expect(jobs[name]?.steps[0]?.with).toMatchObject({ 'fetch-depth': 0 });
  });

  test('are carried over only where that is asked for', () => {
    const asked = (value: boolean) =>
      evaluated(jobs['open-forward-ports']?.if ?? 'true', { inputs: { 'open-forward-ports': value } });
    const given = on.workflow_call.inputs['open-forward-ports']?.default;
    expect([given, asked(false), asked(true)]).toEqual([false, 'false', 'true']);
    expect(jobs['forward-port']?.if).toBeUndefined();
  });
});
