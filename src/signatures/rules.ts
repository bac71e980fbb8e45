import { defineRules } from '../report/rule.ts';

export const signatureRules = defineRules('signatures', {
  broken: {
    severity: 'error',
    summary:
      'A signature is not what it says: it was cut, changed, signed with another key, is past its certificate, or has no entry in the log.',
    example: 'model.sig: the signature is not that of the key .github/keys/train.pem',
    fix: 'Take model and signature again from where they were made; where they are the same there, sign the model again.',
  },
  untrusted: {
    severity: 'error',
    summary: 'A signature is sound, and nobody whom the policy names has made it.',
    example: 'model.sig is signed by mallory@example.org, who is not among `signatures` of the policy',
    fix: 'Let somebody sign it who may, or name the key, the certificate or the identity in `signatures` of the policy.',
  },
  altered: {
    severity: 'error',
    summary:
      'A model on disk is not the one that was signed: a file is missing, was changed, added, renamed or linked.',
    example: 'model-00002-of-00004.safetensors is not the file that was signed',
    fix: 'Fetch the model again. A file that belongs to it and was never signed: sign the model again.',
  },
  unbound: {
    severity: 'error',
    summary: 'A signature speaks of other content than the record it was given for.',
    example: 'the signature speaks of sha256:1a2b…, and no output of the record has that digest',
    fix: 'Record the artifact with the digest that was signed (`model-gates verify PATH` shows it), or give its own signature.',
  },
});
