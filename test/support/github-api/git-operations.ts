import { rmSync } from 'node:fs';
import path from 'node:path';
import type { Git, Result } from './git-run.ts';
import type { GitCommit, GitRef, GitStore, Person } from './git-store.ts';

const nothing = '0'.repeat(40);

type RefOperations = Pick<GitStore, 'refs' | 'ref' | 'createRef' | 'updateRef' | 'deleteRef' | 'updateRefs'>;

export function refOperations(git: Git): RefOperations {
  const known = async (sha: string): Promise<boolean> => (await git(['cat-file', '-e', sha])).code === 0;
  const refs = async (prefix: string): Promise<GitRef[]> => {
    const { stdout } = await git([
      'for-each-ref',
      '--format=%(refname) %(objectname) %(objecttype) %(*objectname)',
    ]);
    return lines(stdout)
      .map(refOf)
      .filter(({ ref }) => ref.startsWith(prefix));
  };
  const ref: RefOperations['ref'] = async (name) => (await refs(name)).find((one) => one.ref === name);
  return {
    refs,
    ref,
    createRef: async (name, sha) => {
      if (!(await known(sha))) return 'bad object';
      return (await git(['update-ref', '--', name, sha, nothing])).code === 0 ? 'created' : 'exists';
    },
    updateRef: async (name, sha, force) => {
      const before = await ref(name);
      if (before === undefined) return 'missing';
      if (!(await known(sha))) return 'bad object';
      if (!force && (await git(['merge-base', '--is-ancestor', before.sha, sha])).code !== 0)
        return 'not fast-forward';
      return (await git(['update-ref', '--', name, sha, before.sha])).code === 0
        ? 'updated'
        : 'not fast-forward';
    },
    deleteRef: async (name) =>
      (await ref(name)) !== undefined && (await git(['update-ref', '-d', '--', name])).code === 0,
    updateRefs: async (updates) => {
      const input = updates.map(({ name, before, after }) => `update ${name} ${after} ${before}\n`).join('');
      return (await git(['update-ref', '--stdin'], { input })).code === 0;
    },
  };
}

function refOf(line: string): GitRef {
  const [ref = '', sha = '', type = '', peeled = ''] = line.split(' ');
  return { ref, sha, type, ...(peeled === '' ? {} : { peeled }) };
}

const commitFormat = ['%H', '%T', '%P', '%an', '%ae', '%aI', '%cn', '%ce', '%cI', '%B'].join('%x00');

export function historyOperations(
  git: Git,
): Pick<GitStore, 'commit' | 'mergeBase' | 'between' | 'history' | 'changedFiles' | 'patch' | 'blame'> {
  return {
    commit: async (name) => {
      const { code, stdout } = await git([
        'log',
        '-1',
        `--format=${commitFormat}`,
        '--end-of-options',
        name,
        '--',
      ]);
      return code === 0 && stdout.length > 0 ? commitOf(stdout.toString()) : undefined;
    },
    mergeBase: async (a, b) => lines((await git(['merge-base', '--', a, b])).stdout)[0],
    between: async (base, head) =>
      lines((await git(['rev-list', '--reverse', '--end-of-options', `${base}..${head}`])).stdout),
    history: async (sha, most) =>
      lines(
        (await git(['rev-list', '--parents', `--max-count=${most}`, '--end-of-options', sha])).stdout,
      ).map((line) => {
        const [own = '', ...parents] = line.split(' ');
        return { sha: own, parents };
      }),
    blame: async (sha, path) => {
      const { code, stdout } = await git(['blame', '-s', '--porcelain', sha, '--', path]);
      if (code !== 0) return undefined;
      return [...stdout.toString().matchAll(/^([0-9a-f]{40}) \d+ (\d+) (\d+)$/gm)].map(
        ([, by = '', first = '', count = '']) => ({
          first: Number(first),
          last: Number(first) + Number(count) - 1,
          sha: by,
        }),
      );
    },
    patch: async (base, head, path) => {
      const { stdout } = await git(['diff', '--no-renames', '--end-of-options', base, head, '--', path]);
      const text = stdout.toString();
      const start = text.search(/^@@/m);
      return start < 0 ? '' : text.slice(start).replace(/\n$/, '');
    },
    changedFiles: async (base, head) => {
      const { stdout } = await git(['diff', '--name-status', '--no-renames', '--end-of-options', base, head]);
      return lines(stdout).map((line) => ({
        status: statusNames[line[0] ?? ''] ?? 'modified',
        path: line.split('\t')[1] ?? '',
      }));
    },
  };
}

