/** Paper, ink, type, and the frame every page stands in. */
export const baseStyle = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#faf6ee, #211d19);
  --ink: light-dark(#221b16, #efe6d8);
  --soft: light-dark(#53473d, #c8bba9);
  --line: light-dark(#d9ccb7, #4b4239);
  --edge: light-dark(#86786a, #918474);
  --petrol: light-dark(#0b4b57, #93d1d9);
  --sand: light-dark(#efe6d5, #2e2822);
  --saffron: #edb041;
  --serif: "Iowan Old Style", "Palatino Linotype", Palatino, Georgia, serif;
  --sans: system-ui, sans-serif;
}
* { box-sizing: border-box; }
html { scroll-padding: 1.5rem; }
body {
  margin: 0;
  background: var(--paper);
  color: var(--ink);
  font: 1.125rem/1.6 var(--serif);
  font-variant-numeric: oldstyle-nums;
  hyphens: auto;
  hyphenate-limit-chars: 10 4 4;
  text-wrap: pretty;
  overflow-wrap: anywhere;
}
h1, h2, h3 { line-height: 1.2; font-weight: 600; font-family: var(--serif); font-variant-numeric: lining-nums; hyphens: manual; text-wrap: balance; margin: 2.2em 0 .5em; }
h1 { font-size: clamp(1.6rem, 1.15rem + 3.2vw, 3.2rem); line-height: 1.1; letter-spacing: -.012em; margin: 0 0 .4em; }
h2 { font-size: 1.5rem; }
h3 { font-size: 1.2rem; }
p, ul, ol, dl { margin: 0 0 1em; }
a { color: var(--petrol); text-underline-offset: .18em; text-decoration-thickness: .06em; }
a:hover { text-decoration-thickness: .14em; }
:focus-visible { outline: 3px solid var(--petrol); outline-offset: 3px; }
.quiet, .when { font: .94rem/1.5 var(--sans); color: var(--soft); font-variant-numeric: lining-nums tabular-nums; hyphens: manual; }
.when { font-size: 1rem; color: var(--ink); }
.lead { font-size: 1.25rem; line-height: 1.5; color: var(--soft); margin-bottom: 1.2em; }
.button, button {
  display: inline-block;
  padding: .75em 1.5em;
  border: 0;
  border-radius: 1.5em 1.9em 1.6em 2.1em;
  background: var(--petrol);
  color: var(--paper);
  font: 600 1.05rem/1.3 var(--sans);
  text-decoration: none;
  cursor: pointer;
}
.button:hover, button:hover { background: var(--ink); }
.nb, .who time { display: inline-block; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: .5rem; }
body > header, main, body > footer { max-width: 66rem; margin: auto; padding: 1.1rem max(1.15rem, 4vw); }
body > header, body > footer, nav { display: flex; flex-wrap: wrap; gap: .1rem 1.5rem; align-items: baseline; font: 1rem/1.5 var(--sans); }
body > header { justify-content: space-between; }
body > header a, body > footer a { display: inline-block; padding: .4rem 0; color: inherit; text-decoration: none; }
nav a:hover, nav [aria-current], body > footer a { text-decoration: underline; text-decoration-thickness: .1em; text-underline-offset: .3em; }
.brand { font: 600 1.35rem/1.5 var(--serif); }
.mark { height: 1.35em; margin: 0 .5em -.12em 0; fill: var(--petrol); }
.mark path + path { opacity: .7; }
.mark path + path + path { fill: var(--saffron); opacity: 1; }
main { padding-block: clamp(1.4rem, 5vw, 3.5rem) 5rem; min-height: 65vh; }
.narrow { max-width: 36.5rem; margin-inline: auto; }
body > footer { color: var(--soft); padding-bottom: 3rem; }
body > footer p { margin: .4rem auto .4rem 0; }
@media (max-width: 30rem) { h1, h2, h3 { hyphens: auto; hyphenate-limit-chars: 15 5 5; } }
@media print {
  nav, form, .button, .skip, .re, .next, body > footer, #reageer, #deel { display: none !important; }
  :root { color-scheme: light; }
  body { font-size: 11pt; }
  h2, h3 { break-after: avoid; }
}
`;
