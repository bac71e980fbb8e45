import type { ChangedFile, ChangeStatus } from '../../ports/index.ts';
import type { Commit } from '../../kernel/commit.ts';
import { compareText } from '../../kernel/compare.ts';
import { decodeName, splitNul } from '../names.ts';
import type { Git } from '../process/run.ts';

/** Type changes and conflicts are modifications of what the path holds. */
const statuses: Readonly<Record<string, ChangeStatus>> = {
  A: 'added',
  C: 'added',
  D: 'deleted',
  R: 'renamed',
};

const options = [
  '--name-status',
  '-z',
  '-r',
  '--find-renames',
  '-l1000',
  '--no-ext-diff',
  '--no-textconv',
  '--ignore-submodules=dirty',
];

/** For git's own fetches: to find renames, a partial clone needs contents. */
type Variables = Readonly<Record<string, string>>;

/** Files that differ between two commits, renames found, sorted by path. */
export async function changedBetween(
  git: Git,
  base: string,
  head: string,
  env: Variables,
): Promise<ChangedFile[]> {
  return sorted(parseNameStatus(await git.run(['diff-tree', ...options, base, head, '--'], { env })));
}

/** Files that differ between a commit and the disk, new untracked ones included. */
export async function changedOnDisk(git: Git, base: string, env: Variables): Promise<ChangedFile[]> {
  const [diff, untracked] = await Promise.all([
    git.run(['diff', ...options, base, '--'], { env }),
    git.run(['ls-files', '-z', '--others', '--exclude-standard']),
  ]);
  const files = new Map(parseNameStatus(diff).map((file) => [file.path, file]));
  for (const name of splitNul(untracked).filter((bytes) => bytes.at(-1) !== 0x2f)) {
    const path = decodeName(name);
    // Removed from the index and still there: what the disk holds counts.
    files.set(path, { status: files.has(path) ? 'modified' : 'added', path });
  }
  return sorted([...files.values()]);
}

function parseNameStatus(output: Buffer): ChangedFile[] {
  const fields = splitNul(output).values();
  const files: ChangedFile[] = [];
  for (const field of fields) {
    const letter = field.toString('latin1', 0, 1);
    const status = statuses[letter] ?? 'modified';
    const first = decodeName(fields.next().value ?? field);
    if (letter !== 'R' && letter !== 'C') files.push({ status, path: first });
    else
      files.push({
        status,
        path: decodeName(fields.next().value ?? field),
        ...(letter === 'R' ? { previousPath: first } : {}),
      });
  }
  return files;
}

function sorted(files: readonly ChangedFile[]): ChangedFile[] {
  return files.toSorted((a, b) => compareText(a.path, b.path));
}

/** How many commits of a change are looked at. */
export const maxCommits = 250;

/** Commits of `head` that `base` has not, newest first. */
export async function commitsBetween(git: Git, base: string, head: string): Promise<Commit[]> {
  const format = '--format=tformat:%H%x00%an <%ae>%x00%B';
  const output = await git.run([
    'log',
    '-z',
    '--no-show-signature',
    '--no-color',
    `--max-count=${maxCommits}`,
    format,
    `${base}..${head}`,
    '--',
  ]);
  const fields = splitNul(output).map(decodeName);
  return Array.from({ length: Math.floor(fields.length / 3) }, (_, index) => ({
    sha: fields[index * 3] ?? '',
    author: fields[index * 3 + 1] ?? '',
    message: (fields[index * 3 + 2] ?? '').trimEnd(),
  }));
}
