/** Arguments that a build is given: they overrule the defaults of ARG in its Dockerfile. */
import { normaliseName } from '../../pep440/names.ts';
import { entryAt } from '../formats/entry.ts';
import type { Spot } from '../formats/places.ts';
import { variable } from './environment.ts';
import { addImage, addInterpreter } from './images.ts';
import type { Sink } from './sink.ts';

/** `TORCH_VERSION=2.5.1` is torch, `PYTHON_VERSION=3.11` the interpreter, `BASE_IMAGE=name:tag` an image. */
export function buildArgument(line: string, spot: Spot, sink: Sink): void {
  const [, name = '', value = ''] = /^\s*(\w+)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
  if (name === '' || value === '') return;
  variable(name, value, spot, sink);
  if (/image|(?:^|_)base(?:$|_)/i.test(name) && /^[\w./:@…-]+$/.test(value))
    return addImage(value, spot, sink);
  const subject = /^(.+?)_?(?:version|ver|tag|ref)$/i.exec(name)?.[1];
  if (subject === undefined) return;
  const known = normaliseName(subject);
  if (known === 'python') return addInterpreter(value, spot, sink);
  const own = known === 'cuda' ? 'cuda-version' : known;
  sink.to.ranged(
    own,
    { dialect: 'pep440', specifier: /^\d/.test(value) ? `==${value}` : '', detail: 'build argument' },
    spot,
  );
  if (/^\d/.test(value)) sink.entries.push(entryAt(own, spot, { version: value }));
}
