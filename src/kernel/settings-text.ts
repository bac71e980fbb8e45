/** What a setting's description says in each place, with its default and its choices filled in. */
import { enumerate } from './text.ts';
import type { JsonSchema } from './kinds.ts';

interface Described {
  readonly kind?: { readonly schema: () => JsonSchema };
  readonly default?: unknown;
}

/** For a schema or a terminal, without backticks; of choices the default is marked: `paired (default) or strict`. */
export function plainText(setting: Described, text: string): string {
  const preset = shown(setting.default);
  const choices = choicesOf(setting).map((item) => (item === preset ? `${item} (default)` : item));
  return filled(text.replaceAll('`', ''), preset, choices);
}

/** For Markdown: default and choices stand in backticks. */
export function markedText(setting: Described, text: string): string {
  return filled(
    text,
    `\`${shown(setting.default)}\``,
    choicesOf(setting).map((item) => `\`${item}\``),
  );
}

function filled(text: string, preset: string, choices: readonly string[]): string {
  return text.replaceAll('{default}', preset).replaceAll('{choices}', enumerate(choices, 'or'));
}

function choicesOf({ kind }: Described): readonly string[] {
  const allowed = kind?.schema()['enum'];
  return Array.isArray(allowed) ? allowed.map(String) : [];
}

/** A default as people write it; of a list its items, nothing of a mapping. */
export function shown(value: unknown): string {
  if (Array.isArray(value)) return value.join(', ');
  return ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : '';
}
