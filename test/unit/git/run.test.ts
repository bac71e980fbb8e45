import type { ChildProcess } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createGit } from '../../../src/git/index.ts';
import { launchEverywhere } from '../../support/launcher.ts';
import { rememberingLog } from '../../support/log.ts';
import { createRepository, hermeticEnvironment, temporaryFolder } from '../../support/repository.ts';
import { advice } from './setup.ts';

// How git is started, fed and stopped is what is tested here.
beforeAll(() => launchEverywhere(false));
afterAll(() => launchEverywhere());

const gitIn = (cwd: string, secrets: string[] = []) => {
  const log = rememberingLog();
  return { log, git: createGit({ cwd, log, env: hermeticEnvironment(), secrets }) };
};

describe('running git', () => {
  test('gives bytes, whatever they are', async () => {
    const { git } = gitIn(createRepository().root);
    const bytes = Buffer.from(Array.from({ length: 300_000 }, (_, index) => index % 256));
    const oid = await git.text(['hash-object', '-w', '--stdin'], { input: bytes });
    expect(await git.run(['cat-file', 'blob', oid])).toEqual(bytes);
  });

  test('throws with the reason of git; `attempt` does not', async () => {
    const { git } = gitIn(createRepository().root);
    expect(await advice(git.run(['cat-file', 'blob', 'nothing']))).toMatch(
      /^git cat-file failed: Not a valid object name nothing/,
    );
    expect((await git.attempt(['cat-file', 'blob', 'nothing'])).exitCode).toBe(128);
  });

  test('stops what takes too long', async () => {
    const { git } = gitIn(createRepository().root);
    await git.run(['config', 'alias.nap', '!sleep 3']);
    expect(await advice(git.run(['nap'], { timeoutMs: 300 }))).toBe(
      'git nap did not finish within 0 s and was stopped | Run it again; if it stays slow, check the network and the size of the repository.',
    );
  });

  test('stops what prints without end', async () => {
    const { git } = gitIn(createRepository().root);
    await git.run([
      'config',
      'alias.flood',
      '!while :; do echo aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa; done',
    ]);
    expect(await advice(git.run(['flood'], { maxOutput: 100_000 }))).toMatch(
      /^git flood printed more than 100000 bytes and was stopped/,
    );
  });

  test('gives megabytes by a file', async () => {
    const { git } = gitIn(createRepository().root);
    const bytes = Buffer.alloc(3_000_000, 'abc\0');
    const oid = await git.text(['hash-object', '-w', '--stdin'], { input: bytes });
    const children: ChildProcess[] = [];
    const remember = (message: unknown) => isChild(message) && children.push(message.process);
    subscribe('child_process', remember);
    expect(await git.run(['cat-file', 'blob', oid], { isLong: true })).toEqual(bytes);
    unsubscribe('child_process', remember);
    expect(children.map(({ stdout }) => stdout)).toEqual([null]);
  });

  test.each([
    [
      'the program fails',
      ['cat-file', 'blob', 'nothing'],
      {},
      /^git cat-file failed: Not a valid object name/,
    ],
    [
      'it prints too much',
      ['version'],
      { maxOutput: 3 },
      /^git version printed more than 3 bytes and was stopped/,
    ],
    ['it takes too long', ['nap'], { timeoutMs: 300 }, /^git nap did not finish within 0 s and was stopped/],
  ])('says of a file too that %s', async (_, args, how, reason) => {
    const { git } = gitIn(createRepository().root);
    await git.run(['config', 'alias.nap', '!sleep 3']);
    expect(await advice(git.run(args, { ...how, isLong: true }))).toMatch(reason);
  });

  test('takes a pipe where no file can be made', async () => {
    const env = { ...hermeticEnvironment(), RUNNER_TEMP: '/nowhere' };
    const git = createGit({ cwd: createRepository().root, log: rememberingLog(), env });
    expect((await git.run(['version'], { isLong: true })).toString()).toMatch(/^git version /);
  });

  test('survives a git that does not read its input', async () => {
    const { git } = gitIn(temporaryFolder());
    expect(
      await advice(git.run(['cat-file', '--batch'], { input: Buffer.alloc(8 * 1024 * 1024, 'a\n') })),
    ).toMatch(/^this is not a git repository/);
  });

  test('waits for no one', async () => {
    const { git } = gitIn(createRepository().root);
    expect((await git.attempt(['hash-object', '--stdin'])).stdout.toString()).toBe(
      'e69de29bb2d1d6434b8b29ae775ad8c2e48c5391\n',
    );
  });

  test('keeps secrets out of logs and errors', async () => {
    const { git, log } = gitIn(createRepository().root, ['s3cret']);
    const told = await advice(git.run(['ls-remote', '--', 'file:///s3cret/nowhere']));
    expect(told).toMatch(/^the remote could not be reached .*\*\*\*/);
    expect(`${told}${log.lines.join('')}`).not.toContain('s3cret');
    const url = await advice(git.run(['ls-remote', '--', 'file://ada:pass@nowhere/x']));
    expect(`${url}${log.lines.join('')}`).not.toContain('ada:pass');
  });
});

function isChild(message: unknown): message is { readonly process: ChildProcess } {
  return typeof message === 'object' && message !== null && 'process' in message;
}
