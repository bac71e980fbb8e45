/** tox.ini: what its environments install, and the commands that they run. */
import { forEachValue } from '../formats/ini.ts';
import { readLines, sourcedEntries } from '../formats/requirements.ts';
import { variable } from './environment.ts';
import type { ReadShell } from './read-shell.ts';
import { addScript } from './script.ts';
import { type Sink, sinkFor } from './sink.ts';

export function readTox(text: string, path: string, readShell: ReadShell): Sink {
  const sink = sinkFor(path);
  const lines: { text: string; line: number; column: number }[] = [];
  forEachValue(text, ({ section, key, value, line, column }) => {
    if (!/^(?:testenv|env|\.pkg)/.test(section) || value === '') return;
    const spot = { line, column };
    sink.place = `${section}/`;
    if (key === 'deps') lines.push({ text: withoutFactor(value), ...spot });
    else if (key === 'setenv' || key === 'set_env') addVariable(value, spot, sink);
    else if (/^(?:commands(?:_pre|_post)?|install_command)$/.test(key))
      addScript({ text: withoutFactor(value).replace(/^- /, ''), at: spot }, sink, readShell);
  });
  const draft = readLines(lines, path);
  sink.to.statements.push(...draft.to.statements);
  sink.entries.push(...sourcedEntries(draft));
  return sink;
}

/** `py311,gpu: torch>=2.1` is for the environments with these factors. */
function withoutFactor(value: string): string {
  return value.replace(/^[\w!,{}.-]+:\s+/, '');
}

function addVariable(value: string, spot: { line: number; column: number }, sink: Sink): void {
  const split = value.indexOf('=');
  if (split > 0) variable(value.slice(0, split).trim(), value.slice(split + 1).trim(), spot, sink);
}
