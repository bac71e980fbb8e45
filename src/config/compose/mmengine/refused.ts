import type { Finding } from '../../../report/model.ts';

/** Ends a composition; never leaves it. */
export class Refused extends Error {
  readonly finding: Finding;

  constructor(finding: Finding) {
    super(finding.message);
    this.finding = finding;
  }
}
