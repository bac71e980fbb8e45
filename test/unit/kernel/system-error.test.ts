import { mkdtempSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { asUserError } from '../../../src/kernel/system-error.ts';
import { UserError } from '../../../src/kernel/user-error.ts';
import { temporaryFolder } from '../../support/repository.ts';

function thrown(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}

test('what the disk or its owner refuses is not a bug in model-gates', () => {
  const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
  expect(asUserError(full)).toMatchObject({
    message: 'the disk is full (ENOSPC: no space left on device, write)',
    help: 'Free some space and run it again.',
  });
  const nowhere = path.join(temporaryFolder(), 'gone', 'x-');
  const missing = asUserError(thrown(() => mkdtempSync(nowhere)));
  expect(missing?.message).toContain('there is no folder for temporary files (ENOENT');
  expect(missing?.help).toContain('TMPDIR');
  const inFile = path.join(import.meta.filename, 'x-');
  expect(asUserError(thrown(() => mkdtempSync(inFile)))?.help).toContain('TMPDIR');
});

test('a UserError stays what it is, and any other error is ours', () => {
  const error = new UserError('x');
  expect(asUserError(error)).toBe(error);
  expect(asUserError(thrown(() => readFileSync(path.join(temporaryFolder(), 'gone'))))).toBeUndefined();
  expect(asUserError(new TypeError('x'))).toBeUndefined();
  expect(asUserError('ENOSPC')).toBeUndefined();
});
