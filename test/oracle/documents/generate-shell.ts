/** Launch scripts that a person might write, and some that no one should: the same for the same seed. The program is `run`. */
import type { Random } from '../config/generate.ts';

const names = ['LR', 'STEPS', 'ARGS', 'OUT', 'X', 'Y', 'MODEL', 'N'];
const arrays = ['ARGS', 'LIST'];
const plain = [
  '2e-5',
  'train.py',
  '--lr',
  '--lr=2e5',
  'a.b=c',
  '4',
  '-1',
  '--x-y',
  'configs/a.yaml',
  '0',
  "trainer.logger=['console','wandb']",
  'data=[1,2]',
  'a\\ b',
  '"a b"',
  "'it is'",
  '"$LR"',
  '\\$LR',
  "$'a\\tb'",
  '""',
  "''",
  'a"b"c',
  '+a=1',
  '~a',
];

export function generateShell(random: Random): string {
  return new Script(random).text();
}

class Script {
  private readonly random: Random;
  private depth = 0;
  private functions = 0;

  constructor(random: Random) {
    this.random = random;
  }

  text(): string {
    const set = names.filter(() => this.random() < 0.7).map((name) => `${name}=${this.pick(plain)}`);
    const lines = [...set, 'LIST=(a "b c" 3)', ...this.block(2 + this.below(8))];
    return `#!/bin/bash\n${lines.join('\n')}\nrun ${this.words()}\n`;
  }

  private below(limit: number): number {
    return Math.floor(this.random() * limit);
  }

  private pick<T>(items: readonly [T, ...T[]] | readonly T[]): T {
    return items[this.below(items.length)] as T;
  }

  private block(count: number): string[] {
    return Array.from({ length: count }, () => this.statement());
  }

  private nested(count: number): string {
    this.depth += 1;
    const lines = this.block(count);
    this.depth -= 1;
    return lines.join('\n');
  }

