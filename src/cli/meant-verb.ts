import { nearest } from '../kernel/near.ts';
import { verbs } from './verbs/index.ts';

/** Actions, and words of the field, for what a verb does. */
const otherNames: ReadonlyMap<string, string> = new Map([
  ['model-gates', 'check'],
  ['validate-model-config', 'config'],
  ['validate', 'config'],
  ['detect-dep-drift', 'deps'],
  ['dependencies', 'deps'],
  ['detect-input-drift', 'inputs'],
  ['regression-gate', 'regression'],
  ['emit-version-tag', 'version'],
  ['tag', 'version'],
  ['plan-gates', 'plan'],
  ['check-branch', 'branch'],
  ['sweep-branches', 'sweep'],
  ['record-lineage', 'record'],
  ['trace-lineage', 'trace'],
  ['lineage', 'trace'],
  ['build-dashboard', 'dashboard'],
  ['board', 'dashboard'],
  ['locate-regression', 'locate'],
  ['bisect', 'locate'],
  ['promote-model', 'promote'],
  ['rollback', 'promote'],
]);

/** The verb that an unknown one stands for, where one is near; `undefined` where none is. */
export function meantVerb(name: string): string | undefined {
  if (name.startsWith('-')) return nearest(name, ['--version', '--help']);
  const names = verbs.map((verb) => verb.name);
  return (
    otherNames.get(name) ??
    nearest(name, names) ??
    names.find((known) => name.length > 2 && known.startsWith(name))
  );
}
