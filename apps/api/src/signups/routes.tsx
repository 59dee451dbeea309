import { findSession } from "@ontsecretaressen/db/sessions/find";
import { done } from "@ontsecretaressen/domain/result";
import { SignupRetryPage } from "@ontsecretaressen/ui/signups/retry";
import { Hono } from "hono";
import type { AppEnv } from "../context.ts";
import { answerSubmission } from "../request/answer-submission.tsx";
import { postSignup } from "./post.ts";
import { keepTyped } from "./typed.ts";

export const signupRoutes = new Hono<AppEnv>();

signupRoutes.post("/", (c) =>
  answerSubmission(c, {
    async verb(world, fields, isJson) {
      const result = await postSignup(world, fields);
      if (!result.ok) return result;
      const { posted, typed } = result.value;
      if (!isJson) await keepTyped(c, typed);
      return done(posted);
    },
    goTo: ({ session }) => `/inschrijven/${session}/?aanmelding=ontvangen#aanmelden`,
    async retry(typed) {
      const { reader, now } = c.get("world");
      const slug = typed.values["session"] ?? "";
      // While the database is down the answers are carried along unseen.
      const found = await findSession(reader, slug, now().toISOString()).catch(() => null);
      return (
        <SignupRetryPage
          {...typed}
          session={{ slug, title: found?.session.title ?? null }}
          questions={found?.questions ?? []}
        />
      );
    },
  }),
);
