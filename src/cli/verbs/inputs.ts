import { writeFile } from 'node:fs/promises';
import { text } from '../../kernel/fields.ts';
import { UserError } from '../../kernel/user-error.ts';
import { pathTree } from '../change.ts';
import { defineVerb } from '../verb.ts';

export const inputsVerb = defineVerb({
  name: 'inputs',
  summary: 'Compares what a model is fed before and after, and names what changed it.',
  options: {
    baseline: {
      field: text('a path'),
      value: 'PATH',
      help: 'Inputs before: a .safetensors, .npz, .npy, .jsonl or .parquet file, a fingerprint, or a folder with one file a sample.',
    },
    candidate: { field: text('a path'), value: 'PATH', help: 'Inputs after, in any of these forms.' },
    vocabulary: {
      field: text('a path'),
      value: 'FILE',
      help: 'A tokenizer.json, with which token ids are shown as text.',
    },
    again: {
      field: text('a path'),
      value: 'PATH',
      help: 'With --fingerprint: what a second run of the same code wrote. What the two differ by is noise from then on.',
    },
    fingerprint: {
      field: text('a path'),
      value: 'FILE',
      help: 'Write the fingerprint of the candidate to this file (.jsonl) instead: a baseline for later.',
    },
  },
  examples: [
    'model-gates inputs --baseline main.npz --candidate inputs.npz',
    'model-gates inputs --candidate inputs.safetensors --fingerprint inputs.jsonl',
  ],
  async run({ baseline, candidate, again, fingerprint, vocabulary }, _positionals, terminal) {
    if (candidate === undefined || (baseline === undefined) === (fingerprint === undefined))
      throw new UserError('--baseline and --candidate are both needed, or --candidate and --fingerprint.', {
        help: 'See model-gates inputs --help.',
      });
    if (again !== undefined && fingerprint === undefined)
      throw new UserError('--again belongs to --fingerprint: it says what of the candidate is noise.', {
        help: 'See model-gates inputs --help.',
      });
    const { compareFiles, fingerprintFiles, vocabularyOf } = await import('#lib/inputs');
    const after = await pathTree(candidate);
    if (baseline !== undefined) {
      const decode = vocabulary === undefined ? undefined : await vocabularyOf(await pathTree(vocabulary));
      const options = decode === undefined ? {} : { decode };
      return { report: await compareFiles(await pathTree(baseline), after, options) };
    }
    const {
      text: lines,
      samples,
      unread,
    } = await fingerprintFiles(after, again === undefined ? undefined : await pathTree(again));
    const [broken] = unread;
    if (broken !== undefined || fingerprint === undefined)
      throw new UserError(broken?.message ?? '', broken?.help === undefined ? {} : { help: broken.help });
    await writeFile(fingerprint, lines);
    terminal.log.info(`inputs: ${samples} samples in ${fingerprint}`);
    return { text: `${samples} samples, ${Buffer.byteLength(lines)} bytes: ${fingerprint}\n` };
  },
});
