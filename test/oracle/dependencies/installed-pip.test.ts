/** The interpreter is asked in the folder of a pull request, which may contain a package called pip. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { afterEach, expect, it } from 'vitest';

import { commands } from '../../../src/git/process/commands.ts';
import { judgeDependencies } from '../../../src/dependencies/gate/detect-dep-drift.ts';
import { dependencyDefaults } from '../../../src/dependencies/index.ts';
import { temporaryFolder } from '../../support/repository.ts';
import { portsOf } from '../../unit/dependencies/support/world.ts';

const python = process.platform === 'win32' ? 'python' : 'python3';
const found = await commands.run(python, ['-m', 'pip', 'inspect']);
const isHere = found?.exitCode === 0;
if (!isHere) console.log('skipped: no Python with pip inspect here');

const home = process.cwd();
afterEach(() => process.chdir(home));

it.skipIf(!isHere).each(['', '.'])('is not run (PYTHONPATH=%j)', async (PYTHONPATH) => {
  const folder = temporaryFolder();
  mkdirSync(path.join(folder, 'pip'));
  writeFileSync(path.join(folder, 'pip', '__init__.py'), '');
  writeFileSync(path.join(folder, 'pip', '__main__.py'), 'open("ran", "w").close()\n');
  process.chdir(folder);
  const ports = await portsOf({}, {});
  const run: typeof commands.run = (program, args, options) =>
    commands.run(program, args, { ...options, env: { PYTHONPATH, ...options?.env } });
  await judgeDependencies({ ...dependencyDefaults, python }, { ...ports, commands: { run } });
  expect(existsSync(path.join(folder, 'ran'))).toBe(false);
});
