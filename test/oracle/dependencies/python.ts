import { spawnSync } from 'node:child_process';

/** `ORACLE_PYTHON` names another interpreter to ask. */
const pythons = [process.env['ORACLE_PYTHON'] ?? 'python3', 'python3', 'python'];

/** Runs a Python program on the JSON of `input` and gives its JSON answer; `undefined` with a printed reason where that cannot be done. */
export function askPython(module: string, program: string, input: unknown): unknown {
  for (const python of pythons) {
    if (spawnSync(python, ['-c', `import ${module}`]).status !== 0) continue;
    const result = spawnSync(python, ['-c', program], {
      input: JSON.stringify(input),
      encoding: 'utf8',
      maxBuffer: 512 * 1024 * 1024,
    });
    if (result.status !== 0) throw new Error(result.stderr);
    return JSON.parse(result.stdout) as unknown;
  }
  return undefined;
}

export function canAsk(module: string): boolean {
  const found = pythons.some((python) => spawnSync(python, ['-c', `import ${module}`]).status === 0);
  if (!found) console.log(`skipped: no Python 3 with ${module} here`);
  return found;
}
