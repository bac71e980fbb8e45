import { expect, test } from 'vitest';
import { parseRemote } from '../../../src/cli/forge.ts';

test.each([
  ['https://github.com/acme/qwen3-vl.git', 'github.com', 'acme/qwen3-vl'],
  ['https://x-access-token:secret@github.com/acme/qwen3-vl', 'github.com', 'acme/qwen3-vl'],
  ['ssh://git@forge.example:22/acme/qwen3-vl.git', 'forge.example', 'acme/qwen3-vl'],
  ['git@github.com:acme/qwen3-vl.git', 'github.com', 'acme/qwen3-vl'],
  ['https://github.com/acme/qwen3.vl/', 'github.com', 'acme/qwen3.vl'],
])('%s is %s on %s', (url, host, repository) => {
  expect(parseRemote(url)).toEqual({ host, repository });
});

test.each([
  '',
  '/srv/git/acme.git',
  'file:///srv/acme/x.git',
  'C:\\git\\acme',
  '../acme/x',
  'https://github.com/acme',
])('%j names no repository on GitHub', (url) => {
  expect(parseRemote(url)).toBeUndefined();
});
