/** What is made to be printed: on the screen it lies there as a sheet. */
export const sheetStyle = `
.kind, .from { font: 600 1rem/1.4 var(--sans); color: var(--petrol); margin: 0 0 .6rem; hyphens: manual; }
@media print {
  body > header { display: none; }
  body, main { padding: 0; margin: 0; max-width: none; min-height: 0; background: none; }
}
`;

/** The list at the door. */
export const signInStyle = `
.sheet h1 { font-size: clamp(1.6rem, 1.2rem + 2vw, 2.3rem); }
table { width: 100%; border-collapse: collapse; font: 1rem/1.35 var(--sans); font-variant-numeric: lining-nums tabular-nums; hyphens: manual; margin: 1.6rem 0 1.2rem; }
th, td { text-align: left; padding: .55rem .6rem; border-bottom: 1px solid var(--line); vertical-align: middle; }
thead th { font-weight: 400; color: var(--soft); border-bottom: 2px solid var(--ink); }
tbody th { font-weight: 600; line-height: 1.25; }
th span { display: block; font-weight: 400; font-size: .88rem; color: var(--soft); }
td:first-child { color: var(--soft); width: 2.4rem; overflow-wrap: normal; }
td.sign, th.sign { border-left: 1px solid var(--line); }
td.sign { height: 3.3rem; }
th.sign { overflow-wrap: normal; }
.sheet:not(.wide) .sign { width: 46%; }
@media (max-width: 30rem) { th.sign { overflow-wrap: anywhere; } th, td { padding-inline: .3rem; } }
.wide .sign { width: 11%; }
@page { size: A4; margin: 14mm 14mm 12mm; }
@page wide { size: A4 landscape; margin: 12mm; }
@media print {
  .wide { page: wide; }
  .sheet h1 { font-size: 20pt; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
  th, td { border-color: #86786a; }
  td.sign { height: 12mm; }
  th, td { padding: 1.2mm 2mm; }
}
`;

/** Badges: 90 by 55 millimetres, ten on a sheet. */
export const badgeStyle = `
.badges { list-style: none; margin: 2rem 0; padding: 0; display: grid; grid-template-columns: repeat(auto-fill, min(90mm, 100%)); gap: 1rem; }
.badges li { width: 90mm; height: 55mm; max-width: 100%; padding: 6mm 7mm; display: grid; grid-template-rows: auto 1fr auto; background: light-dark(#fffdf9, #191512); outline: 1px dashed var(--edge); overflow: hidden; }
.badges p { margin: 0; }
.from { font-size: 10pt; }
.from .mark { margin-right: .4em; }
.name { align-self: center; font: 15pt/1.15 var(--serif); hyphens: manual; }
.name b { display: block; font-weight: 600; font-size: 34pt; line-height: 1.05; letter-spacing: -.01em; }
.middle b { font-size: 26pt; }
.small b { font-size: 19pt; }
.works { font: 11pt/1.25 var(--sans); color: var(--soft); border-top: 2px solid var(--saffron); padding-top: 2mm; min-height: 7mm; }
@page { size: A4; margin: 11mm 15mm; }
@media print {
  h1, .lead { display: none; }
  .badges { margin: 0; gap: 0; grid-template-columns: 90mm 90mm; }
  .badges li { break-inside: avoid; background: none; outline: 0; border: .2mm dashed #86786a; margin: 0 -.2mm -.2mm 0; }
}
`;

/** That somebody was there. */
export const certificateStyle = `
.proof { position: relative; max-width: 60rem; margin: 0 auto 1.5rem; padding: clamp(1.6rem, 5vw, 4rem); background: light-dark(#fffdf9, #191512); border-radius: .4rem 2.2rem .5rem 1.9rem; border: 1px solid var(--line); }
.proof .from { display: none; }
.proof h1 { font-size: clamp(1.6rem, 1.1rem + 3vw, 3.3rem); margin-bottom: .2em; }
.what { font-size: clamp(1.2rem, 1.1rem + .8vw, 1.6rem); line-height: 1.4; margin-bottom: 2rem; }
.proof dl { display: grid; grid-template-columns: max-content 1fr; gap: .3rem 1.4rem; font: 1.05rem/1.5 var(--sans); font-variant-numeric: lining-nums tabular-nums; hyphens: manual; }
.proof dt { color: var(--soft); }
.proof dd { margin: 0; }
.proof .path { width: min(100%, 20rem); margin: 2rem 0; }
.where { font: .94rem/1.5 var(--sans); color: var(--soft); border-top: 2px solid var(--saffron); padding-top: 1rem; margin: 2rem 0 0; hyphens: manual; }
.where a { word-break: break-all; }
.hint { max-width: 44rem; margin-inline: auto; }
@media (min-width: 52rem) {
  .proof { padding-right: 24rem; }
  .proof .path { position: absolute; right: 3rem; top: 4.5rem; width: 20rem; margin: 0; }
  .where { margin-right: -20rem; }
}
@media (max-width: 26rem) { .proof dl { display: block; } .proof dd { margin-bottom: .6rem; } }
@page { size: A4 landscape; margin: 0; }
@media print {
  .hint { display: none; }
  .proof { max-width: none; width: 297mm; height: 209mm; margin: 0; padding: 22mm 120mm 20mm 26mm; border: 0; border-radius: 0; background: none; display: flex; flex-direction: column; }
  .proof .from { display: block; margin-bottom: auto; font: 600 15pt/1.5 var(--serif); color: var(--ink); }
  .kind { font-size: 12pt; }
  .proof h1 { font-size: 38pt; }
  .what { font-size: 17pt; margin-bottom: 10mm; }
  .proof dl { font-size: 12pt; margin-bottom: auto; }
  .proof .path { position: absolute; right: 16mm; top: 40mm; width: 108mm; margin: 0; }
  .where { margin: 0 -94mm 0 0; font-size: 8pt; }
}
`;
