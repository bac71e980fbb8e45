/** What the commands of a script install: `pip install …`, `uv pip install …`, `conda install …`, `apt-get install …`. */
import type { ShellCommand, ShellPiece, ShellWord } from '../../documents/shell/model.ts';
import type { InstallOption } from '../model.ts';
import { type Manager, managerOf, takesValue } from './tools.ts';

export interface Item {
  /** As the command gets it; what is made while it runs is `…`. */
  readonly text: string;
  readonly isKnown: boolean;
  readonly line: number;
  readonly column: number;
}

export interface Install {
  readonly manager: Manager;
  /** Requirements (pip), match specs (conda), packages of the operating system. */
  readonly items: readonly Item[];
  /** It installs what a file lists, too. */
  readonly readsFile: boolean;
  readonly options: readonly ToldOption[];
  readonly line: number;
  readonly column: number;
}

export interface ToldOption {
  readonly option: InstallOption;
  readonly value: string;
}

/** `undefined` where the command installs nothing. `above`: lines of the file before the script. */
export function installOf(command: ShellCommand, above: number): Install | undefined {
  const items = command.words.map((word) => itemOf(word, above));
  const found = managerOf(items.map(({ text }) => text));
  if (found === undefined) return undefined;
  const { line, column } = command;
  return {
    ...argumentsOf(items.slice(found.from), found.manager),
    manager: found.manager,
    line: line + above,
    column,
  };
}

function itemOf({ text, pieces, line, column }: ShellWord, above: number): Item {
  const shown = text ?? pieces.map(pieceText).join('');
  return { text: shown, isKnown: !shown.includes('…'), line: line + above, column };
}

/** A glob that no file matches stays as it is: `torch==2.5.*`. */
export function pieceText(piece: ShellPiece): string {
  if (piece.text !== undefined) return piece.text;
  return /^the files that match (\S+)$/.exec(piece.unknown)?.[1] ?? '…';
}

function argumentsOf(
  words: readonly Item[],
  manager: Manager,
): Pick<Install, 'items' | 'options' | 'readsFile'> {
  const items: Item[] = [];
  const options: ToldOption[] = [];
  let readsFile = false;
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (word === undefined || word.text === '--') continue;
    if (!word.text.startsWith('-')) {
      if (isFetched(word.text)) items.push(word);
      continue;
    }
    const equals = word.text.startsWith('--') ? word.text.indexOf('=') : -1;
    const name = equals < 0 ? word.text : word.text.slice(0, equals);
    const isApart = equals < 0 && takesValue(name, manager);
    const value = isApart ? words[++at] : { ...word, text: word.text.slice(equals + 1) };
    if (value === undefined) continue;
    if (isEditable.test(name) && isFetched(value.text)) items.push(value);
    readsFile ||= isFile.test(name);
    const option = optionsOf[manager]?.(name, value.text);
    if (option !== undefined) options.push(option);
  }
  return { items, options, readsFile };
}

const isEditable = /^(?:-e|--editable)$/;
const isFile = /^(?:-r|--requirements?|--file|-f)$/;

const optionsOf: Readonly<Partial<Record<Manager, (name: string, value: string) => ToldOption | undefined>>> =
  {
    pip: (name, value) => {
      const option = pipOptions.find(([names]) => names.test(name))?.[1];
      return option?.(value);
    },
    conda: (name, value) =>
      /^(?:-c|--channel)$/.test(name)
        ? { option: 'index', value: `channel ${value}` }
        : name === '--no-deps'
          ? { option: 'no-deps', value: '' }
          : undefined,
  };

type Told = (value: string) => ToldOption | undefined;

const pipOptions: readonly (readonly [RegExp, Told])[] = [
  [/^(?:-c|--constraints?|-b|--build-constraints?)$/, (value) => ({ option: 'constraints', value })],
  [/^--pre$/, () => ({ option: 'pre-releases', value: '' })],
  [/^--prerelease$/, (value) => (value === 'allow' ? { option: 'pre-releases', value: '' } : undefined)],
  [/^--no-deps$/, () => ({ option: 'no-deps', value: '' })],
  [/^(?:--trusted-host|--allow-insecure-host)$/, (value) => ({ option: 'trusted-host', value })],
  [/^--index-strategy$/, (value) => (value.startsWith('unsafe') ? { option: 'strategy', value } : undefined)],
  [/^(?:-i|--index-url|--pypi-url|--default-index)$/, (value) => ({ option: 'index', value })],
  [/^(?:--extra-index-url|--index)$/, (value) => ({ option: 'index', value: `extra ${value}` })],
  [/^--torch-backend$/, (value) => ({ option: 'index', value: `torch backend ${value}` })],
  [/^(?:-f|--find-links)$/, (value) => ({ option: 'index', value: `links ${value}` })],
];

/** Not the project's own folder, nor a shell redirection. */
function isFetched(word: string): boolean {
  return word !== '' && word !== '…' && !/^(?:\.|\/|~|\d?>|<|\$|&)/.test(word);
}
