/**
 * The one inline script of every page. It runs in <head>, before anything is painted, so that a chosen theme never flashes, and it
 * serves the switches of the header by delegation, so that they work before (and without) hydration:
 * `[data-theme-switch]`, `[data-language-switch]`, and links inside a `[popover]`, which close it.
 *
 * It is kept as text, not as a function, because its hash stands in the Content-Security-Policy: what is sent must be what is hashed,
 * whatever bundled it. The theme is stored only while it differs from the system's, so that "as my system" is never lost.
 */
export const earlyScript = `(function(){
var d=document,r=d.documentElement,k='handrail.theme',m=matchMedia('(prefers-color-scheme:dark)');
function stored(){try{return localStorage.getItem(k)}catch(e){return null}}
function system(){return m.matches?'dark':'light'}
function press(){d.querySelectorAll('[data-theme-switch]').forEach(function(b){b.setAttribute('aria-pressed',String((r.dataset.theme||system())==='dark'))})}
function show(){var t=stored();if(t==='light'||t==='dark')r.dataset.theme=t;else delete r.dataset.theme;press()}
function turn(){var t=(r.dataset.theme||system())==='dark'?'light':'dark';r.dataset.theme=t;
try{if(t===system())localStorage.removeItem(k);else localStorage.setItem(k,t)}catch(e){}press()}
function place(){var h=location.hash;if(h&&!d.getElementById(decodeURIComponent(h.slice(1))))return h;
var at='';d.querySelectorAll('main :is(h2,h3)[id]:not(nav *)').forEach(function(e){if(e.getBoundingClientRect().top<innerHeight*.4)at='#'+e.id});return at}
show();m.addEventListener('change',press);addEventListener('storage',show);d.addEventListener('DOMContentLoaded',press);
d.addEventListener('click',function(e){var t=e.target;if(!t||!t.closest)return;
if(t.closest('[data-theme-switch]'))turn();
var l=t.closest('[data-language-switch]');if(l){l.hash=place();d.cookie='handrail.locale='+l.dataset.languageSwitch+';path=/;max-age=31536000;samesite=lax'}
var a=t.closest('[popover] a[href]');if(a)a.closest('[popover]').hidePopover()})
})()`;
