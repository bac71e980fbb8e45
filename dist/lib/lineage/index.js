/******/ (() => { // webpackBootstrap
/******/ 	"use strict";
/******/ 	var __webpack_modules__ = ({

/***/ 82:
/***/ ((module) => {

module.exports = require("../config/index.js");

/***/ }),

/***/ 271:
/***/ ((module) => {

module.exports = require("../dependencies/index.js");

/***/ }),

/***/ 891:
/***/ ((module) => {

module.exports = require("../regression/index.js");

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
  appendRecords: () => (/* reexport */ appendRecords),
  codeOfClone: () => (/* reexport */ codeOfClone),
  compactInbox: () => (/* reexport */ compactInbox),
  compareCode: () => (/* reexport */ compareCode),
  evaluationReader: () => (/* reexport */ evaluationReader),
  exportTrace: () => (/* reexport */ exportTrace),
  lazily: () => (/* reexport */ lazily),
  mlflowTarget: () => (/* reexport */ mlflowTarget),
  nothingRecorded: () => (/* reexport */ nothingRecorded),
  orElse: () => (/* reexport */ orElse),
  prepareRecords: () => (/* reexport */ prepareRecords),
  replayText: () => (/* reexport */ replayText),
  resultsFile: () => (/* reexport */ resultsFile),
  rowsBeside: () => (/* reexport */ rowsBeside),
  traceOrDiff: () => (/* reexport */ traceOrDiff),
  withRegistration: () => (/* reexport */ withRegistration)
});

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
function shown(text) {
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

;// CONCATENATED MODULE: ./build/src/kernel/group.js
function groupBy(items, keyOf) {
    const groups = new Map();
    for (const item of items) {
        const key = keyOf(item);
        const group = groups.get(key);
        if (group === undefined)
            groups.set(key, [item]);
        else
            group.push(item);
    }
    return groups;
}
function portions(items, most, sizeOf) {
    const parts = [];
    let room = 0;
    for (const item of items) {
        const size = sizeOf(item);
        if (parts.length === 0 || size > room) {
            parts.push([]);
            room = most;
        }
        parts.at(-1)?.push(item);
        room -= size;
    }
    return parts;
}
function uniqueBy(items, keyOf) {
    return [...new Map(items.map((item) => [keyOf(item), item])).values()];
}

;// CONCATENATED MODULE: ./build/src/kernel/record.js
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./build/src/kernel/compare.js
function compare_compareText(a, b) {
    return a < b ? -1 : Number(a > b);
}

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
function described({ schema, read }, description) {
    return { schema: { ...schema, description }, read };
}
function optional(shape, description) {
    return { ...(description === undefined ? shape : described(shape, description)), optional: true };
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
const finite = {
    schema: { type: 'number' },
    read: (value, path, problems) => typeof value === 'number' && Number.isFinite(value)
        ? value
        : problems.add(path, `expected a number, got ${kindOf(value)}`),
};
function list(item, most, least = 0) {
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
            return Object.fromEntries(read.toSorted(([a], [b]) => compare_compareText(a, b)));
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
const unseen = /[\p{Default_Ignorable_Code_Point}\u2800]|(?! )\p{Zs}/u;
function texts_name(most) {
    const { schema, read } = line(most);
    return {
        schema,
        read: (value, path, problems) => {
            const text = read(value, path, problems);
            const found = text === undefined ? null : unseen.exec(text);
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
function matching(pattern, most, expected) {
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
            return finite.read(value, path, problems);
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
const maxRecordBytes = 256 * 1024;
const sha = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
const digest = described(matching(/^[a-z0-9]+(?:[+._-][a-z0-9]+)*:[A-Za-z0-9=_-]{16,256}$/, 300, 'a digest such as sha256:… (the OCI grammar)'), 'Of the content, in the OCI grammar: sha256:…');
const anyNode = object({
    kind: described(oneOf(nodeKinds), 'What it is.'),
    id: described(texts_name(maxIdLength), 'Its name. Of a commit the full SHA; of an image its reference; anything for the others, in one line of visible characters.'),
    digest: optional(digest),
    service: optional(texts_name(maxIdLength), 'Of a serving version: the service that it is a version of. The version before it is found by this.'),
    external: optional(flag, 'Made elsewhere: no record is missed.'),
});
const ofKind = (kind) => ({ properties: { kind: { const: kind } } });
const where = (fits, properties) => ({ if: fits, then: { properties } });
const node = refined(described(anyNode, 'One artifact.'), {
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
    digest,
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
    exempted_sha: optional(matching(sha, 64, 'a full SHA, in small letters'), 'On which commit: full SHA of the head that was judged.'),
    reason: optional(line(1000)),
});
const results = object({
    path: described(line(1000), 'Of the file that the evaluation wrote.'),
    digest: described(matching(/^sha256:[0-9a-f]{64}$/, 71, 'sha256: and 64 hexadecimal digits'), 'Of the rows as the ledger keeps them, in results/ab/<digest>.jsonl.'),
    samples: integer(0),
    bytes: integer(1),
});
const draft = object({
    schema: defaulted(constant(1), 1),
    inputs: described(list(nodes, 100), 'What went in.'),
    outputs: described(list(nodes, 100, 1), 'What came out.'),
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
    files: optional(list(file, 200), 'Files that were read, by content.'),
    parameters: optional(map(line(200), scalar, 2000), 'Parameters of the step, by dotted path.'),
    dependencies: optional(map(line(200), line(200), 2000), 'Package name and the version that was installed.'),
    metrics: optional(map(line(200), finite, 500), 'Values of metrics.'),
    results: optional(list(results, maxResults), 'Results of single samples that the ledger keeps beside the record; record-lineage fills them in from the files that its input results names.'),
    verdicts: optional(list(verdict, 50), 'What gates concluded.'),
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

;// CONCATENATED MODULE: ./build/src/lineage/record/layout.js


const indexKinds = [...nodeKinds, 'record'];
const longest = 100;
function encodeName(id, { sha256 }) {
    const encoded = Array.from(new TextEncoder().encode(id), (byte) => {
        const char = String.fromCharCode(byte);
        return /[a-z0-9._-]/.test(char) ? char : escaped(byte);
    })
        .join('')
        .replaceAll(/^[.-]|\.(?=\.|$|lock$)|(?<=\.)\./g, (char) => escaped(char.charCodeAt(0)));
    return encoded.length <= longest ? encoded : `${encoded.slice(0, 40)}%-${sha256(id).slice(0, 40)}`;
}
function escaped(byte) {
    return `%${byte.toString(16).padStart(2, '0')}`;
}
function shardOf(kind, id, { sha256 }) {
    return kind === 'commit' ? id.slice(0, 2) : sha256(id).slice(0, 2);
}
function recordKey(id, hashes) {
    return encodeName(id, hashes);
}
function recordPath(id, hashes) {
    return `records/${hashes.sha256(id).slice(0, 2)}/${recordKey(id, hashes)}.json`;
}
function indexPlace(kind, id, hashes) {
    return { folder: `by/${kind}/${shardOf(kind, id, hashes)}`, prefix: `${encodeName(id, hashes)}@` };
}
function namesOf({ id, digest, service }) {
    return [id, digest, service].filter((name) => name !== undefined);
}
function entriesOf(record) {
    const ofRequest = record.outputs.every(({ kind }) => kind === 'trace');
    const nodes = [...(ofRequest ? [] : record.inputs), ...record.outputs].flatMap((node) => namesOf(node).map((name) => ({ kind: node.kind, name })));
    const more = [];
    if (record.corrects !== undefined)
        more.push({ kind: 'record', name: record.corrects });
    if (record.replaces !== undefined)
        more.push({ kind: 'serving', name: record.replaces });
    return unique([...nodes, ...more]);
}
function unique(entries) {
    return uniqueBy(entries, ({ kind, name }) => `${kind} ${name}`);
}
function pathsOf(record, hashes) {
    const key = recordKey(record.id, hashes);
    const indexed = entriesOf(record).map(({ kind, name }) => {
        const { folder, prefix } = indexPlace(kind, name, hashes);
        return `${folder}/${prefix}${key}.json`;
    });
    return [recordPath(record.id, hashes), ...indexed];
}
function resultsKey(sha256) {
    return `results@${sha256}`;
}
function resultsPath(sha256) {
    return `results/${sha256.slice(0, 2)}/${sha256}.jsonl`;
}
function conflictPath(id, blob, hashes) {
    return `conflicts/${recordKey(id, hashes)}@${blob}.json`;
}
function isNodeKind(text) {
    return nodeKinds.some((kind) => kind === text);
}

;// CONCATENATED MODULE: ./build/src/lineage/record/read.js




function readDraft(value) {
    const result = readShape(draft, value, 'record');
    return result.ok ? { ok: true, draft: result.value } : result;
}
function readRecord(bytes) {
    if (bytes.length > maxRecordBytes)
        return { ok: false, problems: [`it has ${bytes.length} bytes, at most ${maxRecordBytes} are read`] };
    const value = parseJson(bytes);
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
function completeRecord(draft, surroundings, hashes) {
    const filled = { ...draft, at: draft.at ?? surroundings.at, by: draft.by ?? surroundings.by };
    return { ...filled, id: draft.id ?? contentId(filled, hashes) };
}
function contentId(record, { sha256 }) {
    return sha256(canonicalText({ ...record, at: undefined, id: undefined })).slice(0, 32);
}
function hasOwnId(record, hashes) {
    return record.id !== contentId(record, hashes);
}
function recordText(record) {
    return `${canonicalText(record)}\n`;
}
function byTime(a, b) {
    return compare_compareText(a.at, b.at);
}
function sameRecord(a, b) {
    return canonicalText({ ...a, at: undefined }) === canonicalText({ ...b, at: undefined });
}
function canonicalText(value) {
    return JSON.stringify(value, (_key, found) => (isRecord(found) ? sorted(found) : found));
}
function sorted(value) {
    return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => compare_compareText(a, b)));
}
function parseJson(bytes) {
    try {
        return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/src/report/model.js

const verdicts = (/* unused pure expression or super */ null && (['pass', 'fail', 'inconclusive', 'exempt', 'skipped']));
const severities = (/* unused pure expression or super */ null && (['error', 'warning', 'notice']));
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

;// CONCATENATED MODULE: external "node:crypto"
const external_node_crypto_namespaceObject = require("node:crypto");
;// CONCATENATED MODULE: ./build/src/lineage/gate/hashes.js

const hashes = {
    sha1: (data) => (0,external_node_crypto_namespaceObject.createHash)('sha1').update(data).digest('hex'),
    sha256: (data) => (0,external_node_crypto_namespaceObject.createHash)('sha256').update(data).digest('hex'),
};

;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = require("node:path");
;// CONCATENATED MODULE: ./build/src/lineage/gate/stored.js



async function storedRecords(snapshot, records) {
    const paths = records.map(({ id }) => recordPath(id, hashes));
    const blobs = await blobsAt(snapshot, paths);
    const contents = await snapshot.read([...blobs.values()]);
    return new Map(records.flatMap((record, at) => {
        const oid = blobs.get(paths[at] ?? '');
        if (oid === undefined)
            return [];
        const before = readRecord(contents.get(oid) ?? new Uint8Array());
        return [[record.id, { oid, same: before.ok && sameRecord(before.record, record) }]];
    }));
}
async function blobsAt(snapshot, paths) {
    const folders = await snapshot.list([...new Set(paths.map((path) => external_node_path_namespaceObject.posix.dirname(path)))]);
    return new Map(paths.flatMap((path) => {
        const oid = folders.get(external_node_path_namespaceObject.posix.dirname(path))?.get(external_node_path_namespaceObject.posix.basename(path));
        return oid === undefined ? [] : [[path, oid]];
    }));
}

;// CONCATENATED MODULE: ./build/src/lineage/gate/compact.js







const gate = 'record-lineage';
const maxTries = 12;
async function compactInbox(ledger, { log, clock, batchSize = ledger.batch, }) {
    const findings = new Map();
    const folded = { records: 0, results: 0 };
    for (let lost = 0; lost < maxTries;) {
        const snapshot = await ledger.snapshot();
        refuseRewritten(snapshot);
        const records = await recordsOf(snapshot, batchSize, findings);
        const results = await resultsOf(snapshot, findings);
        const both = [...records.taken, ...results.taken];
        if (both.length === 0)
            return reportOf(folded, [...findings.values()]);
        const message = said({ records: records.taken.size, results: results.taken.size });
        const files = new Map([...records.files, ...results.files]);
        if (await ledger.compact({ tip: snapshot.tip, files, taken: new Map(both), message: `Fold ${message}` })) {
            folded.records += records.taken.size;
            folded.results += results.taken.size;
            log.info(`${message} went into the branch`);
        }
        else {
            lost += 1;
            await clock.pause(clock.random() * 100 * lost);
        }
    }
    throw new user_error_UserError(`others compacted the ledger ${maxTries} times in between`, {
        help: 'Run one compactor at a time (`concurrency:` in the workflow). Nothing is lost.',
    });
}
function refuseRewritten({ tip, head }) {
    if (head === undefined || tip === head)
        return;
    throw new user_error_UserError(`model-lineage was rewritten: it is at ${tip?.slice(0, 8) ?? 'nothing'}, the last compaction left it at ${head.slice(0, 8)}`, {
        help: 'Put it back: git fetch origin refs/lineage/head && git push --force origin FETCH_HEAD:refs/heads/model-lineage. The inbox is untouched.',
    });
}
const resultsBatch = 20;
async function resultsOf(snapshot, findings) {
    const waiting = [...snapshot.results]
        .filter(([sha256]) => !findings.has(resultsKey(sha256)))
        .slice(0, resultsBatch);
    const contents = await snapshot.read(waiting.map(([, { blob }]) => blob));
    const whole = waiting.filter(([sha256, { blob }]) => {
        const found = hashes.sha256(contents.get(blob) ?? '');
        if (found === sha256)
            return true;
        findings.set(resultsKey(sha256), corruptResults(resultsKey(sha256), found));
        return false;
    });
    return {
        files: new Map(whole.map(([sha256, { blob }]) => [resultsPath(sha256), blob])),
        taken: new Map(whole.map(([sha256, { oid }]) => [resultsKey(sha256), oid])),
    };
}
async function recordsOf(snapshot, batchSize, findings) {
    const waiting = [...snapshot.inbox];
    const contents = await snapshot.read(waiting.map(([, { blob }]) => blob));
    const records = waiting.flatMap(([key, { oid, blob }]) => {
        const result = readRecord(contents.get(blob) ?? new Uint8Array());
        if (result.ok && recordKey(result.record.id, hashes) === key)
            return [{ key, oid, blob, record: result.record }];
        const reason = result.ok
            ? `it holds the record ${result.record.id}`
            : result.problems.slice(0, 3).join('; ');
        findings.set(key, corrupt(key, reason));
        return [];
    });
    const taken = records.slice(0, batchSize);
    const files = new Map();
    const there = await storedRecords(snapshot, taken.map(({ record }) => record));
    for (const { blob, record } of taken) {
        const before = there.get(record.id);
        const paths = before === undefined || before.same ? pathsOf(record, hashes) : [conflictPath(record.id, blob, hashes)];
        for (const path of paths)
            files.set(path, before?.same === true ? before.oid : blob);
    }
    return { files, taken: new Map(taken.map(({ key, oid }) => [key, oid])) };
}
function corrupt(key, reason) {
    return lineageRules['corrupt-record'].finding({
        message: `refs/lineage/inbox/${key} was left in the inbox: ${reason}`,
        help: `Write the record anew, then ${deletion(key)}`,
    });
}
function corruptResults(key, found) {
    return lineageRules['corrupt-results'].finding({
        message: `refs/lineage/inbox/${key} was left in the inbox: its content has the SHA-256 ${found}`,
        help: `Nothing that was evaluated is in it: ${deletion(key)}`,
    });
}
function deletion(key) {
    const ref = `refs/lineage/inbox/${key}`;
    return /^[\w.%@-]+$/.test(key)
        ? `git push origin --delete ${ref}`
        : 'delete that ref; no writer of lineage names one so, and a shell may read more into it than a name';
}
function said({ records, results }) {
    const rows = results === 0 ? [] : [count(results, 'file of results', 'files of results')];
    const links = records === 0 && results > 0 ? [] : [count(records, 'lineage record')];
    return [...links, ...rows].join(' and ');
}
function reportOf(folded, findings) {
    return makeReport({
        gate,
        title: folded.records + folded.results === 0
            ? 'Nothing waits in the inbox'
            : `${said(folded)} folded into model-lineage`,
        findings,
        facts: { folded: folded.records, ...(folded.results > 0 && { foldedResults: folded.results }) },
    });
}

;// CONCATENATED MODULE: ./build/src/policy/policy-path.js
const policyPath = '.github/model-gates.yml';

;// CONCATENATED MODULE: ./build/src/documents/dialect.js
const dialects = ['pyyaml', 'omegaconf', 'yaml-1.2'];
function dialectOf(file, settings) {
    return /\.json$/i.test(file) ? 'json' : settings.dialect;
}

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
function named(keys, values) {
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

;// CONCATENATED MODULE: ./build/src/config/settings.js




const ruleSetting = settings({
    severity: { kind: kinds_choice(['error', 'warning', 'notice', 'off']), required: true },
    reason: { kind: kinds_text({ min: 3 }), required: true },
});
const expressionRule = settings({
    id: { kind: kinds_text({ pattern: '^[a-z0-9-]+$' }), required: true },
    check: {
        kind: kinds_text({ max: 500 }),
        required: true,
        description: '',
    },
    message: { kind: kinds_text({ max: 500 }) },
    severity: { kind: kinds_choice(['error', 'warning', 'notice']) },
});
const configTable = settings({
    files: {
        kind: globs,
        default: ['configs/**/*.{yaml,yml,json}', '**/config.json'],
        description: '',
        input: '',
    },
    dialect: {
        kind: kinds_choice(dialects),
        default: 'pyyaml',
        description: '',
        input: '',
        option: { value: 'NAME', help: '' },
    },
    registry: {
        kind: path,
        default: '.github/model-registry.yml',
        description: '',
        input: true,
        option: { value: 'FILE', help: '' },
    },
    schema: {
        kind: path,
        description: '',
        input: true,
        option: { value: 'FILE', help: '' },
    },
    strict: {
        kind: kinds_flag,
        default: true,
        description: '',
        input: '',
        option: { help: '' },
    },
    family: {
        kind: kinds_name,
        field: fields_text('a family, auto or none'),
        default: 'auto',
        description: '',
        input: '',
        option: { value: 'NAME', help: '' },
    },
    rules: {
        kind: kinds_map(section(ruleSetting), '^config/[a-z0-9-]+$'),
        default: {},
        description: '',
    },
    expressions: {
        kind: kinds_list(section(expressionRule), { max: 200 }),
        default: [],
        description: '',
    },
    checkpoint: {
        kind: path,
        description: '',
        input: '',
        option: { value: 'PATH' },
    },
    structural: {
        kind: kinds_choice(['allow', 'needs-reason']),
        default: 'allow',
        description: '',
    },
    'expect-parameters': {
        kind: kinds_text({ max: 60 }, 'a number of parameters'),
        description: '',
        input: '',
        option: { value: 'TEXT', help: '' },
    },
});
const configDefaults = defaultsOf(configTable);

;// CONCATENATED MODULE: ./build/src/dependencies/settings.js


const consequence = kinds_choice(['fail', 'warn', 'pass']);
const consequences = kinds_define('consequences', kinds_map(consequence));
const pairRow = settings({
    pair: { kind: kinds_name, required: true, description: '' },
    package: { kind: kinds_name, required: true, description: '' },
    versions: { kind: kinds_name, required: true, description: '' },
    needs: { kind: kinds_map(kinds_name), required: true, description: '' },
    severity: { kind: kinds_choice(['error', 'warning']) },
    source: { kind: path, required: true, description: '' },
});
const dependencyTable = settings({
    files: {
        kind: globs,
        default: [],
        description: '',
        input: '',
    },
    watch: {
        kind: globs,
        description: '',
        input: '',
        option: { value: 'NAMES', help: '' },
    },
    'also-watch': {
        kind: globs,
        default: [],
        description: '',
        input: '',
        option: { value: 'NAMES', help: '' },
    },
    classes: { kind: consequences, default: {}, description: '' },
    packages: {
        kind: kinds_map(consequences),
        default: {},
        description: '',
    },
    'allow-file': {
        kind: path,
        default: '.github/dependency-moves.txt',
        description: '',
        input: true,
        option: { value: 'FILE', help: '' },
    },
    bots: {
        kind: globs,
        default: [],
        description: '',
    },
    'bot-branches': {
        kind: globs,
        default: [],
        description: '',
    },
    locks: {
        kind: globs,
        default: [],
        description: '',
    },
    pairs: {
        kind: kinds_list(section(pairRow), { max: 1000 }),
        default: [],
        description: '',
    },
    'ignore-pairs': { kind: globs, default: [], description: '' },
    target: {
        kind: kinds_map(kinds_name),
        default: {
            sys_platform: 'linux',
            platform_system: 'Linux',
            os_name: 'posix',
            platform_machine: 'x86_64',
            implementation_name: 'cpython',
            platform_python_implementation: 'CPython',
        },
        description: '',
    },
    environment: {
        kind: kinds_flag,
        default: false,
        description: '',
        input: '',
    },
    python: {
        kind: path,
        description: '',
        input: '',
    },
    snapshot: {
        kind: path,
        description: '',
        input: '',
    },
});
const dependencyDefaults = defaultsOf(dependencyTable);

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

;// CONCATENATED MODULE: ./build/src/regression/settings.js





const mode = kinds_choice(['paired', 'strict', 'non-inferiority']);
const atMergeBase = {
    expects: 'paths at the merge base (REF:PATH is taken from the policy alone)',
    parse: (raw) => {
        const paths = fields_list.parse(raw);
        return paths === undefined || isPinned(paths) ? undefined : paths;
    },
};
const regressionTable = settings({
    candidate: {
        kind: globs,
        default: [],
        description: '',
        input: '',
    },
    baseline: {
        kind: globs,
        field: atMergeBase,
        default: [],
        description: '',
        input: '',
    },
    anchor: {
        kind: kinds_text({ min: 1 }, 'latest-release, a path or ref:path'),
        description: '',
        input: true,
    },
    metrics: {
        kind: globs,
        default: [],
        description: '',
        input: '',
        option: {
            value: 'NAME',
            help: '',
        },
    },
    mode: {
        kind: mode,
        default: 'paired',
        input: '',
        option: { value: 'NAME', help: '' },
    },
    tolerance: {
        kind: kinds_number({ min: 0 }),
        default: 0.5,
        description: '',
        input: true,
        option: { value: 'T', help: '' },
    },
    margin: {
        kind: kinds_number({ min: 0 }),
        default: 2,
        description: '',
        input: true,
        option: { value: 'M', help: '' },
    },
    unit: {
        kind: kinds_choice(['points', 'percent']),
        default: 'points',
        description: '',
        input: '',
        option: { value: 'NAME', help: '' },
    },
    alpha: {
        kind: kinds_number({ above: 0, max: 0.5 }),
        field: number({ min: 0.000_001, max: 0.5 }),
        default: 0.05,
        description: '',
        input: true,
        option: { value: 'A', help: '' },
    },
    'on-inconclusive': {
        kind: kinds_choice(['auto', 'fail', 'warn', 'pass']),
        default: 'auto',
        input: '',
    },
    seed: {
        kind: kinds_integer({ min: 0 }),
        default: 1,
        description: '',
        input: true,
        option: { value: 'N', help: '' },
    },
    looks: {
        kind: kinds_list(kinds_integer({ min: 1 }), { min: 1, max: 20 }),
        field: numbers,
        description: '',
        input: '',
    },
    evaluate: {
        kind: kinds_text({ min: 1, max: 4096 }, 'a command'),
        description: '',
        input: '',
    },
    pool: {
        kind: path,
        description: '',
        input: '',
    },
    'time-budget': {
        kind: kinds_number({ min: 0 }),
        description: '',
        input: true,
    },
});
const regressionDefaults = defaultsOf(regressionTable);

;// CONCATENATED MODULE: ./build/src/check/definitions.js




const configGate = {
    name: 'validate-model-config',
    table: configTable,
    defaults: configDefaults,
    section: (policy) => policy.config,
    load: async () => (await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 82, 23))).judgeConfig,
};
const dependencyGate = {
    name: 'detect-dep-drift',
    table: dependencyTable,
    defaults: dependencyDefaults,
    section: (policy) => policy.dependencies,
    fromEvent: intentOf,
    load: async () => (await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 271, 23))).judgeDependencies,
};
const regressionGate = {
    name: 'regression-gate',
    table: regressionTable,
    defaults: regressionDefaults,
    section: (policy) => policy.regression,
    fromEvent: ({ kind }) => ({ merged: kind === 'push' }),
    load: async () => (await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 891, 23))).judgeRegression,
};
function intentOf({ pullRequest, headRef }) {
    if (pullRequest === undefined)
        return {};
    const branch = headRef === undefined || pullRequest.fork ? {} : { headBranch: headRef };
    return { author: pullRequest.author, ...branch };
}
async function runGate(gate, given, policy, ports) {
    const section = gate.section(policy);
    const values = Object.fromEntries(Object.entries(given.values).map(([name, value]) => [camelCase(name), value]));
    const told = given.event === undefined ? {} : (gate.fromEvent?.(given.event) ?? {});
    const judge = await gate.load();
    if (given.over === 'policy')
        return judge({ ...gate.defaults, ...section, ...values, ...told }, ports);
    for (const name of overruled(values, section)) {
        ports.log.info(`${gate.name}: ${name} is set by the policy; the value given here is not used.`);
    }
    return judge({ ...gate.defaults, ...values, ...section, ...told }, ports);
}
function overruled(values, section) {
    const decided = new Map(Object.entries(section));
    return Object.keys(values).filter((name) => decided.has(name) && !sameValue(decided.get(name), values[name]));
}
function sameValue(a, b) {
    return JSON.stringify(a) === JSON.stringify(b);
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

;// CONCATENATED MODULE: ./build/src/check/compare-commits.js



async function compareCode(change, more) {
    const { policy } = await loadPolicy(change.base, policyPath);
    const ports = { ...more, change, workspace: change.head };
    const nothingGiven = { values: {}, over: 'defaults' };
    const [configs, packages, commits] = await Promise.all([
        runGate(configGate, nothingGiven, policy, ports),
        runGate(dependencyGate, nothingGiven, policy, ports),
        change.commits(),
    ]);
    const values = (configs.sections ?? []).filter((section) => 'open' in section && section.open);
    return {
        commits,
        moves: packages.facts.moves,
        configs: configs.facts.files,
        sections: [...values, ...(packages.sections ?? [])].filter(({ kind }) => kind === 'table'),
    };
}

;// CONCATENATED MODULE: ./build/src/lineage/gate/commit-source.js
function gitCommitSource(repository, texts) {
    return {
        describe: async (sha) => {
            const { author, subject, parents } = await texts.commit(sha);
            const [parent] = parents;
            const files = parent === undefined ? [] : await repository.changedFiles(await repository.resolve(parent), sha);
            const number = pullNumber(subject);
            return {
                author,
                subject,
                files: files.map(({ status, path }) => ({ status, path })),
                ...(number === undefined ? {} : { pullRequest: { number } }),
            };
        },
    };
}
function pullNumber(subject) {
    const [, merged, squashed] = /^Merge pull request #(\d{1,9}) |\(#(\d{1,9})\)$/.exec(subject) ?? [];
    const number = Number(merged ?? squashed ?? 0);
    return number === 0 ? undefined : number;
}
function apiCommitSource(pulls, clone) {
    return {
        describe: async (sha) => {
            const pullRequest = await pulls.ofCommit(sha);
            const facts = await (clone === undefined ? pulls.commit(sha) : clone.describe(sha));
            return { ...facts, ...(pullRequest === undefined ? {} : { pullRequest }) };
        },
    };
}

;// CONCATENATED MODULE: ./build/src/check/trace-code.js



function codeOfClone(repository, reader, tools) {
    return {
        commits: gitCommitSource(repository, reader),
        lines: reader,
        compare: async (before, after) => {
            const base = await repository.resolve(before);
            return compareCode(await repository.changeSet({ base, head: after, mergeBaseSha: base }), tools);
        },
    };
}
function lazily(open) {
    let opened;
    const code = () => (opened ??= open());
    return {
        commits: { describe: async (sha) => (await code()).commits.describe(sha) },
        lines: { blame: async (request) => (await code()).lines.blame(request) },
        compare: async (before, after) => (await code()).compare(before, after),
    };
}
function orElse(first, second) {
    const either = (one, other) => async (...args) => {
        try {
            return await one(...args);
        }
        catch (error) {
            if (!isUserError(error))
                throw error;
            return other(...args);
        }
    };
    return {
        commits: {
            describe: either((sha) => first.commits.describe(sha), (sha) => second.commits.describe(sha)),
        },
        lines: { blame: either((request) => first.lines.blame(request), second.lines.blame) },
        compare: either(first.compare, second.compare),
    };
}

;// CONCATENATED MODULE: ./build/src/lineage/chain/difference.js


function differenceOf(before, after) {
    const [a, b] = [difference_recordsOf(before), difference_recordsOf(after)];
    return {
        artifacts: artifactMoves(before, after),
        parameters: moves(merged(a, 'parameters'), merged(b, 'parameters')),
        dependencies: moves(merged(a, 'dependencies'), merged(b, 'dependencies')),
        metrics: moves(merged(a, 'metrics'), merged(b, 'metrics')),
        files: moves(digests(a), digests(b)),
    };
}
function difference_recordsOf({ steps }) {
    const all = steps.flatMap(({ records, mentions }) => [
        ...records,
        ...mentions.filter(({ outputs }) => outputs.every(({ kind }) => kind === 'evaluation')),
    ]);
    return uniqueBy(all, ({ id }) => id).toSorted(byTime);
}
function merged(records, key) {
    return new Map(records.flatMap((record) => Object.entries(record[key] ?? {})));
}
function digests(records) {
    return new Map(records.flatMap(({ files = [] }) => files.map(({ role, path, digest }) => [`${role} ${path}`, digest])));
}
function moves(before, after) {
    const names = [...new Set([...before.keys(), ...after.keys()])].toSorted();
    return names.flatMap((name) => {
        const [old, now] = [before.get(name), after.get(name)];
        if (old === now)
            return [];
        return [
            { name, ...(old === undefined ? {} : { before: old }), ...(now === undefined ? {} : { after: now }) },
        ];
    });
}
function artifactMoves(before, after) {
    const [a, b] = [namesByKind(before), namesByKind(after)];
    return moves(only(a, b), only(b, a));
}
function namesByKind({ steps }) {
    const named = steps.map(({ node }) => ({
        kind: node.kind,
        name: node.digest === undefined ? node.id : `${node.id}@${node.digest}`,
    }));
    return new Map([...groupBy(named, ({ kind }) => kind)].map(([kind, group]) => [kind, group.map(({ name }) => name)]));
}
function only(mine, others) {
    const own = [...mine].map(([kind, names]) => [kind, names.filter((name) => !others.get(kind)?.includes(name))]);
    return new Map(own.flatMap(([kind, names]) => (names.length === 0 ? [] : [[kind, names.toSorted().join(', ')]])));
}
function rootCommit(chain) {
    const commits = chain.filter(({ kind }) => kind === 'commit');
    return commits.length === 1 ? commits[0]?.id : undefined;
}

;// CONCATENATED MODULE: ./build/src/lineage/exports/context.js
const producer = 'https://github.com/model-gates/model-gates';
function digestSet(node) {
    if (node.kind === 'commit')
        return { gitCommit: node.id };
    return node.digest === undefined ? {} : digestOf(node.digest);
}
function digestOf(digest) {
    const colon = digest.indexOf(':');
    return { [digest.slice(0, colon)]: digest.slice(colon + 1) };
}
function uriOf(node, { repositoryUrl }) {
    if (node.kind === 'commit')
        return `git+${repositoryUrl}@${node.id}`;
    if (/^[a-z][a-z0-9+.-]*:\/\//.test(node.id))
        return node.id;
    if (node.kind === 'image' && node.digest !== undefined)
        return packageUrl(node);
    return `${repositoryUrl}#${node.kind}/${encodeURIComponent(node.id)}`;
}
function packageUrl({ kind, id, digest }) {
    if (kind !== 'image') {
        const checksum = digest === undefined ? '' : `?checksum=${encodeURIComponent(digest)}`;
        return `pkg:generic/${encodeURIComponent(id)}${checksum}`;
    }
    const [, place = id, tag] = /^(.+?)(?::([\w][\w.-]{0,127}))?(?:@[^/]*)?$/s.exec(id) ?? [];
    const name = place.split('/').at(-1) || place;
    const qualifiers = [
        ...(place.includes('/') ? [`repository_url=${encodeURIComponent(place)}`] : []),
        ...(tag === undefined ? [] : [`tag=${encodeURIComponent(tag)}`]),
    ];
    return [
        `pkg:oci/${encodeURIComponent(name.toLowerCase())}`,
        ...(digest === undefined ? [] : [`@${encodeURIComponent(digest)}`]),
        ...(qualifiers.length === 0 ? [] : [`?${qualifiers.join('&')}`]),
    ].join('');
}
function outputsOf(record, kind) {
    return record.outputs.filter((node) => node.kind === kind);
}
function commitOf(record) {
    return record.inputs.find(({ kind }) => kind === 'commit')?.id;
}

;// CONCATENATED MODULE: ./build/src/lineage/exports/uuid.js
function uuidV5(name, { sha1 }, namespace = urlNamespace) {
    const prefix = Uint8Array.from(namespace.replaceAll('-', '').match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
    const bytes = new TextEncoder().encode(name);
    const joined = new Uint8Array(prefix.length + bytes.length);
    joined.set(prefix);
    joined.set(bytes, prefix.length);
    const hex = sha1(joined).slice(0, 32);
    const variant = ((Number.parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16);
    const parts = [
        hex.slice(0, 8),
        hex.slice(8, 12),
        `5${hex.slice(13, 16)}`,
        `${variant}${hex.slice(18, 20)}`,
        hex.slice(20, 32),
    ];
    return parts.join('-');
}
const urlNamespace = '6ba7b811-9dad-11d1-80b4-00c04fd430c8';

;// CONCATENATED MODULE: ./build/src/lineage/exports/cdevents.js




const specversion = '0.6.0';
const types = {
    merged: 'dev.cdevents.change.merged.0.3.0',
    published: 'dev.cdevents.artifact.published.0.3.0',
    deployed: 'dev.cdevents.service.deployed.0.3.0',
};
function cdEvents(records, context, hashes) {
    const ordered = records.toSorted(byTime);
    const chainId = uuidV5(`${context.repositoryUrl}/chain/${ordered.map(({ id }) => id).join('/')}`, hashes);
    const origins = originsOf(ordered);
    const subjects = ordered.flatMap((record) => subjectsOf(record));
    const unique = uniqueBy(subjects, ({ node }) => keyOf(node));
    const told = new Set(unique.map(({ node }) => keyOf(node)));
    const idOf = (key) => uuidV5(`${context.repositoryUrl}/event/${key}`, hashes);
    return unique.map(({ type, node, record }) => {
        const from = eventsBefore(keyOf(node), origins, told);
        const links = from.map((key) => ({ linkType: 'PATH', from: { contextId: idOf(key) } }));
        return {
            context: {
                specversion,
                id: idOf(keyOf(node)),
                chainId,
                source: context.repositoryUrl,
                type: types[type],
                timestamp: record.at,
                ...(links.length === 0 ? {} : { links }),
            },
            subject: {
                id: type === 'published' ? packageUrl(node) : uriOf(node, context),
                source: context.repositoryUrl,
                content: contentOf(type, node, record, context),
            },
        };
    });
}
function subjectsOf(record) {
    const merged = record.inputs.filter(({ kind }) => kind === 'commit');
    const published = record.outputs.filter(({ kind }) => kind === 'image' || kind === 'weights');
    const deployed = record.outputs.filter(({ kind }) => kind === 'serving');
    return [
        ...merged.map((node) => ({ type: 'merged', node, record })),
        ...published.map((node) => ({ type: 'published', node, record })),
        ...deployed.map((node) => ({ type: 'deployed', node, record })),
    ];
}
function contentOf(type, node, record, context) {
    if (type === 'merged')
        return { repository: { id: context.repository, source: context.repositoryUrl } };
    if (type === 'published')
        return { user: record.by };
    const [artifact] = record.inputs;
    return {
        environment: { id: node.service ?? 'production' },
        artifactId: packageUrl(artifact ?? node),
    };
}
function keyOf({ kind, id }) {
    return `${kind}/${id}`;
}
function originsOf(records) {
    const origins = new Map();
    for (const { inputs, outputs } of records)
        for (const output of outputs)
            origins.set(keyOf(output), [...(origins.get(keyOf(output)) ?? []), ...inputs.map(keyOf)]);
    return origins;
}
function eventsBefore(key, origins, told) {
    const seen = new Set([key]);
    const found = new Set();
    let level = origins.get(key) ?? [];
    while (level.length > 0) {
        const fresh = level.filter((one) => !seen.has(one));
        for (const one of fresh)
            seen.add(one);
        for (const one of fresh.filter((name) => told.has(name)))
            found.add(one);
        level = fresh.filter((one) => !told.has(one)).flatMap((one) => origins.get(one) ?? []);
    }
    return [...found];
}

;// CONCATENATED MODULE: ./build/src/lineage/exports/in-toto.js

const in_toto_results = {
    pass: 'PASSED',
    exempt: 'WARNED',
    inconclusive: 'WARNED',
    fail: 'FAILED',
    skipped: undefined,
};
function testResult(record, context) {
    const judged = (record.verdicts ?? []).filter(({ verdict }) => in_toto_results[verdict] !== undefined);
    const subject = in_toto_subjectsOf(record, context);
    if (judged.length === 0 || subject.length === 0)
        return undefined;
    const named = (wanted) => judged.filter(({ verdict }) => in_toto_results[verdict] === wanted).map(({ gate }) => gate);
    const [failed, warned] = [named('FAILED'), named('WARNED')];
    return {
        _type: 'https://in-toto.io/Statement/v1',
        subject,
        predicateType: 'https://in-toto.io/attestation/test-result/v0.1',
        predicate: {
            result: failed.length > 0 ? 'FAILED' : warned.length > 0 ? 'WARNED' : 'PASSED',
            configuration: (record.files ?? []).map(({ path, digest }) => ({
                name: path,
                digest: digestOf(digest),
            })),
            url: record.run?.url,
            passedTests: named('PASSED'),
            warnedTests: warned,
            failedTests: failed,
        },
    };
}
function slsaProvenance(record, context) {
    const subject = in_toto_outputsOf(record);
    if (subject.length === 0)
        return undefined;
    const materials = record.inputs.filter((node) => Object.keys(digestSet(node)).length > 0 || node.kind !== 'job');
    return {
        _type: 'https://in-toto.io/Statement/v1',
        subject,
        predicateType: 'https://slsa.dev/provenance/v1',
        predicate: {
            buildDefinition: {
                buildType: `${producer}/blob/v1/docs/lineage.md#record`,
                externalParameters: {
                    repository: context.repositoryUrl,
                    command: record.command,
                    ref: record.git_ref,
                    parameters: record.parameters,
                },
                internalParameters: { seed: record.seed },
                resolvedDependencies: [
                    ...materials.map((node) => descriptor(node, context)),
                    ...(record.files ?? []).map(({ path, digest }) => ({ name: path, digest: digestOf(digest) })),
                ],
            },
            runDetails: {
                builder: {
                    id: record.run?.url === undefined ? `${producer}#record` : 'https://github.com/actions/runner',
                    version: { 'model-gates': context.version },
                },
                metadata: { invocationId: record.run?.url, finishedOn: record.at },
            },
        },
    };
}
function descriptor(node, context) {
    const digest = digestSet(node);
    return { uri: uriOf(node, context), ...(Object.keys(digest).length === 0 ? {} : { digest }) };
}
function in_toto_subjectsOf(record, context) {
    const made = in_toto_outputsOf(record);
    const commits = record.inputs.filter(({ kind }) => kind === 'commit');
    return made.length > 0
        ? made
        : commits.map((node) => ({ uri: uriOf(node, context), digest: digestSet(node) }));
}
function in_toto_outputsOf({ outputs }) {
    return outputs.flatMap((node) => {
        const digest = digestSet(node);
        return Object.keys(digest).length === 0 ? [] : [{ name: node.id, digest }];
    });
}

;// CONCATENATED MODULE: ./build/src/lineage/exports/labels.js


function ociLabels(record, { repositoryUrl }) {
    const image = record.outputs.find(({ kind }) => kind === 'image');
    const base = record.inputs.find(({ kind }) => kind === 'image');
    return {
        'org.opencontainers.image.source': repositoryUrl,
        'org.opencontainers.image.created': record.at,
        'org.opencontainers.image.revision': commitOf(record),
        'org.opencontainers.image.version': /:([\w][\w.-]{0,127})$/.exec(image?.id ?? '')?.[1],
        'org.opencontainers.image.base.name': base?.id,
        'org.opencontainers.image.base.digest': base?.digest,
    };
}
function modelCard(weights, records) {
    const bases = records
        .flatMap(({ inputs }) => inputs)
        .filter(({ kind, id }) => kind === 'weights' && id !== weights.id)
        .map(({ id }) => id);
    const metrics = records.flatMap((record) => Object.entries(record.metrics ?? {}).map(([name, value]) => ({ name, value })));
    const unique = uniqueBy(metrics, ({ name }) => name);
    return {
        ...(bases.length === 0 ? {} : { base_model: [...new Set(bases)] }),
        ...(unique.length === 0 ? {} : { 'model-index': [{ name: weights.id, results: unique.map(resultOf) }] }),
    };
}
function resultOf({ name, value }) {
    const slash = name.indexOf('/');
    const dataset = slash < 0 ? 'internal evaluation' : name.slice(0, slash);
    const type = slash < 0 ? name : name.slice(slash + 1);
    return {
        task: { type: 'image-text-to-text' },
        dataset: { name: dataset, type: dataset.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-') },
        metrics: [{ type, value, name }],
    };
}

;// CONCATENATED MODULE: ./build/src/lineage/chain/walk.js



const maxNodes = 2000;
function nodeKey({ kind, id, digest }) {
    return `${kind} ${digest ?? id}`;
}
function sameNode(a, b) {
    if (a.kind !== b.kind)
        return false;
    if (a.digest !== undefined && b.digest !== undefined)
        return a.digest === b.digest;
    return a.id === b.id;
}
async function walk(start, direction, lookup) {
    const found = { steps: new Map(), edges: new Map(), missing: [], ambiguous: [] };
    let level = start.map((node) => ({ node, depth: 0 }));
    while (level.length > 0 && found.steps.size < maxNodes) {
        const fresh = walk_unseen(level, found).slice(0, maxNodes - found.steps.size);
        const mentions = await lookup(fresh.map(({ node }) => node));
        level = fresh.flatMap((waiting, at) => visit(waiting, mentions[at] ?? [], direction, found));
    }
    const { steps, edges, missing, ambiguous } = found;
    return {
        steps: [...steps.values()],
        edges: [...edges.values()],
        missing,
        ambiguous,
        cut: level.length > 0,
    };
}
function walk_unseen(level, { steps }) {
    const byKey = new Map(level.map((waiting) => [nodeKey(waiting.node), waiting]));
    return [...byKey].flatMap(([key, waiting]) => (steps.has(key) ? [] : [waiting]));
}
function visit(waiting, mentions, direction, found) {
    const side = direction === 'up' ? 'outputs' : 'inputs';
    const touching = mentions.filter((record) => record[side].some((node) => sameNode(node, waiting.node)));
    const { node, records } = direction === 'up' ? settle(waiting, touching, found) : { node: waiting.node, records: touching };
    const key = nodeKey(node);
    if (found.steps.has(key))
        return [];
    found.steps.set(key, { node, depth: waiting.depth, records, mentions });
    if (nodeKey(waiting.node) !== key)
        rename(found.edges, nodeKey(waiting.node), key);
    const next = records.flatMap((record) => record[direction === 'up' ? 'inputs' : 'outputs'].map((other) => ({
        node: other,
        depth: waiting.depth + 1,
        at: record.at,
    })));
    const others = next.filter((one) => nodeKey(one.node) !== key);
    for (const { node: other } of others) {
        const edge = direction === 'up' ? { from: nodeKey(other), to: key } : { from: key, to: nodeKey(other) };
        found.edges.set(`${edge.from}\n${edge.to}`, edge);
    }
    if (direction === 'up' && others.length === 0)
        noteMissing(node, found);
    return others;
}
function rename(edges, before, after) {
    for (const [name, { from, to }] of edges)
        if (from === before || to === before)
            edges.set(name, { from: from === before ? after : from, to: to === before ? after : to });
}
function settle({ node, at }, makers, { ambiguous }) {
    const outputs = makers.map((record) => ({
        record,
        node: record.outputs.find((one) => sameNode(one, node)) ?? node,
    }));
    const digests = new Set(outputs.flatMap(({ node: { digest } }) => (digest === undefined ? [] : [digest])));
    if (node.digest === undefined && digests.size > 1) {
        const newest = outputs
            .toSorted((a, b) => later(b.record, a.record))
            .filter((one) => one.node.digest !== undefined);
        const chosen = newest.find(({ record }) => at === undefined || record.at <= at) ?? newest[0];
        const followed = chosen?.node.digest ?? '';
        ambiguous.push({ node, candidates: [...digests], followed });
        const records = outputs.filter((one) => one.node.digest === followed).map(({ record }) => record);
        return { node: { ...node, ...chosen?.node, id: node.id }, records };
    }
    const told = outputs.find((one) => one.node.digest !== undefined)?.node;
    const settled = { ...told, ...node, ...(told?.digest === undefined ? {} : { digest: told.digest }) };
    noteConflict(settled, makers, ambiguous);
    return { node: settled, records: makers };
}
function later(a, b) {
    return byTime(a, b) || compare_compareText(a.id, b.id);
}
function noteConflict(node, makers, ambiguous) {
    const seen = new Map();
    for (const record of makers) {
        for (const [kind, inputs] of groupBy(record.inputs, (input) => input.kind)) {
            const names = inputs.map((input) => `${kind} ${input.id}`).toSorted();
            seen.set(kind, (seen.get(kind) ?? new Set()).add(names.join(' and ')));
        }
    }
    for (const candidates of seen.values())
        if (candidates.size > 1)
            ambiguous.push({ node, candidates: [...candidates].toSorted() });
}
const makers = {
    trace: 'serving',
    serving: 'weights',
    weights: 'job',
    job: 'commit',
    image: 'commit',
    evaluation: 'weights',
    verdict: 'commit',
};
function noteMissing(node, { missing }) {
    const expected = makers[node.kind];
    if (expected !== undefined && node.external !== true)
        missing.push({ node, expected });
}
function inOrder({ steps, edges }, direction) {
    const byKey = new Map(steps.map((step) => [nodeKey(step.node), step]));
    const arrows = [...edges]
        .map(({ from, to }) => (direction === 'up' ? { first: to, next: from } : { first: from, next: to }))
        .filter(({ first, next }) => byKey.has(first) && byKey.has(next));
    const after = groupBy(arrows, ({ first }) => first);
    const waitingFor = new Map([...byKey.keys()].map((key) => [key, 0]));
    for (const { next } of arrows)
        waitingFor.set(next, (waitingFor.get(next) ?? 0) + 1);
    const ordered = [];
    const left = new Set(byKey.keys());
    while (left.size > 0) {
        const ready = [...left].filter((key) => waitingFor.get(key) === 0);
        const taken = ready.length > 0 ? ready : [...left].slice(0, 1);
        for (const key of taken) {
            left.delete(key);
            const step = byKey.get(key);
            if (step !== undefined)
                ordered.push(step);
            for (const { next } of after.get(key) ?? [])
                waitingFor.set(next, (waitingFor.get(next) ?? 0) - 1);
        }
    }
    return ordered;
}

;// CONCATENATED MODULE: ./build/src/lineage/chain/chain.js



function chainLinks(steps, commits) {
    const users = recordsUsing(steps);
    return steps.map((step) => linkOf(step, users.get(nodeKey(step.node)) ?? [], commits.get(step.node.id)));
}
function recordsUsing(steps) {
    const uses = steps.flatMap(({ records }) => records.flatMap((record) => record.inputs.map((node) => ({ key: nodeKey(node), record }))));
    const groups = groupBy(uses, ({ key }) => key);
    return new Map([...groups].map(([key, found]) => [key, found.map(({ record }) => record)]));
}
function linkOf(step, users, facts) {
    const { node, depth, records, mentions } = step;
    const isCommit = node.kind === 'commit';
    const telling = isCommit ? [...users, ...mentions] : makersOf(node, mentions);
    const first = telling.toSorted(byTime)[0];
    const pick = (key) => telling.find((record) => record[key] !== undefined)?.[key];
    const metrics = Object.fromEntries([...makersOf(node, mentions), ...evaluationsOf(node, mentions)].flatMap((record) => Object.entries(record.metrics ?? {})));
    const verdicts = verdictsOn(step);
    const pull = facts?.pullRequest ?? pullOf(isCommit ? pick('pr_number') : undefined);
    return compact({
        kind: node.kind,
        id: node.id,
        digest: node.digest,
        service: node.service,
        depth,
        records: records.map(({ id }) => id),
        at: isCommit ? undefined : first?.at,
        by: isCommit ? undefined : first?.by,
        git_ref: pick('git_ref'),
        author: facts?.author ?? pick('author'),
        pr_number: pull?.number ?? pick('pr_number'),
        run: isCommit ? undefined : pick('run'),
        metrics: Object.keys(metrics).length === 0 ? undefined : metrics,
        verdicts: verdicts.length === 0 ? undefined : verdicts,
        subject: facts?.subject,
        pull_request: pull,
        files: facts?.files,
    });
}
function makersOf(node, mentions) {
    return mentions.filter(({ outputs }) => outputs.some((output) => sameNode(output, node)));
}
function evaluationsOf(node, mentions) {
    return mentions
        .filter(({ inputs, outputs }) => outputs.some(({ kind }) => kind === 'evaluation') && inputs.some((input) => sameNode(input, node)))
        .toSorted(byTime);
}
function pullOf(number) {
    return number === undefined ? undefined : { number };
}
function verdictsOn({ node, mentions }) {
    const judged = mentions.filter(({ inputs, outputs }) => outputs.some(({ kind }) => kind === 'verdict') &&
        inputs.some(({ kind, id }) => kind === node.kind && id === node.id));
    const made = makersOf(node, mentions);
    const all = uniqueBy([...made, ...judged], ({ id }) => id);
    return all.flatMap(({ verdicts = [] }) => verdicts);
}
function compact(link) {
    return Object.fromEntries(Object.entries(link).filter(([, value]) => value !== undefined));
}

;// CONCATENATED MODULE: ./build/src/lineage/exports/mlflow.js



const keyTag = 'lineage_key';
function mlflowRegistration(walk, { repository, repositoryUrl }, hashes, { model, aliases = [] } = {}) {
    const links = chainLinks(walk.steps, new Map());
    const weights = walk.steps.find(({ node }) => node.kind === 'weights');
    if (weights === undefined)
        return undefined;
    const key = hashes.sha256(`${repositoryUrl} ${identityOf(weights.node, links)}`);
    const tags = { ...artifactTags(links), ...commitTags(links, walk, repository), ...judgements(links, walk) };
    return {
        model: model ?? repositoryName(repository),
        source: sourceOf(weights.node.id, repositoryUrl),
        key,
        tags: { [keyTag]: key, ...tags },
        aliases,
    };
}
function identityOf(weights, links) {
    const job = links.find(({ kind }) => kind === 'job');
    const maker = weights.digest === undefined && job !== undefined ? ` of ${job.id}` : '';
    return `${nodeKey(weights)}${maker}`;
}
function repositoryName(repository) {
    return (repository.split('/').at(-1) ?? repository).replace(/\.git$/, '');
}
function sourceOf(id, repositoryUrl) {
    if (/^(?!https?:|file:)[a-z][a-z0-9+.-]*:\/\/[^/]/.test(id))
        return id;
    return `lineage://${repositoryUrl.replace(/^[a-z]+:\/\//, '')}/weights/${encodeURIComponent(id)}`;
}
function artifactTags(links) {
    const [weights, job, image, serving] = ['weights', 'job', 'image', 'serving'].map((kind) => links.find((link) => link.kind === kind));
    return told({
        weights: weights?.id,
        weights_digest: weights?.digest,
        job: job?.id,
        job_url: job?.run?.url,
        image: image?.id,
        image_digest: image?.digest,
        serving: serving?.id,
    });
}
function commitTags(links, walk, repository) {
    const commit = links.find(({ kind }) => kind === 'commit');
    return told({
        repository,
        sha: commit?.id,
        git_ref: commit?.git_ref,
        author: commit?.author,
        pr_number: commit?.pr_number,
        version: versionOf(links, walk),
    });
}
function versionOf(links, { steps }) {
    const kept = steps
        .flatMap(({ records }) => records)
        .map(({ parameters }) => parameters?.['version'])
        .find((version) => typeof version === 'string');
    if (kept !== undefined)
        return kept;
    const refs = links.map(({ git_ref }) => /^refs\/tags\/(.+)$/.exec(git_ref ?? '')?.[1]);
    const images = links.filter(({ kind }) => kind === 'image');
    return [...refs, ...images.map(({ id }) => /:([\w][\w.-]{0,127})$/.exec(id)?.[1])].find((name) => name !== undefined);
}
function judgements(links, { steps }) {
    const weights = steps.find(({ node }) => node.kind === 'weights');
    const metrics = [...(weights?.records ?? []), ...(weights?.mentions ?? []).filter(isEvaluation)].flatMap((record) => Object.entries(record.metrics ?? {}));
    const verdicts = links.flatMap((link) => link.verdicts ?? []);
    return told({
        ...Object.fromEntries(metrics.map(([name, value]) => [`metric.${name}`, value])),
        ...Object.fromEntries(verdicts.map((verdict) => [`gate.${verdict.gate}`, verdictText(verdict)])),
    });
}
function isEvaluation({ outputs }) {
    return outputs.every(({ kind }) => kind === 'evaluation');
}
function verdictText({ verdict, exempted_by: by }) {
    return by === undefined ? verdict : `${verdict} by ${by}`;
}
function told(tags) {
    return Object.fromEntries(Object.entries(tags).flatMap(([key, value]) => value === undefined ? [] : [[key.replaceAll(/[^\w\-. :/]/g, '_').slice(0, 250), String(value)]]));
}
function mlflowProblem({ model = 'x', aliases = [] }) {
    if (!/^[^/:'"`\p{C}]{1,250}$/u.test(model))
        return `"${shown(model)}" cannot name a model`;
    const bad = aliases.find((alias) => !/^[\w-]{1,255}$/.test(alias) || /^(?:v\d+|latest)$/i.test(alias));
    return bad === undefined ? undefined : `"${shown(bad)}" cannot be an alias`;
}

;// CONCATENATED MODULE: ./build/src/lineage/exports/openlineage.js


const schemaURL = 'https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent';
const sourceFacet = 'https://openlineage.io/spec/facets/1-1-0/SourceCodeLocationJobFacet.json#/$defs/SourceCodeLocationJobFacet';
const versionFacet = 'https://openlineage.io/spec/facets/1-0-1/DatasetVersionDatasetFacet.json#/$defs/DatasetVersionDatasetFacet';
function openLineageEvent(record, context, hashes) {
    const job = record.outputs.find(({ kind }) => kind === 'job') ?? record.inputs.find(({ kind }) => kind === 'job');
    const [output] = record.outputs;
    const step = output?.kind ?? 'step';
    return {
        eventType: 'COMPLETE',
        eventTime: record.at,
        producer: producer,
        schemaURL,
        run: {
            runId: uuidV5(`${context.repositoryUrl}/${job === undefined ? `record/${record.id}` : `job/${job.id}`}`, hashes),
        },
        job: {
            namespace: context.repositoryUrl,
            name: job === undefined ? step : 'job',
            facets: jobFacets(record, context),
        },
        inputs: datasets(record.inputs, context),
        outputs: datasets(record.outputs, context),
    };
}
function jobFacets(record, { repositoryUrl }) {
    const version = commitOf(record);
    if (version === undefined)
        return {};
    const tag = /^refs\/tags\/(.+)$/.exec(record.git_ref ?? '')?.[1];
    const branch = tag === undefined ? record.git_ref?.replace(/^refs\/heads\//, '') : undefined;
    return {
        sourceCodeLocation: {
            _producer: producer,
            _schemaURL: sourceFacet,
            type: 'git',
            url: `${repositoryUrl}/tree/${version}`,
            repoUrl: repositoryUrl,
            version,
            tag,
            branch,
            pullRequestNumber: record.pr_number?.toString(),
        },
    };
}
function datasets(nodes, { repositoryUrl }) {
    return nodes
        .filter(({ kind }) => kind !== 'job' && kind !== 'commit')
        .map(({ kind, id, digest }) => ({
        namespace: repositoryUrl,
        name: `${kind}/${id}`,
        facets: digest === undefined
            ? {}
            : { version: { _producer: producer, _schemaURL: versionFacet, datasetVersion: digest } },
    }));
}

;// CONCATENATED MODULE: ./build/src/lineage/exports/index.js








function exportWalk(format, walk, context, hashes) {
    return exporters[format](difference_recordsOf(walk), context, hashes, walk);
}
const exporters = {
    openlineage: (records, context, hashes) => records.map((record) => openLineageEvent(record, context, hashes)),
    cdevents: (records, context, hashes) => cdEvents(records, context, hashes),
    'slsa-provenance': (records, context) => defined(records.map((record) => slsaProvenance(record, context))),
    'test-result': (records, context) => defined(records.map((record) => testResult(record, context))),
    'oci-labels': (records, context) => records
        .filter(({ outputs }) => outputs.some(({ kind }) => kind === 'image'))
        .map((record) => ociLabels(record, context)),
    'model-card': (_records, _context, _hashes, { steps }) => steps
        .filter(({ node }) => node.kind === 'weights')
        .map((step) => modelCard(step.node, [...step.records, ...exports_evaluationsOf(step.mentions)]))
        .filter((card) => Object.keys(card).length > 0),
    mlflow: (_records, context, hashes, walk) => defined([mlflowRegistration(walk, context, hashes)]),
};
function exports_evaluationsOf(records) {
    return records.filter(({ outputs }) => outputs.every(({ kind }) => kind === 'evaluation'));
}
function defined(values) {
    return values.filter((value) => value !== undefined);
}

;// CONCATENATED MODULE: ./build/src/lineage/gate/reader.js





const maxMentions = 2000;
async function openReader(snapshot) {
    const findings = new Map();
    const parsed = new Map();
    const note = (finding) => void findings.set(finding.message, finding);
    const load = async (blobs) => {
        const wanted = [...blobs].filter(([, oid]) => !parsed.has(oid));
        const contents = await snapshot.read(wanted.map(([, oid]) => oid));
        for (const [name, oid] of wanted)
            parsed.set(oid, recordIn(contents.get(oid), name, note));
    };
    for (const finding of await ledgerFindings(snapshot))
        note(finding);
    await load(new Map([...snapshot.inbox].map(([key, { blob }]) => [`inbox/${key}`, blob])));
    const fresh = [...snapshot.inbox.values()].flatMap(({ blob }) => parsed.get(blob) ?? []);
    const waiting = indexed(await withoutTwins(fresh, snapshot, note));
    const find = async (entries) => {
        const places = entries.map(({ kind, name }) => indexPlace(kind, name, hashes));
        const folders = await snapshot.list([...new Set(places.map(({ folder }) => folder))]);
        const files = places.map(({ folder, prefix }, at) => {
            const found = [...(folders.get(folder) ?? [])].filter(([name]) => name.startsWith(prefix));
            if (found.length > maxMentions)
                note(unreadMentions(entries[at], found.length));
            return found.slice(0, maxMentions);
        });
        await load(new Map(files.flat()));
        return entries.map((entry, at) => {
            const stored = (files[at] ?? []).flatMap(([, oid]) => parsed.get(oid) ?? []);
            return distinct([...stored, ...(waiting.get(entryKey(entry)) ?? [])], note);
        });
    };
    const current = async (records) => {
        const asked = records.map(({ id }) => ({ kind: 'record', name: id }));
        const corrections = await find(asked);
        return new Set(records.filter((_, at) => (corrections[at] ?? []).length === 0).map(({ id }) => id));
    };
    return {
        isEmpty: snapshot.head === undefined && snapshot.tip === undefined && snapshot.inbox.size === 0,
        findings: () => [...findings.values()],
        mentioning: async (nodes) => {
            const entries = nodes.map(entriesOfNode);
            const found = await find(entries.flat());
            const queue = found.values();
            const perNode = entries.map((own) => distinct(own.flatMap(() => queue.next().value ?? []), note));
            const valid = await current(distinct(perNode.flat(), note));
            return perNode.map((records) => records.filter(({ id }) => valid.has(id)));
        },
        named: async (id) => reader_named(id, find, snapshot, waiting),
    };
}
function recordIn(bytes, name, note) {
    const result = bytes === undefined ? { ok: false, problems: ['it is not there'] } : readRecord(bytes);
    if (result.ok)
        return result.record;
    note(lineageRules['corrupt-record'].finding({
        message: `a record cannot be read (${name}): ${result.problems.slice(0, 3).join('; ')}`,
        help: 'Write the record anew under another id.',
    }));
    return undefined;
}
async function ledgerFindings(snapshot) {
    const found = [];
    const { tip, head } = snapshot;
    if (head !== undefined && tip !== head)
        found.push(lineageRules['branch-rewritten'].finding({
            message: `model-lineage is at ${tip?.slice(0, 8) ?? 'nothing'}, the last compaction left it at ${head.slice(0, 8)}; that one was read`,
            help: 'git fetch origin refs/lineage/head && git push --force origin FETCH_HEAD:refs/heads/model-lineage',
        }));
    const aside = (await snapshot.list(['conflicts'])).get('conflicts') ?? new Map();
    for (const name of [...aside.keys()].slice(0, 20))
        found.push(lineageRules['conflicting-record'].finding({
            message: `two records have one id; the later is kept as conflicts/${name}`,
            help: 'Read both, and write a new record with `corrects`.',
        }));
    return found;
}
function entryKey({ kind, name }) {
    return `${kind} ${name}`;
}
function unreadMentions(entry, count) {
    return lineageRules['not-whole'].finding({
        message: `${entry?.kind ?? ''} ${entry?.name ?? ''} is in ${count} records, of which ${maxMentions} were read`,
        help: 'What only the others tell is missing here: ask from the other end of the chain, or for a digest.',
    });
}
async function withoutTwins(records, snapshot, note) {
    const chosen = records.filter((record) => hasOwnId(record, hashes));
    const stored = await storedRecords(snapshot, chosen);
    return records.filter(({ id }) => {
        if (stored.get(id)?.same !== false)
            return true;
        note(twins(id));
        return false;
    });
}
function twins(id) {
    return lineageRules['conflicting-record'].finding({
        message: `two records have the id ${id}; the one in the branch counts`,
        help: 'Write a new record with `corrects` that says what is true.',
    });
}
function indexed(records) {
    const entries = records.flatMap((record) => entriesOf(record).map((entry) => ({ key: entryKey(entry), record })));
    const groups = groupBy(entries, ({ key }) => key);
    return new Map([...groups].map(([key, found]) => [key, found.map(({ record }) => record)]));
}
function distinct(records, note) {
    const byId = new Map();
    for (const record of records) {
        const before = byId.get(record.id);
        if (before === undefined)
            byId.set(record.id, record);
        else if (before !== record && JSON.stringify(before) !== JSON.stringify(record))
            note(twins(record.id));
    }
    return [...byId.values()];
}
function entriesOfNode(node) {
    const { kind, id, digest } = node;
    return (digest === undefined ? [id] : [id, digest]).map((name) => ({ kind, name }));
}
async function reader_named(text, find, snapshot, waiting) {
    const id = text.normalize('NFC');
    const kinds = indexKinds.filter((kind) => kind !== 'record');
    const records = (await find(kinds.map((kind) => ({ kind, name: id })))).flat();
    const nodes = records.flatMap(({ inputs, outputs }) => [...outputs, ...inputs]);
    const exact = nodes.filter((node) => namesOf(node).includes(id));
    const commits = /^[0-9a-f]{7,64}$/.test(id) && exact.length === 0 ? await commitsStarting(id, snapshot, waiting) : [];
    const all = [...exact, ...commits.map((sha) => ({ kind: 'commit', id: sha }))];
    return uniqueBy(all, ({ kind, id: own, digest }) => `${kind} ${own} ${digest ?? ''}`);
}
async function commitsStarting(sha, snapshot, waiting) {
    const { folder } = indexPlace('commit', sha, hashes);
    const names = [...((await snapshot.list([folder])).get(folder) ?? new Map()).keys()];
    const stored = names.filter((name) => name.startsWith(sha)).map((name) => name.slice(0, name.indexOf('@')));
    const fresh = [...waiting.keys()]
        .filter((key) => key.startsWith(`commit ${sha}`))
        .map((key) => key.slice(7));
    return [...new Set([...stored, ...fresh])];
}

;// CONCATENATED MODULE: ./build/src/lineage/findings.js



function nodeText({ kind, id, digest }) {
    const name = kind === 'commit' ? id.slice(0, 8) : id;
    return digest === undefined ? `${kind} ${name}` : `${kind} ${name} (${shortDigest(digest)})`;
}
function shortDigest(digest) {
    const colon = digest.indexOf(':');
    return `${digest.slice(0, colon + 1)}${digest.slice(colon + 1, colon + 13)}`;
}
function walkFindings(walk, now) {
    return [
        ...walk.missing.map(missingLink),
        ...walk.ambiguous.map(ambiguousLink),
        ...notWhole(walk),
        ...clockSkew(walk.steps, now),
        ...commitMismatch(walk.steps),
    ];
}
function missingLink({ node, expected }) {
    return lineageRules['missing-link'].finding({
        message: `no record says which ${expected} ${nodeText(node)} came from`,
        help: `Record it where it is made: inputs [${expected}], outputs [${node.kind}].`,
    });
}
function ambiguousLink({ node, candidates, followed }) {
    const shown = candidates.slice(0, 10).join('; ');
    const choice = followed === undefined ? 'all were followed' : `${shortDigest(followed)} was followed`;
    return lineageRules['ambiguous-link'].finding({
        message: `${nodeText(node)} has ${candidates.length} possible origins (${shown}); ${choice}`,
        help: 'Record the digest with every id that moves.',
    });
}
function notWhole({ cut, steps }) {
    if (!cut)
        return [];
    return [
        lineageRules['not-whole'].finding({
            message: `more than ${steps.length} artifacts are in this chain; the rest was not looked at`,
            help: 'Ask for one that is nearer to what you look for.',
        }),
    ];
}
const tolerance = 5 * 60_000;
function clockSkew(steps, now) {
    const records = uniqueBy(steps.flatMap((step) => step.records), ({ id }) => id);
    const future = records.filter(({ at }) => Date.parse(at) > Date.parse(now) + tolerance);
    const made = new Map();
    for (const record of records)
        for (const node of record.outputs)
            made.set(nodeKey(node), record);
    const reversed = records.flatMap((record) => record.inputs.flatMap((node) => {
        const maker = made.get(nodeKey(node));
        const early = maker !== undefined && Date.parse(maker.at) > Date.parse(record.at) + tolerance;
        return early && maker.id !== record.id
            ? [`${nodeText(node)} was used at ${record.at} and recorded as made at ${maker.at}`]
            : [];
    }));
    const messages = [...future.map(({ id, at }) => `record ${id} is from the future: ${at}`), ...reversed];
    return messages.slice(0, 10).map((message) => lineageRules['clock-skew'].finding({
        message,
        help: 'Set the clock of the machine that wrote it.',
    }));
}
function commitMismatch(steps) {
    return steps
        .filter(({ node }) => node.kind === 'job')
        .flatMap((step) => {
        const own = commitsOf(step.records);
        const images = step.records.flatMap(({ inputs }) => inputs.filter(({ kind }) => kind === 'image'));
        return images.flatMap((image) => {
            const built = steps.find(({ node }) => node.kind === 'image' && (nodeKey(node) === nodeKey(image) || node.id === image.id));
            const others = commitsOf(built?.records ?? []).filter((sha) => !own.includes(sha));
            return own.length === 0 || others.length === 0 ? [] : [mismatch(step.node, own, image, others)];
        });
    });
}
function commitsOf(records) {
    return [
        ...new Set(records.flatMap(({ inputs }) => inputs.filter(({ kind }) => kind === 'commit').map(({ id }) => id))),
    ];
}
function mismatch(job, own, image, others) {
    const names = (shas) => shas.map((sha) => sha.slice(0, 8)).join(', ');
    return lineageRules['commit-mismatch'].finding({
        message: `${nodeText(job)} ran commit ${names(own)}, but ${nodeText(image)} was built from ${names(others)}`,
        help: 'Build the image from the commit that is trained.',
    });
}

;// CONCATENATED MODULE: ./build/src/lineage/gate/details-unread.js

function detailsUnread(message, help) {
    return lineageRules['details-unread'].finding({
        message,
        help: help ?? 'Run it in a clone of the repository, or pass a token.',
    });
}

;// CONCATENATED MODULE: ./build/src/lineage/chain/previous.js



function previousServing(node, mentions) {
    const own = mentions.filter(({ outputs }) => outputs.some((output) => isVersion(output, node)));
    const replaces = own.find((record) => record.replaces !== undefined)?.replaces;
    if (replaces !== undefined)
        return { id: replaces };
    const [first] = own.map(({ at }) => at).toSorted();
    if (node.service === undefined || first === undefined)
        return undefined;
    const [before] = mentions
        .filter(({ at }) => at < first)
        .toSorted((a, b) => byTime(b, a))
        .flatMap(({ outputs }) => outputs)
        .filter((output) => output.kind === 'serving' && output.service === node.service && !isVersion(output, node));
    return before;
}
function latestServing(records, service) {
    const known = uniqueBy(records, ({ id }) => id);
    const deployed = known
        .flatMap((record) => record.outputs.map((node) => ({ record, node })))
        .filter(({ node }) => node.kind === 'serving' && node.service === service)
        .toSorted((a, b) => byTime(a.record, b.record))
        .toReversed();
    const wrong = deployed.filter(({ node, record }) => {
        if (deployed.filter((one) => nodeKey(one.node) === nodeKey(node)).length > 1)
            return false;
        const after = known.filter(({ replaces, at }) => replaces === node.id && at < record.at);
        return after.some(({ outputs }) => outputs.every(({ id }) => id !== record.replaces));
    });
    return (deployed.find((one) => !wrong.includes(one)) ?? deployed[0])?.node;
}
function isVersion(output, node) {
    return output.kind === 'serving' && output.id === node.id;
}

;// CONCATENATED MODULE: ./build/src/lineage/gate/traced.js









const maxCommits = 20;
async function traceFrom(id, reader, ports) {
    const { start, findings } = distinctStart(await currentVersion(id, await startNodes(id, reader), reader));
    if (start.length === 0)
        return undefined;
    const [up, down] = [
        await walk(start, 'up', reader.mentioning),
        await walk(start, 'down', reader.mentioning),
    ];
    const described = await describeCommits(up, ports.commits);
    return {
        start,
        up,
        down,
        chain: chainLinks(inOrder(up, 'up'), described.facts),
        uses: chainLinks(inOrder(down, 'down').filter(({ depth }) => depth > 0), new Map()),
        findings: [
            ...findings,
            ...described.findings,
            ...walkFindings(up, new Date(ports.now()).toISOString()),
            ...notWhole(down),
        ],
    };
}
async function startNodes(id, reader) {
    const found = await reader.named(id);
    if (found.length > 0)
        return found;
    const [, kind = '', rest = ''] = /^([a-z]+):(.+)$/.exec(id) ?? [];
    return isNodeKind(kind) ? (await reader.named(rest)).filter((node) => node.kind === kind) : [];
}
async function currentVersion(id, nodes, reader) {
    if (nodes.length < 2 || nodes.some(({ kind, service }) => kind !== 'serving' || service !== id))
        return nodes;
    const mentions = await reader.mentioning(nodes);
    const latest = latestServing(mentions.flat(), id);
    return nodes.filter((node) => latest !== undefined && sameNode(node, latest)).slice(0, 1);
}
function distinctStart(nodes) {
    const groups = groupBy(nodes, ({ kind, id }) => `${kind} ${id}`);
    const start = [...groups.values()].flatMap((same) => {
        const [first] = same;
        if (first === undefined)
            return [];
        const digests = new Set(same.map(({ digest }) => digest).filter((digest) => digest !== undefined));
        if (digests.size > 1)
            return [{ kind: first.kind, id: first.id }];
        return [same.find(({ digest }) => digest !== undefined) ?? first];
    });
    if (start.length < 2)
        return { start, findings: [] };
    const names = start.slice(0, 10).map(nodeText).join('; ');
    const finding = lineageRules['ambiguous-link'].finding({
        message: `${start.length} artifacts have this name: ${names}; all were followed`,
        help: 'Name one with its kind in front, such as image:NAME, or by its digest.',
    });
    return { start, findings: [finding] };
}
async function describeCommits(up, source) {
    const facts = new Map();
    const findings = [];
    const shas = up.steps.filter(({ node }) => node.kind === 'commit').map(({ node }) => node.id);
    for (const sha of source === undefined ? [] : shas.slice(0, maxCommits)) {
        try {
            const told = await source?.describe(sha);
            if (told !== undefined)
                facts.set(sha, told);
        }
        catch (error) {
            if (!isUserError(error))
                throw error;
            findings.push(detailsUnread(`commit ${sha.slice(0, 8)} could not be read: ${error.message}`, error.help));
        }
    }
    return { facts, findings };
}

;// CONCATENATED MODULE: ./build/src/lineage/gate/export.js





async function exportTrace(request, ports) {
    const { walk, context } = await exportable(request, ports);
    return `${JSON.stringify(exportWalk(request.format, walk, context, hashes), null, 2)}\n`;
}
async function exportable(request, ports) {
    const reader = await openReader(await ports.ledger.snapshot());
    const traced = await traceFrom(request.id, reader, ports);
    if (traced === undefined)
        throw new user_error_UserError(`nothing in the ledger is called ${request.id.slice(0, 200)}`, {
            help: 'Check the spelling.',
        });
    const repository = request.repository ?? difference_recordsOf(traced.up).find((record) => record.repository !== undefined)?.repository;
    if (repository === undefined)
        throw new user_error_UserError('no record names its repository', { help: 'Give it: --repository owner/name.' });
    const repositoryUrl = /^https?:/.test(repository) ? repository : `${request.serverUrl}/${repository}`;
    return { walk: traced.up, context: { repository, repositoryUrl, version: request.version } };
}

;// CONCATENATED MODULE: ./build/src/lineage/gate/evaluations.js







async function evaluationReader(snapshot) {
    const reader = await openReader(snapshot);
    const recorded = (commits) => reader.mentioning(commits.map((sha) => ({ kind: 'commit', id: sha })));
    const evaluations = async (commits) => (await recorded(commits)).map((records) => records.filter(evaluations_isEvaluation).toSorted(byTime));
    return {
        nearest: async (commits, which) => {
            const found = await evaluations(commits);
            const chosen = found.flatMap((records, merges) => chosenFrom(records, which).map((one) => ({ merges, sha: commits[merges] ?? '', ...one })));
            const [first] = chosen;
            const findings = reader.findings();
            if (first === undefined)
                return { findings, others: pathsIn(found.flat()) };
            const { results, samples, ...origin } = first;
            const older = chosen.slice(1).filter(({ sha }) => sha === first.sha);
            const sizes = [samples, ...older.map((one) => one.samples)];
            return { evaluation: { ...origin, files: await rowsOf(results, snapshot), sizes }, findings };
        },
        values: async (commits) => {
            const found = await evaluations(commits);
            return commits.flatMap((sha, at) => {
                const values = new Map((found[at] ?? []).flatMap(metricsOf));
                return [...values].map(([metric, value]) => ({ sha, metric, value }));
            });
        },
        minutes: async (commits) => (await recorded(commits)).flatMap((records) => records.toSorted(byTime).flatMap(minutesOf)),
    };
}
function evaluations_isEvaluation({ outputs }) {
    return outputs.some(({ kind }) => kind === 'evaluation');
}
function metricsOf({ metrics = {} }) {
    return Object.entries(metrics);
}
function minutesOf({ parameters }) {
    const told = parameters?.['evaluation_minutes'];
    const minutes = typeof told === 'string' && told !== '' ? Number(told) : told;
    return typeof minutes === 'number' && minutes > 0 && minutes <= 100_000 ? [minutes] : [];
}
function chosenFrom(records, { wanted }) {
    const fitting = records.filter(({ results = [] }) => results.some(({ path }) => wanted(path)));
    const groups = [...groupBy(fitting.toReversed(), evaluationOf).values()];
    return groups.flatMap((shards) => {
        const [last] = shards;
        if (last === undefined)
            return [];
        const all = shards.toReversed().flatMap(({ results = [] }) => results.filter(({ path }) => wanted(path)));
        const results = uniqueBy(all, ({ path }) => path);
        const samples = results.reduce((sum, one) => sum + one.samples, 0);
        const { at, by, run } = last;
        const url = run?.url === undefined ? {} : { url: run.url };
        return [{ at, by, ...url, results, samples }];
    });
}
function evaluationOf({ outputs }) {
    return outputs.find(({ kind }) => kind === 'evaluation')?.id;
}
function pathsIn(records) {
    return [...new Set(records.flatMap(({ results = [] }) => results.map(({ path }) => path)))].slice(0, 5);
}
async function rowsOf(results, snapshot) {
    const named = results.map(({ path, digest }) => ({ path, sha256: digest.slice('sha256:'.length) }));
    const stored = await blobsAt(snapshot, named.map(({ sha256 }) => resultsPath(sha256)));
    const blobs = named.map(({ path, sha256 }) => {
        const oid = stored.get(resultsPath(sha256)) ?? snapshot.results.get(sha256)?.blob;
        if (oid === undefined)
            throw damaged(path, 'are not in the ledger, though a record names them');
        return { path, sha256, oid };
    });
    const contents = await snapshot.read(blobs.map(({ oid }) => oid));
    return new Map(blobs.map(({ path, sha256, oid }) => {
        const bytes = contents.get(oid) ?? new Uint8Array();
        if (hashes.sha256(bytes) !== sha256)
            throw damaged(path, 'do not have the SHA-256 that their record names');
        return [path, bytes];
    }));
}
function damaged(path, reason) {
    return new user_error_UserError(`the recorded results of ${path} ${reason}`, {
        help: 'Record the results of that commit anew (record-lineage with `results`), and see who wrote to the ledger.',
    });
}

;// CONCATENATED MODULE: ./build/src/lineage/exports/mlflow-calls.js


function getModel(name) {
    return { method: 'GET', path: 'registered-models/get', fields: { name } };
}
function createModel(name) {
    return { method: 'POST', path: 'registered-models/create', fields: { name } };
}
function findVersions({ model, key }) {
    const filter = `name='${model}' and tags.${keyTag}='${key}'`;
    return { method: 'GET', path: 'model-versions/search', fields: { filter, max_results: '100' } };
}
function createVersion({ model, source, tags }) {
    const list = Object.entries(tags).map(([key, value]) => ({ key, value }));
    return { method: 'POST', path: 'model-versions/create', fields: { name: model, source, tags: list } };
}
function setTag(name, version, key, value) {
    return { method: 'POST', path: 'model-versions/set-tag', fields: { name, version, key, value } };
}
function setAlias(name, version, alias) {
    return { method: 'POST', path: 'registered-models/alias', fields: { name, alias, version } };
}
function versionsIn(answer) {
    if (!isRecord(answer))
        return undefined;
    const listed = answer['model_versions'] ?? [];
    if (!Array.isArray(listed))
        return undefined;
    return listed
        .flatMap((one) => versionIn(one) ?? [])
        .toSorted((a, b) => Number(a.version) - Number(b.version));
}
function versionCreated(answer) {
    return isRecord(answer) ? versionIn(answer['model_version']) : undefined;
}
function versionIn(value) {
    if (!isRecord(value))
        return undefined;
    const version = value['version'];
    if (typeof version !== 'string' && typeof version !== 'number')
        return undefined;
    const listed = value['tags'];
    const tags = (Array.isArray(listed) ? listed : []).filter(isRecord);
    return {
        version: String(version),
        tags: new Map(tags.map(({ key, value: text }) => [String(key), String(text)])),
    };
}

;// CONCATENATED MODULE: ./build/src/releases/trigger/url.js
function checkedTarget(text, { plain = false } = {}) {
    if (!URL.canParse(text))
        return { ok: false, problem: 'it is no URL' };
    const url = new URL(text);
    if (url.username !== '' || url.password !== '')
        return { ok: false, problem: 'it holds a name or password' };
    if (url.protocol === 'https:')
        return { ok: true, url };
    if (url.protocol === 'http:' && (plain || isLoopback(url.hostname)))
        return { ok: true, url };
    return { ok: false, problem: `it begins with ${url.protocol}//, and only https:// is sent to` };
}
function shownTarget({ origin, pathname }) {
    return `${origin}${pathname
        .split('/')
        .map((part) => (mayBeKey(part) ? '…' : part))
        .join('/')}`;
}
function keysIn({ pathname, searchParams }) {
    return [...searchParams.values(), ...pathname.split('/').filter(mayBeKey)];
}
function mayBeKey(part) {
    return part.length >= 16 && /\d/.test(part) && /[a-z]/i.test(part);
}
function fitsHeader(token) {
    return /^[\x21-\x7e]+(?: +[\x21-\x7e]+)*$/.test(token);
}
function isLoopback(host) {
    return host === 'localhost' || host === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(host);
}

;// CONCATENATED MODULE: ./build/src/kernel/redact.js
const userInfo = /([a-z][a-z0-9+.-]{0,30}:\/\/)[^\s/?#@'"<>]{1,2000}(?:@[^\s/?#@'"<>]{0,2000}){0,4}@/gi;
const secretQuery = /([?&;][^=&\s#]{0,100}(?:token|key|secret|password|passwd|pwd|auth|sig|signature|credential|sas|private)[^=&\s#]{0,100}=)[^&\s#'"]{1,4000}/gi;
function redact(text, secrets = []) {
    const clean = secrets
        .filter((secret) => secret !== undefined)
        .filter((secret) => secret.length > 0)
        .flatMap(spellings)
        .toSorted((a, b) => b.length - a.length)
        .reduce((rest, secret) => rest.replaceAll(secret, '***'), text);
    return clean.replaceAll(userInfo, '$1***@').replaceAll(secretQuery, '$1***');
}
function spellings(secret) {
    return [
        secret,
        JSON.stringify(secret).slice(1, -1),
        encodeURIComponent(secret.toWellFormed()),
        new URLSearchParams({ '': secret }).toString().slice(1),
        Buffer.from(secret).toString('base64'),
    ];
}
function sourceUrl(url) {
    return redact(url.trim())
        .replace(/\/+$/, '')
        .replace(/^[a-z][a-z0-9+.-]{0,30}:\/\/(?:\*\*\*@)?/i, (scheme) => scheme.toLowerCase().replace('***@', ''))
        .replace(/^([a-z0-9+.-]+:\/\/)([^/]+)/, (_, scheme, host) => scheme + host.toLowerCase());
}

;// CONCATENATED MODULE: ./build/src/kernel/http-outcome.js

function succeeded(outcome) {
    return outcome.kind === 'answer' && outcome.status >= 200 && outcome.status < 300;
}
function isUnclear(outcome) {
    return outcome.kind === 'broken' || (outcome.kind === 'answer' && outcome.status >= 500);
}
function saidBy(outcome, secrets) {
    if (outcome.kind === 'unreachable')
        return `it could not be reached (${redact(outcome.reason, secrets)})`;
    if (outcome.kind === 'broken')
        return `the connection broke (${redact(outcome.reason, secrets)})`;
    const text = redact(outcome.text, secrets).replaceAll(/\s+/g, ' ').trim().slice(0, 200);
    return text === '' ? `it answered ${outcome.status}` : `it answered ${outcome.status} (${text})`;
}

;// CONCATENATED MODULE: ./build/src/lineage/gate/mlflow-server.js




function mlflowServer(address, environment) {
    const [token = '', user = '', password = ''] = ['TOKEN', 'USERNAME', 'PASSWORD'].map((name) => environment[`MLFLOW_TRACKING_${name}`]);
    if (token !== '' && !fitsHeader(token))
        throw new user_error_UserError('MLFLOW_TRACKING_TOKEN cannot be sent: it has a line break or a character that headers have not.', { help: 'Set it again, without what was pasted around it.' });
    const basic = user === '' ? '' : Buffer.from(`${user}:${password}`).toString('base64');
    const authorization = token !== '' ? `Bearer ${token}` : basic === '' ? undefined : `Basic ${basic}`;
    const checked = checkedTarget(address, { plain: authorization === undefined });
    if (!checked.ok)
        throw new user_error_UserError(`The address of MLflow cannot be used: ${checked.problem}.`, {
            help: 'Give the address of its tracking server, such as https://mlflow.example, and credentials in MLFLOW_TRACKING_TOKEN, or MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD.',
        });
    const secrets = [token, password, basic].filter((secret) => secret !== '');
    return { url: checked.url, secrets, ...(authorization === undefined ? {} : { authorization }) };
}
const attempts = 4;
const timeoutMs = 30_000;
async function ask(call, server, ports, once = false) {
    const told = (outcome) => `${call.path}: ${saidBy(outcome, server.secrets)}`;
    const outcome = await ports.send({
        ...requestOf(call, server),
        timeoutMs,
        attempts,
        idempotent: !once,
        told,
    });
    const value = outcome.kind === 'answer' ? parsed(outcome.text) : undefined;
    if (succeeded(outcome) && value !== undefined)
        return { ok: true, value };
    return { ok: false, code: codeOf(value), outcome };
}
function requestOf({ method, path, fields }, { url, authorization }) {
    const target = new URL(`${url.origin}${url.pathname.replace(/\/+$/, '')}/api/2.0/mlflow/${path}`);
    const headers = {
        accept: 'application/json',
        'user-agent': 'model-gates',
        ...(authorization === undefined ? {} : { authorization }),
    };
    if (method === 'POST')
        return {
            method,
            url: target,
            headers: { ...headers, 'content-type': 'application/json' },
            body: JSON.stringify(fields),
        };
    for (const [name, value] of Object.entries(fields))
        target.searchParams.set(name, String(value));
    return { method, url: target, headers };
}
function parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function codeOf(value) {
    const code = typeof value === 'object' && value !== null ? Reflect.get(value, 'error_code') : undefined;
    return typeof code === 'string' ? code : '';
}
function notRegistered(answer, call, server) {
    const said = saidBy(answer.outcome, server.secrets);
    return lineageRules['not-registered'].finding({
        message: `MLflow at ${shownTarget(server.url)} did not take ${call.path}: ${said}`,
        help: helpFor(answer, server),
    });
}
function helpFor({ outcome, code }, { authorization }) {
    if (outcome.kind === 'unreachable')
        return 'Check the address, and that this machine may reach it.';
    if (outcome.kind === 'broken')
        return 'Run it again: what was registered already is found, not doubled.';
    if (outcome.status === 401 || outcome.status === 403)
        return authorization === undefined
            ? 'Set MLFLOW_TRACKING_TOKEN, or MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD. Where the answer names the host, the server must allow it (`mlflow server --allowed-hosts`).'
            : 'Check the credentials in MLFLOW_TRACKING_…, and that they may edit the registered model.';
    if (outcome.status >= 300 && outcome.status < 400)
        return 'Give the address it redirects to.';
    if (code === '')
        return 'Check that the address is that of an MLflow tracking server, and no page below it.';
    return 'See what MLflow says of it.';
}

;// CONCATENATED MODULE: ./build/src/lineage/gate/mlflow.js








function mlflowTarget({ address, ...names }, environment) {
    const problem = mlflowProblem(names);
    if (problem !== undefined)
        throw new user_error_UserError(`${problem} in MLflow.`, {
            help: 'A model has a name without / : and quotes. An alias has letters, digits, - and _, and is neither `latest` nor v and a number.',
        });
    return { ...names, server: mlflowServer(address, environment) };
}
async function withRegistration(report, request, ports) {
    if (report.verdict === 'fail')
        return report;
    const { ledger, now } = ports;
    const { walk, context } = await exportable(request, { ledger, now });
    const registration = mlflowRegistration(walk, context, hashes, request);
    if (registration === undefined)
        return failed(report, noWeights(request.id));
    try {
        return registered(report, registration, await register(registration, request.server, ports));
    }
    catch (error) {
        if (!(error instanceof Refusal))
            throw error;
        return failed(report, error.finding);
    }
}
class Refusal extends Error {
    finding;
    constructor(finding) {
        super(finding.message);
        this.finding = finding;
    }
}
async function register(registration, server, ports) {
    const { model, tags, aliases } = registration;
    const must = async (call) => mlflow_valueOf(await ask(call, server, ports), call, server);
    await ensureModel(model, server, ports);
    const found = await ensureVersion(registration, server, ports);
    const { version } = found;
    for (const [key, value] of Object.entries(tags))
        if (found.tags.get(key) !== value)
            await must(setTag(model, version, key, value));
    for (const alias of aliases)
        await must(setAlias(model, version, alias));
    return { version, created: found.created, server: shownTarget(server.url) };
}
async function ensureModel(model, server, ports) {
    const known = await ask(getModel(model), server, ports);
    if (known.ok)
        return;
    if (known.code !== 'RESOURCE_DOES_NOT_EXIST')
        throw refusal(known, getModel(model), server);
    const created = await ask(createModel(model), server, ports);
    if (!created.ok && created.code !== 'RESOURCE_ALREADY_EXISTS')
        throw refusal(created, createModel(model), server);
}
async function ensureVersion(registration, server, ports) {
    const [find, create] = [findVersions(registration), createVersion(registration)];
    for (let tries = 1;; tries += 1) {
        const [known] = readable(versionsIn(mlflow_valueOf(await ask(find, server, ports), find, server)), find, server);
        if (known !== undefined)
            return { ...known, created: tries > 1 };
        const answer = await ask(create, server, ports, true);
        if (answer.ok) {
            const made = readable(versionCreated(answer.value), create, server);
            return { ...made, tags: new Map(Object.entries(registration.tags)), created: true };
        }
        if (tries > 1 || !isUnclear(answer.outcome))
            throw refusal(answer, create, server);
    }
}
function mlflow_valueOf(answer, call, server) {
    if (answer.ok)
        return answer.value;
    throw refusal(answer, call, server);
}
function refusal(answer, call, server) {
    return new Refusal(notRegistered(answer, call, server));
}
function readable(value, { path }, { url }) {
    if (value !== undefined)
        return value;
    throw new Refusal(lineageRules['not-registered'].finding({
        message: `What ${shownTarget(url)} answered to ${path} is not what MLflow answers`,
        help: 'Check that the address is that of an MLflow tracking server.',
    }));
}
function noWeights(id) {
    return lineageRules['not-registered'].finding({
        message: `${id.slice(0, 200)} comes from no weights that MLflow could register`,
        help: 'Name weights, or a serving version or request that comes from some; record them where the training job ends.',
    });
}
function failed(report, finding) {
    return { ...report, verdict: 'fail', title: finding.message, findings: [finding, ...report.findings] };
}
function registered(report, { model, tags, aliases, source }, done) {
    const { version, created, server } = done;
    const rows = [
        ['server', server],
        ['model', model],
        ['version', `${version}${created ? '' : ' (was there)'}`],
        ['source', source],
        ...aliases.map((alias) => ['alias', alias]),
        ...Object.entries(tags),
    ];
    const section = {
        kind: 'table',
        title: 'Registered with MLflow',
        columns: [{ title: 'what' }, { title: 'is', code: true }],
        rows,
    };
    return {
        ...report,
        facts: { ...report.facts, mlflow: { server, model, version, created, source, aliases, tags } },
        sections: [...(report.sections ?? []), section],
    };
}

;// CONCATENATED MODULE: ./build/src/lineage/gate/record.js







const record_gate = 'record-lineage';
function prepareRecords(value, { at, by, defaults = {} }) {
    const values = Array.isArray(value) ? value : [value];
    const findings = [];
    const records = [];
    if (values.length === 0 || values.length > maxRecords)
        return { records, findings: [invalid(`expected 1 to ${maxRecords} records, got ${values.length}`)] };
    values.forEach((one, index) => {
        const place = values.length === 1 ? '' : `record ${index + 1}: `;
        const result = readDraft(one);
        if (!result.ok)
            findings.push(...result.problems.map((problem) => invalid(`${place}${problem}`)));
        else
            records.push(completeRecord({ ...defaults, ...result.draft }, { at, by }, hashes));
    });
    const large = records.filter((record) => recordText(record).length > maxRecordBytes / 2);
    findings.push(...large.map(({ id }) => invalid(`record ${id} is larger than ${maxRecordBytes / 2} characters`)));
    return { records, findings: [...findings, ...record_twins(records), ...lookAlikes(records)] };
}
const maxRecords = 1000;
function invalid(message) {
    return lineageRules['invalid-record'].finding({
        message,
        help: `See schema/lineage.schema.json. Kinds: ${nodeKinds.join(', ')}.`,
    });
}
function record_twins(records) {
    const groups = groupBy(records, ({ id }) => id);
    return [...groups.values()].flatMap(([first, ...others]) => first === undefined || others.every((other) => sameRecord(first, other)) ? [] : [taken(first.id)]);
}
function lookAlikes(records) {
    const ids = records.flatMap(({ inputs, outputs }) => [...inputs, ...outputs].map(({ id }) => id));
    return [...new Set(ids)].filter(looksLikeAnother).map((id) => lineageRules['look-alike-id'].finding({
        message: `${id} is written with characters that look like others: ${uncommon(id).join(', ')}`,
        help: 'Who types it from what is shown will not find it: use one script in a name.',
    }));
}
function taken(id) {
    return lineageRules['id-taken'].finding({
        message: `another record has the id ${id} and says something else; nothing was overwritten`,
        help: 'Leave `id` out, or write a new record with `corrects` to mend the old one.',
    });
}
async function appendRecords(prepared, ledger) {
    const { records } = prepared;
    if (verdictOf(prepared.findings) === 'fail')
        return record_reportOf(records, [], prepared.findings);
    const rows = prepared.results ?? new Map();
    const absent = await missingRows(records, rows, ledger);
    if (absent.length > 0)
        return record_reportOf(records, [], [...prepared.findings, ...absent]);
    const spoilt = await appendResults(rows, ledger);
    const findings = [...prepared.findings, ...spoilt];
    if (spoilt.length > 0)
        return record_reportOf(records, [], findings);
    const unique = uniqueBy(records, ({ id }) => id);
    const before = await foldedBefore(unique, ledger);
    const foldedElse = unique.filter(({ id }) => before.get(id)?.same === false);
    if (foldedElse.length > 0)
        return record_reportOf(unique, [], [...findings, ...foldedElse.map(({ id }) => taken(id))]);
    const appended = await ledger.append(unique.map((record) => ({
        key: recordKey(record.id, hashes),
        bytes: new TextEncoder().encode(recordText(record)),
    })));
    const conflicts = unique.filter((record, at) => !agrees(record, appended[at]));
    return record_reportOf(unique, appended, [...findings, ...conflicts.map(({ id }) => taken(id))]);
}
async function foldedBefore(records, ledger) {
    const chosen = records.filter((record) => hasOwnId(record, hashes));
    return chosen.length === 0
        ? new Map()
        : storedRecords(await ledger.snapshot(), chosen);
}
async function missingRows(records, rows, ledger) {
    const open = [...new Set(records.flatMap(rowsNamedBy))].filter((sha256) => !rows.has(sha256));
    if (open.length === 0)
        return [];
    const snapshot = await ledger.snapshot();
    const kept = await blobsAt(snapshot, open.map(resultsPath));
    return open
        .filter((sha256) => !kept.has(resultsPath(sha256)) && !snapshot.results.has(sha256))
        .map((sha256) => lineageRules['no-results'].finding({
        message: `a record names the results sha256:${sha256}, and they are nowhere`,
        help: `Put them beside the file of the record as ${resultsFile(sha256)}, or record the files of the evaluation themselves (\`results\`).`,
    }));
}
function rowsNamedBy({ results = [] }) {
    return results.map(({ digest }) => digest.slice('sha256:'.length));
}
function resultsFile(sha256) {
    return `${sha256}.jsonl`;
}
async function rowsBeside(records, read) {
    const rows = new Map();
    for (const sha256 of new Set(records.flatMap(rowsNamedBy))) {
        const bytes = await read(resultsFile(sha256));
        if (bytes !== undefined && hashes.sha256(bytes) === sha256)
            rows.set(sha256, bytes);
    }
    return rows;
}
async function appendResults(results, ledger) {
    const blobs = [...results].map(([sha256, bytes]) => ({ key: resultsKey(sha256), bytes }));
    const appended = blobs.length === 0 ? [] : await ledger.append(blobs);
    return [...results.keys()].flatMap((sha256, at) => {
        const there = appended[at];
        return there === undefined || there.created || hashes.sha256(there.bytes) === sha256
            ? []
            : [foreign(sha256)];
    });
}
function foreign(sha256) {
    const ref = `refs/lineage/inbox/${resultsKey(sha256)}`;
    return lineageRules['corrupt-results'].finding({
        severity: 'error',
        message: `${ref} holds something else than these results; nothing was written`,
        help: `Somebody put it there: git push origin --delete ${ref}`,
    });
}
function agrees(record, appended) {
    if (appended === undefined)
        return false;
    if (appended.created)
        return true;
    const there = readRecord(appended.bytes);
    return there.ok && sameRecord(there.record, record);
}
function record_reportOf(records, appended, findings) {
    const created = appended.filter((one) => one.created).length;
    const first = findings.find(({ severity }) => severity === 'error');
    const ids = records.map(({ id }) => id);
    const what = records.length === 1 ? `Record ${ids[0] ?? ''}` : `${records.length} records`;
    const state = created === records.length ? 'written' : created === 0 ? 'was there already' : `${created} of them new`;
    return makeReport({
        gate: record_gate,
        title: first === undefined ? `${what}: ${state}` : first.message,
        findings,
        facts: { ids, id: ids[0] ?? '', created: appended.length > 0 && created > 0, count: created },
    });
}
function nothingRecorded(title) {
    return makeReport({ gate: record_gate, verdict: 'skipped', title, facts: {} });
}
function replayText(records) {
    return `${JSON.stringify(records, null, 2)}\n`;
}

;// CONCATENATED MODULE: ./build/src/lineage/reproduce.js


function reproductions(walk) {
    return walk.steps.filter(({ node }) => node.kind === 'job').map((step) => reproduction(step, walk));
}
function reproduction({ node, records }, walk) {
    const inputs = records.flatMap((record) => record.inputs);
    const image = settled(inputs.find(({ kind }) => kind === 'image'), walk);
    const commits = [...new Set(inputs.filter(({ kind }) => kind === 'commit').map(({ id }) => id))];
    const files = records.flatMap((record) => record.files ?? []);
    const first = (key) => records.find((record) => record[key] !== undefined)?.[key];
    const told = {
        commit: commits[0],
        image: image?.id,
        image_digest: image?.digest,
        repository: first('repository'),
        command: first('command'),
        seed: first('seed'),
        configs: files.filter(({ role }) => role === 'config'),
        locks: files.filter(({ role }) => role === 'lock'),
        inputs: inputs.filter(({ kind }) => kind !== 'commit' && kind !== 'image'),
    };
    return { job: node.id, ...told, missing: missingFor(told, commits) };
}
function settled(node, { steps }) {
    return steps.find((step) => step.node.kind === node?.kind && step.node.id === node.id)?.node ?? node;
}
function missingFor(told, commits) {
    const lacking = [
        [commits.length === 0, 'the commit (inputs of kind commit)'],
        [commits.length > 1, `one commit: the records name ${commits.length}`],
        [told.image === undefined, 'the image (inputs of kind image)'],
        [
            told.image !== undefined && told.image_digest === undefined,
            `the digest of the image ${told.image ?? ''}, whose name may move`,
        ],
        [told.command === undefined, 'the command'],
        [told.seed === undefined, 'the seed'],
        [told.configs.length === 0, 'the digests of the configs (files of role config)'],
        [told.locks.length === 0, 'the digests of the lock files (files of role lock)'],
    ];
    const floating = told.inputs.filter(({ kind, digest }) => kind === 'weights' && digest === undefined);
    return [
        ...lacking.flatMap(([lacks, what]) => (lacks ? [what] : [])),
        ...floating.map((node) => `the digest of ${nodeText(node)}`),
    ];
}
function reproductionFindings(all) {
    return all
        .filter(({ missing }) => missing.length > 0)
        .map(({ job, missing }) => lineageRules['not-reproducible'].finding({
        message: `job ${job} cannot be repeated exactly; the records lack ${missing.join('; ')}`,
        help: 'Give these to record-lineage where the job starts: from, command, seed, configs, locks.',
    }));
}
function reproductionSection(one) {
    const rows = [
        ['Repository', one.repository],
        ['Commit', one.commit],
        ['Image', one.image_digest === undefined ? one.image : `${one.image ?? ''}@${one.image_digest}`],
        ['Command', one.command],
        ['Seed', one.seed?.toString()],
        ...[...one.configs, ...one.locks].map(({ role, path, digest }) => [`${role} ${path}`, digest]),
        ...one.inputs.map((node) => [node.kind, `${node.id} ${node.digest ?? ''}`.trim()]),
    ];
    return {
        kind: 'table',
        title: `To repeat ${one.job}`,
        open: true,
        columns: [{ title: 'What' }, { title: 'Exactly', code: true }],
        rows: rows.map(([what, value]) => [what, value ?? 'not recorded']),
    };
}

;// CONCATENATED MODULE: ./build/src/lineage/chain/sections.js


function chainTable(title, links) {
    return {
        kind: 'table',
        title,
        open: true,
        columns: [
            { title: 'Kind' },
            { title: 'Id', code: true },
            { title: 'Digest', code: true },
            { title: 'When (UTC)' },
            { title: 'Who' },
            { title: 'From' },
        ],
        rows: links.map((link) => [
            link.kind,
            nameOf(link),
            link.digest === undefined ? '' : shortDigest(link.digest),
            link.at === undefined ? '' : minute(link.at),
            (link.kind === 'commit' ? link.author : link.by) ?? '',
            [
                link.pr_number === undefined ? '' : `#${link.pr_number}`,
                link.git_ref?.replace('refs/heads/', '') ?? '',
            ]
                .filter(Boolean)
                .join(' '),
        ]),
    };
}
function wordTables(links) {
    const verdicts = links.flatMap((link) => (link.verdicts ?? []).map((told) => verdictRow(link, told)));
    const metrics = links.flatMap((link) => Object.entries(link.metrics ?? {}).map(([name, value]) => [nameOf(link), name, String(value)]));
    return [
        ...table('What the gates said', ['Of', 'Gate', 'Verdict', 'Why'], verdicts),
        ...table('What was measured', ['Of', 'Metric', 'Value'], metrics),
    ];
}
function table(title, [first = '', ...others], rows) {
    if (rows.length === 0)
        return [];
    const columns = [{ title: first, code: true }, ...others.map((name) => ({ title: name }))];
    return [{ kind: 'table', title, open: true, columns, rows: rows.slice(0, 100) }];
}
function verdictRow(link, told) {
    const { gate, verdict, exempted_by: by, exempted_sha: sha, exempted_at: at, reason } = told;
    const words = [
        verdict,
        by === undefined ? '' : ` by ${by}`,
        sha === undefined ? '' : ` on ${sha.slice(0, 8)}`,
        at === undefined ? '' : ` (${minute(at)})`,
    ].join('');
    return [nameOf(link), gate, words, by === undefined ? '' : (reason?.slice(0, 200) ?? '')];
}
function nameOf({ kind, id }) {
    return kind === 'commit' ? id.slice(0, 12) : id;
}
function minute(at) {
    return at.slice(0, 16).replace('T', ' ');
}
function fileTables(links) {
    return links.flatMap(({ kind, id, files = [], subject }) => kind !== 'commit' || files.length === 0
        ? []
        : [
            {
                kind: 'table',
                title: `Changed in ${id.slice(0, 8)}${subject === undefined ? '' : `: ${subject}`}`,
                columns: [{ title: 'Change' }, { title: 'File', code: true }],
                rows: files.slice(0, 200).map(({ status, path }) => [status, path]),
            },
        ]);
}
const sections_longest = 60;
function mermaid(title, { steps, edges, missing }) {
    const shown = steps.slice(0, 100);
    const names = new Map(shown.map(({ node }, at) => [nodeKey(node), `n${at}`]));
    const nodes = shown.map(({ node }, at) => {
        const id = node.kind === 'commit' ? node.id.slice(0, 12) : node.id;
        const gap = missing.some((one) => nodeKey(one.node) === nodeKey(node));
        return `  n${at}["${label(`${node.kind}: ${id}`)}"]${gap ? ':::gap' : ''}`;
    });
    const arrows = edges.flatMap(({ from, to }) => {
        const [a, b] = [names.get(from), names.get(to)];
        return a === undefined || b === undefined ? [] : [`  ${a} --> ${b}`];
    });
    const style = missing.length === 0 ? [] : ['  classDef gap stroke-dasharray: 4'];
    return { kind: 'mermaid', title, source: ['flowchart LR', ...nodes, ...arrows, ...style].join('\n') };
}
function label(text) {
    const cut = text.length > sections_longest ? `${text.slice(0, sections_longest - 1)}…` : text;
    return cut.replaceAll(/[^\p{L}\p{N} ./:@_…-]/gu, (char) => `#${char.codePointAt(0) ?? 0};`);
}

;// CONCATENATED MODULE: ./build/src/lineage/gate/trace-report.js



const traceGate = 'trace-lineage';
function unknownId(id, reader) {
    const ledger = reader.findings();
    const unread = ledger.some(({ rule }) => rule === lineageRules['corrupt-record'].id);
    const message = reader.isEmpty
        ? 'the ledger is empty: nothing has been recorded here yet'
        : `nothing ${unread ? 'that can be read ' : ''}in the ledger is called ${id.slice(0, 200)}`;
    const odd = uncommon(id.normalize('NFC'));
    const spelling = odd.length === 0 ? 'Check the spelling' : `Check the spelling: it is written with ${odd.join(', ')}`;
    const finding = lineageRules['unknown-id'].finding({
        message,
        help: reader.isEmpty
            ? 'Record artifacts where they are made (record-lineage); where there should be records, look whether model-lineage and refs/lineage were deleted.'
            : `${spelling}; record the artifact where it is made (record-lineage).`,
    });
    return makeReport({
        gate: traceGate,
        title: message,
        findings: [finding, ...ledger],
        facts: { id, chain: [], down: [], missing: [], ambiguous: [] },
    });
}
function chainReport(id, traced, ledger) {
    const { chain, uses, up } = traced;
    const commits = chain.filter(({ kind }) => kind === 'commit');
    return makeReport({
        gate: traceGate,
        verdict: commits.length > 0 ? 'pass' : 'inconclusive',
        title: titleOf(traced, commits),
        findings: [...ledger, ...traced.findings],
        facts: {
            id,
            chain,
            down: uses,
            missing: up.missing,
            ambiguous: up.ambiguous,
            commits: commits.map((link) => link.id),
        },
        sections: sectionsOf(traced),
    });
}
function titleOf({ start, uses }, commits) {
    const what = start[0] === undefined ? '' : nodeText(start[0]);
    const [commit] = commits;
    if (start[0]?.kind === 'commit')
        return `${what} ${servedBy(uses)}`;
    if (commit === undefined)
        return `The chain of ${what} ends before a commit`;
    const pull = commit.pr_number === undefined ? '' : `, pull request #${commit.pr_number}`;
    const author = commit.author === undefined ? '' : ` by ${commit.author}`;
    return `${what} comes from commit ${commit.id.slice(0, 8)}${author}${pull}`;
}
function servedBy(uses) {
    const served = uses.filter(({ kind }) => kind === 'serving').map(({ id }) => id);
    if (served.length === 0)
        return 'is in no serving version that is recorded';
    const more = served.length > 3 ? ` and ${served.length - 3} more` : '';
    return `is served by ${served.slice(0, 3).join(', ')}${more}`;
}
function sectionsOf({ chain, uses, up, down }) {
    const joined = { ...up, steps: [...up.steps, ...down.steps.slice(1)], edges: [...up.edges, ...down.edges] };
    return [
        chainTable('Made of', chain),
        ...(uses.length === 0 ? [] : [chainTable('What it went into', uses)]),
        ...wordTables([...chain, ...uses]),
        ...fileTables(chain),
        mermaid('Drawing', joined),
    ];
}

;// CONCATENATED MODULE: ./build/src/lineage/gate/diff.js









async function traceDiff(one, other, ports) {
    const reader = await openReader(await ports.ledger.snapshot());
    const [first, second] = [await traceFrom(one, reader, ports), await traceFrom(other, reader, ports)];
    if (first === undefined)
        return unknownId(one, reader);
    if (second === undefined)
        return unknownId(other, reader);
    const reversed = cameAfter(first, second);
    const [before, after] = reversed ? [other, one] : [one, other];
    const [a, b] = reversed ? [second, first] : [first, second];
    const difference = differenceOf(a.up, b.up);
    const [from, to] = [rootCommit(a.chain), rootCommit(b.chain)];
    const code = await compareCommits(from, to, ports);
    const now = new Date(ports.now()).toISOString();
    const findings = [
        ...reader.findings(),
        ...walkFindings(a.up, now),
        ...walkFindings(b.up, now),
        ...code.findings,
    ];
    return makeReport({
        gate: traceGate,
        verdict: from === undefined || to === undefined ? 'inconclusive' : 'pass',
        title: diff_titleOf(before, after, difference, code.comparison),
        findings: diff_unique(findings),
        facts: {
            before,
            after,
            from: from ?? null,
            to: to ?? null,
            chain: b.chain,
            chains: { before: a.chain, after: b.chain },
            diff: {
                ...difference,
                commits: code.comparison?.commits ?? [],
                moves: code.comparison?.moves ?? [],
                configs: code.comparison?.configs ?? [],
            },
        },
        sections: diff_sectionsOf(before, after, difference, code.comparison),
    });
}
function cameAfter(one, other) {
    const [later, earlier] = [replaces(one, other), replaces(other, one)];
    return later === earlier ? madeAt(one) > madeAt(other) : later;
}
function replaces({ up }, { start }) {
    const own = up.steps.filter(({ depth }) => depth === 0).flatMap(({ records }) => records);
    return own.some((record) => start.some(({ id }) => id === record.replaces));
}
function madeAt({ up }) {
    const start = up.steps
        .filter(({ depth }) => depth === 0)
        .flatMap(({ records }) => records.map(({ at }) => at));
    return start.toSorted()[0] ?? '';
}
async function compareCommits(from, to, { compare }) {
    if (from === undefined || to === undefined)
        return {
            findings: [detailsUnread('one of the chains leads to no single commit, so the code was not compared')],
        };
    if (from === to)
        return { comparison: { commits: [], moves: [], configs: [], sections: [] }, findings: [] };
    if (compare === undefined)
        return {
            findings: [
                detailsUnread('the code was not compared: that needs a clone, or the address of the repository'),
            ],
        };
    try {
        return { comparison: await compare(from, to), findings: [] };
    }
    catch (error) {
        if (!isUserError(error))
            throw error;
        return { findings: [detailsUnread(`the code was not compared: ${error.message}`, error.help)] };
    }
}
function diff_unique(findings) {
    return uniqueBy(findings, ({ rule, message }) => `${rule} ${message}`);
}
function diff_titleOf(before, after, { parameters, dependencies, metrics }, comparison) {
    const parts = [
        comparison === undefined ? undefined : count(comparison.commits.length, 'commit'),
        count(parameters.length, 'parameter'),
        count(packagesOf(dependencies, comparison).size, 'package'),
        count(metrics.length, 'metric'),
    ].filter((part) => part !== undefined);
    return `From ${before} to ${after}: ${parts.join(', ')} changed`;
}
function packagesOf(dependencies, comparison) {
    const moves = Array.isArray(comparison?.moves) ? comparison.moves : [];
    const moved = moves.flatMap((move) => typeof move === 'object' && move !== null && 'name' in move ? [String(move.name)] : []);
    return new Set([...dependencies.map(({ name }) => name), ...moved]);
}
function diff_sectionsOf(before, after, difference, comparison) {
    const table = (title, rows) => rows.length === 0
        ? []
        : [
            {
                kind: 'table',
                title,
                open: true,
                columns: [
                    { title: 'What', code: true },
                    { title: before, code: true },
                    { title: after, code: true },
                ],
                rows: rows
                    .slice(0, 200)
                    .map(({ name, before: old, after: now }) => [name, valueText(old), valueText(now)]),
            },
        ];
    return [
        ...table('Artifacts', difference.artifacts),
        ...commitTable(comparison?.commits ?? []),
        ...table('Parameters', difference.parameters),
        ...table('Packages', difference.dependencies),
        ...table('Metrics', difference.metrics),
        ...table('Files', difference.files),
        ...(comparison?.sections ?? []),
    ];
}
function commitTable(commits) {
    if (commits.length === 0)
        return [];
    return [
        {
            kind: 'table',
            title: 'Commits',
            open: true,
            columns: [{ title: 'Commit', code: true }, { title: 'Author' }, { title: 'Subject' }],
            rows: commits.map(({ sha, author, message }) => [
                sha.slice(0, 8),
                author,
                message.split('\n', 1)[0] ?? '',
            ]),
        },
    ];
}
function valueText(value) {
    if (value === undefined)
        return '';
    return typeof value === 'string' ? value : JSON.stringify(value);
}

;// CONCATENATED MODULE: ./build/src/lineage/gate/lines.js




const maxLines = 500;
async function traceLines(request, traced, reader, { lines: source, now }) {
    const until = rootCommit(traced.chain);
    const nothing = (message, help) => ({
        facts: { lines: [] },
        sections: [],
        findings: [detailsUnread(message, help)],
    });
    if (until === undefined)
        return nothing('the chain leads to no single commit, so no line can be told');
    if (source === undefined)
        return nothing(`the history of ${request.path} needs a clone, or the address of the repository`);
    const before = await versionBefore(request, traced, reader, now);
    try {
        const lines = await source.blame({
            until,
            path: request.path,
            lines: request.lines,
            since: before?.commit,
        });
        return lines_resultOf(request.path, lines, before);
    }
    catch (error) {
        if (!isUserError(error))
            throw error;
        return nothing(`the history of ${request.path} could not be read: ${error.message}`, error.help);
    }
}
async function versionBefore({ since }, traced, reader, now) {
    const id = since ?? (await previousOf(traced, reader));
    if (id === undefined)
        return undefined;
    const before = await traceFrom(id, reader, { now });
    const commit = before === undefined ? undefined : rootCommit(before.chain);
    return { id, ...(commit === undefined ? {} : { commit }) };
}
async function previousOf({ up }, reader) {
    const step = up.steps.find(({ node }) => node.kind === 'serving');
    if (step === undefined)
        return undefined;
    const service = step.node.service;
    const group = service === undefined ? [] : [{ kind: 'serving', id: service }];
    const [mentions = []] = await reader.mentioning(group);
    const previous = previousServing(step.node, [...step.mentions, ...mentions]);
    return previous?.digest ?? previous?.id;
}
function lines_resultOf(path, lines, before) {
    const changed = lines.filter(({ sha }) => sha !== undefined).slice(0, maxLines);
    const range = before?.commit === undefined ? '' : ` since ${before.id} (${before.commit.slice(0, 8)})`;
    const table = {
        kind: 'table',
        title: `Lines of ${path} changed${range}`,
        open: true,
        columns: [
            { title: 'Line', align: 'right' },
            { title: 'Commit', code: true },
            { title: 'Author' },
            { title: 'Why' },
            { title: 'Text', code: true },
        ],
        rows: changed.map((one) => [
            String(one.line),
            one.sha?.slice(0, 8) ?? '',
            one.author ?? '',
            one.subject ?? '',
            one.text.slice(0, 200),
        ]),
    };
    const none = { kind: 'list', title: `No line of ${path} changed${range}`, items: [] };
    return {
        facts: { lines: changed, previous: before ?? null },
        sections: [changed.length === 0 ? none : table],
        findings: [],
    };
}

;// CONCATENATED MODULE: ./build/src/lineage/gate/trace.js






function traceOrDiff(question, ports) {
    const { id, diff, file, line, since, reproduce } = question;
    if (diff !== undefined)
        return traceDiff(id, diff, ports);
    const lines = file === undefined ? undefined : { path: file, lines: line, since };
    return trace({ id, reproduce, lines }, ports);
}
async function trace(request, ports) {
    const reader = await openReader(await ports.ledger.snapshot());
    const traced = await traceFrom(request.id, reader, ports);
    if (traced === undefined)
        return unknownId(request.id, reader);
    const more = [
        ...(request.lines === undefined ? [] : [await traceLines(request.lines, traced, reader, ports)]),
        ...(request.reproduce === true ? [recipes(traced)] : []),
    ];
    return withMore(chainReport(request.id, traced, reader.findings()), more);
}
function recipes({ up }) {
    const all = reproductions(up);
    return {
        facts: { reproduce: all },
        sections: all.map(reproductionSection),
        findings: reproductionFindings(all),
    };
}
function withMore(report, more) {
    return {
        ...report,
        findings: [...report.findings, ...more.flatMap(({ findings }) => findings)],
        facts: more.reduce((all, { facts }) => ({ ...all, ...facts }), report.facts),
        sections: [...more.flatMap(({ sections }) => sections), ...(report.sections ?? [])],
    };
}

;// CONCATENATED MODULE: ./build/src/bundles/lineage.js









module.exports = __webpack_exports__;
/******/ })()
;