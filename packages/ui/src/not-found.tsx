import { Page } from "./page.tsx";
import { SearchForm } from "./search.tsx";
import * as styles from "./styles.ts";

export type NotFoundPageProps = { near: { slug: string; title: string }[]; siteUrl: string; path: string };

/** The page for an address where nothing is: what may have been meant, and a way to look for it. */
export const NotFoundPage = ({ near, siteUrl, path }: NotFoundPageProps) => (
  <Page
    style={styles.search}
    title="Deze pagina is er niet"
    description=""
    path={path}
    siteUrl={siteUrl}
    isPrivate
  >
    <div class="narrow">
      <h1>Deze pagina is er niet</h1>
      {near.length > 0 ? (
        <>
          <p class="lead">
            Er ging iets mis in het adres. {near.length === 1 ? "Zocht je dit?" : "Zocht je een van deze?"}
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
        <p class="lead">Misschien is hij verplaatst, of ging er iets mis in het adres.</p>
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
