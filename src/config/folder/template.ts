import type { Finding } from '../../report/model.ts';
import { aroundRules } from '../rules/around-rules.ts';
import { knownTokens } from './added-tokens.ts';
import { modelOf, type ModelFolder, partOf } from './folder.ts';
import { findingAt } from './places.ts';
import { senseText } from './sense-texts.ts';

interface Template {
  readonly text: string;
  finding(message: string): Finding;
}

const help = 'add the token to the tokenizer, or write the one that it has';

/** Tokens of the form `<|im_start|>` that a chat template writes and the tokenizer does not have: they would be split into letters. */
export function templateFindings(folder: ModelFolder): Finding[] {
  const known = knownTokens(folder);
  if (known.size === 0) return [];
  return templates(folder).flatMap(({ text, finding }) => {
    const used = new Set([
      ...Array.from(text.matchAll(/<[|｜][^<>|｜\s{}'"\\]{1,60}[|｜]>/g), ([token]) => token),
      ...Array.from(text.matchAll(/<\w{1,40}>|\[\/?[A-Z_]{2,40}\]/g), ([token]) => token).filter((token) =>
        isSpecial(token, folder, known),
      ),
    ]);
    return [...used]
      .filter((token) => !known.has(token))
      .slice(0, 10)
      .map((token) => finding(`the chat template writes ${token}, which is not a token of the tokenizer`));
  });
}

/** Words in brackets are mostly text: one is a token where its family, its model or the other one of its pair says so. */
function isSpecial(token: string, folder: ModelFolder, known: ReadonlySet<string>): boolean {
  const modelType = modelOf(folder)?.modelType ?? '';
  if (folder.tokenizer?.idOf(token) !== undefined) return false;
  return (
    (modelType.startsWith('gemma') && /^<(?:start|end)_of_turn>$/.test(token)) ||
    ['image', 'video', 'audio'].some((role) => senseText(folder, modelType, role) === token) ||
    partners.some(
      ([one, other]) => (one === token && known.has(other)) || (other === token && known.has(one)),
    )
  );
}

const partners = [
  ['<start_of_turn>', '<end_of_turn>'],
  ['<start_of_image>', '<end_of_image>'],
  ['[INST]', '[/INST]'],
  ['[AVAILABLE_TOOLS]', '[/AVAILABLE_TOOLS]'],
  ['[TOOL_RESULTS]', '[/TOOL_RESULTS]'],
] as const;

function templates(folder: ModelFolder): Template[] {
  const { template } = folder;
  const own =
    template === undefined
      ? []
      : [
          {
            text: template.text,
            finding: (message: string) =>
              aroundRules['folder-template'].finding({ message, help, file: template.file, line: 1 }),
          },
        ];
  return [
    ...own,
    ...['tokenizer_config.json', 'chat_template.json', 'processor_config.json'].flatMap((name) => {
      const part = partOf(folder, name);
      const text = part?.section.text('chat_template');
      if (part === undefined || text === undefined) return [];
      const finding = (message: string) =>
        findingAt(aroundRules['folder-template'], part.document, ['chat_template'], { message, help });
      return [{ text, finding }];
    }),
  ];
}
