/** What an organiser can do with a comment by a link in an email, each act by a link of its own. */
export const moderationPurposes = [
  "approve_comment",
  "answer_comment",
  "reject_comment",
  "spam_comment",
] as const;

export type ModerationPurpose = (typeof moderationPurposes)[number];

/** What a link about a comment is for; it can do nothing else. Other links are claims. */
export type LinkPurpose = "confirm_comment" | ModerationPurpose;
