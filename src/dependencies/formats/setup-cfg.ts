/** setup.cfg: `install_requires`, `setup_requires` and `[options.extras_require]`. */
import { depsRules } from '../rules.ts';
import { type Format, type Parsed, type Problem, nothing } from '../model.ts';
import { forEachLine } from './places.ts';
import { collector } from './statement.ts';
import { conflictMarker } from './conflict-marker.ts';

export const setupCfg: Format = {
  name: 'setup.cfg',
  supports: (path) => /(?:^|\/)setup\.cfg$/.test(path),
  states: true,
  parse,
};

function parse(text: string, path: string): Parsed {
  const conflict = conflictMarker(text);
  if (conflict !== undefined) return conflict;
  const to = collector(path);
  const problems: Problem[] = [];
  forEachValue(text, (section, key, value, line, column) => {
    const isList =
      section === 'options.extras_require' || (section === 'options' && key === 'install_requires');
    if (!isList || value === '') return;
    if (to.requirement(value, { line, column })) return;
    problems.push({
      rule: depsRules['unreadable-line'],
      message: `${JSON.stringify(value.slice(0, 80))} is not a requirement`,
      line,
      column,
    });
  });
  return { ...nothing, statements: to.statements, problems };
}

type Visit = (section: string, key: string, value: string, line: number, column: number) => void;

/** Every line of every value; continuation lines are indented. */
function forEachValue(text: string, visit: Visit): void {
  let section = '';
  let key = '';
  forEachLine(text, (line, number) => {
    const bare = line.trim();
    if (bare === '' || bare.startsWith('#') || bare.startsWith(';')) return;
    const header = /^\[([^\]]*)\]/.exec(line);
    const column = line.length - line.trimStart().length + 1;
    if (header !== null) section = (header[1] ?? '').trim();
    else if (column > 1) visit(section, key, bare.split(' #', 1)[0]?.trim() ?? '', number, column);
    else {
      const split = line.search(/[=:]/);
      if (split < 0) return;
      key = line.slice(0, split).trim();
      visit(section, key, line.slice(split + 1).trim(), number, split + 2);
    }
  });
}
