import type { Menu, MenuItem } from "@ontsecretaressen/domain/menu";

const item = (label: string, path: string): MenuItem => ({ label, path });

// While the database can't be asked: the menu that we began with.
const first: Menu = {
  header: [
    item("Artikelen", "/artikelen/"),
    item("Programma", "/programma/"),
    item("Over ons", "/over-ons/"),
  ],
  footer: [
    item("Zoeken", "/zoeken/"),
    item("Vragen", "/veelgestelde-vragen/"),
    item("Contact", "/contact/"),
    item("Privacy", "/privacy/"),
  ],
};

// Rendering never waits, so nobody else's page comes between. Hono's own context would add 6 kB to each Worker.
let shown = first;

/** Renders with a menu around every page in it. */
export function withMenu(menu: Menu | null, render: () => string): string {
  shown = menu ?? first;
  return render();
}

/** The links of one place, with the one that leads here marked. */
export const MenuLinks = ({ place, path }: { place: keyof Menu; path: string }) => (
  <>
    {shown[place].map(({ label, path: href }) => (
      <a href={href} aria-current={href === path ? "page" : undefined}>
        {label}
      </a>
    ))}
  </>
);
