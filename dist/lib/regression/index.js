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

;// CONCATENATED MODULE: ./build/src/kernel/compare.js
/** Order of texts. */
/** Code-unit order, the same on every machine whatever its locale. */
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
/** Fisher–Yates, from the back; returns a new array. */
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


/** Looks that a gate takes when it runs the evaluation itself and none are configured. */
const defaultLooks = [500, 1000, 1500, 2000];
/** The order in which samples are evaluated: random, but the same on both sides and on every runner for one seed. */
function sampleOrder(ids, seed) {
    return shuffled([...ids].toSorted(compareText), seededRandom(seed));
}
/** Sizes of the rounds: the configured looks up to the number of samples there are. */
function roundSizes(looks, pool) {
    const rising = [...new Set(looks)]
        .filter((size) => Number.isInteger(size) && size > 0)
        .toSorted((a, b) => a - b);
    const within = rising.filter((size) => size < pool);
    return within.length < rising.length && pool > 0 ? [...within, pool] : within;
}
/**
 * Ids of one round in the seeded order: those that the look at `samples` adds to the looks before it. Without `samples` the first
 * look; without looks all of the pool.
 */
function idsOfRound(pool, { looks, seed }, samples = 1) {
    const sizes = looks === undefined ? [pool.length] : roundSizes(looks, pool.length);
    const at = sizes.findIndex((size) => size >= samples);
    return at < 0 ? [] : sampleOrder(pool, seed).slice(sizes[at - 1] ?? 0, sizes[at]);
}
/**
 * With planned looks the baseline may hold more samples than were evaluated so far: this round is the first look that the
 * candidate's samples fill, and takes exactly the first samples in the seeded order. Leaving out others is noticed.
 */
function roundOf(baseline, evaluated, settings, poolSize = baseline.samples.size) {
    const sizes = roundSizes(settings.looks ?? [], poolSize);
    const at = sizes.findIndex((size) => size >= evaluated);
    const size = sizes[at];
    if (size === undefined || evaluated === 0)
        return { baseline, settings };
    const order = sampleOrder(baseline.samples.keys(), settings.seed);
    return { baseline: only(baseline, order.slice(0, size)), settings: { ...settings, looks: sizes } };
}
/** The same results with some of the samples. */
function only(set, ids) {
    const chosen = new Set(ids);
    return { ...set, samples: new Map([...set.samples].filter(([id]) => chosen.has(id))) };
}

;// CONCATENATED MODULE: ./build/src/regression/pinned.js
/** As git reads `REV:path`: what stands before the first colon is a ref, where it can be one; `./a:b` is a path. */
function entryOf(entry) {
    if (isLatestRelease(entry))
        return { ref: entry, path: '' };
    const [, ref, path] = /^([^\s:*?[\]{}()!\\.~^/-][^\s:*?[\]{}()!\\~^]*):(.+)$/s.exec(entry) ?? [];
    return ref === undefined || path === undefined ? { path: entry } : { ref, path };
}
/** `latest-release`, or `qwen3-vl/latest-release` with the prefix of the tags. */
function isLatestRelease(ref) {
    return /^(?:.*\/)?latest-release$/.test(ref);
}
/** Whether a list of paths names a ref, so that it is not the merge base that is read. */
function isPinned(entries) {
    return entries.some((entry) => entryOf(entry).ref !== undefined);
}
/** Globs of the baseline, without the ref before them; the candidate's own where it has none. */
function globsOf({ baseline, candidate }) {
    const paths = baseline.map((entry) => entryOf(entry).path).filter((path) => path !== '');
    return paths.length > 0 ? paths : candidate;
}

;// CONCATENATED MODULE: ./build/src/report/model.js
/**
 * The report: the one contract between gates, actions, the CLI and every renderer.
 * It is data only, serialises to JSON as it stands, and is published as `schema/report.schema.json`.
 */

/** What a gate concludes. `skipped` means there was nothing to judge; it is never a silent pass. */
const verdicts = (/* unused pure expression or super */ null && (['pass', 'fail', 'inconclusive', 'exempt', 'skipped']));
/** `error` fails the gate, `warning` and `notice` do not. */
const severities = ['error', 'warning', 'notice'];
/** Worst first: what one of them means for all of them. */
const gravity = (/* unused pure expression or super */ null && (['fail', 'inconclusive', 'exempt', 'pass', 'skipped']));
/** The verdict of several: the gravest; `skipped` where there are none. */
function worstVerdict(all) {
    return gravity.find((verdict) => all.includes(verdict)) ?? 'skipped';
}
/** `fail` when any finding is an error, else `pass`. */
function verdictOf(findings) {
    return findings.some((finding) => finding.severity === 'error') ? 'fail' : 'pass';
}
/** Findings sorted worst first, then by file, line and column; equal ones keep their order. */
function worstFirst(findings) {
    return findings.toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
        compareText(a.file ?? '', b.file ?? '') ||
        (a.line ?? 0) - (b.line ?? 0) ||
        (a.column ?? 0) - (b.column ?? 0));
}
/** All findings of a report and of the reports in it. */
function allFindings(report) {
    return [...report.findings, ...(report.reports ?? []).flatMap(allFindings)];
}
/**
 * Whether the merge must stop: on `fail`, and on `inconclusive` with an error in it (no baseline, unreadable results).
 * `inconclusive` with warnings only is what a policy chose to let through, said aloud.
 */
function blocks(report) {
    if (report.verdict === 'fail')
        return true;
    return (report.verdict === 'inconclusive' && allFindings(report).some(({ severity }) => severity === 'error'));
}
/** Exit code of the CLI: 0 pass, exempt, skipped; 1 fail; 3 inconclusive. */
function exitCodeOf(verdict) {
    if (verdict === 'fail')
        return 1;
    return verdict === 'inconclusive' ? 3 : 0;
}

;// CONCATENATED MODULE: ./build/src/regression/statistics/normal.js
/** Standard normal distribution. */
/** W. J. Cody, "Rational Chebyshev approximations for the error function", Math. Comp. 23 (1969): coefficients of the three ranges. */
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
/** P(Z ≤ x): relative error below 1e-15 in the lower tail as well. */
function normalCdf(x) {
    if (Number.isNaN(x))
        return NaN;
    const size = Math.abs(x);
    if (size <= 0.67448975)
        return 0.5 + x * rational(central.p, central.q, x * x);
    const upper = Math.exp((-x * x) / 2) * (size <= Math.sqrt(32) ? rational(middle.p, middle.q, size) : farTail(size));
    return x < 0 ? upper : 1 - upper;
}
/** Cody's form: the last coefficient of p leads; both polynomials have the same degree, q's leading coefficient is 1. */
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
/** P. J. Acklam's rational start (relative error 1.15e-9), then refined with `normalCdf`. */
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
/** The x with P(Z ≤ x) = p; ∓Infinity at 0 and 1, NaN outside. */
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
/** One step of Halley's method. */
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
/** One metric's decision. */
function decide(mode, evidence) {
    return rules[mode](evidence);
}
/**
 * Rule R*: fails a drop that is both significant and beyond the tolerance; passes what is shown to be within the margin;
 * says so when the samples cannot tell.
 */
function paired(evidence) {
    const { effect, error, z, tolerance, margin } = evidence;
    if (!Number.isFinite(error))
        return 'inconclusive';
    const significant = evidence.significant ?? effect + z * error < 0;
    if (significant && effect < -tolerance)
        return 'fail';
    return effect - z * error > -margin ? 'pass' : 'inconclusive';
}
/** The bare threshold. */
function strict({ effect, tolerance }) {
    // A drop of exactly the tolerance is tolerated, whatever the last bit of the subtraction says.
    return effect < -tolerance - 1e-12 ? 'fail' : 'pass';
}
/** Blocks unless the drop is shown to be smaller than the margin. */
function nonInferiority({ effect, error, z, margin }) {
    if (!Number.isFinite(error))
        return 'inconclusive';
    return effect - z * error > -margin ? 'pass' : 'fail';
}
/** How often the bare threshold blocks a change that does no harm: Φ(−tolerance / SE). */
function falseBlockRate(error, tolerance) {
    return error > 0 ? normalCdf(-tolerance / error) : 0;
}

;// CONCATENATED MODULE: ./build/src/regression/statistics/multinomial.js
/**
 * Draws `total` items over cells with the given weights into `out`: a chain of conditional binomials (Davis 1993),
 * whose cost is the number of cells and not of items.
 */
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
/** One draw of Binomial(n, p). */
function drawBinomial(n, p, random) {
    if (n === 0 || p <= 0)
        return 0;
    if (p >= 1)
        return n;
    if (p > 0.5)
        return n - drawBinomial(n, 1 - p, random);
    return n * p < 10 ? byInversion(n, p, random) : byRejection(n, p, random);
}
/** BINV of Kachitvichyanukul & Schmeiser (1988): walks up the probabilities. */
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
/** BTRS of Hörmann (1993), "The generation of binomial random variates": transformed rejection, for n·p ≥ 10. */
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
/** ln P(k) − ln P(mode). */
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
/** ln k! − (Stirling's formula in k + 1). */
function stirlingTail(k) {
    const known = smallTails[k];
    if (known !== undefined)
        return known;
    const next = k + 1;
    const square = next * next;
    return (1 / 12 - (1 / 360 - 1 / 1260 / square) / square) / next;
}

;// CONCATENATED MODULE: ./build/src/regression/statistics/bootstrap.js


/**
 * Bootstrap of candidate − baseline: pairs are resampled jointly. A multinomial over the joint cells has the same law as
 * resampling samples and costs the number of cells; with few samples a cell, samples are drawn one by one.
 * Returns the differences, sorted.
 */
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
/** Linear interpolation between order statistics, as numpy's default; `share` in [0, 1]. */
function percentile(sorted, share) {
    const position = Math.min(1, Math.max(0, share)) * (sorted.length - 1);
    const below = Math.floor(position);
    const low = sorted[below] ?? NaN;
    const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? NaN;
    const weight = position - below;
    // The nearer end carries the multiplication, so that equal neighbours give themselves back.
    return weight < 0.5 ? low + (high - low) * weight : high - (high - low) * (1 - weight);
}
/**
 * Bias-corrected and accelerated interval (Efron 1987). The bias correction counts ties with the observed value half:
 * with few discordant pairs many resamples tie with it.
 */
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
/** z₀ = Φ⁻¹((#< θ + #≤ θ) / 2B). */
function biasCorrection(sorted, observed) {
    const slack = 1e-12 * Math.max(1, Math.abs(observed));
    const below = countWhere(sorted, observed - slack);
    const upTo = countWhere(sorted, observed + slack);
    return normal_normalQuantile((below + upTo) / (2 * sorted.length));
}
/** How many of the sorted values are below the limit. */
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
/** a = Σd³ / (6 (Σd²)^1.5), d = mean of the jackknife − jackknifeᵢ; `weights` says how often each value occurs. */
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
/** The difference with one sample of each cell left out. */
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
/** Beta function and its incomplete ratio, from which Student's t, binomial tails and Clopper–Pearson limits follow. */
/** ln Γ(x) − Stirling's leading terms, for x ≥ 10 (Abramowitz & Stegun 6.1.41). */
function stirlingRest(x) {
    const inverse = 1 / (x * x);
    return (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse * (1 / 1680 - inverse / 1188)))) / x;
}
/** ln Γ(x) for x > 0: shifted above 10, then Stirling's series. */
function logGamma(x) {
    let shift = 1;
    while (x < 10)
        shift *= x++;
    return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + stirlingRest(x) - Math.log(shift);
}
/** ln B(a, b) for a, b > 0; for large arguments without the cancellation of three ln Γ (Didonato & Morris 1992). */
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
/** ln Γ(large) − ln Γ(large + small). */
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
/** Regularised incomplete beta I_x(a, b): Lentz's continued fraction (Numerical Recipes 6.4). */
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
/** The x in [0, 1] with I_x(a, b) = p. */
function inverseIncompleteBeta(p, a, b) {
    return bisect((x) => incompleteBeta(x, a, b) < p, 0, 1);
}
/** The place between `low` and `high` where `below` turns from true to false, to the last bit that doubles can tell. */
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

/** P(T ≤ t) of Student's t with `df` degrees of freedom (Abramowitz & Stegun 26.5.27). */
function studentCdf(t, df) {
    const half = incompleteBeta(df / (df + t * t), df / 2, 0.5) / 2;
    return t < 0 ? half : 1 - half;
}
/** The t with P(T ≤ t) = p. */
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
/** Student's paired t of the differences candidate − baseline. */
function pairedT(differences) {
    const n = differences.length;
    const mean = differences.reduce((sum, d) => sum + d, 0) / n;
    const squares = differences.reduce((sum, d) => sum + (d - mean) ** 2, 0);
    const t = mean / Math.sqrt(squares / (n - 1) / n);
    return { t, df: n - 1, pLess: studentCdf(t, n - 1), pTwoSided: 2 * studentCdf(-Math.abs(t), n - 1) };
}

;// CONCATENATED MODULE: ./build/src/regression/statistics/interval.js




