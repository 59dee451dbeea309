/** How long a browser stays known after its person proved an address. */
export const browserDays = 30;

/** How long what belongs to comments is kept, in days. The privacy page tells it from here. */
export const retentionDays = {
  /** Comments that were called spam. */
  spam: 15,
  /** Comments that an organiser turned down, counted from that: as long as its writer may object to it. */
  rejected: 183,
  /** Comments whose address nobody proved, counted from when they came; and an address that only asked for articles. */
  unproved: 5,
  /** The hash of the network that a comment came from. */
  network: 1,
  /** The address of who said nothing more, follows no conversation, gets no articles and signed up for nothing. */
  address: 365,
  /** What somebody wrote in a report, and her address, counted from the decision. */
  report: 183,
  /** How often an address was missed. */
  miss: 90,
} as const;
