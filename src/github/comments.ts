import { pageSize, type Client } from './client/client.ts';
import { ApiFailure } from './client/failure.ts';
import type { OperationName } from './client/operations.ts';
import { ghost } from './pulls.ts';
import type { Comment, Comments } from '../ports/github.ts';

/** GitHub refuses longer ones. */
const longestBody = 65_536;

/** A comment on an issue needs another permission of the job than one on a pull request, though the requests are the same. */
export function issueComments(client: Client): Comments {
  return comments({
    ...client,
    call: (name, send) => client.call(onIssue(name), send),
    all: (name, send, maxPages) => client.all(onIssue(name), send, maxPages),
  });
}

function onIssue(name: OperationName): OperationName {
  if (name === 'read comments') return 'read issue comments';
  return name === 'write comment' ? 'write issue comment' : name;
}

export function comments(client: Client): Comments {
  return {
    list: (number) => listComments(client, number),
    create: (number, body) => createComment(client, number, body),
    upsert: (number, key, body) => upsert(client, number, key, body),
  };
}

async function upsert(
  client: Client,
  number: number,
  key: string,
  body: string,
): ReturnType<Comments['upsert']> {
  const marker = markerOf(key);
  const marked = body.startsWith(marker) ? body : `${marker}\n${body}`;
  const updated = await updateOurs(client, number, marker, marked);
  if (updated !== undefined) return updated;
  try {
    return result(await createComment(client, number, marked), true);
  } catch (error) {
    if (!(error instanceof ApiFailure) || error.reason !== 'unavailable') throw error;
    return (
      (await updateOurs(client, number, marker, marked)) ??
      result(await createComment(client, number, marked), true)
    );
  }
}

/** `<!-- model-gates:key -->`; throws for keys that could end the HTML comment. */
export function markerOf(key: string): string {
  if (!/^[\w.-]+(?<!-)$/.test(key)) throw new RangeError(`"${key}" is not a key of a comment`);
  return `<!-- model-gates:${key} -->`;
}

async function updateOurs(
  client: Client,
  number: number,
  marker: string,
  body: string,
): Promise<ReturnType<typeof result> | undefined> {
  const marked = (await listComments(client, number, 'write comment')).filter((comment) =>
    comment.body.startsWith(marker),
  );
  for (const comment of await ours(client, marked)) {
    const updated = comment.body === body ? comment : await updateComment(client, comment.id, body);
    if (updated === undefined) continue;
    await removeDoubles(client, marked, comment);
    return result(updated, false);
  }
  return undefined;
}

/** Comments by apps (a job's token writes as one), and by the token's own person; the person is only asked for where it matters. */
export async function ours<C extends Pick<Comment, 'by' | 'bot'>>(
  client: Client,
  marked: readonly C[],
): Promise<C[]> {
  const byApps = marked.filter((comment) => comment.bot);
  if (byApps.length > 0 || marked.length === 0) return byApps;
  const viewer = await client
    .call('read viewer', () => client.rest.users.getAuthenticated())
    .catch(nobodyWhenDenied);
  return marked.filter((comment) => comment.by === viewer?.login);
}

/** A job's token is an app's and may not ask who it is. */
function nobodyWhenDenied(error: unknown): undefined {
  if (error instanceof ApiFailure && error.permissionDenied) return undefined;
  throw error;
}

/** `undefined` when it is another app's, or gone. */
async function updateComment(
  { call, rest, repo }: Client,
  comment_id: number,
  body: string,
): Promise<Comment | undefined> {
  try {
    return commentOf(
      await call('write comment', () =>
        rest.issues.updateComment({ ...repo, comment_id, body: checkedBody(body) }),
      ),
    );
  } catch (error) {
    if (error instanceof ApiFailure && (error.status === 403 || error.status === 404)) return undefined;
    throw error;
  }
}

/** Doubles come of two runs at once. They only distract, so a failure to remove one is not a failure. */
async function removeDoubles(
  { call, rest, repo, log }: Client,
  marked: readonly Comment[],
  kept: Comment,
): Promise<void> {
  for (const { id, by } of marked) {
    if (id === kept.id || by !== kept.by) continue;
    await call('write comment', () => rest.issues.deleteComment({ ...repo, comment_id: id })).catch(
      (error: unknown) => {
        log.debug(`comment ${id} is double and stays: ${String(error)}`);
      },
    );
  }
}

/** `name` says what the list is for: advice must name the permission that the whole needs. */
async function listComments(
  { all, rest, repo }: Client,
  issue_number: number,
  name: OperationName = 'read comments',
): Promise<Comment[]> {
  const send = () => rest.issues.listComments({ ...repo, issue_number, per_page: pageSize });
  return (await all(name, send)).map(commentOf);
}

async function createComment(
  { call, rest, repo }: Client,
  issue_number: number,
  body: string,
): Promise<Comment> {
  return commentOf(
    await call('write comment', () =>
      rest.issues.createComment({ ...repo, issue_number, body: checkedBody(body) }),
    ),
  );
}

function checkedBody(body: string): string {
  if (body.length > longestBody)
    throw new RangeError(`a comment of ${body.length} characters: GitHub takes ${longestBody}`);
  return body;
}

function result(comment: Comment, created: boolean): { id: number; url: string; created: boolean } {
  return { id: comment.id, url: comment.url, created };
}

interface ApiComment {
  readonly id: number;
  readonly body?: string;
  readonly html_url: string;
  readonly user: { readonly login: string; readonly type: string } | null;
  readonly created_at: string;
  readonly updated_at: string;
}

function commentOf(comment: ApiComment): Comment {
  return {
    id: comment.id,
    by: comment.user?.login ?? ghost,
    bot: comment.user?.type === 'Bot',
    body: comment.body ?? '',
    url: comment.html_url,
    createdAt: comment.created_at,
    updatedAt: comment.updated_at,
  };
}
