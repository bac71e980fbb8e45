/**
 * The part of SARIF 2.1.0 that we write, as a JSON Schema made from the specification's text (sections 3.13 to 3.50):
 * closed, so that a property we did not mean to write is an error. The official schema allows more.
 */

const text = { type: 'string', minLength: 1 };
const position = { type: 'integer', minimum: 1 };
const level = { enum: ['none', 'note', 'warning', 'error'] };

function object(required: readonly string[], properties: Readonly<Record<string, unknown>>): object {
  return { type: 'object', required, properties, additionalProperties: false };
}

const message = object(['text'], { text });

const rule = object(['id'], {
  id: text,
  shortDescription: message,
  fullDescription: message,
  help: message,
  helpUri: { type: 'string', format: 'uri' },
  defaultConfiguration: object(['level'], { level }),
});

const region = object(['startLine'], {
  startLine: position,
  startColumn: position,
  endLine: position,
  endColumn: position,
});

const physicalLocation = object(['artifactLocation'], {
  artifactLocation: object(['uri', 'uriBaseId'], {
    // 3.4.3: a relative reference with a base has neither scheme nor leading slash.
    uri: { type: 'string', format: 'uri-reference', not: { pattern: '^(?:/|[A-Za-z][A-Za-z0-9+.-]*:)' } },
    uriBaseId: { const: '%SRCROOT%' },
  }),
  region,
});

const replacement = object(['deletedRegion', 'insertedContent'], {
  deletedRegion: region,
  insertedContent: object(['text'], { text: { type: 'string' } }),
});
const artifactChanges = {
  type: 'array',
  minItems: 1,
  items: object(['artifactLocation', 'replacements'], {
    artifactLocation: { type: 'object' },
    replacements: { type: 'array', minItems: 1, items: replacement },
  }),
};

const result = object(['ruleId', 'ruleIndex', 'level', 'message', 'locations', 'partialFingerprints'], {
  ruleId: text,
  ruleIndex: { type: 'integer', minimum: 0 },
  level,
  message,
  locations: { type: 'array', minItems: 1, items: object(['physicalLocation'], { physicalLocation }) },
  partialFingerprints: object(['primaryLocationLineHash', 'modelGates/v1'], {
    primaryLocationLineHash: { type: 'string', pattern: '^[0-9a-f]{16}:[1-9]\\d*$' },
    'modelGates/v1': { type: 'string' },
  }),
  fixes: {
    type: 'array',
    minItems: 1,
    items: object(['artifactChanges'], { description: message, artifactChanges }),
  },
});

const driver = object(['name', 'rules'], {
  name: text,
  version: text,
  semanticVersion: { type: 'string', pattern: '^\\d+\\.\\d+\\.\\d+' },
  rules: { type: 'array', uniqueItems: true, items: rule },
});

const run = object(
  ['tool', 'automationDetails', 'columnKind', 'originalUriBaseIds', 'invocations', 'results'],
  {
    tool: object(['driver'], { driver }),
    // 3.17.3: hierarchical, `category/run`; GitHub takes all before the last slash for the category.
    automationDetails: object(['id'], { id: { type: 'string', pattern: '^model-gates/.+/$' } }),
    columnKind: { const: 'utf16CodeUnits' },
    originalUriBaseIds: object(['%SRCROOT%'], {
      '%SRCROOT%': object(['description'], { description: message }),
    }),
    versionControlProvenance: {
      type: 'array',
      items: object(['repositoryUri'], {
        repositoryUri: { type: 'string', format: 'uri' },
        revisionId: text,
      }),
    },
    invocations: {
      type: 'array',
      items: object(['executionSuccessful'], {
        executionSuccessful: { type: 'boolean' },
        toolExecutionNotifications: { type: 'array', items: object(['message'], { level, message }) },
      }),
    },
    results: { type: 'array', items: result },
  },
);

export const sarifSchema = object(['$schema', 'version', 'runs'], {
  $schema: { type: 'string', format: 'uri' },
  version: { const: '2.1.0' },
  runs: { type: 'array', minItems: 1, items: run },
});
