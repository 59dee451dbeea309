/** What few comments hold: lists, quotes and code. The dialogue's own lists look otherwise. */
export const saidStyle = `
.talk .said li { padding: .1rem 0; }
.talk .said li:nth-child(n)::before, .talk .said li:nth-child(n)::after { content: none; }
.talk .said :is(ul, ol) { margin: 0 0 .7em; padding: 0 0 0 1.4rem; border: 0; list-style: disc; }
.talk .said ol { list-style: decimal; }
.talk blockquote { margin: 0 0 .7em; padding-left: 1rem; border-left: 3px solid var(--line); color: var(--soft); }
.said pre { margin: 0 0 .7em; overflow-x: auto; overflow-wrap: normal; }
.said code { font: .9em ui-monospace, monospace; }
`;

/** An article's opening, the next date after it, and the conversation set as a dialogue. */
export const talkStyle = `
.open, .around { display: block; margin-bottom: 2.2rem; }
.open h1 { margin: .2em 0 .4em; }
.end { margin: 2.2rem 0; }
.next { margin: 3.5rem 0; padding: 1.8rem clamp(1.5rem, 6vw, 2.6rem) 2rem; background: var(--sand); border-radius: 2.4rem 3.6rem 2.6rem 3rem; }
.next h2 { margin: .1rem 0 .3rem; }
.next p { margin: 0 0 1rem; }
.talk ol, .around ul { list-style: none; margin: 0; padding: 0; }
.talk li { position: relative; padding-top: 1.8rem; }
.talk article { display: grid; grid-template-columns: 3.1rem 1fr; gap: 0 .8rem; }
.talk article > * { grid-column: 1/-1; margin: 0; }
.talk .n { grid-column: 1; display: grid; place-items: center; text-decoration: none; color: var(--ink); font-weight: 600; }
.n * { grid-area: 1/1; }
.n svg { width: 3.1rem; display: block; }
.t0 { fill: light-dark(#f2d896, #55401a); }
.t1 { fill: var(--line); }
.t2 { fill: light-dark(#cbdedd, #1f4951); }
.talk .who { grid-column: 2; align-self: center; line-height: 1.4; }
.who b { color: var(--ink); font-size: 1.05rem; }
.open p a, .who a { color: inherit; }
.around p { margin: 1rem 0 0; }
.around a { display: block; padding: .15rem 0; }
.said { padding-top: .5rem; }
.said p { margin: 0 0 .7em; }
.talk .re { justify-self: start; padding: .15rem 0; font: 600 1rem/1.5 var(--sans); }
.talk ol ol { margin-left: .2rem; padding-left: 1rem; border-left: 2px solid var(--line); }
:target > article { outline: 2px solid var(--saffron); outline-offset: .6rem; }
@media (min-width: 56rem) {
  .open h1 { margin-right: -7rem; }
  .talk > ol { margin-left: -3.9rem; }
  .talk article > * { grid-column: 2; }
  .said { padding: 0; }
  .talk ol ol { margin-left: 1.5rem; padding-left: 2.4rem; border: 0; }
  .talk li li::before { content: ""; position: absolute; left: -2.4rem; top: 0; width: 2.1rem; height: 3.1rem; border: solid var(--line); border-width: 0 0 2px 2px; border-radius: 0 0 0 1.6rem; }
  .talk li li:not(:last-child)::after { content: ""; position: absolute; left: -2.4rem; top: 0; bottom: 0; border-left: 2px solid var(--line); }
  .talk li:has(> ol) > article::before { content: ""; grid-area: 2/1/5/2; margin-left: 1.5rem; border-left: 2px solid var(--line); }
}
`;
