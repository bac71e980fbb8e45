import { configDefaults } from '../../config/settings.ts';
import { openFiles } from '../change.ts';
import type { Terminal } from '../verb.ts';

/** What starts runs in the repository of the current folder, as JSON or one line each. */
export async function entriesText(terminal: Terminal): Promise<string> {
  const { ports, policy } = await openFiles(terminal);
  const { findEntries } = await import('#lib/config');
  const { config, runs } = policy.policy;
  const settings = { ...configDefaults, ...config, runs };
  const { entries } = await findEntries(ports.change.head, settings);
  if (terminal.json) return `${JSON.stringify(entries, undefined, 2)}\n`;
  const judged = entries.filter((entry) => entry.judged).length;
  const lines = entries.map(
    ({ entry, kind, reason }) => `${entry}  ${kind}${reason === undefined ? '' : `  not judged: ${reason}`}`,
  );
  return [`${judged} of ${entries.length} runs are judged`, ...lines, ''].join('\n');
}
