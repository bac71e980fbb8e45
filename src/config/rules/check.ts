import type { Finding } from '../../report/model.ts';
import { findModels } from '../architecture/model.ts';
import type { ConfigDocument } from '../document.ts';
import type { ConfigSettings } from '../settings.ts';
import { modelRules } from './table.ts';

/** Findings of the cross-field rules on every model config in the document. */
export function checkRules(document: ConfigDocument, settings: ConfigSettings): Finding[] {
  const models = settings.family === 'none' ? [] : findModels(document.root);
  return models.flatMap((model) =>
    modelRules.flatMap((rule) =>
      [...rule.check(model)].map(({ at, message, help, severity }) => ({
        rule: rule.id,
        severity: severity ?? rule.severity,
        message,
        help: help ?? rule.mend,
        file: document.file,
        ...(document.place(at, 'value') ?? document.place(at.slice(0, -1), 'key')),
      })),
    ),
  );
}
