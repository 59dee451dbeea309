/** The organisers' workplace: the same hand, denser. */
export const adminStyle = `
main { font-size: 1rem; }
h2 { font-size: 1.25rem; margin-top: 2.5rem; }
`;
