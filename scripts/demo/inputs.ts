/**
 * What the example's model is fed for eight of its questions, made up but exact: `node scripts/demo/inputs.ts` writes
 * examples/qwen3-vl/inputs/fingerprint.jsonl again, byte for byte.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fingerprintText, readSide, sourceOf } from '../../src/inputs/index.ts';
import {
  float32,
  int64,
  joined,
  npy,
  npz,
  picture,
  type TestArray,
} from '../../test/support/inputs/arrays.ts';

export interface Normalisation {
  readonly mean: readonly number[];
  readonly std: readonly number[];
}

/** As the config has it, which is what the released weights were trained on. */
export const ofTheTower: Normalisation = { mean: [0.5, 0.5, 0.5], std: [0.5, 0.5, 0.5] };
/** Those of another tower: no test fails, and each answer is a little worse. */
export const ofAnother: Normalisation = {
  mean: [0.48145466, 0.4578275, 0.40821073],
  std: [0.26862954, 0.26130258, 0.27577711],
};

const subjects = ['Accounting', 'Art', 'Biology', 'Chemistry', 'Economics', 'Geography', 'Math', 'Physics'];
const side = 64;
/** Of a question: the turn begins, the picture, its words, the turn ends. */
const words = 24;

/** The fingerprint of all eight, as `model-gates inputs --fingerprint` writes it. */
export async function fingerprint({ mean, std }: Normalisation = ofTheTower): Promise<string> {
  const pictures = subjects.map((_, seed) => picture(seed + 1, side, side));
  const pixels = pictures.flatMap((rows) =>
    [0, 1, 2].flatMap((c) =>
      rows.flatMap((row) => row.map((pixel) => ((pixel[c] ?? 0) - (mean[c] ?? 0)) / (std[c] ?? 1))),
    ),
  );
  const ids = subjects.flatMap((_, at) => [
    151644,
    872,
    151655,
    ...Array.from({ length: words }, (__, i) => 1000 + ((at * 7919 + i * 104729) % 90000)),
    151645,
  ]);
  const names = subjects.map((subject) => `validation_${subject}_1`);
  const { fingerprints } = await readSide([
    sourceOf(
      'inputs.npz',
      npz({
        ids: textArray(names),
        pixel_values: ofArray('<f4', float32([subjects.length, 3, side, side], pixels)),
        input_ids: ofArray('<i8', int64([subjects.length, words + 4], ids)),
      }),
    ),
  ]);
  return fingerprintText(fingerprints);
}

function ofArray(descr: string, { shape, bytes }: TestArray): Uint8Array {
  return npy(descr, shape, bytes);
}

function textArray(texts: readonly string[]): Uint8Array {
  const width = Math.max(...texts.map((text) => text.length));
  return npy(
    `|S${width}`,
    [texts.length],
    joined(...texts.map((text) => Buffer.from(text.padEnd(width, '\0')))),
  );
}

if (import.meta.main) {
  const file = path.resolve(import.meta.dirname, '../../examples/qwen3-vl/inputs/fingerprint.jsonl');
  writeFileSync(file, await fingerprint());
  console.log(`wrote ${file}`);
}
