import { globs } from '../kernel/kinds.ts';
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

/** `policy.lineage`. */
export const lineageTable = settings({
  correctors: {
    kind: section(correctorsTable),
    default: defaultsOf(correctorsTable),
    description:
      'Whose records may correct others (`corrects`). Default: a record may be corrected by who wrote it.',
  },
});
