/******/ (() => { // webpackBootstrap
/******/ 	"use strict";
/******/ 	var __webpack_modules__ = ({

/***/ 466:
/***/ ((module) => {

module.exports = require("../lib/config/index.js");

/***/ }),

/***/ 4:
/***/ ((module) => {

module.exports = require("../lib/git/index.js");

/***/ }),

/***/ 325:
/***/ ((module) => {

module.exports = require("../lib/github/index.js");

/***/ }),

/***/ 455:
/***/ ((module) => {

module.exports = require("node:fs/promises");

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

;// CONCATENATED MODULE: external "../lib/action/index.js"
const index_js_namespaceObject = require("../lib/action/index.js");
;// CONCATENATED MODULE: ./build/src/kernel/clock.js
const systemClock = {
    now: Date.now,
    random: Math.random,
    pause: (milliseconds) => new Promise((resolve) => {
        setTimeout(resolve, milliseconds);
    }),
};

;// CONCATENATED MODULE: ./build/src/kernel/compare.js
function compare_compareText(a, b) {
    return a < b ? -1 : Number(a > b);
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

;// CONCATENATED MODULE: ./build/src/releases/gate/messages-since.js

async function messagesSinceRelease(sha, prefix, tags, between) {
    const all = await tags.list(prefix);
    const [last] = versionsOf(all.map(({ name }) => name), prefix).filter(isRelease);
    const base = all.find(({ name }) => name === last?.tag);
    if (base === undefined)
        return [];
    return (await between(base.sha, sha)).map(({ message }) => message);
}

;// CONCATENATED MODULE: ./build/src/kernel/user-error.js
const brand = 'ModelGatesUserError';
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
function isUserError(error) {
    return error instanceof Error && error.name === brand;
}
function placeText(place) {
    return [place.file, place.line, place.column].filter((part) => part !== undefined).join(':');
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
function readFields(fields, get, label = (name) => `input ${name}`) {
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


const kinds_flag = { schema: { type: 'boolean' }, field: fields_flag };
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
    const { readPolicyText } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 466, 23));
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
        throw new UserError(`The policy cannot be read: ${reason}`, {
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

;// CONCATENATED MODULE: ./build/src/report/model.js

const verdicts = ['pass', 'fail', 'inconclusive', 'exempt', 'skipped'];
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

;// CONCATENATED MODULE: ./build/src/releases/version/bump.js
const bumps = ['patch', 'minor', 'major'];
const header = /^(\p{L}[\p{L}\d-]{0,40})(?:\([^()\n]{1,100}\))?(!)?: /u;
const breakingFooter = /^BREAKING[ -]CHANGE: /m;
function bumpOfCommits(messages) {
    return largest(messages.map(bumpOfCommit));
}
function bumpOfCommit(message) {
    const [, type = '', breaking] = header.exec(message) ?? [];
    if (breaking !== undefined || breakingFooter.test(message))
        return 'major';
    return type.toLowerCase() === 'feat' ? 'minor' : 'patch';
}
function bumpOfLabels(labels) {
    const named = bumps.filter((bump) => labels.some((label) => label.trim().toLowerCase() === `version:${bump}`));
    return named.length === 0 ? undefined : largest(named);
}
function largest(all) {
    return bumps.findLast((bump) => all.includes(bump)) ?? 'patch';
}

;// CONCATENATED MODULE: ./build/src/releases/version/next.js


const linePattern = /^v?(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})(?:\.x)?$/;
const preReleasePattern = /^[a-z][0-9a-z-]{0,30}$/i;
function isLine(text) {
    return linePattern.test(text);
}
function isPreReleaseName(text) {
    return preReleasePattern.test(text);
}
function isBump(text) {
    return bumps.some((bump) => bump === text);
}
function normalLine(text) {
    const [, major = '', minor = ''] = linePattern.exec(text) ?? [];
    return `v${major}.${minor}`;
}
function lineOfBranch(branch) {
    const name = branch?.startsWith('release/') === true ? branch.slice('release/'.length) : '';
    return isLine(name) ? normalLine(name) : undefined;
}
function dueNext(branch, mergedBranch) {
    const line = lineOfBranch(branch);
    if (line !== undefined)
        return { line };
    return mergedBranch?.startsWith('hotfix/') === true ? { bump: 'patch' } : undefined;
}
function nextTag(request, tags, prefix) {
    const all = versionsOf(tags, prefix);
    const core = nextCore(request, all.filter(isRelease));
    const text = `v${core.join('.')}`;
    if (request.preRelease === undefined)
        return `${prefix}${text}`;
    return `${prefix}${text}-${request.preRelease}.${nextPreRelease(request.preRelease, core, all)}`;
}
function nextCore({ line, bump = 'patch' }, releases) {
    if (line !== undefined)
        return nextPatchOf(normalLine(line), releases);
    const [highest] = releases;
    const { major, minor, patch } = highest ?? { major: 0, minor: 0, patch: 0 };
    const next = {
        patch: [major, minor, patch + 1],
        minor: [major, minor + 1, 0],
        major: [major + 1, 0, 0],
    };
    return next[bump];
}
function nextPatchOf(line, releases) {
    const [major = 0, minor = 0] = line.slice(1).split('.').map(Number);
    const highest = releases.find((version) => lineOf(version) === line);
    return [major, minor, highest === undefined ? 0 : highest.patch + 1];
}
function nextPreRelease(name, [major, minor, patch], all) {
    const numbers = all
        .filter((version) => version.major === major && version.minor === minor && version.patch === patch)
        .filter(({ preRelease }) => preRelease[0] === name && preRelease.length <= 2)
        .map(({ preRelease }) => Number(preRelease[1] ?? 0))
        .filter(Number.isSafeInteger);
    return Math.max(0, ...numbers) + 1;
}
function answered(request, tagsAtCommit, prefix) {
    const fits = (version) => (request.line === undefined || lineOf(version) === normalLine(request.line)) &&
        (request.preRelease === undefined ? isRelease(version) : version.preRelease[0] === request.preRelease);
    return versionsOf(tagsAtCommit, prefix).find(fits)?.tag;
}

;// CONCATENATED MODULE: ./build/src/releases/version/planned-claim.js





function plannedClaim(inputs, messages) {
    const { prefix, claim, next, preRelease } = inputs;
    if (!isPrefix(prefix))
        return invalid(versionRules['invalid-tag'], `the prefix "${shown(prefix)}" cannot begin a tag`, prefixHelp);
    if (claim !== undefined && next !== undefined)
        return invalid(versionRules['invalid-next'], 'both a tag to claim and a next version are given', 'Give one of them.');
    if (claim !== undefined)
        return exact(claim, prefix);
    if (preRelease !== undefined && !isPreReleaseName(preRelease))
        return invalid(versionRules['invalid-next'], `"${shown(preRelease)}" does not name a pre-release`, 'Give a word such as rc, alpha or beta.');
    const request = next === undefined ? undefined : requestOf(next, inputs, messages);
    if (request === 'unknown')
        return invalid(versionRules['invalid-next'], `"${shown(next ?? '')}" does not say which version comes next`, nextHelp);
    if (request === undefined)
        return { kind: 'read' };
    return { kind: 'next', request: preRelease === undefined ? request : { ...request, preRelease } };
}
const nextHelp = 'Give a line of releases (v2.3), or patch, minor, major, conventional or auto.';
const prefixHelp = 'Use letters, digits, dots, dashes, underscores and slashes, such as qwen3-vl/.';
const tagHelp = 'Give three numbers, such as v2.3.1, and for a pre-release a word behind a dash: v2.4.0-rc.1.';
function requestOf(next, inputs, messages) {
    if (next === 'auto')
        return dueNext(inputs.branch, inputs.mergedBranch);
    const line = lineOfBranch(inputs.branch);
    if (next === 'conventional' || next === 'patch')
        return line === undefined ? { bump: bumpOf(next, inputs, messages) } : { line };
    if (isBump(next))
        return { bump: next };
    return isLine(next) ? { line: normalLine(next) } : 'unknown';
}
function bumpOf(next, { labels = [] }, messages) {
    return next === 'patch' ? next : (bumpOfLabels(labels) ?? bumpOfCommits(messages));
}
function exact(claim, prefix) {
    const tag = claim.startsWith(prefix) ? claim : `${prefix}${claim}`;
    if (parseVersion(tag, prefix) !== undefined)
        return { kind: 'exact', tag };
    return invalid(versionRules['invalid-tag'], `"${shown(claim)}" is not a version`, tagHelp);
}
function isPrefix(prefix) {
    return /^(?![-./])[\w./-]{0,100}$/.test(prefix) && !/\.\.|\/\/|\/\.|\.(?:lock)?\//.test(prefix);
}
function invalid(rule, message, help) {
    return { kind: 'invalid', finding: rule.finding({ message, help }) };
}

;// CONCATENATED MODULE: ./build/src/releases/version/commit-version.js

function commitVersion(sha, tags, prefix) {
    const tagged = versionsOf(tags, prefix)[0];
    if (tagged === undefined)
        return { sha, version: `dev-${sha.slice(0, 8)}` };
    return { sha, version: tagged.text, tagged };
}
function previousVersion(current, tags, prefix, line) {
    const { tagged } = current;
    const all = versionsOf(tags, prefix);
    if (tagged === undefined)
        return all.find((version) => isRelease(version) && (line === undefined || lineOf(version) === line));
    return all.find((version) => precedence(version, tagged) < 0 && (isRelease(version) || !isRelease(tagged)));
}
function channelOf({ tagged }) {
    if (tagged === undefined)
        return 'dev';
    if (isRelease(tagged))
        return 'stable';
    return tagged.preRelease.find((part) => /^[a-z]/i.test(part))?.toLowerCase() ?? 'pre';
}

;// CONCATENATED MODULE: ./build/src/releases/version/names.js

function derivedNames(version, context) {
    const pullRequest = version.tagged === undefined ? context.pullRequest : undefined;
    const own = pullRequest === undefined ? version.version : `pr-${pullRequest}`;
    return {
        channel: pullRequest === undefined ? channelOf(version) : 'pr',
        dockerTag: dockerTag(`${context.prefix}${own}`),
        pep440: pep440(version, context.previous),
        jobName: jobName(`${context.prefix}${own}`, version.sha),
        labels: labels(version, context),
    };
}
function dockerTag(name) {
    const clean = name.replaceAll('+', '_').replaceAll(/[^\w.-]/g, '-');
    return clean.slice(-128).replace(/^[.-]+/, '');
}
const preReleaseWords = {
    alpha: 'a',
    a: 'a',
    beta: 'b',
    b: 'b',
    rc: 'rc',
    c: 'rc',
    pre: 'rc',
    preview: 'rc',
};
function pep440({ sha, tagged }, previous) {
    if (tagged === undefined)
        return `${afterwards(previous)}.dev0+g${sha.slice(0, 8)}`;
    const core = `${tagged.major}.${tagged.minor}.${tagged.patch}`;
    const local = localPart(tagged.build);
    const [word = '', number = '0', ...more] = tagged.preRelease;
    if (word === '')
        return core + local;
    const spelled = new Map(Object.entries(preReleaseWords)).get(word.toLowerCase());
    if (spelled !== undefined && more.length === 0 && /^\d+$/.test(number))
        return `${core}${spelled}${number}${local}`;
    return `${core}.dev0${localPart([...tagged.preRelease, tagged.build].filter((part) => part !== '').join('.'))}`;
}
function afterwards(previous) {
    return previous === undefined ? '0.0.0' : `${previous.major}.${previous.minor}.${previous.patch + 1}`;
}
function localPart(text) {
    const clean = text
        .toLowerCase()
        .replaceAll(/[^a-z\d]+/g, '.')
        .replaceAll(/^\.+|\.+$/g, '')
        .replaceAll(/(?<![a-z\d])0+(?=\d+(?:\.|$))/g, '');
    return clean === '' ? '' : `+${clean}`;
}
function jobName(name, sha) {
    const ending = sha.slice(0, 8);
    const clean = name
        .toLowerCase()
        .replaceAll(/[^a-z\d]+/g, '-')
        .replaceAll(/^-+|-+$/g, '');
    const whole = clean.endsWith(ending) ? clean : `${clean}-${ending}`;
    return whole.slice(-63).replace(/^-+/, '');
}
const annotation = 'org.opencontainers.image';
function labels({ sha, version }, { committedAt, source }) {
    return {
        [`${annotation}.version`]: version,
        [`${annotation}.revision`]: sha,
        [`${annotation}.created`]: committedAt,
        ...(source === undefined ? {} : { [`${annotation}.source`]: source }),
    };
}

;// CONCATENATED MODULE: ./build/src/releases/version/tag-message.js

function tagMessage(tag, verdicts) {
    const trailers = verdicts
        .toSorted((a, b) => compare_compareText(a.gate, b.gate))
        .map(({ gate, verdict, note }) => `Gate: ${oneLine(gate)}=${verdict}${note === undefined ? '' : ` (${oneLine(note)})`}`);
    return [tag, ...(trailers.length === 0 ? [] : ['', ...trailers])].join('\n');
}
function verdictsOf(message) {
    return [...message.matchAll(/^Gate: ([^\n=]{1,200})=([a-z]{1,20})\b/gm)].map(([, gate = '', verdict = '']) => ({ gate, verdict }));
}
function oneLine(text) {
    return text.replaceAll(/\p{Cc}+/gu, ' ').slice(0, 200);
}

;// CONCATENATED MODULE: ./build/src/releases/gate/claim.js



const maxTries = 100;
async function claimExact(tag, tags, request, ports) {
    const { sha, prefix } = request;
    const names = namesOf(tags);
    const namesake = tags.find((one) => one.sha !== sha && isNamesake(one.name, tag, prefix));
    if (namesake !== undefined)
        return elsewhere(tag, namesake, request);
    if (at(tags, request).includes(tag))
        return { tag, created: false, names };
    const made = await create(tag, request, ports);
    if (made.created)
        return { tag, created: true, names };
    const there = made.sha ?? (await ports.tags.list(prefix)).find(({ name }) => name === tag)?.sha;
    if (there === undefined)
        throw new UserError(`the tag ${tag} was there and is gone again`, { help: 'Run the job again.' });
    return there === sha ? { tag, created: false, names } : elsewhere(tag, { name: tag, sha: there }, request);
}
function isNamesake(name, tag, prefix) {
    const [one, other] = [parseVersion(name, prefix), parseVersion(tag, prefix)];
    return one !== undefined && other !== undefined && isSameVersion(one, other);
}
function elsewhere(tag, { name, sha }, request) {
    const same = name === tag ? '' : `, and ${tag} is the same version`;
    return {
        finding: versionRules['tag-exists-elsewhere'].finding({
            message: `${name} is already at ${claim_short(sha)}${same}, so ${claim_short(request.sha)} cannot have it; a tag is never moved`,
            help: 'Claim another version, or let the next number be found with `next`.',
        }),
    };
}
async function claimNext(next, first, request, ports) {
    const taken = [];
    let tags = first;
    for (let tries = 1; tries <= maxTries; tries += 1) {
        const started = ports.clock.now();
        const names = [...namesOf(tags), ...taken];
        const before = answered(next, at(tags, request), request.prefix);
        if (before !== undefined)
            return { tag: before, created: false, names };
        const tag = nextTag(next, names, request.prefix);
        const made = await create(tag, request, ports);
        if (made.created || made.sha === request.sha)
            return { tag, created: made.created, names };
        ports.log.info(`${tag} went to another commit: trying the next number`);
        taken.push(tag);
        await ports.clock.pause(spread(tries, ports.clock.now() - started, ports.clock));
        tags = await ports.tags.list(request.prefix);
    }
    const message = `no free number for ${claim_short(request.sha)} after ${maxTries} tries: others took each of them first`;
    return { finding: versionRules.contended.finding({ message, help: 'Run the job again.' }) };
}
function namesOf(tags) {
    return tags.map(({ name }) => name);
}
function at(tags, { sha }) {
    return namesOf(tags.filter((tag) => tag.sha === sha));
}
function spread(tries, costMs, { random }) {
    return random() * Math.min(2 ** tries, 24) * Math.max(0, costMs);
}
function create(tag, { sha, committedAt, verdicts = [] }, { tags }) {
    return tags.create({ tag, sha, taggerDate: committedAt, message: tagMessage(tag, verdicts) });
}
function claim_short(sha) {
    return sha.slice(0, 8);
}

;// CONCATENATED MODULE: ./build/src/releases/gate/emit-version-tag.js




const gate = 'emit-version-tag';
async function emitVersion(request, ports) {
    const plan = plannedClaim(request, request.next === 'conventional' ? await (request.messages?.() ?? []) : []);
    if (plan.kind === 'invalid')
        return failed(request, [plan.finding]);
    const tags = await ports.tags.list(request.prefix);
    if (plan.kind === 'read')
        return describe(request, { names: namesOf(tags), at: at(tags, request) });
    const warnings = plan.kind === 'exact' ? outsideLine(plan.tag, request) : [];
    const claim = plan.kind === 'exact'
        ? await claimExact(plan.tag, tags, request, ports)
        : await claimNext(plan.request, tags, request, ports);
    if ('finding' in claim)
        return failed(request, [claim.finding, ...warnings]);
    return describe(request, { names: claim.names, at: [claim.tag], claim, warnings });
}
function outsideLine(tag, { branch, prefix }) {
    const line = lineOfBranch(branch);
    if (line === undefined || tag.slice(prefix.length).replace(/^v?/, 'v').startsWith(`${line}.`))
        return [];
    const message = `${tag} is claimed on ${branch}, which keeps ${line}.x`;
    return [
        versionRules['outside-line'].finding({
            message,
            help: `Claim ${line}.x here, or use the branch that keeps this line.`,
        }),
    ];
}
function describe(request, { names, at: own, claim, warnings = [] }) {
    const { sha, prefix } = request;
    const version = commitVersion(sha, own, prefix);
    const previous = previousVersion(version, names, prefix, lineOfBranch(request.branch));
    const derived = derivedNames(version, { ...request, ...(previous === undefined ? {} : { previous }) });
    const facts = {
        version: version.version,
        tag: version.tagged?.tag ?? null,
        created: claim?.created ?? false,
        sha,
        isRelease: version.tagged !== undefined && isRelease(version.tagged),
        previousTag: previous?.tag ?? null,
        ...derived,
    };
    const [title, sections] = [titleOf(version, claim), [namesTable(facts)]];
    return makeReport({ gate, title, findings: warnings, facts, sections });
}
function namesTable(names) {
    const rows = [
        ['git tag', names.tag ?? 'none'],
        ['previous version', names.previousTag ?? 'none'],
        ['channel', names.channel],
        ['Docker tag', names.dockerTag],
        ['Python version', names.pep440],
        ['job name', names.jobName],
    ];
    const columns = [{ title: 'as' }, { title: 'name', code: true }];
    return { kind: 'table', title: 'What this commit is called', columns, rows };
}
function titleOf({ sha, version, tagged }, claim) {
    if (tagged === undefined)
        return `${emit_version_tag_short(sha)} is ${version}: it has no version tag`;
    if (claim?.created === true)
        return `${tagged.tag} now names ${emit_version_tag_short(sha)}`;
    return claim === undefined
        ? `${emit_version_tag_short(sha)} is ${tagged.tag}`
        : `${tagged.tag} names ${emit_version_tag_short(sha)} already: nothing to do`;
}
function failed({ sha }, findings) {
    const title = findings[0]?.message ?? 'no version';
    return makeReport({
        gate,
        verdict: 'fail',
        title,
        findings,
        facts: { version: null, tag: null, created: false, sha },
    });
}
function emit_version_tag_short(sha) {
    return sha.slice(0, 8);
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(455);
;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = require("node:path");
var external_node_path_default = /*#__PURE__*/__nccwpck_require__.n(external_node_path_namespaceObject);
;// CONCATENATED MODULE: ./build/src/runner/paths.js



async function workingFolder(workspace, folder) {
    const wanted = external_node_path_default().resolve(workspace, folder);
    const [root, found] = await Promise.all([(0,promises_.realpath)(workspace), (0,promises_.realpath)(wanted).catch(() => undefined)]);
    if (found === undefined) {
        throw new UserError(`working-directory ${folder} does not exist in the workspace.`, {
            help: 'Check the repository out before this step, and give the folder relative to the workspace.',
        });
    }
    const relative = external_node_path_default().relative(root, found);
    if (relative === '' || (!relative.startsWith('..') && !external_node_path_default().isAbsolute(relative)))
        return found;
    throw new UserError(`working-directory ${folder} lies outside of the workspace.`, {
        help: 'Give a folder below the workspace.',
    });
}

;// CONCATENATED MODULE: ./build/src/runner/named-files.js

async function bytesOf(path, files) {
    const bytes = await files.read(path);
    if (bytes !== undefined)
        return bytes;
    throw new UserError(`${path} does not exist`, {
        place: { file: path },
        help: 'Give a path below working-directory.',
    });
}
async function textOf(path, files) {
    return Buffer.from(await bytesOf(path, files)).toString('utf8');
}
function parse(text, name) {
    try {
        return JSON.parse(text);
    }
    catch (cause) {
        const reason = cause instanceof Error ? cause.message : String(cause);
        throw new UserError(`${name} is not JSON: ${reason.slice(0, 200)}`, {
            help: 'See schema/lineage.schema.json.',
            cause,
        });
    }
}

;// CONCATENATED MODULE: ./build/src/runner/gate/gate-reports.js



async function readVerdicts(paths, files) {
    const { readFile } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 455, 23));
    const documents = await Promise.all(paths.map(async (path) => {
        const absolute = /^(?:\/|[A-Za-z]:[\\/])/.test(path);
        const text = absolute
            ? await readFile(path, 'utf8').catch((cause) => unreadable(path, cause))
            : await textOf(path, await files());
        return parse(text, path);
    }));
    return documents.flatMap(verdictsIn);
}
function unreadable(path, cause) {
    throw new UserError(`${path} cannot be read`, { help: 'Give the output `report` of a gate.', cause });
}
function verdictsIn(report) {
    if (!isRecord(report))
        return [];
    const own = {
        gate: report['gate'],
        verdict: report['verdict'],
        ...(typeof report['title'] === 'string' ? { title: gate_reports_oneLine(report['title']) } : {}),
        ...exemptedBy(isRecord(report['exemption']) ? report['exemption'] : {}),
    };
    const inner = report['reports'];
    return [own, ...(Array.isArray(inner) ? inner.flatMap(verdictsIn) : [])];
}
function exemptedBy({ by, at, sha, reason }) {
    return {
        ...(typeof by === 'string' ? { exempted_by: by } : {}),
        ...(typeof at === 'string' && at !== '' ? { exempted_at: at } : {}),
        ...(typeof sha === 'string' ? { exempted_sha: sha } : {}),
        ...(typeof reason === 'string' ? { reason: gate_reports_oneLine(reason) } : {}),
    };
}
function gate_reports_oneLine(text) {
    const shown = text
        .toWellFormed()
        .replaceAll(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ')
        .trim();
    return shown === '' ? '-' : shown.slice(0, 900).trim();
}

;// CONCATENATED MODULE: ./build/src/actions/emit-version-tag/verdicts.js




async function gateVerdicts({ reports, workingDirectory }, { workspace }) {
    if (reports.length === 0)
        return [];
    const { folderTree } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 4, 23));
    const files = async () => folderTree(await workingFolder(workspace, workingDirectory));
    return (await readVerdicts(reports, files)).map(asVerdict);
}
function asVerdict({ gate, verdict: said, exempted_by: by, exempted_sha: sha, }) {
    const verdict = verdicts.find((one) => one === said);
    if (typeof gate !== 'string' || verdict === undefined)
        throw new UserError('A file of the input reports is not the report of a gate.', {
            help: 'Give the output `report` of a gate, such as `${{ steps.gate.outputs.report }}`.',
        });
    if (by === undefined)
        return { gate, verdict };
    return { gate, verdict, note: `by ${by}${sha === undefined ? '' : ` on ${sha.slice(0, 8)}`}` };
}

;// CONCATENATED MODULE: ./build/src/policy/policy-path.js
const policyPath = '.github/model-gates.yml';

;// CONCATENATED MODULE: ./build/src/runner/shared-inputs.js



const policyInput = (description) => ({
    field: fields_text('a path'),
    default: policyPath,
    description,
});
const folderInput = (more = '') => ({
    field: fields_text('a folder'),
    default: '.',
    description: `Folder of the checkout, relative to the workspace.${more}`,
});
const tokenInput = (description) => ({
    field: fields_text('a token'),
    preset: '${{ github.token }}',
    as: 'token',
    description,
});
const remoteInput = (description) => ({
    field: fields_text('the name of a remote'),
    default: 'origin',
    description,
});
const switchInput = (description) => ({ field: flag, default: false, description });
const settingInput = (setting) => ({
    field: fieldOf(setting),
    description: inputDescription(setting),
});

;// CONCATENATED MODULE: ./build/src/actions/emit-version-tag/inputs.js




const versionInputs = inputs({
    claim: {
        field: fields_text('a tag'),
        description: '',
    },
    next: {
        field: fields_text('a line of releases, patch, minor, major, conventional, auto or none'),
        description: '',
    },
    'pre-release': {
        field: fields_text('a word such as rc'),
        description: '',
    },
    prefix: settingInput(versioningTable.prefix),
    sha: {
        field: fields_text('a commit'),
        description: '',
    },
    reports: {
        field: list,
        default: [],
        description: '',
    },
    remote: remoteInput( ''),
    policy: policyInput( ''),
    'working-directory': folderInput(),
    'github-token': tokenInput( ''),
});

;// CONCATENATED MODULE: ./build/src/runner/publish/output-texts.js
function outputTexts(facts) {
    return Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, output_texts_textOf(fact)]));
}
function output_texts_textOf(fact) {
    if (typeof fact === 'string')
        return fact;
    return fact === undefined || fact === null ? '' : JSON.stringify(fact);
}

;// CONCATENATED MODULE: ./build/src/actions/emit-version-tag/outputs.js

function versionOutputs({ facts }) {
    return outputTexts({
        version: facts.version,
        tag: facts.tag,
        created: facts.created,
        sha: facts.sha,
        'is-release': facts.isRelease,
        'previous-tag': facts.previousTag,
        channel: facts.channel,
        'docker-tag': facts.dockerTag,
        pep440: facts.pep440,
        'job-name': facts.jobName,
        labels: labelLines(facts.labels),
    });
}
function labelLines(labels = {}) {
    return Object.entries(labels)
        .map(([key, value]) => `${key}=${value.replaceAll(/[\r\n]/g, ' ')}`)
        .join('\n');
}

;// CONCATENATED MODULE: ./build/src/actions/emit-version-tag/main.js










async function main(context) {
    const inputs = readInputs(versionInputs, context.input);
    const { environment } = context;
    const repository = await main_open(environment, inputs);
    const sha = await repository.resolve(inputs.sha ?? environment.event.headSha ?? 'HEAD');
    const { policy, findings } = await loadPolicy(repository.tree(sha), inputs.policy);
    const prefix = policy.versioning.prefix ?? inputs.prefix ?? '';
    const github = await connect(environment, inputs);
    const tags = github?.tags ?? repository.tagStore();
    const request = {
        ...asked(environment, inputs, sha),
        ...(await mergedPullRequest(environment, inputs, sha, github)),
        sha,
        prefix,
        verdicts: await gateVerdicts(inputs, environment),
        committedAt: await repository.commitDate(sha),
        messages: () => messagesSinceRelease(sha, prefix, tags, repository.commits),
        source: `${environment.serverUrl}/${environment.repository}`,
    };
    const report = await emitVersion(request, { tags, log: index_js_namespaceObject.actionLog, clock: systemClock });
    const complete = { ...report, findings: [...findings, ...report.findings] };
    return { report: complete, outputs: versionOutputs(report), channels: {} };
}
async function main_open(environment, { workingDirectory, remote, token }) {
    const cwd = await workingFolder(environment.workspace, workingDirectory);
    const { openRepository } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 4, 23));
    return openRepository({ cwd, log: index_js_namespaceObject.actionLog, remote, ...(token === undefined ? {} : { token }) });
}
async function connect({ apiUrl, repository }, { token }) {
    if (token === undefined)
        return undefined;
    const library = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 325, 23));
    return library.connect({ token, apiUrl, repository, log: index_js_namespaceObject.actionLog });
}
function asked({ event }, inputs, sha) {
    const { pullRequest } = event;
    const implied = event.kind === 'push' && inputs.claim === undefined ? 'auto' : 'none';
    const next = inputs.next ?? implied;
    return {
        ...(inputs.claim === undefined ? {} : { claim: inputs.claim }),
        ...(next === 'none' ? {} : { next }),
        ...(inputs.preRelease === undefined ? {} : { preRelease: inputs.preRelease }),
        ...(event.headRef === undefined ? {} : { branch: event.headRef }),
        ...(pullRequest === undefined || pullRequest.mergeCommit === sha
            ? {}
            : { pullRequest: pullRequest.number }),
    };
}
async function mergedPullRequest({ event, repository }, { next, claim }, sha, github) {
    const { pullRequest, baseRef, headRef } = event;
    if (pullRequest?.mergeCommit === sha)
        return {
            labels: pullRequest.labels,
            ...(baseRef === undefined ? {} : { branch: baseRef }),
            ...(headRef === undefined || pullRequest.fork ? {} : { mergedBranch: headRef }),
        };
    const wanted = next === undefined || next === 'auto' || next === 'conventional';
    if (github === undefined || event.kind !== 'push' || claim !== undefined || !wanted)
        return {};
    const merged = (await github.commits.pullRequests(sha)).find(({ mergeCommit }) => mergeCommit === sha);
    if (merged === undefined)
        return {};
    const { head, labels } = merged;
    return { labels, ...(head.repository === repository ? { mergedBranch: head.ref } : {}) };
}

;// CONCATENATED MODULE: ./build/src/actions/emit-version-tag/index.js


void (0,index_js_namespaceObject.runAction)('emit-version-tag', main);

module.exports = __webpack_exports__;
/******/ })()
;