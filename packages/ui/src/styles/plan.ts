/** The stones as they are drawn. */
export const stoneStyle = `
.t0 { fill: var(--saffron); }
.t1 { fill: light-dark(#e7dac3, #463c32); }
.t2 { fill: light-dark(#bfd8d8, #215059); }
.ahead { fill: var(--paper); }
.pen, .walk, .way path { fill: none; stroke: var(--ink); stroke-width: 1.2; stroke-linecap: round; stroke-linejoin: round; }
.pen { translate: 1.5px -2px; }
.t0 .pen { stroke: light-dark(#221b16, #fff4de); }
.grass { stroke-width: 2; stroke: var(--edge); }
.walk, .way path { stroke: var(--edge); stroke-width: 3.5; stroke-dasharray: 0 12; }
.path, .stone { display: block; width: 100%; }
.path ~ h1 { font-size: clamp(1.5rem, 7.5vw, 2.8rem); }
`;

/** The step plan. */
export const planStyle = `
.plan { list-style: none; padding: 0; margin: 0; display: grid; grid-template-columns: minmax(0, 1fr); gap: 3rem; }
.plan > li { position: relative; padding-left: min(6.4rem, 26vw); min-height: 7rem; }
.plan h2, .plan h3 { margin: 0 0 .3rem; font-size: 1.15rem; overflow-wrap: anywhere; }
.plan p { margin: 0 0 .5rem; }
.stone { position: absolute; left: 0; top: -.3rem; width: min(5.3rem, 22vw); }
.stone text { font: 600 32px var(--serif); text-anchor: middle; fill: var(--ink); }
.stone.t0 text { fill: #221b16; }
.way { position: absolute; left: min(2.2rem, 9vw); top: 4.8rem; width: 1.6rem; height: calc(100% - 2.4rem); scale: -1 1; overflow: visible; }
`;

/** The same as a path that rises, where there is room for it. */
export const pathStyle = `
@media (min-width: 48rem) {
  .plan { grid-template-columns: repeat(3, 1fr); gap: 3.2rem; align-items: start; }
  .plan > li { padding: 8.2rem 0 0; margin-top: 7rem; }
  .plan > li + li { margin-top: 3.5rem; }
  .plan > li + li + li { margin-top: 0; }
  .plan h2, .plan h3 { font-size: 1.4rem; }
  .stone { width: 9.5rem; top: 0; }
  .way { left: 10.2rem; top: .4rem; width: calc(100% - 7.6rem); height: 3.6rem; scale: none; }
}
`;

/** Lists of articles and of dates. */
export const listStyle = `
.hero { display: grid; gap: 1.5rem 3rem; align-items: center; }
.hero span { display: inline-block; }
.button + .when { margin-top: 1rem; }
.when + .facts { margin-top: 2rem; }
.when + .plan, .narrow > .prose + h2 { margin-top: 3rem; }
section { margin-top: clamp(3.5rem, 9vw, 6rem); }
section > h2, .narrow > h2 { margin: 0 0 1.4rem; font-size: clamp(1.6rem, 1.3rem + 1.3vw, 2.1rem); }
.rows { list-style: none; margin: 0; padding: 0; }
.rows > li { padding: 1.2rem 0; border-top: 1px solid var(--line); }
.rows > li:first-child { border: 0; padding-top: 0; }
.rows :is(h2, h3) { margin: 0 0 .25rem; line-height: 1.25; }
.rows p { margin: 0 0 .2rem; }
.rows :is(h2, h3) a { display: block; color: var(--ink); text-decoration: none; }
.rows :is(h2, h3) a:hover { text-decoration: underline; }
.dates h3 a { color: var(--petrol); text-decoration: underline; }
.off time, .off .nb, .off h3 { text-decoration: line-through; }
.plan .when { padding-block: .7rem; }
.plan a .nb { text-decoration: underline .06em; }
.intro { max-width: 40rem; margin-bottom: 2.5rem; }
.months > section { margin-top: clamp(2.5rem, 6vw, 4rem); }
.plan + .all { margin-top: 3.5rem; }
.narrow > .path { width: min(100%, 19rem); margin: 0 0 1.5rem -.4rem; }
@media (min-width: 48rem) {
  .hero { grid-template-columns: 1.3fr 1fr; gap: 2rem; }
  .reads { display: grid; grid-template-columns: 1fr 1fr; column-gap: 4.5rem; }
  .reads > li:first-child { grid-column: 1/-1; padding-bottom: 2.2rem; }
  .dates:not(.narrow *) > li { display: grid; grid-template-columns: 21rem 1fr; gap: 0 2rem; align-items: baseline; }
}
.reads > li:first-child h3 { font-size: clamp(1.7rem, 1.3rem + 2vw, 2.5rem); line-height: 1.15; margin-bottom: .6rem; }
`;

/** How many places are left, where that is news: lit, or with a line around what can't be had now. */
export const newsStyle = `
.news, .note { padding: .1em .6em; border: 1.5px solid transparent; border-radius: .8em 1em .7em .9em; display: inline-block; line-height: 1.4; }
.news { background: var(--saffron); color: #221b16; }
.note { border-color: var(--edge); }
.soon { border-style: dashed; }
.gone { background: var(--ink); color: var(--paper); border-color: var(--ink); }
s { color: var(--soft); }
`;
