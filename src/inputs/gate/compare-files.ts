import {
  fingerprintText,
  judgeInputs,
  learnNoise,
  noiseOf,
  readSide,
  recordedNoise,
  type InputFacts,
  type JudgeOptions,
} from '../index.ts';
import { makeReport } from '../../report/make.ts';
import type { Report } from '../../report/model.ts';
import type { FileTree } from '../../ports/index.ts';
import { withNoise } from './command-runs.ts';
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

/** The fingerprint of the files of a tree, and what of them could not be read; with the noise that a second run of the same code shows. */
export async function fingerprintFiles(tree: FileTree, again?: FileTree) {
  const first = await readSide(await sourcesOf(tree));
  const second = again === undefined ? undefined : await readSide(await sourcesOf(again));
  const unread = [...first.unread, ...(second?.unread ?? [])];
  const { fingerprints } = first;
  const noise = second && noiseOf(learnNoise(fingerprints, second.fingerprints).learned);
  return {
    text: fingerprintText(withNoise(fingerprints, noise)),
    samples: fingerprints.samples.size,
    unread,
  };
}
