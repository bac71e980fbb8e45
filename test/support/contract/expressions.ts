/** Evaluates an expression of a workflow as GitHub does, by GitHub's own parser. */
import './json-imports.ts';

const { data, Evaluator, Lexer, Parser } = await import('@actions/expressions');

/** `text`: what stands between `${{` and `}}`; `contexts`: such as `{ github: { event } }`. */
export function evaluated(text: string, contexts: Readonly<Record<string, object>>): string {
  const known: unknown = JSON.parse(JSON.stringify(contexts), data.reviver);
  if (!(known instanceof data.Dictionary)) throw new Error('no contexts');
  const { tokens } = new Lexer(text).lex();
  const expression = new Parser(tokens, Object.keys(contexts), []).parse();
  return new Evaluator(expression, known).evaluate().coerceString();
}
