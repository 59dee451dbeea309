import type { WrittenEmail } from "@ontsecretaressen/domain/email-content";
import { escapeHtml } from "@ontsecretaressen/domain/text";
import type { Child } from "hono/jsx";
import { renderDocument } from "../page/document.tsx";
import type { EmailPlan } from "./parts.ts";
import { USUAL_WHY, writeText } from "./text.ts";
import { siteName } from "../words/site.ts";

const SERIF = "font-family:'Iowan Old Style','Palatino Linotype',Palatino,Georgia,serif";
const SANS = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,sans-serif";

const INK = "color:#221b16";
const SOFT = "color:#53473d";
const PETROL = "color:#0b4b57";
const SMALL = `${SANS};font-size:16px;line-height:1.5;${SOFT}`;

// Dark only where a mail program understands it; the inline colours are the light ones.
const STYLE = `:root{color-scheme:light dark}@media(max-width:540px){.edge{padding:0!important}
.paper{border-radius:0!important}.room{padding:26px 20px 30px!important}}
@media(prefers-color-scheme:dark){.edge,body{background:#191512!important}.paper{background:#211d19!important}
.ink{color:#efe6d8!important}.soft{color:#c8bba9!important}.link{color:#93d1d9!important}
.button{background:#93d1d9!important}.on{color:#211d19!important}.sand{background:#2e2822!important}
.rule{border-color:#443c34!important}.stone{background:#93d1d9!important}}`;

// What follows the preview in a list of mails would be the first words of the mail again.
const AFTER_PREVIEW = "\u200c\u00a0".repeat(60);

