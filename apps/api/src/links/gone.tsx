import { MessagePage } from "@ontsecretaressen/ui/page/message";
import type { Context } from "hono";
import { page } from "../answers.tsx";
import type { AppEnv } from "../context.ts";

/** The calm page of a link to a person's own page or to her seat: she can have a new one sent. */
export function ownLinkGone(c: Context<AppEnv>): Promise<Response> {
  return page(
    c,
    <MessagePage
      title="Deze link werkt niet meer"
      text="Een link uit een e-mail werkt een tijdje en dan niet meer. Vul op de volgende pagina het adres in waarop je onze mails krijgt, dan sturen we je een nieuwe."
      action={{ label: "Vraag een nieuwe link", href: "/mijn/" }}
      siteUrl={c.get("world").siteUrl}
      path="/"
    />,
    410,
  );
}

/** The calm page of a link from an email that works no more, or that we did not make. */
export function linkGone(c: Context<AppEnv>): Promise<Response> {
  return page(
    c,
    <MessagePage
      title="Deze link werkt niet meer"
      text="Een link uit een e-mail werkt een tijdje en dan niet meer. Reageer of meld je opnieuw aan met hetzelfde adres, dan sturen we je een nieuwe."
      action={{ label: "Naar de voorpagina", href: "/" }}
      siteUrl={c.get("world").siteUrl}
      path="/"
    />,
    410,
  );
}
