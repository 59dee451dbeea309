import { listChoices } from "@ontsecretaressen/db/subscribers/find";
import type { Category } from "@ontsecretaressen/domain/article";
import { tickedIn } from "@ontsecretaressen/domain/subscriber-draft";
import { faultSentences } from "@ontsecretaressen/ui/words/faults";
import { ChoicePage, SubscribePage } from "@ontsecretaressen/ui/subscribers/subscribe";
import { type Context, Hono } from "hono";
import { page } from "../answers.tsx";
import type { AppEnv, World } from "../context.ts";
import { linkGone } from "../links/gone.tsx";
import { answerSubmission } from "../request/answer-submission.tsx";
import { readSubmission, typedValues } from "../request/read-submission.ts";
import { askToSubscribe } from "./ask.ts";
import { chooseByLink, findByChoiceLink } from "./choose.ts";

export const subscriberRoutes = new Hono<AppEnv>();

subscriberRoutes.post("/", (c) => {
  const { reader, newToken } = c.get("world");
  return answerSubmission(c, {
    verb: askToSubscribe,
    goTo: () => "/volgen/?gevraagd",
    retry: async (typed) => (
      <SubscribePage
        {...typed}
        choices={await choicesOr(reader, tickedIn(typed.values))}
        formKey={typed.values["key"] || newToken()}
        isAsked={false}
      />
    ),
  });
});

// What was ticked is not lost while the categories can't be read.
async function choicesOr(reader: World["reader"], typed: string[]): Promise<Category[]> {
  try {
    return await listChoices(reader);
  } catch {
    return typed.map((slug) => ({ slug, title: slug }));
  }
}

/** The pages around new articles by email: asking for them, and choosing which by the link in each email. */
export const subscriberPages = new Hono<AppEnv>();

subscriberPages.get("/volgen/", async (c) => {
  const { reader, siteUrl, newToken } = c.get("world");
  return page(
    c,
    <SubscribePage
      choices={await listChoices(reader)}
      isAsked={c.req.query("gevraagd") !== undefined}
      formKey={newToken()}
      values={{}}
      faults={{}}
      problem={null}
      siteUrl={siteUrl}
    />,
  );
});

subscriberPages.get("/afmelden/:token{per_[0-9a-z]+\\.new\\..+}", async (c) => {
  const answer = await choicePage(c, {}, {});
  answer.headers.set("x-robots-tag", "noindex");
  return answer;
});

// Also what a mail program posts by itself for its own button. RFC 8058 wants no redirect there.
subscriberPages.post("/afmelden/:token{per_[0-9a-z]+\\.new\\..+}", async (c) => {
  const submission = await readSubmission(c.req.raw);
  const fields = submission.ok ? submission.value.fields : {};
  const token = c.req.param("token");
  const chosen = await chooseByLink(c.get("world"), token, fields);
  if (!chosen.ok) {
    const { refusal } = chosen;
    return choicePage(
      c,
      typedValues(fields),
      refusal.code === "invalid_form" ? faultSentences(refusal.fields) : {},
    );
  }
  return "List-Unsubscribe" in fields ? c.body(null, 200) : c.redirect(`/afmelden/${token}`, 303);
});

async function choicePage(
  c: Context<AppEnv>,
  values: Record<string, string>,
  faults: Record<string, string>,
): Promise<Response> {
  const world = c.get("world");
  const token = c.req.param("token") ?? "";
  const found = await findByChoiceLink(world, token);
  if (found === null) return linkGone(c);
  return page(
    c,
    <ChoicePage {...found} token={token} values={values} faults={faults} siteUrl={world.siteUrl} />,
    Object.keys(faults).length === 0 ? 200 : 422,
  );
}
