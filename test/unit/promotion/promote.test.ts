import { describe, expect, test } from 'vitest';
import { checkDrift } from '../../../src/promotion/gate/check-drift.ts';
import { goOn } from '../../../src/promotion/gate/go-on.ts';
import { promote, type PromotionRequest } from '../../../src/promotion/gate/promote.ts';
import { rollBack } from '../../../src/promotion/gate/rollback.ts';
import { standingOf } from '../../../src/promotion/standing.ts';
import { file, manifest, scene, serving, targetOf, versionRecords } from '../../support/promotion.ts';

type Scene = ReturnType<typeof scene>;
type Wanted = Partial<PromotionRequest>;

const run = (one: Scene, wanted: Wanted = {}, more = {}) =>
  promote({ version: 'w2', target: targetOf(), dryRun: false, ...wanted }, one.ports(more));

const standing = ({ records }: Scene) => standingOf('qwen-vl', records());
const ladder = targetOf({ ladder: [5, 25, 100], after: '30m' });
const at = (weight: number, version = 'w2') =>
  manifest.replace('w1', version).replace('Percent: 100', `Percent: ${weight}`);
const minutes = 60_000;

describe('a promotion', () => {
  test('edits the manifest, and records what serves in the place of what', async () => {
    const one = scene();
    const { facts, verdict } = await run(one);
    expect(verdict).toBe('pass');
    expect(facts).toMatchObject({
      state: 'landed',
      weight: 100,
      replaces: 'svc-1',
      artifact: { kind: 'weights', id: 'w2' },
    });
    expect(one.repository.text(file)).toBe(manifest.replace('w1', 'w2'));
    expect(standing(one).current).toMatchObject({
      node: { id: 'qwen-vl@w2' },
      record: { replaces: 'svc-1', id: facts.recorded[0] },
    });
  });

  test('again changes nothing', async () => {
    const one = scene();
    await run(one);
    const before = [await one.repository.log(), one.records().length];
    expect((await run(one)).facts.state).toBe('there');
    expect([await one.repository.log(), one.records().length]).toEqual(before);
  });

  test('in a dry run says what it would do, and writes nothing', async () => {
    const one = scene();
    const { facts } = await run(one, { dryRun: true });
    expect(facts).toMatchObject({
      state: 'planned',
      commit: null,
      edits: [
        {
          file,
          path: 'spec.predictor.model.storageUri',
          line: 9,
          before: 's3://models/w1',
          after: 's3://models/w2',
          changed: true,
        },
        { path: 'spec.predictor.canaryTrafficPercent', changed: false },
      ],
    });
    expect(one.repository.text(file)).toBe(manifest);
  });

  test('writes over what somebody changed by hand', async () => {
    const one = scene();
    await run(one);
    one.repository.edit(file, manifest);
    expect((await run(one)).facts.state).toBe('landed');
    expect(one.repository.text(file)).toBe(manifest.replace('w1', 'w2'));
  });

  test.each([
    [
      'a template',
      manifest.replace('"s3://models/w1"', '"{{ .Values.uri }}"'),
      'spec.predictor.model.storageUri is a template',
    ],
    ['two objects', `${manifest}---\n${manifest}`, '2 objects are InferenceService'],
    ['no object', 'kind: Service\n', 'no InferenceService is in'],
    ['no YAML', 'a: [1', 'this is not YAML'],
  ])('of a manifest with %s changes nothing', async (_, text, message) => {
    const one = scene(undefined, { [file]: text });
    const { verdict, findings } = await run(one);
    expect({ verdict, rule: findings[0]?.rule }).toEqual({ verdict: 'fail', rule: 'promotion/not-editable' });
    expect(findings[0]?.message).toContain(message);
    expect(one.repository.text(file)).toBe(text);
  });

  test('of a version that served before brings that back under its own name', async () => {
    const one = scene();
    await run(one);
    const { facts } = await run(one, { version: 'svc-1' });
    expect(facts).toMatchObject({ state: 'landed', artifact: { id: 'w1' }, replaces: 'qwen-vl@w2' });
    expect(standing(one).current?.node.id).toBe('svc-1');
  });

  test.each([
    ['v9', 'v9 is not in the ledger'],
    ['evaluation-w2', 'evaluation-w2 leads to no weights'],
  ])('of %s is refused', async (version, message) => {
    const { findings } = await run(scene(), { version });
    expect(findings).toMatchObject([
      { rule: 'promotion/unknown-version', message: expect.stringContaining(message) as string },
    ]);
  });
});

