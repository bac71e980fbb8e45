import { configRules } from '../rules/rules.ts';
import type { Finding } from '../../report/model.ts';
import { type ArchitectureResult, isKnownFamily } from '../architecture/families.ts';
import { findModels, type ModelView } from '../architecture/models.ts';
import type { ConfigDocument } from '../../documents/document.ts';
import type { ConfigSettings } from '../settings.ts';
import { type ModelSummary, summarise } from './summary.ts';

/** A model config of a document, with its parameters where they can be counted. */
export interface CountedModel {
  readonly model: ModelView;
  readonly result: ArchitectureResult;
  readonly summary?: ModelSummary;
}

export function countModels(document: ConfigDocument, settings: ConfigSettings): CountedModel[] {
  return findModels(document.root).map((model) => ({ model, ...summarise(model, settings.family) }));
}

/** The first model that could be counted. */
export function firstSummary(models: readonly CountedModel[]): ModelSummary | undefined {
  return models.find(({ summary }) => summary !== undefined)?.summary;
}

/** Models whose parameters cannot be counted, and why. */
export function uncountedFindings(document: ConfigDocument, models: readonly CountedModel[]): Finding[] {
  return models.flatMap(({ model, result }): Finding[] => {
    if (result.kind === 'unknown') return unknownFamily(document, model);
    if (result.kind !== 'incomplete') return [];
    const { family, parameter } = result;
    return [
      configRules['parameters-unknown'].finding({
        message: `the parameters of this ${family} model cannot be counted: ${parameter} is not set, or no sane number`,
        file: document.file,
        ...(document.place(model.text.path, 'key') ?? document.place(model.text.at('model_type'), 'key')),
        help: `set ${parameter}`,
      }),
    ];
  });
}

/** A model that says which family it is, and it is none that we know. */
export function isOfUnknownFamily({ model: { modelType, architectures }, result }: CountedModel): boolean {
  return result.kind === 'unknown' && (modelType ?? architectures[0]) !== undefined;
}

function unknownFamily(document: ConfigDocument, { modelType, architectures, top }: ModelView): Finding[] {
  const name = modelType ?? architectures[0];
  if (name === undefined) return [];
  const what = isKnownFamily(name)
    ? `the tensors of class ${(architectures[0] ?? name).slice(0, 80)} are unknown`
    : `family ${name.slice(0, 80)} is unknown`;
  return [
    configRules['family-unknown'].finding({
      message: `not counted: ${what}, so neither parameters nor shapes are held against anything`,
      file: document.file,
      ...document.place(top.at(modelType === undefined ? 'architectures' : 'model_type'), 'key'),
      help: 'if its tensors are those of a known family, name that family in the policy (family)',
    }),
  ];
}

/** Sizes without which no model is described; those that a config leaves to its class are reported, for they may be misspelt. */
const sizes = ['hidden_size', 'intermediate_size', 'num_hidden_layers', 'num_attention_heads', 'vocab_size'];

/** Models whose size comes in part from the defaults of their class. */
export function defaultSizeFindings(document: ConfigDocument, models: readonly CountedModel[]): Finding[] {
  return models.flatMap(({ model: { text }, summary }): Finding[] => {
    const unset = summary === undefined ? [] : sizes.filter((name) => text.get(name) === undefined);
    if (unset.length === 0) return [];
    const list = unset.map((name) => `${name} ${text.int(name)}`).join(', ');
    return [
      configRules['default-size'].finding({
        message: `not set, so the defaults of its class count: ${list}`,
        file: document.file,
        ...(document.place(text.path, 'key') ?? document.place(text.at('model_type'), 'key')),
        help: 'set them, if the model is to have other sizes; a name may be misspelt',
      }),
    ];
  });
}
