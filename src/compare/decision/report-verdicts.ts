import type { Verdict } from '../../report/model.ts';
import type { CompareVerdict } from '../facts.ts';

/** A void comparison is not a fault of the candidate, and no reason to go on either. */
export const reportVerdicts: Readonly<Record<CompareVerdict, Verdict>> = {
  better: 'pass',
  'no-difference': 'pass',
  worse: 'fail',
  'keep-going': 'inconclusive',
  void: 'inconclusive',
};
