/** A config that is one thing in the commit and another on the disk of the job that trains. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openRepository } from '../../src/git/index.ts';
import { policyChangeFindings } from '../../src/policy/gate/policy.ts';
import { policyFile } from '../support/gated.ts';
import { rememberingLog } from '../support/log.ts';
import { createRepository, hermeticEnvironment, temporaryFolder } from '../support/repository.ts';

const file = '.gitattributes';

async function found(base: string | undefined, head: string | undefined, at = file) {
  const work = createRepository();
  const before = work.commit({ 'a.txt': '1', ...(base === undefined ? {} : { [at]: base }) });
  const after = work.commit({ 'a.txt': '2', [at]: head });
  const repository = await openRepository({
    cwd: work.root,
    log: rememberingLog(),
    env: hermeticEnvironment(),
  });
  const change = await repository.changeSet({ base: before, head: after, mergeBaseSha: before });
  const findings = await policyChangeFindings(change, change.files, policyFile);
  return findings.map(({ rule, severity, line }) => `${rule} ${severity} ${line ?? ''}`);
}

const error = 'policy/checkout-differs error';
const warning = 'policy/checkout-differs warning';

describe('attributes that give a checkout another content', () => {
  it.each<[string, string | undefined, string, readonly string[]]>([
    ['an encoding', undefined, '*.yaml working-tree-encoding=ASCII//TRANSLIT\n', [`${error} 1`]],
    ['an encoding of many lines', 'a -text\n', 'a -text\nb text working-tree-encoding=UTF-7', [`${error} 2`]],
    ['a macro', undefined, '[attr]x working-tree-encoding=latin1\n*.yaml x\n', [`${error} 1`]],
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
