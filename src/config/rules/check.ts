import type { Finding, Severity } from '../../report/model.ts';
import type { ModelView } from '../architecture/model.ts';
import type { ConfigDocument } from '../document.ts';
import type { ConfigSettings } from '../settings.ts';
import { pathText } from '../model/node.ts';
import type { Violation } from './rule.ts';
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
  const ofModels = models.flatMap((model) =>
    modelRules.flatMap((rule) => findingsOf(rule, rule.check(model), document)),
  );
  const view = new TrainingView(document.root);
  return [...ofModels, ...trainingRules.flatMap((rule) => findingsOf(rule, rule.check(view), document))];
}

interface RuleHead {
  readonly id: string;
  readonly severity: Severity;
  readonly mend: string;
}

function findingsOf(rule: RuleHead, violations: Iterable<Violation>, document: ConfigDocument): Finding[] {
  return Array.from(violations, ({ at, message, help, severity }) => {
    const place = document.place(at, 'value');
    return {
      rule: rule.id,
      severity: severity ?? rule.severity,
      message:
        place === undefined
          ? `${message} (${pathText(at.slice(-1))} is not set: its default counts)`
          : message,
      help: help ?? rule.mend,
      file: document.file,
      ...(place ?? document.place(at.slice(0, -1), 'key')),
    };
  });
}