describe('a ladder', () => {
  test('is climbed one step a run, when it is due', async () => {
    const one = scene();
    const states: unknown[] = [];
    const step = async (wanted: Wanted = {}) => {
      const { facts } = await run(one, { target: ladder, ...wanted });
      states.push([facts.state, facts.weight]);
    };
    await step();
    expect(one.repository.text(file)).toBe(at(5));
    await step();
    one.clock.pass(31 * minutes);
    await step({ judged: 'inconclusive' });
    await step({ judged: 'success' });
    expect(standing(one)).toMatchObject({
      current: { node: { id: 'svc-1' } },
      canary: { run: { weight: 25 } },
    });
    await step();
    one.clock.pass(31 * minutes);
    await step();
    await step();
    expect(states).toEqual([
      ['landed', 5],
      ['waits', 5],
      ['waits', 5],
      ['landed', 25],
      ['waits', 25],
      ['landed', 100],
      ['there', 100],
    ]);
    expect(standing(one).current).toMatchObject({
      node: { id: 'qwen-vl@w2' },
      record: { replaces: 'svc-1' },
    });
    expect(one.repository.text(file)).toBe(at(100));
  });

  test('stops where the judge says so, and rolls back to the first bytes', async () => {
    const one = scene();
    await run(one, { target: ladder });
    await run(one, { target: ladder, weight: 25 });
    const stopped = await run(one, { target: ladder, judged: 'failure' });
    expect(stopped).toMatchObject({ verdict: 'fail', findings: [{ rule: 'promotion/judged-worse' }] });
    const back = await rollBack({ target: ladder, reason: 'slow', dryRun: false }, one.ports());
    expect(back.facts).toMatchObject({ state: 'landed', version: 'svc-1' });
    expect(one.repository.text(file)).toBe(manifest);
    expect(standing(one)).toMatchObject({
      current: { node: { id: 'svc-1' }, record: { note: 'rolled back from qwen-vl@w2 by ada: slow' } },
    });
    expect(standing(one).canary).toBeUndefined();
  });
});

describe('going on', () => {
  test('takes the word of a judge for one ladder, and for none where several are climbed', async () => {
    const one = scene();
    await run(one, { target: ladder });
    const before = one.repository.text(file);
    const both = [ladder, { ...ladder, name: 'edge' }];
    for (const judged of ['failure', 'success'] as const)
      await expect(goOn(both, judged, false, one.ports())).rejects.toThrow(/those of prod and edge: nothing/);
    expect(one.repository.text(file)).toBe(before);
    const back = await goOn([ladder], 'failure', false, one.ports());
    expect(back).toMatchObject({ verdict: 'pass', facts: { targets: [{ version: 'svc-1' }] } });
    expect(one.repository.text(file)).toBe(manifest);
  });
});

