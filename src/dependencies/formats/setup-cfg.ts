/** setup.cfg: `install_requires`, `setup_requires` and `[options.extras_require]`. */
import { depsRules } from '../rules.ts';
import { type Format, type Parsed, type Problem, nothing } from '../model.ts';
import { forEachValue } from './ini.ts';
import { collector } from './statement.ts';
import { conflictMarker } from './conflict-marker.ts';
import { takes } from './names.ts';

export const setupCfg: Format = {
  name: 'setup.cfg',
  supports: takes.setupCfg,
  states: true,
  parse,
};

function parse(text: string, path: string): Parsed {
  const conflict = conflictMarker(text);
  if (conflict !== undefined) return conflict;
  const to = collector(path);
  const problems: Problem[] = [];
  forEachValue(text, ({ section, key, value, line, column }) => {
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
