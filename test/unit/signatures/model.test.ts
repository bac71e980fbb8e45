import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { modelFilesAt } from '../../../src/runner/model-files.ts';
import { verifyModel } from '../../../src/signatures/gate/verify-model.ts';
import { rememberingLog } from '../../support/log.ts';
import { temporaryFolder } from '../../support/repository.ts';
import { filesOf, model, modelFolder, now, signature, trust } from '../../support/signatures.ts';

const request = (name: string) => ({ path: 'model', signature: 'model.sig', bundle: signature(name), trust });
const ports = (files: ReturnType<typeof filesOf>) => ({ files, now: () => now });

test.each(['key', 'key521', 'shards', 'blake2', 'blake3', 'blake3-shards', 'certificate', 'workflow'])(
  '%s signs the model',
  async (name) => {
    const { verdict, facts } = await verifyModel(request(name), ports(filesOf(model)));
    expect({ verdict, ...facts }).toMatchObject({
      verdict: 'pass',
      state: 'verified',
      files: 2,
      bytes: 9,
      differences: [],
      digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) as string,
    });
  },
);

describe.each(['key', 'shards', 'blake2', 'blake3', 'blake3-shards'])('with the signature %s', (name) => {
  test.each([
    ['a changed file', { ...model, 'config.json': '[]' }, {}, [['config.json', 'changed']]],
    ['a longer file', { ...model, 'config.json': '{} ' }, {}, [['config.json', 'changed']]],
    ['an empty file', { ...model, 'model.safetensors': '' }, {}, [['model.safetensors', 'changed']]],
    ['a missing file', { 'config.json': '{}' }, {}, [['model.safetensors', 'missing']]],
    ['another file', { ...model, 'x.py': 'import os' }, {}, [['x.py', 'extra']]],
    ['a hidden file below', { ...model, 'a/.git/x': 'x' }, {}, [['a/.git/x', 'extra']]],
    [
      'a renamed file',
      { 'config.json': '{}', 'Model.safetensors': 'weights' },
      {},
      [
        ['model.safetensors', 'missing'],
        ['Model.safetensors', 'extra'],
      ],
    ],
    ['a linked file', model, { 'config.json': 'link' as const }, [['config.json', 'linked']]],
    ['a device', model, { 'config.json': 'other' as const }, [['config.json', 'linked']]],
  ])('%s is refused', async (_, content, kinds, expected) => {
    const { verdict, facts, findings } = await verifyModel(request(name), ports(filesOf(content, kinds)));
    expect({ verdict, state: facts.state, rule: findings[0]?.rule }).toEqual({
      verdict: 'fail',
      state: 'refused',
      rule: 'signatures/altered',
    });
    expect(facts.differences.map(({ path: file, kind }) => [file, kind])).toEqual(expected);
  });

  test.each(['.git/config', '.github/x', '.gitattributes'])('%s is not a part of a model', async (file) => {
    const { verdict } = await verifyModel(request(name), ports(filesOf({ ...model, [file]: 'x' })));
    expect(verdict).toBe('pass');
  });
});

test('the signature itself is not a part of the model', async () => {
  const own = { ...model, 'model.sig': 'x' };
  expect((await verifyModel({ ...request('key'), own: 'model.sig' }, ports(filesOf(own)))).verdict).toBe(
    'pass',
  );
  expect((await verifyModel(request('key'), ports(filesOf(own)))).verdict).toBe('fail');
});

describe('whoever verifies may leave out', () => {
  const own = { ...model, 'cache/a.bin': 'x', 'cache/b.bin': 'y', notes: 'z' };
  const asked = (more: object, content: typeof own | typeof model = own) =>
    verifyModel({ ...request('key'), ...more }, ports(filesOf(content)));

  test('files that are not signed, by their path', async () => {
    const { verdict, facts, title } = await asked({ ignored: ['cache', 'notes'] });
    expect({ verdict, leftOut: facts.leftOut }).toEqual({ verdict: 'pass', leftOut: 3 });
    expect(title).toContain('3 files beside them, not signed, were left out');
    expect((await asked({ ignored: ['cache'] })).facts.differences).toEqual([
      { path: 'notes', kind: 'extra' },
    ]);
    expect((await asked({ ignored: ['cach', 'note'] })).facts.differences).toHaveLength(3);
  });

  test('all files that are not signed', async () => {
    expect((await asked({ isUnsignedIgnored: true })).facts).toMatchObject({ state: 'verified', leftOut: 3 });
  });

  test('nothing that is signed', async () => {
    const altered = { ...model, 'config.json': '[]' };
    for (const more of [{ ignored: ['config.json'] }, { isUnsignedIgnored: true }])
      expect((await asked(more, altered)).facts.differences).toEqual([
        { path: 'config.json', kind: 'changed' },
      ]);
    const { facts } = await verifyModel(
      { ...request('key'), ignored: ['config.json'], isUnsignedIgnored: true },
      ports(filesOf({ 'model.safetensors': 'weights' })),
    );
    expect(facts.differences).toEqual([{ path: 'config.json', kind: 'missing' }]);
  });
});

test('a signature of a build lists no files', async () => {
  const { findings, facts } = await verifyModel(request('provenance'), ports(filesOf(model)));
  expect(findings[0]?.message).toContain('lists no files');
  expect(facts).toMatchObject({ state: 'refused', method: 'keyless' });
});

describe('on disk', () => {
  const verify = (place: string, name = 'key') =>
    verifyModel(request(name), { files: modelFilesAt(place, rememberingLog(), () => now), now: () => now });

  test('a folder is read, in whole and in parts', async () => {
    expect((await verify(modelFolder)).verdict).toBe('pass');
    expect((await verify(modelFolder, 'shards')).verdict).toBe('pass');
    expect((await verify(modelFolder, 'blake2')).verdict).toBe('pass');
    expect((await verify(modelFolder, 'blake3')).verdict).toBe('pass');
    expect((await verify(modelFolder, 'blake3-shards')).verdict).toBe('pass');
  });

  test('links and folders of links are found', async () => {
    const place = path.join(temporaryFolder(), 'model');
    mkdirSync(place);
    writeFileSync(path.join(place, 'model.safetensors'), 'weights');
    symlinkSync(path.join(modelFolder, 'config.json'), path.join(place, 'config.json'));
    symlinkSync(modelFolder, path.join(place, 'all'));
    const { facts } = await verify(place);
    expect(facts.differences).toEqual([
      { path: 'all', kind: 'linked' },
      { path: 'config.json', kind: 'linked' },
    ]);
  });

  test('what is not there is said to be so', async () => {
    await expect(verify(path.join(temporaryFolder(), 'none'))).rejects.toThrow(/cannot be read/);
  });
});
