/** How long the button works that makes somebody a subscriber, in hours. */
export const askHours = 48;

/** How often one may ask: anybody can type anybody's address, and one network can try many. */
export const subscriberRates = {
  address: [
    { most: 3, seconds: 3600 },
    { most: 8, seconds: 86_400 },
  ],
  network: [
    { most: 20, seconds: 600 },
    { most: 100, seconds: 86_400 },
  ],
} as const;

/** How many emails about articles may wait at a time, so that no other email stands in line behind them. */
export const mailingPace = 10;

/** How long after an article came out it is still news, in days. */
export const mailingDays = 3;

/** What is kept of subscribers for so many days. The privacy page tells the same. */
export const subscriberDays = {
  /** An address that nobody confirmed. */
  unproved: 5,
} as const;

/** The field that ticks one category in a form. */
export const categoryField = (slug: string): string => `${categoryPrefix}${slug}`;

export const categoryPrefix = "category.";
