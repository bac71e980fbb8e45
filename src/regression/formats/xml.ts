/** What a walk through a document tells, in its order. Names are without their prefix. */
export interface XmlHandler {
  /** `attributes`: the text between the name and the end of the tag. */
  open(name: string, attributes: string): void;
  text(text: string): void;
  close(name: string): void;
  /** Why the rest is not to be read, as soon as there is a reason. */
  readonly problem?: string | undefined;
}

/**
 * Walks the elements of a document in one pass, without recursion. Returns what is wrong with it, if so: cut within a tag, or with
 * a document type, which no spreadsheet has and whose entities could grow without bound. It stops where the handler has a problem.
 */
export function walkXml(xml: string, handler: XmlHandler): string | undefined {
  let at = 0;
  for (;;) {
    const start = xml.indexOf('<', at);
    const text = xml.slice(at, start < 0 ? xml.length : start);
    if (text !== '') handler.text(decoded(text));
    if (start < 0) return undefined;
    const special = specials.find(({ begin }) => xml.startsWith(begin, start));
    if (special?.refused === true) return 'it declares a document type';
    const end = special === undefined ? endOfTag(xml, start) : xml.indexOf(special.end, start);
    if (end < 0) return 'it ends within a tag; was the file cut?';
    if (special === undefined) tag(xml.slice(start + 1, end), handler);
    else if (special.begin === cdata) handler.text(xml.slice(start + cdata.length, end));
    if (handler.problem !== undefined) return handler.problem;
    at = end + (special?.end.length ?? 1);
  }
}

const cdata = '<![CDATA[';

const specials = [
  { begin: '<?', end: '?>', refused: false },
  { begin: '<!--', end: '-->', refused: false },
  { begin: cdata, end: ']]>', refused: false },
  { begin: '<!', end: '>', refused: true },
];

/** A `>` within quotes ends no tag. */
function endOfTag(xml: string, start: number): number {
  let at = start + 1;
  for (;;) {
    const end = xml.indexOf('>', at);
    const quote = firstQuote(xml, at, end);
    if (end < 0 || quote < 0) return end;
    const close = xml.indexOf(xml.charAt(quote), quote + 1);
    if (close < 0) return -1;
    at = close + 1;
  }
}

function firstQuote(xml: string, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    const code = xml.charCodeAt(at);
    if (code === 0x22 || code === 0x27) return at;
  }
  return -1;
}

function tag(inner: string, handler: XmlHandler): void {
  if (inner.startsWith('/')) return handler.close(localName(inner.slice(1).trim()));
  const empty = inner.endsWith('/');
  const body = empty ? inner.slice(0, -1) : inner;
  const space = body.search(/\s/);
  const name = localName(space < 0 ? body : body.slice(0, space));
  handler.open(name, space < 0 ? '' : body.slice(space));
  if (empty) handler.close(name);
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** An attribute's value; `undefined` where the tag has none of this name. */
export function attribute(attributes: string, name: string): string | undefined {
  for (const [, key, double, single] of attributes.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g))
    if (key === name) return decoded(double ?? single ?? '');
  return undefined;
}

const named: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** The five entities that XML itself has, and characters by number; others stay as they stand. */
function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,4}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return named.get(String(name)) ?? whole;
    const code = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
