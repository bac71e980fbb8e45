import manifest from '../../package.json' with { type: 'json' };

/** The version of this release, as SARIF names it. */
export const version: string = manifest.version;

/** The index of all rules; the pages beside it in a folder of that name explain them. */
export const rulesUrl = 'https://github.com/model-gates/model-gates/blob/main/docs/rules.md';

/** Where editors read the schema of the policy. */
export const policySchemaUrl =
  'https://raw.githubusercontent.com/model-gates/model-gates/main/schema/policy.schema.json';
