"use strict";
exports.id = 142;
exports.ids = [142];
exports.modules = {

/***/ 142:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  announce: () => (/* binding */ announce)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(598);
// EXTERNAL MODULE: ./build/src/board/rules.js
var rules = __webpack_require__(706);
// EXTERNAL MODULE: ./build/src/board/announce/messages.js
var messages = __webpack_require__(877);
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
    if (url !== last.url)
        last = { url, clean: cleanUrl(url) };
    return last.clean;
}
let last = { url: '', clean: '' };
function cleanUrl(url) {
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

// EXTERNAL MODULE: ./build/src/kernel/record.js
var record = __webpack_require__(829);
// EXTERNAL MODULE: ./build/src/kernel/user-error.js
var user_error = __webpack_require__(572);
;// CONCATENATED MODULE: ./build/src/board/gate/announce.js






const memoryFile = 'announced.json';
async function announce(digest, { targets, when }, ports) {
    if (targets.length === 0)
        return [];
    const day = new Date(ports.now()).toISOString().slice(0, 10);
    const keys = digest.needs.map(({ key }) => (0,external_node_crypto_.createHash)('sha256').update(key, 'utf8').digest('hex').slice(0, 12));
    const { before, finding } = await remembered(ports.cache);
    if (!isDue(when, { day, keys }, before))
        return finding;
    const sent = await Promise.all(targets.map((target) => send(target, digest, ports)));
    const failed = sent.flat();
    const forgotten = failed.length === targets.length ? [] : await remember(ports.cache, { day, keys });
    return [...finding, ...failed, ...forgotten];
}
function isDue(when, { day, keys }, before) {
    return when === 'daily' ? before?.day !== day : keys.some((key) => before?.keys.includes(key) !== true);
}
const timeoutMs = 15_000;
async function send(target, digest, { http, now }) {
    const { kind, line } = target;
    const { url, body, headers } = signed(target, (0,messages/* messageFor */.XW)(kind, digest), now());
    const name = `${messages/* kindNames */.$1[kind]} (line ${line} of \`notify\`)`;
    const secrets = [target.url.href, target.secret ?? '', ...secretParts(target.url)];
    const told = (outcome) => `${name}: ${saidBy(outcome, secrets)}`;
    const request = {
        method: 'POST',
        url,
        headers,
        body,
        timeoutMs,
        attempts: 3,
        idempotent: false,
        told,
    };
    const outcome = await http.send(request);
    if (succeeded(outcome) && isTaken(target, outcome))
        return [];
    return [
        rules/* boardRules */.U['not-announced'].finding({
            message: `The summary did not reach ${name}: ${saidBy(outcome, secrets)}`,
            help: 'Check the address and the secret of that line; the next run tries again.',
        }),
    ];
}
function secretParts({ pathname, searchParams }) {
    return [...pathname.split('/'), ...searchParams.values()].filter((part) => part.length >= 8);
}
function isTaken({ kind }, outcome) {
    if (kind !== 'feishu' && kind !== 'dingtalk')
        return true;
    try {
        const answer = outcome.kind === 'answer' ? JSON.parse(outcome.text) : undefined;
        if (!(0,record/* isRecord */.u)(answer))
            return false;
        return (answer['code'] ?? answer['errcode'] ?? answer['StatusCode']) === 0;
    }
    catch {
        return false;
    }
}
function signed({ kind, url, secret }, message, now) {
    const headers = { 'content-type': 'application/json; charset=utf-8', 'user-agent': 'model-gates' };
    const plain = { url, body: JSON.stringify(message), headers };
    if (secret === undefined)
        return plain;
    if (kind === 'feishu') {
        const timestamp = String(Math.floor(now / 1000));
        const sign = (0,external_node_crypto_.createHmac)('sha256', `${timestamp}\n${secret}`).update('').digest('base64');
        return { ...plain, body: JSON.stringify({ timestamp, sign, ...message }) };
    }
    if (kind === 'dingtalk') {
        const timestamp = String(now);
        const address = new URL(url);
        address.searchParams.set('timestamp', timestamp);
        address.searchParams.set('sign', (0,external_node_crypto_.createHmac)('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64'));
        return { ...plain, url: address };
    }
    if (kind !== 'webhook')
        return plain;
    const sign = (0,external_node_crypto_.createHmac)('sha256', secret).update(plain.body).digest('hex');
    return { ...plain, headers: { ...headers, 'x-model-gates-signature-256': `sha256=${sign}` } };
}
async function remembered(cache) {
    try {
        const bytes = (await cache?.read())?.get(memoryFile);
        const value = bytes === undefined ? undefined : JSON.parse(new TextDecoder().decode(bytes));
        if (!(0,record/* isRecord */.u)(value) || typeof value['day'] !== 'string' || !Array.isArray(value['keys']))
            return { finding: [] };
        return {
            before: { day: value['day'], keys: value['keys'].filter((key) => typeof key === 'string') },
            finding: [],
        };
    }
    catch (error) {
        if (error instanceof SyntaxError)
            return { finding: [] };
        if (!(0,user_error/* isUserError */.iU)(error))
            throw error;
        return { finding: [unremembered(error.message)] };
    }
}
async function remember(cache, memory) {
    if (cache === undefined)
        return [];
    try {
        const files = new Map(await cache.read());
        files.set(memoryFile, new TextEncoder().encode(`${JSON.stringify(memory)}\n`));
        await cache.write(files);
        return [];
    }
    catch (error) {
        if (!(0,user_error/* isUserError */.iU)(error))
            throw error;
        return [unremembered(error.message)];
    }
}
function unremembered(reason) {
    return rules/* boardRules */.U['figures-not-kept'].finding({
        message: `What was sent could not be remembered, so the same may be sent again: ${reason}`,
        help: 'Give the job `contents: write`: it is kept in refs/lineage/cache.',
    });
}


/***/ })

};
;