const statusNames: Readonly<Record<string, string>> = { A: 'added', D: 'removed', M: 'modified' };

function commitOf(output: string): GitCommit {
  const [
    sha = '',
    tree = '',
    parents = '',
    name = '',
    email = '',
    date = '',
    cname = '',
    cemail = '',
    cdate = '',
    message = '',
  ] = output.split('\0');
  return {
    sha,
    tree,
    parents: parents.split(' ').filter(Boolean),
    author: { name, email, date },
    committer: { name: cname, email: cemail, date: cdate },
    message: message.trimEnd(),
  };
}

export function tagOperations(git: Git): Pick<GitStore, 'createTag' | 'tag'> {
  return {
    createTag: async ({ tag, message, object, type, tagger }) => {
      const seconds = Math.floor(Date.parse(tagger.date ?? '') / 1000);
      const head = [
        `object ${object}`,
        `type ${type}`,
        `tag ${tag}`,
        `tagger ${tagger.name} <${tagger.email}> ${seconds} +0000`,
      ];
      const { code, stdout } = await git(['mktag'], {
        input: `${head.join('\n')}\n\n${message.trimEnd()}\n`,
      });
      return code === 0 ? stdout.toString().trim() : undefined;
    },
    tag: async (sha) => {
      const { code, stdout } = await git(['cat-file', 'tag', sha]);
      if (code !== 0) return undefined;
      const [head = '', ...message] = stdout.toString().split('\n\n');
      const field = (name: string): string => new RegExp(`^${name} (.*)$`, 'm').exec(head)?.[1] ?? '';
      return {
        tag: field('tag'),
        object: field('object'),
        type: field('type'),
        message: message.join('\n\n').trimEnd(),
      };
    },
  };
}

type ObjectOperations = Pick<GitStore, 'createBlob' | 'blob' | 'createTree' | 'tree' | 'createCommit'>;

export function objectOperations(git: Git, folder: string): ObjectOperations {
  let trees = 0;
  return {
    createBlob: async (input) => text(await git(['hash-object', '-w', '--stdin'], { input })),
    blob: async (sha) => {
      const { code, stdout } = await git(['cat-file', 'blob', sha]);
      return code === 0 ? stdout : undefined;
    },
    createTree: async (entries, base) => {
      trees += 1;
      const env = { GIT_INDEX_FILE: path.join(folder, `index-${process.pid}-${trees}`) };
      await git(base === undefined ? ['read-tree', '--empty'] : ['read-tree', base], { env });
      const input = entries
        .map((entry) => `${entry.sha === null ? '0' : entry.mode} ${entry.sha ?? nothing}\t${entry.path}\0`)
        .join('');
      await git(['update-index', '-z', '--index-info'], { env, input });
      const sha = text(await git(['write-tree'], { env }));
      rmSync(env.GIT_INDEX_FILE, { force: true });
      return sha;
    },
    tree: async (name, recursive) => {
      const { code, stdout } = await git(['ls-tree', '-l', '-z', ...(recursive ? ['-r', '-t'] : []), name]);
      return code === 0 ? stdout.toString().split('\0').filter(Boolean).map(entryOf) : undefined;
    },
    createCommit: async ({ message, tree, parents, author, committer }) => {
      const env = { ...personEnvironment('AUTHOR', author), ...personEnvironment('COMMITTER', committer) };
      return text(
        await git(['commit-tree', tree, ...parents.flatMap((parent) => ['-p', parent])], {
          env,
          input: message,
        }),
      );
    },
  };
}

function entryOf(line: string): { path: string; mode: string; type: string; sha: string; size?: number } {
  const [head = '', name = ''] = line.split('\t');
  const [mode = '', type = '', sha = '', size = '-'] = head.split(/ +/);
  return { path: name, mode, type, sha, ...(size === '-' ? {} : { size: Number(size) }) };
}

function personEnvironment(
  role: 'AUTHOR' | 'COMMITTER',
  { name, email, date }: Person,
): Record<string, string> {
  return {
    [`GIT_${role}_NAME`]: name,
    [`GIT_${role}_EMAIL`]: email,
    ...(date === undefined ? {} : { [`GIT_${role}_DATE`]: date }),
  };
}

function text({ code, stdout, stderr }: Result): string {
  if (code !== 0) throw new Error(stderr);
  return stdout.toString().trim();
}

function lines(output: Buffer): string[] {
  return output.toString().split('\n').filter(Boolean);
}
