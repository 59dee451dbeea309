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

/** How many emails about articles may wait at a time: no more are written than can go. */
export const mailingPace = 50;

/** How long after an article came out it is still news, in days. */
export const mailingDays = 3;

/** The field that ticks one category in a form. */
export const categoryField = (slug: string): string => `${categoryPrefix}${slug}`;

export const categoryPrefix = "category.";
