import { renderDocument } from "@ontsecretaressen/ui/document";
import { htmlHeaders } from "@ontsecretaressen/ui/html-headers";
import { MessagePage } from "@ontsecretaressen/ui/message";
import type { Context } from "hono";
import type { JSX } from "hono/jsx/jsx-runtime";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { AppEnv } from "./context.ts";

/** A page that anybody may see and that is asked for again each time: what was just approved shows at once. */
export async function page(c: Context<AppEnv>, element: JSX.Element): Promise<Response> {
  const html = renderDocument(element);
  return c.body(html, 200, { ...(await htmlHeaders(html)), "cache-control": "public, no-cache" });
}

/** A calm page about what could not be shown, with a way on. */
export async function message(
  c: Context<AppEnv>,
  status: ContentfulStatusCode,
  words: { title: string; text: string },
): Promise<Response> {
  const html = renderDocument(
    <MessagePage
      {...words}
      action={{ label: "Naar de voorpagina", href: "/" }}
      siteUrl={c.get("world").siteUrl}
      path={c.req.path}
    />,
  );
  return c.body(html, status, { ...(await htmlHeaders(html)), "cache-control": "no-store" });
}

/** The page for an address where nothing is. */
export function notFound(c: Context<AppEnv>): Promise<Response> {
  return message(c, 404, {
    title: "Deze pagina is er niet",
    text: "Misschien is hij verplaatst, of ging er iets mis in het adres.",
  });
}
