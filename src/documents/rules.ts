import { defineRules } from '../report/rule.ts';

/** Rules of the text itself: what the reader refuses, or takes for something else. */
export const textRules = defineRules('config', {
  unreadable: {
    severity: 'error',
    summary:
      'The training code would stop with an error here, or read something that cannot be determined for sure. No policy lowers it.',
    example: 'stage: !!python/object:run x',
    fix: 'Fix the text at the place that is shown.',
  },
  'no-parameters': {
    severity: 'error',
    summary:
      'The file is empty or one value: the training code gets None or a text where it expects parameters. A list is a notice. OmegaConf makes an empty config of an empty file, and that passes.',
    example: '# learning_rate: 1.0e-4',
    fix: 'Write {} for a config that sets nothing.',
  },
  'duplicate-key': {
    severity: 'error',
    summary:
      "A key stands twice in one mapping: PyYAML and Python's json silently keep the last. With equal values it is a warning.",
    example: 'lr: 1.0e-4\nlr: 1.0e-5',
    fix: 'Keep one of the two.',
  },
  'merge-order': {
    severity: 'warning',
    summary:
      'Two mappings of one merge list (<<: [*a, *b]) set the same key to different values: PyYAML up to 6.0.3 and the specification of the merge key take the first, PyYAML 6.0.4 takes the last. Judged is the first.',
    example: 'a: &a { lr: 1.0e-5 }\nb: &b { lr: 1.0e-4 }\nrun: { <<: [*a, *b] }',
    fix: 'Write the key beside <<: what a mapping sets itself comes before what it merges.',
  },
  'number-as-text': {
    fixable: true,
    severity: 'error',
    summary:
      'Looks like a number, but the reader takes it for text: PyYAML wants a point in the mantissa and a sign in the exponent.',
    example: 'learning_rate: 1e-5',
    fix: 'Write 1.0e-5. Where OmegaConf reads the file (Hydra, NeMo, LLaMA-Factory, verl), set dialect: omegaconf in the policy.',
  },
  'leading-zero': {
    severity: 'warning',
    summary: 'A number with a zero in front is octal, or text.',
    example: 'seed: 010',
    fix: 'Remove the zero.',
  },
  'word-as-bool': {
    severity: 'warning',
    summary: 'PyYAML reads yes, no, on and off as bool.',
    example: 'country: no',
    fix: 'Write true or false, or quote the word.',
  },
  'base-60': {
    severity: 'warning',
    summary: 'PyYAML reads digits with colons as a number of base 60.',
    example: 'time_limit: 1:30',
    fix: 'Quote it.',
  },
  'none-as-text': {
    severity: 'warning',
    summary: 'None is text in YAML; the null of YAML is null, ~ or nothing.',
    example: 'rope_scaling: None',
    fix: 'Write null.',
  },
  'text-as-date': {
    fixable: true,
    severity: 'notice',
    summary: 'PyYAML reads an ISO date as a date object, not as text.',
    example: 'version: 2026-01-31',
    fix: 'Quote it if it is text.',
  },
  'large-integer': {
    severity: 'notice',
    summary: 'An integer beyond 2^53 is exact in Python and rounded by readers that hold numbers as float64.',
    example: 'run_id: 9007199254740993',
    fix: 'Quote it if it is an identifier.',
  },
  'interpolation-skipped': {
    severity: 'notice',
    summary:
      'An OmegaConf interpolation that this file alone cannot resolve: the environment, another file, a resolver. Nothing is judged there.',
    example: 'data: ${oc.env:DATA_ROOT}/train',
    fix: 'Nothing to fix; give oc.env a default to have that judged.',
  },
  'not-a-config': {
    severity: 'notice',
    summary:
      'A Python file that the globs take for a config is a program: it runs something, or sets no value. It is never executed, and nothing of it is judged.',
    example: 'if __name__ == "__main__":\n    main()',
    fix: 'Take the file out of files in the policy ("!tools/train.py").',
  },
  'value-unknown': {
    severity: 'notice',
    summary:
      'Values that only a run knows: a call, a comprehension, a name of another module. What Python config files hold is read as far as it is literals, names bound above and arithmetic; nothing is executed, and these values are not judged.',
    example: 'num_gpus = torch.cuda.device_count()',
    fix: 'Nothing to fix; write the value as a literal to have it judged.',
  },
});
