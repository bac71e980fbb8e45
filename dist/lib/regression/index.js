/******/ (() => { // webpackBootstrap
/******/ 	"use strict";
/******/ 	var __webpack_modules__ = ({

/***/ 82:
/***/ ((module) => {

module.exports = require("../config/index.js");

/***/ })

/******/ 	});
/************************************************************************/
/******/ 	// The module cache
/******/ 	var __webpack_module_cache__ = {};
/******/ 	
/******/ 	// The require function
/******/ 	function __nccwpck_require__(moduleId) {
/******/ 		// Check if module is in cache
/******/ 		var cachedModule = __webpack_module_cache__[moduleId];
/******/ 		if (cachedModule !== undefined) {
/******/ 			return cachedModule.exports;
/******/ 		}
/******/ 		// Create a new module (and put it into the cache)
/******/ 		var module = __webpack_module_cache__[moduleId] = {
/******/ 			// no module.id needed
/******/ 			// no module.loaded needed
/******/ 			exports: {}
/******/ 		};
/******/ 	
/******/ 		// Execute the module function
/******/ 		var threw = true;
/******/ 		try {
/******/ 			__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 			threw = false;
/******/ 		} finally {
/******/ 			if(threw) delete __webpack_module_cache__[moduleId];
/******/ 		}
/******/ 	
/******/ 		// Return the exports of the module
/******/ 		return module.exports;
/******/ 	}
/******/ 	
/************************************************************************/
/******/ 	/* webpack/runtime/asset-relocator-loader */
/******/ 	if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = __dirname + "/";
/******/ 	
/******/ 	/* webpack/runtime/compat get default export */
/******/ 	(() => {
/******/ 		// getDefaultExport function for compatibility with non-harmony modules
/******/ 		__nccwpck_require__.n = (module) => {
/******/ 			var getter = module && module.__esModule ?
/******/ 				() => (module['default']) :
/******/ 				() => (module);
/******/ 			__nccwpck_require__.d(getter, { a: getter });
/******/ 			return getter;
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/create fake namespace object */
/******/ 	(() => {
/******/ 		var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 		var leafPrototypes;
/******/ 		// create a fake namespace object
/******/ 		// mode & 1: value is a module id, require it
/******/ 		// mode & 2: merge all properties of value into the ns
/******/ 		// mode & 4: return value when already ns object
/******/ 		// mode & 16: return value when it's Promise-like
/******/ 		// mode & 8|1: behave like require
/******/ 		__nccwpck_require__.t = function(value, mode) {
/******/ 			if(mode & 1) value = this(value);
/******/ 			if(mode & 8) return value;
/******/ 			if(typeof value === 'object' && value) {
/******/ 				if((mode & 4) && value.__esModule) return value;
/******/ 				if((mode & 16) && typeof value.then === 'function') return value;
/******/ 			}
/******/ 			var ns = Object.create(null);
/******/ 			__nccwpck_require__.r(ns);
/******/ 			var def = {};
/******/ 			leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 			for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 				Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 			}
/******/ 			def['default'] = () => (value);
/******/ 			__nccwpck_require__.d(ns, def);
/******/ 			return ns;
/******/ 		};
/******/ 	})();
/******/ 	
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
  compareResults: () => (/* reexport */ compareResults),
  judgeRegression: () => (/* reexport */ judgeRegression),
  resultsToRecord: () => (/* reexport */ resultsToRecord),
  samplesOfRound: () => (/* reexport */ samplesOfRound)
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

;// CONCATENATED MODULE: ./build/src/kernel/compare.js
function compareText(a, b) {
    return a < b ? -1 : Number(a > b);
}

;// CONCATENATED MODULE: ./node_modules/pure-rand/lib/esm/generator/xoroshiro128plus.js
//#region src/generator/xoroshiro128plus.ts
const jumps = [
	3639956645,
	3750757012,
	1261568508,
	386426335
];
var XoroShiro128Plus = class XoroShiro128Plus {
	constructor(s01, s00, s11, s10) {
		this.s01 = s01;
		this.s00 = s00;
		this.s11 = s11;
		this.s10 = s10;
	}
	clone() {
		return new XoroShiro128Plus(this.s01, this.s00, this.s11, this.s10);
	}
	next() {
		const out = this.s00 + this.s10 | 0;
		const a0 = this.s10 ^ this.s00;
		const a1 = this.s11 ^ this.s01;
		const s00 = this.s00;
		const s01 = this.s01;
		this.s00 = s00 << 24 ^ s01 >>> 8 ^ a0 ^ a0 << 16;
		this.s01 = s01 << 24 ^ s00 >>> 8 ^ a1 ^ (a1 << 16 | a0 >>> 16);
		this.s10 = a1 << 5 ^ a0 >>> 27;
		this.s11 = a0 << 5 ^ a1 >>> 27;
		return out;
	}
	jump() {
		let ns01 = 0;
		let ns00 = 0;
		let ns11 = 0;
		let ns10 = 0;
		let s01 = this.s01;
		let s00 = this.s00;
		let s11 = this.s11;
		let s10 = this.s10;
		for (let i = 0; i !== 4; ++i) {
			const ji = jumps[i];
			for (let mask = 1; mask; mask <<= 1) {
				if (ji & mask) {
					ns01 ^= s01;
					ns00 ^= s00;
					ns11 ^= s11;
					ns10 ^= s10;
				}
				const a0 = s10 ^ s00;
				const a1 = s11 ^ s01;
				const s00_ = s00;
				const s01_ = s01;
				s00 = s00_ << 24 ^ s01_ >>> 8 ^ a0 ^ a0 << 16;
				s01 = s01_ << 24 ^ s00_ >>> 8 ^ a1 ^ (a1 << 16 | a0 >>> 16);
				s10 = a1 << 5 ^ a0 >>> 27;
				s11 = a0 << 5 ^ a1 >>> 27;
			}
		}
		this.s01 = ns01;
		this.s00 = ns00;
		this.s11 = ns11;
		this.s10 = ns10;
	}
	getState() {
		return [
			this.s01,
			this.s00,
			this.s11,
			this.s10
		];
	}
};
function xoroshiro128plusFromState(state) {
	if (!(state.length === 4)) throw new Error("The state must have been produced by a xoroshiro128plus RandomGenerator");
	return new XoroShiro128Plus(state[0], state[1], state[2], state[3]);
}
function xoroshiro128plus(seed) {
	return new XoroShiro128Plus(-1, ~seed, seed | 0, 0);
}
//#endregion


;// CONCATENATED MODULE: ./build/src/regression/statistics/random.js

function seededRandom(seed) {
    const generator = xoroshiro128plus(seed);
    const uniform = () => ((generator.next() >>> 0) + 0.5) / 4294967296;
    return { uniform, below: (limit) => Math.floor(uniform() * limit) };
}
function shuffled(items, random) {
    const order = Int32Array.from(items, (_, i) => i);
    for (let i = order.length - 1; i > 0; i--) {
        const j = random.below(i + 1);
        const kept = order[i] ?? 0;
        order[i] = order[j] ?? 0;
        order[j] = kept;
    }
    return Array.from(order).flatMap((at) => items.slice(at, at + 1));
}

;// CONCATENATED MODULE: ./build/src/regression/decision/rounds.js


const defaultLooks = [500, 1000, 1500, 2000];
function sampleOrder(ids, seed) {
    return shuffled([...ids].toSorted(compareText), seededRandom(seed));
}
function roundSizes(looks, pool) {
    const rising = [...new Set(looks)]
        .filter((size) => Number.isInteger(size) && size > 0)
        .toSorted((a, b) => a - b);
    const within = rising.filter((size) => size < pool);
    return within.length < rising.length && pool > 0 ? [...within, pool] : within;
}
function idsOfRound(pool, { looks, seed }, samples = 1) {
    const sizes = looks === undefined ? [pool.length] : roundSizes(looks, pool.length);
    const at = sizes.findIndex((size) => size >= samples);
    return at < 0 ? [] : sampleOrder(pool, seed).slice(sizes[at - 1] ?? 0, sizes[at]);
}
function roundOf(baseline, evaluated, settings, poolSize = baseline.samples.size) {
    const sizes = roundSizes(settings.looks ?? [], poolSize);
    const at = sizes.findIndex((size) => size >= evaluated);
    const size = sizes[at];
    if (size === undefined || evaluated === 0)
        return { baseline, settings };
    const order = sampleOrder(baseline.samples.keys(), settings.seed);
    return { baseline: only(baseline, order.slice(0, size)), settings: { ...settings, looks: sizes } };
}
function only(set, ids) {
    const chosen = new Set(ids);
    return { ...set, samples: new Map([...set.samples].filter(([id]) => chosen.has(id))) };
}

;// CONCATENATED MODULE: ./build/src/regression/pinned.js
function entryOf(entry) {
    if (isLatestRelease(entry))
        return { ref: entry, path: '' };
    const [, ref, path] = /^([^\s:*?[\]{}()!\\.~^/-][^\s:*?[\]{}()!\\~^]*):(.+)$/s.exec(entry) ?? [];
    return ref === undefined || path === undefined ? { path: entry } : { ref, path };
}
function isLatestRelease(ref) {
    return /^(?:.*\/)?latest-release$/.test(ref);
}
function isPinned(entries) {
    return entries.some((entry) => entryOf(entry).ref !== undefined);
}
function globsOf({ baseline, candidate }) {
    const paths = baseline.map((entry) => entryOf(entry).path).filter((path) => path !== '');
    return paths.length > 0 ? paths : candidate;
}

;// CONCATENATED MODULE: ./build/src/report/model.js

const verdicts = (/* unused pure expression or super */ null && (['pass', 'fail', 'inconclusive', 'exempt', 'skipped']));
const severities = ['error', 'warning', 'notice'];
const gravity = (/* unused pure expression or super */ null && (['fail', 'inconclusive', 'exempt', 'pass', 'skipped']));
function worstVerdict(all) {
    return gravity.find((verdict) => all.includes(verdict)) ?? 'skipped';
}
function verdictOf(findings) {
    return findings.some((finding) => finding.severity === 'error') ? 'fail' : 'pass';
}
function worstFirst(findings) {
    return findings.toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
        compareText(a.file ?? '', b.file ?? '') ||
        (a.line ?? 0) - (b.line ?? 0) ||
        (a.column ?? 0) - (b.column ?? 0));
}
function allFindings(report) {
    return [...report.findings, ...(report.reports ?? []).flatMap(allFindings)];
}
function blocks(report) {
    if (report.verdict === 'fail')
        return true;
    return (report.verdict === 'inconclusive' && allFindings(report).some(({ severity }) => severity === 'error'));
}
function exitCodeOf(verdict) {
    if (verdict === 'fail')
        return 1;
    return verdict === 'inconclusive' ? 3 : 0;
}

;// CONCATENATED MODULE: ./build/src/regression/statistics/normal.js
const central = {
    p: [2.2352520354606837, 161.02823106855587, 1067.6894854603709, 18154.98125334356, 0.06568233791820745],
    q: [47.202581904688245, 976.0985517377767, 10260.932208618979, 45507.78933502673],
};
const middle = {
    p: [
        0.39894151208813466, 8.883149794388377, 93.50665613217785, 597.2702763948002, 2494.5375852903726,
        6848.190450536283, 11602.65143764735, 9842.714838383978, 1.0765576773720192e-8,
    ],
    q: [
        22.266688044328117, 235.387901782625, 1519.3775994075547, 6485.558298266761, 18615.571640885097,
        34900.95272114598, 38912.00328609327, 19685.429676859992,
    ],
};
const tail = {
    p: [
        0.215898534057957, 0.12740116116024736, 0.022235277870649807, 0.0014216191932278934,
        2.9112874951168793e-5, 0.023073441764940174,
    ],
    q: [
        1.284260096144911, 0.4682382124808651, 0.06598813786892856, 0.0037823963320275824, 7.297515550839662e-5,
    ],
};
const inverseSqrtTwoPi = 0.3989422804014327;
function normalCdf(x) {
    if (Number.isNaN(x))
        return NaN;
    const size = Math.abs(x);
    if (size <= 0.67448975)
        return 0.5 + x * rational(central.p, central.q, x * x);
    const upper = Math.exp((-x * x) / 2) * (size <= Math.sqrt(32) ? rational(middle.p, middle.q, size) : farTail(size));
    return x < 0 ? upper : 1 - upper;
}
function rational(p, q, x) {
    let numerator = (p.at(-1) ?? 0) * x;
    let denominator = x;
    for (let i = 0; i < q.length - 1; i++) {
        numerator = (numerator + (p[i] ?? 0)) * x;
        denominator = (denominator + (q[i] ?? 0)) * x;
    }
    const last = q.length - 1;
    return (numerator + (p[last] ?? 0)) / (denominator + (q[last] ?? 0));
}
function farTail(size) {
    const inverse = 1 / (size * size);
    const ratio = inverse * rational(tail.p, tail.q, inverse);
    return (inverseSqrtTwoPi - ratio) / size;
}
const start = {
    a: [
        -39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716,
        2.506628277459239,
    ],
    b: [-54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572, 1],
    c: [
        -0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968,
        2.938163982698783,
    ],
    d: [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416, 1],
};
function normal_normalQuantile(p) {
    if (!(p >= 0 && p <= 1))
        return NaN;
    if (p === 0)
        return -Infinity;
    if (p > 0.5)
        return -normal_normalQuantile(1 - p);
    return refine(p, refine(p, acklam(p)));
}
function acklam(p) {
    if (p >= 0.02425) {
        const r = (p - 0.5) ** 2;
        return ((p - 0.5) * horner(start.a, r)) / horner(start.b, r);
    }
    const q = Math.sqrt(-2 * Math.log(p));
    return horner(start.c, q) / horner(start.d, q);
}
function refine(p, x) {
    const step = ((normalCdf(x) - p) / inverseSqrtTwoPi) * Math.exp((x * x) / 2);
    return x - step / (1 + (x * step) / 2);
}
function horner(coefficients, x) {
    return coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0);
}

;// CONCATENATED MODULE: ./build/src/regression/decision/decide.js

const rules = {
    paired,
    strict,
    'non-inferiority': nonInferiority,
};
function decide(mode, evidence) {
    return rules[mode](evidence);
}
function paired(evidence) {
    const { effect, error, z, tolerance, margin } = evidence;
    if (!Number.isFinite(error))
        return 'inconclusive';
    const significant = evidence.significant ?? effect + z * error < 0;
    if (significant && effect < -tolerance)
        return 'fail';
    return effect - z * error > -margin ? 'pass' : 'inconclusive';
}
function strict({ effect, tolerance }) {
    return effect < -tolerance - 1e-12 ? 'fail' : 'pass';
}
function nonInferiority({ effect, error, z, margin }) {
    if (!Number.isFinite(error))
        return 'inconclusive';
    return effect - z * error > -margin ? 'pass' : 'fail';
}
function falseBlockRate(error, tolerance) {
    return error > 0 ? normalCdf(-tolerance / error) : 0;
}

;// CONCATENATED MODULE: ./build/src/regression/statistics/multinomial.js
function drawMultinomial(out, weights, total, random) {
    let left = total;
    let weightLeft = 0;
    for (const weight of weights)
        weightLeft += weight;
    for (let i = 0; i < weights.length; i++) {
        const weight = weights[i] ?? 0;
        const share = weightLeft > 0 ? Math.min(1, weight / weightLeft) : 0;
        const drawn = i === weights.length - 1 ? left : drawBinomial(left, share, random);
        out[i] = drawn;
        left -= drawn;
        weightLeft -= weight;
    }
}
function drawBinomial(n, p, random) {
    if (n === 0 || p <= 0)
        return 0;
    if (p >= 1)
        return n;
    if (p > 0.5)
        return n - drawBinomial(n, 1 - p, random);
    return n * p < 10 ? byInversion(n, p, random) : byRejection(n, p, random);
}
function byInversion(n, p, random) {
    const odds = p / (1 - p);
    let u = random.uniform();
    let probability = Math.exp(n * Math.log1p(-p));
    let x = 0;
    while (u > probability && x < n) {
        u -= probability;
        x++;
        probability *= (odds * (n - x + 1)) / x;
    }
    return x;
}
function byRejection(n, p, random) {
    const spread = Math.sqrt(n * p * (1 - p));
    const b = 1.15 + 2.53 * spread;
    const a = -0.0873 + 0.0248 * b + 0.01 * p;
    const centre = n * p + 0.5;
    const squeeze = 0.92 - 4.2 / b;
    for (;;) {
        const u = random.uniform() - 0.5;
        let v = random.uniform();
        const us = 0.5 - Math.abs(u);
        const k = Math.floor(((2 * a) / us + b) * u + centre);
        if (us >= 0.07 && v <= squeeze)
            return k;
        if (k < 0 || k > n)
            continue;
        const alpha = (2.83 + 5.1 / b) * spread;
        v = Math.log((v * alpha) / (a / (us * us) + b));
        if (v <= logRatioToMode(k, n, p))
            return k;
    }
}
function logRatioToMode(k, n, p) {
    const mode = Math.floor((n + 1) * p);
    const rest = stirlingTail(mode) + stirlingTail(n - mode) - stirlingTail(k) - stirlingTail(n - k);
    return ((mode + 0.5) * Math.log((mode + 1) / ((p / (1 - p)) * (n - mode + 1))) +
        (n + 1) * Math.log((n - mode + 1) / (n - k + 1)) +
        (k + 0.5) * Math.log(((p / (1 - p)) * (n - k + 1)) / (k + 1)) +
        rest);
}
const smallTails = [
    0.0810614667953272, 0.0413406959554092, 0.0276779256849983, 0.020790672103765, 0.0166446911898211,
    0.0138761288230707, 0.0118967099458917, 0.010411265261972, 0.00925546218271273, 0.00833056343336287,
];
function stirlingTail(k) {
    const known = smallTails[k];
    if (known !== undefined)
        return known;
    const next = k + 1;
    const square = next * next;
    return (1 / 12 - (1 / 360 - 1 / 1260 / square) / square) / next;
}

;// CONCATENATED MODULE: ./build/src/regression/statistics/bootstrap.js


function bootstrapDifferences(cells, resamples, random) {
    const total = cells.counts.reduce((sum, count) => sum + count, 0);
    const drawn = new Float64Array(cells.counts.length);
    const draw = cells.counts.length * 12 > total ? oneByOne(cells.counts, total) : drawMultinomial;
    const result = new Float64Array(resamples);
    for (let b = 0; b < resamples; b++) {
        draw(drawn, cells.counts, total, random);
        result[b] = cells.difference(drawn);
    }
    return result.toSorted();
}
function oneByOne(counts, total) {
    const cellOf = new Int32Array(total);
    let next = 0;
    counts.forEach((count, cell) => cellOf.fill(cell, next, (next += count)));
    return (out, _weights, draws, random) => {
        out.fill(0);
        for (let i = 0; i < draws; i++) {
            const cell = cellOf[random.below(total)] ?? 0;
            out[cell] = (out[cell] ?? 0) + 1;
        }
    };
}
function percentile(sorted, share) {
    const position = Math.min(1, Math.max(0, share)) * (sorted.length - 1);
    const below = Math.floor(position);
    const low = sorted[below] ?? NaN;
    const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? NaN;
    const weight = position - below;
    return weight < 0.5 ? low + (high - low) * weight : high - (high - low) * (1 - weight);
}
function bcaInterval({ sorted, observed, acceleration, confidence }) {
    const bias = biasCorrection(sorted, observed);
    const limit = (tail) => {
        const shifted = bias + normal_normalQuantile(tail);
        return percentile(sorted, normalCdf(bias + shifted / (1 - acceleration * shifted)));
    };
    if (!Number.isFinite(bias))
        return [percentile(sorted, (1 - confidence) / 2), percentile(sorted, (1 + confidence) / 2)];
    return [limit((1 - confidence) / 2), limit((1 + confidence) / 2)];
}
function biasCorrection(sorted, observed) {
    const slack = 1e-12 * Math.max(1, Math.abs(observed));
    const below = countWhere(sorted, observed - slack);
    const upTo = countWhere(sorted, observed + slack);
    return normal_normalQuantile((below + upTo) / (2 * sorted.length));
}
function countWhere(sorted, limit) {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
        const middle = (low + high) >> 1;
        if ((sorted[middle] ?? 0) < limit)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
function acceleration(jackknife, weights) {
    const weight = (i) => weights?.[i] ?? 1;
    let total = 0;
    let sum = 0;
    for (let i = 0; i < jackknife.length; i++) {
        total += weight(i);
        sum += weight(i) * (jackknife[i] ?? 0);
    }
    let squares = 0;
    let cubes = 0;
    for (let i = 0; i < jackknife.length; i++) {
        const d = sum / total - (jackknife[i] ?? 0);
        squares += weight(i) * d * d;
        cubes += weight(i) * d * d * d;
    }
    return squares === 0 ? 0 : cubes / (6 * squares ** 1.5);
}
function jackknife(cells) {
    const counts = Float64Array.from(cells.counts);
    return counts.map((count, cell) => {
        if (count === 0)
            return NaN;
        counts[cell] = count - 1;
        const value = cells.difference(counts);
        counts[cell] = count;
        return value;
    });
}

;// CONCATENATED MODULE: ./build/src/regression/statistics/beta.js
function stirlingRest(x) {
    const inverse = 1 / (x * x);
    return (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse * (1 / 1680 - inverse / 1188)))) / x;
}
function logGamma(x) {
    let shift = 1;
    while (x < 10)
        shift *= x++;
    return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + stirlingRest(x) - Math.log(shift);
}
function logBeta(a, b) {
    const small = Math.min(a, b);
    const large = Math.max(a, b);
    if (small < 10)
        return logGamma(small) + logGammaRatio(large, small);
    const rest = stirlingRest(small) + stirlingRest(large) - stirlingRest(small + large);
    const share = small / (small + large);
    return (-0.5 * Math.log(large) +
        0.5 * Math.log(2 * Math.PI) +
        rest +
        (small - 0.5) * Math.log(share) +
        large * Math.log1p(-share));
}
function logGammaRatio(large, small) {
    if (large < 10)
        return logGamma(large) - logGamma(large + small);
    const sum = large + small;
    return (-(large - 0.5) * Math.log1p(small / large) -
        small * Math.log(sum) +
        small +
        stirlingRest(large) -
        stirlingRest(sum));
}
function incompleteBeta(x, a, b) {
    if (!(x > 0))
        return x === 0 ? 0 : NaN;
    if (x >= 1)
        return 1;
    const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - logBeta(a, b));
    if (x < (a + 1) / (a + b + 2))
        return (front * continuedFraction(x, a, b)) / a;
    return 1 - (front * continuedFraction(1 - x, b, a)) / b;
}
function continuedFraction(x, a, b) {
    let c = 1;
    let d = 1 / nonZero(1 - ((a + b) * x) / (a + 1));
    let value = d;
    for (let m = 1; m < 20_000; m++) {
        const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
        d = 1 / nonZero(1 + even * d);
        c = nonZero(1 + even / c);
        value *= d * c;
        const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
        d = 1 / nonZero(1 + odd * d);
        c = nonZero(1 + odd / c);
        value *= d * c;
        if (Math.abs(d * c - 1) < 1e-16)
            break;
    }
    return value;
}
function nonZero(x) {
    return Math.abs(x) < 1e-300 ? 1e-300 : x;
}
function bisect(below, low, high) {
    for (let i = 0; i < 200; i++) {
        const middle = (low + high) / 2;
        if (middle === low || middle === high)
            break;
        if (below(middle))
            low = middle;
        else
            high = middle;
    }
    return (low + high) / 2;
}

;// CONCATENATED MODULE: ./build/src/regression/statistics/student.js

function studentCdf(t, df) {
    const half = incompleteBeta(df / (df + t * t), df / 2, 0.5) / 2;
    return t < 0 ? half : 1 - half;
}
function studentQuantile(p, df) {
    if (p === 0.5)
        return 0;
    if (p < 0.5)
        return -studentQuantile(1 - p, df);
    let high = 2;
    while (studentCdf(high, df) < p && high < 1e300)
        high *= 2;
    return bisect((t) => studentCdf(t, df) < p, 0, high);
}

;// CONCATENATED MODULE: ./build/src/regression/statistics/interval.js




const confidence = 0.95;
const resamples = 10_000;
const fewestResamples = 2000;
const budget = 5e7;
function intervalOf(statistic, { intervalError: error, clusters, flat }, seed) {
    const delta = statistic.candidate - statistic.baseline;
    if (clusters !== undefined)
        return around(delta, error * studentQuantile((1 + confidence) / 2, Math.max(1, clusters - 1)), 'clustered');
    const count = statistic.cells === undefined ? 0 : resamplesFor(statistic.cells, statistic.n);
    if (statistic.cells === undefined || count === 0 || flat)
        return around(delta, error * normal_normalQuantile((1 + confidence) / 2), 'normal');
    return { ci: bca(statistic.cells, delta, count, seed), method: 'bca' };
}
function resamplesFor(cells, n) {
    const cost = cells.counts.length + Math.min(n, 12 * cells.counts.length);
    if (cost * resamples <= budget)
        return resamples;
    return cost * fewestResamples <= budget ? fewestResamples : 0;
}
function bca(cells, observed, count, seed) {
    const sorted = bootstrapDifferences(cells, count, seededRandom(seed));
    return bcaInterval({
        sorted,
        observed,
        acceleration: acceleration(jackknife(cells), cells.counts),
        confidence,
    });
}
function around(delta, half, method) {
    return { ci: [delta - half, delta + half], method };
}

;// CONCATENATED MODULE: ./build/src/regression/presentation/flipped.js
const mostFlipped = 1000;
function flippedOf(outcomes, pairs, higherIsBetter, most) {
    const samples = [];
    const counts = { worse: 0, better: 0 };
    for (let i = 0; i < (outcomes?.candidate.length ?? 0); i++) {
        const baseline = outcomes?.baseline[i] ?? 0;
        const candidate = outcomes?.candidate[i] ?? 0;
        if (baseline === candidate)
            continue;
        const change = candidate > baseline === higherIsBetter ? 'better' : 'worse';
        counts[change]++;
        const sample = pairs[i]?.candidate;
        if (sample !== undefined && samples.length < most && (most > 1 || change === 'worse'))
            samples.push({ change, sample, baseline, candidate });
    }
    return { ...counts, samples };
}

;// CONCATENATED MODULE: ./build/src/regression/shown.js
const secrets = /\b(?:hf_[A-Za-z0-9]{16,}|gh[pousr]_[A-Za-z0-9]{16,}|github_pat_[A-Za-z0-9_]{16,}|sk-[A-Za-z0-9_-]{16,}|AKIA[A-Z0-9]{12,}|xox[abprs]-[A-Za-z0-9-]{10,}|glpat-[A-Za-z0-9_-]{16,}|eyJ[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_.-]+)/g;
const shortestSecret = 16;
function holdsSecret(text) {
    return text.length >= shortestSecret && text.search(secrets) >= 0;
}
const colours = /\p{Cc}\[[\d;]{0,20}[A-Za-z]/gu;
const longest = 120;
function shown(text) {
    const plain = text
        .slice(0, 4 * longest)
        .replaceAll(colours, '')
        .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/gu, ' ')
        .replaceAll(secrets, '***');
    return plain.length > longest ? `${plain.slice(0, longest - 1)}…` : plain;
}
function shownList(items, total = items.length, most = 5) {
    const first = items.slice(0, most).map(shown).join(', ');
    return total > most ? `${first} and ${total - most} more` : first;
}

;// CONCATENATED MODULE: ./build/src/regression/samples/long-text.js

const longestCompared = 64;
const mark = '\u0000digest ';
function comparable(text) {
    if (isDigest(text))
        return text;
    return text.length <= longestCompared && !holdsSecret(text) ? text : digest(text);
}
function isDigest(text) {
    return text.startsWith(mark);
}
function digest(text) {
    return `${mark}${text.length} ${hash(text, 1)} ${hash(text, 2)}`;
}
function hash(text, seed) {
    let value = Math.imul(seed, 0x9e3779b1) ^ 0x811c9dc5;
    for (let i = 0; i < text.length; i++)
        value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
    return value >>> 0;
}

;// CONCATENATED MODULE: ./build/src/regression/metrics/cells.js
const mostCells = 4000;
class CellIndex {
    counts = [];
    samples = [];
    #root = { next: new Map() };
    #full = false;
    get full() {
        return this.#full;
    }
    add(i, key) {
        if (this.#full)
            return;
        let node = this.#root;
        for (const part of key)
            node = child(node, part);
        node.cell ??= this.#open(i);
        this.counts[node.cell] = (this.counts[node.cell] ?? 0) + 1;
    }
    #open(sample) {
        this.#full = this.counts.length >= mostCells;
        this.samples.push(sample);
        return this.counts.push(0) - 1;
    }
}
function child(node, part) {
    const known = node.next.get(part);
    if (known !== undefined)
        return known;
    const made = { next: new Map() };
    node.next.set(part, made);
    return made;
}

;// CONCATENATED MODULE: ./build/src/regression/metrics/labels.js

class LabelEncoder {
    #codes = new Map();
    get size() {
        return this.#codes.size;
    }
    code(label) {
        return this.#codes.get(label);
    }
    names() {
        return [...this.#codes.keys()];
    }
    encode(samples) {
        const codes = [];
        const offsets = new Int32Array(samples.length + 1);
        samples.forEach((labels, i) => {
            for (const label of distinct(labels))
                codes.push(this.#number(label));
            offsets[i + 1] = codes.length;
        });
        return { codes: Int32Array.from(codes), offsets };
    }
    #number(text) {
        const label = comparable(text);
        const known = this.#codes.get(label);
        if (known !== undefined)
            return known;
        this.#codes.set(label, this.#codes.size);
        return this.#codes.size - 1;
    }
}
function distinct(labels) {
    if (labels === null || labels === undefined)
        return [];
    return typeof labels === 'string' ? [labels] : [...new Set(labels)].toSorted();
}
function countAt({ offsets }, i) {
    return (offsets[i + 1] ?? 0) - (offsets[i] ?? 0);
}
function hasCode({ codes, offsets }, i, code) {
    for (let at = offsets[i] ?? 0; at < (offsets[i + 1] ?? 0); at++)
        if (codes[at] === code)
            return true;
    return false;
}
function sharedAt(a, b, i) {
    let count = 0;
    for (let at = a.offsets[i] ?? 0; at < (a.offsets[i + 1] ?? 0); at++)
        if (hasCode(b, i, a.codes[at] ?? 0))
            count++;
    return count;
}
function sameAt(a, b, i) {
    const count = countAt(a, i);
    return count === countAt(b, i) && sharedAt(a, b, i) === count;
}
function correctness(target, prediction) {
    return Float64Array.from({ length: target.offsets.length - 1 }, (_, i) => Number(sameAt(target, prediction, i)));
}

;// CONCATENATED MODULE: ./build/src/regression/metrics/statistic.js

function meanStatistic(baseline, candidate) {
    const den = new Float64Array(baseline.length).fill(1);
    const flip = isBinary(baseline) && isBinary(candidate) ? 1 : largestStep(baseline, candidate);
    return ratioStatistic({ num: baseline, den }, { num: candidate, den }, () => flip);
}
function ratioStatistic(baseline, candidate, flip) {
    const n = baseline.num.length;
    const b = sums(baseline);
    const c = sums(candidate);
    const influence = new Float64Array(n);
    for (let i = 0; i < n; i++)
        influence[i] = part(candidate, c, i) - part(baseline, b, i);
    return {
        n,
        baseline: b.value,
        candidate: c.value,
        influence,
        flip: flip((b.value + c.value) / 2, (b.meanDen + c.meanDen) / 2),
        discordant: discordantPairs(baseline, candidate),
        defined: b.meanDen > 0 && c.meanDen > 0,
        ...ratioCells(baseline, candidate),
    };
}
function sums({ num, den }) {
    let top = 0;
    let bottom = 0;
    for (let i = 0; i < num.length; i++) {
        top += num[i] ?? 0;
        bottom += den[i] ?? 0;
    }
    return { value: quotient(top, bottom), meanDen: quotient(bottom, num.length) };
}
function quotient(top, bottom, undefinedAs = 0) {
    return bottom === 0 ? undefinedAs : top / bottom;
}
function part({ num, den }, { value, meanDen }, i) {
    return quotient((num[i] ?? 0) - value * (den[i] ?? 0), meanDen);
}
function discordantPairs(a, b) {
    let count = 0;
    for (let i = 0; i < a.num.length; i++)
        if (a.num[i] !== b.num[i] || a.den[i] !== b.den[i])
            count++;
    return count;
}
function ratioCells(a, b) {
    const index = new CellIndex();
    const key = [0, 0, 0, 0];
    for (let i = 0; i < a.num.length && !index.full; i++) {
        key[0] = a.num[i] ?? 0;
        key[1] = a.den[i] ?? 0;
        key[2] = b.num[i] ?? 0;
        key[3] = b.den[i] ?? 0;
        index.add(i, key);
    }
    if (index.full)
        return {};
    const order = canonicalOrder(index, (i) => [a.num[i], a.den[i], b.num[i], b.den[i]].map(Number));
    const pick = (values) => Float64Array.from(order, (cell) => values[index.samples[cell] ?? 0] ?? 0);
    const columns = [pick(a.num), pick(a.den), pick(b.num), pick(b.den)];
    return {
        cells: {
            counts: Float64Array.from(order, (cell) => index.counts[cell] ?? 0),
            difference: (counts) => ratioDifference(counts, columns),
        },
    };
}
function canonicalOrder(index, keyOf) {
    const keys = index.samples.map(keyOf);
    return keys.map((_, cell) => cell).toSorted((x, y) => compareKeys(keys[x] ?? [], keys[y] ?? []));
}
function compareKeys(a, b) {
    const at = a.findIndex((value, i) => value !== b[i]);
    return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
function ratioDifference(counts, [numA, denA, numB, denB]) {
    let topA = 0;
    let bottomA = 0;
    let topB = 0;
    let bottomB = 0;
    for (let cell = 0; cell < counts.length; cell++) {
        const count = counts[cell] ?? 0;
        topA += count * (numA[cell] ?? 0);
        bottomA += count * (denA[cell] ?? 0);
        topB += count * (numB[cell] ?? 0);
        bottomB += count * (denB[cell] ?? 0);
    }
    return quotient(topB, bottomB) - quotient(topA, bottomA);
}
function isBinary(values) {
    return values.every((value) => value === 0 || value === 1);
}
function largestStep(a, b) {
    let largest = 0;
    for (let i = 0; i < a.length; i++)
        largest = Math.max(largest, Math.abs((a[i] ?? 0) - (b[i] ?? 0)));
    return largest;
}

;// CONCATENATED MODULE: ./build/src/regression/metrics/classes.js



const parts = {
    f1: { top: (hits) => 2 * hits, bottom: (predicted, support) => predicted + support },
    precision: { top: (hits) => hits, bottom: (predicted) => predicted },
    recall: { top: (hits) => hits, bottom: (_, support) => support },
};
const weights = {
    macro: (predicted, support) => Number(predicted + support > 0),
    weighted: (_, support) => support,
    balanced: (_, support) => Number(support > 0),
};
function averageOverClasses({ hits, predicted, support }, average, part) {
    const { top, bottom } = parts[part];
    let sum = 0;
    let total = 0;
    for (let k = 0; k < hits.length; k++) {
        const p = predicted[k] ?? 0;
        const s = support[k] ?? 0;
        const weight = weights[average](p, s);
        total += weight;
        if (weight > 0)
            sum += weight * quotient(top(hits[k] ?? 0), bottom(p, s));
    }
    return quotient(sum, total);
}
function countClasses(target, prediction, classes) {
    const counts = emptyCounts(classes);
    for (let i = 0; i + 1 < target.offsets.length; i++)
        addSample(counts, target, prediction, i, 1);
    return counts;
}
function emptyCounts(classes) {
    return {
        hits: new Float64Array(classes),
        predicted: new Float64Array(classes),
        support: new Float64Array(classes),
    };
}
function addSample(counts, target, prediction, i, times) {
    for (let at = target.offsets[i] ?? 0; at < (target.offsets[i + 1] ?? 0); at++) {
        const code = target.codes[at] ?? 0;
        counts.support[code] = (counts.support[code] ?? 0) + times;
        if (hasCode(prediction, i, code))
            counts.hits[code] = (counts.hits[code] ?? 0) + times;
    }
    for (let at = prediction.offsets[i] ?? 0; at < (prediction.offsets[i + 1] ?? 0); at++) {
        const code = prediction.codes[at] ?? 0;
        counts.predicted[code] = (counts.predicted[code] ?? 0) + times;
    }
}
function classStatistic(input) {
    const { target, baseline, candidate, classes, average, part } = input;
    const n = target.offsets.length - 1;
    const before = sideOf(target, baseline, classes, average, part);
    const after = sideOf(target, candidate, classes, average, part);
    const influence = new Float64Array(n);
    let discordant = 0;
    for (let i = 0; i < n; i++) {
        influence[i] = after.influence(i) - before.influence(i);
        if (!sameAt(baseline, candidate, i))
            discordant++;
    }
    const flip = (before.flip() + after.flip()) / 2;
    return {
        n,
        baseline: before.value,
        candidate: after.value,
        influence,
        flip,
        discordant,
        defined: n > 0,
        ...classCells(input),
    };
}
function sideOf(target, prediction, classes, average, part) {
    const counts = countClasses(target, prediction, classes);
    const value = averageOverClasses(counts, average, part);
    const rates = ratesOf(counts, average, part);
    const n = target.offsets.length - 1;
    const weighted = average === 'weighted';
    const influence = (i) => {
        let sum = 0;
        forEachCode(target, i, (k) => {
            const hit = hasCode(prediction, i, k);
            sum += rates.step(k, Number(hit), Number(hit), 1) * n;
            if (weighted)
                sum += (((rates.value[k] ?? 0) - value) * n) / rates.totalWeight;
        });
        forEachCode(prediction, i, (k) => {
            if (!hasCode(target, i, k))
                sum += rates.step(k, 0, 1, 0) * n;
        });
        return sum;
    };
    return { value, influence, flip: () => rootMeanSquareFlip(target, rates, n) };
}
function ratesOf(counts, average, part) {
    const { top, bottom } = parts[part];
    const weightOf = (k) => weights[average](counts.predicted[k] ?? 0, counts.support[k] ?? 0);
    const bottoms = counts.hits.map((_, k) => bottom(counts.predicted[k] ?? 0, counts.support[k] ?? 0));
    const value = counts.hits.map((hits, k) => quotient(top(hits), bottoms[k] ?? 0));
    const totalWeight = counts.hits.reduce((sum, _, k) => sum + weightOf(k), 0);
    return {
        value,
        totalWeight,
        step: (k, hit, predicted, support) => quotient((weightOf(k) / totalWeight) * (top(hit) - (value[k] ?? 0) * bottom(predicted, support)), bottoms[k] ?? 0),
    };
}
function rootMeanSquareFlip(target, rates, n) {
    let squares = 0;
    for (let i = 0; i < n; i++) {
        forEachCode(target, i, (k) => {
            squares += ((rates.step(k, 1, 1, 1) - rates.step(k, 0, 0, 1)) * n) ** 2;
        });
    }
    return n === 0 ? 0 : Math.sqrt(squares / n);
}
function forEachCode({ codes, offsets }, i, visit) {
    for (let at = offsets[i] ?? 0; at < (offsets[i + 1] ?? 0); at++)
        visit(codes[at] ?? 0);
}
function classCells(input) {
    const { target, baseline, candidate } = input;
    const index = new CellIndex();
    const keyOf = (i) => [target, baseline, candidate].flatMap((side) => [
        countAt(side, i),
        ...side.codes.subarray(side.offsets[i], side.offsets[i + 1]),
    ]);
    for (let i = 0; i + 1 < target.offsets.length && !index.full; i++)
        index.add(i, keyOf(i));
    if (index.full)
        return {};
    const order = canonicalOrder(index, keyOf);
    const samples = order.map((cell) => index.samples[cell] ?? 0);
    return {
        cells: {
            counts: Float64Array.from(order, (cell) => index.counts[cell] ?? 0),
            difference: classDifference(input, samples),
        },
    };
}
function classDifference(input, samples) {
    const before = emptyCounts(input.classes);
    const after = emptyCounts(input.classes);
    return (counts) => {
        for (const side of [before, after])
            for (const column of [side.hits, side.predicted, side.support])
                column.fill(0);
        samples.forEach((sample, cell) => {
            const times = counts[cell] ?? 0;
            if (times === 0)
                return;
            addSample(before, input.target, input.baseline, sample, times);
            addSample(after, input.target, input.candidate, sample, times);
        });
        return (averageOverClasses(after, input.average, input.part) -
            averageOverClasses(before, input.average, input.part));
    };
}

;// CONCATENATED MODULE: ./build/src/kernel/text.js
function byteLength(text) {
    return Buffer.byteLength(text, 'utf8');
}
function clip(text, max) {
    if (text.length <= max)
        return text;
    const cut = text.slice(0, Math.max(0, max - 1));
    return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}
function text_shown(text) {
    return text.replaceAll(/\p{C}/gu, ' ').slice(0, 100);
}
function count(n, one, many) {
    return `${grouped(n)} ${plural(n, one, many)}`;
}
function plural(n, one, many = `${one}s`) {
    return n === 1 ? one : many;
}
function grouped(n) {
    return String(n).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
function enumerate(parts, conjunction = 'and') {
    const last = parts.at(-1) ?? '';
    return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} ${conjunction} ${last}`;
}
function duration(ms) {
    if (ms === undefined || !Number.isFinite(ms))
        return '';
    const seconds = Math.max(0, ms) / 1000;
    if (seconds < 9.95)
        return `${seconds.toFixed(1)} s`;
    const whole = Math.round(seconds);
    return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

;// CONCATENATED MODULE: ./build/src/regression/metrics/measured.js



const labelsName = 'target and prediction';
function notNumbers(name, samples) {
    return {
        ok: false,
        rule: regressionRules['not-a-number'],
        reason: `${count(samples.length, 'sample has', 'samples have')} no ${name === labelsName ? name : `finite number as ${shown(name)}`}`,
        help: 'Find out why the evaluation gave no number there; a score that is missing must count as wrong (0), not be left out.',
        samples: samples.slice(0, 5),
        count: samples.length,
    };
}

;// CONCATENATED MODULE: ./build/src/regression/metrics/spec.js

const optionReaders = {
    lower: () => ({ higherIsBetter: false }),
    higher: () => ({ higherIsBetter: true }),
    positive: (value) => (value === '' ? undefined : { positive: value }),
    tolerance: (value) => amount(value, (tolerance) => ({ tolerance })),
    margin: (value) => amount(value, (margin) => ({ margin })),
    unit: (value) => (value === 'points' || value === 'percent' ? { unit: value } : undefined),
};
function amount(value, set) {
    const number = Number(value);
    return value !== '' && Number.isFinite(number) && number >= 0 ? set(number) : undefined;
}
function parseMetric(text) {
    const [name = '', ...options] = text.split(':').map((part) => part.trim());
    if (name === '')
        return `A metric has no name: ${shown(text)}`;
    let set = {};
    for (const option of options) {
        const [word = '', value = ''] = option.split('=', 2);
        const read = Object.hasOwn(optionReaders, word) ? optionReaders[word]?.(value) : undefined;
        if (read === undefined)
            return `Metric ${shown(text)}: ${shown(option)} is none of ${Object.keys(optionReaders).join(', ')} with a fitting value`;
        set = { ...set, ...read };
    }
    return { ...set, ...plainMetric(name) };
}
function plainMetric(name) {
    const key = keyOf(name);
    return { name, key, title: titleOf(key, name) };
}
function keyOf(name) {
    const plain = name.toLowerCase().replaceAll(/[-\s]+/g, '_');
    const turned = /^(macro|micro|weighted|binary)_(f1|precision|recall)$/.exec(plain);
    return turned === null ? plain : `${turned[2]}_${turned[1]}`;
}
const averages = ['binary', 'micro', 'macro', 'weighted'];
const partTitles = { f1: 'F1', precision: 'precision', recall: 'recall' };
const labelMetrics = new Map([
    ['accuracy', { average: 'exact', part: 'f1', title: 'accuracy' }],
    ['exact_match', { average: 'exact', part: 'f1', title: 'exact match' }],
    ['balanced_accuracy', { average: 'balanced', part: 'recall', title: 'balanced accuracy' }],
    ...['f1', 'precision', 'recall'].flatMap((part) => [
        [part, { average: 'auto', part, title: partTitles[part] }],
        ...averages.map((average) => [
            `${part}_${average}`,
            { average, part, title: average === 'binary' ? partTitles[part] : `${average} ${partTitles[part]}` },
        ]),
    ]),
]);
const scoreAliases = new Map([
    ['accuracy', ['acc', 'correct', 'is_correct', 'if_right', 'true_false', 'hit']],
    ['exact_match', ['em']],
    ['pass_rate', ['passed', 'pass', 'success', 'resolved', 'solved']],
    ['squad_f1', ['token_f1']],
]);
const otherTitles = new Map([
    ['score', 'score'],
    ['pass_rate', 'pass rate'],
    ['squad_f1', 'token F1'],
    ['squad_em', 'exact match after normalisation'],
]);
function titleOf(key, name) {
    return labelMetrics.get(key)?.title ?? otherTitles.get(key) ?? shown(name);
}
const lower = /(?:^|[_.,/ ])(?:loss|nll|perplexity|ppl|byte_perplexity|word_perplexity|bits_per_byte|latency|duration|time|seconds|ms|cost|price|tokens|error|errors|err|wer|cer|ter|mae|mse|rmse|brier|ece|toxicity|failures|memory|bytes)(?:$|[_.,/ ])/;
function higherByName(key) {
    return !lower.test(key.toLowerCase());
}
const conventions = [
    ['0', '1'],
    ['false', 'true'],
    ['no', 'yes'],
    ['negative', 'positive'],
    ['neg', 'pos'],
    ['-1', '1'],
    ['n', 'y'],
    ['fail', 'pass'],
    ['incorrect', 'correct'],
];
function positiveLabel(labels) {
    for (const [negative, positive] of conventions) {
        const fits = labels.every((label) => [negative, positive].includes(label.toLowerCase()));
        const found = labels.find((label) => label.toLowerCase() === positive);
        if (fits && labels.length <= 2 && found !== undefined)
            return found;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/src/regression/metrics/from-labels.js






function fromLabels(metric, spec, pairs) {
    const bare = pairs.flatMap((pair) => [pair.baseline, pair.candidate].filter(({ prediction, target }) => prediction === undefined || target === undefined));
    if (bare.length > 0)
        return notNumbers(labelsName, bare);
    const encoder = new LabelEncoder();
    const target = encoder.encode(pairs.map(({ baseline }) => baseline.target));
    const targets = encoder.names();
    const baseline = encoder.encode(pairs.map((pair) => acceptedAnswer(pair.baseline)));
    const candidate = encoder.encode(pairs.map((pair) => acceptedAnswer(pair.candidate)));
    const encoded = { encoder, target, baseline, candidate };
    const outcomes = { baseline: correctness(target, baseline), candidate: correctness(target, candidate) };
    const average = metric.average === 'auto' ? averageFor(spec, targets, encoder.names()) : metric.average;
    const built = builders[average](encoded, metric.part, spec);
    return built.ok ? { ...built, outcomes } : built;
}
function acceptedAnswer({ target, prediction }) {
    if (typeof prediction !== 'string' || typeof target === 'string' || target === undefined)
        return prediction;
    return target.includes(prediction) ? target : prediction;
}
function averageFor(spec, targets, all) {
    return spec.positive !== undefined ||
        positiveLabel(all) !== undefined ||
        positiveLabel(targets) !== undefined
        ? 'binary'
        : 'macro';
}
const builders = {
    exact: ({ target, baseline, candidate }) => ({
        ok: true,
        statistic: meanStatistic(correctness(target, baseline), correctness(target, candidate)),
        definition: 'share of samples whose prediction is the target',
    }),
    binary,
    micro,
    macro: (encoded, part) => averaged(encoded, part, 'macro'),
    weighted: (encoded, part) => averaged(encoded, part, 'weighted'),
    balanced: (encoded, part) => averaged(encoded, part, 'balanced'),
};
function averaged({ encoder, ...sides }, part, average) {
    const statistic = classStatistic({ ...sides, classes: encoder.size, average, part });
    return { ok: true, statistic, definition: `${average} average of ${part} over ${encoder.size} classes` };
}
function binary({ encoder, target, baseline, candidate }, part, spec) {
    const positive = spec.positive ??
        positiveLabel(encoder.names()) ??
        positiveLabel(encoder.names().filter((label) => isTarget(encoder, target, label)));
    const code = positive === undefined ? undefined : encoder.code(positive);
    if (positive === undefined || code === undefined)
        return noPositive(spec, positive);
    const side = (prediction) => binaryRatio(target, prediction, code, part);
    const statistic = ratioStatistic(side(baseline), side(candidate), flipSizes[part]);
    return { ok: true, statistic, definition: `${part} of the label ${positive}` };
}
function isTarget(encoder, target, label) {
    return target.codes.includes(encoder.code(label) ?? -1);
}
function noPositive(spec, positive) {
    return {
        ok: false,
        rule: regressionRules['positive-label'],
        reason: positive === undefined
            ? `Which label is positive cannot be told for ${spec.title}`
            : `The positive label ${positive} occurs nowhere in the results`,
        help: `Name it, as in ${spec.name}:positive=yes, or use ${spec.name.replace(/_binary$/, '')}_macro.`,
    };
}
const flipSizes = {
    f1: (value, meanDen) => quotient(2 - value, meanDen),
    precision: (value, meanDen) => quotient(Math.max(value, 1 - value), meanDen),
    recall: (_, meanDen) => quotient(1, meanDen),
};
const singleFlips = {
    f1: (_, meanDen) => quotient(2, meanDen),
    precision: (_, meanDen) => quotient(1, meanDen),
    recall: (_, meanDen) => quotient(1, meanDen),
};
function binaryRatio(target, prediction, code, part) {
    return ratioOf(target, part, (i) => {
        const gold = Number(hasCode(target, i, code));
        const said = Number(hasCode(prediction, i, code));
        return [gold * said, said, gold];
    });
}
function micro({ target, baseline, candidate }, part) {
    const side = (prediction) => ratioOf(target, part, (i) => [
        sharedAt(target, prediction, i),
        countAt(prediction, i),
        countAt(target, i),
    ]);
    const single = [target, baseline, candidate].every((codes) => codes.codes.length <= codes.offsets.length - 1);
    const statistic = ratioStatistic(side(baseline), side(candidate), single ? singleFlips[part] : flipSizes[part]);
    return { ok: true, statistic, definition: `${part} over the counts of all classes together` };
}
function ratioOf(target, part, counts) {
    const n = target.offsets.length - 1;
    const num = new Float64Array(n);
    const den = new Float64Array(n);
    for (let i = 0; i < n; i++) {
        const [hits, predicted, support] = counts(i);
        num[i] = part === 'f1' ? 2 * hits : hits;
        den[i] = { f1: predicted + support, precision: predicted, recall: support }[part];
    }
    return { num, den };
}

;// CONCATENATED MODULE: ./build/src/regression/metrics/squad.js

const punctuation = /[!-/:-@[-`{-~]/g;
function normalizeAnswer(text) {
    const plain = text.toLowerCase().replaceAll(punctuation, '');
    return plain
        .replaceAll(/(?<![\p{L}\p{N}_])(?:a|an|the)(?![\p{L}\p{N}_])/gu, ' ')
        .split(/\s+/)
        .filter((word) => word !== '')
        .join(' ');
}
function squadExactMatch(prediction, gold) {
    return Number(normalizeAnswer(prediction) === normalizeAnswer(gold));
}
function squadF1(prediction, gold) {
    const said = tokens(prediction);
    const wanted = tokens(gold);
    const left = new Map();
    for (const token of wanted)
        left.set(token, (left.get(token) ?? 0) + 1);
    let shared = 0;
    for (const token of said) {
        const count = left.get(token) ?? 0;
        if (count > 0)
            shared++;
        left.set(token, count - 1);
    }
    return shared === 0 ? 0 : (2 * shared) / (said.length + wanted.length);
}
function tokens(text) {
    const normal = normalizeAnswer(text);
    return normal === '' ? [] : normal.split(' ');
}
const textMetrics = new Map([
    ['squad_f1', squadF1],
    ['token_f1', squadF1],
    ['squad_em', squadExactMatch],
]);
function keptScore(metric, { scores }) {
    return scores.get(`text:${metric}`);
}
function textScores(sample) {
    const { target, prediction } = sample;
    if (target === undefined || prediction === undefined)
        return [];
    const texts = [target, prediction].flat().filter((text) => text !== null);
    const isCut = texts.some(isDigest);
    if (isCut || texts.every((text) => comparable(text) === text))
        return [];
    return [...textMetrics].map(([name, score]) => [`text:${name}`, bestOf(sample, score)]);
}
function bestOf({ target, prediction }, score) {
    const golds = typeof target === 'string' ? [target] : (target ?? []);
    const text = typeof prediction === 'string' ? prediction : (prediction ?? []).join(' ');
    return golds.reduce((best, gold) => Math.max(best, score(text, gold)), 0);
}

;// CONCATENATED MODULE: ./build/src/regression/metrics/measure.js








function measure(spec, pairs) {
    const column = scoreColumn(spec, pairs);
    if (column !== undefined)
        return fromScores(column, pairs);
    const filtered = filteredColumn(spec, pairs);
    if (filtered !== undefined)
        return fromScores(filtered.column, pairs, `${filtered.column} under the filter ${filtered.filter}`);
    const text = textMetrics.get(spec.key);
    if (text !== undefined && hasLabels(pairs))
        return fromText(text, spec, pairs);
    const label = labelMetrics.get(spec.key);
    if (label !== undefined && hasLabels(pairs))
        return fromLabels(label, spec, pairs);
    return {
        ok: false,
        rule: regressionRules['metric-missing'],
        reason: `${whoLacks(spec, pairs)} ${spec.title}: ${available(pairs)}`,
        help: 'Name a metric that both sides carry, or let the evaluation write it for each sample.',
    };
}
function hasLabels(pairs) {
    return pairs.some(({ baseline, candidate }) => baseline.target !== undefined && candidate.target !== undefined);
}
function applicablePairs(spec, pairs) {
    const column = scoreColumn(spec, pairs);
    const filtered = column === undefined ? filteredColumn(spec, pairs) : undefined;
    if (filtered !== undefined)
        return pairs.filter(({ baseline: { scores, slices } }) => scores.has(filtered.column) && filterOf(slices) === filtered.filter);
    const carries = ({ scores, target }) => column === undefined ? target !== undefined : scores.has(column);
    const found = pairs.filter(({ baseline, candidate }) => carries(baseline) || carries(candidate));
    return found.length === 0 || found.length === pairs.length ? pairs : found;
}
function scoreColumn(spec, pairs) {
    const names = new Set();
    for (const { baseline, candidate } of pairs) {
        for (const name of candidate.scores.keys())
            if (baseline.scores.has(name))
                names.add(name);
    }
    const wanted = [spec.name, spec.key, ...(scoreAliases.get(spec.key) ?? [])];
    return (wanted.find((name) => names.has(name)) ??
        [...names].find((name) => wanted.some((one) => name.toLowerCase() === one || name.startsWith(`${one},`))));
}
function filteredColumn({ name }, pairs) {
    const [column = '', filter] = name.split(',', 2);
    if (filter === undefined)
        return undefined;
    const known = pairs.some(({ baseline, candidate }) => baseline.scores.has(column) && candidate.scores.has(column) && filterOf(baseline.slices) === filter);
    return known ? { column, filter } : undefined;
}
const filterSlice = 'filter=';
function filterOf(slices) {
    return slices.find((slice) => slice.startsWith(filterSlice))?.slice(filterSlice.length) ?? 'none';
}
function whoLacks({ name, key }, pairs) {
    const carried = pairs.some(({ baseline: { scores } }) => scores.has(name) || scores.has(key));
    return carried
        ? 'The rows of the candidate do not carry what those of the baseline do,'
        : 'The results do not carry';
}
function available(pairs) {
    const names = [...new Set(pairs.slice(0, 100).flatMap(({ candidate }) => [...candidate.scores.keys()]))];
    const scores = names.length === 0 ? 'no scores' : `the scores ${names.slice(0, 8).map(shown).join(', ')}`;
    return `they hold ${scores} and ${hasLabels(pairs) ? 'labels' : 'no labels (target and prediction)'}`;
}
function fromScores(name, pairs, told = name) {
    const read = (side) => Float64Array.from(pairs, (pair) => pair[side].scores.get(name) ?? NaN);
    const outcomes = { baseline: read('baseline'), candidate: read('candidate') };
    const bad = pairs.flatMap((pair, i) => Number.isFinite(outcomes.baseline[i])
        ? Number.isFinite(outcomes.candidate[i])
            ? []
            : [pair.candidate]
        : [pair.baseline]);
    if (bad.length > 0)
        return notNumbers(name, bad);
    return {
        ok: true,
        statistic: meanStatistic(outcomes.baseline, outcomes.candidate),
        definition: `mean of ${told}`,
        outcomes,
    };
}
function fromText(score, spec, pairs) {
    const cut = pairs.flatMap((pair) => [pair.baseline, pair.candidate].filter((sample) => keptScore(spec.key, sample) === undefined && wasCut(sample)));
    if (cut.length > 0)
        return notNumbers(spec.title, cut);
    const read = (side) => Float64Array.from(pairs, (pair) => keptScore(spec.key, pair[side]) ?? bestOf(pair[side], score));
    const outcomes = { baseline: read('baseline'), candidate: read('candidate') };
    return {
        ok: true,
        statistic: meanStatistic(outcomes.baseline, outcomes.candidate),
        definition: `mean of ${spec.title}`,
        outcomes,
    };
}
function wasCut({ target, prediction }) {
    return [target, prediction].flat().some((text) => typeof text === 'string' && isDigest(text));
}

;// CONCATENATED MODULE: ./build/src/regression/decision/saturated.js

const fewest = 10;
function allEqual(values) {
    return values.length >= fewest && values.every((value) => value === values[0]);
}
function saturated(result, candidate) {
    if (result.constant === undefined)
        return [];
    const { side, value } = result.constant;
    return [
        regressionRules['all-equal'].finding({
            message: `Every one of the ${result.n} samples of the ${side} has the same ${result.title}: ${value}. Such a metric cannot show a regression.`,
            ...(candidate.files[0] !== undefined && { file: candidate.files[0] }),
            help: 'Look whether the answers are parsed and scored at all; if the metric really is saturated, use a harder evaluation.',
        }),
    ];
}

;// CONCATENATED MODULE: ./build/src/regression/statistics/power.js

const statedPower = 0.8;
function samplesNeeded(discordance, drop, alpha, power = statedPower) {
    const z = normalQuantile(1 - alpha) + normalQuantile(power);
    return drop > 0 ? Math.max(1, Math.ceil((z * z * (discordance - drop * drop)) / (drop * drop))) : Infinity;
}

;// CONCATENATED MODULE: ./build/src/regression/statistics/standard-error.js
function plainError(values) {
    const n = values.length;
    return Math.sqrt(squaresAround(values, meanOf(values)) / (n - 1) / n);
}
function stabilisedError(values, r) {
    const n = values.length;
    return Math.sqrt((squaresAround(values, meanOf(values)) + 2 * r * r) / (n + 1) / (n + 2));
}
function clusteredError(values, clusters) {
    const sums = clusterSums(values, clusters);
    let squares = 0;
    for (const sum of sums.values())
        squares += sum * sum;
    return { error: Math.sqrt(squares) / values.length, clusters: sums.size };
}
function stabilisedClusteredError(values, clusters, r) {
    const { error, clusters: count } = clusteredError(values, clusters);
    const n = values.length;
    const squares = ((error * n) ** 2 * count) / Math.max(1, count - 1) + 2 * r * r;
    return { error: Math.sqrt(squares / (n + 1) / (n + 2)), clusters: count };
}
function clusterSums(values, clusters) {
    const mean = meanOf(values);
    const sums = new Map();
    for (let i = 0; i < values.length; i++) {
        const cluster = clusters[i] ?? '';
        sums.set(cluster, (sums.get(cluster) ?? 0) + (values[i] ?? 0) - mean);
    }
    return sums;
}
function meanOf(values) {
    let sum = 0;
    for (let i = 0; i < values.length; i++)
        sum += values[i] ?? 0;
    return sum / values.length;
}
function squaresAround(values, mean) {
    let squares = 0;
    for (let i = 0; i < values.length; i++)
        squares += ((values[i] ?? 0) - mean) ** 2;
    return squares;
}

;// CONCATENATED MODULE: ./build/src/regression/decision/limits.js
function limitsOf(spec, settings, baseline, share) {
    const wanted = spec.unit ?? settings.unit;
    const unit = share ? wanted : 'percent';
    const one = unit === 'points' ? 0.01 : Math.abs(baseline) / 100;
    return {
        tolerance: (spec.tolerance ?? settings.tolerance) * one,
        margin: (spec.margin ?? settings.margin) * one,
        unit,
    };
}

;// CONCATENATED MODULE: ./build/src/regression/decision/assess.js












function assess(input) {
    const pairs = applicablePairs(input.spec, input.pairs);
    const measured = measure(input.spec, pairs);
    if (!measured.ok)
        return measured;
    if (!measured.statistic.defined)
        return undefinedMetric(input.spec);
    const part = pairs.length < input.pairs.length
        ? `, on the ${pairs.length} of ${input.pairs.length} samples that carry it`
        : '';
    return {
        ok: true,
        result: resultOf({ ...input, pairs }, { ...measured, definition: measured.definition + part }),
    };
}
function resultOf(input, measured) {
    const { spec, settings, slice } = input;
    const { statistic } = measured;
    const delta = statistic.candidate - statistic.baseline;
    const higherIsBetter = directionOf(input);
    const spread = spreadOf(input, statistic);
    const { ci, method } = slice === undefined ? intervalOf(statistic, spread, settings.seed) : sliceInterval(delta, spread);
    const share = isShare(measured);
    const limits = limitsOf(spec, settings, statistic.baseline, share);
    const effect = higherIsBetter ? delta : -delta;
    const p = pairedP(effect, spread, statistic.discordant);
    const level = normalCdf(-input.look.z);
    return {
        name: spec.name,
        title: spec.title,
        definition: measured.definition,
        ...(slice !== undefined && { slice }),
        higherIsBetter,
        n: statistic.n,
        ...(spread.clusters !== undefined && { clusters: spread.clusters }),
        baseline: statistic.baseline,
        candidate: statistic.candidate,
        delta,
        ci: share ? withinShares(ci) : ci,
        interval: method,
        error: spread.error,
        z: spread.z,
        level,
        p,
        holm: p,
        bh: p,
        discordant: statistic.discordant,
        ...detectable(input, statistic, spread, limits),
        ...limits,
        verdict: decide(settings.mode, {
            effect,
            error: spread.error,
            z: spread.z,
            ...limits,
            significant: p < level,
        }),
        ...placeOf(input.pairs),
        ...constantSide(slice === undefined ? measured.outcomes : undefined),
        flipped: flippedOf(measured.outcomes, input.pairs, higherIsBetter, slice === undefined ? mostFlipped : 1),
    };
}
function placeOf(pairs) {
    const [first] = pairs;
    return first === undefined ? {} : { place: { file: first.candidate.file } };
}
function constantSide(outcomes) {
    const side = ['candidate', 'baseline'].find((name) => outcomes !== undefined && allEqual(outcomes[name]));
    return side === undefined ? {} : { constant: { side, value: outcomes?.[side][0] ?? NaN } };
}
const negligible = 1e-9;
function spreadOf({ pairs, look }, statistic) {
    const clusters = clustersOf(pairs);
    if (clusters === undefined) {
        const error = stabilisedError(statistic.influence, statistic.flip);
        const plain = plainError(statistic.influence);
        const flat = !(plain > negligible * error);
        return { error, intervalError: flat ? error : plain, z: look.z, flat };
    }
    const { error, clusters: count } = stabilisedClusteredError(statistic.influence, clusters, statistic.flip);
    const z = quantileOf(normalCdf(look.z), count);
    return { error, intervalError: error, z, clusters: count, flat: false };
}
function clustersOf(pairs) {
    if (!pairs.some(({ baseline, candidate }) => (baseline.cluster ?? candidate.cluster) !== undefined))
        return undefined;
    const clusters = pairs.map(({ baseline, candidate }) => {
        const cluster = baseline.cluster ?? candidate.cluster;
        return cluster === undefined ? `sample ${baseline.id}` : `cluster ${cluster}`;
    });
    return new Set(clusters).size < pairs.length ? clusters : undefined;
}
function sliceInterval(delta, { error, z, clusters }) {
    const wide = clusters === undefined
        ? normal_normalQuantile(0.975)
        : Math.max(z, studentQuantile(0.975, Math.max(1, clusters - 1)));
    return around(delta, error * wide, clusters === undefined ? 'normal' : 'clustered');
}
function directionOf({ spec, directions }) {
    return (spec.higherIsBetter ?? directions.get(spec.name) ?? directions.get(spec.key) ?? higherByName(spec.key));
}
function isShare({ statistic, outcomes }) {
    const within = (value) => value >= 0 && value <= 1;
    if (!within(statistic.baseline) || !within(statistic.candidate))
        return false;
    return outcomes === undefined || (outcomes.baseline.every(within) && outcomes.candidate.every(within));
}
function withinShares([low, high]) {
    return [Math.max(-1, low), Math.min(1, high)];
}
function pairedP(effect, { error, clusters }, discordant) {
    if (clusters === undefined)
        return Math.max(oneSidedP(effect, error), 0.5 ** discordant);
    return error > 0 ? studentCdf(effect / error, Math.max(1, clusters - 1)) : oneSidedP(effect, error);
}
function oneSidedP(effect, error) {
    if (!(error > 0))
        return error === 0 && effect < 0 ? 0 : 1;
    return normalCdf(effect / error);
}
function detectable({ settings }, statistic, { intervalError, clusters, z: boundary }, limits) {
    const power = quantileOf(statedPower, clusters);
    const z = quantileOf(1 - settings.alpha, clusters) + power;
    const { n, discordant, flip } = statistic;
    const byDiscordance = flip === 1 && clusters === undefined;
    const spread = byDiscordance ? Math.sqrt(Math.max(discordant, 3) / n) : intervalError * Math.sqrt(n);
    const needed = (drop) => (drop > 0 ? Math.ceil(((z * spread) / drop) ** 2) : Infinity);
    return {
        minimalDetectableDrop: ((boundary + power) * spread) / Math.sqrt(n),
        samplesForTolerance: needed(limits.tolerance),
        samplesForMargin: needed(limits.margin),
    };
}
function quantileOf(p, clusters) {
    return clusters === undefined ? normal_normalQuantile(p) : studentQuantile(p, Math.max(1, clusters - 1));
}
function undefinedMetric(spec) {
    return {
        ok: false,
        rule: regressionRules['undefined-metric'],
        reason: `${spec.title} is undefined: on one side there is nothing to divide by, such as no sample of the positive label`,
        help: 'Name another positive label or another metric, or evaluate samples that have the label.',
    };
}

;// CONCATENATED MODULE: ./build/src/regression/statistics/multiplicity.js
function holm(p) {
    let largest = 0;
    return adjust(p, rising(p), (value, rank) => (largest = Math.max(largest, Math.min(1, (p.length - rank) * value))));
}
function benjaminiHochberg(p) {
    let smallest = 1;
    return adjust(p, rising(p).toReversed(), (value, rank) => (smallest = Math.min(smallest, (p.length * value) / (p.length - rank))));
}
function rising(p) {
    return p.map((_, i) => i).toSorted((a, b) => (p[a] ?? 0) - (p[b] ?? 0));
}
function adjust(p, order, next) {
    const result = Array.from({ length: p.length }, () => 1);
    order.forEach((at, rank) => {
        result[at] = next(p[at] ?? 1, rank);
    });
    return result;
}

;// CONCATENATED MODULE: ./build/src/regression/decision/family.js




function judgeFamily(results, settings) {
    const p = results.map((result) => result.p);
    const byHolm = holm(p);
    const byBh = benjaminiHochberg(p);
    return results.map((result, i) => {
        const adjusted = {
            ...result,
            ...powerAmong(results.length, result),
            holm: byHolm[i] ?? 1,
            bh: byBh[i] ?? 1,
        };
        if (results.length === 1)
            return adjusted;
        const effect = result.higherIsBetter ? result.delta : -result.delta;
        return {
            ...adjusted,
            verdict: decide(settings.mode, { ...result, effect, significant: adjusted.holm < result.level }),
        };
    });
}
function powerAmong(count, { level, clusters, minimalDetectableDrop, samplesForTolerance }) {
    const critical = (share) => quantileOf(1 - level / share, clusters) + quantileOf(statedPower, clusters);
    const factor = count === 1 ? 1 : critical(count) / critical(1);
    return {
        minimalDetectableDrop: factor * minimalDetectableDrop,
        samplesForTolerance: Math.ceil(factor ** 2 * samplesForTolerance),
    };
}

;// CONCATENATED MODULE: ./build/src/regression/statistics/sequential.js


const known = new Map();
function obrienFlemingConstant(alpha, fractions) {
    if (fractions.length <= 1)
        return normal_normalQuantile(1 - alpha);
    const key = `${alpha}|${fractions.join(',')}`;
    const found = known.get(key) ??
        bisectCoarse((c) => crossingProbability(c, fractions) > alpha, normal_normalQuantile(1 - alpha) - 0.01, normal_normalQuantile(1 - alpha / 2) + 0.1);
    known.set(key, found);
    return found;
}
function obrienFlemingZ(alpha, looks, look) {
    const most = looks.at(-1) ?? 1;
    const fractions = looks.map((n) => n / most);
    return obrienFlemingConstant(alpha, fractions) / Math.sqrt(fractions[look] ?? 1);
}
function bisectCoarse(above, low, high) {
    return bisect((x) => above(Math.round(x * 1e7) / 1e7), low, high);
}
const gridSize = 320;
const reach = 8;
function crossingProbability(c, times) {
    let crossed = 0;
    let before;
    let last = 0;
    for (const time of times) {
        const sd = Math.sqrt(time - last);
        crossed += before === undefined ? normalCdf(-c / sd) : integrate(before, (x) => normalCdf((x - c) / sd));
        before = carry(before, c, sd, Math.sqrt(time));
        last = time;
    }
    return crossed;
}
function carry(before, c, sd, sdTotal) {
    const low = -reach * sdTotal;
    const step = (c - low) / gridSize;
    const points = Float64Array.from({ length: gridSize + 1 }, (_, i) => low + i * step);
    const mass = points.map((x, i) => simpsonWeight(i) * (step / 3) * densityAt(before, x, sd));
    return { points, mass };
}
function simpsonWeight(i) {
    if (i === 0 || i === gridSize)
        return 1;
    return i % 2 === 1 ? 4 : 2;
}
function densityAt(before, x, sd) {
    const density = (distance) => Math.exp(-0.5 * (distance / sd) ** 2) / (sd * Math.sqrt(2 * Math.PI));
    return before === undefined ? density(x) : integrate(before, (from) => density(x - from));
}
function integrate({ points, mass }, f) {
    let sum = 0;
    for (let i = 0; i < points.length; i++)
        sum += (mass[i] ?? 0) * f(points[i] ?? 0);
    return sum;
}

;// CONCATENATED MODULE: ./build/src/regression/decision/looks.js


function lookAt(n, planned, alpha) {
    const looks = looks_rising(planned ?? []);
    if (looks.length <= 1 || n === 0)
        return { z: normal_normalQuantile(1 - alpha), number: 1, of: 1, next: nextAfter(looks, n) };
    const found = looks.findIndex((size) => size >= n);
    const at = found < 0 ? looks.length - 1 : found;
    const sizes = looks.map((size, i) => (i === at ? n : size));
    return { z: obrienFlemingZ(alpha, sizes, at), number: at + 1, of: looks.length, next: looks[at + 1] ?? 0 };
}
function nextAfter(looks, n) {
    return looks.find((size) => size > n) ?? 0;
}
const mostLooks = 20;
function looks_rising(planned) {
    return [...new Set(planned.filter((n) => Number.isInteger(n) && n > 0))]
        .toSorted((a, b) => a - b)
        .slice(0, mostLooks);
}

;// CONCATENATED MODULE: ./build/src/regression/samples/integrity.js



function integrityFindings(baseline, candidate, pairing) {
    return [...unmatched(pairing), ...changed(pairing), ...setups(baseline, candidate)];
}
function unmatched({ added, missing, pairs }) {
    const sides = [
        {
            samples: missing,
            where: 'the baseline but not in the candidate',
            help: 'Evaluate the candidate on every sample of the baseline; samples that are left out could be the ones that got worse.',
        },
        {
            samples: added,
            where: 'the candidate but not in the baseline',
            help: 'Evaluate the baseline on the same samples, or merge the change of the sample set first with a new baseline.',
        },
    ];
    return sides.flatMap(({ samples, where, help }) => samples.length === 0
        ? []
        : [
            finding(regressionRules['unmatched-samples'], `${count(samples.length, 'sample is', 'samples are')} in ${where}: ${ids(samples)}. ${pairs.length} are in both.`, samples[0], help),
        ]);
}
function changed({ changed: samples }) {
    if (samples.length === 0)
        return [];
    const message = `${count(samples.length, 'sample has', 'samples have')} the same id but another content (hash or target) on the two sides: ${ids(samples.map(({ candidate }) => candidate))}.`;
    return [
        finding(regressionRules['changed-samples'], message, samples[0]?.candidate, 'Evaluate both sides on the same version of the sample set and of its prompts.'),
    ];
}
function setups(baseline, candidate) {
    const different = [...candidate.setup].filter(([key, value]) => (baseline.setup.get(key) ?? value) !== value);
    if (different.length === 0)
        return [];
    const list = different
        .slice(0, 5)
        .map(([key, value]) => `${shown(key)} was ${shown(baseline.setup.get(key) ?? '')} and is ${shown(value)}`);
    const file = candidate.files[0];
    return [
        regressionRules['different-setup'].finding({
            message: `The two evaluations are set up differently: ${list.join('; ')}${different.length > 5 ? `; and ${different.length - 5} more` : ''}.`,
            ...(file !== undefined && { file }),
            help: 'Evaluate both sides with the same version of the task, metric and number of shots.',
        }),
    ];
}
function ids(samples) {
    return shownList(samples.slice(0, 5).map(({ id }) => id), samples.length);
}
function finding(rule, message, sample, help) {
    return rule.finding({
        message,
        ...(sample !== undefined && {
            file: sample.file,
            ...(sample.line !== undefined && { line: sample.line, column: 1 }),
        }),
        help,
    });
}

;// CONCATENATED MODULE: ./build/src/regression/presentation/wording.js


function signed(value) {
    const size = Math.abs(value);
    const text = Number.isFinite(size) ? size.toFixed(size !== 0 && size < 0.095 ? 2 : 1) : 'unknown';
    return value < 0 && Number(text) !== 0 ? `−${text}` : text;
}
function plainNumber(value) {
    return Number.isFinite(value) ? String(Number(value.toPrecision(3))) : 'unknown';
}
function probability(value) {
    return value < 0.0001 ? '< 0.0001' : plainNumber(value);
}
function inUnit({ unit, baseline }, value) {
    if (unit === 'points')
        return value * 100;
    return baseline === 0 ? NaN : (value / Math.abs(baseline)) * 100;
}
function unitName({ unit }, value) {
    if (unit === 'percent')
        return '%';
    return plural(Math.abs(value), 'point');
}
function change(result) {
    const delta = inUnit(result, result.delta);
    const name = capital(result.slice === undefined ? result.title : `${result.title} of ${shown(result.slice)}`);
    const moved = Number(signed(Math.abs(delta))) === 0
        ? `${name} did not move`
        : `${name} ${delta < 0 ? 'fell' : 'rose'} ${signed(Math.abs(delta))} ${unitName(result, delta)}`;
    const [low, high] = result.ci.map((limit) => signed(inUnit(result, limit)));
    const interval = result.interval === 'none' ? 'no interval is known' : `95 % interval ${low} to ${high}`;
    const samples = result.interval === 'unpaired' || result.interval === 'none'
        ? 'from totals alone'
        : `on ${count(result.n, 'paired sample')}${result.clusters === undefined ? '' : ` in ${count(result.clusters, 'cluster')}`}`;
    return `${moved}, ${interval}, ${samples}`;
}
function unseen(result) {
    const { minimalDetectableDrop: drop } = result;
    if (!Number.isFinite(drop))
        return undefined;
    return findsNone(result)
        ? 'so few samples find no drop reliably'
        : `drops below ${wording_amount(result, drop)} are found here less than 80 % of the time`;
}
function findsNone({ unit, minimalDetectableDrop }) {
    return unit === 'points' && minimalDetectableDrop >= 1;
}
function tolerated(result) {
    return `${plainNumber(inUnit(result, result.tolerance))}${result.unit === 'percent' ? ' %' : ''} is tolerated`;
}
function wording_amount(result, value) {
    const told = inUnit(result, value);
    return `${signed(told)} ${unitName(result, told)}`;
}
function valueText(result, value) {
    return result.unit === 'points' ? (value * 100).toFixed(1) : plainNumber(value);
}
function capital(text) {
    if (!/^[a-z]+(?:[ -]|$)/.test(text))
        return text;
    return text.charAt(0).toUpperCase() + text.slice(1);
}

;// CONCATENATED MODULE: ./build/src/regression/presentation/outcome.js





function outcomeFindings(results, settings, look) {
    return results.flatMap((result) => {
        if (result.verdict === 'fail')
            return [dropped(result, settings)];
        if (result.verdict === 'inconclusive')
            return [undecided(result, settings, look, results.length)];
        return [];
    });
}
function sliceFindings(slices) {
    return slices
        .filter(({ verdict }) => verdict === 'fail')
        .map((result) => ({
        ...errorAt(regressionRules['slice-drop'], result),
        message: `${change(result)}; ${tolerated(result)}. Counted over all ${slices.length} slices (Holm), p ${plainP(result.holm)}.`,
        help: 'Look at the samples of this slice that flipped; mend the change, or have a release manager exempt it.',
    }));
}
function dropped(result, settings) {
    const place = errorAt(regressionRules.drop, result);
    const sentence = `${change(result)}; ${tolerated(result)}`;
    if (settings.mode === 'strict') {
        const rate = Math.round(100 * falseBlockRate(result.error, result.tolerance));
        return {
            ...place,
            message: `${sentence}. With this many samples the bare threshold also blocks ${Number.isFinite(rate) ? `${rate} %` : 'an unknown share'} of the changes that do no harm.`,
            help: 'Look at the samples that flipped. mode: paired decides by statistics instead.',
        };
    }
    if (settings.mode === 'non-inferiority') {
        return {
            ...place,
            message: `${change(result)}: a drop of ${wording_amount(result, result.margin)} is not excluded.`,
            help: `Mend the change, or evaluate more samples: about ${plainNumber(result.samplesForMargin)} would see a drop of the margin.`,
        };
    }
    return {
        ...place,
        message: `${sentence}.${oneSided(result)}`,
        help: result.flipped.samples.length > 0
            ? 'Look at the samples that flipped; mend the change, or have a release manager exempt it.'
            : 'Mend the change, or have a release manager exempt it.',
    };
}
function oneSided({ ci: [low, high], holm }) {
    return low <= 0 && high >= 0 ? ` The test of a drop is one-sided: p ${plainP(holm)}.` : '';
}
function undecided(result, settings, look, family) {
    const decision = onInconclusive(result, settings, look);
    const severity = { fail: 'error', inconclusive: 'warning', pass: 'notice' }[decision];
    const beyond = decision === 'fail'
        ? ` The observed drop is more than the ${wording_amount(result, result.tolerance)} that are tolerated, so the gate does not let it through.`
        : '';
    return {
        ...errorAt(regressionRules.undecided, result),
        severity,
        message: `${change(result)}: neither a drop nor its absence is shown.${amongAll(result, family)}${found(result)}${beyond}`,
        help: more(result, look),
    };
}
function amongAll({ p, holm, level }, family) {
    return p < level && holm >= level
        ? ` By itself it would be one (p ${plainP(p)}), counted over all ${family} metrics (Holm) it is not (p ${plainP(holm)}).`
        : '';
}
function plainP(value) {
    return `${value < 0.0001 ? '' : '= '}${probability(value)}`;
}
function found(result) {
    const sentence = unseen(result);
    return sentence === undefined ? '' : ` ${capital(sentence)}.`;
}
function more(result, look) {
    if (look.next > 0)
        return `Evaluate ${look.next} samples in all on both sides; look ${look.number + 1} of ${look.of} decides then.`;
    if (!Number.isFinite(result.samplesForMargin))
        return 'Keep the results of single samples for both sides: totals alone cannot decide.';
    return `Evaluate more samples on both sides: about ${plainNumber(result.samplesForMargin)} would see a drop of ${wording_amount(result, result.margin)}. Or let a person judge the change.`;
}
function onInconclusive(result, settings, look) {
    if (look.next > 0)
        return 'inconclusive';
    const fixed = { fail: 'fail', warn: 'inconclusive', pass: 'pass' };
    if (settings.onInconclusive !== 'auto')
        return fixed[settings.onInconclusive];
    const effect = result.higherIsBetter ? result.delta : -result.delta;
    return effect < -result.tolerance ? 'fail' : 'inconclusive';
}
function powerFindings(results) {
    return results
        .filter(({ n, samplesForMargin }) => samplesForMargin > n)
        .map((result) => ({
        ...errorAt(regressionRules.underpowered, result),
        severity: result.verdict === 'inconclusive' ? 'warning' : 'notice',
        message: `The margin for ${result.title} is ${wording_amount(result, result.margin)}, but ${findsNone(result) ? `${count(result.n, 'sample')} cannot show any drop reliably` : `on ${count(result.n, 'sample')} only drops of ${wording_amount(result, result.minimalDetectableDrop)} or more are found reliably`} (power 80 %).`,
        help: Number.isFinite(result.samplesForMargin)
            ? `Evaluate about ${plainNumber(result.samplesForMargin)} samples, or widen the margin.`
            : 'Widen the margin.',
    }));
}
function errorAt(rule, result) {
    const first = result.flipped.samples.find(({ change }) => change === 'worse') ?? result.flipped.samples[0];
    const place = first?.sample ?? result.place;
    return finding(rule, '', place, '');
}
function verdictFor(findings, results, settings, look) {
    if (findings.some(({ severity }) => severity === 'error'))
        return 'fail';
    const open = results
        .filter(({ verdict }) => verdict === 'inconclusive')
        .map((result) => onInconclusive(result, settings, look));
    if (open.includes('fail'))
        return 'fail';
    return open.includes('inconclusive') || results.length === 0 ? 'inconclusive' : 'pass';
}

;// CONCATENATED MODULE: ./build/src/regression/samples/pair.js

function pairSamples(baseline, candidate) {
    const pairs = [];
    const added = [];
    const changed = [];
    for (const [id, sample] of candidate) {
        const other = baseline.get(id);
        if (other === undefined)
            added.push(sample);
        else if (sameContent(other, sample))
            pairs.push({ baseline: other, candidate: sample });
        else
            changed.push({ baseline: other, candidate: sample });
    }
    const missing = [...baseline.values()].filter(({ id }) => !candidate.has(id));
    return { pairs, added, missing, changed };
}
function sameLabels(a, b) {
    const texts = (labels) => typeof labels === 'string' ? comparable(labels) : String(labels?.map(comparable));
    return texts(a) === texts(b) && (a === null) === (b === null);
}
function sameContent(a, b) {
    if (a.hash !== b.hash)
        return false;
    return a.target === undefined || b.target === undefined || sameLabels(a.target, b.target);
}

;// CONCATENATED MODULE: ./build/src/regression/decision/anchor.js








const anchorAlpha = 0.01;
function judgeAnchor(anchor, candidate, specs, settings) {
    const { pairs } = pairSamples(anchor.results.samples, candidate.samples);
    if (pairs.length === 0)
        return { results: [], findings: [unusable(anchor, 'it shares no sample with the candidate')] };
    const strict = { ...settings, alpha: anchorAlpha, mode: 'paired' };
    const look = lookAt(pairs.length, undefined, anchorAlpha);
    const assessed = specs.map((spec) => assess({ spec, pairs, settings: strict, look, directions: candidate.directions }));
    const results = judgeFamily(assessed.flatMap((one) => (one.ok ? [one.result] : [])), strict);
    return {
        results,
        findings: results.filter(({ verdict }) => verdict === 'fail').map((result) => eroded(anchor, result)),
    };
}
function eroded(anchor, result) {
    return {
        ...errorAt(regressionRules.erosion, result),
        message: `Against the anchor ${shown(anchor.name)}, ${withoutCapital(change(result))}; ${tolerated(result)}. Many small drops have added up.`,
        help: 'Find the merges that lost the most; release and move the anchor only if the loss is accepted.',
    };
}
function withoutCapital(sentence) {
    return sentence.replace(/^[A-Z](?=[a-z]+ )/, (letter) => letter.toLowerCase());
}
function unusable(anchor, reason) {
    return regressionRules['no-anchor'].finding({
        message: `Slow erosion is not watched: the anchor ${shown(anchor.name)} cannot be used, ${reason}.`,
        help: 'Correct regression.anchor in the policy, or record the results of the release (record-lineage with `results`) or commit them.',
    });
}

;// CONCATENATED MODULE: ./build/src/regression/presentation/facts.js

function factsOf({ results, slices, baseline, candidate, look, undecided, }) {
    const [first] = results;
    return {
        metrics: results.map(metricFacts),
        slices: slices.map((result) => ({ slice: shown(result.slice ?? ''), ...metricFacts(result) })),
        look: { number: look.number, of: look.of, criticalValue: look.z },
        nextSamples: undecided ? look.next : 0,
        flipped: (first?.flipped.samples ?? []).map(({ sample, change }) => ({
            id: shown(sample.id),
            change,
            file: sample.file,
            ...(sample.line !== undefined && { line: sample.line }),
        })),
        flippedCount: { worse: first?.flipped.worse ?? 0, better: first?.flipped.better ?? 0 },
        baseline: sideFacts(baseline),
        candidate: sideFacts(candidate),
    };
}
function sideFacts({ files, samples, aggregates, formats }) {
    return {
        files: files.slice(0, 100),
        samples: samples.size,
        totals: aggregates.size,
        formats: [...formats],
    };
}
function metricFacts(result) {
    return {
        name: shown(result.name),
        definition: shown(result.definition),
        n: result.n,
        ...(result.clusters !== undefined && { clusters: result.clusters }),
        baseline: result.baseline,
        candidate: result.candidate,
        delta: result.delta,
        ci: result.ci.map(finite),
        interval: result.interval,
        standardError: finite(result.error),
        p: result.p,
        pHolm: result.holm,
        pBenjaminiHochberg: result.bh,
        discordant: finite(result.discordant),
        minimalDetectableDrop: finite(result.minimalDetectableDrop),
        samplesForTolerance: finite(result.samplesForTolerance),
        samplesForMargin: finite(result.samplesForMargin),
        tolerance: result.tolerance,
        margin: result.margin,
        unit: result.unit,
        higherIsBetter: result.higherIsBetter,
        verdict: result.verdict,
    };
}
function finite(value) {
    return Number.isFinite(value) ? value : null;
}

;// CONCATENATED MODULE: ./build/src/regression/samples/collector.js




const defaultTextBudget = 256 * 1024 * 1024;
const noScores = new Map();
const mostProblems = 50;
class Collector {
    #samples = new Map();
    #aggregates = new Map();
    #setup = new Map();
    #directions = new Map();
    #formats = new Set();
    #files = [];
    #findings = [];
    #duplicates = [];
    #known = new Map();
    #sliceLists = new Map();
    #duplicateCount = 0;
    #seen = 0;
    #textLeft;
    constructor(textBudget = defaultTextBudget) {
        this.#textLeft = textBudget;
    }
    get size() {
        return this.#seen;
    }
    file(path) {
        this.#files.push(path);
    }
    format(name) {
        this.#formats.add(name);
    }
    sample(sample) {
        this.#seen++;
        if (this.#samples.has(sample.id)) {
            this.#duplicateCount++;
            if (this.#duplicates.length < 5)
                this.#duplicates.push(sample);
            return;
        }
        this.#samples.set(sample.id, this.#compact(sample));
    }
    aggregate(aggregate) {
        this.#seen++;
        const before = this.#aggregates.get(aggregate.name);
        if (before !== undefined && before.value !== aggregate.value)
            this.problem(conflict(before, aggregate));
        this.#aggregates.set(aggregate.name, aggregate);
    }
    setup(key, value) {
        this.#setup.set(key, value);
    }
    direction(score, higherIsBetter) {
        this.#directions.set(score, higherIsBetter);
    }
    problem(finding) {
        this.#seen++;
        if (this.#findings.length < mostProblems)
            this.#findings.push(finding);
    }
    result() {
        const duplicates = this.#duplicateCount > 0 ? [duplicated(this.#duplicates, this.#duplicateCount)] : [];
        return {
            files: this.#files,
            samples: this.#samples,
            aggregates: this.#aggregates,
            setup: this.#setup,
            directions: this.#directions,
            formats: this.#formats,
            findings: [...this.#findings, ...duplicates],
        };
    }
    #compact(sample) {
        const { target, prediction } = sample;
        return {
            ...sample,
            ...(target !== undefined && { target: this.#labels(target) }),
            ...(prediction !== undefined && { prediction: prediction === null ? null : this.#labels(prediction) }),
            scores: sample.scores.size === 0 ? noScores : sample.scores,
            slices: this.#slices(sample.slices),
            ...(sample.cluster !== undefined && { cluster: this.#intern(sample.cluster) }),
        };
    }
    #slices(slices) {
        const key = slices.join('\n');
        const known = this.#sliceLists.get(key);
        if (known !== undefined)
            return known;
        if (this.#sliceLists.size < 10_000)
            this.#sliceLists.set(key, slices);
        return slices;
    }
    #labels(labels) {
        return typeof labels === 'string' ? this.#intern(labels) : labels.map((label) => this.#intern(label));
    }
    #long(text) {
        this.#textLeft -= text.length;
        return this.#textLeft >= 0 ? text : comparable(text);
    }
    #intern(text) {
        if (text.length > longestCompared)
            return this.#long(text);
        const known = this.#known.get(text);
        if (known !== undefined)
            return known;
        if (this.#known.size < 100_000)
            this.#known.set(text, text);
        return text;
    }
}
function duplicated(first, many) {
    const [sample] = first;
    return regressionRules['duplicate-sample'].finding({
        message: `${count(many, 'sample occurs', 'samples occur')} more than once: ${shownList(first.map(({ id }) => id), many)}.`,
        ...(sample !== undefined && {
            file: sample.file,
            ...(sample.line !== undefined && { line: sample.line }),
        }),
        help: 'Give each sample one row. Where shards overlap or an old file matches the globs, remove the one too many.',
    });
}
function conflict(before, after) {
    return regressionRules['duplicate-sample'].finding({
        message: `${shown(after.name)} is given twice with different values: ${before.value} in ${before.file} and ${after.value} in ${after.file}.`,
        file: after.file,
        ...(after.line !== undefined && { line: after.line }),
        help: 'Keep the file of one evaluation run, or give each run its own globs.',
    });
}

;// CONCATENATED MODULE: ./build/src/regression/formats/csv-text.js
class CsvSplitter {
    #separator;
    #record;
    #fields = [];
    #field = '';
    #state = 'start';
    #line = 1;
    #begin = 1;
    constructor(separator, record) {
        this.#separator = separator;
        this.#record = record;
    }
    push(text) {
        for (let i = 0; i < text.length; i++)
            i = this.#state === 'quoted' ? this.#quoted(text, i) : this.#open(text, i);
    }
    end() {
        const whole = this.#state !== 'quoted';
        if (this.#fields.length > 0 || this.#field !== '' || this.#state === 'quote')
            this.#endRecord();
        return whole;
    }
    get pending() {
        return this.#field.length;
    }
    #quoted(text, from) {
        const quote = text.indexOf('"', from);
        const taken = text.slice(from, quote < 0 ? text.length : quote);
        this.#field += taken;
        for (let at = taken.indexOf('\n'); at >= 0; at = taken.indexOf('\n', at + 1))
            this.#line++;
        if (quote >= 0)
            this.#state = 'quote';
        return quote < 0 ? text.length : quote;
    }
    #open(text, at) {
        const char = text.charAt(at);
        if (char === this.#separator)
            this.#endField();
        else if (char === '\n')
            this.#newLine();
        else if (char === '"' && this.#state === 'start')
            this.#state = 'quoted';
        else if (char === '"' && this.#state === 'quote')
            this.#reopen();
        else if (char !== '\r')
            return this.#plain(text, at);
        return at;
    }
    #reopen() {
        this.#field += '"';
        this.#state = 'quoted';
    }
    #plain(text, from) {
        let end = from + 1;
        while (end < text.length && !this.#stops(text.charAt(end)))
            end++;
        this.#field += text.slice(from, end);
        this.#state = 'plain';
        return end - 1;
    }
    #stops(char) {
        return char === this.#separator || char === '\n' || char === '\r' || char === '"';
    }
    #newLine() {
        this.#endRecord();
        this.#line++;
        this.#begin = this.#line;
    }
    #endField() {
        this.#fields.push(this.#field);
        this.#field = '';
        this.#state = 'start';
    }
    #endRecord() {
        this.#endField();
        const fields = this.#fields;
        this.#fields = [];
        if (fields.length > 1 || fields[0] !== '')
            this.#record(fields, this.#begin);
    }
}

;// CONCATENATED MODULE: ./build/src/regression/formats/reader.js

class Unreadable {
    #file;
    #sink;
    #count = 0;
    #first;
    constructor(file, sink) {
        this.#file = file;
        this.#sink = sink;
    }
    add(line, reason) {
        this.#count++;
        this.#first ??= { line, reason };
    }
    tell() {
        if (this.#first === undefined)
            return;
        const { line, reason } = this.#first;
        const more = this.#count > 1 ? ` (and ${this.#count - 1} more)` : '';
        this.#sink.problem(reader_unreadable(this.#file, `Line ${line}${more} cannot be read: ${reason}${reason.endsWith('?') ? '' : '.'}`, line));
    }
}
function reader_unreadable(file, message, line) {
    return regressionRules['unreadable-results'].finding({
        message,
        file,
        ...(line !== undefined && { line }),
        help: 'Write one row for each sample, {id, target, prediction} or {id, score}, as JSON, JSONL or CSV, and let the evaluation finish before the gate runs.',
    });
}
function wholeFile(path, sink, limit, read) {
    const chunks = [];
    let size = 0;
    return {
        push(chunk) {
            size += chunk.length;
            if (size <= limit)
                chunks.push(chunk);
        },
        end() {
            if (size > limit)
                sink.problem(reader_unreadable(path, `The file is larger than ${limit / 1024 / 1024} MiB; this format is read as a whole.`));
            else
                read(join(chunks, size));
        },
    };
}
function join(chunks, size) {
    const [only] = chunks;
    if (only !== undefined && chunks.length === 1)
        return only;
    const bytes = new Uint8Array(size);
    let at = 0;
    for (const chunk of chunks) {
        bytes.set(chunk, at);
        at += chunk.length;
    }
    return bytes;
}

;// CONCATENATED MODULE: ./build/src/kernel/record.js
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./build/src/regression/formats/file-name.js
function taskOf(path) {
    const name = baseName(path);
    const found = /(?:^|_)samples_(.+)$/.exec(name);
    return (found?.[1] ?? name).replace(/_\d{4}-\d{2}-\d{2}T[\d.:-]+$/, '');
}
function baseName(path) {
    return (path.split('/').at(-1) ?? path).replace(/\.[a-z]+$/i, '');
}

;// CONCATENATED MODULE: ./build/src/regression/formats/own-fields.js

function rowsOf(value) {
    return Array.isArray(value) ? value.filter(isRecord) : [];
}
function field(row, name) {
    return isRecord(row) && Object.hasOwn(row, name) ? row[name] : undefined;
}
function firstField(row, names) {
    for (const name of names) {
        const value = field(row, name);
        if (value !== undefined && value !== null)
            return value;
    }
    return undefined;
}
function scalarText(value) {
    if (typeof value === 'string')
        return value;
    return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}
const words = new Map([
    ['true', 1],
    ['false', 0],
    ['yes', 1],
    ['no', 0],
    ['pass', 1],
    ['fail', 0],
]);
function scoreOf(value) {
    if (typeof value === 'number')
        return value;
    if (typeof value === 'boolean')
        return Number(value);
    if (typeof value !== 'string' || value.trim() === '')
        return NaN;
    return words.get(value.trim().toLowerCase()) ?? Number(value);
}
function looksNumeric(value) {
    if (typeof value === 'number' || typeof value === 'boolean')
        return true;
    if (typeof value !== 'string' || value.length > longestNumber || value.trim() === '')
        return false;
    return Number.isFinite(Number(value)) || /^\s*(?:true|false|[-+]?(?:nan|inf(?:inity)?))\s*$/i.test(value);
}
const longestNumber = 40;

;// CONCATENATED MODULE: ./build/src/regression/formats/harness-rows.js





const harnessRows = {
    name: 'lm-eval samples',
    matches: (row) => field(row, 'doc_id') !== undefined &&
        (field(row, 'filtered_resps') !== undefined || field(row, 'resps') !== undefined),
    sample: (row, place, sink) => {
        const task = taskOf(place.file);
        sink.setup('task', task);
        return harnessSample(row, place, task);
    },
};
function harnessSample(row, place, task) {
    const document = scalarText(field(row, 'doc_id'));
    if (document === undefined)
        return 'its doc_id is neither text nor a number';
    const scores = metricsOf(row);
    if (scores.size === 0)
        return noScore(row);
    const filter = scalarText(field(row, 'filter')) ?? 'none';
    const filtered = filter !== 'none';
    const cluster = filtered ? `${task}/${document}` : mediaOf(row);
    return {
        id: `${task}/${document}${filtered ? `/${filter}` : ''}`,
        scores,
        ...(cluster !== undefined && { cluster }),
        slices: [`task=${task}`, ...(filtered ? [`filter=${filter}`] : []), ...categoriesOf(row)],
        ...hashOf(row),
        ...place,
    };
}
function noScore(row) {
    const names = metricNames(row).map(shown).join(', ');
    return names === ''
        ? 'it has no metric'
        : `its metrics (${names}) are no scores of single samples; leave this file out of the globs, or compare the totals of results_*.json`;
}
function mediaOf(row) {
    const media = field(row, 'input_media');
    return Array.isArray(media) && media.length > 0
        ? media.map(String).join(' ').slice(0, longestCompared)
        : undefined;
}
function categoriesOf(row) {
    const categories = Object.values(row).flatMap((value) => scalarText(field(value, 'category')) ?? []);
    return [...new Set(categories)].map((category) => `category=${category}`);
}
const described = new Set([
    'doc_id',
    'doc',
    'target',
    'arguments',
    'resps',
    'filtered_resps',
    'filter',
    'metrics',
    'doc_hash',
    'prompt_hash',
    'target_hash',
    'input',
    'input_media',
    'token_counts',
]);
function metricNames(row) {
    const listed = field(row, 'metrics');
    return Array.isArray(listed)
        ? listed.filter((name) => typeof name === 'string')
        : Object.keys(row).filter((name) => !described.has(name));
}
function metricsOf(row) {
    const scores = new Map();
    for (const name of metricNames(row)) {
        const value = field(row, name);
        const score = isRecord(value) ? field(value, 'score') : value;
        if (score !== undefined && !Array.isArray(score))
            scores.set(name, scoreOf(score));
    }
    return scores;
}
function hashOf(row) {
    const hashes = ['doc_hash', 'prompt_hash', 'target_hash'].flatMap((name) => scalarText(field(row, name)) ?? []);
    const texts = ['target', 'input'].flatMap((name) => scalarText(field(row, name)) ?? []);
    const parts = field(row, 'target_hash') === undefined ? [...hashes, ...texts.map(comparable)] : hashes;
    return parts.length === 0 ? {} : { hash: parts.join(' ') };
}

;// CONCATENATED MODULE: ./build/src/regression/formats/rows.js


const names = {
    id: [
        'id',
        'sample_id',
        'doc_id',
        'question_id',
        'uid',
        'uuid',
        'pid',
        'idx',
        'index',
        'qid',
        'task_id',
        'instance_id',
        'example_id',
        'problem_id',
        'query_id',
        'prompt_id',
        'case_id',
    ],
    repetition: ['trial', 'repeat', 'repetition', 'completion_id'],
    target: [
        'target',
        'label',
        'gold',
        'reference',
        'expected',
        'ground_truth',
        'actual',
        'targets',
        'references',
        'answer',
    ],
    prediction: [
        'prediction',
        'pred',
        'predicted',
        'predicted_label',
        'pred_label',
        'pred_indexs',
        'extraction',
        'predictions',
        'outputs',
        'response',
        'output',
    ],
    cluster: ['cluster', 'cluster_id', 'group_id', 'image_id'],
    hash: ['hash', 'content_hash', 'doc_hash'],
    slices: ['slices', 'slice'],
};
const scoreNames = [
    'score',
    'correct',
    'is_correct',
    'acc',
    'acc_norm',
    'accuracy',
    'exact_match',
    'em',
    'f1',
    'pass',
    'passed',
    'success',
    'hit',
    'if_right',
    'true_false',
    'pass_rate',
    'pass@1',
    'resolved',
    'solved',
    'reward',
];
const sliceColumns = [
    'task',
    'language',
    'lang',
    'category',
    'subject',
    'split',
    'difficulty',
    'topic_difficulty',
    'question_type',
];
const reserved = new Set([...Object.values(names).flat(), ...sliceColumns]);
const mostScores = 64;
function plainSample(row, place) {
    const id = scalarText(firstField(row, names.id));
    if (id === undefined || id === '')
        return 'it has no id';
    const target = labelsOf(firstField(row, names.target));
    const prediction = predictionOf(row);
    const scores = scoresOf(row);
    const paired = target !== undefined && prediction !== undefined;
    if (!paired && scores.size === 0)
        return 'it has neither target and prediction nor a score';
    const repetition = scalarText(firstField(row, names.repetition));
    const cluster = scalarText(firstField(row, names.cluster)) ?? (repetition === undefined ? undefined : id);
    const hash = scalarText(firstField(row, names.hash));
    return {
        id: repetition === undefined ? id : `${id}/trial ${repetition}`,
        ...(paired && { target, prediction }),
        scores,
        ...(cluster !== undefined && { cluster }),
        slices: [
            ...slicesOf(firstField(row, names.slices)),
            ...sliceColumns.flatMap((name) => nameSlices(name, field(row, name))),
        ],
        ...(hash !== undefined && { hash }),
        ...place,
    };
}
function predictionOf(row) {
    const present = names.prediction.find((name) => field(row, name) !== undefined);
    if (present === undefined)
        return undefined;
    const value = field(row, present);
    return value === null ? null : labelsOf(value);
}
function labelsOf(value) {
    if (Array.isArray(value))
        return value.map(scalarText).filter((label) => label !== undefined);
    return scalarText(value);
}
function scoresOf(row) {
    const scores = new Map();
    const nested = field(row, 'scores');
    for (const [name, value] of isRecord(nested) ? Object.entries(nested) : [])
        keep(scores, name, value);
    for (const [name, value] of Object.entries(row)) {
        if (reserved.has(name))
            continue;
        if (scoreNames.includes(name) || looksNumeric(value))
            keep(scores, name, value);
    }
    return scores;
}
function keep(scores, name, value) {
    if (scores.size < mostScores)
        scores.set(name, scoreOf(value));
}
function slicesOf(value) {
    if (isRecord(value))
        return Object.entries(value).flatMap(([name, of]) => nameSlices(name, of));
    const texts = Array.isArray(value) ? value : (scalarText(value)?.split(/[;|]/) ?? []);
    return texts
        .map(scalarText)
        .filter((text) => text !== undefined && text.trim() !== '')
        .map((text) => String(text).trim());
}
function nameSlices(name, value) {
    const text = scalarText(value);
    return text === undefined || text === '' ? [] : [`${name}=${text}`];
}

;// CONCATENATED MODULE: ./build/src/regression/formats/tool-documents.js





const longestHash = 2000;
function contentOf(value) {
    return value === undefined ? {} : { hash: JSON.stringify(value).slice(0, longestHash) };
}
const promptfoo = {
    name: 'promptfoo',
    matches: (value) => rowsOf(field(field(value, 'results'), 'results')).length > 0,
    read({ value, path }, sink) {
        const rows = rowsOf(field(field(value, 'results'), 'results'));
        const providers = [...new Set(rows.map(providerOf))].toSorted();
        for (const row of rows) {
            const provider = providers.length > 1 ? `/provider ${providers.indexOf(providerOf(row))}` : '';
            sink.sample(promptfooSample(row, { file: path }, provider));
        }
    },
};
function promptfooSample(row, place, provider = '') {
    const number = (name) => scalarText(field(row, name)) ?? '0';
    const named = field(row, 'namedScores');
    const scores = [
        ['score', field(row, 'score')],
        ['pass_rate', field(row, 'success')],
        ['latency', field(row, 'latencyMs')],
        ['cost', field(row, 'cost')],
        ...(isRecord(named) ? Object.entries(named) : []),
    ];
    return {
        id: `test ${number('testIdx')}/prompt ${number('promptIdx')}${provider}`,
        scores: new Map(scores.filter(([, score]) => score !== undefined).map(([name, score]) => [name, scoreOf(score)])),
        ...contentOf(field(row, 'vars')),
        slices: [],
        ...place,
    };
}
function providerOf(row) {
    const provider = field(row, 'provider');
    return scalarText(isRecord(provider) ? field(provider, 'id') : provider) ?? '';
}
const openCompass = {
    name: 'OpenCompass',
    matches: (value) => detailsOf(value).length > 0,
    read({ value, path }, sink) {
        const dataset = baseName(path);
        const problems = new Unreadable(path, sink);
        for (const [key, row] of detailsOf(value)) {
            const sample = plainSample({
                ...row,
                ...(field(row, 'correct') === undefined && { correct: field(row, 'is_correct') }),
                id: `${dataset}/${key}`,
            }, { file: path });
            if (typeof sample === 'string')
                problems.add(1, sample);
            else
                sink.sample({ ...sample, slices: [...sample.slices, `task=${dataset}`] });
        }
        problems.tell();
    },
};
function detailsOf(value) {
    const details = field(value, 'details');
    const entries = Array.isArray(details)
        ? details.map((row, at) => [String(at), row])
        : isRecord(details)
            ? Object.entries(details)
            : [];
    return entries.flatMap(([key, row]) => (isRecord(row) ? [[key, row]] : []));
}
const splitTable = {
    name: 'MLflow table',
    matches: (value) => Array.isArray(field(value, 'columns')) && Array.isArray(field(value, 'data')),
    read({ value, path, outline }, sink) {
        const columns = listOf(field(value, 'columns')).map((name) => String(name));
        const lines = outline.elementLines('data');
        const problems = new Unreadable(path, sink);
        listOf(field(value, 'data')).forEach((cells, at) => readCells(columns, cells, { at, path, line: lines[at] }, problems, sink));
        problems.tell();
    },
};
function readCells(columns, cells, place, problems, sink) {
    const values = listOf(cells);
    const row = Object.fromEntries(columns.map((name, i) => [name.replace(/\/v\d+\/score$/, ''), values[i]]));
    const known = firstField(row, names.id) !== undefined;
    const sample = plainSample(known ? row : { ...row, id: String(place.at) }, {
        file: place.path,
        ...(place.line !== undefined && { line: place.line }),
    });
    if (typeof sample === 'string')
        problems.add(place.line ?? 1, sample);
    else
        sink.sample({
            ...(known ? {} : contentOf(firstField(row, ['inputs', 'input', 'question', 'prompt']))),
            ...sample,
        });
}
function listOf(value) {
    return Array.isArray(value) ? value : [];
}
const pytestBenchmark = {
    name: 'pytest-benchmark',
    matches: (value) => rowsOf(field(value, 'benchmarks')).some((row) => isRecord(field(row, 'stats'))),
    read({ value, path, outline }, sink) {
        const lines = outline.elementLines('benchmarks');
        rowsOf(field(value, 'benchmarks')).forEach((row, at) => {
            const stats = field(row, 'stats');
            const rounds = scoreOf(field(stats, 'rounds'));
            const standardError = scoreOf(field(stats, 'stddev')) / Math.sqrt(rounds);
            const line = lines[at];
            sink.aggregate({
                name: `${scalarText(field(row, 'fullname')) ?? scalarText(field(row, 'name')) ?? `benchmark ${at}`} seconds`,
                value: scoreOf(field(stats, 'mean')),
                ...(Number.isFinite(standardError) && { standardError }),
                ...(Number.isFinite(rounds) && { n: rounds }),
                higherIsBetter: false,
                file: path,
                ...(line !== undefined && { line }),
            });
        });
    },
};
const deepEval = {
    name: 'DeepEval',
    matches: (value) => rowsOf(field(value, 'testCases')).length > 0,
    read({ value, path, outline }, sink) {
        const lines = outline.elementLines('testCases');
        rowsOf(field(value, 'testCases')).forEach((row, at) => {
            const metrics = rowsOf(field(row, 'metricsData'));
            const line = lines[at];
            sink.sample({
                id: scalarText(field(row, 'name')) ?? String(at),
                scores: new Map([
                    ['pass_rate', scoreOf(field(row, 'success'))],
                    ...metrics.map((metric) => [
                        scalarText(field(metric, 'name')) ?? 'metric',
                        scoreOf(field(metric, 'score')),
                    ]),
                ]),
                ...contentOf(field(row, 'input')),
                slices: [],
                file: path,
                ...(line !== undefined && { line }),
            });
        });
    },
};
const rowsById = {
    name: 'rows by id',
    matches: (value) => isRecord(value) &&
        Object.values(value).length > 0 &&
        Object.values(value).every((row) => isRecord(row) && hasOutcome(row)),
    read({ value, path, outline }, sink) {
        const problems = new Unreadable(path, sink);
        for (const [key, row] of isRecord(value) ? Object.entries(value) : []) {
            const line = outline.memberLine(key);
            const own = isRecord(row) ? row : {};
            const dataset = isPrediction(own) ? baseName(path) : undefined;
            const sample = plainSample({ ...own, id: dataset === undefined ? key : `${dataset}/${key}` }, { file: path, ...(line !== undefined && { line }) });
            if (typeof sample === 'string')
                problems.add(line ?? 1, sample);
            else
                sink.sample(dataset === undefined ? sample : { ...sample, slices: [...sample.slices, `task=${dataset}`] });
        }
        problems.tell();
    },
};
const columnTable = {
    name: 'table by columns',
    matches: (value) => isRecord(value) &&
        Object.keys(value).some((name) => columnNames.has(name)) &&
        Object.values(value).every(isColumn),
    read({ value, path }, sink) {
        const columns = Object.entries(isRecord(value) ? value : {});
        const labels = new Set(columns.flatMap(([, cells]) => (isRecord(cells) ? Object.keys(cells) : [])));
        const known = columns.some(([name]) => names.id.includes(name));
        const problems = new Unreadable(path, sink);
        for (const label of labels) {
            const row = Object.fromEntries(columns.map(([name, cells]) => [name, field(cells, label)]));
            const sample = plainSample(known ? row : { ...row, id: label }, { file: path });
            if (typeof sample === 'string')
                problems.add(1, sample);
            else
                sink.sample(sample);
        }
        problems.tell();
    },
};
const columnNames = new Set([...names.id, ...names.prediction, ...scoreNames]);
function isColumn(cells) {
    return (isRecord(cells) &&
        Object.keys(cells).length > 0 &&
        Object.keys(cells).every((label) => /^\d+$/.test(label)));
}
function isPrediction(row) {
    return field(row, 'origin_prompt') !== undefined || field(row, 'in-context examples') !== undefined;
}
function hasOutcome(row) {
    const labelled = firstField(row, names.target) !== undefined &&
        names.prediction.some((name) => field(row, name) !== undefined);
    return (labelled ||
        ['correct', 'is_correct', 'true_false', 'if_right', 'hit'].some((name) => typeof field(row, name) === 'boolean'));
}

;// CONCATENATED MODULE: ./build/src/regression/formats/row-dialects.js




const plain = { name: 'rows', matches: () => true, sample: plainSample };
const promptfooRows = {
    name: 'promptfoo rows',
    matches: (row) => ['testIdx', 'promptIdx', 'success'].every((name) => field(row, name) !== undefined),
    sample: (row, place) => promptfooSample(row, place),
};
const dialects = [harnessRows, promptfooRows, plain];
function rowReader(file, sink) {
    let dialect;
    return (row, line) => {
        dialect ??= dialects.find((candidate) => candidate.matches(row)) ?? plain;
        const sample = dialect.sample(row, { file, ...(line !== undefined && { line }) }, sink);
        if (typeof sample === 'string')
            return sample;
        sink.sample(sample);
        return undefined;
    };
}

;// CONCATENATED MODULE: ./build/src/regression/formats/csv.js






const longestField = 64 * 1024 * 1024;
const csv = {
    name: 'CSV',
    supports: (path) => /\.(?:csv|tsv)$/.test(path),
    open: openCsv,
};
function openCsv(path, sink) {
    const problems = new Unreadable(path, sink);
    const table = tableReader(path, sink, problems);
    const decoder = new TextDecoder();
    let splitter;
    return {
        push(chunk) {
            const text = decoder.decode(chunk, { stream: true });
            splitter ??= new CsvSplitter(separatorOf(path, text), table);
            if (splitter.pending <= longestField)
                splitter.push(text);
        },
        end() {
            const open = splitter?.end() === false;
            if (open)
                problems.add(1, 'a quote is never closed; was the file cut?');
            problems.tell();
        },
    };
}
function separatorOf(path, text) {
    if (path.toLowerCase().endsWith('.tsv'))
        return '\t';
    const first = text.slice(0, Math.max(0, text.indexOf('\n')));
    return !first.includes(',') && first.includes(';') ? ';' : ',';
}
function tableReader(path, sink, problems) {
    const read = rowReader(path, sink);
    let header;
    return (fields, line) => {
        if (header === undefined) {
            header = fields.map((name) => name.trim());
            const twice = header.find((name, at) => name !== '' && header?.indexOf(name) !== at);
            if (twice !== undefined)
                problems.add(line, `column ${shown(twice)} occurs twice`);
            return;
        }
        const totals = !header.some((name) => names.id.includes(name)) && totalsOf(header, fields, path, line, sink);
        if (totals)
            return;
        const reason = fields.length === header.length
            ? read(rowOf(header, fields), line)
            : `it has ${fields.length} fields where the header has ${header.length}`;
        if (reason !== undefined)
            problems.add(line, reason);
    };
}
function totalsOf(header, fields, file, line, sink) {
    const label = fields.find((field) => field !== '' && !looksNumeric(field));
    const numbers = header.flatMap((name, at) => looksNumeric(fields[at]) ? [{ name, value: scoreOf(fields[at]) }] : []);
    const whole = numbers.some(({ name }) => isWhole(name));
    for (const { name, value } of numbers) {
        const secondary = whole && !isWhole(name);
        sink.aggregate({
            name: label === undefined ? name : `${label}.${name}`,
            value,
            ...(secondary && { secondary }),
            file,
            line,
        });
    }
    return numbers.length > 0 && fields.length === header.length;
}
function isWhole(name) {
    return name.toLowerCase() === 'overall';
}
function rowOf(header, fields) {
    const row = Object.create(null);
    header.forEach((name, at) => {
        row[name] = fields[at];
    });
    return row;
}

;// CONCATENATED MODULE: external "module"
const external_module_namespaceObject = require("module");
;// CONCATENATED MODULE: ./node_modules/fflate/esm/index.mjs

var esm_require = (0,external_module_namespaceObject.createRequire)('/');
// DEFLATE is a complex format; to read this code, you should probably check the RFC first:
// https://tools.ietf.org/html/rfc1951
// You may also wish to take a look at the guide I made about this program:
// https://gist.github.com/101arrowz/253f31eb5abc3d9275ab943003ffecad
// Some of the following code is similar to that of UZIP.js:
// https://github.com/photopea/UZIP.js
// However, the vast majority of the codebase has diverged from UZIP.js to increase performance and reduce bundle size.
// Sometimes 0 will appear where -1 would be more appropriate. This is because using a uint
// is better for memory in most engines (I *think*).
var _a;
// Mediocre shim
var Worker;
var isMarkedAsUntransferable;
var workerAdd = ";var __w=require('worker_threads');__w.parentPort.on('message',function(m){onmessage({data:m})}),postMessage=function(m,t){__w.parentPort.postMessage(m,t)},close=process.exit;self=global";
try {
    (_a = esm_require('worker_threads'), Worker = _a.Worker, isMarkedAsUntransferable = _a.isMarkedAsUntransferable);
}
catch (e) {
}
var wk = (/* unused pure expression or super */ null && (Worker ? function (c, _, msg, transfer, cb) {
    var done = false;
    var w = new Worker(c + workerAdd, { eval: true })
        .on('error', function (e) { return cb(e, null); })
        .on('message', function (m) { return cb(null, m); })
        .on('exit', function (c) {
        if (c && !done)
            cb(new Error('exited with code ' + c), null);
    });
    if (isMarkedAsUntransferable)
        transfer = transfer.filter(function (t) { return !isMarkedAsUntransferable(t); });
    w.postMessage(msg, transfer);
    w.terminate = function () {
        done = true;
        return Worker.prototype.terminate.call(w);
    };
    return w;
} : function (_, __, ___, ____, cb) {
    setImmediate(function () { return cb(new Error('async operations unsupported - update to Node 12+ (or Node 10-11 with the --experimental-worker CLI flag)'), null); });
    var NOP = function () { };
    return {
        terminate: NOP,
        postMessage: NOP
    };
}));

// aliases for shorter compressed code (most minifers don't do this)
var u8 = Uint8Array, u16 = Uint16Array, i32 = Int32Array;
// fixed length extra bits
var fleb = new u8([0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0, /* unused */ 0, 0, /* impossible */ 0]);
// fixed distance extra bits
var fdeb = new u8([0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13, /* unused */ 0, 0]);
// code length index map
var clim = new u8([16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]);
// get base, reverse index map from extra bits
var freb = function (eb, start) {
    var b = new u16(31);
    for (var i = 0; i < 31; ++i) {
        b[i] = start += 1 << eb[i - 1];
    }
    // numbers here are at max 18 bits
    var r = new i32(b[30]);
    for (var i = 1; i < 30; ++i) {
        for (var j = b[i]; j < b[i + 1]; ++j) {
            r[j] = ((j - b[i]) << 5) | i;
        }
    }
    return { b: b, r: r };
};
var _a = freb(fleb, 2), fl = _a.b, revfl = _a.r;
// we can ignore the fact that the other numbers are wrong; they never happen anyway
fl[28] = 258, revfl[258] = 28;
var _b = freb(fdeb, 0), fd = _b.b, revfd = _b.r;
// map of value to reverse (assuming 16 bits)
var rev = new u16(32768);
for (var i = 0; i < 32768; ++i) {
    // reverse table algorithm from SO
    var x = ((i & 0xAAAA) >> 1) | ((i & 0x5555) << 1);
    x = ((x & 0xCCCC) >> 2) | ((x & 0x3333) << 2);
    x = ((x & 0xF0F0) >> 4) | ((x & 0x0F0F) << 4);
    rev[i] = (((x & 0xFF00) >> 8) | ((x & 0x00FF) << 8)) >> 1;
}
// create huffman tree from u8 "map": index -> code length for code index
// mb (max bits) must be at most 15
// TODO: optimize/split up?
var hMap = (function (cd, mb, r) {
    var s = cd.length;
    // index
    var i = 0;
    // u16 "map": index -> # of codes with bit length = index
    var l = new u16(mb);
    // length of cd must be 288 (total # of codes)
    for (; i < s; ++i) {
        if (cd[i])
            ++l[cd[i] - 1];
    }
    // u16 "map": index -> minimum code for bit length = index
    var le = new u16(mb);
    for (i = 1; i < mb; ++i) {
        le[i] = (le[i - 1] + l[i - 1]) << 1;
    }
    var co;
    if (r) {
        // u16 "map": index -> number of actual bits, symbol for code
        co = new u16(1 << mb);
        // bits to remove for reverser
        var rvb = 15 - mb;
        for (i = 0; i < s; ++i) {
            // ignore 0 lengths
            if (cd[i]) {
                // num encoding both symbol and bits read
                var sv = (i << 4) | cd[i];
                // free bits
                var r_1 = mb - cd[i];
                // start value
                var v = le[cd[i] - 1]++ << r_1;
                // m is end value
                for (var m = v | ((1 << r_1) - 1); v <= m; ++v) {
                    // every 16 bit value starting with the code yields the same result
                    co[rev[v] >> rvb] = sv;
                }
            }
        }
    }
    else {
        co = new u16(s);
        for (i = 0; i < s; ++i) {
            if (cd[i]) {
                co[i] = rev[le[cd[i] - 1]++] >> (15 - cd[i]);
            }
        }
    }
    return co;
});
// fixed length tree
var flt = new u8(288);
for (var i = 0; i < 144; ++i)
    flt[i] = 8;
for (var i = 144; i < 256; ++i)
    flt[i] = 9;
for (var i = 256; i < 280; ++i)
    flt[i] = 7;
for (var i = 280; i < 288; ++i)
    flt[i] = 8;
// fixed distance tree
var fdt = new u8(32);
for (var i = 0; i < 32; ++i)
    fdt[i] = 5;
// fixed length map
var flm = /*#__PURE__*/ (/* unused pure expression or super */ null && (hMap(flt, 9, 0))), flrm = /*#__PURE__*/ hMap(flt, 9, 1);
// fixed distance map
var fdm = /*#__PURE__*/ (/* unused pure expression or super */ null && (hMap(fdt, 5, 0))), fdrm = /*#__PURE__*/ hMap(fdt, 5, 1);
// find max of array
var max = function (a) {
    var m = a[0];
    for (var i = 1; i < a.length; ++i) {
        if (a[i] > m)
            m = a[i];
    }
    return m;
};
// read d, starting at bit p and mask with m
var bits = function (d, p, m) {
    var o = (p / 8) | 0;
    return ((d[o] | (d[o + 1] << 8)) >> (p & 7)) & m;
};
// read d, starting at bit p continuing for at least 16 bits
var bits16 = function (d, p) {
    var o = (p / 8) | 0;
    return ((d[o] | (d[o + 1] << 8) | (d[o + 2] << 16)) >> (p & 7));
};
// get end of byte
var shft = function (p) { return ((p + 7) / 8) | 0; };
// typed array slice - allows garbage collector to free original reference,
// while being more compatible than .slice
var slc = function (v, s, e) {
    if (s == null || s < 0)
        s = 0;
    if (e == null || e > v.length)
        e = v.length;
    // can't use .constructor in case user-supplied
    return new u8(v.subarray(s, e));
};
/**
 * Codes for errors generated within this library
 */
var FlateErrorCode = {
    UnexpectedEOF: 0,
    InvalidBlockType: 1,
    InvalidLengthLiteral: 2,
    InvalidDistance: 3,
    StreamFinished: 4,
    NoStreamHandler: 5,
    InvalidHeader: 6,
    NoCallback: 7,
    InvalidUTF8: 8,
    ExtraFieldTooLong: 9,
    InvalidDate: 10,
    FilenameTooLong: 11,
    StreamFinishing: 12,
    InvalidZipData: 13,
    UnknownCompressionMethod: 14
};
// error codes
var ec = [
    'unexpected EOF',
    'invalid block type',
    'invalid length/literal',
    'invalid distance',
    'stream finished',
    'no stream handler',
    , // determined by compression function
    'no callback',
    'invalid UTF-8 data',
    'extra field too long',
    'date not in range 1980-2099',
    'filename too long',
    'stream finishing',
    'invalid zip data'
    // determined by unknown compression method
];
;
var err = function (ind, msg, nt) {
    var e = new Error(msg || ec[ind]);
    e.code = ind;
    if (Error.captureStackTrace)
        Error.captureStackTrace(e, err);
    if (!nt)
        throw e;
    return e;
};
// expands raw DEFLATE data
var inflt = function (dat, st, buf, dict) {
    // source length       dict length
    var sl = dat.length, dl = dict ? dict.length : 0;
    if (!sl || st.f && !st.l)
        return buf || new u8(0);
    var noBuf = !buf;
    // have to estimate size
    var resize = noBuf || st.i != 2;
    // no state
    var noSt = st.i;
    // Assumes roughly 33% compression ratio average
    if (noBuf)
        buf = new u8(sl * 3);
    // ensure buffer can fit at least l elements
    var cbuf = function (l) {
        var bl = buf.length;
        // need to increase size to fit
        if (l > bl) {
            // Double or set to necessary, whichever is greater
            var nbuf = new u8(Math.max(bl * 2, l));
            nbuf.set(buf);
            buf = nbuf;
        }
    };
    //  last chunk         bitpos           bytes
    var final = st.f || 0, pos = st.p || 0, bt = st.b || 0, lm = st.l, dm = st.d, lbt = st.m, dbt = st.n;
    // total bits
    var tbts = sl * 8;
    do {
        if (!lm) {
            // BFINAL - this is only 1 when last chunk is next
            final = bits(dat, pos, 1);
            // type: 0 = no compression, 1 = fixed huffman, 2 = dynamic huffman
            var type = bits(dat, pos + 1, 3);
            pos += 3;
            if (!type) {
                // go to end of byte boundary
                var s = shft(pos) + 4, l = dat[s - 4] | (dat[s - 3] << 8), t = s + l;
                if (t > sl) {
                    if (noSt)
                        err(0);
                    break;
                }
                // ensure size
                if (resize)
                    cbuf(bt + l);
                // Copy over uncompressed data
                buf.set(dat.subarray(s, t), bt);
                // Get new bitpos, update byte count
                st.b = bt += l, st.p = pos = t * 8, st.f = final;
                continue;
            }
            else if (type == 1)
                lm = flrm, dm = fdrm, lbt = 9, dbt = 5;
            else if (type == 2) {
                //  literal                            lengths
                var hLit = bits(dat, pos, 31) + 257, hcLen = bits(dat, pos + 10, 15) + 4;
                var tl = hLit + bits(dat, pos + 5, 31) + 1;
                pos += 14;
                // length+distance tree
                var ldt = new u8(tl);
                // code length tree
                var clt = new u8(19);
                for (var i = 0; i < hcLen; ++i) {
                    // use index map to get real code
                    clt[clim[i]] = bits(dat, pos + i * 3, 7);
                }
                pos += hcLen * 3;
                // code lengths bits
                var clb = max(clt), clbmsk = (1 << clb) - 1;
                // code lengths map
                var clm = hMap(clt, clb, 1);
                for (var i = 0; i < tl;) {
                    var r = clm[bits(dat, pos, clbmsk)];
                    // bits read
                    pos += r & 15;
                    // symbol
                    var s = r >> 4;
                    // code length to copy
                    if (s < 16) {
                        ldt[i++] = s;
                    }
                    else {
                        //  copy   count
                        var c = 0, n = 0;
                        if (s == 16)
                            n = 3 + bits(dat, pos, 3), pos += 2, c = ldt[i - 1];
                        else if (s == 17)
                            n = 3 + bits(dat, pos, 7), pos += 3;
                        else if (s == 18)
                            n = 11 + bits(dat, pos, 127), pos += 7;
                        while (n--)
                            ldt[i++] = c;
                    }
                }
                //    length tree                 distance tree
                var lt = ldt.subarray(0, hLit), dt = ldt.subarray(hLit);
                // max length bits
                lbt = max(lt);
                // max dist bits
                dbt = max(dt);
                lm = hMap(lt, lbt, 1);
                dm = hMap(dt, dbt, 1);
            }
            else
                err(1);
            if (pos > tbts) {
                if (noSt)
                    err(0);
                break;
            }
        }
        // Make sure the buffer can hold this + the largest possible addition
        // Maximum chunk size (practically, theoretically infinite) is 2^17
        if (resize)
            cbuf(bt + 131072);
        var lms = (1 << lbt) - 1, dms = (1 << dbt) - 1;
        var lpos = pos;
        for (;; lpos = pos) {
            // bits read, code
            var c = lm[bits16(dat, pos) & lms], sym = c >> 4;
            pos += c & 15;
            if (pos > tbts) {
                if (noSt)
                    err(0);
                break;
            }
            if (!c)
                err(2);
            if (sym < 256)
                buf[bt++] = sym;
            else if (sym == 256) {
                lpos = pos, lm = null;
                break;
            }
            else {
                var add = sym - 254;
                // no extra bits needed if less
                if (sym > 264) {
                    // index
                    var i = sym - 257, b = fleb[i];
                    add = bits(dat, pos, (1 << b) - 1) + fl[i];
                    pos += b;
                }
                // dist
                var d = dm[bits16(dat, pos) & dms], dsym = d >> 4;
                if (!d)
                    err(3);
                pos += d & 15;
                var dt = fd[dsym];
                if (dsym > 3) {
                    var b = fdeb[dsym];
                    dt += bits16(dat, pos) & (1 << b) - 1, pos += b;
                }
                if (pos > tbts) {
                    if (noSt)
                        err(0);
                    break;
                }
                if (resize)
                    cbuf(bt + 131072);
                var end = bt + add;
                if (bt < dt) {
                    var shift = dl - dt, dend = Math.min(dt, end);
                    if (shift + bt < 0)
                        err(3);
                    for (; bt < dend; ++bt)
                        buf[bt] = dict[shift + bt];
                }
                for (; bt < end; ++bt)
                    buf[bt] = buf[bt - dt];
            }
        }
        st.l = lm, st.p = lpos, st.b = bt, st.f = final;
        if (lm)
            final = 1, st.m = lbt, st.d = dm, st.n = dbt;
    } while (!final);
    // don't reallocate for streams or user buffers
    return bt != buf.length && noBuf ? slc(buf, 0, bt) : buf.subarray(0, bt);
};
// starting at p, write the minimum number of bits that can hold v to d
var wbits = function (d, p, v) {
    v <<= p & 7;
    var o = (p / 8) | 0;
    d[o] |= v;
    d[o + 1] |= v >> 8;
};
// starting at p, write the minimum number of bits (>8) that can hold v to d
var wbits16 = function (d, p, v) {
    v <<= p & 7;
    var o = (p / 8) | 0;
    d[o] |= v;
    d[o + 1] |= v >> 8;
    d[o + 2] |= v >> 16;
};
// creates code lengths from a frequency table
var hTree = function (d, mb) {
    // Need extra info to make a tree
    var t = [];
    for (var i = 0; i < d.length; ++i) {
        if (d[i])
            t.push({ s: i, f: d[i] });
    }
    var s = t.length;
    var t2 = t.slice();
    if (!s)
        return { t: et, l: 0 };
    if (s == 1) {
        var v = new u8(t[0].s + 1);
        v[t[0].s] = 1;
        return { t: v, l: 1 };
    }
    t.sort(function (a, b) { return a.f - b.f; });
    // after i2 reaches last ind, will be stopped
    // freq must be greater than largest possible number of symbols
    t.push({ s: -1, f: 25001 });
    var l = t[0], r = t[1], i0 = 0, i1 = 1, i2 = 2;
    t[0] = { s: -1, f: l.f + r.f, l: l, r: r };
    // efficient algorithm from UZIP.js
    // i0 is lookbehind, i2 is lookahead - after processing two low-freq
    // symbols that combined have high freq, will start processing i2 (high-freq,
    // non-composite) symbols instead
    // see https://reddit.com/r/photopea/comments/ikekht/uzipjs_questions/
    while (i1 != s - 1) {
        l = t[t[i0].f < t[i2].f ? i0++ : i2++];
        r = t[i0 != i1 && t[i0].f < t[i2].f ? i0++ : i2++];
        t[i1++] = { s: -1, f: l.f + r.f, l: l, r: r };
    }
    var maxSym = t2[0].s;
    for (var i = 1; i < s; ++i) {
        if (t2[i].s > maxSym)
            maxSym = t2[i].s;
    }
    // code lengths
    var tr = new u16(maxSym + 1);
    // max bits in tree
    var mbt = ln(t[i1 - 1], tr, 0);
    if (mbt > mb) {
        // more algorithms from UZIP.js
        // TODO: find out how this code works (debt)
        //  ind    debt
        var i = 0, dt = 0;
        //    left            cost
        var lft = mbt - mb, cst = 1 << lft;
        t2.sort(function (a, b) { return tr[b.s] - tr[a.s] || a.f - b.f; });
        for (; i < s; ++i) {
            var i2_1 = t2[i].s;
            if (tr[i2_1] > mb) {
                dt += cst - (1 << (mbt - tr[i2_1]));
                tr[i2_1] = mb;
            }
            else
                break;
        }
        dt >>= lft;
        while (dt > 0) {
            var i2_2 = t2[i].s;
            if (tr[i2_2] < mb)
                dt -= 1 << (mb - tr[i2_2]++ - 1);
            else
                ++i;
        }
        for (; i >= 0 && dt; --i) {
            var i2_3 = t2[i].s;
            if (tr[i2_3] == mb) {
                --tr[i2_3];
                ++dt;
            }
        }
        mbt = mb;
    }
    return { t: new u8(tr), l: mbt };
};
// get the max length and assign length codes
var ln = function (n, l, d) {
    return n.s == -1
        ? Math.max(ln(n.l, l, d + 1), ln(n.r, l, d + 1))
        : (l[n.s] = d);
};
// length codes generation
var lc = function (c) {
    var s = c.length;
    // Note that the semicolon was intentional
    while (s && !c[--s])
        ;
    var cl = new u16(++s);
    //  ind      num         streak
    var cli = 0, cln = c[0], cls = 1;
    var w = function (v) { cl[cli++] = v; };
    for (var i = 1; i <= s; ++i) {
        if (c[i] == cln && i != s)
            ++cls;
        else {
            if (!cln && cls > 2) {
                for (; cls > 138; cls -= 138)
                    w(32754);
                if (cls > 2) {
                    w(cls > 10 ? ((cls - 11) << 5) | 28690 : ((cls - 3) << 5) | 12305);
                    cls = 0;
                }
            }
            else if (cls > 3) {
                w(cln), --cls;
                for (; cls > 6; cls -= 6)
                    w(8304);
                if (cls > 2)
                    w(((cls - 3) << 5) | 8208), cls = 0;
            }
            while (cls--)
                w(cln);
            cls = 1;
            cln = c[i];
        }
    }
    return { c: cl.subarray(0, cli), n: s };
};
// calculate the length of output from tree, code lengths
var clen = function (cf, cl) {
    var l = 0;
    for (var i = 0; i < cl.length; ++i)
        l += cf[i] * cl[i];
    return l;
};
// writes a fixed block
// returns the new bit pos
var wfblk = function (out, pos, dat) {
    // no need to write 00 as type: TypedArray defaults to 0
    var s = dat.length;
    var o = shft(pos + 2);
    out[o] = s & 255;
    out[o + 1] = s >> 8;
    out[o + 2] = out[o] ^ 255;
    out[o + 3] = out[o + 1] ^ 255;
    for (var i = 0; i < s; ++i)
        out[o + i + 4] = dat[i];
    return (o + 4 + s) * 8;
};
// writes a block
var wblk = function (dat, out, final, syms, lf, df, eb, li, bs, bl, p) {
    wbits(out, p++, final);
    ++lf[256];
    var _a = hTree(lf, 15), dlt = _a.t, mlb = _a.l;
    var _b = hTree(df, 15), ddt = _b.t, mdb = _b.l;
    var _c = lc(dlt), lclt = _c.c, nlc = _c.n;
    var _d = lc(ddt), lcdt = _d.c, ndc = _d.n;
    var lcfreq = new u16(19);
    for (var i = 0; i < lclt.length; ++i)
        ++lcfreq[lclt[i] & 31];
    for (var i = 0; i < lcdt.length; ++i)
        ++lcfreq[lcdt[i] & 31];
    var _e = hTree(lcfreq, 7), lct = _e.t, mlcb = _e.l;
    var nlcc = 19;
    for (; nlcc > 4 && !lct[clim[nlcc - 1]]; --nlcc)
        ;
    var flen = (bl + 5) << 3;
    var ftlen = clen(lf, flt) + clen(df, fdt) + eb;
    var dtlen = clen(lf, dlt) + clen(df, ddt) + eb + 14 + 3 * nlcc + clen(lcfreq, lct) + 2 * lcfreq[16] + 3 * lcfreq[17] + 7 * lcfreq[18];
    if (bs >= 0 && flen <= ftlen && flen <= dtlen)
        return wfblk(out, p, dat.subarray(bs, bs + bl));
    var lm, ll, dm, dl;
    wbits(out, p, 1 + (dtlen < ftlen)), p += 2;
    if (dtlen < ftlen) {
        lm = hMap(dlt, mlb, 0), ll = dlt, dm = hMap(ddt, mdb, 0), dl = ddt;
        var llm = hMap(lct, mlcb, 0);
        wbits(out, p, nlc - 257);
        wbits(out, p + 5, ndc - 1);
        wbits(out, p + 10, nlcc - 4);
        p += 14;
        for (var i = 0; i < nlcc; ++i)
            wbits(out, p + 3 * i, lct[clim[i]]);
        p += 3 * nlcc;
        var lcts = [lclt, lcdt];
        for (var it = 0; it < 2; ++it) {
            var clct = lcts[it];
            for (var i = 0; i < clct.length; ++i) {
                var len = clct[i] & 31;
                wbits(out, p, llm[len]), p += lct[len];
                if (len > 15)
                    wbits(out, p, (clct[i] >> 5) & 127), p += clct[i] >> 12;
            }
        }
    }
    else {
        lm = flm, ll = flt, dm = fdm, dl = fdt;
    }
    for (var i = 0; i < li; ++i) {
        var sym = syms[i];
        if (sym > 255) {
            var len = (sym >> 18) & 31;
            wbits16(out, p, lm[len + 257]), p += ll[len + 257];
            if (len > 7)
                wbits(out, p, (sym >> 23) & 31), p += fleb[len];
            var dst = sym & 31;
            wbits16(out, p, dm[dst]), p += dl[dst];
            if (dst > 3)
                wbits16(out, p, (sym >> 5) & 8191), p += fdeb[dst];
        }
        else {
            wbits16(out, p, lm[sym]), p += ll[sym];
        }
    }
    wbits16(out, p, lm[256]);
    return p + ll[256];
};
// deflate options (nice << 13) | chain
var deo = /*#__PURE__*/ new i32([65540, 131080, 131088, 131104, 262176, 1048704, 1048832, 2114560, 2117632]);
// empty
var et = /*#__PURE__*/ new u8(0);
// compresses data into a raw DEFLATE buffer
var dflt = function (dat, lvl, plvl, pre, post, st) {
    var s = st.z || dat.length;
    var o = new u8(pre + s + 5 * (1 + Math.ceil(s / 7000)) + post);
    // writing to this writes to the output buffer
    var w = o.subarray(pre, o.length - post);
    var lst = st.l;
    var pos = (st.r || 0) & 7;
    if (lvl) {
        if (pos)
            w[0] = st.r >> 3;
        var opt = deo[lvl - 1];
        var n = opt >> 13, c = opt & 8191;
        var msk_1 = (1 << plvl) - 1;
        //    prev 2-byte val map    curr 2-byte val map
        var prev = st.p || new u16(32768), head = st.h || new u16(msk_1 + 1);
        var bs1_1 = Math.ceil(plvl / 3), bs2_1 = 2 * bs1_1;
        var hsh = function (i) { return (dat[i] ^ (dat[i + 1] << bs1_1) ^ (dat[i + 2] << bs2_1)) & msk_1; };
        // 24576 is an arbitrary number of maximum symbols per block
        // 424 buffer for last block
        var syms = new i32(25000);
        // length/literal freq   distance freq
        var lf = new u16(288), df = new u16(32);
        //  l/lcnt  exbits  index          l/lind  waitdx          blkpos
        var lc_1 = 0, eb = 0, i = st.i || 0, li = 0, wi = st.w || 0, bs = 0;
        for (; i + 2 < s; ++i) {
            // hash value
            var hv = hsh(i);
            // index mod 32768    previous index mod
            var imod = i & 32767, pimod = head[hv];
            prev[imod] = pimod;
            head[hv] = imod;
            // We always should modify head and prev, but only add symbols if
            // this data is not yet processed ("wait" for wait index)
            if (wi <= i) {
                // bytes remaining
                var rem = s - i;
                if ((lc_1 > 7000 || li > 24576) && (rem > 423 || !lst)) {
                    pos = wblk(dat, w, 0, syms, lf, df, eb, li, bs, i - bs, pos);
                    li = lc_1 = eb = 0, bs = i;
                    for (var j = 0; j < 286; ++j)
                        lf[j] = 0;
                    for (var j = 0; j < 30; ++j)
                        df[j] = 0;
                }
                //  len    dist   chain
                var l = 2, d = 0, ch_1 = c, dif = imod - pimod & 32767;
                if (rem > 2 && hv == hsh(i - dif)) {
                    var maxn = Math.min(n, rem) - 1;
                    var maxd = Math.min(32767, i);
                    // max possible length
                    // not capped at dif because decompressors implement "rolling" index population
                    var ml = Math.min(258, rem);
                    while (dif <= maxd && --ch_1 && imod != pimod) {
                        if (dat[i + l] == dat[i + l - dif]) {
                            var nl = 0;
                            for (; nl < ml && dat[i + nl] == dat[i + nl - dif]; ++nl)
                                ;
                            if (nl > l) {
                                l = nl, d = dif;
                                // break out early when we reach "nice" (we are satisfied enough)
                                if (nl > maxn)
                                    break;
                                // now, find the rarest 2-byte sequence within this
                                // length of literals and search for that instead.
                                // Much faster than just using the start
                                var mmd = Math.min(dif, nl - 2);
                                var md = 0;
                                for (var j = 0; j < mmd; ++j) {
                                    var ti = i - dif + j & 32767;
                                    var pti = prev[ti];
                                    var cd = ti - pti & 32767;
                                    if (cd > md)
                                        md = cd, pimod = ti;
                                }
                            }
                        }
                        // check the previous match
                        imod = pimod, pimod = prev[imod];
                        dif += imod - pimod & 32767;
                    }
                }
                // d will be nonzero only when a match was found
                if (d) {
                    // store both dist and len data in one int32
                    // Make sure this is recognized as a len/dist with 28th bit (2^28)
                    syms[li++] = 268435456 | (revfl[l] << 18) | revfd[d];
                    var lin = revfl[l] & 31, din = revfd[d] & 31;
                    eb += fleb[lin] + fdeb[din];
                    ++lf[257 + lin];
                    ++df[din];
                    wi = i + l;
                    ++lc_1;
                }
                else {
                    syms[li++] = dat[i];
                    ++lf[dat[i]];
                }
            }
        }
        for (i = Math.max(i, wi); i < s; ++i) {
            syms[li++] = dat[i];
            ++lf[dat[i]];
        }
        pos = wblk(dat, w, lst, syms, lf, df, eb, li, bs, i - bs, pos);
        if (!lst) {
            st.r = (pos & 7) | w[(pos / 8) | 0] << 3;
            // shft(pos) now 1 less if pos & 7 != 0
            pos -= 7;
            st.h = head, st.p = prev, st.i = i, st.w = wi;
        }
    }
    else {
        for (var i = st.w || 0; i < s + lst; i += 65535) {
            // end
            var e = i + 65535;
            if (e >= s) {
                // write final block
                w[(pos / 8) | 0] = lst;
                e = s;
            }
            pos = wfblk(w, pos + 1, dat.subarray(i, e));
        }
        st.i = s;
    }
    return slc(o, 0, pre + shft(pos) + post);
};
// CRC32 table
var crct = /*#__PURE__*/ (/* unused pure expression or super */ null && ((function () {
    var t = new Int32Array(256);
    for (var i = 0; i < 256; ++i) {
        var c = i, k = 9;
        while (--k)
            c = ((c & 1) && -306674912) ^ (c >>> 1);
        t[i] = c;
    }
    return t;
})()));
// CRC32
var crc = function () {
    var c = -1;
    return {
        p: function (d) {
            // closures have awful performance
            var cr = c;
            for (var i = 0; i < d.length; ++i)
                cr = crct[(cr & 255) ^ d[i]] ^ (cr >>> 8);
            c = cr;
        },
        d: function () { return ~c; }
    };
};
// Adler32
var adler = function () {
    var a = 1, b = 0;
    return {
        p: function (d) {
            // closures have awful performance
            var n = a, m = b;
            var l = d.length | 0;
            for (var i = 0; i != l;) {
                var e = Math.min(i + 2655, l);
                for (; i < e; ++i)
                    m += n += d[i];
                n = (n & 65535) + 15 * (n >> 16), m = (m & 65535) + 15 * (m >> 16);
            }
            a = n, b = m;
        },
        d: function () {
            a %= 65521, b %= 65521;
            return (a & 255) << 24 | (a & 0xFF00) << 8 | (b & 255) << 8 | (b >> 8);
        }
    };
};
;
// deflate with opts
var dopt = function (dat, opt, pre, post, st) {
    if (!st) {
        st = { l: 1 };
        if (opt.dictionary) {
            var dict = opt.dictionary.subarray(-32768);
            var newDat = new u8(dict.length + dat.length);
            newDat.set(dict);
            newDat.set(dat, dict.length);
            dat = newDat;
            st.w = dict.length;
        }
    }
    return dflt(dat, opt.level == null ? 6 : opt.level, opt.mem == null ? (st.l ? Math.ceil(Math.max(8, Math.min(13, Math.log(dat.length))) * 1.5) : 20) : (12 + opt.mem), pre, post, st);
};
// Walmart object spread
var mrg = function (a, b) {
    var o = {};
    for (var k in a)
        o[k] = a[k];
    for (var k in b)
        o[k] = b[k];
    return o;
};
// worker clone
// This is possibly the craziest part of the entire codebase, despite how simple it may seem.
// The only parameter to this function is a closure that returns an array of variables outside of the function scope.
// We're going to try to figure out the variable names used in the closure as strings because that is crucial for workerization.
// We will return an object mapping of true variable name to value (basically, the current scope as a JS object).
// The reason we can't just use the original variable names is minifiers mangling the toplevel scope.
// This took me three weeks to figure out how to do.
var wcln = function (fn, fnStr, td) {
    var dt = fn();
    var st = fn.toString();
    var ks = st.slice(st.indexOf('[') + 1, st.lastIndexOf(']')).replace(/\s+/g, '').split(',');
    for (var i = 0; i < dt.length; ++i) {
        var v = dt[i], k = ks[i];
        if (typeof v == 'function') {
            fnStr += ';' + k + '=';
            var st_1 = v.toString();
            if (v.prototype) {
                // for global objects
                if (st_1.indexOf('[native code]') != -1) {
                    var spInd = st_1.indexOf(' ', 8) + 1;
                    fnStr += st_1.slice(spInd, st_1.indexOf('(', spInd));
                }
                else {
                    fnStr += st_1;
                    for (var t in v.prototype)
                        fnStr += ';' + k + '.prototype.' + t + '=' + v.prototype[t].toString();
                }
            }
            else
                fnStr += st_1;
        }
        else
            td[k] = v;
    }
    return fnStr;
};
var ch = (/* unused pure expression or super */ null && ([]));
// clone bufs
var cbfs = function (v) {
    var tl = [];
    for (var k in v) {
        if (v[k].buffer) {
            tl.push((v[k] = new v[k].constructor(v[k])).buffer);
        }
    }
    return tl;
};
// use a worker to execute code
var wrkr = function (fns, init, id, cb) {
    if (!ch[id]) {
        var fnStr = '', td_1 = {}, m = fns.length - 1;
        for (var i = 0; i < m; ++i)
            fnStr = wcln(fns[i], fnStr, td_1);
        ch[id] = { c: wcln(fns[m], fnStr, td_1), e: td_1 };
    }
    var td = mrg({}, ch[id].e);
    return wk(ch[id].c + ';onmessage=function(e){for(var k in e.data)self[k]=e.data[k];onmessage=' + init.toString() + '}', id, td, cbfs(td), cb);
};
// base async inflate fn
var bInflt = function () { return [u8, u16, i32, fleb, fdeb, clim, fl, fd, flrm, fdrm, rev, ec, hMap, max, bits, bits16, shft, slc, err, inflt, inflateSync, pbf, gopt]; };
var bDflt = function () { return [u8, u16, i32, fleb, fdeb, clim, revfl, revfd, flm, flt, fdm, fdt, rev, deo, et, hMap, wbits, wbits16, hTree, ln, lc, clen, wfblk, wblk, shft, slc, dflt, dopt, deflateSync, pbf]; };
// gzip extra
var gze = function () { return [gzh, gzhl, wbytes, crc, crct]; };
// gunzip extra
var guze = function () { return [gzs, gzl]; };
// zlib extra
var zle = function () { return [zlh, wbytes, adler]; };
// unzlib extra
var zule = function () { return [zls]; };
// post buf
var pbf = function (msg) { return postMessage(msg, [msg.buffer]); };
// get opts
var gopt = function (o) { return o && {
    out: o.size && new u8(o.size),
    dictionary: o.dictionary
}; };
// async helper
var cbify = function (dat, opts, fns, init, id, cb) {
    var w = wrkr(fns, init, id, function (err, dat) {
        w.terminate();
        cb(err, dat);
    });
    w.postMessage([dat, opts], opts.consume ? [dat.buffer] : []);
    return function () { w.terminate(); };
};
// auto stream
var astrm = function (strm) {
    strm.ondata = function (dat, final) { return postMessage([dat, final], [dat.buffer]); };
    return function (ev) {
        if (ev.data[0]) {
            strm.push(ev.data[0], ev.data[1]);
            postMessage([ev.data[0].length]);
        }
        else
            strm.flush(ev.data[1]);
    };
};
// async stream attach
var astrmify = function (fns, strm, opts, init, id, flush, ext) {
    var t;
    var w = wrkr(fns, init, id, function (err, dat) {
        if (err)
            w.terminate(), strm.ondata.call(strm, err);
        else if (!Array.isArray(dat))
            ext(dat);
        else if (dat.length == 1) {
            strm.queuedSize -= dat[0];
            if (strm.ondrain)
                strm.ondrain(dat[0]);
        }
        else {
            if (dat[1])
                w.terminate();
            strm.ondata.call(strm, err, dat[0], dat[1]);
        }
    });
    w.postMessage(opts);
    strm.queuedSize = 0;
    strm.push = function (d, f) {
        if (!strm.ondata)
            err(5);
        if (t)
            strm.ondata(err(4, 0, 1), null, !!f);
        strm.queuedSize += d.length;
        // can fail for cross-realm Uint8Array, but ok - only a small performance penalty
        w.postMessage([d, t = f], d.buffer instanceof ArrayBuffer ? [d.buffer] : []);
    };
    strm.terminate = function () { w.terminate(); };
    if (flush) {
        strm.flush = function (sync) { w.postMessage([0, sync]); };
    }
};
// read 2 bytes
var b2 = function (d, b) { return d[b] | (d[b + 1] << 8); };
// read 4 bytes
var b4 = function (d, b) { return (d[b] | (d[b + 1] << 8) | (d[b + 2] << 16) | (d[b + 3] << 24)) >>> 0; };
// read 8 bytes
var b8 = function (d, b) { return b4(d, b) + (b4(d, b + 4) * 4294967296); };
// write bytes
var wbytes = function (d, b, v) {
    for (; v; ++b)
        d[b] = v, v >>>= 8;
};
// gzip header
var gzh = function (c, o) {
    var fn = o.filename;
    c[0] = 31, c[1] = 139, c[2] = 8, c[8] = o.level < 2 ? 4 : o.level == 9 ? 2 : 0, c[9] = 3; // assume Unix
    if (o.mtime != 0)
        wbytes(c, 4, Math.floor(new Date(o.mtime || Date.now()) / 1000));
    if (fn) {
        c[3] = 8;
        for (var i = 0; i <= fn.length; ++i)
            c[i + 10] = fn.charCodeAt(i);
    }
};
// gzip footer: -8 to -4 = CRC, -4 to -0 is length
// gzip start
var gzs = function (d) {
    if (d[0] != 31 || d[1] != 139 || d[2] != 8)
        err(6, 'invalid gzip data');
    var flg = d[3];
    var st = 10;
    if (flg & 4)
        st += (d[10] | d[11] << 8) + 2;
    for (var zs = (flg >> 3 & 1) + (flg >> 4 & 1); zs > 0; zs -= !d[st++])
        ;
    return st + (flg & 2);
};
// gzip length
var gzl = function (d) {
    var l = d.length;
    return (d[l - 4] | d[l - 3] << 8 | d[l - 2] << 16 | d[l - 1] << 24) >>> 0;
};
// gzip header length
var gzhl = function (o) { return 10 + (o.filename ? o.filename.length + 1 : 0); };
// zlib header
var zlh = function (c, o) {
    var lv = o.level, fl = lv == 0 ? 0 : lv < 6 ? 1 : lv == 9 ? 3 : 2;
    c[0] = 120, c[1] = (fl << 6) | (o.dictionary && 32);
    c[1] |= 31 - ((c[0] << 8) | c[1]) % 31;
    if (o.dictionary) {
        var h = adler();
        h.p(o.dictionary);
        wbytes(c, 2, h.d());
    }
};
// zlib start
var zls = function (d, dict) {
    if ((d[0] & 15) != 8 || (d[0] >> 4) > 7 || ((d[0] << 8 | d[1]) % 31))
        err(6, 'invalid zlib data');
    if ((d[1] >> 5 & 1) == +!dict)
        err(6, 'invalid zlib data: ' + (d[1] & 32 ? 'need' : 'unexpected') + ' dictionary');
    return (d[1] >> 3 & 4) + 2;
};
function StrmOpt(opts, cb) {
    if (typeof opts == 'function')
        cb = opts, opts = {};
    this.ondata = cb;
    return opts;
}
/**
 * Streaming DEFLATE compression
 */
var Deflate = /*#__PURE__*/ ((/* unused pure expression or super */ null && (function () {
    function Deflate(opts, cb) {
        if (typeof opts == 'function')
            cb = opts, opts = {};
        this.ondata = cb;
        this.o = opts || {};
        this.s = { l: 0, i: 32768, w: 32768, z: 32768 };
        // Buffer length must always be 0 mod 32768 for index calculations to be correct when modifying head and prev
        // 98304 = 32768 (lookback) + 65536 (common chunk size)
        this.b = new u8(98304);
        if (this.o.dictionary) {
            var dict = this.o.dictionary.subarray(-32768);
            this.b.set(dict, 32768 - dict.length);
            this.s.i = 32768 - dict.length;
        }
    }
    Deflate.prototype.p = function (c, f) {
        this.ondata(dopt(c, this.o, 0, 0, this.s), f);
    };
    /**
     * Pushes a chunk to be deflated
     * @param chunk The chunk to push
     * @param final Whether this is the last chunk
     */
    Deflate.prototype.push = function (chunk, final) {
        if (!this.ondata)
            err(5);
        if (this.s.l)
            err(4);
        var endLen = chunk.length + this.s.z;
        if (endLen > this.b.length) {
            if (endLen > 2 * this.b.length - 32768) {
                var newBuf = new u8(endLen & -32768);
                newBuf.set(this.b.subarray(0, this.s.z));
                this.b = newBuf;
            }
            var split = this.b.length - this.s.z;
            this.b.set(chunk.subarray(0, split), this.s.z);
            this.s.z = this.b.length;
            this.p(this.b, false);
            this.b.set(this.b.subarray(-32768));
            this.b.set(chunk.subarray(split), 32768);
            this.s.z = chunk.length - split + 32768;
            this.s.i = 32766, this.s.w = 32768;
        }
        else {
            this.b.set(chunk, this.s.z);
            this.s.z += chunk.length;
        }
        this.s.l = final & 1;
        if (this.s.z > this.s.w + 8191 || final) {
            this.p(this.b, final || false);
            this.s.w = this.s.i, this.s.i -= 2;
        }
        if (final) {
            // cleanup unneeded buffers/state to reduce memory usage
            this.s = this.o = {};
            this.b = et;
        }
    };
    /**
     * Flushes buffered uncompressed data. Useful to immediately retrieve the
     * deflated output for small inputs.
     * @param sync Whether to flush to a byte boundary. A sync flush takes 4-5
     *             extra bytes, but guarantees all pushed data is immediately
     *             decompressible. A separate DEFLATE stream may be concatenated
     *             with the current output after a sync flush.
     */
    Deflate.prototype.flush = function (sync) {
        if (!this.ondata)
            err(5);
        if (this.s.l)
            err(4);
        this.p(this.b, false);
        this.s.w = this.s.i, this.s.i -= 2;
        // could technically skip writing the type-0 block for (this.s.r & 7) == 0,
        // but the deterministic trailer (00 00 FF FF) is useful in some situations
        if (sync) {
            var c = new u8(6);
            c[0] = this.s.r >> 3;
            // write empty, non-final type-0 block
            var ep = wfblk(c, this.s.r, et);
            this.s.r = 0;
            this.ondata(c.subarray(0, ep >> 3), false);
        }
    };
    return Deflate;
}())));

/**
 * Asynchronous streaming DEFLATE compression
 */
var AsyncDeflate = /*#__PURE__*/ ((/* unused pure expression or super */ null && (function () {
    function AsyncDeflate(opts, cb) {
        astrmify([
            bDflt,
            function () { return [astrm, Deflate]; }
        ], this, StrmOpt.call(this, opts, cb), function (ev) {
            var strm = new Deflate(ev.data);
            onmessage = astrm(strm);
        }, 6, 1);
    }
    return AsyncDeflate;
}())));

function deflate(data, opts, cb) {
    if (!cb)
        cb = opts, opts = {};
    if (typeof cb != 'function')
        err(7);
    return cbify(data, opts, [
        bDflt,
    ], function (ev) { return pbf(deflateSync(ev.data[0], ev.data[1])); }, 0, cb);
}
/**
 * Compresses data with DEFLATE without any wrapper
 * @param data The data to compress
 * @param opts The compression options
 * @returns The deflated version of the data
 */
function deflateSync(data, opts) {
    return dopt(data, opts || {}, 0, 0);
}
/**
 * Streaming DEFLATE decompression
 */
var Inflate = /*#__PURE__*/ ((/* unused pure expression or super */ null && (function () {
    function Inflate(opts, cb) {
        // no StrmOpt here to avoid adding to workerizer
        if (typeof opts == 'function')
            cb = opts, opts = {};
        this.ondata = cb;
        var dict = opts && opts.dictionary && opts.dictionary.subarray(-32768);
        this.s = { i: 0, b: dict ? dict.length : 0 };
        this.o = new u8(32768);
        this.p = new u8(0);
        if (dict)
            this.o.set(dict);
    }
    Inflate.prototype.e = function (c) {
        if (!this.ondata)
            err(5);
        if (this.d)
            err(4);
        if (!this.p.length)
            this.p = c;
        else if (c.length) {
            var n = new u8(this.p.length + c.length);
            n.set(this.p), n.set(c, this.p.length), this.p = n;
        }
    };
    Inflate.prototype.c = function (final) {
        this.s.i = +(this.d = final || false);
        var bts = this.s.b;
        var dt = inflt(this.p, this.s, this.o);
        this.ondata(slc(dt, bts, this.s.b), this.d);
        this.o = slc(dt, this.s.b - 32768), this.s.b = this.o.length;
        this.p = slc(this.p, (this.s.p / 8) | 0), this.s.p &= 7;
    };
    /**
     * Pushes a chunk to be inflated
     * @param chunk The chunk to push
     * @param final Whether this is the final chunk
     */
    Inflate.prototype.push = function (chunk, final) {
        this.e(chunk), this.c(final);
    };
    return Inflate;
}())));

/**
 * Asynchronous streaming DEFLATE decompression
 */
var AsyncInflate = /*#__PURE__*/ ((/* unused pure expression or super */ null && (function () {
    function AsyncInflate(opts, cb) {
        astrmify([
            bInflt,
            function () { return [astrm, Inflate]; }
        ], this, StrmOpt.call(this, opts, cb), function (ev) {
            var strm = new Inflate(ev.data);
            onmessage = astrm(strm);
        }, 7, 0);
    }
    return AsyncInflate;
}())));

function inflate(data, opts, cb) {
    if (!cb)
        cb = opts, opts = {};
    if (typeof cb != 'function')
        err(7);
    return cbify(data, opts, [
        bInflt
    ], function (ev) { return pbf(inflateSync(ev.data[0], gopt(ev.data[1]))); }, 1, cb);
}
function inflateSync(data, opts) {
    return inflt(data, { i: 2 }, opts && opts.out, opts && opts.dictionary);
}
// before you yell at me for not just using extends, my reason is that TS inheritance is hard to workerize.
/**
 * Streaming GZIP compression
 */
var Gzip = /*#__PURE__*/ ((/* unused pure expression or super */ null && (function () {
    function Gzip(opts, cb) {
        this.c = crc();
        this.l = 0;
        this.v = 1;
        Deflate.call(this, opts, cb);
    }
    /**
     * Pushes a chunk to be GZIPped
     * @param chunk The chunk to push
     * @param final Whether this is the last chunk
     */
    Gzip.prototype.push = function (chunk, final) {
        this.c.p(chunk);
        this.l += chunk.length;
        Deflate.prototype.push.call(this, chunk, final);
    };
    Gzip.prototype.p = function (c, f) {
        var raw = dopt(c, this.o, this.v && gzhl(this.o), f && 8, this.s);
        if (this.v)
            gzh(raw, this.o), this.v = 0;
        if (f)
            wbytes(raw, raw.length - 8, this.c.d()), wbytes(raw, raw.length - 4, this.l);
        this.ondata(raw, f);
    };
    /**
     * Flushes buffered uncompressed data. Useful to immediately retrieve the
     * GZIPped output for small inputs.
     * @param sync Whether to flush to a byte boundary. A sync flush takes 4-5
     *             extra bytes, but guarantees all pushed data is immediately
     *             decompressible.
     */
    Gzip.prototype.flush = function (sync) {
        Deflate.prototype.flush.call(this, sync);
    };
    return Gzip;
}())));

/**
 * Asynchronous streaming GZIP compression
 */
var AsyncGzip = /*#__PURE__*/ ((/* unused pure expression or super */ null && (function () {
    function AsyncGzip(opts, cb) {
        astrmify([
            bDflt,
            gze,
            function () { return [astrm, Deflate, Gzip]; }
        ], this, StrmOpt.call(this, opts, cb), function (ev) {
            var strm = new Gzip(ev.data);
            onmessage = astrm(strm);
        }, 8, 1);
    }
    return AsyncGzip;
}())));

function gzip(data, opts, cb) {
    if (!cb)
        cb = opts, opts = {};
    if (typeof cb != 'function')
        err(7);
    return cbify(data, opts, [
        bDflt,
        gze,
        function () { return [gzipSync]; }
    ], function (ev) { return pbf(gzipSync(ev.data[0], ev.data[1])); }, 2, cb);
}
/**
 * Compresses data with GZIP
 * @param data The data to compress
 * @param opts The compression options
 * @returns The gzipped version of the data
 */
function gzipSync(data, opts) {
    if (!opts)
        opts = {};
    var c = crc(), l = data.length;
    c.p(data);
    var d = dopt(data, opts, gzhl(opts), 8), s = d.length;
    return gzh(d, opts), wbytes(d, s - 8, c.d()), wbytes(d, s - 4, l), d;
}
/**
 * Streaming single or multi-member GZIP decompression
 */
var Gunzip = /*#__PURE__*/ ((/* unused pure expression or super */ null && (function () {
    function Gunzip(opts, cb) {
        this.v = 1;
        this.r = 0;
        Inflate.call(this, opts, cb);
    }
    /**
     * Pushes a chunk to be GUNZIPped
     * @param chunk The chunk to push
     * @param final Whether this is the last chunk
     */
    Gunzip.prototype.push = function (chunk, final) {
        Inflate.prototype.e.call(this, chunk);
        this.r += chunk.length;
        if (this.v) {
            var p = this.p.subarray(this.v - 1);
            var s = p.length > 3 ? gzs(p) : 4;
            if (s > p.length) {
                if (!final)
                    return;
            }
            else if (this.v > 1 && this.onmember) {
                this.onmember(this.r - p.length);
            }
            this.p = p.subarray(s), this.v = 0;
        }
        // necessary to prevent TS from using the closure value
        // This allows for workerization to function correctly
        Inflate.prototype.c.call(this, 0);
        // process concatenated GZIP
        if (this.s.f && !this.s.l) {
            this.v = shft(this.s.p) + 9;
            this.s = { i: 0 };
            this.o = new u8(0);
            this.push(new u8(0), final);
        }
        else if (final) {
            Inflate.prototype.c.call(this, final);
        }
    };
    return Gunzip;
}())));

/**
 * Asynchronous streaming single or multi-member GZIP decompression
 */
var AsyncGunzip = /*#__PURE__*/ ((/* unused pure expression or super */ null && (function () {
    function AsyncGunzip(opts, cb) {
        var _this = this;
        astrmify([
            bInflt,
            guze,
            function () { return [astrm, Inflate, Gunzip]; }
        ], this, StrmOpt.call(this, opts, cb), function (ev) {
            var strm = new Gunzip(ev.data);
            strm.onmember = function (offset) { return postMessage(offset); };
            onmessage = astrm(strm);
        }, 9, 0, function (offset) { return _this.onmember && _this.onmember(offset); });
    }
    return AsyncGunzip;
}())));

function gunzip(data, opts, cb) {
    if (!cb)
        cb = opts, opts = {};
    if (typeof cb != 'function')
        err(7);
    return cbify(data, opts, [
        bInflt,
        guze,
        function () { return [gunzipSync]; }
    ], function (ev) { return pbf(gunzipSync(ev.data[0], ev.data[1])); }, 3, cb);
}
function gunzipSync(data, opts) {
    var st = gzs(data);
    if (st + 8 > data.length)
        err(6, 'invalid gzip data');
    return inflt(data.subarray(st, -8), { i: 2 }, opts && opts.out || new u8(gzl(data)), opts && opts.dictionary);
}
/**
 * Streaming Zlib compression
 */
var Zlib = /*#__PURE__*/ ((/* unused pure expression or super */ null && (function () {
    function Zlib(opts, cb) {
        this.c = adler();
        this.v = 1;
        Deflate.call(this, opts, cb);
    }
    /**
     * Pushes a chunk to be zlibbed
     * @param chunk The chunk to push
     * @param final Whether this is the last chunk
     */
    Zlib.prototype.push = function (chunk, final) {
        this.c.p(chunk);
        Deflate.prototype.push.call(this, chunk, final);
    };
    Zlib.prototype.p = function (c, f) {
        var raw = dopt(c, this.o, this.v && (this.o.dictionary ? 6 : 2), f && 4, this.s);
        if (this.v)
            zlh(raw, this.o), this.v = 0;
        if (f)
            wbytes(raw, raw.length - 4, this.c.d());
        this.ondata(raw, f);
    };
    /**
     * Flushes buffered uncompressed data. Useful to immediately retrieve the
     * zlibbed output for small inputs.
     * @param sync Whether to flush to a byte boundary. A sync flush takes 4-5
     *             extra bytes, but guarantees all pushed data is immediately
     *             decompressible.
     */
    Zlib.prototype.flush = function (sync) {
        Deflate.prototype.flush.call(this, sync);
    };
    return Zlib;
}())));

/**
 * Asynchronous streaming Zlib compression
 */
var AsyncZlib = /*#__PURE__*/ ((/* unused pure expression or super */ null && (function () {
    function AsyncZlib(opts, cb) {
        astrmify([
            bDflt,
            zle,
            function () { return [astrm, Deflate, Zlib]; }
        ], this, StrmOpt.call(this, opts, cb), function (ev) {
            var strm = new Zlib(ev.data);
            onmessage = astrm(strm);
        }, 10, 1);
    }
    return AsyncZlib;
}())));

function zlib(data, opts, cb) {
    if (!cb)
        cb = opts, opts = {};
    if (typeof cb != 'function')
        err(7);
    return cbify(data, opts, [
        bDflt,
        zle,
        function () { return [zlibSync]; }
    ], function (ev) { return pbf(zlibSync(ev.data[0], ev.data[1])); }, 4, cb);
}
/**
 * Compress data with Zlib
 * @param data The data to compress
 * @param opts The compression options
 * @returns The zlib-compressed version of the data
 */
function zlibSync(data, opts) {
    if (!opts)
        opts = {};
    var a = adler();
    a.p(data);
    var d = dopt(data, opts, opts.dictionary ? 6 : 2, 4);
    return zlh(d, opts), wbytes(d, d.length - 4, a.d()), d;
}
/**
 * Streaming Zlib decompression
 */
var Unzlib = /*#__PURE__*/ ((/* unused pure expression or super */ null && (function () {
    function Unzlib(opts, cb) {
        Inflate.call(this, opts, cb);
        this.v = opts && opts.dictionary ? 2 : 1;
    }
    /**
     * Pushes a chunk to be unzlibbed
     * @param chunk The chunk to push
     * @param final Whether this is the last chunk
     */
    Unzlib.prototype.push = function (chunk, final) {
        Inflate.prototype.e.call(this, chunk);
        if (this.v) {
            if (this.p.length < 6 && !final)
                return;
            this.p = this.p.subarray(zls(this.p, this.v - 1)), this.v = 0;
        }
        if (final) {
            if (this.p.length < 4)
                err(6, 'invalid zlib data');
            this.p = this.p.subarray(0, -4);
        }
        // necessary to prevent TS from using the closure value
        // This allows for workerization to function correctly
        Inflate.prototype.c.call(this, final);
    };
    return Unzlib;
}())));

/**
 * Asynchronous streaming Zlib decompression
 */
var AsyncUnzlib = /*#__PURE__*/ ((/* unused pure expression or super */ null && (function () {
    function AsyncUnzlib(opts, cb) {
        astrmify([
            bInflt,
            zule,
            function () { return [astrm, Inflate, Unzlib]; }
        ], this, StrmOpt.call(this, opts, cb), function (ev) {
            var strm = new Unzlib(ev.data);
            onmessage = astrm(strm);
        }, 11, 0);
    }
    return AsyncUnzlib;
}())));

function unzlib(data, opts, cb) {
    if (!cb)
        cb = opts, opts = {};
    if (typeof cb != 'function')
        err(7);
    return cbify(data, opts, [
        bInflt,
        zule,
        function () { return [unzlibSync]; }
    ], function (ev) { return pbf(unzlibSync(ev.data[0], gopt(ev.data[1]))); }, 5, cb);
}
function unzlibSync(data, opts) {
    return inflt(data.subarray(zls(data, opts && opts.dictionary), -4), { i: 2 }, opts && opts.out, opts && opts.dictionary);
}
// Default algorithm for compression (used because having a known output size allows faster decompression)


/**
 * Streaming GZIP, Zlib, or raw DEFLATE decompression
 */
var Decompress = /*#__PURE__*/ ((/* unused pure expression or super */ null && (function () {
    function Decompress(opts, cb) {
        this.o = StrmOpt.call(this, opts, cb) || {};
        this.G = Gunzip;
        this.I = Inflate;
        this.Z = Unzlib;
    }
    // init substream
    // overriden by AsyncDecompress
    Decompress.prototype.i = function () {
        var _this = this;
        this.s.ondata = function (dat, final) {
            _this.ondata(dat, final);
        };
    };
    /**
     * Pushes a chunk to be decompressed
     * @param chunk The chunk to push
     * @param final Whether this is the last chunk
     */
    Decompress.prototype.push = function (chunk, final) {
        if (!this.ondata)
            err(5);
        if (!this.s) {
            if (this.p && this.p.length) {
                var n = new u8(this.p.length + chunk.length);
                n.set(this.p), n.set(chunk, this.p.length);
            }
            else
                this.p = chunk;
            if (this.p.length > 2) {
                this.s = (this.p[0] == 31 && this.p[1] == 139 && this.p[2] == 8)
                    ? new this.G(this.o)
                    : ((this.p[0] & 15) != 8 || (this.p[0] >> 4) > 7 || ((this.p[0] << 8 | this.p[1]) % 31))
                        ? new this.I(this.o)
                        : new this.Z(this.o);
                this.i();
                this.s.push(this.p, final);
                this.p = null;
            }
        }
        else
            this.s.push(chunk, final);
    };
    return Decompress;
}())));

/**
 * Asynchronous streaming GZIP, Zlib, or raw DEFLATE decompression
 */
var AsyncDecompress = /*#__PURE__*/ ((/* unused pure expression or super */ null && (function () {
    function AsyncDecompress(opts, cb) {
        Decompress.call(this, opts, cb);
        this.queuedSize = 0;
        this.G = AsyncGunzip;
        this.I = AsyncInflate;
        this.Z = AsyncUnzlib;
    }
    AsyncDecompress.prototype.i = function () {
        var _this = this;
        this.s.ondata = function (err, dat, final) {
            _this.ondata(err, dat, final);
        };
        this.s.ondrain = function (size) {
            _this.queuedSize -= size;
            if (_this.ondrain)
                _this.ondrain(size);
        };
    };
    /**
     * Pushes a chunk to be decompressed
     * @param chunk The chunk to push
     * @param final Whether this is the last chunk
     */
    AsyncDecompress.prototype.push = function (chunk, final) {
        this.queuedSize += chunk.length;
        Decompress.prototype.push.call(this, chunk, final);
    };
    return AsyncDecompress;
}())));

function decompress(data, opts, cb) {
    if (!cb)
        cb = opts, opts = {};
    if (typeof cb != 'function')
        err(7);
    return (data[0] == 31 && data[1] == 139 && data[2] == 8)
        ? gunzip(data, opts, cb)
        : ((data[0] & 15) != 8 || (data[0] >> 4) > 7 || ((data[0] << 8 | data[1]) % 31))
            ? inflate(data, opts, cb)
            : unzlib(data, opts, cb);
}
/**
 * Expands compressed GZIP, Zlib, or raw DEFLATE data, automatically detecting the format
 * @param data The data to decompress
 * @param opts The decompression options
 * @returns The decompressed version of the data
 */
function decompressSync(data, opts) {
    return (data[0] == 31 && data[1] == 139 && data[2] == 8)
        ? gunzipSync(data, opts)
        : ((data[0] & 15) != 8 || (data[0] >> 4) > 7 || ((data[0] << 8 | data[1]) % 31))
            ? inflateSync(data, opts)
            : unzlibSync(data, opts);
}
// flatten a directory structure
var fltn = function (d, p, t, o) {
    for (var k in d) {
        var val = d[k], n = p + k, op = o;
        if (Array.isArray(val))
            op = mrg(o, val[1]), val = val[0];
        if (ArrayBuffer.isView(val))
            t[n] = [val, op];
        else {
            t[n += '/'] = [new u8(0), op];
            fltn(val, n, t, o);
        }
    }
};
// text encoder
var te = typeof TextEncoder != 'undefined' && /*#__PURE__*/ new TextEncoder();
// text decoder
var td = typeof TextDecoder != 'undefined' && /*#__PURE__*/ new TextDecoder();
// text decoder stream
var tds = 0;
try {
    td.decode(et, { stream: true });
    tds = 1;
}
catch (e) { }
// decode UTF8
var dutf8 = function (d) {
    for (var r = '', i = 0;;) {
        var c = d[i++];
        var eb = (c > 127) + (c > 223) + (c > 239);
        if (i + eb > d.length)
            return { s: r, r: slc(d, i - 1) };
        if (!eb)
            r += String.fromCharCode(c);
        else if (eb == 3) {
            c = ((c & 15) << 18 | (d[i++] & 63) << 12 | (d[i++] & 63) << 6 | (d[i++] & 63)) - 65536,
                r += String.fromCharCode(55296 | (c >> 10), 56320 | (c & 1023));
        }
        else if (eb & 1)
            r += String.fromCharCode((c & 31) << 6 | (d[i++] & 63));
        else
            r += String.fromCharCode((c & 15) << 12 | (d[i++] & 63) << 6 | (d[i++] & 63));
    }
};
/**
 * Streaming UTF-8 decoding
 */
var DecodeUTF8 = /*#__PURE__*/ ((/* unused pure expression or super */ null && (function () {
    /**
     * Creates a UTF-8 decoding stream
     * @param cb The callback to call whenever data is decoded
     */
    function DecodeUTF8(cb) {
        this.ondata = cb;
        if (tds)
            this.t = new TextDecoder();
        else
            this.p = et;
    }
    /**
     * Pushes a chunk to be decoded from UTF-8 binary
     * @param chunk The chunk to push
     * @param final Whether this is the last chunk
     */
    DecodeUTF8.prototype.push = function (chunk, final) {
        if (!this.ondata)
            err(5);
        final = !!final;
        if (this.t) {
            this.ondata(this.t.decode(chunk, { stream: true }), final);
            if (final) {
                if (this.t.decode().length)
                    err(8);
                this.t = null;
            }
            return;
        }
        if (!this.p)
            err(4);
        var dat = new u8(this.p.length + chunk.length);
        dat.set(this.p);
        dat.set(chunk, this.p.length);
        var _a = dutf8(dat), s = _a.s, r = _a.r;
        if (final) {
            if (r.length)
                err(8);
            this.p = null;
        }
        else
            this.p = r;
        this.ondata(s, final);
    };
    return DecodeUTF8;
}())));

/**
 * Streaming UTF-8 encoding
 */
var EncodeUTF8 = /*#__PURE__*/ ((/* unused pure expression or super */ null && (function () {
    /**
     * Creates a UTF-8 decoding stream
     * @param cb The callback to call whenever data is encoded
     */
    function EncodeUTF8(cb) {
        this.ondata = cb;
    }
    /**
     * Pushes a chunk to be encoded to UTF-8
     * @param chunk The string data to push
     * @param final Whether this is the last chunk
     */
    EncodeUTF8.prototype.push = function (chunk, final) {
        if (!this.ondata)
            err(5);
        if (this.d)
            err(4);
        this.ondata(strToU8(chunk), this.d = final || false);
    };
    return EncodeUTF8;
}())));

/**
 * Converts a string into a Uint8Array for use with compression/decompression methods
 * @param str The string to encode
 * @param latin1 Whether or not to interpret the data as Latin-1. This should
 *               not need to be true unless decoding a binary string.
 * @returns The string encoded in UTF-8/Latin-1 binary
 */
function strToU8(str, latin1) {
    if (latin1) {
        var ar_1 = new u8(str.length);
        for (var i = 0; i < str.length; ++i)
            ar_1[i] = str.charCodeAt(i);
        return ar_1;
    }
    if (te)
        return te.encode(str);
    var l = str.length;
    var ar = new u8(str.length + (str.length >> 1));
    var ai = 0;
    var w = function (v) { ar[ai++] = v; };
    for (var i = 0; i < l; ++i) {
        if (ai + 5 > ar.length) {
            var n = new u8(ai + 8 + ((l - i) << 1));
            n.set(ar);
            ar = n;
        }
        var c = str.charCodeAt(i);
        if (c < 128 || latin1)
            w(c);
        else if (c < 2048)
            w(192 | (c >> 6)), w(128 | (c & 63));
        else if (c > 55295 && c < 57344)
            c = 65536 + (c & 1023 << 10) | (str.charCodeAt(++i) & 1023),
                w(240 | (c >> 18)), w(128 | ((c >> 12) & 63)), w(128 | ((c >> 6) & 63)), w(128 | (c & 63));
        else
            w(224 | (c >> 12)), w(128 | ((c >> 6) & 63)), w(128 | (c & 63));
    }
    return slc(ar, 0, ai);
}
/**
 * Converts a Uint8Array to a string
 * @param dat The data to decode to string
 * @param latin1 Whether or not to interpret the data as Latin-1. This should
 *               not need to be true unless encoding to binary string.
 * @returns The original UTF-8/Latin-1 string
 */
function strFromU8(dat, latin1) {
    if (latin1) {
        var r = '';
        for (var i = 0; i < dat.length; i += 16384)
            r += String.fromCharCode.apply(null, dat.subarray(i, i + 16384));
        return r;
    }
    else if (td) {
        return td.decode(dat);
    }
    else {
        var _a = dutf8(dat), s = _a.s, r = _a.r;
        if (r.length)
            err(8);
        return s;
    }
}
;
// deflate bit flag
var dbf = function (l) { return l == 1 ? 3 : l < 6 ? 2 : l == 9 ? 1 : 0; };
// skip local zip header
var slzh = function (d, b) { return b + 30 + b2(d, b + 26) + b2(d, b + 28); };
// read zip header
var zh = function (d, b, z) {
    var fnl = b2(d, b + 28), efl = b2(d, b + 30), fn = strFromU8(d.subarray(b + 46, b + 46 + fnl), !(b2(d, b + 8) & 2048)), es = b + 46 + fnl;
    var _a = z64hs(d, es, efl, z, b4(d, b + 20), b4(d, b + 24), b4(d, b + 42)), sc = _a[0], su = _a[1], off = _a[2];
    return [b2(d, b + 10), sc, su, fn, es + efl + b2(d, b + 32), off];
};
// read zip64 header sizes
var z64hs = function (d, b, l, z, sc, su, off) {
    var nsc = sc == 4294967295, nsu = su == 4294967295, noff = off == 4294967295, e = b + l;
    var nf = nsc + nsu + noff;
    if (z && nf) {
        for (; b + 4 < e; b += 4 + b2(d, b + 2)) {
            if (b2(d, b) == 1) {
                return [
                    nsc ? b8(d, b + 4 + 8 * nsu) : sc,
                    nsu ? b8(d, b + 4) : su,
                    noff ? b8(d, b + 4 + 8 * (nsu + nsc)) : off,
                    1
                ];
            }
        }
        // z == 2 for unknown whether or not zip64
        if (z < 2)
            err(13);
    }
    return [sc, su, off, 0];
};
// extra field length
var exfl = function (ex) {
    var le = 0;
    if (ex) {
        for (var k in ex) {
            var l = ex[k].length;
            if (l > 65535)
                err(9);
            le += l + 4;
        }
    }
    return le;
};
// write zip header
var wzh = function (d, b, f, fn, u, c, ce, co) {
    var fl = fn.length, ex = f.extra, col = co && co.length;
    var exl = exfl(ex);
    wbytes(d, b, ce != null ? 0x2014B50 : 0x4034B50), b += 4;
    if (ce != null)
        d[b++] = 20, d[b++] = f.os;
    d[b] = 20, b += 2; // spec compliance? what's that?
    d[b++] = (f.flag << 1) | (c < 0 && 8), d[b++] = u && 8;
    d[b++] = f.compression & 255, d[b++] = f.compression >> 8;
    var dt = new Date(f.mtime == null ? Date.now() : f.mtime), y = dt.getFullYear() - 1980;
    if (y < 0 || y > 119)
        err(10);
    wbytes(d, b, (y << 25) | ((dt.getMonth() + 1) << 21) | (dt.getDate() << 16) | (dt.getHours() << 11) | (dt.getMinutes() << 5) | (dt.getSeconds() >> 1)), b += 4;
    if (c != -1) {
        wbytes(d, b, f.crc);
        wbytes(d, b + 4, c < 0 ? -c - 2 : c);
        wbytes(d, b + 8, f.size);
    }
    wbytes(d, b + 12, fl);
    wbytes(d, b + 14, exl), b += 16;
    if (ce != null) {
        wbytes(d, b, col);
        wbytes(d, b + 6, f.attrs);
        wbytes(d, b + 10, ce), b += 14;
    }
    d.set(fn, b);
    b += fl;
    if (exl) {
        for (var k in ex) {
            var exf = ex[k], l = exf.length;
            wbytes(d, b, +k);
            wbytes(d, b + 2, l);
            d.set(exf, b + 4), b += 4 + l;
        }
    }
    if (col)
        d.set(co, b), b += col;
    return b;
};
// write zip footer (end of central directory)
var wzf = function (o, b, c, d, e) {
    wbytes(o, b, 0x6054B50); // skip disk
    wbytes(o, b + 8, c);
    wbytes(o, b + 10, c);
    wbytes(o, b + 12, d);
    wbytes(o, b + 16, e);
};
/**
 * A pass-through stream to keep data uncompressed in a ZIP archive.
 */
var ZipPassThrough = /*#__PURE__*/ ((/* unused pure expression or super */ null && (function () {
    /**
     * Creates a pass-through stream that can be added to ZIP archives
     * @param filename The filename to associate with this data stream
     */
    function ZipPassThrough(filename) {
        this.filename = filename;
        this.c = crc();
        this.size = 0;
        this.compression = 0;
    }
    /**
     * Processes a chunk and pushes to the output stream. You can override this
     * method in a subclass for custom behavior, but by default this passes
     * the data through. You must call this.ondata(err, chunk, final) at some
     * point in this method.
     * @param chunk The chunk to process
     * @param final Whether this is the last chunk
     */
    ZipPassThrough.prototype.process = function (chunk, final) {
        this.ondata(null, chunk, final);
    };
    /**
     * Pushes a chunk to be added. If you are subclassing this with a custom
     * compression algorithm, note that you must push data from the source
     * file only, pre-compression.
     * @param chunk The chunk to push
     * @param final Whether this is the last chunk
     */
    ZipPassThrough.prototype.push = function (chunk, final) {
        if (!this.ondata)
            err(5);
        this.c.p(chunk);
        this.size += chunk.length;
        if (final)
            this.crc = this.c.d();
        // we shouldn't really do this cast, but properly handling ArrayBufferLike
        // makes the API unergonomic with Buffer
        this.process(chunk, final || false);
    };
    return ZipPassThrough;
}())));

// I don't extend because TypeScript extension adds 1kB of runtime bloat
/**
 * Streaming DEFLATE compression for ZIP archives. Prefer using AsyncZipDeflate
 * for better performance
 */
var ZipDeflate = /*#__PURE__*/ ((/* unused pure expression or super */ null && (function () {
    /**
     * Creates a DEFLATE stream that can be added to ZIP archives
     * @param filename The filename to associate with this data stream
     * @param opts The compression options
     */
    function ZipDeflate(filename, opts) {
        var _this = this;
        if (!opts)
            opts = {};
        ZipPassThrough.call(this, filename);
        this.d = new Deflate(opts, function (dat, final) {
            _this.ondata(null, dat, final);
        });
        this.compression = 8;
        this.flag = dbf(opts.level);
    }
    ZipDeflate.prototype.process = function (chunk, final) {
        try {
            this.d.push(chunk, final);
        }
        catch (e) {
            this.ondata(e, null, final);
        }
    };
    /**
     * Pushes a chunk to be deflated
     * @param chunk The chunk to push
     * @param final Whether this is the last chunk
     */
    ZipDeflate.prototype.push = function (chunk, final) {
        ZipPassThrough.prototype.push.call(this, chunk, final);
    };
    return ZipDeflate;
}())));

/**
 * Asynchronous streaming DEFLATE compression for ZIP archives
 */
var AsyncZipDeflate = /*#__PURE__*/ ((/* unused pure expression or super */ null && (function () {
    /**
     * Creates an asynchronous DEFLATE stream that can be added to ZIP archives
     * @param filename The filename to associate with this data stream
     * @param opts The compression options
     */
    function AsyncZipDeflate(filename, opts) {
        var _this = this;
        if (!opts)
            opts = {};
        ZipPassThrough.call(this, filename);
        this.d = new AsyncDeflate(opts, function (err, dat, final) {
            _this.ondata(err, dat, final);
        });
        this.compression = 8;
        this.flag = dbf(opts.level);
        this.terminate = this.d.terminate;
    }
    AsyncZipDeflate.prototype.process = function (chunk, final) {
        this.d.push(chunk, final);
    };
    /**
     * Pushes a chunk to be deflated
     * @param chunk The chunk to push
     * @param final Whether this is the last chunk
     */
    AsyncZipDeflate.prototype.push = function (chunk, final) {
        ZipPassThrough.prototype.push.call(this, chunk, final);
    };
    return AsyncZipDeflate;
}())));

// TODO: Better tree shaking
/**
 * A zippable archive to which files can incrementally be added
 */
var Zip = /*#__PURE__*/ ((/* unused pure expression or super */ null && (function () {
    /**
     * Creates an empty ZIP archive to which files can be added
     * @param cb The callback to call whenever data for the generated ZIP archive
     *           is available
     */
    function Zip(cb) {
        this.ondata = cb;
        this.u = [];
        this.d = 1;
    }
    /**
     * Adds a file to the ZIP archive
     * @param file The file stream to add
     */
    Zip.prototype.add = function (file) {
        var _this = this;
        if (!this.ondata)
            err(5);
        // finishing or finished
        if (this.d & 2)
            this.ondata(err(4 + (this.d & 1) * 8, 0, 1), null, false);
        else {
            var f = strToU8(file.filename), fl_1 = f.length;
            var com = file.comment, o = com && strToU8(com);
            var u = fl_1 != file.filename.length || (o && (com.length != o.length));
            var hl_1 = fl_1 + exfl(file.extra) + 30;
            if (fl_1 > 65535)
                this.ondata(err(11, 0, 1), null, false);
            var header = new u8(hl_1);
            wzh(header, 0, file, f, u, -1);
            var chks_1 = [header];
            var pAll_1 = function () {
                for (var _i = 0, chks_2 = chks_1; _i < chks_2.length; _i++) {
                    var chk = chks_2[_i];
                    _this.ondata(null, chk, false);
                }
                chks_1 = [];
            };
            var tr_1 = this.d;
            this.d = 0;
            var ind_1 = this.u.length;
            var uf_1 = mrg(file, {
                f: f,
                u: u,
                o: o,
                t: function () {
                    if (file.terminate)
                        file.terminate();
                },
                r: function () {
                    pAll_1();
                    if (tr_1) {
                        var nxt = _this.u[ind_1 + 1];
                        if (nxt)
                            nxt.r();
                        else
                            _this.d = 1;
                    }
                    tr_1 = 1;
                }
            });
            var cl_1 = 0;
            file.ondata = function (err, dat, final) {
                if (err) {
                    _this.ondata(err, dat, final);
                    _this.terminate();
                }
                else {
                    cl_1 += dat.length;
                    chks_1.push(dat);
                    if (final) {
                        var dd = new u8(16);
                        wbytes(dd, 0, 0x8074B50);
                        wbytes(dd, 4, file.crc);
                        wbytes(dd, 8, cl_1);
                        wbytes(dd, 12, file.size);
                        chks_1.push(dd);
                        uf_1.c = cl_1, uf_1.b = hl_1 + cl_1 + 16, uf_1.crc = file.crc, uf_1.size = file.size;
                        if (tr_1)
                            uf_1.r();
                        tr_1 = 1;
                    }
                    else if (tr_1)
                        pAll_1();
                }
            };
            this.u.push(uf_1);
        }
    };
    /**
     * Ends the process of adding files and prepares to emit the final chunks.
     * This *must* be called after adding all desired files for the resulting
     * ZIP file to work properly.
     */
    Zip.prototype.end = function () {
        var _this = this;
        if (this.d & 2) {
            this.ondata(err(4 + (this.d & 1) * 8, 0, 1), null, true);
            return;
        }
        if (this.d)
            this.e();
        else
            this.u.push({
                r: function () {
                    if (!(_this.d & 1))
                        return;
                    _this.u.splice(-1, 1);
                    _this.e();
                },
                t: function () { }
            });
        this.d = 3;
    };
    Zip.prototype.e = function () {
        var bt = 0, l = 0, tl = 0;
        for (var _i = 0, _a = this.u; _i < _a.length; _i++) {
            var f = _a[_i];
            tl += 46 + f.f.length + exfl(f.extra) + (f.o ? f.o.length : 0);
        }
        var out = new u8(tl + 22);
        for (var _b = 0, _c = this.u; _b < _c.length; _b++) {
            var f = _c[_b];
            wzh(out, bt, f, f.f, f.u, -f.c - 2, l, f.o);
            bt += 46 + f.f.length + exfl(f.extra) + (f.o ? f.o.length : 0), l += f.b;
        }
        wzf(out, bt, this.u.length, tl, l);
        this.ondata(null, out, true);
        this.d = 2;
    };
    /**
     * A method to terminate any internal workers used by the stream. Subsequent
     * calls to add() will fail.
     */
    Zip.prototype.terminate = function () {
        for (var _i = 0, _a = this.u; _i < _a.length; _i++) {
            var f = _a[_i];
            f.t();
        }
        this.d = 2;
    };
    return Zip;
}())));

function zip(data, opts, cb) {
    if (!cb)
        cb = opts, opts = {};
    if (typeof cb != 'function')
        err(7);
    var r = {};
    fltn(data, '', r, opts);
    var k = Object.keys(r);
    var lft = k.length, o = 0, tot = 0;
    var slft = lft, files = new Array(lft);
    var term = [];
    var tAll = function () {
        for (var i = 0; i < term.length; ++i)
            term[i]();
    };
    var cbd = function (a, b) {
        mt(function () { cb(a, b); });
    };
    mt(function () { cbd = cb; });
    var cbf = function () {
        var out = new u8(tot + 22), oe = o, cdl = tot - o;
        tot = 0;
        for (var i = 0; i < slft; ++i) {
            var f = files[i];
            try {
                var l = f.c.length;
                wzh(out, tot, f, f.f, f.u, l);
                var badd = 30 + f.f.length + exfl(f.extra);
                var loc = tot + badd;
                out.set(f.c, loc);
                wzh(out, o, f, f.f, f.u, l, tot, f.m), o += 16 + badd + (f.m ? f.m.length : 0), tot = loc + l;
            }
            catch (e) {
                return cbd(e, null);
            }
        }
        wzf(out, o, files.length, cdl, oe);
        cbd(null, out);
    };
    if (!lft)
        cbf();
    var _loop_1 = function (i) {
        var fn = k[i];
        var _a = r[fn], file = _a[0], p = _a[1];
        var c = crc(), size = file.length;
        c.p(file);
        var f = strToU8(fn), s = f.length;
        var com = p.comment, m = com && strToU8(com), ms = m && m.length;
        var exl = exfl(p.extra);
        var compression = p.level == 0 ? 0 : 8;
        var cbl = function (e, d) {
            if (e) {
                tAll();
                cbd(e, null);
            }
            else {
                var l = d.length;
                files[i] = mrg(p, {
                    size: size,
                    crc: c.d(),
                    c: d,
                    f: f,
                    m: m,
                    u: s != fn.length || (m && (com.length != ms)),
                    compression: compression
                });
                o += 30 + s + exl + l;
                tot += 76 + 2 * (s + exl) + (ms || 0) + l;
                if (!--lft)
                    cbf();
            }
        };
        if (s > 65535)
            cbl(err(11, 0, 1), null);
        if (!compression)
            cbl(null, file);
        else if (size < 160000) {
            try {
                cbl(null, deflateSync(file, p));
            }
            catch (e) {
                cbl(e, null);
            }
        }
        else
            term.push(deflate(file, p, cbl));
    };
    // Cannot use lft because it can decrease
    for (var i = 0; i < slft; ++i) {
        _loop_1(i);
    }
    return tAll;
}
/**
 * Synchronously creates a ZIP file. Prefer using `zip` for better performance
 * with more than one file.
 * @param data The directory structure for the ZIP archive
 * @param opts The main options, merged with per-file options
 * @returns The generated ZIP archive
 */
function zipSync(data, opts) {
    if (!opts)
        opts = {};
    var r = {};
    var files = [];
    fltn(data, '', r, opts);
    var o = 0;
    var tot = 0;
    for (var fn in r) {
        var _a = r[fn], file = _a[0], p = _a[1];
        var compression = p.level == 0 ? 0 : 8;
        var f = strToU8(fn), s = f.length;
        var com = p.comment, m = com && strToU8(com), ms = m && m.length;
        var exl = exfl(p.extra);
        if (s > 65535)
            err(11);
        var d = compression ? deflateSync(file, p) : file, l = d.length;
        var c = crc();
        c.p(file);
        files.push(mrg(p, {
            size: file.length,
            crc: c.d(),
            c: d,
            f: f,
            m: m,
            u: s != fn.length || (m && (com.length != ms)),
            o: o,
            compression: compression
        }));
        o += 30 + s + exl + l;
        tot += 76 + 2 * (s + exl) + (ms || 0) + l;
    }
    var out = new u8(tot + 22), oe = o, cdl = tot - o;
    for (var i = 0; i < files.length; ++i) {
        var f = files[i];
        wzh(out, f.o, f, f.f, f.u, f.c.length);
        var badd = 30 + f.f.length + exfl(f.extra);
        out.set(f.c, f.o + badd);
        wzh(out, o, f, f.f, f.u, f.c.length, f.o, f.m), o += 16 + badd + (f.m ? f.m.length : 0);
    }
    wzf(out, o, files.length, cdl, oe);
    return out;
}
/**
 * Streaming pass-through decompression for ZIP archives
 */
var UnzipPassThrough = /*#__PURE__*/ ((/* unused pure expression or super */ null && (function () {
    function UnzipPassThrough() {
    }
    UnzipPassThrough.prototype.push = function (chunk, final) {
        // same as ZipPassThrough: cast to retain Buffer ergonomics
        this.ondata(null, chunk, final);
    };
    UnzipPassThrough.compression = 0;
    return UnzipPassThrough;
}())));

/**
 * Streaming DEFLATE decompression for ZIP archives. Prefer AsyncZipInflate for
 * better performance.
 */
var UnzipInflate = /*#__PURE__*/ ((/* unused pure expression or super */ null && (function () {
    /**
     * Creates a DEFLATE decompression that can be used in ZIP archives
     */
    function UnzipInflate() {
        var _this = this;
        this.i = new Inflate(function (dat, final) {
            _this.ondata(null, dat, final);
        });
    }
    UnzipInflate.prototype.push = function (chunk, final) {
        try {
            this.i.push(chunk, final);
        }
        catch (e) {
            this.ondata(e, null, final);
        }
    };
    UnzipInflate.compression = 8;
    return UnzipInflate;
}())));

/**
 * Asynchronous streaming DEFLATE decompression for ZIP archives
 */
var AsyncUnzipInflate = /*#__PURE__*/ ((/* unused pure expression or super */ null && (function () {
    /**
     * Creates a DEFLATE decompression that can be used in ZIP archives
     */
    function AsyncUnzipInflate(_, sz) {
        var _this = this;
        if (sz < 320000) {
            this.i = new Inflate(function (dat, final) {
                _this.ondata(null, dat, final);
            });
        }
        else {
            this.i = new AsyncInflate(function (err, dat, final) {
                _this.ondata(err, dat, final);
            });
            this.terminate = this.i.terminate;
        }
    }
    AsyncUnzipInflate.prototype.push = function (chunk, final) {
        if (this.i.terminate)
            chunk = slc(chunk, 0);
        this.i.push(chunk, final);
    };
    AsyncUnzipInflate.compression = 8;
    return AsyncUnzipInflate;
}())));

/**
 * A ZIP archive decompression stream that emits files as they are discovered
 */
var Unzip = /*#__PURE__*/ ((/* unused pure expression or super */ null && (function () {
    /**
     * Creates a ZIP decompression stream
     * @param cb The callback to call whenever a file in the ZIP archive is found
     */
    function Unzip(cb) {
        this.onfile = cb;
        this.k = [];
        this.o = {
            0: UnzipPassThrough
        };
        this.p = et;
    }
    /**
     * Pushes a chunk to be unzipped
     * @param chunk The chunk to push
     * @param final Whether this is the last chunk
     */
    Unzip.prototype.push = function (chunk, final) {
        var _this = this;
        if (!this.onfile)
            err(5);
        if (!this.p)
            err(4);
        if (this.c > 0) {
            var len = Math.min(this.c, chunk.length);
            var toAdd = chunk.subarray(0, len);
            this.c -= len;
            if (this.d)
                this.d.push(toAdd, !this.c);
            else
                this.k[0].push(toAdd);
            chunk = chunk.subarray(len);
            if (chunk.length)
                return this.push(chunk, final);
        }
        else {
            var f = 0, i = 0, is = void 0, buf = void 0;
            if (!this.p.length)
                buf = chunk;
            else if (!chunk.length)
                buf = this.p;
            else {
                buf = new u8(this.p.length + chunk.length);
                buf.set(this.p), buf.set(chunk, this.p.length);
            }
            var l = buf.length, oc = this.c, add = oc && this.d;
            var _loop_2 = function () {
                var sig = b4(buf, i);
                if (sig == 0x4034B50) {
                    f = 1, is = i;
                    this_1.d = null;
                    this_1.c = 0;
                    var bf = b2(buf, i + 6), cmp_1 = b2(buf, i + 8), u = bf & 2048, dd = bf & 8, fnl = b2(buf, i + 26), es = b2(buf, i + 28);
                    if (l > i + 30 + fnl + es) {
                        var chks_3 = [];
                        this_1.k.unshift(chks_3);
                        f = 2;
                        var lsc = b4(buf, i + 18), lsu = b4(buf, i + 22);
                        var fn_1 = strFromU8(buf.subarray(i + 30, i += 30 + fnl), !u);
                        var _a = z64hs(buf, i, es, 2, lsc, lsu, 0), sc_1 = _a[0], su_1 = _a[1], z64 = _a[3];
                        if (dd)
                            sc_1 = -1 - z64;
                        i += es;
                        this_1.c = sc_1;
                        var d_1;
                        var file_1 = {
                            name: fn_1,
                            compression: cmp_1,
                            start: function () {
                                if (!file_1.ondata)
                                    err(5);
                                if (!sc_1)
                                    file_1.ondata(null, et, true);
                                else {
                                    var ctr = _this.o[cmp_1];
                                    if (!ctr)
                                        file_1.ondata(err(14, 'unknown compression type ' + cmp_1, 1), null, false);
                                    d_1 = sc_1 < 0 ? new ctr(fn_1) : new ctr(fn_1, sc_1, su_1);
                                    d_1.ondata = function (err, dat, final) { file_1.ondata(err, dat, final); };
                                    for (var _i = 0, chks_4 = chks_3; _i < chks_4.length; _i++) {
                                        var dat = chks_4[_i];
                                        d_1.push(dat, false);
                                    }
                                    if (_this.k[0] == chks_3 && _this.c)
                                        _this.d = d_1;
                                    else
                                        d_1.push(et, true);
                                }
                            },
                            terminate: function () {
                                if (d_1 && d_1.terminate)
                                    d_1.terminate();
                            }
                        };
                        if (sc_1 >= 0)
                            file_1.size = sc_1, file_1.originalSize = su_1;
                        this_1.onfile(file_1);
                    }
                    return "break";
                }
                else if (oc) {
                    if (sig == 0x8074B50) {
                        is = i += 12 + (oc == -2 && 8), f = 3, this_1.c = 0;
                        return "break";
                    }
                    else if (sig == 0x2014B50) {
                        is = i -= 4, f = 3, this_1.c = 0;
                        return "break";
                    }
                }
            };
            var this_1 = this;
            for (; i < l - 4; ++i) {
                var state_1 = _loop_2();
                if (state_1 === "break")
                    break;
            }
            this.p = et;
            if (oc < 0) {
                var dat = f ? buf.subarray(0, is - 12 - (oc == -2 && 8) - (b4(buf, is - 16) == 0x8074B50 && 4)) : buf.subarray(0, i);
                if (add)
                    add.push(dat, !!f);
                else
                    this.k[+(f == 2)].push(dat);
            }
            if (f & 2)
                return this.push(buf.subarray(i), final);
            this.p = buf.subarray(i);
        }
        if (final) {
            if (this.c)
                err(13);
            this.p = null;
        }
    };
    /**
     * Registers a decoder with the stream, allowing for files compressed with
     * the compression type provided to be expanded correctly
     * @param decoder The decoder constructor
     */
    Unzip.prototype.register = function (decoder) {
        this.o[decoder.compression] = decoder;
    };
    return Unzip;
}())));

var mt = typeof queueMicrotask == 'function' ? queueMicrotask : typeof setTimeout == 'function' ? setTimeout : function (fn) { fn(); };
function unzip(data, opts, cb) {
    if (!cb)
        cb = opts, opts = {};
    if (typeof cb != 'function')
        err(7);
    var term = [];
    var tAll = function () {
        for (var i = 0; i < term.length; ++i)
            term[i]();
    };
    var files = {};
    var cbd = function (a, b) {
        mt(function () { cb(a, b); });
    };
    mt(function () { cbd = cb; });
    var e = data.length - 22;
    for (; b4(data, e) != 0x6054B50; --e) {
        if (!e || data.length - e > 65558) {
            cbd(err(13, 0, 1), null);
            return tAll;
        }
    }
    ;
    var lft = b2(data, e + 8);
    if (lft) {
        var c = lft;
        var o = b4(data, e + 16);
        var z = b4(data, e - 20) == 0x7064B50;
        if (z) {
            var ze = b4(data, e - 12);
            z = b4(data, ze) == 0x6064B50;
            if (z) {
                c = lft = b4(data, ze + 32);
                o = b4(data, ze + 48);
            }
        }
        var fltr = opts && opts.filter;
        var _loop_3 = function (i) {
            var _a = zh(data, o, z), c_1 = _a[0], sc = _a[1], su = _a[2], fn = _a[3], no = _a[4], off = _a[5], b = slzh(data, off);
            o = no;
            var cbl = function (e, d) {
                if (e) {
                    tAll();
                    cbd(e, null);
                }
                else {
                    if (d)
                        files[fn] = d;
                    if (!--lft)
                        cbd(null, files);
                }
            };
            if (!fltr || fltr({
                name: fn,
                size: sc,
                originalSize: su,
                compression: c_1
            })) {
                if (!c_1)
                    cbl(null, slc(data, b, b + sc));
                else if (c_1 == 8) {
                    var infl = data.subarray(b, b + sc);
                    // Synchronously decompress under 512KB, or barely-compressed data
                    if (su < 524288 || sc > 0.8 * su) {
                        try {
                            cbl(null, inflateSync(infl, { out: new u8(su) }));
                        }
                        catch (e) {
                            cbl(e, null);
                        }
                    }
                    else
                        term.push(inflate(infl, { size: su }, cbl));
                }
                else
                    cbl(err(14, 'unknown compression type ' + c_1, 1), null);
            }
            else
                cbl(null, null);
        };
        for (var i = 0; i < c; ++i) {
            _loop_3(i);
        }
    }
    else
        cbd(null, {});
    return tAll;
}
/**
 * Synchronously decompresses a ZIP archive. Prefer using `unzip` for better
 * performance with more than one file.
 * @param data The raw compressed ZIP file
 * @param opts The ZIP extraction options
 * @returns The decompressed files
 */
function unzipSync(data, opts) {
    var files = {};
    var e = data.length - 22;
    for (; b4(data, e) != 0x6054B50; --e) {
        if (!e || data.length - e > 65558)
            err(13);
    }
    ;
    var c = b2(data, e + 8);
    if (!c)
        return {};
    var o = b4(data, e + 16);
    var z = b4(data, e - 20) == 0x7064B50;
    if (z) {
        var ze = b4(data, e - 12);
        z = b4(data, ze) == 0x6064B50;
        if (z) {
            c = b4(data, ze + 32);
            o = b4(data, ze + 48);
        }
    }
    var fltr = opts && opts.filter;
    for (var i = 0; i < c; ++i) {
        var _a = zh(data, o, z), c_2 = _a[0], sc = _a[1], su = _a[2], fn = _a[3], no = _a[4], off = _a[5], b = slzh(data, off);
        o = no;
        if (!fltr || fltr({
            name: fn,
            size: sc,
            originalSize: su,
            compression: c_2
        })) {
            if (!c_2)
                files[fn] = slc(data, b, b + sc);
            else if (c_2 == 8)
                files[fn] = inflateSync(data.subarray(b, b + sc), { out: new u8(su) });
            else
                err(14, 'unknown compression type ' + c_2);
        }
    }
    return files;
}

;// CONCATENATED MODULE: ./build/src/regression/formats/archive.js

const largestContent = 512 * 1024 * 1024;
const largestPacked = 32 * 1024 * 1024;
function unpack(bytes, wanted) {
    let left = largestContent;
    let packed = largestPacked;
    try {
        const files = unzipSync(bytes, {
            filter: ({ name, size, originalSize }) => {
                if (!wanted(name))
                    return false;
                left -= originalSize;
                packed -= size;
                return left > 0 && packed > 0 && size <= originalSize + 1024;
            },
        });
        return left > 0 && packed > 0 ? new Map(Object.entries(files)) : new Map();
    }
    catch {
        return new Map();
    }
}

;// CONCATENATED MODULE: ./build/src/regression/formats/inspect.js




const inspectLog = {
    name: 'inspect log',
    matches: (value) => isRecord(field(value, 'eval')) && field(value, 'status') !== undefined,
    read({ value, path, outline }, sink) {
        readHeader(value, path, sink);
        const lines = outline.elementLines('samples');
        rowsOf(field(value, 'samples')).forEach((row, at) => readSample(row, path, lines[at], sink));
    },
};
function readHeader(header, path, sink) {
    const status = scalarText(field(header, 'status')) ?? 'unknown';
    if (status !== 'success')
        sink.problem(reader_unreadable(path, `The evaluation did not finish: its status is ${status.slice(0, 40)}.`));
    const run = field(header, 'eval');
    for (const name of ['task', 'task_version'])
        sink.setup(`inspect ${name}`, scalarText(field(run, name)) ?? 'unknown');
    sink.setup('inspect dataset', scalarText(field(field(run, 'dataset'), 'name')) ?? 'unknown');
}
function readSample(row, path, line, sink) {
    const id = scalarText(field(row, 'id'));
    if (id === undefined)
        return sink.problem(reader_unreadable(path, 'A sample has no id.', line));
    const epoch = scalarText(field(row, 'epoch')) ?? '1';
    sink.sample({
        id: epoch === '1' ? id : `${id}/epoch ${epoch}`,
        scores: inspect_scoresOf(field(row, 'scores')),
        ...targetHash(row),
        cluster: id,
        slices: [],
        file: path,
        ...(line !== undefined && { line }),
    });
}
function targetHash(row) {
    const target = labelsOf(field(row, 'target'));
    return target === undefined ? {} : { hash: String(target).slice(0, 512) };
}
const grades = new Map([
    ['C', 1],
    ['P', 0.5],
    ['I', 0],
    ['N', 0],
]);
function inspect_scoresOf(value) {
    const scores = new Map();
    for (const [scorer, score] of isRecord(value) ? Object.entries(value) : []) {
        const given = isRecord(score) ? field(score, 'value') : score;
        if (isRecord(given))
            for (const [name, part] of Object.entries(given))
                scores.set(`${scorer}.${name}`, gradeOf(part));
        else
            scores.set(scorer, gradeOf(given));
    }
    return scores;
}
function gradeOf(value) {
    return grades.get(value) ?? scoreOf(value);
}

;// CONCATENATED MODULE: ./build/src/documents/json/string.js

function endOfString(text, start) {
    let i = start + 1;
    for (;;) {
        i = text.indexOf('"', i);
        if (i < 0)
            return text.length;
        let slashes = 0;
        while (text.charCodeAt(i - 1 - slashes) === 0x5c)
            slashes++;
        if (slashes % 2 === 0)
            return i;
        i++;
    }
}
function stringBetween(text, start, end) {
    const raw = text.slice(start + 1, end);
    return raw.includes('\\') ? String(JSON.parse(`"${raw}"`)) : raw;
}
const special = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})|[\\\u0000-\u001F]/g;
function readString(text, start) {
    const end = endOfString(text, start);
    for (const { 0: found, index } of text.slice(start + 1, end).matchAll(special))
        if (found.length === 1)
            throw badCharacter(text, start + 1 + index);
    if (end >= text.length)
        throw unreadable('JSON: the string has no closing quote', start, text.length);
    return { value: stringBetween(text, start, end), end: end + 1 };
}
function badCharacter(text, at) {
    if (text[at] === '\\')
        return unreadable(`JSON: \\${text[at + 1] ?? ''} is no escape`, at, at + 2, 'write a backslash as \\\\');
    const help = 'write it as \\n, \\t or \\u00XX';
    return unreadable('JSON: a control character inside a string', at, at + 1, help);
}

;// CONCATENATED MODULE: ./build/src/documents/json/parse.js

function parseJson(text) {
    const clean = text.codePointAt(0) === 0xfeff ? text.slice(1) : text;
    try {
        return JSON.parse(clean);
    }
    catch (error) {
        if (!/NaN|Infinity/.test(clean))
            throw error;
        return JSON.parse(quoteSpecialNumbers(clean));
    }
}
function quoteSpecialNumbers(text) {
    const parts = [];
    for (let at = 0; at < text.length;) {
        const quote = text.indexOf('"', at);
        const end = quote < 0 ? text.length : quote;
        parts.push(text.slice(at, end).replaceAll(/-?Infinity|NaN/g, '"$&"'));
        at = quote < 0 ? end : endOfString(text, quote) + 1;
        if (quote >= 0)
            parts.push(text.slice(quote, at));
    }
    return parts.join('');
}
const deepest = 200;
function tooDeep(text) {
    let depth = 0;
    for (let i = 0; i < text.length; i++) {
        const code = text.charCodeAt(i);
        if (code === 0x22)
            i = endOfString(text, i);
        else if (code === 0x7b || code === 0x5b)
            depth++;
        else if (code === 0x7d || code === 0x5d)
            depth--;
        if (depth > deepest)
            return true;
    }
    return false;
}

;// CONCATENATED MODULE: ./build/src/regression/formats/eval-zip.js






const largestArchive = 256 * 1024 * 1024;
const evalZip = {
    name: 'inspect .eval',
    supports: (path) => path.endsWith('.eval'),
    open: (path, sink) => wholeFile(path, sink, largestArchive, (bytes) => readArchive(path, bytes, sink)),
};
function readArchive(path, bytes, sink) {
    const header = eval_zip_part(bytes, (name) => name === 'header.json');
    if (header === undefined)
        return sink.problem(reader_unreadable(path, 'This is not a whole zip archive of inspect: it has no header.json. Was the evaluation killed?'));
    readHeader(header[0], path, sink);
    const summaries = eval_zip_part(bytes, (name) => name === 'summaries.json')?.flatMap(rowsOf);
    const samples = summaries ?? eval_zip_part(bytes, (name) => /^samples\/[^/]+\.json$/.test(name)) ?? [];
    for (const sample of samples) {
        if (isRecord(sample))
            readSample(sample, path, undefined, sink);
        else
            sink.problem(reader_unreadable(path, 'A sample in the archive is not a JSON object.'));
    }
}
function eval_zip_part(bytes, wanted) {
    const documents = [...unpack(bytes, wanted).values()].map(jsonOf);
    return documents.length === 0 ? undefined : documents;
}
function jsonOf(bytes) {
    const text = new TextDecoder().decode(bytes);
    return tooDeep(text) ? undefined : parseJson(text);
}

;// CONCATENATED MODULE: ./build/src/regression/formats/harness-results.js




const harnessResults = {
    name: 'lm-eval results',
    matches: (value) => isRecord(field(value, 'results')) &&
        ['configs', 'versions', 'n-shot', 'config'].some((key) => field(value, key) !== undefined),
    read({ value, path, outline }, sink) {
        const line = outline.memberLine('results');
        const isPart = partsOf(value);
        for (const [task, metrics] of entries(field(value, 'results'))) {
            for (const [key, number] of entries(metrics))
                readTotal({ value, path, line, task, metrics, key, number, secondary: isPart(task, key) }, sink);
        }
        for (const name of ['versions', 'n-shot']) {
            for (const [task, version] of entries(field(value, name)))
                sink.setup(`${name} of ${task}`, scalarText(version) ?? 'unknown');
        }
        readSamples(value, path, sink);
    },
};
function partsOf(value) {
    if (field(value, 'group_subtasks') === undefined) {
        const groups = entries(field(value, 'groups'));
        return (task, key) => scalarText(field(field(field(value, 'results'), task), 'alias'))?.startsWith(' ') === true &&
            groups.some(([, metrics]) => field(metrics, key) !== undefined);
    }
    const groups = entries(field(value, 'group_subtasks')).map(([group, tasks]) => ({
        metrics: field(field(value, 'results'), group),
        tasks: new Set(Array.isArray(tasks) ? tasks : []),
    }));
    return (task, key) => groups.some(({ metrics, tasks }) => tasks.has(task) && field(metrics, key) !== undefined);
}
const harness_results_described = new Set(['alias', 'name', 'samples', 'sample_len', 'sample_count']);
function readTotal({ value, path, line, task, metrics, key, number, secondary }, sink) {
    const [metric = '', filter = ''] = key.split(',', 2);
    if (metric.trim() === '' ||
        harness_results_described.has(metric) ||
        metric.endsWith('_stderr') ||
        Array.isArray(number) ||
        isRecord(number))
        return;
    const standardError = scoreOf(field(metrics, `${metric}_stderr${filter === '' ? '' : `,${filter}`}`));
    const n = sizeOf(value, task, metrics);
    const higherIsBetter = field(field(field(value, 'higher_is_better'), task), metric);
    sink.aggregate({
        name: `${task}.${key}`,
        value: scoreOf(number),
        ...(Number.isFinite(standardError) && { standardError }),
        ...(Number.isFinite(n) && { n }),
        ...(typeof higherIsBetter === 'boolean' && { higherIsBetter }),
        ...(secondary && { secondary }),
        file: path,
        ...(line !== undefined && { line }),
    });
}
function sizeOf(value, task, metrics) {
    return scoreOf(field(field(field(value, 'n-samples'), task), 'effective') ?? field(metrics, 'sample_len'));
}
function readSamples(value, path, sink) {
    const problems = new Unreadable(path, sink);
    for (const [task, rows] of entries(field(value, 'samples'))) {
        for (const row of rowsOf(rows)) {
            const sample = harnessSample(row, { file: path }, task);
            if (typeof sample === 'string')
                problems.add(1, sample);
            else
                sink.sample(sample);
        }
    }
    problems.tell();
}
function entries(value) {
    return isRecord(value) ? Object.entries(value) : [];
}

;// CONCATENATED MODULE: ./build/src/regression/formats/metric-tree.js



const mostMetrics = 1000;
const deepestMetric = 8;
const bookkeeping = /^(?:(?:total_)?flos|(?:global_|max_)?steps?|epoch|seed|timestamp|version|support|count|total|n|num_\w+|\w*_(?:runtime|samples|flos|samples_per_second|steps_per_second))$/;
function readMetrics(value, path, outline, sink) {
    const leaves = isRecord(value) ? [...leavesOf(value, outline)].slice(0, mostMetrics) : [];
    const nearest = new Map();
    for (const { key, depth } of leaves)
        nearest.set(key, Math.min(depth, nearest.get(key) ?? depth));
    for (const { key, depth, part, ...total } of leaves) {
        const secondary = part || depth > (nearest.get(key) ?? depth) || bookkeeping.test(key.toLowerCase());
        sink.aggregate({ ...total, ...(secondary && { secondary }), file: path });
    }
    if (leaves.length === 0)
        sink.problem(reader_unreadable(path, 'This JSON holds no number that could be a metric.', 1));
}
function* leavesOf(node, outline, above = {
    prefix: '',
    depth: 0,
    part: false,
}) {
    const { prefix, depth } = above;
    for (const [key, of] of Object.entries(counted(node))) {
        const line = depth === 0 ? outline.memberLine(key) : above.line;
        const name = prefix === '' ? key : `${prefix}.${key}`;
        const part = above.part || isClass(node, key);
        const place = { ...(line !== undefined && { line }), part };
        if (isRecord(of) && depth < deepestMetric)
            yield* leavesOf(of, outline, { prefix: name, depth: depth + 1, ...place });
        else if (looksNumeric(of))
            yield { name, key, depth, value: scoreOf(of), ...metric_tree_sizeOf(node, key), ...place };
    }
}
function isClass(node, key) {
    return field(node, 'macro avg') !== undefined && key !== 'accuracy' && !key.endsWith(' avg');
}
function counted(node) {
    const { correct, total } = {
        correct: scoreOf(field(node, 'correct')),
        total: scoreOf(field(node, 'total')),
    };
    return total > 0 && correct >= 0 && correct <= total ? { accuracy: correct / total } : node;
}
function metric_tree_sizeOf(node, key) {
    return key === 'accuracy' && counted(node) !== node ? { n: scoreOf(field(node, 'total')) } : {};
}

;// CONCATENATED MODULE: ./build/src/regression/formats/documents.js








const rowKeys = ['samples', 'rows', 'data', 'results', 'examples', 'predictions'];
const rowArray = {
    name: 'rows',
    matches: (value) => Array.isArray(value),
    read: ({ value, path, outline }, sink) => readRows(value, path, outline.elementLines(), sink),
};
const rowsUnderKey = {
    name: 'rows under a key',
    matches: (value) => rowKeys.some((key) => rowsOf(field(value, key)).length > 0),
    read({ value, path, outline }, sink) {
        const key = rowKeys.find((name) => rowsOf(field(value, name)).length > 0);
        if (key !== undefined)
            readRows(field(value, key), path, outline.elementLines(key), sink);
    },
};
const metricTree = {
    name: 'metrics',
    matches: (value) => isRecord(value) && mostlyNumbers(Object.values(value)),
    read: ({ value, path, outline }, sink) => readMetrics(value, path, outline, sink),
};
function mostlyNumbers(values) {
    const numbers = values.filter((value) => looksNumeric(value) || isRecord(value)).length;
    return numbers > 0 && 2 * numbers >= values.length;
}
const documents = [
    rowArray,
    inspectLog,
    promptfoo,
    harnessResults,
    openCompass,
    splitTable,
    pytestBenchmark,
    deepEval,
    rowsUnderKey,
    rowsById,
    columnTable,
    metricTree,
];
function readRows(rows, path, lines, sink) {
    const problems = new Unreadable(path, sink);
    const read = rowReader(path, sink);
    (Array.isArray(rows) ? rows : []).forEach((row, at) => {
        const line = lines[at];
        const reason = isRecord(row) ? read(row, line) : 'it is not a JSON object';
        if (reason !== undefined)
            problems.add(line ?? 1, reason);
    });
    problems.tell();
}

;// CONCATENATED MODULE: ./build/src/regression/formats/lines.js
class LineSplitter {
    #decoder = new TextDecoder('utf-8', { fatal: false });
    #line;
    #longest;
    #rest = '';
    #number = 0;
    constructor(line, longest) {
        this.#line = line;
        this.#longest = longest;
    }
    push(chunk) {
        const parts = this.#decoder.decode(chunk, { stream: true }).split('\n');
        parts[0] = this.#rest + (parts[0] ?? '');
        this.#rest = parts.pop() ?? '';
        for (const part of parts)
            this.#line(part, ++this.#number);
        return this.#rest.length <= this.#longest;
    }
    end() {
        const last = this.#rest + this.#decoder.decode();
        if (last !== '')
            this.#line(last, ++this.#number);
    }
}

;// CONCATENATED MODULE: ./build/src/documents/json/outline.js

const mostDuplicates = 100;
function outlineOf(text) {
    const scan = new Scan(text);
    scan.run();
    return {
        elementLines: (key) => scan.elements.get(key) ?? [],
        memberLine: (key) => scan.members.get(key),
        duplicates: scan.duplicates,
    };
}
class Scan {
    elements = new Map();
    members = new Map();
    duplicates = [];
    #text;
    #levels = [];
    #line = 1;
    constructor(text) {
        this.#text = text;
    }
    run() {
        for (let i = 0; i < this.#text.length; i++) {
            const char = this.#text.charAt(i);
            if (char === '\n')
                this.#line++;
            else if (char === '"')
                i = this.#string(i);
            else if (char === '{' || char === '[')
                this.#open(char === '[');
            else if (char === '}' || char === ']')
                this.#levels.pop();
            else if (char === ',')
                this.#next();
        }
    }
    #open(array) {
        this.#element();
        this.#levels.push({ array, keys: new Set(), key: undefined });
    }
    #next() {
        const level = this.#levels.at(-1);
        if (level !== undefined && !level.array)
            level.key = undefined;
    }
    #string(start) {
        const end = endOfString(this.#text, start);
        const level = this.#levels.at(-1);
        if (level !== undefined && !level.array && level.key === undefined)
            this.#key(level, start, end);
        return end;
    }
    #key(level, start, end) {
        const key = stringBetween(this.#text, start, end);
        if (level.keys.has(key) && this.duplicates.length < mostDuplicates)
            this.duplicates.push({ key, line: this.#line });
        level.keys.add(key);
        level.key = key;
        if (this.#levels.length === 1)
            this.members.set(key, this.#line);
    }
    #element() {
        const level = this.#levels.at(-1);
        if (level === undefined || !level.array || this.#levels.length > 2)
            return;
        const under = this.#levels.length === 2 ? this.#levels[0]?.key : undefined;
        const lines = this.elements.get(under) ?? [];
        if (lines.length === 0)
            this.elements.set(under, lines);
        lines.push(this.#line);
    }
}

;// CONCATENATED MODULE: ./build/src/regression/formats/jsonl.js







const longestLine = 64 * 1024 * 1024;
const jsonl = {
    name: 'JSONL',
    supports: (path) => /\.(?:jsonl|ndjson|jsonlines)$/.test(path),
    open: openJsonl,
};
function openJsonl(path, sink) {
    const problems = new Unreadable(path, sink);
    const read = rowReader(path, sink);
    let stopped = false;
    const splitter = new LineSplitter((text, line) => {
        const reason = text.trim() === '' ? undefined : readLine(text, (row) => read(row, line));
        if (reason !== undefined)
            problems.add(line, reason);
    }, longestLine);
    return {
        push(chunk) {
            if (stopped || splitter.push(chunk))
                return;
            stopped = true;
            problems.add(1, 'a line is longer than 64 MiB');
        },
        end() {
            if (!stopped)
                splitter.end();
            problems.tell();
        },
    };
}
function readLine(text, read) {
    if (text.length > 10_000 && tooDeep(text))
        return 'it is nested too deeply';
    try {
        const value = parseJson(text);
        const [twice] = outlineOf(text).duplicates;
        if (twice !== undefined)
            return `the key ${shown(twice.key)} occurs twice, and only the last value would count`;
        return isRecord(value) ? read(value) : 'it is not a JSON object';
    }
    catch {
        return 'it is not whole JSON; was the file cut?';
    }
}

;// CONCATENATED MODULE: ./build/src/regression/formats/json.js







const largestDocument = 256 * 1024 * 1024;
const json = {
    name: 'JSON',
    supports: () => true,
    open: (path, sink) => wholeFile(path, sink, largestDocument, (bytes) => readJson(path, bytes, sink)),
};
function readJson(path, bytes, sink) {
    const text = new TextDecoder().decode(bytes);
    if (tooDeep(text))
        return sink.problem(reader_unreadable(path, 'The file is nested too deeply to be results.'));
    const value = parsed(text);
    if (value === undefined)
        return readLines(path, bytes, text, sink);
    const outline = outlineOf(text);
    for (const { key, line } of outline.duplicates.slice(0, 1))
        sink.problem(duplicateKey(path, key, line, outline.duplicates.length));
    const form = documents.find((candidate) => candidate.matches(value));
    if (form === undefined)
        return sink.problem(reader_unreadable(path, 'This JSON is in none of the known forms of evaluation results.', 1));
    form.read({ value, path, outline }, sink);
}
function parsed(text) {
    try {
        return parseJson(text);
    }
    catch {
        return undefined;
    }
}
function readLines(path, bytes, text, sink) {
    const first = text.slice(0, 1_000_000).split('\n', 1)[0] ?? '';
    if (!first.trimStart().startsWith('{') || parsed(first) === undefined) {
        return sink.problem(reader_unreadable(path, 'This is not whole JSON. Was the file cut?', 1));
    }
    const reader = openJsonl(path, sink);
    reader.push(bytes);
    reader.end();
}
function duplicateKey(path, key, line, count) {
    return regressionRules['duplicate-sample'].finding({
        severity: 'error',
        message: `The key ${shown(key)} occurs twice in one object${count > 1 ? ` (and ${count - 1} more such keys)` : ''}: only the last value would count.`,
        file: path,
        line,
        help: 'Give each key once.',
    });
}

;// CONCATENATED MODULE: ./build/src/regression/formats/unsupported.js

const kinds = [
    {
        name: 'A pickle',
        ending: /\.(?:pkl|pickle|pt|joblib)$/,
        help: 'A pickle runs code when it is read, so the gate never does. Let the evaluation write TSV or JSON (VLMEvalKit: PRED_FORMAT=tsv), or convert it where it was made: `pd.read_pickle("a.pkl").to_csv("a.csv", index=False)`.',
    },
    {
        name: 'A spreadsheet of this kind',
        ending: /\.(?:xls|xlsb|ods)$/,
        help: 'Save it as .xlsx or CSV.',
    },
    {
        name: 'A binary table',
        ending: /\.(?:parquet|arrow|feather|npy|npz)$/,
        help: 'Convert it in a step before this gate: `pd.read_parquet("a.parquet").to_json("a.jsonl", orient="records", lines=True)`.',
    },
    {
        name: 'A packed file',
        ending: /\.(?:gz|zst|bz2|xz|zip|tar|tgz)$/,
        help: 'Unpack it in a step before this gate.',
    },
];
const unsupported = {
    name: 'unsupported',
    supports: (path) => kinds.some(({ ending }) => ending.test(path)),
    open: (path, sink) => ({
        push: () => undefined,
        end: () => {
            const kind = kinds.find(({ ending }) => ending.test(path.toLowerCase()));
            sink.problem({
                ...reader_unreadable(path, `${kind?.name ?? 'This file'} is not read.`),
                ...(kind !== undefined && { help: kind.help }),
            });
        },
    }),
};

;// CONCATENATED MODULE: ./build/src/regression/formats/xml.js
function walkXml(xml, handler) {
    let at = 0;
    for (;;) {
        const start = xml.indexOf('<', at);
        const text = xml.slice(at, start < 0 ? xml.length : start);
        if (text !== '')
            handler.text(decoded(text));
        if (start < 0)
            return undefined;
        const special = specials.find(({ begin }) => xml.startsWith(begin, start));
        if (special?.refused === true)
            return 'it declares a document type';
        const end = special === undefined ? endOfTag(xml, start) : xml.indexOf(special.end, start);
        if (end < 0)
            return 'it ends within a tag; was the file cut?';
        if (special === undefined)
            tag(xml.slice(start + 1, end), handler);
        else if (special.begin === cdata)
            handler.text(xml.slice(start + cdata.length, end));
        at = end + (special?.end.length ?? 1);
    }
}
const cdata = '<![CDATA[';
const specials = [
    { begin: '<?', end: '?>', refused: false },
    { begin: '<!--', end: '-->', refused: false },
    { begin: cdata, end: ']]>', refused: false },
    { begin: '<!', end: '>', refused: true },
];
function endOfTag(xml, start) {
    let at = start + 1;
    for (;;) {
        const end = xml.indexOf('>', at);
        const quote = firstQuote(xml, at, end);
        if (end < 0 || quote < 0)
            return end;
        const close = xml.indexOf(xml.charAt(quote), quote + 1);
        if (close < 0)
            return -1;
        at = close + 1;
    }
}
function firstQuote(xml, from, to) {
    for (let at = from; at < to; at++) {
        const code = xml.charCodeAt(at);
        if (code === 0x22 || code === 0x27)
            return at;
    }
    return -1;
}
function tag(inner, handler) {
    if (inner.startsWith('/'))
        return handler.close(localName(inner.slice(1).trim()));
    const empty = inner.endsWith('/');
    const body = empty ? inner.slice(0, -1) : inner;
    const space = body.search(/\s/);
    const name = localName(space < 0 ? body : body.slice(0, space));
    handler.open(name, space < 0 ? '' : body.slice(space));
    if (empty)
        handler.close(name);
}
function localName(name) {
    return name.slice(name.indexOf(':') + 1);
}
function attribute(attributes, name) {
    for (const [, key, double, single] of attributes.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g))
        if (key === name)
            return decoded(double ?? single ?? '');
    return undefined;
}
const named = new Map([
    ['lt', '<'],
    ['gt', '>'],
    ['amp', '&'],
    ['quot', '"'],
    ['apos', "'"],
]);
function decoded(text) {
    if (!text.includes('&'))
        return text;
    return text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,4}));/gi, (whole, decimal, hex, name) => {
        if (name !== undefined)
            return named.get(String(name)) ?? whole;
        const code = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal);
        return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    });
}

;// CONCATENATED MODULE: ./build/src/regression/formats/xlsx.js




const largestWorkbook = 128 * 1024 * 1024;
const mostColumns = 512;
const mostRows = 1_048_576;
const workbookPart = 'xl/workbook.xml';
const relationsPart = 'xl/_rels/workbook.xml.rels';
const stringsPart = 'xl/sharedStrings.xml';
const xlsx = {
    name: 'Excel',
    supports: (path) => /\.xls[xm]$/.test(path),
    open: (path, sink) => wholeFile(path, sink, largestWorkbook, (bytes) => readWorkbook(path, bytes, sink)),
};
function readWorkbook(path, bytes, sink) {
    const reason = readSheet(path, bytes, sink);
    if (reason !== undefined)
        sink.problem({
            ...reader_unreadable(path, `This workbook cannot be read: ${reason}${reason.endsWith('?') ? '' : '.'}`),
            help: 'Save it again without a password, or let the evaluation write TSV, CSV or JSON (VLMEvalKit: PRED_FORMAT=tsv).',
        });
}
function readSheet(path, bytes, sink) {
    const index = unpack(bytes, (name) => name === workbookPart || name === relationsPart);
    const sheet = firstSheet(textOf(index.get(workbookPart)), textOf(index.get(relationsPart)));
    if (sheet === undefined)
        return 'it is no whole zip archive with a workbook in it, or it is protected';
    const parts = unpack(bytes, (name) => name === sheet || name === stringsPart);
    const xml = parts.get(sheet);
    if (xml === undefined)
        return `its sheet ${sheet.slice(0, 80)} is missing, broken or too large`;
    const strings = [];
    const broken = readStrings(textOf(parts.get(stringsPart)), strings);
    if (broken !== undefined)
        return broken;
    const problems = new Unreadable(path, sink);
    const rows = new Sheet(strings, tableReader(path, sink, problems));
    const cut = walkXml(textOf(xml), rows);
    problems.tell();
    return cut ?? rows.problem;
}
function textOf(bytes) {
    return new TextDecoder().decode(bytes ?? new Uint8Array());
}
function firstSheet(workbook, relations) {
    let id;
    walkXml(workbook, {
        open: (name, attributes) => {
            if (name === 'sheet')
                id ??= attribute(attributes, 'r:id');
        },
        text: () => undefined,
        close: () => undefined,
    });
    let target;
    walkXml(relations, {
        open: (name, attributes) => {
            if (name === 'Relationship' && attribute(attributes, 'Id') === id)
                target ??= attribute(attributes, 'Target');
        },
        text: () => undefined,
        close: () => undefined,
    });
    if (id === undefined || target === undefined)
        return undefined;
    return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}
function readStrings(xml, into) {
    let text = '';
    let taken = false;
    let aside = false;
    return walkXml(xml, {
        open: (name) => {
            if (name === 'si')
                text = '';
            if (name === 'rPh')
                aside = true;
            taken = name === 't' && !aside;
        },
        text: (more) => {
            if (taken)
                text += more;
        },
        close: (name) => {
            taken = false;
            if (name === 'rPh')
                aside = false;
            if (name === 'si')
                into.push(xlsx_plain(text));
        },
    });
}
function xlsx_plain(text) {
    return text.includes('_x')
        ? text.replaceAll(/_x([\dA-Fa-f]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(String(hex), 16)))
        : text;
}
class Sheet {
    problem;
    #strings;
    #record;
    #row = [];
    #number = 0;
    #width = 0;
    #cell;
    #inValue = false;
    constructor(strings, record) {
        this.#strings = strings;
        this.#record = record;
    }
    open(name, attributes) {
        if (name === 'row') {
            this.#row = [];
            this.#number = rowNumber(attributes, this.#number);
        }
        else if (name === 'c')
            this.#cell = cellOf(attributes, this.#row.length);
        this.#inValue = name === 'v' || name === 't';
    }
    text(text) {
        if (this.#inValue && this.#cell !== undefined)
            this.#cell.text += text;
    }
    close(name) {
        this.#inValue = false;
        if (name === 'c' && this.#cell !== undefined)
            this.#endCell(this.#cell);
        else if (name === 'row' && this.#row.some((value) => value !== ''))
            this.#endRow();
    }
    #endCell(cell) {
        this.#cell = undefined;
        const value = xlsx_valueOf(cell, this.#strings);
        if (value === undefined)
            this.problem ??= 'a cell refers to a text that it does not hold';
        else if (cell.column >= mostColumns)
            this.problem ??= `it has more than ${mostColumns} columns`;
        else
            put(this.#row, cell.column, value);
    }
    #endRow() {
        if (this.#number > mostRows)
            this.problem ??= `it has more than ${mostRows} rows`;
        this.#width ||= this.#row.length;
        if (this.#row.length < this.#width)
            put(this.#row, this.#width - 1, '');
        if (this.problem === undefined)
            this.#record(this.#row, this.#number);
    }
}
function rowNumber(attributes, before) {
    const given = Number(attribute(attributes, 'r'));
    return Number.isInteger(given) && given > before ? given : before + 1;
}
function cellOf(attributes, next) {
    const letters = /^[A-Z]{1,3}/.exec(attribute(attributes, 'r') ?? '')?.[0];
    const column = letters === undefined
        ? next
        : Array.from(letters).reduce((sum, letter) => 26 * sum + letter.charCodeAt(0) - 64, 0) - 1;
    return { column, type: attribute(attributes, 't') ?? 'n', text: '' };
}
function xlsx_valueOf({ type, text }, strings) {
    if (type === 's')
        return strings[Number(text)];
    if (type === 'b')
        return text.trim() === '1' ? 'true' : 'false';
    return type === 'n' ? text.trim() : xlsx_plain(text);
}
function put(row, column, value) {
    while (row.length < column)
        row.push('');
    row[column] = value;
}

;// CONCATENATED MODULE: ./build/src/regression/formats/index.js








const fileFormats = [jsonl, csv, evalZip, xlsx, unsupported, json];
function openReader(path, collector) {
    const format = fileFormats.find((candidate) => candidate.supports(path.toLowerCase())) ?? json;
    collector.file(path);
    collector.format(format.name);
    const before = collector.size;
    const reader = format.open(path, collector);
    let size = 0;
    let utf16 = false;
    return {
        push(chunk) {
            utf16 ||= size === 0 && isUtf16(chunk);
            size += chunk.length;
            if (!utf16)
                reader.push(chunk);
        },
        end() {
            if (utf16)
                collector.problem(reader_unreadable(path, 'The file is written in UTF-16, as some shells redirect output; only UTF-8 is read.'));
            else if (size > 0)
                reader.end();
            if (collector.size === before)
                collector.problem(reader_unreadable(path, size === 0 ? 'The file is empty.' : 'The file holds no results.'));
        },
    };
}
function isUtf16([first, second]) {
    return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}
function readResults(files) {
    const collector = new Collector();
    for (const { path, bytes } of files) {
        const reader = openReader(path, collector);
        reader.push(bytes);
        reader.end();
    }
    return collector.result();
}

;// CONCATENATED MODULE: ./build/src/regression/metrics/defaults.js



const defaults_mostMetrics = 16;
function defaultMetrics(pairs) {
    const scores = sharedScores(pairs);
    const named = knownScores(pairs);
    if (named.length === 0 && hasLabels(pairs))
        return [plainMetric(labelMetric(pairs))];
    const names = named.length > 0
        ? [...named, ...scoresOfOtherTasks(pairs)]
        : scores.filter((name) => !counter.test(name));
    return names.flatMap((name) => byFilter(name, pairs)).map(plainMetric);
}
const counter = /(?:^|_)(?:id|idx|index|seed|timestamp|time|date|created|epoch|step|line|row|offset|version)$/i;
function isKnown(name) {
    return scoreNames.includes(name.split(',')[0] ?? '');
}
function knownScores(pairs) {
    return [...new Set(pairs.flatMap(({ baseline }) => [...baseline.scores.keys()].filter(isKnown)))];
}
function sharedScores(pairs) {
    const names = new Set();
    for (const { baseline, candidate } of pairs)
        for (const name of candidate.scores.keys())
            if (baseline.scores.has(name))
                names.add(name);
    return [...names];
}
function scoresOfOtherTasks(pairs) {
    const others = pairs.filter(({ baseline }) => baseline.slices.some((slice) => slice.startsWith('task=')) &&
        ![...baseline.scores.keys()].some(isKnown));
    return sharedScores(others).filter((name) => !isKnown(name));
}
function byFilter(name, pairs) {
    const filters = new Set();
    for (const { baseline } of pairs)
        if (baseline.scores.has(name))
            filters.add(filterOf(baseline.slices));
    return filters.size > 1 ? [...filters].map((filter) => `${name},${filter}`) : [name];
}
function labelMetric(pairs) {
    const targets = new Set(pairs.map(({ baseline }) => String(baseline.target)));
    return targets.size <= Math.max(2, Math.min(100, pairs.length / 5)) ? 'f1' : 'accuracy';
}

;// CONCATENATED MODULE: ./build/src/regression/presentation/problem-findings.js



function unknownMetric(reason) {
    return regressionRules['metric-missing'].finding({
        message: `${reason}.`,
        help: 'Write name or name:option, such as f1_macro, f1:positive=yes, latency:lower.',
    });
}
function noPairs(baseline, candidate) {
    const side = (set) => set.samples.size > 0
        ? `${set.samples.size} samples`
        : set.aggregates.size > 0
            ? `${set.aggregates.size} totals and no samples`
            : 'nothing';
    return regressionRules['no-pairs'].finding({
        message: `No sample is on both sides: the baseline holds ${side(baseline)}, the candidate ${side(candidate)}.`,
        ...place(candidate),
        help: 'Let both evaluations write the same sample ids, in one of the known forms.',
    });
}
function nothingToMeasure(candidate) {
    const names = new Set([
        ...candidate.aggregates.keys(),
        ...[...candidate.samples.values()].slice(0, 20).flatMap(({ scores }) => [...scores.keys()]),
    ]);
    return regressionRules['metric-missing'].finding({
        message: names.size === 0
            ? 'The results carry no metric.'
            : `Both sides must carry the metric that is asked for. The candidate carries ${shownList([...names])}.`,
        ...place(candidate),
        help: 'Name metrics in the policy (regression.metrics) or with --metric.',
    });
}
function unjudged(specs, candidate) {
    if (specs.length === 0)
        return [];
    return [
        regressionRules['unjudged-scores'].finding({
            message: `The results carry more scores than are judged without being named. Not judged: ${shownList(specs.slice(0, 5).map(({ name }) => name), specs.length)}.`,
            ...place(candidate),
            help: 'Name the metrics that count in the policy (regression.metrics) or with --metric.',
        }),
    ];
}
function noNumber({ spec, baseline, candidate }) {
    const side = Number.isFinite(candidate.value) ? baseline : candidate;
    return regressionRules['not-a-number'].finding({
        message: `${spec.title} of the ${side === candidate ? 'candidate' : 'baseline'} is no finite number.`,
        file: side.file,
        ...(side.line !== undefined && { line: side.line }),
        help: 'Find out why the evaluation gave no number there.',
    });
}
function totalsOnly(candidate) {
    return regressionRules['totals-only'].finding({
        message: 'Only totals are known, no results of single samples. The test cannot pair: where both models agree on 95 % of the samples and are right on 85 %, it needs about five times as many for the same drop; it cannot list what flipped, and nothing shows that both sides saw the same samples.',
        ...place(candidate),
        help: 'Let the evaluation write one row for each sample (lm-eval: --log_samples).',
    });
}
function place({ files }) {
    return files[0] === undefined ? {} : { file: files[0] };
}
function sameResults(pairs, candidate) {
    if (pairs.length === 0 || !pairs.every(sameOutcome))
        return [];
    return [
        regressionRules['same-results'].finding({
            message: `${pairs.length === 1 ? 'The 1 result is' : `All ${pairs.length} results are`} exactly ${pairs.length === 1 ? 'that' : 'those'} of the baseline.`,
            ...place(candidate),
            help: 'If this change touches the model, see that the evaluation ran on it and its results are the ones compared.',
        }),
    ];
}
function sameOutcome({ baseline, candidate }) {
    if (!sameLabels(baseline.prediction, candidate.prediction) ||
        baseline.scores.size !== candidate.scores.size)
        return false;
    return [...candidate.scores].every(([name, score]) => Object.is(baseline.scores.get(name), score));
}

;// CONCATENATED MODULE: ./build/src/regression/decision/slices.js



const mostSlices = 200;
function assessSlices(inputs) {
    const [first] = inputs;
    if (first === undefined)
        return { results: [], findings: [] };
    const slices = [...bySlice(first.pairs)]
        .filter(([slice, pairs]) => pairs.length > 1 && pairs.length < first.pairs.length && !isMetric(slice, inputs))
        .toSorted((a, b) => b[1].length - a[1].length);
    const judged = slices.slice(0, mostSlices);
    const settings = { ...first.settings, mode: 'paired' };
    const assessed = judged.flatMap(([slice, pairs]) => inputs.map((input) => assess({ ...input, settings, pairs, slice })));
    const results = judgeFamily(assessed.flatMap((one) => (one.ok ? [one.result] : [])), settings);
    return { results, findings: slices.length > mostSlices ? [tooMany(slices.length)] : [] };
}
function isMetric(slice, inputs) {
    const [kind, filter] = slice.split('=', 2);
    return kind === 'filter' && inputs.some(({ spec }) => spec.name.endsWith(`,${filter}`));
}
function bySlice(pairs) {
    const groups = new Map();
    for (const pair of pairs) {
        for (const slice of new Set(pair.baseline.slices)) {
            const group = groups.get(slice);
            if (group === undefined)
                groups.set(slice, [pair]);
            else
                group.push(pair);
        }
    }
    return groups;
}
function tooMany(count) {
    return regressionRules['too-many-slices'].finding({
        message: `The samples are in ${count} slices; the ${mostSlices} largest are judged.`,
        help: 'Slice by what has few values: task, language, length.',
    });
}

;// CONCATENATED MODULE: ./build/src/regression/decision/totals.js








function pairTotals(baseline, candidate, specs) {
    const shared = [...candidate.aggregates.values()].filter(({ name }) => baseline.aggregates.has(name));
    const isWhole = ({ name }) => baseline.aggregates.get(name)?.secondary !== true;
    const preferred = (totals) => totals.some(isWhole) ? totals.filter(isWhole) : totals;
    if (specs.length === 0)
        return preferred(shared).flatMap((total) => pairOf({ name: total.name, key: total.name, title: total.name }, total, baseline));
    return specs.flatMap((spec) => {
        const exact = shared.filter(({ name }) => name === spec.name);
        const found = preferred(shared.filter(({ name }) => answersTo(name, spec)));
        return (exact.length > 0 ? exact : shallowest(found)).flatMap((total) => pairOf(spec, total, baseline));
    });
}
function pairOf(spec, candidate, baseline) {
    const before = baseline.aggregates.get(candidate.name);
    return before === undefined
        ? []
        : [{ spec: { ...spec, title: shown(candidate.name) }, baseline: before, candidate }];
}
function shallowest(totals) {
    const depth = ({ name }) => name.split('.').length;
    const least = Math.min(...totals.map(depth));
    return totals.filter((total) => depth(total) === least);
}
function answersTo(name, { name: asked, key }) {
    const last = name.split(/[./]/).at(-1)?.split(',')[0]?.toLowerCase();
    return name === asked || last === key || name.endsWith(`.${asked}`);
}
function assessTotals({ spec, baseline, candidate }, settings, look) {
    const delta = candidate.value - baseline.value;
    const share = [baseline.value, candidate.value].every((value) => value >= 0 && value <= 1);
    const error = Math.hypot(errorOf(baseline, share), errorOf(candidate, share));
    const limits = limitsOf(spec, settings, baseline.value, share);
    const higherIsBetter = spec.higherIsBetter ?? candidate.higherIsBetter ?? higherByName(candidate.name);
    const effect = higherIsBetter ? delta : -delta;
    const { ci } = around(delta, error * normal_normalQuantile(0.975), 'unpaired');
    const p = oneSidedP(effect, error);
    return {
        name: candidate.name,
        title: spec.title,
        definition: 'total of the whole evaluation',
        higherIsBetter,
        n: Math.min(baseline.n ?? 0, candidate.n ?? 0),
        baseline: baseline.value,
        candidate: candidate.value,
        delta,
        ci: share ? withinShares(ci) : ci,
        interval: Number.isFinite(error) ? 'unpaired' : 'none',
        error,
        z: look.z,
        level: normalCdf(-look.z),
        p,
        holm: p,
        bh: p,
        discordant: NaN,
        minimalDetectableDrop: (look.z + normal_normalQuantile(statedPower)) * error,
        samplesForTolerance: NaN,
        samplesForMargin: NaN,
        ...limits,
        verdict: decide(settings.mode, { effect, error, z: look.z, ...limits }),
        place: { file: candidate.file, ...(candidate.line !== undefined && { line: candidate.line }) },
        flipped: { worse: 0, better: 0, samples: [] },
    };
}
function errorOf({ value, standardError, n }, share) {
    if (standardError !== undefined && standardError > 0)
        return standardError;
    return share && n !== undefined && n > 1 ? Math.sqrt((value * (1 - value)) / n) : NaN;
}

;// CONCATENATED MODULE: ./build/src/regression/decision/judge.js











function judge(baseline, candidate, pairing, settings, look) {
    const parsed = settings.metrics.map(parseMetric);
    const specs = parsed.filter((spec) => typeof spec !== 'string');
    const wrong = parsed.filter((spec) => typeof spec === 'string').map(unknownMetric);
    if (wrong.length > 0)
        return { specs, results: [], slices: [], findings: wrong };
    if (baseline.samples.size === 0 && candidate.samples.size === 0)
        return judgeTotals(baseline, candidate, specs, settings, look);
    if (pairing.pairs.length === 0)
        return { specs, results: [], slices: [], findings: [noPairs(baseline, candidate)] };
    return judgePairs(candidate, pairing, specs, settings, look);
}
function judgePairs(candidate, { pairs }, specs, settings, look) {
    const chosen = specs.length > 0 ? specs : defaultMetrics(pairs);
    const wanted = specs.length > 0 ? specs : chosen.slice(0, defaults_mostMetrics);
    const inputs = wanted.map((spec) => ({
        spec,
        pairs,
        settings,
        look,
        directions: candidate.directions,
    }));
    const assessed = inputs.map(assess);
    const failures = assessed.flatMap((one) => one.ok ? [] : [finding(one.rule, `${one.reason}${samplesText(one)}`, one.samples?.[0], one.help)]);
    const results = judgeFamily(assessed.flatMap((one) => (one.ok ? [one.result] : [])), settings);
    const slices = assessSlices(inputs.filter((_, i) => assessed[i]?.ok === true));
    const findings = [
        ...(wanted.length === 0 ? [nothingToMeasure(candidate)] : []),
        ...unjudged(chosen.slice(wanted.length), candidate),
        ...failures,
        ...results.flatMap((result) => saturated(result, candidate)),
        ...outcomeFindings(results, settings, look),
        ...sliceFindings(slices.results),
        ...slices.findings,
        ...powerFindings(results),
        ...sameResults(pairs, candidate),
    ];
    return { specs: wanted, results, slices: slices.results, findings };
}
function judgeTotals(baseline, candidate, specs, settings, look) {
    const pairs = pairTotals(baseline, candidate, specs);
    const results = judgeFamily(pairs.map((pair) => assessTotals(pair, settings, look)), settings);
    const missing = pairs.length === 0 ? [nothingToMeasure(candidate)] : [];
    const broken = pairs.filter((pair) => ![pair.baseline, pair.candidate].every(({ value }) => Number.isFinite(value)));
    return {
        specs,
        results,
        slices: [],
        findings: [
            ...missing,
            ...broken.map(noNumber),
            ...outcomeFindings(results, settings, look),
            ...(pairs.length > 0 ? [totalsOnly(candidate)] : []),
        ],
    };
}
function samplesText({ samples = [], count = 0, }) {
    return samples.length === 0
        ? '.'
        : `: ${shownList(samples.map(({ id }) => id), count)}.`;
}

;// CONCATENATED MODULE: ./build/src/regression/recorded/from-ledger.js



function sourceText({ sha, by, at }) {
    return `against commit ${sha.slice(0, 8)} in the ledger, recorded by ${shown(by)} on ${at.slice(0, 10)}`;
}
function olderBaseline(asked, sha, merges) {
    return regressionRules['older-baseline'].finding({
        message: `No evaluation of ${asked} is recorded: compared with commit ${sha.slice(0, 8)}, ${count(merges, 'merge')} before. What ${plural(merges, 'that merge', 'those merges')} changed counts here too.`,
        help: 'Evaluate every merge (model-merge.yml with `evaluate`), or the merge base itself (regression.evaluate with regression.pool).',
    });
}
function severalEvaluations(sha, sizes, files) {
    if (new Set(sizes).size < 2)
        return [];
    return [
        regressionRules['several-evaluations'].finding({
            message: `Commit ${sha.slice(0, 8)} was evaluated ${sizes.length} times, on ${sizes.slice(0, 5).join(', ')} samples: the newest counts (${shownList(files)}).`,
            help: 'If another is meant, set regression.baseline in the policy to the path under which it was recorded.',
        }),
    ];
}
function unreadLedger(reason, help = 'Run the job again.') {
    return regressionRules['unread-ledger'].finding({
        message: `The ledger may hold results and could not be read: ${shown(reason)}.`,
        help,
    });
}
function noEvaluation(others) {
    if (others.length === 0)
        return [];
    return [
        regressionRules['other-results'].finding({
            message: `The ledger keeps results of trunk under other names: ${shownList(others)}.`,
            help: 'Set regression.baseline in the policy to the path under which they were recorded.',
        }),
    ];
}

;// CONCATENATED MODULE: ./build/src/regression/presentation/sections.js




const sections_mostRows = 100;
const sections_mostFlipped = 50;
function sectionsOf(results, slices, mode, source) {
    if (results.length === 0)
        return [];
    const title = source === undefined ? 'Metrics' : `Metrics, ${sourceText(source)}`;
    return [
        { ...metricTable(results, mode), title },
        ...chart(results),
        ...(slices.length > 0 ? [sliceTable(slices)] : []),
        ...results.slice(0, 1).flatMap(flippedList),
    ];
}
function metricTable(results, mode) {
    const right = (title) => ({ title, align: 'right' });
    const strict = mode === 'strict';
    return {
        kind: 'table',
        title: 'Metrics',
        open: true,
        columns: [
            { title: 'Metric' },
            ...measuredColumns.map(right),
            right('Tolerance, margin'),
            right('Smallest drop seen'),
            right('Needed for tolerance'),
            ...(strict ? [right('Harmless changes blocked')] : []),
            { title: 'Verdict' },
        ],
        rows: results.map((result) => [
            ...cells(result.title, result),
            limits(result),
            plainDrop(result),
            sections_samplesNeeded(result),
            ...(strict ? [falseBlocks(result)] : []),
            result.verdict,
        ]),
    };
}
const measuredColumns = ['Baseline', 'Candidate', 'Difference', '95 % interval', 'Samples', 'Discordant'];
function anchorSection(name, results) {
    if (name === undefined || results.length === 0)
        return [];
    return [
        { ...metricTable(results, 'paired'), title: `Against the anchor ${shown(name)} (α = 0.01)`, open: false },
    ];
}
function sliceTable(slices) {
    const worst = slices.toSorted((a, b) => a.p - b.p).slice(0, sections_mostRows);
    const more = slices.length > worst.length ? `, the ${worst.length} lowest of ${slices.length}` : '';
    return {
        kind: 'table',
        title: `Slices${more}`,
        columns: [
            { title: 'Slice' },
            ...[...measuredColumns, 'p (Holm)', 'p (BH)'].map((title) => ({ title, align: 'right' })),
            { title: 'Drop' },
        ],
        rows: worst.map((result) => [
            ...cells(`${shown(result.slice ?? '')}: ${result.title}`, result),
            probability(result.holm),
            probability(result.bh),
            result.verdict === 'fail' ? 'yes' : 'not shown',
        ]),
    };
}
function cells(name, result) {
    const difference = inUnit(result, result.delta);
    const [low, high] = result.ci.map((limit) => signed(inUnit(result, limit)));
    return [
        name,
        valueText(result, result.baseline),
        valueText(result, result.candidate),
        `${signed(difference)} ${unitName(result, difference)}`,
        result.interval === 'none' ? 'unknown' : `${low} to ${high}`,
        plainNumberOfSamples(result),
        Number.isFinite(result.discordant) ? String(result.discordant) : 'unknown',
    ];
}
function plainNumberOfSamples({ n, clusters }) {
    if (n === 0)
        return 'unknown';
    return clusters === undefined ? String(n) : `${n} in ${clusters} clusters`;
}
function plainDrop(result) {
    if (findsNone(result))
        return 'none';
    const drop = inUnit(result, result.minimalDetectableDrop);
    return Number.isFinite(drop) ? `${signed(drop)} ${unitName(result, drop)}` : 'unknown';
}
function limits(result) {
    const [tolerance, margin] = [result.tolerance, result.margin].map((limit) => plainNumber(inUnit(result, limit)));
    return `${tolerance}, ${margin} ${result.unit === 'points' ? 'points' : '%'}`;
}
function sections_samplesNeeded({ samplesForTolerance }) {
    return Number.isFinite(samplesForTolerance) ? String(samplesForTolerance) : 'unknown';
}
function falseBlocks({ error, tolerance }) {
    return Number.isFinite(error) ? `${Math.round(100 * falseBlockRate(error, tolerance))} %` : 'unknown';
}
const mostCharted = 6;
function chart(results) {
    const shares = results.filter(({ unit }) => unit === 'points').slice(0, mostCharted);
    if (shares.length === 0)
        return [];
    const values = shares.flatMap(({ baseline, candidate }) => [100 * baseline, 100 * candidate]);
    const names = shares.flatMap(({ title }) => {
        const name = title.replaceAll(/[^\p{L}\p{N} _.,@=-]/gu, ' ');
        return [`"${name} before"`, `"${name} now"`];
    });
    const low = Math.max(0, Math.floor(Math.min(...values) - 5));
    const high = Math.min(100, Math.ceil(Math.max(...values) + 5));
    const source = [
        'xychart-beta',
        `  x-axis [${names.join(', ')}]`,
        `  y-axis "%" ${low} --> ${high}`,
        `  bar [${values.map((value) => value.toFixed(2)).join(', ')}]`,
    ].join('\n');
    return [{ kind: 'mermaid', title: 'Baseline and candidate', source }];
}
function flippedList({ flipped }) {
    if (flipped.samples.length === 0)
        return [];
    const chosen = ['worse', 'better'].flatMap((change) => flipped.samples.filter((sample) => sample.change === change).slice(0, sections_mostFlipped));
    const hidden = flipped.worse + flipped.better - chosen.length;
    return [
        {
            kind: 'table',
            title: `Samples that flipped: ${flipped.worse} worse, ${flipped.better} better${hidden > 0 ? `, ${hidden} not listed` : ''}`,
            columns: [
                { title: 'Sample', code: true },
                { title: 'Change' },
                { title: 'Baseline', align: 'right' },
                { title: 'Candidate', align: 'right' },
                { title: 'File', code: true },
                { title: 'Line', align: 'right' },
            ],
            rows: chosen.map(({ sample, change, baseline, candidate }) => [
                shown(sample.id),
                change,
                plainNumber(baseline),
                plainNumber(candidate),
                sample.file,
                String(sample.line ?? ''),
            ]),
        },
    ];
}

;// CONCATENATED MODULE: ./build/src/regression/presentation/title.js


function title_titleOf(verdict, results, findings, mode) {
    const errors = findings.filter(({ severity }) => severity === 'error');
    const broken = errors.find(({ rule }) => !decisive.has(rule));
    if (broken !== undefined)
        return errors.length > 1 ? `${broken.message} (and ${errors.length - 1} more)` : broken.message;
    const failed = results.find((result) => result.verdict === 'fail');
    if (failed !== undefined)
        return `${change(failed)}${whyFailed(failed, mode)}`;
    if (errors[0] !== undefined)
        return errors[0].message;
    return quietTitle(verdict, results);
}
function whyFailed(result, mode) {
    return mode === 'non-inferiority'
        ? `: a drop of ${wording_amount(result, result.margin)} is not excluded`
        : `; ${tolerated(result)}`;
}
const decisive = new Set([
    regressionRules.drop.id,
    regressionRules['slice-drop'].id,
    regressionRules.undecided.id,
    regressionRules.erosion.id,
]);
function quietTitle(verdict, results) {
    const open = results.find((result) => result.verdict === 'inconclusive');
    const [first] = results;
    if (open !== undefined && verdict === 'inconclusive')
        return `${change(open)}: ${['too little to tell', unseen(open)].filter((text) => text !== undefined).join('; ')}`;
    if (open !== undefined)
        return `${change(open)}: undecided, and let through by on-inconclusive`;
    return first === undefined ? 'No metric was compared' : `${change(first)}; ${whyPassed(first)}`;
}
function whyPassed(result) {
    const effect = result.higherIsBetter ? result.delta : -result.delta;
    return effect < -result.tolerance
        ? `no drop is shown, and one of ${wording_amount(result, result.margin)} is excluded`
        : tolerated(result);
}

;// CONCATENATED MODULE: ./build/src/regression/recorded/trend.js

const trendLength = 30;
function trendSection(points, result, anchor) {
    const own = points
        .filter(({ metric, value }) => metric === result.name && Number.isFinite(value))
        .slice(-trendLength);
    if (own.length < 2)
        return [];
    const title = `Trend of ${result.title} over the last ${own.length} evaluated merges`;
    return [
        { kind: 'mermaid', title, source: chartOf(own, result, anchor), open: anchor !== undefined },
        tableOf(title, own, result),
    ];
}
function chartOf(own, result, anchor) {
    const inPoints = (value) => (result.unit === 'points' ? value * 100 : value);
    const values = [...own.map(({ value }) => value), result.candidate].map(inPoints);
    const level = anchor === undefined ? [] : [inPoints(anchor.baseline)];
    const [low, high] = [Math.min(...values, ...level), Math.max(...values, ...level)];
    const room = Math.max((high - low) / 10, 0.1);
    const line = (all) => `  line [${all.map((value) => value.toFixed(2)).join(', ')}]`;
    return [
        'xychart-beta',
        ...level.map(() => '  title "after each merge, and at the anchor (level)"'),
        `  x-axis "merges, this change last" 1 --> ${values.length}`,
        `  y-axis ${(low - room).toFixed(2)} --> ${(high + room).toFixed(2)}`,
        line(values),
        ...level.map((value) => line(values.map(() => value))),
    ].join('\n');
}
function tableOf(title, own, result) {
    const all = [
        ...own.map(({ sha, value }) => ({ name: sha.replaceAll(/[^0-9a-f]/g, '').slice(0, 8), value })),
        { name: 'this change', value: result.candidate },
    ];
    const first = all[0]?.value ?? Number.NaN;
    const difference = (value, before) => {
        const delta = inUnit(result, value - (before ?? Number.NaN));
        return before === undefined ? '' : `${signed(delta)} ${unitName(result, delta)}`;
    };
    return {
        kind: 'table',
        title: `${title}, as a table`,
        columns: [
            { title: 'Merge', code: true },
            ...['Value', 'Change', 'Since the first'].map((column) => ({ title: column, align: 'right' })),
        ],
        rows: all.map(({ name, value }, at) => [
            name,
            valueText(result, value),
            difference(value, all[at - 1]?.value),
            at === 0 ? '' : difference(value, first),
        ]),
    };
}

;// CONCATENATED MODULE: ./build/src/regression/decision/compare.js














function compareResults(baseline, candidate, settings) {
    return compareSets(readResults(baseline), readResults(candidate), settings);
}
function compareSets(baseline, candidate, settings, past = {}) {
    const round = roundOf(baseline, candidate.samples.size, settings, past.poolSize);
    const pairing = pairSamples(round.baseline.samples, candidate.samples);
    const look = lookAt(pairing.pairs.length, round.settings.looks, settings.alpha);
    const judged = judge(round.baseline, candidate, pairing, round.settings, look);
    const eroded = past.anchor === undefined ? undefined : judgeAnchor(past.anchor, candidate, judged.specs, settings);
    const findings = worstFirst([
        ...baseline.findings,
        ...candidate.findings,
        ...integrityFindings(round.baseline, candidate, pairing),
        ...judged.findings,
        ...(eroded?.findings ?? []),
        ...(past.findings ?? []),
    ]);
    const verdict = verdictFor(findings, judged.results, settings, look);
    const undecided = verdict === 'inconclusive' && judged.results.some((result) => result.verdict === 'inconclusive');
    return {
        verdict,
        title: title_titleOf(verdict, judged.results, findings, settings.mode),
        findings,
        facts: {
            mode: settings.mode,
            alpha: settings.alpha,
            ...factsOf({
                ...judged,
                baseline: round.baseline,
                candidate,
                look,
                undecided,
            }),
            ...(past.source !== undefined && { ledger: past.source }),
            ...(past.anchor !== undefined && {
                anchor: { name: shown(past.anchor.name), metrics: (eroded?.results ?? []).map(metricFacts) },
            }),
        },
        sections: [
            ...sectionsOf(judged.results, judged.slices, settings.mode, past.source),
            ...anchorSection(past.anchor?.name, eroded?.results ?? []),
            ...judged.results.slice(0, 1).flatMap((result) => trendSection(past.trend ?? [], result, eroded?.results.find(({ name }) => name === result.name))),
        ],
    };
}

;// CONCATENATED MODULE: ./build/src/report/make.js

function makeReport({ findings = [], verdict = verdictOf(findings), ...parts }) {
    return { schema: 1, verdict, findings, ...parts };
}
function withFindings(report, findings) {
    const first = findings.find(({ severity }) => severity === 'error');
    const broken = first === undefined ? {} : { verdict: 'fail', title: first.message };
    return { ...report, ...broken, findings: [...findings, ...report.findings] };
}

;// CONCATENATED MODULE: ./build/src/kernel/user-error.js
const brand = 'ModelGatesUserError';
class user_error_UserError extends Error {
    name = brand;
    place;
    help;
    constructor(message, details = {}) {
        super(message, details.cause === undefined ? undefined : { cause: details.cause });
        this.place = details.place;
        this.help = details.help;
    }
}
function isUserError(error) {
    return error instanceof Error && error.name === brand;
}
function placeText(place) {
    return [place.file, place.line, place.column].filter((part) => part !== undefined).join(':');
}

;// CONCATENATED MODULE: ./build/src/regression/recorded/rows.js









const mostRecorded = 50_000;
const mostRecordedBytes = 16 * 1024 * 1024;
function recordedRows(set) {
    const file = set.files[0] ?? '';
    const broken = set.findings.filter(({ severity }) => severity === 'error');
    if (broken.length > 0)
        return broken;
    const samples = [...set.samples.values()].toSorted((a, b) => compareText(a.id, b.id));
    if (samples.length > mostRecorded)
        return [tooLarge(file, `${samples.length} samples, and at most ${mostRecorded} are kept`)];
    const lines = [headOf(set, samples.length), ...samples.map(rows_rowOf)].map((line) => JSON.stringify(line));
    const text = `${lines.join('\n')}\n`;
    if (text.length > mostRecordedBytes)
        return [tooLarge(file, `more than ${mostRecordedBytes / 1024 / 1024} MiB, and no more is kept`)];
    return { text, samples: samples.length };
}
function readRecorded(path, bytes, collector) {
    const end = bytes.indexOf(10);
    const head = end < 0 ? undefined : headIn(bytes.subarray(0, end));
    collector.file(path);
    collector.format('ledger');
    if (head === undefined) {
        collector.problem(reader_unreadable(path, 'The ledger holds no results under this name.'));
        return;
    }
    const before = collector.size;
    const rows = openJsonl(path, collector);
    rows.push(bytes.subarray(end + 1));
    rows.end();
    const samples = collector.size - before;
    if (samples !== head.samples)
        collector.problem(reader_unreadable(path, `The ledger names ${head.samples} samples and holds ${samples}.`));
    for (const [key, value] of head.setup)
        collector.setup(key, value);
    for (const [score, higher] of head.directions)
        collector.direction(score, higher);
    for (const total of head.totals)
        rows_readTotal(path, total, collector);
}
function readRecordedFiles(files) {
    const collector = new Collector();
    for (const [path, bytes] of files)
        readRecorded(path, bytes, collector);
    return collector.result();
}
function tooLarge(file, reason) {
    return regressionRules['results-too-large'].finding({
        message: `The ledger does not take these results: they have ${reason}.`,
        file,
        help: 'Record a fixed part of the samples, or commit the results to the repository, where the gate reads files of any size.',
    });
}
function headOf({ setup, directions, aggregates }, samples) {
    return {
        results: {
            schema: 1,
            samples,
            setup: sorted(setup),
            directions: sorted(directions),
            totals: [...aggregates.values()].toSorted((a, b) => compareText(a.name, b.name)).map(totalOf),
        },
    };
}
function sorted(entries) {
    return Object.fromEntries([...entries].toSorted(([a], [b]) => compareText(a, b)));
}
function totalOf({ name, value, standardError, n, higherIsBetter, secondary }) {
    return { name, value, standardError, n, higherIsBetter, secondary };
}
function rows_rowOf(sample) {
    const { id, target, prediction, cluster, slices, hash } = sample;
    const scores = new Map([...sample.scores, ...textScores(sample)]);
    return {
        id,
        target: briefly(target),
        prediction: prediction === null ? null : briefly(prediction),
        scores: scores.size === 0 ? undefined : sorted(scores),
        cluster,
        slices: slices.length === 0 ? undefined : slices,
        hash,
    };
}
function briefly(labels) {
    return typeof labels === 'string' ? comparable(labels) : labels?.map(comparable);
}
function headIn(line) {
    const head = field(rows_parsed(line), 'results');
    const samples = field(head, 'samples');
    if (field(head, 'schema') !== 1 || typeof samples !== 'number')
        return undefined;
    const entries = (name) => {
        const value = field(head, name);
        return isRecord(value) ? Object.entries(value) : [];
    };
    return {
        samples,
        setup: entries('setup').flatMap(([key, value]) => typeof value === 'string' ? [[key, value]] : []),
        directions: entries('directions').flatMap(([key, value]) => typeof value === 'boolean' ? [[key, value]] : []),
        totals: rowsOf(field(head, 'totals')),
    };
}
function rows_parsed(line) {
    try {
        return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(line));
    }
    catch {
        return undefined;
    }
}
function rows_readTotal(file, total, sink) {
    const number = (name) => {
        const value = field(total, name);
        return typeof value === 'number' ? value : undefined;
    };
    const name = scalarText(field(total, 'name')) ?? '';
    const higher = field(total, 'higherIsBetter');
    const [standardError, n] = [number('standardError'), number('n')];
    sink.aggregate({
        name,
        value: number('value') ?? Number.NaN,
        ...(standardError !== undefined && { standardError }),
        ...(n !== undefined && { n }),
        ...(typeof higher === 'boolean' && { higherIsBetter: higher }),
        ...(field(total, 'secondary') === true && { secondary: true }),
        file,
    });
}

;// CONCATENATED MODULE: external "../picomatch/index.js"
const index_js_namespaceObject = require("../picomatch/index.js");
var index_js_default = /*#__PURE__*/__nccwpck_require__.n(index_js_namespaceObject);
;// CONCATENATED MODULE: ./build/src/kernel/globs.js

function globMatcher(globs) {
    const exclusions = globs.filter(isExclusion).map((glob) => glob.slice(1));
    const inclusions = globs.filter((glob) => !isExclusion(glob));
    if (exclusions.length > 0 && inclusions.length === 0)
        inclusions.push('**');
    const wanted = index_js_default()(inclusions, { dot: true });
    const unwanted = index_js_default()(exclusions, { dot: true });
    return (path) => wanted(path) && !unwanted(path);
}
function isExclusion(glob) {
    return glob.startsWith('!') && !glob.startsWith('!(');
}

;// CONCATENATED MODULE: ./build/src/regression/gate/sides.js




const maxBytes = 512 * 1024 * 1024;
const wholeBytes = 32 * 1024 * 1024;
const chunkBytes = 8 * 1024 * 1024;
const mostFiles = 2000;
const resultFile = /\.(?:jsonl?|ndjson|jsonlines|csv|tsv|xlsx|eval)$/i;
function matcher(globs) {
    const wanted = globs.map((glob) => glob.replace(/^\.\//, ''));
    const matches = globMatcher(wanted);
    return (path) => wanted.includes(path) || matches(path);
}
async function matching(tree, globs) {
    const wanted = globs.map((glob) => glob.replace(/^\.\//, ''));
    const listed = (await tree.list()).filter(matcher(globs));
    const unlisted = wanted.filter((path) => !listed.includes(path) && !index_js_default().scan(path).isGlob);
    const present = await Promise.all(unlisted.map((path) => presentIn(tree, path)));
    const found = [...listed, ...present.flat()];
    const known = found.filter((path) => resultFile.test(path));
    return (known.length > 0 ? known : found).slice(0, mostFiles);
}
async function presentIn(tree, path) {
    const found = tree.readRange === undefined ? await tree.read(path, maxBytes) : await tree.readRange(path, 0, 1);
    return found === undefined ? [] : [path];
}
async function readSide(tree, paths) {
    const collector = new Collector();
    for (const path of paths) {
        const reader = openReader(path, collector);
        for await (const chunk of chunksOf(tree, path))
            reader.push(chunk);
        reader.end();
    }
    return collector.result();
}
async function* chunksOf(tree, path) {
    const first = await tree.readRange?.(path, 0, chunkBytes);
    if (first === undefined || first.fileBytes <= wholeBytes) {
        yield (await tree.read(path, maxBytes)) ?? new Uint8Array();
        return;
    }
    yield first.bytes;
    for (let at = first.bytes.length; at < first.fileBytes; at += chunkBytes) {
        const part = await tree.readRange?.(path, at, chunkBytes);
        if (part === undefined || part.fileBytes !== first.fileBytes)
            throw changedMeanwhile(path, tree);
        yield part.bytes;
    }
}
function changedMeanwhile(path, tree) {
    return new user_error_UserError(`${path} in the ${tree.name} changed while it was read`, {
        place: { file: path },
        help: 'Let the evaluation finish before the gate runs.',
    });
}
async function readPool(path, tree) {
    const bytes = path === undefined ? undefined : await tree.read(path);
    const lines = new TextDecoder().decode(bytes ?? new Uint8Array()).split('\n');
    return [...new Set(lines.map((line) => line.trim()).filter((line) => line !== ''))];
}

;// CONCATENATED MODULE: ./build/src/regression/gate/baseline.js



const mostAncestors = 30;
async function resultsAt({ tree, globs }, ports, ancestors = mostAncestors) {
    const files = await matching(tree, globs);
    const committed = { name: tree.name, files, read: () => readSide(tree, files), findings: [] };
    if (files.length > 0 || tree.sha === undefined || ports.evaluations === undefined)
        return committed;
    try {
        const { evaluation, findings, others } = await ports.evaluations.nearest(tree.sha, {
            wanted: matcher(globs),
            ancestors,
        });
        if (evaluation === undefined)
            return { ...committed, findings: [...findings, ...noEvaluation(others ?? [])] };
        return recorded(evaluation, tree.name, findings);
    }
    catch (error) {
        if (!isUserError(error))
            throw error;
        ports.log.info(`regression: the ledger cannot be read: ${error.message}`);
        return { ...committed, findings: [unreadLedger(error.message, error.help)], unread: true };
    }
}
function recorded(evaluation, asked, findings) {
    const { files, sizes, ...source } = evaluation;
    const { sha, merges } = source;
    const names = [...files.keys()];
    return {
        source,
        name: `ledger (commit ${sha.slice(0, 8)})`,
        files: names,
        read: () => Promise.resolve(readRecordedFiles(files)),
        findings: [
            ...findings,
            ...severalEvaluations(sha, sizes, names),
            ...(merges > 0 ? [olderBaseline(asked, sha, merges)] : []),
        ],
    };
}

;// CONCATENATED MODULE: ./build/src/regression/gate/exact-round.js


function inexactRound(side, asked, { samples, files }) {
    const answered = new Set([...samples.keys()].map((id) => askedFor(id, asked.inAll)));
    const missing = asked.inRound.filter((id) => !answered.has(id));
    const added = [...samples.keys()].filter((id) => askedFor(id, asked.inAll) === undefined);
    if (missing.length === 0 && added.length === 0)
        return undefined;
    const parts = [
        ...(missing.length > 0 ? [`lacks ${missing.length} of them: ${list(missing)}`] : []),
        ...(added.length > 0 ? [`answers ${added.length} that were not asked: ${list(added)}`] : []),
    ];
    const file = files.at(-1);
    return regressionRules['unmatched-samples'].finding({
        message: `The evaluation was given ${asked.inRound.length} samples, and the ${side} ${parts.join(', and ')}.`,
        ...(file !== undefined && { file }),
        help: 'Let the command of regression.evaluate answer every id of {ids} under that id, and no other.',
    });
}
function askedFor(id, asked) {
    for (let end = id.length; end > 0; end = id.lastIndexOf('/', end - 1)) {
        const part = id.slice(0, end);
        if (asked.has(part))
            return part;
    }
    return undefined;
}
function list(ids) {
    const first = ids.slice(0, 5).map(shown).join(', ');
    return ids.length > 5 ? `${first} and ${ids.length - 5} more` : first;
}

;// CONCATENATED MODULE: ./build/src/regression/gate/command-line.js
const shellWords = /^(?:&&?|\|\|?|;|\d?>{1,2}|<{1,2}|2>&1)$/;
function commandLine(template, values) {
    const words = template.match(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g) ?? [];
    const [program, ...args] = words.map((word) => word.replaceAll(/"([^"]*)"|'([^']*)'/g, '$1$2'));
    if (program === undefined)
        return 'regression.evaluate is empty';
    const missing = ['ids', 'out'].filter((name) => !template.includes(`{${name}}`));
    if (missing.length > 0)
        return `regression.evaluate lacks ${missing.map((name) => `{${name}}`).join(' and ')}`;
    return (misread(template, words) ?? {
        program,
        args: args.map((word) => word.replaceAll('{ids}', () => values.ids).replaceAll('{out}', () => values.out)),
    });
}
function misread(template, words) {
    if (/["']/.test(template.replaceAll(/"[^"]*"|'[^']*'/g, '')))
        return 'a quote in regression.evaluate is never closed';
    const operator = words.find((word) => shellWords.test(word));
    if (operator !== undefined)
        return `regression.evaluate is run without a shell, which ${operator} is meant for; put the commands in a script`;
    if (/^\w+=/.test(words[0] ?? ''))
        return `regression.evaluate begins with ${words[0]?.split('=', 1)[0]}=, which is meant for a shell; set variables with env: in the workflow`;
    return undefined;
}

;// CONCATENATED MODULE: ./build/src/regression/gate/run-evaluation.js



async function runEvaluation(run, ports, scratch) {
    const broken = run.ids.find((id) => /[\r\n]/.test(id));
    if (broken !== undefined)
        return failed(`the sample id ${shown(broken)} holds a line break`);
    const ids = await scratch.write(run.idFile, `${run.ids.join('\n')}\n`);
    const line = commandLine(run.command, { ids, out: scratch.pathOf(run.out) });
    if (typeof line === 'string')
        return failed(line);
    const { timeoutMs, cwd } = run;
    const began = ports.now();
    const result = await ports.commands.run(line.program, line.args, {
        timeoutMs,
        ...(cwd !== undefined && { cwd }),
    });
    const wrong = wrongExit(line.program, result, ports.now() - began >= timeoutMs);
    if (wrong !== undefined)
        return failed(wrong);
    return (await scratch.read(run.out)) ?? failed(`${line.program} ended without writing {out}`);
}
function wrongExit(program, result, late) {
    if (result === undefined)
        return `the program ${program} is not there`;
    if (result.exitCode === 0)
        return undefined;
    if (late)
        return `${program} was stopped, for the time budget (regression.time-budget) was used up`;
    const last = lastWords(result.stderr);
    const how = result.exitCode < 0
        ? 'was killed from outside, as it is where memory runs out'
        : `ended with exit code ${result.exitCode}`;
    return `${program} ${how}${last === '' ? '' : `: ${shown(last)}`}`;
}
function lastWords(stderr) {
    const lines = stderr.trimEnd().split('\n');
    return lines.findLast((line) => /error|exception/i.test(line)) ?? lines.at(-1) ?? '';
}
function failed(reason) {
    return regressionRules['evaluation-failed'].finding({
        message: `The evaluation did not run: ${reason}.`,
        help: 'Run the command of regression.evaluate by hand with a file of ids, one a line.',
    });
}

;// CONCATENATED MODULE: ./build/src/regression/gate/evaluate.js




const minute = 60_000;
const defaultBudget = 60;
async function evaluateInRounds(evaluation, ports, scratch) {
    const { settings, pool } = evaluation;
    const sizes = roundSizes(settings.looks ?? defaultLooks, pool.length);
    const order = sampleOrder(pool, settings.seed);
    const budget = settings.timeBudget ?? defaultBudget;
    const deadline = ports.now() + budget * minute;
    const sides = sidesOf(evaluation);
    let report = judged(evaluation, sides, sizes);
    for (const [round, size] of sizes.entries()) {
        const began = ports.now();
        const ids = order.slice(sizes[round - 1] ?? 0, size);
        ports.log.info(`regression: round ${round + 1} of ${sizes.length}: ${ids.length} samples, ${size} in all`);
        const asked = new Set(order.slice(0, size));
        const problem = await runRound(evaluation.command, { round, ids, asked, deadline }, sides, ports, scratch);
        report = withProblem(judged(evaluation, sides, sizes, problem), problem);
        ports.log.info(`regression: after ${size} samples: ${report.verdict}: ${report.title}`);
        if (problem !== undefined || !wantsMore(report))
            return report;
        if (2 * ports.now() - began > deadline)
            return stopped(report, budget);
    }
    return report;
}
function withProblem(report, problem) {
    if (problem === undefined)
        return report;
    const consequences = new Set([
        regressionRules['metric-missing'].id,
        regressionRules['no-pairs'].id,
        regressionRules['unmatched-samples'].id,
    ]);
    return {
        ...report,
        title: problem.message,
        findings: report.findings.filter((finding) => finding === problem || !consequences.has(finding.rule)),
    };
}
function sidesOf({ baseline }) {
    const candidate = { name: 'candidate', collector: new Collector() };
    return typeof baseline === 'string'
        ? [candidate, { name: 'baseline', collector: new Collector(), cwd: baseline }]
        : [candidate];
}
function wantsMore({ verdict, facts }) {
    return verdict === 'inconclusive' && facts.nextSamples > 0;
}
function judged({ baseline, settings, past, pool }, sides, looks, problem) {
    const evaluated = (name) => sides.find((side) => side.name === name)?.collector.result();
    const before = typeof baseline === 'string' ? evaluated('baseline') : baseline;
    const after = evaluated('candidate');
    const nothing = new Collector().result();
    const findings = [...(past.findings ?? []), ...(problem === undefined ? [] : [problem])];
    return compareSets(before ?? nothing, after ?? nothing, { ...settings, looks }, { ...past, findings, poolSize: pool.length });
}
async function runRound(command, { round, ids, asked, deadline }, sides, ports, scratch) {
    for (const { name, collector, cwd } of sides) {
        const out = `${name}-${round + 1}.json`;
        const timeoutMs = Math.max(1, deadline - ports.now());
        const result = await runEvaluation({ command, ids, idFile: `ids-${round + 1}.txt`, out, timeoutMs, ...(cwd !== undefined && { cwd }) }, ports, scratch);
        if (!(result instanceof Uint8Array))
            return result;
        const reader = openReader(isTable(result) ? out.replace(/json$/, 'csv') : out, collector);
        reader.push(result);
        reader.end();
        const inexact = sides.length > 1 ? inexactRound(name, { inRound: ids, inAll: asked }, collector.result()) : undefined;
        if (inexact !== undefined)
            return inexact;
    }
    return undefined;
}
function isTable(bytes) {
    const start = new TextDecoder().decode(bytes.subarray(0, 64)).trimStart();
    return start !== '' && !/^[[{]/.test(start);
}
function stopped(report, budget) {
    const finding = regressionRules['time-budget'].finding({
        message: `The time budget of ${budget} minutes does not allow another round, and the samples so far do not decide.`,
        help: 'Raise regression.time-budget, spread the evaluation over several runners (plan-gates), or let a person judge the change.',
    });
    return { ...report, findings: [...report.findings, finding] };
}

;// CONCATENATED MODULE: ./build/src/releases/version/version.js

const core = /^v?(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})$/;
const identifier = /^[0-9A-Za-z-]+$/;
const leadingZero = /^0\d+$/;
const maxLength = 200;
function parseVersion(tag, prefix) {
    if (!tag.startsWith(prefix) || tag.length > maxLength)
        return undefined;
    const text = tag.slice(prefix.length);
    const [released = '', ...builds] = text.split('+');
    const dash = released.indexOf('-');
    const numbers = core.exec(dash < 0 ? released : released.slice(0, dash));
    const preRelease = dash < 0 ? [] : released.slice(dash + 1).split('.');
    const build = builds[0] ?? '';
    const wellFormed = preRelease.every((part) => identifier.test(part) && !leadingZero.test(part));
    if (numbers === null || !wellFormed || builds.length > 1)
        return undefined;
    if (builds.length === 1 && !build.split('.').every((part) => identifier.test(part)))
        return undefined;
    const [major = 0, minor = 0, patch = 0] = numbers.slice(1).map(Number);
    return { tag, text, major, minor, patch, preRelease, build };
}
function compareVersions(a, b) {
    return precedence(a, b) || compareText(a.text, b.text);
}
function precedence(a, b) {
    return (a.major - b.major ||
        a.minor - b.minor ||
        a.patch - b.patch ||
        comparePreRelease(a.preRelease, b.preRelease));
}
function comparePreRelease(a, b) {
    if (a.length === 0 || b.length === 0)
        return Number(a.length === 0) - Number(b.length === 0);
    for (let index = 0; index < Math.min(a.length, b.length); index += 1) {
        const order = compareIdentifier(a[index] ?? '', b[index] ?? '');
        if (order !== 0)
            return order;
    }
    return a.length - b.length;
}
const digits = /^\d+$/;
function compareIdentifier(a, b) {
    const numeric = [digits.test(a), digits.test(b)];
    if (numeric[0] === true && numeric[1] === true)
        return a.length - b.length || compareText(a, b);
    if (numeric[0] !== numeric[1])
        return numeric[0] === true ? -1 : 1;
    return compareText(a, b);
}
function versionsOf(tags, prefix) {
    return tags.flatMap((tag) => parseVersion(tag, prefix) ?? []).toSorted((a, b) => compareVersions(b, a));
}
function isSameVersion(a, b) {
    return a.text.replace(/^v/, '') === b.text.replace(/^v/, '');
}
function isRelease(version) {
    return version.preRelease.length === 0;
}
function lineOf(version) {
    return `v${version.major}.${version.minor}`;
}

;// CONCATENATED MODULE: ./build/src/regression/gate/place.js



async function place_placeOf(entries, globs, ports) {
    const parts = entries.map(entryOf);
    const [ref, ...others] = new Set(parts.map((part) => part.ref));
    if (others.length > 0)
        throw severalPlaces(entries);
    const paths = parts.map(({ path }) => path).filter((path) => path !== '');
    const wanted = paths.length > 0 ? paths : globs;
    if (ref === undefined)
        return { tree: ports.change.base, globs: wanted };
    const tag = isLatestRelease(ref) ? await latestRelease(ref, ports) : { name: ref, sha: ref };
    if (tag === undefined)
        return 'there is no tag of a release';
    const tree = await ports.treeAt?.(tag.sha);
    return tree === undefined
        ? `no trunk, release branch, tag or commit ${ref} is known`
        : { tree: { ...tree, name: tag.name }, globs: wanted };
}
async function latestRelease(ref, { tags }) {
    const all = (await tags?.()) ?? [];
    const names = all.map(({ name }) => name);
    const latest = versionsOf(names, ref.slice(0, -'latest-release'.length)).find(isRelease)?.tag;
    return all.find(({ name }) => name === latest);
}
function severalPlaces(entries) {
    return new user_error_UserError(`regression.baseline names more than one state of trunk: ${entries.join(', ')}`, {
        help: 'Write the same ref before each path, or none.',
    });
}

;// CONCATENATED MODULE: ./build/src/regression/gate/past.js




async function readPast({ anchor = '', ...settings }, ports, wasRead) {
    const trend = anchor !== '' || wasRead ? await readTrend(ports) : undefined;
    const read = anchor === '' ? {} : await readAnchor(anchor, globsOf(settings), ports);
    return { ...read, ...(trend !== undefined && { trend }) };
}
async function readTrend({ evaluations, change, log }) {
    if (evaluations === undefined || change.base.sha === undefined)
        return undefined;
    try {
        return await evaluations.trend(change.base.sha, trendLength);
    }
    catch (error) {
        if (!isUserError(error))
            throw error;
        log.warning(`The trend of the last merges is not shown: ${error.message}`);
        return undefined;
    }
}
async function readAnchor(anchor, globs, ports) {
    try {
        const place = await place_placeOf([anchor], globs, ports);
        if (typeof place === 'string')
            return { findings: [unusable({ name: anchor }, place)] };
        const { tree } = place;
        const results = await resultsAt(place, ports);
        const name = results.name === tree.name ? anchor : `${anchor}, from the ${results.name}`;
        if (results.files.length > 0)
            return { anchor: { name, results: await results.read() }, findings: results.findings };
        const reason = `nothing matches ${place.globs.join(', ')} at the ${tree.name}${results.unread === true ? ', and the ledger could not be read' : ''}`;
        const told = unusable({ name: anchor }, reason);
        return {
            findings: [told, ...results.findings],
            ...(results.unread === true && { unread: told.message }),
        };
    }
    catch (error) {
        if (!isUserError(error))
            throw error;
        const told = unusable({ name: anchor }, error.message);
        return { findings: [told], unread: told.message };
    }
}

;// CONCATENATED MODULE: ./build/src/regression/gate/regression-gate.js









const judgeRegression = async (settings, ports) => {
    const started = ports.now();
    const comparison = await closing(ports, judgeSides(settings, ports));
    return makeReport({ gate: 'regression-gate', ...comparison, durationMs: ports.now() - started });
};
async function samplesOfRound(settings, ports, samples) {
    const ids = baselineOf(settings, ports).then(async ({ read }) => poolOf(settings, await read(), ports));
    return idsOfRound(await closing(ports, ids), settings, samples);
}
async function closing({ evaluations }, work) {
    try {
        return await work;
    }
    finally {
        await evaluations?.close();
    }
}
async function judgeSides(settings, ports) {
    const evaluates = isEvaluated(settings);
    if (settings.candidate.length === 0 && !evaluates) {
        return bare('skipped', 'No evaluation results are configured (regression.candidate), so there is nothing to compare.');
    }
    return evaluates ? evaluated(settings, ports) : compared(settings, ports);
}
function isEvaluated({ evaluate = '' }) {
    return evaluate !== '';
}
function evaluatesBase(settings) {
    return isEvaluated(settings) && settings.pool !== undefined && !isPinned(settings.baseline);
}
async function baselineOf(settings, ports) {
    const place = await place_placeOf(settings.baseline, settings.candidate, ports);
    if (typeof place === 'string')
        throw noPlace(settings.baseline, place);
    const ancestors = evaluatesBase(settings) ? 0 : mostAncestors;
    return resultsAt(place, ports, ancestors);
}
function noPlace(baseline, reason) {
    return new user_error_UserError(`There is no baseline ${baseline.join(', ')}: ${reason}`, {
        help: 'Correct regression.baseline in the policy: a ref of the remote before the colon, or a path alone for the merge base.',
    });
}
async function poolOf({ pool }, measured, { change }) {
    return measured.samples.size > 0 ? [...measured.samples.keys()] : readPool(pool, change.base);
}
async function compared(settings, ports) {
    const candidate = await matching(ports.workspace, settings.candidate);
    if (candidate.length === 0)
        return noCandidate(settings, await baselineOf(settings, ports), ports);
    const after = await readSide(ports.workspace, candidate);
    const baseline = await baselineOf(settings, ports);
    ports.log.info(`regression: ${candidate.length} candidate files, ${baseline.files.length} baseline files at the ${baseline.name}`);
    if (baseline.files.length === 0)
        return noBaseline(settings, baseline, ports, candidate[0]);
    const before = await baseline.read();
    const past = await pastOf(settings, baseline, ports);
    return held(compareSets(before, after, settings, past), past);
}
async function evaluated(settings, ports) {
    const { scratch } = ports;
    if (scratch === undefined)
        return noScratch();
    const baseline = await baselineOf(settings, ports);
    const measured = await baseline.read();
    const known = measured.samples.size > 0;
    const pool = await poolOf(settings, measured, ports);
    const folder = known || pool.length === 0 || isPinned(settings.baseline) ? undefined : await ports.baseFolder?.();
    if (!known && folder === undefined)
        return noBaseline(settings, baseline, ports, undefined);
    const past = await pastOf(settings, baseline, ports);
    const report = await evaluateInRounds({ command: settings.evaluate ?? '', settings, past, pool, baseline: folder ?? measured }, ports, scratch);
    return held(report, past);
}
async function pastOf(settings, baseline, ports) {
    const { source } = baseline;
    const past = await readPast(settings, ports, source !== undefined);
    return {
        ...past,
        ...(source !== undefined && { source }),
        findings: [...baseline.findings, ...(past.findings ?? [])],
    };
}
function held(comparison, { unread }) {
    return unread !== undefined && comparison.verdict === 'pass'
        ? { ...comparison, verdict: 'inconclusive', title: unread }
        : comparison;
}
function noCandidate(settings, baseline, ports) {
    if (settings.merged === true && baseline.source !== undefined)
        return bare('skipped', 'The change is merged, and no evaluation ran in this job.');
    const there = baseline.files.length > 0;
    const message = `No evaluation results match ${settings.candidate.join(', ')} in the ${ports.workspace.name}${there ? `, though the ${baseline.name} has some` : ''}.`;
    return bare(there ? 'fail' : 'inconclusive', message, regressionRules['no-candidate'].finding({
        severity: there ? 'error' : 'warning',
        message,
        help: 'Run the evaluation in a step before this gate and let it write its results there, or correct regression.candidate in the policy.',
    }));
}
function noBaseline(settings, { name, findings, unread }, { evaluations }, file) {
    const asked = evaluations === undefined || unread === true ? '' : ', in its files or in the ledger';
    const message = `There is no baseline: no results match ${globsOf(settings).join(', ')} at the ${name}${asked}${unread === true ? ', and the ledger could not be read' : ''}. Without one a pass would say nothing.`;
    return bare('inconclusive', message, regressionRules['no-baseline'].finding({
        severity: unread === true ? 'error' : 'warning',
        message,
        ...(file !== undefined && { file, line: 1 }),
        help: 'Let the workflow of merges or of each night evaluate trunk and record its results (record-lineage with `results`), or commit them; set regression.baseline in the policy when they have another path.',
    }), ...findings);
}
function noScratch() {
    const message = 'There is no folder to run the evaluation in.';
    const help = 'Run the evaluation in a step before this gate and set regression.candidate.';
    return bare('fail', message, regressionRules['evaluation-failed'].finding({ message, help }));
}
function bare(verdict, title, ...findings) {
    return { verdict, title, findings, facts: { metrics: [], nextSamples: 0, flipped: [] } };
}

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

;// CONCATENATED MODULE: external "node:buffer"
const external_node_buffer_namespaceObject = require("node:buffer");
;// CONCATENATED MODULE: ./build/src/kernel/shape.js


class Problems {
    list = [];
    whole;
    constructor(whole) {
        this.whole = whole;
    }
    add(path, message) {
        if (this.list.length < 20)
            this.list.push(`${path || `the ${this.whole}`}: ${message}`);
        return undefined;
    }
}
function readShape({ read }, value, whole) {
    const problems = new Problems(whole);
    const found = read(value, '', problems);
    return found === undefined || problems.list.length > 0
        ? { ok: false, problems: problems.list }
        : { ok: true, value: found };
}
function shape_described({ schema, read }, description) {
    return { schema: { ...schema, description }, read };
}
function optional(shape, description) {
    return { ...(description === undefined ? shape : shape_described(shape, description)), optional: true };
}
function defaulted(shape, fallback) {
    return { ...shape, fallback };
}
function referenced(name, { read }) {
    return { schema: { $ref: `#/$defs/${name}` }, read };
}
function refined({ schema, read }, more, check) {
    return {
        schema: { ...schema, ...more },
        read: (value, path, problems) => {
            const found = read(value, path, problems);
            if (found !== undefined)
                check(found, path, problems);
            return found;
        },
    };
}
function constant(only) {
    return {
        schema: { const: only },
        read: (value, path, problems) => value === only ? only : problems.add(path, `expected ${only}, got ${shortJson(value).slice(0, 40)}`),
    };
}
function oneOf(allowed) {
    return {
        schema: { enum: allowed },
        read: (value, path, problems) => allowed.find((item) => item === value) ??
            problems.add(path, `expected one of ${allowed.join(', ')}, got ${shortJson(value)}`),
    };
}
const flag = {
    schema: { type: 'boolean' },
    read: (value, path, problems) => typeof value === 'boolean' ? value : problems.add(path, `expected true or false, got ${kindOf(value)}`),
};
function integer(minimum) {
    return {
        schema: { type: 'integer', minimum },
        read: (value, path, problems) => typeof value === 'number' && Number.isSafeInteger(value) && value >= minimum
            ? value
            : problems.add(path, `expected a whole number from ${minimum}, got ${shortJson(value)}`),
    };
}
const shape_finite = {
    schema: { type: 'number' },
    read: (value, path, problems) => typeof value === 'number' && Number.isFinite(value)
        ? value
        : problems.add(path, `expected a number, got ${kindOf(value)}`),
};
function shape_list(item, most, least = 0) {
    return {
        schema: {
            type: 'array',
            ...(least > 0 ? { minItems: least } : {}),
            maxItems: most,
            items: item.schema,
        },
        read: (value, path, problems) => {
            if (!Array.isArray(value))
                return problems.add(path, `expected a list, got ${kindOf(value)}`);
            if (value.length > most || value.length < least)
                return problems.add(path, `has ${value.length} entries, expected ${least} to ${most}`);
            return value
                .map((entry, at) => item.read(entry, `${path}[${at}]`, problems))
                .filter((entry) => entry !== undefined);
        },
    };
}
function map(name, item, most) {
    const { type: _, ...propertyNames } = name.schema;
    return {
        schema: { type: 'object', maxProperties: most, propertyNames, additionalProperties: item.schema },
        read: (value, path, problems) => {
            if (!isRecord(value))
                return problems.add(path, `expected an object, got ${kindOf(value)}`);
            const entries = Object.entries(value);
            if (entries.length > most)
                return problems.add(path, `has ${entries.length} entries, at most ${most} are allowed`);
            const read = entries.flatMap(([key, entry]) => {
                const at = `${path}.${key.slice(0, 60)}`;
                const [known, found] = [name.read(key, at, problems), item.read(entry, at, problems)];
                return known === undefined || found === undefined ? [] : [[known, found]];
            });
            return Object.fromEntries(read.toSorted(([a], [b]) => compareText(a, b)));
        },
    };
}
function object(fields) {
    const known = new Map(Object.entries(fields));
    const required = [...known].flatMap(([key, shape]) => 'optional' in shape || 'fallback' in shape ? [] : [key]);
    return {
        schema: {
            type: 'object',
            additionalProperties: false,
            ...(required.length > 0 ? { required } : {}),
            properties: Object.fromEntries([...known].map(([key, { schema }]) => [key, schema])),
        },
        read: (value, path, problems) => {
            if (!isRecord(value))
                return problems.add(path, `expected an object, got ${kindOf(value)}`);
            for (const key of Object.keys(value))
                if (!known.has(key))
                    problems.add(below(path, key.slice(0, 60)), `is not a field that a ${problems.whole} has`);
            const found = {};
            for (const [key, { read, fallback }] of known) {
                const given = Object.hasOwn(value, key) ? value[key] : undefined;
                const field = given === undefined ? fallback : read(given, below(path, key), problems);
                if (field !== undefined)
                    found[key] = field;
                else if (given === undefined && required.includes(key))
                    problems.add(below(path, key), 'is missing');
            }
            return found;
        },
    };
}
function below(path, key) {
    return path === '' ? key : `${path}.${key}`;
}
function kindOf(value) {
    if (value === null)
        return 'null';
    return Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'an object' : typeof value;
}
function shortJson(value) {
    try {
        return (JSON.stringify(value) ?? typeof value).slice(0, 80);
    }
    catch {
        return kindOf(value);
    }
}

;// CONCATENATED MODULE: ./build/src/lineage/record/texts.js

const invisible = /[\p{C}\p{Zl}\p{Zp}]/u;
function line(most) {
    return {
        schema: { type: 'string', minLength: 1, maxLength: most },
        read: (value, path, problems) => {
            if (typeof value !== 'string')
                return problems.add(path, `expected text, got ${kindOf(value)}`);
            if (value.length > 4 * most)
                return problems.add(path, tooLong(value, most));
            const text = value.normalize('NFC');
            if (text.trim() === '')
                return problems.add(path, 'is empty');
            if (text.length > most)
                return problems.add(path, tooLong(text, most));
            if (text !== text.trim())
                return problems.add(path, 'begins or ends with a space');
            const found = invisible.exec(text);
            return found === null
                ? text
                : problems.add(path, `holds an invisible character (${codePoint(found[0])})`);
        },
    };
}
const texts_unseen = /[\p{Default_Ignorable_Code_Point}\u2800]|(?! )\p{Zs}/u;
function texts_name(most) {
    const { schema, read } = line(most);
    return {
        schema,
        read: (value, path, problems) => {
            const text = read(value, path, problems);
            const found = text === undefined ? null : texts_unseen.exec(text);
            return found === null
                ? text
                : problems.add(path, `holds a character that cannot be told from a space or from nothing (${codePoint(found[0])})`);
        },
    };
}
function prose(most) {
    return {
        schema: { type: 'string', maxLength: most },
        read: (value, path, problems) => {
            if (typeof value !== 'string')
                return problems.add(path, `expected text, got ${kindOf(value)}`);
            if (value.length > most)
                return problems.add(path, tooLong(value, most));
            const found = invisible.exec(value.replaceAll(/[\n\t]/g, ' '));
            return found === null
                ? value.normalize('NFC')
                : problems.add(path, `holds an invisible character (${codePoint(found[0])})`);
        },
    };
}
function texts_matching(pattern, most, expected) {
    const { read } = line(most);
    return {
        schema: { type: 'string', pattern: pattern.source },
        read: (value, path, problems) => {
            const text = read(value, path, problems);
            if (text === undefined || pattern.test(text))
                return text;
            return problems.add(path, `expected ${expected}, got ${JSON.stringify(text.slice(0, 80))}`);
        },
    };
}
const longText = prose(4000);
const scalar = {
    schema: { type: ['string', 'number', 'boolean', 'null'], maxLength: 4000 },
    read: (value, path, problems) => {
        if (typeof value === 'string')
            return longText.read(value, path, problems);
        if (typeof value === 'number')
            return shape_finite.read(value, path, problems);
        if (typeof value === 'boolean' || value === null)
            return value;
        return problems.add(path, `expected text, a number, true, false or null, got ${kindOf(value)}`);
    },
};
const dated = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/;
const time = {
    schema: { type: 'string', pattern: dated.source },
    read: (value, path, problems) => {
        const at = typeof value === 'string' && dated.test(value) ? Date.parse(value) : Number.NaN;
        return Number.isNaN(at)
            ? problems.add(path, `expected a time such as 2026-11-22T15:04:05Z, got ${shortJson(value)}`)
            : new Date(at).toISOString();
    },
};
const mixed = /\p{Script=Latin}[\p{Script=Cyrillic}\p{Script=Greek}]|[\p{Script=Cyrillic}\p{Script=Greek}]\p{Script=Latin}/u;
function looksLikeAnother(text) {
    return mixed.test(text) || text.normalize('NFKC') !== text.normalize('NFC');
}
function uncommon(text) {
    const found = [...new Set(text)].filter((char) => (char.codePointAt(0) ?? 0) > 126);
    return found.slice(0, 5).map((char) => `${char} (${codePoint(char)})`);
}
function tooLong(text, most) {
    return `has ${text.length} characters, at most ${most} are allowed`;
}
function codePoint(char) {
    const found = char.codePointAt(0) ?? 0;
    return `U+${found.toString(16).toUpperCase().padStart(4, '0')}`;
}

;// CONCATENATED MODULE: ./build/src/lineage/record/model.js


const nodeKinds = [
    'commit',
    'verdict',
    'image',
    'job',
    'evaluation',
    'weights',
    'serving',
    'trace',
];
const maxIdLength = 512;
const maxResults = 200;
const maxRecordBytes = (/* unused pure expression or super */ null && (256 * 1024));
const sha = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
const model_digest = shape_described(texts_matching(/^[a-z0-9]+(?:[+._-][a-z0-9]+)*:[A-Za-z0-9=_-]{16,256}$/, 300, 'a digest such as sha256:… (the OCI grammar)'), 'Of the content, in the OCI grammar: sha256:…');
const anyNode = object({
    kind: shape_described(oneOf(nodeKinds), 'What it is.'),
    id: shape_described(texts_name(maxIdLength), 'Its name. Of a commit the full SHA; of an image its reference; anything for the others, in one line of visible characters.'),
    digest: optional(model_digest),
    service: optional(texts_name(maxIdLength), 'Of a serving version: the service that it is a version of. The version before it is found by this.'),
    external: optional(flag, 'Made elsewhere: no record is missed.'),
});
const ofKind = (kind) => ({ properties: { kind: { const: kind } } });
const where = (fits, properties) => ({ if: fits, then: { properties } });
const node = refined(shape_described(anyNode, 'One artifact.'), {
    allOf: [
        where(ofKind('commit'), { id: { pattern: sha.source } }),
        where({ not: ofKind('serving') }, { service: false }),
    ],
}, ({ kind, id, service }, path, problems) => {
    if (kind === 'commit' && id !== undefined && !sha.test(id))
        problems.add(`${path}.id`, 'a commit is named by its full SHA, in small letters');
    else if (service !== undefined && kind !== 'serving')
        problems.add(`${path}.service`, 'belongs to nodes of kind serving only');
});
const nodes = referenced('node', node);
const file = object({
    role: oneOf(['config', 'lock', 'data', 'other']),
    path: line(1000),
    digest: model_digest,
});
const run = object({
    id: optional(line(200)),
    attempt: optional(integer(1)),
    url: optional(line(1000)),
    workflow: optional(line(200)),
});
const verdict = object({
    gate: line(100),
    verdict: oneOf(['pass', 'fail', 'inconclusive', 'exempt', 'skipped']),
    title: optional(line(1000)),
    exempted_by: optional(line(200), 'Who lifted it.'),
    exempted_at: optional(time, 'When: ISO 8601 with its zone.'),
    exempted_sha: optional(texts_matching(sha, 64, 'a full SHA, in small letters'), 'On which commit: full SHA of the head that was judged.'),
    reason: optional(line(1000)),
});
const results = object({
    path: shape_described(line(1000), 'Of the file that the evaluation wrote.'),
    digest: shape_described(texts_matching(/^sha256:[0-9a-f]{64}$/, 71, 'sha256: and 64 hexadecimal digits'), 'Of the rows as the ledger keeps them, in results/ab/<digest>.jsonl.'),
    samples: integer(0),
    bytes: integer(1),
});
const draft = object({
    schema: defaulted(constant(1), 1),
    inputs: shape_described(shape_list(nodes, 100), 'What went in.'),
    outputs: shape_described(shape_list(nodes, 100, 1), 'What came out.'),
    id: optional(texts_name(200), 'Names the record. Default: made from the content less the time, so that the same link recorded twice is one record.'),
    at: optional(time, 'ISO 8601 with its zone. Default: now.'),
    by: optional(line(200), 'Who recorded it. Default: the actor of the workflow, or the user.'),
    git_ref: optional(line(1000), 'Branch or tag that was built.'),
    author: optional(line(200), 'Author of the commit.'),
    pr_number: optional(integer(1), 'Pull request of the commit.'),
    repository: optional(line(1000), 'owner/name, or an address.'),
    run: optional(run, 'The workflow run.'),
    command: optional(prose(20_000), 'What repeats the step.'),
    seed: optional(integer(0), 'Of the random numbers.'),
    files: optional(shape_list(file, 200), 'Files that were read, by content.'),
    parameters: optional(map(line(200), scalar, 2000), 'Parameters of the step, by dotted path.'),
    dependencies: optional(map(line(200), line(200), 2000), 'Package name and the version that was installed.'),
    metrics: optional(map(line(200), shape_finite, 500), 'Values of metrics.'),
    results: optional(shape_list(results, maxResults), 'Results of single samples that the ledger keeps beside the record; record-lineage fills them in from the files that its input results names.'),
    verdicts: optional(shape_list(verdict, 50), 'What gates concluded.'),
    replaces: optional(texts_name(maxIdLength), 'Id of the serving version that this one took the place of.'),
    corrects: optional(texts_name(200), 'Id of a record that this one stands for from now on.'),
    note: optional(prose(4000)),
});
const lineageSchema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'https://model-gates.example/schema/lineage.schema.json',
    title: 'model-gates lineage record',
    description: 'One link of the ledger: what a step was given and what it made. `model-gates record` and record-lineage take one, or a list of them. Beyond this schema, texts hold no invisible characters and neither begin nor end with a space.',
    ...draft.schema,
    $defs: { node: node.schema },
};

;// CONCATENATED MODULE: ./build/src/regression/decision/one-side.js



const mostTotals = 50;
const plainName = /^(?! )[^\p{C}\p{Zl}\p{Zp}]{1,200}(?<! )$/u;
function valuesOf({ samples, aggregates }, metrics) {
    const pairs = [...samples.values()].map((sample) => ({ baseline: sample, candidate: sample }));
    const asked = metrics.map(parseMetric).filter((spec) => typeof spec !== 'string');
    const measured = [...defaultMetrics(pairs).slice(0, defaults_mostMetrics), ...asked].flatMap((spec) => {
        const found = pairs.length === 0 ? undefined : measure(spec, applicablePairs(spec, pairs));
        return found?.ok === true && found.statistic.defined ? [[spec.name, found.statistic.candidate]] : [];
    });
    const totals = [...aggregates.values()]
        .slice(0, mostTotals)
        .map(({ name, value }) => [name, value]);
    const values = pairs.length === 0 ? totals : measured;
    return Object.fromEntries(values.filter(([name, value]) => Number.isFinite(value) && plainName.test(name)));
}

;// CONCATENATED MODULE: ./build/src/policy/policy-path.js
const policyPath = '.github/model-gates.yml';

;// CONCATENATED MODULE: external "node:crypto"
const external_node_crypto_namespaceObject = require("node:crypto");
;// CONCATENATED MODULE: ./build/src/lineage/gate/hashes.js

const hashes = {
    sha1: (data) => (0,external_node_crypto_namespaceObject.createHash)('sha1').update(data).digest('hex'),
    sha256: (data) => (0,external_node_crypto_namespaceObject.createHash)('sha256').update(data).digest('hex'),
};

;// CONCATENATED MODULE: ./build/src/kernel/fields.js

const fields_text = (expects = 'text') => ({ expects, parse: (raw) => raw });
const fields_flag = {
    expects: 'true or false',
    parse: (raw) => /^(true|True|TRUE)$/.test(raw) ? true : /^(false|False|FALSE)$/.test(raw) ? false : undefined,
};
function choice(allowed) {
    return { expects: `one of ${allowed.join(', ')}`, parse: (raw) => allowed.find((item) => item === raw) };
}
function number(limits = {}) {
    const { min = -Infinity, max = Infinity } = limits;
    return {
        expects: `a number${rangeText(min, max)}`,
        parse: (raw) => /^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$/.test(raw) ? within(Number(raw), min, max) : undefined,
    };
}
function fields_integer(limits = {}) {
    const { min = Number.MIN_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER } = limits;
    return {
        expects: `a whole number${rangeText(limits.min ?? -Infinity, limits.max ?? Infinity)}`,
        parse: (raw) => (/^[-+]?\d+$/.test(raw) ? within(Number(raw), min, max) : undefined),
    };
}
const fields_list = {
    expects: 'a list, one item a line or separated by commas',
    parse: (raw) => raw
        .split(/\r?\n/)
        .flatMap((line) => line.split(/,(?![^{]*\})/))
        .map((item) => item.trim())
        .filter((item) => item !== ''),
};
const numbers = {
    expects: 'rising whole numbers, separated by commas',
    parse: (raw) => {
        const values = (fields_list.parse(raw) ?? []).map((item) => /^\d{1,9}$/.test(item) ? Number(item) : Number.NaN);
        const rising = values.every((value, index) => value > (values[index - 1] ?? 0));
        return values.length > 0 && rising ? values : undefined;
    },
};
function fields_readFields(fields, get, label = (name) => `input ${name}`) {
    const values = [];
    const problems = [];
    for (const [name, field] of Object.entries(fields)) {
        const raw = get(name).trim();
        if (raw === '')
            continue;
        const value = field.parse(raw);
        if (value === undefined)
            problems.push(`${label(name)}: expected ${field.expects}, got ${quote(raw)}`);
        else
            values.push([name, value]);
    }
    if (problems.length > 0)
        throw new UserError(problems.join('; '), {
            help: 'Correct what is named here; leave it out to use the default.',
        });
    return Object.fromEntries(values);
}
function quote(raw) {
    return JSON.stringify(raw.length > 40 ? `${raw.slice(0, 40)}…` : raw);
}
function within(value, min, max) {
    return value >= min && value <= max ? value : undefined;
}
function rangeText(min, max) {
    if (min !== -Infinity && max !== Infinity)
        return ` from ${min} to ${max}`;
    if (min !== -Infinity)
        return ` of at least ${min}`;
    return max === Infinity ? '' : ` of at most ${max}`;
}

;// CONCATENATED MODULE: ./build/src/kernel/kinds.js


const kinds_flag = { schema: { type: 'boolean' }, field: fields_flag };
function kinds_choice(allowed) {
    return { schema: { enum: allowed }, field: choice(allowed) };
}
function kinds_number({ above, ...limits } = {}) {
    const lower = above === undefined ? {} : { exclusiveMinimum: above };
    return { schema: { type: 'number', ...lower, ...range(limits) }, field: number(limits) };
}
function kinds_integer(limits = {}) {
    return { schema: { type: 'integer', ...range(limits) }, field: fields_integer(limits) };
}
function kinds_text(limits = {}, expects) {
    const { min: minLength, max: maxLength, pattern } = limits;
    return {
        schema: { type: 'string', ...present({ minLength, maxLength, pattern }) },
        field: fields_text(expects),
    };
}
function kinds_list(items, { min, max } = {}) {
    return {
        schema: { type: 'array', ...present({ minItems: min, maxItems: max }), items: items.schema },
        read: (value) => (Array.isArray(value) ? value.map((item) => readAs(items, item)) : []),
    };
}
function kinds_map(values, keys) {
    const propertyNames = keys === undefined ? undefined : { pattern: keys };
    return { schema: { type: 'object', ...present({ propertyNames }), additionalProperties: values.schema } };
}
function kinds_named(keys, values) {
    const properties = Object.fromEntries(keys.map((key) => [key, values.schema]));
    return { schema: { type: 'object', additionalProperties: false, properties } };
}
function kinds_define(name, kind) {
    return { ...kind, schema: { $ref: `#/$defs/${name}` }, definition: [name, kind.schema] };
}
const kinds_name = kinds_define('name', kinds_text({ min: 1, max: 250 }));
const path = kinds_define('path', kinds_text({ min: 1, max: 4096 }, 'a path'));
const globs = kinds_define('globs', {
    ...kinds_list(kinds_text({ min: 1, max: 4096 }), { max: 1000 }),
    field: fields_list,
});
function readAs(kind, value) {
    return kind.read === undefined ? value : kind.read(value);
}
function recordOf(value) {
    return isRecord(value) ? { ...value } : {};
}
function range({ min, max }) {
    return present({ minimum: min, maximum: max });
}
function present(entries) {
    return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined));
}

;// CONCATENATED MODULE: ./build/src/kernel/settings-text.js

function plainText(setting, text) {
    const preset = settings_text_shown(setting.default);
    const choices = choicesOf(setting).map((item) => (item === preset ? `${item} (default)` : item));
    return filled(text.replaceAll('`', ''), preset, choices);
}
function markedText(setting, text) {
    return filled(text, `\`${settings_text_shown(setting.default)}\``, choicesOf(setting).map((item) => `\`${item}\``));
}
function filled(text, preset, choices) {
    return text.replaceAll('{default}', preset).replaceAll('{choices}', enumerate(choices, 'or'));
}
function choicesOf({ kind }) {
    const allowed = kind?.schema['enum'];
    return Array.isArray(allowed) ? allowed.map(String) : [];
}
function settings_text_shown(value) {
    if (Array.isArray(value))
        return value.join(', ');
    return ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : '';
}

;// CONCATENATED MODULE: ./build/src/kernel/settings.js



function settings(table) {
    return table;
}
function inputs(table) {
    return table;
}
function defaultsOf(table) {
    const given = Object.entries(table).flatMap(([name, { default: value }]) => value === undefined ? [] : [[camelCase(name), value]]);
    return Object.fromEntries(given);
}
function section(table, limits = {}) {
    return {
        get schema() {
            return sectionSchema(table, limits);
        },
        read: (value) => ({ ...defaultsOf(table), ...readSection(table, value) }),
    };
}
function partialSection(table) {
    return {
        get schema() {
            return sectionSchema(table, {});
        },
    };
}
function readSection(table, value) {
    const entries = Object.entries(recordOf(value)).map(([key, item]) => {
        const setting = table[key];
        return [key, setting === undefined ? item : readAs(setting.kind, item)];
    });
    return keysInCamelCase(Object.fromEntries(entries));
}
function sectionSchema(table, limits) {
    const required = Object.entries(table).flatMap(([name, setting]) => (setting.required ? [name] : []));
    return {
        type: 'object',
        additionalProperties: false,
        ...(required.length === 0 ? {} : { required }),
        ...limits,
        properties: Object.fromEntries(Object.entries(table).map(([name, setting]) => [name, settingSchema(setting)])),
    };
}
function settingSchema(setting) {
    const { kind, description } = setting;
    return description === undefined
        ? kind.schema
        : { description: plainText(setting, description), ...kind.schema };
}
function fieldsOf(table) {
    const entries = Object.entries(table).flatMap(([name, item]) => isInput(item) ? [[name, fieldOf(item)]] : []);
    return Object.fromEntries(entries);
}
function isInput(item) {
    return !('kind' in item) || item.input !== undefined;
}
function inputDescription(item) {
    return ('kind' in item && typeof item.input === 'string' ? item.input : item.description) ?? '';
}
function fieldOf(item) {
    const field = item.field ?? ('kind' in item ? item.kind.field : undefined);
    if (field === undefined)
        throw new Error(`no text can give ${item.description}`);
    return field;
}
function readInputs(table, get) {
    return withDefaults(table, readFields(fieldsOf(table), get));
}
function withDefaults(table, given) {
    const entries = Object.entries(given).map(([name, value]) => [table[name]?.as ?? camelCase(name), value]);
    return { ...defaultsOf(table), ...Object.fromEntries(entries) };
}
function camelCase(key) {
    return key.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());
}
function keysInCamelCase(values) {
    return Object.fromEntries(Object.entries(values).map(([key, value]) => [camelCase(key), value]));
}

;// CONCATENATED MODULE: ./build/src/policy/gate-names.js
const gateNames = ['validate-model-config', 'detect-dep-drift', 'regression-gate'];

;// CONCATENATED MODULE: ./build/src/policy/settings.js




const entitledTable = settings({
    users: { kind: globs, default: [], description: '' },
    teams: {
        kind: globs,
        default: [],
        description: '',
    },
    permission: {
        kind: kinds_choice(['write', 'maintain', 'admin']),
        description: '',
    },
});
const nobody = defaultsOf(entitledTable);
const anyEntitled = section(entitledTable, { minProperties: 1 });
const entitled = kinds_define('entitled', {
    ...anyEntitled,
    schema: { description: '', ...anyEntitled.schema },
});
const exemptionTable = settings({
    label: { kind: kinds_text({ min: 1, max: 50 }), required: true, default: '' },
    gates: { kind: kinds_list(kinds_choice(gateNames), { min: 1 }), required: true, default: [] },
    by: { kind: entitled, required: true, default: nobody },
    'author-may': {
        kind: kinds_flag,
        default: false,
        description: '',
    },
    'reason-required': {
        kind: kinds_flag,
        default: true,
        description: '',
    },
    hours: { kind: kinds_number({ above: 0 }), description: '' },
    sticky: {
        kind: kinds_flag,
        default: false,
        description: '',
    },
    effect: {
        kind: kinds_choice(['lift', 'light']),
        default: 'lift',
        description: '',
    },
});
const planTable = settings({
    harmless: {
        kind: globs,
        default: [
            '*.md',
            'docs/**/*.md',
            'LICENSE*',
            '.gitignore',
            '.editorconfig',
            '.github/CODEOWNERS',
            '.github/*.md',
            '.github/ISSUE_TEMPLATE/**',
        ],
        description: '',
    },
});
const hotfixTable = settings({
    branches: {
        kind: globs,
        default: ['hotfix/*'],
        description: '',
    },
    'release-managers': { kind: entitled, default: nobody, description: '' },
    'required-checks': {
        kind: globs,
        default: [],
        description: '',
    },
    evaluation: {
        kind: kinds_choice(['skip', 'light']),
        default: 'skip',
        description: '',
    },
    'evaluate-within-hours': {
        kind: kinds_number({ above: 0 }),
        default: 24,
        description: '',
    },
});
const branchTable = settings({
    names: {
        kind: globs,
        default: [],
        description: '',
    },
    'warn-hours': {
        kind: kinds_number({ min: 0 }),
        default: 24,
        description: '',
    },
    'limit-hours': {
        kind: kinds_number({ min: 0 }),
        default: 72,
        description: '',
    },
    'over-limit': {
        kind: kinds_choice(['fail', 'warn']),
        default: 'fail',
        description: '',
    },
    sync: {
        kind: kinds_choice(['merge', 'rebase']),
        default: 'merge',
        description: '',
        option: {
            value: 'merge|rebase',
            help: '',
        },
    },
});
const sweepTable = settings({
    'after-days': {
        kind: kinds_number({ min: 1 }),
        default: 7,
        description: '',
    },
    'remind-days': {
        kind: kinds_number({ min: 0 }),
        default: 2,
        description: '',
    },
    'keep-label': {
        kind: kinds_name,
        default: 'keep-branch',
        description: '',
    },
    'at-most': {
        kind: kinds_integer({ min: 1, max: 500 }),
        default: 20,
        description: '',
    },
    protect: {
        kind: globs,
        default: ['main', 'master', 'release/*', 'model-lineage'],
        description: '',
    },
});
const sweepDefaults = defaultsOf(sweepTable);
const versioningTable = settings({
    prefix: {
        kind: kinds_text({ max: 100 }),
        field: fields_text('a prefix'),
        default: '',
        description: '',
        input: '',
        option: { value: 'TEXT', help: '' },
    },
});
const trunkSections = settings({
    plan: {
        kind: section(planTable),
        default: defaultsOf(planTable),
        description: '',
    },
    exemptions: {
        kind: kinds_list(section(exemptionTable), { max: 50 }),
        default: [],
        description: '',
    },
    hotfix: {
        kind: section(hotfixTable),
        default: defaultsOf(hotfixTable),
        description: '',
    },
    branches: {
        kind: section(branchTable),
        default: defaultsOf(branchTable),
        description: '',
    },
    sweep: {
        kind: section(sweepTable),
        default: defaultsOf(sweepTable),
        description: '',
    },
});

;// CONCATENATED MODULE: ./build/src/policy/policy.js



const ofGates = { config: {}, dependencies: {}, regression: {}, versioning: {} };
const emptyPolicy = { gates: {}, ...ofGates, ...defaultsOf(trunkSections) };
function policyOf(value) {
    const given = recordOf(value);
    const settings = Object.keys(ofGates).map((name) => [name, keysInCamelCase(recordOf(given[name]))]);
    return { ...emptyPolicy, ...readAs(section(trunkSections), given), ...Object.fromEntries(settings) };
}

;// CONCATENATED MODULE: ./build/src/policy/gate/policy.js



const maxPolicyBytes = 1024 * 1024;
async function loadPolicy(tree, file) {
    const bytes = await readPolicyFile(tree, file);
    if (bytes === undefined)
        return { policy: emptyPolicy, findings: [], present: false };
    const { value, findings } = await readPolicy(bytes, file);
    return { policy: findings.length > 0 ? emptyPolicy : policyOf(value), findings, present: true };
}
async function readPolicy(bytes, file) {
    const { readPolicyText } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 82, 23));
    return readPolicyText(bytes, file);
}
async function policyChangeFindings(head, files, policyFile) {
    const findings = files
        .filter(({ path, previousPath = '' }) => isWorkflow(path) || isWorkflow(previousPath))
        .map(workflowChanged);
    const change = files.find(({ path, previousPath }) => path === policyFile || previousPath === policyFile);
    if (change === undefined)
        return findings;
    const bytes = change.path === policyFile ? await readPolicyFile(head, policyFile) : undefined;
    const problems = bytes === undefined ? [] : (await readPolicy(bytes, policyFile)).findings;
    return [...problems, policyChanged(policyFile, bytes !== undefined), ...findings];
}
function isWorkflow(path) {
    return /^\.github\/(?:workflows|actions)\//.test(path);
}
async function readPolicyFile(tree, file) {
    try {
        return await tree.read(file, maxPolicyBytes);
    }
    catch (cause) {
        const reason = cause instanceof Error ? cause.message : String(cause);
        throw new user_error_UserError(`The policy cannot be read: ${reason}`, {
            place: { file },
            help: 'Make it a regular file of YAML below 1 MiB, or remove it to use the defaults.',
            cause,
        });
    }
}
function policyChanged(file, present) {
    return policyRules.changed.finding({
        file,
        line: 1,
        message: present
            ? 'This pull request changes the policy. It is judged by the policy of its base; the change applies after the merge.'
            : 'This pull request removes the policy. It is judged by the policy of its base; the defaults apply after the merge.',
        help: 'Let an owner of the gates review this file.',
    });
}
function workflowChanged({ path }) {
    return policyRules['workflow-changed'].finding({
        file: path,
        line: 1,
        message: 'This pull request changes a workflow, and for a pull_request event GitHub runs the workflow of the pull request itself.',
        help: 'Let an owner of the gates see that every gate still runs; a ruleset can require this check from the base branch.',
    });
}

;// CONCATENATED MODULE: ./build/src/check/record-results.js









const ofPolicy = 'policy';
async function resultsToRecord(tree, globs) {
    const { policy } = await loadPolicy(tree, policyPath);
    const { candidate = [], baseline = [], metrics = [] } = policy.regression;
    const wanted = globs.flatMap((glob) => (glob === ofPolicy ? globsOf({ candidate, baseline }) : [glob]));
    const paths = wanted.length === 0 ? [] : (await matching(tree, wanted)).toSorted();
    if (paths.length === 0)
        return globs.every((glob) => glob === ofPolicy) ? undefined : nothing([noResults(wanted)]);
    if (paths.length > maxResults)
        return nothing([record_results_tooMany(paths.length)]);
    return recordedOf(tree, paths, metrics);
}
async function recordedOf(tree, paths, metrics) {
    const results = [];
    const rows = new Map();
    for (const path of paths) {
        const kept = recordedRows(await readSide(tree, [path]));
        if (!isRows(kept))
            return nothing(kept);
        const bytes = external_node_buffer_namespaceObject.Buffer.from(kept.text);
        const sha256 = hashes.sha256(bytes);
        results.push({ path, digest: `sha256:${sha256}`, samples: kept.samples, bytes: bytes.length });
        rows.set(sha256, bytes);
    }
    const size = results.reduce((sum, { bytes }) => sum + bytes, 0);
    if (size > mostRecordedBytes)
        return nothing([record_results_tooLarge(size)]);
    const all = await readSide(tree, paths);
    const broken = all.findings.filter(({ severity }) => severity === 'error');
    return broken.length > 0
        ? nothing(broken)
        : { results, rows, metrics: valuesOf(all, metrics), findings: [] };
}
function isRows(kept) {
    return !Array.isArray(kept);
}
function nothing(findings) {
    return { results: [], rows: new Map(), metrics: {}, findings };
}
function noResults(globs) {
    return lineageRules['no-results'].finding({
        message: `No evaluation results match ${globs.join(', ')}, so none were recorded.`,
        help: 'Run the evaluation in a step before this one, or correct `results`.',
    });
}
function record_results_tooMany(files) {
    return lineageRules['no-results'].finding({
        message: `${files} files match, and one record names at most ${maxResults}.`,
        help: 'Merge the shards, or record the parts one by one with the same evaluation in `to`.',
    });
}
function record_results_tooLarge(bytes) {
    return regressionRules['results-too-large'].finding({
        message: `The results have ${Math.ceil(bytes / 1024 / 1024)} MiB in all, and a record takes ${mostRecordedBytes / 1024 / 1024} MiB.`,
        help: 'Record a fixed part of the samples, or commit the results to the repository.',
    });
}

;// CONCATENATED MODULE: ./build/src/bundles/regression.js




module.exports = __webpack_exports__;
/******/ })()
;