import { globs, list, text } from '../kernel/kinds.ts';
import { defaultsOf, section, settings } from '../kernel/settings.ts';

/** What a chain can be exported as. */
export const exportFormats = [
  'openlineage',
  'cdevents',
  'slsa-provenance',
  'test-result',
  'oci-labels',
  'model-card',
  'mlflow',
] as const;
export type ExportFormat = (typeof exportFormats)[number];

const correctorsTable = settings({
  users: { kind: globs, default: [], description: 'Logins.' },
  teams: {
    kind: globs,
    default: [],
    description: 'organization/team; needs an App token with members: read.',
  },
});

const commits = list(
  text({ pattern: '^(?:[0-9a-f]{40}|[0-9a-f]{64})$', example: '0123456789abcdef0123456789abcdef01234567' }),
  { max: 100 },
);

/** `policy.lineage`. */
export const lineageTable = settings({
  correctors: {
    kind: section(correctorsTable),
    default: defaultsOf(correctorsTable),
    description:
      'Whose records may correct others (`corrects`). Default: a record may be corrected by who wrote it.',
  },
  abandoned: {
    kind: commits,
    default: [],
    description:
      'States of the ledger (full SHAs of commits of `model-lineage`) that were given up on purpose, such as one that was rewritten to remove a secret. `lineage/history-lost` is silent about them.',
  },
});