  private statement(): string {
    const kinds = this.depth < 2 ? 22 : 12;
    switch (this.below(kinds)) {
      case 0:
      case 1:
      case 2:
        return `${this.pick(names)}=${this.value()}`;
      case 3:
        return `${this.pick(arrays)}=(${this.words()})`;
      case 4:
        return this.pick([
          `ARGS+=(${this.words()})`,
          `${this.pick(names)}+=${this.value()}`,
          `LIST[1]=${this.value()}`,
        ]);
      case 5:
        return `export ${this.pick(names)}=${this.value()}`;
      case 6:
      case 7:
        return `run ${this.words()}`;
      case 8:
        return `${this.pick(names)}=1 run ${this.words()} # a comment`;
      case 9:
        return `run ${this.words()} \\\n  --k ${this.words()} \\\n  --l ${this.words()} ${this.pick(['', '2>&1 | cat', '&& true', '|| true', '> /dev/null', '; true'])}`;
      case 10:
        return this.pick([
          `unset ${this.pick(names)}`,
          `set -- ${this.words()}`,
          'shift',
          `X=$((N + 1))`,
          '((N++))',
          '((N = 2 + 3 * 2)) && run "$N"',
          'let "N = 3 * 2" STEPS=N-1 X++; run "$N" "$STEPS"',
          '((N += 2, N > 3)); ((Y = N > 3 ? 1 : 2)) || true',
          'declare -i Q=2+3; Q=Q*2; Q+=1; run "$Q"',
          'set -a; Y=3; set +a; X=4; bash -c \'echo "$Y$X"\' > /dev/null',
          'for ((I = 0; I < ${#LIST[@]}; I += 1)); do run "${LIST[$I]}" "${LIST[I]}"; ((Z = I * 2)); done; run "$I" "$Z"',
          'for I in "${!LIST[@]}"; do run "$I" "${LIST[$I]}"; done',
          `readonly R=${this.value()}`,
          ': "${X:=7}"',
          `declare Z=${this.value()}`,
          'cd . && Y=2',
          `declare -A M=([a]=${this.value()} ["b c"]=${this.value()}); run "\${M[a]}" \${M[b c]} \${#M[@]} "\${M[no]:-d}"`,
          `declare -A M; M[$N]=${this.value()}; M[a]=1; M[a]+=2; K=a; run "\${M[$K]}" "\${M[$N]}"`,
          'declare -A ONE=([k]="v w"); run "${!ONE[@]}" "${ONE[@]}" ${ONE[*]}',
          'declare -A O=([b]=1 [a]=2 [c]="x y"); for K in "${!O[@]}"; do run "$K" "${O[$K]}" $T; T=$K; done; run $K',
          'declare -A O=([b]=1 [a]=2 [c]="x y"); for K in "${O[@]}"; do run "$K"; done; run "${!O[@]}"',
          `K=${this.pick(names)}; run "\${!K}" \${!K} \${!K:-none} "\${!K%.*}"`,
          'N=1; run $((N++)) $N $((++N)) "$((N += 3))" $N $((Y = N * 2, Y - 1)) $Y',
          'N=4; ((N++ > 4 || (Z = 7) && N--)); run $N $Z; ((N > 2 ? (Y = 1) : (X = 2))); run $Y $X',
          'for ((I = 0; I < 3; I++)); do ((S = I == 0 ? 1 : S * 2)); run $I $S $((S++)); done',
          `shopt -s expand_aliases\nalias go='run --a "$LR"'\ngo ${this.words()}\n\\go x; unalias go`,
          "alias hop='run never'\nhop 3 || true",
          `(X=5; run ${this.words()})`,
        ]);
      case 11:
        return `cat <<EOF > /dev/null\nrun ${this.pick(['$LR', 'x', '`true`'])} --lr 3\nEOF`;
      case 12:
      case 13:
        return `if ${this.condition()}; then\n${this.nested(1 + this.below(2))}\n${this.random() < 0.5 ? `else\n${this.nested(1)}\n` : ''}fi`;
      case 14:
        return `for X in ${this.pick([this.words(), '1 2 3', '{1..3}', 'a{b,c}'])}; do\n${this.nested(1 + this.below(2))}\n${this.pick(['', '', 'break\n', '[ "$X" = 2 ] && continue\n'])}run "$X" $X\ndone`;
      case 15: {
        this.functions += 1;
        const name = `f${this.functions}`;
        return `${name}() {\n${this.random() < 0.5 ? `local ${this.pick(names)}=${this.value()}\n` : ''}${this.nested(1 + this.below(2))}\nrun "$@" $1 "\${2:-none}" $#\n${this.random() < 0.3 ? 'return\nrun never\n' : ''}}\n${name} ${this.words()}`;
      }
      case 16:
        return `case ${this.pick(['"$LR"', '$X', 'a'])} in\n2e-5) ${this.nested(1)};;\na|b) ${this.nested(1)};;\n*) ${this.nested(1)};;\nesac`;
      case 17:
        return `while [ "\${W:-0}" -lt 2 ]; do\nW=$((\${W:-0} + 1))\n${this.nested(1)}\nrun $N\n[ "\${K:=0}" = 3 ] && break\ndone`;
      case 18:
        return `${this.condition()} ${this.pick(['&&', '||'])} ${this.pick([`X=${this.value()}`, `{ ${this.nested(1)}\n}`, `run ${this.words()}`])}`;
      case 19:
        return this.pick([
          'CMD="run --a $LR b"; eval "$CMD"',
          'CMD="run --a $LR"; $CMD',
          'bash -c \'echo "$LR"\' > /dev/null',
          'eval "X=3"',
          'while [ $# -gt 0 ]; do LR=$1; shift; done',
          'IFS=, read -r X Y <<< "a,b"',
          'for ARG in "$@"; do Y=$ARG; done',
        ]);
      case 20:
        return `{ ${this.nested(2)}\n}`;
      default:
        return `if ${this.condition()}; then\n${this.nested(1)}\nelif ${this.condition()}; then\n${this.nested(1)}\nelse\n${this.nested(1)}\nfi`;
    }
  }

