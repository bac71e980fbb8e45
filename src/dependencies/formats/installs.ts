/** What the commands of a shell script install: `pip install …`, `uv pip install …`, `conda install …`. */
import { words } from './docker-lines.ts';

export interface Install {
  /** Requirement lines (pip) or match specs (conda). */
  readonly items: readonly string[];
  readonly dialect: 'pep440' | 'conda';
}

export function installsOf(script: string): readonly Install[] {
  return commandsOf(script).flatMap((command) => installOf(words(command)));
}

/** Split at `&&`, `||`, `;`, `|` and line ends outside quotes. */
function commandsOf(script: string): readonly string[] {
  const found: string[] = [];
  let current = '';
  for (const match of script.matchAll(/"(?:[^"\\]|\\.)*"|'[^']*'|&&|\|\|?|;|\n|\\.|[^"'&|;\n\\]+|./gs)) {
    if (/^(?:&&|\|\|?|;|\n)$/.test(match[0])) {
      found.push(current);
      current = '';
    } else current += match[0];
  }
  return [...found, current];
}

const tools: readonly { readonly dialect: Install['dialect']; readonly names: RegExp }[] = [
  { dialect: 'pep440', names: /^(?:\S*\/)?(?:pip[\d.]*|uv)$/ },
  { dialect: 'conda', names: /^(?:\S*\/)?(?:conda|mamba|micromamba)$/ },
];

function installOf(all: readonly string[]): Install[] {
  const at = all.findIndex((word) => word === 'install');
  const before = at < 0 ? [] : all.slice(0, at);
  const tool = tools.find(({ names }) => before.some((word) => names.test(word)));
  if (tool === undefined) return [];
  return [{ dialect: tool.dialect, items: itemsOf(all.slice(at + 1), tool.dialect) }];
}

const withValue =
  /^(?:-[rcteibnp]|-f|--(?:requirement|constraint|target|index-url|extra-index-url|default-index|index|find-links|prefix|root|python|platform|python-version|progress-bar|timeout|retries|cache-dir|no-binary|only-binary|config-settings|global-option|trusted-host|name|channel|editable|torch-backend|index-strategy|overrides?|build-constraints?))$/;
const indexOption = /^(?:-i|--index-url|--extra-index-url|--default-index|-f|--find-links)$/;

/** Requirements, and the index options as lines of their own. */
function itemsOf(rest: readonly string[], dialect: Install['dialect']): readonly string[] {
  const items: string[] = [];
  for (let index = 0; index < rest.length; index++) {
    const word = rest[index] ?? '';
    const [option = '', inline] = word.split('=', 2);
    const isIndex = dialect === 'pep440' && indexOption.test(option);
    if (!word.startsWith('-')) {
      if (isFetched(word)) items.push(word);
    } else if (isIndex) items.push(inline === undefined ? `${option} ${rest[++index] ?? ''}` : word);
    else if (withValue.test(word)) index++;
  }
  return items.map((item) => item.replace(/^--default-index/, '--index-url'));
}

/** Not the project's own folder, nor a shell redirection or variable. */
function isFetched(word: string): boolean {
  return !/^(?:\.|\/|~|\d?>|<|\$|&)/.test(word);
}
