import { findingOf, type RuleDoc } from '../../report/rule.ts';
import type { Finding } from '../../report/model.ts';
import type { ModelView } from '../architecture/models.ts';
import type { ConfigDocument } from '../../documents/document.ts';
import type { ConfigSettings } from '../settings.ts';
import { type Path, pathText } from '../../documents/tree/node.ts';
import type { Violation } from './rule.ts';
import { modelRules } from './table.ts';
import { trainingRules } from './training.ts';
import { type OtherTree, TrainingView } from './training-view.ts';

export interface CheckOptions {
  /** Files that the document names: what they set counts, and is never reported as theirs. */
  readonly others?: readonly OtherTree[];
  /** Whether the registry says of a path what its range or its choices are. */
  isSettled?(path: Path, by: 'range' | 'enum'): boolean;
}

/** Findings of the cross-field rules on every model config in the document, and on the document as a whole. */
export function checkRules(
  document: ConfigDocument,
  models: readonly ModelView[],
  settings: ConfigSettings,
  { others = [], isSettled = () => false }: CheckOptions = {},
): Finding[] {
  if (settings.family === 'none') return [];
  const found: [RuleDoc, Violation][] = [];
  for (const rule of modelRules) {
    for (const model of models) {
      if (!isAbout(rule.needs, model)) continue;
      for (const violation of rule.check(model)) found.push([rule, violation]);
    }
  }
  const view = new TrainingView(document.root, others);
  for (const rule of trainingRules) {
    if (!isAbout(rule.needs, view)) continue;
    for (const violation of rule.check(view)) {
      if (rule.yieldsTo !== undefined && isSettled(violation.at, rule.yieldsTo)) continue;
      found.push([rule, violation]);
    }
  }
  return found.map(([rule, violation]) => violationFinding(rule, violation, document));
}

/** Whether one of the names that a rule needs is set; asked for each rule of each config. */
function isAbout<Name>(needs: readonly Name[] | undefined, within: { sets(name: Name): boolean }): boolean {
  if (needs === undefined) return true;
  for (const name of needs) if (within.sets(name)) return true;
  return false;
}

function violationFinding(
  rule: RuleDoc,
  { at, message, help, severity }: Violation,
  document: ConfigDocument,
): Finding {
  const place = document.place(at, 'value');
  return findingOf(rule, {
    ...(severity === undefined ? {} : { severity }),
    message:
      place === undefined ? `${message} (${pathText(at.slice(-1))} is not set: its default counts)` : message,
    help: help ?? rule.fix,
    file: document.file,
    ...(place ?? document.place(at.slice(0, -1), 'key')),
  });
}
