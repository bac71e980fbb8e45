import type { RuleDoc } from '../../report/rule-doc.ts';

/** Rules of the text itself, of the registry and of the parameter count; the cross-field rules document themselves. */
export const textRuleDocs: readonly RuleDoc[] = [
  {
    id: 'config/unreadable',
    severity: 'error',
    summary:
      'The training code would stop with an error here, or read something that cannot be told for sure. No policy lowers it.',
    example: 'stage: !!python/object:run x',
    mend: 'Mend the text at the place that is shown.',
  },
  {
    id: 'config/duplicate-key',
    severity: 'error',
    summary:
      "A key stands twice in one mapping: PyYAML and Python's json silently keep the last. With equal values it is a warning.",
    example: 'lr: 1.0e-4\nlr: 1.0e-5',
    mend: 'Keep one of the two.',
  },
  {
    id: 'config/number-as-text',
    severity: 'error',
    summary:
      'Looks like a number, but the reader takes it for text: PyYAML wants a point in the mantissa and a sign in the exponent.',
    example: 'learning_rate: 1e-5',
    mend: 'Write 1.0e-5.',
  },
  {
    id: 'config/leading-zero',
    severity: 'warning',
    summary: 'A number with a zero in front is octal, or text.',
    example: 'seed: 010',
    mend: 'Remove the zero.',
  },
  {
    id: 'config/word-as-bool',
    severity: 'warning',
    summary: 'PyYAML reads yes, no, on and off as bool.',
    example: 'country: no',
    mend: 'Write true or false, or quote the word.',
  },
  {
    id: 'config/base-60',
    severity: 'warning',
    summary: 'PyYAML reads digits with colons as a number of base 60.',
    example: 'time_limit: 1:30',
    mend: 'Quote it.',
  },
  {
    id: 'config/none-as-text',
    severity: 'warning',
    summary: 'None is text in YAML; the null of YAML is null, ~ or nothing.',
    example: 'rope_scaling: None',
    mend: 'Write null.',
  },
  {
    id: 'config/text-as-date',
    severity: 'notice',
    summary: 'PyYAML reads an ISO date as a date object, not as text.',
    example: 'version: 2026-01-31',
    mend: 'Quote it if it is text.',
  },
  {
    id: 'config/large-integer',
    severity: 'notice',
    summary: 'An integer beyond 2^53 is exact in Python and rounded by readers that hold numbers as float64.',
    example: 'run_id: 9007199254740993',
    mend: 'Quote it if it is an identifier.',
  },
  {
    id: 'config/unregistered-parameter',
    severity: 'error',
    summary: 'The registry knows no such parameter. A warning where strict is off.',
    example: 'new_flag: true',
    mend: 'Register it, or remove it.',
  },
  {
    id: 'config/misspelt-parameter',
    severity: 'error',
    summary: 'Not registered, and one slip away from a registered parameter.',
    example: 'num_expert: 128',
    mend: 'Write the registered name.',
  },
  {
    id: 'config/wrong-type',
    severity: 'error',
    summary: 'The value has not the Python type that is registered.',
    example: 'num_hidden_layers: 48.0',
    mend: 'Write a value of the registered type.',
  },
  {
    id: 'config/out-of-range',
    severity: 'error',
    summary: 'The value is below min or above max of the registry.',
    example: 'attention_dropout: 10',
    mend: 'Keep to the range, or have its owner widen it.',
  },
  {
    id: 'config/not-allowed',
    severity: 'error',
    summary: 'The value is not in the registered enumeration.',
    example: 'hidden_act: sillu',
    mend: 'Use one of the values that are shown.',
  },
  {
    id: 'config/bad-value',
    severity: 'error',
    summary:
      'The value breaks another constraint of the registry or of the JSON Schema: a multiple, a pattern, a length.',
    example: 'hidden_size: 2050',
    mend: 'Mend the value as the message says.',
  },
  {
    id: 'config/missing-key',
    severity: 'error',
    summary: 'A required parameter is not set.',
    example: 'hidden_size: 2048   # and no vocab_size',
    mend: 'Set it.',
  },
  {
    id: 'config/unknown-key',
    severity: 'error',
    summary: "The team's JSON Schema allows no such key.",
    example: 'hidden_sise: 2048',
    mend: 'Write the name that the schema knows.',
  },
  {
    id: 'config/deprecated-parameter',
    severity: 'warning',
    summary: 'The registry calls the parameter deprecated.',
    example: 'rope_scaling: {type: linear, factor: 2.0}',
    mend: 'Use what replaces it.',
  },
  {
    id: 'config/registry-invalid',
    severity: 'error',
    summary: 'The registry cannot be read or contradicts itself.',
    example: 'parameters:\n  lr: { type: float, min: 1, max: 0 }',
    mend: 'Mend the registry.',
  },
  {
    id: 'config/registry-changed',
    severity: 'warning',
    summary:
      'The same change alters the registry. Additions are notices; what is widened, removed or reclassified needs its owner.',
    example: 'parameters:\n  lr: { type: float, max: 10 }   # was max: 0.1',
    mend: 'Have the owner approve it.',
  },
  {
    id: 'config/no-registry',
    severity: 'notice',
    summary: 'There is no registry, so misspelt names and wild values pass.',
    example: '(no .github/model-registry.yml)',
    mend: 'Derive one: model-gates config --write-registry.',
  },
  {
    id: 'config/deleted',
    severity: 'notice',
    summary: 'The change deletes a config.',
    example: '(configs/old.yaml is gone)',
    mend: 'Nothing to mend; see that nothing reads it any more.',
  },
];
