import { defineRules } from '../report/rule.ts';

/** What detect-input-drift finds. */
export const inputRules = defineRules('inputs', {
  changed: {
    severity: 'error',
    summary:
      'A tensor that the model is fed is not what it was: beyond noise, and with its cause where its structure shows one. The weights were trained on the other.',
    example: 'pixel_values changed in 32 of 32 samples: channels are BGR instead of RGB',
    fix: 'Undo what changed it, or declare it with its tensor and kind in a trailer of a commit: `Input-Change: pixel_values channels`.',
  },
  declared: {
    severity: 'notice',
    summary: 'A tensor changed, and the change says so itself. It is shown and recorded, and does not fail.',
    example: 'input_ids changed: +21 tokens, declared in commit 1a2b3c4d',
    fix: 'Nothing, where it is meant: evaluate the change, for the model sees something new.',
  },
  'other-samples': {
    severity: 'error',
    summary: 'Both sides have other samples, so that not all of them can be compared.',
    example: '3 of 32 samples of the baseline are not there',
    fix: 'Write the same fixed samples before and after; new ones come with a baseline of their own.',
  },
  'no-samples': {
    severity: 'error',
    summary: 'A side has no sample, so that nothing can be compared.',
    example: 'inputs.npz: input_ids of shape (0, 512)',
    fix: 'Let the program write what it feeds the model for a few dozen fixed samples.',
  },
  'sample-order': {
    severity: 'notice',
    summary: 'The same samples come in another order. They are paired by their ids.',
    example: 'ids a, b, c → c, a, b',
    fix: 'Nothing; where the order of training data matters, look at what shuffles it.',
  },
  'no-candidate': {
    severity: 'error',
    summary:
      'The policy names files of what the change feeds the model, and none is there: nothing was judged.',
    example: 'no file matches inputs/*.safetensors in the working tree',
    fix: 'Write them in a step before the gate, or let `inputs.command` do it.',
  },
  'no-baseline': {
    severity: 'warning',
    summary: 'Nothing is known of what trunk feeds the model, so that nothing can be compared.',
    example: 'no file matches inputs/*.jsonl at the merge base',
    fix: 'Commit a fingerprint and name it in `inputs.baseline`, or set `inputs.command`.',
  },
  'older-baseline': {
    severity: 'notice',
    summary:
      'Nothing is recorded of what the merge base feeds the model: an earlier merge is compared, and what came in between counts here too.',
    example: 'compared with commit 1a2b3c4d, 3 merges before',
    fix: 'Record what each merge feeds the model (model-merge.yml), or set `inputs.command`.',
  },
  'unread-ledger': {
    severity: 'warning',
    summary: 'The ledger may keep what trunk feeds the model, and could not be read.',
    example: 'the ledger could not be read: the remote hung up',
    fix: 'Run the job again; without the ledger `inputs.command` runs for the merge base too.',
  },
  'too-large': {
    severity: 'error',
    summary:
      'The fingerprint of what the model is fed is larger than the ledger takes, so it was not recorded.',
    example: 'The fingerprint has 40 MiB, and the ledger takes 16.',
    fix: 'Write fewer samples: some dozens show what changed.',
  },
  'command-failed': {
    severity: 'error',
    summary: 'The program that writes what the model is fed failed, was stopped, or wrote nothing.',
    example: 'python ended with exit code 1: ModuleNotFoundError: No module named decord',
    fix: 'Run it by hand where it fails; `inputs.time-budget` is the time it has.',
  },
  unsteady: {
    severity: 'warning',
    summary:
      'Two runs of the merge base are fed differently, beyond rounding: something is drawn at random, and hides changes that are smaller.',
    example: 'Two runs of the merge base differ in pixel_values',
    fix: 'Set the seeds and turn augmentations off in the program that writes the samples.',
  },
  unreadable: {
    severity: 'error',
    summary:
      'A file cannot be read: it is cut off, broken, larger than it says, pickled, or of a type that is not known.',
    example: 'inputs.npy: it is pickled (dtype object)',
    fix: 'Write safetensors, .npz, .npy, JSONL or Parquet with numbers, and let the program end before the gate runs.',
  },
});
