import type { Category } from "@ontsecretaressen/domain/article";

/** Categories to choose from. */
export const Subjects = ({ categories }: { categories: Category[] }) =>
  categories.length === 0 ? null : (
    <p class="subjects">
      {categories.map(({ slug, title }) => (
        <a href={`/categorie/${slug}/`}>{title}</a>
      ))}
    </p>
  );