const confidence = 0.95;
const resamples = 10_000;
const fewestResamples = 2000;
/** Elementary steps that one interval may cost: about half a second. */
const budget = 5e7;
/** The 95 % interval of candidate − baseline: BCa where the joint cells are few enough to resample, else from the standard error. */
function intervalOf(statistic, { intervalError: error, clusters, flat }, seed) {
    const delta = statistic.candidate - statistic.baseline;
    if (clusters !== undefined)
        return around(delta, error * studentQuantile((1 + confidence) / 2, Math.max(1, clusters - 1)), 'clustered');
    const count = statistic.cells === undefined ? 0 : resamplesFor(statistic.cells, statistic.n);
    // Where no two samples differ by another amount every resample is the same, which says nothing of the next 500 samples.
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
/** How many are kept for the report. */
const mostFlipped = 1000;
/** Samples that got worse or better, in the order of the results. */
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
/** Shapes of credentials that result files have been seen to hold; each pattern is linear in its input. */
const secrets = /\b(?:hf_[A-Za-z0-9]{16,}|gh[pousr]_[A-Za-z0-9]{16,}|github_pat_[A-Za-z0-9_]{16,}|sk-[A-Za-z0-9_-]{16,}|AKIA[A-Z0-9]{12,}|xox[abprs]-[A-Za-z0-9-]{10,}|glpat-[A-Za-z0-9_-]{16,}|eyJ[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_.-]+)/g;
const shortestSecret = 16;
/** Whether something in the text looks like a credential. */
function holdsSecret(text) {
    return text.length >= shortestSecret && text.search(secrets) >= 0;
}
/** Terminal colours: they could glue a credential to a word. */
const colours = /\p{Cc}\[[\d;]{0,20}[A-Za-z]/gu;
const longest = 120;
/** Text from a result file that is fit for a report: no credentials, no control characters, at most 120 characters. */
function shown(text) {
    const plain = text
        .slice(0, 4 * longest)
        .replaceAll(colours, '')
        .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/gu, ' ')
        .replaceAll(secrets, '***');
    return plain.length > longest ? `${plain.slice(0, longest - 1)}…` : plain;
}
/** `a, b, c and 12 more`. */
function shownList(items, total = items.length, most = 5) {
    const first = items.slice(0, most).map(shown).join(', ');
    return total > most ? `${first} and ${total - most} more` : first;
}

;// CONCATENATED MODULE: ./build/src/regression/samples/long-text.js

/** Answers longer than this are compared by length and hash. */
const longestCompared = 64;
const mark = '\u0000digest ';
/** The text itself, or what stands for one that is long or holds a credential: equal texts stay equal, whichever form was kept. */
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
/** FNV-1a over UTF-16 code units, from two seeds: 64 bits against chance, not against an adversary (who writes the answers anyway). */
function hash(text, seed) {
    let value = Math.imul(seed, 0x9e3779b1) ^ 0x811c9dc5;
    for (let i = 0; i < text.length; i++)
        value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
    return value >>> 0;
}

;// CONCATENATED MODULE: ./build/src/regression/metrics/cells.js
/** Beyond this many joint cells a bootstrap costs more than it tells. */
const mostCells = 4000;
/** Groups samples whose numbers are alike into cells, in one pass; gives up beyond `mostCells`. */
class CellIndex {
    counts = [];
    /** A sample of each cell. */
    samples = [];
    #root = { next: new Map() };
    #full = false;
    get full() {
        return this.#full;
    }
    /** Counts sample `i` under its key of numbers. */
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

/** Gives each label its number, the same on every side. */
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
/** How many labels of sample i both sides have. */
function sharedAt(a, b, i) {
    let count = 0;
    for (let at = a.offsets[i] ?? 0; at < (a.offsets[i + 1] ?? 0); at++)
        if (hasCode(b, i, a.codes[at] ?? 0))
            count++;
    return count;
}
/** Whether sample i has exactly the same labels on both sides. */
function sameAt(a, b, i) {
    const count = countAt(a, i);
    return count === countAt(b, i) && sharedAt(a, b, i) === count;
}
/** 1 where the prediction is right in every label, else 0. */
function correctness(target, prediction) {
    return Float64Array.from({ length: target.offsets.length - 1 }, (_, i) => Number(sameAt(target, prediction, i)));
}

;// CONCATENATED MODULE: ./build/src/regression/metrics/statistic.js

/** Mean of one score on both sides. A score of 0 and 1 can flip by 1; any other by the largest step seen. */
function meanStatistic(baseline, candidate) {
    const den = new Float64Array(baseline.length).fill(1);
    const flip = isBinary(baseline) && isBinary(candidate) ? 1 : largestStep(baseline, candidate);
    return ratioStatistic({ num: baseline, den }, { num: candidate, den }, () => flip);
}
/**
 * A ratio of sums on both sides: mean, binary and micro F1, precision, recall. Influence of a sample:
 * (num − F·den) / mean(den) of the candidate minus the same of the baseline.
 */
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
/** 0 where there is nothing to divide by, as scikit-learn's zero_division=0; or another value. */
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
/** Cells in the order of their keys, so that the order of the samples changes nothing. */
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
/** What a class counts in the average, by how often it is predicted and supported. */
const weights = {
    macro: (predicted, support) => Number(predicted + support > 0),
    weighted: (_, support) => support,
    balanced: (_, support) => Number(support > 0),
};
/** Macro or weighted F1, precision or recall, as scikit-learn defines them: classes are the union of targets and predictions. */
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
/** A class-averaged metric on paired samples. */
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
/** Influence: each class's own ratio in its share of the average; with weights by support, the weights vary too. */
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
/**
 * The size of a flip differs from class to class, and without bound where a class is rare: the root mean square over
 * the samples stands for it, where a pooled metric takes the largest.
 */
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

;// CONCATENATED MODULE: ./build/src/regression/metrics/measured.js

const labelsName = 'target and prediction';
function notNumbers(name, samples) {
    return {
        ok: false,
        rule: 'regression/not-a-number',
        reason: `${samples.length} ${samples.length === 1 ? 'sample has' : 'samples have'} no ${name === labelsName ? name : `finite number as ${shown(name)}`}`,
        help: 'Find out why the evaluation gave no number there; a score that is missing must count as wrong (0), not be left out.',
        samples: samples.slice(0, 5),
        count: samples.length,
    };
}

;// CONCATENATED MODULE: ./build/src/regression/metrics/spec.js

/** `option` or `option=value` → what it sets; `undefined` when the value does not fit. */
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
/** The metric, or what is wrong with its text. */
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
/** The metric of exactly this name, without options: names in result files may hold colons. */
function plainMetric(name) {
    const key = keyOf(name);
    return { name, key, title: titleOf(key, name) };
}
/** `Macro-F1`, `macro_f1` and `f1-macro` are the same metric. */
function keyOf(name) {
    const plain = name.toLowerCase().replaceAll(/[-\s]+/g, '_');
    const turned = /^(macro|micro|weighted|binary)_(f1|precision|recall)$/.exec(plain);
    return turned === null ? plain : `${turned[2]}_${turned[1]}`;
}
const averages = ['binary', 'micro', 'macro', 'weighted'];
const partTitles = { f1: 'F1', precision: 'precision', recall: 'recall' };
/** Metrics that are computed from target and prediction. */
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
/** Names under which result files carry the score of a metric, beside its own. */
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
/** Whether more is better, by the metric's name, where nobody says. */
function higherByName(key) {
    return !lower.test(key.toLowerCase());
}
/** The label that counts as positive by convention, where two labels are one of these pairs. */
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
/** The positive one of the labels, spelled as in the results; `undefined` when it must be said. */
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





/** A metric of target and prediction. */
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
/** Several targets and one answer: accepted answers; any of them is right. */
function acceptedAnswer({ target, prediction }) {
    if (typeof prediction !== 'string' || typeof target === 'string' || target === undefined)
        return prediction;
    return target.includes(prediction) ? target : prediction;
}
/** Two labels with a positive one by convention, or a positive one named: binary; else macro. */
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
        rule: 'regression/positive-label',
        reason: positive === undefined
            ? `Which label is positive cannot be told for ${spec.title}`
            : `The positive label ${positive} occurs nowhere in the results`,
        help: `Name it, as in ${spec.name}:positive=yes, or use ${spec.name.replace(/_binary$/, '')}_macro.`,
    };
}
/** Largest |influence| of one flip, by the ratio's value and mean denominator: a true positive lost, or a false one gained. */
const flipSizes = {
    f1: (value, meanDen) => quotient(2 - value, meanDen),
    precision: (value, meanDen) => quotient(Math.max(value, 1 - value), meanDen),
    recall: (_, meanDen) => quotient(1, meanDen),
};
/** With one label a sample the denominator stays when a sample flips. */
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

;// CONCATENATED MODULE: ./build/src/regression/metrics/text.js
/** SQuAD's answer scores (Rajpurkar et al. 2016), as in Hugging Face evaluate's `metrics/squad/compute_score.py`. */

