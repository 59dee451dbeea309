import { CommentRetryPage } from "@ontsecretaressen/ui/comment-form";
import { Hono } from "hono";
import type { AppEnv } from "../context.ts";
import { browserOf } from "../people/browser.ts";
import { answerSubmission } from "../request/answer-submission.tsx";
import { postComment } from "./post.ts";

export const commentRoutes = new Hono<AppEnv>();

commentRoutes.post("/", async (c) => {
  const browser = await browserOf(c);
  return answerSubmission(c, {
    verb: (world, fields) => postComment(world, fields, browser),
    goTo: ({ article, id, state }) =>
      state === "waiting_for_address"
        ? `/${article}/?reactie=mail#reageer`
        : `/${article}/?reactie=${id}#${id}`,
    retry: (typed) => <CommentRetryPage {...typed} slug={typed.values["article"] ?? ""} replyTo={null} />,
  });
});
