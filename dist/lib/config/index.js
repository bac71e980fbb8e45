/******/ (() => { // webpackBootstrap
/******/ 	var __webpack_modules__ = ({

/***/ 9556:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
__nccwpck_require__.r(__webpack_exports__);
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   createAjv: () => (/* binding */ createAjv),
/* harmony export */   safePattern: () => (/* binding */ safePattern)
/* harmony export */ });
/* harmony import */ var ajv_dist_2020_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2210);
/* harmony import */ var ajv_dist_2020_js__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(ajv_dist_2020_js__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _kernel_pattern_compile_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1825);


/**
 * Ajv for JSON Schema 2020-12 that reports every error and matches patterns without backtracking. `known`: the schema is held against that
 * of JSON Schema itself no more, which costs more than a hundred configs. `source`: to write the code down, which then says no more than
 * whether a value fits.
 */
function createAjv({ known = false, source = false } = {}) {
    return new ajv_dist_2020_js__WEBPACK_IMPORTED_MODULE_0__.Ajv2020({
        allErrors: !source,
        ...(known ? { validateSchema: false, meta: false } : {}),
        strict: false,
        verbose: !source,
        messages: !source,
        inlineRefs: !source,
        validateFormats: false,
        // 0.3 is a multiple of 0.1, whatever float64 says
        multipleOfPrecision: 9,
        // a schema may have names such as `$data` in it: they stay data
        $data: false,
        // the optimiser takes longer than what it saves of code that is used once
        code: { source, optimize: source, regExp: Object.assign(safePattern, { code: 'safePattern' }) },
    });
}
/** Thrown for a pattern that only a backtracking matcher could run, or that is malformed. */
function safePattern(source) {
    const compiled = (0,_kernel_pattern_compile_js__WEBPACK_IMPORTED_MODULE_1__/* .compilePattern */ .E)(source);
    if (!compiled.ok)
        throw new Error(`pattern ${JSON.stringify(source.slice(0, 60))}: ${compiled.problem}`);
    return { test: (text) => compiled.pattern.test(text), toString: () => `/${source}/` };
}


/***/ }),

/***/ 9726:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

const { safePattern } = __nccwpck_require__(9556);
"use strict";exports.JN = validate0;const schema0 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://model-gates.example/schema/policy.schema.json","title":"model-gates policy","description":"Which gates judge a change, and by which thresholds. Read from the base commit. Everything has a default: an empty file works.","type":["object","null"],"additionalProperties":false,"properties":{"trunk":{"description":"Name of the main branch. Default: the repository's default branch.","$ref":"#/$defs/name"},"gates":{"description":"Turns a gate off (false). The report says so each time.","type":"object","additionalProperties":false,"properties":{"validate-model-config":{"type":"boolean"},"detect-dep-drift":{"type":"boolean"},"regression-gate":{"type":"boolean"}}},"config":{"description":"What validate-model-config judges and how.","type":"object","additionalProperties":false,"properties":{"files":{"description":"Globs of the config files. A glob behind ! takes out what the others take in.","$ref":"#/$defs/globs"},"dialect":{"description":"How the training code reads YAML.","enum":["pyyaml","omegaconf","yaml-1.2"]},"registry":{"description":"Path of the registry of model parameters.","$ref":"#/$defs/path"},"schema":{"description":"Path of the team's own JSON Schema, applied beside the registry.","$ref":"#/$defs/path"},"strict":{"description":"Unregistered parameters fail (true, the default) or warn (false).","type":"boolean"},"family":{"description":"A model family, auto (the default) or none.","$ref":"#/$defs/name"},"rules":{"description":"Rule id to severity or off, with the reason why.","type":"object","propertyNames":{"pattern":"^config/[a-z0-9-]+$"},"additionalProperties":{"type":"object","additionalProperties":false,"required":["severity","reason"],"properties":{"severity":{"enum":["error","warning","notice","off"]},"reason":{"type":"string","minLength":3}}}},"expressions":{"description":"The team's own cross-field rules.","type":"array","maxItems":200,"items":{"type":"object","additionalProperties":false,"required":["id","check"],"properties":{"id":{"type":"string","pattern":"^[a-z0-9-]+$"},"check":{"description":"Such as num_experts % expert_parallel_size == 0.","type":"string","maxLength":500},"message":{"type":"string","maxLength":500},"severity":{"enum":["error","warning","notice"]}}}},"checkpoint":{"description":"A safetensors file, index or folder that the config must fit.","$ref":"#/$defs/path"},"structural":{"description":"needs-reason: a structural change fails unless the registry states the reason for exactly the new value. Default: allow.","enum":["allow","needs-reason"]},"expect-parameters":{"description":"Such as 31.07B ± 0.5%.","type":"string","maxLength":60}}},"dependencies":{"description":"What detect-dep-drift watches and how it judges.","type":"object","additionalProperties":false,"properties":{"files":{"description":"Globs of lock files, manifests and Dockerfiles; a glob behind ! takes out. Default: every known file name.","$ref":"#/$defs/globs"},"watch":{"description":"Replaces the default list of watched packages.","$ref":"#/$defs/globs"},"also-watch":{"description":"Added to the watched packages.","$ref":"#/$defs/globs"},"classes":{"description":"Class of a move to its consequence.","$ref":"#/$defs/consequences"},"packages":{"description":"Package to class to consequence, over classes.","type":"object","additionalProperties":{"$ref":"#/$defs/consequences"}},"allow-file":{"description":"File of lines such as torch 2.9.1 -> 2.10.0 that state which moves are meant.","$ref":"#/$defs/path"},"bots":{"description":"Authors whose pull requests only update dependencies.","$ref":"#/$defs/globs"},"bot-branches":{"description":"Head branches, as globs, that only update dependencies.","$ref":"#/$defs/globs"},"locks":{"description":"Globs of files that a resolver writes although nothing in them says so: their pins are results, never requests.","$ref":"#/$defs/globs"},"pairs":{"description":"Packages that only work together, over or beside the built-in pairs.","type":"array","maxItems":1000,"items":{"type":"object","additionalProperties":false,"required":["pair","package","versions","needs","source"],"properties":{"pair":{"description":"Name of the pair; a built-in one is replaced.","$ref":"#/$defs/name"},"package":{"description":"Where this package …","$ref":"#/$defs/name"},"versions":{"description":"… satisfies this range,","$ref":"#/$defs/name"},"needs":{"description":"these packages must satisfy theirs.","type":"object","additionalProperties":{"$ref":"#/$defs/name"}},"severity":{"enum":["error","warning"]},"source":{"description":"Where this is known from.","$ref":"#/$defs/path"}}}},"ignore-pairs":{"description":"Names of pairs that are not judged.","$ref":"#/$defs/globs"},"target":{"description":"Where the model runs, as marker variables (sys_platform: linux); default CPython on Linux, x86_64.","type":"object","additionalProperties":{"$ref":"#/$defs/name"}},"environment":{"description":"Also judge the installed environment of the job: pip inspect and pip check.","type":"boolean"},"python":{"description":"The interpreter to judge; default python.","$ref":"#/$defs/path"},"snapshot":{"description":"pip inspect of the base's environment, to compare the installed one with.","$ref":"#/$defs/path"}}},"regression":{"description":"What regression-gate compares and how it decides.","type":"object","additionalProperties":false,"properties":{"candidate":{"description":"Globs of the result files of the change.","$ref":"#/$defs/globs"},"baseline":{"description":"Globs of the result files at the merge base, or of another state of trunk: main:evals/*.jsonl, v2.3.0:evals/*.jsonl, latest-release:evals/*.jsonl. Default: the same as candidate.","$ref":"#/$defs/globs"},"anchor":{"description":"Pinned results (latest-release, a path, or ref:path) against which slow erosion is measured.","type":"string","minLength":1},"metrics":{"description":"Metrics to judge. Default: what the results carry.","$ref":"#/$defs/globs"},"mode":{"enum":["paired","strict","non-inferiority"]},"tolerance":{"description":"Largest drop that is tolerated.","type":"number","minimum":0},"margin":{"description":"A drop this large must be excluded for a pass.","type":"number","minimum":0},"unit":{"description":"Unit of tolerance and margin.","enum":["points","percent"]},"alpha":{"description":"One-sided significance level.","type":"number","exclusiveMinimum":0,"maximum":0.5},"on-inconclusive":{"enum":["auto","fail","warn","pass"]},"seed":{"description":"Seed of the bootstrap.","type":"integer","minimum":0},"looks":{"description":"Numbers of samples at which the gate may look, rising. While undecided it asks for the next.","type":"array","minItems":1,"maxItems":20,"items":{"type":"integer","minimum":1}},"evaluate":{"description":"Command that evaluates the candidate: {ids} is a file with one sample id a line, {out} the file to write results to.","type":"string","minLength":1,"maxLength":4096},"pool":{"description":"File at the merge base with one sample id a line, for evaluate.","$ref":"#/$defs/path"},"time-budget":{"description":"Minutes after which no further round of evaluate begins.","type":"number","minimum":0}}},"versioning":{"description":"How tags are named.","type":"object","additionalProperties":false,"properties":{"prefix":{"description":"In front of v2.3.1, for several models in one repository.","type":"string","maxLength":100}}},"plan":{"description":"What needs no evaluation.","type":"object","additionalProperties":false,"properties":{"harmless":{"description":"Globs of files on which no evaluation depends; a change of these alone needs none. Default: *.md, docs/**/*.md, LICENSE* and GitHub's own pages.","$ref":"#/$defs/globs"}}},"exemptions":{"description":"Labels that lift gates when someone entitled put them on the head commit as it is. Each use is told with who, when and on which SHA.","type":"array","maxItems":50,"items":{"type":"object","additionalProperties":false,"required":["label","gates","by"],"properties":{"label":{"type":"string","minLength":1,"maxLength":50},"gates":{"type":"array","minItems":1,"items":{"enum":["validate-model-config","detect-dep-drift","regression-gate"]}},"by":{"$ref":"#/$defs/entitled"},"author-may":{"description":"Whether the author of the pull request may grant it. Default: false.","type":"boolean"},"reason-required":{"description":"Whether a comment /exempt LABEL because … must say why. Default: true.","type":"boolean"},"hours":{"description":"Hours after which it ends by itself.","type":"number","exclusiveMinimum":0},"sticky":{"description":"Whether it survives the next push. Default: false.","type":"boolean"},"effect":{"description":"lift (the default): the gate does not block. light: the evaluation may be on fewer samples, and blocks only where it shows a drop.","enum":["lift","light"]}}}},"hotfix":{"description":"Hotfix branches may merge before their evaluation, when a release manager approves the head commit.","type":"object","additionalProperties":false,"properties":{"branches":{"description":"Globs of head branches. Default: hotfix/*.","$ref":"#/$defs/globs"},"release-managers":{"description":"Who may approve a hotfix.","$ref":"#/$defs/entitled"},"required-checks":{"description":"Checks that must be green on the head commit.","$ref":"#/$defs/globs"},"evaluation":{"description":"Whether an approved hotfix skips its evaluation (skip, the default) or makes it on fewer samples (light).","enum":["skip","light"]},"evaluate-within-hours":{"description":"Hours within which the skipped evaluation must follow. Default: 24.","type":"number","exclusiveMinimum":0}}},"branches":{"description":"How long branches may live and what they may be called.","type":"object","additionalProperties":false,"properties":{"names":{"description":"Globs that a head branch must match. Default: any name.","$ref":"#/$defs/globs"},"warn-hours":{"description":"Age at which a branch is warned about. Default: 24.","type":"number","minimum":0},"limit-hours":{"description":"Age that a branch may not pass. Default: 72.","type":"number","minimum":0},"over-limit":{"description":"What an older branch gets. Default: fail.","enum":["fail","warn"]},"sync":{"description":"How trunk is brought in. Default: merge.","enum":["merge","rebase"]}}},"sweep":{"description":"When the branches of closed pull requests are deleted.","type":"object","additionalProperties":false,"properties":{"after-days":{"description":"Days after the pull request was closed or merged. Default: 7.","type":"number","minimum":1},"remind-days":{"description":"Days before the deletion at which the author is reminded. Default: 2.","type":"number","minimum":0},"keep-label":{"description":"Label of a pull request whose branch is kept. Default: keep-branch.","$ref":"#/$defs/name"},"at-most":{"description":"Branches deleted, and reminders written, in one run. Default: 20.","type":"integer","minimum":1,"maximum":500},"protect":{"description":"Globs of branches that are never touched.","$ref":"#/$defs/globs"}}}},"$defs":{"entitled":{"description":"Any one of these suffices.","type":"object","additionalProperties":false,"minProperties":1,"properties":{"users":{"description":"Logins.","$ref":"#/$defs/globs"},"teams":{"description":"organization/team; needs an App token with members: read.","$ref":"#/$defs/globs"},"permission":{"description":"At least this permission in the repository.","enum":["write","maintain","admin"]}}},"name":{"type":"string","minLength":1,"maxLength":250},"path":{"type":"string","minLength":1,"maxLength":4096},"globs":{"type":"array","maxItems":1000,"items":{"type":"string","minLength":1,"maxLength":4096}},"consequences":{"type":"object","additionalProperties":{"enum":["fail","warn","pass"]}}}};const func0 = Object.prototype.hasOwnProperty;const func8 = safePattern;const func1 = (__nccwpck_require__(6214)["default"]);const schema1 = {"type":"string","minLength":1,"maxLength":250};function validate1(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){let vErrors = null;let errors = 0;const evaluated0 = validate1.evaluated;if(evaluated0.dynamicProps){evaluated0.props = undefined;}if(evaluated0.dynamicItems){evaluated0.items = undefined;}if(errors === 0){if(typeof data === "string"){if(func1(data) > 250){validate1.errors = [{instancePath,schemaPath:"#/maxLength",keyword:"maxLength",params:{limit: 250}}];return false;}else {if(func1(data) < 1){validate1.errors = [{instancePath,schemaPath:"#/minLength",keyword:"minLength",params:{limit: 1}}];return false;}}}else {validate1.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];return false;}}validate1.errors = vErrors;return errors === 0;}validate1.evaluated = {"dynamicProps":false,"dynamicItems":false};const schema2 = {"type":"array","maxItems":1000,"items":{"type":"string","minLength":1,"maxLength":4096}};function validate3(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){let vErrors = null;let errors = 0;const evaluated0 = validate3.evaluated;if(evaluated0.dynamicProps){evaluated0.props = undefined;}if(evaluated0.dynamicItems){evaluated0.items = undefined;}if(errors === 0){if(Array.isArray(data)){if(data.length > 1000){validate3.errors = [{instancePath,schemaPath:"#/maxItems",keyword:"maxItems",params:{limit: 1000}}];return false;}else {var valid0 = true;const len0 = data.length;for(let i0=0; i0<len0; i0++){let data0 = data[i0];const _errs1 = errors;if(errors === _errs1){if(typeof data0 === "string"){if(func1(data0) > 4096){validate3.errors = [{instancePath:instancePath+"/" + i0,schemaPath:"#/items/maxLength",keyword:"maxLength",params:{limit: 4096}}];return false;}else {if(func1(data0) < 1){validate3.errors = [{instancePath:instancePath+"/" + i0,schemaPath:"#/items/minLength",keyword:"minLength",params:{limit: 1}}];return false;}}}else {validate3.errors = [{instancePath:instancePath+"/" + i0,schemaPath:"#/items/type",keyword:"type",params:{type: "string"}}];return false;}}var valid0 = _errs1 === errors;if(!valid0){break;}}}}else {validate3.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"}}];return false;}}validate3.errors = vErrors;return errors === 0;}validate3.evaluated = {"items":true,"dynamicProps":false,"dynamicItems":false};const schema3 = {"type":"string","minLength":1,"maxLength":4096};function validate5(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){let vErrors = null;let errors = 0;const evaluated0 = validate5.evaluated;if(evaluated0.dynamicProps){evaluated0.props = undefined;}if(evaluated0.dynamicItems){evaluated0.items = undefined;}if(errors === 0){if(typeof data === "string"){if(func1(data) > 4096){validate5.errors = [{instancePath,schemaPath:"#/maxLength",keyword:"maxLength",params:{limit: 4096}}];return false;}else {if(func1(data) < 1){validate5.errors = [{instancePath,schemaPath:"#/minLength",keyword:"minLength",params:{limit: 1}}];return false;}}}else {validate5.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];return false;}}validate5.errors = vErrors;return errors === 0;}validate5.evaluated = {"dynamicProps":false,"dynamicItems":false};const schema4 = {"type":"object","additionalProperties":{"enum":["fail","warn","pass"]}};function validate13(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){let vErrors = null;let errors = 0;const evaluated0 = validate13.evaluated;if(evaluated0.dynamicProps){evaluated0.props = undefined;}if(evaluated0.dynamicItems){evaluated0.items = undefined;}if(errors === 0){if(data && typeof data == "object" && !Array.isArray(data)){for(const key0 in data){let data0 = data[key0];const _errs2 = errors;if(!(((data0 === "fail") || (data0 === "warn")) || (data0 === "pass"))){validate13.errors = [{instancePath:instancePath+"/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/additionalProperties/enum",keyword:"enum",params:{allowedValues: schema4.additionalProperties.enum}}];return false;}var valid0 = _errs2 === errors;if(!valid0){break;}}}else {validate13.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];return false;}}validate13.errors = vErrors;return errors === 0;}validate13.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};const schema5 = {"description":"Any one of these suffices.","type":"object","additionalProperties":false,"minProperties":1,"properties":{"users":{"description":"Logins.","$ref":"#/$defs/globs"},"teams":{"description":"organization/team; needs an App token with members: read.","$ref":"#/$defs/globs"},"permission":{"description":"At least this permission in the repository.","enum":["write","maintain","admin"]}}};function validate34(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){let vErrors = null;let errors = 0;const evaluated0 = validate34.evaluated;if(evaluated0.dynamicProps){evaluated0.props = undefined;}if(evaluated0.dynamicItems){evaluated0.items = undefined;}if(errors === 0){if(data && typeof data == "object" && !Array.isArray(data)){if(Object.keys(data).length < 1){validate34.errors = [{instancePath,schemaPath:"#/minProperties",keyword:"minProperties",params:{limit: 1}}];return false;}else {const _errs1 = errors;for(const key0 in data){if(!(((key0 === "users") || (key0 === "teams")) || (key0 === "permission"))){validate34.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];return false;break;}}if(_errs1 === errors){if(data.users !== undefined){const _errs2 = errors;if(!(validate3(data.users, {instancePath:instancePath+"/users",parentData:data,parentDataProperty:"users",rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate3.errors : vErrors.concat(validate3.errors);errors = vErrors.length;}var valid0 = _errs2 === errors;}else {var valid0 = true;}if(valid0){if(data.teams !== undefined){const _errs3 = errors;if(!(validate3(data.teams, {instancePath:instancePath+"/teams",parentData:data,parentDataProperty:"teams",rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate3.errors : vErrors.concat(validate3.errors);errors = vErrors.length;}var valid0 = _errs3 === errors;}else {var valid0 = true;}if(valid0){if(data.permission !== undefined){let data2 = data.permission;const _errs4 = errors;if(!(((data2 === "write") || (data2 === "maintain")) || (data2 === "admin"))){validate34.errors = [{instancePath:instancePath+"/permission",schemaPath:"#/properties/permission/enum",keyword:"enum",params:{allowedValues: schema5.properties.permission.enum}}];return false;}var valid0 = _errs4 === errors;}else {var valid0 = true;}}}}}}else {validate34.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];return false;}}validate34.errors = vErrors;return errors === 0;}validate34.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};const pattern0 = func8("^config/[a-z0-9-]+$", "u");const pattern1 = func8("^[a-z0-9-]+$", "u");function validate0(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){/*# sourceURL="https://model-gates.example/schema/policy.schema.json" */;let vErrors = null;let errors = 0;const evaluated0 = validate0.evaluated;if(evaluated0.dynamicProps){evaluated0.props = undefined;}if(evaluated0.dynamicItems){evaluated0.items = undefined;}if((!(data && typeof data == "object" && !Array.isArray(data))) && (data !== null)){validate0.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema0.type}}];return false;}if(errors === 0){if(data && typeof data == "object" && !Array.isArray(data)){const _errs1 = errors;for(const key0 in data){if(!(func0.call(schema0.properties, key0))){validate0.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];return false;break;}}if(_errs1 === errors){if(data.trunk !== undefined){const _errs2 = errors;if(!(validate1(data.trunk, {instancePath:instancePath+"/trunk",parentData:data,parentDataProperty:"trunk",rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate1.errors : vErrors.concat(validate1.errors);errors = vErrors.length;}var valid0 = _errs2 === errors;}else {var valid0 = true;}if(valid0){if(data.gates !== undefined){let data1 = data.gates;const _errs3 = errors;if(errors === _errs3){if(data1 && typeof data1 == "object" && !Array.isArray(data1)){const _errs5 = errors;for(const key1 in data1){if(!(((key1 === "validate-model-config") || (key1 === "detect-dep-drift")) || (key1 === "regression-gate"))){validate0.errors = [{instancePath:instancePath+"/gates",schemaPath:"#/properties/gates/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}}];return false;break;}}if(_errs5 === errors){if(data1["validate-model-config"] !== undefined){const _errs6 = errors;if(typeof data1["validate-model-config"] !== "boolean"){validate0.errors = [{instancePath:instancePath+"/gates/validate-model-config",schemaPath:"#/properties/gates/properties/validate-model-config/type",keyword:"type",params:{type: "boolean"}}];return false;}var valid1 = _errs6 === errors;}else {var valid1 = true;}if(valid1){if(data1["detect-dep-drift"] !== undefined){const _errs8 = errors;if(typeof data1["detect-dep-drift"] !== "boolean"){validate0.errors = [{instancePath:instancePath+"/gates/detect-dep-drift",schemaPath:"#/properties/gates/properties/detect-dep-drift/type",keyword:"type",params:{type: "boolean"}}];return false;}var valid1 = _errs8 === errors;}else {var valid1 = true;}if(valid1){if(data1["regression-gate"] !== undefined){const _errs10 = errors;if(typeof data1["regression-gate"] !== "boolean"){validate0.errors = [{instancePath:instancePath+"/gates/regression-gate",schemaPath:"#/properties/gates/properties/regression-gate/type",keyword:"type",params:{type: "boolean"}}];return false;}var valid1 = _errs10 === errors;}else {var valid1 = true;}}}}}else {validate0.errors = [{instancePath:instancePath+"/gates",schemaPath:"#/properties/gates/type",keyword:"type",params:{type: "object"}}];return false;}}var valid0 = _errs3 === errors;}else {var valid0 = true;}if(valid0){if(data.config !== undefined){let data5 = data.config;const _errs12 = errors;if(errors === _errs12){if(data5 && typeof data5 == "object" && !Array.isArray(data5)){const _errs14 = errors;for(const key2 in data5){if(!(func0.call(schema0.properties.config.properties, key2))){validate0.errors = [{instancePath:instancePath+"/config",schemaPath:"#/properties/config/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}}];return false;break;}}if(_errs14 === errors){if(data5.files !== undefined){const _errs15 = errors;if(!(validate3(data5.files, {instancePath:instancePath+"/config/files",parentData:data5,parentDataProperty:"files",rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate3.errors : vErrors.concat(validate3.errors);errors = vErrors.length;}var valid2 = _errs15 === errors;}else {var valid2 = true;}if(valid2){if(data5.dialect !== undefined){let data7 = data5.dialect;const _errs16 = errors;if(!(((data7 === "pyyaml") || (data7 === "omegaconf")) || (data7 === "yaml-1.2"))){validate0.errors = [{instancePath:instancePath+"/config/dialect",schemaPath:"#/properties/config/properties/dialect/enum",keyword:"enum",params:{allowedValues: schema0.properties.config.properties.dialect.enum}}];return false;}var valid2 = _errs16 === errors;}else {var valid2 = true;}if(valid2){if(data5.registry !== undefined){const _errs17 = errors;if(!(validate5(data5.registry, {instancePath:instancePath+"/config/registry",parentData:data5,parentDataProperty:"registry",rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate5.errors : vErrors.concat(validate5.errors);errors = vErrors.length;}var valid2 = _errs17 === errors;}else {var valid2 = true;}if(valid2){if(data5.schema !== undefined){const _errs18 = errors;if(!(validate5(data5.schema, {instancePath:instancePath+"/config/schema",parentData:data5,parentDataProperty:"schema",rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate5.errors : vErrors.concat(validate5.errors);errors = vErrors.length;}var valid2 = _errs18 === errors;}else {var valid2 = true;}if(valid2){if(data5.strict !== undefined){const _errs19 = errors;if(typeof data5.strict !== "boolean"){validate0.errors = [{instancePath:instancePath+"/config/strict",schemaPath:"#/properties/config/properties/strict/type",keyword:"type",params:{type: "boolean"}}];return false;}var valid2 = _errs19 === errors;}else {var valid2 = true;}if(valid2){if(data5.family !== undefined){const _errs21 = errors;if(!(validate1(data5.family, {instancePath:instancePath+"/config/family",parentData:data5,parentDataProperty:"family",rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate1.errors : vErrors.concat(validate1.errors);errors = vErrors.length;}var valid2 = _errs21 === errors;}else {var valid2 = true;}if(valid2){if(data5.rules !== undefined){let data12 = data5.rules;const _errs22 = errors;if(errors === _errs22){if(data12 && typeof data12 == "object" && !Array.isArray(data12)){for(const key3 in data12){const _errs24 = errors;if(typeof key3 === "string"){if(!pattern0.test(key3)){const err0 = {instancePath:instancePath+"/config/rules",schemaPath:"#/properties/config/properties/rules/propertyNames/pattern",keyword:"pattern",params:{pattern: "^config/[a-z0-9-]+$"},propertyName:key3};if(vErrors === null){vErrors = [err0];}else {vErrors.push(err0);}errors++;}}var valid3 = _errs24 === errors;if(!valid3){const err1 = {instancePath:instancePath+"/config/rules",schemaPath:"#/properties/config/properties/rules/propertyNames",keyword:"propertyNames",params:{propertyName: key3}};if(vErrors === null){vErrors = [err1];}else {vErrors.push(err1);}errors++;validate0.errors = vErrors;return false;break;}}if(valid3){for(const key4 in data12){let data13 = data12[key4];const _errs26 = errors;if(errors === _errs26){if(data13 && typeof data13 == "object" && !Array.isArray(data13)){let missing0;if(((data13.severity === undefined) && (missing0 = "severity")) || ((data13.reason === undefined) && (missing0 = "reason"))){validate0.errors = [{instancePath:instancePath+"/config/rules/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/config/properties/rules/additionalProperties/required",keyword:"required",params:{missingProperty: missing0}}];return false;}else {const _errs28 = errors;for(const key5 in data13){if(!((key5 === "severity") || (key5 === "reason"))){validate0.errors = [{instancePath:instancePath+"/config/rules/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/config/properties/rules/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5}}];return false;break;}}if(_errs28 === errors){if(data13.severity !== undefined){let data14 = data13.severity;const _errs29 = errors;if(!((((data14 === "error") || (data14 === "warning")) || (data14 === "notice")) || (data14 === "off"))){validate0.errors = [{instancePath:instancePath+"/config/rules/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/severity",schemaPath:"#/properties/config/properties/rules/additionalProperties/properties/severity/enum",keyword:"enum",params:{allowedValues: schema0.properties.config.properties.rules.additionalProperties.properties.severity.enum}}];return false;}var valid5 = _errs29 === errors;}else {var valid5 = true;}if(valid5){if(data13.reason !== undefined){let data15 = data13.reason;const _errs30 = errors;if(errors === _errs30){if(typeof data15 === "string"){if(func1(data15) < 3){validate0.errors = [{instancePath:instancePath+"/config/rules/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/reason",schemaPath:"#/properties/config/properties/rules/additionalProperties/properties/reason/minLength",keyword:"minLength",params:{limit: 3}}];return false;}}else {validate0.errors = [{instancePath:instancePath+"/config/rules/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/reason",schemaPath:"#/properties/config/properties/rules/additionalProperties/properties/reason/type",keyword:"type",params:{type: "string"}}];return false;}}var valid5 = _errs30 === errors;}else {var valid5 = true;}}}}}else {validate0.errors = [{instancePath:instancePath+"/config/rules/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/config/properties/rules/additionalProperties/type",keyword:"type",params:{type: "object"}}];return false;}}var valid4 = _errs26 === errors;if(!valid4){break;}}}}else {validate0.errors = [{instancePath:instancePath+"/config/rules",schemaPath:"#/properties/config/properties/rules/type",keyword:"type",params:{type: "object"}}];return false;}}var valid2 = _errs22 === errors;}else {var valid2 = true;}if(valid2){if(data5.expressions !== undefined){let data16 = data5.expressions;const _errs32 = errors;if(errors === _errs32){if(Array.isArray(data16)){if(data16.length > 200){validate0.errors = [{instancePath:instancePath+"/config/expressions",schemaPath:"#/properties/config/properties/expressions/maxItems",keyword:"maxItems",params:{limit: 200}}];return false;}else {var valid6 = true;const len0 = data16.length;for(let i0=0; i0<len0; i0++){let data17 = data16[i0];const _errs34 = errors;if(errors === _errs34){if(data17 && typeof data17 == "object" && !Array.isArray(data17)){let missing1;if(((data17.id === undefined) && (missing1 = "id")) || ((data17.check === undefined) && (missing1 = "check"))){validate0.errors = [{instancePath:instancePath+"/config/expressions/" + i0,schemaPath:"#/properties/config/properties/expressions/items/required",keyword:"required",params:{missingProperty: missing1}}];return false;}else {const _errs36 = errors;for(const key6 in data17){if(!((((key6 === "id") || (key6 === "check")) || (key6 === "message")) || (key6 === "severity"))){validate0.errors = [{instancePath:instancePath+"/config/expressions/" + i0,schemaPath:"#/properties/config/properties/expressions/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6}}];return false;break;}}if(_errs36 === errors){if(data17.id !== undefined){let data18 = data17.id;const _errs37 = errors;if(errors === _errs37){if(typeof data18 === "string"){if(!pattern1.test(data18)){validate0.errors = [{instancePath:instancePath+"/config/expressions/" + i0+"/id",schemaPath:"#/properties/config/properties/expressions/items/properties/id/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9-]+$"}}];return false;}}else {validate0.errors = [{instancePath:instancePath+"/config/expressions/" + i0+"/id",schemaPath:"#/properties/config/properties/expressions/items/properties/id/type",keyword:"type",params:{type: "string"}}];return false;}}var valid7 = _errs37 === errors;}else {var valid7 = true;}if(valid7){if(data17.check !== undefined){let data19 = data17.check;const _errs39 = errors;if(errors === _errs39){if(typeof data19 === "string"){if(func1(data19) > 500){validate0.errors = [{instancePath:instancePath+"/config/expressions/" + i0+"/check",schemaPath:"#/properties/config/properties/expressions/items/properties/check/maxLength",keyword:"maxLength",params:{limit: 500}}];return false;}}else {validate0.errors = [{instancePath:instancePath+"/config/expressions/" + i0+"/check",schemaPath:"#/properties/config/properties/expressions/items/properties/check/type",keyword:"type",params:{type: "string"}}];return false;}}var valid7 = _errs39 === errors;}else {var valid7 = true;}if(valid7){if(data17.message !== undefined){let data20 = data17.message;const _errs41 = errors;if(errors === _errs41){if(typeof data20 === "string"){if(func1(data20) > 500){validate0.errors = [{instancePath:instancePath+"/config/expressions/" + i0+"/message",schemaPath:"#/properties/config/properties/expressions/items/properties/message/maxLength",keyword:"maxLength",params:{limit: 500}}];return false;}}else {validate0.errors = [{instancePath:instancePath+"/config/expressions/" + i0+"/message",schemaPath:"#/properties/config/properties/expressions/items/properties/message/type",keyword:"type",params:{type: "string"}}];return false;}}var valid7 = _errs41 === errors;}else {var valid7 = true;}if(valid7){if(data17.severity !== undefined){let data21 = data17.severity;const _errs43 = errors;if(!(((data21 === "error") || (data21 === "warning")) || (data21 === "notice"))){validate0.errors = [{instancePath:instancePath+"/config/expressions/" + i0+"/severity",schemaPath:"#/properties/config/properties/expressions/items/properties/severity/enum",keyword:"enum",params:{allowedValues: schema0.properties.config.properties.expressions.items.properties.severity.enum}}];return false;}var valid7 = _errs43 === errors;}else {var valid7 = true;}}}}}}}else {validate0.errors = [{instancePath:instancePath+"/config/expressions/" + i0,schemaPath:"#/properties/config/properties/expressions/items/type",keyword:"type",params:{type: "object"}}];return false;}}var valid6 = _errs34 === errors;if(!valid6){break;}}}}else {validate0.errors = [{instancePath:instancePath+"/config/expressions",schemaPath:"#/properties/config/properties/expressions/type",keyword:"type",params:{type: "array"}}];return false;}}var valid2 = _errs32 === errors;}else {var valid2 = true;}if(valid2){if(data5.checkpoint !== undefined){const _errs44 = errors;if(!(validate5(data5.checkpoint, {instancePath:instancePath+"/config/checkpoint",parentData:data5,parentDataProperty:"checkpoint",rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate5.errors : vErrors.concat(validate5.errors);errors = vErrors.length;}var valid2 = _errs44 === errors;}else {var valid2 = true;}if(valid2){if(data5.structural !== undefined){let data23 = data5.structural;const _errs45 = errors;if(!((data23 === "allow") || (data23 === "needs-reason"))){validate0.errors = [{instancePath:instancePath+"/config/structural",schemaPath:"#/properties/config/properties/structural/enum",keyword:"enum",params:{allowedValues: schema0.properties.config.properties.structural.enum}}];return false;}var valid2 = _errs45 === errors;}else {var valid2 = true;}if(valid2){if(data5["expect-parameters"] !== undefined){let data24 = data5["expect-parameters"];const _errs46 = errors;if(errors === _errs46){if(typeof data24 === "string"){if(func1(data24) > 60){validate0.errors = [{instancePath:instancePath+"/config/expect-parameters",schemaPath:"#/properties/config/properties/expect-parameters/maxLength",keyword:"maxLength",params:{limit: 60}}];return false;}}else {validate0.errors = [{instancePath:instancePath+"/config/expect-parameters",schemaPath:"#/properties/config/properties/expect-parameters/type",keyword:"type",params:{type: "string"}}];return false;}}var valid2 = _errs46 === errors;}else {var valid2 = true;}}}}}}}}}}}}}else {validate0.errors = [{instancePath:instancePath+"/config",schemaPath:"#/properties/config/type",keyword:"type",params:{type: "object"}}];return false;}}var valid0 = _errs12 === errors;}else {var valid0 = true;}if(valid0){if(data.dependencies !== undefined){let data25 = data.dependencies;const _errs48 = errors;if(errors === _errs48){if(data25 && typeof data25 == "object" && !Array.isArray(data25)){const _errs50 = errors;for(const key7 in data25){if(!(func0.call(schema0.properties.dependencies.properties, key7))){validate0.errors = [{instancePath:instancePath+"/dependencies",schemaPath:"#/properties/dependencies/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7}}];return false;break;}}if(_errs50 === errors){if(data25.files !== undefined){const _errs51 = errors;if(!(validate3(data25.files, {instancePath:instancePath+"/dependencies/files",parentData:data25,parentDataProperty:"files",rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate3.errors : vErrors.concat(validate3.errors);errors = vErrors.length;}var valid8 = _errs51 === errors;}else {var valid8 = true;}if(valid8){if(data25.watch !== undefined){const _errs52 = errors;if(!(validate3(data25.watch, {instancePath:instancePath+"/dependencies/watch",parentData:data25,parentDataProperty:"watch",rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate3.errors : vErrors.concat(validate3.errors);errors = vErrors.length;}var valid8 = _errs52 === errors;}else {var valid8 = true;}if(valid8){if(data25["also-watch"] !== undefined){const _errs53 = errors;if(!(validate3(data25["also-watch"], {instancePath:instancePath+"/dependencies/also-watch",parentData:data25,parentDataProperty:"also-watch",rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate3.errors : vErrors.concat(validate3.errors);errors = vErrors.length;}var valid8 = _errs53 === errors;}else {var valid8 = true;}if(valid8){if(data25.classes !== undefined){const _errs54 = errors;if(!(validate13(data25.classes, {instancePath:instancePath+"/dependencies/classes",parentData:data25,parentDataProperty:"classes",rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate13.errors : vErrors.concat(validate13.errors);errors = vErrors.length;}var valid8 = _errs54 === errors;}else {var valid8 = true;}if(valid8){if(data25.packages !== undefined){let data30 = data25.packages;const _errs55 = errors;if(errors === _errs55){if(data30 && typeof data30 == "object" && !Array.isArray(data30)){for(const key8 in data30){const _errs58 = errors;if(!(validate13(data30[key8], {instancePath:instancePath+"/dependencies/packages/" + key8.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data30,parentDataProperty:key8,rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate13.errors : vErrors.concat(validate13.errors);errors = vErrors.length;}var valid9 = _errs58 === errors;if(!valid9){break;}}}else {validate0.errors = [{instancePath:instancePath+"/dependencies/packages",schemaPath:"#/properties/dependencies/properties/packages/type",keyword:"type",params:{type: "object"}}];return false;}}var valid8 = _errs55 === errors;}else {var valid8 = true;}if(valid8){if(data25["allow-file"] !== undefined){const _errs59 = errors;if(!(validate5(data25["allow-file"], {instancePath:instancePath+"/dependencies/allow-file",parentData:data25,parentDataProperty:"allow-file",rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate5.errors : vErrors.concat(validate5.errors);errors = vErrors.length;}var valid8 = _errs59 === errors;}else {var valid8 = true;}if(valid8){if(data25.bots !== undefined){const _errs60 = errors;if(!(validate3(data25.bots, {instancePath:instancePath+"/dependencies/bots",parentData:data25,parentDataProperty:"bots",rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate3.errors : vErrors.concat(validate3.errors);errors = vErrors.length;}var valid8 = _errs60 === errors;}else {var valid8 = true;}if(valid8){if(data25["bot-branches"] !== undefined){const _errs61 = errors;if(!(validate3(data25["bot-branches"], {instancePath:instancePath+"/dependencies/bot-branches",parentData:data25,parentDataProperty:"bot-branches",rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate3.errors : vErrors.concat(validate3.errors);errors = vErrors.length;}var valid8 = _errs61 === errors;}else {var valid8 = true;}if(valid8){if(data25.locks !== undefined){const _errs62 = errors;if(!(validate3(data25.locks, {instancePath:instancePath+"/dependencies/locks",parentData:data25,parentDataProperty:"locks",rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate3.errors : vErrors.concat(validate3.errors);errors = vErrors.length;}var valid8 = _errs62 === errors;}else {var valid8 = true;}if(valid8){if(data25.pairs !== undefined){let data36 = data25.pairs;const _errs63 = errors;if(errors === _errs63){if(Array.isArray(data36)){if(data36.length > 1000){validate0.errors = [{instancePath:instancePath+"/dependencies/pairs",schemaPath:"#/properties/dependencies/properties/pairs/maxItems",keyword:"maxItems",params:{limit: 1000}}];return false;}else {var valid10 = true;const len1 = data36.length;for(let i1=0; i1<len1; i1++){let data37 = data36[i1];const _errs65 = errors;if(errors === _errs65){if(data37 && typeof data37 == "object" && !Array.isArray(data37)){let missing2;if((((((data37.pair === undefined) && (missing2 = "pair")) || ((data37.package === undefined) && (missing2 = "package"))) || ((data37.versions === undefined) && (missing2 = "versions"))) || ((data37.needs === undefined) && (missing2 = "needs"))) || ((data37.source === undefined) && (missing2 = "source"))){validate0.errors = [{instancePath:instancePath+"/dependencies/pairs/" + i1,schemaPath:"#/properties/dependencies/properties/pairs/items/required",keyword:"required",params:{missingProperty: missing2}}];return false;}else {const _errs67 = errors;for(const key9 in data37){if(!((((((key9 === "pair") || (key9 === "package")) || (key9 === "versions")) || (key9 === "needs")) || (key9 === "severity")) || (key9 === "source"))){validate0.errors = [{instancePath:instancePath+"/dependencies/pairs/" + i1,schemaPath:"#/properties/dependencies/properties/pairs/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9}}];return false;break;}}if(_errs67 === errors){if(data37.pair !== undefined){const _errs68 = errors;if(!(validate1(data37.pair, {instancePath:instancePath+"/dependencies/pairs/" + i1+"/pair",parentData:data37,parentDataProperty:"pair",rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate1.errors : vErrors.concat(validate1.errors);errors = vErrors.length;}var valid11 = _errs68 === errors;}else {var valid11 = true;}if(valid11){if(data37.package !== undefined){const _errs69 = errors;if(!(validate1(data37.package, {instancePath:instancePath+"/dependencies/pairs/" + i1+"/package",parentData:data37,parentDataProperty:"package",rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate1.errors : vErrors.concat(validate1.errors);errors = vErrors.length;}var valid11 = _errs69 === errors;}else {var valid11 = true;}if(valid11){if(data37.versions !== undefined){const _errs70 = errors;if(!(validate1(data37.versions, {instancePath:instancePath+"/dependencies/pairs/" + i1+"/versions",parentData:data37,parentDataProperty:"versions",rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate1.errors : vErrors.concat(validate1.errors);errors = vErrors.length;}var valid11 = _errs70 === errors;}else {var valid11 = true;}if(valid11){if(data37.needs !== undefined){let data41 = data37.needs;const _errs71 = errors;if(errors === _errs71){if(data41 && typeof data41 == "object" && !Array.isArray(data41)){for(const key10 in data41){const _errs74 = errors;if(!(validate1(data41[key10], {instancePath:instancePath+"/dependencies/pairs/" + i1+"/needs/" + key10.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data41,parentDataProperty:key10,rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate1.errors : vErrors.concat(validate1.errors);errors = vErrors.length;}var valid12 = _errs74 === errors;if(!valid12){break;}}}else {validate0.errors = [{instancePath:instancePath+"/dependencies/pairs/" + i1+"/needs",schemaPath:"#/properties/dependencies/properties/pairs/items/properties/needs/type",keyword:"type",params:{type: "object"}}];return false;}}var valid11 = _errs71 === errors;}else {var valid11 = true;}if(valid11){if(data37.severity !== undefined){let data43 = data37.severity;const _errs75 = errors;if(!((data43 === "error") || (data43 === "warning"))){validate0.errors = [{instancePath:instancePath+"/dependencies/pairs/" + i1+"/severity",schemaPath:"#/properties/dependencies/properties/pairs/items/properties/severity/enum",keyword:"enum",params:{allowedValues: schema0.properties.dependencies.properties.pairs.items.properties.severity.enum}}];return false;}var valid11 = _errs75 === errors;}else {var valid11 = true;}if(valid11){if(data37.source !== undefined){const _errs76 = errors;if(!(validate5(data37.source, {instancePath:instancePath+"/dependencies/pairs/" + i1+"/source",parentData:data37,parentDataProperty:"source",rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate5.errors : vErrors.concat(validate5.errors);errors = vErrors.length;}var valid11 = _errs76 === errors;}else {var valid11 = true;}}}}}}}}}else {validate0.errors = [{instancePath:instancePath+"/dependencies/pairs/" + i1,schemaPath:"#/properties/dependencies/properties/pairs/items/type",keyword:"type",params:{type: "object"}}];return false;}}var valid10 = _errs65 === errors;if(!valid10){break;}}}}else {validate0.errors = [{instancePath:instancePath+"/dependencies/pairs",schemaPath:"#/properties/dependencies/properties/pairs/type",keyword:"type",params:{type: "array"}}];return false;}}var valid8 = _errs63 === errors;}else {var valid8 = true;}if(valid8){if(data25["ignore-pairs"] !== undefined){const _errs77 = errors;if(!(validate3(data25["ignore-pairs"], {instancePath:instancePath+"/dependencies/ignore-pairs",parentData:data25,parentDataProperty:"ignore-pairs",rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate3.errors : vErrors.concat(validate3.errors);errors = vErrors.length;}var valid8 = _errs77 === errors;}else {var valid8 = true;}if(valid8){if(data25.target !== undefined){let data46 = data25.target;const _errs78 = errors;if(errors === _errs78){if(data46 && typeof data46 == "object" && !Array.isArray(data46)){for(const key11 in data46){const _errs81 = errors;if(!(validate1(data46[key11], {instancePath:instancePath+"/dependencies/target/" + key11.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data46,parentDataProperty:key11,rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate1.errors : vErrors.concat(validate1.errors);errors = vErrors.length;}var valid13 = _errs81 === errors;if(!valid13){break;}}}else {validate0.errors = [{instancePath:instancePath+"/dependencies/target",schemaPath:"#/properties/dependencies/properties/target/type",keyword:"type",params:{type: "object"}}];return false;}}var valid8 = _errs78 === errors;}else {var valid8 = true;}if(valid8){if(data25.environment !== undefined){const _errs82 = errors;if(typeof data25.environment !== "boolean"){validate0.errors = [{instancePath:instancePath+"/dependencies/environment",schemaPath:"#/properties/dependencies/properties/environment/type",keyword:"type",params:{type: "boolean"}}];return false;}var valid8 = _errs82 === errors;}else {var valid8 = true;}if(valid8){if(data25.python !== undefined){const _errs84 = errors;if(!(validate5(data25.python, {instancePath:instancePath+"/dependencies/python",parentData:data25,parentDataProperty:"python",rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate5.errors : vErrors.concat(validate5.errors);errors = vErrors.length;}var valid8 = _errs84 === errors;}else {var valid8 = true;}if(valid8){if(data25.snapshot !== undefined){const _errs85 = errors;if(!(validate5(data25.snapshot, {instancePath:instancePath+"/dependencies/snapshot",parentData:data25,parentDataProperty:"snapshot",rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate5.errors : vErrors.concat(validate5.errors);errors = vErrors.length;}var valid8 = _errs85 === errors;}else {var valid8 = true;}}}}}}}}}}}}}}}}}else {validate0.errors = [{instancePath:instancePath+"/dependencies",schemaPath:"#/properties/dependencies/type",keyword:"type",params:{type: "object"}}];return false;}}var valid0 = _errs48 === errors;}else {var valid0 = true;}if(valid0){if(data.regression !== undefined){let data51 = data.regression;const _errs86 = errors;if(errors === _errs86){if(data51 && typeof data51 == "object" && !Array.isArray(data51)){const _errs88 = errors;for(const key12 in data51){if(!(func0.call(schema0.properties.regression.properties, key12))){validate0.errors = [{instancePath:instancePath+"/regression",schemaPath:"#/properties/regression/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key12}}];return false;break;}}if(_errs88 === errors){if(data51.candidate !== undefined){const _errs89 = errors;if(!(validate3(data51.candidate, {instancePath:instancePath+"/regression/candidate",parentData:data51,parentDataProperty:"candidate",rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate3.errors : vErrors.concat(validate3.errors);errors = vErrors.length;}var valid14 = _errs89 === errors;}else {var valid14 = true;}if(valid14){if(data51.baseline !== undefined){const _errs90 = errors;if(!(validate3(data51.baseline, {instancePath:instancePath+"/regression/baseline",parentData:data51,parentDataProperty:"baseline",rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate3.errors : vErrors.concat(validate3.errors);errors = vErrors.length;}var valid14 = _errs90 === errors;}else {var valid14 = true;}if(valid14){if(data51.anchor !== undefined){let data54 = data51.anchor;const _errs91 = errors;if(errors === _errs91){if(typeof data54 === "string"){if(func1(data54) < 1){validate0.errors = [{instancePath:instancePath+"/regression/anchor",schemaPath:"#/properties/regression/properties/anchor/minLength",keyword:"minLength",params:{limit: 1}}];return false;}}else {validate0.errors = [{instancePath:instancePath+"/regression/anchor",schemaPath:"#/properties/regression/properties/anchor/type",keyword:"type",params:{type: "string"}}];return false;}}var valid14 = _errs91 === errors;}else {var valid14 = true;}if(valid14){if(data51.metrics !== undefined){const _errs93 = errors;if(!(validate3(data51.metrics, {instancePath:instancePath+"/regression/metrics",parentData:data51,parentDataProperty:"metrics",rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate3.errors : vErrors.concat(validate3.errors);errors = vErrors.length;}var valid14 = _errs93 === errors;}else {var valid14 = true;}if(valid14){if(data51.mode !== undefined){let data56 = data51.mode;const _errs94 = errors;if(!(((data56 === "paired") || (data56 === "strict")) || (data56 === "non-inferiority"))){validate0.errors = [{instancePath:instancePath+"/regression/mode",schemaPath:"#/properties/regression/properties/mode/enum",keyword:"enum",params:{allowedValues: schema0.properties.regression.properties.mode.enum}}];return false;}var valid14 = _errs94 === errors;}else {var valid14 = true;}if(valid14){if(data51.tolerance !== undefined){let data57 = data51.tolerance;const _errs95 = errors;if(errors === _errs95){if(typeof data57 == "number"){if(data57 < 0 || isNaN(data57)){validate0.errors = [{instancePath:instancePath+"/regression/tolerance",schemaPath:"#/properties/regression/properties/tolerance/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];return false;}}else {validate0.errors = [{instancePath:instancePath+"/regression/tolerance",schemaPath:"#/properties/regression/properties/tolerance/type",keyword:"type",params:{type: "number"}}];return false;}}var valid14 = _errs95 === errors;}else {var valid14 = true;}if(valid14){if(data51.margin !== undefined){let data58 = data51.margin;const _errs97 = errors;if(errors === _errs97){if(typeof data58 == "number"){if(data58 < 0 || isNaN(data58)){validate0.errors = [{instancePath:instancePath+"/regression/margin",schemaPath:"#/properties/regression/properties/margin/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];return false;}}else {validate0.errors = [{instancePath:instancePath+"/regression/margin",schemaPath:"#/properties/regression/properties/margin/type",keyword:"type",params:{type: "number"}}];return false;}}var valid14 = _errs97 === errors;}else {var valid14 = true;}if(valid14){if(data51.unit !== undefined){let data59 = data51.unit;const _errs99 = errors;if(!((data59 === "points") || (data59 === "percent"))){validate0.errors = [{instancePath:instancePath+"/regression/unit",schemaPath:"#/properties/regression/properties/unit/enum",keyword:"enum",params:{allowedValues: schema0.properties.regression.properties.unit.enum}}];return false;}var valid14 = _errs99 === errors;}else {var valid14 = true;}if(valid14){if(data51.alpha !== undefined){let data60 = data51.alpha;const _errs100 = errors;if(errors === _errs100){if(typeof data60 == "number"){if(data60 > 0.5 || isNaN(data60)){validate0.errors = [{instancePath:instancePath+"/regression/alpha",schemaPath:"#/properties/regression/properties/alpha/maximum",keyword:"maximum",params:{comparison: "<=", limit: 0.5}}];return false;}else {if(data60 <= 0 || isNaN(data60)){validate0.errors = [{instancePath:instancePath+"/regression/alpha",schemaPath:"#/properties/regression/properties/alpha/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0}}];return false;}}}else {validate0.errors = [{instancePath:instancePath+"/regression/alpha",schemaPath:"#/properties/regression/properties/alpha/type",keyword:"type",params:{type: "number"}}];return false;}}var valid14 = _errs100 === errors;}else {var valid14 = true;}if(valid14){if(data51["on-inconclusive"] !== undefined){let data61 = data51["on-inconclusive"];const _errs102 = errors;if(!((((data61 === "auto") || (data61 === "fail")) || (data61 === "warn")) || (data61 === "pass"))){validate0.errors = [{instancePath:instancePath+"/regression/on-inconclusive",schemaPath:"#/properties/regression/properties/on-inconclusive/enum",keyword:"enum",params:{allowedValues: schema0.properties.regression.properties["on-inconclusive"].enum}}];return false;}var valid14 = _errs102 === errors;}else {var valid14 = true;}if(valid14){if(data51.seed !== undefined){let data62 = data51.seed;const _errs103 = errors;if(!((typeof data62 == "number") && (!(data62 % 1) && !isNaN(data62)))){validate0.errors = [{instancePath:instancePath+"/regression/seed",schemaPath:"#/properties/regression/properties/seed/type",keyword:"type",params:{type: "integer"}}];return false;}if(errors === _errs103){if(typeof data62 == "number"){if(data62 < 0 || isNaN(data62)){validate0.errors = [{instancePath:instancePath+"/regression/seed",schemaPath:"#/properties/regression/properties/seed/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];return false;}}}var valid14 = _errs103 === errors;}else {var valid14 = true;}if(valid14){if(data51.looks !== undefined){let data63 = data51.looks;const _errs105 = errors;if(errors === _errs105){if(Array.isArray(data63)){if(data63.length > 20){validate0.errors = [{instancePath:instancePath+"/regression/looks",schemaPath:"#/properties/regression/properties/looks/maxItems",keyword:"maxItems",params:{limit: 20}}];return false;}else {if(data63.length < 1){validate0.errors = [{instancePath:instancePath+"/regression/looks",schemaPath:"#/properties/regression/properties/looks/minItems",keyword:"minItems",params:{limit: 1}}];return false;}else {var valid15 = true;const len2 = data63.length;for(let i2=0; i2<len2; i2++){let data64 = data63[i2];const _errs107 = errors;if(!((typeof data64 == "number") && (!(data64 % 1) && !isNaN(data64)))){validate0.errors = [{instancePath:instancePath+"/regression/looks/" + i2,schemaPath:"#/properties/regression/properties/looks/items/type",keyword:"type",params:{type: "integer"}}];return false;}if(errors === _errs107){if(typeof data64 == "number"){if(data64 < 1 || isNaN(data64)){validate0.errors = [{instancePath:instancePath+"/regression/looks/" + i2,schemaPath:"#/properties/regression/properties/looks/items/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];return false;}}}var valid15 = _errs107 === errors;if(!valid15){break;}}}}}else {validate0.errors = [{instancePath:instancePath+"/regression/looks",schemaPath:"#/properties/regression/properties/looks/type",keyword:"type",params:{type: "array"}}];return false;}}var valid14 = _errs105 === errors;}else {var valid14 = true;}if(valid14){if(data51.evaluate !== undefined){let data65 = data51.evaluate;const _errs109 = errors;if(errors === _errs109){if(typeof data65 === "string"){if(func1(data65) > 4096){validate0.errors = [{instancePath:instancePath+"/regression/evaluate",schemaPath:"#/properties/regression/properties/evaluate/maxLength",keyword:"maxLength",params:{limit: 4096}}];return false;}else {if(func1(data65) < 1){validate0.errors = [{instancePath:instancePath+"/regression/evaluate",schemaPath:"#/properties/regression/properties/evaluate/minLength",keyword:"minLength",params:{limit: 1}}];return false;}}}else {validate0.errors = [{instancePath:instancePath+"/regression/evaluate",schemaPath:"#/properties/regression/properties/evaluate/type",keyword:"type",params:{type: "string"}}];return false;}}var valid14 = _errs109 === errors;}else {var valid14 = true;}if(valid14){if(data51.pool !== undefined){const _errs111 = errors;if(!(validate5(data51.pool, {instancePath:instancePath+"/regression/pool",parentData:data51,parentDataProperty:"pool",rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate5.errors : vErrors.concat(validate5.errors);errors = vErrors.length;}var valid14 = _errs111 === errors;}else {var valid14 = true;}if(valid14){if(data51["time-budget"] !== undefined){let data67 = data51["time-budget"];const _errs112 = errors;if(errors === _errs112){if(typeof data67 == "number"){if(data67 < 0 || isNaN(data67)){validate0.errors = [{instancePath:instancePath+"/regression/time-budget",schemaPath:"#/properties/regression/properties/time-budget/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];return false;}}else {validate0.errors = [{instancePath:instancePath+"/regression/time-budget",schemaPath:"#/properties/regression/properties/time-budget/type",keyword:"type",params:{type: "number"}}];return false;}}var valid14 = _errs112 === errors;}else {var valid14 = true;}}}}}}}}}}}}}}}}}else {validate0.errors = [{instancePath:instancePath+"/regression",schemaPath:"#/properties/regression/type",keyword:"type",params:{type: "object"}}];return false;}}var valid0 = _errs86 === errors;}else {var valid0 = true;}if(valid0){if(data.versioning !== undefined){let data68 = data.versioning;const _errs114 = errors;if(errors === _errs114){if(data68 && typeof data68 == "object" && !Array.isArray(data68)){const _errs116 = errors;for(const key13 in data68){if(!(key13 === "prefix")){validate0.errors = [{instancePath:instancePath+"/versioning",schemaPath:"#/properties/versioning/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key13}}];return false;break;}}if(_errs116 === errors){if(data68.prefix !== undefined){let data69 = data68.prefix;const _errs117 = errors;if(errors === _errs117){if(typeof data69 === "string"){if(func1(data69) > 100){validate0.errors = [{instancePath:instancePath+"/versioning/prefix",schemaPath:"#/properties/versioning/properties/prefix/maxLength",keyword:"maxLength",params:{limit: 100}}];return false;}}else {validate0.errors = [{instancePath:instancePath+"/versioning/prefix",schemaPath:"#/properties/versioning/properties/prefix/type",keyword:"type",params:{type: "string"}}];return false;}}}}}else {validate0.errors = [{instancePath:instancePath+"/versioning",schemaPath:"#/properties/versioning/type",keyword:"type",params:{type: "object"}}];return false;}}var valid0 = _errs114 === errors;}else {var valid0 = true;}if(valid0){if(data.plan !== undefined){let data70 = data.plan;const _errs119 = errors;if(errors === _errs119){if(data70 && typeof data70 == "object" && !Array.isArray(data70)){const _errs121 = errors;for(const key14 in data70){if(!(key14 === "harmless")){validate0.errors = [{instancePath:instancePath+"/plan",schemaPath:"#/properties/plan/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key14}}];return false;break;}}if(_errs121 === errors){if(data70.harmless !== undefined){if(!(validate3(data70.harmless, {instancePath:instancePath+"/plan/harmless",parentData:data70,parentDataProperty:"harmless",rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate3.errors : vErrors.concat(validate3.errors);errors = vErrors.length;}}}}else {validate0.errors = [{instancePath:instancePath+"/plan",schemaPath:"#/properties/plan/type",keyword:"type",params:{type: "object"}}];return false;}}var valid0 = _errs119 === errors;}else {var valid0 = true;}if(valid0){if(data.exemptions !== undefined){let data72 = data.exemptions;const _errs123 = errors;if(errors === _errs123){if(Array.isArray(data72)){if(data72.length > 50){validate0.errors = [{instancePath:instancePath+"/exemptions",schemaPath:"#/properties/exemptions/maxItems",keyword:"maxItems",params:{limit: 50}}];return false;}else {var valid18 = true;const len3 = data72.length;for(let i3=0; i3<len3; i3++){let data73 = data72[i3];const _errs125 = errors;if(errors === _errs125){if(data73 && typeof data73 == "object" && !Array.isArray(data73)){let missing3;if((((data73.label === undefined) && (missing3 = "label")) || ((data73.gates === undefined) && (missing3 = "gates"))) || ((data73.by === undefined) && (missing3 = "by"))){validate0.errors = [{instancePath:instancePath+"/exemptions/" + i3,schemaPath:"#/properties/exemptions/items/required",keyword:"required",params:{missingProperty: missing3}}];return false;}else {const _errs127 = errors;for(const key15 in data73){if(!((((((((key15 === "label") || (key15 === "gates")) || (key15 === "by")) || (key15 === "author-may")) || (key15 === "reason-required")) || (key15 === "hours")) || (key15 === "sticky")) || (key15 === "effect"))){validate0.errors = [{instancePath:instancePath+"/exemptions/" + i3,schemaPath:"#/properties/exemptions/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key15}}];return false;break;}}if(_errs127 === errors){if(data73.label !== undefined){let data74 = data73.label;const _errs128 = errors;if(errors === _errs128){if(typeof data74 === "string"){if(func1(data74) > 50){validate0.errors = [{instancePath:instancePath+"/exemptions/" + i3+"/label",schemaPath:"#/properties/exemptions/items/properties/label/maxLength",keyword:"maxLength",params:{limit: 50}}];return false;}else {if(func1(data74) < 1){validate0.errors = [{instancePath:instancePath+"/exemptions/" + i3+"/label",schemaPath:"#/properties/exemptions/items/properties/label/minLength",keyword:"minLength",params:{limit: 1}}];return false;}}}else {validate0.errors = [{instancePath:instancePath+"/exemptions/" + i3+"/label",schemaPath:"#/properties/exemptions/items/properties/label/type",keyword:"type",params:{type: "string"}}];return false;}}var valid19 = _errs128 === errors;}else {var valid19 = true;}if(valid19){if(data73.gates !== undefined){let data75 = data73.gates;const _errs130 = errors;if(errors === _errs130){if(Array.isArray(data75)){if(data75.length < 1){validate0.errors = [{instancePath:instancePath+"/exemptions/" + i3+"/gates",schemaPath:"#/properties/exemptions/items/properties/gates/minItems",keyword:"minItems",params:{limit: 1}}];return false;}else {var valid20 = true;const len4 = data75.length;for(let i4=0; i4<len4; i4++){let data76 = data75[i4];const _errs132 = errors;if(!(((data76 === "validate-model-config") || (data76 === "detect-dep-drift")) || (data76 === "regression-gate"))){validate0.errors = [{instancePath:instancePath+"/exemptions/" + i3+"/gates/" + i4,schemaPath:"#/properties/exemptions/items/properties/gates/items/enum",keyword:"enum",params:{allowedValues: schema0.properties.exemptions.items.properties.gates.items.enum}}];return false;}var valid20 = _errs132 === errors;if(!valid20){break;}}}}else {validate0.errors = [{instancePath:instancePath+"/exemptions/" + i3+"/gates",schemaPath:"#/properties/exemptions/items/properties/gates/type",keyword:"type",params:{type: "array"}}];return false;}}var valid19 = _errs130 === errors;}else {var valid19 = true;}if(valid19){if(data73.by !== undefined){const _errs133 = errors;if(!(validate34(data73.by, {instancePath:instancePath+"/exemptions/" + i3+"/by",parentData:data73,parentDataProperty:"by",rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate34.errors : vErrors.concat(validate34.errors);errors = vErrors.length;}var valid19 = _errs133 === errors;}else {var valid19 = true;}if(valid19){if(data73["author-may"] !== undefined){const _errs134 = errors;if(typeof data73["author-may"] !== "boolean"){validate0.errors = [{instancePath:instancePath+"/exemptions/" + i3+"/author-may",schemaPath:"#/properties/exemptions/items/properties/author-may/type",keyword:"type",params:{type: "boolean"}}];return false;}var valid19 = _errs134 === errors;}else {var valid19 = true;}if(valid19){if(data73["reason-required"] !== undefined){const _errs136 = errors;if(typeof data73["reason-required"] !== "boolean"){validate0.errors = [{instancePath:instancePath+"/exemptions/" + i3+"/reason-required",schemaPath:"#/properties/exemptions/items/properties/reason-required/type",keyword:"type",params:{type: "boolean"}}];return false;}var valid19 = _errs136 === errors;}else {var valid19 = true;}if(valid19){if(data73.hours !== undefined){let data80 = data73.hours;const _errs138 = errors;if(errors === _errs138){if(typeof data80 == "number"){if(data80 <= 0 || isNaN(data80)){validate0.errors = [{instancePath:instancePath+"/exemptions/" + i3+"/hours",schemaPath:"#/properties/exemptions/items/properties/hours/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0}}];return false;}}else {validate0.errors = [{instancePath:instancePath+"/exemptions/" + i3+"/hours",schemaPath:"#/properties/exemptions/items/properties/hours/type",keyword:"type",params:{type: "number"}}];return false;}}var valid19 = _errs138 === errors;}else {var valid19 = true;}if(valid19){if(data73.sticky !== undefined){const _errs140 = errors;if(typeof data73.sticky !== "boolean"){validate0.errors = [{instancePath:instancePath+"/exemptions/" + i3+"/sticky",schemaPath:"#/properties/exemptions/items/properties/sticky/type",keyword:"type",params:{type: "boolean"}}];return false;}var valid19 = _errs140 === errors;}else {var valid19 = true;}if(valid19){if(data73.effect !== undefined){let data82 = data73.effect;const _errs142 = errors;if(!((data82 === "lift") || (data82 === "light"))){validate0.errors = [{instancePath:instancePath+"/exemptions/" + i3+"/effect",schemaPath:"#/properties/exemptions/items/properties/effect/enum",keyword:"enum",params:{allowedValues: schema0.properties.exemptions.items.properties.effect.enum}}];return false;}var valid19 = _errs142 === errors;}else {var valid19 = true;}}}}}}}}}}}else {validate0.errors = [{instancePath:instancePath+"/exemptions/" + i3,schemaPath:"#/properties/exemptions/items/type",keyword:"type",params:{type: "object"}}];return false;}}var valid18 = _errs125 === errors;if(!valid18){break;}}}}else {validate0.errors = [{instancePath:instancePath+"/exemptions",schemaPath:"#/properties/exemptions/type",keyword:"type",params:{type: "array"}}];return false;}}var valid0 = _errs123 === errors;}else {var valid0 = true;}if(valid0){if(data.hotfix !== undefined){let data83 = data.hotfix;const _errs143 = errors;if(errors === _errs143){if(data83 && typeof data83 == "object" && !Array.isArray(data83)){const _errs145 = errors;for(const key16 in data83){if(!(((((key16 === "branches") || (key16 === "release-managers")) || (key16 === "required-checks")) || (key16 === "evaluation")) || (key16 === "evaluate-within-hours"))){validate0.errors = [{instancePath:instancePath+"/hotfix",schemaPath:"#/properties/hotfix/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key16}}];return false;break;}}if(_errs145 === errors){if(data83.branches !== undefined){const _errs146 = errors;if(!(validate3(data83.branches, {instancePath:instancePath+"/hotfix/branches",parentData:data83,parentDataProperty:"branches",rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate3.errors : vErrors.concat(validate3.errors);errors = vErrors.length;}var valid21 = _errs146 === errors;}else {var valid21 = true;}if(valid21){if(data83["release-managers"] !== undefined){const _errs147 = errors;if(!(validate34(data83["release-managers"], {instancePath:instancePath+"/hotfix/release-managers",parentData:data83,parentDataProperty:"release-managers",rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate34.errors : vErrors.concat(validate34.errors);errors = vErrors.length;}var valid21 = _errs147 === errors;}else {var valid21 = true;}if(valid21){if(data83["required-checks"] !== undefined){const _errs148 = errors;if(!(validate3(data83["required-checks"], {instancePath:instancePath+"/hotfix/required-checks",parentData:data83,parentDataProperty:"required-checks",rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate3.errors : vErrors.concat(validate3.errors);errors = vErrors.length;}var valid21 = _errs148 === errors;}else {var valid21 = true;}if(valid21){if(data83.evaluation !== undefined){let data87 = data83.evaluation;const _errs149 = errors;if(!((data87 === "skip") || (data87 === "light"))){validate0.errors = [{instancePath:instancePath+"/hotfix/evaluation",schemaPath:"#/properties/hotfix/properties/evaluation/enum",keyword:"enum",params:{allowedValues: schema0.properties.hotfix.properties.evaluation.enum}}];return false;}var valid21 = _errs149 === errors;}else {var valid21 = true;}if(valid21){if(data83["evaluate-within-hours"] !== undefined){let data88 = data83["evaluate-within-hours"];const _errs150 = errors;if(errors === _errs150){if(typeof data88 == "number"){if(data88 <= 0 || isNaN(data88)){validate0.errors = [{instancePath:instancePath+"/hotfix/evaluate-within-hours",schemaPath:"#/properties/hotfix/properties/evaluate-within-hours/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0}}];return false;}}else {validate0.errors = [{instancePath:instancePath+"/hotfix/evaluate-within-hours",schemaPath:"#/properties/hotfix/properties/evaluate-within-hours/type",keyword:"type",params:{type: "number"}}];return false;}}var valid21 = _errs150 === errors;}else {var valid21 = true;}}}}}}}else {validate0.errors = [{instancePath:instancePath+"/hotfix",schemaPath:"#/properties/hotfix/type",keyword:"type",params:{type: "object"}}];return false;}}var valid0 = _errs143 === errors;}else {var valid0 = true;}if(valid0){if(data.branches !== undefined){let data89 = data.branches;const _errs152 = errors;if(errors === _errs152){if(data89 && typeof data89 == "object" && !Array.isArray(data89)){const _errs154 = errors;for(const key17 in data89){if(!(((((key17 === "names") || (key17 === "warn-hours")) || (key17 === "limit-hours")) || (key17 === "over-limit")) || (key17 === "sync"))){validate0.errors = [{instancePath:instancePath+"/branches",schemaPath:"#/properties/branches/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key17}}];return false;break;}}if(_errs154 === errors){if(data89.names !== undefined){const _errs155 = errors;if(!(validate3(data89.names, {instancePath:instancePath+"/branches/names",parentData:data89,parentDataProperty:"names",rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate3.errors : vErrors.concat(validate3.errors);errors = vErrors.length;}var valid22 = _errs155 === errors;}else {var valid22 = true;}if(valid22){if(data89["warn-hours"] !== undefined){let data91 = data89["warn-hours"];const _errs156 = errors;if(errors === _errs156){if(typeof data91 == "number"){if(data91 < 0 || isNaN(data91)){validate0.errors = [{instancePath:instancePath+"/branches/warn-hours",schemaPath:"#/properties/branches/properties/warn-hours/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];return false;}}else {validate0.errors = [{instancePath:instancePath+"/branches/warn-hours",schemaPath:"#/properties/branches/properties/warn-hours/type",keyword:"type",params:{type: "number"}}];return false;}}var valid22 = _errs156 === errors;}else {var valid22 = true;}if(valid22){if(data89["limit-hours"] !== undefined){let data92 = data89["limit-hours"];const _errs158 = errors;if(errors === _errs158){if(typeof data92 == "number"){if(data92 < 0 || isNaN(data92)){validate0.errors = [{instancePath:instancePath+"/branches/limit-hours",schemaPath:"#/properties/branches/properties/limit-hours/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];return false;}}else {validate0.errors = [{instancePath:instancePath+"/branches/limit-hours",schemaPath:"#/properties/branches/properties/limit-hours/type",keyword:"type",params:{type: "number"}}];return false;}}var valid22 = _errs158 === errors;}else {var valid22 = true;}if(valid22){if(data89["over-limit"] !== undefined){let data93 = data89["over-limit"];const _errs160 = errors;if(!((data93 === "fail") || (data93 === "warn"))){validate0.errors = [{instancePath:instancePath+"/branches/over-limit",schemaPath:"#/properties/branches/properties/over-limit/enum",keyword:"enum",params:{allowedValues: schema0.properties.branches.properties["over-limit"].enum}}];return false;}var valid22 = _errs160 === errors;}else {var valid22 = true;}if(valid22){if(data89.sync !== undefined){let data94 = data89.sync;const _errs161 = errors;if(!((data94 === "merge") || (data94 === "rebase"))){validate0.errors = [{instancePath:instancePath+"/branches/sync",schemaPath:"#/properties/branches/properties/sync/enum",keyword:"enum",params:{allowedValues: schema0.properties.branches.properties.sync.enum}}];return false;}var valid22 = _errs161 === errors;}else {var valid22 = true;}}}}}}}else {validate0.errors = [{instancePath:instancePath+"/branches",schemaPath:"#/properties/branches/type",keyword:"type",params:{type: "object"}}];return false;}}var valid0 = _errs152 === errors;}else {var valid0 = true;}if(valid0){if(data.sweep !== undefined){let data95 = data.sweep;const _errs162 = errors;if(errors === _errs162){if(data95 && typeof data95 == "object" && !Array.isArray(data95)){const _errs164 = errors;for(const key18 in data95){if(!(((((key18 === "after-days") || (key18 === "remind-days")) || (key18 === "keep-label")) || (key18 === "at-most")) || (key18 === "protect"))){validate0.errors = [{instancePath:instancePath+"/sweep",schemaPath:"#/properties/sweep/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key18}}];return false;break;}}if(_errs164 === errors){if(data95["after-days"] !== undefined){let data96 = data95["after-days"];const _errs165 = errors;if(errors === _errs165){if(typeof data96 == "number"){if(data96 < 1 || isNaN(data96)){validate0.errors = [{instancePath:instancePath+"/sweep/after-days",schemaPath:"#/properties/sweep/properties/after-days/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];return false;}}else {validate0.errors = [{instancePath:instancePath+"/sweep/after-days",schemaPath:"#/properties/sweep/properties/after-days/type",keyword:"type",params:{type: "number"}}];return false;}}var valid23 = _errs165 === errors;}else {var valid23 = true;}if(valid23){if(data95["remind-days"] !== undefined){let data97 = data95["remind-days"];const _errs167 = errors;if(errors === _errs167){if(typeof data97 == "number"){if(data97 < 0 || isNaN(data97)){validate0.errors = [{instancePath:instancePath+"/sweep/remind-days",schemaPath:"#/properties/sweep/properties/remind-days/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];return false;}}else {validate0.errors = [{instancePath:instancePath+"/sweep/remind-days",schemaPath:"#/properties/sweep/properties/remind-days/type",keyword:"type",params:{type: "number"}}];return false;}}var valid23 = _errs167 === errors;}else {var valid23 = true;}if(valid23){if(data95["keep-label"] !== undefined){const _errs169 = errors;if(!(validate1(data95["keep-label"], {instancePath:instancePath+"/sweep/keep-label",parentData:data95,parentDataProperty:"keep-label",rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate1.errors : vErrors.concat(validate1.errors);errors = vErrors.length;}var valid23 = _errs169 === errors;}else {var valid23 = true;}if(valid23){if(data95["at-most"] !== undefined){let data99 = data95["at-most"];const _errs170 = errors;if(!((typeof data99 == "number") && (!(data99 % 1) && !isNaN(data99)))){validate0.errors = [{instancePath:instancePath+"/sweep/at-most",schemaPath:"#/properties/sweep/properties/at-most/type",keyword:"type",params:{type: "integer"}}];return false;}if(errors === _errs170){if(typeof data99 == "number"){if(data99 > 500 || isNaN(data99)){validate0.errors = [{instancePath:instancePath+"/sweep/at-most",schemaPath:"#/properties/sweep/properties/at-most/maximum",keyword:"maximum",params:{comparison: "<=", limit: 500}}];return false;}else {if(data99 < 1 || isNaN(data99)){validate0.errors = [{instancePath:instancePath+"/sweep/at-most",schemaPath:"#/properties/sweep/properties/at-most/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];return false;}}}}var valid23 = _errs170 === errors;}else {var valid23 = true;}if(valid23){if(data95.protect !== undefined){const _errs172 = errors;if(!(validate3(data95.protect, {instancePath:instancePath+"/sweep/protect",parentData:data95,parentDataProperty:"protect",rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate3.errors : vErrors.concat(validate3.errors);errors = vErrors.length;}var valid23 = _errs172 === errors;}else {var valid23 = true;}}}}}}}else {validate0.errors = [{instancePath:instancePath+"/sweep",schemaPath:"#/properties/sweep/type",keyword:"type",params:{type: "object"}}];return false;}}var valid0 = _errs162 === errors;}else {var valid0 = true;}}}}}}}}}}}}}}validate0.errors = vErrors;return errors === 0;}validate0.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};exports.u5 = validate44;const schema6 = {"$schema":"https://json-schema.org/draft/2020-12/schema","title":"model-gates registry of model parameters","type":"object","additionalProperties":false,"required":["parameters"],"properties":{"version":{"const":1},"reasons":{"type":"array","maxItems":1000,"description":"Why a structural parameter gets another value: intent, for exactly this value.","items":{"type":"object","additionalProperties":false,"required":["parameter","to","reason"],"properties":{"parameter":{"type":"string","maxLength":2000,"description":"Its path in the config."},"to":{"description":"The new value; null for a parameter that is removed."},"reason":{"type":"string","minLength":10,"maxLength":2000}}}},"parameters":{"type":"object","description":"Dotted path → what it must be. `*` stands for one key or list index, `**` at the end for everything below.","propertyNames":{"maxLength":300},"maxProperties":5000,"additionalProperties":{"type":["object","null"],"additionalProperties":false,"properties":{"type":{"description":"The Python type the value must have. float accepts an int, number is int or float; several with a list.","oneOf":[{"enum":["int","float","number","str","bool","null","list","dict","date","datetime","any"]},{"type":"array","minItems":1,"maxItems":11,"uniqueItems":true,"items":{"enum":["int","float","number","str","bool","null","list","dict","date","datetime","any"]}}]},"min":{"type":"number","description":"Smallest value that is allowed."},"max":{"type":"number","description":"Largest value that is allowed."},"multiple-of":{"type":"number","exclusiveMinimum":0,"description":"The value is a multiple of this."},"enum":{"type":"array","minItems":1,"maxItems":1000,"description":"The only values that are allowed."},"pattern":{"type":"string","maxLength":500,"description":"A regular expression that a text value must match; without back-references and look-around."},"min-items":{"type":"integer","minimum":0,"description":"Least length of a list."},"max-items":{"type":"integer","minimum":0,"description":"Greatest length of a list."},"items":{"description":"What each item of a list must be.","type":"object","additionalProperties":false,"properties":{"type":{"description":"The Python type the value must have. float accepts an int, number is int or float; several with a list.","oneOf":[{"enum":["int","float","number","str","bool","null","list","dict","date","datetime","any"]},{"type":"array","minItems":1,"maxItems":11,"uniqueItems":true,"items":{"enum":["int","float","number","str","bool","null","list","dict","date","datetime","any"]}}]},"min":{"type":"number","description":"Smallest value that is allowed."},"max":{"type":"number","description":"Largest value that is allowed."},"multiple-of":{"type":"number","exclusiveMinimum":0,"description":"The value is a multiple of this."},"enum":{"type":"array","minItems":1,"maxItems":1000,"description":"The only values that are allowed."},"pattern":{"type":"string","maxLength":500,"description":"A regular expression that a text value must match; without back-references and look-around."},"min-items":{"type":"integer","minimum":0,"description":"Least length of a list."},"max-items":{"type":"integer","minimum":0,"description":"Greatest length of a list."}}},"required":{"type":"boolean","description":"Every config that holds the mapping around it must set it."},"kind":{"enum":["structural","tuning"],"description":"structural (default): the model differs with it; tuning: only its training does."},"owner":{"type":"string","maxLength":2000,"description":"Who answers for it, such as @team/architecture."},"since":{"type":["string","number"],"description":"The version that brought it."},"deprecated":{"type":["string","boolean"],"description":"Not to be used any more, and why."},"replaced-by":{"type":"string","maxLength":2000,"description":"The parameter to use instead."},"doc":{"type":"string","maxLength":2000,"description":"What it does, in a sentence."}}}}}};const func27 = (__nccwpck_require__(4951)["default"]);function validate44(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){let vErrors = null;let errors = 0;const evaluated0 = validate44.evaluated;if(evaluated0.dynamicProps){evaluated0.props = undefined;}if(evaluated0.dynamicItems){evaluated0.items = undefined;}if(errors === 0){if(data && typeof data == "object" && !Array.isArray(data)){let missing0;if((data.parameters === undefined) && (missing0 = "parameters")){validate44.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];return false;}else {const _errs1 = errors;for(const key0 in data){if(!(((key0 === "version") || (key0 === "reasons")) || (key0 === "parameters"))){validate44.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];return false;break;}}if(_errs1 === errors){if(data.version !== undefined){const _errs2 = errors;if(1 !== data.version){validate44.errors = [{instancePath:instancePath+"/version",schemaPath:"#/properties/version/const",keyword:"const",params:{allowedValue: 1}}];return false;}var valid0 = _errs2 === errors;}else {var valid0 = true;}if(valid0){if(data.reasons !== undefined){let data1 = data.reasons;const _errs3 = errors;if(errors === _errs3){if(Array.isArray(data1)){if(data1.length > 1000){validate44.errors = [{instancePath:instancePath+"/reasons",schemaPath:"#/properties/reasons/maxItems",keyword:"maxItems",params:{limit: 1000}}];return false;}else {var valid1 = true;const len0 = data1.length;for(let i0=0; i0<len0; i0++){let data2 = data1[i0];const _errs5 = errors;if(errors === _errs5){if(data2 && typeof data2 == "object" && !Array.isArray(data2)){let missing1;if((((data2.parameter === undefined) && (missing1 = "parameter")) || ((data2.to === undefined) && (missing1 = "to"))) || ((data2.reason === undefined) && (missing1 = "reason"))){validate44.errors = [{instancePath:instancePath+"/reasons/" + i0,schemaPath:"#/properties/reasons/items/required",keyword:"required",params:{missingProperty: missing1}}];return false;}else {const _errs7 = errors;for(const key1 in data2){if(!(((key1 === "parameter") || (key1 === "to")) || (key1 === "reason"))){validate44.errors = [{instancePath:instancePath+"/reasons/" + i0,schemaPath:"#/properties/reasons/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}}];return false;break;}}if(_errs7 === errors){if(data2.parameter !== undefined){let data3 = data2.parameter;const _errs8 = errors;if(errors === _errs8){if(typeof data3 === "string"){if(func1(data3) > 2000){validate44.errors = [{instancePath:instancePath+"/reasons/" + i0+"/parameter",schemaPath:"#/properties/reasons/items/properties/parameter/maxLength",keyword:"maxLength",params:{limit: 2000}}];return false;}}else {validate44.errors = [{instancePath:instancePath+"/reasons/" + i0+"/parameter",schemaPath:"#/properties/reasons/items/properties/parameter/type",keyword:"type",params:{type: "string"}}];return false;}}var valid2 = _errs8 === errors;}else {var valid2 = true;}if(valid2){if(data2.reason !== undefined){let data4 = data2.reason;const _errs10 = errors;if(errors === _errs10){if(typeof data4 === "string"){if(func1(data4) > 2000){validate44.errors = [{instancePath:instancePath+"/reasons/" + i0+"/reason",schemaPath:"#/properties/reasons/items/properties/reason/maxLength",keyword:"maxLength",params:{limit: 2000}}];return false;}else {if(func1(data4) < 10){validate44.errors = [{instancePath:instancePath+"/reasons/" + i0+"/reason",schemaPath:"#/properties/reasons/items/properties/reason/minLength",keyword:"minLength",params:{limit: 10}}];return false;}}}else {validate44.errors = [{instancePath:instancePath+"/reasons/" + i0+"/reason",schemaPath:"#/properties/reasons/items/properties/reason/type",keyword:"type",params:{type: "string"}}];return false;}}var valid2 = _errs10 === errors;}else {var valid2 = true;}}}}}else {validate44.errors = [{instancePath:instancePath+"/reasons/" + i0,schemaPath:"#/properties/reasons/items/type",keyword:"type",params:{type: "object"}}];return false;}}var valid1 = _errs5 === errors;if(!valid1){break;}}}}else {validate44.errors = [{instancePath:instancePath+"/reasons",schemaPath:"#/properties/reasons/type",keyword:"type",params:{type: "array"}}];return false;}}var valid0 = _errs3 === errors;}else {var valid0 = true;}if(valid0){if(data.parameters !== undefined){let data5 = data.parameters;const _errs12 = errors;if(errors === _errs12){if(data5 && typeof data5 == "object" && !Array.isArray(data5)){if(Object.keys(data5).length > 5000){validate44.errors = [{instancePath:instancePath+"/parameters",schemaPath:"#/properties/parameters/maxProperties",keyword:"maxProperties",params:{limit: 5000}}];return false;}else {for(const key2 in data5){const _errs14 = errors;if(typeof key2 === "string"){if(func1(key2) > 300){const err0 = {instancePath:instancePath+"/parameters",schemaPath:"#/properties/parameters/propertyNames/maxLength",keyword:"maxLength",params:{limit: 300},propertyName:key2};if(vErrors === null){vErrors = [err0];}else {vErrors.push(err0);}errors++;}}var valid3 = _errs14 === errors;if(!valid3){const err1 = {instancePath:instancePath+"/parameters",schemaPath:"#/properties/parameters/propertyNames",keyword:"propertyNames",params:{propertyName: key2}};if(vErrors === null){vErrors = [err1];}else {vErrors.push(err1);}errors++;validate44.errors = vErrors;return false;break;}}if(valid3){for(const key3 in data5){let data6 = data5[key3];const _errs16 = errors;if((!(data6 && typeof data6 == "object" && !Array.isArray(data6))) && (data6 !== null)){validate44.errors = [{instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/parameters/additionalProperties/type",keyword:"type",params:{type: schema6.properties.parameters.additionalProperties.type}}];return false;}if(errors === _errs16){if(data6 && typeof data6 == "object" && !Array.isArray(data6)){const _errs18 = errors;for(const key4 in data6){if(!(func0.call(schema6.properties.parameters.additionalProperties.properties, key4))){validate44.errors = [{instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/parameters/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4}}];return false;break;}}if(_errs18 === errors){if(data6.type !== undefined){let data7 = data6.type;const _errs19 = errors;const _errs20 = errors;let valid6 = false;let passing0 = null;const _errs21 = errors;if(!(((((((((((data7 === "int") || (data7 === "float")) || (data7 === "number")) || (data7 === "str")) || (data7 === "bool")) || (data7 === "null")) || (data7 === "list")) || (data7 === "dict")) || (data7 === "date")) || (data7 === "datetime")) || (data7 === "any"))){const err2 = {instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/type",schemaPath:"#/properties/parameters/additionalProperties/properties/type/oneOf/0/enum",keyword:"enum",params:{allowedValues: schema6.properties.parameters.additionalProperties.properties.type.oneOf[0].enum}};if(vErrors === null){vErrors = [err2];}else {vErrors.push(err2);}errors++;}var _valid0 = _errs21 === errors;if(_valid0){valid6 = true;passing0 = 0;}const _errs22 = errors;if(errors === _errs22){if(Array.isArray(data7)){if(data7.length > 11){const err3 = {instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/type",schemaPath:"#/properties/parameters/additionalProperties/properties/type/oneOf/1/maxItems",keyword:"maxItems",params:{limit: 11}};if(vErrors === null){vErrors = [err3];}else {vErrors.push(err3);}errors++;}else {if(data7.length < 1){const err4 = {instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/type",schemaPath:"#/properties/parameters/additionalProperties/properties/type/oneOf/1/minItems",keyword:"minItems",params:{limit: 1}};if(vErrors === null){vErrors = [err4];}else {vErrors.push(err4);}errors++;}else {var valid7 = true;const len1 = data7.length;for(let i1=0; i1<len1; i1++){let data8 = data7[i1];const _errs24 = errors;if(!(((((((((((data8 === "int") || (data8 === "float")) || (data8 === "number")) || (data8 === "str")) || (data8 === "bool")) || (data8 === "null")) || (data8 === "list")) || (data8 === "dict")) || (data8 === "date")) || (data8 === "datetime")) || (data8 === "any"))){const err5 = {instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/type/" + i1,schemaPath:"#/properties/parameters/additionalProperties/properties/type/oneOf/1/items/enum",keyword:"enum",params:{allowedValues: schema6.properties.parameters.additionalProperties.properties.type.oneOf[1].items.enum}};if(vErrors === null){vErrors = [err5];}else {vErrors.push(err5);}errors++;}var valid7 = _errs24 === errors;if(!valid7){break;}}if(valid7){let i2 = data7.length;let j0;if(i2 > 1){outer0:for(;i2--;){for(j0 = i2; j0--;){if(func27(data7[i2], data7[j0])){const err6 = {instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/type",schemaPath:"#/properties/parameters/additionalProperties/properties/type/oneOf/1/uniqueItems",keyword:"uniqueItems",params:{i: i2, j: j0}};if(vErrors === null){vErrors = [err6];}else {vErrors.push(err6);}errors++;break outer0;}}}}}}}}else {const err7 = {instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/type",schemaPath:"#/properties/parameters/additionalProperties/properties/type/oneOf/1/type",keyword:"type",params:{type: "array"}};if(vErrors === null){vErrors = [err7];}else {vErrors.push(err7);}errors++;}}var _valid0 = _errs22 === errors;if(_valid0 && valid6){valid6 = false;passing0 = [passing0, 1];}else {if(_valid0){valid6 = true;passing0 = 1;}}if(!valid6){const err8 = {instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/type",schemaPath:"#/properties/parameters/additionalProperties/properties/type/oneOf",keyword:"oneOf",params:{passingSchemas: passing0}};if(vErrors === null){vErrors = [err8];}else {vErrors.push(err8);}errors++;validate44.errors = vErrors;return false;}else {errors = _errs20;if(vErrors !== null){if(_errs20){vErrors.length = _errs20;}else {vErrors = null;}}}var valid5 = _errs19 === errors;}else {var valid5 = true;}if(valid5){if(data6.min !== undefined){const _errs25 = errors;if(!(typeof data6.min == "number")){validate44.errors = [{instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/min",schemaPath:"#/properties/parameters/additionalProperties/properties/min/type",keyword:"type",params:{type: "number"}}];return false;}var valid5 = _errs25 === errors;}else {var valid5 = true;}if(valid5){if(data6.max !== undefined){const _errs27 = errors;if(!(typeof data6.max == "number")){validate44.errors = [{instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/max",schemaPath:"#/properties/parameters/additionalProperties/properties/max/type",keyword:"type",params:{type: "number"}}];return false;}var valid5 = _errs27 === errors;}else {var valid5 = true;}if(valid5){if(data6["multiple-of"] !== undefined){let data11 = data6["multiple-of"];const _errs29 = errors;if(errors === _errs29){if(typeof data11 == "number"){if(data11 <= 0 || isNaN(data11)){validate44.errors = [{instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/multiple-of",schemaPath:"#/properties/parameters/additionalProperties/properties/multiple-of/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0}}];return false;}}else {validate44.errors = [{instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/multiple-of",schemaPath:"#/properties/parameters/additionalProperties/properties/multiple-of/type",keyword:"type",params:{type: "number"}}];return false;}}var valid5 = _errs29 === errors;}else {var valid5 = true;}if(valid5){if(data6.enum !== undefined){let data12 = data6.enum;const _errs31 = errors;if(errors === _errs31){if(Array.isArray(data12)){if(data12.length > 1000){validate44.errors = [{instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/enum",schemaPath:"#/properties/parameters/additionalProperties/properties/enum/maxItems",keyword:"maxItems",params:{limit: 1000}}];return false;}else {if(data12.length < 1){validate44.errors = [{instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/enum",schemaPath:"#/properties/parameters/additionalProperties/properties/enum/minItems",keyword:"minItems",params:{limit: 1}}];return false;}}}else {validate44.errors = [{instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/enum",schemaPath:"#/properties/parameters/additionalProperties/properties/enum/type",keyword:"type",params:{type: "array"}}];return false;}}var valid5 = _errs31 === errors;}else {var valid5 = true;}if(valid5){if(data6.pattern !== undefined){let data13 = data6.pattern;const _errs33 = errors;if(errors === _errs33){if(typeof data13 === "string"){if(func1(data13) > 500){validate44.errors = [{instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/pattern",schemaPath:"#/properties/parameters/additionalProperties/properties/pattern/maxLength",keyword:"maxLength",params:{limit: 500}}];return false;}}else {validate44.errors = [{instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/pattern",schemaPath:"#/properties/parameters/additionalProperties/properties/pattern/type",keyword:"type",params:{type: "string"}}];return false;}}var valid5 = _errs33 === errors;}else {var valid5 = true;}if(valid5){if(data6["min-items"] !== undefined){let data14 = data6["min-items"];const _errs35 = errors;if(!((typeof data14 == "number") && (!(data14 % 1) && !isNaN(data14)))){validate44.errors = [{instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/min-items",schemaPath:"#/properties/parameters/additionalProperties/properties/min-items/type",keyword:"type",params:{type: "integer"}}];return false;}if(errors === _errs35){if(typeof data14 == "number"){if(data14 < 0 || isNaN(data14)){validate44.errors = [{instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/min-items",schemaPath:"#/properties/parameters/additionalProperties/properties/min-items/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];return false;}}}var valid5 = _errs35 === errors;}else {var valid5 = true;}if(valid5){if(data6["max-items"] !== undefined){let data15 = data6["max-items"];const _errs37 = errors;if(!((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15)))){validate44.errors = [{instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/max-items",schemaPath:"#/properties/parameters/additionalProperties/properties/max-items/type",keyword:"type",params:{type: "integer"}}];return false;}if(errors === _errs37){if(typeof data15 == "number"){if(data15 < 0 || isNaN(data15)){validate44.errors = [{instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/max-items",schemaPath:"#/properties/parameters/additionalProperties/properties/max-items/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];return false;}}}var valid5 = _errs37 === errors;}else {var valid5 = true;}if(valid5){if(data6.items !== undefined){let data16 = data6.items;const _errs39 = errors;if(errors === _errs39){if(data16 && typeof data16 == "object" && !Array.isArray(data16)){const _errs41 = errors;for(const key5 in data16){if(!((((((((key5 === "type") || (key5 === "min")) || (key5 === "max")) || (key5 === "multiple-of")) || (key5 === "enum")) || (key5 === "pattern")) || (key5 === "min-items")) || (key5 === "max-items"))){validate44.errors = [{instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/items",schemaPath:"#/properties/parameters/additionalProperties/properties/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5}}];return false;break;}}if(_errs41 === errors){if(data16.type !== undefined){let data17 = data16.type;const _errs42 = errors;const _errs43 = errors;let valid10 = false;let passing1 = null;const _errs44 = errors;if(!(((((((((((data17 === "int") || (data17 === "float")) || (data17 === "number")) || (data17 === "str")) || (data17 === "bool")) || (data17 === "null")) || (data17 === "list")) || (data17 === "dict")) || (data17 === "date")) || (data17 === "datetime")) || (data17 === "any"))){const err9 = {instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/items/type",schemaPath:"#/properties/parameters/additionalProperties/properties/items/properties/type/oneOf/0/enum",keyword:"enum",params:{allowedValues: schema6.properties.parameters.additionalProperties.properties.items.properties.type.oneOf[0].enum}};if(vErrors === null){vErrors = [err9];}else {vErrors.push(err9);}errors++;}var _valid1 = _errs44 === errors;if(_valid1){valid10 = true;passing1 = 0;}const _errs45 = errors;if(errors === _errs45){if(Array.isArray(data17)){if(data17.length > 11){const err10 = {instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/items/type",schemaPath:"#/properties/parameters/additionalProperties/properties/items/properties/type/oneOf/1/maxItems",keyword:"maxItems",params:{limit: 11}};if(vErrors === null){vErrors = [err10];}else {vErrors.push(err10);}errors++;}else {if(data17.length < 1){const err11 = {instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/items/type",schemaPath:"#/properties/parameters/additionalProperties/properties/items/properties/type/oneOf/1/minItems",keyword:"minItems",params:{limit: 1}};if(vErrors === null){vErrors = [err11];}else {vErrors.push(err11);}errors++;}else {var valid11 = true;const len2 = data17.length;for(let i3=0; i3<len2; i3++){let data18 = data17[i3];const _errs47 = errors;if(!(((((((((((data18 === "int") || (data18 === "float")) || (data18 === "number")) || (data18 === "str")) || (data18 === "bool")) || (data18 === "null")) || (data18 === "list")) || (data18 === "dict")) || (data18 === "date")) || (data18 === "datetime")) || (data18 === "any"))){const err12 = {instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/items/type/" + i3,schemaPath:"#/properties/parameters/additionalProperties/properties/items/properties/type/oneOf/1/items/enum",keyword:"enum",params:{allowedValues: schema6.properties.parameters.additionalProperties.properties.items.properties.type.oneOf[1].items.enum}};if(vErrors === null){vErrors = [err12];}else {vErrors.push(err12);}errors++;}var valid11 = _errs47 === errors;if(!valid11){break;}}if(valid11){let i4 = data17.length;let j1;if(i4 > 1){outer1:for(;i4--;){for(j1 = i4; j1--;){if(func27(data17[i4], data17[j1])){const err13 = {instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/items/type",schemaPath:"#/properties/parameters/additionalProperties/properties/items/properties/type/oneOf/1/uniqueItems",keyword:"uniqueItems",params:{i: i4, j: j1}};if(vErrors === null){vErrors = [err13];}else {vErrors.push(err13);}errors++;break outer1;}}}}}}}}else {const err14 = {instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/items/type",schemaPath:"#/properties/parameters/additionalProperties/properties/items/properties/type/oneOf/1/type",keyword:"type",params:{type: "array"}};if(vErrors === null){vErrors = [err14];}else {vErrors.push(err14);}errors++;}}var _valid1 = _errs45 === errors;if(_valid1 && valid10){valid10 = false;passing1 = [passing1, 1];}else {if(_valid1){valid10 = true;passing1 = 1;}}if(!valid10){const err15 = {instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/items/type",schemaPath:"#/properties/parameters/additionalProperties/properties/items/properties/type/oneOf",keyword:"oneOf",params:{passingSchemas: passing1}};if(vErrors === null){vErrors = [err15];}else {vErrors.push(err15);}errors++;validate44.errors = vErrors;return false;}else {errors = _errs43;if(vErrors !== null){if(_errs43){vErrors.length = _errs43;}else {vErrors = null;}}}var valid9 = _errs42 === errors;}else {var valid9 = true;}if(valid9){if(data16.min !== undefined){const _errs48 = errors;if(!(typeof data16.min == "number")){validate44.errors = [{instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/items/min",schemaPath:"#/properties/parameters/additionalProperties/properties/items/properties/min/type",keyword:"type",params:{type: "number"}}];return false;}var valid9 = _errs48 === errors;}else {var valid9 = true;}if(valid9){if(data16.max !== undefined){const _errs50 = errors;if(!(typeof data16.max == "number")){validate44.errors = [{instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/items/max",schemaPath:"#/properties/parameters/additionalProperties/properties/items/properties/max/type",keyword:"type",params:{type: "number"}}];return false;}var valid9 = _errs50 === errors;}else {var valid9 = true;}if(valid9){if(data16["multiple-of"] !== undefined){let data21 = data16["multiple-of"];const _errs52 = errors;if(errors === _errs52){if(typeof data21 == "number"){if(data21 <= 0 || isNaN(data21)){validate44.errors = [{instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/items/multiple-of",schemaPath:"#/properties/parameters/additionalProperties/properties/items/properties/multiple-of/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0}}];return false;}}else {validate44.errors = [{instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/items/multiple-of",schemaPath:"#/properties/parameters/additionalProperties/properties/items/properties/multiple-of/type",keyword:"type",params:{type: "number"}}];return false;}}var valid9 = _errs52 === errors;}else {var valid9 = true;}if(valid9){if(data16.enum !== undefined){let data22 = data16.enum;const _errs54 = errors;if(errors === _errs54){if(Array.isArray(data22)){if(data22.length > 1000){validate44.errors = [{instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/items/enum",schemaPath:"#/properties/parameters/additionalProperties/properties/items/properties/enum/maxItems",keyword:"maxItems",params:{limit: 1000}}];return false;}else {if(data22.length < 1){validate44.errors = [{instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/items/enum",schemaPath:"#/properties/parameters/additionalProperties/properties/items/properties/enum/minItems",keyword:"minItems",params:{limit: 1}}];return false;}}}else {validate44.errors = [{instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/items/enum",schemaPath:"#/properties/parameters/additionalProperties/properties/items/properties/enum/type",keyword:"type",params:{type: "array"}}];return false;}}var valid9 = _errs54 === errors;}else {var valid9 = true;}if(valid9){if(data16.pattern !== undefined){let data23 = data16.pattern;const _errs56 = errors;if(errors === _errs56){if(typeof data23 === "string"){if(func1(data23) > 500){validate44.errors = [{instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/items/pattern",schemaPath:"#/properties/parameters/additionalProperties/properties/items/properties/pattern/maxLength",keyword:"maxLength",params:{limit: 500}}];return false;}}else {validate44.errors = [{instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/items/pattern",schemaPath:"#/properties/parameters/additionalProperties/properties/items/properties/pattern/type",keyword:"type",params:{type: "string"}}];return false;}}var valid9 = _errs56 === errors;}else {var valid9 = true;}if(valid9){if(data16["min-items"] !== undefined){let data24 = data16["min-items"];const _errs58 = errors;if(!((typeof data24 == "number") && (!(data24 % 1) && !isNaN(data24)))){validate44.errors = [{instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/items/min-items",schemaPath:"#/properties/parameters/additionalProperties/properties/items/properties/min-items/type",keyword:"type",params:{type: "integer"}}];return false;}if(errors === _errs58){if(typeof data24 == "number"){if(data24 < 0 || isNaN(data24)){validate44.errors = [{instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/items/min-items",schemaPath:"#/properties/parameters/additionalProperties/properties/items/properties/min-items/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];return false;}}}var valid9 = _errs58 === errors;}else {var valid9 = true;}if(valid9){if(data16["max-items"] !== undefined){let data25 = data16["max-items"];const _errs60 = errors;if(!((typeof data25 == "number") && (!(data25 % 1) && !isNaN(data25)))){validate44.errors = [{instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/items/max-items",schemaPath:"#/properties/parameters/additionalProperties/properties/items/properties/max-items/type",keyword:"type",params:{type: "integer"}}];return false;}if(errors === _errs60){if(typeof data25 == "number"){if(data25 < 0 || isNaN(data25)){validate44.errors = [{instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/items/max-items",schemaPath:"#/properties/parameters/additionalProperties/properties/items/properties/max-items/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];return false;}}}var valid9 = _errs60 === errors;}else {var valid9 = true;}}}}}}}}}}else {validate44.errors = [{instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/items",schemaPath:"#/properties/parameters/additionalProperties/properties/items/type",keyword:"type",params:{type: "object"}}];return false;}}var valid5 = _errs39 === errors;}else {var valid5 = true;}if(valid5){if(data6.required !== undefined){const _errs62 = errors;if(typeof data6.required !== "boolean"){validate44.errors = [{instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/required",schemaPath:"#/properties/parameters/additionalProperties/properties/required/type",keyword:"type",params:{type: "boolean"}}];return false;}var valid5 = _errs62 === errors;}else {var valid5 = true;}if(valid5){if(data6.kind !== undefined){let data27 = data6.kind;const _errs64 = errors;if(!((data27 === "structural") || (data27 === "tuning"))){validate44.errors = [{instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/kind",schemaPath:"#/properties/parameters/additionalProperties/properties/kind/enum",keyword:"enum",params:{allowedValues: schema6.properties.parameters.additionalProperties.properties.kind.enum}}];return false;}var valid5 = _errs64 === errors;}else {var valid5 = true;}if(valid5){if(data6.owner !== undefined){let data28 = data6.owner;const _errs65 = errors;if(errors === _errs65){if(typeof data28 === "string"){if(func1(data28) > 2000){validate44.errors = [{instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/owner",schemaPath:"#/properties/parameters/additionalProperties/properties/owner/maxLength",keyword:"maxLength",params:{limit: 2000}}];return false;}}else {validate44.errors = [{instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/owner",schemaPath:"#/properties/parameters/additionalProperties/properties/owner/type",keyword:"type",params:{type: "string"}}];return false;}}var valid5 = _errs65 === errors;}else {var valid5 = true;}if(valid5){if(data6.since !== undefined){let data29 = data6.since;const _errs67 = errors;if((typeof data29 !== "string") && (!(typeof data29 == "number"))){validate44.errors = [{instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/since",schemaPath:"#/properties/parameters/additionalProperties/properties/since/type",keyword:"type",params:{type: schema6.properties.parameters.additionalProperties.properties.since.type}}];return false;}var valid5 = _errs67 === errors;}else {var valid5 = true;}if(valid5){if(data6.deprecated !== undefined){let data30 = data6.deprecated;const _errs69 = errors;if((typeof data30 !== "string") && (typeof data30 !== "boolean")){validate44.errors = [{instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/deprecated",schemaPath:"#/properties/parameters/additionalProperties/properties/deprecated/type",keyword:"type",params:{type: schema6.properties.parameters.additionalProperties.properties.deprecated.type}}];return false;}var valid5 = _errs69 === errors;}else {var valid5 = true;}if(valid5){if(data6["replaced-by"] !== undefined){let data31 = data6["replaced-by"];const _errs71 = errors;if(errors === _errs71){if(typeof data31 === "string"){if(func1(data31) > 2000){validate44.errors = [{instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/replaced-by",schemaPath:"#/properties/parameters/additionalProperties/properties/replaced-by/maxLength",keyword:"maxLength",params:{limit: 2000}}];return false;}}else {validate44.errors = [{instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/replaced-by",schemaPath:"#/properties/parameters/additionalProperties/properties/replaced-by/type",keyword:"type",params:{type: "string"}}];return false;}}var valid5 = _errs71 === errors;}else {var valid5 = true;}if(valid5){if(data6.doc !== undefined){let data32 = data6.doc;const _errs73 = errors;if(errors === _errs73){if(typeof data32 === "string"){if(func1(data32) > 2000){validate44.errors = [{instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/doc",schemaPath:"#/properties/parameters/additionalProperties/properties/doc/maxLength",keyword:"maxLength",params:{limit: 2000}}];return false;}}else {validate44.errors = [{instancePath:instancePath+"/parameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/doc",schemaPath:"#/properties/parameters/additionalProperties/properties/doc/type",keyword:"type",params:{type: "string"}}];return false;}}var valid5 = _errs73 === errors;}else {var valid5 = true;}}}}}}}}}}}}}}}}}}}var valid4 = _errs16 === errors;if(!valid4){break;}}}}}else {validate44.errors = [{instancePath:instancePath+"/parameters",schemaPath:"#/properties/parameters/type",keyword:"type",params:{type: "object"}}];return false;}}var valid0 = _errs12 === errors;}else {var valid0 = true;}}}}}}else {validate44.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];return false;}}validate44.errors = vErrors;return errors === 0;}validate44.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};
exports.sb = new Map([['policy', exports.JN], ['registry', exports.u5]]);


/***/ }),

/***/ 1825:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  E: () => (/* binding */ compilePattern)
});

;// CONCATENATED MODULE: ./build/src/kernel/pattern/classes.js
const named = new Map([
    ['d', (character) => /^[0-9]$/.test(character)],
    ['D', (character) => !/^[0-9]$/.test(character)],
    ['w', (character) => /^\w$/.test(character)],
    ['W', (character) => !/^\w$/.test(character)],
    ['s', (character) => /^\s$/.test(character)],
    ['S', (character) => !/^\s$/.test(character)],
]);
const controls = new Map([
    ['n', '\n'],
    ['r', '\r'],
    ['t', '\t'],
    ['f', '\f'],
    ['v', '\v'],
    ['0', '\0'],
]);
/** The escape after the backslash before `at`. */
function classEscape(source, at) {
    const letter = source[at];
    if (letter === undefined)
        return undefined;
    const accepts = named.get(letter);
    if (accepts !== undefined)
        return { accepts, end: at + 1 };
    const hex = /^(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4}))/.exec(source.slice(at, at + 5));
    if (hex !== null) {
        return single(String.fromCharCode(Number.parseInt(hex[1] ?? hex[2] ?? '', 16)), at + hex[0].length);
    }
    const control = controls.get(letter);
    if (control !== undefined)
        return single(control, at + 1);
    return /[A-Za-z0-9]/.test(letter) ? undefined : single(letter, at + 1);
}
/** The class whose first character is at `at`, after the `[`. */
function readClass(source, at) {
    const negated = source[at] === '^';
    const members = [];
    let position = negated ? at + 1 : at;
    while (source[position] !== ']') {
        const member = readMember(source, position);
        if (member === undefined)
            return undefined;
        members.push(member.accepts);
        position = member.end;
    }
    const accepts = (character) => members.some((member) => member(character)) !== negated;
    return { accepts, end: position + 1 };
}
function readMember(source, at) {
    const first = readOne(source, at);
    if (first?.character === undefined || source[first.end] !== '-' || source[first.end + 1] === ']')
        return first;
    const last = readOne(source, first.end + 1);
    if (last?.character === undefined)
        return undefined;
    const [low, high] = [codePoint(first.character), codePoint(last.character)];
    if (low > high)
        return undefined;
    return { accepts: (other) => codePoint(other) >= low && codePoint(other) <= high, end: last.end };
}
function readOne(source, at) {
    if (at >= source.length)
        return undefined;
    if (source[at] === '\\')
        return classEscape(source, at + 1);
    const character = String.fromCodePoint(codePoint(source.slice(at, at + 2)));
    return single(character, at + character.length);
}
function single(character, end) {
    return { accepts: (other) => other === character, end, character };
}
function codePoint(text) {
    return text.codePointAt(0) ?? 0;
}

;// CONCATENATED MODULE: ./build/src/kernel/pattern/parse.js

const maxRepeat = 1000;
const maxDepth = 50;
class Bad extends Error {
}
/** Reads a regular expression: classes, groups, alternatives, quantifiers, ^ and $. */
function parsePattern(source) {
    try {
        const parser = new Parser(source);
        return { ok: true, alternatives: parser.whole() };
    }
    catch (error) {
        if (error instanceof Bad)
            return { ok: false, problem: error.message };
        throw error;
    }
}
class Parser {
    source;
    at = 0;
    depth = 0;
    constructor(source) {
        this.source = source;
    }
    whole() {
        const alternatives = this.alternatives();
        if (this.at < this.source.length)
            throw new Bad('a ) without its (');
        return alternatives;
    }
    alternatives() {
        const all = [this.sequence()];
        while (this.source[this.at] === '|') {
            this.at += 1;
            all.push(this.sequence());
        }
        return all;
    }
    sequence() {
        const pieces = [];
        while (this.at < this.source.length && !'|)'.includes(this.source[this.at] ?? '')) {
            pieces.push(this.quantified(this.atom()));
        }
        return pieces;
    }
    atom() {
        const character = String.fromCodePoint(this.source.codePointAt(this.at) ?? 0);
        this.at += character.length;
        if (character === '(')
            return this.group();
        if (character === '[')
            return this.characterClass();
        if (character === '\\')
            return this.escape();
        if (character === '^')
            return { kind: 'start' };
        if (character === '$')
            return { kind: 'end' };
        if (character === '.')
            return { kind: 'character', accepts: (other) => other !== '\n' && other !== '\r' };
        if ('*+?{'.includes(character))
            throw new Bad(`nothing to repeat before ${character}`);
        return { kind: 'character', accepts: (other) => other === character };
    }
    group() {
        this.depth += 1;
        if (this.depth > maxDepth)
            throw new Bad('groups are nested too deep');
        if (this.source[this.at] === '?') {
            const opening = /^\?(?::|<[A-Za-z]\w*>)/.exec(this.source.slice(this.at))?.[0];
            if (opening === undefined)
                throw new Bad('look-around is not supported');
            this.at += opening.length;
        }
        const alternatives = this.alternatives();
        if (this.source[this.at] !== ')')
            throw new Bad('a ( without its )');
        this.at += 1;
        this.depth -= 1;
        return { kind: 'group', alternatives };
    }
    characterClass() {
        const read = readClass(this.source, this.at);
        if (read === undefined)
            throw new Bad('a [ without its ], or a range in the wrong order');
        this.at = read.end;
        return { kind: 'character', accepts: read.accepts };
    }
    escape() {
        const letter = this.source[this.at] ?? '';
        if (/[1-9bBk]/.test(letter))
            throw new Bad(`\\${letter} is not supported`);
        const read = classEscape(this.source, this.at);
        if (read === undefined)
            throw new Bad('a \\ at the end, or an escape that is not known');
        this.at = read.end;
        return { kind: 'character', accepts: read.accepts };
    }
    quantified(atom) {
        const match = /^(?:([*+?])|\{(\d{1,6})(?:(,)(\d{0,6}))?\})\??/.exec(this.source.slice(this.at, this.at + 20));
        if (match === null)
            return { atom, min: 1, max: 1 };
        this.at += match[0].length;
        const { min, max } = bounds(match);
        if (min > maxRepeat || (max ?? 0) > maxRepeat || (max ?? min) < min)
            throw new Bad('a repeat is too large or reversed');
        return { atom, min, max };
    }
}
function bounds(match) {
    if (match[1] === '*')
        return { min: 0, max: undefined };
    if (match[1] === '+')
        return { min: 1, max: undefined };
    if (match[1] === '?')
        return { min: 0, max: 1 };
    const min = Number(match[2]);
    if (match[3] === undefined)
        return { min, max: min };
    return { min, max: match[4] === '' || match[4] === undefined ? undefined : Number(match[4]) };
}

;// CONCATENATED MODULE: ./build/src/kernel/pattern/compile.js

/** Repeats are copied, so a pattern such as (a{1000}){1000} is refused here. */
const maxStates = 20_000;
/** Regular expressions without back-references and look-around, matched without backtracking: no pattern can hang the gate. */
function compilePattern(source) {
    const parsed = parsePattern(source);
    if (!parsed.ok)
        return parsed;
    const builder = new Builder();
    try {
        const end = builder.add({ kind: 'match' });
        const start = builder.alternatives(parsed.alternatives, end);
        return { ok: true, pattern: { test: (text) => run(builder.states, start, text) } };
    }
    catch (error) {
        if (error instanceof TooLarge)
            return { ok: false, problem: 'its repeats are too large' };
        throw error;
    }
}
class TooLarge extends Error {
}
class Builder {
    states = [];
    add(state) {
        if (this.states.length >= maxStates)
            throw new TooLarge();
        this.states.push(state);
        return this.states.length - 1;
    }
    alternatives(all, next) {
        const starts = all.map((pieces) => this.sequence(pieces, next));
        return starts.length === 1 ? (starts[0] ?? next) : this.add({ kind: 'split', next: starts });
    }
    sequence(pieces, next) {
        return pieces.reduceRight((after, piece) => this.piece(piece, after), next);
    }
    piece({ atom, min, max }, next) {
        let start = max === undefined ? this.loop(atom, next) : next;
        for (let count = min; count < (max ?? min); count += 1) {
            start = this.add({ kind: 'split', next: [this.atom(atom, start), next] });
        }
        for (let count = 0; count < min; count += 1)
            start = this.atom(atom, start);
        return start;
    }
    loop(atom, next) {
        const targets = [];
        const split = this.add({ kind: 'split', next: targets });
        targets.push(this.atom(atom, split), next);
        return split;
    }
    atom(atom, next) {
        if (atom.kind === 'group')
            return this.alternatives(atom.alternatives, next);
        if (atom.kind === 'character')
            return this.add({ kind: 'character', accepts: atom.accepts, next });
        return this.add({ kind: atom.kind, next });
    }
}
function run(states, start, text) {
    const characters = Array.from(text);
    let active = new Set();
    for (const [index, character] of [...characters, undefined].entries()) {
        const atEnd = index === characters.length;
        if (follow(states, start, active, index === 0, atEnd))
            return true;
        if (character === undefined)
            return false;
        const next = new Set();
        for (const id of active) {
            const state = states[id];
            if (state?.kind !== 'character' || !state.accepts(character))
                continue;
            if (follow(states, state.next, next, false, index + 1 === characters.length))
                return true;
        }
        active = next;
    }
    return false;
}
/** Adds all states that are reached without a character; true when the match is among them. */
function follow(states, from, into, atStart, atEnd) {
    const open = [from];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
        const state = states[id];
        if (state === undefined || into.has(id))
            continue;
        into.add(id);
        if (state.kind === 'match')
            return true;
        if (state.kind === 'split')
            open.push(...state.next);
        else if ((state.kind === 'start' && atStart) || (state.kind === 'end' && atEnd))
            open.push(state.next);
    }
    return false;
}


/***/ }),

/***/ 2210:
/***/ ((module, exports, __nccwpck_require__) => {

"use strict";

Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.MissingRefError = exports.ValidationError = exports.CodeGen = exports.Name = exports.nil = exports.stringify = exports.str = exports._ = exports.KeywordCxt = exports.Ajv2020 = void 0;
const core_1 = __nccwpck_require__(3893);
const draft2020_1 = __nccwpck_require__(4298);
const discriminator_1 = __nccwpck_require__(8886);
const json_schema_2020_12_1 = __nccwpck_require__(3995);
const META_SCHEMA_ID = "https://json-schema.org/draft/2020-12/schema";
class Ajv2020 extends core_1.default {
    constructor(opts = {}) {
        super({
            ...opts,
            dynamicRef: true,
            next: true,
            unevaluated: true,
        });
    }
    _addVocabularies() {
        super._addVocabularies();
        draft2020_1.default.forEach((v) => this.addVocabulary(v));
        if (this.opts.discriminator)
            this.addKeyword(discriminator_1.default);
    }
    _addDefaultMetaSchema() {
        super._addDefaultMetaSchema();
        const { $data, meta } = this.opts;
        if (!meta)
            return;
        json_schema_2020_12_1.default.call(this, $data);
        this.refs["http://json-schema.org/schema"] = META_SCHEMA_ID;
    }
    defaultMeta() {
        return (this.opts.defaultMeta =
            super.defaultMeta() || (this.getSchema(META_SCHEMA_ID) ? META_SCHEMA_ID : undefined));
    }
}
exports.Ajv2020 = Ajv2020;
module.exports = exports = Ajv2020;
module.exports.Ajv2020 = Ajv2020;
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports["default"] = Ajv2020;
var validate_1 = __nccwpck_require__(7881);
Object.defineProperty(exports, "KeywordCxt", ({ enumerable: true, get: function () { return validate_1.KeywordCxt; } }));
var codegen_1 = __nccwpck_require__(1436);
Object.defineProperty(exports, "_", ({ enumerable: true, get: function () { return codegen_1._; } }));
Object.defineProperty(exports, "str", ({ enumerable: true, get: function () { return codegen_1.str; } }));
Object.defineProperty(exports, "stringify", ({ enumerable: true, get: function () { return codegen_1.stringify; } }));
Object.defineProperty(exports, "nil", ({ enumerable: true, get: function () { return codegen_1.nil; } }));
Object.defineProperty(exports, "Name", ({ enumerable: true, get: function () { return codegen_1.Name; } }));
Object.defineProperty(exports, "CodeGen", ({ enumerable: true, get: function () { return codegen_1.CodeGen; } }));
var validation_error_1 = __nccwpck_require__(3021);
Object.defineProperty(exports, "ValidationError", ({ enumerable: true, get: function () { return validation_error_1.default; } }));
var ref_error_1 = __nccwpck_require__(3162);
Object.defineProperty(exports, "MissingRefError", ({ enumerable: true, get: function () { return ref_error_1.default; } }));
//# sourceMappingURL=2020.js.map

/***/ }),

/***/ 567:
/***/ ((__unused_webpack_module, exports) => {

"use strict";

Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.regexpCode = exports.getEsmExportName = exports.getProperty = exports.safeStringify = exports.stringify = exports.strConcat = exports.addCodeArg = exports.str = exports._ = exports.nil = exports._Code = exports.Name = exports.IDENTIFIER = exports._CodeOrName = void 0;
// eslint-disable-next-line @typescript-eslint/no-extraneous-class
class _CodeOrName {
}
exports._CodeOrName = _CodeOrName;
exports.IDENTIFIER = /^[a-z$_][a-z$_0-9]*$/i;
class Name extends _CodeOrName {
    constructor(s) {
        super();
        if (!exports.IDENTIFIER.test(s))
            throw new Error("CodeGen: name must be a valid identifier");
        this.str = s;
    }
    toString() {
        return this.str;
    }
    emptyStr() {
        return false;
    }
    get names() {
        return { [this.str]: 1 };
    }
}
exports.Name = Name;
class _Code extends _CodeOrName {
    constructor(code) {
        super();
        this._items = typeof code === "string" ? [code] : code;
    }
    toString() {
        return this.str;
    }
    emptyStr() {
        if (this._items.length > 1)
            return false;
        const item = this._items[0];
        return item === "" || item === '""';
    }
    get str() {
        var _a;
        return ((_a = this._str) !== null && _a !== void 0 ? _a : (this._str = this._items.reduce((s, c) => `${s}${c}`, "")));
    }
    get names() {
        var _a;
        return ((_a = this._names) !== null && _a !== void 0 ? _a : (this._names = this._items.reduce((names, c) => {
            if (c instanceof Name)
                names[c.str] = (names[c.str] || 0) + 1;
            return names;
        }, {})));
    }
}
exports._Code = _Code;
exports.nil = new _Code("");
function _(strs, ...args) {
    const code = [strs[0]];
    let i = 0;
    while (i < args.length) {
        addCodeArg(code, args[i]);
        code.push(strs[++i]);
    }
    return new _Code(code);
}
exports._ = _;
const plus = new _Code("+");
function str(strs, ...args) {
    const expr = [safeStringify(strs[0])];
    let i = 0;
    while (i < args.length) {
        expr.push(plus);
        addCodeArg(expr, args[i]);
        expr.push(plus, safeStringify(strs[++i]));
    }
    optimize(expr);
    return new _Code(expr);
}
exports.str = str;
function addCodeArg(code, arg) {
    if (arg instanceof _Code)
        code.push(...arg._items);
    else if (arg instanceof Name)
        code.push(arg);
    else
        code.push(interpolate(arg));
}
exports.addCodeArg = addCodeArg;
function optimize(expr) {
    let i = 1;
    while (i < expr.length - 1) {
        if (expr[i] === plus) {
            const res = mergeExprItems(expr[i - 1], expr[i + 1]);
            if (res !== undefined) {
                expr.splice(i - 1, 3, res);
                continue;
            }
            expr[i++] = "+";
        }
        i++;
    }
}
function mergeExprItems(a, b) {
    if (b === '""')
        return a;
    if (a === '""')
        return b;
    if (typeof a == "string") {
        if (b instanceof Name || a[a.length - 1] !== '"')
            return;
        if (typeof b != "string")
            return `${a.slice(0, -1)}${b}"`;
        if (b[0] === '"')
            return a.slice(0, -1) + b.slice(1);
        return;
    }
    if (typeof b == "string" && b[0] === '"' && !(a instanceof Name))
        return `"${a}${b.slice(1)}`;
    return;
}
function strConcat(c1, c2) {
    return c2.emptyStr() ? c1 : c1.emptyStr() ? c2 : str `${c1}${c2}`;
}
exports.strConcat = strConcat;
// TODO do not allow arrays here
function interpolate(x) {
    return typeof x == "number" || typeof x == "boolean" || x === null
        ? x
        : safeStringify(Array.isArray(x) ? x.join(",") : x);
}
function stringify(x) {
    return new _Code(safeStringify(x));
}
exports.stringify = stringify;
function safeStringify(x) {
    return JSON.stringify(x)
        .replace(/\u2028/g, "\\u2028")
        .replace(/\u2029/g, "\\u2029");
}
exports.safeStringify = safeStringify;
function getProperty(key) {
    return typeof key == "string" && exports.IDENTIFIER.test(key) ? new _Code(`.${key}`) : _ `[${key}]`;
}
exports.getProperty = getProperty;
//Does best effort to format the name properly
function getEsmExportName(key) {
    if (typeof key == "string" && exports.IDENTIFIER.test(key)) {
        return new _Code(`${key}`);
    }
    throw new Error(`CodeGen: invalid export name: ${key}, use explicit $id name mapping`);
}
exports.getEsmExportName = getEsmExportName;
function regexpCode(rx) {
    return new _Code(rx.toString());
}
exports.regexpCode = regexpCode;
//# sourceMappingURL=code.js.map

/***/ }),

/***/ 1436:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";

Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.or = exports.and = exports.not = exports.CodeGen = exports.operators = exports.varKinds = exports.ValueScopeName = exports.ValueScope = exports.Scope = exports.Name = exports.regexpCode = exports.stringify = exports.getProperty = exports.nil = exports.strConcat = exports.str = exports._ = void 0;
const code_1 = __nccwpck_require__(567);
const scope_1 = __nccwpck_require__(7788);
var code_2 = __nccwpck_require__(567);
Object.defineProperty(exports, "_", ({ enumerable: true, get: function () { return code_2._; } }));
Object.defineProperty(exports, "str", ({ enumerable: true, get: function () { return code_2.str; } }));
Object.defineProperty(exports, "strConcat", ({ enumerable: true, get: function () { return code_2.strConcat; } }));
Object.defineProperty(exports, "nil", ({ enumerable: true, get: function () { return code_2.nil; } }));
Object.defineProperty(exports, "getProperty", ({ enumerable: true, get: function () { return code_2.getProperty; } }));
Object.defineProperty(exports, "stringify", ({ enumerable: true, get: function () { return code_2.stringify; } }));
Object.defineProperty(exports, "regexpCode", ({ enumerable: true, get: function () { return code_2.regexpCode; } }));
Object.defineProperty(exports, "Name", ({ enumerable: true, get: function () { return code_2.Name; } }));
var scope_2 = __nccwpck_require__(7788);
Object.defineProperty(exports, "Scope", ({ enumerable: true, get: function () { return scope_2.Scope; } }));
Object.defineProperty(exports, "ValueScope", ({ enumerable: true, get: function () { return scope_2.ValueScope; } }));
Object.defineProperty(exports, "ValueScopeName", ({ enumerable: true, get: function () { return scope_2.ValueScopeName; } }));
Object.defineProperty(exports, "varKinds", ({ enumerable: true, get: function () { return scope_2.varKinds; } }));
exports.operators = {
    GT: new code_1._Code(">"),
    GTE: new code_1._Code(">="),
    LT: new code_1._Code("<"),
    LTE: new code_1._Code("<="),
    EQ: new code_1._Code("==="),
    NEQ: new code_1._Code("!=="),
    NOT: new code_1._Code("!"),
    OR: new code_1._Code("||"),
    AND: new code_1._Code("&&"),
    ADD: new code_1._Code("+"),
};
class Node {
    optimizeNodes() {
        return this;
    }
    optimizeNames(_names, _constants) {
        return this;
    }
}
class Def extends Node {
    constructor(varKind, name, rhs) {
        super();
        this.varKind = varKind;
        this.name = name;
        this.rhs = rhs;
    }
    render({ es5, _n }) {
        const varKind = es5 ? scope_1.varKinds.var : this.varKind;
        const rhs = this.rhs === undefined ? "" : ` = ${this.rhs}`;
        return `${varKind} ${this.name}${rhs};` + _n;
    }
    optimizeNames(names, constants) {
        if (!names[this.name.str])
            return;
        if (this.rhs)
            this.rhs = optimizeExpr(this.rhs, names, constants);
        return this;
    }
    get names() {
        return this.rhs instanceof code_1._CodeOrName ? this.rhs.names : {};
    }
}
class Assign extends Node {
    constructor(lhs, rhs, sideEffects) {
        super();
        this.lhs = lhs;
        this.rhs = rhs;
        this.sideEffects = sideEffects;
    }
    render({ _n }) {
        return `${this.lhs} = ${this.rhs};` + _n;
    }
    optimizeNames(names, constants) {
        if (this.lhs instanceof code_1.Name && !names[this.lhs.str] && !this.sideEffects)
            return;
        this.rhs = optimizeExpr(this.rhs, names, constants);
        return this;
    }
    get names() {
        const names = this.lhs instanceof code_1.Name ? {} : { ...this.lhs.names };
        return addExprNames(names, this.rhs);
    }
}
class AssignOp extends Assign {
    constructor(lhs, op, rhs, sideEffects) {
        super(lhs, rhs, sideEffects);
        this.op = op;
    }
    render({ _n }) {
        return `${this.lhs} ${this.op}= ${this.rhs};` + _n;
    }
}
class Label extends Node {
    constructor(label) {
        super();
        this.label = label;
        this.names = {};
    }
    render({ _n }) {
        return `${this.label}:` + _n;
    }
}
class Break extends Node {
    constructor(label) {
        super();
        this.label = label;
        this.names = {};
    }
    render({ _n }) {
        const label = this.label ? ` ${this.label}` : "";
        return `break${label};` + _n;
    }
}
class Throw extends Node {
    constructor(error) {
        super();
        this.error = error;
    }
    render({ _n }) {
        return `throw ${this.error};` + _n;
    }
    get names() {
        return this.error.names;
    }
}
class AnyCode extends Node {
    constructor(code) {
        super();
        this.code = code;
    }
    render({ _n }) {
        return `${this.code};` + _n;
    }
    optimizeNodes() {
        return `${this.code}` ? this : undefined;
    }
    optimizeNames(names, constants) {
        this.code = optimizeExpr(this.code, names, constants);
        return this;
    }
    get names() {
        return this.code instanceof code_1._CodeOrName ? this.code.names : {};
    }
}
class ParentNode extends Node {
    constructor(nodes = []) {
        super();
        this.nodes = nodes;
    }
    render(opts) {
        return this.nodes.reduce((code, n) => code + n.render(opts), "");
    }
    optimizeNodes() {
        const { nodes } = this;
        let i = nodes.length;
        while (i--) {
            const n = nodes[i].optimizeNodes();
            if (Array.isArray(n))
                nodes.splice(i, 1, ...n);
            else if (n)
                nodes[i] = n;
            else
                nodes.splice(i, 1);
        }
        return nodes.length > 0 ? this : undefined;
    }
    optimizeNames(names, constants) {
        const { nodes } = this;
        let i = nodes.length;
        while (i--) {
            // iterating backwards improves 1-pass optimization
            const n = nodes[i];
            if (n.optimizeNames(names, constants))
                continue;
            subtractNames(names, n.names);
            nodes.splice(i, 1);
        }
        return nodes.length > 0 ? this : undefined;
    }
    get names() {
        return this.nodes.reduce((names, n) => addNames(names, n.names), {});
    }
}
class BlockNode extends ParentNode {
    render(opts) {
        return "{" + opts._n + super.render(opts) + "}" + opts._n;
    }
}
class Root extends ParentNode {
}
class Else extends BlockNode {
}
Else.kind = "else";
class If extends BlockNode {
    constructor(condition, nodes) {
        super(nodes);
        this.condition = condition;
    }
    render(opts) {
        let code = `if(${this.condition})` + super.render(opts);
        if (this.else)
            code += "else " + this.else.render(opts);
        return code;
    }
    optimizeNodes() {
        super.optimizeNodes();
        const cond = this.condition;
        if (cond === true)
            return this.nodes; // else is ignored here
        let e = this.else;
        if (e) {
            const ns = e.optimizeNodes();
            e = this.else = Array.isArray(ns) ? new Else(ns) : ns;
        }
        if (e) {
            if (cond === false)
                return e instanceof If ? e : e.nodes;
            if (this.nodes.length)
                return this;
            return new If(not(cond), e instanceof If ? [e] : e.nodes);
        }
        if (cond === false || !this.nodes.length)
            return undefined;
        return this;
    }
    optimizeNames(names, constants) {
        var _a;
        this.else = (_a = this.else) === null || _a === void 0 ? void 0 : _a.optimizeNames(names, constants);
        if (!(super.optimizeNames(names, constants) || this.else))
            return;
        this.condition = optimizeExpr(this.condition, names, constants);
        return this;
    }
    get names() {
        const names = super.names;
        addExprNames(names, this.condition);
        if (this.else)
            addNames(names, this.else.names);
        return names;
    }
}
If.kind = "if";
class For extends BlockNode {
}
For.kind = "for";
class ForLoop extends For {
    constructor(iteration) {
        super();
        this.iteration = iteration;
    }
    render(opts) {
        return `for(${this.iteration})` + super.render(opts);
    }
    optimizeNames(names, constants) {
        if (!super.optimizeNames(names, constants))
            return;
        this.iteration = optimizeExpr(this.iteration, names, constants);
        return this;
    }
    get names() {
        return addNames(super.names, this.iteration.names);
    }
}
class ForRange extends For {
    constructor(varKind, name, from, to) {
        super();
        this.varKind = varKind;
        this.name = name;
        this.from = from;
        this.to = to;
    }
    render(opts) {
        const varKind = opts.es5 ? scope_1.varKinds.var : this.varKind;
        const { name, from, to } = this;
        return `for(${varKind} ${name}=${from}; ${name}<${to}; ${name}++)` + super.render(opts);
    }
    get names() {
        const names = addExprNames(super.names, this.from);
        return addExprNames(names, this.to);
    }
}
class ForIter extends For {
    constructor(loop, varKind, name, iterable) {
        super();
        this.loop = loop;
        this.varKind = varKind;
        this.name = name;
        this.iterable = iterable;
    }
    render(opts) {
        return `for(${this.varKind} ${this.name} ${this.loop} ${this.iterable})` + super.render(opts);
    }
    optimizeNames(names, constants) {
        if (!super.optimizeNames(names, constants))
            return;
        this.iterable = optimizeExpr(this.iterable, names, constants);
        return this;
    }
    get names() {
        return addNames(super.names, this.iterable.names);
    }
}
class Func extends BlockNode {
    constructor(name, args, async) {
        super();
        this.name = name;
        this.args = args;
        this.async = async;
    }
    render(opts) {
        const _async = this.async ? "async " : "";
        return `${_async}function ${this.name}(${this.args})` + super.render(opts);
    }
}
Func.kind = "func";
class Return extends ParentNode {
    render(opts) {
        return "return " + super.render(opts);
    }
}
Return.kind = "return";
class Try extends BlockNode {
    render(opts) {
        let code = "try" + super.render(opts);
        if (this.catch)
            code += this.catch.render(opts);
        if (this.finally)
            code += this.finally.render(opts);
        return code;
    }
    optimizeNodes() {
        var _a, _b;
        super.optimizeNodes();
        (_a = this.catch) === null || _a === void 0 ? void 0 : _a.optimizeNodes();
        (_b = this.finally) === null || _b === void 0 ? void 0 : _b.optimizeNodes();
        return this;
    }
    optimizeNames(names, constants) {
        var _a, _b;
        super.optimizeNames(names, constants);
        (_a = this.catch) === null || _a === void 0 ? void 0 : _a.optimizeNames(names, constants);
        (_b = this.finally) === null || _b === void 0 ? void 0 : _b.optimizeNames(names, constants);
        return this;
    }
    get names() {
        const names = super.names;
        if (this.catch)
            addNames(names, this.catch.names);
        if (this.finally)
            addNames(names, this.finally.names);
        return names;
    }
}
class Catch extends BlockNode {
    constructor(error) {
        super();
        this.error = error;
    }
    render(opts) {
        return `catch(${this.error})` + super.render(opts);
    }
}
Catch.kind = "catch";
class Finally extends BlockNode {
    render(opts) {
        return "finally" + super.render(opts);
    }
}
Finally.kind = "finally";
class CodeGen {
    constructor(extScope, opts = {}) {
        this._values = {};
        this._blockStarts = [];
        this._constants = {};
        this.opts = { ...opts, _n: opts.lines ? "\n" : "" };
        this._extScope = extScope;
        this._scope = new scope_1.Scope({ parent: extScope });
        this._nodes = [new Root()];
    }
    toString() {
        return this._root.render(this.opts);
    }
    // returns unique name in the internal scope
    name(prefix) {
        return this._scope.name(prefix);
    }
    // reserves unique name in the external scope
    scopeName(prefix) {
        return this._extScope.name(prefix);
    }
    // reserves unique name in the external scope and assigns value to it
    scopeValue(prefixOrName, value) {
        const name = this._extScope.value(prefixOrName, value);
        const vs = this._values[name.prefix] || (this._values[name.prefix] = new Set());
        vs.add(name);
        return name;
    }
    getScopeValue(prefix, keyOrRef) {
        return this._extScope.getValue(prefix, keyOrRef);
    }
    // return code that assigns values in the external scope to the names that are used internally
    // (same names that were returned by gen.scopeName or gen.scopeValue)
    scopeRefs(scopeName) {
        return this._extScope.scopeRefs(scopeName, this._values);
    }
    scopeCode() {
        return this._extScope.scopeCode(this._values);
    }
    _def(varKind, nameOrPrefix, rhs, constant) {
        const name = this._scope.toName(nameOrPrefix);
        if (rhs !== undefined && constant)
            this._constants[name.str] = rhs;
        this._leafNode(new Def(varKind, name, rhs));
        return name;
    }
    // `const` declaration (`var` in es5 mode)
    const(nameOrPrefix, rhs, _constant) {
        return this._def(scope_1.varKinds.const, nameOrPrefix, rhs, _constant);
    }
    // `let` declaration with optional assignment (`var` in es5 mode)
    let(nameOrPrefix, rhs, _constant) {
        return this._def(scope_1.varKinds.let, nameOrPrefix, rhs, _constant);
    }
    // `var` declaration with optional assignment
    var(nameOrPrefix, rhs, _constant) {
        return this._def(scope_1.varKinds.var, nameOrPrefix, rhs, _constant);
    }
    // assignment code
    assign(lhs, rhs, sideEffects) {
        return this._leafNode(new Assign(lhs, rhs, sideEffects));
    }
    // `+=` code
    add(lhs, rhs) {
        return this._leafNode(new AssignOp(lhs, exports.operators.ADD, rhs));
    }
    // appends passed SafeExpr to code or executes Block
    code(c) {
        if (typeof c == "function")
            c();
        else if (c !== code_1.nil)
            this._leafNode(new AnyCode(c));
        return this;
    }
    // returns code for object literal for the passed argument list of key-value pairs
    object(...keyValues) {
        const code = ["{"];
        for (const [key, value] of keyValues) {
            if (code.length > 1)
                code.push(",");
            code.push(key);
            if (key !== value || this.opts.es5) {
                code.push(":");
                (0, code_1.addCodeArg)(code, value);
            }
        }
        code.push("}");
        return new code_1._Code(code);
    }
    // `if` clause (or statement if `thenBody` and, optionally, `elseBody` are passed)
    if(condition, thenBody, elseBody) {
        this._blockNode(new If(condition));
        if (thenBody && elseBody) {
            this.code(thenBody).else().code(elseBody).endIf();
        }
        else if (thenBody) {
            this.code(thenBody).endIf();
        }
        else if (elseBody) {
            throw new Error('CodeGen: "else" body without "then" body');
        }
        return this;
    }
    // `else if` clause - invalid without `if` or after `else` clauses
    elseIf(condition) {
        return this._elseNode(new If(condition));
    }
    // `else` clause - only valid after `if` or `else if` clauses
    else() {
        return this._elseNode(new Else());
    }
    // end `if` statement (needed if gen.if was used only with condition)
    endIf() {
        return this._endBlockNode(If, Else);
    }
    _for(node, forBody) {
        this._blockNode(node);
        if (forBody)
            this.code(forBody).endFor();
        return this;
    }
    // a generic `for` clause (or statement if `forBody` is passed)
    for(iteration, forBody) {
        return this._for(new ForLoop(iteration), forBody);
    }
    // `for` statement for a range of values
    forRange(nameOrPrefix, from, to, forBody, varKind = this.opts.es5 ? scope_1.varKinds.var : scope_1.varKinds.let) {
        const name = this._scope.toName(nameOrPrefix);
        return this._for(new ForRange(varKind, name, from, to), () => forBody(name));
    }
    // `for-of` statement (in es5 mode replace with a normal for loop)
    forOf(nameOrPrefix, iterable, forBody, varKind = scope_1.varKinds.const) {
        const name = this._scope.toName(nameOrPrefix);
        if (this.opts.es5) {
            const arr = iterable instanceof code_1.Name ? iterable : this.var("_arr", iterable);
            return this.forRange("_i", 0, (0, code_1._) `${arr}.length`, (i) => {
                this.var(name, (0, code_1._) `${arr}[${i}]`);
                forBody(name);
            });
        }
        return this._for(new ForIter("of", varKind, name, iterable), () => forBody(name));
    }
    // `for-in` statement.
    // With option `ownProperties` replaced with a `for-of` loop for object keys
    forIn(nameOrPrefix, obj, forBody, varKind = this.opts.es5 ? scope_1.varKinds.var : scope_1.varKinds.const) {
        if (this.opts.ownProperties) {
            return this.forOf(nameOrPrefix, (0, code_1._) `Object.keys(${obj})`, forBody);
        }
        const name = this._scope.toName(nameOrPrefix);
        return this._for(new ForIter("in", varKind, name, obj), () => forBody(name));
    }
    // end `for` loop
    endFor() {
        return this._endBlockNode(For);
    }
    // `label` statement
    label(label) {
        return this._leafNode(new Label(label));
    }
    // `break` statement
    break(label) {
        return this._leafNode(new Break(label));
    }
    // `return` statement
    return(value) {
        const node = new Return();
        this._blockNode(node);
        this.code(value);
        if (node.nodes.length !== 1)
            throw new Error('CodeGen: "return" should have one node');
        return this._endBlockNode(Return);
    }
    // `try` statement
    try(tryBody, catchCode, finallyCode) {
        if (!catchCode && !finallyCode)
            throw new Error('CodeGen: "try" without "catch" and "finally"');
        const node = new Try();
        this._blockNode(node);
        this.code(tryBody);
        if (catchCode) {
            const error = this.name("e");
            this._currNode = node.catch = new Catch(error);
            catchCode(error);
        }
        if (finallyCode) {
            this._currNode = node.finally = new Finally();
            this.code(finallyCode);
        }
        return this._endBlockNode(Catch, Finally);
    }
    // `throw` statement
    throw(error) {
        return this._leafNode(new Throw(error));
    }
    // start self-balancing block
    block(body, nodeCount) {
        this._blockStarts.push(this._nodes.length);
        if (body)
            this.code(body).endBlock(nodeCount);
        return this;
    }
    // end the current self-balancing block
    endBlock(nodeCount) {
        const len = this._blockStarts.pop();
        if (len === undefined)
            throw new Error("CodeGen: not in self-balancing block");
        const toClose = this._nodes.length - len;
        if (toClose < 0 || (nodeCount !== undefined && toClose !== nodeCount)) {
            throw new Error(`CodeGen: wrong number of nodes: ${toClose} vs ${nodeCount} expected`);
        }
        this._nodes.length = len;
        return this;
    }
    // `function` heading (or definition if funcBody is passed)
    func(name, args = code_1.nil, async, funcBody) {
        this._blockNode(new Func(name, args, async));
        if (funcBody)
            this.code(funcBody).endFunc();
        return this;
    }
    // end function definition
    endFunc() {
        return this._endBlockNode(Func);
    }
    optimize(n = 1) {
        while (n-- > 0) {
            this._root.optimizeNodes();
            this._root.optimizeNames(this._root.names, this._constants);
        }
    }
    _leafNode(node) {
        this._currNode.nodes.push(node);
        return this;
    }
    _blockNode(node) {
        this._currNode.nodes.push(node);
        this._nodes.push(node);
    }
    _endBlockNode(N1, N2) {
        const n = this._currNode;
        if (n instanceof N1 || (N2 && n instanceof N2)) {
            this._nodes.pop();
            return this;
        }
        throw new Error(`CodeGen: not in block "${N2 ? `${N1.kind}/${N2.kind}` : N1.kind}"`);
    }
    _elseNode(node) {
        const n = this._currNode;
        if (!(n instanceof If)) {
            throw new Error('CodeGen: "else" without "if"');
        }
        this._currNode = n.else = node;
        return this;
    }
    get _root() {
        return this._nodes[0];
    }
    get _currNode() {
        const ns = this._nodes;
        return ns[ns.length - 1];
    }
    set _currNode(node) {
        const ns = this._nodes;
        ns[ns.length - 1] = node;
    }
}
exports.CodeGen = CodeGen;
function addNames(names, from) {
    for (const n in from)
        names[n] = (names[n] || 0) + (from[n] || 0);
    return names;
}
function addExprNames(names, from) {
    return from instanceof code_1._CodeOrName ? addNames(names, from.names) : names;
}
function optimizeExpr(expr, names, constants) {
    if (expr instanceof code_1.Name)
        return replaceName(expr);
    if (!canOptimize(expr))
        return expr;
    return new code_1._Code(expr._items.reduce((items, c) => {
        if (c instanceof code_1.Name)
            c = replaceName(c);
        if (c instanceof code_1._Code)
            items.push(...c._items);
        else
            items.push(c);
        return items;
    }, []));
    function replaceName(n) {
        const c = constants[n.str];
        if (c === undefined || names[n.str] !== 1)
            return n;
        delete names[n.str];
        return c;
    }
    function canOptimize(e) {
        return (e instanceof code_1._Code &&
            e._items.some((c) => c instanceof code_1.Name && names[c.str] === 1 && constants[c.str] !== undefined));
    }
}
function subtractNames(names, from) {
    for (const n in from)
        names[n] = (names[n] || 0) - (from[n] || 0);
}
function not(x) {
    return typeof x == "boolean" || typeof x == "number" || x === null ? !x : (0, code_1._) `!${par(x)}`;
}
exports.not = not;
const andCode = mappend(exports.operators.AND);
// boolean AND (&&) expression with the passed arguments
function and(...args) {
    return args.reduce(andCode);
}
exports.and = and;
const orCode = mappend(exports.operators.OR);
// boolean OR (||) expression with the passed arguments
function or(...args) {
    return args.reduce(orCode);
}
exports.or = or;
function mappend(op) {
    return (x, y) => (x === code_1.nil ? y : y === code_1.nil ? x : (0, code_1._) `${par(x)} ${op} ${par(y)}`);
}
function par(x) {
    return x instanceof code_1.Name ? x : (0, code_1._) `(${x})`;
}
//# sourceMappingURL=index.js.map

/***/ }),

/***/ 7788:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";

Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.ValueScope = exports.ValueScopeName = exports.Scope = exports.varKinds = exports.UsedValueState = void 0;
const code_1 = __nccwpck_require__(567);
class ValueError extends Error {
    constructor(name) {
        super(`CodeGen: "code" for ${name} not defined`);
        this.value = name.value;
    }
}
var UsedValueState;
(function (UsedValueState) {
    UsedValueState[UsedValueState["Started"] = 0] = "Started";
    UsedValueState[UsedValueState["Completed"] = 1] = "Completed";
})(UsedValueState || (exports.UsedValueState = UsedValueState = {}));
exports.varKinds = {
    const: new code_1.Name("const"),
    let: new code_1.Name("let"),
    var: new code_1.Name("var"),
};
class Scope {
    constructor({ prefixes, parent } = {}) {
        this._names = {};
        this._prefixes = prefixes;
        this._parent = parent;
    }
    toName(nameOrPrefix) {
        return nameOrPrefix instanceof code_1.Name ? nameOrPrefix : this.name(nameOrPrefix);
    }
    name(prefix) {
        return new code_1.Name(this._newName(prefix));
    }
    _newName(prefix) {
        const ng = this._names[prefix] || this._nameGroup(prefix);
        return `${prefix}${ng.index++}`;
    }
    _nameGroup(prefix) {
        var _a, _b;
        if (((_b = (_a = this._parent) === null || _a === void 0 ? void 0 : _a._prefixes) === null || _b === void 0 ? void 0 : _b.has(prefix)) || (this._prefixes && !this._prefixes.has(prefix))) {
            throw new Error(`CodeGen: prefix "${prefix}" is not allowed in this scope`);
        }
        return (this._names[prefix] = { prefix, index: 0 });
    }
}
exports.Scope = Scope;
class ValueScopeName extends code_1.Name {
    constructor(prefix, nameStr) {
        super(nameStr);
        this.prefix = prefix;
    }
    setValue(value, { property, itemIndex }) {
        this.value = value;
        this.scopePath = (0, code_1._) `.${new code_1.Name(property)}[${itemIndex}]`;
    }
}
exports.ValueScopeName = ValueScopeName;
const line = (0, code_1._) `\n`;
class ValueScope extends Scope {
    constructor(opts) {
        super(opts);
        this._values = {};
        this._scope = opts.scope;
        this.opts = { ...opts, _n: opts.lines ? line : code_1.nil };
    }
    get() {
        return this._scope;
    }
    name(prefix) {
        return new ValueScopeName(prefix, this._newName(prefix));
    }
    value(nameOrPrefix, value) {
        var _a;
        if (value.ref === undefined)
            throw new Error("CodeGen: ref must be passed in value");
        const name = this.toName(nameOrPrefix);
        const { prefix } = name;
        const valueKey = (_a = value.key) !== null && _a !== void 0 ? _a : value.ref;
        let vs = this._values[prefix];
        if (vs) {
            const _name = vs.get(valueKey);
            if (_name)
                return _name;
        }
        else {
            vs = this._values[prefix] = new Map();
        }
        vs.set(valueKey, name);
        const s = this._scope[prefix] || (this._scope[prefix] = []);
        const itemIndex = s.length;
        s[itemIndex] = value.ref;
        name.setValue(value, { property: prefix, itemIndex });
        return name;
    }
    getValue(prefix, keyOrRef) {
        const vs = this._values[prefix];
        if (!vs)
            return;
        return vs.get(keyOrRef);
    }
    scopeRefs(scopeName, values = this._values) {
        return this._reduceValues(values, (name) => {
            if (name.scopePath === undefined)
                throw new Error(`CodeGen: name "${name}" has no value`);
            return (0, code_1._) `${scopeName}${name.scopePath}`;
        });
    }
    scopeCode(values = this._values, usedValues, getCode) {
        return this._reduceValues(values, (name) => {
            if (name.value === undefined)
                throw new Error(`CodeGen: name "${name}" has no value`);
            return name.value.code;
        }, usedValues, getCode);
    }
    _reduceValues(values, valueCode, usedValues = {}, getCode) {
        let code = code_1.nil;
        for (const prefix in values) {
            const vs = values[prefix];
            if (!vs)
                continue;
            const nameSet = (usedValues[prefix] = usedValues[prefix] || new Map());
            vs.forEach((name) => {
                if (nameSet.has(name))
                    return;
                nameSet.set(name, UsedValueState.Started);
                let c = valueCode(name);
                if (c) {
                    const def = this.opts.es5 ? exports.varKinds.var : exports.varKinds.const;
                    code = (0, code_1._) `${code}${def} ${name} = ${c};${this.opts._n}`;
                }
                else if ((c = getCode === null || getCode === void 0 ? void 0 : getCode(name))) {
                    code = (0, code_1._) `${code}${c}${this.opts._n}`;
                }
                else {
                    throw new ValueError(name);
                }
                nameSet.set(name, UsedValueState.Completed);
            });
        }
        return code;
    }
}
exports.ValueScope = ValueScope;
//# sourceMappingURL=scope.js.map

/***/ }),

/***/ 1283:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";

Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.extendErrors = exports.resetErrorsCount = exports.reportExtraError = exports.reportError = exports.keyword$DataError = exports.keywordError = void 0;
const codegen_1 = __nccwpck_require__(1436);
const util_1 = __nccwpck_require__(4464);
const names_1 = __nccwpck_require__(630);
exports.keywordError = {
    message: ({ keyword }) => (0, codegen_1.str) `must pass "${keyword}" keyword validation`,
};
exports.keyword$DataError = {
    message: ({ keyword, schemaType }) => schemaType
        ? (0, codegen_1.str) `"${keyword}" keyword must be ${schemaType} ($data)`
        : (0, codegen_1.str) `"${keyword}" keyword is invalid ($data)`,
};
function reportError(cxt, error = exports.keywordError, errorPaths, overrideAllErrors) {
    const { it } = cxt;
    const { gen, compositeRule, allErrors } = it;
    const errObj = errorObjectCode(cxt, error, errorPaths);
    if (overrideAllErrors !== null && overrideAllErrors !== void 0 ? overrideAllErrors : (compositeRule || allErrors)) {
        addError(gen, errObj);
    }
    else {
        returnErrors(it, (0, codegen_1._) `[${errObj}]`);
    }
}
exports.reportError = reportError;
function reportExtraError(cxt, error = exports.keywordError, errorPaths) {
    const { it } = cxt;
    const { gen, compositeRule, allErrors } = it;
    const errObj = errorObjectCode(cxt, error, errorPaths);
    addError(gen, errObj);
    if (!(compositeRule || allErrors)) {
        returnErrors(it, names_1.default.vErrors);
    }
}
exports.reportExtraError = reportExtraError;
function resetErrorsCount(gen, errsCount) {
    gen.assign(names_1.default.errors, errsCount);
    gen.if((0, codegen_1._) `${names_1.default.vErrors} !== null`, () => gen.if(errsCount, () => gen.assign((0, codegen_1._) `${names_1.default.vErrors}.length`, errsCount), () => gen.assign(names_1.default.vErrors, null)));
}
exports.resetErrorsCount = resetErrorsCount;
function extendErrors({ gen, keyword, schemaValue, data, errsCount, it, }) {
    /* istanbul ignore if */
    if (errsCount === undefined)
        throw new Error("ajv implementation error");
    const err = gen.name("err");
    gen.forRange("i", errsCount, names_1.default.errors, (i) => {
        gen.const(err, (0, codegen_1._) `${names_1.default.vErrors}[${i}]`);
        gen.if((0, codegen_1._) `${err}.instancePath === undefined`, () => gen.assign((0, codegen_1._) `${err}.instancePath`, (0, codegen_1.strConcat)(names_1.default.instancePath, it.errorPath)));
        gen.assign((0, codegen_1._) `${err}.schemaPath`, (0, codegen_1.str) `${it.errSchemaPath}/${keyword}`);
        if (it.opts.verbose) {
            gen.assign((0, codegen_1._) `${err}.schema`, schemaValue);
            gen.assign((0, codegen_1._) `${err}.data`, data);
        }
    });
}
exports.extendErrors = extendErrors;
function addError(gen, errObj) {
    const err = gen.const("err", errObj);
    gen.if((0, codegen_1._) `${names_1.default.vErrors} === null`, () => gen.assign(names_1.default.vErrors, (0, codegen_1._) `[${err}]`), (0, codegen_1._) `${names_1.default.vErrors}.push(${err})`);
    gen.code((0, codegen_1._) `${names_1.default.errors}++`);
}
function returnErrors(it, errs) {
    const { gen, validateName, schemaEnv } = it;
    if (schemaEnv.$async) {
        gen.throw((0, codegen_1._) `new ${it.ValidationError}(${errs})`);
    }
    else {
        gen.assign((0, codegen_1._) `${validateName}.errors`, errs);
        gen.return(false);
    }
}
const E = {
    keyword: new codegen_1.Name("keyword"),
    schemaPath: new codegen_1.Name("schemaPath"), // also used in JTD errors
    params: new codegen_1.Name("params"),
    propertyName: new codegen_1.Name("propertyName"),
    message: new codegen_1.Name("message"),
    schema: new codegen_1.Name("schema"),
    parentSchema: new codegen_1.Name("parentSchema"),
};
function errorObjectCode(cxt, error, errorPaths) {
    const { createErrors } = cxt.it;
    if (createErrors === false)
        return (0, codegen_1._) `{}`;
    return errorObject(cxt, error, errorPaths);
}
function errorObject(cxt, error, errorPaths = {}) {
    const { gen, it } = cxt;
    const keyValues = [
        errorInstancePath(it, errorPaths),
        errorSchemaPath(cxt, errorPaths),
    ];
    extraErrorProps(cxt, error, keyValues);
    return gen.object(...keyValues);
}
function errorInstancePath({ errorPath }, { instancePath }) {
    const instPath = instancePath
        ? (0, codegen_1.str) `${errorPath}${(0, util_1.getErrorPath)(instancePath, util_1.Type.Str)}`
        : errorPath;
    return [names_1.default.instancePath, (0, codegen_1.strConcat)(names_1.default.instancePath, instPath)];
}
function errorSchemaPath({ keyword, it: { errSchemaPath } }, { schemaPath, parentSchema }) {
    let schPath = parentSchema ? errSchemaPath : (0, codegen_1.str) `${errSchemaPath}/${keyword}`;
    if (schemaPath) {
        schPath = (0, codegen_1.str) `${schPath}${(0, util_1.getErrorPath)(schemaPath, util_1.Type.Str)}`;
    }
    return [E.schemaPath, schPath];
}
function extraErrorProps(cxt, { params, message }, keyValues) {
    const { keyword, data, schemaValue, it } = cxt;
    const { opts, propertyName, topSchemaRef, schemaPath } = it;
    keyValues.push([E.keyword, keyword], [E.params, typeof params == "function" ? params(cxt) : params || (0, codegen_1._) `{}`]);
    if (opts.messages) {
        keyValues.push([E.message, typeof message == "function" ? message(cxt) : message]);
    }
    if (opts.verbose) {
        keyValues.push([E.schema, schemaValue], [E.parentSchema, (0, codegen_1._) `${topSchemaRef}${schemaPath}`], [names_1.default.data, data]);
    }
    if (propertyName)
        keyValues.push([E.propertyName, propertyName]);
}
//# sourceMappingURL=errors.js.map

/***/ }),

/***/ 2718:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";

Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.resolveSchema = exports.getCompilingSchema = exports.resolveRef = exports.compileSchema = exports.SchemaEnv = void 0;
const codegen_1 = __nccwpck_require__(1436);
const validation_error_1 = __nccwpck_require__(3021);
const names_1 = __nccwpck_require__(630);
const resolve_1 = __nccwpck_require__(4090);
const util_1 = __nccwpck_require__(4464);
const validate_1 = __nccwpck_require__(7881);
class SchemaEnv {
    constructor(env) {
        var _a;
        this.refs = {};
        this.dynamicAnchors = {};
        let schema;
        if (typeof env.schema == "object")
            schema = env.schema;
        this.schema = env.schema;
        this.schemaId = env.schemaId;
        this.root = env.root || this;
        this.baseId = (_a = env.baseId) !== null && _a !== void 0 ? _a : (0, resolve_1.normalizeId)(schema === null || schema === void 0 ? void 0 : schema[env.schemaId || "$id"]);
        this.schemaPath = env.schemaPath;
        this.localRefs = env.localRefs;
        this.meta = env.meta;
        this.$async = schema === null || schema === void 0 ? void 0 : schema.$async;
        this.refs = {};
    }
}
exports.SchemaEnv = SchemaEnv;
// let codeSize = 0
// let nodeCount = 0
// Compiles schema in SchemaEnv
function compileSchema(sch) {
    // TODO refactor - remove compilations
    const _sch = getCompilingSchema.call(this, sch);
    if (_sch)
        return _sch;
    const rootId = (0, resolve_1.getFullPath)(this.opts.uriResolver, sch.root.baseId); // TODO if getFullPath removed 1 tests fails
    const { es5, lines } = this.opts.code;
    const { ownProperties } = this.opts;
    const gen = new codegen_1.CodeGen(this.scope, { es5, lines, ownProperties });
    let _ValidationError;
    if (sch.$async) {
        _ValidationError = gen.scopeValue("Error", {
            ref: validation_error_1.default,
            code: (0, codegen_1._) `require("ajv/dist/runtime/validation_error").default`,
        });
    }
    const validateName = gen.scopeName("validate");
    sch.validateName = validateName;
    const schemaCxt = {
        gen,
        allErrors: this.opts.allErrors,
        data: names_1.default.data,
        parentData: names_1.default.parentData,
        parentDataProperty: names_1.default.parentDataProperty,
        dataNames: [names_1.default.data],
        dataPathArr: [codegen_1.nil], // TODO can its length be used as dataLevel if nil is removed?
        dataLevel: 0,
        dataTypes: [],
        definedProperties: new Set(),
        topSchemaRef: gen.scopeValue("schema", this.opts.code.source === true
            ? { ref: sch.schema, code: (0, codegen_1.stringify)(sch.schema) }
            : { ref: sch.schema }),
        validateName,
        ValidationError: _ValidationError,
        schema: sch.schema,
        schemaEnv: sch,
        rootId,
        baseId: sch.baseId || rootId,
        schemaPath: codegen_1.nil,
        errSchemaPath: sch.schemaPath || (this.opts.jtd ? "" : "#"),
        errorPath: (0, codegen_1._) `""`,
        opts: this.opts,
        self: this,
    };
    let sourceCode;
    try {
        this._compilations.add(sch);
        (0, validate_1.validateFunctionCode)(schemaCxt);
        gen.optimize(this.opts.code.optimize);
        // gen.optimize(1)
        const validateCode = gen.toString();
        sourceCode = `${gen.scopeRefs(names_1.default.scope)}return ${validateCode}`;
        // console.log((codeSize += sourceCode.length), (nodeCount += gen.nodeCount))
        if (this.opts.code.process)
            sourceCode = this.opts.code.process(sourceCode, sch);
        // console.log("\n\n\n *** \n", sourceCode)
        const makeValidate = new Function(`${names_1.default.self}`, `${names_1.default.scope}`, sourceCode);
        const validate = makeValidate(this, this.scope.get());
        this.scope.value(validateName, { ref: validate });
        validate.errors = null;
        validate.schema = sch.schema;
        validate.schemaEnv = sch;
        if (sch.$async)
            validate.$async = true;
        if (this.opts.code.source === true) {
            validate.source = { validateName, validateCode, scopeValues: gen._values };
        }
        if (this.opts.unevaluated) {
            const { props, items } = schemaCxt;
            validate.evaluated = {
                props: props instanceof codegen_1.Name ? undefined : props,
                items: items instanceof codegen_1.Name ? undefined : items,
                dynamicProps: props instanceof codegen_1.Name,
                dynamicItems: items instanceof codegen_1.Name,
            };
            if (validate.source)
                validate.source.evaluated = (0, codegen_1.stringify)(validate.evaluated);
        }
        sch.validate = validate;
        return sch;
    }
    catch (e) {
        delete sch.validate;
        delete sch.validateName;
        if (sourceCode)
            this.logger.error("Error compiling schema, function code:", sourceCode);
        // console.log("\n\n\n *** \n", sourceCode, this.opts)
        throw e;
    }
    finally {
        this._compilations.delete(sch);
    }
}
exports.compileSchema = compileSchema;
function resolveRef(root, baseId, ref) {
    var _a;
    ref = (0, resolve_1.resolveUrl)(this.opts.uriResolver, baseId, ref);
    const schOrFunc = root.refs[ref];
    if (schOrFunc)
        return schOrFunc;
    let _sch = resolve.call(this, root, ref);
    if (_sch === undefined) {
        const schema = (_a = root.localRefs) === null || _a === void 0 ? void 0 : _a[ref]; // TODO maybe localRefs should hold SchemaEnv
        const { schemaId } = this.opts;
        if (schema)
            _sch = new SchemaEnv({ schema, schemaId, root, baseId });
    }
    if (_sch === undefined)
        return;
    return (root.refs[ref] = inlineOrCompile.call(this, _sch));
}
exports.resolveRef = resolveRef;
function inlineOrCompile(sch) {
    if ((0, resolve_1.inlineRef)(sch.schema, this.opts.inlineRefs))
        return sch.schema;
    return sch.validate ? sch : compileSchema.call(this, sch);
}
// Index of schema compilation in the currently compiled list
function getCompilingSchema(schEnv) {
    for (const sch of this._compilations) {
        if (sameSchemaEnv(sch, schEnv))
            return sch;
    }
}
exports.getCompilingSchema = getCompilingSchema;
function sameSchemaEnv(s1, s2) {
    return s1.schema === s2.schema && s1.root === s2.root && s1.baseId === s2.baseId;
}
// resolve and compile the references ($ref)
// TODO returns AnySchemaObject (if the schema can be inlined) or validation function
function resolve(root, // information about the root schema for the current schema
ref // reference to resolve
) {
    let sch;
    while (typeof (sch = this.refs[ref]) == "string")
        ref = sch;
    return sch || this.schemas[ref] || resolveSchema.call(this, root, ref);
}
// Resolve schema, its root and baseId
function resolveSchema(root, // root object with properties schema, refs TODO below SchemaEnv is assigned to it
ref // reference to resolve
) {
    const p = this.opts.uriResolver.parse(ref);
    const refPath = (0, resolve_1._getFullPath)(this.opts.uriResolver, p);
    let baseId = (0, resolve_1.getFullPath)(this.opts.uriResolver, root.baseId, undefined);
    // TODO `Object.keys(root.schema).length > 0` should not be needed - but removing breaks 2 tests
    if (Object.keys(root.schema).length > 0 && refPath === baseId) {
        return getJsonPointer.call(this, p, root);
    }
    const id = (0, resolve_1.normalizeId)(refPath);
    const schOrRef = this.refs[id] || this.schemas[id];
    if (typeof schOrRef == "string") {
        const sch = resolveSchema.call(this, root, schOrRef);
        if (typeof (sch === null || sch === void 0 ? void 0 : sch.schema) !== "object")
            return;
        return getJsonPointer.call(this, p, sch);
    }
    if (typeof (schOrRef === null || schOrRef === void 0 ? void 0 : schOrRef.schema) !== "object")
        return;
    if (!schOrRef.validate)
        compileSchema.call(this, schOrRef);
    if (id === (0, resolve_1.normalizeId)(ref)) {
        const { schema } = schOrRef;
        const { schemaId } = this.opts;
        const schId = schema[schemaId];
        if (schId)
            baseId = (0, resolve_1.resolveUrl)(this.opts.uriResolver, baseId, schId);
        return new SchemaEnv({ schema, schemaId, root, baseId });
    }
    return getJsonPointer.call(this, p, schOrRef);
}
exports.resolveSchema = resolveSchema;
const PREVENT_SCOPE_CHANGE = new Set([
    "properties",
    "patternProperties",
    "enum",
    "dependencies",
    "definitions",
]);
function getJsonPointer(parsedRef, { baseId, schema, root }) {
    var _a;
    if (((_a = parsedRef.fragment) === null || _a === void 0 ? void 0 : _a[0]) !== "/")
        return;
    for (const part of parsedRef.fragment.slice(1).split("/")) {
        if (typeof schema === "boolean")
            return;
        const partSchema = schema[(0, util_1.unescapeFragment)(part)];
        if (partSchema === undefined)
            return;
        schema = partSchema;
        // TODO PREVENT_SCOPE_CHANGE could be defined in keyword def?
        const schId = typeof schema === "object" && schema[this.opts.schemaId];
        if (!PREVENT_SCOPE_CHANGE.has(part) && schId) {
            baseId = (0, resolve_1.resolveUrl)(this.opts.uriResolver, baseId, schId);
        }
    }
    let env;
    if (typeof schema != "boolean" && schema.$ref && !(0, util_1.schemaHasRulesButRef)(schema, this.RULES)) {
        const $ref = (0, resolve_1.resolveUrl)(this.opts.uriResolver, baseId, schema.$ref);
        env = resolveSchema.call(this, root, $ref);
    }
    // even though resolution failed we need to return SchemaEnv to throw exception
    // so that compileAsync loads missing schema.
    const { schemaId } = this.opts;
    env = env || new SchemaEnv({ schema, schemaId, root, baseId });
    if (env.schema !== env.root.schema)
        return env;
    return undefined;
}
//# sourceMappingURL=index.js.map

/***/ }),

/***/ 630:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";

Object.defineProperty(exports, "__esModule", ({ value: true }));
const codegen_1 = __nccwpck_require__(1436);
const names = {
    // validation function arguments
    data: new codegen_1.Name("data"), // data passed to validation function
    // args passed from referencing schema
    valCxt: new codegen_1.Name("valCxt"), // validation/data context - should not be used directly, it is destructured to the names below
    instancePath: new codegen_1.Name("instancePath"),
    parentData: new codegen_1.Name("parentData"),
    parentDataProperty: new codegen_1.Name("parentDataProperty"),
    rootData: new codegen_1.Name("rootData"), // root data - same as the data passed to the first/top validation function
    dynamicAnchors: new codegen_1.Name("dynamicAnchors"), // used to support recursiveRef and dynamicRef
    // function scoped variables
    vErrors: new codegen_1.Name("vErrors"), // null or array of validation errors
    errors: new codegen_1.Name("errors"), // counter of validation errors
    this: new codegen_1.Name("this"),
    // "globals"
    self: new codegen_1.Name("self"),
    scope: new codegen_1.Name("scope"),
    // JTD serialize/parse name for JSON string and position
    json: new codegen_1.Name("json"),
    jsonPos: new codegen_1.Name("jsonPos"),
    jsonLen: new codegen_1.Name("jsonLen"),
    jsonPart: new codegen_1.Name("jsonPart"),
};
exports["default"] = names;
//# sourceMappingURL=names.js.map

/***/ }),

/***/ 3162:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";

Object.defineProperty(exports, "__esModule", ({ value: true }));
const resolve_1 = __nccwpck_require__(4090);
class MissingRefError extends Error {
    constructor(resolver, baseId, ref, msg) {
        super(msg || `can't resolve reference ${ref} from id ${baseId}`);
        this.missingRef = (0, resolve_1.resolveUrl)(resolver, baseId, ref);
        this.missingSchema = (0, resolve_1.normalizeId)((0, resolve_1.getFullPath)(resolver, this.missingRef));
    }
}
exports["default"] = MissingRefError;
//# sourceMappingURL=ref_error.js.map

/***/ }),

/***/ 4090:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";

Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.getSchemaRefs = exports.resolveUrl = exports.normalizeId = exports._getFullPath = exports.getFullPath = exports.inlineRef = void 0;
const util_1 = __nccwpck_require__(4464);
const equal = __nccwpck_require__(3430);
const traverse = __nccwpck_require__(1167);
// TODO refactor to use keyword definitions
const SIMPLE_INLINED = new Set([
    "type",
    "format",
    "pattern",
    "maxLength",
    "minLength",
    "maxProperties",
    "minProperties",
    "maxItems",
    "minItems",
    "maximum",
    "minimum",
    "uniqueItems",
    "multipleOf",
    "required",
    "enum",
    "const",
]);
function inlineRef(schema, limit = true) {
    if (typeof schema == "boolean")
        return true;
    if (limit === true)
        return !hasRef(schema);
    if (!limit)
        return false;
    return countKeys(schema) <= limit;
}
exports.inlineRef = inlineRef;
const REF_KEYWORDS = new Set([
    "$ref",
    "$recursiveRef",
    "$recursiveAnchor",
    "$dynamicRef",
    "$dynamicAnchor",
]);
function hasRef(schema) {
    for (const key in schema) {
        if (REF_KEYWORDS.has(key))
            return true;
        const sch = schema[key];
        if (Array.isArray(sch) && sch.some(hasRef))
            return true;
        if (typeof sch == "object" && hasRef(sch))
            return true;
    }
    return false;
}
function countKeys(schema) {
    let count = 0;
    for (const key in schema) {
        if (key === "$ref")
            return Infinity;
        count++;
        if (SIMPLE_INLINED.has(key))
            continue;
        if (typeof schema[key] == "object") {
            (0, util_1.eachItem)(schema[key], (sch) => (count += countKeys(sch)));
        }
        if (count === Infinity)
            return Infinity;
    }
    return count;
}
function getFullPath(resolver, id = "", normalize) {
    if (normalize !== false)
        id = normalizeId(id);
    const p = resolver.parse(id);
    return _getFullPath(resolver, p);
}
exports.getFullPath = getFullPath;
function _getFullPath(resolver, p) {
    const serialized = resolver.serialize(p);
    return serialized.split("#")[0] + "#";
}
exports._getFullPath = _getFullPath;
const TRAILING_SLASH_HASH = /#\/?$/;
function normalizeId(id) {
    return id ? id.replace(TRAILING_SLASH_HASH, "") : "";
}
exports.normalizeId = normalizeId;
function resolveUrl(resolver, baseId, id) {
    id = normalizeId(id);
    return resolver.resolve(baseId, id);
}
exports.resolveUrl = resolveUrl;
const ANCHOR = /^[a-z_][-a-z0-9._]*$/i;
function getSchemaRefs(schema, baseId) {
    if (typeof schema == "boolean")
        return {};
    const { schemaId, uriResolver } = this.opts;
    const schId = normalizeId(schema[schemaId] || baseId);
    const baseIds = { "": schId };
    const pathPrefix = getFullPath(uriResolver, schId, false);
    const localRefs = {};
    const schemaRefs = new Set();
    traverse(schema, { allKeys: true }, (sch, jsonPtr, _, parentJsonPtr) => {
        if (parentJsonPtr === undefined)
            return;
        const fullPath = pathPrefix + jsonPtr;
        let innerBaseId = baseIds[parentJsonPtr];
        if (typeof sch[schemaId] == "string")
            innerBaseId = addRef.call(this, sch[schemaId]);
        addAnchor.call(this, sch.$anchor);
        addAnchor.call(this, sch.$dynamicAnchor);
        baseIds[jsonPtr] = innerBaseId;
        function addRef(ref) {
            // eslint-disable-next-line @typescript-eslint/unbound-method
            const _resolve = this.opts.uriResolver.resolve;
            ref = normalizeId(innerBaseId ? _resolve(innerBaseId, ref) : ref);
            if (schemaRefs.has(ref))
                throw ambiguos(ref);
            schemaRefs.add(ref);
            let schOrRef = this.refs[ref];
            if (typeof schOrRef == "string")
                schOrRef = this.refs[schOrRef];
            if (typeof schOrRef == "object") {
                checkAmbiguosRef(sch, schOrRef.schema, ref);
            }
            else if (ref !== normalizeId(fullPath)) {
                if (ref[0] === "#") {
                    checkAmbiguosRef(sch, localRefs[ref], ref);
                    localRefs[ref] = sch;
                }
                else {
                    this.refs[ref] = fullPath;
                }
            }
            return ref;
        }
        function addAnchor(anchor) {
            if (typeof anchor == "string") {
                if (!ANCHOR.test(anchor))
                    throw new Error(`invalid anchor "${anchor}"`);
                addRef.call(this, `#${anchor}`);
            }
        }
    });
    return localRefs;
    function checkAmbiguosRef(sch1, sch2, ref) {
        if (sch2 !== undefined && !equal(sch1, sch2))
            throw ambiguos(ref);
    }
    function ambiguos(ref) {
        return new Error(`reference "${ref}" resolves to more than one schema`);
    }
}
exports.getSchemaRefs = getSchemaRefs;
//# sourceMappingURL=resolve.js.map

/***/ }),

/***/ 7353:
/***/ ((__unused_webpack_module, exports) => {

"use strict";

Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.getRules = exports.isJSONType = void 0;
const _jsonTypes = ["string", "number", "integer", "boolean", "null", "object", "array"];
const jsonTypes = new Set(_jsonTypes);
function isJSONType(x) {
    return typeof x == "string" && jsonTypes.has(x);
}
exports.isJSONType = isJSONType;
function getRules() {
    const groups = {
        number: { type: "number", rules: [] },
        string: { type: "string", rules: [] },
        array: { type: "array", rules: [] },
        object: { type: "object", rules: [] },
    };
    return {
        types: { ...groups, integer: true, boolean: true, null: true },
        rules: [{ rules: [] }, groups.number, groups.string, groups.array, groups.object],
        post: { rules: [] },
        all: {},
        keywords: {},
    };
}
exports.getRules = getRules;
//# sourceMappingURL=rules.js.map

/***/ }),

/***/ 4464:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";

Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.checkStrictMode = exports.getErrorPath = exports.Type = exports.useFunc = exports.setEvaluated = exports.evaluatedPropsToName = exports.mergeEvaluated = exports.eachItem = exports.unescapeJsonPointer = exports.escapeJsonPointer = exports.escapeFragment = exports.unescapeFragment = exports.schemaRefOrVal = exports.schemaHasRulesButRef = exports.schemaHasRules = exports.checkUnknownRules = exports.alwaysValidSchema = exports.toHash = void 0;
const codegen_1 = __nccwpck_require__(1436);
const code_1 = __nccwpck_require__(567);
// TODO refactor to use Set
function toHash(arr) {
    const hash = {};
    for (const item of arr)
        hash[item] = true;
    return hash;
}
exports.toHash = toHash;
function alwaysValidSchema(it, schema) {
    if (typeof schema == "boolean")
        return schema;
    if (Object.keys(schema).length === 0)
        return true;
    checkUnknownRules(it, schema);
    return !schemaHasRules(schema, it.self.RULES.all);
}
exports.alwaysValidSchema = alwaysValidSchema;
function checkUnknownRules(it, schema = it.schema) {
    const { opts, self } = it;
    if (!opts.strictSchema)
        return;
    if (typeof schema === "boolean")
        return;
    const rules = self.RULES.keywords;
    for (const key in schema) {
        if (!rules[key])
            checkStrictMode(it, `unknown keyword: "${key}"`);
    }
}
exports.checkUnknownRules = checkUnknownRules;
function schemaHasRules(schema, rules) {
    if (typeof schema == "boolean")
        return !schema;
    for (const key in schema)
        if (rules[key])
            return true;
    return false;
}
exports.schemaHasRules = schemaHasRules;
function schemaHasRulesButRef(schema, RULES) {
    if (typeof schema == "boolean")
        return !schema;
    for (const key in schema)
        if (key !== "$ref" && RULES.all[key])
            return true;
    return false;
}
exports.schemaHasRulesButRef = schemaHasRulesButRef;
function schemaRefOrVal({ topSchemaRef, schemaPath }, schema, keyword, $data) {
    if (!$data) {
        if (typeof schema == "number" || typeof schema == "boolean")
            return schema;
        if (typeof schema == "string")
            return (0, codegen_1._) `${schema}`;
    }
    return (0, codegen_1._) `${topSchemaRef}${schemaPath}${(0, codegen_1.getProperty)(keyword)}`;
}
exports.schemaRefOrVal = schemaRefOrVal;
function unescapeFragment(str) {
    return unescapeJsonPointer(decodeURIComponent(str));
}
exports.unescapeFragment = unescapeFragment;
function escapeFragment(str) {
    return encodeURIComponent(escapeJsonPointer(str));
}
exports.escapeFragment = escapeFragment;
function escapeJsonPointer(str) {
    if (typeof str == "number")
        return `${str}`;
    return str.replace(/~/g, "~0").replace(/\//g, "~1");
}
exports.escapeJsonPointer = escapeJsonPointer;
function unescapeJsonPointer(str) {
    return str.replace(/~1/g, "/").replace(/~0/g, "~");
}
exports.unescapeJsonPointer = unescapeJsonPointer;
function eachItem(xs, f) {
    if (Array.isArray(xs)) {
        for (const x of xs)
            f(x);
    }
    else {
        f(xs);
    }
}
exports.eachItem = eachItem;
function makeMergeEvaluated({ mergeNames, mergeToName, mergeValues, resultToName, }) {
    return (gen, from, to, toName) => {
        const res = to === undefined
            ? from
            : to instanceof codegen_1.Name
                ? (from instanceof codegen_1.Name ? mergeNames(gen, from, to) : mergeToName(gen, from, to), to)
                : from instanceof codegen_1.Name
                    ? (mergeToName(gen, to, from), from)
                    : mergeValues(from, to);
        return toName === codegen_1.Name && !(res instanceof codegen_1.Name) ? resultToName(gen, res) : res;
    };
}
exports.mergeEvaluated = {
    props: makeMergeEvaluated({
        mergeNames: (gen, from, to) => gen.if((0, codegen_1._) `${to} !== true && ${from} !== undefined`, () => {
            gen.if((0, codegen_1._) `${from} === true`, () => gen.assign(to, true), () => gen.assign(to, (0, codegen_1._) `${to} || {}`).code((0, codegen_1._) `Object.assign(${to}, ${from})`));
        }),
        mergeToName: (gen, from, to) => gen.if((0, codegen_1._) `${to} !== true`, () => {
            if (from === true) {
                gen.assign(to, true);
            }
            else {
                gen.assign(to, (0, codegen_1._) `${to} || {}`);
                setEvaluated(gen, to, from);
            }
        }),
        mergeValues: (from, to) => (from === true ? true : { ...from, ...to }),
        resultToName: evaluatedPropsToName,
    }),
    items: makeMergeEvaluated({
        mergeNames: (gen, from, to) => gen.if((0, codegen_1._) `${to} !== true && ${from} !== undefined`, () => gen.assign(to, (0, codegen_1._) `${from} === true ? true : ${to} > ${from} ? ${to} : ${from}`)),
        mergeToName: (gen, from, to) => gen.if((0, codegen_1._) `${to} !== true`, () => gen.assign(to, from === true ? true : (0, codegen_1._) `${to} > ${from} ? ${to} : ${from}`)),
        mergeValues: (from, to) => (from === true ? true : Math.max(from, to)),
        resultToName: (gen, items) => gen.var("items", items),
    }),
};
function evaluatedPropsToName(gen, ps) {
    if (ps === true)
        return gen.var("props", true);
    const props = gen.var("props", (0, codegen_1._) `{}`);
    if (ps !== undefined)
        setEvaluated(gen, props, ps);
    return props;
}
exports.evaluatedPropsToName = evaluatedPropsToName;
function setEvaluated(gen, props, ps) {
    Object.keys(ps).forEach((p) => gen.assign((0, codegen_1._) `${props}${(0, codegen_1.getProperty)(p)}`, true));
}
exports.setEvaluated = setEvaluated;
const snippets = {};
function useFunc(gen, f) {
    return gen.scopeValue("func", {
        ref: f,
        code: snippets[f.code] || (snippets[f.code] = new code_1._Code(f.code)),
    });
}
exports.useFunc = useFunc;
var Type;
(function (Type) {
    Type[Type["Num"] = 0] = "Num";
    Type[Type["Str"] = 1] = "Str";
})(Type || (exports.Type = Type = {}));
function getErrorPath(dataProp, dataPropType, jsPropertySyntax) {
    // let path
    if (dataProp instanceof codegen_1.Name) {
        const isNumber = dataPropType === Type.Num;
        return jsPropertySyntax
            ? isNumber
                ? (0, codegen_1._) `"[" + ${dataProp} + "]"`
                : (0, codegen_1._) `"['" + ${dataProp} + "']"`
            : isNumber
                ? (0, codegen_1._) `"/" + ${dataProp}`
                : (0, codegen_1._) `"/" + ${dataProp}.replace(/~/g, "~0").replace(/\\//g, "~1")`; // TODO maybe use global escapePointer
    }
    return jsPropertySyntax ? (0, codegen_1.getProperty)(dataProp).toString() : "/" + escapeJsonPointer(dataProp);
}
exports.getErrorPath = getErrorPath;
function checkStrictMode(it, msg, mode = it.opts.strictSchema) {
    if (!mode)
        return;
    msg = `strict mode: ${msg}`;
    if (mode === true)
        throw new Error(msg);
    it.self.logger.warn(msg);
}
exports.checkStrictMode = checkStrictMode;
//# sourceMappingURL=util.js.map

/***/ }),

/***/ 7692:
/***/ ((__unused_webpack_module, exports) => {

"use strict";

Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.shouldUseRule = exports.shouldUseGroup = exports.schemaHasRulesForType = void 0;
function schemaHasRulesForType({ schema, self }, type) {
    const group = self.RULES.types[type];
    return group && group !== true && shouldUseGroup(schema, group);
}
exports.schemaHasRulesForType = schemaHasRulesForType;
function shouldUseGroup(schema, group) {
    return group.rules.some((rule) => shouldUseRule(schema, rule));
}
exports.shouldUseGroup = shouldUseGroup;
function shouldUseRule(schema, rule) {
    var _a;
    return (schema[rule.keyword] !== undefined ||
        ((_a = rule.definition.implements) === null || _a === void 0 ? void 0 : _a.some((kwd) => schema[kwd] !== undefined)));
}
exports.shouldUseRule = shouldUseRule;
//# sourceMappingURL=applicability.js.map

/***/ }),

/***/ 5346:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";

Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.boolOrEmptySchema = exports.topBoolOrEmptySchema = void 0;
const errors_1 = __nccwpck_require__(1283);
const codegen_1 = __nccwpck_require__(1436);
const names_1 = __nccwpck_require__(630);
const boolError = {
    message: "boolean schema is false",
};
function topBoolOrEmptySchema(it) {
    const { gen, schema, validateName } = it;
    if (schema === false) {
        falseSchemaError(it, false);
    }
    else if (typeof schema == "object" && schema.$async === true) {
        gen.return(names_1.default.data);
    }
    else {
        gen.assign((0, codegen_1._) `${validateName}.errors`, null);
        gen.return(true);
    }
}
exports.topBoolOrEmptySchema = topBoolOrEmptySchema;
function boolOrEmptySchema(it, valid) {
    const { gen, schema } = it;
    if (schema === false) {
        gen.var(valid, false); // TODO var
        falseSchemaError(it);
    }
    else {
        gen.var(valid, true); // TODO var
    }
}
exports.boolOrEmptySchema = boolOrEmptySchema;
function falseSchemaError(it, overrideAllErrors) {
    const { gen, data } = it;
    // TODO maybe some other interface should be used for non-keyword validation errors...
    const cxt = {
        gen,
        keyword: "false schema",
        data,
        schema: false,
        schemaCode: false,
        schemaValue: false,
        params: {},
        it,
    };
    (0, errors_1.reportError)(cxt, boolError, undefined, overrideAllErrors);
}
//# sourceMappingURL=boolSchema.js.map

/***/ }),

/***/ 6685:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";

Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.reportTypeError = exports.checkDataTypes = exports.checkDataType = exports.coerceAndCheckDataType = exports.getJSONTypes = exports.getSchemaTypes = exports.DataType = void 0;
const rules_1 = __nccwpck_require__(7353);
const applicability_1 = __nccwpck_require__(7692);
const errors_1 = __nccwpck_require__(1283);
const codegen_1 = __nccwpck_require__(1436);
const util_1 = __nccwpck_require__(4464);
var DataType;
(function (DataType) {
    DataType[DataType["Correct"] = 0] = "Correct";
    DataType[DataType["Wrong"] = 1] = "Wrong";
})(DataType || (exports.DataType = DataType = {}));
function getSchemaTypes(schema) {
    const types = getJSONTypes(schema.type);
    const hasNull = types.includes("null");
    if (hasNull) {
        if (schema.nullable === false)
            throw new Error("type: null contradicts nullable: false");
    }
    else {
        if (!types.length && schema.nullable !== undefined) {
            throw new Error('"nullable" cannot be used without "type"');
        }
        if (schema.nullable === true)
            types.push("null");
    }
    return types;
}
exports.getSchemaTypes = getSchemaTypes;
// eslint-disable-next-line @typescript-eslint/no-redundant-type-constituents
function getJSONTypes(ts) {
    const types = Array.isArray(ts) ? ts : ts ? [ts] : [];
    if (types.every(rules_1.isJSONType))
        return types;
    throw new Error("type must be JSONType or JSONType[]: " + types.join(","));
}
exports.getJSONTypes = getJSONTypes;
function coerceAndCheckDataType(it, types) {
    const { gen, data, opts } = it;
    const coerceTo = coerceToTypes(types, opts.coerceTypes);
    const checkTypes = types.length > 0 &&
        !(coerceTo.length === 0 && types.length === 1 && (0, applicability_1.schemaHasRulesForType)(it, types[0]));
    if (checkTypes) {
        const wrongType = checkDataTypes(types, data, opts.strictNumbers, DataType.Wrong);
        gen.if(wrongType, () => {
            if (coerceTo.length)
                coerceData(it, types, coerceTo);
            else
                reportTypeError(it);
        });
    }
    return checkTypes;
}
exports.coerceAndCheckDataType = coerceAndCheckDataType;
const COERCIBLE = new Set(["string", "number", "integer", "boolean", "null"]);
function coerceToTypes(types, coerceTypes) {
    return coerceTypes
        ? types.filter((t) => COERCIBLE.has(t) || (coerceTypes === "array" && t === "array"))
        : [];
}
function coerceData(it, types, coerceTo) {
    const { gen, data, opts } = it;
    const dataType = gen.let("dataType", (0, codegen_1._) `typeof ${data}`);
    const coerced = gen.let("coerced", (0, codegen_1._) `undefined`);
    if (opts.coerceTypes === "array") {
        gen.if((0, codegen_1._) `${dataType} == 'object' && Array.isArray(${data}) && ${data}.length == 1`, () => gen
            .assign(data, (0, codegen_1._) `${data}[0]`)
            .assign(dataType, (0, codegen_1._) `typeof ${data}`)
            .if(checkDataTypes(types, data, opts.strictNumbers), () => gen.assign(coerced, data)));
    }
    gen.if((0, codegen_1._) `${coerced} !== undefined`);
    for (const t of coerceTo) {
        if (COERCIBLE.has(t) || (t === "array" && opts.coerceTypes === "array")) {
            coerceSpecificType(t);
        }
    }
    gen.else();
    reportTypeError(it);
    gen.endIf();
    gen.if((0, codegen_1._) `${coerced} !== undefined`, () => {
        gen.assign(data, coerced);
        assignParentData(it, coerced);
    });
    function coerceSpecificType(t) {
        switch (t) {
            case "string":
                gen
                    .elseIf((0, codegen_1._) `${dataType} == "number" || ${dataType} == "boolean"`)
                    .assign(coerced, (0, codegen_1._) `"" + ${data}`)
                    .elseIf((0, codegen_1._) `${data} === null`)
                    .assign(coerced, (0, codegen_1._) `""`);
                return;
            case "number":
                gen
                    .elseIf((0, codegen_1._) `${dataType} == "boolean" || ${data} === null
              || (${dataType} == "string" && ${data} && ${data} == +${data})`)
                    .assign(coerced, (0, codegen_1._) `+${data}`);
                return;
            case "integer":
                gen
                    .elseIf((0, codegen_1._) `${dataType} === "boolean" || ${data} === null
              || (${dataType} === "string" && ${data} && ${data} == +${data} && !(${data} % 1))`)
                    .assign(coerced, (0, codegen_1._) `+${data}`);
                return;
            case "boolean":
                gen
                    .elseIf((0, codegen_1._) `${data} === "false" || ${data} === 0 || ${data} === null`)
                    .assign(coerced, false)
                    .elseIf((0, codegen_1._) `${data} === "true" || ${data} === 1`)
                    .assign(coerced, true);
                return;
            case "null":
                gen.elseIf((0, codegen_1._) `${data} === "" || ${data} === 0 || ${data} === false`);
                gen.assign(coerced, null);
                return;
            case "array":
                gen
                    .elseIf((0, codegen_1._) `${dataType} === "string" || ${dataType} === "number"
              || ${dataType} === "boolean" || ${data} === null`)
                    .assign(coerced, (0, codegen_1._) `[${data}]`);
        }
    }
}
function assignParentData({ gen, parentData, parentDataProperty }, expr) {
    // TODO use gen.property
    gen.if((0, codegen_1._) `${parentData} !== undefined`, () => gen.assign((0, codegen_1._) `${parentData}[${parentDataProperty}]`, expr));
}
function checkDataType(dataType, data, strictNums, correct = DataType.Correct) {
    const EQ = correct === DataType.Correct ? codegen_1.operators.EQ : codegen_1.operators.NEQ;
    let cond;
    switch (dataType) {
        case "null":
            return (0, codegen_1._) `${data} ${EQ} null`;
        case "array":
            cond = (0, codegen_1._) `Array.isArray(${data})`;
            break;
        case "object":
            cond = (0, codegen_1._) `${data} && typeof ${data} == "object" && !Array.isArray(${data})`;
            break;
        case "integer":
            cond = numCond((0, codegen_1._) `!(${data} % 1) && !isNaN(${data})`);
            break;
        case "number":
            cond = numCond();
            break;
        default:
            return (0, codegen_1._) `typeof ${data} ${EQ} ${dataType}`;
    }
    return correct === DataType.Correct ? cond : (0, codegen_1.not)(cond);
    function numCond(_cond = codegen_1.nil) {
        return (0, codegen_1.and)((0, codegen_1._) `typeof ${data} == "number"`, _cond, strictNums ? (0, codegen_1._) `isFinite(${data})` : codegen_1.nil);
    }
}
exports.checkDataType = checkDataType;
function checkDataTypes(dataTypes, data, strictNums, correct) {
    if (dataTypes.length === 1) {
        return checkDataType(dataTypes[0], data, strictNums, correct);
    }
    let cond;
    const types = (0, util_1.toHash)(dataTypes);
    if (types.array && types.object) {
        const notObj = (0, codegen_1._) `typeof ${data} != "object"`;
        cond = types.null ? notObj : (0, codegen_1._) `!${data} || ${notObj}`;
        delete types.null;
        delete types.array;
        delete types.object;
    }
    else {
        cond = codegen_1.nil;
    }
    if (types.number)
        delete types.integer;
    for (const t in types)
        cond = (0, codegen_1.and)(cond, checkDataType(t, data, strictNums, correct));
    return cond;
}
exports.checkDataTypes = checkDataTypes;
const typeError = {
    message: ({ schema }) => `must be ${schema}`,
    params: ({ schema, schemaValue }) => typeof schema == "string" ? (0, codegen_1._) `{type: ${schema}}` : (0, codegen_1._) `{type: ${schemaValue}}`,
};
function reportTypeError(it) {
    const cxt = getTypeErrorContext(it);
    (0, errors_1.reportError)(cxt, typeError);
}
exports.reportTypeError = reportTypeError;
function getTypeErrorContext(it) {
    const { gen, data, schema } = it;
    const schemaCode = (0, util_1.schemaRefOrVal)(it, schema, "type");
    return {
        gen,
        keyword: "type",
        data,
        schema: schema.type,
        schemaCode,
        schemaValue: schemaCode,
        parentSchema: schema,
        params: {},
        it,
    };
}
//# sourceMappingURL=dataType.js.map

/***/ }),

/***/ 1699:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";

Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.assignDefaults = void 0;
const codegen_1 = __nccwpck_require__(1436);
const util_1 = __nccwpck_require__(4464);
function assignDefaults(it, ty) {
    const { properties, items } = it.schema;
    if (ty === "object" && properties) {
        for (const key in properties) {
            assignDefault(it, key, properties[key].default);
        }
    }
    else if (ty === "array" && Array.isArray(items)) {
        items.forEach((sch, i) => assignDefault(it, i, sch.default));
    }
}
exports.assignDefaults = assignDefaults;
function assignDefault(it, prop, defaultValue) {
    const { gen, compositeRule, data, opts } = it;
    if (defaultValue === undefined)
        return;
    const childData = (0, codegen_1._) `${data}${(0, codegen_1.getProperty)(prop)}`;
    if (compositeRule) {
        (0, util_1.checkStrictMode)(it, `default is ignored for: ${childData}`);
        return;
    }
    let condition = (0, codegen_1._) `${childData} === undefined`;
    if (opts.useDefaults === "empty") {
        condition = (0, codegen_1._) `${condition} || ${childData} === null || ${childData} === ""`;
    }
    // `${childData} === undefined` +
    // (opts.useDefaults === "empty" ? ` || ${childData} === null || ${childData} === ""` : "")
    gen.if(condition, (0, codegen_1._) `${childData} = ${(0, codegen_1.stringify)(defaultValue)}`);
}
//# sourceMappingURL=defaults.js.map

/***/ }),

/***/ 7881:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";

Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.getData = exports.KeywordCxt = exports.validateFunctionCode = void 0;
const boolSchema_1 = __nccwpck_require__(5346);
const dataType_1 = __nccwpck_require__(6685);
const applicability_1 = __nccwpck_require__(7692);
const dataType_2 = __nccwpck_require__(6685);
const defaults_1 = __nccwpck_require__(1699);
const keyword_1 = __nccwpck_require__(5202);
const subschema_1 = __nccwpck_require__(6200);
const codegen_1 = __nccwpck_require__(1436);
const names_1 = __nccwpck_require__(630);
const resolve_1 = __nccwpck_require__(4090);
const util_1 = __nccwpck_require__(4464);
const errors_1 = __nccwpck_require__(1283);
// schema compilation - generates validation function, subschemaCode (below) is used for subschemas
function validateFunctionCode(it) {
    if (isSchemaObj(it)) {
        checkKeywords(it);
        if (schemaCxtHasRules(it)) {
            topSchemaObjCode(it);
            return;
        }
    }
    validateFunction(it, () => (0, boolSchema_1.topBoolOrEmptySchema)(it));
}
exports.validateFunctionCode = validateFunctionCode;
function validateFunction({ gen, validateName, schema, schemaEnv, opts }, body) {
    if (opts.code.es5) {
        gen.func(validateName, (0, codegen_1._) `${names_1.default.data}, ${names_1.default.valCxt}`, schemaEnv.$async, () => {
            gen.code((0, codegen_1._) `"use strict"; ${funcSourceUrl(schema, opts)}`);
            destructureValCxtES5(gen, opts);
            gen.code(body);
        });
    }
    else {
        gen.func(validateName, (0, codegen_1._) `${names_1.default.data}, ${destructureValCxt(opts)}`, schemaEnv.$async, () => gen.code(funcSourceUrl(schema, opts)).code(body));
    }
}
function destructureValCxt(opts) {
    return (0, codegen_1._) `{${names_1.default.instancePath}="", ${names_1.default.parentData}, ${names_1.default.parentDataProperty}, ${names_1.default.rootData}=${names_1.default.data}${opts.dynamicRef ? (0, codegen_1._) `, ${names_1.default.dynamicAnchors}={}` : codegen_1.nil}}={}`;
}
function destructureValCxtES5(gen, opts) {
    gen.if(names_1.default.valCxt, () => {
        gen.var(names_1.default.instancePath, (0, codegen_1._) `${names_1.default.valCxt}.${names_1.default.instancePath}`);
        gen.var(names_1.default.parentData, (0, codegen_1._) `${names_1.default.valCxt}.${names_1.default.parentData}`);
        gen.var(names_1.default.parentDataProperty, (0, codegen_1._) `${names_1.default.valCxt}.${names_1.default.parentDataProperty}`);
        gen.var(names_1.default.rootData, (0, codegen_1._) `${names_1.default.valCxt}.${names_1.default.rootData}`);
        if (opts.dynamicRef)
            gen.var(names_1.default.dynamicAnchors, (0, codegen_1._) `${names_1.default.valCxt}.${names_1.default.dynamicAnchors}`);
    }, () => {
        gen.var(names_1.default.instancePath, (0, codegen_1._) `""`);
        gen.var(names_1.default.parentData, (0, codegen_1._) `undefined`);
        gen.var(names_1.default.parentDataProperty, (0, codegen_1._) `undefined`);
        gen.var(names_1.default.rootData, names_1.default.data);
        if (opts.dynamicRef)
            gen.var(names_1.default.dynamicAnchors, (0, codegen_1._) `{}`);
    });
}
function topSchemaObjCode(it) {
    const { schema, opts, gen } = it;
    validateFunction(it, () => {
        if (opts.$comment && schema.$comment)
            commentKeyword(it);
        checkNoDefault(it);
        gen.let(names_1.default.vErrors, null);
        gen.let(names_1.default.errors, 0);
        if (opts.unevaluated)
            resetEvaluated(it);
        typeAndKeywords(it);
        returnResults(it);
    });
    return;
}
function resetEvaluated(it) {
    // TODO maybe some hook to execute it in the end to check whether props/items are Name, as in assignEvaluated
    const { gen, validateName } = it;
    it.evaluated = gen.const("evaluated", (0, codegen_1._) `${validateName}.evaluated`);
    gen.if((0, codegen_1._) `${it.evaluated}.dynamicProps`, () => gen.assign((0, codegen_1._) `${it.evaluated}.props`, (0, codegen_1._) `undefined`));
    gen.if((0, codegen_1._) `${it.evaluated}.dynamicItems`, () => gen.assign((0, codegen_1._) `${it.evaluated}.items`, (0, codegen_1._) `undefined`));
}
function funcSourceUrl(schema, opts) {
    const schId = typeof schema == "object" && schema[opts.schemaId];
    return schId && (opts.code.source || opts.code.process) ? (0, codegen_1._) `/*# sourceURL=${schId} */` : codegen_1.nil;
}
// schema compilation - this function is used recursively to generate code for sub-schemas
function subschemaCode(it, valid) {
    if (isSchemaObj(it)) {
        checkKeywords(it);
        if (schemaCxtHasRules(it)) {
            subSchemaObjCode(it, valid);
            return;
        }
    }
    (0, boolSchema_1.boolOrEmptySchema)(it, valid);
}
function schemaCxtHasRules({ schema, self }) {
    if (typeof schema == "boolean")
        return !schema;
    for (const key in schema)
        if (self.RULES.all[key])
            return true;
    return false;
}
function isSchemaObj(it) {
    return typeof it.schema != "boolean";
}
function subSchemaObjCode(it, valid) {
    const { schema, gen, opts } = it;
    if (opts.$comment && schema.$comment)
        commentKeyword(it);
    updateContext(it);
    checkAsyncSchema(it);
    const errsCount = gen.const("_errs", names_1.default.errors);
    typeAndKeywords(it, errsCount);
    // TODO var
    gen.var(valid, (0, codegen_1._) `${errsCount} === ${names_1.default.errors}`);
}
function checkKeywords(it) {
    (0, util_1.checkUnknownRules)(it);
    checkRefsAndKeywords(it);
}
function typeAndKeywords(it, errsCount) {
    if (it.opts.jtd)
        return schemaKeywords(it, [], false, errsCount);
    const types = (0, dataType_1.getSchemaTypes)(it.schema);
    const checkedTypes = (0, dataType_1.coerceAndCheckDataType)(it, types);
    schemaKeywords(it, types, !checkedTypes, errsCount);
}
function checkRefsAndKeywords(it) {
    const { schema, errSchemaPath, opts, self } = it;
    if (schema.$ref && opts.ignoreKeywordsWithRef && (0, util_1.schemaHasRulesButRef)(schema, self.RULES)) {
        self.logger.warn(`$ref: keywords ignored in schema at path "${errSchemaPath}"`);
    }
}
function checkNoDefault(it) {
    const { schema, opts } = it;
    if (schema.default !== undefined && opts.useDefaults && opts.strictSchema) {
        (0, util_1.checkStrictMode)(it, "default is ignored in the schema root");
    }
}
function updateContext(it) {
    const schId = it.schema[it.opts.schemaId];
    if (schId)
        it.baseId = (0, resolve_1.resolveUrl)(it.opts.uriResolver, it.baseId, schId);
}
function checkAsyncSchema(it) {
    if (it.schema.$async && !it.schemaEnv.$async)
        throw new Error("async schema in sync schema");
}
function commentKeyword({ gen, schemaEnv, schema, errSchemaPath, opts }) {
    const msg = schema.$comment;
    if (opts.$comment === true) {
        gen.code((0, codegen_1._) `${names_1.default.self}.logger.log(${msg})`);
    }
    else if (typeof opts.$comment == "function") {
        const schemaPath = (0, codegen_1.str) `${errSchemaPath}/$comment`;
        const rootName = gen.scopeValue("root", { ref: schemaEnv.root });
        gen.code((0, codegen_1._) `${names_1.default.self}.opts.$comment(${msg}, ${schemaPath}, ${rootName}.schema)`);
    }
}
function returnResults(it) {
    const { gen, schemaEnv, validateName, ValidationError, opts } = it;
    if (schemaEnv.$async) {
        // TODO assign unevaluated
        gen.if((0, codegen_1._) `${names_1.default.errors} === 0`, () => gen.return(names_1.default.data), () => gen.throw((0, codegen_1._) `new ${ValidationError}(${names_1.default.vErrors})`));
    }
    else {
        gen.assign((0, codegen_1._) `${validateName}.errors`, names_1.default.vErrors);
        if (opts.unevaluated)
            assignEvaluated(it);
        gen.return((0, codegen_1._) `${names_1.default.errors} === 0`);
    }
}
function assignEvaluated({ gen, evaluated, props, items }) {
    if (props instanceof codegen_1.Name)
        gen.assign((0, codegen_1._) `${evaluated}.props`, props);
    if (items instanceof codegen_1.Name)
        gen.assign((0, codegen_1._) `${evaluated}.items`, items);
}
function schemaKeywords(it, types, typeErrors, errsCount) {
    const { gen, schema, data, allErrors, opts, self } = it;
    const { RULES } = self;
    if (schema.$ref && (opts.ignoreKeywordsWithRef || !(0, util_1.schemaHasRulesButRef)(schema, RULES))) {
        gen.block(() => keywordCode(it, "$ref", RULES.all.$ref.definition)); // TODO typecast
        return;
    }
    if (!opts.jtd)
        checkStrictTypes(it, types);
    gen.block(() => {
        for (const group of RULES.rules)
            groupKeywords(group);
        groupKeywords(RULES.post);
    });
    function groupKeywords(group) {
        if (!(0, applicability_1.shouldUseGroup)(schema, group))
            return;
        if (group.type) {
            gen.if((0, dataType_2.checkDataType)(group.type, data, opts.strictNumbers));
            iterateKeywords(it, group);
            if (types.length === 1 && types[0] === group.type && typeErrors) {
                gen.else();
                (0, dataType_2.reportTypeError)(it);
            }
            gen.endIf();
        }
        else {
            iterateKeywords(it, group);
        }
        // TODO make it "ok" call?
        if (!allErrors)
            gen.if((0, codegen_1._) `${names_1.default.errors} === ${errsCount || 0}`);
    }
}
function iterateKeywords(it, group) {
    const { gen, schema, opts: { useDefaults }, } = it;
    if (useDefaults)
        (0, defaults_1.assignDefaults)(it, group.type);
    gen.block(() => {
        for (const rule of group.rules) {
            if ((0, applicability_1.shouldUseRule)(schema, rule)) {
                keywordCode(it, rule.keyword, rule.definition, group.type);
            }
        }
    });
}
function checkStrictTypes(it, types) {
    if (it.schemaEnv.meta || !it.opts.strictTypes)
        return;
    checkContextTypes(it, types);
    if (!it.opts.allowUnionTypes)
        checkMultipleTypes(it, types);
    checkKeywordTypes(it, it.dataTypes);
}
function checkContextTypes(it, types) {
    if (!types.length)
        return;
    if (!it.dataTypes.length) {
        it.dataTypes = types;
        return;
    }
    types.forEach((t) => {
        if (!includesType(it.dataTypes, t)) {
            strictTypesError(it, `type "${t}" not allowed by context "${it.dataTypes.join(",")}"`);
        }
    });
    narrowSchemaTypes(it, types);
}
function checkMultipleTypes(it, ts) {
    if (ts.length > 1 && !(ts.length === 2 && ts.includes("null"))) {
        strictTypesError(it, "use allowUnionTypes to allow union type keyword");
    }
}
function checkKeywordTypes(it, ts) {
    const rules = it.self.RULES.all;
    for (const keyword in rules) {
        const rule = rules[keyword];
        if (typeof rule == "object" && (0, applicability_1.shouldUseRule)(it.schema, rule)) {
            const { type } = rule.definition;
            if (type.length && !type.some((t) => hasApplicableType(ts, t))) {
                strictTypesError(it, `missing type "${type.join(",")}" for keyword "${keyword}"`);
            }
        }
    }
}
function hasApplicableType(schTs, kwdT) {
    return schTs.includes(kwdT) || (kwdT === "number" && schTs.includes("integer"));
}
function includesType(ts, t) {
    return ts.includes(t) || (t === "integer" && ts.includes("number"));
}
function narrowSchemaTypes(it, withTypes) {
    const ts = [];
    for (const t of it.dataTypes) {
        if (includesType(withTypes, t))
            ts.push(t);
        else if (withTypes.includes("integer") && t === "number")
            ts.push("integer");
    }
    it.dataTypes = ts;
}
function strictTypesError(it, msg) {
    const schemaPath = it.schemaEnv.baseId + it.errSchemaPath;
    msg += ` at "${schemaPath}" (strictTypes)`;
    (0, util_1.checkStrictMode)(it, msg, it.opts.strictTypes);
}
class KeywordCxt {
    constructor(it, def, keyword) {
        (0, keyword_1.validateKeywordUsage)(it, def, keyword);
        this.gen = it.gen;
        this.allErrors = it.allErrors;
        this.keyword = keyword;
        this.data = it.data;
        this.schema = it.schema[keyword];
        this.$data = def.$data && it.opts.$data && this.schema && this.schema.$data;
        this.schemaValue = (0, util_1.schemaRefOrVal)(it, this.schema, keyword, this.$data);
        this.schemaType = def.schemaType;
        this.parentSchema = it.schema;
        this.params = {};
        this.it = it;
        this.def = def;
        if (this.$data) {
            this.schemaCode = it.gen.const("vSchema", getData(this.$data, it));
        }
        else {
            this.schemaCode = this.schemaValue;
            if (!(0, keyword_1.validSchemaType)(this.schema, def.schemaType, def.allowUndefined)) {
                throw new Error(`${keyword} value must be ${JSON.stringify(def.schemaType)}`);
            }
        }
        if ("code" in def ? def.trackErrors : def.errors !== false) {
            this.errsCount = it.gen.const("_errs", names_1.default.errors);
        }
    }
    result(condition, successAction, failAction) {
        this.failResult((0, codegen_1.not)(condition), successAction, failAction);
    }
    failResult(condition, successAction, failAction) {
        this.gen.if(condition);
        if (failAction)
            failAction();
        else
            this.error();
        if (successAction) {
            this.gen.else();
            successAction();
            if (this.allErrors)
                this.gen.endIf();
        }
        else {
            if (this.allErrors)
                this.gen.endIf();
            else
                this.gen.else();
        }
    }
    pass(condition, failAction) {
        this.failResult((0, codegen_1.not)(condition), undefined, failAction);
    }
    fail(condition) {
        if (condition === undefined) {
            this.error();
            if (!this.allErrors)
                this.gen.if(false); // this branch will be removed by gen.optimize
            return;
        }
        this.gen.if(condition);
        this.error();
        if (this.allErrors)
            this.gen.endIf();
        else
            this.gen.else();
    }
    fail$data(condition) {
        if (!this.$data)
            return this.fail(condition);
        const { schemaCode } = this;
        this.fail((0, codegen_1._) `${schemaCode} !== undefined && (${(0, codegen_1.or)(this.invalid$data(), condition)})`);
    }
    error(append, errorParams, errorPaths) {
        if (errorParams) {
            this.setParams(errorParams);
            this._error(append, errorPaths);
            this.setParams({});
            return;
        }
        this._error(append, errorPaths);
    }
    _error(append, errorPaths) {
        ;
        (append ? errors_1.reportExtraError : errors_1.reportError)(this, this.def.error, errorPaths);
    }
    $dataError() {
        (0, errors_1.reportError)(this, this.def.$dataError || errors_1.keyword$DataError);
    }
    reset() {
        if (this.errsCount === undefined)
            throw new Error('add "trackErrors" to keyword definition');
        (0, errors_1.resetErrorsCount)(this.gen, this.errsCount);
    }
    ok(cond) {
        if (!this.allErrors)
            this.gen.if(cond);
    }
    setParams(obj, assign) {
        if (assign)
            Object.assign(this.params, obj);
        else
            this.params = obj;
    }
    block$data(valid, codeBlock, $dataValid = codegen_1.nil) {
        this.gen.block(() => {
            this.check$data(valid, $dataValid);
            codeBlock();
        });
    }
    check$data(valid = codegen_1.nil, $dataValid = codegen_1.nil) {
        if (!this.$data)
            return;
        const { gen, schemaCode, schemaType, def } = this;
        gen.if((0, codegen_1.or)((0, codegen_1._) `${schemaCode} === undefined`, $dataValid));
        if (valid !== codegen_1.nil)
            gen.assign(valid, true);
        if (schemaType.length || def.validateSchema) {
            gen.elseIf(this.invalid$data());
            this.$dataError();
            if (valid !== codegen_1.nil)
                gen.assign(valid, false);
        }
        gen.else();
    }
    invalid$data() {
        const { gen, schemaCode, schemaType, def, it } = this;
        return (0, codegen_1.or)(wrong$DataType(), invalid$DataSchema());
        function wrong$DataType() {
            if (schemaType.length) {
                /* istanbul ignore if */
                if (!(schemaCode instanceof codegen_1.Name))
                    throw new Error("ajv implementation error");
                const st = Array.isArray(schemaType) ? schemaType : [schemaType];
                return (0, codegen_1._) `${(0, dataType_2.checkDataTypes)(st, schemaCode, it.opts.strictNumbers, dataType_2.DataType.Wrong)}`;
            }
            return codegen_1.nil;
        }
        function invalid$DataSchema() {
            if (def.validateSchema) {
                const validateSchemaRef = gen.scopeValue("validate$data", { ref: def.validateSchema }); // TODO value.code for standalone
                return (0, codegen_1._) `!${validateSchemaRef}(${schemaCode})`;
            }
            return codegen_1.nil;
        }
    }
    subschema(appl, valid) {
        const subschema = (0, subschema_1.getSubschema)(this.it, appl);
        (0, subschema_1.extendSubschemaData)(subschema, this.it, appl);
        (0, subschema_1.extendSubschemaMode)(subschema, appl);
        const nextContext = { ...this.it, ...subschema, items: undefined, props: undefined };
        subschemaCode(nextContext, valid);
        return nextContext;
    }
    mergeEvaluated(schemaCxt, toName) {
        const { it, gen } = this;
        if (!it.opts.unevaluated)
            return;
        if (it.props !== true && schemaCxt.props !== undefined) {
            it.props = util_1.mergeEvaluated.props(gen, schemaCxt.props, it.props, toName);
        }
        if (it.items !== true && schemaCxt.items !== undefined) {
            it.items = util_1.mergeEvaluated.items(gen, schemaCxt.items, it.items, toName);
        }
    }
    mergeValidEvaluated(schemaCxt, valid) {
        const { it, gen } = this;
        if (it.opts.unevaluated && (it.props !== true || it.items !== true)) {
            gen.if(valid, () => this.mergeEvaluated(schemaCxt, codegen_1.Name));
            return true;
        }
    }
}
exports.KeywordCxt = KeywordCxt;
function keywordCode(it, keyword, def, ruleType) {
    const cxt = new KeywordCxt(it, def, keyword);
    if ("code" in def) {
        def.code(cxt, ruleType);
    }
    else if (cxt.$data && def.validate) {
        (0, keyword_1.funcKeywordCode)(cxt, def);
    }
    else if ("macro" in def) {
        (0, keyword_1.macroKeywordCode)(cxt, def);
    }
    else if (def.compile || def.validate) {
        (0, keyword_1.funcKeywordCode)(cxt, def);
    }
}
const JSON_POINTER = /^\/(?:[^~]|~0|~1)*$/;
const RELATIVE_JSON_POINTER = /^([0-9]+)(#|\/(?:[^~]|~0|~1)*)?$/;
function getData($data, { dataLevel, dataNames, dataPathArr }) {
    let jsonPointer;
    let data;
    if ($data === "")
        return names_1.default.rootData;
    if ($data[0] === "/") {
        if (!JSON_POINTER.test($data))
            throw new Error(`Invalid JSON-pointer: ${$data}`);
        jsonPointer = $data;
        data = names_1.default.rootData;
    }
    else {
        const matches = RELATIVE_JSON_POINTER.exec($data);
        if (!matches)
            throw new Error(`Invalid JSON-pointer: ${$data}`);
        const up = +matches[1];
        jsonPointer = matches[2];
        if (jsonPointer === "#") {
            if (up >= dataLevel)
                throw new Error(errorMsg("property/index", up));
            return dataPathArr[dataLevel - up];
        }
        if (up > dataLevel)
            throw new Error(errorMsg("data", up));
        data = dataNames[dataLevel - up];
        if (!jsonPointer)
            return data;
    }
    let expr = data;
    const segments = jsonPointer.split("/");
    for (const segment of segments) {
        if (segment) {
            data = (0, codegen_1._) `${data}${(0, codegen_1.getProperty)((0, util_1.unescapeJsonPointer)(segment))}`;
            expr = (0, codegen_1._) `${expr} && ${data}`;
        }
    }
    return expr;
    function errorMsg(pointerType, up) {
        return `Cannot access ${pointerType} ${up} levels up, current level is ${dataLevel}`;
    }
}
exports.getData = getData;
//# sourceMappingURL=index.js.map

/***/ }),

/***/ 5202:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";

Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.validateKeywordUsage = exports.validSchemaType = exports.funcKeywordCode = exports.macroKeywordCode = void 0;
const codegen_1 = __nccwpck_require__(1436);
const names_1 = __nccwpck_require__(630);
const code_1 = __nccwpck_require__(8484);
const errors_1 = __nccwpck_require__(1283);
function macroKeywordCode(cxt, def) {
    const { gen, keyword, schema, parentSchema, it } = cxt;
    const macroSchema = def.macro.call(it.self, schema, parentSchema, it);
    const schemaRef = useKeyword(gen, keyword, macroSchema);
    if (it.opts.validateSchema !== false)
        it.self.validateSchema(macroSchema, true);
    const valid = gen.name("valid");
    cxt.subschema({
        schema: macroSchema,
        schemaPath: codegen_1.nil,
        errSchemaPath: `${it.errSchemaPath}/${keyword}`,
        topSchemaRef: schemaRef,
        compositeRule: true,
    }, valid);
    cxt.pass(valid, () => cxt.error(true));
}
exports.macroKeywordCode = macroKeywordCode;
function funcKeywordCode(cxt, def) {
    var _a;
    const { gen, keyword, schema, parentSchema, $data, it } = cxt;
    checkAsyncKeyword(it, def);
    const validate = !$data && def.compile ? def.compile.call(it.self, schema, parentSchema, it) : def.validate;
    const validateRef = useKeyword(gen, keyword, validate);
    const valid = gen.let("valid");
    cxt.block$data(valid, validateKeyword);
    cxt.ok((_a = def.valid) !== null && _a !== void 0 ? _a : valid);
    function validateKeyword() {
        if (def.errors === false) {
            assignValid();
            if (def.modifying)
                modifyData(cxt);
            reportErrs(() => cxt.error());
        }
        else {
            const ruleErrs = def.async ? validateAsync() : validateSync();
            if (def.modifying)
                modifyData(cxt);
            reportErrs(() => addErrs(cxt, ruleErrs));
        }
    }
    function validateAsync() {
        const ruleErrs = gen.let("ruleErrs", null);
        gen.try(() => assignValid((0, codegen_1._) `await `), (e) => gen.assign(valid, false).if((0, codegen_1._) `${e} instanceof ${it.ValidationError}`, () => gen.assign(ruleErrs, (0, codegen_1._) `${e}.errors`), () => gen.throw(e)));
        return ruleErrs;
    }
    function validateSync() {
        const validateErrs = (0, codegen_1._) `${validateRef}.errors`;
        gen.assign(validateErrs, null);
        assignValid(codegen_1.nil);
        return validateErrs;
    }
    function assignValid(_await = def.async ? (0, codegen_1._) `await ` : codegen_1.nil) {
        const passCxt = it.opts.passContext ? names_1.default.this : names_1.default.self;
        const passSchema = !(("compile" in def && !$data) || def.schema === false);
        gen.assign(valid, (0, codegen_1._) `${_await}${(0, code_1.callValidateCode)(cxt, validateRef, passCxt, passSchema)}`, def.modifying);
    }
    function reportErrs(errors) {
        var _a;
        gen.if((0, codegen_1.not)((_a = def.valid) !== null && _a !== void 0 ? _a : valid), errors);
    }
}
exports.funcKeywordCode = funcKeywordCode;
function modifyData(cxt) {
    const { gen, data, it } = cxt;
    gen.if(it.parentData, () => gen.assign(data, (0, codegen_1._) `${it.parentData}[${it.parentDataProperty}]`));
}
function addErrs(cxt, errs) {
    const { gen } = cxt;
    gen.if((0, codegen_1._) `Array.isArray(${errs})`, () => {
        gen
            .assign(names_1.default.vErrors, (0, codegen_1._) `${names_1.default.vErrors} === null ? ${errs} : ${names_1.default.vErrors}.concat(${errs})`)
            .assign(names_1.default.errors, (0, codegen_1._) `${names_1.default.vErrors}.length`);
        (0, errors_1.extendErrors)(cxt);
    }, () => cxt.error());
}
function checkAsyncKeyword({ schemaEnv }, def) {
    if (def.async && !schemaEnv.$async)
        throw new Error("async keyword in sync schema");
}
function useKeyword(gen, keyword, result) {
    if (result === undefined)
        throw new Error(`keyword "${keyword}" failed to compile`);
    return gen.scopeValue("keyword", typeof result == "function" ? { ref: result } : { ref: result, code: (0, codegen_1.stringify)(result) });
}
function validSchemaType(schema, schemaType, allowUndefined = false) {
    // TODO add tests
    return (!schemaType.length ||
        schemaType.some((st) => st === "array"
            ? Array.isArray(schema)
            : st === "object"
                ? schema && typeof schema == "object" && !Array.isArray(schema)
                : typeof schema == st || (allowUndefined && typeof schema == "undefined")));
}
exports.validSchemaType = validSchemaType;
function validateKeywordUsage({ schema, opts, self, errSchemaPath }, def, keyword) {
    /* istanbul ignore if */
    if (Array.isArray(def.keyword) ? !def.keyword.includes(keyword) : def.keyword !== keyword) {
        throw new Error("ajv implementation error");
    }
    const deps = def.dependencies;
    if (deps === null || deps === void 0 ? void 0 : deps.some((kwd) => !Object.prototype.hasOwnProperty.call(schema, kwd))) {
        throw new Error(`parent schema must have dependencies of ${keyword}: ${deps.join(",")}`);
    }
    if (def.validateSchema) {
        const valid = def.validateSchema(schema[keyword]);
        if (!valid) {
            const msg = `keyword "${keyword}" value is invalid at path "${errSchemaPath}": ` +
                self.errorsText(def.validateSchema.errors);
            if (opts.validateSchema === "log")
                self.logger.error(msg);
            else
                throw new Error(msg);
        }
    }
}
exports.validateKeywordUsage = validateKeywordUsage;
//# sourceMappingURL=keyword.js.map

/***/ }),

/***/ 6200:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";

Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.extendSubschemaMode = exports.extendSubschemaData = exports.getSubschema = void 0;
const codegen_1 = __nccwpck_require__(1436);
const util_1 = __nccwpck_require__(4464);
function getSubschema(it, { keyword, schemaProp, schema, schemaPath, errSchemaPath, topSchemaRef }) {
    if (keyword !== undefined && schema !== undefined) {
        throw new Error('both "keyword" and "schema" passed, only one allowed');
    }
    if (keyword !== undefined) {
        const sch = it.schema[keyword];
        return schemaProp === undefined
            ? {
                schema: sch,
                schemaPath: (0, codegen_1._) `${it.schemaPath}${(0, codegen_1.getProperty)(keyword)}`,
                errSchemaPath: `${it.errSchemaPath}/${keyword}`,
            }
            : {
                schema: sch[schemaProp],
                schemaPath: (0, codegen_1._) `${it.schemaPath}${(0, codegen_1.getProperty)(keyword)}${(0, codegen_1.getProperty)(schemaProp)}`,
                errSchemaPath: `${it.errSchemaPath}/${keyword}/${(0, util_1.escapeFragment)(schemaProp)}`,
            };
    }
    if (schema !== undefined) {
        if (schemaPath === undefined || errSchemaPath === undefined || topSchemaRef === undefined) {
            throw new Error('"schemaPath", "errSchemaPath" and "topSchemaRef" are required with "schema"');
        }
        return {
            schema,
            schemaPath,
            topSchemaRef,
            errSchemaPath,
        };
    }
    throw new Error('either "keyword" or "schema" must be passed');
}
exports.getSubschema = getSubschema;
function extendSubschemaData(subschema, it, { dataProp, dataPropType: dpType, data, dataTypes, propertyName }) {
    if (data !== undefined && dataProp !== undefined) {
        throw new Error('both "data" and "dataProp" passed, only one allowed');
    }
    const { gen } = it;
    if (dataProp !== undefined) {
        const { errorPath, dataPathArr, opts } = it;
        const nextData = gen.let("data", (0, codegen_1._) `${it.data}${(0, codegen_1.getProperty)(dataProp)}`, true);
        dataContextProps(nextData);
        subschema.errorPath = (0, codegen_1.str) `${errorPath}${(0, util_1.getErrorPath)(dataProp, dpType, opts.jsPropertySyntax)}`;
        subschema.parentDataProperty = (0, codegen_1._) `${dataProp}`;
        subschema.dataPathArr = [...dataPathArr, subschema.parentDataProperty];
    }
    if (data !== undefined) {
        const nextData = data instanceof codegen_1.Name ? data : gen.let("data", data, true); // replaceable if used once?
        dataContextProps(nextData);
        if (propertyName !== undefined)
            subschema.propertyName = propertyName;
        // TODO something is possibly wrong here with not changing parentDataProperty and not appending dataPathArr
    }
    if (dataTypes)
        subschema.dataTypes = dataTypes;
    function dataContextProps(_nextData) {
        subschema.data = _nextData;
        subschema.dataLevel = it.dataLevel + 1;
        subschema.dataTypes = [];
        it.definedProperties = new Set();
        subschema.parentData = it.data;
        subschema.dataNames = [...it.dataNames, _nextData];
    }
}
exports.extendSubschemaData = extendSubschemaData;
function extendSubschemaMode(subschema, { jtdDiscriminator, jtdMetadata, compositeRule, createErrors, allErrors }) {
    if (compositeRule !== undefined)
        subschema.compositeRule = compositeRule;
    if (createErrors !== undefined)
        subschema.createErrors = createErrors;
    if (allErrors !== undefined)
        subschema.allErrors = allErrors;
    subschema.jtdDiscriminator = jtdDiscriminator; // not inherited
    subschema.jtdMetadata = jtdMetadata; // not inherited
}
exports.extendSubschemaMode = extendSubschemaMode;
//# sourceMappingURL=subschema.js.map

/***/ }),

/***/ 3893:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";

Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.CodeGen = exports.Name = exports.nil = exports.stringify = exports.str = exports._ = exports.KeywordCxt = void 0;
var validate_1 = __nccwpck_require__(7881);
Object.defineProperty(exports, "KeywordCxt", ({ enumerable: true, get: function () { return validate_1.KeywordCxt; } }));
var codegen_1 = __nccwpck_require__(1436);
Object.defineProperty(exports, "_", ({ enumerable: true, get: function () { return codegen_1._; } }));
Object.defineProperty(exports, "str", ({ enumerable: true, get: function () { return codegen_1.str; } }));
Object.defineProperty(exports, "stringify", ({ enumerable: true, get: function () { return codegen_1.stringify; } }));
Object.defineProperty(exports, "nil", ({ enumerable: true, get: function () { return codegen_1.nil; } }));
Object.defineProperty(exports, "Name", ({ enumerable: true, get: function () { return codegen_1.Name; } }));
Object.defineProperty(exports, "CodeGen", ({ enumerable: true, get: function () { return codegen_1.CodeGen; } }));
const validation_error_1 = __nccwpck_require__(3021);
const ref_error_1 = __nccwpck_require__(3162);
const rules_1 = __nccwpck_require__(7353);
const compile_1 = __nccwpck_require__(2718);
const codegen_2 = __nccwpck_require__(1436);
const resolve_1 = __nccwpck_require__(4090);
const dataType_1 = __nccwpck_require__(6685);
const util_1 = __nccwpck_require__(4464);
const $dataRefSchema = __nccwpck_require__(3837);
const uri_1 = __nccwpck_require__(6285);
const defaultRegExp = (str, flags) => new RegExp(str, flags);
defaultRegExp.code = "new RegExp";
const META_IGNORE_OPTIONS = ["removeAdditional", "useDefaults", "coerceTypes"];
const EXT_SCOPE_NAMES = new Set([
    "validate",
    "serialize",
    "parse",
    "wrapper",
    "root",
    "schema",
    "keyword",
    "pattern",
    "formats",
    "validate$data",
    "func",
    "obj",
    "Error",
]);
const removedOptions = {
    errorDataPath: "",
    format: "`validateFormats: false` can be used instead.",
    nullable: '"nullable" keyword is supported by default.',
    jsonPointers: "Deprecated jsPropertySyntax can be used instead.",
    extendRefs: "Deprecated ignoreKeywordsWithRef can be used instead.",
    missingRefs: "Pass empty schema with $id that should be ignored to ajv.addSchema.",
    processCode: "Use option `code: {process: (code, schemaEnv: object) => string}`",
    sourceCode: "Use option `code: {source: true}`",
    strictDefaults: "It is default now, see option `strict`.",
    strictKeywords: "It is default now, see option `strict`.",
    uniqueItems: '"uniqueItems" keyword is always validated.',
    unknownFormats: "Disable strict mode or pass `true` to `ajv.addFormat` (or `formats` option).",
    cache: "Map is used as cache, schema object as key.",
    serialize: "Map is used as cache, schema object as key.",
    ajvErrors: "It is default now.",
};
const deprecatedOptions = {
    ignoreKeywordsWithRef: "",
    jsPropertySyntax: "",
    unicode: '"minLength"/"maxLength" account for unicode characters by default.',
};
const MAX_EXPRESSION = 200;
// eslint-disable-next-line complexity
function requiredOptions(o) {
    var _a, _b, _c, _d, _e, _f, _g, _h, _j, _k, _l, _m, _o, _p, _q, _r, _s, _t, _u, _v, _w, _x, _y, _z, _0;
    const s = o.strict;
    const _optz = (_a = o.code) === null || _a === void 0 ? void 0 : _a.optimize;
    const optimize = _optz === true || _optz === undefined ? 1 : _optz || 0;
    const regExp = (_c = (_b = o.code) === null || _b === void 0 ? void 0 : _b.regExp) !== null && _c !== void 0 ? _c : defaultRegExp;
    const uriResolver = (_d = o.uriResolver) !== null && _d !== void 0 ? _d : uri_1.default;
    return {
        strictSchema: (_f = (_e = o.strictSchema) !== null && _e !== void 0 ? _e : s) !== null && _f !== void 0 ? _f : true,
        strictNumbers: (_h = (_g = o.strictNumbers) !== null && _g !== void 0 ? _g : s) !== null && _h !== void 0 ? _h : true,
        strictTypes: (_k = (_j = o.strictTypes) !== null && _j !== void 0 ? _j : s) !== null && _k !== void 0 ? _k : "log",
        strictTuples: (_m = (_l = o.strictTuples) !== null && _l !== void 0 ? _l : s) !== null && _m !== void 0 ? _m : "log",
        strictRequired: (_p = (_o = o.strictRequired) !== null && _o !== void 0 ? _o : s) !== null && _p !== void 0 ? _p : false,
        code: o.code ? { ...o.code, optimize, regExp } : { optimize, regExp },
        loopRequired: (_q = o.loopRequired) !== null && _q !== void 0 ? _q : MAX_EXPRESSION,
        loopEnum: (_r = o.loopEnum) !== null && _r !== void 0 ? _r : MAX_EXPRESSION,
        meta: (_s = o.meta) !== null && _s !== void 0 ? _s : true,
        messages: (_t = o.messages) !== null && _t !== void 0 ? _t : true,
        inlineRefs: (_u = o.inlineRefs) !== null && _u !== void 0 ? _u : true,
        schemaId: (_v = o.schemaId) !== null && _v !== void 0 ? _v : "$id",
        addUsedSchema: (_w = o.addUsedSchema) !== null && _w !== void 0 ? _w : true,
        validateSchema: (_x = o.validateSchema) !== null && _x !== void 0 ? _x : true,
        validateFormats: (_y = o.validateFormats) !== null && _y !== void 0 ? _y : true,
        unicodeRegExp: (_z = o.unicodeRegExp) !== null && _z !== void 0 ? _z : true,
        int32range: (_0 = o.int32range) !== null && _0 !== void 0 ? _0 : true,
        uriResolver: uriResolver,
    };
}
class Ajv {
    constructor(opts = {}) {
        this.schemas = {};
        this.refs = {};
        this.formats = Object.create(null);
        this._compilations = new Set();
        this._loading = {};
        this._cache = new Map();
        opts = this.opts = { ...opts, ...requiredOptions(opts) };
        const { es5, lines } = this.opts.code;
        this.scope = new codegen_2.ValueScope({ scope: {}, prefixes: EXT_SCOPE_NAMES, es5, lines });
        this.logger = getLogger(opts.logger);
        const formatOpt = opts.validateFormats;
        opts.validateFormats = false;
        this.RULES = (0, rules_1.getRules)();
        checkOptions.call(this, removedOptions, opts, "NOT SUPPORTED");
        checkOptions.call(this, deprecatedOptions, opts, "DEPRECATED", "warn");
        this._metaOpts = getMetaSchemaOptions.call(this);
        if (opts.formats)
            addInitialFormats.call(this);
        this._addVocabularies();
        this._addDefaultMetaSchema();
        if (opts.keywords)
            addInitialKeywords.call(this, opts.keywords);
        if (typeof opts.meta == "object")
            this.addMetaSchema(opts.meta);
        addInitialSchemas.call(this);
        opts.validateFormats = formatOpt;
    }
    _addVocabularies() {
        this.addKeyword("$async");
    }
    _addDefaultMetaSchema() {
        const { $data, meta, schemaId } = this.opts;
        let _dataRefSchema = $dataRefSchema;
        if (schemaId === "id") {
            _dataRefSchema = { ...$dataRefSchema };
            _dataRefSchema.id = _dataRefSchema.$id;
            delete _dataRefSchema.$id;
        }
        if (meta && $data)
            this.addMetaSchema(_dataRefSchema, _dataRefSchema[schemaId], false);
    }
    defaultMeta() {
        const { meta, schemaId } = this.opts;
        return (this.opts.defaultMeta = typeof meta == "object" ? meta[schemaId] || meta : undefined);
    }
    validate(schemaKeyRef, // key, ref or schema object
    // eslint-disable-next-line @typescript-eslint/no-redundant-type-constituents
    data // to be validated
    ) {
        let v;
        if (typeof schemaKeyRef == "string") {
            v = this.getSchema(schemaKeyRef);
            if (!v)
                throw new Error(`no schema with key or ref "${schemaKeyRef}"`);
        }
        else {
            v = this.compile(schemaKeyRef);
        }
        const valid = v(data);
        if (!("$async" in v))
            this.errors = v.errors;
        return valid;
    }
    compile(schema, _meta) {
        const sch = this._addSchema(schema, _meta);
        return (sch.validate || this._compileSchemaEnv(sch));
    }
    compileAsync(schema, meta) {
        if (typeof this.opts.loadSchema != "function") {
            throw new Error("options.loadSchema should be a function");
        }
        const { loadSchema } = this.opts;
        return runCompileAsync.call(this, schema, meta);
        async function runCompileAsync(_schema, _meta) {
            await loadMetaSchema.call(this, _schema.$schema);
            const sch = this._addSchema(_schema, _meta);
            return sch.validate || _compileAsync.call(this, sch);
        }
        async function loadMetaSchema($ref) {
            if ($ref && !this.getSchema($ref)) {
                await runCompileAsync.call(this, { $ref }, true);
            }
        }
        async function _compileAsync(sch) {
            try {
                return this._compileSchemaEnv(sch);
            }
            catch (e) {
                if (!(e instanceof ref_error_1.default))
                    throw e;
                checkLoaded.call(this, e);
                await loadMissingSchema.call(this, e.missingSchema);
                return _compileAsync.call(this, sch);
            }
        }
        function checkLoaded({ missingSchema: ref, missingRef }) {
            if (this.refs[ref]) {
                throw new Error(`AnySchema ${ref} is loaded but ${missingRef} cannot be resolved`);
            }
        }
        async function loadMissingSchema(ref) {
            const _schema = await _loadSchema.call(this, ref);
            if (!this.refs[ref])
                await loadMetaSchema.call(this, _schema.$schema);
            if (!this.refs[ref])
                this.addSchema(_schema, ref, meta);
        }
        async function _loadSchema(ref) {
            const p = this._loading[ref];
            if (p)
                return p;
            try {
                return await (this._loading[ref] = loadSchema(ref));
            }
            finally {
                delete this._loading[ref];
            }
        }
    }
    // Adds schema to the instance
    addSchema(schema, // If array is passed, `key` will be ignored
    key, // Optional schema key. Can be passed to `validate` method instead of schema object or id/ref. One schema per instance can have empty `id` and `key`.
    _meta, // true if schema is a meta-schema. Used internally, addMetaSchema should be used instead.
    _validateSchema = this.opts.validateSchema // false to skip schema validation. Used internally, option validateSchema should be used instead.
    ) {
        if (Array.isArray(schema)) {
            for (const sch of schema)
                this.addSchema(sch, undefined, _meta, _validateSchema);
            return this;
        }
        let id;
        if (typeof schema === "object") {
            const { schemaId } = this.opts;
            id = schema[schemaId];
            if (id !== undefined && typeof id != "string") {
                throw new Error(`schema ${schemaId} must be string`);
            }
        }
        key = (0, resolve_1.normalizeId)(key || id);
        this._checkUnique(key);
        this.schemas[key] = this._addSchema(schema, _meta, key, _validateSchema, true);
        return this;
    }
    // Add schema that will be used to validate other schemas
    // options in META_IGNORE_OPTIONS are alway set to false
    addMetaSchema(schema, key, // schema key
    _validateSchema = this.opts.validateSchema // false to skip schema validation, can be used to override validateSchema option for meta-schema
    ) {
        this.addSchema(schema, key, true, _validateSchema);
        return this;
    }
    //  Validate schema against its meta-schema
    validateSchema(schema, throwOrLogError) {
        if (typeof schema == "boolean")
            return true;
        let $schema;
        $schema = schema.$schema;
        if ($schema !== undefined && typeof $schema != "string") {
            throw new Error("$schema must be a string");
        }
        $schema = $schema || this.opts.defaultMeta || this.defaultMeta();
        if (!$schema) {
            this.logger.warn("meta-schema not available");
            this.errors = null;
            return true;
        }
        const valid = this.validate($schema, schema);
        if (!valid && throwOrLogError) {
            const message = "schema is invalid: " + this.errorsText();
            if (this.opts.validateSchema === "log")
                this.logger.error(message);
            else
                throw new Error(message);
        }
        return valid;
    }
    // Get compiled schema by `key` or `ref`.
    // (`key` that was passed to `addSchema` or full schema reference - `schema.$id` or resolved id)
    getSchema(keyRef) {
        let sch;
        while (typeof (sch = getSchEnv.call(this, keyRef)) == "string")
            keyRef = sch;
        if (sch === undefined) {
            const { schemaId } = this.opts;
            const root = new compile_1.SchemaEnv({ schema: {}, schemaId });
            sch = compile_1.resolveSchema.call(this, root, keyRef);
            if (!sch)
                return;
            this.refs[keyRef] = sch;
        }
        return (sch.validate || this._compileSchemaEnv(sch));
    }
    // Remove cached schema(s).
    // If no parameter is passed all schemas but meta-schemas are removed.
    // If RegExp is passed all schemas with key/id matching pattern but meta-schemas are removed.
    // Even if schema is referenced by other schemas it still can be removed as other schemas have local references.
    removeSchema(schemaKeyRef) {
        if (schemaKeyRef instanceof RegExp) {
            this._removeAllSchemas(this.schemas, schemaKeyRef);
            this._removeAllSchemas(this.refs, schemaKeyRef);
            return this;
        }
        switch (typeof schemaKeyRef) {
            case "undefined":
                this._removeAllSchemas(this.schemas);
                this._removeAllSchemas(this.refs);
                this._cache.clear();
                return this;
            case "string": {
                const sch = getSchEnv.call(this, schemaKeyRef);
                if (typeof sch == "object")
                    this._cache.delete(sch.schema);
                delete this.schemas[schemaKeyRef];
                delete this.refs[schemaKeyRef];
                return this;
            }
            case "object": {
                const cacheKey = schemaKeyRef;
                this._cache.delete(cacheKey);
                let id = schemaKeyRef[this.opts.schemaId];
                if (id) {
                    id = (0, resolve_1.normalizeId)(id);
                    delete this.schemas[id];
                    delete this.refs[id];
                }
                return this;
            }
            default:
                throw new Error("ajv.removeSchema: invalid parameter");
        }
    }
    // add "vocabulary" - a collection of keywords
    addVocabulary(definitions) {
        for (const def of definitions)
            this.addKeyword(def);
        return this;
    }
    addKeyword(kwdOrDef, def // deprecated
    ) {
        let keyword;
        if (typeof kwdOrDef == "string") {
            keyword = kwdOrDef;
            if (typeof def == "object") {
                this.logger.warn("these parameters are deprecated, see docs for addKeyword");
                def.keyword = keyword;
            }
        }
        else if (typeof kwdOrDef == "object" && def === undefined) {
            def = kwdOrDef;
            keyword = def.keyword;
            if (Array.isArray(keyword) && !keyword.length) {
                throw new Error("addKeywords: keyword must be string or non-empty array");
            }
        }
        else {
            throw new Error("invalid addKeywords parameters");
        }
        checkKeyword.call(this, keyword, def);
        if (!def) {
            (0, util_1.eachItem)(keyword, (kwd) => addRule.call(this, kwd));
            return this;
        }
        keywordMetaschema.call(this, def);
        const definition = {
            ...def,
            type: (0, dataType_1.getJSONTypes)(def.type),
            schemaType: (0, dataType_1.getJSONTypes)(def.schemaType),
        };
        (0, util_1.eachItem)(keyword, definition.type.length === 0
            ? (k) => addRule.call(this, k, definition)
            : (k) => definition.type.forEach((t) => addRule.call(this, k, definition, t)));
        return this;
    }
    getKeyword(keyword) {
        const rule = this.RULES.all[keyword];
        return typeof rule == "object" ? rule.definition : !!rule;
    }
    // Remove keyword
    removeKeyword(keyword) {
        // TODO return type should be Ajv
        const { RULES } = this;
        delete RULES.keywords[keyword];
        delete RULES.all[keyword];
        for (const group of RULES.rules) {
            const i = group.rules.findIndex((rule) => rule.keyword === keyword);
            if (i >= 0)
                group.rules.splice(i, 1);
        }
        return this;
    }
    // Add format
    addFormat(name, format) {
        if (typeof format == "string")
            format = new RegExp(format);
        this.formats[name] = format;
        return this;
    }
    errorsText(errors = this.errors, // optional array of validation errors
    { separator = ", ", dataVar = "data" } = {} // optional options with properties `separator` and `dataVar`
    ) {
        if (!errors || errors.length === 0)
            return "No errors";
        return errors
            .map((e) => `${dataVar}${e.instancePath} ${e.message}`)
            .reduce((text, msg) => text + separator + msg);
    }
    $dataMetaSchema(metaSchema, keywordsJsonPointers) {
        const rules = this.RULES.all;
        metaSchema = JSON.parse(JSON.stringify(metaSchema));
        for (const jsonPointer of keywordsJsonPointers) {
            const segments = jsonPointer.split("/").slice(1); // first segment is an empty string
            let keywords = metaSchema;
            for (const seg of segments)
                keywords = keywords[seg];
            for (const key in rules) {
                const rule = rules[key];
                if (typeof rule != "object")
                    continue;
                const { $data } = rule.definition;
                const schema = keywords[key];
                if ($data && schema)
                    keywords[key] = schemaOrData(schema);
            }
        }
        return metaSchema;
    }
    _removeAllSchemas(schemas, regex) {
        for (const keyRef in schemas) {
            const sch = schemas[keyRef];
            if (!regex || regex.test(keyRef)) {
                if (typeof sch == "string") {
                    delete schemas[keyRef];
                }
                else if (sch && !sch.meta) {
                    this._cache.delete(sch.schema);
                    delete schemas[keyRef];
                }
            }
        }
    }
    _addSchema(schema, meta, baseId, validateSchema = this.opts.validateSchema, addSchema = this.opts.addUsedSchema) {
        let id;
        const { schemaId } = this.opts;
        if (typeof schema == "object") {
            id = schema[schemaId];
        }
        else {
            if (this.opts.jtd)
                throw new Error("schema must be object");
            else if (typeof schema != "boolean")
                throw new Error("schema must be object or boolean");
        }
        let sch = this._cache.get(schema);
        if (sch !== undefined)
            return sch;
        baseId = (0, resolve_1.normalizeId)(id || baseId);
        const localRefs = resolve_1.getSchemaRefs.call(this, schema, baseId);
        sch = new compile_1.SchemaEnv({ schema, schemaId, meta, baseId, localRefs });
        this._cache.set(sch.schema, sch);
        if (addSchema && !baseId.startsWith("#")) {
            // TODO atm it is allowed to overwrite schemas without id (instead of not adding them)
            if (baseId)
                this._checkUnique(baseId);
            this.refs[baseId] = sch;
        }
        if (validateSchema)
            this.validateSchema(schema, true);
        return sch;
    }
    _checkUnique(id) {
        if (this.schemas[id] || this.refs[id]) {
            throw new Error(`schema with key or id "${id}" already exists`);
        }
    }
    _compileSchemaEnv(sch) {
        if (sch.meta)
            this._compileMetaSchema(sch);
        else
            compile_1.compileSchema.call(this, sch);
        /* istanbul ignore if */
        if (!sch.validate)
            throw new Error("ajv implementation error");
        return sch.validate;
    }
    _compileMetaSchema(sch) {
        const currentOpts = this.opts;
        this.opts = this._metaOpts;
        try {
            compile_1.compileSchema.call(this, sch);
        }
        finally {
            this.opts = currentOpts;
        }
    }
}
Ajv.ValidationError = validation_error_1.default;
Ajv.MissingRefError = ref_error_1.default;
exports["default"] = Ajv;
function checkOptions(checkOpts, options, msg, log = "error") {
    for (const key in checkOpts) {
        const opt = key;
        if (opt in options)
            this.logger[log](`${msg}: option ${key}. ${checkOpts[opt]}`);
    }
}
function getSchEnv(keyRef) {
    keyRef = (0, resolve_1.normalizeId)(keyRef); // TODO tests fail without this line
    return this.schemas[keyRef] || this.refs[keyRef];
}
function addInitialSchemas() {
    const optsSchemas = this.opts.schemas;
    if (!optsSchemas)
        return;
    if (Array.isArray(optsSchemas))
        this.addSchema(optsSchemas);
    else
        for (const key in optsSchemas)
            this.addSchema(optsSchemas[key], key);
}
function addInitialFormats() {
    for (const name in this.opts.formats) {
        const format = this.opts.formats[name];
        if (format)
            this.addFormat(name, format);
    }
}
function addInitialKeywords(defs) {
    if (Array.isArray(defs)) {
        this.addVocabulary(defs);
        return;
    }
    this.logger.warn("keywords option as map is deprecated, pass array");
    for (const keyword in defs) {
        const def = defs[keyword];
        if (!def.keyword)
            def.keyword = keyword;
        this.addKeyword(def);
    }
}
function getMetaSchemaOptions() {
    const metaOpts = { ...this.opts };
    for (const opt of META_IGNORE_OPTIONS)
        delete metaOpts[opt];
    return metaOpts;
}
const noLogs = { log() { }, warn() { }, error() { } };
function getLogger(logger) {
    if (logger === false)
        return noLogs;
    if (logger === undefined)
        return console;
    if (logger.log && logger.warn && logger.error)
        return logger;
    throw new Error("logger must implement log, warn and error methods");
}
const KEYWORD_NAME = /^[a-z_$][a-z0-9_$:-]*$/i;
function checkKeyword(keyword, def) {
    const { RULES } = this;
    (0, util_1.eachItem)(keyword, (kwd) => {
        if (RULES.keywords[kwd])
            throw new Error(`Keyword ${kwd} is already defined`);
        if (!KEYWORD_NAME.test(kwd))
            throw new Error(`Keyword ${kwd} has invalid name`);
    });
    if (!def)
        return;
    if (def.$data && !("code" in def || "validate" in def)) {
        throw new Error('$data keyword must have "code" or "validate" function');
    }
}
function addRule(keyword, definition, dataType) {
    var _a;
    const post = definition === null || definition === void 0 ? void 0 : definition.post;
    if (dataType && post)
        throw new Error('keyword with "post" flag cannot have "type"');
    const { RULES } = this;
    let ruleGroup = post ? RULES.post : RULES.rules.find(({ type: t }) => t === dataType);
    if (!ruleGroup) {
        ruleGroup = { type: dataType, rules: [] };
        RULES.rules.push(ruleGroup);
    }
    RULES.keywords[keyword] = true;
    if (!definition)
        return;
    const rule = {
        keyword,
        definition: {
            ...definition,
            type: (0, dataType_1.getJSONTypes)(definition.type),
            schemaType: (0, dataType_1.getJSONTypes)(definition.schemaType),
        },
    };
    if (definition.before)
        addBeforeRule.call(this, ruleGroup, rule, definition.before);
    else
        ruleGroup.rules.push(rule);
    RULES.all[keyword] = rule;
    (_a = definition.implements) === null || _a === void 0 ? void 0 : _a.forEach((kwd) => this.addKeyword(kwd));
}
function addBeforeRule(ruleGroup, rule, before) {
    const i = ruleGroup.rules.findIndex((_rule) => _rule.keyword === before);
    if (i >= 0) {
        ruleGroup.rules.splice(i, 0, rule);
    }
    else {
        ruleGroup.rules.push(rule);
        this.logger.warn(`rule ${before} is not defined`);
    }
}
function keywordMetaschema(def) {
    let { metaSchema } = def;
    if (metaSchema === undefined)
        return;
    if (def.$data && this.opts.$data)
        metaSchema = schemaOrData(metaSchema);
    def.validateSchema = this.compile(metaSchema, true);
}
const $dataRef = {
    $ref: "https://raw.githubusercontent.com/ajv-validator/ajv/master/lib/refs/data.json#",
};
function schemaOrData(schema) {
    return { anyOf: [schema, $dataRef] };
}
//# sourceMappingURL=core.js.map

/***/ }),

/***/ 3995:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";

Object.defineProperty(exports, "__esModule", ({ value: true }));
const metaSchema = __nccwpck_require__(1678);
const applicator = __nccwpck_require__(7216);
const unevaluated = __nccwpck_require__(9547);
const content = __nccwpck_require__(8226);
const core = __nccwpck_require__(518);
const format = __nccwpck_require__(4588);
const metadata = __nccwpck_require__(5707);
const validation = __nccwpck_require__(7082);
const META_SUPPORT_DATA = ["/properties"];
function addMetaSchema2020($data) {
    ;
    [
        metaSchema,
        applicator,
        unevaluated,
        content,
        core,
        with$data(this, format),
        metadata,
        with$data(this, validation),
    ].forEach((sch) => this.addMetaSchema(sch, undefined, false));
    return this;
    function with$data(ajv, sch) {
        return $data ? ajv.$dataMetaSchema(sch, META_SUPPORT_DATA) : sch;
    }
}
exports["default"] = addMetaSchema2020;
//# sourceMappingURL=index.js.map

/***/ }),

/***/ 4951:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";

Object.defineProperty(exports, "__esModule", ({ value: true }));
// https://github.com/ajv-validator/ajv/issues/889
const equal = __nccwpck_require__(3430);
equal.code = 'require("ajv/dist/runtime/equal").default';
exports["default"] = equal;
//# sourceMappingURL=equal.js.map

/***/ }),

/***/ 6214:
/***/ ((__unused_webpack_module, exports) => {

"use strict";

Object.defineProperty(exports, "__esModule", ({ value: true }));
// https://mathiasbynens.be/notes/javascript-encoding
// https://github.com/bestiejs/punycode.js - punycode.ucs2.decode
function ucs2length(str) {
    const len = str.length;
    let length = 0;
    let pos = 0;
    let value;
    while (pos < len) {
        length++;
        value = str.charCodeAt(pos++);
        if (value >= 0xd800 && value <= 0xdbff && pos < len) {
            // high surrogate, and there is a next character
            value = str.charCodeAt(pos);
            if ((value & 0xfc00) === 0xdc00)
                pos++; // low surrogate
        }
    }
    return length;
}
exports["default"] = ucs2length;
ucs2length.code = 'require("ajv/dist/runtime/ucs2length").default';
//# sourceMappingURL=ucs2length.js.map

/***/ }),

/***/ 6285:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";

Object.defineProperty(exports, "__esModule", ({ value: true }));
const uri = __nccwpck_require__(4352);
uri.code = 'require("ajv/dist/runtime/uri").default';
exports["default"] = uri;
//# sourceMappingURL=uri.js.map

/***/ }),

/***/ 3021:
/***/ ((__unused_webpack_module, exports) => {

"use strict";

Object.defineProperty(exports, "__esModule", ({ value: true }));
class ValidationError extends Error {
    constructor(errors) {
        super("validation failed");
        this.errors = errors;
        this.ajv = this.validation = true;
    }
}
exports["default"] = ValidationError;
//# sourceMappingURL=validation_error.js.map

/***/ }),

/***/ 3448:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";

Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.validateAdditionalItems = void 0;
const codegen_1 = __nccwpck_require__(1436);
const util_1 = __nccwpck_require__(4464);
const error = {
    message: ({ params: { len } }) => (0, codegen_1.str) `must NOT have more than ${len} items`,
    params: ({ params: { len } }) => (0, codegen_1._) `{limit: ${len}}`,
};
const def = {
    keyword: "additionalItems",
    type: "array",
    schemaType: ["boolean", "object"],
    before: "uniqueItems",
    error,
    code(cxt) {
        const { parentSchema, it } = cxt;
        const { items } = parentSchema;
        if (!Array.isArray(items)) {
            (0, util_1.checkStrictMode)(it, '"additionalItems" is ignored when "items" is not an array of schemas');
            return;
        }
        validateAdditionalItems(cxt, items);
    },
};
function validateAdditionalItems(cxt, items) {
    const { gen, schema, data, keyword, it } = cxt;
    it.items = true;
    const len = gen.const("len", (0, codegen_1._) `${data}.length`);
    if (schema === false) {
        cxt.setParams({ len: items.length });
        cxt.pass((0, codegen_1._) `${len} <= ${items.length}`);
    }
    else if (typeof schema == "object" && !(0, util_1.alwaysValidSchema)(it, schema)) {
        const valid = gen.var("valid", (0, codegen_1._) `${len} <= ${items.length}`); // TODO var
        gen.if((0, codegen_1.not)(valid), () => validateItems(valid));
        cxt.ok(valid);
    }
    function validateItems(valid) {
        gen.forRange("i", items.length, len, (i) => {
            cxt.subschema({ keyword, dataProp: i, dataPropType: util_1.Type.Num }, valid);
            if (!it.allErrors)
                gen.if((0, codegen_1.not)(valid), () => gen.break());
        });
    }
}
exports.validateAdditionalItems = validateAdditionalItems;
exports["default"] = def;
//# sourceMappingURL=additionalItems.js.map

/***/ }),

/***/ 2431:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";

Object.defineProperty(exports, "__esModule", ({ value: true }));
const code_1 = __nccwpck_require__(8484);
const codegen_1 = __nccwpck_require__(1436);
const names_1 = __nccwpck_require__(630);
const util_1 = __nccwpck_require__(4464);
const error = {
    message: "must NOT have additional properties",
    params: ({ params }) => (0, codegen_1._) `{additionalProperty: ${params.additionalProperty}}`,
};
const def = {
    keyword: "additionalProperties",
    type: ["object"],
    schemaType: ["boolean", "object"],
    allowUndefined: true,
    trackErrors: true,
    error,
    code(cxt) {
        const { gen, schema, parentSchema, data, errsCount, it } = cxt;
        /* istanbul ignore if */
        if (!errsCount)
            throw new Error("ajv implementation error");
        const { allErrors, opts } = it;
        it.props = true;
        if (opts.removeAdditional !== "all" && (0, util_1.alwaysValidSchema)(it, schema))
            return;
        const props = (0, code_1.allSchemaProperties)(parentSchema.properties);
        const patProps = (0, code_1.allSchemaProperties)(parentSchema.patternProperties);
        checkAdditionalProperties();
        cxt.ok((0, codegen_1._) `${errsCount} === ${names_1.default.errors}`);
        function checkAdditionalProperties() {
            gen.forIn("key", data, (key) => {
                if (!props.length && !patProps.length)
                    additionalPropertyCode(key);
                else
                    gen.if(isAdditional(key), () => additionalPropertyCode(key));
            });
        }
        function isAdditional(key) {
            let definedProp;
            if (props.length > 8) {
                // TODO maybe an option instead of hard-coded 8?
                const propsSchema = (0, util_1.schemaRefOrVal)(it, parentSchema.properties, "properties");
                definedProp = (0, code_1.isOwnProperty)(gen, propsSchema, key);
            }
            else if (props.length) {
                definedProp = (0, codegen_1.or)(...props.map((p) => (0, codegen_1._) `${key} === ${p}`));
            }
            else {
                definedProp = codegen_1.nil;
            }
            if (patProps.length) {
                definedProp = (0, codegen_1.or)(definedProp, ...patProps.map((p) => (0, codegen_1._) `${(0, code_1.usePattern)(cxt, p)}.test(${key})`));
            }
            return (0, codegen_1.not)(definedProp);
        }
        function deleteAdditional(key) {
            gen.code((0, codegen_1._) `delete ${data}[${key}]`);
        }
        function additionalPropertyCode(key) {
            if (opts.removeAdditional === "all" || (opts.removeAdditional && schema === false)) {
                deleteAdditional(key);
                return;
            }
            if (schema === false) {
                cxt.setParams({ additionalProperty: key });
                cxt.error();
                if (!allErrors)
                    gen.break();
                return;
            }
            if (typeof schema == "object" && !(0, util_1.alwaysValidSchema)(it, schema)) {
                const valid = gen.name("valid");
                if (opts.removeAdditional === "failing") {
                    applyAdditionalSchema(key, valid, false);
                    gen.if((0, codegen_1.not)(valid), () => {
                        cxt.reset();
                        deleteAdditional(key);
                    });
                }
                else {
                    applyAdditionalSchema(key, valid);
                    if (!allErrors)
                        gen.if((0, codegen_1.not)(valid), () => gen.break());
                }
            }
        }
        function applyAdditionalSchema(key, valid, errors) {
            const subschema = {
                keyword: "additionalProperties",
                dataProp: key,
                dataPropType: util_1.Type.Str,
            };
            if (errors === false) {
                Object.assign(subschema, {
                    compositeRule: true,
                    createErrors: false,
                    allErrors: false,
                });
            }
            cxt.subschema(subschema, valid);
        }
    },
};
exports["default"] = def;
//# sourceMappingURL=additionalProperties.js.map

/***/ }),

/***/ 9205:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";

Object.defineProperty(exports, "__esModule", ({ value: true }));
const util_1 = __nccwpck_require__(4464);
const def = {
    keyword: "allOf",
    schemaType: "array",
    code(cxt) {
        const { gen, schema, it } = cxt;
        /* istanbul ignore if */
        if (!Array.isArray(schema))
            throw new Error("ajv implementation error");
        const valid = gen.name("valid");
        schema.forEach((sch, i) => {
            if ((0, util_1.alwaysValidSchema)(it, sch))
                return;
            const schCxt = cxt.subschema({ keyword: "allOf", schemaProp: i }, valid);
            cxt.ok(valid);
            cxt.mergeEvaluated(schCxt);
        });
    },
};
exports["default"] = def;
//# sourceMappingURL=allOf.js.map

/***/ }),

/***/ 9380:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";

Object.defineProperty(exports, "__esModule", ({ value: true }));
const code_1 = __nccwpck_require__(8484);
const def = {
    keyword: "anyOf",
    schemaType: "array",
    trackErrors: true,
    code: code_1.validateUnion,
    error: { message: "must match a schema in anyOf" },
};
exports["default"] = def;
//# sourceMappingURL=anyOf.js.map

/***/ }),

/***/ 6182:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";

Object.defineProperty(exports, "__esModule", ({ value: true }));
const codegen_1 = __nccwpck_require__(1436);
const util_1 = __nccwpck_require__(4464);
const error = {
    message: ({ params: { min, max } }) => max === undefined
        ? (0, codegen_1.str) `must contain at least ${min} valid item(s)`
        : (0, codegen_1.str) `must contain at least ${min} and no more than ${max} valid item(s)`,
    params: ({ params: { min, max } }) => max === undefined ? (0, codegen_1._) `{minContains: ${min}}` : (0, codegen_1._) `{minContains: ${min}, maxContains: ${max}}`,
};
const def = {
    keyword: "contains",
    type: "array",
    schemaType: ["object", "boolean"],
    before: "uniqueItems",
    trackErrors: true,
    error,
    code(cxt) {
        const { gen, schema, parentSchema, data, it } = cxt;
        let min;
        let max;
        const { minContains, maxContains } = parentSchema;
        if (it.opts.next) {
            min = minContains === undefined ? 1 : minContains;
            max = maxContains;
        }
        else {
            min = 1;
        }
        const len = gen.const("len", (0, codegen_1._) `${data}.length`);
        cxt.setParams({ min, max });
        if (max === undefined && min === 0) {
            (0, util_1.checkStrictMode)(it, `"minContains" == 0 without "maxContains": "contains" keyword ignored`);
            return;
        }
        if (max !== undefined && min > max) {
            (0, util_1.checkStrictMode)(it, `"minContains" > "maxContains" is always invalid`);
            cxt.fail();
            return;
        }
        if ((0, util_1.alwaysValidSchema)(it, schema)) {
            let cond = (0, codegen_1._) `${len} >= ${min}`;
            if (max !== undefined)
                cond = (0, codegen_1._) `${cond} && ${len} <= ${max}`;
            cxt.pass(cond);
            return;
        }
        it.items = true;
        const valid = gen.name("valid");
        if (max === undefined && min === 1) {
            validateItems(valid, () => gen.if(valid, () => gen.break()));
        }
        else if (min === 0) {
            gen.let(valid, true);
            if (max !== undefined)
                gen.if((0, codegen_1._) `${data}.length > 0`, validateItemsWithCount);
        }
        else {
            gen.let(valid, false);
            validateItemsWithCount();
        }
        cxt.result(valid, () => cxt.reset());
        function validateItemsWithCount() {
            const schValid = gen.name("_valid");
            const count = gen.let("count", 0);
            validateItems(schValid, () => gen.if(schValid, () => checkLimits(count)));
        }
        function validateItems(_valid, block) {
            gen.forRange("i", 0, len, (i) => {
                cxt.subschema({
                    keyword: "contains",
                    dataProp: i,
                    dataPropType: util_1.Type.Num,
                    compositeRule: true,
                }, _valid);
                block();
            });
        }
        function checkLimits(count) {
            gen.code((0, codegen_1._) `${count}++`);
            if (max === undefined) {
                gen.if((0, codegen_1._) `${count} >= ${min}`, () => gen.assign(valid, true).break());
            }
            else {
                gen.if((0, codegen_1._) `${count} > ${max}`, () => gen.assign(valid, false).break());
                if (min === 1)
                    gen.assign(valid, true);
                else
                    gen.if((0, codegen_1._) `${count} >= ${min}`, () => gen.assign(valid, true));
            }
        }
    },
};
exports["default"] = def;
//# sourceMappingURL=contains.js.map

/***/ }),

/***/ 5826:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";

Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.validateSchemaDeps = exports.validatePropertyDeps = exports.error = void 0;
const codegen_1 = __nccwpck_require__(1436);
const util_1 = __nccwpck_require__(4464);
const code_1 = __nccwpck_require__(8484);
exports.error = {
    message: ({ params: { property, depsCount, deps } }) => {
        const property_ies = depsCount === 1 ? "property" : "properties";
        return (0, codegen_1.str) `must have ${property_ies} ${deps} when property ${property} is present`;
    },
    params: ({ params: { property, depsCount, deps, missingProperty } }) => (0, codegen_1._) `{property: ${property},
    missingProperty: ${missingProperty},
    depsCount: ${depsCount},
    deps: ${deps}}`, // TODO change to reference
};
const def = {
    keyword: "dependencies",
    type: "object",
    schemaType: "object",
    error: exports.error,
    code(cxt) {
        const [propDeps, schDeps] = splitDependencies(cxt);
        validatePropertyDeps(cxt, propDeps);
        validateSchemaDeps(cxt, schDeps);
    },
};
function splitDependencies({ schema }) {
    const propertyDeps = {};
    const schemaDeps = {};
    for (const key in schema) {
        if (key === "__proto__")
            continue;
        const deps = Array.isArray(schema[key]) ? propertyDeps : schemaDeps;
        deps[key] = schema[key];
    }
    return [propertyDeps, schemaDeps];
}
function validatePropertyDeps(cxt, propertyDeps = cxt.schema) {
    const { gen, data, it } = cxt;
    if (Object.keys(propertyDeps).length === 0)
        return;
    const missing = gen.let("missing");
    for (const prop in propertyDeps) {
        const deps = propertyDeps[prop];
        if (deps.length === 0)
            continue;
        const hasProperty = (0, code_1.propertyInData)(gen, data, prop, it.opts.ownProperties);
        cxt.setParams({
            property: prop,
            depsCount: deps.length,
            deps: deps.join(", "),
        });
        if (it.allErrors) {
            gen.if(hasProperty, () => {
                for (const depProp of deps) {
                    (0, code_1.checkReportMissingProp)(cxt, depProp);
                }
            });
        }
        else {
            gen.if((0, codegen_1._) `${hasProperty} && (${(0, code_1.checkMissingProp)(cxt, deps, missing)})`);
            (0, code_1.reportMissingProp)(cxt, missing);
            gen.else();
        }
    }
}
exports.validatePropertyDeps = validatePropertyDeps;
function validateSchemaDeps(cxt, schemaDeps = cxt.schema) {
    const { gen, data, keyword, it } = cxt;
    const valid = gen.name("valid");
    for (const prop in schemaDeps) {
        if ((0, util_1.alwaysValidSchema)(it, schemaDeps[prop]))
            continue;
        gen.if((0, code_1.propertyInData)(gen, data, prop, it.opts.ownProperties), () => {
            const schCxt = cxt.subschema({ keyword, schemaProp: prop }, valid);
            cxt.mergeValidEvaluated(schCxt, valid);
        }, () => gen.var(valid, true) // TODO var
        );
        cxt.ok(valid);
    }
}
exports.validateSchemaDeps = validateSchemaDeps;
exports["default"] = def;
//# sourceMappingURL=dependencies.js.map

/***/ }),

/***/ 3818:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";

Object.defineProperty(exports, "__esModule", ({ value: true }));
const dependencies_1 = __nccwpck_require__(5826);
const def = {
    keyword: "dependentSchemas",
    type: "object",
    schemaType: "object",
    code: (cxt) => (0, dependencies_1.validateSchemaDeps)(cxt),
};
exports["default"] = def;
//# sourceMappingURL=dependentSchemas.js.map

/***/ }),

/***/ 8584:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";

Object.defineProperty(exports, "__esModule", ({ value: true }));
const codegen_1 = __nccwpck_require__(1436);
const util_1 = __nccwpck_require__(4464);
const error = {
    message: ({ params }) => (0, codegen_1.str) `must match "${params.ifClause}" schema`,
    params: ({ params }) => (0, codegen_1._) `{failingKeyword: ${params.ifClause}}`,
};
const def = {
    keyword: "if",
    schemaType: ["object", "boolean"],
    trackErrors: true,
    error,
    code(cxt) {
        const { gen, parentSchema, it } = cxt;
        if (parentSchema.then === undefined && parentSchema.else === undefined) {
            (0, util_1.checkStrictMode)(it, '"if" without "then" and "else" is ignored');
        }
        const hasThen = hasSchema(it, "then");
        const hasElse = hasSchema(it, "else");
        if (!hasThen && !hasElse)
            return;
        const valid = gen.let("valid", true);
        const schValid = gen.name("_valid");
        validateIf();
        cxt.reset();
        if (hasThen && hasElse) {
            const ifClause = gen.let("ifClause");
            cxt.setParams({ ifClause });
            gen.if(schValid, validateClause("then", ifClause), validateClause("else", ifClause));
        }
        else if (hasThen) {
            gen.if(schValid, validateClause("then"));
        }
        else {
            gen.if((0, codegen_1.not)(schValid), validateClause("else"));
        }
        cxt.pass(valid, () => cxt.error(true));
        function validateIf() {
            const schCxt = cxt.subschema({
                keyword: "if",
                compositeRule: true,
                createErrors: false,
                allErrors: false,
            }, schValid);
            cxt.mergeEvaluated(schCxt);
        }
        function validateClause(keyword, ifClause) {
            return () => {
                const schCxt = cxt.subschema({ keyword }, schValid);
                gen.assign(valid, schValid);
                cxt.mergeValidEvaluated(schCxt, valid);
                if (ifClause)
                    gen.assign(ifClause, (0, codegen_1._) `${keyword}`);
                else
                    cxt.setParams({ ifClause: keyword });
            };
        }
    },
};
function hasSchema(it, keyword) {
    const schema = it.schema[keyword];
    return schema !== undefined && !(0, util_1.alwaysValidSchema)(it, schema);
}
exports["default"] = def;
//# sourceMappingURL=if.js.map

/***/ }),

/***/ 8775:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";

Object.defineProperty(exports, "__esModule", ({ value: true }));
const additionalItems_1 = __nccwpck_require__(3448);
const prefixItems_1 = __nccwpck_require__(6467);
const items_1 = __nccwpck_require__(5791);
const items2020_1 = __nccwpck_require__(2959);
const contains_1 = __nccwpck_require__(6182);
const dependencies_1 = __nccwpck_require__(5826);
const propertyNames_1 = __nccwpck_require__(1372);
const additionalProperties_1 = __nccwpck_require__(2431);
const properties_1 = __nccwpck_require__(8778);
const patternProperties_1 = __nccwpck_require__(664);
const not_1 = __nccwpck_require__(8350);
const anyOf_1 = __nccwpck_require__(9380);
const oneOf_1 = __nccwpck_require__(2490);
const allOf_1 = __nccwpck_require__(9205);
const if_1 = __nccwpck_require__(8584);
const thenElse_1 = __nccwpck_require__(6829);
function getApplicator(draft2020 = false) {
    const applicator = [
        // any
        not_1.default,
        anyOf_1.default,
        oneOf_1.default,
        allOf_1.default,
        if_1.default,
        thenElse_1.default,
        // object
        propertyNames_1.default,
        additionalProperties_1.default,
        dependencies_1.default,
        properties_1.default,
        patternProperties_1.default,
    ];
    // array
    if (draft2020)
        applicator.push(prefixItems_1.default, items2020_1.default);
    else
        applicator.push(additionalItems_1.default, items_1.default);
    applicator.push(contains_1.default);
    return applicator;
}
exports["default"] = getApplicator;
//# sourceMappingURL=index.js.map

/***/ }),

/***/ 5791:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";

Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.validateTuple = void 0;
const codegen_1 = __nccwpck_require__(1436);
const util_1 = __nccwpck_require__(4464);
const code_1 = __nccwpck_require__(8484);
const def = {
    keyword: "items",
    type: "array",
    schemaType: ["object", "array", "boolean"],
    before: "uniqueItems",
    code(cxt) {
        const { schema, it } = cxt;
        if (Array.isArray(schema))
            return validateTuple(cxt, "additionalItems", schema);
        it.items = true;
        if ((0, util_1.alwaysValidSchema)(it, schema))
            return;
        cxt.ok((0, code_1.validateArray)(cxt));
    },
};
function validateTuple(cxt, extraItems, schArr = cxt.schema) {
    const { gen, parentSchema, data, keyword, it } = cxt;
    checkStrictTuple(parentSchema);
    if (it.opts.unevaluated && schArr.length && it.items !== true) {
        it.items = util_1.mergeEvaluated.items(gen, schArr.length, it.items);
    }
    const valid = gen.name("valid");
    const len = gen.const("len", (0, codegen_1._) `${data}.length`);
    schArr.forEach((sch, i) => {
        if ((0, util_1.alwaysValidSchema)(it, sch))
            return;
        gen.if((0, codegen_1._) `${len} > ${i}`, () => cxt.subschema({
            keyword,
            schemaProp: i,
            dataProp: i,
        }, valid));
        cxt.ok(valid);
    });
    function checkStrictTuple(sch) {
        const { opts, errSchemaPath } = it;
        const l = schArr.length;
        const fullTuple = l === sch.minItems && (l === sch.maxItems || sch[extraItems] === false);
        if (opts.strictTuples && !fullTuple) {
            const msg = `"${keyword}" is ${l}-tuple, but minItems or maxItems/${extraItems} are not specified or different at path "${errSchemaPath}"`;
            (0, util_1.checkStrictMode)(it, msg, opts.strictTuples);
        }
    }
}
exports.validateTuple = validateTuple;
exports["default"] = def;
//# sourceMappingURL=items.js.map

/***/ }),

/***/ 2959:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";

Object.defineProperty(exports, "__esModule", ({ value: true }));
const codegen_1 = __nccwpck_require__(1436);
const util_1 = __nccwpck_require__(4464);
const code_1 = __nccwpck_require__(8484);
const additionalItems_1 = __nccwpck_require__(3448);
const error = {
    message: ({ params: { len } }) => (0, codegen_1.str) `must NOT have more than ${len} items`,
    params: ({ params: { len } }) => (0, codegen_1._) `{limit: ${len}}`,
};
const def = {
    keyword: "items",
    type: "array",
    schemaType: ["object", "boolean"],
    before: "uniqueItems",
    error,
    code(cxt) {
        const { schema, parentSchema, it } = cxt;
        const { prefixItems } = parentSchema;
        it.items = true;
        if ((0, util_1.alwaysValidSchema)(it, schema))
            return;
        if (prefixItems)
            (0, additionalItems_1.validateAdditionalItems)(cxt, prefixItems);
        else
            cxt.ok((0, code_1.validateArray)(cxt));
    },
};
exports["default"] = def;
//# sourceMappingURL=items2020.js.map

/***/ }),

/***/ 8350:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";

Object.defineProperty(exports, "__esModule", ({ value: true }));
const util_1 = __nccwpck_require__(4464);
const def = {
    keyword: "not",
    schemaType: ["object", "boolean"],
    trackErrors: true,
    code(cxt) {
        const { gen, schema, it } = cxt;
        if ((0, util_1.alwaysValidSchema)(it, schema)) {
            cxt.fail();
            return;
        }
        const valid = gen.name("valid");
        cxt.subschema({
            keyword: "not",
            compositeRule: true,
            createErrors: false,
            allErrors: false,
        }, valid);
        cxt.failResult(valid, () => cxt.reset(), () => cxt.error());
    },
    error: { message: "must NOT be valid" },
};
exports["default"] = def;
//# sourceMappingURL=not.js.map

/***/ }),

/***/ 2490:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";

Object.defineProperty(exports, "__esModule", ({ value: true }));
const codegen_1 = __nccwpck_require__(1436);
const util_1 = __nccwpck_require__(4464);
const error = {
    message: "must match exactly one schema in oneOf",
    params: ({ params }) => (0, codegen_1._) `{passingSchemas: ${params.passing}}`,
};
const def = {
    keyword: "oneOf",
    schemaType: "array",
    trackErrors: true,
    error,
    code(cxt) {
        const { gen, schema, parentSchema, it } = cxt;
        /* istanbul ignore if */
        if (!Array.isArray(schema))
            throw new Error("ajv implementation error");
        if (it.opts.discriminator && parentSchema.discriminator)
            return;
        const schArr = schema;
        const valid = gen.let("valid", false);
        const passing = gen.let("passing", null);
        const schValid = gen.name("_valid");
        cxt.setParams({ passing });
        // TODO possibly fail straight away (with warning or exception) if there are two empty always valid schemas
        gen.block(validateOneOf);
        cxt.result(valid, () => cxt.reset(), () => cxt.error(true));
        function validateOneOf() {
            schArr.forEach((sch, i) => {
                let schCxt;
                if ((0, util_1.alwaysValidSchema)(it, sch)) {
                    gen.var(schValid, true);
                }
                else {
                    schCxt = cxt.subschema({
                        keyword: "oneOf",
                        schemaProp: i,
                        compositeRule: true,
                    }, schValid);
                }
                if (i > 0) {
                    gen
                        .if((0, codegen_1._) `${schValid} && ${valid}`)
                        .assign(valid, false)
                        .assign(passing, (0, codegen_1._) `[${passing}, ${i}]`)
                        .else();
                }
                gen.if(schValid, () => {
                    gen.assign(valid, true);
                    gen.assign(passing, i);
                    if (schCxt)
                        cxt.mergeEvaluated(schCxt, codegen_1.Name);
                });
            });
        }
    },
};
exports["default"] = def;
//# sourceMappingURL=oneOf.js.map

/***/ }),

/***/ 664:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";

Object.defineProperty(exports, "__esModule", ({ value: true }));
const code_1 = __nccwpck_require__(8484);
const codegen_1 = __nccwpck_require__(1436);
const util_1 = __nccwpck_require__(4464);
const util_2 = __nccwpck_require__(4464);
const def = {
    keyword: "patternProperties",
    type: "object",
    schemaType: "object",
    code(cxt) {
        const { gen, schema, data, parentSchema, it } = cxt;
        const { opts } = it;
        const patterns = (0, code_1.allSchemaProperties)(schema);
        const alwaysValidPatterns = patterns.filter((p) => (0, util_1.alwaysValidSchema)(it, schema[p]));
        if (patterns.length === 0 ||
            (alwaysValidPatterns.length === patterns.length &&
                (!it.opts.unevaluated || it.props === true))) {
            return;
        }
        const checkProperties = opts.strictSchema && !opts.allowMatchingProperties && parentSchema.properties;
        const valid = gen.name("valid");
        if (it.props !== true && !(it.props instanceof codegen_1.Name)) {
            it.props = (0, util_2.evaluatedPropsToName)(gen, it.props);
        }
        const { props } = it;
        validatePatternProperties();
        function validatePatternProperties() {
            for (const pat of patterns) {
                if (checkProperties)
                    checkMatchingProperties(pat);
                if (it.allErrors) {
                    validateProperties(pat);
                }
                else {
                    gen.var(valid, true); // TODO var
                    validateProperties(pat);
                    gen.if(valid);
                }
            }
        }
        function checkMatchingProperties(pat) {
            for (const prop in checkProperties) {
                if (new RegExp(pat).test(prop)) {
                    (0, util_1.checkStrictMode)(it, `property ${prop} matches pattern ${pat} (use allowMatchingProperties)`);
                }
            }
        }
        function validateProperties(pat) {
            gen.forIn("key", data, (key) => {
                gen.if((0, codegen_1._) `${(0, code_1.usePattern)(cxt, pat)}.test(${key})`, () => {
                    const alwaysValid = alwaysValidPatterns.includes(pat);
                    if (!alwaysValid) {
                        cxt.subschema({
                            keyword: "patternProperties",
                            schemaProp: pat,
                            dataProp: key,
                            dataPropType: util_2.Type.Str,
                        }, valid);
                    }
                    if (it.opts.unevaluated && props !== true) {
                        gen.assign((0, codegen_1._) `${props}[${key}]`, true);
                    }
                    else if (!alwaysValid && !it.allErrors) {
                        // can short-circuit if `unevaluatedProperties` is not supported (opts.next === false)
                        // or if all properties were evaluated (props === true)
                        gen.if((0, codegen_1.not)(valid), () => gen.break());
                    }
                });
            });
        }
    },
};
exports["default"] = def;
//# sourceMappingURL=patternProperties.js.map

/***/ }),

/***/ 6467:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";

Object.defineProperty(exports, "__esModule", ({ value: true }));
const items_1 = __nccwpck_require__(5791);
const def = {
    keyword: "prefixItems",
    type: "array",
    schemaType: ["array"],
    before: "uniqueItems",
    code: (cxt) => (0, items_1.validateTuple)(cxt, "items"),
};
exports["default"] = def;
//# sourceMappingURL=prefixItems.js.map

/***/ }),

/***/ 8778:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";

Object.defineProperty(exports, "__esModule", ({ value: true }));
const validate_1 = __nccwpck_require__(7881);
const code_1 = __nccwpck_require__(8484);
const util_1 = __nccwpck_require__(4464);
const additionalProperties_1 = __nccwpck_require__(2431);
const def = {
    keyword: "properties",
    type: "object",
    schemaType: "object",
    code(cxt) {
        const { gen, schema, parentSchema, data, it } = cxt;
        if (it.opts.removeAdditional === "all" && parentSchema.additionalProperties === undefined) {
            additionalProperties_1.default.code(new validate_1.KeywordCxt(it, additionalProperties_1.default, "additionalProperties"));
        }
        const allProps = (0, code_1.allSchemaProperties)(schema);
        for (const prop of allProps) {
            it.definedProperties.add(prop);
        }
        if (it.opts.unevaluated && allProps.length && it.props !== true) {
            it.props = util_1.mergeEvaluated.props(gen, (0, util_1.toHash)(allProps), it.props);
        }
        const properties = allProps.filter((p) => !(0, util_1.alwaysValidSchema)(it, schema[p]));
        if (properties.length === 0)
            return;
        const valid = gen.name("valid");
        for (const prop of properties) {
            if (hasDefault(prop)) {
                applyPropertySchema(prop);
            }
            else {
                gen.if((0, code_1.propertyInData)(gen, data, prop, it.opts.ownProperties));
                applyPropertySchema(prop);
                if (!it.allErrors)
                    gen.else().var(valid, true);
                gen.endIf();
            }
            cxt.it.definedProperties.add(prop);
            cxt.ok(valid);
        }
        function hasDefault(prop) {
            return it.opts.useDefaults && !it.compositeRule && schema[prop].default !== undefined;
        }
        function applyPropertySchema(prop) {
            cxt.subschema({
                keyword: "properties",
                schemaProp: prop,
                dataProp: prop,
            }, valid);
        }
    },
};
exports["default"] = def;
//# sourceMappingURL=properties.js.map

/***/ }),

/***/ 1372:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";

Object.defineProperty(exports, "__esModule", ({ value: true }));
const codegen_1 = __nccwpck_require__(1436);
const util_1 = __nccwpck_require__(4464);
const error = {
    message: "property name must be valid",
    params: ({ params }) => (0, codegen_1._) `{propertyName: ${params.propertyName}}`,
};
const def = {
    keyword: "propertyNames",
    type: "object",
    schemaType: ["object", "boolean"],
    error,
    code(cxt) {
        const { gen, schema, data, it } = cxt;
        if ((0, util_1.alwaysValidSchema)(it, schema))
            return;
        const valid = gen.name("valid");
        gen.forIn("key", data, (key) => {
            cxt.setParams({ propertyName: key });
            cxt.subschema({
                keyword: "propertyNames",
                data: key,
                dataTypes: ["string"],
                propertyName: key,
                compositeRule: true,
            }, valid);
            gen.if((0, codegen_1.not)(valid), () => {
                cxt.error(true);
                if (!it.allErrors)
                    gen.break();
            });
        });
        cxt.ok(valid);
    },
};
exports["default"] = def;
//# sourceMappingURL=propertyNames.js.map

/***/ }),

/***/ 6829:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";

Object.defineProperty(exports, "__esModule", ({ value: true }));
const util_1 = __nccwpck_require__(4464);
const def = {
    keyword: ["then", "else"],
    schemaType: ["object", "boolean"],
    code({ keyword, parentSchema, it }) {
        if (parentSchema.if === undefined)
            (0, util_1.checkStrictMode)(it, `"${keyword}" without "if" is ignored`);
    },
};
exports["default"] = def;
//# sourceMappingURL=thenElse.js.map

/***/ }),

/***/ 8484:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";

Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.validateUnion = exports.validateArray = exports.usePattern = exports.callValidateCode = exports.schemaProperties = exports.allSchemaProperties = exports.noPropertyInData = exports.propertyInData = exports.isOwnProperty = exports.hasPropFunc = exports.reportMissingProp = exports.checkMissingProp = exports.checkReportMissingProp = void 0;
const codegen_1 = __nccwpck_require__(1436);
const util_1 = __nccwpck_require__(4464);
const names_1 = __nccwpck_require__(630);
const util_2 = __nccwpck_require__(4464);
function checkReportMissingProp(cxt, prop) {
    const { gen, data, it } = cxt;
    gen.if(noPropertyInData(gen, data, prop, it.opts.ownProperties), () => {
        cxt.setParams({ missingProperty: (0, codegen_1._) `${prop}` }, true);
        cxt.error();
    });
}
exports.checkReportMissingProp = checkReportMissingProp;
function checkMissingProp({ gen, data, it: { opts } }, properties, missing) {
    return (0, codegen_1.or)(...properties.map((prop) => (0, codegen_1.and)(noPropertyInData(gen, data, prop, opts.ownProperties), (0, codegen_1._) `${missing} = ${prop}`)));
}
exports.checkMissingProp = checkMissingProp;
function reportMissingProp(cxt, missing) {
    cxt.setParams({ missingProperty: missing }, true);
    cxt.error();
}
exports.reportMissingProp = reportMissingProp;
function hasPropFunc(gen) {
    return gen.scopeValue("func", {
        // eslint-disable-next-line @typescript-eslint/unbound-method
        ref: Object.prototype.hasOwnProperty,
        code: (0, codegen_1._) `Object.prototype.hasOwnProperty`,
    });
}
exports.hasPropFunc = hasPropFunc;
function isOwnProperty(gen, data, property) {
    return (0, codegen_1._) `${hasPropFunc(gen)}.call(${data}, ${property})`;
}
exports.isOwnProperty = isOwnProperty;
function propertyInData(gen, data, property, ownProperties) {
    const cond = (0, codegen_1._) `${data}${(0, codegen_1.getProperty)(property)} !== undefined`;
    return ownProperties ? (0, codegen_1._) `${cond} && ${isOwnProperty(gen, data, property)}` : cond;
}
exports.propertyInData = propertyInData;
function noPropertyInData(gen, data, property, ownProperties) {
    const cond = (0, codegen_1._) `${data}${(0, codegen_1.getProperty)(property)} === undefined`;
    return ownProperties ? (0, codegen_1.or)(cond, (0, codegen_1.not)(isOwnProperty(gen, data, property))) : cond;
}
exports.noPropertyInData = noPropertyInData;
function allSchemaProperties(schemaMap) {
    return schemaMap ? Object.keys(schemaMap).filter((p) => p !== "__proto__") : [];
}
exports.allSchemaProperties = allSchemaProperties;
function schemaProperties(it, schemaMap) {
    return allSchemaProperties(schemaMap).filter((p) => !(0, util_1.alwaysValidSchema)(it, schemaMap[p]));
}
exports.schemaProperties = schemaProperties;
function callValidateCode({ schemaCode, data, it: { gen, topSchemaRef, schemaPath, errorPath }, it }, func, context, passSchema) {
    const dataAndSchema = passSchema ? (0, codegen_1._) `${schemaCode}, ${data}, ${topSchemaRef}${schemaPath}` : data;
    const valCxt = [
        [names_1.default.instancePath, (0, codegen_1.strConcat)(names_1.default.instancePath, errorPath)],
        [names_1.default.parentData, it.parentData],
        [names_1.default.parentDataProperty, it.parentDataProperty],
        [names_1.default.rootData, names_1.default.rootData],
    ];
    if (it.opts.dynamicRef)
        valCxt.push([names_1.default.dynamicAnchors, names_1.default.dynamicAnchors]);
    const args = (0, codegen_1._) `${dataAndSchema}, ${gen.object(...valCxt)}`;
    return context !== codegen_1.nil ? (0, codegen_1._) `${func}.call(${context}, ${args})` : (0, codegen_1._) `${func}(${args})`;
}
exports.callValidateCode = callValidateCode;
const newRegExp = (0, codegen_1._) `new RegExp`;
function usePattern({ gen, it: { opts } }, pattern) {
    const u = opts.unicodeRegExp ? "u" : "";
    const { regExp } = opts.code;
    const rx = regExp(pattern, u);
    return gen.scopeValue("pattern", {
        key: rx.toString(),
        ref: rx,
        code: (0, codegen_1._) `${regExp.code === "new RegExp" ? newRegExp : (0, util_2.useFunc)(gen, regExp)}(${pattern}, ${u})`,
    });
}
exports.usePattern = usePattern;
function validateArray(cxt) {
    const { gen, data, keyword, it } = cxt;
    const valid = gen.name("valid");
    if (it.allErrors) {
        const validArr = gen.let("valid", true);
        validateItems(() => gen.assign(validArr, false));
        return validArr;
    }
    gen.var(valid, true);
    validateItems(() => gen.break());
    return valid;
    function validateItems(notValid) {
        const len = gen.const("len", (0, codegen_1._) `${data}.length`);
        gen.forRange("i", 0, len, (i) => {
            cxt.subschema({
                keyword,
                dataProp: i,
                dataPropType: util_1.Type.Num,
            }, valid);
            gen.if((0, codegen_1.not)(valid), notValid);
        });
    }
}
exports.validateArray = validateArray;
function validateUnion(cxt) {
    const { gen, schema, keyword, it } = cxt;
    /* istanbul ignore if */
    if (!Array.isArray(schema))
        throw new Error("ajv implementation error");
    const alwaysValid = schema.some((sch) => (0, util_1.alwaysValidSchema)(it, sch));
    if (alwaysValid && !it.opts.unevaluated)
        return;
    const valid = gen.let("valid", false);
    const schValid = gen.name("_valid");
    gen.block(() => schema.forEach((_sch, i) => {
        const schCxt = cxt.subschema({
            keyword,
            schemaProp: i,
            compositeRule: true,
        }, schValid);
        gen.assign(valid, (0, codegen_1._) `${valid} || ${schValid}`);
        const merged = cxt.mergeValidEvaluated(schCxt, schValid);
        // can short-circuit if `unevaluatedProperties/Items` not supported (opts.unevaluated !== true)
        // or if all properties and items were evaluated (it.props === true && it.items === true)
        if (!merged)
            gen.if((0, codegen_1.not)(valid));
    }));
    cxt.result(valid, () => cxt.reset(), () => cxt.error(true));
}
exports.validateUnion = validateUnion;
//# sourceMappingURL=code.js.map

/***/ }),

/***/ 9872:
/***/ ((__unused_webpack_module, exports) => {

"use strict";

Object.defineProperty(exports, "__esModule", ({ value: true }));
const def = {
    keyword: "id",
    code() {
        throw new Error('NOT SUPPORTED: keyword "id", use "$id" for schema ID');
    },
};
exports["default"] = def;
//# sourceMappingURL=id.js.map

/***/ }),

/***/ 7397:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";

Object.defineProperty(exports, "__esModule", ({ value: true }));
const id_1 = __nccwpck_require__(9872);
const ref_1 = __nccwpck_require__(2996);
const core = [
    "$schema",
    "$id",
    "$defs",
    "$vocabulary",
    { keyword: "$comment" },
    "definitions",
    id_1.default,
    ref_1.default,
];
exports["default"] = core;
//# sourceMappingURL=index.js.map

/***/ }),

/***/ 2996:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";

Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.callRef = exports.getValidate = void 0;
const ref_error_1 = __nccwpck_require__(3162);
const code_1 = __nccwpck_require__(8484);
const codegen_1 = __nccwpck_require__(1436);
const names_1 = __nccwpck_require__(630);
const compile_1 = __nccwpck_require__(2718);
const util_1 = __nccwpck_require__(4464);
const def = {
    keyword: "$ref",
    schemaType: "string",
    code(cxt) {
        const { gen, schema: $ref, it } = cxt;
        const { baseId, schemaEnv: env, validateName, opts, self } = it;
        const { root } = env;
        if (($ref === "#" || $ref === "#/") && baseId === root.baseId)
            return callRootRef();
        const schOrEnv = compile_1.resolveRef.call(self, root, baseId, $ref);
        if (schOrEnv === undefined)
            throw new ref_error_1.default(it.opts.uriResolver, baseId, $ref);
        if (schOrEnv instanceof compile_1.SchemaEnv)
            return callValidate(schOrEnv);
        return inlineRefSchema(schOrEnv);
        function callRootRef() {
            if (env === root)
                return callRef(cxt, validateName, env, env.$async);
            const rootName = gen.scopeValue("root", { ref: root });
            return callRef(cxt, (0, codegen_1._) `${rootName}.validate`, root, root.$async);
        }
        function callValidate(sch) {
            const v = getValidate(cxt, sch);
            callRef(cxt, v, sch, sch.$async);
        }
        function inlineRefSchema(sch) {
            const schName = gen.scopeValue("schema", opts.code.source === true ? { ref: sch, code: (0, codegen_1.stringify)(sch) } : { ref: sch });
            const valid = gen.name("valid");
            const schCxt = cxt.subschema({
                schema: sch,
                dataTypes: [],
                schemaPath: codegen_1.nil,
                topSchemaRef: schName,
                errSchemaPath: $ref,
            }, valid);
            cxt.mergeEvaluated(schCxt);
            cxt.ok(valid);
        }
    },
};
function getValidate(cxt, sch) {
    const { gen } = cxt;
    return sch.validate
        ? gen.scopeValue("validate", { ref: sch.validate })
        : (0, codegen_1._) `${gen.scopeValue("wrapper", { ref: sch })}.validate`;
}
exports.getValidate = getValidate;
function callRef(cxt, v, sch, $async) {
    const { gen, it } = cxt;
    const { allErrors, schemaEnv: env, opts } = it;
    const passCxt = opts.passContext ? names_1.default.this : codegen_1.nil;
    if ($async)
        callAsyncRef();
    else
        callSyncRef();
    function callAsyncRef() {
        if (!env.$async)
            throw new Error("async schema referenced by sync schema");
        const valid = gen.let("valid");
        gen.try(() => {
            gen.code((0, codegen_1._) `await ${(0, code_1.callValidateCode)(cxt, v, passCxt)}`);
            addEvaluatedFrom(v); // TODO will not work with async, it has to be returned with the result
            if (!allErrors)
                gen.assign(valid, true);
        }, (e) => {
            gen.if((0, codegen_1._) `!(${e} instanceof ${it.ValidationError})`, () => gen.throw(e));
            addErrorsFrom(e);
            if (!allErrors)
                gen.assign(valid, false);
        });
        cxt.ok(valid);
    }
    function callSyncRef() {
        cxt.result((0, code_1.callValidateCode)(cxt, v, passCxt), () => addEvaluatedFrom(v), () => addErrorsFrom(v));
    }
    function addErrorsFrom(source) {
        const errs = (0, codegen_1._) `${source}.errors`;
        gen.assign(names_1.default.vErrors, (0, codegen_1._) `${names_1.default.vErrors} === null ? ${errs} : ${names_1.default.vErrors}.concat(${errs})`); // TODO tagged
        gen.assign(names_1.default.errors, (0, codegen_1._) `${names_1.default.vErrors}.length`);
    }
    function addEvaluatedFrom(source) {
        var _a;
        if (!it.opts.unevaluated)
            return;
        const schEvaluated = (_a = sch === null || sch === void 0 ? void 0 : sch.validate) === null || _a === void 0 ? void 0 : _a.evaluated;
        // TODO refactor
        if (it.props !== true) {
            if (schEvaluated && !schEvaluated.dynamicProps) {
                if (schEvaluated.props !== undefined) {
                    it.props = util_1.mergeEvaluated.props(gen, schEvaluated.props, it.props);
                }
            }
            else {
                const props = gen.var("props", (0, codegen_1._) `${source}.evaluated.props`);
                it.props = util_1.mergeEvaluated.props(gen, props, it.props, codegen_1.Name);
            }
        }
        if (it.items !== true) {
            if (schEvaluated && !schEvaluated.dynamicItems) {
                if (schEvaluated.items !== undefined) {
                    it.items = util_1.mergeEvaluated.items(gen, schEvaluated.items, it.items);
                }
            }
            else {
                const items = gen.var("items", (0, codegen_1._) `${source}.evaluated.items`);
                it.items = util_1.mergeEvaluated.items(gen, items, it.items, codegen_1.Name);
            }
        }
    }
}
exports.callRef = callRef;
exports["default"] = def;
//# sourceMappingURL=ref.js.map

/***/ }),

/***/ 8886:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";

Object.defineProperty(exports, "__esModule", ({ value: true }));
const codegen_1 = __nccwpck_require__(1436);
const types_1 = __nccwpck_require__(7115);
const compile_1 = __nccwpck_require__(2718);
const ref_error_1 = __nccwpck_require__(3162);
const util_1 = __nccwpck_require__(4464);
const error = {
    message: ({ params: { discrError, tagName } }) => discrError === types_1.DiscrError.Tag
        ? `tag "${tagName}" must be string`
        : `value of tag "${tagName}" must be in oneOf`,
    params: ({ params: { discrError, tag, tagName } }) => (0, codegen_1._) `{error: ${discrError}, tag: ${tagName}, tagValue: ${tag}}`,
};
const def = {
    keyword: "discriminator",
    type: "object",
    schemaType: "object",
    error,
    code(cxt) {
        const { gen, data, schema, parentSchema, it } = cxt;
        const { oneOf } = parentSchema;
        if (!it.opts.discriminator) {
            throw new Error("discriminator: requires discriminator option");
        }
        const tagName = schema.propertyName;
        if (typeof tagName != "string")
            throw new Error("discriminator: requires propertyName");
        if (schema.mapping)
            throw new Error("discriminator: mapping is not supported");
        if (!oneOf)
            throw new Error("discriminator: requires oneOf keyword");
        const valid = gen.let("valid", false);
        const tag = gen.const("tag", (0, codegen_1._) `${data}${(0, codegen_1.getProperty)(tagName)}`);
        gen.if((0, codegen_1._) `typeof ${tag} == "string"`, () => validateMapping(), () => cxt.error(false, { discrError: types_1.DiscrError.Tag, tag, tagName }));
        cxt.ok(valid);
        function validateMapping() {
            const mapping = getMapping();
            gen.if(false);
            for (const tagValue in mapping) {
                gen.elseIf((0, codegen_1._) `${tag} === ${tagValue}`);
                gen.assign(valid, applyTagSchema(mapping[tagValue]));
            }
            gen.else();
            cxt.error(false, { discrError: types_1.DiscrError.Mapping, tag, tagName });
            gen.endIf();
        }
        function applyTagSchema(schemaProp) {
            const _valid = gen.name("valid");
            const schCxt = cxt.subschema({ keyword: "oneOf", schemaProp }, _valid);
            cxt.mergeEvaluated(schCxt, codegen_1.Name);
            return _valid;
        }
        function getMapping() {
            var _a;
            const oneOfMapping = {};
            const topRequired = hasRequired(parentSchema);
            let tagRequired = true;
            for (let i = 0; i < oneOf.length; i++) {
                let sch = oneOf[i];
                if ((sch === null || sch === void 0 ? void 0 : sch.$ref) && !(0, util_1.schemaHasRulesButRef)(sch, it.self.RULES)) {
                    const ref = sch.$ref;
                    sch = compile_1.resolveRef.call(it.self, it.schemaEnv.root, it.baseId, ref);
                    if (sch instanceof compile_1.SchemaEnv)
                        sch = sch.schema;
                    if (sch === undefined)
                        throw new ref_error_1.default(it.opts.uriResolver, it.baseId, ref);
                }
                const propSch = (_a = sch === null || sch === void 0 ? void 0 : sch.properties) === null || _a === void 0 ? void 0 : _a[tagName];
                if (typeof propSch != "object") {
                    throw new Error(`discriminator: oneOf subschemas (or referenced schemas) must have "properties/${tagName}"`);
                }
                tagRequired = tagRequired && (topRequired || hasRequired(sch));
                addMappings(propSch, i);
            }
            if (!tagRequired)
                throw new Error(`discriminator: "${tagName}" must be required`);
            return oneOfMapping;
            function hasRequired({ required }) {
                return Array.isArray(required) && required.includes(tagName);
            }
            function addMappings(sch, i) {
                if (sch.const) {
                    addMapping(sch.const, i);
                }
                else if (sch.enum) {
                    for (const tagValue of sch.enum) {
                        addMapping(tagValue, i);
                    }
                }
                else {
                    throw new Error(`discriminator: "properties/${tagName}" must have "const" or "enum"`);
                }
            }
            function addMapping(tagValue, i) {
                if (typeof tagValue != "string" || tagValue in oneOfMapping) {
                    throw new Error(`discriminator: "${tagName}" values must be unique strings`);
                }
                oneOfMapping[tagValue] = i;
            }
        }
    },
};
exports["default"] = def;
//# sourceMappingURL=index.js.map

/***/ }),

/***/ 7115:
/***/ ((__unused_webpack_module, exports) => {

"use strict";

Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.DiscrError = void 0;
var DiscrError;
(function (DiscrError) {
    DiscrError["Tag"] = "tag";
    DiscrError["Mapping"] = "mapping";
})(DiscrError || (exports.DiscrError = DiscrError = {}));
//# sourceMappingURL=types.js.map

/***/ }),

/***/ 4298:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";

Object.defineProperty(exports, "__esModule", ({ value: true }));
const core_1 = __nccwpck_require__(7397);
const validation_1 = __nccwpck_require__(5481);
const applicator_1 = __nccwpck_require__(8775);
const dynamic_1 = __nccwpck_require__(9923);
const next_1 = __nccwpck_require__(7844);
const unevaluated_1 = __nccwpck_require__(2010);
const format_1 = __nccwpck_require__(2601);
const metadata_1 = __nccwpck_require__(6620);
const draft2020Vocabularies = [
    dynamic_1.default,
    core_1.default,
    validation_1.default,
    (0, applicator_1.default)(true),
    format_1.default,
    metadata_1.metadataVocabulary,
    metadata_1.contentVocabulary,
    next_1.default,
    unevaluated_1.default,
];
exports["default"] = draft2020Vocabularies;
//# sourceMappingURL=draft2020.js.map

/***/ }),

/***/ 8639:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";

Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.dynamicAnchor = void 0;
const codegen_1 = __nccwpck_require__(1436);
const names_1 = __nccwpck_require__(630);
const compile_1 = __nccwpck_require__(2718);
const ref_1 = __nccwpck_require__(2996);
const def = {
    keyword: "$dynamicAnchor",
    schemaType: "string",
    code: (cxt) => dynamicAnchor(cxt, cxt.schema),
};
function dynamicAnchor(cxt, anchor) {
    const { gen, it } = cxt;
    it.schemaEnv.root.dynamicAnchors[anchor] = true;
    const v = (0, codegen_1._) `${names_1.default.dynamicAnchors}${(0, codegen_1.getProperty)(anchor)}`;
    const validate = it.errSchemaPath === "#" ? it.validateName : _getValidate(cxt);
    gen.if((0, codegen_1._) `!${v}`, () => gen.assign(v, validate));
}
exports.dynamicAnchor = dynamicAnchor;
function _getValidate(cxt) {
    const { schemaEnv, schema, self } = cxt.it;
    const { root, baseId, localRefs, meta } = schemaEnv.root;
    const { schemaId } = self.opts;
    const sch = new compile_1.SchemaEnv({ schema, schemaId, root, baseId, localRefs, meta });
    compile_1.compileSchema.call(self, sch);
    return (0, ref_1.getValidate)(cxt, sch);
}
exports["default"] = def;
//# sourceMappingURL=dynamicAnchor.js.map

/***/ }),

/***/ 5065:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";

Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.dynamicRef = void 0;
const codegen_1 = __nccwpck_require__(1436);
const names_1 = __nccwpck_require__(630);
const ref_1 = __nccwpck_require__(2996);
const def = {
    keyword: "$dynamicRef",
    schemaType: "string",
    code: (cxt) => dynamicRef(cxt, cxt.schema),
};
function dynamicRef(cxt, ref) {
    const { gen, keyword, it } = cxt;
    if (ref[0] !== "#")
        throw new Error(`"${keyword}" only supports hash fragment reference`);
    const anchor = ref.slice(1);
    if (it.allErrors) {
        _dynamicRef();
    }
    else {
        const valid = gen.let("valid", false);
        _dynamicRef(valid);
        cxt.ok(valid);
    }
    function _dynamicRef(valid) {
        // TODO the assumption here is that `recursiveRef: #` always points to the root
        // of the schema object, which is not correct, because there may be $id that
        // makes # point to it, and the target schema may not contain dynamic/recursiveAnchor.
        // Because of that 2 tests in recursiveRef.json fail.
        // This is a similar problem to #815 (`$id` doesn't alter resolution scope for `{ "$ref": "#" }`).
        // (This problem is not tested in JSON-Schema-Test-Suite)
        if (it.schemaEnv.root.dynamicAnchors[anchor]) {
            const v = gen.let("_v", (0, codegen_1._) `${names_1.default.dynamicAnchors}${(0, codegen_1.getProperty)(anchor)}`);
            gen.if(v, _callRef(v, valid), _callRef(it.validateName, valid));
        }
        else {
            _callRef(it.validateName, valid)();
        }
    }
    function _callRef(validate, valid) {
        return valid
            ? () => gen.block(() => {
                (0, ref_1.callRef)(cxt, validate);
                gen.let(valid, true);
            })
            : () => (0, ref_1.callRef)(cxt, validate);
    }
}
exports.dynamicRef = dynamicRef;
exports["default"] = def;
//# sourceMappingURL=dynamicRef.js.map

/***/ }),

/***/ 9923:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";

Object.defineProperty(exports, "__esModule", ({ value: true }));
const dynamicAnchor_1 = __nccwpck_require__(8639);
const dynamicRef_1 = __nccwpck_require__(5065);
const recursiveAnchor_1 = __nccwpck_require__(9982);
const recursiveRef_1 = __nccwpck_require__(1794);
const dynamic = [dynamicAnchor_1.default, dynamicRef_1.default, recursiveAnchor_1.default, recursiveRef_1.default];
exports["default"] = dynamic;
//# sourceMappingURL=index.js.map

/***/ }),

/***/ 9982:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";

Object.defineProperty(exports, "__esModule", ({ value: true }));
const dynamicAnchor_1 = __nccwpck_require__(8639);
const util_1 = __nccwpck_require__(4464);
const def = {
    keyword: "$recursiveAnchor",
    schemaType: "boolean",
    code(cxt) {
        if (cxt.schema)
            (0, dynamicAnchor_1.dynamicAnchor)(cxt, "");
        else
            (0, util_1.checkStrictMode)(cxt.it, "$recursiveAnchor: false is ignored");
    },
};
exports["default"] = def;
//# sourceMappingURL=recursiveAnchor.js.map

/***/ }),

/***/ 1794:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";

Object.defineProperty(exports, "__esModule", ({ value: true }));
const dynamicRef_1 = __nccwpck_require__(5065);
const def = {
    keyword: "$recursiveRef",
    schemaType: "string",
    code: (cxt) => (0, dynamicRef_1.dynamicRef)(cxt, cxt.schema),
};
exports["default"] = def;
//# sourceMappingURL=recursiveRef.js.map

/***/ }),

/***/ 6402:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";

Object.defineProperty(exports, "__esModule", ({ value: true }));
const codegen_1 = __nccwpck_require__(1436);
const error = {
    message: ({ schemaCode }) => (0, codegen_1.str) `must match format "${schemaCode}"`,
    params: ({ schemaCode }) => (0, codegen_1._) `{format: ${schemaCode}}`,
};
const def = {
    keyword: "format",
    type: ["number", "string"],
    schemaType: "string",
    $data: true,
    error,
    code(cxt, ruleType) {
        const { gen, data, $data, schema, schemaCode, it } = cxt;
        const { opts, errSchemaPath, schemaEnv, self } = it;
        if (!opts.validateFormats)
            return;
        if ($data)
            validate$DataFormat();
        else
            validateFormat();
        function validate$DataFormat() {
            const fmts = gen.scopeValue("formats", {
                ref: self.formats,
                code: opts.code.formats,
            });
            const fDef = gen.const("fDef", (0, codegen_1._) `${fmts}[${schemaCode}]`);
            const fType = gen.let("fType");
            const format = gen.let("format");
            // TODO simplify
            gen.if((0, codegen_1._) `typeof ${fDef} == "object" && !(${fDef} instanceof RegExp)`, () => gen.assign(fType, (0, codegen_1._) `${fDef}.type || "string"`).assign(format, (0, codegen_1._) `${fDef}.validate`), () => gen.assign(fType, (0, codegen_1._) `"string"`).assign(format, fDef));
            cxt.fail$data((0, codegen_1.or)(unknownFmt(), invalidFmt()));
            function unknownFmt() {
                if (opts.strictSchema === false)
                    return codegen_1.nil;
                return (0, codegen_1._) `${schemaCode} && !${format}`;
            }
            function invalidFmt() {
                const callFormat = schemaEnv.$async
                    ? (0, codegen_1._) `(${fDef}.async ? await ${format}(${data}) : ${format}(${data}))`
                    : (0, codegen_1._) `${format}(${data})`;
                const validData = (0, codegen_1._) `(typeof ${format} == "function" ? ${callFormat} : ${format}.test(${data}))`;
                return (0, codegen_1._) `${format} && ${format} !== true && ${fType} === ${ruleType} && !${validData}`;
            }
        }
        function validateFormat() {
            const formatDef = self.formats[schema];
            if (!formatDef) {
                unknownFormat();
                return;
            }
            if (formatDef === true)
                return;
            const [fmtType, format, fmtRef] = getFormat(formatDef);
            if (fmtType === ruleType)
                cxt.pass(validCondition());
            function unknownFormat() {
                if (opts.strictSchema === false) {
                    self.logger.warn(unknownMsg());
                    return;
                }
                throw new Error(unknownMsg());
                function unknownMsg() {
                    return `unknown format "${schema}" ignored in schema at path "${errSchemaPath}"`;
                }
            }
            function getFormat(fmtDef) {
                const code = fmtDef instanceof RegExp
                    ? (0, codegen_1.regexpCode)(fmtDef)
                    : opts.code.formats
                        ? (0, codegen_1._) `${opts.code.formats}${(0, codegen_1.getProperty)(schema)}`
                        : undefined;
                const fmt = gen.scopeValue("formats", { key: schema, ref: fmtDef, code });
                if (typeof fmtDef == "object" && !(fmtDef instanceof RegExp)) {
                    return [fmtDef.type || "string", fmtDef.validate, (0, codegen_1._) `${fmt}.validate`];
                }
                return ["string", fmtDef, fmt];
            }
            function validCondition() {
                if (typeof formatDef == "object" && !(formatDef instanceof RegExp) && formatDef.async) {
                    if (!schemaEnv.$async)
                        throw new Error("async format in sync schema");
                    return (0, codegen_1._) `await ${fmtRef}(${data})`;
                }
                return typeof format == "function" ? (0, codegen_1._) `${fmtRef}(${data})` : (0, codegen_1._) `${fmtRef}.test(${data})`;
            }
        }
    },
};
exports["default"] = def;
//# sourceMappingURL=format.js.map

/***/ }),

/***/ 2601:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";

Object.defineProperty(exports, "__esModule", ({ value: true }));
const format_1 = __nccwpck_require__(6402);
const format = [format_1.default];
exports["default"] = format;
//# sourceMappingURL=index.js.map

/***/ }),

/***/ 6620:
/***/ ((__unused_webpack_module, exports) => {

"use strict";

Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.contentVocabulary = exports.metadataVocabulary = void 0;
exports.metadataVocabulary = [
    "title",
    "description",
    "default",
    "deprecated",
    "readOnly",
    "writeOnly",
    "examples",
];
exports.contentVocabulary = [
    "contentMediaType",
    "contentEncoding",
    "contentSchema",
];
//# sourceMappingURL=metadata.js.map

/***/ }),

/***/ 7844:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";

Object.defineProperty(exports, "__esModule", ({ value: true }));
const dependentRequired_1 = __nccwpck_require__(643);
const dependentSchemas_1 = __nccwpck_require__(3818);
const limitContains_1 = __nccwpck_require__(3907);
const next = [dependentRequired_1.default, dependentSchemas_1.default, limitContains_1.default];
exports["default"] = next;
//# sourceMappingURL=next.js.map

/***/ }),

/***/ 2010:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";

Object.defineProperty(exports, "__esModule", ({ value: true }));
const unevaluatedProperties_1 = __nccwpck_require__(6855);
const unevaluatedItems_1 = __nccwpck_require__(4144);
const unevaluated = [unevaluatedProperties_1.default, unevaluatedItems_1.default];
exports["default"] = unevaluated;
//# sourceMappingURL=index.js.map

/***/ }),

/***/ 4144:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";

Object.defineProperty(exports, "__esModule", ({ value: true }));
const codegen_1 = __nccwpck_require__(1436);
const util_1 = __nccwpck_require__(4464);
const error = {
    message: ({ params: { len } }) => (0, codegen_1.str) `must NOT have more than ${len} items`,
    params: ({ params: { len } }) => (0, codegen_1._) `{limit: ${len}}`,
};
const def = {
    keyword: "unevaluatedItems",
    type: "array",
    schemaType: ["boolean", "object"],
    error,
    code(cxt) {
        const { gen, schema, data, it } = cxt;
        const items = it.items || 0;
        if (items === true)
            return;
        const len = gen.const("len", (0, codegen_1._) `${data}.length`);
        if (schema === false) {
            cxt.setParams({ len: items });
            cxt.fail((0, codegen_1._) `${len} > ${items}`);
        }
        else if (typeof schema == "object" && !(0, util_1.alwaysValidSchema)(it, schema)) {
            const valid = gen.var("valid", (0, codegen_1._) `${len} <= ${items}`);
            gen.if((0, codegen_1.not)(valid), () => validateItems(valid, items));
            cxt.ok(valid);
        }
        it.items = true;
        function validateItems(valid, from) {
            gen.forRange("i", from, len, (i) => {
                cxt.subschema({ keyword: "unevaluatedItems", dataProp: i, dataPropType: util_1.Type.Num }, valid);
                if (!it.allErrors)
                    gen.if((0, codegen_1.not)(valid), () => gen.break());
            });
        }
    },
};
exports["default"] = def;
//# sourceMappingURL=unevaluatedItems.js.map

/***/ }),

/***/ 6855:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";

Object.defineProperty(exports, "__esModule", ({ value: true }));
const codegen_1 = __nccwpck_require__(1436);
const util_1 = __nccwpck_require__(4464);
const names_1 = __nccwpck_require__(630);
const error = {
    message: "must NOT have unevaluated properties",
    params: ({ params }) => (0, codegen_1._) `{unevaluatedProperty: ${params.unevaluatedProperty}}`,
};
const def = {
    keyword: "unevaluatedProperties",
    type: "object",
    schemaType: ["boolean", "object"],
    trackErrors: true,
    error,
    code(cxt) {
        const { gen, schema, data, errsCount, it } = cxt;
        /* istanbul ignore if */
        if (!errsCount)
            throw new Error("ajv implementation error");
        const { allErrors, props } = it;
        if (props instanceof codegen_1.Name) {
            gen.if((0, codegen_1._) `${props} !== true`, () => gen.forIn("key", data, (key) => gen.if(unevaluatedDynamic(props, key), () => unevaluatedPropCode(key))));
        }
        else if (props !== true) {
            gen.forIn("key", data, (key) => props === undefined
                ? unevaluatedPropCode(key)
                : gen.if(unevaluatedStatic(props, key), () => unevaluatedPropCode(key)));
        }
        it.props = true;
        cxt.ok((0, codegen_1._) `${errsCount} === ${names_1.default.errors}`);
        function unevaluatedPropCode(key) {
            if (schema === false) {
                cxt.setParams({ unevaluatedProperty: key });
                cxt.error();
                if (!allErrors)
                    gen.break();
                return;
            }
            if (!(0, util_1.alwaysValidSchema)(it, schema)) {
                const valid = gen.name("valid");
                cxt.subschema({
                    keyword: "unevaluatedProperties",
                    dataProp: key,
                    dataPropType: util_1.Type.Str,
                }, valid);
                if (!allErrors)
                    gen.if((0, codegen_1.not)(valid), () => gen.break());
            }
        }
        function unevaluatedDynamic(evaluatedProps, key) {
            return (0, codegen_1._) `!${evaluatedProps} || !${evaluatedProps}[${key}]`;
        }
        function unevaluatedStatic(evaluatedProps, key) {
            const ps = [];
            for (const p in evaluatedProps) {
                if (evaluatedProps[p] === true)
                    ps.push((0, codegen_1._) `${key} !== ${p}`);
            }
            return (0, codegen_1.and)(...ps);
        }
    },
};
exports["default"] = def;
//# sourceMappingURL=unevaluatedProperties.js.map

/***/ }),

/***/ 8026:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";

Object.defineProperty(exports, "__esModule", ({ value: true }));
const codegen_1 = __nccwpck_require__(1436);
const util_1 = __nccwpck_require__(4464);
const equal_1 = __nccwpck_require__(4951);
const error = {
    message: "must be equal to constant",
    params: ({ schemaCode }) => (0, codegen_1._) `{allowedValue: ${schemaCode}}`,
};
const def = {
    keyword: "const",
    $data: true,
    error,
    code(cxt) {
        const { gen, data, $data, schemaCode, schema } = cxt;
        if ($data || (schema && typeof schema == "object")) {
            cxt.fail$data((0, codegen_1._) `!${(0, util_1.useFunc)(gen, equal_1.default)}(${data}, ${schemaCode})`);
        }
        else {
            cxt.fail((0, codegen_1._) `${schema} !== ${data}`);
        }
    },
};
exports["default"] = def;
//# sourceMappingURL=const.js.map

/***/ }),

/***/ 643:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";

Object.defineProperty(exports, "__esModule", ({ value: true }));
const dependencies_1 = __nccwpck_require__(5826);
const def = {
    keyword: "dependentRequired",
    type: "object",
    schemaType: "object",
    error: dependencies_1.error,
    code: (cxt) => (0, dependencies_1.validatePropertyDeps)(cxt),
};
exports["default"] = def;
//# sourceMappingURL=dependentRequired.js.map

/***/ }),

/***/ 3200:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";

Object.defineProperty(exports, "__esModule", ({ value: true }));
const codegen_1 = __nccwpck_require__(1436);
const util_1 = __nccwpck_require__(4464);
const equal_1 = __nccwpck_require__(4951);
const error = {
    message: "must be equal to one of the allowed values",
    params: ({ schemaCode }) => (0, codegen_1._) `{allowedValues: ${schemaCode}}`,
};
const def = {
    keyword: "enum",
    schemaType: "array",
    $data: true,
    error,
    code(cxt) {
        const { gen, data, $data, schema, schemaCode, it } = cxt;
        if (!$data && schema.length === 0)
            throw new Error("enum must have non-empty array");
        const useLoop = schema.length >= it.opts.loopEnum;
        let eql;
        const getEql = () => (eql !== null && eql !== void 0 ? eql : (eql = (0, util_1.useFunc)(gen, equal_1.default)));
        let valid;
        if (useLoop || $data) {
            valid = gen.let("valid");
            cxt.block$data(valid, loopEnum);
        }
        else {
            /* istanbul ignore if */
            if (!Array.isArray(schema))
                throw new Error("ajv implementation error");
            const vSchema = gen.const("vSchema", schemaCode);
            valid = (0, codegen_1.or)(...schema.map((_x, i) => equalCode(vSchema, i)));
        }
        cxt.pass(valid);
        function loopEnum() {
            gen.assign(valid, false);
            gen.forOf("v", schemaCode, (v) => gen.if((0, codegen_1._) `${getEql()}(${data}, ${v})`, () => gen.assign(valid, true).break()));
        }
        function equalCode(vSchema, i) {
            const sch = schema[i];
            return typeof sch === "object" && sch !== null
                ? (0, codegen_1._) `${getEql()}(${data}, ${vSchema}[${i}])`
                : (0, codegen_1._) `${data} === ${sch}`;
        }
    },
};
exports["default"] = def;
//# sourceMappingURL=enum.js.map

/***/ }),

/***/ 5481:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";

Object.defineProperty(exports, "__esModule", ({ value: true }));
const limitNumber_1 = __nccwpck_require__(3723);
const multipleOf_1 = __nccwpck_require__(8132);
const limitLength_1 = __nccwpck_require__(6962);
const pattern_1 = __nccwpck_require__(6023);
const limitProperties_1 = __nccwpck_require__(895);
const required_1 = __nccwpck_require__(4504);
const limitItems_1 = __nccwpck_require__(6296);
const uniqueItems_1 = __nccwpck_require__(5132);
const const_1 = __nccwpck_require__(8026);
const enum_1 = __nccwpck_require__(3200);
const validation = [
    // number
    limitNumber_1.default,
    multipleOf_1.default,
    // string
    limitLength_1.default,
    pattern_1.default,
    // object
    limitProperties_1.default,
    required_1.default,
    // array
    limitItems_1.default,
    uniqueItems_1.default,
    // any
    { keyword: "type", schemaType: ["string", "array"] },
    { keyword: "nullable", schemaType: "boolean" },
    const_1.default,
    enum_1.default,
];
exports["default"] = validation;
//# sourceMappingURL=index.js.map

/***/ }),

/***/ 3907:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";

Object.defineProperty(exports, "__esModule", ({ value: true }));
const util_1 = __nccwpck_require__(4464);
const def = {
    keyword: ["maxContains", "minContains"],
    type: "array",
    schemaType: "number",
    code({ keyword, parentSchema, it }) {
        if (parentSchema.contains === undefined) {
            (0, util_1.checkStrictMode)(it, `"${keyword}" without "contains" is ignored`);
        }
    },
};
exports["default"] = def;
//# sourceMappingURL=limitContains.js.map

/***/ }),

/***/ 6296:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";

Object.defineProperty(exports, "__esModule", ({ value: true }));
const codegen_1 = __nccwpck_require__(1436);
const error = {
    message({ keyword, schemaCode }) {
        const comp = keyword === "maxItems" ? "more" : "fewer";
        return (0, codegen_1.str) `must NOT have ${comp} than ${schemaCode} items`;
    },
    params: ({ schemaCode }) => (0, codegen_1._) `{limit: ${schemaCode}}`,
};
const def = {
    keyword: ["maxItems", "minItems"],
    type: "array",
    schemaType: "number",
    $data: true,
    error,
    code(cxt) {
        const { keyword, data, schemaCode } = cxt;
        const op = keyword === "maxItems" ? codegen_1.operators.GT : codegen_1.operators.LT;
        cxt.fail$data((0, codegen_1._) `${data}.length ${op} ${schemaCode}`);
    },
};
exports["default"] = def;
//# sourceMappingURL=limitItems.js.map

/***/ }),

/***/ 6962:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";

Object.defineProperty(exports, "__esModule", ({ value: true }));
const codegen_1 = __nccwpck_require__(1436);
const util_1 = __nccwpck_require__(4464);
const ucs2length_1 = __nccwpck_require__(6214);
const error = {
    message({ keyword, schemaCode }) {
        const comp = keyword === "maxLength" ? "more" : "fewer";
        return (0, codegen_1.str) `must NOT have ${comp} than ${schemaCode} characters`;
    },
    params: ({ schemaCode }) => (0, codegen_1._) `{limit: ${schemaCode}}`,
};
const def = {
    keyword: ["maxLength", "minLength"],
    type: "string",
    schemaType: "number",
    $data: true,
    error,
    code(cxt) {
        const { keyword, data, schemaCode, it } = cxt;
        const op = keyword === "maxLength" ? codegen_1.operators.GT : codegen_1.operators.LT;
        const len = it.opts.unicode === false ? (0, codegen_1._) `${data}.length` : (0, codegen_1._) `${(0, util_1.useFunc)(cxt.gen, ucs2length_1.default)}(${data})`;
        cxt.fail$data((0, codegen_1._) `${len} ${op} ${schemaCode}`);
    },
};
exports["default"] = def;
//# sourceMappingURL=limitLength.js.map

/***/ }),

/***/ 3723:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";

Object.defineProperty(exports, "__esModule", ({ value: true }));
const codegen_1 = __nccwpck_require__(1436);
const ops = codegen_1.operators;
const KWDs = {
    maximum: { okStr: "<=", ok: ops.LTE, fail: ops.GT },
    minimum: { okStr: ">=", ok: ops.GTE, fail: ops.LT },
    exclusiveMaximum: { okStr: "<", ok: ops.LT, fail: ops.GTE },
    exclusiveMinimum: { okStr: ">", ok: ops.GT, fail: ops.LTE },
};
const error = {
    message: ({ keyword, schemaCode }) => (0, codegen_1.str) `must be ${KWDs[keyword].okStr} ${schemaCode}`,
    params: ({ keyword, schemaCode }) => (0, codegen_1._) `{comparison: ${KWDs[keyword].okStr}, limit: ${schemaCode}}`,
};
const def = {
    keyword: Object.keys(KWDs),
    type: "number",
    schemaType: "number",
    $data: true,
    error,
    code(cxt) {
        const { keyword, data, schemaCode } = cxt;
        cxt.fail$data((0, codegen_1._) `${data} ${KWDs[keyword].fail} ${schemaCode} || isNaN(${data})`);
    },
};
exports["default"] = def;
//# sourceMappingURL=limitNumber.js.map

/***/ }),

/***/ 895:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";

Object.defineProperty(exports, "__esModule", ({ value: true }));
const codegen_1 = __nccwpck_require__(1436);
const error = {
    message({ keyword, schemaCode }) {
        const comp = keyword === "maxProperties" ? "more" : "fewer";
        return (0, codegen_1.str) `must NOT have ${comp} than ${schemaCode} properties`;
    },
    params: ({ schemaCode }) => (0, codegen_1._) `{limit: ${schemaCode}}`,
};
const def = {
    keyword: ["maxProperties", "minProperties"],
    type: "object",
    schemaType: "number",
    $data: true,
    error,
    code(cxt) {
        const { keyword, data, schemaCode } = cxt;
        const op = keyword === "maxProperties" ? codegen_1.operators.GT : codegen_1.operators.LT;
        cxt.fail$data((0, codegen_1._) `Object.keys(${data}).length ${op} ${schemaCode}`);
    },
};
exports["default"] = def;
//# sourceMappingURL=limitProperties.js.map

/***/ }),

/***/ 8132:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";

Object.defineProperty(exports, "__esModule", ({ value: true }));
const codegen_1 = __nccwpck_require__(1436);
const error = {
    message: ({ schemaCode }) => (0, codegen_1.str) `must be multiple of ${schemaCode}`,
    params: ({ schemaCode }) => (0, codegen_1._) `{multipleOf: ${schemaCode}}`,
};
const def = {
    keyword: "multipleOf",
    type: "number",
    schemaType: "number",
    $data: true,
    error,
    code(cxt) {
        const { gen, data, schemaCode, it } = cxt;
        // const bdt = bad$DataType(schemaCode, <string>def.schemaType, $data)
        const prec = it.opts.multipleOfPrecision;
        const res = gen.let("res");
        const invalid = prec
            ? (0, codegen_1._) `Math.abs(Math.round(${res}) - ${res}) > 1e-${prec}`
            : (0, codegen_1._) `${res} !== parseInt(${res})`;
        cxt.fail$data((0, codegen_1._) `(${schemaCode} === 0 || (${res} = ${data}/${schemaCode}, ${invalid}))`);
    },
};
exports["default"] = def;
//# sourceMappingURL=multipleOf.js.map

/***/ }),

/***/ 6023:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";

Object.defineProperty(exports, "__esModule", ({ value: true }));
const code_1 = __nccwpck_require__(8484);
const util_1 = __nccwpck_require__(4464);
const codegen_1 = __nccwpck_require__(1436);
const error = {
    message: ({ schemaCode }) => (0, codegen_1.str) `must match pattern "${schemaCode}"`,
    params: ({ schemaCode }) => (0, codegen_1._) `{pattern: ${schemaCode}}`,
};
const def = {
    keyword: "pattern",
    type: "string",
    schemaType: "string",
    $data: true,
    error,
    code(cxt) {
        const { gen, data, $data, schema, schemaCode, it } = cxt;
        const u = it.opts.unicodeRegExp ? "u" : "";
        if ($data) {
            const { regExp } = it.opts.code;
            const regExpCode = regExp.code === "new RegExp" ? (0, codegen_1._) `new RegExp` : (0, util_1.useFunc)(gen, regExp);
            const valid = gen.let("valid");
            gen.try(() => gen.assign(valid, (0, codegen_1._) `${regExpCode}(${schemaCode}, ${u}).test(${data})`), () => gen.assign(valid, false));
            cxt.fail$data((0, codegen_1._) `!${valid}`);
        }
        else {
            const regExp = (0, code_1.usePattern)(cxt, schema);
            cxt.fail$data((0, codegen_1._) `!${regExp}.test(${data})`);
        }
    },
};
exports["default"] = def;
//# sourceMappingURL=pattern.js.map

/***/ }),

/***/ 4504:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";

Object.defineProperty(exports, "__esModule", ({ value: true }));
const code_1 = __nccwpck_require__(8484);
const codegen_1 = __nccwpck_require__(1436);
const util_1 = __nccwpck_require__(4464);
const error = {
    message: ({ params: { missingProperty } }) => (0, codegen_1.str) `must have required property '${missingProperty}'`,
    params: ({ params: { missingProperty } }) => (0, codegen_1._) `{missingProperty: ${missingProperty}}`,
};
const def = {
    keyword: "required",
    type: "object",
    schemaType: "array",
    $data: true,
    error,
    code(cxt) {
        const { gen, schema, schemaCode, data, $data, it } = cxt;
        const { opts } = it;
        if (!$data && schema.length === 0)
            return;
        const useLoop = schema.length >= opts.loopRequired;
        if (it.allErrors)
            allErrorsMode();
        else
            exitOnErrorMode();
        if (opts.strictRequired) {
            const props = cxt.parentSchema.properties;
            const { definedProperties } = cxt.it;
            for (const requiredKey of schema) {
                if ((props === null || props === void 0 ? void 0 : props[requiredKey]) === undefined && !definedProperties.has(requiredKey)) {
                    const schemaPath = it.schemaEnv.baseId + it.errSchemaPath;
                    const msg = `required property "${requiredKey}" is not defined at "${schemaPath}" (strictRequired)`;
                    (0, util_1.checkStrictMode)(it, msg, it.opts.strictRequired);
                }
            }
        }
        function allErrorsMode() {
            if (useLoop || $data) {
                cxt.block$data(codegen_1.nil, loopAllRequired);
            }
            else {
                for (const prop of schema) {
                    (0, code_1.checkReportMissingProp)(cxt, prop);
                }
            }
        }
        function exitOnErrorMode() {
            const missing = gen.let("missing");
            if (useLoop || $data) {
                const valid = gen.let("valid", true);
                cxt.block$data(valid, () => loopUntilMissing(missing, valid));
                cxt.ok(valid);
            }
            else {
                gen.if((0, code_1.checkMissingProp)(cxt, schema, missing));
                (0, code_1.reportMissingProp)(cxt, missing);
                gen.else();
            }
        }
        function loopAllRequired() {
            gen.forOf("prop", schemaCode, (prop) => {
                cxt.setParams({ missingProperty: prop });
                gen.if((0, code_1.noPropertyInData)(gen, data, prop, opts.ownProperties), () => cxt.error());
            });
        }
        function loopUntilMissing(missing, valid) {
            cxt.setParams({ missingProperty: missing });
            gen.forOf(missing, schemaCode, () => {
                gen.assign(valid, (0, code_1.propertyInData)(gen, data, missing, opts.ownProperties));
                gen.if((0, codegen_1.not)(valid), () => {
                    cxt.error();
                    gen.break();
                });
            }, codegen_1.nil);
        }
    },
};
exports["default"] = def;
//# sourceMappingURL=required.js.map

/***/ }),

/***/ 5132:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";

Object.defineProperty(exports, "__esModule", ({ value: true }));
const dataType_1 = __nccwpck_require__(6685);
const codegen_1 = __nccwpck_require__(1436);
const util_1 = __nccwpck_require__(4464);
const equal_1 = __nccwpck_require__(4951);
const error = {
    message: ({ params: { i, j } }) => (0, codegen_1.str) `must NOT have duplicate items (items ## ${j} and ${i} are identical)`,
    params: ({ params: { i, j } }) => (0, codegen_1._) `{i: ${i}, j: ${j}}`,
};
const def = {
    keyword: "uniqueItems",
    type: "array",
    schemaType: "boolean",
    $data: true,
    error,
    code(cxt) {
        const { gen, data, $data, schema, parentSchema, schemaCode, it } = cxt;
        if (!$data && !schema)
            return;
        const valid = gen.let("valid");
        const itemTypes = parentSchema.items ? (0, dataType_1.getSchemaTypes)(parentSchema.items) : [];
        cxt.block$data(valid, validateUniqueItems, (0, codegen_1._) `${schemaCode} === false`);
        cxt.ok(valid);
        function validateUniqueItems() {
            const i = gen.let("i", (0, codegen_1._) `${data}.length`);
            const j = gen.let("j");
            cxt.setParams({ i, j });
            gen.assign(valid, true);
            gen.if((0, codegen_1._) `${i} > 1`, () => (canOptimize() ? loopN : loopN2)(i, j));
        }
        function canOptimize() {
            return itemTypes.length > 0 && !itemTypes.some((t) => t === "object" || t === "array");
        }
        function loopN(i, j) {
            const item = gen.name("item");
            const wrongType = (0, dataType_1.checkDataTypes)(itemTypes, item, it.opts.strictNumbers, dataType_1.DataType.Wrong);
            const indices = gen.const("indices", (0, codegen_1._) `{}`);
            gen.for((0, codegen_1._) `;${i}--;`, () => {
                gen.let(item, (0, codegen_1._) `${data}[${i}]`);
                gen.if(wrongType, (0, codegen_1._) `continue`);
                if (itemTypes.length > 1)
                    gen.if((0, codegen_1._) `typeof ${item} == "string"`, (0, codegen_1._) `${item} += "_"`);
                gen
                    .if((0, codegen_1._) `typeof ${indices}[${item}] == "number"`, () => {
                    gen.assign(j, (0, codegen_1._) `${indices}[${item}]`);
                    cxt.error();
                    gen.assign(valid, false).break();
                })
                    .code((0, codegen_1._) `${indices}[${item}] = ${i}`);
            });
        }
        function loopN2(i, j) {
            const eql = (0, util_1.useFunc)(gen, equal_1.default);
            const outer = gen.name("outer");
            gen.label(outer).for((0, codegen_1._) `;${i}--;`, () => gen.for((0, codegen_1._) `${j} = ${i}; ${j}--;`, () => gen.if((0, codegen_1._) `${eql}(${data}[${i}], ${data}[${j}])`, () => {
                cxt.error();
                gen.assign(valid, false).break(outer);
            })));
        }
    },
};
exports["default"] = def;
//# sourceMappingURL=uniqueItems.js.map

/***/ }),

/***/ 3430:
/***/ ((module) => {

"use strict";


// do not edit .js files directly - edit src/index.jst



module.exports = function equal(a, b) {
  if (a === b) return true;

  if (a && b && typeof a == 'object' && typeof b == 'object') {
    if (a.constructor !== b.constructor) return false;

    var length, i, keys;
    if (Array.isArray(a)) {
      length = a.length;
      if (length != b.length) return false;
      for (i = length; i-- !== 0;)
        if (!equal(a[i], b[i])) return false;
      return true;
    }



    if (a.constructor === RegExp) return a.source === b.source && a.flags === b.flags;
    if (a.valueOf !== Object.prototype.valueOf) return a.valueOf() === b.valueOf();
    if (a.toString !== Object.prototype.toString) return a.toString() === b.toString();

    keys = Object.keys(a);
    length = keys.length;
    if (length !== Object.keys(b).length) return false;

    for (i = length; i-- !== 0;)
      if (!Object.prototype.hasOwnProperty.call(b, keys[i])) return false;

    for (i = length; i-- !== 0;) {
      var key = keys[i];

      if (!equal(a[key], b[key])) return false;
    }

    return true;
  }

  // true if both NaN, false otherwise
  return a!==a && b!==b;
};


/***/ }),

/***/ 1167:
/***/ ((module) => {

"use strict";


var traverse = module.exports = function (schema, opts, cb) {
  // Legacy support for v0.3.1 and earlier.
  if (typeof opts == 'function') {
    cb = opts;
    opts = {};
  }

  cb = opts.cb || cb;
  var pre = (typeof cb == 'function') ? cb : cb.pre || function() {};
  var post = cb.post || function() {};

  _traverse(opts, pre, post, schema, '', schema);
};


traverse.keywords = {
  additionalItems: true,
  items: true,
  contains: true,
  additionalProperties: true,
  propertyNames: true,
  not: true,
  if: true,
  then: true,
  else: true
};

traverse.arrayKeywords = {
  items: true,
  allOf: true,
  anyOf: true,
  oneOf: true
};

traverse.propsKeywords = {
  $defs: true,
  definitions: true,
  properties: true,
  patternProperties: true,
  dependencies: true
};

traverse.skipKeywords = {
  default: true,
  enum: true,
  const: true,
  required: true,
  maximum: true,
  minimum: true,
  exclusiveMaximum: true,
  exclusiveMinimum: true,
  multipleOf: true,
  maxLength: true,
  minLength: true,
  pattern: true,
  format: true,
  maxItems: true,
  minItems: true,
  uniqueItems: true,
  maxProperties: true,
  minProperties: true
};


function _traverse(opts, pre, post, schema, jsonPtr, rootSchema, parentJsonPtr, parentKeyword, parentSchema, keyIndex) {
  if (schema && typeof schema == 'object' && !Array.isArray(schema)) {
    pre(schema, jsonPtr, rootSchema, parentJsonPtr, parentKeyword, parentSchema, keyIndex);
    for (var key in schema) {
      var sch = schema[key];
      if (Array.isArray(sch)) {
        if (key in traverse.arrayKeywords) {
          for (var i=0; i<sch.length; i++)
            _traverse(opts, pre, post, sch[i], jsonPtr + '/' + key + '/' + i, rootSchema, jsonPtr, key, schema, i);
        }
      } else if (key in traverse.propsKeywords) {
        if (sch && typeof sch == 'object') {
          for (var prop in sch)
            _traverse(opts, pre, post, sch[prop], jsonPtr + '/' + key + '/' + escapeJsonPtr(prop), rootSchema, jsonPtr, key, schema, prop);
        }
      } else if (key in traverse.keywords || (opts.allKeys && !(key in traverse.skipKeywords))) {
        _traverse(opts, pre, post, sch, jsonPtr + '/' + key, rootSchema, jsonPtr, key, schema);
      }
    }
    post(schema, jsonPtr, rootSchema, parentJsonPtr, parentKeyword, parentSchema, keyIndex);
  }
}


function escapeJsonPtr(str) {
  return str.replace(/~/g, '~0').replace(/\//g, '~1');
}


/***/ }),

/***/ 4352:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

"use strict";


const { normalizeIPv6, removeDotSegments, removeDotSegmentsRelative, recomposeAuthority, normalizePercentEncoding, normalizePathEncoding, serializePathEncoding, normalizeQueryFragmentEncoding, encodeQuery, encodeFragment, reescapeHostDelimiters, isIPv4, nonSimpleDomain } = __nccwpck_require__(5077)
const { SCHEMES, getSchemeHandler } = __nccwpck_require__(5300)

const VALID_SCHEME = /^[A-Za-z][A-Za-z0-9+.-]*$/u
const MALFORMED_SCHEME_ERROR = 'URI scheme is malformed.'
const MALFORMED_HOST_ERROR = 'URI host is malformed.'
// ASCII characters outside the RFC 3986 reg-name set (unreserved, sub-delims
// and "%" for pct-encoded): C0 controls, space, DEL, and "#/:<>?@[\]^`{|}.
const FORBIDDEN_DOMAIN_HOST_CHARACTER = /[\0-\x20"#/:<>?@[\\\]^`{|}\x7F]/u

/**
 * RFC 3986 section 3.1 does not allow percent-encoding in a scheme, so the
 * scheme is validated as-is and never decoded. Decoding would let inert input
 * such as `%6Aavascript:` become a live `javascript:` scheme.
 *
 * @param {string} scheme
 * @returns {string}
 */
function validateScheme (scheme) {
  const stringScheme = String(scheme)
  if (!VALID_SCHEME.test(stringScheme)) {
    throw new TypeError(MALFORMED_SCHEME_ERROR)
  }
  return stringScheme
}

/**
 * @template {import('./types/index').URIComponent|string} T
 * @param {T} uri
 * @param {import('./types/index').Options} [options]
 * @returns {T}
 */
function normalize (uri, options) {
  if (typeof uri === 'string') {
    uri = /** @type {T} */ (normalizeString(uri, options))
  } else if (typeof uri === 'object') {
    uri = /** @type {T} */ (parse(serialize(uri, options), options))
  }
  return uri
}

/**
 * @param {string} baseURI
 * @param {string} relativeURI
 * @param {import('./types/index').Options} [options]
 * @returns {string}
 */
function resolve (baseURI, relativeURI, options) {
  const schemelessOptions = options ? Object.assign({ scheme: 'null' }, options) : { scheme: 'null' }
  const {
    parsed: baseParsed,
    malformedAuthorityOrPort: baseMalformed,
    malformedPercentEncoding: baseMalformedPercentEncoding,
    malformedSchemeSpecific: baseMalformedSchemeSpecific,
    malformedHost: baseMalformedHost,
    malformedScheme: baseMalformedScheme
  } = parseWithStatus(baseURI, schemelessOptions)
  const {
    parsed: relativeParsed,
    malformedAuthorityOrPort: relativeMalformed,
    malformedPercentEncoding: relativeMalformedPercentEncoding,
    malformedSchemeSpecific: relativeMalformedSchemeSpecific,
    malformedHost: relativeMalformedHost,
    malformedScheme: relativeMalformedScheme
  } = parseWithStatus(relativeURI, schemelessOptions)
  if (
    baseMalformed ||
    relativeMalformed ||
    baseMalformedPercentEncoding ||
    relativeMalformedPercentEncoding ||
    baseMalformedSchemeSpecific ||
    relativeMalformedSchemeSpecific ||
    baseMalformedHost ||
    relativeMalformedHost ||
    baseMalformedScheme ||
    relativeMalformedScheme
  ) {
    throw new Error(baseParsed.error || relativeParsed.error || 'URI is malformed.')
  }
  const resolved = resolveComponent(baseParsed, relativeParsed, schemelessOptions, true)
  const resolvedSchemeHandler = getSchemeHandler((options && options.scheme) || resolved.scheme)
  const resolvedHost = resolved.host
  const resolvedHostIsIP = resolvedHost !== undefined && resolvedHost !== '' &&
    (isIPv4(resolvedHost) || normalizeIPv6(resolvedHost).isIPV6)
  // Inputs are parsed scheme-neutrally, so delimiters and controls in a domain
  // host are only detected here, once the final scheme is known. They always
  // fail closed, including in percent-encoded hosts.
  if (hasForbiddenDomainHost(resolved, options || {}, resolvedSchemeHandler, resolvedHostIsIP)) {
    throw new Error(MALFORMED_HOST_ERROR)
  }
  canonicalizeHost(resolved, options || {}, resolvedSchemeHandler, resolvedHostIsIP)
  // Percent escapes in an ASCII reg-name are encoded data. The WHATWG hostname
  // parser can reject them even though fast-uri preserves them safely as RFC
  // 3986 data. A raw non-ASCII host must still fail closed if conversion fails.
  const encodedASCIIHost = resolvedHost && resolvedHost.indexOf('%') !== -1 &&
    !/\P{ASCII}/u.test(resolvedHost)
  if (resolved.error && !encodedASCIIHost) {
    throw new Error(resolved.error)
  }
  schemelessOptions.skipEscape = true
  return serialize(resolved, schemelessOptions)
}

/**
 * @param {import ('./types/index').URIComponent} base
 * @param {import ('./types/index').URIComponent} relative
 * @param {import('./types/index').Options} [options]
 * @param {boolean} [skipNormalization=false]
 * @returns {import ('./types/index').URIComponent}
 */
function resolveComponent (base, relative, options, skipNormalization) {
  /** @type {import('./types/index').URIComponent} */
  const target = {}
  if (!skipNormalization) {
    base = parse(serialize(base, options), options) // normalize base component
    relative = parse(serialize(relative, options), options) // normalize relative component
  }
  options = options || {}

  if (!options.tolerant && relative.scheme) {
    target.scheme = relative.scheme
    // target.authority = relative.authority;
    target.userinfo = relative.userinfo
    target.host = relative.host
    target.port = relative.port
    target.path = removeDotSegments(relative.path || '')
    target.query = relative.query
  } else {
    if (relative.userinfo !== undefined || relative.host !== undefined || relative.port !== undefined) {
      // target.authority = relative.authority;
      target.userinfo = relative.userinfo
      target.host = relative.host
      target.port = relative.port
      target.path = removeDotSegments(relative.path || '')
      target.query = relative.query
    } else {
      if (!relative.path) {
        target.path = base.path
        if (relative.query !== undefined) {
          target.query = relative.query
        } else {
          target.query = base.query
        }
      } else {
        if (relative.path[0] === '/') {
          target.path = removeDotSegments(relative.path)
        } else {
          const baseHasAuthority = base.userinfo !== undefined || base.host !== undefined || base.port !== undefined
          if (baseHasAuthority && !base.path) {
            target.path = '/' + relative.path
          } else if (!base.path) {
            target.path = relative.path
          } else {
            target.path = base.path.slice(0, base.path.lastIndexOf('/') + 1) + relative.path
          }
          target.path = base.scheme === undefined && !baseHasAuthority && target.path[0] !== '/'
            ? removeDotSegmentsRelative(target.path)
            : removeDotSegments(target.path)
        }
        target.query = relative.query
      }
      // target.authority = base.authority;
      target.userinfo = base.userinfo
      target.host = base.host
      target.port = base.port
    }
    target.scheme = base.scheme
  }

  target.fragment = relative.fragment

  return target
}

/**
 * @param {import ('./types/index').URIComponent|string} uriA
 * @param {import ('./types/index').URIComponent|string} uriB
 * @param {import ('./types/index').Options} options
 * @returns {boolean}
 */
function equal (uriA, uriB, options) {
  const normalizedA = normalizeComparableURI(uriA, options)
  const normalizedB = normalizeComparableURI(uriB, options)

  return normalizedA !== undefined && normalizedB !== undefined && normalizedA === normalizedB
}

/**
 * @param {Readonly<import('./types/index').URIComponent>} cmpts
 * @param {import('./types/index').Options} [opts]
 * @returns {string}
 */
function serialize (cmpts, opts) {
  const component = {
    host: cmpts.host,
    scheme: cmpts.scheme,
    userinfo: cmpts.userinfo,
    port: cmpts.port,
    path: cmpts.path,
    query: cmpts.query,
    nid: cmpts.nid,
    nss: cmpts.nss,
    uuid: cmpts.uuid,
    fragment: cmpts.fragment,
    reference: cmpts.reference,
    resourceName: cmpts.resourceName,
    secure: cmpts.secure,
    error: ''
  }
  const options = Object.assign({}, opts)
  const uriTokens = []

  if (component.scheme) {
    component.scheme = validateScheme(component.scheme)
  }

  // find scheme handler
  const schemeHandler = getSchemeHandler(options.scheme || component.scheme)

  // perform scheme specific serialization
  if (schemeHandler && schemeHandler.serialize) schemeHandler.serialize(component, options)

  const hasAuthority = component.userinfo !== undefined || component.host !== undefined || component.port !== undefined
  // A reference with no emitted scheme is path-noscheme: a bare ':' in its
  // first path segment would reparse as a scheme (RFC 3986 3.3/4.2). Enforced
  // under skipEscape too (resolve()), so the reapply below gates on this flag.
  const schemelessReference = (component.scheme === undefined || options.reference === 'suffix') && !hasAuthority
  const pathNoScheme = !options.skipEscape && schemelessReference

  if (component.path !== undefined) {
    if (!options.skipEscape) {
      component.path = serializePathEncoding(component.path, pathNoScheme)
    } else {
      component.path = normalizePercentEncoding(component.path)
    }
  }

  if (options.reference !== 'suffix' && component.scheme) {
    // Scheme handlers may replace the scheme during serialization.
    component.scheme = validateScheme(component.scheme)
    uriTokens.push(component.scheme, ':')
  }

  const authority = recomposeAuthority(component)
  if (authority !== undefined) {
    if (options.reference !== 'suffix') {
      uriTokens.push('//')
    }

    uriTokens.push(authority)

    if (component.path && component.path[0] !== '/') {
      uriTokens.push('/')
    }
  }
  if (component.path !== undefined) {
    let s = component.path

    if (!options.absolutePath && (!schemeHandler || !schemeHandler.absolutePath)) {
      // A relative-path reference keeps its unresolvable leading ".." segments
      // and must never become root-relative (RFC 3986 section 5.2.4 applies to
      // merged target paths, not to the reference itself).
      s = schemelessReference && s[0] !== '/'
        ? removeDotSegmentsRelative(s)
        : removeDotSegments(s)
    }

    // Dot-segment removal can expose a colon that was not originally in the
    // first segment (for example, "./a:b"). Reapply path-noscheme encoding so
    // the serialized relative reference cannot be reparsed as a URI scheme.
    if (schemelessReference) {
      s = serializePathEncoding(s, true)
    }

    if (
      authority === undefined &&
      s[0] === '/' &&
      s[1] === '/'
    ) {
      // don't allow the path to start with "//"
      s = '/%2F' + s.slice(2)
    }

    uriTokens.push(s)
  }

  if (component.query !== undefined) {
    uriTokens.push('?', encodeQuery(component.query))
  }

  if (component.fragment !== undefined) {
    uriTokens.push('#', encodeFragment(component.fragment))
  }
  return uriTokens.join('')
}

const URI_PARSE = /^(?:([^#/:?]+):)?(?:\/\/((?:([^#/?@]*)@)?(\[[^#/?\]]+\]|[^#/:?]*)(?::(\d*))?))?([^#?]*)(?:\?([^#]*))?(?:#((?:.|[\n\r])*))?/u

// Captures the authority component (between "//" and the next "/", "?" or "#"),
// with or without a scheme prefix, for the literal-backslash rejection below.
const AUTHORITY_PREFIX = /^(?:[^#/:?]+:)?\/\/([^/?#]*)/

// Captures the leading authority-introducer region after an optional scheme: a
// run of forward slashes, backslashes, and the characters the WHATWG URL parser
// removes before parsing (TAB U+0009, LF U+000A, CR U+000D). A valid introducer
// is exactly "//". Node treats "\" as "/" on special schemes and strips those
// characters first, so forms like "\\", "/\", "\/", "/<TAB>/", or a leading
// "<TAB>//" reach an authority in Node while fast-uri's URI_PARSE folds them into
// the path group (host confusion / SSRF / redirect bypass).
const AUTHORITY_INTRODUCER_REGION = /^(?:[^#/:?]+:)?([/\\\t\n\r]*)/

/**
 * @param {import('./types/index').URIComponent} parsed
 * @param {RegExpMatchArray} matches
 * @returns {string|undefined}
 */
function getParseError (parsed, matches) {
  if (matches[2] !== undefined && parsed.path && parsed.path[0] !== '/') {
    return 'URI path must start with "/" when authority is present.'
  }

  if (typeof parsed.port === 'number' && (parsed.port < 0 || parsed.port > 65535)) {
    return 'URI port is malformed.'
  }

  return undefined
}

/**
 * Checks percent syntax without decoding the represented octets. RFC 3986
 * percent-encoding is byte-oriented, so sequences such as `%FF` are valid even
 * though they are not independently valid UTF-8.
 *
 * @param {string|undefined} component
 * @returns {boolean}
 */
function hasMalformedPercentEncoding (component) {
  if (component === undefined) return false

  let percent = component.indexOf('%')
  while (percent !== -1) {
    if (percent + 2 >= component.length || !/^[\da-f]{2}$/iu.test(component.slice(percent + 1, percent + 3))) {
      return true
    }
    percent = component.indexOf('%', percent + 3)
  }

  return false
}

/**
 * Whether the host is a bracketed IP literal (RFC 3986 `IP-literal`).
 * An unterminated `[` is not a literal, so it must still be validated as a
 * reg-name instead of being waved through as an IP.
 *
 * @param {string} host
 * @returns {boolean}
 */
function isIPLiteral (host) {
  return host[0] === '[' && host[host.length - 1] === ']'
}

/**
 * @param {RegExpMatchArray} matches
 * @returns {boolean}
 */
function hasMalformedComponentPercentEncoding (matches) {
  // Bracketed IP literals use a raw "%" as the zone separator for historical
  // compatibility. Their parsing is intentionally left to normalizeIPv6.
  const host = matches[4]
  return hasMalformedPercentEncoding(matches[3]) ||
    (host !== undefined && !isIPLiteral(host) && hasMalformedPercentEncoding(host)) ||
    hasMalformedPercentEncoding(matches[6]) ||
    hasMalformedPercentEncoding(matches[7]) ||
    hasMalformedPercentEncoding(matches[8])
}

/**
 * @param {import('./types/index').URIComponent} parsed
 * @param {import('./types/index').Options} options
 * @param {{ domainHost?: boolean, unicodeSupport?: boolean }|undefined} schemeHandler
 * @param {boolean} isIP
 * @returns {boolean} whether host conversion failed
 */
function canonicalizeHost (parsed, options, schemeHandler, isIP) {
  if (hasForbiddenDomainHost(parsed, options, schemeHandler, isIP)) {
    parsed.error = parsed.error || MALFORMED_HOST_ERROR
    return true
  }

  if (
    !options.unicodeSupport &&
    (!schemeHandler || !schemeHandler.unicodeSupport) &&
    parsed.host &&
    !isIPLiteral(parsed.host) &&
    (options.domainHost || (schemeHandler && schemeHandler.domainHost)) &&
    isIP === false &&
    nonSimpleDomain(parsed.host)
  ) {
    let url
    try {
      url = new URL('http://' + parsed.host)
    } catch (e) {
      parsed.error = parsed.error || "Host's domain name can not be converted to ASCII: " + e
      return true
    }
    // The WHATWG parser must have read the whole input as a host. Anything
    // else means it found a delimiter fast-uri did not, so its hostname would
    // describe a different authority.
    if (!isHostOnlyURL(url)) {
      parsed.error = parsed.error || MALFORMED_HOST_ERROR
      return true
    }
    parsed.host = url.hostname
  }
  return false
}

/**
 * Whether a domain host contains an ASCII character that RFC 3986 does not
 * allow in a reg-name (unreserved, sub-delims, or pct-encoded). Such a host is
 * rejected instead of being handed to the WHATWG URL parser, which would treat
 * "@" as a userinfo delimiter (silently dropping the data before it) and strip
 * TAB, LF, and CR. Non-ASCII characters remain allowed for IDNs.
 *
 * @param {import('./types/index').URIComponent} parsed
 * @param {import('./types/index').Options} options
 * @param {{ domainHost?: boolean }|undefined} schemeHandler
 * @param {boolean} isIP
 * @returns {boolean}
 */
function hasForbiddenDomainHost (parsed, options, schemeHandler, isIP) {
  return Boolean(
    parsed.host &&
    isIP === false &&
    !isIPLiteral(parsed.host) &&
    (options.domainHost || (schemeHandler && schemeHandler.domainHost)) &&
    FORBIDDEN_DOMAIN_HOST_CHARACTER.test(parsed.host)
  )
}

/**
 * @param {URL} url
 * @returns {boolean}
 */
function isHostOnlyURL (url) {
  return url.username === '' &&
    url.password === '' &&
    url.port === '' &&
    url.pathname === '/' &&
    url.search === '' &&
    url.hash === '' &&
    url.hostname !== ''
}

/**
 * @param {string} uri
 * @param {import('./types/index').Options} [opts]
 * @returns {{ parsed: import('./types/index').URIComponent, malformedAuthorityOrPort: boolean, malformedPercentEncoding: boolean, malformedSchemeSpecific: boolean, malformedHost: boolean, malformedScheme: boolean }}
 */
function parseWithStatus (uri, opts) {
  const options = Object.assign({}, opts)
  /** @type {import('./types/index').URIComponent} */
  const parsed = {
    scheme: undefined,
    userinfo: undefined,
    host: '',
    port: undefined,
    path: '',
    query: undefined,
    fragment: undefined
  }

  let malformedAuthorityOrPort = false
  let malformedPercentEncoding = false
  let malformedSchemeSpecific = false
  let malformedHost = false
  let malformedIPLiteral = false
  let malformedScheme = false

  let isIP = false
  if (options.reference === 'suffix') {
    if (options.scheme) {
      uri = options.scheme + ':' + uri
    } else {
      uri = '//' + uri
    }
  }

  // A literal backslash (U+005C) is not a valid RFC 3986 URI character and is
  // not an authority delimiter. Reject it in the authority rather than
  // rewriting it: normalizing "\" -> "/" (WHATWG error recovery) could silently
  // change the resource identified by an otherwise-invalid input, and lets "\"
  // act as a host delimiter here while Node's native URL parses a different
  // host (SSRF / redirect / origin-allowlist bypass). Percent-encoded %5C is
  // untouched and remains valid encoded data.
  const authorityMatch = uri.match(AUTHORITY_PREFIX)
  if (authorityMatch !== null && authorityMatch[1].indexOf('\\') !== -1) {
    parsed.error = 'URI authority must not contain a literal backslash.'
    malformedAuthorityOrPort = true
  }

  // Reject a malformed or whitespace-smuggled authority introducer. fast-uri
  // only recognizes a literal "//"; anything else in the leading separator run
  // (a backslash, or a "//" that appears only after removing the TAB/LF/CR that
  // Node strips) means the authority fast-uri parses differs from the one Node's
  // URL resolves. Reject rather than rewrite, mirroring the literal-backslash
  // guard above. Percent-encoded forms (%5C, %09) are untouched, valid data.
  const introducerMatch = uri.match(AUTHORITY_INTRODUCER_REGION)
  if (introducerMatch !== null) {
    const region = introducerMatch[1]
    const normalizedRegion = region.replace(/[\t\n\r]/g, '')
    // Two or more leading separators introduce an authority.
    if (normalizedRegion.length >= 2) {
      if (normalizedRegion.slice(0, 2) !== '//') {
        parsed.error = parsed.error || 'URI authority must not contain a literal backslash.'
        malformedAuthorityOrPort = true
      } else if (region.length !== normalizedRegion.length) {
        parsed.error = parsed.error || 'URI authority introducer must not contain whitespace.'
        malformedAuthorityOrPort = true
      }
    }
  }

  const matches = uri.match(URI_PARSE)

  if (matches) {
    // store each component
    parsed.scheme = matches[1]
    parsed.userinfo = matches[3]
    parsed.host = matches[4]
    parsed.port = parseInt(matches[5], 10)
    parsed.path = matches[6] || ''
    parsed.query = matches[7]
    parsed.fragment = matches[8]

    if (parsed.scheme !== undefined) {
      if (VALID_SCHEME.test(parsed.scheme)) {
        parsed.scheme = parsed.scheme.toLowerCase()
      } else {
        parsed.error = parsed.error || MALFORMED_SCHEME_ERROR
        malformedScheme = true
      }
    }

    malformedPercentEncoding = hasMalformedComponentPercentEncoding(matches)
    if (malformedPercentEncoding) {
      parsed.error = parsed.error || 'URI contains malformed percent-encoding.'
    }

    // fix port number
    if (isNaN(parsed.port)) {
      parsed.port = matches[5]
    }

    const parseError = getParseError(parsed, matches)
    if (parseError !== undefined) {
      parsed.error = parsed.error || parseError
      malformedAuthorityOrPort = true
    }

    if (parsed.host) {
      const ipv4result = isIPv4(parsed.host)
      if (ipv4result === false) {
        const bracketedIPLiteral = isIPLiteral(parsed.host)
        const hasIPLiteralBracket = parsed.host.indexOf('[') !== -1 || parsed.host.indexOf(']') !== -1
        const ipv6result = normalizeIPv6(parsed.host)
        isIP = ipv6result.isIPV6 || ipv6result.isIPVFuture === true
        malformedIPLiteral = hasIPLiteralBracket && (!bracketedIPLiteral || ipv6result.error === true)
        parsed.host = isIP ? ipv6result.host : ipv6result.host.toLowerCase()

        if (malformedIPLiteral) {
          parsed.error = parsed.error || MALFORMED_HOST_ERROR
          malformedAuthorityOrPort = true
        }
      } else {
        isIP = true
      }
    }
    if (parsed.scheme === undefined && parsed.userinfo === undefined && parsed.host === undefined && parsed.port === undefined && parsed.query === undefined && !parsed.path) {
      parsed.reference = 'same-document'
    } else if (parsed.scheme === undefined) {
      parsed.reference = 'relative'
    } else if (parsed.fragment === undefined) {
      parsed.reference = 'absolute'
    } else {
      parsed.reference = 'uri'
    }

    // check for reference errors
    if (options.reference && options.reference !== 'suffix' && options.reference !== parsed.reference) {
      parsed.error = parsed.error || 'URI is not a ' + options.reference + ' reference.'
    }

    // find scheme handler
    const schemeHandler = getSchemeHandler(options.scheme || parsed.scheme)

    // convert Unicode IDN -> ASCII IDN when the effective scheme uses domain hosts
    if (!malformedIPLiteral) {
      malformedHost = canonicalizeHost(parsed, options, schemeHandler, isIP)
    }

    if (uri.indexOf('%') !== -1 && parsed.host !== undefined && !malformedIPLiteral) {
      let host = isIP ? parsed.host : normalizePercentEncoding(parsed.host, true)
      if (!isIP) {
        // Fold reg-name case after decoding unreserved octets. The second
        // pass only restores uppercase hex in escapes that remain encoded.
        host = normalizePercentEncoding(host.toLowerCase())
      }
      // Resolution parses both inputs with the internal `null` scheme before
      // the effective scheme is known. Keep raw host delimiters for that step
      // so resolve() can reject them for domain-host schemes; the resolved
      // authority is encoded when it is serialized.
      parsed.host = isIP || options.scheme !== 'null' ? reescapeHostDelimiters(host, isIP) : host
    }

    if (!schemeHandler || (schemeHandler && !schemeHandler.skipNormalize)) {
      if (parsed.path) {
        parsed.path = normalizePathEncoding(parsed.path)
      }
      if (parsed.query) {
        parsed.query = normalizeQueryFragmentEncoding(parsed.query)
      }
      if (parsed.fragment) {
        parsed.fragment = normalizeQueryFragmentEncoding(parsed.fragment)
      }
    }

    // perform scheme specific parsing
    if (schemeHandler && schemeHandler.parse) {
      schemeHandler.parse(parsed, options)
      if (schemeHandler === SCHEMES.urn && parsed.nid === undefined) {
        malformedSchemeSpecific = true
      }
    }
  } else {
    parsed.error = parsed.error || 'URI can not be parsed.'
  }
  return { parsed, malformedAuthorityOrPort, malformedPercentEncoding, malformedSchemeSpecific, malformedHost, malformedScheme }
}

/**
 * @param {string} uri
 * @param {import('./types/index').Options} [opts]
 * @returns
 */
function parse (uri, opts) {
  return parseWithStatus(uri, opts).parsed
}

/**
 * @param {string} uri
 * @param {import('./types/index').Options} [opts]
 * @returns {string}
 */
function normalizeString (uri, opts) {
  return normalizeStringWithStatus(uri, opts).normalized
}

/**
 * @param {string} uri
 * @param {import('./types/index').Options} [opts]
 * @returns {{ normalized: string, malformedAuthorityOrPort: boolean, malformedPercentEncoding: boolean, malformedSchemeSpecific: boolean, malformedHost: boolean, malformedScheme: boolean }}
 */
function normalizeStringWithStatus (uri, opts) {
  const { parsed, malformedAuthorityOrPort, malformedPercentEncoding, malformedSchemeSpecific, malformedHost, malformedScheme } = parseWithStatus(uri, opts)
  return {
    normalized: malformedAuthorityOrPort || malformedPercentEncoding || malformedSchemeSpecific || malformedHost || malformedScheme ? uri : serialize(parsed, opts),
    malformedAuthorityOrPort,
    malformedPercentEncoding,
    malformedSchemeSpecific,
    malformedHost,
    malformedScheme
  }
}

/**
 * @param {import ('./types/index').URIComponent|string} uri
 * @param {import('./types/index').Options} [opts]
 * @returns {string|undefined}
 */
function normalizeComparableURI (uri, opts) {
  if (typeof uri !== 'string' && typeof uri !== 'object') {
    return undefined
  }

  let value
  try {
    value = typeof uri === 'string' ? uri : serialize(uri, opts)
  } catch {
    return undefined
  }
  const { normalized, malformedAuthorityOrPort, malformedPercentEncoding, malformedSchemeSpecific, malformedHost, malformedScheme } = normalizeStringWithStatus(value, opts)
  return malformedAuthorityOrPort || malformedPercentEncoding || malformedSchemeSpecific || malformedHost || malformedScheme ? undefined : normalized
}

const fastUri = {
  SCHEMES,
  normalize,
  resolve,
  resolveComponent,
  equal,
  serialize,
  parse
}

module.exports = fastUri
module.exports["default"] = fastUri
module.exports.fastUri = fastUri


/***/ }),

/***/ 5300:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

"use strict";


const { isUUID } = __nccwpck_require__(5077)
const URN_REG = /^([\da-z][\d\-a-z]{0,31}):((?:[\w!$'()*+,\-./:;=@]|%[\da-f]{2})+)$/iu

const supportedSchemeNames = /** @type {const} */ (['http', 'https', 'ws',
  'wss', 'urn', 'urn:uuid'])

/** @typedef {supportedSchemeNames[number]} SchemeName */

/**
 * @param {string} name
 * @returns {name is SchemeName}
 */
function isValidSchemeName (name) {
  return supportedSchemeNames.indexOf(/** @type {*} */ (name)) !== -1
}

/**
 * @callback SchemeFn
 * @param {import('../types/index').URIComponent} component
 * @param {import('../types/index').Options} options
 * @returns {import('../types/index').URIComponent}
 */

/**
 * @typedef {Object} SchemeHandler
 * @property {SchemeName} scheme - The scheme name.
 * @property {boolean} [domainHost] - Indicates if the scheme supports domain hosts.
 * @property {SchemeFn} parse - Function to parse the URI component for this scheme.
 * @property {SchemeFn} serialize - Function to serialize the URI component for this scheme.
 * @property {boolean} [skipNormalize] - Indicates if normalization should be skipped for this scheme.
 * @property {boolean} [absolutePath] - Indicates if the scheme uses absolute paths.
 * @property {boolean} [unicodeSupport] - Indicates if the scheme supports Unicode.
 */

/**
 * @param {import('../types/index').URIComponent} wsComponent
 * @returns {boolean}
 */
function wsIsSecure (wsComponent) {
  if (wsComponent.secure === true) {
    return true
  } else if (wsComponent.secure === false) {
    return false
  } else if (wsComponent.scheme) {
    return (
      wsComponent.scheme.length === 3 &&
      (wsComponent.scheme[0] === 'w' || wsComponent.scheme[0] === 'W') &&
      (wsComponent.scheme[1] === 's' || wsComponent.scheme[1] === 'S') &&
      (wsComponent.scheme[2] === 's' || wsComponent.scheme[2] === 'S')
    )
  } else {
    return false
  }
}

/** @type {SchemeFn} */
function httpParse (component) {
  if (!component.host) {
    component.error = component.error || 'HTTP URIs must have a host.'
  }

  return component
}

/** @type {SchemeFn} */
function httpSerialize (component) {
  const secure = String(component.scheme).toLowerCase() === 'https'

  // normalize the default port
  if (component.port === (secure ? 443 : 80) || component.port === '') {
    component.port = undefined
  }

  // normalize the empty path
  if (!component.path) {
    component.path = '/'
  }

  // NOTE: We do not parse query strings for HTTP URIs
  // as WWW Form Url Encoded query strings are part of the HTML4+ spec,
  // and not the HTTP spec.

  return component
}

/** @type {SchemeFn} */
function wsParse (wsComponent) {
// indicate if the secure flag is set
  wsComponent.secure = wsIsSecure(wsComponent)

  // construct resouce name
  wsComponent.resourceName = (wsComponent.path || '/') + (wsComponent.query ? '?' + wsComponent.query : '')
  wsComponent.path = undefined
  wsComponent.query = undefined

  return wsComponent
}

/** @type {SchemeFn} */
function wsSerialize (wsComponent) {
// normalize the default port
  if (wsComponent.port === (wsIsSecure(wsComponent) ? 443 : 80) || wsComponent.port === '') {
    wsComponent.port = undefined
  }

  // ensure scheme matches secure flag
  if (typeof wsComponent.secure === 'boolean') {
    wsComponent.scheme = (wsComponent.secure ? 'wss' : 'ws')
    wsComponent.secure = undefined
  }

  // reconstruct path from resource name
  if (wsComponent.resourceName) {
    const queryIndex = wsComponent.resourceName.indexOf('?')
    const path = queryIndex === -1
      ? wsComponent.resourceName
      : wsComponent.resourceName.slice(0, queryIndex)
    wsComponent.path = (path && path !== '/' ? path : undefined)
    wsComponent.query = queryIndex === -1
      ? undefined
      : wsComponent.resourceName.slice(queryIndex + 1)
    wsComponent.resourceName = undefined
  }

  // forbid fragment component
  wsComponent.fragment = undefined

  return wsComponent
}

/** @type {SchemeFn} */
function urnParse (urnComponent, options) {
  if (!urnComponent.path) {
    urnComponent.error = 'URN can not be parsed'
    return urnComponent
  }
  const matches = urnComponent.path.match(URN_REG)
  if (matches && matches[0] === urnComponent.path) {
    const scheme = options.scheme || urnComponent.scheme || 'urn'
    urnComponent.nid = matches[1].toLowerCase()
    urnComponent.nss = matches[2]
    const urnScheme = `${scheme}:${options.nid || urnComponent.nid}`
    const schemeHandler = getSchemeHandler(urnScheme)
    urnComponent.path = undefined

    if (schemeHandler) {
      urnComponent = schemeHandler.parse(urnComponent, options)
    }
  } else {
    urnComponent.error = urnComponent.error || 'URN can not be parsed.'
  }

  return urnComponent
}

/** @type {SchemeFn} */
function urnSerialize (urnComponent, options) {
  if (urnComponent.nid === undefined) {
    throw new Error('URN without nid cannot be serialized')
  }
  const scheme = options.scheme || urnComponent.scheme || 'urn'
  const nid = urnComponent.nid.toLowerCase()
  const urnScheme = `${scheme}:${options.nid || nid}`
  const schemeHandler = getSchemeHandler(urnScheme)

  if (schemeHandler) {
    urnComponent = schemeHandler.serialize(urnComponent, options)
  }

  const uriComponent = urnComponent
  const nss = urnComponent.nss
  uriComponent.path = `${nid || options.nid}:${nss}`

  options.skipEscape = true
  return uriComponent
}

/** @type {SchemeFn} */
function urnuuidParse (urnComponent, options) {
  const uuidComponent = urnComponent
  uuidComponent.uuid = uuidComponent.nss
  uuidComponent.nss = undefined

  if (!options.tolerant && (!uuidComponent.uuid || !isUUID(uuidComponent.uuid))) {
    uuidComponent.error = uuidComponent.error || 'UUID is not valid.'
  }

  return uuidComponent
}

/** @type {SchemeFn} */
function urnuuidSerialize (uuidComponent) {
  const urnComponent = uuidComponent
  // normalize UUID
  urnComponent.nss = (uuidComponent.uuid || '').toLowerCase()
  return urnComponent
}

const http = /** @type {SchemeHandler} */ ({
  scheme: 'http',
  domainHost: true,
  parse: httpParse,
  serialize: httpSerialize
})

const https = /** @type {SchemeHandler} */ ({
  scheme: 'https',
  domainHost: http.domainHost,
  parse: httpParse,
  serialize: httpSerialize
})

const ws = /** @type {SchemeHandler} */ ({
  scheme: 'ws',
  domainHost: true,
  parse: wsParse,
  serialize: wsSerialize
})

const wss = /** @type {SchemeHandler} */ ({
  scheme: 'wss',
  domainHost: ws.domainHost,
  parse: ws.parse,
  serialize: ws.serialize
})

const urn = /** @type {SchemeHandler} */ ({
  scheme: 'urn',
  parse: urnParse,
  serialize: urnSerialize,
  skipNormalize: true
})

const urnuuid = /** @type {SchemeHandler} */ ({
  scheme: 'urn:uuid',
  parse: urnuuidParse,
  serialize: urnuuidSerialize,
  skipNormalize: true
})

const SCHEMES = /** @type {Record<SchemeName, SchemeHandler>} */ ({
  http,
  https,
  ws,
  wss,
  urn,
  'urn:uuid': urnuuid
})

Object.setPrototypeOf(SCHEMES, null)

/**
 * @param {string|undefined} scheme
 * @returns {SchemeHandler|undefined}
 */
function getSchemeHandler (scheme) {
  return (
    scheme && (
      SCHEMES[/** @type {SchemeName} */ (scheme)] ||
      SCHEMES[/** @type {SchemeName} */(scheme.toLowerCase())])
  ) ||
    undefined
}

module.exports = {
  wsIsSecure,
  SCHEMES,
  isValidSchemeName,
  getSchemeHandler,
}


/***/ }),

/***/ 5077:
/***/ ((module) => {

"use strict";


/** @type {(value: string) => boolean} */
const isUUID = RegExp.prototype.test.bind(/^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/iu)

/** @type {(value: string) => boolean} */
const isIPv4 = RegExp.prototype.test.bind(/^(?:(?:25[0-5]|2[0-4]\d|1\d{2}|[1-9]\d|\d)\.){3}(?:25[0-5]|2[0-4]\d|1\d{2}|[1-9]\d|\d)$/u)

/** @type {(value: string) => boolean} */
const isPort = RegExp.prototype.test.bind(/^\d*$/u)

/** @type {(value: string) => boolean} */
const isHexPair = RegExp.prototype.test.bind(/^[\da-f]{2}$/iu)

/** @type {(value: string) => boolean} */
const isUnreserved = RegExp.prototype.test.bind(/^[\da-z\-._~]$/iu)

/** @type {(value: string) => boolean} */
const isPathCharacter = RegExp.prototype.test.bind(/^[A-Za-z0-9\-._~!$&'()*+,;=:@/]$/u)

/** @type {(value: string) => boolean} */
const isQueryFragmentCharacter = RegExp.prototype.test.bind(/^[A-Za-z0-9\-._~!$&'()*+,;=:@/?]$/u)

/** @type {(value: string) => boolean} */
const isUserinfoCharacter = RegExp.prototype.test.bind(/^[A-Za-z0-9\-._~!$&'()*+,;=:]$/u)

const BYTE_HEX = new Array(256)
{
  const HEX_DIGITS = '0123456789ABCDEF'
  for (let i = 0; i < 256; i++) {
    BYTE_HEX[i] = '%' + HEX_DIGITS[i >> 4] + HEX_DIGITS[i & 0xF]
  }
}
function percentEncodeNonAscii (cp) {
  if (cp < 0x800) {
    return BYTE_HEX[0xC0 | (cp >> 6)] +
           BYTE_HEX[0x80 | (cp & 0x3F)]
  }
  if (cp < 0x10000) {
    return BYTE_HEX[0xE0 | (cp >> 12)] +
           BYTE_HEX[0x80 | ((cp >> 6) & 0x3F)] +
           BYTE_HEX[0x80 | (cp & 0x3F)]
  }
  return BYTE_HEX[0xF0 | (cp >> 18)] +
         BYTE_HEX[0x80 | ((cp >> 12) & 0x3F)] +
         BYTE_HEX[0x80 | ((cp >> 6) & 0x3F)] +
         BYTE_HEX[0x80 | (cp & 0x3F)]
}

/**
 * @param {Array<string>} input
 * @returns {string}
 */
function stringArrayToHexStripped (input) {
  let acc = ''
  let code = 0
  let i = 0

  for (i = 0; i < input.length; i++) {
    code = input[i].charCodeAt(0)
    if (code === 48) {
      continue
    }
    if (!((code >= 48 && code <= 57) || (code >= 65 && code <= 70) || (code >= 97 && code <= 102))) {
      return ''
    }
    acc += input[i]
    break
  }

  for (i += 1; i < input.length; i++) {
    code = input[i].charCodeAt(0)
    if (!((code >= 48 && code <= 57) || (code >= 65 && code <= 70) || (code >= 97 && code <= 102))) {
      return ''
    }
    acc += input[i]
  }
  return acc
}

/** @type {(value: string) => boolean} */
const isHextet = RegExp.prototype.test.bind(/^[\dA-Fa-f]{1,4}$/)

/** @type {(value: string) => boolean} */
const isIPvFuture = RegExp.prototype.test.bind(/^[vV][\dA-Fa-f]+\.[A-Za-z\d\-._~!$&'()*+,;=:]+$/)

/** @type {(value: string) => boolean} */
const isZoneCharacter = RegExp.prototype.test.bind(/^[A-Za-z\d\-._~]$/)

/**
 * @param {string} value
 * @returns {boolean}
 */
const nonSimpleDomain = RegExp.prototype.test.bind(/[^!"$&'()*+,\-.;=_`a-z{}~]/u)

/**
 * @param {string} zone
 * @returns {boolean}
 */
function isZoneIdentifier (zone) {
  if (zone.length === 0) return false

  for (let i = 0; i < zone.length; i++) {
    if (isZoneCharacter(zone[i])) continue
    if (zone[i] === '%' && i + 2 < zone.length && isHexPair(zone.slice(i + 1, i + 3))) {
      i += 2
      continue
    }
    return false
  }

  return true
}

/**
 * Compresses the longest run of zero hextets to "::" per RFC 5952. A run of a
 * single zero hextet is left uncompressed. On ties the leftmost run wins.
 *
 * @param {string[]} hextets
 * @returns {string}
 */
function compressIPv6ZeroRun (hextets) {
  let bestStart = -1
  let bestLength = 0
  let runStart = -1
  let runLength = 0
  for (let i = 0; i < hextets.length; i++) {
    if (hextets[i] === '0') {
      if (runStart === -1) runStart = i
      runLength++
      if (runLength > bestLength) {
        bestLength = runLength
        bestStart = runStart
      }
    } else {
      runStart = -1
      runLength = 0
    }
  }

  if (bestLength < 2) return hextets.join(':')

  const head = hextets.slice(0, bestStart).join(':')
  const tail = hextets.slice(bestStart + bestLength).join(':')
  return head + '::' + tail
}

/**
 * Validates an IPv6 address against the alternatives in RFC 3986 section
 * 3.2.2 and returns the same address with leading hextet zeroes removed.
 * An embedded IPv4 address counts as two hextets and is only valid at the end.
 *
 * @param {string} input
 * @returns {string|undefined}
 */
function normalizeIPv6Address (input) {
  const compression = input.indexOf('::')
  if (compression !== -1 && input.indexOf('::', compression + 1) !== -1) return undefined

  const left = compression === -1 ? input.split(':') : input.slice(0, compression).split(':')
  const right = compression === -1 ? [] : input.slice(compression + 2).split(':')
  if (compression !== -1) {
    if (left.length === 1 && left[0] === '') left.length = 0
    if (right.length === 1 && right[0] === '') right.length = 0
  }

  const parts = left.concat(right)
  let hextetCount = 0
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i]
    if (part === '') return undefined

    if (part.indexOf('.') !== -1) {
      if (i !== parts.length - 1 || (compression !== -1 && right.length === 0) || !isIPv4(part)) return undefined
      hextetCount += 2
      continue
    }

    if (!isHextet(part)) return undefined
    parts[i] = parseInt(part, 16).toString(16)
    hextetCount++
  }

  if (compression === -1) {
    if (hextetCount !== 8) return undefined
    return compressIPv6ZeroRun(parts)
  }
  if (hextetCount >= 8) return undefined

  // expand "::" then re-compress the longest run for a canonical result
  const expanded = parts.slice(0, left.length)
  for (let i = hextetCount; i < 8; i++) expanded.push('0')
  for (let i = left.length; i < parts.length; i++) expanded.push(parts[i])
  return compressIPv6ZeroRun(expanded)
}

/**
 * @typedef {Object} NormalizeIPv6Result
 * @property {string} host - The normalized host.
 * @property {string} [escapedHost] - The escaped host.
 * @property {boolean} isIPV6 - Indicates if the host is an IPv6 address.
 * @property {boolean} [isIPVFuture] - Indicates if the host is an IPvFuture literal.
 * @property {boolean} [error] - Indicates if a bracketed IP literal is malformed.
 */

/**
 * Validates and normalizes a bracketed IP literal. Raw zone separators remain
 * accepted for backwards compatibility, while encoded separators and zone
 * contents follow RFC 6874.
 *
 * @param {string} host
 * @returns {NormalizeIPv6Result}
 */
function normalizeIPv6 (host) {
  const bracketed = host[0] === '[' && host[host.length - 1] === ']'
  const hasBracket = host[0] === '[' || host[host.length - 1] === ']'
  if (hasBracket && !bracketed) return { host, isIPV6: false, error: true }

  let input = bracketed ? host.slice(1, -1) : host
  if (bracketed && isIPvFuture(input)) {
    input = input.toLowerCase()
    return { host: `[${input}]`, escapedHost: input, isIPV6: false, isIPVFuture: true }
  }

  if (findToken(input, ':') < 2) {
    return { host, isIPV6: false, error: bracketed }
  }

  let zoneIdentifier = ''
  const zoneSeparator = input.indexOf('%')
  if (zoneSeparator !== -1) {
    const separatorLength = input.slice(zoneSeparator, zoneSeparator + 3).toLowerCase() === '%25' ? 3 : 1
    zoneIdentifier = input.slice(zoneSeparator + separatorLength)
    if (!isZoneIdentifier(zoneIdentifier)) return { host, isIPV6: false, error: true }
    input = input.slice(0, zoneSeparator)
  }

  const address = normalizeIPv6Address(input)
  if (address === undefined) return { host, isIPV6: false, error: true }

  return {
    host: address + (zoneIdentifier ? '%' + zoneIdentifier : ''),
    escapedHost: address + (zoneIdentifier ? '%25' + zoneIdentifier : ''),
    isIPV6: true
  }
}

/**
 * @param {string} str
 * @param {string} token
 * @returns {number}
 */
function findToken (str, token) {
  let ind = 0
  for (let i = 0; i < str.length; i++) {
    if (str[i] === token) ind++
  }
  return ind
}

/**
 * @param {string} path
 * @returns {string}
 *
 * @see https://datatracker.ietf.org/doc/html/rfc3986#section-5.2.4
 */
function removeDotSegments (path) {
  let input = path
  const output = []
  let nextSlash = -1
  let len = 0

  // eslint-disable-next-line no-cond-assign
  while (len = input.length) {
    if (len === 1) {
      if (input === '.') {
        break
      } else if (input === '/') {
        output.push('/')
        break
      } else {
        output.push(input)
        break
      }
    } else if (len === 2) {
      if (input[0] === '.') {
        if (input[1] === '.') {
          break
        } else if (input[1] === '/') {
          input = input.slice(2)
          continue
        }
      } else if (input[0] === '/') {
        if (input[1] === '.' || input[1] === '/') {
          output.push('/')
          break
        }
      }
    } else if (len === 3) {
      if (input === '/..') {
        if (output.length !== 0) {
          output.pop()
        }
        output.push('/')
        break
      }
    }
    if (input[0] === '.') {
      if (input[1] === '.') {
        if (input[2] === '/') {
          input = input.slice(3)
          continue
        }
      } else if (input[1] === '/') {
        input = input.slice(2)
        continue
      }
    } else if (input[0] === '/') {
      if (input[1] === '.') {
        if (input[2] === '/') {
          input = input.slice(2)
          continue
        } else if (input[2] === '.') {
          if (input[3] === '/') {
            input = input.slice(3)
            if (output.length !== 0) {
              output.pop()
            }
            continue
          }
        }
      }
    }

    // Rule 2E: Move normal path segment to output
    if ((nextSlash = input.indexOf('/', 1)) === -1) {
      output.push(input)
      break
    } else {
      output.push(input.slice(0, nextSlash))
      input = input.slice(nextSlash)
    }
  }

  return output.join('')
}

/**
 * Removes dot segments from the path of a relative reference (a path that does
 * not start with "/") without changing what it resolves to against any base.
 * Unlike `removeDotSegments`, leading ".." segments that cannot be collapsed
 * are kept, the result never becomes root-relative, and a result that would be
 * empty or start with an empty segment is prefixed with "." (an empty path
 * means "same document" and a leading "//" would introduce an authority).
 *
 * @param {string} path
 * @returns {string}
 */
function removeDotSegmentsRelative (path) {
  if (path === '' || path[0] === '/') {
    return removeDotSegments(path)
  }

  const segments = path.split('/')
  const last = segments.length - 1
  /** @type {string[]} */
  const output = []
  let trailingDirectory = false

  for (let i = 0; i <= last; i++) {
    const segment = segments[i]
    if (segment === '.' || segment === '..') {
      if (segment === '..') {
        if (output.length !== 0 && output[output.length - 1] !== '..') {
          output.pop()
        } else {
          output.push('..')
        }
      }
      trailingDirectory = i === last
    } else {
      output.push(segment)
    }
  }

  if (trailingDirectory && output[output.length - 1] !== '..') {
    output.push('')
  }
  if (output.length === 0 || output[0] === '' || output[0].includes(':')) {
    // An empty path, a leading empty segment ("//"), or a first segment
    // containing ":" (which would be mistaken for a scheme, RFC 3986 section
    // 4.2) must stay behind a "." segment so the reference keeps its meaning.
    output.unshift('.')
  }

  return output.join('/')
}

/**
 * Re-escape RFC 3986 gen-delims that must not appear literally in the host.
 * After the URI regex parses, these characters cannot be literal in the host
 * field, so any that appear after decoding came from percent-encoding and
 * must be restored to prevent authority structure changes.
 *
 * @param {string} host
 * @param {boolean} isIP - true for IPv4/IPv6 hosts (skip colon re-escaping)
 * @returns {string}
 */
const HOST_DELIMS = { '@': '%40', '/': '%2F', '?': '%3F', '#': '%23', ':': '%3A' }
const HOST_DELIM_RE = /[@/?#:]/g
const HOST_DELIM_NO_COLON_RE = /[@/?#]/g

function reescapeHostDelimiters (host, isIP) {
  const re = isIP ? HOST_DELIM_NO_COLON_RE : HOST_DELIM_RE
  re.lastIndex = 0
  return host.replace(re, (ch) => HOST_DELIMS[ch])
}

/**
 * Normalizes percent escapes and optionally decodes only unreserved ASCII bytes.
 * Reserved delimiters such as `%2F` stay escaped; `%2E` is unreserved.
 *
 * @param {string} input
 * @param {boolean} [decodeUnreserved=false]
 * @returns {string}
 */
function normalizePercentEncoding (input, decodeUnreserved = false) {
  if (input.indexOf('%') === -1) {
    return input
  }

  let output = ''

  for (let i = 0; i < input.length; i++) {
    if (input[i] === '%' && i + 2 < input.length) {
      const hex = input.slice(i + 1, i + 3)
      if (isHexPair(hex)) {
        const normalizedHex = hex.toUpperCase()
        const decoded = String.fromCharCode(parseInt(normalizedHex, 16))

        if (decodeUnreserved && isUnreserved(decoded)) {
          output += decoded
        } else {
          output += '%' + normalizedHex
        }

        i += 2
        continue
      }
    }

    output += input[i]
  }

  return output
}

/**
 * Normalizes path data without turning reserved escapes into live path syntax.
 * Valid escapes are uppercased, raw unsafe characters are escaped, and only
 * unreserved bytes that are not `.` are decoded.
 *
 * @param {string} input
 * @returns {string}
 */
function normalizePathEncoding (input) {
  let output = ''

  for (let i = 0; i < input.length; i++) {
    const ch = input[i]
    if (ch === '%' && i + 2 < input.length) {
      const hex = input.slice(i + 1, i + 3)
      if (isHexPair(hex)) {
        const normalizedHex = hex.toUpperCase()
        const decoded = String.fromCharCode(parseInt(normalizedHex, 16))

        if (decoded !== '.' && isUnreserved(decoded)) {
          output += decoded
        } else {
          output += '%' + normalizedHex
        }

        i += 2
        continue
      }
    }

    if (isPathCharacter(ch)) {
      output += ch
    } else {
      const code = input.charCodeAt(i)
      if (code < 0x80) {
        output += isEscapeSafe(code) ? ch : BYTE_HEX[code]
      } else if (code < 0xD800 || code > 0xDFFF) {
        output += percentEncodeNonAscii(code)
      } else if (code <= 0xDBFF && i + 1 < input.length) {
        const low = input.charCodeAt(i + 1)
        if (low >= 0xDC00 && low <= 0xDFFF) {
          output += percentEncodeNonAscii(0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00))
          i++
        } else {
          output += percentEncodeNonAscii(0xFFFD)
        }
      } else {
        output += percentEncodeNonAscii(0xFFFD)
      }
    }
  }

  return output
}

/**
 * Serializes a path without rewriting reserved data. Raw RFC 3986 path
 * characters remain literal, valid escapes are preserved and uppercased, and
 * everything else is UTF-8 percent-encoded. In a path-noscheme, a colon in the
 * first segment must be escaped so the result cannot be parsed as a scheme.
 *
 * @param {string} input
 * @param {boolean} [pathNoScheme=false]
 * @returns {string}
 */
function serializePathEncoding (input, pathNoScheme = false) {
  let output = ''
  let firstSegment = pathNoScheme && input[0] !== '/'

  for (let i = 0; i < input.length; i++) {
    const ch = input[i]
    if (ch === '%' && i + 2 < input.length) {
      const hex = input.slice(i + 1, i + 3)
      if (isHexPair(hex)) {
        output += '%' + hex.toUpperCase()
        i += 2
        continue
      }
    }

    if (ch === '/') {
      firstSegment = false
    }

    if (isPathCharacter(ch) && (ch !== ':' || !firstSegment)) {
      output += ch
    } else {
      const code = input.charCodeAt(i)
      if (code < 0x80) {
        output += BYTE_HEX[code]
      } else if (code < 0xD800 || code > 0xDFFF) {
        output += percentEncodeNonAscii(code)
      } else if (code <= 0xDBFF && i + 1 < input.length) {
        const low = input.charCodeAt(i + 1)
        if (low >= 0xDC00 && low <= 0xDFFF) {
          output += percentEncodeNonAscii(0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00))
          i++
        } else {
          output += percentEncodeNonAscii(0xFFFD)
        }
      } else {
        output += percentEncodeNonAscii(0xFFFD)
      }
    }
  }

  return output
}

/**
 * Percent-encodes a URI component using its RFC 3986 literal character set.
 * Existing valid escapes are preserved and normalized to uppercase hex.
 *
 * @param {string} input
 * @param {(value: string) => boolean} isAllowed
 * @returns {string}
 */
function encodeComponent (input, isAllowed) {
  let output = ''

  for (let i = 0; i < input.length; i++) {
    const ch = input[i]
    if (ch === '%' && i + 2 < input.length) {
      const hex = input.slice(i + 1, i + 3)
      if (isHexPair(hex)) {
        output += '%' + hex.toUpperCase()
        i += 2
        continue
      }
    }

    if (isAllowed(ch)) {
      output += ch
    } else {
      const code = input.charCodeAt(i)
      if (code < 0x80) {
        output += BYTE_HEX[code]
      } else if (code < 0xD800 || code > 0xDFFF) {
        output += percentEncodeNonAscii(code)
      } else if (code <= 0xDBFF && i + 1 < input.length) {
        const low = input.charCodeAt(i + 1)
        if (low >= 0xDC00 && low <= 0xDFFF) {
          output += percentEncodeNonAscii(0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00))
          i++
        } else {
          output += percentEncodeNonAscii(0xFFFD)
        }
      } else {
        output += percentEncodeNonAscii(0xFFFD)
      }
    }
  }

  return output
}

/**
 * Encodes userinfo while preserving its RFC 3986 §3.2.1 literal characters.
 * In particular, authority delimiters such as `@`, `/`, `?`, and `#` are data.
 *
 * @param {string} input
 * @returns {string}
 */
function encodeUserinfo (input) {
  return encodeComponent(input, isUserinfoCharacter)
}

/**
 * Encodes query data using the RFC 3986 §3.4 grammar. A literal `#` must be
 * escaped because it would otherwise begin the fragment component.
 *
 * @param {string} input
 * @returns {string}
 */
function encodeQuery (input) {
  return encodeComponent(input, isQueryFragmentCharacter)
}

/**
 * Encodes fragment data using the RFC 3986 §3.5 grammar.
 *
 * @param {string} input
 * @returns {string}
 */
function encodeFragment (input) {
  return encodeComponent(input, isQueryFragmentCharacter)
}

function isEscapeSafe (cp) {
  return (
    (cp >= 0x30 && cp <= 0x39) ||
    (cp >= 0x41 && cp <= 0x5A) ||
    (cp >= 0x61 && cp <= 0x7A) ||
    cp === 0x2A || cp === 0x2B || cp === 0x2D || cp === 0x2E ||
    cp === 0x2F || cp === 0x40 || cp === 0x5F
  )
}

/**
 * Normalizes the percent-encoding of a query or fragment component.
 *
 * Like `normalizePathEncoding`, but uses the query/fragment character set
 * (which additionally allows `?`) and decodes `.` since it has no dot-segment
 * meaning outside of a path.
 *
 * @param {string} input
 * @returns {string}
 */
function normalizeQueryFragmentEncoding (input) {
  let output = ''

  for (let i = 0; i < input.length; i++) {
    const ch = input[i]
    if (ch === '%' && i + 2 < input.length) {
      const hex = input.slice(i + 1, i + 3)
      if (isHexPair(hex)) {
        const normalizedHex = hex.toUpperCase()
        const decoded = String.fromCharCode(parseInt(normalizedHex, 16))

        if (isUnreserved(decoded)) {
          output += decoded
        } else {
          output += '%' + normalizedHex
        }

        i += 2
        continue
      }
    }

    if (isQueryFragmentCharacter(ch)) {
      output += ch
    } else {
      const code = input.charCodeAt(i)
      if (code < 0x80) {
        output += isEscapeSafe(code) ? ch : BYTE_HEX[code]
      } else if (code < 0xD800 || code > 0xDFFF) {
        output += percentEncodeNonAscii(code)
      } else if (code <= 0xDBFF && i + 1 < input.length) {
        const low = input.charCodeAt(i + 1)
        if (low >= 0xDC00 && low <= 0xDFFF) {
          output += percentEncodeNonAscii(0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00))
          i++
        } else {
          output += percentEncodeNonAscii(0xFFFD)
        }
      } else {
        output += percentEncodeNonAscii(0xFFFD)
      }
    }
  }

  return output
}

/**
 * Escapes a component while preserving existing valid percent escapes.
 *
 * @param {string} input
 * @returns {string}
 */
function escapePreservingEscapes (input) {
  let output = ''

  for (let i = 0; i < input.length; i++) {
    if (input[i] === '%' && i + 2 < input.length) {
      const hex = input.slice(i + 1, i + 3)
      if (isHexPair(hex)) {
        output += '%' + hex.toUpperCase()
        i += 2
        continue
      }
    }

    output += escape(input[i])
  }

  return output
}

/**
 * @param {import('../types/index').URIComponent} component
 * @returns {string|undefined}
 */
function recomposeAuthority (component) {
  const uriTokens = []

  if (component.userinfo !== undefined) {
    uriTokens.push(encodeUserinfo(component.userinfo))
    uriTokens.push('@')
  }

  if (component.host !== undefined) {
    let host = component.host
    if (!isIPv4(host)) {
      let ipV6res = normalizeIPv6(host)
      if (ipV6res.isIPV6 !== true && ipV6res.isIPVFuture !== true) {
        // Decode only unreserved bytes, once. In particular, keep %25 encoded
        // so it cannot introduce a second escape during recomposition.
        host = normalizePercentEncoding(host, true)
        ipV6res = normalizeIPv6(host)
      }
      if (ipV6res.isIPV6 === true || ipV6res.isIPVFuture === true) {
        host = `[${ipV6res.escapedHost}]`
      } else {
        host = reescapeHostDelimiters(host, false)
      }
    }
    uriTokens.push(host)
  }

  if (typeof component.port === 'number' || typeof component.port === 'string') {
    const port = String(component.port)
    if (!isPort(port)) {
      throw new TypeError('URI port is malformed.')
    }
    uriTokens.push(':')
    uriTokens.push(port)
  }

  return uriTokens.length ? uriTokens.join('') : undefined
};

module.exports = {
  nonSimpleDomain,
  recomposeAuthority,
  reescapeHostDelimiters,
  normalizePercentEncoding,
  normalizePathEncoding,
  serializePathEncoding,
  normalizeQueryFragmentEncoding,
  encodeUserinfo,
  encodeQuery,
  encodeFragment,
  escapePreservingEscapes,
  removeDotSegments,
  removeDotSegmentsRelative,
  isIPv4,
  isUUID,
  normalizeIPv6,
  stringArrayToHexStripped
}


/***/ }),

/***/ 3837:
/***/ ((module) => {

"use strict";
module.exports = /*#__PURE__*/JSON.parse('{"$id":"https://raw.githubusercontent.com/ajv-validator/ajv/master/lib/refs/data.json#","description":"Meta-schema for $data reference (JSON AnySchema extension proposal)","type":"object","required":["$data"],"properties":{"$data":{"type":"string","anyOf":[{"format":"relative-json-pointer"},{"format":"json-pointer"}]}},"additionalProperties":false}');

/***/ }),

/***/ 7216:
/***/ ((module) => {

"use strict";
module.exports = /*#__PURE__*/JSON.parse('{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://json-schema.org/draft/2020-12/meta/applicator","$vocabulary":{"https://json-schema.org/draft/2020-12/vocab/applicator":true},"$dynamicAnchor":"meta","title":"Applicator vocabulary meta-schema","type":["object","boolean"],"properties":{"prefixItems":{"$ref":"#/$defs/schemaArray"},"items":{"$dynamicRef":"#meta"},"contains":{"$dynamicRef":"#meta"},"additionalProperties":{"$dynamicRef":"#meta"},"properties":{"type":"object","additionalProperties":{"$dynamicRef":"#meta"},"default":{}},"patternProperties":{"type":"object","additionalProperties":{"$dynamicRef":"#meta"},"propertyNames":{"format":"regex"},"default":{}},"dependentSchemas":{"type":"object","additionalProperties":{"$dynamicRef":"#meta"},"default":{}},"propertyNames":{"$dynamicRef":"#meta"},"if":{"$dynamicRef":"#meta"},"then":{"$dynamicRef":"#meta"},"else":{"$dynamicRef":"#meta"},"allOf":{"$ref":"#/$defs/schemaArray"},"anyOf":{"$ref":"#/$defs/schemaArray"},"oneOf":{"$ref":"#/$defs/schemaArray"},"not":{"$dynamicRef":"#meta"}},"$defs":{"schemaArray":{"type":"array","minItems":1,"items":{"$dynamicRef":"#meta"}}}}');

/***/ }),

/***/ 8226:
/***/ ((module) => {

"use strict";
module.exports = /*#__PURE__*/JSON.parse('{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://json-schema.org/draft/2020-12/meta/content","$vocabulary":{"https://json-schema.org/draft/2020-12/vocab/content":true},"$dynamicAnchor":"meta","title":"Content vocabulary meta-schema","type":["object","boolean"],"properties":{"contentEncoding":{"type":"string"},"contentMediaType":{"type":"string"},"contentSchema":{"$dynamicRef":"#meta"}}}');

/***/ }),

/***/ 518:
/***/ ((module) => {

"use strict";
module.exports = /*#__PURE__*/JSON.parse('{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://json-schema.org/draft/2020-12/meta/core","$vocabulary":{"https://json-schema.org/draft/2020-12/vocab/core":true},"$dynamicAnchor":"meta","title":"Core vocabulary meta-schema","type":["object","boolean"],"properties":{"$id":{"$ref":"#/$defs/uriReferenceString","$comment":"Non-empty fragments not allowed.","pattern":"^[^#]*#?$"},"$schema":{"$ref":"#/$defs/uriString"},"$ref":{"$ref":"#/$defs/uriReferenceString"},"$anchor":{"$ref":"#/$defs/anchorString"},"$dynamicRef":{"$ref":"#/$defs/uriReferenceString"},"$dynamicAnchor":{"$ref":"#/$defs/anchorString"},"$vocabulary":{"type":"object","propertyNames":{"$ref":"#/$defs/uriString"},"additionalProperties":{"type":"boolean"}},"$comment":{"type":"string"},"$defs":{"type":"object","additionalProperties":{"$dynamicRef":"#meta"}}},"$defs":{"anchorString":{"type":"string","pattern":"^[A-Za-z_][-A-Za-z0-9._]*$"},"uriString":{"type":"string","format":"uri"},"uriReferenceString":{"type":"string","format":"uri-reference"}}}');

/***/ }),

/***/ 4588:
/***/ ((module) => {

"use strict";
module.exports = /*#__PURE__*/JSON.parse('{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://json-schema.org/draft/2020-12/meta/format-annotation","$vocabulary":{"https://json-schema.org/draft/2020-12/vocab/format-annotation":true},"$dynamicAnchor":"meta","title":"Format vocabulary meta-schema for annotation results","type":["object","boolean"],"properties":{"format":{"type":"string"}}}');

/***/ }),

/***/ 5707:
/***/ ((module) => {

"use strict";
module.exports = /*#__PURE__*/JSON.parse('{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://json-schema.org/draft/2020-12/meta/meta-data","$vocabulary":{"https://json-schema.org/draft/2020-12/vocab/meta-data":true},"$dynamicAnchor":"meta","title":"Meta-data vocabulary meta-schema","type":["object","boolean"],"properties":{"title":{"type":"string"},"description":{"type":"string"},"default":true,"deprecated":{"type":"boolean","default":false},"readOnly":{"type":"boolean","default":false},"writeOnly":{"type":"boolean","default":false},"examples":{"type":"array","items":true}}}');

/***/ }),

/***/ 9547:
/***/ ((module) => {

"use strict";
module.exports = /*#__PURE__*/JSON.parse('{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://json-schema.org/draft/2020-12/meta/unevaluated","$vocabulary":{"https://json-schema.org/draft/2020-12/vocab/unevaluated":true},"$dynamicAnchor":"meta","title":"Unevaluated applicator vocabulary meta-schema","type":["object","boolean"],"properties":{"unevaluatedItems":{"$dynamicRef":"#meta"},"unevaluatedProperties":{"$dynamicRef":"#meta"}}}');

/***/ }),

/***/ 7082:
/***/ ((module) => {

"use strict";
module.exports = /*#__PURE__*/JSON.parse('{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://json-schema.org/draft/2020-12/meta/validation","$vocabulary":{"https://json-schema.org/draft/2020-12/vocab/validation":true},"$dynamicAnchor":"meta","title":"Validation vocabulary meta-schema","type":["object","boolean"],"properties":{"type":{"anyOf":[{"$ref":"#/$defs/simpleTypes"},{"type":"array","items":{"$ref":"#/$defs/simpleTypes"},"minItems":1,"uniqueItems":true}]},"const":true,"enum":{"type":"array","items":true},"multipleOf":{"type":"number","exclusiveMinimum":0},"maximum":{"type":"number"},"exclusiveMaximum":{"type":"number"},"minimum":{"type":"number"},"exclusiveMinimum":{"type":"number"},"maxLength":{"$ref":"#/$defs/nonNegativeInteger"},"minLength":{"$ref":"#/$defs/nonNegativeIntegerDefault0"},"pattern":{"type":"string","format":"regex"},"maxItems":{"$ref":"#/$defs/nonNegativeInteger"},"minItems":{"$ref":"#/$defs/nonNegativeIntegerDefault0"},"uniqueItems":{"type":"boolean","default":false},"maxContains":{"$ref":"#/$defs/nonNegativeInteger"},"minContains":{"$ref":"#/$defs/nonNegativeInteger","default":1},"maxProperties":{"$ref":"#/$defs/nonNegativeInteger"},"minProperties":{"$ref":"#/$defs/nonNegativeIntegerDefault0"},"required":{"$ref":"#/$defs/stringArray"},"dependentRequired":{"type":"object","additionalProperties":{"$ref":"#/$defs/stringArray"}}},"$defs":{"nonNegativeInteger":{"type":"integer","minimum":0},"nonNegativeIntegerDefault0":{"$ref":"#/$defs/nonNegativeInteger","default":0},"simpleTypes":{"enum":["array","boolean","integer","null","number","object","string"]},"stringArray":{"type":"array","items":{"type":"string"},"uniqueItems":true,"default":[]}}}');

/***/ }),

/***/ 1678:
/***/ ((module) => {

"use strict";
module.exports = /*#__PURE__*/JSON.parse('{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://json-schema.org/draft/2020-12/schema","$vocabulary":{"https://json-schema.org/draft/2020-12/vocab/core":true,"https://json-schema.org/draft/2020-12/vocab/applicator":true,"https://json-schema.org/draft/2020-12/vocab/unevaluated":true,"https://json-schema.org/draft/2020-12/vocab/validation":true,"https://json-schema.org/draft/2020-12/vocab/meta-data":true,"https://json-schema.org/draft/2020-12/vocab/format-annotation":true,"https://json-schema.org/draft/2020-12/vocab/content":true},"$dynamicAnchor":"meta","title":"Core and Validation specifications meta-schema","allOf":[{"$ref":"meta/core"},{"$ref":"meta/applicator"},{"$ref":"meta/unevaluated"},{"$ref":"meta/validation"},{"$ref":"meta/meta-data"},{"$ref":"meta/format-annotation"},{"$ref":"meta/content"}],"type":["object","boolean"],"$comment":"This meta-schema also defines keywords that have appeared in previous drafts in order to prevent incompatible extensions as they remain in common use.","properties":{"definitions":{"$comment":"\\"definitions\\" has been replaced by \\"$defs\\".","type":"object","additionalProperties":{"$dynamicRef":"#meta"},"deprecated":true,"default":{}},"dependencies":{"$comment":"\\"dependencies\\" has been split and replaced by \\"dependentSchemas\\" and \\"dependentRequired\\" in order to serve their differing semantics.","type":"object","additionalProperties":{"anyOf":[{"$dynamicRef":"#meta"},{"$ref":"meta/validation#/$defs/stringArray"}]},"deprecated":true,"default":{}},"$recursiveAnchor":{"$comment":"\\"$recursiveAnchor\\" has been replaced by \\"$dynamicAnchor\\".","$ref":"meta/core#/$defs/anchorString","deprecated":true},"$recursiveRef":{"$comment":"\\"$recursiveRef\\" has been replaced by \\"$dynamicRef\\".","$ref":"meta/core#/$defs/uriReferenceString","deprecated":true}}}');

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
// This entry need to be wrapped in an IIFE because it need to be in strict mode.
(() => {
"use strict";
// ESM COMPAT FLAG
__nccwpck_require__.r(__webpack_exports__);

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  deriveRegistry: () => (/* reexport */ deriveRegistry),
  explain: () => (/* reexport */ explain),
  judgeConfig: () => (/* reexport */ judgeConfig),
  looksLikeModelConfig: () => (/* reexport */ looksLikeModelConfig),
  readDocument: () => (/* reexport */ readDocument),
  readPolicyText: () => (/* reexport */ readPolicyText),
  standingFaultsOf: () => (/* reexport */ standingFaultsOf)
});

;// CONCATENATED MODULE: ./build/src/documents/yaml/timestamp.js
/** constructor.py timestamp_regexp. */
const pattern = /^(?<year>[0-9]{4})-(?<month>[0-9]{1,2})-(?<day>[0-9]{1,2})(?:(?:[Tt]|[ \t]+)(?<hour>[0-9]{1,2}):(?<minute>[0-9]{2}):(?<second>[0-9]{2})(?:\.(?<fraction>[0-9]*))?(?:[ \t]*(?<zone>Z|(?<zoneSign>[-+])(?<zoneHour>[0-9]{1,2})(?::(?<zoneMinute>[0-9]{2}))?))?)?$/;
/** A date or datetime in ISO 8601, as `isoformat()` writes it; refused where Python's `datetime` refuses it. */
function readTimestamp(text) {
    const parts = pattern.exec(text)?.groups;
    if (parts === undefined)
        return { refused: `"${text.slice(0, 40)}" is no timestamp` };
    const date = `${parts['year']}-${two(parts['month'])}-${two(parts['day'])}`;
    if (!isDate(Number(parts['year']), Number(parts['month']), Number(parts['day']))) {
        return { refused: `${text} is an impossible date` };
    }
    if (parts['hour'] === undefined)
        return { type: 'date', value: date };
    const time = timeText(parts);
    if (time === undefined)
        return { refused: `${text} is an impossible time` };
    return { type: 'datetime', value: `${date}T${time}` };
}
function timeText(parts) {
    const [hour, minute, second] = [parts['hour'], parts['minute'], parts['second']].map(Number);
    if ((hour ?? 99) > 23 || (minute ?? 99) > 59 || (second ?? 99) > 59)
        return undefined;
    const zone = zoneText(parts);
    if (zone === undefined)
        return undefined;
    const micro = (parts['fraction'] ?? '').slice(0, 6).padEnd(6, '0');
    const fraction = micro === '000000' ? '' : `.${micro}`;
    return `${two(parts['hour'])}:${parts['minute']}:${parts['second']}${fraction}${zone}`;
}
/** `+00:00` for Z; `undefined` for a day or more, which Python's `timezone` refuses. */
function zoneText(parts) {
    if (parts['zone'] === undefined)
        return '';
    if (parts['zoneSign'] === undefined)
        return '+00:00';
    const minutes = Number(parts['zoneHour']) * 60 + Number(parts['zoneMinute'] ?? 0);
    if (minutes >= 24 * 60)
        return undefined;
    const sign = minutes === 0 ? '+' : parts['zoneSign'];
    return `${sign}${two(String(Math.floor(minutes / 60)))}:${two(String(minutes % 60))}`;
}
function two(text) {
    return (text ?? '').padStart(2, '0');
}
function isDate(year, month, day) {
    if (year < 1 || month < 1 || month > 12 || day < 1)
        return false;
    const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
    const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    return day <= (days[month - 1] ?? 0);
}

;// CONCATENATED MODULE: ./build/src/documents/yaml/construct.js

/** Python's `int()` refuses longer texts (sys.int_info.default_max_str_digits); for hex and binary it has no limit, we keep one. */
const maxDigits = 4300;
const boolWords = new Map([
    ['yes', true],
    ['no', false],
    ['true', true],
    ['false', false],
    ['on', true],
    ['off', false],
]);
const constructors = new Map([
    ['null', () => ({ type: 'NoneType', value: null })],
    ['bool', constructBool],
    ['int', constructInt],
    ['float', constructFloat],
    ['str', (text) => ({ type: 'str', value: text })],
    ['timestamp', readTimestamp],
    ['binary', constructBytes],
    ['disputed', (text) => ({ refused: `${quoted(text)} is a number to some versions and text to others` })],
]);
/** The scalar as PyYAML's SafeConstructor makes it, `undefined` for a tag that it does not know. */
function constructScalar(tag, text, dialect) {
    return constructors.get(tag)?.(text, dialect);
}
function constructBool(text) {
    const value = boolWords.get(text.toLowerCase());
    return value === undefined ? { refused: `${quoted(text)} is no bool` } : { type: 'bool', value };
}
/** Most integers: no other base, sign in front, underscore or length to think about. */
const plainInt = /^-?(?:0|[1-9][0-9]{0,17})$/;
function constructInt(text, dialect) {
    if (plainInt.test(text))
        return { type: 'int', value: BigInt(text) };
    const value = dialect === 'yaml-1.2' ? coreInt(text) : pythonInt(text);
    return value === undefined ? { refused: `${quoted(text)} is no integer` } : { type: 'int', value };
}
function coreInt(text) {
    const { sign, digits } = splitSign(text);
    if (/^0o[0-7]+$/.test(digits))
        return sign * BigInt(digits);
    if (/^0x[0-9a-fA-F]+$/.test(digits))
        return sign * BigInt(digits);
    return decimal(digits, sign);
}
/** constructor.py construct_yaml_int. */
function pythonInt(text) {
    const { sign, digits } = splitSign(text.replaceAll('_', ''));
    if (digits.length > maxDigits)
        return undefined;
    if (/^0b[01]+$/.test(digits))
        return sign * BigInt(digits);
    if (/^0x[0-9a-fA-F]+$/.test(digits))
        return sign * BigInt(digits);
    if (/^0o?[0-7]+$/i.test(digits))
        return sign * BigInt(`0o${digits.replace(/^0o?/i, '')}`);
    if (digits === '0')
        return 0n;
    if (digits.startsWith('0'))
        return undefined;
    return digits.includes(':') ? sexagesimal(digits, sign) : decimal(digits, sign);
}
function decimal(digits, sign) {
    return /^[0-9]+$/.test(digits) && digits.length <= maxDigits ? sign * BigInt(digits) : undefined;
}
function sexagesimal(digits, sign) {
    const parts = digits.split(':').map((part) => decimal(part, 1n));
    let value = 0n;
    for (const part of parts) {
        if (part === undefined)
            return undefined;
        value = value * 60n + part;
    }
    return sign * value;
}
function splitSign(text) {
    const sign = text.startsWith('-') ? -1n : 1n;
    return { sign, digits: /^[-+]/.test(text) ? text.slice(1) : text };
}
/** Most floats: JavaScript reads them as Python does. */
const plainFloat = /^-?[0-9]+\.[0-9]*(?:e[-+][0-9]+)?$/;
/** constructor.py construct_yaml_float. */
function constructFloat(text, dialect) {
    if (plainFloat.test(text))
        return { type: 'float', value: Number(text) };
    const value = floatValue((dialect === 'yaml-1.2' ? text : text.replaceAll('_', '')).toLowerCase());
    return value === undefined ? { refused: `${quoted(text)} is no number` } : { type: 'float', value };
}
function floatValue(text) {
    const sign = text.startsWith('-') ? -1 : 1;
    const digits = /^[-+]/.test(text) ? text.slice(1) : text;
    if (digits === '.inf')
        return sign * Number.POSITIVE_INFINITY;
    if (digits === '.nan')
        return Number.NaN;
    if (!digits.includes(':'))
        return times(sign, pythonFloat(digits));
    const parts = digits.split(':').map(pythonFloat);
    let value = 0;
    let base = 1;
    for (const part of parts.toReversed()) {
        if (part === undefined)
            return undefined;
        value += part * base;
        base *= 60;
    }
    return sign * value;
}
function times(sign, value) {
    return value === undefined ? undefined : sign * value;
}
/** Python's `float()` of lower-case ASCII text. */
function pythonFloat(text) {
    if (/^[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:e[-+]?[0-9]+)?$/.test(text))
        return Number(text);
    const word = /^([-+]?)(inf|infinity|nan)$/.exec(text);
    if (word === null)
        return undefined;
    const magnitude = word[2] === 'nan' ? Number.NaN : Number.POSITIVE_INFINITY;
    return word[1] === '-' ? -magnitude : magnitude;
}
/** base64.decodebytes: other characters are skipped, missing padding is an error. */
function constructBytes(text) {
    if (!/^\p{ASCII}*$/u.test(text))
        return { refused: 'base64 data holds characters that are not ASCII' };
    const compact = text.replaceAll(/[\r\n ]/g, '');
    const wellFormed = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(compact);
    if (!wellFormed)
        return { refused: 'the base64 data is malformed' };
    return { type: 'bytes', value: new Uint8Array(Buffer.from(compact, 'base64')) };
}
function quoted(text) {
    return text.length > 40 ? `${JSON.stringify(text.slice(0, 40))}…` : JSON.stringify(text);
}

;// CONCATENATED MODULE: ./build/src/documents/tree/node.js
/** The node at a path, `undefined` where there is none. */
function nodeAt(root, path) {
    return path.reduce(childOf, root);
}
function childOf(node, step) {
    if (node?.type === 'dict')
        return node.entries.get(String(step))?.value;
    if (node?.type === 'list')
        return node.items[Number(step)];
    return undefined;
}
/** `a.b[0].c`: the path as people write it. */
function pathText(path) {
    return path.reduce((text, step) => {
        if (typeof step === 'number')
            return `${text}[${step}]`;
        return text === '' ? step : `${text}.${step}`;
    }, '');
}
/** Whether two nodes hold equal values of equal types; key order does not count. */
function sameValue(a, b) {
    return a === b || fingerprint(a) === fingerprint(b);
}
/** Text that is equal for equal values and differs for others. */
function fingerprint(node) {
    if (node.type === 'list')
        return `[${node.items.map(fingerprint).join(',')}]`;
    if (node.type !== 'dict')
        return `${node.type}:${JSON.stringify(scalarText(node))}`;
    const pairs = [...node.entries.values()].map((entry) => `${JSON.stringify(entry.name)}=${fingerprint(entry.value)}`);
    return `{${pairs.toSorted().join(',')}}`;
}
/** A scalar as a short text, in YAML's spelling where it has one. */
function scalarText(node) {
    if (node.type === 'NoneType')
        return 'null';
    if (node.type === 'bytes')
        return Buffer.from(node.value).toString('base64');
    if (node.type === 'float')
        return floatText(node.value);
    return String(node.value);
}
/** As Python's `repr` writes it: the shortest digits, with an exponent below 1e-4 and from 1e16 on. */
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

;// CONCATENATED MODULE: ./build/src/documents/tree/duplicates.js

/** The finding of a key that stands twice in one mapping; `$first` is replaced by the first one's line when offsets become places. */
function duplicateKey(key, earlier, before, after, refused, dialect) {
    const same = !refused && sameValue(before, after);
    const outcome = refused ? refusals[dialect] : `the last one wins${same ? ', with the same value' : ''}`;
    return {
        rule: 'config/duplicate-key',
        severity: same ? 'warning' : 'error',
        message: `${scalarText(key)} is already set ${firstAt(earlier.start)}: ${outcome}`,
        help: 'keep one of the two',
        start: key.start,
        end: key.end,
    };
}
const refusals = {
    pyyaml: 'the last one wins',
    omegaconf: 'OmegaConf refuses the file',
    'yaml-1.2': 'YAML 1.2 forbids it',
    json: 'the last one wins',
};
/** Stands in a message for `in line N` until the document knows its lines. */
function firstAt(offset) {
    return `@{${offset}}`;
}

;// CONCATENATED MODULE: ./build/src/documents/tree/keys.js

/** Equal for keys that are equal in Python, where 1 == 1.0 == True. */
function keyIdentity(key) {
    if (key.type === 'bool')
        return `number:${Number(key.value)}`;
    if (key.type === 'int')
        return `number:${key.value}`;
    if (key.type === 'float')
        return floatIdentity(key.value, key.start);
    return `${key.type}:${scalarText(key)}`;
}
/** NaN equals nothing, not even itself; an integral float equals the int of its exact value. */
function floatIdentity(value, start) {
    if (Number.isNaN(value))
        return `nan:${start}`;
    return `number:${Number.isInteger(value) ? BigInt(value) : value}`;
}
/** The names of a mapping's keys, which are added to `entries` one after another: one name for all keys that are equal in Python. */
class KeyNames {
    entries;
    /** Of keys that are no text, or whose text is taken. */
    known = new Map();
    constructor(entries) {
        this.entries = entries;
    }
    nameOf(key) {
        if (key.type === 'str') {
            const holder = this.entries.get(key.value)?.key;
            if (holder === undefined || (holder.type === 'str' && holder.value === key.value))
                return key.value;
        }
        const identity = keyIdentity(key);
        const name = this.known.get(identity) ?? keyName(key, this.entries);
        this.known.set(identity, name);
        return name;
    }
}
/** The key as a step of a path; keys that differ in Python but not in text get their type in front. */
function keyName(key, taken) {
    const text = scalarText(key);
    if (!taken.has(text))
        return text;
    let name = `${key.type} ${text}`;
    while (taken.has(name))
        name += "'";
    return name;
}

;// CONCATENATED MODULE: ./build/src/documents/yaml/problem.js
/** Stops reading: nothing that follows could be trusted. */
class Unreadable extends Error {
    problem;
    constructor(problem) {
        super(problem.message);
        this.problem = problem;
    }
}
function unreadable(message, start, end, help) {
    const problem = { rule: 'config/unreadable', severity: 'error', message, start, end };
    return new Unreadable(help === undefined ? problem : { ...problem, help });
}
/** Deepest nesting that is read. */
const maxDepth = 100;
function tooDeep(at) {
    return unreadable(`nested deeper than ${maxDepth}`, at, at + 1, 'no config is: mend the brackets or the indentation');
}
/** More values than this, aliases copied, is an alias bomb and no config. */
const maxValues = 200_000;
function tooManyValues() {
    const message = `the file holds more than ${maxValues} values, each alias counted as what it stands for`;
    return unreadable(message, 0, 0, 'use fewer aliases, and keep data out of the config');
}

;// CONCATENATED MODULE: ./build/src/documents/yaml/resolvers.js
/** PyYAML 6.0.3, resolver.py; written without nested unbounded repeats that can match the same text twice. */
const pyyaml = [
    {
        tag: 'bool',
        first: 'yYnNtTfFoO',
        pattern: /^(?:yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)$/,
    },
    {
        tag: 'float',
        first: '-+.0123456789',
        pattern: /^(?:[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/,
    },
    {
        tag: 'int',
        first: '-+0123456789',
        pattern: /^(?:[-+]?0b[0-1_]+|[-+]?0[0-7_]+|[-+]?(?:0|[1-9][0-9_]*)|[-+]?0x[0-9a-fA-F_]+|[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+)$/,
    },
    { tag: 'merge', first: '<', pattern: /^<<$/ },
    { tag: 'null', first: '~nN', pattern: /^(?:~|null|Null|NULL|)$/ },
    {
        tag: 'timestamp',
        first: '0123456789',
        pattern: /^(?:[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]*)?(?:[ \t]*(?:Z|[-+][0-9]{1,2}(?::[0-9]{2})?))?)$/,
    },
    { tag: 'value', first: '=', pattern: /^=$/ },
];
/** OmegaConf 2.3, _utils.py get_yaml_loader: its float pattern after PyYAML's own, no timestamps. */
const omegaconf = [
    ...pyyaml.filter((resolver) => resolver.tag !== 'timestamp'),
    {
        tag: 'float',
        first: '-+.0123456789',
        pattern: /^(?:[-+]?[0-9]+(?:_[0-9]+)*\.[0-9_]*(?:[eE][-+]?[0-9]+)?|[-+]?[0-9]+(?:_[0-9]+)*[eE][-+]?[0-9]+|\.[0-9]+(?:_[0-9]+)*(?:[eE][-+][0-9]+)?)$/,
    },
    {
        // up to 2.1 underscores could stand anywhere: 1__0e5 was a number, and ._ an error
        tag: 'disputed',
        first: '-+.0123456789',
        pattern: /^(?:[-+]?[0-9][0-9_]*(?:\.[0-9_]*)?[eE][-+]?[0-9]+|\.[0-9_]+(?:[eE][-+][0-9]+)?)$/,
    },
];
/** YAML 1.2.2, chapter 10.3, the core schema. */
const core = [
    { tag: 'null', first: '~nN', pattern: /^(?:~|null|Null|NULL|)$/ },
    { tag: 'bool', first: 'tTfF', pattern: /^(?:true|True|TRUE|false|False|FALSE)$/ },
    { tag: 'int', first: '-+0123456789', pattern: /^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$/ },
    {
        tag: 'float',
        first: '-+.0123456789',
        pattern: /^(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/,
    },
];
const tables = {
    pyyaml: byFirst(pyyaml),
    omegaconf: byFirst(omegaconf),
    'yaml-1.2': byFirst(core),
};
function byFirst(resolvers) {
    const characters = new Set(resolvers.flatMap(({ first }) => Array.from(first)));
    const table = [...characters].map((character) => [character, resolvers.filter(({ first }) => first.includes(character))]);
    return new Map([['', resolvers.filter(({ pattern }) => pattern.test(''))], ...table]);
}
/** Which of YAML's types a scalar without quotes and without a tag has; `undefined`: text. */
function implicitTag(text, dialect) {
    const candidates = tables[dialect].get(text.charAt(0));
    return candidates?.find((resolver) => resolver.pattern.test(text))?.tag;
}

;// CONCATENATED MODULE: ./build/src/documents/yaml/tags.js
const yamlPrefix = 'tag:yaml.org,2002:';
/** The tag handles of a document: `!!`, `!` and those of its %TAG directives. */
function tagHandles(directives) {
    const handles = new Map([
        ['!', '!'],
        ['!!', yamlPrefix],
    ]);
    for (const directive of directives) {
        if (directive.kind === 'tag')
            handles.set(directive.handle, directive.prefix);
    }
    return handles;
}
/** The full tag of `!!int`, `!mine`, `!<…>`; `undefined` where the handle is not declared. */
function tagName(written, handles) {
    if (written === '!')
        return '!';
    if (written.startsWith('!<'))
        return written.slice(2, -1);
    const [, handle = '!', suffix = ''] = /^(!(?:[0-9A-Za-z_-]*!)?)(.*)$/.exec(written) ?? [];
    const prefix = handles.get(handle);
    return prefix === undefined ? undefined : prefix + suffix;
}
/** `int` of `tag:yaml.org,2002:int`; `undefined` of any other tag. */
function yamlTag(tag) {
    return tag.startsWith(yamlPrefix) ? tag.slice(yamlPrefix.length) : undefined;
}

;// CONCATENATED MODULE: ./build/src/documents/yaml/build.js






/** Merge keys may multiply pairs; more than this in one document is no config. */
const maxMergedPairs = 20_000;
/** Raw nodes as the values that Python would hold (constructor.py SafeConstructor). Throws Unreadable. */
class Builder {
    problems = [];
    dialect;
    built = new Map();
    flat = new Map();
    merged = 0;
    constructor(dialect) {
        this.dialect = dialect;
    }
    build(raw) {
        if (raw.kind === 'scalar' && !raw.anchored)
            return this.scalar(raw);
        const known = this.built.get(raw);
        if (known !== undefined)
            return known;
        const node = this.make(raw);
        this.built.set(raw, node);
        return node;
    }
    make(raw) {
        if (raw.kind === 'scalar')
            return this.scalar(raw);
        const expected = raw.kind === 'list' ? 'seq' : 'map';
        const tag = raw.tag === undefined || raw.tag === '!' ? expected : yamlTag(raw.tag);
        if (tag !== expected)
            throw unknownTag(raw, this.dialect);
        return raw.kind === 'list' ? this.list(raw) : this.dict(raw);
    }
    list(raw) {
        const items = raw.items.map((item) => this.build(item));
        return { type: 'list', items, start: raw.start, end: raw.end };
    }
    scalar(raw) {
        const tag = this.scalarTag(raw);
        const { start, end, text: written } = raw;
        const made = constructScalar(tag ?? '', written, this.dialect);
        if (made === undefined)
            throw unknownTag(raw, this.dialect);
        if ('refused' in made)
            throw unreadable(`${made.refused}: ${readers[this.dialect]} stops with an error`, start, end);
        return raw.plain ? { ...made, start, end, written } : { ...made, start, end };
    }
    scalarTag(raw) {
        if (raw.tag !== undefined && raw.tag !== '!')
            return yamlTag(raw.tag);
        // PyYAML resolves even a quoted scalar after the tag "!"
        if (raw.tag === '!' && raw.text.endsWith('\n'))
            throw unknownTag(raw, this.dialect);
        const resolves = raw.plain || (raw.tag === '!' && this.dialect !== 'yaml-1.2');
        return (resolves ? implicitTag(raw.text, this.dialect) : undefined) ?? 'str';
    }
    dict(raw) {
        const pairs = this.flatten(raw);
        const merges = pairs !== raw.pairs;
        if (merges)
            this.reportDuplicates(raw);
        const entries = new Map();
        const names = new KeyNames(entries);
        const repeated = new Map();
        for (const [rawKey, rawValue] of pairs) {
            const key = this.key(rawKey);
            const name = names.nameOf(key);
            const value = this.build(rawValue);
            const earlier = entries.get(name);
            if (earlier !== undefined && !merges) {
                this.problems.push(this.duplicate(key, repeated.get(name) ?? earlier.key, earlier.value, value));
                repeated.set(name, key);
            }
            // Python keeps the first of two equal keys, with the last value
            entries.set(name, { key: earlier?.key ?? key, name, value });
        }
        return { type: 'dict', entries, start: raw.start, end: raw.end };
    }
    key(raw) {
        if (raw.kind !== 'scalar') {
            throw unreadable('a list or mapping cannot be a key: Python cannot hash it', raw.start, raw.end);
        }
        const text = raw.text === '=' && this.scalarTag(raw) === 'value' ? { ...raw, tag: 'tag:yaml.org,2002:str' } : raw;
        const node = this.build(text);
        if (node.type !== 'list' && node.type !== 'dict')
            return node;
        throw unreadable('a list or mapping cannot be a key: Python cannot hash it', raw.start, raw.end);
    }
    /** constructor.py flatten_mapping: merged pairs first, of a list of mappings the last first, then the own pairs. */
    flatten(raw) {
        const known = this.flat.get(raw);
        if (known !== undefined)
            return known;
        if (this.dialect === 'yaml-1.2')
            return raw.pairs;
        if (!raw.pairs.some(([key]) => this.isMerge(key)))
            return raw.pairs;
        const own = raw.pairs.filter(([key]) => !this.isMerge(key));
        const merges = raw.pairs.filter(([key]) => this.isMerge(key));
        const pairs = [...merges.flatMap(([, value]) => this.mergeSource(value)), ...own];
        this.merged += pairs.length;
        if (this.merged > maxMergedPairs) {
            throw unreadable('the merge keys (<<) multiply to too many pairs', raw.start, raw.end);
        }
        this.flat.set(raw, pairs);
        return pairs;
    }
    mergeSource(value) {
        if (value.kind === 'map')
            return this.flatten(value);
        const sources = value.kind === 'list' ? value.items : undefined;
        const maps = sources?.filter((item) => item.kind === 'map');
        if (maps === undefined || maps.length !== sources?.length) {
            throw unreadable('<< takes a mapping or a list of mappings', value.start, value.end);
        }
        return maps.toReversed().flatMap((map) => this.flatten(map));
    }
    isMerge(key) {
        const candidate = key.kind === 'scalar' && (key.text === '<<' || key.tag !== undefined);
        return candidate && this.scalarTag(key) === 'merge';
    }
    /** Of a mapping that merges others: only its own keys can be repeated. */
    reportDuplicates(raw) {
        const seen = new Map();
        for (const pair of raw.pairs) {
            if (this.isMerge(pair[0]))
                continue;
            const key = this.key(pair[0]);
            const identity = keyIdentity(key);
            const earlier = seen.get(identity);
            if (earlier !== undefined) {
                const [before, after] = [this.build(earlier[1]), this.build(pair[1])];
                this.problems.push(this.duplicate(key, earlier[0], before, after));
            }
            seen.set(identity, pair);
        }
    }
    duplicate(key, earlier, before, after) {
        const refused = this.dialect !== 'pyyaml' && key.type === 'str';
        return duplicateKey(key, earlier, before, after, refused, this.dialect);
    }
}
/** How messages name the reader. */
const readers = {
    pyyaml: 'PyYAML',
    omegaconf: 'OmegaConf',
    'yaml-1.2': 'a YAML 1.2 reader',
    json: "Python's json",
};
function unknownTag(raw, dialect) {
    const what = raw.tag === undefined || raw.tag === '!' ? rawText(raw) : `the tag ${raw.tag.slice(0, 80)}`;
    return unreadable(`${readers[dialect]} cannot make a value of ${what}`, raw.start, raw.end, raw.tag === undefined ? 'quote the value' : 'remove the tag: configs are read with the safe loader');
}
function rawText(raw) {
    return raw.kind === 'scalar' ? JSON.stringify(raw.text.slice(0, 40)) : `this ${raw.kind}`;
}

;// CONCATENATED MODULE: ./build/src/config/text/hazards.js

/** A number in anyone's eyes: with an exponent, a bare point, or plain digits. */
const numberPattern = /^[-+]?(?:\d[\d_]*(?:\.[\d_]*)?|\.\d[\d_]*)(?:[eE][-+]?\d+)?$/;
/** Whether a text reads as a number; `found`: without quotes, so that its author meant one. */
function looksLikeNumber(node) {
    if (node.type !== 'str' || !numberPattern.test(node.value))
        return undefined;
    return { found: node.written !== undefined };
}
const hazards = [
    {
        rule: 'config/number-as-text',
        severity: 'error',
        find: (node, written, reader) => looksLikeNumber(node) === undefined || /^0\d/.test(written)
            ? undefined
            : { message: `${reader} reads ${written} as text, not as a number`, help: spelling(written) },
    },
    {
        rule: 'config/leading-zero',
        severity: 'warning',
        isOtherNumber: true,
        find: (node, written, reader) => leadingZero(node, written, reader),
    },
    {
        rule: 'config/word-as-bool',
        severity: 'warning',
        find: (node, written, reader) => node.type === 'bool' && /^(?:yes|no|on|off)$/i.test(written)
            ? {
                message: `${reader} reads ${written} as ${node.value ? 'True' : 'False'}`,
                help: `write ${String(node.value)}, or "${written}" in quotes for the text`,
            }
            : undefined,
    },
    {
        rule: 'config/base-60',
        severity: 'warning',
        isOtherNumber: true,
        find: (node, written, reader) => (node.type === 'int' || node.type === 'float') && written.includes(':')
            ? {
                message: `${reader} reads ${written} as ${String(node.value)}: base 60`,
                help: `write ${String(node.value)}, or "${written}" in quotes for the text`,
            }
            : undefined,
    },
    {
        rule: 'config/none-as-text',
        severity: 'warning',
        find: (node, written, reader) => node.type === 'str' && written === 'None'
            ? {
                message: `${reader} reads None as the text "None"`,
                help: 'write null, or "None" in quotes for the text',
            }
            : undefined,
    },
    {
        rule: 'config/text-as-date',
        severity: 'notice',
        find: (node, written, reader) => node.type === 'date' || node.type === 'datetime'
            ? {
                message: `${reader} reads ${written} as a ${node.type}`,
                help: `write "${written}" in quotes for the text`,
            }
            : undefined,
    },
    {
        rule: 'config/large-integer',
        severity: 'notice',
        find: (node, written) => node.type === 'int' && (node.value > 2n ** 53n || node.value < -(2n ** 53n))
            ? {
                message: `${written} is exact in Python, but readers that hold numbers as float64 read ${Number(node.value)}`,
                help: 'quote it if it is an identifier',
            }
            : undefined,
    },
];
/** What in a document its reader takes for something else than it looks like, and than is expected. */
function findHazards(root, dialect, expected) {
    const problems = [];
    const reader = readers[dialect];
    const seen = new Set();
    const path = [];
    const at = (step, node) => {
        path.push(step);
        visit(node);
        path.pop();
    };
    const visit = (node) => {
        const isScalar = node.type !== 'list' && node.type !== 'dict';
        // most scalars are harmless: they need not be remembered
        const found = isScalar ? suspicions(node, reader) : none;
        if ((isScalar && found.length === 0) || seen.has(node))
            return;
        seen.add(node);
        if (isScalar)
            problems.push(...unsettled(found, node, expected(path)));
        else if (node.type === 'list')
            node.items.forEach((item, index) => at(index, item));
        else {
            for (const { key, name, value } of node.entries.values()) {
                for (const { problem } of suspicions(key, reader))
                    problems.push(problem);
                at(name, value);
            }
        }
    };
    visit(root);
    return problems;
}
const none = [];
function suspicions(node, reader) {
    const { written, start, end } = node;
    if (written === undefined || isPlain(node, written))
        return none;
    return hazards.flatMap(({ rule, severity, isOtherNumber = false, find }) => {
        const found = find(node, written, reader);
        return found === undefined ? [] : [{ problem: { rule, severity, ...found, start, end }, isOtherNumber }];
    });
}
/** A type that is registered settles the matter, unless the number is another one than is written. */
function unsettled(found, { type }, expected) {
    const isExpected = expected?.has(type) === true;
    const isSettled = found.some(({ isOtherNumber }) => !isOtherNumber || type === 'str');
    return isExpected && isSettled ? [] : found.map(({ problem }) => problem);
}
/** Most scalars: nothing that any reader takes for something else. */
function isPlain(node, written) {
    if (node.type === 'str')
        return written !== 'None' && !/^[-+.\d]/.test(written);
    if (node.type === 'int')
        return /^-?(?:0|[1-9]\d{0,14})$/.test(written);
    if (node.type === 'float')
        return !written.includes(':');
    return node.type === 'bool' && written === String(node.value);
}
function leadingZero(node, written, reader) {
    if (!/^[-+]?0[\d_]+$/.test(written))
        return undefined;
    if (node.type === 'str') {
        return {
            message: `${reader} reads ${written} as text`,
            help: 'remove the zero in front, or quote the text',
        };
    }
    const decimal = BigInt(written.replaceAll(/[_+-]/g, '')) * (written.startsWith('-') ? -1n : 1n);
    if (node.type !== 'int' || node.value === decimal)
        return undefined;
    return {
        message: `${reader} reads ${written} as ${node.value}: octal`,
        help: `write ${node.value}, or "${written}" in quotes for the text`,
    };
}
/** How to write the number so that PyYAML takes it for one: a point, and a sign in the exponent. */
function spelling(written) {
    const [mantissa = '', exponent] = written.replaceAll('_', '').toLowerCase().split('e');
    const [, sign = '', digits = ''] = /^([-+]?)(.*)$/.exec(mantissa) ?? [];
    const whole = digits.startsWith('.') ? `0${digits}` : digits;
    const point = whole.includes('.') ? (whole.endsWith('.') ? `${whole}0` : whole) : `${whole}.0`;
    if (exponent === undefined)
        return `write ${sign.replace('+', '')}${point}`;
    const power = /^[-+]/.test(exponent) ? exponent : `+${exponent}`;
    return `write ${sign.replace('+', '')}${point}e${power}`;
}

;// CONCATENATED MODULE: ./build/src/config/registry/model.js
/** The child that a step leads to: its own name first, then `*`, then `**`. */
function registryChild(node, step) {
    return node.children.get(String(step)) ?? node.children.get('*') ?? node.children.get('**');
}
/** The parameter that governs a path: its own, or the one above that covers everything below itself. */
function parameterAt(registry, path) {
    let node = registry.root;
    for (const [index, step] of path.entries()) {
        const child = registryChild(node, step);
        if (child === undefined)
            return covers(node) ? node.parameter : undefined;
        if (child.parameter?.steps.at(-1) === '**' && !covers(child))
            return child.parameter;
        node = child;
        if (index === path.length - 1)
            return node.parameter;
    }
    return node.parameter;
}
/** Whether a path, or what holds it, is registered; a mapping is where something below it is. */
function isRegistered(registry, path) {
    let node = registry.root;
    for (const step of path) {
        const child = registryChild(node, step);
        if (child === undefined)
            return covers(node);
        if (child.parameter?.steps.at(-1) === '**')
            return true;
        node = child;
    }
    return true;
}
/** A mapping or list registered without anything below it is open: all that it holds is registered with it. */
function covers(node) {
    return node.parameter !== undefined && node.children.size === 0 && node.parameter.steps.length > 0;
}

;// CONCATENATED MODULE: ./build/src/config/registry/tuning.js
/**
 * Names that tune the training and leave the model as it is, where no registry says otherwise.
 * A name that is not here counts as structural: only a sure thing may take the light path.
 */
const tuningNames = [
    /^(?:max_|min_|base_|peak_|init_|initial_)?(?:lr|learning_rate)(?:_|$)/,
    /^(?:weight_decay|momentum|nesterov|beta[12s]?|betas|adam_.*|eps|epsilon|optim(?:izer)?_(?:eps|betas?))$/,
    /^(?:optimizer|optim|scheduler|lr_scheduler.*|warmup(?:_.*)?|decay(?:_.*)?|cooldown_.*)$/,
    /^(?:.*_)?batch_size(?:_.*)?$/,
    /^(?:gradient_.*|grad_.*|max_grad_norm|clip_grad.*|accumulate_grad_.*)$/,
    /^(?:num_(?:train_)?epochs|epochs|max_epochs|max_steps|train_steps|total_steps|num_steps|train_iters)$/,
    /^(?:seed|random_seed|data_seed|shuffle|num_workers|prefetch_factor|pin_memory|dataloader_.*)$/,
    /^(?:.*_)?dropout(?:_.*)?$|^(?:.*_)?pdrop$/,
    /^(?:log|logging|save|eval|evaluation|checkpoint|checkpointing|report_to|wandb|run)(?:_.*)?$/,
    /^(?:output_dir|router_aux_loss_coef|aux_loss_.*|z_loss.*|label_smoothing.*|initializer_range|use_cache|transformers_version)$/,
];
/** Whether a name, the last step of a path, is known to be tuning only. */
function isTuningName(name) {
    return name.length <= 100 && tuningNames.some((pattern) => pattern.test(name));
}

;// CONCATENATED MODULE: ./build/src/config/registry/derive.js



/**
 * A first registry from existing configs, as YAML text: every parameter with the types it has there.
 * Ranges, owners and documentation are for people to add.
 */
function deriveRegistry(documents) {
    const lines = [...derived(documents).values()];
    return [...header, lines.length === 0 ? 'parameters: {}' : 'parameters:', ...lines, ''].join('\n');
}
/** The lines that would register what a config sets and the registry does not know, by path. */
function missingLines(document, registry) {
    const lines = [...derived([document])].filter(([path]) => !isRegistered(registry, path.split('.')));
    return new Map(lines.map(([path, text]) => [path, text.trim()]));
}
/** Parameters by path, sorted, each with its line. */
function derived(documents) {
    const seen = new Map();
    for (const { root } of documents)
        if (root?.type === 'dict')
            collect(root, [], seen);
    // a mapping needs no line of its own, unless other configs hold a plain value there
    for (const [path, types] of seen) {
        if (types.isMapping !== true)
            continue;
        if (types.types.size === 0)
            seen.delete(path);
        else
            types.types.add('dict');
    }
    const sorted = [...seen].toSorted(([a], [b]) => (a < b ? -1 : 1));
    return new Map(sorted.map(([path, types]) => [path, line(path, types)]));
}
const header = [
    '# Every parameter that the configs may set: its type, range, owner, and whether it is structural',
    '# (the model differs with it) or tuning (only the training does). Derived from the configs of this',
    '# repository: add min, max, enum, multiple-of, owner and doc where you know them.',
];
function collect(node, path, seen) {
    if (node.type === 'dict' && node.entries.size > 0) {
        if (path.length > 0)
            note(seen, path.join('.')).isMapping = true;
        for (const { name, value } of node.entries.values())
            collect(value, [...path, step(name)], seen);
        return;
    }
    if (path.length === 0)
        return;
    if (node.type === 'list' && node.items.some(({ type }) => type === 'dict' || type === 'list')) {
        note(seen, `${path.join('.')}.**`);
        const list = note(seen, path.join('.'));
        list.types.add('list');
        list.holdsMappings = true;
        return;
    }
    const entry = note(seen, path.join('.'));
    entry.types.add(meantType(node, path.at(-1)));
    if (node.type === 'list')
        for (const item of node.items)
            entry.itemTypes.add(meantType(item));
}
/** Numbers with a fraction as a rule, even where a config writes 0 or 10000. */
const fractional = /(?:^|_)(?:lr|learning_rate|weight_decay|momentum|betas?\d?|eps|epsilon|dropout|pdrop|prob|ratio|theta|factor|coeff?|scale|temperature|top_p)$/;
/** Ids of special tokens: a model may go without any of them. */
const tokenId = /(?:^|_)(?:bos|eos|pad|unk|sep|cls|mask)_token_id$/;
/** What its author means: `1e-5` is a number although PyYAML takes it for text, and a registry of texts would let that pass. */
function meantType(node, name = '') {
    if (node.type === 'str')
        return looksLikeNumber(node)?.found === true ? 'float' : 'str';
    return node.type === 'int' && fractional.test(name) ? 'float' : node.type;
}
/** A key with a point in it, or a number, cannot be a step of its own. */
function step(name) {
    return name === '' || name.includes('.') || /^\d+$/.test(name) ? '*' : name;
}
function note(seen, path) {
    const entry = seen.get(path) ?? { types: new Set(), itemTypes: new Set() };
    seen.set(path, entry);
    return entry;
}
function line(path, { types: seen, itemTypes, holdsMappings }) {
    const name = path.split('.').findLast((part) => !part.startsWith('*')) ?? path;
    const kind = isTuningName(name) ? 'tuning' : 'structural';
    const types = typesOf(path, seen);
    const items = itemTypes.size === 0 || holdsMappings === true ? '' : `, items: { type: ${typeText(itemTypes)} }`;
    return `  ${/^[a-z]\w*(?:\.\w+)*$/i.test(path) && !reserved.test(path) ? path : JSON.stringify(path)}: { type: ${typeText(types)}${items}, kind: ${kind} }`;
}
/** More than was seen where that says little of what will come: special tokens, and `*` for keys that no path can name. */
function typesOf(path, seen) {
    if (path.endsWith('.*') || path === '*')
        return new Set();
    return tokenId.test(path) && seen.has('int') ? new Set([...seen, 'NoneType']) : seen;
}
/** Words that YAML readers take for something else than text. */
const reserved = /^(?:y|n|yes|no|on|off|true|false|null)$/i;
const names = {
    int: 'int',
    float: 'float',
    str: 'str',
    bool: 'bool',
    NoneType: "'null'",
    list: 'list',
    dict: 'dict',
    date: 'date',
    datetime: 'datetime',
    bytes: 'any',
};
function typeText(types) {
    const words = new Set([...types].map((type) => names[type]));
    // null alone says that there is a parameter, not what it may be
    if (words.size === 0 || words.has('any') || (words.size === 1 && types.has('NoneType')))
        return 'any';
    if (words.has('float'))
        words.delete('int');
    const [first = 'any'] = words;
    return words.size === 1 ? first : `[${[...words].join(', ')}]`;
}

;// CONCATENATED MODULE: ./build/src/config/explain.js

/** More values than this are cut: aliases can multiply them. */
const explain_maxValues = 50_000;
/** Every value as the training code will read it, in document order; the outermost mapping or list is left out. */
function explain(document) {
    const values = [];
    const add = (node, path) => {
        const { line, column } = document.place(path, 'value') ?? { line: 1, column: 1 };
        values.push({ path: pathText(path), line, column, type: node.type, value: jsonValue(node) });
    };
    const visit = (node, path) => {
        if (values.length >= explain_maxValues)
            return;
        if (path.length > 0 || (node.type !== 'dict' && node.type !== 'list'))
            add(node, path);
        if (node.type === 'list')
            for (const [index, item] of node.items.entries())
                visit(item, [...path, index]);
        if (node.type === 'dict')
            for (const { name, value } of node.entries.values())
                visit(value, [...path, name]);
    };
    if (document.root !== undefined)
        visit(document.root, []);
    return values;
}
function jsonValue(node) {
    if (node.type === 'list')
        return node.items.map(jsonValue);
    if (node.type === 'dict')
        return jsonObject(node.entries.values());
    if (node.type === 'int') {
        return Number.isSafeInteger(Number(node.value)) ? Number(node.value) : String(node.value);
    }
    if (node.type === 'float')
        return Number.isFinite(node.value) ? node.value : scalarText(node);
    return node.type === 'bytes' ? scalarText(node) : node.value;
}
function jsonObject(entries) {
    const object = Object.create(null);
    for (const { name, value } of entries)
        object[name] = jsonValue(value);
    return object;
}

;// CONCATENATED MODULE: ./build/src/config/hallmarks.js
/** Names by which a file is known for the config of a model or of its training, in whatever framework. */
const hallmark = new RegExp(`^(?:${[
    'model_type|architectures|(?:torch_)?dtype|model_name_or_path|(?:pretrained_)?model_(?:name|path)(?:_or_path)?|base_model',
    'adapter_name_or_path|trust_remote_code|mixed_precision|distributed_type|num_processes|fsdp(?:_config)?|deepspeed(?:_config)?',
    'hidden_size|d_model|n_embd|intermediate_size|vocab_size|max_position_embeddings|rope_theta',
    'num_(?:hidden_|attention_)?(?:layers|heads)|n_layers?|n_heads?|num_key_value_heads|num_experts',
    'lr|learning_rate|weight_decay|warmup_(?:ratio|steps)|lr_scheduler(?:_type)?|optimizer(?:_type)?',
    '(?:.*_)?batch_size(?:_per_(?:gpu|device))?|gradient_accumulation_steps|gradient_checkpointing|max_grad_norm',
    'num_(?:train_)?epochs|max_(?:train_)?steps|train_(?:iters|steps)',
    'seq(?:uence)?_len(?:gth)?|max_seq(?:uence)?_len(?:gth)?|cutoff_len',
    '(?:tensor|pipeline|expert|context)(?:_model)?_parallel_size|tp_size|pp_size|zero_optimization|bf16|fp16',
    'lora_(?:r|rank|alpha|target|target_modules)|finetuning_type',
].join('|')})$`);
/** One name may stand in any file. */
const enough = 2;
const hallmarks_maxDepth = 5;
/** Whether a file, wherever it is kept, is the config of a model or of a training: it sets names that such configs set. */
function looksLikeModelConfig({ root }) {
    const found = new Set();
    if (root !== undefined)
        hallmarks_collect(root, 0, found);
    return found.size >= enough;
}
function hallmarks_collect(node, depth, found) {
    if (node.type !== 'dict' || depth >= hallmarks_maxDepth || found.size >= enough)
        return;
    for (const { name, value } of node.entries.values()) {
        const canonical = name.replace(/^--/, '').replaceAll('-', '_');
        if (canonical.length <= 100 && hallmark.test(canonical))
            found.add(canonical);
        hallmarks_collect(value, depth + 1, found);
    }
}

;// CONCATENATED MODULE: ./build/src/documents/json/string.js

const escapes = new Map([
    ['"', '"'],
    ['\\', '\\'],
    ['/', '/'],
    ['b', '\b'],
    ['f', '\f'],
    ['n', '\n'],
    ['r', '\r'],
    ['t', '\t'],
]);
/** The JSON string that starts at the quote at `start`. Throws Unreadable. */
function readString(text, start) {
    let value = '';
    let at = start + 1;
    for (;;) {
        // oxlint-disable-next-line no-control-regex -- JSON forbids exactly these
        const run = /[^"\\\u0000-\u001F]*/y;
        run.lastIndex = at;
        const plain = run.exec(text)?.[0] ?? '';
        value += plain;
        at += plain.length;
        if (text[at] === '"')
            return { value, end: at + 1 };
        if (text[at] !== '\\')
            throw badCharacter(text, start, at);
        const escape = readEscape(text, at);
        value += escape.value;
        at = escape.end;
    }
}
function readEscape(text, at) {
    const letter = text[at + 1] ?? '';
    const simple = escapes.get(letter);
    if (simple !== undefined)
        return { value: simple, end: at + 2 };
    const hex = text.slice(at + 2, at + 6);
    if (letter === 'u' && /^[0-9a-fA-F]{4}$/.test(hex)) {
        return { value: String.fromCharCode(Number.parseInt(hex, 16)), end: at + 6 };
    }
    throw unreadable(`JSON: \\${letter} is no escape`, at, at + 2, 'write a backslash as \\\\');
}
function badCharacter(text, start, at) {
    if (at >= text.length)
        return unreadable('JSON: the string has no closing quote', start, at);
    return unreadable('JSON: a control character inside a string', at, at + 1, 'write it as \\n, \\t or \\u00XX');
}

;// CONCATENATED MODULE: ./build/src/documents/json/read.js



/** Python's `int()` refuses longer texts. */
const read_maxDigits = 4300;
const words = [
    { word: 'true', make: () => ({ type: 'bool', value: true }) },
    { word: 'false', make: () => ({ type: 'bool', value: false }) },
    { word: 'null', make: () => ({ type: 'NoneType', value: null }) },
    { word: 'NaN', make: () => ({ type: 'float', value: Number.NaN }) },
    { word: 'Infinity', make: () => ({ type: 'float', value: Number.POSITIVE_INFINITY }) },
    { word: '-Infinity', make: () => ({ type: 'float', value: Number.NEGATIVE_INFINITY }) },
];
/** JSON as Python's `json.load` reads it: NaN, Infinity, integers exact, the last of a repeated key. */
function readJson(text) {
    try {
        if (text.startsWith('\uFEFF'))
            throw unreadable(byteOrderMark, 0, 1, 'save the file without it');
        return { ...new JsonReader(text).document(), text, padding: new Map() };
    }
    catch (error) {
        if (!(error instanceof Unreadable))
            throw error;
        return { root: undefined, problems: [error.problem], text, padding: new Map() };
    }
}
const byteOrderMark = "the file starts with a byte order mark: Python's json refuses it";
class JsonReader {
    text;
    problems = [];
    at = 0;
    depth = 0;
    values = 0;
    constructor(text) {
        this.text = text;
    }
    document() {
        this.space();
        const root = this.value();
        this.space();
        if (this.at < this.text.length)
            throw this.expected('the end of the file');
        return { root, problems: this.problems };
    }
    value() {
        this.values += 1;
        if (this.values > maxValues)
            throw tooManyValues();
        const character = this.text[this.at];
        if (character === '{')
            return this.nested(() => this.dict());
        if (character === '[')
            return this.nested(() => this.list());
        if (character === '"')
            return this.string();
        return this.word() ?? this.number();
    }
    nested(read) {
        this.depth += 1;
        if (this.depth > maxDepth)
            throw tooDeep(this.at);
        const node = read();
        this.depth -= 1;
        return node;
    }
    dict() {
        const start = this.at;
        const entries = new Map();
        this.members('}', () => {
            const key = this.key();
            const value = this.value();
            const earlier = entries.get(key.value);
            if (earlier !== undefined) {
                this.problems.push(duplicateKey(key, earlier.key, earlier.value, value, false, 'json'));
            }
            entries.set(key.value, { key, name: key.value, value });
        });
        return { type: 'dict', entries, start, end: this.at };
    }
    key() {
        if (this.text[this.at] !== '"')
            throw this.expected('a key in double quotes');
        const key = this.string();
        this.space();
        this.take(':');
        this.space();
        return key;
    }
    list() {
        const start = this.at;
        const items = [];
        this.members(']', () => {
            items.push(this.value());
        });
        return { type: 'list', items, start, end: this.at };
    }
    members(close, read) {
        this.at += 1;
        this.space();
        if (this.text[this.at] === close) {
            this.at += 1;
            return;
        }
        for (;;) {
            read();
            this.space();
            if (this.text[this.at] === close)
                break;
            this.take(',', `"," or "${close}"`);
            this.space();
        }
        this.at += 1;
    }
    string() {
        const start = this.at;
        const { value, end } = readString(this.text, start);
        this.at = end;
        return { type: 'str', value, start, end };
    }
    word() {
        const found = words.find(({ word }) => this.text.startsWith(word, this.at));
        if (found === undefined)
            return undefined;
        const start = this.at;
        this.at += found.word.length;
        return { ...found.make(), start, end: this.at, written: found.word };
    }
    number() {
        const pattern = /(-?(?:0|[1-9][0-9]*))(\.[0-9]+)?([eE][-+]?[0-9]+)?/y;
        pattern.lastIndex = this.at;
        const match = pattern.exec(this.text);
        if (match === null)
            throw this.expected('a value');
        const place = { start: this.at, end: this.at + match[0].length, written: match[0] };
        this.at = place.end;
        if (match[2] !== undefined || match[3] !== undefined) {
            return { type: 'float', value: Number(match[0]), ...place };
        }
        if (match[0].length > read_maxDigits)
            throw unreadable('an integer of too many digits', place.start, place.end);
        return { type: 'int', value: BigInt(match[0]), ...place };
    }
    take(character, what = `"${character}"`) {
        if (this.text[this.at] !== character)
            throw this.expected(what);
        this.at += 1;
    }
    space() {
        while (/[ \t\n\r]/.test(this.text[this.at] ?? ''))
            this.at += 1;
    }
    expected(what) {
        const found = this.text[this.at];
        const got = found === undefined ? 'the file ends' : `found ${JSON.stringify(found)}`;
        return unreadable(`JSON: expected ${what}, but ${got}`, this.at, this.at + 1);
    }
}

;// CONCATENATED MODULE: ./build/src/documents/omegaconf/literal.js

/** Thrown where an interpolation cannot be resolved from this file alone; the message says why. */
class Skipped extends Error {
}
function made(node) {
    return { node, path: undefined, isPlain: true };
}
/** A list or mapping of OmegaConf's own, that was made: keys lead into it. */
function madeConfig(node) {
    return { node, path: undefined };
}
const place = { start: 0, end: 0 };
function textNode(value) {
    return { type: 'str', value, ...place };
}
const literal_none = { type: 'NoneType', value: null, ...place };
/** Python's `int()` refuses longer texts. */
const literal_maxDigits = 4300;
/** What one word stands for, alone (grammar_visitor.py _createPrimitive). */
function primitive(token) {
    const { kind, text } = token;
    if (kind === 'null')
        return literal_none;
    if (kind === 'bool')
        return { type: 'bool', value: /^true$/i.test(text), ...place };
    if (kind === 'int' && text.length <= literal_maxDigits)
        return { type: 'int', value: BigInt(text.replaceAll(/[_+]/g, '')), ...place };
    if (kind === 'float')
        return { type: 'float', value: floatOf(text), ...place };
    if (kind === 'blank' || kind === 'int')
        throw new Skipped('there is a value that Python cannot hold');
    return textNode(written(token, undefined));
}
function floatOf(text) {
    const sign = text.startsWith('-') ? -1 : 1;
    const magnitude = text.replace(/^[-+]/, '').replaceAll('_', '').toLowerCase();
    return sign * (magnitude === 'inf' ? Number.POSITIVE_INFINITY : Number(magnitude));
}
/** A word as it reads in a text, its escapes taken away (grammar_visitor.py _unescape). */
function written({ kind, text }, next) {
    if (kind === 'escaped-interpolation')
        return text.slice(-(Math.floor(text.length / 2) + 1));
    const beforeInterpolation = next?.kind === 'reference' || next?.kind === 'call';
    const escaped = kind === 'escape' ||
        (kind === 'top-escape' && beforeInterpolation) ||
        (kind === 'quoted-escape' && (beforeInterpolation || next === undefined));
    return escaped
        ? Array.from(text)
            .filter((_, index) => index % 2 === 1)
            .join('')
        : text;
}
/** Python's `str()` of a value. */
function pythonText(node) {
    if (node.type === 'dict' || node.type === 'list' || node.type === 'bytes')
        throw new Skipped('a mapping or list stands inside of a text');
    if (node.type === 'bool')
        return node.value ? 'True' : 'False';
    return node.type === 'NoneType' ? 'None' : scalarText(node);
}

;// CONCATENATED MODULE: ./build/src/documents/omegaconf/tokens.js
const whole = '(?:0|[1-9](?:_?[0-9])*)';
const digits = '[0-9](?:_?[0-9])*';
const tokens_float = `[-+]?(?:(?:${whole}?\\.${digits}|${whole}\\.?)[eE][-+]?${digits}|${whole}?\\.${digits}|${whole}\\.|[iI][nN][fF]|[nN][aA][nN])`;
const tokens_open = { kind: 'open', pattern: /\$\{[ \t]*/y, move: { push: 'interpolation' } };
/** In the order of the grammar: the longest match wins, and of equals the first. */
const rules = {
    text: [
        tokens_open,
        { kind: 'text', pattern: /[^$]*[^\\$]/y },
        { kind: 'escaped-interpolation', pattern: /(?:\\\\)*\\\$\{/y },
        { kind: 'top-escape', pattern: /(?:\\\\)+/y },
        { kind: 'text', pattern: /\\+|\$/y },
    ],
    value: [
        tokens_open,
        { kind: 'brace-open', pattern: /\{[ \t]*/y, move: { push: 'value' } },
        { kind: 'brace-close', pattern: /[ \t]*\}/y, move: 'pop' },
        { kind: 'quote-open', pattern: /'/y, move: { push: 'single' } },
        { kind: 'quote-open', pattern: /"/y, move: { push: 'double' } },
        { kind: 'comma', pattern: /[ \t]*,[ \t]*/y },
        { kind: 'bracket-open', pattern: /\[[ \t]*/y },
        { kind: 'bracket-close', pattern: /[ \t]*\]/y },
        { kind: 'colon', pattern: /[ \t]*:[ \t]*/y },
        { kind: 'float', pattern: new RegExp(tokens_float, 'y') },
        { kind: 'int', pattern: new RegExp(`[-+]?${whole}`, 'y') },
        { kind: 'bool', pattern: /[tT][rR][uU][eE]|[fF][aA][lL][sS][eE]/y },
        { kind: 'null', pattern: /[nN][uU][lL][lL]/y },
        { kind: 'unquoted', pattern: /[/\-\\+.$%*@?|]/y },
        { kind: 'id', pattern: /[a-zA-Z_][a-zA-Z0-9_-]*/y },
        { kind: 'escape', pattern: /(?:\\[\\()[\]{}:=, \t])+/y },
        { kind: 'blank', pattern: /[ \t]+/y },
    ],
    interpolation: [
        tokens_open,
        { kind: 'colon', pattern: /[ \t]*:[ \t]*/y, move: { turn: 'value' } },
        { kind: 'close', pattern: /[ \t]*\}/y, move: 'pop' },
        { kind: 'dot', pattern: /\./y },
        { kind: 'bracket-open', pattern: /\[/y },
        { kind: 'bracket-close', pattern: /\]/y },
        { kind: 'id', pattern: /[a-zA-Z_][a-zA-Z0-9_-]*/y },
        { kind: 'key', pattern: /[^\\{}()[\]:. \t'"]+/y },
    ],
    single: tokens_quoted("'"),
    double: tokens_quoted('"'),
};
function tokens_quoted(quote) {
    return [
        tokens_open,
        { kind: 'quote-close', pattern: new RegExp(quote, 'y'), move: 'pop' },
        { kind: 'text', pattern: new RegExp(`[^${quote}$]*[^${quote}\\\\$]`, 'y') },
        { kind: 'escaped-interpolation', pattern: /(?:\\\\)*\\\$\{/y },
        { kind: 'escape', pattern: new RegExp(`(?:\\\\\\\\)*\\\\${quote}`, 'y') },
        { kind: 'quoted-escape', pattern: /(?:\\\\)+/y },
        { kind: 'text', pattern: /\\+|\$/y },
    ];
}
/** The tokens of a text, `end` last; `undefined` where no token fits. */
function tokensOf(text, mode) {
    const tokens = [];
    const modes = [mode];
    for (let start = 0; start < text.length;) {
        const current = modes.at(-1);
        const best = current === undefined ? undefined : longest(rules[current], text, start);
        if (best === undefined)
            return undefined;
        tokens.push({ kind: best.rule.kind, text: best.text, start });
        start += best.text.length;
        enter(modes, best.rule.move);
    }
    return [...tokens, { kind: 'end', text: '', start: text.length }];
}
function longest(candidates, text, start) {
    let best;
    for (const rule of candidates) {
        rule.pattern.lastIndex = start;
        const found = rule.pattern.exec(text)?.[0] ?? '';
        if (found.length > (best?.text.length ?? 0))
            best = { rule, text: found };
    }
    return best;
}
function enter(modes, move) {
    if (move === undefined)
        return;
    if (move === 'pop' || 'turn' in move)
        modes.pop();
    if (move !== 'pop')
        modes.push('turn' in move ? move.turn : move.push);
}

;// CONCATENATED MODULE: ./build/src/documents/omegaconf/parse.js

/** Deeper nesting is no config. */
const parse_maxDepth = 30;
class Malformed extends Error {
}
/** A text with interpolations (grammar rule `configValue`); `undefined` where OmegaConf refuses it. */
function parseText(text) {
    return parsed(text, 'text', (parser) => parser.pieces(textKinds, 0));
}
/** One element on its own (grammar rule `singleElement`), as `oc.decode` reads it. */
function parseElement(text) {
    return parsed(text, 'value', (parser) => parser.element(0));
}
function parsed(text, mode, read) {
    const tokens = tokensOf(text, mode);
    if (tokens === undefined)
        return undefined;
    try {
        const parser = new Parser(text, tokens);
        const result = read(parser);
        parser.take('end');
        return result;
    }
    catch (error) {
        if (error instanceof Malformed)
            return undefined;
        throw error;
    }
}
const textKinds = new Set([
    'text',
    'escape',
    'escaped-interpolation',
    'top-escape',
    'quoted-escape',
    'open',
]);
const keyKinds = new Set([
    'id',
    'null',
    'int',
    'float',
    'bool',
    'unquoted',
    'escape',
    'blank',
]);
const primitiveKinds = new Set([...keyKinds, 'colon', 'open']);
class Parser {
    source;
    tokens;
    at = 0;
    constructor(source, tokens) {
        this.source = source;
        this.tokens = tokens;
    }
    next() {
        const token = this.tokens[this.at];
        if (token === undefined)
            throw new Malformed();
        return token;
    }
    sees(kind) {
        return this.next().kind === kind;
    }
    take(...kinds) {
        const token = this.next();
        if (!kinds.includes(token.kind))
            throw new Malformed();
        this.at += 1;
        return token;
    }
    skip(kind) {
        const found = this.sees(kind);
        if (found)
            this.at += 1;
        return found;
    }
    /** At least one word of these kinds; one that opens an interpolation stands for all of it. */
    pieces(kinds, depth) {
        const pieces = [];
        while (kinds.has(this.next().kind)) {
            pieces.push(this.sees('open') ? this.interpolation(depth + 1) : this.take(this.next().kind));
        }
        if (pieces.length === 0)
            throw new Malformed();
        return pieces;
    }
    interpolation(depth) {
        if (depth > parse_maxDepth)
            throw new Malformed();
        const { start } = this.take('open');
        const key = [];
        while (this.sees('dot'))
            key.push(this.take('dot'));
        this.step(key, depth);
        while (this.sees('dot') || this.sees('bracket-open')) {
            const dotted = this.sees('dot');
            if (dotted)
                key.push(this.take('dot'));
            this.step(key, depth, !dotted);
        }
        const args = this.sees('colon') ? this.call(key, depth) : undefined;
        if (args === undefined)
            this.take('close');
        const written = this.source.slice(start, this.next().start);
        return args === undefined
            ? { kind: 'reference', key, written }
            : { kind: 'call', name: key, args, written };
    }
    /** `foo`, `[foo]`, `${foo}` or `[${foo}]`; after a dot only without brackets. */
    step(key, depth, mayBracket = true) {
        const bracket = mayBracket && this.sees('bracket-open');
        if (bracket)
            key.push(this.take('bracket-open'));
        key.push(this.sees('open') ? this.interpolation(depth + 1) : this.take('id', 'key'));
        if (bracket)
            key.push(this.take('bracket-close'));
    }
    /** The name of a resolver is made of names and dots between them. */
    call(name, depth) {
        const isName = ({ kind }, index) => index % 2 === 1 ? kind === 'dot' : kind === 'id' || kind === 'reference' || kind === 'call';
        if (!name.every(isName))
            throw new Malformed();
        this.take('colon');
        const args = this.sees('brace-close') ? [] : this.sequence(depth);
        this.take('brace-close');
        return args;
    }
    /** A place without an element is an empty text. */
    sequence(depth) {
        const elements = [];
        do {
            const empty = this.sees('comma') || this.sees('brace-close') || this.sees('bracket-close');
            elements.push(empty ? { kind: 'quoted', pieces: [] } : this.element(depth));
        } while (this.skip('comma'));
        return elements;
    }
    element(depth) {
        if (depth > parse_maxDepth)
            throw new Malformed();
        if (this.skip('quote-open'))
            return this.quoted(depth);
        if (this.skip('bracket-open'))
            return this.list(depth);
        if (this.skip('brace-open'))
            return this.dict(depth);
        return { kind: 'primitive', pieces: this.pieces(primitiveKinds, depth) };
    }
    quoted(depth) {
        const pieces = this.sees('quote-close') ? [] : this.pieces(textKinds, depth);
        this.take('quote-close');
        return { kind: 'quoted', pieces };
    }
    list(depth) {
        const items = this.sees('bracket-close') ? [] : this.sequence(depth + 1);
        this.take('bracket-close');
        return { kind: 'list', items };
    }
    dict(depth) {
        const pairs = [];
        if (this.skip('brace-close'))
            return { kind: 'dict', pairs };
        do {
            const key = { kind: 'primitive', pieces: this.pieces(keyKinds, depth) };
            this.take('colon');
            pairs.push([key, this.element(depth + 1)]);
        } while (this.skip('comma'));
        this.take('brace-close');
        return { kind: 'dict', pairs };
    }
}

;// CONCATENATED MODULE: ./build/src/documents/omegaconf/resolvers.js


/** OmegaConf's own resolvers, as far as a file alone can tell what they give (resolvers/oc). */
const resolvers = new Map([
    ['oc.env', environment],
    ['oc.select', resolvers_select],
    ['oc.decode', decode],
    ['oc.create', create],
    ['oc.deprecated', deprecated],
    ['oc.dict.keys', keys],
]);
function checkCount(args, most) {
    if (args.length === 0 || args.length > most)
        throw new Skipped('the resolver takes another number of arguments');
}
function keyOf([key]) {
    if (key?.node.type !== 'str')
        throw new Skipped('the key is no text');
    return key.node.value;
}
/** The environment is that of the training; the default is what the file says of it: text, but for null. */
function environment(args) {
    checkCount(args, 2);
    const name = keyOf(args);
    const fallback = args[1]?.node;
    if (fallback === undefined)
        throw new Skipped(`the environment variable ${name.slice(0, 60)} has no default here`);
    return made(fallback.type === 'NoneType' ? literal_none : textNode(pythonText(fallback)));
}
/** Without a default OmegaConf gives None; but a file that this one is merged with may well set it. */
function resolvers_select(args, around) {
    checkCount(args, 2);
    return around.select(keyOf(args)) ?? args[1] ?? notFound(args);
}
function deprecated(args, around) {
    checkCount(args, 2);
    return around.select(keyOf(args)) ?? notFound(args);
}
function notFound(args) {
    throw new Skipped(`${keyOf(args).slice(0, 60)} names nothing in this file`);
}
function decode(args, around) {
    checkCount(args, 1);
    if (args[0]?.node.type === 'NoneType')
        return made(literal_none);
    const element = parseElement(keyOf(args));
    if (element === undefined)
        throw new Skipped('oc.decode cannot read its text');
    return around.evaluate(element);
}
/** A literal is a config as it stands. */
function create(args) {
    checkCount(args, 1);
    const [literal] = args;
    const isContainer = literal?.node.type === 'dict' || literal?.node.type === 'list';
    if (literal === undefined || !isContainer || literal.path !== undefined)
        throw new Skipped('oc.create makes a config of what is no literal');
    return madeConfig(literal.node);
}
function keys(args, around) {
    checkCount(args, 1);
    const { node } = around.select(keyOf(args)) ?? notFound(args);
    if (node.type !== 'dict')
        throw new Skipped(`${keyOf(args).slice(0, 60)} is no mapping`);
    const items = [...node.entries.values()].map(({ key }) => key);
    return madeConfig({ type: 'list', items, start: 0, end: 0 });
}

;// CONCATENATED MODULE: ./build/src/documents/omegaconf/select.js

/**
 * The way of a key such as `a.b[0]` from the top, or of `..x` from the mapping or list at a path, each leading dot but the first
 * one level up (base.py _resolve_key_and_root, _utils.py split_key).
 */
function routeOf(key, at) {
    const [, dots = '', rest = ''] = /^(\.*)([\s\S]*)$/.exec(key) ?? [];
    const up = Math.max(0, dots.length - 1);
    if (up > at.length)
        throw new Skipped('a relative interpolation leads above the top');
    const [head = ''] = /^[^.[]*/.exec(rest) ?? [];
    const others = [...rest.slice(head.length).matchAll(/\.([^.[]*)|\[(.*?)\]/g)];
    const steps = others.map(([, dotted = '', bracketed = '']) => dotted || bracketed);
    return {
        start: dots === '' ? [] : at.slice(0, at.length - up),
        steps: head === '' ? steps : [head, ...steps],
    };
}
/** The value of a text key, or of an index that is there (omegaconf.py _select_one). */
function select_childOf({ node, path }, step) {
    if (node.type === 'list')
        return itemOf(node.items, path, step);
    const entry = node.type === 'dict' ? entryOf(node, step) : undefined;
    return entry === undefined
        ? undefined
        : { node: entry.value, path: path === undefined ? undefined : [...path, entry.name] };
}
function itemOf(items, path, step) {
    if (!/^\s*[-+]?\d+(?:_\d+)*\s*$/.test(step))
        throw new Skipped(`${step.slice(0, 60)} is no index of a list`);
    const index = Number(step.replaceAll('_', ''));
    const item = items[index];
    return item === undefined
        ? undefined
        : { node: item, path: path === undefined ? undefined : [...path, index] };
}
/** `${a.1}` finds the key "1", not the number. */
function entryOf({ entries }, step) {
    const named = entries.get(step);
    if (named?.key.type === 'str')
        return named;
    return [...entries.values()].find(({ key }) => key.type === 'str' && key.value === step);
}

;// CONCATENATED MODULE: ./build/src/documents/omegaconf/interpolate.js






/** Resolved texts longer than this, or more steps than this, are a bomb and no config. */
const maxLength = 10_000;
const maxSteps = 20_000;
/** References that lead on to each other. */
const maxOpen = 30;
/** Resolves `${a.b}`, `${.sibling}`, `${oc.select:…}`, defaults of `${oc.env:X,default}` and the rest of OmegaConf 2.3's grammar. */
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
    /** The resolved value; what cannot be resolved stays as it is and is told. */
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
    /** With everything below resolved too. */
    settled({ node, path }) {
        if (path === undefined || (node.type !== 'dict' && node.type !== 'list'))
            return node;
        this.count(10);
        return this.within(path, () => this.node(node, path));
    }
    /** Holds a place open while what it refers to is resolved: who comes back to it would never end. */
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
    /** A single interpolation keeps its type; among other words it becomes text. `at`: the mapping or list around it. */
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
        const named = shown(part.written);
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
        throw new Skipped(`${shown(piece.written)} is used as a key, and is no text`);
    }
    /** The node that a key leads to, `undefined` where there is none (base.py _select_impl). */
    select(key, at) {
        const { start, steps } = routeOf(key, at);
        const node = nodeAt(this.root, start);
        let found = node === undefined || steps.length === 0 ? undefined : { node, path: start };
        for (const step of steps) {
            if (found?.isPlain === true)
                throw new Skipped(`${shown(key)} leads into what a resolver gives`);
            const child = found === undefined ? undefined : select_childOf(found, step);
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
            throw new Skipped(`the interpolation ${shown(node.value)} cannot be read`);
        return this.within(path, () => this.pieces(pieces, path.slice(0, -1)));
    }
    call(part, at) {
        const name = part.name.map((piece) => this.keyPart(piece, at)).join('');
        const resolver = resolvers.get(name);
        if (resolver === undefined)
            throw new Skipped(`${shown(part.written)} cannot be resolved here`);
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
    /** What is put into a mapping or list is a config of its own: its texts would be interpolated again. */
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
/** Text that OmegaConf settles later: an interpolation, or the mark of a value that must be given. */
function isDeferred(node) {
    return isInterpolated(node) || isMissing(node);
}
function isInterpolation(piece) {
    return piece.kind === 'reference' || piece.kind === 'call';
}
function skipped({ start, end }, message) {
    const help = 'it is settled when training starts; nothing is judged here';
    return { rule: 'config/interpolation-skipped', severity: 'notice', message, help, start, end };
}
function malformed({ start, end, value }) {
    const message = `OmegaConf refuses the file: the interpolation in ${shown(value)} cannot be read`;
    const help = 'write ${name}, ${a.b}, ${oc.env:NAME,default}; \\${ for the text itself, quotes around odd arguments';
    return { rule: 'config/unreadable', severity: 'error', message, help, start, end };
}
function shown(text) {
    return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

;// CONCATENATED MODULE: ./build/src/documents/omegaconf/refusals.js
/** What PyYAML reads and OmegaConf.create refuses, or makes something else of. */
function refusals_refusals(root) {
    if (root.type !== 'dict' && root.type !== 'list')
        return [refused(`a ${root.type} instead of a mapping or list`, root)];
    const problems = [];
    const seen = new Set();
    const visit = (node) => {
        if (seen.has(node))
            return;
        seen.add(node);
        if (dates.has(node.type))
            problems.push(refused(`a value of type ${node.type}`, node));
        if (node.type === 'list')
            node.items.forEach(visit);
        if (node.type !== 'dict')
            return;
        for (const { key, value } of node.entries.values()) {
            if (key.type === 'NoneType' || dates.has(key.type))
                problems.push(refused(`a key of type ${key.type}`, key));
            visit(value);
        }
    };
    visit(root);
    return problems;
}
const dates = new Set(['date', 'datetime']);
function refused(what, { start, end }) {
    const help = 'quote it to make it text, or write it in another way';
    return {
        rule: 'config/unreadable',
        severity: 'error',
        message: `OmegaConf refuses the file: ${what}`,
        help,
        start,
        end,
    };
}

;// CONCATENATED MODULE: ./build/src/documents/omegaconf/read.js


/** What `OmegaConf.load` makes of the values that its YAML loader gives, interpolations resolved. */
function readOmegaConf(root) {
    const config = root.type === 'NoneType' ? emptyConfig(root) : root;
    const refused = refusals_refusals(config);
    if (refused.length > 0)
        return { root: config, problems: refused };
    return interpolate(config);
}
function emptyConfig({ start, end }) {
    return { type: 'dict', entries: new Map(), start, end };
}

;// CONCATENATED MODULE: ./build/src/documents/source/lines.js
/** Offsets of a text as lines and columns; `\n`, `\r\n` and `\r` end a line. */
class LineIndex {
    starts;
    padding;
    /** `padding`: line (from 0) → characters in front of it that the file does not have. */
    constructor(text, padding = new Map()) {
        this.starts = lineStarts(text);
        this.padding = padding;
    }
    /** The place of `[start, end)`. */
    place(start, end) {
        const from = this.point(start);
        const to = this.point(Math.max(start, end));
        return { line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
    }
    point(offset) {
        let low = 0;
        let high = this.starts.length - 1;
        while (low < high) {
            const middle = (low + high + 1) >> 1;
            if ((this.starts[middle] ?? 0) <= offset)
                low = middle;
            else
                high = middle - 1;
        }
        const column = offset - (this.starts[low] ?? 0) - (this.padding.get(low) ?? 0);
        return { line: low + 1, column: Math.max(0, column) + 1 };
    }
}
function lineStarts(text) {
    const starts = [0];
    const ending = /\r\n?|\n/g;
    while (ending.test(text))
        starts.push(ending.lastIndex);
    return starts;
}

;// CONCATENATED MODULE: ./build/src/documents/source/text.js
/** Largest config that is read: real ones are a few KiB, and every later step costs a multiple of it. */
const maxConfigBytes = 4 * 1024 * 1024;
/** Bytes as the text that Python's `open(path, encoding='utf-8')` would give; never guesses another encoding. */
function decodeText(input) {
    const size = typeof input === 'string' ? input.length : input.byteLength;
    if (size > maxConfigBytes)
        return tooLarge(size);
    const text = typeof input === 'string' ? input : utf8(input);
    if (text === undefined) {
        return { ok: false, message: 'the file is not UTF-8 text', help: 'save the file as UTF-8' };
    }
    const nul = text.indexOf('\0');
    if (nul < 0)
        return { ok: true, text };
    return {
        ok: false,
        message: `the file holds a NUL byte (at offset ${nul}): it is not a text file`,
        help: 'save the file as UTF-8 text, without NUL bytes',
    };
}
function tooLarge(size) {
    return {
        ok: false,
        message: `the file is ${mebibytes(size)}; configs are read up to ${mebibytes(maxConfigBytes)}`,
        help: 'keep data out of the config, or leave this file out of the files that are judged',
    };
}
function mebibytes(bytes) {
    return `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
}
/** A byte order mark stays: Python's utf-8 codec keeps it too, and each reader decides. */
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
function utf8(bytes) {
    try {
        return decoder.decode(bytes);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/src/documents/value.js
/**
 * A plain JavaScript projection for JSON Schema: objects without prototype, dates as ISO text, bytes as base64.
 * Integers beyond 2^53 lose digits here (the nodes keep them). Shared nodes stay shared.
 */
function plainValue(root) {
    const made = new Map();
    const plain = (node) => {
        if (node.type === 'list' || node.type === 'dict') {
            const known = made.get(node);
            if (known !== undefined)
                return known;
            const value = node.type === 'list' ? node.items.map(plain) : plainDict(node.entries, plain);
            made.set(node, value);
            return value;
        }
        if (node.type === 'int')
            return Number(node.value);
        return node.type === 'bytes' ? Buffer.from(node.value).toString('base64') : node.value;
    };
    return plain(root);
}
function plainDict(entries, plain) {
    const record = Object.create(null);
    for (const [name, entry] of entries)
        record[name] = plain(entry.value);
    return record;
}
/** How many nodes there are once aliases are copied; counting stops above `limit`. */
function expandedSize(root, limit) {
    const sizes = new Map();
    const size = (node) => {
        if (node.type !== 'list' && node.type !== 'dict')
            return 1;
        const known = sizes.get(node);
        if (known !== undefined)
            return known;
        let total = 1;
        const add = (child) => (total = Math.min(limit + 1, total + size(child)));
        if (node.type === 'list')
            node.items.forEach(add);
        else
            node.entries.forEach(({ value }) => add(value));
        sizes.set(node, total);
        return total;
    };
    return size(root);
}

;// CONCATENATED MODULE: external "../js-yaml/index.js"
const index_js_namespaceObject = require("../js-yaml/index.js");
;// CONCATENATED MODULE: ./build/src/documents/yaml/extent.js

/** Anchor, tag and value of a node; of a collection only up to its start. */
function extentOf(event) {
    if (event.type === index_js_namespaceObject.EVENT_ID.ALIAS)
        return { start: event.anchorStart - 1, end: event.anchorEnd };
    if (event.type !== index_js_namespaceObject.EVENT_ID.SCALAR && event.type !== index_js_namespaceObject.EVENT_ID.SEQUENCE && event.type !== index_js_namespaceObject.EVENT_ID.MAPPING) {
        return { start: -1, end: -1 };
    }
    const value = event.type === index_js_namespaceObject.EVENT_ID.SCALAR ? scalarExtent(event) : { start: event.start, end: openingEnd(event) };
    if (event.anchorStart < 0 && event.tagStart < 0)
        return value;
    const anchor = event.anchorStart < 0 ? -1 : event.anchorStart - 1;
    return {
        start: firstWritten(value.start, firstWritten(anchor, event.tagStart)),
        end: Math.max(value.end, event.anchorEnd, event.tagEnd),
    };
}
function firstWritten(a, b) {
    if (a < 0)
        return b;
    return b < 0 ? a : Math.min(a, b);
}
function openingEnd(event) {
    return event.style === index_js_namespaceObject.COLLECTION_STYLE.FLOW ? event.start + 1 : event.start;
}
function scalarExtent(event) {
    if (event.valueStart < 0)
        return { start: -1, end: -1 };
    const quotes = event.style === index_js_namespaceObject.SCALAR_STYLE.SINGLE_QUOTED || event.style === index_js_namespaceObject.SCALAR_STYLE.DOUBLE_QUOTED ? 1 : 0;
    return { start: event.valueStart - quotes, end: event.valueEnd + quotes };
}

;// CONCATENATED MODULE: ./build/src/documents/yaml/guard.js



/**
 * Finds what js-yaml (YAML 1.2) accepts and PyYAML's scanner (YAML 1.1) refuses or reads otherwise. Each check names the rule of
 * scanner.py or parser.py that it stands for. Throws Unreadable: such a document cannot be read the same way.
 * Offsets are those of `source`, the padded text; `original` is the file's.
 */
function guardPyYaml(original, source, events) {
    guardText(source);
    guardMarkers(original, events);
    new Guard(source).walk(events);
}
/** The colon of a key, behind blanks, line breaks and comments. */
const colon = /(?:\s|(?<=\s)#[^\r\n]*)*:/y;
/** PyYAML refuses a simple key that is longer (scanner.py stale_possible_simple_keys). */
const maxKeyLength = 1024;
function guardText(source) {
    // U+0085, U+2028 and U+2029 end a line in YAML 1.1, and are plain characters in 1.2
    const lineBreak = /[\u0085\u2028\u2029]/.exec(source);
    if (lineBreak !== null) {
        throw unreadable('PyYAML takes this character for a line break', lineBreak.index, lineBreak.index + 1, 'remove it, or escape it in double quotes');
    }
    const start = /^(?:\uFEFF?[ \t]*(?:#[^\r\n]*)?(?:\r\n?|\n))*\.\.\.(?:\s|$)/.exec(source);
    if (start !== null)
        throw guard_refused('a document cannot start with "..."', start[0].length - 1);
    // js-yaml skips a byte order mark behind the end of a document, PyYAML takes it for text
    const mark = source.indexOf('\uFEFF', 1);
    if (mark >= 0 && /^\.\.\.(?:\s|$)/m.test(source.slice(0, mark))) {
        throw guard_refused('a byte order mark behind "..."', mark);
    }
}
/** scanner.py check_document_start: a marker at the start of a line ends the document, even inside of brackets and quotes. */
function guardMarkers(original, events) {
    if (!original.includes('---') && !original.includes('...'))
        return;
    const known = events.reduce((count, event) => event.type === index_js_namespaceObject.EVENT_ID.DOCUMENT
        ? count + Number(event.explicitStart) + Number(event.explicitEnd)
        : count, 0);
    const markers = [...original.matchAll(/^(?:---|\.\.\.)(?=\s|$)/gm)];
    const extra = markers[known];
    // js-yaml takes "---" in the first line for a marker even when blanks stand before it
    if (markers.length < known)
        throw guard_refused('blanks before the document marker', 0);
    if (extra !== undefined)
        throw guard_refused(`the document marker "${extra[0]}" at this place`, extra.index);
}
function guard_refused(message, at, end = at + 1, help) {
    return unreadable(`PyYAML refuses this: ${message}`, at, end, help);
}
function refusedTab(at) {
    return guard_refused('a tab outside of quotes and comments', at, at + 1, 'use spaces, or quote the text');
}
class Guard {
    source;
    stack = [];
    hasTabs;
    hasQuestions;
    last = 0;
    constructor(source) {
        this.source = source;
        this.hasTabs = source.includes('\t');
        this.hasQuestions = source.includes('?');
    }
    walk(events) {
        for (const event of events) {
            if (event.type === index_js_namespaceObject.EVENT_ID.POP)
                this.pop();
            else if (event.type === index_js_namespaceObject.EVENT_ID.DOCUMENT)
                this.push('document', false);
            else
                this.node(event);
        }
        this.gap(this.last, this.source.length);
    }
    push(kind, flow) {
        this.stack.push({ kind, flow, atKey: true, key: undefined });
    }
    pop() {
        this.stack.pop();
        const frame = this.stack.at(-1);
        if (frame?.kind !== 'map')
            return;
        // a collection was the key or the value: as a key it is refused later, since Python cannot hash it
        frame.atKey = !frame.atKey;
        frame.key = undefined;
    }
    node(event) {
        const frame = this.stack.at(-1);
        const extent = extentOf(event);
        const from = this.last;
        if (extent.start >= 0)
            this.gap(from, extent.start);
        this.names(event);
        this.properties(event, extent);
        if (frame?.kind === 'map')
            this.inMap(frame, event, extent, from);
        if (event.type === index_js_namespaceObject.EVENT_ID.SCALAR)
            this.scalar(event, frame);
        if (extent.start >= 0)
            this.last = Math.max(this.last, extent.end);
        if (event.type === index_js_namespaceObject.EVENT_ID.SEQUENCE)
            this.push('list', event.style === index_js_namespaceObject.COLLECTION_STYLE.FLOW);
        else if (event.type === index_js_namespaceObject.EVENT_ID.MAPPING)
            this.push('map', event.style === index_js_namespaceObject.COLLECTION_STYLE.FLOW);
        else if (frame?.kind === 'map')
            frame.atKey = !frame.atKey;
    }
    /** scanner.py scan_to_next_token skips spaces, comments and line breaks only. */
    gap(from, to) {
        if (!this.hasTabs)
            return;
        const tab = withoutComments(this.source.slice(from, to)).indexOf('\t');
        if (tab >= 0)
            throw refusedTab(from + tab);
    }
    /** scanner.py scan_anchor: letters, digits, - and _. */
    names(event) {
        if (!('anchorStart' in event) || event.anchorStart < 0)
            return;
        const name = this.source.slice(event.anchorStart, event.anchorEnd);
        const bad = /[^0-9A-Za-z_-]/.exec(name);
        const after = this.source[event.anchorEnd];
        if (bad !== null || name === '' || after === '[' || after === '{')
            throw guard_refused('the name of an anchor', event.anchorStart, event.anchorEnd);
    }
    /** scanner.py scan_tag: a blank follows; only blanks and line breaks stand between anchor, tag and value. */
    properties(event, extent) {
        if (!('tagStart' in event))
            return;
        if (event.tagStart >= 0 && !/^(?:[ \r\n]|$)/.test(this.source.slice(event.tagEnd, event.tagEnd + 1))) {
            throw guard_refused('a tag that no blank follows', event.tagStart, event.tagEnd);
        }
        const value = event.type === index_js_namespaceObject.EVENT_ID.SCALAR ? event.valueStart : event.start;
        if (extent.start >= 0)
            this.gap(extent.start, value < 0 ? extent.end : value);
    }
    inMap(frame, event, extent, from) {
        if (frame.atKey)
            this.key(frame, event, extent, from);
        else if (frame.key !== undefined && !frame.key.explicit)
            this.valueOf(frame, frame.key, event);
    }
    key(frame, event, extent, from) {
        const written = extent.start >= 0;
        const upTo = written
            ? extent.start
            : from + (/[:,}\]]/.exec(this.source.slice(from))?.index ?? this.source.length - from);
        const explicit = this.hasQuestions && withoutComments(this.source.slice(from, upTo)).includes('?');
        // parser.py parse_block_mapping_key and parse_flow_mapping_key expect a key before ":"
        if (!written && !explicit)
            throw guard_refused('a ":" without a key', upTo);
        const plainNode = event.type === index_js_namespaceObject.EVENT_ID.SCALAR || event.type === index_js_namespaceObject.EVENT_ID.ALIAS;
        frame.key = { start: extent.start, end: extent.end, explicit, plainNode };
    }
    /** scanner.py: a simple key and its ":" stand in one line; what follows in that line is no block collection. */
    valueOf(frame, key, event) {
        colon.lastIndex = key.end;
        if (!key.plainNode || !colon.test(this.source))
            return;
        if (this.breaks(key.start, colon.lastIndex))
            throw guard_refused('a key of more than one line', key.start, key.end);
        if (colon.lastIndex - key.start - 1 > maxKeyLength)
            throw guard_refused('a key of more than 1024 characters', key.start, key.end);
        const block = (event.type === index_js_namespaceObject.EVENT_ID.MAPPING || event.type === index_js_namespaceObject.EVENT_ID.SEQUENCE) &&
            event.style === index_js_namespaceObject.COLLECTION_STYLE.BLOCK;
        if (frame.flow || !block)
            return;
        if (!this.breaks(key.end, event.start))
            throw guard_refused('a block in the line of its key', event.start);
    }
    /** Whether a line ends between two places; without a slice, for this is asked of every key. */
    breaks(from, to) {
        for (let at = from; at < to; at += 1) {
            const code = this.source.charCodeAt(at);
            if (code === 0x0a || code === 0x0d)
                return true;
        }
        return false;
    }
    scalar(event, frame) {
        if (event.valueStart < 0)
            return;
        if (event.style === index_js_namespaceObject.SCALAR_STYLE.PLAIN)
            this.plain(event, frame?.flow === true);
        if (event.style === index_js_namespaceObject.SCALAR_STYLE.DOUBLE_QUOTED)
            this.doubleQuoted(event);
        const block = event.style === index_js_namespaceObject.SCALAR_STYLE.LITERAL_BLOCK || event.style === index_js_namespaceObject.SCALAR_STYLE.FOLDED_BLOCK;
        if (!block || frame?.kind !== 'document')
            return;
        // at the outermost level YAML 1.1 counts the indentation from 1, YAML 1.2 from 0
        const header = /[|>][-+]?[1-9]|[|>][1-9]/.test(this.source
            .slice(0, event.valueStart)
            .split(/\r\n?|\n/)
            .at(-2) ?? '');
        if (header || event.indent === 0)
            throw guard_refused('a block scalar without indentation', event.valueStart);
    }
    /** scanner.py scan_flow_scalar_breaks keeps empty lines after an escaped line break. */
    doubleQuoted(event) {
        const text = this.source.slice(event.valueStart, event.valueEnd);
        const escaped = /\\(?:\r\n?|\n)[ \t]*[\r\n]/.exec(text);
        if (escaped !== null)
            throw guard_refused('an empty line after an escaped line break', event.valueStart + escaped.index);
    }
    /** scanner.py scan_plain and check_plain. */
    plain(event, flow) {
        if (!flow && !this.hasTabs)
            return;
        const text = this.source.slice(event.valueStart, event.valueEnd);
        const tab = text.indexOf('\t');
        if (tab >= 0)
            throw refusedTab(event.valueStart + tab);
        if (!flow)
            return;
        const question = text.indexOf('?');
        if (question >= 0)
            throw guard_refused('a "?" inside [ ] or { }, outside of quotes', event.valueStart + question);
        if (text.startsWith(':'))
            throw guard_refused('a text that starts with ":" inside [ ] or { }', event.valueStart);
    }
}
/** Comments as blanks, so that offsets stay. */
function withoutComments(gap) {
    if (!gap.includes('#'))
        return gap;
    return gap.replaceAll(/#[^\r\n]*/g, (comment) => ' '.repeat(comment.length));
}

;// CONCATENATED MODULE: ./build/src/documents/yaml/merge-order.js

/**
 * Mappings that OmegaConf's loader refuses although no key stands twice in them. It looks for repeated keys when it makes a mapping, level
 * by level; one that a merge key higher up has filled by then (constructor.py flatten_mapping) holds what it merges beside what it overrides.
 */
function overriddenTooEarly(root, keys) {
    const filled = new Set();
    const problems = [];
    const fill = (map) => {
        if (filled.has(map))
            return;
        filled.add(map);
        for (const [key, value] of map.pairs) {
            if (!keys.isMerge(key))
                continue;
            for (const source of value.kind === 'list' ? value.items : [value])
                if (source.kind === 'map')
                    fill(source);
        }
    };
    // a Set is walked in the order of its additions, those during the walk too: level by level
    const made = new Set([root]);
    for (const node of made) {
        if (node.kind === 'list')
            for (const item of node.items)
                made.add(item);
        if (node.kind !== 'map')
            continue;
        if (filled.has(node))
            problems.push(...repeated(keys.flatten(node), keys));
        fill(node);
        for (const [, value] of keys.flatten(node))
            made.add(value);
    }
    return problems;
}
function repeated(pairs, keys) {
    const seen = new Set();
    for (const [raw] of pairs) {
        const key = keys.key(raw);
        if (key.type !== 'str')
            continue;
        if (seen.has(key.value))
            return [merge_order_refused(key)];
        seen.add(key.value);
    }
    return [];
}
function merge_order_refused({ value, start, end }) {
    const message = `OmegaConf refuses the file: ${String(value).slice(0, 60)} is merged and overridden in a mapping that is itself merged higher up`;
    return unreadable(message, start, end, 'merge it at the same level, or write the values out').problem;
}

;// CONCATENATED MODULE: ./build/src/documents/yaml/pad.js

/** Characters that may be parsed again for the sake of padding. */
const budget = 40_000_000;
/**
 * js-yaml's events. PyYAML lets flow collections and quoted scalars continue at any column, YAML 1.2 does not:
 * such lines are indented, which changes no value, until the text parses. Throws YAMLException.
 */
function parsePadded(source, maxDepth) {
    const padding = new Map();
    let text = source;
    for (let spent = 0;; spent += text.length) {
        try {
            return { text, padding, events: (0,index_js_namespaceObject.parseEvents)(text, { maxDepth }) };
        }
        catch (error) {
            const line = spent > budget ? undefined : deficientLine(error, text, padding);
            if (line === undefined)
                throw error;
            const spaces = deepest(source) + 1;
            padding.set(line.number, spaces);
            text = text.slice(0, line.start) + ' '.repeat(spaces) + text.slice(line.start);
        }
    }
}
/** Such a line begins with what is too far left. Where something stands before it, js-yaml means a tab, and the line begins a node. */
function deficientLine(error, text, padding) {
    if (!(error instanceof index_js_namespaceObject.YAMLException) || error.reason !== 'deficient indentation')
        return undefined;
    const { line, position, column } = error.mark ?? {};
    if (line === undefined || position === undefined || column === undefined || padding.has(line))
        return undefined;
    const start = position - column;
    return text.slice(start, position).trim() === '' ? { number: line, start } : undefined;
}
/** The deepest indentation of any line, up to a sane one. */
function deepest(source) {
    let most = 0;
    for (const [spaces] of source.matchAll(/^ +/gm))
        most = Math.max(most, spaces.length);
    return Math.min(most, 400);
}

;// CONCATENATED MODULE: ./build/src/documents/yaml/raw.js



/** js-yaml's events as nodes, as PyYAML's composer makes them. Throws Unreadable. */
class Composer {
    source;
    events;
    handles;
    anchors = new Map();
    index;
    /** Where the last event ended: the place of a value that is not written. */
    last = 0;
    constructor(source, events, first, handles) {
        this.source = source;
        this.events = events;
        this.index = first;
        this.handles = handles;
    }
    node() {
        const event = this.events[this.index];
        this.index += 1;
        if (event?.type === index_js_namespaceObject.EVENT_ID.SCALAR)
            return this.scalar(event);
        if (event?.type === index_js_namespaceObject.EVENT_ID.SEQUENCE)
            return this.list(event);
        if (event?.type === index_js_namespaceObject.EVENT_ID.MAPPING)
            return this.map(event);
        if (event?.type === index_js_namespaceObject.EVENT_ID.ALIAS)
            return this.alias(event);
        throw unreadable('the document ends too early', this.last, this.last);
    }
    scalar(event) {
        const written = event.valueStart >= 0;
        const quotes = event.style === index_js_namespaceObject.SCALAR_STYLE.SINGLE_QUOTED || event.style === index_js_namespaceObject.SCALAR_STYLE.DOUBLE_QUOTED ? 1 : 0;
        const start = written ? event.valueStart - quotes : this.emptyPlace(event);
        const end = written ? event.valueEnd + quotes : start;
        const text = unterminated(this.source, event, (0,index_js_namespaceObject.getScalarValue)(this.source, event));
        const plain = event.style === index_js_namespaceObject.SCALAR_STYLE.PLAIN;
        const anchored = event.anchorStart >= 0;
        const node = { kind: 'scalar', tag: this.tag(event), anchored, text, plain, start, end };
        this.define(event, node, false);
        this.last = end;
        return node;
    }
    emptyPlace(event) {
        return Math.max(this.last, event.anchorEnd, event.tagEnd);
    }
    list(event) {
        const node = { kind: 'list', ...this.opening(event), items: [] };
        const anchored = this.define(event, node, true);
        this.last = event.start + 1;
        while (this.events[this.index]?.type !== index_js_namespaceObject.EVENT_ID.POP)
            node.items.push(this.node());
        return this.close(node, anchored);
    }
    map(event) {
        const node = { kind: 'map', ...this.opening(event), pairs: [] };
        const anchored = this.define(event, node, true);
        this.last = event.start + (this.source[event.start] === '{' ? 1 : 0);
        while (this.events[this.index]?.type !== index_js_namespaceObject.EVENT_ID.POP)
            node.pairs.push([this.node(), this.node()]);
        return this.close(node, anchored);
    }
    opening(event) {
        return { tag: this.tag(event), anchored: event.anchorStart >= 0, start: event.start, end: 0 };
    }
    close(node, anchored) {
        this.index += 1;
        node.end = this.last;
        if (anchored !== undefined)
            anchored.open = false;
        return node;
    }
    alias(event) {
        const name = this.source.slice(event.anchorStart, event.anchorEnd);
        const target = this.anchors.get(name);
        this.last = event.anchorEnd;
        const start = event.anchorStart - 1;
        if (target === undefined)
            throw unreadable(`the alias *${name} has no anchor`, start, event.anchorEnd);
        if (!target.open)
            return target.node;
        throw unreadable(`the alias *${name} stands inside its own anchor`, start, event.anchorEnd);
    }
    define(event, node, open) {
        if (event.anchorStart < 0)
            return undefined;
        const name = this.source.slice(event.anchorStart, event.anchorEnd);
        if (this.anchors.has(name)) {
            throw unreadable(`the anchor &${name} is defined twice`, event.anchorStart - 1, event.anchorEnd, 'give each anchor its own name: PyYAML refuses the file');
        }
        const anchored = { node, open };
        this.anchors.set(name, anchored);
        return anchored;
    }
    tag(event) {
        if (event.tagStart < 0)
            return undefined;
        const tag = tagName(this.source.slice(event.tagStart, event.tagEnd), this.handles);
        if (tag !== undefined)
            return tag;
        throw unreadable('the tag has a handle that is not declared', event.tagStart, event.tagEnd);
    }
}
/** A block scalar whose last line is not ended by a line break keeps none in PyYAML; js-yaml adds one. */
function unterminated(source, event, text) {
    const block = event.style === index_js_namespaceObject.SCALAR_STYLE.LITERAL_BLOCK || event.style === index_js_namespaceObject.SCALAR_STYLE.FOLDED_BLOCK;
    if (!block || event.valueStart < 0 || !text.endsWith('\n'))
        return text;
    const region = source.slice(event.valueStart, event.valueEnd);
    const lastLine = /[^\r\n]*$/.exec(region)?.[0] ?? '';
    if (lastLine === '')
        return text;
    const blank = /^ *$/.test(lastLine) && lastLine.length <= event.indent;
    const keep = event.chomping === 3;
    return blank && !keep ? text : text.slice(0, -1);
}

;// CONCATENATED MODULE: ./build/src/documents/yaml/read.js








/** A YAML document as the dialect's reader would hold it; `root` undefined where it would refuse the text. */
function readYaml(source, dialect) {
    const padded = { text: source, padding: new Map() };
    try {
        const { text, padding, events } = eventsOf(source, dialect);
        Object.assign(padded, { text, padding });
        // a value has at most three: its key, itself and its end
        if (events.length > 3 * (maxValues + 1))
            throw tooManyValues();
        if (dialect !== 'yaml-1.2')
            guardPyYaml(source, text, events);
        return { ...read_document(text, events, dialect), text, padding };
    }
    catch (error) {
        if (!(error instanceof Unreadable))
            throw error;
        return { root: undefined, problems: [error.problem], ...padded };
    }
}
function read_document(text, events, dialect) {
    const first = events.findIndex((event) => event.type === index_js_namespaceObject.EVENT_ID.DOCUMENT);
    const start = events[first];
    if (start?.type !== index_js_namespaceObject.EVENT_ID.DOCUMENT)
        return { root: emptyDocument(), problems: [] };
    const second = events.findIndex((event, index) => index > first && event.type === index_js_namespaceObject.EVENT_ID.DOCUMENT);
    if (second > first)
        throw severalDocuments(events, second, text, dialect);
    const raw = new Composer(text, events, first + 1, tagHandles(start.directives)).node();
    const builder = new Builder(dialect);
    const root = builder.build(raw);
    const refused = dialect === 'omegaconf' ? overriddenTooEarly(raw, builder) : [];
    return { root, problems: [...builder.problems, ...refused] };
}
function emptyDocument() {
    return { type: 'NoneType', value: null, start: 0, end: 0 };
}
function eventsOf(text, dialect) {
    try {
        return parsePadded(text, maxDepth);
    }
    catch (error) {
        if (!(error instanceof index_js_namespaceObject.YAMLException))
            throw error;
        const at = error.mark?.position ?? 0;
        if (error.reason.startsWith('nesting exceeded'))
            throw tooDeep(at);
        const reason = reasons.get(error.reason) ?? error.reason;
        throw unreadable(`${readers[dialect]} cannot read this: ${reason}`, at, at + 1);
    }
}
/** What js-yaml says of itself only to those who know it. */
const reasons = new Map([
    ['deficient indentation', 'a tab or too little indentation inside of brackets or quotes'],
]);
function severalDocuments(events, second, text, dialect) {
    const next = events[second + 1];
    const at = next === undefined ? text.length : Math.max(0, startOf(next));
    return unreadable(`the file holds more than one document: ${readers[dialect]} refuses it`, at, at + 1, 'keep one document: remove the second "---" and what follows, or make two files');
}
function startOf(event) {
    if (event.type === index_js_namespaceObject.EVENT_ID.SCALAR)
        return event.valueStart;
    return event.type === index_js_namespaceObject.EVENT_ID.SEQUENCE || event.type === index_js_namespaceObject.EVENT_ID.MAPPING ? event.start : 0;
}

;// CONCATENATED MODULE: ./build/src/documents/document.js








/**
 * Reads a config as the training code will. Never throws for what stands in the text:
 * an unreadable document has `root` undefined and an error among its findings.
 */
function readDocument(input, options) {
    const decoded = decodeText(input);
    if (!decoded.ok)
        return unreadableDocument(options, decoded.message, decoded.help);
    return new ReadDocument(options, readText(decoded.text, options.dialect));
}
/** A class: an object literal with a getter has a shape of its own, which keeps all of the document until the next full garbage collection. */
class ReadDocument {
    file;
    dialect;
    root;
    findings;
    reading;
    made;
    index;
    constructor(options, reading) {
        this.file = options.file;
        this.dialect = options.dialect;
        this.root = reading.root;
        this.reading = reading;
        this.findings = this.describe(reading.problems);
    }
    /** Most documents are never asked for it, nor for a place. */
    get value() {
        this.made ??= { value: this.root === undefined ? undefined : plainValue(this.root) };
        return this.made.value;
    }
    get lines() {
        return (this.index ??= new LineIndex(this.reading.text, this.reading.padding));
    }
    place(path, what) {
        return placeOf(this.root, path, what, this.lines);
    }
    describe(problems) {
        return problems.map((problem) => findingOf(problem, this.file, this.lines));
    }
}
function readSource(text, dialect) {
    if (dialect === 'json')
        return readJson(text);
    const reading = readYaml(text, dialect);
    // an alias bomb is not walked for its interpolations
    if (dialect !== 'omegaconf' ||
        reading.root === undefined ||
        expandedSize(reading.root, maxValues) > maxValues) {
        return reading;
    }
    const { root, problems } = readOmegaConf(reading.root);
    return { ...reading, root, problems: [...reading.problems, ...problems] };
}
function readText(text, dialect) {
    const reading = readSource(text, dialect);
    if (reading.root === undefined || expandedSize(reading.root, maxValues) <= maxValues)
        return reading;
    const { problem } = tooManyValues();
    return { ...reading, root: undefined, problems: [problem] };
}
/** The document of a file that could not be read, for whatever reason. */
function unreadableDocument(options, message, help) {
    const finding = {
        rule: 'config/unreadable',
        severity: 'error',
        message,
        file: options.file,
        ...(help === undefined ? {} : { help }),
    };
    return {
        ...options,
        root: undefined,
        value: undefined,
        findings: [finding],
        place: () => undefined,
        describe: () => [],
    };
}
/** A template, or data in another language, lies beside configs now and then. */
function helpForAny(file) {
    return `mend the text; if it is no config, take it out of files in the policy ("!${file}")`;
}
/** Offsets in a message (see `firstAt`) become lines here. */
function findingOf(problem, file, lines) {
    const { rule, severity } = problem;
    const help = problem.help ?? (rule === 'config/unreadable' ? helpForAny(file) : undefined);
    const message = problem.message.replaceAll(/@\{(\d+)\}/g, (_, offset) => {
        const { line, column } = lines.point(Number(offset));
        return `in line ${line}, column ${column}`;
    });
    const place = lines.place(problem.start, problem.end);
    return { rule, severity, message, file, ...place, ...(help === undefined ? {} : { help }) };
}
function placeOf(root, path, what, lines) {
    const node = what === 'key' ? keyAt(root, path) : nodeAt(root, path);
    return node === undefined ? undefined : lines.place(node.start, node.end);
}
/** A list item has no key: its value stands for it. */
function keyAt(root, path) {
    const last = path.at(-1);
    const parent = nodeAt(root, path.slice(0, -1));
    if (last === undefined || parent?.type !== 'dict')
        return nodeAt(root, path);
    return parent.entries.get(String(last))?.key;
}

;// CONCATENATED MODULE: ./build/src/config/rules/overrides.js
/** What cannot be read cannot be judged: no policy lowers that. */
const fixedRules = new Set([
    'config/unreadable',
    'config/registry-invalid',
    'config/schema-invalid',
]);
/** Findings with the policy's severities; what is switched off is gone. */
function applyOverrides(findings, rules) {
    const settings = new Map(Object.entries(rules));
    return findings.flatMap((finding) => {
        const setting = settings.get(finding.rule);
        if (setting === undefined || fixedRules.has(finding.rule))
            return [finding];
        if (setting.severity === 'off')
            return [];
        const reason = setting.severity === finding.severity ? '' : ` (${setting.severity} by policy: ${setting.reason})`;
        return [{ ...finding, severity: setting.severity, message: `${finding.message}${reason}` }];
    });
}

;// CONCATENATED MODULE: ./build/src/config/change/classify.js

/** Each value that differs, in the order of the head, then what was removed. */
function valueChanges(before, after, kindOf) {
    const changes = [];
    const compare = (old, now, path) => {
        if (old === now)
            return;
        const steps = stepsOf(old, now);
        if (steps !== undefined)
            return steps.forEach((step) => compare(child(old, step), child(now, step), [...path, step]));
        if (old !== undefined && now !== undefined && fingerprint(old) === fingerprint(now))
            return;
        changes.push({ path, before: old, after: now, kind: kindOf(path) });
    };
    compare(before, after, []);
    return changes;
}
/** The steps below two mappings (one may be missing) that are compared one by one; lists are compared whole. */
function stepsOf(old, now) {
    if (old !== undefined && old.type !== 'dict')
        return undefined;
    if (now !== undefined && now.type !== 'dict')
        return undefined;
    const names = [...(now?.entries.keys() ?? []), ...(old?.entries.keys() ?? [])];
    // an empty mapping that comes or goes is a change of its own
    return names.length === 0 ? undefined : [...new Set(names)];
}
function child(node, step) {
    return node?.type === 'dict' ? node.entries.get(step)?.value : undefined;
}
function changeClass(changes) {
    if (changes.length === 0)
        return 'none';
    return changes.every(({ kind }) => kind === 'tuning') ? 'tuning' : 'structural';
}
/** The gravest of several. */
function worstChange(all) {
    const order = ['structural', 'tuning', 'none'];
    return order.find((kind) => all.includes(kind)) ?? 'none';
}
/** A value in a table's cell. */
function shortText(node) {
    if (node === undefined)
        return '(not set)';
    const text = longText(node, 200);
    return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
function longText(node, room) {
    if (room <= 0)
        return '…';
    if (node.type === 'str')
        return node.value === '' ? '""' : node.value;
    if (node.type === 'list') {
        return `[${node.items
            .slice(0, 20)
            .map((item) => longText(item, room / 2))
            .join(', ')}]`;
    }
    if (node.type !== 'dict')
        return scalarText(node);
    const pairs = [...node.entries.values()].slice(0, 10);
    return `{${pairs.map(({ name, value }) => `${name}: ${longText(value, room / 2)}`).join(', ')}}`;
}
/** Path and values of a change, as cells. */
function changeCells({ path, before, after, kind }) {
    return [pathText(path), shortText(before), shortText(after), kind];
}

;// CONCATENATED MODULE: ./build/src/config/checkpoint/expected.js
/** More tensors than this are not listed one by one. */
const maxTensors = 500_000;
/** Name → shape of every tensor of a model; `undefined` where there are too many to list. */
function expectedTensors(architecture) {
    const count = architecture.groups.reduce((total, group) => total + (group.layers?.length ?? 1) * (group.experts ?? 1), 0);
    if (count > maxTensors)
        return undefined;
    const all = new Map();
    for (const group of architecture.groups) {
        for (const layer of group.layers ?? [undefined]) {
            const inLayer = layer === undefined ? group.name : group.name.replace('{l}', String(layer));
            for (let expert = 0; expert < (group.experts ?? 1); expert += 1) {
                all.set(canonicalName(inLayer.replace('{e}', String(expert))), { shape: group.shape, group, layer });
            }
        }
    }
    return all;
}
const prefixes = [
    [/^model\.language_model\./, 'model.'],
    [/^language_model\.model\./, 'model.'],
    [/^language_model\.lm_head\./, 'lm_head.'],
    [/^(?:model\.)?vision_tower\.(?:vision_model\.)?/, 'vision_tower.'],
    [/^model\.(visual|multi_modal_projector)\./, '$1.'],
    // transformers 5 in memory; it saves Mixtral under the old name
    [/^model\.layers\.(\d+)\.block_sparse_moe\./, 'model.layers.$1.mlp.'],
];
/** Releases of one model put its parts below different prefixes. */
function canonicalName(name) {
    for (const [pattern, replacement] of prefixes) {
        if (pattern.test(name))
            return name.replace(pattern, replacement);
    }
    return name;
}

;// CONCATENATED MODULE: ./build/src/config/checkpoint/compare.js

/** Buffers, and what quantisations keep beside a weight, that belong to no parameter of the config. */
const incidental = [
    /\.rotary_emb\.inv_freq$/,
    /\.position_ids$/,
    // fp8, compressed-tensors, NVFP4, MXFP4, MLX
    /(?:_scale_inv|[._]weight_scale(?:_2)?|[._]input_scale|[._]scales?|\.k_scale|\.v_scale|\.biases)$/,
    // bitsandbytes
    /\.(?:SCB|weight_format)$|\.weight\.(?:absmax|quant_map|nested_absmax|nested_quant_map|quant_state\.\w+)$/,
];
/** Weights packed by a quantisation under another name: their shapes are not those of the model. */
const packed = /\.(?:qweight|qzeros|g_idx|weight_packed)$|_blocks$/;
/** A weight of integers is packed: bitsandbytes, MLX and NVFP4 keep several elements in one. */
const integers = /^[IU]\d+$/;
/** Which tensors a checkpoint misses, has too many, or in another shape; `undefined` where the model is too large to list. */
function compareCheckpoint(architecture, checkpoint) {
    const expected = expectedTensors(architecture);
    if (expected === undefined)
        return undefined;
    const stored = new Map([...checkpoint].map(([name, tensor]) => [canonicalName(name), tensor]));
    const used = new Set();
    const missing = [];
    const misshapen = [];
    for (const [name, wanted] of expected) {
        const fit = fitOf(name, wanted, stored);
        if (fit === undefined)
            missing.push(name);
        else if (fit.problem !== undefined)
            misshapen.push(fit.problem);
        for (const other of fit?.names ?? [])
            used.add(other);
    }
    const extra = [...stored.keys()].filter((name) => !used.has(name) && !isOptional(name, architecture));
    return [
        difference('missing', missing),
        difference('extra', extra),
        difference('misshapen', misshapen),
    ].filter(({ count }) => count > 0);
}
function difference(kind, names) {
    return { kind, count: names.length, examples: names.slice(0, 3) };
}
/** The tensor itself, or its quantised parts, or the one tensor that holds all experts of the layer. */
function fitOf(name, wanted, stored) {
    const own = stored.get(name);
    if (own?.dtype !== undefined && integers.test(own.dtype))
        return { names: [name] };
    if (own !== undefined)
        return { names: [name], ...shapeProblem(name, own.shape, wanted.shape) };
    const base = name.replace(/\.weight$/, '');
    const parts = [
        '.qweight',
        '.qzeros',
        '.scales',
        '.g_idx',
        '.weight_packed',
        '.weight_scale',
        '_blocks',
        '_scales',
    ]
        .map((suffix) => base + suffix)
        .filter((part) => stored.has(part));
    if (parts.some((part) => packed.test(part)))
        return { names: parts };
    const { fused } = wanted.group;
    if (fused === undefined)
        return undefined;
    const fusedName = canonicalName(fused.name.replace('{l}', String(wanted.layer)));
    const whole = stored.get(fusedName) ?? stored.get(`${fusedName}.weight`);
    if (whole === undefined)
        return undefined;
    const names = [fusedName, `${fusedName}.weight`];
    // layouts differ in the order of the last two lengths: the number of elements decides
    const same = whole.shape === undefined || compare_elements(whole.shape) === compare_elements(fused.shape);
    return same ? { names } : { names, ...shapeProblem(fusedName, whole.shape, fused.shape) };
}
function shapeProblem(name, stored, wanted) {
    if (stored === undefined || stored.join() === wanted.join())
        return {};
    return { problem: `${name} is [${stored.join(', ')}], the config makes it [${wanted.join(', ')}]` };
}
function compare_elements(shape) {
    return shape.reduce((product, length) => product * BigInt(length), 1n);
}
/** A tied head may be stored once more; prediction layers, scales and buffers may be there. */
function isOptional(name, architecture) {
    const tied = name === 'lm_head.weight' && !architecture.groups.some(({ part }) => part === 'head');
    return (tied ||
        [...incidental, ...architecture.optional].some((pattern) => pattern.test(name)) ||
        packed.test(name));
}

;// CONCATENATED MODULE: ./build/src/config/checkpoint/findings.js

const help = 'correct the config, or name the checkpoint that belongs to it';
const findings_words = {
    missing: {
        rule: 'config/checkpoint-missing-tensor',
        text: (path, tensors) => `the checkpoint ${path} lacks ${tensors}`,
    },
    extra: {
        rule: 'config/checkpoint-extra-tensor',
        text: (path, tensors) => `the config does not describe ${tensors} of the checkpoint ${path}`,
    },
    misshapen: {
        rule: 'config/checkpoint-shape',
        text: (path, tensors) => `the checkpoint ${path} holds ${tensors} in another shape`,
    },
};
/** Whether a checkpoint loads into the model of a config; findings on the config's file. */
function checkpointFindings(file, architecture, checkpoint) {
    const own = checkpoint.problems.map((problem) => ({ ...problem }));
    if (checkpoint.tensors.size === 0)
        return own.length > 0 ? own : [empty(file, checkpoint.path)];
    const differences = architecture === undefined ? undefined : compareCheckpoint(architecture, checkpoint.tensors);
    if (differences === undefined)
        return [...own, notCompared(file, checkpoint.path)];
    const found = differences.map(({ kind, count, examples }) => {
        const { rule, text } = findings_words[kind];
        const list = examples.join('; ') + (count > examples.length ? '; …' : '');
        return {
            rule,
            severity: 'error',
            file,
            help,
            message: `${text(checkpoint.path, tensors(count))}: ${list}`,
        };
    });
    return [...own, ...found];
}
function empty(file, path) {
    return {
        rule: 'config/checkpoint-unreadable',
        severity: 'error',
        file,
        message: `the checkpoint ${path} holds no tensor`,
        help: 'give the path of a whole safetensors checkpoint',
    };
}
function notCompared(file, path) {
    return {
        rule: 'config/checkpoint-unreadable',
        severity: 'error',
        file,
        message: `the checkpoint ${path} cannot be compared: the tensors of this config's model are not known`,
        help: 'name the family in the policy, or take the checkpoint out of it',
    };
}
function tensors(count) {
    return count === 1 ? '1 tensor' : `${count} tensors`;
}

;// CONCATENATED MODULE: ./build/src/config/checkpoint/shape-changes.js

/** Reshaped ones first: no checkpoint survives them, while a missing or needless tensor can be made or dropped. */
const told = {
    reshaped: { one: 'changes shape', many: 'change shape' },
    new: { one: 'is new', many: 'are new' },
    gone: { one: 'is gone', many: 'are gone' },
};
const examples = 3;
/** Says that a change leaves checkpoints behind; `undefined` where they still load. */
function shapeChangeFinding(file, before, after) {
    const changes = shapeChanges(before, after);
    if (changes.length === 0)
        return undefined;
    const kinds = Object.entries(told).flatMap(([kind, { one, many }]) => {
        const count = changes.reduce((total, change) => total + (change.kind === kind ? change.count : 0), 0);
        return count === 0 ? [] : [{ kind, text: count === 1 ? `1 tensor ${one}` : `${count} tensors ${many}` }];
    });
    const first = kinds
        .flatMap(({ kind }) => changes.filter((change) => change.kind === kind))
        .slice(0, examples)
        .map(({ name, shapes, count }) => `${name} ${shapes}${count > 1 ? ` (${count})` : ''}`);
    return {
        rule: 'config/checkpoints-will-not-load',
        severity: 'warning',
        file,
        message: `existing checkpoints will not load: ${kinds.map(({ text }) => text).join(', ')}: ${first.join('; ')}${changes.length > examples ? '; …' : ''}`,
        help: 'plan a conversion or a new training run, and say so in the pull request',
    };
}
/** Which tensors differ, gathered over the layers. */
function shapeChanges(before, after) {
    const [old, now] = [placesOf(before), placesOf(after)];
    const gathered = new Map();
    for (const place of new Set([...old.keys(), ...now.keys()])) {
        for (const change of changesAt(old.get(place), now.get(place))) {
            const key = `${change.kind} ${change.name} ${change.shapes}`;
            gathered.set(key, { ...change, count: change.count + (gathered.get(key)?.count ?? 0) });
        }
    }
    return [...gathered.values()];
}
/** Layer and name → the tensors there: one, or one an expert. */
function placesOf({ groups }) {
    const places = new Map();
    for (const group of groups) {
        const name = canonicalName(group.name);
        for (const layer of group.layers ?? [''])
            places.set(`${layer} ${name}`, shape_changes_placeOf(name, group));
    }
    return places;
}
function shape_changes_placeOf(name, { shape, experts = 1 }) {
    return { name: name.replaceAll(/\{[le]\}/g, '*'), shape, count: experts };
}
function changesAt(before, after) {
    const { name } = before ?? after ?? { name: '' };
    const [old, now] = [before?.count ?? 0, after?.count ?? 0];
    const [from, to] = [shape_changes_shown(before), shape_changes_shown(after)];
    const stay = from === to ? 0 : Math.min(old, now);
    const changes = [
        { name, kind: 'reshaped', shapes: `${from} → ${to}`, count: stay },
        { name, kind: 'new', shapes: to, count: now - old },
        { name, kind: 'gone', shapes: from, count: old - now },
    ];
    return changes.filter(({ count }) => count > 0);
}
function shape_changes_shown(place) {
    return place === undefined ? '' : `[${place.shape.join(', ')}]`;
}

;// CONCATENATED MODULE: ./build/src/config/architecture/defaults.js
function sizes([hidden, intermediate, layers, heads, kvHeads, vocab], more = {}) {
    return new Map([
        ['hidden_size', hidden],
        ['intermediate_size', intermediate],
        ['num_hidden_layers', layers],
        ['num_attention_heads', heads],
        ...(kvHeads === undefined ? [] : [['num_key_value_heads', kvHeads]]),
        ['vocab_size', vocab],
        ...Object.entries(more),
    ]);
}
const qwen2Vl = sizes([8192, 29_568, 80, 64, 8, 152_064], { max_window_layers: 80 });
const qwen3 = sizes([4096, 22_016, 32, 32, 32, 151_936], { head_dim: 128, max_window_layers: 28 });
/** model_type of a language model → what its class takes. llama and phi3 fall back to as many key-value heads as heads. */
const ofText = new Map([
    ['llama', sizes([4096, 11_008, 32, 32, undefined, 32_000])],
    ['mistral', sizes([4096, 14_336, 32, 32, 8, 32_000], { sliding_window: 4096 })],
    ['qwen2', sizes([4096, 22_016, 32, 32, 32, 151_936], { max_window_layers: 28 })],
    ['qwen3', qwen3],
    [
        'qwen2_moe',
        sizes([2048, 5632, 24, 16, 16, 151_936], {
            num_experts: 60,
            num_experts_per_tok: 4,
            moe_intermediate_size: 1408,
            shared_expert_intermediate_size: 5632,
            max_window_layers: 28,
        }),
    ],
    [
        'qwen3_moe',
        sizes([2048, 6144, 24, 32, 4, 151_936], {
            num_experts: 128,
            num_experts_per_tok: 8,
            moe_intermediate_size: 768,
        }),
    ],
    ['mixtral', sizes([4096, 14_336, 32, 32, 8, 32_000], { num_experts: 8, num_experts_per_tok: 2 })],
    ['phi3', sizes([3072, 8192, 32, 32, undefined, 32_064])],
    [
        'gemma3_text',
        sizes([2304, 9216, 26, 8, 4, 262_208], {
            head_dim: 256,
            sliding_window: 4096,
            sliding_window_pattern: 6,
        }),
    ],
    [
        'gpt_oss',
        sizes([2880, 2880, 36, 64, 8, 201_088], {
            head_dim: 64,
            num_experts: 128,
            num_experts_per_tok: 4,
            sliding_window: 128,
        }),
    ],
    [
        'deepseek_v3',
        sizes([7168, 18_432, 61, 128, 128, 129_280], {
            num_experts: 256,
            num_experts_per_tok: 8,
            moe_intermediate_size: 2048,
            n_shared_experts: 1,
            first_k_dense_replace: 3,
            kv_lora_rank: 512,
            q_lora_rank: 1536,
            qk_nope_head_dim: 128,
            qk_rope_head_dim: 64,
            v_head_dim: 128,
        }),
    ],
    ['qwen2_vl_text', qwen2Vl],
    ['qwen2_5_vl_text', qwen2Vl],
    ['qwen3_vl_text', qwen3],
    [
        'qwen3_vl_moe_text',
        sizes([2048, 5632, 24, 16, 16, 151_936], {
            num_experts: 60,
            num_experts_per_tok: 4,
            moe_intermediate_size: 1408,
        }),
    ],
]);
/** What the class of a language model takes; its model_type may stand in text_config or, with `_text` left out, at the top. */
function textDefaults(...modelTypes) {
    const names = modelTypes.flatMap((name) => (name === undefined ? [] : [`${name}_text`, name]));
    return names.map((name) => ofText.get(name)).find((found) => found !== undefined) ?? new Map();
}
const qwen2Tower = {
    num_hidden_layers: 32,
    num_attention_heads: 16,
    hidden_size: 3584,
    in_channels: 3,
    patch_size: 14,
    spatial_merge_size: 2,
    temporal_patch_size: 2,
};
const qwen3Tower = {
    ...qwen2Tower,
    num_hidden_layers: 27,
    hidden_size: 1152,
    intermediate_size: 4304,
    patch_size: 16,
    out_hidden_size: 3584,
    num_position_embeddings: 2304,
};
const siglip = {
    num_hidden_layers: 12,
    num_attention_heads: 12,
    hidden_size: 768,
    intermediate_size: 3072,
    in_channels: 3,
    patch_size: 16,
    image_size: 224,
};
/** model_type of the whole model → what the class of its vision tower takes. */
const ofVision = new Map(Object.entries({
    qwen2_vl: { ...qwen2Tower, embed_dim: 1280, mlp_ratio: 4 },
    qwen2_5_vl: { ...qwen2Tower, intermediate_size: 3420, out_hidden_size: 3584 },
    qwen3_vl: qwen3Tower,
    qwen3_vl_moe: qwen3Tower,
    gemma3: siglip,
}).map(([name, tower]) => [name, new Map(Object.entries(tower))]));
function visionDefaults(modelType) {
    return ofVision.get(modelType ?? '') ?? new Map();
}

;// CONCATENATED MODULE: ./build/src/config/architecture/section.js
/**
 * Other names of the same parameter, the canonical one first (transformers' attribute maps, vLLM get_num_experts):
 * transformers 5 saves num_experts as num_local_experts, and rope_scaling with rope_theta as rope_parameters.
 */
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
/** One mapping of a model config, read by canonical names. */
class Section {
    node;
    path;
    /** What counts for parameters that are not set. */
    defaults;
    constructor(node, path, defaults = new Map()) {
        this.node = node;
        this.path = path;
        this.defaults = defaults;
    }
    withDefaults(defaults) {
        return new Section(this.node, this.path, defaults);
    }
    /** The name under which the parameter stands here: its own, or an alias; its own where it is not set. */
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
    /** Set, and not to null; or left to a default. */
    has(name) {
        const node = this.get(name);
        return node === undefined ? this.defaults.has(name) : node.type !== 'NoneType';
    }
    /** An integer that a double holds exactly; the class's default where it is not set. */
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
    /** The items of a list; `undefined` where there is no list. */
    items(name) {
        const node = this.get(name);
        return node?.type === 'list' ? node.items : undefined;
    }
    /** A list of integers; `undefined` where there is no list, or not only integers in it. */
    ints(name) {
        const items = this.items(name)?.map((item) => (item.type === 'int' ? Number(item.value) : Number.NaN));
        return items?.every(Number.isSafeInteger) === true ? items : undefined;
    }
    section(name) {
        const node = this.get(name);
        return node?.type === 'dict' ? new Section(node, this.at(name)) : undefined;
    }
    /** The path of a parameter of this section, from the root of the document. */
    at(name, ...more) {
        return [...this.path, this.nameOf(name), ...more];
    }
}
function numberOf(node) {
    if (node.type === 'int')
        return Number(node.value);
    return node.type === 'float' ? node.value : undefined;
}

;// CONCATENATED MODULE: ./build/src/config/architecture/model.js


/** Two of these make a mapping a model config. */
const marks = [
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
];
/** Where the parameters of a language model stand, if not at the top. */
const textSections = ['text_config', 'llm_config', 'language_config'];
const model_maxDepth = 4;
/** The model configs of a document: its top level, or else the mappings below it that look like one. */
function findModels(root) {
    return root?.type === 'dict' ? search(root, []) : [];
}
function search(node, path) {
    if (marks.filter((name) => node.entries.has(name)).length >= 2)
        return [viewOf(node, path)];
    if (path.length >= model_maxDepth)
        return [];
    return [...node.entries.values()].flatMap(({ name, value }) => value.type === 'dict' ? search(value, [...path, name]) : []);
}
function viewOf(node, path) {
    const top = new Section(node, path);
    const modelType = top.text('model_type');
    const inner = textSections.flatMap((name) => top.section(name) ?? [])[0];
    const text = (inner ?? top).withDefaults(textDefaults(inner?.text('model_type'), modelType));
    const architectures = (top.items('architectures') ?? []).flatMap((item) => item.type === 'str' ? [item.value] : []);
    return {
        top: inner === undefined ? text : top,
        text,
        vision: top.section('vision_config')?.withDefaults(visionDefaults(modelType)),
        modelType,
        architectures,
    };
}

;// CONCATENATED MODULE: ./build/src/config/architecture/dimensions.js
/** More layers or experts than this is a slip, and listing their tensors would be endless. */
const maxLayers = 10_000;
class MissingDimension extends Error {
    parameter;
    constructor(parameter) {
        super(parameter);
        this.parameter = parameter;
    }
}
/** A positive integer of the section; throws MissingDimension. */
function need(section, name, most = Number.MAX_SAFE_INTEGER) {
    const value = section.int(name);
    if (value === undefined || value < 1 || value > most)
        throw new MissingDimension(name);
    return value;
}
/** As `need`, with a value for where the parameter is not set or null. */
function orElse(section, name, fallback) {
    return section.has(name) ? need(section, name) : fallback;
}
function range(count) {
    const numbers = [];
    for (let index = 0; index < count; index += 1)
        numbers.push(index);
    return numbers;
}
/** The decoder's dimensions. `tiedByDefault` is what the family's config class says where the file says nothing. */
function dimensionsOf(text, top, tiedByDefault) {
    const hidden = need(text, 'hidden_size');
    const heads = need(text, 'num_attention_heads');
    const kvHeads = orElse(text, 'num_key_value_heads', heads);
    return {
        hidden,
        heads,
        kvHeads,
        headDim: orElse(text, 'head_dim', Math.floor(hidden / heads)),
        intermediate: text.int('intermediate_size') ?? 0,
        layers: range(need(text, 'num_hidden_layers', maxLayers)),
        vocab: need(text, 'vocab_size'),
        tied: top.bool('tie_word_embeddings') ?? text.bool('tie_word_embeddings') ?? tiedByDefault,
    };
}

;// CONCATENATED MODULE: ./build/src/config/architecture/cache.js
/** mistral, mixtral, phi3: a window is of every layer. */
const everyLayer = () => () => true;
/** qwen: switched off unless use_sliding_window, and then from max_window_layers on. */
const fromWindowLayer = (text) => {
    if (text.bool('use_sliding_window') !== true)
        return undefined;
    const first = text.int('max_window_layers') ?? 0;
    return (layer) => layer >= first;
};
/** gemma3: every n-th layer attends fully. */
const allButEveryNth = (text) => {
    const pattern = text.int('sliding_window_pattern') ?? 6;
    return (layer) => (layer + 1) % pattern !== 0;
};
/** gpt-oss: layers take turns, and the first one slides. */
const everyOther = () => (layer) => layer % 2 === 0;
/** Grouped-query attention: a key and a value for each key-value head and layer. */
function keyValueCache(text, d, slides) {
    const each = 2 * d.kvHeads * d.headDim;
    const elements = each * d.layers.length;
    const window = text.int('sliding_window');
    if (window === undefined || window < 1 || slides === undefined)
        return { elements };
    const layers = slidingLayers(text, d, slides);
    return layers === 0 ? { elements } : { elements, sliding: { layers, window, elements: each * layers } };
}
function slidingLayers(text, d, slides) {
    const types = text.items('layer_types');
    if (types?.length === d.layers.length) {
        return types.filter((type) => type.type === 'str' && type.value === 'sliding_attention').length;
    }
    const isSliding = slides(text);
    return isSliding === undefined ? 0 : d.layers.filter(isSliding).length;
}

;// CONCATENATED MODULE: ./build/src/config/architecture/decoder.js
/** One weight, and a bias of its first length if it has one. */
function linear(name, shape, part, options = {}) {
    const layers = options.layers === undefined ? {} : { layers: options.layers };
    const weight = { name: `${name}.weight`, shape, part, ...layers };
    if (options.bias !== true)
        return [weight];
    return [weight, { name: `${name}.bias`, shape: [shape[0]], part, ...layers }];
}
/** A norm's weight, and its bias if it has one. */
function norm(name, width, layers, bias = false) {
    const all = layers === undefined ? {} : { layers };
    const kinds = bias ? ['weight', 'bias'] : ['weight'];
    return kinds.map((kind) => ({ name: `${name}.${kind}`, shape: [width], part: 'norm', ...all }));
}
/** Grouped-query attention: q `AD·H`, k and v `kD·H`, o `H·AD`. */
function attention(prefix, d, options = {}) {
    const at = `${prefix}layers.{l}.self_attn`;
    const { layers } = d;
    const qkv = { layers, bias: options.qkvBias ?? false };
    const [q, kv] = [d.heads * d.headDim, d.kvHeads * d.headDim];
    return [
        ...linear(`${at}.q_proj`, [q, d.hidden], 'attention', qkv),
        ...linear(`${at}.k_proj`, [kv, d.hidden], 'attention', qkv),
        ...linear(`${at}.v_proj`, [kv, d.hidden], 'attention', qkv),
        ...linear(`${at}.o_proj`, [d.hidden, q], 'attention', { layers, bias: options.outputBias ?? false }),
        ...(options.qkNorm === true
            ? [...norm(`${at}.q_norm`, d.headDim, layers), ...norm(`${at}.k_norm`, d.headDim, layers)]
            : []),
    ];
}
/** Gated feed-forward: `3HI`. */
function gatedMlp(at, hidden, width, layers, bias = false) {
    const options = { layers, bias };
    return [
        ...linear(`${at}.gate_proj`, [width, hidden], 'mlp', options),
        ...linear(`${at}.up_proj`, [width, hidden], 'mlp', options),
        ...linear(`${at}.down_proj`, [hidden, width], 'mlp', options),
    ];
}
const projections = { gate: 'gate_proj', up: 'up_proj', down: 'down_proj' };
/** Routed experts: `E·3HM`, one tensor an expert; checkpoints may fuse them to `gate_up_proj [E,H,2M]` and `down_proj [E,M,H]`. */
function experts(at, sizes, names = projections) {
    const { hidden, width, count, layers } = sizes;
    const one = (name, shape, fused) => ({
        name: `${at}.{e}.${name}.weight`,
        shape,
        layers,
        experts: count,
        part: 'expert',
        ...(fused === undefined ? {} : { fused }),
    });
    const gateUp = { name: `${at}.gate_up_proj`, shape: [count, hidden, 2 * width] };
    const down = { name: `${at}.down_proj`, shape: [count, width, hidden] };
    return [
        one(names.gate, [width, hidden], gateUp),
        one(names.up, [width, hidden], gateUp),
        one(names.down, [hidden, width], down),
    ];
}
/** The two norms before attention and feed-forward. */
function layerNorms(prefix, d, more = []) {
    return ['input_layernorm', 'post_attention_layernorm', ...more].flatMap((name) => norm(`${prefix}layers.{l}.${name}`, d.hidden, d.layers));
}
/** Embedding, final norm and, unless it is tied, the head. */
function ends(prefix, d, head = 'lm_head') {
    const embedding = {
        name: `${prefix}embed_tokens.weight`,
        shape: [d.vocab, d.hidden],
        part: 'embedding',
    };
    const last = { name: `${head}.weight`, shape: [d.vocab, d.hidden], part: 'head' };
    return [embedding, ...norm(`${prefix}norm`, d.hidden), ...(d.tied ? [] : [last])];
}

;// CONCATENATED MODULE: ./build/src/config/architecture/make-decoder.js

/** Number of experts, and how many a token uses. */
function routing(text) {
    const count = need(text, 'num_experts', 100_000);
    const used = need(text, 'num_experts_per_tok');
    if (used > count)
        throw new MissingDimension('num_experts_per_tok');
    return { count, used };
}

;// CONCATENATED MODULE: ./build/src/config/architecture/deepseek.js



/** Multi-head latent attention and a few dense layers before the sparse ones. */
const deepseekV3 = ({ text, top, prefix, head }) => {
    const d = dimensionsOf(text, top, false);
    const { count, used } = routing(text);
    const dense = text.int('first_k_dense_replace') ?? 0;
    const every = orElse(text, 'moe_layer_freq', 1);
    const isSparse = (layer) => layer >= dense && layer % every === 0;
    const sparse = d.layers.filter(isSparse);
    const plain = d.layers.filter((layer) => !isSparse(layer));
    const width = need(text, 'moe_intermediate_size');
    const shared = text.int('n_shared_experts') ?? 0;
    const mlp = `${prefix}layers.{l}.mlp`;
    return {
        groups: [
            ...latentAttention(text, prefix, d),
            ...linear(`${mlp}.gate`, [count, d.hidden], 'router', { layers: sparse }),
            ...correctionBias(text, mlp, count, sparse),
            ...experts(`${mlp}.experts`, { hidden: d.hidden, width, count, layers: sparse }),
            ...(shared > 0 ? gatedMlp(`${mlp}.shared_experts`, d.hidden, width * shared, sparse) : []),
            ...(plain.length > 0 ? gatedMlp(mlp, d.hidden, need(text, 'intermediate_size'), plain) : []),
            ...layerNorms(prefix, d),
            ...ends(prefix, d, head),
        ],
        activeExperts: { used, of: count },
        cache: { elements: (need(text, 'kv_lora_rank') + need(text, 'qk_rope_head_dim')) * d.layers.length },
        optional: predictionLayers(text, d.layers.length),
    };
};
/** The router's bias that keeps the load even belongs to v3's `noaux_tc`; v2 has none. */
function correctionBias(text, mlp, count, layers) {
    const method = text.text('topk_method');
    if (method !== undefined && method !== 'noaux_tc')
        return [];
    return [{ name: `${mlp}.gate.e_score_correction_bias`, shape: [count], layers, part: 'router' }];
}
function latentAttention(text, prefix, d) {
    const at = `${prefix}layers.{l}.self_attn`;
    const { layers, hidden, heads } = d;
    const [nope, rope] = [need(text, 'qk_nope_head_dim'), need(text, 'qk_rope_head_dim')];
    const [value, kvRank] = [need(text, 'v_head_dim'), need(text, 'kv_lora_rank')];
    const bias = text.bool('attention_bias') ?? false;
    const queries = heads * (nope + rope);
    const qRank = text.has('q_lora_rank') ? need(text, 'q_lora_rank') : undefined;
    const query = qRank === undefined
        ? linear(`${at}.q_proj`, [queries, hidden], 'attention', { layers })
        : [
            ...linear(`${at}.q_a_proj`, [qRank, hidden], 'attention', { layers, bias }),
            ...norm(`${at}.q_a_layernorm`, qRank, layers),
            ...linear(`${at}.q_b_proj`, [queries, qRank], 'attention', { layers }),
        ];
    return [
        ...query,
        ...linear(`${at}.kv_a_proj_with_mqa`, [kvRank + rope, hidden], 'attention', { layers, bias }),
        ...norm(`${at}.kv_a_layernorm`, kvRank, layers),
        ...linear(`${at}.kv_b_proj`, [heads * (nope + value), kvRank], 'attention', { layers }),
        ...linear(`${at}.o_proj`, [hidden, heads * value], 'attention', { layers, bias }),
    ];
}
/** Checkpoints keep the layers of multi-token prediction behind the last layer. */
function predictionLayers(text, layers) {
    const count = Math.min(text.int('num_nextn_predict_layers') ?? 0, 16);
    return Array.from({ length: count }, (_, index) => new RegExp(`^model\\.layers\\.${layers + index}\\.`));
}

;// CONCATENATED MODULE: ./build/src/config/architecture/text-families.js





/** `attention_bias` adds a bias to all four projections of attention. */
function attentionBias(text, byDefault = false) {
    const bias = text.bool('attention_bias') ?? byDefault;
    return { qkvBias: bias, outputBias: bias };
}
/** llama, mistral, qwen2, qwen3: they differ in biases and norms of queries and keys. */
function dense(options) {
    return ({ text, top, prefix, head }) => {
        const d = dimensionsOf(text, top, false);
        const width = need(text, 'intermediate_size');
        const chosen = options(text);
        return {
            groups: [
                ...attention(prefix, d, chosen),
                ...gatedMlp(`${prefix}layers.{l}.mlp`, d.hidden, width, d.layers, chosen.mlpBias),
                ...layerNorms(prefix, d),
                ...ends(prefix, d, head),
            ],
            cache: keyValueCache(text, d, chosen.slides),
        };
    };
}
/** Layer i is sparse when it is not in mlp_only_layers and (i+1) is a multiple of decoder_sparse_step. */
function sparseLayers(text, d) {
    const dense = new Set(text.ints('mlp_only_layers') ?? []);
    const step = orElse(text, 'decoder_sparse_step', 1);
    if (dense.size === 0 && step === 1)
        return { sparse: d.layers, dense: [] };
    const isSparse = (layer) => !dense.has(layer) && (layer + 1) % step === 0;
    return { sparse: d.layers.filter(isSparse), dense: d.layers.filter((layer) => !isSparse(layer)) };
}
function qwenMoe(options) {
    return ({ text, top, prefix, head }) => {
        const d = dimensionsOf(text, top, false);
        const { count, used } = routing(text);
        const { sparse, dense: plain } = sparseLayers(text, d);
        const width = need(text, 'moe_intermediate_size');
        const mlp = `${prefix}layers.{l}.mlp`;
        const chosen = options(text);
        return {
            groups: [
                ...attention(prefix, d, chosen),
                ...linear(`${mlp}.gate`, [count, d.hidden], 'router', { layers: sparse }),
                ...experts(`${mlp}.experts`, { hidden: d.hidden, width, count, layers: sparse }),
                ...(chosen.shared === true ? sharedExpert(text, mlp, d.hidden, sparse) : []),
                ...(plain.length > 0 ? gatedMlp(mlp, d.hidden, need(text, 'intermediate_size'), plain) : []),
                ...layerNorms(prefix, d),
                ...ends(prefix, d, head),
            ],
            activeExperts: { used, of: count },
            cache: keyValueCache(text, d, fromWindowLayer),
        };
    };
}
function sharedExpert(text, mlp, hidden, layers) {
    return [
        ...gatedMlp(`${mlp}.shared_expert`, hidden, need(text, 'shared_expert_intermediate_size'), layers),
        ...linear(`${mlp}.shared_expert_gate`, [1, hidden], 'mlp', { layers }),
    ];
}
const mixtral = ({ text, top, prefix, head }) => {
    const d = dimensionsOf(text, top, false);
    const { count, used } = routing(text);
    const width = need(text, 'intermediate_size');
    const at = `${prefix}layers.{l}.block_sparse_moe`;
    const sizes = { hidden: d.hidden, width, count, layers: d.layers };
    return {
        groups: [
            ...attention(prefix, d),
            ...linear(`${at}.gate`, [count, d.hidden], 'router', { layers: d.layers }),
            ...experts(`${at}.experts`, sizes, { gate: 'w1', up: 'w3', down: 'w2' }),
            ...layerNorms(prefix, d),
            ...ends(prefix, d, head),
        ],
        activeExperts: { used, of: count },
        cache: keyValueCache(text, d, everyLayer),
    };
};
/** phi3 fuses q, k, v into one projection, and gate and up into another. */
const phi3 = ({ text, top, prefix, head }) => {
    const d = dimensionsOf(text, top, false);
    const width = need(text, 'intermediate_size');
    const options = { layers: d.layers };
    const at = `${prefix}layers.{l}`;
    const qkv = (d.heads + 2 * d.kvHeads) * d.headDim;
    return {
        groups: [
            ...linear(`${at}.self_attn.qkv_proj`, [qkv, d.hidden], 'attention', options),
            ...linear(`${at}.self_attn.o_proj`, [d.hidden, d.heads * d.headDim], 'attention', options),
            ...linear(`${at}.mlp.gate_up_proj`, [2 * width, d.hidden], 'mlp', options),
            ...linear(`${at}.mlp.down_proj`, [d.hidden, width], 'mlp', options),
            ...layerNorms(prefix, d),
            ...ends(prefix, d, head),
        ],
        cache: keyValueCache(text, d, everyLayer),
    };
};
const gemma3 = ({ text, top, prefix, head }) => {
    const d = dimensionsOf(text, top, true);
    const width = need(text, 'intermediate_size');
    const more = ['pre_feedforward_layernorm', 'post_feedforward_layernorm'];
    return {
        groups: [
            ...attention(prefix, d, { ...attentionBias(text), qkNorm: true }),
            ...gatedMlp(`${prefix}layers.{l}.mlp`, d.hidden, width, d.layers),
            ...layerNorms(prefix, d, more),
            ...ends(prefix, d, head),
        ],
        cache: keyValueCache(text, d, allButEveryNth),
    };
};
/** gpt-oss: biased attention with a sink a head, experts fused and biased. */
const gptOss = ({ text, top, prefix, head }) => {
    const d = dimensionsOf(text, top, false);
    const { count, used } = routing(text);
    const width = need(text, 'intermediate_size');
    const { layers } = d;
    const at = `${prefix}layers.{l}`;
    const fused = (name, shape) => ({
        name: `${at}.mlp.experts.${name}`,
        shape,
        layers,
        part: 'expert',
    });
    return {
        groups: [
            ...attention(prefix, d, attentionBias(text, true)),
            { name: `${at}.self_attn.sinks`, shape: [d.heads], layers, part: 'attention' },
            ...linear(`${at}.mlp.router`, [count, d.hidden], 'router', { layers, bias: true }),
            fused('gate_up_proj', [count, d.hidden, 2 * width]),
            fused('gate_up_proj_bias', [count, 2 * width]),
            fused('down_proj', [count, width, d.hidden]),
            fused('down_proj_bias', [count, d.hidden]),
            ...layerNorms(prefix, d),
            ...ends(prefix, d, head),
        ],
        activeExperts: { used, of: count },
        cache: keyValueCache(text, d, everyOther),
    };
};
/** model_type → decoder. */
const textFamilies = {
    llama: dense((text) => ({ ...attentionBias(text), mlpBias: text.bool('mlp_bias') ?? false })),
    mistral: dense(() => ({ slides: everyLayer })),
    qwen2: dense(() => ({ qkvBias: true, slides: fromWindowLayer })),
    qwen3: dense((text) => ({ ...attentionBias(text), qkNorm: true, slides: fromWindowLayer })),
    qwen2_moe: qwenMoe((text) => ({ qkvBias: text.bool('qkv_bias') ?? true, shared: true })),
    qwen3_moe: qwenMoe((text) => ({ ...attentionBias(text), qkNorm: true })),
    mixtral,
    phi3,
    gemma3_text: gemma3,
    gpt_oss: gptOss,
    deepseek_v3: deepseekV3,
};

;// CONCATENATED MODULE: ./build/src/config/architecture/vision.js


/** Everything of the tower counts as vision. */
function tower(groups) {
    return groups.map((group) => ({ ...group, part: 'vision' }));
}
function patchShape(vision, width) {
    const patch = need(vision, 'patch_size');
    return [width, need(vision, 'in_channels'), need(vision, 'temporal_patch_size'), patch, patch];
}
function qkv(at, width, layers) {
    return [
        ...linear(`${at}.attn.qkv`, [3 * width, width], 'vision', { layers, bias: true }),
        ...linear(`${at}.attn.proj`, [width, width], 'vision', { layers, bias: true }),
    ];
}
function ratio(vision) {
    const value = vision.number('mlp_ratio');
    if (value === undefined || !(value > 0) || !Number.isFinite(value))
        throw new MissingDimension('mlp_ratio');
    return value;
}
/** Qwen2-VL: the tower's width is embed_dim; hidden_size is the language model's. */
const vision_qwen2Tower = (vision) => {
    const width = need(vision, 'embed_dim');
    const layers = range(need(vision, 'num_hidden_layers', maxLayers));
    const inner = Math.floor(width * ratio(vision));
    const merged = width * need(vision, 'spatial_merge_size') ** 2;
    const block = 'visual.blocks.{l}';
    return tower([
        { name: 'visual.patch_embed.proj.weight', shape: patchShape(vision, width), part: 'vision' },
        ...norm(`${block}.norm1`, width, layers, true),
        ...norm(`${block}.norm2`, width, layers, true),
        ...qkv(block, width, layers),
        ...linear(`${block}.mlp.fc1`, [inner, width], 'vision', { layers, bias: true }),
        ...linear(`${block}.mlp.fc2`, [width, inner], 'vision', { layers, bias: true }),
        ...norm('visual.merger.ln_q', width, undefined, true),
        ...linear('visual.merger.mlp.0', [merged, merged], 'vision', { bias: true }),
        ...linear('visual.merger.mlp.2', [need(vision, 'hidden_size'), merged], 'vision', {
            bias: true,
        }),
    ]);
};
/** Qwen2.5-VL: RMS norms and a gated feed-forward, all of it biased. */
const qwen25Tower = (vision) => {
    const width = need(vision, 'hidden_size');
    const inner = need(vision, 'intermediate_size');
    const layers = range(need(vision, 'num_hidden_layers', maxLayers));
    const merged = width * need(vision, 'spatial_merge_size') ** 2;
    const block = 'visual.blocks.{l}';
    const options = { layers, bias: true };
    return tower([
        { name: 'visual.patch_embed.proj.weight', shape: patchShape(vision, width), part: 'vision' },
        ...norm(`${block}.norm1`, width, layers),
        ...norm(`${block}.norm2`, width, layers),
        ...qkv(block, width, layers),
        ...linear(`${block}.mlp.gate_proj`, [inner, width], 'vision', options),
        ...linear(`${block}.mlp.up_proj`, [inner, width], 'vision', options),
        ...linear(`${block}.mlp.down_proj`, [width, inner], 'vision', options),
        ...norm('visual.merger.ln_q', width),
        ...linear('visual.merger.mlp.0', [merged, merged], 'vision', { bias: true }),
        ...linear('visual.merger.mlp.2', [need(vision, 'out_hidden_size'), merged], 'vision', {
            bias: true,
        }),
    ]);
};
/** Qwen3-VL: patch `h·C·T·P²+h`, positions `N·h`, `d×(4h²+2hI+9h+I)`, a merger, and one more for each deepstack level. */
const vision_qwen3Tower = (vision) => {
    const width = need(vision, 'hidden_size');
    const inner = need(vision, 'intermediate_size');
    const layers = range(need(vision, 'num_hidden_layers', maxLayers));
    const block = 'model.visual.blocks.{l}';
    const options = { layers, bias: true };
    const levels = vision.items('deepstack_visual_indexes')?.length ?? 3;
    return tower([
        { name: 'model.visual.patch_embed.proj.weight', shape: patchShape(vision, width), part: 'vision' },
        { name: 'model.visual.patch_embed.proj.bias', shape: [width], part: 'vision' },
        {
            name: 'model.visual.pos_embed.weight',
            shape: [need(vision, 'num_position_embeddings'), width],
            part: 'vision',
        },
        ...norm(`${block}.norm1`, width, layers, true),
        ...norm(`${block}.norm2`, width, layers, true),
        ...qkv(block, width, layers),
        ...linear(`${block}.mlp.linear_fc1`, [inner, width], 'vision', options),
        ...linear(`${block}.mlp.linear_fc2`, [width, inner], 'vision', options),
        ...qwen3Mergers(vision, width, levels, need(vision, 'out_hidden_size')),
    ]);
};
function qwen3Mergers(vision, width, levels, out) {
    const merged = width * need(vision, 'spatial_merge_size') ** 2;
    const merger = (at, normWidth, layers) => {
        const options = { bias: true, ...(layers === undefined ? {} : { layers }) };
        return [
            ...norm(`${at}.norm`, normWidth, layers, true),
            ...linear(`${at}.linear_fc1`, [merged, merged], 'vision', options),
            ...linear(`${at}.linear_fc2`, [out, merged], 'vision', options),
        ];
    };
    return [
        ...merger('model.visual.merger', width),
        ...(levels > 0
            ? merger('model.visual.deepstack_merger_list.{l}', merged, range(Math.min(levels, maxLayers)))
            : []),
    ];
}
/** SigLIP, and Gemma 3's projector. Gemma's releases switch the tower's pooling head off. */
const siglipTower = (vision, textHidden) => {
    const width = need(vision, 'hidden_size');
    const inner = need(vision, 'intermediate_size');
    const layers = range(need(vision, 'num_hidden_layers', maxLayers));
    const patch = need(vision, 'patch_size');
    const positions = Math.floor(need(vision, 'image_size') / patch) ** 2;
    const at = 'vision_tower.vision_model';
    const block = `${at}.encoder.layers.{l}`;
    const options = { layers, bias: true };
    return tower([
        ...['weight', 'bias'].map((kind) => ({
            name: `${at}.embeddings.patch_embedding.${kind}`,
            shape: kind === 'bias' ? [width] : [width, need(vision, 'in_channels'), patch, patch],
            part: 'vision',
        })),
        { name: `${at}.embeddings.position_embedding.weight`, shape: [positions, width], part: 'vision' },
        ...norm(`${block}.layer_norm1`, width, layers, true),
        ...norm(`${block}.layer_norm2`, width, layers, true),
        ...['q_proj', 'k_proj', 'v_proj', 'out_proj'].flatMap((name) => linear(`${block}.self_attn.${name}`, [width, width], 'vision', options)),
        ...linear(`${block}.mlp.fc1`, [inner, width], 'vision', options),
        ...linear(`${block}.mlp.fc2`, [width, inner], 'vision', options),
        ...norm(`${at}.post_layernorm`, width, undefined, true),
        ...(vision.bool('vision_use_head') === false ? [] : siglipHead(`${at}.head`, width, inner)),
        { name: 'multi_modal_projector.mm_input_projection_weight', shape: [width, textHidden], part: 'vision' },
        ...norm('multi_modal_projector.mm_soft_emb_norm', width),
    ]);
};
/** Attention of one learnt query over all patches, and a feed-forward. */
function siglipHead(at, width, inner) {
    const bias = { bias: true };
    return [
        { name: `${at}.probe`, shape: [1, 1, width], part: 'vision' },
        { name: `${at}.attention.in_proj_weight`, shape: [3 * width, width], part: 'vision' },
        { name: `${at}.attention.in_proj_bias`, shape: [3 * width], part: 'vision' },
        ...linear(`${at}.attention.out_proj`, [width, width], 'vision', bias),
        ...norm(`${at}.layernorm`, width, undefined, true),
        ...linear(`${at}.mlp.fc1`, [inner, width], 'vision', bias),
        ...linear(`${at}.mlp.fc2`, [width, inner], 'vision', bias),
    ];
}

;// CONCATENATED MODULE: ./build/src/config/architecture/families.js





const plain = (decoder) => ({ decoder, prefix: 'model.', head: 'lm_head' });
const families = new Map([
    ...Object.keys(textFamilies).map((name) => [name, plain(name)]),
    ['qwen2_vl', { ...plain('qwen2'), tower: vision_qwen2Tower }],
    ['qwen2_5_vl', { ...plain('qwen2'), tower: qwen25Tower }],
    ['qwen3_vl', { ...plain('qwen3'), tower: vision_qwen3Tower, prefix: 'model.language_model.' }],
    ['qwen3_vl_moe', { ...plain('qwen3_moe'), tower: vision_qwen3Tower, prefix: 'model.language_model.' }],
    [
        'gemma3',
        {
            decoder: 'gemma3_text',
            tower: siglipTower,
            prefix: 'language_model.model.',
            head: 'language_model.lm_head',
        },
    ],
]);
/** model_type of the language model inside → the same architecture. */
const sameAs = new Map([
    ['qwen3_vl_text', 'qwen3'],
    ['qwen3_vl_moe_text', 'qwen3_moe'],
    ['qwen2_5_vl_text', 'qwen2'],
    ['qwen2_vl_text', 'qwen2'],
    ['deepseek_v2', 'deepseek_v3'],
    ['kimi_k2', 'deepseek_v3'],
]);
/** A model without vision_config has the tower of its class's defaults. */
const noTower = new Section({ type: 'dict', entries: new Map(), start: 0, end: 0 }, []);
/** Classes with a language model's head; a classifier, an encoder or a draft model has other tensors. */
const generative = /For(?:CausalLM|ConditionalGeneration)$/;
/** The family that is set, or that model_type names, or else architectures; `undefined` where it is none that we know. */
function familyOf(model, setting) {
    if (setting === 'none')
        return undefined;
    if (setting !== 'auto')
        return families.has(setting) ? setting : undefined;
    if (!model.architectures.every((name) => generative.test(name)))
        return undefined;
    const byType = known(model.modelType);
    return (byType ?? model.architectures.map((name) => known(modelTypeOf(name))).find((name) => name !== undefined));
}
function known(name) {
    if (name === undefined)
        return undefined;
    const canonical = sameAs.get(name) ?? name;
    return families.has(canonical) ? canonical : undefined;
}
/** `Qwen3VLMoeForConditionalGeneration` → `qwen3_vl_moe`. */
function modelTypeOf(architecture) {
    const name = architecture.slice(0, 100).replace(/(?:For[A-Z]\w*|Model|LMHeadModel)$/, '');
    const words = name.replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2').replaceAll(/([A-Z])([A-Z][a-z])/g, '$1_$2');
    return words.toLowerCase();
}
/** The tensors that the model of a config has. */
function architectureOf(model, setting) {
    const name = familyOf(model, setting);
    const family = name === undefined ? undefined : families.get(name);
    if (name === undefined || family === undefined)
        return { kind: 'unknown' };
    try {
        return { kind: 'known', architecture: build(name, family, model) };
    }
    catch (error) {
        if (error instanceof MissingDimension)
            return { kind: 'incomplete', family: name, parameter: error.parameter };
        throw error;
    }
}
function build(name, family, model) {
    const make = textFamilies[family.decoder];
    if (make === undefined)
        throw new MissingDimension('model_type');
    const decoder = make({ text: model.text, top: model.top, prefix: family.prefix, head: family.head });
    const hidden = decoder.groups.find(({ part }) => part === 'embedding')?.shape[1] ?? 0;
    const vision = (model.vision ?? noTower).withDefaults(visionDefaults(name));
    return {
        family: name,
        groups: [...decoder.groups, ...(family.tower?.(vision, hidden) ?? [])],
        activeExperts: decoder.activeExperts,
        cache: decoder.cache,
        optional: decoder.optional ?? [],
    };
}

;// CONCATENATED MODULE: ./build/src/config/architecture/tensors.js
/** Parameters of the group: elements of all its tensors. */
function groupSize(group) {
    const factors = [...group.shape, group.layers?.length ?? 1, group.experts ?? 1];
    const product = factors.reduce((all, factor) => all * factor, 1);
    // all factors are integers of 0 or more: a product that is safe is exact
    if (Number.isSafeInteger(product))
        return BigInt(product);
    return factors.reduce((all, factor) => all * BigInt(factor), 1n);
}
/** Total, active (a token's K of E experts) and embedding parameters. */
function countParameters(architecture) {
    let [total, experts, embedding] = [0n, 0n, 0n];
    for (const group of architecture.groups) {
        const size = groupSize(group);
        total += size;
        if (group.part === 'expert')
            experts += size;
        if (group.part === 'embedding' || group.part === 'head')
            embedding += size;
    }
    const share = architecture.activeExperts;
    const idle = share === undefined ? 0n : (experts * BigInt(share.of - share.used)) / BigInt(share.of);
    return {
        total,
        active: total - idle,
        embedding,
    };
}

;// CONCATENATED MODULE: ./build/src/config/size/summary.js


function sizeOf(summary) {
    const { architecture: _, ...size } = summary;
    return size;
}
const dtypeBits = new Map([
    ['float64', 64],
    ['float32', 32],
    ['float', 32],
    ['fp32', 32],
    ['bfloat16', 16],
    ['bf16', 16],
    ['float16', 16],
    ['half', 16],
    ['fp16', 16],
    ['float8_e4m3fn', 8],
    ['float8_e5m2', 8],
    ['fp8', 8],
    ['int8', 8],
    ['int4', 4],
    ['mxfp4', 4],
]);
/** Parameters, weight memory and cache of a model; the reason where they cannot be told. */
function summarise(model, familySetting) {
    const result = architectureOf(model, familySetting);
    if (result.kind !== 'known')
        return { result };
    const { architecture } = result;
    const counts = countParameters(architecture);
    const dtype = model.top.text('dtype') ?? model.text.text('dtype') ?? 'bfloat16';
    const bits = BigInt(dtypeBits.get(dtype.replace(/^torch\./, '')) ?? 16);
    const quantization = quantizationOf(model);
    const summary = {
        family: architecture.family,
        counts,
        dtype,
        weightBytes: (counts.total * bits) / 8n,
        ...(quantization === undefined ? {} : { quantization }),
        ...cacheOf(architecture.cache),
        architecture,
    };
    return { summary, result };
}
function quantizationOf({ top, text }) {
    const section = top.section('quantization_config') ?? text.section('quantization_config');
    if (section === undefined)
        return undefined;
    const method = section.text('quant_method')?.slice(0, 40) ?? 'quantization_config';
    const loaded = ['4', '8'].find((bits) => section.bool(`load_in_${bits}bit`) === true);
    const bits = section.int('bits') ?? loaded;
    return bits === undefined ? method : `${method}, ${bits} bits`;
}
function cacheOf({ elements, sliding }) {
    const cacheBytesPerToken = 2 * elements;
    if (sliding === undefined)
        return { cacheBytesPerToken };
    const { layers, window } = sliding;
    return {
        cacheBytesPerToken,
        sliding: { layers, window, cacheBytesPerToken: 2 * (elements - sliding.elements) },
    };
}
/** `31,070,754,032` */
function summary_digits(value) {
    return String(value).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
}
/** `31.07 B`, `7.62 B`, `350 M`. */
function billions(value) {
    const number = Number(value);
    if (number >= 1e9)
        return `${(number / 1e9).toFixed(2)} B`;
    return number >= 1e6 ? `${(number / 1e6).toFixed(0)} M` : summary_digits(value);
}
/** `62.1 GB` (decimal), `96 KiB` (binary, for small sizes). */
function bytesText(bytes) {
    const number = Number(bytes);
    if (number >= 1e9)
        return `${(number / 1e9).toFixed(1)} GB`;
    if (number >= 1e6)
        return `${(number / 1e6).toFixed(1)} MB`;
    return number >= 1024 ? `${(number / 1024).toFixed(0)} KiB` : `${number} B`;
}

;// CONCATENATED MODULE: ./build/src/config/size/counted.js


function countModels(document, settings) {
    return findModels(document.root).map((model) => ({ model, ...summarise(model, settings.family) }));
}
/** The first model that could be counted. */
function firstSummary(models) {
    return models.find(({ summary }) => summary !== undefined)?.summary;
}
/** Models of a known family whose parameters cannot be counted, and why. */
function uncountedFindings(document, models) {
    return models.flatMap(({ model, result }) => {
        if (result.kind !== 'incomplete')
            return [];
        const { family, parameter } = result;
        return [
            {
                rule: 'config/parameters-unknown',
                severity: 'notice',
                message: `the parameters of this ${family} model cannot be counted: ${parameter} is not set, or no sane number`,
                file: document.file,
                ...(document.place(model.text.path, 'key') ?? document.place(model.text.at('model_type'), 'key')),
                help: `set ${parameter}`,
            },
        ];
    });
}
/** Sizes without which no model is described; those that a config leaves to its class are told, for they may be misspelt. */
const counted_sizes = ['hidden_size', 'intermediate_size', 'num_hidden_layers', 'num_attention_heads', 'vocab_size'];
/** Models whose size comes in part from the defaults of their class. */
function defaultSizeFindings(document, models) {
    return models.flatMap(({ model: { text }, summary }) => {
        const unset = summary === undefined ? [] : counted_sizes.filter((name) => text.get(name) === undefined);
        if (unset.length === 0)
            return [];
        const list = unset.map((name) => `${name} ${text.int(name)}`).join(', ');
        return [
            {
                rule: 'config/default-size',
                severity: 'notice',
                message: `not set, so the defaults of its class count: ${list}`,
                file: document.file,
                ...(document.place(text.path, 'key') ?? document.place(text.at('model_type'), 'key')),
                help: 'set them, if the model is to have other sizes; a name may be misspelt',
            },
        ];
    });
}

;// CONCATENATED MODULE: ./build/src/config/text/no-parameters.js

/** A file that the reader takes for something without names: nothing, one value, or a list. */
function noParametersFindings({ file, root, dialect }) {
    if (root === undefined || root.type === 'dict')
        return [];
    const found = { rule: 'config/no-parameters', file, line: 1, column: 1 };
    if (root.type === 'list') {
        const message = 'this file is a list: the registry and the cross-field rules look for names, and find none';
        return [
            {
                ...found,
                severity: 'notice',
                message,
                help: `take it out of files in the policy ("!${file}"), or make it a mapping`,
            },
        ];
    }
    const isEmpty = root.type === 'NoneType';
    return [
        {
            ...found,
            severity: 'error',
            message: `${readers[dialect]} reads this file as ${isEmpty ? 'None' : `one ${root.type}`}: it holds no parameters`,
            help: isEmpty ? 'write {} if it is to hold none' : 'write each parameter as name: value',
        },
    ];
}

;// CONCATENATED MODULE: ./build/src/kernel/near.js
/** The name nearest to `name` by edit distance, if near enough to be a slip: at most a third of its letters, and 1 to 3. */
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
/**
 * Whether a name may be a slip of the pen for another: word for word the same, but for a letter or, in a long word, two.
 * `peft_config` is none for `dist_config`, nor `loss_type` for `kl_loss_type`: they are names of other things.
 */
function isSlip(name, meant) {
    const [words, others] = [wordsOf(name), wordsOf(meant)];
    if (words.length !== others.length)
        return editDistance(words.join(''), others.join('')) <= 1;
    return words.every((word, index) => isSlipOfWord(word, others[index] ?? ''));
}
/** `hiddenSize`, `hidden-size` and `hidden_size` are two words. */
function wordsOf(name) {
    const words = name.replaceAll(/([a-z\d])([A-Z])/g, '$1_$2').toLowerCase();
    return words.split(/[^a-z\d]+/).filter((word) => word !== '');
}
function isSlipOfWord(word, other) {
    const length = Math.max(word.length, other.length);
    // tp, pp, cp and ep are what they are
    if (length < 3 && word.length === other.length)
        return word === other;
    return editDistance(word, other) <= (length < 8 ? 1 : 2);
}
/** Optimal string alignment: insert, delete, replace, and swap of neighbours cost one each. */
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

;// CONCATENATED MODULE: ./build/src/documents/schema/messages.js


const table = new Map([
    ['additionalProperties', unknownKey],
    ['unevaluatedProperties', unknownKey],
    ['required', missingKey],
    ['type', wrongType],
    ['enum', notAllowed],
    ['const', notConstant],
    ['pattern', (error, name) => value(`${name} does not match the pattern ${param(error, 'pattern')}`)],
    [
        'multipleOf',
        (error, name) => value(`${name} must be a multiple of ${param(error, 'multipleOf')}${got(error)}`),
    ],
    ['minItems', wrongLength('item', 'at least')],
    ['maxItems', wrongLength('item', 'at most')],
    ['minLength', wrongLength('character', 'at least')],
    ['maxLength', wrongLength('character', 'at most')],
    ...['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'].map((keyword) => [
        keyword,
        outOfRange,
    ]),
]);
/** An ajv error in words, with the rule that it belongs to. */
function messages_explain(error, path) {
    const name = path.length === 0 ? 'the document' : pathText(path);
    const make = table.get(error.keyword);
    return make?.(error, name) ?? value(`${name} ${error.message ?? 'is not valid'}${got(error)}`);
}
function unknownKey(error, name) {
    const key = String(error.params['additionalProperty'] ?? error.params['unevaluatedProperty']);
    const known = propertyNames(error.parentSchema);
    const near = nearest(key, known);
    const where = name === 'the document' ? '' : ` in ${name}`;
    const message = `unknown key ${messages_shown(key)}${where}`;
    if (near !== undefined)
        return { rule: 'unknown-key', message, key, help: `did you mean ${near}?` };
    if (known.length === 0)
        return { rule: 'unknown-key', message, key };
    return { rule: 'unknown-key', message, key, help: `known keys are ${known.slice(0, 20).join(', ')}` };
}
function missingKey(error, name) {
    const key = param(error, 'missingProperty');
    return { rule: 'missing-key', message: `${name} has no ${key}`, help: `add ${key}` };
}
function wrongType(error, name) {
    const wanted = [error.params['type']].flat().join(' or ');
    return { rule: 'wrong-type', message: `${name} must be ${article(wanted)}${got(error)}` };
}
function notAllowed(error, name) {
    const allowed = Array.isArray(error.params['allowedValues'])
        ? error.params['allowedValues']
        : [];
    const near = typeof error.data === 'string' ? nearest(error.data, allowed.map(String)) : undefined;
    const list = allowed.slice(0, 30).map(messages_shown).join(', ');
    const help = near === undefined ? `allowed: ${list}` : `did you mean ${near}? Allowed: ${list}`;
    return { rule: 'not-allowed', message: `${name} may not be ${messages_shown(error.data)}`, help };
}
function notConstant(error, name) {
    return {
        rule: 'not-allowed',
        message: `${name} must be ${messages_shown(error.params['allowedValue'])}${got(error)}`,
    };
}
const comparisons = new Map([
    ['>=', 'at least'],
    ['<=', 'at most'],
    ['>', 'more than'],
    ['<', 'less than'],
]);
function outOfRange(error, name) {
    const words = comparisons.get(param(error, 'comparison')) ?? '';
    return { rule: 'out-of-range', message: `${name} must be ${words} ${param(error, 'limit')}${got(error)}` };
}
function wrongLength(what, words) {
    return (error, name) => {
        const { data } = error;
        // of a text the code points count, as JSON Schema has it
        const length = Array.isArray(data) || typeof data === 'string' ? Array.from(data).length : 0;
        const limit = param(error, 'limit');
        return value(`${name} must have ${words} ${limit} ${what}${limit === '1' ? '' : 's'}, not ${length}`);
    };
}
function value(message) {
    return { rule: 'bad-value', message };
}
function param(error, name) {
    return String(error.params[name]);
}
function got(error) {
    return error.data === undefined ? '' : `, not ${messages_shown(error.data)}`;
}
/** Short enough for one line. */
function messages_shown(data) {
    if (typeof data === 'number')
        return String(data);
    const text = Array.isArray(data)
        ? 'a list'
        : typeof data === 'object' && data !== null
            ? 'a mapping'
            : JSON.stringify(data);
    return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
function article(wanted) {
    const words = wanted
        .replaceAll('object', 'mapping')
        .replaceAll('array', 'list')
        .replaceAll('boolean', 'bool');
    return `${/^[aeio]/.test(words) ? 'an' : 'a'} ${words}`.replace(/^an? null$/, 'null');
}
function propertyNames(schema) {
    if (typeof schema !== 'object' || schema === null || !('properties' in schema))
        return [];
    const { properties } = schema;
    return typeof properties === 'object' && properties !== null ? Object.keys(properties) : [];
}

// EXTERNAL MODULE: ./build/src/documents/schema/ajv.js
var ajv = __nccwpck_require__(9556);
// EXTERNAL MODULE: ./build/src/documents/schema/prepared.js
var prepared = __nccwpck_require__(9726);
;// CONCATENATED MODULE: ./build/src/documents/schema/validate.js



/** A thousand of the same mistake say no more than a hundred. */
const maxFindings = 100;
/** Findings of a JSON Schema 2020-12, at line and column; throws for a schema that cannot be compiled. */
function validateWithSchema(document, schema, options) {
    if (document.root === undefined)
        return [];
    if (options.prepared !== undefined && prepared/* prepared */.sb.get(options.prepared)?.(document.value) === true)
        return [];
    return schemaErrors(document, schema).map(({ error, path }) => validate_findingOf(document, error, path, options));
}
/** Compiling costs more than a hundred validations. All schemas that come here are our own, or were held against JSON Schema by `readTeamSchema`. */
const validators = new WeakMap();
function compiled(schema) {
    const known = validators.get(schema);
    if (known !== undefined)
        return known;
    const validate = (0,ajv.createAjv)({ known: true }).compile(schema);
    validators.set(schema, validate);
    return validate;
}
/** The errors of a JSON Schema 2020-12, at most a hundred; throws for a schema that cannot be compiled. */
function schemaErrors(document, schema) {
    const validate = compiled(schema);
    if (validate(document.value))
        return [];
    const errors = withoutWrappers(validate.errors ?? []).slice(0, maxFindings);
    return errors.map((error) => ({ error, path: pathOf(error.instancePath, document.value) }));
}
/** How much an error says; of several at one place only the best is told. */
const wrappers = new Map([
    ['if', 0],
    ['propertyNames', 0],
    ['oneOf', 0],
    ['anyOf', 0],
    ['type', 1],
]);
/** `oneOf` and such repeat what their branches say, and the branches contradict each other. */
function withoutWrappers(errors) {
    const best = new Map();
    for (const { instancePath, keyword } of errors) {
        best.set(instancePath, Math.max(best.get(instancePath) ?? 0, wrappers.get(keyword) ?? 2));
    }
    return errors.filter(({ instancePath, keyword }) => (wrappers.get(keyword) ?? 2) >= (best.get(instancePath) ?? 0));
}
function validate_findingOf(document, error, path, options) {
    const { rule, message, help, key } = messages_explain(error, path);
    const target = key === undefined ? path : [...path, key];
    const place = document.place(target, key === undefined ? 'value' : 'key') ?? document.place(path, 'key') ?? {};
    return {
        rule: `${options.rulePrefix}/${rule}`,
        severity: 'error',
        message,
        file: options.file,
        ...place,
        ...(help === undefined ? {} : { help }),
    };
}
/** A JSON pointer as steps; a step into a list becomes a number. */
function pathOf(pointer, value) {
    const path = [];
    let current = value;
    for (const part of pointer.split('/').slice(1)) {
        const step = part.replaceAll('~1', '/').replaceAll('~0', '~');
        path.push(Array.isArray(current) ? Number(step) : step);
        current = typeof current === 'object' && current !== null ? Reflect.get(current, step) : undefined;
    }
    return path;
}

;// CONCATENATED MODULE: ./build/src/config/registry/compile.js
/**
 * The ranges, enumerations, patterns, lengths and required parameters of a registry as JSON Schema 2020-12; `undefined` of one that has
 * none. Types and unknown keys are left to `checkAgainstRegistry`, which knows an int from a float and a text from a number.
 */
function registryJsonSchema(registry) {
    const known = schemas.get(registry);
    if (known !== undefined)
        return known.schema;
    const schema = nodeSchema(registry.root);
    const compiled = isOpen(schema) ? {} : { schema: { $schema: draft, ...schema } };
    schemas.set(registry, compiled);
    return compiled.schema;
}
const draft = 'https://json-schema.org/draft/2020-12/schema';
/** One schema for each registry, so that it is compiled once. */
const schemas = new WeakMap();
/** Whether a schema allows everything: most parameters have no more than a type. */
function isOpen(schema) {
    return Object.keys(schema).length === 0;
}
function nodeSchema(node) {
    const own = node.parameter === undefined ? {} : constraintSchema(node.parameter);
    return { ...own, ...childrenSchema(node), ...itemsSchema(node) };
}
function childrenSchema(node) {
    const named = [...node.children].filter(([step]) => step !== '*' && step !== '**');
    const rest = restSchema(node);
    const required = named.filter(([, child]) => child.parameter?.required === true).map(([step]) => step);
    // a name of its own comes before `*`, also when anything is allowed there
    const properties = named
        .map(([step, child]) => [step, nodeSchema(child)])
        .filter(([, schema]) => !isOpen(schema) || !isOpen(rest));
    return {
        ...(properties.length > 0 ? { properties: Object.fromEntries(properties) } : {}),
        ...(isOpen(rest) ? {} : { additionalProperties: rest }),
        ...(required.length > 0 ? { required } : {}),
    };
}
/** What holds for names and places in a list that have no entry of their own. */
function restSchema(node) {
    const any = node.children.get('*') ?? node.children.get('**');
    return any === undefined ? {} : nodeSchema(any);
}
/** `*` below a list is its items; so is the parameter's own `items`. */
function itemsSchema(node) {
    const rest = restSchema(node);
    const items = isOpen(rest) && node.parameter?.items !== undefined ? constraintSchema(node.parameter.items) : rest;
    return isOpen(items) ? {} : { items };
}
function constraintSchema(constraints) {
    const keywords = [
        ['minimum', constraints.min],
        ['maximum', constraints.max],
        ['multipleOf', constraints.multipleOf],
        ['enum', constraints.enum],
        ['pattern', constraints.pattern],
        ['minItems', constraints.minItems],
        ['maxItems', constraints.maxItems],
    ];
    return Object.fromEntries(keywords.filter(([, value]) => value !== undefined));
}

;// CONCATENATED MODULE: ./build/src/config/registry/check.js








/** A config against the registry: unregistered names, types as Python sees them, ranges, required and deprecated ones. */
function checkAgainstRegistry(document, registry, strict) {
    if (document.root === undefined)
        return [];
    const check = new Check(document, registry, strict ? 'error' : 'warning');
    check.walk(document.root, registry.root, []);
    return [...check.findings, ...check.constraints()];
}
class Check {
    findings = [];
    document;
    registry;
    unregistered;
    wronglyTyped = new Set();
    constructor(document, registry, unregistered) {
        this.document = document;
        this.registry = registry;
        this.unregistered = unregistered;
    }
    walk(node, registered, path) {
        const { parameter } = registered;
        if (parameter !== undefined)
            this.typed(node, parameter, path, parameter);
        else if (path.length > 0 && node.type !== 'dict' && node.type !== 'list')
            this.notMapping(node, path);
        if (parameter?.steps.at(-1) === '**' || covers(registered))
            return;
        if (node.type === 'dict')
            this.entries(node, registered, path);
        else if (node.type === 'list')
            this.items(node.items, registered, path);
    }
    entries(node, registered, path) {
        for (const { name, value } of node.entries.values()) {
            const child = registryChild(registered, name);
            path.push(name);
            if (child === undefined)
                this.unknown(node, registered, path);
            else
                this.walk(value, child, path);
            path.pop();
        }
    }
    items(items, registered, path) {
        const child = registryChild(registered, 0);
        if (child === undefined)
            return;
        for (const [index, item] of items.entries()) {
            path.push(index);
            this.walk(item, child, path);
            path.pop();
        }
    }
    unknown(parent, registered, path) {
        const name = String(path.at(-1));
        const known = [...registered.children.keys()].filter((key) => isSlip(name, key));
        const near = nearest(name, known.filter((key) => !parent.entries.has(key)));
        const rule = near === undefined ? 'config/unregistered-parameter' : 'config/misspelt-parameter';
        const meant = near ?? nearest(name, known);
        const taken = near === undefined ? ' That one is set here too: keep one.' : '';
        const help = meant === undefined
            ? `register ${name} in ${this.registry.file}, or remove it`
            : `did you mean ${meant}?${taken} If not, register ${name} in ${this.registry.file}`;
        this.add(rule, this.unregistered, `${pathText(path)} is not registered`, help, path, 'key');
    }
    typed(node, constraints, path, parameter) {
        if (parameter.deprecated !== undefined && constraints === parameter)
            this.deprecated(parameter, path);
        if (this.document.dialect === 'omegaconf' && isDeferred(node)) {
            this.wronglyTyped.add(pathText(path));
        }
        else if (constraints.types !== undefined && !constraints.types.has(node.type)) {
            this.wrongType(node, constraints.types, path, parameter);
        }
        const { items } = parameter;
        if (node.type !== 'list' || items === undefined || constraints === items)
            return;
        for (const [index, item] of node.items.entries())
            this.typed(item, items, [...path, index], parameter);
    }
    wrongType(node, types, path, parameter) {
        this.wronglyTyped.add(pathText(path));
        const wanted = [...types].join(' or ');
        const wantsNumber = types.has('float') || types.has('int');
        const got = node.type === 'dict' || node.type === 'list' ? `a ${node.type}` : `${scalarText(node)} (${node.type})`;
        const message = `${pathText(path)} must be ${wanted}, not ${got}`;
        const number = node.type === 'str' && wantsNumber ? looksLikeNumber(node) : undefined;
        if (number === undefined) {
            const widen = `or widen its type in ${this.registry.file}`;
            const help = parameter.doc === undefined ? `write a value of type ${wanted}, ${widen}` : parameter.doc;
            return this.add('config/wrong-type', 'error', message, help, path, 'value');
        }
        if (number.found)
            return; // told by the hazards of the text, which name the reader
        this.add('config/number-as-text', 'error', `${message}: quotes make it text`, 'remove the quotes', path, 'value');
    }
    deprecated(parameter, path) {
        const reason = parameter.deprecated === 'deprecated' ? '' : `: ${parameter.deprecated}`;
        const help = parameter.replacedBy === undefined ? 'remove it' : `use ${parameter.replacedBy} instead`;
        this.add('config/deprecated-parameter', 'warning', `${pathText(path)} is deprecated${reason}`, help, path, 'key');
    }
    notMapping(node, path) {
        if (node.type === 'NoneType')
            return;
        const message = `${pathText(path)} must be a mapping, not ${node.type}`;
        this.add('config/wrong-type', 'error', message, `parameters are registered below ${pathText(path)}`, path, 'value');
    }
    /** Ranges, enumerations, patterns, lengths and required parameters, by JSON Schema. */
    constraints() {
        const schema = registryJsonSchema(this.registry);
        const errors = schema === undefined ? [] : schemaErrors(this.document, schema);
        const before = this.findings.length;
        for (const { error, path } of errors) {
            if (this.wronglyTyped.has(pathText(path)))
                continue;
            const { rule, message, help, key } = messages_explain(error, path);
            const parameter = parameterAt(this.registry, key === undefined ? path : [...path, key]);
            this.add(`config/${rule}`, 'error', message, help ?? mend(parameter), path, 'value');
        }
        return this.findings.splice(before);
    }
    add(rule, severity, message, help, path, what) {
        const place = this.document.place(path, what);
        this.findings.push({ rule, severity, message, help, file: this.document.file, ...place });
    }
}
function mend(parameter) {
    const owner = parameter?.owner === undefined ? '' : ` (owner: ${parameter.owner})`;
    if (parameter?.doc !== undefined)
        return `${parameter.doc}${owner}`;
    return `keep to what the registry allows, or widen it there${owner}`;
}

;// CONCATENATED MODULE: ./build/src/config/change/structural.js



/** Structural changes without a reason for exactly their new value, where the policy wants one; and the reasons that are given. */
function structuralFindings(head, changes, settings, registry) {
    if (settings.structural !== 'needs-reason')
        return [];
    return changes.flatMap((change) => {
        if (change.kind !== 'structural')
            return [];
        const reason = registry?.reasons.find((one) => isFor(one, change));
        const place = head.place(change.path, 'key') ?? head.place(change.path.slice(0, -1), 'key');
        return [
            { file: head.file, ...place, ...(reason === undefined ? without(change) : withReason(change, reason)) },
        ];
    });
}
function isFor(reason, { path, after }) {
    const to = after === undefined ? null : plainValue(after);
    return reason.parameter === pathText(path) && JSON.stringify(reason.to) === JSON.stringify(to);
}
function without({ path, before, after }) {
    const name = pathText(path);
    return {
        rule: 'config/structural-without-reason',
        severity: 'error',
        message: `${name} is structural and changes from ${shortText(before)} to ${shortText(after)} without a stated reason`,
        help: `add to the registry: reasons: [{ parameter: ${name}, to: ${after === undefined ? 'null' : shortText(after)}, reason: … }]`,
    };
}
function withReason({ path, before, after }, { reason }) {
    return {
        rule: 'config/structural-reason',
        severity: 'notice',
        message: `${pathText(path)} changes from ${shortText(before)} to ${shortText(after)}: ${reason}`,
    };
}

;// CONCATENATED MODULE: ./build/src/config/rules/rule-findings.js

/** Width of a head: head_dim, or hidden_size by num_attention_heads. */
function headDim(text) {
    if (text.has('head_dim'))
        return text.int('head_dim');
    const [hidden, heads] = [text.int('hidden_size'), text.int('num_attention_heads')];
    if (hidden === undefined || heads === undefined || heads <= 0)
        return undefined;
    // another rule tells of a remainder
    return hidden % heads === 0 ? hidden / heads : undefined;
}
/** How many numbers of a head rotate. */
function rotaryDim(text) {
    const width = headDim(text);
    return width === undefined ? undefined : Math.floor(width * partialFactor(text) + 1e-9);
}
function partialFactor(text) {
    const inRope = ropeSections(text).map((rope) => rope.number('partial_rotary_factor'));
    const found = [...inRope, text.number('partial_rotary_factor'), text.number('rotary_pct')];
    return found.find((factor) => factor !== undefined) ?? 1;
}
/** The mappings that set RoPE: rope_parameters (one, or one a layer type) or rope_scaling. */
function ropeSections(text) {
    return ['rope_parameters', 'rope_scaling'].flatMap((name) => {
        const section = text.section(name);
        if (section === undefined)
            return [];
        const inner = [...section.node.entries.values()].flatMap((entry) => entry.value.type === 'dict' ? [section.section(entry.name)] : []);
        return inner.length > 0 ? inner.filter((one) => one !== undefined) : [section];
    });
}
/** What an integer list holds outside of `[0, limit)`, with its place. */
function outside(section, name, limit) {
    return (section.items(name) ?? []).flatMap((item, index) => {
        const value = numberOf(item);
        return value === undefined || (value >= 0 && value < limit)
            ? []
            : [{ value, at: section.at(name, index) }];
    });
}
/** A scalar or list of numbers, each with its place. */
function numbersAt(node, at) {
    const own = numberOf(node);
    if (own !== undefined)
        return [{ value: own, at }];
    if (node.type !== 'list')
        return [];
    return node.items.flatMap((item, index) => numbersAt(item, [...at, index]));
}

;// CONCATENATED MODULE: ./build/src/config/rules/attention.js

/** GPT-NeoX: `attention_config: [[["mamba"], 48]]`, layers without heads. */
function namesMamba(node) {
    if (node?.type === 'list')
        return node.items.some(namesMamba);
    return node?.type === 'str' && node.value === 'mamba';
}
/** Heads, windows and their widths. */
const attentionRules = [
    {
        id: 'config/heads-divide-hidden',
        severity: 'error',
        summary: 'Without head_dim, hidden_size must be a multiple of num_attention_heads: a head is as wide as their quotient.',
        source: 'Megatron-LM arguments.py (kv_channels), vLLM config get_head_size; GPT-NeoX leaves Mamba out',
        example: 'hidden_size: 4096\nnum_attention_heads: 30',
        mend: 'change num_attention_heads or hidden_size, or set head_dim',
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
        mend: 'change num_key_value_heads to a divisor of num_attention_heads',
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
        mend: 'set max_window_layers to num_hidden_layers or less',
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
        mend: 'narrow sliding_window, or switch it off',
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
        mend: 'change one of them',
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
        mend: 'set it to head_dim, or to hidden_size / num_attention_heads',
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
        mend: 'make the parts add up, and the rotating part even',
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

;// CONCATENATED MODULE: ./build/src/config/rules/consistency.js




/** Aliases that transformers and vLLM take for one another; the others of `aliasGroups` belong to different towers. */
const strictAliases = aliasGroups.filter(([name]) => ['num_experts', 'num_experts_per_tok', 'dtype', 'in_channels'].includes(name ?? ''));
function sections({ top, text, vision }) {
    const own = top === text ? [top] : [top, text];
    return vision === undefined ? own : [...own, vision];
}
/** What the text classes of transformers 4 take for tie_word_embeddings; version 5 reads the top level. */
const tiedBefore5 = new Map([
    ['qwen2_vl', false],
    ['qwen2_5_vl', false],
    ['qwen3_vl', false],
    ['qwen3_vl_moe', false],
    ['gemma3', true],
]);
/** Parameters that must agree with each other, wherever they stand. */
const consistencyRules = [
    {
        id: 'config/token-id-range',
        severity: 'error',
        summary: 'Every token id is below vocab_size: the embedding has no row for a larger one. -1 stands for none.',
        source: 'transformers validate_token_ids',
        example: 'vocab_size: 129280\neos_token_id: 151643',
        mend: "use the ids of this model's tokenizer",
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
        mend: 'set both alike',
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
        mend: 'keep one of them',
        *check(model) {
            for (const section of sections(model)) {
                for (const group of strictAliases) {
                    const set = group.flatMap((name) => {
                        const node = section.node.entries.get(name)?.value;
                        return node === undefined ||
                            node.type === 'NoneType' ||
                            node.type === 'list' ||
                            node.type === 'dict'
                            ? []
                            : [{ name, node }];
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
        mend: 'make num_labels, id2label and problem_type fit',
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
        mend: 'use widths that are multiples of the block, if that is not meant',
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

/** Mixtures of experts. */
const expertRules = [
    {
        id: 'config/experts-per-token',
        severity: 'error',
        summary: 'A token uses at least one expert and at most all of them.',
        source: 'torch.topk in the routers of transformers',
        example: 'num_experts: 8\nnum_experts_per_tok: 16',
        mend: 'correct num_experts_per_tok or num_experts',
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
        mend: 'make the groups fit the experts',
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
        mend: 'layers count from 0 to num_hidden_layers - 1',
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
        mend: 'correct first_k_dense_replace',
        *check({ text }) {
            const [first, layers] = [text.int('first_k_dense_replace'), text.int('num_hidden_layers')];
            if (first === undefined || layers === undefined || (first >= 0 && first <= layers))
                return;
            const message = `first_k_dense_replace ${first} is not between 0 and num_hidden_layers ${layers}`;
            yield { at: text.at('first_k_dense_replace'), message };
        },
    },
];

;// CONCATENATED MODULE: ./build/src/config/rules/layers.js


/** transformers configuration_utils ALLOWED_LAYER_TYPES; newer versions may know more, so others only warn when they look misspelt. */
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
/** Lists with an entry for each layer, and lists of layers. */
const layerRules = [
    {
        id: 'config/layer-types',
        severity: 'error',
        summary: 'layer_types has one entry for each layer.',
        needs: ['layer_types'],
        source: 'transformers configuration_utils validate_layer_type',
        example: 'num_hidden_layers: 3\nlayer_types: [sliding_attention, full_attention]',
        mend: 'give layer_types num_hidden_layers entries',
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
        mend: 'change one of them, or leave layer_types out',
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
        mend: 'layers count from 0',
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


/** Keys that each rope_type cannot do without (transformers modeling_rope_utils). */
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
/** Two names of one thing. */
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
/** What `ropeSections` reads. */
const ropeNames = ['rope_parameters', 'rope_scaling'];
/** Rotary position embeddings. */
const ropeRules = [
    {
        id: 'config/mrope-section',
        severity: 'error',
        summary: 'mrope_section splits half of the rotating width in three: time, height, width.',
        needs: ropeNames,
        source: 'MaxText layers/embeddings.py, torchtitan rope.py',
        example: 'head_dim: 128\nrope_scaling: { rope_type: default, mrope_section: [24, 20, 18] }',
        mend: 'make the three numbers add up to half of the rotating width',
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
        mend: 'make head_dim (times partial_rotary_factor) even',
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
        mend: 'set what is missing',
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
        mend: 'keep rope_type only',
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
        mend: 'correct factor, or one of the two lengths',
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
        mend: 'swap the two factors, or correct the length',
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
        mend: 'give half of the rotating width many numbers',
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
        mend: 'keep rope_parameters only, or leave it out',
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
const training_experts = [
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
/** With these, pipeline stages may differ in length. */
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
/** Parallelism, lengths and routers: what Megatron-LM and vLLM assert before they train or serve. */
const trainingRules = [
    {
        id: 'config/tensor-parallel',
        severity: 'error',
        summary: 'Heads divide over the tensor-parallel ranks; so do key-value heads, or the ranks over them.',
        needs: tensor,
        source: 'Megatron-LM transformer_config.py, vLLM config',
        example: 'num_attention_heads: 32\ntensor_model_parallel_size: 6',
        mend: 'use a size that divides the heads',
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
        mend: 'use a size that divides the experts',
        *check(view) {
            const size = view.number(...expert);
            yield* undivided(view.number(...training_experts), size);
            // without layers the model is described elsewhere; a class that is named has defaults of its own
            if (size === undefined || size.value <= 1 || view.has(...training_experts, '_target_'))
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
        mend: 'use a size that divides the layers, or set an uneven split',
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
        mend: 'shorten seq_length, or raise max_position_embeddings',
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
        mend: 'swap them, or correct the exponent',
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
        mend: 'change one of the options',
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
        fails: (view) => view.has('moe_ffn_hidden_size') && !view.has(...training_experts),
    },
    {
        names: ['moe_expert_capacity_factor'],
        message: `moe_expert_capacity_factor works with the balancing types ${balancing.join(', ')} only`,
        fails: (view) => view.has('moe_expert_capacity_factor') &&
            !balancing.includes(view.text('moe_router_load_balancing_type') ?? 'aux_loss'),
    },
];

;// CONCATENATED MODULE: ./build/src/config/rules/values.js


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
/** `attention_dropout`, `hidden_dropout_prob`, `resid_pdrop`, `dropout_rate` … */
const share = /(?:^|_)(?:dropout|pdrop)(?:_prob|_rate|_p)?$/;
const scales = ['rms_norm_eps', 'layer_norm_eps', 'layernorm_epsilon', 'rope_theta', 'initializer_range'];
function values_sections({ top, text, vision }) {
    return [...new Set([top, text])].concat(vision ?? []);
}
/** Models that many configs start from: [hidden, intermediate, layers, heads, experts] → key-value heads. */
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
/** Values that no model can have, or that are most likely a slip. */
const valueRules = [
    {
        id: 'config/not-positive',
        severity: 'error',
        summary: 'Widths, counts and lengths are integers of 1 or more.',
        source: 'every implementation allocates tensors of these sizes',
        example: 'num_hidden_layers: 0',
        mend: 'use an integer of 1 or more',
        *check(model) {
            for (const section of values_sections(model)) {
                for (const name of counts) {
                    const node = section.get(name);
                    if (node === undefined || node.type === 'NoneType' || node.type === 'list' || node.type === 'dict')
                        continue;
                    if (node.type === 'int' && node.value > 0n)
                        continue;
                    // an interpolation is settled when training starts
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
        mend: 'write 0.1 for 10 %',
        *check(model) {
            for (const section of values_sections(model)) {
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
        mend: 'check the exponent: 1.0e-6',
        *check(model) {
            for (const section of values_sections(model)) {
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
        mend: 'swap them back, or switch the rule off for a model of your own',
        *check({ text }) {
            const hidden = text.int('hidden_size');
            if (hidden === undefined || text.get('hidden_size') === undefined)
                return;
            // with experts, intermediate_size may be the width of one of them; models of tests are small in every way
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
        mend: 'use the published number, or switch the rule off for a model of your own',
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

/** The parameter by which a family's tower hands over to the language model. */
function handOver({ modelType = '' }) {
    if (modelType === 'qwen2_vl')
        return 'hidden_size';
    return /^(?:qwen3_vl|qwen2_5_vl|qwen3_5)/.test(modelType) ? 'out_hidden_size' : undefined;
}
/** Vision towers. */
const visionRules = [
    {
        id: 'config/vision-output-width',
        severity: 'error',
        summary: "The vision tower's output is as wide as the language model: their tokens stand in one sequence.",
        needs: ['vision_config'],
        source: 'shapes of merger weights in Qwen-VL checkpoints',
        example: 'text_config: { hidden_size: 2048 }\nvision_config: { out_hidden_size: 4096 }',
        mend: "set the tower's output width to the language model's hidden_size",
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
        mend: 'layers of the tower count from 0 to depth - 1',
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
        mend: 'use the square of the grid, such as 2304 = 48²',
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
        mend: 'change the heads or the width of the tower',
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
        mend: 'use a multiple of patch_size',
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








/** The cross-field rules of a model, in the order of the documentation. */
const modelRules = [
    ...attentionRules,
    ...ropeRules,
    ...expertRules,
    ...layerRules,
    ...visionRules,
    ...consistencyRules,
    ...valueRules,
];
/** Every cross-field rule, those of training configs too. */
const crossFieldRules = [...modelRules, ...trainingRules];

;// CONCATENATED MODULE: ./build/src/config/rules/training-view.js

const training_view_maxDepth = 5;
const training_view_none = [];
/** Parameters of a training config by name, wherever they stand; Megatron's `--num-layers` counts as `num_layers`. */
class TrainingView {
    mappings = [];
    /** Names with dashes, as the rules write them. */
    dashed = new Map();
    constructor(root) {
        if (root !== undefined)
            this.collect(root, []);
    }
    collect(node, path) {
        if (node.type !== 'dict' || path.length >= training_view_maxDepth)
            return;
        this.mappings.push({ node, path });
        for (const { name, value } of node.entries.values()) {
            if (name.includes('-'))
                this.collectDashed({ node: value, path: [...path, name], name });
            if (value.type === 'dict')
                this.collect(value, [...path, name]);
        }
    }
    collectDashed(found) {
        const canonical = found.name.replace(/^--/, '').replaceAll('-', '_');
        const same = this.dashed.get(canonical);
        if (same === undefined)
            this.dashed.set(canonical, [found]);
        else
            same.push(found);
    }
    all(name) {
        const dashed = this.dashed.get(name) ?? training_view_none;
        const holders = this.mappings.filter(({ node }) => node.entries.has(name));
        if (holders.length === 0)
            return dashed;
        const found = holders.flatMap(({ node, path }) => {
            const value = node.entries.get(name)?.value;
            return value === undefined ? [] : [{ node: value, path: [...path, name], name }];
        });
        return [...dashed, ...found];
    }
    /** Whether it is set anywhere, if only to null. */
    sets(name) {
        return this.dashed.has(name) || this.mappings.some(({ node }) => node.entries.has(name));
    }
    /** The one place where a parameter of these names is set; `undefined` where it is not set, or at several places. */
    find(...names) {
        let only;
        for (const name of names) {
            const [first, another] = this.all(name);
            if (first === undefined)
                continue;
            if (only !== undefined || another !== undefined)
                return undefined;
            only = first;
        }
        return only;
    }
    number(...names) {
        const found = this.find(...names);
        const value = found === undefined ? undefined : numberOf(found.node);
        return found === undefined || value === undefined ? undefined : { ...found, value };
    }
    text(name) {
        const node = this.find(name)?.node;
        return node?.type === 'str' ? node.value : undefined;
    }
    flag(name) {
        const node = this.find(name)?.node;
        return node?.type === 'bool' && node.value;
    }
    has(...names) {
        return names.some((name) => this.all(name).some(({ node }) => node.type !== 'NoneType'));
    }
}

;// CONCATENATED MODULE: ./build/src/config/rules/check.js




/** Findings of the cross-field rules on every model config in the document, and on the document as a whole. */
function checkRules(document, models, settings) {
    if (settings.family === 'none')
        return [];
    const findings = [];
    const collect = (rules, subject, isSet) => {
        for (const rule of rules) {
            if (rule.needs?.some(isSet) === false)
                continue;
            for (const violation of rule.check(subject))
                findings.push(check_findingOf(rule, violation, document));
        }
    };
    for (const model of models)
        collect(modelRules, model, (name) => isSetIn(model, name));
    const view = new TrainingView(document.root);
    collect(trainingRules, view, (name) => view.sets(name));
    return findings;
}
function isSetIn({ top, text, vision }, name) {
    return [top, text, vision].some((section) => section?.node.entries.has(name) === true);
}
function check_findingOf(rule, { at, message, help, severity }, document) {
    const place = document.place(at, 'value');
    return {
        rule: rule.id,
        severity: severity ?? rule.severity,
        message: place === undefined ? `${message} (${pathText(at.slice(-1))} is not set: its default counts)` : message,
        help: help ?? rule.mend,
        file: document.file,
        ...(place ?? document.place(at.slice(0, -1), 'key')),
    };
}

;// CONCATENATED MODULE: ./build/src/config/team-schema.js



/** Reads a JSON Schema 2020-12 (JSON or YAML 1.2); a finding where it cannot be used. */
function readTeamSchema(input, file) {
    const document = readDocument(input, { file, dialect: file.endsWith('.json') ? 'json' : 'yaml-1.2' });
    const { value, findings } = document;
    if (document.root === undefined)
        return { findings: findings.map((finding) => ({ ...finding, rule })) };
    if (typeof value !== 'object' || value === null)
        return { findings: [invalid(file, 'it is no mapping')] };
    // ajv compiles schemas with prototypes only
    const schema = JSON.parse(JSON.stringify(value));
    if (typeof schema !== 'object' || schema === null)
        return { findings: [invalid(file, 'it is no mapping')] };
    try {
        (0,ajv.createAjv)().compile(schema);
        return { schema: { file, schema }, findings: [] };
    }
    catch (error) {
        return {
            findings: [
                invalid(file, error instanceof Error ? error.message.slice(0, 300) : 'it cannot be compiled'),
            ],
        };
    }
}
const rule = 'config/schema-invalid';
function invalid(file, problem) {
    return {
        rule,
        severity: 'error',
        file,
        message: `the JSON Schema cannot be used: ${problem}`,
        help: 'mend the schema (draft 2020-12)',
    };
}
/** What a config breaks of the team's schema. */
function teamSchemaFindings(document, { schema, file }) {
    return validateWithSchema(document, schema, { file: document.file, rulePrefix: 'config' }).map((finding) => ({
        ...finding,
        help: finding.help ?? `see ${file}`,
    }));
}

;// CONCATENATED MODULE: ./build/src/config/expression/evaluate.js
/** Values do not fit together: the message says how. */
class BadValue extends Error {
}
/** The value of an expression. A parameter that is not set makes what is computed from it `undefined`. Throws BadValue. */
function evaluate(expression, lookup) {
    if (expression.kind === 'literal')
        return expression.value;
    if (expression.kind === 'name')
        return lookup(expression.name);
    if (expression.kind === 'list')
        return expression.items.map((item) => evaluate(item, lookup));
    if (expression.kind === 'unary')
        return unary(expression.operator, evaluate(expression.operand, lookup));
    if (expression.kind === 'call')
        return call(expression, lookup);
    return binary(expression, lookup);
}
function unary(operator, value) {
    if (value === undefined)
        return undefined;
    if (operator === 'not' || operator === '!')
        return !truth(value);
    return operator === '-' ? -number(value) : number(value);
}
function binary({ operator, left, right }, lookup) {
    const first = evaluate(left, lookup);
    const logical = logic[operator];
    if (logical !== undefined)
        return logical(first, () => evaluate(right, lookup));
    const second = evaluate(right, lookup);
    if (first === undefined || second === undefined)
        return undefined;
    const compare = evaluate_comparisons[operator];
    if (compare !== undefined)
        return compare(first, second);
    return arithmetic[operator]?.(number(first), number(second));
}
/** A side that is not known leaves the whole unknown, unless the other side decides. */
const logic = {
    and: (first, second) => both(first, second),
    '&&': (first, second) => both(first, second),
    or: (first, second) => either(first, second),
    '||': (first, second) => either(first, second),
    implies: (first, second) => (first === undefined || !truth(first) ? true : second()),
};
function both(first, second) {
    if (first !== undefined && !truth(first))
        return false;
    const other = second();
    if (other !== undefined && !truth(other))
        return false;
    return first === undefined || other === undefined ? undefined : true;
}
function either(first, second) {
    if (first !== undefined && truth(first))
        return true;
    const other = second();
    if (other !== undefined && truth(other))
        return true;
    return first === undefined || other === undefined ? undefined : false;
}
const evaluate_comparisons = {
    '==': equal,
    '!=': (a, b) => !equal(a, b),
    '<': (a, b) => order(a, b) < 0,
    '<=': (a, b) => order(a, b) <= 0,
    '>': (a, b) => order(a, b) > 0,
    '>=': (a, b) => order(a, b) >= 0,
    in: contains,
    'not in': (a, b) => !contains(a, b),
};
const arithmetic = {
    '+': (a, b) => a + b,
    '-': (a, b) => a - b,
    '*': (a, b) => a * b,
    '/': (a, b) => a / divisor(b),
    '//': (a, b) => Math.floor(a / divisor(b)),
    // Python's: the sign of the divisor
    '%': (a, b) => a - divisor(b) * Math.floor(a / b),
    '**': (a, b) => a ** b,
};
function divisor(value) {
    if (value === 0)
        throw new BadValue('division by zero');
    return value;
}
function equal(a, b) {
    if (isList(a) && isList(b))
        return a.length === b.length && a.every((item, index) => equal(item, b[index]));
    return typeof a === 'bigint' || typeof b === 'bigint'
        ? isNumber(a) && isNumber(b) && Number(a) === Number(b)
        : a === b;
}
function order(a, b) {
    if (typeof a === 'string' && typeof b === 'string')
        return a < b ? -1 : Number(a > b);
    const difference = number(a) - number(b);
    return Number.isNaN(difference) && number(a) === number(b) ? 0 : difference;
}
function contains(item, list) {
    if (typeof list === 'string' && typeof item === 'string')
        return list.includes(item);
    if (!isList(list))
        throw new BadValue(`"in" needs a list, not ${kind(list)}`);
    return list.some((other) => equal(item, other));
}
function call({ name, args }, lookup) {
    const values = args.map((arg) => evaluate(arg, lookup));
    if (name === 'defined')
        return values.every((value) => value !== undefined && value !== null);
    if (values.includes(undefined))
        return undefined;
    const [first] = values;
    if (name === 'len') {
        if (isList(first) || typeof first === 'string')
            return first.length;
        throw new BadValue(`len() needs a list or a text, not ${kind(first)}`);
    }
    return numeric[name]?.(values.flatMap((value) => (isList(value) ? value : [value])).map(number));
}
const numeric = {
    sum: (values) => values.reduce((total, value) => total + value, 0),
    min: (values) => values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY),
    max: (values) => values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY),
    abs: ([value = 0]) => Math.abs(value),
    floor: ([value = 0]) => Math.floor(value),
    ceil: ([value = 0]) => Math.ceil(value),
    sqrt: ([value = 0]) => Math.sqrt(value),
    // all but the last are multiples of the last
    all_multiples: (values) => values.slice(0, -1).every((value) => value % divisor(values.at(-1) ?? 1) === 0),
};
function truth(value) {
    if (typeof value === 'boolean')
        return value;
    throw new BadValue(`expected true or false, got ${kind(value)}`);
}
function number(value) {
    if (typeof value === 'number')
        return value;
    if (typeof value === 'bigint')
        return Number(value);
    throw new BadValue(`expected a number, got ${kind(value)}`);
}
function isNumber(value) {
    return typeof value === 'number' || typeof value === 'bigint';
}
function isList(value) {
    return Array.isArray(value);
}
function kind(value) {
    if (value === null)
        return 'null';
    if (isList(value))
        return 'a list';
    return typeof value === 'string' ? `the text ${JSON.stringify(value.slice(0, 40))}` : String(value);
}

;// CONCATENATED MODULE: ./build/src/config/expression/tokens.js
/** Something that is no expression; `at` is the offset. */
class BadExpression extends Error {
    at;
    constructor(message, at) {
        super(message);
        this.at = at;
    }
}
const tokens_maxLength = 2000;
const patterns = [
    { kind: 'number', pattern: /(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?/y },
    { kind: 'name', pattern: /[A-Za-z_]\w*(?:\.\w+|\[\d+\])*/y },
    { kind: 'text', pattern: /"[^"\\]*"|'[^'\\]*'/y },
    { kind: 'operator', pattern: /\/\/|<=|>=|==|!=|\*\*|&&|\|\||[-+*/%<>!(),[\]?:]/y },
];
/** Splits an expression; a name may hold dots and indexes (`text_config.layers[0]`). Throws BadExpression. */
function tokenize(source) {
    if (source.length > tokens_maxLength)
        throw new BadExpression(`longer than ${tokens_maxLength} characters`, 0);
    const tokens = [];
    let at = 0;
    for (;;) {
        while (/\s/.test(source[at] ?? ''))
            at += 1;
        if (at >= source.length)
            return [...tokens, { kind: 'end', value: '', at }];
        const token = tokenAt(source, at);
        tokens.push(token.token);
        at += token.length;
    }
}
function tokenAt(source, at) {
    for (const { kind, pattern } of patterns) {
        pattern.lastIndex = at;
        const text = pattern.exec(source)?.[0];
        if (text === undefined)
            continue;
        return { token: tokenOf(kind, text, at), length: text.length };
    }
    throw new BadExpression(`unexpected ${JSON.stringify(source[at])}`, at);
}
function tokenOf(kind, text, at) {
    if (kind === 'number')
        return { kind, value: Number(text), at };
    return { kind, value: kind === 'text' ? text.slice(1, -1) : text, at };
}

;// CONCATENATED MODULE: ./build/src/config/expression/parse.js

/** Loosest first; `implies` reads "if the left holds, the right must". */
const levels = [
    ['implies'],
    ['or', '||'],
    ['and', '&&'],
    ['==', '!=', '<', '<=', '>', '>=', 'in', 'not in'],
    ['+', '-'],
    ['*', '/', '//', '%'],
];
const constants = new Map([
    ['true', true],
    ['True', true],
    ['false', false],
    ['False', false],
    ['null', null],
    ['None', null],
]);
const functionNames = [
    'len',
    'sum',
    'min',
    'max',
    'abs',
    'floor',
    'ceil',
    'sqrt',
    'defined',
    'all_multiples',
];
const expression_parse_maxDepth = 50;
/** The tree of an expression. Throws BadExpression. */
function parseExpression(source) {
    const parser = new parse_Parser(tokenize(source));
    return parser.whole();
}
class parse_Parser {
    tokens;
    at = 0;
    depth = 0;
    constructor(tokens) {
        this.tokens = tokens;
    }
    whole() {
        const expression = this.level(0);
        const rest = this.peek();
        if (rest.kind !== 'end')
            throw new BadExpression(`unexpected ${rest.value}`, rest.at);
        return expression;
    }
    level(index) {
        const operators = levels[index];
        if (operators === undefined)
            return this.unary();
        if (operators.includes('and'))
            return this.binary(index, operators, () => this.negation(index + 1));
        return this.binary(index, operators, () => this.level(index + 1));
    }
    binary(index, operators, next) {
        let left = next();
        for (let operator = this.operator(operators); operator !== undefined; operator = this.operator(operators)) {
            // "a implies b implies c" is read from the right
            const right = index === 0 ? this.deeper(() => this.level(0)) : next();
            left = { kind: 'binary', operator, left, right };
        }
        return left;
    }
    negation(index) {
        if (!this.take('not') && !this.take('!'))
            return this.level(index);
        return { kind: 'unary', operator: 'not', operand: this.deeper(() => this.negation(index)) };
    }
    operator(operators) {
        const { kind, value } = this.peek();
        if (kind !== 'operator' && kind !== 'name')
            return undefined;
        if (value === 'not' && operators.includes('not in') && this.tokens[this.at + 1]?.value === 'in') {
            this.at += 2;
            return 'not in';
        }
        if (!operators.includes(value))
            return undefined;
        this.at += 1;
        return value;
    }
    unary() {
        for (const operator of ['-', '+', '!', 'not']) {
            if (this.take(operator))
                return { kind: 'unary', operator, operand: this.deeper(() => this.unary()) };
        }
        const base = this.primary();
        if (!this.take('**'))
            return base;
        return { kind: 'binary', operator: '**', left: base, right: this.deeper(() => this.unary()) };
    }
    primary() {
        const token = this.peek();
        this.at += 1;
        if (token.kind === 'number' || token.kind === 'text')
            return { kind: 'literal', value: token.value };
        if (token.kind === 'name')
            return this.name(token.value, token.at);
        if (token.value === '(') {
            const inner = this.deeper(() => this.level(0));
            this.expect(')');
            return inner;
        }
        if (token.value === '[')
            return { kind: 'list', items: this.items(']') };
        throw new BadExpression(token.kind === 'end' ? 'the expression ends too early' : `unexpected ${token.value}`, token.at);
    }
    name(name, at) {
        const constant = constants.get(name);
        if (constant !== undefined)
            return { kind: 'literal', value: constant };
        if (!this.take('('))
            return { kind: 'name', name };
        if (!functionNames.includes(name)) {
            throw new BadExpression(`there is no function ${name}; there are ${functionNames.join(', ')}`, at);
        }
        return { kind: 'call', name, args: this.items(')') };
    }
    items(close) {
        const items = [];
        if (this.take(close))
            return items;
        do
            items.push(this.deeper(() => this.level(0)));
        while (this.take(','));
        this.expect(close);
        return items;
    }
    deeper(read) {
        this.depth += 1;
        if (this.depth > expression_parse_maxDepth)
            throw new BadExpression('nested too deep', this.peek().at);
        const value = read();
        this.depth -= 1;
        return value;
    }
    take(value) {
        const token = this.peek();
        if (token.kind === 'text' || token.value !== value)
            return false;
        this.at += 1;
        return true;
    }
    expect(value) {
        const token = this.peek();
        if (!this.take(value))
            throw new BadExpression(`expected ${value}`, token.at);
    }
    peek() {
        return this.tokens[Math.min(this.at, this.tokens.length - 1)] ?? { kind: 'end', value: '', at: 0 };
    }
}

;// CONCATENATED MODULE: ./build/src/config/expression/check.js






/** Findings of the team's own rules. A rule whose parameters are not set says nothing; one that cannot be evaluated fails. */
function checkExpressions(document, rules) {
    return rules.flatMap((rule) => {
        const finding = checkOne(document, rule);
        return finding === undefined ? [] : [finding];
    });
}
function checkOne(document, rule) {
    const names = new Names(document);
    try {
        const expression = parseExpression(rule.check);
        const result = evaluate(expression, (name) => names.value(name));
        if (result === true || result === undefined)
            return undefined;
        if (result !== false)
            return broken(document, rule, 'it gives no true or false');
        return failed(document, rule, names);
    }
    catch (error) {
        if (error instanceof BadExpression)
            return broken(document, rule, `${error.message} (at character ${error.at + 1})`);
        if (error instanceof BadValue)
            return broken(document, rule, error.message, names.place());
        throw error;
    }
}
function ruleId(rule) {
    return rule.id.startsWith('config/') ? rule.id : `config/${rule.id}`;
}
function failed(document, rule, names) {
    const told = names.told();
    const message = rule.message ?? `${rule.check} does not hold`;
    return {
        rule: ruleId(rule),
        severity: rule.severity ?? 'error',
        message: told === '' ? message : `${message} (${told})`,
        file: document.file,
        ...names.place(),
        help: `the policy demands: ${rule.check}`,
    };
}
function broken(document, rule, problem, place = {}) {
    return {
        rule: 'config/expression',
        severity: 'error',
        message: `the rule ${rule.id} cannot be evaluated: ${problem}`,
        file: document.file,
        ...place,
        help: `mend the rule in the policy, or the value: ${rule.check}`,
    };
}
/** Looks names up: as a path from the top, else in the model's sections, else under an alias. */
class Names {
    document;
    used = new Map();
    constructor(document) {
        this.document = document;
    }
    value(name) {
        const found = this.find(name);
        if (found === undefined)
            return undefined;
        this.used.set(name, found);
        return check_valueOf(found.node);
    }
    find(name) {
        const steps = check_pathOf(name);
        const models = findModels(this.document.root);
        const starts = [
            [],
            ...models.flatMap(({ top, text, vision }) => [text.path, top.path, vision?.path ?? text.path]),
        ];
        for (const first of namesOf(String(steps[0]))) {
            for (const start of starts) {
                const path = [...start, first, ...steps.slice(1)];
                const node = nodeAt(this.document.root, path);
                if (node !== undefined)
                    return { node, path };
            }
        }
        return undefined;
    }
    /** `num_experts 128, expert_parallel_size 12` */
    told() {
        return [...this.used]
            .slice(0, 6)
            .map(([name, { node }]) => `${name} is ${check_shown(node)}`)
            .join(', ');
    }
    /** Where the last parameter stands that the rule looked at. */
    place() {
        const last = [...this.used.values()].at(-1);
        return last === undefined ? {} : (this.document.place(last.path, 'value') ?? {});
    }
}
function namesOf(name) {
    const group = aliasGroups.find((names) => names.includes(name)) ?? [];
    return [name, ...group.filter((other) => other !== name)];
}
function check_pathOf(name) {
    return name.split(/[.[\]]/).filter((step) => step !== '');
}
function check_valueOf(node) {
    if (node.type === 'list')
        return node.items.map(check_valueOf);
    if (node.type === 'dict')
        throw new BadValue('a mapping is no value');
    if (node.type === 'bytes')
        return scalarText(node);
    return node.value;
}
function check_shown(node) {
    if (node.type === 'dict' || node.type === 'list')
        return `a ${node.type}`;
    const text = scalarText(node);
    return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
/** What is wrong with the text of a rule; `undefined` where it can be evaluated. */
function expressionProblem(check) {
    try {
        return namesParameter(parseExpression(check)) ? undefined : 'it names no parameter';
    }
    catch (error) {
        if (error instanceof BadExpression)
            return `${error.message} (at character ${error.at + 1})`;
        throw error;
    }
}
function namesParameter(expression) {
    if (expression.kind === 'name')
        return true;
    if (expression.kind === 'unary')
        return namesParameter(expression.operand);
    if (expression.kind === 'binary')
        return namesParameter(expression.left) || namesParameter(expression.right);
    if (expression.kind === 'list')
        return expression.items.some(namesParameter);
    return expression.kind === 'call' && expression.args.some(namesParameter);
}

;// CONCATENATED MODULE: ./build/src/config/size/expected.js

const units = new Map([
    ['', 1],
    ['k', 1e3],
    ['m', 1e6],
    ['b', 1e9],
    ['t', 1e12],
]);
/** `31.07B ± 0.5%`, `8B +- 1%`, `31,070,754,032`; without a tolerance, half of the last digit that is given, so `8B` is 7.5 to 8.5 B. */
function parseExpectation(text) {
    const match = /^\s*([\d,_]+)(?:\.(\d+))?\s*([kmbt]?)\s*(?:(?:±|\+\/?-)\s*([\d.]+)\s*%)?\s*$/i.exec(text.slice(0, 60));
    if (match === null)
        return undefined;
    const [, whole = '', fraction = '', unit = '', percent] = match;
    const scale = units.get(unit.toLowerCase()) ?? 1;
    const count = Number(`${whole.replaceAll(/[,_]/g, '')}.${fraction}`) * scale;
    if (!Number.isFinite(count) || count <= 0)
        return undefined;
    const half = unit === '' ? 0 : (scale * 10 ** -fraction.length) / 2;
    const tolerance = percent === undefined ? half / count : Number(percent) / 100;
    return Number.isNaN(tolerance) ? undefined : { count, tolerance };
}
/** Whether a model has the parameters that were expected. */
function expectedCountFindings(file, expected, summary) {
    const finding = (message, help) => [
        { rule: 'config/parameter-count', severity: 'error', message, help, file },
    ];
    const wanted = parseExpectation(expected);
    if (wanted === undefined) {
        return finding(`expect-parameters cannot be read: ${expected.slice(0, 60)}`, 'write it as 31.07B ± 0.5%');
    }
    if (summary === undefined) {
        return finding(`${expected} parameters are expected, but this model's parameters cannot be counted`, 'name the family in the policy, or complete the config');
    }
    const { total } = summary.counts;
    const off = Math.abs(Number(total) - wanted.count) / wanted.count;
    if (off <= wanted.tolerance + 1e-12)
        return [];
    const percent = `${(off * 100).toPrecision(3)} % off`;
    return finding(`the model has ${summary_digits(total)} parameters (${billions(total)}), not ${expected}: ${percent}`, 'correct the config, or the number that is expected');
}

;// CONCATENATED MODULE: ./build/src/config/judge.js

















/** One config, judged as its reader will hold it: text, registry, cross-field rules, and what changed. */
function judgeConfigFile(input) {
    const { head, base, settings } = input;
    const changes = head.root === undefined ? [] : valueChanges(base?.root, head.root, kindOf(input));
    const models = countModels(head, settings);
    const summary = firstSummary(models);
    const baseModels = base === head ? models : base && countModels(base, settings);
    const baseSummary = baseModels && firstSummary(baseModels);
    const faults = allFindings(input, models);
    const reshaped = shapeChange(head.file, summary, baseSummary);
    const found = [
        ...faults,
        ...atModel(head, models, [
            ...(models.length === 0 ? [] : checkpointFit(input, summary)),
            ...reshaped,
            ...expectedCount(input, summary, models.length > 0 || baseSummary !== undefined, faults),
        ]),
        ...uncountedFindings(head, models),
        ...defaultSizeFindings(head, models),
        ...(base === undefined ? [] : structuralFindings(head, changes, settings, input.registry)),
    ];
    return {
        file: head.file,
        findings: withoutEchoes(applyOverrides(found, settings.rules)),
        changes: base === undefined ? [] : changes,
        isNew: base === undefined,
        change: head.root === undefined || reshaped.length > 0 ? 'structural' : changeClass(changes),
        ...(summary === undefined ? {} : { summary: sizeOf(summary) }),
        ...(baseSummary === undefined ? {} : { baseSummary: sizeOf(baseSummary) }),
        unregistered: unregisteredOf(input, faults),
    };
}
function unregisteredOf({ head, registry }, findings) {
    const isUnknown = ({ rule }) => unknownRules.has(rule);
    return registry === undefined || !findings.some(isUnknown) ? new Map() : missingLines(head, registry);
}
const unknownRules = new Set(['config/unregistered-parameter', 'config/misspelt-parameter']);
function allFindings({ head, registry, schema, settings }, models) {
    if (head.root === undefined)
        return [...head.findings];
    const expected = (path) => (registry === undefined ? undefined : parameterAt(registry, path)?.types);
    return [
        ...head.findings,
        ...noParametersFindings(head),
        ...head.describe(findHazards(head.root, head.dialect, expected)),
        ...(registry === undefined ? [] : checkAgainstRegistry(head, registry, settings.strict)),
        ...checkRules(head, models.map(({ model }) => model), settings),
        ...checkExpressions(head, settings.expressions),
        ...(schema === undefined ? [] : teamSchemaFindings(head, schema)),
    ];
}
/** Whether the checkpoint that is named fits. */
function checkpointFit({ head, checkpoint }, summary) {
    return checkpoint === undefined ? [] : checkpointFindings(head.file, summary?.architecture, checkpoint);
}
/** Whether checkpoints that were made with the config of the merge base still load. */
function shapeChange(file, now, before) {
    if (now === undefined || before === undefined || now === before)
        return [];
    const change = shapeChangeFinding(file, before.architecture, now.architecture);
    return change === undefined ? [] : [change];
}
/** The size that the policy insists on, of what is a model or was one. Where other errors keep it from being counted, those are to mend. */
function expectedCount({ head, settings: { expectParameters } }, summary, isModel, faults) {
    if (expectParameters === undefined || !isModel)
        return [];
    if (summary === undefined && faults.some(({ severity }) => severity === 'error'))
        return [];
    return expectedCountFindings(head.file, expectParameters, summary);
}
/** What is said of a model as a whole stands where the model does. */
function atModel(head, [first], findings) {
    if (first === undefined || findings.length === 0)
        return [...findings];
    const { text } = first.model;
    const place = head.place(text.path, 'key') ?? head.place(text.at('model_type'), 'key') ?? {};
    return findings.map((finding) => (finding.file === head.file ? { ...place, ...finding } : finding));
}
/** Rules that have nothing to add where another error stands at the same place. */
const echoes = new Set(['config/not-positive', 'config/expression', 'config/structural-without-reason']);
/** A value that is wrong, or a name that is misspelt, is told once. */
function withoutEchoes(findings) {
    const placeOf = ({ line, column }) => `${line}:${column}`;
    const errors = findings.filter(({ rule, severity }) => severity === 'error' && !echoes.has(rule));
    const told = new Set(errors.map(placeOf));
    return findings.filter((finding) => !echoes.has(finding.rule) || finding.line === undefined || !told.has(placeOf(finding)));
}
/**
 * As the registry of the base says. What it does not know is structural, unless its name says tuning: a registry that comes
 * with the change may make that stricter, never lighter.
 */
function kindOf({ registry, baseRegistry }) {
    const registered = (path, by) => by === undefined ? undefined : parameterAt(by, path)?.kind;
    return (path) => {
        const known = registered(path, baseRegistry);
        if (known !== undefined)
            return known;
        const name = path.findLast((step) => typeof step === 'string');
        const isTuning = name !== undefined && isTuningName(name) && registered(path, registry) !== 'structural';
        return isTuning ? 'tuning' : 'structural';
    };
}

// EXTERNAL MODULE: ./build/src/kernel/pattern/compile.js + 2 modules
var compile = __nccwpck_require__(1825);
;// CONCATENATED MODULE: ./build/src/config/registry/contradictions.js


/** Of a parameter and of each item of a list. */
const constraintChecks = [
    rangeProblem,
    multipleProblem,
    enumProblem,
    patternProblem,
    misplaced,
];
const checks = [
    ...constraintChecks.flatMap((check) => [
        (parameter) => check(parameter),
        ({ items }) => (items === undefined ? undefined : check(items)),
    ]),
    ({ types, items }) => items === undefined || types === undefined || types.has('list')
        ? undefined
        : 'items apply to a list, and its type is not list',
    (parameter) => parameter.required && parameter.deprecated !== undefined
        ? 'it is required and deprecated at once'
        : undefined,
    unknownReplacement,
    belowValue,
    (parameter) => (parameter.steps.includes('') ? 'its path has an empty step' : undefined),
    (parameter) => parameter.steps.slice(0, -1).includes('**') ? '** may stand only at the end of a path' : undefined,
];
/** What in a registry contradicts itself: no config could satisfy it, or it would never apply. */
function contradictions(registry, document) {
    return [...registry.parameters.values()].flatMap((parameter) => checks.flatMap((check) => {
        const problem = check(parameter, registry);
        return problem === undefined ? [] : [contradictions_findingOf(parameter, problem, document)];
    }));
}
function contradictions_findingOf(parameter, problem, document) {
    return {
        rule: 'config/registry-invalid',
        severity: 'error',
        message: `${parameter.path}: ${problem}`,
        file: document.file,
        ...document.place(['parameters', parameter.path], 'key'),
        help: 'mend the registry',
    };
}
function rangeProblem({ min, max, minItems, maxItems }) {
    if (min !== undefined && max !== undefined && min > max)
        return `min ${min} is above max ${max}`;
    if (minItems === undefined || maxItems === undefined || minItems <= maxItems)
        return undefined;
    return `min-items ${minItems} is above max-items ${maxItems}`;
}
/** A hair's breadth for float64: 0.3 is a multiple of 0.1. */
const hair = 1e-9;
function isMultiple(value, of) {
    return Math.abs(Math.round(value / of) - value / of) < hair;
}
function multipleProblem({ min, max, multipleOf }) {
    if (min === undefined || max === undefined || multipleOf === undefined || min > max)
        return undefined;
    if (Math.floor(max / multipleOf + hair) >= Math.ceil(min / multipleOf - hair))
        return undefined;
    return `no multiple of ${multipleOf} lies between min ${min} and max ${max}`;
}
function enumProblem(constraints) {
    for (const value of constraints.enum ?? []) {
        const fault = enumFault(value, constraints);
        if (fault !== undefined)
            return `its enum allows ${JSON.stringify(value)}, which is ${fault}`;
    }
    return undefined;
}
/** What the other constraints say of a value that an enumeration allows. */
function enumFault(value, constraints) {
    const { min, max, multipleOf, types } = constraints;
    if (types !== undefined && !kindsOf(value).some((kind) => types.has(kind)))
        return 'not of its type';
    if (typeof value === 'string')
        return compiledPattern(constraints)?.test(value) === false ? 'not matched by its pattern' : undefined;
    if (typeof value !== 'number')
        return undefined;
    if (value < (min ?? value) || value > (max ?? value))
        return 'outside min and max';
    return multipleOf === undefined || isMultiple(value, multipleOf)
        ? undefined
        : `no multiple of ${multipleOf}`;
}
function kindsOf(value) {
    if (value === null)
        return ['NoneType'];
    if (typeof value === 'number')
        return ['int', 'float'];
    if (typeof value === 'boolean')
        return ['bool'];
    if (Array.isArray(value))
        return ['list'];
    return typeof value === 'string' ? ['str', 'date', 'datetime'] : ['dict'];
}
function patternProblem({ pattern }) {
    const compiled = pattern === undefined ? undefined : (0,compile/* compilePattern */.E)(pattern);
    return compiled === undefined || compiled.ok
        ? undefined
        : `its pattern cannot be used: ${compiled.problem}`;
}
function compiledPattern({ pattern }) {
    const compiled = pattern === undefined ? undefined : (0,compile/* compilePattern */.E)(pattern);
    return compiled?.ok === true ? compiled.pattern : undefined;
}
/** Which types a constraint says something of; with none of them it would never apply. */
const appliesTo = [
    { name: 'min', of: ({ min }) => min, types: ['int', 'float'], what: 'numbers' },
    { name: 'max', of: ({ max }) => max, types: ['int', 'float'], what: 'numbers' },
    { name: 'multiple-of', of: ({ multipleOf }) => multipleOf, types: ['int', 'float'], what: 'numbers' },
    { name: 'pattern', of: ({ pattern }) => pattern, types: ['str'], what: 'text' },
    { name: 'min-items', of: ({ minItems }) => minItems, types: ['list'], what: 'lists' },
    { name: 'max-items', of: ({ maxItems }) => maxItems, types: ['list'], what: 'lists' },
];
function misplaced(constraints) {
    const { types } = constraints;
    if (types === undefined)
        return undefined;
    const wrong = appliesTo.find(({ of, types: wanted }) => of(constraints) !== undefined && !wanted.some((type) => types.has(type)));
    return wrong && `${wrong.name} applies to ${wrong.what}, and its type is ${[...types].join(' or ')}`;
}
function belowValue({ steps, types }, registry) {
    if (types === undefined || types.has('dict') || types.has('list'))
        return undefined;
    const node = steps.reduce((above, step) => above?.children.get(step), registry.root);
    const [below] = node?.children.keys() ?? [];
    return below === undefined
        ? undefined
        : `its type is ${[...types].join(' or ')}, and yet ${below} is registered below it: add dict`;
}
function unknownReplacement(parameter, registry) {
    const { replacedBy } = parameter;
    if (replacedBy === undefined || parameterAt(registry, replacedBy.split('.')) !== undefined)
        return undefined;
    return `it is replaced by ${replacedBy}, which is not registered`;
}

;// CONCATENATED MODULE: ./build/src/config/registry/schema.js
/** What a registry may hold; published as schema/registry.schema.json. */
const typeNames = [
    'int',
    'float',
    'number',
    'str',
    'bool',
    'null',
    'list',
    'dict',
    'date',
    'datetime',
    'any',
];
const type = {
    description: 'The Python type the value must have. float accepts an int, number is int or float; several with a list.',
    oneOf: [
        { enum: typeNames },
        { type: 'array', minItems: 1, maxItems: 11, uniqueItems: true, items: { enum: typeNames } },
    ],
};
const constraints = {
    type,
    min: { type: 'number', description: 'Smallest value that is allowed.' },
    max: { type: 'number', description: 'Largest value that is allowed.' },
    'multiple-of': { type: 'number', exclusiveMinimum: 0, description: 'The value is a multiple of this.' },
    enum: { type: 'array', minItems: 1, maxItems: 1000, description: 'The only values that are allowed.' },
    pattern: {
        type: 'string',
        maxLength: 500,
        description: 'A regular expression that a text value must match; without back-references and look-around.',
    },
    'min-items': { type: 'integer', minimum: 0, description: 'Least length of a list.' },
    'max-items': { type: 'integer', minimum: 0, description: 'Greatest length of a list.' },
};
const schema_text = { type: 'string', maxLength: 2000 };
const parameter = {
    type: ['object', 'null'],
    additionalProperties: false,
    properties: {
        ...constraints,
        items: {
            description: 'What each item of a list must be.',
            type: 'object',
            additionalProperties: false,
            properties: constraints,
        },
        required: { type: 'boolean', description: 'Every config that holds the mapping around it must set it.' },
        kind: {
            enum: ['structural', 'tuning'],
            description: 'structural (default): the model differs with it; tuning: only its training does.',
        },
        owner: { ...schema_text, description: 'Who answers for it, such as @team/architecture.' },
        since: { type: ['string', 'number'], description: 'The version that brought it.' },
        deprecated: { type: ['string', 'boolean'], description: 'Not to be used any more, and why.' },
        'replaced-by': { ...schema_text, description: 'The parameter to use instead.' },
        doc: { ...schema_text, description: 'What it does, in a sentence.' },
    },
};
const registrySchema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'model-gates registry of model parameters',
    type: 'object',
    additionalProperties: false,
    required: ['parameters'],
    properties: {
        version: { const: 1 },
        reasons: {
            type: 'array',
            maxItems: 1000,
            description: 'Why a structural parameter gets another value: intent, for exactly this value.',
            items: {
                type: 'object',
                additionalProperties: false,
                required: ['parameter', 'to', 'reason'],
                properties: {
                    parameter: { ...schema_text, description: 'Its path in the config.' },
                    to: { description: 'The new value; null for a parameter that is removed.' },
                    reason: { type: 'string', minLength: 10, maxLength: 2000 },
                },
            },
        },
        parameters: {
            type: 'object',
            description: 'Dotted path → what it must be. `*` stands for one key or list index, `**` at the end for everything below.',
            propertyNames: { maxLength: 300 },
            maxProperties: 5000,
            additionalProperties: parameter,
        },
    },
};

;// CONCATENATED MODULE: ./build/src/config/registry/read.js




/** Reads a registry (YAML 1.2 or JSON) and checks it against its schema and against itself. */
function readRegistry(input, file) {
    const document = readDocument(input, { file, dialect: file.endsWith('.json') ? 'json' : 'yaml-1.2' });
    const findings = [
        ...document.findings,
        ...validateWithSchema(document, registrySchema, { file, rulePrefix: 'config', prepared: 'registry' }),
    ];
    const errors = findings.map((finding) => ({ ...finding, rule: 'config/registry-invalid' }));
    if (errors.some(({ severity }) => severity === 'error'))
        return { registry: undefined, findings: errors, document };
    const parameters = new Map(parametersOf(document.value).map((parameter) => [parameter.path, parameter]));
    const registry = {
        file,
        parameters,
        root: treeOf(parameters.values()),
        reasons: reasonsOf(document.value),
    };
    const wrong = contradictions(registry, document);
    return { registry: wrong.length > 0 ? undefined : registry, findings: [...errors, ...wrong], document };
}
function reasonsOf(value) {
    const reasons = fields(value)['reasons'];
    return (Array.isArray(reasons) ? reasons : []).map((entry) => {
        const { parameter, to, reason } = fields(entry);
        return { parameter: String(parameter), to, reason: String(reason) };
    });
}
function parametersOf(value) {
    const parameters = fields(fields(value)['parameters']);
    return Object.entries(parameters).map(([path, spec]) => parameterOf(path, fields(spec)));
}
function parameterOf(path, spec) {
    return {
        path,
        steps: path.split('.'),
        ...constraintsOf(spec),
        ...(spec['items'] === undefined ? {} : { items: constraintsOf(fields(spec['items'])) }),
        required: spec['required'] === true,
        kind: spec['kind'] === 'tuning' ? 'tuning' : 'structural',
        ...texts(spec),
    };
}
function texts(spec) {
    const deprecated = spec['deprecated'] === true ? 'deprecated' : spec['deprecated'];
    return {
        ...read_text('owner', spec['owner']),
        ...read_text('since', spec['since']),
        ...read_text('deprecated', deprecated === false ? undefined : deprecated),
        ...read_text('replacedBy', spec['replaced-by']),
        ...read_text('doc', spec['doc']),
    };
}
function read_text(key, value) {
    const made = {};
    if (typeof value === 'string' || typeof value === 'number')
        made[key] = String(value);
    return made;
}
function constraintsOf(spec) {
    return {
        types: read_typesOf(spec['type']),
        ...read_number('min', spec['min']),
        ...read_number('max', spec['max']),
        ...read_number('multipleOf', spec['multiple-of']),
        ...read_number('minItems', spec['min-items']),
        ...read_number('maxItems', spec['max-items']),
        ...(Array.isArray(spec['enum']) ? { enum: spec['enum'] } : {}),
        ...read_text('pattern', spec['pattern']),
    };
}
function read_number(key, value) {
    const made = {};
    if (typeof value === 'number')
        made[key] = value;
    return made;
}
/** A type of the registry → Python's types. A float parameter may be written as an int: Python computes the same. */
const typeTable = {
    int: ['int'],
    float: ['float', 'int'],
    number: ['int', 'float'],
    str: ['str'],
    bool: ['bool'],
    null: ['NoneType'],
    list: ['list'],
    dict: ['dict'],
    date: ['date'],
    datetime: ['datetime'],
};
function read_typesOf(value) {
    const names = [value].flat();
    if (value === undefined || names.includes('any'))
        return undefined;
    // a bare `null` in YAML is the type null
    return new Set(names.flatMap((name) => typeTable[typeof name === 'string' ? name : 'null'] ?? []));
}
function fields(value) {
    const made = Object.create(null);
    return typeof value === 'object' && value !== null ? Object.assign(made, value) : made;
}
function treeOf(parameters) {
    const root = { children: new Map() };
    for (const parameter of parameters) {
        let node = root;
        for (const step of parameter.steps) {
            const child = node.children.get(step) ?? { children: new Map() };
            node.children.set(step, child);
            node = child;
        }
        node.parameter = parameter;
    }
    return root;
}

;// CONCATENATED MODULE: ./build/src/config/change/habits.js



/** Fewer configs, or a smaller share of them, are slips. */
const least = 3;
const leastShare = 0.05;
/** What configs that are in use would be blamed for, judged with the registry that was derived from them. */
function standingFaultsOf(documents, registryText, settings) {
    const { registry } = readRegistry(Buffer.from(registryText), settings.registry);
    const broken = documents.map((head) => {
        const input = { head, settings, ...(registry === undefined ? {} : { registry }) };
        const errors = judgeConfigFile(input).findings.filter(({ severity }) => severity === 'error');
        return { file: head.file, rules: new Set(errors.map(({ rule }) => rule)) };
    });
    const counts = new Map();
    for (const { rules } of broken)
        for (const rule of rules)
            counts.set(rule, (counts.get(rule) ?? 0) + 1);
    const isHabit = ([rule, files]) => !fixedRules.has(rule) && files >= least && files >= documents.length * leastShare;
    const habits = new Map([...counts].filter(isHabit));
    const faulty = broken.filter(({ rules }) => [...rules].some((rule) => !habits.has(rule)));
    return { habits, faulty: faulty.map(({ file }) => file) };
}

;// CONCATENATED MODULE: ./build/src/config/change/standing.js
/**
 * Faults of a config that a change leaves as it is. Those that the merge base finds in it too are no reason to stop the change,
 * and become warnings; what only the new registry or schema finds stays an error.
 */
function standingFaults(now, atBase) {
    const known = new Set(atBase.map(identity));
    return now.map((finding) => {
        if (finding.severity !== 'error' || !known.has(identity(finding)))
            return finding;
        return { ...finding, severity: 'warning', message: `${finding.message}; it was so before this change` };
    });
}
function identity({ rule, line, column, message }) {
    return JSON.stringify([rule, line, column, message]);
}

;// CONCATENATED MODULE: ./build/src/documents/dialect.js
/** How the training code reads the file; see docs/dialects.md. */
const dialects = (/* unused pure expression or super */ null && (['pyyaml', 'omegaconf', 'yaml-1.2']));
/** How a file is read: JSON by its name, everything else in the dialect that is set. */
function dialectOf(file, settings) {
    return /\.json$/i.test(file) ? 'json' : settings.dialect;
}

;// CONCATENATED MODULE: ./build/src/kernel/compare.js
/** Order of texts. */
/** Code-unit order, the same on every machine whatever its locale. */
function compareText(a, b) {
    return a < b ? -1 : Number(a > b);
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
function model_allFindings(report) {
    return [...report.findings, ...(report.reports ?? []).flatMap(model_allFindings)];
}
/**
 * Whether the merge must stop: on `fail`, and on `inconclusive` with an error in it (no baseline, unreadable results).
 * `inconclusive` with warnings only is what a policy chose to let through, said aloud.
 */
function blocks(report) {
    if (report.verdict === 'fail')
        return true;
    return (report.verdict === 'inconclusive' && model_allFindings(report).some(({ severity }) => severity === 'error'));
}
/** Exit code of the CLI: 0 pass, exempt, skipped; 1 fail; 3 inconclusive. */
function exitCodeOf(verdict) {
    if (verdict === 'fail')
        return 1;
    return verdict === 'inconclusive' ? 3 : 0;
}

;// CONCATENATED MODULE: ./build/src/kernel/text.js
/** Measures and cuts of text, shared by the renderers. */
/** Length in bytes of UTF-8: never less than the number of UTF-16 code units or of characters, so safe for any limit. */
function byteLength(text) {
    return Buffer.byteLength(text, 'utf8');
}
/** The text, or its first `max - 1` code units and `…`; never half of a surrogate pair. */
function clip(text, max) {
    if (text.length <= max)
        return text;
    const cut = text.slice(0, Math.max(0, max - 1));
    return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}
/** `1 error`, `3 errors`, `12,400 rows`: the same on every machine, whatever its locale. */
function count(n, noun) {
    return `${grouped(n)} ${noun}${n === 1 ? '' : 's'}`;
}
/** `31,070,754,032`. */
function grouped(n) {
    return String(n).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
/** `a`, `a and b`, `a, b and c`. */
function enumerate(parts) {
    const last = parts.at(-1) ?? '';
    return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}
/** Milliseconds as a person says them: `0.4 s`, `12 s`, `3 min 5 s`; empty where unknown. */
function duration(ms) {
    if (ms === undefined || !Number.isFinite(ms))
        return '';
    const seconds = Math.max(0, ms) / 1000;
    if (seconds < 9.95)
        return `${seconds.toFixed(1)} s`;
    const whole = Math.round(seconds);
    return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
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

;// CONCATENATED MODULE: ./build/src/config/checkpoint/shard-index.js
/** A `*.safetensors.index.json`; what is wrong with it as text. */
function readShardIndex(text) {
    const index = objectOf(parse(text));
    const map = objectOf(index?.get('weight_map'));
    if (map === undefined)
        return 'it has no weight_map';
    const tensors = new Map();
    for (const [tensor, shard] of map) {
        if (typeof shard !== 'string' || !/^[^/\\]+$/.test(shard) || shard.startsWith('..')) {
            return `the shard of ${tensor.slice(0, 100)} is no file name`;
        }
        tensors.set(tensor, shard);
    }
    const total = objectOf(index?.get('metadata'))?.get('total_size');
    return { tensors, totalBytes: typeof total === 'number' ? total : undefined };
}
function parse(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function objectOf(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value)
        ? new Map(Object.entries(value))
        : undefined;
}

;// CONCATENATED MODULE: ./build/src/config/checkpoint/header.js
/** The format's own limit (safetensors, README "Format"). */
const maxHeaderBytes = 100_000_000;
/** Bytes in front of the header: its length, u64 little-endian. */
const prefixBytes = 8;
const bitsOf = new Map([
    ['BOOL', 8],
    ['U8', 8],
    ['I8', 8],
    ['F8_E5M2', 8],
    ['F8_E4M3', 8],
    ['F8_E8M0', 8],
    ['I16', 16],
    ['U16', 16],
    ['F16', 16],
    ['BF16', 16],
    ['I32', 32],
    ['U32', 32],
    ['F32', 32],
    ['I64', 64],
    ['U64', 64],
    ['F64', 64],
    ['C64', 64],
    ['F4', 4],
    ['F6_E2M3', 6],
    ['F6_E3M2', 6],
]);
/** The header's length, from the first 8 bytes of a file of `fileBytes`. */
function headerLength(prefix, fileBytes) {
    if (prefix.byteLength < prefixBytes)
        return { ok: false, problem: 'the file is shorter than the length of its header' };
    const claimed = new DataView(prefix.buffer, prefix.byteOffset, prefix.byteLength).getBigUint64(0, true);
    if (claimed > BigInt(maxHeaderBytes)) {
        return { ok: false, problem: `the header claims ${claimed} bytes; the format allows ${maxHeaderBytes}` };
    }
    const length = Number(claimed);
    if (length < 2)
        return { ok: false, problem: `the header claims ${length} bytes: too few for a JSON object` };
    if (prefixBytes + length > fileBytes) {
        return {
            ok: false,
            problem: `the header claims ${length} bytes, but the file has ${fileBytes}: it is cut off`,
        };
    }
    return { ok: true, length };
}
/** The tensors of a header, all of them checked: types, shapes, offsets without holes or overlaps, and the file's size. */
function readHeader(header, fileBytes) {
    const entries = parseObject(header);
    if (entries === undefined)
        return { ok: false, problem: 'the header is not a JSON object' };
    const tensors = new Map();
    const slots = [];
    for (const [name, value] of entries) {
        if (name === '__metadata__') {
            if (!isTextMap(value))
                return { ok: false, problem: '__metadata__ must map text to text' };
            continue;
        }
        const read = readEntry(value);
        if (read === undefined)
            return { ok: false, problem: `the entry of ${header_shown(name)} is malformed` };
        const wrong = sizeProblem(read.tensor, read.end - read.start);
        if (wrong !== undefined)
            return { ok: false, problem: `${header_shown(name)} ${wrong}` };
        tensors.set(name, read.tensor);
        slots.push({ name, start: read.start, end: read.end });
    }
    const gap = layoutProblem(slots, fileBytes - prefixBytes - header.byteLength);
    if (gap !== undefined)
        return { ok: false, problem: gap };
    return { ok: true, tensors, dataBytes: fileBytes - prefixBytes - header.byteLength };
}
function parseObject(bytes) {
    if (bytes[0] !== 0x7b)
        return undefined;
    try {
        const value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
        return typeof value === 'object' && value !== null ? Object.entries(value) : undefined;
    }
    catch {
        return undefined;
    }
}
function isTextMap(value) {
    return (typeof value === 'object' &&
        value !== null &&
        Object.values(value).every((item) => typeof item === 'string'));
}
function readEntry(value) {
    if (typeof value !== 'object' || value === null)
        return undefined;
    const fields = new Map(Object.entries(value));
    const dtype = fields.get('dtype');
    const shape = header_integers(fields.get('shape'));
    const [start, end, more] = header_integers(fields.get('data_offsets')) ?? [];
    if (typeof dtype !== 'string' || shape === undefined || start === undefined || end === undefined)
        return undefined;
    return more === undefined && start <= end ? { tensor: { dtype, shape }, start, end } : undefined;
}
function header_integers(value) {
    if (!Array.isArray(value))
        return undefined;
    const numbers = value.filter((item) => Number.isSafeInteger(item) && item >= 0);
    return numbers.length === value.length ? numbers : undefined;
}
function sizeProblem({ dtype, shape }, bytes) {
    const bits = bitsOf.get(dtype);
    if (bits === undefined)
        return `has the unknown dtype ${header_shown(dtype)}`;
    const elements = shape.reduce((product, length) => product * BigInt(length), 1n);
    const wanted = (elements * BigInt(bits) + 7n) / 8n;
    return wanted === BigInt(bytes)
        ? undefined
        : `has ${bytes} bytes of data, but its shape and dtype need ${wanted}`;
}
function layoutProblem(slots, dataBytes) {
    let at = 0;
    for (const { name, start, end } of slots.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
        if (start < at)
            return `the data of ${header_shown(name)} overlaps that of another tensor`;
        if (start > at)
            return `there is a hole of ${start - at} bytes in front of the data of ${header_shown(name)}`;
        at = end;
    }
    if (at > dataBytes)
        return `the tensors need ${at} bytes, but the file has ${dataBytes}: it is cut off`;
    return at < dataBytes ? `${dataBytes - at} bytes follow the last tensor` : undefined;
}
function header_shown(text) {
    return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}

;// CONCATENATED MODULE: ./build/src/config/gate/checkpoint.js


const indexName = 'model.safetensors.index.json';
const singleName = 'model.safetensors';
const maxIndexBytes = 64 * 1024 * 1024;
/** Reads the headers of a checkpoint, never its weights: a safetensors file, a sharded index, or the folder that holds one. */
async function readCheckpoint(tree, path) {
    const clean = path.replaceAll('\\', '/').replace(/^\.\//, '').replace(/\/+$/, '');
    if (clean.endsWith('.json'))
        return readSharded(tree, clean, clean);
    if (clean.endsWith('.safetensors'))
        return readFiles(tree, clean, [clean]);
    return readFolder(tree, clean);
}
async function readFolder(tree, folder) {
    const present = (await tree.list()).filter((file) => file.startsWith(`${folder}/`) && !file.slice(folder.length + 1).includes('/'));
    const index = present.find((file) => file.endsWith('.safetensors.index.json')) ?? `${folder}/${indexName}`;
    if (present.includes(index) || (await exists(tree, index)))
        return readSharded(tree, index, folder);
    const files = present.filter((file) => file.endsWith('.safetensors'));
    return readFiles(tree, folder, files.length > 0 ? files : [`${folder}/${singleName}`]);
}
async function exists(tree, path) {
    return (await tree.read(path, maxIndexBytes).catch(() => undefined)) !== undefined;
}
async function readFiles(tree, path, files) {
    const tensors = new Map();
    const problems = [];
    for (const file of files) {
        const header = await readTensors(tree, file);
        if (typeof header === 'string')
            problems.push(checkpoint_unreadable(file, header));
        else
            for (const [name, tensor] of header.tensors)
                tensors.set(name, tensor);
    }
    return { path, tensors: problems.length > 0 ? new Map() : tensors, problems };
}
async function readSharded(tree, indexPath, path) {
    const bytes = await tree.read(indexPath, maxIndexBytes);
    if (bytes === undefined)
        return { path, tensors: new Map(), problems: [checkpoint_unreadable(indexPath, 'there is no such file')] };
    const index = readShardIndex(new TextDecoder().decode(bytes));
    if (typeof index === 'string')
        return { path, tensors: new Map(), problems: [checkpoint_unreadable(indexPath, index)] };
    const folder = indexPath.includes('/') ? indexPath.slice(0, indexPath.lastIndexOf('/') + 1) : '';
    const tensors = new Map();
    for (const name of index.tensors.keys())
        tensors.set(name, {});
    const problems = [];
    let dataBytes = 0;
    const shards = [...new Set(index.tensors.values())].toSorted();
    for (const shard of shards) {
        const header = await readTensors(tree, folder + shard);
        if (typeof header === 'string')
            problems.push(shardProblem(folder + shard, header, shards.length));
        else {
            dataBytes += header.dataBytes;
            for (const [name, tensor] of header.tensors)
                tensors.set(name, tensor);
            problems.push(...strangers(folder + shard, shard, header.tensors, index.tensors));
        }
    }
    if (problems.length === 0)
        problems.push(...totalProblem(indexPath, index.totalBytes, dataBytes));
    return { path, tensors, problems };
}
/** Tensors that the index looks for in a shard, and that are not there. */
function strangers(file, shard, held, index) {
    const lost = [...index].filter(([name, where]) => where === shard && !held.has(name)).map(([name]) => name);
    if (lost.length === 0)
        return [];
    return [
        checkpoint_unreadable(file, `the index says that it holds ${lost.slice(0, 3).join(', ')}, which is not so (${lost.length} tensors)`),
    ];
}
const absent = 'there is no such file';
function shardProblem(file, message, shards) {
    if (message !== absent)
        return checkpoint_unreadable(file, message);
    return {
        rule: 'config/checkpoint-missing-shard',
        severity: 'error',
        file,
        message: `the shard is missing; the index names ${shards}`,
        help: 'complete the checkpoint',
    };
}
/** Real indexes are known to be wrong here, while their tensors are right: a warning. */
function totalProblem(file, claimed, dataBytes) {
    if (claimed === undefined || claimed === dataBytes)
        return [];
    const message = `the index says total_size ${claimed}, but the shards hold ${dataBytes} bytes`;
    return [
        { rule: 'config/checkpoint-total', severity: 'warning', file, message, help: 'write the index anew' },
    ];
}
function checkpoint_unreadable(file, message) {
    return {
        rule: 'config/checkpoint-unreadable',
        severity: 'error',
        file,
        message,
        help: 'give the path of a whole safetensors checkpoint',
    };
}
/** The tensors of one file, or what is wrong with it. Reads 8 bytes and the header. */
async function readTensors(tree, file) {
    const read = rangeReader(tree, file);
    const prefix = await read(0, prefixBytes);
    if (typeof prefix === 'string')
        return prefix;
    if (new TextDecoder().decode(prefix.bytes) === 'version ')
        return 'it is a Git LFS pointer: fetch the file with git lfs pull';
    const length = headerLength(prefix.bytes, prefix.fileBytes);
    if (!length.ok)
        return length.problem;
    const header = await read(prefixBytes, length.length);
    if (typeof header === 'string')
        return header;
    const result = readHeader(header.bytes, header.fileBytes);
    return result.ok ? result : result.problem;
}
/** Ranges through the port where it has them; else the whole file, within the port's own limit. */
function rangeReader(tree, file) {
    return async (offset, length) => {
        try {
            const range = await tree.readRange?.(file, offset, length);
            if (tree.readRange !== undefined)
                return range ?? absent;
            const bytes = await tree.read(file);
            return bytes === undefined
                ? absent
                : { bytes: bytes.subarray(offset, offset + length), fileBytes: bytes.byteLength };
        }
        catch (error) {
            if (isUserError(error))
                return error.message;
            throw error;
        }
    };
}

;// CONCATENATED MODULE: ./build/src/config/settings.js
const configDefaults = {
    files: ['configs/**/*.{yaml,yml,json}', '**/config.json'],
    dialect: 'pyyaml',
    registry: '.github/model-registry.yml',
    strict: true,
    family: 'auto',
    rules: {},
    expressions: [],
    structural: 'allow',
};

;// CONCATENATED MODULE: ./build/src/config/registry/diff.js
/** Parameters that were added, removed, or allow more or less than before. */
function registryChanges(before, after) {
    const changes = [];
    for (const [path, old] of before.parameters) {
        const now = after.parameters.get(path);
        if (now === undefined)
            changes.push({ path, change: 'removed', detail: 'no longer registered', owner: old.owner });
        else
            changes.push(...parameterChanges(old, now));
    }
    for (const [path, now] of after.parameters) {
        if (before.parameters.has(path))
            continue;
        changes.push({ path, change: 'added', detail: `added, ${now.kind}`, owner: now.owner });
    }
    return changes;
}
/** Widened and removed need the owner's eye: they are warnings; the rest is told. */
function registryChangeFindings(changes, document) {
    return changes.map(({ path, change, detail, owner }) => {
        const severity = change === 'added' || change === 'narrowed' || change === 'changed' ? 'notice' : 'warning';
        const who = owner === undefined ? 'it has no owner' : `owner: ${owner}`;
        return {
            rule: 'config/registry-changed',
            severity,
            message: `this change alters the registry: ${path} is ${change} (${detail}; ${who})`,
            file: document.file,
            ...document.place(['parameters', path], 'key'),
            ...(severity === 'warning'
                ? { help: `have it approved by ${owner ?? 'the owners of the registry'}` }
                : {}),
        };
    });
}
function parameterChanges(before, after) {
    const owner = before.owner ?? after.owner;
    const { path } = after;
    const make = (change, detail) => ({
        path,
        change,
        detail,
        owner,
    });
    const differences = [...compare(before, after), ...compare(before.items, after.items)];
    const changes = differences.map(({ wider, detail }) => make(wider ? 'widened' : 'narrowed', detail));
    if (before.required && !after.required)
        changes.push(make('widened', 'no longer required'));
    if (!before.required && after.required)
        changes.push(make('narrowed', 'now required'));
    if (before.kind !== after.kind)
        changes.push(make('reclassified', `${before.kind} → ${after.kind}`));
    if (before.owner !== after.owner && before.owner !== undefined) {
        changes.push(make('reclassified', `owner ${before.owner} → ${after.owner ?? 'none'}`));
    }
    if (before.deprecated !== after.deprecated)
        changes.push(make('changed', after.deprecated ?? 'no longer deprecated'));
    return changes;
}
const noConstraints = { types: undefined };
function compare(before = noConstraints, after = noConstraints) {
    return [
        ...bound('min', before.min, after.min, -1),
        ...bound('max', before.max, after.max, 1),
        ...bound('min-items', before.minItems, after.minItems, -1),
        ...bound('max-items', before.maxItems, after.maxItems, 1),
        ...choice('type', setOf(before.types), setOf(after.types)),
        ...choice('enum', setOf(before.enum), setOf(after.enum)),
        ...replaced('pattern', before.pattern, after.pattern),
        ...replaced('multiple-of', before.multipleOf, after.multipleOf),
    ];
}
/** `outward`: 1 when a greater bound allows more, -1 when a smaller one does. */
function bound(name, before, after, outward) {
    if (before === after)
        return [];
    const detail = `${name} ${before ?? 'none'} → ${after ?? 'none'}`;
    if (after === undefined)
        return [{ wider: true, detail }];
    return [{ wider: before !== undefined && (after - before) * outward > 0, detail }];
}
function setOf(values) {
    return values === undefined ? undefined : new Set([...values].map((value) => JSON.stringify(value)));
}
function choice(name, before, after) {
    const text = (set) => set === undefined ? 'any' : [...set].join(' | ');
    const detail = `${name} ${text(before)} → ${text(after)}`;
    if (before === undefined)
        return after === undefined ? [] : [{ wider: false, detail }];
    if (after === undefined)
        return [{ wider: true, detail }];
    if (![...after].every((value) => before.has(value)))
        return [{ wider: true, detail }];
    return after.size < before.size ? [{ wider: false, detail }] : [];
}
/** Whether a pattern or a divisor allows more cannot be told: a change counts as wider unless it is new. */
function replaced(name, before, after) {
    if (before === after)
        return [];
    return [{ wider: before !== undefined, detail: `${name} ${before ?? 'none'} → ${after ?? 'none'}` }];
}

;// CONCATENATED MODULE: ./build/src/config/gate/registries.js

/** Registries are small; a larger file is no registry. */
const maxBytes = 8 * 1024 * 1024;
/** The registry at head, that of the merge base, and what this change does to it. */
async function readRegistries(file, { change }) {
    const changed = change.files.some(({ path, previousPath }) => path === file || previousPath === file);
    const head = await registryIn(change.head, file);
    const base = changed ? await registryIn(change.base, file) : head;
    if (head === undefined && base === undefined && file !== configDefaults.registry) {
        return { head: undefined, base: undefined, findings: [registries_absent(file)] };
    }
    return {
        head: head?.registry,
        base: base?.registry,
        findings: [...(head?.findings ?? []), ...changeFindings(file, head, changed ? base : undefined)],
    };
}
async function registryIn(tree, file) {
    const bytes = await tree.read(file, maxBytes);
    return bytes === undefined ? undefined : readRegistry(bytes, file);
}
function changeFindings(file, head, base) {
    if (base === undefined)
        return [];
    if (head === undefined)
        return [removed(file)];
    if (base.registry === undefined || head.registry === undefined)
        return [];
    return registryChangeFindings(registryChanges(base.registry, head.registry), head.document);
}
/** The default path may be empty; a path that someone chose is meant. */
function registries_absent(file) {
    return {
        rule: 'config/registry-invalid',
        severity: 'error',
        message: 'there is no such registry of parameters',
        file,
        help: 'correct the path, or add the file: model-gates config --write-registry derives one',
    };
}
function removed(file) {
    return {
        rule: 'config/registry-invalid',
        severity: 'error',
        message: 'this change removes the registry: nothing would be registered any more',
        file,
        help: 'keep the registry; to move it, change its path in the policy first',
    };
}

;// CONCATENATED MODULE: ./build/src/config/gate/context.js



/** Reads the registry at head and base, and the team's JSON Schema. */
async function gatherContext(settings, ports) {
    const registries = await readRegistries(settings.registry, ports);
    const { schema, isOfBase, findings } = await schemaOf(settings, ports);
    const context = {
        settings,
        ...(registries.head === undefined ? {} : { registry: registries.head }),
        ...(registries.base === undefined ? {} : { baseRegistry: registries.base }),
        ...(schema === undefined ? {} : { schema }),
        isSchemaOfBase: isOfBase,
    };
    return { context, findings: [...registries.findings, ...findings] };
}
/** Checkpoints are large and seldom in git: they are looked for among the files on disk. */
async function withCheckpoint(context, { workspace }) {
    const path = context.settings.checkpoint;
    return path === undefined ? context : { ...context, checkpoint: await readCheckpoint(workspace, path) };
}
/** The schema of the merge base, so that no change weakens it; that of the head where the base has none. */
async function schemaOf({ schema: file }, { change }) {
    if (file === undefined)
        return { isOfBase: false, findings: [] };
    const atBase = await change.base.read(file);
    const bytes = atBase ?? (await change.head.read(file));
    const isOfBase = atBase !== undefined;
    if (bytes === undefined)
        return { isOfBase, findings: [context_absent(file)] };
    const changed = change.files.some(({ path }) => path === file);
    const { findings, ...read } = readTeamSchema(bytes, file);
    return { ...read, isOfBase, findings: changed && isOfBase ? [...findings, schemaChanged(file)] : findings };
}
function context_absent(file) {
    return {
        rule: 'config/schema-invalid',
        severity: 'error',
        file,
        message: 'there is no such JSON Schema',
        help: 'correct schema in the policy, or add the file',
    };
}
function schemaChanged(file) {
    return {
        rule: 'config/registry-changed',
        severity: 'warning',
        file,
        message: 'this change alters the JSON Schema; the configs were held against that of the merge base',
        help: 'have it approved by the owners of the schema',
    };
}

;// CONCATENATED MODULE: ./build/src/config/gate/sections.js

/** Changed values that a table shows; the rest is counted. */
const maxRows = 200;
/** What changed, and parameters, memory and cache before and after. */
function configSections(judgements) {
    const models = judgements.filter(({ summary }) => summary !== undefined);
    if (models.length > maxTables)
        return [...judgements.flatMap(changeSection), modelsSection(models)];
    return judgements.flatMap((judgement) => [...changeSection(judgement), ...modelSection(judgement)]);
}
/** More models than this share one table. */
const maxTables = 5;
/** What to register where the names are meant, ready to be copied. */
function registrySection(judgements, registry) {
    const lines = new Map(judgements.flatMap(({ unregistered }) => [...unregistered]));
    if (lines.size === 0)
        return [];
    const title = `If the new names are meant: lines for parameters in ${registry}`;
    const items = [...lines.values()];
    const more = items.length > maxRows ? [`… and ${items.length - maxRows} more`] : [];
    return [{ kind: 'list', title, items: [...items.slice(0, maxRows), ...more] }];
}
/** Changed values for machines, as people read them. */
function changeFacts({ changes }) {
    if (changes.length === 0)
        return {};
    const cells = changes.slice(0, maxRows).map(changeCells);
    return { changes: cells.map(([path, before, after, kind]) => ({ path, before, after, kind })) };
}
function changeSection({ file, changes }) {
    if (changes.length === 0)
        return [];
    const rows = changes.slice(0, maxRows).map(changeCells);
    const more = changes.length > maxRows ? ` (the first ${maxRows} of ${changes.length})` : '';
    return [
        {
            kind: 'table',
            title: `What changed in ${file}${more}`,
            open: true,
            columns: [
                { title: 'parameter', code: true },
                { title: 'before', code: true },
                { title: 'after', code: true },
                { title: 'kind' },
            ],
            rows,
        },
    ];
}
/** Of one model, a line each. */
const measures = [
    { title: 'parameters', value: ({ counts }) => `${summary_digits(counts.total)} (${billions(counts.total)})` },
    { title: 'active a token', value: ({ counts }) => `${summary_digits(counts.active)} (${billions(counts.active)})` },
    { title: 'of them embeddings', value: ({ counts }) => summary_digits(counts.embedding) },
    { title: 'weights', value: weightsText },
    {
        title: 'weights in 16, 8 and 4 bits',
        value: ({ counts }) => [2n, 1n]
            .map((bytes) => bytesText(counts.total * bytes))
            .concat(bytesText(counts.total / 2n))
            .join(', '),
    },
    { title: 'cache a token (2 bytes an element)', value: cacheText },
];
/** Of many models, a column each, narrow enough for a terminal. */
const listed = [
    { title: 'parameters', value: ({ counts }) => summary_digits(counts.total) },
    { title: 'active', value: ({ counts }) => billions(counts.active) },
    { title: 'weights', value: ({ weightBytes }) => bytesText(weightBytes) },
    { title: 'cache a token', value: ({ cacheBytesPerToken }) => bytesText(cacheBytesPerToken) },
];
/** Which weights a quantisation stores in fewer bits is not in the config: that it does is said, not guessed. */
function weightsText({ weightBytes, dtype, quantization }) {
    const before = quantization === undefined ? '' : `, before quantisation (${quantization})`;
    return `${bytesText(weightBytes)} in ${dtype}${before}`;
}
/** Where layers slide, the cache grows more slowly once their window is full. */
function cacheText({ cacheBytesPerToken, sliding }) {
    const all = bytesText(cacheBytesPerToken);
    if (sliding === undefined)
        return all;
    return `${all}; ${bytesText(sliding.cacheBytesPerToken)} beyond ${summary_digits(sliding.window)} tokens (${sliding.layers} layers slide)`;
}
function modelSection({ file, summary, baseSummary }) {
    if (summary === undefined)
        return [];
    const title = `The model of ${file} (${summary.family})`;
    const now = measures.map((measure) => measure.value(summary));
    const before = measures.map((measure) => (baseSummary === undefined ? '' : measure.value(baseSummary)));
    const changed = baseSummary !== undefined && before.join() !== now.join();
    const value = (name) => ({ title: name, align: 'right' });
    const rows = measures.map((measure, index) => [
        measure.title,
        ...(changed ? [before[index] ?? ''] : []),
        now[index] ?? '',
    ]);
    const columns = [{ title: '' }, ...(changed ? [value('before'), value('after')] : [value('value')])];
    return [{ kind: 'table', title, columns, rows }];
}
/** One line a model, those whose size changes first. */
function modelsSection(models) {
    const rows = models.map(({ file, summary, baseSummary }) => {
        const now = cellsOf(summary);
        const before = cellsOf(baseSummary);
        const cells = now.map((cell, index) => movement(before[index] ?? '', cell));
        return { isChanged: baseSummary !== undefined && before.join() !== now.join(), cells: [file, ...cells] };
    });
    const sorted = rows.toSorted((a, b) => Number(b.isChanged) - Number(a.isChanged));
    const more = rows.length > maxRows ? ` (the first ${maxRows} of ${rows.length})` : '';
    return {
        kind: 'table',
        title: `The models${more}`,
        columns: [
            { title: 'file', code: true },
            ...listed.map(({ title }) => ({ title, align: 'right' })),
        ],
        rows: sorted.slice(0, maxRows).map(({ cells }) => cells),
    };
}
function cellsOf(summary) {
    return summary === undefined ? [] : listed.map((measure) => measure.value(summary));
}
function movement(before, now) {
    return before === '' || before === now ? now : `${before} → ${now}`;
}

;// CONCATENATED MODULE: external "../picomatch/index.js"
const external_picomatch_index_js_namespaceObject = require("../picomatch/index.js");
var external_picomatch_index_js_default = /*#__PURE__*/__nccwpck_require__.n(external_picomatch_index_js_namespaceObject);
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
    const wanted = external_picomatch_index_js_default()(inclusions, { dot: true });
    const unwanted = external_picomatch_index_js_default()(exclusions, { dot: true });
    return (path) => wanted(path) && !unwanted(path);
}
function isExclusion(glob) {
    return glob.startsWith('!') && !glob.startsWith('!(');
}

;// CONCATENATED MODULE: ./build/src/config/gate/select.js


/** The configs to judge: those that were named, else those that changed, else all when the registry or schema changed. */
async function selectConfigs(settings, { change }) {
    if (settings.only !== undefined && settings.only.length > 0)
        return named(settings.only, change);
    const matches = globMatcher(settings.files);
    const rules = [settings.registry, settings.schema].filter((path) => path !== undefined);
    const isConfig = (path) => matches(path) && !rules.includes(path) && !path.endsWith('.safetensors.index.json');
    const deleted = change.files.flatMap(({ status, path, previousPath }) => {
        if (status === 'deleted')
            return isConfig(path) ? [path] : [];
        return previousPath !== undefined && isConfig(previousPath) && !isConfig(path) ? [previousPath] : [];
    });
    if (change.files.some(({ path, previousPath = path }) => rules.includes(path) || rules.includes(previousPath))) {
        const all = (await change.head.list()).filter(isConfig);
        const files = all.map((path) => ({ path, ...basePath(change, path) }));
        return { files, deleted, reason: 'the registry changed' };
    }
    const changed = change.files.filter(({ status, path }) => status !== 'deleted' && isConfig(path));
    return {
        files: changed.map(({ path }) => ({ path, ...basePath(change, path) })),
        deleted,
        reason: 'changed',
    };
}
async function named(only, change) {
    const present = new Set(await change.head.list());
    const paths = only.map((path) => path.replaceAll('\\', '/').replace(/^\.\//, ''));
    const files = await Promise.all(paths.map(async (path) => {
        // a file that is ignored by git is not listed, and yet can be judged when it is named
        if (!present.has(path) && (await change.head.read(path)) === undefined)
            throw missing(path, present);
        return { path, ...basePath(change, path) };
    }));
    return { files, deleted: [], reason: 'named' };
}
function missing(path, present) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const like = [...present].filter((other) => other.endsWith(`/${name}`) || other === name).slice(0, 3);
    const help = like.length > 0 ? `Did you mean ${like.join(' or ')}?` : 'Give paths relative to the repository root.';
    return new UserError(`There is no file ${path}.`, { place: { file: path }, help });
}
function basePath(change, path) {
    const changed = change.files.find((file) => file.path === path);
    if (changed?.status === 'added')
        return {};
    return { basePath: changed?.previousPath ?? path };
}

;// CONCATENATED MODULE: ./build/src/config/gate/validate-model-config.js








const gate = 'validate-model-config';
/** Judges the configs of a change as the training code will read them, and says what the change amounts to. */
const judgeConfig = async (settings, ports) => {
    const selection = await selectConfigs(settings, ports);
    const gathered = await gatherContext(settings, ports);
    if (selection.files.length === 0 && selection.deleted.length === 0 && gathered.findings.length === 0) {
        return nothingToJudge();
    }
    ports.log.info(`${gate}: ${count(selection.files.length, 'config file')} (${selection.reason})`);
    const judgements = await judgeAll(selection.files, gathered.context, ports);
    const ofAll = [
        ...gathered.findings,
        ...(gathered.findings.length === 0 ? noRegistry(gathered.context, judgements) : []),
        ...selection.deleted.map(deletedConfig),
    ];
    const ofFiles = judgements.flatMap((judgement) => judgement.findings);
    const findings = worstFirst([...applyOverrides(ofAll, settings.rules), ...ofFiles]);
    return report(selection, judgements, findings, settings.registry);
};
function nothingToJudge() {
    const title = 'No config file changed, nor the registry: nothing to judge';
    return { schema: 1, gate, verdict: 'skipped', title, findings: [], facts: { files: [], change: 'none' } };
}
async function judgeAll(files, gathered, ports) {
    if (files.length === 0)
        return [];
    const context = await withCheckpoint(gathered, ports);
    const judgements = [];
    for (let start = 0; start < files.length; start += readAtOnce) {
        const some = files.slice(start, start + readAtOnce);
        judgements.push(...(await Promise.all(some.map((file) => judgeFile(file, context, ports)))));
    }
    return judgements;
}
/** Files that are read while others are judged. */
const readAtOnce = 16;
async function judgeFile({ path, basePath }, context, { change }) {
    const { settings } = context;
    const [now, before] = await Promise.all([
        contentOf(change.head, path),
        basePath === undefined ? undefined : contentOf(change.base, basePath),
    ]);
    if (now === undefined)
        throw new Error(`${path} is listed and yet not there`);
    const head = documentOf(now, path, settings);
    // most configs that are judged because the registry changed are what they were
    const isListed = change.files.some((file) => file.path === path);
    const isSame = before !== undefined && basePath === path && isEqual(before, now, isListed);
    const base = isSame ? head : before && documentOf(before, basePath ?? path, settings);
    const input = { head, ...context, ...(base === undefined ? {} : { base }) };
    const judgement = judgeConfigFile(input);
    // a file that someone named is judged for its own sake
    return isSame && settings.only === undefined ? leftAsItIs(judgement, input) : judgement;
}
/** A config that is only judged because the registry or the schema changed. */
function leftAsItIs(judgement, input) {
    if (verdictOf(judgement.findings) === 'pass')
        return judgement;
    const { baseRegistry: registry, schema, isSchemaOfBase, registry: _new, schema: _any, ...rest } = input;
    const atBase = judgeConfigFile({
        ...rest,
        ...(registry === undefined ? {} : { registry }),
        ...(schema === undefined || !isSchemaOfBase ? {} : { schema }),
    });
    return { ...judgement, findings: standingFaults(judgement.findings, atBase.findings) };
}
/** One file that cannot be read leaves the others to be judged. */
async function contentOf(tree, path) {
    try {
        return await tree.read(path);
    }
    catch (error) {
        if (!isUserError(error))
            throw error;
        return { message: error.message.replace(` (${tree.name})`, ''), help: error.help };
    }
}
/** What cannot be read is the same only where the change does not name it. */
function isEqual(before, now, isListed) {
    if (before instanceof Uint8Array && now instanceof Uint8Array)
        return Buffer.compare(before, now) === 0;
    if (before instanceof Uint8Array || now instanceof Uint8Array)
        return false;
    return !isListed && before.message === now.message;
}
function documentOf(content, path, settings) {
    const options = { file: path, dialect: dialectOf(path, settings) };
    if (content instanceof Uint8Array)
        return readDocument(content, options);
    return unreadableDocument(options, content.message, content.help);
}
function noRegistry({ registry, settings }, judgements) {
    if (registry !== undefined || judgements.length === 0)
        return [];
    return [
        {
            rule: 'config/no-registry',
            severity: 'notice',
            message: `there is no registry of parameters at ${settings.registry}: misspelt names and values out of range pass`,
            help: 'derive one from the configs with: model-gates config --write-registry',
        },
    ];
}
function deletedConfig(file) {
    const message = 'this change deletes the config, or moves it to where no config is judged';
    return { rule: 'config/deleted', severity: 'notice', message, file };
}
function report(selection, judgements, findings, registry) {
    const verdict = verdictOf(findings);
    const deleted = selection.deleted.length > 0 ? ['structural'] : [];
    const change = worstChange([...deleted, ...judgements.map((judgement) => judgement.change)]);
    const files = judgements.map((judgement) => ({
        file: judgement.file,
        parameters: parameterFacts(judgement),
        ...memoryFacts(judgement),
        change: judgement.change,
        ...changeFacts(judgement),
    }));
    const parameters = files.map((file) => file.parameters).find((facts) => facts !== undefined);
    return {
        schema: 1,
        gate,
        verdict,
        title: titleOf(judgements, findings, change),
        findings,
        facts: { files, change, ...(parameters === undefined ? {} : { parameters }) },
        sections: [...configSections(judgements), ...registrySection(judgements, registry)],
    };
}
/** JSON has no integers beyond 2^53: no model has that many parameters, but a config can claim them. */
function parameterFacts({ summary }) {
    if (summary === undefined)
        return undefined;
    return { total: Number(summary.counts.total), active: Number(summary.counts.active) };
}
/** Bytes, as `parameters` counts elements: all weights in the config's dtype (before quantisation), and what a token leaves in the cache. */
function memoryFacts({ summary }) {
    if (summary === undefined)
        return {};
    const { dtype, weightBytes, quantization, cacheBytesPerToken, sliding } = summary;
    return {
        memory: {
            dtype,
            weightBytes: Number(weightBytes),
            ...(quantization === undefined ? {} : { quantization }),
            cacheBytesPerToken,
            ...(sliding === undefined ? {} : { sliding }),
        },
    };
}
function titleOf(judgements, findings, change) {
    const errors = findings.filter(({ severity }) => severity === 'error');
    const places = [...new Set(errors.map(({ file }) => file))];
    if (errors.length > 0) {
        const where = places.length === 1 && places[0] !== undefined ? places[0] : `${places.length} files`;
        return `${errors.length} ${errors.length === 1 ? 'error' : 'errors'} in ${where}`;
    }
    const [first] = judgements;
    const what = judgements.length === 1 && first !== undefined ? first.file : `${judgements.length} configs`;
    const changes = change === 'none' ? 'no value changes' : `the change is ${change}`;
    return `${what}: no errors; ${changes}`;
}

;// CONCATENATED MODULE: ./build/schema/policy.schema.json
const policy_schema_namespaceObject = /*#__PURE__*/JSON.parse('{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://model-gates.example/schema/policy.schema.json","title":"model-gates policy","description":"Which gates judge a change, and by which thresholds. Read from the base commit. Everything has a default: an empty file works.","type":["object","null"],"additionalProperties":false,"properties":{"trunk":{"description":"Name of the main branch. Default: the repository\'s default branch.","$ref":"#/$defs/name"},"gates":{"description":"Turns a gate off (false). The report says so each time.","type":"object","additionalProperties":false,"properties":{"validate-model-config":{"type":"boolean"},"detect-dep-drift":{"type":"boolean"},"regression-gate":{"type":"boolean"}}},"config":{"description":"What validate-model-config judges and how.","type":"object","additionalProperties":false,"properties":{"files":{"description":"Globs of the config files. A glob behind ! takes out what the others take in.","$ref":"#/$defs/globs"},"dialect":{"description":"How the training code reads YAML.","enum":["pyyaml","omegaconf","yaml-1.2"]},"registry":{"description":"Path of the registry of model parameters.","$ref":"#/$defs/path"},"schema":{"description":"Path of the team\'s own JSON Schema, applied beside the registry.","$ref":"#/$defs/path"},"strict":{"description":"Unregistered parameters fail (true, the default) or warn (false).","type":"boolean"},"family":{"description":"A model family, auto (the default) or none.","$ref":"#/$defs/name"},"rules":{"description":"Rule id to severity or off, with the reason why.","type":"object","propertyNames":{"pattern":"^config/[a-z0-9-]+$"},"additionalProperties":{"type":"object","additionalProperties":false,"required":["severity","reason"],"properties":{"severity":{"enum":["error","warning","notice","off"]},"reason":{"type":"string","minLength":3}}}},"expressions":{"description":"The team\'s own cross-field rules.","type":"array","maxItems":200,"items":{"type":"object","additionalProperties":false,"required":["id","check"],"properties":{"id":{"type":"string","pattern":"^[a-z0-9-]+$"},"check":{"description":"Such as num_experts % expert_parallel_size == 0.","type":"string","maxLength":500},"message":{"type":"string","maxLength":500},"severity":{"enum":["error","warning","notice"]}}}},"checkpoint":{"description":"A safetensors file, index or folder that the config must fit.","$ref":"#/$defs/path"},"structural":{"description":"needs-reason: a structural change fails unless the registry states the reason for exactly the new value. Default: allow.","enum":["allow","needs-reason"]},"expect-parameters":{"description":"Such as 31.07B ± 0.5%.","type":"string","maxLength":60}}},"dependencies":{"description":"What detect-dep-drift watches and how it judges.","type":"object","additionalProperties":false,"properties":{"files":{"description":"Globs of lock files, manifests and Dockerfiles; a glob behind ! takes out. Default: every known file name.","$ref":"#/$defs/globs"},"watch":{"description":"Replaces the default list of watched packages.","$ref":"#/$defs/globs"},"also-watch":{"description":"Added to the watched packages.","$ref":"#/$defs/globs"},"classes":{"description":"Class of a move to its consequence.","$ref":"#/$defs/consequences"},"packages":{"description":"Package to class to consequence, over classes.","type":"object","additionalProperties":{"$ref":"#/$defs/consequences"}},"allow-file":{"description":"File of lines such as torch 2.9.1 -> 2.10.0 that state which moves are meant.","$ref":"#/$defs/path"},"bots":{"description":"Authors whose pull requests only update dependencies.","$ref":"#/$defs/globs"},"bot-branches":{"description":"Head branches, as globs, that only update dependencies.","$ref":"#/$defs/globs"},"locks":{"description":"Globs of files that a resolver writes although nothing in them says so: their pins are results, never requests.","$ref":"#/$defs/globs"},"pairs":{"description":"Packages that only work together, over or beside the built-in pairs.","type":"array","maxItems":1000,"items":{"type":"object","additionalProperties":false,"required":["pair","package","versions","needs","source"],"properties":{"pair":{"description":"Name of the pair; a built-in one is replaced.","$ref":"#/$defs/name"},"package":{"description":"Where this package …","$ref":"#/$defs/name"},"versions":{"description":"… satisfies this range,","$ref":"#/$defs/name"},"needs":{"description":"these packages must satisfy theirs.","type":"object","additionalProperties":{"$ref":"#/$defs/name"}},"severity":{"enum":["error","warning"]},"source":{"description":"Where this is known from.","$ref":"#/$defs/path"}}}},"ignore-pairs":{"description":"Names of pairs that are not judged.","$ref":"#/$defs/globs"},"target":{"description":"Where the model runs, as marker variables (sys_platform: linux); default CPython on Linux, x86_64.","type":"object","additionalProperties":{"$ref":"#/$defs/name"}},"environment":{"description":"Also judge the installed environment of the job: pip inspect and pip check.","type":"boolean"},"python":{"description":"The interpreter to judge; default python.","$ref":"#/$defs/path"},"snapshot":{"description":"pip inspect of the base\'s environment, to compare the installed one with.","$ref":"#/$defs/path"}}},"regression":{"description":"What regression-gate compares and how it decides.","type":"object","additionalProperties":false,"properties":{"candidate":{"description":"Globs of the result files of the change.","$ref":"#/$defs/globs"},"baseline":{"description":"Globs of the result files at the merge base, or of another state of trunk: main:evals/*.jsonl, v2.3.0:evals/*.jsonl, latest-release:evals/*.jsonl. Default: the same as candidate.","$ref":"#/$defs/globs"},"anchor":{"description":"Pinned results (latest-release, a path, or ref:path) against which slow erosion is measured.","type":"string","minLength":1},"metrics":{"description":"Metrics to judge. Default: what the results carry.","$ref":"#/$defs/globs"},"mode":{"enum":["paired","strict","non-inferiority"]},"tolerance":{"description":"Largest drop that is tolerated.","type":"number","minimum":0},"margin":{"description":"A drop this large must be excluded for a pass.","type":"number","minimum":0},"unit":{"description":"Unit of tolerance and margin.","enum":["points","percent"]},"alpha":{"description":"One-sided significance level.","type":"number","exclusiveMinimum":0,"maximum":0.5},"on-inconclusive":{"enum":["auto","fail","warn","pass"]},"seed":{"description":"Seed of the bootstrap.","type":"integer","minimum":0},"looks":{"description":"Numbers of samples at which the gate may look, rising. While undecided it asks for the next.","type":"array","minItems":1,"maxItems":20,"items":{"type":"integer","minimum":1}},"evaluate":{"description":"Command that evaluates the candidate: {ids} is a file with one sample id a line, {out} the file to write results to.","type":"string","minLength":1,"maxLength":4096},"pool":{"description":"File at the merge base with one sample id a line, for evaluate.","$ref":"#/$defs/path"},"time-budget":{"description":"Minutes after which no further round of evaluate begins.","type":"number","minimum":0}}},"versioning":{"description":"How tags are named.","type":"object","additionalProperties":false,"properties":{"prefix":{"description":"In front of v2.3.1, for several models in one repository.","type":"string","maxLength":100}}},"plan":{"description":"What needs no evaluation.","type":"object","additionalProperties":false,"properties":{"harmless":{"description":"Globs of files on which no evaluation depends; a change of these alone needs none. Default: *.md, docs/**/*.md, LICENSE* and GitHub\'s own pages.","$ref":"#/$defs/globs"}}},"exemptions":{"description":"Labels that lift gates when someone entitled put them on the head commit as it is. Each use is told with who, when and on which SHA.","type":"array","maxItems":50,"items":{"type":"object","additionalProperties":false,"required":["label","gates","by"],"properties":{"label":{"type":"string","minLength":1,"maxLength":50},"gates":{"type":"array","minItems":1,"items":{"enum":["validate-model-config","detect-dep-drift","regression-gate"]}},"by":{"$ref":"#/$defs/entitled"},"author-may":{"description":"Whether the author of the pull request may grant it. Default: false.","type":"boolean"},"reason-required":{"description":"Whether a comment /exempt LABEL because … must say why. Default: true.","type":"boolean"},"hours":{"description":"Hours after which it ends by itself.","type":"number","exclusiveMinimum":0},"sticky":{"description":"Whether it survives the next push. Default: false.","type":"boolean"},"effect":{"description":"lift (the default): the gate does not block. light: the evaluation may be on fewer samples, and blocks only where it shows a drop.","enum":["lift","light"]}}}},"hotfix":{"description":"Hotfix branches may merge before their evaluation, when a release manager approves the head commit.","type":"object","additionalProperties":false,"properties":{"branches":{"description":"Globs of head branches. Default: hotfix/*.","$ref":"#/$defs/globs"},"release-managers":{"description":"Who may approve a hotfix.","$ref":"#/$defs/entitled"},"required-checks":{"description":"Checks that must be green on the head commit.","$ref":"#/$defs/globs"},"evaluation":{"description":"Whether an approved hotfix skips its evaluation (skip, the default) or makes it on fewer samples (light).","enum":["skip","light"]},"evaluate-within-hours":{"description":"Hours within which the skipped evaluation must follow. Default: 24.","type":"number","exclusiveMinimum":0}}},"branches":{"description":"How long branches may live and what they may be called.","type":"object","additionalProperties":false,"properties":{"names":{"description":"Globs that a head branch must match. Default: any name.","$ref":"#/$defs/globs"},"warn-hours":{"description":"Age at which a branch is warned about. Default: 24.","type":"number","minimum":0},"limit-hours":{"description":"Age that a branch may not pass. Default: 72.","type":"number","minimum":0},"over-limit":{"description":"What an older branch gets. Default: fail.","enum":["fail","warn"]},"sync":{"description":"How trunk is brought in. Default: merge.","enum":["merge","rebase"]}}},"sweep":{"description":"When the branches of closed pull requests are deleted.","type":"object","additionalProperties":false,"properties":{"after-days":{"description":"Days after the pull request was closed or merged. Default: 7.","type":"number","minimum":1},"remind-days":{"description":"Days before the deletion at which the author is reminded. Default: 2.","type":"number","minimum":0},"keep-label":{"description":"Label of a pull request whose branch is kept. Default: keep-branch.","$ref":"#/$defs/name"},"at-most":{"description":"Branches deleted, and reminders written, in one run. Default: 20.","type":"integer","minimum":1,"maximum":500},"protect":{"description":"Globs of branches that are never touched.","$ref":"#/$defs/globs"}}}},"$defs":{"entitled":{"description":"Any one of these suffices.","type":"object","additionalProperties":false,"minProperties":1,"properties":{"users":{"description":"Logins.","$ref":"#/$defs/globs"},"teams":{"description":"organization/team; needs an App token with members: read.","$ref":"#/$defs/globs"},"permission":{"description":"At least this permission in the repository.","enum":["write","maintain","admin"]}}},"name":{"type":"string","minLength":1,"maxLength":250},"path":{"type":"string","minLength":1,"maxLength":4096},"globs":{"type":"array","maxItems":1000,"items":{"type":"string","minLength":1,"maxLength":4096}},"consequences":{"type":"object","additionalProperties":{"enum":["fail","warn","pass"]}}}}');
;// CONCATENATED MODULE: ./build/src/config/rules/registry-docs.js
/** Rules of the registry, the team's own rules, parameter counts and checkpoints. */
const registryRuleDocs = [
    {
        id: 'config/unregistered-parameter',
        severity: 'error',
        summary: 'The registry knows no such parameter. A warning where strict is off.',
        example: 'new_flag: true',
        mend: 'Register it, or remove it.',
    },
    {
        id: 'config/misspelt-parameter',
        severity: 'error',
        summary: 'Not registered, and one slip away from a registered parameter.',
        example: 'num_expert: 128',
        mend: 'Write the registered name.',
    },
    {
        id: 'config/wrong-type',
        severity: 'error',
        summary: 'The value has not the Python type that is registered.',
        example: 'num_hidden_layers: 48.0',
        mend: 'Write a value of the registered type.',
    },
    {
        id: 'config/out-of-range',
        severity: 'error',
        summary: 'The value is below min or above max of the registry.',
        example: 'attention_dropout: 10',
        mend: 'Keep to the range, or have its owner widen it.',
    },
    {
        id: 'config/not-allowed',
        severity: 'error',
        summary: 'The value is not in the registered enumeration.',
        example: 'hidden_act: sillu',
        mend: 'Use one of the values that are shown.',
    },
    {
        id: 'config/bad-value',
        severity: 'error',
        summary: 'The value breaks another constraint of the registry or of the JSON Schema: a multiple, a pattern, a length.',
        example: 'hidden_size: 2050',
        mend: 'Mend the value as the message says.',
    },
    {
        id: 'config/missing-key',
        severity: 'error',
        summary: 'A required parameter is not set.',
        example: 'hidden_size: 2048   # and no vocab_size',
        mend: 'Set it.',
    },
    {
        id: 'config/unknown-key',
        severity: 'error',
        summary: "The team's JSON Schema allows no such key.",
        example: 'hidden_sise: 2048',
        mend: 'Write the name that the schema knows.',
    },
    {
        id: 'config/deprecated-parameter',
        severity: 'warning',
        summary: 'The registry calls the parameter deprecated.',
        example: 'rope_scaling: {type: linear, factor: 2.0}',
        mend: 'Use what replaces it.',
    },
    {
        id: 'config/registry-invalid',
        severity: 'error',
        summary: 'The registry cannot be read, contradicts itself, or is removed. No policy lowers it.',
        example: 'parameters:\n  lr: { type: float, min: 1, max: 0 }',
        mend: 'Mend the registry.',
    },
    {
        id: 'config/registry-changed',
        severity: 'warning',
        summary: 'The same change alters the registry. Additions are notices; what is widened, removed or reclassified needs its owner.',
        example: 'parameters:\n  lr: { type: float, max: 10 }   # was max: 0.1',
        mend: 'Have the owner approve it.',
    },
    {
        id: 'config/interpolation-skipped',
        severity: 'notice',
        summary: 'An OmegaConf interpolation that this file alone cannot resolve: the environment, another file, a resolver. Nothing is judged there.',
        example: 'data: ${oc.env:DATA_ROOT}/train',
        mend: 'Nothing to mend; give oc.env a default to have that judged.',
    },
    {
        id: 'config/schema-invalid',
        severity: 'error',
        summary: "The team's JSON Schema is missing or cannot be compiled. No policy lowers it.",
        example: '{"type": "objekt"}',
        mend: 'Mend the schema, draft 2020-12; patterns without back-references and look-around.',
    },
    {
        id: 'config/expression',
        severity: 'error',
        summary: "One of the team's own rules cannot be read, or its parameters hold values that it cannot compute with.",
        example: 'check: num_experts %% 8 == 0',
        mend: 'Mend the rule in the policy, or the value.',
    },
    {
        id: 'config/default-size',
        severity: 'notice',
        summary: "The config leaves sizes to the defaults of its model's class in transformers, and they are counted. A name may be misspelt.",
        example: 'model_type: llama\nhiden_size: 2048   # 4096 counts',
        mend: 'Set the sizes that are named, or correct their names.',
    },
    {
        id: 'config/parameters-unknown',
        severity: 'notice',
        summary: 'The family is known, but a parameter that its size depends on is missing: nothing is counted.',
        example: 'model_type: llama   # and no num_hidden_layers',
        mend: 'Set the parameter that is named.',
    },
    {
        id: 'config/parameter-count',
        severity: 'error',
        summary: 'The model has not as many parameters as expect-parameters says.',
        example: 'expect-parameters: 46.7B   # num_key_value_heads: 32 makes 47.51 B',
        mend: 'Correct the config, or the number that is expected.',
    },
    {
        id: 'config/checkpoint-unreadable',
        severity: 'error',
        summary: 'A checkpoint cannot be read, is cut off or malformed, or cannot be compared with this model.',
        example: 'checkpoint: runs/17/model.safetensors   # a Git LFS pointer',
        mend: 'Give the path of a whole safetensors checkpoint.',
    },
    {
        id: 'config/checkpoint-missing-shard',
        severity: 'error',
        summary: 'The index names a shard that is not there.',
        example: '(model-00009-of-00016.safetensors is missing)',
        mend: 'Complete the checkpoint.',
    },
    {
        id: 'config/checkpoint-total',
        severity: 'warning',
        summary: "The index's total_size is not the size of its shards' tensors.",
        example: '{"metadata": {"total_size": 0}, …}',
        mend: 'Write the index anew.',
    },
    {
        id: 'config/checkpoint-missing-tensor',
        severity: 'error',
        summary: 'The config describes tensors that the checkpoint lacks: they would start at random.',
        example: 'num_hidden_layers: 49   # the checkpoint has 48',
        mend: 'Correct the config, or name the checkpoint that belongs to it.',
    },
    {
        id: 'config/checkpoint-extra-tensor',
        severity: 'error',
        summary: 'The checkpoint holds tensors that the config knows nothing of: they would be dropped.',
        example: 'num_hidden_layers: 47   # the checkpoint has 48',
        mend: 'Correct the config, or name the checkpoint that belongs to it.',
    },
    {
        id: 'config/checkpoint-shape',
        severity: 'error',
        summary: 'A tensor of the checkpoint has another shape than the config makes it: loading stops.',
        example: 'vocab_size: 151936   # the checkpoint was made with 152064',
        mend: 'Correct the config, or name the checkpoint that belongs to it.',
    },
    {
        id: 'config/checkpoints-will-not-load',
        severity: 'warning',
        summary: 'The change reshapes, adds or removes tensors: checkpoints of the config before it no longer load.',
        example: 'moe_intermediate_size: 768 → 1024',
        mend: 'Plan a conversion or a new run.',
    },
    {
        id: 'config/structural-without-reason',
        severity: 'error',
        summary: 'The policy wants a reason for each structural change (structural: needs-reason), and the registry states none for this value.',
        example: 'num_experts: 64   # was 128',
        mend: 'Add to the registry: reasons: [{ parameter: num_experts, to: 64, reason: … }].',
    },
    {
        id: 'config/structural-reason',
        severity: 'notice',
        summary: 'The reason that the registry states for a structural change.',
        example: 'reasons: [{ parameter: num_experts, to: 64, reason: halves the memory for the edge model }]',
        mend: 'Nothing to mend.',
    },
    {
        id: 'config/no-registry',
        severity: 'notice',
        summary: 'There is no registry, so misspelt names and wild values pass.',
        example: '(no .github/model-registry.yml)',
        mend: 'Derive one: model-gates config --write-registry.',
    },
    {
        id: 'config/deleted',
        severity: 'notice',
        summary: 'The change deletes a config, or moves it to where no config is judged.',
        example: '(configs/old.yaml is gone)',
        mend: 'Nothing to mend; see that nothing reads it any more.',
    },
];

;// CONCATENATED MODULE: ./build/src/config/rules/text-docs.js
/** Rules of the text itself: what the reader refuses, or takes for something else. */
const textRuleDocs = [
    {
        id: 'config/unreadable',
        severity: 'error',
        summary: 'The training code would stop with an error here, or read something that cannot be told for sure. No policy lowers it.',
        example: 'stage: !!python/object:run x',
        mend: 'Mend the text at the place that is shown.',
    },
    {
        id: 'config/no-parameters',
        severity: 'error',
        summary: 'The file is empty or one value: the training code gets None or a text where it expects parameters. A list is a notice. OmegaConf makes an empty config of an empty file, and that passes.',
        example: '# learning_rate: 1.0e-4',
        mend: 'Write {} for a config that sets nothing.',
    },
    {
        id: 'config/duplicate-key',
        severity: 'error',
        summary: "A key stands twice in one mapping: PyYAML and Python's json silently keep the last. With equal values it is a warning.",
        example: 'lr: 1.0e-4\nlr: 1.0e-5',
        mend: 'Keep one of the two.',
    },
    {
        id: 'config/number-as-text',
        severity: 'error',
        summary: 'Looks like a number, but the reader takes it for text: PyYAML wants a point in the mantissa and a sign in the exponent.',
        example: 'learning_rate: 1e-5',
        mend: 'Write 1.0e-5. Where OmegaConf reads the file (Hydra, NeMo, LLaMA-Factory, verl), set dialect: omegaconf in the policy.',
    },
    {
        id: 'config/leading-zero',
        severity: 'warning',
        summary: 'A number with a zero in front is octal, or text.',
        example: 'seed: 010',
        mend: 'Remove the zero.',
    },
    {
        id: 'config/word-as-bool',
        severity: 'warning',
        summary: 'PyYAML reads yes, no, on and off as bool.',
        example: 'country: no',
        mend: 'Write true or false, or quote the word.',
    },
    {
        id: 'config/base-60',
        severity: 'warning',
        summary: 'PyYAML reads digits with colons as a number of base 60.',
        example: 'time_limit: 1:30',
        mend: 'Quote it.',
    },
    {
        id: 'config/none-as-text',
        severity: 'warning',
        summary: 'None is text in YAML; the null of YAML is null, ~ or nothing.',
        example: 'rope_scaling: None',
        mend: 'Write null.',
    },
    {
        id: 'config/text-as-date',
        severity: 'notice',
        summary: 'PyYAML reads an ISO date as a date object, not as text.',
        example: 'version: 2026-01-31',
        mend: 'Quote it if it is text.',
    },
    {
        id: 'config/large-integer',
        severity: 'notice',
        summary: 'An integer beyond 2^53 is exact in Python and rounded by readers that hold numbers as float64.',
        example: 'run_id: 9007199254740993',
        mend: 'Quote it if it is an identifier.',
    },
];

;// CONCATENATED MODULE: ./build/src/config/rule-docs.js



/** Every rule that validate-model-config can report. */
const ruleDocs = [
    ...textRuleDocs,
    ...registryRuleDocs,
    ...crossFieldRules.map(({ id, severity, summary, source, example, mend }) => ({
        id,
        severity,
        summary: `${summary} (Source: ${source}.)`,
        example,
        mend,
    })),
];

;// CONCATENATED MODULE: ./build/src/config/policy-values.js






/** What the schema of the policy cannot tell of its `config` section: rules that are no expressions, a size that cannot be read. */
function policyValueFindings(policy) {
    const rules = nodeAt(policy.root, ['config', 'expressions']);
    const checks = rules?.type === 'list' ? rules.items.map((_, index) => index) : [];
    return [
        ...checks.flatMap((index) => badValue(policy, ['config', 'expressions', index, 'check'], expressionProblem)),
        ...policy_values_unknownRules(policy),
        ...badValue(policy, ['config', 'expect-parameters'], (text) => parseExpectation(text) === undefined ? 'it is no number of parameters' : undefined),
    ];
}
/** A rule that is set under a misspelt name, or that no policy lowers, would go on as before. */
function policy_values_unknownRules(policy) {
    const rules = nodeAt(policy.root, ['config', 'rules']);
    if (rules?.type !== 'dict')
        return [];
    const known = [...ruleDocs.map(({ id }) => id), ...teamRules(policy)];
    return [...rules.entries.values()].flatMap(({ name }) => {
        // the schema tells of names that are no rule ids at all
        if (!name.startsWith('config/'))
            return [];
        const told = fixedRules.has(name) ? fixed(name) : known.includes(name) ? undefined : unknown(name, known);
        if (told === undefined)
            return [];
        const place = policy.place(['config', 'rules', name], 'key');
        return [{ rule: 'policy/bad-value', severity: 'error', file: policy.file, ...place, ...told }];
    });
}
function fixed(name) {
    return { message: `no policy can lower ${name}`, help: 'remove it: what cannot be read is not judged' };
}
function unknown(name, known) {
    const near = nearest(name, known);
    return {
        message: `there is no rule ${name}`,
        help: near === undefined ? 'docs/rules.md lists them' : `did you mean ${near}?`,
    };
}
/** Ids of the team's own rules. */
function teamRules(policy) {
    const rules = nodeAt(policy.root, ['config', 'expressions']);
    const items = rules?.type === 'list' ? rules.items : [];
    return items.flatMap((item) => {
        const id = nodeAt(item, ['id']);
        return id?.type === 'str' ? [`config/${id.value}`] : [];
    });
}
function badValue(policy, path, problemOf) {
    const node = nodeAt(policy.root, path);
    const problem = node?.type === 'str' ? problemOf(node.value) : undefined;
    if (node?.type !== 'str' || problem === undefined)
        return [];
    const example = path.at(-1) === 'check' ? 'num_experts % expert_parallel_size == 0' : '31.07B ± 0.5%';
    return [
        {
            rule: 'policy/bad-value',
            severity: 'error',
            message: `${String(path.at(-1))} cannot be used: ${problem}`,
            file: policy.file,
            ...policy.place(path, 'value'),
            help: `write it like ${example}`,
        },
    ];
}

;// CONCATENATED MODULE: ./build/src/policy/gate/policy-text.js


/** What the file of the policy says, and whether it may. */
function readPolicyText(bytes, file) {
    const document = readDocument(bytes, { file, dialect: 'yaml-1.2' });
    const problems = document.findings.filter(({ severity }) => severity === 'error');
    if (problems.length > 0 || document.value === null)
        return { value: null, findings: problems };
    const findings = validateWithSchema(document, policy_schema_namespaceObject, {
        file,
        rulePrefix: 'policy',
        prepared: 'policy',
    });
    return { value: document.value, findings: [...findings, ...policyValueFindings(document)] };
}

;// CONCATENATED MODULE: ./build/src/bundles/config.js
/** Bundled once, loaded by what reads or judges configs, and by what reads the policy. Names what is used, so that the rest is not bundled. */




})();

module.exports = __webpack_exports__;
/******/ })()
;