import {
  fingerprintText,
  judgeInputs,
  readSide,
  recordedNoise,
  type InputFacts,
  type JudgeOptions,
} from '../index.ts';
import { makeReport } from '../../report/make.ts';
import type { Report } from '../../report/model.ts';
import type { FileTree } from '../../ports/index.ts';
import { sourcesOf } from './sources.ts';

/** The files of one tree against those of another; it needs no repository. */
export async function compareFiles(
  before: FileTree,
  after: FileTree,
  options: JudgeOptions = {},
): Promise<Report<InputFacts>> {
  const one = await readSide(await sourcesOf(before));
  const other = await readSide(await sourcesOf(after));
  // What a fingerprint says of its own noise.
  const learned = recordedNoise(one.fingerprints);
  return makeReport({ gate: 'detect-input-drift', ...judgeInputs(one, other, { learned, ...options }) });
}

/** The fingerprint of the files of a tree, and what of them could not be read. */
export async function fingerprintFiles(tree: FileTree) {
  const { fingerprints, unread } = await readSide(await sourcesOf(tree));
  return { text: fingerprintText(fingerprints), samples: fingerprints.samples.size, unread };
}
