import type { RuleDoc } from '../../report/rule-doc.ts';

/** Rules of the text itself: what the reader refuses, or takes for something else. */
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
    id: 'config/no-parameters',
    severity: 'error',
    summary:
      'The file is empty or one value: the training code gets None or a text where it expects parameters. A list is a notice. OmegaConf makes an empty config of an empty file, and that passes.',
    example: '# learning_rate: 1.0e-4',
    mend: 'Write {} for a config that sets nothing.',
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
    mend: 'Write 1.0e-5. Where OmegaConf reads the file (Hydra, NeMo, LLaMA-Factory, verl), set dialect: omegaconf in the policy.',
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
];
