type Accepts = (character: string) => boolean;

interface Read {
  readonly accepts: Accepts;
  readonly end: number;
  /** The one character that is meant, where it is one: it may start a range. */
  readonly character?: string;
}

const named = new Map<string, Accepts>([
  ['d', (character) => /^[0-9]$/.test(character)],
  ['D', (character) => !/^[0-9]$/.test(character)],
  ['w', (character) => /^\w$/.test(character)],
  ['W', (character) => !/^\w$/.test(character)],
  ['s', (character) => /^\s$/.test(character)],
  ['S', (character) => !/^\s$/.test(character)],
]);

const controls = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['f', '\f'],
  ['v', '\v'],
  ['0', '\0'],
]);

/** The escape after the backslash before `at`. */
export function classEscape(source: string, at: number): Read | undefined {
  const letter = source[at];
  if (letter === undefined) return undefined;
  const accepts = named.get(letter);
  if (accepts !== undefined) return { accepts, end: at + 1 };
  const hex = /^(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4}))/.exec(source.slice(at, at + 5));
  if (hex !== null) {
    return single(String.fromCharCode(Number.parseInt(hex[1] ?? hex[2] ?? '', 16)), at + hex[0].length);
  }
  const control = controls.get(letter);
  if (control !== undefined) return single(control, at + 1);
  return /[A-Za-z0-9]/.test(letter) ? undefined : single(letter, at + 1);
}

/** The class whose first character is at `at`, after the `[`. */
export function readClass(source: string, at: number): { accepts: Accepts; end: number } | undefined {
  const negated = source[at] === '^';
  const members: Accepts[] = [];
  let position = negated ? at + 1 : at;
  while (source[position] !== ']') {
    const member = readMember(source, position);
    if (member === undefined) return undefined;
    members.push(member.accepts);
    position = member.end;
  }
  const accepts: Accepts = (character) => members.some((member) => member(character)) !== negated;
  return { accepts, end: position + 1 };
}

function readMember(source: string, at: number): Read | undefined {
  const first = readOne(source, at);
  if (first?.character === undefined || source[first.end] !== '-' || source[first.end + 1] === ']')
    return first;
  const last = readOne(source, first.end + 1);
  if (last?.character === undefined) return undefined;
  const [low, high] = [codePoint(first.character), codePoint(last.character)];
  if (low > high) return undefined;
  return { accepts: (other) => codePoint(other) >= low && codePoint(other) <= high, end: last.end };
}

function readOne(source: string, at: number): Read | undefined {
  if (at >= source.length) return undefined;
  if (source[at] === '\\') return classEscape(source, at + 1);
  const character = String.fromCodePoint(codePoint(source.slice(at, at + 2)));
  return single(character, at + character.length);
}

function single(character: string, end: number): Read {
  return { accepts: (other) => other === character, end, character };
}

function codePoint(text: string): number {
  return text.codePointAt(0) ?? 0;
}
