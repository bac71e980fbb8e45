/** Commits made without a working tree, in one process: most tests begin with the same few. */
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Content, TestRepository } from './repository.ts';

export interface NewCommit {
  readonly ref: string;
  readonly message: string;
  readonly files: Readonly<Record<string, Content>>;
  /** Places in the list, the first parent first. */
  readonly parents: readonly number[];
}

/** Makes the commits and their refs in a bare repository, each a minute younger than the one before; returns their SHAs. */
export function importCommits(repository: TestRepository, commits: readonly NewCommit[]): string[] {
  const stream = Buffer.concat(commits.flatMap(commitLines));
  return repository.feed(stream, 'fast-import', '--quiet', '--force').split('\n');
}

function commitLines({ ref, message, files, parents }: NewCommit, at: number): Buffer[] {
  const person = `Ada <ada@example.org> ${1_760_000_000 + (at + 1) * 60} +0000`;
  const [first, ...others] = parents;
  const head = [
    // A ref that is there already would become the first parent.
    `reset ${ref}\n`,
    `commit ${ref}\nmark :${at + 1}\nauthor ${person}\ncommitter ${person}\n`,
    ...data(`${message}\n`),
    ...(first === undefined ? [] : [`from :${first + 1}\n`]),
    ...others.map((parent) => `merge :${parent + 1}\n`),
  ];
  const changes = Object.entries(files).flatMap(([path, content]) => fileLines(path, content));
  return [...head, ...changes, `\nget-mark :${at + 1}\n`].map((part) => Buffer.from(part));
}

function fileLines(path: string, content: Content): (string | Uint8Array)[] {
  const name = `"${path.replaceAll(/["\\]/g, String.raw`\$&`).replaceAll('\n', String.raw`\n`)}"`;
  if (content === undefined) return [`D ${name}\n`];
  const isLink = typeof content !== 'string' && !(content instanceof Uint8Array);
  return [`M ${isLink ? '120000' : '100644'} inline ${name}\n`, ...data(isLink ? content.link : content)];
}

function data(content: string | Uint8Array): (string | Uint8Array)[] {
  return [`data ${Buffer.byteLength(content)}\n`, content, '\n'];
}

/** Puts into an empty repository what a fetch of depth 1 brings; `false` where the other has packed it. */
export function copyShallow(from: TestRepository, into: TestRepository, sha: string): boolean {
  const listed = from.git('rev-list', '--objects', '--no-object-names', '--no-walk', sha, '--').split('\n');
  const files = listed.map((oid) => `objects/${oid.slice(0, 2)}/${oid.slice(2)}`);
  if (!files.every((file) => existsSync(join(from.root, file)))) return false;
  for (const file of files) {
    const target = join(into.root, '.git', file);
    mkdirSync(dirname(target), { recursive: true });
    cpSync(join(from.root, file), target);
  }
  writeFileSync(join(into.root, '.git/shallow'), `${sha}\n`);
  return true;
}
