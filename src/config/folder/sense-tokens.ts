import type { Finding } from '../../report/model.ts';
import type { ModelView } from '../architecture/models.ts';
import { aroundRules } from '../rules/around-rules.ts';
import { addedIds } from './added-tokens.ts';
import { type ModelFolder, partOf } from './folder.ts';
import { pairFinding } from './places.ts';
import { roles, textOf } from './special-tokens.ts';

const senses = ['image', 'video', 'audio'];
/** `<|vision_start|>`, `<start_of_image>`, `<|begin_of_image|>`, `</img>`: what stands around a picture, not for it. */
const boundary = /^<\/|(?:start|begin|end)_of_|_(?:start|begin|end)\b/i;

/** Image, video and audio ids against the tokens that the tokenizer has under them. */
export function senseTokens(folder: ModelFolder, { top, text, vision }: ModelView): Finding[] {
  const config = partOf(folder, 'config.json');
  if (config === undefined) return [];
  const listed = new Map(addedIds(folder).map((token) => [token.id, token]));
  const ends = endsOf(folder);
  const sections = new Set([top, text, vision, top.section('audio_config')]);
  return [...sections].flatMap((section) =>
    [...(section?.node.entries.values() ?? [])].flatMap(({ name, value }) => {
      const [, sense] = /^(image|video|audio)_token_(?:id|index)$/.exec(name) ?? [];
      if (section === undefined || sense === undefined || value.type !== 'int') return [];
      const id = Number(value.value);
      const known = listed.get(id)?.text ?? folder.tokenizer?.texts.get(id);
      const isOther = known !== undefined && (isOfOther(sense, known) || ends.has(known));
      const isMissing = folder.tokenizer !== undefined && id >= 0 && !folder.tokenizer.has(id);
      if (!isOther && !isMissing) return [];
      const what =
        known === undefined ? 'no token of the tokenizer' : `the tokenizer's ${known.slice(0, 60)}`;
      const spot = listed.get(id)?.spot;
      return [
        pairFinding(folder, aroundRules['folder-sense-tokens'], {
          message: `${name} ${id} is ${what}`,
          help: `use the id of the ${sense} token of this tokenizer`,
          at: { document: config.document, path: section.at(name) },
          ...(spot === undefined ? {} : { other: spot }),
        }),
      ];
    }),
  );
}

function isOfOther(sense: string, token: string): boolean {
  const name = token.toLowerCase();
  return (
    boundary.test(name) ||
    (senses.some((other) => other !== sense && name.includes(other)) && !name.includes(sense))
  );
}

/** Texts at which a sequence begins, ends or is padded; code that comes with a model may put a picture there. */
function endsOf(folder: ModelFolder): ReadonlySet<string> {
  const tokenizer = partOf(folder, 'tokenizer_config.json');
  if (tokenizer === undefined || partOf(folder, 'config.json')?.section.has('auto_map') === true)
    return new Set();
  return new Set(roles.flatMap((role) => textOf(tokenizer, role) ?? []));
}