/** One plan in its two forms. */
export const writeForms = (plan: EmailPlan): WrittenEmail => ({
  subject: plan.subject,
  html: renderDocument(<Letter plan={plan} />),
  text: writeText(plan),
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
      <style dangerouslySetInnerHTML={{ __html: STYLE.replaceAll("\n", "") }} />
    </head>
    <body style="margin:0;padding:0;background:#efe6d5">
      <div style="display:none;max-height:0;overflow:hidden;mso-hide:all">
        {plan.preview}
        {AFTER_PREVIEW}
      </div>
      {/* Tables, for some mail programs know no other way to keep a line from growing too long. */}
      <Cell of="edge" style="padding:28px 12px;background:#efe6d5" table="width:100%">
        <Cell
          of="paper room"
          style="padding:36px 40px 40px;background:#faf6ee;border-radius:14px;text-align:left"
          table="width:100%;max-width:600px;margin:0 auto"
          width="600"
        >
          <Said plan={plan} />
        </Cell>
      </Cell>
    </body>
  </html>
);

const Cell = ({
  of,
  style,
  table,
  width,
  children,
}: {
  of: string;
  style: string;
  table: string;
  width?: string;
  children?: Child;
}) => (
  <table
    role="presentation"
    cellpadding="0"
    cellspacing="0"
    border={0}
    width={width}
    align="center"
    style={`border-collapse:separate;${table}`}
  >
    <tr>
      <td class={of} align="center" style={style}>
        {children}
      </td>
    </tr>
  </table>
);

const Said = ({ plan }: { plan: EmailPlan }) => (
  <div class="ink" style={`${SERIF};font-size:18px;line-height:1.55;${INK};overflow-wrap:anywhere`}>
    <p class="link" style={`margin:0 0 30px;font-size:20px;line-height:1.2;font-weight:600;${PETROL}`}>
      <Stones /> {siteName}
    </p>
    {plan.kicker !== undefined && (
      <p class="soft" style={`margin:0 0 8px;${SMALL}`}>
        {plan.kicker}
      </p>
    )}
    <h1 style="margin:0 0 18px;font-size:28px;line-height:1.2;font-weight:600;text-wrap:balance">
      {plan.title}
    </h1>
    {plan.greeting !== "" && <p style="margin:0 0 16px">{plan.greeting}</p>}
    {plan.opening !== "" && <p style="margin:0 0 22px">{plan.opening}</p>}
    <Facts facts={plan.facts} />
    {plan.quote !== null && <Quote text={plan.quote} />}
    {plan.said?.map(({ who, text }) => (
      <>
        <p class="soft" style={`margin:0 0 6px;${SMALL}`}>
          {who}
        </p>
        <Quote text={text} />
      </>
    ))}
    <Button button={plan.button} />
    {plan.others !== undefined && plan.others.length > 0 && <Others others={plan.others} />}
    {plan.closing.map((paragraph) => (
      <p style="margin:0 0 16px">{paragraph}</p>
    ))}
    <p class="soft rule" style={`margin:34px 0 0;padding-top:18px;border-top:1px solid #d9ccb7;${SMALL}`}>
      {plan.why ?? USUAL_WHY}
      {plan.stop !== undefined && (
        <>
          <br />
          <Link {...plan.stop} />
        </>
      )}
    </p>
  </div>
);

// Our mark, drawn without a picture: three stones, each a step further.
const Stones = () => (
  <>
    {[
      ["#0b4b57", "9px"],
      ["#0b4b57", "11px"],
      ["#edb041", "13px"],
    ].map(([colour = "", size = ""], index) => (
      <span
        class={index < 2 ? "stone" : undefined}
        style={`display:inline-block;width:${size};height:${size};margin-right:3px;border-radius:50% 50% 45% 55%;background:${colour};mso-hide:all`}
      ></span>
    ))}
  </>
);

const Facts = ({ facts }: Pick<EmailPlan, "facts">) =>
  facts.length === 0 ? null : (
    <table
      role="presentation"
      cellpadding="0"
      cellspacing="0"
      border={0}
      style="width:100%;margin:0 0 26px;border-collapse:separate"
    >
      <tr>
        <td class="sand" style="padding:16px 20px 4px;background:#efe6d5;border-radius:4px 16px 14px 4px">
          {facts.map(({ label, value }) => (
            <p style="margin:0 0 12px;line-height:1.4">
              <span class="soft" style={SMALL}>
                {label}
              </span>
              <br />
              <Value text={value} />
            </p>
          ))}
        </td>
      </tr>
    </table>
  );

// From when until when stays on one line.
const Value = ({ text }: { text: string }) => (
  <>
    {text
      .split(/(\d[\d.]*-\d[\d.]*)/u)
      .map((part, index) => (index % 2 === 1 ? <span style="white-space:nowrap">{part}</span> : part))}
  </>
);

const Quote = ({ text }: { text: string }) => (
  <blockquote
    style="margin:0 0 24px;padding:2px 0 2px 16px;border-left:5px solid #edb041"
    dangerouslySetInnerHTML={{ __html: escapeHtml(text).replaceAll("\n", "<br>") }}
  />
);

const Button = ({ button }: Pick<EmailPlan, "button">) => (
  <>
    <table
      role="presentation"
      cellpadding="0"
      cellspacing="0"
      border={0}
      style="margin:4px 0 16px;border-collapse:separate"
    >
      <tr>
        <td
          class="button"
          style="border-radius:26px 30px 26px 32px;background:#0b4b57;mso-padding-alt:14px 28px"
        >
          <a
            class="on"
            href={button.href}
            style={`display:inline-block;padding:14px 28px;color:#faf6ee;${SANS};font-size:17px;line-height:1.3;font-weight:600;text-decoration:none`}
          >
            {button.label}
          </a>
        </td>
      </tr>
    </table>
    <p class="soft" style={`margin:0 0 24px;${SMALL}`}>
      Werkt de knop niet? Dit is het adres:
      <br />
      <a class="link" href={button.href} style={`${PETROL};overflow-wrap:anywhere;word-break:break-word`}>
        {breakable(button.href)}
      </a>
    </p>
  </>
);

// An address breaks between its parts where it can, and within one only where it must.
const breakable = (href: string) =>
  href.split(/(?<=[^/]\/)(?=[^/])/u).flatMap((part, index) => (index === 0 ? [part] : [<wbr />, part]));

const Others = ({ others }: { others: { label: string; href: string }[] }) => (
  <p style={`margin:0 0 24px;${SANS};font-size:16px;line-height:1.5`}>
    {others.map((other, index) => (
      <>
        {index > 0 && <br />}
        <Link {...other} />
      </>
    ))}
  </p>
);

const Link = ({ label, href }: { label: string; href: string }) => (
  <a class="link" href={href} style={`display:inline-block;padding:5px 0;${PETROL}`}>
    {label}
  </a>
);
