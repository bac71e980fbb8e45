import { appendToRunnerFile } from './append.ts';

/**
 * Sets outputs of the step in the multi-line form of GITHUB_OUTPUT.
 * Not `setOutput` of @actions/core: it loads node:crypto, a quarter of a bare start, for a delimiter that cannot be guessed;
 * one that is not in the value does as well. Throws a UserError where the file cannot be written.
 */
export async function setOutputs(
  file: string | undefined,
  outputs: Readonly<Record<string, string>>,
): Promise<void> {
  if (file === undefined || file === '') return;
  const lines = Object.entries(outputs).map(([name, value]) => {
    const delimiter = delimiterFor(value);
    return `${name}<<${delimiter}\n${value}\n${delimiter}\n`;
  });
  await appendToRunnerFile('GITHUB_OUTPUT', file, lines.join(''));
}

function delimiterFor(value: string): string {
  let delimiter = 'MODEL_GATES_END';
  while (value.includes(delimiter)) delimiter += '_';
  return delimiter;
}
