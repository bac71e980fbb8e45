import { configRules } from '../rules/rules.ts';
import type { Registry } from '../registry/registry.ts';
import type { Finding } from '../../report/model.ts';
import type { JudgedEntry } from '../runs/run.ts';
import type { LaunchRepository } from './launch-repository.ts';

/** The entries of a file, and what could not be read of it. */
export async function readEntries(
  path: string,
  repository: LaunchRepository,
  registry: Registry | undefined,
): Promise<{ entries: JudgedEntry[]; findings: Finding[] }> {
  const { builtWhenRun, entryRuns, programFile, registeredNames, scriptEntries, shellTexts } =
    await import('#lib/runs');
  const bytes = await repository.bytes(path);
  if (bytes === undefined) return { entries: [], findings: [] };
  const text = await repository.text(path);
  const texts =
    text === undefined ? [{ text: bytes, environment: new Map<string, string>() }] : shellTexts(text, path);
  const entries: JudgedEntry[] = [];
  const findings: Finding[] = [];
  for (const { text: shell, environment } of texts) {
    const script = await repository.script(shell, path, environment);
    for (const { message, ...place } of script.problems.slice(0, 5))
      findings.push(configRules['script-unreadable'].finding({ message, ...place }));
    for (const { file, line, column } of builtWhenRun(script))
      findings.push(
        configRules['run-not-judged'].finding({
          file,
          line,
          column,
          message: `${file}:${line} is built at run time: eval of what is known only then`,
        }),
      );
    for (const entry of scriptEntries(script)) {
      const [launch] = entry.launches;
      const file = launch === undefined ? undefined : programFile(launch, path, repository);
      const program = file === undefined ? undefined : await repository.program(file);
      const judged = entryRuns(entry, program, registeredNames(registry));
      if (judged !== undefined) entries.push(judged);
    }
  }
  return { entries, findings };
}
