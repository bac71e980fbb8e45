# What .ci/run and .ci/night share: stages that are counted, and what each of them does. Sourced by both, from the repository's top.
# Needs Node >= 20, npm and git; Python packages and act come when they can be had, else what needs them is skipped, said aloud.
set -uo pipefail
export CI=true NO_COLOR=1 npm_config_update_notifier=false PIP_DISABLE_PIP_VERSION_CHECK=1
unset FORCE_COLOR

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0 skipped=0

# The last line of a run, alone; fails where a stage did.
summary() {
  printf 'all stages in %d s\n' "$SECONDS"
  printf '%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
  [ "$failed" -eq 0 ]
}

# stage NAME SECONDS COMMAND...: runs a command without stdin and within a time; one that exits with 77 was skipped.
# A stage counts as one test, unless it writes its own counts to $work/counts.
stage() {
  local name=$1 limit=$2 started=$SECONDS status log
  shift 2
  log="$work/log"
  rm -f "$work/counts" "$work/shown" "$work/failures"
  within "$limit" "$@" >"$log" 2>&1 </dev/null
  status=$?
  case $status in
    0) count 1 0 0 && report ok "$name" "$started" ;;
    77) count 0 0 1 && report skip "$name" "$started" "$(tail -n 1 "$log")" ;;
    *)
      count 0 1 0
      report FAIL "$name" "$started" "exit code $status"
      # Tests that failed say what is wrong better than the end of a log of thousands of lines.
      if [ -s "$work/failures" ]; then plain <"$work/failures"; else tail -n 80 "$log" | plain; fi
      ;;
  esac
  if [ -f "$work/shown" ]; then plain <"$work/shown"; fi
}

# Indented, and without colours, which some tools write whatever NO_COLOR says.
plain() {
  sed $'s/\x1b\\[[0-9;]*m//g; s/^/  | /'
}

# within SECONDS COMMAND...: a command of the shell or a function of this script, stopped with all it started when the time is over.
within() {
  local limit=$1 pid status
  shift
  set -m
  ("$@") &
  pid=$!
  set +m
  (
    sleep "$limit" &
    trap 'kill $!; exit 0' TERM
    wait
    echo "stopped after $limit s"
    kill -TERM -- "-$pid"
    sleep 5
    kill -KILL -- "-$pid"
  ) 2>/dev/null &
  local watch=$!
  wait "$pid"
  status=$?
  kill "$watch" 2>/dev/null
  wait "$watch" 2>/dev/null
  return "$status"
}

count() {
  local own=("$@")
  if [ -f "$work/counts" ]; then read -ra own <"$work/counts"; fi
  # A stage that fails without a failed test of its own (it did not come so far) is itself the failure.
  if [ "$2" -gt 0 ] && [ "${own[1]}" -eq 0 ]; then own[1]=1; fi
  passed=$((passed + own[0])) failed=$((failed + own[1])) skipped=$((skipped + own[2]))
}

report() {
  printf '%-5s %-24s %4d s  %s\n' "$1" "$2" $((SECONDS - $3)) "${4-}"
}

fresh_dist() {
  rm -rf dist
  npm run --silent build || return 1
  local changed
  changed=$(git status --porcelain -- dist) || return 1
  [ -n "$(git ls-files dist)" ] || { echo 'dist/ is not committed'; return 1; }
  [ -z "$changed" ] && return 0
  echo 'dist/ is not what src/ builds to; run npm run build and commit it:'
  echo "$changed"
  return 1
}

# The oracle tests compare with Python's own PyYAML, OmegaConf, packaging, numpy and scikit-learn; without them they skip themselves.
find_python() {
  local modules='pyyaml==6.0.3 omegaconf==2.3.0 packaging numpy'
  # shellcheck disable=SC2086
  if python3 -m venv "$work/venv" && "$work/venv/bin/pip" install --quiet $modules && use_python "$work/venv/bin/python3"; then
    # Large, and only one test needs it: that one skips itself without.
    "$work/venv/bin/pip" install --quiet hydra-core==1.3.8 mmengine-lite==0.10.7 || echo 'no hydra-core or mmengine: composed runs are not compared with them'
    "$work/venv/bin/pip" install --quiet scikit-learn || echo 'no scikit-learn: the metrics are not compared with it'
    return 0
  fi
  local python
  for python in python3 /usr/bin/python3; do use_python "$python" && return 0; done
  if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
    export DEBIAN_FRONTEND=noninteractive
    apt-get -qq update && apt-get -qq install -y --no-install-recommends python3 python3-yaml python3-packaging python3-numpy
    use_python /usr/bin/python3 && return 0
  fi
  echo 'no Python with PyYAML, packaging and numpy: the oracle tests that need them skip'
  return 77
}

