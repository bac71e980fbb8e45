/** What a change touches, against a model that knows nothing of differences: what can be read at each path, before and after. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openRepository } from '../../../src/git/index.ts';
import type { ChangedFile } from '../../../src/ports/index.ts';
import { rememberingLog } from '../../support/log.ts';
import { createRepository, hermeticEnvironment, temporaryFolder } from '../../support/repository.ts';
import { samples, seed } from '../../support/seed.ts';

type Kind = 'file' | 'exec' | 'link' | 'module';
interface Node {
  readonly kind: Kind;
  /** Content, target, or what the submodule is at. */
  readonly text: string;
}
type Tree = ReadonlyMap<string, Node>;

const folders = ['', 'a/', 'b/', 'a/c/', 'd/', 'A/'];
const names = ['x', 'y', 'X', 'c', 'm'];
const anyPath = fc.tuple(fc.constantFrom(...folders), fc.constantFrom(...names)).map(([a, b]) => a + b);
const anyTarget = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(fc.constantFrom('', '../', '../../'), anyPath).map(([a, b]) => a + b) },
  {
    weight: 4,
    arbitrary: fc.constantFrom('.', '..', '../a', '../b', 'c', 'a', 'b', '../d/', './../a/c', 'd'),
  },
  { weight: 1, arbitrary: fc.constantFrom('/etc/hosts', '../../../out', 'nowhere', 'x/..', 'm/x', '../m/x') },
);
const anyNode: fc.Arbitrary<Node> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('file' as const), text: fc.constantFrom(...texts()) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('exec' as const), text: fc.constantFrom(...texts()) }),
  },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('link' as const), text: anyTarget }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('module' as const), text: fc.constantFrom('1', '2') }),
  },
);

/** Long enough for git to find what was renamed. */
function texts(): string[] {
  return ['one', 'two', 'three'].map((word) =>
    Array.from({ length: 9 }, (_, line) => `${word} ${line}\n`).join(''),
  );
}

type Edit = readonly ['set', string, Node] | readonly ['remove', string] | readonly ['move', string, string];
const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(fc.constant('set' as const), anyPath, anyNode),
  fc.tuple(fc.constant('remove' as const), anyPath),
  fc.tuple(fc.constant('move' as const), anyPath, anyPath),
);
const anyChange = fc.tuple(
  fc.array(fc.tuple(anyPath, anyNode), { minLength: 3, maxLength: 12 }),
  fc.array(anyEdit, { minLength: 1, maxLength: 4 }),
);

function put(tree: Map<string, Node>, at: string, node: Node): void {
  for (const other of tree.keys())
    if (other === at || other.startsWith(`${at}/`) || at.startsWith(`${other}/`)) tree.delete(other);
  tree.set(at, node);
}

function edited(base: Tree, edits: readonly Edit[]): Tree {
  const tree = new Map(base);
  for (const [what, at, more] of edits) {
    const node = tree.get(at);
    if (what === 'set') put(tree, at, more);
    else if (node !== undefined) {
      tree.delete(at);
      if (what === 'move') put(tree, more, node);
    }
  }
  return tree;
}

/** What `cat` would show, and where. */
type Seen =
  | { readonly is: 'file' | 'module'; readonly text: string; readonly at: string }
  | { readonly is: 'folder'; readonly at: string }
  | { readonly is: 'nothing' | 'broken' | 'dangling' | 'beyond' };

