import type { BlameRequest } from '../../ports/lines.ts';
import type { BlamedLine } from '../../kernel/commit.ts';
import { UserError } from '../../kernel/user-error.ts';
import type { Client } from '../client/client.ts';
import { commits } from './commits.ts';
import { query } from '../client/graphql.ts';
import { isObject, objectOf, textOf, type JsonObject } from '../client/shape.ts';

/** REST has no blame. */
const blameQuery = `query ($owner: String!, $name: String!, $sha: GitObjectID!, $path: String!, $file: String!) {
  repository(owner: $owner, name: $name) {
    commit: object(oid: $sha) {
      ... on Commit {
        blame(path: $path) {
          ranges {
            startingLine
            endingLine
            commit { oid messageHeadline authoredDate author { name user { login } } }
          }
        }
      }
    }
    file: object(expression: $file) { ... on Blob { text isTruncated } }
  }
}`;

/** As a clone tells it, but for the name that a file had in an older commit. */
export async function blame(client: Client, request: BlameRequest): Promise<BlamedLine[]> {
  const { until, since, path, lines = [1, Number.MAX_SAFE_INTEGER] } = request;
  const [{ text, ranges }, recent] = await Promise.all([
    blamedFile(client, until, path),
    since === undefined ? undefined : commits(client).between(since, until),
  ]);
  const rows = text.replace(/\n$/, '').split('\n');
  const [first, last] = [lines[0], Math.min(lines[1], rows.length)];
  if (first > rows.length || (request.lines !== undefined && lines[1] > rows.length))
    throw noSuchLines(path, until);
  const inRange = recent && new Set(recent.map(({ sha }) => sha));
  return rows.slice(first - 1, last).map((row, at) => {
    const line = first + at;
    const changed = ranges.find((range) => range.from <= line && line <= range.to)?.by;
    const known = changed !== undefined && (inRange?.has(changed.sha) ?? true);
    return { line, text: row, ...(known ? changed : {}) };
  });
}

interface Range {
  readonly from: number;
  readonly to: number;
  readonly by: Required<Pick<BlamedLine, 'author' | 'subject' | 'at' | 'sha'>>;
}

async function blamedFile(
  client: Client,
  sha: string,
  path: string,
): Promise<{ text: string; ranges: Range[] }> {
  const result = await query(client, 'read commit', blameQuery, { sha, path, file: `${sha}:${path}` });
  if ('refused' in result)
    throw new UserError(`GitHub did not tell the lines of ${path}: ${result.refused}`, {
      help: 'Run it with a checkout, or give a token with `contents: read`.',
    });
  const repository = objectOf(result.data['repository']);
  const file = objectOf(repository?.['file']);
  const text = textOf(file?.['text']);
  if (file === undefined) throw noSuchLines(path, sha);
  if (text === undefined || file['isTruncated'] === true)
    throw new UserError(`${path} is not text, or too large for GitHub to tell its lines`, {
      help: 'Run it with a checkout.',
    });
  const told = objectOf(objectOf(repository?.['commit'])?.['blame'])?.['ranges'];
  return { text, ranges: Array.isArray(told) ? told.filter(isObject).map(rangeOf) : [] };
}

function rangeOf(range: JsonObject): Range {
  const commit = objectOf(range['commit']);
  const author = objectOf(commit?.['author']);
  return {
    from: Number(range['startingLine']),
    to: Number(range['endingLine']),
    by: {
      sha: textOf(commit?.['oid']) ?? '',
      author: textOf(objectOf(author?.['user'])?.['login']) ?? textOf(author?.['name']) ?? '',
      subject: textOf(commit?.['messageHeadline']) ?? '',
      at: new Date(textOf(commit?.['authoredDate']) ?? 0).toISOString(),
    },
  };
}

function noSuchLines(path: string, sha: string): UserError {
  return new UserError(`${path} has no such lines in ${sha.slice(0, 8)}`, {
    place: { file: path },
    help: 'Name a file of that commit, and lines that it has.',
  });
}
