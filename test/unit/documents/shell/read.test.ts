import { describe, expect, test } from 'vitest';
import type { ShellCommand, ShellWord } from '../../../../src/documents/shell/model.ts';
import { readShell } from '../../../../src/documents/shell/read.ts';

const read = (text: string, files: Readonly<Record<string, string>> = {}) =>
  readShell(text, { file: 'scripts/a.sh', read: (path) => files[path] });

/** Words as texts; what is unknown in angle brackets, any number of words with dots. */
function shown({ words }: ShellCommand): string[] {
  return words.map(wordText);
}

function wordText({ text, pieces, isMany }: ShellWord): string {
  return text ?? `<${pieces.map((piece) => piece.text ?? '?').join('')}${isMany ? '…' : ''}>`;
}

const commandsOf = (text: string, files?: Readonly<Record<string, string>>) =>
  read(text, files).commands.map(shown);

describe('the words of a command', () => {
  test.each([
    ['plain', 'torchrun train.py --lr 2e5', ['torchrun', 'train.py', '--lr', '2e5']],
    [
      'quotes',
      `python t.py --a "b c" 'd "e"' f\\ g ""`,
      ['python', 't.py', '--a', 'b c', 'd "e"', 'f g', ''],
    ],
    ['lines that go on, and a comment', 'x \\\n  --a 1 \\\n  --b 2 # c', ['x', '--a', '1', '--b', '2']],
    ['a variable', 'LR=2e-5\nx --lr $LR --lr=$LR "${LR}x"', ['x', '--lr', '2e-5', '--lr=2e-5', '2e-5x']],
    ['words without quotes are split', 'A="--a 1  --b"\nx $A "$A"', ['x', '--a', '1', '--b', '--a 1  --b']],
    ['nothing without quotes is not a word', 'A=\nx $A "$A"', ['x', '']],
    [
      'an array',
      'A=(--a "b c" \\\n  --d)\nA+=(e)\nx "${A[@]}" ${#A[@]} ${A[1]}',
      ['x', '--a', 'b c', '--d', 'e', '4', 'b', 'c'],
    ],
    ['arithmetic', 'N=4\nx $((N * 2 + 1)) $((7 / 2)) $((2 ** 3))', ['x', '9', '3', '8']],
    ['a default', 'x ${LR:-1e-5} ${B:=2} $B', ['x', '1e-5', '2', '2']],
    [
      'ends and beginnings',
      'P=a/b.yaml\nx ${P##*/} ${P%.yaml} ${P/a/c} ${P:2:1}',
      ['x', 'b.yaml', 'a/b', 'c/b.yaml', 'b'],
    ],
    [
      'an override with brackets',
      "x trainer.logger=['console','wandb'] +a=1 ~b",
      ['x', 'trainer.logger=[console,wandb]', '+a=1', '~b'],
    ],
    ['a home', 'x ~/a "~/a"', ['x', '<?/a>', '~/a']],
    ['braces', 'x {1..3} a{b,c}', ['x', '1', '2', '3', 'ab', 'ac']],
    ['behind the name', 'A=1 B=2 x C=3', ['x', 'C=3']],
    ['the environment', 'x $WORLD_SIZE "$RANK" --n=$N', ['x', '<?…>', '<?>', '<--n=?…>']],
    ['arguments of the script', 'x "$@" "$1" "${2:-d}"', ['x', '<?…>', '<?>', 'd']],
    ['a command', 'x $(date) "$(date)" `date`', ['x', '<?…>', '<?>', '<?…>']],
    [
      'the last arguments',
      'set -- a --b 1\nx "${@:2}" "${@:2:1}" "${*:2}"',
      ['x', '--b', '1', '--b', '--b 1'],
    ],
    ['a part of an array', 'A=(a b c)\nx "${A[@]:1}" "${A[@]/b/d}"', ['x', 'b', 'c', '<?…>']],
    ['the last ones of what is not known', 'x "${@:2}" y', ['x', '<?…>', 'y']],
    [
      'what arithmetic sets',
      'A=2; ((B = A * 3)); ((B += 1)); let "C = B * 2" D=C-1; x $B $C $D',
      ['x', '7', '14', '13'],
    ],
    ['arithmetic of what is not known', 'A=2; ((A = A * $N)); x "$A"', ['x', '<?>']],
    ['numbers that are declared', 'declare -i N=2*3; N=N+1; N+=2; x $N', ['x', '9']],
    ['an expression of a function alone', 'f() { local -i N=1+1; }; f; N=1+1; x $N', ['x', '1+1']],
    ['indices of an array', 'A=(a b c); x "${!A[@]}" "${!B[@]}"', ['x', '0', '1', '2', '<?…>']],
    [
      'an associative array',
      'declare -A M=([a]=1 ["b c"]="d e"); K=a; M[f]=2; M[f]+=3; x ${M[$K]} "${M[b c]}" ${M[f]} ${#M[@]} "${M[no]:-n}"',
      ['x', '1', 'd e', '23', '3', 'n'],
    ],
    [
      'the order of its keys is bash’s own',
      'declare -A M=([a]=1 [b]=2) N=([c]=3); x "${!M[@]}" "${M[@]}" "${!N[@]}" "${N[@]}"',
      ['x', '<?…>', '<?…>', 'c', '3'],
    ],
    ['of which a key is not known', 'declare -A M; M[$K]=1; M[a]=2; x "${M[a]}"', ['x', '<?>']],
    [
      'one of a function alone',
      'declare -A M=([a]=1); f() { local -A M; M[b]=2; x "${M[a]-no}"; }; f',
      ['x', 'no'],
    ],
    ['a variable that another one names', 'A=3; B=A; x ${!B} ${!B:-4} "${!C}"', ['x', '3', '3', '<?>']],
    [
      'arithmetic in a word that sets',
      'A=1; x $((A++)) $A $((B = ++A * 2, B - 1)) $B $((A > 5 || (A = 9))) $A',
      ['x', '1', '2', '5', '6', '1', '9'],
    ],
    [
      'only the side that counts',
      'A=1; x $((A > 2 ? (B = 1) : (B = 2))) $B; ((A && (C = 3)))',
      ['x', '2', '2'],
    ],
    ['both where that is not known', 'B=1; (($N && B++)); x "$B"', ['x', '<?>']],
    ['a local one of what was an array', 'A=(1 2); f() { local A=3; x "${A[*]}"; }; f', ['x', '3']],
    [
      'elements by a counted index',
      'A=(a b); for ((i = 0; i < ${#A[@]}; i++)); do W+="${A[$i]}"; done; x "$i"',
      ['x', '2'],
    ],
    ['a comment between the lines', 'x --a 1 `# b` \\\n --c', ['x', '--a', '1', '--c']],
    ['files', 'x *.py "*.py"', ['x', '<?.py…>', '*.py']],
  ])('%s', (_, script, words) => {
    expect(commandsOf(script)).toEqual([words]);
  });

  test('what a variable is where it is used, not later', () => {
    expect(commandsOf('A=1\nx $A\nA=2\nx $A')).toEqual([
      ['x', '1'],
      ['x', '2'],
    ]);
  });

  test('a default names the variable that the environment may set', () => {
    const [command] = read('LR=${LR:-1e-5}\nx --lr $LR').commands;
    expect(command?.words.map(({ assumes }) => assumes)).toEqual([[], [], ['LR']]);
  });

  test('a number that is made of a default is one', () => {
    const [command] = read('N=${N:-4}\nG=$((N * 2))\nx --n $G').commands;
    expect(command?.words.map(({ text, assumes }) => [text, assumes])).toEqual([
      ['x', []],
      ['--n', []],
      ['8', ['N']],
    ]);
  });

  test('what is set after set -a is exported', () => {
    const [, command] = read('A=1; set -ea; B=2; set +a; C=3; set -o allexport; y; x').commands;
    expect([...(command?.environment.keys() ?? [])]).toEqual(['B']);
  });

  test('the environment of a command', () => {
    const [command] = read('export A=1\nB=2\nC=3 x').commands;
    expect([...(command?.environment ?? [])].map(([name, { text }]) => [name, text])).toEqual([
      ['A', '1'],
      ['C', '3'],
    ]);
  });
});

