import { Page } from "./page.tsx";
import { SearchForm } from "../articles/search.tsx";
import * as styles from "../styles/sheets.ts";

export type NotFoundPageProps = {
  near: { slug: string; title: string }[];
  /** Whether a text stood there that was taken away. */
  isGone: boolean;
  siteUrl: string;
  path: string;
};

const MISSING = "Deze pagina is er niet";
const GONE = "Deze tekst is er niet meer";

/** The page for an address where nothing is: what may have been meant, and a way to look for it. */
export const NotFoundPage = ({ near, isGone, siteUrl, path }: NotFoundPageProps) => (
  <Page
    style={styles.search}
    title={isGone ? GONE : MISSING}
    description=""
    path={path}
    siteUrl={siteUrl}
    isPrivate
  >
    <div class="narrow">
      <h1>{isGone ? GONE : MISSING}</h1>
      {near.length > 0 ? (
        <>
          <p class="lead">
            {!isGone && "Er ging iets mis in het adres. "}
            {near.length === 1 ? "Zocht je dit?" : "Zocht je een van deze?"}
          </p>
          <ul class="rows near">
            {near.map(({ slug, title }) => (
              <li>
                <a href={`/${slug}/`}>{title}</a>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p class="lead">
          {isGone
            ? "We haalden hem van de site."
            : "Misschien is hij verplaatst, of ging er iets mis in het adres."}
        </p>
      )}
      <SearchForm text={wordsOf(path)} />
      <p>
        Of ga naar <a href="/">de voorpagina</a>, naar <a href="/artikelen/">de artikelen</a> of naar{" "}
        <a href="/programma/">het programma</a>.
      </p>
    </div>
  </Page>
);

/** What an address asks for, as words to search with; nothing when it is no address of words. */
const wordsOf = (path: string): string =>
  /^\/(?:[a-z0-9-]+\/)*([a-z0-9-]+)\/$/u.exec(path)?.[1]?.replaceAll("-", " ").trim() ?? "";
