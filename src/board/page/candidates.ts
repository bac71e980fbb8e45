import type { CompareVerdict } from '../../compare/index.ts';
import type { Block, Inline } from '../../report/html/model.ts';
import type { Board, Candidate } from '../model.ts';
import { pullLink } from './links.ts';
import { cutList, emptyNote, table } from './pieces.ts';

const looks = {
  better: 'pass',
  'no-difference': 'pass',
  worse: 'fail',
  'keep-going': 'inconclusive',
  void: 'fail',
} as const satisfies Record<CompareVerdict, string>;

/** Each candidate against what serves, with a link to its own page. */
export function candidatesPart({ candidates }: Board): Block[] {
  if (candidates.total === 0)
    return emptyNote(
      'No weights were recorded after those that serve. Record them with `record-lineage`: `from: job …`, `to: weights …`.',
    );
  const rows = table<Candidate>(
    'Weights that never served, against what serves now',
    candidates.shown,
    [
      ['Candidate', '', ({ id }) => ({ code: id, max: 80 })],
      ['Recorded', 'tight', ({ at }) => ({ time: at, ago: true })],
      [
        'By',
        '',
        ({ by, pullRequest }) => ({ between: ' · ', parts: [{ text: by, max: 40 }, pullLink(pullRequest)] }),
      ],
      ['Against', '', ({ against }) => ({ code: against, max: 80 })],
      ['Verdict', '', verdict],
    ],
    false,
  );
  return cutList(candidates, 'candidates', 'Compare the others with `model-gates compare`.', rows);
}

function verdict({ compared }: Candidate): Inline {
  if (compared === undefined) return 'not compared';
  const { verdict: word, title, page } = compared;
  return [
    { badge: word, look: looks[word] },
    ' ',
    { link: 'the comparison', to: `./${page}` },
    { look: 'help', of: [' ', { text: title, max: 200 }] },
  ];
}
