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
  boardPolicy: () => (/* reexport */ boardPolicy),
  buildDashboard: () => (/* reexport */ buildDashboard),
  keepIssues: () => (/* reexport */ keepIssues),
  mergedOnly: () => (/* reexport */ mergedOnly),
  owedEvaluations: () => (/* reexport */ owedEvaluations)
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

;// CONCATENATED MODULE: ./build/src/board/settings.js
const boardDefaults = {
    owedHours: 24,
    tolerance: 0.5,
    unit: 'points',
    prefix: '',
    hotfixBranches: ['hotfix/'],
};
const limits = {
    attention: 30,
    services: 30,
    before: 5,
    chain: 60,
    gaps: 20,
    merges: 30,
    trends: 12,
    debts: 60,
    versions: 30,
    unread: 50,
    metrics: 12,
};

;// CONCATENATED MODULE: ./build/src/kernel/fields.js

const fields_text = (expects = 'text') => ({ expects, parse: (raw) => raw });
const flag = {
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
function integer(limits = {}) {
    const { min = Number.MIN_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER } = limits;
    return {
        expects: `a whole number${rangeText(limits.min ?? -Infinity, limits.max ?? Infinity)}`,
        parse: (raw) => (/^[-+]?\d+$/.test(raw) ? within(Number(raw), min, max) : undefined),
    };
}
const list = {
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
        const values = (list.parse(raw) ?? []).map((item) => /^\d{1,9}$/.test(item) ? Number(item) : Number.NaN);
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

;// CONCATENATED MODULE: ./build/src/kernel/record.js
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./build/src/kernel/kinds.js


const kinds_flag = { schema: { type: 'boolean' }, field: flag };
function kinds_choice(allowed) {
    return { schema: { enum: allowed }, field: choice(allowed) };
}
function kinds_number({ above, ...limits } = {}) {
    const lower = above === undefined ? {} : { exclusiveMinimum: above };
    return { schema: { type: 'number', ...lower, ...range(limits) }, field: number(limits) };
}
function kinds_integer(limits = {}) {
    return { schema: { type: 'integer', ...range(limits) }, field: integer(limits) };
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
function map(values, keys) {
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
    field: list,
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
        const paths = list.parse(raw);
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

;// CONCATENATED MODULE: ./build/src/policy/policy-path.js
const policyPath = '.github/model-gates.yml';

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

;// CONCATENATED MODULE: ./build/src/board/gate/settings.js






async function boardPolicy(tree, given) {
    const named = given.trunk === undefined ? {} : { trunk: given.trunk };
    if (tree === undefined)
        return { settings: { ...boardDefaults, ...named }, findings: [] };
    try {
        const { policy, findings } = await loadPolicy(tree, given.policy ?? policyPath);
        const [broken] = findings;
        const settings = { ...settingsBy(policy), ...named };
        return { settings, findings: broken === undefined ? [] : [unusable(broken.message, broken.help)] };
    }
    catch (error) {
        if (!isUserError(error))
            throw error;
        return { settings: { ...boardDefaults, ...named }, findings: [unusable(error.message, error.help)] };
    }
}
function settingsBy({ regression, hotfix, versioning, trunk }) {
    return {
        tolerance: regression.tolerance ?? regressionDefaults.tolerance,
        unit: regression.unit ?? regressionDefaults.unit,
        owedHours: hotfix.evaluateWithinHours,
        prefix: versioning.prefix ?? boardDefaults.prefix,
        hotfixBranches: hotfix.branches.map((glob) => glob.replace(/[*?[{].*$/, '')).filter(Boolean),
        ...(trunk === undefined ? {} : { trunk }),
    };
}
function unusable(message, help) {
    return boardRules['policy-unread'].finding({
        message: `The policy was not used: ${message}`,
        help: help ?? 'Mend the policy; tolerance, deadlines and the name of trunk are the defaults until then.',
    });
}

;// CONCATENATED MODULE: ./build/src/policy/rules.js

const rules_policyRules = defineRules('policy', {
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
const rules_trunkRules = defineRules('trunk', {
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

;// CONCATENATED MODULE: ./build/src/report/model.js

const verdicts = (/* unused pure expression or super */ null && (['pass', 'fail', 'inconclusive', 'exempt', 'skipped']));
const severities = (/* unused pure expression or super */ null && (['error', 'warning', 'notice']));
const gravity = ['fail', 'inconclusive', 'exempt', 'pass', 'skipped'];
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

;// CONCATENATED MODULE: ./build/src/kernel/compare.js
function compare_compareText(a, b) {
    return a < b ? -1 : Number(a > b);
}

;// CONCATENATED MODULE: ./build/src/board/commits.js



function recordedCommits(records) {
    const groups = groupBy(records, commitOf);
    const commits = [...groups].flatMap(([sha, own]) => sha === undefined ? [] : [{ sha, records: own.toSorted(earlier) }]);
    return new Map(commits.map((commit) => [commit.sha, commit]));
}
function commitOf({ inputs }) {
    return inputs.find(({ kind }) => kind === 'commit')?.id;
}
function earlier(a, b) {
    return compare_compareText(a.at, b.at) || compare_compareText(a.id, b.id);
}
function branchOf(ref) {
    if (ref === undefined || ref.startsWith('refs/tags/'))
        return undefined;
    return ref.replace(/^refs\/heads\//, '');
}
function isTrunk(branch, { trunk }) {
    return trunk === undefined ? branch === 'main' || branch === 'master' : branch === trunk;
}
function mergesOf(commits, records, settings) {
    const hotfixes = hotfixPulls(records, settings);
    return [...commits.values()]
        .flatMap((commit) => mergeOf(commit, hotfixes, settings) ?? [])
        .toSorted((a, b) => compare_compareText(b.at, a.at) || compare_compareText(b.sha, a.sha));
}
function mergeOf({ sha, records }, hotfixes, settings) {
    const merged = records.find((record) => isMergeTarget(mergedInto(record), settings)) ??
        records.find((record) => hotfixMinutes(record) !== undefined);
    const branch = merged === undefined ? undefined : mergedInto(merged);
    if (merged === undefined || branch === undefined)
        return undefined;
    const gates = gatesOf(records);
    const pullRequest = first(records, 'pr_number');
    const hotfix = records.some((record) => isHotfix(record, settings)) ||
        (pullRequest !== undefined && hotfixes.has(pullRequest));
    const issue = firstNumber(records, 'evaluation_issue') ?? 0;
    return {
        sha,
        at: merged.at,
        branch,
        hotfix,
        gates,
        metrics: metricsOf(records),
        author: first(records, 'author'),
        pullRequest,
        verdict: verdictOver(gates),
        run: first(records, 'run'),
        minutes: firstNumber(records, 'hotfix_minutes'),
        issue: Number.isSafeInteger(issue) && issue > 0 ? issue : undefined,
    };
}
function mergedInto({ git_ref: ref, parameters }) {
    const told = parameters?.['merged_into'];
    return branchOf(typeof told === 'string' && told !== '' ? told : ref);
}
function isMergeTarget(branch, settings) {
    return branch !== undefined && (isTrunk(branch, settings) || branch.startsWith('release/'));
}
function hotfixPulls(records, settings) {
    const pulls = records.filter((record) => isHotfix(record, settings)).map((record) => record.pr_number);
    return new Set(pulls.filter((number) => number !== undefined));
}
function isHotfix({ git_ref: ref, parameters }, { hotfixBranches }) {
    const branch = branchOf(ref);
    if (parameters?.['mode'] === 'hotfix' || numberIn(parameters, 'hotfix_minutes') !== undefined)
        return true;
    return branch !== undefined && hotfixBranches.some((start) => branch.startsWith(start));
}
function hotfixMinutes({ parameters }) {
    return numberIn(parameters, 'hotfix_minutes');
}
function numberIn(parameters, name) {
    const value = parameters?.[name];
    if (typeof value === 'number' && value >= 0)
        return value;
    return typeof value === 'string' && /^\d{1,15}(?:\.\d{1,3})?$/.test(value) ? Number(value) : undefined;
}
function firstNumber(records, name) {
    return records.map(({ parameters }) => numberIn(parameters, name)).find((value) => value !== undefined);
}
function first(records, key) {
    return records.find((record) => record[key] !== undefined)?.[key];
}
function gatesOf(records) {
    const last = new Map();
    for (const record of records)
        for (const told of record.verdicts ?? [])
            last.set(told.gate, resultOf(told, record.at));
    const single = [...last.values()].filter(({ gate }) => gate !== 'model-gates');
    return single.length > 0 ? single : [...last.values()];
}
function verdictOver(gates) {
    return gates.length === 0 ? undefined : worstVerdict(gates.map(({ verdict }) => verdict));
}
function resultOf(told, at) {
    const { gate, verdict, title, exempted_by: exemptedBy, exempted_at: exemptedAt, reason } = told;
    return { gate, verdict, at, title, exemptedBy, exemptedAt, exemptedSha: told.exempted_sha, reason };
}
function metricsOf(records) {
    const telling = records.filter(({ outputs }) => outputs.some(({ kind }) => kind === 'verdict' || kind === 'evaluation'));
    return new Map(telling.flatMap(({ metrics = {} }) => Object.entries(metrics)));
}
function isDecided(verdict) {
    return verdict === 'pass' || verdict === 'fail';
}

;// CONCATENATED MODULE: ./build/src/board/debts.js


const evaluationGate = 'regression-gate';
function debtsOf(merges, commits, settings, now) {
    const debts = merges.flatMap((merge) => {
        const records = commits.get(merge.sha)?.records ?? [];
        return liftedOf(merge, records).map((lifted) => debtOf(lifted, merge, records, settings, now));
    });
    return debts.toSorted((a, b) => Number(a.state === 'paid') - Number(b.state === 'paid') ||
        (a.state === 'paid' ? compare_compareText(b.at, a.at) : compare_compareText(a.due, b.due)) ||
        compare_compareText(a.sha, b.sha) ||
        compare_compareText(a.gate, b.gate));
}
function liftedOf(merge, records) {
    const kind = merge.hotfix ? 'hotfix' : 'exemption';
    const lifted = new Map();
    for (const record of records)
        for (const told of record.verdicts ?? []) {
            if (told.gate === 'model-gates' || lifted.has(told.gate))
                continue;
            const skipped = merge.hotfix && told.gate === evaluationGate && told.verdict === 'skipped';
            if (told.verdict === 'exempt' || skipped)
                lifted.set(told.gate, { kind, result: resultOf(told, record.at), record });
        }
    const told = merge.issue === undefined && merge.gates.some(({ gate }) => gate === evaluationGate);
    if (merge.hotfix && !told && !lifted.has(evaluationGate))
        lifted.set(evaluationGate, { kind, record: undefined, result: unrecorded(merge.at, records) });
    return [...lifted.values()];
}
function unrecorded(at, records) {
    const [exemptedBy, exemptedSha] = ['approved_by', 'approved_sha'].map((name) => textIn(records, name));
    const reason = 'no evaluation was recorded';
    return { gate: evaluationGate, verdict: 'skipped', at, reason, exemptedBy, exemptedSha };
}
function textIn(records, name) {
    return records
        .map(({ parameters }) => parameters?.[name])
        .find((value) => typeof value === 'string' && value !== '');
}
function debtOf({ kind, result, record }, merge, records, settings, now) {
    const settled = settledBy(result, record, records);
    const due = dueAt(records, result.at, settings.owedHours);
    const open = due < now ? 'overdue' : 'owed';
    const { sha, branch, pullRequest, author, minutes, issue } = merge;
    return {
        kind,
        gate: result.gate,
        sha,
        branch,
        pullRequest,
        author,
        by: result.exemptedBy,
        on: result.exemptedSha,
        reason: result.reason ?? record?.note ?? result.title,
        at: result.at,
        due,
        state: settled === undefined ? open : 'paid',
        settled,
        minutes,
        issue,
        serving: [],
    };
}
function settledBy({ gate, at }, lifted, records) {
    for (const record of records) {
        if (record.id === lifted?.id || record.at < at)
            continue;
        const said = record.verdicts?.find((told) => told.gate === gate && isDecided(told.verdict));
        if (said !== undefined)
            return { at: record.at, verdict: said.verdict };
        const measured = Object.keys(record.metrics ?? {}).length > 0 &&
            record.outputs.some(({ kind }) => kind === 'evaluation') &&
            record.verdicts === undefined;
        if (gate === evaluationGate && measured)
            return { at: record.at };
    }
    return undefined;
}
const isoTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;
function dueAt(records, at, hours) {
    const told = textIn(records, 'evaluate_by');
    const given = told !== undefined && isoTime.test(told) ? Date.parse(told) : Number.NaN;
    return new Date(Number.isNaN(given) ? Date.parse(at) + hours * 3_600_000 : given).toISOString();
}

;// CONCATENATED MODULE: ./build/src/board/owed.js


function hotfixDebts(records, settings, now) {
    const commits = recordedCommits(records);
    const debts = debtsOf(mergesOf(commits, records, settings), commits, settings, now);
    return debts.filter(({ kind, gate }) => kind === 'hotfix' && gate === evaluationGate);
}

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

;// CONCATENATED MODULE: ./build/src/kernel/system-error.js

const refusals = new Map([
    ['ENOSPC', ['the disk is full', 'Free some space and run it again.']],
    ['EDQUOT', ['the disk quota is used up', 'Free some space and run it again.']],
    ['EROFS', ['the file system is read-only', 'Run it where files may be written.']],
    ['EACCES', ['access was refused', 'Run it as a user who may read and write there.']],
    ['EPERM', ['access was refused', 'Run it as a user who may read and write there.']],
    ['EMFILE', ['too many files are open', 'Raise the limit (`ulimit -n`), or run fewer commands at once.']],
    ['ENFILE', ['too many files are open', 'Run fewer commands at once.']],
    ['EIO', ['the disk failed', 'Check the disk, and run it again.']],
]);
const absences = new Map([
    [
        'mkdtemp',
        [
            'there is no folder for temporary files',
            'Make it, or let TMPDIR (in a job: RUNNER_TEMP) name one that is there.',
        ],
    ],
    ['uv_cwd', ['the folder in which this runs is gone', 'Change to a folder that is there.']],
]);
function asUserError(error) {
    if (isUserError(error))
        return error;
    if (!(error instanceof Error) || !('code' in error))
        return undefined;
    const call = error.code === 'ENOENT' && 'syscall' in error ? String(error.syscall) : '';
    const [what, help] = absences.get(call) ?? refusals.get(String(error.code)) ?? [];
    if (what === undefined || help === undefined)
        return undefined;
    return new user_error_UserError(`${what} (${error.message})`, { help, cause: error });
}

;// CONCATENATED MODULE: ./build/src/report/error-report.js



function errorReport(gate, error) {
    const finding = errorFinding(error);
    return makeReport({
        gate,
        title: `Could not judge: ${firstSentence(finding.message)}`,
        findings: [finding],
        facts: {},
    });
}
function errorFinding(error) {
    const told = asUserError(error);
    if (told === undefined) {
        const help = 'Please report it with the debug log (re-run the job with debug logging on).';
        const message = `This is a fault of model-gates, not of your change: ${error instanceof Error ? error.message : String(error)}`;
        return { ...runtimeRules.bug.finding({ message, help }), help };
    }
    const { message, help = 'Mend what is named here and run the step again.', place } = told;
    return { ...runtimeRules['cannot-run'].finding({ message, help, ...place }), help };
}
function firstSentence(message) {
    const line = message.split('\n', 1)[0] ?? '';
    return line.length > 160 ? `${line.slice(0, 159)}…` : line;
}

;// CONCATENATED MODULE: ./build/src/report/escape.js
const escape_hidden = /((?<=\p{Extended_Pictographic})\uFE0F|(?<=\p{Extended_Pictographic}\uFE0F?)\u200D(?=\p{Extended_Pictographic}))|(?![\n\t])[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}\p{DI}\u00A0\u2000-\u200A\u202F\u205F\u2800]/gu;
function visible(text) {
    return text
        .toWellFormed()
        .replaceAll('\r\n', '\n')
        .replace(escape_hidden, (char, joiner) => joiner ?? codePoint(char));
}
function oneLine(text) {
    return visible(text)
        .replaceAll(/[\n\t]/g, ' ')
        .trim();
}
function codePoint(char) {
    return `[U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;
}
function commandData(text) {
    return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
function commandProperty(text) {
    return commandData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
function logText(text) {
    return withoutCommands(visible(text));
}
function withoutCommands(lines) {
    return lines.replaceAll(/^([^\S\n]*):(?=:)/gm, '$1: ').replaceAll('##[', '## [');
}
const ansi = /[\u001B\u009B](?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001B]*(?:\u0007|\u001B\\)|[0-?]*[ -/]*[@-~])/g;
function terminalText(text) {
    return withoutCommands(oneLine(text.replace(ansi, '')));
}
const entities = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
    '`': '&#96;',
};
function htmlText(text) {
    return visible(text).replace(/[&<>"'`]/g, (char) => entities[char] ?? '');
}
const token = /`([^`|\s](?:[^`|]*[^`|\s])?)`|([\w.+\-/@#:$]+)|(`|[^`\w.+\-/@#:$]+)/g;
const fileEnding = /\.(?:ya?ml|jsonl?|csv|toml|lock|txt|py|cfg|ini|sh|md|safetensors|bin|pt|parquet|eval|zip)(?::\d+)*$/i;
function mdText(text) {
    return segments(oneLine(text))
        .map((part) => (part.code ? mdCode(part.text) : escapePunctuation(part.text)))
        .join('')
        .replace(/^(?=[-+=])|(?<=^\d{1,9})(?=[.)](?: |$))/, '\\');
}
function mdHtml(text) {
    return segments(oneLine(text))
        .map((part) => (part.code ? `<code>${htmlText(part.text)}</code>` : htmlText(part.text)))
        .join('');
}
function segments(line) {
    const merged = [];
    for (const [, code, word, other = ''] of line.matchAll(token)) {
        const parts = word === undefined ? [{ code: code !== undefined, text: code ?? other }] : wordSegments(word);
        for (const part of parts) {
            const last = merged.at(-1);
            if (last?.code !== part.code)
                merged.push(part);
            else
                merged[merged.length - 1] = { code: part.code, text: last.text + part.text };
        }
    }
    return merged;
}
function wordSegments(word) {
    if (isWhole(word))
        return [{ code: true, text: word }];
    const end = coreLength(word);
    if (!isCode(word.slice(0, end)))
        return [{ code: false, text: word }];
    const after = word.slice(end);
    return [{ code: true, text: word.slice(0, end) }, ...(after === '' ? [] : [{ code: false, text: after }])];
}
function isWhole(word) {
    return /:\/\/|www\.|:[\w+-]+:/i.test(word);
}
function coreLength(word) {
    let end = word.length;
    while (end > 0 && '.:-+/'.includes(word.charAt(end - 1)))
        end--;
    return end;
}
function isCode(word) {
    return (/[@#$_]|GH-\d/i.test(word) ||
        fileEnding.test(word) ||
        word.split(/[^0-9a-z]+/i).some((part) => /^[0-9a-f]{7,64}$/i.test(part)));
}
function escapePunctuation(text) {
    return text.replace(/[\\*[\]~|`&<>]/g, (char) => mdEntities[char] ?? `\\${char}`);
}
const mdEntities = { ...entities, '|': '&#124;' };
function mdCode(text) {
    const line = oneLine(text);
    if (line === '')
        return '';
    const fence = '`'.repeat(longestRun(line) + 1);
    const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
    return fence + pad + line + pad + fence;
}
function mdCellCode(text) {
    return mdCode(text).replaceAll('|', '\\|');
}
function mdLink(label, url) {
    return url === undefined ? label : `[${label}](${mdUrl(url)})`;
}
function mdUrl(url) {
    return /^https?:\/\//i.test(url)
        ? url.toWellFormed().replace(/[^\w\-.~:/?#@!$&+,;=%]/gu, escape_encodeURIComponentFully)
        : '#';
}
function escape_encodeURIComponentFully(text) {
    return encodeURIComponent(text.toWellFormed()).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}
function mdFence(language, text) {
    const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
    return `${fence}${language}\n${visible(text)}\n${fence}\n`;
}
function longestRun(text) {
    return Array.from(text.matchAll(/`+/g), ([run]) => run.length).reduce((a, b) => Math.max(a, b), 0);
}

;// CONCATENATED MODULE: ./build/src/policy/owed.js



function holdsBack(word, headSha) {
    if (word === undefined)
        return undefined;
    if (!word.read)
        return 'the ledger could not be read, so nobody knows what earlier hotfixes still owe';
    const overdue = word.owed.find(({ state, sha }) => state === 'overdue' && sha !== headSha);
    return overdue === undefined ? undefined : `the evaluation of ${nameOf(overdue)} is overdue`;
}
function owedFindings(word) {
    if (word === undefined)
        return [];
    if (!word.read)
        return [ledgerUnread(word.reason)];
    return overdueFindings(word.owed, 'warning');
}
function overdueFindings(owed, severity) {
    return owed
        .filter(({ state }) => state === 'overdue')
        .map((one) => trunkRules['evaluation-overdue'].finding({
        severity,
        message: `The evaluation of ${nameOf(one)} was due ${one.due}, and the ledger holds none.`,
        help: `Evaluate ${one.sha.slice(0, 8)} in full and record what came of it: record-lineage with \`from: commit ${one.sha}\` and the report of regression-gate.`,
    }));
}
function branchesOf({ branch }, trunk) {
    const own = branch.startsWith('release/') ? [branch] : [];
    return trunk === undefined ? own : [...own, trunk];
}
function notMerged(owed, branches) {
    const where = branches.length === 0
        ? 'it names neither trunk nor a release branch'
        : `${branches.join(' and ')} ${plural(branches.length, 'does', 'do')} not hold it`;
    return rules_trunkRules['hotfix-not-merged'].finding({
        message: `The ledger tells of ${nameOf(owed)} merged into ${owed.branch} as ${owed.sha.slice(0, 8)}, and ${where}: it is neither evaluated nor owed.`,
        help: `See who wrote the record: \`model-gates trace ${owed.sha}\`. Where the branch was deleted or forced to another history, nothing is left to evaluate.`,
    });
}
function ledgerUnread(reason) {
    return trunkRules['ledger-unread'].finding({
        message: `The ledger could not be read: ${reason}`,
        help: 'Give the job `contents: read`, and run it again.',
    });
}
function owedTable(owed) {
    return {
        kind: 'table',
        title: 'Evaluations that hotfixes owe',
        open: true,
        columns: [
            { title: 'Commit', code: true },
            { title: 'Pull request' },
            { title: 'Due' },
            { title: 'State' },
            { title: 'Issue' },
        ],
        rows: owed.map(({ sha, pullRequest, due, state, issue }) => [
            sha.slice(0, 8),
            pullRequest === undefined ? '' : `#${pullRequest}`,
            due,
            state,
            issue === undefined ? '' : `#${issue}`,
        ]),
    };
}
function nameOf({ sha, pullRequest }) {
    return `hotfix ${pullRequest === undefined ? sha.slice(0, 8) : `#${pullRequest}`}`;
}
const followUpTitle = 'Evaluate hotfix ';
function issueStep(owed, { title, open, bot }) {
    if (!bot || !title.startsWith(followUpTitle))
        return undefined;
    const commit = mdCode(owed.sha.slice(0, 8));
    if (owed.state === 'overdue')
        return {
            comment: `**Overdue since ${owed.due}.** The ledger holds no evaluation of ${commit}. Evaluate it in full and record its verdict; this issue is then closed by itself. Until then a hotfix is evaluated on fewer samples, instead of not at all.`,
            ...(open ? {} : { become: 'open' }),
        };
    if (owed.state === 'owed' || !open)
        return undefined;
    if (owed.verdict === 'fail')
        return {
            comment: `The evaluation of ${commit} is recorded, and it **failed**: revert or mend the hotfix, then close this issue.`,
        };
    const said = owed.verdict === undefined ? 'its values are' : `its verdict, **${owed.verdict}**, is`;
    return { comment: `${commit} is evaluated: ${said} in the ledger.`, become: 'closed' };
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
const shape_flag = {
    schema: { type: 'boolean' },
    read: (value, path, problems) => typeof value === 'boolean' ? value : problems.add(path, `expected true or false, got ${kindOf(value)}`),
};
function shape_integer(minimum) {
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
function shape_map(name, item, most) {
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
                : problems.add(path, `holds an invisible character (${texts_codePoint(found[0])})`);
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
                : problems.add(path, `holds a character that cannot be told from a space or from nothing (${texts_codePoint(found[0])})`);
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
                : problems.add(path, `holds an invisible character (${texts_codePoint(found[0])})`);
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
    return found.slice(0, 5).map((char) => `${char} (${texts_codePoint(char)})`);
}
function tooLong(text, most) {
    return `has ${text.length} characters, at most ${most} are allowed`;
}
function texts_codePoint(char) {
    const found = char.codePointAt(0) ?? 0;
    return `U+${found.toString(16).toUpperCase().padStart(4, '0')}`;
}

;// CONCATENATED MODULE: ./build/src/lineage/record/model.js


const model_nodeKinds = [
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
    kind: described(oneOf(model_nodeKinds), 'What it is.'),
    id: described(texts_name(maxIdLength), 'Its name. Of a commit the full SHA; of an image its reference; anything for the others, in one line of visible characters.'),
    digest: optional(digest),
    service: optional(texts_name(maxIdLength), 'Of a serving version: the service that it is a version of. The version before it is found by this.'),
    external: optional(shape_flag, 'Made elsewhere: no record is missed.'),
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
    attempt: optional(shape_integer(1)),
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
    samples: shape_integer(0),
    bytes: shape_integer(1),
});
const draft = object({
    schema: defaulted(constant(1), 1),
    inputs: described(shape_list(nodes, 100), 'What went in.'),
    outputs: described(shape_list(nodes, 100, 1), 'What came out.'),
    id: optional(texts_name(200), 'Names the record. Default: made from the content less the time, so that the same link recorded twice is one record.'),
    at: optional(time, 'ISO 8601 with its zone. Default: now.'),
    by: optional(line(200), 'Who recorded it. Default: the actor of the workflow, or the user.'),
    git_ref: optional(line(1000), 'Branch or tag that was built.'),
    author: optional(line(200), 'Author of the commit.'),
    pr_number: optional(shape_integer(1), 'Pull request of the commit.'),
    repository: optional(line(1000), 'owner/name, or an address.'),
    run: optional(run, 'The workflow run.'),
    command: optional(prose(20_000), 'What repeats the step.'),
    seed: optional(shape_integer(0), 'Of the random numbers.'),
    files: optional(shape_list(file, 200), 'Files that were read, by content.'),
    parameters: optional(shape_map(line(200), scalar, 2000), 'Parameters of the step, by dotted path.'),
    dependencies: optional(shape_map(line(200), line(200), 2000), 'Package name and the version that was installed.'),
    metrics: optional(shape_map(line(200), finite, 500), 'Values of metrics.'),
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

;// CONCATENATED MODULE: ./build/src/lineage/record/layout.js


const indexKinds = [...model_nodeKinds, 'record'];
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

;// CONCATENATED MODULE: ./build/src/board/gate/records.js






const kinds = ['serving', 'verdict', 'evaluation', 'weights', 'job', 'image', 'commit'];
const maxRecords = 50_000;
const batch = 5000;
async function boardRecords(snapshot, most = maxRecords) {
    const reader = await openReader(snapshot);
    const waiting = new Map([...snapshot.inbox].map(([key, { blob }]) => [blob, `inbox/${key}`]));
    const indexed = await indexedBlobs(snapshot);
    const all = new Map([...waiting, ...indexed]);
    const chosen = [...all].slice(0, most);
    const read = await readAll(snapshot, chosen);
    const named = byId(read.records.toSorted((a, b) => Number(indexed.has(b.oid)) - Number(indexed.has(a.oid))));
    const told = [...reader.findings(), ...read.findings, ...named.flatMap(conflicting)];
    return {
        records: counted(named.flatMap(([first]) => (first === undefined ? [] : [first]))),
        findings: records_unique([...told, ...cutFinding(chosen.length, all.size)]),
        ...(chosen.length < all.size ? { lookup: reader.mentioning } : {}),
    };
}
async function indexedBlobs(snapshot) {
    const shards = Array.from({ length: 256 }, (_, shard) => shard.toString(16).padStart(2, '0'));
    const folders = kinds.flatMap((kind) => shards.map((shard) => `by/${kind}/${shard}`));
    const listed = await snapshot.list(folders);
    const blobs = new Map();
    for (const folder of folders)
        for (const [name, oid] of listed.get(folder) ?? [])
            if (!blobs.has(oid))
                blobs.set(oid, `${folder}/${name}`);
    return blobs;
}
async function readAll(snapshot, chosen) {
    const records = [];
    const findings = [];
    for (let at = 0; at < chosen.length; at += batch) {
        const part = chosen.slice(at, at + batch);
        const contents = await snapshot.read(part.map(([oid]) => oid));
        for (const [oid, name] of part) {
            const record = recordIn(contents.get(oid), name, (finding) => findings.push(finding));
            if (record !== undefined)
                records.push({ oid, record });
        }
    }
    return { records, findings };
}
function cutFinding(read, all) {
    if (read >= all)
        return [];
    return [
        boardRules['records-cut'].finding({
            message: `${grouped(read)} of ${grouped(all)} records were read; merges, metrics and exemptions may lack some`,
            help: 'What serves was read first, and its chains are whole. Ask `model-gates trace` for what is missing here.',
        }),
    ];
}
function byId(records) {
    const groups = groupBy(records, ({ record }) => record.id);
    return [...groups.values()].map((same) => same.map(({ record }) => record));
}
function conflicting([first, ...others]) {
    if (first === undefined || others.every((other) => sameRecord(first, other)))
        return [];
    return [twins(first.id)];
}
function counted(records) {
    const corrected = new Set(records.map(({ corrects }) => corrects));
    return records.filter(({ id }) => !corrected.has(id));
}
function records_unique(findings) {
    return uniqueBy(findings, ({ message }) => message).toSorted((a, b) => compare_compareText(a.message, b.message));
}

;// CONCATENATED MODULE: ./build/src/board/gate/owed.js






async function owedEvaluations(snapshot, policy, now) {
    const { records } = await boardRecords(snapshot);
    return hotfixDebts(records, settingsBy(policy), new Date(now).toISOString()).map(owedOf);
}
function owedOf({ sha, branch, pullRequest, issue, due, state, settled }) {
    return { sha, branch, due, state, pullRequest, issue, verdict: settled?.verdict };
}
const mostAsked = 100;
async function mergedOnly(owed, trunk, holds) {
    const unpaid = owed.filter(({ state }) => state !== 'paid').slice(0, mostAsked);
    const asked = [];
    for (const one of unpaid)
        asked.push({ one, ...(await standingOf(one, branchesOf(one, trunk), holds)) });
    const refuted = new Set(asked.filter(({ merged }) => merged === false).map(({ one }) => one));
    return {
        owed: owed.filter((one) => !refuted.has(one)),
        evaluate: asked.filter(({ merged }) => merged === true).map(({ one }) => one.sha),
        findings: asked.flatMap(({ finding }) => finding ?? []),
    };
}
async function standingOf(owed, branches, holds) {
    try {
        for (const branch of branches)
            if (await holds(branch, owed.sha))
                return { merged: true };
        return { merged: false, finding: notMerged(owed, branches) };
    }
    catch (error) {
        return {
            finding: failed(`Whether ${owed.sha.slice(0, 8)} was merged cannot be told, so it is not evaluated`, error),
        };
    }
}
const key = 'owed-evaluation';
const most = 30;
async function keepIssues(owed, ports) {
    const findings = [];
    for (const one of owed.filter(({ issue }) => issue !== undefined).slice(0, most)) {
        const problem = await keepIssue(one, one.issue ?? 0, ports).catch(unwritten);
        if (problem !== undefined)
            findings.push(problem);
    }
    return findings;
}
async function keepIssue(owed, number, ports) {
    const facts = await ports.issue(number);
    const step = facts === undefined ? undefined : issueStep(owed, facts);
    if (step === undefined)
        return;
    await ports.keepComment(number, key, step.comment);
    if (step.become !== undefined)
        await ports.change(number, step.become);
}
function unwritten(error) {
    return failed('The issue of a hotfix could not be kept up to date', error);
}
function failed(what, error) {
    const { message, help } = errorFinding(error);
    return rules_trunkRules['hotfix-follow-up-failed'].finding({ message: `${what}: ${message}`, help });
}

;// CONCATENATED MODULE: ./build/src/kernel/moment.js
function momentText(iso) {
    return `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;
}
function spanText(fromIso, toIso) {
    const minutes = Math.floor(Math.abs(Date.parse(toIso) - Date.parse(fromIso)) / 60_000);
    const hours = Math.floor(minutes / 60);
    if (hours < 1)
        return `${minutes} min`;
    if (hours < 10 && minutes % 60 > 0)
        return `${hours} h ${minutes % 60} min`;
    return hours < 48 ? `${hours} h` : `${Math.floor(hours / 24)} days`;
}

;// CONCATENATED MODULE: ./build/src/board/metric-text.js
function metricText(value, shown, signed = false) {
    return `${numberText(value, shown, signed)}${shown.points ? ' points' : ''}`;
}
function numberText(value, { points }, signed = false) {
    const text = points ? (value * 100).toFixed(2) : plain(value);
    const zero = Number(text) === 0;
    const sign = signed && value > 0 && !zero ? '+' : '';
    return `${sign}${(zero ? text.replace('-', '') : text).replace('-', '−')}`;
}
function plain(value) {
    const size = Math.abs(value);
    if (size !== 0 && (size < 0.001 || size >= 1e7))
        return value.toExponential(3);
    return String(Number(value.toPrecision(5)));
}

;// CONCATENATED MODULE: ./build/src/board/attention.js





const levels = ['serving', 'now', 'soon', 'note'];
function attentionOf(parts, trunk) {
    const all = [
        ...parts.debts.flatMap(owed),
        ...parts.services.flatMap(untraced),
        ...lastMerge(parts.merges, trunk),
        ...parts.trends.flatMap(drifted),
        ...parts.unread
            .filter(({ severity }) => severity !== 'notice')
            .map((finding) => ({ finding, part: 'unread', level: 'soon' })),
    ];
    return all.toSorted((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level));
}
function owed({ state, gate, sha, kind, serving, due, pullRequest }) {
    if (state === 'paid')
        return [];
    const overdue = state === 'overdue';
    const pull = pullRequest === undefined ? '' : ` (#${pullRequest})`;
    const where = serving.length === 0 ? '' : `, and it serves in ${serving.slice(0, 3).join(', ')}`;
    const rule = overdue ? boardRules['evaluation-overdue'] : boardRules['evaluation-owed'];
    const finding = rule.finding({
        message: `${gate} was lifted for ${kind} ${sha.slice(0, 8)}${pull} and ${overdue ? 'was' : 'is'} due ${momentText(due)}${where}`,
        help: `Run ${gate} on ${sha.slice(0, 8)} and record its verdict; revert the change if it fails.`,
    });
    const level = overdue ? (serving.length > 0 ? 'serving' : 'now') : 'note';
    return [{ finding, part: 'debts', level }];
}
function untraced({ name, current, complete, gaps }) {
    if (complete)
        return [];
    const gap = gaps.find(({ rule }) => rule === lineageRules['missing-link'].id)?.message;
    const finding = boardRules['serving-untraced'].finding({
        severity: 'warning',
        message: `${current.id} serves ${name}, and a link of its chain is missing${gap === undefined ? '' : `: ${gap}`}`,
        help: 'Record the missing link with record-lineage, in the step that makes it.',
    });
    return [{ finding, part: 'serving', level: 'serving' }];
}
function lastMerge(merges, trunk) {
    const last = merges.find(({ branch }) => isTrunk(branch, trunk === undefined ? {} : { trunk }));
    if (last?.verdict !== 'fail' && last?.verdict !== 'inconclusive')
        return [];
    const gates = last.gates.filter(({ verdict }) => verdict === last.verdict).map(({ gate }) => gate);
    const said = last.verdict === 'fail' ? 'failed' : 'could not decide';
    const finding = boardRules['merge-not-passed'].finding({
        severity: 'warning',
        message: `The last merge to ${last.branch}, ${last.sha.slice(0, 8)}: ${gates.join(' and ')} ${said}`,
        help: 'Look at its report; mend or revert it before more is built on it.',
    });
    return [{ finding, part: 'merges', level: last.verdict === 'fail' ? 'now' : 'soon' }];
}
function drifted(trend) {
    if (trend.state !== 'worse')
        return [];
    const { metric, anchor, drift, tolerance } = trend;
    const since = anchor.release ? `release ${anchor.name}` : `${anchor.name}, the oldest merge shown`;
    const finding = boardRules['metric-drift'].finding({
        severity: 'warning',
        message: `${metric} moved by ${metricText(drift, trend, true)} since ${since}; ${metricText(tolerance, trend)} are tolerated`,
        help: 'Small drops add up: look at the merges between, and set regression.anchor in the policy so that the gate sees them.',
    });
    return [{ finding, part: 'trends', level: 'soon' }];
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

;// CONCATENATED MODULE: ./build/src/board/trends.js


const trendLength = 30;
function trendsOf(merges, released, metricsAt, settings) {
    const trunk = merges.filter(({ branch }) => isTrunk(branch, settings)).toReversed();
    const names = new Set(trunk.flatMap(({ metrics }) => [...metrics.keys()]));
    return [...names]
        .flatMap((metric) => trendOf(metric, trunk, released, metricsAt, settings) ?? [])
        .toSorted((a, b) => b.values.length - a.values.length || compare_compareText(a.metric, b.metric));
}
function trendOf(metric, trunk, released, metricsAt, settings) {
    const values = trunk.flatMap((merge) => trends_valueOf(merge, metric)).slice(-trendLength);
    const [oldest, last] = [values[0], values.at(-1)];
    if (oldest === undefined || last === undefined)
        return undefined;
    const release = released.find(({ sha }) => metricsAt(sha).has(metric));
    const value = release === undefined ? undefined : metricsAt(release.sha).get(metric);
    const anchor = release === undefined || value === undefined
        ? { name: oldest.sha.slice(0, 8), value: oldest.value, release: false }
        : { name: release.tag, value, release: true };
    const points = values.every((one) => isShare(metric, one.value));
    const tolerance = (points && settings.unit === 'points'
        ? settings.tolerance
        : Math.abs(anchor.value) * settings.tolerance) / 100;
    const drift = last.value - anchor.value;
    const lowerIsBetter = isCost(metric);
    const state = stateOf(drift, tolerance, lowerIsBetter);
    return { metric, values, lowerIsBetter, points, anchor, tolerance, drift, state };
}
function trends_valueOf({ sha, at, metrics, pullRequest }, metric) {
    const value = metrics.get(metric);
    return value === undefined ? [] : [{ sha, at, value, pullRequest }];
}
function stateOf(drift, tolerance, lowerIsBetter) {
    if (Math.abs(drift) <= tolerance * (1 + 1e-9))
        return 'inside';
    return drift > 0 === lowerIsBetter ? 'worse' : 'better';
}
function isShare(metric, value) {
    return value >= 0 && value <= 1 && !isCost(metric);
}
function isCost(metric) {
    return /(?:^|[^a-z])(?:loss|ppl|perplexity|latency|ttft|cost|error|wer|cer|mae|mse|rmse|ece|memory|duration|seconds|ms|hallucination\w*)(?:$|[^a-z])/i.test(metric);
}

;// CONCATENATED MODULE: ./build/src/board/serving.js






async function servicesOf(records, now, lookup = lookupIn(records)) {
    const deployed = records
        .toSorted(earlier)
        .flatMap((record) => record.outputs.filter(({ kind }) => kind === 'serving').map((node) => ({ node, record })));
    const nameOf = serviceNames(deployed);
    const groups = [...groupBy(deployed, ({ node }) => nameOf(node.id))].toSorted(([a], [b]) => compare_compareText(a, b));
    const services = [];
    for (const [name, history] of groups)
        services.push(...(await serviceOf(name, history, lookup, now)));
    return services;
}
function serviceNames(deployed) {
    const told = new Map();
    const before = new Map();
    for (const { node, record } of deployed) {
        if (node.service !== undefined)
            told.set(node.id, node.service);
        if (record.replaces !== undefined && !before.has(node.id))
            before.set(node.id, record.replaces);
    }
    return (id) => {
        const seen = new Set();
        for (let at = id;;) {
            const service = told.get(at);
            const older = before.get(at);
            seen.add(at);
            if (service !== undefined)
                return service;
            if (older === undefined)
                return at;
            if (seen.has(older))
                return [...seen].toSorted(compare_compareText)[0] ?? at;
            at = older;
        }
    };
}
async function serviceOf(name, history, lookup, now) {
    const current = history.at(-1);
    if (current === undefined)
        return [];
    const older = olderVersions(history);
    const made = await chainOf(current.node, lookup, now);
    const before = [];
    for (const one of older.slice(0, limits.before))
        before.push(deploymentOf(one, (await chainOf(one.node, lookup, now)).chain));
    return [
        {
            name,
            current: deploymentOf(current, made.chain),
            chain: made.chain.slice(0, limits.chain),
            gaps: made.gaps,
            missing: made.missing,
            complete: made.complete,
            metrics: await metricsOfChain(made.chain, lookup),
            before: { shown: before, total: older.length },
            run: current.record.run,
        },
    ];
}
function olderVersions(history) {
    const newestFirst = history.toReversed();
    const current = newestFirst[0]?.node.id;
    const byId = new Map();
    for (const one of newestFirst)
        if (!byId.has(one.node.id))
            byId.set(one.node.id, one);
    return [...byId].flatMap(([id, one]) => (id === current ? [] : [one]));
}
function deploymentOf({ node, record }, chain) {
    const commit = chain.find(({ kind }) => kind === 'commit');
    const pullRequest = commit?.pr_number ?? record.pr_number;
    return { id: node.id, at: record.at, by: record.by, commit: commit?.id, pullRequest };
}
async function chainOf(node, lookup, now) {
    const found = await walk([{ kind: node.kind, id: node.id }], 'up', lookup);
    const chain = chainLinks(inOrder(found, 'up'), new Map());
    return {
        chain,
        gaps: walkFindings(found, now).slice(0, limits.gaps),
        missing: found.missing.slice(0, limits.gaps),
        complete: found.missing.length === 0 && chain.some(({ kind }) => kind === 'commit'),
    };
}
async function metricsOfChain(chain, lookup) {
    const made = chain.filter(({ kind }) => kind === 'serving' || kind === 'weights');
    const mentions = await lookup(made);
    const evaluated = mentions.flatMap((records) => {
        const own = records.filter(isEvaluation).toSorted(earlier).at(-1);
        return own?.metrics === undefined ? [] : [own.metrics];
    });
    const reported = made.flatMap(({ metrics }) => (metrics === undefined ? [] : [metrics]));
    return Object.entries(evaluated[0] ?? reported[0] ?? {})
        .slice(0, limits.metrics)
        .map(([name, value]) => ({ name, value, points: isShare(name, value) }));
}
function isEvaluation({ outputs, metrics }) {
    return metrics !== undefined && outputs.some(({ kind }) => kind === 'evaluation');
}
function lookupIn(records) {
    const index = new Map();
    for (const record of records) {
        const keys = [...record.inputs, ...record.outputs].flatMap(keysOf);
        for (const key of new Set(keys)) {
            const own = index.get(key);
            if (own === undefined)
                index.set(key, [record]);
            else
                own.push(record);
        }
    }
    return (nodes) => Promise.resolve(nodes.map((node) => [...new Set(keysOf(node).flatMap((key) => index.get(key) ?? []))]));
}
function keysOf({ kind, id, digest }) {
    return namesOf({ kind, id, ...(digest === undefined ? {} : { digest }) }).map((name) => `${kind} ${name}`);
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
    return precedence(a, b) || compare_compareText(a.text, b.text);
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
        return a.length - b.length || compare_compareText(a, b);
    if (numeric[0] !== numeric[1])
        return numeric[0] === true ? -1 : 1;
    return compare_compareText(a, b);
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

;// CONCATENATED MODULE: ./build/src/board/versions.js


function versions_versionsOf(tags, commits, { prefix }) {
    const known = new Map();
    for (const { name, sha } of [...taggedIn(commits), ...tags]) {
        const version = parseVersion(name, prefix);
        if (version !== undefined)
            known.set(name, { version, sha });
    }
    return [...known.values()]
        .toSorted((a, b) => compareVersions(b.version, a.version))
        .map(({ version, sha }) => rowOf(version, sha, commits.get(sha)?.records ?? []));
}
function taggedIn(commits) {
    return [...commits.values()].flatMap(({ sha, records }) => records.flatMap(({ git_ref: ref, parameters }) => {
        const version = parameters?.['version'];
        const names = [ref === undefined ? undefined : tagName(ref), version];
        return names.flatMap((name) => (typeof name === 'string' ? [{ name, sha }] : []));
    }));
}
function tagName(ref) {
    return ref.replace(/^refs\/tags\//, '');
}
function rowOf(version, sha, records) {
    const { tag } = version;
    const ordered = records.toSorted(earlier);
    const at = (ordered.find(({ git_ref: ref }) => ref !== undefined && tagName(ref) === tag) ?? ordered[0])
        ?.at;
    return {
        tag,
        sha,
        at,
        release: isRelease(version),
        serving: [],
        author: first(ordered, 'author'),
        pullRequest: first(ordered, 'pr_number'),
        verdict: verdictOver(gatesOf(ordered)),
    };
}

;// CONCATENATED MODULE: ./build/src/board/build.js







async function buildBoard(input) {
    const { settings, unread } = input;
    const builtAt = new Date(input.now).toISOString();
    const records = input.records.toSorted(earlier);
    const commits = recordedCommits(records);
    const merges = mergesOf(commits, records, settings);
    const services = await servicesOf(records, builtAt, input.lookup);
    const servingAt = servingByCommit(services);
    const debts = debtsOf(merges, commits, settings, builtAt).map((debt) => withServing(debt, servingAt));
    const versions = versions_versionsOf(input.tags, commits, settings).map((row) => withServing(row, servingAt));
    const metricsAt = (sha) => metricsOf(commits.get(sha)?.records ?? []);
    const released = versions.filter(({ release }) => release);
    const trends = trendsOf(merges, released, metricsAt, settings);
    return {
        builtAt,
        name: input.name,
        url: input.url?.replace(/\/+$/, ''),
        trunk: settings.trunk ?? 'main',
        ledger: { records: records.length, commit: input.ledgerCommit, newest: records.at(-1)?.at },
        attention: cut(attentionOf({ services, debts, merges, trends, unread }, settings.trunk), limits.attention),
        services: cut(services, limits.services),
        trends: cut(trends, limits.trends),
        merges: cut(merges, limits.merges),
        debts: cut(debts, limits.debts),
        versions: cut(versions, limits.versions),
        unread: unread.slice(0, limits.unread),
    };
}
function servingByCommit(services) {
    const by = new Map();
    for (const { current, chain } of services)
        for (const { kind, id } of chain)
            if (kind === 'commit')
                by.set(id, [...(by.get(id) ?? []), current.id]);
    return by;
}
function withServing(row, at) {
    return { ...row, serving: at.get(row.sha) ?? [] };
}
function cut(all, most) {
    return { shown: all.slice(0, most), total: all.length };
}

;// CONCATENATED MODULE: ./build/src/board/page/beginning.js
function beginning({ trunk }) {
    const items = [
        [
            { strong: 'Merge.' },
            ' On `push` to ',
            { text: trunk },
            ', record the gates’ verdicts: `from: commit …`, `to: verdict …`, `reports`, `metrics`.',
        ],
        [{ strong: 'Build.' }, ' Where the image is built: `from: commit …`, `to: image NAME sha256:…`.'],
        [
            { strong: 'Train.' },
            ' Where the job runs: `from: commit …` and `image …`, `to: job …`; then `from: job …`, `to: weights …`.',
        ],
        [{ strong: 'Deploy.' }, ' Where it is served:'],
    ];
    return [
        {
            kind: 'text',
            words: 'It was read, and holds no record yet. Four steps fill this page; each is one step in a workflow that is there already.',
        },
        { kind: 'list', items },
        { kind: 'code', text: recording },
        {
            kind: 'text',
            words: 'A job in the same repository may do it too: `model-gates record FILE`. The next run of `build-dashboard` shows what was recorded.',
        },
    ];
}
const recording = `- uses: model-gates/model-gates/actions/record-lineage@v1
  with:
    from: weights qwen3-vl-30b-sft sha256:…
    to: serving svc-qwen-v23
    service: qwen3-vl`;

;// CONCATENATED MODULE: ./build/src/board/page/pieces.js

const pieces_short = new Map([
    ['validate-model-config', 'config'],
    ['detect-dep-drift', 'deps'],
    ['regression-gate', 'regression'],
]);
function shortGate(gate) {
    return pieces_short.get(gate) ?? gate;
}
function gateBadge(gate, verdict, hint) {
    return { badge: shortGate(gate), look: verdict, says: verdict, hint };
}
function problem({ message, help }, part, rule) {
    const text = { text: message, max: 500 };
    const said = part === undefined ? text : { link: text, to: `#${part}` };
    const behind = [
        { text: help, max: 300 },
        { lead: ' ', of: { code: rule } },
    ];
    return [said, ' ', { look: 'help', of: behind }];
}
function emptyNote(...words) {
    return [{ kind: 'text', look: 'empty', words }];
}
function cutList({ shown, total }, noun, more, block) {
    if (shown.length >= total)
        return [block];
    const words = `${grouped(shown.length)} of ${grouped(total)} ${noun} are shown. ${more}`;
    return [block, { kind: 'text', look: 'cut', words }];
}
function table(title, all, cells, filtered = true) {
    const columns = cells.map(([title, set]) => {
        return { title, tight: set === 'tight', align: set === 'right' ? 'right' : 'left' };
    });
    const rows = all.map((row) => cells.map(([, , cell]) => cell(row)));
    return { kind: 'table', title, columns, rows, filtered };
}

;// CONCATENATED MODULE: ./build/src/report/links.js

function placeOf(finding) {
    if (finding.file === undefined)
        return '';
    return [finding.file, finding.line, finding.line === undefined ? undefined : finding.column]
        .filter((part) => part !== undefined)
        .join(':');
}
function blobUrl(source, finding) {
    if (source === undefined || finding.file === undefined)
        return undefined;
    if (source.files?.has(finding.file) === false)
        return undefined;
    const file = `${source.url}/blob/${encodeURIComponentFully(source.sha)}/${encodePath(finding.file)}`;
    if (finding.line === undefined)
        return file;
    const end = finding.endLine !== undefined && finding.endLine > finding.line ? `-L${finding.endLine}` : '';
    return `${file}${markdownQuery(finding.file)}#L${finding.line}${end}`;
}
function encodePath(path) {
    return path.split('/').map(escape_encodeURIComponentFully).join('/');
}
function markdownQuery(file) {
    return /\.(?:md|markdown)$/i.test(file) ? '?plain=1' : '';
}

;// CONCATENATED MODULE: ./build/src/board/page/links.js

function commitLink(sha) {
    const short = { code: sha.slice(0, 8) };
    return isSha(sha) ? { link: short, to: `commit/${sha}` } : short;
}
function compareLink(older = '', newer = '') {
    if (!isSha(older) || !isSha(newer) || older === newer)
        return undefined;
    return { link: 'what changed since', to: `compare/${older}...${newer}`, only: true };
}
function isSha(text) {
    return /^[0-9a-f]{40,64}$/.test(text);
}
function pullLink(pull) {
    return pull === undefined ? undefined : { link: `#${pull}`, to: `pull/${pull}` };
}
function issueLink(issue) {
    return issue === undefined ? undefined : { link: `issue #${issue}`, to: `issues/${issue}` };
}
function tagLink(tag) {
    return { link: { code: tag, max: 80 }, to: `releases/tag/${encodePath(tag)}` };
}
function runLink(run, link = 'run') {
    return run?.url?.includes('://') === true ? { link, to: run.url, only: true } : undefined;
}

;// CONCATENATED MODULE: ./build/src/board/page/serving.js





function servingPart({ services }) {
    if (services.total === 0)
        return emptyNote('No record names a serving version. Record each deploy with `record-lineage`: `from: weights …`, `to: serving …`.');
    const cards = { kind: 'cards', cards: services.shown.map(card) };
    return cutList(services, 'services', 'Trace the others by their name.', cards);
}
function card(service) {
    const { name, current, complete, run, gaps } = service;
    const figures = service.metrics.map((one) => ({ name: one.name, value: numberText(one.value, one) }));
    const since = ['Serving since ', { time: current.at, ago: true }];
    const parts = [since, ['recorded by ', { text: current.by, max: 60 }], runLink(run, 'deploy run')];
    return {
        title: name,
        badge: complete
            ? { badge: 'traced to its commit', look: 'pass' }
            : { badge: 'chain incomplete', look: 'fail' },
        broken: !complete,
        blocks: [
            { kind: 'text', look: 'name', words: { code: current.id } },
            { kind: 'text', words: origin(service) },
            { kind: 'text', look: 'meta', words: { between: ' · ', parts } },
            chain(service),
            { kind: 'figures', items: figures },
            { kind: 'list', look: 'findings', items: gaps.map((gap) => problem(gap)) },
            ...beforeIt(service),
            { kind: 'text', look: 'command', words: commands(service) },
        ],
    };
}
function origin({ chain, current }) {
    const [commit, ...more] = chain.filter(({ kind }) => kind === 'commit');
    if (commit === undefined)
        return { strong: 'No commit is known for it.' };
    return [
        'Made of commit ',
        commitLink(commit.id),
        more.length === 0 ? '' : ` and ${more.length} more`,
        { lead: ', pull request ', of: pullLink(current.pullRequest) },
        { lead: ', by ', of: { text: commit.author, max: 60 } },
    ];
}
const kindNames = {
    commit: 'Commit',
    verdict: 'Verdict',
    image: 'Image',
    job: 'Training job',
    evaluation: 'Evaluation',
    weights: 'Weights',
    serving: 'Serving',
    trace: 'Request',
};
function chain(service) {
    const items = service.chain.flatMap((link) => [chainItem(link), ...gapItems(link, service)]);
    return { kind: 'chain', label: 'From the serving version up to the commit', items };
}
function chainItem(link) {
    const { kind, id, digest, at, by, run } = link;
    const isCommit = kind === 'commit';
    const who = isCommit ? commitWho(link) : [{ text: by, max: 40 }, runLink(run)];
    const of = [
        { look: 'kind', of: kindNames[kind] },
        isCommit ? commitLink(id) : { code: id, max: 80 },
        { look: 'soft', of: { code: digest === undefined ? digest : shortDigest(digest) } },
        { look: 'line', of: { time: at } },
        { look: 'line', of: { between: ' · ', parts: who } },
        gates(link),
    ];
    return isCommit ? { look: 'first', of } : { of };
}
function commitWho({ author, git_ref: ref, pr_number: pull }) {
    const branch = ref?.replace(/^refs\/(?:heads|tags)\//, '');
    return [pullLink(pull), { text: author, max: 40 }, { text: branch, max: 40 }];
}
function gates({ verdicts = [] }) {
    const last = new Map(verdicts.map((told) => [told.gate, told]));
    const shown = [...last.values()].filter(({ gate }) => gate !== 'model-gates' || last.size === 1);
    const badges = shown.map(({ gate, verdict, title = '' }) => gateBadge(gate, verdict, oneLine(title)));
    return { look: 'chips', of: badges.slice(0, 6) };
}
function gapItems({ kind, id }, { missing }) {
    const own = missing.filter(({ node }) => node.kind === kind && node.id === id);
    return own.map(({ expected }) => ({
        look: 'gap',
        of: [{ look: 'kind', of: `${kindNames[expected]}?` }, { strong: 'Not recorded' }],
    }));
}
function beforeIt({ current, before }) {
    const [last, ...others] = before.shown;
    if (last === undefined)
        return [];
    const parts = [['Before it: ', deployment(last)], compareLink(last.commit, current.commit)];
    const line = { kind: 'text', look: 'small', words: { between: ' · ', parts } };
    if (others.length === 0)
        return [line];
    const list = { kind: 'list', items: others.map(deployment) };
    const blocks = cutList(before, 'earlier versions', '', list);
    return [line, { kind: 'fold', title: 'Earlier still', blocks }];
}
function deployment({ id, at, commit, pullRequest }) {
    const from = commit === undefined ? 'no commit known' : ['commit ', commitLink(commit)];
    const parts = [{ code: id, max: 80 }, 'from', [{ time: at }, ','], from, pullLink(pullRequest)];
    return { between: ' ', parts };
}
function commands({ current: { id }, before }) {
    if (!isPlain(id))
        return undefined;
    const older = before.shown[0]?.id ?? '';
    const diff = isPlain(older) ? `; what changed: \`model-gates trace ${older} --diff ${id}\`` : '';
    return `Down to the changed lines: \`model-gates trace ${id}\`${diff}`;
}
function isPlain(id) {
    return /^[A-Za-z0-9][\w.:@/-]{0,119}$/.test(id);
}

;// CONCATENATED MODULE: ./build/src/board/page/tables.js





const mostColumns = 3;
function mergesPart({ merges, trends, trunk }) {
    if (merges.total === 0)
        return emptyNote('No record tells of a commit on ', { text: trunk, max: 80 }, ' or on a release branch. Run `record-lineage` on `push`.');
    const cells = [
        ['Commit', 'tight', (merge) => [commitLink(merge.sha), branchTags(merge, trunk)]],
        ['Merged', 'tight', ({ at }) => ({ time: at })],
        ['Pull', 'tight', ({ pullRequest }) => pullLink(pullRequest)],
        ['Author', 'tight', ({ author }) => ({ text: author, max: 30 })],
        ['Gates', '', tables_gates],
        ...trends.shown.slice(0, mostColumns).map(metricCells),
        ['Run', 'tight', ({ run }) => runLink(run)],
    ];
    const rows = table('Newest first, with the last verdict of each gate', merges.shown, cells);
    return cutList(merges, 'merges', 'The ledger holds the others.', rows);
}
function debtsPart({ debts }) {
    if (debts.total === 0)
        return emptyNote('No gate was lifted for a commit that is merged.');
    const cells = [
        ['What', 'tight', (debt) => twoLines({ text: shortGate(debt.gate) }, kindWords(debt))],
        ['State', '', debtState],
        ['Commit', 'tight', ({ sha }) => commitLink(sha)],
        ['Pull', 'tight', pulledBy],
        ['Lifted', 'tight', ({ at }) => ({ time: at })],
        ['By', 'tight', (debt) => twoLines({ text: debt.by, max: 30 }, liftedOn(debt))],
        ['Reason', '', ({ reason }) => ({ text: reason, max: 200 })],
        ['Serves in', '', servesIn],
    ];
    const rows = table('What is still owed first, by its deadline', debts.shown, cells);
    return cutList(debts, 'entries', 'Those that are paid are left out first.', rows);
}
function versionsPart({ versions }) {
    if (versions.total === 0)
        return emptyNote('No version tag was found. `emit-version-tag` claims one.');
    const cells = [
        ['Version', 'tight', ({ tag }) => tagLink(tag)],
        ['Commit', 'tight', ({ sha }) => commitLink(sha)],
        ['Pull', 'tight', ({ pullRequest }) => pullLink(pullRequest)],
        ['Author', 'tight', ({ author }) => ({ text: author, max: 30 })],
        ['First recorded', 'tight', ({ at }) => (at === undefined ? tables_unrecorded : { time: at })],
        ['Gates', 'tight', ({ verdict }) => verdictBadge(verdict)],
        ['Serves in', '', servesIn],
    ];
    const rows = table('Highest version first', versions.shown, cells);
    return cutList(versions, 'versions', 'The repository has the others.', rows);
}
const tables_unrecorded = { look: 'none', of: 'not in the ledger' };
function verdictBadge(verdict) {
    return verdict === undefined ? undefined : { badge: verdict, look: verdict };
}
function branchTags({ branch, hotfix }, trunk) {
    return [
        branch === trunk || branch === 'master' ? undefined : [' ', { tag: branch }],
        hotfix ? [' ', { tag: 'hotfix', hot: true }] : undefined,
    ];
}
function tables_gates({ gates: results }) {
    if (results.length === 0)
        return { look: 'none', of: 'no verdict recorded' };
    const badges = results.map((result) => gateBadge(result.gate, result.verdict, hintOf(result)));
    return { look: 'chips', of: badges.slice(0, 6) };
}
function hintOf({ title, reason, exemptedBy, exemptedSha, exemptedAt }) {
    const on = exemptedSha === undefined ? '' : ` on ${exemptedSha.slice(0, 8)}`;
    const at = exemptedAt === undefined ? '' : ` at ${momentText(exemptedAt)}`;
    const lifted = exemptedBy === undefined ? undefined : `by ${exemptedBy}${on}${at}`;
    return oneLine([title, lifted, reason].filter((text) => text !== undefined).join(' · '));
}
function metricCells(trend) {
    const { metric } = trend;
    return [metric.slice(0, 40), 'right', ({ metrics }) => valueText(metrics.get(metric), trend)];
}
function valueText(value, trend) {
    return value === undefined ? undefined : numberText(value, trend);
}
function twoLines(first, second) {
    return { between: '\n', parts: [first, { look: 'help', of: second }] };
}
function pulledBy({ pullRequest, author }) {
    return { between: ' ', parts: [pullLink(pullRequest), { text: author, max: 40 }] };
}
function kindWords({ kind, minutes }) {
    return minutes === undefined ? kind : `${kind}, deployed in ${minutes} min`;
}
function liftedOn({ on, sha }) {
    return on === undefined || on === sha ? undefined : ['on ', { code: on.slice(0, 8) }];
}
function debtState({ state, due, settled, issue }) {
    if (settled !== undefined) {
        const said = verdictBadge(settled.verdict) ?? 'values recorded';
        return [{ badge: 'paid', look: 'pass' }, ' ', said, ' ', { time: settled.at }];
    }
    const badge = state === 'overdue' ? { badge: state, look: 'fail' } : { badge: state, look: 'inconclusive', mark: '…' };
    return [badge, ' due ', { time: due, ago: true }, { lead: ' ', of: issueLink(issue) }];
}
function servesIn({ serving }) {
    const more = serving.length > 3 ? `and ${serving.length - 3} more` : undefined;
    return { between: ' ', parts: [...serving.slice(0, 3).map((id) => ({ code: id, max: 60 })), more] };
}

;// CONCATENATED MODULE: ./build/src/board/page/tiles.js


function tiles({ services, debts, merges, trends, versions, unread, builtAt }) {
    const broken = services.shown.filter(({ complete }) => !complete).length;
    const overdue = debts.shown.filter(({ state }) => state === 'overdue').length;
    const owed = debts.shown.filter(({ state }) => state !== 'paid').length;
    const [last] = merges.shown;
    const worse = trends.shown.filter(({ state }) => state === 'worse').length;
    const newest = versions.shown.find(({ release }) => release);
    const lost = unread.filter(({ severity }) => severity !== 'notice').length;
    return [
        tile('serving', 'Serving now', count(services.total, 'service'), [
            [broken > 0, `${broken} not traced to a commit`, 'fail'],
            [services.total > 0, 'all traced to a commit', 'pass'],
            [true, 'none recorded'],
        ]),
        tile('debts', 'Evaluations owed', String(owed), [
            [overdue > 0, `${overdue} overdue`, 'fail'],
            [owed > 0, 'none overdue', 'inconclusive'],
            [true, 'nothing is owed', 'pass'],
        ]),
        tile('merges', 'Last merge', last === undefined ? 'none' : `${spanText(last.at, builtAt)} ago`, [
            [last === undefined, ''],
            [true, `${last?.verdict ?? 'no verdict'}, ${momentText(last?.at ?? '')}`, last?.verdict],
        ]),
        tile('trends', 'Metrics', String(trends.total), [
            [worse > 0, `${worse} worse than tolerated`, 'inconclusive'],
            [trends.total > 0, 'none worse than tolerated', 'pass'],
            [true, 'none recorded'],
        ]),
        tile('versions', 'Newest release', newest?.tag ?? 'none', [
            [newest === undefined, ''],
            [newest?.serving.length === 0, 'does not serve'],
            [true, 'serves now'],
        ]),
        tile('unread', 'Not readable', String(lost), [
            [lost > 0, 'something is missing here', 'inconclusive'],
            [true, 'the ledger was read whole', 'pass'],
        ]),
    ];
}
function tile(section, label, value, cases) {
    const [, note = '', look] = cases.find(([applies]) => applies) ?? [];
    return { section, label, value, note, look };
}

;// CONCATENATED MODULE: ./build/src/board/page/trends.js





function trendsPart({ trends, trunk }) {
    if (trends.total === 0)
        return emptyNote('No merge to ', { text: trunk, max: 80 }, ' has a metric. Record them with its verdicts: the input `metrics` of `record-lineage`.');
    const cards = { kind: 'cards', sideBySide: true, cards: trends.shown.map(trends_card) };
    return cutList(trends, 'metrics', 'Those with the most values come first.', cards);
}
const badges = {
    inside: { mark: '=', badge: 'within tolerance', look: 'skipped' },
    worse: { badge: 'worse than tolerated', look: 'fail' },
    better: { badge: 'better', look: 'pass' },
};
function trends_card(trend) {
    const { metric, values, points } = trend;
    const value = numberText(values.at(-1)?.value ?? 0, trend);
    const unit = points ? [' ', { look: 'unit', of: 'points' }] : undefined;
    return {
        title: metric,
        badge: badges[trend.state],
        blocks: [
            { kind: 'text', look: 'value', words: [value, unit] },
            { kind: 'text', look: 'meta', words: driftWords(trend) },
            chart(trend),
            valuesFold(trend),
        ],
    };
}
function driftWords(trend) {
    const { drift, anchor, tolerance, lowerIsBetter } = trend;
    const since = `${numberText(drift, trend, true)} since `;
    const oldest = anchor.release ? '' : ', the oldest shown';
    const band = ` (${numberText(anchor.value, trend)} ± ${numberText(tolerance, trend)})`;
    return [since, { text: anchor.name, max: 60 }, oldest, band, lowerIsBetter ? ', less is better' : ''];
}
function chart(trend) {
    const values = trend.values.map((one) => ({ value: one.value, title: valueWords(one, trend) }));
    const { anchor, tolerance } = trend;
    return { kind: 'chart', spoken: spoken(trend), values, anchor: anchor.value, tolerance };
}
function valueWords({ sha, at, value, pullRequest }, trend) {
    const pull = pullRequest === undefined ? '' : ` #${pullRequest}`;
    return `${sha.slice(0, 8)}${pull}, ${momentText(at)}: ${metricText(value, trend)}`;
}
function spoken(trend) {
    const { metric, values, anchor, tolerance } = trend;
    const numbers = values.map(({ value }) => value);
    const text = (value = 0) => metricText(value, trend);
    return `${metric} over ${values.length} merges, from ${text(numbers[0])} to ${text(numbers.at(-1))}; lowest ${text(Math.min(...numbers))}, highest ${text(Math.max(...numbers))}; the band is ${text(anchor.value)} ± ${text(tolerance)}`;
}
function valuesFold(trend) {
    const { metric, values } = trend;
    const cells = [
        ['Commit', '', ({ sha }) => commitLink(sha)],
        ['Pull request', '', ({ pullRequest }) => pullLink(pullRequest)],
        ['When', '', ({ at }) => ({ time: at })],
        ['Value', 'right', ({ value }) => metricText(value, trend)],
    ];
    const rows = table(`${clip(metric, 80)} by merge`, values.toReversed(), cells, false);
    return { kind: 'fold', title: `The last ${count(values.length, 'value')}`, blocks: [rows] };
}

;// CONCATENATED MODULE: ./build/src/board/page/page.js








function boardPage(board) {
    return {
        name: board.name,
        subject: 'model board',
        home: board.url,
        madeAt: board.builtAt,
        madeFrom: madeFrom(board),
        sections: sections(board),
        tiles: tiles(board),
        filter: 'Filter merges, exemptions and versions',
        foot: [
            'Times are UTC; “ago” counts from when this page was made. Trunk is ',
            { text: board.trunk, max: 80 },
            '. A gate that was lifted is paid for by a verdict on the same commit, not by a later merge. Metrics that are shares are shown in points; the band is the tolerance of the policy around the last release.',
        ],
    };
}
function madeFrom({ ledger }) {
    return [
        ` from ${grouped(ledger.records)} records of the ledger`,
        { lead: ' at ', of: { code: ledger.commit?.slice(0, 8) } },
        { lead: ', the newest from ', of: { time: ledger.newest } },
        '.',
    ];
}
function sections(board) {
    if (board.ledger.records === 0 && board.unread.length === 0)
        return [{ id: 'begin', title: 'The ledger is empty', blocks: beginning(board) }];
    return [
        { id: 'attention', title: 'What waits for somebody', blocks: attentionPart(board) },
        { id: 'serving', title: 'What serves now', blocks: servingPart(board) },
        { id: 'trends', title: 'Metrics over the last merges', blocks: trendsPart(board) },
        { id: 'debts', title: 'Exemptions and hotfixes', blocks: debtsPart(board) },
        { id: 'merges', title: 'Merged lately', blocks: mergesPart(board) },
        { id: 'versions', title: 'Versions', blocks: versionsPart(board) },
        { id: 'unread', title: 'What could not be read', blocks: unreadPart(board) },
    ];
}
const looks = { serving: 'fail', now: 'fail', soon: 'inconclusive', note: 'skipped' };
function attentionPart({ attention }) {
    if (attention.total === 0)
        return [{ kind: 'text', look: 'calm', words: 'Nothing waits for anybody.' }];
    const items = attention.shown.map(({ finding, part, level }) => [
        { badge: level, look: looks[level], mark: '' },
        { look: 'line', of: problem(finding, part) },
    ]);
    const list = { kind: 'list', look: 'ranked', items };
    return cutList(attention, 'entries', 'The parts below have the others.', list);
}
function unreadPart({ unread, ledger }) {
    const records = `${grouped(ledger.records)} records`;
    if (unread.length === 0)
        return [{ kind: 'text', look: 'calm', words: `All of it was read: ${records}.` }];
    const more = unread.length >= limits.unread ? ' at least' : '';
    const words = `${records} were read;${more} ${count(unread.length, 'thing')} could not be read or counted, so the parts above may lack something.`;
    const items = unread.map((finding) => problem(finding, undefined, finding.rule));
    return [
        { kind: 'text', words },
        { kind: 'list', look: 'findings', items },
    ];
}

;// CONCATENATED MODULE: ./build/src/report/html/markup.js


class Html {
    text;
    constructor(text) {
        this.text = text;
    }
}
const nothing = new Html('');
function el(name, own, ...content) {
    const attributes = Object.entries(typeof own === 'object' ? own : { class: own }).map(attribute);
    const end = ['meta', 'input', 'br'].includes(name) ? '' : `</${name}>`;
    return new Html(`<${name}${attributes.join('')}>${markup_all(content).text}${end}`);
}
function attribute([name, value]) {
    if (value === undefined || value === false || value === '')
        return '';
    return value === true ? ` ${name}` : ` ${name}="${htmlText(String(value))}"`;
}
function markup_all(content) {
    if (content === undefined || content instanceof Html)
        return content ?? nothing;
    if (typeof content !== 'object')
        return new Html(htmlText(String(content)));
    return new Html(content.map((one) => markup_all(one).text).join(''));
}
function told(text, max = 120) {
    const short = clip(text, max);
    return el('bdi', { title: short === text ? undefined : clip(text, 300) }, short);
}

;// CONCATENATED MODULE: ./build/src/report/html/chart.js

const width = 320;
const height = 72;
const margin = 6;
function chart_chart(shown) {
    const { spoken, values, anchor, tolerance } = shown;
    const [x, y] = scales(shown);
    const [top, bottom, middle] = [y(anchor + tolerance), y(anchor - tolerance), chart_short(y(anchor))];
    const dots = values.map(({ value, title }, at) => {
        const last = at === values.length - 1;
        const own = { class: last ? 'last' : '', cx: chart_short(x(at)), cy: chart_short(y(value)), r: last ? 4 : 2 };
        return el('circle', own, el('title', '', title));
    });
    return el('svg', { viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': spoken }, el('rect', { class: 'band', x: 0, y: chart_short(top), width, height: chart_short(Math.max(bottom - top, 0.5)) }), el('line', { class: 'anchor', x1: 0, x2: width, y1: middle, y2: middle }), el('polyline', { points: values.map(({ value }, at) => `${chart_short(x(at))},${chart_short(y(value))}`).join(' ') }), dots);
}
function scales({ values, anchor, tolerance }) {
    const all = [...values.map(({ value }) => value), anchor - tolerance, anchor + tolerance];
    const high = Math.max(...all);
    const span = high - Math.min(...all) || 1;
    const steps = values.length - 1;
    return [
        (at) => (steps < 1 ? width / 2 : margin + (at / steps) * (width - 2 * margin)),
        (value) => margin + ((high - value) / span) * (height - 2 * margin),
    ];
}
function chart_short(value) {
    return Math.round(value * 100) / 100;
}

;// CONCATENATED MODULE: ./build/src/report/html/inline.js



function inline(part, frame) {
    if (part === undefined)
        return nothing;
    if (typeof part === 'string')
        return marked(part);
    if (isList(part))
        return markup_all(part.map((one) => inline(one, frame)));
    if ('text' in part)
        return part.text === undefined ? nothing : told(part.text, part.max);
    if ('code' in part)
        return part.code === undefined ? nothing : el('code', '', told(part.code, part.max));
    if ('strong' in part)
        return el('strong', '', part.strong);
    if ('time' in part)
        return part.time === undefined ? nothing : inline_time(part.time, part.ago, frame);
    if ('link' in part)
        return inline_link(part.to, inline(part.link, frame), part.only, frame);
    if ('badge' in part)
        return badge(part);
    if ('tag' in part)
        return el('span', part.hot === true ? 'tag hot' : 'tag', told(part.tag, 40));
    if ('look' in part)
        return unlessEmpty(inline(part.of, frame), (of) => el('span', part.look, of));
    if ('lead' in part)
        return unlessEmpty(inline(part.of, frame), (of) => markup_all([part.lead, of]));
    return joined(part.parts, part.between, frame);
}
function isList(part) {
    return Array.isArray(part);
}
function marked(text) {
    return markup_all(text.split(/`([^`]+)`/).map((piece, at) => (at % 2 === 0 ? piece : el('code', '', piece))));
}
function joined(parts, between, frame) {
    const shown = parts.map((part) => inline(part, frame)).filter(({ text }) => text !== '');
    const separator = between === '\n' ? el('br', '') : between;
    return markup_all(shown.map((part, at) => (at === 0 ? part : [separator, part])));
}
function unlessEmpty(content, wrap) {
    return content.text === '' ? nothing : wrap(content);
}
function inline_time(iso, ago = false, { madeAt }) {
    const when = el('time', { datetime: iso }, momentText(iso));
    if (!ago)
        return when;
    const side = iso <= madeAt ? `${spanText(iso, madeAt)} ago` : `in ${spanText(madeAt, iso)}`;
    return markup_all([when, ' ', el('span', 'age', `(${side})`)]);
}
const plainAddress = /^https?:\/\/[\w.-]+(?::\d+)?(?:\/(?!(?:\.|%2e){1,2}(?:\/|$))[\w.~%+-]+)*$/i;
function inline_link(to, content, only = false, { home }) {
    if (to.startsWith('#'))
        return el('a', { href: to }, content);
    const href = addressOf(to, home);
    if (href !== undefined)
        return el('a', { href, rel: 'noreferrer noopener' }, content);
    return only ? nothing : content;
}
function addressOf(to, home) {
    if (home === undefined || !plainAddress.test(home))
        return undefined;
    const address = to === '' ? home : to.startsWith(`${home}/`) ? to : `${home}/${to}`;
    return plainAddress.test(address) ? address : undefined;
}
const marks = { pass: '✓', fail: '✕', inconclusive: '?', exempt: '⚑', skipped: '–' };
function badge({ badge: word, look, mark = marks[look], says, hint = '' }) {
    return el('span', { class: `chip ${look}`, title: clip(hint, 200) }, mark === '' ? nothing : el('span', { 'aria-hidden': 'true' }, `${mark} `), told(word, 40), says === undefined ? nothing : el('span', 'sr', `: ${says}`));
}

;// CONCATENATED MODULE: ./build/src/report/html/table.js


function table_table({ title, columns, rows, filtered = false }, frame) {
    const heads = columns.map((column) => el('th', { scope: 'col', role: 'columnheader', class: classOf(column) }, column.title));
    const body = rows.map((row) => el('tr', { role: 'row' }, ...columns.map((column, at) => cell(column, row[at], at === 0, frame))));
    return el('table', { role: 'table', 'data-filtered': filtered }, el('caption', '', title), el('thead', { role: 'rowgroup' }, el('tr', { role: 'row' }, heads)), el('tbody', { role: 'rowgroup' }, body));
}
function cell(column, content, first, frame) {
    const isCode = column.code === true && typeof content === 'string';
    const shown = inline(isCode ? { code: content } : content, frame);
    const empty = !first && shown.text === '';
    const own = { 'data-label': column.title, class: `${classOf(column)}${empty ? ' none' : ''}`.trim() };
    const inner = el('div', '', empty ? '–' : shown);
    return first
        ? el('th', { scope: 'row', role: 'rowheader', ...own }, inner)
        : el('td', { role: 'cell', ...own }, inner);
}
function classOf({ align, tight = false }) {
    return align === 'right' ? 'num' : tight ? 'tight' : '';
}

;// CONCATENATED MODULE: ./build/src/report/html/blocks.js




function blocks_blocks(all, frame) {
    return all.map((one) => ('items' in one && one.items.length === 0 ? nothing : block(one, frame)));
}
function block(one, frame) {
    if (one.kind === 'text')
        return blocks_text(one, frame);
    if (one.kind === 'code')
        return el('pre', '', el('code', '', one.text));
    if (one.kind === 'list')
        return blocks_list(one, frame);
    if (one.kind === 'chain')
        return blocks_chain(one, frame);
    if (one.kind === 'figures')
        return figures(one);
    if (one.kind === 'cards')
        return cards(one, frame);
    if (one.kind === 'fold')
        return el('details', '', el('summary', '', one.title), blocks_blocks(one.blocks, frame));
    return one.kind === 'table' ? table_table(one, frame) : chart_chart(one);
}
function blocks_text({ look, words }, frame) {
    const mark = look === 'calm' ? el('span', { 'aria-hidden': 'true' }, '✓ ') : nothing;
    return unlessEmpty(inline(words, frame), (shown) => el('p', look, mark, shown));
}
function blocks_list({ look, items }, frame) {
    const shown = items.map((item) => el('li', '', inline(item, frame)));
    return look === undefined ? el('ol', '', shown) : el('ul', `findings ${look}`, shown);
}
function blocks_chain({ label, items }, frame) {
    const shown = items.map(({ look, of }) => el('li', look, inline(of, frame)));
    return el('ol', { class: 'chain', 'aria-label': label }, shown);
}
function figures({ items }) {
    const shown = items.map(({ name, value }) => el('div', '', el('dt', '', told(name, 60)), el('dd', '', value)));
    return el('dl', 'figures', shown);
}
function cards({ cards: all, sideBySide = false }, frame) {
    const shown = all.map(({ title, badge: state, broken = false, blocks: inside }) => {
        const head = el('header', '', el('h3', '', told(title)), badge(state));
        return el('article', broken ? 'card broken' : 'card', head, blocks_blocks(inside, frame));
    });
    return el('div', sideBySide ? 'side' : '', shown);
}

;// CONCATENATED MODULE: ./build/src/report/html/script.js
const script = `(function(){
'use strict';
var form=document.getElementById('filter'),words=document.getElementById('words'),found=document.getElementById('found');
if(form&&words&&found){
form.hidden=false;
form.addEventListener('submit',function(event){event.preventDefault()});
var rows=[].slice.call(document.querySelectorAll('table[data-filtered] tbody tr'));
var texts=rows.map(function(row){return row.textContent.toLowerCase()});
var filter=function(){
var wanted=words.value.toLowerCase().split(/\\s+/).filter(Boolean),shown=0;
rows.forEach(function(row,at){
var fits=wanted.every(function(word){return texts[at].indexOf(word)>=0});
row.hidden=!fits;
if(fits)shown+=1;
});
found.textContent=wanted.length===0?'':shown+' of '+rows.length+' rows';
};
words.addEventListener('input',filter);
filter();
}
var built=document.querySelector('#built'),age=document.getElementById('age');
var minutes=built?Math.floor((Date.now()-Date.parse(built.getAttribute('datetime')))/60000):NaN;
if(age&&minutes>=0){
age.textContent=' ('+(minutes<120?minutes+' min':minutes<2880?Math.floor(minutes/60)+' h':Math.floor(minutes/1440)+' days')+' ago)';
if(minutes>=1500)age.className='old';
}
})();`;

;// CONCATENATED MODULE: ./build/src/report/html/style.js
const style = `
:root{color-scheme:light dark;--ground:#f4f6f8;--surface:#fff;--text:#1b2128;--soft:#55606d;--line:#d5dbe1;--link:#0b57a4;
--pass:#11693a;--pass-bg:#e3f4e9;--fail:#a8201a;--fail-bg:#fdeae8;--warn:#7d4c00;--warn-bg:#fdf1d8;--exempt:#64389b;--exempt-bg:#f0e8fa;--none-bg:#eceff2;--band:#dfeaf5}
@media (prefers-color-scheme:dark){:root{--ground:#0f1318;--surface:#171d24;--text:#e4e9ef;--soft:#a3afbc;--line:#2e3843;--link:#86bdff;
--pass:#6fd69b;--pass-bg:#12301f;--fail:#ff9a92;--fail-bg:#3a1715;--warn:#f2bd69;--warn-bg:#352508;--exempt:#cdb0fb;--exempt-bg:#2a1d40;--none-bg:#242d37;--band:#1d3247}}
*{box-sizing:border-box}
html{scroll-behavior:smooth;scroll-padding-top:1rem}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
body{margin:0;background:var(--ground);color:var(--text);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;-webkit-text-size-adjust:100%}
body>header,main,footer{max-width:78rem;margin:0 auto;padding:0 1.25rem}
a{color:var(--link);text-underline-offset:.15em}
a:focus-visible,summary:focus-visible,input:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:3px}
code{font:.92em/1.4 ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace;overflow-wrap:anywhere}
bdi{overflow-wrap:anywhere}
.tight,.tight bdi,.tight code{white-space:nowrap;overflow-wrap:normal}
h1,h2,h3,p{margin:0}
h1{font-size:1.5rem;line-height:1.25}
h1 a{color:inherit;text-decoration:none}
h1 a:hover{text-decoration:underline}
h1 span{color:var(--soft);font-weight:400}
h2{font-size:1.15rem;margin:2.25rem 0 .75rem}
h3{font-size:1rem;overflow-wrap:anywhere}
.skip{position:absolute;left:-99rem}
.skip:focus{left:1rem;top:1rem;background:var(--surface);padding:.5rem 1rem;z-index:1}
.sr{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.top{padding-top:1.5rem!important}
.top p,.meta,.help,.age,.note,.none,caption,.cut,footer,.soft{color:var(--soft)}
.top p,.meta,.age,.help,.cut,footer{font-size:.875rem}
.old{color:var(--fail);font-weight:600}
.tiles{list-style:none;display:grid;grid-template-columns:repeat(auto-fit,minmax(11rem,1fr));gap:.75rem;margin:1.25rem 0 0;padding:0}
.tiles a{display:flex;flex-direction:column;height:100%;padding:.75rem 1rem;background:var(--surface);border:1px solid var(--line);border-left:4px solid var(--line);border-radius:8px;color:inherit;text-decoration:none}
.tiles a:hover{border-color:var(--link)}
.tiles .pass a{border-left-color:var(--pass)}
.tiles .fail a{border-left-color:var(--fail)}
.tiles .inconclusive a,.tiles .exempt a{border-left-color:var(--warn)}
.label{font-size:.8125rem;color:var(--soft)}
.number{font-size:1.25rem;font-weight:650;line-height:1.3;overflow-wrap:anywhere;font-variant-numeric:tabular-nums}
.note{font-size:.8125rem}
.tiles .fail .note{color:var(--fail);font-weight:600}
.tiles .inconclusive .note,.tiles .exempt .note{color:var(--warn)}
nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:.25rem 1.1rem;margin:1.1rem 0 0;padding:0;font-size:.9rem}
#filter{display:flex;flex-wrap:wrap;align-items:center;gap:.25rem .6rem;margin-top:1rem;font-size:.875rem}
#filter[hidden]{display:none}
#filter input{flex:1 1 14rem;max-width:24rem;font:inherit;color:inherit;background:var(--surface);border:1px solid var(--soft);border-radius:6px;padding:.35rem .6rem}
.chip{display:inline-block;max-width:100%;padding:.05rem .5rem;border-radius:1rem;font-size:.8125rem;line-height:1.5;background:var(--none-bg);color:var(--text);white-space:nowrap;overflow:hidden;text-overflow:ellipsis;vertical-align:bottom}
.chip.pass{background:var(--pass-bg);color:var(--pass)}
.chip.fail{background:var(--fail-bg);color:var(--fail);font-weight:600}
.chip.inconclusive{background:var(--warn-bg);color:var(--warn)}
.chip.exempt{background:var(--exempt-bg);color:var(--exempt)}
.chips{display:flex;flex-wrap:wrap;gap:.25rem}
.tag{display:inline-block;padding:0 .4rem;border:1px solid var(--line);border-radius:4px;font-size:.75rem;color:var(--soft)}
.tag.hot{border-color:var(--warn);color:var(--warn)}
.calm,.empty{background:var(--surface);border:1px solid var(--line);border-radius:8px;padding:.75rem 1rem}
.calm span{color:var(--pass)}
.findings{list-style:none;margin:0;padding:0;background:var(--surface);border:1px solid var(--line);border-radius:8px}
.findings li{padding:.5rem 1rem}
.findings li+li{border-top:1px solid var(--line)}
.findings a{color:var(--text);font-weight:550;text-decoration-color:var(--line)}
.findings a:hover{text-decoration-color:currentColor}
.ranked li{display:flex;gap:.75rem;align-items:baseline;padding:.6rem 1rem}
.ranked li .chip{flex:none;min-width:4.5rem;text-align:center}
.card{background:var(--surface);border:1px solid var(--line);border-radius:8px;padding:1rem 1.1rem}
.card+.card{margin-top:.9rem}
.card.broken{border-left:4px solid var(--fail)}
.card header{display:flex;flex-wrap:wrap;gap:.25rem .75rem;align-items:center;justify-content:space-between}
.card h3{color:var(--soft);font-weight:600}
.name{font-size:1.35rem;font-weight:650;line-height:1.3}
.name+p{margin-top:.15rem}
.chain{list-style:none;display:flex;flex-wrap:wrap;gap:.6rem 1.5rem;margin:.9rem 0 0;padding:0}
.chain li{position:relative;flex:1 1 10.5rem;min-width:0;display:flex;flex-direction:column;gap:.1rem;padding:.5rem .7rem;border:1px solid var(--line);border-radius:6px;font-size:.8125rem}
.chain li+li::before{content:"\\2190";position:absolute;left:-1.3rem;top:50%;transform:translateY(-50%);color:var(--soft);font-size:1rem}
.chain .kind{font-size:.75rem;color:var(--soft)}
.chain .first{border-color:var(--link)}
.chain .gap{border:2px dashed var(--fail);color:var(--fail)}
.chain .gap .kind{color:var(--fail)}
.figures{display:flex;flex-wrap:wrap;gap:.4rem 1.75rem;margin:.9rem 0 0}
.figures dt{font-size:.75rem;color:var(--soft)}
.figures dd{margin:0;font-weight:600;font-variant-numeric:tabular-nums}
.card .findings{margin-top:.9rem;font-size:.875rem}
details,.small{margin-top:.75rem;font-size:.875rem}
summary{cursor:pointer;color:var(--soft)}
details ol{margin:.4rem 0 0;padding-left:1.4rem}
.command{margin-top:.6rem;font-size:.8125rem;color:var(--soft)}
.command code{color:var(--text);user-select:all}
.side{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(21rem,100%),1fr));gap:.9rem}
.side .card{margin:0;min-width:0}
.value{font-size:1.35rem;font-weight:650;font-variant-numeric:tabular-nums}
.unit{font-size:.875rem;font-weight:400;color:var(--soft)}
svg{display:block;width:100%;height:auto;margin-top:.5rem}
svg .band{fill:var(--band)}
svg .anchor{stroke:var(--soft);stroke-width:1;stroke-dasharray:4 4}
svg polyline{fill:none;stroke:var(--link);stroke-width:2;stroke-linejoin:round}
svg circle{fill:var(--link)}
svg circle.last{stroke:var(--surface);stroke-width:2}
table{width:100%;border-collapse:collapse;background:var(--surface);border:1px solid var(--line);font-size:.875rem}
caption{text-align:left;font-size:.8125rem;padding-bottom:.35rem}
th,td{padding:.45rem .7rem;text-align:left;vertical-align:top;border-top:1px solid var(--line);font-weight:400}
thead th{border-top:0;color:var(--soft);font-size:.8125rem;font-weight:600;vertical-align:bottom;overflow-wrap:anywhere}
.num{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
tbody tr:target,tbody tr:hover{background:var(--none-bg)}
tr[hidden]{display:none!important}
time{white-space:nowrap}
details table{font-size:.8125rem}
details th,details td{padding:.25rem .5rem}
.cut{margin-top:.4rem}
section>ol li{margin:.4rem 0}
pre{overflow:auto;background:var(--surface);border:1px solid var(--line);border-radius:8px;padding:.75rem 1rem}
footer{padding-top:2rem!important;padding-bottom:2.5rem!important}
@media screen and (max-width:44rem){
body>header,main,footer{padding:0 .9rem}
.tiles{grid-template-columns:1fr 1fr}
.ranked li{flex-direction:column;gap:.2rem}
.chain{flex-direction:column;gap:1.3rem}
.chain li{flex:none}
.chain li+li::before{content:"\\2191";left:1rem;top:-1.35rem;transform:none}
}
@media screen and (max-width:62rem){
section>table,section>table tbody,section>table tr,section>table th,section>table td,section>table caption{display:block}
section>table{border:0;background:none}
section>table thead{display:none}
section>table tr{background:var(--surface);border:1px solid var(--line);border-radius:8px;margin-bottom:.6rem;padding:.35rem 0}
section>table th,section>table td{display:flex;gap:.75rem;border:0;padding:.15rem .9rem;text-align:left}
section>table th::before,section>table td::before{content:attr(data-label);flex:0 0 7rem;color:var(--soft);overflow-wrap:anywhere}
section>table .none{display:none!important}
section>table td>div,section>table th>div{min-width:0}
.tight,.tight bdi,.tight code{white-space:normal;overflow-wrap:anywhere}
}
@media print{
:root{--ground:#fff;--surface:#fff;--text:#000;--soft:#444;--line:#bbb;--link:#000;--pass:#11693a;--fail:#a8201a;--warn:#7d4c00;--exempt:#64389b;--pass-bg:#fff;--fail-bg:#fff;--warn-bg:#fff;--exempt-bg:#fff;--none-bg:#fff;--band:#ddd}
body{font-size:10pt}
nav,#filter,.skip,#age{display:none}
.card,tr,.tiles li,.ranked li{break-inside:avoid}
h2{break-after:avoid}
thead{display:table-header-group}
table,details table{font-size:8pt}
th,td{padding:.2rem .35rem}
td .chip,th .help,td .help,td .age,th .tag,caption,thead th{font-size:inherit}
td .chip{padding:0 .2rem}
thead th{overflow-wrap:normal}
.tight,.tight bdi,.tight code,td time{white-space:normal}
svg .band{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
`;

;// CONCATENATED MODULE: ./build/src/report/html/page.js






function renderPage(page, { sha256 }) {
    const policy = `default-src 'none'; style-src 'sha256-${sha256(style)}'; script-src 'sha256-${sha256(script)}'; base-uri 'none'; form-action 'none'`;
    const head = [
        el('meta', { charset: 'utf-8' }),
        new Html(`<meta http-equiv="Content-Security-Policy" content="${policy}">`),
        el('meta', { name: 'referrer', content: 'no-referrer' }),
        el('meta', { name: 'robots', content: 'noindex' }),
        el('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
        el('meta', { name: 'color-scheme', content: 'light dark' }),
        el('title', '', `${page.name} · ${page.subject}`),
        verbatim('style', style),
    ];
    const sections = page.sections.map((one) => page_section(one, page));
    const body = [
        el('a', { class: 'skip', href: '#main' }, 'Skip to the content'),
        header(page),
        el('main', { id: 'main' }, overview(page), sections),
        el('footer', '', el('p', '', inline(page.foot, page))),
        verbatim('script', script),
    ];
    return `<!doctype html>\n${el('html', { lang: 'en' }, el('head', '', head), el('body', '', body)).text}\n`;
}
function verbatim(element, text) {
    return new Html(`<${element}>${text}</${element}>`);
}
function header(page) {
    const title = inline({ link: { text: page.name }, to: '' }, page);
    const made = el('time', { id: 'built', datetime: page.madeAt }, momentText(page.madeAt));
    return el('header', 'top', el('h1', '', title, ' ', el('span', '', page.subject)), el('p', '', 'Made ', made, el('span', { id: 'age' }), inline(page.madeFrom, page)));
}
function overview({ tiles, sections, filter }) {
    if (sections.length < 2)
        return [];
    const items = sections.map(({ id, title }) => el('li', '', el('a', { href: `#${id}` }, title)));
    return [
        el('ul', 'tiles', tiles.map(page_tile)),
        el('nav', { 'aria-label': 'Parts of this page' }, el('ul', '', items)),
        el('form', { id: 'filter', role: 'search', hidden: true }, el('label', { for: 'words' }, filter), el('input', { id: 'words', type: 'search', autocomplete: 'off', spellcheck: 'false' }), el('output', { id: 'found', for: 'words' })),
    ];
}
function page_tile({ section: id, label, value, note, look }) {
    const number = [
        el('span', 'label', label),
        el('span', 'number', told(value, 40)),
        el('span', 'note', told(note)),
    ];
    return el('li', look, el('a', { href: `#${id}` }, number));
}
function page_section({ id, title, blocks: inside }, page) {
    const heading = el('h2', { id: `${id}-title` }, title);
    return el('section', { id, 'aria-labelledby': `${id}-title` }, heading, blocks_blocks(inside, page));
}

;// CONCATENATED MODULE: ./build/src/report/make.js

function make_makeReport({ findings = [], verdict = verdictOf(findings), ...parts }) {
    return { schema: 1, verdict, findings, ...parts };
}
function withFindings(report, findings) {
    const first = findings.find(({ severity }) => severity === 'error');
    const broken = first === undefined ? {} : { verdict: 'fail', title: first.message };
    return { ...report, ...broken, findings: [...findings, ...report.findings] };
}

;// CONCATENATED MODULE: ./build/src/board/gate/build-dashboard.js








const dashboardGate = 'build-dashboard';
async function buildDashboard(request, ports) {
    const snapshot = await ports.ledger.snapshot();
    const [read, tagged] = [await boardRecords(snapshot), await readTags(ports)];
    const unread = [...read.findings, ...tagged.findings, ...(request.findings ?? [])];
    const board = await buildBoard({
        records: read.records,
        tags: tagged.tags,
        unread,
        lookup: read.lookup,
        name: request.name,
        url: request.url,
        now: ports.now(),
        settings: request.settings,
        ledgerCommit: snapshot.head ?? snapshot.tip,
    });
    const page = renderPage(boardPage(board), { sha256 });
    return reportOf(board, unread, await ports.write(page), byteLength(page));
}
function sha256(text) {
    return (0,external_node_crypto_namespaceObject.createHash)('sha256').update(text, 'utf8').digest('base64');
}
async function readTags({ tags }) {
    try {
        if (tags !== undefined)
            return { tags: await tags(), findings: [] };
        return { tags: [], findings: [tagsUnread('neither a named remote nor a token is at hand')] };
    }
    catch (error) {
        if (!isUserError(error))
            throw error;
        return { tags: [], findings: [tagsUnread(error.message, error.help)] };
    }
}
function tagsUnread(reason, help) {
    return boardRules['tags-unread'].finding({
        message: `The tags of the repository could not be read: ${reason}`,
        help: help ?? 'Check the repository out before this step, or pass a token with `contents: read`.',
    });
}
function reportOf(board, unread, page, bytes) {
    const open = board.debts.shown.filter(({ state }) => state !== 'paid');
    const waiting = board.attention.shown.flatMap(({ finding, part }) => (part === 'unread' ? [] : [finding]));
    return make_makeReport({
        gate: dashboardGate,
        verdict: 'pass',
        title: titleOf(board, open.length),
        findings: [...waiting, ...unread, ...emptyFinding(board, unread)],
        facts: {
            page,
            bytes,
            records: board.ledger.records,
            unread: unread.length,
            serving: board.services.shown.map(({ name, current, complete }) => ({
                service: name,
                id: current.id,
                at: current.at,
                commit: current.commit ?? null,
                pr_number: current.pullRequest ?? null,
                complete,
            })),
            owed: open.map(({ gate, sha, kind, due, state, pullRequest }) => ({
                gate,
                sha,
                kind,
                due,
                state,
                pr_number: pullRequest ?? null,
            })),
            metrics: board.trends.shown.map(({ metric, values, anchor, drift, state }) => ({
                metric,
                value: values.at(-1)?.value ?? null,
                anchor: anchor.name,
                drift,
                state,
            })),
            merges: board.merges.total,
            versions: board.versions.total,
        },
        sections: sectionsOf(board),
    });
}
function titleOf({ ledger, services, attention }, owed) {
    if (ledger.records === 0)
        return 'The board is written; the ledger holds no record yet';
    const waits = attention.total === 0 ? 'nothing waits for anybody' : `${count(attention.total, 'thing')} to look at`;
    const debts = owed === 0 ? '' : `, ${count(owed, 'evaluation')} owed`;
    return `The board is written from ${count(ledger.records, 'record')}: ${count(services.total, 'service')} serving${debts}, ${waits}`;
}
function emptyFinding({ ledger }, unread) {
    if (ledger.records > 0 || unread.some(({ rule }) => rule.startsWith('lineage/')))
        return [];
    return [
        boardRules['ledger-empty'].finding({
            message: 'The ledger was read and holds no record yet; the page says how to begin',
            help: 'Add record-lineage to the workflows that merge, build, train and deploy.',
        }),
    ];
}
function sectionsOf({ services }) {
    if (services.total === 0)
        return [];
    return [
        {
            kind: 'table',
            title: 'What serves now',
            open: true,
            columns: [
                { title: 'Service' },
                { title: 'Version', code: true },
                { title: 'Since' },
                { title: 'Commit', code: true },
                { title: 'Pull request' },
                { title: 'Chain' },
            ],
            rows: services.shown.map(({ name, current, complete }) => [
                name,
                current.id,
                current.at,
                current.commit?.slice(0, 8) ?? '',
                current.pullRequest === undefined ? '' : `#${current.pullRequest}`,
                complete ? 'whole' : 'a link is missing',
            ]),
        },
    ];
}

;// CONCATENATED MODULE: ./build/src/bundles/board.js




module.exports = __webpack_exports__;
/******/ })()
;