import type { RuleDoc } from '../report/rule-doc.ts';

export const ruleDocs: readonly RuleDoc[] = [
  {
    id: 'version/tag-exists-elsewhere',
    severity: 'error',
    summary:
      'The tag to be claimed points at another commit, or the same version is there in another spelling (`2.3.1`, `v2.3.1`). A tag is never moved: whoever has fetched it would keep the old one.',
    example: 'v2.3.1 is at 1a2b3c4d, and 5e6f7a8b claims it.',
    mend: 'Claim another version, or let the next number be found (`next: v2.3`).',
  },
  {
    id: 'version/invalid-tag',
    severity: 'error',
    summary: 'The tag to be claimed is not a version by Semantic Versioning, so nothing could order it.',
    example: 'claim: v2.3',
    mend: 'Give three numbers, and a pre-release behind a dash where it is one: v2.3.1, v2.4.0-rc.1.',
  },
  {
    id: 'version/invalid-next',
    severity: 'error',
    summary: 'What the next version is to follow is neither a line of releases nor a kind of step.',
    example: 'next: 2',
    mend: 'Give a line (v2.3), or patch, minor, major, conventional or auto; a pre-release name is a word such as rc.',
  },
  {
    id: 'version/outside-line',
    severity: 'warning',
    summary: 'The tag to be claimed does not belong to the line of releases that the branch keeps.',
    example: 'claim: v2.4.0 on release/v2.3',
    mend: 'Claim v2.3.x on release/v2.3, or make the branch release/v2.4.',
  },
  {
    id: 'version/contended',
    severity: 'error',
    summary:
      'So many others claimed the next number at the same time that this commit came away without one.',
    example: 'v2.3.1 to v2.3.100 were all taken between reading and claiming.',
    mend: 'Run the job again: nothing was changed.',
  },
];
