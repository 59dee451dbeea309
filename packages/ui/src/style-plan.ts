/** The stones as they are drawn. */
export const stoneStyle = `
.stone path, .path path { fill: var(--sand); }
.stone .pen, .path .pen { fill: none; stroke: var(--ink); stroke-width: 1.3; stroke-linecap: round; transform: translate(2px, -2px); }
.path .walk { fill: none; stroke: var(--edge); stroke-width: 3; stroke-linecap: round; stroke-dasharray: 1 13; }
.path { width: 100%; display: block; }
.path g + g path { fill: light-dark(#cfe0df, #234a50); }
.path g + g + g path { fill: var(--saffron); }
.path g .pen { fill: none; }
`;

/** The step plan. */
export const planStyle = `
.plan { list-style: none; padding: 0; margin: 0; display: grid; gap: 2.4rem; }
.plan h2, .plan h3 { margin: .5rem 0 .3rem; }
.plan p { margin: 0 0 .4rem; }
.stone { width: 6rem; display: block; }
.stone text { font: 600 34px Georgia, serif; text-anchor: middle; fill: var(--ink); }
.plan li + li .stone path { fill: light-dark(#cfe0df, #234a50); }
.plan li + li + li .stone path { fill: var(--saffron); }
.plan li + li + li .stone text { fill: #221b16; }
.plan li .stone .pen, .plan li + li .stone .pen { fill: none; }
@media (min-width: 48rem) {
  .plan { grid-template-columns: repeat(3, 1fr); align-items: start; }
  .plan li { margin-top: 6rem; }
  .plan li + li { margin-top: 3rem; }
  .plan li + li + li { margin-top: 0; }
}
`;

/** Lists of articles and of dates. */
export const listStyle = `
.hero { display: grid; gap: 1.5rem 3rem; align-items: center; }
.hero p { max-width: 34rem; }
.rows { list-style: none; margin: 0; padding: 0; }
.rows li { padding: 1.3rem 0; border-top: 1px solid var(--line); }
.rows h3 { margin: 0 0 .2rem; }
.rows p { margin: 0; }
.rows h3 a { color: var(--ink); text-decoration: none; }
.rows h3 a:hover { text-decoration: underline; }
.off time, .off h3 a { text-decoration: line-through; }
@media (min-width: 48rem) {
  .hero { grid-template-columns: 1.2fr 1fr; }
}
`;
