/** What of GitHub's description is kept; see scripts/openapi.ts. */

/** By operationId; a route of the loopback API answers each. */
export const used: ReadonlySet<string> = new Set([
  'actions/create-workflow-dispatch',
  'actions/get-workflow-run',
  'actions/list-workflow-runs',
  'actions/list-workflow-runs-for-repo',
  'checks/create',
  'checks/list-for-ref',
  'checks/update',
  'git/create-blob',
  'git/create-commit',
  'git/create-ref',
  'git/create-tag',
  'git/create-tree',
  'git/delete-ref',
  'git/get-blob',
  'git/get-ref',
  'git/get-tag',
  'git/get-tree',
  'git/list-matching-refs',
  'git/update-ref',
  'issues/add-labels',
  'issues/create',
  'issues/create-comment',
  'issues/delete-comment',
  'issues/get',
  'issues/list-comments',
  'issues/list-events-for-timeline',
  'issues/list-labels-on-issue',
  'issues/remove-label',
  'issues/update',
  'issues/update-comment',
  'pulls/create',
  'pulls/get',
  'pulls/list',
  'pulls/list-commits',
  'pulls/list-files',
  'pulls/list-reviews',
  'pulls/update-branch',
  'repos/compare-commits-with-basehead',
  'repos/create-commit-status',
  'repos/create-dispatch-event',
  'repos/get-branch',
  'repos/get-collaborator-permission-level',
  'repos/get-combined-status-for-ref',
  'repos/get-commit',
  'repos/get-content',
  'repos/list-activities',
  'repos/list-branches',
  'repos/list-pull-requests-associated-with-commit',
  'repos/list-tags',
  'teams/get-membership-for-user-in-org',
  'users/get-authenticated',
]);

/** Of a schema with very many variants, those that the tests make. */
export const keptVariants: Readonly<Record<string, readonly string[]>> = {
  'timeline-issue-events': [
    'labeled-issue-event',
    'unlabeled-issue-event',
    'timeline-comment-event',
    'timeline-committed-event',
    'timeline-reviewed-event',
    'state-change-issue-event',
  ],
};

/** Where GitHub answers null and its description forgets it: a pull request from a fork that is deleted. */
export const nullable: Readonly<Record<string, readonly string[]>> = {
  'pull-request': ['properties', 'head', 'properties', 'repo'],
  'pull-request-simple': ['properties', 'head', 'properties', 'repo'],
};
