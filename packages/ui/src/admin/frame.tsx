import type { Child } from "hono/jsx";
import { Notice } from "../page/notice.tsx";
import { Page } from "../page/page.tsx";
import * as styles from "../styles/sheets.ts";

/** Where an organiser can go. */
export const adminPlaces = [
  { href: "/beheer/", label: "Beheer" },
  { href: "/beheer/reacties/", label: "Reacties" },
  { href: "/beheer/meldingen/", label: "Meldingen" },
  { href: "/beheer/mails/", label: "E-mails" },
  { href: "/beheer/instellingen/", label: "Instellingen" },
  { href: "/beheer/journaal/", label: "Journaal" },
] as const;

type Place = (typeof adminPlaces)[number]["href"];

/** What was just done, and by what it can be undone. */
export type AdminNotice = { text: string; undo: string | null };

export type AdminFrameProps = {
  title: string;
  place: Place;
  notice: AdminNotice | null;
  children?: Child;
};

/** A page of the workplace: where one can go, what was just done, and its own content. */
export const AdminFrame = ({ title, place, notice, children }: AdminFrameProps) => (
  <Page style={styles.admin} title={title} description="" path={place} siteUrl="" isPrivate>
    <div class="top">
      <nav aria-label="Beheer">
        {adminPlaces.map(({ href, label }) => (
          <a href={href} aria-current={href === place ? "page" : undefined}>
            {label}
          </a>
        ))}
      </nav>
      <form method="post" action="/beheer/uitloggen">
        <button class="plain">Log uit</button>
      </form>
    </div>
    <h1>{title}</h1>
    {notice !== null && (
      <Notice>
        <p>{notice.text}</p>
        {notice.undo !== null && <UndoForm bundle={notice.undo} place={place} />}
      </Notice>
    )}
    {children}
  </Page>
);

/** One button that takes back what was done in one go. */
export const UndoForm = ({ bundle, place, label }: { bundle: string; place: Place; label?: string }) => (
  <form method="post" action={`/beheer/ongedaan/${bundle}`}>
    <input type="hidden" name="from" value={place} />
    <button class="plain">{label ?? "Maak ongedaan"}</button>
  </form>
);
