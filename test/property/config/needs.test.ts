import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findModels } from '../../../src/config/architecture/model.ts';
import { readDocument } from '../../../src/config/index.ts';
import { crossFieldRules, modelRules } from '../../../src/config/rules/table.ts';
import { trainingRules } from '../../../src/config/rules/training.ts';
import { TrainingView } from '../../../src/config/rules/training-view.ts';

const written = crossFieldRules.flatMap(({ example }) => example.match(/[a-z]\w*(?=:)/g) ?? []);
const needed = crossFieldRules.flatMap(({ needs = [] }) => needs);
const names = [...new Set([...written, ...needed, 'model_type', 'depth', 'num_labels', 'sliding_window'])];

const scalar = fc.constantFrom(
  -1,
  0,
  1,
  2,
  3,
  7,
  63,
  64,
  100,
  4096,
  0.5,
  true,
  false,
  null,
  'qwen3_moe',
  'yarn',
  'x',
);
const value = fc.oneof(scalar, fc.array(scalar, { maxLength: 4 }));
const section = fc.dictionary(fc.constantFrom(...names), value, { minKeys: 5, maxKeys: 40 });
const config = fc.record({
  own: section,
  text_config: section,
  vision_config: section,
  rope_scaling: section,
});

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

  it.each(models)('$id', ({ needs = [], check }) => {
    fc.assert(
      fc.property(config, (drawn) => {
        const found = findModels(rootOf(configWithout(drawn, needs)));
        expect(found.flatMap((model) => [...check(model)])).toEqual([]);
      }),
    );
  });

  it.each(trainings)('$id', ({ needs = [], check }) => {
    fc.assert(
      fc.property(config, (drawn) => {
        const view = new TrainingView(rootOf(configWithout(drawn, needs)));
        expect([...check(view)]).toEqual([]);
      }),
    );
  });
});
