import { unreadable, type FileFormat } from './reader.ts';

/** Kinds of files that evaluations also write, reported by name instead of as broken JSON, each with the way out. */
const kinds: readonly { readonly name: string; readonly ending: RegExp; readonly help: string }[] = [
  {
    name: 'A pickle',
    ending: /\.(?:pkl|pickle|pt|joblib)$/,
    // Reading one runs what its author wants.
    help: 'A pickle runs code when it is read, so the gate never does. Let the evaluation write TSV or JSON (VLMEvalKit: PRED_FORMAT=tsv), or convert it where it was made: `pd.read_pickle("a.pkl").to_csv("a.csv", index=False)`.',
  },
  {
    name: 'A spreadsheet of this kind',
    ending: /\.(?:xls|xlsb|ods)$/,
    help: 'Save it as .xlsx or CSV.',
  },
  {
    name: 'A binary table',
    ending: /\.(?:arrow|feather|npy|npz)$/,
    help: 'Convert it in a step before this gate, such as `pd.read_feather("a.feather").to_json("a.jsonl", orient="records", lines=True)`, or to Parquet.',
  },
  {
    name: 'A packed file',
    ending: /\.(?:gz|zst|bz2|xz|zip|tar|tgz)$/,
    help: 'Unpack it in a step before this gate.',
  },
];

export const unsupported: FileFormat = {
  name: 'unsupported',
  supports: (path) => kinds.some(({ ending }) => ending.test(path)),
  open: (path, sink) => ({
    push: () => undefined,
    end: () => {
      const kind = kinds.find(({ ending }) => ending.test(path.toLowerCase()));
      sink.problem({
        ...unreadable(path, `${kind?.name ?? 'This file'} is not read.`),
        ...(kind !== undefined && { help: kind.help }),
      });
    },
  }),
};
