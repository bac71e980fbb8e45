/** INI files of Python's tools: setup.cfg, tox.ini, pip.conf. */
import { forEachLine } from './places.ts';

export interface IniValue {
  readonly section: string;
  readonly key: string;
  readonly value: string;
  readonly line: number;
  readonly column: number;
}

/** Every line of every value; continuation lines are indented. Comments are left out. */
export function forEachValue(text: string, visit: (value: IniValue) => void): void {
  let section = '';
  let key = '';
  forEachLine(text, (line, number) => {
    const bare = line.trim();
    if (bare === '' || bare.startsWith('#') || bare.startsWith(';')) return;
    const header = /^\[([^\]]*)\]/.exec(line);
    const column = line.length - line.trimStart().length + 1;
    const at = { line: number, column };
    if (header !== null) section = (header[1] ?? '').trim();
    else if (column > 1) visit({ section, key, value: bare.split(' #', 1)[0]?.trim() ?? '', ...at });
    else {
      const split = line.search(/[=:]/);
      if (split < 0) return;
      key = line.slice(0, split).trim();
      visit({ section, key, value: line.slice(split + 1).trim(), line: number, column: split + 2 });
    }
  });
}
