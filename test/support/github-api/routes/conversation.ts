import {
  created,
  done,
  failure,
  listOf,
  notFound,
  ok,
  user,
  type Call,
  type Needs,
  type Reply,
  type Routes,
} from '../route.ts';
import type { Access, CommentState, IssueState, PullState, TimelineState } from '../state.ts';

export const conversationRoutes: Routes = {
  'issues/list-comments': {
    needs: toComment('read'),
    handle: ({ state, params }) =>
      listOf(
        state.comments.filter(({ number }) => String(number) === params['issue_number']).map(commentJson),
      ),
  },
  'issues/create-comment': { needs: toComment('write'), handle: createComment },
  'issues/update-comment': { needs: toComment('write'), handle: updateComment },
  'issues/delete-comment': { needs: toComment('write'), handle: deleteComment },
  'issues/list-labels-on-issue': {
    needs: ['pull-requests', 'read'],
    handle: (call) => withPull(call, (pull) => listOf(labelsJson(pull))),
  },
  'issues/add-labels': {
    needs: ['pull-requests', 'write'],
    handle: (call) => withPull(call, (pull) => addLabels(call, pull)),
  },
  'issues/remove-label': {
    needs: ['pull-requests', 'write'],
    handle: (call) => withPull(call, (pull) => removeLabel(call, pull)),
  },
  'issues/list-events-for-timeline': {
    needs: ['pull-requests', 'read'],
    handle: ({ state, params }) =>
      listOf(
        state.timeline.filter(({ number }) => String(number) === params['issue_number']).map(timelineJson),
      ),
  },
  'issues/create': {
    needs: ['issues', 'write'],
    handle: ({ state, body, nextId }) => {
      const labels = Array.isArray(body['labels']) ? body['labels'].map(String) : [];
      const issue = {
        number: nextId(),
        title: String(body['title']),
        body: typeof body['body'] === 'string' ? body['body'] : '',
        labels,
        state: 'open' as const,
        author: state.viewer,
      };
      state.issues.push(issue);
      return created(issueJson(issue));
    },
  },
  'issues/list-for-repo': {
    needs: ['issues', 'read'],
    handle: ({ state, query }) =>
      listOf(
        state.issues
          .filter((issue) => issue.state === 'open' && issue.labels.includes(query.get('labels') ?? ''))
          .map(issueJson),
      ),
  },
  'issues/get': {
    needs: ['issues', 'read'],
    handle: (call) => withIssue(call, (issue) => ok(issueJson(issue))),
  },
  'issues/update': {
    needs: ['issues', 'write'],
    handle: (call) =>
      withIssue(call, (issue) => {
        const { state } = call.body;
        if (state === 'open' || state === 'closed') issue.state = state;
        return ok(issueJson(issue));
      }),
  },
};

/** A comment on an issue is the issue's. */
function toComment(access: Access): (call: Pick<Call, 'state' | 'params'>) => Needs {
  return ({ state, params }) => {
    const comment = state.comments.find(({ id }) => String(id) === params['comment_id']);
    const asked = comment === undefined ? params['issue_number'] : String(comment.number);
    const onIssue = state.issues.some(({ number }) => String(number) === asked);
    return [onIssue ? 'issues' : 'pull-requests', access];
  };
}

function withIssue({ state, params }: Call, handle: (issue: IssueState) => Reply): Reply {
  const issue = state.issues.find(({ number }) => String(number) === params['issue_number']);
  return issue === undefined ? notFound : handle(issue);
}

function issueJson({ number, title, body, labels, state, author }: IssueState): Record<string, unknown> {
  return { number, title, body, labels, state, user: user(author.login, author.type) };
}

function withPull({ state, params }: Call, handle: (pull: PullState) => Reply): Reply {
  const pull = state.pulls.find(({ number }) => String(number) === params['issue_number']);
  return pull === undefined ? notFound : handle(pull);
}

function createComment({ state, params, body, nextId, time }: Call): Reply {
  const text = String(body['body']);
  if (text.length > 65_536) return tooLong;
  const now = time();
  const comment: CommentState = {
    id: nextId(),
    number: Number(params['issue_number']),
    user: state.viewer,
    body: text,
    createdAt: now,
    updatedAt: now,
  };
  state.comments.push(comment);
  return created(commentJson(comment));
}

const tooLong = failure(422, 'Validation Failed: body is too long (maximum is 65536 characters)');

function updateComment(call: Call): Reply {
  const { body, time } = call;
  return withComment(call, (comment) => {
    const text = String(body['body']);
    if (text.length > 65_536) return tooLong;
    Object.assign(comment, { body: text, updatedAt: time() });
    return ok(commentJson(comment));
  });
}

function deleteComment(call: Call): Reply {
  return withComment(call, (comment) => {
    call.state.comments = call.state.comments.filter((other) => other !== comment);
    return done;
  });
}

function withComment({ state, params }: Call, handle: (comment: CommentState) => Reply): Reply {
  const comment = state.comments.find(({ id }) => String(id) === params['comment_id']);
  if (comment === undefined) return notFound;
  const allowed = state.editsOthers || comment.user.login === state.viewer.login;
  return allowed ? handle(comment) : failure(403, 'Resource not accessible by integration');
}

function commentJson({
  id,
  number,
  user: by,
  body,
  createdAt,
  updatedAt,
}: CommentState): Record<string, unknown> {
  const html_url = `https://github.example/pull/${number}#issuecomment-${id}`;
  return { id, html_url, user: user(by.login, by.type), body, created_at: createdAt, updated_at: updatedAt };
}

function labelsJson({ labels = [] }: PullState): Record<string, unknown>[] {
  return labels.map((name, index) => ({ id: index + 1, name }));
}

function addLabels({ state, body, time }: Call, pull: PullState): Reply {
  const added = Array.isArray(body['labels']) ? body['labels'].map(String) : [];
  const fresh = added.filter((label) => !(pull.labels ?? []).includes(label));
  pull.labels = [...(pull.labels ?? []), ...fresh];
  state.timeline.push(
    ...fresh.map((label): TimelineState => ({
      number: pull.number,
      event: 'labeled',
      label,
      actor: state.viewer.login,
      at: time(),
    })),
  );
  return ok(labelsJson(pull));
}

function removeLabel({ state, params, time }: Call, pull: PullState): Reply {
  const label = params['name'] ?? '';
  if (!(pull.labels ?? []).includes(label)) return failure(404, 'Label does not exist');
  pull.labels = (pull.labels ?? []).filter((name) => name !== label);
  state.timeline.push({
    number: pull.number,
    event: 'unlabeled',
    label,
    actor: state.viewer.login,
    at: time(),
  });
  return ok(labelsJson(pull));
}

function timelineJson(event: TimelineState, index: number): Record<string, unknown> {
  if (event.event === 'committed')
    return { event: event.event, sha: event.sha, author: person(event.at), committer: person(event.at) };
  const common = { id: index + 1, event: event.event, actor: user(event.actor), created_at: event.at };
  return 'label' in event
    ? { ...common, label: { name: event.label, color: 'ededed' } }
    : { ...common, commit_id: event.sha ?? null };
}

function person(date: string): Record<string, unknown> {
  return { name: 'A', email: 'a@example.org', date };
}
