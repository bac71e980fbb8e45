/** HTML as a value: whatever is put into an element is escaped here, unless it is HTML itself. */
import { clip } from '../../kernel/text.ts';
import { htmlText } from '../escape.ts';

export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export type Content = Html | string | number | undefined | readonly Content[];

type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

export const nothing = new Html('');

/** The only way to make HTML of anything that is not a constant. `own`: its class or its attributes; empty ones are left out. */
export function el(name: string, own: string | undefined | Attributes, ...content: readonly Content[]): Html {
  const attributes = Object.entries(typeof own === 'object' ? own : { class: own }).map(attribute);
  const end = ['meta', 'input', 'br'].includes(name) ? '' : `</${name}>`;
  return new Html(`<${name}${attributes.join('')}>${all(content).text}${end}`);
}

function attribute([name, value]: readonly [string, Attributes[string]]): string {
  if (value === undefined || value === false || value === '') return '';
  return value === true ? ` ${name}` : ` ${name}="${htmlText(String(value))}"`;
}

/** One after the other. */
export function all(content: Content): Html {
  if (content === undefined || content instanceof Html) return content ?? nothing;
  if (typeof content !== 'object') return new Html(htmlText(String(content)));
  return new Html(content.map((one) => all(one).text).join(''));
}

/** Somebody else's text: cut, and kept from turning around what stands beside it. The whole of a cut text is in its title. */
export function told(text: string, max = 120): Html {
  const short = clip(text, max);
  return el('bdi', { title: short === text ? undefined : clip(text, 300) }, short);
}
