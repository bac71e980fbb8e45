import { isRecord } from '../../kernel/record.ts';

/** What a tokenizer.json says of its vocabulary. */
export interface Tokenizer {
  readonly file: string;
  /** The largest id that it can give. */
  readonly largest: number;
  /** Added tokens, by their text. */
  readonly added: ReadonlyMap<string, number>;
  /** Texts of added tokens, by id. */
  readonly texts: ReadonlyMap<number, string>;
  /** Id of any token; `undefined` where there is none of this text. */
  idOf(text: string): number | undefined;
  has(id: number): boolean;
}

/** Reads a tokenizer.json; what is wrong with it as text. */
export function readTokenizer(text: string, file: string): Tokenizer | string {
  const root = parse(text);
  if (!isRecord(root)) return 'it is not a JSON object';
  const added = addedTokens(root['added_tokens']);
  const vocab = isRecord(root['model']) ? root['model']['vocab'] : undefined;
  const ids = vocabulary(vocab);
  const byId = new Set([...ids.values(), ...added.values()]);
  let largest = -1;
  for (const id of byId) largest = Math.max(largest, id);
  return {
    file,
    largest,
    added,
    texts: new Map(Array.from(added, ([token, id]) => [id, token])),
    idOf: (token) => added.get(token) ?? ids.get(token),
    has: (id) => byId.has(id),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function addedTokens(value: unknown): Map<string, number> {
  const found = new Map<string, number>();
  for (const entry of Array.isArray(value) ? value : []) {
    if (!isRecord(entry)) continue;
    const { content, id } = entry;
    if (typeof content === 'string' && typeof id === 'number') found.set(content, id);
  }
  return found;
}

/** A mapping of texts to ids (BPE, WordPiece), or a list of pairs whose place is the id (Unigram). */
function vocabulary(value: unknown): Map<string, number> {
  const found = new Map<string, number>();
  if (Array.isArray(value)) {
    for (const [id, pair] of value.entries()) {
      const token: unknown = Array.isArray(pair) ? pair[0] : undefined;
      if (typeof token === 'string') found.set(token, id);
    }
  } else if (isRecord(value)) {
    for (const [token, id] of Object.entries(value)) if (typeof id === 'number') found.set(token, id);
  }
  return found;
}
