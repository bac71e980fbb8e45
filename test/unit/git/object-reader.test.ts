import { chmodSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  extensibleConfig,
  makeBareRepository,
  plainConfig,
} from '../../../src/git/objects/bare-repository.ts';
import { objectReader } from '../../../src/git/objects/object-reader.ts';
import { writeObject } from '../../../src/git/objects/write-object.ts';
import { rememberingLog } from '../../support/log.ts';
import { hermeticEnvironment, repositoryAt, temporaryFolder } from '../../support/repository.ts';

const log = rememberingLog();

/** A program of this name in front of all others. */
function inPlaceOfGit(script: string): Record<string, string> {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, 'git'), `#!/bin/sh\n${script}\n`);
  chmodSync(path.join(folder, 'git'), 0o755);
  const env = hermeticEnvironment();
  return { ...env, PATH: `${folder}:${env['PATH'] ?? ''}` };
}

describe.skipIf(process.platform === 'win32')('git that gives no answer', () => {
  test.each([
    ['from the start', 'exec sleep 600'],
    ['in the middle of one', `printf '%040d blob 100\\nhalf' 0; exec sleep 600`],
  ])('%s is given up, and started anew for the next question', async (_, script) => {
    const reader = objectReader({ cwd: temporaryFolder(), env: inPlaceOfGit(script), log, silentMs: 20 });
    for (const question of ['a', 'b'])
      await expect(reader.read([question, question])).rejects.toThrow('git cat-file did not answer for 0 s');
    reader.close();
  });
});

test('very many questions are answered in their order, those for what is not here too', async () => {
  const folder = path.join(temporaryFolder(), 'many.git');
  makeBareRepository(folder, { config: plainConfig, writer: 'one' });
  const texts = ['', 'one', 'x'.repeat(70_000)];
  const oids = await Promise.all(texts.map((text) => writeObject(folder, 'blob', Buffer.from(text))));
  const reader = objectReader({ cwd: folder, env: hermeticEnvironment(), log });
  const asked = Array.from({ length: 2500 }, (_, at) => oids[at % 7] ?? 'f'.repeat(40));
  const [all, few] = await Promise.all([reader.read(asked), reader.read(oids)]);
  expect(all.map((one) => one?.bytes.toString())).toEqual(asked.map((_, at) => texts[at % 7]));
  expect(few.map((one) => one?.bytes.toString())).toEqual(texts);
  reader.close();
});

test.each([
  ['plain', plainConfig],
  ['of a younger format', `${extensibleConfig}[extensions]\n\tobjectformat = sha256\n`],
])('a bare repository of files is one for git: %s', (_, config) => {
  const folder = path.join(temporaryFolder(), 'made.git');
  makeBareRepository(folder, { config, alternates: '/nowhere\n', writer: 'one' });
  // Whoever comes second leaves it as it is.
  makeBareRepository(folder, { config: 'broken', writer: 'two' });
  expect(repositoryAt(folder).git('rev-parse', '--is-bare-repository')).toBe('true');
  expect(readdirSync(folder).toSorted()).toEqual(['HEAD', 'config', 'objects', 'refs']);
});
