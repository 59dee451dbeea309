import {
  type Archive,
  type ArchivePage as ArchivePageView,
  pageCount,
} from "@ontsecretaressen/domain/archive";
import { ArticleRow } from "./row.tsx";
import { allArticles, categoryCrumb, type Crumb, Crumbs } from "../page/crumbs.tsx";
import { monthPath, monthWords } from "../words/dates.ts";
import { crumbsThing, LinkedData, personThing } from "../page/linked-data.tsx";
import { Page } from "../page/page.tsx";
import { Pages } from "../page/pages.tsx";
import * as styles from "../styles/sheets.ts";
import { Subjects } from "../page/subjects.tsx";
import { articlesWords } from "../words/site.ts";

export type ArchivePageProps = ArchivePageView & { siteUrl: string };

/** Articles that have something in common, a page at a time, newest first. */
export const ArchivePage = ({ archive, articles, count, page, siteUrl }: ArchivePageProps) => {
  const { path, title, description, crumbs } = factsOf(archive);
  const here = { href: path, label: title };
  return (
    <Page
      style={styles.archive}
      title={page === 1 ? title : `${title}, pagina ${page}`}
      description={description}
      path={addressOf(path, page)}
      siteUrl={siteUrl}
      shared={archive.kind === "author" ? "profile" : "website"}
      feed={archive.kind === "all" || archive.kind === "month" ? undefined : { title, path: `${path}feed/` }}
      data={
        <LinkedData
          things={[
            crumbsThing([...crumbs, here], siteUrl),
            ...(archive.kind === "author" ? [personThing(archive.author, siteUrl)] : []),
          ]}
        />
      }
    >
      <div class="narrow">
        {crumbs.length > 0 && <Crumbs crumbs={crumbs} />}
        <h1>{title}</h1>
        <Opening archive={archive} />
        <p class="quiet">
          {articlesWords(count)}
          {page > 1 && `, pagina ${page} van ${pageCount(count)}`}
        </p>
        <ul class="rows">
          {articles.map((article) => (
            <li>
              <ArticleRow article={article} heading="h2" />
            </li>
          ))}
        </ul>
        <Pages
          addressOf={(number) => addressOf(path, number)}
          page={page}
          last={pageCount(count)}
          before="Nieuwer"
          after="Ouder"
        />
        {archive.kind === "month" && <Months earlier={archive.earlier} later={archive.later} />}
      </div>
    </Page>
  );
};

type Facts = { path: string; title: string; description: string; crumbs: Crumb[] };

function factsOf(archive: Archive): Facts {
  const crumbs = [allArticles];
  switch (archive.kind) {
    case "all":
      return {
        path: allArticles.href,
        title: "Alle artikelen",
        description: "Alles wat hier staat om te lezen, het nieuwste eerst.",
        crumbs: [],
      };
    case "category": {
      const { category, parent } = archive;
      return {
        path: `/categorie/${category.slug}/`,
        title: category.title,
        description: `Artikelen over ${category.title}.`,
        crumbs: parent === null ? crumbs : [...crumbs, categoryCrumb(parent)],
      };
    }
    case "tag": {
      const { slug, title } = archive.tag;
      return { path: `/tag/${slug}/`, title, description: `Artikelen over ${title}.`, crumbs };
    }
    case "author": {
      const { slug, name, bio } = archive.author;
      return {
        path: `/auteur/${slug}/`,
        title: name,
        description: bio || `Artikelen van ${name}.`,
        crumbs,
      };
    }
    default: {
      const words = monthWords(archive.month);
      const title = words.charAt(0).toUpperCase() + words.slice(1);
      return { path: monthPath(archive.month), title, description: `Artikelen van ${words}.`, crumbs };
    }
  }
}

const Opening = ({ archive }: { archive: Archive }) => {
  if (archive.kind === "author")
    return archive.author.bio === "" ? null : <p class="lead">{archive.author.bio}</p>;
  if (archive.kind === "all") return <Subjects categories={archive.categories} />;
  return archive.kind === "category" ? <Subjects categories={archive.below} /> : null;
};

const addressOf = (path: string, page: number): string => (page === 1 ? path : `${path}pagina/${page}/`);

const Months = ({ earlier, later }: { earlier: string | null; later: string | null }) => (
  <nav class="pages" aria-label="Andere maanden">
    {later !== null && <a href={monthPath(later)}>Later: {monthWords(later)}</a>}
    {earlier !== null && <a href={monthPath(earlier)}>Eerder: {monthWords(earlier)}</a>}
  </nav>
);
