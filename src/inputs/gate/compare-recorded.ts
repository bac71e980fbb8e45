/** What two merges feed the model, by the fingerprints that the ledger keeps. */
import { compareInputs, readSide, recordedNoise, sourceOf, type Side } from '../index.ts';
import { UserError } from '../../kernel/user-error.ts';

export interface FedTensor {
  readonly name: string;
  /** As a change declares it. */
  readonly kind: string;
  /** A clause. */
  readonly cause: string;
}

/** Path → fingerprint, as records name them. */
export type RecordedFiles = ReadonlyMap<string, Uint8Array>;

/** Tensors that changed between two records. Throws a UserError for what cannot be read. */
export async function fedDifference(before: RecordedFiles, after: RecordedFiles): Promise<FedTensor[]> {
  const [one, other] = [await sideOf(before), await sideOf(after)];
  const learned = recordedNoise(one.fingerprints);
  const { tensors } = compareInputs(one.fingerprints, other.fingerprints, learned);
  return tensors
    .filter(({ verdict, samples }) => verdict === 'changed' && samples > 0)
    .map(({ name, cause }) => ({
      name,
      kind: cause?.kind ?? 'values',
      cause: cause?.text ?? 'its cause does not show',
    }));
}

async function sideOf(files: RecordedFiles): Promise<Side> {
  const side = await readSide([...files].map(([path, bytes]) => sourceOf(`${path}.jsonl`, bytes)));
  const [broken] = side.unread;
  if (broken !== undefined) throw new UserError(`a recorded fingerprint cannot be read: ${broken.message}`);
  return side;
}
