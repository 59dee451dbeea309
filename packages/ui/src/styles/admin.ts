/** The organisers' workplace: the same hand, denser. */
export const adminStyle = `
main { font: 1rem/1.5 var(--sans); font-variant-numeric: lining-nums tabular-nums; hyphens: manual; padding-top: 1rem; }
h1 { font-size: 1.9rem; }
h2 { font-size: 1.3rem; margin-top: 2.6rem; }
.top { display: flex; flex-wrap: wrap; gap: 0 1.5rem; justify-content: space-between; align-items: baseline; margin-bottom: 2rem; }
nav a { padding: .4rem 0; }
.top a { color: inherit; text-decoration: none; }
.top [aria-current] { font-weight: 600; text-decoration: underline .1em; }
.top button { padding: .4rem 0; color: var(--soft); font-weight: 400; box-shadow: none; text-decoration: underline .06em; text-underline-offset: .18em; }
h1 ~ nav { gap: .5rem; margin: 1.6rem 0; }
h1 ~ nav a { padding: .4rem 1rem; border: 1px solid var(--edge); border-radius: 1em 1.2em .9em 1.1em; text-decoration: none; }
h1 ~ nav [aria-current] { text-decoration: none; background: var(--petrol); border-color: var(--petrol); color: var(--paper); }
main p { max-width: 44rem; }
input, textarea, select { max-width: 36rem; }
button { font-size: 1rem; padding: .5em 1.2em; }
.held { list-style: none; padding: 0; }
.held > li { padding: 1rem 0 1.1rem; border-top: 1px solid var(--line); }
.held p { margin: 0 0 .5rem; }
.held .typed { font: 1.0625rem/1.5 var(--serif); max-width: 44rem; white-space: pre-wrap; }
.held label + .typed { margin-top: .4rem; }
.held ul { padding-left: 1.2rem; }
.ways { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr)); gap: 1.5rem 2.5rem; align-items: end; margin-top: 1.4rem; }
.ways p { margin-bottom: 1rem; }
select { font: inherit; width: 100%; padding: .5em; color: inherit; background: var(--paper); border: 1px solid var(--edge); border-radius: .5rem; }
summary { padding: .5rem 0; cursor: pointer; }
.acts { align-items: center; gap: .7rem; }
table { overflow-wrap: normal; border-collapse: collapse; width: 100%; margin: .3rem 0 1.6rem; }
summary ~ table { table-layout: fixed; overflow-wrap: anywhere; }
th { text-align: left; font-weight: 600; color: var(--soft); }
th, td { padding: .55rem 1.2rem .55rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
.bar { width: 7rem; height: .7rem; margin: 0 .2rem 0 .6rem; fill: none; stroke: var(--line); stroke-width: 5; stroke-linecap: round; }
.bar path + path { stroke: var(--petrol); }
.mails { display: flex; flex-wrap: wrap; gap: 0 1.5rem; }
.mails section { max-width: 100%; }
.phone { width: 22.5rem; }
.desk { width: 50rem; }
iframe { width: 100%; height: 40rem; border: 1px solid var(--line); border-radius: .5rem; }
.plain-text { font: .94rem/1.5 ui-monospace, monospace; max-width: 50rem; padding: 1rem 1.2rem; background: var(--sand); border-radius: .5rem; white-space: pre-wrap; overflow-wrap: anywhere; }
td time, td button { white-space: nowrap; }
@media (max-width: 44rem) {
  td time, td button { white-space: normal; }
  table, tbody, tr, td { display: block; }
  thead { display: none; }
  tr { padding: .8rem 0; border-bottom: 1px solid var(--line); }
  td { padding: 0; border: 0; overflow-wrap: anywhere; }
  td form { margin-top: .5rem; }
  td:first-child { font-weight: 600; }
}
`;
