declare module '@vercel/ncc' {
  import type { BundleStats } from './licenses.ts';

  interface NccOptions {
    readonly cache?: string | false;
    readonly quiet?: boolean;
    /** White space and local names go; names of functions and classes stay, so that a stack trace can be read. */
    readonly minify?: boolean;
    /** Module name → what to require at run time instead of bundling it. */
    readonly externals?: Readonly<Record<string, string>>;
  }

  interface NccResult {
    readonly code: string;
    /** File name → chunk or data file that the bundle loads at run time. */
    readonly assets: Readonly<Record<string, { readonly source: string | Uint8Array }>>;
    readonly stats: BundleStats;
  }

  export default function ncc(entry: string, options?: NccOptions): Promise<NccResult>;
}