function look(tree: Tree, at: string, hops = { left: 40 }): Seen {
  let here: string[] = [];
  let followed = false;
  const parts = at.split('/');
  for (const [index, part] of parts.entries()) {
    if (part === '' || part === '.') continue;
    if (part === '..') {
      if (here.length === 0) return { is: 'broken' };
      here = here.slice(0, -1);
      continue;
    }
    const full = [...here, part].join('/');
    const node = tree.get(full);
    const rest = parts.slice(index + 1).filter((each) => each !== '' && each !== '.');
    if (node?.kind === 'link') {
      hops.left -= 1;
      if (hops.left < 0 || node.text.startsWith('/')) return { is: 'broken' };
      const seen = look(tree, `${here.join('/')}/${node.text}`.replace(/^\//, ''), hops);
      if (seen.is !== 'folder') {
        if (rest.length === 0 || seen.is !== 'file') return seen.is === 'nothing' ? { is: 'dangling' } : seen;
        return { is: 'dangling' };
      }
      followed = true;
      here = seen.at === '' ? [] : seen.at.split('/');
    } else if (node !== undefined) {
      if (node.kind === 'module' && (rest.length === 0 || followed || hops.left < 40))
        return { is: 'module', text: node.text, at: full };
      if (rest.length > 0) return { is: 'nothing' };
      return { is: 'file', text: node.text, at: full };
    } else if ([...tree.keys()].some((other) => other.startsWith(`${full}/`))) here = full.split('/');
    else return { is: 'nothing' };
  }
  return { is: 'folder', at: here.join('/') };
}

/** Every path that leads to something, as `find -L` walks; no folder is entered through links twice. */
function walk(tree: Tree, folder = '', prefix = '', entered: readonly string[] = []): string[] {
  const below = [...tree].filter(([at]) => folder === '' || at.startsWith(`${folder}/`));
  return below.flatMap(([at, node]) => {
    const full = prefix + (folder === '' ? at : at.slice(folder.length + 1));
    const seen = node.kind === 'link' ? look(tree, at) : undefined;
    if (seen?.is !== 'folder') return [full];
    return entered.includes(seen.at) ? [] : walk(tree, seen.at, `${full}/`, [...entered, seen.at]);
  });
}

/** As a gate sees it: a link that leads nowhere is there, and cannot be read; what would lie below it is not. */
function stateAt(tree: Tree, at: string): Seen {
  const seen = look(tree, at);
  if (seen.is === 'folder') return { is: 'nothing' };
  if (seen.is === 'file') return seen;
  const slash = at.lastIndexOf('/');
  const parent = slash < 0 ? { is: 'folder' as const, at: '' } : look(tree, at.slice(0, slash));
  const own = parent.is === 'folder' ? `${parent.at}/${at.slice(slash + 1)}`.replace(/^\//, '') : undefined;
  if (own === undefined || !tree.has(own)) return { is: seen.is === 'broken' ? 'beyond' : 'nothing' };
  return seen.is === 'module' ? seen : { is: 'broken' };
}

const isFile = ({ is }: Seen): boolean => is === 'file' || is === 'broken';
const textOf = (seen: Seen): string => ('text' in seen ? seen.text : seen.is);

/** Path → what must be said of it. */
function expected(base: Tree, head: Tree): Map<string, string> {
  const all = new Map<string, string>();
  for (const at of new Set([...walk(base), ...walk(head)])) {
    const [before, after] = [stateAt(base, at), stateAt(head, at)];
    const from = isFile(before);
    const to = isFile(after) || (from && after.is === 'beyond');
    if (from || to) {
      const status = !from ? 'added' : !to ? 'deleted' : textOf(before) === textOf(after) ? '' : 'modified';
      if (status !== '') all.set(at, status);
    }
    const modules = [before, after].filter(({ is }) => is === 'module');
    if (modules.length === 1 || (modules.length === 2 && textOf(before) !== textOf(after)))
      all.set(`module ${at}`, 'moved');
  }
  return all;
}

function told(files: readonly ChangedFile[]): Map<string, string> {
  const all = new Map<string, string>();
  for (const { status, path: at, previousPath, submodule } of files) {
    if (submodule !== undefined) all.set(`module ${at}`, 'moved');
    else all.set(at, status === 'renamed' ? 'added' : status);
    if (previousPath !== undefined)
      all.set(`${submodule ? 'module ' : ''}${previousPath}`, submodule ? 'moved' : 'deleted');
  }
  return all;
}

/** In words; empty where the two agree. Of what is the same to read, and yet another entry, either may be said. */
function differences(base: Tree, head: Tree, files: readonly ChangedFile[]): string[] {
  const [wanted, found] = [expected(base, head), told(files)];
  const missing = [...wanted].filter(([at, status]) => found.get(at) !== status);
  const extra = [...found].filter(([at, status]) => {
    if (wanted.has(at)) return false;
    // A link in place of the submodule to which it leads, or the other way round.
    const own = at.replace(/^module /, '');
    if (own !== at) return JSON.stringify(base.get(own)) === JSON.stringify(head.get(own));
    const [before, after] = [stateAt(base, at), stateAt(head, at)];
    const differs = JSON.stringify(base.get(at)) !== JSON.stringify(head.get(at));
    return !(status === 'modified' && isFile(before) && isFile(after) && (differs || before.is === 'broken'));
  });
  return [
    ...missing.map(([at, status]) => `${at} is ${status}, and is said to be ${found.get(at)}`),
    ...extra.map(([at, status]) => `${at} is said to be ${status}`),
  ];
}

const modes: Readonly<Record<Kind, string>> = {
  file: '100644',
  exec: '100755',
  link: '120000',
  module: '160000',
};

function stored(tree: Tree, mark: number): string {
  const lines = [...tree].map(([at, { kind, text }]) =>
    kind === 'module'
      ? `M 160000 ${text.repeat(40)} ${at}\n`
      : `M ${modes[kind]} inline ${at}\ndata ${Buffer.byteLength(text)}\n${text}\n`,
  );
  return `commit refs/heads/c${mark}\nmark :${mark}\ncommitter a <a@example.org> 1760000000 +0000\ndata 0\n${lines.join('')}\n`;
}

/** SHAs of the trees, in one process. */
function store(root: string, trees: readonly Tree[]): string[] {
  const marks = path.join(temporaryFolder(), 'marks');
  const input = trees.map((tree, index) => stored(tree, index + 1)).join('');
  const args = ['fast-import', '--quiet', '--force', `--export-marks=${marks}`];
  execFileSync('git', args, { cwd: root, input, env: hermeticEnvironment() });
  const lines = readFileSync(marks, 'utf8').trim().split('\n');
  const known = new Map(lines.map((line) => line.split(' ')).map(([mark = '', sha = '']) => [mark, sha]));
  return trees.map((_, index) => known.get(`:${index + 1}`) ?? '');
}

/** In parts of a thousand, so that none comes near the limit of a test on a busy machine. */
const all = samples(10_000, 60);
const parts = Array.from({ length: Math.ceil(all / 1000) }, (_, at) => at);

it.each(parts)(
  'says of every path what can be read there now, and of none what did not change (%i)',
  async (part) => {
    const changes = fc
      .sample(anyChange, { numRuns: Math.min(all, 1000), seed: seed + part })
      .map(([nodes, edits]) => {
        const base = new Map<string, Node>();
        for (const [at, node] of nodes) put(base, at, node);
        return { base, head: edited(base, edits) };
      });
    const { root } = createRepository();
    const shas = store(
      root,
      changes.flatMap(({ base, head }) => [base, head]),
    );
    const repository = await openRepository({ cwd: root, log: rememberingLog(), env: hermeticEnvironment() });
    const wrong: string[] = [];
    let linked = 0;
    for (const [index, { base, head }] of changes.entries()) {
      const [baseSha = '', headSha = ''] = shas.slice(index * 2);
      const { files } = await repository.changeSet({ base: baseSha, head: headSha, mergeBaseSha: baseSha });
      linked += files.filter(({ target }) => target !== undefined).length;
      const found = differences(base, head, files);
      if (found.length > 0) wrong.push(JSON.stringify({ found, base: [...base], head: [...head], files }));
    }
    expect(wrong.slice(0, 2)).toEqual([]);
    expect(linked).toBeGreaterThan(changes.length / 10);
  },
);

it('is found out where a link is not followed', () => {
  const base: Tree = new Map([
    ['a/x', { kind: 'link', text: '../b' }],
    ['b/y', { kind: 'file', text: 'one' }],
  ]);
  const head = edited(base, [['set', 'b/y', { kind: 'file', text: 'two' }]]);
  expect(differences(base, head, [{ status: 'modified', path: 'b/y' }])).toEqual([
    'a/x/y is modified, and is said to be undefined',
  ]);
});

it('is silent of a link in place of the submodule to which it leads, and not of a submodule that stays', () => {
  const base: Tree = new Map([
    ['x', { kind: 'module', text: '1' }],
    ['a/x', { kind: 'link', text: '../x' }],
  ]);
  const head = edited(base, [['set', 'a/x', { kind: 'module', text: '1' }]]);
  const told = (path: string) => [{ status: 'added', path, submodule: path }] as const;
  expect(differences(base, head, told('a/x'))).toEqual([]);
  expect(differences(base, head, told('x'))).toEqual(['module x is said to be moved']);
});
