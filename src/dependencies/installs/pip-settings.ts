/** pip.conf: what pip is given in every command, as the variables `PIP_…` give it. */
import { forEachValue } from '../formats/ini.ts';
import { variable } from './environment.ts';
import { type Sink, sinkFor } from './sink.ts';

export function readPipSettings(text: string, path: string): Sink {
  const sink = sinkFor(path);
  forEachValue(text, ({ section, key, value, line }) => {
    if (!/^(?:global|install|wheel|download)$/i.test(section)) return;
    variable(`PIP_${key.toUpperCase().replaceAll('-', '_')}`, value, { line, column: 1 }, sink);
  });
  return sink;
}
