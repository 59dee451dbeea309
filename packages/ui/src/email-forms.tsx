import type { WrittenEmail } from "@ontsecretaressen/domain/email-content";
import { renderDocument } from "./document.tsx";
import { type EmailPlan, linesAsHtml } from "./email-parts.ts";
import { siteName } from "./words.ts";

const SERIF = "font-family:'Iowan Old Style','Palatino Linotype',Palatino,Georgia,serif";
const SANS = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,sans-serif";
const FOOTER = `Deze mail komt van ${siteName}. Je krijgt hem omdat dit adres op onze site is ingevuld.`;

// Dark only where a mail program understands it; the inline colours are the light ones.
const DARK = `:root{color-scheme:light dark}@media(prefers-color-scheme:dark){
.paper{background:#211d19!important}.ink{color:#efe6d8!important}.soft{color:#c8bba9!important}
.link{color:#93d1d9!important}.button{background:#93d1d9!important;color:#211d19!important}
.rule{border-color:#443c34!important}}`;

const INK = "color:#221b16";
const SOFT = "color:#53473d";

/** One plan in its two forms. */
export const writeForms = (plan: EmailPlan): WrittenEmail => ({
  subject: plan.subject,
  html: renderDocument(<Letter plan={plan} />),
  text: asText(plan),
});

const Letter = ({ plan }: { plan: EmailPlan }) => (
  <html lang="nl">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width,initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="supported-color-schemes" content="light dark" />
      <meta name="format-detection" content="telephone=no,date=no,address=no,email=no,url=no" />
      <title>{plan.subject}</title>
      <style dangerouslySetInnerHTML={{ __html: DARK.replaceAll("\n", "") }} />
    </head>
    <body class="paper" style="margin:0;padding:0;background:#faf6ee">
      <div style="display:none;max-height:0;overflow:hidden;mso-hide:all">{plan.preview}</div>
      <div
        class="paper ink"
        style={`max-width:34em;margin:0 auto;padding:32px 20px;background:#faf6ee;${SERIF};font-size:18px;line-height:1.55;${INK}`}
      >
        <p class="link" style={`margin:0 0 28px;${SERIF};font-size:20px;font-weight:600;color:#0b4b57`}>
          {siteName}
        </p>
        <p style="margin:0 0 16px">{plan.greeting}</p>
        <p style="margin:0 0 20px">{plan.opening}</p>
        <Facts facts={plan.facts} />
        {plan.quote !== null && (
          <blockquote
            style="margin:0 0 24px;padding:2px 0 2px 16px;border-left:5px solid #edb041"
            dangerouslySetInnerHTML={{ __html: linesAsHtml(plan.quote) }}
          />
        )}
        <Button button={plan.button} />
        {plan.others !== undefined && plan.others.length > 0 && <Others others={plan.others} />}
        {plan.closing.map((paragraph) => (
          <p style="margin:0 0 16px">{paragraph}</p>
        ))}
        <p
          class="soft rule"
          style={`margin:32px 0 0;padding-top:16px;border-top:1px solid #dfd4c2;${SANS};font-size:16px;line-height:1.5;${SOFT}`}
        >
          {FOOTER}
        </p>
      </div>
    </body>
  </html>
);

const Facts = ({ facts }: Pick<EmailPlan, "facts">) =>
  facts.length === 0 ? null : (
    <p style={`margin:0 0 24px;padding:0 0 0 16px;border-left:5px solid #edb041`}>
      {facts.map(({ label, value }, index) => (
        <>
          {index > 0 && <br />}
          <span class="soft" style={`${SANS};font-size:16px;${SOFT}`}>
            {label}:
          </span>{" "}
          <b>{value}</b>
        </>
      ))}
    </p>
  );

const Button = ({ button }: Pick<EmailPlan, "button">) => (
  <>
    <p style="margin:0 0 12px">
      <a
        class="button"
        href={button.href}
        style={`display:inline-block;padding:13px 26px;border-radius:26px;background:#0b4b57;color:#faf6ee;${SANS};font-size:17px;font-weight:600;text-decoration:none`}
      >
        {button.label}
      </a>
    </p>
    <p class="soft" style={`margin:0 0 24px;${SANS};font-size:16px;line-height:1.5;${SOFT}`}>
      Werkt de knop niet? Dit is het adres:
      <br />
      <a class="link" href={button.href} style="color:#0b4b57;word-break:break-all">
        {button.href}
      </a>
    </p>
  </>
);

const Others = ({ others }: { others: { label: string; href: string }[] }) => (
  <p style={`margin:0 0 24px;${SANS};font-size:16px;line-height:2`}>
    {others.map(({ label, href }, index) => (
      <>
        {index > 0 && <br />}
        <a class="link" href={href} style="color:#0b4b57">
          {label}
        </a>
      </>
    ))}
  </p>
);

function asText({ greeting, opening, facts, quote, button, others = [], closing }: EmailPlan): string {
  const factLines = facts.map(({ label, value }) => `${label}: ${value}`).join("\n");
  const quoted = quote === null ? "" : quote.replaceAll(/^/gmu, "> ");
  return [
    greeting,
    opening,
    factLines,
    quoted,
    ...[button, ...others].map(({ label, href }) => `${label}:\n${href}`),
    ...closing,
    `-- \n${FOOTER}`,
  ]
    .filter((part) => part !== "")
    .join("\n\n")
    .concat("\n");
}
