import { resolve as resolvePath } from 'node:path';
import { once } from '../trees/once.ts';
import { basicCredential, type Environment } from '../process/environment.ts';
import { failure } from '../process/errors.ts';
import { deepen, shallowCommits } from './deepen.ts';
import { visibleName } from '../names.ts';
import { checkSha } from '../refs/refs.ts';
import { fetchObjects, findRemote, type Remote } from '../refs/remote.ts';
import type { Repository } from '../repository.ts';
import { createGit, type Git } from '../process/run.ts';
import type { BlameRequest, LineSource } from '../../ports/lines.ts';
import type { BlamedLine } from '../../kernel/commit.ts';
import type { Logger } from '../../ports/index.ts';
import { UserError } from '../../kernel/user-error.ts';

export interface CommitText {
  /** `Name <email>`. */
  readonly author: string;
  readonly subject: string;
  /** True parents, whatever the depth of the clone. */
  readonly parents: readonly string[];
}

export interface LineReader extends LineSource {
  commit(sha: string): Promise<CommitText>;
}

export interface LineOptions {
  readonly repository: Repository;
  readonly log: Logger;
  readonly remote?: string;
  readonly token?: string;
  readonly env?: Environment;
}

/** Reads commits and lines of a clone; what it lacks is fetched, contents only of what is looked at. */
export async function lineReader(options: LineOptions): Promise<LineReader> {
  const { repository, log, token, env = process.env } = options;
  const secrets = token === undefined ? [] : [token, basicCredential(token)];
  const config = env['GITHUB_ACTIONS'] === 'true' ? ['-c', 'safe.directory=*'] : [];
  const git = createGit({ cwd: repository.root, log, env, secrets, config });
  const remote = once(() => findRemote(git, options.remote ?? 'origin', token, env));
  return {
    commit: async (sha) => readCommit(git, await repository.resolve(checkSha(sha))),
    blame: async (request) => blame({ git, repository, remote }, request),
  };
}

interface Place {
  readonly git: Git;
  readonly repository: Repository;
  readonly remote: () => Promise<Remote>;
}

async function readCommit(git: Git, sha: string): Promise<CommitText> {
  // As stored: `git log` would leave out the parents beyond the depth of the clone.
  const text = (await git.run(['cat-file', 'commit', sha])).toString('utf8');
  const end = text.indexOf('\n\n');
  const headers = text.slice(0, end).split('\n');
  const author = headers.find((line) => line.startsWith('author '))?.slice('author '.length) ?? '';
  return {
    author: author.replace(/ \d+ [+-]\d{4}$/, ''),
    subject: text.slice(end + 2).split('\n', 1)[0] ?? '',
    parents: headers.flatMap((line) => (line.startsWith('parent ') ? [line.slice('parent '.length)] : [])),
  };
}

async function blame(place: Place, request: BlameRequest): Promise<BlamedLine[]> {
  const { repository } = place;
  const newer = await repository.resolve(request.until);
  if (request.since === undefined) return blameAll(place, newer, request);
  const older = await repository.resolve(request.since);
  // Brings the commits between, without which lines would be taken from the wrong one.
  await repository.commits(older, newer);
  const range = `${older}..${newer}`;
  await fetchContents(place, range, request.path);
  return parseBlame(await porcelain(place, range, newer, request), (details) => details.has('boundary'));
}

/** Commits added below the edge of a shallow clone, step by step, while a line is attributed to the edge. */
const steps: readonly number[] = [0, 64, 512, 4096];

/** In all of history; what lies beyond some thousand commits is left open. */
async function blameAll(place: Place, newer: string, request: BlameRequest): Promise<BlamedLine[]> {
  const { git, remote } = place;
  const commonDir = resolvePath(git.cwd, await git.text(['rev-parse', '--git-common-dir']));
  let lines: BlamedLine[] = [];
  for (const step of steps) {
    if (step > 0 && !(await deepen({ git, commonDir, remote }, step, [newer]))) break;
    const edge = await shallowCommits(commonDir);
    await fetchContents(place, newer, request.path);
    lines = parseBlame(await porcelain(place, newer, newer, request), (_, sha) => edge.has(sha));
    if (lines.every(({ sha }) => sha !== undefined)) break;
  }
  return lines;
}

/** All versions of the file at once, where a partial clone lacks them: `git blame` would fetch each by itself. */
async function fetchContents({ git, remote }: Place, range: string, path: string): Promise<void> {
  const listed = await git.text(['rev-list', '--objects', '--missing=print', range, '--', path]);
  const missing = listed.split('\n').flatMap((line) => (line.startsWith('?') ? [line.slice(1)] : []));
  if (missing.length > 0) await fetchObjects(git, await remote(), missing, { blobs: 'none' });
}

async function porcelain(
  { git, remote }: Place,
  range: string,
  newer: string,
  { path, lines, firstParent = false }: BlameRequest,
): Promise<string> {
  // For what git fetches by itself: the file under an older name.
  const env = (await remote().catch(() => undefined))?.env ?? {};
  const window = lines === undefined ? [] : ['-L', `${lines[0]},${lines[1]}`];
  const along = firstParent ? ['--first-parent'] : [];
  const args = ['blame', '--porcelain', ...along, ...window, range, '--', path];
  const result = await git.attempt(args, { env, timeoutMs: 5 * 60_000 });
  if (result.exitCode === 0) return result.stdout.toString('utf8');
  if (/no such path|file .* has only/i.test(result.stderr))
    throw new UserError(`${visibleName(path)} has no such lines in ${newer.slice(0, 8)}`, {
      place: { file: path },
      help: 'Name a file of that commit, and lines that it has.',
    });
  throw failure('blame', result);
}

type Details = ReadonlyMap<string, string>;

/** `--porcelain`: the details of a commit stand before its first line only. `isOpen`: nobody here knows who wrote the line. */
function parseBlame(output: string, isOpen: (details: Details, sha: string) => boolean): BlamedLine[] {
  const commits = new Map<string, Map<string, string>>();
  const lines: BlamedLine[] = [];
  let current: { sha: string; line: number } | undefined;
  for (const row of output.split('\n')) {
    const [, sha, line] = /^([0-9a-f]{40,64}) \d+ (\d+)/.exec(row) ?? [];
    if (current === undefined && sha !== undefined) {
      current = { sha, line: Number(line) };
      if (!commits.has(sha)) commits.set(sha, new Map());
    } else if (current !== undefined && row.startsWith('\t')) {
      const details = commits.get(current.sha) ?? new Map<string, string>();
      const [{ sha: by, line: at }, text] = [current, row.slice(1)];
      lines.push(isOpen(details, by) ? { line: at, text } : blamedLine(by, at, text, details));
      current = undefined;
    } else if (current !== undefined) {
      const space = row.indexOf(' ');
      const [key, value] = space < 0 ? [row, ''] : [row.slice(0, space), row.slice(space + 1)];
      commits.get(current.sha)?.set(key, value);
    }
  }
  return lines;
}

function blamedLine(sha: string, line: number, text: string, details: Details): BlamedLine {
  return {
    line,
    text,
    sha,
    author: details.get('author') ?? '',
    subject: details.get('summary') ?? '',
    at: new Date(Number(details.get('author-time') ?? 0) * 1000).toISOString(),
    path: details.get('filename') ?? '',
  };
}
