export type Crumb = { href: string; label: string };

/** Where a page stands, from all articles down to the one above it. */
export const Crumbs = ({ crumbs }: { crumbs: Crumb[] }) => (
  <nav class="crumbs quiet" aria-label="Waar je bent">
    {crumbs.map(({ href, label }) => (
      <a href={href}>{label}</a>
    ))}
  </nav>
);

export const allArticles: Crumb = { href: "/artikelen/", label: "Artikelen" };

export const categoryCrumb = ({ slug, title }: { slug: string; title: string }): Crumb => ({
  href: `/categorie/${slug}/`,
  label: title,
});
