import { type ModelFolder, partOf } from './folder.ts';
import type { Spot } from './places.ts';

export interface AddedToken {
  readonly id: number;
  readonly text: string;
  readonly spot: Spot;
}

/** What tokenizer_config.json and added_tokens.json add to the vocabulary. */
export function addedIds(folder: ModelFolder): AddedToken[] {
  const config = partOf(folder, 'tokenizer_config.json');
  const decoder = config?.section.section('added_tokens_decoder');
  const more = partOf(folder, 'added_tokens.json');
  return [
    ...(config === undefined || decoder === undefined
      ? []
      : [...decoder.node.entries.values()].flatMap(({ name }) => {
          const id = /^\d{1,15}$/.test(name) ? Number(name) : Number.NaN;
          const text = decoder.section(name)?.text('content') ?? '';
          return Number.isNaN(id)
            ? []
            : [{ id, text, spot: { document: config.document, path: decoder.at(name) } }];
        })),
    ...(more === undefined
      ? []
      : [...more.section.node.entries.values()].flatMap(({ name, value }) =>
          value.type === 'int'
            ? [{ id: Number(value.value), text: name, spot: { document: more.document, path: [name] } }]
            : [],
        )),
  ];
}

/** Texts of the tokens that were added; a template's tokens are among them. */
export function knownTokens(folder: ModelFolder): ReadonlySet<string> {
  const config = partOf(folder, 'tokenizer_config.json')?.section;
  const decoder = config?.section('added_tokens_decoder');
  const listed = [...(decoder?.node.entries.keys() ?? [])].map((name) =>
    decoder?.section(name)?.text('content'),
  );
  const more = partOf(folder, 'added_tokens.json')?.section.node.entries.keys() ?? [];
  return new Set(
    [...listed, ...more, ...(folder.tokenizer?.added.keys() ?? [])].filter((text) => text !== undefined),
  );
}
