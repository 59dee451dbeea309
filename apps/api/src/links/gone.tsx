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

type Gone = { text: string; action: { label: string; href: string } };

// By where the link led: what who followed it can do now.
const GONE: Record<string, Gone> = {
  voorbeeld: {
    text: "Een voorbeeld van een tekst is een tijdje te zien en dan niet meer. Vraag een nieuwe link aan wie hem je stuurde.",
    action: { label: "Naar de voorpagina", href: "/" },
  },
  modereer: {
    text: "De link om over een reactie te beslissen werkt een tijdje en dan niet meer. In beheer kun je het nog steeds doen.",
    action: { label: "Naar de reacties in beheer", href: "/beheer/reacties/" },
  },
  afmelden: {
    text: "Met deze link kun je onze mails niet meer stoppen. Dat kan wel op jouw pagina: vul hierna het adres in waarop je ze krijgt, dan sturen we je een link daarheen.",
    action: { label: "Naar jouw pagina", href: "/mijn/" },
  },
};

const CONFIRM: Gone = {
  text: "Een link om te bevestigen werkt een tijdje en dan niet meer. Reageer, meld je aan of volg ons opnieuw met hetzelfde adres, dan sturen we je een nieuwe.",
  action: { label: "Naar de voorpagina", href: "/" },
};

/** The calm page of a link from an email that works no more, or that we did not make. */
export function linkGone(c: Context<AppEnv>): Promise<Response> {
  const { text, action } = GONE[c.req.path.split("/")[1] ?? ""] ?? CONFIRM;
  return page(
    c,
    <MessagePage
      title="Deze link werkt niet meer"
      text={text}
      action={action}
      siteUrl={c.get("world").siteUrl}
      path="/"
    />,
    410,
  );
}
