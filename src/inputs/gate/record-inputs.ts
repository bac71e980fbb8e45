/** From the files that a program wrote, or a fingerprint of them, to what the ledger keeps. */
import { fingerprintText, inputRules } from '../index.ts';
import type { Finding } from '../../report/model.ts';
import type { FileTree } from '../../ports/index.ts';
import { sampleIds } from '../compare/pairs.ts';
import { sideAt } from './baseline.ts';

export interface RecordedInputs {
  /** Of the ledger; empty where findings say why nothing is kept. */
  readonly text: string;
  readonly samples: number;
  /** Errors: nothing is to be recorded. */
  readonly findings: readonly Finding[];
}

/** Most bytes of one fingerprint in the ledger: every merge brings one. */
const mostBytes = 16 * 1024 * 1024;

export async function recordedInputs(tree: FileTree, globs: readonly string[]): Promise<RecordedInputs> {
  const side = await sideAt(tree, globs);
  if (side === undefined)
    return nothing(
      inputRules['no-candidate'].finding({
        message: `Nothing is there to record: no file matches ${globs.join(', ')} in the ${tree.name}.`,
        help: 'Let a step before this one write what the model is fed there, or correct `results`.',
      }),
    );
  const { fingerprints, unread } = side;
  const [broken] = unread;
  if (broken !== undefined)
    return nothing(
      inputRules.unreadable.finding({
        message: broken.message,
        file: broken.file,
        ...(broken.help !== undefined && { help: broken.help }),
      }),
    );
  const samples = sampleIds(fingerprints).length;
  if (samples === 0) return nothing(inputRules['no-samples'].finding({ message: 'There is no sample.' }));
  const text = fingerprintText(fingerprints);
  return text.length > mostBytes ? nothing(tooLarge(text.length)) : { text, samples, findings: [] };
}

function nothing(finding: Finding): RecordedInputs {
  return { text: '', samples: 0, findings: [finding] };
}

function tooLarge(bytes: number): Finding {
  return inputRules['too-large'].finding({
    message: `The fingerprint has ${Math.ceil(bytes / 1024 / 1024)} MiB, and the ledger takes ${mostBytes / 1024 / 1024}.`,
    help: 'Write fewer samples: some dozens show what changed.',
  });
}
