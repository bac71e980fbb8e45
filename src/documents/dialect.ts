/** How the training code reads the file; see docs/dialects.md. */
export const dialects = ['pyyaml', 'omegaconf', 'yaml-1.2'] as const;

export type Dialect = (typeof dialects)[number];

/** How a file is read: JSON by its name, everything else in the dialect that is set. */
export function dialectOf(file: string, settings: { readonly dialect: Dialect }): Dialect | 'json' {
  return /\.json$/i.test(file) ? 'json' : settings.dialect;
}
