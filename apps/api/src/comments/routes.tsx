import { CommentRetryPage } from "@ontsecretaressen/ui/comment-form";
import { Hono } from "hono";
import type { AppEnv } from "../context.ts";
import { answerSubmission } from "../request/answer-submission.tsx";
import { postComment } from "./post.ts";

export const commentRoutes = new Hono<AppEnv>();

commentRoutes.post("/", (c) =>
  answerSubmission(c, {
    verb: postComment,
    goTo: ({ article }) => `/${article}/?reactie=ontvangen#reageer`,
    retry: (typed) => <CommentRetryPage {...typed} slug={typed.values["article"] ?? ""} replyTo={null} />,
  }),
);
