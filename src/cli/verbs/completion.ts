import { UserError } from '../../kernel/user-error.ts';
import { nearest } from '../../kernel/near.ts';
import { completionScripts } from '../completion.ts';
import { defineVerb, type Verb } from '../verb.ts';

/** `verbs`: all of them, this one too; asked when it runs. */
export function completionVerb(verbs: () => readonly Verb[]): Verb {
  return defineVerb({
    name: 'completion',
    positionals: 'bash|zsh|fish',
    summary: 'Prints a script with which a shell completes verbs and options.',
    options: {},
    examples: [
      'source <(model-gates completion bash)',
      'model-gates completion zsh > "${fpath[1]}/_model-gates"',
      'model-gates completion fish > ~/.config/fish/completions/model-gates.fish',
    ],
    run(_values, [shell, extra]) {
      const script = shell === undefined || extra !== undefined ? undefined : completionScripts.get(shell);
      if (script !== undefined) return Promise.resolve({ text: script(verbs()) });
      throw unknownShell(extra ?? shell);
    },
  });
}

function unknownShell(given: string | undefined): UserError {
  const shells = [...completionScripts.keys()];
  const meant = given === undefined ? undefined : nearest(given, shells);
  const found =
    given === undefined ? 'No shell was named' : `There is no completion for ${JSON.stringify(given)}`;
  return new UserError(`${found}${meant === undefined ? '' : `; did you mean ${meant}?`}`, {
    help: `Name one of ${shells.join(', ')}.`,
  });
}
