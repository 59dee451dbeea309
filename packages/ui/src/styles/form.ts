/** Forms: one column, labels above, what is wrong at the field. */
export const formStyle = `
form { font: 1rem/1.5 var(--sans); hyphens: manual; }
form p { margin: 0 0 1.4rem; }
label { display: block; font-weight: 600; font-size: 1.05rem; }
label + span { display: block; font-size: .94rem; color: var(--soft); }
input, textarea {
  display: block;
  width: 100%;
  margin-top: .4rem;
  padding: .65rem .8rem;
  border: 1px solid var(--edge);
  border-radius: .55rem .7rem .5rem .75rem;
  background: light-dark(#fffdf9, #191512);
  color: var(--ink);
  font: 1.0625rem/1.5 var(--sans);
}
textarea { min-height: 9rem; field-sizing: content; resize: vertical; }
label:has(input) { display: flex; gap: .8rem; align-items: baseline; font-weight: 400; font-size: 1rem; padding: .35rem 0; }
label input { flex: none; width: 1.4rem; height: 1.4rem; margin: 0; accent-color: var(--petrol); translate: 0 .3rem; }
`;

/** Calm news, and what to mend. */
export const noticeStyle = `
.faults, .thanks { padding: 1.3rem 1.5rem; margin: 0 0 2rem; background: var(--sand); border-left: .4rem solid var(--saffron); border-radius: .3rem 1.6rem 1.3rem .3rem; }
h1 + form, h1 + .thanks { margin-top: 1.5rem; }
.faults h2, .thanks h2 { margin: 0 0 .4rem; font-size: 1.25rem; }
.faults > :last-child, .thanks > :last-child { margin-bottom: 0; }
`;

/** What somebody wrote, above a form about it. */
export const quotedStyle = `
blockquote { margin: 0 0 1.2em; padding-left: 1rem; border-left: 3px solid var(--saffron); }
blockquote > :last-child { margin-bottom: 0; }
form + form { margin-top: 1rem; }
blockquote + form, .quiet + form { margin-top: 1.8rem; }
`;

/** A button for what is not the first thing to do. */
export const plainStyle = `
.plain { background: none; color: var(--petrol); box-shadow: inset 0 0 0 1.5px var(--petrol); }
`;

/** A form that came back, and fields that may stay empty. */
export const faultStyle = `
form + p { margin-top: 1.4rem; }
.acts { margin-top: 1.8rem; display: flex; flex-wrap: wrap; gap: .8rem; }
[aria-invalid] { border: 2px solid var(--ink); }
.fault { display: block; margin-top: .5rem; padding-left: .7rem; border-left: .35rem solid var(--saffron); color: var(--ink); font-size: 1rem; font-weight: 600; }
.facts + form, .facts + p { margin-top: 1.8rem; }
.faults ul { list-style: none; padding: 0; }
.faults li { padding: .25rem 0; }
`;

/** What can be done besides, for who opens it. */
export const foldStyle = `
details { margin: 1.4rem 0; font-family: var(--sans); }
summary { padding: .4rem 0; color: var(--petrol); font-weight: 600; cursor: pointer; }
summary + form { margin-top: .8rem; }
details + details { margin-top: -.8rem; }
`;

/** One of a few to choose from. */
export const choiceStyle = `
fieldset { border: 0; padding: 0; margin: 0 0 1.4rem; min-width: 0; }
legend { padding: 0; font-weight: 600; font-size: 1.05rem; }
`;

/** What each choice means, below it. */
export const explainedStyle = `
fieldset b { display: block; }
legend + .quiet { margin-bottom: .5rem; }
#explanation { min-height: 5rem; }
`;

/** What a person's own page lists. */
export const ownStyle = `
.own { list-style: none; padding: 0; border-bottom: 1px solid var(--line); }
.own > li { padding: .8rem 0; border-top: 1px solid var(--line); }
.own .quiet { display: block; }
.own blockquote { margin: .3rem 0; }
.own + form { margin-top: 2rem; }
code { font-size: .85em; }
`;

/** When, where and with whom. */
export const factsStyle = `
.facts { display: grid; grid-template-columns: max-content 1fr; gap: .35rem 1.4rem; font: 1.05rem/1.5 var(--sans); font-variant-numeric: lining-nums tabular-nums; hyphens: manual; }
.facts dt { color: var(--soft); }
.facts dd { margin: 0; }
.facts .line { display: block; }
.facts dt:first-child + dd:has(time) { font-weight: 600; }
.facts + .prose { margin-top: 2.5rem; }
.prose + h2 { margin-top: 3.5rem; }
label small, legend small { font-size: .94rem; font-weight: 400; color: var(--soft); }
#note, #together { min-height: 5rem; }
section + .quiet { margin-top: 3rem; }
.off time, .off .nb { text-decoration: line-through; }
h1 + .facts, .lead + .facts { margin-top: 1.6rem; }
#aanmelden { margin-top: 2.5rem; }
@media print { #aanmelden { display: none; } }
@media (max-width: 26rem) { .facts { display: block; } .facts dd { margin-bottom: .6rem; } }
`;
