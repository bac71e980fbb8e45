import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { regressionGate } from '../../check/definitions.ts';
import { outputTexts } from '../../runner/publish/output-texts.ts';
import type { RegressionFacts } from '../../regression/index.ts';
import { gateAction } from '../../runner/gate/gate-action.ts';

export const main = gateAction(regressionGate, async ({ facts, verdict }, { temp }) => {
  const [first] = facts.metrics ?? [];
  return outputTexts({
    delta: first?.delta,
    'ci-low': first?.ci[0],
    'ci-high': first?.ci[1],
    n: first?.n,
    // What was lifted needs no more samples, however open it is.
    'next-samples': verdict === 'inconclusive' ? facts.nextSamples : 0,
    flipped: await flippedFile(facts.flipped, temp),
  });
});

/** Path of the list of samples whose answer changed, as JSON; '' where there is no folder for it. */
async function flippedFile(
  flipped: RegressionFacts['flipped'] = [],
  temp: string | undefined,
): Promise<string> {
  if (temp === undefined || temp === '') return '';
  const folder = path.join(temp, 'model-gates');
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, 'flipped.json');
  await writeFile(file, `${JSON.stringify(flipped, undefined, 2)}\n`);
  return file;
}
