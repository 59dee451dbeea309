import { SignupRetryPage } from "@ontsecretaressen/ui/signup-retry";
import { Hono } from "hono";
import type { AppEnv } from "../context.ts";
import { answerSubmission } from "../request/answer-submission.tsx";
import { postSignup } from "./post.ts";

export const signupRoutes = new Hono<AppEnv>();

signupRoutes.post("/", (c) =>
  answerSubmission(c, {
    verb: postSignup,
    goTo: ({ session }) => `/inschrijven/${session}/?aanmelding=ontvangen#aanmelden`,
    retry: (typed) => (
      <SignupRetryPage {...typed} session={{ slug: typed.values["session"] ?? "" }} questions={[]} />
    ),
  }),
);
