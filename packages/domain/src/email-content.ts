import type { SessionView } from "./session.ts";
import type { SignupState } from "./signup.ts";

type ToPerson = { name: string; session: SessionView };

/** All that an email needs to be written. Addresses (`…Url`) are whole and already hold their token. */
export type EmailContent =
  | {
      kind: "comment_waiting";
      article: { title: string; url: string };
      comment: { name: string; body: string; answers: string | null };
      adminUrl: string;
    }
  | { kind: "comment_visible"; name: string; article: { title: string; url: string }; commentUrl: string }
  | (ToPerson & { kind: "signup_held"; confirmUrl: string; heldUntil: string })
  | (ToPerson & { kind: "signup_waiting"; confirmUrl: string; placeInLine: number })
  | (ToPerson & { kind: "signup_again"; state: SignupState; confirmUrl: string })
  | (ToPerson & { kind: "signup_confirmed"; mineUrl: string })
  | (ToPerson & { kind: "signup_on_list"; mineUrl: string; placeInLine: number });

/** An email as it goes out: one source, two forms. */
export type WrittenEmail = { subject: string; html: string; text: string };
