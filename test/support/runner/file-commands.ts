/**
 * Reads GITHUB_OUTPUT, GITHUB_STATE and GITHUB_ENV as the runner does (actions/runner, FileCommandManager.cs):
 * `name=value`, or `name<<DELIMITER` up to a line that is the delimiter. Throws where the runner fails the step.
 */
export function readFileCommands(content: string): Record<string, string> {
  const values: Record<string, string> = Object.create(null);
  const lines = content.split(/\r?\n/);
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (line === '') continue;
    const [, name = '', operator, rest = ''] = /^(.*?)(=|<<)(.*)$/.exec(line) ?? [];
    if (operator === undefined || name === '') throw new Error(`invalid format '${line}'`);
    if (operator === '=') values[name] = rest;
    else {
      const end = lines.indexOf(rest, at + 1);
      if (rest === '' || end < 0) throw new Error(`no delimiter '${rest}' ends the value of '${name}'`);
      values[name] = lines.slice(at + 1, end).join('\n');
      at = end;
    }
  }
  return values;
}
