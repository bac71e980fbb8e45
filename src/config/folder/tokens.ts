import type { Finding } from '../../report/model.ts';
import type { ModelView } from '../architecture/models.ts';
import { furtherTokens } from '../architecture/molmo.ts';
import { numbersAt, reachOf } from '../rules/rule-findings.ts';
import { aroundRules } from '../rules/around-rules.ts';
import { addedIds } from './added-tokens.ts';
import { modelOf, type ModelFolder, partOf } from './folder.ts';
import { findingAt, pairFinding } from './places.ts';
import { senseTokens } from './sense-tokens.ts';
import { idsIn, type Role, roles, type Said, textOf } from './special-tokens.ts';
import { spellingFindings } from './token-spellings.ts';

/** Ids and texts of special tokens over all files of a model. */
export function tokenFindings(folder: ModelFolder): Finding[] {
  const model = modelOf(folder);
  const vocab = model === undefined ? undefined : rowsOf(model);
  return [
    ...(vocab === undefined ? [] : beyondVocabulary(folder, vocab)),
    ...roles.flatMap((role) => (model === undefined ? [] : disagreeing(folder, model, role))),
    ...roles.flatMap((role) => unknownToken(folder, role)),
    ...spellingFindings(folder, model),
    ...(model === undefined ? [] : senseTokens(folder, model)),
    ...(model === undefined ? [] : tooLong(folder, model)),
  ];
}

/** Rows of the embedding: Molmo rounds vocab_size up, and keeps the rows of what stands for images apart. */
function rowsOf({ text, top, modelType }: ModelView): number | undefined {
  const vocab = text.int('vocab_size') ?? top.int('vocab_size');
  return vocab === undefined
    ? undefined
    : Math.max(vocab, text.int('embedding_size') ?? 0) +
        (text.int('additional_vocab_size') ?? (modelType === 'molmo' ? furtherTokens : 0));
}

/** Ids of the other files for which the embedding has no row; those of config.json have a rule of their own. */
function beyondVocabulary(folder: ModelFolder, vocab: number): Finding[] {
  const generation = partOf(folder, 'generation_config.json');
  const ids = [...(generation?.section.node.entries.values() ?? [])].flatMap(({ name, value }) =>
    /_token_(?:ids?|index)$/.test(name) ? numbersAt(value, [name]).map((found) => ({ ...found, name })) : [],
  );
  const wrong = ids.filter(({ value }) => value >= vocab || value < -1);
  return [
    ...(generation === undefined
      ? []
      : wrong.map(({ value, at, name }) =>
          findingAt(aroundRules['folder-token-range'], generation.document, at, {
            message: `${name} ${value} is not below vocab_size ${vocab} of the model`,
            help: "use the ids of this model's tokenizer",
          }),
        )),
    ...addedBeyond(folder, vocab),
  ];
}

function addedBeyond(folder: ModelFolder, vocab: number): Finding[] {
  const { tokenizer } = folder;
  const listed = addedIds(folder).filter(({ id }) => id >= vocab);
  const found = listed.map(({ id, text, spot }) =>
    findingAt(aroundRules['folder-token-range'], spot.document, spot.path, {
      message: `the added token ${id} (${text.slice(0, 60)}) has no row in the embedding: vocab_size is ${vocab}`,
      help: 'resize the embedding and set vocab_size, or take the token out',
    }),
  );
  if (found.length > 0 || tokenizer === undefined || tokenizer.largest < vocab) return found;
  return [
    aroundRules['folder-token-range'].finding({
      file: tokenizer.file,
      message: `the tokenizer gives ids up to ${tokenizer.largest}, but vocab_size of the model is ${vocab}`,
      help: 'resize the embedding and set vocab_size, or use the tokenizer of this model',
    }),
  ];
}

function tokenizerSays(folder: ModelFolder, role: Role): Said | undefined {
  const config = partOf(folder, 'tokenizer_config.json') ?? partOf(folder, 'special_tokens_map.json');
  const name = `${role}_token`;
  const text = config === undefined ? undefined : textOf(config, role);
  if (config === undefined || text === undefined) return undefined;
  const id = folder.tokenizer?.idOf(text) ?? addedIds(folder).find((token) => token.text === text)?.id;
  return id === undefined
    ? undefined
    : { ids: [id], spot: { document: config.document, path: config.section.at(name) } };
}

