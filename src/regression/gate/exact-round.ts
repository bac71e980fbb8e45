import { regressionRules } from '../rules.ts';
import { shown, type ResultSet } from '../index.ts';
import type { Finding } from '../../report/model.ts';

/** What one side answered in a round, where that is not exactly what it was asked: both sides could leave out the same. */
export function inexactRound(
  side: string,
  asked: { readonly inRound: readonly string[]; readonly inAll: ReadonlySet<string> },
  { samples, files }: ResultSet,
): Finding | undefined {
  const answered = new Set([...samples.keys()].map((id) => askedFor(id, asked.inAll)));
  const missing = asked.inRound.filter((id) => !answered.has(id));
  const added = [...samples.keys()].filter((id) => askedFor(id, asked.inAll) === undefined);
  if (missing.length === 0 && added.length === 0) return undefined;
  const parts = [
    ...(missing.length > 0 ? [`lacks ${missing.length} of them: ${list(missing)}`] : []),
    ...(added.length > 0 ? [`answers ${added.length} that were not asked: ${list(added)}`] : []),
  ];
  const file = files.at(-1);
  return regressionRules['unmatched-samples'].finding({
    message: `The evaluation was given ${asked.inRound.length} samples, and the ${side} ${parts.join(', and ')}.`,
    ...(file !== undefined && { file }),
    help: 'Let the command of regression.evaluate answer every id of {ids} under that id, and no other.',
  });
}

/** The id that a sample answers: its own, or what stands before `/epoch 2` and the like. */
function askedFor(id: string, asked: ReadonlySet<string>): string | undefined {
  for (let end = id.length; end > 0; end = id.lastIndexOf('/', end - 1)) {
    const part = id.slice(0, end);
    if (asked.has(part)) return part;
  }
  return undefined;
}

function list(ids: readonly string[]): string {
  const first = ids.slice(0, 5).map(shown).join(', ');
  return ids.length > 5 ? `${first} and ${ids.length - 5} more` : first;
}
