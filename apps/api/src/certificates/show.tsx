import { findCertificate } from "@ontsecretaressen/db/people/certificates";
import { readClaim } from "@ontsecretaressen/domain/claim";
import { CertificatePage } from "@ontsecretaressen/ui/paper/certificate";
import { MessagePage } from "@ontsecretaressen/ui/page/message";
import { Hono } from "hono";
import { page } from "../answers.tsx";
import type { AppEnv } from "../context.ts";

/** What anybody sees who is given the address of a certificate. It never ends, but it goes with what it proves. */
export const certificateRoutes = new Hono<AppEnv>();

certificateRoutes.get("/bewijs/:claim{sgn_[^/]+}/", async (c) => {
  const { reader, mark, now, siteUrl } = c.get("world");
  const claim = c.req.param("claim");
  const read = await readClaim(mark, { purpose: "certificate", claim, now: now() });
  const certificate = read === null ? null : await findCertificate(reader, read);
  c.header("x-robots-tag", "noindex");
  if (certificate === "ended") {
    return page(
      c,
      <MessagePage
        title="Deze link werkt niet meer"
        text="Wie dit bewijs kreeg, maakte er een nieuwe link voor. Vraag haar om die link."
        action={{ label: "Naar de voorpagina", href: "/" }}
        siteUrl={siteUrl}
        path="/"
      />,
      410,
    );
  }
  if (certificate !== null) {
    const url = `${siteUrl}/bewijs/${claim}/`;
    return page(c, <CertificatePage certificate={certificate} url={url} siteUrl={siteUrl} />);
  }
  return page(
    c,
    <MessagePage
      title="Dit bewijs kennen we niet"
      text="Misschien is het adres niet heel overgenomen. Klopt het adres, dan is het bewijs er niet meer."
      action={{ label: "Naar de voorpagina", href: "/" }}
      siteUrl={siteUrl}
      path="/"
    />,
    404,
  );
});
