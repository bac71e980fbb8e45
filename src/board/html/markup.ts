/** HTML as a value: what is put into a template is escaped unless it is HTML itself. */
import { htmlText } from '../../report/escape.ts';
import { clip } from '../../kernel/text.ts';

export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export type Part = Html | string | number | undefined | readonly (Html | undefined)[];

/** The only way to make HTML of anything that is not a constant. */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(texts.map((text, at) => withoutIndentation(text) + partText(parts[at])).join(''));
}

/** How a template is laid out in the source is not sent to readers. */
function withoutIndentation(text: string): string {
  return text.replaceAll(/\n\s+/g, '\n');
}

function partText(part: Part): string {
  if (part === undefined) return '';
  if (part instanceof Html) return part.text;
  if (typeof part === 'object') return part.map((one) => one?.text ?? '').join('');
  return htmlText(String(part));
}

export const nothing = new Html('');

/** A text of the ledger: cut, and kept from turning around what stands beside it. The whole of a cut text is in its title. */
export function told(text: string, most = 120): Html {
  const short = clip(text, most);
  if (short === text) return html`<bdi>${text}</bdi>`;
  return html`<bdi title="${clip(text, 300)}">${short}</bdi>`;
}

/** The same, set as code. */
export function code(text: string, most = 120): Html {
  return html`<code>${told(text, most)}</code>`;
}

export function join(parts: readonly Html[], between: string): Html {
  return new Html(parts.map(({ text }) => text).join(htmlText(between)));
}
