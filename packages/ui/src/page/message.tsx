import { Page } from "./page.tsx";
import * as styles from "../styles/sheets.ts";

export type MessagePageProps = {
  title: string;
  text: string;
  action?: { label: string; href: string };
  siteUrl: string;
  path: string;
};

/** One calm page for what can't be shown: not found, a link that is gone, busy, broken. It always leads on. */
export const MessagePage = ({ title, text, action, siteUrl, path }: MessagePageProps) => (
  <Page style={styles.message} title={title} description="" path={path} siteUrl={siteUrl} isPrivate>
    <div class="narrow">
      <h1>{title}</h1>
      <p class="lead">{text}</p>
      {action !== undefined && (
        <p>
          <a class="button" href={action.href}>
            {action.label}
          </a>
        </p>
      )}
      <p>
        Of lees verder bij <a href="/artikelen/">de artikelen</a>, of bekijk{" "}
        <a href="/programma/">het programma</a>.
      </p>
    </div>
  </Page>
);
