/** A config that is one thing in the commit and another on the disk of the job that trains. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openRepository } from '../../src/git/index.ts';
import { policyChangeFindings } from '../../src/policy/gate/policy.ts';
import { policyFile } from '../support/gated.ts';
import { rememberingLog } from '../support/log.ts';
import {
  createRepository,
  hermeticEnvironment,
  temporaryFolder,
  type TestRepository,
} from '../support/repository.ts';
import type { Files } from '../support/scene.ts';

const file = '.gitattributes';

async function found(base: string | undefined, head: string | undefined, at = file) {
  const { after } = await changed(base === undefined ? {} : { [at]: base }, { [at]: head });
  return after;
}

/** What is found in a change without any of it, and in the change. */
async function changed(base: Files, head: Files) {
  const work = createRepository();
  const first = work.commit({ 'a.txt': '1', ...base });
  const second = work.commit({ 'a.txt': '2' });
  const third = work.commit(head);
  return { before: await findings(work, first, second), after: await findings(work, second, third) };
}

async function findings(work: TestRepository, before: string, after: string) {
  const repository = await openRepository({
    cwd: work.root,
    log: rememberingLog(),
    env: hermeticEnvironment(),
  });
  const change = await repository.changeSet({ base: before, head: after, mergeBaseSha: before });
  const findings = await policyChangeFindings(change, change.files, policyFile, {
    present: true,
    listed: [],
  });
  return findings.map(({ rule, severity, line }) => `${rule} ${severity} ${line ?? ''}`);
}

const error = 'policy/checkout-differs error';
const warning = 'policy/checkout-differs warning';

describe('attributes that give a checkout another content', () => {
  it.each<[string, string | undefined, string, readonly string[]]>([
    ['an encoding', undefined, '*.yaml working-tree-encoding=ASCII//TRANSLIT\n', [`${error} 1`]],
    ['an encoding of many lines', 'a -text\n', 'a -text\nb text working-tree-encoding=UTF-7', [`${error} 2`]],
    ['a macro', undefined, '[attr]x working-tree-encoding=latin1\n*.yaml x\n', [`${error} 1`, `${error} 2`]],
    [
      'a macro of the base, for other files',
      '[attr]x working-tree-encoding=latin1\n*.rc x\n',
      '[attr]x working-tree-encoding=latin1\n*.rc x\n*.yaml x\n',
      [`${error} 3`],
    ],
    [
      'a line that the base took off again',
      '* working-tree-encoding=UTF-7\n*.yaml -working-tree-encoding\n',
      '* working-tree-encoding=UTF-7\n',
      [`${error} 1`],
    ],
    [
      'a line behind the one that took it off',
      '*.rc filter=own\n* !filter\n',
      '* !filter\n*.rc filter=own\n',
      [`${warning} 2`],
    ],
    [
      'a line that takes off what the base has',
      '* working-tree-encoding=UTF-7\n',
      '* working-tree-encoding=UTF-7\n*.yaml !working-tree-encoding\n',
      [],
    ],
    ['a macro that changes nothing', '[attr]x -diff\n', '[attr]x -diff\n*.yaml x\n', []],
    ['a pattern in quotes', undefined, '"a b.yaml" working-tree-encoding=cp037\n', [`${error} 1`]],
    ['a filter', undefined, '*.yaml filter=own\r\n', [`${warning} 1`]],
    ['an ident', undefined, '*.yaml ident\n', [`${warning} 1`]],
    ['Git LFS', undefined, '*.bin filter=lfs diff=lfs merge=lfs -text\n', []],
    ['UTF-16', undefined, '*.rc text working-tree-encoding=UTF-16LE-BOM eol=CRLF\n', []],
    ['line ends', undefined, '* text=auto eol=lf\n', []],
    ['a comment', undefined, '# *.yaml working-tree-encoding=latin1\n', []],
    [
      'what the base has',
      '*.rc working-tree-encoding=cp1252\n',
      'a\n*.rc working-tree-encoding=cp1252\n',
      [],
    ],
  ])('%s', async (_name, base, head, expected) => {
    expect(await found(base, head)).toEqual(expected);
  });

  it('in any folder', async () => {
    expect(await found(undefined, '* working-tree-encoding=latin1\n', `configs/${file}`)).toEqual([
      `${error} 1`,
    ]);
  });

  it('of a macro that the root has, in any folder', async () => {
    const macro = { [file]: '[attr]x working-tree-encoding=UTF-7\n' };
    const { before, after } = await changed(macro, { [`configs/${file}`]: '*.yaml x\n' });
    expect([before, after]).toEqual([[], [`${error} 1`]]);
  });

  it('that move to other files with their folder', async () => {
    const lines = `*.yaml working-tree-encoding=UTF-7\n${'# why\n'.repeat(20)}`;
    const { after } = await changed(
      { [`attic/${file}`]: lines },
      { [`attic/${file}`]: undefined, [`configs/${file}`]: lines },
    );
    expect(after).toEqual([`${error} 1`]);
  });

  it('that go are nothing to tell', async () => {
    expect(await found('*.rc working-tree-encoding=cp1252\n', undefined)).toEqual([]);
  });

  it('too large to read are not silent', async () => {
    expect(await found(undefined, '#'.repeat(1024 * 1024 + 1))).toEqual([`${error} 1`]);
  });
});

it('git itself checks out another text than is committed', () => {
  const work = createRepository();
  work.commit({ 't.yaml': 'note: a\n b\uFF1A9\n' });
  // As somebody pushes it: `git add` of the other file would refuse.
  writeFileSync(path.join(work.root, file), 't.yaml working-tree-encoding=UTF-7\n');
  work.git('add', file);
  work.git('commit', '--quiet', '--message', 'attributes');
  const clone = path.join(temporaryFolder(), 'clone');
  execFileSync('git', ['clone', '--quiet', work.root, clone], { env: hermeticEnvironment() });
  expect(readFileSync(path.join(clone, 't.yaml'), 'utf8')).not.toContain('\uFF1A');
});

describe('names of which macOS and Windows make one', () => {
  const twin = 'policy/checkout-differs warning 1';
  it.each<[string, Files, Files, readonly string[]]>([
    ['case', { 'configs/train.yaml': 'a' }, { 'configs/Train.yaml': 'b' }, [twin]],
    ['case of a folder', { 'configs/train.yaml': 'a' }, { 'Configs/train.yaml': 'b' }, [twin]],
    ['a link beside a folder', { 'configs/train.yaml': 'a' }, { Configs: { link: 'docs' } }, [twin]],
    ['an accent', { 'configs/\u00E9.yaml': 'a' }, { 'configs/e\u0301.yaml': 'b' }, [twin]],
    ['both of one change', {}, { 'evals/val.jsonl': 'a', 'evals/VAL.jsonl': 'b' }, [twin, twin]],
    ['a lock', { 'uv.lock': 'a' }, { 'UV.lock': 'b' }, [twin]],
    [
      'a file that only gets another case',
      { 'configs/train.yaml': 'a' },
      { 'configs/train.yaml': undefined, 'configs/Train.yaml': 'a' },
      [],
    ],
    ['another file of the same folder', { 'configs/a.yaml': 'a' }, { 'Configs/b.yaml': 'b' }, []],
    ['a twin that was there before', { 'a.yaml': 'a', 'A.yaml': 'b' }, { 'A.yaml': 'c' }, []],
  ])('%s', async (_, base, head, expected) => {
    expect((await changed(base, head)).after).toEqual(expected);
  });
});
