/** The text of token ids, by the vocabulary of a tokenizer.json (BPE, WordPiece, Unigram). */
import { isRecord } from '../kernel/record.ts';
import { tooDeep } from '../documents/json/parse.ts';

export type Decode = (ids: readonly (number | string)[]) => string;

/** `undefined` where the text is not a tokenizer.json with a vocabulary. An id that it has not is shown as `<id>`. */
export function vocabularyIn(text: string): Decode | undefined {
  const root = parsed(text);
  if (!isRecord(root)) return undefined;
  const tokens = new Map<number, string>([
    ...modelTokens(root['model']),
    ...addedTokens(root['added_tokens']),
  ]);
  const special = new Set(addedTokens(root['added_tokens']).map(([id]) => id));
  if (tokens.size === 0) return undefined;
  const plain = isRecord(root['model']) && root['model']['type'] === 'WordPiece' ? wholeWord : plainText;
  return (ids) => ids.map((id) => pieceOf(Number(id), tokens, special, plain)).join('');
}

function parsed(text: string): unknown {
  try {
    return tooDeep(text) ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

function addedTokens(value: unknown): [number, string][] {
  return (Array.isArray(value) ? value : []).flatMap((entry: unknown): [number, string][] => {
    const { id, content } = isRecord(entry) ? entry : {};
    return typeof id === 'number' && typeof content === 'string' ? [[id, content]] : [];
  });
}

/** Texts to ids, or a list of pairs whose place is the id. */
function modelTokens(model: unknown): [number, string][] {
  const vocab = isRecord(model) ? model['vocab'] : undefined;
  if (Array.isArray(vocab))
    return vocab.flatMap((pair: unknown, id): [number, string][] => {
      const token: unknown = Array.isArray(pair) ? pair[0] : undefined;
      return typeof token === 'string' ? [[id, token]] : [];
    });
  return Object.entries(isRecord(vocab) ? vocab : {}).flatMap(([token, id]): [number, string][] =>
    typeof id === 'number' ? [[id, token]] : [],
  );
}

function pieceOf(
  id: number,
  tokens: ReadonlyMap<number, string>,
  special: ReadonlySet<number>,
  text: (token: string) => string,
): string {
  const token = tokens.get(id);
  if (token === undefined) return `<${id}>`;
  return special.has(id) ? token : text(token);
}

/** WordPiece writes a part of a word as ##. */
function wholeWord(token: string): string {
  return token.startsWith('##') ? token.slice(2) : ` ${token}`;
}

/** Byte-level BPE writes each byte as one letter (GPT-2's table), SentencePiece a space as ▁. */
function plainText(token: string): string {
  const bytes = Array.from(token, (letter) => byteOf.get(letter));
  if (bytes.every((byte) => byte !== undefined)) return new TextDecoder().decode(Uint8Array.from(bytes));
  return token.replaceAll('▁', ' ');
}

/** Printable bytes stand for themselves; the others are counted up from 256. */
const byteOf = new Map<string, number>();
for (let byte = 0, next = 256; byte < 256; byte++) {
  const isPrintable = (byte >= 33 && byte <= 126) || (byte >= 161 && byte <= 172) || byte >= 174;
  byteOf.set(String.fromCharCode(isPrintable ? byte : next++), byte);
}