  private condition(): string {
    return this.pick([
      '[ "$LR" = 2e-5 ]',
      '[ -z "$X" ]',
      '[ -n "$STEPS" ]',
      '[[ $LR == "a b" ]]',
      'true',
      'false',
      'test -e /nowhere',
      '[ -d / ]',
      '[[ -z $Y && $N -lt 3 ]]',
      '! true',
      '[ "${N:-1}" -gt 0 ]',
      '((1 + 1 > 3))',
      'grep -q x /dev/null',
      '[ "$UNSET" = "" ]',
      '[[ ! $X == 4 ]]',
      '[ 3 -eq 3 ]',
      '[ "$LR" != 2e-5 ]',
      '[[ $N -ne 4 ]]',
      '((N != 4))',
      '[ "${UNSET:-a}" != a ]',
      '((N++ > 2))',
      '[[ $((N++)) -gt 2 ]]',
    ]);
  }

  private words(): string {
    return Array.from({ length: this.below(5) }, () => this.word()).join(' ');
  }

  private word(): string {
    const part = this.below(10);
    if (part < 4) return this.pick(plain);
    if (part < 7) return this.expansion();
    if (part === 7)
      return `"${this.pick(['', 'a', '--x='])}${this.expansion(true)}${this.pick(['', ' b', '/c'])}"`;
    if (part === 8) return `--lr=${this.expansion()}`;
    return `${this.pick(['a', '$LR'])}${this.expansion()}${this.pick(['', 'z', '"q r"'])}`;
  }

  private value(): string {
    return this.pick([
      this.pick(plain),
      this.expansion(),
      `"${this.expansion(true)} x"`,
      '$(echo 3)',
      '"$(echo 1 2)"',
      '"a  b"',
      '" a "',
      '"*"',
      '""',
      'a:b',
      '{a,b}',
      '*',
      '007',
      '0x1f',
      '12',
      '"--a 1 --b"',
    ]);
  }

  private expansion(isQuoted = false): string {
    const name = this.pick(names);
    const array = this.pick(arrays);
    return this.pick([
      `$${name}`,
      `\${${name}}`,
      `\${${name}:-2e-5}`,
      `\${${name}-d}`,
      `\${${name}:+set}`,
      `\${${name}:-$LR}`,
      `\${${name}:-${isQuoted ? 'a b' : '"a b"'}}`,
      `\${${name}:=new}`,
      `$((N * 2))`,
      `$((${this.pick(['1 + 2 * 3', '7 / 2', '-7 % 3', '1 << 4', 'STEPS - 1', '$N + 1', '2 ** 5', '(1 > 0) && 3', '0x10 + 010', 'N > 2 ? 5 : 6', '~1 ^ 3'])}))`,
      `\${${name}%.*}`,
      `\${${name}##*/}`,
      `\${${name}#a}`,
      `\${${name}/a/b}`,
      `\${${name}//a/b}`,
      `\${${name}:0:2}`,
      `\${${name}:1}`,
      `\${${name}^^}`,
      `\${#${name}}`,
      `\${${array}[@]}`,
      `\${${array}[*]}`,
      `\${${array}[0]}`,
      `\${${array}[1]}`,
      `\${${array}[-1]}`,
      `\${#${array}[@]}`,
      '$((N++))',
      '${M[a]}',
      '${!MODEL}',
      '$@',
      '$*',
      '$1',
      '${1:-first}',
      '$#',
      '$(echo 3)',
      '`echo a b`',
      '${UNSET:-x}',
      '${UNSET:-$LR}',
      '$UNSET',
    ]);
  }
}
