/** Variables that tell installers where packages come from and what bounds them: `PIP_EXTRA_INDEX_URL`, `UV_CONSTRAINT`. */
import { sourceUrl } from '../../kernel/redact.ts';
import type { InstallOption } from '../model.ts';
import type { Spot } from '../formats/places.ts';
import type { Sink } from './sink.ts';

const indexes =
  /^(?:PIP_(?:INDEX_URL|EXTRA_INDEX_URL|FIND_LINKS)|UV_(?:TORCH_BACKEND|INDEX_URL|EXTRA_INDEX_URL|DEFAULT_INDEX|INDEX|FIND_LINKS)|CONDA_CHANNELS)$/;

const options: readonly (readonly [names: RegExp, option: InstallOption, isFlag: boolean])[] = [
  [/^(?:PIP|UV)_(?:BUILD_)?CONSTRAINT$/, 'constraints', false],
  [/^PIP_PRE$/, 'pre-releases', true],
  [/^PIP_NO_DEPS$/, 'no-deps', true],
  [/^(?:PIP_TRUSTED_HOST|UV_INSECURE_HOST)$/, 'trusted-host', false],
];

/** Adds what a variable of the environment tells installers; nothing for any other. */
export function variable(name: string, value: string, spot: Spot, { to }: Sink): void {
  if (indexes.test(name)) {
    const urls = value.split(/\s+/).filter((url) => url !== '');
    for (const url of urls)
      to.ranged(
        '*',
        { dialect: 'pep440', specifier: '', kind: 'index', detail: `index ${name} ${sourceUrl(url)}` },
        spot,
      );
    return;
  }
  if (name === 'UV_PRERELEASE' && value === 'allow') return to.option('*', 'pre-releases', '', spot);
  if (name === 'UV_INDEX_STRATEGY' && value.startsWith('unsafe'))
    return to.option('*', 'strategy', value, spot);
  const found = options.find(([names]) => names.test(name));
  if (found === undefined || value === '' || (found[2] && /^(?:0|false|no|off)$/i.test(value))) return;
  to.option('*', found[1], found[2] ? '' : value, spot);
}
