import { parsePython, syntaxError } from '../../../documents/python/syntax.ts';
import { readModule } from './module.ts';
import type { ModuleFacts } from './model.ts';

/** A larger module is not compared. */
const maxCharacters = 512 * 1024;
/** What a function registers as a config stands in its body. */
const registers = /\bConfigStore\b|\bhydra_zen\b/;

/**
 * Whether two texts of a module say the same to every run that reads it: they differ in bodies of functions and in comments alone, and
 * declare the same there. What cannot be compared does not.
 */
export function saysTheSame(before: string, now: string, file: string): boolean {
  if ([before, now].some((text) => text.length > maxCharacters || registers.test(text))) return false;
  const outside = outsideOfFunctions(now);
  return (
    outside !== undefined &&
    outside === outsideOfFunctions(before) &&
    factsText(readModule(now, file)) === factsText(readModule(before, file))
  );
}

/** Its tokens, as they are nested; `undefined` where the text is not valid Python. */
function outsideOfFunctions(text: string): string | undefined {
  const tree = parsePython(text);
  if (syntaxError(tree) !== undefined) return undefined;
  const tokens: string[] = [];
  let start = 0;
  tree.iterate({
    enter: ({ name, from, to, node }) => {
      const isLeftOut = name === 'Comment' || (name === 'Body' && node.parent?.name === 'FunctionDefinition');
      const isWhole = node.firstChild === null || name === 'FormatString';
      // not all words are nodes, such as `as`
      tokens.push(
        text.slice(start, from).trim(),
        isLeftOut ? '' : isWhole ? text.slice(from, to) : `${name}(`,
      );
      start = isLeftOut || isWhole ? to : from;
      return !isLeftOut && !isWhole;
    },
    leave: ({ node }) => {
      if (node.firstChild !== null) tokens.push(')');
    },
  });
  return [...tokens, text.slice(start).trim()].filter((token) => token !== '').join('\n');
}

/** All that is known of a module but for the lines of it; functions are compared outside of their bodies. */
function factsText(facts: ModuleFacts): string {
  const compared = {
    imports: facts.imports,
    declared: facts.declared,
    classes: [...facts.classes],
    parsed: facts.parsed,
    loaded: facts.loaded,
    keys: facts.keys,
    readsFields: facts.readsFields,
    handed: facts.handed,
    parser: facts.parser,
    makesParser: facts.makesParser,
    ownParser: facts.ownParser,
    isWhole: facts.isWhole,
    takesWords: facts.takesWords,
    open: facts.open,
    makesFlags: facts.makesFlags,
    hydra: facts.hydra,
  } satisfies Record<Exclude<keyof ModuleFacts, 'file' | 'functions'>, unknown>;
  return JSON.stringify(compared, (key, value: unknown) => (key === 'place' ? undefined : value));
}
