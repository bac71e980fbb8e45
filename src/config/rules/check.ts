import { findingOf } from '../../report/rule.ts';
import type { Finding, Severity } from '../../report/model.ts';
import type { ModelView } from '../architecture/model.ts';
import type { ConfigDocument } from '../../documents/document.ts';
import type { ConfigSettings } from '../settings.ts';
import { pathText } from '../../documents/tree/node.ts';
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
  const findings: Finding[] = [];
  const collect = <T>(rules: readonly Checked<T>[], subject: T, isSet: (name: string) => boolean): void => {
    for (const rule of rules) {
      if (rule.needs?.some(isSet) === false) continue;
      for (const violation of rule.check(subject)) findings.push(violationFinding(rule, violation, document));
    }
  };
  for (const model of models) collect(modelRules, model, (name) => isSetIn(model, name));
  const view = new TrainingView(document.root);
  collect(trainingRules, view, (name) => view.sets(name));
  return findings;
}

function isSetIn({ top, text, vision }: ModelView, name: string): boolean {
  return [top, text, vision].some((section) => section?.node.entries.has(name) === true);
}

interface Checked<T> extends RuleHead {
  readonly needs?: readonly string[];
  check(subject: T): Iterable<Violation>;
}

interface RuleHead {
  readonly id: string;
  readonly severity: Severity;
  readonly fix: string;
}

function violationFinding(
  rule: RuleHead,
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
