import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { flag, list, text } from '../../kernel/fields.ts';
import { systemClock } from '../../kernel/clock.ts';
import { UserError } from '../../kernel/user-error.ts';
import { trustOf } from '../trust.ts';
import { defineVerb } from '../verb.ts';

export const verifyVerb = defineVerb({
  name: 'verify',
  positionals: 'PATH',
  summary: 'Tells whether a model on disk is the one that was signed, file by file, and by whom.',
  options: {
    signature: {
      field: text('a path'),
      value: 'FILE',
      help: 'The signature. Default: model.sig in PATH, else PATH.sig.',
    },
    key: {
      field: list,
      value: 'FILE',
      multiple: true,
      help: 'Public key in PEM that may sign. Without --key, --certificate, --identity and --repository: as the policy on trunk says.',
    },
    certificate: {
      field: list,
      value: 'FILE',
      multiple: true,
      help: 'Certificate in PEM that the chain of the signature may end in.',
    },
    identity: {
      field: text('an identity'),
      value: 'NAME',
      help: 'Identity that may sign by Sigstore, such as a mail address; needs --issuer.',
    },
    repository: {
      field: text('owner/name'),
      value: 'NAME',
      help: 'Repository whose workflows may sign by Sigstore.',
    },
    workflow: {
      field: text('a path'),
      value: 'FILE',
      help: 'With --repository: the only workflow that may, such as .github/workflows/train.yml.',
    },
    ref: {
      field: list,
      value: 'GLOB',
      multiple: true,
      help: 'With --repository: refs on which it may run. Default: any.',
    },
    issuer: {
      field: text('an address'),
      value: 'URL',
      help: "Who vouches for the identity. Default: GitHub's workflows.",
    },
    ignore: {
      field: list,
      value: 'PATH',
      multiple: true,
      help: 'Path in the model, with all below it, that need not be signed. What is signed is verified all the same.',
    },
    'ignore-unsigned': { field: flag, help: 'Files that are not signed are left out, and counted.' },
    root: {
      field: text('a path'),
      value: 'FILE',
      help: "Sigstore trusted root as JSON. Default: that of Sigstore's public instance.",
    },
  },
  examples: [
    'model-gates verify models/qwen3-vl-sft',
    'model-gates verify models/qwen3-vl-sft --key train-pub.pem',
    'model-gates verify models/qwen3-vl-sft --signature model.sig --repository acme/qwen3-vl --workflow .github/workflows/train.yml',
  ],
  async run(values, [model, ...others], terminal) {
    if (model === undefined || others.length > 0)
      throw new UserError(model === undefined ? 'No model was named' : 'One model is verified at a time', {
        help: 'Name a folder, or one file: model-gates verify PATH.',
      });
    const place = path.resolve(terminal.cwd, model);
    const trust = await trustOf(values, terminal);
    const { file, bytes } = await signatureOf(place, values.signature, terminal.cwd);
    const own = below(place, file);
    const { verifyModel } = await import('#lib/signatures');
    const request = {
      path: model,
      signature: values.signature ?? path.relative(terminal.cwd, file),
      bundle: bytes,
      own: own.startsWith('../') ? undefined : own,
      trust,
      ignored: (values.ignore ?? []).map((one) => below(place, path.resolve(place, one))),
      isUnsignedIgnored: values['ignore-unsigned'],
    };
    const { modelFilesAt } = await import('../../runner/model-files.ts');
    const files = modelFilesAt(place, terminal.log, systemClock.now);
    return { report: await verifyModel(request, { files, now: systemClock.now }) };
  },
});

/** With forward slashes. */
function below(place: string, file: string): string {
  return path.relative(place, file).split(path.sep).join('/');
}

async function signatureOf(place: string, given: string | undefined, cwd: string) {
  const candidates =
    given === undefined ? [path.join(place, 'model.sig'), `${place}.sig`] : [path.resolve(cwd, given)];
  for (const file of candidates) {
    const bytes = await readFile(file).catch(() => undefined);
    if (bytes !== undefined) return { file, bytes };
  }
  throw new UserError(
    `there is no signature ${candidates.map((file) => path.relative(cwd, file)).join(', nor ')}`,
    {
      help: 'Name it: --signature FILE.',
    },
  );
}
