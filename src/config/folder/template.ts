import type { Finding } from '../../report/model.ts';
import { aroundRules } from '../rules/around-rules.ts';
import { type ModelFolder, partOf } from './folder.ts';
import { findingAt } from './places.ts';

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
    const used = new Set(
      Array.from(text.matchAll(/<[|｜][^<>|｜\s{}'"\\]{1,60}[|｜]>/g), ([token]) => token),
    );
    return [...used]
      .filter((token) => !known.has(token))
      .slice(0, 10)
      .map((token) => finding(`the chat template writes ${token}, which is not a token of the tokenizer`));
  });
}

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
