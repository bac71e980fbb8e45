/**
 * A long table that is searched, cut to a range, paged and drawn without a server. Its rows stand in the page once, as a compact table
 * (compact.ts) that is shown where no script runs; the script reads them there. Columns: SHA, time (UTC), branch where it is not trunk,
 * pull request, author, a verdict for each gate, a value for each metric, artifacts, run of the repository.
 */
export interface ExplorerData {
  /** Web address below which links lead; absent: no links. */
  readonly home?: string | undefined;
  readonly trunk: string;
  /** Short names, in the order of the columns. */
  readonly gates: readonly string[];
  readonly metrics: readonly string[];
  readonly words: ExplorerWords;
}

/** What the script says, in the language of the page. `#` stands for numbers. */
export interface ExplorerWords {
  readonly found: string;
  readonly page: string;
  readonly curve: string;
  readonly run: string;
  readonly verdicts: Readonly<Record<string, string>>;
}

/** JSON that no element ends: of a data block, which nothing runs. */
export function dataText(data: ExplorerData): string {
  return JSON.stringify(data).replaceAll('<', String.raw`\u003c`);
}

/** Everything is put in as text, and links lead below the address that the page was made with. Its state is in the address: links to it show the same. */
export const explorerScript = `(function(){
'use strict';
var $=function(id){return document.getElementById(id)};
var data=JSON.parse($('data').textContent),words=data.words,size=100;
var form=$('explore'),body=document.querySelector('#rows tbody'),heads=[].slice.call(document.querySelectorAll('#rows thead th'));
var signs={pass:'\\u2713',fail:'\\u2715',inconclusive:'?',exempt:'\\u2691',skipped:'\\u2013'},verdicts={};
for(var verdict in words.verdicts)verdicts[words.verdicts[verdict]]=verdict;
var entities={'&lt;':'<','&gt;':'>','&quot;':'"','&#39;':"'",'&#96;':'\`','&amp;':'&'};
var plain=function(text){return text.replace(/&(?:lt|gt|quot|#39|#96|amp);/g,function(one){return entities[one]})};
var gates=data.gates.length,values=gates+data.metrics.length;
var rows=$('all').textContent.split(/<\\/?tbody>/)[1].split('<tr>').slice(1).map(function(line){
var cells=line.replace(/\\n$/,'').split(/<t[hd]>/).slice(1);
while(cells.length<values+7)cells.push('');
return {
sha:cells[0],at:Date.parse(cells[1].replace(' ','T')+'Z'),branch:plain(cells[2]),pull:cells[3],author:plain(cells[4]),
gates:cells.slice(5,5+gates).map(function(word){return verdicts[word]}),
metrics:cells.slice(5+gates,5+values).map(function(text){return text===''?null:Number(text)}),
made:cells[5+values].split('<br>').filter(Boolean).map(plain),run:cells[6+values]
};
});
var iso=function(at){return new Date(at).toISOString()};
var texts=rows.map(function(row){
return [row.sha,iso(row.at).slice(0,10),row.author,row.branch||data.trunk,row.pull?'#'+row.pull:''].concat(
row.gates.map(function(verdict,at){return verdict?data.gates[at]+':'+verdict:''}),row.made).join(' ').toLowerCase();
});
var el=function(name,own,text){
var made=document.createElement(name);
for(var key in own)made.setAttribute(key,own[key]);
if(text!==undefined)made.appendChild(typeof text==='string'?document.createTextNode(text):text);
return made;
};
var link=function(text,to){return data.home&&to?el('a',{href:data.home+'/'+to,rel:'noreferrer noopener'},text):el('span',{},text)};
var state={q:'',metric:'',from:'',to:'',page:1};
var decoded=function(text){try{return decodeURIComponent(text)}catch(broken){return text}};
var read=function(){
var hash=decoded(location.hash.slice(1));
state={q:'',metric:data.metrics[0]||'',from:'',to:'',page:1};
if(/^[0-9a-f]{7,64}$/.test(hash))state.q=hash;
else if(hash.indexOf('=')>0)location.hash.slice(1).split('&').forEach(function(pair){
var at=pair.indexOf('='),key=pair.slice(0,at),value=decoded(pair.slice(at+1).replace(/\\+/g,' '));
if(key==='page')state.page=Math.max(1,parseInt(value,10)||1);
else if(key in state)state[key]=value;
});
$('q').value=state.q;$('from').value=state.from;$('to').value=state.to;
if($('metric')){$('metric').value=state.metric;state.metric=$('metric').value||data.metrics[0]}
};
var write=function(){
var pairs=['q','metric','from','to'].filter(function(key){return state[key]&&!(key==='metric'&&state[key]===data.metrics[0])}).map(function(key){return key+'='+encodeURIComponent(state[key])});
if(state.page>1)pairs.push('page='+state.page);
history.replaceState(null,'',pairs.length?'#'+pairs.join('&'):location.pathname+location.search);
};
var cell=function(name,at,content){
var own=name==='th'?{scope:'row',role:'rowheader'}:{role:'cell'};
if(heads[at]){own['data-label']=heads[at].textContent;own['class']=heads[at].className}
var box=el('div',{});
content.forEach(function(one,n){if(n)box.appendChild(document.createTextNode(' '));box.appendChild(one)});
if(!content.length){box.appendChild(document.createTextNode('\\u2013'));own['class']+=' none'}
return el(name,own,box);
};
var line=function(row){
var tr=el('tr',{role:'row'}),at=0,add=function(content){tr.appendChild(cell(at===0?'th':'td',at,content));at+=1};
var bdi=function(text){return el('bdi',{},text)},time=iso(row.at);
add([link(el('code',{},row.sha.slice(0,8)),'commit/'+row.sha)].concat(row.branch?[el('span',{'class':'tag'},bdi(row.branch))]:[]));
add([el('time',{datetime:time},time.slice(0,16).replace('T',' ')+' UTC')]);
add(row.pull?[link('#'+row.pull,'pull/'+row.pull)]:[]);
add(row.author?[bdi(row.author)]:[]);
add(row.gates.map(function(verdict,n){
if(!verdict)return null;
var chip=el('span',{'class':'chip '+verdict},el('span',{'aria-hidden':'true'},signs[verdict]+' '));
chip.appendChild(bdi(data.gates[n]));
chip.appendChild(el('span',{'class':'sr'},': '+words.verdicts[verdict]));
return chip;
}).filter(Boolean));
var place=data.metrics.indexOf(state.metric),value=place<0?null:row.metrics[place];
if(data.metrics.length)add(value===null?[]:[el('span',{},String(value))]);
add(row.made.map(function(id){return el('code',{},bdi(id))}));
add(row.run?[link(words.run,'actions/runs/'+row.run)]:[]);
return tr;
};
var svg=function(name,own){
var made=document.createElementNS('http://www.w3.org/2000/svg',name);
for(var key in own)made.setAttribute(key,own[key]);
return made;
};
var say=function(text,numbers){return numbers.reduce(function(said,one){return said.replace('#',one)},text)};
var curve=function(found){
var place=data.metrics.indexOf(state.metric),box=$('curve');
var points=found.filter(function(row){return row.metrics[place]!==null&&row.metrics[place]!==undefined}).reverse();
box.hidden=points.length<2;
if(box.hidden)return;
var step=Math.max(1,Math.ceil(points.length/800)),thin=points.filter(function(_,at){return at%step===0||at===points.length-1});
var values=points.map(function(row){return row.metrics[place]}),low=values.reduce(function(a,b){return Math.min(a,b)}),high=values.reduce(function(a,b){return Math.max(a,b)});
var first=points[0].at,span=points[points.length-1].at-first||1,tall=high-low||1;
var picture=svg('svg',{viewBox:'0 0 960 200',role:'img'});
picture.appendChild(svg('polyline',{points:thin.map(function(row){return (6+(row.at-first)/span*948).toFixed(1)+','+(6+(high-row.metrics[place])/tall*188).toFixed(1)}).join(' ')}));
var caption=say(words.curve,[state.metric,points.length,iso(first).slice(0,10),iso(first+span).slice(0,10),low,high,values[values.length-1]]);
picture.setAttribute('aria-label',caption);
box.replaceChild(picture,box.firstChild);
$('caption').textContent=caption;
};
var show=function(){
var wanted=state.q.toLowerCase().split(/\\s+/).filter(Boolean);
var found=rows.filter(function(row,at){
var date=iso(row.at).slice(0,10);
return (!state.from||date>=state.from)&&(!state.to||date<=state.to)&&wanted.every(function(word){return texts[at].indexOf(word)>=0});
});
var pages=Math.max(1,Math.ceil(found.length/size));
state.page=Math.min(state.page,pages);
while(body.firstChild)body.removeChild(body.firstChild);
found.slice((state.page-1)*size,state.page*size).forEach(function(row){body.appendChild(line(row))});
$('count').textContent=say(words.found,[found.length,rows.length]);
$('place').textContent=say(words.page,[state.page,pages]);
$('before').disabled=state.page<=1;$('after').disabled=state.page>=pages;
curve(found);
};
var changed=function(){
['q','metric','from','to'].forEach(function(key){if($(key))state[key]=$(key).value});
state.page=1;write();show();
};
var turn=function(by){return function(){state.page+=by;write();show();$('rows').scrollIntoView()}};
form.addEventListener('submit',function(event){event.preventDefault()});
form.addEventListener('input',changed);
$('before').addEventListener('click',turn(-1));
$('after').addEventListener('click',turn(1));
window.addEventListener('hashchange',function(){read();show()});
form.hidden=$('pages').hidden=false;
if($('rest'))$('rest').hidden=true;
read();show();
})();`;
