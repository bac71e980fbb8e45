import { choice, globs, integer, map, name, number, text } from '../kernel/kinds.ts';
import { defaultsOf, settings, type ValuesOf } from '../kernel/settings.ts';

/** `policy.branches`. */
export const branchTable = settings({
  names: {
    kind: globs,
    default: [],
    description: 'Globs that a head branch must match. Default: any name.',
  },
  lines: {
    kind: globs,
    default: ['release/**', 'support/**', 'develop', 'stable', 'gh-pages', 'model-lineage'],
    description:
      'Globs of branches that live on: they are never judged as feature branches, nor swept. Trunk, protected branches and those that a pull request was ever to merge into are so without a word. Default: {default}.',
  },
  releases: {
    kind: globs,
    default: ['release/**', 'support/**'],
    description:
      'Globs of branches that keep a line of releases: what one has and trunk lacks is owed to trunk. Default: {default}.',
  },
  'forward-port-hours': {
    kind: number({ min: 0 }),
    default: 72,
    description: 'Hours within which trunk gets what a release line got. Default: {default}.',
  },
  'only-here': {
    kind: map(text({ min: 1, max: 500 }), '^[0-9a-f]{7,64}$'),
    default: {},
    description:
      'Commits of release lines that trunk never needs, and why: `{ "1a2b3c4d5e6f": the flag is gone on trunk }`. A commit may say so itself: a trailer `Only-here: WHY`.',
  },
  'only-here-label': {
    kind: text({ min: 1, max: 50 }),
    default: 'only-here',
    description:
      'Label of a pull request into a release line whose commits trunk never needs; why stands in the pull request. Default: {default}.',
  },
  bots: {
    kind: globs,
    default: ['dependabot/**', 'renovate/**', 'pre-commit-ci-update-config'],
    description:
      'Globs of branches that bots keep up to date themselves: never judged as feature branches. Default: {default}.',
  },
  'warn-hours': {
    kind: number({ min: 0 }),
    default: 24,
    description: 'Age at which a branch is warned about. Default: {default}.',
  },
  'limit-hours': {
    kind: number({ min: 0 }),
    default: 72,
    description: 'Age that a branch may not pass. Default: {default}.',
  },
  'over-limit': {
    kind: choice(['fail', 'warn']),
    default: 'fail',
    description: 'What an older branch gets. Default: {default}.',
  },
  sync: {
    kind: choice(['merge', 'rebase']),
    default: 'merge',
    description: 'How trunk is brought in. Default: {default}.',
    option: {
      value: 'merge|rebase',
      help: 'How trunk is brought in. Default: branches.sync of the policy, else {default}.',
    },
  },
});

export type BranchSettings = ValuesOf<typeof branchTable>;

/** `policy.sweep`. */
export const sweepTable = settings({
  'after-days': {
    kind: number({ min: 1 }),
    default: 7,
    description: 'Days after the pull request was closed or merged. Default: {default}.',
  },
  'remind-days': {
    kind: number({ min: 0 }),
    default: 2,
    description: 'Days before the deletion at which the author is reminded. Default: {default}.',
  },
  'keep-label': {
    kind: name,
    default: 'keep-branch',
    description: 'Label of a pull request whose branch is kept. Default: {default}.',
  },
  'at-most': {
    kind: integer({ min: 1, max: 500 }),
    default: 20,
    description: 'Branches deleted, and reminders written, in one run. Default: {default}.',
  },
  /** Beside protected ones. */
  protect: {
    kind: globs,
    default: ['main', 'master', 'release/*', 'model-lineage'],
    description: 'Globs of branches that are never touched.',
  },
});

export type SweepSettings = ValuesOf<typeof sweepTable>;

export const sweepDefaults: SweepSettings = defaultsOf(sweepTable);
