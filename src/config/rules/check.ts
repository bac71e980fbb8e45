import { findingOf, type RuleDoc } from '../../report/rule.ts';
import type { Finding } from '../../report/model.ts';
import type { ModelView } from '../architecture/models.ts';
import type { ConfigDocument } from '../../documents/document.ts';
import type { ConfigSettings } from '../settings.ts';
import { pathText } from '../../documents/tree/node.ts';
import type { CrossFieldRule, Violation } from './rule.ts';
import { modelRules } from './table.ts';
import { trainingRules } from './training.ts';
import { TrainingView } from './training-view.ts';

/** Findings of the cross-field rules on every model config in the document, and on the document as a whole. */
export function checkRules(
  document: ConfigDocument,
  models: readonly ModelView[],
  settings: ConfigSettings,
): Finding[] {
  if (settings.family === 'none') return [];
  const findings: Finding[] = [];
  const collect = <View extends ModelView | TrainingView>(
    rules: readonly CrossFieldRule<View>[],
    view: View,
  ): void => {
    for (const rule of rules) {
      if (rule.needs?.some((name) => view.sets(name)) === false) continue;
      for (const violation of rule.check(view)) findings.push(violationFinding(rule, violation, document));
    }
  };
  for (const model of models) collect(modelRules, model);
  collect(trainingRules, new TrainingView(document.root));
  return findings;
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
