/** What each operation does in words, and the job permission it needs (docs.github.com, "Permissions required for GitHub Apps"). */
export interface Operation {
  /** Completes "could not …". */
  readonly doing: string;
  /** As written under `permissions:`; absent where no job permission grants it. */
  readonly permission?: string;
  /** What to do where `permissions:` alone does not help. */
  readonly advice?: string;
  /** What to do, by the words with which GitHub refuses a request that is not well formed (422). */
  readonly causes?: readonly (readonly [says: RegExp, advice: string])[];
}

export const operations = {
  'compare commits': { doing: 'compare two commits', permission: 'contents: read' },
  'read commit': { doing: 'read a commit', permission: 'contents: read' },
  'read pull requests of commit': {
    doing: 'find the pull requests of a commit',
    permission: 'pull-requests: read',
  },
  'read checks': { doing: 'read the check runs of a commit', permission: 'checks: read' },
  'read statuses': { doing: 'read the commit statuses', permission: 'statuses: read' },
  'write status': { doing: 'write a commit status', permission: 'statuses: write' },
  'read pull request': { doing: 'read the pull request', permission: 'pull-requests: read' },
  'list pull requests': { doing: 'list pull requests', permission: 'pull-requests: read' },
  'open pull request': {
    doing: 'open a pull request',
    permission: 'pull-requests: write',
    advice:
      'Add "permissions: pull-requests: write" to the job, and let Actions create pull requests (Settings, Actions, General), or pass the token of a GitHub App.',
  },
  'update pull request branch': { doing: 'bring the branch up to date', permission: 'pull-requests: write' },
  'read comments': { doing: 'read the comments', permission: 'pull-requests: read' },
  'write comment': { doing: 'write the comment', permission: 'pull-requests: write' },
  'write suggestions': {
    doing: 'post the suggestions',
    permission: 'pull-requests: write',
    causes: [
      [
        /part of the diff|pull_request_review_thread/i,
        'The branch has moved since: the next run suggests anew.',
      ],
    ],
  },
  'write check': { doing: 'publish the check run', permission: 'checks: write' },
  'read labels': { doing: 'read the labels', permission: 'pull-requests: read' },
  'write labels': { doing: 'change the labels', permission: 'pull-requests: write' },
  'read permission': {
    doing: "read a person's permission",
    advice: "This token may not see who may do what here: pass the job's own token, or that of a GitHub App.",
  },
  'read team': {
    doing: 'look up the team',
    advice:
      'GITHUB_TOKEN cannot see teams: pass the token of a GitHub App with "members: read", or name the people in the policy.',
  },
  'read viewer': { doing: 'learn whose token this is' },
  'read refs': { doing: 'read refs', permission: 'contents: read' },
  'write refs': {
    doing: 'write a ref',
    permission: 'contents: write',
    advice:
      'Add "permissions: contents: write" to the job. Where it is there, a ruleset guards that name, or the commit changes workflows, which no job\'s token may publish: pass the token of a GitHub App with "contents: write" and "workflows: write".',
  },
  'delete ref': { doing: 'delete a ref', permission: 'contents: write' },
  'read tags': { doing: 'read the tags', permission: 'contents: read' },
  'write tag': { doing: 'create the tag', permission: 'contents: write' },
  'read branches': { doing: 'read the branches', permission: 'contents: read' },
  'read activity': { doing: "read the branch's history of pushes", permission: 'contents: read' },
  'read objects': { doing: 'read git objects', permission: 'contents: read' },
  'write objects': { doing: 'write git objects', permission: 'contents: write' },
  'read files': { doing: 'read a file', permission: 'contents: read' },
  'start workflow': {
    doing: 'start the workflow',
    permission: 'actions: write',
    causes: [
      [
        /workflow_dispatch/i,
        'Give the workflow `on: workflow_dispatch`, on the default branch and on the branch or tag that is started.',
      ],
      [
        /unexpected inputs/i,
        'Declare each of them under `on: workflow_dispatch: inputs:` of the workflow, on the branch or tag that is started.',
      ],
      [/required input/i, 'Give a value for it, or declare it with a default.'],
      [/no ref found/i, 'Name a branch or tag that the repository of the workflow has.'],
      [
        /(?:more than|up to|maximum of) 10\b/i,
        'This GitHub takes ten inputs at most: send a repository event in its place.',
      ],
      [/disabled/i, 'Enable the workflow on the page "Actions" of its repository.'],
      [/too (?:large|long|many)|exceed/i, 'Send less: GitHub takes 25 inputs with 65,535 characters in all.'],
    ],
  },
  'send repository event': {
    doing: 'send the repository event',
    permission: 'contents: write',
    causes: [
      [
        /client_payload|properties|too (?:large|long)|event_type/i,
        'GitHub takes ten properties at the top of a payload of 64 KB, and a type of 100 characters.',
      ],
    ],
  },
  'read workflow runs': { doing: 'read the runs of workflows', permission: 'actions: read' },
  'read rate limit': { doing: 'read how many requests are left' },
  'read deployments': { doing: 'read the deployments', permission: 'deployments: read' },
  'write deployment': { doing: 'create the deployment', permission: 'deployments: write' },
  'list issues': { doing: 'list the issues', permission: 'issues: read' },
  'read issue': { doing: 'read the issue', permission: 'issues: read' },
  'read issue comments': { doing: 'read the comments of the issue', permission: 'issues: read' },
  'write issue comment': { doing: 'write the comment on the issue', permission: 'issues: write' },
  'change issue': { doing: 'open or close the issue', permission: 'issues: write' },
  'create issue': { doing: 'create the issue', permission: 'issues: write' },
} as const satisfies Record<string, Operation>;

export type OperationName = keyof typeof operations;

/** The row of the table, without the narrow types of its literals. */
export function operation(name: OperationName): Operation {
  return operations[name];
}
