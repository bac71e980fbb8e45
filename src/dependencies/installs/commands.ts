/** What the commands of a script install or take away: `pip install …`, `uv pip install …`, `conda install …`, `apt-get install …`. */
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
  /** It takes away what it names. */
  readonly removes: boolean;
  /** Requirements (pip), match specs (conda), packages of the operating system. */
  readonly items: readonly Item[];
  /** Some of what it names is made while it runs. */
  readonly isOpen: boolean;
  /** Files that list what it installs, too. */
  readonly files: readonly Item[];
  /** The environment or folder into which it installs; empty for the one of whoever runs it. */
  readonly target: string;
  /** It brings the newest version, whatever is there. */
  readonly upgrades: boolean;
  readonly options: readonly ToldOption[];
  readonly line: number;
  readonly column: number;
}

export interface ToldOption {
  readonly option: InstallOption;
  readonly value: string;
}

/** `undefined` where the command neither installs something nor takes it away. `above`: lines of the file before the script. */
export function installOf(command: ShellCommand, above: number): Install | undefined {
  const items = command.words.map((word) => itemOf(word, above));
  const found = managerOf(items.map(({ text }) => text));
  if (found === undefined) return undefined;
  const { line, column } = command;
  const words = items.slice(found.from).flatMap((word) => apart(word, found.manager));
  const told = argumentsOf(words, found.manager);
  return {
    ...told,
    target: told.target || targetBefore(items.slice(0, found.from).map(({ text }) => text)),
    manager: found.manager,
    removes: found.removes,
    isOpen: words.some(({ isKnown }) => !isKnown),
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

/** `-yr list.txt` and `-rlist.txt` as `-y -r list.txt`: short options stand together, the last with its value. */
function apart(word: Item, manager: Manager): readonly Item[] {
  const letters = /^-([A-Za-z][^-].*)$/s.exec(word.text)?.[1];
  if (letters === undefined) return [word];
  const taking = letters.split('').findIndex((letter) => takesValue(`-${letter}`, manager));
  const flags = taking < 0 ? letters : letters.slice(0, taking + 1);
  const value = taking < 0 ? '' : letters.slice(taking + 1).replace(/^=/, '');
  if (!/^[A-Za-z]+$/.test(flags)) return [word];
  const found = flags.split('').map((letter) => ({ ...word, text: `-${letter}`, isKnown: true }));
  return value === '' ? found : [...found, { ...word, text: value, isKnown: !value.includes('…') }];
}

function argumentsOf(
  words: readonly Item[],
  manager: Manager,
): Pick<Install, 'items' | 'options' | 'files' | 'target' | 'upgrades'> {
  const items: Item[] = [];
  const options: ToldOption[] = [];
  const files: Item[] = [];
  let [target, upgrades] = ['', false];
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (word === undefined || word.text === '--') continue;
    if (!word.text.startsWith('-')) {
      if (isFetched(word.text)) items.push(word);
      continue;
    }
    const equals = word.text.startsWith('--') ? word.text.indexOf('=') : -1;
    const name = equals < 0 ? word.text : word.text.slice(0, equals);
    upgrades ||= isUpgrade.test(name);
    const isApart = equals < 0 && takesValue(name, manager);
    const value = isApart ? words[++at] : { ...word, text: word.text.slice(equals + 1) };
    if (value === undefined) continue;
    if (isEditable.test(name) && isFetched(value.text)) items.push(value);
    if (isFile.test(name) || (name === '-f' && manager === 'conda')) files.push(value);
    if (isTarget[manager]?.test(name) === true) target = value.text;
    const option = optionsOf[manager]?.(name, value.text);
    if (option !== undefined) options.push(option);
  }
  return { items, options, files, target, upgrades };
}

/** The environment by what stands before the arguments: `/opt/a/bin/pip`, `conda run -n a pip`; what only makes wheels installs into none. */
function targetBefore(words: readonly string[]): string {
  const verb = words.at(-1) ?? '';
  if (/^(?:wheel|download)$/.test(verb)) return 'wheels';
  if (words.at(-2) === 'tool' || words.some((word) => /(?:^|\/)pipx$/.test(word))) return 'tools';
  const named = words.findIndex((word) => /^(?:-n|--name|-p|--prefix)$/.test(word));
  if (named >= 0) return words[named + 1] ?? '';
  const folders = words.flatMap((word) => /^(\/.+)\/bin\/(?:pip|python|uv)[\d.]*$/.exec(word)?.[1] ?? []);
  return folders.find((folder) => !/^\/usr(?:\/local)?$/.test(folder)) ?? '';
}

const isEditable = /^(?:-e|--editable)$/;
const isFile = /^(?:-r|--requirements?|--file)$/;
const isUpgrade = /^(?:-U|--upgrade|--force-reinstall|--reinstall)$/;
const isTarget: Readonly<Partial<Record<Manager, RegExp>>> = {
  pip: /^(?:-t|--target|--prefix|--root|--python|-p)$/,
  conda: /^(?:-n|--name|-p|--prefix)$/,
};

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
