import type { Path } from '../../documents/tree/node.ts';
import type { Finding } from '../../report/model.ts';
import type { ModelView } from '../architecture/models.ts';
import { aroundRules } from '../rules/around-rules.ts';
import { addedIds } from './added-tokens.ts';
import { type ModelFolder, partOf } from './folder.ts';
import { pairFinding } from './places.ts';
import { senseText } from './sense-texts.ts';
import { roles, textOf } from './special-tokens.ts';

const senses = ['image', 'video', 'audio'];
const ofSense = /^(?:image|video|audio|vision|img)|^[be]oi$/;
/** `<|vision_start|>`, `<start_of_image>`, `<|begin_of_image|>`, `</img>`: what stands around a picture, not for it. */
const boundary = /^<\/|(?:start|begin|end)_of_|_(?:start|begin|end)\b/i;

interface Sense {
  /** `image_token_id`. */
  readonly name: string;
  /** `image`, `vision_start`. */
  readonly role: string;
  readonly id: number;
  readonly path: Path;
}

/** Image, video and audio ids, and those around a picture, against the tokens that the tokenizer has under them. */
export function senseTokens(folder: ModelFolder, model: ModelView): Finding[] {
  const config = partOf(folder, 'config.json');
  if (config === undefined) return [];
  const listed = new Map(addedIds(folder).map((token) => [token.id, token]));
  const known = (id: number) => listed.get(id)?.text ?? folder.tokenizer?.texts.get(id);
  const ends = endsOf(folder);
  return sensesOf(model).flatMap(({ name, role, id, path }) => {
    const text = known(id);
    const what = text === undefined ? 'no token of the tokenizer' : `the tokenizer's ${text.slice(0, 60)}`;
    const meant = meantToken(folder, model.modelType ?? '', role);
    const isWrong =
      meant === undefined
        ? isNoSense(role, text, ends) || (senses.includes(role) && isMissing(folder, id))
        : meant.id !== id;
    if (!isWrong) return [];
    const spot = listed.get(id)?.spot;
    return [
      pairFinding(folder, aroundRules['folder-sense-tokens'], {
        message:
          meant === undefined
            ? `${name} ${id} is ${what}`
            : `${name} ${id} is ${text === undefined && folder.tokenizer === undefined ? 'no added token' : what}, and ${meant.text.slice(0, 60)} is ${meant.id}`,
        help: `use the id of the ${role} token of this tokenizer${meant === undefined ? '' : `: ${meant.id}`}`,
        at: { document: config.document, path },
        ...(spot === undefined ? {} : { other: spot }),
      }),
    ];
  });
}

function sensesOf({ top, text, vision }: ModelView): Sense[] {
  const sections = new Set([top, text, vision, top.section('audio_config')]);
  return [...sections].flatMap((section) =>
    [...(section?.node.entries.values() ?? [])].flatMap(({ name, value }) => {
      const role = /^(\w{1,20})_token_(?:id|index)$/.exec(name)?.[1];
      if (section === undefined || role === undefined || value.type !== 'int' || !ofSense.test(role))
        return [];
      return [{ name, role, id: Number(value.value), path: section.at(name) }];
    }),
  );
}

/** The token that the id should be, where the tokenizer has it. */
function meantToken(
  folder: ModelFolder,
  modelType: string,
  role: string,
): { readonly text: string; readonly id: number } | undefined {
  if (roles.some((one) => one === role)) return undefined;
  const text = senseText(folder, modelType, role);
  if (text === undefined) return undefined;
  const id = addedIds(folder).find((token) => token.text === text)?.id ?? folder.tokenizer?.idOf(text);
  return id === undefined ? undefined : { text, id };
}

function isMissing({ tokenizer }: ModelFolder, id: number): boolean {
  return tokenizer !== undefined && id >= 0 && !tokenizer.has(id);
}

function isNoSense(role: string, text: string | undefined, ends: ReadonlySet<string>): boolean {
  if (!senses.includes(role) || text === undefined) return false;
  const name = text.toLowerCase();
  return (
    ends.has(text) ||
    boundary.test(name) ||
    (senses.some((other) => other !== role && name.includes(other)) && !name.includes(role))
  );
}

/** Texts at which a sequence begins, ends or is padded; code that comes with a model may put a picture there. */
function endsOf(folder: ModelFolder): ReadonlySet<string> {
  const tokenizer = partOf(folder, 'tokenizer_config.json');
  if (tokenizer === undefined || partOf(folder, 'config.json')?.section.has('auto_map') === true)
    return new Set();
  return new Set(roles.flatMap((role) => textOf(tokenizer, role) ?? []));
}
