import { fingerprint, ofAnother } from '../inputs.ts';
import { configFile } from './degraded.ts';
import { replace, rewrite, type Overlay } from './edits.ts';

export const incidentBranch = 'feature/sharper-documents';
export const incidentNumber = 19;

const values = (numbers: readonly number[]): string => `[${numbers.join(', ')}]`;

/** One line in a config, registered and in its range, that every test lets through: the pictures are normalised as another tower's are. */
export const slip: Overlay = {
  message: 'Normalise documents as published',
  edits: [
    replace(configFile, 'image_mean: [0.5, 0.5, 0.5]', `image_mean: ${values(ofAnother.mean)}`),
    replace(configFile, 'image_std: [0.5, 0.5, 0.5]', `image_std: ${values(ofAnother.std)}`),
    rewrite('inputs/fingerprint.jsonl', await fingerprint(ofAnother)),
  ],
};

/** What others merge meanwhile: nothing that a model's answers depend on. */
export const lateMerges: readonly Overlay[] = [12, 14, 16, 18, 20, 22].map((workers, at) => ({
  message: `Load data with ${workers + 2} workers (#${30 + at})`,
  edits: [replace(configFile, `num_workers: ${workers}`, `num_workers: ${workers + 2}`)],
}));
