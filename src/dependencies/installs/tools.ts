/** Which commands install something, and how their arguments are read. */

export type Manager = 'pip' | 'poetry' | 'conda' | 'os';

interface Tool {
  readonly manager: Manager;
  readonly names: RegExp;
  readonly verbs: readonly string[];
  /** What takes packages away. */
  readonly removers: readonly string[];
}

const tools: readonly Tool[] = [
  {
    manager: 'pip',
    names: /^pip[\d.]*$/,
    verbs: ['install', 'download', 'wheel'],
    removers: ['uninstall'],
  },
  {
    manager: 'pip',
    names: /^uv$/,
    verbs: ['pip install', 'pip sync', 'add', 'tool install'],
    removers: ['pip uninstall', 'remove', 'tool uninstall'],
  },
  { manager: 'pip', names: /^(?:pipenv|pipx)$/, verbs: ['install'], removers: ['uninstall'] },
  { manager: 'pip', names: /^(?:pdm|rye)$/, verbs: ['add'], removers: ['remove'] },
  { manager: 'poetry', names: /^poetry$/, verbs: ['add'], removers: ['remove'] },
  {
    manager: 'conda',
    names: /^(?:conda|mamba|micromamba)$/,
    verbs: ['install', 'create'],
    removers: ['remove', 'uninstall'],
  },
  { manager: 'conda', names: /^pixi$/, verbs: ['add'], removers: ['remove', 'rm'] },
  {
    manager: 'os',
    names: /^(?:apt|apt-get|aptitude|dnf|yum|microdnf|tdnf|zypper)$/,
    verbs: ['install', 'in'],
    removers: ['remove', 'purge', 'autoremove', 'erase', 'rm'],
  },
  { manager: 'os', names: /^apk$/, verbs: ['add'], removers: ['del'] },
];

/** What may stand before the command: it runs what follows. */
const runners =
  /^(?:sudo|env|time|exec|nice|nohup|command|builtin|xargs|proxychains4?|python[\d.]*|pypy[\d.]*|conda|mamba|micromamba|uv|poetry|pdm|pixi|hatch|pipenv)$/;

interface FoundManager {
  readonly manager: Manager;
  /** The place of its first argument. */
  readonly from: number;
  /** It takes away what it names. */
  readonly removes: boolean;
}

/** `undefined` where the words neither install something nor take it away. */
export function managerOf(words: readonly string[]): FoundManager | undefined {
  const isRun = runners.test(nameOf(words[0] ?? ''));
  const last = isRun ? words.length : 1;
  for (let at = 0; at < last; at++) {
    const found = toolAt(words, at);
    if (found !== undefined) return found;
  }
  return undefined;
}

function toolAt(words: readonly string[], at: number): FoundManager | undefined {
  const name = nameOf(words[at] ?? '');
  const fitting = tools.filter(({ names }) => names.test(name));
  if (fitting.length === 0) return undefined;
  const verb = firstArgument(words, at + 1);
  for (const { manager, verbs, removers } of fitting) {
    for (const text of [...verbs, ...removers]) {
      const wanted = text.split(' ');
      if (wanted.every((word, index) => words[verb + index] === word))
        return { manager, from: verb + wanted.length, removes: removers.includes(text) };
    }
  }
  return undefined;
}

/** Options stand before the verb too: `apt-get -y install`, `apt-get -o X=1 install`. */
function firstArgument(words: readonly string[], from: number): number {
  let at = from;
  while (words[at]?.startsWith('-') === true)
    at += /^(?:-o|-c|--color|--directory|--project)$/.test(words[at] ?? '') ? 2 : 1;
  return at;
}

function nameOf(word: string): string {
  return word.slice(word.lastIndexOf('/') + 1);
}

const ofPip =
  /^(?:-[rcteibnpPGfo]|--(?:requirements?|constraints?|target|index-url|pypi-url|extra-index-url|default-index|index|find-links|prefix|root|python|platform|python-version|progress-bar|timeout|retries|cache-dir|no-binary|only-binary|config-settings?|global-option|build-option|trusted-host|allow-insecure-host|name|editable|torch-backend|index-strategy|overrides?|build-constraints?|prerelease|exclude-newer|upgrade-package|reinstall-package|group|extra|optional|log|src|abi|implementation|report|keyring-provider|link-mode|resolution|with|dest|wheel-dir|proxy|cert|client-cert|use-feature|upgrade-strategy|no-build-isolation-package|source|dev-group|branch|tag|rev))$/;

const withValue: Readonly<Record<Manager, RegExp>> = {
  pip: ofPip,
  poetry: /^(?:-[GE]|--(?:group|extras|python|platform|source))$/,
  conda:
    /^(?:-[npcf]|--(?:name|prefix|channel|file|solver|platform|feature|subdir|repodata-fn|relocate-prefix|root-prefix))$/,
  os: /^(?:-[tocr]|--(?:target-release|option|config-file|repository|repo|virtual|releasever|enablerepo|disablerepo|setopt))$/,
};

export function takesValue(option: string, manager: Manager): boolean {
  return withValue[manager].test(option);
}
