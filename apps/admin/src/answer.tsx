import { renderDocument } from "@ontsecretaressen/ui/page/document";
import { htmlHeaders } from "@ontsecretaressen/ui/page/html-headers";
import { MessagePage } from "@ontsecretaressen/ui/page/message";
import type { Context } from "hono";
import type { JSX } from "hono/jsx/jsx-runtime";
import type { ContentfulStatusCode } from "hono/utils/http-status";

/** An organiser's page. No cache may keep it. */
export async function page(
  c: Context,
  element: JSX.Element,
  status: ContentfulStatusCode = 200,
): Promise<Response> {
  const html = renderDocument(element);
  return c.body(html, status, { ...(await htmlHeaders(html)), "cache-control": "no-store" });
}

/** A calm page about what could not be done. */
export function message(
  c: Context,
  status: ContentfulStatusCode,
  title: string,
  text: string,
): Promise<Response> {
  const action = { label: "Terug naar beheer", href: "/beheer/" };
  return page(
    c,
    <MessagePage title={title} text={text} action={action} siteUrl="" path="/beheer/" />,
    status,
  );
}

/** Why the protected endpoint did not do it, and what one can do now. Nothing was changed. */
export function refused(c: Context, status: number): Response | Promise<Response> {
  switch (status) {
    case 401:
      return c.redirect("/beheer/inloggen", 303);
    case 403:
      return message(
        c,
        403,
        "Dat mag jij nog niet",
        "Vraag een andere organisator om deze rol voor je aan te zetten.",
      );
    case 404:
      return message(c, 404, "Dit is er niet meer", "Misschien was een andere organisator je net voor.");
    case 409:
    case 412:
      return message(
        c,
        409,
        "Iemand was je voor",
        "Een andere organisator besliste hier net over. Open de pagina opnieuw om te zien hoe het nu staat.",
      );
    default:
      return message(c, 503, "Dat lukt nu even niet", "Er is niets veranderd. Probeer het zo weer.");
  }
}