# The tools that read what is exported, and a real MLflow server (without the rest of what `mlflow` brings: five times the size).
# Each in a folder of its own: one that cannot be installed does not take the other with it.
find_lineage_tools() {
  local readers='openlineage-python==1.54.0 in-toto-attestation==0.9.3 huggingface_hub==2.4.0 packageurl-python==0.17.6'
  local server='mlflow-skinny==3.17.2 flask==3.1.3 flask-cors==6.0.5 sqlalchemy==2.1.9 alembic==1.20.1 aiohttp==3.14.5 pandas==3.1.1'
  local missing=()
  install_python readers "$readers" || missing+=('OpenLineage, in-toto and the Hugging Face Hub')
  install_python mlflow "$server" || missing+=('MLflow')
  [ ${#missing[@]} -eq 0 ] && return 0
  printf 'PyPI does not give what is asked of it: the tests against %s skip\n' "$(IFS=,; echo "${missing[*]}")"
  return 77
}

# A real browser for the board's pages; without one those tests skip themselves.
find_chromium() {
  local found
  found=$(command -v chromium || command -v chromium-browser || true)
  if [ -z "$found" ] && [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
    export DEBIAN_FRONTEND=noninteractive
    apt-get -qq update && apt-get -qq install -y --no-install-recommends chromium
    found=$(command -v chromium || true)
  fi
  [ -n "$found" ] && return 0
  echo 'no chromium: the pages are not opened in a browser'
  return 77
}

# Sequential tests of others, with which the comparison of versions is compared; scipy comes with them. What they need of others does not go together.
find_sequential_tests() {
  local missing=()
  install_python gbstats 'gbstats==0.8.0' || missing+=('gbstats: the interval is not compared with it')
  install_python savvi 'savvi==0.3.1 matplotlib' || missing+=('savvi: the ratio of units is not compared with it')
  [ ${#missing[@]} -eq 0 ] && return 0
  printf 'PyPI does not give %s\n' "$(IFS=,; echo "${missing[*]}")"
  return 77
}

# Stratified samples as those see them who survey people.
find_survey_tools() {
  install_python survey 'samplics==0.6.1' && return 0
  echo 'PyPI does not give samplics: the error of a stratified sample is compared with numpy alone'
  return 77
}

# run_prices NAME...: tables of the regression gate's prices, by the built gate's verdicts; fails where a rate breaks what is promised.
run_prices() {
  npm exec --no -- node bench/regression-price.ts "$@" >"$work/shown"
}

# How often the interval contains the truth, of samples that are drawn by flips.
run_coverage() {
  npm exec --no -- node bench/interval-coverage.ts --drawn --changes 600 >"$work/shown"
}

# Package managers whose own verdicts on locks are asked.
find_managers() {
  install_python managers 'uv==0.13.9 poetry==2.5.1 pdm==2.29.4 pipenv==2026.10.3 py-rattler==0.28.0' && return 0
  echo 'PyPI does not give uv, Poetry, PDM, Pipenv and rattler: what they say of locks is not compared'
  return 77
}

# Harnesses that write the result files which the regression gate reads; none of them brings torch.
find_harnesses() {
  local missing=()
  install_python evaluation 'inspect_ai==0.3.285 deepeval==4.3.1 pyarrow==26.0.1' || missing+=('inspect, DeepEval and pyarrow')
  install_python lm-eval 'lm_eval==0.4.13' || missing+=('lm-eval')
  find_promptfoo || missing+=('promptfoo')
  [ ${#missing[@]} -eq 0 ] && return 0
  printf 'these harnesses cannot be had, and what they write is not read: %s\n' "$(IFS=,; echo "${missing[*]}")"
  return 77
}

# Those that bring much more than they need to write a file: for the night.
find_large_harnesses() {
  local missing=()
  install_python evalplus 'evalplus==0.3.1' || missing+=('EvalPlus')
  install_python ragas 'ragas==0.4.3 langchain==0.3.30 langchain-community==0.3.31 langchain-core==0.3.86 langchain-openai==0.3.35' || missing+=('ragas')
  # They bring torch, and lighteval hashes texts, which xxhash does no longer from version 4 on.
  install_python lighteval 'lighteval==0.13.0 mteb==2.26.24 torch==2.15.0 xxhash==3.6.0' || missing+=('lighteval and mteb')
  [ ${#missing[@]} -eq 0 ] && return 0
  printf 'these harnesses cannot be had, and what they write is not read: %s\n' "$(IFS=,; echo "${missing[*]}")"
  return 77
}

# Processors of transformers, which need no torch: slips in them are to be seen.
find_processors() {
  install_python inputs 'transformers==5.24.0 tokenizers==0.23.3 pillow==13.0.0 safetensors==0.8.0 ml_dtypes==0.6.0 numpy==2.4.6' && return 0
  echo 'PyPI does not give transformers and its like: slips in real processors are not tried'
  return 77
}

# Frameworks that say themselves what their options are, and what a model of a config has: in the versions of our facts.
find_frameworks() {
  install_python frameworks 'transformers==5.24.0 trl==1.16.0 peft==0.21.2 accelerate==1.15.0 torch==2.15.0' && return 0
  echo 'PyPI does not give transformers and its like: facts and parameters are not compared with them'
  return 77
}

# Beside the oracles' Python: what programs make their command lines with.
find_command_lines() {
  "$work/venv/bin/pip" install --quiet tyro==1.0.17 typer==0.29.2 click==8.5.1 draccus==0.11.6 simple-parsing==0.1.9 \
    pydantic-settings==2.16.3 absl-py==2.5.1 transformers==5.24.0 && return 0
  echo 'PyPI does not give tyro and its like: command lines are compared with those of argparse only'
  return 77
}

# Its database is a native package, which npm leaves out with the other optional ones.
find_promptfoo() {
  local folder="$work/promptfoo"
  mkdir -p "$folder" && echo '{}' >"$folder/package.json" &&
    npm install --silent --prefer-offline --no-audit --no-fund --omit=optional --prefix "$folder" promptfoo@0.121.20 &&
    npm install --silent --prefer-offline --no-audit --no-fund --omit=optional --prefix "$folder" \
      "@libsql/linux-x64-gnu@$(node -p "require('$folder/node_modules/libsql/package.json').version")" &&
    touch "$folder/ready"
}

# install_python NAME PACKAGES: into a virtual environment of that name, which is `ready` only when all of it is there.
install_python() {
  local folder="$work/$1"
  # shellcheck disable=SC2086
  python3 -m venv "$folder" && "$folder/bin/pip" install --quiet --retries 2 --timeout 30 $2 && touch "$folder/ready"
}

# Kubernetes' schemas, and KServe's own definitions out of its Go module: what promotion writes is held against them.
find_kubernetes() {
  local module=github.com/kserve/kserve@v0.20.0
  install_python kubernetes 'kubernetes-validate==1.37.0 jsonschema==4.26.0 pyyaml==6.0.3' &&
    (cd "$work/kubernetes" && GOFLAGS=-mod=mod GOMODCACHE="$work/kserve" go mod download "$module") &&
    [ -d "$work/kserve/$module/config/crd/full" ] && touch "$work/kserve/ready" && return 0
  echo 'the schemas of Kubernetes or KServe cannot be had: the test against them skips'
  return 77
}

# Programs in Go that read what promotion writes: kubeconform, and the newest kustomize, ahead of the one in kubectl.
find_kubernetes_tools() {
  local missing=()
  install_go github.com/yannh/kubeconform/cmd/kubeconform@v0.7.0 || missing+=(kubeconform)
  install_go sigs.k8s.io/kustomize/kustomize/v5@v5.8.1 || missing+=(kustomize)
  [ ${#missing[@]} -eq 0 ] && return 0
  printf 'there is no Go, or its modules cannot be had: the tests with %s skip\n' "$(IFS=,; echo "${missing[*]}")"
  return 77
}

# install_go PACKAGE: its program comes into $work/go. What it is built from is let go again: writable, else it could not be removed.
install_go() {
  GOBIN="$work/go" GOFLAGS=-modcacherw GOMODCACHE="$work/modules" go install "$1"
}

# The official schema of SARIF 2.1.0 comes with this package; its test skips without it.
find_sarif_schema() {
  local package='@microsoft/sarif-multitool-linux@5.7.0'
  mkdir -p "$work/sarif"
  npm pack --silent --pack-destination "$work/sarif" "$package" && tar -xzf "$work"/sarif/*.tgz -C "$work/sarif" package/sarif-2.1.0.json && return 0
  echo 'the schema of SARIF cannot be had: its test skips'
  return 77
}

# What editors ask about YAML: its test against the schema of a registry skips without it.
find_language_server() {
  local folder="$work/language-server"
  mkdir -p "$folder" && echo '{}' >"$folder/package.json" &&
    npm install --silent --prefer-offline --no-audit --no-fund --prefix "$folder" yaml-language-server@2.0.0 && touch "$folder/ready" && return 0
  echo 'yaml-language-server cannot be had: its test skips'
  return 77
}

# pre-commit, with which our hooks are run as its users run them: their test skips without it.
find_pre_commit() {
  install_python pre-commit 'pre-commit==4.7.0' && return 0
  echo 'pre-commit cannot be had: the test of our hooks skips'
  return 77
}

use_python() {
  "$1" -c 'import yaml, packaging, numpy' 2>/dev/null || return 1
  mkdir -p "$work/bin"
  printf '#!/bin/sh\nexec %s "$@"\n' "$(command -v "$1")" >"$work/bin/python3"
  chmod +x "$work/bin/python3"
}

# npm test as a newcomer runs it, with coverage. What runs again with more samples and more tools is counted there, unless it fails here.
run_tests() {
  counted_tests --uncounted=oracle,property -- --coverage
}

# Generated tests, and those against other programs: with the tools that were found, and so many samples as MODEL_GATES_SAMPLES says.
run_generated() {
  counted_tests -- test/oracle test/property
}

# counted_tests [OPTION OF counts.mjs] -- [ARGUMENTS OF vitest]
counted_tests() {
  local status how=() schema="$work/sarif/package/sarif-2.1.0.json"
  while [ "$1" != -- ]; do how+=("$1") && shift; done
  [ -f "$schema" ] && export SARIF_SCHEMA="$schema"
  [ -f "$work/readers/ready" ] && export LINEAGE_PYTHON="$work/readers/bin/python3"
  [ -f "$work/language-server/ready" ] && export YAML_LANGUAGE_SERVER="$work/language-server/node_modules/yaml-language-server/bin/yaml-language-server"
  [ -f "$work/pre-commit/ready" ] && export PRE_COMMIT="$work/pre-commit/bin/pre-commit"
  [ -f "$work/mlflow/ready" ] && export MLFLOW_PYTHON="$work/mlflow/bin/python3"
  [ -f "$work/kserve/ready" ] && export KUBERNETES_PYTHON="$work/kubernetes/bin/python3" KSERVE_CRDS="$work/kserve/github.com/kserve/kserve@v0.20.0/config/crd/full"
  [ -x "$work/go/kubeconform" ] && export KUBECONFORM="$work/go/kubeconform"
  [ -x "$work/go/kustomize" ] && export KUSTOMIZE="$work/go/kustomize"
  [ -f "$work/evaluation/ready" ] && export EVALUATION_PYTHON="$work/evaluation/bin/python3"
  [ -f "$work/inputs/ready" ] && export INPUTS_PYTHON="$work/inputs/bin/python3"
  [ -f "$work/frameworks/ready" ] && export FRAMEWORKS_PYTHON="$work/frameworks/bin/python3"
  [ -f "$work/survey/ready" ] && export SURVEY_PYTHON="$work/survey/bin/python3"
  [ -f "$work/gbstats/ready" ] && export GBSTATS_PYTHON="$work/gbstats/bin/python3" SCIPY_PYTHON="$work/gbstats/bin/python3"
  [ -f "$work/savvi/ready" ] && export SAVVI_PYTHON="$work/savvi/bin/python3"
  [ -f "$work/lm-eval/ready" ] && export LM_EVAL_PYTHON="$work/lm-eval/bin/python3"
  [ -f "$work/managers/ready" ] && export MANAGERS_BIN="$work/managers/bin" ORACLE_UV="$work/managers/bin/uv" ORACLE_PYTHON="$work/managers/bin/python3"
  [ -f "$work/evalplus/ready" ] && export EVALPLUS_PYTHON="$work/evalplus/bin/python3"
  [ -f "$work/lighteval/ready" ] && export LIGHTEVAL_PYTHON="$work/lighteval/bin/python3"
  [ -f "$work/ragas/ready" ] && export RAGAS_PYTHON="$work/ragas/bin/python3"
  [ -f "$work/promptfoo/ready" ] && export PROMPTFOO="$work/promptfoo/node_modules/promptfoo/dist/src/main.js"
  PATH="$work/bin:$PATH" npm test "$@" --reporter=default --reporter=json --outputFile.json="$work/tests.json"
  status=$?
  node .ci/counts.mjs "$work/tests.json" coverage/coverage-summary.json "$work" "${how[@]}" || return 1
  return "$status"
}

# The CLI as its user has it: installed from the archive of the commit, on whatever Node is there, not on that of the npm scripts.
run_cli() {
  local example=examples/qwen3-vl cli="$work/cli/bin/model-gates"
  git archive --prefix=model-gates/ --output "$work/model-gates.tar.gz" HEAD &&
    npm install --silent --prefer-offline --global --prefix "$work/cli" "$work/model-gates.tar.gz" &&
    "$cli" --help >/dev/null &&
    "$cli" config "$example/configs/qwen3_vl_30b.yaml" &&
    "$cli" deps --before "$example" --after "$example" &&
    "$cli" regression --baseline "$example/evals/mmmu_val.jsonl" --candidate "$example/evals/mmmu_val.jsonl" --metric f1 &&
    "$cli" version --json
}

# What others could make of the workflows: secrets left behind, texts run as code, permissions that nobody needs.
run_zizmor() {
  if ! install_python zizmor zizmor==1.32.0; then
    echo 'PyPI does not give zizmor: the workflows are not audited'
    return 77
  fi
  "$work/zizmor/bin/zizmor" --offline --quiet --no-progress --config .github/zizmor.yml \
    .github/workflows examples/*/.github/workflows action.yml actions
}

# Its real installation and build: of the commit that is checked out.
run_act_release() {
  run_act --release
}

run_act() {
  local status
  npm exec --no -- node scripts/act/main.ts "$@" | tee "$work/act.log"
  status=${PIPESTATUS[0]}
  if [ "$status" -eq 0 ] && grep -q '^SKIP' "$work/act.log"; then return 77; fi
  return "$status"
}

# Locators of others, beside which ours is run.
find_locators() {
  install_python locators 'git_bayesect==1.2 apache-otava==0.8.0' && return 0
  echo 'PyPI does not give git_bayesect and Apache Otava: the merge that did it is not looked for side by side'
  return 77
}

# Ours against git_bayesect, Otava and git bisect run on the same trunks, and how often it is right, covered and wrongly claimed.
run_locators() {
  [ -f "$work/locators/ready" ] && export LOCATORS_PYTHON="$work/locators/bin/python3"
  npm exec --no -- node bench/locate-peers.ts --worlds 40 >"$work/shown" || return
  npm exec --no -- node bench/locate-further.ts --worlds 40 --every 8 >>"$work/shown"
}

# One part of the night's 500 trunks of each kind, so that no stage runs longer than others.
run_worlds() {
  npm exec --no -- node bench/locate-simulation.ts --worlds 500 --shard "$1" >"$work/shown"
}

run_further() {
  npm exec --no -- node bench/locate-further.ts --worlds 100 >"$work/shown"
}

run_bench() {
  npm run --silent bench >"$work/shown"
}
