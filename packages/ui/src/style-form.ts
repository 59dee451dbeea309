/** Forms: one column, labels above, what is wrong at the field. */
export const formStyle = `
form { font-family: var(--sans); hyphens: manual; }
form p { margin: 0 0 1.3rem; }
label { display: block; font-weight: 600; font-size: 1.05rem; }
label + span, .why { display: block; font-size: .94rem; line-height: 1.45; color: var(--soft); }
input, textarea {
  display: block;
  width: 100%;
  margin-top: .4rem;
  padding: .6rem .75rem;
  border: 1px solid var(--edge);
  border-radius: .5rem .6rem .45rem .65rem;
  background: light-dark(#fffdf8, #191512);
  color: var(--ink);
  font: 1.0625rem/1.5 var(--sans);
}
textarea { min-height: 9.5rem; field-sizing: content; resize: vertical; }
label:has([type=checkbox]) { display: flex; gap: .7rem; align-items: baseline; font-weight: 400; padding: .2rem 0; }
[type=checkbox] { flex: none; width: 1.35rem; height: 1.35rem; margin: 0; accent-color: var(--petrol); translate: 0 .25rem; }
[aria-invalid] { border: 2px solid var(--ink); }
.fault { display: block; margin-top: .5rem; padding-left: .7rem; border-left: .35rem solid var(--saffron); font: 600 1rem/1.4 var(--sans); }
.faults, .thanks { padding: 1rem 1.2rem; margin: 0 0 1.8rem; border-left: .35rem solid var(--saffron); background: var(--sand); border-radius: .3rem .9rem .8rem .3rem; }
.faults > :first-child, .thanks > :first-child { margin-top: 0; }
.faults ul, .faults > :last-child, .thanks > :last-child { margin-bottom: 0; }
.faults li { padding: .15rem 0; }
`;
