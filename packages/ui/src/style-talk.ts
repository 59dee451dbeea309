/** An article's opening, the next date after it, and the conversation set as a dialogue. */
export const talkStyle = `
.open { margin-bottom: 2.2rem; }
.open h1 { margin: .25em 0 .4em; }
.open > a { font: 600 1rem/1.5 var(--sans); text-decoration: none; }
.open .quiet { margin: 0; }
.next { margin: 3rem 0; padding: 1.4rem 0 1.5rem; border-block: 1px solid var(--line); }
.next h2 { margin: 0; font-size: 1.35rem; }
.next p { margin: .2rem 0 1rem; }
.talk ol { list-style: none; margin: 0; padding: 0; }
.talk li { position: relative; padding-top: 1.9rem; }
.talk article { display: grid; grid-template-columns: 2.6rem 1fr; gap: 0 .8rem; }
.talk article > * { grid-column: 1/-1; margin: 0; }
.talk .n { grid-column: 1; display: grid; place-items: center; text-decoration: none; color: var(--ink); }
.talk .n * { grid-area: 1/1; }
.talk svg { width: 2.6rem; display: block; fill: var(--sand); }
.talk .p1 { fill: light-dark(#cfe0df, #234a50); }
.talk .p2 { fill: light-dark(#f3dba6, #5a4419); }
.talk .who { grid-column: 2; align-self: center; line-height: 1.35; }
.talk .who b { color: var(--ink); margin-right: .4em; font-size: 1.05rem; }
.talk .who a { display: inline-block; padding: .15rem 0; color: inherit; }
.said { padding-top: .5rem; }
.said p { margin: 0 0 .7em; }
.talk article > .sans { justify-self: start; padding: .2rem 0; font-weight: 600; }
.talk ol ol { margin-left: 1.3rem; padding-left: 1.1rem; border-left: 2px solid var(--line); }
:target > article { outline: 2px solid var(--saffron); outline-offset: .6rem; border-radius: .3rem; }
@media (min-width: 46rem) {
  .talk article > * { grid-column: 2; }
  .said { padding-top: .2rem; }
}
`;
