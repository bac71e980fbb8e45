/** What an evaluation wrote, and what a model is fed, behind links: of the commit and of the disk alike. */
import { describe, expect, it } from 'vitest';
import { check } from '../../src/check/check.ts';
import { folderTree, openRepository } from '../../src/git/index.ts';
import type { FileTree } from '../../src/ports/index.ts';
import { loadPolicy } from '../../src/policy/gate/policy.ts';
import { policyFile, policyText, results } from '../support/gated.ts';
import { rememberingLog } from '../support/log.ts';
import { createRepository, hermeticEnvironment, type Content } from '../support/repository.ts';
import type { Files } from '../support/scene.ts';

/** Where the files are read: `folder` is what a job records from. */
const places = ['disk', 'commit', 'folder'] as const;
type Place = (typeof places)[number];

const link = (to: string): Content => ({ link: to });
const ids = (first: number): string =>
  [0, 1, 2].map((id) => `${JSON.stringify({ id: `s${id}`, input_ids: [first, 6, id] })}\n`).join('');

/** Where results or inputs may lie: `at` is the path that the globs match. */
const kinds = [
  {
    gate: 'regression-gate',
    at: 'evals/val.jsonl',
    before: results(40),
    after: results(80),
    rule: 'regression/drop',
    none: 'regression/no-candidate',
  },
  {
    gate: 'detect-input-drift',
    at: 'inputs/val.jsonl',
    before: ids(5),
    after: ids(9),
    rule: 'inputs/changed',
    none: 'inputs/no-candidate',
  },
] as const;

interface Attack {
  readonly name: string;
  readonly base: (folder: string, before: string) => Files;
  readonly head: (folder: string, after: string) => Files;
}

const attacks: readonly Attack[] = [
  {
    name: 'a file of a linked folder',
    base: (folder, before) => ({ [folder]: link('data/run'), 'data/run/val.jsonl': before }),
    head: (_, after) => ({ 'data/run/val.jsonl': after }),
  },
  {
    name: 'a folder linked to a folder that is linked',
    base: (folder, before) => ({ [folder]: link('last'), last: link('data/1'), 'data/1/val.jsonl': before }),
    head: (_, after) => ({ 'data/1/val.jsonl': after }),
  },
  {
    name: 'a folder that is linked to elsewhere',
    base: (folder, before) => ({ [folder]: link('data/1'), 'data/1/val.jsonl': before }),
    head: (folder, after) => ({ [folder]: link('data/2'), 'data/2/val.jsonl': after }),
  },
  {
    name: 'a folder that becomes a link',
    base: (folder, before) => ({ [`${folder}/val.jsonl`]: before }),
    head: (folder, after) => ({
      [`${folder}/val.jsonl`]: undefined,
      [folder]: link('data'),
      'data/val.jsonl': after,
    }),
  },
  {
    name: 'a link that becomes a folder',
    base: (folder, before) => ({ [folder]: link('data'), 'data/val.jsonl': before }),
    head: (folder, after) => ({ [folder]: undefined, [`${folder}/val.jsonl`]: after }),
  },
  {
    name: 'a linked file in a linked folder',
    base: (folder, before) => ({
      [folder]: link('data'),
      'data/val.jsonl': link('../deep/rows.txt'),
      'deep/rows.txt': before,
    }),
    head: (_, after) => ({ 'deep/rows.txt': after }),
  },
];

describe.each(kinds)('$gate', ({ gate, at, before, after, rule, none }) => {
  const folder = at.slice(0, at.indexOf('/'));

  it.each(attacks)('$name', async ({ base, head }) => {
    for (const place of places)
      expect([place, await judged(gate, place, base(folder, before), head(folder, after))]).toEqual([
        place,
        expect.arrayContaining([rule]),
      ]);
  });

  it('a folder that is linked out of the repository is none', async () => {
    const out = { [at]: undefined, [folder]: link('/tmp') };
    expect(await judged(gate, 'disk', { [at]: before }, out)).toContain(none);
  });

  it.each<[string, Files]>([
    ['a link to one of them', { [`${folder}/last.jsonl`]: link('val.jsonl') }],
    [
      'links to one file',
      { [at]: link('../a.txt'), [`${folder}/b.jsonl`]: link('../a.txt'), 'a.txt': after },
    ],
    [
      'a linked folder beside it',
      { [`${folder}/more.jsonl`]: link('../data/val.jsonl'), data: link(folder) },
    ],
  ])('no file counts twice: %s', async (_, links) => {
    const head = { [at]: after, ...links };
    for (const place of places)
      expect([place, await judged(gate, place, { [at]: before }, head)]).toEqual([
        place,
        expect.arrayContaining([rule]),
      ]);
  });

  it('the same files behind a link are the same', async () => {
    const head = { [at]: undefined, [folder]: link('data'), 'data/val.jsonl': `${before}\n` };
    expect(await judged(gate, 'disk', { [at]: before }, head)).not.toContain(rule);
  });
});

const policy = policyText('inputs:\n  candidate: [inputs/*.jsonl]\n');

/** Rules of what a gate finds. */
async function judged(gate: string, place: Place, base: Files, head: Files): Promise<string[]> {
  const work = createRepository();
  const shas = [work.commit({ [policyFile]: policy, ...base }), work.commit(head)];
  const log = rememberingLog();
  const repository = await openRepository({ cwd: work.root, log, env: hermeticEnvironment() });
  const change = await repository.changeSet({ base: shas[0] ?? '', head: shas[1] ?? '' });
  const workspaces: Record<Place, () => FileTree | Promise<FileTree>> = {
    disk: () => repository.workingTree({ ignored: true }),
    commit: () => change.head,
    folder: () => folderTree(work.root),
  };
  const ports = {
    change,
    workspace: await workspaces[place](),
    log,
    commands: { run: () => Promise.resolve(undefined) },
    now: () => 0,
  };
  const report = await check(
    {
      event: { kind: 'pull-request', name: 'pull_request' },
      policy: await loadPolicy(change.base, policyFile),
      policyFile,
    },
    ports,
  );
  return (report.reports?.find((one) => one.gate === gate)?.findings ?? []).map((one) => one.rule);
}
