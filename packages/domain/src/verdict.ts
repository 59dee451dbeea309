/** From which score on a comment is for an organiser to look at, and from which it is spam. */
export const verdictFrom = { doubtful: 2, spam: 6 } as const;
