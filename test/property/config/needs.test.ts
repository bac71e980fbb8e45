import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findModels } from '../../../src/config/architecture/models.ts';
import { readDocument } from '../../../src/config/index.ts';
import { names } from '../../../src/config/rules/names.ts';
import { modelRules } from '../../../src/config/rules/table.ts';
import { trainingRules } from '../../../src/config/rules/training.ts';
import { TrainingView } from '../../../src/config/rules/training-view.ts';

const numbers = [-1, 0, 1, 2, 3, 7, 63, 64, 100, 4096, 0.5];

/** Configs of the names and words that stand in the rule's code and example. */
function configsFor(rule: { readonly example: string; readonly check: unknown }) {
  const read = Array.from(String(rule.check).matchAll(/(["'])([a-z]\w*)\1/g), ([, , name = '']) => name);
  const names = [...read, ...(rule.example.match(/[a-z]\w*(?=:)/g) ?? []), 'model_type', 'num_hidden_layers'];
  const scalar = fc.constantFrom(...numbers, true, false, null, ...read);
  const value = fc.oneof({ weight: 4, arbitrary: scalar }, fc.array(scalar, { maxLength: 4 }));
  const section = fc.dictionary(fc.constantFrom(...names), value);
  const parts = ['own', 'text_config', 'vision_config', 'rope_scaling', 'rope_parameters'];
  return fc.record(Object.fromEntries(parts.map((part) => [part, section])), { requiredKeys: [] });
}

/** A config with sections, in which none of the names is set. */
function configWithout(drawn: object, lost: readonly string[]): string {
  const keep = (_: string, inner: unknown): unknown =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).filter(([name]) => !lost.includes(name)))
      : inner;
  const { own, ...sections } = JSON.parse(JSON.stringify(drawn));
  return JSON.stringify({ ...sections, hidden_size: 4096, num_hidden_layers: 8, ...own }, keep);
}

function rootOf(text: string) {
  return readDocument(text, { file: 'a.json', dialect: 'json' }).root;
}

describe('a rule of which nothing is set that it needs says nothing', () => {
  const models = modelRules.filter(({ needs }) => needs !== undefined);
  const trainings = trainingRules.filter(({ needs }) => needs !== undefined);

  it.each(models)('$id', (rule) => {
    const { needs = [], check } = rule;
    fc.assert(
      fc.property(configsFor(rule), (drawn) => {
        const found = findModels(rootOf(configWithout(drawn, needs)));
        expect(found.flatMap((model) => [...check(model)])).toEqual([]);
      }),
    );
  });

  it.each(trainings)('$id', (rule) => {
    const { needs = [], check } = rule;
    const lost = needs.flatMap((concept) => names[concept]);
    fc.assert(
      fc.property(configsFor(rule), (drawn) => {
        const view = new TrainingView(rootOf(configWithout(drawn, lost)));
        expect([...check(view)]).toEqual([]);
      }),
    );
  });
});
