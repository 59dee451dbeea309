// The Resend SDK brings these along to receive mail and webhooks. The mailer does neither, and they were a third of it.

/** Stands in for `standardwebhooks`. */
export function Webhook(): never {
  throw new Error("the mailer receives no webhooks");
}

/** Stands in for `postal-mime`. */
export default function PostalMime(): never {
  throw new Error("the mailer reads no mail");
}
