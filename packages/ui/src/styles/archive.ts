/** Where a page stands. */
export const crumbsStyle = `
.crumbs { margin-bottom: .8rem; gap: .1rem 0; }
.crumbs a { font-weight: 600; text-decoration: none; }
.crumbs a:not(:last-child)::after { content: "\\203a"; margin: 0 .6em; }
`;

/** Subjects to choose from. */
export const subjectsStyle = `
.subjects { display: flex; flex-wrap: wrap; gap: .1rem 1.4rem; margin: 0 0 1.2rem; font: 1rem/1.5 var(--sans); hyphens: manual; }
.subjects a { padding: .3rem 0; }
`;

/** The way to other pages of the same. */
export const pagesStyle = `
.pages { margin: 2.5rem -.8rem 0; gap: .2rem; font-variant-numeric: lining-nums tabular-nums; }
.pages a { padding: .4rem .8rem; border-radius: 1em 1.2em .9em 1.1em; }
.pages a[aria-current] { background: var(--petrol); color: var(--paper); text-decoration: none; }
`;

/** Lists of articles with their pages. */
export const archiveStyle = `${crumbsStyle}${subjectsStyle}${pagesStyle}
.rows h2 { font-size: 1.35rem; }
.narrow > .rows { margin-top: 2rem; border-top: 1px solid var(--line); }
.narrow > .rows > li:first-child { padding-top: 1.2rem; }
`;

/** The front page's ways on, and what was said last. */
export const homeStyle = `
.on { margin: 1.8rem 0 .6rem; font: 600 1.05rem/1.5 var(--sans); }
@media (min-width: 48rem) { .said { display: grid; grid-template-columns: repeat(3, 1fr); gap: 3rem; } .said > li { border: 0; padding: 0; } }
`;
