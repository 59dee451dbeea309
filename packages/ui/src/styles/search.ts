/** The search form, and where the words stand in what was found. */
export const searchStyle = `
.find { display: flex; flex-wrap: wrap; gap: .8rem; align-items: end; margin: 1.5rem 0 2.5rem; }
.find > p { flex: 1 1 13rem; margin: 0; }
.find button { padding-block: .79em; }
mark { background: var(--saffron); color: #221b16; padding: 0 .12em; border-radius: .2em; }
.found > section { margin-top: 3rem; }
.near { margin-bottom: 2.5rem; font-size: 1.2rem; }
.found .rows p { margin-bottom: .35rem; }
`;