const punctuation = /[!-/:-@[-`{-~]/g;
/** Lower case, without ASCII punctuation and English articles, single spaces. */
function normalizeAnswer(text) {
    const plain = text.toLowerCase().replaceAll(punctuation, '');
    return plain
        .replaceAll(/(?<![\p{L}\p{N}_])(?:a|an|the)(?![\p{L}\p{N}_])/gu, ' ')
        .split(/\s+/)
        .filter((word) => word !== '')
        .join(' ');
}
/** 1 when both say the same after normalisation, else 0. */
function squadExactMatch(prediction, gold) {
    return Number(normalizeAnswer(prediction) === normalizeAnswer(gold));
}
/** Harmonic mean of token precision and recall; 0 when no token is shared, so also when both are empty. */
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
/** Score of a sample whose words are not kept any more: what `textScores` gave while they were. */
function keptScore(metric, { scores }) {
    return scores.get(`text:${metric}`);
}
/** What the text metrics say of a sample, where its words will not be kept: names that no evaluation gives its scores. */
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
/** The best over the accepted answers, as SQuAD scores. */
function bestOf({ target, prediction }, score) {
    const golds = typeof target === 'string' ? [target] : (target ?? []);
    const text = typeof prediction === 'string' ? prediction : (prediction ?? []).join(' ');
    return golds.reduce((best, gold) => Math.max(best, score(text, gold)), 0);
}

;// CONCATENATED MODULE: ./build/src/regression/metrics/measure.js







/** A score column of the metric's name comes first: it is the evaluation's own definition. */
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
        rule: 'regression/metric-missing',
        reason: `${whoLacks(spec, pairs)} ${spec.title}: ${available(pairs)}`,
        help: 'Name a metric that both sides carry, or let the evaluation write it for each sample.',
    };
}
function hasLabels(pairs) {
    return pairs.some(({ baseline, candidate }) => baseline.target !== undefined && candidate.target !== undefined);
}
/** The pairs that carry the metric on at least one side: of several tasks each has its own. Carried on one side only is an error later. */
function applicablePairs(spec, pairs) {
    const column = scoreColumn(spec, pairs);
    const filtered = column === undefined ? filteredColumn(spec, pairs) : undefined;
    if (filtered !== undefined)
        return pairs.filter(({ baseline: { scores, slices } }) => scores.has(filtered.column) && filterOf(slices) === filtered.filter);
    const carries = ({ scores, target }) => column === undefined ? target !== undefined : scores.has(column);
    const found = pairs.filter(({ baseline, candidate }) => carries(baseline) || carries(candidate));
    return found.length === 0 || found.length === pairs.length ? pairs : found;
}
/** Exact name first, then aliases, then the name before a filter: `acc` for `acc,none`. */
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
/** `exact_match,strict-match`, as lm-eval names the totals: a score on the rows of one filter. */
function filteredColumn({ name }, pairs) {
    const [column = '', filter] = name.split(',', 2);
    if (filter === undefined)
        return undefined;
    const known = pairs.some(({ baseline, candidate }) => baseline.scores.has(column) && candidate.scores.has(column) && filterOf(baseline.slices) === filter);
    return known ? { column, filter } : undefined;
}
const filterSlice = 'filter=';
/** The filter under which a sample was scored; `none` for most. */
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
/** An answer of which only the digest was kept has no tokens to compare. */
function wasCut({ target, prediction }) {
    return [target, prediction].flat().some((text) => typeof text === 'string' && isDigest(text));
}

;// CONCATENATED MODULE: ./build/src/regression/decision/saturated.js
/** Below this many samples, equal scores can be chance. */
const fewest = 10;
/** The same outcome on every sample, and nothing else, is a broken metric far more often than a perfect or a useless model. */
function allEqual(values) {
    return values.length >= fewest && values.every((value) => value === values[0]);
}
function saturated(result, candidate) {
    if (result.constant === undefined)
        return [];
    const { side, value } = result.constant;
    return [
        {
            rule: 'regression/all-equal',
            severity: 'error',
            message: `Every one of the ${result.n} samples of the ${side} has the same ${result.title}: ${value}. Such a metric cannot show a regression.`,
            ...(candidate.files[0] !== undefined && { file: candidate.files[0] }),
            help: 'Look whether the answers are parsed and scored at all; if the metric really is saturated, use a harder evaluation.',
        },
    ];
}

;// CONCATENATED MODULE: ./build/src/regression/statistics/power.js

/** The power at which detectable drops are stated. */
const statedPower = 0.8;
/** (z₁₋α + z₁₋β)·√(d / n), d = share of discordant pairs: the smallest drop of a share that n pairs find with that power. */
function detectableDrop(discordance, n, alpha, power = statedPower) {
    return (normalQuantile(1 - alpha) + normalQuantile(power)) * Math.sqrt(discordance / n);
}
/** Samples that find a given drop of a share: (z + z)²·(d − Δ²) / Δ², rounded up; Infinity for a drop of 0. */
function samplesNeeded(discordance, drop, alpha, power = statedPower) {
    const z = normalQuantile(1 - alpha) + normalQuantile(power);
    return drop > 0 ? Math.max(1, Math.ceil((z * z * (discordance - drop * drop)) / (drop * drop))) : Infinity;
}

;// CONCATENATED MODULE: ./build/src/regression/statistics/standard-error.js
/** Standard errors of a mean of influences. */
/** sd / √n with n − 1 in the variance. */
function plainError(values) {
    const n = values.length;
    return Math.sqrt(squaresAround(values, meanOf(values)) / (n - 1) / n);
}
/**
 * With two pseudo-samples ±r added: √((SS + 2r²) / (n + 1) / (n + 2)). Without them a handful of discordant pairs
 * looks far too certain. The idea is Bonett & Price (2012), "Adjusted Wald confidence interval for a difference of
 * binomial proportions based on paired data".
 */
function stabilisedError(values, r) {
    const n = values.length;
    return Math.sqrt((squaresAround(values, meanOf(values)) + 2 * r * r) / (n + 1) / (n + 2));
}
/**
 * Cluster-robust CR0, √Σ_g (Σ_{i∈g} dev_i)² / n: Miller (2024), "Adding error bars to evals", eq. 4 with n in place of n − 1 on the diagonal;
 * what statsmodels gives as `cov_type="cluster", use_correction=False`.
 */
function clusteredError(values, clusters) {
    const sums = clusterSums(values, clusters);
    let squares = 0;
    for (const sum of sums.values())
        squares += sum * sum;
    return { error: Math.sqrt(squares) / values.length, clusters: sums.size };
}
/** CR0 with the correction G / (G − 1) for few clusters and two pseudo-samples ±r, each a cluster of its own. */
function stabilisedClusteredError(values, clusters, r) {
    const { error, clusters: count } = clusteredError(values, clusters);
    const n = values.length;
    const squares = ((error * n) ** 2 * count) / Math.max(1, count - 1) + 2 * r * r;
    return { error: Math.sqrt(squares / (n + 1) / (n + 2)), clusters: count };
}
/** Miller 2024 eq. 4 to the letter: the variance of the mean with n − 1, plus the covariances inside clusters. */
function millerClusteredError(values, clusters) {
    const list = Array.from(values);
    const n = list.length;
    const squares = squaresAround(list, meanOf(list));
    const crossTerms = (clusteredError(list, clusters).error * n) ** 2 - squares;
    return Math.sqrt(squares / (n - 1) / n + crossTerms / (n * n));
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
/** Tolerance and margin in the metric's own unit. Points are hundredths of a share; what is no share is taken in percent of the baseline. */
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











/** Measures one metric and all that its decision rests on; the verdict still counts it as the only one. */
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
/** Below this part of the stabilised error, what is left is the last bits of subtractions. */
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
    // Few clusters: Student's t in place of the normal, at the same level.
    const z = quantileOf(normalCdf(look.z), count);
    return { error, intervalError: error, z, clusters: count, flat: false };
}
/** Cluster of each pair, the baseline's word first; `undefined` where every sample stands alone. */
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
/** No share differs from another by more than 1, whatever few samples allow. */
function withinShares([low, high]) {
    return [Math.max(-1, low), Math.min(1, high)];
}
/**
 * P(so low or lower | no change), by Student's t with clusters; 1 where nothing is known. Never below 2^−d with d discordant pairs:
 * what no exact paired test falls below, for each of them could as well have come out the other way round.
 */
function pairedP(effect, { error, clusters }, discordant) {
    if (clusters === undefined)
        return Math.max(oneSidedP(effect, error), 0.5 ** discordant);
    return error > 0 ? studentCdf(effect / error, Math.max(1, clusters - 1)) : oneSidedP(effect, error);
}
/** P(so low or lower | no change); 1 where nothing is known. */
function oneSidedP(effect, error) {
    if (!(error > 0))
        return error === 0 && effect < 0 ? 0 : 1;
    return normalCdf(effect / error);
}
/**
 * MDE = (z₁₋α + z₁₋β)·SE; at d discordant pairs of a share that is (z + z)·√(d / n), with d at least 3 (rule of three). What these
 * samples find counts with the boundary of their look, what more of them would find with the level itself.
 */
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
/** Of the normal distribution; of Student's t where the errors come from a number of clusters. */
function quantileOf(p, clusters) {
    return clusters === undefined ? normal_normalQuantile(p) : studentQuantile(p, Math.max(1, clusters - 1));
}
function undefinedMetric(spec) {
    return {
        ok: false,
        rule: 'regression/undefined-metric',
        reason: `${spec.title} is undefined: on one side there is nothing to divide by, such as no sample of the positive label`,
        help: 'Name another positive label or another metric, or evaluate samples that have the label.',
    };
}

;// CONCATENATED MODULE: ./build/src/regression/statistics/multiplicity.js
/** Adjusted p-values: compare each with the level; entries keep their order. */
/** Holm (1979): controls the chance of any false alarm; for gating. */
function holm(p) {
    let largest = 0;
    return adjust(p, rising(p), (value, rank) => (largest = Math.max(largest, Math.min(1, (p.length - rank) * value))));
}
/** Benjamini & Hochberg (1995): controls the share of false alarms among the alarms; for reporting. */
function benjaminiHochberg(p) {
    return stepUp(p, 1);
}
/** Benjamini & Yekutieli (2001): the same under any dependence. */
function benjaminiYekutieli(p) {
    return stepUp(p, p.reduce((sum, _, i) => sum + 1 / (i + 1), 0));
}
function bonferroni(p) {
    return p.map((value) => Math.min(1, value * p.length));
}
function stepUp(p, factor) {
    let smallest = 1;
    return adjust(p, rising(p).toReversed(), (value, rank) => (smallest = Math.min(smallest, (factor * p.length * value) / (p.length - rank))));
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




/** Results that are judged together: a drop counts as significant only after Holm over all of them. */
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
/** What is found where one of `count` metrics drops alone: Holm then asks for the level divided by all of them. */
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
/**
 * O'Brien–Fleming's constant C for looks at the given shares of the full information: on the scale of the score process
 * the boundary is flat, so C solves P(max B(t_k) ≥ C) = alpha for a Brownian motion B (O'Brien & Fleming 1979; Jennison &
 * Turnbull 2000, ch. 2). The probability comes from the recursion of Armitage, McPherson & Rowe (1969).
 */
function obrienFlemingConstant(alpha, fractions) {
    if (fractions.length <= 1)
        return normal_normalQuantile(1 - alpha);
    const key = `${alpha}|${fractions.join(',')}`;
    const found = known.get(key) ??
        bisectCoarse((c) => crossingProbability(c, fractions) > alpha, normal_normalQuantile(1 - alpha) - 0.01, normal_normalQuantile(1 - alpha / 2) + 0.1);
    known.set(key, found);
    return found;
}
/** z at one look: C·√(N / n_k). */
function obrienFlemingZ(alpha, looks, look) {
    const most = looks.at(-1) ?? 1;
    const fractions = looks.map((n) => n / most);
    return obrienFlemingConstant(alpha, fractions) / Math.sqrt(fractions[look] ?? 1);
}
/** To 1e-7: the boundary needs no more, and each step costs an integration. */
function bisectCoarse(above, low, high) {
    return bisect((x) => above(Math.round(x * 1e7) / 1e7), low, high);
}
const gridSize = 320;
const reach = 8;
/** P(B(t_k) ≥ c at any of the times), by carrying the density of paths that have not crossed from look to look. */
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


/** Which planned look `n` samples are, and what it takes to decide there. */
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

/** What makes two sets of results no fair pair; every one of these fails the gate. */
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
            finding('regression/unmatched-samples', `${plural(samples.length)} in ${where}: ${ids(samples)}. ${pairs.length} are in both.`, samples[0], help),
        ]);
}
function changed({ changed: samples }) {
    if (samples.length === 0)
        return [];
    const message = `${samples.length === 1 ? '1 sample has' : `${samples.length} samples have`} the same id but another content (hash or target) on the two sides: ${ids(samples.map(({ candidate }) => candidate))}.`;
    return [
        finding('regression/changed-samples', message, samples[0]?.candidate, 'Evaluate both sides on the same version of the sample set and of its prompts.'),
    ];
}
/** Versions and settings that both sides state must agree. */
function setups(baseline, candidate) {
    const different = [...candidate.setup].filter(([key, value]) => (baseline.setup.get(key) ?? value) !== value);
    if (different.length === 0)
        return [];
    const list = different
        .slice(0, 5)
        .map(([key, value]) => `${shown(key)} was ${shown(baseline.setup.get(key) ?? '')} and is ${shown(value)}`);
    const file = candidate.files[0];
    return [
        {
            rule: 'regression/different-setup',
            severity: 'error',
            message: `The two evaluations are set up differently: ${list.join('; ')}${different.length > 5 ? `; and ${different.length - 5} more` : ''}.`,
            ...(file !== undefined && { file }),
            help: 'Evaluate both sides with the same version of the task, metric and number of shots.',
        },
    ];
}
function plural(count) {
    return count === 1 ? '1 sample is' : `${count} samples are`;
}
function ids(samples) {
    return shownList(samples.slice(0, 5).map(({ id }) => id), samples.length);
}
/** An error at a sample's row. */
function finding(rule, message, sample, help) {
    return {
        rule,
        severity: 'error',
        message,
        ...(sample !== undefined && {
            file: sample.file,
            ...(sample.line !== undefined && { line: sample.line, column: 1 }),
        }),
        help,
    };
}

;// CONCATENATED MODULE: ./build/src/regression/presentation/wording.js

/** `−1.8`: one decimal, two below 0.1, a true minus sign. */
function signed(value) {
    const size = Math.abs(value);
    const text = Number.isFinite(size) ? size.toFixed(size !== 0 && size < 0.095 ? 2 : 1) : 'unknown';
    return value < 0 && Number(text) !== 0 ? `−${text}` : text;
}
/** A number without needless zeros: `0.5`, `2`. */
function plainNumber(value) {
    return Number.isFinite(value) ? String(Number(value.toPrecision(3))) : 'unknown';
}
/** A p-value: three digits, and no more zeros than tell something. */
function probability(value) {
    return value < 0.0001 ? '< 0.0001' : plainNumber(value);
}
/** A difference in the unit in which the metric is told: points, or percent of the baseline. */
function inUnit({ unit, baseline }, value) {
    if (unit === 'points')
        return value * 100;
    return baseline === 0 ? NaN : (value / Math.abs(baseline)) * 100;
}
function unitName({ unit }, value) {
    if (unit === 'percent')
        return '%';
    return Math.abs(value) === 1 ? 'point' : 'points';
}
/** `F1 fell 1.8 points, 95 % interval −2.9 to −0.7, on 500 paired samples`. */
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
        : `on ${counted(result.n, 'paired sample')}${result.clusters === undefined ? '' : ` in ${counted(result.clusters, 'cluster')}`}`;
    return `${moved}, ${interval}, ${samples}`;
}
/** `500 samples`, `1 sample`. */
function counted(count, thing) {
    return `${count} ${thing}${count === 1 ? '' : 's'}`;
}
/** `drops below 2.5 points are found here less than 80 % of the time`; `undefined` where nothing is known of the spread. */
function unseen(result) {
    const { minimalDetectableDrop: drop } = result;
    if (!Number.isFinite(drop))
        return undefined;
    return findsNone(result)
        ? 'so few samples find no drop reliably'
        : `drops below ${wording_amount(result, drop)} are found here less than 80 % of the time`;
}
/** A share cannot drop by more than all of it. */
function findsNone({ unit, minimalDetectableDrop }) {
    return unit === 'points' && minimalDetectableDrop >= 1;
}
/** `0.5 is tolerated`. */
function tolerated(result) {
    return `${plainNumber(inUnit(result, result.tolerance))}${result.unit === 'percent' ? ' %' : ''} is tolerated`;
}
/** `2.5 points`. */
function wording_amount(result, value) {
    const told = inUnit(result, value);
    return `${signed(told)} ${unitName(result, told)}`;
}
/** The metric's value: `85.1 %` of a share told in points, else three digits. */
function valueText(result, value) {
    return result.unit === 'points' ? (value * 100).toFixed(1) : plainNumber(value);
}
/** With a capital where the first word is a plain one; `avg_prec` and paths stay as they are. */
function capital(text) {
    if (!/^[a-z]+(?:[ -]|$)/.test(text))
        return text;
    return text.charAt(0).toUpperCase() + text.slice(1);
}

;// CONCATENATED MODULE: ./build/src/regression/presentation/outcome.js



/** What a metric's decision means for the change: one finding for each that did not simply pass. */
function outcomeFindings(results, settings, look) {
    return results.flatMap((result) => {
        if (result.verdict === 'fail')
            return [dropped(result, settings)];
        if (result.verdict === 'inconclusive')
            return [undecided(result, settings, look, results.length)];
        return [];
    });
}
/** A slice that dropped fails the gate; a slice that cannot be told apart is only shown. */
function sliceFindings(slices) {
    return slices
        .filter(({ verdict }) => verdict === 'fail')
        .map((result) => ({
        ...errorAt('regression/slice-drop', result),
        message: `${change(result)}; ${tolerated(result)}. Counted over all ${slices.length} slices (Holm), p ${plainP(result.holm)}.`,
        help: 'Look at the samples of this slice that flipped; mend the change, or have a release manager exempt it.',
    }));
}
function dropped(result, settings) {
    const place = errorAt('regression/drop', result);
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
/** The test is one-sided: where the two-sided interval reaches no change, that is said. */
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
        ...errorAt('regression/undecided', result),
        severity,
        message: `${change(result)}: neither a drop nor its absence is shown.${amongAll(result, family)}${found(result)}${beyond}`,
        help: more(result, look),
    };
}
/** Alone it would count as a drop; that there are other metrics is why it does not. */
function amongAll({ p, holm, level }, family) {
    return p < level && holm >= level
        ? ` By itself it would be one (p ${plainP(p)}), counted over all ${family} metrics (Holm) it is not (p ${plainP(holm)}).`
        : '';
}
/** `= 0.03`, `< 0.0001`. */
function plainP(value) {
    return `${value < 0.0001 ? '' : '= '}${probability(value)}`;
}
/** What these samples find, where that is known. */
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
/** What an undecided metric does to the verdict. */
function onInconclusive(result, settings, look) {
    if (look.next > 0)
        return 'inconclusive';
    const fixed = { fail: 'fail', warn: 'inconclusive', pass: 'pass' };
    if (settings.onInconclusive !== 'auto')
        return fixed[settings.onInconclusive];
    const effect = result.higherIsBetter ? result.delta : -result.delta;
    return effect < -result.tolerance ? 'fail' : 'inconclusive';
}
/** A margin below what n can see makes a pass rare and an inconclusive likely. */
function powerFindings(results) {
    return results
        .filter(({ n, samplesForMargin }) => samplesForMargin > n)
        .map((result) => ({
        ...errorAt('regression/underpowered', result),
        severity: result.verdict === 'inconclusive' ? 'warning' : 'notice',
        message: `The margin for ${result.title} is ${wording_amount(result, result.margin)}, but ${findsNone(result) ? `${counted(result.n, 'sample')} cannot show any drop reliably` : `on ${counted(result.n, 'sample')} only drops of ${wording_amount(result, result.minimalDetectableDrop)} or more are found reliably`} (power 80 %).`,
        help: Number.isFinite(result.samplesForMargin)
            ? `Evaluate about ${plainNumber(result.samplesForMargin)} samples, or widen the margin.`
            : 'Widen the margin.',
    }));
}
/** The place of the first sample that got worse, else of the results. */
function errorAt(rule, result) {
    const first = result.flipped.samples.find(({ change }) => change === 'worse') ?? result.flipped.samples[0];
    const place = first?.sample ?? result.place;
    return finding(rule, '', place, '');
}
/** The gravest of the metrics' and the findings' consequences. */
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

/** Pairs by id; a sample whose content changed is no pair. */
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
/** Whether both say the same, long answers by their digests. */
function sameLabels(a, b) {
    const texts = (labels) => typeof labels === 'string' ? comparable(labels) : String(labels?.map(comparable));
    return texts(a) === texts(b) && (a === null) === (b === null);
}
/** A hash that only one side has is a change: else leaving it out would hide one. Targets are compared where both sides have one. */
function sameContent(a, b) {
    if (a.hash !== b.hash)
        return false;
    return a.target === undefined || b.target === undefined || sameLabels(a.target, b.target);
}

;// CONCATENATED MODULE: ./build/src/regression/decision/anchor.js







/** The level of the test against the anchor: every merge is tested again, so that a false alarm must be rarer than against the merge base. */
const anchorAlpha = 0.01;
/** Slow erosion: ten merges of −0.3 each pass one by one, and show against the anchor. */
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
        ...errorAt('regression/erosion', result),
        message: `Against the anchor ${shown(anchor.name)}, ${withoutCapital(change(result))}; ${tolerated(result)}. Many small drops have added up.`,
        help: 'Find the merges that lost the most; release and move the anchor only if the loss is accepted.',
    };
}
/** `accuracy fell`, within a sentence; `F1 fell` stays. */
function withoutCapital(sentence) {
    return sentence.replace(/^[A-Z](?=[a-z]+ )/, (letter) => letter.toLowerCase());
}
/** Erosion is not watched: said aloud, but no reason to block. */
function unusable(anchor, reason) {
    return {
        rule: 'regression/no-anchor',
        severity: 'warning',
        message: `Slow erosion is not watched: the anchor ${shown(anchor.name)} cannot be used, ${reason}.`,
        help: 'Correct regression.anchor in the policy, or record the results of the release (record-lineage with `results`) or commit them.',
    };
}

;// CONCATENATED MODULE: ./build/src/regression/presentation/facts.js

/** The machine-readable part of the report: differences in the metric's own unit (0.018, not 1.8). */
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
/** JSON has no NaN: what is unknown is null. */
function finite(value) {
    return Number.isFinite(value) ? value : null;
}

;// CONCATENATED MODULE: ./build/src/regression/samples/collector.js


/** Characters of long answers that are kept in full; token F1 needs them, a comparison does not. */
const defaultTextBudget = 256 * 1024 * 1024;
const noScores = new Map();
const mostProblems = 50;
/** Merges the files of one side. */
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
    /** Everything that was found so far, good and bad. */
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
    /** A million rows share their few labels, slices and file names; long answers are kept as far as they can matter. */
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
    /** Samples of the same slices share one list. */
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
function duplicated(first, count) {
    const [sample] = first;
    return {
        rule: 'regression/duplicate-sample',
        severity: 'error',
        message: `${count} ${count === 1 ? 'sample occurs' : 'samples occur'} more than once: ${shownList(first.map(({ id }) => id), count)}.`,
        ...(sample !== undefined && {
            file: sample.file,
            ...(sample.line !== undefined && { line: sample.line }),
        }),
        help: 'Give each sample one row. Where shards overlap or an old file matches the globs, remove the one too many.',
    };
}
function conflict(before, after) {
    return {
        rule: 'regression/duplicate-sample',
        severity: 'error',
        message: `${shown(after.name)} is given twice with different values: ${before.value} in ${before.file} and ${after.value} in ${after.file}.`,
        file: after.file,
        ...(after.line !== undefined && { line: after.line }),
        help: 'Keep the file of one evaluation run, or give each run its own globs.',
    };
}

;// CONCATENATED MODULE: ./build/src/regression/formats/csv-text.js
/**
 * RFC 4180 as a stream: quoted fields may hold separators, quotes (doubled) and line breaks. A formula is text like any other.
 * Calls `record` with the fields and the 1-based line on which the record begins.
 */
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
    /** Returns false when the text ends inside quotes: it was cut. */
    end() {
        const whole = this.#state !== 'quoted';
        if (this.#fields.length > 0 || this.#field !== '' || this.#state === 'quote')
            this.#endRecord();
        return whole;
    }
    /** Characters of the field or record being built; grows without end only in hostile input. */
    get pending() {
        return this.#field.length;
    }
    /** Takes all up to the next quote at once; returns the index of the last character taken. */
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
/** Counts what cannot be read in one file and tells it once, with the first place. */
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
        this.#sink.problem(unreadable(this.#file, `Line ${line}${more} cannot be read: ${reason}${reason.endsWith('?') ? '' : '.'}`, line));
    }
}
/** What cannot be read is never passed over. */
function unreadable(file, message, line) {
    return {
        rule: 'regression/unreadable-results',
        severity: 'error',
        message,
        file,
        ...(line !== undefined && { line }),
        help: 'Write one row for each sample, {id, target, prediction} or {id, score}, as JSON, JSONL or CSV, and let the evaluation finish before the gate runs.',
    };
}
/** Collects a whole file, for formats that cannot be read in pieces; `limit` in bytes. */
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
                sink.problem(unreadable(path, `The file is larger than ${limit / 1024 / 1024} MiB; this format is read as a whole.`));
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

;// CONCATENATED MODULE: ./build/src/regression/formats/file-name.js
/** What a file's name says of its content. */
/** `mmlu` of `samples_mmlu_2025-05-01T10-00-00.jsonl` (lm-eval) and of `20250501_100000_samples_mmlu.jsonl` (lmms-eval). */
function taskOf(path) {
    const name = baseName(path);
    const found = /(?:^|_)samples_(.+)$/.exec(name);
    return (found?.[1] ?? name).replace(/_\d{4}-\d{2}-\d{2}T[\d.:-]+$/, '');
}
/** Without folder and extension. */
function baseName(path) {
    return (path.split('/').at(-1) ?? path).replace(/\.[a-z]+$/i, '');
}

;// CONCATENATED MODULE: ./build/src/regression/formats/value.js
/** Careful looks into values that came out of a file: own properties only, nothing assumed. */
function isRow(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function rowsOf(value) {
    return Array.isArray(value) ? value.filter(isRow) : [];
}
/** Own property, or `undefined`. */
function field(row, name) {
    return isRow(row) && Object.hasOwn(row, name) ? row[name] : undefined;
}
/** The first of the names that the row has with a value other than null. */
function firstField(row, names) {
    for (const name of names) {
        const value = field(row, name);
        if (value !== undefined && value !== null)
            return value;
    }
    return undefined;
}
/** Text of a scalar: `1` and `"1"` and `1.0` in JSON are the same label; `undefined` for anything else. */
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
/** A score: a number, a truth value, or their text; NaN for anything else. */
function scoreOf(value) {
    if (typeof value === 'number')
        return value;
    if (typeof value === 'boolean')
        return Number(value);
    if (typeof value !== 'string' || value.trim() === '')
        return NaN;
    return words.get(value.trim().toLowerCase()) ?? Number(value);
}
/** Whether the value is a number or a truth value, or is text that says one. */
function looksNumeric(value) {
    if (typeof value === 'number' || typeof value === 'boolean')
        return true;
    if (typeof value !== 'string' || value.length > longestNumber || value.trim() === '')
        return false;
    return Number.isFinite(Number(value)) || /^\s*(?:true|false|[-+]?(?:nan|inf(?:inity)?))\s*$/i.test(value);
}
const longestNumber = 40;

;// CONCATENATED MODULE: ./build/src/regression/formats/harness-rows.js




/** lm-evaluation-harness and lmms-eval, `--log_samples`: one row a document and filter, ids count from 0 in each task. */
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
/** A document of the task under one filter, or why it cannot be read. */
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
        // The same document under several filters is one observation, and so are several questions to one image.
        ...(cluster !== undefined && { cluster }),
        slices: [`task=${task}`, ...(filtered ? [`filter=${filter}`] : []), ...categoriesOf(row)],
        ...hashOf(row),
        ...place,
    };
}
/** A perplexity, say, is measured over all samples at once. */
function noScore(row) {
    const names = metricNames(row).map(shown).join(', ');
    return names === ''
        ? 'it has no metric'
        : `its metrics (${names}) are no scores of single samples; leave this file out of the globs, or compare the totals of results_*.json`;
}
/** What lmms-eval shows the model. */
function mediaOf(row) {
    const media = field(row, 'input_media');
    return Array.isArray(media) && media.length > 0
        ? media.map(String).join(' ').slice(0, longestCompared)
        : undefined;
}
/** lmms-eval keeps a sample's category beside its score. */
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
/** The metrics that the row names; before they were named, every field that is none of the harness's own. */
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
        // lmms-eval keeps a small object with the score in it; lists belong to metrics that are no mean of samples.
        const score = isRow(value) ? field(value, 'score') : value;
        if (score !== undefined && !Array.isArray(score))
            scores.set(name, scoreOf(score));
    }
    return scores;
}
/** Where the row has no hash of its target (lmms-eval gives every document of a task the same doc_hash), its texts stand for it. */
function hashOf(row) {
    const hashes = ['doc_hash', 'prompt_hash', 'target_hash'].flatMap((name) => scalarText(field(row, name)) ?? []);
    const texts = ['target', 'input'].flatMap((name) => scalarText(field(row, name)) ?? []);
    const parts = field(row, 'target_hash') === undefined ? [...hashes, ...texts.map(comparable)] : hashes;
    return parts.length === 0 ? {} : { hash: parts.join(' ') };
}

;// CONCATENATED MODULE: ./build/src/regression/formats/rows.js

/** The names under which results carry the same thing, the plain form first. */
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
/** Columns that are scores by their name, so that they are judged without being asked for. */
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
/** Columns with few values, by which results are looked at in parts. */
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
/** A plain row `{id, target, prediction}` or `{id, score}`, under the names in common use; or why it cannot be read. */
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
    // Several answers to one question are one observation.
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
/** One label, or several. */
function labelsOf(value) {
    if (Array.isArray(value))
        return value.map(scalarText).filter((label) => label !== undefined);
    return scalarText(value);
}
/** `scores: {name: value}` and every column that holds a number. */
function scoresOf(row) {
    const scores = new Map();
    const nested = field(row, 'scores');
    for (const [name, value] of isRow(nested) ? Object.entries(nested) : [])
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
/** `{language: eu}`, `["hard"]`, `language=eu;length=long` or `hard`. */
function slicesOf(value) {
    if (isRow(value))
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
/** Content as text: only compared, never shown. */
function contentOf(value) {
    return value === undefined ? {} : { hash: JSON.stringify(value).slice(0, longestHash) };
}
/** promptfoo's `--output results.json`. */
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
/** A test runs for each prompt, and for each provider where there are several. A row's own id is new in every run. */
function promptfooSample(row, place, provider = '') {
    const number = (name) => scalarText(field(row, name)) ?? '0';
    const named = field(row, 'namedScores');
    const scores = [
        ['score', field(row, 'score')],
        ['pass_rate', field(row, 'success')],
        ['latency', field(row, 'latencyMs')],
        ['cost', field(row, 'cost')],
        ...(isRow(named) ? Object.entries(named) : []),
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
    return scalarText(isRow(provider) ? field(provider, 'id') : provider) ?? '';
}
/** OpenCompass `results/<model>/<dataset>.json`: totals in percent, and details of each sample. */
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
/** A list, or an object by position that also names its kind. */
function detailsOf(value) {
    const details = field(value, 'details');
    const entries = Array.isArray(details)
        ? details.map((row, at) => [String(at), row])
        : isRow(details)
            ? Object.entries(details)
            : [];
    return entries.flatMap(([key, row]) => (isRow(row) ? [[key, row]] : []));
}
/** MLflow's `eval_results_table.json`: pandas' split orientation. Without ids the row's number is the id and its inputs the content. */
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
/** pytest-benchmark: mean seconds of each benchmark, with their standard error over the rounds. */
const pytestBenchmark = {
    name: 'pytest-benchmark',
    matches: (value) => rowsOf(field(value, 'benchmarks')).some((row) => isRow(field(row, 'stats'))),
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
/** DeepEval's test run: a score for each metric of each test case. */
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
/** Rows under their ids, `{"17": {answer, prediction}}`, as OpenCompass predictions and MathVista have them. */
const rowsById = {
    name: 'rows by id',
    matches: (value) => isRow(value) &&
        Object.values(value).length > 0 &&
        Object.values(value).every((row) => isRow(row) && hasOutcome(row)),
    read({ value, path, outline }, sink) {
        const problems = new Unreadable(path, sink);
        for (const [key, row] of isRow(value) ? Object.entries(value) : []) {
            const line = outline.memberLine(key);
            const own = isRow(row) ? row : {};
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
/** pandas' `to_json()` as it comes: `{score: {"0": 1, "1": 0}}`, a column under its name and in it a value for each row. */
const columnTable = {
    name: 'table by columns',
    matches: (value) => isRow(value) &&
        Object.keys(value).some((name) => columnNames.has(name)) &&
        Object.values(value).every(isColumn),
    read({ value, path }, sink) {
        const columns = Object.entries(isRow(value) ? value : {});
        const labels = new Set(columns.flatMap(([, cells]) => (isRow(cells) ? Object.keys(cells) : [])));
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
/** Rows are numbered where nobody names them: that tells a column from a group of metrics. */
function isColumn(cells) {
    return (isRow(cells) && Object.keys(cells).length > 0 && Object.keys(cells).every((label) => /^\d+$/.test(label)));
}
/** OpenCompass counts from 0 in every file of predictions. */
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
/** promptfoo's `--output results.jsonl`. */
const promptfooRows = {
    name: 'promptfoo rows',
    matches: (row) => ['testIdx', 'promptIdx', 'success'].every((name) => field(row, name) !== undefined),
    sample: (row, place) => promptfooSample(row, place),
};
/** The first that matches a file's first row reads the file. */
const dialects = [harnessRows, promptfooRows, plain];
/** Reads one row after the other into the sink; returns why a row cannot be read. */
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
/** Comma- or tab-separated, with the names of the columns in the first record. */
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
/** Tabs in a .tsv; in a .csv, semicolons where the first line has no comma. */
function separatorOf(path, text) {
    if (path.toLowerCase().endsWith('.tsv'))
        return '\t';
    const first = text.slice(0, Math.max(0, text.indexOf('\n')));
    return !first.includes(',') && first.includes(';') ? ';' : ',';
}
/** Reads records, the first of which names the columns, into the sink. */
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
/** A table without ids holds totals, such as VLMEvalKit's `_acc.csv`: a number for each column, named after the row's first text. */
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
/** VLMEvalKit's average over all categories, beside which they are parts. */
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

/** Sum of the unpacked parts that are read: an archive may say it holds more than any evaluation does. */
const largestContent = 512 * 1024 * 1024;
/** Sum of the packed parts: what unpacking may cost, should an archive lie about the size. */
const largestPacked = 32 * 1024 * 1024;
/** The parts of a zip whose names are wanted; none where the archive is broken or too large. */
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
                // Packing never grows: an archive that says so lies about the size.
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



/** inspect's log as JSON. */
const inspectLog = {
    name: 'inspect log',
    matches: (value) => isRow(field(value, 'eval')) && field(value, 'status') !== undefined,
    read({ value, path, outline }, sink) {
        readHeader(value, path, sink);
        const lines = outline.elementLines('samples');
        rowsOf(field(value, 'samples')).forEach((row, at) => readSample(row, path, lines[at], sink));
    },
};
/** Status and set-up; an evaluation that did not finish is no result. */
function readHeader(header, path, sink) {
    const status = scalarText(field(header, 'status')) ?? 'unknown';
    if (status !== 'success')
        sink.problem(unreadable(path, `The evaluation did not finish: its status is ${status.slice(0, 40)}.`));
    const run = field(header, 'eval');
    for (const name of ['task', 'task_version'])
        sink.setup(`inspect ${name}`, scalarText(field(run, name)) ?? 'unknown');
    sink.setup('inspect dataset', scalarText(field(field(run, 'dataset'), 'name')) ?? 'unknown');
}
/** A sample of the log or of its summaries. Several epochs of one sample are one cluster. */
function readSample(row, path, line, sink) {
    const id = scalarText(field(row, 'id'));
    if (id === undefined)
        return sink.problem(unreadable(path, 'A sample has no id.', line));
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
/** What the sample asks for stands for its content; only compared, never shown. */
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
    for (const [scorer, score] of isRow(value) ? Object.entries(value) : []) {
        const given = isRow(score) ? field(score, 'value') : score;
        if (isRow(given))
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

;// CONCATENATED MODULE: ./build/src/regression/formats/json-text.js
/** JSON as Python writes it: NaN, Infinity and -Infinity become text, which no score accepts. Throws a SyntaxError as JSON.parse does. */
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
/** Deepest nesting that is read: enough for any evaluation, too little to exhaust the stack. */
const deepest = 200;
/** Whether brackets outside strings nest deeper than `deepest`; linear, without recursion. */
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
/** Index of the closing quote of the string that opens at `start`; the text's end when there is none. */
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

;// CONCATENATED MODULE: ./build/src/regression/formats/eval-zip.js





const largestArchive = 256 * 1024 * 1024;
/** inspect's `.eval`: a zip with header.json, summaries.json and one file a sample. */
const evalZip = {
    name: 'inspect .eval',
    supports: (path) => path.endsWith('.eval'),
    open: (path, sink) => wholeFile(path, sink, largestArchive, (bytes) => readArchive(path, bytes, sink)),
};
function readArchive(path, bytes, sink) {
    const header = eval_zip_part(bytes, (name) => name === 'header.json');
    if (header === undefined)
        return sink.problem(unreadable(path, 'This is not a whole zip archive of inspect: it has no header.json. Was the evaluation killed?'));
    readHeader(header[0], path, sink);
    const summaries = eval_zip_part(bytes, (name) => name === 'summaries.json')?.flatMap(rowsOf);
    const samples = summaries ?? eval_zip_part(bytes, (name) => /^samples\/[^/]+\.json$/.test(name)) ?? [];
    for (const sample of samples) {
        if (isRow(sample))
            readSample(sample, path, undefined, sink);
        else
            sink.problem(unreadable(path, 'A sample in the archive is not a JSON object.'));
    }
}
/** The JSON documents whose names are wanted; `undefined` when there is none, or the archive is broken or too large. */
function eval_zip_part(bytes, wanted) {
    const documents = [...unpack(bytes, wanted).values()].map(jsonOf);
    return documents.length === 0 ? undefined : documents;
}
function jsonOf(bytes) {
    const text = new TextDecoder().decode(bytes);
    return tooDeep(text) ? undefined : parseJson(text);
}

;// CONCATENATED MODULE: ./build/src/regression/formats/harness-results.js



/**
 * lm-evaluation-harness and lmms-eval `results_*.json`: totals of each task, `acc,none` with `acc_stderr,none`; and the samples of each
 * task where the result of `simple_evaluate` was written as it is.
 */
const harnessResults = {
    name: 'lm-eval results',
    matches: (value) => isRow(field(value, 'results')) &&
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
/** What a group averages is no further evidence beside the group. Before groups were listed, tasks in one had an indented alias. */
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
/** What stands among the metrics of a task and is none. */
const harness_results_described = new Set(['alias', 'name', 'samples', 'sample_len', 'sample_count']);
function readTotal({ value, path, line, task, metrics, key, number, secondary }, sink) {
    const [metric = '', filter = ''] = key.split(',', 2);
    // A group that is not averaged has one blank entry.
    if (metric.trim() === '' ||
        harness_results_described.has(metric) ||
        metric.endsWith('_stderr') ||
        Array.isArray(number) ||
        isRow(number))
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
/** Newer releases say it beside the metrics, older ones apart. */
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
    return isRow(value) ? Object.entries(value) : [];
}

;// CONCATENATED MODULE: ./build/src/regression/formats/metric-tree.js


const mostMetrics = 1000;
const deepestMetric = 8;
/** What a training loop writes beside its metrics. */
const bookkeeping = /^(?:(?:total_)?flos|(?:global_|max_)?steps?|epoch|seed|timestamp|version|support|count|total|n|num_\w+|\w*_(?:runtime|samples|flos|samples_per_second|steps_per_second))$/;
/** Totals of a tree of numbers, each under its path. Of one key the ones nearest to the root are judged: deeper ones are its parts. */
function readMetrics(value, path, outline, sink) {
    const leaves = isRow(value) ? [...leavesOf(value, outline)].slice(0, mostMetrics) : [];
    const nearest = new Map();
    for (const { key, depth } of leaves)
        nearest.set(key, Math.min(depth, nearest.get(key) ?? depth));
    for (const { key, depth, part, ...total } of leaves) {
        const secondary = part || depth > (nearest.get(key) ?? depth) || bookkeeping.test(key.toLowerCase());
        sink.aggregate({ ...total, ...(secondary && { secondary }), file: path });
    }
    if (leaves.length === 0)
        sink.problem(unreadable(path, 'This JSON holds no number that could be a metric.', 1));
}
function* leavesOf(node, outline, above = {
    prefix: '',
    depth: 0,
    part: false,
}) {
    const { prefix, depth } = above;
    for (const [key, of] of Object.entries(metric_tree_counted(node))) {
        const line = depth === 0 ? outline.memberLine(key) : above.line;
        const name = prefix === '' ? key : `${prefix}.${key}`;
        const part = above.part || isClass(node, key);
        const place = { ...(line !== undefined && { line }), part };
        if (isRow(of) && depth < deepestMetric)
            yield* leavesOf(of, outline, { prefix: name, depth: depth + 1, ...place });
        else if (looksNumeric(of))
            yield { name, key, depth, value: scoreOf(of), ...metric_tree_sizeOf(node, key), ...place };
    }
}
/** In scikit-learn's `classification_report(output_dict=True)` the classes stand beside their averages. */
function isClass(node, key) {
    return field(node, 'macro avg') !== undefined && key !== 'accuracy' && !key.endsWith(' avg');
}
/** `{correct: 261, total: 1000}` says an accuracy, and on how many samples. */
function metric_tree_counted(node) {
    const { correct, total } = {
        correct: scoreOf(field(node, 'correct')),
        total: scoreOf(field(node, 'total')),
    };
    return total > 0 && correct >= 0 && correct <= total ? { accuracy: correct / total } : node;
}
function metric_tree_sizeOf(node, key) {
    return key === 'accuracy' && metric_tree_counted(node) !== node ? { n: scoreOf(field(node, 'total')) } : {};
}

;// CONCATENATED MODULE: ./build/src/regression/formats/documents.js







/** Where plain documents keep their rows. */
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
/** Metrics of a whole run: `{accuracy: 0.85, train: {loss: 1.2}}`. */
const metricTree = {
    name: 'metrics',
    matches: (value) => isRow(value) && mostlyNumbers(Object.values(value)),
    read: ({ value, path, outline }, sink) => readMetrics(value, path, outline, sink),
};
/** A map from ids to answers holds a number here and there; that makes none of them a metric. */
function mostlyNumbers(values) {
    const numbers = values.filter((value) => looksNumeric(value) || isRow(value)).length;
    return numbers > 0 && 2 * numbers >= values.length;
}
/** The first that matches reads the document; the most telling forms come first. */
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
/** Rows of a document, each with its line. */
function readRows(rows, path, lines, sink) {
    const problems = new Unreadable(path, sink);
    const read = rowReader(path, sink);
    (Array.isArray(rows) ? rows : []).forEach((row, at) => {
        const line = lines[at];
        const reason = isRow(row) ? read(row, line) : 'it is not a JSON object';
        if (reason !== undefined)
            problems.add(line ?? 1, reason);
    });
    problems.tell();
}

;// CONCATENATED MODULE: ./build/src/regression/formats/lines.js
/** Cuts a stream of bytes into lines of text, each with its 1-based number; a line longer than the limit ends the reading. */
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
    /** False when a line is too long to be a row. */
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

;// CONCATENATED MODULE: ./build/src/regression/formats/outline.js


const mostDuplicates = 100;
/** One pass over a text that JSON.parse has accepted. */
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
    /** After a comma an object waits for its next key. */
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
        const raw = this.#text.slice(start + 1, end);
        const key = raw.includes('\\') ? String(JSON.parse(`"${raw}"`)) : raw;
        if (level.keys.has(key) && this.duplicates.length < mostDuplicates)
            this.duplicates.push({ key: shown(key), line: this.#line });
        level.keys.add(key);
        level.key = key;
        if (this.#levels.length === 1)
            this.members.set(key, this.#line);
    }
    /** An object or array that begins as an element of a top-level array, or of an array right below the top-level object. */
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
/** One JSON object a line. */
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
/** Why the line cannot be read, if so. */
function readLine(text, read) {
    if (text.length > 10_000 && tooDeep(text))
        return 'it is nested too deeply';
    try {
        const value = parseJson(text);
        const [twice] = outlineOf(text).duplicates;
        if (twice !== undefined)
            return `the key ${twice.key} occurs twice, and only the last value would count`;
        return isRow(value) ? read(value) : 'it is not a JSON object';
    }
    catch {
        return 'it is not whole JSON; was the file cut?';
    }
}

;// CONCATENATED MODULE: ./build/src/regression/formats/json.js





const largestDocument = 256 * 1024 * 1024;
/** A whole JSON document: the first of the known forms that fits reads it. */
const json = {
    name: 'JSON',
    supports: () => true,
    open: (path, sink) => wholeFile(path, sink, largestDocument, (bytes) => readJson(path, bytes, sink)),
};
function readJson(path, bytes, sink) {
    const text = new TextDecoder().decode(bytes);
    if (tooDeep(text))
        return sink.problem(unreadable(path, 'The file is nested too deeply to be results.'));
    const value = parsed(text);
    if (value === undefined)
        return readLines(path, bytes, text, sink);
    const outline = outlineOf(text);
    for (const { key, line } of outline.duplicates.slice(0, 1))
        sink.problem(duplicateKey(path, key, line, outline.duplicates.length));
    const form = documents.find((candidate) => candidate.matches(value));
    if (form === undefined)
        return sink.problem(unreadable(path, 'This JSON is in none of the known forms of evaluation results.', 1));
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
/** Some tools write JSON lines into a .json. */
function readLines(path, bytes, text, sink) {
    const first = text.slice(0, 1_000_000).split('\n', 1)[0] ?? '';
    if (!first.trimStart().startsWith('{') || parsed(first) === undefined) {
        return sink.problem(unreadable(path, 'This is not whole JSON. Was the file cut?', 1));
    }
    const reader = openJsonl(path, sink);
    reader.push(bytes);
    reader.end();
}
function duplicateKey(path, key, line, count) {
    return {
        rule: 'regression/duplicate-sample',
        severity: 'error',
        message: `The key ${key} occurs twice in one object${count > 1 ? ` (and ${count - 1} more such keys)` : ''}: only the last value would count.`,
        file: path,
        line,
        help: 'Give each key once.',
    };
}

;// CONCATENATED MODULE: ./build/src/regression/formats/unsupported.js

/** Kinds of files that evaluations also write, told by name instead of as broken JSON, each with the way out. */
const kinds = [
    {
        name: 'A pickle',
        ending: /\.(?:pkl|pickle|pt|joblib)$/,
        // Reading one runs what its author wants.
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
                ...unreadable(path, `${kind?.name ?? 'This file'} is not read.`),
                ...(kind !== undefined && { help: kind.help }),
            });
        },
    }),
};

;// CONCATENATED MODULE: ./build/src/regression/formats/xml.js
/**
 * Walks the elements of a document in one pass, without recursion. Returns what is wrong with it, if so: cut within a tag, or with
 * a document type, which no spreadsheet has and whose entities could grow without bound.
 */
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
/** A `>` within quotes ends no tag. */
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
/** An attribute's value; `undefined` where the tag has none of this name. */
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
/** The five entities that XML itself has, and characters by number; others stay as they stand. */
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
/** More columns than any evaluation writes; Excel itself has 16,384. */
const mostColumns = 512;
/** Excel's own limit. */
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
            ...unreadable(path, `This workbook cannot be read: ${reason}${reason.endsWith('?') ? '' : '.'}`),
            help: 'Save it again without a password, or let the evaluation write TSV, CSV or JSON (VLMEvalKit: PRED_FORMAT=tsv).',
        });
}
/** What is wrong with the workbook, if so. */
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
/** The part of the sheet that stands first in the workbook. */
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
/** The texts that cells refer to by number; runs of a rich text are one, without the reading aids beside them. */
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
/** Excel writes characters that XML cannot hold as `_x000D_`. */
function xlsx_plain(text) {
    return text.includes('_x')
        ? text.replaceAll(/_x([\dA-Fa-f]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(String(hex), 16)))
        : text;
}
/** Gathers the cells of each row and hands it on as one record. */
class Sheet {
    /** Why the rest is not read, if so. */
    problem;
    #strings;
    #record;
    #row = [];
    #number = 0;
    /** Columns of the first row. */
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
        // Excel leaves out the empty cells at the end of a row.
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
/** `t="s"`, `r="B7"`; without a reference a cell stands after the one before it. */
function cellOf(attributes, next) {
    const letters = /^[A-Z]{1,3}/.exec(attribute(attributes, 'r') ?? '')?.[0];
    const column = letters === undefined
        ? next
        : Array.from(letters).reduce((sum, letter) => 26 * sum + letter.charCodeAt(0) - 64, 0) - 1;
    return { column, type: attribute(attributes, 't') ?? 'n', text: '' };
}
/** What a cell holds, as a CSV would have it; `undefined` for a reference to nothing. An error such as #DIV/0! is its text, which no score accepts. */
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








/** The first that supports a file's name reads it; JSON comes last and takes every other name. */
const fileFormats = [jsonl, csv, evalZip, xlsx, unsupported, json];
/** Begins to read one file; its bytes may come in pieces. A file without a single result is a finding. */
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
                collector.problem(unreadable(path, 'The file is written in UTF-16, as some shells redirect output; only UTF-8 is read.'));
            else if (size > 0)
                reader.end();
            if (collector.size === before)
                collector.problem(unreadable(path, size === 0 ? 'The file is empty.' : 'The file holds no results.'));
        },
    };
}
/** By its byte order mark. */
function isUtf16([first, second]) {
    return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}
/** Reads all files of one side; what cannot be read is a finding. */
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



/** Most metrics that are judged where none is named. */
const defaults_mostMetrics = 16;
/**
 * What to judge when nobody says: the scores that carry a known name, and all of a task that has none of them; without known names F1
 * of labels (accuracy of free answers), else every score that both sides carry. A score under several filters is one for each.
 */
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
/** Numbers that count or name rows: their mean says nothing. */
const counter = /(?:^|_)(?:id|idx|index|seed|timestamp|time|date|created|epoch|step|line|row|offset|version)$/i;
function isKnown(name) {
    return scoreNames.includes(name.split(',')[0] ?? '');
}
/** Those of the baseline: one that the candidate does not carry any more is not passed over. */
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
/** Of several tasks in one evaluation one may have scores of its own names only: it is judged too. */
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
/** Many distinct targets are answers, not classes. */
function labelMetric(pairs) {
    const targets = new Set(pairs.map(({ baseline }) => String(baseline.target)));
    return targets.size <= Math.max(2, Math.min(100, pairs.length / 5)) ? 'f1' : 'accuracy';
}

;// CONCATENATED MODULE: ./build/src/regression/presentation/problems.js


/** An entry of `metrics` that says nothing. */
function unknownMetric(reason) {
    return {
        rule: 'regression/metric-missing',
        severity: 'error',
        message: `${reason}.`,
        help: 'Write name or name:option, such as f1_macro, f1:positive=yes, latency:lower.',
    };
}
function noPairs(baseline, candidate) {
    const side = (set) => set.samples.size > 0
        ? `${set.samples.size} samples`
        : set.aggregates.size > 0
            ? `${set.aggregates.size} totals and no samples`
            : 'nothing';
    return {
        rule: 'regression/no-pairs',
        severity: 'error',
        message: `No sample is on both sides: the baseline holds ${side(baseline)}, the candidate ${side(candidate)}.`,
        ...place(candidate),
        help: 'Let both evaluations write the same sample ids, in one of the known forms.',
    };
}
function nothingToMeasure(candidate) {
    const names = new Set([
        ...candidate.aggregates.keys(),
        ...[...candidate.samples.values()].slice(0, 20).flatMap(({ scores }) => [...scores.keys()]),
    ]);
    return {
        rule: 'regression/metric-missing',
        severity: 'error',
        message: names.size === 0
            ? 'The results carry no metric.'
            : `Both sides must carry the metric that is asked for. The candidate carries ${shownList([...names])}.`,
        ...place(candidate),
        help: 'Name metrics in the policy (regression.metrics) or with --metric.',
    };
}
/** More scores than are judged where none is named: those left out are named. */
function unjudged(specs, candidate) {
    if (specs.length === 0)
        return [];
    return [
        {
            rule: 'regression/unjudged-scores',
            severity: 'warning',
            message: `The results carry more scores than are judged without being named. Not judged: ${shownList(specs.slice(0, 5).map(({ name }) => name), specs.length)}.`,
            ...place(candidate),
            help: 'Name the metrics that count in the policy (regression.metrics) or with --metric.',
        },
    ];
}
/** A total that says NaN, or a word. */
function noNumber({ spec, baseline, candidate }) {
    const side = Number.isFinite(candidate.value) ? baseline : candidate;
    return {
        rule: 'regression/not-a-number',
        severity: 'error',
        message: `${spec.title} of the ${side === candidate ? 'candidate' : 'baseline'} is no finite number.`,
        file: side.file,
        ...(side.line !== undefined && { line: side.line }),
        help: 'Find out why the evaluation gave no number there.',
    };
}
/** What is lost without the samples. */
function totalsOnly(candidate) {
    return {
        rule: 'regression/totals-only',
        severity: 'warning',
        message: 'Only totals are known, no results of single samples. The test cannot pair: where both models agree on 95 % of the samples and are right on 85 %, it needs about five times as many for the same drop; it cannot list what flipped, and nothing shows that both sides saw the same samples.',
        ...place(candidate),
        help: 'Let the evaluation write one row for each sample (lm-eval: --log_samples).',
    };
}
function place({ files }) {
    return files[0] === undefined ? {} : { file: files[0] };
}
/** Nothing at all differs: right for a change that does not touch the model, and a sign of old results for one that does. */
function sameResults(pairs, candidate) {
    if (pairs.length === 0 || !pairs.every(sameOutcome))
        return [];
    return [
        {
            rule: 'regression/same-results',
            severity: 'notice',
            message: `${pairs.length === 1 ? 'The 1 result is' : `All ${pairs.length} results are`} exactly ${pairs.length === 1 ? 'that' : 'those'} of the baseline.`,
            ...place(candidate),
            help: 'If this change touches the model, see that the evaluation ran on it and its results are the ones compared.',
        },
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
/**
 * Every metric on every slice, one family under Holm. Slices are the baseline's: a change cannot move its samples between them.
 * In every mode a slice fails only for a drop that is shown: the bare threshold on ten slices blocks 96 % of harmless changes, and
 * that a slice is not worse its few samples can hardly ever show.
 */
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
/** A filter that a metric is judged under is no slice beside it. */
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
    return {
        rule: 'regression/too-many-slices',
        severity: 'notice',
        message: `The samples are in ${count} slices; the ${mostSlices} largest are judged.`,
        help: 'Slice by what has few values: task, language, length.',
    };
}

;// CONCATENATED MODULE: ./build/src/regression/decision/totals.js








/** Totals that both sides carry under the metric's name, whole or as the last part of a path; all but secondary ones when no metric is named. */
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
/** Of `average.accuracy` and `task.mmlu.accuracy`, the totals nearest to the root: parts of them are no further evidence. */
function shallowest(totals) {
    const depth = ({ name }) => name.split('.').length;
    const least = Math.min(...totals.map(depth));
    return totals.filter((total) => depth(total) === least);
}
function answersTo(name, { name: asked, key }) {
    const last = name.split(/[./]/).at(-1)?.split(',')[0]?.toLowerCase();
    return name === asked || last === key || name.endsWith(`.${asked}`);
}
/**
 * Two totals without their samples: the unpaired z of the difference, √(SE₁² + SE₂²). It cannot use that both models agree on
 * most samples, so it needs many times more of them; without a standard error it cannot decide at all.
 */
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
/** As stated, or of a share of n; NaN where neither is known. */
function errorOf({ value, standardError, n }, share) {
    if (standardError !== undefined && standardError > 0)
        return standardError;
    return share && n !== undefined && n > 1 ? Math.sqrt((value * (1 - value)) / n) : NaN;
}

;// CONCATENATED MODULE: ./build/src/regression/decision/judge.js











/** Measures what was asked for, on pairs of samples where there are some, else on totals. */
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

/** `against commit 1a2b3c4d in the ledger, recorded by ada on 2026-11-22`. */
function sourceText({ sha, by, at }) {
    return `against commit ${sha.slice(0, 8)} in the ledger, recorded by ${shown(by)} on ${at.slice(0, 10)}`;
}
/** Honest only when told: what the merges in between changed counts for or against this change too. */
function olderBaseline(asked, sha, merges) {
    return {
        rule: 'regression/older-baseline',
        severity: 'warning',
        message: `No evaluation of ${asked} is recorded: compared with commit ${sha.slice(0, 8)}, ${merges} ${merges === 1 ? 'merge' : 'merges'} before. What ${merges === 1 ? 'that merge' : 'those merges'} changed counts here too.`,
        help: 'Evaluate every merge (model-merge.yml with `evaluate`), or the merge base itself (regression.evaluate with regression.pool).',
    };
}
/** Which one counts is trunk's word, never that of a change: told where the change may have been evaluated like another. */
function severalEvaluations(sha, sizes, files) {
    if (new Set(sizes).size < 2)
        return [];
    return [
        {
            rule: 'regression/several-evaluations',
            severity: 'notice',
            message: `Commit ${sha.slice(0, 8)} was evaluated ${sizes.length} times, on ${sizes.slice(0, 5).join(', ')} samples: the newest counts (${shownList(files)}).`,
            help: 'If another is meant, set regression.baseline in the policy to the path under which it was recorded.',
        },
    ];
}
/** Could not be read is not empty. */
function unreadLedger(reason, help = 'Run the job again.') {
    return {
        rule: 'regression/unread-ledger',
        severity: 'warning',
        message: `The ledger may hold results and could not be read: ${shown(reason)}.`,
        help,
    };
}
/** Evaluations were recorded, under other names. */
function noEvaluation(others) {
    if (others.length === 0)
        return [];
    return [
        {
            rule: 'regression/other-results',
            severity: 'warning',
            message: `The ledger keeps results of trunk under other names: ${shownList(others)}.`,
            help: 'Set regression.baseline in the policy to the path under which they were recorded.',
        },
    ];
}

;// CONCATENATED MODULE: ./build/src/regression/presentation/sections.js




const sections_mostRows = 100;
const sections_mostFlipped = 50;
/** Table by metric and slice, chart, flipped samples. */
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
/** Against the anchor, where one is configured. */
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
/** `0.5, 2 points`. */
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
/** Both sides of the metrics that are shares, side by side, as GitHub draws it. */
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

/** The verdict in one sentence: about the metric that decided it. */
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
    'regression/drop',
    'regression/slice-drop',
    'regression/undecided',
    'regression/erosion',
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
/** A fall beyond the tolerance passes where a drop as large as the margin is excluded: then that is what is said. */
function whyPassed(result) {
    const effect = result.higherIsBetter ? result.delta : -result.delta;
    return effect < -result.tolerance
        ? `no drop is shown, and one of ${wording_amount(result, result.margin)} is excluded`
        : tolerated(result);
}

;// CONCATENATED MODULE: ./build/src/regression/recorded/trend.js

const trendLength = 30;
/** The metric over the last merges, oldest first, with this change at the end: a chart, beside it the anchor as a level, and its table. */
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
/** Numbered merges: thirty SHAs under an axis cannot be read. */
function chartOf(own, result, anchor) {
    const inPoints = (value) => (result.unit === 'points' ? value * 100 : value);
    const values = [...own.map(({ value }) => value), result.candidate].map(inPoints);
    const level = anchor === undefined ? [] : [inPoints(anchor.baseline)];
    const [low, high] = [Math.min(...values, ...level), Math.max(...values, ...level)];
    const room = Math.max((high - low) / 10, 0.1);
    const line = (all) => `  line [${all.map((value) => value.toFixed(2)).join(', ')}]`;
    return [
        'xychart-beta',
        // There is no legend in such a chart.
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














const gateName = 'regression-gate';
/** Compares two sides given as files; `clock` in milliseconds, for the report's duration. */
function compareResults(baseline, candidate, settings, clock) {
    const started = clock();
    const report = compareSets(readResults(baseline), readResults(candidate), settings);
    return { ...report, durationMs: clock() - started };
}
/** Compares two sides that were read. */
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
        schema: 1,
        gate: gateName,
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

;// CONCATENATED MODULE: ./build/src/kernel/user-error.js
const brand = 'ModelGatesUserError';
/**
 * Something the user or the environment must mend: says what is wrong, where, what was expected and got, and how to mend it.
 * Everything else that is thrown is a bug of ours.
 */
class UserError extends Error {
    name = brand;
    place;
    help;
    constructor(message, details = {}) {
        super(message, details.cause === undefined ? undefined : { cause: details.cause });
        this.place = details.place;
        this.help = details.help;
    }
}
/** By name, not by class: bundles loaded side by side each hold their own copy of the class. */
function isUserError(error) {
    return error instanceof Error && error.name === brand;
}
/** `file:line:column`, as far as known. */
function placeText(place) {
    return [place.file, place.line, place.column].filter((part) => part !== undefined).join(':');
}

;// CONCATENATED MODULE: ./build/src/regression/recorded/rows.js







/** Most samples of one file in the ledger: every merge brings them anew. */
const mostRecorded = 50_000;
/** Most bytes of one file in the ledger. */
const mostRecordedBytes = 16 * 1024 * 1024;
/** The text of one file's results; or why they are not kept: what is broken, empty or too large is no baseline for anybody. */
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
    // Three bytes at most for each UTF-16 code unit: the exact size is counted by who writes.
    if (text.length > mostRecordedBytes)
        return [tooLarge(file, `more than ${mostRecordedBytes / 1024 / 1024} MiB, and no more is kept`)];
    return { text, samples: samples.length };
}
/** Puts what the ledger kept of a file into the side that is read; what is wrong with it is a finding there. */
function readRecorded(path, bytes, collector) {
    const end = bytes.indexOf(10);
    const head = end < 0 ? undefined : headIn(bytes.subarray(0, end));
    collector.file(path);
    collector.format('ledger');
    if (head === undefined) {
        collector.problem(unreadable(path, 'The ledger holds no results under this name.'));
        return;
    }
    const before = collector.size;
    const rows = openJsonl(path, collector);
    rows.push(bytes.subarray(end + 1));
    rows.end();
    const samples = collector.size - before;
    if (samples !== head.samples)
        collector.problem(unreadable(path, `The ledger names ${head.samples} samples and holds ${samples}.`));
    for (const [key, value] of head.setup)
        collector.setup(key, value);
    for (const [score, higher] of head.directions)
        collector.direction(score, higher);
    for (const total of head.totals)
        rows_readTotal(path, total, collector);
}
/** Reads files of the ledger as one side. */
function readRecordedFiles(files) {
    const collector = new Collector();
    for (const [path, bytes] of files)
        readRecorded(path, bytes, collector);
    return collector.result();
}
function tooLarge(file, reason) {
    return {
        rule: 'regression/results-too-large',
        severity: 'error',
        message: `The ledger does not take these results: they have ${reason}.`,
        file,
        help: 'Record a fixed part of the samples, or commit the results to the repository, where the gate reads files of any size.',
    };
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
/** The row that the plain reader reads as the same sample. */
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
        return isRow(value) ? Object.entries(value) : [];
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

/**
 * Tells which paths a list of globs means, hidden files included. A glob behind `!` takes out what the others take in, wherever
 * it stands in the list; where there are no others it takes out of everything. `!(a|b)` is a pattern like any other.
 */
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




/** Larger files need a tree that can read parts. */
const maxBytes = 512 * 1024 * 1024;
/** Up to here a file is read at once. */
const wholeBytes = 32 * 1024 * 1024;
const chunkBytes = 8 * 1024 * 1024;
const mostFiles = 2000;
const resultFile = /\.(?:jsonl?|ndjson|jsonlines|csv|tsv|xlsx|eval)$/i;
/** Whether a path is meant by the globs. */
function matcher(globs) {
    const wanted = globs.map((glob) => glob.replace(/^\.\//, ''));
    const matches = globMatcher(wanted);
    return (path) => wanted.includes(path) || matches(path);
}
/** Result files of a tree. Names without wildcards are read even where git ignores them; among several matches only known kinds of files count. */
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
/** Reads the files of one side; large ones piece by piece where the tree can. */
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
    return new UserError(`${path} in the ${tree.name} changed while it was read`, {
        place: { file: path },
        help: 'Let the evaluation finish before the gate runs.',
    });
}
/** Sample ids, one a line; none where no file is named or there. */
async function readPool(path, tree) {
    const bytes = path === undefined ? undefined : await tree.read(path);
    const lines = new TextDecoder().decode(bytes ?? new Uint8Array()).split('\n');
    return [...new Set(lines.map((line) => line.trim()).filter((line) => line !== ''))];
}

;// CONCATENATED MODULE: ./build/src/regression/gate/baseline.js
/** Where the results of trunk come from: a commit's files, else the ledger. */



/** First parents that are looked at where a commit itself was not evaluated: the merges of a day or two. */
const mostAncestors = 30;
/**
 * What is committed comes first: it costs nothing, and branch protection guards it. Never anything of the head.
 * `ancestors`: first parents that may stand in for a commit that was not evaluated.
 */
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

/** What one side answered in a round, where that is not exactly what it was asked: both sides could leave out the same. */
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
    return {
        rule: 'regression/unmatched-samples',
        severity: 'error',
        message: `The evaluation was given ${asked.inRound.length} samples, and the ${side} ${parts.join(', and ')}.`,
        ...(file !== undefined && { file }),
        help: 'Let the command of regression.evaluate answer every id of {ids} under that id, and no other.',
    };
}
/** The id that a sample answers: its own, or what stands before `/epoch 2` and the like. */
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
/** What a shell would act on; as words of their own they are meant for one. */
const shellWords = /^(?:&&?|\|\|?|;|\d?>{1,2}|<{1,2}|2>&1)$/;
/**
 * Cuts a command at spaces outside quotes and fills `{ids}` and `{out}` in; no shell ever sees it, and a backslash is one, as in paths
 * of Windows. Returns what is wrong with it, if so.
 */
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
/** What only a shell would understand is told, not handed to the program. */
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


/** What the command wrote for these samples, or a finding that says why there is nothing. */
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
/** The line that names an error, else the last one: some programs say their version after it. */
function lastWords(stderr) {
    const lines = stderr.trimEnd().split('\n');
    return lines.findLast((line) => /error|exception/i.test(line)) ?? lines.at(-1) ?? '';
}
function failed(reason) {
    return {
        rule: 'regression/evaluation-failed',
        severity: 'error',
        message: `The evaluation did not run: ${reason}.`,
        help: 'Run the command of regression.evaluate by hand with a file of ids, one a line.',
    };
}

;// CONCATENATED MODULE: ./build/src/regression/gate/evaluate.js
/** Runs the evaluation round by round, only while the gate cannot decide. */



const minute = 60_000;
const defaultBudget = 60;
/** The report after the first round that decides, or after the last one that the samples and the time allow. */
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
/** What could not be measured for it is no finding of its own. */
function withProblem(report, problem) {
    if (problem === undefined)
        return report;
    const consequences = new Set([
        'regression/metric-missing',
        'regression/no-pairs',
        'regression/unmatched-samples',
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
    return verdict === 'inconclusive' && typeof facts['nextSamples'] === 'number' && facts['nextSamples'] > 0;
}
/** Compared with all that the baseline has: the domain knows which part of it the planned looks have reached. */
function judged({ baseline, settings, past, pool }, sides, looks, problem) {
    const evaluated = (name) => sides.find((side) => side.name === name)?.collector.result();
    const before = typeof baseline === 'string' ? evaluated('baseline') : baseline;
    const after = evaluated('candidate');
    const nothing = new Collector().result();
    const findings = [...(past.findings ?? []), ...(problem === undefined ? [] : [problem])];
    return compareSets(before ?? nothing, after ?? nothing, { ...settings, looks }, { ...past, findings, poolSize: pool.length });
}
/** Evaluates the same samples on each side; stops at the first problem. */
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
        // Trunk's own samples tell by themselves what is missing; two sides that are evaluated could both leave it out.
        const inexact = sides.length > 1 ? inexactRound(name, { inRound: ids, inAll: asked }, collector.result()) : undefined;
        if (inexact !== undefined)
            return inexact;
    }
    return undefined;
}
/** JSON begins with a bracket, after a byte order mark perhaps. */
function isTable(bytes) {
    const start = new TextDecoder().decode(bytes.subarray(0, 64)).trimStart();
    return start !== '' && !/^[[{]/.test(start);
}
function stopped(report, budget) {
    const finding = {
        rule: 'regression/time-budget',
        severity: 'warning',
        message: `The time budget of ${budget} minutes does not allow another round, and the samples so far do not decide.`,
        help: 'Raise regression.time-budget, spread the evaluation over several runners (plan-gates), or let a person judge the change.',
    };
    return { ...report, findings: [...report.findings, finding] };
}

;// CONCATENATED MODULE: ./build/src/releases/version/version.js

/** Nine digits at most: far beyond any version, and exact as a number. */
const core = /^v?(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})$/;
const identifier = /^[0-9A-Za-z-]+$/;
const leadingZero = /^0\d+$/;
/** Longer names are no versions. */
const maxLength = 200;
/** The version that a tag names; `undefined` for a tag without the prefix, or of any other form. */
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
/** Semantic Versioning's precedence; equal versions (`v1.0.0`, `1.0.0+b`) by name, so that the order is total. */
function compareVersions(a, b) {
    return precedence(a, b) || compareText(a.text, b.text);
}
/** Below 0, 0 or above 0, by Semantic Versioning's rule 11. */
function precedence(a, b) {
    return (a.major - b.major ||
        a.minor - b.minor ||
        a.patch - b.patch ||
        comparePreRelease(a.preRelease, b.preRelease));
}
function comparePreRelease(a, b) {
    // A release comes after its pre-releases.
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
/** Numbers by value and before words; words by code unit. Numbers have no leading zero, so the longer is the larger. */
function compareIdentifier(a, b) {
    const numeric = [digits.test(a), digits.test(b)];
    if (numeric[0] === true && numeric[1] === true)
        return a.length - b.length || compareText(a, b);
    if (numeric[0] !== numeric[1])
        return numeric[0] === true ? -1 : 1;
    return compareText(a, b);
}
/** The versions among the tags, highest first. */
function versionsOf(tags, prefix) {
    return tags.flatMap((tag) => parseVersion(tag, prefix) ?? []).toSorted((a, b) => compareVersions(b, a));
}
/** `v2.3.1` and `2.3.1`: two names that every reader takes for one version. */
function isSameVersion(a, b) {
    return a.text.replace(/^v/, '') === b.text.replace(/^v/, '');
}
function isRelease(version) {
    return version.preRelease.length === 0;
}
/** `v2.3` of v2.3.1. */
function lineOf(version) {
    return `v${version.major}.${version.minor}`;
}

;// CONCATENATED MODULE: ./build/src/regression/gate/place.js
/** Where a setting such as `evals/*.jsonl` or `v2.3.0:evals/*.jsonl` is to be read. */



/**
 * Where the entries are read; an entry that names only a release stands for `globs`. A sentence where there is no such place.
 * Throws a UserError where the entries name several, or one that cannot be read or is no yardstick.
 */
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
/** By its SHA nothing else of the same name can stand in for it. */
async function latestRelease(ref, { tags }) {
    const all = (await tags?.()) ?? [];
    const names = all.map(({ name }) => name);
    const latest = versionsOf(names, ref.slice(0, -'latest-release'.length)).find(isRelease)?.tag;
    return all.find(({ name }) => name === latest);
}
function severalPlaces(entries) {
    return new UserError(`regression.baseline names more than one state of trunk: ${entries.join(', ')}`, {
        help: 'Write the same ref before each path, or none.',
    });
}

;// CONCATENATED MODULE: ./build/src/regression/gate/past.js




/**
 * The anchor, and with it the trend. They only add to what the merge base says: where there is none, that is told and nothing fails.
 * The ledger is asked where it has been read already, or where an anchor says that erosion is watched.
 */
async function readPast({ anchor = '', ...settings }, ports, wasRead) {
    const trend = anchor !== '' || wasRead ? await readTrend(ports) : undefined;
    const read = anchor === '' ? {} : await readAnchor(anchor, globsOf(settings), ports);
    return { ...read, ...(trend !== undefined && { trend }) };
}
/** A picture of the past: without it the verdict is the same. */
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
/** The regression gate: the candidate's results on disk against the baseline's at the merge base. */







/** Reads both sides, or runs the evaluation, and compares them; without a baseline the verdict is never a pass. */
const judgeRegression = async (settings, ports) => {
    const started = ports.now();
    const report = await closing(ports, judgeSides(settings, ports));
    return { ...report, durationMs: ports.now() - started };
};
/**
 * Ids that the runners of one round are to evaluate: those that the look at `samples` adds, without it those of the first look.
 * None where neither a baseline nor a pool names any sample.
 */
async function samplesOfRound(settings, ports, samples) {
    const ids = baselineOf(settings, ports).then(async ({ read }) => poolOf(settings, await read(), ports));
    return idsOfRound(await closing(ports, ids), settings, samples);
}
/** The ledger, where it was asked, is closed after the work. */
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
/** Whether the merge base is evaluated beside the candidate where it has no results: never in place of what the policy pins. */
function evaluatesBase(settings) {
    return isEvaluated(settings) && settings.pool !== undefined && !isPinned(settings.baseline);
}
/** Throws a UserError where the policy names a state of trunk that is not there. */
async function baselineOf(settings, ports) {
    const place = await place_placeOf(settings.baseline, settings.candidate, ports);
    if (typeof place === 'string')
        throw noPlace(settings.baseline, place);
    // What can be evaluated at the merge base itself needs no older results.
    const ancestors = evaluatesBase(settings) ? 0 : mostAncestors;
    return resultsAt(place, ports, ancestors);
}
function noPlace(baseline, reason) {
    return new UserError(`There is no baseline ${baseline.join(', ')}: ${reason}`, {
        help: 'Correct regression.baseline in the policy: a ref of the remote before the colon, or a path alone for the merge base.',
    });
}
/** Ids of all samples that may be evaluated: those that trunk has measured, else those that are named. */
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
/** The baseline is what trunk has measured on the same samples; without it the merge base is evaluated beside the candidate. */
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
/** The past as it is read, with what is to be said of the baseline itself. */
async function pastOf(settings, baseline, ports) {
    const { source } = baseline;
    const past = await readPast(settings, ports, source !== undefined);
    return {
        ...past,
        ...(source !== undefined && { source }),
        findings: [...baseline.findings, ...(past.findings ?? [])],
    };
}
/** Erosion that was to be watched and could not be: nobody may take that for a pass. */
function held(report, { unread }) {
    return unread !== undefined && report.verdict === 'pass'
        ? { ...report, verdict: 'inconclusive', title: unread }
        : report;
}
function noCandidate(settings, baseline, ports) {
    if (settings.merged === true && baseline.source !== undefined)
        return bare('skipped', 'The change is merged, and no evaluation ran in this job.');
    const there = baseline.files.length > 0;
    const message = `No evaluation results match ${settings.candidate.join(', ')} in the ${ports.workspace.name}${there ? `, though the ${baseline.name} has some` : ''}.`;
    return bare(there ? 'fail' : 'inconclusive', message, {
        rule: 'regression/no-candidate',
        severity: there ? 'error' : 'warning',
        message,
        help: 'Run the evaluation in a step before this gate and let it write its results there, or correct regression.candidate in the policy.',
    });
}
function noBaseline(settings, { name, findings, unread }, { evaluations }, file) {
    const asked = evaluations === undefined || unread === true ? '' : ', in its files or in the ledger';
    const message = `There is no baseline: no results match ${globsOf(settings).join(', ')} at the ${name}${asked}${unread === true ? ', and the ledger could not be read' : ''}. Without one a pass would say nothing.`;
    return bare('inconclusive', message, {
        rule: 'regression/no-baseline',
        // Could not be read is not empty: until it is known, nothing goes through.
        severity: unread === true ? 'error' : 'warning',
        message,
        ...(file !== undefined && { file, line: 1 }),
        help: 'Let the workflow of merges or of each night evaluate trunk and record its results (record-lineage with `results`), or commit them; set regression.baseline in the policy when they have another path.',
    }, ...findings);
}
function noScratch() {
    const message = 'There is no folder to run the evaluation in.';
    const help = 'Run the evaluation in a step before this gate and set regression.candidate.';
    return bare('fail', message, { rule: 'regression/evaluation-failed', severity: 'error', message, help });
}
function bare(verdict, title, ...findings) {
    return {
        schema: 1,
        gate: gateName,
        verdict,
        title,
        findings,
        facts: { metrics: [], nextSamples: 0, flipped: [] },
    };
}

;// CONCATENATED MODULE: external "node:buffer"
const external_node_buffer_namespaceObject = require("node:buffer");
;// CONCATENATED MODULE: ./build/src/lineage/record/fields.js
/** Readers of single values: each gives the value, or tells a problem and gives `undefined`. */
/** Collects what is wrong, at most twenty sentences. */
class fields_Problems {
    list = [];
    add(path, message) {
        if (this.list.length < 20)
            this.list.push(`${path}: ${message}`);
        return undefined;
    }
}
/** Control, format, unassigned and private characters, lone surrogates, line and paragraph separators. */
const invisible = /[\p{C}\p{Zl}\p{Zp}]/u;
/** One line of visible text, normalised. Two texts that look the same by composed and decomposed letters are one. */
function line(most) {
    return (value, path, problems) => {
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
        return invisible.test(text)
            ? problems.add(path, `holds an invisible character (${codePoint(invisible.exec(text)?.[0] ?? '')})`)
            : text;
    };
}
/** Characters that show nothing, or a space that is not the space: fillers, variation selectors, the blank of Braille. */
const fields_unseen = /[\p{Default_Ignorable_Code_Point}\u2800]|(?! )\p{Zs}/u;
/** A line by which something is looked up: what a person sees of it is all that there is. */
function fields_name(most) {
    const text = line(most);
    return (value, path, problems) => {
        const read = text(value, path, problems);
        const found = read === undefined ? null : fields_unseen.exec(read);
        return found === null
            ? read
            : problems.add(path, `holds a character that cannot be told from a space or from nothing (${codePoint(found[0])})`);
    };
}
/** Letters of Latin beside letters of a script that has the same shapes; and forms of letters that Unicode itself calls variants. */
const mixed = /\p{Script=Latin}[\p{Script=Cyrillic}\p{Script=Greek}]|[\p{Script=Cyrillic}\p{Script=Greek}]\p{Script=Latin}/u;
/** Whether a name looks like another that is written with other characters. */
function looksLikeAnother(text) {
    return mixed.test(text) || text.normalize('NFKC') !== text.normalize('NFC');
}
/** Characters beyond ASCII with their code points, the first five: `ѕ (U+0455)`. */
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
/** Text of several lines, for notes and commands. */
function prose(most) {
    return (value, path, problems) => {
        if (typeof value !== 'string')
            return problems.add(path, `expected text, got ${kindOf(value)}`);
        if (value.length > most)
            return problems.add(path, tooLong(value, most));
        const shown = value.replaceAll(/[\n\t]/g, ' ');
        return invisible.test(shown)
            ? problems.add(path, `holds an invisible character (${codePoint(invisible.exec(shown)?.[0] ?? '')})`)
            : value.normalize('NFC');
    };
}
function fields_matching(pattern, most, expected) {
    const text = line(most);
    return (value, path, problems) => {
        const read = text(value, path, problems);
        if (read === undefined || pattern.test(read))
            return read;
        return problems.add(path, `expected ${expected}, got ${JSON.stringify(read.slice(0, 80))}`);
    };
}
function oneOf(allowed) {
    return (value, path, problems) => allowed.find((item) => item === value) ??
        problems.add(path, `expected one of ${allowed.join(', ')}, got ${shortJson(value)}`);
}
const flag = (value, path, problems) => typeof value === 'boolean' ? value : problems.add(path, `expected true or false, got ${kindOf(value)}`);
function integer(least) {
    return (value, path, problems) => typeof value === 'number' && Number.isSafeInteger(value) && value >= least
        ? value
        : problems.add(path, `expected a whole number from ${least}, got ${shortJson(value)}`);
}
const fields_finite = (value, path, problems) => typeof value === 'number' && Number.isFinite(value)
    ? value
    : problems.add(path, `expected a number, got ${kindOf(value)}`);
const scalar = (value, path, problems) => {
    if (typeof value === 'string')
        return prose(4000)(value, path, problems);
    if (typeof value === 'number')
        return fields_finite(value, path, problems);
    if (typeof value === 'boolean' || value === null)
        return value;
    return problems.add(path, `expected text, a number, true, false or null, got ${kindOf(value)}`);
};
const dated = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/;
/** ISO 8601 with its zone; given in UTC with milliseconds. */
const time = (value, path, problems) => {
    const at = typeof value === 'string' && dated.test(value) ? Date.parse(value) : Number.NaN;
    return Number.isNaN(at)
        ? problems.add(path, `expected a time such as 2026-11-22T15:04:05Z, got ${shortJson(value)}`)
        : new Date(at).toISOString();
};
function fields_listOf(item, most, least = 0) {
    return (value, path, problems) => {
        if (!Array.isArray(value))
            return problems.add(path, `expected a list, got ${kindOf(value)}`);
        if (value.length > most || value.length < least)
            return problems.add(path, `has ${value.length} entries, expected ${least} to ${most}`);
        return value.flatMap((entry, at) => {
            const read = item(entry, `${path}[${at}]`, problems);
            return read === undefined ? [] : [read];
        });
    };
}
/** Name → value, in the order of the names. */
function mapOf(item, most) {
    const keyOf = line(200);
    return (value, path, problems) => {
        if (!isRecord(value))
            return problems.add(path, `expected an object, got ${kindOf(value)}`);
        const entries = Object.entries(value);
        if (entries.length > most)
            return problems.add(path, `has ${entries.length} entries, at most ${most} are allowed`);
        const read = entries.flatMap(([key, entry]) => {
            const at = `${path}.${key.slice(0, 60)}`;
            const [known, found] = [keyOf(key, at, problems), item(entry, at, problems)];
            return known === undefined || found === undefined ? [] : [[known, found]];
        });
        return Object.fromEntries(read.toSorted(([a], [b]) => (a < b ? -1 : Number(a > b))));
    };
}
/** The known fields in the order of the shape; a field that is not known is a problem, never dropped in silence. */
function fields_fieldsOf({ required, optional }, value, path, problems) {
    if (!isRecord(value))
        return problems.add(path || 'the record', `expected an object, got ${kindOf(value)}`);
    const at = (key) => (path === '' ? key : `${path}.${key}`);
    for (const key of Object.keys(value))
        if (!Object.hasOwn(required, key) && !Object.hasOwn(optional, key))
            problems.add(at(key.slice(0, 60)), 'is not a field that a record has');
    const read = [];
    for (const [key, reader] of Object.entries({ ...required, ...optional })) {
        const given = Object.hasOwn(value, key) ? value[key] : undefined;
        if (given !== undefined)
            read.push([key, reader(given, at(key), problems)]);
        else if (Object.hasOwn(required, key))
            problems.add(at(key), 'is missing');
    }
    return Object.fromEntries(read.filter(([, found]) => found !== undefined));
}
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function kindOf(value) {
    if (value === null)
        return 'null';
    return Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'an object' : typeof value;
}
function shortJson(value) {
    return (JSON.stringify(value) ?? typeof value).slice(0, 80);
}

;// CONCATENATED MODULE: ./build/src/lineage/record/model.js
/** What the ledger holds: records, each linking the artifacts that went into a step to those that came out of it. */
/** In the order in which they are made: what serves, and what a request was answered by, come last. */
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
/** Most bytes of one record as JSON. */
const model_maxRecordBytes = (/* unused pure expression or super */ null && (256 * 1024));

;// CONCATENATED MODULE: ./build/src/lineage/record/read.js


const sha = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
const read_digest = fields_matching(/^[a-z0-9]+(?:[+._-][a-z0-9]+)*:[A-Za-z0-9=_-]{16,256}$/, 300, 'a digest such as sha256:… (the OCI grammar)');
/** Longest id of an artifact. */
const maxIdLength = 512;
/** Most files of results in one record. */
const maxResults = 200;
const nodeShape = {
    required: { kind: oneOf(nodeKinds), id: fields_name(maxIdLength) },
    optional: { digest: read_digest, service: fields_name(maxIdLength), external: flag },
};
const node = (value, path, problems) => {
    const read = fields_fieldsOf(nodeShape, value, path, problems);
    if (read?.['kind'] === 'commit' && typeof read['id'] === 'string' && !sha.test(read['id']))
        return problems.add(`${path}.id`, 'a commit is named by its full SHA, in small letters');
    if (read?.['service'] !== undefined && read['kind'] !== 'serving')
        return problems.add(`${path}.service`, 'belongs to nodes of kind serving only');
    return read;
};
const shaped = (shape) => (value, path, problems) => fields_fieldsOf(shape, value, path, problems);
const file = shaped({
    required: { role: oneOf(['config', 'lock', 'data', 'other']), path: line(1000), digest: read_digest },
    optional: {},
});
const run = shaped({
    required: {},
    optional: { id: line(200), attempt: integer(1), url: line(1000), workflow: line(200) },
});
const verdict = shaped({
    required: { gate: line(100), verdict: oneOf(['pass', 'fail', 'inconclusive', 'exempt', 'skipped']) },
    optional: {
        title: line(1000),
        exempted_by: line(200),
        exempted_at: time,
        exempted_sha: fields_matching(sha, 64, 'a full SHA, in small letters'),
        reason: line(1000),
    },
});
const results = shaped({
    required: {
        path: line(1000),
        digest: fields_matching(/^sha256:[0-9a-f]{64}$/, 71, 'sha256: and 64 hexadecimal digits'),
        samples: integer(0),
        bytes: integer(1),
    },
    optional: {},
});
const one = (value, path, problems) => value === 1 ? 1 : problems.add(path, `expected 1, got ${JSON.stringify(value)?.slice(0, 40)}`);
const recordShape = {
    required: { schema: one, inputs: fields_listOf(node, 100), outputs: fields_listOf(node, 100, 1) },
    optional: {
        id: fields_name(200),
        at: time,
        by: line(200),
        git_ref: line(1000),
        author: line(200),
        pr_number: integer(1),
        repository: line(1000),
        run,
        command: prose(20_000),
        seed: integer(0),
        files: fields_listOf(file, 200),
        parameters: mapOf(scalar, 2000),
        dependencies: mapOf(line(200), 2000),
        metrics: mapOf(fields_finite, 500),
        results: fields_listOf(results, maxResults),
        verdicts: fields_listOf(verdict, 50),
        replaces: fields_name(maxIdLength),
        corrects: fields_name(200),
        note: prose(4000),
    },
};
/** What was written, checked and normalised: ids in NFC, times in UTC, names in order. Unknown fields are problems. */
function readDraft(value) {
    const problems = new Problems();
    // Schema 1 is the only one there is: who writes by hand may leave it out.
    const versioned = isObject(value) && !Object.hasOwn(value, 'schema') ? { schema: 1, ...value } : value;
    const read = fieldsOf(recordShape, versioned, '', problems);
    if (read === undefined || problems.list.length > 0)
        return { ok: false, problems: problems.list };
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each field was read by the reader of its name
    return { ok: true, draft: read };
}
/** A record from the bytes of the ledger; nothing may be missing in it. */
function readRecord(bytes) {
    if (bytes.length > maxRecordBytes)
        return { ok: false, problems: [`it has ${bytes.length} bytes, at most ${maxRecordBytes} are read`] };
    const value = read_parseJson(bytes);
    if (value === undefined)
        return { ok: false, problems: ['it is not JSON in UTF-8'] };
    const result = readDraft(value);
    if (!result.ok)
        return result;
    const { id, at, by } = result.draft;
    if (id === undefined || at === undefined || by === undefined)
        return { ok: false, problems: ['it lacks id, at or by'] };
    return { ok: true, record: { ...result.draft, id, at, by } };
}
/** Fills in who and when, and the id: given, or made from the content less the time, so that a repeated step records nothing new. */
function completeRecord(draft, surroundings, hashes) {
    const filled = { ...draft, at: draft.at ?? surroundings.at, by: draft.by ?? surroundings.by };
    return { ...filled, id: draft.id ?? contentId(filled, hashes) };
}
function contentId(record, { sha256 }) {
    return sha256(canonicalText({ ...record, at: undefined, id: undefined })).slice(0, 32);
}
/** Whether somebody chose its id: another record may have the same. */
function hasOwnId(record, hashes) {
    return record.id !== contentId(record, hashes);
}
/** The bytes that the ledger keeps. The same record gives the same text, whatever the order in which it was written. */
function recordText(record) {
    return `${canonicalText(record)}\n`;
}
/** Whether two records of one id say the same; when they were written is left aside. */
function sameRecord(a, b) {
    return canonicalText({ ...a, at: undefined }) === canonicalText({ ...b, at: undefined });
}
function canonicalText(value) {
    return JSON.stringify(value, (_key, found) => (isObject(found) ? read_sorted(found) : found));
}
function read_sorted(value) {
    return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : Number(a > b))));
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function read_parseJson(bytes) {
    try {
        return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/src/regression/decision/one-side.js
/** One side measured by itself: what the gate would compare. */



const mostTotals = 50;
/** Names that a lineage record takes: one line of visible characters. */
const plainName = /^(?! )[^\p{C}\p{Zl}\p{Zp}]{1,200}(?<! )$/u;
/** The metrics that are asked for, and those the gate chooses by itself; totals where there are no samples. */
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

;// CONCATENATED MODULE: ./build/src/policy/settings.js
const nobody = { users: [], teams: [] };
/** Prompts and data may be Markdown too: only what stands where repositories keep their own pages counts. */
const planDefaults = {
    harmless: [
        '*.md',
        'docs/**/*.md',
        'LICENSE*',
        '.gitignore',
        '.editorconfig',
        '.github/CODEOWNERS',
        '.github/*.md',
        '.github/ISSUE_TEMPLATE/**',
    ],
};
const hotfixDefaults = {
    branches: ['hotfix/*'],
    releaseManagers: nobody,
    requiredChecks: [],
    evaluation: 'skip',
    evaluateWithinHours: 24,
};
const branchDefaults = {
    names: [],
    warnHours: 24,
    limitHours: 72,
    overLimit: 'fail',
    sync: 'merge',
};
const sweepDefaults = {
    afterDays: 7,
    remindDays: 2,
    keepLabel: 'keep-branch',
    atMost: 20,
    protect: ['main', 'master', 'release/*', 'model-lineage'],
};
const versioningDefaults = { prefix: '' };

;// CONCATENATED MODULE: ./build/src/policy/policy.js

const policyPath = '.github/model-gates.yml';
const emptyPolicy = {
    gates: {},
    config: {},
    dependencies: {},
    regression: {},
    versioning: {},
    plan: planDefaults,
    exemptions: [],
    hotfix: hotfixDefaults,
    branches: branchDefaults,
    sweep: sweepDefaults,
};
/** The policy of a document that `schema/policy.schema.json` accepts; `null` (an empty file) is the empty policy. */
function policyOf(value) {
    if (!policy_isRecord(value))
        return emptyPolicy;
    const trunk = value['trunk'];
    return {
        ...(typeof trunk === 'string' ? { trunk } : {}),
        gates: policy_isRecord(value['gates']) ? value['gates'] : {},
        config: settingsOf(value['config']),
        dependencies: settingsOf(value['dependencies']),
        regression: settingsOf(value['regression']),
        versioning: settingsOf(value['versioning']),
        plan: { ...planDefaults, ...settingsOf(value['plan']) },
        exemptions: Array.isArray(value['exemptions']) ? value['exemptions'].map(exemptionOf) : [],
        hotfix: hotfixOf(value['hotfix']),
        branches: { ...branchDefaults, ...settingsOf(value['branches']) },
        sweep: { ...sweepDefaults, ...settingsOf(value['sweep']) },
    };
}
/** Nobody may grant it, and it lifts nothing, where the file does not say who and what. */
function exemptionOf(value) {
    const { by, ...given } = settingsOf(value);
    return {
        label: '',
        gates: [],
        authorMay: false,
        reasonRequired: true,
        sticky: false,
        effect: 'lift',
        ...given,
        by: entitledOf(by),
    };
}
function hotfixOf(value) {
    const { releaseManagers, ...given } = settingsOf(value);
    return { ...hotfixDefaults, ...given, releaseManagers: entitledOf(releaseManagers) };
}
function entitledOf(value) {
    return { ...nobody, ...settingsOf(value) };
}
/** Section keys are kebab-case in the file and camelCase in code; the schema has checked names and types. */
function settingsOf(section) {
    if (!policy_isRecord(section))
        return {};
    const entries = Object.entries(section).map(([key, value]) => [camelCase(key), value]);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the schema has accepted it
    return Object.fromEntries(entries);
}
/** `on-inconclusive` → `onInconclusive`. */
function camelCase(key) {
    return key.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());
}
function policy_isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: external "node:crypto"
const external_node_crypto_namespaceObject = require("node:crypto");
;// CONCATENATED MODULE: ./build/src/lineage/gate/hashes.js

const hashes = {
    sha1: (data) => (0,external_node_crypto_namespaceObject.createHash)('sha1').update(data).digest('hex'),
    sha256: (data) => (0,external_node_crypto_namespaceObject.createHash)('sha256').update(data).digest('hex'),
};

;// CONCATENATED MODULE: ./build/src/policy/gate/policy.js


const maxPolicyBytes = 1024 * 1024;
/** The policy of one state of the repository. No file is the empty policy: every setting has a default. */
async function loadPolicy(tree, file) {
    const bytes = await readPolicyFile(tree, file);
    if (bytes === undefined)
        return { policy: emptyPolicy, findings: [], present: false };
    const { value, findings } = await readPolicy(bytes, file);
    return { policy: findings.length > 0 ? emptyPolicy : policyOf(value), findings, present: true };
}
/** The reader of YAML, the validator and the schema are loaded only where there is a policy to read. */
async function readPolicy(bytes, file) {
    const { readPolicyText } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 82, 23));
    return readPolicyText(bytes, file);
}
/** With a broken policy nothing may pass: its settings would not hold. */
function withPolicyErrors(report, { findings }) {
    const [first] = findings;
    if (first === undefined)
        return report;
    return { ...report, verdict: 'fail', title: first.message, findings: [...findings, ...report.findings] };
}
/** What a change to the gates' own rules means: it holds after the merge, and must be valid by then. */
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
/** What GitHub runs of the pull request itself: a workflow, or an action of this repository that one uses. */
function isWorkflow(path) {
    return /^\.github\/(?:workflows|actions)\//.test(path);
}
async function readPolicyFile(tree, file) {
    try {
        return await tree.read(file, maxPolicyBytes);
    }
    catch (cause) {
        const reason = cause instanceof Error ? cause.message : String(cause);
        throw new UserError(`The policy cannot be read: ${reason}`, {
            place: { file },
            help: 'Make it a regular file of YAML below 1 MiB, or remove it to use the defaults.',
            cause,
        });
    }
}
function policyChanged(file, present) {
    return {
        rule: 'policy/changed',
        severity: 'notice',
        file,
        line: 1,
        message: present
            ? 'This pull request changes the policy. It is judged by the policy of its base; the change applies after the merge.'
            : 'This pull request removes the policy. It is judged by the policy of its base; the defaults apply after the merge.',
        help: 'Let an owner of the gates review this file.',
    };
}
function workflowChanged({ path }) {
    return {
        rule: 'policy/workflow-changed',
        severity: 'notice',
        file: path,
        line: 1,
        message: 'This pull request changes a workflow, and for a pull_request event GitHub runs the workflow of the pull request itself.',
        help: 'Let an owner of the gates see that every gate still runs; a ruleset can require this check from the base branch.',
    };
}

