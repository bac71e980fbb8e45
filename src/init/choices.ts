/** What `init` sets up beside policy, registry and the pull-request workflow. */
export const parts = ['merge', 'nightly', 'hotfix', 'branches', 'labels', 'editor'] as const;
export type InitPart = (typeof parts)[number];

export interface Choices {
  readonly parts: ReadonlySet<InitPart>;
  /** How a drop of a metric is decided. */
  readonly mode: 'paired' | 'strict';
  /** Who may lift gates and approve hotfixes: logins, `organization/team`, or one permission. */
  readonly managers: readonly string[];
  /** File name of the workflow that deploys a hotfix. */
  readonly deploy: string;
}

export const defaultChoices: Choices = {
  parts: new Set(),
  mode: 'paired',
  managers: ['maintain'],
  deploy: 'deploy.yml',
};

/** What is asked of a person, in this order, and which rule of a team each part keeps. */
export const questions: Readonly<Record<InitPart, { readonly ask: string; readonly keeps: string }>> = {
  merge: {
    ask: 'A workflow for each merge: version tag, lineage, training?',
    keeps: 'each merge has one version, and leads back to its commit and pull request',
  },
  nightly: {
    ask: 'A workflow for each night: trunk into open branches, age, cleaning up, the decision board?',
    keeps: 'trunk is brought into every branch each day; closed branches are deleted after 7 days',
  },
  hotfix: {
    ask: 'A fast lane for hotfixes: approved by a release manager, evaluated within 24 hours?',
    keeps:
      'a hotfix goes out within 30 minutes in somebody’s name, and its evaluation follows within 24 hours',
  },
  branches: {
    ask: 'Rules for branches: named feature/…, fix/… or docs/…, a warning after 24 hours, an error after 72?',
    keeps: 'a branch lives at most three days, and its name says what it is for',
  },
  labels: {
    ask: 'A label with which release managers skip a full evaluation?',
    keeps: 'only who is entitled skips an evaluation, for one commit, with a reason',
  },
  editor: {
    ask: 'Settings with which VS Code completes and checks configs?',
    keeps: 'a misspelt parameter is marked while it is typed',
  },
};

const permissions = new Set(['read', 'triage', 'write', 'maintain', 'admin']);

/** The people as the policy names them: `{ users: [rita], teams: [acme/release] }`. */
export function entitledText(managers: readonly string[]): string {
  const teams = managers.filter((name) => name.includes('/'));
  const [permission] = managers.filter((name) => permissions.has(name));
  const users = managers.filter((name) => !name.includes('/') && !permissions.has(name));
  const fields = [
    ...(users.length === 0 ? [] : [`users: [${users.map(quoted).join(', ')}]`]),
    ...(teams.length === 0 ? [] : [`teams: [${teams.map(quoted).join(', ')}]`]),
    ...(permission === undefined ? [] : [`permission: ${permission}`]),
  ];
  return `{ ${fields.join(', ')} }`;
}

/** JSON strings are YAML strings. */
export function quoted(value: string): string {
  return JSON.stringify(value);
}
