import { erasePerson } from "@ontsecretaressen/db/people/erase";
import { findOwn, findOwnRecords } from "@ontsecretaressen/db/people/own";
import { findPerson } from "@ontsecretaressen/db/signups/own";
import { deleteOwnComment, findOwnComment } from "@ontsecretaressen/db/comments/own";
import { readClaim } from "@ontsecretaressen/domain/claim";
import { refused } from "@ontsecretaressen/domain/result";
import { AskLinkPage } from "@ontsecretaressen/ui/mine/ask-link";
import { EditRetryPage } from "@ontsecretaressen/ui/comments/edit-retry";
import { ErasePage } from "@ontsecretaressen/ui/mine/erase";
import { MessagePage } from "@ontsecretaressen/ui/page/message";
import { MinePage } from "@ontsecretaressen/ui/mine/mine";
import { OwnCommentPage } from "@ontsecretaressen/ui/comments/own";
import { type Context, Hono } from "hono";
import { page } from "../answers.tsx";
import type { AppEnv } from "../context.ts";
import { forgetChanged } from "../edge/forget.ts";
import { ownLinkGone } from "../links/gone.tsx";
import { browserOf, forgetBrowser, keepBrowser } from "../people/browser.ts";
import { stopPath } from "../people/unsubscribe.ts";
import { choicePath } from "../subscribers/choose.ts";
import { readSubmission } from "../request/read-submission.ts";
import { answerSubmission } from "../request/answer-submission.tsx";
import { forgetTyped, typedIn } from "../signups/typed.ts";
import { offerMoment } from "../signups/moment.ts";
import { editOwnComment } from "./edit-comment.ts";
import { endLink } from "./end-link.ts";
import { ownPaths } from "./own-paths.ts";
import { sendLink } from "./send-link.ts";

/** A person's own page, for a browser that proved her address: what is hers, to see, to change and to take away. */
export const mineRoutes = new Hono<AppEnv>();

mineRoutes.use("/mijn/*", async (c, next) => {
  await next();
  c.res.headers.set("x-robots-tag", "noindex");
});

mineRoutes.get("/mijn/", async (c) => {
  const world = c.get("world");
  const { siteUrl } = world;
  const now = world.now().toISOString();
  const personId = await browserOf(c);
  const own = personId === null ? null : await findOwn(world.reader, personId, now);
  if (personId === null || own === null) return askLink(c);
  const follows = own.follows.map(async ({ articleId, ...follow }) => {
    return { ...follow, stopPath: await stopPath(world, personId, articleId) };
  });
  return page(
    c,
    <MinePage
      {...own}
      known={{
        ...own,
        follows: await Promise.all(follows),
        newArticles:
          own.newArticles === null
            ? null
            : { ...own.newArticles, choicePath: await choicePath(world, personId) },
      }}
      paths={await ownPaths(
        world,
        { id: personId, version: own.addressVersion, calendarVersion: own.calendarVersion },
        own.signups,
      )}
      isNewLink={isNewLink(c)}
      canCorrect={(await typedIn(c)) !== null}
      stay={null}
      siteUrl={siteUrl}
      now={now}
    />,
  );
});

mineRoutes.post("/mijn/", (c) =>
  answerSubmission(c, {
    verb: sendLink,
    goTo: () => "/mijn/?link=gestuurd",
    retry: async ({ values, faults, siteUrl }) => (
      <AskLinkPage
        isSent={false}
        canCorrect={(await typedIn(c)) !== null}
        values={values}
        faults={faults}
        siteUrl={siteUrl}
      />
    ),
  }),
);

mineRoutes.post("/mijn/vergeet/", (c) => {
  forgetBrowser(c);
  forgetTyped(c);
  return c.redirect("/mijn/", 303);
});

mineRoutes.get("/mijn/gegevens.json", async (c) => {
  const { reader, now } = c.get("world");
  const moment = now().toISOString();
  const personId = await browserOf(c);
  const own = personId === null ? null : await findOwn(reader, personId, moment);
  if (personId === null || own === null) return c.redirect("/mijn/", 303);
  const records = await findOwnRecords(reader, personId);
  c.header("cache-control", "no-store");
  c.header("content-disposition", 'attachment; filename="mijn-gegevens.json"');
  return c.json({ takenAt: moment, ...own, ...records });
});

mineRoutes.get("/mijn/wis/", async (c) =>
  (await browserOf(c)) === null
    ? c.redirect("/mijn/", 303)
    : page(c, <ErasePage siteUrl={c.get("world").siteUrl} />),
);

mineRoutes.post("/mijn/wis/", async (c) => {
  const world = c.get("world");
  const personId = await browserOf(c);
  if (personId === null) return c.redirect("/mijn/", 303);
  const ids = { emailId: world.newId("eml"), auditId: world.newId("aud") };
  await erasePerson(world.db, personId, { ...offerMoment(world), ...ids });
  world.nudgeMailer();
  await forgetChanged(world);
  forgetBrowser(c);
  forgetTyped(c);
  return said(
    c,
    "Je gegevens zijn weg",
    "We weten niet meer wie je bent. Je krijgt nog één mail die dit bevestigt; daarna wissen we ook je adres. Dank je wel dat je er was.",
  );
});

