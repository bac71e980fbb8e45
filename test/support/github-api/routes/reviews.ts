import { addedLines } from '../../../../src/github/patch.ts';
import { isObject, type JsonObject } from '../contract.ts';
import { failure, listOf, notFound, ok, user, type Call, type Reply, type Routes } from '../route.ts';
import type { PullState, ReviewCommentState } from '../state.ts';

export const reviewRoutes: Routes = {
  'pulls/list-review-comments': {
    needs: ['pull-requests', 'read'],
    handle: async (call) => {
      const pull = pullOf(call);
      if (pull === undefined) return notFound;
      const own = call.state.reviewComments.filter(({ number }) => number === pull.number);
      return listOf(await Promise.all(own.map((comment) => commentJson(call, pull, comment))));
    },
  },
  'pulls/create-review': {
    needs: ['pull-requests', 'write'],
    handle: async (call) => {
      const pull = pullOf(call);
      return pull === undefined ? notFound : createReview(call, pull);
    },
  },
  'pulls/update-review-comment': {
    needs: ['pull-requests', 'write'],
    handle: async (call) => {
      const { state, params, body } = call;
      const comment = state.reviewComments.find(({ id }) => String(id) === params['comment_id']);
      const pull = state.pulls.find(({ number }) => number === comment?.number);
      if (comment === undefined || pull === undefined) return notFound;
      if (!state.editsOthers && comment.user.login !== state.viewer.login)
        return failure(403, 'Resource not accessible by integration');
      comment.body = String(body['body']);
      return ok(await commentJson(call, pull, comment));
    },
  },
};

function pullOf({ state, params }: Call): PullState | undefined {
  return state.pulls.find(({ number }) => String(number) === params['pull_number']);
}

/** As GitHub: all of its comments, or none where one is on a line that the diff does not show. */
async function createReview(call: Call, pull: PullState): Promise<Reply> {
  const { state, git, body, nextId, time } = call;
  const sha = String(body['commit_id']);
  const given = Array.isArray(body['comments']) ? body['comments'].filter(isObject) : [];
  const base = (await git.mergeBase(pull.base.sha, sha)) ?? pull.base.sha;
  const made: ReviewCommentState[] = [];
  for (const one of given) {
    const [path, line, start] = [String(one['path']), Number(one['line']), one['start_line']];
    const shown = addedLines(await git.patch(base, sha, path));
    if (!shown.has(line) || (start !== undefined && !shown.has(Number(start)))) return outside;
    made.push({
      id: nextId(),
      number: pull.number,
      user: state.viewer,
      body: String(one['body']),
      path,
      line,
      ...(start !== undefined && { startLine: Number(start) }),
      sha,
    });
  }
  state.reviewComments.push(...made);
  state.reviews.push({ number: pull.number, user: state.viewer.login, state: 'COMMENTED', sha, at: time() });
  return ok({
    id: nextId(),
    user: user(state.viewer.login),
    body: body['body'],
    state: 'COMMENTED',
    commit_id: sha,
  });
}

const outside = failure(
  422,
  'Unprocessable Entity: pull_request_review_thread.line must be part of the diff',
);

/** Where the line is another one by now, the comment is outdated and has none. */
async function commentJson(call: Call, pull: PullState, comment: ReviewCommentState): Promise<JsonObject> {
  const { id, body, path, line, startLine, sha, replyTo } = comment;
  const [then, now] = await Promise.all([sha, pull.head.sha].map((one) => lineAt(call, one, path, line)));
  const outdated = then !== now;
  return {
    id,
    user: user(comment.user.login, comment.user.type),
    body,
    path,
    line: outdated ? null : line,
    original_line: line,
    start_line: outdated ? null : (startLine ?? null),
    commit_id: sha,
    created_at: '2026-01-05T10:00:00Z',
    updated_at: '2026-01-05T10:00:00Z',
    ...(replyTo !== undefined && { in_reply_to_id: replyTo }),
  };
}

async function lineAt({ git }: Call, sha: string, path: string, line: number): Promise<string | undefined> {
  return (await git.blob(`${sha}:${path}`))?.toString().split('\n')[line - 1];
}
