import type { PairRow } from '../settings.ts';

/** torch with the releases that are built against it: each of them requires its torch exactly. */
const torchReleases: readonly (readonly [
  torch: string,
  torchvision: string,
  torchaudio: string,
  triton: string,
])[] = [
  ['2.5.1', '0.20.1', '2.5.1', '3.1.0'],
  ['2.6.0', '0.21.0', '2.6.0', '3.2.0'],
  ['2.7.0', '0.22.0', '2.7.0', '3.3.0'],
  ['2.7.1', '0.22.1', '2.7.1', '3.3.1'],
  ['2.8.0', '0.23.0', '2.8.0', '3.4.0'],
  ['2.9.0', '0.24.0', '2.9.0', '3.5.0'],
  ['2.9.1', '0.24.1', '2.9.1', '3.5.1'],
  ['2.10.0', '0.25.0', '2.10.0', '3.6.0'],
  ['2.11.0', '0.26.0', '2.11.0', '3.6.0'],
  ['2.12.0', '0.27.0', '', '3.7.0'],
  ['2.12.1', '0.27.1', '', '3.7.1'],
  ['2.13.0', '0.28.0', '', '3.7.1'],
];

const xformersReleases: readonly (readonly [xformers: string, torch: string])[] = [
  ['==0.0.28.post3', '==2.5.1'],
  ['==0.0.29.post2', '==2.6.0'],
  ['==0.0.30', '==2.7.0'],
  ['==0.0.31', '==2.7.1'],
  ['==0.0.32.*', '==2.8.0'],
  ['==0.0.33', '==2.9.0'],
  ['>=0.0.34', '>=2.10'],
];

/** Requires-Dist of the transformers wheels. */
const transformersNeeds: readonly (readonly [transformers: string, tokenizers: string, hub: string])[] = [
  ['>=4.40,<4.43', '>=0.19,<0.20', ''],
  ['>=4.43,<4.45', '>=0.19,<0.20', '>=0.23.2,<1.0'],
  ['>=4.45,<4.47', '>=0.20,<0.21', '>=0.23.2,<1.0'],
  ['>=4.47,<4.49', '>=0.21,<0.22', '>=0.24.0,<1.0'],
  ['>=4.49,<4.56', '>=0.21,<0.22', ''],
  ['>=4.56,<4.57', '>=0.22,<=0.23', ''],
  ['>=4.57,<4.58', '>=0.22,<=0.23', '>=0.34.0,<1.0'],
];

/** Releases built against NumPy 1 only: with NumPy 2 they fail to import or crash. */
const numpyOne: readonly (readonly [name: string, versions: string, source: string])[] = [
  ['torch', '<2.3', 'PyTorch 2.3 release notes: first release built for NumPy 2'],
  ['scipy', '<1.13', 'SciPy 1.13 release notes: first release built for NumPy 2'],
  ['pandas', '<2.2.2', 'pandas 2.2.2 release notes: first release built for NumPy 2'],
  ['scikit-learn', '<1.4.2', 'scikit-learn 1.4.2 release notes: first release built for NumPy 2'],
];

const locks = 'releases that stand together in published locks, and the Requires-Dist of their wheels';
const wheels = 'Requires-Dist of the transformers wheels';

/** Requires-Dist of the opencv wheels, the same for all four. */
const opencvs = [
  'opencv-python',
  'opencv-python-headless',
  'opencv-contrib-python',
  'opencv-contrib-python-headless',
];

/** What only works together. A row says: where `package` satisfies `versions`, the packages in `needs` satisfy theirs. */
export const builtInPairs: readonly PairRow[] = [
  {
    pair: 'diffusers-safetensors',
    package: 'diffusers',
    versions: '>=0.38',
    needs: { safetensors: '>=0.8.0rc0' },
    source: 'Requires-Dist of the diffusers wheels',
  },
  {
    pair: 'vllm-opencv',
    package: 'vllm',
    versions: '>=0.14.1,<0.16',
    needs: { 'opencv-python-headless': '>=4.13' },
    source: 'Requires-Dist of the vllm wheels',
  },
  ...torchReleases.flatMap(([torch, torchvision, torchaudio, triton]): PairRow[] => [
    {
      pair: 'torch-torchvision',
      package: 'torch',
      versions: `==${torch}`,
      needs: { torchvision: `==${torchvision}` },
      source: locks,
    },
    ...(torchaudio === ''
      ? []
      : [
          {
            pair: 'torch-torchaudio',
            package: 'torch',
            versions: `==${torch}`,
            needs: { torchaudio: `==${torchaudio}` },
            source: locks,
          },
        ]),
    {
      pair: 'torch-triton',
      package: 'torch',
      versions: `==${torch}`,
      needs: { triton: `==${triton}` },
      severity: 'warning',
      source: locks,
    },
  ]),
  ...xformersReleases.map(([versions, torch]): PairRow => ({
    pair: 'xformers-torch',
    package: 'xformers',
    versions,
    needs: { torch },
    source: locks,
  })),
  ...transformersNeeds.flatMap(([versions, tokenizers, hub]): PairRow[] => [
    {
      pair: 'transformers-tokenizers',
      package: 'transformers',
      versions,
      needs: { tokenizers },
      source: wheels,
    },
    ...(hub === ''
      ? []
      : [
          {
            pair: 'transformers-hub',
            package: 'transformers',
            versions,
            needs: { 'huggingface-hub': hub },
            source: wheels,
          },
        ]),
  ]),
  ...opencvs.map((name): PairRow => ({
    pair: 'opencv-numpy',
    package: name,
    versions: '>=4.12,<4.13',
    needs: { numpy: '>=2,<2.3' },
    source: 'Requires-Dist of the opencv wheels',
  })),
  ...numpyOne.map(([name, versions, source]): PairRow => ({
    pair: 'numpy-2-abi',
    package: name,
    versions,
    needs: { numpy: '<2' },
    source,
  })),
];

export interface LeaderRow {
  readonly leader: string;
  /** Their moves are reported with the leader's. */
  readonly followers: readonly string[];
  /** The leader's own metadata pins these to one version: where it moved they had to. */
  readonly exact: readonly string[];
}

/** Who leads whom. */
export const leaders: readonly LeaderRow[] = [
  {
    leader: 'torch',
    followers: ['torchvision', 'torchaudio', 'triton', 'pytorch-triton*', 'nvidia-*', 'cuda-*'],
    exact: ['triton', 'pytorch-triton*', 'nvidia-*', 'cuda-*'],
  },
  { leader: 'transformers', followers: ['tokenizers', 'huggingface-hub'], exact: [] },
  {
    leader: 'transformer-engine',
    followers: ['transformer-engine-*'],
    exact: ['transformer-engine-*'],
  },
  { leader: 'flashinfer-python', followers: ['flashinfer-cubin', 'flashinfer-jit-cache'], exact: [] },
  // Its metadata on PyPI, 0.5.0 to 0.8.1.
  { leader: 'llmcompressor', followers: ['compressed-tensors'], exact: ['compressed-tensors'] },
];

/** Wheels whose metadata pins these exactly: a move of the first that was asked for takes the others along. */
export const exactPins: readonly { readonly leader: string; readonly exact: readonly string[] }[] = [
  {
    leader: 'vllm',
    exact: [
      'torch',
      'torchvision',
      'torchaudio',
      'xformers',
      'flashinfer-python',
      'flashinfer-cubin',
      'compressed-tensors',
      'xgrammar',
    ],
  },
];
