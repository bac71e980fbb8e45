/** What a registry may hold; published as schema/registry.schema.json. */
const typeNames = [
  'int',
  'float',
  'number',
  'str',
  'bool',
  'null',
  'list',
  'dict',
  'date',
  'datetime',
  'any',
];

const type = {
  description:
    'The Python type the value must have. float accepts an int, number is int or float; several with a list.',
  oneOf: [
    { enum: typeNames },
    { type: 'array', minItems: 1, maxItems: 11, uniqueItems: true, items: { enum: typeNames } },
  ],
};

const constraints = {
  type,
  min: { type: 'number', description: 'Smallest value that is allowed.' },
  max: { type: 'number', description: 'Largest value that is allowed.' },
  'multiple-of': { type: 'number', exclusiveMinimum: 0, description: 'The value is a multiple of this.' },
  enum: { type: 'array', minItems: 1, maxItems: 1000, description: 'The only values that are allowed.' },
  pattern: {
    type: 'string',
    maxLength: 500,
    description:
      'A regular expression that a text value must match; without back-references and look-around.',
  },
  'min-items': { type: 'integer', minimum: 0, description: 'Least length of a list.' },
  'max-items': { type: 'integer', minimum: 0, description: 'Greatest length of a list.' },
};

const text = { type: 'string', maxLength: 2000 };

const parameter = {
  type: ['object', 'null'],
  additionalProperties: false,
  properties: {
    ...constraints,
    items: {
      description: 'What each item of a list must be.',
      type: 'object',
      additionalProperties: false,
      properties: constraints,
    },
    required: {
      type: 'boolean',
      description: 'Every config that contains the mapping around it must set it.',
    },
    kind: {
      enum: ['structural', 'tuning'],
      description: 'structural (default): the model differs with it; tuning: only its training does.',
    },
    owner: { ...text, description: 'Who answers for it, such as @team/architecture.' },
    since: { type: ['string', 'number'], description: 'The version that brought it.' },
    deprecated: { type: ['string', 'boolean'], description: 'Not to be used any more, and why.' },
    'replaced-by': { ...text, description: 'The parameter to use instead.' },
    doc: { ...text, description: 'What it does, in a sentence.' },
    seen: {
      type: 'integer',
      minimum: 1,
      description:
        'In how many configs a derived registry saw the type. Below 5 another type warns; remove it once a person has looked.',
    },
  },
};

export const registrySchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'model-gates registry of model parameters',
  type: 'object',
  additionalProperties: false,
  required: ['parameters'],
  properties: {
    version: { const: 1 },
    reasons: {
      type: 'array',
      maxItems: 1000,
      description: 'Why a structural parameter gets another value: intent, for exactly this value.',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['parameter', 'to', 'reason'],
        properties: {
          parameter: { ...text, description: 'Its path in the config.' },
          to: { description: 'The new value; null for a parameter that is removed.' },
          reason: { type: 'string', minLength: 10, maxLength: 2000 },
        },
      },
    },
    parameters: {
      type: 'object',
      description:
        'Dotted path → what it must be. `*` stands for one key or list index, `**` at the end for everything below.',
      propertyNames: { maxLength: 300 },
      maxProperties: 5000,
      additionalProperties: parameter,
    },
  },
};
