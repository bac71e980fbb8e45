/** How the training code reads the file; see docs/dialects.md. */
export const dialects = ['pyyaml', 'omegaconf', 'yaml-1.2'] as const;

export type Dialect = (typeof dialects)[number];

/** What reads a file: a YAML reader, or that of another format. */
export type Reader = Dialect | 'json' | 'json5' | 'toml' | 'python';

/** How messages name the reader. */
export const readers: Readonly<Record<Reader, string>> = {
  pyyaml: 'PyYAML',
  omegaconf: 'OmegaConf',
  'yaml-1.2': 'a YAML 1.2 reader',
  json: "Python's json",
  json5: 'a JSON5 reader',
  toml: "Python's tomllib",
  python: 'Python',
};

const readersByEnding: ReadonlyMap<string, Reader> = new Map([
  ['json', 'json'],
  ['json5', 'json5'],
  ['jsonc', 'json5'],
  ['toml', 'toml'],
  ['py', 'python'],
]);

/** How a file is read: by its ending, everything else in the dialect that is set. */
export function dialectOf(file: string, settings: { readonly dialect: Dialect }): Reader {
  const ending = /\.(\w+)$/.exec(file)?.[1] ?? '';
  return readersByEnding.get(ending.toLowerCase()) ?? settings.dialect;
}
