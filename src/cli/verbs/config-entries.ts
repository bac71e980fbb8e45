import { configDefaults } from '../../config/settings.ts';
import { validPolicy } from '../../policy/gate/policy.ts';
import { currentFolder } from '../change.ts';
import type { Terminal } from '../verb.ts';

/** What starts runs in the repository of the current folder, as JSON or one line each. */
export async function entriesText(terminal: Terminal): Promise<string> {
  const tree = await currentFolder(terminal);
  const { config, runs } = await validPolicy(tree, 'this folder');
  const { findEntries } = await import('#lib/config');
  const { entries } = await findEntries(tree, { ...configDefaults, ...config, runs });
  if (terminal.json) return `${JSON.stringify(entries, undefined, 2)}\n`;
  const judged = entries.filter((entry) => entry.judged).length;
  const lines = entries.map(
    ({ entry, kind, reason }) => `${entry}  ${kind}${reason === undefined ? '' : `  not judged: ${reason}`}`,
  );
  return [`${judged} of ${entries.length} runs are judged`, ...lines, ''].join('\n');
}