describe('places', () => {
  test('a word stands in the command, its pieces where they were written', () => {
    const [command] = read('LR=2e5\nARGS=(\n  --lr "$LR"\n)\nx "${ARGS[@]}" --wd=$LR').commands;
    const placesOf = ({ line, column, pieces }: ShellWord) => [
      line,
      column,
      pieces.map(({ place }) => `${place.line}:${place.column}`),
    ];
    expect(command?.words.map(placesOf)).toEqual([
      [5, 1, ['5:1']],
      [5, 3, ['3:3']],
      [5, 3, ['1:4']],
      [5, 16, ['5:16', '1:4']],
    ]);
  });

  test('what eval and bash -c run stands where they do', () => {
    const { commands } = read('export A=1\nB=2\n\nbash -c \'x $A $B\'\nC="y 3"\neval "$C"');
    expect(commands.map((command) => [command.line, ...shown(command)])).toEqual([
      [4, 'bash', '-c', 'x $A $B'],
      [4, 'x', '1', '<?…>'],
      [6, 'y', '3'],
    ]);
  });
});

describe('which commands run', () => {
  test.each([
    [
      'both sides of a condition',
      'if [ -e f ]; then A=1; else A=2; fi\nx $A',
      [
        ['x', '1'],
        ['x', '2'],
      ],
    ],
    ['one side where it is known', 'B=1\nif [ "$B" = 1 ]; then A=1; else A=2; fi\nx $A', [['x', '1']]],
    [
      'both sides of a default',
      'if [ "${D:-0}" = 1 ]; then A=1; fi\nx "$A"',
      [
        ['x', '1'],
        ['x', '<?>'],
      ],
    ],
    [
      'the side of a condition that no default takes',
      'D=${D:-fsdp}\nE="engine=$D"\nif [ "$D" = fsdp ]; then x "$E"; else y "$E" "$D"; fi\nz "$D"',
      [
        ['x', 'engine=fsdp'],
        ['y', '<?>', '<?>'],
        ['z', 'fsdp'],
      ],
    ],
    [
      'a default that is written where it is used',
      'if [ "${D:-0}" = 0 ]; then x "${D:-0}"; else y "${D:-0}"; fi\nz "${D:-0}"',
      [
        ['x', '0'],
        ['y', '<?>'],
        ['z', '0'],
      ],
    ],
    [
      'a variable that is empty unless somebody sets it',
      'P=${P:-}\nif [ -n "$P" ]; then x "$P"; fi\n[[ ! $P == "" ]] && y "$P"\nz "$P"',
      [
        ['x', '<?>'],
        ['y', '<?>'],
        ['z', ''],
      ],
    ],
    [
      'a choice by a default',
      'D=${D:-a}\ncase "$D" in a) x "$D";; b) y "$D";; *) z "$D";; esac',
      [
        ['x', 'a'],
        ['y', 'b'],
        ['z', '<?>'],
      ],
    ],
    [
      'what an array begins with, whatever many conditions add',
      `A=(1 2)\n${Array.from({ length: 5 }, (_, at) => `[ -e ${at} ] && A+=(${at})`).join('\n')}\nx "\${A[@]}" 9`,
      [['x', '1', '2', '<?…>', '9']],
    ],
    [
      'a literal loop',
      'for i in 1 2; do x $i; done',
      [
        ['x', '1'],
        ['x', '2'],
      ],
    ],
    [
      'any other loop, once',
      'N=1\nwhile read L; do x $L $N; N=$((N+1)); done\nx $N',
      [
        ['x', '<?…>', '<?…>'],
        ['x', '<?…>'],
      ],
    ],
    [
      'options of the script',
      'LR=1\nwhile [ $# -gt 0 ]; do case $1 in --lr) LR=$2; shift 2;; esac; done\nx $LR',
      [['x', '1']],
    ],
    ['a choice', 'M=a\ncase $M in a) x 1;; b) x 2;; esac', [['x', '1']]],
    [
      'an open choice',
      'case $M in a) x 1;; b) x 2;; esac',
      [
        ['x', '1'],
        ['x', '2'],
      ],
    ],
    [
      'a function',
      'f() { local A=$1; x "$A" $2; }\nf 1 "2 3"\nx "$A"',
      [
        ['x', '1', '2', '3'],
        ['x', '<?>'],
      ],
    ],
    ['what ends a script', 'x 1\nexit 0\nx 2', [['x', '1']]],
    [
      'a shell of its own',
      '(A=1; x $A)\nx "$A" | tee log',
      [
        ['x', '1'],
        ['x', '<?>'],
        ['tee', 'log'],
      ],
    ],
    ['a heredoc is not a command', 'cat <<EOF > f\nx 1\nEOF\nx 2', [['cat'], ['x', '2']]],
    ['a file that is sourced', 'source "$(dirname "$0")/env.sh"\nx $LR', [['x', '3']]],
    [
      'every key of an associative array, in any order',
      'declare -A M=([a]=1 [b]=2)\nfor K in "${!M[@]}"; do x $K ${M[$K]} "$N"; N=$K; done\nx "$N"',
      [
        ['x', 'a', '1', '<?>'],
        ['x', 'b', '2', '<?>'],
        ['x', '<?>'],
      ],
    ],
    [
      'an alias, behind shopt and its own line',
      "shopt -s expand_aliases\nalias go='x --a 1'; go 0\nB=2 go $B c | cat\n\\go 3",
      [['go', '0'], ['x', '--a', '1', '<?…>', 'c'], ['cat'], ['go', '3']],
    ],
    ['an alias of sh', "#!/bin/sh\nalias go='x --a 1'\ngo 2", [['x', '--a', '1', '2']]],
    ['an alias that nothing expands', "alias go='x 1'\ngo 2", [['go', '2']]],
    ['a file that is not there', 'A=1\nsource common.sh\nx $A', [['x', '<?…>']]],
    ['an environment that is entered', 'A=1\nsource ~/venv/bin/activate\nx $A', [['x', '1']]],
  ])('%s', (_, script, commands) => {
    expect(commandsOf(script, { 'scripts/env.sh': 'LR=3' })).toEqual(commands);
  });

  const inner = '#!/bin/bash\ntrain --lr ${LR:-1} --n ${1:-5}\n';

  test.each([
    ['by its path', './in.sh 7', ['1', '7']],
    ['by a path that a variable begins', 'D=$(dirname "$0")\n"$D"/../in.sh 7', ['1', '7']],
    ['with a variable in front', 'LR=2 ./in.sh', ['2', '5']],
    ['with what is exported', 'export LR=2\nin.sh', ['2', '5']],
    ['behind env', 'env LR=2 ./in.sh', ['2', '5']],
    ['behind srun', 'srun --nodes 2 ./in.sh 7', ['1', '7']],
    ['behind mpirun, with a variable', 'LR=3 mpirun -np 8 -x LR ./in.sh 7', ['3', '7']],
    ['behind mpirun, with another value', 'mpirun -x LR=2 -np 8 ./in.sh', ['2', '5']],
    ['behind a profiler', 'nsys profile -o out ./in.sh', ['1', '5']],
    ['on another machine', 'export LR=2\nssh host < in.sh', ['1', '5']],
    ['on another machine, with arguments', 'ssh -p 22 host bash -s -- 7 < in.sh', ['1', '7']],
    ['there, in quotes', "ssh host 'bash -s' -- 7 < in.sh", ['1', '7']],
    ['on the standard input', 'export LR=2\nbash -s 7 < in.sh', ['2', '7']],
    ['through a pipe', 'cat in.sh | ssh host bash', ['1', '5']],
    ['as its text', 'export LR=2\nssh host "$(cat in.sh)"', ['1', '5']],
    ['as a text that is read', 'T=$(< in.sh)\nexport LR=2\nbash -c "$T" name 7', ['2', '7']],
    ['as a text of a batch job', 'sbatch --wrap "$(cat in.sh)"', ['1', '5']],
    ['as a text of the script itself', 'LR=2\neval "$(cat in.sh)"', ['2', '5']],
    ['in a container', 'export LR=3\ndocker run --rm -e LR=2 -v a:b image bash in.sh 7', ['2', '7']],
    ['as its entry point', 'docker run --gpus all --entrypoint bash -e LR=2 image in.sh 7', ['2', '7']],
    ['by what bash -c gets', "bash -c './in.sh $1' _ 7", ['1', '7']],
  ])('a script that is started %s', (_, script, [lr, n]) => {
    expect(commandsOf(script, { 'in.sh': inner }).filter(([name]) => name === 'train')).toEqual([
      ['train', '--lr', lr, '--n', n],
    ]);
  });

  test.each([
    [
      'an equality says what it is',
      'A=5; LR=${LR:-1}\nif [ "$LR" = 1 ]; then :; elif [[ "$LR" == 2 ]]; then A=4; fi\nbash in.sh $A',
      [
        ['1', '5'],
        ['2', '4'],
      ],
    ],
    [
      'as a choice does',
      'case ${LR:-1} in 1) A=5;; 2) A=4;; *) A=5;; esac\nexport LR\n./in.sh $A',
      [
        ['1', '5'],
        ['2', '4'],
        ['<?…>', '5'],
      ],
    ],
    [
      'what an inequality does not hold of',
      'LR=${LR:-1}\nif [[ $LR != 7 ]]; then ./in.sh 5; else ./in.sh 3; fi',
      [
        ['1', '5'],
        ['7', '3'],
      ],
    ],
    [
      'what a number is not',
      'LR=${LR:-1}\nif ((LR > 1)); then ./in.sh 4; elif ((LR != 0)); then ./in.sh 5; else ./in.sh 3; fi',
      [
        ['<?…>', '4'],
        ['1', '5'],
        ['0', '3'],
      ],
    ],
    ['of what only the environment has', '[ "$LR" != 2 ] || ./in.sh', [['2', '5']]],
    [
      'nothing else says it',
      'A=5; LR=${LR:-1}\n[ "$LR" != 1 ] && A=4\n./in.sh $A',
      [
        ['<?…>', '4'],
        ['1', '5'],
      ],
    ],
    [
      'what is exported of it is unknown',
      'export LR=${M:-1}\nif [ "${M:-1}" = 1 ]; then A=3; else A=4; fi\nbash -c "train --lr \\$LR --n $A"',
      [
        ['1', '3'],
        ['<?…>', '4'],
      ],
    ],
    [
      'what the script sets afterwards counts',
      'A=5; LR=${LR:-1}\nif [ "$LR" != 1 ]; then LR=7; A=4; fi\n./in.sh $A',
      [
        ['7', '4'],
        ['1', '5'],
      ],
    ],
    [
      'ways that differ in nothing else go by the default',
      '[ "${LR:-1}" = 1 ] && echo a\n./in.sh',
      [['1', '5']],
    ],
  ])('a default that does not count, in a script that is started: %s', (_, script, expected) => {
    const trains = commandsOf(script, { 'in.sh': inner }).filter(([name]) => name === 'train');
    expect(trains.map(([, , lr, , n]) => [lr, n])).toEqual(expected);
  });

  test.each([
    ['a file that a script reads', 'bash other.sh < in.sh'],
    ['lines that a script reads', 'bash other.sh <<EOF\ntrain --lr 1\nEOF'],
    ['a program that is no shell script', './in.sh', '#!/usr/bin/env python\ntrain = 1\n', 'tool'],
  ])('%s is not run', (_, script, text = inner, path = 'in.sh') => {
    const files = { [path]: text, 'other.sh': 'echo\n' };
    expect(commandsOf(script.replace('in.sh', path), files).filter(([name]) => name === 'train')).toEqual([]);
  });

  test('a script that submits itself is read once more, and no problem', () => {
    const text = 'if [ -z "$JOB" ]; then sbatch in.sh; exit; fi\ntrain --lr 1\n';
    const { commands, problems } = read(text, { 'in.sh': text });
    expect(problems).toEqual([]);
    expect(commands.map(shown)).toContainEqual(['train', '--lr', '1']);
  });

  test.each([
    ['bash gone.sh', { path: 'gone.sh', isKnown: true }],
    ['srun ./gone.sh 3', { path: './gone.sh', isKnown: true }],
    ['ssh host bash /opt/gone.sh', { path: '/opt/gone.sh', isKnown: true }],
    ['bash "$SCRIPT"', { path: '(SCRIPT is not set in the script)', isKnown: false }],
    ['ssh host < $SCRIPT', { path: '(SCRIPT is not set in the script)', isKnown: false }],
  ])('%s is named where it cannot be followed', (script, left) => {
    expect(read(script).unfollowed).toEqual([expect.objectContaining({ ...left, line: 1 })]);
  });

  test('a function that nothing calls is read with unknown arguments', () => {
    const [command] = read('f() { x --lr 1 "$1"; }').commands;
    expect([command?.isUncalled, command && shown(command)]).toEqual([true, ['x', '--lr', '1', '<?>']]);
  });

  test('a file that is sourced and not known is named', () => {
    expect(read('source common.sh').missing).toEqual(['common.sh', 'scripts/common.sh']);
  });

  test.each([
    ['x', { from: 'start', path: '' }],
    ['cd a/../b\nx', { from: 'start', path: 'b' }],
    ['cd "$(dirname "${BASH_SOURCE[0]}")/.."\nx', { from: 'script', path: '..' }],
    ['cd $HOME\nx', { from: 'unknown', path: '' }],
  ])('the folder of %j', (script, folder) => {
    expect(read(script).commands[0]?.directory).toEqual(folder);
  });
});

