import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { regressionGate } from '../../check/definitions.ts';
import { factText } from '../fact-text.ts';
import { gateAction } from '../gate-action.ts';

export const main = gateAction(regressionGate, async ({ facts, verdict }, { temp }) => ({
  delta: factText(facts, 'metrics', 0, 'delta'),
  'ci-low': factText(facts, 'metrics', 0, 'ci', 0),
  'ci-high': factText(facts, 'metrics', 0, 'ci', 1),
  n: factText(facts, 'metrics', 0, 'n'),
  // What was lifted needs no more samples, however open it is.
  'next-samples': verdict === 'inconclusive' ? factText(facts, 'nextSamples') : '0',
  flipped: await flippedFile(facts['flipped'], temp),
}));

/** Path of the list of samples whose answer changed, as JSON; '' where there is no folder for it. */
async function flippedFile(flipped: unknown, temp: string | undefined): Promise<string> {
  if (temp === undefined || temp === '') return '';
  const folder = path.join(temp, 'model-gates');
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, 'flipped.json');
  await writeFile(file, `${JSON.stringify(flipped ?? [], undefined, 2)}\n`);
  return file;
}
