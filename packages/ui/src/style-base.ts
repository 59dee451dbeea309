/** Paper, ink, type, and the frame every page stands in. */
export const baseStyle = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#faf6ee, #211d19);
  --ink: light-dark(#221b16, #efe6d8);
  --soft: light-dark(#53473d, #c8bba9);
  --line: light-dark(#dfd4c2, #443c34);
  --edge: light-dark(#86786a, #918474);
  --petrol: light-dark(#0b4b57, #93d1d9);
  --sand: light-dark(#eadfcc, #3a332c);
  --saffron: #edb041;
  --serif: "Iowan Old Style", "Palatino Linotype", Palatino, "URW Palladio L", Georgia, serif;
  --sans: system-ui, sans-serif;
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding: 1rem; }
body {
  margin: 0;
  background: var(--paper);
  color: var(--ink);
  font: 1.125rem/1.6 var(--serif);
  font-variant-numeric: oldstyle-nums;
  hyphens: auto;
  hyphenate-limit-chars: 9 4 4;
  text-wrap: pretty;
  overflow-wrap: break-word;
}
h1, h2, h3 { line-height: 1.2; font-weight: 600; text-wrap: balance; hyphens: manual; margin: 2.2em 0 .5em; }
h1 { font-size: clamp(1.9rem, 1.4rem + 2.6vw, 3rem); line-height: 1.1; letter-spacing: -.012em; margin: 0; }
h2 { font-size: 1.5rem; }
h3 { font-size: 1.2rem; }
p, ul, ol { margin: 0 0 1em; }
a { color: var(--petrol); text-underline-offset: .18em; text-decoration-thickness: .06em; }
a:hover { text-decoration-thickness: .14em; }
:focus-visible { outline: 3px solid var(--petrol); outline-offset: 3px; border-radius: 2px; }
time, .sans { font-family: var(--sans); font-size: .94em; font-variant-numeric: lining-nums tabular-nums; }
.quiet { font: .94rem/1.5 var(--sans); color: var(--soft); }
.lead { font-size: 1.25rem; line-height: 1.5; color: var(--soft); }
.button, button {
  display: inline-block;
  padding: .7em 1.4em;
  border: 0;
  border-radius: 1.6em 1.8em 1.5em 1.9em;
  background: var(--petrol);
  color: var(--paper);
  font: 600 1.05rem/1.3 var(--sans);
  text-decoration: none;
  cursor: pointer;
}
.button:hover, button:hover { background: var(--ink); }
.news { background: var(--saffron); color: #221b16; padding: .05em .5em; border-radius: .7em .9em .8em .7em; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: .5rem; }
body > header, main, body > footer { max-width: 64rem; margin: auto; padding: 1rem max(1.15rem, 4vw); }
body > header, body > footer, nav { display: flex; flex-wrap: wrap; gap: .1rem 1.4rem; align-items: baseline; font: 1rem/1.5 var(--sans); }
body > header { justify-content: space-between; }
body > header a, body > footer a { display: inline-block; padding: .4rem 0; color: inherit; text-decoration: none; }
nav a:hover, nav [aria-current], body > footer a { text-decoration: underline; text-decoration-thickness: .1em; }
.brand { font: 600 1.3rem/1.5 var(--serif); }
.brand svg { height: 1.3em; margin: 0 .5em -.15em 0; fill: var(--petrol); }
.brand path + path { opacity: .72; }
.brand path + path + path { fill: var(--saffron); opacity: 1; }
main { padding-block: clamp(1.2rem, 5vw, 3.5rem) 4rem; min-height: 60vh; }
.narrow { max-width: 37rem; margin-inline: auto; }
body > footer { color: var(--soft); padding-bottom: 2.5rem; }
body > footer p { margin: .4rem auto .4rem 0; }
@media print {
  nav, body > footer, form, .button, .skip { display: none; }
  :root { color-scheme: light; }
  body { font-size: 11pt; }
}
`;
