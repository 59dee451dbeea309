import { renderDocument } from "@ontsecretaressen/ui/document";
import { htmlHeaders } from "@ontsecretaressen/ui/html-headers";
import { MessagePage } from "@ontsecretaressen/ui/message";
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
