import type { RuleDoc } from '../report/rule-doc.ts';

/** What the schema of the policy finds; the ids are made from the schema's keywords. */
export const policyRuleDocs: readonly RuleDoc[] = [
  {
    id: 'policy/unknown-key',
    severity: 'error',
    summary: 'The policy has a key that no gate knows, so a setting that somebody relies on would not hold.',
    example: 'regression:\n  tolerence: 0.3',
    mend: 'Write the key that the finding suggests, or one of docs/policy.md.',
  },
  {
    id: 'policy/missing-key',
    severity: 'error',
    summary:
      'A part of the policy lacks a key that it must have, such as the reason for switching a rule off.',
    example: 'config:\n  rules:\n    config/token-id-range: { severity: off }',
    mend: 'Add the key that is named.',
  },
  {
    id: 'policy/wrong-type',
    severity: 'error',
    summary: 'A setting has a value of another type than it takes.',
    example: 'regression:\n  tolerance: half a point',
    mend: 'Give a value of the type that is named.',
  },
  {
    id: 'policy/not-allowed',
    severity: 'error',
    summary: 'A setting takes one of a few words, and this is none of them.',
    example: 'config:\n  dialect: yaml',
    mend: 'Use one of the words that the finding lists.',
  },
  {
    id: 'policy/out-of-range',
    severity: 'error',
    summary: 'A number, or the length of a text or list, lies outside of what the setting takes.',
    example: 'regression:\n  alpha: 0.9',
    mend: 'Give a value within the range that is named.',
  },
  {
    id: 'policy/bad-value',
    severity: 'error',
    summary: 'A value does not have the form that its setting needs.',
    example: 'config:\n  expressions:\n    - { id: Not An Id, check: hidden_size > 0 }',
    mend: 'Write it in the form that the finding shows; docs/policy.md has every setting.',
  },
];
