import { common } from './arguments.ts';
import type { Verb } from './verb.ts';

/** Shell → its script, which completes verbs, then the options of the verb, and files everywhere else. */
export const completionScripts: ReadonlyMap<string, (verbs: readonly Verb[]) => string> = new Map([
  ['bash', bash],
  ['zsh', zsh],
  ['fish', fish],
]);

interface Flag {
  readonly name: string;
  readonly help: string;
  readonly takesValue: boolean;
}

function flagsOf({ options }: Verb): Flag[] {
  const own = Object.entries(options).map(([name, { help, value }]) => ({
    name,
    help: firstSentence(help),
    takesValue: value !== undefined,
  }));
  const shared = Object.keys(common).map((name) => ({
    name,
    help: commonHelp[name] ?? '',
    takesValue: false,
  }));
  return [...own, ...shared];
}

const commonHelp: Readonly<Record<string, string>> = {
  json: 'Print the report alone, as JSON',
  verbose: 'Say more on stderr',
  help: 'Show the help',
};

/** What a menu has room for. */
function firstSentence(text: string): string {
  return (text.split(/[.:;] /, 1)[0] ?? '').replace(/\.$/, '').slice(0, 90);
}

function bash(verbs: readonly Verb[]): string {
  const cases = verbs.map(
    (verb) =>
      `    ${verb.name}) words='${flagsOf(verb)
        .map(({ name }) => `--${name}`)
        .join(' ')}' ;;`,
  );
  return `# bash completion of model-gates: source <(model-gates completion bash)
_model_gates() {
  local current=\${COMP_WORDS[COMP_CWORD]} words=
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W '${verbs.map(({ name }) => name).join(' ')} --help --version' -- "$current"))
    return
  fi
  case \${COMP_WORDS[1]} in
${cases.join('\n')}
  esac
  case $current in
    -*) COMPREPLY=($(compgen -W "$words" -- "$current")) ;;
  esac
}
complete -o default -F _model_gates model-gates
`;
}

function zsh(verbs: readonly Verb[]): string {
  const described = verbs.map(({ name, summary }) => `    ${quoted(`${name}:${firstSentence(summary)}`)}`);
  const cases = verbs.map(
    (verb) => `    ${verb.name}) _arguments ${flagsOf(verb).map(zshFlag).join(' ')} '*:file:_files' ;;`,
  );
  return `#compdef model-gates
# zsh completion of model-gates: put it into a folder of $fpath as _model-gates
_model_gates() {
  local -a verbs
  verbs=(
${described.join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe verb verbs
    return
  fi
  local verb=$words[2]
  shift words
  (( CURRENT-- ))
  case $verb in
${cases.join('\n')}
  esac
}
compdef _model_gates model-gates
`;
}

function zshFlag({ name, help, takesValue }: Flag): string {
  const text = help.replaceAll(/[[\]:\\]/g, ' ');
  return quoted(`--${name}[${text}]${takesValue ? ':value:_files' : ''}`);
}

function fish(verbs: readonly Verb[]): string {
  const named = verbs.map(
    ({ name, summary }) =>
      `complete -c model-gates -n __fish_use_subcommand -f -a ${name} -d ${quoted(firstSentence(summary))}`,
  );
  const flags = verbs.flatMap((verb) =>
    flagsOf(verb).map(
      ({ name, help, takesValue }) =>
        `complete -c model-gates -n '__fish_seen_subcommand_from ${verb.name}' -l ${name}${takesValue ? ' -r' : ''} -d ${quoted(help)}`,
    ),
  );
  return `# fish completion of model-gates: ~/.config/fish/completions/model-gates.fish\n${[...named, ...flags].join('\n')}\n`;
}

/** In single quotes, for all three shells. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", '’')}'`;
}
