import { findWayOn } from "@ontsecretaressen/db/articles/redirects";
import { findConversationPage } from "@ontsecretaressen/db/comments/conversation";
import { findReportable } from "@ontsecretaressen/db/reports/find";
import { isArticleSlug } from "@ontsecretaressen/domain/article";
import { MessagePage } from "@ontsecretaressen/ui/page/message";
import { ReportListPage, ReportPage } from "@ontsecretaressen/ui/comments/report";
import { Hono } from "hono";
import { moved, page } from "../answers.tsx";
import type { AppEnv } from "../context.ts";
import { answerSubmission } from "../request/answer-submission.tsx";
import { postReport } from "./post.ts";

export const reportRoutes = new Hono<AppEnv>();

reportRoutes.post("/", (c) =>
  answerSubmission(c, {
    verb: postReport,
    goTo: ({ article }) => `/melden/?gemeld=${article}`,
    retry: async (typed) => {
      // The form must come back also while the database can't tell what it is about.
      const about = await findReportable(c.get("world").reader, typed.values["comment"] ?? "").catch(
        () => null,
      );
      return <ReportPage {...typed} about={about} />;
    },
  }),
);

/** The pages around a report: which comment, what is wrong, thank you. No robot needs them. */
export const reportPages = new Hono<AppEnv>();

reportPages.use("/melden/*", async (c, next) => {
  await next();
  c.res.headers.set("x-robots-tag", "noindex");
});

reportPages.get("/melden/:id{cmt_[0-9a-z]+}", async (c) => {
  const { reader, siteUrl, newToken } = c.get("world");
  const about = await findReportable(reader, c.req.param("id"));
  if (about === null) return c.notFound();
  const values = { comment: about.comment.id, key: newToken() };
  return page(c, <ReportPage about={about} values={values} faults={{}} problem={null} siteUrl={siteUrl} />);
});

reportPages.get("/melden/:slug{[a-z0-9-]+}/", async (c) => {
  const { reader, siteUrl } = c.get("world");
  const { volgorde, pagina = "1" } = c.req.query();
  if (!/^[1-9]\d{0,4}$/u.test(pagina)) return c.notFound();
  const asked = { order: volgorde === "nieuwste" ? "newest" : "oldest", page: Number(pagina) } as const;
  const slug = c.req.param("slug");
  const found = await findConversationPage(reader, slug, asked);
  if (found !== null && found.conversation.count > 0)
    return page(c, <ReportListPage {...found} siteUrl={siteUrl} />);
  const { to } = await findWayOn(reader, slug);
  return to === null || !isArticleSlug(to) ? c.notFound() : moved(c, `/melden/${to}/`);
});

reportPages.get("/melden/", (c) => {
  const slug = c.req.query("gemeld") ?? "";
  if (!isArticleSlug(slug)) return c.notFound();
  return page(
    c,
    <MessagePage
      title="Dank je wel voor je melding"
      text="Een organisator leest de reactie en beslist. Liet je een adres achter, dan krijg je nu een mail en later ons besluit."
      action={{ label: "Terug naar het artikel", href: `/${slug}/` }}
      siteUrl={c.get("world").siteUrl}
      path="/melden/"
    />,
  );
});
