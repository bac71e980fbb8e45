import { exactText, flag, integer, text } from '../../kernel/fields.ts';
import { UserError } from '../../kernel/user-error.ts';
import { editNamedManifest } from '../manifest.ts';
import { defineVerb } from '../verb.ts';

export const promoteVerb = defineVerb({
  name: 'promote',
  summary: 'Edits one value of a manifest, with every other byte as it was.',
  options: {
    manifest: { field: text('a path'), value: 'FILE', help: 'The editor alone: a YAML or JSON file.' },
    path: {
      field: text('a path'),
      value: 'P',
      help: 'With --manifest: the value, such as spec.containers[name=app].image or metadata.annotations["a.b/c"].',
    },
    value: {
      field: exactText,
      value: 'V',
      help: 'With --manifest: what is to stand there. A text stays a text, a number a number.',
    },
    document: {
      field: integer({ min: 1 }),
      value: 'N',
      help: 'With --manifest: which document of the file, from 1. Default: the only one that has the path.',
    },
    'dry-run': {
      field: flag,
      help: 'Write nothing; with --manifest: print the edited file, and nothing else.',
    },
  },
  examples: [
    'model-gates promote --manifest deploy/prod/model.yaml --path spec.predictor.model.storageUri --value s3://models/qwen/v2.4.0 --dry-run',
  ],
  async run(values, _positionals, terminal) {
    const { manifest, path, value, document } = values;
    if (manifest === undefined || path === undefined || value === undefined)
      throw new UserError('--manifest, --path and --value belong together', {
        help: 'Give all three. See model-gates promote --help.',
      });
    const dryRun = values['dry-run'] === true;
    return editNamedManifest({ manifest, path, value, document, dryRun }, terminal);
  },
});