describe('what is not a script', () => {
  test.each([
    ['another shell', '#!/usr/bin/env zsh\nx', /for zsh/],
    ['another program', '#!/usr/bin/python3\nx', /for python3/],
    ['an open quote', 'x "a', /not read as bash/],
    ['too large', `x ${'a'.repeat(1024 * 1024)}`, /larger than 1 MiB/],
    [
      'too much',
      'for a in {1..200}; do for b in {1..200}; do for c in {1..200}; do y; done; done; done',
      /more commands than are followed/,
    ],
  ])('%s', (_, script, message) => {
    expect(read(script).problems.map((problem) => problem.message)).toEqual([expect.stringMatching(message)]);
  });

  test.each([
    ['conditions', 'if [ $a ]; then A=$A$A; fi\n'.repeat(30_000)],
    ['variables', Array.from({ length: 5000 }, (_, at) => `V${at}=1; [ $Q ] && V${at}=2`).join('\n')],
    ['choices', `case $X in\n${'a) A=1;;\n'.repeat(5000)}esac`],
    ['an array that doubles', `A=(1)\n${'A+=("${A[@]}")\n'.repeat(5000)}`],
    ['nesting', '$('.repeat(20_000)],
    ['a function of itself', 'f() { f "$@" a; }\nf'],
  ])('%s without end are bounded', (_, script) => {
    expect(read(script).commands.length).toBeLessThan(2);
  });

  test('bytes that are not text', () => {
    const { commands, problems } = readShell(new Uint8Array([120, 0xff, 0xfe]), { file: 'a.sh' });
    expect([commands, problems.map(({ message }) => message)]).toEqual([[], ['the file is not UTF-8 text']]);
  });
});
