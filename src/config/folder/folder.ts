import type { ConfigDocument } from '../../documents/document.ts';
import { findModels, type ModelView } from '../architecture/models.ts';
import { Section } from '../architecture/section.ts';
import type { ShardIndex } from '../checkpoint/shard-index.ts';
import type { Tokenizer } from './tokenizer.ts';

/** Files beside config.json that belong to the same model. */
export const folderFiles: readonly string[] = [
  'preprocessor_config.json',
  'processor_config.json',
  'video_preprocessor_config.json',
  'generation_config.json',
  'tokenizer_config.json',
  'special_tokens_map.json',
  'added_tokens.json',
  'tokenizer.json',
  'chat_template.json',
  'chat_template.jinja',
  'adapter_config.json',
  'model.safetensors.index.json',
];

/** Read with its own reader: it has as many entries as the vocabulary. */
export const vocabularyFile = 'tokenizer.json';
export const templateFile = 'chat_template.jinja';
/** Which shard has which tensor: read with its own reader too. */
export const indexFile = 'model.safetensors.index.json';

/** The files of one model, as far as they are there. */
export interface ModelFolder {
  /** Name → what stands in it; JSON files only. */
  readonly documents: ReadonlyMap<string, ConfigDocument>;
  readonly tokenizer?: Tokenizer;
  /** Text of chat_template.jinja, and its path. */
  readonly template?: { readonly file: string; readonly text: string };
  readonly index?: ShardIndex & { readonly file: string };
  /** Files of the folder that the change touches, or that were named: findings stand in these where they can. */
  readonly judged: ReadonlySet<string>;
}

/** The one model that config.json describes; `undefined` where there is none, or several. */
export function modelOf({ documents }: ModelFolder): ModelView | undefined {
  const models = findModels(documents.get('config.json')?.root);
  return models.length === 1 ? models[0] : undefined;
}

/** A mapping of one of the files, with the document in which it stands. */
export interface Part {
  readonly document: ConfigDocument;
  readonly section: Section;
}

/** A file's outermost mapping. */
export function partOf({ documents }: ModelFolder, name: string): Part | undefined {
  const document = documents.get(name);
  return document?.root?.type === 'dict' ? { document, section: new Section(document.root, []) } : undefined;
}

/** What prepares images and videos: the preprocessors' files, and the parts of them that processor_config.json holds. */
export function imageParts(folder: ModelFolder): Part[] {
  const whole = ['preprocessor_config.json', 'video_preprocessor_config.json', 'processor_config.json'];
  return whole.flatMap((name) => {
    const part = partOf(folder, name);
    if (part === undefined) return [];
    const inner = ['image_processor', 'video_processor'].flatMap((key) => part.section.section(key) ?? []);
    return [part, ...inner.map((section) => ({ ...part, section }))];
  });
}
