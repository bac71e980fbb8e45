import { pageSize, type Client } from './client/client.ts';
import { ApiFailure } from './client/failure.ts';
import { markerOf, ours } from './comments.ts';
import { addedLines } from './patch.ts';
import { ghost } from './pulls.ts';
import type { Suggestion } from '../report/suggestion.ts';
import type { KeptSuggestions, SuggestionStore, WantedSuggestions } from '../ports/suggestions.ts';

/** More in one review bury what people said. */
const mostOfReview = 30;

export function suggestions(client: Client): SuggestionStore {
  return { keep: (number, wanted) => keep(client, number, wanted) };
}

async function keep(client: Client, number: number, wanted: WantedSuggestions): Promise<KeptSuggestions> {
  const there = await ownComments(client, number);
  // Most pull requests need none: then nothing else is asked.
  const changed =
    wanted.suggestions.length === 0 ? () => false : await changedLines(client, number, wanted.suggestions);
  const fitting = wanted.suggestions.filter(changed);
  const marker = markerOf(`suggestion.${wanted.key}`);
  const pairs = fitting.map((suggestion) => ({
    suggestion,
    known: there.find((one) => isAt(one, suggestion)),
  }));
  for (const { suggestion, known } of pairs)
    if (known !== undefined) await say(client, known, `${known.marker}\n${suggestion.body}`);
  const used = new Set(pairs.map(({ known }) => known));
  for (const stale of there)
    if (!used.has(stale) && stale.marker === marker) await say(client, stale, `${marker}\n${withdrawn}`);
  const fresh = pairs.flatMap(({ suggestion, known }) => (known === undefined ? [suggestion] : []));
  const posted = await review(
    client,
    number,
    { ...wanted, suggestions: fresh.slice(0, mostOfReview) },
    marker,
  );
  const kept = fitting.length - fresh.length;
  return { posted, kept, elsewhere: wanted.suggestions.length - posted - kept };
}

const withdrawn = 'What was suggested here is no longer needed.\n';

interface OwnComment {
  readonly id: number;
  readonly by: string;
  readonly bot: boolean;
  readonly body: string;
  readonly marker: string;
  readonly path: string;
  readonly line: number;
  readonly startLine: number;
}

/** Of this project, by any of its gates, and not outdated: where the line has changed, GitHub names none, and commits no suggestion. */
async function ownComments(client: Client, pull_number: number): Promise<OwnComment[]> {
  const { all, rest, repo } = client;
  const listed = await all('write suggestions', () =>
    rest.pulls.listReviewComments({ ...repo, pull_number, per_page: pageSize }),
  );
  const marked = listed.flatMap(({ id, user, body, path, line, start_line, in_reply_to_id }) => {
    const [marker] = /^<!-- model-gates:suggestion\.[\w.-]+ -->/.exec(body) ?? [];
    if (marker === undefined || line === undefined || line === null || in_reply_to_id !== undefined)
      return [];
    const by = user?.login ?? ghost;
    return [{ id, by, bot: user?.type === 'Bot', body, marker, path, line, startLine: start_line ?? line }];
  });
  return ours(client, marked);
}

function isAt(comment: OwnComment, { file, line, endLine }: Suggestion): boolean {
  return comment.path === file && comment.startLine === line && comment.line === endLine;
}

async function say({ call, rest, repo, log }: Client, comment: OwnComment, body: string): Promise<void> {
  if (comment.body === body) return;
  try {
    await call('write suggestions', () =>
      rest.pulls.updateReviewComment({ ...repo, comment_id: comment.id, body }),
    );
  } catch (error) {
    // Another app's, or gone since it was listed.
    if (!(error instanceof ApiFailure) || (error.status !== 403 && error.status !== 404)) throw error;
    log.debug(`review comment ${comment.id} stays as it is: ${error.message}`);
  }
}

/** Whether the pull request adds or changes all lines of a suggestion, and they are still those that were judged. */
async function changedLines(
  { all, rest, repo }: Client,
  pull_number: number,
  wanted: readonly Suggestion[],
): Promise<(suggestion: Suggestion) => boolean> {
  const files = new Set(wanted.map(({ file }) => file));
  const listed = await all('write suggestions', () =>
    rest.pulls.listFiles({ ...repo, pull_number, per_page: pageSize }),
  );
  const added = new Map(
    listed.filter((one) => files.has(one.filename)).map((one) => [one.filename, addedLines(one.patch ?? '')]),
  );
  return ({ file, line, before }) =>
    before.length > 0 && before.every((text, index) => added.get(file)?.get(line + index) === text);
}

/** How many were posted. A review that may have been made although no answer said so is looked for before it is made again. */
async function review(
  client: Client,
  number: number,
  wanted: WantedSuggestions,
  marker: string,
): Promise<number> {
  const { length } = wanted.suggestions;
  if (length === 0) return 0;
  try {
    await createReview(client, number, wanted, marker);
  } catch (error) {
    if (!(error instanceof ApiFailure) || !error.unclear) throw error;
    const there = await ownComments(client, number);
    const left = wanted.suggestions.filter((one) => !there.some((comment) => isAt(comment, one)));
    if (left.length > 0) await createReview(client, number, { ...wanted, suggestions: left }, marker);
  }
  return length;
}

async function createReview(
  { call, rest, repo }: Client,
  pull_number: number,
  { sha, suggestions: list }: WantedSuggestions,
  marker: string,
): Promise<void> {
  const comments = list.map(({ file: path, line: start_line, endLine: line, body }) => ({
    path,
    line,
    side: 'RIGHT',
    ...(start_line < line && { start_line, start_side: 'RIGHT' }),
    body: `${marker}\n${body}`,
  }));
  const body = 'Each of these suggestions is the one edit that fixes a finding.';
  await call('write suggestions', () =>
    rest.pulls.createReview({ ...repo, pull_number, commit_id: sha, event: 'COMMENT', body, comments }),
  );
}
