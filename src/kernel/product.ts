import manifest from '../../package.json' with { type: 'json' };

/** The version of this release, as SARIF names it. */
export const version: string = manifest.version;

/** The page that explains every rule. */
export const rulesUrl = 'https://github.com/model-gates/model-gates/blob/main/docs/rules.md';

/** Where editors read the schema of the policy. */
export const policySchemaUrl =
  'https://raw.githubusercontent.com/model-gates/model-gates/main/schema/policy.schema.json';
