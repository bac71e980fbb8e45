/** The board asks whether the manifests say what serves, and shows what it hears. */
import { expect, test } from 'vitest';
import { buildDashboard } from '../../../src/board/gate/build-dashboard.ts';
import type { DashboardPorts } from '../../../src/board/gate/dashboard-ports.ts';
import { boardDefaults } from '../../../src/board/index.ts';
import { UserError } from '../../../src/kernel/user-error.ts';
import { checkDrift } from '../../../src/promotion/gate/check-drift.ts';
import type { Target } from '../../../src/policy/index.ts';
import { file, manifest, scene, targetOf } from '../../support/promotion.ts';
import { shaOf } from '../../support/team-ledger.ts';
import { boardOf as memoryBoard, judged, made, page } from './support.ts';

async function boardOf(drift: (one: ReturnType<typeof scene>) => DashboardPorts['drift'], text = manifest) {
  const one = scene(undefined, { [file]: text });
  const before = one.records().length;
  let page = '';
  const asked = drift(one);
  const report = await buildDashboard(
    { name: 'acme/qwen3-vl', settings: boardDefaults },
    {
      ledger: one.ledger,
      tags: () => Promise.resolve([]),
      write: (written) => {
        page = written;
        return Promise.resolve('/site/index.html');
      },
      now: one.clock.now,
      ...(asked === undefined ? {} : { drift: asked }),
    },
  );
  expect({ verdict: report.verdict, records: one.records().length }).toEqual({
    verdict: 'pass',
    records: before,
  });
  const said = report.findings.filter(({ rule }) => rule.startsWith('promotion/'));
  return { targets: report.facts.targets, said: said.map(({ rule, severity }) => [rule, severity]), page };
}

const checking = (target: Target) => (one: ReturnType<typeof scene>) => () =>
  checkDrift([target], true, one.ports());
const prod = { target: 'prod', service: 'qwen-vl', serving: 'svc-1' };

test('manifests that say what serves', async () => {
  const { targets, said, page } = await boardOf(checking(targetOf()));
  expect({ targets, said }).toEqual({ targets: [{ ...prod, state: 'same' }], said: [] });
  expect(page).toMatch(/Manifests of .*say so/);
});

test('one that somebody has changed by hand waits for somebody, with its place', async () => {
  const { targets, said, page } = await boardOf(checking(targetOf()), manifest.replace('w1', 'w7'));
  expect({ targets, said }).toEqual({
    targets: [{ ...prod, state: 'drift' }],
    said: [['promotion/drift', 'warning']],
  });
  expect(page).toMatch(/Manifests of .*say something else/);
  expect(page).toContain('s3://models/w7');
  expect(page).toContain(`${file}:9`);
});

test.each([
  [
    'that is not YAML',
    checking(targetOf()),
    'a: [1',
    'promotion/not-editable',
    [{ ...prod, state: 'unknown' }],
  ],
  [
    'of a service of which nothing is recorded',
    checking(targetOf({ service: 'other' })),
    manifest,
    'promotion/not-compared',
    [{ target: 'prod', service: 'other', serving: null, state: 'unknown' }],
  ],
  [
    'that cannot be reached',
    () => () => Promise.reject(new UserError('GitHub did not answer', { help: 'Try again.' })),
    manifest,
    'promotion/not-compared',
    [],
  ],
])('one %s could not be read', async (_, drift, text, rule, targets) => {
  expect(await boardOf(drift, text)).toMatchObject({ targets, said: [[rule, 'warning']] });
});

test('without targets nothing is said of manifests', async () => {
  const { targets, said, page } = await boardOf(() => undefined);
  expect({ targets, said, speaks: page.includes('Manifests') }).toEqual({
    targets: [],
    said: [],
    speaks: false,
  });
});

test('stages: what is recorded, what manifests ask for, and what waits there', async () => {
  const { page } = await boardOf(checking(targetOf()), manifest.replace('w1', 'w7'));
  const stages = /<section id="stages".*?<\/section>/s.exec(page)?.[0] ?? '';
  expect(stages).toContain('svc-1');
  expect(stages).toContain('say something else');
  expect(stages).toContain('s3://models/w7');
  expect((await boardOf(() => undefined)).page).not.toContain('id="stages"');
});

test('a release that does not serve in a target waits there', async () => {
  const targets = [{ ...prod, state: 'same' as const, differs: [] }];
  const tags = [{ name: 'v2.0.0', sha: shaOf('b') }];
  const records = [
    judged('a', 9),
    judged('b', 3),
    made(['commit:a'], 'weights:w1', 8),
    made(['weights:w1'], 'serving:svc-1', 7, { service: 'qwen-vl' }),
    made(['commit:b'], 'weights:w2', 2),
  ];
  const shown = page(await memoryBoard(records, { tags, drift: { targets, findings: [] } }));
  const stages = /<section id="stages".*?<\/section>/s.exec(shown)?.[0] ?? '';
  expect(stages).toContain('v2.0.0');
  expect(stages).toContain('w2');
});
