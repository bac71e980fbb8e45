/** Findings about packages of one environment that do not fit each other. */
import { depsRules } from '../rules.ts';
import type { Conflict } from '../environment/conflicts.ts';
import type { Finding } from '../../report/model.ts';

/** One for each conflict that the base does not have, and one for all that it has already. */
export function conflictFindings(now: readonly Conflict[], before: readonly Conflict[]): Finding[] {
  const known = new Set(before.map(({ key }) => key));
  const fresh = now.filter(({ key }) => !known.has(key));
  const old = now.filter(({ key }) => known.has(key));
  return [
    ...fresh.slice(0, 100).map(({ text }) =>
      depsRules['environment-conflict'].finding({
        message: `The installed environment does not fit together: ${text}`,
        help: 'Install from the lock in a fresh environment.',
      }),
    ),
    ...(old.length === 0 ? [] : [inherited(old)]),
  ];
}

function inherited(old: readonly Conflict[]): Finding {
  const shown = old.slice(0, 20).map(({ text }) => text.replace(/\.$/, ''));
  const more = old.length > shown.length ? `; and ${old.length - shown.length} more` : '';
  return depsRules['environment-conflict'].finding({
    severity: 'warning',
    message: `The environment of the base did not fit together either: ${shown.join('; ')}${more}.`,
    help: 'Fix it in a change of its own; this one did not bring it.',
  });
}
