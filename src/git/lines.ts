import { authentication, basicCredential, type Environment } from './environment.ts';
import { failure } from './errors.ts';
import { shown } from './names.ts';
import type { Repository } from './repository.ts';
import { checkSha } from './refs.ts';
import { createGit, type Git } from './run.ts';
import type { BlamedLine, BlameRequest, LineSource } from '../gates/lineage/lines.ts';
import type { Logger } from '../gates/ports.ts';
import { UserError } from '../runtime/user-error.ts';

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
  const variables = token === undefined ? {} : await credentials(git, options, token, env);
  return {
    commit: async (sha) => readCommit(git, await repository.resolve(checkSha(sha))),
    blame: async (request) => blame(git, repository, request, variables),
  };
}

/** For git's own fetches of contents in a partial clone. */
async function credentials(
  git: Git,
  { remote = 'origin' }: LineOptions,
  token: string,
  env: Environment,
): Promise<Record<string, string>> {
  const url = await git.attempt(['remote', 'get-url', '--', remote]);
  return url.exitCode === 0 ? authentication(url.stdout.toString('utf8').trim(), token, env) : {};
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

async function blame(
  git: Git,
  repository: Repository,
  { until, since, path, lines }: BlameRequest,
  env: Readonly<Record<string, string>>,
): Promise<BlamedLine[]> {
  const newer = await repository.resolve(until);
  const older = since === undefined ? undefined : await repository.resolve(since);
  // Brings the commits between, without which lines would be told of the wrong one.
  if (older !== undefined) await repository.commits(older, newer);
  const range = older === undefined ? newer : `${older}..${newer}`;
  const window = lines === undefined ? [] : ['-L', `${lines[0]},${lines[1]}`];
  const args = ['blame', '--porcelain', ...window, range, '--', path];
  const result = await git.attempt(args, { env, timeoutMs: 5 * 60_000 });
  if (result.exitCode === 0) return parseBlame(result.stdout.toString('utf8'), older !== undefined);
  if (/no such path|file .* has only/i.test(result.stderr))
    throw new UserError(`${shown(path)} has no such lines in ${newer.slice(0, 8)}`, {
      place: { file: path },
      help: 'Name a file of that commit, and lines that it has.',
    });
  throw failure('blame', result);
}

/** `--porcelain`: the details of a commit stand before its first line only. */
function parseBlame(output: string, bounded: boolean): BlamedLine[] {
  const commits = new Map<string, Map<string, string>>();
  const lines: BlamedLine[] = [];
  let current: { sha: string; line: number } | undefined;
  for (const row of output.split('\n')) {
    const [, sha, line] = /^([0-9a-f]{40,64}) \d+ (\d+)/.exec(row) ?? [];
    if (current === undefined && sha !== undefined) {
      current = { sha, line: Number(line) };
      if (!commits.has(sha)) commits.set(sha, new Map());
    } else if (current !== undefined && row.startsWith('\t')) {
      lines.push(blamedLine(current.sha, current.line, row.slice(1), commits.get(current.sha), bounded));
      current = undefined;
    } else if (current !== undefined) {
      const space = row.indexOf(' ');
      const [key, value] = space < 0 ? [row, ''] : [row.slice(0, space), row.slice(space + 1)];
      commits.get(current.sha)?.set(key, value);
    }
  }
  return lines;
}

function blamedLine(
  sha: string,
  line: number,
  text: string,
  details: ReadonlyMap<string, string> | undefined,
  bounded: boolean,
): BlamedLine {
  // The boundary of the range: the line was there before.
  if (bounded && details?.has('boundary') === true) return { line, text };
  const at = new Date(Number(details?.get('author-time') ?? 0) * 1000).toISOString();
  const author = details?.get('author') ?? '';
  return {
    line,
    text,
    sha,
    author,
    subject: details?.get('summary') ?? '',
    at,
    path: details?.get('filename') ?? '',
  };
}