;// CONCATENATED MODULE: ./build/src/check/record-results.js
/** From the files that an evaluation wrote to what the ledger keeps of them. */







/** Stands for the globs of the policy in the same folder. */
const ofPolicy = 'policy';
/** Reads the files that the globs name, or `policy` the policy's; `undefined` where the policy names none that are there. */
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
    // Shards that overlap would be no baseline.
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
    return {
        rule: 'lineage/no-results',
        severity: 'error',
        message: `No evaluation results match ${globs.join(', ')}, so none were recorded.`,
        help: 'Run the evaluation in a step before this one, or correct `results`.',
    };
}
function record_results_tooMany(files) {
    return {
        rule: 'lineage/no-results',
        severity: 'error',
        message: `${files} files match, and one record names at most ${maxResults}.`,
        help: 'Merge the shards, or record the parts one by one with the same evaluation in `to`.',
    };
}
function record_results_tooLarge(bytes) {
    return {
        rule: 'regression/results-too-large',
        severity: 'error',
        message: `The results have ${Math.ceil(bytes / 1024 / 1024)} MiB in all, and a record takes ${mostRecordedBytes / 1024 / 1024} MiB.`,
        help: 'Record a fixed part of the samples, or commit the results to the repository.',
    };
}

;// CONCATENATED MODULE: ./build/src/bundles/regression.js
/** Bundled once, loaded by what runs the regression gate. */




module.exports = __webpack_exports__;
/******/ })()
;