/** What became of one signature. `broken`: it is not what it says; `untrusted`: nobody who counts has made it. */
export interface SignatureCheck {
  readonly state: 'verified' | 'broken' | 'untrusted';
  readonly says: string;
  /** Who signed, where it is verified. */
  readonly signer?: string;
}

/** Signatures that records have, held against who may sign. */
export interface Signatures {
  /** `bundle`: as a record has it; `digest`: of what it is to speak of. Throws a UserError where who may sign cannot be read. */
  check(bundle: string, digest: string): Promise<SignatureCheck>;
}
