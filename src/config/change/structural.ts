import { configRules } from '../rules/rules.ts';
import type { Finding } from '../../report/model.ts';
import { shortText, type ValueChange } from './classify.ts';
import type { ConfigDocument } from '../../documents/document.ts';
import { pathText } from '../../documents/tree/node.ts';
import type { Registry, StructuralReason } from '../registry/registry.ts';
import type { ConfigSettings } from '../settings.ts';
import { plainValue } from '../../documents/plain-value.ts';

/** Structural changes without a reason for exactly their new value, where the policy wants one; and the reasons that are given. */
export function structuralFindings(
  head: ConfigDocument,
  changes: readonly ValueChange[],
  settings: ConfigSettings,
  registry: Registry | undefined,
): Finding[] {
  if (settings.structural !== 'needs-reason') return [];
  return changes.flatMap((change) => {
    if (change.kind !== 'structural') return [];
    const reason = registry?.reasons.find((one) => isFor(one, change));
    const place = head.place(change.path, 'key') ?? head.place(change.path.slice(0, -1), 'key');
    return [
      { file: head.file, ...place, ...(reason === undefined ? without(change) : withReason(change, reason)) },
    ];
  });
}

function isFor(reason: StructuralReason, { path, after }: ValueChange): boolean {
  const to = after === undefined ? null : plainValue(after);
  return reason.parameter === pathText(path) && JSON.stringify(reason.to) === JSON.stringify(to);
}

type Told = Pick<Finding, 'rule' | 'severity' | 'message'> & { readonly help?: string };

function without({ path, before, after }: ValueChange): Told {
  const name = pathText(path);
  return configRules['structural-without-reason'].finding({
    message: `${name} is structural and changes from ${shortText(before)} to ${shortText(after)} without a stated reason`,
    help: `add to the registry: reasons: [{ parameter: ${name}, to: ${after === undefined ? 'null' : shortText(after)}, reason: … }]`,
  });
}

function withReason({ path, before, after }: ValueChange, { reason }: StructuralReason): Told {
  return configRules['structural-reason'].finding({
    message: `${pathText(path)} changes from ${shortText(before)} to ${shortText(after)}: ${reason}`,
  });
}
