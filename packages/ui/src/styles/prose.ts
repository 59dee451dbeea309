/** Long reading: what the text of an article or a step is made of. */
export const proseStyle = `
.prose { font-size: 1.1875rem; }
.prose > p { margin-bottom: 1.15em; }
.prose > :first-child { margin-top: 0; }
`;

/** Lists and quotes. */
export const listProseStyle = `
.prose blockquote { margin: 1.6em 0; padding-left: 1.2rem; border-left: .3rem solid var(--saffron); font-size: 1.15em; font-style: italic; }
.prose blockquote p { margin: .4em 0; }
.prose li { margin: .3em 0; padding-left: .2em; }
.prose li::marker { color: var(--petrol); }
`;

/** The headings of a long text. */
export const contentsStyle = `
.toc { display: block; margin-bottom: 2rem; }
.toc li { padding: .15rem 0; }
.toc a { color: inherit; }
`;

/** Pictures, in the text and above it. */
export const pictureStyle = `
figure { margin: 2em calc(50% - min(50vw - max(1.15rem, 4vw), 26rem)); }
figure img, .prose img { display: block; max-width: 100%; height: auto; border-radius: .6rem; margin-inline: auto; }
figcaption { max-width: 36.5rem; margin: .6em auto 0; font: .94rem/1.5 var(--sans); color: var(--soft); }
`;

/** What few texts hold: tables, code, lists to tick off. */
export const richProseStyle = `
.prose pre, .prose table { display: block; overflow-x: auto; overflow-wrap: normal; font-size: .9em; font-variant-numeric: lining-nums tabular-nums; border-collapse: collapse; }
.prose pre { padding: 1rem 1.2rem; background: var(--sand); border-radius: .6rem; }
.prose li:has(> input) { list-style: none; margin-left: -1.6em; }
.prose input { display: inline-block; width: 1.2em; height: 1.2em; margin: 0 .4em 0 0; vertical-align: -.2em; }
.prose .right { text-align: right; }
.prose .center { text-align: center; }
.prose mark { background: var(--saffron); color: #221b16; }
.prose kbd { font: .85em var(--sans); padding: .1em .4em; border: 1px solid var(--edge); }
.prose sub, .prose sup { line-height: 0; }
.prose summary { font-weight: 600; }
.footnotes { font-size: .9em; }
.prose th, .prose td { padding: .4em 1em .4em 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
.prose pre, .prose table, .prose details { margin: 1.2em 0; }
.prose code { font-family: ui-monospace, monospace; font-size: .9em; }
`;