describe('a rollback', () => {
  test('puts the bytes of before back, and leaves what others edited since', async () => {
    const one = scene(undefined, { [file]: manifest.replaceAll('\n', '\r\n') });
    const before = one.repository.text(file) ?? '';
    await run(one);
    one.repository.edit(file, `${one.repository.text(file)}# later\r\n`);
    await rollBack({ target: targetOf(), reason: '', dryRun: false }, one.ports());
    expect(one.repository.text(file)).toBe(`${before}# later\r\n`);
    await rollBack({ target: targetOf(), reason: '', dryRun: false }, one.ports());
    expect(standing(one).current?.node.id).toBe('qwen-vl@w2');
    expect(one.repository.text(file)).toContain('s3://models/w2');
  });

  test('without anything before it is refused', async () => {
    const { findings, verdict } = await rollBack(
      { target: targetOf(), reason: '', dryRun: false },
      scene().ports(),
    );
    expect({ verdict, message: findings[0]?.message }).toEqual({
      verdict: 'fail',
      message: 'nothing is recorded as serving qwen-vl before svc-1',
    });
  });

  test('of a deployment that somebody else recorded writes the values of the version before', async () => {
    const one = scene(
      [...versionRecords('w2'), serving('svc-2', 'w2', { replaces: 'svc-1', at: '2026-11-20T12:00:00Z' })],
      { [file]: manifest.replace('w1', 'w2') },
    );
    const { facts } = await rollBack({ target: targetOf(), reason: '', dryRun: false }, one.ports());
    expect(facts).toMatchObject({ state: 'landed', version: 'svc-1' });
    expect(one.repository.text(file)).toBe(manifest);
  });
});

describe('drift', () => {
  const check = (one: Scene, dryRun = false) => checkDrift([targetOf()], dryRun, one.ports());

  test('is none where the manifests say what serves', async () => {
    const one = scene();
    expect((await check(one)).facts.targets).toMatchObject([{ state: 'same', serving: 'svc-1' }]);
    await run(one);
    expect((await check(one)).facts.targets).toMatchObject([{ state: 'same', serving: 'qwen-vl@w2' }]);
  });

  test('is reported with its place', async () => {
    const one = scene();
    one.repository.edit(file, manifest.replace('w1', 'w7'));
    expect(await check(one)).toMatchObject({
      verdict: 'fail',
      findings: [{ rule: 'promotion/drift', file, line: 9, column: 19 }],
      facts: {
        targets: [{ state: 'drift', differs: [{ before: 's3://models/w7', after: 's3://models/w1' }] }],
      },
    });
  });

  test('that cannot be determined is not a pass', async () => {
    const one = scene();
    const report = await checkDrift([targetOf({ service: 'other' })], false, one.ports());
    expect(report).toMatchObject({ verdict: 'inconclusive', findings: [{ rule: 'promotion/not-compared' }] });
  });

  test('without targets is skipped', async () => {
    expect(await checkDrift([], false, scene().ports())).toMatchObject({ verdict: 'skipped' });
  });
});

describe('a pull request', () => {
  const target = targetOf({ lands: 'pull-request' });
  const forge = () => {
    const opened: { head: string; state: 'open' | 'merged' | 'closed' }[] = [];
    return {
      opened,
      pulls: {
        from: async (head: string) => {
          const found = opened.findIndex((pull) => pull.head === head);
          const pull = opened[found];
          return pull === undefined
            ? undefined
            : { number: found + 1, url: `https://git.example/pull/${found + 1}`, state: pull.state };
        },
        open: async ({ head }: { head: string }) => {
          opened.push({ head, state: 'open' });
          return {
            number: opened.length,
            url: `https://git.example/pull/${opened.length}`,
            state: 'open' as const,
          };
        },
      },
    };
  };

  test('waits with the edit, is opened once, and its merge is recorded', async () => {
    const one = scene();
    const { opened, pulls } = forge();
    const first = await run(one, { target }, { pulls });
    const second = await run(one, { target }, { pulls });
    expect([first.facts, second.facts].map(({ state, pullRequest }) => [state, pullRequest?.number])).toEqual(
      [
        ['opened', 1],
        ['opened', 1],
      ],
    );
    expect(opened).toHaveLength(1);
    expect(one.repository.text(file)).toBe(manifest);
    expect(standing(one).current?.node.id).toBe('svc-1');
    one.repository.branches.set('main', one.repository.branches.get(opened[0]?.head ?? '') ?? '');
    const merged = await checkDrift([target], false, one.ports());
    expect(merged.facts.recorded).toHaveLength(1);
    expect(standing(one).current).toMatchObject({
      node: { id: 'qwen-vl@w2' },
      record: { replaces: 'svc-1' },
    });
  });

  test('cannot be opened without a token', async () => {
    await expect(run(scene(), { target })).rejects.toThrow(/lands by a pull request, and there is no token/);
  });
});
