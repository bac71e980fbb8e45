/** `.python-version` (pyenv, uv) and `.tool-versions` (asdf, mise): the interpreter of every environment below. */
import { forEachLine } from '../formats/places.ts';
import { addInterpreter } from './images.ts';
import { type Sink, sinkFor } from './sink.ts';

export function readPythonVersion(text: string, path: string): Sink {
  const sink = sinkFor(path);
  const isTable = /(?:^|\/)(?:\.tool-versions|\.?mise\.toml)$/.test(path);
  forEachLine(text, (line, number) => {
    const bare = (line.split('#', 1)[0] ?? '').trim();
    const table = /^python\s*=?\s*(.*)$/.exec(bare)?.[1]?.replaceAll(/["'[\]]/g, '');
    const versions = isTable ? table : bare.replace(/^(?:cpython|python)-/, '');
    for (const version of (versions ?? '').split(/[\s,]+/))
      if (version !== '') addInterpreter(version, { line: number, column: 1 }, sink);
  });
  return sink;
}