mineRoutes.get("/mijn/reacties/:id{cmt_[0-9a-z]+}/", async (c) => {
  const comment = await ownComment(c);
  if (comment === null) return unknownComment(c);
  const { now, siteUrl } = c.get("world");
  const values = { body: comment.body };
  return page(
    c,
    <OwnCommentPage {...{ comment, values, siteUrl }} now={now().toISOString()} faults={{}} problem={null} />,
  );
});

mineRoutes.post("/mijn/reacties/:id{cmt_[0-9a-z]+}/", async (c) => {
  const personId = await browserOf(c);
  const id = c.req.param("id");
  return answerSubmission(c, {
    verb: async (world, fields) =>
      personId === null ? refused({ code: "unknown_comment" }) : editOwnComment(world, personId, id, fields),
    goTo: ({ article }) => `/${article.slug}/?reactie=${id}#${id}`,
    retry: async (typed) => {
      // What was typed must come back also while the database can't tell.
      const comment = await ownComment(c).catch(() => null);
      return comment === null ? (
        <EditRetryPage {...typed} id={id} isKnown={personId !== null} />
      ) : (
        <OwnCommentPage {...typed} comment={comment} now={c.get("world").now().toISOString()} />
      );
    },
  });
});

mineRoutes.post("/mijn/reacties/:id{cmt_[0-9a-z]+}/weg/", async (c) => {
  const world = c.get("world");
  const personId = await browserOf(c);
  const isGone = personId !== null && (await deleteOwnComment(world.db, personId, c.req.param("id")));
  if (!isGone) return unknownComment(c);
  await forgetChanged(world);
  return said(c, "Je reactie is weg", "De tekst en je naam zijn van de site gehaald en bewaren we niet.");
});

mineRoutes.post("/mijn/nieuwe-link/", async (c) => {
  const submission = await readSubmission(c.req.raw);
  const fields = submission.ok ? submission.value.fields : {};
  const ended = await endLink(c.get("world"), await browserOf(c), fields);
  return ended.ok ? c.redirect(`/mijn/${ended.value}?nieuw`, 303) : ownLinkGone(c);
});

mineRoutes.get("/mijn/:claim", async (c) => {
  const world = c.get("world");
  const { reader, mark, now, siteUrl } = world;
  const moment = now().toISOString();
  const stay = c.req.param("claim");
  const claim = await readClaim(mark, { purpose: "person", claim: stay, now: now() });
  const found = claim === null ? null : await findPerson(reader, claim, moment);
  if (claim === null || found === null) return ownLinkGone(c);
  const paths = await ownPaths(world, { ...claim, calendarVersion: found.calendarVersion }, found.signups);
  const about = {
    ...found,
    paths,
    stay,
    siteUrl,
    isNewLink: isNewLink(c),
    canCorrect: (await typedIn(c)) !== null,
  };
  return page(c, <MinePage {...about} known={null} now={moment} />);
});

// Known from now on by the link in an email: a button, for a program that follows links must not be her browser.
mineRoutes.post("/mijn/:claim", async (c) => {
  const { reader, mark, now } = c.get("world");
  const claim = await readClaim(mark, { purpose: "person", claim: c.req.param("claim"), now: now() });
  const found = claim === null ? null : await findPerson(reader, claim, now().toISOString());
  if (found !== null) await keepBrowser(c, found.id);
  return c.redirect("/mijn/", 303);
});

const isNewLink = (c: Context<AppEnv>) => c.req.query("nieuw") !== undefined;

async function ownComment(c: Context<AppEnv>) {
  const personId = await browserOf(c);
  return personId === null ? null : findOwnComment(c.get("world").reader, personId, c.req.param("id") ?? "");
}

async function askLink(c: Context<AppEnv>) {
  return page(
    c,
    <AskLinkPage
      isSent={c.req.query("link") === "gestuurd"}
      canCorrect={(await typedIn(c)) !== null}
      values={{}}
      faults={{}}
      siteUrl={c.get("world").siteUrl}
    />,
  );
}

function unknownComment(c: Context<AppEnv>) {
  return said(
    c,
    "Deze reactie vinden we niet bij jou",
    "Misschien haalde je hem al weg, of kent deze browser je nog niet. Vraag dan op jouw pagina om een link.",
    404,
  );
}

function said(c: Context<AppEnv>, title: string, text: string, status: 200 | 404 = 200) {
  const action = { label: "Naar jouw pagina", href: "/mijn/" };
  const { siteUrl } = c.get("world");
  return page(c, <MessagePage {...{ title, text, action, siteUrl }} path="/mijn/" />, status);
}