/** A text that no token has gets a new id when the tokenizer is loaded, one that the model never saw. */
function unknownToken(folder: ModelFolder, role: Role): Finding[] {
  const config = partOf(folder, 'tokenizer_config.json');
  const name = `${role}_token`;
  const text = config === undefined ? undefined : textOf(config, role);
  const added = addedIds(folder);
  if (config === undefined || text === undefined || added.length === 0) return [];
  if (folder.tokenizer?.idOf(text) !== undefined || added.some((token) => token.text === text)) return [];
  // `!` may stand in a vocabulary that is not committed
  if (folder.tokenizer === undefined && !/^[<[]/.test(text)) return [];
  return [
    findingAt(aroundRules['folder-tokens-differ'], config.document, config.section.at(name), {
      message: `${name} ${text.slice(0, 60)} is not a token of this tokenizer: ${consequence[role]}`,
      help: `name a token of added_tokens_decoder or of the tokenizer's vocabulary`,
    }),
  ];
}

/** Each two files name a common token for a role. */
function disagreeing(folder: ModelFolder, model: ModelView, role: Role): Finding[] {
  const config = partOf(folder, 'config.json');
  const generation = partOf(folder, 'generation_config.json');
  const ofConfig =
    config === undefined
      ? undefined
      : (idsIn({ ...config, section: model.text }, role) ?? idsIn({ ...config, section: model.top }, role));
  const generates = generation === undefined ? undefined : idsIn(generation, role);
  const tokenizer = tokenizerSays(folder, role);
  const pairs = [
    [generates, ofConfig],
    [generates, tokenizer],
    // where there is a generation config it says what ends a turn: by its first id, where that is the model's too
    [role === 'eos' && isAgreed(generates, ofConfig) ? ofConfig : undefined, tokenizer],
  ] as const;
  const wrong = pairs.find(
    ([a, b]) => a !== undefined && b !== undefined && !a.ids.some((id) => b.ids.includes(id)),
  );
  const [first, second] = wrong ?? [];
  if (first === undefined || second === undefined) return [];
  if (role === 'eos' && endsAsItsCodeSays(folder, [first, second])) return [];
  return [
    pairFinding(folder, aroundRules['folder-tokens-differ'], {
      message: `${role}_token_id is ${first.ids.join(', ')} here and ${second.ids.join(', ')} there: ${consequence[role]}`,
      help: `name the same ${role} token in all files of the model`,
      at: first.spot,
      other: second.spot,
    }),
  ];
}

/** Code that comes with a model stops where its template ends a turn (InternVL: `<|im_end|>`), whatever the language model was trained with. */
function endsAsItsCodeSays(folder: ModelFolder, said: readonly Said[]): boolean {
  const ends = addedIds(folder).flatMap(({ id, text }) =>
    /(?:end|eos|eot(?:_id)?|endoftext|end_of_\w+|<\/s)\W*$/i.test(text) ? [id] : [],
  );
  return (
    partOf(folder, 'config.json')?.section.has('auto_map') === true &&
    said.every(({ ids }) => ids.some((id) => ends.includes(id)))
  );
}

function isAgreed(generates: Said | undefined, ofConfig: Said | undefined): boolean {
  const [first] = generates?.ids ?? [];
  return first === undefined || ofConfig?.ids.includes(first) === true;
}

const consequence: Readonly<Record<Role, string>> = {
  bos: 'sequences begin with another token than the model was trained with',
  eos: 'generation does not stop where the model ends its turns',
  pad: 'padding is not what the model masks',
};

/** Published by the makers: the tokenizer's limit is that of YaRN, so many times the positions. */
const stretched = new Map([
  ['qwen2', 4],
  ['qwen3', 3.2],
  ['qwen3_moe', 3.2],
  ['qwen2_5_vl', 1.024],
  ['molmo', 8],
]);

/** The tokenizer lets through what the model has no positions for. */
function tooLong(folder: ModelFolder, { text, modelType = '' }: ModelView): Finding[] {
  const part = partOf(folder, 'tokenizer_config.json');
  const config = partOf(folder, 'config.json');
  const [most, positions] = [part?.section.number('model_max_length'), text.int('max_position_embeddings')];
  if (part === undefined || config === undefined || most === undefined || positions === undefined) return [];
  // a very large number stands for no limit
  if (most >= 1e9 || most <= reachOf(text, positions) || most <= positions * (stretched.get(modelType) ?? 1))
    return [];
  return [
    pairFinding(folder, aroundRules['folder-length'], {
      message: `model_max_length ${most} is above max_position_embeddings ${positions}`,
      help: 'lower model_max_length, or scale RoPE',
      at: { document: part.document, path: part.section.at('model_max_length') },
      other: { document: config.document, path: text.at('max_position_embeddings') },
    }),
  ];
}
