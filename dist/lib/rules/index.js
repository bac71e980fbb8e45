/******/ (() => { // webpackBootstrap
/******/ 	"use strict";
/******/ 	// The require scope
/******/ 	var __nccwpck_require__ = {};
/******/ 	
/************************************************************************/
/******/ 	/* webpack/runtime/define property getters */
/******/ 	(() => {
/******/ 		// define getter functions for harmony exports
/******/ 		__nccwpck_require__.d = (exports, definition) => {
/******/ 			for(var key in definition) {
/******/ 				if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 					Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 				}
/******/ 			}
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/hasOwnProperty shorthand */
/******/ 	(() => {
/******/ 		__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/make namespace object */
/******/ 	(() => {
/******/ 		// define __esModule on exports
/******/ 		__nccwpck_require__.r = (exports) => {
/******/ 			if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 				Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 			}
/******/ 			Object.defineProperty(exports, '__esModule', { value: true });
/******/ 		};
/******/ 	})();
/******/ 	
/************************************************************************/
var __webpack_exports__ = {};
// ESM COMPAT FLAG
__nccwpck_require__.r(__webpack_exports__);

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  allRules: () => (/* binding */ allRules)
});

;// CONCATENATED MODULE: ./build/src/report/rule.js
function defineRules(family, texts) {
    const rules = Object.entries(texts).map(([name, text]) => [
        name,
        defineRule({ id: `${family}/${name}`, ...text }),
    ]);
    return Object.fromEntries(rules);
}
function defineRule(doc) {
    return { ...doc, finding: (found) => findingOf(doc, found) };
}
function findingOf(rule, { severity = rule.severity, ...found }) {
    const finding = { rule: '', severity, ...found };
    return { ...finding, rule: rule.id };
}

;// CONCATENATED MODULE: ./build/src/board/rules.js

const boardRules = defineRules('board', {
    'evaluation-overdue': {
        severity: 'warning',
        summary: 'A gate was lifted for a merged commit (an exemption or a hotfix), its time is over, and no verdict for that commit has been recorded since.',
        example: 'regression-gate was lifted for hotfix 5e6f7a8b (#214) and was due 2026-11-21 09:30 UTC',
        fix: 'Run the gate on that commit and record its verdict (record-lineage with `reports`). A later merge does not pay: its merge base holds the unjudged change.',
    },
    'evaluation-owed': {
        severity: 'notice',
        summary: 'A gate was lifted for a merged commit, and what it would have said is still owed within its time.',
        example: 'regression-gate was lifted for exemption 5e6f7a8b (#214) and is due 2026-11-23 09:30 UTC',
        fix: 'Run the gate on that commit and record its verdict.',
    },
    'merge-not-passed': {
        severity: 'warning',
        summary: 'The newest commit of trunk that the ledger knows has a gate that failed or could not decide.',
        example: 'The last merge to main, 5e6f7a8b: regression-gate failed',
        fix: 'Look at its report; mend or revert it before more is built on it.',
    },
    'serving-untraced': {
        severity: 'warning',
        summary: 'What serves now cannot be traced to a commit: no record says what a link of its chain was made of.',
        example: 'svc-qwen-v23 serves qwen3-vl, and a link of its chain is missing: no record says which job weights qwen3-vl-8b-sft came from',
        fix: 'Record the missing link with record-lineage, in the step that makes it.',
    },
    'metric-drift': {
        severity: 'warning',
        summary: 'A metric is worse than at the last release by more than is tolerated, though each merge may have passed by itself.',
        example: 'docvqa_f1 moved by −0.80 points since release v2.3.0; 0.50 points are tolerated',
        fix: 'Look at the merges between. Set `regression.anchor` in the policy, so that regression-gate sees slow erosion.',
    },
    'ledger-empty': {
        severity: 'notice',
        summary: 'The ledger was read and holds no record. The page says how to begin.',
        example: 'The ledger holds no record yet',
        fix: 'Add record-lineage to the workflows that merge, build, train and deploy.',
    },
    'records-cut': {
        severity: 'warning',
        summary: 'The ledger holds more records than one page is made from; some were not looked at.',
        example: '50,000 of 61,204 records were read; merges, metrics and exemptions may lack some',
        fix: 'What serves was read first, and its chains are whole. Ask `model-gates trace` for what is missing here.',
    },
    'tags-unread': {
        severity: 'warning',
        summary: 'The tags of the repository could not be read; the page shows only those that records name.',
        example: 'The tags could not be read: git could not reach origin',
        fix: 'Give the job access to the repository: `contents: read`.',
    },
    'policy-unread': {
        severity: 'warning',
        summary: 'The policy has errors, so tolerance, deadlines and the name of trunk are the defaults.',
        example: 'The policy was not used: tolerence is not a key of regression',
        fix: 'Mend .github/model-gates.yml; the merge gate says where.',
    },
});

;// CONCATENATED MODULE: ./build/src/branches/rules.js

const branchRules = defineRules('branch', {
    name: {
        severity: 'error',
        summary: 'The branch has a name that no pattern of the policy allows.',
        example: 'my-test, where the policy says `branches: { names: [feature/*, fix/*] }`.',
        fix: 'Rename it with `git branch -m NEW-NAME`, push that, and open the pull request from it. The patterns of hotfixes and of dependency bots are allowed beside branches.names.',
    },
    old: {
        severity: 'warning',
        summary: 'The branch lives longer than the policy likes: the longer, the harder its merge.',
        example: 'A branch created 30 hours ago, with warn-hours: 24.',
        fix: 'Merge what is ready, in parts if need be.',
    },
    'over-limit': {
        severity: 'error',
        summary: 'The branch is older than the limit of the policy. A warning where branches.over-limit is warn.',
        example: 'A branch created 4 days ago, with limit-hours: 72.',
        fix: 'Cut it into parts that can merge now, each on a new branch from trunk.',
    },
    'age-from-commits': {
        severity: 'notice',
        summary: "GitHub's record of the branch's creation could not be read, so the age is that of its first commit.",
        example: 'GitHub answered 403 to the question when the branch was created.',
        fix: 'Give the job a token with contents: read.',
    },
    behind: {
        severity: 'notice',
        summary: 'Trunk has commits that the branch lacks.',
        example: 'feature/router lacks 12 commits of main; it last left main 3 days ago.',
        fix: 'Bring trunk in: `model-gates sync`, or `sync: true` in the workflow.',
    },
    'conflicts-with-trunk': {
        severity: 'warning',
        summary: 'Merging the branch with trunk would leave conflicts: git tried it without touching any file.',
        example: 'feature/router and main change the same lines of configs/qwen3_vl_30b.yaml.',
        fix: 'Run `model-gates sync`, resolve what it lists, and push.',
    },
    'conflicts-with-open-work': {
        severity: 'warning',
        summary: 'Two branches that are not merged yet change the same lines, so whoever merges second must resolve them.',
        example: 'feature/router and #91 both change train.py.',
        fix: 'Agree on who merges first; the other one brings trunk in at once.',
    },
    'conflicts-unknown': {
        severity: 'warning',
        summary: 'A merge could not be tried, so it is not known whether it would conflict.',
        example: 'This is git 2.34.1, and trying a merge without touching files needs git 2.38 or later.',
        fix: 'Mend what the finding names: a newer git, or a fetch that the remote allows.',
    },
    synced: {
        severity: 'notice',
        summary: 'Trunk was brought into the branch.',
        example: 'GitHub is merging main into this branch.',
        fix: 'Nothing. After model-gates sync run your tests and push; after `sync: true` pull.',
    },
    'not-synced': {
        severity: 'warning',
        summary: 'Trunk was to be brought into the branch, and was not; nothing was changed.',
        example: 'Somebody pushed to the branch meanwhile.',
        fix: 'Do what the finding says: most often `model-gates sync` in a clone.',
    },
    'sync-conflict': {
        severity: 'error',
        summary: 'model-gates sync met a conflict that a person must resolve; the merge or rebase is under way.',
        example: 'both modified: train.py, at the line of the first conflict marker.',
        fix: 'Edit the file and `git add` it, then `git merge --continue` (or `git rebase --continue`); or go back with `--abort`.',
    },
    'sweep-announced': {
        severity: 'notice',
        summary: 'The branch of a closed pull request will be deleted; its author was told in the pull request. In a dry run: would be.',
        example: 'feature/router of #89, closed 5 days ago.',
        fix: 'Comment `/keep` on the pull request, or add the label keep-branch, to keep it.',
    },
    swept: {
        severity: 'notice',
        summary: 'The branch of a closed pull request was deleted. In a dry run: would be.',
        example: 'feature/router of #89; its tip is named in the report and in the pull request.',
        fix: 'Bring it back with `model-gates sweep --restore NAME`.',
    },
    'sweep-refused': {
        severity: 'error',
        summary: 'A branch could not be announced or deleted; it was left as it is.',
        example: 'A ruleset forbids deleting the branch.',
        fix: 'Give the job the permission that the finding names, or protect the name in the policy: sweep.protect.',
    },
});

;// CONCATENATED MODULE: ./build/src/documents/rules.js

const rules_textRules = defineRules('config', {
    unreadable: {
        severity: 'error',
        summary: 'The training code would stop with an error here, or read something that cannot be told for sure. No policy lowers it.',
        example: 'stage: !!python/object:run x',
        fix: 'Mend the text at the place that is shown.',
    },
    'no-parameters': {
        severity: 'error',
        summary: 'The file is empty or one value: the training code gets None or a text where it expects parameters. A list is a notice. OmegaConf makes an empty config of an empty file, and that passes.',
        example: '# learning_rate: 1.0e-4',
        fix: 'Write {} for a config that sets nothing.',
    },
    'duplicate-key': {
        severity: 'error',
        summary: "A key stands twice in one mapping: PyYAML and Python's json silently keep the last. With equal values it is a warning.",
        example: 'lr: 1.0e-4\nlr: 1.0e-5',
        fix: 'Keep one of the two.',
    },
    'number-as-text': {
        severity: 'error',
        summary: 'Looks like a number, but the reader takes it for text: PyYAML wants a point in the mantissa and a sign in the exponent.',
        example: 'learning_rate: 1e-5',
        fix: 'Write 1.0e-5. Where OmegaConf reads the file (Hydra, NeMo, LLaMA-Factory, verl), set dialect: omegaconf in the policy.',
    },
    'leading-zero': {
        severity: 'warning',
        summary: 'A number with a zero in front is octal, or text.',
        example: 'seed: 010',
        fix: 'Remove the zero.',
    },
    'word-as-bool': {
        severity: 'warning',
        summary: 'PyYAML reads yes, no, on and off as bool.',
        example: 'country: no',
        fix: 'Write true or false, or quote the word.',
    },
    'base-60': {
        severity: 'warning',
        summary: 'PyYAML reads digits with colons as a number of base 60.',
        example: 'time_limit: 1:30',
        fix: 'Quote it.',
    },
    'none-as-text': {
        severity: 'warning',
        summary: 'None is text in YAML; the null of YAML is null, ~ or nothing.',
        example: 'rope_scaling: None',
        fix: 'Write null.',
    },
    'text-as-date': {
        severity: 'notice',
        summary: 'PyYAML reads an ISO date as a date object, not as text.',
        example: 'version: 2026-01-31',
        fix: 'Quote it if it is text.',
    },
    'large-integer': {
        severity: 'notice',
        summary: 'An integer beyond 2^53 is exact in Python and rounded by readers that hold numbers as float64.',
        example: 'run_id: 9007199254740993',
        fix: 'Quote it if it is an identifier.',
    },
    'interpolation-skipped': {
        severity: 'notice',
        summary: 'An OmegaConf interpolation that this file alone cannot resolve: the environment, another file, a resolver. Nothing is judged there.',
        example: 'data: ${oc.env:DATA_ROOT}/train',
        fix: 'Nothing to mend; give oc.env a default to have that judged.',
    },
});

;// CONCATENATED MODULE: ./build/src/config/rules/rules.js

const configRules = defineRules('config', {
    'unregistered-parameter': {
        severity: 'error',
        summary: 'The registry knows no such parameter. A warning where strict is off.',
        example: 'new_flag: true',
        fix: 'Register it, or remove it.',
    },
    'misspelt-parameter': {
        severity: 'error',
        summary: 'Not registered, and one slip away from a registered parameter.',
        example: 'num_expert: 128',
        fix: 'Write the registered name.',
    },
    'wrong-type': {
        severity: 'error',
        summary: 'The value has not the Python type that is registered.',
        example: 'num_hidden_layers: 48.0',
        fix: 'Write a value of the registered type.',
    },
    'out-of-range': {
        severity: 'error',
        summary: 'The value is below min or above max of the registry.',
        example: 'attention_dropout: 10',
        fix: 'Keep to the range, or have its owner widen it.',
    },
    'not-allowed': {
        severity: 'error',
        summary: 'The value is not in the registered enumeration.',
        example: 'hidden_act: sillu',
        fix: 'Use one of the values that are shown.',
    },
    'bad-value': {
        severity: 'error',
        summary: 'The value breaks another constraint of the registry or of the JSON Schema: a multiple, a pattern, a length.',
        example: 'hidden_size: 2050',
        fix: 'Mend the value as the message says.',
    },
    'missing-key': {
        severity: 'error',
        summary: 'A required parameter is not set.',
        example: 'hidden_size: 2048   # and no vocab_size',
        fix: 'Set it.',
    },
    'unknown-key': {
        severity: 'error',
        summary: "The team's JSON Schema allows no such key.",
        example: 'hidden_sise: 2048',
        fix: 'Write the name that the schema knows.',
    },
    'deprecated-parameter': {
        severity: 'warning',
        summary: 'The registry calls the parameter deprecated.',
        example: 'rope_scaling: {type: linear, factor: 2.0}',
        fix: 'Use what replaces it.',
    },
    'registry-invalid': {
        severity: 'error',
        summary: 'The registry cannot be read, contradicts itself, or is removed. No policy lowers it.',
        example: 'parameters:\n  lr: { type: float, min: 1, max: 0 }',
        fix: 'Mend the registry.',
    },
    'registry-changed': {
        severity: 'warning',
        summary: 'The same change alters the registry. Additions are notices; what is widened, removed or reclassified needs its owner.',
        example: 'parameters:\n  lr: { type: float, max: 10 }   # was max: 0.1',
        fix: 'Have the owner approve it.',
    },
    'schema-invalid': {
        severity: 'error',
        summary: "The team's JSON Schema is missing or cannot be compiled. No policy lowers it.",
        example: '{"type": "objekt"}',
        fix: 'Mend the schema, draft 2020-12; patterns without back-references and look-around.',
    },
    expression: {
        severity: 'error',
        summary: "One of the team's own rules cannot be read, or its parameters hold values that it cannot compute with.",
        example: 'check: num_experts %% 8 == 0',
        fix: 'Mend the rule in the policy, or the value.',
    },
    'default-size': {
        severity: 'notice',
        summary: "The config leaves sizes to the defaults of its model's class in transformers, and they are counted. A name may be misspelt.",
        example: 'model_type: llama\nhiden_size: 2048   # 4096 counts',
        fix: 'Set the sizes that are named, or correct their names.',
    },
    'parameters-unknown': {
        severity: 'notice',
        summary: 'The family is known, but a parameter that its size depends on is missing: nothing is counted.',
        example: 'model_type: llama   # and no num_hidden_layers',
        fix: 'Set the parameter that is named.',
    },
    'parameter-count': {
        severity: 'error',
        summary: 'The model has not as many parameters as expect-parameters says.',
        example: 'expect-parameters: 46.7B   # num_key_value_heads: 32 makes 47.51 B',
        fix: 'Correct the config, or the number that is expected.',
    },
    'checkpoint-unreadable': {
        severity: 'error',
        summary: 'A checkpoint cannot be read, is cut off or malformed, or cannot be compared with this model.',
        example: 'checkpoint: runs/17/model.safetensors   # a Git LFS pointer',
        fix: 'Give the path of a whole safetensors checkpoint.',
    },
    'checkpoint-missing-shard': {
        severity: 'error',
        summary: 'The index names a shard that is not there.',
        example: '(model-00009-of-00016.safetensors is missing)',
        fix: 'Complete the checkpoint.',
    },
    'checkpoint-total': {
        severity: 'warning',
        summary: "The index's total_size is not the size of its shards' tensors.",
        example: '{"metadata": {"total_size": 0}, …}',
        fix: 'Write the index anew.',
    },
    'checkpoint-missing-tensor': {
        severity: 'error',
        summary: 'The config describes tensors that the checkpoint lacks: they would start at random.',
        example: 'num_hidden_layers: 49   # the checkpoint has 48',
        fix: 'Correct the config, or name the checkpoint that belongs to it.',
    },
    'checkpoint-extra-tensor': {
        severity: 'error',
        summary: 'The checkpoint holds tensors that the config knows nothing of: they would be dropped.',
        example: 'num_hidden_layers: 47   # the checkpoint has 48',
        fix: 'Correct the config, or name the checkpoint that belongs to it.',
    },
    'checkpoint-shape': {
        severity: 'error',
        summary: 'A tensor of the checkpoint has another shape than the config makes it: loading stops.',
        example: 'vocab_size: 151936   # the checkpoint was made with 152064',
        fix: 'Correct the config, or name the checkpoint that belongs to it.',
    },
    'checkpoints-will-not-load': {
        severity: 'warning',
        summary: 'The change reshapes, adds or removes tensors: checkpoints of the config before it no longer load.',
        example: 'moe_intermediate_size: 768 → 1024',
        fix: 'Plan a conversion or a new run.',
    },
    'structural-without-reason': {
        severity: 'error',
        summary: 'The policy wants a reason for each structural change (structural: needs-reason), and the registry states none for this value.',
        example: 'num_experts: 64   # was 128',
        fix: 'Add to the registry: reasons: [{ parameter: num_experts, to: 64, reason: … }].',
    },
    'structural-reason': {
        severity: 'notice',
        summary: 'The reason that the registry states for a structural change.',
        example: 'reasons: [{ parameter: num_experts, to: 64, reason: halves the memory for the edge model }]',
        fix: 'Nothing to mend.',
    },
    'no-registry': {
        severity: 'notice',
        summary: 'There is no registry, so misspelt names and wild values pass.',
        example: '(no .github/model-registry.yml)',
        fix: 'Derive one: model-gates config --write-registry.',
    },
    deleted: {
        severity: 'notice',
        summary: 'The change deletes a config, or moves it to where no config is judged.',
        example: '(configs/old.yaml is gone)',
        fix: 'Nothing to mend; see that nothing reads it any more.',
    },
});

;// CONCATENATED MODULE: ./build/src/config/architecture/section.js
const aliasGroups = [
    ['num_experts', 'num_local_experts', 'n_routed_experts', 'moe_num_experts'],
    ['num_experts_per_tok', 'experts_per_token', 'num_experts_per_token', 'moe_topk', 'moe_top_k'],
    ['dtype', 'torch_dtype'],
    ['in_channels', 'in_chans', 'num_channels'],
    ['hidden_size', 'n_embd', 'd_model'],
    ['num_attention_heads', 'n_head', 'num_heads'],
    ['num_hidden_layers', 'n_layer', 'num_layers', 'depth'],
];
const groupOf = new Map(aliasGroups.flatMap((group) => group.map((name) => [name, group])));
class section_Section {
    node;
    path;
    defaults;
    constructor(node, path, defaults = new Map()) {
        this.node = node;
        this.path = path;
        this.defaults = defaults;
    }
    withDefaults(defaults) {
        return new section_Section(this.node, this.path, defaults);
    }
    nameOf(name) {
        if (this.node.entries.has(name))
            return name;
        return groupOf.get(name)?.find((alias) => this.node.entries.has(alias)) ?? name;
    }
    get(name) {
        const own = this.node.entries.get(name);
        return own === undefined && groupOf.has(name)
            ? this.node.entries.get(this.nameOf(name))?.value
            : own?.value;
    }
    has(name) {
        const node = this.get(name);
        return node === undefined ? this.defaults.has(name) : node.type !== 'NoneType';
    }
    int(name) {
        const node = this.get(name);
        if (node === undefined)
            return this.defaults.get(name);
        if (node.type !== 'int')
            return undefined;
        const value = Number(node.value);
        return Number.isSafeInteger(value) ? value : undefined;
    }
    number(name) {
        const node = this.get(name);
        if (node === undefined)
            return this.defaults.get(name);
        return numberOf(node);
    }
    bool(name) {
        const node = this.get(name);
        return node?.type === 'bool' ? node.value : undefined;
    }
    text(name) {
        const node = this.get(name);
        return node?.type === 'str' ? node.value : undefined;
    }
    items(name) {
        const node = this.get(name);
        return node?.type === 'list' ? node.items : undefined;
    }
    ints(name) {
        const items = this.items(name)?.map((item) => (item.type === 'int' ? Number(item.value) : Number.NaN));
        return items?.every(Number.isSafeInteger) === true ? items : undefined;
    }
    section(name) {
        const node = this.get(name);
        return node?.type === 'dict' ? new section_Section(node, this.at(name)) : undefined;
    }
    at(name, ...more) {
        return [...this.path, this.nameOf(name), ...more];
    }
}
function numberOf(node) {
    if (node.type === 'int')
        return Number(node.value);
    return node.type === 'float' ? node.value : undefined;
}

;// CONCATENATED MODULE: ./build/src/config/rules/rule-findings.js

function headDim(text) {
    if (text.has('head_dim'))
        return text.int('head_dim');
    const [hidden, heads] = [text.int('hidden_size'), text.int('num_attention_heads')];
    if (hidden === undefined || heads === undefined || heads <= 0)
        return undefined;
    return hidden % heads === 0 ? hidden / heads : undefined;
}
function rotaryDim(text) {
    const width = headDim(text);
    return width === undefined ? undefined : Math.floor(width * partialFactor(text) + 1e-9);
}
function partialFactor(text) {
    const inRope = ropeSections(text).map((rope) => rope.number('partial_rotary_factor'));
    const found = [...inRope, text.number('partial_rotary_factor'), text.number('rotary_pct')];
    return found.find((factor) => factor !== undefined) ?? 1;
}
function ropeSections(text) {
    return ['rope_parameters', 'rope_scaling'].flatMap((name) => {
        const section = text.section(name);
        if (section === undefined)
            return [];
        const inner = [...section.node.entries.values()].flatMap((entry) => entry.value.type === 'dict' ? [section.section(entry.name)] : []);
        return inner.length > 0 ? inner.filter((one) => one !== undefined) : [section];
    });
}
function outside(section, name, limit) {
    return (section.items(name) ?? []).flatMap((item, index) => {
        const value = numberOf(item);
        return value === undefined || (value >= 0 && value < limit)
            ? []
            : [{ value, at: section.at(name, index) }];
    });
}
function numbersAt(node, at) {
    const own = numberOf(node);
    if (own !== undefined)
        return [{ value: own, at }];
    if (node.type !== 'list')
        return [];
    return node.items.flatMap((item, index) => numbersAt(item, [...at, index]));
}

;// CONCATENATED MODULE: ./build/src/config/rules/attention.js

function namesMamba(node) {
    if (node?.type === 'list')
        return node.items.some(namesMamba);
    return node?.type === 'str' && node.value === 'mamba';
}
const attentionRules = [
    {
        id: 'config/heads-divide-hidden',
        severity: 'error',
        summary: 'Without head_dim, hidden_size must be a multiple of num_attention_heads: a head is as wide as their quotient.',
        source: 'Megatron-LM arguments.py (kv_channels), vLLM config get_head_size; GPT-NeoX leaves Mamba out',
        example: 'hidden_size: 4096\nnum_attention_heads: 30',
        fix: 'change num_attention_heads or hidden_size, or set head_dim',
        *check({ text }) {
            const [hidden, heads] = [text.int('hidden_size'), text.int('num_attention_heads')];
            if (hidden === undefined || heads === undefined || heads <= 0)
                return;
            if (text.has('head_dim') || text.has('kv_lora_rank') || text.has('d_kv') || hidden % heads === 0)
                return;
            if (namesMamba(text.get('attention_config')))
                return;
            const message = `hidden_size ${hidden} is no multiple of num_attention_heads ${heads}, and head_dim is not set`;
            yield { at: text.at('num_attention_heads'), message };
        },
    },
    {
        id: 'config/kv-heads-divide-heads',
        severity: 'error',
        summary: 'num_attention_heads must be a multiple of num_key_value_heads: each group of queries shares one.',
        source: 'Megatron-LM attention.py divide(num_attention_heads, num_query_groups), vLLM num_q_per_kv',
        example: 'num_attention_heads: 32\nnum_key_value_heads: 6',
        fix: 'change num_key_value_heads to a divisor of num_attention_heads',
        *check({ text }) {
            const [heads, kv] = [text.int('num_attention_heads'), text.int('num_key_value_heads')];
            if (heads === undefined || kv === undefined || (kv > 0 && heads % kv === 0))
                return;
            const message = `num_attention_heads ${heads} is no multiple of num_key_value_heads ${kv}`;
            yield { at: text.at('num_key_value_heads'), message };
        },
    },
    {
        id: 'config/window-layers',
        severity: 'warning',
        summary: 'max_window_layers counts layers, so it is at most num_hidden_layers where sliding windows are used.',
        needs: ['use_sliding_window'],
        source: 'Qwen2 configuration: layers from max_window_layers on slide',
        example: 'use_sliding_window: true\nmax_window_layers: 48\nnum_hidden_layers: 28',
        fix: 'set max_window_layers to num_hidden_layers or less',
        *check({ text }) {
            const [window, layers] = [text.int('max_window_layers'), text.int('num_hidden_layers')];
            if (text.bool('use_sliding_window') !== true || window === undefined || layers === undefined)
                return;
            if (window <= layers)
                return;
            const message = `max_window_layers ${window} is above num_hidden_layers ${layers}`;
            yield { at: text.at('max_window_layers'), message };
        },
    },
    {
        id: 'config/window-size',
        severity: 'warning',
        summary: 'A sliding window wider than max_position_embeddings never slides.',
        needs: ['use_sliding_window'],
        source: 'Qwen2 and Mistral attention masks',
        example: 'use_sliding_window: true\nsliding_window: 65536\nmax_position_embeddings: 32768',
        fix: 'narrow sliding_window, or switch it off',
        *check({ text }) {
            const [window, positions] = [text.int('sliding_window'), text.int('max_position_embeddings')];
            if (text.bool('use_sliding_window') !== true || window === undefined || positions === undefined)
                return;
            if (window <= positions)
                return;
            const message = `sliding_window ${window} is wider than max_position_embeddings ${positions}`;
            yield { at: text.at('sliding_window'), message };
        },
    },
    {
        id: 'config/linear-heads-divide',
        severity: 'error',
        summary: 'linear_num_value_heads must be a multiple of linear_num_key_heads.',
        needs: ['linear_num_value_heads'],
        source: 'Megatron-LM transformer_config.py (gated delta net)',
        example: 'linear_num_value_heads: 32\nlinear_num_key_heads: 12',
        fix: 'change one of them',
        *check({ text }) {
            const [values, keys] = [text.int('linear_num_value_heads'), text.int('linear_num_key_heads')];
            if (values === undefined || keys === undefined || (keys > 0 && values % keys === 0))
                return;
            const message = `linear_num_value_heads ${values} is no multiple of linear_num_key_heads ${keys}`;
            yield { at: text.at('linear_num_value_heads'), message };
        },
    },
    {
        id: 'config/query-scale',
        severity: 'warning',
        summary: 'query_pre_attn_scalar is the width of a head: head_dim, or hidden_size by num_attention_heads.',
        needs: ['query_pre_attn_scalar'],
        source: 'Gemma 2 and 3 configurations',
        example: 'query_pre_attn_scalar: 265\nhead_dim: 256',
        fix: 'set it to head_dim, or to hidden_size / num_attention_heads',
        *check({ text }) {
            const scale = text.number('query_pre_attn_scalar');
            const [hidden, heads, width] = [
                text.int('hidden_size'),
                text.int('num_attention_heads'),
                headDim(text),
            ];
            if (scale === undefined || width === undefined)
                return;
            const fits = [width, hidden !== undefined && heads !== undefined ? hidden / heads : width];
            if (fits.includes(scale))
                return;
            const message = `query_pre_attn_scalar ${scale} is neither head_dim nor hidden_size / num_attention_heads (${fits.join(', ')})`;
            yield { at: text.at('query_pre_attn_scalar'), message };
        },
    },
    {
        id: 'config/latent-head-dim',
        severity: 'error',
        summary: 'With latent attention qk_head_dim is qk_nope_head_dim + qk_rope_head_dim, and the rotating part is even.',
        needs: ['qk_rope_head_dim', 'qk_head_dim'],
        source: 'transformers deepseek_v3 configuration',
        example: 'qk_nope_head_dim: 128\nqk_rope_head_dim: 63',
        fix: 'make the parts add up, and the rotating part even',
        *check({ text }) {
            const [nope, rope] = [text.int('qk_nope_head_dim'), text.int('qk_rope_head_dim')];
            if (rope !== undefined && rope % 2 !== 0) {
                yield {
                    at: text.at('qk_rope_head_dim'),
                    message: `qk_rope_head_dim ${rope} is odd: it rotates in pairs`,
                };
            }
            const whole = text.int('qk_head_dim');
            if (nope === undefined || rope === undefined || whole === undefined || whole === nope + rope)
                return;
            const message = `qk_head_dim ${whole} is not qk_nope_head_dim ${nope} + qk_rope_head_dim ${rope}`;
            yield { at: text.at('qk_head_dim'), message };
        },
    },
];

;// CONCATENATED MODULE: ./build/src/config/architecture/models.js


const marks = (/* unused pure expression or super */ null && ([
    'model_type',
    'architectures',
    'hidden_size',
    'num_hidden_layers',
    'num_attention_heads',
    'num_key_value_heads',
    'vocab_size',
    'intermediate_size',
    'text_config',
    'vision_config',
]));
const textSections = ['text_config', 'llm_config', 'language_config'];
const maxDepth = 4;
function findModels(root) {
    return root?.type === 'dict' ? search(root, []) : [];
}
function search(node, path) {
    if (marks.filter((name) => node.entries.has(name)).length >= 2)
        return [viewOf(node, path)];
    if (path.length >= maxDepth)
        return [];
    return [...node.entries.values()].flatMap(({ name, value }) => value.type === 'dict' ? search(value, [...path, name]) : []);
}
function viewOf(node, path) {
    const top = new Section(node, path);
    const modelType = top.text('model_type');
    const inner = textSections.flatMap((name) => top.section(name) ?? [])[0];
    const text = (inner ?? top).withDefaults(textDefaults(inner?.text('model_type'), modelType));
    const architectures = (top.items('architectures') ?? []).flatMap((item) => item.type === 'str' ? [item.value] : []);
    const vision = top.section('vision_config')?.withDefaults(visionDefaults(modelType));
    return {
        top: inner === undefined ? text : top,
        text,
        vision,
        modelType,
        architectures,
        sets: (name) => [top, text, vision].some((section) => section?.node.entries.has(name) === true),
    };
}

;// CONCATENATED MODULE: ./build/src/documents/tree/node.js
function isScalar(node) {
    return node.type !== 'dict' && node.type !== 'list';
}
function node_nodeAt(root, path) {
    return path.reduce(node_childOf, root);
}
function node_childOf(node, step) {
    if (node?.type === 'dict')
        return node.entries.get(String(step))?.value;
    if (node?.type === 'list')
        return node.items[Number(step)];
    return undefined;
}
function pathText(path) {
    return path.reduce((text, step) => {
        if (typeof step === 'number')
            return `${text}[${step}]`;
        return text === '' ? step : `${text}.${step}`;
    }, '');
}
function sameValue(a, b) {
    return a === b || fingerprint(a) === fingerprint(b);
}
function fingerprint(node) {
    if (node.type === 'list')
        return `[${node.items.map(fingerprint).join(',')}]`;
    if (node.type !== 'dict')
        return `${node.type}:${JSON.stringify(scalarText(node))}`;
    const pairs = [...node.entries.values()].map((entry) => `${JSON.stringify(entry.name)}=${fingerprint(entry.value)}`);
    return `{${pairs.toSorted().join(',')}}`;
}
function scalarText(node) {
    if (node.type === 'NoneType')
        return 'null';
    if (node.type === 'bytes')
        return Buffer.from(node.value).toString('base64');
    if (node.type === 'float')
        return floatText(node.value);
    return String(node.value);
}
function floatText(value) {
    if (Number.isNaN(value))
        return 'nan';
    if (!Number.isFinite(value))
        return value > 0 ? 'inf' : '-inf';
    const [mantissa = '', power = '0'] = value.toExponential().split('e');
    const exponent = Number(power);
    if (value !== 0 && (exponent < -4 || exponent >= 16)) {
        return `${mantissa}e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
    }
    const text = Object.is(value, -0) ? '-0' : String(value);
    return Number.isInteger(value) ? `${text}.0` : text;
}

;// CONCATENATED MODULE: ./build/src/config/rules/consistency.js




const strictAliases = aliasGroups.filter(([name]) => ['num_experts', 'num_experts_per_tok', 'dtype', 'in_channels'].includes(name ?? ''));
function sections({ top, text, vision }) {
    const own = top === text ? [top] : [top, text];
    return vision === undefined ? own : [...own, vision];
}
const tiedBefore5 = new Map([
    ['qwen2_vl', false],
    ['qwen2_5_vl', false],
    ['qwen3_vl', false],
    ['qwen3_vl_moe', false],
    ['gemma3', true],
]);
const consistencyRules = [
    {
        id: 'config/token-id-range',
        severity: 'error',
        summary: 'Every token id is below vocab_size: the embedding has no row for a larger one. -1 stands for none.',
        source: 'transformers validate_token_ids',
        example: 'vocab_size: 129280\neos_token_id: 151643',
        fix: "use the ids of this model's tokenizer",
        *check({ top, text }) {
            const vocab = text.int('vocab_size') ?? top.int('vocab_size');
            if (vocab === undefined)
                return;
            for (const section of top === text ? [top] : [top, text]) {
                for (const { name, value } of section.node.entries.values()) {
                    if (!/_token_(?:ids?|index)$/.test(name))
                        continue;
                    const wrong = numbersAt(value, section.at(name)).filter(({ value: id }) => id >= vocab || id < -1);
                    for (const { value: id, at } of wrong) {
                        yield { at, message: `${name} ${id} is not below vocab_size ${vocab}` };
                    }
                }
            }
        },
    },
    {
        id: 'config/tied-embeddings-conflict',
        severity: 'warning',
        summary: 'tie_word_embeddings at the top and in text_config disagree: which one holds depends on the reader.',
        needs: textSections,
        source: 'transformers 5 re-saves',
        example: 'tie_word_embeddings: false\ntext_config: { tie_word_embeddings: true }',
        fix: 'set both alike',
        *check({ top, text, modelType }) {
            const [outer, said] = [top.bool('tie_word_embeddings'), text.bool('tie_word_embeddings')];
            const inner = said ?? tiedBefore5.get(modelType ?? '');
            if (top === text || outer === undefined || inner === undefined || outer === inner)
                return;
            const section = String(text.path.at(-1));
            const other = said === undefined
                ? `not set in ${section}, where transformers 4 looks and takes ${inner}`
                : `${said} in ${section}`;
            const at = said === undefined ? top.at('tie_word_embeddings') : text.at('tie_word_embeddings');
            yield { at, message: `tie_word_embeddings is ${outer} at the top and ${other}` };
        },
    },
    {
        id: 'config/alias-conflict',
        severity: 'error',
        summary: 'Two names of one parameter are set to different values.',
        source: 'transformers attribute_map, vLLM get_num_experts',
        example: 'num_experts: 128\nnum_local_experts: 64',
        fix: 'keep one of them',
        *check(model) {
            for (const section of sections(model)) {
                for (const group of strictAliases) {
                    const set = group.flatMap((name) => {
                        const node = section.node.entries.get(name)?.value;
                        return node === undefined || node.type === 'NoneType' || !isScalar(node) ? [] : [{ name, node }];
                    });
                    const [first, ...others] = set;
                    const other = others.find(({ node }) => first !== undefined && fingerprint(node) !== fingerprint(first.node));
                    if (first === undefined || other === undefined)
                        continue;
                    const tell = ({ name, node }) => `${name} ${scalarText(node)}`;
                    yield {
                        at: [...section.path, other.name],
                        message: `${tell(first)} and ${tell(other)} are one parameter`,
                    };
                }
            }
        },
    },
    {
        id: 'config/labels',
        severity: 'error',
        summary: 'id2label names num_labels labels, and single-label classification needs more than one.',
        needs: ['num_labels', 'id2label', 'problem_type'],
        source: 'transformers configuration_utils',
        example: 'problem_type: single_label_classification\nnum_labels: 1',
        fix: 'make num_labels, id2label and problem_type fit',
        *check({ top }) {
            const [labels, names] = [top.int('num_labels'), top.section('id2label')?.node.entries.size];
            if (labels !== undefined && names !== undefined && labels !== names) {
                yield { at: top.at('num_labels'), message: `num_labels is ${labels}, but id2label names ${names}` };
            }
            if (top.text('problem_type') !== 'single_label_classification')
                return;
            const count = labels ?? names;
            if (count === undefined || count > 1)
                return;
            yield {
                at: top.at('problem_type'),
                message: `single_label_classification needs more than ${count} label`,
            };
        },
    },
    {
        id: 'config/quantization-blocks',
        severity: 'warning',
        summary: 'Blocks of a block-wise quantisation divide the widths they cut, or the last block is padded.',
        needs: ['quantization_config'],
        source: 'DeepSeek-V3 quantization_config',
        example: 'hidden_size: 7000\nquantization_config: { weight_block_size: [128, 128] }',
        fix: 'use widths that are multiples of the block, if that is not meant',
        *check({ top, text }) {
            const quantization = top.section('quantization_config') ?? text.section('quantization_config');
            const block = quantization?.ints('weight_block_size')?.[0];
            if (quantization === undefined || block === undefined || block < 1)
                return;
            for (const name of ['hidden_size', 'intermediate_size', 'moe_intermediate_size']) {
                const width = text.int(name);
                if (width === undefined || width % block === 0)
                    continue;
                yield { at: text.at(name), message: `${name} ${width} is no multiple of weight_block_size ${block}` };
            }
        },
    },
];

;// CONCATENATED MODULE: ./build/src/config/rules/experts.js

const expertRules = [
    {
        id: 'config/experts-per-token',
        severity: 'error',
        summary: 'A token uses at least one expert and at most all of them.',
        source: 'torch.topk in the routers of transformers',
        example: 'num_experts: 8\nnum_experts_per_tok: 16',
        fix: 'correct num_experts_per_tok or num_experts',
        *check({ text }) {
            const [experts, used] = [text.int('num_experts'), text.int('num_experts_per_tok')];
            if (experts === undefined || used === undefined || experts === 0)
                return;
            if (used >= 1 && used <= experts)
                return;
            const at = text.at('num_experts_per_tok');
            yield {
                at,
                message: `num_experts_per_tok ${used} is not between 1 and the number of experts, ${experts}`,
            };
        },
    },
    {
        id: 'config/expert-groups',
        severity: 'error',
        summary: 'Experts divide into n_group groups, topk_group of them are used, and hold all experts of a token.',
        needs: ['n_group'],
        source: 'Megatron-LM transformer_config.py (moe_router_num_groups)',
        example: 'n_routed_experts: 256\nn_group: 7',
        fix: 'make the groups fit the experts',
        *check({ text }) {
            const [experts, groups, used] = [text.int('num_experts'), text.int('n_group'), text.int('topk_group')];
            if (groups === undefined || groups === 0)
                return;
            if (experts !== undefined && (groups < 0 || experts % groups !== 0)) {
                yield { at: text.at('n_group'), message: `${experts} experts do not divide into n_group ${groups}` };
                return;
            }
            if (used === undefined)
                return;
            if (used > groups || used < 1) {
                yield {
                    at: text.at('topk_group'),
                    message: `topk_group ${used} is not between 1 and n_group ${groups}`,
                };
                return;
            }
            const perToken = text.int('num_experts_per_tok');
            const reachable = experts === undefined ? undefined : (used * experts) / groups;
            if (perToken === undefined || reachable === undefined || perToken <= reachable)
                return;
            const message = `num_experts_per_tok ${perToken} is more than the ${reachable} experts of topk_group ${used} groups`;
            yield { at: text.at('num_experts_per_tok'), message };
        },
    },
    {
        id: 'config/dense-layers',
        severity: 'error',
        summary: 'mlp_only_layers names layers that exist, and decoder_sparse_step is at least 1.',
        needs: ['mlp_only_layers', 'decoder_sparse_step'],
        source: 'transformers qwen3_moe configuration',
        example: 'num_hidden_layers: 48\nmlp_only_layers: [0, 48]',
        fix: 'layers count from 0 to num_hidden_layers - 1',
        *check({ text }) {
            const layers = text.int('num_hidden_layers');
            if (layers !== undefined) {
                for (const { value, at } of outside(text, 'mlp_only_layers', layers)) {
                    yield { at, message: `mlp_only_layers names layer ${value}, but there are ${layers}, from 0` };
                }
            }
            const step = text.int('decoder_sparse_step');
            if (step === undefined || step >= 1)
                return;
            yield { at: text.at('decoder_sparse_step'), message: `decoder_sparse_step ${step} is below 1` };
        },
    },
    {
        id: 'config/first-dense-layers',
        severity: 'error',
        summary: 'first_k_dense_replace is between 0 and num_hidden_layers.',
        source: 'transformers deepseek_v3 configuration',
        example: 'num_hidden_layers: 61\nfirst_k_dense_replace: 62',
        fix: 'correct first_k_dense_replace',
        *check({ text }) {
            const [first, layers] = [text.int('first_k_dense_replace'), text.int('num_hidden_layers')];
            if (first === undefined || layers === undefined || (first >= 0 && first <= layers))
                return;
            const message = `first_k_dense_replace ${first} is not between 0 and num_hidden_layers ${layers}`;
            yield { at: text.at('first_k_dense_replace'), message };
        },
    },
];

;// CONCATENATED MODULE: ./build/src/kernel/near.js
function nearest(name, names) {
    const limit = Math.min(3, Math.max(1, Math.floor(name.length / 3)));
    let best;
    let bestDistance = limit + 1;
    for (const candidate of names) {
        if (candidate === name || Math.abs(candidate.length - name.length) >= bestDistance)
            continue;
        const distance = editDistance(name, candidate);
        if (distance >= bestDistance)
            continue;
        best = candidate;
        bestDistance = distance;
    }
    return best;
}
function isSlip(name, meant) {
    const [words, others] = [wordsOf(name), wordsOf(meant)];
    if (words.length !== others.length)
        return editDistance(words.join(''), others.join('')) <= 1;
    return words.every((word, index) => isSlipOfWord(word, others[index] ?? ''));
}
function wordsOf(name) {
    const words = name.replaceAll(/([a-z\d])([A-Z])/g, '$1_$2').toLowerCase();
    return words.split(/[^a-z\d]+/).filter((word) => word !== '');
}
function isSlipOfWord(word, other) {
    const length = Math.max(word.length, other.length);
    if (length < 3 && word.length === other.length)
        return word === other;
    return editDistance(word, other) <= (length < 8 ? 1 : 2);
}
function editDistance(a, b) {
    if (a.length > 100 || b.length > 100)
        return Math.max(a.length, b.length);
    let before = [];
    let above = Array.from({ length: b.length + 1 }, (_, index) => index);
    for (let i = 1; i <= a.length; i += 1) {
        const row = [i];
        for (let j = 1; j <= b.length; j += 1) {
            const replace = at(above, j - 1) + Number(a[i - 1] !== b[j - 1]);
            const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
            const swap = swapped ? at(before, j - 2) + 1 : Number.POSITIVE_INFINITY;
            row.push(Math.min(at(above, j) + 1, at(row, j - 1) + 1, replace, swap));
        }
        [before, above] = [above, row];
    }
    return at(above, b.length);
}
function at(row, index) {
    return row[index] ?? Number.POSITIVE_INFINITY;
}

;// CONCATENATED MODULE: ./build/src/config/rules/layers.js


const layerTypes = [
    'full_attention',
    'sliding_attention',
    'chunked_attention',
    'linear_attention',
    'compressed_attention',
    'hybrid',
    'attention',
    'mamba',
    'moe',
    'sparse',
    'dense',
    'conv',
    'recurrent',
];
const layerRules = [
    {
        id: 'config/layer-types',
        severity: 'error',
        summary: 'layer_types has one entry for each layer.',
        needs: ['layer_types'],
        source: 'transformers configuration_utils validate_layer_type',
        example: 'num_hidden_layers: 3\nlayer_types: [sliding_attention, full_attention]',
        fix: 'give layer_types num_hidden_layers entries',
        *check({ text }) {
            const [types, layers] = [text.items('layer_types'), text.int('num_hidden_layers')];
            if (types === undefined)
                return;
            if (layers !== undefined && types.length !== layers) {
                const message = `layer_types has ${types.length} entries, but num_hidden_layers is ${layers}`;
                yield { at: text.at('layer_types'), message };
            }
            for (const [index, type] of types.entries()) {
                const near = type.type === 'str' && !layerTypes.includes(type.value)
                    ? nearest(type.value, layerTypes)
                    : undefined;
                if (near === undefined || type.type !== 'str')
                    continue;
                const at = text.at('layer_types', index);
                yield {
                    at,
                    message: `layer type ${type.value} is not known`,
                    help: `did you mean ${near}?`,
                    severity: 'warning',
                };
            }
        },
    },
    {
        id: 'config/attention-interval',
        severity: 'warning',
        summary: 'full_attention_interval says which layers of layer_types attend fully: every n-th.',
        needs: ['full_attention_interval'],
        source: 'Qwen3-Next configuration',
        example: 'full_attention_interval: 4\nlayer_types: [full_attention, linear_attention, …]',
        fix: 'change one of them, or leave layer_types out',
        *check({ text }) {
            const [interval, types] = [text.int('full_attention_interval'), text.items('layer_types')];
            if (interval === undefined || interval < 1 || types === undefined)
                return;
            const wrong = types.findIndex((type, index) => type.type === 'str' && (type.value === 'full_attention') !== ((index + 1) % interval === 0));
            if (wrong < 0)
                return;
            const message = `layer ${wrong} of layer_types does not fit full_attention_interval ${interval}`;
            yield { at: text.at('layer_types', wrong), message };
        },
    },
    {
        id: 'config/layer-index',
        severity: 'error',
        summary: 'Lists of layers name layers that exist.',
        needs: ['cross_attention_layers', 'fullatt_block_indexes', 'intermediate_layers_indices'],
        source: 'mllama and qwen2_5_vl configurations',
        example: 'num_hidden_layers: 40\ncross_attention_layers: [3, 40]',
        fix: 'layers count from 0',
        *check({ text, vision }) {
            const lists = [
                { section: text, list: 'cross_attention_layers' },
                { section: vision, list: 'fullatt_block_indexes' },
                { section: vision, list: 'intermediate_layers_indices' },
            ];
            for (const { section, list } of lists) {
                const layers = section?.int('num_hidden_layers');
                if (section === undefined || layers === undefined)
                    continue;
                for (const { value, at } of outside(section, list, layers)) {
                    yield { at, message: `${list} names layer ${value}, but there are ${layers}, from 0` };
                }
            }
        },
    },
];

;// CONCATENATED MODULE: ./build/src/config/rules/rope.js


const requiredKeys = new Map([
    ['default', []],
    ['mrope', []],
    ['proportional', []],
    ['linear', ['factor']],
    ['dynamic', ['factor']],
    ['yarn', ['factor']],
    ['llama3', ['factor', 'low_freq_factor', 'high_freq_factor', 'original_max_position_embeddings']],
    ['longrope', ['short_factor', 'long_factor']],
    ['su', ['short_factor', 'long_factor']],
]);
const sameType = [
    ['su', 'longrope'],
    ['mrope', 'default'],
];
function typeOf(rope) {
    return rope.text('rope_type') ?? rope.text('type');
}
function typeAt(rope) {
    return rope.at(rope.has('rope_type') ? 'rope_type' : 'type');
}
function* missingKeys(rope) {
    const type = typeOf(rope);
    const required = type === undefined ? undefined : requiredKeys.get(type);
    for (const key of required ?? []) {
        if (rope.has(key))
            continue;
        const message = `rope_type ${type} needs ${key}, which is not set`;
        yield { at: typeAt(rope), message, help: `set ${key} beside rope_type` };
    }
    const near = type === undefined || required !== undefined ? undefined : nearest(type, requiredKeys.keys());
    if (near === undefined)
        return;
    yield {
        at: typeAt(rope),
        message: `rope_type ${type} is not known`,
        help: `did you mean ${near}?`,
        severity: 'warning',
    };
}
const ropeNames = ['rope_parameters', 'rope_scaling'];
const ropeRules = [
    {
        id: 'config/mrope-section',
        severity: 'error',
        summary: 'mrope_section splits half of the rotating width in three: time, height, width.',
        needs: ropeNames,
        source: 'MaxText layers/embeddings.py, torchtitan rope.py',
        example: 'head_dim: 128\nrope_scaling: { rope_type: default, mrope_section: [24, 20, 18] }',
        fix: 'make the three numbers add up to half of the rotating width',
        *check({ text }) {
            const width = rotaryDim(text);
            for (const rope of ropeSections(text)) {
                const section = rope.ints('mrope_section');
                if (section === undefined || width === undefined)
                    continue;
                const sum = section.reduce((total, part) => total + part, 0);
                const at = rope.at('mrope_section');
                if (section.length !== 3)
                    yield { at, message: `mrope_section has ${section.length} parts, not 3` };
                else if (sum !== width / 2) {
                    yield {
                        at,
                        message: `mrope_section adds up to ${sum}, but half of the rotating width is ${width / 2}`,
                    };
                }
            }
        },
    },
    {
        id: 'config/odd-rotary-width',
        severity: 'error',
        summary: 'Numbers of a head rotate in pairs: the rotating width is even.',
        source: 'transformers modeling_rope_utils',
        example: 'head_dim: 127',
        fix: 'make head_dim (times partial_rotary_factor) even',
        *check({ text }) {
            const width = rotaryDim(text);
            if (text.has('kv_lora_rank') || width === undefined || width <= 4 || width % 2 === 0)
                return;
            const at = text.has('head_dim') ? text.at('head_dim') : text.at('num_attention_heads');
            yield { at, message: `the rotating width of a head is ${width}, which is odd` };
        },
    },
    {
        id: 'config/rope-keys',
        severity: 'error',
        summary: 'Each rope_type needs its own parameters, and the model stops at load without them.',
        needs: ropeNames,
        source: 'transformers modeling_rope_utils',
        example: 'rope_scaling: { rope_type: llama3, factor: 8.0 }',
        fix: 'set what is missing',
        *check({ text }) {
            for (const rope of ropeSections(text))
                yield* missingKeys(rope);
        },
    },
    {
        id: 'config/rope-type-conflict',
        severity: 'error',
        summary: '`type` is the old name of `rope_type`: where both stand they must agree.',
        needs: ropeNames,
        source: 'vLLM patch_legacy_rope_type',
        example: 'rope_scaling: { type: linear, rope_type: yarn, factor: 4.0 }',
        fix: 'keep rope_type only',
        *check({ text }) {
            for (const rope of ropeSections(text)) {
                const [old, now] = [rope.text('type'), rope.text('rope_type')];
                if (old === undefined || now === undefined || old === now)
                    continue;
                if (sameType.some((names) => names.includes(old) && names.includes(now)))
                    continue;
                yield { at: rope.at('type'), message: `type ${old} and rope_type ${now} disagree` };
            }
        },
    },
    {
        id: 'config/yarn-factor',
        severity: 'warning',
        summary: 'For yarn, factor is max_position_embeddings by original_max_position_embeddings.',
        needs: ropeNames,
        source: 'transformers modeling_rope_utils _validate_yarn',
        example: 'max_position_embeddings: 131072\nrope_scaling: { rope_type: yarn, factor: 2.0, original_max_position_embeddings: 32768 }',
        fix: 'correct factor, or one of the two lengths',
        *check({ text }) {
            const positions = text.int('max_position_embeddings');
            for (const rope of ropeSections(text)) {
                const [factor, original] = [rope.number('factor'), rope.int('original_max_position_embeddings')];
                if (typeOf(rope) !== 'yarn' || positions === undefined || factor === undefined || !original)
                    continue;
                const ratio = positions / original;
                if (ratio === 1 || Math.abs(ratio - factor) < 0.01)
                    continue;
                const message = `factor ${factor} is not max_position_embeddings ${positions} / original_max_position_embeddings ${original} = ${ratio}`;
                yield { at: rope.at('factor'), message };
            }
        },
    },
    {
        id: 'config/llama3-rope',
        severity: 'warning',
        summary: 'For llama3, high_freq_factor is above low_freq_factor, and the original length below the new one.',
        needs: ropeNames,
        source: 'transformers modeling_rope_utils _validate_llama3',
        example: 'rope_scaling: { rope_type: llama3, low_freq_factor: 4.0, high_freq_factor: 1.0, … }',
        fix: 'swap the two factors, or correct the length',
        *check({ text }) {
            const positions = text.int('max_position_embeddings');
            for (const rope of ropeSections(text)) {
                if (typeOf(rope) !== 'llama3')
                    continue;
                const [low, high] = [rope.number('low_freq_factor'), rope.number('high_freq_factor')];
                const original = rope.int('original_max_position_embeddings');
                if (low !== undefined && high !== undefined && high <= low) {
                    yield {
                        at: rope.at('high_freq_factor'),
                        message: `high_freq_factor ${high} is not above low_freq_factor ${low}`,
                    };
                }
                if (original === undefined || positions === undefined || original < positions)
                    continue;
                const message = `original_max_position_embeddings ${original} is not below max_position_embeddings ${positions}`;
                yield { at: rope.at('original_max_position_embeddings'), message };
            }
        },
    },
    {
        id: 'config/longrope-length',
        severity: 'warning',
        summary: 'For longrope, short_factor and long_factor have one number for each pair that rotates.',
        needs: ropeNames,
        source: 'transformers modeling_rope_utils _validate_longrope',
        example: 'head_dim: 96\nrope_scaling: { rope_type: longrope, short_factor: [1.0], long_factor: [1.0] }',
        fix: 'give half of the rotating width many numbers',
        *check({ text }) {
            const width = rotaryDim(text);
            for (const rope of ropeSections(text)) {
                for (const name of ['short_factor', 'long_factor']) {
                    const length = rope.items(name)?.length;
                    if (length === undefined || width === undefined || length === width / 2)
                        continue;
                    yield { at: rope.at(name), message: `${name} has ${length} numbers, not ${width / 2}` };
                }
            }
        },
    },
    {
        id: 'config/rope-set-twice',
        severity: 'error',
        summary: 'rope_parameters replaces rope_theta and rope_scaling: where both stand, readers disagree which one holds.',
        needs: ['rope_parameters'],
        source: 'vLLM rope_parameters patches, transformers 5',
        example: 'rope_theta: 10000.0\nrope_parameters: { rope_theta: 1000000.0, rope_type: default }',
        fix: 'keep rope_parameters only, or leave it out',
        *check({ text }) {
            const now = text.section('rope_parameters');
            if (now === undefined)
                return;
            const [outer, inner] = [text.number('rope_theta'), now.number('rope_theta')];
            if (outer !== undefined && inner !== undefined && outer !== inner) {
                yield {
                    at: text.at('rope_theta'),
                    message: `rope_theta ${outer} and rope_parameters.rope_theta ${inner} disagree`,
                };
            }
            if (text.section('rope_scaling') === undefined)
                return;
            yield { at: text.at('rope_scaling'), message: 'rope_scaling and rope_parameters are both set' };
        },
    },
];

;// CONCATENATED MODULE: ./build/src/config/rules/training.js
const heads = ['num_attention_heads', 'n_head'];
const kvHeads = ['num_key_value_heads', 'num_query_groups'];
const training_layers = ['num_hidden_layers', 'num_layers', 'n_layer'];
const experts = [
    'num_experts',
    'num_local_experts',
    'n_routed_experts',
    'num_moe_experts',
    'moe_num_experts',
];
const tensor = ['tensor_model_parallel_size', 'tensor_parallel_size', 'tp_size'];
const pipeline = ['pipeline_model_parallel_size', 'pipeline_parallel_size', 'pp_size'];
const virtual = ['virtual_pipeline_model_parallel_size', 'virtual_pipeline_parallel_size'];
const expert = ['expert_model_parallel_size', 'expert_parallel_size', 'ep_size'];
const context = ['context_parallel_size', 'cp_size'];
const unevenStages = [
    'decoder_first_pipeline_num_layers',
    'decoder_last_pipeline_num_layers',
    'num_layers_in_first_pipeline_stage',
    'num_layers_in_last_pipeline_stage',
    'account_for_embedding_in_pipeline_split',
    'account_for_loss_in_pipeline_split',
    'pipeline_model_parallel_layout',
];
function* undivided(whole, part) {
    if (whole === undefined || part === undefined || part.value < 1 || whole.value % part.value === 0)
        return;
    yield {
        at: part.path,
        message: `${whole.name} ${whole.value} is no multiple of ${part.name} ${part.value}`,
    };
}
const trainingRules = [
    {
        id: 'config/tensor-parallel',
        severity: 'error',
        summary: 'Heads divide over the tensor-parallel ranks; so do key-value heads, or the ranks over them.',
        needs: tensor,
        source: 'Megatron-LM transformer_config.py, vLLM config',
        example: 'num_attention_heads: 32\ntensor_model_parallel_size: 6',
        fix: 'use a size that divides the heads',
        *check(view) {
            const size = view.number(...tensor);
            yield* undivided(view.number(...heads), size);
            const kv = view.number(...kvHeads);
            if (size === undefined || kv === undefined || kv.value < 1 || size.value < 1)
                return;
            if (kv.value % size.value === 0 || size.value % kv.value === 0)
                return;
            yield {
                at: size.path,
                message: `${size.name} ${size.value} and ${kv.name} ${kv.value} do not divide each other`,
            };
        },
    },
    {
        id: 'config/expert-parallel',
        severity: 'error',
        summary: 'Experts divide over the expert-parallel ranks, and there are experts.',
        needs: expert,
        source: 'Megatron-LM arguments.py, transformer_config.py',
        example: 'num_experts: 128\nexpert_model_parallel_size: 12',
        fix: 'use a size that divides the experts',
        *check(view) {
            const size = view.number(...expert);
            yield* undivided(view.number(...experts), size);
            if (size === undefined || size.value <= 1 || view.has(...experts, '_target_'))
                return;
            if (!view.has(...training_layers))
                return;
            yield { at: size.path, message: `${size.name} is ${size.value}, but the model has no experts` };
        },
    },
    {
        id: 'config/pipeline-parallel',
        severity: 'error',
        summary: 'Layers divide over the pipeline stages, and those of a stage over its virtual stages.',
        needs: pipeline,
        source: 'Megatron-LM transformer_config.py',
        example: 'num_hidden_layers: 46\npipeline_model_parallel_size: 4',
        fix: 'use a size that divides the layers, or set an uneven split',
        *check(view) {
            const [all, stages, parts] = [
                view.number(...training_layers),
                view.number(...pipeline),
                view.number(...virtual),
            ];
            if (all === undefined || stages === undefined || stages.value < 1 || view.has(...unevenStages))
                return;
            if (all.value % stages.value !== 0)
                return yield* undivided(all, stages);
            if (parts === undefined || parts.value < 1 || (all.value / stages.value) % parts.value === 0)
                return;
            const message = `the ${all.value / stages.value} layers of a stage do not divide by ${parts.name} ${parts.value}`;
            yield { at: parts.path, message };
        },
    },
    {
        id: 'config/sequence-length',
        severity: 'error',
        summary: 'Sequences are no longer than max_position_embeddings, and divide in two for each context-parallel rank.',
        needs: ['seq_length'],
        source: 'Megatron-LM arguments.py',
        example: 'seq_length: 8192\nmax_position_embeddings: 4096',
        fix: 'shorten seq_length, or raise max_position_embeddings',
        *check(view) {
            const [length, most] = [view.number('seq_length'), view.number('max_position_embeddings')];
            if (length === undefined)
                return;
            if (most !== undefined && length.value > most.value) {
                yield {
                    at: length.path,
                    message: `${length.name} ${length.value} is above ${most.name} ${most.value}`,
                };
            }
            const ranks = view.number(...context);
            if (ranks === undefined || ranks.value <= 1 || length.value % (2 * ranks.value) === 0)
                return;
            yield {
                at: length.path,
                message: `${length.name} ${length.value} is no multiple of 2 × ${ranks.name} ${ranks.value}`,
            };
        },
    },
    {
        id: 'config/learning-rate-order',
        severity: 'error',
        summary: 'min_lr is not above lr.',
        needs: ['min_lr', 'min_learning_rate'],
        source: 'Megatron-LM arguments.py',
        example: 'lr: 1.0e-5\nmin_lr: 1.0e-4',
        fix: 'swap them, or correct the exponent',
        *check(view) {
            const [least, rate] = [view.number('min_lr', 'min_learning_rate'), view.number('lr', 'learning_rate')];
            if (least === undefined || rate === undefined || least.value <= rate.value)
                return;
            yield { at: least.path, message: `${least.name} ${least.value} is above ${rate.name} ${rate.value}` };
        },
    },
    {
        id: 'config/router',
        severity: 'error',
        summary: "Options of Megatron's router that exclude each other.",
        source: 'Megatron-LM transformer_config.py, router.py',
        example: 'moe_router_topk: 1\nmoe_router_score_function: softmax',
        fix: 'change one of the options',
        *check(view) {
            for (const { names, fails, message } of routerChecks) {
                const at = view.find(...names)?.path;
                if (at !== undefined && fails(view))
                    yield { at, message };
            }
        },
    },
];
function scoreFunction(view) {
    return view.text('moe_router_score_function') ?? view.text('scoring_func') ?? 'softmax';
}
const balancing = ['aux_loss', 'seq_aux_loss', 'global_aux_loss', 'none'];
const routerChecks = [
    {
        names: ['moe_router_topk'],
        message: 'moe_router_topk 1 with softmax needs moe_router_pre_softmax: after the top 1 softmax is always 1',
        fails: (view) => view.number('moe_router_topk')?.value === 1 &&
            scoreFunction(view) === 'softmax' &&
            view.text('moe_router_load_balancing_type') !== 'sinkhorn' &&
            !view.flag('moe_router_pre_softmax'),
    },
    {
        names: ['moe_router_enable_expert_bias'],
        message: 'moe_router_enable_expert_bias works with the score functions sigmoid and sqrtsoftplus only',
        fails: (view) => view.flag('moe_router_enable_expert_bias') &&
            !['sigmoid', 'sqrtsoftplus'].includes(scoreFunction(view)),
    },
    {
        names: ['moe_router_load_balancing_type'],
        message: 'sinkhorn balancing needs moe_aux_loss_coeff 0',
        fails: (view) => view.text('moe_router_load_balancing_type') === 'sinkhorn' &&
            (view.number('moe_aux_loss_coeff')?.value ?? 0) !== 0,
    },
    {
        names: ['moe_ffn_hidden_size'],
        message: 'moe_ffn_hidden_size is set, but no number of experts',
        fails: (view) => view.has('moe_ffn_hidden_size') && !view.has(...experts),
    },
    {
        names: ['moe_expert_capacity_factor'],
        message: `moe_expert_capacity_factor works with the balancing types ${balancing.join(', ')} only`,
        fails: (view) => view.has('moe_expert_capacity_factor') &&
            !balancing.includes(view.text('moe_router_load_balancing_type') ?? 'aux_loss'),
    },
];

;// CONCATENATED MODULE: ./build/src/documents/omegaconf/interpolate.js








const maxLength = 10_000;
const maxSteps = 20_000;
const maxOpen = 30;
function interpolate(root) {
    const resolver = new Resolver(root);
    return { root: resolver.node(root, []), problems: resolver.problems };
}
class Resolver {
    problems = [];
    root;
    open = new Set();
    steps = 0;
    constructor(root) {
        this.root = root;
    }
    node(node, path) {
        if (node.type === 'dict')
            return this.dict(node, path);
        if (node.type === 'list')
            return this.list(node, path);
        return isInterpolated(node) ? this.told(node, path) : node;
    }
    list(node, path) {
        return { ...node, items: node.items.map((item, index) => this.node(item, [...path, index])) };
    }
    dict(node, path) {
        const entries = new Map();
        for (const [name, entry] of node.entries) {
            entries.set(name, { ...entry, value: this.node(entry.value, [...path, name]) });
        }
        return { ...node, entries };
    }
    told(node, path) {
        const pieces = parseText(node.value);
        if (pieces === undefined) {
            this.problems.push(malformed(node));
            return node;
        }
        try {
            const value = this.settled(this.pieces(pieces, path.slice(0, -1)));
            return { ...value, start: node.start, end: node.end };
        }
        catch (error) {
            if (!(error instanceof Skipped))
                throw error;
            this.problems.push(skipped(node, error.message));
            return node;
        }
    }
    settled({ node, path }) {
        if (path === undefined || (node.type !== 'dict' && node.type !== 'list'))
            return node;
        this.count(10);
        return this.within(path, () => this.node(node, path));
    }
    within(path, resolve) {
        const identity = JSON.stringify(path);
        if (this.open.has(identity))
            throw new Skipped('it leads back to itself');
        if (this.open.size > maxOpen)
            throw new Skipped('it is nested too deep');
        this.open.add(identity);
        try {
            return resolve();
        }
        finally {
            this.open.delete(identity);
        }
    }
    count(steps) {
        this.steps += steps;
        if (this.steps > maxSteps)
            throw new Skipped('there are too many interpolations to resolve');
    }
    pieces(pieces, at) {
        const [only] = pieces;
        if (pieces.length === 1 && only !== undefined && isInterpolation(only))
            return this.interpolation(only, at);
        return made(textNode(this.joined(pieces, at)));
    }
    joined(pieces, at) {
        const text = pieces
            .map((piece, index) => isInterpolation(piece)
            ? pythonText(this.interpolation(piece, at).node)
            : written(piece, pieces[index + 1]))
            .join('');
        if (text.length > maxLength)
            throw new Skipped('the interpolations make too long a text');
        return text;
    }
    interpolation(part, at) {
        this.count(1);
        return part.kind === 'call' ? this.call(part, at) : this.reference(part, at);
    }
    reference(part, at) {
        const key = part.key.map((piece) => this.keyPart(piece, at)).join('');
        const found = this.select(key, at);
        const named = clip(part.written, 61);
        if (found === undefined)
            throw new Skipped(`${named} names nothing in this file`);
        if (isMissing(found.node))
            throw new Skipped(`${named} leads to a value that must still be given (???)`);
        if (found.path?.every((step, index) => step === at[index]) === true)
            throw new Skipped(`${named} leads back to itself`);
        return found;
    }
    keyPart(piece, at) {
        if (!isInterpolation(piece))
            return piece.text;
        const { node } = this.interpolation(piece, at);
        if (node.type === 'str')
            return node.value;
        throw new Skipped(`${clip(piece.written, 61)} is used as a key, and is no text`);
    }
    select(key, at) {
        const { start, steps } = routeOf(key, at);
        const node = nodeAt(this.root, start);
        let found = node === undefined || steps.length === 0 ? undefined : { node, path: start };
        for (const step of steps) {
            if (found?.isPlain === true)
                throw new Skipped(`${clip(key, 61)} leads into what a resolver gives`);
            const child = found === undefined ? undefined : childOf(found, step);
            if (child === undefined)
                return undefined;
            found = this.dereferenced(child);
        }
        return found;
    }
    dereferenced(found) {
        const { node, path } = found;
        if (path === undefined || !isInterpolated(node))
            return found;
        const pieces = parseText(node.value);
        if (pieces === undefined)
            throw new Skipped(`the interpolation ${clip(node.value, 61)} cannot be read`);
        return this.within(path, () => this.pieces(pieces, path.slice(0, -1)));
    }
    call(part, at) {
        const name = part.name.map((piece) => this.keyPart(piece, at)).join('');
        const resolver = resolvers.get(name);
        if (resolver === undefined)
            throw new Skipped(`${clip(part.written, 61)} cannot be resolved here`);
        const args = part.args.map((arg) => this.element(arg, at));
        return resolver(args, {
            select: (key) => present(this.select(key, at)),
            evaluate: (element) => this.element(element, at),
        });
    }
    element(element, at) {
        if (element.kind === 'list')
            return made(this.literalList(element.items, at));
        if (element.kind === 'dict')
            return made(this.literalDict(element.pairs, at));
        const { kind, pieces } = element;
        if (kind === 'quoted')
            return made(textNode(pieces.length === 0 ? '' : pythonText(this.pieces(pieces, at).node)));
        const [only] = pieces;
        return pieces.length === 1 && only !== undefined && !isInterpolation(only)
            ? made(primitive(only))
            : this.pieces(pieces, at);
    }
    literalList(items, at) {
        return { type: 'list', items: items.map((item) => this.literal(item, at)), start: 0, end: 0 };
    }
    literalDict(pairs, at) {
        const entries = new Map();
        const names = new KeyNames(entries);
        for (const [rawKey, rawValue] of pairs) {
            const key = this.element(rawKey, at).node;
            if (key.type === 'dict' || key.type === 'list' || key.type === 'NoneType')
                throw new Skipped('OmegaConf refuses a key');
            const name = names.nameOf(key);
            entries.set(name, { key: entries.get(name)?.key ?? key, name, value: this.literal(rawValue, at) });
        }
        return { type: 'dict', entries, start: 0, end: 0 };
    }
    literal(element, at) {
        const node = this.settled(this.element(element, at));
        if (isInterpolated(node))
            throw new Skipped('an interpolation makes another one');
        return node;
    }
}
function present(found) {
    return found === undefined || isMissing(found.node) ? undefined : found;
}
function isInterpolated(node) {
    return node.type === 'str' && node.value.includes('${');
}
function isMissing(node) {
    return node.type === 'str' && node.value === '???';
}
function isDeferred(node) {
    return isInterpolated(node) || isMissing(node);
}
function isInterpolation(piece) {
    return piece.kind === 'reference' || piece.kind === 'call';
}
function skipped({ start, end }, message) {
    const help = 'it is settled when training starts; nothing is judged here';
    return { rule: textRules['interpolation-skipped'], message, help, start, end };
}
function malformed({ start, end, value }) {
    const message = `OmegaConf refuses the file: the interpolation in ${clip(value, 61)} cannot be read`;
    const help = 'write ${name}, ${a.b}, ${oc.env:NAME,default}; \\${ for the text itself, quotes around odd arguments';
    return { rule: textRules.unreadable, message, help, start, end };
}

;// CONCATENATED MODULE: ./build/src/config/rules/value-rules.js


const counts = [
    'hidden_size',
    'num_hidden_layers',
    'num_attention_heads',
    'num_key_value_heads',
    'head_dim',
    'vocab_size',
    'intermediate_size',
    'max_position_embeddings',
    'moe_intermediate_size',
    'num_experts_per_tok',
    'patch_size',
    'spatial_merge_size',
    'temporal_patch_size',
];
const share = /(?:^|_)(?:dropout|pdrop)(?:_prob|_rate|_p)?$/;
const scales = ['rms_norm_eps', 'layer_norm_eps', 'layernorm_epsilon', 'rope_theta', 'initializer_range'];
function value_rules_sections({ top, text, vision }) {
    return [...new Set([top, text])].concat(vision ?? []);
}
const published = [
    { name: 'Mixtral-8x7B', shape: [4096, 14_336, 32, 32, 8], kvHeads: 8 },
    { name: 'Mixtral-8x22B', shape: [6144, 16_384, 56, 48, 8], kvHeads: 8 },
    { name: 'Llama-3-8B', shape: [4096, 14_336, 32, 32, undefined], kvHeads: 8 },
    { name: 'Llama-2-70B and Llama-3-70B', shape: [8192, 28_672, 80, 64, undefined], kvHeads: 8 },
    { name: 'Qwen2.5-7B', shape: [3584, 18_944, 28, 28, undefined], kvHeads: 4 },
    { name: 'Qwen3-8B', shape: [4096, 12_288, 36, 32, undefined], kvHeads: 8 },
    { name: 'Qwen3-32B', shape: [5120, 25_600, 64, 64, undefined], kvHeads: 8 },
    { name: 'Qwen3-30B-A3B', shape: [2048, 6144, 48, 32, 128], kvHeads: 4 },
    { name: 'Qwen3-235B-A22B', shape: [4096, 12_288, 94, 64, 128], kvHeads: 4 },
];
const valueRules = [
    {
        id: 'config/not-positive',
        severity: 'error',
        summary: 'Widths, counts and lengths are integers of 1 or more.',
        source: 'every implementation allocates tensors of these sizes',
        example: 'num_hidden_layers: 0',
        fix: 'use an integer of 1 or more',
        *check(model) {
            for (const section of value_rules_sections(model)) {
                for (const name of counts) {
                    const node = section.get(name);
                    if (node === undefined || node.type === 'NoneType' || !isScalar(node))
                        continue;
                    if (node.type === 'int' && node.value > 0n)
                        continue;
                    if (isDeferred(node))
                        continue;
                    yield {
                        at: section.at(name),
                        message: `${name} must be an integer of 1 or more, not ${scalarText(node)} (${node.type})`,
                    };
                }
            }
        },
    },
    {
        id: 'config/share-range',
        severity: 'error',
        summary: 'A dropout is a share: 0 to 1.',
        source: 'torch.nn.Dropout',
        example: 'attention_dropout: 10',
        fix: 'write 0.1 for 10 %',
        *check(model) {
            for (const section of value_rules_sections(model)) {
                for (const { name } of section.node.entries.values()) {
                    const value = share.test(name) ? section.number(name) : undefined;
                    if (value === undefined || (value >= 0 && value <= 1))
                        continue;
                    yield { at: section.at(name), message: `${name} ${value} is not between 0 and 1` };
                }
            }
        },
    },
    {
        id: 'config/scale-sign',
        severity: 'error',
        summary: 'An epsilon, a base of rotation or an initial spread is above 0, and an epsilon below 0.1.',
        source: 'RMSNorm and RoPE divide by them',
        example: 'rms_norm_eps: 1.0e+6',
        fix: 'check the exponent: 1.0e-6',
        *check(model) {
            for (const section of value_rules_sections(model)) {
                for (const name of scales) {
                    const value = section.number(name);
                    if (value === undefined)
                        continue;
                    const wide = name.includes('eps') && value >= 0.1;
                    if (value < 0 || (value === 0 && name !== 'initializer_range') || wide || Number.isNaN(value)) {
                        yield { at: section.at(name), message: `${name} cannot be ${value}` };
                    }
                }
            }
        },
    },
    {
        id: 'config/unlikely-sizes',
        severity: 'warning',
        summary: 'Two sizes stand as no published model has them: more layers than a layer is wide, a head wider than the layer, or a dense feed-forward narrower than it. They may be swapped.',
        source: 'published config.json files',
        example: 'hidden_size: 14336\nintermediate_size: 4096',
        fix: 'swap them back, or switch the rule off for a model of your own',
        *check({ text }) {
            const hidden = text.int('hidden_size');
            if (hidden === undefined || text.get('hidden_size') === undefined)
                return;
            const isNarrow = (value) => !text.has('num_experts') && hidden >= 512 && value < hidden;
            const unlikely = [
                { name: 'num_hidden_layers', than: 'above', is: (value) => value > hidden },
                { name: 'head_dim', than: 'above', is: (value) => value > hidden && value >= 512 },
                { name: 'intermediate_size', than: 'below', is: isNarrow },
            ];
            for (const { name, than, is } of unlikely) {
                const value = text.get(name) === undefined ? undefined : text.int(name);
                if (value === undefined || value < 1 || !is(value))
                    continue;
                yield { at: text.at(name), message: `${name} ${value} is ${than} hidden_size ${hidden}` };
            }
        },
    },
    {
        id: 'config/differs-from-published',
        severity: 'warning',
        summary: 'Widths, layers, heads and experts are those of a published model, but the key-value heads are not: its checkpoints will not load.',
        source: 'published config.json files',
        example: 'hidden_size: 4096\nnum_local_experts: 8\nnum_key_value_heads: 32   # Mixtral-8x7B has 8',
        fix: 'use the published number, or switch the rule off for a model of your own',
        *check({ text }) {
            const shape = [
                'hidden_size',
                'intermediate_size',
                'num_hidden_layers',
                'num_attention_heads',
                'num_experts',
            ].map((name) => text.int(name));
            const kvHeads = text.int('num_key_value_heads');
            const same = published.filter((model) => model.shape.every((value, index) => value === shape[index]));
            const [first] = same;
            if (first === undefined || kvHeads === undefined || same.some((model) => model.kvHeads === kvHeads))
                return;
            const message = `num_key_value_heads is ${kvHeads}; ${first.name}, with which all else agrees, has ${first.kvHeads}`;
            yield { at: text.at('num_key_value_heads'), message };
        },
    },
];

;// CONCATENATED MODULE: ./build/src/config/rules/vision.js

function handOver({ modelType = '' }) {
    if (modelType === 'qwen2_vl')
        return 'hidden_size';
    return /^(?:qwen3_vl|qwen2_5_vl|qwen3_5)/.test(modelType) ? 'out_hidden_size' : undefined;
}
const visionRules = [
    {
        id: 'config/vision-output-width',
        severity: 'error',
        summary: "The vision tower's output is as wide as the language model: their tokens stand in one sequence.",
        needs: ['vision_config'],
        source: 'shapes of merger weights in Qwen-VL checkpoints',
        example: 'text_config: { hidden_size: 2048 }\nvision_config: { out_hidden_size: 4096 }',
        fix: "set the tower's output width to the language model's hidden_size",
        *check(model) {
            const name = handOver(model);
            const { text, vision } = model;
            const [hidden, out] = [text.int('hidden_size'), name === undefined ? undefined : vision?.int(name)];
            if (name === undefined ||
                vision === undefined ||
                hidden === undefined ||
                out === undefined ||
                out === hidden)
                return;
            const message = `vision_config.${name} ${out} is not the language model's hidden_size ${hidden}`;
            yield { at: vision.at(name), message };
        },
    },
    {
        id: 'config/deepstack-indexes',
        severity: 'error',
        summary: 'deepstack_visual_indexes rise strictly, name layers of the tower, and are no more than the language model has layers.',
        needs: ['vision_config'],
        source: 'Megatron-Bridge modelling_qwen3_vl/model.py',
        example: 'vision_config: { depth: 27, deepstack_visual_indexes: [8, 16, 27] }',
        fix: 'layers of the tower count from 0 to depth - 1',
        *check({ text, vision }) {
            const name = 'deepstack_visual_indexes';
            const indexes = vision?.ints(name);
            if (vision === undefined || indexes === undefined)
                return;
            const depth = vision.int('num_hidden_layers');
            if (depth !== undefined) {
                for (const { value, at } of outside(vision, name, depth)) {
                    yield { at, message: `${name} names layer ${value}, but the tower has ${depth}, from 0` };
                }
            }
            const falling = indexes.findIndex((value, index) => index > 0 && value <= (indexes[index - 1] ?? value));
            if (falling > 0)
                yield { at: vision.at(name, falling), message: `${name} does not rise at entry ${falling}` };
            const layers = text.int('num_hidden_layers');
            if (layers === undefined || indexes.length <= layers)
                return;
            yield { at: vision.at(name), message: `${name} has ${indexes.length} entries for ${layers} layers` };
        },
    },
    {
        id: 'config/position-grid',
        severity: 'error',
        summary: 'num_position_embeddings is a square: the positions form a grid.',
        needs: ['vision_config'],
        source: 'pos_embed of Qwen3-VL',
        example: 'vision_config: { num_position_embeddings: 2300 }',
        fix: 'use the square of the grid, such as 2304 = 48²',
        *check({ vision }) {
            const positions = vision?.int('num_position_embeddings');
            if (vision === undefined || positions === undefined || Number.isInteger(Math.sqrt(positions)))
                return;
            yield {
                at: vision.at('num_position_embeddings'),
                message: `num_position_embeddings ${positions} is no square`,
            };
        },
    },
    {
        id: 'config/vision-heads-divide',
        severity: 'error',
        summary: "The tower's width is a multiple of its heads.",
        needs: ['vision_config'],
        source: 'SiglipAttention.__init__',
        example: 'vision_config: { hidden_size: 1152, num_heads: 14 }',
        fix: 'change the heads or the width of the tower',
        *check({ vision, modelType }) {
            if (vision === undefined)
                return;
            const name = modelType === 'qwen2_vl' ? 'embed_dim' : 'hidden_size';
            const heads = vision.int('num_attention_heads') ?? vision.int('attention_heads');
            const width = vision.int(name);
            if (width === undefined ||
                heads === undefined ||
                vision.has('head_dim') ||
                (heads > 0 && width % heads === 0))
                return;
            yield {
                at: vision.at('num_attention_heads'),
                message: `the tower's ${name} ${width} is no multiple of its ${heads} heads`,
            };
        },
    },
    {
        id: 'config/patches-divide-image',
        severity: 'warning',
        summary: 'image_size is a multiple of patch_size, or pixels at the edge are dropped in silence.',
        needs: ['vision_config'],
        source: 'SiglipVisionEmbeddings divides with //',
        example: 'vision_config: { image_size: 900, patch_size: 14 }',
        fix: 'use a multiple of patch_size',
        *check({ vision }) {
            const [image, patch] = [vision?.int('image_size'), vision?.int('patch_size')];
            if (vision === undefined ||
                image === undefined ||
                patch === undefined ||
                patch < 1 ||
                image % patch === 0)
                return;
            const message = `image_size ${image} is no multiple of patch_size ${patch}: ${image % patch} pixels are dropped`;
            yield { at: vision.at('image_size'), message };
        },
    },
];

;// CONCATENATED MODULE: ./build/src/config/rules/table.js








const modelRules = [
    ...attentionRules,
    ...ropeRules,
    ...expertRules,
    ...layerRules,
    ...visionRules,
    ...consistencyRules,
    ...valueRules,
];
const crossFieldRules = [...modelRules, ...trainingRules];

;// CONCATENATED MODULE: ./build/src/config/rules.js



const allConfigRules = [
    ...Object.values(rules_textRules),
    ...Object.values(configRules),
    ...crossFieldRules.map(({ id, severity, summary, source, example, fix }) => ({
        id,
        severity,
        summary: `${summary} (Source: ${source}.)`,
        example,
        fix,
    })),
];

;// CONCATENATED MODULE: ./build/src/dependencies/rules.js

const stateIt = 'If it is meant, state the exact move in a commit message (`Dependency-Change: torch 2.9.1 -> 2.10.0`) or as a line of `.github/dependency-moves.txt`; if not, put the old version back with the command that the finding names.';
const depsRules = defineRules('deps', {
    unexplained: {
        severity: 'error',
        summary: 'A watched package moved although its own requirement did not change and the old version still satisfies it. Three of four such moves in real repositories are accidents of locking again.',
        example: 'pyproject.toml   "torch>=2.6"   (unchanged)\nuv.lock          torch 2.9.1 -> 2.10.0',
        fix: stateIt,
    },
    'over-move': {
        severity: 'error',
        summary: 'The requirement changed, but what was locked before still satisfies it, and the new one is not named: the lock moved further than the change asked for.',
        example: 'pyproject.toml   "torch>=2.6" -> "torch>=2.8"\nuv.lock          torch 2.9.1 -> 2.10.0',
        fix: `Name the version that you want in the requirement, or lock again with the old one. ${stateIt}`,
    },
    downgraded: {
        severity: 'error',
        summary: 'A watched package went to an older version that no requirement asks for.',
        example: 'uv.lock          torch 2.11.0 -> 2.10.0   (requirement unchanged)',
        fix: stateIt,
    },
    'identity-change': {
        severity: 'error',
        summary: 'The version number is the same, but the build, the index, the commit or the content of the files is another: `+cpu` for `+cu128`, a fork for the original.',
        example: 'uv.lock          torch 2.9.0+cu128 -> 2.9.0+cpu',
        fix: `State the index or source in the manifest. ${stateIt}`,
    },
    'fork-added': {
        severity: 'error',
        summary: 'The lock holds more variants of a watched package than before: some platform or extra gets another one.',
        example: 'uv.lock          torch 2.9.0 -> 2.9.0 | 2.9.0+cu128',
        fix: stateIt,
    },
    'fork-collapsed': {
        severity: 'error',
        summary: 'The lock holds fewer variants of a watched package than before.',
        example: 'uv.lock          torch 2.7.1 | 2.7.1+cu128 -> 2.7.1',
        fix: stateIt,
    },
    removed: {
        severity: 'error',
        summary: 'A watched package left the lock although no requirement for it was removed.',
        example: 'uv.lock          flash-attn 2.8.3 -> none',
        fix: `Name it in the manifest if the model needs it. ${stateIt}`,
    },
    forced: {
        severity: 'warning',
        summary: 'Another package that moved shuts the old version out. A warning where that package was asked for, else an error: nothing asked for either.',
        example: 'poetry.lock      transformers 4.55.0 -> 4.56.0   (asked for)\n                 tokenizers 0.21.4 -> 0.22.0',
        fix: 'Nothing, if you want the package that it follows. Read what changed in both.',
    },
    added: {
        severity: 'warning',
        summary: 'A watched package is new in the lock and no requirement names it. Libraries use what they find installed.',
        example: 'uv.lock          none -> xformers 0.0.32',
        fix: 'Name it in the manifest if the model is meant to run with it.',
    },
    held: {
        severity: 'error',
        summary: 'The move was asked for, but the policy lets this package move only with an exemption.',
        example: 'packages: { torch: { requested: fail } }',
        fix: 'Ask for an exemption, or change the policy first, in a change of its own.',
    },
    'broken-pair': {
        severity: 'error',
        summary: 'Packages that only work together do not fit, even if the move was asked for.',
        example: 'torch 2.10.0 with torchvision 0.24.1 (needs 0.25.0)',
        fix: 'Move both together, or set the pair in the policy (`pairs`, `ignore-pairs`).',
    },
    'cuda-major': {
        severity: 'warning',
        summary: 'The lock brings another major version of CUDA than before.',
        example: 'torch 2.10.0 (cu12) -> 2.11.0 (cu13)',
        fix: 'Check drivers, base images and compiled extensions.',
    },
    'requires-python': {
        severity: 'notice',
        summary: 'The required Python changed, and watched packages moved with it: locking for other Python versions chooses everything anew.',
        example: 'requires-python = ">=3.10" -> ">=3.11"',
        fix: 'Change the required Python in a change of its own, with the old versions kept.',
    },
    'base-image': {
        severity: 'warning',
        summary: 'The base image of a Dockerfile moved: it brings its own Python packages, CUDA and cuDNN, which no lock shows.',
        example: 'FROM registry.example/nvidia/pytorch:26.03-py3 -> 26.04-py3',
        fix: 'Read the release notes of the image for the versions of torch and CUDA.',
    },
    unpinned: {
        severity: 'warning',
        summary: 'A Dockerfile installs a watched package without a version: every build may get another one.',
        example: 'RUN pip install flash-attn',
        fix: 'Pin it (`flash-attn==2.8.3`) or install from the lock.',
    },
    'locks-disagree': {
        severity: 'warning',
        summary: 'Two locks of the same folder hold different versions of a watched package, and one of them moved or is new. A pin without a local tag goes with every build of its release.',
        example: 'uv.lock torch 2.10.0, requirements.txt torch 2.9.1',
        fix: 'Export or lock the other file again.',
    },
    'lock-removed': {
        severity: 'error',
        summary: 'A lock with watched packages was deleted and no other took its place.',
        example: 'deleted uv.lock',
        fix: 'Restore the lock, or add its replacement in the same folder.',
    },
    'unreadable-file': {
        severity: 'error',
        summary: 'A lock or manifest cannot be read: cut in half, merge-conflict markers, no text, a link out of the repository, or too large.',
        example: '<<<<<<< HEAD in uv.lock',
        fix: 'Take the version of the base and lock again.',
    },
    'unsupported-format': {
        severity: 'error',
        summary: 'The version of the lock format is not known: nothing in it can be judged.',
        example: 'version = 2 in uv.lock',
        fix: 'Write it with a known version of the tool, or update the action.',
    },
    'newer-revision': {
        severity: 'warning',
        summary: 'A uv.lock of a revision that is newer than this gate: it is judged, since uv keeps revisions readable for older readers (a new version is not).',
        example: 'version = 1, revision = 6 in uv.lock',
        fix: 'Update the action.',
    },
    'unreadable-line': {
        severity: 'error',
        summary: 'A line of a manifest is no requirement. A warning where it stood there before.',
        example: 'torch===>2',
        fix: 'Write it as PEP 508 says: `torch>=2.6`.',
    },
    'include-escapes': {
        severity: 'error',
        summary: 'A requirements file includes a file outside the repository, or an address, which is never read.',
        example: '-r ../../shared/requirements.txt',
        fix: 'Keep the included file in the repository.',
    },
    'include-cycle': {
        severity: 'error',
        summary: 'A requirements file includes itself, at once or through others.',
        example: '-r requirements.txt in requirements.txt',
        fix: 'Remove one of the includes.',
    },
    'environment-conflict': {
        severity: 'error',
        summary: '`pip check` finds that installed packages do not fit each other.',
        example: 'transformers 4.57.1 requires tokenizers>=0.22, but you have tokenizers 0.21.0.',
        fix: 'Install from the lock in a fresh environment.',
    },
    'environment-drift': {
        severity: 'error',
        summary: 'A watched package is installed in another version than the lock holds, or than in the snapshot of the base.',
        example: 'installed torch 2.9.1, uv.lock holds 2.10.0',
        fix: 'Install from the lock (`uv sync --frozen`, `pip install -r requirements.txt`).',
    },
    'unknown-class': {
        severity: 'error',
        summary: 'The policy gives a consequence to a class of moves that does not exist.',
        example: 'classes: { unexplaned: warn }',
        fix: 'Use a class of docs/dependencies.md.',
    },
});

;// CONCATENATED MODULE: ./build/src/lineage/rules.js

const lineageRules = defineRules('lineage', {
    'invalid-record': {
        severity: 'error',
        summary: 'A record cannot be written: a field is missing, unknown, of the wrong type or too long. Nothing was written.',
        example: '{ "inputs": [{ "kind": "commit", "id": "1a2b3c4" }], "outputs": [{ "kind": "image", "id": "qwen3-vl:pr-89" }] }',
        fix: 'Correct what is named; schema/lineage.schema.json tells every field. A commit is named by its full SHA.',
    },
    'id-taken': {
        severity: 'error',
        summary: 'Another record has this id and says something else. A record is never overwritten.',
        example: 'job-7781 is in the inbox with commit 1a2b3c4d, and is recorded again with 5e6f7a8b.',
        fix: 'Leave `id` out, so that it is made from the content; to mend a wrong record, write a new one with `corrects: <id>`.',
    },
    'conflicting-record': {
        severity: 'warning',
        summary: 'Two records with one id say different things. The first to be compacted counts; the other is kept under conflicts/.',
        example: 'conflicts/job-7781@0f3a….json',
        fix: 'Read both. Write a new record with `corrects: <id>` that says what is true.',
    },
    'corrupt-record': {
        severity: 'warning',
        summary: 'A record of the ledger cannot be read. The others are not affected; links that only it holds are missing.',
        example: 'refs/lineage/inbox/job-7781: it is not JSON in UTF-8',
        fix: 'Write the record anew under another id; the broken one stays as it is, or is removed by hand.',
    },
    'branch-rewritten': {
        severity: 'warning',
        summary: 'The branch model-lineage is not where the last compaction left it: somebody has pushed to it or rewritten it. Records are read from the last compaction, which git still keeps.',
        example: 'refs/heads/model-lineage is at 1a2b3c4d, refs/lineage/head at 5e6f7a8b.',
        fix: 'Put it back: git push --force origin refs/lineage/head:refs/heads/model-lineage (after fetching refs/lineage/head), and protect the branch.',
    },
    'no-results': {
        severity: 'error',
        summary: 'Evaluation results were to be recorded, and no file matches, or a record names rows that are neither beside it nor in the ledger. Nothing was written.',
        example: 'No evaluation results match evals/*.jsonl, so none were recorded.',
        fix: 'Run the evaluation in a step before, correct `results`, or keep the rows of a replayed record beside its file.',
    },
    'corrupt-results': {
        severity: 'warning',
        summary: 'Rows of an evaluation do not have the SHA-256 that their name and their record state. Nobody compares with them; where one writes the same name, nothing is written (an error).',
        example: 'refs/lineage/inbox/results@9f86d0… was left in the inbox: its content has the SHA-256 5e6f7a…',
        fix: 'Delete that ref, and record the results of the evaluation anew.',
    },
    'unknown-id': {
        severity: 'error',
        summary: 'Nothing in the ledger has this id, digest or SHA. The ledger was read: this is not a failed look-up.',
        example: 'model-gates trace svc-qwen-v32',
        fix: 'Check the spelling; record the artifact where it is made (record-lineage).',
    },
    'missing-link': {
        severity: 'warning',
        summary: 'The chain ends before a commit: no record says what an artifact was made of.',
        example: 'no record says which job made weights qwen3-vl-30b-sft-7781',
        fix: 'Add record-lineage to the step that makes it. What was made elsewhere is named with `"external": true`.',
    },
    'ambiguous-link': {
        severity: 'warning',
        summary: 'The records allow several answers: an id that moved was named without its digest, or two records name different origins.',
        example: 'image qwen3-vl:pr-89 had two digests; the newer one before the job started was followed.',
        fix: 'Record digests with every id that moves, and give each job its own id.',
    },
    'clock-skew': {
        severity: 'notice',
        summary: 'A record says that something was used before it was made, or was written in the future: a clock is wrong.',
        example: 'job-7781 at 10:04 uses image qwen3-vl:pr-89, recorded at 10:09.',
        fix: 'Set the clock of the machine. The chain does not depend on it, except where an id without digest is ambiguous, and where the name of a service stands for its last version: `replaces` settles that.',
    },
    'details-unread': {
        severity: 'warning',
        summary: 'The chain was found, but the commit, its pull request or the history of a line could not be read.',
        example: '5e6f7a8b is not here, and the repository has no remote named "origin"',
        fix: 'Run it in a clone of the repository, or pass a token with `contents: read` and `pull-requests: read`.',
    },
    'not-whole': {
        severity: 'warning',
        summary: 'More records mention an artifact, or more artifacts are in the chain, than one question looks at. What is told is true, and not all.',
        example: 'weights qwen3-vl-base is in 5200 records, of which 2000 were read',
        fix: 'Ask from the other end of the chain, for a nearer artifact, or for a digest.',
    },
    'look-alike-id': {
        severity: 'notice',
        summary: 'An id mixes Latin letters with Cyrillic or Greek ones, or holds forms such as full-width letters. It was written; who types what they see will not find it.',
        example: 'ѕvc-qwen is written with characters that look like others: ѕ (U+0455)',
        fix: 'Use one script in a name.',
    },
    'commit-mismatch': {
        severity: 'warning',
        summary: 'A job ran one commit in an image that was built from another: the code that ran is not certain.',
        example: 'job-7781 names commit 1a2b3c4d, its image was built from 5e6f7a8b.',
        fix: 'Build the image from the commit that is trained, or mount the code and record both.',
    },
    'not-reproducible': {
        severity: 'warning',
        summary: 'A training job cannot be repeated exactly: its records lack the commit, image digest, command, seed, or digests of configs, locks or weights.',
        example: 'model-gates trace job-7781 --reproduce',
        fix: 'Give them to record-lineage where the job starts: `from`, `command`, `seed`, `configs`, `locks`.',
    },
    'not-registered': {
        severity: 'error',
        summary: 'The weights of the chain were not registered with MLflow: it could not be reached, it refused, or the chain has no weights.',
        example: 'MLflow at https://mlflow.example/ did not take model-versions/create: it answered 403',
        fix: 'Check the address and the credentials in MLFLOW_TRACKING_TOKEN, and run it again: what was registered already is found, not doubled.',
    },
});

;// CONCATENATED MODULE: ./build/src/policy/rules.js

const policyRules = defineRules('policy', {
    changed: {
        severity: 'notice',
        summary: 'The pull request changes the policy of the gates. It is judged by the policy of its base, so it cannot loosen its own gate.',
        example: 'A pull request that raises `regression.tolerance` from 0.5 to 5.',
        fix: 'Nothing, if the change is meant. It applies to pull requests after the merge.',
    },
    'workflow-changed': {
        severity: 'notice',
        summary: 'The pull request changes a workflow, and GitHub runs the workflow of the pull request itself.',
        example: 'A pull request that removes the model-gates step from .github/workflows/pull-request.yml.',
        fix: 'Have an owner review it; require the workflow by a ruleset so that the base branch decides what runs.',
    },
    'unknown-key': {
        severity: 'error',
        summary: 'The policy has a key that no gate knows, so a setting that somebody relies on would not hold.',
        example: 'regression:\n  tolerence: 0.3',
        fix: 'Write the key that the finding suggests, or one of docs/policy.md.',
    },
    'missing-key': {
        severity: 'error',
        summary: 'A part of the policy lacks a key that it must have, such as the reason for switching a rule off.',
        example: 'config:\n  rules:\n    config/token-id-range: { severity: off }',
        fix: 'Add the key that is named.',
    },
    'wrong-type': {
        severity: 'error',
        summary: 'A setting has a value of another type than it takes.',
        example: 'regression:\n  tolerance: half a point',
        fix: 'Give a value of the type that is named.',
    },
    'not-allowed': {
        severity: 'error',
        summary: 'A setting takes one of a few words, and this is none of them.',
        example: 'config:\n  dialect: yaml',
        fix: 'Use one of the words that the finding lists.',
    },
    'out-of-range': {
        severity: 'error',
        summary: 'A number, or the length of a text or list, lies outside of what the setting takes.',
        example: 'regression:\n  alpha: 0.9',
        fix: 'Give a value within the range that is named.',
    },
    'bad-value': {
        severity: 'error',
        summary: 'A value does not have the form that its setting needs.',
        example: 'config:\n  expressions:\n    - { id: Not An Id, check: hidden_size > 0 }',
        fix: 'Write it in the form that the finding shows; docs/policy.md has every setting.',
    },
});
const trunkRules = defineRules('trunk', {
    'exemption-refused': {
        severity: 'warning',
        summary: 'A label that may lift a gate is on the pull request, but it does not hold: not by someone entitled, not on this commit, or without the reason it needs.',
        example: 'The label "skip-full-eval" lifts nothing: the label is older than the last push (2026-11-20T09:00:00Z).',
        fix: 'Let someone whom the policy of the base branch entitles put the label on again, with the reason in a comment.',
    },
    'authority-unread': {
        severity: 'warning',
        summary: 'Labels, reviews or permissions could not be read, so no exemption and no approval holds.',
        example: 'Exemptions and approvals could not be read, so none holds: GitHub answered 403.',
        fix: 'Give the job the permission that the finding names, and run it again.',
    },
    'hotfix-needs-approval': {
        severity: 'error',
        summary: 'A hotfix may merge before its evaluation, but only with the approval of a release manager on its head commit.',
        example: 'A push to hotfix/image-bias after its approval.',
        fix: 'Ask a release manager who is not the author to approve the head commit.',
    },
    'hotfix-check-not-green': {
        severity: 'error',
        summary: 'A check that the policy requires of a hotfix is not green on the head commit.',
        example: 'The check "unit-tests" is pending.',
        fix: 'Wait for the check, or mend what it found, then run the gates again.',
    },
    'hotfix-without-managers': {
        severity: 'notice',
        summary: 'The branch is a hotfix, but the policy names nobody who could approve one, so every gate runs.',
        example: 'hotfix/image-bias, with a policy that has no hotfix.release-managers.',
        fix: 'Name release managers in the policy of the base branch.',
    },
    'evaluation-too-long': {
        severity: 'warning',
        summary: 'The evaluation is expected to take longer than the ten minutes within which a pull request should get its answer.',
        example: 'evaluation-minutes: 42 on one runner.',
        fix: 'Spread it over more runners with `shards`, or let the gate ask for more samples only while undecided (regression.looks).',
    },
    'evaluation-overdue': {
        severity: 'warning',
        summary: 'A hotfix was merged before its evaluation, and by its deadline the ledger holds none. Until it does, the next hotfix is evaluated on fewer samples instead of not at all. In the nightly follow-up this is an error.',
        example: 'The evaluation of hotfix #301 was due 2026-11-20T10:00:00.000Z, and the ledger holds none.',
        fix: 'Evaluate the merged commit in full and record its verdict with record-lineage.',
    },
    'hotfix-not-merged': {
        severity: 'warning',
        summary: 'The ledger tells of a hotfix whose commit neither trunk nor its release branch holds. The night evaluates only what was merged: whoever can push a branch can write a record.',
        example: 'The ledger tells of hotfix #301 merged into main as 4f1c2d3e, and main does not hold it.',
        fix: 'See with `model-gates trace` who wrote the record. Where the branch was deleted or forced to another history, nothing is left to evaluate.',
    },
    'ledger-unread': {
        severity: 'warning',
        summary: 'What earlier hotfixes still owe could not be read, so this one is evaluated on fewer samples instead of not at all.',
        example: 'The ledger could not be read: the remote did not answer.',
        fix: 'Give the job `contents: read`, and run it again.',
    },
    'hotfix-slow': {
        severity: 'warning',
        summary: 'From the first push of a hotfix to the trigger of its deploy it took longer than the goal of 30 minutes.',
        example: 'From the first push to the trigger of the deploy it took 47.5 minutes; the goal is 30.',
        fix: 'See in the pull request where the time went; name more release managers, or fewer required checks.',
    },
    'hotfix-unapproved': {
        severity: 'warning',
        summary: 'A hotfix was merged although no release manager approved its head commit.',
        example: 'The merge gate is not required on release/v2.3, and somebody merged before the approval.',
        fix: 'Require the merge gate by a ruleset on trunk and the release branches.',
    },
    'hotfix-follow-up-failed': {
        severity: 'error',
        summary: 'The deploy was triggered, but the audit comment or the issue for the skipped evaluation could not be written.',
        example: 'The job has no "issues: write".',
        fix: 'Give the job the permission that the finding names, and run it again.',
    },
});

;// CONCATENATED MODULE: ./build/src/regression/rules.js

const regressionRules = defineRules('regression', {
    drop: {
        severity: 'error',
        summary: 'A metric fell beyond what is tolerated, and the paired test shows that this is no chance.',
        example: 'F1 fell 1.8 points, 95 % interval −2.9 to −0.7, on 500 paired samples; 0.5 is tolerated.',
        fix: 'Look at the samples that flipped; mend the change, or have a release manager exempt it.',
    },
    'slice-drop': {
        severity: 'error',
        summary: 'A metric fell in one slice (task, language, length) beyond chance, counted over all slices by Holm, though perhaps not overall.',
        example: 'F1 of language=eu fell 6.1 points, 95 % interval −9.0 to −3.2, on 210 paired samples; 0.5 is tolerated.',
        fix: 'Look at the samples of this slice that flipped.',
    },
    undecided: {
        severity: 'warning',
        summary: 'The samples neither show a drop nor exclude one as large as the margin. An error when the observed drop is beyond the tolerance (see on-inconclusive).',
        example: 'F1 fell 1.0 points, 95 % interval −3.0 to 1.0, on 500 paired samples: neither a drop nor its absence is shown.',
        fix: 'Evaluate more samples on both sides, as many as the finding says, or let a person judge the change.',
    },
    erosion: {
        severity: 'error',
        summary: 'Against the pinned anchor, such as the last release, many small drops have added up (tested at α = 0.01 on every change).',
        example: 'Against the anchor v2.3.0, F1 fell 2.9 points, 95 % interval −4.4 to −1.5, on 500 paired samples; 0.5 is tolerated.',
        fix: 'Find the merges that lost the most, or release and move the anchor if the loss is accepted.',
    },
    'no-anchor': {
        severity: 'warning',
        summary: 'An anchor is configured and cannot be read, so slow erosion is not watched.',
        example: 'anchor: v2.3.0:results/test.jsonl, and that tag has no such file',
        fix: 'Correct regression.anchor in the policy, or commit the results of the release.',
    },
    underpowered: {
        severity: 'notice',
        summary: 'The margin is smaller than the drop that this many samples can find with a power of 80 %. A warning while a metric is undecided.',
        example: 'The margin for F1 is 1 point, but on 500 samples only drops of 2.5 points or more are found reliably (power 80 %).',
        fix: 'Evaluate more samples, or widen the margin.',
    },
    'unjudged-scores': {
        severity: 'warning',
        summary: 'No metric is named, and the results carry more scores than are judged then. Those that are left out are listed.',
        example: 'one evaluation of a dozen tasks, with two scores for each',
        fix: 'Name the metrics that count in regression.metrics.',
    },
    'same-results': {
        severity: 'notice',
        summary: "Every result is exactly the baseline's. Right for a change that does not touch the model; else a sign that old results were compared.",
        example: 'a pull request that changes a config and leaves the committed results as they were',
        fix: 'Evaluate the change itself before the gate runs.',
    },
    'no-baseline': {
        severity: 'warning',
        summary: 'There is nothing to compare with. The verdict is inconclusive, never a pass; where the ledger could not be read it also stops the merge (an error).',
        example: 'candidate: [results/*.jsonl], and no such file at the merge base nor in the ledger',
        fix: 'Let the workflow of merges or of each night evaluate trunk and record its results, or commit them; set regression.baseline where they have another path. With regression.evaluate, regression.pool lists the samples to evaluate on both sides.',
    },
    'older-baseline': {
        severity: 'warning',
        summary: 'The commit itself was not evaluated: it is compared with the nearest merge before it whose results the ledger keeps, at most 30 back. What the merges in between changed counts too.',
        example: 'No evaluation of merge base 1a2b3c4d is recorded: compared with commit 5e6f7a8b, 2 merges before.',
        fix: 'Evaluate every merge (model-merge.yml with `evaluate`), or let the gate evaluate the merge base itself (regression.evaluate with regression.pool).',
    },
    'unread-ledger': {
        severity: 'warning',
        summary: 'The ledger may hold results of trunk and could not be read, or what it holds is not what its records name. It is not taken for empty.',
        example: 'The ledger may hold results and could not be read: the remote is out of reach.',
        fix: 'Run the job again. For results that are damaged: record them anew, and see who wrote to the ledger.',
    },
    'several-evaluations': {
        severity: 'notice',
        summary: 'The ledger keeps evaluations of the same commit on different numbers of samples. The newest counts: never one that the change chooses by what it evaluated.',
        example: 'evals/merge.jsonl with 500 samples after the merge, evals/nightly.jsonl with 5,000 at night',
        fix: 'Set regression.baseline to the path of the one that is meant, such as evals/merge.jsonl.',
    },
    'other-results': {
        severity: 'warning',
        summary: 'The ledger keeps results of trunk, but none under a path that the policy names.',
        example: 'The ledger keeps results of trunk under other names: evals/nightly.jsonl.',
        fix: 'Set regression.baseline in the policy to that path.',
    },
    'results-too-large': {
        severity: 'error',
        summary: 'Results were to be recorded in the ledger and are too large for it: 50,000 samples, 16 MiB.',
        example: 'The ledger does not take these results: they have 200000 samples, and at most 50000 are kept.',
        fix: 'Record a fixed part of the samples, or commit the results to the repository.',
    },
    'no-candidate': {
        severity: 'error',
        summary: 'The policy names result files, and the job has none. A warning where the baseline has none either.',
        example: 'candidate: [results/*.jsonl], and the evaluation did not run',
        fix: 'Run the evaluation in a step before this gate, or correct regression.candidate.',
    },
    'unreadable-results': {
        severity: 'error',
        summary: 'A result file, or a row of it, cannot be read. Rows are never left out silently.',
        example: '{"id": "s17", "target": "yes", "predic',
        fix: 'Let the evaluation finish, and write rows {id, target, prediction} or {id, score}.',
    },
    'duplicate-sample': {
        severity: 'error',
        summary: 'A sample id, a key or a total occurs twice, so that it is unclear which one counts.',
        example: '{"id": "s1", "score": 1}\n{"id": "s1", "score": 0}',
        fix: 'Give each sample one row; remove overlapping shards and old files.',
    },
    'unmatched-samples': {
        severity: 'error',
        summary: 'Samples are on one side only. Left-out samples could be the ones that got worse.',
        example: '12 samples are in the baseline but not in the candidate: s4, s18, s20, s31, s77 and 7 more.',
        fix: 'Evaluate both sides on the same samples.',
    },
    'changed-samples': {
        severity: 'error',
        summary: 'Samples have the same id but another content: their hash or their target changed.',
        example: 'baseline {"id": "s1", "target": "yes"}, candidate {"id": "s1", "target": "no"}',
        fix: 'Evaluate both sides on the same version of the sample set and of its prompts.',
    },
    'different-setup': {
        severity: 'error',
        summary: 'Both files state a version of the task, metric or number of shots, and these differ.',
        example: 'version of mmlu was 1 and is 2',
        fix: 'Evaluate both sides with the same set-up.',
    },
    'no-pairs': {
        severity: 'error',
        summary: 'No sample is on both sides.',
        example: 'baseline ids 0…499, candidate ids test_0…test_499',
        fix: 'Let both evaluations write the same sample ids.',
    },
    'not-a-number': {
        severity: 'error',
        summary: 'A score is missing, NaN or infinite, or a target or prediction is missing.',
        example: '{"id": "s1", "score": NaN}',
        fix: 'Find out why the evaluation gave no number; a failed sample counts as wrong, it is not left out.',
    },
    'all-equal': {
        severity: 'error',
        summary: 'Every sample of one side has the same score. That is a broken metric far more often than a perfect or useless model.',
        example: 'exact_match is 0 on all 500 samples',
        fix: 'Look whether the answers are parsed and scored at all, or use a harder evaluation.',
    },
    'metric-missing': {
        severity: 'error',
        summary: 'A metric is asked for that the results do not carry, or its name has an unknown option.',
        example: 'metrics: [bleu] with rows {id, target, prediction}',
        fix: 'Name a metric that both sides carry.',
    },
    'positive-label': {
        severity: 'error',
        summary: 'Binary F1, precision or recall needs to know which of the labels is positive.',
        example: 'metrics: [f1_binary] with the labels cat and dog',
        fix: 'Name it: f1_binary:positive=cat.',
    },
    'undefined-metric': {
        severity: 'error',
        summary: 'A metric has nothing to divide by, such as F1 without a positive label on either side.',
        example: 'metrics: [f1] where every target and prediction is no',
        fix: 'Choose another metric or evaluate samples that have the label.',
    },
    'totals-only': {
        severity: 'warning',
        summary: 'Only totals of whole evaluations are known; the test is the weaker unpaired one and nothing can be paired or listed.',
        example: '{"results": {"mmlu": {"acc,none": 0.61, "acc_stderr,none": 0.01}}}',
        fix: 'Keep the results of single samples (lm-eval: --log_samples).',
    },
    'too-many-slices': {
        severity: 'notice',
        summary: 'There are more than 200 slices; the largest 200 are judged.',
        example: 'slices: {"document": "d1"} with another value for each sample',
        fix: 'Slice by what has few values: task, language, length.',
    },
    'evaluation-failed': {
        severity: 'error',
        summary: 'The command of regression.evaluate could not be run, ended with an error, or wrote no results.',
        example: 'evaluate: python eval.py --ids {ids} --out {out}, and eval.py ends with exit code 1',
        fix: 'Run the command by hand with a file of sample ids, one a line.',
    },
    'time-budget': {
        severity: 'warning',
        summary: 'The samples evaluated so far do not decide, and the time budget allows no further round.',
        example: 'evaluate takes 40 minutes a round, time-budget: 60',
        fix: 'Raise the time budget, spread the evaluation over several runners, or let a person judge the change.',
    },
});

;// CONCATENATED MODULE: ./build/src/releases/rules.js

const versionRules = defineRules('version', {
    'tag-exists-elsewhere': {
        severity: 'error',
        summary: 'The tag to be claimed points at another commit, or the same version is there in another spelling (`2.3.1`, `v2.3.1`). A tag is never moved: whoever has fetched it would keep the old one.',
        example: 'v2.3.1 is at 1a2b3c4d, and 5e6f7a8b claims it.',
        fix: 'Claim another version, or let the next number be found (`next: v2.3`).',
    },
    'invalid-tag': {
        severity: 'error',
        summary: 'The tag to be claimed is not a version by Semantic Versioning, so nothing could order it.',
        example: 'claim: v2.3',
        fix: 'Give three numbers, and a pre-release behind a dash where it is one: v2.3.1, v2.4.0-rc.1.',
    },
    'invalid-next': {
        severity: 'error',
        summary: 'What the next version is to follow is neither a line of releases nor a kind of step.',
        example: 'next: 2',
        fix: 'Give a line (v2.3), or patch, minor, major, conventional or auto; a pre-release name is a word such as rc.',
    },
    'outside-line': {
        severity: 'warning',
        summary: 'The tag to be claimed does not belong to the line of releases that the branch keeps.',
        example: 'claim: v2.4.0 on release/v2.3',
        fix: 'Claim v2.3.x on release/v2.3, or make the branch release/v2.4.',
    },
    contended: {
        severity: 'error',
        summary: 'So many others claimed the next number at the same time that this commit came away without one.',
        example: 'v2.3.1 to v2.3.100 were all taken between reading and claiming.',
        fix: 'Run the job again: nothing was changed.',
    },
});
const pipelineRules = defineRules('pipeline', {
    'not-started': {
        severity: 'error',
        summary: 'The pipeline was not started: the platform refused the request or could not be reached.',
        example: 'https://ml.example/jobs: it answered 401 (bad signature).',
        fix: 'The finding says what the platform answered; check the address and the secret.',
    },
    unclear: {
        severity: 'error',
        summary: 'No answer came, or one that does not tell: the pipeline may run or not. It is not started again by itself.',
        example: 'https://ml.example/jobs: no answer within 30 s.',
        fix: 'Look for a job with the idempotency key before running this again; set `idempotent: true` where the platform keeps such keys.',
    },
    'no-job-id': {
        severity: 'warning',
        summary: 'The pipeline was started, but nothing in the answer names its job, so the lineage has a gap.',
        example: 'The answer {"status": "ok"} of a platform.',
        fix: 'Set `job-id-path` to where the answer names the job, such as `data.job.id`.',
    },
});

;// CONCATENATED MODULE: ./build/src/report/rules.js

const runtimeRules = defineRules('runtime', {
    'cannot-run': {
        severity: 'error',
        summary: 'The gate could not do its work because of something in the repository, the workflow or the environment. It fails closed.',
        example: 'No merge base of 1a2b3c4d and 5e6f7a8b: the histories are unrelated.',
        fix: 'The finding says what was expected and how to mend it; run the step again afterwards.',
    },
    bug: {
        severity: 'error',
        summary: 'model-gates itself failed. The gate fails closed, so that a fault of ours is never a green tick.',
        example: "Cannot read properties of undefined (reading 'line')",
        fix: 'Re-run the job with debug logging on and report the log. Nothing in your change needs mending.',
    },
});

;// CONCATENATED MODULE: ./build/src/bundles/rules.js









const allRules = [
    ...allConfigRules,
    ...[
        depsRules,
        regressionRules,
        versionRules,
        pipelineRules,
        policyRules,
        trunkRules,
        branchRules,
        lineageRules,
        boardRules,
        runtimeRules,
    ].flatMap((rules) => Object.values(rules)),
];

module.exports = __webpack_exports__;
/******/ })()
;