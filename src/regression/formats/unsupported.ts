import { unreadable, type FileFormat } from './reader.ts';

/** Kinds of files that evaluations also write, told by name instead of as broken JSON. */
export const unsupported: FileFormat = {
  name: 'unsupported',
  supports: (path) =>
    /\.(?:xlsx?|ods|parquet|arrow|feather|pkl|pickle|pt|npy|npz|gz|zst|bz2|xz|zip)$/.test(path),
  open: (path, sink) => ({
    push: () => undefined,
    end: () =>
      sink.problem({
        ...unreadable(path, 'Spreadsheets, Parquet, pickles and packed files are not read.'),
        help: 'Let the evaluation write CSV, JSON or JSONL, or convert the file in a step before this gate.',
      }),
  }),
};
