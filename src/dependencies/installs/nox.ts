/** noxfile.py: the literals of `session.install(…)`, `session.conda_install(…)` and `session.run("pip", "install", …)`. Nothing is run. */
import { stringLiteral, unescaped } from '../../documents/python/string.ts';
import {
  childrenOf,
  parsePython,
  type SyntaxNode,
  syntaxError,
  walk,
} from '../../documents/python/syntax.ts';
import { LineIndex } from '../../documents/source/lines.ts';
import type { ReadShell } from './read-shell.ts';
import { addScript } from './script.ts';
import { type Sink, sinkFor, unread } from './sink.ts';

const commands: ReadonlyMap<string, string> = new Map([
  ['install', 'pip install'],
  ['conda_install', 'conda install'],
  ['run', ''],
  ['run_install', ''],
  ['run_always', ''],
]);

export function readNox(text: string, path: string, readShell: ReadShell): Sink {
  const sink = sinkFor(path);
  const lines = new LineIndex(text);
  const tree = parsePython(text);
  const error = syntaxError(tree);
  if (error !== undefined)
    sink.problems.push(unread('it is not Python 3 from here on', lines.point(error.from)));
  walk(tree.topNode, (node) => {
    if (node.name !== 'CallExpression') return true;
    const [callee, given] = childrenOf(node);
    const method =
      callee === undefined ? '' : (/\.(\w+)$/.exec(text.slice(callee.from, callee.to))?.[1] ?? '');
    const command = commands.get(method);
    if (command === undefined || given === undefined) return true;
    sink.place = `${sessionOf(node)}/`;
    addScript({ text: asCommand(command, given, text), at: lines.point(node.from) }, sink, readShell);
    return true;
  });
  return sink;
}

/** Where the function begins in which the call stands: each session has an environment of its own. */
function sessionOf(node: SyntaxNode): number {
  let above: SyntaxNode | null = node;
  while (above !== null && above.name !== 'FunctionDefinition') above = above.parent;
  return above?.from ?? 0;
}

/** The call as a command, each argument on the line on which it stands; what is not a literal is made while it runs. */
function asCommand(command: string, given: SyntaxNode, text: string): string {
  let shell = command;
  let at = given.from;
  for (const argument of childrenOf(given)) {
    if (!argument.name.endsWith('String') || argument.prevSibling?.name === 'AssignOp') continue;
    const { body, isRaw, kind } = stringLiteral(text.slice(argument.from, argument.to));
    const literal = kind === 'format' ? body.replaceAll(/\{[^{}]*\}/g, '$(made)') : unescaped(body, isRaw);
    const breaks = text.slice(at, argument.from).split('\n').length - 1;
    at = argument.from;
    shell += `${' \\\n'.repeat(breaks)} ${kind === 'format' ? `"${literal}"` : quoted(literal ?? '')}`;
  }
  return shell;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'"'"'`)}'`;
}
