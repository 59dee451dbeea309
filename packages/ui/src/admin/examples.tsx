import type { EmailKind } from "@ontsecretaressen/domain/email";
import type { WrittenEmail } from "@ontsecretaressen/domain/email-content";
import { AdminFrame } from "./frame.tsx";
import { kindWords } from "../words/kinds.ts";

const PLACE = "/beheer/mails/";
const EXAMPLES = "/beheer/mails/voorbeelden/";

export type AdminExamplesPageProps = { emails: { kind: EmailKind; subject: string }[] };

/** Every kind of email that the site can send, each with a way to see it. */
export const AdminExamplesPage = ({ emails }: AdminExamplesPageProps) => (
  <AdminFrame title="Zo zien onze mails eruit" place={PLACE} notice={null}>
    <p>Elke soort e-mail die de site kan sturen, met verzonnen mensen erin.</p>
    <table>
      <thead>
        <tr>
          <th scope="col">Onderwerp</th>
          <th scope="col">Wie hem krijgt</th>
        </tr>
      </thead>
      <tbody>
        {emails.map(({ kind, subject }) => (
          <tr>
            <td>
              <a href={`${EXAMPLES}${kind}/`}>{subject}</a>
            </td>
            <td>{kindWords[kind]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </AdminFrame>
);

export type AdminExamplePageProps = { kind: EmailKind; email: WrittenEmail };

/** One kind of email as its reader sees it: on a phone, in the dark, at a desk, and as plain text. */
export const AdminExamplePage = ({ kind, email: { subject, html, text } }: AdminExamplePageProps) => (
  <AdminFrame title={subject} place={PLACE} notice={null}>
    <p>
      {kindWords[kind]}. <a href={EXAMPLES}>Alle voorbeelden</a>
    </p>
    <div class="mails">
      <Seen of="phone" title="Op een telefoon" kind={kind} />
      <Seen of="phone" title="In het donker" kind={kind} isDark />
    </div>
    <div class="mails">
      <Seen of="desk" title="Aan een bureau" kind={kind} />
    </div>
    <h2>Als gewone tekst</h2>
    <pre class="plain-text">{text}</pre>
    <p class="quiet">{Math.ceil(new TextEncoder().encode(html).length / 1000)} kB, zonder plaatjes.</p>
  </AdminFrame>
);

type SeenProps = { of: string; title: string; kind: EmailKind; isDark?: boolean };

const Seen = ({ of, title, kind, isDark = false }: SeenProps) => (
  <section class={of}>
    <h2>{title}</h2>
    {/* Whatever stands in it can run nothing, send nothing and lead nowhere. */}
    <iframe title={title} src={`${EXAMPLES}${kind}/mail${isDark ? "?donker" : ""}`} sandbox=""></iframe>
  </section>
);
