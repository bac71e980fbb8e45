import { expect, test } from 'vitest';
import { judgeConfig } from '../../../src/config/gate/validate-model-config.ts';
import { configDefaults } from '../../../src/config/index.ts';
import { initialFiles } from '../../../src/init/init.ts';
import { policyOf, policyPath } from '../../../src/policy/index.ts';
import { readPolicyText } from '../../../src/policy/gate/policy-text.ts';
import { publishedMistakes } from '../../support/published-mistakes.ts';
import { memoryPorts, memoryTree } from '../../support/trees.ts';

type Files = Readonly<Record<string, string>>;

/** Errors and warnings of a change, with the policy and registry that init makes of the good state. */
async function judged(good: Files, before: Files, after: Files): Promise<string[]> {
  const written = await initialFiles(memoryTree(good), 'main');
  const made = Object.fromEntries(written.map(({ path, content }) => [path, content]));
  const { value } = await readPolicyText(Buffer.from(made[policyPath] ?? ''), policyPath);
  const ports = await memoryPorts(
    memoryTree({ ...before, ...made }),
    memoryTree({ ...before, ...made, ...after }),
  );
  const { findings } = await judgeConfig({ ...configDefaults, ...policyOf(value).config }, ports);
  return findings
    .filter(({ severity }) => severity !== 'notice')
    .map(({ severity, rule, file, line }) => `${severity} ${rule} ${file}:${line}`);
}

test.each(publishedMistakes)('$report: $what', async ({ before, after, finding }) => {
  expect(await judged(before, before, after)).toContain(finding);
  expect(await judged(before, {}, before)).not.toContain(finding);
});
