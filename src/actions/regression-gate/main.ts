import { gateAction, outputTexts, regressionGate } from '#lib/change';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

export const main = gateAction(regressionGate, async ({ facts, verdict }, { temp }) => {
  const [first] = facts.metrics ?? [];
  return outputTexts({
    delta: first?.delta,
    'ci-low': first?.ci[0],
    'ci-high': first?.ci[1],
    n: first?.n,
    // What was lifted needs no more samples, however open it is.
    'next-samples': verdict === 'inconclusive' ? facts.nextSamples : 0,
    flipped: await listFile('flipped.json', `${JSON.stringify(facts.flipped ?? [], undefined, 2)}\n`, temp),
    rerun: await rerunFile('rerun.txt', verdict === 'inconclusive' ? facts.rerun?.candidate : [], temp),
    'rerun-baseline': await rerunFile(
      'rerun-baseline.txt',
      verdict === 'inconclusive' ? facts.rerun?.baseline : [],
      temp,
    ),
    'rerun-baseline-commit': verdict === 'inconclusive' ? facts.rerun?.commit : '',
  });
});

/** Path of the ids of the samples to evaluate again, one a line, as an evaluation takes them; '' where there are none. */
async function rerunFile(
  name: string,
  ids: readonly string[] = [],
  temp: string | undefined,
): Promise<string> {
  const plain = ids.filter((id) => !/[\r\n]/.test(id));
  return plain.length === 0 ? '' : listFile(name, `${plain.join('\n')}\n`, temp);
}

/** Path of the file that was written; '' where there is no folder for it. */
async function listFile(name: string, text: string, temp: string | undefined): Promise<string> {
  if (temp === undefined || temp === '') return '';
  const folder = path.join(temp, 'model-gates');
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, name);
  await writeFile(file, text);
  return file;
}
