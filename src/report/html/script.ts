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
