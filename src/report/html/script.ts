/** The page is whole without it: it filters rows, and says how old the page is. Runs in any browser of the last ten years. */
export const script = `(function(){
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
found.textContent=wanted.length===0?'':found.getAttribute('data-words').replace('#',shown).replace('#',rows.length);
};
words.addEventListener('input',filter);
filter();
}
var built=document.querySelector('#built'),age=document.getElementById('age');
var minutes=built?Math.floor((Date.now()-Date.parse(built.getAttribute('datetime')))/60000):NaN;
if(age&&minutes>=0){
var say=function(unit,number){return age.getAttribute('data-'+unit).replace('#',number)};
age.textContent=minutes<120?say('minutes',minutes):minutes<2880?say('hours',Math.floor(minutes/60)):say('days',Math.floor(minutes/1440));
if(minutes>=1500)age.className='old';
}
})();`;
