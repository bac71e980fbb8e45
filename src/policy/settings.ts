import { defaultsOf, section, settings, type ValuesOf } from '../kernel/settings.ts';
import { choice, define, flag, globs, list, map, number, text } from '../kernel/kinds.ts';
import { text as textField } from '../kernel/fields.ts';
import { branchTable, sweepTable } from './branch-settings.ts';
import { lineageTable } from '../lineage/settings.ts';
import { gateNames } from './gate-names.ts';

export * from './branch-settings.ts';

/** Who may do something: any one of these suffices. Read from the policy of the base branch. */
const entitledTable = settings({
  users: { kind: globs, default: [], description: 'Logins.' },
  teams: {
    kind: globs,
    default: [],
    description: 'organization/team; needs an App token with members: read.',
  },
  permission: {
    kind: choice(['write', 'maintain', 'admin']),
    description: 'At least this permission in the repository.',
  },
});

export type Entitled = ValuesOf<typeof entitledTable>;

const nobody: Entitled = defaultsOf(entitledTable);

const anyEntitled = section(entitledTable, { minProperties: 1 });

export const entitled = define('entitled', {
  ...anyEntitled,
  schema: () => ({ description: 'Any one of these suffices.', ...anyEntitled.schema() }),
});

/** A label that lifts or lightens gates when someone entitled put it on the head commit as it is. */
export const exemptionTable = settings({
  label: { kind: text({ min: 1, max: 50 }), required: true, default: '' },
  gates: { kind: list(choice(gateNames), { min: 1 }), required: true, default: [] },
  by: { kind: entitled, required: true, default: nobody },
  'author-may': {
    kind: flag,
    default: false,
    description: 'Whether the author of the pull request may grant it. Default: {default}.',
  },
  'reason-required': {
    kind: flag,
    default: true,
    description: 'Whether a comment /exempt LABEL because … must say why. Default: {default}.',
  },
  hours: { kind: number({ above: 0 }), description: 'Hours after which it ends by itself.' },
  sticky: {
    kind: flag,
    default: false,
    description: 'Whether it survives the next push. Default: {default}.',
  },
  effect: {
    kind: choice(['lift', 'light']),
    default: 'lift',
    description:
      '{default} (the default): the gate does not block. light: the evaluation may be on fewer samples, and blocks only where it shows a drop.',
  },
});

export type ExemptionRule = ValuesOf<typeof exemptionTable>;

/** `policy.plan`. */
export const planTable = settings({
  /**
   * Prompts and data may be Markdown too, and `LICENSE_head.py` is code: only names that say what a file is count, and what stands where
   * repositories keep their own pages.
   */
  harmless: {
    kind: globs,
    default: [
      '{README,README.zh-CN,CHANGELOG,CONTRIBUTING,CODE_OF_CONDUCT,SECURITY,SUPPORT}.md',
      'docs/**/*.md',
      '{LICENSE,LICENCE,COPYING,NOTICE}{,.md,.txt}',
      '.gitignore',
      '.editorconfig',
      '.github/CODEOWNERS',
      '.github/*.md',
      '.github/ISSUE_TEMPLATE/*.{md,yml}',
    ],
    description:
      "Globs of files on which no evaluation depends; a change of these alone needs none. Default: a repository's own pages (README.md, CHANGELOG.md, LICENSE.txt, … by their exact names), docs/**/*.md and GitHub's own.",
  },
});

/** `policy.hotfix`. */
export const hotfixTable = settings({
  branches: {
    kind: globs,
    default: ['hotfix/*'],
    description: 'Globs of head branches. Default: {default}.',
  },
  'release-managers': { kind: entitled, default: nobody, description: 'Who may approve a hotfix.' },
  'required-checks': {
    kind: globs,
    default: [],
    description: 'Checks that must be green on the head commit.',
  },
  evaluation: {
    kind: choice(['skip', 'light']),
    default: 'skip',
    description:
      'Whether an approved hotfix skips its evaluation ({default}, the default) or makes it on fewer samples (light).',
  },
  'evaluate-within-hours': {
    kind: number({ above: 0 }),
    default: 24,
    description: 'Hours within which the skipped evaluation must follow. Default: {default}.',
  },
});

export type HotfixSettings = ValuesOf<typeof hotfixTable>;

/** `policy.compare`. */
export const comparisonTable = settings({
  metrics: {
    kind: globs,
    default: [],
    description:
      'Metrics that decide, with `:lower` where less is better, such as wer:lower. Default: all that both versions have.',
  },
  margin: {
    kind: number({ above: 0, max: 1_000_000 }),
    description:
      'Differences within it do not count, in the unit of the metric: 0.02 are 2 points of a share. Default: 2 points.',
  },
});

export type ComparisonSettings = ValuesOf<typeof comparisonTable>;

/** `policy.versioning`. */
export const versioningTable = settings({
  /** With the slash of a folder: `qwen3-vl/`. */
  prefix: {
    kind: text({ max: 100 }),
    field: textField('a prefix'),
    default: '',
    description: 'In front of v2.3.1, for several models in one repository.',
    input: 'In front of every version, for several models in one repository: `qwen3-vl/`.',
    option: { value: 'TEXT', help: 'In front of every version: qwen3-vl/.' },
  },
  paths: {
    kind: map(globs),
    default: {},
    description:
      'Files that the releases of a prefix contain: `{ "vision/": [models/vision/**, shared/**] }`. Only commits that change one decide about a `conventional` number. Default: the folder that the prefix names (`vision/**`) where there is one, else all.',
  },
});

/** What a policy says of trunk itself, with a default for everything. */
export const trunkSections = settings({
  'feedback-minutes': {
    kind: number({ above: 0, max: 1440 }),
    default: 10,
    description:
      'Minutes from an event to the verdict, queues, earlier jobs and the evaluation included. A verdict that comes later is a finding.',
  },
  plan: {
    kind: section(planTable),
    default: defaultsOf(planTable),
    description: 'What needs no evaluation.',
  },
  exemptions: {
    kind: list(section(exemptionTable), { max: 50 }),
    default: [],
    description:
      'Labels that lift gates when someone entitled put them on the head commit as it is. Each use is reported with who, when and on which SHA.',
  },
  hotfix: {
    kind: section(hotfixTable),
    default: defaultsOf(hotfixTable),
    description:
      'Hotfix branches may merge before their evaluation, when a release manager approves the head commit.',
  },
  branches: {
    kind: section(branchTable),
    default: defaultsOf(branchTable),
    description: 'How long branches may live and what they may be called.',
  },
  sweep: {
    kind: section(sweepTable),
    default: defaultsOf(sweepTable),
    description: 'When the branches of closed pull requests are deleted.',
  },
  compare: {
    kind: section(comparisonTable),
    default: defaultsOf(comparisonTable),
    description:
      'How two recorded versions are compared: by `model-gates compare A B`, on the board, for weights that were just recorded, and before a promotion.',
  },
  lineage: {
    kind: section(lineageTable),
    default: defaultsOf(lineageTable),
    description: 'Who may correct what the ledger says.',
  },
});
