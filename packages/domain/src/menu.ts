export type MenuItem = { label: string; path: string };

/** What stands above and below every page. */
export type Menu = { header: MenuItem[]; footer: MenuItem[] };
